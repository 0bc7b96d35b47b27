//! Page of an appendix: the rules of a set in the words of its form, with the decision behind them.

use super::cell::{Cell, Tone, centre, text};
use super::page::{Page, Table};
use super::words::{criterion_name, many, maximum, remark, source, tone_of};
use crate::criteria::{Alternative, CriteriaSet, Criterion, EvidenceAsk, Leaf, Sign};
use crate::figure::date_in;
use crate::points::{Points, RoundAt, RoundingMode};
use crate::results::Results;
use crate::text::{Lang, Text, said};

/// Size of its words, in points.
const SMALL: u32 = 11;

/// Makes the page.
pub fn page(name: &str, set: &CriteriaSet, results: &Results<'_>) -> Page {
    let tree = set.walk().into_iter().map(|(_, criterion)| criterion);
    let mut criteria = tree.chain(set.adjustments.iter().map(|line| &line.criterion));
    // A column that would be empty takes room from the others.
    let sources = criteria.any(|criterion| !grounds(criterion, set, results.lang).is_empty());
    let widths: &[u32] = if sources { &[8, 44, 8, 66, 46, 24] } else { &[7, 52, 8, 76, 60] };
    let mut page = Page::new(name, results.campaign, true, widths);
    let (lang, title) = (results.lang, &set.title);
    let title = said!(lang, "PHỤ LỤC QUY TẮC CHẤM: {title}", "ANNEX, SCORING RULES: {title}");
    page.title(title, results.campaign, remark(set, lang).into_iter().collect());
    for line in about(set, sources, lang) {
        page.paragraph(text(line).size(11));
    }
    let head = lang.each([
        ("Mã", "Code"),
        ("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, sub-criterion"),
        ("Điểm tối đa", "Max. points"),
        ("Cách chấm", "How it is scored"),
        ("Tài liệu kiểm chứng", "Evidence"),
        ("Căn cứ", "Source"),
    ]);
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
fn about(set: &CriteriaSet, sources: bool, lang: Lang) -> Vec<String> {
    let rounding = set.rounding;
    let at = match rounding.at {
        RoundAt::Print => lang.word("làm tròn một lần khi in", "rounded once, when printed"),
        RoundAt::Leaf => lang.word(
            "làm tròn điểm từng tiêu chí thành phần trước khi cộng",
            "the points of each sub-criterion rounded before they are added",
        ),
    };
    let mode = match rounding.mode {
        RoundingMode::HalfUp => lang.word("từ 5 trở lên thì làm tròn lên", "halves up"),
        RoundingMode::Truncate => lang.word("bỏ phần lẻ", "further decimals dropped"),
    };
    let (total, decimals) = (set.total.plain_in(lang), rounding.decimals);
    let places = many(decimals, "decimal", "decimals");
    let mut lines = vec![issued(set, lang)];
    lines.push(said!(
        lang,
        "Tổng điểm tối đa {total}; {decimals} chữ số thập phân, {at}, {mode}.",
        "Maximum {total} points in all; {places}, {at}, {mode}."
    ));
    let own = lang.word(
        "Tiêu chí không ghi căn cứ riêng thì theo căn cứ của bộ tiêu chí.",
        "A criterion without a source of its own goes by the source of the set.",
    );
    lines.extend(sources.then(|| own.to_owned()));
    lines.extend(set.note.clone());
    lines
}

/// Says version, decision and validity of a set in a line.
pub fn issued(set: &CriteriaSet, lang: Lang) -> String {
    let (version, decision) = (&set.version, source(&set.source, lang));
    let [from, to] = [set.valid.from, set.valid.to].map(|day| day.map(|day| date_in(day, lang)));
    let from = from.map(|day| said!(lang, "từ {day}", "from {day}"));
    let to = to.map(|day| said!(lang, "đến {day}", "to {day}"));
    let days = [from, to].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut parts = vec![said!(lang, "Phiên bản {version}", "Version {version}")];
    parts.extend((!decision.is_empty()).then(|| said!(lang, "căn cứ: {decision}", "source: {decision}")));
    parts.extend((!days.is_empty()).then(|| said!(lang, "hiệu lực {days}", "in force {days}")));
    format!("{}.", parts.join("; "))
}

/// Makes the row of a criterion.
fn row(depth: usize, criterion: &Criterion, (set, results): (&CriteriaSet, &Results<'_>), sign: Option<Sign>) -> [Cell; 6] {
    let (lang, name) = (results.lang, &criterion.name);
    let name = sign.map_or_else(|| name.clone(), |sign| sign.named(name).get(lang).to_owned());
    let weight = Some(&criterion.weight).filter(|weight| **weight != Points::one()).map(|weight| weight.plain_in(lang));
    let weight = weight.map(|weight| said!(lang, "Hệ số {weight} khi cộng vào cấp trên.", "Weight {weight} in what it belongs to."));
    let scored = criterion.leaf().map(|leaf| (rule(criterion, leaf, set, lang), asked(&leaf.evidence, lang)));
    let (rule, evidence) = scored.unwrap_or_default();
    let told = |words: Option<Text>| words.map(|words| words.get(lang).to_owned());
    let requires = told(criterion.condition_words(set));
    let best = told(set.alternative_of(&criterion.id).map(Alternative::words));
    let of_line = set.line_words(&criterion.id).into_iter().map(|words| words.get(lang).to_owned());
    let deadline = told(criterion.deadline_words());
    let agency = results.campaign.agencies.named_at(criterion).map(|by| by.name);
    let agency = agency.map(|agency| said!(lang, "Cơ quan thẩm định: {agency}.", "Appraised by: {agency}."));
    let rule = Some(rule).filter(|rule| !rule.is_empty());
    let rule: Vec<String> = [best, rule].into_iter().flatten().chain(of_line).collect();
    let rule = rule.into_iter().chain([requires, deadline, agency, weight].into_iter().flatten()).collect::<Vec<_>>().join("\n");
    let tone = tone_of(depth, criterion);
    let cells = [
        text(criterion.id.as_str()).size(SMALL),
        criterion_name(&name, depth).size(SMALL),
        maximum(&criterion.max).size(SMALL),
        text(rule).size(SMALL),
        text(evidence).size(SMALL),
        text(grounds(criterion, set, lang)).size(SMALL),
    ];
    cells.map(|cell| if tone == Tone::None { cell } else { cell.bold().tone(tone) })
}

/// Names the decision behind a criterion, where it is another than that of the whole set.
fn grounds(criterion: &Criterion, set: &CriteriaSet, lang: Lang) -> String {
    if criterion.source == set.source { String::new() } else { source(&criterion.source, lang) }
}

/// Says a leaf's rule.
fn rule(criterion: &Criterion, leaf: &Leaf, set: &CriteriaSet, lang: Lang) -> String {
    leaf.paragraphs(&set.terms(criterion, leaf), lang).join("\n")
}

/// Says what evidence is asked.
fn asked(ask: &EvidenceAsk, lang: Lang) -> String {
    let (types, least) = (ask.types.join(", "), ask.least);
    let types = (!types.is_empty()).then(|| said!(lang, "Loại văn bản: {types}.", "Types of document: {types}."));
    let least = (least > 1).then(|| said!(lang, "Ít nhất {least} tài liệu.", "At least {least} documents."));
    let section = ask.section.then(|| lang.word("Ghi rõ mục, trang.", "With section and page.").to_owned());
    let required = ask.required.then(|| lang.word("Bắt buộc.", "Required.").to_owned());
    [ask.what.as_ref().map(|what| format!("{what}.")), types, least, section, required].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
