//! `survey`: points of the sociological survey from what it found: a mean on a scale, answers with weights, or an index.
//!
//! ```yaml
//! rule: { survey: { mean: { groups: [ { of: nguoi_dan, weight: 60% }, { of: doanh_nghiep, weight: 40% } ], zero_at: 1, full_at: 5 } } }
//! rule: { survey: { options: [ { of: a, weight: 100% }, { of: b, weight: 60% }, { of: c, weight: 20% }, { of: d, weight: 0% } ] } }
//! rule: { survey: { percent: sipas } }          # 91,17 % of 10 is 9,117
//! ```
//!
//! The figures are typed by whoever held the survey, never by the unit.

use schemars::JsonSchema;
use serde::Deserialize;

use super::say::{exact, labels, printed, rate, say};
use super::scored::Scored;
use super::span::share;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::Finding;
use crate::finding::rule::{EMPTY, PERCENT, SURVEY_WEIGHTS, TWICE, UNREACHABLE, UNREACHABLE_MAX};
use crate::points::Points;
use crate::text;
use crate::text::Text;
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
    /// Counts of answers with their weights in percent.
    Options(Vec<(InputId, Points)>),
    /// Index in percent.
    Percent(InputId),
}

/// What the figures of a survey come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Surveyed {
    /// These are blank.
    Blank(Vec<InputId>),
    /// Index in percent.
    Percent(Points),
    /// So many answers, with their average weight in percent.
    Options {
        /// How many.
        answers: Points,
        /// Average weight.
        percent: Points,
    },
    /// Mean on the scale.
    Mean(Points),
}

impl Survey {
    /// Tells what it takes: means of groups with the scale, counts of answers, or an index.
    pub const fn found(&self) -> &SurveyReading {
        &self.found
    }

    /// Gives the share of the maximum that figures are worth; `None` where nothing can be computed.
    fn share(&self, result: &Surveyed) -> Option<Points> {
        match (result, &self.found) {
            (Surveyed::Percent(percent) | Surveyed::Options { percent, .. }, _) => percent.over(&Points::hundred()),
            (Surveyed::Mean(mean), SurveyReading::Mean(_, zero, full)) => share(mean, zero, full),
            (Surveyed::Mean(_) | Surveyed::Blank(_), _) => None,
        }
    }
}

impl From<RawSurvey> for Survey {
    fn from(raw: RawSurvey) -> Self {
        let weighted = |list: Vec<RawWeighted>| list.into_iter().map(|one| (InputId::new(one.of), one.weight.0)).collect();
        let one = [raw.mean.is_some(), raw.options.is_some(), raw.percent.is_some()].into_iter().filter(|given| *given).count() == 1;
        let found = match (raw.mean, raw.options, raw.percent) {
            (Some(mean), _, _) => SurveyReading::Mean(weighted(mean.groups), mean.zero_at.0, mean.full_at.0),
            (None, Some(options), _) => SurveyReading::Options(weighted(options)),
            (None, None, percent) => SurveyReading::Percent(InputId::new(percent.unwrap_or_default())),
        };
        Self { found, one }
    }
}

impl Faces for Survey {
    fn asks(&self) -> Vec<Ask> {
        let ask = |input: &InputId, kinds| Ask::of(input.clone(), kinds);
        match &self.found {
            SurveyReading::Mean(groups, ..) => groups.iter().map(|(input, _)| ask(input, &[InputKind::Points][..])).collect(),
            SurveyReading::Options(options) => options.iter().map(|(input, _)| ask(input, &[InputKind::Count][..])).collect(),
            SurveyReading::Percent(input) => vec![ask(input, &[InputKind::Percent][..])],
        }
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        Vec::new()
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

    fn branches(&self) -> Vec<Branch> {
        vec![Branch { id: "survey".into(), label: Text::new("Theo kết quả điều tra", "By what the survey found") }]
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let fault = |path: &[&str], code, message| Fault { path: path.iter().map(|key| (*key).to_owned()).collect(), code, message };
        if !self.one {
            let message = text!("Cần đúng một trong ba: mean, options, percent.", "Exactly one of mean, options and percent is needed.");
            return vec![fault(&[], &TWICE, message)];
        }
        let mut faults = Vec::new();
        let (path, weighted) = match &self.found {
            SurveyReading::Mean(groups, zero, full) => {
                if zero >= full {
                    let message = text!("Đầu thấp của thang không thấp hơn đầu cao.", "The scale's low end isn't below its high end.");
                    faults.push(fault(&["mean", "full_at"], &UNREACHABLE, message));
                }
                (vec!["mean", "groups"], groups)
            }
            SurveyReading::Options(options) => {
                if options.iter().all(|(_, weight)| *weight < Points::hundred()) {
                    let message = text!("Không phương án nào có trọng số 100%.", "No option has a weight of 100%.");
                    faults.push(fault(&["options"], &UNREACHABLE_MAX, message));
                }
                (vec!["options"], options)
            }
            SurveyReading::Percent(_) => return faults,
        };
        let sum: Points = weighted.iter().map(|(_, weight)| weight.clone()).sum();
        if matches!(self.found, SurveyReading::Mean(..)) && !weighted.is_empty() && sum != Points::hundred() {
            let message = say!(
                "Trọng số của các nhóm cộng lại được {sum}%, không phải 100%.",
                "The weights of the groups add to {sum}%, not 100%.",
                sum = exact(&sum)
            );
            faults.push(fault(&["mean", "groups"], &SURVEY_WEIGHTS, message));
        }
        if weighted.is_empty() {
            faults.push(fault(&path, &EMPTY, text!("Không có mục nào.", "There is nothing in it.")));
        }
        for (n, (id, weight)) in weighted.iter().enumerate() {
            let at = n.to_string();
            let below = |key| path.iter().copied().chain([at.as_str(), key]).collect::<Vec<_>>();
            if *weight > Points::hundred() {
                let shown = exact(weight);
                let message = say!("Trọng số “{shown}%” vượt 100%.", "The weight “{shown}%” is over 100%.", shown = shown);
                faults.push(fault(&below("weight"), &PERCENT, message));
            }
            if weighted.iter().take(n).any(|(earlier, _)| earlier == id) {
                let label = leaf.label(id);
                faults.push(fault(&below("of"), &TWICE, text!("{label} viết hai lần.", "{label} is written twice.")));
            }
        }
        faults
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
        let max = exact(leaf.max);
        match &self.found {
            SurveyReading::Percent(id) => {
                let label = leaf.label(id);
                vec![say!("{label} (%) × {max}", "{label} (%) × {max}", max = max)]
            }
            SurveyReading::Options(options) => {
                let mut lines = vec![say!("Bình quân trọng số các phiếu × {max}", "Average weight of answers × {max}", max = max)];
                for (id, weight) in options {
                    let label = leaf.label(id);
                    lines.push(say!("{label}: {weight}%", "{label}: {weight}%", weight = exact(weight)));
                }
                lines
            }
            SurveyReading::Mean(groups, zero, full) => {
                let mut lines = vec![say!(
                    "(Điểm trung bình − {zero}) / ({full} − {zero}) × {max}",
                    "(Mean − {zero}) / ({full} − {zero}) × {max}",
                    zero = exact(zero),
                    full = exact(full),
                    max = max
                )];
                if groups.len() > 1 {
                    for (id, weight) in groups {
                        let label = leaf.label(id);
                        lines.push(say!("{label}: trọng số {weight}%", "{label}: weight {weight}%", weight = exact(weight)));
                    }
                }
                lines
            }
        }
    }
}

impl Scores for Survey {
    type Fact = Surveyed;

    fn score(&self, case: &Case<'_>) -> Scored<Surveyed> {
        let blank = |ids: Vec<InputId>| Scored::missing(ids.clone(), Surveyed::Blank(ids));
        let result = match &self.found {
            SurveyReading::Percent(id) => match case.number(id) {
                Some(percent) => Surveyed::Percent(percent.clone()),
                None => return blank(vec![id.clone()]),
            },
            SurveyReading::Options(options) => {
                let missing: Vec<InputId> = options.iter().map(|(id, _)| id).filter(|id| case.number(id).is_none()).cloned().collect();
                if !missing.is_empty() {
                    return blank(missing);
                }
                let answers: Points = options.iter().filter_map(|(id, _)| case.number(id)).sum();
                let weighted: Points = options.iter().filter_map(|(id, weight)| Some(case.number(id)? * weight)).sum();
                let Some(percent) = weighted.over(&answers) else { return blank(options.iter().map(|(id, _)| id.clone()).collect()) };
                Surveyed::Options { answers, percent }
            }
            SurveyReading::Mean(groups, ..) => {
                let answered: Vec<(&Points, &Points)> = groups.iter().filter_map(|(id, weight)| Some((case.number(id)?, weight))).collect();
                let weights: Points = answered.iter().map(|(_, weight)| *weight).sum();
                let total: Points = answered.iter().map(|(mean, weight)| *mean * *weight).sum();
                let Some(mean) = total.over(&weights) else { return blank(groups.iter().map(|(id, _)| id.clone()).collect()) };
                Surveyed::Mean(mean)
            }
        };
        Scored::new(self.share(&result).map_or(Gives::Nothing, |share| Gives::Points(&share * case.terms().max)), result)
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Surveyed) -> Vec<String> {
        self.share(fact).map(|_| "survey".to_owned()).into_iter().collect()
    }

    fn explain(&self, fact: &Surveyed, leaf: &Terms<'_>) -> Vec<Text> {
        if let Surveyed::Blank(ids) = fact {
            let names = labels(leaf, ids);
            return vec![text!("Chưa có số liệu điều tra {names}.", "No survey figures for {names}.")];
        }
        let Some(share) = self.share(fact) else { return Vec::new() };
        let (max, given) = (exact(leaf.max), printed(&(&share * leaf.max), leaf.rounding));
        let points = |share: Option<Points>| share.map(|share| leaf.rounding.print(&(&share * leaf.max)));
        match (fact, &self.found) {
            (Surveyed::Percent(percent), _) => vec![say!(
                "{percent}% × {max} = {given} điểm.",
                "{percent}% × {max} = {given} points.",
                percent = exact(percent),
                max = max,
                given = given
            )],
            (Surveyed::Options { answers, percent }, _) => vec![say!(
                "{n} phiếu, bình quân {percent}% × {max} = {given} điểm.",
                "{n} answers, {percent}% on average × {max} = {given} points.",
                n = exact(answers),
                percent = rate(percent, leaf.rounding, |percent| points(percent.over(&Points::hundred()))).words,
                max = max,
                given = given
            )],
            (Surveyed::Mean(mean), SurveyReading::Mean(_, zero, full)) if mean < zero || mean > full => vec![say!(
                "Điểm trung bình {mean} nằm ngoài thang từ {zero} đến {full}: được {given} điểm.",
                "Mean {mean} is outside the scale of {zero} to {full}: {given} points.",
                mean = rate(mean, leaf.rounding, |mean| mean < zero || mean > full).words,
                zero = exact(zero),
                full = exact(full),
                given = given
            )],
            (Surveyed::Mean(mean), SurveyReading::Mean(_, zero, full)) => vec![say!(
                "Điểm trung bình {mean}: ({mean} − {zero}) / ({full} − {zero}) × {max} = {given} điểm.",
                "Mean {mean}: ({mean} − {zero}) / ({full} − {zero}) × {max} = {given} points.",
                mean = rate(mean, leaf.rounding, |mean| points(super::span::share(mean, zero, full))).words,
                zero = exact(zero),
                full = exact(full),
                max = max,
                given = given
            )],
            (Surveyed::Mean(_) | Surveyed::Blank(_), _) => Vec::new(),
        }
    }

    fn findings(&self, _: &Self::Fact, _: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        Vec::new()
    }
}
