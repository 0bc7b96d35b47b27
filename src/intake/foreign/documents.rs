//! Lists of evidence beside a form of the province's own: on a sheet of their own, or below the table.
//!
//! A list has a column of criteria, or rows of criteria with the documents below them. A document has columns for number,
//! day, issuer and the rest, or one cell with the whole citation.

mod heading;
mod backed;

use std::collections::{BTreeMap, BTreeSet};

use self::backed::Backed;
use self::heading::Heading;
use super::matching::Matcher;
use super::parts::Part;
use super::understood::{ColumnRead, ListRead, RowLeft};
use super::{Asked, choice};
use crate::assessment::{Answer, Evidence, EvidenceCells, EvidenceDate, EvidenceField};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::finding::sheet as code;
use crate::finding::{self, CellAddress, CellPlace, Finding, Place};
use crate::form::read::documents as ours;
use crate::form::read::keyed::Keyed;
use crate::intake::field::Field;
use crate::intake::header::{is_signature, is_total};
use crate::intake::heading::{says_not_there, sense};
use crate::intake::standing;
use crate::text;
use crate::text::Words;
use crate::text::fold::{bare, excerpt, fold, tidy};
use crate::typed::citation;
use crate::typed::value;
use crate::workbook::{Book, Cell, address, letters};

/// Most letters of the state of a document.
const SHORT: usize = 40;

/// List of evidence in a workbook.
pub struct List<'b> {
    /// Its columns, by the keys of the form's own sheet of evidence.
    sheet: Keyed<'b>,
    heading: Heading,
}

impl List<'_> {
    /// Begins to say how it was understood, with its heading.
    fn begun(&self) -> ListRead {
        let columns = self.heading.columns.iter().map(|(column, (field, heading))| ColumnRead {
            column: letters(*column),
            heading: heading.clone(),
            read_as: field.words(),
            is_of_figures: false,
            is_of_words: true,
        });
        ListRead {
            sheet: self.sheet.grid.name.clone(),
            header: (self.heading.top + 1, self.heading.data),
            columns: columns.collect(),
            criteria: Vec::new(),
            taken: Vec::new(),
            left: Vec::new(),
        }
    }

    /// Name of the sheet.
    pub fn name(&self) -> &str {
        &self.sheet.grid.name
    }
}

/// Finds the lists of a book, one a sheet at most; on a sheet of the form only below its heading.
///
/// `year` is the one that is scored.
pub fn find<'b>(book: &'b Book, parts: &[Part<'_>], year: Option<i16>) -> Vec<List<'b>> {
    let lists = book.sheets.iter().filter(|grid| !grid.hidden).filter_map(|grid| {
        let from = parts.iter().find(|part| part.table.grid.name == grid.name).map_or(0, |part| part.table.data);
        let heading = Heading::find(grid, from, year)?;
        let columns = heading.columns.iter().filter_map(|(column, (field, _))| Some((field.key()?.to_owned(), *column)));
        let sheet =
            Keyed { grid, keys: (heading.data.saturating_sub(1), 0), columns: columns.collect(), repeated: Vec::new(), rows: Vec::new() };
        Some(List { sheet, heading })
    });
    lists.collect()
}

/// Says that a list on a sheet of its own is none of the unit's documents of the year: its sheet or its title names another
/// unit or year, or says that it is kept, or what is to be followed.
pub fn not_of_unit(list: &List<'_>, asked: &Asked<'_>) -> Option<Finding> {
    let grid = list.sheet.grid;
    let above = grid.cells.range(..(list.heading.top, 0)).map(|(at, cell)| (*at, cell.shown()));
    let titles = above.filter(|(_, words)| words.chars().count() <= LONGEST_TITLE);
    let mut said = std::iter::once(((list.heading.top, 0), grid.name.clone())).chain(titles);
    let (at, words) = said.find(|(_, words)| is_of_another(words, asked))?;
    let (name, words) = (&grid.name, excerpt(&words));
    let message = text!(
        "Danh mục tài liệu ở trang “{name}” ghi “{words}”, không phải tài liệu của đơn vị trong năm được chấm, nên không được đọc.",
        "The list of documents on sheet “{name}” says “{words}”; these are not the unit's documents of the year, and are not read."
    );
    let place = Place::cell(asked.file, name, address(at.0, at.1));
    Some(Finding::new(&code::LIST_OF_ANOTHER, message).at(place).hides([finding::Part::Evidence]))
}

/// Most letters of the title of a list.
const LONGEST_TITLE: usize = 120;

/// Tells whether the name of a sheet, or a title, is that of another unit or year, or of what is kept or to be followed.
fn is_of_another(words: &str, asked: &Asked<'_>) -> bool {
    let unit = asked.roster.spoken_of(words).one().is_some_and(|unit| unit.id != *asked.unit && !asked.roster.is_office(&unit.name));
    let years = sense(words).years;
    let year = asked.year.is_some_and(|year| !years.is_empty() && !years.contains(&year));
    let followed = bare(words).contains("van ban huong dan");
    unit || year || followed || standing::is_kept(words)
}

/// Ends the tables of a form where a list begins below them.
pub fn cut(parts: &mut [Part<'_>], lists: &[List<'_>]) {
    for part in parts {
        let below = lists.iter().find(|list| list.sheet.grid.name == part.table.grid.name && list.heading.top >= part.table.data);
        part.end = below.map_or(part.end, |list| part.end.min(list.heading.top));
    }
}

/// Reads a list into the answers of a form.
pub fn read(
    list: &List<'_>,
    set: &CriteriaSet,
    file: &str,
    answers: &mut BTreeMap<CriterionId, Answer>,
    findings: &mut Vec<Finding>,
) -> ListRead {
    let matcher = Matcher::new(set);
    let named_before = answers.iter().map(|(id, answer)| (id.clone(), (0..answer.evidence.len()).collect())).collect();
    let mut reader = DocumentListReader { list, set, file, matcher, answers, named_before, current: None, read: list.begun(), findings };
    let mut after = false;
    for row in list.sheet.grid.rows().into_iter().filter(|row| *row >= list.heading.data) {
        if list.sheet.grid.row(row).next().is_none() {
            continue;
        }
        after |= reader.ends(row);
        if after {
            reader.leave(row, Words { vi: "sau danh mục (chữ ký, ghi chú)", en: "after the list (signatures, remarks)" });
        } else {
            reader.row(row);
        }
    }
    reader.unread();
    reader.chosen();
    reader.read
}

/// Reads one list.
struct DocumentListReader<'r> {
    list: &'r List<'r>,
    set: &'r CriteriaSet,
    file: &'r str,
    matcher: Matcher<'r>,
    answers: &'r mut BTreeMap<CriterionId, Answer>,
    /// Documents that the form itself names, by their places in the answer, as far as the list has not named them.
    named_before: BTreeMap<CriterionId, BTreeSet<usize>>,
    /// Criterion that a row of its own names, and its words.
    current: Option<(CriterionId, String)>,
    read: ListRead,
    findings: &'r mut Vec<Finding>,
}

impl<'r> DocumentListReader<'r> {
    /// Gives a cell of a row; of criteria also one merged over the rows of several documents.
    fn cell(&self, row: u32, field: Field) -> Option<&'r Cell> {
        let column = self.list.heading.column(field)?;
        match field {
            Field::Criterion | Field::CriterionName => self.list.sheet.grid.standing(row, column),
            _ => self.list.sheet.grid.get(row, column),
        }
    }

    /// Gives the words of a row, bare, its cells parted by bars.
    fn everything(&self, row: u32) -> String {
        self.list.sheet.grid.row(row).map(|(_, cell)| bare(&cell.shown())).collect::<Vec<_>>().join(" | ")
    }

    /// Gives the first words of a row.
    fn first_words(&self, row: u32) -> String {
        let mut cells = self.list.sheet.grid.row(row).map(|(_, cell)| cell.shown());
        cells.find(|words| words.contains(char::is_alphabetic)).unwrap_or_default()
    }

    /// Tells whether signatures begin.
    fn ends(&self, row: u32) -> bool {
        let plain = [Field::Order, Field::Number].iter().all(|field| self.cell(row, *field).is_none());
        plain && is_signature(&self.everything(row))
    }

    /// Keeps a row among those left.
    fn leave(&mut self, row: u32, why: Words) {
        let words = self.first_words(row);
        self.read.left.push(RowLeft::new(row, &words, why));
    }

    /// Reads a row: a criterion with documents below it, a document, or neither.
    fn row(&mut self, row: u32) {
        if self.list.heading.repeats(self.list.sheet.grid, row) {
            return self.leave(row, Words { vi: "tiêu đề lặp lại", en: "header repeated" });
        }
        if is_total(&bare(&self.first_words(row))) {
            return self.leave(row, Words { vi: "hàng tổng cộng", en: "total" });
        }
        if let Some((id, words)) = self.criterion_alone(row) {
            self.current = Some((id.clone(), words));
            self.read.criteria.push((row + 1, id));
            return;
        }
        if self.is_not_there(row) {
            return self.leave(row, Words { vi: "tài liệu chưa có hoặc không được nhận", en: "a document that is not there" });
        }
        let mut documents = self.documents(row);
        let explained = self.explanation(row, &mut documents);
        let what = match (documents.first(), &explained) {
            (Some(first), _) => ours::described(first),
            (None, Some((words, _))) => excerpt(words),
            (None, None) => return self.leave(row, Words { vi: "không nêu tài liệu nào", en: "names no document" }),
        };
        let column = [Field::Criterion, Field::CriterionName].iter().find_map(|field| self.list.heading.column(*field));
        let of_first = || documents.first().map_or_else(|| Place::file(self.file), |first| first.place.place(None));
        let place = column.map_or_else(of_first, |column| self.place(row, column));
        let finding = match self.backed_by(row) {
            Backed::Leaves(ids) => {
                for id in ids {
                    self.read.taken.push((row + 1, id.clone()));
                    let named = self.named_before.entry(id.clone()).or_default();
                    let answer = self.answers.entry(id).or_default();
                    for document in &documents {
                        add_document(&mut answer.evidence, named, document);
                    }
                    if let Some((words, at)) = &explained {
                        explain(answer, words, Some(*at));
                    }
                }
                return;
            }
            Backed::Group(typed) => ours::of_group(&what, &typed),
            Backed::Several(typed, ids) => ours::of_several(&what, &typed, &ids),
            Backed::Unknown(typed) => ours::of_unknown(&what, &typed),
            Backed::None => ours::of_none(&what),
        };
        self.findings.push(finding.at(place));
        self.leave(row, Words { vi: "chưa rõ tiêu chí", en: "criterion not known" });
    }

    /// Gives the place of a cell.
    fn place(&self, row: u32, column: u32) -> Place {
        Place::cell(self.file, &self.list.sheet.grid.name, address(row, column))
    }

    /// Reads the documents of a row.
    fn documents(&self, row: u32) -> Vec<Evidence> {
        let Some(mut base) = ours::evidence(&self.list.sheet, row, self.file) else { return Vec::new() };
        if ours::nothing_named(&base).is_some() {
            return Vec::new();
        }
        if base.section.is_none()
            && let Some(remark) = value::words(self.cell(row, Field::Remark)).filter(|remark| citation::is_section(remark))
        {
            base.section = Some(remark);
            if let Some(column) = self.list.heading.column(Field::Remark) {
                base.cells.set(EvidenceField::Section, CellAddress::new(row, column));
            }
        }
        in_row(base)
    }

    /// Tells whether a column of states says of a row's document that it is not there: “Chưa nộp”.
    fn is_not_there(&self, row: u32) -> bool {
        let states = self.list.heading.columns.iter().filter(|(_, (field, words))| {
            let plain = bare(words);
            matches!(field, Field::Other | Field::Remark) || plain.contains("tinh trang") || plain.contains("trang thai")
        });
        states.into_iter().any(|(column, _)| {
            let words = self.list.sheet.grid.shown(row, *column).unwrap_or_default();
            words.chars().count() <= SHORT && (says_not_there(&words) || bare(&words).contains("du thao"))
        })
    }

    /// Reads what the unit explains in a row; documents that it cites there are added to those of the row.
    fn explanation(&self, row: u32, documents: &mut Vec<Evidence>) -> Option<(String, CellAddress)> {
        let column = self.list.heading.column(Field::Explanation)?;
        let cell = self.list.sheet.grid.get(row, column).filter(|cell| !cell.is_blank())?;
        let said = citation::read_linked(&cell.shown(), cell.link.as_deref());
        let place = CellPlace {
            file: Some(self.file.into()),
            sheet: Some(self.list.sheet.grid.name.as_str().into()),
            cell: Some(CellAddress::new(row, column)),
        };
        documents.extend(said.evidence.into_iter().map(|evidence| Evidence { place: place.clone(), ..evidence }));
        let (words, _) = text::without_promises(said.explanation.as_deref().unwrap_or_default());
        Some((words, CellAddress::new(row, column))).filter(|(words, _)| !tidy(words).is_empty())
    }

    /// Says which of several columns of one kind is read, or that none is.
    fn chosen(&mut self) {
        let heading = &self.list.heading;
        for (field, chosen) in &heading.choices {
            let Some(what) = field.words() else { continue };
            let words = |column: &u32| heading.columns.get(column).map_or("", |(_, words)| words.as_str());
            let first = chosen.taken.as_ref().map(|(taken, _)| *taken).or(chosen.left.first().map(|(column, _)| *column));
            let finding = choice::told(what, chosen, &|column| format!("{} “{}”", letters(*column), words(column)));
            let finding = finding.at(self.place(heading.top, first.unwrap_or(0)));
            self.findings.push(if chosen.taken.is_none() { finding.hides([finding::Part::Evidence]) } else { finding });
        }
    }

    /// Tells whether a choice between columns speaks of one already.
    fn was_left(&self, column: u32) -> bool {
        self.list.heading.choices.iter().any(|(_, chosen)| chosen.left.iter().any(|(left, _)| *left == column))
    }

    /// Names columns that are filled in and not read.
    fn unread(&mut self) {
        let (grid, heading) = (self.list.sheet.grid, &self.list.heading);
        let rows: Vec<u32> = self.read.taken.iter().map(|(row, _)| row - 1).collect();
        for (column, (field, words)) in &heading.columns {
            let read = |row: u32| *field == Field::Remark && grid.shown(row, *column).is_some_and(|words| citation::is_section(&words));
            if !matches!(field, Field::Remark | Field::Other) || self.was_left(*column) {
                continue;
            }
            let filled: Vec<u32> = rows.iter().copied().filter(|row| grid.get(*row, *column).is_some() && !read(*row)).collect();
            let Some(first) = filled.first() else { continue };
            let count = filled.len();
            let message = text!(
                "Cột “{words}” của danh mục tài liệu đã điền (số ô: {count}) nhưng không được đọc.",
                "The column “{words}” of the list of evidence is filled in (cells: {count}) and is not read."
            );
            let help = text!(
                "Nếu cột chứa thông tin của tài liệu, đặt lại tên cột, ví dụ “Số, ký hiệu”, “Ngày ban hành”, “Trích yếu”, “Mục, trang”, “Tên tệp”.",
                "If it says something of the documents, name the column, such as “Số, ký hiệu”, “Ngày ban hành”, “Trích yếu”, “Mục, trang”, “Tên tệp”."
            );
            let place = self.place(*first, *column);
            self.findings.push(Finding::new(&code::COLUMN_NOT_READ, message).at(place).help(help));
        }
    }
}

/// Gives the documents that the columns of one row name: one, or as many as the whole citations typed in them.
pub(super) fn in_row(mut base: Evidence) -> Vec<Evidence> {
    if base.number.is_some() {
        return ours::cited(&base);
    }
    // The whole citation stands where the title would.
    let found = base.title.as_deref().map(citation::documents).unwrap_or_default();
    if found.is_empty() {
        return vec![base];
    }
    let of_all = ours::is_day_of_all(&base, &found);
    if let Some(title) = base.cells.get(EvidenceField::Title) {
        base.cells.complete(EvidenceField::Number, title);
    }
    let documents = found.into_iter().map(|said| Evidence {
        number: said.number,
        date: if of_all { base.date.clone() } else { said.date },
        issuer: base.issuer.clone().or(said.issuer),
        title: said.title,
        section: said.section.or_else(|| base.section.clone()),
        file: base.file.clone().or(said.file),
        link: base.link.clone().or(said.link),
        place: CellPlace { cell: base.cells.get(EvidenceField::Number), ..base.place.clone() },
        cells: base.cells.clone(),
    });
    documents.collect()
}

/// Adds an explanation to what the form says itself; the same said again is said once.
pub(super) fn explain(answer: &mut Answer, words: &str, at: Option<CellAddress>) {
    let again = answer.explanation.as_deref().is_some_and(|before| fold(before).contains(&fold(words)));
    if again {
        return;
    }
    answer.explanation = Some(answer.explanation.take().map_or_else(|| words.to_owned(), |before| format!("{before}\n{words}")));
    answer.cells.explanation = answer.cells.explanation.or(at);
}

/// Adds a document to those of a leaf. Where the form has named it already, in one of the places given, the list says more
/// of it.
pub(super) fn add_document(evidence: &mut Vec<Evidence>, named: &mut BTreeSet<usize>, document: &Evidence) {
    let number = |evidence: &Evidence| evidence.number.as_deref().map(fold);
    let blank = |evidence: &Evidence| evidence.date == EvidenceDate::Blank;
    let bare = |one: &Evidence| Evidence { place: CellPlace::default(), cells: EvidenceCells::default(), ..one.clone() };
    let same = |other: &Evidence| {
        let day = other.date == document.date || blank(other) || blank(document);
        other.number.is_some() && number(other) == number(document) && day || bare(other) == bare(document)
    };
    let at = named.iter().copied().find(|at| evidence.get(*at).is_some_and(same));
    let Some((at, before)) = at.and_then(|at| Some((at, evidence.get_mut(at)?))) else { return evidence.push(document.clone()) };
    named.remove(&at);
    let date = if blank(document) { before.date.clone() } else { document.date.clone() };
    *before = Evidence {
        date,
        issuer: document.issuer.clone().or(before.issuer.take()),
        title: document.title.clone().or(before.title.take()),
        section: document.section.clone().or(before.section.take()),
        file: document.file.clone().or(before.file.take()),
        link: document.link.clone().or(before.link.take()),
        ..document.clone()
    };
}
