//! The year that the title of a form names.

use std::collections::BTreeSet;

use crate::figure::UnitId;
use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::intake::header::Table;
use crate::intake::heading::{Mark, sense};
use crate::intake::standing;
use crate::text;
use crate::text::fold::{bare, excerpt};
use crate::typed::citation;
use crate::workbook::{Value, address};

/// What makes a line the title of a form, bare.
const TITLE: [&str; 8] =
    ["cai cach hanh chinh", "cchc", "tu danh gia", "tu cham", "par index", "ky bao cao", "so lieu nam", "nam danh gia"];
/// Most letters of a title, and of one that need not say what it is the title of.
const LONGEST_TITLE: usize = 160;
const SHORT: usize = 40;
/// What makes it speak of another document, bare.
const OTHERS: [&str; 4] = ["kem theo", "can cu", "quyet dinh", "cong van"];
/// What makes a year one to compare with, bare.
const COMPARED: [&str; 5] = ["voi", "den", "tu", "truoc", "sang"];

/// Says that the title of a form names another year than the one that is scored. A title that names several, or the right
/// one anywhere, is left alone; so is every date.
pub fn other_year(table: &Table<'_>, year: i16, unit: &UnitId, file: &str) -> Option<Finding> {
    let mut said: BTreeSet<i16> = BTreeSet::new();
    let mut first = None;
    // A sheet called “Năm 2025” is titled so.
    let sheet = years(&bare(&table.grid.name));
    let of_sheet = sheet.first().copied().filter(|_| !sheet.contains(&year));
    if !sheet.is_empty() {
        first = Some((table.top, 0));
        said.extend(sheet);
    }
    // A title may go on: “BẢNG TỰ CHẤM ĐIỂM” above “NĂM 2018”.
    let mut goes_on = false;
    for ((row, column), cell) in table.grid.cells.range(..(table.top, 0)) {
        let Value::Text(words) = &cell.value else { continue };
        for line in words.lines().filter(|line| !line.trim().is_empty()) {
            let plain = bare(line);
            let title = TITLE.iter().any(|word| plain.contains(word));
            let other = OTHERS.iter().any(|word| plain.contains(word)) || citation::documents(line).iter().any(|one| one.number.is_some());
            let named = if other || !(title || (goes_on && plain.starts_with("nam "))) { Vec::new() } else { years(&plain) };
            goes_on = title && !other && named.is_empty();
            if !named.is_empty() {
                first.get_or_insert((*row, *column));
            }
            said.extend(named);
        }
    }
    // A line of its own may say of which year the figures are: “(Số liệu năm 2025)”.
    let figures = of_figures(table).filter(|(_, named)| !named.contains(&year));
    if let Some((at, named)) = figures {
        first = Some(at);
        said = named;
    }
    // Where the sheet is called by another year, the title above may be that of a copy.
    let only = of_sheet.or(said.first().copied().filter(|only| said.len() == 1 && *only != year))?;
    let (row, column) = first?;
    let place = Place::cell(file, &table.grid.name, address(row, column));
    Some(says_year(only, year).at(place).of(unit))
}

/// Finds the line above a table that says of which years its figures are.
fn of_figures(table: &Table<'_>) -> Option<((u32, u32), BTreeSet<i16>)> {
    table.grid.cells.range(..(table.top, 0)).find_map(|(at, cell)| {
        let Value::Text(words) = &cell.value else { return None };
        words.lines().find_map(|line| {
            let plain = bare(line);
            let begins = plain.trim_start_matches(['(', ' ', '-']).starts_with("so lieu nam");
            let named: BTreeSet<i16> = if begins { years(&plain).into_iter().collect() } else { BTreeSet::new() };
            (!named.is_empty()).then_some((*at, named))
        })
    })
}

/// Says that a title names another year.
fn says_year(other: i16, year: i16) -> Finding {
    let message = text!(
        "Tiêu đề biểu ghi năm {other}, đợt này chấm năm {year}; biểu vẫn được đọc.",
        "The title of the form says {other}, this campaign scores {year}; the form is read all the same."
    );
    Finding::new(&code::OTHER_YEAR, message)
}

/// Says that words call a form that of another year, a draft, an example, of a part of the year, or the council's: words that
/// somebody put above the table of our own form, or a new name of its sheet.
pub fn of_words(words: &str, year: i16) -> Option<Finding> {
    let plain = bare(words);
    let others = OTHERS.iter().any(|word| plain.contains(word)) || plain.chars().count() > LONGEST_TITLE;
    let named = match (others, years(&plain)) {
        (true, _) => Vec::new(),
        (false, none) if none.is_empty() => last_year(&plain).into_iter().collect(),
        (false, named) => named,
    };
    match named.first() {
        Some(other) if !named.contains(&year) => Some(says_year(*other, year)),
        _ => calls_it_unsettled(words).then(|| says_unsettled(words)),
    }
}

/// Says that the title of a form, or its sheet, calls it a draft, an example, of a part of the year, or the council's. It is
/// read all the same where the unit sent no other.
pub fn unsettled(table: &Table<'_>, unit: &UnitId, file: &str) -> Option<Finding> {
    let titles = table.grid.cells.range(..(table.top, 0)).filter_map(|((row, column), cell)| match &cell.value {
        Value::Text(words) => Some(((*row, *column), words.clone())),
        _ => None,
    });
    let sheet = std::iter::once(((table.top, 0), table.grid.name.clone()));
    let ((row, column), words) = sheet.chain(titles).find(|(_, words)| calls_it_unsettled(words))?;
    Some(says_unsettled(&words).at(Place::cell(file, &table.grid.name, address(row, column))).of(unit))
}

/// Says what a form calls itself.
fn says_unsettled(words: &str) -> Finding {
    let words = excerpt(words);
    let message = text!("Biểu ghi “{words}”; biểu vẫn được đọc.", "The form says “{words}”; it is read all the same.");
    Finding::new(&code::UNSETTLED_FORM, message)
}

/// Tells whether a title says that a form is not the unit's assessment of the year.
fn calls_it_unsettled(words: &str) -> bool {
    let plain = bare(words);
    if OTHERS.iter().any(|word| plain.contains(word)) || plain.chars().count() > LONGEST_TITLE {
        return false;
    }
    let title = TITLE.iter().any(|word| plain.contains(word)) || plain.chars().count() <= SHORT;
    title
        && (standing::is_unsettled(words) || standing::is_appraisal(words) || standing::is_plan(words) || sense(words).says(Mark::Partial))
}

/// Gives the year that ends a short title or a name: “Tự đánh giá 2024”.
fn last_year(plain: &str) -> Option<i16> {
    let words: Vec<&str> = plain.split(|c: char| c.is_whitespace() || "()[],;:_".contains(c)).filter(|word| !word.is_empty()).collect();
    let (last, before) = words.split_last()?;
    let named = last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit());
    let year = last.parse().ok().filter(|year| named && (2000..2100).contains(year))?;
    let word = before.last().filter(|word| word.chars().all(char::is_alphabetic) && !COMPARED.contains(word) && **word != "thang");
    (plain.chars().count() <= SHORT && word.is_some()).then_some(year)
}

/// Lists the years that stand right behind “năm”, but those of dates, spans and comparisons.
fn years(plain: &str) -> Vec<i16> {
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut found = Vec::new();
    for (at, _) in words.iter().enumerate().filter(|(_, word)| **word == "nam") {
        let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).copied().unwrap_or_default();
        let Some(year) = words.get(at + 1).map(|word| word.trim_matches(['(', ')', ',', '.', ':', ';', '"'])) else { continue };
        let Some(number) = year.parse::<i16>().ok().filter(|number| year.len() == 4 && (2000..2100).contains(number)) else { continue };
        let date = before(2) == "thang" || before(1).starts_with("thang");
        let compared = COMPARED.contains(&before(1));
        let span = words.get(at + 2).is_some_and(|next| next.starts_with(['-', '/']) || next.starts_with(|c: char| c.is_ascii_digit()));
        if !date && !compared && !span {
            found.push(number);
        }
    }
    found
}
