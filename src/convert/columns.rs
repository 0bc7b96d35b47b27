//! Columns that their heading alone does not settle: the one of maxima among several, remarks that say how points are given.

use crate::finding::convert::SEVERAL_MAXIMA;
use crate::finding::{Finding, Place};
use crate::intake::Role;
use crate::intake::header::{Table, all};
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;
use crate::workbook::{Cell, Value, address, letters};

use super::line::gives_something;
use super::{Options, numbered};

/// Reads the points of a cell: a number, or `20 điểm`.
pub fn points(cell: &Cell) -> Option<Points> {
    match &cell.value {
        Value::Number(number) if !cell.shown_as_percent() => Some(number.clone()),
        Value::Text(words) => {
            let plain = bare(words);
            let core = plain.trim_matches(['(', ')', ' ', '.']).trim_end_matches("diem").trim_end_matches('d').trim();
            Points::parse(&core.replace(',', "."))
        }
        _ => None,
    }
}

/// Reads the most of a cell that leaves the points to whoever scores: `0 - 10`, `từ 0 đến 10`, `0 → 10`.
pub fn up_to(words: &str) -> Option<Points> {
    let plain = bare(words).replace(" den ", "-").replace("->", "-").replace(['–', '—', '−', '→', '÷', '~', '…'], "-");
    let core = plain.trim_matches(['(', ')', ' ', '.']).trim_start_matches("tu ");
    let (from, to) = core.split_once('-')?;
    let number = |text: &str| {
        let text = text.trim().trim_end_matches("diem").trim_end_matches('d').trim();
        Points::parse(&text.replace(',', "."))
    };
    (number(from)?.is_zero() && !to.contains('-')).then(|| number(to)).flatten().filter(Points::is_positive)
}

/// Gives what a cell of points says that is no number by itself: “50%”, “tối đa 1”, “1-1,5”. It belongs to the line beside it.
pub fn unread_points(words: &str) -> Option<&str> {
    let words = words.trim();
    let says = words.contains(|c: char| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾')) || bare(words).contains("diem");
    (says && !words.contains('\n')).then_some(words)
}

/// Writes a line with the words of the cell of points beside it.
pub fn beside(line: &str, words: &str) -> String {
    format!("{}: {words}", line.trim_end_matches([':', ' ', '.', ';']))
}

/// Finds levels and their points in two columns of their own, right of the maxima: a number beside each line, also in rows that
/// name no criterion.
pub fn levels(table: &Table<'_>) -> Option<(u32, u32)> {
    const FEWEST: usize = 2;
    let max = table.column(Role::Max)?;
    let name = table.columns.iter().find(|(_, (role, _))| matches!(role, Role::Name | Role::Content)).map(|(column, _)| *column)?;
    let number = |row: u32, column: u32| table.grid.get(row, column).is_some_and(|cell| points(cell).is_some());
    let worded = |row: u32, column: u32| table.grid.get(row, column).is_some_and(|cell| !cell.is_blank()) && !number(row, column);
    let rows: Vec<u32> = table.grid.rows().into_iter().filter(|row| *row >= table.data).collect();
    let pairs = table.columns.keys().zip(table.columns.keys().skip(1));
    let apart = |role: Role| matches!(role, Role::Claim | Role::Appraised | Role::Survey | Role::Evidence | Role::Document(_));
    let fits = |words: u32, points: u32| {
        let beside = words > max && words != name && table.columns.get(&points).is_some_and(|(role, _)| !apart(*role));
        let filled = |row: &&u32| number(**row, points);
        let below = |row: &&u32| filled(row) && !worded(**row, name) && !number(**row, max);
        beside && rows.iter().filter(filled).all(|row| worded(*row, words)) && rows.iter().filter(below).count() >= FEWEST
    };
    pairs.map(|(words, points)| (*words, *points)).find(|(words, points)| fits(*words, *points))
}

/// Takes two such columns for lines of how points are given, with their points.
fn with_levels(table: &mut Table<'_>, (words, points): (u32, u32)) {
    for (column, role) in [(words, Role::Method), (points, Role::Other)] {
        if let Some((of, _)) = table.columns.get_mut(&column) {
            *of = role;
        }
    }
}

/// Tells whether a user who names a column means this one: by its letters, or by its heading.
pub fn is_called(table: &Table<'_>, column: u32, name: &str) -> bool {
    name.eq_ignore_ascii_case(&letters(column)) || bare(name) == bare(&table.heading(column))
}

/// Leaves a table with one column of maxima: its only one, or the one that the user names; several are asked.
pub fn maxima<'a>(table: &Table<'a>, file: &str, options: &Options) -> Result<Table<'a>, Box<Finding>> {
    let mut table = table.clone();
    let all = all(table.grid).into_iter().find(|one| one.top == table.top);
    let mut columns: Vec<u32> = all.iter().flat_map(|one| one.columns_of(Role::Max).collect::<Vec<_>>()).collect();
    if let Some(levels) = levels(&table) {
        with_levels(&mut table, levels);
        columns.retain(|column| *column != levels.1);
    }
    let named = |column: &&u32| options.max.as_deref().is_some_and(|max| is_called(&table, **column, max));
    let chosen: Vec<u32> = table.columns.keys().filter(named).copied().collect();
    if let [chosen] = chosen.as_slice() {
        for (column, (role, _)) in &mut table.columns {
            if column == chosen {
                *role = Role::Max;
            } else if *role == Role::Max {
                *role = Role::Other;
            }
        }
        return Ok(table);
    }
    if columns.len() < 2 {
        return Ok(table);
    }
    let list: Vec<String> = columns.iter().map(|column| format!("{} “{}”", letters(*column), table.heading(*column))).collect();
    let (count, list) = (columns.len(), list.join(", "));
    let message = text!(
        "có {count} cột điểm tối đa: {list}; chọn một cột bằng --max",
        "there are {count} columns of maxima: {list}; choose one with --max"
    );
    let place = Place::cell(file, table.grid.name.clone(), address(table.top, columns.first().copied().unwrap_or(0)));
    Err(Box::new(Finding::new(&SEVERAL_MAXIMA, message).at(place)))
}

/// Takes the column that the user names for the one that says how points are given; else one of remarks, of contents, or one whose
/// heading nobody knows, where the table has none and most of its cells say it.
///
/// Offices head it in many ways: “Cách đánh giá, cho điểm”, “Căn cứ cho điểm”, “Mức đánh giá”. What stands below tells.
pub fn methods(table: &mut Table<'_>, options: &Options) {
    let named = |column: &u32| options.rules.as_deref().is_some_and(|rules| is_called(table, *column, rules));
    let needed = |role: Role| matches!(role, Role::Number | Role::Name | Role::Max);
    let chosen = table.columns.iter().find(|(column, (role, _))| named(column) && !needed(*role)).map(|(column, _)| *column);
    if let Some(column) = chosen {
        for (at, (role, _)) in &mut table.columns {
            if *at == column {
                *role = Role::Method;
            } else if *role == Role::Method {
                *role = Role::Other;
            }
        }
        return;
    }
    let silent = |column: u32| {
        let said: Vec<bool> = below(table, column).map(|(_, words)| words.lines().any(reads_as_rule)).collect();
        said.iter().filter(|gives| **gives).count() * 2 <= said.len()
    };
    if table.columns_of(Role::Method).any(|column| !silent(column)) {
        return;
    }
    let unsure = |role: Role| matches!(role, Role::Remark | Role::Content | Role::Computed | Role::Other);
    let found = table.columns.iter().filter(|(column, (role, _))| unsure(*role) && !silent(**column)).map(|(column, _)| *column);
    let found: Vec<u32> = found.collect();
    if let [column] = found.as_slice()
        && let Some((role, _)) = table.columns.get_mut(column)
    {
        *role = Role::Method;
    }
}

/// Takes a column of criteria that holds nothing but their numbers for what it is, and the contents beside it for the criteria:
/// “Tiêu chí, chỉ tiêu | Nội dung” over “Chỉ tiêu 1 | Ban hành văn bản”.
pub fn numbers(table: &mut Table<'_>) {
    const FEWEST: usize = 2;
    let (Some(name), Some(content)) = (table.column(Role::Name), table.column(Role::Content)) else { return };
    let cells = table.grid.cells.range((table.data, 0)..).filter(|((_, at), cell)| *at == name && !cell.is_blank());
    let numbers: Vec<bool> = cells.map(|(_, cell)| numbered::of_cell(cell).0.is_some()).collect();
    if table.column(Role::Number).is_some() || numbers.len() < FEWEST || numbers.contains(&false) {
        return;
    }
    for (column, role) in [(name, Role::Number), (content, Role::Name)] {
        if let Some((of, _)) = table.columns.get_mut(&column) {
            *of = role;
        }
    }
}

/// Lists the words below the heading of a column, each with its row.
fn below<'t>(table: &'t Table<'_>, column: u32) -> impl Iterator<Item = (u32, String)> + 't {
    let cells = table.grid.cells.range((table.data, 0)..).filter(move |((_, at), cell)| *at == column && !cell.is_blank());
    cells.map(|((row, _), cell)| (*row, cell.shown()))
}

/// Tells whether a line reads as one on how points are given, understood or not: a figure behind its colon, points, something
/// times something, or that a survey says it.
pub fn reads_as_rule(line: &str) -> bool {
    let plain = bare(line);
    let plain = plain.trim().trim_end_matches(['.', ';', ',', ' ']);
    let digit = plain.contains(|c: char| c.is_ascii_digit());
    let points =
        plain.contains("diem") && (digit || ["toi da", "tinh diem", "cham diem", "diem ="].iter().any(|word| plain.contains(word)));
    let product = digit && [" x ", " * ", "×"].iter().any(|sign| plain.contains(sign));
    let value = |words: &str| Points::parse(&words.trim().trim_end_matches('d').trim().replace(',', ".")).is_some();
    let behind = plain.rsplit_once(':').is_some_and(|(said, given)| said.contains(char::is_alphabetic) && value(given));
    points || product || behind || plain.contains("dieu tra xa hoi hoc") || gives_something(line)
}

/// Headings of columns that nobody takes for rules, bare: who does it, by when, where from.
const OF_OTHERS: [&str; 8] = ["don vi", "co quan", "phong ", "bo phan", "thoi gian", "thoi han", "nguon", "can bo"];

/// Tells whether a heading that nobody knows may be that of rules.
pub fn may_say_rules(heading: &str) -> bool {
    !OF_OTHERS.iter().any(|word| bare(heading).starts_with(word))
}

/// Tells whether words say more than a mark or a number does.
pub fn says_anything(words: &str) -> bool {
    words.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() > 1
}
