//! What days mean beside those of other clauses.

use jiff::{ToSpan, civil::Date};

use crate::convert::line::{Case, Clause, Condition, Side, Span, WordedClause, as_case};
use crate::points::Points;

/// Parts “chậm quá 05 ngày hoặc không ban hành: 0 điểm” where days of lateness take points: the one is counted, the other was never
/// done.
pub fn never_or_late(said: &mut Vec<WordedClause>) {
    let by_day =
        |one: &WordedClause| matches!(&one.clause, Clause::Each(each) if each.takes && each.what.to_lowercase().starts_with("ngày"));
    if !said.iter().any(by_day) {
        return;
    }
    let parted = |one: &WordedClause| {
        let Clause::Case(case) = &one.clause else { return None };
        let (late, never) = case.label.split_once(" hoặc ")?;
        let days = case.condition.as_ref().is_some_and(|condition| condition.after.first().is_some_and(|unit| unit == "ngày"));
        let denied = ["không ", "chưa "].iter().any(|word| never.starts_with(word)) && !never.contains(|c: char| c.is_ascii_digit());
        let parts = [late, never].map(|part| as_case(&format!("{part}: 0 điểm")));
        let fits = days && denied && case.is_zero() && !never.contains(" hoặc ");
        let [Some(late), Some(never)] = parts else { return None };
        fits.then(|| [late, never].map(|case| WordedClause { clause: Clause::Case(case), text: one.text.clone() }))
    };
    *said = said.iter().flat_map(|one| parted(one).map_or_else(|| vec![one.clone()], Vec::from)).collect();
}

/// Gives a day the year of the one that another clause ends at, where it goes on there: “trước ngày 15/12/2026: 1; từ ngày 15/12: 0”.
pub fn in_the_year_before(said: &mut [WordedClause]) {
    let days = |one: &WordedClause| if let Clause::Case(case) = &one.clause { case.days.clone() } else { None };
    let ends: Vec<Date> =
        said.iter().filter_map(days).filter(|days| days.with_years).filter_map(|days| days.end).map(|(day, _)| day).collect();
    for one in said {
        let Clause::Case(Case { days: Some(days), .. }) = &mut one.clause else { continue };
        let (Some(first), None, false) = (days.first, days.last, days.with_years) else { continue };
        let goes_on = |end: &&Date| {
            let same = |day: Date| (day.month(), day.day()) == (first.month(), first.day());
            same(**end) || end.tomorrow().is_ok_and(same)
        };
        if let Some(end) = ends.iter().find(goes_on)
            && let Ok(day) = first.with().year(end.year()).build()
        {
            (days.first, days.with_years) = (Some(if day < *end { end.tomorrow().unwrap_or(day) } else { day }), true);
        }
    }
}

/// Counts days of lateness from the one day that another clause ends at: “chậm nhất ngày 05/12/2026: 1; quá hạn không quá 05 ngày: 0,5;
/// quá hạn trên 05 ngày: 0”. Of working days, and behind “trước ngày”, the last day is not clear.
pub fn days_behind(said: &mut [WordedClause]) {
    let case = |one: &WordedClause| if let Clause::Case(case) = &one.clause { Some(case.clone()) } else { None };
    let cases: Vec<Case> = said.iter().filter_map(case).collect();
    let ends: Vec<Date> = cases
        .iter()
        .filter_map(|case| case.days.as_ref().filter(|days| days.with_years && days.first.is_none()))
        .filter_map(|days| days.end.filter(|(_, before)| !before).map(|(day, _)| day))
        .collect();
    let dated = cases.iter().filter(|case| case.days.is_some()).count();
    let counted: Vec<&Case> = cases.iter().filter(|case| case.condition.is_some()).collect();
    let ([end], 1) = (ends.as_slice(), dated) else { return };
    // Where each day takes some, the days are counted.
    let by_day = said.iter().any(|one| matches!(one.clause, Clause::Each(_) | Clause::Slope(_) | Clause::Formula(_)));
    if by_day || counted.is_empty() || !counted.iter().all(|case| late_by(case, *end).is_some()) {
        return;
    }
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && case.condition.is_some()
            && let Some(days) = late_by(case, *end)
        {
            (case.condition, case.days) = (None, Some(days));
        }
    }
}

/// Gives the days on which something is late by so many.
fn late_by(case: &Case, end: Date) -> Option<Span> {
    const LATE: [&str; 5] = ["quá hạn", "chậm", "trễ", "trễ hạn", "muộn"];
    let condition: &Condition = case.condition.as_ref().filter(|condition| !condition.percent)?;
    let late = LATE.iter().any(|word| format!(" {} ", condition.before.join(" ")).contains(&format!(" {word} ")));
    let days = condition.after.len() == 1 && condition.after.first().is_some_and(|unit| unit == "ngày");
    let on = |number: &Points| -> Option<Date> { end.checked_add(number.plain().parse::<i64>().ok()?.days()).ok() };
    let span =
        |first: Option<Date>, last: Option<Date>| Span { first, last, end: last.map(|day| (day, false)), with_years: true, never: false };
    match condition.bounds.as_slice() {
        _ if !late || !days => None,
        [(Side::UpTo, to)] => Some(span(Some(end.tomorrow().ok()?), Some(on(to)?))),
        [(Side::From, from), (Side::UpTo, to)] => Some(span(Some(on(from)?), Some(on(to)?))),
        [(Side::Above, from), (Side::UpTo, to)] => Some(span(Some(on(from)?.tomorrow().ok()?), Some(on(to)?))),
        [(Side::Above, from)] => Some(span(Some(on(from)?.tomorrow().ok()?), None)),
        [(Side::From, from)] => Some(span(Some(on(from)?), None)),
        _ => None,
    }
}
