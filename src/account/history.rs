//! Every score that changed on its way: from what, to what, at which stage, why, and where that was typed.

use std::collections::BTreeMap;

use super::cell::{Cell, centre, count, text};
use super::findings::where_at;
use super::page::{Page, Table};
use super::words::{change, points, remarks};
use crate::appraisal::{Cause, by_condition, cause};
use crate::assessment::{Round, Stage, Unit};
use crate::criteria::{CriteriaSet, Criterion, Sign};
use crate::finding::Place;
use crate::points::{Points, Rounding};
use crate::results::Results;
use crate::rule::NOT_APPLICABLE_WORDS;
use crate::scoring::{Stages, Trace};
use crate::text::{Lang, Text};

/// Change of what a leaf gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Stage at which it changed.
    pub stage: Stage,
    /// Points before; `None` where the leaf did not apply.
    pub from: Option<Points>,
    /// Points behind; `None` where the leaf no longer applies.
    pub to: Option<Points>,
    /// Why, as far as anybody says.
    pub reason: Text,
    /// Where it was typed.
    pub place: Place,
}

impl Step {
    /// Gives by how much the points changed, as printed; what does not apply has none.
    fn moved(&self, rounding: Rounding) -> Option<Points> {
        let (from, to) = self.from.as_ref().zip(self.to.as_ref())?;
        Some(&rounding.print(to) - &rounding.print(from))
    }
}

/// Lists the changes of a leaf, as they print, from the claim to the last round.
pub fn steps(
    results: &Results<'_>,
    unit: &Unit,
    criterion: &Criterion,
    rounding: Rounding,
    (stages, trace): (&Stages, Option<&Trace>),
) -> Vec<Step> {
    let mut steps = Vec::new();
    let zero = Points::zero();
    let outside = results.scored_by(unit).is_some_and(|(_, set)| set.sign(&criterion.id).is_some());
    // A line outside the tree that nobody claims gives nothing until the council says that it does.
    let mut last: Option<Option<&Points>> = stages.claimed.as_ref().or(outside.then_some(&zero)).map(Some);
    if trace.is_some_and(|trace| trace.declared_out) {
        last = Some(None);
    }
    let accepted = stages.accepted.as_ref().map(|points| (Stage::Accepted, Some(points)));
    for (stage, to) in accepted.into_iter().chain(rounds((stages, trace))) {
        let printed = |points: Option<&Points>| points.map(|points| rounding.print(points));
        if let Some(from) = last.filter(|from| printed(*from) != printed(to)) {
            let (reason, place) = match stage {
                Stage::Appraised(round) => {
                    let cause = cause(results, unit, criterion, round);
                    (cause.told(), cause.place)
                }
                Stage::Claimed | Stage::Computed | Stage::Accepted => {
                    let condition = by_condition(results, unit, criterion, stage).map(|(_, cause)| cause.reason);
                    (condition.unwrap_or_else(|| not_accepted(trace)), claimed_at(results, unit, criterion))
                }
            };
            steps.push(Step { stage, from: from.cloned(), to: to.cloned(), reason, place });
        }
        last = Some(to);
    }
    steps
}

/// Tells whether points of a leaf, or of what stands beside it, are taken away rather than given.
fn is_taken(set: &CriteriaSet, criterion: &Criterion, is_beside: bool) -> bool {
    is_beside || set.sign(&criterion.id) == Some(Sign::Penalty)
}

/// Gives what every round made of a leaf: points, or nothing where it found that the leaf does not apply.
fn rounds<'a>((stages, trace): (&'a Stages, Option<&'a Trace>)) -> Vec<(Stage, Option<&'a Points>)> {
    // Points that count as not typed change nothing.
    let counts = |round: &Round| trace.is_none_or(|trace| !trace.refused.contains(round));
    let mut found: BTreeMap<Round, Option<&Points>> =
        stages.appraised.iter().filter(|(round, _)| counts(round)).map(|(round, points)| (*round, Some(points))).collect();
    // The council's word, or figures as it corrected them, may say that the leaf does not apply, and again that it does.
    for (round, out) in trace.into_iter().flat_map(|trace| trace.turns.iter()) {
        let before = || stages.appraised.before(round).or(stages.accepted.as_ref());
        if *out {
            found.insert(*round, None);
        } else {
            found.entry(*round).or_insert_with(before);
        }
    }
    // Conditions have the last word on what counts.
    for (stage, conditioned) in trace.into_iter().flat_map(|trace| trace.conditioned.iter()) {
        if let Stage::Appraised(round) = stage {
            found.insert(*round, conditioned.counts.as_ref());
        }
    }
    found.into_iter().map(|(round, points)| (Stage::Appraised(round), points)).collect()
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

/// Lists the changes of the penalty that stands beside a leaf, as they print, from what the figures declared give.
pub fn penalty_steps(results: &Results<'_>, unit: &Unit, criterion: &Criterion, rounding: Rounding) -> Vec<Step> {
    let card = results.cards.get(&unit.id);
    let Some(line) = card.and_then(|card| card.adjustments.iter().find(|line| line.trace.is_none() && line.id == criterion.id)) else {
        return Vec::new();
    };
    let mut last = line.stages.accepted.clone().unwrap_or_default();
    let mut steps = Vec::new();
    for (round, to) in line.stages.appraised.iter().map(|(round, points)| (*round, points.clone())) {
        if rounding.print(&last) != rounding.print(&to) {
            let Cause { reason, place, .. } = cause(results, unit, criterion, round);
            steps.push(Step { stage: Stage::Appraised(round), from: Some(last), to: Some(to.clone()), reason, place });
        }
        last = to;
    }
    steps
}

/// Says which points a step is of: those of the criterion, or of the penalty beside it.
pub const BESIDE: (&str, &str) = ("điểm trừ kèm theo", "penalty beside it");

/// Makes the cell of points, or says that there are none since the leaf does not apply.
fn points_or_out(value: Option<&Points>, rounding: Rounding, lang: Lang) -> Cell {
    value.map_or_else(|| centre(NOT_APPLICABLE_WORDS.get(lang)).size(11), |value| points(Some(value), rounding))
}

/// Makes the page of all units; `None` where nothing changed.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let lang = results.lang;
    let heads = [
        ("STT", "No."),
        ("Đơn vị", "Unit"),
        ("Mã", "Code"),
        ("Tiêu chí", "Criterion"),
        ("Bước", "Stage"),
        ("Từ", "From"),
        ("Đến", "To"),
        ("Tăng, giảm", "Change"),
        ("Lý do", "Reason"),
        ("Tệp, ô", "File, cell"),
    ];
    let mut table = Table::main(lang.each(heads).map(|words| centre(words).size(11)), 2);
    for unit in results.units {
        let (Some((group, set)), Some(card)) = (results.scored_by(unit), results.cards.get(&unit.id)) else { continue };
        let rounding = group.rounding;
        for (criterion, _) in set.leaves() {
            let Some(of) = card.stages_of(&criterion.id) else { continue };
            let own = steps(results, unit, criterion, rounding, of).into_iter().map(|step| (step, false));
            let beside = penalty_steps(results, unit, criterion, rounding).into_iter().map(|step| (step, true));
            for (step, is_beside) in own.chain(beside) {
                let name = set.named(criterion).get(lang).to_owned();
                let name = if is_beside { format!("{name} ({})", lang.word(BESIDE.0, BESIDE.1)) } else { name };
                let signed = |points: Option<&Points>| {
                    points.map(|points| if is_taken(set, criterion, is_beside) { &Points::zero() - points } else { points.clone() })
                };
                let (from, to, moved) = (signed(step.from.as_ref()), signed(step.to.as_ref()), signed(step.moved(rounding).as_ref()));
                table.row([
                    count(table.rows.len() + 1),
                    text(unit.name.as_str()),
                    centre(criterion.id.as_str()),
                    text(name).size(11),
                    text(results.campaign.rounds.stage(step.stage).get(lang)).size(11),
                    points_or_out(from.as_ref(), rounding, lang),
                    points_or_out(to.as_ref(), rounding, lang),
                    change(moved.as_ref(), rounding.decimals),
                    text(step.reason.get(lang)).size(11),
                    text(where_at(&step.place, lang)).size(11),
                ]);
            }
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    let name = lang.word("Lịch sử điểm", "History of points");
    let mut page = Page::new(name, results.campaign, true, &[6, 26, 8, 36, 18, 9, 9, 9, 40, 30]);
    page.title(lang.word("ĐIỂM THAY ĐỔI QUA CÁC BƯỚC", "CHANGES OF POINTS FROM STAGE TO STAGE"), results.campaign, remarks(results));
    let words = lang.word(
        "Mỗi dòng là một lần điểm của một tiêu chí thay đổi: từ điểm tự đánh giá đến lần thẩm định cuối.",
        "Each line is a change of the points of a criterion, from the claim to the last round of appraisal.",
    );
    page.paragraph(text(words).italic());
    page.table(table);
    Some(page)
}
