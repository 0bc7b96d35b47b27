//! Whether everything is there that a result of the survey is put together of: the ballots of every answer, and every group.

use super::Results;
use super::ballots::{Ballot, balloted, of_group};
use crate::criteria::Leaf;
use crate::figure::{CriterionId, Figure, InputId, UnitId};
use crate::finding::appraisal::{GROUP_MISSING, NO_SAMPLE, PART_MISSING};
use crate::finding::{Code, Finding, Place};
use crate::points::Points;
use crate::rule::{Rule, SurveyReading};
use crate::text;
use crate::text::Text;

/// What was found to be missing at a criterion of a unit.
struct Missing {
    /// Entry of the catalogue.
    code: &'static Code,
    /// What is wrong.
    message: Text,
    /// Whether the criterion gets no points.
    refused: bool,
}

impl Results<'_> {
    /// Finds averages of which a part is missing, those over no ballots, and groups without a result.
    pub(super) fn missing_parts(&mut self) {
        let mut told: Vec<(UnitId, CriterionId, Place, Missing)> = Vec::new();
        for ((unit, id), leaf) in self.leaves.iter().filter(|(key, _)| !self.spoiled.contains(key)) {
            let Some(place) = self.surveyed.get(unit).and_then(|of| of.get(id)?.places.values().next().cloned()) else { continue };
            let ballots = balloted(leaf).into_iter().filter_map(|ballot| self.of_ballot(unit, id, leaf, &ballot));
            let ballots: Vec<Missing> = ballots.chain(self.of_steps(unit, id, leaf)).collect();
            // Of a criterion without points nothing comes from the other groups.
            let refused = ballots.iter().any(|missing| missing.refused);
            let groups = if refused { Vec::new() } else { self.groups_missing(unit, id, leaf) };
            told.extend(ballots.into_iter().chain(groups).map(|missing| (unit.clone(), id.clone(), place.clone(), missing)));
        }
        for (unit, id, place, missing) in told {
            self.findings.push(Finding::new(missing.code, missing.message).of(&unit).on(&id).at(place));
            if missing.refused {
                self.drop_sample(&unit, &id);
            }
        }
    }

    /// Gives the figure of an input that counts.
    fn counts(&self, unit: &UnitId, id: &CriterionId, input: &InputId) -> Option<&Points> {
        self.surveyed.get(unit)?.get(id)?.figures.get(input).and_then(Figure::number)
    }

    /// Finds what a ballot lacks: answers without a number, or everybody.
    fn of_ballot(&self, unit: &UnitId, id: &CriterionId, leaf: &Leaf, Ballot { group, options }: &Ballot<'_>) -> Option<Missing> {
        let parts = || options.iter().map(|(part, _)| part);
        // Groups of respondents without answers are left out of an average; answers are not.
        let given = parts().filter(|part| self.counts(unit, id, part).is_some()).count();
        if group.is_some() && given == 0 {
            return None;
        }
        let Text { vi: of_vi, en: of_en } = of_group(*group);
        // What was typed and does not count has its own finding.
        let missing = parts()
            .filter(|part| self.counts(unit, id, part).is_none() && !self.faulty.contains(&(unit.clone(), id.clone(), (*part).clone())));
        let labels = missing.filter_map(|part| Some(format!("“{}”", leaf.input(part)?.label)));
        let list = labels.collect::<Vec<_>>().join(", ");
        if !list.is_empty() {
            let message = text!(
                "Tiêu chí “{id}” chưa có số phiếu của phương án {list}{of_vi}; chưa tính.",
                "Criterion “{id}” lacks the number of answers for {list}{of_en}; it does not count yet."
            );
            return Some(Missing { code: &PART_MISSING, message, refused: true });
        }
        let none = given == options.len() && parts().all(|part| self.counts(unit, id, part).is_some_and(Points::is_zero));
        let whole = || {
            let message = text!(
                "Tất cả các phương án của tiêu chí “{id}” đều ghi 0 phiếu; chưa tính.",
                "Every answer of criterion “{id}” has the number 0; it does not count yet."
            );
            Missing { code: &NO_SAMPLE, message, refused: true }
        };
        let of_group = |group: &str| {
            let message = text!(
                "Tất cả các phương án của tiêu chí “{id}” ở nhóm “{group}” đều ghi 0 phiếu; nhóm này không tính.",
                "Every answer of criterion “{id}” of group “{group}” has the number 0; this group is left out."
            );
            Missing { code: &GROUP_MISSING, message, refused: false }
        };
        none.then(|| group.map_or_else(whole, of_group))
    }

    /// Finds which figure of a rate is missing, by which steps go, where the other was typed.
    fn of_steps(&self, unit: &UnitId, id: &CriterionId, leaf: &Leaf) -> Option<Missing> {
        let Rule::Survey(rule) = &leaf.rule else { return None };
        let SurveyReading::Steps(steps) = rule.found() else { return None };
        let is_missing = |figure: &&InputId| {
            self.counts(unit, id, figure).is_none() && !self.faulty.contains(&(unit.clone(), id.clone(), (*figure).clone()))
        };
        let missing: Vec<&InputId> = steps.figures().into_iter().filter(is_missing).collect();
        let labels = missing.iter().filter_map(|figure| leaf.input(figure));
        let list = labels.map(|input| format!("“{}”", input.label)).collect::<Vec<_>>().join(", ");
        (!list.is_empty()).then(|| {
            let message = text!(
                "Tiêu chí “{id}” chưa có số liệu {list}; chưa tính.",
                "Criterion “{id}” lacks the figure {list}; it does not count yet."
            );
            Missing { code: &PART_MISSING, message, refused: true }
        })
    }

    /// Finds groups of respondents without a result, beside groups that have one.
    fn groups_missing(&self, unit: &UnitId, id: &CriterionId, leaf: &Leaf) -> Vec<Missing> {
        let Rule::Survey(rule) = &leaf.rule else { return Vec::new() };
        let groups = rule.found().groups();
        let without = groups.iter().filter(|(name, _, inputs)| {
            let silent = inputs.iter().all(|input| {
                self.counts(unit, id, input).is_none() && !self.faulty.contains(&(unit.clone(), id.clone(), (*input).clone()))
            });
            silent && !self.unanswered.contains(&(unit.clone(), id.clone(), (*name).to_owned()))
        });
        let without: Vec<_> = without.collect();
        if without.is_empty() || without.len() == groups.len() {
            return Vec::new();
        }
        let message = |(name, weight, inputs): &(&str, &Points, Vec<&InputId>)| {
            let label = leaf.inputs.iter().find(|input| inputs.first().is_some_and(|first| **first == input.id && first.as_str() == *name));
            let name = label.map_or(*name, |input| &input.label);
            let (weight_vi, weight) = (weight.plain_vi(), weight.plain());
            text!(
                "Tiêu chí “{id}” chưa có kết quả của nhóm “{name}” (trọng số {weight_vi}%); điểm tính theo các nhóm còn lại.",
                "Criterion “{id}” has no result of group “{name}” (weight {weight}%); its points come from the other groups."
            )
        };
        without.into_iter().map(|group| Missing { code: &GROUP_MISSING, message: message(group), refused: false }).collect()
    }
}
