//! What figures are called on the form, where the words of a line alone say too little.

use super::{Recognised, Words, manner};
use crate::convert::draft::Rule;
use crate::convert::line::lowered;

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
    // “Trường hợp qua xác minh là đúng” are cases of what the name says.
    for input in done.inputs.list.iter_mut().filter(|_| words.takes || words.adds) {
        if let Some(label) = manner::cases_of(words.name, &input.label) {
            input.label = label;
        }
    }
}

/// Tells whether a label names nothing but a unit of what happens: “Số cuộc”, “Số lần”.
fn says_only_how_often(label: &str) -> bool {
    const UNITS: [&str; 12] = ["cuộc", "lần", "lượt", "buổi", "trường hợp", "lớp", "hội nghị", "vụ", "vụ việc", "đợt", "kỳ", "phiên"];
    label.strip_prefix("Số ").is_some_and(|unit| UNITS.contains(&unit))
}
