//! Figures made sane before any rule sees them: what can't be is found, and treated as blank or cut.
//!
//! Source: [meanings](crate#meanings) 6 and 9.

use std::collections::BTreeMap;

use super::Terms;
use super::say::{exact, say};
use crate::figure::{Figure, Figures, Input, InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::{NEGATIVE, NOT_WHOLE, OVER_100};
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
    /// What was found on the way, with the input that it concerns.
    found: Vec<(Option<InputId>, Finding)>,
    /// Best value among the group, for rules that compare units: `None` while it isn't known.
    best: Option<&'a Points>,
}

impl<'a> Case<'a> {
    /// Checks what was typed for a leaf: figures that can't be (negative, half a dossier) are found and treated as blank.
    pub fn new(terms: Terms<'a>, typed: &'a Figures) -> Self {
        let (mut treated, mut found) = (BTreeMap::new(), Vec::new());
        for input in terms.inputs {
            let Some(figure) = typed.get(&input.id) else { continue };
            let Some((counts, finding)) = of_kind(input, figure) else { continue };
            found.extend(finding.map(|finding| (Some(input.id.clone()), finding)));
            treated.insert(input.id.clone(), counts);
        }
        Self { terms, typed, treated, found, best: None }
    }

    /// Adds the best value among the group, for rules that compare units.
    pub fn against(self, best: Option<&'a Points>) -> Self {
        Self { best, ..self }
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

    /// Gives what was found on the figures, with the inputs that it concerns.
    pub fn found(&self) -> &[(Option<InputId>, Finding)] {
        &self.found
    }

    /// Gives what was typed, as it counts; `Blank` where the form has no cell for it, or the leaf no such input.
    pub fn figure(&self, id: &InputId) -> &Figure {
        let typed = || self.terms.input(id).and_then(|input| self.typed.get(&input.id));
        self.treated.get(id).or_else(typed).unwrap_or(&Figure::Blank)
    }

    /// Gives the number that was typed, as it counts.
    pub fn number(&self, id: &InputId) -> Option<&Points> {
        self.figure(id).number()
    }
}

/// Says what a figure that can't be counts as, by the kind of its input; `None` where it can be.
fn of_kind(input: &Input, typed: &Figure) -> Option<(Figure, Option<Finding>)> {
    let label = &input.label;
    match (input.kind, typed) {
        (InputKind::Count | InputKind::Percent | InputKind::Points, Figure::Number(number)) => {
            if number.is_negative() {
                let message = say!("“{label}” là số âm: “{n}”.", "“{label}” is negative: “{n}”.", n = exact(number));
                return Some((Figure::Blank, Some(Finding::new(&NEGATIVE, message))));
            }
            if input.kind == InputKind::Count && !number.is_whole() {
                let message =
                    say!("“{label}” phải là số nguyên, nhưng ghi “{n}”.", "“{label}” must be whole, but is “{n}”.", n = exact(number));
                return Some((Figure::Blank, Some(Finding::new(&NOT_WHOLE, message))));
            }
            if input.kind == InputKind::Percent && *number > Points::hundred() {
                let message = say!(
                    "“{label}” là “{n} %”, trên 100 %; chỉ tính 100 %.",
                    "“{label}” is “{n} %”, over 100 %; it counts as 100 %.",
                    n = exact(number)
                );
                return Some((Figure::Number(Points::hundred()), Some(Finding::new(&OVER_100, message))));
            }
            None
        }
        (InputKind::Date, Figure::Date(_) | Figure::NotIssued)
        | (InputKind::YesNo, Figure::YesNo(_))
        | (InputKind::Choice, Figure::Choice(_))
        | (InputKind::Text, Figure::Text(_))
        | (_, Figure::Blank) => None,
        _ => Some((Figure::Blank, None)),
    }
}
