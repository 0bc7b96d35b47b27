//! Which of several that fit the same part is read, and why: columns of one role, tables of the same criteria.
//!
//! One is read only for a reason that can be told. "The first one" is none: without a reason nothing is read, and what could
//! be meant is listed.
//!
//! Source: [meanings](crate#meanings) 27.

use std::collections::BTreeMap;

use crate::finding::sheet as code;
use crate::finding::{Finding, Part, Place, Severity};
use crate::intake::header::{Table, is_total};
use crate::intake::heading::{Mark, Role, Sense, parted, says_more, sense, spaced};
use crate::intake::whose::is_of_another;
use crate::text;
use crate::text::Words;
use crate::text::fold::bare;
use crate::workbook::{Cell, address, letters};

/// Why one of several is read, or left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It names the year that is scored.
    Year,
    /// It says "chính thức".
    Official,
    /// It says "điều chỉnh".
    Adjusted,
    /// It is of the last round.
    LastRound,
    /// It names a year that is not scored.
    OtherYear,
    /// It says "dự kiến", "kế hoạch" or the like.
    Planned,
    /// It says "trước điều chỉnh".
    Superseded,
    /// It says "6 tháng" or "quý I".
    Partial,
    /// It is the council's.
    Appraisal,
    /// It says that it is of another kind of body than the unit.
    OfAnother,
    /// It says more than is understood.
    SaysMore,
    /// It says that it is the unit's.
    Own,
    /// All of them say the same.
    Alike,
    /// Nobody filled it in.
    Empty,
    /// All others are left for what they say.
    Rest,
}

impl Why {
    /// Says it, behind “vì” or “because”.
    pub const fn words(self) -> Words {
        match self {
            Self::Year => Words { vi: "ghi năm được chấm", en: "it names the year that is scored" },
            Self::Official => Words { vi: "ghi “chính thức”", en: "it says “chính thức” (official)" },
            Self::Adjusted => Words { vi: "ghi “điều chỉnh”", en: "it says “điều chỉnh” (adjusted)" },
            Self::LastRound => Words { vi: "là lần sau cùng", en: "it is the last round" },
            Self::OtherYear => Words { vi: "ghi năm khác", en: "it names another year" },
            Self::Planned => {
                Words { vi: "chưa hoặc không còn là kết quả chính thức", en: "it is not, or no longer, a final result" }
            }
            Self::Partial => Words { vi: "chỉ của một phần năm", en: "it is of a part of the year" },
            Self::Appraisal => Words { vi: "là kết quả thẩm định", en: "it is the council's" },
            Self::OfAnother => Words { vi: "ghi là của cơ quan khác", en: "it says that it is of another body" },
            Self::SaysMore => Words { vi: "tên cột có từ chưa rõ nghĩa", en: "its heading has words that are not understood" },
            Self::Own => Words { vi: "ghi là của đơn vị", en: "it says that it is the unit's" },
            Self::Superseded => Words { vi: "ghi là trước điều chỉnh", en: "it says that it was adjusted later" },
            Self::Alike => Words { vi: "các cột ghi giống nhau", en: "they say the same" },
            Self::Empty => Words { vi: "để trống", en: "it is empty" },
            Self::Rest => Words { vi: "chỉ còn lại ở đó", en: "nothing else is left" },
        }
    }
}

/// What came of choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen<T> {
    /// What is read, and why; nothing where there is no reason for any.
    pub taken: Option<(T, Why)>,
    /// What is left, each with its reason where it has one of its own.
    pub left: Vec<(T, Option<Why>)>,
}

impl<T> Chosen<T> {
    /// Leaves further ones, for a reason.
    fn without(mut self, others: impl IntoIterator<Item = T>, why: Why) -> Self {
        self.left.extend(others.into_iter().map(|other| (other, Some(why))));
        self
    }
}

/// Chooses one of several by what each says; `filled` tells whether somebody filled it in.
pub fn choose<T: Copy + PartialEq>(all: &[(T, Sense)], year: Option<i16>, filled: impl Fn(T) -> bool) -> Chosen<T> {
    let mut left: Vec<(T, Option<Why>)> = Vec::new();
    let mut open: Vec<&(T, Sense)> = Vec::new();
    for one @ (item, sense) in all {
        let other_year = sense.says(Mark::Earlier) || year.is_some_and(|year| !sense.years.is_empty() && !sense.years.contains(&year));
        if other_year {
            left.push((*item, Some(Why::OtherYear)));
        } else if sense.says(Mark::Planned) {
            left.push((*item, Some(Why::Planned)));
        } else if sense.says(Mark::Superseded) && all.len() > 1 {
            left.push((*item, Some(Why::Superseded)));
        } else if sense.says(Mark::Partial) {
            left.push((*item, Some(Why::Partial)));
        } else {
            open.push(one);
        }
    }
    if open.len() > 1 && open.iter().any(|(item, _)| filled(*item)) {
        open.retain(|(item, _)| {
            let full = filled(*item);
            if !full {
                left.push((*item, Some(Why::Empty)));
            }
            full
        });
    }
    let last = open.iter().map(|(_, sense)| sense.round).max().flatten();
    let rounds = open.iter().all(|(_, sense)| sense.round.is_some());
    let holds = |why: Why, sense: &Sense| match why {
        Why::Year => year.is_some_and(|year| sense.years.len() == 1 && sense.years.contains(&year)),
        Why::Official => sense.says(Mark::Official),
        Why::Adjusted => sense.says(Mark::Adjusted),
        Why::LastRound => rounds && sense.round == last,
        Why::OtherYear
        | Why::Planned
        | Why::Superseded
        | Why::Partial
        | Why::Appraisal
        | Why::OfAnother
        | Why::SaysMore
        | Why::Own
        | Why::Alike
        | Why::Empty
        | Why::Rest => false,
    };
    let mut taken = match open.as_slice() {
        [(only, _)] => Some((*only, Why::Rest)),
        _ => None,
    };
    for why in [Why::Year, Why::Official, Why::Adjusted, Why::LastRound] {
        if taken.is_some() || open.is_empty() {
            break;
        }
        let fitting: Vec<T> = open.iter().filter(|(_, sense)| holds(why, sense)).map(|(item, _)| *item).collect();
        match fitting.as_slice() {
            [] => {}
            [one] => taken = Some((*one, why)),
            // Several name the year: what else they say decides between them.
            several => open.retain(|(item, _)| several.contains(item)),
        }
    }
    let rest = all.iter().map(|(item, _)| *item).filter(|item| taken.is_none_or(|(one, _)| one != *item));
    let known: Vec<(T, Option<Why>)> =
        rest.map(|item| (item, left.iter().find(|(other, _)| *other == item).and_then(|(_, why)| *why))).collect();
    Chosen { taken, left: known }
}

/// Roles of which one column is read.
const SINGLE: [Role; 5] = [Role::Claim, Role::Figures, Role::Rate, Role::Max, Role::Number];
/// Roles of what a unit itself says.
const UNITS_OWN: [Role; 5] = [Role::Claim, Role::Figures, Role::Rate, Role::Evidence, Role::Explanation];
/// Roles of which every column is read, but those of another year and of plans.
const SEVERAL: [Role; 2] = [Role::Evidence, Role::Explanation];

/// Columns of a table that were chosen among several, or left for what they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Choices, each with its role.
    pub choices: Vec<(Role, Chosen<u32>)>,
}

impl Columns {
    /// Tells whether the form has columns of a role, none of which is read.
    pub fn disputed(&self, role: Role) -> bool {
        self.choices.iter().any(|(of, chosen)| *of == role && chosen.taken.is_none())
    }

    /// Tells whether a column is one of documents or explanations that was left.
    pub fn leaves_words(&self, column: u32) -> bool {
        let of_words = self.choices.iter().filter(|(role, _)| SEVERAL.contains(role));
        of_words.flat_map(|(_, chosen)| &chosen.left).any(|(other, _)| *other == column)
    }

    /// Tells whether something was said of a column already.
    pub fn speaks_of(&self, column: u32) -> bool {
        self.choices.iter().any(|(_, chosen)| chosen.left.iter().any(|(other, _)| *other == column))
    }
}

/// Leaves each role of a table with the column that is read; pinned columns are obeyed.
///
/// `unit` is the name of the unit whose form it is, empty where nobody's is.
pub fn columns(table: &mut Table<'_>, year: Option<i16>, unit: &str, pinned: &BTreeMap<Role, u32>) -> Columns {
    let mut columns = Columns::default();
    for role in SINGLE.into_iter().chain(SEVERAL) {
        let of_role: Vec<(u32, Sense)> = table.columns_of(role).map(|column| (column, sense(&table.heading(column)))).collect();
        let another = |(column, _): &(u32, Sense)| UNITS_OWN.contains(&role) && is_of_another(&table.heading(*column), unit);
        let (anothers, all): (Vec<_>, Vec<_>) = of_role.into_iter().partition(another);
        let chosen = if pinned.contains_key(&role) {
            continue;
        } else if role == Role::Number {
            numbers(table, &all)
        } else {
            let (grid, data) = (table.grid, table.data);
            // What follows the table is looked at, too: it costs nothing but a reason.
            let filled = |column: u32| grid.cells.range((data, 0)..).any(|((_, at), cell)| *at == column && !cell.is_blank());
            let doubtful: Vec<u32> = all.iter().map(|(column, _)| *column).filter(|column| says_more(&table.heading(*column))).collect();
            alike(without_doubtful(choose(&all, year, filled), &doubtful), table)
        };
        // Nobody filled in the others, and they say themselves that they are of another time: nothing hangs on the choice.
        let is_empty = |(column, why): &(u32, Option<Why>)| {
            let below = table.grid.cells.range((table.data, 0)..);
            matches!(why, Some(Why::OtherYear | Why::Planned | Why::Partial))
                && below.into_iter().all(|((_, at), cell)| at != column || cell.is_blank())
        };
        if chosen.taken.is_some() && anothers.is_empty() && chosen.left.iter().all(is_empty) {
            drop_columns(table, chosen.left.iter().map(|(column, _)| *column));
            continue;
        }
        let chosen = chosen.without(anothers.into_iter().map(|(column, _)| column), Why::OfAnother);
        if SEVERAL.contains(&role) {
            let left: Vec<_> = chosen
                .left
                .into_iter()
                .filter(|(_, why)| matches!(why, Some(Why::OtherYear | Why::Planned | Why::Superseded | Why::Partial | Why::OfAnother)))
                .collect();
            drop_columns(table, left.iter().map(|(column, _)| *column));
            if !left.is_empty() {
                columns.choices.push((role, Chosen { taken: table.column(role).map(|column| (column, Why::Rest)), left }));
            }
            if role == Role::Evidence {
                columns.choices.extend(evidence(table).map(|chosen| (role, chosen)));
            }
            continue;
        }
        drop_columns(table, chosen.left.iter().map(|(column, _)| *column));
        if !chosen.left.is_empty() {
            columns.choices.push((role, chosen));
        }
    }
    columns
}

/// Takes a choice back that fell on a column whose heading says more than is understood: “lần 2 (thu hồi)” may be the last
/// round, or none.
fn without_doubtful(chosen: Chosen<u32>, doubtful: &[u32]) -> Chosen<u32> {
    match chosen.taken {
        Some((column, _)) if doubtful.contains(&column) => {
            let left = chosen.left.into_iter().chain([(column, Some(Why::SaysMore))]).collect();
            Chosen { taken: None, left }
        }
        _ => chosen,
    }
}

/// Takes the first of columns between which nothing tells, where all of them say the same figures: nothing hangs on the choice.
fn alike(chosen: Chosen<u32>, table: &Table<'_>) -> Chosen<u32> {
    let open: Vec<u32> = chosen.left.iter().filter(|(_, why)| why.is_none()).map(|(column, _)| *column).collect();
    let (None, Some((first, others))) = (chosen.taken, open.split_first()) else { return chosen };
    // Whoever signs below the table does so in one of them.
    let said = |column: u32| -> Vec<(u32, String)> {
        let below = table.grid.cells.range((table.data, 0)..).filter(|((_, at), cell)| *at == column && !cell.is_blank());
        let shown = below.map(|((row, _), cell)| (*row, cell.shown()));
        shown.filter(|(_, words)| words.contains(|c: char| c.is_ascii_digit())).collect()
    };
    let own = said(*first);
    if others.is_empty() || own.is_empty() || others.iter().any(|other| said(*other) != own) {
        return chosen;
    }
    let left = chosen.left.into_iter().filter(|(column, _)| column != first).collect();
    Chosen { taken: Some((*first, Why::Alike)), left }
}

/// Leaves each role of a table with the column that is read, and says why; where nothing tells, with none.
pub fn choose_columns(table: &mut Table<'_>, file: &str) -> Vec<Finding> {
    let chosen = columns(table, None, "", &BTreeMap::new());
    let survey: Vec<u32> = table.columns_of(Role::Survey).collect();
    if survey.len() > 1 {
        drop_columns(table, survey.into_iter());
    }
    let mut findings = Vec::new();
    say(&chosen, table, file, &mut findings);
    findings
}

/// Chooses between columns of numbers: one that says "mã" names criteria, "STT" only counts rows.
fn numbers(table: &Table<'_>, all: &[(u32, Sense)]) -> Chosen<u32> {
    let named = |column: u32| {
        let plain = bare(&table.heading(column));
        plain.contains("ma") || plain.contains("so hieu")
    };
    let marked: Vec<u32> = all.iter().map(|(column, _)| *column).filter(|column| named(*column)).collect();
    let taken = match (marked.as_slice(), all) {
        ([one], _) | (_, [(one, _)]) => Some((*one, Why::Rest)),
        _ => None,
    };
    let left = all.iter().map(|(column, _)| (*column, None)).filter(|(column, _)| taken.is_none_or(|(one, _)| one != *column));
    Chosen { taken, left: left.collect() }
}

/// Words by which a column asks for documents, as the province printed it, bare.
const ASKS: [&str; 10] =
    ["theo quy dinh", "quy dinh ve", "theo huong dan", "huong dan ve", "can co", "can nop", "phai co", "phai nop", "bat buoc", "goi y"];
/// Words of columns that the province printed, too, or that may as well name what the unit lists, bare.
const NAMES: [&str; 4] = ["mau", "danh muc", "thanh phan", "cua so noi vu"];
/// Words by which a heading says that the unit fills it in, bare.
const OWN: [&str; 7] = ["don vi", "cung cap", "kem theo", "dinh kem", "gui kem", "da nop", "thuc te"];
/// Words by which a column adds to another of its kind, bare.
const MORE: [&str; 5] = ["bo sung", "khac", "giai trinh", "yeu cau", "them"];

/// Tells whether a heading of documents says that the province printed there what it asks for: a document named there by its
/// kind alone may be the province's.
pub fn asks_for_documents(heading: &str) -> bool {
    (says_any(heading, &ASKS) || says_any(heading, &["yeu cau"])) && !says_any(heading, &OWN)
}

/// Tells whether a heading says any of some bare phrases.
fn says_any(heading: &str, phrases: &[&str]) -> bool {
    let plain = format!(" {} ", spaced(&bare(heading)));
    phrases.iter().any(|phrase| plain.contains(&format!(" {phrase} ")))
}

/// Chooses between columns of evidence. What the province prints as asked for is no document of the unit's; of the others
/// the one that says so is the unit's; columns that differ in their words alone are asked.
fn evidence(table: &mut Table<'_>) -> Option<Chosen<u32>> {
    let says = |column: u32, words: &[&str]| says_any(&table.heading(column), words);
    let all: Vec<u32> = table.columns_of(Role::Evidence).collect();
    let is_printed = |column: u32| (says(column, &ASKS) || says(column, &NAMES)) && !says(column, &OWN);
    let printed: Vec<u32> = all.iter().copied().filter(|column| is_printed(*column)).collect();
    let open: Vec<u32> = all.iter().copied().filter(|column| !printed.contains(column) && !says(*column, &MORE)).collect();
    let own: Vec<u32> = open.iter().copied().filter(|column| says(*column, &OWN)).collect();
    let core = |column: u32| parted(&table.heading(column)).1.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let alike = open.iter().all(|column| open.first().is_none_or(|first| core(*first) == core(*column)));
    if printed.len() < all.len() {
        for column in printed {
            if let Some((role, _)) = table.columns.get_mut(&column) {
                *role = Role::Method;
            }
        }
    }
    let taken = match own.as_slice() {
        _ if alike => return None,
        [one] => Some((*one, Why::Own)),
        _ => None,
    };
    let left: Vec<_> = open.into_iter().filter(|column| taken.is_none_or(|(one, _)| one != *column)).map(|column| (column, None)).collect();
    drop_columns(table, left.iter().map(|(column, _)| *column));
    Some(Chosen { taken, left })
}

/// Takes their role from columns.
fn drop_columns(table: &mut Table<'_>, left: impl Iterator<Item = u32>) {
    for column in left {
        if let Some((role, _)) = table.columns.get_mut(&column) {
            *role = Role::Other;
        }
    }
}

/// Says what was chosen, and where nothing could be.
pub fn say(columns: &Columns, table: &Table<'_>, file: &str, findings: &mut Vec<Finding>) {
    for (role, chosen) in &columns.choices {
        let Some(what) = named(*role) else { continue };
        let quoted = |column: &u32| format!("{} “{}”", letters(*column), table.heading(*column));
        let at = |column: u32| Place::cell(file, &table.grid.name, address(table.top, column));
        let Some((taken, why)) = chosen.taken else {
            let hidden = match role {
                Role::Claim => Some(Part::Claims),
                Role::Figures | Role::Rate => Some(Part::Figures),
                Role::Evidence => Some(Part::Evidence),
                Role::Number => Some(Part::Rows),
                _ => None,
            };
            let first = chosen.left.first().map_or(0, |(column, _)| *column);
            findings.push(none(what, chosen, &quoted).at(at(first)).hides(hidden));
            continue;
        };
        let finding = one(what, (&taken, why), &chosen.left, &quoted).at(at(taken));
        findings.push(match lost(table, taken, chosen) {
            Some((left, rows)) if matches!(role, Role::Claim | Role::Figures | Role::Rate) => beside_blank(finding, &quoted(&left), rows),
            _ => finding,
        });
    }
}

/// Finds the column that is left without a reason of its own and has numbers beside blank cells of the one that is read, and in
/// how many rows.
fn lost(table: &Table<'_>, taken: u32, chosen: &Chosen<u32>) -> Option<(u32, usize)> {
    let blank = |row: u32| table.grid.get(row, taken).is_none_or(Cell::is_blank);
    let counts = |row: u32| !table.grid.row(row).any(|(_, cell)| is_total(&bare(&cell.shown())));
    let rows = |column: u32| {
        let cells = table.grid.cells.range((table.data, 0)..).filter(|((_, at), cell)| *at == column && !cell.is_blank());
        let numbers = cells.filter(|(_, cell)| cell.shown().starts_with(|letter: char| letter.is_ascii_digit()));
        numbers.filter(|((row, _), _)| blank(*row) && counts(*row)).count()
    };
    let open = chosen.left.iter().filter(|(_, why)| why.is_none());
    open.map(|(column, _)| (*column, rows(*column))).filter(|(_, rows)| *rows > 0).max_by_key(|(_, rows)| *rows)
}

/// Adds that the column which is read is blank where another has numbers, which don't count.
fn beside_blank(finding: Finding, left: &str, rows: usize) -> Finding {
    let message = finding.message.clone();
    let message = text!(
        "{message} Cột được đọc để trống ở những hàng mà cột {left} có số (số hàng: {rows}); các số đó không được tính.",
        "{message} The column that is read is blank in rows where column {left} has numbers (rows: {rows}); these don't count."
    );
    Finding { message, severity: Severity::Warning, ..finding }
}

/// Says what was chosen of several things that are `what`; with none, that none is read and why.
pub fn told(what: Words, chosen: &Chosen<u32>, quoted: &dyn Fn(&u32) -> String) -> Finding {
    match &chosen.taken {
        Some((taken, why)) => one(what, (taken, *why), &chosen.left, quoted),
        None => none(what, chosen, quoted),
    }
}

/// Says which column of several is read, and why.
fn one(what: Words, (taken, why): (&u32, Why), left: &[(u32, Option<Why>)], quoted: &dyn Fn(&u32) -> String) -> Finding {
    let each = |words: fn(Words) -> &'static str| {
        let each = left
            .iter()
            .map(|(column, own)| own.map_or_else(|| quoted(column), |own| format!("{} ({})", quoted(column), words(own.words()))));
        each.collect::<Vec<_>>().join(", ")
    };
    let (column, left, left_en) = (quoted(taken), each(|words| words.vi), each(|words| words.en));
    let (Words { vi, en }, Words { vi: because, en: because_en }) = (what, why.words());
    let message = if why == Why::Rest {
        text!("Cột {column} được đọc là {vi}; không đọc cột {left}.", "Column {column} is read as the {en}; not read: {left_en}.")
    } else {
        text!(
            "Cột {column} được đọc là {vi} vì {because}; không đọc cột {left}.",
            "Column {column} is read as the {en}, because {because_en}; not read: {left_en}."
        )
    };
    Finding::new(&code::COLUMN_CHOSEN, message)
}

/// Says that no column of a role is read.
fn none(what: Words, chosen: &Chosen<u32>, quoted: &dyn Fn(&u32) -> String) -> Finding {
    let Words { vi, en } = what;
    let list: Vec<String> = chosen.left.iter().map(|(column, _)| quoted(column)).collect();
    let (list, open) = (list.join(", "), chosen.left.iter().any(|(_, why)| why.is_none()));
    if open {
        let message = text!(
            "Có nhiều cột cùng là {vi}: {list}; không rõ cột nào nên không đọc cột nào.",
            "Several columns are the {en}: {list}; it is not clear which is meant, so none is read."
        );
        return Finding::new(&code::COLUMNS_ALIKE, message);
    }
    let reasons = |words: fn(Words) -> &'static str| {
        let each = chosen.left.iter().filter_map(|(column, why)| Some(format!("{} ({})", quoted(column), words(why.map(Why::words)?))));
        each.collect::<Vec<_>>().join(", ")
    };
    let (because, because_en) = (reasons(|words| words.vi), reasons(|words| words.en));
    let message = text!(
        "Không đọc cột {because} làm {vi} của năm nay; biểu không có cột nào khác.",
        "Column {because_en} is not read as this year's {en}; the form has no other."
    );
    Finding::new(&code::COLUMNS_ALIKE, message)
}

/// Names what a column of a role holds.
const fn named(role: Role) -> Option<Words> {
    let words = match role {
        Role::Claim => Words { vi: "điểm tự đánh giá", en: "claimed score" },
        Role::Figures => Words { vi: "số liệu", en: "figures" },
        Role::Rate => Words { vi: "tỷ lệ", en: "rate" },
        Role::Max => Words { vi: "điểm tối đa", en: "maximum" },
        Role::Evidence => Words { vi: "tài liệu kiểm chứng", en: "evidence" },
        Role::Explanation => Words { vi: "giải trình", en: "explanation" },
        _ => return None,
    };
    Some(words)
}
