//! Columns that their heading alone does not settle: maxima among several, points of lines, remarks that say how points are given.

mod beside;
mod maxima;
mod signed;

pub use self::beside::{levels, of_lines, points_of_lines};
pub use self::maxima::maxima;
pub use self::signed::{is_uncapped, signed, with_signed};

use crate::intake::Role;
use crate::intake::header::Table;
use crate::points::Points;
use crate::text::fold::bare;
use crate::workbook::{Cell, Value, letters};

use super::line::{Clause, WordedClause, clauses, gives_something};
use super::{Options, numbered};

/// Reads words that are points and nothing else: `2`, `2,5đ`, `20 điểm`, bare or not.
pub fn points_alone(words: &str) -> Option<Points> {
    let plain = bare(words);
    Points::parse(&plain.trim().trim_end_matches("diem").trim_end_matches('d').trim().replace(',', "."))
}

/// Reads the points of a cell: a number, or `20 điểm`.
pub fn points(cell: &Cell) -> Option<Points> {
    match &cell.value {
        Value::Number(number) if !cell.shown_as_percent() => Some(number.clone()),
        Value::Text(words) => points_alone(words.trim_matches(['(', ')', ' ', '.'])),
        _ => None,
    }
}

/// Reads the most of a cell that leaves the points to whoever scores: `0 - 10`, `từ 0 đến 10`, `0 → 10`.
pub fn up_to(words: &str) -> Option<Points> {
    let plain = bare(words).replace(" den ", "-").replace("->", "-").replace(['–', '—', '−', '→', '÷', '~', '…'], "-");
    let core = plain.trim_matches(['(', ')', ' ', '.']).trim_start_matches("tu ");
    let (from, to) = core.split_once('-')?;
    (points_alone(from)?.is_zero() && !to.contains('-')).then(|| points_alone(to)).flatten().filter(Points::is_positive)
}

/// Gives what a cell of points says that is no number by itself: “50%”, “tối đa 1”, “1-1,5”. It belongs to the line beside it.
pub fn unread_points(words: &str) -> Option<&str> {
    let words = words.trim();
    let says = words.contains(|c: char| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾')) || bare(words).contains("diem");
    // “Không đánh giá” beside whom the criterion leaves out.
    let refuses = ["khong danh gia", "khong ap dung", "khong tinh", "khong cham", "khong xet", "mien danh gia"];
    let refused = refuses.iter().any(|word| bare(words).starts_with(word));
    ((says || refused) && !words.contains('\n')).then_some(words)
}

/// Writes a line with the words of the cell of points beside it.
pub fn beside(line: &str, words: &str) -> String {
    format!("{}: {words}", line.trim_end_matches([':', ' ', '.', ';']))
}

/// Tells whether a user who names a column means this one: by its letters, or by its heading.
pub fn is_called(table: &Table<'_>, column: u32, name: &str) -> bool {
    name.eq_ignore_ascii_case(&letters(column)) || bare(name) == bare(&table.heading(column))
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
    let behind = plain.rsplit_once(':').is_some_and(|(said, given)| said.contains(char::is_alphabetic) && points_alone(given).is_some());
    points || product || behind || plain.contains("dieu tra xa hoi hoc") || gives_something(line)
}

/// Tells whether a line says points, or for what or how far they are given.
pub fn says_points(line: &str) -> bool {
    let plain = bare(line);
    let product = plain.contains(|c: char| c.is_ascii_digit()) && [" x ", " * ", "×"].iter().any(|sign| plain.contains(sign));
    let given = |one: &WordedClause| {
        matches!(one.clause, Clause::Case(_) | Clause::Each(_) | Clause::Slope(_) | Clause::Limit(_) | Clause::Maximum(_))
    };
    let points = plain.contains("diem") && !plain.contains("thoi diem") && !plain.contains("dia diem");
    product || (points || plain.contains(':')) && clauses(line).iter().any(given)
}

/// What the headings of columns begin with that say nothing of points, bare: who does it, where from, what it came to, what the
/// unit or the office fills in.
const NEUTRAL: [&str; 40] = [
    "don vi",
    "co quan",
    "phong ",
    "bo phan",
    "nguon",
    "can bo",
    "cong chuc",
    "nguoi",
    "thoi gian",
    "ghi chu",
    "tu cham",
    "tu danh gia",
    "tham dinh",
    "ket qua",
    "tai lieu",
    "minh chung",
    "can cu",
    "van ban",
    "ho so",
    "san pham",
    "ma ",
    "ma so",
    "stt",
    "tt",
    "so tt",
    "ky hieu",
    "trang",
    "xac nhan",
    "y kien",
    "nhan xet",
    "giai trinh",
    "phu trach",
    "linh vuc",
    "nhom",
    "bieu mau",
    "mau ",
    "phu luc",
    "so sanh",
    "chenh lech",
    "so lieu",
];

/// Tells whether a heading that no role fits is one of columns that say nothing of points.
pub fn is_neutral(heading: &str) -> bool {
    let plain = bare(heading);
    NEUTRAL.iter().any(|word| plain.strip_prefix(word.trim_end()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
        || plain.contains("nam truoc")
        || plain.contains("dat duoc")
}

/// Tells whether a cell says the same as the one above it: “nt”, “như trên”.
pub fn is_ditto(words: &str) -> bool {
    let plain = bare(words);
    let core = plain.trim_matches(['(', ')', '.', ' ', '-']);
    ["nt", "n.t", "nhu tren", "//", "\"", "〃"].contains(&core)
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
