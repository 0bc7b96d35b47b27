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
use crate::rule::Scorer;
use crate::scoring::{Excuse, Node, Trace};

/// Adds the sheet.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn add(book: &mut Book, own: &Own<'_>) -> Result<(), ReportError> {
    let campaign = own.results.campaign;
    let mut page = Page::new(book.add("Chi tiết")?, campaign, true, &[8, 38, 8, 9, 9, 9, 9, 9, 9, 9, 9, 56])?;
    let title = format!("KẾT QUẢ CHI TIẾT THEO TIÊU CHÍ, NĂM {}: {}", campaign.year, own.unit.name.to_uppercase());
    page.title(&title, campaign, &remarks_of(&own.ranking.group, own.results))?;
    let head = [
        "Mã",
        "Lĩnh vực, tiêu chí, tiêu chí thành phần",
        "Điểm tối đa",
        "Tự đánh giá",
        "Tính từ số liệu",
        "Được chấp nhận",
        "Thẩm định lần 1",
        "Thẩm định lần 2",
        "Điểm ĐTXHH",
        "Điểm chính thức",
        "Chỉ số (%)",
        "Diễn giải",
    ];
    let table = page.main_head(head.map(|words| centre(words).size(11)), 2)?;
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
    let stage = |of: fn(&Node) -> Option<&Points>| points(node.and_then(of), rounding);
    let survey = criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Survey);
    let why = node.and_then(|node| node.trace.as_ref()).map(|trace| why(trace, &criterion.id, survey, own)).unwrap_or_default();
    vec![
        text(criterion.id.as_str()),
        criterion_name(&criterion.name, depth),
        maximum(&criterion.max),
        stage(|node| node.stages.claimed.as_ref()),
        stage(|node| node.stages.computed.as_ref()),
        stage(|node| node.stages.accepted.as_ref()),
        stage(|node| node.stages.appraised_1.as_ref()),
        stage(|node| node.stages.appraised_2.as_ref()),
        stage(|node| node.stages.survey.as_ref()),
        of_node(node, |node| node.official.as_ref(), rounding).bold(),
        of_node(node, |node| node.index.as_ref(), rounding),
        text(why).size(11),
    ]
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
        let stage = |value: Option<&Points>| points(value, rounding);
        let why = line.trace.as_ref().map(|trace| why(trace, &line.id, false, own)).unwrap_or_default();
        page.row(&[
            text(line.id.as_str()),
            text(format!("{sign}: {name}")),
            found.map_or_else(blank, |criterion| maximum(&criterion.max)),
            stage(line.stages.claimed.as_ref()),
            stage(line.stages.computed.as_ref()),
            stage(line.stages.accepted.as_ref()),
            stage(line.stages.appraised_1.as_ref()),
            stage(line.stages.appraised_2.as_ref()),
            blank(),
            stage(signed.as_ref()).bold(),
            blank(),
            text(why).size(11),
        ])?;
    }
    Ok(())
}

/// Says how a leaf came to its points, a sentence a line.
fn why(trace: &Trace, id: &CriterionId, survey: bool, own: &Own<'_>) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(trace.excused.map(|excuse| excused(excuse).to_owned()));
    lines.extend(trace.outcome.iter().flat_map(|outcome| &outcome.trace).map(|sentence| sentence.vi.clone()));
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
    let rounds = [("Thẩm định lần 1", &appraisal.round_1), ("Thẩm định lần 2", &appraisal.round_2), ("ĐTXHH", &appraisal.survey)];
    for (round, entries) in rounds {
        lines.extend(reason(entries, &own.unit.id, id).map(|words| format!("{round}: “{words}”")));
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
