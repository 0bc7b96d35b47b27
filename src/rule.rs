//! Rules: how a leaf's figures become points. One kind of rule is one variant and one file.
//!
//! Every file under `rule/` holds all faces of its kind, so that they are read, changed and tested together:
//! the YAML it is written in, its laws, its exact score with the sentences that explain it, the Excel formula of the
//! same meaning, the input cells it asks for and its wording in the form.

mod amount;
pub mod best_of;
pub mod count;
pub mod deadline;
pub mod deductions;
pub(crate) mod excel;
pub mod formula;
pub mod given;
pub mod interpolate;
pub mod levels;
mod measure;
pub mod ratio;
pub mod relative;
mod sane;
mod say;
mod span;
pub mod steps;
pub mod sum_of;
pub mod survey;
mod within;
pub mod yes_no;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::figure::{Choice, Figure, Figures, Input, InputId, InputKind};
use crate::finding::{Code, Finding};
use crate::points::{Points, Rounding};
use crate::text::Text;

pub use best_of::{BestOf, RawBestOf};
pub use count::{Count, RawCount};
pub use deadline::{Deadline, RawDeadline};
pub use deductions::{Deductions, RawDeductions};
pub use excel::rounded;
pub use formula::{Formula, RawFormula};
pub use given::{Given, RawGiven};
pub use interpolate::{Interpolate, RawInterpolate};
pub use levels::{Levels, RawLevels};
pub use measure::WhenNothing;
pub use ratio::{Ratio, RawRatio};
pub use relative::{RawRelative, Relative};
pub use sane::Case;
pub use steps::{RawSteps, Steps};
pub use sum_of::{RawSumOf, SumOf};
pub use survey::{RawSurvey, Survey};
pub use yes_no::{RawYesNo, YesNo};

/// Rule of a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Conditions that must all hold.
    YesNo(YesNo),
    /// One of several levels.
    Levels(Levels),
    /// Steps on a figure or a rate.
    Steps(Steps),
    /// Share of the maximum in proportion to a rate.
    Ratio(Ratio),
    /// Share of the maximum on a straight line between a floor and a ceiling.
    Interpolate(Interpolate),
    /// In proportion to the best unit of the group.
    Relative(Relative),
    /// So much for each thing, up to a cap.
    Count(Count),
    /// So much taken for each violation, down to a floor.
    Deductions(Deductions),
    /// Points by the day on which a thing was done.
    Deadline(Deadline),
    /// Arithmetic over the inputs.
    Formula(Formula),
    /// Best of several alternatives.
    BestOf(BestOf),
    /// Sum of parts, each with its own maximum.
    SumOf(SumOf),
    /// What the survey found.
    Survey(Survey),
    /// Points typed by the scorer named.
    Given(Given),
}

/// Rule as it is written in YAML: one key names the kind.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawRule {
    /// Các điều kiện phải cùng đạt: có hoặc không. / Conditions that must all hold: yes or no.
    YesNo(RawYesNo),
    /// Chọn một trong các mức. / One of several levels.
    Levels(RawLevels),
    /// Bậc điểm theo số liệu hoặc theo tỷ lệ. / Steps on a figure, or on the rate of two figures.
    Steps(RawSteps),
    /// Điểm theo tỷ lệ, có thể kèm mức sàn. / Points in proportion to a rate, with a floor or without.
    Ratio(RawRatio),
    /// Điểm tăng đều từ mức sàn đến mức trần. / Points on a straight line between a floor and a ceiling.
    Interpolate(RawInterpolate),
    /// So với đơn vị cao nhất của nhóm. / In proportion to the best unit of the group.
    Relative(RawRelative),
    /// Mỗi việc được một số điểm, có điểm trần. / So much for each thing, up to a cap.
    Count(RawCount),
    /// Mỗi lần vi phạm bị trừ điểm. / So much taken for each violation, down to a floor.
    Deductions(RawDeductions),
    /// Điểm theo thời hạn hoàn thành. / Points by the day on which a thing was done.
    Deadline(RawDeadline),
    /// Công thức số học trên các ô số liệu. / Arithmetic over the inputs.
    Formula(RawFormula),
    /// Tính trường hợp có điểm cao nhất. / Best of several alternatives.
    BestOf(RawBestOf),
    /// Cộng các phần, mỗi phần có điểm tối đa riêng. / Sum of parts, each with its own maximum.
    SumOf(RawSumOf),
    /// Kết quả điều tra xã hội học. / What the survey found.
    Survey(RawSurvey),
    /// Điểm do người chấm nhập: đơn vị, hội đồng hoặc điều tra xã hội học. / Points typed by the scorer named.
    Given(RawGiven),
}

impl RawRule {
    /// Makes the rule of its YAML; what its kind finds wrong is told by [`Faces::laws`].
    pub fn into_rule(self) -> Rule {
        match self {
            Self::YesNo(raw) => Rule::YesNo(raw.into()),
            Self::Levels(raw) => Rule::Levels(raw.into()),
            Self::Steps(raw) => Rule::Steps(raw.into()),
            Self::Ratio(raw) => Rule::Ratio(raw.into()),
            Self::Interpolate(raw) => Rule::Interpolate(raw.into()),
            Self::Relative(raw) => Rule::Relative(raw.into()),
            Self::Count(raw) => Rule::Count(raw.into()),
            Self::Deductions(raw) => Rule::Deductions(raw.into()),
            Self::Deadline(raw) => Rule::Deadline(raw.into()),
            Self::Formula(raw) => Rule::Formula(raw.into()),
            Self::BestOf(raw) => Rule::BestOf(raw.into()),
            Self::SumOf(raw) => Rule::SumOf(raw.into()),
            Self::Survey(raw) => Rule::Survey(raw.into()),
            Self::Given(raw) => Rule::Given(raw.into()),
        }
    }
}

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

/// What every kind of rule must be able to do. The compiler leads whoever adds a kind through all of it.
pub trait Faces {
    /// Lists the inputs that the rule reads, with the kinds that it can compute with, in the order of the form.
    fn asks(&self) -> Vec<Ask>;

    /// Lists pairs of inputs whose first can't be more than the second, a part and its whole: the form marks them live.
    fn parts(&self) -> Vec<(InputId, InputId)> {
        Vec::new()
    }

    /// Lists inputs that may stay blank, and when: those of an alternative while another is given, those of a part that does
    /// not apply.
    fn spares(&self) -> Vec<Spare> {
        Vec::new()
    }

    /// Names the branches of the rule, so that `cases.yaml` can be held against them: stable within a set.
    fn branches(&self) -> Vec<Branch>;

    /// Says what breaks the laws of this kind: unreachable maximum, overlap, bounds the wrong way round.
    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault>;

    /// Scores, exactly, and explains every step; callers use [`Rule::score`], which adds what was found on the figures.
    fn score(&self, case: &Case<'_>) -> Outcome;

    /// Gives the Excel formula of the same meaning, without `=`.
    ///
    /// Its value is a number, `""` where nothing can be computed, or [`NOT_APPLICABLE`]; `None` where one unit alone
    /// can't compute it. Plain functions that Excel 2010, LibreOffice and WPS know; compared values are rounded to
    /// 9 decimals first.
    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String>;

    /// Gives the Excel formula of the penalty that stands beside the leaf's points: a number, 0 where there is none.
    /// `None` for rules that take nothing beside.
    fn penalty(&self, _leaf: &Terms<'_>, _cells: &dyn Cells) -> Option<String> {
        None
    }

    /// Gives the Excel formula of what leaves the leaf's maximum because parts of it do not apply: a number. `None` for
    /// rules without parts.
    fn lowered(&self, _leaf: &Terms<'_>, _cells: &dyn Cells) -> Option<String> {
        None
    }

    /// Says the rule in the words of a form: a line per branch, such as `Ban hành kịp thời: 1`.
    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text>;

    /// Gives the value that units of a group are compared by; `None` for rules that look at one unit alone, and where
    /// figures are missing.
    fn compared(&self, _case: &Case<'_>) -> Option<Points> {
        None
    }
}

impl Rule {
    /// Gives the faces of the kind.
    pub fn faces(&self) -> &dyn Faces {
        match self {
            Self::YesNo(rule) => rule,
            Self::Levels(rule) => rule,
            Self::Steps(rule) => rule,
            Self::Ratio(rule) => rule,
            Self::Interpolate(rule) => rule,
            Self::Relative(rule) => rule,
            Self::Count(rule) => rule,
            Self::Deductions(rule) => rule,
            Self::Deadline(rule) => rule,
            Self::Formula(rule) => rule,
            Self::BestOf(rule) => rule,
            Self::SumOf(rule) => rule,
            Self::Survey(rule) => rule,
            Self::Given(rule) => rule,
        }
    }

    /// Gives the key that names the kind in YAML.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::YesNo(_) => "yes_no",
            Self::Levels(_) => "levels",
            Self::Steps(_) => "steps",
            Self::Ratio(_) => "ratio",
            Self::Interpolate(_) => "interpolate",
            Self::Relative(_) => "relative",
            Self::Count(_) => "count",
            Self::Deductions(_) => "deductions",
            Self::Deadline(_) => "deadline",
            Self::Formula(_) => "formula",
            Self::BestOf(_) => "best_of",
            Self::SumOf(_) => "sum_of",
            Self::Survey(_) => "survey",
            Self::Given(_) => "given",
        }
    }

    /// Scores, exactly, and tells what was found on the figures.
    pub fn score(&self, case: &Case<'_>) -> Outcome {
        let outcome = self.faces().score(case);
        Outcome { findings: case.found().iter().cloned().chain(outcome.findings).collect(), ..outcome }
    }

    /// Gives the value that units of a group are compared by; `None` for rules on one unit alone.
    pub fn compared(&self, case: &Case<'_>) -> Option<Points> {
        self.faces().compared(case)
    }

    /// Tells who scores a leaf with this rule first.
    pub const fn scorer(&self) -> Scorer {
        match self {
            Self::Given(rule) => rule.by,
            Self::Survey(_) => Scorer::Survey,
            Self::YesNo(_)
            | Self::Levels(_)
            | Self::Steps(_)
            | Self::Ratio(_)
            | Self::Interpolate(_)
            | Self::Relative(_)
            | Self::Count(_)
            | Self::Deductions(_)
            | Self::Deadline(_)
            | Self::Formula(_)
            | Self::BestOf(_)
            | Self::SumOf(_) => Scorer::Unit,
        }
    }
}

/// Input that a rule reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which.
    pub input: InputId,
    /// Kinds that the rule can compute with.
    pub kinds: &'static [InputKind],
    /// Choices that the rule names, for an input of kind choice.
    pub choices: Vec<Choice>,
}

/// Input that may stay blank, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spare {
    /// Which.
    pub input: InputId,
    /// When.
    pub when: When,
}

/// When an input may stay blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Once this input is answered no.
    No(InputId),
    /// Once all inputs of one of `others` are given, while none of `own` is.
    Other {
        /// Inputs of the alternative alone.
        own: Vec<InputId>,
        /// Inputs of each other alternative.
        others: Vec<Vec<InputId>>,
    },
}

impl When {
    /// Tells whether it is so.
    pub fn holds(&self, figures: &Figures) -> bool {
        let figure = |id: &InputId| figures.get(id).unwrap_or(&Figure::Blank);
        // As a form counts what is filled in, right or wrong.
        let given = |id: &InputId| *figure(id) != Figure::Blank;
        match self {
            Self::No(id) => *figure(id) == Figure::YesNo(false),
            Self::Other { own, others } => !own.iter().any(given) && others.iter().any(|other| other.iter().all(given)),
        }
    }

    /// Gives the Excel formula that tells it.
    pub fn formula(&self, cells: &dyn Cells) -> String {
        let count = |ids: &[InputId]| format!("COUNTA({})", ids.iter().map(|id| cells.input(id)).collect::<Vec<_>>().join(","));
        match self {
            Self::No(id) => excel::says(&cells.input(id), NO),
            Self::Other { own, others } => {
                let others: Vec<String> = others.iter().map(|other| format!("{}={}", count(other), other.len())).collect();
                format!("AND({}=0,{})", count(own), excel::any(&others))
            }
        }
    }
}

/// Branch of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Stable name within the rule: `full`, `level:kip_thoi`, `step:2`.
    pub id: String,
    /// What it is, in the words of the form.
    pub label: Text,
}

/// What a rule may know of its leaf before anything is filled in.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// Maximum of the leaf, unweighted.
    pub max: &'a Points,
    /// Inputs of the leaf, in the order of the form.
    pub inputs: &'a [Input],
    /// Rounding of the set.
    pub rounding: Rounding,
}

impl Terms<'_> {
    /// Gives the label of an input in quotes, or its id where the leaf has no such input.
    pub fn label(&self, id: &InputId) -> String {
        let label = self.inputs.iter().find(|input| &input.id == id).map_or(id.as_str(), |input| &input.label);
        format!("“{label}”")
    }

    /// Finds an input.
    pub fn input(&self, id: &InputId) -> Option<&Input> {
        self.inputs.iter().find(|input| &input.id == id)
    }

    /// Tells the kind of an input.
    pub fn kind(&self, id: &InputId) -> Option<InputKind> {
        self.input(id).map(|input| input.kind)
    }

    /// Gives the unit of measure of an input with a blank before it, `" hồ sơ"`; nothing where it has none.
    pub fn measure(&self, id: &InputId) -> String {
        let measure = self.input(id).and_then(|input| input.measure.as_deref());
        measure.map_or_else(String::new, |measure| format!(" {measure}"))
    }
}

/// Breach of a law, with its place inside the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Keys and list positions from the rule's own mapping downwards: `["levels", "2", "points"]`.
    pub path: Vec<String>,
    /// Entry of the catalogue.
    pub code: &'static Code,
    /// What is wrong.
    pub message: Text,
}

/// What a rule gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gives {
    /// Points, exact, from 0 to the maximum.
    Points(Points),
    /// The leaf leaves the applicable maximum.
    NotApplicable,
    /// Nothing can be computed: [`Outcome::blank`] says what is missing.
    Nothing,
    /// Somebody else, or the whole group, is needed first.
    Waits,
}

/// Score of a leaf with everything needed to explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What the rule gives.
    pub gives: Gives,
    /// The arithmetic, a sentence a step, with the unit's own figures.
    pub trace: Vec<Text>,
    /// Branches taken.
    pub branches: Vec<String>,
    /// Inputs that should have been filled in.
    pub blank: Vec<InputId>,
    /// Findings on the figures, with the input that they concern.
    pub findings: Vec<(Option<InputId>, Finding)>,
    /// Points taken beside the leaf ("0 điểm và bị trừ 0,25 điểm"), positive.
    pub penalty: Option<Points>,
    /// What leaves the leaf's maximum because parts of it do not apply, positive.
    pub lowered: Option<Points>,
}

impl Outcome {
    /// Makes an outcome with nothing to say yet.
    pub const fn new(gives: Gives) -> Self {
        Self { gives, trace: Vec::new(), branches: Vec::new(), blank: Vec::new(), findings: Vec::new(), penalty: None, lowered: None }
    }

    /// Makes the outcome of blank inputs: nothing computed.
    pub fn missing(blank: Vec<InputId>) -> Self {
        Self { blank, ..Self::new(Gives::Nothing) }
    }

    /// Adds a sentence to the trace.
    fn tell(mut self, sentence: Text) -> Self {
        self.trace.push(sentence);
        self
    }

    /// Names the branch taken.
    fn by(mut self, branch: impl Into<String>) -> Self {
        self.branches.push(branch.into());
        self
    }
}

/// What a cell of the form shows for a leaf that does not apply.
pub const NOT_APPLICABLE: &str = "Không áp dụng";
/// What a yes/no cell holds for yes.
pub const YES: &str = "Có";
/// What a yes/no cell holds for no; in a date cell: not issued.
pub const NO: &str = "Không";

/// Addresses in the form, as formulas need them.
pub trait Cells {
    /// Gives the address of an input's cell: `$F$24`.
    fn input(&self, id: &InputId) -> String;

    /// Gives the range that holds the choices of an input, in the order of [`Ask::choices`]: `lists!$A$2:$A$4`.
    fn choices(&self, id: &InputId) -> String;

    /// Gives the leaf's maximum, as a literal or an address.
    fn max(&self) -> String;
}
