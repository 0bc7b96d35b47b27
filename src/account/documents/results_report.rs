//! Báo cáo kết quả chấm điểm: what was scored and how, results, strengths and shortcomings, proposals.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::cell::{centre, text};
use super::super::document::{Document, OPEN, Part};
use super::super::group_moved::moved;
use super::super::page::Table;
use super::super::standing::summary;
use super::super::words::{NONE, capital, many, maximum, name_with_mark, peopled, points};
use super::super::{appraised, overview, published, unscored};
use super::annexes;
use super::judged::judged;
use super::wording::{
    Sent, add_remarks, authority, basis, close, council, decides, group, head, is_own_authority, mark_provisional, office,
};
use crate::figure::{CriterionId, UnitId, date_in};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row};
use crate::results::Results;
use crate::text::{Words, said};

/// Makes the document.
pub fn results_report(results: &Results<'_>) -> Document {
    let (campaign, lang, year) = (results.campaign, results.lang, results.campaign.year);
    let title = said!(
        lang,
        "Kết quả chấm điểm, xếp hạng Chỉ số cải cách hành chính năm {year}",
        "Scores and ranking by the\nPublic Administration Reform Index (PAR Index), {year}"
    );
    let mut document = Document::new(said!(lang, "Báo cáo: {title}", "Report: {title}"), results);
    mark_provisional(&mut document, results);
    head(&mut document, campaign, "BC-……", None);
    document.add(Part::Title { kind: lang.word("BÁO CÁO", "REPORT").into(), about: title });
    let to = if is_own_authority(campaign) { OPEN.into() } else { authority(campaign) };
    document.add(Part::To(vec![to.clone()]));
    basis(&mut document, results, None);
    let (sent_by, named) = (office(campaign), &campaign.title);
    document.paragraph(said!(
        lang,
        "{sent_by} báo cáo kết quả chấm điểm, xếp hạng “{named}” như sau:",
        "{sent_by} reports on “{named}” as follows:"
    ));
    carried_out(&mut document, results);
    document.heading(lang.word("II. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG", "II. SCORES AND RANKING"));
    groups(&mut document, results);
    areas(&mut document, results);
    totals(&mut document, results);
    document.heading(lang.word("III. ĐÁNH GIÁ CHUNG", "III. GENERAL ASSESSMENT"));
    judged(&mut document, results);
    document.heading(lang.word("IV. KIẾN NGHỊ, ĐỀ XUẤT", "IV. PROPOSALS"));
    proposed(&mut document, results);
    document.paragraph(said!(
        lang,
        "Trên đây là báo cáo kết quả chấm điểm, xếp hạng Chỉ số cải cách hành chính năm {year}; {sent_by} kính báo cáo {to} xem xét, chỉ đạo./.",
        "The above is the report on scores and ranking by the PAR Index {year}; {sent_by} respectfully submits it to {to} for consideration and direction./."
    ));
    close(&mut document, campaign, Sent::Widely);
    annexes::add(&mut document, results);
    document
}

/// Says what was scored, by what, and what was sent.
fn carried_out(document: &mut Document, results: &Results<'_>) {
    let (campaign, lang) = (results.campaign, results.lang);
    document.heading(lang.word("I. TÌNH HÌNH TRIỂN KHAI", "I. HOW IT WAS CARRIED OUT"));
    let groups = peopled(results).map(|ranking| {
        let (name, number) = (&ranking.group.name, ranking.rows.len());
        let units = many(number, "unit", "units");
        said!(lang, "{name} ({number} đơn vị)", "{name} ({units})")
    });
    let (groups, number) = (groups.collect::<Vec<_>>().join("; "), results.units.len());
    let units = many(number, "unit", "units");
    document.item(said!(lang, "Đối tượng: {number} đơn vị, gồm {groups}.", "Assessed: {units}, namely {groups}."));
    if let (Some(from), Some(to)) = (campaign.period.from, campaign.period.to) {
        let [from, to] = [from, to].map(|day| date_in(day, lang));
        document.item(said!(lang, "Kỳ đánh giá: từ ngày {from} đến ngày {to}.", "Assessment period: {from} to {to}."));
    }
    if let Some(due) = campaign.deadline {
        let (day, extended) = (date_in(due, lang), extended(due, results));
        document.item(said!(lang, "Hạn gửi báo cáo tự đánh giá: ngày {day}{extended}.", "Self-assessments due by: {day}{extended}."));
    }
    document.item(appraised::source(results).get(lang));
    if let Some(words) = unscored::told(results) {
        document.item(words.get(lang));
    }
    for line in summary(results) {
        document.item(line.get(lang));
    }
    add_remarks(document, results);
}

/// Sums groups up, and says of each who stands first and last.
fn groups(document: &mut Document, results: &Results<'_>) {
    let lang = results.lang;
    document.subheading(lang.word("1. Kết quả chung", "1. Results in general"));
    let mut table = Table::new(lang.each(overview::GROUPS).map(centre));
    for ranking in peopled(results) {
        table.row(overview::group_row(ranking, results));
    }
    document.table("", &[30, 11, 11, 11, 14, 12, 12], table);
    for ranking in peopled(results) {
        for words in of_group(ranking, results) {
            document.item(words);
        }
    }
    against_last_year(document, results);
    document.paragraph(lang.word("Kết quả của từng đơn vị tại Phụ lục I kèm theo.", "The result of each unit is in Annex I."));
}

/// Says how groups moved since the year before, where there is one.
fn against_last_year(document: &mut Document, results: &Results<'_>) {
    let Some(last) = results.comparison.last() else { return };
    let (lang, year) = (results.lang, last.year);
    let told = peopled(results).map(|ranking| {
        let name = capital(&group(&ranking.group.name, lang));
        moved(ranking, results).map_or_else(
            || said!(lang, "{name}: không có đơn vị nào so sánh được.", "{name}: no unit can be compared."),
            |moved| moved.in_full(&name, ranking, results),
        )
    });
    document.paragraph(said!(lang, "So với năm {year}:", "Against {year}:"));
    for words in told {
        document.item(words);
    }
}

/// Says how a group came out.
fn of_group(ranking: &GroupRanking, results: &Results<'_>) -> Vec<String> {
    let (rounding, lang) = (ranking.group.rounding, results.lang);
    let name = capital(&group(&ranking.group.name, lang));
    let named = |row: &Row| {
        let index = row.index.as_ref().map_or(NONE.into(), |index| format!("{}%", rounding.spelled(index, lang)));
        format!("{} ({index})", name_with_mark(results, row))
    };
    let listed = |place: Option<usize>| ranking.ranked().filter(|row| row.place == place).map(named).collect::<Vec<_>>().join("; ");
    let last = ranking.ranked().filter_map(|row| row.place).max();
    let mut told = Vec::new();
    let (first, end) = (listed(Some(1)), listed(last));
    match last {
        None => return vec![said!(lang, "{name}: không có đơn vị nào được xếp hạng.", "{name}: no unit is ranked.")],
        Some(1) if ranking.counted == 1 => {
            let grade = ranking.ranked().find_map(|row| row.grade.as_ref());
            let grade = grade.map(|grade| said!(lang, "; xếp loại: {grade}", "; grade: {grade}")).unwrap_or_default();
            return vec![said!(lang, "{name}: có một đơn vị được xếp hạng: {end}{grade}.", "{name}: one unit is ranked: {end}{grade}.")];
        }
        Some(1) => {
            told.push(said!(lang, "{name}: tất cả các đơn vị xếp đồng hạng: {end}.", "{name}: all units share the first place: {end}."));
        }
        Some(_) => told.push(said!(lang, "{name}: xếp thứ nhất: {first}; xếp cuối: {end}.", "{name}: first: {first}; last: {end}.")),
    }
    let shares = published::shares(ranking, results.lang);
    let exact: Vec<Points> = shares.iter().filter_map(|share| share.percent.clone()).collect();
    let missing = published::missing_100(&exact, rounding, lang).map(|words| format!(" {words}")).unwrap_or_default();
    let shares: Vec<String> = shares
        .into_iter()
        .filter(|share| share.number > 0)
        .map(|share| {
            let percent = share.percent.as_ref().map_or(NONE.into(), |percent| format!("{}%", rounding.spelled(percent, lang)));
            let (grade, number, units) = (share.grade, share.number, many(share.number, "unit", "units"));
            said!(lang, "{grade} {number} đơn vị ({percent})", "{grade}: {units} ({percent})")
        })
        .collect();
    if !shares.is_empty() {
        let shares = shares.join("; ");
        told.push(said!(lang, "{name}, xếp loại: {shares}.{missing}", "{name}, by grade: {shares}.{missing}"));
    }
    told
}

/// Prints the means of areas, a table for each group.
fn areas(document: &mut Document, results: &Results<'_>) {
    let lang = results.lang;
    if !results.ranking.ranks_anybody() {
        return;
    }
    document.subheading(lang.word("2. Kết quả theo lĩnh vực", "2. Results by area"));
    for ranking in &results.ranking.groups {
        let Some(set) = results.sets.get(&ranking.group.set) else { continue };
        if ranking.counted == 0 {
            continue;
        }
        let index = if ranking.compares() { ("Chỉ số trung bình (%)", "Mean index (%)") } else { ("Chỉ số (%)", "Index (%)") };
        let heads = [("STT", "No."), ("Lĩnh vực", "Area"), ("Điểm tối đa", "Maximum points"), index];
        let mut table = Table::new(lang.each(heads).map(centre));
        for area in &set.criteria {
            let mean = points(ranking.area_mean(&area.id), ranking.group.rounding);
            table.row([centre(area.id.as_str()), text(&area.name), maximum(&area.weighted_max()), mean]);
        }
        let name = &ranking.group.name;
        let caption = if ranking.compares() {
            said!(lang, "Chỉ số trung bình theo lĩnh vực: {name}", "Mean index by area: {name}")
        } else {
            said!(lang, "Chỉ số theo lĩnh vực: {name}", "Index by area: {name}")
        };
        document.table(caption, &[8, 58, 14, 20], table);
    }
}

/// Prints the figures that the campaign adds up.
fn totals(document: &mut Document, results: &Results<'_>) {
    let lines = overview::added_up(results);
    if !lines.is_empty() {
        document.subheading(results.lang.word("3. Số liệu tổng hợp của các đơn vị", "3. Figures added up over the units"));
        for line in lines {
            document.item(line);
        }
    }
}

/// Units that are named beside a day of their own.
const NAMED_WITH_ANOTHER_DAY: usize = 5;

/// Says which units have another day than the campaign's, and whether criteria have; nothing where none has.
fn extended(due: Date, results: &Results<'_>) -> String {
    let lang = results.lang;
    let mut days: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    for unit in results.units {
        if let Some(day) = unit.deadlines.form.filter(|day| *day != due) {
            days.entry(day).or_default().push(&unit.name);
        }
    }
    let one = |(day, names): (Date, Vec<&str>)| {
        let day = date_in(day, lang);
        if names.len() == results.units.len() {
            return said!(lang, "; tất cả các đơn vị được gia hạn đến ngày {day}", "; extended to {day} for all units");
        }
        let (count, units) = (names.len(), many(names.len(), "unit", "units"));
        let more = count.saturating_sub(NAMED_WITH_ANOTHER_DAY);
        let listed = names.into_iter().take(NAMED_WITH_ANOTHER_DAY).collect::<Vec<_>>().join(", ");
        let more = if more > 0 { said!(lang, " và {more} đơn vị khác", " and {more} more") } else { String::new() };
        said!(lang, "; riêng {count} đơn vị đến ngày {day} ({listed}{more})", "; for {units} by {day} ({listed}{more})")
    };
    let of_units: String = days.into_iter().map(one).collect();
    let criteria: BTreeSet<&str> = results.units.iter().flat_map(|unit| unit.deadlines.criteria.keys()).map(CriterionId::as_str).collect();
    let criteria = criteria.into_iter().collect::<Vec<_>>().join(", ");
    let of_criteria = if criteria.is_empty() {
        String::new()
    } else {
        said!(lang, "; tiêu chí {criteria} có hạn riêng", "; criteria {criteria} have their own deadlines")
    };
    of_units + &of_criteria
}

/// Says what is proposed.
fn proposed(document: &mut Document, results: &Results<'_>) {
    let (lang, year) = (results.lang, results.campaign.year);
    let (who, council) = (decides(results.campaign, lang), council(results.campaign, lang));
    if !results.ranking.ranks_anybody() {
        document.item(OPEN);
        return;
    }
    if appraised::is_unappraised(results) {
        document.item(lang.word(
            "Chưa trình công bố kết quả, khen thưởng: chưa có kết quả thẩm định.",
            "Nothing is submitted for announcement or commendation: nothing was appraised yet.",
        ));
        document.item(REVIEW.get(lang));
        document.item(OPEN);
        return;
    }
    document.item(said!(
        lang,
        "Đề nghị {who} xem xét, công bố kết quả Chỉ số cải cách hành chính năm {year} (kèm theo dự thảo Quyết định).",
        "That {who} consider and announce the results of the PAR Index {year} (draft Decision attached)."
    ));
    let chosen: BTreeSet<&UnitId> = results.shortlists.iter().flat_map(|list| &list.chosen).collect();
    let tied: BTreeSet<&UnitId> =
        results.shortlists.iter().flat_map(|list| &list.tied_at_edge).filter(|unit| !chosen.contains(unit)).collect();
    let (chosen, tied) = (chosen.len(), tied.len());
    let times = results.shortlists.iter().map(|list| list.chosen.len()).sum::<usize>();
    // Who is proposed twice is one collective.
    let times = if times == chosen { String::new() } else { said!(lang, " ({times} lượt đề nghị)", " ({times} proposals)") };
    let counted = many(chosen, "collective", "collectives");
    let collectives = said!(lang, "{chosen} tập thể{times}", "{counted}{times}");
    match (chosen, tied) {
        (0, 0) => {}
        (_, 0) => document.item(said!(
            lang,
            "Đề nghị {council} xem xét, trình {who} quyết định khen thưởng {collectives} (kèm theo Tờ trình).",
            "That {council} consider the commendation of {collectives} and submit it to {who} for decision (Submission attached)."
        )),
        (0, _) => document.item(said!(
            lang,
            "Đề nghị {council} xem xét, lựa chọn trong số {tied} tập thể bằng nhau ở vị trí cuối của chỉ tiêu, trình {who} quyết định khen thưởng (kèm theo Tờ trình).",
            "That {council} choose among collectives that are equal at the edge of a quota ({tied} in number), and submit the commendations to {who} for decision (Submission attached)."
        )),
        (..) => document.item(said!(
            lang,
            "Đề nghị {council} xem xét, trình {who} quyết định khen thưởng {collectives}; lựa chọn thêm trong số {tied} tập thể bằng nhau ở vị trí cuối của chỉ tiêu (kèm theo Tờ trình).",
            "That {council} consider the commendation of {collectives} and submit it to {who} for decision, and choose further among collectives that are equal at the edge of a quota ({tied} in number; Submission attached)."
        )),
    }
    document.item(REVIEW.get(lang));
    document.item(OPEN);
}

/// What units are asked.
const REVIEW: Words = Words {
    vi: "Đề nghị các đơn vị rà soát những tiêu chí chưa đạt điểm tối đa, xác định nguyên nhân, trách nhiệm và có giải pháp khắc phục, nhất là các tiêu chí nêu tại mục III.2.",
    en: "That the units review the criteria that fell short of full points, determine causes and responsibility and remedy the shortcomings, above all the criteria named in section III.2.",
};
