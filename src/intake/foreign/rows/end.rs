//! Where a table ends: sums, the total, what came of it, and those who sign.

use std::collections::BTreeSet;

use super::{RowReader, labels};
use crate::assessment::Claim;
use crate::figure::Input;
use crate::intake::header::{is_signature, is_total};
use crate::intake::heading::Role;
use crate::text::Words;
use crate::text::fold::bare;
use crate::typed::value;
use crate::workbook::Cell;

/// Most rows below the last criterion that may be its figures, or the total.
const MOST_BELOW: u32 = 60;

/// Words that the sum of an area begins with, bare.
const SUMS_OF_AREAS: [&str; 9] =
    ["cong linh vuc", "cong muc", "cong nhom", "cong phan", "cong tieu chi", "tong linh vuc", "tong muc", "tong phan", "cong i"];
/// Words that a row begins with which says what came of the total, bare.
const RESULTS: [&str; 8] =
    ["xep loai", "xep hang", "thu hang", "chi so cchc", "chi so cai cach hanh chinh", "chi so par index", "chi so", "ty le diem"];

impl RowReader<'_> {
    /// Tells whether signatures begin. Whoever signs on the right often stands below the column of scores.
    pub(super) fn ends(&self, row: u32) -> bool {
        let signed = |cell: &Cell| is_signature(&bare(&cell.shown()));
        let plain = [Role::Number, Role::Max, Role::Claim].iter().all(|role| self.cell(row, *role).is_none_or(|(_, cell)| signed(cell)));
        plain && !self.criteria.is_empty() && is_signature(&self.everything(row))
    }

    /// Gives the last row that is one of a criterion, of one of its figures, or of the total.
    pub(super) fn last_of_criteria(&self) -> u32 {
        let criteria = self.matched.iter().filter(|(_, found)| found.id().is_some()).map(|((row, _), _)| *row).max();
        let criteria = criteria.unwrap_or(self.table.data);
        let inputs: Vec<Input> = self.set.leaves().flat_map(|(_, leaf)| &leaf.inputs).cloned().collect();
        let figure = |row: &u32| self.texts(*row).iter().any(|(_, words)| labels::labelled(words, &inputs, self.year).is_some());
        // A leaf has few figures, and the total stands right below: what is further down is looked at row by row.
        let below = self.table.grid.cells.range((criteria + 1, 0)..(criteria + MOST_BELOW, 0)).map(|((row, _), _)| *row);
        let below: BTreeSet<u32> = below.collect();
        below.into_iter().filter(|row| self.is_total(*row) || figure(row)).max().unwrap_or(criteria)
    }

    /// Tells whether a row below all criteria is no part of the table: one behind an empty row, or one in capitals, as those
    /// who sign are named.
    pub(super) fn is_foot(&self, row: u32, before: u32) -> bool {
        let words: Vec<String> = self.table.grid.row(row).map(|(_, cell)| cell.shown()).collect();
        let letters: Vec<char> = words.iter().flat_map(|words| words.chars()).filter(|c| c.is_alphabetic()).collect();
        // `KH-01.PDF` is a file, `12/KH-UBND` a number: neither is a name.
        let numbered = words.iter().any(|words| words.contains('/') || words.contains(|c: char| c.is_ascii_digit()));
        let capitals = letters.len() > 3 && letters.iter().all(|c| !c.is_lowercase()) && !numbered;
        row > before + 1 || capitals
    }

    /// Tells whether the table goes on right below a row: “Ngày, tháng, năm ban hành” may be a figure's label.
    pub(super) fn goes_on(&self, row: u32) -> bool {
        self.matched.range((row + 1, 0)..(row + 3, 0)).any(|(_, found)| found.id().is_some())
    }

    /// Tells whether a row is that of the total.
    pub(super) fn is_total(&self, row: u32) -> bool {
        let texts = self.texts(row);
        let first = bare(texts.first().map_or("", |(_, words)| words));
        is_total(&first) || (texts.is_empty() && is_total(&self.everything(row)))
    }

    /// Tells whether a row sums up an area, or says what came of the total: a grade, an index, a place.
    pub(super) fn sum_or_result(&self, row: u32) -> Option<Words> {
        let texts = self.texts(row);
        let first = texts.first().map_or_else(|| self.everything(row), |(_, words)| bare(words));
        let begins =
            |list: &[&str]| list.iter().any(|word| first.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)));
        let no_criterion = !self.matched.range((row, 0)..(row + 1, 0)).any(|(_, found)| found.id().is_some());
        if no_criterion && begins(&SUMS_OF_AREAS) {
            return Some(Words { vi: "hàng cộng của lĩnh vực", en: "sum of an area" });
        }
        let below = self.matched.iter().filter(|(_, found)| found.id().is_some()).all(|((other, _), _)| *other < row);
        (no_criterion && below && begins(&RESULTS)).then_some(Words { vi: "kết quả chung", en: "result of all" })
    }

    /// Reads the row of the total.
    pub(super) fn total(&mut self, row: u32) {
        self.current = None;
        // What adds up rows above other criteria is the sum of an area.
        if self.matched.iter().any(|((other, _), found)| *other > row && found.id().is_some()) {
            return self.leave(row, Words { vi: "hàng cộng của lĩnh vực", en: "sum of an area" });
        }
        if let Some((column, cell)) = self.cell(row, Role::Claim)
            && let Claim::Points(points) = value::claim(Some(cell), &self.set.total).value
        {
            self.taken.total = Some((points, (row, column)));
        }
        self.leave(row, Words { vi: "hàng tổng cộng", en: "total" });
    }
}
