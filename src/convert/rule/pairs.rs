//! Pairs of what is there and what is not: “đủ số lượng: 0,5; thiếu: 0; đúng thời hạn: 0,5; chậm: 0”.

use crate::convert::line::{Case, Clause};
use crate::points::Points;

use super::measure::Asked;

/// Words that say that something is not as it has to be.
const LACKS: [&str; 12] =
    ["thiếu", "chậm", "trễ", "muộn", "quá hạn", "sai", "không", "chưa", "không đủ", "chưa đủ", "không đúng", "vi phạm"];

/// Tells whether a case takes the points of the one before it, because what that asks for is lacking.
fn denies(yes: &Case, no: &Case) -> bool {
    let lacks = no.begins(&LACKS) || no.begins(&["có", "còn", "để"]) && no.says(&LACKS);
    let gives = yes.amount().is_some_and(|(amount, penalty)| penalty.is_none() && amount.of(&Points::one()).is_positive());
    gives && !yes.begins(&LACKS) && no.is_zero() && !no.is_rest() && !no.is_nothing_to_do() && lacks
}

/// Tells whether cases are several pairs, one behind the other.
fn paired(cases: &[&Case]) -> bool {
    cases.len() >= 4 && cases.chunks(2).all(|pair| matches!(pair, [yes, no] if denies(yes, no)))
}

/// Tells whether the cases of a criterion are pairs of which the first come to the maximum.
pub fn of_parts(asked: &Asked<'_>, max: &Points) -> bool {
    let cases: Vec<&Case> =
        asked.said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None }).collect();
    let sum: Points = cases.iter().filter_map(|case| case.amount()).map(|(amount, _)| amount.of(max)).sum();
    paired(&cases) && sum == *max
}

/// Tells whether cases are pairs of which more than one gives as much as another: no levels of one thing.
pub fn several(cases: &[&Case]) -> bool {
    paired(cases)
}
