//! Notes below a table: they may set a condition for many criteria, and no rule uses them.

use super::Whole;
use crate::convert::columns::points;
use crate::convert::ends::{heads_notes, is_note};
use crate::convert::joined;
use crate::convert::rows::CellWords;
use crate::convert::tree::Node;
use crate::finding::convert::NOTE;
use crate::finding::{Finding, Place};
use crate::intake::Role;
use crate::intake::header::Table;
use crate::text;
use crate::text::fold::tidy;
use crate::workbook::address;

impl Whole<'_> {
    /// Tells of notes below the tables, but for those that are lines of a criterion, which are told there.
    pub fn notes(&mut self, leaves: &[&Node]) {
        let lines: Vec<&CellWords> = leaves.iter().flat_map(|leaf| &leaf.lines).collect();
        let mut found = Vec::new();
        for table in self.tables {
            let mut listed = false;
            for (row, column, words) in below(table) {
                let (note, goes_on) = (is_note(&words), listed && is_listed(&words));
                listed = goes_on || heads_notes(&words);
                if !note && !goes_on {
                    continue;
                }
                if lines
                    .iter()
                    .any(|said| said.text == words || joined::parted(&said.cell).1 == address(row, column) && words.ends_with(&said.text))
                {
                    continue;
                }
                let message = text!("dưới bảng có ghi chú: “{words}”", "there is a note below the table: “{words}”");
                let place = Place::cell(self.file, table.grid.name.clone(), address(row, column));
                found.push(Finding::new(&NOTE, message).at(place));
            }
        }
        self.findings.extend(found);
    }
}

/// Tells whether words are one of several in a list: “1. Năm đánh giá …”, “(2) …”, “- …”.
fn is_listed(words: &str) -> bool {
    let rest = words.trim_start_matches(['(', ' ']).trim_start_matches(|c: char| c.is_ascii_digit());
    words.starts_with(['-', '–', '+', '•'])
        || rest.len() < words.len() && rest.starts_with(['.', ')']) && words.starts_with(|c: char| c == '(' || c.is_ascii_digit())
}

/// Lists the words below the last row that has a maximum.
fn below(table: &Table<'_>) -> Vec<(u32, u32, String)> {
    let given = |row: &u32, column: u32| table.grid.get(*row, column).is_some_and(|cell| points(cell).is_some());
    let number = |column: u32| table.grid.rows().into_iter().filter(|row| given(row, column)).max();
    let Some(last) = table.column(Role::Max).and_then(number) else { return Vec::new() };
    let cells = table.grid.cells.range((last + 1, 0)..);
    cells.map(|((row, column), cell)| (*row, *column, tidy(&cell.shown()))).filter(|(.., words)| !words.is_empty()).collect()
}
