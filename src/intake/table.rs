//! Plain tables of points, `.xlsx` or `.csv`, as the council and the survey hand them in: unit, criterion, points,
//! and where there are any, what applies, reason and round. Columns are found by their headings, wherever those stand.

mod lines;

use std::collections::BTreeMap;

use crate::assessment::{Claim, Round};
use crate::criteria::{CriteriaSet, Leaf};
use crate::figure::{Figure, Input};
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Place};
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;
use crate::typed::id::{Named, named};
use crate::typed::value;
use crate::workbook::{self, Cell, Grid, Refusal, address};

/// Rows that a heading is looked for in.
const HEADING_WITHIN: u32 = 40;

/// Row of a table: points that somebody typed for a criterion of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Unit, as typed.
    pub unit: String,
    /// Criterion, as it stands in its cell.
    pub criterion: Cell,
    /// Figure of the criterion that the row gives in place of points: id or label of an input, as typed.
    pub input: Option<String>,
    /// What the cell of the row is for.
    pub gives: RowGives,
    /// Points, the figure, or whether the criterion applies, as they stand in their cell.
    pub points: Cell,
    /// Reason.
    pub reason: Option<String>,
    /// Round of appraisal that the table says.
    pub round: SaidRound,
    /// Where the points stand.
    pub place: Place,
}

/// What a cell of a table gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowGives {
    /// Points, or a figure.
    Points,
    /// Whether the criterion, or a part of it, applies.
    Applies,
}

/// Round of appraisal, as a table says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaidRound {
    /// Nothing is said.
    Unsaid,
    /// This one.
    Round(Round),
    /// Something that is no round, or two different ones, as typed.
    Unclear(String),
}

impl SaidRound {
    /// Reads the words of a cell, or those of a heading from the number on: `1`, `lần 2`, `vòng III`, `lần thứ hai`.
    fn of_words(words: &str) -> Self {
        let typed = bare(words);
        let names = ["lan", "vong", "dot", "round", "thu", "tham", "dinh", "cham", "so"];
        let mut left = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !names.contains(word));
        let unclear = || Self::Unclear(words.trim().to_owned());
        let Some(number) = left.next() else { return if typed.trim().is_empty() { Self::Unsaid } else { unclear() } };
        let spelled = SPELLED.iter().find(|(spellings, _)| spellings.contains(&number)).map(|(_, number)| *number);
        let round = spelled.or_else(|| number.parse().ok()).and_then(Round::new);
        round.filter(|_| left.next().is_none()).map_or_else(unclear, Self::Round)
    }

    /// Joins what the heading of a column says with what a cell of the row says.
    fn and(self, cell: Self) -> Self {
        match (self, cell) {
            (Self::Unsaid, said) | (said, Self::Unsaid) => said,
            (one, other) if one == other => one,
            (one, other) => Self::Unclear(format!("{} / {}", one.shown(), other.shown())),
        }
    }

    /// Shows it as typed.
    fn shown(&self) -> String {
        match self {
            Self::Unsaid => String::new(),
            Self::Round(round) => round.number().to_string(),
            Self::Unclear(words) => words.clone(),
        }
    }
}

/// Numbers of rounds that are not written in digits, bare.
const SPELLED: [(&[&str], u8); 5] =
    [(&["dau", "nhat", "mot", "i"], 1), (&["hai", "ii"], 2), (&["ba", "iii"], 3), (&["tu", "bon", "iv"], 4), (&["nam", "v"], 5)];

impl Row {
    /// Finds the criterion that the row names. [`Named::Several`] comes with its finding, [`Named::Unknown`] without one.
    pub fn criterion(&self, set: &CriteriaSet) -> Checked<Named> {
        let found = named(&self.criterion, set);
        let findings = match &found {
            Named::Several(ids) => {
                let typed = self.criterion.shown();
                let list = ids.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
                let message = text!(
                    "Mã tiêu chí “{typed}” đã bị Excel đổi kiểu, có thể là {list}; dòng này chưa được tính.",
                    "Excel changed the id “{typed}”; it may be {list}, so the line does not count yet."
                );
                vec![Finding::new(&code::ID_AS_NUMBER, message).at(self.place.clone())]
            }
            _ => Vec::new(),
        };
        Checked { value: found, findings }
    }

    /// Gives the row as one of the criterion alone, and the part, where it names a part: `1.1/p2`.
    pub fn of_part(&self) -> Option<(Self, String)> {
        let shown = self.criterion.shown();
        let (criterion, part) = shown.rsplit_once('/')?;
        Some((Self { criterion: Cell::text(criterion.trim()), ..self.clone() }, part.trim().to_owned()))
    }

    /// Tells whether the criterion applies, as the row says; `None` for words that say neither.
    pub fn applies(&self) -> Option<bool> {
        match bare(&self.points.shown()).trim() {
            "co" | "yes" | "ap dung" | "co ap dung" => Some(true),
            "khong" | "no" | "khong ap dung" => Some(false),
            _ => None,
        }
    }

    /// Finds the input that the row names by its id or label.
    pub fn input<'l>(&self, leaf: &'l Leaf) -> Option<&'l Input> {
        let typed = bare(self.input.as_deref()?);
        leaf.inputs.iter().find(|input| bare(input.id.as_str()) == typed || bare(&input.label) == typed)
    }

    /// Reads the figure that an input of the criterion asks for.
    pub fn figure(&self, input: &Input) -> Checked<Figure> {
        let Checked { value, findings } = value::figure(Some(&self.points), input, &[]);
        Checked { value, findings: findings.into_iter().map(|finding| finding.at(self.place.clone())).collect() }
    }

    /// Reads the points, for a criterion with this maximum; what is no number comes with its finding.
    pub fn points(&self, max: &Points) -> Checked<Option<Points>> {
        match value::claim(Some(&self.points), max).value {
            Claim::Points(points) => Checked::clean(Some(points)),
            Claim::Blank | Claim::NotApplicable | Claim::Wrong(_) => {
                let (typed, unit) = (self.points.shown(), &self.unit);
                let message = text!(
                    "Điểm “{typed}” của đơn vị “{unit}” không phải là số hoặc có thể hiểu hai cách.",
                    "The points “{typed}” of unit “{unit}” are no number, or can be read in two ways."
                );
                Checked { value: None, findings: vec![Finding::new(&code::TABLE_POINTS, message).at(self.place.clone())] }
            }
        }
    }
}

/// Reads a table out of the bytes of a workbook or a CSV.
pub fn read(bytes: &[u8], file: &str) -> Checked<Vec<Row>> {
    let mut findings = Vec::new();
    let name = file.to_lowercase();
    let by_name = [".csv", ".txt", ".tsv"].iter().any(|ending| name.ends_with(ending));
    let grids = match workbook::admit(bytes, file) {
        Err(Refusal::PlainText) if by_name => {
            let mut grid = lines::read(bytes, file).collect(&mut findings);
            findings.extend(grid.iter_mut().flat_map(|grid| workbook::convert_grid(grid, &BTreeMap::new(), file)));
            grid.into_iter().collect()
        }
        _ => match workbook::open(bytes, file).collect(&mut findings) {
            Some(book) => book.sheets.into_iter().filter(|sheet| !sheet.hidden).collect(),
            None => return Checked { value: Vec::new(), findings },
        },
    };
    let grids: Vec<Grid> = grids;
    let mut rows = Vec::new();
    let mut headed = false;
    for grid in &grids {
        if let Some(heading) = Heading::find(grid) {
            headed = true;
            heading.rows(grid, file, by_name, &mut rows, &mut findings);
        }
    }
    if !headed && findings.iter().all(|finding| finding.code == &code::LEGACY_TEXT) {
        let message = text!(
            "Không tìm thấy hàng tiêu đề có “Đơn vị”, “Tiêu chí” và “Điểm” trong tệp “{file}”.",
            "No heading with unit, criterion and points is found in “{file}”."
        );
        findings.push(Finding::new(&code::TABLE_NO_HEADER, message).at(Place::file(file)));
    }
    Checked { value: rows, findings }
}

/// Where the columns of a table stand.
struct Heading {
    row: u32,
    unit: u32,
    criterion: u32,
    input: Option<u32>,
    /// Columns of points, each with the round that its heading names.
    points: Vec<(u32, SaidRound)>,
    /// Columns that say what applies, each with the round that its heading names.
    applies: Vec<(u32, SaidRound)>,
    reasons: Vec<u32>,
    round: Option<u32>,
}

impl Heading {
    /// Finds the first row whose cells are headings.
    fn find(grid: &Grid) -> Option<Self> {
        grid.rows().into_iter().take_while(|row| *row < HEADING_WITHIN).find_map(|row| Self::of(grid, row))
    }

    /// Reads one row as a heading; `None` where it lacks one of unit, criterion and points.
    fn of(grid: &Grid, row: u32) -> Option<Self> {
        let shown: Vec<(u32, String)> = grid.row(row).map(|(column, cell)| (column, cell.shown())).collect();
        let headings: Vec<(u32, String)> = shown.iter().map(|(column, words)| (*column, heading(words))).collect();
        let column = |words: &[&str]| headings.iter().find(|(_, heading)| words.contains(&heading.as_str())).map(|(column, _)| *column);
        let points = |(column, words): &(u32, String)| {
            let (stem, round) = stem_and_round(words);
            (POINTS.contains(&stem.as_str()) || (stem.is_empty() && matches!(round, SaidRound::Round(_)))).then_some((*column, round))
        };
        let applies = |(column, words): &(u32, String)| {
            let (stem, round) = stem_and_round(words);
            APPLIES.contains(&stem.as_str()).then_some((*column, round))
        };
        let found = Self {
            row,
            applies: shown.iter().filter_map(applies).collect(),
            unit: column(&UNIT)?,
            criterion: column(&CRITERION)?,
            input: column(&INPUT),
            points: shown.iter().filter_map(points).collect(),
            reasons: headings.iter().filter(|(_, heading)| REASON.contains(&heading.as_str())).map(|(column, _)| *column).collect(),
            round: column(&ROUND),
        };
        (!found.points.is_empty() || !found.applies.is_empty()).then_some(found)
    }

    /// Reads the rows below.
    fn rows(&self, grid: &Grid, file: &str, plain: bool, rows: &mut Vec<Row>, findings: &mut Vec<Finding>) {
        for row in grid.rows().into_iter().filter(|row| *row > self.row) {
            let place = |column: u32| {
                if plain {
                    Place { line: usize::try_from(row).ok().map(|row| row + 1), ..Place::file(file) }
                } else {
                    Place::cell(file, &grid.name, address(row, column))
                }
            };
            let points = self.points.iter().map(|(column, round)| (RowGives::Points, column, round.clone()));
            let applies = self.applies.iter().map(|(column, round)| (RowGives::Applies, column, self.round_of_applies(round)));
            for (gives, column, round) in points.chain(applies) {
                let Some(points) = grid.get(row, *column) else { continue };
                // A name merged over several rows stands for all of them.
                let unit = grid.standing(row, self.unit).map(Cell::shown).filter(|words| !words.is_empty());
                let (Some(unit), Some(criterion)) = (unit, grid.standing(row, self.criterion)) else {
                    let typed = points.shown();
                    let message = text!(
                        "Hàng có điểm “{typed}” nhưng thiếu đơn vị hoặc tiêu chí.",
                        "A row has the points “{typed}” but lacks a unit or a criterion."
                    );
                    findings.push(Finding::new(&code::TABLE_ROW_INCOMPLETE, message).at(place(*column)));
                    continue;
                };
                let typed_round = self.round.and_then(|column| grid.shown(row, column));
                let typed_round = typed_round.map_or(SaidRound::Unsaid, |words| SaidRound::of_words(&words));
                rows.push(Row {
                    unit,
                    criterion: criterion.clone(),
                    input: self.input.and_then(|column| value::words(grid.get(row, column))),
                    gives,
                    points: points.clone(),
                    reason: self.reason(*column).and_then(|column| value::words(grid.get(row, column))),
                    round: round.and(typed_round),
                    place: place(*column),
                });
            }
        }
    }

    /// Finds points that the comma of a decimal may have parted: whole points with a reason of digits alone behind them.
    fn cut_number<'f>(&self, fields: &'f [String]) -> Option<(&'f str, &'f str)> {
        let field = |column: u32| fields.get(usize::try_from(column).ok()?).map(|field| field.trim());
        let digits = |field: &&str| !field.is_empty() && field.chars().all(|c| c.is_ascii_digit());
        self.points.iter().find_map(|(column, _)| {
            let points = field(*column).filter(digits)?;
            let reason = field(self.reason(*column).filter(|reason| *reason == column + 1)?).filter(digits)?;
            Some((points, reason))
        })
    }

    /// Gives the round of a column that says what applies: its own, else that of the only column of points.
    fn round_of_applies(&self, own: &SaidRound) -> SaidRound {
        match (own, self.points.as_slice()) {
            (SaidRound::Unsaid, [(_, round)]) => round.clone(),
            (SaidRound::Unsaid, [_, _, ..]) if self.points.iter().any(|(_, round)| *round != SaidRound::Unsaid) => {
                SaidRound::Unclear("Áp dụng".into())
            }
            _ => own.clone(),
        }
    }

    /// Gives the column of reasons for a column of points: the one behind it, else the only one.
    fn reason(&self, points: u32) -> Option<u32> {
        let next = self.points.iter().map(|(column, _)| *column).filter(|column| *column > points).min().unwrap_or(u32::MAX);
        let behind = self.reasons.iter().copied().find(|column| *column > points && *column < next);
        behind.or(self.reasons.first().copied().filter(|_| self.reasons.len() == 1))
    }
}

/// Headings of the column of units, bare.
const UNIT: [&str; 12] = [
    "don vi",
    "ten don vi",
    "ma don vi",
    "unit",
    "co quan",
    "co quan don vi",
    "ten co quan",
    "ten co quan don vi",
    "so nganh",
    "don vi duoc cham",
    "don vi duoc danh gia",
    "ten",
];
/// Headings of the column of criteria, bare.
const CRITERION: [&str; 11] = [
    "tieu chi",
    "ma tieu chi",
    "criterion",
    "tieu chi thanh phan",
    "ma tc",
    "tc",
    "chi tieu",
    "ma chi tieu",
    "linh vuc tieu chi",
    "stt tieu chi",
    "criteria",
];
/// Headings of the column of figures, bare.
const INPUT: [&str; 5] = ["so lieu", "ma so lieu", "ten so lieu", "input", "figure"];
/// Headings of columns of points, bare, without the round; also of figures that points are computed of.
const POINTS: [&str; 22] = [
    "gia tri",
    "ket qua",
    "ket qua dieu tra",
    "value",
    "diem",
    "so diem",
    "points",
    "score",
    "diem tham dinh",
    "tham dinh",
    "diem cham",
    "diem cham thuc te",
    "diem hdtd",
    "diem hoi dong",
    "diem dtxhh",
    "diem dieu tra xhh",
    "diem dieu tra xa hoi hoc",
    "dieu tra xhh",
    "diem khao sat",
    "snv danh gia",
    "diem danh gia",
    "diem snv danh gia",
];
/// Headings of columns that say whether a criterion applies, bare, without the round.
const APPLIES: [&str; 5] = ["ap dung", "co ap dung", "co ap dung khong", "applies", "applicable"];
/// Headings of columns of reasons, bare.
const REASON: [&str; 10] =
    ["ly do", "reason", "ghi chu", "y kien", "nhan xet", "can cu", "note", "ly do cham", "y kien tham dinh", "ly do tham dinh"];
/// Headings of the column of rounds, bare.
const ROUND: [&str; 6] = ["lan", "vong", "round", "lan tham dinh", "lan cham", "dot"];

/// Reduces a heading to its words: no diacritics, marks, or what stands in brackets.
fn heading(words: &str) -> String {
    let outside = words.split(['(', '[']).next().unwrap_or_default();
    let letters: String = bare(outside).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Parts a heading of points from the round that it names, also in brackets: `Điểm thẩm định (lần 2)`, `Lần 3`.
fn stem_and_round(words: &str) -> (String, SaidRound) {
    let letters: String = bare(words).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let all: Vec<&str> = letters.split_whitespace().collect();
    let Some(at) = all.iter().position(|word| ["lan", "vong", "dot", "round"].contains(word)) else {
        return (heading(words), SaidRound::Unsaid);
    };
    let (stem, round) = all.split_at(at);
    // What else stands in brackets behind the round, as a maximum does, is not part of it.
    let round = round.get(..round.len().min(if round.get(1) == Some(&"thu") { 3 } else { 2 })).unwrap_or_default();
    let closed = words.rfind(['(', '[']).is_some();
    let rest = all.len() - at - round.len();
    if rest > 0 && !closed {
        return (stem.join(" "), SaidRound::Unclear(words.trim().to_owned()));
    }
    let said = SaidRound::of_words(&round.join(" "));
    (stem.join(" "), if let SaidRound::Unclear(_) = said { SaidRound::Unclear(words.trim().to_owned()) } else { said })
}
