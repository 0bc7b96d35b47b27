//! `de-xuat-khen-thuong.xlsx`: the list that the council votes on and signs, then a page for each award with every reason.

use super::cell::{Cell, Tone, blank, centre, count, text};
use super::documents::{council, decides, proposes_anybody};
use super::page::{Book, Main, Page, Paper, Table};
use super::proposed::{self, HEAD, named};
use super::signing;
use super::words::{points, remarks};
use super::{appraised, attached};
use crate::award::Shortlist;
use crate::figure::UnitId;
use crate::results::Results;
use crate::text::{Words, said};

/// Says what the list is, and who decides.
fn proposal_only(results: &Results<'_>) -> String {
    let (campaign, lang) = (results.campaign, results.lang);
    let (council, who) = (council(campaign, lang), decides(campaign, lang));
    said!(
        lang,
        "Danh sách đề nghị này lập từ kết quả chấm điểm; {council} xem xét, trình {who} quyết định.",
        "This is a proposal made from the scores; {council} considers it and submits it to {who} for decision."
    )
}

/// What the two columns of over-claims mean.
const OVER_CLAIM: Words = Words {
    vi: "Chênh lệch tự chấm: điểm tự đánh giá trừ điểm được công nhận, cộng các tiêu chí thành phần. \
         “Bù trừ”: trừ đi phần tự chấm thấp hơn; “tự chấm cao hơn kết quả công nhận”: không bù trừ.",
    en: "Over-claim: points claimed less points accepted, added up over the sub-criteria. \
         “Net”: less those that were claimed too low; else without them.",
};

/// Column of the group on the page of an award.
const GROUP: usize = 2;

/// Columns of the list that the council fills in.
const VOTES: [(&str, &str); 2] = [("Số phiếu đồng ý", "Votes in favour"), ("Tổng số phiếu", "Votes in all")];

/// Makes the book.
pub fn award_proposal(results: &Results<'_>) -> Book {
    let (lang, year) = (results.lang, results.campaign.year);
    let title = said!(
        lang,
        "Đề xuất khen thưởng cải cách hành chính năm {year}",
        "Proposed commendations for public administration reform, {year}"
    );
    let mut book = Book::new(title, results);
    book.pages.push(proposal(results));
    book.pages.extend(results.shortlists.iter().enumerate().map(|(n, list)| considered(n + 1, list, results)));
    book
}

/// Makes the list that is signed: chosen, and tied at the edge, award by award, with room for the votes.
fn proposal(results: &Results<'_>) -> Page {
    let (campaign, lang, year) = (results.campaign, results.lang, results.campaign.year);
    let mut page = Page::new(lang.word("Danh sách đề nghị", "Proposed units"), campaign, true, &[5, 38, 26, 13, 10, 12, 47, 9, 9]);
    page.letterhead(Paper::Listed, results);
    let title = said!(
        lang,
        "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG TẬP THỂ CÓ THÀNH TÍCH\nTRONG CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM {year}",
        "COLLECTIVES PROPOSED FOR COMMENDATION FOR ACHIEVEMENTS\nIN PUBLIC ADMINISTRATION REFORM IN {year}"
    );
    page.title(title, campaign, remarks(results));
    if proposes_anybody(results) {
        page.paragraph(centre(attached::to_request(results)).italic());
    }
    appraised::warn(&mut page, results);
    page.paragraph(centre(proposal_only(results)).italic());
    signing::basis(&mut page, results);
    page.gap();
    if results.shortlists.is_empty() {
        page.paragraph(centre(lang.word("Đợt đánh giá không quy định hình thức khen thưởng nào.", "The campaign has no award.")));
    } else {
        page.paragraph(text(lang.word(
            "Lý do của từng đơn vị, kể cả đơn vị không được đề nghị: xem trang của từng hình thức khen thưởng.",
            "The reasons for every unit, also those not proposed, are on the sheet of each award.",
        )));
        if let Some(words) = proposed::errors_of_nobody(results) {
            page.paragraph(text(words).bold().tone(Tone::Alarm));
        }
        page.table(list(results));
    }
    if results.shortlists.is_empty() {
        signing::close(&mut page, results, &[]);
    } else {
        let ballots = lang.word(
            "Thành viên Hội đồng dự họp: ……/……; số phiếu phát ra: ……; thu về: ……; hợp lệ: ……. Số phiếu của từng đơn vị ghi tại danh sách.",
            "Members of the Council present: ……/……; ballots handed out: ……; returned: ……; valid: ……. The votes for each unit stand in the list.",
        );
        signing::close_with_votes(&mut page, results, &council(campaign, lang), ballots);
    }
    page
}

/// Makes the table of the list: a heading for each award, and its units.
fn list(results: &Results<'_>) -> Table {
    let lang = results.lang;
    let mut table = Table::new(named(lang.each(HEAD)).chain(lang.each(VOTES)).map(|words| centre(words).size(11)));
    // Its heading is repeated on every page, but does not stay in sight below letterhead and title.
    table.main = Some(Main { fixed: 0, filter: false, pages: 1 });
    let over_all = |words: String| vec![text(words).span(u16::try_from(named(HEAD).count() + VOTES.len()).unwrap_or(u16::MAX))];
    let add = |table: &mut Table, rows: Vec<Vec<Cell>>| {
        table.rows.extend(rows.into_iter().map(|row| named(row).chain([blank(), blank()]).collect()));
    };
    for (n, list) in results.shortlists.iter().enumerate() {
        let heading = format!("{}. {}. {}", n + 1, list.called, proposed::summary(list, lang));
        table.rows.push(over_all(heading).into_iter().map(|cell| cell.bold().tone(Tone::Area)).collect());
        if list.chosen.is_empty() {
            table.rows.push(over_all(lang.word("Không có đơn vị nào được đề nghị.", "No unit is proposed.").into()));
        }
        add(&mut table, proposed::rows(list, &list.chosen, Tone::None, results));
        for edge in &list.edges {
            table.rows.push(over_all(proposed::at_edge(edge, results)).into_iter().map(|cell| cell.bold().tone(Tone::Alarm)).collect());
            add(&mut table, proposed::rows(list, &edge.units, Tone::Odd, results));
        }
    }
    table
}

/// Makes the page of an award: every unit of its groups, with its reasons.
fn considered(n: usize, list: &Shortlist, results: &Results<'_>) -> Page {
    let (campaign, lang) = (results.campaign, results.lang);
    let called = list.called.as_str();
    let in_capitals = called.to_uppercase();
    // The number tells sheets apart whose names are cut alike.
    let in_one = !proposed::names_groups(list);
    // A group that all share is said above; its room goes to the reasons.
    let widths: &[u32] = if in_one { &[5, 32, 10, 10, 12, 18, 80, 11, 11] } else { &[5, 32, 22, 10, 10, 12, 18, 58, 11, 11] };
    let mut page = Page::new(format!("{n}. {called}"), campaign, true, widths);
    let title = said!(lang, "BẢNG XÉT {n}: {in_capitals}", "UNITS CONSIDERED, {n}: {in_capitals}");
    page.title(title, campaign, remarks(results));
    appraised::warn(&mut page, results);
    page.paragraph(centre(proposal_only(results)).italic());
    page.paragraph(text(proposed::conditions(list, results)));
    page.paragraph(text(proposed::summary(list, lang)));
    page.paragraph(text(OVER_CLAIM.get(lang)).italic());
    let head = lang.each([
        ("STT", "No."),
        ("Đơn vị", "Unit"),
        ("Khối", "Group"),
        ("Hạng trong khối", "Place in its group"),
        ("Chỉ số (%)", "Index (%)"),
        ("Xếp loại", "Grade"),
        ("Kết quả xét", "Outcome"),
        ("Lý do", "Reasons"),
        ("Chênh lệch tự chấm (bù trừ)", "Over-claim (net)"),
        ("Tự chấm cao hơn kết quả công nhận", "Over-claim"),
    ]);
    let shown = |cells: [Cell; 10]| cells.into_iter().enumerate().filter(|(n, _)| !in_one || *n != GROUP).map(|(_, cell)| cell);
    let mut table = Table::main(shown(head.map(|words| centre(words).size(11))), 2);
    for (n, unit) in list.considered.iter().enumerate() {
        let tied = list.tied_at_edge.contains(&unit.unit);
        let (verdict, tone) = match (unit.chosen, tied, unit.eligible) {
            (true, ..) => (lang.word("Đề nghị khen thưởng", "Proposed"), Tone::Good),
            (_, true, _) => (lang.word("Chờ Hội đồng xem xét, lựa chọn", "Left to the Council"), Tone::Odd),
            (.., true) => (lang.word("Đủ điều kiện, vượt chỉ tiêu", "Eligible, beyond the quota"), Tone::None),
            _ => (lang.word("Không đủ điều kiện", "Not eligible"), Tone::Out),
        };
        let [group, place, index, grade] = proposed::standing(&unit.unit, results);
        let name = text(proposed::marked(&unit.unit, results));
        let [net, positive] = over_claimed(&unit.unit, results);
        let reasons = text(proposed::reasons(unit, results));
        table.row(shown([count(n + 1), name, group, place, index, grade, centre(verdict).tone(tone), reasons, net, positive]));
    }
    page.table(table);
    page
}

/// Gives what a unit claimed above what came of it: net, and without what it claimed too low.
fn over_claimed(unit: &UnitId, results: &Results<'_>) -> [Cell; 2] {
    let rounding = results.place(unit).map(|(ranking, _)| ranking.group.rounding).unwrap_or_default();
    let card = results.cards.get(unit).filter(|card| card.submitted);
    let over = card.map(|card| [card.over_claim_net(), card.over_claim_positive()]);
    over.map_or_else(|| [blank(), blank()], |over| over.map(|over| points(Some(&over), rounding)))
}
