//! A line of a decision on points, taken apart: what is said, and what it gives. `Không kịp thời: 0,5`.

use crate::points::Points;
use crate::text::fold::{bare, tidy};
use crate::yaml::Amount;

use super::proportion::{Proportion, is_proportion, proportion};

/// What is said, and what it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What is said, as the decision spells it.
    pub label: String,
    /// What it gives.
    pub gives: Gives,
    /// Whether a mark (`:`, brackets) stands between the two.
    pub marked: bool,
}

/// What a line gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gives {
    /// Points, or a share of the maximum; a penalty beside 0 points.
    Amount(Amount, Option<Points>),
    /// `tỷ lệ × điểm tối đa`, and what it is multiplied by where that is a number.
    InProportion(Option<Points>),
}

/// Words of a line with their folded form, letter by letter.
struct Line {
    shown: Vec<char>,
    plain: Vec<char>,
}

impl Line {
    /// Pairs a text with its folded form; `None` where the letters don't pair.
    fn new(text: &str) -> Option<Self> {
        let (shown, plain): (Vec<char>, Vec<char>) = (tidy(text).chars().collect(), bare(text).chars().collect());
        (shown.len() == plain.len()).then_some(Self { shown, plain })
    }

    /// Cuts out the words as they are spelt.
    fn shown(&self, from: usize, to: usize) -> String {
        self.shown.iter().skip(from).take(to.saturating_sub(from)).collect()
    }

    /// Cuts out the folded words.
    fn plain(&self, from: usize, to: usize) -> String {
        self.plain.iter().skip(from).take(to.saturating_sub(from)).collect()
    }
}

/// Splits a line into pieces: `A: 1; B: 0,5` is two. `None` where any part of it isn't understood.
pub fn pieces(text: &str) -> Option<Vec<Piece>> {
    let text = unbullet(text);
    for mark in [";", ". ", ", "] {
        let parts: Vec<&str> = text.split(mark).filter(|part| !part.trim().is_empty()).collect();
        if parts.len() > 1
            && let Some(found) = parts.iter().map(|part| piece(part)).collect::<Option<Vec<_>>>()
        {
            return Some(found);
        }
    }
    piece(text).map(|one| vec![one])
}

/// Takes a bullet off the front of a line, also one that is a letter: `- `, `• `, `a) `.
pub fn unbullet(text: &str) -> &str {
    let rest = undashed(text);
    let mut letters = rest.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), Some(')')) if letter.is_ascii_alphanumeric() && !letters.as_str().trim().is_empty() => letters.as_str().trim_start(),
        _ => rest,
    }
}

/// Takes a bullet off the front of a line.
pub fn undashed(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        matches!(c, '-' | '–' | '—' | '+' | '*' | '•' | '·' | '▪' | '\u{F0B7}' | '\u{F02D}' | '►') || c.is_whitespace()
    })
}

/// Takes a piece apart.
fn piece(text: &str) -> Option<Piece> {
    let line = Line::new(unbullet(text).trim_end_matches(['.', ';', ',', ' ']))?;
    let end = line.plain.len();
    let made = |label: String, gives: Gives, marked: bool| {
        let label = label.trim_matches([' ', ':', '-', '–', ',', '=', '→']).to_owned();
        // "từ 0 đến 2 điểm", "bị trừ 0,5 điểm" say something else.
        let last = bare(&label).rsplit(' ').next().unwrap_or_default().to_owned();
        let open = ["tu", "den", "toi", "tru", "giam", "moi", "khoang", "qua", "da", "thieu", "cong", "toi da"].contains(&last.as_str());
        let says = label.chars().any(char::is_alphanumeric) || label.contains('%');
        (says && (marked || !open)).then_some(Piece { label, gives, marked })
    };
    // The last mark between what is said and what it gives.
    let marks = (0..end).rev().filter(|n| matches!(line.plain.get(*n), Some(':' | '=' | '→')));
    for n in marks {
        let sign = matches!(line.plain.get(n.wrapping_sub(1)), Some('>' | '<' | '≥' | '≤'));
        if !sign
            && let Some(gives) = gives(&line.plain(n + 1, end), false)
            && let Some(piece) = made(line.shown(0, n), gives, true)
        {
            return Some(piece);
        }
    }
    // In brackets at the end: Kịp thời (1 điểm).
    if line.plain.last() == Some(&')')
        && let Some(n) = line.plain.iter().rposition(|c| *c == '(')
        && let Some(gives) = gives(&line.plain(n + 1, end - 1), false)
    {
        return made(line.shown(0, n), gives, true);
    }
    // After a word or a dash, and then only with "điểm" said out loud.
    let whole: String = line.plain.iter().collect();
    for word in [" duoc ", " thi ", " dat ", " tinh ", " cham ", " huong ", " - ", " la ", " khong ", " "] {
        let Some(byte) = whole.rfind(word) else { continue };
        let at = whole.get(..byte).map_or(0, |before| before.chars().count());
        let from = if word == " khong " { at + 1 } else { at + word.chars().count() };
        if let Some(gives) = gives(&line.plain(from, end), true) {
            return made(line.shown(0, at), gives, false);
        }
    }
    // At the end without any mark: Ban hành kịp thời 1 điểm.
    if let Some(stem) = whole.strip_suffix(" diem")
        && let Some(byte) = stem.rfind(' ')
        && let Some(gives) = gives(whole.get(byte..).unwrap_or_default(), true)
    {
        let at = whole.get(..byte).map_or(0, |before| before.chars().count());
        return made(line.shown(0, at), gives, false);
    }
    // The other way round: 1 điểm: ban hành kịp thời; 0,5 điểm nếu chậm.
    for word in [":", " neu ", " khi ", " doi voi ", " cho "] {
        if let Some(byte) = whole.find(word) {
            let at = whole.get(..byte).map_or(0, |before| before.chars().count());
            if let Some(gives) = gives(&line.plain(0, at), true) {
                return made(line.shown(at + word.chars().count(), end), gives, word == ":");
            }
        }
    }
    None
}

/// Reads what a line gives, in folded words. `loud`: only where it says that it is points.
fn gives(words: &str, loud: bool) -> Option<Gives> {
    let mut rest = words.trim().trim_matches(['.', ';', ',', '"']).trim();
    if rest.starts_with('(') && rest.ends_with(')') && !rest.contains('/') {
        rest = rest.trim_matches(['(', ')']).trim();
    }
    let zero = || Gives::Amount(Amount::Points(Points::zero()), None);
    if ["khong duoc tinh diem", "khong tinh diem", "khong duoc diem", "khong co diem", "khong cham diem", "khong duoc cham diem"]
        .contains(&rest)
    {
        return Some(zero());
    }
    if is_proportion(rest) {
        return match proportion(rest)? {
            Proportion::Plain(factor) => Some(Gives::InProportion(factor)),
            _ => None,
        };
    }
    while let Some(after) = ["thi ", "duoc ", "dat ", "tinh ", "cham ", "cho ", "cong ", "la ", "huong ", "so diem la ", "muc diem "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
    {
        rest = after.trim_start();
    }
    if ["diem toi da", "toi da", "du diem", "tron diem", "toan bo so diem", "diem tuyet doi", "so diem toi da"].contains(&rest) {
        return Some(Gives::Amount(Amount::Share(Points::one()), None));
    }
    let (number, after) = leading(rest)?;
    let after = after.trim_start();
    if let Some(of) = after.strip_prefix('/').and_then(|of| leading(of.trim_start())) {
        // 1/2 số điểm.
        let share = number.over(&of.0)?;
        return of.1.contains("diem").then_some(Gives::Amount(Amount::Share(share), None));
    }
    if let Some(of) = after.strip_prefix('%') {
        let of = of.trim();
        // A share of the points reached is no share of the maximum.
        let points = (of.is_empty() || of.contains("diem")) && !of.contains("dat");
        let share = number.over(&Points::hundred())?;
        return (points && (!loud || of.contains("diem")) && !of.contains(':')).then_some(Gives::Amount(Amount::Share(share), None));
    }
    let said = after == "d" || after.starts_with("diem") || after.starts_with("d ");
    if !said && (loud || !after.is_empty()) {
        return None;
    }
    let beside = after.trim_start_matches("diem").trim_start_matches("d ").trim();
    if beside.is_empty() || beside == "d" {
        return Some(Gives::Amount(Amount::Points(number), None));
    }
    // 0 điểm và bị trừ 0,25 điểm.
    let taken = beside.split_once("tru ").filter(|_| number.is_zero())?.1;
    let (penalty, unit) = leading(taken.trim_start_matches("them ").trim())?;
    (!unit.contains('%')).then_some(Gives::Amount(Amount::Points(number), Some(penalty)))
}

/// Reads the number that words begin with, and what follows it.
pub fn leading(words: &str) -> Option<(Points, &str)> {
    let end = words.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(words.len());
    let (number, rest) = words.split_at_checked(end)?;
    let digits = number.trim_end_matches([',', '.']);
    Some((Points::parse(&digits.replace(',', "."))?, rest))
}
