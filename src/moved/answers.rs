//! Which of what was typed of a leaf, or of a line outside the tree, differs between two results.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::{Cause, Input, is_same};
use crate::points::Points;
use crate::record::{
    PointsByStage, Printed, RecordedAnswer, RecordedApplies, RecordedCriterion, RecordedDocument, RecordedLine, RecordedPlace, RecordedUnit,
};

/// A leaf, or a line outside the tree, as one result has it.
#[derive(Clone, Copy)]
pub(super) struct Answered<'r> {
    unit: &'r RecordedUnit,
    id: &'r str,
    applicable: bool,
    applies: &'r [RecordedApplies],
    stages: &'r PointsByStage,
    official: Option<&'r Printed>,
    answer: &'r RecordedAnswer,
}

impl<'r> Answered<'r> {
    /// Takes a leaf of a unit.
    pub(super) fn leaf(unit: &'r RecordedUnit, leaf: &'r RecordedCriterion) -> Self {
        let (id, official) = (leaf.id.as_str(), leaf.official.as_ref());
        Self { unit, id, applicable: leaf.applicable, applies: &leaf.applies, stages: &leaf.stages, official, answer: &leaf.answer }
    }

    /// Takes a line outside the tree.
    pub(super) fn line(unit: &'r RecordedUnit, line: &'r RecordedLine) -> Self {
        Self {
            unit,
            id: &line.id,
            applicable: true,
            applies: &[],
            stages: &line.stages,
            official: line.official.as_ref(),
            answer: &line.answer,
        }
    }
}

/// A leaf or a line in both results, as far as it is in them.
#[derive(Clone, Copy)]
pub(super) struct Answers<'r> {
    pub(super) was: Option<Answered<'r>>,
    pub(super) is: Option<Answered<'r>>,
    /// Whether both results say which documents and explanations there were; older ones don't.
    pub(super) with_documents: bool,
}

impl<'r> Answers<'r> {
    /// Lists what differs; `found` tells whether what was found wrong with its evidence does.
    pub(super) fn differing(self, found: bool) -> Vec<Cause> {
        // What is worth more did not take points away, nor the other way round.
        let official = self.moved(|one| one.official);
        let could =
            |moved: Option<Ordering>| moved.zip(official).is_none_or(|(one, other)| one != other.reverse() || one == Ordering::Equal);
        let figures = self.figures();
        // A blank claim claims what is computed, which moves with the figures, with the rule, or with the best of the group.
        let is_computed = self.both().all(|one| one.stages.claimed == one.stages.computed);
        let mut causes = if could(self.moved(|one| one.stages.computed.as_ref())) { figures } else { Vec::new() };
        if !is_computed && could(self.moved(|one| one.stages.claimed.as_ref())) {
            causes.extend(self.cause(Input::Claim, "claimed", |one| printed(one.stages.claimed.as_ref())));
        }
        let rounds: BTreeSet<_> = self.both().flat_map(|one| one.stages.rounds.keys()).collect();
        for round in rounds {
            causes.extend(self.of_others(&round.key(), |one| printed(one.stages.rounds.get(round)?.as_ref())));
        }
        causes.extend(self.of_others("survey", |one| printed(one.stages.survey.as_ref())));
        if causes.is_empty() {
            causes.extend(self.applies());
        }
        causes.extend(self.evidence(found, causes.is_empty()));
        causes
    }

    /// Says that it applies no longer, or now; where the council said so, with the place.
    fn applies(self) -> Option<Cause> {
        let (was, is) = self.was.zip(self.is)?;
        let (from, to) = (Some(was.applicable.to_string()), Some(is.applicable.to_string()));
        let said = |one: Option<Answered<'r>>| one.map(|one| one.applies).unwrap_or_default();
        let last = if said(self.is) == said(self.was) { None } else { said(self.is).last().or_else(|| said(self.was).last()) };
        let stage = last.and_then(RecordedApplies::stage);
        let place = stage.map(|stage| self.place(&stage)).unwrap_or_default();
        let nowhere = self.nowhere(Input::Applies);
        (from != to).then_some(Cause { file: place.file, sheet: place.sheet, cell: place.cell, line: place.line, from, to, ..nowhere })
    }

    /// Gives the place where the council or the survey typed at a stage.
    fn place(self, stage: &str) -> RecordedPlace {
        let place = |one: Option<Answered<'r>>| one.and_then(|one| one.answer.typed.get(stage));
        place(self.is).or_else(|| place(self.was)).cloned().unwrap_or_default()
    }

    /// Says that the points differ, where nothing that was typed says why.
    pub(super) fn points(self) -> Option<Cause> {
        let value = |one: Option<Answered<'_>>| one.and_then(|one| printed(one.official));
        let (from, to) = (value(self.was), value(self.is));
        let file = self.both().last().and_then(|one| one.unit.file.clone());
        (!is_same(from.as_ref(), to.as_ref())).then(|| Cause { file, from, to, ..self.nowhere(Input::Line) })
    }

    /// Lists the results that have it, the earlier one first.
    fn both(self) -> impl Iterator<Item = Answered<'r>> {
        self.was.into_iter().chain(self.is)
    }

    /// Makes a cause of it whose place is not known.
    fn nowhere(self, input: Input) -> Cause {
        Cause { criterion: self.is.or(self.was).map(|one| one.id.to_owned()), ..Cause::nowhere(input) }
    }

    /// Makes a cause of what the unit typed into a cell that has a name: by the later result, or else by the earlier one.
    fn typed(self, input: Input, name: &str) -> Cause {
        let cell = |one: &Answered<'_>| one.answer.cells.get(name).cloned();
        let Some(one) = self.is.filter(|one| cell(one).is_some()).or(self.was).or(self.is) else { return self.nowhere(input) };
        Cause { file: file(one), sheet: one.answer.sheet.clone(), cell: cell(&one), ..self.nowhere(input) }
    }

    /// Makes the cause of a value that the unit typed, where it differs.
    fn cause(self, input: Input, name: &str, value: impl Fn(Answered<'_>) -> Option<String>) -> Option<Cause> {
        let (from, to) = (self.was.and_then(&value), self.is.and_then(&value));
        (!is_same(from.as_ref(), to.as_ref())).then(|| Cause { from, to, ..self.typed(input, name) })
    }

    /// Makes the cause of what the council or the survey gave at a stage, where it differs.
    fn of_others(self, stage: &str, value: impl Fn(Answered<'_>) -> Option<String>) -> Option<Cause> {
        let (from, to) = (self.was.and_then(&value), self.is.and_then(&value));
        if is_same(from.as_ref(), to.as_ref()) {
            return None;
        }
        let place = self.place(stage);
        let nowhere = self.nowhere(Input::Stage(stage.to_owned()));
        Some(Cause { file: place.file, sheet: place.sheet, cell: place.cell, line: place.line, from, to, ..nowhere })
    }

    /// Lists the figures that differ.
    fn figures(self) -> Vec<Cause> {
        let ids: BTreeSet<&str> = self.both().flat_map(|one| one.answer.figures.keys()).map(String::as_str).collect();
        let of = |id: &str| self.cause(Input::Figure(id.to_owned()), id, |one| one.answer.figures.get(id).cloned());
        ids.into_iter().filter_map(of).collect()
    }

    /// Tells which way points moved that both results have.
    fn moved(self, points: impl Fn(Answered<'r>) -> Option<&'r Printed>) -> Option<Ordering> {
        let number = |one: Option<Answered<'r>>| one.and_then(&points).and_then(|printed| Points::parse(printed.as_str()));
        number(self.was).zip(number(self.is)).map(|(was, is)| is.cmp(&was))
    }

    /// Lists the documents and explanations that decided what is accepted: where something else is wrong with them, or nothing else
    /// differs.
    fn evidence(self, found: bool, alone: bool) -> Vec<Cause> {
        let differ = |value: fn(&PointsByStage) -> Option<&Printed>| {
            let of = |one: Option<Answered<'_>>| one.and_then(|one| printed(value(one.stages)));
            let (was, is) = (of(self.was), of(self.is));
            (!is_same(was.as_ref(), is.as_ref())).then_some((was, is))
        };
        let left = alone && differ(|stages| stages.computed.as_ref()).is_none();
        let Some((from, to)) = differ(|stages| stages.accepted.as_ref()).filter(|_| found || left) else { return Vec::new() };
        let mut causes = if self.with_documents { self.documents() } else { Vec::new() };
        let explained = |one: Option<Answered<'_>>| one.filter(|_| self.with_documents).map(|one| one.answer.explained.to_string());
        let (before, now) = (explained(self.was), explained(self.is));
        causes.extend((before != now).then(|| Cause { from: before, to: now, ..self.typed(Input::Explanation, "explanation") }));
        if causes.is_empty() {
            // The form is the same: what lies in the folder of evidence is not.
            causes.push(Cause { from, to, ..self.nowhere(Input::Evidence) });
        }
        causes
    }

    /// Lists the documents that one result alone has; one that took the place of another in its cell is one change.
    fn documents(self) -> Vec<Cause> {
        let of = |one: Option<Answered<'r>>| one.map(|one| one.answer.documents.as_slice()).unwrap_or_default();
        let alone = |own: &'r [RecordedDocument], others: &'r [RecordedDocument]| {
            own.iter().filter(move |one| others.iter().all(|other| other.name != one.name)).collect::<Vec<_>>()
        };
        let (mut gone, come) = (alone(of(self.was), of(self.is)), alone(of(self.is), of(self.was)));
        let place = |one: Option<Answered<'r>>, document: &RecordedDocument| Cause {
            file: one.and_then(file),
            sheet: document.sheet.clone().or_else(|| one.and_then(|one| one.answer.sheet.clone())),
            cell: document.cell.clone(),
            ..self.nowhere(Input::Document)
        };
        let mut causes = Vec::new();
        for document in come {
            let same = |other: &&RecordedDocument| document.cell.is_some() && other.cell == document.cell && other.sheet == document.sheet;
            let from = gone.iter().position(same).map(|at| gone.remove(at).name.clone());
            causes.push(Cause { from, to: Some(document.name.clone()), ..place(self.is, document) });
        }
        causes.extend(gone.into_iter().map(|document| Cause { from: Some(document.name.clone()), ..place(self.was, document) }));
        causes
    }
}

/// Gives the file in which it was answered.
fn file(one: Answered<'_>) -> Option<String> {
    one.answer.answered_in.clone().or_else(|| one.unit.file.clone())
}

/// Gives what is printed.
fn printed(points: Option<&Printed>) -> Option<String> {
    points.map(|printed| printed.as_str().to_owned())
}
