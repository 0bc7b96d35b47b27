//! What a branch of a rule gives: points or a share of the maximum, and what may stand beside.

use super::say::{exact, points, say};
use super::{Fault, Terms};
use crate::finding::rule::{OUTSIDE_MAX, PENALTY, UNREACHABLE_MAX};
use crate::points::Points;
use crate::text::Text;
use crate::yaml::{Amount, Number};

/// Points of a branch, with the penalty beside them and where they are written.
pub struct Award<'a> {
    /// Keys and list positions down to the points.
    pub path: Vec<String>,
    /// What the branch gives.
    pub amount: &'a Amount,
    /// What is taken beside the leaf.
    pub penalty: Option<&'a Points>,
}

/// Reads the penalty of a branch.
pub fn penalty(raw: Option<Number>) -> Option<Points> {
    raw.map(|number| number.0)
}

/// Compares the branches of a rule with its leaf's maximum: none outside, one that reaches it, penalties beside 0 only.
pub fn laws(leaf: &Terms<'_>, awards: &[Award<'_>]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let zero = Points::zero();
    for award in awards {
        let points = award.amount.of(leaf.max);
        if points < zero || points > *leaf.max {
            let message = say!(
                "Mức này cho “{n}” điểm, ngoài khoảng từ 0 đến điểm tối đa “{max}”.",
                "The branch gives “{n}” points, outside 0 to the maximum “{max}”.",
                n = exact(&points),
                max = exact(leaf.max)
            );
            faults.push(Fault { path: award.path.clone(), code: &OUTSIDE_MAX, message });
        }
        if let Some(penalty) = award.penalty
            && (!penalty.is_positive() || !points.is_zero())
        {
            let message = say!(
                "Điểm trừ “{p}” đi với mức “{n}” điểm.",
                "A penalty of “{p}” stands beside “{n}” points.",
                p = exact(penalty),
                n = exact(&points)
            );
            faults.push(Fault { path: award.path.clone(), code: &PENALTY, message });
        }
    }
    let best = awards.iter().map(|award| award.amount.of(leaf.max)).max();
    if let Some(best) = best
        && best < *leaf.max
    {
        let message = say!(
            "Mức cao nhất của quy tắc là “{n}” điểm, thấp hơn điểm tối đa “{max}” của tiêu chí.",
            "The best the rule gives is “{n}” points, less than the maximum “{max}” of its criterion.",
            n = exact(&best),
            max = exact(leaf.max)
        );
        faults.push(Fault { path: Vec::new(), code: &UNREACHABLE_MAX, message });
    }
    faults
}

/// Says what a branch gives in the words of the form: `0,5 điểm`, `75% điểm tối đa (1,5 điểm)`, `0 điểm và bị trừ 0,25
/// điểm`.
pub fn wording(leaf: &Terms<'_>, amount: &Amount, penalty: Option<&Points>) -> Text {
    let points = points(&amount.of(leaf.max));
    let words = match amount {
        Amount::Share(share) if !share.is_zero() && *share != Points::one() => {
            let percent = exact(&(share * &Points::hundred()));
            say!("{percent}% điểm tối đa ({points})", "{percent}% of the maximum ({points})", percent = percent, points = points)
        }
        _ => points,
    };
    beside(words, penalty)
}

/// Says what is taken beside what a branch gives: `0 điểm và bị trừ 0,25 điểm`.
pub fn beside(words: Text, penalty: Option<&Points>) -> Text {
    match penalty {
        Some(penalty) => {
            say!("{words} và bị trừ {p} điểm", "{words}, and {p} points are taken off", words = words, p = exact(penalty))
        }
        None => words,
    }
}

/// Tells of a penalty below a floor that takes nothing.
pub fn penalty_law(key: &str, penalty: Option<&Points>) -> Option<Fault> {
    let penalty = penalty.filter(|penalty| !penalty.is_positive())?;
    let message = say!("Điểm trừ “{p}” phải lớn hơn 0.", "The penalty “{p}” must be above 0.", p = exact(penalty));
    Some(Fault { path: vec![key.into()], code: &PENALTY, message })
}
