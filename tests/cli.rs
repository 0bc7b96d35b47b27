//! The command line: exit codes, words in both languages, JSON.

use serde_json::Value;

use crate::folder::{Filled, Folder, run};

#[test]
fn help_is_vietnamese_unless_english_is_asked_for() {
    let folder = Folder::empty();
    let vi = folder.run("--help");
    assert_eq!(vi.code, 0);
    for word in ["Cách dùng: parindex <LỆNH> [TÙY CHỌN]", "Lệnh:", "Tùy chọn:", "In hướng dẫn"] {
        assert!(vi.out.contains(word), "{word}: {}", vi.out);
    }
    let en = folder.run("run --help --lang en");
    for word in ["Usage: parindex run <CAMPAIGN> [OPTIONS]", "Arguments:", "Options:", "Folder for the reports"] {
        assert!(en.out.contains(word), "{word}: {}", en.out);
    }
}

#[test]
fn the_version_names_the_set_of_features() {
    let folder = Folder::empty();
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(folder.run("--version").out, format!("parindex {version} (tính năng: cơ bản)\n"));
    assert_eq!(folder.run("--version --lang en").out, format!("parindex {version} (features: basic)\n"));
}

#[test]
fn no_help_mixes_the_languages() {
    let folder = Folder::empty();
    for command in ["", "run", "init", "template", "check", "lint", "convert", "why", "explain", "schema", "docs", "completions"] {
        let (vi, en) = (folder.run(&format!("{command} --help")), folder.run(&format!("{command} --help --lang en")));
        for word in ["Usage", "Options", "Print", "default:", "possible values", " / "] {
            assert!(!vi.out.contains(word), "{command}: {word}: {}", vi.out);
        }
        assert!(en.out.is_ascii(), "{command}: {}", en.out);
    }
}

#[test]
fn a_bad_command_line_is_2_and_says_what_is_wrong() {
    let cases = [
        ("rn", "lỗi: không có lệnh “rn”"),
        ("runn x", "có phải là “run”?"),
        ("run", "lỗi: còn thiếu <THƯ_MỤC>"),
        ("run x --fomat json", "có phải là “--format”?"),
        ("run x --lang de", "lỗi: “de” không dùng được cho --lang <NGÔN_NGỮ>\n  chọn một trong: vi, en"),
        ("run x --out", "lỗi: --out <THƯ_MỤC> cần có giá trị"),
        ("run x y", "lỗi: không hiểu tham số “y”"),
        ("run x --out a --out b", "lỗi: --out <THƯ_MỤC> chỉ được ghi một lần"),
        ("template x --lang en", "error: --out <DIR> is missing"),
        ("completions fsh --lang en", "did you mean “fish”?"),
    ];
    for (args, words) in cases {
        let said = Folder::empty().run(args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args}");
        assert!(said.err.contains(words), "{args}: {}", said.err);
    }
}

#[test]
fn a_new_campaign_runs_as_it_is() {
    let folder = Folder::empty();
    assert_eq!(folder.run("init moi").code, 0);
    let lint = folder.run("lint moi");
    assert_eq!((lint.code, lint.out.as_str()), (0, ""));
    let cases = folder.text("moi/criteria/mau-khoi-dau/cases.yaml").matches("- name: ").count();
    assert_eq!(lint.err, format!("Đã kiểm tra 3 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý; ví dụ đúng: {cases}/{cases}\n"));
    assert_eq!(folder.text("moi/so-tay-parindex.html"), parindex::guide::page());
    for place in ["submissions", "appraisal", "survey", "evidence/so-tai-chinh", "evidence/van-phong-ubnd"] {
        assert!(folder.path(&format!("moi/{place}")).is_dir(), "{place}");
    }
    let run = folder.run("run moi");
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let again = folder.run("init moi");
    assert_eq!(again.code, 1);
    assert!(again.err.contains("đã có “HUONG-DAN.txt”"), "{}", again.err);
}

#[test]
fn a_new_campaign_begins_with_any_of_the_sets_that_ship() {
    let sets: Vec<&str> = parindex::campaign::CARRIED.iter().map(|set| set.name).collect();
    let several = ["mau-so-nganh-2025 --set mau-xa-phuong-2025", "long-an-huyen-2018 --set long-an-so-nganh-2018 --set mau-khoi-dau"];
    for asked in sets.iter().copied().chain(several) {
        let folder = Folder::empty();
        assert_eq!(folder.run(&format!("init moi --set {asked}")).code, 0, "{asked}");
        let lint = folder.run("lint moi");
        assert!(lint.code == 0 && lint.err.contains(": 0 lỗi, 0 cảnh báo, "), "{asked}: {}{}", lint.out, lint.err);
        let campaign = folder.text("moi/campaign.yaml");
        assert!(!campaign.contains("{year}") && !campaign.contains("{group"), "{campaign}");
        for set in asked.split(" --set ") {
            assert!(
                campaign.contains(&format!("    set: {set}\n")) && folder.path(&format!("moi/criteria/{set}/cases.yaml")).is_file(),
                "{set}"
            );
        }
        let template = folder.run("template moi --out bieu --format json");
        assert_eq!(template.code, 0, "{asked}: {}{}", template.out, template.err);
    }
    assert_eq!(
        sets.len(),
        std::fs::read_dir("criteria").unwrap().filter(|entry| entry.as_ref().unwrap().path().join("set.yaml").is_file()).count()
    );
}

/// What stands in the new campaign as a remark works once the sign in front of it is taken away.
#[test]
fn choices_that_a_new_campaign_shows_as_remarks_can_be_used() {
    let folder = Folder::empty();
    assert_eq!(folder.run("init moi").code, 0);
    let text = folder.text("moi/campaign.yaml");
    let own = "    grades:\n      - { name: Tốt, from: 80 }\n      - { name: Khá, from: 70 }\n      - { name: Trung bình, from: 50 }\n      - { name: Yếu, from: 0 }\n";
    let mut chosen = text.replace(own, "    grades: thang-chung\n");
    for block in ["grades:", "  - id: thang-chung", "    bands:", "agencies:", "  - { id: so-noi-vu"] {
        let remark = format!("# {block}");
        assert_eq!(chosen.matches(&remark).count(), 1, "{block}");
        chosen = chosen.replace(&remark, block);
    }
    folder.put("moi/campaign.yaml", chosen);
    let lint = folder.run("lint moi");
    assert!(lint.code == 0 && lint.err.contains(": 0 lỗi, 0 cảnh báo, "), "{}{}", lint.out, lint.err);
}

/// Takes the sign of a remark away in front of the example of a key, and in front of what stands below it.
fn chosen(text: &str, key: &str) -> String {
    let mut within = false;
    let line = |line: &str| {
        within = line.strip_prefix("# ").is_some_and(|rest| {
            if within { rest.starts_with("  - ") || rest.starts_with("    ") } else { rest.starts_with(&format!("{key}:")) }
        });
        if within { line[2..].to_owned() } else { line.to_owned() }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

/// The new campaign leads through every key that a campaign may have: each is there, or shown as a remark that works.
#[test]
fn a_new_campaign_leads_through_every_choice() {
    let schema: serde_json::Value = serde_json::from_str(&Folder::empty().run("schema campaign").out).unwrap();
    let keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    assert!(keys.len() > 30, "{keys:?}");
    for sets in ["mau-khoi-dau", "mau-xa-phuong-2025 --set mau-so-nganh-2025", "ca-mau-1880-2013", "long-an-huyen-2018"] {
        let folder = Folder::empty();
        assert_eq!(folder.run(&format!("init moi --set {sets}")).code, 0);
        let text = folder.text("moi/campaign.yaml");
        let year: i16 = text.lines().find_map(|line| line.strip_prefix("year: ")).unwrap().parse().unwrap();
        folder.put("moi/nam-truoc/result.json", crate::guide::kept(year - 1)).put("moi/submissions/Bieu chinh thuc.xlsx", "");
        for key in &keys {
            let used = text.lines().any(|line| line.starts_with(&format!("{key}:")));
            let shown = text.lines().filter(|line| line.starts_with(&format!("# {key}:"))).count();
            // One of the sets counts nothing that could be added up.
            assert!(used || shown == 1 || (*key == "totals" && sets.starts_with("ca-mau")), "{key} of {sets} stands nowhere");
            // The scale of grades waits for a group to name it; last year's result is of the first set.
            if !used && *key != "grades" && (!["previous", "criteria_map"].contains(&key.as_str()) || sets == "mau-khoi-dau") {
                let mut text = chosen(&text, key);
                if *key == "criteria_map" {
                    // Its ids are those of last year.
                    text = chosen(&text, "previous").replace("\"9\": ", "\"7\": ");
                }
                folder.put("moi/campaign.yaml", text);
                let lint = folder.run("lint moi");
                assert!(lint.code == 0 && lint.err.contains(": 0 lỗi, 0 cảnh báo, "), "{key} of {sets}: {}{}", lint.out, lint.err);
            }
        }
    }
}

#[test]
fn a_set_that_the_program_lacks_brings_the_list_and_no_folder() {
    let folder = Folder::empty();
    let said = folder.run("init moi --set mau-xa-phuong");
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let first = "lỗi: chương trình không mang theo bộ tiêu chí “mau-xa-phuong”; có phải là “mau-xa-phuong-2025”?\nCác bộ có sẵn:\n";
    assert!(said.err.starts_with(first), "{}", said.err);
    let line = "  mau-xa-phuong-2025: Bộ tiêu chí chấm điểm cải cách hành chính năm 2025 của UBND xã, phường (mẫu)\n";
    assert!(said.err.contains(line), "{}", said.err);
    let mixed = folder.run("init moi --set mau-so-nganh-2025 --set long-an-huyen-2018");
    let words = "lỗi: các bộ tiêu chí có hiệu lực ở các năm khác nhau: mau-so-nganh-2025 (2025), long-an-huyen-2018 (2018); mỗi đợt đánh giá chỉ của một năm\n";
    assert_eq!((mixed.code, mixed.err.as_str()), (1, words));
    assert!(!folder.path("moi").exists());
}

#[test]
fn the_program_carries_the_set_that_a_new_campaign_uses() {
    for set in parindex::campaign::CARRIED {
        let path = format!("criteria/{}/set.yaml", set.name);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), set.set, "{path}");
    }
}

#[test]
fn blank_forms_are_named_after_their_units_and_can_be_checked_alone() {
    let folder = Folder::base();
    let said = folder.run("template . --out bieu --format json");
    let json: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["forms"], serde_json::json!(["so-a.xlsx", "so-b.xlsx"]));
    assert_eq!(folder.run("template . --unit so-b --out mot").code, 0);
    assert!(folder.path("mot/so-b.xlsx").exists() && !folder.path("mot/so-a.xlsx").exists());
    // The same blank form again is nothing new; one that may be filled in is not replaced.
    assert_eq!(folder.run("template . --unit so-b --out mot").code, 0);
    folder.put("mot/so-b.xlsx", std::fs::read(folder.path("submissions/so-a.xlsx")).unwrap());
    let again = folder.run("template . --unit so-b --out mot");
    let words =
        "lỗi: “mot/so-b.xlsx” đã có và có thể đã được điền nên không ghi đè; hãy chuyển tệp đó đi, hoặc chọn thư mục khác bằng --out\n";
    assert_eq!((again.code, again.err.as_str()), (1, words));
    assert_eq!(std::fs::read(folder.path("mot/so-b.xlsx")).unwrap(), std::fs::read(folder.path("submissions/so-a.xlsx")).unwrap());
    let unknown = folder.run("template . --unit so-bb --out mot");
    assert_eq!((unknown.code, unknown.err.as_str()), (1, "lỗi: đợt đánh giá không có đơn vị “so-bb”; có phải là “so-b”?\n"));
    let alone = folder.run("check bieu/so-a.xlsx --format json");
    let json: Value = serde_json::from_str(&alone.out).unwrap();
    assert_eq!((json["files"][0]["unit"].as_str(), json["files"][0]["set"].as_str()), (Some("so-a"), Some("nho")));
    assert!(json["findings"].as_array().unwrap().iter().all(|finding| finding["code"] == "P001"), "{json:#}");
}

#[test]
fn check_prints_what_was_read_with_its_cells() {
    let folder = Folder::base();
    let said = folder.run("check submissions/so-a.xlsx --campaign . --format json");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&said.out).unwrap();
    let file = &json["files"][0];
    assert_eq!((file["file"].as_str(), file["layout"].as_str()), (Some("submissions/so-a.xlsx"), Some("parindex/1")));
    let rows = file["rows"].as_array().unwrap();
    let ids: Vec<&str> = rows.iter().map(|row| row["criterion"].as_str().unwrap()).collect();
    assert_eq!(ids, ["1.1", "1.2", "1.3", "2", "3"], "every leaf, in id order");
    let row = &rows[1];
    assert_eq!((row["claimed"].as_str(), row["computed"].as_str(), row["accepted"].as_str()), (Some("1.8"), Some("1.80"), Some("1.80")));
    assert_eq!(row["not_applicable"], false);
    assert_eq!(row["inputs"], serde_json::json!({ "dung_han": "90", "da_giai_quyet": "100" }));
    assert_eq!(row["explanation"], Value::Null);
    let document = serde_json::json!({
        "number": "40/BC-SA", "date": "2026-12-05", "issuer": null, "title": "Báo cáo năm", "section": "Mục II", "file": null, "link": null,
    });
    assert_eq!(row["evidence"], serde_json::json!([document]));
    for key in ["claimed", "explanation", "dung_han", "da_giai_quyet"] {
        assert!(row["cells"][key].as_str().is_some_and(|cell| cell.starts_with(|c: char| c.is_ascii_uppercase())), "{key}: {row:#}");
    }
}

#[test]
fn findings_in_json_have_the_fields_of_the_contract() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "set: nho", "set: nhoo");
    for (command, code) in [("lint .", 3), ("run .", 1)] {
        let said = folder.run(&format!("{command} --format json"));
        assert_eq!(said.code, code);
        let json: Value = serde_json::from_str(&said.out).unwrap();
        let finding = json["findings"][0].as_object().unwrap();
        let keys: Vec<&str> = finding.keys().map(String::as_str).collect();
        let mut contract =
            ["code", "severity", "unit", "criterion", "file", "sheet", "cell", "line", "message", "help", "message_en", "help_en"];
        contract.sort_unstable();
        assert_eq!(keys, contract);
        assert_eq!((finding["code"].as_str(), finding["line"].as_u64()), (Some("C205"), Some(7)));
    }
}

#[test]
fn what_could_not_run_answers_machines_as_well() {
    let folder = Folder::base();
    for command in ["lint khong-co", "run khong-co", "why khong-co so-a", "check khong-co.xlsx --campaign .", "check khong-co/*.xlsx"] {
        let said = folder.run(&format!("{command} --format json"));
        assert_eq!(said.code, 1, "{command}");
        let json: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{command}: {}", said.out));
        let failed: Vec<&str> = json["failed"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        assert_eq!(failed.len(), 1, "{command}");
        assert!(failed[0].contains("khong-co") && said.err.contains(failed[0]), "{command}: {} / {}", said.out, said.err);
    }
    // A path that can't be read stops none of the others.
    folder.edit("criteria/nho/set.yaml", "title: ", "titel: ");
    let said = folder.run("lint khong-co . --format json");
    let json: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, json["findings"][0]["code"].as_str()), (1, Some("C003")), "{}", said.out);
}

#[test]
fn run_in_json_prints_result_json_alone() {
    let folder = Folder::base();
    let said = folder.run("run . --format json");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.out, folder.text("reports/result.json"));
}

#[test]
fn run_sums_up_in_both_languages() {
    let folder = Folder::base();
    let vi = folder.run("run .");
    assert!(vi.out.contains("Sở A (87,00)") && vi.out.contains("0 lỗi, 0 cảnh báo, 0 lưu ý"), "{}", vi.out);
    assert!(vi.out.ends_with("Báo cáo: ./reports\n"), "{}", vi.out);
    let en = folder.run("run . --lang en");
    assert!(en.out.contains("Sở A (87.00)") && en.out.contains("errors: 0, warnings: 0, notes: 0"), "{}", en.out);
    assert!(en.out.ends_with("Reports: ./reports\n"), "{}", en.out);
    assert_eq!(folder.run("run . -q").out, "Báo cáo: ./reports\n");
}

#[test]
fn a_run_with_errors_writes_its_reports_and_ends_with_3() {
    let folder = Folder::base();
    folder.put("submissions/so-b.xlsx", "không phải Excel");
    let said = folder.run("run .");
    assert_eq!(said.code, 3);
    assert!(said.out.contains("lỗi S007 · submissions/so-b.xlsx"), "{}", said.out);
    assert!(folder.path("reports/don-vi/so-b.xlsx").exists());
}

#[test]
fn what_is_not_there_is_1_in_words() {
    let folder = Folder::empty();
    for (args, words) in [
        ("run khong-co", "lỗi: không đọc được “khong-co”: không tìm thấy\n"),
        ("check khong-co.xlsx --lang en", "error: “khong-co.xlsx” can't be read: not found\n"),
        ("lint khong-co", "lỗi: không đọc được “khong-co”: không tìm thấy\n"),
    ] {
        let said = folder.run(args);
        assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (1, "", words), "{args}");
    }
}

#[test]
fn completions_are_made_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let said = Folder::empty().run(&format!("completions {shell}"));
        assert!(said.code == 0 && said.out.contains("template"), "{shell}");
    }
}

#[test]
fn the_sets_of_this_repository_pass_lint() {
    let said = run(std::path::Path::new("."), "lint criteria samples --format json");
    let json: Value = serde_json::from_str(&said.out).unwrap();
    let errors: Vec<&Value> = json["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error").collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn several_forms_are_checked_against_one_another() {
    let folder = Folder::base();
    let forms: Vec<Filled> = serde_saphyr::from_str(&folder.text("forms.yaml")).unwrap();
    let (a, b) = (&forms[0], &forms[1]);
    // The other unit names a report that the first one issued, of the same number and day.
    let mut same = b.clone();
    same.answers = a.answers.clone();
    folder.form(&same);
    // And the first one sent a second form, which says less.
    let mut second = a.clone();
    second.file = "submissions/so-a (2).xlsx".into();
    second.answers.remove("1.3");
    folder.form(&second);
    let said = folder.run("check submissions/so-b.xlsx submissions/so-a.xlsx --campaign .");
    let with = |code: &str, said: &str| said.lines().filter(|line| line.contains(code)).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        with("E042", &said.out),
        [
            "cảnh báo[E042]: Văn bản “12/KH-SA” ngày 03/02/2026 cũng do “Sở B” nêu làm tài liệu kiểm chứng.",
            "cảnh báo[E042]: Văn bản “40/BC-SA” ngày 05/12/2026 cũng do “Sở B” nêu làm tài liệu kiểm chứng.",
            "cảnh báo[E042]: Văn bản “41/BC-SA” ngày 06/12/2026 cũng do “Sở B” nêu làm tài liệu kiểm chứng.",
            "cảnh báo[E042]: Văn bản “12/KH-SA” ngày 03/02/2026 cũng do “Sở A” nêu làm tài liệu kiểm chứng.",
            "cảnh báo[E042]: Văn bản “40/BC-SA” ngày 05/12/2026 cũng do “Sở A” nêu làm tài liệu kiểm chứng.",
            "cảnh báo[E042]: Văn bản “41/BC-SA” ngày 06/12/2026 cũng do “Sở A” nêu làm tài liệu kiểm chứng.",
        ],
        "{}",
        said.out
    );
    // Without the campaign, too: forms say whose they are.
    let alone = folder.run("check submissions/so-b.xlsx submissions/so-a.xlsx");
    assert_eq!(with("E042", &alone.out).len(), 6, "{}", alone.out);
    assert!(with("E042", &folder.run("check submissions/so-b.xlsx --campaign .").out).is_empty());
    // In whatever order they are named, the first by file name counts, as in a run.
    for files in [["so-a (2).xlsx", "so-a.xlsx"], ["so-a.xlsx", "so-a (2).xlsx"]] {
        let [first, second] = files.map(|file| format!("submissions/{file}"));
        let said = crate::folder::run_with(&folder.path(""), &["check", &first, &second, "--campaign", "."]);
        let told = with("C243", &said.out);
        assert_eq!(told.len(), 1, "{}", said.out);
        let words = "“Sở A” có 2 biểu khác nhau ở tiêu chí 1.3: “so-a.xlsx”, “so-a (2).xlsx”; không rõ biểu nào là bản cuối nên không chấm biểu nào.";
        assert!(told[0].contains(words), "{told:?}");
    }
}

/// Lists the files of a folder.
fn names_in(folder: &Folder, inside: &str) -> std::collections::BTreeSet<std::ffi::OsString> {
    std::fs::read_dir(folder.path(inside)).unwrap().map(|entry| entry.unwrap().file_name()).collect()
}

#[test]
fn what_is_dropped_on_the_program_is_run_checked_or_linted() {
    let folder = Folder::base();
    folder.fill();
    let told = |args: &str| {
        let said = folder.run(args);
        (said.code, said.out, said.err)
    };
    let by_command = folder.run("run . --out a");
    // A campaign is run, by its folder or by its file.
    let dropped = folder.run(".");
    assert_eq!((dropped.code, dropped.out.replace("./reports", "a")), (by_command.code, by_command.out.replace("./reports", "a")));
    assert!(folder.path("reports/result.json").exists());
    std::fs::remove_dir_all(folder.path("reports")).unwrap();
    assert_eq!(told("campaign.yaml"), (dropped.code, dropped.out, dropped.err));
    assert!(folder.path("reports/result.json").exists());
    // What lies in a campaign is checked by it, with copies where no run reads.
    let before = names_in(&folder, "submissions");
    for dropped in ["submissions/so-a.xlsx submissions/so-b.xlsx", "submissions"] {
        let checked = folder.run(&format!("check {dropped} --campaign . --out b"));
        let dropped = folder.run(dropped);
        assert_eq!((dropped.code, dropped.out.replace("./phan-hoi/", "b/")), (checked.code, checked.out), "{}", dropped.err);
    }
    assert!(folder.path("phan-hoi/so-a.phan-hoi.xlsx").exists());
    assert_eq!(names_in(&folder, "submissions"), before);
    assert_eq!(folder.run("run . --out a").out, by_command.out);
    // Elsewhere a copy lies beside the first.
    let far = tempfile::tempdir().unwrap();
    let form = far.path().join("so-a.xlsx");
    std::fs::copy(folder.path("submissions/so-a.xlsx"), &form).unwrap();
    crate::folder::run_with(&folder.path(""), &[form.to_str().unwrap()]);
    assert!(far.path().join("so-a.phan-hoi.xlsx").exists());
    // YAML is linted.
    assert_eq!(told("criteria/nho/set.yaml"), told("lint criteria/nho/set.yaml"));
    std::fs::copy(folder.path("criteria/nho/set.yaml"), folder.path("criteria/nho/khac.yml")).unwrap();
    let both = "criteria/nho/set.yaml criteria/nho/khac.yml";
    assert_eq!(told(both), told(&format!("lint {both}")));
    // What is not there is a bad command line, and no folder hides a command.
    assert_eq!(folder.run("rum").code, 2);
    assert_eq!(folder.run("submissions/so-a.xlsx submissions/so-c.xlsx").code, 2);
    std::fs::create_dir(folder.path("schema")).unwrap();
    assert_eq!(folder.run("schema set").code, 0);
}

/// A campaign file left far above, in the folder of all that somebody has, takes no form that lies somewhere below it.
#[test]
fn a_campaign_takes_only_what_lies_beside_it_or_in_its_own_folders() {
    let folder = Folder::base();
    folder.fill();
    let drop = |place: &str| {
        std::fs::create_dir_all(folder.path(place)).unwrap();
        let file = if place.is_empty() { "roi.xlsx".to_owned() } else { format!("{place}/roi.xlsx") };
        std::fs::copy(folder.path("submissions/so-a.xlsx"), folder.path(&file)).unwrap();
        folder.run(&file);
        let beside = if place.is_empty() { "roi.phan-hoi.xlsx".to_owned() } else { format!("{place}/roi.phan-hoi.xlsx") };
        let taken = (folder.path("phan-hoi/roi.phan-hoi.xlsx").exists(), folder.path(&beside).exists());
        for copy in ["phan-hoi/roi.phan-hoi.xlsx", beside.as_str(), file.as_str()] {
            let _ = std::fs::remove_file(folder.path(copy));
        }
        taken
    };
    for place in ["", "submissions", "submissions/dot-2", "appraisal", "evidence/so-a"] {
        assert_eq!(drop(place), (true, false), "{place}");
    }
    for place in ["tai-ve", "tai-ve/submissions", "bieu"] {
        assert_eq!(drop(place), (false, true), "{place}");
    }
}
