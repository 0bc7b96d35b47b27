//! How much is lacking: “đủ 100% vị trí: 2; thiếu dưới 10%: 1” is more than 90 % of them.

use crate::convert::line::{Case, Clause, Condition, Side, WordedClause};
use crate::points::Points;

/// Words of what is lacking.
const LACKING: [&str; 4] = ["thiếu", "còn thiếu", "thiếu từ", "hụt"];

/// Takes what is lacking of all for what there is, where another case says that all is there.
pub fn as_what_there_is(max: &Points, said: &mut [WordedClause]) {
    let condition = |case: &Case| case.condition.clone().filter(|condition| condition.percent);
    let all = |case: &Case| {
        let whole = condition(case).is_some_and(|condition| condition.bounds == [(Side::Exactly, Points::hundred())]);
        whole && case.is_full(max) && !lacks(case)
    };
    let cases = || said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None });
    // Every percentage but the whole is of what is lacking: “từ 90%: 1” beside it would be of what there is.
    let mixed = cases().any(|case| condition(case).is_some() && !all(case) && !lacks(case));
    if cases().filter(|case| all(case)).count() != 1 || mixed || !cases().any(lacks) {
        return;
    }
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && lacks(case)
            && let Some(condition) = &mut case.condition
        {
            turned(condition);
            case.words.retain(|word| !["còn", "thiếu", "hụt"].contains(&word.as_str()));
        }
    }
}

/// Tells whether a case says how many per cent are lacking.
fn lacks(case: &Case) -> bool {
    let before = case.condition.as_ref().filter(|condition| condition.percent).map(|condition| condition.before.join(" "));
    before.is_some_and(|before| LACKING.contains(&before.as_str()))
}

/// Turns bounds of what is lacking into those of what there is.
fn turned(condition: &mut Condition) {
    for (side, at) in &mut condition.bounds {
        *at = &Points::hundred() - at;
        *side = match side {
            Side::Above => Side::Below,
            Side::From => Side::UpTo,
            Side::Below => Side::Above,
            Side::UpTo => Side::From,
            Side::Exactly => Side::Exactly,
        };
    }
    condition.bounds.reverse();
    condition.before.clear();
}
