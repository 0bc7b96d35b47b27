//! What the checks of a filled workbook come to: leaves of which nothing may be read, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::{APPLIES, CORRECTED, FINAL, LineKey, POINTS, REASON};
use crate::figure::{CriterionId, UnitId};
use crate::finding::Finding;

/// Columns that appraisers fill in.
pub const FILLED: [&str; 5] = [CORRECTED, POINTS, APPLIES, REASON, FINAL];
/// Leaf of a unit.
pub type Line = (UnitId, CriterionId);

/// What came of the check.
#[derive(Default)]
pub struct Intact {
    /// Leaves of which nothing may be read, since it is not known what stood where.
    pub refused: BTreeSet<Line>,
    /// Leaves of which nothing may be read, since something stands in a cell that is none to fill in; with these cells.
    pub misplaced: BTreeMap<Line, Vec<(u32, u32)>>,
    /// Rows without a key that show whose they are.
    pub unkeyed: BTreeMap<u32, Line>,
    /// Cells in which something stands over what the workbook printed.
    pub over: BTreeSet<(u32, u32)>,
    /// What was found, one finding for each reason.
    pub findings: Vec<Finding>,
}

/// Gives the key of the row of the leaf that a row is of, as the workbook writes it.
pub fn home(key: &LineKey) -> String {
    key.of().map(|(unit, leaf)| LineKey::Leaf(unit.clone(), leaf.clone()).to_string()).unwrap_or_default()
}
