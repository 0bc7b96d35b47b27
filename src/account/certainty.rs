//! Page of a group: how sure its order is, with intervals drawn, pairs that can't be told apart, and the order without each
//! criterion.

use std::cmp::Reverse;

use super::cell::{Cell, Tone, centre, count, number, text};
use super::certain_awards;
use super::page::{Drawing, Ink, Page, Series, Table};
use super::words::{NONE, bar_labels, many, name_with_mark, place, points, ranked, remarks_of, unit_name};
use crate::certainty::{Assumptions, Certainty, GroupCertainty, LEFT_OUT, UnitCertainty, Without};
use crate::criteria::CriteriaSet;
use crate::figure::UnitId;
use crate::points::{Points, RoundingMode, spelled};
use crate::ranking::{GroupRanking, Row};
use crate::results::Results;
use crate::text::{Lang, said};

/// Units of one picture: so many that a page takes the table and the picture beside it.
pub const ROWS_OF_A_PICTURE: usize = 26;
/// The same on a page that begins with a title.
pub const ROWS_BELOW_A_TITLE: usize = 18;

/// Parts what is drawn, so that no picture is cut by a page and none shows a few left over; the first has at most so many.
pub fn parts<T>(units: &[T], first: usize) -> impl Iterator<Item = &[T]> {
    let pictures = 1 + units.len().saturating_sub(first).div_ceil(ROWS_OF_A_PICTURE);
    let (head, rest) = units.split_at(units.len().div_ceil(pictures).min(first));
    let each = rest.len().div_ceil((pictures - 1).max(1)).max(1);
    std::iter::once(head).chain(rest.chunks(each))
}
/// Places from the top of which the share of draws is printed, where no award says how many.
const FIRST: usize = 3;
/// Units that are named beside one that can't be told from them.
const NAMED: usize = 4;

/// Makes the page; `None` where nothing was drawn for the group, and where there is no order of one unit.
pub fn page(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Option<Page> {
    let certainty = results.certainty?;
    let of_group = certainty.groups.iter().find(|of| of.group == ranking.group.id).filter(|_| ranking.counted > 1)?;
    let (group, campaign, lang) = (&ranking.group, results.campaign, results.lang);
    let (name, in_capitals, year) = (&group.name, group.name.to_uppercase(), campaign.year);
    let mut page = Page::new(said!(lang, "Độ chắc chắn – {name}", "Certainty – {name}"), campaign, true, &[7, 40, 11, 12, 10, 10, 84]);
    let title = said!(lang, "MỨC ĐỘ CHẮC CHẮN CỦA THỨ HẠNG NĂM {year}: {in_capitals}", "HOW SURE THE RANKING OF {year} IS: {in_capitals}");
    page.title(title, campaign, remarks_of(group, results));
    page.paragraph(
        text(lang.word(
            "Thông tin tham khảo bên cạnh thứ hạng chính thức, không thay thế và không làm thay đổi thứ hạng. Các tỷ lệ cho biết thứ hạng phụ thuộc đến đâu vào trọng số và vào những điểm còn chưa chắc; đó không phải xác suất đơn vị này tốt hơn đơn vị kia.",
            "For information beside the official ranking, which it neither replaces nor changes. The shares say how far places depend on the weights and on points that are not certain yet; they are no probability that one unit is better than another.",
        ))
        .bold(),
    );
    let units: Vec<(&Row, &UnitCertainty)> =
        ranked(ranking, results).filter_map(|(row, _)| Some((row, of_group.units.iter().find(|unit| unit.unit == row.unit)?))).collect();
    page.heading(lang.word("Khoảng hạng của từng đơn vị", "Range of places of each unit"));
    for (n, part) in parts(&units, ROWS_BELOW_A_TITLE).enumerate() {
        if n > 0 {
            page.gap();
        }
        page.table(intervals(part, units.len(), certainty, ranking, results));
    }
    page.paragraph(
        text(lang.word(
            "Trong biểu đồ, ô đậm là hạng chính thức, dải gạch là khoảng hạng khi tính thử. Dải càng dài thì thứ hạng càng ít chắc chắn.",
            "In the chart the solid block is the official place, the hatched bar the range of places in the trials. The longer the bar, the less sure the place.",
        ))
        .italic(),
    );
    page.paragraph(text(method(&certainty.assumptions, lang)).italic());
    certain_awards::add(&mut page, of_group, certainty, results);
    pairs(&mut page, of_group, results);
    without(&mut page, of_group, set, results);
    Some(page)
}

/// Says how the order was worked out.
fn method(assumptions: &Assumptions, lang: Lang) -> String {
    let Assumptions { weights, fixed, draws, seed } = assumptions;
    let thousandths = |number: u16| Points::from(i64::from(number)).over(&Points::from(10)).unwrap_or_default().plain_in(lang);
    let draws = Points::from(i64::from(*draws)).plain_in(lang);
    let weights = if *weights == 0 {
        lang.word("giữ nguyên trọng số của bộ tiêu chí", "the weights of the set are kept").to_owned()
    } else {
        let (least, most) = (thousandths(1000 - weights.min(&1000)), thousandths(1000 + weights.min(&1000)));
        let kept: Vec<&str> = fixed.iter().map(crate::figure::CriterionId::as_str).collect();
        let list = kept.join(", ");
        let kept =
            if kept.is_empty() { String::new() } else { said!(lang, "; giữ nguyên tiêu chí {list}", "; those of {list} are kept") };
        said!(
            lang,
            "trọng số mỗi tiêu chí thành phần lấy ngẫu nhiên từ {least}% đến {most}% trọng số của bộ tiêu chí, như nhau cho mọi đơn vị{kept}",
            "the weight of each sub-criterion is drawn at random from {least}% to {most}% of its weight in the set, alike for all units{kept}"
        )
    };
    said!(
        lang,
        "Cách tính: xếp hạng lại {draws} lần. Mỗi lần, {weights}. \
         Cũng lấy ngẫu nhiên, trong phạm vi của chúng, những điểm còn chưa chắc: điểm điều tra theo sai số chọn mẫu, khi có số người trả lời; \
         tiêu chí còn lỗi mà hội đồng thẩm định chưa xem xét, từ 0 đến mức đơn vị tự chấm và có số liệu; điểm trừ còn thiếu số liệu, từ không trừ đến trừ hết; \
         điểm thẩm định mà đơn vị đã giải trình, chưa có lần thẩm định sau, giữa điểm tự chấm và điểm thẩm định. \
         Chỉ số mỗi lần tính như chỉ số chính thức, không làm tròn. Khoảng hạng bỏ {LEFT_OUT}% số lần tính ở mỗi đầu. \
         Số khởi đầu {seed}: chạy lại trên máy nào cũng cho kết quả này.",
        "Method: the ranking is worked out {draws} times more. Each time, {weights}. \
         Points that are not certain yet are drawn, too, within their bounds: survey points by the sampling error, where the number of respondents is known; \
         criteria with errors that the council has not appraised, from 0 to what the unit claimed with figures behind it; penalties that lack figures, from none to all; \
         appraised points that the unit has explained and no later round has looked at, between the claim and the appraisal. \
         The index is worked out each time as the official one, unrounded. The range of places leaves out {LEFT_OUT}% of the trials at either end. \
         Seed {seed}: a run on any computer gives the same."
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

/// Gives the places from the top of which the share of draws is printed: the greatest quota of an award that is open to the group.
/// A quota of one has a column of its own, and one for all units tells nothing.
fn first_places(ranking: &GroupRanking, results: &Results<'_>) -> usize {
    let open = results.shortlists.iter().filter(|list| list.award.groups.contains(&ranking.group.id));
    let quotas = open.map(|list| if list.award.per_group { list.award.quota.places(ranking.counted) } else { list.quota });
    quotas.filter(|quota| (2..ranking.counted).contains(quota)).max().unwrap_or(FIRST)
}

/// Makes the table of some units, with their intervals drawn on an axis of all places.
fn intervals(
    units: &[(&Row, &UnitCertainty)],
    places: usize,
    certainty: &Certainty,
    ranking: &GroupRanking,
    results: &Results<'_>,
) -> Table {
    let lang = results.lang;
    let places_first = first_places(ranking, results);
    let first = said!(lang, "Trong {places_first} hạng đầu (%)", "Among the first {places_first} (%)");
    let heads = [
        ("Hạng", "Place"),
        ("Đơn vị", "Unit"),
        ("Chỉ số (%)", "Index (%)"),
        ("Khoảng hạng", "Range of places"),
        ("Đứng đầu (%)", "First (%)"),
    ];
    let head = lang.each(heads).into_iter().chain([first.as_str()]);
    let mut table = Table::new(head.map(|words| centre(words).size(11)));
    for (row, unit) in units {
        table.row([
            place(row),
            text(name_with_mark(results, row)),
            points(row.index.as_ref(), ranking.group.rounding),
            centre(interval(unit)).bold(),
            percent(certainty, unit.among_first(1)),
            percent(certainty, unit.among_first(places_first)),
        ]);
    }
    table.drawing = Some(drawing(units, places, results));
    table
}

/// Draws intervals: a hatched span from the best to the worst place, and the official one as a solid block, which may stand
/// beside the span. Place 3 takes the axis from 2 to 3.
fn drawing(units: &[(&Row, &UnitCertainty)], places: usize, results: &Results<'_>) -> Drawing {
    let [trials, official] =
        results.lang.each([("Khoảng hạng khi tính thử", "Range of places in the trials"), ("Hạng chính thức", "Official place")]);
    let series = |name: &'static str, ink: Ink, of: fn(&UnitCertainty) -> usize| Series {
        name,
        ink,
        values: units.iter().map(|(_, unit)| Some(Points::from(i64::try_from(of(unit)).unwrap_or_default()))).collect(),
    };
    // Half a place to each side of its number, which stands below the middle of it.
    let half = || Points::one().over(&Points::from(2)).unwrap_or_default();
    let mut before = series("", Ink::None, |unit| unit.low.min(unit.place));
    before.values.iter_mut().flatten().for_each(|value| *value = &*value - &half());
    Drawing {
        labels: bar_labels(units.iter().map(|(row, _)| *row), results),
        names: 1,
        counts: true,
        apart: false,
        within: false,
        from: Some(Points::zero()),
        to: Some(&Points::from(i64::try_from(places).unwrap_or_default()) + &half()),
        step: None,
        series: vec![
            before,
            series(trials, Ink::Hatched, |unit| (unit.place.min(unit.high + 1)).saturating_sub(unit.low)),
            series("", Ink::None, |unit| unit.place.saturating_sub(unit.high + 1)),
            series(official, Ink::Solid, |_| 1),
            series("", Ink::None, |unit| unit.low.saturating_sub(unit.place + 1)),
            series(trials, Ink::Hatched, |unit| (unit.high + 1).saturating_sub(unit.low.max(unit.place + 1))),
        ],
    }
}

/// Lists the units that can't be told from others behind them.
fn pairs(page: &mut Page, of_group: &GroupCertainty, results: &Results<'_>) {
    let lang = results.lang;
    page.heading(lang.word("Các đơn vị chưa phân biệt được thứ tự", "Units whose order can't be told"));
    let heads = [("Hạng", "Place"), ("Đơn vị", "Unit"), ("Chưa phân biệt được với", "Can't be told from")];
    let [first, unit, others] = lang.each(heads).map(|words| centre(words).size(11));
    let mut table = Table::new([first, unit, others.span(5)]);
    for unit in &of_group.units {
        let behind: Vec<&UnitId> = of_group.inseparable.iter().filter(|(ahead, _)| *ahead == unit.unit).map(|(_, behind)| behind).collect();
        if behind.is_empty() {
            continue;
        }
        let names: Vec<&str> = behind.iter().take(NAMED).map(|unit| unit_name(results, unit)).collect();
        let more = match behind.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => {
                let units = many(more, "other unit", "other units");
                said!(lang, " và {more} đơn vị khác", " and {units}")
            }
        };
        table.row([count(unit.place), text(unit_name(results, &unit.unit)), text(format!("{}{more}", names.join("; "))).span(5)]);
    }
    let none = lang.word(
        "Không có: ở mọi cặp, một đơn vị xếp trên trong ít nhất 95% số lần tính.",
        "None: of every pair one unit is ahead in at least 95% of the trials.",
    );
    table.when_empty = Some(text(none).italic());
    page.table(table);
    let words = lang.word(
        "Hai đơn vị chưa phân biệt được thứ tự khi không đơn vị nào xếp trên ở ít nhất 95% số lần tính.",
        "The order of two units can't be told where neither is ahead in at least 95% of the trials.",
    );
    page.paragraph(text(words).italic());
}

/// Most criteria that are listed: a page holds them; `result.json` has all.
const MOST: usize = 10;

/// Lists the criteria without which the order is another, those that move most units first.
fn without(page: &mut Page, of_group: &GroupCertainty, set: &CriteriaSet, results: &Results<'_>) {
    let lang = results.lang;
    page.heading(lang.word("Thứ hạng khi bỏ từng tiêu chí", "The ranking without each criterion"));
    let heads = [
        ("Mã", "Code"),
        ("Tiêu chí, lĩnh vực được bỏ", "Criterion or area left out"),
        ("Số đơn vị đổi hạng", "Units that move"),
        ("Đổi nhiều nhất", "Moves most"),
        ("Đứng đầu khi đó", "First then"),
    ];
    let [code, left_out, moves, most, first] = lang.each(heads).map(|words| centre(words).size(11));
    let mut table = Table::new([code, left_out, moves, most.span(3), first]);
    let mut moving: Vec<&Without> = of_group.without.iter().filter(|one| one.moved > 0).collect();
    moving.sort_by_key(|one| Reverse(one.moved));
    for one in moving.iter().take(MOST) {
        let area = set.criteria.iter().any(|area| area.id == one.criterion);
        let name = set.find(&one.criterion).map_or("", |criterion| criterion.name.as_str());
        let official = |unit: &UnitId| of_group.units.iter().find(|of| of.unit == *unit).map(|of| of.place);
        let farthest = one.farthest.as_ref().and_then(|(unit, place)| {
            let (name, from) = (unit_name(results, unit), official(unit)?);
            Some(said!(lang, "{name}: từ hạng {from} sang hạng {place}", "{name}: from place {from} to {place}"))
        });
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
    let none = lang.word(
        "Không có: bỏ bất kỳ tiêu chí nào, thứ hạng vẫn như chính thức.",
        "None: whichever criterion is left out, the ranking stays as it is.",
    );
    table.when_empty = Some(text(none).italic());
    let rest = of_group.without.len().saturating_sub(moving.len());
    page.table(table);
    if let Some(more) = moving.len().checked_sub(MOST).filter(|more| *more > 0) {
        let words = said!(
            lang,
            "Nêu {MOST} tiêu chí, lĩnh vực làm đổi hạng nhiều đơn vị nhất; {more} tiêu chí, lĩnh vực khác làm đổi hạng của ít đơn vị hơn.",
            "These {MOST} criteria and areas move most units; {more} more move fewer."
        );
        page.paragraph(text(words).italic());
    }
    if rest > 0 && !moving.is_empty() {
        let rest = spelled(&rest.to_string(), lang);
        let words = said!(
            lang,
            "Bỏ một trong {rest} tiêu chí, lĩnh vực còn lại không làm đổi hạng của đơn vị nào.",
            "Leaving out any one of the {rest} other criteria and areas moves no unit."
        );
        page.paragraph(text(words).italic());
    }
}
