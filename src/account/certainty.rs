//! Page of a group: how sure its order is, with intervals drawn, pairs that can't be told apart, and the order without each
//! criterion.

use std::cmp::Reverse;

use super::cell::{Cell, Tone, centre, count, number, text};
use super::page::{Drawing, Ink, Page, Series, Table};
use super::words::{NONE, name_with_mark, place, points, ranked, remarks_of, unit_name};
use crate::certainty::{Assumptions, Certainty, GroupCertainty, LEFT_OUT, UnitCertainty, Without};
use crate::criteria::CriteriaSet;
use crate::figure::UnitId;
use crate::points::{Points, RoundingMode, vietnamese};
use crate::ranking::{GroupRanking, Row};
use crate::results::Results;

/// Units of one picture: so many that a page takes the table and the picture beside it.
pub const ROWS_OF_A_PICTURE: usize = 22;
/// Places from the top of which the share of draws is printed.
const FIRST: usize = 3;
/// Units that are named beside one that can't be told from them.
const NAMED: usize = 4;

/// Makes the page; `None` where nothing was drawn for the group.
pub fn page(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Option<Page> {
    let certainty = results.certainty?;
    let of_group = certainty.groups.iter().find(|of| of.group == ranking.group.id)?;
    let (group, campaign) = (&ranking.group, results.campaign);
    let mut page = Page::new(format!("Độ chắc chắn – {}", group.name), campaign, true, &[7, 40, 11, 12, 10, 10, 84]);
    let title = format!("MỨC ĐỘ CHẮC CHẮN CỦA THỨ HẠNG NĂM {}: {}", campaign.year, group.name.to_uppercase());
    page.title(title, campaign, remarks_of(group, results));
    page.paragraph(
        text(
            "Thông tin tham khảo bên cạnh thứ hạng chính thức, không thay thế và không làm thay đổi thứ hạng. Các tỷ lệ cho biết thứ hạng phụ thuộc đến đâu vào trọng số và vào những điểm còn chưa chắc; đó không phải xác suất đơn vị này tốt hơn đơn vị kia.",
        )
        .bold(),
    );
    let units: Vec<(&Row, &UnitCertainty)> =
        ranked(ranking, results).filter_map(|(row, _)| Some((row, of_group.units.iter().find(|unit| unit.unit == row.unit)?))).collect();
    page.heading("Khoảng hạng của từng đơn vị");
    for (n, part) in units.chunks(ROWS_OF_A_PICTURE).enumerate() {
        if n > 0 {
            page.gap();
        }
        page.table(intervals(part, units.len(), certainty, ranking, results));
    }
    page.paragraph(
        text("Trong biểu đồ, ô đậm là hạng chính thức, dải gạch là khoảng hạng khi tính thử. Dải càng dài thì thứ hạng càng ít chắc chắn.")
            .italic(),
    );
    page.paragraph(text(method(&certainty.assumptions)).italic());
    pairs(&mut page, of_group, results);
    without(&mut page, of_group, set, results);
    Some(page)
}

/// Says how the order was worked out.
fn method(assumptions: &Assumptions) -> String {
    let Assumptions { weights, fixed, draws, seed } = assumptions;
    let thousandths = |number: u16| Points::from(i64::from(number)).over(&Points::from(10)).unwrap_or_default().plain_vi();
    let draws = Points::from(i64::from(*draws)).plain_vi();
    let weights = if *weights == 0 {
        "giữ nguyên trọng số của bộ tiêu chí".to_owned()
    } else {
        let (least, most) = (thousandths(1000 - weights.min(&1000)), thousandths(1000 + weights.min(&1000)));
        let kept: Vec<&str> = fixed.iter().map(crate::figure::CriterionId::as_str).collect();
        let kept = if kept.is_empty() { String::new() } else { format!("; giữ nguyên tiêu chí {}", kept.join(", ")) };
        format!(
            "trọng số mỗi tiêu chí thành phần lấy ngẫu nhiên từ {least}% đến {most}% trọng số của bộ tiêu chí, như nhau cho mọi đơn vị{kept}"
        )
    };
    format!(
        "Cách tính: xếp hạng lại {draws} lần. Mỗi lần, {weights}. \
         Cũng lấy ngẫu nhiên, trong phạm vi của chúng, những điểm còn chưa chắc: điểm điều tra theo sai số chọn mẫu, khi có số người trả lời; \
         tiêu chí còn lỗi mà hội đồng chưa thẩm định, từ 0 đến mức đơn vị tự chấm và có số liệu; điểm trừ còn thiếu số liệu, từ không trừ đến trừ hết; \
         điểm thẩm định mà đơn vị đã giải trình, chưa có lần thẩm định sau, giữa điểm tự chấm và điểm thẩm định. \
         Chỉ số mỗi lần tính như chỉ số chính thức, không làm tròn. Khoảng hạng bỏ {LEFT_OUT}% số lần tính ở mỗi đầu. \
         Số khởi đầu {seed}: chạy lại trên máy nào cũng cho kết quả này."
    )
}

/// Gives a share of draws in percent, with one decimal.
fn percent(certainty: &Certainty, draws: u32) -> Cell {
    let percent = &certainty.share(draws) * &Points::hundred();
    number(&percent.round(1, RoundingMode::HalfUp), 1)
}

/// Gives an interval of places in words.
pub fn interval(unit: &UnitCertainty) -> String {
    if unit.low == unit.high { unit.low.to_string() } else { format!("{} – {}", unit.low, unit.high) }
}

/// Makes the table of some units, with their intervals drawn on an axis of all places.
fn intervals(
    units: &[(&Row, &UnitCertainty)],
    places: usize,
    certainty: &Certainty,
    ranking: &GroupRanking,
    results: &Results<'_>,
) -> Table {
    let first = format!("Trong {FIRST} hạng đầu (%)");
    let head = ["Hạng", "Đơn vị", "Chỉ số (%)", "Khoảng hạng", "Đứng đầu (%)", first.as_str()];
    let mut table = Table::new(head.map(|words| centre(words).size(11)));
    for (row, unit) in units {
        table.row([
            place(row),
            text(name_with_mark(results, row)),
            points(row.index.as_ref(), ranking.group.rounding),
            centre(interval(unit)).bold(),
            percent(certainty, unit.among_first(1)),
            percent(certainty, unit.among_first(FIRST)),
        ]);
    }
    table.drawing = Some(drawing(units, places));
    table
}

/// Draws intervals: a hatched span from the best to the worst place, and the official one as a solid block, which may stand
/// beside the span. Place 3 takes the axis from 2 to 3.
fn drawing(units: &[(&Row, &UnitCertainty)], places: usize) -> Drawing {
    let series = |name: &'static str, ink: Ink, of: fn(&UnitCertainty) -> usize| Series {
        name,
        ink,
        values: units.iter().map(|(_, unit)| Points::from(i64::try_from(of(unit)).unwrap_or_default())).collect(),
    };
    Drawing {
        names: 1,
        counts: true,
        apart: false,
        within: false,
        from: Some(Points::zero()),
        to: Some(Points::from(i64::try_from(places).unwrap_or_default())),
        series: vec![
            series("", Ink::None, |unit| unit.low.min(unit.place).saturating_sub(1)),
            series("Khoảng hạng khi tính thử", Ink::Hatched, |unit| (unit.place.min(unit.high + 1)).saturating_sub(unit.low)),
            series("", Ink::None, |unit| unit.place.saturating_sub(unit.high + 1)),
            series("Hạng chính thức", Ink::Solid, |_| 1),
            series("", Ink::None, |unit| unit.low.saturating_sub(unit.place + 1)),
            series("Khoảng hạng khi tính thử", Ink::Hatched, |unit| (unit.high + 1).saturating_sub(unit.low.max(unit.place + 1))),
        ],
    }
}

/// Lists the units that can't be told from others behind them.
fn pairs(page: &mut Page, of_group: &GroupCertainty, results: &Results<'_>) {
    page.heading("Các đơn vị chưa phân biệt được thứ tự");
    let mut table = Table::new([centre("Hạng"), centre("Đơn vị"), centre("Chưa phân biệt được với").span(5)].map(|cell| cell.size(11)));
    for unit in &of_group.units {
        let behind: Vec<&UnitId> = of_group.inseparable.iter().filter(|(ahead, _)| *ahead == unit.unit).map(|(_, behind)| behind).collect();
        if behind.is_empty() {
            continue;
        }
        let names: Vec<&str> = behind.iter().take(NAMED).map(|unit| unit_name(results, unit)).collect();
        let more = match behind.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" và {more} đơn vị khác"),
        };
        table.row([count(unit.place), text(unit_name(results, &unit.unit)), text(format!("{}{more}", names.join("; "))).span(5)]);
    }
    table.when_empty = Some(text("Không có: ở mọi cặp, một đơn vị xếp trên trong ít nhất 95% số lần tính.").italic());
    page.table(table);
    page.paragraph(text("Hai đơn vị chưa phân biệt được thứ tự khi không đơn vị nào xếp trên ở ít nhất 95% số lần tính.").italic());
}

/// Most criteria that are listed: a page holds them; `result.json` has all.
const MOST: usize = 10;

/// Lists the criteria without which the order is another, those that move most units first.
fn without(page: &mut Page, of_group: &GroupCertainty, set: &CriteriaSet, results: &Results<'_>) {
    page.heading("Thứ hạng khi bỏ từng tiêu chí");
    let head = [("Mã", 1), ("Tiêu chí, lĩnh vực được bỏ", 1), ("Số đơn vị đổi hạng", 1), ("Đổi nhiều nhất", 3), ("Đứng đầu khi đó", 1)];
    let mut table = Table::new(head.map(|(words, span)| centre(words).size(11).span(span)));
    let mut moving: Vec<&Without> = of_group.without.iter().filter(|one| one.moved > 0).collect();
    moving.sort_by_key(|one| Reverse(one.moved));
    for one in moving.iter().take(MOST) {
        let area = set.criteria.iter().any(|area| area.id == one.criterion);
        let name = set.find(&one.criterion).map_or("", |criterion| criterion.name.as_str());
        let official = |unit: &UnitId| of_group.units.iter().find(|of| of.unit == *unit).map(|of| of.place);
        let farthest = one
            .farthest
            .as_ref()
            .and_then(|(unit, place)| Some(format!("{}: hạng {} thành {place}", unit_name(results, unit), official(unit)?)));
        let first: Vec<&str> = one.first.iter().map(|unit| unit_name(results, unit)).collect();
        let cells = [
            centre(one.criterion.as_str()),
            text(name),
            count(one.moved),
            text(farthest.unwrap_or_else(|| NONE.into())).span(3),
            text(first.join("; ")),
        ];
        table.row(cells.map(|cell| if area { cell.bold().tone(Tone::Area) } else { cell }));
    }
    table.when_empty = Some(text("Không có: bỏ bất kỳ tiêu chí nào, thứ hạng vẫn như chính thức.").italic());
    let rest = of_group.without.len().saturating_sub(moving.len());
    page.table(table);
    if let Some(more) = moving.len().checked_sub(MOST).filter(|more| *more > 0) {
        let words =
            format!("Nêu {MOST} tiêu chí, lĩnh vực làm đổi hạng nhiều đơn vị nhất; {more} tiêu chí, lĩnh vực khác ở tệp result.json.");
        page.paragraph(text(words).italic());
    }
    if rest > 0 && !moving.is_empty() {
        let rest = vietnamese(&rest.to_string());
        page.paragraph(text(format!("Bỏ một trong {rest} tiêu chí, lĩnh vực còn lại không làm đổi hạng của đơn vị nào.")).italic());
    }
}
