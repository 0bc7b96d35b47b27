//! How the copy of a form tells by itself that a finding is cured.

use super::Places;
use crate::criteria::Sign;
use crate::figure::CriterionId;
use crate::finding::{Code, Finding, evidence, points};
use crate::form::layout::{ASSESSMENT, AssessmentAt as At, CLAIMED, EvidenceAt};
use crate::form::template::marks::{CuredWhen, Finds, Target};
use crate::form::template::plan::{Row, What, address};
use crate::form::template::states::WRONG;
use crate::form::template::value::Value;

/// Findings that are cured in any of the figures of their leaf.
static OF_FIGURES: &[&Code] =
    &[&points::OF_NOTHING, &points::NOTHING, &points::GAP, &points::FORMULA_CUT, &points::DIVIDED_BY_0, &points::PART_BLANK];

/// Findings on a document that are cured in more than one of its cells.
static OF_FIELDS: &[(&Code, &[EvidenceAt])] = &[
    (&evidence::NO_NUMBER, &[EvidenceAt::Number, EvidenceAt::File]),
    (&evidence::OTHER_ISSUER, &[EvidenceAt::Number, EvidenceAt::Issuer]),
    (&evidence::OTHER_YEAR, &[EvidenceAt::Number, EvidenceAt::Date]),
    (&evidence::NAMED_TWICE, &[EvidenceAt::Criterion, EvidenceAt::Number, EvidenceAt::Date]),
    (&evidence::SHARED, &[EvidenceAt::Criterion, EvidenceAt::Number, EvidenceAt::Section]),
];

impl Places<'_, '_> {
    /// Chooses how the workbook tells that a finding at a cell is cured.
    pub(super) fn cured_at(&self, finding: &Finding, target: Target) -> CuredWhen {
        let code = finding.code;
        if self.is_evidence(target) {
            let fields = OF_FIELDS.iter().find(|(other, _)| *other == code).map(|(_, fields)| *fields);
            return fields.map_or(CuredWhen::Changed, |fields| {
                self.all_unchanged(fields.iter().map(|field| Target { column: field.col(), ..target }).collect())
            });
        }
        let Some((position, row)) = self.plan.rows.iter().enumerate().find(|(_, row)| row.at == target.row) else {
            return CuredWhen::Changed;
        };
        let cell = |column: At| address(column, row.at);
        if let What::Figure { .. } = &row.what {
            return match code {
                code if *code == points::CHECK_FAILS => {
                    let cells = self.plan.rows.iter().filter(|row| matches!(row.what, What::Figure { .. }));
                    self.all_unchanged(cells.map(|row| Target { row: row.at, ..target }).collect())
                }
                _ => CuredWhen::Changed,
            };
        }
        let leaf = match &row.what {
            What::Leaf { criterion, .. } | What::Input { criterion, .. } => &criterion.id,
            _ => return CuredWhen::Changed,
        };
        if OF_FIGURES.contains(&code) {
            return self.all_unchanged(self.figures(leaf));
        }
        match &row.what {
            What::Leaf { sign, .. } if *code == evidence::UNBACKED && *sign != Some(Sign::Penalty) => {
                CuredWhen::Formula(format!("AND(LEN({})=0,{}=0)", cell(At::Explanation), cell(At::Documents)))
            }
            What::Leaf { sign, .. } if [&points::OVER_CLAIM, &points::UNDER_CLAIM].contains(&code) && *sign != Some(Sign::Penalty) => {
                let over = *code == points::OVER_CLAIM;
                let (claimed, computed) = (cell(At::Claimed), cell(At::Computed));
                let than = if over { ">" } else { "<" };
                let apart = format!("IF(AND(ISNUMBER({claimed}),ISNUMBER({computed})),ROUND({claimed}-{computed},9){than}0,FALSE)");
                let computed = self.live.get(position, At::Computed).and_then(|live| live.value.number().cloned());
                let holds = self
                    .holds(target)
                    .number()
                    .zip(computed.as_ref())
                    .is_some_and(|(claim, computed)| if over { claim > computed } else { claim < computed });
                if holds { CuredWhen::Formula(apart) } else { CuredWhen::Changed }
            }
            What::Leaf { .. } if *code == points::CLAIM_NOT_APPLICABLE => {
                let mut cells = self.figures(leaf);
                cells.extend(self.field(leaf, CLAIMED));
                self.all_unchanged(cells)
            }
            What::Input { .. } if *code == points::OVER_WHOLE => {
                let wrong = WRONG.get(self.plan.form.lang);
                let state = self.live.get(position, At::State).map(|live| &live.value);
                let holds = state.is_some_and(|state: &Value| state.is_wrong(self.plan.form.lang));
                if holds {
                    CuredWhen::Formula(format!("LEFT({},{})=\"{wrong}\"", cell(At::State), wrong.chars().count()))
                } else {
                    CuredWhen::Changed
                }
            }
            _ => CuredWhen::Changed,
        }
    }

    /// Lists the cells of a leaf's figures.
    fn figures(&self, leaf: &CriterionId) -> Vec<Target> {
        let asked = |row: &Row<'_>| match &row.what {
            What::Input { criterion, .. } if criterion.id == *leaf => Some(row.at),
            What::Shared { criterion, figure, .. } if criterion.id == *leaf => self.plan.row(*figure).map(|row| row.at),
            _ => None,
        };
        let rows = self.plan.rows.iter().filter_map(asked);
        let sheet = self.plan.form.sheet(ASSESSMENT);
        rows.map(|row| Target { sheet, row, column: At::Input.col() }).collect()
    }

    /// Makes the test of a finding that is cured by changing any of several cells.
    fn all_unchanged(&self, cells: Vec<Target>) -> CuredWhen {
        CuredWhen::any_changed(cells.into_iter().map(|cell| (cell, self.holds(cell))))
    }
}
