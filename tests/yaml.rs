//! YAML as people type it: nothing is eaten silently, no word means something else to another program, no fault hides another.

use std::fs;

use parindex::criteria;
use parindex::finding::Finding;

/// A set that obeys every law.
const GOOD: &str = r#"set: mau
title: Bộ tiêu chí mẫu
status: model
total: 10
note: ghi chú
criteria:
  - id: "1"
    name: Chỉ đạo, điều hành
    max: 6
    rule: { given: { by: unit } }
  - id: "2"
    name: Thể chế
    max: 4
    inputs:
      - { id: dat, kind: yes_no, label: Đạt yêu cầu }
    rule: { yes_no: { all: [dat] } }
"#;

fn shown(finding: &Finding) -> String {
    let place = &finding.place;
    format!("{}:{} {} {}", place.line.unwrap_or(0), place.column.unwrap_or(0), finding.code.id, finding.message.vi)
}

/// Changes the good set, and compares all that is found with what is expected.
#[track_caller]
fn change(changes: &[(&str, &str)], expected: &[&str]) -> Vec<Finding> {
    let mut yaml = GOOD.to_owned();
    for (from, to) in changes {
        assert!(yaml.contains(from), "the good set has no “{from}”");
        yaml = yaml.replacen(from, to, 1);
    }
    let read = criteria::read(&yaml, "set.yaml");
    let found: Vec<String> = read.findings.iter().map(shown).collect();
    assert_eq!(found, expected, "\n{yaml}");
    read.findings
}

/// Changes the good set, and compares the cure of the one finding with what is expected.
#[track_caller]
fn cure(from: &str, to: &str, found: &str, help: &str) {
    let findings = change(&[(from, to)], &[found]);
    assert_eq!(findings[0].help.vi, help);
    for words in [&findings[0].message.en, &findings[0].help.en] {
        assert!(!words.is_empty(), "told in English, too");
    }
}

#[test]
fn text_that_a_hash_cuts_is_told_with_its_cure() {
    cure(
        "Thể chế",
        "Trường THCS Tân An #2",
        "12:30 C016 “name” chỉ còn “Trường THCS Tân An”: sau dấu cách, YAML coi “#2” là ghi chú nên bỏ qua",
        "Nếu là nội dung, đặt cả đoạn trong nháy: \"Trường THCS Tân An #2\"; nếu là ghi chú, chuyển lên một dòng riêng.",
    );
    // One word of plain letters is a text, too.
    change(&[("Thể chế", "THCS # 2")], &["12:16 C016 “name” chỉ còn “THCS”: sau dấu cách, YAML coi “# 2” là ghi chú nên bỏ qua"]);
    // Over several lines the last one is cut.
    change(
        &[("note: ghi chú", "note: dòng một\n  dòng hai # ba")],
        &["6:12 C016 “note” chỉ còn “dòng một dòng hai”: sau dấu cách, YAML coi “# ba” là ghi chú nên bỏ qua"],
    );
    // A text that begins with it.
    change(&[("note: ghi chú", "note: #1 Tân An")], &["5:7 C016 “note” để trống: YAML coi “#1 Tân An” là ghi chú nên bỏ qua"]);
    // In brackets whose other items stand on the next line, and in a list of texts.
    change(
        &[("label: Đạt yêu cầu }", "label: Đạt # yêu cầu\n        }")],
        &["15:45 C016 “label” chỉ còn “Đạt”: sau dấu cách, YAML coi “# yêu cầu” là ghi chú nên bỏ qua"],
    );
    change(&[("title: Bộ", "title: \"Bộ\" # Bộ\n#")], &[]);
}

#[test]
fn comments_behind_anything_else_are_comments() {
    for (from, to) in [
        ("total: 10", "total: 10 # tổng"),
        ("status: model", "status: model # mẫu"),
        ("max: 6", "max: 6   # sáu"),
        ("set: mau", "set: mau # mã"),
        ("id: \"1\"", "id: \"1\" # mã"),
        ("name: Thể chế", "name: \"Thể chế\" # tên"),
        ("note: ghi chú", "# ghi chú\nnote: ghi#chú\n   # nữa"),
        ("note: ghi chú", "note: | # khối\n  ghi # chú"),
        ("all: [dat] } }", "all: [dat] } } # đạt"),
        ("all: [dat]", "all: [ # hai\n      dat, # đạt\n      ]"),
        ("kind: yes_no, label: Đạt yêu cầu }", "kind: yes_no, label: Đạt yêu cầu } # số liệu"),
        ("rule: { given", "rule: # quy tắc\n      { given"),
        ("title: Bộ", "source: { date: 2018-07-27, item: 3.1 } # căn cứ\ntitle: Bộ"),
        ("title: Bộ", "version: 2 # bản\ntitle: Bộ"),
        ("title: Bộ", "valid:\n  from: 2018-01-01 # ngày\n  to: 2018-12-31\ntitle: Bộ"),
    ] {
        change(&[(from, to)], &[]);
    }
}

#[test]
fn what_a_hash_breaks_names_the_hash() {
    cure(
        "kind: yes_no, label: Đạt yêu cầu }",
        "label: Tổ #1 xã Tân An, kind: yes_no }",
        "15:30 C001 sau dấu cách, YAML coi “#1 xã Tân An, kind: yes_no }” là ghi chú nên bỏ qua, vì vậy “{” không có dấu đóng",
        "Nếu là nội dung, đặt cả đoạn trong nháy: \"Tổ #1 xã Tân An\"; nếu là ghi chú, chuyển lên một dòng riêng.",
    );
    change(
        &[("rule: { yes_no: { all: [dat] } }", "rule: { yes_no: { all: [dat # đạt] } }")],
        &["16:33 C001 sau dấu cách, YAML coi “# đạt] } }” là ghi chú nên bỏ qua, vì vậy “[” không có dấu đóng"],
    );
    change(
        &[("note: ghi chú", "note: một # hai\n  ba")],
        &["5:11 C001 sau dấu cách, YAML coi “# hai” là ghi chú nên bỏ qua, và dòng sau không nối tiếp được"],
    );
    change(
        &[("note: ghi chú", "note # hai: ghi chú")],
        &["5:6 C001 sau dấu cách, YAML coi “# hai: ghi chú” là ghi chú nên bỏ qua, và dòng sau không nối tiếp được"],
    );
}

#[test]
fn words_that_yaml_1_1_takes_for_something_else_are_told() {
    cure(
        "name: Thể chế",
        "name: No",
        "12:11 C017 “name” ghi No không có nháy: phần mềm đọc YAML 1.1 hiểu là “sai” (false)",
        "Viết \"No\" có nháy, hoặc đặt tên khác.",
    );
    let told = |id: &str| {
        let yaml = GOOD.replace("id: \"2\"", &format!("id: {id}"));
        criteria::read(&yaml, "set.yaml").findings.iter().any(|finding| finding.code.id == "C017")
    };
    for id in [
        "y",
        "n",
        "on",
        "off",
        "yes",
        "no",
        "Yes",
        "NO",
        "true",
        "False",
        "Null",
        "010",
        "1_000",
        "0x1f",
        "0b1",
        "0o17",
        "1.10",
        "1e3",
        "+1",
        "-0",
        ".5",
        "1.",
        "007",
        "1:30",
        "190:20:30",
        ".inf",
        "-.inf",
        ".nan",
        "2018-12-31",
        "2018-1-1",
        "2018-12-31T10:00:00Z",
    ] {
        assert!(told(id), "{id}");
        assert!(!told(&format!("\"{id}\"")), "{id} in quotes");
    }
    for id in ["1", "1.1", "3.1.2", "2018", "T1", "I", "ye", "onn", "x", "A.1", "so-2", "1-2", "0", "0.5", "nul"] {
        assert!(!told(id), "{id}");
    }
    // Where an id is used, and as a key.
    change(
        &[("id: dat", "id: \"n\""), ("all: [dat]", "all: [n]")],
        &["16:29 C017 “all” ghi n không có nháy: phần mềm đọc YAML 1.1 hiểu là “sai” (false)"],
    );
}

#[test]
fn the_language_has_no_word_that_yaml_1_1_takes_for_something_else() {
    fn words(schema: &serde_json::Value, found: &mut Vec<String>) {
        match schema {
            serde_json::Value::Object(keys) => {
                if let Some(fields) = keys.get("properties").and_then(|fields| fields.as_object()) {
                    found.extend(fields.keys().cloned());
                }
                found.extend(keys.get("const").and_then(|word| word.as_str()).map(str::to_owned));
                // 0 is the same number to both, and may be written as one.
                let list = keys.get("enum").and_then(|list| list.as_array()).map_or(&[][..], Vec::as_slice);
                let number = |word: &str| list.iter().any(|one| one.as_u64().is_some_and(|number| word.parse() == Ok(number)));
                found.extend(list.iter().filter_map(|one| one.as_str()).filter(|word| !number(word)).map(str::to_owned));
                keys.values().for_each(|below| words(below, found));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| words(item, found)),
            _ => {}
        }
    }
    for schema in [criteria::schema(), parindex::cases::schema(), parindex::campaign::schema()] {
        let mut found = Vec::new();
        words(&schema, &mut found);
        assert!(found.len() > 4);
        for word in found {
            let lower = word.to_lowercase();
            assert!(!["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"].contains(&lower.as_str()), "{word}");
            assert!(!word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-')), "{word}");
        }
    }
}

#[test]
fn old_spellings_keep_their_meaning_and_print_the_new_line() {
    let rule = "rule: { yes_no: { all: [dat], yes: 100%, no: 0, no_penalty: 0.25 } }";
    cure(
        "rule: { yes_no: { all: [dat] } }",
        rule,
        "16:35 C018 “yes”, “no”, “no_penalty” là cách viết cũ, nay viết “met”, “unmet”, “unmet_penalty”",
        "Viết: rule: { yes_no: { all: [dat], met: 100%, unmet: 0, unmet_penalty: 0.25 } }",
    );
    let read = |rule: &str| criteria::read(&GOOD.replace("rule: { yes_no: { all: [dat] } }", rule), "set.yaml").value.unwrap();
    let new = rule.replace("no_penalty", "unmet_penalty").replace(" yes:", " met:").replace(" no:", " unmet:");
    let (old, new) = (read(rule), read(&new));
    assert_eq!(
        old.leaves().map(|(_, leaf)| leaf.clone()).collect::<Vec<_>>(),
        new.leaves().map(|(_, leaf)| leaf.clone()).collect::<Vec<_>>()
    );
    // Each line is printed anew.
    let several = "rule:\n      yes_no:\n        all: [dat]\n        yes: 100%\n        no: 0";
    let found = change(
        &[("rule: { yes_no: { all: [dat] } }", several)],
        &["19:9 C018 “yes” là cách viết cũ, nay viết “met”", "20:9 C018 “no” là cách viết cũ, nay viết “unmet”"],
    );
    assert_eq!(found.iter().map(|finding| finding.help.vi.as_str()).collect::<Vec<_>>(), ["Viết: met: 100%", "Viết: unmet: 0"]);
    // Laws point at the value, however its key is spelt.
    change(
        &[("all: [dat]", "all: [dat], no: 7")],
        &["16:35 C018 “no” là cách viết cũ, nay viết “unmet”", "16:39 C101 Mức này cho “7” điểm, ngoài khoảng từ 0 đến điểm tối đa “4”."],
    );
    change(&[("all: [dat]", "all: [dat], no: 0, unmet: 0")], &["16:35 C002 “no” là cách viết cũ của “unmet”, mà “unmet” cũng có"]);
}

#[test]
fn a_fault_of_syntax_hides_no_other_mistake() {
    let others: &[(&str, &str)] = &[("status: model", "status: modle"), ("max: 4", "mx: 4")];
    let status = "3:9 C008 “status” không nhận giá trị “modle”";
    for (from, to, fault, key) in [
        ("name: Chỉ đạo, điều hành", "name: Chỉ đạo: điều hành", "8:18 C014 đoạn chữ có dấu “: ” mà không đặt trong nháy", "13:5"),
        ("name: Chỉ đạo, điều hành", "name: \"Chỉ đạo", "8:11 C001 dấu nháy mở ở dòng 8 mà không đóng", "13:5"),
        (
            "rule: { given: { by: unit } }",
            "rule: { given: { by: unit }",
            "10:11 C001 “{” mở ở đây mà không đóng, hoặc thiếu dấu phẩy giữa các mục",
            "13:5",
        ),
        ("note: ghi chú", "note ghi chú", "5:1 C001 thiếu dấu hai chấm và dấu cách sau khóa", "13:5"),
        (
            "name: Chỉ đạo, điều hành",
            "name: “Chỉ đạo”: điều hành",
            "8:11 C012 “Chỉ đạo” nằm trong nháy cong, YAML chỉ hiểu nháy thẳng",
            "13:5",
        ),
        ("    max: 6", "   max: 6", "9:4 C001 dòng này thụt vào không khớp với các dòng bên trên", "13:5"),
        ("note: ghi chú", "note: @ghi chú", "5:7 C001 giá trị không thể bắt đầu bằng “@”", "13:5"),
    ] {
        let changes: Vec<(&str, &str)> = others.iter().copied().chain([(from, to)]).collect();
        let unknown = format!("{key} C003 “2” không có khóa “mx”");
        change(&changes, &[status, fault, &unknown]);
        // Nothing is said of what was left out.
        change(&[(from, to)], &[fault]);
    }
    // Several faults of syntax at once.
    change(
        &[("note: ghi chú", "note: a: b"), ("name: Thể chế", "name: Thể: chế"), ("max: 6", "mx: 6")],
        &[
            "5:8 C014 đoạn chữ có dấu “: ” mà không đặt trong nháy",
            "9:5 C003 “1” không có khóa “mx”",
            "12:14 C014 đoạn chữ có dấu “: ” mà không đặt trong nháy",
        ],
    );
}

#[test]
fn ids_and_sums_are_held_beside_a_fault_of_syntax() {
    let set = "set: thu\ntitle: Thử\nstatus: model\ntotal: 10\ncriteria:\n\
        - id: \"1\"\n  name: Một\n  max: 5\n  criteria:\n  \
        - { id: \"1.1\", name: A, max: 2, rule: { given: { by: unit } } }\n  \
        - { id: \"1.2\", name: B, max: 2, rule: { given: { by: unit } } }\n\
        - id: \"2\"\n  name: Hai\n  max: 4\n  criteria:\n  \
        - { id: \"2.1\", name: C, max: 3, rule: { given: { by: unit } } }\n  \
        - { id: \"1.1\", name: D, max: 2, rule: { given: { by: unit } } }\n";
    let found = |from: &str, to: &str| {
        let yaml = set.replacen(from, to, 1);
        assert!(yaml != set || from == to);
        let found = criteria::read(&yaml, "set.yaml").findings;
        found.iter().map(|one| format!("{}:{}", one.place.line.unwrap(), one.code.id)).collect::<Vec<_>>()
    };
    assert_eq!(found("Hai", "Hai"), ["4:C022", "8:C021", "14:C021", "17:C020"]);
    // The fault is in one area: its own sum and the total may have lost a part, the other area's has not.
    assert_eq!(found("name: Hai", "name: Hai: ba"), ["8:C021", "13:C014", "17:C020"]);
    assert_eq!(found("name: C,", "name: \"C,"), ["8:C021", "16:C001", "17:C020"]);
    // In the other one, in the head of the set, and at its end.
    assert_eq!(found("name: A,", "name: @A,"), ["10:C001", "14:C021"]);
    assert_eq!(found("title: Thử", "title: Thử: một"), ["2:C014", "8:C021", "14:C021", "17:C020"]);
}

#[test]
fn laws_are_told_beside_keys_that_nobody_knows_and_beside_faults_of_syntax() {
    let reversed = ("total: 10", "valid: { from: 2026-12-31, to: 2026-01-01 }\ntotal: 10");
    let told = "4:32 C030 ngày đầu hiệu lực 31/12/2026 sau ngày cuối 01/01/2026";
    change(&[reversed, ("note: ghi chú", "ghi_chu: x")], &[told, "6:1 C003 không có khóa “ghi_chu”"]);
    // The key that was meant is taken for it, so that nothing is missing that only its name hides.
    change(&[reversed, ("inputs:", "input:")], &[told, "15:5 C003 “2” không có khóa “input”"]);
    change(&[reversed, ("yes_no: { all: [dat] }", "yes_no: { all: [dat], khac: 1 }")], &[told, "17:35 C003 “yes_no” không có khóa “khac”"]);
    change(&[reversed, ("note: ghi chú", "note: ghi: chú")], &[told, "6:10 C014 đoạn chữ có dấu “: ” mà không đặt trong nháy"]);
    // What may have been lost with the fault is not missed.
    change(
        &[("      - { id: dat, kind: yes_no, label: Đạt yêu cầu }", "      - { id: dat, kind: yes_no, label: Đạt: yêu: cầu }")],
        &["15:9 C001 “{” mở ở đây mà không đóng, hoặc thiếu dấu phẩy giữa các mục"],
    );
}

#[test]
fn texts_that_no_cell_can_show_are_told() {
    change(&[("name: Thể chế", &format!("name: {}", "x".repeat(4_001)))], &["12:11 C015 “name” dài 4001 ký tự, tối đa 4000"]);
    let levels: Vec<String> = (0..6).map(|n| format!("{{ id: m{n}, label: {n}{}, points: {} }}", "x".repeat(3_000), n.min(4))).collect();
    let rule = format!("rule: {{ levels: {{ of: dat, levels: [ {} ] }} }}", levels.join(", "));
    let findings = change(
        &[("kind: yes_no", "kind: choice"), ("rule: { yes_no: { all: [dat] } }", &rule)],
        &["16:5 C015 cách chấm viết thành lời dài 18071 ký tự, tối đa 16000"],
    );
    assert_eq!(findings[0].help.vi, "Viết tên các mức, các phần ngắn lại.");
}

#[test]
fn values_that_another_program_reads_otherwise_are_told() {
    let campaign = |from: &str, to: &str| {
        let folder = crate::folder::Folder::base();
        let text = fs::read_to_string(folder.path("campaign.yaml")).unwrap();
        assert!(text.contains(from), "{text}");
        folder.put("campaign.yaml", text.replacen(from, to, 1));
        let read = parindex::folder::read_campaign(&folder.path(".")).unwrap();
        read.findings.iter().map(|one| format!("{} {} {}", one.code.id, one.message.vi, one.help.vi)).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(campaign("year: 2026", "year: 02026"), "C006 “year” phải là một số nguyên, không phải “02026” Viết 2026");
    assert_eq!(
        campaign("official: accepted", "official: accept"),
        "C008 “official” không nhận giá trị “accept” Có phải là “accepted”? Các giá trị dùng được: “claimed”, “computed”, “accepted”, “appraised_1”, “appraised_2”."
    );
    assert_eq!(campaign("official: accepted", "official: appraised_12"), "");
    assert_eq!(
        campaign("deadline: 2027-01-15", "deadline: 2027-01-31 10:00:00"),
        "C007 “deadline” phải là một ngày như 2018-12-31, không phải “2027-01-31 10:00:00” Viết 2027-01-31"
    );
    // A fault of the campaign hides none of its sets.
    let folder = crate::folder::Folder::base();
    folder.put("campaign.yaml", fs::read_to_string(folder.path("campaign.yaml")).unwrap().replacen("year: 2026", "year: 26", 1));
    let set = folder.path("criteria/nho/set.yaml");
    folder.put("criteria/nho/set.yaml", fs::read_to_string(&set).unwrap().replacen("title: ", "title: Bộ: ", 1));
    let read = parindex::folder::read_campaign(&folder.path(".")).unwrap();
    assert_eq!(read.findings.iter().map(|one| one.code.id).collect::<Vec<_>>(), ["C015", "C014"]);
}

#[test]
fn a_tab_is_named_on_its_own_line() {
    for (from, to, line) in [
        ("    max: 6", "\tmax: 6", 9),
        ("  - id: \"1\"\n    name", "  - id: \"1\"\n\tname", 8),
        ("note: ghi chú", "note: ghi\n\tchú", 6),
        ("      - { id: dat", "    \t- { id: dat", 15),
        ("    name: Thể chế", "  \tname: Thể chế", 12),
    ] {
        let yaml = GOOD.replacen(from, to, 1).replace("status: model", "status: modle");
        let found = criteria::read(&yaml, "set.yaml").findings;
        let words: Vec<String> = found.iter().map(shown).collect();
        let tab = found.iter().find(|finding| finding.code.id == "C013").unwrap_or_else(|| panic!("{words:?}\n{yaml}"));
        assert_eq!(tab.place.line, Some(line), "{words:?}\n{yaml}");
        assert_eq!(tab.message.vi, format!("dòng {line} thụt đầu dòng bằng phím Tab"));
        assert!(words.iter().any(|words| words.starts_with("3:9 C008 ")), "{words:?}\n{yaml}");
        assert_eq!(words.len(), 2, "{words:?}\n{yaml}");
    }
}

#[test]
fn a_no_break_space_is_named_on_its_own_line() {
    let message = |line: usize| format!("dòng {line} thụt đầu dòng bằng dấu cách đặc biệt (không ngắt dòng), YAML không coi là dấu cách");
    for (from, to, line) in [
        ("    max: 6", "\u{a0}\u{a0}\u{a0}\u{a0}max: 6", 9),
        ("    max: 6", "  \u{a0} max: 6", 9),
        ("  - id: \"1\"\n    name", "  - id: \"1\"\n  \u{a0} name", 8),
        ("      - { id: dat", "      \u{2003}- { id: dat", 15),
        ("    name: Thể chế", " \u{202f}\u{202f} name: Thể chế", 12),
        ("note: ghi chú", "note: ghi\n\u{a0}chú", 6),
    ] {
        let yaml = GOOD.replacen(from, to, 1).replace("status: model", "status: modle");
        let found = criteria::read(&yaml, "set.yaml").findings;
        let words: Vec<String> = found.iter().map(shown).collect();
        let told = found.iter().find(|finding| finding.message.vi == message(line)).unwrap_or_else(|| panic!("{words:?}\n{yaml}"));
        assert_eq!((told.place.line, told.code.id), (Some(line), "C001"), "{words:?}\n{yaml}");
        assert!(words.iter().any(|words| words.starts_with("3:9 C008 ")), "{words:?}\n{yaml}");
    }
    // Inside words, and in a text of several lines, it is a letter like others.
    for to in ["note: ghi\u{a0}chú", "note: |\n  ghi\n  \u{a0}\u{a0}chú"] {
        let found = criteria::read(&GOOD.replacen("note: ghi chú", to, 1), "set.yaml").findings;
        assert!(found.iter().all(|finding| !finding.message.vi.contains("thụt đầu dòng")), "{to:?}: {found:?}");
    }
}

#[test]
fn a_second_fault_of_syntax_is_told_beside_blanks_that_are_none() {
    let second = "12:14 C014 đoạn chữ có dấu “: ” mà không đặt trong nháy";
    for (blanks, code) in [("\u{a0}\u{a0}\u{a0}\u{a0}", "C001"), ("\t", "C013"), ("\t\t", "C013")] {
        let yaml = GOOD.replacen("    max: 6", &format!("{blanks}max: 6"), 1).replacen("name: Thể chế", "name: Thể: chế", 1);
        let found: Vec<String> = criteria::read(&yaml, "set.yaml").findings.iter().map(shown).collect();
        assert!(found.len() == 2 && found[0].contains(code) && found[0].starts_with("9:") && found[1] == second, "{found:?}\n{yaml}");
    }
}

#[test]
fn no_finding_of_syntax_speaks_english_in_vietnamese() {
    for to in [
        "note: ghi\n\tchú",
        "note: {a:b}",
        "note: \"\\ud800\"",
        "note: !",
        "note: &",
        "note: %",
        "note: `a",
        "note: [a]]",
        "note: ? a\n: b",
        "%YAML 3.0",
        "note: \"a\" b",
        "note: 'a' b",
        "note: >9a",
        "note: |x",
        "note: - a",
        "- note",
        "note: a\n b: c",
        "note: *",
        "? [a]: b",
        "note: !!x y",
        "note: \u{feff}a",
        "note: [a, b",
        "note: {a: b",
        "note: a\n...\nb: c",
        "note: \"\\q\"",
        "note: !<a b",
        "note: !a!b c",
        "}",
        "note:a",
        "? a",
        ": a",
    ] {
        let yaml = GOOD.replacen("note: ghi chú", to, 1);
        for finding in criteria::read(&yaml, "set.yaml").findings {
            let english = ["while ", "found", "expected", "unexpected", " the ", "mapping", "scalar", "did not", "invalid"];
            assert!(!english.iter().any(|word| finding.message.vi.contains(word)), "{to}: {}", finding.message.vi);
        }
    }
}

#[test]
fn bounds_of_length_are_told_as_they_are() {
    let campaign = fs::read_to_string("tests/broken/base/campaign.yaml").unwrap();
    let title = campaign.lines().find(|line| line.starts_with("title:")).unwrap();
    let folder = crate::folder::Folder::base();
    for (words, told) in [
        ("Đánh giá ".repeat(40), "“title” dài 359 ký tự, tối đa 300"),
        ("\"\"".to_owned(), "“title” để trống"),
        ("\"   \"".to_owned(), "“title” để trống"),
    ] {
        folder.put("campaign.yaml", campaign.replace(title, &format!("title: {words}")).into_bytes());
        let said = folder.run("lint .");
        let all = format!("{}{}", said.out, said.err);
        assert!(all.contains(told), "{all}");
        assert!(words.len() < 300 || !all.contains("để trống"), "{all}");
    }
}

#[test]
fn an_input_allows_days_around_what_is_scored_or_as_the_set_writes_them() {
    let set = |days: &str, valid: &str| {
        let input = format!("{{ id: dat, kind: date, label: Ngày{days} }}");
        let yaml = GOOD
            .replace("{ id: dat, kind: yes_no, label: Đạt yêu cầu }", &input)
            .replace("note: ghi chú\n", valid)
            .replace("yes_no: { all: [dat] }", "deadline: { of: dat, steps: [ { by: 2024-03-31, points: 4 } ] }");
        let read = criteria::read(&yaml, "set.yaml");
        read.value.unwrap_or_else(|| panic!("{:?}", read.findings.iter().map(shown).collect::<Vec<_>>()))
    };
    let days = |set: &criteria::CriteriaSet| {
        let (_, leaf) = set.leaves().nth(1).unwrap();
        leaf.inputs[0].days
    };
    let valid = "valid: { from: 2024-01-01, to: 2024-12-31 }\n";
    let year =
        |year: i16| criteria::Period { from: jiff::civil::Date::new(year, 1, 1).ok(), to: jiff::civil::Date::new(year, 12, 31).ok() };
    for (days, expected) in [
        (days(&set("", "")), ""),
        (days(&set("", valid)), "từ 01/01/2014 đến 31/12/2026"),
        (days(&set("", valid).within(year(2025))), "từ 01/01/2015 đến 31/12/2027"),
        (days(&set("", "").within(year(2025))), "từ 01/01/2015 đến 31/12/2027"),
        (days(&set(", earliest: 2020-06-01", valid)), "từ 01/6/2020 đến 31/12/2026"),
        (days(&set(", latest: 2024-12-31", valid).within(year(2025))), "từ 01/01/2015 đến 31/12/2024"),
        (days(&set(", earliest: 1990-01-01, latest: 2040-01-01", "")), "từ 01/01/1990 đến 01/01/2040"),
        (days(&set(", earliest: 1990-01-01", "")), "từ 01/01/1990 trở đi"),
    ] {
        assert_eq!(days.words().vi, expected);
        for (day, allowed) in [(days.earliest(), true), (days.latest(), true)] {
            assert!(day.is_none_or(|day| days.allow(day)) == allowed);
        }
        assert!(days.earliest().is_none_or(|day| !days.allow(day.yesterday().unwrap())));
        assert!(days.latest().is_none_or(|day| !days.allow(day.tomorrow().unwrap())));
    }
}

#[test]
fn a_null_character_is_told_where_it_stands() {
    let files: [(&[u8], usize, usize); 3] =
        [(b"set: x\ntitle: \0a\n", 2, 8), (b"set: x\ntitle: B\xC3\xA0\0\n", 2, 10), (b"\xEF\xBB\xBFset: \0x\n", 1, 6)];
    for (bytes, line, column) in files {
        let read = criteria::read_bytes(bytes, "set.yaml");
        let found: Vec<String> = read.findings.iter().map(shown).collect();
        assert_eq!(found, [format!("{line}:{column} C011 dòng {line}, cột {column} có ký tự rỗng (U+0000)")]);
    }
}

#[test]
fn a_limit_below_nothing_is_told_as_what_it_is() {
    let found = |limit: &str| {
        let yaml = GOOD.replace("criteria:\n", "figures: [ { id: qua_han, kind: count, label: Số hồ sơ quá hạn } ]\ncriteria:\n").replace(
            "    rule: { yes_no: { all: [dat] } }",
            &format!("    requires: [ {{ figure: qua_han, at_most: {limit} }} ]\n    rule: {{ yes_no: {{ all: [dat] }} }}"),
        );
        let read = criteria::read(&yaml, "set.yaml");
        let said = |one: &Finding| format!("{} {} → {}", one.code.id, one.message.vi, one.help.vi);
        read.findings.iter().filter(|one| one.severity == parindex::finding::Severity::Error).map(said).collect::<Vec<_>>()
    };
    assert_eq!(
        found("-1"),
        ["C015 “at_most” là -1, phải từ 0 trở lên → Tỷ lệ và số liệu không bao giờ âm; “không có trường hợp nào” viết là 0."]
    );
    assert_eq!(found("0"), Vec::<String>::new());
}
