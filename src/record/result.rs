//! The whole of `result.json`.
//!
//! Lists are parameters: while a record is written they are made one by one, when it is read they are vectors.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::award::RecordedAward;
use super::certainty::RecordedCertainty;
use super::figure::Printed;
use super::finding::RecordedFinding;
use super::unit::RecordedUnit;

/// Name and version of the format.
pub const SCHEMA: &str = "parindex/result/1";

/// What a run came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<Groups = Vec<RecordedGroup>, Awards = Vec<RecordedAward>, Findings = Vec<RecordedFinding>> {
    /// Name and version of the format: [`SCHEMA`].
    pub schema: String,
    /// Campaign.
    pub campaign: RecordedCampaign,
    /// Groups, in the order of the campaign.
    pub groups: Groups,
    /// Award proposals, in the order of the campaign.
    pub awards: Awards,
    /// How sure the order is, where the campaign asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<RecordedCertainty>,
    /// Everything found.
    pub findings: Findings,
}

/// Campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCampaign {
    /// Id of the campaign.
    pub id: String,
    /// Title.
    pub title: String,
    /// Year that is scored.
    pub year: i16,
    /// Key of the stage whose points are official.
    #[serde(default)]
    pub official: Option<String>,
    /// Notice printed on every sheet.
    #[serde(default)]
    pub notice: Option<String>,
}

/// Group of units that are ranked together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedGroup<Units = Vec<RecordedUnit>> {
    /// Id of the group.
    pub id: String,
    /// Name of the group.
    pub name: String,
    /// Set that scored it.
    pub set: RecordedSet,
    /// Mean of the exact indexes of ranked units, printed.
    pub mean_index: Option<Printed>,
    /// Number of ranked units.
    #[serde(default)]
    pub ranked_units: usize,
    /// Units by place; then unranked; then not submitted.
    pub units: Units,
    /// What the campaign says of ranking it, by key; empty in records that are older than this field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, String>,
    /// What its set asks, in the words of the set; empty in records that are older than this field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<RecordedInput>,
}

/// Figure that a leaf or a line asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedInput {
    /// Leaf, or line outside the tree.
    pub criterion: String,
    /// Id, unique within the leaf.
    pub id: String,
    /// What may be typed: `count`, `percent`, `points`, `date`, `yes_no`, `choice`, `text`.
    pub kind: String,
    /// What it asks.
    pub label: String,
    /// Labels of the choices, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub choices: BTreeMap<String, String>,
}

/// Which set, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedSet {
    /// Id of the set.
    pub id: String,
    /// Version.
    pub version: Option<String>,
    /// Hash of its YAML.
    pub sha256: Option<String>,
}

impl Record {
    /// Finds a unit with its group.
    pub fn unit(&self, id: &str) -> Option<(&RecordedGroup, &RecordedUnit)> {
        self.groups.iter().find_map(|group| Some((group, group.units.iter().find(|unit| unit.id == id)?)))
    }
}
