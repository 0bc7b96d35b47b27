//! What is said of what a form does not have: figures without a place, and words that back a leaf in a column that is not read.

use super::thu::{checked, form};

const PLAN: &str = "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";

/// Draws the form with its second area on a sheet of its own, whose heading has these words instead of “Số liệu kê khai”.
fn parted(figures: &str, cells: [&str; 2]) -> String {
    let whole = form(&["Điểm tự chấm"]);
    let (first, second) = whole.split_at(whole.find("'2 |").unwrap());
    let head: String = first.split_inclusive('\n').take(4).collect();
    let second = second.replace("| 80 |", &format!("| {} |", cells[0])).replace("Công khai đầy đủ, kịp thời", cells[1]);
    format!("== Một\n{first}== Hai\n{}{second}", head.replace("Số liệu kê khai", figures))
}

#[test]
fn a_key_is_proposed_only_for_figures_without_any_place() {
    let proposed = |text: &str| checked(text).of("S114");
    let told =
        "– Không biểu nào của khối có số liệu của 2 tiêu chí; nếu biểu của tỉnh không hỏi, khai form: { no_figures: [\"2.1\", \"2.2\"] }.";
    assert_eq!(proposed(&parted("", ["", ""])), [told]);
    // A cell that is blank is a place.
    for (figures, cells) in [("Số liệu kê khai", ["", ""]), ("Số liệu kê khai", ["80", ""])] {
        assert_eq!(proposed(&parted(figures, cells)), Vec::<String>::new(), "{figures} {cells:?}");
    }
    // What could not be chosen between says nothing of the rest.
    for scores in [["Điểm tự chấm", "Điểm tự chấm"], ["Kết quả tự đánh giá", "Điểm tự chấm"]] {
        let none = form(&scores).replace("| 80 |", "| |").replace("Công khai đầy đủ, kịp thời", "");
        assert_eq!(proposed(&none), Vec::<String>::new(), "{scores:?}");
    }
    let blank = form(&["Điểm tự chấm"]).replace("| 80 |", "| |");
    assert_eq!(checked(&blank).found, ["P001 error"]);
}

#[test]
fn words_that_back_a_leaf_in_a_column_that_is_not_read_are_an_error() {
    let base = form(&["Điểm tự chấm"]);
    let under = |heading: &str, words: &str| base.replace("| TLKC", &format!("| {heading} | Giải trình")).replace(PLAN, words);
    for (heading, words) in [
        ("Căn cứ chấm điểm", PLAN),
        ("Ghi chú", PLAN),
        ("Ý kiến", PLAN),
        ("Điểm thẩm định / Nhận xét", PLAN),
        ("Ghi chú", "Kế hoạch ban hành chung với huyện"),
        ("Lý do", "Kế hoạch ban hành chung với huyện"),
        ("Nhận xét", "tệp ke-hoach.pdf"),
    ] {
        let said = checked(&under(heading, words));
        assert_eq!(said.accepted("1.1").as_deref(), Some("0.00"), "{heading}: {:?}", said.json["findings"]);
        assert!(said.found.contains(&"S091 error".to_owned()), "{heading}: {:?}", said.json["findings"]);
        let told = &said.of("S091")[0];
        assert!(told.starts_with("F6 Cột “") && told.contains("chưa có tài liệu kiểm chứng, giải trình (1.1)"), "{heading}: {told}");
    }
    // A leaf that is backed lacks nothing, promises and marks explain nothing, and the council's own words are not the unit's.
    let backed = base.replace("| TLKC", "| TLKC | Ghi chú").replace(PLAN, &format!("{PLAN} | {PLAN}"));
    for (what, text) in [
        ("backed", backed),
        ("promise", under("Ghi chú", "sẽ bổ sung")),
        ("mark", under("Ghi chú", "x")),
        ("council", under("Nhận xét của Hội đồng thẩm định", "Thiếu tài liệu")),
    ] {
        let said = checked(&text);
        assert!(!said.found.contains(&"S091 error".to_owned()), "{what}: {:?}", said.json["findings"]);
    }
}
