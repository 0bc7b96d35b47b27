//! How a sheet was understood, for a person to confirm.

use super::super::book::letters;
use super::super::header::{Role, Table};
use super::rows::Taken;
use crate::figure::CriterionId;
use crate::text;
use crate::text::{Text, Words};

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

/// Sums up a table that was read.
pub fn of(table: &Table<'_>, layout: &'static str, taken: Taken) -> Understood {
    let columns = table.columns.iter().map(|(column, (role, heading))| ColumnRead {
        column: letters(*column),
        heading: heading.clone(),
        read_as: words(*role, taken.remarks),
    });
    Understood {
        layout,
        sheet: table.grid.name.clone(),
        header: (table.top + 1, table.data),
        columns: columns.collect(),
        taken: taken.rows,
        left: taken.left,
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
        Role::Explanation => Words { vi: "giải trình", en: "explanation" },
        Role::Remark if remarks => Words { vi: "giải trình, tài liệu kiểm chứng", en: "explanation, evidence" },
        Role::Method | Role::Survey | Role::Appraised | Role::Remark | Role::Other => return None,
    };
    Some(words)
}

impl Understood {
    /// Says it in lines.
    pub fn lines(&self) -> Vec<Text> {
        let (sheet, layout, (first, last)) = (&self.sheet, self.layout, self.header);
        let rows = if first == last { first.to_string() } else { format!("{first}–{last}") };
        let mut lines = vec![if layout == "table" {
            text!("đọc như sau: trang “{sheet}”, tiêu đề ở hàng {rows}", "read as follows: sheet “{sheet}”, header in row {rows}")
        } else {
            text!(
                "đọc như sau: biểu mẫu {layout}, trang “{sheet}”, tiêu đề ở hàng {rows}",
                "read as follows: layout {layout}, sheet “{sheet}”, header in row {rows}"
            )
        }];
        for column in &self.columns {
            let (letters, heading) = (&column.column, &column.heading);
            lines.push(match column.read_as {
                Some(Words { vi, en }) => text!("  cột {letters} “{heading}”: {vi}", "  column {letters} “{heading}”: {en}"),
                None => text!("  cột {letters} “{heading}”: không đọc", "  column {letters} “{heading}”: not read"),
            });
        }
        let taken = self.taken.iter().map(|(row, id)| format!("{row} ({id})")).collect::<Vec<_>>().join(", ");
        lines.push(text!("  hàng được đọc (tiêu chí): {taken}", "  rows taken (criterion): {taken}"));
        for left in &self.left {
            let (row, words, Words { vi, en }) = (left.row, &left.words, left.why);
            lines.push(text!("  hàng {row} “{words}” để lại: {vi}", "  row {row} “{words}” left: {en}"));
        }
        lines
    }
}
