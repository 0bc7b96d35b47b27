//! Numbers that awards look at: what each is called, and a unit's value.

use std::collections::BTreeMap;

use crate::figure::CriterionId;
use crate::points::{Points, Rounding};
use crate::ranking::{Merit, Merits, Row};
use crate::text;
use crate::text::Text;

/// Number that a condition looks at, or that an award is ordered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Index of the unit, as printed.
    Index,
    /// Official points of the unit.
    Points,
    /// Place within the group.
    Place,
    /// Index of a criterion.
    CriterionIndex(CriterionId),
    /// Points of a criterion.
    CriterionPoints(CriterionId),
    /// What speaks for the unit, or against it, beside its points.
    Merit(Merit),
}

/// What the run knows of a unit beside its line of the ranking, as far as conditions may ask for it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Facts {
    /// Official points and index of criteria, exact; points of a penalty are negative.
    pub criteria: BTreeMap<CriterionId, (Option<Points>, Option<Points>)>,
    /// What speaks for it, or against it.
    pub merits: Merits,
    /// Its flags.
    pub flags: Vec<String>,
    /// Whether everything came by its last day, as far as days are known; `None` for a unit that sent nothing.
    pub in_time: Option<bool>,
    /// Whether nobody says on which day its form came, so that it counts as in time.
    pub undated: bool,
    /// Whether the official points of every criterion come from the official stage.
    pub appraisal_final: bool,
}

/// What an award sees of a unit's place: its line of the ranking, or what a draw makes of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Seen<'a> {
    /// Index, exact.
    pub index: Option<Points>,
    /// Points, exact.
    pub points: Option<Points>,
    /// Place; `None` unless ranked.
    pub place: Option<usize>,
    /// Grade; `None` unless ranked.
    pub grade: Option<&'a str>,
    /// Rise of the index on last year, exact.
    pub progress: Option<Points>,
}

impl<'a> Seen<'a> {
    /// Takes a unit's line of the ranking.
    pub fn of(row: &'a Row, facts: &Facts) -> Self {
        let (index, points, grade) = (row.index.clone(), row.points.clone(), row.grade.as_deref());
        Self { index, points, place: row.place, grade, progress: facts.merits.progress.clone() }
    }
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
            Self::Merit(merit) => merit.key(),
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
        match self {
            Self::Merit(merit) => merit.is_better_low(),
            other => matches!(other, Self::Place),
        }
    }

    /// Tells whether it is printed with the decimals of scores; places and counts are whole.
    pub const fn is_score(&self) -> bool {
        match self {
            Self::Merit(merit) => !merit.is_count(),
            other => !matches!(other, Self::Place),
        }
    }

    /// Tells whether a percent sign stands behind it.
    pub const fn is_percent(&self) -> bool {
        matches!(self, Self::Index | Self::CriterionIndex(_))
    }

    /// Says what a limit is counted in, with a blank before it; nothing where the name says it.
    pub fn counted_in(&self) -> Text {
        match self {
            Self::Points | Self::CriterionPoints(_) => Text::new(" điểm", ""),
            Self::Merit(Merit::OverClaimNet | Merit::OverClaimPositive) => Text::new(" điểm", " points"),
            _ => Text::default(),
        }
    }

    /// Says what it is, as it stands in a sentence.
    pub fn name(&self) -> Text {
        match self {
            Self::Index => Text::new("chỉ số", "index"),
            Self::Points => Text::new("tổng điểm", "points"),
            Self::Place => Text::new("hạng trong khối", "place within the group"),
            Self::CriterionIndex(id) => text!("chỉ số tiêu chí {id}", "index of criterion {id}"),
            Self::CriterionPoints(id) => text!("điểm tiêu chí {id}", "points of criterion {id}"),
            Self::Merit(merit) => merit.name(),
        }
    }

    /// Says what several are, as they stand in a sentence.
    pub fn names(of: &[Self]) -> Text {
        Text::join(&of.iter().map(Self::name).collect::<Vec<_>>(), ", ")
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

    /// Says what a difference of two values is counted in, with a blank before it; nothing where the name says it.
    pub fn difference(&self) -> Text {
        if self.is_percent() { Text::new(" điểm phần trăm", " percentage points") } else { Text::default() }
    }

    /// Says how far two values are apart, as the group prints them.
    pub fn apart(&self, gap: &Points, rounding: Rounding) -> Text {
        let number = if self.is_score() {
            Text::new(rounding.vietnamese(gap), rounding.machine(gap))
        } else {
            Text::new(gap.plain_vi(), gap.plain())
        };
        let (Text { vi, en }, Text { vi: of_vi, en: of_en }) = (number, self.difference());
        text!("{vi}{of_vi}", "{en}{of_en}")
    }

    /// Gives a unit's exact value.
    pub fn exact(&self, seen: &Seen<'_>, facts: &Facts) -> Option<Points> {
        let of = |id: &CriterionId| facts.criteria.get(id);
        match self {
            Self::Index => seen.index.clone(),
            Self::Points => seen.points.clone(),
            Self::Place => Some(Points::from(i64::try_from(seen.place?).ok()?)),
            Self::CriterionIndex(id) => of(id)?.1.clone(),
            Self::CriterionPoints(id) => of(id)?.0.clone(),
            Self::Merit(Merit::Progress) => seen.progress.clone(),
            Self::Merit(merit) => merit.of(&facts.merits),
        }
    }

    /// Gives a unit's exact value, turned so that more is better.
    pub fn turned(&self, seen: &Seen<'_>, facts: &Facts) -> Option<Points> {
        let exact = self.exact(seen, facts)?;
        Some(if self.is_better_low() { &Points::zero() - &exact } else { exact })
    }

    /// Gives a unit's value as it is printed, which is what conditions look at.
    pub fn printed(&self, seen: &Seen<'_>, facts: &Facts, rounding: Rounding) -> Option<Points> {
        let exact = self.exact(seen, facts)?;
        Some(if self.is_score() { rounding.print(&exact) } else { exact })
    }
}
