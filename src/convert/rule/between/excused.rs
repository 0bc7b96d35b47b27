//! Units that a criterion leaves out for having none of a thing that its rate doesn't count.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Clause, WordedClause};
use crate::convert::rule::nothing::says;
use crate::convert::rule::{Doubt, Words};
use crate::finding::convert::BESIDE;
use crate::text;

use super::demand::telling;

/// Asks what having none of something gives that isn't what the rate is of: “không đánh giá đối với cơ quan không có đơn vị trực thuộc”
/// beside a rate of files, which may well be there.
pub fn of_another(words: &Words<'_>, said: &[WordedClause], rule: &Rule, inputs: &Inputs) -> Option<Doubt> {
    // A whole that nothing names may be of it.
    let whole = inputs
        .list
        .iter()
        .find(|input| input.label.to_lowercase().starts_with("tổng"))
        .filter(|input| !rule.is_given() && !input.label.contains("(mẫu số"))?;
    let known = telling(&format!("{} {}", whole.label, words.name));
    let other = |one: &&WordedClause| {
        let Clause::Case(case) = &one.clause else { return false };
        let none = none_of(case).filter(|_| says(case, words.max).is_some());
        none.is_some_and(|thing| !thing.is_empty() && !thing.iter().any(|word| known.contains(word) || complaint(word, &known)))
    };
    let text = &said.iter().find(other)?.text;
    let (name, label) = (words.name, &whole.label);
    Some((
        &BESIDE,
        text!(
            "“{name}”: “{text}” nói về thứ khác với “{label}”; tạm chỉ áp dụng khi “{label}” bằng 0",
            "“{name}”: “{text}” speaks of something other than “{label}”; it only counts where “{label}” is 0 for now"
        ),
    ))
}

/// Gives the first words of what a case says that there is none of.
fn none_of(case: &Case) -> Option<Vec<String>> {
    const NONE: [&str; 5] = ["không có", "chưa có", "không phát sinh", "không được giao", "không được"];
    const LIGHT: [&str; 8] = ["phát", "sinh", "phải", "thuộc", "đơn", "vị", "cơ", "quan"];
    const HEAD: usize = 3;
    let joined = case.words.join(" ");
    let behind = NONE.iter().find_map(|none| joined.split_once(none)).map(|(_, behind)| behind.trim())?;
    let all = telling(behind);
    let bare: Vec<String> = all.iter().filter(|word| !LIGHT.contains(&word.as_str())).cloned().collect();
    // “Đơn vị trực thuộc” is a thing, “đơn vị” alone is not.
    Some(bare.into_iter().take(HEAD).collect())
}

/// Tells whether a word is of complaints, and so is what is known: “đơn thư” are “khiếu nại, tố cáo”.
fn complaint(word: &str, known: &[String]) -> bool {
    const COMPLAINTS: [&str; 11] = ["thư", "khiếu", "nại", "tố", "cáo", "phản", "ánh", "kiến", "nghị", "pakn", "kntc"];
    COMPLAINTS.contains(&word) && known.iter().any(|one| COMPLAINTS.contains(&one.as_str()))
}
