//! Figures made sane before any rule sees them: what can't be is found, and treated as blank or cut.
//!
//! Source: [meanings](crate#meanings) 6 and 9.

use std::collections::BTreeMap;

use super::Terms;
use super::say::{exact, say};
use crate::figure::{Figure, Figures, Input, InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::{DAY_NOT_ALLOWED, NEGATIVE, NOT_WHOLE, OVER_100};
use crate::points::Points;

/// What a unit declared for one leaf, as its rule sees it: every figure has passed the checks of sanity.
///
/// [`Case::new`] is the only way to make one, and a rule scores nothing else, so no caller can score a figure that can't be.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The leaf.
    terms: Terms<'a>,
    /// What was typed.
    typed: &'a Figures,
    /// What a figure that can't be counts as.
    treated: BTreeMap<InputId, Figure>,
    /// Figures that can't be.
    impossible: Vec<ImpossibleFigure>,
    /// Best value among the group, for rules that compare units: `None` while it isn't known.
    best: Option<&'a Points>,
    /// Parts of which the council says that they apply, or don't, by their ids.
    said: Option<&'a BTreeMap<String, bool>>,
}

impl<'a> Case<'a> {
    /// Checks what was typed for a leaf: figures that can't be (negative, half a dossier) are found and treated as blank.
    pub fn new(terms: Terms<'a>, typed: &'a Figures) -> Self {
        let (mut treated, mut impossible) = (BTreeMap::new(), Vec::new());
        for input in terms.inputs {
            let Some(figure) = typed.get(&input.id) else { continue };
            let Some((counts, how)) = of_kind(input, figure) else { continue };
            impossible.extend(how.map(|how| ImpossibleFigure { input: input.id.clone(), figure: figure.clone(), how }));
            treated.insert(input.id.clone(), counts);
        }
        Self { terms, typed, treated, impossible, best: None, said: None }
    }

    /// Adds the best value among the group, for rules that compare units.
    pub fn against(self, best: Option<&'a Points>) -> Self {
        Self { best, ..self }
    }

    /// Adds what the council says of the parts of the leaf: which apply, and which don't.
    pub fn said(self, said: &'a BTreeMap<String, bool>) -> Self {
        Self { said: Some(said), ..self }
    }

    /// Tells whether the council says that a part applies; `None` where it says nothing.
    pub(super) fn council_says(&self, part: &str) -> Option<bool> {
        self.said?.get(part).copied()
    }

    /// Gives the same figures for a part of the leaf, which has a maximum of its own.
    pub(super) fn part(&self, max: &'a Points) -> Self {
        Self { terms: Terms { max, ..self.terms }, ..self.clone() }
    }

    /// Gives the leaf.
    pub const fn terms(&self) -> &Terms<'a> {
        &self.terms
    }

    /// Gives the best value among the group, where it is known.
    pub const fn best(&self) -> Option<&'a Points> {
        self.best
    }

    /// Tells what is wrong with a figure, where it can't be.
    pub fn faults(&self, id: &InputId) -> Vec<Finding> {
        self.impossible.iter().filter(|impossible| &impossible.input == id).map(|impossible| impossible.finding(&self.terms)).collect()
    }

    /// Gives the figures that can't be.
    pub(super) fn impossible(&self) -> &[ImpossibleFigure] {
        &self.impossible
    }

    /// Gives what was typed, as it counts; `Blank` where the form has no cell for it, or the leaf no such input.
    pub fn figure(&self, id: &InputId) -> &Figure {
        let typed = || self.terms.input(id).and_then(|input| self.typed.get(&input.id));
        self.treated.get(id).or_else(typed).unwrap_or(&Figure::Blank)
    }

    /// Gives the number that was typed, as it counts where a percentage may be over 100.
    pub(super) fn uncut(&self, id: &InputId) -> Option<&Points> {
        let over = self.impossible.iter().find(|impossible| impossible.is_over_100() && impossible.input == *id);
        over.and_then(|impossible| impossible.figure.number()).or_else(|| self.number(id))
    }

    /// Gives the number that was typed, as it counts.
    pub fn number(&self, id: &InputId) -> Option<&Points> {
        self.figure(id).number()
    }
}

/// Figure that can't be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpossibleFigure {
    /// Input.
    pub input: InputId,
    /// What was typed.
    figure: Figure,
    /// What is wrong with it.
    how: How,
}

/// What is wrong with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// It is under 0.
    Negative,
    /// It counts things, and is not whole.
    NotWhole,
    /// It is a percentage over 100.
    Over100,
    /// It is a day that the input doesn't allow.
    NotAllowed,
}

impl ImpossibleFigure {
    /// Tells whether it is a percentage over 100, which some rules take as it is.
    pub fn is_over_100(&self) -> bool {
        self.how == How::Over100
    }

    /// Tells it as a finding.
    pub fn finding(&self, leaf: &Terms<'_>) -> Finding {
        let (label, n) = (leaf.label(&self.input), self.figure.number().map_or_else(|| self.figure.words(), exact));
        match self.how {
            How::Negative => Finding::new(&NEGATIVE, say!("{label} là số âm: “{n}”.", "{label} is negative: “{n}”.", n = n)),
            How::NotWhole => {
                let message = say!("{label} phải là số nguyên, nhưng ghi “{n}”.", "{label} must be whole, but is “{n}”.", n = n);
                Finding::new(&NOT_WHOLE, message)
            }
            How::Over100 => {
                let message =
                    say!("{label} là “{n}%”, trên 100%; chỉ tính 100%.", "{label} is “{n}%”, over 100%; it counts as 100%.", n = n);
                Finding::new(&OVER_100, message)
            }
            How::NotAllowed => {
                let days = leaf.input(&self.input).map(|input| input.days.words()).unwrap_or_default();
                let message =
                    say!("{label} ghi ngày {n}; chỉ nhận ngày {days}.", "{label} is {n}; days {days} are allowed.", n = n, days = days);
                Finding::new(&DAY_NOT_ALLOWED, message)
            }
        }
    }
}

/// Gives the number that a figure counts as: nothing where it is none, or can't be.
pub fn counted(input: &Input, typed: &Figure) -> Option<Points> {
    match of_kind(input, typed) {
        Some((counts, _)) => counts.number().cloned(),
        None => typed.number().cloned(),
    }
}

/// Says what a figure that can't be counts as, by the kind of its input; `None` where it can be.
fn of_kind(input: &Input, typed: &Figure) -> Option<(Figure, Option<How>)> {
    match (input.kind, typed) {
        (InputKind::Count | InputKind::Percent | InputKind::Points, Figure::Number(number)) => {
            if number.is_negative() {
                Some((Figure::Blank, Some(How::Negative)))
            } else if input.kind == InputKind::Count && !number.is_whole() {
                Some((Figure::Blank, Some(How::NotWhole)))
            } else if input.kind == InputKind::Percent && *number > Points::hundred() {
                Some((Figure::Number(Points::hundred()), Some(How::Over100)))
            } else {
                None
            }
        }
        (InputKind::Date, Figure::Date(day)) if !input.days.allow(*day) => Some((Figure::Blank, Some(How::NotAllowed))),
        (InputKind::Date, Figure::Date(_) | Figure::NotIssued)
        | (InputKind::YesNo, Figure::YesNo(_))
        | (InputKind::Choice, Figure::Choice(_))
        | (InputKind::Text, Figure::Text(_))
        | (_, Figure::Blank) => None,
        _ => Some((Figure::Blank, None)),
    }
}
