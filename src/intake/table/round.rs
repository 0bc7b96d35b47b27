//! The round of appraisal that a heading or a cell names.

use crate::assessment::Round;
use crate::text::fold::bare;

/// Round of appraisal, as a table says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaidRound {
    /// Nothing is said.
    Unsaid,
    /// This one.
    Round(Round),
    /// Something that is no round, or two different ones, as typed.
    Unclear(String),
}

/// Numbers of rounds that are not written in digits, bare.
const SPELLED: [(&[&str], u8); 5] =
    [(&["dau", "nhat", "mot", "i"], 1), (&["hai", "ii"], 2), (&["ba", "iii"], 3), (&["tu", "bon", "iv"], 4), (&["nam", "v"], 5)];

impl SaidRound {
    /// Reads the words of a cell, or those of a heading from the number on: `1`, `lần 2`, `vòng III`, `lần thứ hai`.
    pub fn of_words(words: &str) -> Self {
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
    pub fn and(self, cell: Self) -> Self {
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

/// Reduces a heading to its words: no diacritics, marks, or what stands in brackets.
pub fn stem(words: &str) -> String {
    spaced(words.split(['(', '[']).next().unwrap_or_default())
}

/// Takes words apart, bare, without marks.
pub fn spaced(words: &str) -> String {
    let letters: String = bare(words).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Parts a heading from the round that it names, also in brackets: `Điểm thẩm định (lần 2)`, `Lần 3`.
pub fn stem_and_round(words: &str) -> (String, SaidRound) {
    let letters = spaced(words);
    let all: Vec<&str> = letters.split(' ').filter(|word| !word.is_empty()).collect();
    let Some(at) = all.iter().position(|word| ["lan", "vong", "dot", "round"].contains(word)) else {
        return (stem(words), SaidRound::Unsaid);
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
