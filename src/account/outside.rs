//! Points outside the tree of criteria, each in a sentence: bonuses, penalties, what lateness costs, and why.

use super::reason::of_line;
use super::unit_view::UnitView;
use super::words::late;
use crate::criteria::Sign;
use crate::points::{Points, Rounding};
use crate::scoring::{AdjustmentScore, Within};
use crate::text::{Lang, closed, said};

/// Says what each line outside the tree gave the unit or took from it, and what of that counts; lines that came to nothing are left out.
pub fn lines(view: &UnitView<'_>) -> Vec<String> {
    let (rounding, lang) = (view.rounding(), view.results.lang);
    let mut told = Vec::new();
    let listed: Vec<&AdjustmentScore> =
        view.card.iter().flat_map(|card| &card.adjustments).filter(|line| came_to(line).is_some()).collect();
    for (n, line) in listed.iter().enumerate() {
        let Some(official) = came_to(line) else { continue };
        let (id, by) = (&line.id, rounding.spelled(official, lang));
        let why = of_line(view, line).map(|words| format!(" {}", closed(&words))).unwrap_or_default();
        let Some(of) = view.set.line(id) else {
            told.push(said!(
                lang,
                "Điểm trừ kèm theo tiêu chí {id}: trừ {by} điểm.{why}",
                "Penalty beside criterion {id}: {by} points taken.{why}"
            ));
            continue;
        };
        let name = &of.criterion.name;
        // Of the lines of one criterion the last one says what counts of them all.
        let is_last = |within: &Within<'_>| {
            let of_same = |other: &&AdjustmentScore| view.within(&other.id).is_some_and(|one| one.criterion.id == within.criterion.id);
            !listed.iter().skip(n + 1).any(of_same)
        };
        let within = view.within(id).filter(|_| line.trace.is_some());
        let is_cut = within.as_ref().is_some_and(|within| within.adds != within.asked);
        let counts = within.filter(|within| is_cut && is_last(within)).map(|within| counted(&within, rounding, lang)).unwrap_or_default();
        told.push(match (line.sign, is_cut) {
            (Sign::Bonus, false) => said!(lang, "{id}. {name}: cộng {by} điểm.{why}", "{id}. {name}: {by} points added.{why}"),
            (Sign::Penalty, false) => said!(lang, "{id}. {name}: trừ {by} điểm.{why}", "{id}. {name}: {by} points taken.{why}"),
            (Sign::Bonus, true) => {
                said!(lang, "{id}. {name}: mức thưởng {by} điểm.{why}{counts}", "{id}. {name}: a bonus of {by} points.{why}{counts}")
            }
            (Sign::Penalty, true) => {
                said!(lang, "{id}. {name}: mức trừ {by} điểm.{why}{counts}", "{id}. {name}: a penalty of {by} points.{why}{counts}")
            }
        });
    }
    let capped = view.card.map(|card| card.capped(view.set)).unwrap_or_default();
    told.extend(capped.iter().map(|one| one.words(rounding).get(lang).to_owned()));
    let costs = view.card.and_then(|card| card.lateness.as_ref()).filter(|costs: &&Points| !costs.is_zero());
    let arrivals = view.results.arrivals.get(&view.unit.id).filter(|_| costs.is_some());
    told.extend(arrivals.and_then(|arrivals| late(arrivals, costs, rounding, lang)));
    told
}

/// Gives the points of a line where there are any.
fn came_to(line: &AdjustmentScore) -> Option<&Points> {
    line.official.as_ref().filter(|points| !points.is_zero())
}

/// Says what counts of the lines of one criterion, and what that adds to the unit's points where the criterion has a weight.
fn counted(within: &Within<'_>, rounding: Rounding, lang: Lang) -> String {
    let words = within.words(rounding).get(lang).to_owned();
    if within.adds == within.counted {
        return format!(" {words}");
    }
    let adds = rounding.spelled(&within.adds, lang);
    said!(lang, " {words} Theo hệ số, tổng điểm thay đổi {adds} điểm.", " {words} By its weight the total changes by {adds} points.")
}
