//! What a rule gives: a score with the facts it comes from. Sentences are made of the facts when somebody reads them.

use super::kinds::Facts;
use super::sane::ImpossibleFigure;
use super::scored::{Gives, Scored};
use crate::figure::InputId;
use crate::points::Points;

/// Score of a leaf with the facts that explain it.
///
/// It holds no sentence: [`Rule::explain`](super::Rule::explain), [`Rule::findings`](super::Rule::findings) and
/// [`Rule::taken`](super::Rule::taken) make them of the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What the rule gives.
    pub gives: Gives,
    /// Inputs that should have been filled in.
    pub blank: Vec<InputId>,
    /// Points taken beside the leaf ("0 điểm và bị trừ 0,25 điểm"), positive.
    pub penalty: Option<Points>,
    /// What leaves the leaf's maximum because parts of it do not apply, positive.
    pub lowered: Option<Points>,
    /// Figures that can't be.
    pub(super) impossible: Vec<ImpossibleFigure>,
    /// What the kind of rule came to its points by.
    pub(super) facts: Facts,
}

impl Scored<Facts> {
    /// Adds the figures that can't be.
    pub fn with(self, impossible: Vec<ImpossibleFigure>) -> Outcome {
        Outcome { gives: self.gives, blank: self.blank, penalty: self.penalty, lowered: self.lowered, impossible, facts: self.fact }
    }
}
