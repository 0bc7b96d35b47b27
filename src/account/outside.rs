//! Points outside the tree of criteria, each in a sentence: bonuses, penalties, what lateness costs, and why.

use super::reason::of_line;
use super::unit_view::UnitView;
use super::words::late;
use crate::criteria::Sign;
use crate::points::{Points, Rounding};
use crate::scoring::Within;
use crate::text::{Lang, closed, said};

/// Says what each line outside the tree gave the unit or took from it, and what of that counts; lines that came to nothing are left out.
pub fn lines(view: &UnitView<'_>) -> Vec<String> {
    let (rounding, lang) = (view.rounding(), view.results.lang);
    let mut told = Vec::new();
    // What several lines of one criterion come to is said of the criterion, behind the caps over its lines.
    let within = view.card.map(|card| card.within(view.set)).unwrap_or_default();
    let limited: Vec<&Within<'_>> = within.iter().filter(|one| one.counted != one.asked || one.adds != one.counted).collect();
    for line in view.card.iter().flat_map(|card| &card.adjustments) {
        let Some(official) = line.official.as_ref().filter(|points| !points.is_zero()) else { continue };
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
        let is_limited = of.within.as_ref().is_some_and(|of| limited.iter().any(|one| one.criterion.id == *of));
        told.push(match (line.sign, is_limited) {
            (Sign::Bonus, false) => said!(lang, "{id}. {name}: cộng {by} điểm.{why}", "{id}. {name}: {by} points added.{why}"),
            (Sign::Penalty, false) => said!(lang, "{id}. {name}: trừ {by} điểm.{why}", "{id}. {name}: {by} points taken.{why}"),
            (Sign::Bonus, true) => said!(lang, "{id}. {name}: mức thưởng {by} điểm.{why}", "{id}. {name}: a bonus of {by} points.{why}"),
            (Sign::Penalty, true) => said!(lang, "{id}. {name}: mức trừ {by} điểm.{why}", "{id}. {name}: a penalty of {by} points.{why}"),
        });
    }
    let capped = view.card.map(|card| card.capped(view.set)).unwrap_or_default();
    told.extend(capped.iter().map(|one| one.words(rounding).get(lang).to_owned()));
    told.extend(limited.into_iter().filter(|one| !one.asked.is_zero()).map(|one| counted(one, rounding, lang)));
    let costs = view.card.and_then(|card| card.lateness.as_ref()).filter(|costs: &&Points| !costs.is_zero());
    let arrivals = view.results.arrivals.get(&view.unit.id).filter(|_| costs.is_some());
    told.extend(arrivals.and_then(|arrivals| late(arrivals, costs, rounding, lang)));
    told
}

/// Says what counts of the lines of one criterion, and what that adds to the unit's points where the criterion has a weight.
fn counted(within: &Within<'_>, rounding: Rounding, lang: Lang) -> String {
    let words = within.words(rounding).get(lang).to_owned();
    if within.adds == within.counted {
        return words;
    }
    let adds = rounding.spelled(&within.adds.abs(), lang);
    if within.adds.is_negative() {
        said!(lang, "{words} Theo hệ số, tổng điểm bị trừ {adds} điểm.", "{words} By its weight the total loses {adds} points.")
    } else {
        said!(lang, "{words} Theo hệ số, tổng điểm được cộng {adds} điểm.", "{words} By its weight the total gains {adds} points.")
    }
}
