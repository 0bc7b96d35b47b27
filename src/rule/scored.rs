//! What one kind of rule makes of a case: points, and the facts that they come from.

use crate::figure::InputId;
use crate::points::Points;

/// What a rule gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gives {
    /// Points, exact, from 0 to the maximum.
    Points(Points),
    /// The leaf leaves the applicable maximum.
    NotApplicable,
    /// Nothing can be computed: [`blank`](super::Outcome::blank) says what is missing.
    Nothing,
    /// Somebody else, or the whole group, is needed first.
    Waits,
}

/// Score by one kind of rule, with that kind's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored<F> {
    /// What the rule gives.
    pub gives: Gives,
    /// Inputs that should have been filled in.
    pub blank: Vec<InputId>,
    /// Points taken beside the leaf.
    pub penalty: Option<Points>,
    /// What leaves the leaf's maximum.
    pub lowered: Option<Points>,
    /// What it came by.
    pub fact: F,
}

impl<F> Scored<F> {
    /// Makes a score without anything beside it.
    pub const fn new(gives: Gives, fact: F) -> Self {
        Self { gives, blank: Vec::new(), penalty: None, lowered: None, fact }
    }

    /// Makes the score of blank inputs: nothing computed.
    pub const fn missing(blank: Vec<InputId>, fact: F) -> Self {
        Self { gives: Gives::Nothing, blank, penalty: None, lowered: None, fact }
    }

    /// Takes points beside the leaf.
    pub fn taking(self, penalty: Option<Points>) -> Self {
        Self { penalty, ..self }
    }

    /// Makes other facts of the facts.
    pub fn map<G>(self, of: impl FnOnce(F) -> G) -> Scored<G> {
        Scored { gives: self.gives, blank: self.blank, penalty: self.penalty, lowered: self.lowered, fact: of(self.fact) }
    }
}
