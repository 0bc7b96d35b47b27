//! Rounds that are closed: what they came to stands, whatever is typed later.

use std::collections::BTreeMap;

use crate::figure::{CriterionId, UnitId};
use crate::points::Points;

/// Round of appraisal as a locked result holds it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LockedRound {
    /// File that it was read from.
    pub file: String,
    /// What stands, by unit and by leaf or line outside the tree.
    pub leaves: BTreeMap<UnitId, BTreeMap<CriterionId, LockedLeaf>>,
}

/// What a locked round says of a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LockedLeaf {
    /// Points; `None` where nothing was typed.
    pub points: Option<Points>,
    /// Whether the points are known exactly; else as they were printed.
    pub exact: bool,
    /// What the council said of whether the leaf applies, or a part of it.
    pub applies: Vec<(Option<String>, bool)>,
}

impl LockedRound {
    /// Finds what stands for a leaf of a unit.
    pub fn leaf(&self, unit: &UnitId, leaf: &CriterionId) -> Option<&LockedLeaf> {
        self.leaves.get(unit)?.get(leaf)
    }
}
