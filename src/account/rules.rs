//! Page of an appendix: the rules of a set in the words of its form, with the decision behind them.

use super::cell::{Cell, Tone, centre, text};
use super::page::{Page, Table};
use super::words::{criterion_name, maximum, remark, source, tone_of};
use crate::criteria::{CriteriaSet, Criterion, EvidenceAsk, Leaf, Sign};
use crate::figure::date_vi;
use crate::points::{Points, RoundAt, RoundingMode};
use crate::results::Results;

/// Size of its words, in points.
const SMALL: u32 = 11;

/// Makes the page.
pub fn page(name: &str, set: &CriteriaSet, results: &Results<'_>) -> Page {
    let tree = set.walk().into_iter().map(|(_, criterion)| criterion);
    let mut criteria = tree.chain(set.adjustments.iter().map(|line| &line.criterion));
    // A column that would be empty takes room from the others.
    let sources = criteria.any(|criterion| !grounds(criterion, set).is_empty());
    let widths: &[u32] = if sources { &[8, 44, 8, 66, 46, 24] } else { &[7, 52, 8, 76, 60] };
    let mut page = Page::new(name, results.campaign, true, widths);
    page.title(format!("PHỤ LỤC QUY TẮC CHẤM: {}", set.title), results.campaign, remark(set).into_iter().collect());
    for line in about(set, sources) {
        page.paragraph(text(line).size(11));
    }
    let head = ["Mã", "Lĩnh vực, tiêu chí, tiêu chí thành phần", "Điểm tối đa", "Cách chấm", "Tài liệu kiểm chứng", "Căn cứ"];
    let mut table = Table::main(head.map(|words| centre(words).size(SMALL)).into_iter().take(widths.len()), 2);
    for (depth, criterion) in set.walk() {
        table.row(row(depth, criterion, (set, results), None).into_iter().take(widths.len()));
    }
    for adjustment in &set.adjustments {
        table.row(row(2, &adjustment.criterion, (set, results), Some(adjustment.sign)).into_iter().take(widths.len()));
    }
    page.table(table);
    page
}

/// Says what a set is, a line each.
fn about(set: &CriteriaSet, sources: bool) -> Vec<String> {
    let rounding = set.rounding;
    let at = match rounding.at {
        RoundAt::Print => "làm tròn một lần khi in",
        RoundAt::Leaf => "làm tròn điểm từng tiêu chí thành phần trước khi cộng",
    };
    let mode = match rounding.mode {
        RoundingMode::HalfUp => "từ 5 trở lên thì làm tròn lên",
        RoundingMode::Truncate => "bỏ phần lẻ",
    };
    let mut lines = vec![format!("Bộ tiêu chí {}.", set.id), issued(set)];
    lines.push(format!("Tổng điểm tối đa {}; {} chữ số thập phân, {at}, {mode}.", set.total.plain_vi(), rounding.decimals));
    lines.extend(sources.then(|| "Tiêu chí không ghi căn cứ riêng thì theo căn cứ của bộ tiêu chí.".into()));
    lines.extend(set.note.clone());
    lines
}

/// Says version, decision and validity of a set in a line.
pub fn issued(set: &CriteriaSet) -> String {
    let decision = source(&set.source);
    let days = [set.valid.from.map(|day| format!("từ {}", date_vi(day))), set.valid.to.map(|day| format!("đến {}", date_vi(day)))];
    let days = days.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut parts = vec![format!("Phiên bản {}", set.version)];
    parts.extend((!decision.is_empty()).then(|| format!("căn cứ: {decision}")));
    parts.extend((!days.is_empty()).then(|| format!("hiệu lực {days}")));
    format!("{}.", parts.join("; "))
}

/// Makes the row of a criterion.
fn row(depth: usize, criterion: &Criterion, (set, results): (&CriteriaSet, &Results<'_>), sign: Option<Sign>) -> [Cell; 6] {
    let name = match sign {
        Some(Sign::Bonus) => format!("Điểm thưởng: {}", criterion.name),
        Some(Sign::Penalty) => format!("Điểm trừ: {}", criterion.name),
        None => criterion.name.clone(),
    };
    let weight = (criterion.weight != Points::one()).then(|| format!("Hệ số {} khi cộng vào cấp trên.", criterion.weight.plain_vi()));
    let (rule, evidence) = criterion.leaf().map(|leaf| (rule(criterion, leaf, set), asked(&leaf.evidence))).unwrap_or_default();
    let requires = criterion.requires.as_ref().map(|requires| requires.words(set).vi);
    let best = set.alternative_of(&criterion.id).map(|of| of.words().vi);
    let within = set.line(&criterion.id).and_then(|line| line.within_words(set)).map(|words| words.vi);
    let deadline = criterion.deadline_words().map(|words| words.vi);
    let agency = results.campaign.agencies.named_at(criterion).map(|by| format!("Cơ quan thẩm định: {}.", by.name));
    let rule = Some(rule).filter(|rule| !rule.is_empty());
    let rule = [best, rule, within, requires, deadline, agency, weight].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let tone = tone_of(depth, criterion);
    let cells = [
        text(criterion.id.as_str()).size(SMALL),
        criterion_name(&name, depth).size(SMALL),
        maximum(&criterion.max).size(SMALL),
        text(rule).size(SMALL),
        text(evidence).size(SMALL),
        text(grounds(criterion, set)).size(SMALL),
    ];
    cells.map(|cell| if tone == Tone::None { cell } else { cell.bold().tone(tone) })
}

/// Names the decision behind a criterion, where it is another than that of the whole set.
fn grounds(criterion: &Criterion, set: &CriteriaSet) -> String {
    if criterion.source == set.source { String::new() } else { source(&criterion.source) }
}

/// Says a leaf's rule.
fn rule(criterion: &Criterion, leaf: &Leaf, set: &CriteriaSet) -> String {
    leaf.paragraphs(&set.terms(criterion, leaf)).join("\n")
}

/// Says what evidence is asked.
fn asked(ask: &EvidenceAsk) -> String {
    let types = (!ask.types.is_empty()).then(|| format!("Loại văn bản: {}.", ask.types.join(", ")));
    let least = (ask.least > 1).then(|| format!("Ít nhất {} tài liệu.", ask.least));
    let section = ask.section.then(|| "Ghi rõ mục, trang.".to_owned());
    let required = ask.required.then(|| "Bắt buộc.".to_owned());
    [ask.what.as_ref().map(|what| format!("{what}.")), types, least, section, required].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
