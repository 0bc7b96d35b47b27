//! One criterion of a unit, explained for people: from the decision's words to the official points.

use super::terminal::{bold, wrapped};
use super::why::{NONE, Scored, View, origin};
use crate::assessment::{Answer, Claim, Entries, Evidence, EvidenceDate};
use crate::criteria::{Criterion, EvidenceAsk, Leaf, Source};
use crate::figure::{Figure, date_vi};
use crate::finding::Finding;
use crate::points::{Points, RoundAt, RoundingMode};
use crate::rule::{Outcome, Scorer, Terms};
use crate::scoring::{Excuse, Trace};
use crate::text;
use crate::text::{Lang, Text, Words};

/// Line of a stage: its name, its points, a remark.
type StageLine = (Text, String, Option<String>);

/// Part of the page: a heading, and lines below it.
type Part = (Words, Vec<String>);

/// Draws the page of a criterion.
pub fn page(view: &View<'_>, criterion: &Criterion, findings: &[Finding]) -> String {
    let mut page = view.heading();
    page.push('\n');
    page += &title(view, criterion);
    for (heading, lines) in parts(view, criterion, findings).into_iter().filter(|(_, lines)| !lines.is_empty()) {
        page.extend(["\n", &bold(heading.get(view.lang)), "\n"]);
        for line in lines {
            // Lines set in columns stand as they are.
            let line = if line.contains("  ") { format!("  {line}") } else { wrapped(&line, 2) };
            page.extend([&line, "\n"]);
        }
    }
    page
}

/// Names the criterion, its maximum and what it stands in.
fn title(view: &View<'_>, criterion: &Criterion) -> String {
    let (id, name, max) = (&criterion.id, &criterion.name, view.exact(&criterion.max));
    let weight = (criterion.weight != Points::one()).then(|| view.exact(&criterion.weight));
    let weight = weight.map(|weight| text!(", hệ số {weight}", ", weight {weight}")).unwrap_or_default();
    let (weight_vi, weight_en) = (weight.vi, weight.en);
    let max = text!("tối đa {max} điểm{weight_vi}", "at most {max} points{weight_en}");
    let mut lines = bold(&wrapped(&format!("{id} {name}"), 0)) + "\n";
    let above = above(&view.set.criteria, criterion);
    let above = above.iter().map(|group| format!("{} {}", group.id, group.name)).collect::<Vec<_>>().join(" › ");
    let below = if above.is_empty() { String::new() } else { format!("{above} · ") };
    lines += &wrapped(&format!("{below}{}", max.get(view.lang)), 0);
    lines + "\n"
}

/// Lists the groups that a criterion stands in, from the area down.
fn above<'c>(criteria: &'c [Criterion], wanted: &Criterion) -> Vec<&'c Criterion> {
    for criterion in criteria {
        if criterion.children().iter().any(|child| child.id == wanted.id) {
            return vec![criterion];
        }
        let below = above(criterion.children(), wanted);
        if !below.is_empty() {
            return std::iter::once(criterion).chain(below).collect();
        }
    }
    Vec::new()
}

/// Lists the parts of the page.
fn parts(view: &View<'_>, criterion: &Criterion, findings: &[Finding]) -> Vec<Part> {
    let get = |text: Text| text.get(view.lang).to_owned();
    let mut parts: Vec<Part> = vec![(Words { vi: "Căn cứ", en: "Source" }, source(&criterion.source).into_iter().map(get).collect())];
    let scored = view.scored(&criterion.id);
    let answer = view.answer(&criterion.id);
    if let Some(leaf) = criterion.leaf() {
        let trace = scored.as_ref().and_then(|scored| scored.trace);
        let rule = leaf.rule.faces().wording(&view.set.terms(criterion, leaf));
        parts.push((Words { vi: "Quy tắc chấm", en: "Rule" }, rule.into_iter().map(get).collect()));
        parts.push((Words { vi: "Số liệu kê khai", en: "Figures declared" }, figures(view, leaf, answer)));
        parts.push((
            Words { vi: "Cách tính", en: "Arithmetic" },
            trace.map(|trace| arithmetic(view, criterion, leaf, trace)).unwrap_or_default().into_iter().map(get).collect(),
        ));
        let mut evidence: Vec<String> = asked(&leaf.evidence).into_iter().map(get).collect();
        evidence.extend(documents(view.lang, leaf, answer));
        parts.push((Words { vi: "Tài liệu kiểm chứng", en: "Evidence" }, evidence));
        let explanation = answer.and_then(|answer| answer.explanation.as_ref()).map(|words| format!("“{words}”"));
        parts.push((Words { vi: "Giải trình", en: "Explanation" }, explanation.into_iter().collect()));
        let withheld = trace.map(withheld).unwrap_or_default();
        parts.push((Words { vi: "Không chấp nhận", en: "Withheld" }, withheld.into_iter().map(get).collect()));
    } else {
        parts.push((Words { vi: "Cách tính", en: "Arithmetic" }, children(view, criterion)));
    }
    if let Some(scored) = &scored {
        parts.push((Words { vi: "Các bước chấm", en: "Stages" }, stages(view, criterion, scored)));
        parts.push((Words { vi: "Làm tròn", en: "Rounding" }, rounding(view, scored).into_iter().map(get).collect()));
    }
    parts.push((Words { vi: "Điểm trừ kèm theo", en: "Penalty beside it" }, penalty(view, criterion).into_iter().map(get).collect()));
    let found = findings.iter().map(|finding| {
        let (severity, code) = (finding.severity.words().get(view.lang), finding.code.id);
        format!("{severity} {code}: {} → {}", finding.message.get(view.lang), finding.help.get(view.lang))
    });
    parts.push((Words { vi: "Phát hiện", en: "Findings" }, found.collect()));
    parts
}

/// Says where a rule is written down.
pub fn source(source: &Source) -> Option<Text> {
    let date = source.date.map(|date| (date_vi(date), date)).map(|(vi, en)| text!("ngày {vi}", "of {en}"));
    let issuer = source.issuer.as_ref().map(|issuer| text!("của {issuer}", "by {issuer}"));
    let document = Text::join(&[source.document.as_ref().map(Text::same), date, issuer].into_iter().flatten().collect::<Vec<_>>(), " ");
    let item = source.item.as_ref().map(|item| text!("mục “{item}”", "item “{item}”"));
    let whole = Text::join(&[Some(document).filter(|words| !words.is_empty()), item].into_iter().flatten().collect::<Vec<_>>(), ", ");
    (!whole.is_empty()).then_some(whole)
}

/// Lists the figures that the unit declared, and where.
fn figures(view: &View<'_>, leaf: &Leaf, answer: Option<&Answer>) -> Vec<String> {
    let Some(answer) = answer else {
        let unsaid = match leaf.scorer() {
            Scorer::Survey => return Vec::new(),
            Scorer::Council => return Vec::new(),
            Scorer::Unit if view.card.submitted => {
                Words { vi: "Biểu không có tiêu chí này.", en: "The form does not have this criterion." }
            }
            Scorer::Unit => Words { vi: "Đơn vị chưa nộp biểu.", en: "The unit sent no form." },
        };
        return vec![unsaid.get(view.lang).to_owned()];
    };
    let mut lines: Vec<String> = leaf
        .inputs
        .iter()
        .map(|input| {
            let figure = answer.figures.get(&input.id).map(|figure| value(leaf, input, figure).get(view.lang).to_owned());
            let figure = figure.unwrap_or_else(|| Words { vi: "(biểu không có ô)", en: "(no cell in the form)" }.get(view.lang).to_owned());
            let cell = answer.cells.get(input.id.as_str()).map(|cell| text!(" (ô {cell})", " (cell {cell})")).unwrap_or_default();
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
        let cell = answer.cells.get("claimed").map(|cell| text!(" (ô {cell})", " (cell {cell})")).unwrap_or_default();
        format!("{}: {claim}{}", Words { vi: "Điểm tự đánh giá", en: "Points claimed" }.get(view.lang), cell.get(view.lang))
    }));
    if lines.is_empty() {
        return lines;
    }
    let file = view.worked.evidenced.get(&view.unit.id).map(|sent| sent.assessment.file.clone());
    let place = [file, answer.sheet.clone()].into_iter().flatten().collect::<Vec<_>>().join(" › ");
    lines.push(format!("{}: {place}", Words { vi: "Nguồn", en: "Read from" }.get(view.lang)));
    lines
}

/// Gives a figure with its unit of measure; of a choice, its label.
fn value(leaf: &Leaf, input: &crate::figure::Input, figure: &Figure) -> Text {
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
fn arithmetic(view: &View<'_>, criterion: &Criterion, leaf: &Leaf, trace: &Trace) -> Vec<Text> {
    let excused = trace.excused.map(|excuse| {
        Text::from(match excuse {
            Excuse::Campaign => Words {
                vi: "Không áp dụng theo quy định của đợt đánh giá.",
                en: "Not applicable: the campaign excuses the unit.",
            },
            Excuse::Unit => Words {
                vi: "Không áp dụng: đơn vị khai, bộ tiêu chí cho phép.",
                en: "Not applicable: the unit says so, and the set lets it.",
            },
            Excuse::Rule => {
                Words { vi: "Không áp dụng: trong kỳ không phát sinh.", en: "Not applicable: nothing arose in the period." }
            }
            Excuse::NoSurvey => {
                Words { vi: "Không áp dụng: không có điều tra xã hội học.", en: "Not applicable: no survey was held." }
            }
        })
    });
    let mut lines: Vec<Text> = excused.into_iter().collect();
    let Some(outcome) = &trace.outcome else { return lines };
    lines.extend(explained(view, criterion, leaf, outcome));
    let label = |id: &crate::figure::InputId| {
        leaf.inputs.iter().find(|input| &input.id == id).map_or_else(|| id.to_string(), |input| input.label.clone())
    };
    let blank = outcome.blank.iter().map(|id| format!("“{}”", label(id))).collect::<Vec<_>>().join(", ");
    if lines.is_empty() && !blank.is_empty() {
        lines.push(text!("Chưa tính được vì để trống: {blank}.", "Nothing is computed, because these are blank: {blank}."));
    }
    lines
}

/// Says the arithmetic of an outcome, as the unit's group rounds.
pub fn explained(view: &View<'_>, criterion: &Criterion, leaf: &Leaf, outcome: &Outcome) -> Vec<Text> {
    let terms = Terms { rounding: view.ranking.group.rounding, ..view.set.terms(criterion, leaf) };
    leaf.rule.explain(outcome, &terms)
}

/// Says what evidence the set asks.
fn asked(ask: &EvidenceAsk) -> Vec<Text> {
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
fn documents(lang: Lang, leaf: &Leaf, answer: Option<&Answer>) -> Vec<String> {
    let named = answer.map(|answer| answer.evidence.as_slice()).unwrap_or_default();
    if named.is_empty() && leaf.evidence != EvidenceAsk::default() && leaf.scorer() == Scorer::Unit {
        return vec![Words { vi: "Đơn vị không nêu tài liệu nào.", en: "The unit names no document." }.get(lang).to_owned()];
    }
    named.iter().zip(1..).map(|(document, n)| format!("{n}. {}", self::document(document).get(lang))).collect()
}

/// Says which document it is.
fn document(evidence: &Evidence) -> Text {
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
fn withheld(trace: &Trace) -> Vec<Text> {
    let line = |withheld: &crate::evidence::Withheld| {
        let share = &withheld.share * &Points::hundred();
        let (vi, en, title, id) = (share.plain_vi(), share.plain(), withheld.code.title, withheld.code.id);
        let (title_vi, title_en) = (title.vi, title.en);
        text!("{vi} % số điểm: {title_vi} ({id})", "{en} % of the points: {title_en} ({id})")
    };
    trace.withheld.iter().map(line).collect()
}

/// Adds the children of a group up.
fn children(view: &View<'_>, criterion: &Criterion) -> Vec<String> {
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
    lines
}

/// Sets the stages in columns, with reasons given and where official points come from.
fn stages(view: &View<'_>, criterion: &Criterion, scored: &Scored<'_>) -> Vec<String> {
    let typed = &view.worked.appraisal;
    let reason = |entries: &Entries| {
        let entry = entries.get(&view.unit.id)?.get(&criterion.id)?;
        let reason = entry.reason.as_ref().map(|words| format!("“{words}”"));
        let line = entry.place.line.map(|line| text!("dòng {line}", "line {line}").get(view.lang).to_owned());
        let place = [entry.place.file.clone(), entry.place.cell.clone(), line].into_iter().flatten().collect::<Vec<_>>().join(" › ");
        Some([reason, Some(place).filter(|place| !place.is_empty())].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let official = scored.trace.and_then(|trace| origin(view, criterion, trace)).map(|words| words.get(view.lang).to_owned());
    let stages = scored.stages;
    let excused = scored.node.is_some_and(|node| !node.applicable);
    let by_survey = criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Survey);
    let mut rows: Vec<StageLine> = vec![
        (Text::new("Tự đánh giá", "Claimed"), view.printed_or(stages.claimed.as_ref()), None),
        (Text::new("Tính từ số liệu", "Computed"), view.printed_or(stages.computed.as_ref()), None),
        (Text::new("Được chấp nhận", "Accepted"), view.printed_or(stages.accepted.as_ref()), None),
    ];
    rows.extend(view.worked.results().rounds().into_iter().map(|round| {
        let reason = typed.rounds.get(&round).and_then(reason);
        (round.words(), view.printed_or(stages.appraised.get(&round)), reason)
    }));
    let survey = (Text::new("Điều tra xã hội học", "Survey"), view.printed_or(stages.survey.as_ref()), reason(&typed.survey));
    // A leaf has either rounds or a survey; of a sum only stages that something below has reached are shown.
    match criterion.leaf() {
        Some(_) if by_survey => rows = vec![survey],
        Some(_) => {}
        None => {
            rows.push(survey);
            rows.retain(|(_, points, _)| points != NONE);
        }
    }
    let points = if excused { NONE.to_owned() } else { view.printed_or(scored.official) };
    rows.push((Text::new("Chính thức", "Official"), points, official));
    let index = scored.node.and_then(|node| node.index.as_ref()).map(|index| format!("{} %", view.printed(index)));
    rows.extend(index.map(|index| (Text::new("Chỉ số", "Index"), index, None)));
    let first = rows.iter().map(|(words, _, _)| words.get(view.lang).chars().count()).max().unwrap_or_default();
    let second = rows.iter().map(|(_, points, _)| points.trim_end_matches(" %").chars().count()).max().unwrap_or_default();
    let line = |(words, points, remark): &StageLine| {
        let (figure, percent) = points.split_once(' ').map_or((points.as_str(), ""), |(figure, _)| (figure, " %"));
        let remark = remark.as_ref().map(|remark| format!("   {remark}")).unwrap_or_default();
        format!("{:<first$}  {figure:>second$}{percent}{remark}", words.get(view.lang))
    };
    rows.iter().map(line).collect()
}

/// Says what was rounded, where the exact figure is not what is printed.
fn rounding(view: &View<'_>, scored: &Scored<'_>) -> Option<Text> {
    let rounding = view.ranking.group.rounding;
    let exact = scored.official.filter(|points| rounding.print(points) != **points)?;
    let decimals = rounding.decimals;
    let mode = match rounding.mode {
        RoundingMode::HalfUp => Words { vi: "nửa đơn vị làm tròn lên", en: "halves up" },
        RoundingMode::Truncate => Words { vi: "bỏ phần lẻ", en: "truncated" },
    };
    let at = match rounding.at {
        RoundAt::Print => Words { vi: "các tổng cộng từ giá trị chưa làm tròn", en: "sums use the exact value" },
        RoundAt::Leaf => Words {
            vi: "điểm từng tiêu chí thành phần làm tròn trước khi cộng",
            en: "each leaf is rounded before it is added",
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
fn penalty(view: &View<'_>, criterion: &Criterion) -> Option<Text> {
    let line = view.beside(&criterion.id)?;
    Some(match (&line.official, &line.stages.computed) {
        (Some(points), _) => {
            let points = view.printed(points);
            text!("Trừ {points} điểm vào tổng điểm, không nhân hệ số.", "{points} points are taken from the total, unweighted.")
        }
        (None, points) => {
            let points = view.printed_or(points.as_ref());
            text!(
                "Quy tắc trừ {points} điểm; không còn tính vì hội đồng đã chấm tiêu chí này.",
                "The rule takes {points} points; it no longer counts, because the council has scored the criterion."
            )
        }
    })
}
