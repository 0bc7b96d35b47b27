//! `de-xuat-khen-thuong.xlsx`: the list that the council votes on and signs, then a page for each award with every reason.

use super::cell::{Cell, Tone, blank, centre, count, text};
use super::documents::title_of_head;
use super::page::{Block, Book, Main, Page, Signature, Signatures, Table};
use super::proposed::{self, HEAD};
use super::words::{points, remarks};
use crate::award::Shortlist;
use crate::figure::UnitId;
use crate::results::Results;

/// What the whole file is, said on every sheet.
const PROPOSAL: &str =
    "Đây là đề xuất lập từ kết quả chấm điểm; Hội đồng Thi đua - Khen thưởng xem xét, trình Chủ tịch UBND tỉnh quyết định.";

/// What the two columns of over-claims mean.
const OVER_CLAIM: &str = "Chênh lệch tự chấm: điểm tự đánh giá trừ điểm được công nhận, cộng các tiêu chí thành phần. \
     “Bù trừ”: tính cả các tiêu chí tự chấm thấp hơn; “chỉ phần cao hơn”: không bù trừ.";

/// Columns of the list that the council fills in.
const VOTES: [&str; 2] = ["Số phiếu đồng ý", "Tổng số phiếu"];

/// Rows left between two pairs of signatures.
const SIGNING: usize = 4;

/// Makes the book.
pub fn award_proposal(results: &Results<'_>) -> Book {
    let title = format!("Đề xuất khen thưởng cải cách hành chính năm {}", results.campaign.year);
    let mut book = Book::new(title, results);
    book.pages.push(proposal(results));
    book.pages.extend(results.shortlists.iter().enumerate().map(|(n, list)| considered(n + 1, list, results)));
    book
}

/// Makes the list that is signed: chosen, and tied at the edge, award by award, with room for the votes.
fn proposal(results: &Results<'_>) -> Page {
    let campaign = results.campaign;
    let mut page = Page::new("Danh sách đề nghị", campaign, true, &[5, 30, 22, 10, 10, 12, 28, 34, 9, 9]);
    page.letterhead(results);
    let title = format!("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG TẬP THỂ CÓ THÀNH TÍCH\nTRONG CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM {}", campaign.year);
    page.title(title, campaign, remarks(results));
    page.paragraph(centre(PROPOSAL).italic());
    page.gap();
    if results.shortlists.is_empty() {
        page.paragraph(centre("Đợt đánh giá không khai báo danh hiệu nào."));
    } else {
        page.paragraph(text(
            "Thành viên Hội đồng dự họp: ……/……; số phiếu phát ra: ……; thu về: ……; hợp lệ: ……. \
             Lý do của từng đơn vị, kể cả đơn vị không được đề nghị: xem trang của từng danh hiệu.",
        ));
        page.table(list(results));
    }
    page.gap();
    page.blocks.push(signatures(results));
    if !results.shortlists.is_empty() {
        // Room to sign above it.
        (0..SIGNING).for_each(|_| page.gap());
        page.blocks.push(council());
    }
    page
}

/// Makes the table of the list: a heading for each award, and its units.
fn list(results: &Results<'_>) -> Table {
    let mut table = Table::new(HEAD.into_iter().chain(VOTES).map(|words| centre(words).size(11)));
    // Its heading is repeated on every page, but does not stay in sight below letterhead and title.
    table.main = Some(Main { fixed: 0, filter: false, pages: 1 });
    let over_all = |words: String| vec![text(words).span(u16::try_from(HEAD.len() + VOTES.len()).unwrap_or(u16::MAX))];
    let add = |table: &mut Table, rows: Vec<Vec<Cell>>| {
        table.rows.extend(rows.into_iter().map(|row| row.into_iter().chain([blank(), blank()]).collect()));
    };
    for (n, list) in results.shortlists.iter().enumerate() {
        let heading = format!("{}. {}. {}", n + 1, proposed::called(list, results), proposed::summary(list));
        table.rows.push(over_all(heading).into_iter().map(|cell| cell.bold().tone(Tone::Area)).collect());
        if list.chosen.is_empty() {
            table.rows.push(over_all("Không có đơn vị nào được đề nghị.".into()));
        }
        add(&mut table, proposed::rows(list, &list.chosen, Tone::None, results));
        if !list.tied_at_edge.is_empty() {
            table.rows.push(over_all(proposed::at_edge(list)).into_iter().map(|cell| cell.bold().tone(Tone::Alarm)).collect());
            add(&mut table, proposed::rows(list, &list.tied_at_edge, Tone::Odd, results));
        }
    }
    table
}

/// Makes the page of an award: every unit of its groups, with its reasons.
fn considered(n: usize, list: &Shortlist, results: &Results<'_>) -> Page {
    let campaign = results.campaign;
    let called = proposed::called(list, results);
    // The number tells sheets apart whose names are cut alike.
    let mut page = Page::new(format!("{n}. {called}"), campaign, true, &[5, 32, 22, 10, 10, 12, 18, 58, 11, 11]);
    page.title(format!("BẢNG XÉT {n}: {}", called.to_uppercase()), campaign, remarks(results));
    page.paragraph(centre(PROPOSAL).italic());
    page.paragraph(text(proposed::conditions(list, results)));
    page.paragraph(text(proposed::summary(list)));
    page.paragraph(text(OVER_CLAIM).italic());
    let head = [
        "STT",
        "Đơn vị",
        "Khối",
        "Hạng trong khối",
        "Chỉ số (%)",
        "Xếp loại",
        "Kết quả xét",
        "Lý do",
        "Chênh lệch tự chấm (bù trừ)",
        "Chênh lệch tự chấm (chỉ phần cao hơn)",
    ];
    let mut table = Table::main(head.map(|words| centre(words).size(11)), 2);
    for (n, unit) in list.considered.iter().enumerate() {
        let tied = list.tied_at_edge.contains(&unit.unit);
        let (verdict, tone) = match (unit.chosen, tied, unit.eligible) {
            (true, ..) => ("Đề nghị khen thưởng", Tone::Good),
            (_, true, _) => ("Chờ Hội đồng quyết định", Tone::Odd),
            (.., true) => ("Đủ điều kiện, vượt chỉ tiêu", Tone::None),
            _ => ("Không đủ điều kiện", Tone::Out),
        };
        let [group, place, index, grade] = proposed::standing(&unit.unit, results);
        let name = text(proposed::marked(&unit.unit, results));
        let [net, positive] = over_claimed(&unit.unit, results);
        let reasons = text(proposed::reasons(unit));
        table.row([count(n + 1), name, group, place, index, grade, centre(verdict).tone(tone), reasons, net, positive]);
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

/// Leaves room for the signatures of the office that makes the list.
fn signatures(results: &Results<'_>) -> Block {
    let campaign = results.campaign;
    let sign = |title: &str, how: &str| Signature { title: title.to_uppercase(), how: how.into(), name: None };
    let name = campaign.signatory.as_ref().and_then(|who| who.name.clone());
    Block::Signatures(Signatures {
        // A letter that names its place is dated at its head.
        day: if campaign.place.is_some() { String::new() } else { UNDATED.into() },
        left: sign("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"),
        right: Signature { name, ..sign(&title_of_head(campaign), "(Ký tên, đóng dấu)") },
    })
}

/// Leaves room for the signatures of the council that votes on the list.
fn council() -> Block {
    let sign = |title: &str| Signature { title: title.into(), how: "(Ký, ghi rõ họ tên)".into(), name: None };
    Block::Signatures(Signatures {
        day: UNDATED.into(), left: sign("THƯ KÝ HỘI ĐỒNG"), right: sign("TM. HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG")
    })
}

/// Room for place and day.
const UNDATED: &str = "…………, ngày …… tháng …… năm ………";
