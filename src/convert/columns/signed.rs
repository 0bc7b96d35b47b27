//! Columns that say points that are taken or added, beside lines and criteria that have no maximum: there they mean one thing.

use super::points;
use crate::convert::line::{gives_something, most_given};
use crate::convert::row::CellWords;
use crate::convert::row::{Kind, Row};
use crate::convert::sign::Sign;
use crate::intake::Role;
use crate::intake::header::Table;
use crate::points::Points;
use crate::text::fold::bare;
use crate::workbook::address;

/// Headings of points that are taken, bare.
const TAKEN: [&str; 6] = ["diem tru", "muc tru", "diem bi tru", "so diem tru", "muc diem tru", "diem giam tru"];
/// Headings of points that are added, bare.
const ADDED: [&str; 6] = ["diem cong", "muc cong", "diem thuong", "so diem cong", "muc diem cong", "diem cong them"];

/// Lists the columns of points that are taken or added, by their headings.
pub fn signed(table: &Table<'_>) -> Vec<(u32, Sign)> {
    let sign = |heading: &str| {
        let plain = bare(heading);
        let core = plain.split('(').next().unwrap_or_default().trim();
        TAKEN.contains(&core).then_some(Sign::Penalty).or_else(|| ADDED.contains(&core).then_some(Sign::Bonus))
    };
    let open = |role: Role| matches!(role, Role::Other | Role::Computed);
    let found = table.columns.iter().filter(|(_, (role, _))| open(*role));
    found.filter_map(|(column, (_, heading))| Some((*column, sign(heading)?))).collect()
}

/// Tells whether a name says what each of its things takes or adds: “Mỗi vụ việc tham nhũng”, “Công chức bị kỷ luật (mỗi người)”.
pub fn is_each(name: &str) -> bool {
    let plain = name.to_lowercase();
    ["mỗi ", "cứ ", "từng "].iter().any(|word| plain.starts_with(word) || plain.contains(&format!("({word}")))
}

/// Gives the most that the words of a row say is taken or added.
fn most_said(one: &Row) -> Option<Points> {
    std::iter::once(&one.name).chain(&one.lines).find_map(|said| most_given(&said.text))
}

/// Tells whether a row with what each thing takes or adds says nothing of how much all may.
pub fn is_uncapped(row: &Row) -> bool {
    row.signed.is_some() && is_each(&row.name.text) && most_said(row).is_none()
}

/// Reads “0,5/văn bản”, “0,1 điểm/TTHC”: points, and what each of them is for.
fn for_each(cell: &str) -> Option<(Points, String)> {
    let (number, thing) = cell.split_once('/')?;
    let plain = number.trim().trim_start_matches(['-', '–', '+']).trim().trim_end_matches("điểm").trim_end_matches('đ').trim();
    let named = thing.trim().starts_with(char::is_alphabetic) && !thing.contains([';', ':']);
    Some((Points::parse(&plain.replace(',', "."))?, format!("/{}", thing.trim()))).filter(|_| named)
}

/// Gives a line the points that one such column takes or adds beside it, and a criterion without a maximum its own. Beside a maximum
/// they may be anything, and are told.
pub fn with_signed(one: &mut Row, table: &Table<'_>, columns: &[(u32, Sign)]) {
    let given = |(column, sign): &(u32, Sign)| {
        let cell = table.grid.get(one.row, *column)?;
        let own = points(cell).map(|points| (points, String::new())).or_else(|| for_each(&cell.shown()));
        let (points, thing) = own.map(|(points, thing)| (points.abs(), thing)).filter(|(points, _)| points.is_positive())?;
        Some((*column, *sign, points, thing))
    };
    let found: Vec<(u32, Sign, Points, String)> = columns.iter().filter_map(given).collect();
    let [(column, sign, points, thing)] = found.as_slice() else { return };
    if one.has_maximum() || one.name.text.is_empty() {
        return;
    }
    let at = address(one.row, *column);
    let word = if *sign == Sign::Penalty { "trừ" } else { "cộng" };
    let said = || format!("{}: {word} {} điểm{thing}", one.name.text.trim_end_matches([':', '.', ';', ' ']), points.plain_vi());
    // What a criterion takes for each thing is no maximum.
    if !thing.is_empty() && one.kind != Kind::Line {
        return;
    }
    match one.kind {
        Kind::Line if one.number.is_none() && one.lines.is_empty() && !gives_something(&one.name.text) => one.name.text = said(),
        Kind::Criterion => {
            // “Mỗi vụ việc” says what each takes, and not how much all may.
            if is_each(&one.name.text) && one.lines.is_empty() && !gives_something(&one.name.text) {
                let line = CellWords { text: said(), cell: at.clone(), ..one.name.clone() };
                one.lines.push(line);
            }
            one.max = most_said(one).or_else(|| Some(points.clone()));
            one.max_cell = (at.clone(), table.grid.get(one.row, *column).map(crate::workbook::Cell::shown));
        }
        _ => return,
    }
    let heading = table.columns.get(column).map(|(_, heading)| heading.clone()).unwrap_or_default();
    one.signed = Some((*sign, heading));
    one.others.retain(|said| said.cell != at);
}
