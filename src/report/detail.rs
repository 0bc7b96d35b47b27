//! Sheet of a unit: every criterion with all its stages, and why.

use super::ReportError;
use super::book::Book;
use super::page::{Cell, Fill, Page, blank, centre, text};
use super::unit::Own;
use super::words::{criterion_name, maximum, of_node, points, remarks_of};
use crate::assessment::{Answer, Entries, Stage};
use crate::criteria::{Criterion, Sign};
use crate::figure::{CriterionId, UnitId};
use crate::points::Points;
use crate::results::Results;
use crate::rule::{Scorer, Terms};
use crate::scoring::{Excuse, Node, Stages, Trace};

/// Adds the sheet.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn add(book: &mut Book, own: &Own<'_>) -> Result<(), ReportError> {
    let campaign = own.results.campaign;
    let rounds = own.results.rounds();
    let mut widths = vec![8, 38, 8];
    widths.extend(std::iter::repeat_n(9, rounds.len() + 6));
    widths.push(56);
    let mut page = Page::new(book.add("Chi tiết")?, campaign, true, &widths)?;
    let title = format!("KẾT QUẢ CHI TIẾT THEO TIÊU CHÍ, NĂM {}: {}", campaign.year, own.unit.name.to_uppercase());
    page.title(&title, campaign, &remarks_of(&own.ranking.group, own.results))?;
    let first = ["Mã", "Lĩnh vực, tiêu chí, tiêu chí thành phần", "Điểm tối đa", "Tự đánh giá", "Tính từ số liệu", "Được chấp nhận"];
    let last = ["Điểm ĐTXHH", "Điểm chính thức", "Chỉ số (%)", "Diễn giải"];
    let mut head: Vec<String> = first.map(str::to_owned).into();
    head.extend(rounds.iter().map(|round| round.words().vi));
    head.extend(last.map(str::to_owned));
    let table = page.main_head(head.into_iter().map(|words| centre(words).size(11)), 2)?;
    for (depth, criterion) in own.set.walk() {
        let node = own.card.and_then(|card| card.nodes.iter().find(|node| node.id == criterion.id));
        let fill = match (depth, criterion.leaf()) {
            (1, _) => Fill::Area,
            (_, None) => Fill::Group,
            (_, Some(_)) if node.is_some_and(|node| !node.applicable) => Fill::Out,
            (_, Some(_)) => Fill::None,
        };
        let cells = of_criterion(own, depth, criterion, node);
        let group = criterion.leaf().is_none();
        page.row(&cells.into_iter().map(|cell| if group { cell.bold().fill(fill) } else { cell.fill(fill) }).collect::<Vec<_>>())?;
    }
    adjustments(&mut page, own)?;
    page.filter(table)
}

/// Makes the cells of a criterion.
fn of_criterion(own: &Own<'_>, depth: usize, criterion: &Criterion, node: Option<&Node>) -> Vec<Cell> {
    let rounding = own.rounding();
    let survey = criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Survey);
    let why = node.and_then(|node| node.trace.as_ref()).map(|trace| why(trace, criterion, survey, own)).unwrap_or_default();
    let mut cells = vec![text(criterion.id.as_str()), criterion_name(&criterion.name, depth), maximum(&criterion.max)];
    cells.extend(of_stages(own, node.map(|node| &node.stages)));
    cells.extend([
        of_node(node, |node| node.official.as_ref(), rounding).bold(),
        of_node(node, |node| node.index.as_ref(), rounding),
        text(why).size(11),
    ]);
    cells
}

/// Makes the cells of the stages: before the rounds, the rounds, the survey.
fn of_stages(own: &Own<'_>, stages: Option<&Stages>) -> Vec<Cell> {
    let before = [Stage::Claimed, Stage::Computed, Stage::Accepted];
    let all = before.into_iter().chain(own.results.rounds().into_iter().map(Stage::Appraised));
    let figures = all.map(|stage| stages.and_then(|stages| stages.at(stage)));
    figures.chain([stages.and_then(|stages| stages.survey.as_ref())]).map(|figure| points(figure, own.rounding())).collect()
}

/// Prints the lines outside the tree.
fn adjustments(page: &mut Page<'_>, own: &Own<'_>) -> Result<(), ReportError> {
    let rounding = own.rounding();
    for line in own.card.iter().flat_map(|card| &card.adjustments) {
        let found = own.set.adjustments.iter().map(|line| &line.criterion).find(|criterion| criterion.id == line.id);
        let name = found.map_or_else(|| format!("kèm theo tiêu chí {}", line.id), |criterion| criterion.name.clone());
        let (sign, signed) = match line.sign {
            Sign::Bonus => ("Điểm thưởng", line.official.clone()),
            Sign::Penalty => ("Điểm trừ", line.official.as_ref().map(|points| -points)),
        };
        let why = line.trace.as_ref().zip(found).map(|(trace, criterion)| why(trace, criterion, false, own)).unwrap_or_default();
        let max = found.map_or_else(blank, |criterion| maximum(&criterion.max));
        let mut cells = vec![text(line.id.as_str()), text(format!("{sign}: {name}")), max];
        cells.extend(of_stages(own, Some(&line.stages)));
        cells.extend([points(signed.as_ref(), rounding).bold(), blank(), text(why).size(11)]);
        page.row(&cells)?;
    }
    Ok(())
}

/// Says how a leaf came to its points, a sentence a line.
fn why(trace: &Trace, criterion: &Criterion, survey: bool, own: &Own<'_>) -> String {
    let id = &criterion.id;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(trace.excused.map(|excuse| excused(excuse).to_owned()));
    if let (Some(outcome), Some(leaf)) = (&trace.outcome, criterion.leaf()) {
        let terms = Terms { rounding: own.rounding(), ..own.set.terms(criterion, leaf) };
        lines.extend(leaf.rule.explain(outcome, &terms).into_iter().map(|sentence| sentence.vi));
    }
    for withheld in &trace.withheld {
        let share = &withheld.share * &Points::hundred();
        lines.push(format!("Không chấp nhận {} % điểm: {} ({}).", share.plain_vi(), withheld.code.title.vi, withheld.code.id));
    }
    lines.extend(
        answer(own.results, &own.unit.id, id)
            .and_then(|answer| answer.explanation.as_ref())
            .map(|words| format!("Giải trình của đơn vị: “{words}”")),
    );
    let appraisal = own.results.appraisal;
    let rounds = appraisal.rounds.iter().map(|(round, entries)| (round.words().vi, entries));
    for (name, entries) in rounds.chain([("ĐTXHH".to_owned(), &appraisal.survey)]) {
        lines.extend(reason(entries, &own.unit.id, id).map(|words| format!("{name}: “{words}”")));
    }
    let official = own.results.campaign.official;
    match trace.reached {
        Some(reached) if reached < official => lines.push(not_reached(official, reached)),
        None if trace.excused.is_none() && !survey => lines.push("Chưa có điểm ở bước nào; tính 0 điểm.".into()),
        _ => {}
    }
    lines.join("\n")
}

/// Says that a leaf counts an earlier stage.
fn not_reached(official: Stage, reached: Stage) -> String {
    format!("Chưa có điểm bước “{}”, lấy điểm bước “{}”.", official.words().vi, reached.words().vi)
}

/// Says why a leaf does not apply.
const fn excused(excuse: Excuse) -> &'static str {
    match excuse {
        Excuse::Campaign => "Không áp dụng đối với đơn vị theo quy định của đợt đánh giá.",
        Excuse::Unit => "Không áp dụng: đơn vị khai, bộ tiêu chí cho phép.",
        Excuse::Rule => "Không áp dụng: trong kỳ không phát sinh.",
        Excuse::NoSurvey => "Không áp dụng: không có điều tra xã hội học.",
    }
}

/// Finds what a unit said of a leaf.
fn answer<'a>(results: &Results<'a>, unit: &UnitId, id: &CriterionId) -> Option<&'a Answer> {
    results.evidenced.get(unit)?.assessment.answers.get(id)
}

/// Finds the reason typed with points.
fn reason<'a>(entries: &'a Entries, unit: &UnitId, id: &CriterionId) -> Option<&'a String> {
    entries.get(unit)?.get(id)?.reason.as_ref()
}
