//! What a set asks otherwise than the version that a form was made for.
//!
//! A form of an earlier version is still read by its ids. Where an id stands for something else by now, another criterion of
//! the set or another unit of measure, what was filled in is no answer to it; where only words were changed, that is told.

use std::collections::BTreeSet;

use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Input, InputId};
use crate::finding::sheet as code;
use crate::finding::{Finding, Part, Place};
use crate::text;
use crate::text::fold::{excerpt, same_letters};

/// What of a form can't be taken for what the set asks.
#[derive(Debug, Default)]
pub struct Changed {
    /// Leaves of which nothing is read.
    pub leaves: BTreeSet<CriterionId>,
    /// Figures of leaves that are not read.
    pub figures: BTreeSet<(CriterionId, InputId)>,
    /// What is to be told.
    pub findings: Vec<Finding>,
}

/// Compares leaf by leaf, and figure by figure.
pub fn compare(earlier: &CriteriaSet, set: &CriteriaSet, file: &str) -> Changed {
    let mut changed = Changed::default();
    let mut reworded: Vec<(CriterionId, String, String)> = Vec::new();
    for (criterion, leaf) in set.leaves() {
        let id = &criterion.id;
        let Some((before, leaf_before)) = earlier.find(id).and_then(|before| Some((before, before.leaf()?))) else { continue };
        let (old, new) = (&before.name, &criterion.name);
        if !same_letters(old, new) {
            let is_other = |set: &CriteriaSet, name: &str| set.leaves().any(|(one, _)| one.id != *id && same_letters(&one.name, name));
            if is_other(earlier, new) || is_other(set, old) {
                let message = text!(
                    "Biểu lập cho phiên bản trước của bộ tiêu chí, trong đó {id} là “{old}”, nay {id} là “{new}”; nội dung đã điền không được đọc.",
                    "The form was made for an earlier version of the set, in which {id} is “{old}”; {id} is “{new}” now. What was filled in is not read."
                );
                changed.leaves.insert(id.clone());
                changed.refuse(id, message, [Part::Claims, Part::Figures], file);
                continue;
            }
            reworded.push((id.clone(), old.clone(), new.clone()));
        }
        for input in leaf.asked() {
            let Some(input_before) = leaf_before.inputs.iter().find(|before| before.id == input.id) else { continue };
            if is_another(input_before, input, &leaf_before.inputs, &leaf.inputs) {
                let (old, new) = (called(input_before), called(input));
                let message = text!(
                    "Biểu lập cho phiên bản trước của bộ tiêu chí, hỏi “{old}”, nay bộ tiêu chí hỏi “{new}”; số liệu đã điền không được đọc.",
                    "The form was made for an earlier version of the set and asks “{old}”; the set asks “{new}” now. The figure is not read."
                );
                changed.figures.insert((id.clone(), input.id.clone()));
                changed.refuse(id, message, [Part::Figures], file);
            } else if !same_letters(&input_before.label, &input.label) {
                reworded.push((id.clone(), input_before.label.clone(), input.label.clone()));
            }
        }
    }
    for (id, old, new) in reworded {
        let (old, new) = (excerpt(&old), excerpt(&new));
        let message = text!(
            "Biểu lập cho phiên bản trước của bộ tiêu chí, ghi “{old}”, nay bộ tiêu chí ghi “{new}”; nội dung đã điền vẫn được đọc.",
            "The form was made for an earlier version of the set and says “{old}”; the set says “{new}” now. What was filled in is read all the same."
        );
        changed.findings.push(Finding::new(&code::WORDS_OF_OTHER_VERSION, message).at(Place::file(file)).on(&id));
    }
    changed
}

impl Changed {
    /// Says that something is not read.
    fn refuse(&mut self, id: &CriterionId, message: text::Text, hides: impl IntoIterator<Item = Part>, file: &str) {
        self.findings.push(Finding::new(&code::ASKED_OTHERWISE, message).at(Place::file(file)).on(id).hides(hides));
    }
}

/// Tells whether a figure is another one now: measured otherwise, or called as another one of its leaf was or is.
fn is_another(before: &Input, now: &Input, all_before: &[Input], all_now: &[Input]) -> bool {
    let named = |all: &[Input], label: &str| all.iter().any(|one| one.id != now.id && same_letters(&one.label, label));
    let moved = !same_letters(&before.label, &now.label) && (named(all_before, &now.label) || named(all_now, &before.label));
    moved || !same_letters(before.measure.as_deref().unwrap_or_default(), now.measure.as_deref().unwrap_or_default())
}

/// Names a figure with its unit of measure.
fn called(input: &Input) -> String {
    match &input.measure {
        Some(measure) => format!("{} ({measure})", excerpt(&input.label)),
        None => excerpt(&input.label),
    }
}
