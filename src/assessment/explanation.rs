//! What units explain after a round of appraisal.

use std::collections::BTreeMap;

use super::{Answer, Round};
use crate::figure::{CriterionId, UnitId};

/// What a unit answers to a round of appraisal (giải trình). It changes no claim and no point: the next round sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Unit that explains.
    pub unit: UnitId,
    /// Round that it answers to.
    pub round: Round,
    /// File that it was read from, as findings name it.
    pub file: String,
    /// Further files of the same round that it was joined with.
    pub joined: Vec<String>,
    /// What is said of each leaf: words, figures as the unit holds them to be, further documents. Nothing is claimed here.
    pub answers: BTreeMap<CriterionId, Answer>,
}

impl Explanation {
    /// Lists the files that it was read from, in the order in which they were joined.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.file).chain(&self.joined)
    }
}

/// Explanations by unit and round.
pub type Explanations = BTreeMap<UnitId, BTreeMap<Round, Explanation>>;
