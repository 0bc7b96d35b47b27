//! Units with their criteria, as a record holds them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::RecordedAnswer;
use super::figure::{Fraction, PointsByStage, Printed};
use crate::assessment::Round;
use crate::ranking::Status;

/// Unit of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedUnit {
    /// Id of the unit.
    pub id: String,
    /// Name of the unit.
    pub name: String,
    /// Standing: `ranked`, `unranked`, `not_submitted`.
    #[serde(with = "status")]
    pub status: Status,
    /// What the unit sent; `None` in records that are older than this field.
    #[serde(default)]
    pub sent: Option<Sent>,
    /// Place 1-2-2-4; `None` unless ranked.
    pub place: Option<usize>,
    /// Whether it shares its place.
    pub tied: bool,
    /// Whether figures are still missing that may lower the result.
    #[serde(default)]
    pub provisional: bool,
    /// Official points.
    pub points: Option<Printed>,
    /// Applicable maximum.
    pub applicable_max: Printed,
    /// Index as printed; `None` where there is none.
    pub index: Option<Printed>,
    /// Points and index, exact.
    #[serde(default)]
    pub exact: ExactUnit,
    /// Grade; `None` unless ranked.
    pub grade: Option<String>,
    /// With whom it shares its place, and what tells it from those that are printed with the same index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<String>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties_en: Vec<String>,
    /// Points by stage.
    pub stages: UnitStages,
    /// What was claimed above what came of it; `None` for a unit that sent nothing.
    #[serde(default)]
    pub over_claim: Option<OverClaim>,
    /// When what it sent came, as far as that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<RecordedReceipt>,
    /// File of the form that was scored, as findings name it.
    #[serde(default)]
    pub file: Option<String>,
    /// Files in which it explained anything after rounds of appraisal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explanations: Vec<String>,
    /// How it compares with the last year that is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<RecordedPrevious>,
    /// Lines outside the tree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjustments: Vec<RecordedLine>,
    /// Every criterion, in the order of ids.
    pub criteria: Vec<RecordedCriterion>,
}

/// How a unit compares with an earlier year. Changes are this year's less those before, so that a place that is one better
/// is -1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedPrevious {
    /// Year.
    pub year: i16,
    /// Ids that it had: several where it was made of several.
    pub units: Vec<String>,
    /// Points; of several the mean.
    pub points: Option<Printed>,
    /// Index; of several the mean.
    pub index: Option<Printed>,
    /// Place, where it was a single unit of the same group.
    pub place: Option<usize>,
    /// Change of points.
    pub change_points: Option<Printed>,
    /// Change of the index.
    pub change_index: Option<Printed>,
    /// Change of the place.
    pub change_place: Option<i64>,
    /// Change of the index of each area.
    #[serde(default)]
    pub areas: BTreeMap<String, Printed>,
}

/// Line outside the tree, or a penalty beside a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedLine {
    /// Line of the set, or the leaf that a penalty stands beside.
    pub id: String,
    /// `bonus` or `penalty`.
    pub sign: String,
    /// Points by stage, without sign.
    #[serde(flatten)]
    pub stages: PointsByStage,
    /// Official points, without sign.
    pub official: Option<Printed>,
    /// The same, exact.
    pub exact: Option<Fraction>,
    /// Stages whose exact points are not what is printed of them, by their keys.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub exact_stages: BTreeMap<String, Fraction>,
    /// What the unit and the council typed, and where; empty for a penalty beside a leaf, whose leaf has it.
    #[serde(flatten)]
    pub answer: RecordedAnswer,
}

/// What the council said of whether a criterion, or a part of it, applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedApplies {
    /// Number of the round.
    pub round: u8,
    /// Part; `null` for the criterion itself.
    pub part: Option<String>,
    /// Whether it applies.
    pub applies: bool,
}

impl RecordedApplies {
    /// Gives the key of the stage, `appraised_1` ….
    pub fn stage(&self) -> Option<String> {
        Round::new(self.round).map(Round::key)
    }
}

/// What a unit sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sent {
    /// No form.
    Nothing,
    /// A form in which nothing is filled in.
    Blank,
    /// A form of which nothing could be read.
    Unread,
    /// A form that was read.
    Read,
}

/// When what a unit sent came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedReceipt {
    /// Day of its form, as `2019-01-15`.
    pub received: Option<String>,
    /// Last day for it.
    pub deadline: Option<String>,
    /// Calendar days that it was late.
    pub days_late: u32,
    /// Points that lateness costs, which are in `stages.adjustments`.
    pub points: Option<Printed>,
    /// What came by itself for single criteria.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<RecordedArrival>,
}

/// When what belongs to a criterion came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedArrival {
    /// Criterion.
    pub id: String,
    /// Day.
    pub received: String,
    /// Last day for it.
    pub deadline: Option<String>,
    /// Calendar days that it was late.
    pub days_late: u32,
}

/// Exact values of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ExactUnit {
    /// Official points.
    pub points: Option<Fraction>,
    /// Index; `None` where there is none.
    pub index: Option<Fraction>,
}

/// Points of a unit by stage.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UnitStages {
    /// Stages of the tree.
    #[serde(flatten)]
    pub tree: PointsByStage,
    /// Bonus and penalty points outside it, with their sign.
    #[serde(default)]
    pub adjustments: Option<Printed>,
}

/// What was claimed above what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverClaim {
    /// Less what was claimed too low.
    pub net: Printed,
    /// Leaves claimed too low left out.
    pub positive: Printed,
}

/// Criterion of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCriterion {
    /// Id of the criterion.
    pub id: String,
    /// 1 for an area.
    pub depth: usize,
    /// Maximum, unweighted.
    pub max: Printed,
    /// Weight, where it is not 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Printed>,
    /// Whether anything below it applies.
    pub applicable: bool,
    /// Maximum of what applies.
    pub applicable_max: Printed,
    /// Points by stage.
    #[serde(flatten)]
    pub stages: PointsByStage,
    /// Official points.
    pub official: Option<Printed>,
    /// Official / applicable maximum × 100.
    pub index: Option<Printed>,
    /// Both, exact.
    #[serde(default)]
    pub exact: ExactCriterion,
    /// Stages whose exact points are not what is printed of them, by their keys.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub exact_stages: BTreeMap<String, Fraction>,
    /// What the council said of whether it applies, as far as that counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applies: Vec<RecordedApplies>,
    /// What the unit and the council typed, and where.
    #[serde(flatten)]
    pub answer: RecordedAnswer,
    /// How many answered the survey, where its tables say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey_sample: Option<Printed>,
}

/// Exact values of a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ExactCriterion {
    /// Official points.
    pub official: Option<Fraction>,
    /// Index; `None` where nothing of it applies.
    pub index: Option<Fraction>,
}

/// Standings by their keys.
mod status {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::ranking::Status;

    /// Writes the key.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
    pub fn serialize<S: Serializer>(status: &Status, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(status.key())
    }

    /// Reads the key.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Status, D::Error> {
        let key = String::deserialize(from)?;
        let all = [Status::Ranked, Status::Unranked, Status::NotSubmitted];
        all.into_iter().find(|status| status.key() == key).ok_or_else(|| D::Error::custom("ranked, unranked or not_submitted was expected"))
    }
}
