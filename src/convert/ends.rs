//! Where a table ends: signatures, recipients and notes stand below it, and nothing of the table follows them.
//!
//! “Chủ tịch UBND xã chủ trì họp: 2 điểm” begins as a signature does, and is a line of its criterion.

use crate::text::fold::bare;

use super::columns::unread_points;
use super::line::gives_something;
use super::row::{Kind, Row};

/// Words that a note begins with, bare.
const NOTES: [&str; 4] = ["ghi chu", "luu y", "chu thich", "chu y"];

/// Tells whether words are a note, and not a signature or a list of recipients.
pub fn is_note(words: &str) -> bool {
    let plain = bare(words);
    let marked = plain.starts_with("(*") || plain.starts_with('*');
    marked || NOTES.iter().any(|word| plain.starts_with(word))
}

/// Tells whether a note says nothing but that notes follow: “Ghi chú:”.
pub fn heads_notes(words: &str) -> bool {
    is_note(words) && words.trim_start_matches(['(', '*', ' ']).trim_end_matches([':', '.', ' ', ')']).split(' ').count() <= 2
}

/// Leaves what looks like a signature or a note ([`Kind::After`]) below the table, and takes for lines whatever the table goes
/// on behind.
pub fn settle(rows: &mut [Row]) {
    let end = end(rows).unwrap_or(rows.len());
    for (n, row) in rows.iter_mut().enumerate() {
        if n >= end {
            row.kind = Kind::After;
        } else if row.kind == Kind::After {
            row.kind = Kind::Line;
        }
    }
}

/// Finds the first row that stands below the table.
fn end(rows: &[Row]) -> Option<usize> {
    let may_end = |n: usize| rows.get(n).is_some_and(|row| row.kind == Kind::After);
    if let Some((from, to)) = before_another(rows)
        && let Some(end) = (from..to).find(|n| may_end(*n) && !rows.get(*n).is_some_and(says_points))
    {
        return Some(end);
    }
    // With points below it, nothing ends a table.
    let from = rows.iter().rposition(|row| row.max.is_some()).map_or(0, |last| last + 1);
    let pointed = rows.iter().rposition(|row| row.max.is_some() && row.kind != Kind::Total).unwrap_or(0);
    let totalled = rows.iter().skip(pointed).any(|row| row.kind == Kind::Total);
    let goes_on = going_on(rows.get(from..).unwrap_or_default());
    let ends = |(n, row): &(usize, &Row)| {
        let goes_on = goes_on.get(n - from).copied().unwrap_or(false);
        let note = is_note(&row.name.text) && !rows.get(n + 1).is_some_and(|next| explains(row, next));
        may_end(*n) && (totalled || note || is_signed(row) || !(says_points(row) || goes_on))
    };
    rows.iter().enumerate().skip(from).find(ends).map(|(n, _)| n)
}

/// Tells whether a note stands among the lines of a criterion: it says something by itself, and a line with points follows.
fn explains(note: &Row, next: &Row) -> bool {
    let says = note.name.text.split_once(':').is_some_and(|(_, words)| !words.trim().is_empty());
    says && next.number.is_none() && says_points(next)
}

/// Tells of each row whether the table goes on behind it, though no row has points in their column: where there is no total, as
/// long as anything is numbered or says points.
fn going_on(rows: &[Row]) -> Vec<bool> {
    let mut on = false;
    let mut all: Vec<bool> = Vec::with_capacity(rows.len());
    for row in rows.iter().rev() {
        all.push(on);
        on = !is_signed(row) && (on || belongs(row));
    }
    all.reverse();
    all
}

/// Tells whether the words of a row say points, or their column has more than a number.
pub fn says_points(row: &Row) -> bool {
    let beside = row.max_cell.1.as_deref().is_some_and(|words| unread_points(words).is_some());
    let said = |words: &str| gives_something(words);
    beside || said(&row.name.text) || row.lines.iter().any(|line| line.points.is_some() || said(&line.text))
}

/// Tells whether a row looks like one of the table: it has a number in a cell of its own and a name, or gives points.
pub fn belongs(row: &Row) -> bool {
    let numbered = row.number.is_some() && !row.name.text.is_empty();
    numbered || row.max.is_some() || says_points(row)
}

/// Tells whether nothing but a signature or a list of recipients stands in a row: titles in capitals, “TM. …”, “Nơi nhận:”.
fn is_signed(row: &Row) -> bool {
    let words = row.name.text.trim();
    let capitals = words.chars().any(char::is_alphabetic) && words.chars().all(|c| !c.is_lowercase());
    let plain = bare(words);
    row.kind == Kind::After
        && (capitals || plain.trim_end_matches([':', '.', ' ']) == "noi nhan" || words.starts_with("TM.") && !says_points(row))
}

/// Finds the rows between the last criterion and another table, whose numbers begin again below its headings, or without any.
fn before_another(rows: &[Row]) -> Option<(usize, usize)> {
    let is_criterion = |row: &Row| row.kind == Kind::Criterion;
    let number = |row: &Row| row.number.as_ref().map(|number| (number.style, number.first().to_vec()));
    let first = rows.iter().position(is_criterion)?;
    let begins = number(rows.get(first)?)?;
    let mut last = first;
    for (n, row) in rows.iter().enumerate().skip(first + 1).filter(|(_, row)| is_criterion(row)) {
        let between = rows.get(last + 1..n).unwrap_or_default();
        if number(row).as_ref() == Some(&begins) && row.max.is_some() {
            let headed = between.iter().position(|row| row.kind == Kind::Heading);
            let signed = || between.iter().any(|row| row.kind == Kind::After && !is_note(&row.name.text) && !says_points(row));
            match headed {
                Some(at) => return Some((last + 1, last + 1 + at)),
                None if signed() => return Some((last + 1, n)),
                None => {}
            }
        }
        last = n;
    }
    None
}
