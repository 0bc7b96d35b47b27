//! Checks between the figures of a set: which of them a case expects to be told, and which none ever is.

use std::collections::BTreeSet;

use super::coverage::Taken;
use super::raw::RawCases;
use super::{CasesRun, Outcome};
use crate::criteria::{Check, CriteriaSet};
use crate::figure::CriterionId;
use crate::finding::criteria::{CASE_FAILS, CASE_UNKNOWN, UNCOVERED};
use crate::finding::{Finding, Place};
use crate::text;
use crate::yaml::{Document, alternatives, nearest};

/// Key of the checks, among the ids of criteria.
pub const CHECKS: &str = "checks";

/// Names the branch of a check: that it is told.
pub fn taken(check: &Check) -> Taken {
    (CriterionId::new(CHECKS), written(&check.that.text))
}

/// Tells of checks that no case fails.
pub fn uncovered(set: &CriteriaSet, file: &str, taken: &BTreeSet<Taken>, ran: &mut CasesRun) -> Option<Finding> {
    let (covered, missed): (Vec<&Check>, Vec<&Check>) = set.checks.iter().partition(|check| taken.contains(&self::taken(check)));
    ran.branches += set.checks.len();
    ran.taken += covered.len();
    let list = missed.iter().map(|check| format!("“{}”", check.that.text)).collect::<Vec<_>>().join(", ");
    (!list.is_empty()).then(|| {
        let message =
            text!("chưa có ví dụ nào cho nội dung kiểm tra trong “checks”: {list}", "no case that makes these checks report: {list}");
        Finding::new(&UNCOVERED, message).at(Place::file(file))
    })
}

/// Writes a condition without blanks, which say nothing in it.
fn written(that: &str) -> String {
    that.split_whitespace().collect()
}

impl Outcome<'_> {
    /// Compares the checks that the figures fail with those expected.
    pub(super) fn checks(&self, path: &[&str]) -> Vec<Finding> {
        let expected = self.document.texts(path);
        let is = |check: &&Check, words: &str| written(&check.that.text) == written(words) || check.text == words.trim();
        let unknown: Vec<Finding> = expected
            .iter()
            .filter(|(_, words)| !self.set.checks.iter().any(|check| is(&check, words)))
            .map(|(path, words)| unknown(self.set, self.document, path, words))
            .collect();
        if !unknown.is_empty() {
            return unknown;
        }
        let wanted: Vec<&Check> = self.set.checks.iter().filter(|check| expected.iter().any(|(_, words)| is(check, words))).collect();
        if wanted == self.failed {
            return Vec::new();
        }
        let list = |checks: &[&Check]| checks.iter().map(|check| check.that.text.clone()).collect::<Vec<_>>().join("; ");
        let (came, wanted) = (list(self.failed), list(&wanted));
        let name = self.document.text(&[self.number, "name"]).unwrap_or_default();
        let message =
            text!("“{name}”: “checks” báo [{came}], ví dụ ghi [{wanted}]", "“{name}”: “checks” reports [{came}], the case says [{wanted}]");
        vec![Finding::new(&CASE_FAILS, message).at(self.document.key(path))]
    }
}

/// Tells of a check that the set doesn't have.
fn unknown(set: &CriteriaSet, document: &Document<RawCases>, path: &[String], words: &str) -> Finding {
    let known: Vec<&str> = set.checks.iter().map(|check| check.that.text.as_str()).collect();
    let message = text!("bộ tiêu chí không có “{words}” trong checks", "the set has no check “{words}”");
    let finding = Finding::new(&CASE_UNKNOWN, message).at(document.place(path));
    let (vi, en) = alternatives(&known);
    match nearest(words, &known) {
        Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
        None if known.is_empty() => finding,
        None => finding.help(text!("Các nội dung kiểm tra trong checks: {vi}.", "The checks are: {en}.")),
    }
}
