//! Who scores what stands below a group, where the group says it: “Điều tra xã hội học”, “Hội đồng chấm điểm” beside its name.

use crate::convert::beside::agency;
use crate::convert::draft::Rule;
use crate::convert::line::{Clause, Scorer, clauses, in_brackets, is_survey_area};
use crate::convert::rule::Recognised;
use crate::convert::tree::Node;
use crate::finding::convert::SUPPLIED;

/// Tells whether a group gives all that is below it to the survey: by its heading, in brackets there, by a mark or by a note.
pub fn by_survey(node: &Node) -> bool {
    let heading = &node.row.name.text;
    let bracketed = in_brackets(heading).any(is_survey_area);
    bracketed || is_survey_area(heading) || node.row.survey.is_some() || notes(node).any(|note| says_only(note, surveys))
}

/// Gives the note of a group that says that a council or an office scores all that is below it.
pub fn by_others(node: &Node) -> Option<&str> {
    notes(node).find(|note| says_only(note, judges))
}

/// Lists what stands beside the name of a group, and in lines below it.
fn notes(node: &Node) -> impl Iterator<Item = &str> {
    node.row.others.iter().chain(&node.lines).map(|said| said.text.as_str())
}

/// Tells whether a clause gives the points to the survey.
pub const fn surveys(clause: &Clause) -> bool {
    matches!(clause, Clause::Scorer(Scorer::Survey))
}

/// Tells whether a clause gives the points to a council or an office.
pub const fn judges(clause: &Clause) -> bool {
    matches!(clause, Clause::Scorer(Scorer::Council) | Clause::Supplied(true))
}

/// Tells whether words say that and nothing else.
pub fn says_only(words: &str, says: impl Fn(&Clause) -> bool) -> bool {
    let found = clauses(words);
    !found.is_empty() && found.iter().all(|one| says(&one.clause))
}

/// Takes back the question who scores where the column of those who appraise names the same body: “Do Sở Tư pháp đánh giá” beside
/// “Sở Tư pháp”.
pub fn settled_by_column(node: &Node, read: &mut Recognised) {
    let Some(named) = agency(node).filter(|_| read.rule == Some(Rule::Given("council"))) else { return };
    let body = named.text.to_lowercase();
    let asked_of_it = |message: &str| {
        let said = message.to_lowercase();
        let behind = said.split_once(&format!("do {body} ")).map_or("", |(_, rest)| rest);
        ["đánh giá", "chấm", "theo dõi", "thẩm định", "xếp loại", "cho điểm", "xem xét"].iter().any(|word| behind.starts_with(word))
    };
    read.doubts.retain(|(code, message)| *code != &SUPPLIED || !asked_of_it(&message.vi));
}
