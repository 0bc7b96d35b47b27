//! The province's own forms → what the unit says, by a header found wherever it stands.
//!
//! A table of criteria with a column for the unit's score is enough: columns are told by their headings, rows by the
//! number of the criterion and by its name. A form may take several tables: one for each area, or a second page. What was
//! taken for what is kept in [`Understood`], for a person to confirm; what has no home is a finding.

mod bands;
mod beside;
pub(super) mod choice;
mod documents;
mod elsewhere;
mod joined;
mod matching;
mod neighbours;
mod not_understood;
mod parts;
mod places;
mod rows;
mod settled;
mod sums;
mod supplement;
mod understood;
mod unheaded;
mod unread;
mod year;

use std::collections::{BTreeMap, BTreeSet};

use super::owner::{self, Above, HEAD};
use crate::assessment::{Answer, Remarks, SelfAssessment, SetRef, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, UnitId};
use crate::finding::sheet as code;
use crate::finding::{self, Checked, Finding, Place};
use crate::intake::header::{self, Table};
use crate::intake::heading::Role;
use crate::roster::Roster;
use crate::text;
use crate::text::Lang;
use crate::text::fold::bare;
use crate::workbook::{Book, Grid, Value};

pub use beside::apart;
pub use choice::choose_columns;
pub(in crate::intake) use choice::{Chosen, Why, choose};
pub use elsewhere::no_form;
pub use joined::is_title;
pub use matching::turns;
pub use neighbours::{Lacking, Layout, Neighbour, blank_figures, lacking};
pub use parts::find;
use parts::{Part, parts};
pub use rows::figure_called;
pub use settled::propose;
pub use supplement::{Added, Beside, add, nothing_to_do, read as read_beside};
pub use understood::{ColumnRead, ListRead, RowLeft, Understood};
pub use unheaded::UNREAD;
use unheaded::find as find_unheaded;
pub use unread::settle as settle_unread;
pub use year::of_words as year_of_words;

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
    /// Leaves whose figures the form does not ask for, though it asks for those of others.
    pub no_figures: BTreeSet<CriterionId>,
}

impl Pin {
    /// Tells whether it says where on which sheet the form stands.
    pub fn says_where(&self) -> bool {
        self.sheet.is_some() || self.header.is_some() || !self.columns.is_empty() || self.unit.is_some()
    }
}

/// What a form is read by.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Set of the unit's group.
    pub set: &'a CriteriaSet,
    /// Unit that the form is of.
    pub unit: &'a UnitId,
    /// Units of the campaign, by name.
    pub roster: &'a Roster,
    /// Year that is scored, where it is known.
    pub year: Option<i16>,
    /// File, as it is called in findings.
    pub file: &'a str,
    /// What the campaign pins.
    pub pin: &'a Pin,
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
    pin.says_where() || book.sheets.iter().any(|grid| !grid.hidden && header::first(grid).is_some())
}

/// Layout of a workbook that holds no form, but documents, explanations or figures of one.
pub const LIST: &str = "list";

/// Tells whether a workbook without a table of points lists documents, or figures of criteria.
pub fn is_list(book: &Book, year: i16) -> bool {
    !documents::find(book, &[], Some(year)).is_empty() || !parts::without_score(book, &[]).is_empty()
}

/// Tells whether a workbook without a known table names criteria of a set, with points beside them.
pub fn is_unheaded(book: &Book, set: &CriteriaSet, year: i16) -> bool {
    find_unheaded(book, set, Some(year), &[]).is_some()
}

/// Rows below the first one of signatures in which somebody signs.
const SIGNED_WITHIN: u32 = 15;

/// Tables of a workbook that may be a form. Finding them takes a look at every row, so it is done once.
#[derive(Clone, Debug)]
pub struct Tables<'b> {
    book: &'b Book,
    pin: &'b Pin,
    parts: Vec<Part<'b>>,
}

impl<'b> Tables<'b> {
    /// Finds them; what the campaign pins is obeyed.
    pub fn of(book: &'b Book, pin: &'b Pin) -> Self {
        Self { book, pin, parts: parts(book, pin) }
    }

    /// Gives what they say beside their rows: that it is the adjusted form, or the second.
    pub fn titles(&self) -> String {
        self.parts.iter().flat_map(joined::titles).collect::<Vec<_>>().join(" / ")
    }

    /// Says that the title names another year than the one that is scored, or that the form is not settled: that of the table
    /// that is read, where one of several was left for what it says.
    pub fn other_year(&self, year: i16, unit: &UnitId, file: &str, read: Option<&Understood>) -> Option<Finding> {
        let stands = |part: &&Part<'_>, read: &Understood| part.table.grid.name == read.sheet && part.table.top + 1 == read.header.0;
        let read = read.and_then(|read| self.parts.iter().find(|part| stands(part, read)));
        let table = &read.or_else(|| parts::longest(&self.parts))?.table;
        year::other_year(table, year, unit, file).or_else(|| year::unsettled(table, unit, file))
    }

    /// Finds the unit that it is about. Nothing where none, or more than one, is named.
    pub fn owner<'u>(&self, roster: &'u Roster, file: &str) -> Checked<Option<&'u Unit>> {
        let mut parts: Vec<&Part<'_>> = self.parts.iter().collect();
        parts.sort_by_key(|part| std::cmp::Reverse(header::maxima(&part.table)));
        // Of a table below another only what stands between the two.
        let heads: Vec<(Grid, u32)> = parts.iter().map(|part| part.head()).collect();
        let mut sheets: Vec<Above<'_>> = heads.iter().map(|(grid, top)| (grid, *top)).collect();
        if sheets.is_empty() {
            sheets.extend(self.book.sheets.iter().find(|sheet| !sheet.hidden).map(|grid| (grid, HEAD)));
        }
        let mut checked = owner::owner(self.book, &sheets, self.pin.unit, roster, file);
        let signed = self.signatures();
        let other = checked.value.and_then(|own| Some((own, owner::signed_as_another(self.book, &signed, own, roster)?)));
        if let Some((own, other)) = other {
            checked = Checked { value: None, findings: vec![owner::signed_otherwise(own, &other, file)] };
        }
        checked
    }

    /// Lists the cells of words from the first row of signatures below a table on.
    fn signatures(&self) -> Vec<(&'b Grid, (u32, u32), &'b str)> {
        let below = |part: &Part<'b>| -> Vec<(&'b Grid, (u32, u32), &'b str)> {
            let grid = part.table.grid;
            let signs = |row: u32| {
                let words = grid.row(row).all(|(_, cell)| matches!(cell.value, Value::Text(_)));
                let plain = || grid.row(row).map(|(_, cell)| bare(&cell.shown())).collect::<Vec<_>>().join(" | ");
                words && header::is_signature(&plain())
            };
            let first = grid.rows().into_iter().filter(|row| *row >= part.table.data).find(|row| signs(*row));
            // The office stands above whoever signs for it: “UBND XÃ TÂN BÌNH”, “CHỦ TỊCH”.
            let from = |first: u32| first.saturating_sub(1).max(part.table.data);
            let cells = first.into_iter().flat_map(|first| grid.cells.range((from(first), 0)..(first + SIGNED_WITHIN, 0)));
            let words = cells.filter(|(_, cell)| !cell.is_blank()).filter_map(|(at, cell)| match &cell.value {
                Value::Text(words) => Some((grid, *at, words.as_str())),
                _ => None,
            });
            words.collect()
        };
        // Between two tables of a sheet the second one's letterhead stands.
        let is_last = |part: &&Part<'b>| {
            !self.parts.iter().any(|other| other.table.grid.name == part.table.grid.name && other.table.top > part.table.top)
        };
        self.parts.iter().filter(is_last).flat_map(below).collect()
    }

    /// Reads a form of a province against a set.
    pub fn read(&self, asked: &Asked<'_>) -> Checked<Option<Foreign>> {
        let book = self.book;
        let mut findings = Vec::new();
        let mut parts = self.parts.clone();
        if parts.is_empty() {
            let other = self.unheaded(asked).or_else(|| self.beside_alone(asked));
            return other.unwrap_or_else(|| Checked { value: None, findings: vec![none(book, asked)] });
        }
        parts.retain(|part| parts::is_of(part, asked, &mut findings));
        let lists = documents::find(book, &parts, asked.year);
        documents::cut(&mut parts, &lists);
        let of_form: Vec<&str> = self.parts.iter().map(|part| part.table.grid.name.as_str()).collect();
        let of_lists: Vec<&str> = lists.iter().map(documents::List::name).collect();
        let beside =
            if asked.pin.says_where() { Vec::new() } else { supplement::tables(book, asked, (&of_form, &of_lists), &mut findings) };
        let of_beside = beside.iter().map(|one| one.part.table.grid.name.as_str());
        let of_parts = parts.iter().map(|part| part.table.grid.name.as_str());
        let known: Vec<&str> = of_parts.chain(of_lists.iter().copied()).chain(of_beside).collect();
        crate::form::read::other_sheets(book, (&known, Lang::Vi), asked.file, &mut findings);
        findings.extend(supplement::said(&beside, asked));
        let mut read: Vec<joined::Read<'_>> = Vec::new();
        let unit = asked.roster.called_or_numbered(asked.unit.as_str()).one().map_or("", |unit| unit.name.as_str());
        for mut part in parts {
            bands::settle(&mut part, asked);
            let columns = choice::columns(&mut part.table, asked.year, unit, &asked.pin.columns);
            choice::say(&columns, &part.table, asked.file, &mut findings);
            let taken = rows::read(&mut part, &columns, asked).collect(&mut findings);
            read.push(joined::Read { part, columns, taken });
        }
        let joined = joined::join(read, asked, &mut findings);
        let mut answers = joined.answers;
        let on_form: BTreeSet<&str> = joined.read.iter().map(|one| one.part.table.grid.name.as_str()).collect();
        let of_unit = |list: &&documents::List<'_>| {
            let other = if on_form.contains(list.name()) { None } else { documents::not_of_unit(list, asked) };
            let is_own = other.is_none();
            findings.extend(other);
            is_own
        };
        let lists: Vec<&documents::List<'_>> = lists.iter().filter(of_unit).collect();
        let lists_read: Vec<ListRead> =
            lists.iter().map(|list| documents::read(list, asked.set, asked.file, &mut answers, &mut findings)).collect();
        let Some(main) = joined.read.first() else { return Checked { value: None, findings } };
        let layout = layout(&main.part.table);
        let mut understood = sum_up(main);
        understood.others = joined.read.iter().skip(1).map(sum_up).collect();
        understood.lists = lists_read;
        understood.beside = beside.iter().map(sum_up).collect();
        let with_figures = supplement::join(&mut answers, &beside, asked, &mut findings);
        settled::settle(&joined.read, asked, (&mut answers, with_figures), &mut understood, &mut findings);
        unread::settle(book, asked.set, &answers, &mut findings);
        findings.extend(elsewhere::findings(&joined.read, asked, &answers));
        findings.extend(unheaded::beside(book, asked, &of_form, &answers));
        let missing = findings.iter().any(|finding| finding.code == &code::CRITERION_NOT_FOUND);
        findings.extend(elsewhere::hidden(book, asked, missing));
        for finding in &mut findings {
            finding.unit = Some(asked.unit.clone());
        }
        let set = asked.set;
        let mut assessment = SelfAssessment {
            unit: asked.unit.clone(),
            set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
            file: asked.file.to_owned(),
            layout: layout.into(),
            answers,
            shared: Answer::default(),
            remarks: Remarks::default(),
            holds_unread: joined.read.iter().any(joined::holds_disputed),
        };
        let unlike = assessment.gather(set);
        findings.extend(unlike.into_iter().map(|finding| finding.of(asked.unit)));
        Checked { value: Some(Foreign { assessment, understood }), findings }
    }
}

/// Finds the unit that is named in the cell which the campaign pins.
pub fn in_cell<'u>(book: &Book, roster: &'u Roster, pin: &Pin) -> Option<&'u Unit> {
    let (row, column) = pin.unit?;
    let table = find(book, pin)?;
    roster.called(&table.grid.shown(row, column)?).one()
}

/// Finds the unit that a form is about. Nothing where none, or more than one, is named.
pub fn owner<'u>(book: &Book, roster: &'u Roster, file: &str, pin: &Pin) -> Checked<Option<&'u Unit>> {
    Tables::of(book, pin).owner(roster, file)
}

/// Reads a form of a province against a set.
pub fn read(book: &Book, asked: &Asked<'_>) -> Checked<Option<Foreign>> {
    Tables::of(book, asked.pin).read(asked)
}

/// Sums up how a table was understood.
fn sum_up(read: &joined::Read<'_>) -> Understood {
    let taken = &read.taken;
    understood::of(&read.part.table, layout(&read.part.table), &taken.rows, &taken.left, taken.remarks)
}

/// Says why no table is read.
fn none(book: &Book, asked: &Asked<'_>) -> Finding {
    let (file, pin) = (asked.file, asked.pin);
    if let Some(name) = pin.sheet.as_deref().filter(|_| parts::sheets(book, pin).next().is_none()) {
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
        return Finding::new(&code::NO_CLAIM_COLUMN, message).at(sheet_place(file, table.grid)).hides([finding::Part::Form]);
    }
    let message = text!("Không nhận ra biểu tự đánh giá trong tệp “{file}”.", "No form for self-assessment is recognised in “{file}”.");
    Finding::new(&code::NO_FORM, message).at(Place::file(file)).hides([finding::Part::Form])
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
    } else if !has(Role::Number) && (table.has_evidence() || has(Role::Explanation)) {
        "D"
    } else if has(Role::Number) && (has(Role::Survey) || has(Role::Appraised)) {
        "A"
    } else {
        "table"
    }
}
