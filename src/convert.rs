//! The criteria table of a decision, as it comes in Excel → `set.yaml` to be reviewed.
//!
//! Every cell of the table ends up in the YAML, as a value or as a comment beside it. A rule is written only where it uses
//! every clause of its lines; else the words left over are listed. Figures that don't add up are written as they stand.

mod adjustments;
mod beside;
mod cases;
mod columns;
mod examples;
mod draft;
mod ends;
mod fallback;
mod changes;
mod heading;
mod joined;
mod limits;
mod line;
mod numbered;
mod over;
mod parted;
mod report;
mod review;
mod row;
mod rows;
mod rule;
mod sign;
mod slug;
mod together;
mod tree;
mod whole;
mod write;
mod yaml;

pub use changes::changes;
pub use report::{Row as ReviewRow, Status, workbook as report};
pub use rule::{Answers, Recognised, Words, recognise};
pub use whole::convert;
pub use yaml::Writer;

use rust_xlsxwriter::XlsxError;

use crate::finding::Checked;
use crate::text;
use crate::text::{Lang, Text};
use crate::workbook;

/// What the user says of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Id of the set; else made of the decision or the name of the file.
    pub id: Option<String>,
    /// Name of the sheet; else the one with most maxima.
    pub sheet: Option<String>,
    /// Whether the table is only a part of the decision: parts may then miss their maximum.
    pub excerpt: bool,
    /// Number and symbol of the decision, where the file doesn't say: `1880/QĐ-UBND`.
    pub document: Option<String>,
    /// Letters or heading of the column of maxima, where the table has several.
    pub max: Option<String>,
    /// Letters or heading of the column that says how points are given, where nothing tells.
    pub rules: Option<String>,
}

/// What came of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// Text of `set.yaml`.
    pub yaml: String,
    /// Text of `cases.yaml`: a case for each branch that was recognised.
    pub cases: String,
    /// What whoever reviews it reads, a criterion each.
    pub review: Vec<ReviewRow>,
    /// Id of the set, and name of the folder that it belongs into.
    pub id: String,
    /// Criteria that are scored by a rule.
    pub leaves: usize,
    /// Those whose rule uses every clause of their lines.
    pub understood: usize,
    /// Those of them of which the decision leaves something open.
    pub open: usize,
    /// Those with a rule that lacks some of what the table says of them.
    pub partly: usize,
    /// Lines that were not understood, in the order of the table.
    pub leftovers: Vec<Leftover>,
}

/// Line that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Id of the criterion that it stands below.
    pub criterion: String,
    /// Address of the cell: `B12`.
    pub cell: String,
    /// Its words.
    pub text: String,
    /// The words of the criterion that no rule uses.
    pub unused: Vec<String>,
}

/// Converts the criteria table of a workbook or a Word document, as it comes; `file` is the name that findings carry.
pub fn convert_file(bytes: &[u8], file: &str, options: &Options) -> Checked<Option<Converted>> {
    let mut findings = Vec::new();
    let Some(document) = workbook::open_table(bytes, file).collect(&mut findings) else { return Checked { value: None, findings } };
    findings.extend(changes(&document, file));
    let value = convert(&document.book, file, options).collect(&mut findings);
    Checked { value, findings }
}

impl Converted {
    /// Writes the workbook of whoever reviews the set; `file` is the name of the table that it was made from.
    ///
    /// # Errors
    /// [`XlsxError`] where a limit of Excel is passed.
    pub fn review_workbook(&self, file: &str, lang: Lang) -> Result<Vec<u8>, XlsxError> {
        let Self { leaves, understood, open, id, .. } = self;
        let title = text!("RÀ SOÁT BỘ TIÊU CHÍ “{id}” CHUYỂN TỪ “{file}”", "REVIEW OF THE SET “{id}” MADE FROM “{file}”");
        let Text { vi: more, en: more_en } = self.of_those_with_less();
        let counts = text!(
            "{leaves} tiêu chí chấm điểm: {understood} đã hiểu trọn cách tính, trong đó {open} cần quyết định{more}. Đọc từng hàng, đối chiếu với quyết định; sửa trong set.yaml.",
            "{leaves} criteria are scored: {understood} rules fully understood, of which {open} have to be decided{more_en}. Compare each row with the decision; corrections go into set.yaml."
        );
        report(&title, &counts, &self.review, lang)
    }

    /// Says how many rules lack something, to go on with; empty where none does.
    pub fn of_those_with_less(&self) -> Text {
        let partly = self.partly;
        if partly == 0 {
            return Text::default();
        }
        text!("; {partly} có cách tính nhưng còn lời chưa đưa vào hoặc chưa rõ", "; rules that lack some words, or aren't clear: {partly}")
    }
}
