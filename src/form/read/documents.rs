//! The sheet of evidence: one document a row, given to the leaf that it names.

use std::collections::BTreeMap;

use super::excerpt;
use super::keyed::Keyed;
use crate::assessment::{Answer, Evidence, EvidenceCells, EvidenceDate, EvidenceField};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, date_vi};
use crate::finding::sheet as code;
use crate::finding::{CellAddress, CellPlace, Finding, Place};
use crate::form::UnplacedDocument;
use crate::form::layout::{CRITERION, Column, DATE, DOCUMENT_FIELDS, EVIDENCE_COLUMNS, FILE, ISSUER, NUMBER, SECTION, TITLE};
use crate::text;
use crate::text::Text;
use crate::text::fold::fold;
use crate::text::{explains_nothing, says_nothing};
use crate::typed::citation;
use crate::typed::id::{Named, named, several};
use crate::typed::value;
use crate::workbook::{Cell, address};

/// Reads the documents of a form into its answers.
pub fn read(sheet: &Keyed<'_>, set: &CriteriaSet, file: &str, answers: &mut BTreeMap<CriterionId, Answer>, findings: &mut Vec<Finding>) {
    let headings = headings(sheet);
    for row in sheet.grid.rows().into_iter().filter(|row| *row > sheet.keys.0 && Some(*row) != headings) {
        let Some(evidence) = evidence(sheet, row, file) else {
            findings.extend(words_alone(sheet, row, set, file));
            continue;
        };
        if let Some(finding) = nothing_named(&evidence) {
            findings.push(finding);
            continue;
        }
        let what = described(&evidence);
        let documents = cited(&evidence);
        findings.extend(citation::too_many(citation::left_out(cell_cited(&evidence)), &evidence.place.place(None)));
        let criterion = sheet.column(CRITERION);
        let place =
            criterion.map_or_else(|| evidence.place.place(None), |column| Place::cell(file, &sheet.grid.name, address(row, column)));
        let Some(cell) = criterion.and_then(|column| sheet.grid.get(row, column)) else {
            findings.push(of_none(&what).at(place));
            continue;
        };
        let typed = cell.shown();
        let is_leaf = |id: &CriterionId| set.find(id).is_some_and(|criterion| criterion.leaf().is_some());
        if let Some(ids) = several(cell, set) {
            if ids.iter().all(is_leaf) {
                for id in ids {
                    answers.entry(id).or_default().evidence.extend(documents.iter().cloned());
                }
            } else {
                findings.push(of_group(&what, &typed).at(place));
            }
            continue;
        }
        let finding = match named(cell, set) {
            Named::One(id) if set.find(&id).is_some_and(|criterion| criterion.leaf().is_none()) => of_group(&what, &typed),
            Named::One(id) => {
                answers.entry(id).or_default().evidence.extend(documents);
                continue;
            }
            Named::Several(ids) => of_several(&what, &typed, &ids),
            Named::Unknown => of_unknown(&what, &typed),
        };
        findings.push(finding.at(place));
    }
}

/// Says that a row names no document, and in the column of criteria something that is none.
fn words_alone(sheet: &Keyed<'_>, row: u32, set: &CriteriaSet, file: &str) -> Option<Finding> {
    let column = sheet.column(CRITERION)?;
    let cell = sheet.grid.get(row, column).filter(|cell| matches!(named(cell, set), Named::Unknown))?;
    let (at, typed) = (address(row, column), excerpt(&cell.shown()));
    let message = text!(
        "Ô {at} ghi “{typed}”, không phải mã tiêu chí, và hàng này không nêu tài liệu nào.",
        "{at} says “{typed}”, which is no criterion, and the row names no document."
    );
    Some(Finding::new(&code::NO_HOME, message).at(Place::cell(file, &sheet.grid.name, at)))
}

/// Lists what was typed beside the table of documents.
pub fn strays(sheet: &Keyed<'_>, file: &str) -> Vec<Finding> {
    let known = |column: &u32| {
        let key = sheet.columns.iter().find(|(_, at)| *at == column).map(|(key, _)| key);
        sheet.is_copy(*column) || key.is_some_and(|key| EVIDENCE_COLUMNS.iter().any(|column| column.key == key.as_str()))
    };
    let below = sheet.grid.cells.range((sheet.keys.0 + 2, 0)..);
    let typed = below.filter(|((_, column), cell)| !cell.formula && !cell.is_blank() && !known(column));
    let said = typed.map(|((row, column), cell)| {
        let (at, words) = (address(*row, *column), excerpt(&cell.shown()));
        let message = text!(
            "Ô {at} ghi “{words}” nhưng nằm ngoài bảng tài liệu kiểm chứng.",
            "{at} says “{words}” and stands outside the table of evidence."
        );
        Finding::new(&code::NO_HOME, message).at(Place::cell(file, &sheet.grid.name, at))
    });
    said.collect()
}

/// Says that a document names no criterion.
pub fn of_none(what: &str) -> Finding {
    let message = text!("Tài liệu “{what}” chưa ghi mã tiêu chí.", "The document “{what}” names no criterion.");
    Finding::new(&code::EVIDENCE_NO_CRITERION, message)
}

/// Says that a document names a group.
pub fn of_group(what: &str, typed: &str) -> Finding {
    let message = text!(
        "Tài liệu “{what}” ghi mã “{typed}”, là nhóm tiêu chí, không phải tiêu chí thành phần.",
        "The document “{what}” names “{typed}”, which has sub-criteria and is not a sub-criterion itself."
    );
    Finding::new(&code::EVIDENCE_GROUP, message)
}

/// Says that a document names one of several criteria.
pub fn of_several(what: &str, typed: &str, ids: &[CriterionId]) -> Finding {
    let list = ids.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
    if ids.len() > 1 && ids.iter().all(|id| typed.contains(id.as_str())) && typed.contains([',', ';', 'v', '&', '/', '\n', ' ']) {
        let message = text!(
            "Ô mã tiêu chí của tài liệu “{what}” ghi “{typed}”, nêu nhiều tiêu chí ({list}); tài liệu chưa được tính cho tiêu chí nào.",
            "The criterion of the document “{what}” says “{typed}” and names several ({list}), so the document backs none yet."
        );
        return Finding::new(&code::ID_AS_NUMBER, message).help(Text::new(
            "Ghi mỗi tiêu chí một hàng, nhắc lại tài liệu ở từng hàng.",
            "Give each criterion a row of its own, with the document again.",
        ));
    }
    if typed.contains(char::is_alphabetic) {
        let message = text!(
            "“{typed}” của tài liệu “{what}” có thể là tiêu chí {list}; tài liệu chưa được tính cho tiêu chí nào.",
            "“{typed}” of the document “{what}” may be criterion {list}, so the document backs none of them yet."
        );
        return Finding::new(&code::ID_AS_NUMBER, message);
    }
    let message = text!(
        "Mã tiêu chí “{typed}” của tài liệu “{what}” đã bị Excel đổi kiểu, có thể là {list}; tài liệu chưa được tính cho tiêu chí nào.",
        "Excel changed the id “{typed}” of the document “{what}”; it may be {list}, so the document backs none of them yet."
    );
    Finding::new(&code::ID_AS_NUMBER, message)
}

/// Says that a document names a criterion that is none.
pub fn of_unknown(what: &str, typed: &str) -> Finding {
    let message = text!(
        "Tài liệu “{what}” ghi mã tiêu chí “{typed}”, không có trong bộ tiêu chí.",
        "The document “{what}” names the criterion “{typed}”, which the set does not have."
    );
    Finding::new(&code::EVIDENCE_UNKNOWN_CRITERION, message)
}

/// Lists the documents that back no leaf of the set, with the criterion as it was typed.
pub fn unplaced(sheet: &Keyed<'_>, set: &CriteriaSet, file: &str) -> Vec<UnplacedDocument> {
    let headings = headings(sheet);
    let rows = sheet.grid.rows().into_iter().filter(|row| *row > sheet.keys.0 && Some(*row) != headings);
    let documents = rows.filter_map(|row| {
        let evidence = evidence(sheet, row, file)?;
        let cell = sheet.column(CRITERION).and_then(|column| sheet.grid.get(row, column));
        let is_leaf = |id: &CriterionId| set.find(id).is_some_and(|criterion| criterion.leaf().is_some());
        let placed = cell.is_some_and(|cell| match (several(cell, set), named(cell, set)) {
            (Some(ids), _) => ids.iter().all(is_leaf),
            (None, Named::One(id)) => is_leaf(&id),
            (None, Named::Several(_) | Named::Unknown) => false,
        });
        (!placed).then(|| UnplacedDocument { criterion: cell.map(Cell::shown), evidence })
    });
    documents.collect()
}

/// Finds the row of visible headings, right below the keys: two of its cells at least say what the form prints there, but for
/// case and punctuation.
fn headings(sheet: &Keyed<'_>) -> Option<u32> {
    let row = sheet.keys.0 + 1;
    let says = |column: &&Column| {
        let shown = sheet.column(column.key).and_then(|at| sheet.grid.shown(row, at));
        shown.is_some_and(|shown| column.is_headed(&shown))
    };
    (EVIDENCE_COLUMNS.iter().filter(says).take(2).count() == 2).then_some(row)
}

/// Reads the document of a row; `None` where nothing but the criterion is filled in.
pub fn evidence(sheet: &Keyed<'_>, row: u32, file: &str) -> Option<Evidence> {
    let cell = |key: &str| sheet.column(key).and_then(|column| sheet.grid.get(row, column));
    // A formula in these columns is not the unit's word: forms come with helpers.
    let named = |field: &EvidenceField| *field != EvidenceField::Criterion && value::words(cell(field.key())).is_some();
    let first = EvidenceField::ALL.into_iter().find(named)?;
    let at = |field: EvidenceField| Some((field, CellAddress::new(row, sheet.column(field.key())?)));
    let cells: EvidenceCells = EvidenceField::ALL.into_iter().filter_map(at).collect();
    let (file_named, link) = where_it_lies(&cell);
    Some(Evidence {
        number: value::words(cell(NUMBER)),
        date: value::evidence_date(cell(DATE)),
        issuer: value::words(cell(ISSUER)),
        title: value::words(cell(TITLE)),
        section: value::words(cell(SECTION)),
        file: file_named,
        link,
        place: CellPlace {
            file: Some(file.into()),
            sheet: Some(sheet.grid.name.as_str().into()),
            cell: cells.get(EvidenceField::Number).or_else(|| cells.get(first)),
        },
        cells,
    })
}

/// Says that a row names nothing: `sẽ bổ sung`, `không có`, a number of which the digits are still open, or only an issuer, a
/// day or a place inside a document, which are said of a document that something else names.
pub fn nothing_named(row: &Evidence) -> Option<Finding> {
    let gone = || gone(row);
    if row.number.as_deref().is_some_and(is_plain_number) {
        return gone();
    }
    let numbered = || {
        row.number.as_deref().is_some_and(|number| {
            let figures = number.chars().any(|c| c.is_ascii_digit());
            (figures || !says_nothing(number)) && !citation::names_none(number)
        })
    };
    // What takes long is asked last: most documents have a number.
    let unfilled = || row.number.as_deref().is_some_and(citation::names_none);
    let titled = || row.title.as_deref().is_some_and(is_title) && !unfilled();
    // “Không có” is no file.
    let filed = row.file.as_deref().is_some_and(|file| !says_nothing(file) || file.contains('.') || !file.contains(char::is_alphabetic));
    if filed || row.link.is_some() || numbered() || titled() {
        return gone();
    }
    let day = match &row.date {
        EvidenceDate::Blank => None,
        EvidenceDate::Day(day) => Some(date_vi(*day)),
        EvidenceDate::Wrong(typed) => Some(typed.clone()),
    };
    let words: Vec<&str> =
        [&row.number, &row.title, &row.issuer, &day, &row.section, &row.file].into_iter().flatten().map(String::as_str).collect();
    let shown = excerpt(&words.join(" "));
    let message = text!(
        "Ô tài liệu kiểm chứng ghi “{shown}”, không nêu số, ký hiệu, tệp hoặc địa chỉ trang web nào.",
        "The cell of evidence says “{shown}” and names no number, file or web address."
    );
    Some(Finding::new(&code::NO_DOCUMENT_NAMED, message).at(row.place.place(None)))
}

/// Tells whether words may be the title of a document: “như tiêu chí 1.1”, “đã thực hiện”, “12345” are none.
fn is_title(words: &str) -> bool {
    words.contains(char::is_alphabetic) && !explains_nothing(words) && !citation::names_none(words)
}

/// Tells whether words are the number of one document and nothing else, as most are typed: `12/BC-STC`. What is only like
/// that, such as `…/BC-STC` or `12/BC-STC và 13/BC-STC`, is read as any text is.
fn is_plain_number(words: &str) -> bool {
    let letters = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_uppercase());
    let Some((number, symbol)) = words.split_once('/') else { return false };
    let number = (1..=5).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit());
    number && symbol.split_once('-').is_some_and(|(kind, office)| letters(kind, 3) && letters(office, 8))
}

/// Says that words speak of a document that is not there.
pub fn promised(words: &str) -> Finding {
    let shown = excerpt(words);
    let message = text!(
        "Nội dung “{shown}” cho biết tài liệu chưa có hoặc sẽ bổ sung nên không được tính.",
        "“{shown}” says that a document is not there yet; it does not count."
    );
    Finding::new(&code::DOCUMENT_PROMISED, message)
}

/// Says where a field of a document says that it is a draft, or not there: mostly its title.
fn gone(row: &Evidence) -> Option<Finding> {
    let title = row.title.as_deref().filter(|title| citation::says_gone(title));
    let number = || row.number.as_deref().filter(|number| !is_plain_number(number) && citation::number_says_gone(number));
    let issuer = || row.issuer.as_deref().filter(|issuer| citation::issuer_says_gone(issuer));
    let beside =
        || [&row.section, &row.file].into_iter().flatten().map(String::as_str).find(|words| citation::says_gone(words)).or_else(issuer);
    let said = excerpt(title.or_else(number).or_else(beside)?);
    let named = [&row.number, &row.file, &row.link].into_iter().flatten().map(String::as_str).find(|named| excerpt(named) != said);
    let message = match (named, title) {
        (Some(named), Some(_)) => text!(
            "Tài liệu “{named}” ghi trích yếu “{said}”: là dự thảo, chưa có hoặc không còn nên không được tính.",
            "The document “{named}” has the title “{said}”: it is a draft, or not there, and does not count."
        ),
        (Some(named), None) => text!(
            "Tài liệu “{named}” ghi “{said}”: là dự thảo, chưa có hoặc không còn nên không được tính.",
            "The document “{named}” says “{said}”: it is a draft, or not there, and does not count."
        ),
        (None, Some(_)) => text!(
            "Tài liệu ghi trích yếu “{said}”: là dự thảo, chưa có hoặc không còn nên không được tính.",
            "The document has the title “{said}”: it is a draft, or not there, and does not count."
        ),
        (None, None) => text!(
            "Tài liệu ghi “{said}”: là dự thảo, chưa có hoặc không còn nên không được tính.",
            "The document says “{said}”: it is a draft, or not there, and does not count."
        ),
    };
    Some(Finding::new(&code::DOCUMENT_PROMISED, message).at(row.place.place(None)))
}

/// Gives the words of a row that may hold a whole citation: what was typed as the number, or the title of a document that
/// nothing else tells.
fn cell_cited(row: &Evidence) -> &str {
    let nameless = row.file.is_none() && row.link.is_none();
    row.number.as_deref().or(row.title.as_deref().filter(|_| nameless)).unwrap_or_default()
}

/// Reads what was typed as a number, or as the title where there is none: the number alone, or a whole citation, or
/// several. What the other fields of the row say goes before what a citation says; the day of a row is that of all its documents,
/// unless one of several says its own.
pub fn cited(row: &Evidence) -> Vec<Evidence> {
    let typed = cell_cited(row);
    if is_plain_number(typed) {
        return vec![row.clone()];
    }
    let found = citation::documents(typed);
    let alone = matches!(found.as_slice(), [one] if one.number.as_deref().map(fold) == Some(fold(typed)));
    if alone || found.is_empty() {
        return vec![row.clone()];
    }
    let of_all = is_day_of_all(row, &found);
    let merged = found.into_iter().map(|said| Evidence {
        number: said.number,
        date: if of_all { row.date.clone() } else { said.date },
        issuer: row.issuer.clone().or(said.issuer),
        title: if row.number.is_some() { row.title.clone().or(said.title) } else { said.title },
        file: row.file.clone().or(said.file),
        link: row.link.clone().or(said.link),
        section: row.section.clone().or(said.section),
        ..row.clone()
    });
    merged.collect()
}

/// Tells whether the day of a row is that of every document that its words cite.
pub fn is_day_of_all(row: &Evidence, cited: &[Evidence]) -> bool {
    row.date != EvidenceDate::Blank && (cited.len() == 1 || cited.iter().all(|said| said.date == EvidenceDate::Blank))
}

/// Tells where the document of a row lies: its file, or its web address. What a click on the cell opens counts, not the words
/// that stand for it; a row without either may have its link on another of its cells.
fn where_it_lies<'a>(cell: &impl Fn(&str) -> Option<&'a Cell>) -> (Option<String>, Option<String>) {
    let words = value::words(cell(FILE));
    let linked = |key: &&str| cell(key).and_then(|cell| cell.link.clone());
    let link = if words.is_some() { linked(&FILE) } else { DOCUMENT_FIELDS.iter().find_map(linked) };
    // Excel makes a link of the name of a file by itself, to wherever the file lay then.
    let named = words.as_ref().is_some_and(|words| link.as_ref().is_some_and(|link| !is_link(link) && fold(link).ends_with(&fold(words))));
    match if named { words } else { link.or(words) } {
        Some(address) if is_link(&address) => (None, Some(address)),
        file => (file, None),
    }
}

/// Tells whether what stands in the column of files is a web address.
fn is_link(words: &str) -> bool {
    let folded = fold(words);
    let alone = || matches!(citation::documents(words).as_slice(), [one] if one.link.as_deref() == Some(words.trim()));
    ["http:", "https:", "www.", "ftp:"].iter().any(|start| folded.starts_with(start)) || alone()
}

/// Names a document by what is known of it.
pub fn described(evidence: &Evidence) -> String {
    [&evidence.number, &evidence.title, &evidence.file, &evidence.link, &evidence.issuer, &evidence.section]
        .into_iter()
        .flatten()
        .next()
        .cloned()
        .unwrap_or_default()
}
