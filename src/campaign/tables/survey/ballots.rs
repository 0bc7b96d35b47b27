//! Whole ballots of the survey: counted by answer, and held to the size of the sample.

use super::measures::takes;
use super::{At, Results, input};
use crate::criteria::{Criterion, Leaf};
use crate::figure::{Figure, InputId, InputKind, UnitId};
use crate::finding::Finding;
use crate::finding::appraisal::{BALLOT_REPEATED, IMPOSSIBLE_RESULT};
use crate::intake::table::Row;
use crate::points::Points;
use crate::rule::{Answers, Rule, SurveyReading};
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;
use std::collections::BTreeMap;

/// Ballots of a leaf.
#[derive(Debug)]
pub struct Ballots<'p> {
    pub criterion: &'p Criterion,
    pub by_number: BTreeMap<(String, Option<String>), Row>,
}

impl<'p> Results<'p> {
    /// Keeps a ballot until all are there.
    pub(super) fn ballot(&mut self, at: At<'_, 'p>) {
        let place = &at.row.place;
        let number = at.row.ballot.clone().unwrap_or_else(|| format!("{place:?}"));
        let key = (number, at.row.respondents.as_deref().map(bare));
        let of_leaf = self.ballots.entry((at.unit.clone(), at.criterion.id.clone()));
        let ballots = of_leaf.or_insert_with(|| Ballots { criterion: at.criterion, by_number: BTreeMap::new() });
        let Some(first) = ballots.by_number.get(&key) else {
            ballots.by_number.insert(key, at.row.clone());
            return;
        };
        if first.points.shown() == at.row.points.shown() {
            return;
        }
        let (number, one, other) = (at.row.ballot.clone().unwrap_or_default(), first.points.shown(), at.row.points.shown());
        let message = text!(
            "Phiếu điều tra “{number}” được ghi hai lần khác nhau, “{one}” và “{other}”.",
            "Questionnaire “{number}” is given twice, “{one}” and “{other}”."
        );
        self.fault(at, &BALLOT_REPEATED, message);
        self.spoil(at.unit, at.criterion);
    }

    /// Counts the ballots of a leaf.
    pub(super) fn count(&mut self, unit: &UnitId, ballots: &Ballots<'p>) {
        let criterion = ballots.criterion;
        let Some(leaf) = criterion.leaf() else { return };
        let at = |row| At { row, unit, criterion, leaf };
        let Some(first) = ballots.by_number.values().next() else { return };
        let found = at(first).found();
        let mut sums: BTreeMap<&InputId, (Points, Points)> = BTreeMap::new();
        for row in ballots.by_number.values() {
            match found {
                Some(SurveyReading::All(Answers::Options(options))) => {
                    if !self.vote(at(row), options, None, &mut sums) {
                        return;
                    }
                }
                Some(SurveyReading::Groups(groups)) => {
                    let Some(group) = self.respondents(at(row), groups) else { return self.spoil(unit, criterion) };
                    let Answers::Options(options) = &group.answers else { return self.other_measure(at(row), takes(at(row), found)) };
                    if !self.vote(at(row), options, Some(&group.name), &mut sums) {
                        return;
                    }
                }
                Some(SurveyReading::Mean(groups, low, high)) => {
                    let Some((group, _)) = self.group(at(row), groups) else { return self.spoil(unit, criterion) };
                    let mark = row.figure(&input(InputKind::Points, &row.heading)).value;
                    let Some(mark) = mark.number().filter(|mark| (low..=high).contains(mark)) else {
                        self.off_scale(at(row), &row.points.shown(), (low, high));
                        return self.spoil(unit, criterion);
                    };
                    let (sum, number) = sums.entry(&group.id).or_default();
                    *sum += mark;
                    *number += &Points::one();
                }
                Some(SurveyReading::All(Answers::Percent(_)) | SurveyReading::Steps(_)) | None => {
                    return self.other_measure(at(row), takes(at(row), found));
                }
            }
        }
        for (id, (sum, number)) in sums {
            let Some(input) = leaf.input(id) else { continue };
            let figure = if number.is_positive() { sum.over(&number) } else { Some(sum) };
            if let Some(figure) = figure {
                self.enter_figure(at(first), input, Figure::Number(figure));
            }
        }
        let of_leaf = self.samples.entry(unit.clone()).or_default().entry(criterion.id.clone()).or_default();
        for row in ballots.by_number.values() {
            *of_leaf.entry(at(row).group_key(found)).or_default() += &Points::one();
        }
    }

    /// Counts the answer of a ballot, and 0 for the others that could have been given. Tells whether it is one of them.
    fn vote<'o>(
        &mut self,
        at: At<'_, 'p>,
        options: &'o [(InputId, Points)],
        group: Option<&str>,
        sums: &mut BTreeMap<&'o InputId, (Points, Points)>,
    ) -> bool {
        for (id, _) in options {
            sums.entry(id).or_default();
        }
        let chosen = at.row.points.shown();
        let Some(input) = self.answer(at, options, group, Some(&chosen)) else { return false };
        if let Some((id, _)) = options.iter().find(|(id, _)| *id == input.id) {
            sums.entry(id).or_default().0 += &Points::one();
        }
        true
    }

    /// Finds answers that are more than the sample.
    pub(super) fn over_the_sample(&mut self) {
        let mut over = Vec::new();
        for ((unit, criterion), leaf) in &self.leaves {
            let Some(found) = self.surveyed.get(unit).and_then(|of_unit| of_unit.get(criterion)) else { continue };
            let Some(sizes) = self.samples.get(unit).and_then(|samples| samples.get(criterion)) else { continue };
            for Ballot { group, options } in balloted(leaf) {
                let Some(size) = sizes.get(&group.map(str::to_owned)) else { continue };
                let figures = options.iter().filter_map(|(id, _)| found.figures.get(id));
                let votes: Points = figures.filter_map(Figure::number).sum();
                if votes > *size {
                    let place = options.iter().find_map(|(id, _)| found.places.get(id)).cloned().unwrap_or_default();
                    over.push((unit.clone(), criterion.clone(), of_group(group), votes, size.clone(), place));
                }
            }
        }
        for (unit, criterion, Text { vi: of_vi, en: of_en }, votes, size, place) in over {
            let (votes_vi, size_vi, votes_en, size_en) = (votes.plain_vi(), size.plain_vi(), votes.plain(), size.plain());
            let message = text!(
                "Các phương án của tiêu chí “{criterion}”{of_vi} có tất cả {votes_vi} phiếu, nhiều hơn cỡ mẫu {size_vi}; chưa tính.",
                "The answers of criterion “{criterion}”{of_en} come to {votes_en} questionnaires, more than the sample of {size_en}; they do not count."
            );
            self.findings.push(Finding::new(&IMPOSSIBLE_RESULT, message).of(&unit).on(&criterion).at(place));
            self.spoiled.insert((unit, criterion));
        }
    }
}

/// Says whose ballots they are, behind a criterion; nothing where everybody has the same.
pub fn of_group(group: Option<&str>) -> Text {
    group.map(|group| text!(" ở nhóm “{group}”", " of group “{group}”")).unwrap_or_default()
}

/// Answers that stand on one ballot.
pub struct Ballot<'r> {
    /// Group of respondents that has this ballot; `None` where everybody has it.
    pub group: Option<&'r str>,
    /// Its answers with their weights.
    pub options: &'r [(InputId, Points)],
}

/// Lists the ballots of a leaf: one for everybody, or one for each group that is asked by ballot.
pub fn balloted(leaf: &Leaf) -> Vec<Ballot<'_>> {
    let Rule::Survey(rule) = &leaf.rule else { return Vec::new() };
    match rule.found() {
        SurveyReading::All(Answers::Options(options)) => vec![Ballot { group: None, options }],
        SurveyReading::Groups(groups) => {
            let ballots = groups.iter().filter_map(|group| match &group.answers {
                Answers::Options(options) => Some(Ballot { group: Some(&group.name), options }),
                Answers::Percent(_) => None,
            });
            ballots.collect()
        }
        SurveyReading::Mean(..) | SurveyReading::All(Answers::Percent(_)) | SurveyReading::Steps(_) => Vec::new(),
    }
}
