//! Leaves that the council alone scores and has not scored: they count 0 for the time being, and no unit lost them.

use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::points::Points;
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::scoring::Scorecard;
use crate::text;
use crate::text::{Lang, Text, said};

/// Most criteria that are named of a group.
const NAMED: usize = 12;

/// Lists those of a unit; none of one that sent nothing.
pub fn of_row<'a>(row: &Row, ranking: &GroupRanking, results: &Results<'a>) -> Vec<&'a CriterionId> {
    let known = results.cards.get(&row.unit).zip(results.sets.get(&ranking.group.set));
    known.filter(|_| row.status != Status::NotSubmitted).map(|(card, set)| card.unscored(set).collect()).unwrap_or_default()
}

/// Tells whether a result is not final: a penalty waits for a figure, or the council has yet to score something.
pub fn is_provisional(results: &Results<'_>, row: &Row) -> bool {
    row.provisional || results.place(&row.unit).is_some_and(|(ranking, _)| !of_row(row, ranking, results).is_empty())
}

/// Says what the result of a unit waits for, a sentence each.
pub fn waits(results: &Results<'_>, row: &Row) -> Vec<String> {
    let lang = results.lang;
    let Some((ranking, _)) = results.place(&row.unit) else { return Vec::new() };
    let open = of_row(row, ranking, results);
    let of_council = (!open.is_empty()).then(|| {
        let ids = ids(&open);
        said!(
            lang,
            "Kết quả tạm tính: hội đồng thẩm định chưa chấm tiêu chí {ids}, tạm tính 0 điểm.",
            "Provisional result: the council has not scored {ids} yet, which counts 0."
        )
    });
    let of_penalties = results.cards.get(&row.unit).filter(|_| row.provisional).and_then(|card| waits_for(card, lang));
    of_council.into_iter().chain(of_penalties).collect()
}

/// Says below a table of a group what its mark of provisional results means; nothing where no ranked unit has it.
pub fn mark(ranking: &GroupRanking, results: &Results<'_>) -> Option<String> {
    let by_council = ranking.ranked().any(|row| !of_row(row, ranking, results).is_empty());
    let by_penalty = ranking.ranked().any(|row| row.provisional);
    let words = match (by_council, by_penalty) {
        (false, false) => return None,
        (false, true) => results.lang.word(
            "(tạm tính): kết quả còn chờ số liệu để tính điểm trừ.",
            "(provisional): the result waits for figures to work out penalties.",
        ),
        (true, false) => results.lang.word(
            "(tạm tính): còn tiêu chí hội đồng thẩm định chưa chấm, tạm tính 0 điểm.",
            "(provisional): the council has not scored every criterion; what it has not counts 0.",
        ),
        (true, true) => results.lang.word(
            "(tạm tính): còn tiêu chí hội đồng thẩm định chưa chấm, tạm tính 0 điểm, hoặc còn chờ số liệu để tính điểm trừ.",
            "(provisional): the council has not scored every criterion, which counts 0, or figures for penalties are missing.",
        ),
    };
    Some(words.into())
}

/// Counts them over all units.
pub fn counted(results: &Results<'_>) -> usize {
    let rows = results.ranking.groups.iter().flat_map(|ranking| ranking.rows.iter().map(move |row| (ranking, row)));
    rows.map(|(ranking, row)| of_row(row, ranking, results).len()).sum()
}

/// Says how many there are, and which; nothing where there are none.
pub fn told(results: &Results<'_>) -> Option<Text> {
    let all = counted(results);
    let mut lists: Vec<(Vec<&CriterionId>, Vec<&str>)> = Vec::new();
    for ranking in &results.ranking.groups {
        let open = of_group(ranking, results);
        match lists.iter_mut().find(|(other, _)| *other == open) {
            _ if open.is_empty() => {}
            Some((_, groups)) => groups.push(&ranking.group.name),
            None => lists.push((open, vec![&ranking.group.name])),
        }
    }
    let named = lists.iter().map(|(open, groups)| {
        let open = ids(open);
        if lists.len() == 1 { open } else { format!("{open} ({})", groups.join("; ")) }
    });
    let which = named.collect::<Vec<_>>().join("; ");
    let Text { vi, en } = number(all);
    (all > 0).then(|| {
        text!(
            "{vi} lượt tiêu chí hội đồng thẩm định chưa chấm, tạm tính 0 điểm: {which}.",
            "Not scored by the council yet, counted 0: {en} criteria, counted unit by unit: {which}."
        )
    })
}

/// Lists those of any unit of a group, in the order of the set.
fn of_group<'a>(ranking: &'a GroupRanking, results: &Results<'a>) -> Vec<&'a CriterionId> {
    let mut open: Vec<&CriterionId> = ranking.rows.iter().flat_map(|row| of_row(row, ranking, results)).collect();
    open.sort();
    open.dedup();
    open
}

/// Tells whether the council has yet to score something of an area, of a ranked unit: then its mean says nothing of the group.
pub fn is_in_area(area: &CriterionId, ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> bool {
    let open = |id: &CriterionId| set.lineage(id).first().is_some_and(|first| first.id == *area);
    ranking.ranked().any(|row| of_row(row, ranking, results).into_iter().any(open))
}

/// Names criteria, as many as a sentence bears.
pub fn ids(of: &[&CriterionId]) -> String {
    let more = if of.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", of.iter().take(NAMED).map(|id| id.as_str()).collect::<Vec<_>>().join(", "))
}

/// Says which criteria of a unit the council has yet to score, with what each may bring; nothing where it has scored all.
pub fn may_bring(row: &Row, ranking: &GroupRanking, results: &Results<'_>) -> Option<String> {
    let lang: Lang = results.lang;
    let card = results.cards.get(&row.unit)?;
    let most = |id: &&CriterionId| card.nodes.iter().find(|node| node.id == **id).map(|node| node.applicable_max.plain_in(lang));
    let open = of_row(row, ranking, results);
    let named: Vec<String> = open.iter().filter_map(|id| Some(format!("{id} ({})", most(id)?))).collect();
    let named = named.join(", ");
    (!open.is_empty()).then(|| {
        said!(
            lang,
            "Hội đồng thẩm định chưa chấm, tạm tính 0 điểm, không tính là điểm đơn vị bị mất (điểm tối đa trong ngoặc): {named}.",
            "Not scored by the council yet, counted 0 and not as lost by the unit (maximum in brackets): {named}."
        )
    })
}

/// Says which penalties a provisional result waits for.
fn waits_for(card: &Scorecard, lang: Lang) -> Option<String> {
    let lines: Vec<String> = card.waits_for.iter().map(ToString::to_string).collect();
    let list = lines.join(", ");
    let waits = || {
        said!(
            lang,
            "Kết quả tạm tính: chưa có số liệu để tính điểm trừ ({list}).",
            "Provisional result: figures for the deductions are missing ({list})."
        )
    };
    (!lines.is_empty()).then(waits)
}

/// Writes a number as sentences do.
pub fn number(of: usize) -> Text {
    let points = Points::from(i64::try_from(of).unwrap_or(i64::MAX));
    Text::new(points.plain_in(Lang::Vi), points.plain_in(Lang::En))
}
