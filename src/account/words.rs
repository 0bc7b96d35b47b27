//! Words and figures that several pages tell alike.

use super::cell::{self, Cell, Tone, blank, centre, count, number};
use super::unscored::is_provisional;
use crate::assessment::{Arrivals, Content};
use crate::criteria::{CriteriaSet, Criterion, Source, Status};
use crate::figure::{CriterionId, UnitId, date_in};
use crate::finding::{Finding, Severity};
use crate::points::{Points, Rounding};
use crate::ranking::{Group, GroupRanking, Row, Status as Standing};
use crate::results::Results;
use crate::scoring::{Cut, Excuse, Node, Scorecard};
use crate::text;
use crate::text::{Lang, Text, Words, said};
pub use crate::text::{capital, many};

/// What stands where a figure does not apply.
pub const NONE: &str = "–";

/// Names a unit.
pub fn unit_name<'a>(results: &Results<'a>, id: &'a UnitId) -> &'a str {
    results.unit(id).map_or(id.as_str(), |unit| &unit.name)
}

/// Names a unit beside its result, with a mark where the result is provisional.
pub fn name_with_mark(results: &Results<'_>, row: &Row) -> String {
    let name = unit_name(results, &row.unit);
    if is_provisional(results, row) { said!(results.lang, "{name} (tạm tính)", "{name} (provisional)") } else { name.to_owned() }
}

/// Says what came of a unit that counts as one that sent nothing.
pub fn sent(card: Option<&Scorecard>, lang: Lang) -> &'static str {
    match card.and_then(|card| card.content) {
        None => lang.word("Chưa gửi báo cáo tự đánh giá", "Self-assessment not submitted"),
        Some(Content::Blank) => lang.word("Đã gửi biểu nhưng chưa điền gì", "Form submitted, but nothing filled in"),
        Some(Content::Unread | Content::Read) => lang.word("Đã gửi, chưa đọc được", "Submitted, but not readable yet"),
    }
}

/// Tells whether units send self-assessments: one did, or is waited for. Where a set asks nothing of units, none does.
pub fn collects_forms(results: &Results<'_>) -> bool {
    results.ranking.groups.iter().any(|ranking| collects_forms_of(ranking, results))
}

/// Tells whether units of a group send self-assessments.
pub fn collects_forms_of(ranking: &GroupRanking, results: &Results<'_>) -> bool {
    let content = |row: &Row| results.cards.get(&row.unit).and_then(|card| card.content);
    ranking.rows.iter().any(|row| row.status == Standing::NotSubmitted || content(row).is_some())
}

/// Tells whether a unit is scored and not ranked since the survey has no result of it: what its total lacks is no shortfall.
pub fn lacks_survey(row: &Row, results: &Results<'_>) -> bool {
    row.status == Standing::Unranked && row.index.is_some() && results.unit(&row.unit).is_none_or(|unit| unit.ranked)
}

/// Gives the printed index of a unit where it is under a threshold; `None`, too, where the index lacks the survey's points.
pub fn index_under(threshold: &Points, row: &Row, rounding: Rounding, results: &Results<'_>) -> Option<Points> {
    let printed = row.index.as_ref().filter(|_| !lacks_survey(row, results)).map(|index| rounding.print(index));
    printed.filter(|index| index < threshold)
}

/// Says why a unit that is scored has no place; nothing where the campaign leaves it out.
pub fn unranked_since(row: &Row, results: &Results<'_>) -> Option<&'static str> {
    let lang = results.lang;
    if lacks_survey(row, results) {
        return Some(lang.word("chưa có kết quả điều tra xã hội học", "no result of the sociological survey"));
    }
    let nothing = row.status == Standing::Unranked && results.unit(&row.unit).is_none_or(|unit| unit.ranked);
    nothing.then(|| lang.word("không có tiêu chí nào áp dụng", "no criterion applies"))
}

/// Says by how many days something was late, and what that costs; nothing where nothing was.
pub fn late(arrivals: &Arrivals, costs: Option<&Points>, rounding: Rounding, lang: Lang) -> Option<String> {
    let days = arrivals.days_late();
    let (costs, late) = (costs.map(|points| rounding.spelled(points, lang)), many(days, "day", "days"));
    let costs = costs.map(|costs| said!(lang, ", trừ {costs} điểm", "; points deducted: {costs}")).unwrap_or_default();
    (days > 0).then(|| said!(lang, "Gửi muộn {days} ngày{costs}.", "Submitted {late} late{costs}."))
}

/// Says where bonuses pass the maximum, or penalties the points, so that not all of them count; nothing where they don't.
pub fn cut(card: &Scorecard, lang: Lang) -> Option<&'static str> {
    card.cut.map(|cut| match cut {
        Cut::At100 => lang.word("Điểm thưởng vượt mức, chỉ số tính bằng 100%.", "Bonuses exceed the maximum; the index counts as 100%."),
        Cut::At0 => lang.word("Điểm trừ vượt điểm đạt được, tổng điểm tính bằng 0.", "Penalties exceed the points; the total counts as 0."),
    })
}

/// Makes a cell of points as the group prints them; empty where there are none.
pub fn points(value: Option<&Points>, rounding: Rounding) -> Cell {
    value.map_or_else(blank, |value| number(&rounding.print(value), rounding.decimals))
}

/// Makes a cell of a change that was rounded already, with its sign and a colour by it; a dash where there is none.
pub fn change(value: Option<&Points>, decimals: u8) -> Cell {
    let Some(value) = value else { return centre(NONE) };
    let tone = if value.is_positive() {
        Tone::Good
    } else if value.is_negative() {
        Tone::Bad
    } else {
        Tone::None
    };
    number(value, decimals).signed().tone(tone)
}

/// What stands for a claim where units are compared with each other: they declare figures, and claim nothing.
pub const TAKES_NO_CLAIM: Words = Words { vi: "Không tự chấm", en: "Not claimed" };

/// Tells whether a criterion compares units with each other, so that nobody claims points of it.
pub fn takes_no_claim(criterion: &Criterion) -> bool {
    criterion.leaf().is_some_and(|leaf| !leaf.rule.takes_claims())
}

/// Makes the cell of a claim, or says that there can be none.
pub fn claim(criterion: &Criterion, claimed: Option<&Points>, rounding: Rounding, lang: Lang) -> Cell {
    if takes_no_claim(criterion) { centre(TAKES_NO_CLAIM.get(lang)).size(11) } else { points(claimed, rounding) }
}

/// Longest name, in letters, that fits on a line beside its bar.
const BESIDE_A_BAR: usize = 48;

/// Gives the names of bars of units: none where each name in the table fits beside its bar; else all of them, with the long ones
/// shortened.
pub fn bar_labels<'r>(rows: impl IntoIterator<Item = &'r Row>, results: &Results<'_>) -> Vec<String> {
    let names: Vec<String> = rows.into_iter().map(|row| name_with_mark(results, row)).collect();
    let fits = |name: &String| name.chars().count() <= BESIDE_A_BAR;
    if names.iter().all(fits) { Vec::new() } else { names.iter().map(|name| short_name(name, BESIDE_A_BAR)).collect() }
}

/// Longest name, in letters, beside a bar of a picture that keeps to its page.
pub const SHORT: usize = 28;
/// Shortest beginning of a name that still tells it.
const TELLING: usize = 10;

/// Shortens a name to so many letters: to its first part, else to whole words with `…` behind them.
pub fn short_name(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let first = [",", ";", " (", " - "].into_iter().filter_map(|end| name.split_once(end)).map(|(first, _)| first.trim());
    let fits = |words: &&str| (TELLING..=most).contains(&words.chars().count());
    if let Some(first) = first.filter(fits).max_by_key(|first| first.len()) {
        return first.to_owned();
    }
    let mut short = String::new();
    for word in name.split_whitespace() {
        if short.chars().count() + word.chars().count() + 2 > most {
            break;
        }
        short = if short.is_empty() { word.to_owned() } else { format!("{short} {word}") };
    }
    format!("{}…", short.trim_end_matches([',', ';', '-', ' ']))
}

/// Gives the width of a column of notes, in characters: as narrow as its texts are in two lines, or in three where few rows
/// have one, and no wider than so many.
pub fn width_of_notes<'n>(notes: impl Iterator<Item = &'n Cell>, most: u32, lang: Lang) -> u32 {
    let lengths: Vec<usize> = notes.map(|cell| cell.words(lang).lines().map(|line| line.chars().count()).max().unwrap_or(0)).collect();
    let noted = lengths.iter().filter(|length| **length > 0).count();
    let lines = if noted * 3 > lengths.len() { 2 } else { 3 };
    let longest = lengths.into_iter().max().unwrap_or_default();
    // Lines end with a word, so that none is full.
    u32::try_from(longest.div_ceil(lines) + 4).unwrap_or(most).clamp(NOTES, most)
}

/// Least width of a column of notes, in characters.
const NOTES: u32 = 12;

/// Makes a cell of a maximum, which is never rounded: with as many decimals as it has.
pub fn maximum(max: &Points) -> Cell {
    number(max, max.decimals().unwrap_or(4).min(4))
}

/// Makes a cell of a node's figure: a dash where the node does not apply.
pub fn of_node(node: Option<&Node>, value: impl Fn(&Node) -> Option<&Points>, rounding: Rounding) -> Cell {
    match node {
        Some(node) if !node.applicable => centre(NONE),
        Some(node) => points(value(node), rounding),
        None => blank(),
    }
}

/// Finds a node of a scorecard.
pub fn node<'a>(card: Option<&'a Scorecard>, id: &CriterionId) -> Option<&'a Node> {
    card.and_then(|card| card.nodes.iter().find(|node| &node.id == id))
}

/// Makes a cell of a place: `3`, or a dash.
pub fn place(row: &Row) -> Cell {
    row.place.map_or_else(|| centre(NONE), count)
}

/// Gives the exact mean of what there is.
pub fn mean<'a>(values: impl IntoIterator<Item = &'a Points>) -> Option<Points> {
    let values: Vec<&Points> = values.into_iter().collect();
    let counted = i64::try_from(values.len()).ok()?;
    values.into_iter().sum::<Points>().over(&Points::from(counted))
}

/// Lists the groups that have units.
pub fn peopled<'a>(results: &Results<'a>) -> impl Iterator<Item = &'a GroupRanking> + use<'a> {
    results.ranking.groups.iter().filter(|ranking| !ranking.rows.is_empty())
}

/// Lists the ranked rows of a group with their scorecards.
pub fn ranked<'a>(ranking: &'a GroupRanking, results: &Results<'a>) -> impl Iterator<Item = (&'a Row, &'a Scorecard)> + use<'a> {
    let cards = results.cards;
    ranking.rows.iter().filter(|row| row.status == Standing::Ranked).filter_map(|row| Some((row, cards.get(&row.unit)?)))
}

/// Says of a model set that it is one, and of an excerpt; nothing of a set written off a whole decision.
pub fn remark(set: &CriteriaSet, lang: Lang) -> Option<String> {
    let title = &set.title;
    match (set.status, set.excerpt) {
        (Status::Model, _) => Some(said!(
            lang,
            "Chấm theo bộ tiêu chí mẫu “{title}”, không phải văn bản do cơ quan có thẩm quyền ban hành.",
            "Scored by the model set “{title}”, which no competent authority has issued."
        )),
        (Status::Transcribed, true) => Some(said!(
            lang,
            "Bộ tiêu chí “{title}” chỉ là trích một phần của quyết định.",
            "The set “{title}” holds only a part of its decision."
        )),
        (Status::Transcribed, false) => None,
    }
}

/// Gives the remarks on the set of a group.
pub fn remarks_of(group: &Group, results: &Results<'_>) -> Vec<String> {
    results.sets.get(&group.set).and_then(|set| remark(set, results.lang)).into_iter().collect()
}

/// Names a criterion with what its points are multiplied by before they count in the total; that is not said where it is 1.
pub fn weighted_name(set: &CriteriaSet, criterion: &Criterion, lang: Lang) -> String {
    let weight = set.lineage(&criterion.id).iter().fold(Points::one(), |weight, one| &weight * &one.weight);
    with_weight(&criterion.name, &weight, lang)
}

/// Adds a weight to a name, unless it is 1.
pub fn with_weight(name: &str, weight: &Points, lang: Lang) -> String {
    if *weight == Points::one() {
        return name.to_owned();
    }
    let weight = weight.plain_in(lang);
    said!(lang, "{name} (hệ số {weight})", "{name} (weight {weight})")
}

/// Gives the remarks on all sets together: one for all model sets, one for every excerpt.
pub fn remarks(results: &Results<'_>) -> Vec<String> {
    let models: Vec<&CriteriaSet> = results.sets.values().filter(|set| set.status == Status::Model).collect();
    let lang = results.lang;
    if models.len() < 2 {
        return results.sets.values().filter_map(|set| remark(set, lang)).collect();
    }
    let titles = models.iter().map(|set| format!("“{}”", set.title)).collect::<Vec<_>>().join(", ");
    let together = said!(
        lang,
        "Chấm theo các bộ tiêu chí mẫu {titles}, không phải văn bản do cơ quan có thẩm quyền ban hành.",
        "Scored by the model sets {titles}, which no competent authority has issued."
    );
    let others = results.sets.values().filter(|set| set.status != Status::Model).filter_map(|set| remark(set, lang));
    std::iter::once(together).chain(others).collect()
}

/// Names an item of a decision: `mục 1.2.1`; what says itself what it is (`Phụ lục II`, `Cột “Điểm thẩm định”`) stands
/// as it is.
pub fn item_vi(item: &str) -> String {
    let says_what_it_is = item.split_whitespace().next().is_some_and(|word| word.chars().any(char::is_lowercase));
    if says_what_it_is { item.to_owned() } else { format!("mục {item}") }
}

/// Prints a source: `Quyết định … ngày …, mục …`.
pub fn source(source: &Source, lang: Lang) -> String {
    let date = source.date.map(|date| date_in(date, lang)).map(|day| said!(lang, "ngày {day}", "of {day}"));
    let document = [source.document.clone(), date].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let issuer = source.issuer.as_ref().map(|issuer| said!(lang, "của {issuer}", "by {issuer}"));
    let item = source.item.as_deref().map(|item| match lang {
        Lang::Vi => item_vi(item),
        Lang::En => format!("item “{item}”"),
    });
    let whole = [Some(document).filter(|words| !words.is_empty()), issuer].into_iter().flatten().collect::<Vec<_>>().join(" ");
    [Some(whole).filter(|words| !words.is_empty()), item].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Gives the colour of a criterion's row: area, criterion with children, leaf.
pub fn tone_of(depth: usize, criterion: &Criterion) -> Tone {
    match (depth, criterion.leaf()) {
        (1, _) => Tone::Area,
        (_, None) => Tone::Group,
        (_, Some(_)) => Tone::None,
    }
}

/// Makes the cell of a criterion's name, moved in by its depth.
pub fn criterion_name(name: &str, depth: usize) -> Cell {
    cell::text(name).indent(u8::try_from(depth).unwrap_or(9).clamp(1, 9))
}

/// Counts findings in words: `3 lỗi, 1 cảnh báo, 0 lưu ý`.
pub fn counted<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Text {
    let (mut errors, mut warnings, mut notes) = (0, 0, 0);
    for finding in findings {
        *match finding.severity {
            Severity::Error => &mut errors,
            Severity::Warning => &mut warnings,
            Severity::Note => &mut notes,
        } += 1;
    }
    text!("{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý", "errors: {errors}, warnings: {warnings}, notes: {notes}")
}

/// Says why a leaf does not apply.
pub const fn excused(excuse: Excuse) -> Words {
    match excuse {
        Excuse::Campaign => Words {
            vi: "Không áp dụng theo quy định của đợt đánh giá.",
            en: "Not applicable: the campaign excuses the unit.",
        },
        Excuse::Unit => Words {
            vi: "Không áp dụng: đơn vị khai, bộ tiêu chí cho phép.",
            en: "Not applicable: the unit says so, and the set allows it.",
        },
        Excuse::Rule => {
            Words { vi: "Không áp dụng: trong kỳ không phát sinh.", en: "Not applicable: nothing arose in the period." }
        }
        Excuse::Council => Words { vi: "Không áp dụng theo kết quả thẩm định.", en: "Not applicable, as the council says." },
        Excuse::Condition => Words {
            vi: "Không áp dụng: điều kiện của bộ tiêu chí không đạt.",
            en: "Not applicable: a condition of the set does not hold.",
        },
        Excuse::Alternative => Words {
            vi: "Không tính: đã tính tiêu chí thay thế có điểm cao hơn hoặc bằng.",
            en: "Not counted: of the alternatives another one counts, with as many points or more.",
        },
        Excuse::NoSurvey => {
            Words { vi: "Không áp dụng: không có điều tra xã hội học.", en: "Not applicable: no survey was held." }
        }
    }
}

/// Says that the points of the units are of different maxima, where they are: who has fewer may stand before who has more.
pub fn other_maxima(ranking: &GroupRanking, lang: Lang) -> Option<String> {
    let of_ranked = || ranking.rows.iter().filter(|row| row.status == Standing::Ranked).map(|row| &row.applicable_max);
    let (least, most) = (of_ranked().min()?, of_ranked().max()?);
    (least != most).then(|| {
        let [least, most] = [least, most].map(|max| max.plain_in(lang));
        said!(
            lang,
            "Có tiêu chí không áp dụng với một số đơn vị, nên điểm tối đa của các đơn vị khác nhau, từ {least} đến {most} điểm. Thứ hạng tính theo chỉ số: tỷ lệ phần trăm giữa điểm đạt được và điểm tối đa áp dụng.",
            "Some criteria do not apply to some units, so that the maxima of the units differ, from {least} to {most} points. Places go by the index: points as a percentage of the applicable maximum."
        )
    })
}

/// Says of a unit that no other is ranked beside it, where that is so.
pub fn alone(ranking: &GroupRanking, lang: Lang) -> Option<&'static str> {
    (ranking.counted == 1).then(|| {
        if ranking.rows.len() == 1 {
            lang.word("Đơn vị duy nhất của khối", "The only unit of its group")
        } else {
            lang.word("Đơn vị duy nhất được xếp hạng của khối", "The only ranked unit of its group")
        }
    })
}

/// Goes on in a sentence with what begins one.
pub fn uncapital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
