//! What is told of single cells whatever the workbook is: those that break the format, struck-out text, notes.

use super::address::address;
use super::cell::{Book, Grid};
use super::limits::{MOST_COLUMNS, MOST_ROWS};
use crate::finding::sheet as code;
use crate::finding::{Code, Finding, Place};
use crate::points::vietnamese;
use crate::text;
use crate::text::Text;
use crate::text::fold::excerpt;

/// Most cells of a sheet that are told one by one, for each kind of remark.
const MOST: usize = 50;

/// Remark on a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    /// It breaks the format; what is written there.
    Odd(String),
    /// It says that it stands at an address that is none.
    Nowhere(String),
    /// It is struck out; what it said.
    Struck(String),
    /// Its format shows nothing of it; what it holds.
    Unseen(String),
    /// It stands below a merged cell; what it holds.
    Below(String),
    /// Its letters have the colour of the ground below them; what it holds.
    OnOwnColour(String),
    /// Part of it is.
    PartlyStruck {
        /// What is struck out.
        struck: String,
        /// What is left.
        kept: String,
    },
}

/// Remarks on the cells of a sheet, as many as are told.
#[derive(Clone, Debug, Default)]
pub(super) struct Remarks {
    told: Vec<((u32, u32), Remark)>,
    /// How many of each kind there are.
    counts: [usize; 5],
    /// First cell with content beyond the rows and columns that are read, and how many there are.
    beyond: Option<((u32, u32), usize)>,
}

impl Remarks {
    /// Adds cells with content beyond what is read.
    pub fn beyond(&mut self, at: (u32, u32), count: usize) {
        let (first, before) = self.beyond.unwrap_or((at, 0));
        self.beyond = Some((first.min(at), before.saturating_add(count)));
    }

    /// Adds a remark.
    pub fn push(&mut self, at: (u32, u32), remark: Remark) {
        let kind = match remark {
            Remark::Odd(_) => 0,
            Remark::Nowhere(_) => 1,
            Remark::Struck(_) => 2,
            Remark::PartlyStruck { .. } => 3,
            Remark::Unseen(_) | Remark::Below(_) | Remark::OnOwnColour(_) => 4,
        };
        if let Some(count) = self.counts.get_mut(kind) {
            *count += 1;
            if *count <= MOST {
                self.told.push((at, remark));
            }
        }
    }
}

/// Makes the findings of the sheets that people see.
pub(super) fn findings(book: &Book, remarks: &[Remarks], file: &str) -> Vec<Finding> {
    let none = Remarks::default();
    let sheets = book.sheets.iter().enumerate().filter(|(_, grid)| !grid.hidden);
    sheets.flat_map(|(n, grid)| of_sheet(grid, remarks.get(n).unwrap_or(&none), file)).collect()
}

/// Makes the findings of one sheet.
fn of_sheet(grid: &Grid, remarks: &Remarks, file: &str) -> Vec<Finding> {
    let place = |at: (u32, u32)| Place::cell(file, &grid.name, address(at.0, at.1));
    let mut findings: Vec<Finding> = remarks.told.iter().map(|(at, remark)| remark.finding(&address(at.0, at.1)).at(place(*at))).collect();
    findings.extend(remarks.beyond.map(|(at, count)| beyond(&grid.name, at, count).at(place(at))));
    findings.extend(grid.notes.iter().take(MOST).map(|(at, note)| {
        let (cell, note) = (address(at.0, at.1), excerpt(note));
        let message = text!("Ô {cell} có ghi chú: không được đọc (“{note}”).", "{cell} has a note, which is not read (“{note}”).");
        Finding::new(&code::NOTE_NOT_READ, message).at(place(*at))
    }));
    let [odd, nowhere, struck, part, unseen] = remarks.counts;
    let counts: [(&'static Code, usize); 5] = [
        (&code::ODD_CELL, odd.saturating_sub(MOST) + nowhere.saturating_sub(MOST)),
        (&code::STRUCK_OUT, struck.saturating_sub(MOST)),
        (&code::PARTLY_STRUCK, part.saturating_sub(MOST)),
        (&code::SHOWS_NOTHING, unseen.saturating_sub(MOST)),
        (&code::NOTE_NOT_READ, grid.notes.len().saturating_sub(MOST)),
    ];
    findings.extend(counts.into_iter().filter(|(_, more)| *more > 0).map(|(code, more)| {
        let sheet = &grid.name;
        let message = text!("Trang “{sheet}” còn {more} ô như vậy nữa.", "On the sheet “{sheet}” there are more such cells: {more}.");
        Finding::new(code, message).at(Place { sheet: Some(grid.name.clone()), ..Place::file(file) })
    }));
    findings
}

/// Says that cells lie so far out that they are not read; the rest of their sheet is.
fn beyond(sheet: &str, at: (u32, u32), count: usize) -> Finding {
    let (cell, rows) = (address(at.0, at.1), vietnamese(&MOST_ROWS.to_string()));
    let message = if count == 1 {
        text!(
            "Trang “{sheet}” có nội dung ở ô {cell}, ngoài phạm vi {rows} hàng × {MOST_COLUMNS} cột: ô này không được đọc.",
            "The sheet “{sheet}” has content in {cell}, beyond {MOST_ROWS} rows × {MOST_COLUMNS} columns: that cell is not read."
        )
    } else {
        text!(
            "Trang “{sheet}” có {count} ô có nội dung ngoài phạm vi {rows} hàng × {MOST_COLUMNS} cột, đầu tiên là ô {cell}: các ô này không được đọc.",
            "The sheet “{sheet}” has content in cells beyond {MOST_ROWS} rows × {MOST_COLUMNS} columns (cells: {count}, the first is {cell}): they are not read."
        )
    };
    Finding::new(&code::SHEET_TOO_LARGE, message)
}

impl Remark {
    /// Says it of a cell.
    fn finding(&self, cell: &str) -> Finding {
        let (code, message): (&'static Code, Text) = match self {
            Self::Odd(said) => {
                let said = excerpt(said);
                let message = text!(
                    "Ô {cell} lưu “{said}” sai quy cách của tệp Excel nên không được đọc.",
                    "{cell} holds “{said}”, which breaks the format of the file, and is not read."
                );
                (&code::ODD_CELL, message)
            }
            Self::Nowhere(written) => {
                let written = excerpt(written);
                let message = text!(
                    "Có ô mang địa chỉ “{written}”, không phải địa chỉ ô, nên không được đọc.",
                    "A cell has “{written}” for its address, which is none, and is not read."
                );
                (&code::ODD_CELL, message)
            }
            Self::Struck(said) => {
                let said = excerpt(said);
                let message = text!(
                    "Ô {cell} bị gạch bỏ (“{said}”): không được đọc, coi như để trống.",
                    "{cell} is struck out (“{said}”): it is not read and counts as blank."
                );
                (&code::STRUCK_OUT, message)
            }
            Self::Unseen(held) => {
                let held = excerpt(held);
                let message = text!(
                    "Ô {cell} chứa “{held}” nhưng định dạng của ô không cho hiện gì: không được đọc, coi như để trống.",
                    "{cell} holds “{held}”, but its format shows nothing: it is not read and counts as blank."
                );
                (&code::SHOWS_NOTHING, message)
            }
            Self::Below(held) => {
                let held = excerpt(held);
                let message = text!(
                    "Ô {cell} chứa “{held}” nhưng bị ô gộp che nên không ai thấy: không được đọc, coi như để trống.",
                    "{cell} holds “{held}” below a merged cell, so that nobody sees it: it is not read and counts as blank."
                );
                let help = text!(
                    "Nếu vẫn dùng thì bỏ gộp ô (Unmerge Cells) để nội dung hiện ra; không dùng thì bỏ gộp, xóa hẳn rồi gộp lại.",
                    "If it is still meant to count, unmerge the cells so that it is seen; if not, unmerge them, delete it and merge again."
                );
                return Finding::new(&code::SHOWS_NOTHING, message).help(help);
            }
            Self::OnOwnColour(held) => {
                let held = excerpt(held);
                let message = text!(
                    "Ô {cell} chứa “{held}” nhưng màu chữ trùng màu nền nên không ai thấy: không được đọc, coi như để trống.",
                    "{cell} holds “{held}” in the colour of its background, so that nobody sees it: it is not read and counts as blank."
                );
                let help = text!(
                    "Nếu vẫn dùng thì đổi màu chữ hoặc màu nền của ô; không dùng thì xóa hẳn.",
                    "If it is still meant to count, change the colour of the text or of the background; if not, delete it."
                );
                return Finding::new(&code::SHOWS_NOTHING, message).help(help);
            }
            Self::PartlyStruck { struck, kept } => {
                let (struck, kept) = (excerpt(struck), excerpt(kept));
                let message = text!(
                    "Ô {cell} có phần bị gạch bỏ: không đọc “{struck}”, chỉ còn “{kept}”.",
                    "Part of {cell} is struck out: “{struck}” is not read, only “{kept}” is left."
                );
                (&code::PARTLY_STRUCK, message)
            }
        };
        Finding::new(code, message)
    }
}
