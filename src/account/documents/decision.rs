//! Dự thảo quyết định công bố: the decision by which whoever decides makes the results known.

use super::super::cell::{Cell, blank, centre, text};
use super::super::document::{Document, Head, OPEN, Part};
use super::super::page::Table;
use super::super::words::{name_with_mark, place, points};
use super::results_report::below;
use super::wording::{add_remarks, authority, basis, dated, decides, head_of_office, in_full, office, recipients};
use crate::ranking::{GroupRanking, Status};
use crate::results::Results;

/// Makes the document.
pub fn decision(results: &Results<'_>) -> Document {
    let campaign = results.campaign;
    let (year, sent_by, who) = (campaign.year, office(campaign), in_full(&decides(campaign)));
    let about = format!("Về việc công bố kết quả Chỉ số cải cách hành chính năm {year}");
    let mut document = Document::new(format!("Dự thảo quyết định: {about}"), results);
    // What is sent to be signed says that it is a draft, once.
    let notice = campaign.notice.as_deref().filter(|notice| !notice.to_uppercase().contains(DRAFT));
    document.notice =
        Some(notice.map_or_else(|| campaign.notice.clone().unwrap_or_else(|| DRAFT.into()), |notice| format!("{DRAFT} – {notice}")));
    document.add(Part::Head(Head {
        superior: None,
        office: two_lines(&in_full(&authority(campaign))).to_uppercase(),
        number: format!("Số: {OPEN}/{}", symbol(&who)),
        about: None,
        dated: dated(campaign),
    }));
    document.add(Part::Title { kind: "QUYẾT ĐỊNH".into(), about });
    document.add(Part::DecidedBy(who.to_uppercase()));
    basis(&mut document, results);
    let head = head_of_office(campaign);
    document.add(Part::Basis(format!("Theo đề nghị của {head} tại Tờ trình số {OPEN}/TTr-{OPEN} ngày …… tháng …… năm ………,")));
    document.add(Part::Decides("QUYẾT ĐỊNH:".into()));
    let ranked: usize = results.ranking.groups.iter().map(|ranking| ranking.counted).sum();
    let groups = results.ranking.groups.iter().map(|ranking| format!("{} ({} đơn vị)", ranking.group.name, ranking.counted));
    let groups = groups.collect::<Vec<_>>().join("; ");
    document.led(
        "Điều 1.",
        format!(
            "Công bố kết quả Chỉ số cải cách hành chính năm {year} của {ranked} đơn vị được xếp hạng, gồm: {groups} (chi tiết tại Phụ lục kèm theo)."
        ),
    );
    document.led(
        "Điều 2.",
        format!(
            "Căn cứ kết quả được công bố, các cơ quan, đơn vị rà soát, xác định nguyên nhân và có giải pháp khắc phục các tiêu chí chưa đạt điểm tối đa. {sent_by} theo dõi, đôn đốc việc thực hiện."
        ),
    );
    document.led(
        "Điều 3.",
        format!(
            "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng {}, {head}, Thủ trưởng các cơ quan, đơn vị có tên tại Phụ lục và các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.",
            authority(campaign)
        ),
    );
    document.add(Part::Close {
        recipients: recipients(campaign, "Như Điều 3"),
        signed: vec![if who.starts_with("Chủ tịch") { "CHỦ TỊCH".into() } else { OPEN.into() }],
        name: "………………………".into(),
    });
    annex(&mut document, results, &who);
    document
}

/// Gives the symbol of a decision.
fn symbol(who: &str) -> String {
    format!("QĐ-{}", if who.starts_with("Chủ tịch") { "UBND" } else { OPEN })
}

/// What a draft says of itself.
const DRAFT: &str = "DỰ THẢO";

/// Parts the name of a people's committee as its letterhead does: the committee, then its place.
fn two_lines(name: &str) -> String {
    name.strip_prefix(COMMITTEE).map_or_else(|| name.to_owned(), |place| format!("{COMMITTEE}\n{}", place.trim_start()))
}

/// A people's committee, written out.
const COMMITTEE: &str = "Ủy ban nhân dân";

/// Adds the annex of places.
fn annex(document: &mut Document, results: &Results<'_>, who: &str) {
    document.add(Part::Annex {
        number: "PHỤ LỤC".into(),
        about: format!("Kết quả Chỉ số cải cách hành chính năm {}", results.campaign.year),
        of: format!("(Kèm theo Quyết định số {OPEN}/{} ngày …… tháng …… năm ……… của {who})", symbol(who)),
    });
    for (n, ranking) in results.ranking.groups.iter().enumerate() {
        let (widths, table) = places(ranking, results);
        document.table(format!("{}. {}", roman(n + 1), ranking.group.name), &widths, table);
        for words in below(ranking, results) {
            document.remark(words);
        }
    }
    add_remarks(document, results);
}

/// Counts parts as official documents do; past the list in figures.
fn roman(n: usize) -> String {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    n.checked_sub(1).and_then(|at| ROMAN.get(at)).map_or_else(|| n.to_string(), |roman| (*roman).to_owned())
}

/// Makes the table of places of a group, with the mean below.
fn places(ranking: &GroupRanking, results: &Results<'_>) -> (Vec<u32>, Table) {
    let rounding = ranking.group.rounding;
    let graded = !ranking.group.grades.is_empty();
    let kept = |cells: [Cell; 5]| cells.into_iter().take(if graded { 5 } else { 4 }).collect::<Vec<_>>();
    let mut table = Table::new(kept(["Thứ hạng", "Đơn vị", "Tổng điểm", "Chỉ số (%)", "Xếp loại"].map(centre)));
    for row in ranking.rows.iter().filter(|row| row.status == Status::Ranked) {
        table.row(kept([
            place(row),
            text(name_with_mark(results, row)),
            points(row.points.as_ref(), rounding),
            points(row.index.as_ref(), rounding).bold(),
            centre(row.grade.clone().unwrap_or_default()),
        ]));
    }
    if ranking.counted > 0 {
        table.sum(kept([centre(""), text("Giá trị trung bình"), blank(), points(ranking.mean_index.as_ref(), rounding), blank()]));
    }
    table.when_empty = Some(centre("Không có đơn vị nào được xếp hạng.").italic());
    let widths = [12, 46, 14, 14, 14];
    (widths.into_iter().take(if graded { 5 } else { 4 }).collect(), table)
}
