//! One criterion of a unit, explained for people: from the decision's words to the official points.

use super::said::{arithmetic, asked, children, documents, explained_after, figures, penalty, rounding, source, withheld};
use super::view::{Scored, View};
use super::{stages, terms};
use crate::account::cell::text;
use crate::account::findings::where_at;
use crate::account::history;
use crate::account::page::Page;
use crate::criteria::{Adjustment, Alternative, Criterion, Leaf};
use crate::figure::date_vi;
use crate::finding::Finding;
use crate::points::Points;
use crate::rule::Scorer;
use crate::text;
use crate::text::{Lang, Text, Words};

/// Makes the page.
pub fn page(view: &View<'_>, criterion: &Criterion, findings: &[&Finding]) -> Page {
    let lang = view.lang;
    let mut page = view.page();
    page.gap();
    title(&mut page, view, criterion);
    part(&mut page, lang, Words { vi: "Căn cứ", en: "Source" }, source(&criterion.source));
    let scored = view.scored(&criterion.id);
    let requires = criterion.requires.as_ref().map(|requires| requires.words(view.of.set));
    let best = view.of.set.alternative_of(&criterion.id).map(Alternative::words);
    part(&mut page, lang, Words { vi: "Hoặc", en: "Alternatives" }, best);
    part(&mut page, lang, Words { vi: "Điều kiện", en: "Condition" }, requires);
    part(&mut page, lang, Words { vi: "Thời hạn", en: "Deadline" }, deadline(criterion));
    let agency = view.of.results.campaign.agencies.appraising(view.of.set, &criterion.id);
    lines(&mut page, lang, Words { vi: "Cơ quan thẩm định", en: "Appraised by" }, agency.map(|by| by.name.to_owned()));
    match criterion.leaf() {
        Some(leaf) => leaf_parts(&mut page, view, criterion, leaf, scored.as_ref()),
        None => lines(&mut page, lang, Words { vi: "Cách tính", en: "Arithmetic" }, children(view, criterion)),
    }
    if let Some(scored) = &scored {
        page.heading(Words { vi: "Các bước chấm", en: "Stages" }.get(lang));
        page.table(stages::table(view, criterion, scored));
        part(&mut page, lang, Words { vi: "Làm tròn", en: "Rounding" }, rounding(view, scored));
        let index = scored.node.and_then(|node| terms::index(view, node)).map(|Text { vi, en }| text!("{vi}.", "{en}."));
        part(&mut page, lang, Words { vi: "Chỉ số", en: "Index" }, index);
    }
    lines(&mut page, lang, Words { vi: "Điểm thay đổi", en: "Changes" }, scored.iter().flat_map(|scored| changes(view, criterion, scored)));
    part(&mut page, lang, Words { vi: "Điểm thưởng, điểm trừ", en: "Bonuses and penalties" }, lines_of(view, criterion));
    part(&mut page, lang, Words { vi: "Điểm trừ kèm theo", en: "Penalty beside it" }, penalty(view, criterion));
    let told = findings.iter().map(|finding| {
        let (severity, code) = (finding.severity.words().get(lang), finding.code.id);
        format!("{severity} {code}: {} → {}", finding.message.get(lang), finding.help.get(lang))
    });
    lines(&mut page, lang, Words { vi: "Kết quả kiểm tra", en: "Findings" }, told);
    page
}

/// Says how a line outside the tree counts in its criterion, or which lines count in this one, and what they come to.
fn lines_of(view: &View<'_>, criterion: &Criterion) -> Vec<Text> {
    let set = view.of.set;
    let line = set.line(&criterion.id);
    let own = line.and_then(|line| line.within_words(set)).into_iter().chain(line.and_then(Adjustment::blank_words));
    let lines = set.adjustments.iter().filter(|line| line.within.as_ref() == Some(&criterion.id));
    let named = lines.filter_map(|line| {
        let (id, name, words) = (&line.criterion.id, &line.criterion.name, line.within_words(set)?);
        let (vi, en) = (words.vi, words.en);
        Some(text!("{id} {name}: {vi}", "{id} {name}: {en}"))
    });
    let counts = view.of.within(&criterion.id).map(|counts| counts.words(view.of.rounding()));
    let shares = set.cap_words(&criterion.id);
    let capped = view.card.capped(set).into_iter().filter(|one| one.cap.adjustments.contains(&criterion.id));
    let capped = capped.map(|one| one.words(view.of.rounding()));
    own.chain(named).chain(counts).chain(shares).chain(capped).collect()
}

/// Lists what changed the points on their way, a line each.
fn changes(view: &View<'_>, criterion: &Criterion, scored: &Scored<'_>) -> Vec<String> {
    let of = (scored.stages, scored.trace);
    let steps = if criterion.leaf().is_some() {
        history::steps(view.of.results, view.of.unit, criterion, view.of.rounding(), of)
    } else {
        Vec::new()
    };
    let beside = history::penalty_steps(view.of.results, view.of.unit, criterion, view.of.rounding());
    let line = |(step, is_beside): (history::Step, bool)| {
        let printed = |points: &Option<Points>| {
            points
                .as_ref()
                .map_or_else(|| Words { vi: "không áp dụng", en: "not applicable" }.get(view.lang).into(), |points| view.printed(points))
        };
        let (stage, from, to) = (view.of.results.campaign.rounds.stage(step.stage), printed(&step.from), printed(&step.to));
        let reason = step.reason.get(view.lang).to_owned();
        let place = where_at(&step.place, view.lang).replace('\n', " › ");
        let more = [reason, place].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ");
        let more = if more.is_empty() { String::new() } else { format!(" ({more})") };
        let (vi, en) = history::BESIDE;
        let what = if is_beside { format!(", {}", Words { vi, en }.get(view.lang)) } else { String::new() };
        format!("{}{what}: {from} → {to}{more}", stage.get(view.lang))
    };
    let own = steps.into_iter().map(|step| (step, false));
    own.chain(beside.into_iter().map(|step| (step, true))).map(line).collect()
}

/// Says the deadline of a criterion, be it its own or that of one above it.
fn deadline(criterion: &Criterion) -> Option<Text> {
    let day = criterion.leaf().map_or(criterion.deadline, |leaf| leaf.deadline)?;
    let vi = date_vi(day);
    Some(text!("Chậm nhất ngày {vi}.", "{day} at the latest."))
}

/// Adds a heading and lines below it, where there are any.
fn lines(page: &mut Page, lang: Lang, heading: Words, lines: impl IntoIterator<Item = String>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        page.heading(heading.get(lang));
    }
    for line in lines {
        page.paragraph(text(line));
    }
}

/// Adds a heading and sentences below it, where there are any.
fn part(page: &mut Page, lang: Lang, heading: Words, said: impl IntoIterator<Item = Text>) {
    lines(page, lang, heading, said.into_iter().map(|sentence| sentence.get(lang).to_owned()));
}

/// Adds what a leaf has: rule, figures, arithmetic, evidence, explanation, what was withheld.
fn leaf_parts(page: &mut Page, view: &View<'_>, criterion: &Criterion, leaf: &Leaf, scored: Option<&Scored<'_>>) {
    let (lang, answer) = (view.lang, view.answer(&criterion.id));
    let trace = scored.and_then(|scored| scored.trace);
    part(page, lang, Words { vi: "Quy tắc chấm", en: "Rule" }, leaf.wording(&view.of.set.terms(criterion, leaf)));
    let heading = match leaf.scorer() {
        Scorer::Survey => Words { vi: "Số liệu điều tra", en: "Figures of the survey" },
        Scorer::Unit | Scorer::Council => Words { vi: "Số liệu kê khai", en: "Figures declared" },
    };
    lines(page, lang, heading, figures(view, criterion, leaf, answer));
    let worked = trace.map(|trace| arithmetic(view, criterion, leaf, trace)).unwrap_or_default();
    part(page, lang, Words { vi: "Cách tính", en: "Arithmetic" }, worked);
    let mut evidence: Vec<String> = asked(&leaf.evidence).into_iter().map(|words| words.get(lang).to_owned()).collect();
    evidence.extend(documents(lang, leaf, answer));
    lines(page, lang, Words { vi: "Tài liệu kiểm chứng", en: "Evidence" }, evidence);
    let explanation = answer.and_then(|answer| answer.explanation.as_ref()).map(|words| format!("“{words}”"));
    let further = view.explained(&criterion.id).into_iter().map(|(round, answer)| explained_after(view, leaf, round, answer));
    let explanation: Vec<String> = explanation.into_iter().chain(further).collect();
    lines(page, lang, Words { vi: "Giải trình", en: "Explanation" }, explanation);
    part(page, lang, Words { vi: "Không công nhận", en: "Withheld" }, trace.map(withheld).unwrap_or_default());
}

/// Names the criterion, its maximum and what it stands in.
fn title(page: &mut Page, view: &View<'_>, criterion: &Criterion) {
    let max = view.exact(&criterion.max);
    let weight = (criterion.weight != Points::one()).then(|| view.exact(&criterion.weight));
    let weight = weight.map(|weight| text!(", hệ số {weight}", ", weight {weight}")).unwrap_or_default();
    let (weight_vi, weight_en) = (weight.vi, weight.en);
    let max = text!("tối đa {max} điểm{weight_vi}", "at most {max} points{weight_en}");
    let lineage = view.of.set.lineage(&criterion.id);
    let above = lineage
        .iter()
        .filter(|group| group.id != criterion.id)
        .map(|group| format!("{} {}", group.id, group.name))
        .collect::<Vec<_>>()
        .join(" › ");
    let below = if above.is_empty() { String::new() } else { format!("{above} · ") };
    page.subject(format!("{} {}", criterion.id, criterion.name), "", format!("{below}{}", max.get(view.lang)));
}
