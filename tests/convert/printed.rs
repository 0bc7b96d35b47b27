//! Tables as they are printed: what stands in columns beside the rules, in names, and below the criteria.

use parindex::convert::{Converted, Options};
use parindex::criteria::CriteriaSet;

use super::{converted_with, linted, said};

/// Converts a table; gives the set that it makes, what came of it, and the findings but for notes.
fn read(rows: &[&[&str]]) -> (CriteriaSet, Converted, Vec<String>) {
    let mut table: Vec<&[&str]> = vec![&["(Kèm theo Quyết định số 1/QĐ-UBND)"]];
    table.extend(rows);
    let found = converted_with(&table, &Options::default());
    let findings = said(&found.findings);
    let set = found.value.unwrap();
    (linted(&set.yaml), set, findings)
}

/// Converts two criteria with a column beside them; gives the findings and the set.
fn beside(heading: &str, cells: [&str; 2]) -> (Vec<String>, String) {
    let (_, set, findings) = read(&[
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", heading],
        &["1", "Lĩnh vực", "=4", "", ""],
        &["1.1", "Kế hoạch", "=2", "Có: 2; không: 0", cells[0]],
        &["1.2", "Báo cáo", "=2", "Có: 2; không: 0", cells[1]],
    ]);
    (findings, set.yaml)
}

#[test]
fn a_column_that_nobody_knows_is_told_though_every_criterion_has_a_rule() {
    for (heading, cells, count) in [
        ("Điểm trừ", ["=1", "=0.5"], 2),
        ("Điểm cộng", ["=0", "=1"], 1),
        ("Điểm liệt", ["x", ""], 1),
        ("Hệ số", ["=1", "=2"], 2),
        ("Ngưỡng đạt", ["80%", "90%"], 2),
    ] {
        let told =
            format!("C337 E2: cột E “{heading}” không rõ để làm gì; {count} tiêu chí có ghi ở cột này, chưa dùng vào cách tính điểm");
        assert_eq!(beside(heading, cells).0, [told], "{heading}");
    }
    // These say nothing of points, or nothing at all.
    for (heading, cells) in [
        ("Ghi chú", ["Mới", ""]),
        ("Đơn vị theo dõi", ["Phòng A", "Phòng B"]),
        ("Kết quả năm 2025", ["=2", "=1"]),
        ("Người phụ trách", ["Anh An", "Chị Bình"]),
        ("Ngưỡng đạt", ["-", ""]),
        ("Hệ số", ["=1", "=1"]),
        ("Tự chấm", ["=2", "=2"]),
    ] {
        assert_eq!(beside(heading, cells).0, Vec::<String>::new(), "{heading}");
    }
}

#[test]
fn weights_days_and_whom_it_is_for_are_used_or_asked() {
    // Maxima come to their whole with weights alone.
    let weighted = |whole: &str| {
        let (_, set, findings) = read(&[
            &["STT", "Tiêu chí", "Hệ số", "Điểm tối đa", "Cách tính điểm"],
            &["1", "Lĩnh vực", "", whole, ""],
            &["1.1", "Kế hoạch", "=1", "=2", "Có: 2; không: 0"],
            &["1.2", "Báo cáo", "=2", "=2", "Có: 2; không: 0"],
        ]);
        (set.yaml.contains("weight: 2"), findings.iter().any(|one| one.starts_with("C337")))
    };
    assert_eq!(weighted("=6"), (true, false));
    assert_eq!(weighted("=4"), (false, true));
    let (findings, yaml) = beside("Thời hạn", ["31/01/2026", "Chậm nhất ngày 15/12/2026"]);
    assert_eq!(findings, Vec::<String>::new());
    assert!(yaml.contains("deadline: 2026-01-31") && yaml.contains("deadline: 2026-12-15"), "{yaml}");
    let (findings, yaml) = beside("Thời hạn", ["Trước ngày 31/01/2026", "Thường xuyên"]);
    assert_eq!(findings, ["C332 D4: “Kế hoạch”: cột “Thời hạn” ghi “Trước ngày 31/01/2026”, chưa có trong cách tính"]);
    assert!(!yaml.contains("deadline:"), "{yaml}");
    let (findings, _) = beside("Đối tượng áp dụng", ["Tất cả", "Sở có TTHC"]);
    assert_eq!(findings, ["C332 D5: “Báo cáo”: cột “Đối tượng áp dụng” ghi “Sở có TTHC”, chưa có trong cách tính"]);
}

#[test]
fn a_condition_in_the_name_of_a_group_is_asked() {
    let at_group = |name: &str| {
        read(&[
            &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
            &["1", name, "=2", ""],
            &["1.1", "Kế hoạch", "=2", "Có: 2; không: 0"],
        ])
        .2
    };
    let told = at_group("Giải quyết TTHC (đơn vị có hồ sơ trễ hạn không xin lỗi thì toàn bộ mục này 0 điểm)");
    assert!(matches!(told.as_slice(), [one] if one.starts_with("C316 B3: “(đơn vị có hồ sơ trễ hạn")), "{told:?}");
    for name in ["Thủ tục hành chính (TTHC)", "Cải cách (tối đa 2 điểm)", "Cải cách (tổng 2 điểm)", "Nội dung (02 tiêu chí thành phần)"]
    {
        assert_eq!(at_group(name), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_rule_on_the_line_of_the_name_is_parted_from_it() {
    let named = |name: &str| {
        let (read, set, findings) = read(&[&["STT", "Tiêu chí và cách chấm", "Điểm tối đa"], &["I", "Chung", "2đ"], &["1", name, "2đ"]]);
        let leaf = read.leaves().next().map(|(leaf, _)| leaf.name.clone()).unwrap();
        (leaf, set.understood, findings.into_iter().map(|one| one[..4].to_owned()).collect::<Vec<_>>())
    };
    let name = |words: &str| words.to_owned();
    let none = Vec::<String>::new;
    assert_eq!(named("Tự kiểm tra: có kiểm tra: 2đ; không kiểm tra: 0đ"), (name("Tự kiểm tra"), 1, none()));
    assert_eq!(
        named("Tỷ lệ hồ sơ đúng hạn: từ 95% trở lên: 2 điểm; dưới 95%: 0 điểm"),
        (name("Tỷ lệ hồ sơ đúng hạn"), 1, vec!["C313".to_owned(), "C318".to_owned()])
    );
    // Not understood, and told with its words: never that there is no line.
    let (leaf, understood, codes) = named("Kỷ luật công vụ: chấm theo tỷ lệ % (100% công chức = 2đ), theo phụ lục");
    assert_eq!((leaf.as_str(), understood), ("Kỷ luật công vụ", 0));
    assert_eq!(codes, ["C309"]);
    // A name is a name.
    for plain in ["Kế hoạch: ban hành, thực hiện", "Kế hoạch: tối đa 2 điểm", "Điểm một cửa: bố trí trụ sở"]
    {
        let (leaf, _, codes) = named(plain);
        assert_eq!((leaf.as_str(), codes), (plain, vec!["C310".to_owned()]));
    }
}

#[test]
fn evidence_is_asked_only_where_the_table_asks_for_it() {
    let ask = |cell: &str| {
        let (findings, yaml) = beside("Tài liệu kiểm chứng", [cell, ""]);
        let required = yaml.lines().find(|line| line.contains("evidence:")).map(|line| line.contains("required: true"));
        (required, findings.len())
    };
    for cell in ["Không yêu cầu", "Nếu có", "Không", "Không cần", "Không bắt buộc", "-"] {
        assert_eq!(ask(cell), (None, 0), "{cell}");
    }
    for cell in [
        "Báo cáo (nếu có)",
        "Sở Nội vụ tổng hợp, đơn vị không phải gửi",
        "Đơn vị không phải nộp, Sở Nội vụ kiểm tra hồ sơ",
        "Trích xuất báo cáo từ hệ thống, đơn vị không gửi",
        "Ảnh chụp (không bắt buộc)",
    ] {
        assert_eq!(ask(cell), (Some(false), 0), "{cell}");
    }
    for cell in [
        "x",
        "nt",
        "Như trên",
        "Tùy theo",
        "Kiểm tra thực tế",
        "Sở Nội vụ kiểm tra",
        "Theo kết quả điều tra",
        "Như tiêu chí 1.4",
        "Sở Nội vụ theo dõi bằng phần mềm",
        "Sở Nội vụ tổng hợp báo cáo",
        "Theo kết quả báo cáo trên hệ thống",
    ] {
        assert_eq!(ask(cell), (None, 1), "{cell}");
    }
    for cell in [
        "Báo cáo",
        "Quyết định; ảnh chụp (nếu có)",
        "Biên bản kiểm tra",
        "Báo cáo tổng hợp",
        "Không có tài liệu thì không được tính điểm",
        "Bảng chấm công",
        "Không bắt buộc nộp báo cáo; Quyết định",
        "Báo cáo; ảnh chụp (không bắt buộc)",
    ] {
        assert_eq!(ask(cell), (Some(true), 0), "{cell}");
    }
    assert_eq!(ask("Thiếu 01 tài liệu trừ 0,5 điểm"), (Some(true), 1));
    assert_eq!(ask("Kế hoạch; Sở Nội vụ tổng hợp báo cáo"), (Some(true), 1));
    // “nt” is what stands above it.
    let (findings, yaml) = beside("Tài liệu kiểm chứng", ["Báo cáo quý", "nt"]);
    assert_eq!((yaml.matches("what: Báo cáo quý").count(), findings), (2, vec![]), "{yaml}");
    let (findings, yaml) = beside("Đơn vị thẩm định", ["Sở Nội vụ", "nt"]);
    assert_eq!((yaml.matches("agency: Sở Nội vụ").count(), findings), (2, vec![]), "{yaml}");
    let (findings, yaml) = beside("Đơn vị thẩm định", ["Sở Nội vụ", "Tự chấm"]);
    assert_eq!((yaml.matches("agency:").count(), findings), (1, vec![]), "{yaml}");
}

#[test]
fn a_note_with_a_mark_goes_to_the_criterion_that_bears_it() {
    let noted = |first: &str, note: &str| {
        read(&[
            &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
            &["1", "Lĩnh vực", "=4", ""],
            &["1.1", first, "=2", "Có: 2; không: 0"],
            &["1.2", "Báo cáo", "=2", "Có: 2; không: 0"],
            &["", note, "", ""],
        ])
    };
    for mark in ["*", "(*)", "**", "(1)"] {
        let (read, set, findings) =
            noted(&format!("Văn hóa {mark}"), &format!("{mark} Tiêu chí chỉ áp dụng đối với cơ quan có trụ sở riêng"));
        let leaf = read.leaves().next().unwrap().0;
        assert_eq!(leaf.name, "Văn hóa", "{mark}");
        assert!(matches!(findings.as_slice(), [one] if one.starts_with("C332") && one.contains("“Văn hóa”")), "{mark}: {findings:?}");
        assert_eq!((set.understood, set.partly), (1, 1), "{mark}");
    }
    // Nobody bears it: it is a note below the table.
    let (read, _, findings) = noted("Văn hóa", "* Tiêu chí chỉ áp dụng đối với cơ quan có trụ sở riêng");
    assert!(matches!(findings.as_slice(), [one] if one.starts_with("C330")), "{findings:?}");
    assert!(read.leaves().all(|(_, leaf)| !leaf.text.as_deref().unwrap_or_default().contains("trụ sở")));
}

#[test]
fn the_review_is_as_high_as_its_printed_words() {
    let (_, set, _) = read(&[
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
        &["1", "Lĩnh vực", "=2", ""],
        &["1.1", "Kế hoạch", "=2", "Từ 5 lần: 2; 4 lần: 1,5; 3 lần: 1; 2 lần: 0,5; dưới 2 lần: 0"],
    ]);
    let bytes = set.review_workbook("bang.xlsx", parindex::text::Lang::Vi).unwrap();
    let book = parindex::workbook::open(&bytes, "ra-soat.xlsx").value.unwrap();
    assert_eq!(book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["Rà soát", "set.yaml"]);
    assert!(book.sheets[1].cells.values().any(|cell| cell.shown().contains("steps:")));
    assert!(book.sheets[0].cells.keys().all(|(_, column)| *column < 7));
}

#[test]
fn words_of_the_decision_are_set_beside_the_rule_only_where_they_differ() {
    let told = |rule: &str| {
        let (_, set, _) =
            read(&[&["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"], &["1", "Lĩnh vực", "=2", ""], &["1.1", "Kế hoạch", "=2", rule]]);
        parindex::criteria::lint(set.yaml.as_bytes(), "set.yaml").findings.iter().any(|one| one.code.id == "C046")
    };
    assert!(!told("Ban hành kịp thời: 2\nBan hành chậm: 1\nKhông ban hành: 0"), "but for “điểm” and the ends of lines");
    assert!(!told("Ban hành kịp thời: 2 điểm; ban hành chậm: 1 điểm; không ban hành: 0 điểm."));
    assert!(told("Đạt từ 4 lần: 2 điểm; dưới 4 lần: 0 điểm"), "other words for the same");
}

#[test]
fn what_many_criteria_leave_open_alike_is_asked_once() {
    let rule = "Từ 95% trở lên: 2; dưới 95%: 0";
    let names = ["Tỷ lệ hồ sơ đúng hạn", "Tỷ lệ văn bản ký số", "Tỷ lệ nhiệm vụ hoàn thành"];
    let table = |count: usize| {
        let max = format!("={}", 2 * count);
        let mut rows: Vec<Vec<&str>> = vec![vec!["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"], vec!["1", "Lĩnh vực", &max, ""]];
        let ids: Vec<String> = (1..=count).map(|at| format!("1.{at}")).collect();
        rows.extend(ids.iter().zip(names).map(|(id, name)| vec![id.as_str(), name, "=2", rule]));
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let (_, set, findings) = read(&rows);
        (set, findings)
    };
    // Of which total the rates are taken is a question of its own.
    let others = |findings: Vec<String>| findings.into_iter().filter(|one| !one.starts_with("C318")).collect::<Vec<_>>();
    let (set, findings) = table(3);
    let findings = others(findings);
    let once = "3 tiêu chí 1.1, 1.2, 1.3: bảng chưa quy định trường hợp đơn vị không phát sinh (mẫu số bằng 0) thì được bao nhiêu điểm; tạm tính 0 điểm";
    assert_eq!(findings, [format!("C313 : {once}")]);
    assert_eq!(set.review[0].open.iter().map(|text| text.vi.as_str()).collect::<Vec<_>>(), [once]);
    for row in set.review.iter().filter(|row| row.id.starts_with("1.")) {
        let nothing: Vec<_> = row.open.iter().filter(|one| !one.vi.starts_with("Tỷ lệ tính trên")).collect();
        assert!(row.open.iter().all(|one| one.vi.contains("xem câu hỏi chung ở đầu bảng")), "{row:?}");
        assert!(
            nothing.len() == 1 && nothing[0].vi.starts_with("Đơn vị không phát sinh") && row.yaml.contains("when_nothing: zero"),
            "{row:?}"
        );
    }
    assert_eq!(set.open, 3);
    // Two are asked once as many are, and one at its own place.
    let findings = others(table(2).1);
    assert!(matches!(findings.as_slice(), [one] if one.starts_with("C313 : 2 tiêu chí 1.1, 1.2: ")), "{findings:?}");
    let findings = others(table(1).1);
    assert!(matches!(findings.as_slice(), [one] if one.starts_with("C313 D")), "{findings:?}");
}
