//! How a sheet was understood, for a person to confirm.

use crate::figure::CriterionId;
use crate::intake::header::Table;
use crate::intake::heading::Role;
use crate::text;
use crate::text::fold::excerpt;
use crate::text::{Text, Words};
use crate::workbook::letters;

/// How a sheet was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Layout: `A`, `B`, `D`, `E` or `table`.
    pub layout: &'static str,
    /// Sheet.
    pub sheet: String,
    /// First and last row of the header, from 1.
    pub header: (u32, u32),
    /// Columns with a heading, from left to right.
    pub columns: Vec<ColumnRead>,
    /// Rows that were taken, from 1, each with its criterion.
    pub taken: Vec<(u32, CriterionId)>,
    /// Rows that were left.
    pub left: Vec<RowLeft>,
    /// Other tables that belong to the form, understood likewise.
    pub others: Vec<Understood>,
    /// Lists of evidence beside the form.
    pub lists: Vec<ListRead>,
    /// Tables without a score beside the form.
    pub beside: Vec<Understood>,
    /// Leaves whose figures the form has no filled cell for, though it asks for those of others.
    pub without_figures: Vec<CriterionId>,
    /// Whether there is a place for any figure: a column, or a row that asks for one.
    pub asks_figures: bool,
    /// Whether there is a place for evidence or explanations: a column, or a list.
    pub place_for_evidence: bool,
}

/// How a list of evidence was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRead {
    /// Sheet.
    pub sheet: String,
    /// First and last row of the header, from 1.
    pub header: (u32, u32),
    /// Columns with a heading, from left to right.
    pub columns: Vec<ColumnRead>,
    /// Rows that only name a criterion, from 1: the documents below are its.
    pub criteria: Vec<(u32, CriterionId)>,
    /// Rows of documents, from 1, each with the criterion that it backs; one that backs several is told once for each.
    pub taken: Vec<(u32, CriterionId)>,
    /// Rows that were left.
    pub left: Vec<RowLeft>,
}

/// Column of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRead {
    /// Letters.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// What it was taken for; `None` where it isn't read.
    pub read_as: Option<Words>,
    /// Whether figures are taken from it.
    pub is_of_figures: bool,
    /// Whether documents or explanations are taken from it.
    pub is_of_words: bool,
}

/// Row that is no criterion and no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowLeft {
    /// Row, from 1.
    pub row: u32,
    /// Its first words.
    pub words: String,
    /// What it was taken for.
    pub why: Words,
}

impl RowLeft {
    /// Keeps a row, counted from 0, with its first words.
    pub fn new(row: u32, words: &str, why: Words) -> Self {
        Self { row: row + 1, words: excerpt(words), why }
    }
}

/// Sums up a table: its layout, the rows that were taken and those that were left, and whether remarks were read.
pub fn of(table: &Table<'_>, layout: &'static str, taken: &[(u32, CriterionId)], left: &[RowLeft], remarks: bool) -> Understood {
    let columns = table.columns.iter().map(|(column, (role, heading))| ColumnRead {
        column: letters(*column),
        heading: heading.clone(),
        read_as: words(*role, remarks),
        is_of_figures: matches!(role, Role::Figures | Role::Rate),
        is_of_words: matches!(role, Role::Evidence | Role::Explanation | Role::Document(_)),
    });
    Understood {
        layout,
        sheet: table.grid.name.clone(),
        header: (table.top + 1, table.data),
        columns: columns.collect(),
        taken: taken.to_vec(),
        left: left.to_vec(),
        others: Vec::new(),
        lists: Vec::new(),
        beside: Vec::new(),
        without_figures: Vec::new(),
        asks_figures: false,
        place_for_evidence: true,
    }
}

/// Sums up a workbook that only lists documents.
pub fn of_list(sheet: String, header: (u32, u32)) -> Understood {
    Understood {
        layout: "table",
        sheet,
        header,
        columns: Vec::new(),
        taken: Vec::new(),
        left: Vec::new(),
        others: Vec::new(),
        lists: Vec::new(),
        beside: Vec::new(),
        without_figures: Vec::new(),
        asks_figures: false,
        place_for_evidence: true,
    }
}

/// Names what a column is read as.
const fn words(role: Role, remarks: bool) -> Option<Words> {
    let words = match role {
        Role::Number => Words { vi: "số thứ tự", en: "number" },
        Role::Name => Words { vi: "tiêu chí", en: "criterion" },
        Role::Content => Words { vi: "nội dung", en: "content" },
        Role::Max => Words { vi: "điểm tối đa", en: "maximum" },
        Role::Figures => Words { vi: "số liệu", en: "figures" },
        Role::Rate => Words { vi: "tỷ lệ", en: "rate" },
        Role::Claim => Words { vi: "điểm tự đánh giá", en: "claimed score" },
        Role::Evidence => Words { vi: "tài liệu kiểm chứng", en: "evidence" },
        Role::Document(field) => return field.words(),
        Role::Explanation => Words { vi: "giải trình", en: "explanation" },
        Role::Remark if remarks => Words { vi: "giải trình, tài liệu kiểm chứng", en: "explanation, evidence" },
        Role::Method | Role::Survey | Role::Appraised | Role::Remark | Role::Computed | Role::Other => return None,
    };
    Some(words)
}

impl Understood {
    /// Says it in lines.
    pub fn lines(&self) -> Vec<Text> {
        let (sheet, layout, rows) = (&self.sheet, self.layout, rows(self.header));
        let mut lines = vec![if layout == "table" {
            text!("đọc như sau: trang “{sheet}”, tiêu đề ở hàng {rows}", "read as follows: sheet “{sheet}”, header in row {rows}")
        } else {
            text!(
                "đọc như sau: bố cục {layout}, trang “{sheet}”, tiêu đề ở hàng {rows}",
                "read as follows: layout {layout}, sheet “{sheet}”, header in row {rows}"
            )
        }];
        lines.extend(self.columns.iter().map(ColumnRead::line));
        let taken = listed(&self.taken);
        lines.push(text!("  hàng được đọc (tiêu chí): {taken}", "  rows taken (criterion): {taken}"));
        lines.extend(self.left.iter().map(RowLeft::line));
        lines.extend(self.others.iter().chain(&self.beside).flat_map(Understood::lines));
        lines.extend(self.lists.iter().flat_map(ListRead::lines));
        lines
    }
}

impl ListRead {
    /// Says it in lines.
    fn lines(&self) -> Vec<Text> {
        let (sheet, rows) = (&self.sheet, rows(self.header));
        let mut lines = vec![text!(
            "danh mục tài liệu kiểm chứng: trang “{sheet}”, tiêu đề ở hàng {rows}",
            "list of evidence: sheet “{sheet}”, header in row {rows}"
        )];
        lines.extend(self.columns.iter().map(ColumnRead::line));
        if !self.criteria.is_empty() {
            let criteria = listed(&self.criteria);
            lines.push(text!(
                "  hàng tên tiêu chí, tài liệu ghi bên dưới: {criteria}",
                "  rows of criteria, their documents below: {criteria}"
            ));
        }
        let taken = if self.taken.is_empty() { "–".to_owned() } else { listed(&self.taken) };
        lines.push(text!("  hàng tài liệu được đọc (tiêu chí): {taken}", "  documents taken (criterion): {taken}"));
        lines.extend(self.left.iter().map(RowLeft::line));
        lines
    }
}

impl ColumnRead {
    /// Says it in a line.
    fn line(&self) -> Text {
        let (letters, heading) = (&self.column, &self.heading);
        match self.read_as {
            Some(Words { vi, en }) => text!("  cột {letters} “{heading}”: {vi}", "  column {letters} “{heading}”: {en}"),
            None => text!("  cột {letters} “{heading}”: không đọc", "  column {letters} “{heading}”: not read"),
        }
    }
}

impl RowLeft {
    /// Says it in a line.
    fn line(&self) -> Text {
        let (row, words, Words { vi, en }) = (self.row, &self.words, self.why);
        text!("  không đọc hàng {row} “{words}”: {vi}", "  row {row} “{words}” is not read: {en}")
    }
}

/// Names the rows of a header.
fn rows((first, last): (u32, u32)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// Lists rows with their criteria.
fn listed(rows: &[(u32, CriterionId)]) -> String {
    rows.iter().map(|(row, id)| format!("{row} ({id})")).collect::<Vec<_>>().join(", ")
}
