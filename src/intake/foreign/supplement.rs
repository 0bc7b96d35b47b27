//! Tables of a unit without any score: lists of documents, and tables of criteria with figures, documents or explanations alone.
//! They belong to its form, whether they stand in a file of their own or on a sheet beside it; what they say is joined to it.

mod added;

use std::collections::BTreeMap;

use super::joined::{self, Read};
use super::understood::{self, Understood};
use super::{Asked, Foreign, LIST, Tables, bands, choice, documents, parts, rows, sum_up, year};
use crate::assessment::{Answer, Claim, Evidence, Remarks, SelfAssessment, SetRef};
use crate::figure::{CriterionId, Figure, Figures};
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Severity};
use crate::intake::header::Table;
use crate::intake::heading::Role;
use crate::text;
use crate::text::{Lang, Text};
use crate::workbook::Book;

pub use added::{Added, add};

/// What was read of tables without a score.
#[derive(Default)]
pub struct Beside {
    /// What they say, by leaf.
    pub answers: BTreeMap<CriterionId, Answer>,
    /// How lists of documents were understood.
    lists: Vec<understood::ListRead>,
    /// How tables of criteria were understood.
    tables: Vec<Understood>,
}

impl Beside {
    /// Lists the sheets that something was read from.
    pub fn sheets(&self) -> Vec<&str> {
        self.lists.iter().map(|list| list.sheet.as_str()).chain(self.tables.iter().map(|table| table.sheet.as_str())).collect()
    }
}

impl Tables<'_> {
    /// Reads a workbook that holds no form, but what belongs to one; nothing where it says nothing of this unit's.
    pub(super) fn beside_alone(&self, asked: &Asked<'_>) -> Option<Checked<Option<Foreign>>> {
        if asked.pin.says_where() {
            return None;
        }
        let mut findings = Vec::new();
        let beside = read(self.book, asked, &mut findings)?;
        crate::form::read::other_sheets(self.book, (&beside.sheets(), Lang::Vi), asked.file, &mut findings);
        let Beside { answers, lists, tables } = beside;
        let (sheet, header) = match (lists.first(), tables.first()) {
            (Some(list), _) => (list.sheet.clone(), list.header),
            (None, table) => table.map(|table| (table.sheet.clone(), table.header))?,
        };
        let asks_figures = answers.values().any(|answer| !answer.figures.is_empty());
        let understood = Understood { lists, asks_figures, ..understood::of_list(sheet, header) };
        Some(made(asked, answers, understood, findings))
    }
}

/// Reads everything that a workbook says without a score; nothing where it says nothing of this unit's.
pub fn read(book: &Book, asked: &Asked<'_>, findings: &mut Vec<Finding>) -> Option<Beside> {
    let mut beside = Beside::default();
    let lists = documents::find(book, &[], asked.year);
    let (mut of_lists, mut named) = (Vec::new(), BTreeMap::new());
    let of_unit: Vec<&documents::List<'_>> = lists.iter().filter(|list| documents::not_of_unit(list, asked).is_none()).collect();
    let read: Vec<understood::ListRead> =
        of_unit.iter().map(|list| documents::read(list, asked.set, asked.file, &mut named, &mut of_lists)).collect();
    if named.values().any(|answer: &Answer| !answer.is_blank()) {
        findings.append(&mut of_lists);
        beside = Beside { answers: named, lists: read, ..beside };
    }
    let names: Vec<&str> = lists.iter().map(documents::List::name).collect();
    let tables = tables(book, asked, (&[], &names), findings);
    join(&mut beside.answers, &tables, asked, findings);
    beside.tables = tables.iter().map(sum_up).collect();
    Some(beside).filter(|beside| beside.answers.values().any(|answer| !answer.is_blank()))
}

/// Reads tables of criteria without a column for the unit's score, for what stands beside the criteria. Of sheets that list
/// documents the figures alone are read.
pub fn tables<'b>(
    book: &'b Book,
    asked: &Asked<'_>,
    (of_form, of_lists): (&[&str], &[&str]),
    findings: &mut Vec<Finding>,
) -> Vec<Read<'b>> {
    let unit = asked.roster.called_or_numbered(asked.unit.as_str()).one().map_or("", |unit| unit.name.as_str());
    let mut read = Vec::new();
    for mut part in parts::without_score(book, of_form) {
        let listed = of_lists.contains(&part.table.grid.name.as_str());
        let other_year = asked.year.is_some_and(|of| year::other_year(&part.table, of, asked.unit, asked.file).is_some());
        if listed && !has_figures(&part.table) || other_year || !parts::is_of(&part, asked, findings) {
            continue;
        }
        let mut found = Vec::new();
        bands::settle(&mut part, asked);
        let columns = choice::columns(&mut part.table, asked.year, unit, &asked.pin.columns);
        choice::say(&columns, &part.table, asked.file, &mut found);
        let mut taken = rows::read(&mut part, &columns, asked).collect(&mut found);
        // Columns without a heading, and cells of documents that name none, may hold the scores: such a table is a form.
        let unclear = found.iter().any(|finding| finding.code == &code::NO_DOCUMENT_NAMED) || !taken.unknown.is_empty();
        taken.answers = taken.answers.into_iter().map(|(id, answer)| (id, beside(answer, listed))).collect();
        taken.answers.retain(|_, answer| !answer.is_blank());
        if unclear && !listed || taken.answers.is_empty() {
            continue;
        }
        if listed {
            found.clear();
        }
        findings.extend(found);
        findings.extend(taken.homeless.iter().cloned());
        read.push(Read { part, columns, taken });
    }
    joined::without_asides(read, asked, findings)
}

/// Tells whether a table has a column of figures.
fn has_figures(table: &Table<'_>) -> bool {
    [Role::Figures, Role::Rate].into_iter().any(|role| table.column(role).is_some())
}

/// Joins what tables say to answers. Figures that differ are told, and neither counts; tells whether there are figures.
pub fn join(answers: &mut BTreeMap<CriterionId, Answer>, tables: &[Read<'_>], asked: &Asked<'_>, findings: &mut Vec<Finding>) -> bool {
    let mut with_figures = false;
    for table in tables {
        let Added { with_figures: figures, differing } = add(answers, table.taken.answers.clone(), asked.set, (asked.file, asked.file));
        with_figures |= figures;
        findings.extend(differing.iter().map(|one| one.told(&code::SECOND_TABLE)));
    }
    with_figures
}

/// Says that tables without a score count with the form.
pub fn said<'r>(tables: &'r [Read<'_>], asked: &'r Asked<'_>) -> impl Iterator<Item = Finding> + 'r {
    tables.iter().map(|read| {
        let spot = joined::spot(read);
        let message = text!(
            "Bảng {spot} không có cột điểm tự đánh giá; số liệu, tài liệu, giải trình ghi ở đó được ghép vào biểu.",
            "The table {spot} has no column for the unit's own score; its figures, documents and explanations are joined to the form."
        );
        let finding = Finding::new(&code::SECOND_TABLE, message).help(nothing_to_do());
        Finding { severity: Severity::Note, ..finding.at(joined::place(read, asked)) }
    })
}

/// Says that what was joined needs nothing more.
pub fn nothing_to_do() -> Text {
    text!("Không cần làm gì; nếu có nội dung không nên tính thì xóa ở đó.", "Nothing to do; delete there what should not count.")
}

/// Gives what an answer says beside its score, of a list the figures alone. A document that is known by its kind alone may be
/// what the province asks for: without a form around it nothing tells.
fn beside(answer: Answer, figures_alone: bool) -> Answer {
    let mut figures = answer.figures.clone();
    if figures.values().all(|figure| *figure == Figure::Blank) {
        figures = Figures::default();
    }
    if figures_alone {
        return Answer { figures, sheet: answer.sheet, cells: answer.cells, ..Answer::default() };
    }
    let named = |evidence: &Evidence| evidence.number.is_some() || evidence.file.is_some() || evidence.link.is_some();
    let evidence = answer.evidence.into_iter().filter(named).collect();
    Answer { claim: Claim::Blank, evidence, figures, ..answer }
}

/// Makes what belongs to the form of a unit.
fn made(
    asked: &Asked<'_>,
    answers: BTreeMap<CriterionId, Answer>,
    understood: Understood,
    mut findings: Vec<Finding>,
) -> Checked<Option<Foreign>> {
    for finding in &mut findings {
        finding.unit = Some(asked.unit.clone());
    }
    let set = asked.set;
    let assessment = SelfAssessment {
        unit: asked.unit.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: asked.file.to_owned(),
        layout: LIST.into(),
        answers,
        shared: Answer::default(),
        remarks: Remarks::default(),
        holds_unread: false,
    };
    Checked { value: Some(Foreign { assessment, understood }), findings }
}
