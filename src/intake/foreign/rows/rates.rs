//! Rates beside figures: the figure itself where the leaf asks for one, else compared with the figures.

use super::RowReader;
use crate::assessment::Claim;
use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, Days, Figure, Input, InputId, InputKind};
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding};
use crate::intake::heading::Role;
use crate::points::Points;
use crate::text;
use crate::text::fold::tidy;
use crate::typed::value;
use crate::typed::value::number;
use crate::workbook::{Cell, Value};

impl RowReader<'_> {
    /// Takes what stands in the column of rates of a leaf that asks for something else, where its figure is blank: a part and its
    /// whole, a day, a level. What fits nothing is asked where a figure is missing.
    pub(super) fn figure_as_rate(&mut self, row: u32, criterion: &Criterion, leaf: &Leaf) -> bool {
        let Some((column, cell)) = self.cell(row, Role::Rate).filter(|(_, cell)| !cell.is_blank() && !cell.formula) else { return false };
        if let Some(Share { part, whole, again }) = share(leaf, cell) {
            for (id, words) in [part, whole] {
                if let Some(input) = leaf.input(&id) {
                    self.figure(row, column, Some(&Cell::text(words)), criterion, leaf, input);
                }
            }
            if !again.is_empty() {
                self.against_figures((row, column), &Cell::text(again), criterion, leaf);
            }
            return true;
        }
        let input = match leaf.inputs.as_slice() {
            [input] if matches!(input.kind, InputKind::Percent | InputKind::Text) => return false,
            [] => return false,
            [input] => Some(input).filter(|input| !matches!(input.kind, InputKind::Count | InputKind::Points)),
            _ => None,
        };
        if let Some(input) = input.filter(|input| !value::figure(Some(cell), input, &leaf.choices(&input.id)).value.is_blank()) {
            self.figure(row, column, Some(cell), criterion, leaf, input);
            return true;
        }
        let (words, id) = (cell.shown(), &criterion.id);
        let message = text!(
            "Cột tỷ lệ ở hàng tiêu chí {id} ghi “{words}”, không phải số liệu mà tiêu chí này hỏi.",
            "The column of rates says “{words}” in the row of criterion {id}, which is not a figure that the criterion asks for."
        );
        let finding = Finding::new(&code::FIGURE_WITHOUT_HOME, message).at(self.place(row, column));
        self.taken.rates.push(finding.on(id));
        true
    }

    /// Takes a row "Tỷ lệ %": the one rate that the leaf asks for, or the rate of figures that it has, which it is compared with.
    pub(super) fn rate_row(&mut self, row: u32) -> bool {
        let Some((criterion, leaf)) = self.current else { return false };
        let Some((column, cell)) = self.cell(row, Role::Figures).or_else(|| self.cell(row, Role::Rate)) else { return false };
        let rates: Vec<&Input> = leaf.inputs.iter().filter(|input| input.kind == InputKind::Percent).collect();
        let taken = match rates.as_slice() {
            [input] => {
                self.figure(row, column, Some(cell), criterion, leaf, input);
                true
            }
            [] if leaf.rule.faces().parts().len() == 1 => {
                self.against_figures((row, column), cell, criterion, leaf);
                true
            }
            _ => false,
        };
        if taken {
            self.criteria.insert(row, Some(criterion.id.clone()));
            self.taken.rows.push((row + 1, criterion.id.clone()));
            self.words(row, &criterion.id);
        }
        taken
    }

    /// Compares a rate that stands beside its figures with them.
    pub(super) fn rate_beside(&mut self, row: u32, criterion: &Criterion, leaf: &Leaf) {
        if let Some((column, cell)) = self.cell(row, Role::Rate) {
            self.against_figures((row, column), cell, criterion, leaf);
        }
    }

    /// Says where a rate is not that of its figures, by more than any rounding.
    pub(super) fn against_figures(&mut self, at: (u32, u32), cell: &Cell, criterion: &Criterion, leaf: &Leaf) {
        let parts = leaf.rule.faces().parts();
        let ([(of, to)], Some(answer)) = (parts.as_slice(), self.taken.answers.get(&criterion.id)) else { return };
        let number = |id: &InputId| answer.figures.get(id).and_then(Figure::number).cloned();
        let (Some(part), Some(whole), Figure::Number(said)) = (number(of), number(to), percent(cell)) else { return };
        let Some(rate) = (&part * &Points::hundred()).over(&whole) else { return };
        let one = Points::from(1);
        if &said - &rate < one && &rate - &said < one {
            return;
        }
        let (typed, id) = (cell.shown(), &criterion.id);
        let (part_vi, whole_vi, part_en, whole_en) = (part.plain_vi(), whole.plain_vi(), part.plain(), whole.plain());
        let message = text!(
            "Tỷ lệ ghi “{typed}”, trong khi số liệu của tiêu chí {id} là {part_vi}/{whole_vi}; điểm tính theo số liệu.",
            "The rate says “{typed}”, while the figures of criterion {id} are {part_en}/{whole_en}; points follow the figures."
        );
        self.say(&code::RATE_OF_NOTHING, message, at, Some(id));
    }

    /// Tells of a rate typed beside figures of 0.
    pub(super) fn rate_of_nothing(&mut self, row: u32, id: &CriterionId) {
        let zero = |cell: &Cell| value::claim(Some(cell), &Points::zero()).value == Claim::Points(Points::zero());
        if let (Some((_, figure)), Some((column, rate))) = (self.cell(row, Role::Figures), self.cell(row, Role::Rate))
            && zero(figure)
            && !zero(rate)
        {
            let (typed, rate) = (figure.shown(), rate.shown());
            let message = text!(
                "Tỷ lệ đạt được ghi “{rate}” trong khi số liệu thực hiện là “{typed}”.",
                "The rate says “{rate}”, while the figure is “{typed}”."
            );
            self.say(&code::RATE_OF_NOTHING, message, (row, column), Some(id));
        }
    }
}

/// Reads a cell as a rate.
pub(super) fn percent(cell: &Cell) -> Figure {
    let input = Input {
        id: InputId::new("rate"),
        kind: InputKind::Percent,
        label: String::new(),
        measure: None,
        days: Days::default(),
        shared: false,
    };
    let Checked { value, .. } = value::figure(Some(cell), &input, &[]);
    value
}

/// Lists the cells that say the figure of an input where a rate may stand beside it. Both may say the same rate; “40/50” beside
/// it is where the rate comes from, if it comes to that; words without a figure say nothing of it.
pub(super) fn rates<'c>(typed: Option<(u32, &'c Cell)>, rate: Option<(u32, &'c Cell)>, input: &Input) -> [Option<(u32, &'c Cell)>; 2] {
    let Some(rate) = rate.filter(|(_, cell)| input.kind == InputKind::Percent && !cell.is_blank()) else { return [typed, None] };
    let beside = typed.filter(|(_, cell)| match &cell.value {
        Value::Text(words) if !matches!(percent(cell), Figure::Number(_)) => {
            words.contains(|c: char| c.is_ascii_digit()) && !comes_to(words, rate.1)
        }
        _ => !cell.is_blank(),
    });
    // What is no figure is compared with the one that is.
    match beside {
        Some((_, cell)) if !matches!(percent(cell), Figure::Number(_)) => [Some(rate), beside],
        _ => [beside, Some(rate)],
    }
}

/// Tells whether a part and its whole, “40/50”, come to a rate as it is printed.
fn comes_to(words: &str, rate: &Cell) -> bool {
    let number = |words: &str| match number::read(words.trim()) {
        number::Typed { reading: number::Reading::One(number), .. } => Some(number),
        number::Typed { reading: number::Reading::Two { thousands, .. }, .. } => Some(thousands),
        number::Typed { reading: number::Reading::None, .. } => None,
    };
    let plain = tidy(words);
    let Some((part, whole, again)) = in_one(&plain) else { return false };
    let (Some(part), Some(whole), Figure::Number(said)) = (number(&part), number(&whole), percent(rate)) else { return false };
    let Some(exact) = (&part * &Points::hundred()).over(&whole) else { return false };
    // What is printed is rounded, or cut, behind its last decimal.
    let near = |said: &Points| {
        let unit = (0..said.decimals().unwrap_or(0)).fold(Points::one(), |unit, _| unit.over(&Points::from(10)).unwrap_or(unit));
        (said - &exact).abs() < unit
    };
    let agrees = again.is_empty() || matches!(percent(&Cell::text(again)), Figure::Number(again) if near(&again));
    near(&said) && agrees
}

/// Input of a leaf, and what is typed for it.
pub(super) type Typed = (InputId, String);

/// A part and its whole in one cell.
pub(super) struct Share {
    pub(super) part: Typed,
    pub(super) whole: Typed,
    /// The rate that stands behind them; nothing where none does.
    pub(super) again: String,
}

/// Reads `40/50` where a leaf asks for a part and its whole and nothing else; a rate in brackets behind it says it again.
pub(super) fn share(leaf: &Leaf, cell: &Cell) -> Option<Share> {
    let parts = leaf.rule.faces().parts();
    let ([(of, to)], 2, Value::Text(words)) = (parts.as_slice(), leaf.inputs.len(), &cell.value) else { return None };
    let (part, whole, again) = in_one(&tidy(words))?;
    // More than a rate behind it may be another figure.
    (again.is_empty() || again.ends_with('%')).then(|| Share { part: (of.clone(), part), whole: (to.clone(), whole), again })
}

/// Tells whether a cell says a part and its whole to a leaf that asks for both, or for the rate that they come to.
pub fn says_share(leaf: &Leaf, cell: &Cell) -> bool {
    let rate = leaf.inputs.iter().any(|input| input.kind == InputKind::Percent);
    let of_rate = || matches!(&cell.value, Value::Text(words) if in_one(&tidy(words)).is_some());
    share(leaf, cell).is_some() || (rate && of_rate())
}

/// Takes `40/50 (80%)` apart: a part, its whole, and what stands behind them.
fn in_one(plain: &str) -> Option<(String, String, String)> {
    let (part, rest) = plain.split_once('/')?;
    let end = rest.find(['(', '=', '[']).unwrap_or(rest.len());
    let (whole, again) = rest.split_at_checked(end)?;
    let figures = |words: &str| {
        let words = words.trim();
        let number = words.trim_end_matches(|c: char| c.is_alphabetic() || c == ' ');
        (!number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))).then(|| words.to_owned())
    };
    Some((figures(part)?, figures(whole)?, again.trim_matches(['(', ')', '=', '[', ']', ' ']).to_owned()))
}
