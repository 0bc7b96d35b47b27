//! A filled form of ours → what the unit says. Rows and columns are found by their keys, wherever people moved them.

pub(crate) mod documents;
mod attached;
mod changed;
mod identity;
pub(crate) mod keyed;
mod leaves;
mod reading;
mod extras;
mod reworded;
mod signed;
mod strays;
mod versions;

pub(crate) use self::attached::attached;
pub use self::changed::Judge;
pub use self::extras::{added_sheets, extras};

use self::changed::NoJudge;
use self::keyed::{Keyed, Repeated};
use self::reading::Reading;
use self::strays::KnownPrint;
use crate::assessment::{Campaign, SelfAssessment, Unit};
use crate::criteria::{self, CriteriaSet};
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Part, Place, Severity};
use crate::form::layout::{
    ASSESSMENT, ASSESSMENT_COLUMNS, CLAIMED, CRITERION, Column, DOCUMENT_FIELDS, EVIDENCE, EVIDENCE_COLUMNS, EXPLANATION, FEEDBACK, GUIDE,
    HOW, INPUT, LAYOUT, LISTS, META, NUMBER, RowKey,
};
use crate::form::signing::SigningPlace;
use crate::form::template::Form;
use crate::form::template::printed::PrintedForm;
use crate::form::{Carried, carried};
use crate::text;
use crate::text::Lang;
use crate::workbook::{Book, Grid, address, letters};

/// Reads a filled form of ours against a set. `None` where the workbook holds no such form.
///
/// The unit is the one that the form carries, an empty id where it carries none; whether it is the right unit, campaign
/// and year is the caller's to judge by [`carried`].
pub fn read(book: &Book, set: &CriteriaSet, file: &str) -> Checked<Option<SelfAssessment>> {
    read_judged(book, set, file, &NoJudge)
}

/// Reads a filled form of ours as [`read`] does, where somebody judges what its words mean if they were changed.
pub fn read_judged(book: &Book, set: &CriteriaSet, file: &str, judge: &dyn Judge) -> Checked<Option<SelfAssessment>> {
    let mut findings = Vec::new();
    let assessments: Vec<Keyed<'_>> = book.sheets.iter().filter_map(|sheet| Keyed::find(sheet, &[CLAIMED, INPUT])).collect();
    let documents: Vec<Keyed<'_>> = book.sheets.iter().filter_map(|sheet| Keyed::find(sheet, &[CRITERION, NUMBER])).collect();
    let carried = carried(book).unwrap_or_default();
    let [own_table, own_list] = [ASSESSMENT, EVIDENCE].map(|name| name.get(carried.lang));
    let (Some(sheet), document_sheet) =
        (written(&assessments, own_table, file, &mut findings), written(&documents, own_list, file, &mut findings))
    else {
        if assessments.is_empty() {
            findings.push(no_form(file));
        }
        return Checked { value: None, findings };
    };
    let same_set = identity::check(&carried, set, file, &mut findings);
    let (owner, campaign) = (carried.unit(set), carried.campaign());
    let blank = blank_of(&carried, set, &owner, &campaign);
    let own = PrintedForm::new(&blank);
    // Another layout may print more than is known here.
    let today = carried.layout.as_deref() == Some(LAYOUT);
    let unchanged = carried.set.as_ref().is_some_and(|made_for| made_for.sha256 == set.sha256);
    let earlier = if today && !unchanged { earlier_version(&carried, set, file) } else { None };
    let earlier_form = earlier.as_ref().map(|earlier| Form { set: earlier, ..blank });
    let earlier_own = earlier_form.as_ref().map(PrintedForm::new);
    let known = if today && carried.words.as_ref() == Some(&own.hash()) {
        KnownPrint::All
    } else if (today && unchanged) || earlier_own.is_some() {
        KnownPrint::Set
    } else {
        KnownPrint::Nothing
    };
    let reading = Reading {
        book,
        sheet,
        document_sheet,
        set,
        file,
        judge,
        carried: &carried,
        same_set,
        earlier: earlier.as_ref(),
        own: &own,
        when_made: earlier_own.as_ref().unwrap_or(&own),
        known,
    };
    let (mut assessment, seen) = reading.assessment(&mut findings);
    reading.documents(&mut assessment.answers, &mut findings);
    if documents.is_empty() {
        findings.push(no_evidence(file));
    }
    if earlier.is_some() {
        // What an earlier version of the set asked at each leaf is one figure now.
        findings.extend(assessment.gather(set));
    }
    assessment.spread(set);
    reading.strays(&Form { filled: Some(&assessment), ..blank }, &seen, &mut findings);
    let sheets: Vec<&str> = assessments.iter().chain(&documents).map(|sheet| sheet.grid.name.as_str()).collect();
    other_sheets(book, (&sheets, carried.lang), file, &mut findings);
    if carried.unit.is_some() {
        for finding in &mut findings {
            finding.unit = Some(assessment.unit.clone());
        }
    }
    Checked { value: Some(assessment), findings }
}

/// Gives the form as it was before the unit filled it in.
fn blank_of<'f>(carried: &'f Carried, set: &'f CriteriaSet, owner: &'f Unit, campaign: &'f Campaign) -> Form<'f> {
    Form {
        set,
        unit: owner,
        campaign,
        group: carried.group.as_deref().unwrap_or_default(),
        rounding: carried.rounding.unwrap_or(set.rounding),
        last_year: carried.last_year.as_ref(),
        lang: carried.lang,
        filled: None,
    }
}

/// Gives the earlier version of the set that a form was made for, which the form carries.
fn earlier_version(carried: &Carried, set: &CriteriaSet, file: &str) -> Option<CriteriaSet> {
    let made_for = carried.set.as_ref().filter(|made_for| made_for.id == set.id)?;
    criteria::read(carried.yaml.as_deref()?, file).value.filter(|earlier| earlier.sha256 == made_for.sha256)
}

/// Says that a form has lost its sheet of evidence.
fn no_evidence(file: &str) -> Finding {
    let message = text!("Không tìm thấy trang tài liệu kiểm chứng trong tệp “{file}”.", "The sheet of evidence is not found in “{file}”.");
    Finding::new(&code::COLUMN_MISSING, message).at(Place::file(file)).hides([Part::Evidence])
}

/// Says that a workbook holds no form.
pub fn no_form(file: &str) -> Finding {
    let message = text!("Không nhận ra biểu tự đánh giá trong tệp “{file}”.", "No form for self-assessment is recognised in “{file}”.");
    Finding::new(&code::NO_FORM, message).at(Place::file(file))
}

/// Tells whether a workbook holds a form of ours, by the keys of its sheets.
pub fn is_ours(book: &Book) -> bool {
    book.sheets.iter().any(|sheet| Keyed::find(sheet, &[CLAIMED, INPUT]).is_some())
}

/// Lists what stands above the table of a form of ours.
pub fn above(book: &Book) -> Vec<String> {
    let Some(sheet) = book.sheets.iter().find_map(|sheet| Keyed::find(sheet, &[CLAIMED, INPUT])) else { return Vec::new() };
    sheet.grid.cells.range(..(sheet.keys.0, 0)).map(|(_, cell)| cell.shown()).filter(|words| !words.is_empty()).collect()
}

/// Lists what was typed where a form of ours is signed, cell by cell; `signing` is what the form prints there.
pub fn signed<'b>(book: &'b Book, signing: &SigningPlace) -> Vec<(&'b Grid, (u32, u32), &'b str)> {
    let Some(sheet) = book.sheets.iter().find_map(|sheet| Keyed::find(sheet, &[CLAIMED, INPUT])) else { return Vec::new() };
    signed::typed(&sheet, signing).into_iter().map(|(at, words)| (sheet.grid, at, words)).collect()
}

/// Takes the sheet of a kind that the program wrote; of several the one that has still its name, and says so.
///
/// # Errors
/// Nothing is taken where none of several has that name.
fn written<'s, 'a>(sheets: &'s [Keyed<'a>], title: &str, file: &str, findings: &mut Vec<Finding>) -> Option<&'s Keyed<'a>> {
    if let [] | [_] = sheets {
        return sheets.first();
    }
    let read = sheets.iter().find(|sheet| sheet.grid.name == title);
    for other in sheets.iter().filter(|sheet| Some(sheet.grid.name.as_str()) != read.map(|read| read.grid.name.as_str())) {
        let name = &other.grid.name;
        let message = if read.is_some() {
            text!(
                "Trang “{name}” cùng loại với trang “{title}”; chỉ trang “{title}” được đọc.",
                "Sheet “{name}” is of the same kind as “{title}”; only “{title}” is read."
            )
        } else {
            text!(
                "Trang “{name}” là một trong nhiều trang cùng loại, không trang nào còn tên “{title}” của biểu; chưa trang nào được đọc.",
                "Sheet “{name}” is one of several of a kind, none of which still has the form's name “{title}”; none is read yet."
            )
        };
        let place = Place { sheet: Some(name.clone()), ..Place::file(file) };
        let finding = match read.filter(|read| filled(read) == filled(other)) {
            Some(_) => {
                let message = text!(
                    "Trang “{name}” là bản chép giống hệt trang “{title}”; trang “{title}” được đọc.",
                    "Sheet “{name}” is a copy of “{title}” and says the same; “{title}” is read."
                );
                Finding { severity: Severity::Note, ..Finding::new(&code::SHEET_TWICE, message) }
            }
            None => Finding::new(&code::SHEET_TWICE, message),
        };
        findings.push(finding.at(place));
    }
    read
}

/// Lists what units fill in on a sheet, by key.
fn filled(sheet: &Keyed<'_>) -> Vec<(String, &'static str, String)> {
    let columns: Vec<(&'static str, u32)> = [INPUT, CLAIMED, EXPLANATION, HOW, CRITERION]
        .into_iter()
        .chain(DOCUMENT_FIELDS)
        .filter_map(|key| Some((key, sheet.column(key)?)))
        .collect();
    let of = |(row, key): &(u32, RowKey)| {
        let shown = columns.iter().filter_map(|(of, column)| Some((key.to_string(), *of, sheet.grid.shown(*row, *column)?)));
        shown.collect::<Vec<_>>()
    };
    sheet.rows.iter().flat_map(of).collect()
}

/// Says which columns of a sheet are there more than once, and which of them is read.
fn repeated_columns(sheet: &Keyed<'_>, file: &str) -> Vec<Finding> {
    let name = &sheet.grid.name;
    let one = |repeated: &Repeated| -> Vec<Finding> {
        let heading = |column: u32| sheet.grid.shown(sheet.keys.0 + 1, column).unwrap_or_else(|| letters(column));
        let told = repeated.others.iter().map(|column| {
            let (title, at) = (heading(*column), letters(*column));
            let message = match repeated.read.map(letters) {
                Some(read) => text!(
                    "Cột {at} “{title}” lặp lại cột {read} của biểu; chỉ cột {read} được đọc.",
                    "Column {at} “{title}” repeats the form's column {read}; only {read} is read."
                ),
                None => text!(
                    "Cột {at} “{title}” có nhiều bản và không rõ cột nào là của biểu; chưa cột nào được đọc.",
                    "Column {at} “{title}” is there more than once, and it is not clear which is the form's; none is read yet."
                ),
            };
            Finding::new(&code::COLUMN_TWICE, message).at(Place::cell(file, name, address(sheet.keys.0 + 1, *column)))
        });
        told.collect()
    };
    let fill_in = |repeated: &&Repeated| {
        let columns = ASSESSMENT_COLUMNS.iter().chain(EVIDENCE_COLUMNS);
        columns.into_iter().any(|column| column.key == repeated.key)
    };
    sheet.repeated.iter().filter(fill_in).flat_map(one).collect()
}

/// Names sheets with content that no one reads, but for those that a form of a language has beside the `known` ones.
pub(crate) fn other_sheets(book: &Book, (known, lang): (&[&str], Lang), file: &str, findings: &mut Vec<Finding>) {
    let ours = |name: &str| FEEDBACK.are(name) || [GUIDE.get(lang), LISTS, META].contains(&name) || known.contains(&name);
    for sheet in book.sheets.iter().filter(|sheet| !sheet.hidden && !ours(&sheet.name)) {
        let name = &sheet.name;
        if let Some(((row, column), cell)) = sheet.cells.iter().find(|(_, cell)| !cell.is_blank()) {
            let (at, words) = (address(*row, *column), excerpt(&cell.shown()));
            findings.push(
                Finding::new(
                    &code::NO_HOME,
                    text!(
                        "Trang “{name}” không thuộc biểu nên không được đọc (ô {at}: “{words}”).",
                        "Sheet “{name}” is no part of the form and is not read ({at}: “{words}”)."
                    ),
                )
                .at(Place::cell(file, name, at)),
            );
        }
    }
}

/// Cuts long text for a message.
fn excerpt(words: &str) -> String {
    let cut: String = words.chars().take(80).collect();
    if cut.len() < words.len() { format!("{cut}…") } else { cut }
}

/// Says which columns of a sheet are gone, but for those that the form's layout never had.
fn lost_columns<'c>(sheet: &Keyed<'_>, wanted: impl Iterator<Item = &'c Column>, layout: Option<u32>, file: &str) -> Vec<Finding> {
    let name = &sheet.grid.name;
    let repeated = |key: &str| sheet.repeated.iter().any(|one| one.key == key);
    let gone = wanted.filter(|column| column.is_in(layout) && sheet.column(column.key).is_none() && !repeated(column.key));
    let lost = gone.map(|column| {
        let (vi, en) = (column.heading.vi, column.heading.en);
        let place = Place { sheet: Some(name.clone()), ..Place::file(file) };
        let message = text!("Trang “{name}” mất cột “{vi}”.", "Sheet “{name}” has lost its column “{en}”.");
        Finding::new(&code::COLUMN_MISSING, message).at(place).hides(hidden_with(column.key))
    });
    lost.collect()
}

/// Lists what can't be read where a column is gone.
fn hidden_with(key: &str) -> Vec<Part> {
    match key {
        CLAIMED => vec![Part::Claims],
        INPUT => vec![Part::Figures],
        CRITERION | NUMBER => vec![Part::Evidence],
        _ => Vec::new(),
    }
}
