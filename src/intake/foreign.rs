//! The province's own forms → what the unit says, by a header found wherever it stands.
//!
//! A table of criteria with a column for the unit's score is enough: columns are told by their headings, rows by the
//! number of the criterion and then by its name. What was taken for what is kept in [`Understood`], for a person to
//! confirm; what has no home is a finding.

mod documents;
mod matching;
mod rows;
mod sums;
mod understood;
mod year;

use std::collections::BTreeMap;

use super::owner::{self, Above, HEAD};
use crate::assessment::{SelfAssessment, SetRef, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::UnitId;
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Place};
use crate::intake::header::{self, Role, Table};
use crate::roster::Roster;
use crate::text;
use crate::text::fold::fold;
use crate::workbook::{Book, Grid, letters};

pub use understood::{ColumnRead, ListRead, RowLeft, Understood};
pub use year::other_year;

/// What a campaign pins of a form; the rest is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pin {
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// First row of the header, from 0.
    pub header: Option<u32>,
    /// Columns, from 0.
    pub columns: BTreeMap<Role, u32>,
    /// Row and column of the cell that names the unit, from 0, on the form's sheet.
    pub unit: Option<(u32, u32)>,
}

/// Form of a province, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// What the unit says.
    pub assessment: SelfAssessment,
    /// How the sheet was understood.
    pub understood: Understood,
}

/// Tells whether a workbook may be such a form: it has a table of criteria, or the campaign pins where one is.
pub fn is_form(book: &Book, pin: &Pin) -> bool {
    *pin != Pin::default() || !header::tables(book, None).is_empty()
}

/// Finds the table of a form; `None` where no sheet has one with a column for the unit's score.
pub fn find<'b>(book: &'b Book, pin: &Pin) -> Option<Table<'b>> {
    tables(book, pin).into_iter().next()
}

/// Finds the unit that is named in the cell which the campaign pins.
pub fn in_cell<'u>(book: &Book, roster: &'u Roster, pin: &Pin) -> Option<&'u Unit> {
    let table = find(book, pin)?;
    roster.called(&table.grid.shown(pin.unit?.0, pin.unit?.1)?).one()
}

/// Finds the unit that a form is about. Nothing where none, or more than one, is named.
pub fn owner<'u>(book: &Book, roster: &'u Roster, file: &str, pin: &Pin) -> Checked<Option<&'u Unit>> {
    let mut sheets: Vec<Above<'_>> = tables(book, pin).iter().map(|table| (table.grid, table.top)).collect();
    if sheets.is_empty() {
        sheets.extend(book.sheets.iter().find(|sheet| !sheet.hidden).map(|grid| (grid, HEAD)));
    }
    owner::owner(book, &sheets, pin.unit, roster, file)
}

/// Reads a form of a province against a set.
pub fn read(book: &Book, set: &CriteriaSet, unit: &UnitId, file: &str, pin: &Pin) -> Checked<Option<Foreign>> {
    let mut findings = Vec::new();
    let found = tables(book, pin);
    let Some((table, others)) = found.split_first() else {
        findings.push(none(book, file, pin));
        return Checked { value: None, findings };
    };
    for other in others {
        let (name, read) = (&other.grid.name, &table.grid.name);
        let message = text!(
            "Trang “{name}” cũng có bảng tiêu chí; chỉ trang “{read}” được đọc.",
            "Sheet “{name}” has a table of criteria, too; only “{read}” is read."
        );
        findings.push(Finding::new(&code::SECOND_TABLE, message).at(sheet_place(file, other.grid)));
    }
    let lists = documents::find(book, table);
    let known: Vec<&str> = found.iter().map(|table| table.grid.name.as_str()).chain(lists.iter().map(documents::List::name)).collect();
    crate::form::read::other_sheets(book, &known, file, &mut findings);
    let mut taken = rows::read(table, set, file, documents::below(&lists, table.grid), pin).collect(&mut findings);
    sums::check(&taken, set, table, file, &mut findings);
    let lists = lists.iter().map(|list| documents::read(list, set, file, &mut taken.answers, &mut findings)).collect();
    for finding in &mut findings {
        finding.unit = Some(unit.clone());
    }
    let layout = layout(table);
    let assessment = SelfAssessment {
        unit: unit.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: file.to_owned(),
        layout: layout.to_owned(),
        answers: taken.answers.clone(),
    };
    let understood = understood::of(table, layout, taken, lists);
    Checked { value: Some(Foreign { assessment, understood }), findings }
}

/// Lists the tables that may be forms, the likeliest first; what is pinned is obeyed.
fn tables<'b>(book: &'b Book, pin: &Pin) -> Vec<Table<'b>> {
    let mut found: Vec<Table<'b>> = match (pin.header, pin.columns.is_empty()) {
        (None, true) => header::tables(book, pin.sheet.as_deref()),
        _ => sheets(book, pin).filter_map(|grid| pinned(grid, pin)).collect(),
    };
    found.retain(|table| table.column(Role::Claim).is_some());
    found
}

/// Lists the sheets that the pin allows.
fn sheets<'b>(book: &'b Book, pin: &Pin) -> impl Iterator<Item = &'b Grid> {
    let named = pin.sheet.as_deref().map(fold);
    book.sheets.iter().filter(move |grid| named.as_ref().map_or(!grid.hidden, |name| fold(&grid.name) == *name))
}

/// Makes the table of a sheet by the pin.
fn pinned<'b>(grid: &'b Grid, pin: &Pin) -> Option<Table<'b>> {
    let found = match pin.header {
        Some(top) => header::at(grid, top),
        None => header::table(grid),
    };
    let mut table = match (found, pin.header) {
        (Some(table), _) => table,
        // A header mostly in words that nobody knows: the row below is the first of the data.
        (None, Some(top)) if grid.row(top).next().is_some() => {
            let heard = |words: &str| header::role(words).unwrap_or(Role::Other);
            let columns =
                grid.row(top).map(|(column, cell)| (column, cell.shown())).map(|(column, words)| (column, (heard(&words), words)));
            let columns = columns.collect();
            Table { grid, top, data: top + 1, columns }
        }
        _ => return None,
    };
    for (role, column) in &pin.columns {
        for (at, (of, _)) in &mut table.columns {
            if of == role && at != column {
                *of = Role::Other;
            }
        }
        table.columns.entry(*column).or_insert_with(|| (*role, letters(*column))).0 = *role;
    }
    table.column(Role::Name).is_some().then_some(table)
}

/// Says why no table is read.
fn none(book: &Book, file: &str, pin: &Pin) -> Finding {
    if let Some(name) = pin.sheet.as_deref().filter(|_| sheets(book, pin).next().is_none()) {
        let message = text!(
            "Tệp “{file}” không có trang “{name}” mà đợt đánh giá quy định.",
            "“{file}” has no sheet “{name}”, which the campaign names."
        );
        return Finding::new(&code::PIN_NOT_THERE, message).at(Place::file(file));
    }
    let without = header::tables(book, pin.sheet.as_deref()).into_iter().next();
    if let Some(table) = without {
        let name = &table.grid.name;
        let message = text!(
            "Bảng tiêu chí ở trang “{name}” không có cột điểm tự đánh giá.",
            "The table of criteria on sheet “{name}” has no column for the unit's own score."
        );
        return Finding::new(&code::NO_CLAIM_COLUMN, message).at(sheet_place(file, table.grid));
    }
    let message = text!("Không nhận ra biểu tự đánh giá trong tệp “{file}”.", "No form for self-assessment is recognised in “{file}”.");
    Finding::new(&code::NO_FORM, message).at(Place::file(file))
}

/// Gives the place of a sheet.
fn sheet_place(file: &str, grid: &Grid) -> Place {
    Place { sheet: Some(grid.name.clone()), ..Place::file(file) }
}

/// Names the layout by the columns that are peculiar to it; `table` where none is.
fn layout(table: &Table<'_>) -> &'static str {
    let has = |role| table.column(role).is_some();
    if has(Role::Rate) || (has(Role::Content) && has(Role::Figures)) {
        "E"
    } else if has(Role::Figures) && has(Role::Number) {
        "B"
    } else if !has(Role::Number) && (has(Role::Evidence) || has(Role::Explanation)) {
        "D"
    } else if has(Role::Number) && (has(Role::Survey) || has(Role::Appraised)) {
        "A"
    } else {
        "table"
    }
}
