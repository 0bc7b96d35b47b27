//! Is each claim backed? The documents that a unit names, held against what the set asks and what lies in its folder.

use std::collections::BTreeMap;

use crate::assessment::SelfAssessment;
use crate::figure::CriterionId;
use crate::finding::Code;
use crate::points::Points;

/// Self-assessment with the verdict on its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidenced {
    /// As it was read: nothing in it is changed.
    pub assessment: SelfAssessment,
    /// Findings that withhold points, by leaf.
    pub withheld: BTreeMap<CriterionId, Vec<Withheld>>,
}

/// Share of a leaf's accepted points that a finding withholds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The finding's code.
    pub code: &'static Code,
    /// Share withheld, from 0 to 1; shares of one leaf add, up to 1.
    pub share: Points,
}

/// What lies in a unit's evidence folder, by path below it with `/` between parts, as the caller found it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Files(pub BTreeMap<String, FileFacts>);

/// What is known of a file without reading it through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Size in bytes.
    pub size: u64,
    /// First bytes, at most 512, by which its kind is told.
    pub head: Vec<u8>,
    /// Whether it is a link that leads out of the folder.
    pub outside: bool,
}
