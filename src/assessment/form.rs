//! What a unit sent: its form, read.

use std::collections::BTreeMap;

use super::{Answer, Claim, Evidence, EvidenceDate};
use crate::figure::{CriterionId, Figure, SetId, UnitId};
use crate::finding::CellPlace;

/// What a unit sent: its form, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfAssessment {
    /// Whose, as the form says.
    pub unit: UnitId,
    /// Set that the form was made for.
    pub set: SetRef,
    /// File that it was read from, as findings name it.
    pub file: String,
    /// Layout that was recognised.
    pub layout: FormLayout,
    /// Answers by leaf; a leaf that the form does not have is missing. Figures of the set stand in the answer of every leaf
    /// that names them, so that nobody else has to know where they were typed.
    pub answers: BTreeMap<CriterionId, Answer>,
    /// What was typed for the figures of the set.
    pub shared: Answer,
    /// What the unit says of its work beside its points.
    pub remarks: Remarks,
    /// Whether something is filled in that is not read, such as columns of which none could be chosen.
    pub holds_unread: bool,
}

/// Layout of a form that a unit filled in, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormLayout {
    /// One of this program: `parindex/1`.
    Ours(String),
    /// One of a province's own: `A`, `B`; without a name where nothing was read.
    Other(String),
}

impl FormLayout {
    /// Gives its name.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ours(name) | Self::Other(name) => name,
        }
    }
}

impl From<&str> for FormLayout {
    fn from(name: &str) -> Self {
        if name.starts_with("parindex/") { Self::Ours(name.to_owned()) } else { Self::Other(name.to_owned()) }
    }
}

/// What a unit says of its work beside its points. Nothing of it is scored.
///
/// Source: Công văn 383/BNV-CCHC ngày 28/01/2021: a self-assessment names difficulties and proposals.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Remarks {
    /// Difficulties (khó khăn, vướng mắc).
    pub difficulties: Option<String>,
    /// Proposals (kiến nghị, đề xuất).
    pub proposals: Option<String>,
}

impl SelfAssessment {
    /// Tells whether it was filled in on a form of this program, not on one of a province's own.
    pub fn is_ours(&self) -> bool {
        matches!(self.layout, FormLayout::Ours(_))
    }

    /// Tells whether nobody filled in anything: no claim, figure, explanation or document.
    pub fn is_blank(&self) -> bool {
        self.answers.values().all(Answer::is_blank) && self.shared.is_blank()
    }

    /// Cuts every text to what a cell holds. `cut` gives a shorter text where one is too long.
    pub fn shorten(&mut self, cut: impl Fn(&str) -> Option<String>) {
        let shorten = |text: &mut String| {
            if let Some(shorter) = cut(text) {
                *text = shorter;
            }
        };
        for answer in self.answers.values_mut() {
            if let Claim::Wrong(typed) = &mut answer.claim {
                shorten(typed);
            }
            answer.explanation.iter_mut().for_each(shorten);
            for figure in answer.figures.values_mut() {
                if let Figure::Text(typed) | Figure::Wrong(typed) = figure {
                    shorten(typed);
                }
            }
            for Evidence { number, date, issuer, title, section, file, link, .. } in &mut answer.evidence {
                [number, issuer, title, section, file, link].into_iter().flatten().for_each(shorten);
                if let EvidenceDate::Wrong(typed) = date {
                    shorten(typed);
                }
            }
        }
    }

    /// Gives back the room that reading took in advance: a campaign keeps thousands of these. Says the same.
    #[must_use]
    pub fn compact(mut self) -> Self {
        let (mut sheet, mut place) = (None, CellPlace::default());
        for answer in self.answers.values_mut() {
            if answer.sheet == sheet {
                answer.sheet.clone_from(&sheet);
            }
            sheet.clone_from(&answer.sheet);
            answer.evidence.shrink_to_fit();
            for evidence in &mut answer.evidence {
                evidence.place.share(&place);
                place = evidence.place.clone();
            }
        }
        // A tree that grew in order is half empty; one built of all its entries is full.
        self.answers = self.answers.into_iter().collect();
        self
    }

    /// Tells how much of it is filled in. A form of which no criterion was recognised could not be read.
    pub fn content(&self) -> Content {
        if self.answers.values().any(Answer::is_read) || self.shared.is_read() {
            Content::Read
        } else if self.is_blank() && !self.answers.is_empty() && !self.holds_unread {
            Content::Blank
        } else {
            Content::Unread
        }
    }
}

/// How much of a form a unit filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing: no figure, claim, explanation or document.
    Blank,
    /// Something, of which nothing could be read.
    Unread,
    /// Something that was read.
    Read,
}

/// Which set, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetRef {
    /// Id of the set that the form was made from.
    pub id: SetId,
    /// Version.
    pub version: String,
    /// Hash of its YAML.
    pub sha256: String,
}
