//! Page of the ranking report: what the survey found, by unit and criterion, with how many answered.

use std::collections::BTreeMap;

use super::cell::{centre, number, text};
use super::page::{Page, Table};
use super::words::{maximum, mean, node, points, remarks};
use crate::assessment::Unit;
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::points::Points;
use crate::ranking::Status;
use crate::results::Results;
use crate::rule::Scorer;

/// Makes the page; `None` where no set asks for a survey.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let asked = |set: &CriteriaSet| set.leaves().any(|(_, leaf)| leaf.scorer() == Scorer::Survey);
    if !results.sets.values().any(asked) {
        return None;
    }
    let mut page = Page::new("Điều tra XHH", results.campaign, true, &[32, 9, 40, 50, 14, 10, 10, 10]);
    page.title("KẾT QUẢ ĐIỀU TRA XÃ HỘI HỌC", results.campaign, remarks(results));
    for ranking in &results.ranking.groups {
        let Some(set) = results.sets.get(&ranking.group.set).filter(|set| asked(set)) else { continue };
        page.heading(&ranking.group.name);
        let rounding = ranking.group.rounding;
        let mut summed = Table::new(
            [("Tiêu chí", 4), ("Số người trả lời", 1), ("Điểm tối đa", 1), ("Điểm trung bình", 1), ("Chỉ số (%)", 1)]
                .map(|(words, span)| centre(words).size(11).span(span)),
        );
        for (criterion, _) in surveyed(set) {
            let cards = || ranking.rows.iter().filter(|row| row.status == Status::Ranked).filter_map(|row| results.cards.get(&row.unit));
            let nodes: Vec<_> = cards().filter_map(|card| node(Some(card), &criterion.id).filter(|node| node.applicable)).collect();
            let answered: Points =
                ranking.rows.iter().filter_map(|row| sample(results, &row.unit, criterion)).collect::<Vec<_>>().iter().sum();
            summed.row([
                text(format!("{}. {}", criterion.id, criterion.name)).span(4),
                if answered.is_zero() { centre("–") } else { number(&answered, 0) },
                maximum(&criterion.max),
                points(mean(nodes.iter().filter_map(|node| node.official.as_ref())).as_ref(), rounding),
                points(mean(nodes.iter().filter_map(|node| node.index.as_ref())).as_ref(), rounding),
            ]);
        }
        page.table(summed);
        let mut table = Table::new(
            ["Đơn vị", "Mã", "Tiêu chí", "Kết quả điều tra", "Số người trả lời", "Điểm tối đa", "Điểm", "Chỉ số (%)"]
                .map(|words| centre(words).size(11)),
        );
        let mut missing = Vec::new();
        for row in &ranking.rows {
            let (Some(unit), card) = (results.unit(&row.unit), results.cards.get(&row.unit)) else { continue };
            if card.is_none_or(|card| card.stages.survey.is_none()) {
                missing.push(unit.name.as_str());
                continue;
            }
            for (criterion, leaf) in surveyed(set).filter(|(criterion, _)| !unit.not_applicable.contains(&criterion.id)) {
                let of = node(card, &criterion.id);
                table.row([
                    text(unit.name.as_str()),
                    centre(criterion.id.as_str()),
                    text(criterion.name.as_str()).size(11),
                    text(found(results, unit, criterion, leaf)).size(11),
                    answered(results, unit, criterion),
                    maximum(&criterion.max),
                    points(of.and_then(|node| node.official.as_ref()), rounding),
                    points(of.and_then(|node| node.index.as_ref()), rounding),
                ]);
            }
        }
        page.table(table);
        if !missing.is_empty() {
            page.paragraph(text(format!("Không có kết quả điều tra: {}.", missing.join("; "))).italic());
        }
    }
    Some(page)
}

/// Lists the criteria that the survey scores.
fn surveyed(set: &CriteriaSet) -> impl Iterator<Item = (&Criterion, &Leaf)> {
    set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Survey)
}

/// Says what the survey found: figures by their labels, where tables gave some; else that points were given.
fn found(results: &Results<'_>, unit: &Unit, criterion: &Criterion, leaf: &Leaf) -> String {
    let found = results.appraisal.surveyed.get(&unit.id).and_then(|of| of.get(&criterion.id));
    let said = found.into_iter().flat_map(|found| found.figures.iter()).filter_map(|(id, figure)| {
        let label = leaf.inputs.iter().find(|input| input.id == *id).map_or(id.as_str(), |input| input.label.as_str());
        Some(format!("{label}: {}", figure.number()?.plain_vi()))
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { "Bảng điều tra ghi điểm".into() } else { said.join("\n") }
}

/// Gives how many answered, of all groups of respondents.
fn sample(results: &Results<'_>, unit: &crate::figure::UnitId, criterion: &Criterion) -> Option<Points> {
    let groups = results.appraisal.samples.get(unit)?.get(&criterion.id)?;
    Some(groups.values().sum())
}

/// Says how many answered, by group of respondents where some are named.
fn answered(results: &Results<'_>, unit: &Unit, criterion: &Criterion) -> super::cell::Cell {
    let groups: Option<&BTreeMap<Option<String>, Points>> = results.appraisal.samples.get(&unit.id).and_then(|of| of.get(&criterion.id));
    match groups {
        None => centre("–"),
        Some(groups) if groups.keys().all(Option::is_none) => number(&groups.values().sum(), 0),
        Some(groups) => {
            let line =
                |(group, people): (&Option<String>, &Points)| format!("{}: {}", group.as_deref().unwrap_or("Khác"), people.plain_vi());
            text(groups.iter().map(line).collect::<Vec<_>>().join("\n")).size(11)
        }
    }
}
