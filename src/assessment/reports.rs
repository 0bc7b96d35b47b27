//! What a campaign wants to be printed beyond what every report has.

use crate::points::Points;

/// What reports hold beside what they always do.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reports {
    /// Units whose printed index is under this are listed.
    pub threshold: Option<Points>,
    /// Tables in the layouts that provinces publish, in the order of the campaign.
    pub published: Vec<Published>,
    /// Whether the ranking report ends on a table of every unit and leaf, for pivot tables.
    pub data: bool,
    /// Council that signs the ranking beside the office.
    pub council: Option<String>,
    /// What documents are based on, a line each (căn cứ).
    pub basis: Vec<String>,
    /// Who gets documents, a line each (nơi nhận).
    pub recipients: Vec<String>,
}

/// Layout of a published table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// Points of appraisal and of the survey, their sum, the index, and the mean below.
    Scores,
    /// Place first, then the sum and its two parts.
    Places,
    /// Points, place and grade, and how many units have which.
    Grades,
}
