//! Figures made sane before any rule sees them: what can't be is found, and treated as blank or cut.
//!
//! Source: [meanings](crate#meanings) 6 and 9.

use super::say::{exact, say};
use super::{Case, Faces, Outcome};
use crate::figure::{Figure, Figures, Input, InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::{NEGATIVE, NOT_WHOLE, OVER_100};
use crate::points::Points;

/// What was found on the way, with the input that it concerns.
type Found = Vec<(Option<InputId>, Finding)>;

/// Scores with sane figures.
pub fn score(rule: &dyn Faces, case: &Case<'_>) -> Outcome {
    let (figures, mut found) = sane(case);
    let outcome = rule.score(&Case { figures: &figures, ..*case });
    found.extend(outcome.findings);
    Outcome { findings: found, ..outcome }
}

/// Compares with sane figures.
pub fn compared(rule: &dyn Faces, case: &Case<'_>) -> Option<Points> {
    let (figures, _) = sane(case);
    rule.compared(&Case { figures: &figures, ..*case })
}

/// Makes every figure of a leaf sane.
fn sane(case: &Case<'_>) -> (Figures, Found) {
    let mut found = Found::new();
    let figures = case
        .terms
        .inputs
        .iter()
        .filter_map(|input| {
            let typed = case.figures.get(&input.id)?;
            let (figure, finding) = of_kind(input, typed);
            found.extend(finding.map(|finding| (Some(input.id.clone()), finding)));
            Some((input.id.clone(), figure))
        })
        .collect();
    (figures, found)
}

/// Makes one figure sane, by the kind of its input.
fn of_kind(input: &Input, typed: &Figure) -> (Figure, Option<Finding>) {
    let label = &input.label;
    match (input.kind, typed) {
        (InputKind::Count | InputKind::Percent | InputKind::Points, Figure::Number(number)) => {
            if number.is_negative() {
                let message = say!("“{label}” là số âm: “{n}”.", "“{label}” is negative: “{n}”.", n = exact(number));
                return (Figure::Blank, Some(Finding::new(&NEGATIVE, message)));
            }
            if input.kind == InputKind::Count && !number.is_whole() {
                let message =
                    say!("“{label}” phải là số nguyên, nhưng ghi “{n}”.", "“{label}” must be whole, but is “{n}”.", n = exact(number));
                return (Figure::Blank, Some(Finding::new(&NOT_WHOLE, message)));
            }
            if input.kind == InputKind::Percent && *number > Points::hundred() {
                let message = say!(
                    "“{label}” là “{n} %”, trên 100 %; chỉ tính 100 %.",
                    "“{label}” is “{n} %”, over 100 %; it counts as 100 %.",
                    n = exact(number)
                );
                return (Figure::Number(Points::hundred()), Some(Finding::new(&OVER_100, message)));
            }
            (typed.clone(), None)
        }
        (InputKind::Date, Figure::Date(_) | Figure::NotIssued)
        | (InputKind::YesNo, Figure::YesNo(_))
        | (InputKind::Choice, Figure::Choice(_))
        | (InputKind::Text, Figure::Text(_)) => (typed.clone(), None),
        _ => (Figure::Blank, None),
    }
}
