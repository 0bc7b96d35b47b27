//! The one list of kinds of rule. What must know every kind is made of it, or matches over [`Kind`] and does not compile
//! without a new one.

use schemars::JsonSchema;
use serde::Deserialize;

use super::outcome::Scored;
use super::{
    BestOf, Case, Count, Deadline, Deductions, Faces, Formula, Given, Interpolate, Levels, Ratio, RawBestOf, RawCount, RawDeadline,
    RawDeductions, RawFormula, RawGiven, RawInterpolate, RawLevels, RawRatio, RawRelative, RawStepBy, RawSteps, RawSumOf, RawSurvey,
    RawYesNo, Relative, Scores, StepBy, Steps, SumOf, Survey, Terms, YesNo,
};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::points::Points;
use crate::text::Text;

/// Makes of a list of kinds: [`Kind`], [`Rule`], [`RawRule`], [`Facts`], and the ways from a rule to what its kind can do.
macro_rules! kinds {
    ($($(#[$doc:meta])* $key:literal $kind:ident $raw:ident;)*) => {
        /// Kind of rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// All kinds, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// Gives the key that names the kind in YAML.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$kind => $key,)*
                }
            }
        }

        /// Rule of a leaf.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Rule {
            $($(#[$doc])* $kind($kind),)*
        }

        /// Rule as it is written in YAML: one key names the kind.
        #[derive(Debug, Clone, Deserialize, JsonSchema)]
        pub enum RawRule {
            $($(#[$doc])* #[serde(rename = $key)] $kind($raw),)*
        }

        impl RawRule {
            /// Makes the rule of its YAML; what its kind finds wrong is told by [`Faces::laws`].
            pub fn into_rule(self) -> Rule {
                match self {
                    $(Self::$kind(raw) => Rule::$kind(raw.into()),)*
                }
            }
        }

        /// Facts of a score, by its kind of rule.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Facts {
            $($(#[$doc])* $kind(<$kind as Scores>::Fact),)*
        }

        impl Rule {
            /// Tells the kind.
            pub const fn kind(&self) -> Kind {
                match self {
                    $(Self::$kind(_) => Kind::$kind,)*
                }
            }

            /// Gives what the kind says of itself, whatever a unit declares.
            pub fn faces(&self) -> &dyn Faces {
                match self {
                    $(Self::$kind(rule) => rule,)*
                }
            }

            /// Scores by the kind.
            pub(super) fn scored(&self, case: &Case<'_>) -> Scored<Facts> {
                match self {
                    $(Self::$kind(rule) => rule.score(case).map(Facts::$kind),)*
                }
            }

            /// Gives the value that units of a group are compared by; `None` for rules on one unit alone, and where figures
            /// are missing.
            pub fn compared(&self, case: &Case<'_>) -> Option<Points> {
                match self {
                    $(Self::$kind(rule) => rule.compared(case),)*
                }
            }

            /// Names the branches that facts of the same kind come by.
            pub(super) fn branches_of(&self, facts: &Facts) -> Vec<String> {
                match (self, facts) {
                    $((Self::$kind(rule), Facts::$kind(fact)) => rule.taken(fact),)*
                    _ => Vec::new(),
                }
            }

            /// Says in sentences what facts of the same kind are.
            pub(super) fn sentences_of(&self, facts: &Facts, leaf: &Terms<'_>) -> Vec<Text> {
                match (self, facts) {
                    $((Self::$kind(rule), Facts::$kind(fact)) => rule.explain(fact, leaf),)*
                    _ => Vec::new(),
                }
            }

            /// Gives what facts of the same kind leave to be found on the figures.
            pub(super) fn findings_of(&self, facts: &Facts, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
                match (self, facts) {
                    $((Self::$kind(rule), Facts::$kind(fact)) => rule.findings(fact, leaf),)*
                    _ => Vec::new(),
                }
            }
        }
    };
}

kinds! {
    /// Các điều kiện phải cùng đạt: có hoặc không. / Conditions that must all hold: yes or no.
    "yes_no" YesNo RawYesNo;
    /// Chọn một trong các mức. / One of several levels.
    "levels" Levels RawLevels;
    /// Bậc điểm theo số liệu hoặc theo tỷ lệ. / Steps on a figure, or on the rate of two figures.
    "steps" Steps RawSteps;
    /// Điểm theo tỷ lệ, có thể kèm mức sàn. / Points in proportion to a rate, with a floor or without.
    "ratio" Ratio RawRatio;
    /// Điểm tăng đều từ mức sàn đến mức trần. / Points on a straight line between a floor and a ceiling.
    "interpolate" Interpolate RawInterpolate;
    /// Điểm ở mức quy định; cứ giảm một bậc thì trừ, cứ tăng thêm một bậc thì cộng. / Points at a mark, less or more for each step beside it.
    "step_by" StepBy RawStepBy;
    /// So với đơn vị cao nhất của nhóm. / In proportion to the best unit of the group.
    "relative" Relative RawRelative;
    /// Mỗi việc được một số điểm, có điểm trần. / So much for each thing, up to a cap.
    "count" Count RawCount;
    /// Mỗi lần vi phạm bị trừ điểm. / So much taken for each violation, down to a floor.
    "deductions" Deductions RawDeductions;
    /// Điểm theo thời hạn hoàn thành. / Points by the day on which a thing was done.
    "deadline" Deadline RawDeadline;
    /// Công thức số học trên các ô số liệu. / Arithmetic over the inputs.
    "formula" Formula RawFormula;
    /// Tính trường hợp có điểm cao nhất. / Best of several alternatives.
    "best_of" BestOf RawBestOf;
    /// Cộng các phần, mỗi phần có điểm tối đa riêng. / Sum of parts, each with its own maximum.
    "sum_of" SumOf RawSumOf;
    /// Kết quả điều tra xã hội học. / What the survey found.
    "survey" Survey RawSurvey;
    /// Điểm do người chấm nhập: đơn vị, hội đồng hoặc điều tra xã hội học. / Points typed by the scorer named.
    "given" Given RawGiven;
}
