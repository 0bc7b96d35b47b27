//! Whether a claim counts, and what is said of it.
//!
//! Source: [meanings](crate#meanings) 7, 9, 29, 31 and 33.

use std::cmp::Ordering;

use super::item::{Item, carries_figures};
use crate::assessment::Answer;
use crate::criteria::Sign;
use crate::figure::InputId;
use crate::finding::points::{
    CLAIM_ABOVE_LEFT, CLAIM_NOT_APPLICABLE, CLAIM_NOT_ASKED, CLAIM_ON_RELATIVE, CLAIM_OUTSIDE, OVER_CLAIM, SELF_EXCUSED, UNDER_CLAIM,
};
use crate::finding::{Code, Finding};
use crate::points::{Points, Rounding};
use crate::text;
use crate::text::Text;

/// Row of a form that says something of a leaf.
pub struct Row<'a> {
    /// Leaf that the row is of.
    pub item: Item<'a>,
    /// What is said.
    pub answer: &'a Answer,
    /// File of the form.
    pub file: &'a str,
    /// Rounding of the group.
    pub rounding: Rounding,
}

/// What a claim counts.
pub enum ClaimCounts {
    /// Nothing was typed.
    Blank,
    /// What was typed; the maximum where it is printed alike.
    Typed(Points),
    /// It is kept and shown, and counts as if nothing were typed.
    Refused(Box<Finding>),
}

impl Row<'_> {
    /// Tells what a claim counts on a leaf of whose maximum `lowered` does not apply.
    pub fn claim(&self, typed: Option<&Points>, lowered: &Points) -> ClaimCounts {
        let Some(typed) = typed else { return ClaimCounts::Blank };
        let max = &self.item.criterion.max;
        let (vi, en) = (typed.plain_vi(), typed.plain());
        if !self.item.leaf.rule.takes_claims() && carries_figures(self.item.leaf, self.answer) {
            let message = text!(
                "Tự chấm “{vi}”, nhưng tiêu chí này so với các đơn vị trong khối nên chỉ tính từ số liệu.",
                "“{en}” is claimed, but the criterion compares units of the group and is computed from figures alone."
            );
            return self.refused(&CLAIM_ON_RELATIVE, message);
        }
        let left = max - lowered;
        if let Some(points) = self.rounding.within(typed, &left) {
            return ClaimCounts::Typed(points);
        }
        if self.rounding.within(typed, max).is_some() {
            let (left_vi, left_en) = (left.plain_vi(), left.plain());
            let message = text!(
                "Tự chấm “{vi}”, nhưng một phần của tiêu chí không áp dụng, điểm tối đa còn “{left_vi}”; coi như để trống.",
                "“{en}” is claimed, but part of the criterion does not apply and its maximum is “{left_en}”; it counts as blank."
            );
            return self.refused(&CLAIM_ABOVE_LEFT, message);
        }
        let (max_vi, max_en) = (max.plain_vi(), max.plain());
        let message = if typed > max {
            text!(
                "Điểm tự chấm “{vi}” vượt điểm tối đa ({max_vi}); coi như để trống.",
                "“{en}” is claimed, more than the maximum ({max_en}); it counts as blank."
            )
        } else {
            text!("Điểm tự chấm “{vi}” nhỏ hơn 0; coi như để trống.", "“{en}” is claimed, less than 0; it counts as blank.")
        };
        self.refused(&CLAIM_OUTSIDE, message)
    }

    /// Refuses a claim, with the finding that says why.
    fn refused(&self, code: &'static Code, message: Text) -> ClaimCounts {
        ClaimCounts::Refused(Box::new(self.finding(code, message, None)))
    }

    /// Tells that a claim prints otherwise than what is computed.
    pub fn differs(&self, claim: &Points, computed: &Points) -> Option<Finding> {
        let (claimed, given) = (self.rounding.print(claim), self.rounding.print(computed));
        let penalty = self.item.sign == Some(Sign::Penalty);
        let (better, worse) = if penalty { (&given, &claimed) } else { (&claimed, &given) };
        let (claim_vi, claim_en) = (claim.plain_vi(), claim.plain());
        let (given_vi, given_en) = (self.rounding.vietnamese(computed), self.rounding.machine(computed));
        let (code, message) = match better.cmp(worse) {
            Ordering::Equal => return None,
            order if penalty => {
                let message = text!(
                    "Tự nhận bị trừ “{claim_vi}” điểm, theo số liệu kê khai bị trừ {given_vi} điểm.",
                    "A deduction of “{claim_en}” is declared; the figures give “{given_en}”."
                );
                (if order == Ordering::Greater { &OVER_CLAIM } else { &UNDER_CLAIM }, message)
            }
            Ordering::Greater => {
                let message = text!(
                    "Tự chấm “{claim_vi}”, theo số liệu kê khai chỉ được {given_vi} điểm.",
                    "“{claim_en}” is claimed, but the figures give “{given_en}”."
                );
                (&OVER_CLAIM, message)
            }
            Ordering::Less => {
                let message = text!(
                    "Tự chấm “{claim_vi}”, theo số liệu kê khai được {given_vi} điểm.",
                    "“{claim_en}” is claimed; the figures give “{given_en}”."
                );
                (&UNDER_CLAIM, message)
            }
        };
        Some(self.finding(code, message, None))
    }

    /// Tells that points are claimed where the leaf does not apply.
    pub fn not_applicable(&self, typed: &Points) -> Finding {
        let (vi, en) = (typed.plain_vi(), typed.plain());
        let message = text!("Tự chấm “{vi}” ở tiêu chí không áp dụng.", "“{en}” is claimed for a criterion that doesn't apply.");
        self.finding(&CLAIM_NOT_APPLICABLE, message, None)
    }

    /// Tells that points are claimed where others score.
    pub fn not_asked(&self, typed: &Points) -> Finding {
        let (vi, en) = (typed.plain_vi(), typed.plain());
        let message =
            text!("Tự chấm “{vi}” ở tiêu chí không do đơn vị chấm.", "“{en}” is claimed for a criterion that the unit doesn't score.");
        self.finding(&CLAIM_NOT_ASKED, message, None)
    }

    /// Tells that the unit excuses itself where the set does not let it.
    pub fn excuses_itself(&self) -> Finding {
        let message = text!(
            "Đơn vị khai “Không áp dụng”, nhưng bộ tiêu chí không cho phép đơn vị tự khai ở tiêu chí này.",
            "The unit declares that the criterion doesn't apply, but the set doesn't let units declare that here."
        );
        self.finding(&SELF_EXCUSED, message, None)
    }

    /// Makes a finding at the cell of an input, or at that of the claim.
    pub fn finding(&self, code: &'static Code, message: Text, input: Option<&InputId>) -> Finding {
        self.at(Finding::new(code, message), input)
    }

    /// Places a finding at the cell of an input, or at that of the claim.
    pub fn at(&self, finding: Finding, input: Option<&InputId>) -> Finding {
        let cells = &self.answer.cells;
        let cell = input.map_or(cells.claimed, |input| cells.inputs.get(input).copied());
        finding.on(&self.item.criterion.id).at(self.answer.place(self.file, cell))
    }
}
