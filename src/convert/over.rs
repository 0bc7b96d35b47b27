//! Headings without a number over the rows that they are the sum of: “Tiêu chuẩn về chỉ đạo | 6” over 1, 2, 3.

use crate::intake::stt::Style;
use crate::points::Points;

use super::row::{Kind, Row};

/// Word of such a heading.
pub const OVER: &str = "#";

/// Takes rows without a number for parents, between one row of an area and the next, where they part all rows that are numbered
/// there and each has the sum of those below it.
pub fn settle(rows: &mut [Row]) {
    let mut start = 0;
    while start < rows.len() {
        let end = rows.iter().skip(start).position(is_area).map_or(rows.len(), |at| start + at);
        if let Some(headings) = rows.get(start..end).and_then(headings) {
            for at in headings {
                if let Some(row) = rows.get_mut(start + at) {
                    row.kind = Kind::Criterion;
                    row.word = Some(OVER);
                }
            }
        }
        start = end + 1;
    }
}

/// Tells whether a row is one of an area that no such heading stands above: I, A, a sum, the end of the table.
fn is_area(row: &Row) -> bool {
    let numbered = row.number.as_ref().is_some_and(|number| matches!(number.style, Style::Roman | Style::Upper));
    matches!(row.kind, Kind::Total | Kind::After) || row.heads || row.word.is_some() || numbered
}

/// Finds the headings among the rows of an area; `None` where they are none.
fn headings(rows: &[Row]) -> Option<Vec<usize>> {
    let counts = |row: &&Row| row.max.is_some() || row.kind == Kind::Criterion;
    let (places, items): (Vec<usize>, Vec<&Row>) = rows.iter().enumerate().filter(|(_, row)| counts(row)).unzip();
    let mut found: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let end = closes(&items, at)?;
        found.extend(places.get(at));
        at = end;
    }
    (!found.is_empty()).then_some(found)
}

/// Finds where the rows below a heading end: behind them stands the next heading, or nothing; `None` where they don't come to
/// its points.
fn closes(items: &[&Row], at: usize) -> Option<usize> {
    let head = items.get(at).filter(|row| may_head(row))?;
    items.get(at + 1).filter(|row| is_numbered(row))?;
    let mut left = head.max.clone()?;
    for (k, row) in items.iter().enumerate().skip(at + 1) {
        if is_numbered(row) {
            left = &left - row.max.as_ref()?;
        } else if left.is_zero() && may_head(row) && items.get(k + 1).is_some_and(|next| is_numbered(next)) {
            return Some(k);
        }
        if left < Points::zero() {
            return None;
        }
    }
    left.is_zero().then_some(items.len())
}

/// Tells whether a row has a number without parts.
fn is_numbered(row: &Row) -> bool {
    row.kind == Kind::Criterion && row.number.as_ref().is_some_and(|number| number.style == Style::Dotted && number.first().len() == 1)
}

/// Tells whether a row may head others: no number, points, and a name that is no line.
fn may_head(row: &Row) -> bool {
    let own = row.stt.as_ref().is_none_or(|(stt, _)| stt.trim().is_empty());
    let line = row.name.text.starts_with(|c: char| !c.is_alphabetic()) || row.name.text.is_empty();
    row.number.is_none() && own && !line && !row.inner && row.max.as_ref().is_some_and(Points::is_positive) && row.lines.is_empty()
}
