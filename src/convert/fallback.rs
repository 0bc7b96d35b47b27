//! Who gives the points of a criterion whose lines no rule was made of.

use super::rule::{Recognised, is_made_known};
use super::sign::Sign;
use super::tree::Node;

/// Gives the scorer for now: the survey where people are asked, the council where a unit would judge itself: what takes points,
/// and what an office makes known.
pub fn scorer(node: &Node, read: &Recognised) -> &'static str {
    if read.by_survey {
        "survey"
    } else if node.sign == Some(Sign::Penalty) || node.lines.iter().any(|said| is_made_known(&said.text)) {
        "council"
    } else {
        "unit"
    }
}
