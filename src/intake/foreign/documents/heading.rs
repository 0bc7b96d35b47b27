//! The heading of a list of evidence: what each of its columns is for.

use std::collections::BTreeMap;

use crate::form::layout;
use crate::intake::header;
use crate::intake::heading::{LONGEST, Role};
use crate::text::Words;
use crate::text::fold::bare;
use crate::typed::citation;
use crate::workbook::{Cell, Grid, Value};

/// What a column of a list is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// STT.
    Order,
    /// Mã tiêu chí, tiêu chí.
    Criterion,
    /// Tên tiêu chí, beside its number.
    CriterionName,
    /// Nội dung: the criterion or the document, as the other columns leave it.
    Content,
    /// Số, ký hiệu.
    Number,
    /// Ngày ban hành.
    Date,
    /// Cơ quan ban hành.
    Issuer,
    /// Trích yếu, tên tài liệu; a whole citation where there is no column of numbers.
    Title,
    /// Mục, trang.
    Section,
    /// Tệp, đường dẫn.
    File,
    /// Ghi chú.
    Remark,
    /// Loại văn bản: its number says so, too.
    Kind,
    /// Anything else.
    Other,
}

impl Field {
    /// Names what a column is read as; `None` for one that isn't read.
    pub const fn words(self) -> Option<Words> {
        let words = match self {
            Self::Order => Words { vi: "số thứ tự", en: "number" },
            Self::Criterion => Words { vi: "tiêu chí", en: "criterion" },
            Self::CriterionName => Words { vi: "tên tiêu chí", en: "name of the criterion" },
            Self::Number => Words { vi: "số, ký hiệu", en: "number and symbol" },
            Self::Date => Words { vi: "ngày ban hành", en: "date" },
            Self::Issuer => Words { vi: "cơ quan ban hành", en: "issuer" },
            Self::Title => Words { vi: "tên tài liệu, trích yếu", en: "title" },
            Self::Section => Words { vi: "mục, trang", en: "section and page" },
            Self::File => Words { vi: "tệp, đường dẫn", en: "file or link" },
            Self::Remark => Words { vi: "ghi chú (chỉ đọc mục, trang)", en: "remark (section and page only)" },
            Self::Content | Self::Kind | Self::Other => return None,
        };
        Some(words)
    }

    /// Gives the key that the form's own sheet of evidence has for it.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Criterion => Some(layout::CRITERION),
            Self::Number => Some(layout::NUMBER),
            Self::Date => Some(layout::DATE),
            Self::Issuer => Some(layout::ISSUER),
            Self::Title => Some(layout::TITLE),
            Self::Section => Some(layout::SECTION),
            Self::File => Some(layout::FILE),
            Self::Order | Self::CriterionName | Self::Content | Self::Remark | Self::Kind | Self::Other => None,
        }
    }
}

/// Rows above a heading that may say what the list is.
const ABOVE: u32 = 6;

/// Heading of a list.
#[derive(Clone, Debug)]
pub struct Heading {
    /// First row.
    pub top: u32,
    /// First row of documents.
    pub data: u32,
    /// Columns, from left to right.
    pub columns: BTreeMap<u32, (Field, String)>,
}

impl Heading {
    /// Finds the first heading of a sheet from a row on; as with forms only so many rows are searched.
    pub fn find(grid: &Grid, from: u32) -> Option<Self> {
        grid.rows().into_iter().filter(|row| *row >= from).take(header::MOST_ABOVE).find_map(|row| Self::at(grid, row))
    }

    /// Reads the heading that begins in a row; `None` where none does, or the table is one of criteria with their points.
    fn at(grid: &Grid, top: u32) -> Option<Self> {
        let cells: Vec<String> = grid.row(top).map(|(_, cell)| cell.shown()).collect();
        let heard = cells.iter().filter(|words| field(words).is_some()).count();
        // Criteria begin with a figure, documents have a number.
        let content = |words: &String| {
            words.starts_with(|c: char| c.is_ascii_digit())
                || citation::documents(words).iter().any(|one| one.number.is_some() || one.file.is_some())
        };
        if heard < 2 || heard * 2 < cells.len() || cells.iter().any(content) {
            return None;
        }
        let points = |table: header::Table<'_>| [Role::Claim, Role::Max, Role::Method].iter().any(|role| table.column(*role).is_some());
        if header::at(grid, top).is_some_and(points) {
            return None;
        }
        let mut columns: BTreeMap<u32, (Field, String)> = BTreeMap::new();
        let mut data = top;
        while data < top + header::TALLEST && (data == top || belongs(grid, data)) {
            for (column, cell) in grid.row(data).filter(|_| !header::is_index(grid, data)) {
                let words = cell.shown();
                let (of, heading) = columns.entry(column).or_insert((Field::Other, String::new()));
                // "Văn bản" over "Số | Ngày": the lower heading is the nearer one.
                *of = field(&words).unwrap_or(*of);
                if !heading.is_empty() {
                    heading.push_str(" / ");
                }
                heading.push_str(&words);
            }
            data += 1;
        }
        settle(&mut columns);
        let heading = Self { top, data, columns };
        let has = |field| heading.column(field).is_some();
        let named = has(Field::Number) || has(Field::Title) || has(Field::File);
        (named && (heading.names_criteria() || heading.is_of_evidence(grid))).then_some(heading)
    }

    /// Tells whether a column is one of criteria in so many words.
    fn names_criteria(&self) -> bool {
        let columns = [Field::Criterion, Field::CriterionName].into_iter().filter_map(|field| self.column(field));
        let mut headings = columns.filter_map(|column| self.columns.get(&column)).map(|(_, heading)| bare(heading));
        headings.any(|heading| heading.contains("tieu chi") || heading.contains("tc"))
    }

    /// Tells whether the heading, the sheet's name or what stands above speaks of evidence: units add lists of other documents,
    /// too.
    fn is_of_evidence(&self, grid: &Grid) -> bool {
        let above = grid.cells.range((self.top.saturating_sub(ABOVE), 0)..(self.data, 0)).map(|(_, cell)| cell.shown());
        std::iter::once(grid.name.clone())
            .chain(above)
            .any(|words| ["kiem chung", "minh chung", "tlkc", "chung minh"].iter().any(|word| bare(&words).contains(word)))
    }

    /// Finds the column of a field.
    pub fn column(&self, field: Field) -> Option<u32> {
        self.columns.iter().find(|(_, (of, _))| *of == field).map(|(column, _)| *column)
    }

    /// Tells whether a row says the heading again, as lists do on a new page.
    pub fn repeats(&self, grid: &Grid, row: u32) -> bool {
        header::says_again(grid, self.top..self.data, row)
    }
}

/// Tells whether a row below the first still belongs to the heading: numbers of columns, or headings only.
fn belongs(grid: &Grid, row: u32) -> bool {
    let cells: Vec<&Cell> = grid.row(row).map(|(_, cell)| cell).collect();
    let heading = |cell: &&Cell| matches!(cell.value, Value::Text(_)) && field(&cell.shown()).is_some();
    header::is_index(grid, row) || (cells.len() > 1 && cells.iter().all(heading))
}

/// Gives every field one column, and settles what "Nội dung" is.
fn settle(columns: &mut BTreeMap<u32, (Field, String)>) {
    let has = |columns: &BTreeMap<u32, (Field, String)>, field| columns.values().any(|(of, _)| *of == field);
    let content = match (has(columns, Field::Criterion) || has(columns, Field::CriterionName), has(columns, Field::Title)) {
        (false, true) => Field::CriterionName,
        (_, false) => Field::Title,
        (true, true) => Field::Other,
    };
    // A column of kinds alone holds whole names: “Kế hoạch số 12/KH-SNV”.
    let kind =
        if has(columns, Field::Title) || content == Field::Title && has(columns, Field::Content) { Field::Kind } else { Field::Title };
    // Of several columns of names, the one that says so is the title.
    let summary = |heading: &str| bare(heading).contains("trich yeu");
    let summed_up = columns.values().any(|(field, heading)| *field == Field::Title && summary(heading));
    let mut seen = Vec::new();
    for (field, heading) in columns.values_mut() {
        match field {
            Field::Content => *field = content,
            Field::Kind => *field = kind,
            _ => {}
        }
        if seen.contains(field) || (*field == Field::Title && summed_up && !summary(heading)) {
            *field = Field::Other;
        }
        if *field != Field::Other {
            seen.push(*field);
        }
    }
}

/// Tells what a heading says its column is for; `None` for words that are no heading of a list.
fn field(words: &str) -> Option<Field> {
    let plain = bare(words);
    let plain = plain.trim_matches([':', '.', '*', ' ']);
    if plain.is_empty() || plain.chars().count() > LONGEST || plain.contains(['=', '<', '>']) {
        return None;
    }
    let is = |list: &[&str]| list.contains(&plain);
    let has = |list: &[&str]| list.iter().any(|word| plain.contains(word));
    let criterion = has(&["tieu chi", "chi tieu", "linh vuc"]);
    if is(&["stt", "tt", "so tt", "so thu tu"]) {
        return Some(Field::Order);
    }
    if has(&["so, ky hieu", "so ky hieu", "so/ky hieu", "so va ky hieu", "ky hieu", "so hieu", "so van ban", "so vb"]) || is(&["so"]) {
        return Some(Field::Number);
    }
    if has(&[
        "ngay ban hanh",
        "ngay, thang",
        "ngay thang",
        "ngay/thang",
        "ngay ky",
        "ngay van ban",
        "ngay vb",
        "ngay bh",
        "thoi gian ban hanh",
    ]) || is(&["ngay"])
    {
        return Some(Field::Date);
    }
    if has(&["co quan", "noi ban hanh", "don vi ban hanh", "cq ban hanh"]) {
        return Some(Field::Issuer);
    }
    if has(&["muc, trang", "trang, muc", "so trang", "trang so", "vi tri", "muc/trang"]) || is(&["muc", "trang"]) {
        return Some(Field::Section);
    }
    if has(&["tep", "file", "duong dan", "lien ket", "dinh kem", "link", "dia chi web"]) {
        return Some(Field::File);
    }
    if criterion && (plain.starts_with("ten ") || plain.starts_with("noi dung")) {
        return Some(Field::CriterionName);
    }
    if has(&["loai van ban", "the loai"]) {
        return Some(Field::Kind);
    }
    // What a province asks for is no document of the unit's.
    if has(&["yeu cau"]) {
        return Some(Field::Other);
    }
    if has(&["trich yeu", "tai lieu", "van ban", "minh chung", "tlkc", "ho so kiem chung"]) {
        return Some(Field::Title);
    }
    if criterion || is(&["ma", "ma so", "ma tc", "tc"]) {
        return Some(Field::Criterion);
    }
    if has(&["noi dung"]) || is(&["ten"]) {
        return Some(Field::Content);
    }
    has(&["ghi chu"]).then_some(Field::Remark)
}
