//! What changed words of our own form mean: by the same vocabulary that a province's own form is read with.

use crate::assessment::SelfAssessment;
use crate::criteria::CriteriaSet;
use crate::figure::Input;
use crate::finding::{Checked, Finding};
use crate::form::layout::{CLAIMED, EXPLANATION, INPUT, KEYS};
use crate::form::read::{self, Judge};
use crate::intake::foreign::{figure_called, year_of_words};
use crate::intake::heading::{Mark, Role, role, says_more, says_not_there, sense};
use crate::intake::standing;
use crate::workbook::Book;

/// Reads a filled form of ours for the year that is scored, `None` where none is.
pub fn read(book: &Book, set: &CriteriaSet, year: Option<i16>, file: &str) -> Checked<Option<SelfAssessment>> {
    read::read_judged(book, set, file, &OfYear(year))
}

/// Judges words by the year that is scored.
struct OfYear(Option<i16>);

impl Judge for OfYear {
    fn is_heading_of(&self, key: &str, words: &str) -> bool {
        let says = role(words);
        let same = match key {
            CLAIMED => says == Some(Role::Claim) && !says_more(words),
            INPUT => matches!(says, Some(Role::Figures | Role::Rate)) && !says_more(words),
            EXPLANATION => matches!(says, Some(Role::Explanation | Role::Remark)),
            KEYS => return true,
            _ => !says_not_there(words),
        };
        let sense = sense(words);
        let of_year = self.0.is_none_or(|year| sense.years.is_empty() || sense.years.contains(&year));
        let settled = ![Mark::Earlier, Mark::Planned, Mark::Superseded, Mark::Partial].into_iter().any(|mark| sense.says(mark));
        same && of_year && settled && !standing::is_unsettled(words)
    }

    fn is_label_of(&self, input: &Input, of_leaf: &[Input], words: &str) -> bool {
        figure_called(words, of_leaf, self.0).is_some_and(|called| called.id == input.id)
    }

    fn above(&self, words: &str) -> Option<Finding> {
        year_of_words(words, self.0?)
    }
}
