//! What a set says must hold between its figures, and figures that no leaf uses.

use crate::assessment::SelfAssessment;
use crate::criteria::{Check, CriteriaSet};
use crate::figure::{Figure, Figures, InputId};
use crate::finding::Finding;
use crate::finding::points::{CHECK_FAILS, UNUSED_BLANK};
use crate::rule::Case;
use crate::text;

/// Lists the set's checks that a unit's figures fail.
pub fn failed<'s>(set: &'s CriteriaSet, figures: &Figures) -> Vec<&'s Check> {
    let case = Case::new(set.figure_terms(), figures);
    set.checks.iter().filter(|check| check.that.holds(&case) == Some(false)).collect()
}

/// Tells which of the set's checks a unit's figures fail, each at the cell of the first figure that it names.
pub fn findings(set: &CriteriaSet, sent: &SelfAssessment) -> Vec<Finding> {
    let terms = set.figure_terms();
    let case = Case::new(terms, &sent.shared.figures);
    let at = |figure: &InputId, finding: Finding| finding.at(sent.shared.place(&sent.file, sent.shared.cells.inputs.get(figure).copied()));
    let mut found = Vec::new();
    for figure in &set.figures {
        if set.naming(&figure.id).next().is_some() || set.is_required(&figure.id) || !sent.shared.has_cell(&figure.id) {
            continue;
        }
        // Leaves that name a figure tell what is wrong with it.
        found.extend(case.faults(&figure.id).into_iter().map(|finding| at(&figure.id, finding)));
        if sent.shared.figures.get(&figure.id) == Some(&Figure::Blank) {
            let label = &figure.label;
            let message = text!("“{label}” để trống.", "“{label}” is blank.");
            found.push(at(&figure.id, Finding::new(&UNUSED_BLANK, message)));
        }
    }
    for check in failed(set, &sent.shared.figures) {
        let named = check.that.inputs();
        let Some(first) = named.first() else { continue };
        let figures: Vec<String> = named.iter().map(|id| format!("{} = {}", terms.label(id), case.figure(id).words().vi)).collect();
        let figures_en: Vec<String> = named.iter().map(|id| format!("{} = {}", terms.label(id), case.figure(id).words().en)).collect();
        let (words, figures, figures_en) = (check.text.trim_end_matches('.'), figures.join("; "), figures_en.join("; "));
        let message = text!("{words}: {figures}.", "{words}: {figures_en}.");
        let finding = Finding::new(&CHECK_FAILS, message);
        found.push(at(first, Finding { severity: check.severity, ..finding }));
    }
    found
}
