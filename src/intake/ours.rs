//! What changed words of our own form mean: by the same vocabulary that a province's own form is read with.

use std::collections::BTreeSet;

use crate::assessment::SelfAssessment;
use crate::figure::Input;
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Place, Severity};
use crate::form::carried;
use crate::form::layout::{CLAIMED, CRITERION, DOCUMENT_FIELDS, EXPLANATION, INPUT, KEYS, NUMBER, SECTION, TITLE};
use crate::form::read::{self, Judge};
use crate::intake::field::{Field, field};
use crate::intake::foreign::{Added, Asked, add, figure_called, is_title, nothing_to_do, read_beside, settle_unread, turns, year_of_words};
use crate::intake::heading::{Mark, Role, role, says_more, says_not_there, sense};
use crate::intake::standing;
use crate::intake::whose::is_of_another;
use crate::text;
use crate::text::fold::bare;
use crate::workbook::{Book, Grid};

/// Reads a filled form of ours, and what the unit added beside it on sheets of its own.
pub fn read(book: &Book, asked: &Asked<'_>) -> Checked<Option<SelfAssessment>> {
    let mut read = read::read_judged(book, asked.set, asked.file, &OfForm { year: asked.year, book });
    if let Some(form) = &mut read.value {
        join_sheets(form, book, asked, &mut read.findings);
        // Of the form itself it is known what its rows and columns hold, and what they have lost.
        let added = Book { kind: book.kind, saved: book.saved, sheets: read::added_sheets(book).cloned().collect() };
        settle_unread(&added, asked.set, &form.answers, &mut read.findings);
    }
    read
}

/// Joins to a form what stands on sheets that the unit added: a list of documents, a table of figures. What is read there has
/// a home.
fn join_sheets(form: &mut SelfAssessment, book: &Book, asked: &Asked<'_>, findings: &mut Vec<Finding>) {
    let sheets: Vec<Grid> = read::added_sheets(book).filter(|grid| !grid.hidden).cloned().collect();
    if sheets.is_empty() {
        return;
    }
    let added = Book { kind: book.kind, saved: book.saved, sheets };
    let mut found = Vec::new();
    let Some(beside) = read_beside(&added, asked, &mut found) else { return };
    let names: BTreeSet<String> = beside.sheets().into_iter().map(str::to_owned).collect();
    findings.retain(|finding| {
        let of_sheet = finding.place.sheet.as_ref().is_some_and(|sheet| names.contains(sheet));
        !(of_sheet && finding.code == &code::NO_HOME)
    });
    for name in &names {
        let message = text!(
            "Trang “{name}” đơn vị thêm có số liệu, tài liệu hoặc giải trình của tiêu chí; nội dung đó được ghép vào biểu.",
            "Sheet “{name}”, which the unit added, has figures, documents or explanations of criteria; they are joined to the form."
        );
        let place = Place { sheet: Some(name.clone()), ..Place::file(asked.file) };
        found.push(Finding { severity: Severity::Note, ..Finding::new(&code::SECOND_TABLE, message).help(nothing_to_do()).at(place) });
    }
    let Added { differing, .. } = add(&mut form.answers, beside.answers, asked.set, (asked.file, asked.file));
    found.extend(differing.iter().map(|one| one.told(&code::SECOND_TABLE)));
    found.extend(form.gather_again(asked.set));
    // A form that has lost whose it is says so.
    let known = !asked.unit.as_str().is_empty();
    findings.extend(found.into_iter().map(|finding| if known { finding.of(asked.unit) } else { finding }));
}

/// Gives what a form of ours says above its table: that it is the adjusted form, or the second.
pub fn titles(book: &Book) -> String {
    read::above(book).into_iter().filter(|words| is_title(words)).collect::<Vec<_>>().join(" / ")
}

/// Judges words by the year that is scored and by the unit whose form it is.
struct OfForm<'b> {
    year: Option<i16>,
    book: &'b Book,
}

impl OfForm<'_> {
    /// Tells whether a heading speaks of another year, of a plan, of a part of the year, or of what is not settled.
    fn is_unsettled(&self, words: &str) -> bool {
        let sense = sense(words);
        let of_year = self.year.is_none_or(|year| sense.years.is_empty() || sense.years.contains(&year));
        !of_year || MARKS.into_iter().any(|mark| sense.says(mark)) || standing::is_unsettled(words)
    }

    /// Tells whether a heading says that its column is of another kind of body than the unit.
    fn is_of_another(&self, words: &str) -> bool {
        carried(self.book).and_then(|carried| carried.unit_name).is_some_and(|unit| is_of_another(words, &unit))
    }
}

impl Judge for OfForm<'_> {
    fn is_heading_of(&self, key: &str, words: &str) -> bool {
        let says = role(words);
        let same = match key {
            CLAIMED => says == Some(Role::Claim) && !says_more(words),
            INPUT => matches!(says, Some(Role::Figures | Role::Rate)) && !says_more(words),
            EXPLANATION => matches!(says, Some(Role::Explanation | Role::Remark)),
            KEYS => return true,
            _ => !says_not_there(words) && is_field(key, words),
        };
        same && !self.is_unsettled(words) && !self.is_of_another(words)
    }

    fn is_of_others(&self, words: &str) -> bool {
        says_not_there(words) || self.is_unsettled(words) || self.is_of_another(words)
    }

    fn is_label_of(&self, input: &Input, of_leaf: &[Input], words: &str) -> bool {
        figure_called(words, of_leaf, self.year).is_some_and(|called| called.id == input.id)
    }

    fn is_name_of(&self, name: &str, words: &str) -> bool {
        says_the_same(name, words, self.year)
    }

    fn above(&self, words: &str) -> Option<Finding> {
        year_of_words(words, self.year?)
    }
}

/// Tells whether words say all that a name says, and beside it nothing that makes them another's: another year, a plan, a part
/// of the year, a draft, what is not.
fn says_the_same(name: &str, words: &str, year: Option<i16>) -> bool {
    let parts = |words: &str| {
        bare(words).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let (own, mut more) = (parts(name), parts(words));
    for word in &own {
        let Some(at) = more.iter().position(|said| said == word) else { return false };
        more.remove(at);
    }
    let (of_name, of_words) = (sense(name), sense(words));
    let of_year = year.is_none_or(|year| of_words.years.iter().all(|said| *said == year || of_name.years.contains(said)));
    let settled = !standing::is_unsettled(words) || standing::is_unsettled(name);
    of_year && settled && MARKS.iter().all(|mark| !of_words.says(*mark) || of_name.says(*mark)) && !turns(&more.join(" "))
}

/// What words may not say of what is scored.
const MARKS: [Mark; 4] = [Mark::Earlier, Mark::Planned, Mark::Superseded, Mark::Partial];

/// Tells whether a heading of the sheet of evidence still names the field of its column, in whatever words.
fn is_field(key: &str, words: &str) -> bool {
    let says = field(words);
    match key {
        NUMBER => matches!(says, Some(Field::Number | Field::Title)),
        TITLE => matches!(says, Some(Field::Title | Field::Content)),
        SECTION => matches!(says, Some(Field::Section | Field::Remark)),
        key if DOCUMENT_FIELDS.contains(&key) || key == CRITERION => says.is_some_and(|field| field.key() == Some(key)),
        // What nobody fills in says nothing of what was filled in.
        _ => true,
    }
}
