//! Two levels that each say what is taken: what is taken for one thing says nothing of another that happened besides.

use crate::convert::line::{Case, Clause, takes};
use crate::convert::rule::measure::Asked;

use super::demand::telling;

/// Finds two levels that take points for different things: “ban hành chậm: trừ 0,5 điểm; thiếu nội dung: trừ 0,25 điểm”. Of degrees of
/// one thing (“vi phạm nhẹ”, “vi phạm nặng”) one alone holds, and where everything is taken nothing is left to take.
pub fn both_take<'c>(asked: &Asked<'_>, cases: &[&'c Case]) -> Option<[&'c Case; 2]> {
    let said_to_take =
        |case: &Case| asked.said.iter().any(|one| matches!(&one.clause, Clause::Case(own) if own == case) && takes(&one.text));
    let best = cases.iter().find(|case| case.is_full(asked.words.max))?;
    let own = |case: &Case| -> Vec<String> { telling(&case.label).into_iter().filter(|word| !best.words.contains(word)).collect() };
    let taken: Vec<&'c Case> = cases.iter().copied().filter(|case| said_to_take(case) && !case.gives_nothing()).collect();
    let apart = |one: &Case, other: &Case| {
        let (one, other) = (own(one), own(other));
        !one.iter().any(|word| other.contains(word))
    };
    let says_both = |case: &&&Case| case.says(&["vừa", "đồng thời"]);
    if cases.iter().any(|case| says_both(&case)) {
        return None;
    }
    taken.iter().enumerate().find_map(|(n, one)| Some([*one, *taken.iter().skip(n + 1).find(|other| apart(one, other))?]))
}
