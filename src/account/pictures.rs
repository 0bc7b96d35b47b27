//! Page of a group in pictures: how far each unit is behind the next better place, which places are shared, and how the
//! index changed on the year before.

use super::cell::{Cell, centre, text};
use super::certainty::{ROWS_BELOW_A_TITLE, ROWS_OF_A_PICTURE, parts};
use super::page::{Drawing, Ink, Page, Series, Table};
use super::words::{NONE, bar_labels, change, name_with_mark, place, points, ranked, remarks_of};
use crate::points::{Points, Rounding};
use crate::ranking::{GroupRanking, Row};
use crate::results::Results;
use crate::text::said;

/// Makes the page; `None` where fewer than two units are ranked.
pub fn page(ranking: &GroupRanking, results: &Results<'_>) -> Option<Page> {
    let rows: Vec<&Row> = ranked(ranking, results).map(|(row, _)| row).collect();
    if rows.len() < 2 {
        return None;
    }
    let (group, campaign, lang) = (&ranking.group, results.campaign, results.lang);
    let (name, in_capitals, year) = (&group.name, group.name.to_uppercase(), campaign.year);
    let mut page = Page::new(said!(lang, "Cách biệt – {name}", "Gaps – {name}"), campaign, true, &[7, 40, 11, 13, 84]);
    let title = said!(lang, "KHOẢNG CÁCH GIỮA CÁC HẠNG, NĂM {year}: {in_capitals}", "GAPS BETWEEN PLACES, {year}: {in_capitals}");
    page.title(title, campaign, remarks_of(group, results));
    page.heading(lang.word(
        "Khoảng cách đến hạng trên liền kề (điểm phần trăm của chỉ số)",
        "Gap to the next better place (percentage points of the index)",
    ));
    for part in parts(&rows, ROWS_BELOW_A_TITLE) {
        page.table(gaps(part, &rows, ranking, results));
    }
    page.paragraph(
        text(lang.word(
            "Khoảng cách tính từ chỉ số chưa làm tròn rồi làm tròn một lần. Đơn vị đồng hạng không có khoảng cách với nhau; dải càng ngắn thì hai hạng càng sát nhau.",
            "Gaps are taken from unrounded indexes and rounded once. Units that share a place have no gap between them; the shorter a bar, the closer the two places.",
        ))
            .italic(),
    );
    if let Some(last) = results.comparison.last()
        && rows.iter().any(|row| risen(row, results).is_some())
    {
        let then = last.year;
        page.heading(said!(
            lang,
            "Chỉ số tăng, giảm so với năm {then} (điểm phần trăm)",
            "Change of the index on {then} (percentage points)"
        ));
        for part in parts(&rows, ROWS_OF_A_PICTURE) {
            page.table(changes(part, &rows, ranking, results));
        }
        page.paragraph(
            text(lang.word(
                "Dải bên phải là tăng, bên trái là giảm. Đơn vị không có kết quả năm trước không có dải.",
                "A bar to the right is a rise, to the left a fall. A unit without a result of the year before has none.",
            ))
            .italic(),
        );
    }
    Some(page)
}

/// Gives how far the index of a unit is behind that of the next better place, exactly; `None` for the first.
fn gap(row: &Row, rows: &[&Row]) -> Option<Points> {
    let ahead = rows.iter().filter(|other| other.place < row.place).max_by_key(|other| other.place)?;
    Some(ahead.index.as_ref()? - row.index.as_ref()?)
}

/// Gives how much the index of a unit rose since the last year, exactly.
fn risen(row: &Row, results: &Results<'_>) -> Option<Points> {
    // One that was not ranked then lacked something: that it has more now is no rise.
    results.comparison.before(&row.unit).filter(|before| before.ranked)?.change(row).index
}

/// What the gaps are called.
const BEHIND: (&str, &str) = ("Còn kém hạng trên", "Behind the next place");

/// Makes the table of gaps. A place that is shared is named so.
fn gaps(part: &[&Row], rows: &[&Row], ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let rounding = ranking.group.rounding;
    let head = results.lang.each([("Hạng", "Place"), ("Đơn vị", "Unit"), ("Chỉ số (%)", "Index (%)"), BEHIND]);
    let mut table = Table::new(head.map(|words| centre(words).size(11)));
    for row in part {
        // A gap that prints as none is told with as many decimals as show it.
        let apart = |gap: &Points| Rounding { decimals: rounding.decimals_apart(gap, &Points::zero()), ..rounding };
        let behind = gap(row, rows).map_or_else(
            || centre(NONE),
            |gap| if gap.is_zero() { centre(results.lang.word("bằng chỉ số", "equal")) } else { points(Some(&gap), apart(&gap)) },
        );
        table.row([place(row), text(named(row, results)).size(11), points(row.index.as_ref(), rounding), behind]);
    }
    let value = |row: &&Row| gap(row, rows).map(|gap| rounding.print(&gap));
    // All parts have one axis, so that they can be compared.
    let (to, step) = rows.iter().filter_map(value).max().as_ref().and_then(axis).unzip();
    let labels = bar_labels(part.iter().copied(), results);
    let bars = Series { name: results.lang.word(BEHIND.0, BEHIND.1), ink: Ink::Solid, values: part.iter().map(value).collect() };
    table.drawing = Some(Drawing {
        names: 1,
        labels,
        counts: false,
        apart: false,
        within: false,
        from: Some(Points::zero()),
        to,
        step,
        series: vec![bars],
    });
    table
}

/// Names a unit, with a mark where it shares its place.
fn named(row: &Row, results: &Results<'_>) -> String {
    let name = name_with_mark(results, row);
    let place = row.place.unwrap_or_default();
    if row.tied { said!(results.lang, "{name} (đồng hạng {place})", "{name} (shares place {place})") } else { name }
}

/// Makes the table of changes.
fn changes(part: &[&Row], rows: &[&Row], ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let rounding = ranking.group.rounding;
    let lang = results.lang;
    let head = lang.each([("Hạng", "Place"), ("Đơn vị", "Unit"), ("Chỉ số (%)", "Index (%)"), ("Tăng, giảm", "Change")]);
    let mut table = Table::new(head.map(|words| centre(words).size(11)));
    let value = |row: &&Row| risen(row, results).map(|risen| rounding.print(&risen));
    for row in part {
        let cell: Cell = change(value(row).as_ref(), rounding.decimals);
        table.row([place(row), text(name_with_mark(results, row)).size(11), points(row.index.as_ref(), rounding), cell]);
    }
    let side = |sign: fn(&Points) -> bool| -> Vec<Option<Points>> { part.iter().map(|row| value(row).filter(sign)).collect() };
    let (most, step) = rows.iter().filter_map(value).map(|one| one.abs()).max().as_ref().and_then(axis).unzip();
    let series = vec![
        Series { name: lang.word("Tăng", "Rise"), ink: Ink::Solid, values: side(Points::is_positive) },
        Series { name: lang.word("Giảm", "Fall"), ink: Ink::Hatched, values: side(Points::is_negative) },
    ];
    let from = most.as_ref().map(|most| -most);
    let labels = bar_labels(part.iter().copied(), results);
    table.drawing = Some(Drawing { names: 1, labels, counts: false, apart: false, within: false, from, to: most, step, series });
    table
}

/// Gives the end of an axis on which a value has room, and how far apart its lines are, so that they meet 0 and the end:
/// steps of 0.2, 0.5, 1, 2, 5 … percentage points, at most six. `None` for 0, which needs no axis of its own.
fn axis(value: &Points) -> Option<(Points, Points)> {
    const STEPS: [i64; 8] = [2, 5, 10, 20, 50, 100, 200, 500];
    let tenths = value.in_units(1).filter(|_| value.is_positive())? + 1;
    let step = STEPS.into_iter().find(|step| tenths <= step * 6)?;
    let points = |tenths: i64| Points::from(tenths).over(&Points::from(10));
    Some((points((tenths + step - 1) / step * step)?, points(step)?))
}
