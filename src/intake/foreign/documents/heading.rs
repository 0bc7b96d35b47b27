//! The heading of a list of evidence: what each of its columns is for.

use std::collections::BTreeMap;

use crate::intake::field::{Field, LONGEST, field};
use crate::intake::foreign::choice::{Chosen, choose};
use crate::intake::header;
use crate::intake::heading::{Role, Sense, parted, says_not_there, sense, without_brackets};
use crate::text::fold::bare;
use crate::typed::citation;
use crate::workbook::{Cell, Grid, Value};

/// Rows above a heading that may say what the list is.
const ABOVE: u32 = 6;

/// Heading of a list.
#[derive(Clone, Debug)]
pub struct Heading {
    /// First row.
    pub top: u32,
    /// First row of documents.
    pub data: u32,
    /// Columns, from left to right.
    pub columns: BTreeMap<u32, (Field, String)>,
    /// Choices between columns that say the same of documents, of another year or in another version: each with its field.
    pub choices: Vec<(Field, Chosen<u32>)>,
}

impl Heading {
    /// Finds the first heading of a sheet from a row on; as with forms only so many rows are searched.
    ///
    /// `year` is the one that is scored.
    pub fn find(grid: &Grid, from: u32, year: Option<i16>) -> Option<Self> {
        grid.rows().into_iter().filter(|row| *row >= from).take(header::MOST_ABOVE).find_map(|row| Self::at(grid, row, year))
    }

    /// Reads the heading that begins in a row; `None` where none does, or the table is one of criteria with their points.
    fn at(grid: &Grid, top: u32, year: Option<i16>) -> Option<Self> {
        // No heading is long, and what is none speaks against the row whatever it says.
        if grid.row(top).filter(|(_, cell)| !cell.is_long()).count() < 2 {
            return None;
        }
        let cells: Vec<String> = grid.row(top).map(|(_, cell)| if cell.is_long() { String::new() } else { cell.shown() }).collect();
        let heard = cells.iter().filter(|words| field(words).is_some()).count();
        // Criteria begin with a figure, documents have a number.
        let content = |words: &String| {
            words.starts_with(|c: char| c.is_ascii_digit())
                || citation::documents(words).iter().any(|one| one.number.is_some() || one.file.is_some())
        };
        if heard < 2 || heard * 2 < cells.len() || cells.iter().any(content) {
            return None;
        }
        let points = |table: header::Table<'_>| [Role::Claim, Role::Max, Role::Method].iter().any(|role| table.column(*role).is_some());
        if header::at(grid, top).is_some_and(points) {
            return None;
        }
        let mut columns: BTreeMap<u32, (Field, String)> = BTreeMap::new();
        let mut data = top;
        while data < top + header::TALLEST && (data == top || belongs(grid, data)) {
            for (column, cell) in grid.row(data).filter(|_| !header::is_index(grid, data)) {
                let words = cell.shown();
                let (of, heading) = columns.entry(column).or_insert((Field::Other, String::new()));
                // "Văn bản" over "Số | Ngày": the lower heading is the nearer one.
                *of = field(&words).unwrap_or(*of);
                if !heading.is_empty() {
                    heading.push_str(" / ");
                }
                heading.push_str(&words);
            }
            data += 1;
        }
        let choices = choose_versions(grid, data, year, &mut columns);
        settle(&mut columns);
        let heading = Self { top, data, columns, choices };
        if heading.lists_what_is_not_there(grid) {
            return None;
        }
        let has = |field| heading.column(field).is_some() || heading.choices.iter().any(|(of, _)| *of == field);
        let named = has(Field::Number) || has(Field::Title) || has(Field::File);
        let explained = has(Field::Explanation) && heading.names_criteria();
        ((named || explained) && (heading.names_criteria() || heading.is_of_evidence(grid))).then_some(heading)
    }

    /// Tells whether the sheet's name, what stands above, or the headings say that the documents are not there: “Tài liệu còn
    /// thiếu”, “Danh mục chưa nộp”.
    fn lists_what_is_not_there(&self, grid: &Grid) -> bool {
        let above = grid.cells.range((self.top.saturating_sub(ABOVE), 0)..(self.top, 0)).map(|(_, cell)| cell.shown());
        let titles = above.filter(|words| words.chars().count() <= LONGEST);
        let named = self.columns.values().filter(|(field, _)| matches!(field, Field::Title | Field::Number | Field::Content | Field::File));
        std::iter::once(grid.name.clone()).chain(titles).chain(named.map(|(_, words)| words.clone())).any(|words| {
            let plain = bare(&words);
            says_not_there(&words) || ["phai nop", "tai lieu mau", "du thao"].iter().any(|said| plain.contains(said))
        })
    }

    /// Tells whether a column is one of criteria in so many words.
    fn names_criteria(&self) -> bool {
        let rivals = self.choices.iter().filter(|(field, _)| *field == Field::Criterion).flat_map(|(_, chosen)| &chosen.left);
        let columns = [Field::Criterion, Field::CriterionName].into_iter().filter_map(|field| self.column(field));
        let mut headings = columns
            .chain(rivals.map(|(column, _)| *column))
            .filter_map(|column| self.columns.get(&column))
            .map(|(_, heading)| bare(heading));
        headings.any(|heading| heading.contains("tieu chi") || heading.contains("tc"))
    }

    /// Tells whether the heading, the sheet's name or what stands above speaks of evidence: units add lists of other documents,
    /// too.
    fn is_of_evidence(&self, grid: &Grid) -> bool {
        let above = grid.cells.range((self.top.saturating_sub(ABOVE), 0)..(self.data, 0)).map(|(_, cell)| cell.shown());
        std::iter::once(grid.name.clone())
            .chain(above)
            .any(|words| ["kiem chung", "minh chung", "tlkc", "chung minh"].iter().any(|word| bare(&words).contains(word)))
    }

    /// Finds the column of a field.
    pub fn column(&self, field: Field) -> Option<u32> {
        self.columns.iter().find(|(_, (of, _))| *of == field).map(|(column, _)| *column)
    }

    /// Tells whether a row says the heading again, as lists do on a new page.
    pub fn repeats(&self, grid: &Grid, row: u32) -> bool {
        header::says_again(grid, self.top..self.data, row)
    }
}

/// Tells whether a row below the first still belongs to the heading: numbers of columns, or headings only.
fn belongs(grid: &Grid, row: u32) -> bool {
    let cells: Vec<&Cell> = grid.row(row).map(|(_, cell)| cell).collect();
    let heading = |cell: &&Cell| matches!(cell.value, Value::Text(_)) && field(&cell.shown()).is_some();
    header::is_index(grid, row) || (cells.len() > 1 && cells.iter().all(heading))
}

/// Fields of which one column is read, whatever others say beside it.
const SINGLE: [Field; 4] = [Field::Criterion, Field::Number, Field::Date, Field::File];

/// Leaves of columns that differ in year or version alone the one that is read, for a reason; without one, none.
fn choose_versions(grid: &Grid, data: u32, year: Option<i16>, columns: &mut BTreeMap<u32, (Field, String)>) -> Vec<(Field, Chosen<u32>)> {
    let core = |words: &str| parted(&without_brackets(&bare(words))).1.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let filled = |column: u32| grid.cells.range((data, 0)..).any(|((_, at), cell)| *at == column && !cell.is_blank());
    let mut choices = Vec::new();
    for of in SINGLE {
        let all = columns.iter().filter(|(_, (field, _))| *field == of).map(|(column, (_, words))| (*column, core(words), sense(words)));
        let all: Vec<(u32, String, Sense)> = all.collect();
        let Some((_, first, _)) = all.first() else { continue };
        if all.len() < 2 || all.iter().any(|(_, core, _)| core != first) {
            continue;
        }
        let chosen = choose(&all.iter().map(|(column, _, sense)| (*column, sense.clone())).collect::<Vec<_>>(), year, filled);
        for (column, _) in &chosen.left {
            columns.entry(*column).and_modify(|(field, _)| *field = Field::Other);
        }
        choices.push((of, chosen));
    }
    choices
}

/// Gives every field one column, and settles what "Nội dung" is.
fn settle(columns: &mut BTreeMap<u32, (Field, String)>) {
    let has = |columns: &BTreeMap<u32, (Field, String)>, field| columns.values().any(|(of, _)| *of == field);
    let content = match (has(columns, Field::Criterion) || has(columns, Field::CriterionName), has(columns, Field::Title)) {
        (false, true) => Field::CriterionName,
        (_, false) => Field::Title,
        (true, true) => Field::Other,
    };
    // A column of kinds alone holds whole names: “Kế hoạch số 12/KH-SNV”.
    let kind =
        if has(columns, Field::Title) || content == Field::Title && has(columns, Field::Content) { Field::Kind } else { Field::Title };
    // Of several columns of names, the one that says so is the title.
    let summary = |heading: &str| bare(heading).contains("trich yeu");
    let summed_up = columns.values().any(|(field, heading)| *field == Field::Title && summary(heading));
    let mut seen = Vec::new();
    for (field, heading) in columns.values_mut() {
        match field {
            Field::Content => *field = content,
            Field::Kind => *field = kind,
            _ => {}
        }
        if seen.contains(field) || (*field == Field::Title && summed_up && !summary(heading)) {
            *field = Field::Other;
        }
        if *field != Field::Other {
            seen.push(*field);
        }
    }
}
