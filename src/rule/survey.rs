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

use super::interpolate::share;
use super::say::{exact, labels, printed, rate, say};
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Outcome, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::rule::{EMPTY, PERCENT, TWICE, UNREACHABLE, UNREACHABLE_MAX};
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
    /// What the survey found.
    found: Found,
    /// Whether the YAML named exactly one way.
    one: bool,
}

/// What a survey found.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    /// Means of groups of respondents with their weights, on a scale.
    Mean(Vec<(InputId, Points)>, Points, Points),
    /// Counts of answers with their weights in percent.
    Options(Vec<(InputId, Points)>),
    /// Index in percent.
    Percent(InputId),
}

impl From<RawSurvey> for Survey {
    fn from(raw: RawSurvey) -> Self {
        let weighted = |list: Vec<RawWeighted>| list.into_iter().map(|one| (InputId::new(one.of), one.weight.0)).collect();
        let one = [raw.mean.is_some(), raw.options.is_some(), raw.percent.is_some()].into_iter().filter(|given| *given).count() == 1;
        let found = match (raw.mean, raw.options, raw.percent) {
            (Some(mean), _, _) => Found::Mean(weighted(mean.groups), mean.zero_at.0, mean.full_at.0),
            (None, Some(options), _) => Found::Options(weighted(options)),
            (None, None, percent) => Found::Percent(InputId::new(percent.unwrap_or_default())),
        };
        Self { found, one }
    }
}

impl Faces for Survey {
    fn asks(&self) -> Vec<Ask> {
        let ask = |input: &InputId, kinds| Ask { input: input.clone(), kinds, choices: Vec::new() };
        match &self.found {
            Found::Mean(groups, ..) => groups.iter().map(|(input, _)| ask(input, &[InputKind::Points][..])).collect(),
            Found::Options(options) => options.iter().map(|(input, _)| ask(input, &[InputKind::Count][..])).collect(),
            Found::Percent(input) => vec![ask(input, &[InputKind::Percent][..])],
        }
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
            Found::Mean(groups, zero, full) => {
                if zero >= full {
                    let message = text!("Đầu thấp của thang không thấp hơn đầu cao.", "The scale's low end isn't below its high end.");
                    faults.push(fault(&["mean", "full_at"], &UNREACHABLE, message));
                }
                (vec!["mean", "groups"], groups)
            }
            Found::Options(options) => {
                if options.iter().all(|(_, weight)| *weight < Points::hundred()) {
                    let message = text!("Không phương án nào có trọng số 100 %.", "No option has a weight of 100 %.");
                    faults.push(fault(&["options"], &UNREACHABLE_MAX, message));
                }
                (vec!["options"], options)
            }
            Found::Percent(_) => return faults,
        };
        if weighted.is_empty() {
            faults.push(fault(&path, &EMPTY, text!("Không có mục nào.", "There is nothing in it.")));
        }
        for (n, (id, weight)) in weighted.iter().enumerate() {
            let at = n.to_string();
            let below = |key| path.iter().copied().chain([at.as_str(), key]).collect::<Vec<_>>();
            if *weight > Points::hundred() {
                let shown = exact(weight);
                let message = say!("Trọng số “{shown} %” vượt 100 %.", "The weight “{shown} %” is over 100 %.", shown = shown);
                faults.push(fault(&below("weight"), &PERCENT, message));
            }
            if weighted.iter().take(n).any(|(earlier, _)| earlier == id) {
                let label = leaf.label(id);
                faults.push(fault(&below("of"), &TWICE, text!("{label} viết hai lần.", "{label} is written twice.")));
            }
        }
        faults
    }

    fn score(&self, case: &Case<'_>) -> Outcome {
        let blank = |ids: Vec<InputId>| {
            let names = labels(case.terms(), &ids);
            Outcome::missing(ids).tell(text!("Chưa có số liệu điều tra {names}.", "No survey figures for {names}."))
        };
        let max = case.terms().max;
        let give = |share: &Points, sentence: Text| Outcome::new(Gives::Points(share * max)).by("survey").tell(sentence);
        let shown = |share: &Points| printed(&(share * max), case.terms().rounding);
        match &self.found {
            Found::Percent(id) => {
                let Some(share) = case.number(id).and_then(|percent| percent.over(&Points::hundred())) else {
                    return blank(vec![id.clone()]);
                };
                let percent = exact(&(&share * &Points::hundred()));
                let sentence = say!(
                    "{percent} % × {max} = {given} điểm.",
                    "{percent} % × {max} = {given} points.",
                    percent = percent,
                    max = exact(max),
                    given = shown(&share)
                );
                give(&share, sentence)
            }
            Found::Options(options) => {
                let missing: Vec<InputId> = options.iter().map(|(id, _)| id).filter(|id| case.number(id).is_none()).cloned().collect();
                if !missing.is_empty() {
                    return blank(missing);
                }
                let counts: Points = options.iter().filter_map(|(id, _)| case.number(id)).sum();
                let weighted: Points = options.iter().filter_map(|(id, weight)| Some(case.number(id)? * weight)).sum();
                let Some(percent) = weighted.over(&counts) else { return blank(options.iter().map(|(id, _)| id.clone()).collect()) };
                let Some(share) = percent.over(&Points::hundred()) else { return Outcome::new(Gives::Nothing) };
                let sentence = say!(
                    "{n} phiếu, bình quân {percent} % × {max} = {given} điểm.",
                    "{n} answers, {percent} % on average × {max} = {given} points.",
                    n = exact(&counts),
                    percent = rate(&percent, &[], case.terms().rounding),
                    max = exact(max),
                    given = shown(&share)
                );
                give(&share, sentence)
            }
            Found::Mean(groups, zero, full) => {
                let answered: Vec<(&Points, &Points)> = groups.iter().filter_map(|(id, weight)| Some((case.number(id)?, weight))).collect();
                let weights: Points = answered.iter().map(|(_, weight)| *weight).sum();
                let total: Points = answered.iter().map(|(mean, weight)| *mean * *weight).sum();
                let Some(mean) = total.over(&weights) else { return blank(groups.iter().map(|(id, _)| id.clone()).collect()) };
                let Some(share) = share(&mean, zero, full) else { return Outcome::new(Gives::Nothing) };
                let sentence = say!(
                    "Điểm trung bình {mean}: ({mean} − {zero}) / ({full} − {zero}) × {max} = {given} điểm.",
                    "Mean {mean}: ({mean} − {zero}) / ({full} − {zero}) × {max} = {given} points.",
                    mean = rate(&mean, &[zero, full], case.terms().rounding),
                    zero = exact(zero),
                    full = exact(full),
                    max = exact(max),
                    given = shown(&share)
                );
                give(&share, sentence)
            }
        }
    }

    fn formula(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let max = exact(leaf.max);
        match &self.found {
            Found::Percent(id) => {
                let label = leaf.label(id);
                vec![say!("{label} (%) × {max}", "{label} (%) × {max}", max = max)]
            }
            Found::Options(options) => {
                let mut lines = vec![say!("Bình quân trọng số các phiếu × {max}", "Average weight of answers × {max}", max = max)];
                for (id, weight) in options {
                    let label = leaf.label(id);
                    lines.push(say!("{label}: {weight} %", "{label}: {weight} %", weight = exact(weight)));
                }
                lines
            }
            Found::Mean(groups, zero, full) => {
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
                        lines.push(say!("{label}: trọng số {weight} %", "{label}: weight {weight} %", weight = exact(weight)));
                    }
                }
                lines
            }
        }
    }
}
