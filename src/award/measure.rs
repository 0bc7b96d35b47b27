//! Numbers that awards look at: what each is called, and a unit's value.

use std::collections::BTreeMap;

use crate::figure::CriterionId;
use crate::points::{Points, Rounding};
use crate::ranking::Row;
use crate::text;
use crate::text::Text;

/// Number that a condition looks at, or that an award is ordered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Index.
    Index,
    /// Points.
    Points,
    /// Place within the group.
    Place,
    /// Index of a criterion.
    CriterionIndex(CriterionId),
    /// Points of a criterion.
    CriterionPoints(CriterionId),
    /// This year's index less last year's.
    Progress,
    /// What was claimed above what came of it, less what was claimed below.
    OverClaimNet,
    /// The same without what was claimed below.
    OverClaimPositive,
    /// Number of errors found at the unit.
    OpenErrors,
    /// Number of findings of these codes at the unit.
    Findings(Vec<String>),
}

/// What the run knows of a unit beside its line of the ranking, as far as conditions may ask for it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Facts {
    /// Official points and index of criteria, exact.
    pub criteria: BTreeMap<CriterionId, (Option<Points>, Option<Points>)>,
    /// This year's index less last year's, exact; `None` for a unit that is compared with nothing.
    pub progress: Option<Points>,
    /// Over-claim, net; `None` for a unit that sent nothing.
    pub over_claim_net: Option<Points>,
    /// Over-claim, its positive part.
    pub over_claim_positive: Option<Points>,
    /// Codes of errors found at the unit, one for each.
    pub errors: Vec<&'static str>,
    /// Codes of everything found at the unit, one for each.
    pub found: Vec<&'static str>,
    /// Its flags.
    pub flags: Vec<String>,
    /// Whether everything came by its last day, as far as days are known; `None` for a unit that sent nothing.
    pub in_time: Option<bool>,
    /// Whether the official points of every criterion come from the official stage.
    pub appraisal_final: bool,
}

impl Measure {
    /// Gives the name that the language has for it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Points => "points",
            Self::Place => "place",
            Self::CriterionIndex(_) => "criterion_index",
            Self::CriterionPoints(_) => "criterion_points",
            Self::Progress => "progress",
            Self::OverClaimNet => "over_claim_net",
            Self::OverClaimPositive => "over_claim_positive",
            Self::OpenErrors => "open_errors",
            Self::Findings(_) => "findings",
        }
    }

    /// Gives the criterion that it is of.
    pub const fn criterion(&self) -> Option<&CriterionId> {
        match self {
            Self::CriterionIndex(id) | Self::CriterionPoints(id) => Some(id),
            _ => None,
        }
    }

    /// Tells whether less of it is better.
    pub const fn is_better_low(&self) -> bool {
        matches!(self, Self::Place | Self::OverClaimNet | Self::OverClaimPositive | Self::OpenErrors | Self::Findings(_))
    }

    /// Tells whether it is printed with the decimals of scores; places and counts are whole.
    pub const fn is_score(&self) -> bool {
        !matches!(self, Self::Place | Self::OpenErrors | Self::Findings(_))
    }

    /// Tells whether a percent sign stands behind it.
    pub const fn is_percent(&self) -> bool {
        matches!(self, Self::Index | Self::CriterionIndex(_))
    }

    /// Says what it is, as it stands in a sentence.
    pub fn name(&self) -> Text {
        match self {
            Self::Index => Text::new("chỉ số", "index"),
            Self::Points => Text::new("tổng điểm", "points"),
            Self::Place => Text::new("hạng trong khối", "place within the group"),
            Self::CriterionIndex(id) => text!("chỉ số tiêu chí {id}", "index of criterion {id}"),
            Self::CriterionPoints(id) => text!("điểm tiêu chí {id}", "points of criterion {id}"),
            Self::Progress => {
                Text::new("mức tăng chỉ số so với năm trước (điểm phần trăm)", "rise of the index on last year (points of percent)")
            }
            Self::OverClaimNet => Text::new("điểm tự chấm vượt (bù trừ)", "over-claim (net)"),
            Self::OverClaimPositive => Text::new("điểm tự chấm vượt (chỉ phần cao hơn)", "over-claim (positive part)"),
            Self::OpenErrors => Text::new("số lỗi chưa xử lý", "open errors"),
            Self::Findings(codes) => {
                let codes = codes.join(", ");
                text!("số phát hiện {codes}", "findings {codes}")
            }
        }
    }

    /// Prints a value as the group does, with its sign.
    pub fn shown(&self, value: Option<&Points>, rounding: Rounding) -> Text {
        let sign = if self.is_percent() { "%" } else { "" };
        match value {
            None => Text::new("chưa có số liệu", "nothing known"),
            Some(value) if self.is_score() => {
                let (vi, en) = (rounding.vietnamese(value), rounding.machine(value));
                text!("{vi}{sign}", "{en}{sign}")
            }
            Some(value) => {
                let (vi, en) = (value.plain_vi(), value.plain());
                text!("{vi}{sign}", "{en}{sign}")
            }
        }
    }

    /// Gives a unit's exact value.
    pub fn exact(&self, row: &Row, facts: &Facts) -> Option<Points> {
        let count = |number: usize| i64::try_from(number).ok().map(Points::from);
        let of = |id: &CriterionId| facts.criteria.get(id);
        match self {
            Self::Index => row.index.clone(),
            Self::Points => row.points.clone(),
            Self::Place => count(row.place?),
            Self::CriterionIndex(id) => of(id)?.1.clone(),
            Self::CriterionPoints(id) => of(id)?.0.clone(),
            Self::Progress => facts.progress.clone(),
            Self::OverClaimNet => facts.over_claim_net.clone(),
            Self::OverClaimPositive => facts.over_claim_positive.clone(),
            Self::OpenErrors => count(facts.errors.len()),
            Self::Findings(codes) => count(facts.found.iter().filter(|code| codes.iter().any(|asked| asked == *code)).count()),
        }
    }
}
