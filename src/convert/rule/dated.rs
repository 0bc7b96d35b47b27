//! What days mean beside those of other clauses.

use jiff::civil::Date;

use crate::convert::line::{Case, Clause, WordedClause, as_case};

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
