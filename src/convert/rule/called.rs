//! What figures are called on the form, where the words of a line alone say too little.

use super::{Recognised, Words, manner};
use crate::convert::draft::Rule;
use crate::convert::line::{lowered, narrows};
use crate::figure::InputKind;

/// Calls figures by what the name of the criterion says of them, too.
pub fn labels(words: &Words<'_>, done: &mut Recognised) {
    // “Số cuộc” alone says nothing to whoever fills in the form.
    for input in done.inputs.list.iter_mut().filter(|input| says_only_how_often(&input.label)) {
        input.label = format!("{}: {}", words.name.trim_end_matches([':', '.', ' ']), lowered(&input.label));
    }
    // “Số văn bản” of faults are those that the name speaks of: “Văn bản bị kết luận trái pháp luật”.
    let name = words.name.trim_end_matches([':', '.', ' ']);
    for input in done.inputs.list.iter_mut().filter(|_| matches!(done.rule, Some(Rule::Deductions { .. }))) {
        let thing = input.label.strip_prefix("Số ").unwrap_or_default().to_lowercase();
        if !thing.is_empty() && name.to_lowercase().strip_prefix(&thing).is_some_and(|rest| rest.starts_with(' ')) {
            input.label = format!("Số {}", lowered(name));
        }
    }
    // “Được công nhận” says nothing of what is.
    let bare = |label: &str| label.split(' ').count() <= FEW && ["Được ", "Bị ", "Đã "].iter().any(|word| label.starts_with(word));
    let said = |label: &str| name.to_lowercase().contains(&label.to_lowercase());
    for input in done.inputs.list.iter_mut().filter(|input| input.kind == InputKind::YesNo && bare(&input.label) && !said(&input.label)) {
        input.label = format!("{name}: {}", lowered(&input.label));
    }
    let money = |text: &str| ["số tiền", "ngân sách", "thu hồi", "kinh phí"].iter().any(|word| text.to_lowercase().contains(word));
    let of_money = money(words.name) || words.lines.iter().any(|line| money(line));
    for input in &mut done.inputs.list {
        if let Some(label) = behind_the_whole(&input.label) {
            input.label = label;
        }
        // “Số đã nộp” beside “nộp đủ 100% số tiền” is an amount.
        if let Some(rest) = PAID
            .iter()
            .find_map(|paid| input.label.strip_prefix(paid).map(|rest| format!("{}{rest}", paid.get("Số ".len()..).unwrap_or_default())))
            && of_money
            && input.kind == InputKind::Count
        {
            (input.label, input.kind, input.measure) = (format!("Số tiền {rest}"), InputKind::Points, None);
        }
    }
    // “Trường hợp qua xác minh là đúng” are cases of what the name says.
    for input in done.inputs.list.iter_mut().filter(|_| words.takes || words.adds) {
        if let Some(label) = manner::cases_of(words.name, &input.label) {
            input.label = label;
        }
    }
}

/// Most words of a label that says nothing of what it is about.
const FEW: usize = 4;

/// What is called a number though it is money.
const PAID: [&str; 4] = ["Số đã nộp", "Số phải nộp", "Số đã thu", "Số phải thu"];

/// Puts brackets that leave things out behind the whole that they leave them out of, too: “Tỷ lệ văn bản đi được ký số (trừ văn bản mật) trên
/// tổng số văn bản đi”.
fn behind_the_whole(label: &str) -> Option<String> {
    let (part, rest) = label.split_once(" (")?;
    let (inside, whole) = rest.split_once(") trên tổng số ")?;
    (narrows(inside) && !whole.contains('(')).then(|| format!("{part} trên tổng số {whole} ({inside})"))
}

/// Tells whether a label names nothing but a unit of what happens: “Số cuộc”, “Số lần”.
fn says_only_how_often(label: &str) -> bool {
    const UNITS: [&str; 12] = ["cuộc", "lần", "lượt", "buổi", "trường hợp", "lớp", "hội nghị", "vụ", "vụ việc", "đợt", "kỳ", "phiên"];
    label.strip_prefix("Số ").is_some_and(|unit| UNITS.contains(&unit))
}
