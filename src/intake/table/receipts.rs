//! The register of what came in (sổ tiếp nhận): units, days, and where single things came by themselves their criteria.
//!
//! Source: [meanings](crate#meanings) 45.

use std::collections::BTreeMap;

use super::column::{Column, column};
use super::lines::{self, Head};
use super::{across, rows};
use crate::assessment::EvidenceDate;
use crate::finding::appraisal::{RECEIPT_COLUMNS, RECEIPT_TABLE};
use crate::finding::{Checked, Finding, Place};
use crate::text;
use crate::text::fold::bare;
use crate::typed::value;
use crate::workbook::{self, Cell, Grid, Value, letters};

/// Rows that are looked through for a heading.
const HEADING_WITHIN: u32 = 60;
/// Words of a heading that says when something came, bare.
const CAME: [&str; 13] = [
    "ngay nhan",
    "ngay tiep nhan",
    "ngay nop",
    "ngay gui",
    "ngay den",
    "thoi gian nhan",
    "thoi gian tiep nhan",
    "thoi diem nhan",
    "nhan ngay",
    "ngay thang nhan",
    "ngay thang den",
    "ngay gio nhan",
    "received",
];
/// Words of a heading that says when something was to come, or is of another kind, bare.
const DUE: [&str; 5] = ["han", "thoi han", "bo sung", "tra lai", "deadline"];
/// What else a heading may say of the day when a form came, bare: what came, from whom, where and how.
const SAYS_NOTHING_MORE: [&str; 47] = [
    "ngay", "thang", "nam", "gio", "thoi", "gian", "diem", "nhan", "tiep", "nop", "gui", "den", "duoc", "ve", "tu", "bao", "cao", "bieu",
    "phieu", "ho", "so", "van", "ban", "danh", "gia", "cham", "cua", "don", "vi", "xa", "phuong", "co", "quan", "cchc", "thuc", "te",
    "tai", "noi", "vu", "theo", "dau", "buu", "dien", "received", "dd", "mm", "yyyy",
];
/// Headings of the unit that only a register has, bare.
const SENDERS: [&str; 7] =
    ["co quan don vi", "don vi gui", "don vi nop", "don vi gui bao cao", "don vi nop bao cao", "co quan gui", "noi gui"];

/// Line of the register.
#[derive(Clone, Debug)]
pub struct Received {
    /// Unit, as it is called.
    pub unit: String,
    /// Criterion that came by itself; `None` for the form.
    pub criterion: Option<Cell>,
    /// When it came.
    pub day: EvidenceDate,
    /// Where that stands.
    pub place: Place,
}

/// Columns of the register.
struct Columns {
    top: u32,
    unit: u32,
    day: u32,
    criterion: Option<u32>,
    /// Columns that might each say when something came.
    rivals: Vec<u32>,
    /// Whether one of them says so beyond doubt.
    is_known: bool,
}

impl Head for Columns {
    fn top(&self) -> u32 {
        self.top
    }
}

/// Reads a register, `.xlsx` or text with separators.
pub fn read(bytes: &[u8], file: &str) -> Checked<Vec<Received>> {
    let mut findings = Vec::new();
    let name = file.to_lowercase();
    let by_name = [".csv", ".txt", ".tsv"].iter().any(|ending| name.ends_with(ending));
    let grids: Vec<Grid> = if by_name && workbook::is_plain_text(bytes, file) {
        let mut grid = lines::read(bytes, file, &heading).collect(&mut findings);
        findings.extend(grid.iter_mut().flat_map(|grid| workbook::convert_grid(grid, &BTreeMap::new(), file)));
        grid.into_iter().collect()
    } else {
        let Some(book) = workbook::open(bytes, file).collect(&mut findings) else { return Checked { value: Vec::new(), findings } };
        book.sheets.into_iter().filter(|sheet| !sheet.hidden).collect()
    };
    let mut read = Vec::new();
    let mut headed = false;
    for grid in &grids {
        let Some(columns) = heading(grid) else { continue };
        headed = true;
        let place = |row: u32, column: u32| rows::place(grid, file, by_name, row, column);
        if !columns.is_known {
            let named = |column: &u32| format!("{} “{}”", letters(*column), grid.shown(columns.top, *column).unwrap_or_default());
            let all = columns.rivals.iter().map(named).collect::<Vec<_>>().join(", ");
            let message = text!(
                "Không rõ cột nào là ngày nhận: {all}; không đọc cột nào.",
                "It is not clear which column says when things came: {all}; none is read."
            );
            findings.push(Finding::new(&RECEIPT_COLUMNS, message).at(place(columns.top, columns.day)));
            continue;
        }
        read.extend(below(grid, &columns, &place));
    }
    if !headed && findings.is_empty() {
        let message = text!(
            "Không tìm thấy hàng tiêu đề có “Đơn vị” và “Ngày nhận” trong tệp “{file}”.",
            "No header row with unit and day of receipt is found in “{file}”."
        );
        findings.push(Finding::new(&RECEIPT_TABLE, message).at(Place::file(file)));
    }
    Checked { value: read, findings }
}

/// Reads the lines below a heading. A line without a day says that nothing came yet.
fn below(grid: &Grid, columns: &Columns, place: &dyn Fn(u32, u32) -> Place) -> Vec<Received> {
    let all = grid.rows().into_iter().filter(|row| *row > columns.top);
    all.filter_map(|row| {
        let unit = grid.standing(row, columns.unit).map(Cell::shown).filter(|words| !across::is_no_unit(words))?;
        let day = day(grid.standing(row, columns.day));
        let criterion = columns.criterion.and_then(|column| grid.standing(row, column)).filter(|cell| !cell.is_blank()).cloned();
        (day != EvidenceDate::Blank).then(|| Received { unit, criterion, day, place: place(row, columns.day) })
    })
    .collect()
}

/// Reads a day, whatever hour is written with it: “16 giờ 30 ngày 11/01/2026”, “23h59 10/01/2026”.
fn day(cell: Option<&Cell>) -> EvidenceDate {
    let read = value::evidence_date(cell);
    let EvidenceDate::Wrong(typed) = &read else { return read };
    let Some((cell, rest)) = cell.and_then(|cell| Some((cell, without_hour(typed)?))) else { return read };
    match value::evidence_date(Some(&Cell { value: Value::Text(rest), ..cell.clone() })) {
        EvidenceDate::Day(day) => EvidenceDate::Day(day),
        EvidenceDate::Blank | EvidenceDate::Wrong(_) => read,
    }
}

/// Takes the hour away that stands before or behind a day; nothing where there is none, or it is no hour.
fn without_hour(typed: &str) -> Option<String> {
    let plain = bare(typed);
    let words: Vec<&str> = plain.split([' ', ',', ';', '(', ')']).filter(|word| !word.is_empty()).collect();
    let within = |number: &str, most: u32| number.len() <= 2 && number.parse::<u32>().is_ok_and(|number| number <= most);
    let (mut rest, mut hours, mut at) = (Vec::new(), 0, 0);
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let joined = word.split_once(['h', ':', 'g']).filter(|(hour, minute)| {
            let minute = minute.trim_end_matches(['p', '\'']);
            within(hour, 24) && (minute.is_empty() || within(minute, 59))
        });
        if joined.is_some() {
            hours += 1;
            at += 1;
        } else if within(word, 24) && ["gio", "h"].contains(&next) {
            hours += 1;
            at += 2;
            if words.get(at).is_some_and(|minute| within(minute, 59)) {
                at += 1;
            }
            at += usize::from(words.get(at).is_some_and(|word| *word == "phut"));
        } else {
            // What leads to hour or day says nothing more: “lúc”, “vào”.
            if !["luc", "hoi", "vao", "sang", "chieu"].contains(word) {
                rest.push(*word);
            }
            at += 1;
        }
    }
    (hours == 1 && !rest.is_empty()).then(|| rest.join(" "))
}

/// Finds the heading.
fn heading(grid: &Grid) -> Option<Columns> {
    grid.rows().into_iter().take_while(|row| *row < HEADING_WITHIN).find_map(|row| {
        let (mut unit, mut criterion, mut days, mut exact, mut doubtful) = (None, None, Vec::new(), Vec::new(), Vec::new());
        for (at, cell) in grid.row(row) {
            let words = cell.shown();
            let plain = in_words(&words);
            let says = |list: &[&str]| list.iter().any(|known| format!(" {plain} ").contains(&format!(" {known} ")));
            let came = says(&CAME) && !says(&DUE);
            match column(&words, false) {
                _ if unit.is_none() && SENDERS.contains(&plain.as_str()) => unit = Some(at),
                Column::Unit if unit.is_none() => unit = Some(at),
                Column::Criterion if criterion.is_none() => criterion = Some(at),
                // “Ngày nhận dự kiến”, “ngày nhận lại” may be another day.
                _ if came && plain.split(' ').any(|word| !SAYS_NOTHING_MORE.contains(&word)) => doubtful.push(at),
                _ if came => {
                    days.push(at);
                    exact.extend(["ngay nhan", "ngay tiep nhan", "received"].contains(&plain.as_str()).then_some(at));
                }
                _ => {}
            }
        }
        // “Ngày nhận” says when a thing came, whatever “Ngày gửi” beside it says.
        let rivals = if exact.len() == 1 { exact } else { days };
        let (is_known, rivals) = if rivals.is_empty() { (false, doubtful) } else { (rivals.len() == 1, rivals) };
        Some(Columns { top: row, unit: unit?, day: *rivals.first()?, criterion, rivals, is_known })
    })
}

/// Gives words bare, with one blank between them and no mark: “hạn” stands in “nhận”, and is no word of it.
fn in_words(words: &str) -> String {
    let letters: String = bare(words).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}
