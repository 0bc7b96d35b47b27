//! Plain tables, `.xlsx` or `.csv`, as the council and the survey hand them in: units, criteria, points or other figures, and
//! where there are any, what applies, reason, round, groups of respondents, answers, ballots. Columns are found by their
//! headings, wherever those stand, each in the unit of measure that it names; units or criteria may be headings themselves.

mod column;
mod heading;
mod known;
mod lines;
mod naming;
mod rivals;
mod round;
mod row;
mod rows;

use std::collections::BTreeMap;

use self::heading::Heading;
use self::rivals::Table;
use crate::finding::appraisal::{COLUMN_CHOSEN, COLUMNS_DIFFER, NO_MEASURE};
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Part, Place, Severity};
use crate::intake::foreign::{Chosen, Why};
use crate::text;
use crate::text::Words;
use crate::workbook::{self, Grid, Refusal, letters};

pub use column::Measure;
pub use known::Known;
pub use round::SaidRound;
pub use row::{Row, RowGives};

/// Reads the tables of a workbook or a CSV out of its bytes.
pub fn read(bytes: &[u8], file: &str, known: &Known<'_>) -> Checked<Vec<Row>> {
    let mut findings = Vec::new();
    let name = file.to_lowercase();
    let by_name = [".csv", ".txt", ".tsv"].iter().any(|ending| name.ends_with(ending));
    let grids: Vec<Grid> = match workbook::admit(bytes, file) {
        Err(Refusal::PlainText) if by_name => {
            let mut grid = lines::read(bytes, file, known).collect(&mut findings);
            findings.extend(grid.iter_mut().flat_map(|grid| workbook::convert_grid(grid, &BTreeMap::new(), file)));
            grid.into_iter().collect()
        }
        _ => match workbook::open(bytes, file).collect(&mut findings) {
            Some(book) => book.sheets.into_iter().filter(|sheet| !sheet.hidden).collect(),
            None => return Checked { value: Vec::new(), findings },
        },
    };
    let mut tables = Vec::new();
    for grid in &grids {
        for heading in heading::all(grid, known) {
            let place = |column: u32| rows::place(grid, file, by_name, heading.top, column);
            findings.extend(told_of_columns(&heading, known, &place));
            let mut rows = Vec::new();
            rows::read(&heading, grid, (file, by_name), known, &mut rows, &mut findings);
            let titles =
                std::iter::once(grid.name.clone()).chain(heading.titles.iter().cloned()).filter(|words| !words.is_empty()).collect();
            tables.push(Table { place: place(heading.unit.or(heading.criterion).unwrap_or_default()), titles, rows });
        }
    }
    if tables.is_empty() && findings.iter().all(|finding| finding.code == &code::LEGACY_TEXT) {
        let message = text!(
            "Không tìm thấy hàng tiêu đề có “Đơn vị”, “Tiêu chí” và “Điểm” trong tệp “{file}”.",
            "No heading with unit, criterion and points is found in “{file}”."
        );
        findings.push(Finding::new(&code::TABLE_NO_HEADER, message).at(Place::file(file)));
    }
    Checked { value: rivals::join(tables, known, &mut findings), findings }
}

/// Says of the columns of a table which was chosen, which could not be, and which names no unit of measure.
fn told_of_columns(heading: &Heading, known: &Known<'_>, place: &dyn Fn(u32) -> Place) -> Vec<Finding> {
    let quoted = |column: u32| format!("{} “{}”", letters(column), heading.words_of(column));
    let mut findings: Vec<Finding> =
        heading.choices.iter().map(|(measure, chosen)| told_of_choice(*measure, chosen, &quoted, place)).collect();
    if let Some(first) = heading.unsaid.first() {
        let columns = heading.unsaid.iter().map(|read| quoted(read.column)).collect::<Vec<_>>().join(", ");
        let message = if known.survey {
            text!(
                "Cột {columns} không ghi đơn vị tính (điểm, %, điểm trung bình hay số phiếu) nên không được đọc.",
                "No unit of measure (points, %, mean or number of ballots) is named in column {columns}, so it is not read."
            )
        } else {
            text!(
                "Cột {columns} không cho biết có phải là điểm thẩm định hay không nên không được đọc.",
                "Nothing says whether column {columns} holds appraised points, so it is not read."
            )
        };
        let finding = Finding::new(&NO_MEASURE, message).at(place(first.column));
        // Where other columns are read, this one may be no result at all.
        findings.push(if heading.values.is_empty() {
            finding.hides([Part::Rows])
        } else {
            Finding { severity: Severity::Warning, ..finding }
        });
    }
    findings
}

/// Says which of several columns is read, and why; or that none is.
fn told_of_choice(measure: Measure, chosen: &Chosen<u32>, quoted: &dyn Fn(u32) -> String, place: &dyn Fn(u32) -> Place) -> Finding {
    let Words { vi, en } = match measure {
        Measure::Points => Words { vi: "điểm", en: "points" },
        Measure::Percent => Words { vi: "tỷ lệ", en: "percentage" },
        Measure::Mean => Words { vi: "điểm trung bình", en: "mean" },
        Measure::Votes => Words { vi: "số phiếu", en: "number of ballots" },
        Measure::Unsaid => Words { vi: "kết quả", en: "result" },
    };
    let left = |english: bool| {
        let one = |(column, why): &(u32, Option<Why>)| {
            why.map_or_else(
                || quoted(*column),
                |why| {
                    let because = why.words();
                    format!("{} ({})", quoted(*column), if english { because.en } else { because.vi })
                },
            )
        };
        chosen.left.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let (left_vi, left_en) = (left(false), left(true));
    let Some((taken, why)) = chosen.taken else {
        let message = text!(
            "Không rõ cột nào là {vi} cần đọc: {left_vi}; không đọc cột nào.",
            "It can't be told which column is the {en}: {left_en}; none is read."
        );
        let first = chosen.left.first().map_or(0, |(column, _)| *column);
        return Finding::new(&COLUMNS_DIFFER, message).at(place(first)).hides([Part::Rows]);
    };
    let (column, because) = (quoted(taken), why.words());
    let (because_vi, because_en) = (because.vi, because.en);
    let message = if why == Why::Rest {
        text!("Cột {column} được đọc là {vi}; không đọc cột {left_vi}.", "Column {column} is read as the {en}; not read: {left_en}.")
    } else {
        text!(
            "Cột {column} được đọc là {vi} vì {because_vi}; không đọc cột {left_vi}.",
            "Column {column} is read as the {en}, because {because_en}; not read: {left_en}."
        )
    };
    Finding::new(&COLUMN_CHOSEN, message).at(place(taken))
}
