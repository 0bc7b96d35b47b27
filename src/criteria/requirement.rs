//! Conditions across criteria: what has to hold before a criterion counts.
//!
//! A condition binds every leaf below the criterion that carries it, so that children always add to their parent.

use super::CriteriaSet;
use crate::figure::{CriterionId, InputId, InputKind};
use crate::points::Points;
use crate::rule::Condition;
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;

/// What a criterion waits for: all of it has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requires {
    /// Conditions, in the order of the file.
    pub all: Vec<Requirement>,
    /// What becomes of the criterion where one does not hold.
    pub otherwise: Otherwise,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// Another criterion reaches a share of its applicable maximum.
    Index {
        /// Criterion that is looked at.
        criterion: CriterionId,
        /// Least index, in points of percent.
        at_least: Points,
    },
    /// A figure of the set is no higher than this.
    Figure {
        /// Figure that is looked at.
        figure: InputId,
        /// Most; points of percent for a rate.
        at_most: Points,
    },
}

/// What becomes of a criterion whose condition does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Otherwise {
    /// It counts 0.
    #[default]
    Zero,
    /// It leaves the applicable maximum.
    NotApplicable,
}

impl Requirement {
    /// Gives the condition over the figure, where it is one.
    pub fn condition(&self) -> Option<Condition> {
        match self {
            Self::Figure { figure, at_most } => Some(Condition::new(&format!("{figure} <= {}", at_most.plain()))),
            Self::Index { .. } => None,
        }
    }

    /// Tells whether words of a decision, without their diacritics, name what has to hold: the criterion with its share, or the
    /// figure.
    fn is_named_in(&self, said: &str, set: &CriteriaSet) -> bool {
        match self {
            Self::Index { criterion, at_least } => {
                let own = |c: char| c.is_alphanumeric() || c == '.';
                let names = |word: &str| word.trim_matches('.') == criterion.as_str().to_lowercase();
                let share = [at_least.plain_vi(), at_least.plain()].map(|share| format!("{share}%"));
                let close = said.replace(" %", "%");
                said.split(|c| !own(c)).any(names) && close.split_whitespace().any(|word| share.iter().any(|share| word.starts_with(share)))
            }
            Self::Figure { figure, .. } => {
                let label = set.figures.iter().find(|known| known.id == *figure).map(|known| bare(&known.label));
                label.is_some_and(|label| said.contains(&label))
            }
        }
    }

    /// Says what has to hold, within a sentence.
    pub fn words(&self, set: &CriteriaSet) -> Text {
        match self {
            Self::Index { criterion, at_least } => {
                let (vi, en) = (at_least.plain_vi(), at_least.plain());
                text!("tiêu chí {criterion} đạt từ {vi}% số điểm trở lên", "criterion {criterion} reaches at least {en}% of its points")
            }
            Self::Figure { figure, at_most } => {
                let input = set.figures.iter().find(|known| known.id == *figure);
                let label = input.map_or(figure.as_str(), |input| &input.label);
                let percent = if input.is_some_and(|input| input.kind == InputKind::Percent) { "%" } else { "" };
                let (vi, en) = (at_most.plain_vi(), at_most.plain());
                if at_most.is_zero() {
                    text!("“{label}” bằng 0{percent}", "“{label}” is 0{percent}")
                } else {
                    text!("“{label}” không quá {vi}{percent}", "“{label}” is at most {en}{percent}")
                }
            }
        }
    }
}

impl Requires {
    /// Tells whether the decision's own words of a rule say all of it, so that nobody has to read it twice.
    pub fn is_said_in(&self, words: &str, set: &CriteriaSet) -> bool {
        let said = bare(words);
        let follows: &[&str] = match self.otherwise {
            Otherwise::Zero => &["chi tinh", "chi duoc tinh", "khong tinh", "khong duoc tinh", "tinh 0 diem"],
            Otherwise::NotApplicable => &["chi ap dung", "khong ap dung"],
        };
        follows.iter().any(|words| said.contains(words)) && self.all.iter().all(|one| one.is_named_in(&said, set))
    }

    /// Says when the criterion counts, and what becomes of it otherwise.
    pub fn words(&self, set: &CriteriaSet) -> Text {
        let all: Vec<Text> = self.all.iter().map(|one| one.words(set)).collect();
        let list = |lang: fn(&Text) -> &str, and: &str| all.iter().map(lang).collect::<Vec<_>>().join(and);
        let (vi, en) = (list(|one| &one.vi, " và "), list(|one| &one.en, " and "));
        match self.otherwise {
            Otherwise::Zero => text!("Chỉ tính điểm khi {vi}; nếu không thì tính 0 điểm.", "Counts only if {en}; otherwise it counts 0."),
            Otherwise::NotApplicable => {
                text!("Chỉ áp dụng khi {vi}; nếu không thì không áp dụng.", "Applies only if {en}; otherwise it does not apply.")
            }
        }
    }
}
