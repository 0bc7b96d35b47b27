//! What a unit answered, as machines read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::{Claim, Evidence, EvidenceDate};

/// What was typed of a leaf or of a line outside the tree, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedAnswer {
    /// Figures that the unit declared, by input.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<String, String>,
    /// Figures that the council corrected, by round (`appraised_1`) and input.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub corrected: BTreeMap<String, BTreeMap<String, String>>,
    /// File in which it was answered, where that is not the file of the unit's form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_in: Option<String>,
    /// Sheet of the form on which it was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Cells of the form: `claimed`, `explanation`, and every input.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, String>,
    /// Whether the unit gave an explanation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub explained: bool,
    /// Documents that the unit named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<RecordedDocument>,
    /// Why the council scored it so, by round (`appraised_1` …).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reasons: BTreeMap<String, String>,
    /// Rounds (`appraised_1` …) whose points stand as typed and count as not typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
    /// Where the points of a round (`appraised_1` …) or of the survey were typed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<String, RecordedPlace>,
}

/// Document that a unit named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordedDocument {
    /// Number, or else title, file or address, with its day and section.
    pub name: String,
    /// Sheet on which it is named, where that is not the sheet of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
}

/// Where something was typed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RecordedPlace {
    /// File.
    pub file: Option<String>,
    /// Sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Line of a text table, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// Document that backs a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedEvidence {
    /// Số, ký hiệu.
    pub number: Option<String>,
    /// Day, as `2018-10-11`; what is not a day, as it was typed.
    pub date: Option<String>,
    /// Cơ quan ban hành.
    pub issuer: Option<String>,
    /// Trích yếu.
    pub title: Option<String>,
    /// Mục, trang.
    pub section: Option<String>,
    /// File in the unit's evidence folder.
    pub file: Option<String>,
    /// Web address.
    pub link: Option<String>,
}

impl RecordedEvidence {
    /// Makes the form of a document.
    pub fn of(evidence: &Evidence) -> Self {
        let date = match &evidence.date {
            EvidenceDate::Blank => None,
            EvidenceDate::Day(day) => Some(day.to_string()),
            EvidenceDate::Wrong(words) => Some(words.clone()),
        };
        Self {
            number: evidence.number.clone(),
            date,
            issuer: evidence.issuer.clone(),
            title: evidence.title.clone(),
            section: evidence.section.clone(),
            file: evidence.file.clone(),
            link: evidence.link.clone(),
        }
    }
}

/// Gives a claim as it was typed.
pub fn claimed(claim: &Claim) -> Option<String> {
    match claim {
        Claim::Points(points) => Some(points.plain()),
        Claim::Wrong(words) => Some(words.clone()),
        Claim::Blank | Claim::NotApplicable => None,
    }
}
