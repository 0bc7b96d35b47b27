//! Tables of one file that say different things of the same: one is taken for a reason, or none.
//!
//! Source: [meanings](crate#meanings) 27.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::row::{Row, RowGives};
use crate::finding::appraisal::{TABLE_CHOSEN, TABLES_DIFFER};
use crate::finding::{Finding, Part, Place};
use crate::intake::foreign::{Why, choose};
use crate::intake::heading::{Sense, sense};
use crate::text;
use crate::text::fold::{bare, excerpt};

/// Table of a file, read.
#[derive(Debug)]
pub struct Table {
    /// Sheet, and where on it.
    pub place: Place,
    /// Name of the sheet, and what stands above the table.
    pub titles: Vec<String>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// What a row is about: two rows that say different things of it can't both be right.
type About = (String, String, [Option<String>; 4], RowGives, super::round::SaidRound);

/// Tells what a row is about.
fn about(row: &Row, known: &Known<'_>) -> About {
    let plain = |words: &Option<String>| words.as_deref().map(bare);
    let unit = known.unit(&row.unit).unwrap_or_else(|| bare(&row.unit));
    let parts = [plain(&row.input), plain(&row.respondents), plain(&row.answer), row.ballot.clone()];
    (unit, bare(&row.criterion.shown()), parts, row.gives, row.round.clone())
}

/// Joins the tables of a file; what several say differently is taken from the one with a reason, or left.
pub fn join(tables: Vec<Table>, known: &Known<'_>, findings: &mut Vec<Finding>) -> Vec<Row> {
    if tables.len() < 2 {
        return tables.into_iter().flat_map(|table| table.rows).collect();
    }
    let mut said: BTreeMap<About, BTreeMap<usize, BTreeSet<String>>> = BTreeMap::new();
    for (at, table) in tables.iter().enumerate() {
        for row in &table.rows {
            said.entry(about(row, known)).or_default().entry(at).or_default().insert(row.points.shown());
        }
    }
    // A line that is marked as the one that counts has a reason of its own.
    for row in tables.iter().flat_map(|table| &table.rows).filter(|row| row.is_final) {
        said.remove(&about(row, known));
    }
    said.retain(|_, by_table| by_table.len() > 1 && by_table.values().collect::<BTreeSet<_>>().len() > 1);
    let rivals: BTreeSet<usize> = said.values().flat_map(|by_table| by_table.keys().copied()).collect();
    if rivals.is_empty() {
        return tables.into_iter().flat_map(|table| table.rows).collect();
    }
    let senses: Vec<(usize, Sense)> = rivals.iter().filter_map(|at| Some((*at, told_apart(tables.get(*at)?)))).collect();
    let chosen = choose(&senses, known.year, |_| true);
    let taken = chosen.taken.map(|(taken, _)| taken);
    let whole: Vec<usize> =
        chosen.left.iter().filter(|(_, why)| matches!(why, Some(Why::OtherYear | Why::Planned))).map(|(at, _)| *at).collect();
    findings.extend(told(&tables, &rivals, said.len(), chosen.taken));
    let mut kept = Vec::new();
    for (at, table) in tables.into_iter().enumerate() {
        if taken.is_some() && whole.contains(&at) {
            continue;
        }
        kept.extend(table.rows.into_iter().filter(|row| Some(at) == taken || !said.contains_key(&about(row, known))));
    }
    kept
}

/// Says which table is read, and why; or that none is.
fn told(tables: &[Table], rivals: &BTreeSet<usize>, differ: usize, taken: Option<(usize, Why)>) -> Option<Finding> {
    let named = |at: usize| tables.get(at).map(|table| excerpt(&table.titles.join(" – "))).unwrap_or_default();
    let list = |but: Option<usize>| {
        rivals.iter().filter(|at| Some(**at) != but).map(|at| format!("“{}”", named(*at))).collect::<Vec<_>>().join(", ")
    };
    let Some((at, why)) = taken else {
        let (first, tables_named) = (rivals.iter().next().and_then(|at| tables.get(*at))?, list(None));
        let message = text!(
            "Các bảng {tables_named} ghi khác nhau ở {differ} chỗ; không rõ bảng nào đúng nên những chỗ đó chưa được tính.",
            "The tables {tables_named} differ in {differ} place(s); it is not clear which is right, so these do not count yet."
        );
        return Some(Finding::new(&TABLES_DIFFER, message).at(first.place.clone()).hides([Part::Rows]));
    };
    let (one, others, because) = (named(at), list(Some(at)), why.words());
    let (because_vi, because_en) = (because.vi, because.en);
    let message = if why == Why::Rest {
        text!(
            "Các bảng ghi khác nhau ở {differ} chỗ; đọc bảng “{one}”, không đọc {others} (ghi năm khác, hoặc mới là dự kiến).",
            "The tables differ in {differ} place(s); “{one}” is read, not {others} (of another year, or of a plan)."
        )
    } else {
        text!(
            "Các bảng ghi khác nhau ở {differ} chỗ; đọc bảng “{one}” vì {because_vi}, không đọc {others}.",
            "The tables differ in {differ} place(s); “{one}” is read, because {because_en}; not {others}."
        )
    };
    Some(Finding::new(&TABLE_CHOSEN, message).at(tables.get(at)?.place.clone()))
}

/// Gives what tells a table from others: the sheet's name, and its titles.
fn told_apart(table: &Table) -> Sense {
    let titles = table.titles.iter().filter(|words| {
        let plain = bare(words);
        !["ke hoach", "quyet dinh", "can cu", "kem theo", "cong van"].iter().any(|word| plain.contains(word)) && !plain.contains("ngay")
    });
    sense(&titles.map(String::as_str).collect::<Vec<_>>().join(" "))
}
