//! Which row of the self-assessment sheet holds what: decided before anything is written, since formulas look both ways.

use std::sync::OnceLock;

use crate::assessment::{Answer, SelfAssessment};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign, WhenBlank};
use crate::figure::{CriterionId, Figure, Input};
use crate::form::layout::{AssessmentAt, REMARKS, RowKey};
use crate::points::Points;
use crate::rule::{Cells, Scorer, Terms};
use crate::text::{Lang, Words};
use crate::workbook::letters;

use super::Form;
use super::lists::Lists;
use super::rule_words::{beside_group, beside_leaf};

/// Row of the hidden keys, counted from 0.
pub const KEYS_ROW: u32 = 5;
/// Row of the headings.
pub const HEADING_ROW: u32 = 6;

/// Title of the figures of the set.
pub const FIGURES: Words = Words {
    vi: "Số liệu dùng chung: ghi một lần, biểu tự đưa vào các tiêu chí",
    en: "Shared figures: declared once, and taken to the criteria by the form",
};
/// Title of the adjustments.
pub const ADJUSTMENTS: Words = Words { vi: "Điểm thưởng, điểm trừ", en: "Bonus points and penalties" };

/// Rows of the self-assessment sheet.
pub struct Plan<'a> {
    /// What is written.
    pub form: &'a Form<'a>,
    /// Lists behind drop-downs.
    pub lists: Lists,
    /// Rows, from [`HEADING_ROW`] + 1 downwards without a gap.
    pub rows: Vec<Row<'a>>,
}

/// Row of the self-assessment sheet.
pub struct Row<'a> {
    /// Its number, counted from 0.
    pub at: u32,
    /// What stands in it.
    pub what: What<'a>,
    /// How it is scored and what evidence it asks, as far as that stands beside this row.
    pub beside: String,
    /// Whether the form computes the points of the leaf, once somebody has asked: many cells do, and formulas are long.
    computes: OnceLock<bool>,
}

/// What stands in a row. Rows that belong to others are named by their position in [`Plan::rows`].
pub enum What<'a> {
    /// Criterion with children.
    Group { criterion: &'a Criterion, depth: usize, excused: bool, children: Vec<usize> },
    /// Leaf of the tree, or an adjustment, which has a sign.
    Leaf { criterion: &'a Criterion, leaf: &'a Leaf, excused: bool, sign: Option<Sign>, inputs: Vec<usize> },
    /// Input of the leaf above it.
    Input { criterion: &'a Criterion, leaf: &'a Leaf, input: &'a Input, excused: bool, of: usize },
    /// Figure of the set that the leaf above it names, and the row in which it is asked.
    Shared { criterion: &'a Criterion, leaf: &'a Leaf, input: &'a Input, excused: bool, of: usize, figure: usize },
    /// Figure of the set; `open` where anybody needs it.
    Figure { input: &'a Input, open: bool },
    /// Title of a block: the figures of the set, the adjustments.
    Title(Words),
    /// Sum of the areas, adjustments, and what they make.
    Total { areas: Vec<usize>, adjustments: Vec<usize> },
    /// Points as a share of the applicable maximum.
    Index { total: usize },
    /// What the unit says beside its points; its label.
    Remark { key: RowKey, label: Words },
}

impl Row<'_> {
    /// Gives the key that the reader finds the row by.
    pub fn key(&self) -> Option<RowKey> {
        match &self.what {
            What::Group { criterion, .. } => Some(RowKey::Group(criterion.id.clone())),
            What::Leaf { criterion, .. } => Some(RowKey::Leaf(criterion.id.clone())),
            What::Input { criterion, input, .. } | What::Shared { criterion, input, .. } => {
                Some(RowKey::Input(criterion.id.clone(), input.id.clone()))
            }
            What::Figure { input, .. } => Some(RowKey::Figure(input.id.clone())),
            What::Title(_) => None,
            What::Total { .. } => Some(RowKey::Total),
            What::Index { .. } => Some(RowKey::Index),
            What::Remark { key, .. } => Some(key.clone()),
        }
    }

    /// Gives the absolute address of a cell in the row: `$F$24`.
    pub fn cell(&self, column: AssessmentAt) -> String {
        address(column, self.at)
    }
}

/// Gives an absolute address: `$F$24`.
pub fn address(column: AssessmentAt, row: u32) -> String {
    format!("${}${}", letter(column.col()), u64::from(row) + 1)
}

/// Gives the letters of a column.
pub fn letter(column: u16) -> String {
    letters(column.into())
}

impl<'a> Plan<'a> {
    /// Lays out the rows of a form.
    pub fn new(form: &'a Form<'a>) -> Self {
        let mut plan = Self { form, lists: Lists::new(form.set, form.lang), rows: Vec::new() };
        if !form.set.figures.is_empty() {
            plan.push(What::Title(FIGURES));
            for input in &form.set.figures {
                let excused = |leaf: &Criterion| form.unit.not_applicable.contains(&leaf.id);
                let mut naming = form.set.naming(&input.id).peekable();
                let open = naming.peek().is_none()
                    || form.set.is_required(&input.id)
                    || naming.any(|(criterion, leaf)| scores_itself(leaf, excused(criterion)))
                    || form.set.checks.iter().any(|check| check.that.inputs().contains(&input.id));
                plan.push(What::Figure { input, open });
            }
        }
        let areas: Vec<usize> = form.set.criteria.iter().map(|area| plan.add(area, 1, None)).collect();
        let mut adjustments = Vec::new();
        if !form.set.adjustments.is_empty() {
            plan.push(What::Title(ADJUSTMENTS));
            for line in &form.set.adjustments {
                adjustments.push(plan.add(&line.criterion, 2, Some(line.sign)));
            }
        }
        let total = plan.push(What::Total { areas, adjustments });
        plan.push(What::Index { total });
        for (key, label) in REMARKS {
            plan.push(What::Remark { key, label });
        }
        plan
    }

    /// Adds a row below the others, and gives its position.
    fn push(&mut self, what: What<'a>) -> usize {
        let position = self.rows.len();
        let at = u32::try_from(position).unwrap_or(u32::MAX).saturating_add(HEADING_ROW + 1);
        self.rows.push(Row { at, what, beside: String::new(), computes: OnceLock::new() });
        position
    }

    /// Adds a criterion with everything below it, and gives its position.
    fn add(&mut self, criterion: &'a Criterion, depth: usize, sign: Option<Sign>) -> usize {
        let excused = self.form.unit.not_applicable.contains(&criterion.id);
        if let Some(leaf) = criterion.leaf() {
            let of = self.push(What::Leaf { criterion, leaf, excused, sign, inputs: Vec::new() });
            let below: Vec<usize> = leaf.asked().iter().map(|input| self.below(criterion, leaf, input, excused, of)).collect();
            let words = beside_leaf(self.form, criterion, leaf);
            if let Some(Row { what: What::Leaf { inputs, .. }, beside, .. }) = self.rows.get_mut(of) {
                (*inputs, *beside) = (below, words);
            }
            return of;
        }
        let of = self.push(What::Group { criterion, depth, excused, children: Vec::new() });
        if let Some(row) = self.rows.get_mut(of) {
            row.beside = beside_group(self.form, criterion);
        }
        let below: Vec<usize> = criterion.children().iter().map(|child| self.add(child, depth + 1, None)).collect();
        if let Some(Row { what: What::Group { children, .. }, .. }) = self.rows.get_mut(of) {
            *children = below;
        }
        of
    }

    /// Adds the row of an input below its leaf: a cell to fill in, or what was filled in for a figure of the set.
    fn below(&mut self, criterion: &'a Criterion, leaf: &'a Leaf, input: &'a Input, excused: bool, of: usize) -> usize {
        let figure = self.rows.iter().position(|row| matches!(row.what, What::Figure { input: known, .. } if known.id == input.id));
        match figure.filter(|_| input.shared) {
            Some(figure) => self.push(What::Shared { criterion, leaf, input, excused, of, figure }),
            None => self.push(What::Input { criterion, leaf, input, excused, of }),
        }
    }

    /// Gives what was filled in for a figure of the set.
    pub fn shared(&self, figure: &Input) -> Figure {
        let filled: Option<&SelfAssessment> = self.form.filled;
        let once = filled.and_then(|filled| filled.shared.figures.get(&figure.id));
        let at_leaves = || {
            let answers = self.form.set.naming(&figure.id).filter_map(|(criterion, _)| self.answer(&criterion.id));
            answers.filter_map(|answer| answer.figures.get(&figure.id)).find(|figure| **figure != Figure::Blank)
        };
        once.or_else(at_leaves).cloned().unwrap_or(Figure::Blank)
    }

    /// Finds the row of a criterion.
    pub fn of(&self, id: &CriterionId) -> Option<usize> {
        self.rows.iter().position(|row| match &row.what {
            What::Group { criterion, .. } | What::Leaf { criterion, .. } => criterion.id == *id,
            _ => false,
        })
    }

    /// Gives the row at a position.
    pub fn row(&self, position: usize) -> Option<&Row<'a>> {
        self.rows.get(position)
    }

    /// Gives the first and the last row between the headings and the total.
    pub fn body(&self) -> (u32, u32) {
        let last = self
            .rows
            .iter()
            .filter(|row| !matches!(row.what, What::Total { .. } | What::Index { .. } | What::Remark { .. }))
            .map(|row| row.at)
            .max();
        (HEADING_ROW + 1, last.unwrap_or(HEADING_ROW + 1))
    }

    /// Gives what was filled in beside the points.
    pub fn remark(&self, key: &RowKey) -> Option<&'a str> {
        let remarks = &self.form.filled?.remarks;
        match key {
            RowKey::Difficulties => remarks.difficulties.as_deref(),
            RowKey::Proposals => remarks.proposals.as_deref(),
            _ => None,
        }
    }

    /// Gives the last row of the table.
    pub fn last(&self) -> u32 {
        self.rows.last().map_or(HEADING_ROW, |row| row.at)
    }

    /// Gives what was filled in for a leaf, where the form is a filled one.
    pub fn answer(&self, leaf: &CriterionId) -> Option<&'a Answer> {
        let filled: &SelfAssessment = self.form.filled?;
        filled.answers.get(leaf)
    }

    /// Tells what a blank figure of a line means; every other leaf asks for it.
    pub fn when_blank(&self, line: &CriterionId) -> WhenBlank {
        let lines = &self.form.set.adjustments;
        lines.iter().find(|known| known.criterion.id == *line).map_or(WhenBlank::Ask, |known| known.when_blank)
    }

    /// Gives what was filled in for an input.
    pub fn figure(&self, leaf: &CriterionId, input: &Input) -> Figure {
        self.answer(leaf).and_then(|answer| answer.figures.get(&input.id)).cloned().unwrap_or(Figure::Blank)
    }

    /// Says what was declared the year before, in rows of figures.
    pub fn last_year(&self, row: &Row<'_>) -> Option<String> {
        let last = self.form.last_year?;
        match &row.what {
            What::Input { criterion, leaf, input, excused, .. } if scores_itself(leaf, *excused) => {
                last.says(&criterion.id, input, &leaf.choices(&input.id), self.form.lang)
            }
            What::Figure { input, open: true } => last.says_once(self.form.set, input, self.form.lang),
            _ => None,
        }
    }

    /// Gives what the rule of a leaf may know.
    pub fn terms(&self, criterion: &'a Criterion, leaf: &'a Leaf) -> Terms<'a> {
        Terms { rounding: self.form.rounding, ..self.form.set.terms(criterion, leaf) }
    }

    /// Tells whether the form computes a leaf's points: a rule that needs the figures of other units waits for them.
    pub fn computes(&self, row: &Row<'_>) -> bool {
        let What::Leaf { criterion, leaf, inputs, .. } = &row.what else { return false };
        let formula = || leaf.rule.faces().formula(&self.terms(criterion, leaf), &self.cells(criterion, inputs));
        *row.computes.get_or_init(|| formula().is_some())
    }

    /// Gives the addresses of a leaf, for its rule's formula.
    pub fn cells(&self, criterion: &'a Criterion, inputs: &'a [usize]) -> LeafCells<'_> {
        LeafCells { plan: self, criterion, inputs }
    }
}

/// Addresses of one leaf.
pub struct LeafCells<'p> {
    plan: &'p Plan<'p>,
    criterion: &'p Criterion,
    inputs: &'p [usize],
}

impl Cells for LeafCells<'_> {
    fn input(&self, id: &crate::figure::InputId) -> String {
        let mut rows = self.inputs.iter().filter_map(|at| self.plan.row(*at));
        // A set's laws see to it that a rule names inputs of its leaf only.
        let cell = rows.find_map(|row| match &row.what {
            What::Input { input, .. } if &input.id == id => Some(row.cell(AssessmentAt::Input)),
            What::Shared { input, figure, .. } if &input.id == id => Some(self.plan.row(*figure)?.cell(AssessmentAt::Input)),
            _ => None,
        });
        cell.unwrap_or_else(|| "NA()".into())
    }

    fn choices(&self, id: &crate::figure::InputId) -> String {
        self.plan.lists.range(&self.criterion.id, id)
    }

    fn max(&self) -> String {
        self.criterion.max.plain()
    }

    fn lang(&self) -> Lang {
        self.plan.form.lang
    }
}

/// Addresses of the figures of the set.
pub struct FigureCells<'p, 'a>(pub &'p Plan<'a>);

impl Cells for FigureCells<'_, '_> {
    fn input(&self, id: &crate::figure::InputId) -> String {
        let row = self.0.rows.iter().find(|row| matches!(&row.what, What::Figure { input, .. } if &input.id == id));
        row.map_or_else(|| "NA()".into(), |row| row.cell(AssessmentAt::Input))
    }

    fn choices(&self, _: &crate::figure::InputId) -> String {
        "NA()".into()
    }

    fn max(&self) -> String {
        self.0.form.set.total.plain()
    }

    fn lang(&self) -> Lang {
        self.0.form.lang
    }
}

/// Tells whether a leaf has a cell for the unit's own points, or to say there that it does not apply.
pub fn takes_claim(leaf: &Leaf, excused: bool) -> bool {
    scores_itself(leaf, excused) && (leaf.rule.takes_claims() || leaf.may_not_apply)
}

/// Tells whether a unit scores a leaf itself.
pub fn scores_itself(leaf: &Leaf, excused: bool) -> bool {
    !excused && leaf.scorer() == Scorer::Unit
}

/// Counts leaves that a unit scores itself, leaves scored by others, and excused ones.
pub fn shares(plan: &Plan<'_>) -> (usize, usize, usize, usize) {
    let (mut own, mut council, mut survey, mut out) = (0, 0, 0, 0);
    for row in &plan.rows {
        if let What::Leaf { leaf, excused, .. } = &row.what {
            match (*excused, leaf.scorer()) {
                (true, _) => out += 1,
                (_, Scorer::Unit) => own += 1,
                (_, Scorer::Council) => council += 1,
                (_, Scorer::Survey) => survey += 1,
            }
        }
    }
    (own, council, survey, out)
}

/// Gives the maximum of a set's tree as it is printed in the total.
pub fn total(set: &CriteriaSet) -> &Points {
    &set.total
}
