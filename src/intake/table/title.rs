//! What stands above a heading and around it: the title, the name of the sheet, that of the file. They say what the columns of
//! the table don't say themselves: year, round, unit of measure, whose table it is; and whether it is the result at all.

use std::collections::BTreeSet;
use std::ops::Range;

use super::column::{By, Measure, ValueColumn, has, measure_alone, said_top};
use super::known::Known;
use super::round::{SaidRound, spaced};
use crate::assessment::Round;
use crate::intake::heading::{Mark, Sense, parted};
use crate::intake::standing;
use crate::points::Points;
use crate::text::Words;
use crate::workbook::Grid;

/// Rows above a heading that may be its title.
const WITHIN: u32 = 12;
/// Words by which a title says that people only hope for what stands below, or that it was a trial, bare.
const EXPECTED: [&str; 4] = ["ky vong", "mong doi", "khao sat thu", "dieu tra thu"];
/// Words by which a title says that what stands below was taken off, bare.
const DEDUCTED: [&str; 4] = ["diem tru", "bi tru", "chenh lech", "giam tru"];
/// Words by which a title says that it has bonuses beside penalties: then its rows are lines with points of their own, bare.
const ADDED: [&str; 2] = ["diem cong", "diem thuong"];
/// Words by which a title says that people were not content, bare.
const NEGATED: [&str; 3] = ["khong hai long", "chua hai long", "khong dong y"];

/// Why a table is no result of the campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is of another year.
    OtherYear,
    /// It is a draft, a plan, withdrawn.
    Unsettled,
    /// It is of a part of the year.
    Partial,
    /// It gives maxima.
    Maxima,
    /// The unit scored.
    OwnScores,
    /// It says what was taken off.
    Deducted,
    /// It says who was not content.
    Negated,
}

impl Refused {
    /// Says it, behind the words that say so.
    pub const fn words(self) -> Words {
        match self {
            Self::OtherYear => Words { vi: "là của năm khác", en: "it is of another year" },
            Self::Unsettled => {
                Words { vi: "chưa hoặc không còn là kết quả chính thức", en: "it is not, or no longer, a final result" }
            }
            Self::Partial => Words { vi: "chỉ của một phần năm", en: "it is of a part of the year" },
            Self::Maxima => Words { vi: "là điểm tối đa", en: "it gives maxima" },
            Self::OwnScores => Words { vi: "là điểm đơn vị tự đánh giá", en: "the units scored themselves there" },
            Self::Deducted => {
                Words { vi: "là điểm bị trừ, không phải điểm đạt được", en: "it gives points taken off, not points" }
            }
            Self::Negated => Words { vi: "là tỷ lệ không hài lòng", en: "it gives how many are not content" },
        }
    }
}

/// What stands above a heading and around it.
#[derive(Clone, Debug)]
pub struct Title {
    /// Rows above the heading.
    pub rows: Range<u32>,
    /// Unit of measure.
    pub measure: Option<Measure>,
    /// Years that the title names.
    years: BTreeSet<i16>,
    /// Round that is named.
    round: SaidRound,
    /// Whether marks are on a small scale of their own.
    scaled: bool,
    /// Why the table is no result, with the words that say so.
    refused: Option<(Refused, String)>,
}

impl Title {
    /// Takes the rows above a heading.
    pub fn above(grid: &Grid, above: u32, top: u32, known: &Known<'_>) -> Self {
        let rows = rows(grid, above, top);
        let mut told: Vec<Measure> = Vec::new();
        let mut lines: Vec<String> = Vec::new();
        for (_, cell) in grid.cells.range((rows.start, 0)..(rows.end, 0)) {
            let words = cell.shown();
            let inside = words.split(['(', ')']).filter_map(measure_alone).chain(words.rsplit(':').next().and_then(measure_alone));
            told.extend(inside);
            let plain = spaced(&words);
            if plain.starts_with("bang diem") || plain.contains("diem tham dinh") {
                told.push(Measure::Points);
            }
            // A day is where and when something was signed.
            if !plain.contains("ngay") {
                lines.push(words);
            }
        }
        told.dedup();
        let measure = match told.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        let sheet = grid.name.as_str();
        let file = known.file.map(stem).unwrap_or_default();
        let senses: Vec<Sense> = lines.iter().map(|words| parted(words).0).collect();
        let years = senses.iter().flat_map(|sense| sense.years.iter().copied()).collect();
        let title_round = senses.iter().find_map(|sense| sense.round);
        let round = match (title_round, named_round(sheet)) {
            (Some(one), Some(other)) if one != other => SaidRound::Unclear(format!("{sheet} / {one}")),
            (one, other) => said(one.or(other).or(named_round(file))),
        };
        let refused = refused(&lines, sheet, file, known);
        let small = |words: &String| said_top(words).is_some_and(|top| top <= Points::from(10));
        let scaled = known.survey && lines.iter().any(|words| spaced(words).contains("thang") && small(words));
        Self { rows, measure, years, round, scaled, refused }
    }

    /// Says of a column what it does not say itself: year and round.
    pub fn speaks_for(&self, says: &mut ValueColumn, has_rounds: bool) {
        if says.sense.years.is_empty() {
            says.sense.years.clone_from(&self.years);
        }
        // Two units of measure, one above the table and one above the column.
        let other = self.measure == Some(Measure::Percent) || self.scaled;
        if other && says.measure == Measure::Points {
            says.measure = Measure::Unsaid;
        }
        if !has_rounds && says.round == SaidRound::Unsaid {
            says.round = self.round.clone();
        }
    }

    /// Tells why a column is no result, where the title says so and the column does not say otherwise.
    pub fn refuses(&self, says: &ValueColumn, known: &Known<'_>) -> Option<&(Refused, String)> {
        let own = if known.survey { By::Survey } else { By::Council };
        self.refused.as_ref().filter(|(why, _)| match why {
            Refused::OtherYear => says.sense.years.is_empty(),
            Refused::OwnScores => says.by != Some(own),
            Refused::Unsettled | Refused::Partial | Refused::Maxima | Refused::Deducted | Refused::Negated => true,
        })
    }

    /// Finds the unit that the table is of: by a label, a title, the sheet's name.
    pub fn unit(&self, grid: &Grid, known: &Known<'_>) -> Option<String> {
        let cells: Vec<((u32, u32), String)> =
            grid.cells.range((self.rows.start, 0)..(self.rows.end, 0)).map(|(at, cell)| (*at, cell.shown())).collect();
        for ((row, column), words) in cells.iter().rev() {
            let (label, behind) = words.split_once(':').unwrap_or((words, ""));
            if !["don vi", "ten don vi", "don vi duoc tham dinh", "don vi duoc danh gia"].contains(&spaced(label).as_str()) {
                continue;
            }
            let next = grid.row(*row).find(|(at, _)| at > column).map(|(_, cell)| cell.shown());
            let named = if behind.trim().is_empty() { next.unwrap_or_default() } else { behind.trim().to_owned() };
            return Some(known.unit(&named).unwrap_or(named)).filter(|named| !named.is_empty());
        }
        let mentioned: Vec<String> = cells.iter().filter_map(|(_, words)| known.mentioned(words)).collect();
        match mentioned.as_slice() {
            [] => known.unit(&grid.name),
            [first, rest @ ..] => rest.iter().all(|other| other == first).then(|| first.clone()),
        }
    }
}

/// Tells why lines above a table, or the name of its sheet, say that it is not the result of a round of a year, as people say
/// it, with the words that say so.
pub fn contradicts(lines: &[String], sheet: &str, year: i16, round: Round) -> Option<(Words, String)> {
    let known = Known { survey: false, file: None, year: Some(year), roster: None, sets: &[] };
    if let Some((why, words)) = refused(lines, sheet, "", &known) {
        return Some((why.words(), words));
    }
    let of_lines = lines.iter().filter_map(|words| Some((named_round(words)?, words.as_str())));
    let mut rounds = of_lines.chain(named_round(sheet).map(|round| (round, sheet)));
    let (_, words) = rounds.find(|(named, _)| *named != u32::from(round.number()))?;
    Some((Words { vi: "là của lần thẩm định khác", en: "it is of another round" }, words.to_owned()))
}

/// Gives the rows above a heading that may be its title: those with a cell or two, up to the first that has more.
fn rows(grid: &Grid, above: u32, top: u32) -> Range<u32> {
    let first = above.max(top.saturating_sub(WITHIN));
    let start = (first..top).rev().take_while(|row| grid.row(*row).count() <= 2).last().unwrap_or(top);
    start..top
}

/// Gives the name of a file without its folders and its ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Takes a round as it is said.
fn said(round: Option<u32>) -> SaidRound {
    let round = round.and_then(|round| u8::try_from(round).ok()).and_then(Round::new);
    round.map_or(SaidRound::Unsaid, SaidRound::Round)
}

/// Gives the one round that a name says; one that says several is of all of them.
fn named_round(name: &str) -> Option<u32> {
    let plain = spaced(name);
    let said = ["lan", "dot", "vong"].iter().map(|word| plain.split(' ').filter(|part| part == word).count()).sum::<usize>();
    parted(name).0.round.filter(|_| said == 1)
}

/// Gives the years that a name says, but those of days and months: `tham-dinh_15-01-2026`.
fn named_years(name: &str) -> BTreeSet<i16> {
    let plain = spaced(name);
    let words: Vec<&str> = plain.split(' ').collect();
    let small = |word: Option<&&str>| word.is_some_and(|word| word.len() < 3 && word.parse::<u8>().is_ok_and(|number| number <= 31));
    let years = words.iter().enumerate().filter(|(at, _)| {
        let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
        !small(before(1)) || before(2).is_some_and(|word| ["lan", "dot", "vong"].contains(word))
    });
    years.flat_map(|(_, word)| parted(word).0.years).collect()
}

/// Tells why a table is no result, as its title, its sheet or its file say.
fn refused(lines: &[String], sheet: &str, file: &str, known: &Known<'_>) -> Option<(Refused, String)> {
    let of_title = lines.iter().find_map(|words| Some((of_words(words, &spaced(words), known)?, words.clone())));
    let of_name = |name: &str| Some((of_words(name, &spaced(name), known)?, name.to_owned()));
    let title_years: BTreeSet<i16> = lines.iter().flat_map(|words| parted(words).0.years).collect();
    let other = |years: &BTreeSet<i16>| known.year.is_some_and(|year| !years.is_empty() && !years.contains(&year));
    // A file may be called by the year in which it was made, which is the one behind the scored one.
    let earlier = |years: &BTreeSet<i16>| known.year.is_some_and(|year| !years.is_empty() && years.iter().all(|named| *named < year));
    let of_year = if !title_years.is_empty() {
        let words = lines.iter().find(|words| !parted(words).0.years.is_empty()).filter(|_| other(&title_years));
        words.map(|words| (Refused::OtherYear, words.clone()))
    } else if !named_years(sheet).is_empty() {
        other(&named_years(sheet)).then(|| (Refused::OtherYear, sheet.to_owned()))
    } else {
        earlier(&named_years(file)).then(|| (Refused::OtherYear, file.to_owned()))
    };
    // Where the title says whose result it is, the file's name does not say otherwise.
    let told = lines.iter().any(|words| settles(words));
    of_title.or(of_year).or_else(|| of_name(sheet)).or_else(|| of_name(file).filter(|_| !told))
}

/// Tells whether a title says that the council scored, or that scores are settled.
fn settles(words: &str) -> bool {
    standing::is_office(words) || has(&spaced(words), &["cong nhan", "thong nhat"])
}

/// Tells why words say that a table is no result, but for years.
fn of_words(words: &str, plain: &str, known: &Known<'_>) -> Option<Refused> {
    // A document that the table follows, or goes with, says nothing of it.
    let of_document = has(plain, &["kem theo", "quyet dinh", "can cu", "cong van", "thong bao"]) && words.contains('/');
    if of_document {
        return None;
    }
    // A sheet that is called so as a whole is kept, not meant.
    if standing::is_kept(words) {
        return Some(Refused::Unsettled);
    }
    if parted(words).0.says(Mark::Partial) {
        return Some(Refused::Partial);
    }
    if plain.contains("diem toi da") && !settles(words) {
        return Some(Refused::Maxima);
    }
    if standing::is_unsettled(words) || has(plain, &EXPECTED) {
        return Some(Refused::Unsettled);
    }
    if known.survey && has(plain, &NEGATED) {
        return Some(Refused::Negated);
    }
    if standing::is_own(words) && !settles(words) {
        return Some(Refused::OwnScores);
    }
    (!known.survey && has(plain, &DEDUCTED) && !has(plain, &ADDED)).then_some(Refused::Deducted)
}
