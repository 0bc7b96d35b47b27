//! Every criterion of a unit, a line each.

use super::view::View;
use super::{awards, certain, terms};
use crate::account::cell::{Cell, centre, text};
use crate::account::page::{Page, Table};
use crate::account::words::{NONE, counted, maximum, points};
use crate::assessment::Stage;
use crate::criteria::Sign;
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::points::Points;
use crate::scoring::{AdjustmentScore, Cut, Stages};
use crate::text;
use crate::text::{Text, Words};

/// Makes the page.
pub fn page(view: &View<'_>, findings: &[&Finding]) -> Page {
    let lang = view.lang;
    let mut page = view.page();
    page.table(table(view, findings));
    for said in [terms::total(view), terms::areas(view), terms::place(view)].into_iter().flatten() {
        page.paragraph(text(said.get(lang)));
    }
    for capped in view.card.capped(view.of.set) {
        page.paragraph(text(capped.words(view.of.rounding()).get(lang)));
    }
    for said in &view.of.row.ties {
        page.paragraph(text(said.get(lang)));
    }
    if let Some(compared) = compared(view) {
        page.paragraph(text(compared.get(lang)));
    }
    if let Some(late) = late(view) {
        page.paragraph(text(late.get(lang)));
    }
    if let Some(taken) = view.card.adjusted.as_ref().filter(|taken| taken.is_negative() && view.card.points.is_zero()) {
        let taken = view.printed(&-taken);
        let none = text!(
            "Điểm trừ, sau khi bù điểm thưởng, là {taken} điểm, vượt số điểm đạt được: tổng điểm tính bằng 0.",
            "Penalties less bonuses come to {taken} points, more than the points reached: the total counts as 0."
        );
        page.paragraph(text(none.get(lang)));
    }
    if let Some(certain) = certain::words(view) {
        page.paragraph(text(certain.get(lang)));
    }
    if view.card.cut == Some(Cut::At100) {
        let cut = Words {
            vi: "Điểm thưởng vượt mức: chỉ số tính bằng 100%.",
            en: "Bonus points exceed the maximum: the index counts as 100%.",
        };
        page.paragraph(text(cut.get(lang)));
    }
    let counted = counted(findings.iter().copied());
    let (official, unit) = (view.of.results.campaign.official_words(), &view.of.unit.id);
    let (official_vi, official_en, counted_vi, counted_en) = (official.vi, official.en, counted.vi, counted.en);
    let foot = text!(
        "Điểm chính thức: bước “{official_vi}”, hoặc bước gần nhất đã có.\nKết quả kiểm tra: {counted_vi}.\nCách tính một tiêu chí: parindex why … {unit} <mã tiêu chí>. Ý nghĩa một mã: parindex explain <mã>.",
        "Official: the stage “{official_en}”, or the last one reached before it.\nFindings: {counted_en}.\nFor one criterion: parindex why … {unit} <criterion>. For a code: parindex explain <code>."
    );
    page.paragraph(text(foot.get(lang)));
    awards::add(&mut page, view);
    page
}

/// Says how the unit compares with the last year; nothing where it was not there.
fn compared(view: &View<'_>) -> Option<Text> {
    let (comparison, row) = (view.of.results.comparison, view.of.row);
    let (year, before) = (comparison.last()?.year, comparison.before(&view.of.unit.id)?);
    let (then, change) = (view.printed_or(before.index.as_ref()), before.change(row));
    let changed = change.index.as_ref().map(|index| {
        let size = if index.is_negative() { -index } else { index.clone() };
        let size = view.printed_or(Some(&size));
        if index.is_positive() {
            text!("; năm nay tăng {size}", "; {size} more this year")
        } else if index.is_negative() {
            text!("; năm nay giảm {size}", "; {size} less this year")
        } else {
            text!("; năm nay không đổi", "; the same this year")
        }
    });
    let Text { vi: changed_vi, en: changed_en } = changed.unwrap_or_default();
    let place = before.place.map(|(place, of)| text!("; hạng {place}/{of}", "; place {place} of {of}")).unwrap_or_default();
    let unranked =
        || Text::new("; năm ấy không được xếp hạng, không tính là tiến bộ", "; it was not ranked then, so that a rise is no progress");
    let place = if before.ranked || before.index.is_none() { place } else { unranked() };
    let (place_vi, place_en) = (place.vi, place.en);
    let merged = before.units.len() > 1 && before.index.is_some();
    let with_result = before.units.iter().map(|(_, name)| name.as_str()).filter(|name| !before.silent.iter().any(|silent| silent == name));
    let names = with_result.collect::<Vec<_>>();
    let (number, names) = (names.len(), names.join(", "));
    let mean = match (merged, number) {
        (false, _) => Text::default(),
        (true, 1) => text!(" (của {names})", " (of {names})"),
        (true, _) => text!(" (bình quân của {names})", " (the mean of {names})"),
    };
    let (mean_vi, mean_en) = (mean.vi, mean.en);
    Some(text!("Năm {year}: chỉ số {then}%{mean_vi}{place_vi}{changed_vi}.", "{year}: index {then}%{mean_en}{place_en}{changed_en}."))
}

/// Says what came late, and what that costs.
fn late(view: &View<'_>) -> Option<Text> {
    let days = view.of.results.arrivals.get(&view.of.unit.id)?.days_late();
    let said = text!("Gửi muộn {days} ngày", "Late by {days} days");
    let costs = view.card.lateness.as_ref().map(|points| view.printed(points));
    let costs = costs.map(|points| text!("; trừ {points} điểm", "; it costs {points} points")).unwrap_or_default();
    (days > 0).then(|| Text::new(format!("{}{}.", said.vi, costs.vi), format!("{}{}.", said.en, costs.en)))
}

/// Makes the table.
fn table(view: &View<'_>, findings: &[&Finding]) -> Table {
    let lang = view.lang;
    let shown = shown(view);
    let word = |vi: &'static str, en: &'static str| text(Words { vi, en }.get(lang));
    let mut head = vec![text(""), word("Tiêu chí", "Criterion"), word("Tối đa", "Maximum")];
    head.extend(shown.iter().map(|stage| text(name(*stage).get(lang))));
    head.extend([word("Chính thức", "Official"), word("Kết quả kiểm tra", "Findings")]);
    let mut table = Table::new(head);
    let figure = |value: Option<&Points>| value.map_or_else(|| centre(NONE), |value| points(Some(value), view.of.rounding()));
    let mut line = |id: &CriterionId, name: String, max: Cell, stages: &Stages, official: Cell| {
        let mut codes: Vec<&str> =
            findings.iter().filter(|finding| finding.criterion.as_ref() == Some(id)).map(|finding| finding.code.id).collect();
        codes.dedup();
        let mut cells = vec![text(id.as_str()), text(name), max];
        cells.extend(shown.iter().map(|stage| figure(at(stages, *stage))));
        cells.extend([official, text(codes.join(" "))]);
        table.row(cells);
    };
    for (depth, criterion) in view.of.set.walk() {
        let Some(scored) = view.scored(&criterion.id) else { continue };
        let name = if depth == 1 { criterion.name.to_uppercase() } else { criterion.name.clone() };
        let applies = scored.node.is_none_or(|node| node.applicable);
        let excused = || centre(Words { vi: "không áp dụng", en: "not applicable" }.get(lang));
        let official = if applies { figure(scored.official) } else { excused() };
        line(&criterion.id, name, maximum(&criterion.max), scored.stages, official);
    }
    for outside in &view.card.adjustments {
        let (name, max) = outside_the_tree(view, outside);
        let official = outside.official.as_ref().map(|points| if outside.sign == Sign::Penalty { -points } else { points.clone() });
        line(&outside.id, name, max, &outside.stages, figure(official.as_ref()));
    }
    table
}

/// Names a line outside the tree, and gives its maximum.
fn outside_the_tree(view: &View<'_>, line: &AdjustmentScore) -> (String, Cell) {
    let found = view.of.set.adjustments.iter().map(|line| &line.criterion).find(|criterion| criterion.id == line.id);
    let kind = match (found, line.sign) {
        (None, _) => Words { vi: "Điểm trừ kèm theo tiêu chí", en: "Penalty beside the criterion" },
        (Some(_), Sign::Bonus) => Words { vi: "Điểm thưởng", en: "Bonus" },
        (Some(_), Sign::Penalty) => Words { vi: "Điểm trừ", en: "Penalty" },
    };
    let kind = kind.get(view.lang);
    found.map_or_else(|| (kind.to_owned(), centre(NONE)), |found| (format!("{kind}: {}", found.name), maximum(&found.max)))
}

/// Lists the stages that somebody has reached; `None` stands for the survey.
fn shown(view: &View<'_>) -> Vec<Option<Stage>> {
    let lines = view.card.adjustments.iter().map(|line| &line.stages);
    let all: Vec<&Stages> = view.card.nodes.iter().map(|node| &node.stages).chain(lines).collect();
    let stages = view.stages().into_iter().map(Some).chain([None]);
    stages.filter(|stage| all.iter().any(|stages| at(stages, *stage).is_some())).collect()
}

/// Gives the points of a stage, or of the survey.
fn at(stages: &Stages, stage: Option<Stage>) -> Option<&Points> {
    stage.map_or(stages.survey.as_ref(), |stage| stages.at(stage))
}

/// Names a stage as a narrow column does.
fn name(stage: Option<Stage>) -> Text {
    match stage {
        Some(Stage::Claimed) => Text::new("Tự đánh giá", "Claimed"),
        Some(Stage::Computed) => Text::new("Theo số liệu", "Computed"),
        Some(Stage::Accepted) => Text::new("Công nhận", "Accepted"),
        Some(Stage::Appraised(round)) => {
            let number = round.number();
            text!("Thẩm định {number}", "Round {number}")
        }
        None => Text::new("ĐTXHH", "Survey"),
    }
}
