//! Where the table stands on a sheet: its header, wherever it is, and what each column is for.

use std::collections::BTreeMap;

use crate::intake::stt;
use crate::text::fold::{bare, tidy};
use crate::workbook::{Book, Cell, Grid, Value, letters};

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
    /// Tỷ lệ đạt được: a rate beside the figures that it is made of.
    Rate,
    /// Điểm tự đánh giá, tự chấm.
    Claim,
    /// Điểm thẩm định, SNV đánh giá, điểm chấm thực tế, ý kiến: the office's own.
    Appraised,
    /// Giải trình.
    Explanation,
    /// Ghi chú; nhận xét, where the office has no column of its own. There may be several.
    Remark,
    /// Chỉ số, điểm đạt được, chữ ký …: computed, or of no use.
    Other,
}

/// Most rows that a header takes.
pub(super) const TALLEST: u32 = 4;
/// Most rows with content that are searched for a header.
pub(super) const MOST_ABOVE: usize = 500;
/// Most letters of a heading; longer text is a title or a criterion.
pub(super) const LONGEST: usize = 90;

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
        self.columns.get(&column).map_or_else(|| letters(column), |(_, heading)| heading.clone())
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

/// Finds the table of a sheet. Only its first rows are searched, so that a sheet as large as may be costs no more than others.
pub fn table(grid: &Grid) -> Option<Table<'_>> {
    grid.rows().into_iter().take(MOST_ABOVE).find_map(|top| at(grid, top))
}

/// Reads a table whose header begins in a row; `None` where none does.
pub fn at(grid: &Grid, top: u32) -> Option<Table<'_>> {
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
                let above = columns.range(..=column).next_back().filter(|_| data > top).map(|(_, (role, _))| *role);
                let heard = lower(role(&words), &words, above);
                let (of, heading) = columns.entry(column).or_insert((heard.unwrap_or(Role::Other), String::new()));
                // "Điểm" over "Tối đa | Tự chấm": the lower heading is the nearer one.
                *of = heard.unwrap_or(*of);
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
    (table.column(Role::Name).is_some() && (table.column(Role::Max).is_some() || table.column(Role::Claim).is_some())).then_some(table)
}

/// Tells what a heading is for below another: "Điểm" under "Tự đánh giá" is a claim, not a maximum. What stands above a
/// column is its own heading, or where cells are merged the nearest one to the left.
fn lower(heard: Option<Role>, words: &str, above: Option<Role>) -> Option<Role> {
    match (heard, above) {
        (Some(Role::Max), Some(Role::Claim | Role::Appraised | Role::Survey)) if bare(words).trim() == "diem" => above,
        _ => heard,
    }
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
        let heading = matches!(cell.value, Value::Text(_)) && words.chars().count() <= LONGEST && stt::before_name(&words).is_none();
        let names = [Role::Number, Role::Name, Role::Content];
        heading
            && match of(column) {
                Some(of) if names.contains(&of) => role(&words).is_some_and(|heard| names.contains(&heard)),
                Some(Role::Max | Role::Figures | Role::Method | Role::Evidence | Role::Survey) => role(&words).is_some(),
                _ => true,
            }
    })
}

/// Tells whether a row numbers the columns: `(1) (2) (3)`, `A B 1 2`.
pub(super) fn is_index(grid: &Grid, row: u32) -> bool {
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
    says_again(table.grid, table.top..table.data, row)
}

/// Tells whether a row of a sheet numbers columns, or says the same as one of the rows given.
pub(super) fn says_again(grid: &Grid, mut header: std::ops::Range<u32>, row: u32) -> bool {
    let cells = |row: u32| grid.row(row).collect::<Vec<_>>();
    let here = cells(row);
    let same = |head: Vec<(u32, &Cell)>| {
        let pairs = || head.iter().zip(&here);
        // Columns first: words cost more to compare, and most rows differ in the first one.
        head.len() == here.len() && pairs().all(|(one, other)| one.0 == other.0) && pairs().all(|(one, other)| alike(one.1, other.1))
    };
    is_index(grid, row) || (here.len() >= 2 && header.any(|head| same(cells(head))))
}

/// Tells whether two cells show the same words.
fn alike(one: &Cell, other: &Cell) -> bool {
    bare(&one.shown()) == bare(&other.shown())
}

/// Leaves each role with one column: the first, and for the maximum the plainest heading.
fn only_one(columns: &mut BTreeMap<u32, (Role, String)>) {
    let plain = |heading: &str| bare(heading.rsplit(" / ").next().unwrap_or(heading)) == "diem";
    let better = columns.values().any(|(role, heading)| *role == Role::Max && !plain(heading));
    let appraised = columns.values().any(|(role, _)| *role == Role::Appraised);
    let mut seen = Vec::new();
    for (role, heading) in columns.values_mut() {
        if *role == Role::Max && better && plain(heading) {
            *role = Role::Other;
        }
        // Where the office scores on the same sheet, it is the office that comments.
        if *role == Role::Remark && appraised && bare(heading).contains("nhan xet") {
            *role = Role::Appraised;
        }
        if *role == Role::Name && seen.contains(&Role::Name) {
            *role = Role::Content;
        }
        if !matches!(role, Role::Other | Role::Content | Role::Appraised | Role::Remark) && seen.contains(role) {
            *role = Role::Other;
        }
        seen.push(*role);
    }
}

/// Tells what a heading says its column is for; `None` for words that are no heading.
pub(super) fn role(words: &str) -> Option<Role> {
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
    if has(&["ty le dat", "ty le thuc hien", "ty le hoan thanh"]) {
        return Some(Role::Rate);
    }
    if has(&["tu danh gia", "tu cham", "tu cho diem", "diem tu ", "don vi cham", "don vi danh gia"]) {
        return Some(Role::Claim);
    }
    if has(&["tham dinh", "snv", "so noi vu", "thuc te", "hoi dong", "hdtd"]) || is(&["y kien"]) {
        return Some(Role::Appraised);
    }
    if has(&["dat duoc", "diem danh gia"]) {
        return Some(Role::Other);
    }
    if has(&["diem toi da", "diem chuan", "thang diem", "diem so toi da", "diem tieu chuan", "so diem toi da"]) || is(&["toi da", "diem"]) {
        return Some(Role::Max);
    }
    if has(&["giai trinh"]) {
        return Some(Role::Explanation);
    }
    if has(&["ghi chu", "nhan xet"]) {
        return Some(Role::Remark);
    }
    if has(&["y kien", "chi so cchc", "chu ky", "can cu cham"]) || is(&["chi so"]) {
        return Some(Role::Other);
    }
    if has(&["tieu chi", "noi dung", "linh vuc", "chi tieu"]) {
        return Some(Role::Name);
    }
    None
}

/// Tells whether bare words begin the row of the total.
pub fn is_total(plain: &str) -> bool {
    let plain = plain.trim_matches(['|', ' ', ':']);
    ["tong cong", "tong diem", "tong so diem", "cong tong", "tong:", "tong (", "tong |"].iter().any(|word| plain.starts_with(word))
        || plain == "tong"
        || plain == "cong"
}

/// Tells whether a row is one of signatures.
pub fn is_signature(plain: &str) -> bool {
    let marks = ["nguoi lap", "thu truong", "chu tich", "giam doc", "tm. ", "kt. ", "noi nhan", "ky ten", "(ky", "ghi chu:", "ghi chu |"];
    let day = plain.contains("ngay") && plain.contains("thang") && plain.contains("nam") && plain.contains(',');
    marks.iter().any(|mark| plain.split(" | ").any(|cell| cell.starts_with(mark))) || (day && plain.len() < 80)
}
