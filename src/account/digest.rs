//! First page of the ranking report, for whoever has a minute: the main figures, what changed, what to look after, three charts.

mod drawn;

use std::collections::BTreeSet;

use super::appraised;
use super::cell::text;
use super::group_moved::moved;
use super::over_claim::too_high;
use super::page::Page;
use super::standing::errors_of;
use super::strengths::{alike_beyond, came, worst};
use super::unscored::{self, is_provisional};
use super::words::{NONE, collects_forms, index_under, many, name_with_mark, peopled, remarks, unit_name};
use crate::points::{Points, Rounding};
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::text::{Lang, said};

/// Units that are named in a line.
const NAMED: usize = 4;
/// Columns that the label of a line takes.
const LABEL: u16 = 2;

/// Makes the page.
pub fn page(results: &Results<'_>) -> Page {
    let (campaign, lang, year) = (results.campaign, results.lang, results.campaign.year);
    let mut page = Page::new(lang.word("Tóm tắt", "At a glance"), campaign, false, &[5, 37, 9, 9, 9, 40]);
    let title = said!(lang, "TÓM TẮT KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}", "PAR INDEX {year} AT A GLANCE");
    page.title(title, campaign, remarks(results));
    appraised::warn(&mut page, results);
    page.heading(lang.word("Kết quả chính", "Main results"));
    page.lines(main_results(results).iter().map(|(label, words)| (label.as_str(), words.clone())), LABEL);
    if let Some(last) = results.comparison.last() {
        let then = last.year;
        let lines: Vec<(&str, String)> = results
            .ranking
            .groups
            .iter()
            .filter_map(|ranking| Some((ranking.group.name.as_str(), moved(ranking, results)?.in_short(ranking, results))))
            .collect();
        if !lines.is_empty() {
            page.heading(said!(lang, "So với năm {then}", "Against {then}"));
            page.lines(lines, LABEL);
        }
    }
    page.heading(lang.word("Cần lưu ý", "Points to note"));
    let worries = worries(results);
    if worries.is_empty() {
        page.paragraph(text(lang.word("Không có nội dung cần lưu ý.", "Nothing stands out.")).italic());
    } else {
        page.lines(worries, LABEL);
    }
    drawn::add(&mut page, results);
    page
}

/// Prints an index with a percent sign.
fn percent(value: &Points, rounding: Rounding, results: &Results<'_>) -> String {
    format!("{}%", rounding.spelled(value, results.lang))
}

/// Names some of several units.
fn named(names: &[String], lang: Lang) -> String {
    let first = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => said!(lang, "{first} và {more} đơn vị khác", "{first} and {more} more"),
    }
}

/// Says how many took part, how each group came out, and how many are proposed for awards.
fn main_results(results: &Results<'_>) -> Vec<(String, String)> {
    let lang = results.lang;
    let over_all = |count: fn(&GroupRanking) -> usize| results.ranking.groups.iter().map(count).sum::<usize>();
    let (all, sent) = (over_all(|ranking| ranking.rows.len()), over_all(GroupRanking::submitted));
    let placed = over_all(|ranking| ranking.counted);
    let mut lines = vec![(
        lang.word("Đơn vị", "Units").to_owned(),
        if collects_forms(results) {
            said!(
                lang,
                "{all} đơn vị được đánh giá; {sent} đã gửi báo cáo tự đánh giá; {placed} được xếp hạng.",
                "{all} assessed; {sent} submitted a self-assessment; {placed} ranked."
            )
        } else {
            said!(lang, "{all} đơn vị được đánh giá; {placed} được xếp hạng.", "{all} assessed; {placed} ranked.")
        },
    )];
    for ranking in peopled(results) {
        let rounding = ranking.group.rounding;
        let at = |place: Option<usize>| {
            let names: Vec<String> = ranking.ranked().filter(|row| row.place == place).map(|row| name_with_mark(results, row)).collect();
            let index = ranking.ranked().find(|row| row.place == place).and_then(|row| row.index.as_ref());
            format!("{} ({})", named(&names, lang), index.map_or_else(|| NONE.into(), |index| percent(index, rounding, results)))
        };
        let (first, last) = (ranking.ranked().filter_map(|row| row.place).min(), ranking.ranked().filter_map(|row| row.place).max());
        let words = match (&ranking.mean_index, first, last) {
            (Some(_), Some(only), Some(_)) if ranking.counted == 1 => {
                let only = at(Some(only));
                said!(lang, "Chỉ một đơn vị được xếp hạng: {only}.", "Only one unit is ranked: {only}.")
            }
            (Some(mean), Some(first), Some(last)) => {
                let (mean, best, least) = (percent(mean, rounding, results), at(Some(first)), at(Some(last)));
                said!(
                    lang,
                    "Chỉ số trung bình {mean}; xếp thứ nhất: {best}; xếp cuối: {least}.",
                    "Mean index {mean}; first: {best}; last: {least}."
                )
            }
            _ => lang.word("Không có đơn vị nào được xếp hạng.", "No unit is ranked.").to_owned(),
        };
        lines.push((ranking.group.name.clone(), words));
    }
    if !results.shortlists.is_empty() {
        let (chosen, edge) =
            results.shortlists.iter().fold((0, 0), |(chosen, edge), list| (chosen + list.chosen.len(), edge + list.tied_at_edge.len()));
        let open = if edge == 0 {
            String::new()
        } else {
            said!(
                lang,
                "; {edge} trường hợp bằng nhau ở vị trí cuối của chỉ tiêu, chờ Hội đồng xem xét, lựa chọn",
                "; {edge} tied at the edge of a quota, for the council to decide"
            )
        };
        let units = results.shortlists.iter().flat_map(|list| &list.chosen).collect::<BTreeSet<_>>().len();
        let collectives = many(units, "collective", "collectives");
        // Who is proposed twice is one collective; the request and the report count both.
        let of = if units == chosen { String::new() } else { said!(lang, " ({units} tập thể)", " ({collectives})") };
        let words = said!(lang, "{chosen} lượt đề nghị khen thưởng{of}{open}.", "{chosen} proposed{of}{open}.");
        lines.push((lang.word("Khen thưởng", "Awards").to_owned(), words));
    }
    lines
}

/// Lists what somebody has to look after, with the figures.
fn worries(results: &Results<'_>) -> Vec<(&'static str, String)> {
    let lang = results.lang;
    let mut lines = Vec::new();
    let rows = || results.ranking.groups.iter().flat_map(|ranking| ranking.rows.iter().map(move |row| (ranking, row)));
    let of = |wanted: &dyn Fn(&GroupRanking, &Row) -> bool| -> Vec<String> {
        rows().filter(|(ranking, row)| wanted(ranking, row)).map(|(_, row)| unit_name(results, &row.unit).to_owned()).collect()
    };
    let silent = of(&|_, row| row.status == Status::NotSubmitted);
    let provisional = of(&|_, row| is_provisional(results, row));
    let listed = |names: &[String]| {
        let (number, units, names) = (names.len(), many(names.len(), "unit", "units"), named(names, lang));
        said!(lang, "{number} đơn vị: {names}.", "{units}: {names}.")
    };
    if let Some(words) = unscored::told(results) {
        lines.push((lang.word("Hội đồng chưa chấm", "Not scored yet"), words.get(lang).to_owned()));
    }
    if !silent.is_empty() {
        lines.push((lang.word("Chưa có báo cáo tự đánh giá", "No self-assessment"), listed(&silent)));
    }
    if !provisional.is_empty() {
        lines.push((lang.word("Kết quả còn tạm tính", "Provisional results"), listed(&provisional)));
    }
    if let Some(threshold) = &results.campaign.reports.threshold {
        let under = of(&|ranking, row| index_under(threshold, row, ranking.group.rounding, results).is_some());
        if !under.is_empty() {
            let (least, number, names) = (threshold.plain_in(lang), under.len(), named(&under, lang));
            let words = said!(lang, "{number} đơn vị dưới {least}%: {names}.", "{number} under {least}%: {names}.");
            lines.push((lang.word("Chỉ số thấp", "Low index"), words));
        }
    }
    let weak: Vec<String> = results.ranking.groups.iter().filter_map(|ranking| weakest(ranking, results)).collect();
    if !weak.is_empty() {
        lines.push((lang.word("Tiêu chí yếu nhất", "Weakest criterion"), weak.join("\n")));
    }
    let mut claimed: Vec<(Points, &str)> =
        too_high(results).into_iter().map(|card| (card.over_claim_positive(), unit_name(results, &card.unit))).collect();
    claimed.sort_by(|(one, a), (other, b)| other.cmp(one).then_with(|| a.cmp(b)));
    if let Some((most, name)) = claimed.first() {
        let (number, units) = (claimed.len(), many(claimed.len(), "unit", "units"));
        let most = Rounding::default().spelled(most, lang);
        let words = said!(lang, "{number} đơn vị; nhiều nhất: {name} ({most} điểm).", "{units}; most: {name} ({most} points).");
        lines.push((lang.word("Tự chấm cao hơn kết quả công nhận", "Over-claims"), words));
    }
    let wrong: Vec<(usize, &str)> =
        results.units.iter().map(|unit| (errors_of(results, &unit.id), unit.name.as_str())).filter(|(errors, _)| *errors > 0).collect();
    if !wrong.is_empty() {
        let names: Vec<String> = wrong.iter().map(|(_, name)| (*name).to_owned()).collect();
        let (errors, number, names) = (wrong.iter().map(|(errors, _)| errors).sum::<usize>(), wrong.len(), named(&names, lang));
        let (counted, units) = (many(errors, "error", "errors"), many(number, "unit", "units"));
        let words = said!(lang, "{errors} lỗi ở {number} đơn vị: {names}.", "{counted} at {units}: {names}.");
        lines.push((lang.word("Lỗi chưa khắc phục", "Errors not corrected"), words));
    }
    lines
}

/// Names the criterion of a group with the lowest mean index; nothing where every unit has full points.
fn weakest(ranking: &GroupRanking, results: &Results<'_>) -> Option<String> {
    let set = results.sets.get(&ranking.group.set)?;
    let all = came(ranking, set, results);
    let one = worst(&all, 1).into_iter().find(|one| one.full < one.units)?;
    let more = alike_beyond(&all, &[one], ranking, results.lang).map(|more| format!(" {more}")).unwrap_or_default();
    let (lang, group) = (results.lang, &ranking.group.name);
    let (id, name) = (one.id(lang), one.name(lang));
    let mean = percent(&one.index, ranking.group.rounding, results);
    let (none, of) = (one.none.len(), one.units);
    // Of one unit alone the mean says all.
    if of == 1 {
        return Some(said!(lang, "{group}: {id}. {name} ({mean}; một đơn vị).{more}", "{group}: {id}. {name} ({mean}; one unit).{more}"));
    }
    let nothing =
        if none == 0 { String::new() } else { said!(lang, "; {none}/{of} đơn vị 0 điểm", "; {none} of {of} units with 0 points") };
    Some(said!(lang, "{group}: {id}. {name} (trung bình {mean}{nothing}).{more}", "{group}: {id}. {name} (mean {mean}{nothing}).{more}"))
}
