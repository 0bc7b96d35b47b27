//! Rounds that are closed: what they came to stands, whatever is typed later.

use std::collections::{BTreeMap, BTreeSet};

use crate::figure::{CriterionId, InputId, UnitId};
use crate::points::Points;

/// Round of appraisal as a locked result holds it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LockedRound {
    /// File that it was read from.
    pub file: String,
    /// What stands, by unit and by leaf or line outside the tree.
    pub leaves: BTreeMap<UnitId, BTreeMap<CriterionId, LockedLeaf>>,
    /// Units whose ids stand in the result for something else: nothing of it is theirs.
    pub others: BTreeSet<UnitId>,
}

/// What a locked round says of a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LockedLeaf {
    /// Points; `None` where nothing was typed that counts.
    pub points: Option<Points>,
    /// Whether the points are known exactly; else as they were printed.
    pub exact: bool,
    /// What the council said of whether the leaf applies, or a part of it.
    pub applies: Vec<(Option<String>, bool)>,
    /// What counted where nothing was typed: points of an earlier round, else what was accepted.
    pub fallback: Option<Points>,
    /// Whether that is known exactly.
    pub fallback_exact: bool,
    /// Whether the leaf applied; `None` where that is not known.
    pub applicable: Option<bool>,
    /// Figures that the council corrected, as machines read them.
    pub corrected: BTreeMap<InputId, String>,
    /// Whether the result keeps all figures from which the points follow.
    pub figures_known: bool,
    /// Why, as the council said it then; `None` where the result does not keep it.
    pub reason: Option<String>,
    /// Maximum of the leaf, where it is known.
    pub max: Option<Points>,
}

impl LockedLeaf {
    /// Gives what counts for a leaf for which nothing was typed, as if that were: its points, or that it does not apply.
    pub fn without_appraisal(self) -> Self {
        if self.applicable == Some(false) {
            return Self { applies: vec![(None, false)], ..self };
        }
        Self { points: self.fallback.clone(), ..self }
    }
}

impl LockedRound {
    /// Finds what stands for a leaf of a unit.
    pub fn leaf(&self, unit: &UnitId, leaf: &CriterionId) -> Option<&LockedLeaf> {
        self.leaves.get(unit)?.get(leaf)
    }
}
