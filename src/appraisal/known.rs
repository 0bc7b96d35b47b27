//! What a filled workbook is held against.

use std::collections::BTreeMap;

use crate::assessment::{Rounds, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::{SetId, UnitId};

/// What a workbook is held against.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Id of the campaign.
    pub campaign: &'a str,
    /// Year that it scores.
    pub year: i16,
    /// Its rounds.
    pub rounds: &'a Rounds,
    /// Its sets.
    pub sets: &'a BTreeMap<SetId, CriteriaSet>,
    /// Finds a unit and its set.
    pub unit: &'a dyn Fn(&UnitId) -> Option<(&'a Unit, &'a CriteriaSet)>,
}
