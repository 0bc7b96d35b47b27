//! Of which measure a result of the survey is, and whether the criterion takes that: a percentage, ballots, a mean on its scale.

use super::{At, Results};
use crate::criteria::Leaf;
use crate::figure::{Input, InputId, InputKind};
use crate::finding::appraisal::{IMPOSSIBLE_RESULT, OTHER_MEASURE};
use crate::intake::table::{Measure, RowGives};
use crate::points::Points;
use crate::rule::{Answers, SurveyReading};
use crate::text;

impl<'p> Results<'p> {
    /// Says that a criterion takes another kind of result.
    pub(super) fn other_measure(&mut self, at: At<'_, 'p>, (takes, takes_en): (&str, &str)) {
        let (typed, heading, id) = (at.row.points.shown(), &at.row.heading, &at.criterion.id);
        let message = text!(
            "Cột “{heading}” ghi “{typed}”, nhưng tiêu chí “{id}” lấy {takes}; chưa tính.",
            "Column “{heading}” says “{typed}”, but criterion “{id}” takes {takes_en}; it does not count."
        );
        self.fault(at, &OTHER_MEASURE, message);
    }

    /// Enters a mean, if it lies on the scale.
    pub(super) fn on_scale(&mut self, at: At<'_, 'p>, input: &Input, (low, high): (&Points, &Points)) -> bool {
        if let Some(top) = at.row.said_top().filter(|top| top != high) {
            let (heading, id) = (&at.row.heading, &at.criterion.id);
            let (top_vi, top, high_vi, high) = (top.plain_vi(), top.plain(), high.plain_vi(), high.plain());
            let message = text!(
                "Cột “{heading}” theo thang {top_vi}, nhưng tiêu chí “{id}” lấy thang {high_vi}; chưa tính.",
                "Column “{heading}” is on a scale up to {top}, but criterion “{id}” takes one up to {high}; it does not count."
            );
            self.fault(at, &OTHER_MEASURE, message);
            return false;
        }
        let read = at.row.figure(input);
        if let Some(mean) = read.value.number()
            && !(low..=high).contains(&mean)
        {
            self.off_scale(at, &at.row.points.shown(), (low, high));
            self.faulty.insert((at.unit.clone(), at.criterion.id.clone(), input.id.clone()));
            return false;
        }
        self.put(at, input)
    }

    /// Says that a mean or a mark lies outside the scale.
    pub(super) fn off_scale(&mut self, at: At<'_, 'p>, typed: &str, (low, high): (&Points, &Points)) {
        let (low_vi, high_vi, low, high) = (low.plain_vi(), high.plain_vi(), low.plain(), high.plain());
        let message = text!(
            "Kết quả “{typed}” nằm ngoài thang điểm từ {low_vi} đến {high_vi}; coi như chưa nhập.",
            "The result “{typed}” is outside the scale from {low} to {high}; it counts as not typed."
        );
        self.fault(at, &IMPOSSIBLE_RESULT, message);
    }
}

/// Says what a criterion takes of the survey.
pub fn takes(at: At<'_, '_>, found: Option<&SurveyReading>) -> (&'static str, &'static str) {
    match found {
        None if at.row.gives == RowGives::Ballot => ("điểm chung, không lấy từng phiếu", "points of all, not questionnaires"),
        None => ("điểm", "points"),
        Some(SurveyReading::Steps(steps)) if asks_for(at.leaf, steps.figure(), Measure::Mean) => ("điểm trung bình", "a mean"),
        Some(SurveyReading::Steps(steps)) if steps.figure().is_none() => ("hai số liệu của tỷ lệ", "the two figures of the rate"),
        Some(SurveyReading::Steps(_)) => PERCENTAGE,
        Some(SurveyReading::All(answers)) => taken_of(answers),
        Some(SurveyReading::Mean(..)) => ("điểm trung bình trên thang đo", "a mean on a scale"),
        Some(SurveyReading::Groups(groups)) if groups.iter().all(|group| matches!(group.answers, Answers::Percent(_))) => {
            ("tỷ lệ phần trăm của từng nhóm đối tượng", "the percentage of each group of respondents")
        }
        Some(SurveyReading::Groups(_)) => ("kết quả của từng nhóm đối tượng", "the result of each group of respondents"),
    }
}

/// Says what is taken of answers.
pub const fn taken_of(answers: &Answers) -> (&'static str, &'static str) {
    match answers {
        Answers::Percent(_) => PERCENTAGE,
        Answers::Options(_) => ("số phiếu của từng phương án", "the number of answers of each kind"),
    }
}

/// What is taken where one figure in percent is asked.
const PERCENTAGE: (&str, &str) = ("tỷ lệ phần trăm", "a percentage");

/// Tells whether a result of a kind is the one figure by which steps go.
pub fn asks_for(leaf: &Leaf, figure: Option<&InputId>, measure: Measure) -> bool {
    let kind = leaf.inputs.iter().find(|input| Some(&input.id) == figure).map(|input| input.kind);
    matches!((kind, measure), (Some(InputKind::Percent), Measure::Percent) | (Some(InputKind::Points), Measure::Mean))
}
