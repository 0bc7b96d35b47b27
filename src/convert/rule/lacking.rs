//! How much is lacking: “đủ 100% vị trí: 2; thiếu dưới 10%: 1” is more than 90 % of them, and having none is 0 %.

use crate::convert::line::{Case, Clause, Condition, Side, WordedClause, turns};
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

/// Takes “không có hồ sơ quá hạn: 2 điểm” for 0 % of them, where the others say how many per cent they are.
pub fn none_of_it(max: &Points, said: &mut [WordedClause]) {
    const LIGHT: [&str; 6] = ["có", "không", "chiếm", "đạt", "tỷ", "lệ"];
    let things = |words: &[String]| -> Vec<String> { words.iter().filter(|word| !LIGHT.contains(&word.as_str())).cloned().collect() };
    let counted: Vec<Vec<String>> = said
        .iter()
        .filter_map(|one| match &one.clause {
            Clause::Case(case) => case.condition.as_ref().filter(|condition| condition.percent && turns(&condition.before)),
            _ => None,
        })
        .map(|condition| things(&condition.before))
        .collect();
    for one in said {
        let Clause::Case(case) = &mut one.clause else { continue };
        let denies = case.is_full(max) && case.condition.is_none() && case.days.is_none() && case.begins(&["không có", "không để xảy ra"]);
        let of = things(&case.words);
        if denies && counted.len() > 1 && counted.iter().all(|words| *words == of) {
            let zero = vec![(Side::Exactly, Points::zero())];
            case.condition = Some(Condition { bounds: zero, percent: true, before: of, after: Vec::new(), tail: String::new() });
        }
    }
}
