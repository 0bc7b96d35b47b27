//! Dự thảo quyết định công bố: the decision by which whoever decides makes the results known.

use super::super::cell::{Cell, blank, centre, text};
use super::super::document::{Document, Head, OPEN, Part};
use super::super::page::Table;
use super::super::words::{many, name_with_mark, peopled, place, points};
use super::annexes::below;
use super::wording::{
    add_remarks, authority, basis, dated, decides, head_of_office, in_full, is_chaired, is_own_authority, mark_provisional, office,
    recipients,
};
use crate::ranking::GroupRanking;
use crate::results::Results;
use crate::text::{Words, said};

/// Makes the document.
pub fn decision(results: &Results<'_>) -> Document {
    let (campaign, lang) = (results.campaign, results.lang);
    let (year, sent_by, who) = (campaign.year, office(campaign), in_full(&decides(campaign, lang), lang));
    let about = said!(
        lang,
        "Về việc công bố kết quả Chỉ số cải cách hành chính năm {year}",
        "Announcing the results of the\nPublic Administration Reform Index (PAR Index), {year}"
    );
    let mut document = Document::new(said!(lang, "Dự thảo quyết định: {about}", "Draft decision: {about}"), results);
    // What is sent to be signed says that it is a draft, once.
    let draft = DRAFT.get(lang);
    let notice = campaign.notice.as_deref().filter(|notice| !notice.to_uppercase().contains(draft));
    document.notice =
        Some(notice.map_or_else(|| campaign.notice.clone().unwrap_or_else(|| draft.into()), |notice| format!("{draft} – {notice}")));
    mark_provisional(&mut document, results);
    let symbol = symbol(is_chaired(campaign));
    document.add(Part::Head(Head {
        superior: None,
        office: two_lines(&in_full(&authority(campaign), lang)).to_uppercase(),
        number: said!(lang, "Số: {OPEN}/{symbol}", "No.: {OPEN}/{symbol}"),
        about: None,
        dated: dated(campaign, lang),
    }));
    document.add(Part::Title { kind: lang.word("QUYẾT ĐỊNH", "DECISION").into(), about });
    document.add(Part::DecidedBy(who.to_uppercase()));
    // A people's committee that keeps the campaign itself decides on the proposal of whoever it names.
    let own = is_own_authority(campaign);
    let head = if own { OPEN.into() } else { head_of_office(campaign, lang) };
    let sent_by = if own { OPEN.into() } else { sent_by };
    let proposed = said!(
        lang,
        "Theo đề nghị của {head} tại Báo cáo số {OPEN}/BC-{OPEN} ngày …… tháng …… năm ………",
        "At the proposal of {head} in Report No. {OPEN}/BC-{OPEN} of ……………………"
    );
    basis(&mut document, results, Some(proposed));
    document.add(Part::Decides(lang.word("QUYẾT ĐỊNH:", "DECIDES:").into()));
    let ranked: usize = results.ranking.groups.iter().map(|ranking| ranking.counted).sum();
    let groups = results.ranking.groups.iter().filter(|ranking| ranking.counted > 0).map(|ranking| {
        let (name, number) = (&ranking.group.name, ranking.counted);
        let units = many(number, "unit", "units");
        said!(lang, "{name} ({number} đơn vị)", "{name} ({units})")
    });
    let groups = groups.collect::<Vec<_>>().join("; ");
    let units = many(ranked, "ranked unit", "ranked units");
    let articles = lang.each([("Điều 1.", "Article 1."), ("Điều 2.", "Article 2."), ("Điều 3.", "Article 3.")]);
    let above = authority(campaign);
    let orders = [
        said!(
            lang,
            "Công bố kết quả Chỉ số cải cách hành chính năm {year} của {ranked} đơn vị được xếp hạng, gồm: {groups} (chi tiết tại Phụ lục kèm theo).",
            "The results of the Public Administration Reform Index (PAR Index) {year} are announced for {units}: {groups} (details in the attached Annex)."
        ),
        said!(
            lang,
            "Căn cứ kết quả được công bố, các cơ quan, đơn vị rà soát các tiêu chí chưa đạt điểm tối đa, xác định nguyên nhân và có giải pháp khắc phục tồn tại, hạn chế. {sent_by} theo dõi, đôn đốc việc thực hiện.",
            "On the results announced, all agencies and units shall review the criteria that fell short of full points, determine the causes and remedy the shortcomings. {sent_by} shall monitor and urge implementation."
        ),
        said!(
            lang,
            "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng {above}, {head}, Thủ trưởng các cơ quan, đơn vị có tên tại Phụ lục và các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.",
            "This Decision takes effect on the date of its signing. The Chief of Office of {above}, {head}, and the heads of the agencies and units named in the Annex and of all others concerned shall implement this Decision./."
        ),
    ];
    for (article, order) in articles.into_iter().zip(orders) {
        document.led(article, order);
    }
    document.add(Part::Close {
        recipients: recipients(campaign, Some(lang.word("Như Điều 3", "As in Article 3")), lang),
        signed: vec![if is_chaired(campaign) { lang.word("CHỦ TỊCH", "CHAIRPERSON").into() } else { OPEN.into() }],
        name: "………………………".into(),
    });
    annex(&mut document, results, &who);
    document
}

/// Gives the symbol of a decision: of the chair of a people's committee, or with room for another.
fn symbol(chaired: bool) -> String {
    format!("{DECISION}-{}", if chaired { "UBND" } else { OPEN })
}

/// How the number of every decision begins, in whatever language it is told. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III.
const DECISION: &str = "QĐ";

/// What a draft says of itself.
const DRAFT: Words = Words { vi: "DỰ THẢO", en: "DRAFT" };

/// Parts the name of a people's committee as its letterhead does: the committee, then its place.
fn two_lines(name: &str) -> String {
    name.strip_prefix(COMMITTEE).map_or_else(|| name.to_owned(), |place| format!("{COMMITTEE}\n{}", place.trim_start()))
}

/// A people's committee, written out.
const COMMITTEE: &str = "Ủy ban nhân dân";

/// Adds the annex of places.
fn annex(document: &mut Document, results: &Results<'_>, who: &str) {
    let (lang, year, symbol) = (results.lang, results.campaign.year, symbol(is_chaired(results.campaign)));
    document.add(Part::Annex {
        number: lang.word("PHỤ LỤC", "ANNEX").into(),
        about: said!(
            lang,
            "Kết quả Chỉ số cải cách hành chính năm {year}",
            "Results of the Public Administration Reform Index (PAR Index), {year}"
        ),
        of: said!(
            lang,
            "(Kèm theo Quyết định số {OPEN}/{symbol} ngày …… tháng …… năm ……… của {who})",
            "(Issued with Decision No. {OPEN}/{symbol} of {who}, dated ……………………)"
        ),
    });
    for (n, ranking) in peopled(results).enumerate() {
        let (widths, table) = places(ranking, results);
        document.table(format!("{}. {}", roman(n + 1), ranking.group.name), &widths, table);
        for words in below(ranking, results) {
            document.remark(words);
        }
    }
    add_remarks(document, results);
}

/// Counts parts as official documents do; past the list in figures.
pub fn roman(n: usize) -> String {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    n.checked_sub(1).and_then(|at| ROMAN.get(at)).map_or_else(|| n.to_string(), |roman| (*roman).to_owned())
}

/// Makes the table of places of a group, with the mean below.
pub fn places(ranking: &GroupRanking, results: &Results<'_>) -> (Vec<u32>, Table) {
    let (rounding, lang) = (ranking.group.rounding, results.lang);
    let graded = !ranking.group.grades.is_empty();
    let kept = |cells: [Cell; 5]| cells.into_iter().take(if graded { 5 } else { 4 }).collect::<Vec<_>>();
    let heads =
        [("Thứ hạng", "Place"), ("Đơn vị", "Unit"), ("Tổng điểm", "Total points"), ("Chỉ số (%)", "Index (%)"), ("Xếp loại", "Grade")];
    let mut table = Table::new(kept(lang.each(heads).map(centre)));
    for row in ranking.ranked() {
        table.row(kept([
            place(row),
            text(name_with_mark(results, row)),
            points(row.points.as_ref(), rounding),
            points(row.index.as_ref(), rounding).bold(),
            centre(row.grade.clone().unwrap_or_default()),
        ]));
    }
    if ranking.compares() {
        table.sum(kept([
            centre(""),
            text(lang.word("Giá trị trung bình", "Mean")),
            blank(),
            points(ranking.mean_index.as_ref(), rounding),
            blank(),
        ]));
    }
    table.when_empty = Some(centre(lang.word("Không có đơn vị nào được xếp hạng.", "No unit is ranked.")).italic());
    let widths = [12, 46, 14, 14, 14];
    (widths.into_iter().take(if graded { 5 } else { 4 }).collect(), table)
}
