//! What is scored: a leaf of the tree, or a line outside it.

use crate::assessment::Answer;
use crate::criteria::{Criterion, Leaf, Sign, WhenBlank};

/// Leaf of the tree, or line outside it.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// Criterion or line, with its maximum and name.
    pub criterion: &'a Criterion,
    /// Its rule and what it needs.
    pub leaf: &'a Leaf,
    /// Direction of a line outside the tree.
    pub sign: Option<Sign>,
    /// What a blank penalty means.
    pub when_blank: WhenBlank,
}

/// Tells whether the form has a cell for every figure that the rule asks for; where it hasn't, the claim stands.
pub fn carries_figures(leaf: &Leaf, answer: &Answer) -> bool {
    let asks = leaf.rule.faces().asks();
    !asks.is_empty() && asks.iter().all(|ask| answer.has_cell(&ask.input))
}
