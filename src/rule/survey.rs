//! `survey`: points of the sociological survey from what it found: a mean on a scale, answers with weights, or an index; of
//! everybody together, or of groups of respondents with their weights.
//!
//! ```yaml
//! rule: { survey: { mean: { groups: [ { of: nguoi_dan, weight: 60% }, { of: doanh_nghiep, weight: 40% } ], zero_at: 1, full_at: 5 } } }
//! rule: { survey: { options: [ { of: a, weight: 100% }, { of: b, weight: 60% }, { of: c, weight: 20% }, { of: d, weight: 0% } ] } }
//! rule: { survey: { percent: sipas } }          # 91,17 % of 10 is 9,117
//! rule:
//!   survey:
//!     groups:
//!       - { name: Người dân, weight: 60%, percent: hai_long_nguoi_dan }
//!       - { name: Doanh nghiệp, weight: 40%, options: [ { of: hai_long, weight: 100% }, { of: khong_hai_long, weight: 0% } ] }
//! rule: { survey: { steps: { of: sipas, steps: [ { from: 90%, points: 2 }, { from: 80%, below: 90%, points: 1 } ], otherwise: 0 } } }
//! ```
//!
//! The figures are typed by whoever held the survey, never by the unit. A group without answers is left out, and its weight with it.

mod answers;
mod laws;
mod words;

use schemars::JsonSchema;
use serde::Deserialize;

pub use self::answers::{Answers, Counted, Respondents};
use self::answers::{Found, Named, weighted};
use super::measure::Measured;
use super::scored::Scored;
use super::span::share;
use super::steps::{Held, RawSteps, Steps};
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::{Input, InputId, InputKind};
use crate::finding::Finding;
use crate::points::Points;
use crate::text::Text;
use crate::text::fold::bare;
use crate::yaml::{Number, Rate};

/// YAML of [`Survey`]: exactly one of its keys.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSurvey {
    /// Điểm trung bình trên một thang. / Mean on a scale.
    pub mean: Option<RawMean>,
    /// Số phiếu của từng phương án, mỗi phương án có trọng số. / Answers by option, each with its weight.
    pub options: Option<Vec<RawWeighted>>,
    /// Chỉ số phần trăm, ví dụ SIPAS. / Index in percent, such as SIPAS.
    pub percent: Option<String>,
    /// Các nhóm đối tượng, mỗi nhóm có trọng số và kết quả riêng. / Groups of respondents, each with its weight and its own result.
    pub groups: Option<Vec<RawRespondents>>,
    /// Các mức theo một tỷ lệ hoặc điểm trung bình mà cuộc điều tra cho ra. / Steps on a rate or a mean that the survey found.
    pub steps: Option<RawSteps>,
}

/// YAML of a group of respondents: one of `percent` and `options`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRespondents {
    /// Tên nhóm, như ghi ở cột “Nhóm đối tượng” của bảng điều tra. / Name, as tables of the survey call it.
    pub name: String,
    /// Trọng số của nhóm. / Weight of the group.
    pub weight: Rate,
    /// Tỷ lệ phần trăm của nhóm. / Percentage of the group.
    pub percent: Option<String>,
    /// Số phiếu của từng phương án trong nhóm. / Answers of the group by option, each with its weight.
    pub options: Option<Vec<RawWeighted>>,
}

/// YAML of a mean.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawMean {
    /// Điểm trung bình của từng nhóm người trả lời. / Means of the groups of respondents.
    pub groups: Vec<RawWeighted>,
    /// Điểm thấp nhất của thang. / Lowest of the scale.
    pub zero_at: Number,
    /// Điểm cao nhất của thang. / Highest of the scale.
    pub full_at: Number,
}

/// YAML of a figure with its weight.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawWeighted {
    /// Ô số liệu. / Input.
    pub of: String,
    /// Trọng số. / Weight.
    pub weight: Rate,
}

/// Points of the survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// What it takes.
    found: SurveyReading,
    /// Whether the YAML named exactly one way.
    one: bool,
}

/// What a survey finds, as its rule says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurveyReading {
    /// Means of groups of respondents with their weights, on a scale.
    Mean(Vec<(InputId, Points)>, Points, Points),
    /// Answers of everybody together.
    All(Answers),
    /// Answers of groups of respondents.
    Groups(Vec<Respondents>),
    /// Steps on a percentage or a mean, which come to points by themselves.
    Steps(Box<Steps>),
}

/// What the figures of a survey come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Surveyed {
    /// These are blank.
    Blank(Vec<InputId>),
    /// What everybody together answered.
    All(Counted),
    /// What groups answered, in the order of the rule; of some nobody did.
    Groups {
        /// Each group.
        groups: Vec<Option<Counted>>,
        /// Their average in percent.
        percent: Points,
    },
    /// Mean on the scale.
    Mean {
        /// Mean of each group, in the order of the rule; of some nobody answered.
        means: Vec<Option<Points>>,
        /// Their average.
        mean: Points,
    },
    /// The step that a figure lies in.
    Steps(Measured<Held>),
}

impl Survey {
    /// Tells what it takes: means of groups with the scale, answers of everybody, or of groups.
    pub const fn found(&self) -> &SurveyReading {
        &self.found
    }

    /// Tells whether the YAML leaves open what it takes, of everybody or of a group: of its figures nothing can be said then.
    pub fn is_open(&self) -> bool {
        let groups = if let SurveyReading::Groups(groups) = &self.found { groups.as_slice() } else { &[] };
        !self.one || groups.iter().any(|group| group.named != Named::Once)
    }

    /// Names the group of which an input is a result, where another input is called like it.
    pub fn group_of(&self, id: &InputId, inputs: &[Input]) -> Option<&str> {
        let SurveyReading::Groups(groups) = &self.found else { return None };
        let label = |input: &Input| bare(&input.label);
        let own = inputs.iter().find(|input| input.id == *id).map(label)?;
        let is_alike = inputs.iter().any(|input| input.id != *id && label(input) == own);
        groups.iter().find(|group| is_alike && group.answers.inputs().contains(&id)).map(|group| group.name.as_str())
    }

    /// Gives the share of the maximum that figures are worth; `None` where nothing can be computed.
    fn share(&self, result: &Surveyed) -> Option<Points> {
        match (result, &self.found) {
            (Surveyed::All(Counted { percent, .. }) | Surveyed::Groups { percent, .. }, _) => percent.over(&Points::hundred()),
            (Surveyed::Mean { mean, .. }, SurveyReading::Mean(_, zero, full)) => share(mean, zero, full),
            (Surveyed::Mean { .. } | Surveyed::Blank(_) | Surveyed::Steps(_), _) => None,
        }
    }

    /// Gives the steps and the one that a figure lies in, where it goes by steps.
    fn step<'a>(&'a self, fact: &'a Surveyed) -> Option<(&'a Steps, &'a Measured<Held>)> {
        match (&self.found, fact) {
            (SurveyReading::Steps(steps), Surveyed::Steps(held)) => Some((steps, held)),
            _ => None,
        }
    }
}

impl SurveyReading {
    /// Lists the groups of respondents by the names that tables may call them, each with its weight and inputs; none where
    /// everybody is asked alike.
    pub fn groups(&self) -> Vec<(&str, &Points, Vec<&InputId>)> {
        match self {
            Self::Mean(groups, ..) => groups.iter().map(|(id, weight)| (id.as_str(), weight, vec![id])).collect(),
            Self::All(_) | Self::Steps(_) => Vec::new(),
            Self::Groups(groups) => groups.iter().map(|group| (group.name.as_str(), &group.weight, group.answers.inputs())).collect(),
        }
    }
}

impl From<RawSurvey> for Survey {
    fn from(raw: RawSurvey) -> Self {
        let named = [raw.mean.is_some(), raw.options.is_some(), raw.percent.is_some(), raw.groups.is_some(), raw.steps.is_some()];
        let one = named.into_iter().filter(|given| *given).count() == 1;
        let weighted = |list: Vec<RawWeighted>| list.into_iter().map(|one| (InputId::new(one.of), one.weight.0)).collect();
        let answers = |percent: Option<String>, options: Option<Vec<RawWeighted>>| match options {
            Some(options) => Answers::Options(weighted(options)),
            None => Answers::Percent(InputId::new(percent.unwrap_or_default())),
        };
        let found = match (raw.mean, raw.groups, raw.steps) {
            (Some(mean), ..) => SurveyReading::Mean(weighted(mean.groups), mean.zero_at.0, mean.full_at.0),
            (None, Some(groups), _) => {
                let group = |group: RawRespondents| Respondents {
                    name: group.name.trim().to_owned(),
                    weight: group.weight.0,
                    named: match (&group.percent, &group.options) {
                        (Some(percent), Some(_)) => Named::Twice(InputId::new(percent.as_str())),
                        (None, None) => Named::Never,
                        (Some(_), None) | (None, Some(_)) => Named::Once,
                    },
                    answers: answers(group.percent, group.options),
                };
                SurveyReading::Groups(groups.into_iter().map(group).collect())
            }
            (None, None, Some(steps)) => SurveyReading::Steps(Box::new(steps.into())),
            (None, None, None) => SurveyReading::All(answers(raw.percent, raw.options)),
        };
        Self { found, one }
    }
}

impl Faces for Survey {
    fn asks(&self) -> Vec<Ask> {
        let ask = |input: &InputId, kinds| Ask::of(input.clone(), kinds);
        match &self.found {
            SurveyReading::Mean(groups, ..) => groups.iter().map(|(input, _)| ask(input, &[InputKind::Points][..])).collect(),
            SurveyReading::All(answers) => answers.asks(),
            SurveyReading::Groups(groups) => {
                // What a group does not name is asked of nobody.
                let named = groups.iter().filter(|group| group.named != Named::Never);
                let beside = groups.iter().filter_map(|group| match &group.named {
                    Named::Twice(percent) => Some(ask(percent, &[InputKind::Percent][..])),
                    Named::Once | Named::Never => None,
                });
                named.flat_map(|group| group.answers.asks()).chain(beside).collect()
            }
            SurveyReading::Steps(steps) => steps.asks(),
        }
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        if let SurveyReading::Steps(steps) = &self.found { steps.parts() } else { Vec::new() }
    }

    fn spares(&self) -> Vec<Spare> {
        Vec::new()
    }

    fn scorer(&self) -> Scorer {
        Scorer::Survey
    }

    fn stands_within(&self) -> bool {
        false
    }

    fn branches(&self, leaf: &Terms<'_>) -> Vec<Branch> {
        if let SurveyReading::Steps(steps) = &self.found {
            return steps.branches(leaf);
        }
        vec![Branch { id: "survey".into(), label: Text::new("Theo kết quả điều tra", "By what the survey found") }]
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        self.breaches(leaf)
    }

    fn formula(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        self.worded(leaf)
    }
}

impl Scores for Survey {
    type Fact = Surveyed;

    fn score(&self, case: &Case<'_>) -> Scored<Surveyed> {
        let blank = |ids: Vec<InputId>| Scored::missing(ids.clone(), Surveyed::Blank(ids));
        let result = match &self.found {
            SurveyReading::Steps(steps) => return steps.score(case).map(Surveyed::Steps),
            SurveyReading::All(answers) => match answers.count(case) {
                Found::Counted(counted) => Surveyed::All(counted),
                Found::Nobody => return blank(answers.inputs().into_iter().cloned().collect()),
                Found::Lacks(missing) => return blank(missing),
            },
            SurveyReading::Groups(groups) => {
                let mut counted = Vec::new();
                let mut missing = Vec::new();
                for group in groups {
                    counted.push(match group.answers.count(case) {
                        Found::Counted(counted) => Some(counted),
                        Found::Nobody => None,
                        Found::Lacks(ids) => {
                            missing.extend(ids);
                            None
                        }
                    });
                }
                let answered = groups.iter().zip(&counted).filter_map(|(group, one)| Some((&one.as_ref()?.percent, &group.weight)));
                match weighted(answered).filter(|_| missing.is_empty()) {
                    Some(percent) => Surveyed::Groups { groups: counted, percent },
                    None if missing.is_empty() => {
                        return blank(groups.iter().flat_map(|group| group.answers.inputs()).cloned().collect());
                    }
                    None => return blank(missing),
                }
            }
            SurveyReading::Mean(groups, ..) => {
                let means: Vec<Option<Points>> = groups.iter().map(|(id, _)| case.number(id).cloned()).collect();
                let answered = groups.iter().zip(&means).filter_map(|((_, weight), mean)| Some((mean.as_ref()?, weight)));
                let Some(mean) = weighted(answered) else { return blank(groups.iter().map(|(id, _)| id.clone()).collect()) };
                Surveyed::Mean { means, mean }
            }
        };
        Scored::new(self.share(&result).map_or(Gives::Nothing, |share| Gives::Points(&share * case.terms().max)), result)
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Surveyed) -> Vec<String> {
        if let Some((steps, held)) = self.step(fact) {
            return steps.taken(held);
        }
        self.share(fact).map(|_| "survey".to_owned()).into_iter().collect()
    }

    fn explain(&self, fact: &Surveyed, leaf: &Terms<'_>) -> Vec<Text> {
        self.step(fact).map_or_else(|| self.explained(fact, leaf), |(steps, held)| steps.explain(held, leaf))
    }

    fn findings(&self, fact: &Surveyed, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        self.step(fact).map(|(steps, held)| steps.findings(held, leaf)).unwrap_or_default()
    }
}
