//! `de-xuat-khen-thuong.xlsx`: who is proposed for which award, and why; the council decides.

use super::cell::{Cell, Tone, blank, centre, count, text};
use super::page::{Block, Book, Page, Signature, Signatures, Table};
use super::words::{self, name_with_mark, points, remarks, unit_name};
use crate::award::{AwardRule, Considered, Quota, Shortlist};
use crate::figure::{AwardId, UnitId};
use crate::points::Points;
use crate::results::Results;
use crate::text::Text;

/// What the whole file is, said on every sheet.
const PROPOSAL: &str =
    "Đây là đề xuất lập từ kết quả chấm điểm; Hội đồng Thi đua - Khen thưởng xem xét, trình Chủ tịch UBND tỉnh quyết định.";

/// What the two columns of over-claims mean.
const OVER_CLAIM: &str = "Chênh lệch tự chấm: điểm tự đánh giá trừ điểm được công nhận, cộng các tiêu chí thành phần. \
     “Bù trừ”: tính cả các tiêu chí tự chấm thấp hơn; “chỉ phần cao hơn”: không bù trừ.";

/// Makes the book.
pub fn award_proposal(results: &Results<'_>) -> Book {
    let title = format!("Đề xuất khen thưởng cải cách hành chính năm {}", results.campaign.year);
    let mut book = Book::new(title, results.campaign);
    book.pages.push(proposal(results));
    book.pages.extend(results.shortlists.iter().map(|list| considered(list, results)));
    book
}

/// Makes the page that is signed: chosen, and tied at the edge, award by award.
fn proposal(results: &Results<'_>) -> Page {
    let campaign = results.campaign;
    let mut page = Page::new("Đề xuất", campaign, false, &[6, 32, 7, 12, 58]);
    page.letterhead(campaign);
    let title = format!("ĐỀ XUẤT KHEN THƯỞNG TẬP THỂ CÓ THÀNH TÍCH\nTRONG CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM {}", campaign.year);
    page.title(title, campaign, remarks(results));
    page.paragraph(centre(PROPOSAL).italic());
    if results.shortlists.is_empty() {
        page.gap();
        page.paragraph(centre("Đợt đánh giá không khai báo danh hiệu nào."));
    }
    for list in results.shortlists {
        let award = &list.award;
        page.heading(&award.name);
        page.paragraph(text(summary(list)).italic());
        if list.chosen.is_empty() {
            page.paragraph(text("Không có đơn vị nào được đề xuất."));
        } else {
            page.table(table(list, &list.chosen, Tone::None, results));
        }
        if !list.tied_at_edge.is_empty() {
            let open = list.quota.saturating_sub(list.chosen.len());
            let words = format!("Bằng nhau ở ranh giới chỉ tiêu, còn {open} chỉ tiêu, đề nghị Hội đồng quyết định:");
            page.paragraph(text(words).bold().tone(Tone::Alarm));
            page.table(table(list, &list.tied_at_edge, Tone::Odd, results));
        }
    }
    page.gap();
    page.blocks.push(signatures(results));
    page
}

/// Names a unit, with a mark where its result is provisional.
fn marked(unit: &UnitId, results: &Results<'_>) -> String {
    results.place(unit).map_or_else(|| unit_name(results, unit).to_owned(), |(_, row)| name_with_mark(results, row))
}

/// Makes the table of units of an award with their reasons.
pub(super) fn table(list: &Shortlist, units: &[UnitId], tone: Tone, results: &Results<'_>) -> Table {
    let mut table = Table::new(["STT", "Đơn vị", "Hạng", "Chỉ số (%)", "Lý do"].map(centre));
    for (n, unit) in units.iter().enumerate() {
        let considered = list.considered.iter().find(|considered| &considered.unit == unit);
        let reasons = considered.map(reasons).unwrap_or_default();
        let [place, index] = standing(unit, results);
        table.row([count(n + 1), text(marked(unit, results)).bold(), place, index, text(reasons)].map(|cell| cell.tone(tone)));
    }
    table
}

/// Gives a unit's place and index.
fn standing(unit: &UnitId, results: &Results<'_>) -> [Cell; 2] {
    results
        .place(unit)
        .map_or_else(|| [blank(), blank()], |(ranking, row)| [words::place(row), points(row.index.as_ref(), ranking.group.rounding)])
}

/// Joins the reasons of a unit, a line each.
fn reasons(considered: &Considered) -> String {
    Text::join(&considered.reasons, "\n").vi
}

/// Says what an award asks and how its quota came out.
fn summary(list: &Shortlist) -> String {
    let (quota, chosen, tied) = (list.quota, list.chosen.len(), list.tied_at_edge.len());
    let tied = if tied == 0 { String::new() } else { format!(", chờ Hội đồng quyết định {tied}") };
    format!("Chỉ tiêu: {quota}; đề nghị {chosen}{tied}.")
}

/// Lists an award's conditions in words.
fn conditions(award: &AwardRule, results: &Results<'_>) -> String {
    let groups = results.ranking.groups.iter().filter(|ranking| award.groups.contains(&ranking.group.id));
    let names = groups.map(|ranking| ranking.group.name.as_str()).collect::<Vec<_>>().join("; ");
    let mut parts = vec![format!("Xét trong: {names}")];
    let called = |id: &AwardId| {
        results.shortlists.iter().find(|other| other.award.id == *id).map_or_else(|| id.to_string(), |other| other.award.name.clone())
    };
    parts.extend(award.conditions.iter().map(|condition| condition.asks(&called).vi));
    if let Quota::Share { share, up } = &award.quota {
        let percent = (share * &Points::hundred()).plain_vi();
        let whole = if *up { "làm tròn lên" } else { "làm tròn xuống" };
        let of = if award.per_group { " của từng khối" } else { "" };
        parts.push(format!("chỉ tiêu {percent}% số đơn vị được xếp hạng{of}, {whole}"));
    } else if award.per_group {
        parts.push("chỉ tiêu tính riêng từng khối".into());
    }
    for (group, places) in &award.reserved {
        let name =
            results.ranking.groups.iter().find(|ranking| ranking.group.id == *group).map_or(group.as_str(), |ranking| &ranking.group.name);
        parts.push(format!("dành riêng {places} chỉ tiêu cho {name}"));
    }
    if !award.excluded.is_empty() {
        parts.push(format!("không xét {} đơn vị nêu tên", award.excluded.len()));
    }
    let order = match award.order.as_slice() {
        [] if award.groups.len() > 1 => "xếp theo chỉ số chưa làm tròn giữa các khối".to_owned(),
        [] => "xếp theo hạng trong khối".to_owned(),
        order => format!("xếp theo {}, rồi theo hạng trong khối", order.iter().map(|by| by.name().vi).collect::<Vec<_>>().join(", ")),
    };
    parts.push(order);
    format!("{}.", parts.join("; "))
}

/// Makes the page of an award: every unit of its groups, with its reasons.
fn considered(list: &Shortlist, results: &Results<'_>) -> Page {
    let campaign = results.campaign;
    let mut page = Page::new(format!("Bảng xét – {}", list.award.name), campaign, true, &[6, 34, 24, 7, 11, 18, 58, 11, 11]);
    page.title(format!("XÉT ĐỀ XUẤT “{}”", list.award.name), campaign, remarks(results));
    page.paragraph(centre(PROPOSAL).italic());
    page.paragraph(text(conditions(&list.award, results)));
    page.paragraph(text(summary(list)));
    page.paragraph(text(OVER_CLAIM).italic());
    let head = [
        "STT",
        "Đơn vị",
        "Khối",
        "Hạng",
        "Chỉ số (%)",
        "Kết quả xét",
        "Lý do",
        "Chênh lệch tự chấm (bù trừ)",
        "Chênh lệch tự chấm (chỉ phần cao hơn)",
    ];
    let mut table = Table::main(head.map(centre), 2);
    for (n, unit) in list.considered.iter().enumerate() {
        let tied = list.tied_at_edge.contains(&unit.unit);
        let (verdict, tone) = match (unit.chosen, tied, unit.eligible) {
            (true, ..) => ("Đề xuất", Tone::Good),
            (_, true, _) => ("Chờ Hội đồng quyết định", Tone::Odd),
            (.., true) => ("Đủ điều kiện, vượt chỉ tiêu", Tone::None),
            _ => ("Không đủ điều kiện", Tone::Out),
        };
        let [place, index] = standing(&unit.unit, results);
        let group = results.place(&unit.unit).map_or("", |(ranking, _)| &ranking.group.name);
        let name = text(marked(&unit.unit, results));
        let [net, positive] = over_claimed(&unit.unit, results);
        table.row([count(n + 1), name, text(group), place, index, centre(verdict).tone(tone), text(reasons(unit)), net, positive]);
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

/// Leaves room for signatures.
fn signatures(results: &Results<'_>) -> Block {
    let campaign = results.campaign;
    let sign = |title: &str, how: &str| Signature { title: title.to_uppercase(), how: how.into(), name: None };
    let (title, name) =
        campaign.signatory.as_ref().map_or(("THỦ TRƯỞNG CƠ QUAN", None), |who| (who.title.as_str(), who.name.clone()));
    Block::Signatures(Signatures {
        // A letter that names its place is dated at its head.
        day: if campaign.place.is_some() { String::new() } else { "…………, ngày …… tháng …… năm ………".into() },
        left: sign("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"),
        right: Signature { name, ..sign(title, "(Ký tên, đóng dấu)") },
    })
}
