//! What the survey found, where the set computes points of it: percentages, means of groups, answers, whole ballots.
//!
//! A result is taken only by the rule that asks for its kind. What would make an average wrong, such as an answer that the
//! set does not have, keeps the criterion without points for the unit: never better than blank.
//!
//! Source: [meanings](crate#meanings) 18, 26, 40.

mod ballots;
mod groups;
mod measures;
mod parts;

use std::collections::{BTreeMap, BTreeSet};

use self::ballots::Ballots;
use self::measures::{asks_for, takes};

use super::names::{by_answer, by_name, called, is_everybody};
use crate::assessment::Surveyed;
use crate::campaign::suggestion::did_you_mean;
use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, Days, Figure, Input, InputId, InputKind, UnitId};
use crate::finding::appraisal::{NO_SAMPLE, OTHER_MEASURE, OTHER_WEIGHT, REPEATED, UNKNOWN_ANSWER, UNKNOWN_FIGURE, UNKNOWN_RESPONDENTS};
use crate::finding::{Checked, Code, Finding, Place};
use crate::intake::table::{Measure, Row, RowGives};
use crate::points::Points;
use crate::rule::Rule;
use crate::rule::{Answers, SurveyReading};
use crate::text;
use crate::text::Text;
use crate::typed::value;

/// Sizes of samples by unit and leaf, each with the group of respondents where one is named.
pub type Samples = BTreeMap<UnitId, BTreeMap<CriterionId, BTreeMap<Option<String>, Points>>>;

/// Results of the survey, row by row.
#[derive(Debug, Default)]
pub struct Results<'p> {
    surveyed: BTreeMap<UnitId, BTreeMap<CriterionId, Surveyed>>,
    samples: Samples,
    /// Ballots by unit and leaf, then by their numbers and groups.
    ballots: BTreeMap<(UnitId, CriterionId), Ballots<'p>>,
    /// Figures that were typed and don't count, with a finding of their own.
    faulty: BTreeSet<(UnitId, CriterionId, InputId)>,
    /// Figures that were typed twice and differ.
    withdrawn: BTreeSet<(UnitId, CriterionId, InputId)>,
    /// Leaves that anything was found for.
    leaves: BTreeMap<(UnitId, CriterionId), &'p Leaf>,
    /// Groups of respondents of which the table says itself that nobody answered, with a finding of their own.
    unanswered: BTreeSet<(UnitId, CriterionId, String)>,
    /// What was told once of all rows of a group: its sample, its weight, as typed.
    told: BTreeSet<(UnitId, CriterionId, Option<String>, &'static str, String)>,
    /// Leaves of a unit that get no points, since an average would be wrong.
    spoiled: BTreeSet<(UnitId, CriterionId)>,
    findings: Vec<Finding>,
}

/// What rows came to.
#[derive(Debug)]
pub struct Gathered {
    /// Figures by unit and leaf.
    pub surveyed: BTreeMap<UnitId, BTreeMap<CriterionId, Surveyed>>,
    /// Sizes of samples.
    pub samples: Samples,
}

/// A result of which the sample says that nobody answered, or how many is no number.
struct NoAnswers;

/// Where a row belongs.
#[derive(Clone, Copy)]
struct At<'a, 'p> {
    row: &'a Row,
    unit: &'a UnitId,
    criterion: &'p Criterion,
    leaf: &'p Leaf,
}

impl<'p> At<'_, 'p> {
    /// Gives what the criterion takes of the survey; `None` where it takes points.
    fn found(&self) -> Option<&'p SurveyReading> {
        match &self.leaf.rule {
            Rule::Survey(rule) => Some(rule.found()),
            _ => None,
        }
    }

    /// Gives the name of the group of respondents that the row is of: as the set calls it where it knows it, else as typed.
    fn group_key(&self, found: Option<&SurveyReading>) -> Option<String> {
        let typed = self.row.respondents.as_deref()?;
        let groups = found.map(SurveyReading::groups).unwrap_or_default();
        let calls = groups.iter().map(|(name, _, inputs)| {
            // Of a group with one figure, the figure's names are those of the group.
            let only = if let [only] = inputs.as_slice() { Some(*only) } else { None };
            let only = only.and_then(|id| self.leaf.input(id));
            (*name, [*name].into_iter().chain(only.into_iter().flat_map(|input| [input.id.as_str(), input.label.as_str()])).collect())
        });
        Some(called(calls, typed).unwrap_or(typed).to_owned())
    }
}

impl<'p> Results<'p> {
    /// Enters a row that gives anything but points.
    pub fn enter(&mut self, row: &Row, unit: &UnitId, criterion: &'p Criterion) {
        let Some(leaf) = criterion.leaf() else { return };
        let at = At { row, unit, criterion, leaf };
        if row.gives == RowGives::Ballot {
            return self.ballot(at);
        }
        let found = at.found();
        let group = at.group_key(found);
        let Ok(sample) = self.sample(at) else {
            self.unanswered.extend(group.map(|group| (unit.clone(), criterion.id.clone(), group)));
            return;
        };
        let taken = match (found, row.gives) {
            (Some(SurveyReading::Groups(groups)), gives) => self.of_groups(at, groups, gives),
            _ if row.input.is_some() => match row.input(leaf) {
                Some(input) => self.named_figure(at, input),
                None => self.unknown_figure(at),
            },
            (Some(SurveyReading::All(Answers::Percent(id))), RowGives::Value(Measure::Percent)) => self.percent(at, id),
            (Some(SurveyReading::Steps(steps)), RowGives::Value(measure)) if asks_for(leaf, steps.figure(), measure) => {
                steps.figure().is_some_and(|id| self.percent(at, id))
            }
            (Some(SurveyReading::Mean(groups, low, high)), RowGives::Value(Measure::Mean)) => self.mean(at, groups, (low, high)),
            (Some(SurveyReading::All(Answers::Options(options))), RowGives::Value(Measure::Votes)) => self.votes(at, options),
            // The table says points, too, and beside them how it came to them.
            (None, _) if row.beside_points => false,
            (found, _) => {
                self.other_measure(at, takes(at, found));
                false
            }
        };
        if let (true, Some(size)) = (taken, sample) {
            let of_leaf = self.samples.entry(unit.clone()).or_default().entry(criterion.id.clone()).or_default();
            of_leaf.insert(group, size);
        }
    }

    /// Enters the size of the sample beside points; tells whether the points count.
    pub fn admits_points(&mut self, row: &Row, unit: &UnitId, criterion: &'p Criterion) -> bool {
        let Some(leaf) = criterion.leaf() else { return true };
        let Ok(sample) = self.sample(At { row, unit, criterion, leaf }) else { return false };
        if let Some(size) = sample {
            let of_leaf = self.samples.entry(unit.clone()).or_default().entry(criterion.id.clone()).or_default();
            of_leaf.insert(row.respondents.clone(), size);
        }
        true
    }

    /// Gives what was found, once every row is entered.
    pub fn finish(mut self) -> Checked<Gathered> {
        for ((unit, _), ballots) in std::mem::take(&mut self.ballots) {
            self.count(&unit, &ballots);
        }
        self.over_the_sample();
        self.missing_parts();
        for (unit, criterion) in &std::mem::take(&mut self.spoiled) {
            if let Some(of_unit) = self.surveyed.get_mut(unit) {
                of_unit.remove(criterion);
            }
            self.drop_sample(unit, criterion);
        }
        self.surveyed.retain(|_, of_unit| {
            of_unit.retain(|_, of_leaf| !of_leaf.figures.is_empty());
            !of_unit.is_empty()
        });
        let Self { surveyed, samples, findings, .. } = self;
        Checked { value: Gathered { surveyed, samples }, findings }
    }

    /// Leaves out how many answered for a leaf: their result does not count.
    fn drop_sample(&mut self, unit: &UnitId, criterion: &CriterionId) {
        if let Some(of_unit) = self.samples.get_mut(unit) {
            of_unit.remove(criterion);
        }
    }

    /// Says that a criterion has no figure of the name that a row gives.
    fn unknown_figure(&mut self, at: At<'_, 'p>) -> bool {
        let At { row, leaf, criterion, .. } = at;
        let (typed, id) = (row.input.as_deref().unwrap_or_default(), &criterion.id);
        let message = text!("Tiêu chí “{id}” không có số liệu “{typed}”.", "Criterion “{id}” has no figure “{typed}”.");
        let there = leaf.inputs.iter().flat_map(|input| [input.id.as_str(), input.label.as_str()]);
        let finding = did_you_mean(Finding::new(&UNKNOWN_FIGURE, message), typed, there);
        self.findings.push(finding.of(at.unit).on(&criterion.id).at(row.place.clone()));
        false
    }

    /// Enters the figure that a row names by its id or label.
    fn named_figure(&mut self, at: At<'_, 'p>, input: &Input) -> bool {
        let At { row, leaf, .. } = at;
        let kind = match row.gives {
            RowGives::Value(Measure::Percent) => Some(InputKind::Percent),
            RowGives::Value(Measure::Votes) => Some(InputKind::Count),
            RowGives::Value(Measure::Points | Measure::Mean) => Some(InputKind::Points),
            RowGives::Value(Measure::Unsaid) | RowGives::Applies | RowGives::Ballot => None,
        };
        if kind.is_some_and(|kind| kind != input.kind) {
            let (typed, heading, label) = (row.points.shown(), &row.heading, &input.label);
            let message = text!(
                "Cột “{heading}” ghi “{typed}” cho số liệu “{label}”, là số liệu loại khác; chưa tính.",
                "Column “{heading}” says “{typed}” for “{label}”, which is a figure of another kind; it does not count."
            );
            self.fault(at, &OTHER_MEASURE, message);
            return false;
        }
        if let Rule::Survey(rule) = &leaf.rule
            && let SurveyReading::Mean(_, low, high) = rule.found()
        {
            return self.on_scale(at, input, (low, high));
        }
        self.put(at, input)
    }

    /// Enters a percentage.
    fn percent(&mut self, at: At<'_, 'p>, id: &InputId) -> bool {
        let Some(input) = at.leaf.input(id) else { return false };
        let named = at.row.respondents.as_deref().filter(|group| !is_everybody(group));
        if let Some(group) = named.filter(|group| by_name(at.leaf, [id], group).is_none()) {
            let (criterion, group) = (&at.criterion.id, group.to_owned());
            let message = if at.row.heading_names_group() {
                unheard(at)
            } else {
                text!(
                    "Tiêu chí “{criterion}” lấy một tỷ lệ chung, không có nhóm “{group}”; tỷ lệ của nhóm này không được tính.",
                    "Criterion “{criterion}” takes one percentage of all, it has no group “{group}”; the group's does not count."
                )
            };
            self.fault(at, &UNKNOWN_RESPONDENTS, message);
            return false;
        }
        self.put(at, input)
    }

    /// Enters the mean of a group of respondents.
    fn mean(&mut self, at: At<'_, 'p>, groups: &[(InputId, Points)], scale: (&Points, &Points)) -> bool {
        let Some((input, weight)) = self.group(at, groups) else { return false };
        self.hold_weight(at, weight);
        self.on_scale(at, input, scale)
    }

    /// Finds the group of a row, with its weight.
    fn group<'g>(&mut self, at: At<'_, 'p>, groups: &'g [(InputId, Points)]) -> Option<(&'p Input, &'g Points)> {
        let named = at.row.respondents.as_deref();
        let found = match (named, groups) {
            (None, [(only, _)]) => at.leaf.input(only),
            (None, _) => None,
            (Some(group), _) => by_name(at.leaf, groups.iter().map(|(id, _)| id), group),
        };
        let weight = found.and_then(|input| groups.iter().find(|(id, _)| *id == input.id)).map(|(_, weight)| weight);
        if let (Some(input), Some(weight)) = (found, weight) {
            return Some((input, weight));
        }
        let labels = groups.iter().filter_map(|(id, _)| at.leaf.input(id));
        self.no_such_group(at, labels.map(|input| input.label.as_str()));
        None
    }

    /// Says that a row names no group of respondents that the criterion has.
    fn no_such_group<'n>(&mut self, at: At<'_, 'p>, names: impl Iterator<Item = &'n str>) {
        let list = names.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
        let id = &at.criterion.id;
        let message = match at.row.respondents.as_deref() {
            Some(_) if at.row.heading_names_group() => unheard(at),
            Some(group) => text!(
                "Nhóm đối tượng “{group}” không có trong tiêu chí “{id}”, chỉ có: {list}.",
                "Criterion “{id}” has no group of respondents “{group}”; it has {list}."
            ),
            None => text!(
                "Tiêu chí “{id}” tính theo nhóm đối tượng ({list}), dòng này không ghi nhóm nào.",
                "Criterion “{id}” is computed by groups of respondents ({list}); this line names none."
            ),
        };
        self.fault(at, &UNKNOWN_RESPONDENTS, message);
    }

    /// Enters how many chose an answer.
    fn votes(&mut self, at: At<'_, 'p>, options: &[(InputId, Points)]) -> bool {
        if let Some(group) = at.row.respondents.clone().filter(|group| !is_everybody(group)) {
            let id = &at.criterion.id;
            let message = text!(
                "Tiêu chí “{id}” tính trên tất cả các phiếu, không có nhóm “{group}”; chưa tính.",
                "Criterion “{id}” counts all questionnaires, it has no group “{group}”; this does not count."
            );
            self.fault(at, &UNKNOWN_RESPONDENTS, message);
            self.spoil(at.unit, at.criterion);
            return false;
        }
        let Some(input) = self.answer(at, options, None, at.row.answer.as_deref()) else { return false };
        self.put(at, input)
    }

    /// Finds the answer that a row or a ballot names, of everybody or of a group.
    fn answer(&mut self, at: At<'_, 'p>, options: &[(InputId, Points)], group: Option<&str>, named: Option<&str>) -> Option<&'p Input> {
        let found = named.and_then(|answer| by_answer(at.leaf, options.iter().map(|(id, _)| id), group, answer));
        if found.is_none() {
            let labels = options.iter().filter_map(|(id, _)| at.leaf.input(id));
            let list = labels.map(|input| format!("“{}”", input.label)).collect::<Vec<_>>().join(", ");
            let (id, answer) = (&at.criterion.id, named.unwrap_or_default());
            let message = text!(
                "Phương án “{answer}” không có trong tiêu chí “{id}”, chỉ có: {list}.",
                "Criterion “{id}” has no answer “{answer}”; it has {list}."
            );
            self.fault(at, &UNKNOWN_ANSWER, message);
            self.spoil(at.unit, at.criterion);
        }
        found
    }

    /// Compares a weight of the table with the set's.
    fn hold_weight(&mut self, at: At<'_, 'p>, weight: &Points) {
        let Some(cell) = &at.row.weight else { return };
        let read = value::figure(Some(cell), &input(InputKind::Percent, "Trọng số"), &[]).value;
        let same = read.number().is_some_and(|typed| typed == weight || &(typed * &Points::hundred()) == weight);
        if !same {
            let (typed, of_set, of_set_en) = (cell.shown(), weight.plain_vi(), weight.plain());
            let message = text!(
                "Bảng ghi trọng số “{typed}”, bộ tiêu chí quy định {of_set}%; điểm tính theo bộ tiêu chí.",
                "The table gives the weight “{typed}”, the set {of_set_en}%; points are computed by the set."
            );
            self.fault_of_group(at, &OTHER_WEIGHT, cell.shown(), message);
        }
    }

    /// Reads the size of the sample of a row, where it has one.
    fn sample(&mut self, at: At<'_, 'p>) -> Result<Option<Points>, NoAnswers> {
        let Some(cell) = &at.row.sample else { return Ok(None) };
        let read = value::figure(Some(cell), &input(InputKind::Count, "Cỡ mẫu"), &[]).value;
        match read.number() {
            Some(size) if size.is_positive() => Ok(Some(size.clone())),
            _ => {
                let (sample, typed) = (cell.shown(), at.row.points.shown());
                let message = text!(
                    "Cỡ mẫu ghi “{sample}” mà kết quả là “{typed}”; chưa tính.",
                    "The sample is “{sample}”, and yet the result is “{typed}”; it does not count."
                );
                self.fault_of_group(at, &NO_SAMPLE, cell.shown(), message);
                Err(NoAnswers)
            }
        }
    }

    /// Enters the figure of a row; of two that differ neither counts. Tells whether it was a figure.
    fn put(&mut self, at: At<'_, 'p>, input: &Input) -> bool {
        let read = at.row.figure(input);
        let (unit, id) = (at.unit, &at.criterion.id);
        self.findings.extend(read.findings.into_iter().map(|finding| finding.of(unit).on(id)));
        let figure = read.value;
        if matches!(figure, Figure::Blank | Figure::Wrong(_)) {
            self.faulty.insert((unit.clone(), id.clone(), input.id.clone()));
            return false;
        }
        self.enter_figure(at, input, figure)
    }

    /// Enters a figure.
    fn enter_figure(&mut self, at: At<'_, 'p>, input: &Input, figure: Figure) -> bool {
        let key = (at.unit.clone(), at.criterion.id.clone(), input.id.clone());
        if self.withdrawn.contains(&key) {
            return false;
        }
        let of_unit = self.surveyed.entry(at.unit.clone()).or_default();
        let of_leaf = of_unit.entry(at.criterion.id.clone()).or_default();
        self.leaves.insert((at.unit.clone(), at.criterion.id.clone()), at.leaf);
        match of_leaf.figures.get(&input.id) {
            None => {
                of_leaf.figures.insert(input.id.clone(), figure);
                of_leaf.places.insert(input.id.clone(), at.row.place.clone());
                true
            }
            Some(first) if *first == figure => true,
            Some(first) => {
                let (kept, other, label) = (first.words(), figure.words(), &input.label);
                let (kept_vi, kept, other_vi, other) = (kept.vi, kept.en, other.vi, other.en);
                let message = text!(
                    "“{label}” của đơn vị được ghi hai lần khác nhau, “{kept_vi}” và “{other_vi}”; chưa tính số nào.",
                    "“{label}” of the unit is given twice, “{kept}” and “{other}”; neither counts yet."
                );
                of_leaf.figures.remove(&input.id);
                self.faulty.insert(key.clone());
                self.withdrawn.insert(key);
                self.fault(at, &REPEATED, message);
                false
            }
        }
    }

    /// Keeps a leaf without points for a unit.
    fn spoil(&mut self, unit: &UnitId, criterion: &Criterion) {
        self.spoiled.insert((unit.clone(), criterion.id.clone()));
    }

    /// Adds a finding at the first row of a group in which the same is typed.
    fn fault_of_group(&mut self, at: At<'_, 'p>, code: &'static Code, typed: String, message: Text) {
        let group = at.group_key(at.found());
        if self.told.insert((at.unit.clone(), at.criterion.id.clone(), group, code.id, typed)) {
            self.fault(at, code, message);
        }
    }

    /// Adds a finding at a row.
    fn fault(&mut self, at: At<'_, 'p>, code: &'static Code, message: Text) {
        let place: Place = at.row.place.clone();
        self.findings.push(Finding::new(code, message).of(at.unit).on(&at.criterion.id).at(place));
    }
}

/// Says that the heading of a column names neither the result nor a group that the criterion has.
fn unheard(At { row, criterion, .. }: At<'_, '_>) -> Text {
    let (heading, typed, id) = (&row.heading, row.points.shown(), &criterion.id);
    text!(
        "Không rõ “{typed}” ở cột “{heading}” là kết quả nào: tiêu chí “{id}” không có nhóm đối tượng hay kết quả tên như vậy; chưa tính.",
        "It is not clear which result “{typed}” of column “{heading}” is: criterion “{id}” has no such group of respondents or result; it does not count."
    )
}

/// Makes an input to read a cell for that no set asks for.
fn input(kind: InputKind, label: &str) -> Input {
    Input { id: InputId::new("x"), kind, label: label.to_owned(), measure: None, days: Days::default(), shared: false }
}
