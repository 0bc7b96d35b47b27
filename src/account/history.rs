//! Every score that changed on its way: from what, to what, at which stage, why, and where that was typed.

use super::cell::{centre, count, text};
use super::findings::where_at;
use super::page::{Page, Table};
use super::words::{change, points, remarks};
use crate::assessment::{Round, Stage, Unit};
use crate::criteria::Criterion;
use crate::finding::Place;
use crate::points::{Points, Rounding};
use crate::results::Results;
use crate::scoring::{Stages, Trace};
use crate::text::{Lang, Text};

/// Change of the points of a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Stage at which they changed.
    pub stage: Stage,
    /// Points before.
    pub from: Points,
    /// Points behind.
    pub to: Points,
    /// Why, as far as anybody says.
    pub reason: Text,
    /// Where it was typed.
    pub place: Place,
}

/// Lists the changes of a leaf, as they print, from the claim to the last round.
pub fn steps(
    results: &Results<'_>,
    unit: &Unit,
    criterion: &Criterion,
    rounding: Rounding,
    (stages, trace): (&Stages, Option<&Trace>),
) -> Vec<Step> {
    let accepted = stages.accepted.as_ref().map(|points| (Stage::Accepted, points));
    let rounds = stages.appraised.iter().map(|(round, points)| (Stage::Appraised(*round), points));
    let mut steps = Vec::new();
    let mut last = stages.claimed.as_ref();
    for (stage, to) in accepted.into_iter().chain(rounds) {
        if let Some(from) = last.filter(|from| rounding.print(from) != rounding.print(to)) {
            let (reason, place) = match stage {
                Stage::Appraised(round) => appraised(results, unit, criterion, round),
                Stage::Claimed | Stage::Computed | Stage::Accepted => (not_accepted(trace), claimed_at(results, unit, criterion)),
            };
            steps.push(Step { stage, from: from.clone(), to: to.clone(), reason, place });
        }
        last = Some(to);
    }
    steps
}

/// Says why a claim was not accepted as it is.
fn not_accepted(trace: Option<&Trace>) -> Text {
    let withheld = trace.into_iter().flat_map(|trace| &trace.withheld);
    let titles: Vec<Text> = withheld.map(|one| Text::from(one.code.title)).collect();
    if titles.is_empty() { Text::new("Tính theo số liệu kê khai", "By the figures declared") } else { Text::join(&titles, "; ") }
}

/// Gives the place of a claim.
fn claimed_at(results: &Results<'_>, unit: &Unit, criterion: &Criterion) -> Place {
    let Some(sent) = results.evidenced.get(&unit.id) else { return Place::default() };
    let answer = sent.assessment.answers.get(&criterion.id);
    answer.map_or_else(|| Place::file(&sent.assessment.file), |answer| answer.place(&sent.assessment.file, answer.cells.claimed))
}

/// Says why a round changed a leaf, and where that was typed.
fn appraised(results: &Results<'_>, unit: &Unit, criterion: &Criterion, round: Round) -> (Text, Place) {
    let (appraisal, id) = (results.appraisal, &criterion.id);
    let corrected = || appraisal.corrected.get(&round)?.get(&unit.id)?.get(id)?.values().next().map(|one| one.place.clone());
    let entry = appraisal.entry(round, &unit.id, id).map(|entry| entry.place.clone());
    (Text::same(appraisal.reasons(round, &unit.id, id).join("; ")), entry.or_else(corrected).unwrap_or_default())
}

/// Makes the page of all units; `None` where nothing changed.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let mut table = Table::main(
        ["STT", "Đơn vị", "Mã", "Tiêu chí", "Bước", "Từ", "Đến", "Tăng, giảm", "Lý do", "Tệp, ô"].map(|words| centre(words).size(11)),
        2,
    );
    for unit in results.units {
        let (Some((group, set)), Some(card)) = (results.scored_by(unit), results.cards.get(&unit.id)) else { continue };
        let rounding = group.rounding;
        let lines = set.adjustments.iter().map(|line| &line.criterion);
        for criterion in set.leaves().map(|(criterion, _)| criterion).chain(lines) {
            let Some(of) = card.stages_of(&criterion.id) else { continue };
            for step in steps(results, unit, criterion, rounding, of) {
                let moved = &rounding.print(&step.to) - &rounding.print(&step.from);
                table.row([
                    count(table.rows.len() + 1),
                    text(unit.name.as_str()),
                    centre(criterion.id.as_str()),
                    text(criterion.name.as_str()).size(11),
                    text(step.stage.words().vi).size(11),
                    points(Some(&step.from), rounding),
                    points(Some(&step.to), rounding),
                    change(Some(&moved), rounding.decimals),
                    text(step.reason.vi).size(11),
                    text(where_at(&step.place, Lang::Vi)).size(11),
                ]);
            }
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    let mut page = Page::new("Lịch sử điểm", results.campaign, true, &[6, 26, 8, 36, 18, 9, 9, 9, 40, 30]);
    page.title("ĐIỂM THAY ĐỔI QUA CÁC BƯỚC", results.campaign, remarks(results));
    page.paragraph(text("Mỗi dòng là một lần điểm của một tiêu chí thay đổi: từ điểm tự đánh giá đến lần thẩm định cuối.").italic());
    page.table(table);
    Some(page)
}
