//! Two lower levels that both hold: one says that the time was missed, another that a share was passed, and neither speaks of the
//! other.

use crate::convert::line::Case;
use crate::convert::rule::measure::Asked;

use super::demand::{Demand, Kind, demands, stretches};
use super::said::{Other, Said};

/// Finds two demands of the best level that different levels deny and a unit may fail at once: “đúng thời hạn, không quá 20%: 1; gửi
/// chậm: 0,5; vượt quá 20%: 0”. Not where a level speaks of both, or one failure is what the other is made of.
pub fn both_fail<'c>(asked: &Asked<'_>, cases: &[&'c Case]) -> Option<[&'c Case; 2]> {
    let whole = |case: &&Case| {
        case.is_full(asked.words.max) && !case.is_nothing_to_do() && !case.is_rest() && !case.says(&["hoặc"]) && case.days.is_none()
    };
    let joined = cases.iter().copied().filter(|case| whole(case)).map(|case| (case, demands(case)));
    let (best, all) = joined.into_iter().find(|(_, all)| all.len() > 1)?;
    let lower = |case: &&&Case| **case != best && !case.is_nothing_to_do() && !case.says(&["vừa", "đồng thời"]);
    let others: Vec<(&Case, Other<'_>)> = cases.iter().filter(lower).map(|case| (*case, Other::read(case, best, &all))).collect();
    let failing: Vec<(&Case, &Other<'_>, usize)> = others
        .iter()
        .filter(|(_, other)| !other.closes && other.said.iter().filter(|said| **said == Said::Unmet).count() == 1)
        .filter_map(|(case, other)| Some((*case, other, other.said.iter().position(|said| *said == Said::Unmet)?)))
        // What was never done at all fails nothing else.
        .filter(|(.., at)| *at > 0 || all.first().is_some_and(|first| !matches!(first.kind, Kind::Act | Kind::Bare)))
        .collect();
    let points = |case: &Case| case.amount().map(|(amount, _)| amount.of(asked.words.max));
    let both = |(one, said, at): &(&Case, &Other<'_>, usize), (other, told, of): &(&Case, &Other<'_>, usize)| {
        at != of
            && said.said.get(*of) == Some(&Said::Nothing)
            && told.said.get(*at) == Some(&Said::Nothing)
            && points(one) != points(other)
            && !depends(&all, *at, *of)
            && !all.get(*of).is_some_and(|demand| affirms(one, demand))
            && !all.get(*at).is_some_and(|demand| affirms(other, demand))
            && !others.iter().any(|(case, _)| case.is_rest() && points(case) == points(one).min(points(other)))
    };
    let pair = failing.iter().enumerate().find_map(|(n, one)| Some((one, failing.iter().skip(n + 1).find(|other| both(one, other))?)));
    pair.map(|((one, ..), (other, ..))| [*one, *other])
}

/// Tells whether one of two demands is made of the other, so that without the first there is no second.
fn depends(all: &[Demand], one: usize, other: usize) -> bool {
    let (first, second) = (one.min(other), one.max(other));
    all.get(first + 1..=second).is_some_and(|between| between.iter().all(|demand| demand.behind))
        && all.get(first).is_some_and(|demand| !demand.behind)
}

/// Tells whether a level says that a demand is met in the words that it begins with: “đầy đủ nhưng chậm” beside “đầy đủ nội dung”.
fn affirms(case: &Case, demand: &Demand) -> bool {
    let lead = demand.said.to_lowercase().split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    stretches(case).iter().any(|part| !part.denied && format!(" {} ", part.text).contains(&format!(" {lead} ")))
}
