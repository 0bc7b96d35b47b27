//! What is said of one criterion, part by part.

use super::super::words::{excused, item_vi};
use super::terms::rounded_away;
use super::view::{Scored, View};
use crate::account::findings::where_at;
use crate::assessment::{Answer, Claim, Evidence, EvidenceDate, Round, Stage};
use crate::criteria::{Criterion, EvidenceAsk, Leaf, Source, WhenBlank};
use crate::evidence::Withheld;
use crate::figure::{Figure, Input, InputId, date_vi};
use crate::points::{Points, RoundAt, RoundingMode};
use crate::rule::{Gives, Outcome, Rule, Scorer, Terms};
use crate::scoring::{Excuse, InForce, Trace};
use crate::text;
use crate::text::{Lang, Text, Words, said};

/// File that says what the campaign excuses units from.
const CAMPAIGN: &str = "campaign.yaml";

/// Says where a rule is written down.
pub fn source(source: &Source) -> Option<Text> {
    let date = source.date.map(|date| (date_vi(date), date)).map(|(vi, en)| text!("ngày {vi}", "of {en}"));
    let issuer = source.issuer.as_ref().map(|issuer| text!("của {issuer}", "by {issuer}"));
    let document = Text::join(&[source.document.as_ref().map(Text::same), date, issuer].into_iter().flatten().collect::<Vec<_>>(), " ");
    let item = source.item.as_ref().map(|item| Text::new(item_vi(item), format!("item “{item}”")));
    let whole = Text::join(&[Some(document).filter(|words| !words.is_empty()), item].into_iter().flatten().collect::<Vec<_>>(), ", ");
    (!whole.is_empty()).then_some(whole)
}

/// Lists the figures that the unit declared, and where.
pub fn figures(view: &View<'_>, criterion: &Criterion, leaf: &Leaf, answer: Option<&Answer>) -> Vec<String> {
    if leaf.scorer() == Scorer::Survey {
        return surveyed(view, criterion, leaf);
    }
    let Some(answer) = answer else {
        let unsaid = match leaf.scorer() {
            Scorer::Survey | Scorer::Council => return Vec::new(),
            Scorer::Unit if view.card.submitted => {
                Words { vi: "Biểu không có tiêu chí này.", en: "The form does not have this criterion." }
            }
            Scorer::Unit => Words { vi: "Đơn vị chưa gửi biểu.", en: "The unit sent no form." },
        };
        return vec![unsaid.get(view.lang).to_owned()];
    };
    let mut lines: Vec<String> = leaf
        .inputs
        .iter()
        .map(|input| {
            let figure = answer.figures.get(&input.id).map(|figure| value(leaf, input, figure).get(view.lang).to_owned());
            let figure = figure.unwrap_or_else(|| Words { vi: "(biểu không có ô)", en: "(no cell in the form)" }.get(view.lang).to_owned());
            let cell = answer.cells.inputs.get(&input.id).map(|cell| text!(" (ô {cell})", " (cell {cell})")).unwrap_or_default();
            format!("{}: {figure}{}", input.label, cell.get(view.lang))
        })
        .collect();
    let claim = match &answer.claim {
        Claim::Blank => None,
        Claim::Points(points) => Some(view.exact(points)),
        Claim::NotApplicable => Some(Words { vi: "Không áp dụng", en: "Not applicable" }.get(view.lang).to_owned()),
        Claim::Wrong(words) => Some(format!("“{words}”")),
    };
    lines.extend(claim.map(|claim| {
        let cell = answer.cells.claimed.map(|cell| text!(" (ô {cell})", " (cell {cell})")).unwrap_or_default();
        format!("{}: {claim}{}", Words { vi: "Điểm tự đánh giá", en: "Points claimed" }.get(view.lang), cell.get(view.lang))
    }));
    if lines.is_empty() {
        return lines;
    }
    let file = view.file().map(str::to_owned);
    let place = [file, answer.sheet.as_deref().map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>().join(" › ");
    lines.push(format!("{}: {place}", Words { vi: "Nguồn", en: "Read from" }.get(view.lang)));
    lines
}

/// Lists what the survey found, and where that was typed; nothing where tables give points alone.
fn surveyed(view: &View<'_>, criterion: &Criterion, leaf: &Leaf) -> Vec<String> {
    let appraisal = &view.of.results.appraisal;
    let Some(found) = appraisal.surveyed.get(&view.of.unit.id).and_then(|of| of.get(&criterion.id)) else { return Vec::new() };
    let line = |input: &Input| {
        let figure = value(leaf, input, found.figures.get(&input.id).filter(|figure| **figure != Figure::Blank)?);
        let place = found.places.get(&input.id).map(|place| where_at(place, view.lang).replace('\n', " › "));
        let place = place.filter(|place| !place.is_empty()).map(|place| format!(" ({place})")).unwrap_or_default();
        let group = match &leaf.rule {
            Rule::Survey(rule) => rule.group_of(&input.id, &leaf.inputs),
            _ => None,
        };
        let group = group.map(|group| said!(view.lang, " (nhóm “{group}”)", " (group “{group}”)")).unwrap_or_default();
        Some(format!("{}{group}: {}{place}", input.label, figure.get(view.lang)))
    };
    leaf.inputs.iter().filter_map(line).collect()
}

/// Gives a figure with its unit of measure; of a choice, its label.
fn value(leaf: &Leaf, input: &Input, figure: &Figure) -> Text {
    if let Figure::Choice(id) = figure {
        let label = leaf.choices(&input.id).into_iter().find(|choice| &choice.id == id).map_or_else(|| id.clone(), |choice| choice.label);
        return Text::same(format!("“{label}”"));
    }
    let words = figure.words();
    match (&input.measure, figure) {
        (Some(measure), Figure::Number(_)) => Text::new(format!("{} {measure}", words.vi), format!("{} {measure}", words.en)),
        _ => words,
    }
}

/// Says how the points were computed.
pub fn arithmetic(view: &View<'_>, criterion: &Criterion, leaf: &Leaf, trace: &Trace) -> Vec<Text> {
    let mut lines: Vec<Text> = trace.excused.map(|excuse| because(view, criterion, excuse)).into_iter().collect();
    lines.extend(trace.applies.iter().map(|said| {
        Text::join(
            &[Some(said.words(&view.of.results.campaign.rounds)), council_says(view, criterion, said)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>(),
            " ",
        )
    }));
    lines.extend(trace.corrections.iter().map(|one| {
        one.words(&view.of.results.campaign.rounds, &view.of.set.terms(criterion, leaf).label(&one.input), &leaf.choices(&one.input))
    }));
    // A condition has the last word.
    let required = trace.required.iter().map(|required| required.words(view.of.set, view.of.rounding()));
    let Some(outcome) = &trace.outcome else { return lines.into_iter().chain(required).collect() };
    let arithmetic =
        blank_penalty(view, criterion, leaf, outcome).map_or_else(|| explained(view, criterion, leaf, outcome), |said| vec![said]);
    let counts = matches!(trace.excused, None | Some(Excuse::Rule | Excuse::Alternative | Excuse::NoSurvey));
    if !counts && !arithmetic.is_empty() {
        lines.push(Text::new(
            "Theo số liệu kê khai thì như dưới đây, nhưng không tính vì tiêu chí không áp dụng:",
            "What was declared would give the following, which does not count, since the criterion does not apply:",
        ));
    }
    lines.extend(arithmetic);
    if outcome.gives == Gives::NotApplicable && trace.excused.is_none() {
        lines.push(overruled(trace));
    }
    let label = |id: &InputId| leaf.input(id).map_or_else(|| id.to_string(), |input| input.label.clone());
    let blank = outcome.blank.iter().map(|id| format!("“{}”", label(id))).collect::<Vec<_>>().join(", ");
    if lines.is_empty() && !blank.is_empty() {
        lines.push(text!("Chưa tính được vì để trống: {blank}.", "Nothing is computed, because these are blank: {blank}."));
    }
    lines.extend(required);
    lines
}

/// Says what the set makes of a penalty whose figures are blank; nothing where it waits for them, or where none is.
fn blank_penalty(view: &View<'_>, criterion: &Criterion, leaf: &Leaf, outcome: &Outcome) -> Option<Text> {
    let line = view.of.set.line(&criterion.id).filter(|_| !outcome.blank.is_empty())?;
    let terms = view.of.set.terms(criterion, leaf);
    let labels = outcome.blank.iter().map(|input| terms.label(input)).collect::<Vec<_>>().join(", ");
    let (vi, en) = (criterion.max.plain_vi(), criterion.max.plain());
    match line.when_blank {
        WhenBlank::Ask => None,
        WhenBlank::None => {
            Some(text!("Để trống {labels}: không trừ điểm, theo bộ tiêu chí.", "{labels} left blank: nothing is taken, as the set says."))
        }
        WhenBlank::Full => Some(text!(
            "Để trống {labels}: trừ cả {vi} điểm, theo bộ tiêu chí.",
            "{labels} left blank: the full {en} points are taken, as the set says."
        )),
    }
}

/// Says that the council keeps a leaf of which nothing arose in the maximum.
fn overruled(trace: &Trace) -> Text {
    let says_so = trace.applies.iter().any(|said| said.part.is_none() && said.applies);
    let scored = matches!(trace.reached, Some(Stage::Appraised(_)));
    match (says_so, scored) {
        (_, true) => Text::new(
            "Hội đồng thẩm định đã chấm điểm, nên tiêu chí vẫn được tính trong điểm tối đa.",
            "The council has scored the criterion, so it stays in the maximum.",
        ),
        (_, false) => Text::new(
            "Hội đồng thẩm định xác định có áp dụng, nên tiêu chí vẫn được tính trong điểm tối đa; chưa chấm điểm thì tính 0 điểm.",
            "The council says that it applies, so it stays in the maximum; as long as it has no points it counts 0.",
        ),
    }
}

/// Quotes the council's reason for what applies, and where it was typed.
fn council_says(view: &View<'_>, criterion: &Criterion, said: &InForce) -> Option<Text> {
    let of_leaf = view.of.results.appraisal.applies.get(&said.round)?.get(&view.of.unit.id)?.get(&criterion.id)?;
    let typed = of_leaf.iter().find(|typed| typed.part == said.part && typed.applies == said.applies)?;
    let places = [Lang::Vi, Lang::En].map(|lang| where_at(&typed.place, lang).replace('\n', " › "));
    let [vi, en] = places.map(|place| {
        let reason = typed.reason.as_ref().map(|words| format!("“{words}”"));
        reason.into_iter().chain(Some(place).filter(|place| !place.is_empty())).collect::<Vec<_>>().join(" · ")
    });
    (!vi.is_empty()).then(|| text!("({vi})", "({en})"))
}

/// Says why a leaf does not apply, with the reason that the campaign gives.
fn because(view: &View<'_>, criterion: &Criterion, excuse: Excuse) -> Text {
    let said = Text::from(excused(excuse));
    if excuse != Excuse::Campaign {
        return said;
    }
    // A reason stands at the criterion that the campaign names, which may be one above this.
    let above = view.of.set.lineage(&criterion.id);
    let ids = above.iter().map(|group| &group.id).chain([&criterion.id]);
    let reason = ids.rev().find_map(|id| view.of.unit.not_applicable.reason(id));
    let file = CAMPAIGN;
    let why = reason.map_or_else(|| file.to_owned(), |words| format!("“{words}” · {file}"));
    Text::new(format!("{} ({why})", said.vi), format!("{} ({why})", said.en))
}

/// Says the arithmetic of an outcome, as the unit's group rounds.
pub fn explained(view: &View<'_>, criterion: &Criterion, leaf: &Leaf, outcome: &Outcome) -> Vec<Text> {
    let terms = Terms { rounding: view.of.rounding(), ..view.of.set.terms(criterion, leaf) };
    leaf.rule.explain(outcome, &terms)
}

/// Says what evidence the set asks.
pub fn asked(ask: &EvidenceAsk) -> Vec<Text> {
    let types = ask.types.join(", ");
    let least = ask.least;
    let rules = [
        (!types.is_empty()).then(|| text!("loại văn bản {types}", "types {types}")),
        (least > 1).then(|| text!("ít nhất {least} tài liệu", "at least {least} documents")),
        ask.section.then(|| Text::new("ghi rõ mục, trang", "with section and page")),
        ask.required.then(|| Text::new("bắt buộc", "required")),
    ];
    let rules: Vec<Text> = rules.into_iter().flatten().collect();
    let what = ask.what.as_ref().map(|what| text!("{what}", "{what}"));
    let all = Text::join(&what.into_iter().chain(rules).collect::<Vec<_>>(), "; ");
    let (vi, en) = (&all.vi, &all.en);
    (!all.is_empty()).then(|| text!("Yêu cầu: {vi}.", "Asked: {en}.")).into_iter().collect()
}

/// Lists the documents that the unit named.
pub fn documents(lang: Lang, leaf: &Leaf, answer: Option<&Answer>) -> Vec<String> {
    let list = answer.map(|answer| answer.evidence.as_slice()).unwrap_or_default();
    if list.is_empty() && leaf.evidence != EvidenceAsk::default() && leaf.scorer() == Scorer::Unit {
        return vec![Words { vi: "Đơn vị không nêu tài liệu nào.", en: "The unit names no document." }.get(lang).to_owned()];
    }
    list.iter().zip(1..).map(|(document, n)| format!("{n}. {}", named(document).get(lang))).collect()
}

/// Says what the unit explained after a round: its words, figures as it holds them to be, further documents.
pub fn explained_after(view: &View<'_>, leaf: &Leaf, round: Round, answer: &Answer) -> String {
    let Text { vi, en } = view.of.results.campaign.rounds.name(round);
    let words = answer.explanation.as_ref().map(|words| text!("“{words}”", "“{words}”"));
    let figures = answer.figures.iter().map(|(input, figure)| {
        let label = leaf.input(input).map_or(input.as_str(), |one| one.label.as_str());
        let Text { vi, en } = figure.words_of(&leaf.choices(input));
        text!("đề nghị “{label}” là {vi}", "asks for “{label}” to be {en}")
    });
    let documents = answer.evidence.iter().map(|document| {
        let Text { vi, en } = named(document);
        text!("bổ sung {vi}", "adds {en}")
    });
    let said = Text::join(&words.into_iter().chain(figures).chain(documents).collect::<Vec<_>>(), "; ");
    let (said_vi, said_en) = (said.vi, said.en);
    text!("Sau “{vi}”: {said_vi}", "After “{en}”: {said_en}").get(view.lang).to_owned()
}

/// Says which document it is.
fn named(evidence: &Evidence) -> Text {
    let date = match &evidence.date {
        EvidenceDate::Blank => None,
        EvidenceDate::Day(day) => Some((date_vi(*day), day)).map(|(vi, en)| text!("ngày {vi}", "of {en}")),
        EvidenceDate::Wrong(words) => Some(text!("ngày “{words}”", "of “{words}”")),
    };
    let issuer = evidence.issuer.as_ref().map(|issuer| text!("của {issuer}", "by {issuer}"));
    let head = [evidence.number.as_ref().map(Text::same), date, issuer].into_iter().flatten().collect::<Vec<_>>();
    let parts = [
        Some(Text::join(&head, " ")).filter(|words| !words.is_empty()),
        evidence.title.as_ref().map(|title| text!("“{title}”", "“{title}”")),
        evidence.section.as_ref().map(Text::same),
        evidence.file.as_ref().map(|file| text!("tệp “{file}”", "file “{file}”")),
        evidence.link.as_ref().map(Text::same),
    ];
    Text::join(&parts.into_iter().flatten().collect::<Vec<_>>(), ", ")
}

/// Says what was withheld, and for what.
pub fn withheld(trace: &Trace) -> Vec<Text> {
    let line = |withheld: &Withheld| {
        let share = &withheld.share * &Points::hundred();
        let (vi, en, title, id) = (share.plain_vi(), share.plain(), withheld.code.title, withheld.code.id);
        let (title_vi, title_en) = (title.vi, title.en);
        text!("{vi}% số điểm: {title_vi} ({id})", "{en}% of the points: {title_en} ({id})")
    };
    trace.withheld.iter().map(line).collect()
}

/// Adds the children of a group up.
pub fn children(view: &View<'_>, criterion: &Criterion) -> Vec<String> {
    let mut lines = Vec::new();
    for child in criterion.children() {
        let Some(scored) = view.scored(&child.id) else { continue };
        let weight = (child.weight != Points::one()).then(|| view.exact(&child.weight));
        let weight = weight.map(|weight| text!(", hệ số {weight}", ", weight {weight}")).unwrap_or_default();
        let applies = scored.node.is_none_or(|node| node.applicable);
        let (id, name, weight) = (&child.id, &child.name, weight.get(view.lang));
        if applies {
            let (points, max) = (view.printed_or(scored.official), scored.node.map(|node| view.exact(&node.applicable_max)));
            lines.push(format!("{id} {name}: {points} / {}{weight}", max.unwrap_or_default()));
        } else {
            lines.push(format!("{id} {name}: {}", Words { vi: "không áp dụng", en: "not applicable" }.get(view.lang)));
        }
    }
    lines.extend(sum(view, criterion).map(|said| said.get(view.lang).to_owned()));
    lines
}

/// Says what the children come to; nothing where something else than their sum counts.
fn sum(view: &View<'_>, criterion: &Criterion) -> Option<Text> {
    let total = view.scored(&criterion.id)?.official?;
    let children = criterion.children().iter().filter_map(|child| {
        let scored = view.scored(&child.id)?;
        scored.node.is_none_or(|node| node.applicable).then_some((scored.official?, &child.weight))
    });
    let children: Vec<(&Points, &Points)> = children.collect();
    let exact: Points = children.iter().map(|(points, weight)| *points * *weight).sum();
    if exact != *total {
        return None;
    }
    let rounding = view.of.rounding();
    let added: Points = children.iter().map(|(points, weight)| &rounding.print(points) * *weight).sum();
    let note = if added == rounding.print(total) { Text::default() } else { rounded_away(&view.exact(&added)) };
    let (total, note_vi, note_en) = (view.printed(total), note.vi, note.en);
    Some(text!("Cộng: {total}{note_vi}.", "Sum: {total}{note_en}."))
}

/// Says what was rounded, where the exact figure is not what is printed.
pub fn rounding(view: &View<'_>, scored: &Scored<'_>) -> Option<Text> {
    let rounding = view.of.rounding();
    let exact = scored.official.filter(|points| rounding.print(points) != **points)?;
    let decimals = rounding.decimals;
    let mode = match rounding.mode {
        RoundingMode::HalfUp => Words { vi: "từ 5 trở lên thì làm tròn lên", en: "halves up" },
        RoundingMode::Truncate => Words { vi: "bỏ phần lẻ", en: "truncated" },
    };
    let at = match rounding.at {
        RoundAt::Print => {
            Words { vi: "các tổng được tính từ giá trị chưa làm tròn", en: "sums are taken from unrounded values" }
        }
        RoundAt::Leaf => Words {
            vi: "điểm từng tiêu chí thành phần làm tròn trước khi cộng",
            en: "each sub-criterion is rounded before it is added",
        },
    };
    let (vi, en) = (exact.plain_vi(), exact.plain());
    let about = if exact.decimals().is_none() { "≈ " } else { "" };
    let printed = view.printed(exact);
    let (mode_vi, mode_en, at_vi, at_en) = (mode.vi, mode.en, at.vi, at.en);
    Some(text!(
        "{about}{vi} in thành {printed} ({decimals} chữ số thập phân, {mode_vi}); {at_vi}.",
        "{about}{en} is printed {printed} ({decimals} decimals, {mode_en}); {at_en}."
    ))
}

/// Says what is taken beside the leaf.
pub fn penalty(view: &View<'_>, criterion: &Criterion) -> Option<Text> {
    let line = view.beside(&criterion.id)?;
    Some(match (&line.official, &line.stages.computed) {
        (Some(points), _) => {
            let points = view.printed(points);
            text!("Trừ {points} điểm vào tổng điểm, không nhân hệ số.", "{points} points are taken from the total, unweighted.")
        }
        (None, points) => {
            let points = view.printed_or(points.as_ref());
            text!(
                "Quy tắc trừ {points} điểm; không còn tính vì hội đồng thẩm định đã chấm tiêu chí này.",
                "The rule costs {points} points; it no longer counts, because the council has scored the criterion."
            )
        }
    })
}
