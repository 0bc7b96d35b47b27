//! What a count on tables from elsewhere found: figures that were lost, and words of other cells that nobody read.

use parindex::convert::Options;

use super::ordinary::outcomes;
use super::{Converted, converted_with, said};

/// The lines.
const COUNTED: &str = include_str!("counted.txt");

#[test]
fn figures_that_a_line_names_are_those_that_count() {
    let (counts, bad) = outcomes(COUNTED);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

/// Converts criteria of 2 points each, with what their lines and their remarks say.
fn noted(leaves: &[(&str, &str, &str)]) -> (String, Vec<String>) {
    let (set, told) = of_leaves(leaves);
    (set.yaml, told)
}

/// Converts them; gives the set with what is told of it.
fn of_leaves(leaves: &[(&str, &str, &str)]) -> (Converted, Vec<String>) {
    let sum = format!("={}", leaves.len() * 2);
    let ids: Vec<String> = (1..=leaves.len()).map(|n| format!("1.{n}")).collect();
    let mut rows: Vec<Vec<&str>> = vec![
        vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        vec!["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Ghi chú"],
        vec!["1", "Lĩnh vực", &sum, "", ""],
    ];
    rows.extend(leaves.iter().zip(&ids).map(|((name, rule, note), id)| vec![id.as_str(), name, "=2", rule, note]));
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let converted = converted_with(&rows, &Options::default());
    (converted.value.unwrap(), said(&converted.findings))
}

/// Gives what is written of a criterion.
fn of<'y>(yaml: &'y str, id: &str) -> &'y str {
    let from = yaml.split(&format!("- id: \"{id}\"")).nth(1).unwrap();
    from.split("- id: \"1.").next().unwrap()
}

const DONE: &str = "Đã ban hành: 2 điểm; chưa ban hành: 0 điểm";

#[test]
fn who_scores_is_said_by_each_cell_whatever_the_others_hold() {
    let levels = "Tốt: 2 điểm; khá: 1 điểm; yếu: 0 điểm";
    let steps = "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm";
    let (yaml, told) = noted(&[
        ("Ban hành kế hoạch", DONE, "Kế hoạch của cơ quan"),
        ("Ban hành báo cáo", DONE, "Báo cáo năm"),
        ("Ban hành quy chế", DONE, "Quy chế"),
        ("Đánh giá của lãnh đạo xã về sở", "", "Điều tra XHH"),
        ("Mức độ hài lòng của người dân", steps, "Điều tra XHH"),
        ("Mức độ hài lòng trong giải quyết TTHC", steps, "Kết quả khảo sát của Sở Nội vụ"),
        ("Chất lượng tham mưu", levels, "Hội đồng chấm"),
        ("Chất lượng phối hợp", levels, "Sở Nội vụ chấm điểm"),
    ]);
    assert!(of(&yaml, "1.4").contains("given: { by: survey }"), "{yaml}");
    for id in ["1.5", "1.6"] {
        assert!(of(&yaml, id).contains("survey"), "{id}: {}\n{told:?}", of(&yaml, id));
    }
    for id in ["1.7", "1.8"] {
        assert!(of(&yaml, id).contains("given: { by: council }"), "{id}: {}", of(&yaml, id));
    }
    assert!(of(&yaml, "1.8").contains("agency: Sở Nội vụ"), "{yaml}");
    assert!(!told.iter().any(|one| ["C326", "C337", "C310"].iter().any(|code| one.starts_with(code))), "{told:?}");
    // The levels of a council stay asked.
    assert!(told.iter().all(|one| !one.contains("chưa có trong cách tính")), "{told:?}");
}

#[test]
fn a_cell_that_names_a_document_or_what_a_unit_did_says_nothing_of_who_scores() {
    let (yaml, told) = noted(&[
        ("Tổ chức khảo sát sự hài lòng", "Có tổ chức: 2 điểm; không: 0 điểm", "Kết quả khảo sát"),
        ("Khảo sát sự hài lòng", "Có: 2 điểm; không: 0 điểm", "Báo cáo kết quả khảo sát"),
        ("Kế hoạch", "Ban hành trước 31/01/2026: 2 điểm; sau ngày 31/01/2026 hoặc không ban hành: 0 điểm", "Sở Nội vụ chấm điểm"),
    ]);
    assert!(!yaml.contains("by: survey") && !yaml.contains("by: council"), "{yaml}");
    assert!(told.iter().any(|one| one.starts_with("C332 ") && one.contains("“Sở Nội vụ chấm điểm”")), "{told:?}");
    assert!(told.iter().any(|one| one.starts_with("C332 ") && one.contains("“Kết quả khảo sát”")), "{told:?}");
}

#[test]
fn who_else_scores_or_supplies_is_asked_wherever_a_remark_says_it() {
    let levels = "Tốt: 2 điểm; khá: 1 điểm; yếu: 0 điểm";
    let said = [
        "Do người dân chấm",
        "Các sở, ban, ngành đánh giá chéo",
        "Do các sở, ngành nhận xét bằng phiếu",
        "Số liệu do Sở Tư pháp cung cấp",
        "Mặt trận Tổ quốc và các đoàn thể nhận xét",
    ];
    for cell in said {
        let (yaml, told) = noted(&[("Chất lượng phối hợp", levels, cell), ("Ban hành kế hoạch", DONE, "")]);
        let asked = told.iter().any(|one| one.contains(&format!("“{cell}”")) && ["C326", "C332"].iter().any(|code| one.starts_with(code)));
        assert!(asked || yaml.contains("by: council"), "{cell}: {told:?}");
    }
    for cell in ["Kết xuất từ Hệ thống thông tin của tỉnh", "Đơn vị tự đánh giá", "Tiêu chí mới", "Áp dụng từ năm 2026"]
    {
        let (_, told) = noted(&[("Chất lượng phối hợp", levels, cell), ("Ban hành kế hoạch", DONE, "")]);
        assert!(!told.iter().any(|one| one.starts_with("C326")), "{cell}: {told:?}");
    }
    // A document with a time is more than a document.
    let (yaml, told) = noted(&[("Kế hoạch", DONE, "Quyết định ban hành trong quý I"), ("Quy chế", DONE, "Quyết định ban hành quy chế")]);
    assert!(yaml.contains("what: Quyết định ban hành trong quý I"), "{yaml}");
    let due: Vec<&String> = told.iter().filter(|one| one.contains("chưa có trong cách tính")).collect();
    assert!(matches!(due.as_slice(), [one] if one.contains("trong quý I")), "{told:?}");
    // The cell that said who scores is no guidance once more.
    let (yaml, _) = noted(&[("Chất lượng tham mưu", levels, "Hội đồng chấm điểm"), ("Ban hành kế hoạch", DONE, "")]);
    assert!(!yaml.contains("note: Hội đồng"), "{yaml}");
}

#[test]
fn documents_that_remarks_name_are_asked_for_and_told_once() {
    let (yaml, told) = noted(&[
        ("Ban hành kế hoạch", DONE, "Kế hoạch CCHC"),
        ("Sáng kiến", "Có: 2 điểm; không: 0 điểm", "Quyết định công nhận sáng kiến"),
        ("Ban hành quy chế", DONE, "Tiêu chí mới"),
        ("Ban hành quy định", DONE, "Kết xuất từ Hệ thống thông tin giải quyết TTHC tỉnh"),
    ]);
    assert!(of(&yaml, "1.1").contains("evidence: { required: false, what: Kế hoạch CCHC }"), "{yaml}");
    assert!(of(&yaml, "1.2").contains("evidence: { required: false, what: Quyết định công nhận sáng kiến }"), "{yaml}");
    assert!(!of(&yaml, "1.3").contains("evidence:") && !of(&yaml, "1.3").contains("note:"), "{yaml}");
    assert!(of(&yaml, "1.4").contains("note: Kết xuất từ Hệ thống thông tin giải quyết TTHC tỉnh"), "{yaml}");
    let documents: Vec<&String> = told.iter().filter(|one| one.contains("nêu tài liệu")).collect();
    assert!(matches!(documents.as_slice(), [one] if one.starts_with("C332 E2") && one.contains("2 tiêu chí (1.1, 1.2)")), "{told:?}");
}

/// Converts a criterion that stands in one cell with its lines.
fn in_one_cell(cell: &str) -> (String, Vec<String>) {
    let rows: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["TT", "Nội dung", "Điểm chuẩn", "Điểm tự chấm"],
        &["I", "Lĩnh vực", "=4"],
        &["1", cell, "=4"],
    ];
    let converted = converted_with(&rows, &Options::default());
    (converted.value.unwrap().yaml, said(&converted.findings))
}

#[test]
fn a_name_ends_where_its_cell_begins_to_say_how_points_are_given() {
    for (cell, name, rule) in [
        (
            "Tỷ lệ nhiệm vụ được hoàn thành\na = Số nhiệm vụ đã hoàn thành\nb = Tổng số nhiệm vụ trong kế hoạch\nTỷ lệ = a/b\nĐiểm = Tỷ lệ * Điểm tối đa",
            "Tỷ lệ nhiệm vụ được hoàn thành",
            "label: Tổng số nhiệm vụ trong kế hoạch",
        ),
        ("Tỷ lệ công chức được bồi dưỡng\nTỷ lệ % x 4", "Tỷ lệ công chức được bồi dưỡng", "ratio:"),
        ("Thu nợ thuế\n(a/b) x 4, trong đó a là số nợ đã thu, b là tổng số nợ", "Thu nợ thuế", "label: Số nợ đã thu"),
        (
            "Mức độ hài lòng của người dân\nKhảo sát do Sở Nội vụ thực hiện\n- Từ 90%: 4\n- Dưới 90%: 2",
            "Mức độ hài lòng của người dân",
            "from: 90%",
        ),
        ("Xây dựng kế hoạch\nBan hành trước ngày 31/01 hằng năm\n- Đúng hạn: 4\n- Chậm: 0", "Xây dựng kế hoạch", "label: Đúng hạn"),
    ] {
        let (yaml, told) = in_one_cell(cell);
        assert!(yaml.contains(&format!("name: {name}\n")), "{yaml}");
        assert!(yaml.contains(rule), "{cell}: {told:?}\n{yaml}");
        assert!(!told.iter().any(|one| one.starts_with("C310")), "{told:?}");
    }
    // A name that was broken by hand goes on.
    for (cell, name) in [
        ("Ban hành Kế hoạch cải cách hành chính\nnăm 2026\n- Có: 4\n- Không: 0", "Ban hành Kế hoạch cải cách hành chính năm 2026"),
        (
            "Tỷ lệ hồ sơ tại\nTrung tâm Phục vụ hành chính công\n- Từ 90%: 4\n- Dưới 90%: 0",
            "Tỷ lệ hồ sơ tại Trung tâm Phục vụ hành chính công",
        ),
        ("Niêm yết tại Bộ phận\nTiếp nhận và trả kết quả\n- Có: 4\n- Không: 0", "Niêm yết tại Bộ phận Tiếp nhận và trả kết quả"),
    ] {
        let (yaml, _) = in_one_cell(cell);
        assert!(yaml.contains(&format!("name: {name}\n")), "{yaml}");
    }
}

#[test]
fn of_which_total_rates_are_taken_is_asked_once_for_the_set() {
    let steps = "Từ 95% trở lên: 2 điểm; dưới 95%: 0 điểm";
    let open = ("Tỷ lệ hồ sơ giải quyết đúng hạn", steps, "");
    let online = ("Tỷ lệ hồ sơ trực tuyến", steps, "");
    let received = ("Tỷ lệ hồ sơ tiếp nhận qua bộ phận một cửa được giải quyết đúng hạn", steps, "");
    let named = ("Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ tiếp nhận", steps, "");
    let asked =
        |leaves: &[(&str, &str, &str)]| -> Vec<String> { noted(leaves).1.into_iter().filter(|one| one.starts_with("C318")).collect() };
    let told = asked(&[open, online, named]);
    assert!(matches!(told.as_slice(), [one] if one.contains("2 tiêu chí 1.1, 1.2:")), "{told:?}");
    let told = asked(&[received, named, open]);
    assert!(matches!(told.as_slice(), [one] if one.contains("2 tiêu chí 1.1, 1.3:")), "{told:?}");
    assert_eq!(asked(&[named, named]), Vec::<String>::new());
    let (paid, taught) = (("Tỷ lệ thanh toán trực tuyến", steps, ""), ("Tỷ lệ công chức được bồi dưỡng", steps, ""));
    let told = asked(&[paid, open, taught]);
    assert!(matches!(told.as_slice(), [one] if one.contains("2 tiêu chí 1.1, 1.2:")), "{told:?}");
    // What a line says of things whose name says nothing is open, too.
    let (vague, signed) = (("Dịch vụ công", "Hồ sơ trực tuyến từ 80%: 2 điểm; dưới 80%: 0 điểm", ""), ("Văn thư", SIGNED, ""));
    let told = asked(&[vague, signed, named]);
    assert!(matches!(told.as_slice(), [one] if one.contains("2 tiêu chí 1.1, 1.2:") && one.contains("đã tiếp nhận")), "{told:?}");
    // What is no share of things that something is done with has no such total.
    let (towns, woods) = (("Tỷ lệ đô thị hóa", steps, ""), ("Tỷ lệ che phủ rừng", steps, ""));
    assert_eq!(asked(&[towns, woods, ("Tỷ lệ cắt giảm thời gian giải quyết thủ tục", steps, "")]), Vec::<String>::new());
    // Money is neither received nor due.
    let told = asked(&[("Tỷ lệ giải ngân", steps, ""), signed]);
    assert!(matches!(told.as_slice(), [one] if !one.contains("đã tiếp nhận")), "{told:?}");
    // One criterion that leaves it open is asked as many are.
    for alone in [open, online, received, vague] {
        let told = asked(&[alone, named]);
        assert!(
            matches!(told.as_slice(), [one] if one.contains(&format!("“{}”: bảng chưa quy định tỷ lệ tính trên", alone.0))),
            "{told:?}"
        );
    }
}

#[test]
fn every_question_of_a_leaf_is_told_and_counted() {
    let steps = "Từ 95% trở lên: 2 điểm; dưới 95%: 0 điểm. Không phát sinh: 2 điểm";
    let (files, letters, plan) =
        (("Tỷ lệ hồ sơ giải quyết đúng hạn", steps, ""), ("Tỷ lệ hồ sơ trực tuyến", steps, ""), ("Kế hoạch", "Có: 2; không: 0", ""));
    let (nothing, late) = (
        ("Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ tiếp nhận", "Từ 95% trở lên: 2 điểm; dưới 95%: 0 điểm", ""),
        ("Tỷ lệ kiến nghị được trả lời trên tổng số kiến nghị", "Từ 95% trở lên: 2 điểm; dưới 95%: 0 điểm", ""),
    );
    for (leaves, open) in [
        (vec![files, plan], 1),
        (vec![files, letters, plan], 2),
        (vec![nothing, plan], 1),
        (vec![nothing, late, plan], 2),
        (vec![nothing, late, files], 3),
        (vec![plan], 0),
    ] {
        let (set, told) = of_leaves(&leaves);
        assert_eq!(set.open, open, "{told:?}");
        let asked: Vec<String> = (1..=open).map(|at| format!("1.{at}")).collect();
        let names: Vec<&str> = leaves.iter().map(|leaf| leaf.0).collect();
        for (id, name) in asked.iter().zip(&names) {
            let grouped = |one: &String| one.contains("tiêu chí") && one.contains(id.as_str());
            assert!(told.iter().any(|one| one.contains(&format!("“{name}”")) || grouped(one)), "{id} {told:?}");
        }
    }
}

const SIGNED: &str = "Ký số từ 90%: 2 điểm; dưới 90%: 0 điểm";
