//! Plain tables, `.xlsx` or `.csv`, as the council and the survey hand them in: units, criteria, points or other figures, and
//! where there are any, what applies, reason, round, groups of respondents, answers, ballots. Columns are found by their
//! headings, wherever those stand, each in the unit of measure that it names; units or criteria may be headings themselves.

mod across;
mod column;
mod heading;
mod known;
mod lines;
mod naming;
pub mod receipts;
mod rivals;
mod round;
mod row;
mod rows;
mod stack;
mod title;

use std::collections::BTreeMap;

use self::heading::Heading;
use self::rivals::Table;
use self::title::Refused;
use crate::figure::UnitId;
use crate::finding::appraisal::{COLUMN_CHOSEN, COLUMNS_DIFFER, HIDDEN_TABLE, NO_MEASURE, TABLE_NO_RESULT};
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Part, Place, Severity};
use crate::intake::foreign::{Chosen, Why};
use crate::text;
use crate::text::Words;
use crate::text::fold::excerpt;
use crate::workbook::{self, Grid, letters};

pub use column::Measure;
pub use known::Known;
pub use round::SaidRound;
pub use row::{Row, RowGives, applies};
pub use rows::is_mark;
pub use title::contradicts;

/// Reads the tables of a workbook or a CSV out of its bytes.
pub fn read(bytes: &[u8], file: &str, known: &Known<'_>) -> Checked<Vec<Row>> {
    let mut findings = Vec::new();
    let name = file.to_lowercase();
    let by_name = [".csv", ".txt", ".tsv"].iter().any(|ending| name.ends_with(ending));
    let grids: Vec<Grid> = if by_name && workbook::is_plain_text(bytes, file) {
        let mut grid = lines::read(bytes, file, &|grid: &Grid| heading::first(grid, known)).collect(&mut findings);
        // A line that is not read may name a unit, which then lacks what the line says.
        for finding in &mut findings {
            finding.unit = finding.unit.take().and_then(|words| Some(UnitId::new(known.unit(words.as_str())?)));
        }
        findings.extend(grid.iter_mut().flat_map(|grid| workbook::convert_grid(grid, &BTreeMap::new(), file)));
        grid.into_iter().collect()
    } else {
        let Some(book) = workbook::open(bytes, file).collect(&mut findings) else { return Checked { value: Vec::new(), findings } };
        let (hidden, shown): (Vec<Grid>, Vec<Grid>) = book.sheets.into_iter().partition(|sheet| sheet.hidden);
        findings.extend(hidden.iter().filter_map(|grid| told_of_hidden(grid, file, known)));
        shown
    };
    let mut tables = Vec::new();
    let mut refused = Vec::new();
    for grid in &grids {
        for heading in heading::all(grid, known) {
            let place = |column: u32| rows::place(grid, file, by_name, heading.top, column);
            findings.extend(told_of_columns(&heading, known, &place));
            refused.extend(
                heading.refused.clone().map(|(why, words, column)| (why, words, place(column), heading.words_of(column).to_owned())),
            );
            let mut rows = Vec::new();
            rows::read(&heading, grid, (file, by_name), known, &mut rows, &mut findings);
            let titles =
                std::iter::once(grid.name.clone()).chain(heading.titles.iter().cloned()).filter(|words| !words.is_empty()).collect();
            tables.push(Table { place: place(heading.unit.or(heading.criterion).unwrap_or_default()), titles, rows });
        }
    }
    let others_read = tables.iter().any(|table: &Table| !table.rows.is_empty());
    findings.extend(refused.into_iter().map(|(why, words, place, column)| told_of_refused(why, &words, &column, others_read).at(place)));
    if tables.is_empty() && findings.iter().all(|finding| finding.code == &code::LEGACY_TEXT) {
        let message = text!(
            "Không tìm thấy hàng tiêu đề có “Đơn vị”, “Tiêu chí” và “Điểm” trong tệp “{file}”.",
            "No header row with unit, criterion and points is found in “{file}”."
        );
        findings.push(Finding::new(&code::TABLE_NO_HEADER, message).at(Place::file(file)));
    }
    Checked { value: rivals::join(tables, known, &mut findings), findings }
}

/// Says of a hidden sheet that its table is not read.
fn told_of_hidden(grid: &Grid, file: &str, known: &Known<'_>) -> Option<Finding> {
    let heading = heading::first(grid, known)?;
    let name = &grid.name;
    let message =
        text!("Trang “{name}” bị ẩn nên bảng điểm trên trang không được đọc.", "Sheet “{name}” is hidden, so the table on it is not read.");
    Some(Finding::new(&HIDDEN_TABLE, message).at(rows::place(grid, file, false, heading.top, 0)))
}

/// Says of a table, or a column of it, that it is no result, as its title, its sheet or its file says.
fn told_of_refused(why: Refused, words: &str, column: &str, others_read: bool) -> Finding {
    let (Words { vi, en }, words) = (why.words(), excerpt(words));
    let message = text!(
        "Không đọc cột “{column}”: “{words}” cho biết bảng {vi}.",
        "Column “{column}” is not read: “{words}” says of the table that {en}."
    );
    let finding = Finding::new(&TABLE_NO_RESULT, message);
    // Beside a table that is read nothing hangs on this one.
    if others_read { Finding { severity: Severity::Note, ..finding } } else { finding.hides([Part::Rows]) }
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
                "Chưa rõ cột {columns} là kết quả gì, theo đơn vị tính nào (điểm, %, điểm trung bình hay số phiếu), nên không được đọc.",
                "It is not clear what result column {columns} holds, and in which unit of measure (points, %, mean or number of answers), so it is not read."
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
        Measure::Votes => Words { vi: "số phiếu", en: "number of answers" },
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
            "It is not clear which column is the {en}: {left_en}; none is read."
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
