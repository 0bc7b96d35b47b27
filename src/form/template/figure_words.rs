//! How the form spells figures that it does not show as numbers.

use super::plan::Plan;
use crate::criteria::Criterion;
use crate::figure::{Choice, Figure, Input, date_in};
use crate::rule::{NO_WORDS, YES_WORDS};
use crate::text::Lang;

/// Gives the words of a figure of the set that is not shown as a number.
pub fn shown_shared(plan: &Plan<'_>, input: &Input) -> String {
    words(plan.shared(input), &[], plan.form.lang)
}

/// Gives the words of a figure that is not shown as a number.
pub fn shown(plan: &Plan<'_>, criterion: &Criterion, input: &Input) -> String {
    let figure = if input.shared { plan.shared(input) } else { plan.figure(&criterion.id, input) };
    words(figure, &criterion.leaf().map(|leaf| leaf.choices(&input.id)).unwrap_or_default(), plan.form.lang)
}

/// Gives the words of a figure that is not shown as a number, of which `choices` are the levels.
pub fn words(figure: Figure, choices: &[Choice], lang: Lang) -> String {
    match figure {
        Figure::Blank | Figure::Number(_) => String::new(),
        Figure::Date(date) => date_in(date, lang),
        Figure::NotIssued | Figure::YesNo(false) => NO_WORDS.get(lang).to_owned(),
        Figure::YesNo(true) => YES_WORDS.get(lang).to_owned(),
        // An id that the set does not know is shown as it is.
        Figure::Choice(id) => choices.iter().find(|choice| choice.id == id).map_or(id, |choice| choice.label.clone()),
        Figure::Text(typed) | Figure::Wrong(typed) => typed,
    }
}
