//! “Trong 05 ngày”: up to 5 days, where the others say what more of them give.

use crate::convert::line::{Case, Clause, Condition, Side, WordedClause};
use crate::points::Points;

use super::late::is_late as says_late;

/// Units of time.
const UNITS: [&str; 5] = ["ngày", "giờ", "h", "tuần", "tháng"];

/// Takes “trong 05 ngày” for up to 5 where all that is said of other numbers of days lies beyond: “quá 05 ngày”, “từ 06 đến 10
/// ngày”, or “quá hạn”. “Trực trong 05 ngày: 2; trực 04 ngày: 1” counts days that are worked.
pub fn within(said: &mut [WordedClause]) {
    fn condition(one: &WordedClause) -> Option<&Condition> {
        if let Clause::Case(case) = &one.clause { case.condition.as_ref().filter(|condition| !condition.percent) } else { None }
    }
    let unit = |condition: &Condition| condition.after.first().filter(|unit| UNITS.contains(&unit.as_str())).cloned();
    let inside = |condition: &Condition| match condition.bounds.as_slice() {
        [(Side::Exactly, at)] if condition.before.last().is_some_and(|word| word == "trong") => Some(at.clone()),
        _ => None,
    };
    let mut marks: Vec<Points> = said.iter().filter_map(condition).filter_map(|one| inside(one).filter(|_| unit(one).is_some())).collect();
    marks.sort();
    let Some(mark) = marks.last() else { return };
    let beyond = |condition: &Condition| match condition.bounds.first() {
        Some((Side::Above, at)) => at >= mark,
        Some((Side::From | Side::Exactly, at)) => at > mark,
        _ => false,
    };
    let others: Vec<&Condition> = said.iter().filter_map(condition).filter(|one| inside(one).is_none()).collect();
    let same = |other: &&Condition| {
        unit(other).is_none_or(|unit| said.iter().filter_map(condition).all(|one| one.after.first().is_none_or(|first| *first == unit)))
    };
    let late = says_only_late(said);
    if (others.is_empty() && !late) || !others.iter().all(|other| beyond(other) && same(other)) {
        return;
    }
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && let Some(condition) = &mut case.condition
            && let Some(at) = inside(condition)
        {
            // “Trong 03 ngày: 2; trong 05 ngày: 1” is from there on.
            let before = marks.iter().rev().find(|mark| **mark < at).map(|mark| (Side::Above, mark.clone()));
            condition.bounds = before.into_iter().chain([(Side::UpTo, at)]).collect();
        }
    }
}

/// Takes “quá hạn: 0” behind “trong thời hạn 10 ngày: 2” for more than 10 of them.
pub fn beyond_it(said: &mut [WordedClause]) {
    let timed = |one: &WordedClause| match &one.clause {
        Clause::Case(case) => case.condition.clone().filter(|condition| {
            let unit = condition.after.first().is_some_and(|unit| UNITS.contains(&unit.as_str()));
            unit && !condition.percent && matches!(condition.bounds.last(), Some((Side::UpTo, _)))
        }),
        _ => None,
    };
    let end = |condition: &Condition| condition.bounds.last().map(|(_, at)| at.clone());
    let counted = |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if case.condition.is_some());
    let all_timed = said.iter().filter(counted).all(|one| timed(one).is_some());
    let longest = said.iter().filter_map(timed).max_by_key(end).filter(|_| all_timed && says_only_late(said));
    let Some((longest, at)) = longest.and_then(|longest| Some((longest.clone(), end(&longest)?))) else { return };
    let beyond = Condition { bounds: vec![(Side::Above, at)], before: Vec::new(), ..longest };
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && is_late(case)
        {
            case.condition = Some(beyond.clone());
        }
    }
}

/// Tells whether all other cases only say that the time has passed, and give nothing: “quá hạn: 0”. Who never did it gets no more.
fn says_only_late(said: &[WordedClause]) -> bool {
    let cases = said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None });
    let others: Vec<&Case> = cases.filter(|case| case.condition.is_none()).collect();
    !others.is_empty() && others.iter().all(|case| is_late(case) && case.is_zero())
}

/// Tells whether a case says that a time has passed, or that the thing was never done, and nothing else.
fn is_late(case: &Case) -> bool {
    let parts: Vec<String> = case.words.split(|word| word == "hoặc").map(|part| format!("{} ", part.join(" "))).collect();
    let never = |part: &String| ["không ", "chưa "].iter().any(|word| part.starts_with(word));
    case.condition.is_none()
        && case.days.is_none()
        && parts.iter().any(|part| says_late(part))
        && parts.iter().all(|part| says_late(part) || never(part))
}
