//! Award proposals as a record holds them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Proposal for one award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedAward {
    /// Id of the award.
    pub id: String,
    /// Name of the award.
    pub name: String,
    /// How many may get it.
    pub quota: usize,
    /// Chosen units, in order.
    pub chosen: Vec<String>,
    /// Units that are equal at the edge of the quota.
    pub tied_at_edge: Vec<String>,
    /// What the campaign says of it beside its conditions, by key; empty in records that are older than this field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rule: BTreeMap<String, String>,
    /// Names of the flags that its conditions look at, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub flags: BTreeMap<String, String>,
    /// Every unit of its groups, in order.
    pub considered: Vec<RecordedUnitOfAward>,
}

/// Verdict on a unit for an award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedUnitOfAward {
    /// Id of the unit.
    pub unit: String,
    /// Whether it meets every condition.
    pub eligible: bool,
    /// Whether it is proposed.
    pub chosen: bool,
    /// Why, or why not.
    pub reasons: Vec<String>,
    /// The same in English.
    #[serde(default)]
    pub reasons_en: Vec<String>,
    /// Each condition with the value that met or missed it, where the award says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<Vec<RecordedCondition>>,
    /// What a near miss lacked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<String>>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing_en: Vec<String>,
}

/// Condition of an award, compared with a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCondition {
    /// What is looked at: `index`, `grade` ….
    pub what: String,
    /// Criterion that is looked at, where one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// The unit's value, as printed.
    pub value: Option<String>,
    /// What it was compared with.
    pub limit: Option<String>,
    /// Whether it holds.
    pub met: bool,
}

/// What a condition looks at, as far as others ask of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookedAt<'r> {
    /// The unit's flags; `None` where nothing is known of them.
    Flags(Option<&'r str>),
    /// Awards that the unit must not be proposed for.
    OtherAwards(Vec<&'r str>),
    /// Anything else: a number, a grade, whether everything came in time.
    Other,
}

impl RecordedCondition {
    /// Gives what it looks at, out of the words of the record.
    pub fn looked_at(&self) -> LookedAt<'_> {
        match self.what.as_str() {
            "flag" => LookedAt::Flags(self.value.as_deref()),
            "award" => {
                let none_of = self.limit.as_deref().and_then(|limit| limit.strip_prefix("none of "));
                LookedAt::OtherAwards(none_of.into_iter().flat_map(|ids| ids.split(", ")).collect())
            }
            _ => LookedAt::Other,
        }
    }
}
