//! Where the copy of a filled workbook has what findings speak of, and how it tells that they are cured.

use std::collections::BTreeMap;

use super::held::Held;
use super::layout::{At, LineKey, TABLE};
use super::plan::{Plan, What};
use crate::figure::InputKind;
use crate::finding::appraisal as codes;
use crate::finding::sheet as cells;
use crate::finding::{Code, Finding};
use crate::form::template::Value;
use crate::form::template::marks::{CuredWhen, Finds, Says, Target, unchanged};
use crate::text::Words;
use crate::workbook::position;

/// What the list of a workbook of the council says.
static SAYS: Says = Says {
    clean: Words {
        vi: "Phiếu không còn lỗi: có thể gửi tệp này.", en: "The workbook has no errors left: this file can be sent."
    },
    settled: Words {
        vi: "Phiếu này được lập lại đúng mẫu, nên các lỗi nêu dưới đây đã được khắc phục; nội dung chưa rõ thuộc dòng nào được giữ ở cuối trang để ghi lại vào đúng ô.",
        en: "This workbook was made anew, which sets right what is listed here; content that may belong to another line is kept below, to be typed into the right cell.",
    },
    strays: Words {
        vi: "NỘI DUNG NẰM NGOÀI Ô CỦA PHIẾU, GIỮ LẠI ĐỂ KHÔNG MẤT", en: "CONTENT OUTSIDE THE WORKBOOK'S CELLS, KEPT HERE"
    },
    of_strays: Words {
        vi: "Các nội dung này không được tính. Nếu là kết quả thẩm định thì ghi lại vào đúng ô của phiếu; nếu không thì bỏ qua.",
        en: "None of it counts. Type what is a result of the appraisal into its cell; pass over the rest.",
    },
    outside: Words { vi: "Sửa ngoài phiếu", en: "Corrected elsewhere" },
    by_unit: true,
    told_by_strays: &[&codes::BESIDE_CELLS, &codes::PRINTED_OVER],
};

/// Findings that a new workbook sets right by itself, or whose cells it no longer has.
static SETTLED: &[&Code] = &[
    &codes::BOOK_OF_OTHER_VERSION,
    &codes::BOOK_WITHOUT_TABLE,
    &codes::LINE_MOVED,
    &codes::LINE_OF_OTHER_MAXIMUM,
    &codes::BOOK_OF_OTHER_AGENCY,
    &codes::SHEET_COPIED,
    &codes::BESIDE_CELLS,
    &codes::PRINTED_OVER,
    &codes::ROWS_GONE,
    &codes::HEADING_OF_BOOK,
    &codes::UNKNOWN_UNIT,
    &codes::UNKNOWN_CRITERION,
    &codes::UNKNOWN_FIGURE,
    &codes::UNKNOWN_PART,
    &cells::NOTE_NOT_READ,
    &cells::STRUCK_OUT,
    &cells::PARTLY_STRUCK,
    &cells::SHOWS_NOTHING,
    &cells::LEGACY_TEXT,
    &cells::SHORT_YEAR,
    &cells::TOO_LONG_FOR_CELL,
];

/// Findings whose cause lies in what others sent, or in the campaign.
static OUTSIDE: &[&Code] = &[&codes::CHANGED_SINCE, &codes::LOCKED_ROUND_CHANGED, &codes::OVERRULED];

/// Findings that are cured in any of the cells of their leaf.
static OF_LEAF: &[&Code] = &[
    &codes::REPEATED,
    &codes::APPLIES_AGAINST,
    &codes::POINTS_AGAINST_FIGURES,
    &codes::FIGURES_INCOMPLETE,
    &codes::ABOVE_CLAIM,
    &codes::EXCUSED,
];

/// Cells of the copy, by what they hold.
pub struct Places<'p, 'a> {
    plan: &'p Plan<'a>,
    held: &'p Held,
    /// Rows of the copy.
    rows: BTreeMap<LineKey, u32>,
}

impl<'p, 'a> Places<'p, 'a> {
    /// Lists where each line goes.
    pub fn new(plan: &'p Plan<'a>, held: &'p Held) -> Self {
        Self { plan, held, rows: plan.rows.iter().filter_map(|row| Some((plan.key(row)?, row.at))).collect() }
    }

    /// Finds the cell of a column in the row of a key; of what reaches over a leaf, in the row of the leaf.
    fn cell(&self, key: &LineKey, column: At) -> Option<Target> {
        let home = || key.of().map(|(unit, leaf)| LineKey::Leaf(unit.clone(), leaf.clone()));
        let key = if matches!(column, At::Looked | At::Explained | At::Reason) { home()? } else { key.clone() };
        Some(Target { sheet: TABLE.get(self.plan.lang()), row: *self.rows.get(&key)?, column: column.col() })
    }

    /// Finds the row and the column that an address of the workbook that was sent is in.
    fn home(&self, sheet: &str, cell: &str) -> Option<(&'p LineKey, At)> {
        let (row, column) = position(cell).filter(|_| sheet == self.held.sheet)?;
        Some((self.held.rows.get(&row)?, *self.held.columns.get(&column)?))
    }

    /// Gives the key of a row of the copy.
    fn key_at(&self, row: u32) -> Option<LineKey> {
        self.plan.rows.iter().find(|one| one.at == row).and_then(|row| self.plan.key(row))
    }

    /// Lists the cells of a leaf that are filled in, with what they hold.
    fn of_leaf(&self, target: Target) -> Vec<(Target, Value)> {
        let key = self.key_at(target.row);
        let Some((unit, leaf)) = key.as_ref().and_then(LineKey::of) else { return Vec::new() };
        let columns = |key: &LineKey| match key {
            LineKey::Leaf(..) => vec![At::Points, At::Applies, At::Final],
            LineKey::Input(..) => vec![At::Corrected],
            LineKey::Part(..) => vec![At::Applies],
            LineKey::Keys | LineKey::Appraiser => Vec::new(),
        };
        let rows = self.rows.iter().filter(|(key, _)| key.of() == Some((unit, leaf)));
        let cells = rows.flat_map(|(key, row)| {
            columns(key).into_iter().map(|column| Target { sheet: TABLE.get(self.plan.lang()), row: *row, column: column.col() })
        });
        cells.map(|cell| (cell, self.holds(cell))).collect()
    }
}

impl Finds for Places<'_, '_> {
    fn target(&self, finding: &Finding) -> Option<Target> {
        let place = &finding.place;
        let home = place.sheet.as_deref().zip(place.cell.as_deref()).and_then(|(sheet, cell)| self.home(sheet, cell));
        let of_leaf = || Some(LineKey::Leaf(finding.unit.clone()?, finding.criterion.clone()?));
        if finding.code == &codes::NO_REASON {
            let (key, _) = home?;
            return self.cell(key, At::Reason);
        }
        home.and_then(|(key, column)| self.cell(key, column)).or_else(|| self.cell(&of_leaf()?, At::Points))
    }

    fn at(&self, sheet: &str, cell: &str) -> Option<Target> {
        let (key, column) = self.home(sheet, cell)?;
        self.cell(key, column)
    }

    fn holds(&self, target: Target) -> Value {
        let column = self.held.columns.values().find(|column| column.col() == target.column);
        let held = self.key_at(target.row).zip(column).and_then(|(key, column)| self.held.cell(&key, *column));
        held.cloned().unwrap_or_default()
    }

    fn is_day(&self, target: Target) -> bool {
        let row = self.plan.rows.iter().find(|row| row.at == target.row);
        let is_date = matches!(row.map(|row| &row.what), Some(What::Input(_, input)) if input.kind == InputKind::Date);
        is_date && target.column == At::Corrected.col() && matches!(self.holds(target), Value::Number(_))
    }

    fn cured_when(&self, finding: &Finding, target: Option<Target>) -> CuredWhen {
        match (finding.code, target) {
            (code, _) if SETTLED.contains(&code) => CuredWhen::Settled,
            (code, _) if OUTSIDE.contains(&code) => CuredWhen::Outside,
            (code, Some(target)) if OF_LEAF.contains(&code) => CuredWhen::any_changed(self.of_leaf(target).into_iter()),
            // A reason, or nothing any more that wants one.
            (code, Some(target)) if code == &codes::NO_REASON => {
                let cells = [(target, Value::Blank)].into_iter().chain(self.of_leaf(target));
                CuredWhen::any_changed(cells)
            }
            (_, Some(target)) => CuredWhen::Formula(unchanged(&target.absolute(), &self.holds(target))),
            (_, None) => CuredWhen::Outside,
        }
    }

    fn whose(&self, finding: &Finding) -> Option<String> {
        let unit = finding.unit.as_ref()?;
        Some(self.plan.of.results.unit(unit)?.name.clone())
    }

    fn takes_link(&self, _: Target) -> bool {
        false
    }

    fn says(&self) -> &'static Says {
        &SAYS
    }
}
