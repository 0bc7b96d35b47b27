//! What a filled workbook is compared with.

use std::collections::BTreeMap;

use crate::assessment::{Campaign, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::{SetId, UnitId};

/// What a workbook is compared with.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The campaign: its id and year, its rounds, who appraises what.
    pub campaign: &'a Campaign,
    /// Its sets.
    pub sets: &'a BTreeMap<SetId, CriteriaSet>,
    /// Finds a unit and its set.
    pub unit: &'a dyn Fn(&UnitId) -> Option<(&'a Unit, &'a CriteriaSet)>,
}
