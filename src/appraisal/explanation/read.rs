//! A workbook that came back → what the unit explains. Rows and columns are found by their keys.

use std::collections::BTreeMap;

use super::layout::{EXPLANATION, LAYOUT, PROPOSED, TABLE};
use super::unread;
use crate::appraisal::layout::META_ROUND;
use crate::appraisal::meta::{language, other_layout};
use crate::appraisal::printed::Printed;
use crate::appraisal::titles::{self, MadeFor};
use crate::assessment::{Answer, Explanation, Round, Rounds};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure, UnitId};
use crate::finding::appraisal::{BOOK_OF_OTHER_CAMPAIGN, BOOK_OF_OTHER_VERSION, BOOK_OF_UNKNOWN_ROUND, BOOK_WITHOUT_TABLE};
use crate::finding::campaign::FORM_OF_NO_UNIT;
use crate::finding::{CellAddress, Checked, Finding, Place};
use crate::form::layout::{
    CRITERION, META_CAMPAIGN, META_LAYOUT, META_SET, META_SHA256, META_TITLE, META_UNIT, META_UNIT_NAME, META_VERSION, META_YEAR, NUMBER,
    RowKey,
};
use crate::form::read::documents;
use crate::form::read::keyed::Keyed;
use crate::rule::Case;
use crate::text;
use crate::typed::value;
use crate::workbook::Book;

/// Campaign that an explanation is read for.
#[derive(Clone, Copy)]
pub struct Owner<'a> {
    /// Id of the campaign.
    pub campaign: &'a str,
    /// Year that it scores.
    pub year: i16,
    /// Its rounds.
    pub rounds: &'a Rounds,
    /// Finds the set of a unit.
    pub set: &'a dyn Fn(&UnitId) -> Option<&'a CriteriaSet>,
    /// Compares the names that a workbook shows with the unit that it was made for; the second is that of its hidden sheet.
    /// False where they are another unit's.
    pub shows: &'a dyn Fn(&UnitId, Option<&str>) -> Checked<bool>,
}

/// Gives what a workbook says of itself; `None` where it is no explanation.
fn said(book: &Book) -> Option<BTreeMap<String, String>> {
    let grid = book.sheets.iter().find(|grid| {
        let named = grid.rows().into_iter().filter(|row| grid.shown(*row, 0).as_deref() == Some(META_LAYOUT));
        let last = named.filter_map(|row| grid.shown(row, 1)).next_back();
        last.is_some_and(|name| name.trim().starts_with("parindex-explanation/"))
    })?;
    let rows = grid.rows().into_iter();
    Some(rows.filter_map(|row| Some((grid.shown(row, 0)?, grid.shown(row, 1)?.trim().to_owned()))).collect())
}

/// Finds the sheet of explanations.
fn sheet(book: &Book) -> Option<Keyed<'_>> {
    let mut sheets = book.sheets.iter().filter_map(|grid| Keyed::find(grid, &[PROPOSED, EXPLANATION]));
    let first = sheets.next()?;
    Some(if TABLE.are(&first.grid.name) { first } else { sheets.find(|one| TABLE.are(&one.grid.name)).unwrap_or(first) })
}

/// Tells whether a workbook is an explanation of ours, whatever was done to it.
pub fn is_workbook(book: &Book) -> bool {
    // The council's table has a column of explanations, too.
    said(book).is_some() || book.sheets.iter().any(|grid| Keyed::find(grid, &[PROPOSED]).is_some())
}

/// Reads a workbook. Nothing where it belongs elsewhere, or lost what it is known by.
pub fn read(book: &Book, file: &str, owner: &Owner<'_>) -> Checked<Option<Explanation>> {
    let refuse = |finding: Finding| Checked { value: None, findings: vec![finding.at(Place::file(file))] };
    let (Some(said), Some(sheet)) = (said(book), sheet(book)) else {
        let name = TABLE.get(said(book).map(|said| language(&said)).unwrap_or_default());
        let message = text!(
            "Phiếu giải trình “{file}” đã mất trang ẩn “_parindex” hoặc trang “{name}” có dòng và cột mã ẩn; chưa đọc.",
            "The explanation workbook “{file}” has lost its hidden sheet “_parindex”, or the sheet “{name}” with its hidden keys; it is not read."
        );
        return refuse(Finding::new(&BOOK_WITHOUT_TABLE, message));
    };
    let get = |key: &str| said.get(key).map(String::as_str).unwrap_or_default();
    if let Some(finding) = other_layout(get(META_LAYOUT), LAYOUT) {
        return refuse(finding);
    }
    let unit = UnitId::new(get(META_UNIT));
    let year = owner.year.to_string();
    if get(META_CAMPAIGN) != owner.campaign || get(META_YEAR) != year {
        let (theirs, their_year, ours) = (get(META_CAMPAIGN), get(META_YEAR), owner.campaign);
        let message = text!(
            "Phiếu giải trình của đợt “{theirs}” năm “{their_year}”, đợt này là “{ours}” năm {year}; chưa đọc.",
            "An explanation of campaign “{theirs}”, year “{their_year}”; this one is “{ours}”, {year}; it is not read."
        );
        return refuse(Finding::new(&BOOK_OF_OTHER_CAMPAIGN, message));
    }
    let Some(set) = (owner.set)(&unit) else {
        let message = text!(
            "Phiếu giải trình của đơn vị “{unit}”, đợt này không có đơn vị ấy.",
            "An explanation of unit “{unit}”, which this campaign does not have."
        );
        return refuse(Finding::new(&FORM_OF_NO_UNIT, message));
    };
    let round = get(META_ROUND);
    let Some(round) = round.parse().ok().and_then(Round::new) else {
        let message = text!(
            "Phiếu giải trình ghi lần thẩm định “{round}”, không phải là một số từ 1 đến 99; chưa đọc.",
            "The explanation workbook is of round “{round}”, which is not a number from 1 to 99; it is not read."
        );
        return refuse(Finding::new(&BOOK_OF_UNKNOWN_ROUND, message).of(&unit));
    };
    if !owner.rounds.allow(round) {
        let number = round.number();
        let message = text!(
            "Phiếu giải trình sau thẩm định lần {number}, mà rounds của đợt không có lần này; chưa đọc.",
            "An explanation after round {number}, which is not among the rounds of the campaign; it is not read."
        );
        return refuse(Finding::new(&BOOK_OF_UNKNOWN_ROUND, message).of(&unit));
    }
    let of = MadeFor { year: owner.year, round, rounds: owner.rounds, title: Some(get(META_TITLE)) };
    if let Some(finding) = titles::check(sheet.grid, sheet.keys.0, of, file) {
        return Checked { value: None, findings: vec![finding.of(&unit)] };
    }
    let mut findings = Vec::new();
    if !(owner.shows)(&unit, Some(get(META_UNIT_NAME)).filter(|name| !name.is_empty())).collect(&mut findings) {
        return Checked { value: None, findings };
    }
    let theirs = (get(META_SET), get(META_VERSION), get(META_SHA256));
    if theirs != (set.id.as_str(), set.version.as_str(), set.sha256.as_str()) {
        let (id, theirs, ours) = (&set.id, theirs.1, &set.version);
        let message = if theirs == ours {
            text!(
                "Nội dung bộ tiêu chí “{id}” đã thay đổi sau khi lập phiếu giải trình, dù vẫn ghi phiên bản “{ours}”; chỉ đọc dòng còn khớp.",
                "The set “{id}” has changed since the explanation workbook was made, though it still says version “{ours}”; only lines that still fit are read."
            )
        } else {
            text!(
                "Phiếu giải trình làm theo bộ tiêu chí “{id}” phiên bản “{theirs}”, nay là “{ours}”; chỉ đọc dòng còn khớp.",
                "The explanation workbook was made for version “{theirs}” of the set “{id}”, which is now “{ours}”; only lines that still fit are read."
            )
        };
        findings.push(Finding::new(&BOOK_OF_OTHER_VERSION, message).at(Place::file(file)));
    }
    let mut answers = table(&sheet, set, file, &mut findings);
    let printed = Printed::read(&said);
    findings.extend(unread::check(&sheet, set, file, &printed));
    findings.extend(unread::rows_gone(&sheet, set, file, (&printed, language(&said))));
    for keyed in book.sheets.iter().filter_map(|grid| Keyed::find(grid, &[CRITERION, NUMBER])) {
        documents::read(&keyed, set, file, &mut answers, &mut findings);
    }
    answers.retain(|_, answer| !answer.is_blank());
    for finding in &mut findings {
        finding.unit.get_or_insert_with(|| unit.clone());
    }
    Checked { value: Some(Explanation { unit, round, file: file.to_owned(), joined: Vec::new(), answers }), findings }
}

/// Reads the sheet of explanations.
fn table(sheet: &Keyed<'_>, set: &CriteriaSet, file: &str, findings: &mut Vec<Finding>) -> BTreeMap<CriterionId, Answer> {
    let mut answers: BTreeMap<CriterionId, Answer> = BTreeMap::new();
    let place = |row: u32, column: u32| Place::cell(file, &sheet.grid.name, CellAddress::new(row, column).to_string());
    let answer = |answers: &mut BTreeMap<CriterionId, Answer>, id: &CriterionId| {
        answers.entry(id.clone()).or_insert_with(|| Answer { sheet: Some(sheet.grid.name.as_str().into()), ..Answer::default() });
    };
    for (row, key) in &sheet.rows {
        match key {
            RowKey::Leaf(id) => {
                let Some(column) = sheet.column(EXPLANATION) else { continue };
                let Some(words) = value::words(sheet.grid.get(*row, column)) else { continue };
                answer(&mut answers, id);
                if let Some(own) = answers.get_mut(id) {
                    own.explanation = Some(words);
                    own.cells.explanation = Some(CellAddress::new(*row, column));
                }
            }
            RowKey::Input(id, input) => {
                let (Some(column), Some(leaf)) = (sheet.column(PROPOSED), set.find(id).and_then(|criterion| criterion.leaf())) else {
                    continue;
                };
                let Some(asked) = leaf.input(input) else { continue };
                let Some(cell) = sheet.grid.get(*row, column) else { continue };
                let read = value::figure(Some(cell), asked, &leaf.choices(input));
                findings.extend(read.findings.into_iter().map(|finding| finding.on(id).at(place(*row, column))));
                if read.value == Figure::Blank {
                    continue;
                }
                answer(&mut answers, id);
                if let Some(own) = answers.get_mut(id) {
                    own.figures.insert(input.clone(), read.value);
                    own.cells.inputs.insert(input.clone(), CellAddress::new(*row, column));
                }
            }
            _ => {}
        }
    }
    let impossible = answers.iter().flat_map(|(id, answer)| impossible(set, id, answer));
    findings.extend(impossible.map(|(cell, finding)| finding.at(Place::cell(file, &sheet.grid.name, cell.to_string()))));
    answers
}

/// Tells which of the figures that a unit proposes can't be: a figure below 0, half a dossier.
fn impossible(set: &CriteriaSet, id: &CriterionId, answer: &Answer) -> Vec<(CellAddress, Finding)> {
    let Some((criterion, leaf)) = set.find(id).and_then(|criterion| Some((criterion, criterion.leaf()?))) else { return Vec::new() };
    let terms = set.terms(criterion, leaf);
    let case = Case::new(terms, &answer.figures);
    let told = leaf.rule.findings(&leaf.rule.score(&case), &terms);
    let of_figure = told.into_iter().filter_map(|(input, finding)| Some((input?, finding)));
    let proposed = of_figure.filter(|(input, finding)| case.faults(input).iter().any(|fault| fault.code == finding.code));
    proposed.filter_map(|(input, finding)| Some((*answer.cells.inputs.get(&input)?, finding.on(id)))).collect()
}
