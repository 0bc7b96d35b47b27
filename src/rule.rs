//! Rules: how a leaf's figures become points. One kind of rule is one file, and one line of the list in `kinds`.
//!
//! Every file of a kind holds all its faces, so that they are read, changed and tested together: the YAML it is written
//! in, its laws, its exact score as facts, the sentences made of the facts, the Excel formula of the same meaning, the
//! input cells it asks for and its wording in the form.

mod amount;
mod cells;
mod condition;
mod count;
mod deadline;
mod deductions;
pub(crate) mod excel;
mod faces;
mod formula;
mod given;
mod interpolate;
mod kinds;
mod length;
mod levels;
mod measure;
mod outcome;
mod ratio;
mod relative;
mod sane;
mod say;
mod scored;
mod span;
mod step_by;
mod steps;
mod survey;
mod terms;
mod yes_no;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use self::cells::Longest;
use self::faces::Scores;
use self::kinds::Facts;
use self::sane::ImpossibleFigure;
use crate::figure::InputId;
use crate::finding::Finding;
use crate::points::Points;
use crate::text::{Lang, Text, Words};

pub use cells::Cells;
pub use condition::Condition;
pub use count::{Count, RawCount};
pub use deadline::{Deadline, RawDeadline};
pub use deductions::{Deductions, RawDeductions};
pub use excel::rounded;
pub use faces::{Ask, Branch, Faces, Fault, Spare, When};
pub use formula::{Formula, RawFormula};
pub use given::{Given, RawGiven};
pub use interpolate::{Interpolate, RawInterpolate};
pub use kinds::{BestOf, DecisionWords, Kind, PartOut, RawBestOf, RawRule, RawSumOf, Rule, Stated, SumOf, wording};
pub use levels::{Levels, RawLevels};
pub use measure::WhenNothing;
pub use outcome::Outcome;
pub use ratio::{Ratio, RawRatio};
pub use relative::{RawRelative, Relative};
pub use sane::{Case, counted};
pub use scored::Gives;
use scored::Scored;
pub use step_by::{RawStepBy, StepBy};
pub use steps::{RawSteps, Steps};
pub use survey::{Answers, RawSurvey, Respondents, Survey, SurveyReading};
pub use terms::Terms;
pub use yes_no::{RawYesNo, YesNo};

/// Who scores a leaf first.
#[derive(Deserialize, JsonSchema, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "snake_case")]
pub enum Scorer {
    /// Đơn vị tự đánh giá, hội đồng thẩm định. / The unit itself; the council appraises.
    Unit,
    /// Chỉ hội đồng thẩm định chấm. / The appraisal council alone.
    Council,
    /// Điều tra xã hội học; đơn vị và hội đồng không chấm. / The sociological survey: neither the unit nor the council.
    Survey,
}

impl Rule {
    /// Gives the key that names the kind in YAML.
    pub const fn key(&self) -> &'static str {
        self.kind().key()
    }

    /// Lists the last days in time that the rule names, or the rules within it.
    pub fn days(&self) -> Vec<Date> {
        match self {
            Self::Deadline(rule) => rule.days(),
            Self::SumOf(rule) => rule.rules().flat_map(Self::days).collect(),
            Self::BestOf(rule) => rule.rules().flat_map(Self::days).collect(),
            _ => Vec::new(),
        }
    }

    /// Tells who scores a leaf with this rule first.
    pub fn scorer(&self) -> Scorer {
        self.faces().scorer()
    }

    /// Tells whether a unit may claim points of its own beside its figures: where units of a group are compared it may not.
    pub const fn takes_claims(&self) -> bool {
        !matches!(self, Self::Relative(_))
    }

    /// Gives the most points that the rule can come to.
    pub fn most(&self, leaf: &Terms<'_>) -> Points {
        self.faces().most(leaf)
    }

    /// Tells whether the rule may take points beside its leaf.
    pub fn may_take(&self, leaf: &Terms<'_>) -> bool {
        self.faces().penalty(leaf, &Longest(Lang::Vi)).is_some()
    }

    /// Finds a part of the leaf by its id: its name and its maximum. Only sums of parts have any.
    pub fn part(&self, id: &str) -> Option<(&str, &Points)> {
        if let Self::SumOf(rule) = self { rule.part(id) } else { None }
    }

    /// Tells whether a figure is asked for a part of the leaf and for no other.
    pub fn is_of_part(&self, part: &str, input: &InputId) -> bool {
        if let Self::SumOf(rule) = self { rule.is_of(part, input) } else { false }
    }

    /// Tells whether a part of the leaf does not apply by its figures.
    pub fn is_part_out(&self, part: &str, case: &Case<'_>) -> bool {
        if let Self::SumOf(rule) = self { rule.is_out(part, case) } else { false }
    }

    /// Lists the parts of the leaf that may apply or not by themselves: their ids and names.
    pub fn parts(&self) -> Vec<(&str, &str)> {
        if let Self::SumOf(rule) = self { rule.named() } else { Vec::new() }
    }

    /// Lists the parts of the leaf that do not apply by an outcome of this rule.
    pub fn parts_out(&self, outcome: &Outcome) -> Vec<PartOut<'_>> {
        if let (Self::SumOf(rule), Facts::SumOf(facts)) = (self, &outcome.facts) { rule.parts_out(facts) } else { Vec::new() }
    }

    /// Scores, exactly. No sentence is made: a score with other points or weights costs arithmetic alone.
    pub fn score(&self, case: &Case<'_>) -> Outcome {
        let scored = self.scored(case);
        if case.impossible().is_empty() {
            return scored.with(Vec::new());
        }
        let asks = self.faces().asks();
        let taken = |impossible: &ImpossibleFigure| {
            impossible.is_over_100() && asks.iter().any(|ask| ask.input == impossible.input && ask.over_100)
        };
        scored.with(case.impossible().iter().filter(|impossible| !taken(impossible)).cloned().collect())
    }

    /// Names the branches that an outcome of this rule came by.
    pub fn taken(&self, outcome: &Outcome) -> Vec<String> {
        self.branches_of(&outcome.facts)
    }

    /// Explains an outcome of this rule, a sentence a step, with the unit's own figures.
    pub fn explain(&self, outcome: &Outcome, leaf: &Terms<'_>) -> Vec<Text> {
        self.sentences_of(&outcome.facts, leaf)
    }

    /// Gives what was found on the figures of an outcome of this rule, with the input that it concerns.
    pub fn findings(&self, outcome: &Outcome, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        let impossible = outcome.impossible.iter().map(|impossible| (Some(impossible.input.clone()), impossible.finding(leaf)));
        impossible.chain(self.findings_of(&outcome.facts, leaf)).collect()
    }
}

/// What a cell of a form shows for a leaf that does not apply.
pub const NOT_APPLICABLE_WORDS: Words = Words { vi: "Không áp dụng", en: "Not applicable" };
/// What a yes/no cell holds for yes.
pub const YES_WORDS: Words = Words { vi: "Có", en: "Yes" };
/// What a yes/no cell holds for no; in a date cell: not issued.
pub const NO_WORDS: Words = Words { vi: "Không", en: "No" };
