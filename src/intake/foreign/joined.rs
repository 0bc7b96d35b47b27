//! Several tables that are one form: what each says is joined; where two say different things of one leaf, one is taken for
//! a reason, or neither.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use super::choice::{Columns, Why, choose};
use super::parts::Part;
use super::rows::Taken;
use crate::assessment::{Answer, Claim, Evidence, EvidenceCells};
use crate::figure::{CriterionId, Figure};
use crate::finding::sheet as code;
use crate::finding::{self, CellPlace, Finding, Place, Severity};
use crate::intake::header::maxima;
use crate::intake::heading::{Mark, Sense, sense};
use crate::intake::standing;
use crate::text;
use crate::text::Words;
use crate::text::fold::bare;
use crate::workbook::address;

/// Table, as it was read.
#[derive(Debug)]
pub struct Read<'b> {
    /// Where it stands.
    pub part: Part<'b>,
    /// Which columns were chosen.
    pub columns: Columns,
    /// What was taken from its rows.
    pub taken: Taken,
}

/// Form of one or more tables.
#[derive(Debug)]
pub struct Joined<'b> {
    /// Tables that count, the one with most rows first.
    pub read: Vec<Read<'b>>,
    /// Answers by leaf.
    pub answers: BTreeMap<CriterionId, Answer>,
}

/// Joins the tables of a form.
pub fn join<'b>(read: Vec<Read<'b>>, asked: &Asked<'_>, findings: &mut Vec<Finding>) -> Joined<'b> {
    let mut read = counting(read, asked, findings);
    let mut answers: BTreeMap<CriterionId, Answer> = BTreeMap::new();
    let mut unclear: BTreeMap<CriterionId, BTreeSet<usize>> = BTreeMap::new();
    for (at, one) in read.iter().enumerate() {
        for (id, answer) in &one.taken.answers {
            match answers.get(id) {
                Some(before) if says_something(before) && says_something(answer) && !same(before, answer) => {
                    unclear.entry(id.clone()).or_default().extend((0..=at).filter(|at| read.get(*at).is_some_and(|one| says(one, id))));
                }
                Some(before) if says_something(before) => {}
                _ => {
                    answers.insert(id.clone(), answer.clone());
                }
            }
        }
    }
    if !unclear.is_empty() {
        findings.push(said_twice(&read, &unclear, asked));
    }
    for id in unclear.keys() {
        if let Some(answer) = answers.get_mut(id) {
            *answer = unread(answer);
        }
    }
    read.sort_by_key(|one| std::cmp::Reverse(maxima(&one.part.table)));
    Joined { read, answers }
}

/// Leaves the tables that count: of those that say different things of the same leaves the one with a reason; those of
/// another year, of plans, and empty copies go.
fn counting<'b>(read: Vec<Read<'b>>, asked: &Asked<'_>, findings: &mut Vec<Finding>) -> Vec<Read<'b>> {
    let differs = |one: &Read<'_>, other: &Read<'_>| {
        one.taken.answers.iter().any(|(id, answer)| {
            let there = other.taken.answers.get(id);
            says_something(answer) && there.is_some_and(|there| says_something(there) && !same(answer, there))
        })
    };
    let mut rivals: BTreeSet<usize> = (0..read.len())
        .filter(|at| read.iter().enumerate().any(|(other, one)| other != *at && read.get(*at).is_some_and(|this| differs(this, one))))
        .collect();
    // A withdrawn one is nobody's rival.
    let withdrawn = |at: &usize| read.get(*at).is_some_and(|one| standing::is_withdrawn(&one.part.table.grid.name));
    if !rivals.iter().all(withdrawn) {
        rivals.retain(|at| !withdrawn(at));
    }
    let full: Vec<bool> = read.iter().map(|one| one.taken.answers.values().any(says_something)).collect();
    let shares = |at: usize| {
        let ids = |at: usize| read.get(at).map(|one| one.taken.answers.keys().collect::<BTreeSet<_>>()).unwrap_or_default();
        let own = ids(at);
        (0..read.len()).any(|other| other != at && !own.is_disjoint(&ids(other)))
    };
    let mut dropped: BTreeMap<usize, Why> = BTreeMap::new();
    for at in 0..read.len() {
        if full.get(at) == Some(&false) && full.contains(&true) && shares(at) {
            dropped.insert(at, Why::Empty);
        }
    }
    if !rivals.is_empty() {
        let all: Vec<(usize, Sense)> = rivals.iter().filter_map(|at| Some((*at, told_apart(&read, *at)?))).collect();
        let chosen = choose(&all, asked.year, |_| true);
        if let Some((taken, why)) = chosen.taken {
            for (at, own) in chosen.left {
                dropped.insert(at, own.unwrap_or(why));
            }
            findings.extend(read.get(taken).map(|one| chosen_table(one, why, asked)));
        }
    }
    let aside: BTreeMap<usize, Aside> = (0..read.len())
        .filter(|at| !dropped.contains_key(at) && full.get(*at) == Some(&true))
        .filter_map(|at| Some((at, aside(&read, at, asked)?)))
        .collect();
    // One table must be left, whatever its sheet is called.
    let left = (0..read.len()).any(|at| !dropped.contains_key(&at) && !aside.contains_key(&at) && full.get(at) == Some(&true));
    let mut kept = Vec::new();
    for (at, one) in read.into_iter().enumerate() {
        if let Some(aside) = aside.get(&at).filter(|_| left) {
            findings.push(put_aside(&one, aside, asked));
            continue;
        }
        match dropped.get(&at) {
            Some(why) => findings.push(left_table(&one, *why, asked)),
            None => kept.push(one),
        }
    }
    kept
}

/// Leaves the tables that are the unit's answers of this year, and says of the others why they are not.
pub fn without_asides<'b>(read: Vec<Read<'b>>, asked: &Asked<'_>, findings: &mut Vec<Finding>) -> Vec<Read<'b>> {
    let asides: Vec<Option<Aside>> = (0..read.len()).map(|at| aside(&read, at, asked)).collect();
    let keeps = |(one, aside): (Read<'b>, Option<Aside>)| match aside {
        Some(aside) => {
            findings.push(put_aside(&one, &aside, asked));
            None
        }
        None => Some(one),
    };
    read.into_iter().zip(asides).filter_map(keeps).collect()
}

/// Gives what tells a table from others: the sheet's name, and its title. The year in the title of a sheet is that of every
/// table on it that names none.
fn told_apart(read: &[Read<'_>], at: usize) -> Option<Sense> {
    let part = &read.get(at)?.part;
    let said = |part: &Part<'_>| {
        let words: Vec<String> = std::iter::once(part.table.grid.name.clone()).chain(titles(part)).collect();
        sense(&words.join(" / "))
    };
    let mut own = said(part);
    let first = read.iter().map(|one| &one.part).find(|one| one.table.grid.name == part.table.grid.name)?;
    if own.years.is_empty() {
        own.years = said(first).years;
    }
    Some(own)
}

/// Why a table is not the unit's self-assessment, though it says different things of nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Aside {
    /// It is of another year.
    OtherYear,
    /// Its sheet is called a draft, an example, a plan, of a part of the year, or kept.
    Named(String),
    /// Its title calls it a draft, an example or a plan.
    Titled(String),
    /// It is the appraising office's.
    Appraisal,
    /// Its sheet is called like another unit.
    Unit(String),
}

/// Tells why a table is none of the unit's answers.
fn aside(read: &[Read<'_>], at: usize, asked: &Asked<'_>) -> Option<Aside> {
    let table = &read.get(at)?.part.table;
    // A sheet may be a copy with the title of this year.
    let of_sheet = sense(&table.grid.name);
    let years = if of_sheet.years.is_empty() { told_apart(read, at)?.years } else { of_sheet.years.clone() };
    if asked.year.is_some_and(|year| !years.is_empty() && !years.contains(&year)) {
        return Some(Aside::OtherYear);
    }
    let (name, plain) = (&table.grid.name, bare(&table.grid.name));
    let planned = ["ke hoach ", "diem trung binh"].iter().any(|begin| plain.starts_with(begin));
    let part = &read.get(at)?.part;
    let above = table.grid.cells.range((part.above, 0)..(table.top, 0)).map(|(_, cell)| cell.shown());
    let short = above.filter(|words| words.chars().count() <= LONGEST_VERSION);
    let called = short.chain(titles(part)).find(|words| standing::is_unsettled(words) || standing::is_of_others(words));
    if let Some(words) = called {
        return Some(Aside::Titled(words));
    }
    let own = || asked.roster.spoken_of(name).all().iter().any(|unit| unit.id == *asked.unit);
    let of_others = standing::is_of_others(name) && !own();
    if standing::is_withdrawn(name) || standing::is_kept(name) || of_others || planned || of_sheet.says(Mark::Partial) {
        return Some(Aside::Named(name.clone()));
    }
    if standing::is_appraisal(name) {
        return Some(Aside::Appraisal);
    }
    let unit = asked.roster.called(&table.grid.name).one().filter(|unit| unit.id != *asked.unit)?;
    Some(Aside::Unit(unit.name.clone()))
}

/// Says that a table is none of the unit's answers.
fn put_aside(read: &Read<'_>, aside: &Aside, asked: &Asked<'_>) -> Finding {
    let spot = spot(read);
    let message = match aside {
        Aside::OtherYear => text!(
            "Bảng {spot} ghi năm khác với năm được chấm nên không được đọc.",
            "The table {spot} is of another year than the one that is scored, and is not read."
        ),
        Aside::Named(name) => text!(
            "Bảng {spot} nằm ở trang ghi “{name}” nên không được đọc.",
            "The table {spot} is on a sheet called “{name}”, and is not read."
        ),
        Aside::Titled(words) => {
            text!("Bảng {spot} ghi “{words}” nên không được đọc.", "The table {spot} is called “{words}”, and is not read.")
        }
        Aside::Appraisal => text!(
            "Bảng {spot} nằm ở trang thẩm định nên không được đọc là tự đánh giá.",
            "The table {spot} is on a sheet of appraisal, and is not read as self-assessment."
        ),
        Aside::Unit(name) => text!(
            "Bảng {spot} nằm ở trang mang tên đơn vị khác, “{name}”, nên không được đọc.",
            "The table {spot} is on a sheet called like another unit, “{name}”, and is not read."
        ),
    };
    let finding = Finding::new(&code::SECOND_TABLE, message).at(place(read, asked)).hides([finding::Part::Rows]);
    Finding { severity: Severity::Warning, ..finding }
}

/// Most letters of a line that says no more than which version a table is: "BẢN ĐIỀU CHỈNH".
const LONGEST_VERSION: usize = 40;

/// Lists the titles of a table: what stands above it and speaks of an assessment.
pub fn titles(part: &Part<'_>) -> Vec<String> {
    let above = part.table.grid.cells.range((part.above, 0)..(part.table.top, 0)).map(|(_, cell)| cell.shown());
    above.filter(|words| is_title(words)).collect()
}

/// Tells whether words above a table say what it is: that it is an assessment, or which version of one.
pub fn is_title(words: &str) -> bool {
    let plain = bare(words);
    let version = plain.chars().count() <= LONGEST_VERSION && sense(words).tells_versions_apart();
    (version || ["tu danh gia", "tu cham", "cham cheo", "tham dinh", "phan dau", "dang ky"].iter().any(|word| plain.contains(word)))
        && !["kem theo", "can cu"].iter().any(|word| plain.contains(word))
}

/// Tells whether a table says something of a leaf.
fn says(read: &Read<'_>, id: &CriterionId) -> bool {
    read.taken.answers.get(id).is_some_and(says_something)
}

/// Tells whether anything is filled in.
fn says_something(answer: &Answer) -> bool {
    answer.claim != Claim::Blank
        || answer.explanation.is_some()
        || !answer.evidence.is_empty()
        || answer.figures.values().any(|figure| *figure != Figure::Blank)
}

/// Tells whether two answers say the same, wherever they stand.
fn same(one: &Answer, other: &Answer) -> bool {
    let bare = |evidence: &Evidence| Evidence { place: CellPlace::default(), cells: EvidenceCells::default(), ..evidence.clone() };
    let documents = |answer: &Answer| answer.evidence.iter().map(bare).collect::<Vec<_>>();
    one.claim == other.claim && one.figures == other.figures && one.explanation == other.explanation && documents(one) == documents(other)
}

/// Gives an answer of which nothing is read.
fn unread(answer: &Answer) -> Answer {
    let figures = answer.figures.keys().map(|id| (id.clone(), Figure::Blank)).collect();
    Answer { sheet: answer.sheet.clone(), figures, cells: answer.cells.clone(), ..Answer::default() }
}

/// Says that two tables say different things.
fn said_twice(read: &[Read<'_>], unclear: &BTreeMap<CriterionId, BTreeSet<usize>>, asked: &Asked<'_>) -> Finding {
    let tables: BTreeSet<usize> = unclear.values().flatten().copied().collect();
    let names = tables.iter().filter_map(|at| read.get(*at)).map(spot).collect::<Vec<_>>().join(", ");
    let ids: Vec<String> = unclear.keys().take(MOST_NAMED).map(ToString::to_string).collect();
    let (count, more) = (unclear.len(), if unclear.len() > MOST_NAMED { ", …" } else { "" });
    let ids = format!("{}{more}", ids.join(", "));
    let message = text!(
        "Nhiều bảng ghi khác nhau về cùng tiêu chí: {names}; không rõ bảng nào là biểu chính thức nên {count} tiêu chí không được đọc ({ids}).",
        "Several tables say different things of the same criteria: {names}; it is not clear which one counts, so these are not read ({count}: {ids})."
    );
    let place = tables.iter().next_back().and_then(|at| read.get(*at)).map_or_else(|| Place::file(asked.file), |one| place(one, asked));
    let finding = Finding::new(&code::SECOND_TABLE, message).at(place).hides_at(unclear.keys().cloned());
    finding.hides([finding::Part::Claims, finding::Part::Figures, finding::Part::Evidence])
}

/// Most criteria that a finding names.
const MOST_NAMED: usize = 5;

/// Says which table counts.
fn chosen_table(read: &Read<'_>, why: Why, asked: &Asked<'_>) -> Finding {
    let (spot, Words { vi, en }) = (spot(read), why.words());
    let message = text!("Bảng {spot} được đọc vì {vi}.", "The table {spot} is read, because {en}.");
    Finding { severity: Severity::Note, ..Finding::new(&code::SECOND_TABLE, message).at(place(read, asked)) }
}

/// Says that a table does not count.
fn left_table(read: &Read<'_>, why: Why, asked: &Asked<'_>) -> Finding {
    let spot = spot(read);
    let message = match why {
        Why::OtherYear | Why::Planned | Why::Superseded | Why::Empty => {
            let Words { vi, en } = why.words();
            text!("Bảng {spot} không được đọc vì {vi}.", "The table {spot} is not read, because {en}.")
        }
        _ => text!("Bảng {spot} không được đọc.", "The table {spot} is not read."),
    };
    Finding { severity: Severity::Note, ..Finding::new(&code::SECOND_TABLE, message).at(place(read, asked)) }
}

/// Tells whether columns of which none could be chosen are filled in beside a criterion.
pub fn holds_disputed(read: &Read<'_>) -> bool {
    let open = read.columns.choices.iter().filter(|(_, chosen)| chosen.taken.is_none());
    let columns: BTreeSet<u32> = open.flat_map(|(_, chosen)| &chosen.left).map(|(column, _)| *column).collect();
    let filled = |row: u32| read.part.table.grid.row(row).any(|(column, cell)| !cell.is_blank() && columns.contains(&column));
    read.taken.rows.iter().any(|(row, _)| filled(row - 1))
}

/// Names where a table begins.
pub fn spot(read: &Read<'_>) -> String {
    format!("“{}”!{}", read.part.table.grid.name, corner(read))
}

/// Gives the first cell of a table's header.
fn corner(read: &Read<'_>) -> String {
    let table = &read.part.table;
    address(table.top, table.columns.keys().next().copied().unwrap_or_default())
}

/// Gives the place of a table.
pub fn place(read: &Read<'_>, asked: &Asked<'_>) -> Place {
    Place::cell(asked.file, &read.part.table.grid.name, corner(read))
}
