//! What a heading says beside its role: the band above it (“NĂM 2025”, “PHẦN CỦA HỘI ĐỒNG”), and the unit that it names.

use super::Asked;
use super::parts::Part;
use crate::intake::heading::{Role, Sense, says_not_there, sense};
use crate::intake::standing;
use crate::text::fold::bare;
use crate::workbook::Value;

/// Most letters of a band.
const LONGEST: usize = 40;

/// Adds to the headings of the unit's columns what stands above them, and takes their role from columns of the office's or of
/// another unit.
pub fn settle(part: &mut Part<'_>, asked: &Asked<'_>) {
    let table = &mut part.table;
    let first = table.columns.keys().next().copied().unwrap_or_default();
    let above = table.top.checked_sub(1).filter(|row| *row >= part.above);
    let grid = table.grid;
    let band = |column: u32| {
        let row = above?;
        let (_, cell) = grid.row(row).filter(|(at, _)| *at <= column).last()?;
        let at = grid.row(row).filter(|(at, _)| *at <= column).map(|(at, _)| at).last()?;
        let words = cell.shown();
        // A title stands at the left, or says what the form is; a line of place and day is none either.
        let plain = bare(&words);
        let title = words.chars().count() > LONGEST || ["cchc", "cai cach", "ngay"].iter().any(|word| plain.contains(word));
        (at > first && matches!(cell.value, Value::Text(_)) && !title).then_some(words)
    };
    for (column, (role, heading)) in &mut table.columns {
        if !matches!(role, Role::Claim | Role::Figures | Role::Rate | Role::Evidence | Role::Explanation) {
            continue;
        }
        if let Some(words) = band(*column) {
            let unit_s = standing::is_own(&words) || ["don vi", "ke khai"].iter().any(|word| bare(&words).contains(word));
            if standing::is_unsettled(&words) {
                *role = Role::Other;
            } else if standing::is_office(&words) && !unit_s {
                *role = Role::Appraised;
            }
            if sense(&words) != Sense::default() {
                *heading = format!("{words} / {heading}");
            }
            if is_of_another(&words, asked) {
                *role = Role::Other;
            }
        }
        // “Chưa có” may stand below “Tài liệu kiểm chứng”.
        let not_there = matches!(role, Role::Evidence | Role::Explanation) && says_not_there(heading);
        if not_there || is_of_another(heading, asked) {
            *role = Role::Other;
        }
    }
}

/// Tells whether words name another unit of the campaign.
fn is_of_another(words: &str, asked: &Asked<'_>) -> bool {
    asked.roster.mentioned(words).one().is_some_and(|unit| unit.id != *asked.unit)
}
