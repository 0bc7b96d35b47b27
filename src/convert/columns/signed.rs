//! Columns that say points that are taken or added, beside lines and criteria that have no maximum: there they mean one thing.

use super::points;
use crate::convert::line::gives_something;
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

/// Gives a line the points that one such column takes or adds beside it, and a criterion without a maximum its own. Beside a maximum
/// they may be anything, and are told.
pub fn with_signed(one: &mut Row, table: &Table<'_>, columns: &[(u32, Sign)]) {
    let given = |(column, sign): &(u32, Sign)| {
        let points = table.grid.get(one.row, *column).and_then(points).map(|points| points.abs()).filter(Points::is_positive)?;
        Some((*column, *sign, points))
    };
    let found: Vec<(u32, Sign, Points)> = columns.iter().filter_map(given).collect();
    let [(column, sign, points)] = found.as_slice() else { return };
    if one.has_maximum() || one.name.text.is_empty() {
        return;
    }
    let at = address(one.row, *column);
    let (word, mark) = if *sign == Sign::Penalty { ("trừ", '-') } else { ("cộng", '+') };
    match one.kind {
        Kind::Line if one.number.is_none() && one.lines.is_empty() && !gives_something(&one.name.text) => {
            let said = one.name.text.trim_end_matches([':', '.', ';', ' ']).to_owned();
            one.name.text = format!("{said}: {word} {} điểm", points.plain_vi());
        }
        Kind::Criterion => {
            one.max = Some(points.clone());
            one.max_cell = (at.clone(), Some(format!("{mark}{}", points.plain_vi())));
        }
        _ => return,
    }
    one.others.retain(|said| said.cell != at);
}
