//! Which row of the table holds what: decided before anything is written, since formulas look both ways.
//!
//! A block for each criterion, with how it is scored; in it a line for each unit, with a row for each of its figures.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::layout::{At, LineKey};
use super::lists::Lists;
use super::{Commission, files};
use crate::assessment::{Round, Unit};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Requirement};
use crate::evidence::Evidenced;
use crate::figure::{CriterionId, Figure, GroupId, Input, InputId, UnitId};
use crate::finding::appraisal::CHANGED_SINCE;
use crate::finding::{Finding, Part, Severity};
use crate::points::Points;
use crate::ranking::{Group, Status};
use crate::rule::Cells;
use crate::scoring::{AdjustmentScore, Node, Scorecard};
use crate::text::Lang;
use crate::workbook::letters;

pub use super::line::Line;

/// Row of the hidden keys, counted from 0.
pub const KEYS_ROW: u32 = 6;
/// Row of the headings.
pub const HEADING_ROW: u32 = 7;

/// What stands in a row. Rows that belong to others are named by their position in [`Plan::rows`].
pub enum What<'a> {
    /// Title of a group, where there are several.
    Group(&'a Group),
    /// Head of a block: a criterion, and how it is scored.
    Criterion(&'a CriteriaSet, &'a Criterion, &'a Leaf),
    /// Leaf of a unit; its place in [`Plan::lines`], and the rows of its figures.
    Leaf(usize, Vec<usize>),
    /// Figure of the leaf above.
    Input(usize, &'a Input),
    /// Part of the leaf above, by its id, and its label.
    Part(usize, &'a str, &'a str),
    /// Who filled it in.
    Appraiser,
}

/// Row of the table.
pub struct Row<'a> {
    /// Its number, counted from 0.
    pub at: u32,
    /// What stands in it.
    pub what: What<'a>,
}

impl Row<'_> {
    /// Gives the absolute address of a cell in the row: `$M$24`.
    pub fn cell(&self, column: At) -> String {
        format!("${}${}", letters(column.col().into()), u64::from(self.at) + 1)
    }
}

/// Rows of the table.
pub struct Plan<'a> {
    /// What is written.
    pub of: &'a Commission<'a>,
    /// Lists behind drop-downs.
    pub lists: Lists,
    /// Leaves of units, in the order of the table.
    pub lines: Vec<Line<'a>>,
    /// Rows, from [`HEADING_ROW`] + 1 downwards without a gap.
    pub rows: Vec<Row<'a>>,
    /// Where the row of each line stands among them.
    row_at: Vec<usize>,
    /// Lines of each unit, and of each leaf of a group.
    of_unit: BTreeMap<&'a UnitId, Vec<usize>>,
    of_leaf: BTreeMap<(&'a GroupId, &'a CriterionId), Vec<usize>>,
    /// Units that sent nothing that could be read, and are not in the table.
    pub absent: Vec<&'a Unit>,
}

/// What everything came to for one unit, found by criterion.
struct Sheet<'a> {
    unit: &'a Unit,
    evidenced: Option<&'a Evidenced>,
    nodes: BTreeMap<&'a CriterionId, &'a Node>,
    adjustments: BTreeMap<&'a CriterionId, &'a AdjustmentScore>,
    findings: BTreeMap<&'a CriterionId, Vec<&'a Finding>>,
}

impl<'a> Sheet<'a> {
    fn new(of: &Commission<'a>, councils: &BTreeSet<&str>, unit: &'a Unit, card: &'a Scorecard) -> Self {
        let mut findings: BTreeMap<&CriterionId, Vec<&Finding>> = BTreeMap::new();
        // What is wrong with tables of the council is the council's own affair; what a unit changed since is not.
        let of_council = |finding: &Finding| {
            finding.hides.contains(&Part::Appraisal) || finding.place.file.as_deref().is_some_and(|file| councils.contains(file))
        };
        let told = |finding: &Finding| finding.code == &CHANGED_SINCE || !(finding.code.id.starts_with('A') || of_council(finding));
        let of_unit = |finding: &&&Finding| told(finding) && finding.severity != Severity::Note;
        for finding in of.results.findings_of(&unit.id).collect::<Vec<_>>().iter().filter(of_unit) {
            if let Some(criterion) = &finding.criterion {
                findings.entry(criterion).or_default().push(finding);
            }
        }
        for list in findings.values_mut() {
            list.sort_by_key(|finding| Reverse(finding.severity));
        }
        Self {
            unit,
            evidenced: of.results.evidenced.get(&unit.id),
            nodes: card.nodes.iter().map(|node| (&node.id, node)).collect(),
            adjustments: card.adjustments.iter().filter(|line| line.trace.is_some()).map(|line| (&line.id, line)).collect(),
            findings,
        }
    }
}

impl<'a> Plan<'a> {
    /// Lays out the rows: group by group, criterion by criterion, the units in the order of the campaign.
    pub fn new(of: &'a Commission<'a>) -> Self {
        let mut plan = Self {
            of,
            lists: Lists::new(of.results.lang),
            lines: Vec::new(),
            rows: Vec::new(),
            row_at: Vec::new(),
            of_unit: BTreeMap::new(),
            of_leaf: BTreeMap::new(),
            absent: Vec::new(),
        };
        let groups = &of.results.ranking.groups;
        let councils = of.results.appraisal.files();
        for ranked in groups {
            let Some(set) = of.results.sets.get(&ranked.group.set) else { continue };
            let sent = |unit: &Unit| ranked.rows.iter().any(|row| row.unit == unit.id && row.status != Status::NotSubmitted);
            let members = of.results.units.iter().filter(|unit| unit.group == ranked.group.id);
            let (members, absent): (Vec<&Unit>, Vec<&Unit>) = members.partition(|unit| sent(unit));
            plan.absent.extend(absent);
            let sheets: Vec<Sheet<'a>> =
                members.into_iter().filter_map(|unit| Some(Sheet::new(of, &councils, unit, of.results.cards.get(&unit.id)?))).collect();
            let leaves: Vec<(&Criterion, &Leaf)> = set.leaves().filter(|(leaf, _)| of.part.holds(&set.id, &leaf.id)).collect();
            if leaves.is_empty() || sheets.is_empty() {
                continue;
            }
            if groups.len() > 1 {
                plan.push(What::Group(&ranked.group));
            }
            for (criterion, leaf) in leaves {
                plan.lists.add(&set.id, criterion, leaf);
                plan.push(What::Criterion(set, criterion, leaf));
                for sheet in &sheets {
                    plan.line(&ranked.group, set, criterion, leaf, sheet);
                }
            }
        }
        plan.push(What::Appraiser);
        plan
    }

    /// Adds a row below the others, and gives its position.
    fn push(&mut self, what: What<'a>) -> usize {
        let position = self.rows.len();
        let at = u32::try_from(position).unwrap_or(u32::MAX).saturating_add(HEADING_ROW + 1);
        self.rows.push(Row { at, what });
        position
    }

    /// Adds a leaf of a unit with its figures and parts.
    fn line(&mut self, group: &'a Group, set: &'a CriteriaSet, criterion: &'a Criterion, leaf: &'a Leaf, sheet: &Sheet<'a>) {
        let (id, unit, round) = (&criterion.id, sheet.unit, self.of.round);
        let sign = set.adjustments.iter().find(|line| line.criterion.id == *id).map(|line| line.sign);
        let (stages, trace, applies, official, applicable_max) = match (sheet.nodes.get(id), sheet.adjustments.get(id)) {
            (Some(node), _) => (&node.stages, node.trace.as_deref(), node.applicable, node.official.as_ref(), Some(&node.applicable_max)),
            (None, Some(line)) => (
                &line.stages,
                line.trace.as_deref(),
                line.trace.as_ref().is_none_or(|trace| trace.excused.is_none()),
                line.official.as_ref(),
                None,
            ),
            (None, None) => return,
        };
        let appraisal = self.of.results.appraisal;
        let weight = set.lineage(id).into_iter().fold(Points::one(), |product, above| &product * &above.weight);
        let earlier = (1..round.number()).filter_map(Round::new);
        let explained = self.of.results.explanations.get(&unit.id).into_iter().flat_map(|of| of.range(..round).rev());
        let held = self.of.sent.map(|sent| sent.held.line(&(unit.id.clone(), id.clone())));
        let (typed, corrected, said) = match held {
            Some(held) => {
                (held.and_then(|held| held.entry.as_ref()), held.map(|held| &held.corrected), held.map(|held| held.said.as_slice()))
            }
            None => (
                appraisal.entry(round, &unit.id, id),
                appraisal.corrected.get(&round).and_then(|of| of.get(&unit.id)?.get(id)),
                appraisal.applies.get(&round).and_then(|of| of.get(&unit.id)?.get(id)).map(Vec::as_slice),
            ),
        };
        let line = Line {
            group,
            set,
            unit,
            criterion,
            leaf,
            sign,
            answer: sheet.evidenced.and_then(|sent| sent.assessment.answers.get(id)),
            stages,
            trace,
            applies,
            official,
            before: None,
            applicable_max,
            weight,
            findings: sheet.findings.get(id).cloned().unwrap_or_default(),
            reasons: earlier.map(|round| (round, appraisal.reasons(round, &unit.id, id))).filter(|(_, said)| !said.is_empty()).collect(),
            explained: explained.filter_map(|(round, one)| Some((*round, one.answers.get(id)?))).collect(),
            typed,
            corrected,
            said: said.unwrap_or_default(),
            unsettled: appraisal.unsettled.get(&round).and_then(|of| of.get(&unit.id)?.get(id)).filter(|_| self.of.sent.is_none()),
            held: held.flatten(),
        };
        let before = self.counts_before(&line);
        let line = Line { before, ..line };
        let excused = line.excused();
        let of = self.lines.len();
        self.of_unit.entry(&unit.id).or_default().push(of);
        self.of_leaf.entry((&group.id, id)).or_default().push(of);
        self.lines.push(line);
        let at = self.push(What::Leaf(of, Vec::new()));
        self.row_at.push(at);
        if excused {
            return;
        }
        let below: Vec<usize> = leaf.asked().iter().map(|input| self.push(What::Input(of, input))).collect();
        if let Some(Row { what: What::Leaf(_, inputs), .. }) = self.rows.get_mut(at) {
            *inputs = below;
        }
        for (part, label) in leaf.rule.parts() {
            self.push(What::Part(of, part, label));
        }
    }

    /// Gives the row at a position.
    pub fn row(&self, position: usize) -> Option<&Row<'a>> {
        self.rows.get(position)
    }

    /// Gives the leaf of a unit that a row is of.
    pub fn line_of(&self, row: &Row<'a>) -> Option<&Line<'a>> {
        match &row.what {
            What::Leaf(line, _) | What::Input(line, ..) | What::Part(line, ..) => self.lines.get(*line),
            What::Group(_) | What::Criterion(..) | What::Appraiser => None,
        }
    }

    /// Gives the key that the reader finds a row by.
    pub fn key(&self, row: &Row<'a>) -> Option<LineKey> {
        if matches!(row.what, What::Appraiser) {
            return Some(LineKey::Appraiser);
        }
        let line = self.line_of(row)?;
        let (unit, leaf) = (line.unit.id.clone(), line.criterion.id.clone());
        Some(match &row.what {
            What::Input(_, input) => LineKey::Input(unit, leaf, input.id.clone()),
            What::Part(_, part, _) => LineKey::Part(unit, leaf, (*part).to_owned()),
            _ => LineKey::Leaf(unit, leaf),
        })
    }

    /// Gives the figure that stands before this round, and whether an earlier round corrected it.
    pub fn figure(&self, line: &Line<'a>, input: &InputId) -> (Figure, bool) {
        self.figure_before(line, input, self.of.round)
    }

    /// Lists the lines whose points decide what counts of a line, and the line itself; none where it stands by itself.
    pub fn depends_on(&self, line: &Line<'a>) -> Vec<usize> {
        if !line.waits_for_others() {
            return Vec::new();
        }
        let (set, id) = (line.set, &line.criterion.id);
        let mut leaves: BTreeSet<&CriterionId> = BTreeSet::from([id]);
        for (_, requires) in set.conditions(id) {
            for one in &requires.all {
                let Requirement::Index { criterion, .. } = one else { continue };
                leaves.extend(set.find(criterion).into_iter().flat_map(Criterion::leaves_below).map(|leaf| &leaf.id));
            }
        }
        let alternatives = set.lineage(id).into_iter().filter_map(|above| set.alternative_of(&above.id)).flat_map(|of| &of.criteria);
        leaves.extend(alternatives.filter_map(|other| set.find(other)).flat_map(Criterion::leaves_below).map(|leaf| &leaf.id));
        let of_unit = self.of_unit.get(&line.unit.id).into_iter().flatten().copied();
        of_unit.filter(|of| self.lines.get(*of).is_some_and(|other| leaves.contains(&other.criterion.id))).collect()
    }

    /// Lists the lines of all units of the group for the same leaf.
    pub fn compared_with(&self, line: &Line<'a>) -> &[usize] {
        self.of_leaf.get(&(&line.group.id, &line.criterion.id)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Tells whether an earlier round said which parts of a line apply.
    pub fn parts_said_before(&self, line: &Line<'a>) -> bool {
        let earlier = self.of.results.appraisal.applies.range(..self.of.round);
        let mut said = earlier.filter_map(|(_, of)| of.get(&line.unit.id)?.get(&line.criterion.id)).flatten();
        said.any(|said| said.part.is_some())
    }

    /// Gives what the last round before this one that spoke of it said of whether a line, or a part of it, applies.
    pub fn applies_before(&self, line: &Line<'a>, part: Option<&str>) -> Option<bool> {
        let earlier = self.of.results.appraisal.applies.range(..self.of.round).rev();
        let mut said = earlier.filter_map(|(_, of)| of.get(&line.unit.id)?.get(&line.criterion.id));
        said.find_map(|said| said.iter().find(|one| one.part.as_deref() == part)).map(|one| one.applies)
    }

    /// Gives the addresses of a leaf's figures, for its rule's formula.
    pub fn cells<'p>(&'p self, line: &'p Line<'a>, inputs: &'p [usize]) -> LeafCells<'p, 'a> {
        LeafCells { plan: self, line, inputs }
    }

    /// Gives the row of a leaf of a unit.
    pub fn row_of(&self, line: usize) -> Option<&Row<'a>> {
        self.row(*self.row_at.get(line)?)
    }

    /// Gives the last row of a line, counting those of its figures and parts.
    pub fn last_of(&self, line: usize) -> u32 {
        let below = self.row_at.get(line).and_then(|at| self.rows.get(at + 1..)).into_iter().flatten();
        let own = below.take_while(|row| matches!(row.what, What::Input(of, ..) | What::Part(of, ..) if of == line)).last();
        own.or_else(|| self.row_of(line)).map_or(HEADING_ROW, |row| row.at)
    }

    /// Gives the language that the workbook is written in.
    pub const fn lang(&self) -> Lang {
        self.of.results.lang
    }

    /// Gives the first and the last row of the table.
    pub fn body(&self) -> (u32, u32) {
        let last = self.rows.iter().rfind(|row| !matches!(row.what, What::Appraiser)).map_or(HEADING_ROW + 1, |row| row.at);
        (HEADING_ROW + 1, last)
    }

    /// Gives the link to a file of evidence.
    pub fn link(&self, unit: &UnitId, file: &str) -> Option<String> {
        files::link(self.of.evidence, unit, file)
    }
}

/// Addresses of one leaf of a unit: figures as they count after this round.
pub struct LeafCells<'p, 'a> {
    plan: &'p Plan<'a>,
    line: &'p Line<'a>,
    inputs: &'p [usize],
}

impl Cells for LeafCells<'_, '_> {
    fn input(&self, id: &InputId) -> String {
        let mut rows = self.inputs.iter().filter_map(|at| self.plan.row(*at));
        let cell = rows.find_map(|row| match &row.what {
            What::Input(_, input) if input.id == *id => Some(row.cell(At::Figure)),
            _ => None,
        });
        // A set's laws see to it that a rule names inputs of its leaf only.
        cell.unwrap_or_else(|| "NA()".into())
    }

    fn choices(&self, id: &InputId) -> String {
        self.plan.lists.range(&self.line.set.id, &self.line.criterion.id, id)
    }

    fn max(&self) -> String {
        self.line.criterion.max.plain()
    }

    fn lang(&self) -> Lang {
        self.plan.lang()
    }
}
