//! As whom a form of ours is signed, and whom the tabs of its sheets name: a head that nobody may type over stays the unit's
//! whoever fills the form in.
//!
//! Whoever signs for an office names it with nothing but the words of the one who signs: “TM. UBND XÃ TÂN BÌNH”, “GIÁM ĐỐC
//! SỞ Y TẾ”. Whatever else speaks of a unit there may speak of a superior, or of what the signer was before.

use std::collections::BTreeSet;

use super::heads::Spot;
use super::line;
use crate::assessment::Unit;
use crate::roster::{Roster, are_of_one_rank, begins_as_office};
use crate::text::fold::{bare, fold};
use crate::workbook::{Book, Grid};

/// Words of the one who signs, before and behind the office, bare; longer ones before those that they hold.
const SIGNERS: [&str; 26] = [
    "thu truong don vi",
    "thu truong co quan",
    "nguoi lap bieu",
    "pho chu tich",
    "pho giam doc",
    "pho truong",
    "pho chanh",
    "p chu tich",
    "p giam doc",
    "nguoi lap",
    "nguoi ky",
    "thu truong",
    "chu tich",
    "giam doc",
    "lanh dao",
    "dai dien",
    "thay mat",
    "don vi",
    "co quan",
    "truong",
    "chanh",
    "tuq",
    "tm",
    "kt",
    "tl",
    "q",
];
/// Words of what somebody was before, or of what an office became.
const FORMER: [&str; 6] = ["nguyên", "cũ", "trước đây", "sáp nhập", "từng là", "từng công tác"];
/// How the list begins of those who get a copy, bare.
const RECIPIENTS: &str = "noi nhan";

/// Another unit that a form of ours names where nothing should name one.
#[derive(Clone, Debug)]
pub struct OtherUnit<'u> {
    /// The unit.
    pub unit: &'u Unit,
    /// Where it is named.
    pub spot: Spot,
    /// How.
    pub how: Naming,
}

/// How a unit is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The form is signed for it, and it is no superior.
    Signs,
    /// Words beside the signature speak of it.
    Beside,
    /// A sheet has its name.
    Sheet,
}

/// Lists other units than the form's own that stand where it is signed, of the cells typed there, or on the tab of a sheet.
pub fn other_units<'u>(book: &Book, typed: &[(&Grid, (u32, u32), &str)], own: &Unit, roster: &'u Roster) -> Vec<OtherUnit<'u>> {
    let mut recipients = BTreeSet::new();
    let mut found: Vec<OtherUnit<'u>> = Vec::new();
    for (grid, at, words) in typed {
        if bare(words).starts_with(RECIPIENTS) {
            recipients.insert(at.1);
        }
        if recipients.contains(&at.1) || line::is_of_other(words) {
            continue;
        }
        let named = named_by_signature(words, own, roster).into_iter();
        found.extend(named.map(|(unit, how)| OtherUnit { unit, spot: Spot::of(grid, *at), how }));
    }
    let visible = book.sheets.iter().filter(|grid| !grid.hidden && grid.name.contains(char::is_alphabetic));
    // The tab of a sheet names a unit as the name of a file does.
    found.extend(visible.filter_map(|grid| {
        let unit = roster.in_file_name(&format!("{}.xlsx", grid.name)).one()?;
        Some(OtherUnit { unit, spot: Spot::of(grid, (0, 0)), how: Naming::Sheet })
    }));
    found.retain(|other| other.unit.id != own.id && !roster.is_office(&other.unit.name));
    found
}

/// Finds the unit that a cell of the signature names, and how.
fn named_by_signature<'u>(words: &str, own: &Unit, roster: &'u Roster) -> Option<(&'u Unit, Naming)> {
    let rival = |unit: &Unit| are_of_one_rank(&unit.name, &own.name);
    if let Some(place) = place_of_day(words) {
        return roster.called(place).one().filter(|unit| rival(unit)).map(|unit| (unit, Naming::Beside));
    }
    let offices: Vec<&Unit> = pieces(words).iter().filter_map(|piece| signs_for(piece, roster)).collect();
    if offices.iter().any(|unit| unit.id == own.id) {
        return None;
    }
    if let [unit, ..] = offices.as_slice() {
        let signs = rival(unit) && !says_former(words);
        return Some((*unit, if signs { Naming::Signs } else { Naming::Beside }));
    }
    let spoken = roster.spoken_of(words);
    let own_too = spoken.all().iter().any(|unit| unit.id == own.id);
    // Of a name without words of rank somebody may be the namesake.
    spoken.one().filter(|unit| !own_too && begins_as_office(&unit.name)).map(|unit| (unit, Naming::Beside))
}

/// Gives a cell as a whole and in its parts: a name may hold the signs that stand between two.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = vec![words];
    pieces.extend(words.lines());
    pieces.extend(words.split(['\n', ';', '(', ')', '[', ']', ':']));
    pieces.extend(words.split(['\n', ';', '(', ')', '[', ']', ':', ',', '–', '—']));
    pieces.extend(words.split([',', '\n', ';']).flat_map(|part| part.split(" - ")));
    pieces.extend(words.match_indices([',', '-']).filter_map(|(at, _)| words.get(at + 1..)));
    pieces
}

/// Gives the unit for which words sign, that say nothing else.
fn signs_for<'u>(words: &str, roster: &'u Roster) -> Option<&'u Unit> {
    let mut rest: Vec<&str> = words.split_whitespace().collect();
    let plain = |words: &[&str]| words.iter().map(|word| word_of(word)).collect::<Vec<_>>().join(" ");
    let length = |role: &&str| role.split(' ').count();
    while let Some(count) = SIGNERS.iter().find(|role| begins(&plain(&rest), role)).map(length) {
        rest.drain(..count.min(rest.len()));
    }
    while let Some(count) = SIGNERS.iter().find(|role| ends(&plain(&rest), role)).map(length) {
        rest.truncate(rest.len().saturating_sub(count));
    }
    let office = rest.join(" ");
    roster.called(&office).one().filter(|_| begins_as_office(&office))
}

/// Gives a word without signs and diacritics.
fn word_of(word: &str) -> String {
    bare(word).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Tells whether words begin with others, each as a whole.
fn begins(said: &str, words: &str) -> bool {
    said.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Tells whether words end with others, each as a whole.
fn ends(said: &str, words: &str) -> bool {
    said.strip_suffix(words).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// Tells whether words speak of what somebody or something was before: with their diacritics, for many a name is Nguyễn.
fn says_former(words: &str) -> bool {
    let letters: String = fold(words).chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let said = format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "));
    FORMER.iter().any(|former| said.contains(&format!(" {} ", fold(former))))
}

/// Gives the place from which a letter is dated: “Tân An, ngày 05 tháng 01 năm 2027”.
fn place_of_day(words: &str) -> Option<&str> {
    let (place, day) = words.split_once(',')?;
    let day = bare(day);
    (day.trim_start().starts_with("ngay ") && day.contains("thang")).then_some(place.trim())
}
