//! Page of a unit: every criterion with all its stages, and why.

use super::cell::{Cell, Tone, blank, centre, text};
use super::page::{Page, Table, left_across};
use super::unit_view::UnitView;
use super::words::{claim, criterion_name, excused, late, maximum, of_node, points, remarks_of, takes_no_claim, tone_of, with_weight};
use crate::appraisal::said as explanation;
use crate::assessment::{Answer, Entries, Round, Stage};
use crate::criteria::{Criterion, Sign};
use crate::figure::{CriterionId, UnitId};
use crate::finding::in_words;
use crate::points::Points;
use crate::results::Results;
use crate::rule::{Scorer, Terms};
use crate::scoring::{Node, Stages, Trace};
use crate::text::{Lang, Text, said};

/// Makes the page.
pub fn page(view: &UnitView<'_>) -> Page {
    let (campaign, lang) = (view.results.campaign, view.results.lang);
    let (year, in_capitals) = (campaign.year, view.unit.name.to_uppercase());
    let rounds = view.rounds();
    let mut widths = vec![8, 38, 8];
    widths.extend(std::iter::repeat_n(9, rounds.len() + 6));
    widths.push(left_across(&widths).clamp(30, 56));
    let mut page = Page::new(lang.word("Chi tiết", "Details"), campaign, true, &widths);
    let title = said!(lang, "KẾT QUẢ CHI TIẾT THEO TIÊU CHÍ, NĂM {year}: {in_capitals}", "RESULTS BY CRITERION, {year}: {in_capitals}");
    page.title(title, campaign, remarks_of(&view.ranking.group, view.results));
    let first = lang.each([
        ("Mã", "Code"),
        ("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, sub-criterion"),
        ("Điểm tối đa", "Max. points"),
        ("Tự đánh giá", "Self-assessed"),
        ("Điểm tính theo số liệu kê khai", "Computed from figures declared"),
        ("Điểm được công nhận", "Accepted"),
    ]);
    let last = lang.each([
        ("Điểm ĐTXHH", "Survey points"),
        ("Điểm chính thức", "Official points"),
        ("Chỉ số (%)", "Index (%)"),
        ("Diễn giải", "Explanation"),
    ]);
    let mut head: Vec<String> = first.map(str::to_owned).into();
    head.extend(rounds.iter().map(|round| view.results.campaign.rounds.name(*round).get(lang).to_owned()));
    head.extend(last.map(str::to_owned));
    let mut table = Table::main(head.into_iter().map(|words| centre(words).size(11)), 2);
    for (depth, criterion) in view.set.walk() {
        let node = view.card.and_then(|card| card.nodes.iter().find(|node| node.id == criterion.id));
        let tone = match tone_of(depth, criterion) {
            Tone::None if node.is_some_and(|node| !node.applicable) => Tone::Out,
            tone => tone,
        };
        let group = criterion.leaf().is_none();
        let cells = of_criterion(view, &rounds, (depth, criterion), node).into_iter();
        table.row(cells.map(|cell| if group { cell.bold().tone(tone) } else { cell.tone(tone) }));
    }
    adjustments(&mut table, view, &rounds);
    page.table(table);
    page
}

/// Makes the cells of a criterion.
fn of_criterion(view: &UnitView<'_>, rounds: &[Round], (depth, criterion): (usize, &Criterion), node: Option<&Node>) -> Vec<Cell> {
    let rounding = view.rounding();
    let survey = criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Survey);
    let why = node.and_then(|node| node.trace.as_deref()).map(|trace| why(trace, criterion, survey, view)).unwrap_or_default();
    let mut cells = vec![
        text(criterion.id.as_str()),
        criterion_name(&with_weight(&criterion.name, &criterion.weight, view.results.lang), depth),
        applicable(criterion, node, view.results.lang),
    ];
    cells.extend(of_stages(view, rounds, criterion, node.map(|node| &node.stages)));
    cells.extend([
        of_node(node, |node| node.official.as_ref(), rounding).bold(),
        of_node(node, |node| node.index.as_ref(), rounding),
        text(why).size(11),
    ]);
    cells
}

/// Makes the cell of the maximum, with what applies of it where that is less: the index beside it is a share of that.
fn applicable(criterion: &Criterion, node: Option<&Node>, lang: Lang) -> Cell {
    let Some(node) = node.filter(|node| node.applicable && node.applicable_max != criterion.max) else {
        return maximum(&criterion.max);
    };
    let [max, applies] = [&criterion.max, &node.applicable_max].map(|points| maximum(points).words(lang));
    centre(said!(lang, "{max}\n(áp dụng {applies})", "{max}\n(applies: {applies})")).size(11)
}

/// Makes the cells of the stages: before the rounds, the rounds, the survey.
fn of_stages(view: &UnitView<'_>, rounds: &[Round], criterion: &Criterion, stages: Option<&Stages>) -> Vec<Cell> {
    let mut cells = figures_of_stages(view, rounds, stages);
    if let Some(claimed) = cells.first_mut().filter(|_| takes_no_claim(criterion)) {
        *claimed = claim(criterion, None, view.rounding(), view.results.lang);
    }
    cells
}

/// Makes the same cells of what compares no units.
fn figures_of_stages(view: &UnitView<'_>, rounds: &[Round], stages: Option<&Stages>) -> Vec<Cell> {
    let before = [Stage::Claimed, Stage::Computed, Stage::Accepted];
    let all = before.into_iter().chain(rounds.iter().copied().map(Stage::Appraised));
    let figures = all.map(|stage| stages.and_then(|stages| stages.at(stage)));
    figures.chain([stages.and_then(|stages| stages.survey.as_ref())]).map(|figure| points(figure, view.rounding())).collect()
}

/// Prints the lines outside the tree.
fn adjustments(table: &mut Table, view: &UnitView<'_>, rounds: &[Round]) {
    let (rounding, lang) = (view.rounding(), view.results.lang);
    for line in view.card.iter().flat_map(|card| &card.adjustments) {
        let found = view.set.adjustments.iter().map(|line| &line.criterion).find(|criterion| criterion.id == line.id);
        let id = &line.id;
        let beside = || said!(lang, "kèm theo tiêu chí {id}", "beside criterion {id}");
        let name = found.map_or_else(beside, |criterion| criterion.name.clone());
        let (sign, signed) = match line.sign {
            Sign::Bonus => (lang.word("Điểm thưởng", "Bonus"), line.official.clone()),
            Sign::Penalty => (lang.word("Điểm trừ", "Penalty"), line.official.as_ref().map(|points| -points)),
        };
        let mut why = line.trace.as_deref().zip(found).map(|(trace, criterion)| why(trace, criterion, false, view)).unwrap_or_default();
        if let Some(counts) = view.within(&line.id).filter(|_| line.trace.is_some()) {
            why = format!("{why}\n{}", counts.words(rounding).get(lang));
        }
        let max = found.map_or_else(blank, |criterion| maximum(&criterion.max));
        let mut cells = vec![text(line.id.as_str()), text(format!("{sign}: {name}")), max];
        cells.extend(figures_of_stages(view, rounds, Some(&line.stages)));
        cells.extend([points(signed.as_ref(), rounding).bold(), blank(), text(why).size(11)]);
        table.row(cells);
    }
    if let Some(costs) = view.card.and_then(|card| card.lateness.as_ref()) {
        let why = view.results.arrivals.get(&view.unit.id).and_then(|arrivals| late(arrivals, None, rounding, lang)).unwrap_or_default();
        let mut cells = vec![blank(), text(lang.word("Điểm trừ: gửi muộn", "Penalty: submitted late")), blank()];
        cells.extend(figures_of_stages(view, rounds, None));
        cells.extend([points(Some(&-costs), rounding).bold(), blank(), text(why).size(11)]);
        table.row(cells);
    }
}

/// Says how a leaf came to its points, a sentence a line.
fn why(trace: &Trace, criterion: &Criterion, survey: bool, view: &UnitView<'_>) -> String {
    let (id, lang) = (&criterion.id, view.results.lang);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(trace.excused.map(|excuse| excused(excuse).get(lang).to_owned()));
    lines.extend(trace.applies.iter().map(|said| said.words(&view.results.campaign.rounds).get(lang).to_owned()));
    lines.extend(trace.required.iter().map(|required| required.words(view.set, view.rounding()).get(lang).to_owned()));
    if let (Some(outcome), Some(leaf)) = (&trace.outcome, criterion.leaf()) {
        let terms = Terms { rounding: view.rounding(), ..view.set.terms(criterion, leaf) };
        let rounds = &view.results.campaign.rounds;
        let corrected = trace.corrections.iter().map(|one| one.words(rounds, &terms.label(&one.input), &leaf.choices(&one.input)));
        let told = corrected.chain(leaf.rule.explain(outcome, &terms));
        lines.extend(told.map(|sentence| sentence.get(lang).to_owned()));
    }
    for withheld in &trace.withheld {
        let share = (&withheld.share * &Points::hundred()).plain_in(lang);
        let Text { vi, en } = in_words([withheld.code.id]);
        lines.push(said!(lang, "Không công nhận {share}% số điểm: {vi}.", "{share}% of the points are withheld: {en}."));
    }
    lines.extend(
        answer(view.results, &view.unit.id, id)
            .and_then(|answer| answer.explanation.as_ref())
            .map(|words| said!(lang, "Giải trình của đơn vị: “{words}”", "Explanation of the unit: “{words}”")),
    );
    let appraisal = view.results.appraisal;
    let explained = |round: Round| view.results.explanations.get(&view.unit.id)?.get(&round)?.answers.get(id);
    let campaign = view.results.campaign;
    for round in appraisal.all_rounds() {
        let reasons = appraisal.reasons(round, &view.unit.id, id);
        let name = campaign.rounds.name(round);
        let name = name.get(lang);
        lines.extend(reasons.iter().map(|words| format!("{name}: “{words}”")));
        lines.extend(explained(round).zip(criterion.leaf()).map(|(answer, leaf)| {
            let words = explanation(leaf, answer);
            let words = words.get(lang);
            said!(lang, "Giải trình sau “{name}”: {words}", "Explanation after “{name}”: {words}")
        }));
    }
    lines.extend(reason(&appraisal.survey, &view.unit.id, id).map(|words| said!(lang, "ĐTXHH: “{words}”", "Survey: “{words}”")));
    let official = campaign.official;
    match trace.reached {
        // What an earlier round settled is in its column.
        Some(reached) if reached < official && reached <= Stage::Accepted => {
            lines.push(not_reached(&campaign.official_words(), &campaign.rounds.stage(reached), lang));
        }
        None if trace.excused.is_none() && !survey => {
            lines.push(lang.word("Chưa có điểm ở bước nào; tính 0 điểm.", "No points at any stage; counts 0.").into());
        }
        _ => {}
    }
    lines.join("\n")
}

/// Says that a leaf counts an earlier stage.
fn not_reached(official: &Text, reached: &Text, lang: Lang) -> String {
    let (wanted, taken) = (official.get(lang), reached.get(lang));
    said!(lang, "Chưa có điểm bước “{wanted}”, lấy điểm bước “{taken}”.", "No points at the stage “{wanted}”; those of “{taken}” count.")
}

/// Finds what a unit said of a leaf.
fn answer<'a>(results: &Results<'a>, unit: &UnitId, id: &CriterionId) -> Option<&'a Answer> {
    results.evidenced.get(unit)?.assessment.answers.get(id)
}

/// Finds the reason typed with points.
fn reason<'a>(entries: &'a Entries, unit: &UnitId, id: &CriterionId) -> Option<&'a String> {
    entries.get(unit)?.get(id)?.reason.as_ref()
}
