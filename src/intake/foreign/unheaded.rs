//! Scores of a unit under a heading that nobody understands: the table is a form, though its column of scores is not known as one.
//!
//! Source: [meanings](crate#meanings) 26 and 27.

use std::collections::BTreeMap;

use super::rows::says_share;
use super::{Asked, Foreign, Tables, joined, understood};
use crate::assessment::{Answer, AnswerCells, Claim, Remarks, SelfAssessment, SetRef};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::CriterionId;
use crate::finding::sheet as code;
use crate::finding::{CellAddress, Checked, Finding, Part, Place, Severity};
use crate::intake::field::{Field, field};
use crate::intake::header;
use crate::intake::heading::{Role, role, sense};
use crate::intake::{standing, stt};
use crate::rule::Scorer;
use crate::text;
use crate::text::fold::{bare, excerpt, fold, tidy};
use crate::typed::{citation, value};
use crate::workbook::{Book, Cell, Grid, Value, address, letters};

/// Layout of a form of which no score is read, because none of its columns is known to hold the unit's.
pub const UNREAD: &str = "unread";

/// Rows above the first criterion that may hold the heading of a column.
const ABOVE: u32 = 8;

/// Words of columns that count what a document is made of, bare.
const OF_COPIES: [&str; 7] = ["so ban", "so trang", "so luong", "so to", "so van ban", "so tai lieu", "so thu tu"];

/// Column that may hold the unit's scores, under a heading that says nothing of it.
#[derive(Clone, Debug)]
pub struct Unheaded<'b> {
    grid: &'b Grid,
    column: u32,
    heading: String,
    /// First row with a criterion, from 0.
    data: u32,
    /// Row and points of every leaf, as far as they are points.
    scores: BTreeMap<CriterionId, (u32, Claim)>,
}

/// Rows of leaves of a sheet, each with its leaf.
type Leaves<'s> = Vec<(u32, &'s Criterion, &'s Leaf)>;

/// Finds the first sheet, of those that are of this year's form, with a column that may hold the unit's scores.
pub fn find<'b>(book: &'b Book, set: &CriteriaSet, year: Option<i16>, but: &[&str]) -> Option<Unheaded<'b>> {
    let sheets = book.sheets.iter().filter(|grid| !grid.hidden && !but.contains(&grid.name.as_str()));
    sheets.filter(|grid| !standing::is_kept(&grid.name) && !standing::is_withdrawn(&grid.name)).find_map(|grid| on_sheet(grid, set, year))
}

/// Finds such a column of a sheet; of several the one with most scores.
fn on_sheet<'b>(grid: &'b Grid, set: &CriteriaSet, year: Option<i16>) -> Option<Unheaded<'b>> {
    let leaves = leaves(grid, set);
    let data = leaves.first().map(|(row, ..)| *row)?;
    let above = grid.cells.range(..(data, 0)).map(|(_, cell)| cell.shown()).chain([grid.name.clone()]);
    let of_other_year = |words: String| {
        let years = sense(&words).years;
        year.is_some_and(|year| !years.is_empty() && !years.contains(&year)) && joined::is_title(&words)
    };
    if above.into_iter().any(of_other_year) {
        return None;
    }
    let mut filled: BTreeMap<u32, Vec<&(u32, &Criterion, &Leaf)>> = BTreeMap::new();
    for of_leaf in &leaves {
        for (column, _) in grid.row(of_leaf.0) {
            filled.entry(column).or_default().push(of_leaf);
        }
    }
    let found = filled.into_iter().filter_map(|(column, rows)| {
        let heading = heading(grid, column, data);
        let other_year = year.is_some_and(|year| {
            let years = sense(&heading).years;
            !years.is_empty() && !years.contains(&year)
        });
        if other_year || !is_unknown(&heading) {
            return None;
        }
        let scores = scores(grid, column, &rows, leaves_of_unit(set))?;
        Some(Unheaded { grid, column, heading, data, scores })
    });
    // A column of maxima says nothing of the unit's where there is another one.
    found.min_by_key(|found| (found.is_of_maxima(set), std::cmp::Reverse(found.scores.len())))
}

/// Counts the leaves that units score themselves.
fn leaves_of_unit(set: &CriteriaSet) -> usize {
    set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit).count()
}

/// Lists the rows that name a leaf of the unit's, by its id or its whole name.
fn leaves<'s>(grid: &Grid, set: &'s CriteriaSet) -> Leaves<'s> {
    let mut named: BTreeMap<String, (&Criterion, &Leaf)> = BTreeMap::new();
    for (criterion, leaf) in set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit) {
        // “1.2” names a criterion; “2” may be any number.
        let id = Some(criterion.id.as_str()).filter(|id| id.contains('.'));
        for words in [criterion.name.as_str()].into_iter().chain(id) {
            named.insert(fold(words), (criterion, leaf));
        }
    }
    let leaf = |cell: &Cell| {
        let Value::Text(words) = &cell.value else { return None };
        let own = stt::before_name(&tidy(words)).map(|(_, name)| fold(&name));
        named.get(&fold(words)).or_else(|| named.get(&own?)).copied()
    };
    let rows = grid.rows().into_iter();
    rows.filter_map(|row| grid.row(row).find_map(|(_, cell)| leaf(cell)).map(|(criterion, leaf)| (row, criterion, leaf))).collect()
}

/// Gives the nearest words above a column, but those of rows of areas and of numbers of columns.
fn heading(grid: &Grid, column: u32, data: u32) -> String {
    let numbered = |row: u32| grid.row(row).any(|(_, cell)| stt::of_cell(cell).is_some());
    let above = (data.saturating_sub(ABOVE)..data).rev().filter(|row| !header::is_index(grid, *row) && !numbered(*row));
    let words = |row: u32| grid.standing(row, column).filter(|cell| matches!(cell.value, Value::Text(_)) && !cell.is_blank());
    above.into_iter().find_map(words).map(Cell::shown).unwrap_or_default()
}

/// Tells whether nobody knows what a heading says, or it is one of remarks.
fn is_unknown(heading: &str) -> bool {
    let plain = bare(heading);
    !OF_COPIES.iter().any(|words| plain.contains(words))
        && matches!(role(heading), None | Some(Role::Other | Role::Remark))
        && matches!(field(heading), None | Some(Field::Other | Field::Remark))
}

/// Gives the scores of a column where most of what is filled in is points within the maximum, or a part of a whole, and where
/// it is more than a remark on documents: beside a criterion without any, or beside most of the criteria.
fn scores(grid: &Grid, column: u32, rows: &[&(u32, &Criterion, &Leaf)], of_unit: usize) -> Option<BTreeMap<CriterionId, (u32, Claim)>> {
    let mut scores = BTreeMap::new();
    let (mut fitting, mut without) = (0, false);
    for (row, criterion, leaf) in rows {
        let own_id = |cell: &&Cell| fold(&cell.shown()) == fold(criterion.id.as_str());
        let Some(cell) = grid.get(*row, column).filter(|cell| !cell.is_long() && !own_id(cell)) else { continue };
        let claim = value::claim(Some(cell), &criterion.max).value;
        let points = matches!(&claim, Claim::Points(points) if !points.is_negative() && *points <= criterion.max);
        if !points && !says_share(leaf, cell) {
            continue;
        }
        fitting += 1;
        without |= !grid.row(*row).any(|(at, cell)| at != column && names_document(cell));
        scores.entry(criterion.id.clone()).or_insert((*row, claim));
    }
    let numbers: Vec<Option<usize>> =
        rows.iter().map(|(row, ..)| grid.shown(*row, column).and_then(|words| words.trim().parse().ok())).collect();
    let counts_up = numbers.len() > 1 && numbers.iter().enumerate().all(|(at, number)| *number == Some(at + 1));
    (2 * fitting > rows.len() && !counts_up && (without || 2 * scores.len() >= of_unit)).then_some(scores)
}

/// Tells whether a cell names a document.
fn names_document(cell: &Cell) -> bool {
    matches!(cell.value, Value::Text(_)) && citation::documents(&cell.shown()).iter().any(|one| one.number.is_some() || one.file.is_some())
}

impl Unheaded<'_> {
    /// Tells whether every score is the maximum of its criterion.
    fn is_of_maxima(&self, set: &CriteriaSet) -> bool {
        let max = |id: &CriterionId| set.find(id).map(|criterion| Claim::Points(criterion.max.clone()));
        self.scores.iter().all(|(id, (_, claim))| max(id).as_ref() == Some(claim))
    }

    /// Gives the place of its first score.
    fn place(&self, file: &str) -> Place {
        let row = self.scores.values().map(|(row, _)| *row).min().unwrap_or(self.data);
        Place::cell(file, &self.grid.name, address(row, self.column))
    }

    /// Names it: by its heading, else by its letters.
    fn name(&self) -> String {
        if self.heading.is_empty() { letters(self.column) } else { format!("“{}”", excerpt(&self.heading)) }
    }

    /// Says that the form is not read.
    fn told(&self, file: &str) -> Finding {
        let (sheet, column, count) = (&self.grid.name, self.name(), self.scores.len());
        let message = text!(
            "Bảng tiêu chí ở trang “{sheet}” không có cột điểm tự đánh giá; cột {column} đã điền (số tiêu chí: {count}) nhưng không rõ dùng để làm gì, nên biểu không được đọc.",
            "The table of criteria on sheet “{sheet}” has no column for the unit's own score; the column {column} is filled in (criteria: {count}), but it is not clear what it is for, so the form is not read."
        );
        let help = text!(
            "Đặt tên cột {column} là “Điểm tự đánh giá” hoặc “Tự chấm”, hay khai form: columns: claimed trong campaign.yaml; nếu cột ghi số liệu thì đặt tên “Số liệu kê khai”, nếu tệp chỉ là danh mục tài liệu thì xóa cột này.",
            "Call the column {column} “Điểm tự đánh giá” or “Tự chấm”, or name it under form: columns: claimed in campaign.yaml; if it holds figures, call it “Số liệu kê khai”; if the file only lists documents, delete it."
        );
        Finding::new(&code::NO_CLAIM_COLUMN, message).help(help).at(self.place(file)).hides([Part::Form])
    }

    /// Gives what stands in it as the claims of a form that is not read, to be compared with other files of the unit.
    fn form(&self, asked: &Asked<'_>) -> SelfAssessment {
        let set = asked.set;
        let answer = |row: u32, claim: &Claim| Answer {
            sheet: Some(self.grid.name.as_str().into()),
            claim: claim.clone(),
            cells: AnswerCells { claimed: Some(CellAddress::new(row, self.column)), ..AnswerCells::default() },
            ..Answer::default()
        };
        SelfAssessment {
            unit: asked.unit.clone(),
            set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
            file: asked.file.to_owned(),
            layout: UNREAD.into(),
            answers: self.scores.iter().map(|(id, (row, claim))| (id.clone(), answer(*row, claim))).collect(),
            shared: Answer::default(),
            remarks: Remarks::default(),
            holds_unread: false,
        }
    }

    /// Gives what stands above its table and says what it is.
    fn titles(&self) -> String {
        let above = self.grid.cells.range(..(self.data, 0)).map(|(_, cell)| cell.shown());
        above.filter(|words| joined::is_title(words)).collect::<Vec<_>>().join(" / ")
    }
}

impl Tables<'_> {
    /// Reads a workbook without any known score as a form that is not understood; nothing where it is none.
    pub(super) fn unheaded(&self, asked: &Asked<'_>) -> Option<Checked<Option<Foreign>>> {
        let found = find(self.book, asked.set, asked.year, &[]).filter(|_| !asked.pin.says_where())?;
        let header = (found.data, found.data);
        let understood = understood::of_list(found.grid.name.clone(), header);
        let findings = vec![found.told(asked.file).of(asked.unit)];
        Some(Checked { value: Some(Foreign { assessment: found.form(asked), understood }), findings })
    }

    /// Gives the titles of a form that is not understood.
    pub fn titles_unheaded(&self, set: &CriteriaSet, year: Option<i16>) -> String {
        find(self.book, set, year, &[]).map(|found| found.titles()).unwrap_or_default()
    }
}

/// Says of a sheet beside a form that it may hold other scores than the form, and is not read. `of_form` are its sheets.
pub fn beside(book: &Book, asked: &Asked<'_>, of_form: &[&str], answers: &BTreeMap<CriterionId, Answer>) -> Option<Finding> {
    let found = find(book, asked.set, asked.year, of_form).filter(|found| !found.is_of_maxima(asked.set))?;
    let differs = |(id, (_, claim)): &(&CriterionId, &(u32, Claim))| {
        matches!(claim, Claim::Points(_)) && answers.get(*id).is_some_and(|answer| answer.claim != *claim)
    };
    let ids: Vec<String> = found.scores.iter().filter(differs).map(|(id, _)| id.to_string()).collect();
    if ids.is_empty() {
        return None;
    }
    let (sheet, column, ids) = (&found.grid.name, found.name(), ids.join(", "));
    let message = text!(
        "Trang “{sheet}” có cột {column} ghi điểm khác điểm tự đánh giá của biểu (tiêu chí {ids}) nhưng không rõ dùng để làm gì nên không được đọc.",
        "Sheet “{sheet}” has the column {column} with other points than those of the form (criteria {ids}); it is not clear what it is for, so it is not read."
    );
    let finding = Finding::new(&code::COLUMN_NOT_READ, message).at(found.place(asked.file));
    Some(Finding { severity: Severity::Error, ..finding })
}
