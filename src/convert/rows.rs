//! The rows of a table, each taken for what it is: a criterion, a line below one, the total, or what stands after the table.

pub use super::row::{CellWords, Kind, Row};

use super::columns::{self, points};
use super::line::{self, gives_something, says_who};
use super::{ends, limits, numbered, over, sign};
use crate::intake::Role;
use crate::intake::header::{Table, is_signature, is_total, repeats};
use crate::intake::stt::{self, Number, Style};
use crate::text::fold::{bare, tidy};
use crate::workbook::{Cell, Value, address};

/// Reads the rows of a table.
pub fn rows(table: &Table<'_>) -> Vec<Row> {
    let mut read = Vec::new();
    let mut begun = false;
    let levels = columns::levels(table).map(|(_, points)| points);
    let given = columns::of_lines(table).filter(|column| levels != Some(*column));
    let signed = columns::signed(table);
    for row in table.grid.rows().into_iter().filter(|row| *row >= table.data) {
        for mut one in of_row(table, row, begun) {
            if let (Some(given), [line]) = (levels.and_then(|at| table.grid.get(row, at)), one.lines.as_mut_slice()) {
                line.points = points(given);
                if let Some(words) = columns::unread_points(&given.shown()).filter(|_| line.points.is_none()) {
                    line.text = columns::beside(&line.text, words);
                }
            }
            if let Some(column) = given {
                with_points(&mut one, table, column);
            }
            columns::with_signed(&mut one, table, &signed);
            begun |= one.kind == Kind::Criterion;
            read.push(one);
        }
    }
    limits::settle(&mut read);
    ends::settle(&mut read);
    for n in 1..read.len() {
        let next = read.get(n).filter(|next| next.kind == Kind::Criterion).and_then(|next| next.number.clone());
        let Some(next) = next else { continue };
        if let Some(one) = read.get_mut(n - 1).filter(|one| heads_block(one) || heads_unread(one, &next)) {
            one.kind = Kind::Criterion;
            one.heads = true;
        }
    }
    over::settle(&mut read);
    read
}

/// Gives a line that has no maximum the points beside it in a column of their own.
fn with_points(one: &mut Row, table: &Table<'_>, column: u32) {
    // “Tổng điểm đánh giá đạt từ 90 điểm trở lên” with its points beside it is a line, and no sum.
    if one.kind == Kind::Total && limits::bounds_a_sum(one) && table.grid.get(one.row, column).is_some_and(|cell| points(cell).is_some()) {
        one.kind = Kind::Line;
    }
    let takes = one.kind == Kind::Line && one.number.is_none() && !one.has_maximum();
    let Some(cell) = table.grid.get(one.row, column).filter(|_| takes) else { return };
    let at = address(one.row, column);
    one.others.retain(|said| said.cell != at);
    one.max = points(cell);
    one.max_cell = (at, Some(cell.shown()));
}

/// Tells whether a row without a number is the heading of a block of bonus or penalty points: `ĐIỂM CỘNG (tối đa 2 điểm)`.
fn heads_block(row: &Row) -> bool {
    let own = row.stt.as_ref().is_none_or(|(stt, _)| stt.trim().is_empty());
    let heading = row.name.text.split('(').next().unwrap_or_default().trim_end_matches([':', ' ', '.']);
    let plain = !heading.contains([':', ';', ',']) || sign::of_name(heading) == Some(sign::Sign::Both);
    let short = heading.split(' ').count() <= 8 && !heading.contains(|c: char| c.is_ascii_digit());
    let alone = row.lines.is_empty() && row.figures.is_none() && row.evidence.is_empty();
    row.kind == Kind::Line && own && alone && plain && short && sign::of_name(heading).is_some()
}

/// Tells whether a row whose number can't be read heads what follows: there the numbers begin anew, or its name says a sign.
fn heads_unread(row: &Row, next: &Number) -> bool {
    let unread = row.stt.as_ref().is_some_and(|(stt, _)| stt.contains(char::is_alphanumeric)) && row.number.is_none();
    let anew = next.first().last() == Some(&1);
    row.kind == Kind::Line && unread && !row.name.text.is_empty() && (anew || sign::of_name(&row.name.text).is_some())
}

/// Reads a row: one, or where criteria and their contents have columns of their own, one for each of them.
fn of_row(table: &Table<'_>, row: u32, begun: bool) -> Vec<Row> {
    let names: Vec<u32> =
        table.columns.iter().filter(|(_, (role, _))| matches!(role, Role::Name | Role::Content)).map(|(column, _)| *column).collect();
    let filled: Vec<u32> = names.iter().copied().filter(|column| table.grid.get(row, *column).is_some()).collect();
    let Some((last, outer)) = filled.split_last() else {
        return read(table, row, None, begun).into_iter().collect();
    };
    let mut found = Vec::new();
    for column in outer {
        let cell = table.grid.get(row, *column);
        let mut lines = said(table, row, *column, cell, None);
        if lines.is_empty() {
            continue;
        }
        let words = lines.remove(0);
        let numbered = numbered::before_name(&words.text);
        let (number, text, word) = numbered.map_or((None, words.text.clone(), None), |(number, name, word)| (Some(number), name, word));
        let blank = Row { kind: Kind::Criterion, number, word, name: CellWords { text, ..words }, lines, ..empty(table, row) };
        found.push(blank);
    }
    if let Some(mut one) = read(table, row, Some(*last), begun) {
        one.inner = names.first() != Some(last);
        // Numbers in a cell of their own are those of the outer column.
        if let (Some(outer), Some((written, _))) = (found.first_mut(), &one.stt) {
            outer.number = stt::of_text(written);
            outer.stt = one.stt.take();
            outer.word = one.word.take();
            one.number = stt::before_name(&one.name.text).map(|(number, _)| number);
        }
        if one.inner && one.kind == Kind::Line && one.max.is_some() {
            one.kind = Kind::Criterion;
        }
        found.push(one);
    }
    found
}

/// Gives a row with nothing in it.
fn empty(table: &Table<'_>, row: u32) -> Row {
    let at = |role| table.column(role).map_or_else(String::new, |column| address(row, column));
    let name = CellWords { row, cell: at(Role::Name), column: None, text: String::new(), points: None };
    Row {
        kind: Kind::Line,
        row,
        number: None,
        word: None,
        stt: None,
        name,
        inner: false,
        heads: false,
        max: None,
        max_cell: (at(Role::Max), None),
        signed: None,
        lines: Vec::new(),
        figures: None,
        evidence: Vec::new(),
        noted: Vec::new(),
        survey: None,
        others: Vec::new(),
    }
}

/// Reads what a row holds, its name in the column given; `None` where it holds nothing.
fn read(table: &Table<'_>, row: u32, names: Option<u32>, begun: bool) -> Option<Row> {
    let mut read = empty(table, row);
    let mut any = false;
    for (column, cell) in table.grid.row(row) {
        let role = table.columns.get(&column).map_or(Role::Other, |(role, _)| *role);
        let heading = table.heading(column);
        let lines = said(table, row, column, Some(cell), Some(&heading));
        any |= !lines.is_empty();
        match role {
            Role::Name | Role::Content if names != Some(column) => {}
            Role::Name | Role::Content => {
                let mut lines = said(table, row, column, Some(cell), None).into_iter();
                read.name = lines.next()?;
                name_goes_on(&mut read, lines.collect());
            }
            Role::Number => {
                read.stt = Some((cell.shown(), address(row, column)));
                (read.number, read.word) = numbered::of_cell(cell);
            }
            Role::Max => {
                read.max = points(cell).or_else(|| columns::up_to(&cell.shown()));
                read.max_cell.1 = Some(cell.shown());
            }
            Role::Method => read.lines.extend(lines),
            Role::Figures => read.figures = joined(lines),
            Role::Evidence => read.evidence.extend(lines),
            Role::Survey => read.survey = joined(lines),
            Role::Claim
            | Role::Appraised
            | Role::Explanation
            | Role::Remark
            | Role::Rate
            | Role::Computed
            | Role::Document(_)
            | Role::Other => {
                read.others.extend(lines);
            }
        }
    }
    if !any {
        return None;
    }
    read.kind = kind(table, &mut read, begun);
    if read.kind == Kind::Criterion && read.number.is_some() {
        read.lines.extend(reaching(table, row));
    }
    // “(-) 2”, “Trừ 2 điểm”: the sign is told by the cell itself.
    if read.kind == Kind::Criterion && read.max.is_none() {
        read.max = read.max_cell.1.as_deref().and_then(sign::of_cell).map(|(_, points)| points);
    }
    // What may be anything up to so many points is a maximum, and no level.
    if read.kind == Kind::Line && read.max_cell.1.as_deref().is_some_and(|words| columns::up_to(words).is_some()) {
        read.max = None;
    }
    Some(read)
}

/// Lists the lines of a cell on how points are given that reaches over a criterion from one above it.
fn reaching(table: &Table<'_>, row: u32) -> Vec<CellWords> {
    let from = |column: u32| table.grid.covered.get(&(row, column)).map(|from| (*from, column));
    let cells = table.columns_of(Role::Method).filter_map(from);
    cells.flat_map(|(from, column)| said(table, from, column, table.grid.get(from, column), Some(&table.heading(column)))).collect()
}

/// Lists the lines of a cell.
fn said(table: &Table<'_>, row: u32, column: u32, cell: Option<&Cell>, heading: Option<&str>) -> Vec<CellWords> {
    let _ = table;
    let Some(cell) = cell else { return Vec::new() };
    let words = match &cell.value {
        Value::Text(words) => words.clone(),
        _ => cell.shown(),
    };
    let line =
        |text: &str| CellWords { row, cell: address(row, column), column: heading.map(str::to_owned), text: tidy(text), points: None };
    words.split(['\n', '\r']).map(line).filter(|line| !line.text.is_empty()).collect()
}

/// Joins the lines of a cell.
fn joined(lines: Vec<CellWords>) -> Option<CellWords> {
    let text = lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>().join(" ");
    lines.into_iter().next().map(|first| CellWords { text, ..first })
}

/// Sorts the further lines of a cell into the name, which may be broken by hand, and how points are given.
fn name_goes_on(read: &mut Row, lines: Vec<CellWords>) {
    let mut rules = false;
    for line in lines {
        let plain = bare(&line.text);
        rules |= plain.starts_with(['-', '+', '•', '*'])
            || plain.contains(':')
            || plain.contains("diem")
            || begins_a_line(&read.name.text, &line.text);
        if rules {
            read.lines.push(line);
        } else {
            read.name.text.push(' ');
            read.name.text.push_str(&line.text);
        }
    }
}

/// Tells whether a further line of a cell ends the name above it: arithmetic, what a letter stands for, a sentence on who scores or by
/// when; not a name that was broken by hand.
fn begins_a_line(name: &str, text: &str) -> bool {
    const JOINTS: [&str; 16] =
        ["của", "và", "về", "tại", "theo", "cho", "với", "do", "trong", "từ", "đến", "bộ", "sở", "phòng", "ban", "các"];
    let plain = bare(text);
    let letter = plain.split([' ', '=', ':']).next().is_some_and(|word| word.chars().count() == 1) && plain.contains(" la ");
    if letter || plain.contains(" = ") || plain.starts_with("trong do") || columns::reads_as_rule(text) {
        return true;
    }
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let sentence = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let last = name.to_lowercase();
    let goes_on = last.ends_with([',', '-', '/', '(']) || last.split(' ').next_back().is_some_and(|word| JOINTS.contains(&word));
    let heading = !name.contains(char::is_lowercase);
    let bracketed = name.matches('(').count() > name.matches(')').count();
    sentence && !goes_on && !heading && !bracketed && (line::limits(text) || says_who(text))
}

/// Tells what a row is, and takes the number off its name where it stands there.
fn kind(table: &Table<'_>, read: &mut Row, begun: bool) -> Kind {
    // "II. Thể chế" in cells that are merged from the column of numbers on.
    if read.name.text.is_empty()
        && read.number.is_none()
        && let Some((written, cell)) = read.stt.clone()
        && let Some((number, name, word)) = numbered::before_name(&written)
    {
        read.name = CellWords { text: name, cell, ..read.name.clone() };
        (read.number, read.word) = (Some(number), word);
        read.stt = None;
        return Kind::Criterion;
    }
    // “Ghi chú:” in the column of numbers is a note all the same.
    if read.name.text.is_empty()
        && let Some((words, cell)) = read.stt.take_if(|(words, _)| ends::is_note(words))
    {
        read.name = CellWords { text: words.trim().to_owned(), cell, ..read.name.clone() };
    }
    let plain = bare(&read.name.text);
    if repeats(table, read.row) {
        return Kind::Heading;
    }
    let everything = table.grid.row(read.row).map(|(_, cell)| bare(&cell.shown())).collect::<Vec<_>>().join(" | ");
    // “Tổng số” in a form is a figure, too; with points it is the sum.
    if is_total(&plain)
        || (plain == "tong so" && read.max.is_some())
        || (read.name.text.is_empty() && is_total(&everything))
        || is_subtotal(&plain, read)
    {
        return Kind::Total;
    }
    if read.number.is_none() && read.max.is_none() && begun && (is_signature(&everything) || ends::heads_notes(&read.name.text)) {
        return Kind::After;
    }
    if read.number.is_some() && !read.name.text.is_empty() {
        return Kind::Criterion;
    }
    // Bullets in the column of numbers are no numbers.
    let own = read.stt.as_ref().is_some_and(|(stt, _)| !stt.trim_matches(['-', '+', '*', '•', ' ']).is_empty());
    let column = table.column(Role::Number).is_some();
    let heads = numbered::is_heading(&read.name.text) && !gives_something(&read.name.text) && read.lines.is_empty();
    if !own
        && (!column || read.max.is_some() || heads)
        && let Some((number, name, word)) = numbered::before_name(&read.name.text)
    {
        let deep = number.first().len() > 1 || matches!(number.style, Style::Roman | Style::Upper);
        if read.max.is_some() || deep || heads || !begun {
            (read.number, read.word) = (Some(number), word);
            read.name.text = name;
            return Kind::Criterion;
        }
    }
    // The first rows may be areas without a number.
    if !begun && read.max.is_some() && !read.name.text.is_empty() { Kind::Criterion } else { Kind::Line }
}

/// Tells whether a row is the sum of one area: “Cộng mục I”, “Tổng phần A”.
fn is_subtotal(plain: &str, read: &Row) -> bool {
    let rest = ["cong ", "tong ", "tong diem "].iter().find_map(|word| plain.strip_prefix(word)).unwrap_or_default();
    let of_area = ["muc ", "phan ", "linh vuc ", "nhom "].iter().any(|word| rest.starts_with(word));
    read.number.is_none() && read.max.is_some() && of_area && !rest.contains([':', ';'])
}

/// Takes a bullet off the front of a line.
pub fn undashed(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        matches!(c, '-' | '–' | '—' | '+' | '*' | '•' | '·' | '▪' | '\u{F0B7}' | '\u{F02D}' | '►') || c.is_whitespace()
    })
}
