//! Where the table stands on a sheet: its header, wherever it is, and what each column is for.

use std::collections::BTreeMap;

use crate::sheet::book::{Book, Cell, Grid, Value};
use crate::text::fold::{bare, tidy};

use super::number;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// STT.
    Number,
    /// Lĩnh vực, tiêu chí, tiêu chí thành phần.
    Name,
    /// Nội dung beside a column of criteria: what is below the criterion.
    Content,
    /// Điểm tối đa, điểm chuẩn, thang điểm.
    Max,
    /// Số liệu kê khai.
    Figures,
    /// Cách tính điểm.
    Method,
    /// Tài liệu kiểm chứng.
    Evidence,
    /// Điều tra xã hội học.
    Survey,
    /// Điểm tự đánh giá, thẩm định, ghi chú …: filled in by people, or of no use to a set.
    Other,
}

/// Most rows that a header takes.
const TALLEST: u32 = 4;
/// Most letters of a heading; longer text is a title or a criterion.
const LONGEST: usize = 90;

/// Table on a sheet.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// Sheet.
    pub grid: &'a Grid,
    /// First row of the header.
    pub top: u32,
    /// First row of data.
    pub data: u32,
    /// Columns with a heading: what each is for, and its heading.
    pub columns: BTreeMap<u32, (Role, String)>,
}

impl Table<'_> {
    /// Finds the column of a role.
    pub fn column(&self, role: Role) -> Option<u32> {
        self.columns.iter().find(|(_, (of, _))| *of == role).map(|(column, _)| *column)
    }

    /// Gives the heading of a column; its letters where it has none.
    pub fn heading(&self, column: u32) -> String {
        self.columns.get(&column).map_or_else(|| crate::sheet::book::letters(column), |(_, heading)| heading.clone())
    }
}

/// Finds the tables of a book, one a sheet at most, those with most rows first; hidden sheets only where asked by name.
pub fn tables<'a>(book: &'a Book, sheet: Option<&str>) -> Vec<Table<'a>> {
    let asked = |grid: &&Grid| sheet.map_or(!grid.hidden, |name| tidy(name) == tidy(&grid.name));
    let mut found: Vec<Table<'_>> = book.sheets.iter().filter(asked).filter_map(table).collect();
    found.sort_by_key(|table| std::cmp::Reverse(maxima(table)));
    found
}

/// Counts the rows that have a maximum.
fn maxima(table: &Table<'_>) -> usize {
    let Some(column) = table.column(Role::Max) else { return 0 };
    table.grid.cells.range((table.data, 0)..).filter(|((_, at), cell)| *at == column && matches!(cell.value, Value::Number(_))).count()
}

/// Finds the table of a sheet.
fn table(grid: &Grid) -> Option<Table<'_>> {
    grid.rows().into_iter().find_map(|top| at(grid, top))
}

/// Reads a table whose header begins in a row; `None` where none does.
fn at(grid: &Grid, top: u32) -> Option<Table<'_>> {
    let known = |row: u32| grid.row(row).filter(|(_, cell)| role(&cell.shown()).is_some()).count();
    if known(top) < 2 {
        return None;
    }
    let mut columns: BTreeMap<u32, (Role, String)> = BTreeMap::new();
    let mut data = top;
    while data < top + TALLEST && (data == top || belongs(grid, data, &columns)) {
        if !is_index(grid, data) {
            for (column, cell) in grid.row(data) {
                let words = cell.shown();
                let heard = role(&words).unwrap_or(Role::Other);
                let (of, heading) = columns.entry(column).or_insert((heard, String::new()));
                // "Điểm" over "Tối đa | Tự chấm": the lower heading is the nearer one.
                if heard != Role::Other || role(&words).is_some() {
                    *of = heard;
                }
                if !heading.is_empty() {
                    heading.push_str(" / ");
                }
                heading.push_str(&words);
            }
        }
        data += 1;
    }
    only_one(&mut columns);
    let table = Table { grid, top, data, columns };
    (table.column(Role::Name).is_some() && table.column(Role::Max).is_some()).then_some(table)
}

/// Tells whether a row below the first one still belongs to the header.
fn belongs(grid: &Grid, row: u32, columns: &BTreeMap<u32, (Role, String)>) -> bool {
    let mut cells = grid.row(row).peekable();
    if cells.peek().is_none() {
        return false;
    }
    if is_index(grid, row) {
        return true;
    }
    let of = |column: u32| columns.get(&column).map(|(role, _)| *role);
    // A second row of headings has words only, none of them a number or the name of a criterion.
    cells.all(|(column, cell)| {
        let words = cell.shown();
        let heading = matches!(cell.value, Value::Text(_)) && words.chars().count() <= LONGEST && number::before_name(&words).is_none();
        let names = [Role::Number, Role::Name, Role::Content];
        heading
            && match of(column) {
                Some(of) if names.contains(&of) => role(&words).is_some_and(|heard| names.contains(&heard)),
                Some(of) if of != Role::Other => role(&words).is_some(),
                _ => true,
            }
    })
}

/// Tells whether a row numbers the columns: `(1) (2) (3)`, `A B 1 2`.
fn is_index(grid: &Grid, row: u32) -> bool {
    let cells: Vec<&Cell> = grid.row(row).map(|(_, cell)| cell).collect();
    let sign = |cell: &&Cell| {
        let words = cell.shown();
        let core = words.trim_matches(['(', ')', '[', ']', ' ']);
        core.chars().count() <= 2 && (core.bytes().all(|b| b.is_ascii_digit()) || core.chars().all(|c| c.is_ascii_uppercase()))
    };
    let numbers: Vec<u32> = cells.iter().filter_map(|cell| cell.shown().trim_matches(['(', ')', ' ']).parse().ok()).collect();
    cells.len() >= 3 && cells.iter().all(sign) && numbers.windows(2).all(|pair| matches!(pair, [one, next] if *next == one + 1))
}

/// Tells whether a row repeats the header, as tables do after a page break.
pub fn repeats(table: &Table<'_>, row: u32) -> bool {
    let of = |row: u32| table.grid.row(row).map(|(column, cell)| (column, bare(&cell.shown()))).collect::<Vec<_>>();
    let here = of(row);
    is_index(table.grid, row) || (here.len() >= 2 && (table.top..table.data).any(|head| of(head) == here))
}

/// Leaves each role with one column: the first, and for the maximum the plainest heading.
fn only_one(columns: &mut BTreeMap<u32, (Role, String)>) {
    let plain = |heading: &str| bare(heading.rsplit(" / ").next().unwrap_or(heading)) == "diem";
    let better = columns.values().any(|(role, heading)| *role == Role::Max && !plain(heading));
    let mut seen = Vec::new();
    for (role, heading) in columns.values_mut() {
        if *role == Role::Max && better && plain(heading) {
            *role = Role::Other;
        }
        if *role == Role::Name && seen.contains(&Role::Name) {
            *role = Role::Content;
        }
        if !matches!(role, Role::Other | Role::Content) && seen.contains(role) {
            *role = Role::Other;
        }
        seen.push(*role);
    }
}

/// Tells what a heading says its column is for; `None` for words that are no heading.
fn role(words: &str) -> Option<Role> {
    let plain = bare(words);
    let plain = plain.trim_matches([':', '.', '*', ' ']);
    if plain.is_empty() || plain.chars().count() > LONGEST || plain.contains(['×', '=', ';', '<', '>']) {
        return None;
    }
    let is = |list: &[&str]| list.contains(&plain);
    let has = |list: &[&str]| list.iter().any(|word| plain.contains(word));
    if is(&["stt", "tt", "so tt", "so thu tu", "ma", "ma so", "ma tieu chi", "so hieu"]) {
        return Some(Role::Number);
    }
    if has(&["tai lieu kiem chung", "tlkc", "minh chung", "tai lieu chung minh", "ho so kiem chung"]) {
        return Some(Role::Evidence);
    }
    if has(&["cach tinh", "cach cham", "phuong phap tinh", "phuong phap cham", "phuong phap danh gia", "huong dan cham", "dien giai"]) {
        return Some(Role::Method);
    }
    if has(&["so lieu", "thong tin ke khai"]) {
        return Some(Role::Figures);
    }
    if has(&["dieu tra xa hoi hoc", "dieu tra xhh", "dtxhh", "diem xhh"]) {
        return Some(Role::Survey);
    }
    let claim = ["tu danh gia", "tu cham", "tham dinh", "snv", "so noi vu", "thuc te", "dat duoc", "hoi dong", "hdtd", "diem danh gia"];
    if has(&claim) {
        return Some(Role::Other);
    }
    if has(&["diem toi da", "diem chuan", "thang diem", "diem so toi da", "diem tieu chuan", "so diem toi da"]) || is(&["toi da", "diem"]) {
        return Some(Role::Max);
    }
    if has(&["ghi chu", "giai trinh", "y kien", "chi so cchc", "chu ky", "can cu cham", "ty le dat"]) || is(&["chi so"]) {
        return Some(Role::Other);
    }
    if has(&["tieu chi", "noi dung", "linh vuc", "chi tieu"]) {
        return Some(Role::Name);
    }
    None
}
