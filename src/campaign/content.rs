//! How much of what a unit sent is read.

use crate::assessment::SelfAssessment;
use crate::finding::sheet::{COLUMN_TWICE, FIGURE_WITHOUT_HOME, ROW_OF_NO_CRITERION, ROW_TWICE, SCORE_OF_NO_CRITERION, SECOND_TABLE};
use crate::finding::{Code, Finding, Severity};
use crate::intake::foreign;

/// Codes of errors that say that something is filled in and not read.
const NOT_READ: [&Code; 6] = [&SECOND_TABLE, &FIGURE_WITHOUT_HOME, &ROW_OF_NO_CRITERION, &SCORE_OF_NO_CRITERION, &COLUMN_TWICE, &ROW_TWICE];

/// Tells whether it is a form of which no score is read.
pub fn is_unread(form: &SelfAssessment) -> bool {
    form.layout.as_str() == foreign::UNREAD
}

/// Tells whether no score was read of a file: a list, or a form of which no column is known to be that of scores.
pub fn is_without_score(form: &SelfAssessment) -> bool {
    form.layout.as_str() == foreign::LIST || is_unread(form)
}

/// Tells whether something of a form is filled in and not read.
pub fn holds_unread(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error && NOT_READ.contains(&finding.code))
}
