//! What words beside a criterion leave out of what is counted: “Không tính văn bản mật” stands in the labels of the figures that it
//! is said of, or is asked. A note alone is read by nobody who types a number.

use crate::convert::draft::Rule;
use crate::convert::line::{lowered, narrows};
use crate::convert::rule::{Recognised, asked_beside, head};
use crate::finding::convert::BESIDE;

/// Words by which things are left out.
const WITHOUT: [&str; 10] = [
    "ngoại trừ ",
    "loại trừ ",
    "đã trừ ",
    "trừ ",
    "không bao gồm ",
    "không gồm ",
    "không kể ",
    "không tính đến ",
    "không tính ",
    "chưa bao gồm ",
];

/// Gives the things that a remark leaves out; `None` where it leaves out none, or nobody knows what they are.
fn left_out(remark: &str) -> Option<String> {
    let plain = remark.trim().trim_start_matches(['(', '-', ' ']).to_lowercase();
    let things = WITHOUT.iter().find_map(|word| plain.strip_prefix(word))?;
    let things = ["các ", "những ", "số "].iter().find_map(|word| things.strip_prefix(word)).unwrap_or(things);
    let cases = things.starts_with("trường hợp").then(|| "trường hợp".to_owned());
    Some(cases.or_else(|| head(things)).unwrap_or_default())
}

/// Puts what remarks leave out into the labels of figures of such things, and asks of what fits none.
pub fn narrow(name: &str, read: &mut Recognised) {
    let Some(rule) = read.rule.as_ref().filter(|rule| !rule.is_given()) else { return };
    let levels: Vec<String> = match rule {
        Rule::Levels { levels, .. } => levels.iter().map(|level| level.label.to_lowercase()).collect(),
        _ => Vec::new(),
    };
    let remarks: Vec<String> = read.remarks.iter().filter(|remark| narrows(remark)).cloned().collect();
    for remark in remarks {
        let Some(things) = left_out(&remark).map(|things| things.to_lowercase()) else { continue };
        let said = lowered(remark.trim().trim_matches(['(', ')', '.', ' ']));
        let of_these = |label: &str| !things.is_empty() && label.to_lowercase().contains(&things);
        let in_levels = levels.iter().any(|level| of_these(level));
        let mut fits = false;
        for input in &mut read.inputs.list {
            let known = input.label.to_lowercase().contains(&said.to_lowercase());
            if !known && (of_these(&input.label) || in_levels) {
                input.label = format!("{} ({said})", input.label);
                fits = true;
            }
            fits |= known;
        }
        let asked = read.doubts.iter().any(|(code, message)| *code == &BESIDE && message.vi.contains(&remark));
        if !fits && !asked {
            read.doubts.push(asked_beside(name, &remark));
        }
    }
}
