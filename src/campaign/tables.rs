//! `appraisal/` and `survey/`: points typed by the council and by the survey, as plain tables.

mod candidates;
mod names;
mod sums;
mod survey;

use std::collections::BTreeSet;

use self::candidates::{Candidates, Given};
use self::sums::Sums;
use self::survey::{Gathered, Results};

use super::plan::Plan;
use super::submissions::{OfOurs, in_wrong_folder, of_ours};
use super::suggestion::{did_you_mean, unit_meant};
use crate::appraisal;
use crate::appraisal::Filled;
use crate::assessment::{Applies, Appraisal, Corrected, Entry, Round, Unit};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{Figure, UnitId};
use crate::finding::appraisal::{
    APPLIES_UNCLEAR, APPRAISAL_IN_SURVEY, EXCUSED, FIGURE_IN_APPRAISAL, OTHER_MEASURE, POINTS_FOR_PART, REPEATED, ROUND,
    SURVEY_IN_APPRAISAL, UNKNOWN_CRITERION, UNKNOWN_FIGURE, UNKNOWN_PART, UNKNOWN_UNIT,
};
use crate::finding::{Bounded, Checked, Code, Finding, MOST_AT_CRITERION, Part, Severity};
use crate::intake::table::{self, Known, Measure, Row, RowGives, SaidRound};
use crate::roster::Named as Whose;
use crate::rule::{Case, Gives, Scorer};
use crate::text;
use crate::text::Text;
use crate::typed::id::Named;
use crate::workbook;

/// Who fills in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The council.
    Appraisal,
    /// The survey.
    Survey,
}

impl Table {
    /// Both, in the order in which they are read.
    pub const ALL: [Self; 2] = [Self::Appraisal, Self::Survey];

    /// Gives the name of its folder inside the campaign.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Appraisal => "appraisal",
            Self::Survey => "survey",
        }
    }
}

/// Puts rows where they belong, table by table.
#[derive(Debug)]
pub struct Entering<'p> {
    plan: &'p Plan,
    appraisal: Appraisal,
    /// What lines give, until all are read.
    candidates: Candidates,
    /// Rounds that were not understood, by file.
    unclear: BTreeSet<(Option<String>, String)>,
    results: Results<'p>,
    sums: Sums<'p>,
    findings: Vec<Finding>,
}

impl<'p> Entering<'p> {
    /// Begins with nothing typed.
    pub fn new(plan: &'p Plan) -> Self {
        Self {
            plan,
            appraisal: Appraisal::default(),
            candidates: Candidates::default(),
            unclear: BTreeSet::new(),
            results: Results::default(),
            sums: Sums::default(),
            findings: Vec::new(),
        }
    }

    /// Enters every row of a table.
    pub fn table(&mut self, bytes: &[u8], file: &str, table: Table) {
        let sets: Vec<&CriteriaSet> = self.plan.sets.values().collect();
        let survey = table == Table::Survey;
        if let Some(Checked { value: Filled { rows, seen }, findings }) = self.of_ours(bytes, file, survey) {
            for (round, unit, leaf, one) in seen {
                let of_round = self.appraisal.seen.entry(round).or_default();
                of_round.entry(unit).or_default().entry(leaf).or_default().push(one);
            }
            return self.rows(Checked { value: rows, findings }, survey);
        }
        let known = Known { survey, file: Some(file), year: Some(self.plan.campaign.year), roster: Some(&self.plan.roster), sets: &sets };
        self.rows(table::read(bytes, file, &known), survey);
    }

    /// Reads a workbook of ours that the council filled in, or says that it belongs elsewhere; `None` where it is none of ours.
    fn of_ours(&self, bytes: &[u8], file: &str, survey: bool) -> Option<Checked<Filled>> {
        let opened = workbook::open(bytes, file);
        let book = opened.value?;
        let kind = of_ours(&book)?;
        if survey || kind != OfOurs::Appraisal {
            return Some(Checked { value: Filled::default(), findings: vec![in_wrong_folder(file, kind)] });
        }
        let plan = self.plan;
        let unit = |id: &UnitId| plan.unit(id).and_then(|unit| Some((unit, plan.set(unit)?)));
        let known = appraisal::Known { campaign: &plan.campaign, sets: &plan.sets, unit: &unit };
        let Checked { value, findings } = appraisal::read(&book, file, &known);
        Some(Checked { value, findings: opened.findings.into_iter().chain(findings).collect() })
    }

    /// Enters rows, wherever they were read.
    fn rows(&mut self, read: Checked<Vec<Row>>, survey: bool) {
        let Checked { value: rows, mut findings } = read;
        for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Error) {
            if rows.is_empty() || !finding.hides.is_empty() {
                finding.hides = vec![if survey { Part::Survey } else { Part::Appraisal }];
            }
        }
        self.findings.append(&mut findings);
        let before = self.findings.len();
        // A table may have a fault in every row, and more rows than anybody reads.
        let mut told = Bounded::of_table();
        for row in &rows {
            self.enter(row, survey);
            for finding in self.findings.drain(before..) {
                told.push(finding);
            }
        }
        self.findings.extend(told.finish());
        self.blame_rows(before, survey);
    }

    /// Says of the findings behind the first ones that what is wrong with a row keeps its unit without points.
    fn blame_rows(&mut self, before: usize, survey: bool) {
        for finding in self.findings.iter_mut().skip(before).filter(|one| one.severity == Severity::Error && one.unit.is_some()) {
            finding.hides = vec![if survey { Part::Survey } else { Part::Appraisal }];
        }
    }

    /// Gives what was typed, and everything found in it.
    pub fn finish(mut self) -> Checked<Appraisal> {
        let before = self.findings.len();
        self.findings.extend(std::mem::take(&mut self.sums).settle());
        std::mem::take(&mut self.candidates).settle(self.plan, &mut self.appraisal, &mut self.findings);
        let mut told = Bounded::of_table();
        for finding in self.findings.drain(before..) {
            told.push(finding);
        }
        self.findings.extend(told.finish());
        self.blame_rows(before, false);
        let before = self.findings.len();
        let Gathered { surveyed, samples } = std::mem::take(&mut self.results).finish().collect(&mut self.findings);
        self.blame_rows(before, true);
        self.appraisal.surveyed = surveyed;
        self.appraisal.samples = samples;
        self.hold_points_to_figures();
        Checked { value: self.appraisal, findings: self.findings }
    }

    /// Withdraws points and figures of the survey that don't agree.
    fn hold_points_to_figures(&mut self) {
        let mut apart = Vec::new();
        for (unit, of_unit) in &self.appraisal.surveyed {
            let Some((whole, set)) = self.plan.unit(unit).and_then(|unit| Some((unit, self.plan.set(unit)?))) else { continue };
            let rounding = self.plan.group(whole).map_or(set.rounding, |group| group.rounding);
            for (id, found) in of_unit {
                let Some(entry) = self.appraisal.survey.get(unit).and_then(|entries| entries.get(id)) else { continue };
                let Some((criterion, leaf)) = set.find(id).and_then(|criterion| Some((criterion, criterion.leaf()?))) else { continue };
                let case = Case::new(set.terms(criterion, leaf), &found.figures);
                let Gives::Points(points) = leaf.rule.score(&case).gives else { continue };
                if rounding.print(&points) != rounding.print(&entry.points) {
                    apart.push((unit.clone(), id.clone(), points, entry.clone(), rounding));
                }
            }
        }
        for (unit, id, points, entry, rounding) in apart {
            let (typed_vi, typed) = (entry.points.plain_vi(), entry.points.plain());
            let (computed_vi, computed) = (rounding.vietnamese(&points), rounding.machine(&points));
            let message = text!(
                "Bảng điều tra ghi {typed_vi} điểm cho tiêu chí “{id}”, nhưng tính theo kết quả điều tra được {computed_vi} điểm; chưa tính số nào.",
                "The survey gives criterion “{id}” {typed} points, but its results come to {computed}; neither counts yet."
            );
            // One row may say both: there is no other to mark.
            let help = text!(
                "Sửa số nào sai, hoặc chỉ giữ một trong hai: điểm hoặc kết quả điều tra.",
                "Correct the one that is wrong, or keep one of them: the points or the result."
            );
            self.findings.push(Finding::new(&REPEATED, message).help(help).of(&unit).on(&id).at(entry.place));
            self.appraisal.drop_sample(&unit, &id);
            if let Some(entries) = self.appraisal.survey.get_mut(&unit) {
                entries.remove(&id);
            }
            if let Some(found) = self.appraisal.surveyed.get_mut(&unit) {
                found.remove(&id);
            }
        }
    }

    /// Enters one row, or says why it does not count.
    fn enter(&mut self, row: &Row, survey: bool) {
        let Some(unit) = self.unit(row) else { return };
        if let Some((whole, part)) = self.of_part(row, unit) {
            return self.part(&whole, &part, unit, survey);
        }
        let Some(criterion) = self.criterion(row, unit, survey) else { return };
        if row.gives == RowGives::Applies {
            return self.applies(row, unit, criterion, None);
        }
        if survey && (row.input.is_some() || !row.gives_points() || row.respondents.is_some()) {
            return self.results.enter(row, &unit.id, criterion);
        }
        if !survey && row.input.is_some() && row.gives == RowGives::Value(Measure::Unsaid) {
            return self.corrected(row, unit, criterion);
        }
        if !survey && (row.input.is_some() || !row.gives_points()) {
            return self.no_points(row, unit, criterion);
        }
        if survey && !self.results.admits_points(row, &unit.id, criterion) {
            return;
        }
        if let Some(top) = row.said_top().filter(|top| *top != criterion.max) {
            let (heading, id) = (&row.heading, &criterion.id);
            let (top_vi, top, max_vi, max) = (top.plain_vi(), top.plain(), criterion.max.plain_vi(), criterion.max.plain());
            let message = text!(
                "Cột “{heading}” ghi điểm tối đa {top_vi}, nhưng tiêu chí “{id}” tối đa {max_vi} điểm; chưa tính.",
                "Column “{heading}” says that {top} is the most, but criterion “{id}” has {max}; it does not count."
            );
            return self.fault(row, unit, criterion, &OTHER_MEASURE, message);
        }
        let read = row.points(&criterion.max, &unit.name);
        let unread = read.value.is_none() && !survey;
        self.found_in(row, unit, criterion, read.findings, unread);
        let Some(points) = read.value else { return };
        let Some(round) = (if survey { Some(Round::FIRST) } else { self.round(row) }) else { return };
        self.sums.leaf(row, unit, criterion, &points);
        let entry = Entry { points, reason: row.reason.clone(), reason_asked: row.reason_asked, place: row.place.clone() };
        self.candidates.take((!survey).then_some(round), &unit.id, criterion, row, Given::Points(entry), None);
    }

    /// Adds what was found in a row. Of what can't be read, words and reason are kept for the workbook that is made anew.
    fn found_in(&mut self, row: &Row, unit: &Unit, criterion: &Criterion, findings: Vec<Finding>, unread: bool) {
        let round = match row.round {
            SaidRound::Unsaid => Some(Round::FIRST),
            SaidRound::Round(round) => Some(round),
            SaidRound::Unclear(_) => None,
        };
        if let Some(round) = round.filter(|_| unread) {
            let kept = self.appraisal.unsettle(round, &unit.id, &criterion.id);
            let room = MOST_AT_CRITERION.saturating_sub(kept.said.len());
            kept.said.extend(findings.iter().take(room).map(|finding| finding.message.clone()));
            kept.reasons.extend(row.reason.clone().filter(|reason| !kept.reasons.contains(reason)));
        }
        self.findings.extend(findings.into_iter().map(|finding| finding.of(&unit.id).on(&criterion.id)));
    }

    /// Enters a figure of the unit as the council corrected it.
    fn corrected(&mut self, row: &Row, unit: &'p Unit, criterion: &'p Criterion) {
        let Some(leaf) = criterion.leaf() else { return };
        let Some(input) = row.input(leaf) else {
            let (typed, id) = (row.input.as_deref().unwrap_or_default(), &criterion.id);
            let message = text!("Tiêu chí “{id}” không có số liệu “{typed}”.", "Criterion “{id}” has no figure “{typed}”.");
            let there = leaf.inputs.iter().flat_map(|input| [input.id.as_str(), input.label.as_str()]);
            let finding = did_you_mean(Finding::new(&UNKNOWN_FIGURE, message), typed, there);
            return self.findings.push(finding.of(&unit.id).on(&criterion.id).at(row.place.clone()));
        };
        let Some(round) = self.round(row) else { return };
        let read = row.figure_of(input, &leaf.choices(&input.id));
        let unread = matches!(read.value, Figure::Blank | Figure::Wrong(_));
        self.found_in(row, unit, criterion, read.findings, unread);
        if unread {
            return;
        }
        let corrected =
            Corrected { figure: read.value, reason: row.reason.clone(), reason_asked: row.reason_asked, place: row.place.clone() };
        self.candidates.take(Some(round), &unit.id, criterion, row, Given::Figure(corrected), Some(&input.id));
    }

    /// Takes a row for a part of a criterion where that is what it names.
    fn of_part(&self, row: &Row, unit: &Unit) -> Option<(Row, String)> {
        let set = self.plan.set(unit)?;
        if !matches!(row.criterion(set).value, Named::Unknown) {
            return None;
        }
        let (whole, part) = row.of_part()?;
        matches!(whole.criterion(set).value, Named::One(_)).then_some((whole, part))
    }

    /// Enters a row for a part of a criterion: all that it can say is whether the part applies.
    fn part(&mut self, row: &Row, part: &str, unit: &'p Unit, survey: bool) {
        let Some(criterion) = self.criterion(row, unit, survey) else { return };
        let id = &criterion.id;
        if criterion.leaf().is_none_or(|leaf| leaf.rule.part(part).is_none()) {
            let message = text!("Tiêu chí “{id}” không có phần “{part}”.", "Criterion “{id}” has no part “{part}”.");
            return self.fault(row, unit, criterion, &UNKNOWN_PART, message);
        }
        if row.gives != RowGives::Applies {
            let typed = row.points.shown();
            let message = text!(
                "Điểm “{typed}” nhập cho phần “{part}” của tiêu chí “{id}” không được tính.",
                "The points “{typed}” for part “{part}” of criterion “{id}” do not count."
            );
            return self.fault(row, unit, criterion, &POINTS_FOR_PART, message);
        }
        self.applies(row, unit, criterion, Some(part));
    }

    /// Enters what a row says of whether a criterion, or a part of it, applies.
    fn applies(&mut self, row: &Row, unit: &Unit, criterion: &Criterion, part: Option<&str>) {
        let Some(applies) = row.applies() else {
            let typed = row.points.shown();
            let message = text!(
                "Cột Áp dụng ghi “{typed}”, không phải “có” hay “không”.",
                "The column “Áp dụng” (applies) says “{typed}”, neither yes nor no."
            );
            let finding = Finding::new(&APPLIES_UNCLEAR, message).at(row.place.clone());
            return self.found_in(row, unit, criterion, vec![finding], true);
        };
        let Some(round) = self.round(row) else { return };
        let said = Applies {
            part: part.map(str::to_owned),
            applies,
            reason: row.reason.clone(),
            reason_asked: row.reason_asked,
            place: row.place.clone(),
        };
        self.candidates.take(Some(round), &unit.id, criterion, row, Given::Applies(said), None);
    }

    /// Says that a row of an appraisal table gives something else than points.
    fn no_points(&mut self, row: &Row, unit: &Unit, criterion: &Criterion) {
        let (typed, id, heading) = (row.points.shown(), &criterion.id, &row.heading);
        if row.input.is_none() {
            let message = text!(
                "Cột “{heading}” ghi “{typed}”, không phải là điểm thẩm định của tiêu chí “{id}”; chưa tính.",
                "Column “{heading}” says “{typed}”, which are not appraised points of criterion “{id}”; it does not count."
            );
            return self.fault(row, unit, criterion, &OTHER_MEASURE, message);
        }
        let figure = row.input.as_deref().unwrap_or_default();
        let message = text!(
            "Cột “{heading}” ghi “{typed}” ở dòng của số liệu “{figure}” (tiêu chí “{id}”); không rõ là điểm hay số liệu, nên chưa tính.",
            "Column “{heading}” says “{typed}” in the line of the figure “{figure}” (criterion “{id}”); it is not clear whether these are points or the figure, so it does not count."
        );
        self.fault(row, unit, criterion, &FIGURE_IN_APPRAISAL, message);
    }

    /// Finds the unit of a row by its id, its name or another of its names.
    fn unit(&mut self, row: &Row) -> Option<&'p Unit> {
        let named = self.plan.roster.called_or_numbered(&row.unit);
        let found = named.one().and_then(|unit| self.plan.unit(&unit.id));
        if let Whose::Several(units) = &named {
            let (name, units) = (&row.unit, units.iter().map(|unit| format!("“{}”", unit.name)).collect::<Vec<_>>().join(", "));
            let message =
                text!("“{name}” có thể là {units}; dòng này không được tính.", "“{name}” may be {units}; this line does not count.");
            self.findings.push(Finding::new(&UNKNOWN_UNIT, message).at(row.place.clone()));
        } else if found.is_none() {
            let name = &row.unit;
            let message = text!("Không có đơn vị “{name}” trong đợt đánh giá.", "The campaign has no unit “{name}”.");
            self.findings.push(unit_meant(Finding::new(&UNKNOWN_UNIT, message), name, &self.plan.units).at(row.place.clone()));
        }
        found
    }

    /// Finds the leaf of a row, if its points may come from this table.
    fn criterion(&mut self, row: &Row, unit: &'p Unit, survey: bool) -> Option<&'p Criterion> {
        let set = self.plan.set(unit)?;
        let found = match row.criterion(set).collect(&mut self.findings) {
            Named::One(id) => set.find(&id),
            Named::Several(_) => return None,
            Named::Unknown => None,
        };
        let Some(criterion) = found else {
            let (typed, name) = (row.criterion.shown(), &set.id);
            let message = text!("Bộ tiêu chí “{name}” không có tiêu chí “{typed}”.", "The set “{name}” has no criterion “{typed}”.");
            let there: Vec<&str> = set.walk().into_iter().map(|(_, criterion)| criterion.id.as_str()).collect();
            let finding = did_you_mean(Finding::new(&UNKNOWN_CRITERION, message), &typed, there);
            self.findings.push(finding.of(&unit.id).at(row.place.clone()));
            return None;
        };
        let (id, name) = (&criterion.id, &criterion.name);
        let Some(leaf) = criterion.leaf() else {
            self.sums.sum(row, unit, criterion);
            return None;
        };
        match (leaf.scorer() == Scorer::Survey, survey) {
            (true, false) => {
                let message = text!(
                    "Tiêu chí “{id} {name}” lấy điểm điều tra xã hội học, không lấy điểm thẩm định.",
                    "Criterion “{id} {name}” is scored by the survey, not by the council."
                );
                self.fault(row, unit, criterion, &SURVEY_IN_APPRAISAL, message);
                None
            }
            (false, true) => {
                let message = text!(
                    "Tiêu chí “{id} {name}” không lấy điểm điều tra xã hội học.",
                    "Criterion “{id} {name}” is not scored by the survey."
                );
                self.fault(row, unit, criterion, &APPRAISAL_IN_SURVEY, message);
                None
            }
            _ => {
                // What is said of whether it applies is looked at where it is scored.
                if row.gives != RowGives::Applies && unit.not_applicable.contains(&criterion.id) {
                    let unit_name = &unit.name;
                    let message = text!(
                        "Tiêu chí “{id} {name}” không áp dụng đối với “{unit_name}”.",
                        "Criterion “{id} {name}” does not apply to “{unit_name}”."
                    );
                    self.fault(row, unit, criterion, &EXCUSED, message);
                }
                Some(criterion)
            }
        }
    }

    /// Gives the round that a row belongs to, the first where none is said. What is not understood is told once for a
    /// file, since a heading stands above all of its rows.
    fn round(&mut self, row: &Row) -> Option<Round> {
        let rounds = &self.plan.campaign.rounds;
        let undeclared;
        let words = match &row.round {
            SaidRound::Unsaid if rounds.allow(Round::FIRST) => return Some(Round::FIRST),
            SaidRound::Round(round) if rounds.allow(*round) => return Some(*round),
            SaidRound::Unsaid => {
                undeclared = Round::FIRST.number().to_string();
                &undeclared
            }
            SaidRound::Round(round) => {
                undeclared = round.number().to_string();
                &undeclared
            }
            SaidRound::Unclear(words) => words,
        };
        if self.unclear.insert((row.place.file.clone(), words.clone())) {
            let declared = rounds.list().iter().map(|round| round.round.number().to_string()).collect::<Vec<_>>().join(", ");
            let last = Round::LAST.number();
            let message = if matches!(row.round, SaidRound::Unclear(_)) {
                text!(
                    "Không hiểu lần thẩm định “{words}”; ghi một số từ 1 đến {last}. Các điểm ghi như vậy chưa được tính.",
                    "The round “{words}” is not understood; write a number from 1 to {last}. Points marked so do not count yet."
                )
            } else {
                text!(
                    "Đợt này không có thẩm định lần {words}; rounds khai: {declared}. Các điểm của lần ấy chưa được tính.",
                    "The campaign has no round {words} of appraisal; its rounds are {declared}. Points of it do not count yet."
                )
            };
            self.findings.push(Finding::new(&ROUND, message).at(row.place.clone()));
        }
        None
    }

    /// Adds a finding at a row.
    fn fault(&mut self, row: &Row, unit: &Unit, criterion: &Criterion, code: &'static Code, message: Text) {
        self.findings.push(Finding::new(code, message).of(&unit.id).on(&criterion.id).at(row.place.clone()));
    }
}
