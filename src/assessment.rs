//! What is claimed, and by whom: self-assessments with their evidence, appraisals, surveys.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::criteria::Period;
use crate::figure::{CriterionId, Figures, GroupId, InputId, SetId, UnitId};
use crate::finding::Place;
use crate::points::Points;
use crate::text::Words;

/// Department, district or commune that is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Id, also the name of its evidence folder and of its report.
    pub id: UnitId,
    /// Official name.
    pub name: String,
    /// Other names that it goes by: abbreviations, former names.
    pub aliases: Vec<String>,
    /// Group that it is ranked in.
    pub group: GroupId,
    /// Whether it takes a place; a unit of a special nature is scored and listed only.
    pub ranked: bool,
    /// Criteria, at any depth, that the campaign excuses it from.
    pub not_applicable: BTreeSet<CriterionId>,
}

/// What a unit sent: its form, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfAssessment {
    /// Whose, as the form says.
    pub unit: UnitId,
    /// Set that the form was made for.
    pub set: SetRef,
    /// File that it was read from, as findings name it.
    pub file: String,
    /// Layout that was recognised: `parindex/1`, `A`, `B` ….
    pub layout: String,
    /// Answers by leaf; a leaf that the form does not have is missing.
    pub answers: BTreeMap<CriterionId, Answer>,
}

impl SelfAssessment {
    /// Tells whether it was filled in on a form of this program, not on one of a province's own.
    pub fn is_ours(&self) -> bool {
        self.layout.starts_with("parindex/")
    }
}

/// Which set, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetRef {
    /// Id.
    pub id: SetId,
    /// Version.
    pub version: String,
    /// Hash of its YAML.
    pub sha256: String,
}

/// What a unit says of one leaf.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answer {
    /// Sheet that its row stands in.
    pub sheet: Option<String>,
    /// The unit's own score.
    pub claim: Claim,
    /// Figures typed, by input. Without an entry where the form has no cell for the input.
    pub figures: Figures,
    /// Explanation (giải trình).
    pub explanation: Option<String>,
    /// Evidence named.
    pub evidence: Vec<Evidence>,
    /// Addresses: `claimed`, `explanation`, and every input id.
    pub cells: BTreeMap<String, String>,
}

impl Answer {
    /// Tells whether the form has a cell for an input.
    pub fn has_cell(&self, input: &InputId) -> bool {
        self.figures.contains_key(input)
    }
}

/// Score that a unit gives itself.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Claim {
    /// Nothing typed: claims what is computed.
    #[default]
    Blank,
    /// Points as typed, also outside 0..maximum.
    Points(Points),
    /// "Không áp dụng".
    NotApplicable,
    /// What could not be understood, as typed; counts like a blank.
    Wrong(String),
}

/// Document that backs a claim (tài liệu kiểm chứng).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Số, ký hiệu: `4851/KH-UBND`.
    pub number: Option<String>,
    /// Ngày ban hành.
    pub date: EvidenceDate,
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
    /// Where it is named; per field the address of its cell: `number`, `date` ….
    pub place: Place,
    /// Addresses of its fields: `number`, `date`, `issuer`, `title`, `section`, `file`.
    pub cells: BTreeMap<String, String>,
}

/// Day of a document, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum EvidenceDate {
    /// Nothing typed.
    #[default]
    Blank,
    /// A day.
    Day(Date),
    /// What is no day, as typed.
    Wrong(String),
}

/// Points that somebody other than the unit typed for a leaf, or for an area, of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Points as typed.
    pub points: Points,
    /// Reason given.
    pub reason: Option<String>,
    /// Where it was typed.
    pub place: Place,
}

/// Points by unit and leaf: one round of appraisal, or the survey.
pub type Entries = BTreeMap<UnitId, BTreeMap<CriterionId, Entry>>;

/// What the council and the survey add to the self-assessments.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Appraisal {
    /// First round (thẩm định lần 1).
    pub round_1: Entries,
    /// Second round (thẩm định lần 2), after explanations.
    pub round_2: Entries,
    /// Survey (điều tra xã hội học).
    pub survey: Entries,
    /// What the survey found, by unit and leaf, where its rule computes points of it.
    pub surveyed: BTreeMap<UnitId, BTreeMap<CriterionId, Figures>>,
}

/// Stage whose points are official, in the order in which scores pass through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Tự đánh giá.
    Claimed,
    /// Computed from the figures declared.
    Computed,
    /// Computed or claimed, less what lacks evidence.
    Accepted,
    /// Thẩm định lần 1.
    Appraised1,
    /// Thẩm định lần 2.
    Appraised2,
}

impl Stage {
    /// Gives the key of YAML and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Computed => "computed",
            Self::Accepted => "accepted",
            Self::Appraised1 => "appraised_1",
            Self::Appraised2 => "appraised_2",
        }
    }

    /// Gives the words of reports.
    pub const fn words(self) -> Words {
        match self {
            Self::Claimed => Words { vi: "Tự đánh giá", en: "Self-assessed" },
            Self::Computed => Words { vi: "Tính từ số liệu kê khai", en: "Computed from declared figures" },
            Self::Accepted => Words { vi: "Được chấp nhận", en: "Accepted" },
            Self::Appraised1 => Words { vi: "Thẩm định lần 1", en: "Appraised, round 1" },
            Self::Appraised2 => Words { vi: "Thẩm định lần 2", en: "Appraised, round 2" },
        }
    }
}

/// What all units of an exercise share, as every sheet's heading states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// Id.
    pub id: String,
    /// Title, as printed.
    pub title: String,
    /// Who runs it, as printed above the title: `UBND TỈNH …`, `SỞ NỘI VỤ`.
    pub office: Option<String>,
    /// Year that is scored.
    pub year: i16,
    /// Days that evidence has to fall into.
    pub period: Period,
    /// Last day for sending forms in.
    pub deadline: Option<Date>,
    /// Printed on every sheet: DỰ THẢO, SỐ LIỆU MINH HỌA.
    pub notice: Option<String>,
    /// Stage whose points are official.
    pub official: Stage,
}
