//! Points outside the tree of criteria, each in a sentence: bonuses, penalties, what lateness costs, and why.

use super::reason::of_line;
use super::unit_view::UnitView;
use super::words::late;
use crate::criteria::Sign;
use crate::points::Points;
use crate::text::said;

/// Says what each line outside the tree gave the unit or took from it; lines that came to nothing are left out.
pub fn lines(view: &UnitView<'_>) -> Vec<String> {
    let (rounding, lang) = (view.rounding(), view.results.lang);
    let mut told = Vec::new();
    for line in view.card.iter().flat_map(|card| &card.adjustments) {
        let Some(official) = line.official.as_ref().filter(|points| !points.is_zero()) else { continue };
        let (id, by) = (&line.id, rounding.spelled(official, lang));
        let why = of_line(view, line).map(|words| format!(" {words}")).unwrap_or_default();
        let Some(of) = view.set.line(id) else {
            told.push(said!(
                lang,
                "Điểm trừ kèm theo tiêu chí {id}: trừ {by} điểm.{why}",
                "Penalty beside criterion {id}: {by} points taken.{why}"
            ));
            continue;
        };
        let name = &of.criterion.name;
        told.push(match line.sign {
            Sign::Bonus => said!(lang, "{id}. {name}: cộng {by} điểm.{why}", "{id}. {name}: {by} points added.{why}"),
            Sign::Penalty => said!(lang, "{id}. {name}: trừ {by} điểm.{why}", "{id}. {name}: {by} points taken.{why}"),
        });
    }
    let costs = view.card.and_then(|card| card.lateness.as_ref()).filter(|costs: &&Points| !costs.is_zero());
    let arrivals = view.results.arrivals.get(&view.unit.id).filter(|_| costs.is_some());
    told.extend(arrivals.and_then(|arrivals| late(arrivals, costs, rounding, lang)));
    told
}
