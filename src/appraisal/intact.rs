//! Which lines of a filled workbook still are what the program wrote: their keys are there, and they show what the keys say.
//!
//! A leaf is judged as a whole: half of what was typed for it would be a statement that nobody made.

use std::collections::{BTreeMap, BTreeSet};

use super::gone;
use super::known::Known;
use super::layout::{APPLIES, CORRECTED, FINAL, LineKey, POINTS, TABLE_COLUMNS, former_label_of_part, label_of_input, label_of_part};
use super::meta::{self, Meta};
use super::refused::{FILLED, Intact, Line};
use super::stray;
use crate::assessment::Unit;
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, UnitId};
use crate::finding::appraisal::{BOOK_WITHOUT_TABLE, HEADING_OF_BOOK, LINE_MOVED, SHEET_COPIED};
use crate::finding::{CellAddress, Finding, Place};
use crate::form::layout::Column;
use crate::form::read::keyed::{Keyed, Repeated};
use crate::text;
use crate::text::Lang;
use crate::text::fold::{excerpt, fold};
use crate::workbook::{Cell, letters};

/// Columns by which a line is known to people.
const SHOWN: [&str; 4] = ["stt", "unit", "content", "max"];

/// Column whose key is gone.
struct LostColumn {
    key: &'static str,
    heading: &'static str,
    /// Where it stands; `None` where the whole column is gone.
    column: Option<u32>,
}

/// Compares a sheet with its own keys.
pub fn check(sheet: &Keyed<'_, LineKey>, file: &str, known: &Known<'_>, meta: &Meta) -> Intact {
    let lost = lost_columns(sheet, meta.lang);
    let of_lost = lost.iter().filter(|lost| FILLED.contains(&lost.key)).filter_map(|lost| lost.column);
    let others = sheet.repeated.iter().filter(|repeated| FILLED.contains(&repeated.key.as_str()));
    let columns: Vec<u32> =
        FILLED.iter().filter_map(|key| sheet.column(key)).chain(of_lost).chain(others.flat_map(|one| one.others.iter().copied())).collect();
    let mut checking = Checking { sheet, file, known, meta, columns, intact: Intact::default() };
    let touched = checking.touched();
    checking.rows_without_key();
    for lost in &lost {
        match lost.column {
            Some(column) => checking.column_without_key(lost.heading, column, &touched),
            None => checking.column_deleted(lost, &touched),
        }
    }
    for repeated in &sheet.repeated {
        checking.column_twice(repeated, &touched);
    }
    // Whatever “Lý do” is called, it gives reasons.
    for written in TABLE_COLUMNS.iter().filter(|column| [CORRECTED, POINTS, APPLIES, FINAL].contains(&column.key)) {
        checking.heading_changed(written, &touched);
    }
    for (row, key) in &sheet.rows {
        if let Some((unit, leaf)) = key.of()
            && touched.contains(&(unit.clone(), leaf.clone()))
        {
            checking.shows_its_key(*row, key, unit, leaf);
        }
    }
    checking.rows_deleted(&touched);
    let mut intact = checking.intact;
    let told = lost.iter().filter_map(|lost| lost.column).collect();
    stray::check(sheet, file, &meta.printed, (&told, &touched), &mut intact);
    let gone = gone::rows(sheet, file, known, &meta.printed, &intact);
    intact.findings.extend(gone);
    intact
}

/// Gives the first cell of a row in which an appraiser typed something that is read.
pub fn typed<'s>(sheet: &'s Keyed<'_, LineKey>, row: u32) -> Option<(u32, &'s Cell)> {
    let columns = FILLED.iter().filter_map(|key| sheet.column(key));
    let cells = columns.filter_map(|column| Some((column, sheet.grid.get(row, column)?)));
    cells.filter(|(_, cell)| !cell.is_blank()).min_by_key(|(column, _)| *column)
}

/// Says that a copy of a sheet, which is not read, says something that the sheet does not.
pub fn differs(sheet: &Keyed<'_, LineKey>, copy: &Keyed<'_, LineKey>, file: &str) -> Option<Finding> {
    let rows: BTreeMap<&LineKey, u32> = sheet.rows.iter().map(|(row, key)| (key, *row)).collect();
    let other = |row: u32, key: &LineKey, filled: &str| {
        let column = copy.column(filled)?;
        let said = copy.grid.shown(row, column)?;
        let read = rows.get(key).and_then(|row| sheet.grid.shown(*row, sheet.column(filled)?));
        (read.as_ref() != Some(&said)).then_some((row, column, said))
    };
    let mut cells = copy.rows.iter().flat_map(|(row, key)| FILLED.iter().map(move |filled| (*row, key, *filled)));
    let (row, column, said) = cells.find_map(|(row, key, filled)| other(row, key, filled))?;
    let (name, read) = (&copy.grid.name, &sheet.grid.name);
    let message = text!(
        "Trang “{name}” là bản chép của trang “{read}”, ở đây ghi “{said}” mà trang “{read}” không ghi như vậy; chỉ trang “{read}” được đọc.",
        "The sheet “{name}” is a copy of “{read}” and says “{said}” here, which “{read}” does not; only “{read}” is read."
    );
    Some(Finding::new(&SHEET_COPIED, message).at(Place::cell(file, name, CellAddress::new(row, column).to_string())))
}

/// Lists the columns that have lost their key: those of its heading, else where the program wrote it.
fn lost_columns(sheet: &Keyed<'_, LineKey>, lang: Lang) -> Vec<LostColumn> {
    let is_written = |key: String| TABLE_COLUMNS.iter().any(|column| column.key == key);
    let has_key = |column: u32| sheet.grid.shown(sheet.keys.0, column).is_some_and(is_written);
    let headings: BTreeMap<String, u32> = sheet
        .grid
        .row(sheet.keys.0 + 1)
        .filter(|(column, _)| !has_key(*column))
        .map(|(column, cell)| (fold(&cell.shown()), column))
        .collect();
    let lost = (0..).zip(TABLE_COLUMNS).filter_map(|(at, written)| {
        let known = sheet.columns.contains_key(written.key) || sheet.repeated.iter().any(|one| one.key == written.key);
        if known || !FILLED.iter().chain(&SHOWN).any(|key| *key == written.key) {
            return None;
        }
        let at = sheet.keys.1 + at;
        let by_place = || (!has_key(at) && sheet.grid.get(sheet.keys.0 + 1, at).is_none()).then_some(at);
        let column = headings.get(&fold(written.heading.get(lang))).copied().or_else(by_place);
        Some(LostColumn { key: written.key, heading: written.heading.get(lang), column })
    });
    lost.collect()
}

/// A check that goes on.
struct Checking<'c, 'a, 'k> {
    sheet: &'c Keyed<'a, LineKey>,
    file: &'c str,
    known: &'c Known<'k>,
    meta: &'c Meta,
    /// Columns in which appraisers may have typed something, whether they are read or not.
    columns: Vec<u32>,
    intact: Intact,
}

impl Checking<'_, '_, '_> {
    /// Gives the place of a cell.
    fn place(&self, row: u32, column: u32) -> Place {
        Place::cell(self.file, &self.sheet.grid.name, CellAddress::new(row, column).to_string())
    }

    /// Gives the first cell of a row in which an appraiser typed something, in a column that is read or in one that is not.
    fn typed(&self, row: u32) -> Option<(u32, &Cell)> {
        let cells = self.columns.iter().filter_map(|column| Some((*column, self.sheet.grid.get(row, *column)?)));
        cells.filter(|(_, cell)| !cell.is_blank() && !cell.formula).min_by_key(|(column, _)| *column)
    }

    /// Lists the leaves for which anything was typed.
    fn touched(&self) -> BTreeSet<Line> {
        let rows = self.sheet.rows.iter().filter(|(row, _)| self.typed(*row).is_some());
        rows.filter_map(|(_, key)| key.of()).map(|(unit, leaf)| (unit.clone(), leaf.clone())).collect()
    }

    /// Gives what a row shows in a column.
    fn shown(&self, row: u32, key: &str) -> Option<String> {
        self.sheet.grid.shown(row, self.sheet.column(key)?)
    }

    /// Refuses the leaves of rows that have lost their key, where something was typed in them.
    fn rows_without_key(&mut self) {
        let keyed: BTreeSet<u32> = self.sheet.rows.iter().map(|(row, _)| *row).collect();
        let below = self.sheet.grid.rows().into_iter().filter(|row| *row > self.sheet.keys.0 + 1 && !keyed.contains(row));
        for row in below {
            let Some((unit, leaf)) = self.line_shown(row) else { continue };
            self.intact.unkeyed.insert(row, (unit.clone(), leaf.clone()));
            let Some((column, cell)) = self.typed(row) else { continue };
            let (said, name) = (cell.shown(), self.shown(row, "unit").unwrap_or_default());
            let keys = CellAddress::new(row, self.sheet.keys.1);
            let message = text!(
                "Ô mã ẩn {keys} của dòng ghi “{said}” đã bị xóa hoặc sửa; điểm và số liệu thẩm định tiêu chí {leaf} của “{name}” chưa được tính.",
                "The hidden key {keys} of the line that says “{said}” is gone or was changed; nothing typed for criterion {leaf} of “{name}” counts."
            );
            let finding = Finding::new(&BOOK_WITHOUT_TABLE, message).of(&unit).on(&leaf).at(self.place(row, column));
            self.intact.findings.push(finding);
            self.intact.refused.insert((unit, leaf));
        }
    }

    /// Gives the leaf that a row shows to people; `None` where it shows none of the workbook's.
    fn line_shown(&self, row: u32) -> Option<Line> {
        let (id, name) = (self.shown(row, "stt")?, self.shown(row, "unit")?);
        let units: BTreeSet<&UnitId> = self.sheet.rows.iter().filter_map(|(_, key)| key.of()).map(|(unit, _)| unit).collect();
        let (unit, set) = units.into_iter().find_map(|unit| {
            let (known, set) = (self.known.unit)(unit)?;
            (fold(&known.name) == fold(&name)).then_some((unit, set))
        })?;
        let leaf = set.leaves().map(|(criterion, _)| &criterion.id).find(|leaf| fold(leaf.as_str()) == fold(&id))?;
        Some((unit.clone(), leaf.clone()))
    }

    /// Refuses the leaves for which something was typed in a column that has lost its key.
    fn column_without_key(&mut self, heading: &str, column: u32, touched: &BTreeSet<Line>) {
        let mut first = None;
        let mut lines = BTreeSet::new();
        for (row, key) in &self.sheet.rows {
            let Some((unit, leaf)) = key.of() else { continue };
            let line = (unit.clone(), leaf.clone());
            if touched.contains(&line) && self.sheet.grid.get(*row, column).is_some_and(|cell| !cell.is_blank()) {
                first.get_or_insert(*row);
                lines.insert(line);
            }
        }
        let Some(row) = first else { return };
        let count = lines.len();
        let keys = CellAddress::new(self.sheet.keys.0, column);
        let message = text!(
            "Ô mã ẩn {keys} của cột “{heading}” đã bị xóa hoặc sửa; điểm và số liệu thẩm định của {count} dòng tiêu chí có ghi ở cột này, từ ô nêu trên trở xuống, chưa được tính.",
            "The hidden key {keys} of the column “{heading}” is gone or was changed. Lines of criteria with content in this column that don't count, from this cell downwards: {count}."
        );
        self.intact.findings.push(Finding::new(&BOOK_WITHOUT_TABLE, message).at(self.place(row, column)));
        self.intact.refused.extend(lines);
    }

    /// Refuses every leaf for which something was typed where a column is gone that may have said otherwise.
    fn column_deleted(&mut self, lost: &LostColumn, touched: &BTreeSet<Line>) {
        if touched.is_empty() || ![CORRECTED, POINTS, APPLIES].contains(&lost.key) {
            return;
        }
        let (heading, count) = (lost.heading, touched.len());
        let message = text!(
            "Phiếu thẩm định không còn cột “{heading}”, nên không biết ở đó đã ghi gì; {count} dòng tiêu chí đã ghi ở các cột khác chưa được tính.",
            "The appraisal workbook has lost its column “{heading}”, and what stood there is not known. Lines of criteria with content in other columns that don't count: {count}."
        );
        let place = Place { sheet: Some(self.sheet.grid.name.clone()), ..Place::file(self.file) };
        self.intact.findings.push(Finding::new(&BOOK_WITHOUT_TABLE, message).at(place));
        self.intact.refused.extend(touched.iter().cloned());
    }

    /// Refuses the leaves of which a row is gone that may have said otherwise.
    fn rows_deleted(&mut self, touched: &BTreeSet<Line>) {
        for (unit, leaf) in touched.iter().filter(|line| !self.intact.refused.contains(line)).cloned().collect::<Vec<_>>() {
            let Some((whole, set)) = (self.known.unit)(&unit).filter(|(_, set)| self.is_same_version(set)) else { continue };
            // What the campaign excuses has a row of its own alone.
            if whole.not_applicable.contains(&leaf) {
                continue;
            }
            let name = &whole.name;
            let rows: Vec<(u32, LineKeyOf<'_>)> = self
                .sheet
                .rows
                .iter()
                .filter(|(_, key)| key.of() == Some((&unit, &leaf)))
                .filter_map(|(row, key)| Some((*row, LineKeyOf::new(key)?)))
                .collect();
            let all = labels(set, &leaf, self.meta.lang);
            let Some((_, label)) = all.iter().find(|(of, _)| !rows.iter().any(|(_, row)| row == of)) else { continue };
            let message = text!(
                "Dòng “{label}” của tiêu chí {leaf}, “{name}” không còn trong phiếu, nên không biết ở đó đã ghi gì; tiêu chí này chưa được tính.",
                "The line “{label}” of criterion {leaf}, “{name}” is gone, and what stood there is not known; nothing typed for this criterion counts."
            );
            let place = self.place(rows.first().map_or(0, |(row, _)| *row), self.sheet.column("content").unwrap_or_default());
            self.refuse(Finding::new(&LINE_MOVED, message).at(place), &unit, &leaf);
        }
    }

    /// Refuses the leaves of which two columns with one key say different things.
    fn column_twice(&mut self, repeated: &Repeated, touched: &BTreeSet<Line>) {
        let Some(written) = TABLE_COLUMNS.iter().find(|column| column.key == repeated.key) else { return };
        if !FILLED.iter().chain(&SHOWN).any(|key| *key == repeated.key) {
            return;
        }
        let mut first = None;
        let mut lines = BTreeSet::new();
        for (row, key) in &self.sheet.rows {
            let Some((unit, leaf)) = key.of() else { continue };
            let line = (unit.clone(), leaf.clone());
            if !touched.contains(&line) {
                continue;
            }
            let read = repeated.read.and_then(|column| self.sheet.grid.shown(*row, column));
            let differs = |column: &&u32| self.sheet.grid.shown(*row, **column).is_some_and(|shown| read.as_ref() != Some(&shown));
            if let Some(column) = repeated.others.iter().find(differs) {
                first.get_or_insert((*row, *column));
                lines.insert(line);
            }
        }
        let Some((row, column)) = first else { return };
        let all: BTreeSet<u32> = repeated.read.into_iter().chain(repeated.others.iter().copied()).collect();
        let all = all.into_iter().map(letters).collect::<Vec<_>>().join(", ");
        let (heading, count) = (written.heading.vi, lines.len());
        let message = text!(
            "Các cột {all} cùng là cột “{heading}” mà ghi khác nhau; không rõ cột nào được dùng nên {count} dòng tiêu chí có ghi khác nhau, từ ô nêu trên trở xuống, chưa được tính.",
            "The columns {all} are all headed “{heading}” and differ; it is not clear which one counts. Lines of criteria that don't count for this, from this cell downwards: {count}."
        );
        self.intact.findings.push(Finding::new(&BOOK_WITHOUT_TABLE, message).at(self.place(row, column)));
        self.intact.refused.extend(lines);
    }

    /// Refuses the leaves for which something was typed below a heading that says something else than the program wrote:
    /// “Không áp dụng” in the place of “Áp dụng”, the points of another year.
    fn heading_changed(&mut self, written: &Column, touched: &BTreeSet<Line>) {
        let row = self.sheet.keys.0 + 1;
        let Some(column) = self.sheet.column(written.key) else { return };
        let Some(shown) = self.sheet.grid.shown(row, column).filter(|shown| !written.is_headed(shown)) else { return };
        let typed = |row: u32| self.sheet.grid.get(row, column).is_some_and(|cell| !cell.is_blank());
        let rows = self.sheet.rows.iter().filter(|(row, _)| typed(*row));
        let lines: BTreeSet<Line> = rows.filter_map(|(_, key)| key.of()).map(|(unit, leaf)| (unit.clone(), leaf.clone())).collect();
        let lines: BTreeSet<Line> = lines.into_iter().filter(|line| touched.contains(line)).collect();
        if lines.is_empty() {
            return;
        }
        let (at, shown, count) = (letters(column), excerpt(&shown), lines.len());
        let printed = written.heading.get(self.meta.lang);
        let message = text!(
            "Tên cột {at} ghi “{shown}”, trong khi phiếu in “{printed}”; {count} dòng tiêu chí có ghi ở cột này chưa được tính.",
            "The heading of column {at} says “{shown}” where the workbook prints “{printed}”. Lines of criteria with content in this column that don't count: {count}."
        );
        self.intact.findings.push(Finding::new(&HEADING_OF_BOOK, message).at(self.place(row, column)));
        self.intact.refused.extend(lines);
    }

    /// Refuses a leaf of which a row shows another unit, criterion or figure than its key.
    fn shows_its_key(&mut self, row: u32, key: &LineKey, unit: &UnitId, leaf: &CriterionId) {
        // Whoever enters the row says that the campaign lacks the unit or the set the criterion.
        let Some((Unit { name, .. }, set)) = (self.known.unit)(unit) else { return };
        let (id_shown, unit_shown) = (self.shown(row, "stt"), self.shown(row, "unit"));
        let other = |shown: &Option<String>, own: &str| shown.as_ref().is_some_and(|shown| fold(shown) != fold(own));
        if other(&id_shown, leaf.as_str()) || other(&unit_shown, name) {
            let (theirs, id) = (unit_shown.unwrap_or_default(), id_shown.unwrap_or_default());
            let message = text!(
                "Dòng của tiêu chí {leaf}, “{name}” nay ghi tiêu chí “{id}”, đơn vị “{theirs}”; không rõ điểm của ai nên chưa tính.",
                "The line of criterion {leaf}, “{name}” now shows criterion “{id}” and unit “{theirs}”; it is not clear whose points these are, so they do not count."
            );
            let place = self.place(row, self.sheet.column("stt").unwrap_or_default());
            return self.refuse(Finding::new(&LINE_MOVED, message).at(place), unit, leaf);
        }
        let Some(content) = self.shown(row, "content") else { return };
        let Some(own) = self.label_moved(set, key, leaf, &content) else { return };
        let message = text!(
            "Dòng “{own}” của tiêu chí {leaf}, “{name}” nay ghi “{content}”; không rõ số nào của dòng nào nên tiêu chí này chưa được tính.",
            "The line “{own}” of criterion {leaf}, “{name}” now shows “{content}”; it is not clear which of them is meant, so nothing typed for this criterion counts."
        );
        let place = self.place(row, self.sheet.column("content").unwrap_or_default());
        self.refuse(Finding::new(&LINE_MOVED, message).at(place), unit, leaf);
    }

    /// Gives what a row should show, where it shows something else.
    fn label_moved(&self, set: &CriteriaSet, key: &LineKey, leaf: &CriterionId, content: &str) -> Option<String> {
        let (all, own) = (labels(set, leaf, self.meta.lang), LineKeyOf::new(key)?);
        let (_, label) = all.iter().find(|(of, _)| *of == own)?;
        let content = fold(content);
        // Earlier workbooks said of no line whether it adds points or takes them, and named parts by their ids.
        let former = || match own {
            LineKeyOf::Leaf => set.find(leaf).is_some_and(|criterion| fold(&criterion.name) == content),
            LineKeyOf::Part(part) => {
                let rule = set.find(leaf).and_then(|criterion| Some(&criterion.leaf()?.rule));
                let parts = rule.map(|rule| rule.parts()).unwrap_or_default();
                parts.iter().any(|(id, label)| *id == part && fold(&former_label_of_part(id, label)) == content)
            }
            LineKeyOf::Input(_) => false,
        };
        if fold(label) == content || former() {
            return None;
        }
        // A set may have got other words since; a line that shows those of another one was moved whatever came between.
        let of_another = || all.iter().any(|(of, label)| *of != own && fold(label) == content);
        (self.is_same_version(set) || of_another()).then(|| label.clone())
    }

    /// Tells whether the workbook was made for this version of a set.
    fn is_same_version(&self, set: &CriteriaSet) -> bool {
        self.meta.sets.get(&set.id).is_some_and(|theirs| *theirs == meta::version(&set.version, &set.sha256))
    }

    /// Refuses a leaf.
    fn refuse(&mut self, finding: Finding, unit: &UnitId, leaf: &CriterionId) {
        self.intact.findings.push(finding.of(unit).on(leaf));
        self.intact.refused.insert((unit.clone(), leaf.clone()));
    }
}

/// Row of a leaf.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineKeyOf<'a> {
    /// Its own.
    Leaf,
    /// Of a figure.
    Input(&'a str),
    /// Of a part.
    Part(&'a str),
}

impl<'a> LineKeyOf<'a> {
    /// Makes one of the key of a row of a leaf.
    fn new(key: &'a LineKey) -> Option<Self> {
        match key {
            LineKey::Leaf(..) => Some(Self::Leaf),
            LineKey::Input(_, _, input) => Some(Self::Input(input.as_str())),
            LineKey::Part(_, _, part) => Some(Self::Part(part)),
            LineKey::Keys | LineKey::Appraiser => None,
        }
    }
}

/// Lists the rows of a leaf with what each shows.
fn labels<'s>(set: &'s CriteriaSet, leaf: &CriterionId, lang: Lang) -> Vec<(LineKeyOf<'s>, String)> {
    let Some((criterion, of_leaf)) = set.find(leaf).and_then(|criterion| Some((criterion, criterion.leaf()?))) else { return Vec::new() };
    let inputs = of_leaf.asked().iter().map(|input| (LineKeyOf::Input(input.id.as_str()), label_of_input(input)));
    let parts = of_leaf.rule.parts().into_iter().map(|(part, label)| (LineKeyOf::Part(part), label_of_part(label, lang)));
    [(LineKeyOf::Leaf, set.named(criterion).get(lang).to_owned())].into_iter().chain(inputs).chain(parts).collect()
}
