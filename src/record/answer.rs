//! What a unit answered, as machines read it.

use serde::{Deserialize, Serialize};

use crate::assessment::{Claim, Evidence, EvidenceDate};

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
