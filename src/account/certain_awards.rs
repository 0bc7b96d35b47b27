//! Who would be proposed for which award over the draws: a part of the page that says how sure the order is.

use super::cell::{Cell, centre, count, number, text};
use super::page::{Page, Table};
use super::words::unit_name;
use crate::award::Shortlist;
use crate::certainty::{AwardCertainty, Certainty, GroupCertainty, UnitCertainty};
use crate::points::{Points, RoundingMode};
use crate::results::Results;

/// Adds a table of the awards that are open to the group.
pub fn add(page: &mut Page, of_group: &GroupCertainty, certainty: &Certainty, results: &Results<'_>) {
    let open: Vec<&Shortlist> = results.shortlists.iter().filter(|list| list.award.groups.contains(&of_group.group)).collect();
    if open.is_empty() {
        return;
    }
    let lang = results.lang;
    page.heading(lang.word("Đề nghị khen thưởng khi tính thử", "Award proposals in the trials"));
    let head = [
        lang.word("Hạng", "Place"),
        lang.word("Khen thưởng, đơn vị", "Award, unit"),
        lang.word("Đề nghị chính thức", "Officially"),
        lang.word("Được đề nghị (%)", "Proposed (%)"),
        lang.word("Bằng nhau (%)", "Equal (%)"),
    ];
    let mut table = Table::new(head.map(|words| centre(words).size(11)));
    for list in open {
        table.row([text(list.called.as_str()).bold().span(5)]);
        of_award(&mut table, list, of_group, certainty, results);
    }
    page.table(table);
    page.paragraph(
        text(lang.word(
            "Mỗi lần tính thử đều xét theo đúng điều kiện, chỉ tiêu và thứ tự ưu tiên của đợt, trên chỉ số, thứ hạng của lần đó; điểm từng tiêu chí, lỗi, ngày gửi, diện kỷ luật giữ như chính thức. Bằng nhau ở vị trí cuối của chỉ tiêu thì không đơn vị nào được chọn, để Hội đồng xem xét, lựa chọn, nên ghi ở cột riêng. Đơn vị không nêu trong bảng là đơn vị không được đề nghị trong lần tính thử nào. Tỷ lệ chỉ cho biết đề nghị phụ thuộc đến đâu vào trọng số và những điểm còn chưa chắc, không phải xác suất đơn vị xứng đáng hơn, và không thay cho danh sách đề nghị.",
            "Each trial proposes by the conditions, quotas and order of preference of the campaign, on the indexes and places of that trial; points of single criteria, errors, days of arrival and disciplinary flags stay as they are officially. Of units that are equal at the edge of a quota none is chosen, since the council chooses: they have a column of their own. Units that are not listed were proposed in no trial. The shares say how much a proposal depends on the weights and on points that are still open; they are no probability that a unit deserves more, and do not replace the list proposed.",
        ))
        .italic(),
    );
}

/// Adds the units that are proposed for an award in some draw, or officially.
fn of_award(table: &mut Table, list: &Shortlist, of_group: &GroupCertainty, certainty: &Certainty, results: &Results<'_>) {
    let lang = results.lang;
    let units = of_group.units.iter().filter_map(|unit| Some((unit, unit.awards.iter().find(|one| one.award == list.award.id)?)));
    let mut named: Vec<(&UnitCertainty, &AwardCertainty)> =
        units.filter(|(unit, of)| of.chosen > 0 || of.at_edge > 0 || list.chosen.contains(&unit.unit)).collect();
    named.sort_by_key(|(unit, of)| (std::cmp::Reverse((of.chosen, of.at_edge)), unit.place));
    if named.is_empty() {
        let none = lang.word("Không có lần tính nào đề nghị đơn vị của khối này.", "No trial proposes a unit of this group.");
        table.row([text(""), text(none).italic().span(4)]);
    }
    for (unit, of) in named {
        let official = if list.chosen.contains(&unit.unit) {
            lang.word("có", "yes")
        } else if list.tied_at_edge.contains(&unit.unit) {
            lang.word("bằng nhau", "equal")
        } else {
            ""
        };
        let (chosen, at_edge) = (share(certainty, of.chosen), if of.at_edge > 0 { share(certainty, of.at_edge) } else { text("") });
        table.row([count(unit.place), text(unit_name(results, &unit.unit)), centre(official), chosen.bold(), at_edge]);
    }
}

/// Gives a share of draws in percent, with one decimal.
fn share(certainty: &Certainty, draws: u32) -> Cell {
    let percent = &certainty.share(draws) * &Points::hundred();
    number(&percent.round(1, RoundingMode::HalfUp), 1)
}
