//! Rounds of appraisal as a campaign declares them: their names and days.

use jiff::civil::Date;

use super::{Round, Stage};
use crate::text::Text;

/// Round that a campaign declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredRound {
    /// Number of the round.
    pub round: Round,
    /// What it is called, where not by its number.
    pub name: Option<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Whether what it came to is kept, and stands.
    pub locked: bool,
}

/// Rounds of a campaign; where none are declared, any may be used.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Rounds(Vec<DeclaredRound>);

impl Rounds {
    /// Takes over what a campaign declares.
    pub const fn new(rounds: Vec<DeclaredRound>) -> Self {
        Self(rounds)
    }

    /// Lists them, in the order of the campaign.
    pub fn list(&self) -> &[DeclaredRound] {
        &self.0
    }

    /// Finds a round.
    pub fn find(&self, round: Round) -> Option<&DeclaredRound> {
        self.0.iter().find(|declared| declared.round == round)
    }

    /// Tells whether something may be typed for a round.
    pub fn allow(&self, round: Round) -> bool {
        self.0.is_empty() || self.find(round).is_some()
    }

    /// Gives the first round; the first of all where none are declared.
    pub fn first(&self) -> Round {
        self.0.iter().map(|declared| declared.round).min().unwrap_or(Round::FIRST)
    }

    /// Gives the round behind another: the next one declared, or the next number where none are; nothing behind the last.
    pub fn behind(&self, round: Round) -> Option<Round> {
        if self.0.is_empty() {
            return Round::new(round.number().saturating_add(1));
        }
        self.0.iter().map(|declared| declared.round).filter(|declared| *declared > round).min()
    }

    /// Gives the next round behind another in which something can still be typed and counts: declared and not locked, or, where
    /// none are declared, up to the official stage.
    pub fn open_behind(&self, round: Round, official: Stage) -> Option<Round> {
        if self.0.is_empty() {
            return self.behind(round).filter(|next| Stage::Appraised(*next) <= official);
        }
        self.0.iter().filter(|declared| !declared.locked).map(|declared| declared.round).filter(|declared| *declared > round).min()
    }

    /// Tells whether what a round came to is kept, and stands.
    pub fn is_locked(&self, round: Round) -> bool {
        self.find(round).is_some_and(|declared| declared.locked)
    }

    /// Gives what a round is called.
    pub fn name(&self, round: Round) -> Text {
        let named = self.find(round).and_then(|declared| declared.name.as_deref());
        named.map_or_else(|| round.words(), Text::same)
    }

    /// Gives what a stage is called.
    pub fn stage(&self, stage: Stage) -> Text {
        if let Stage::Appraised(round) = stage { self.name(round) } else { stage.words() }
    }
}
