//! What a line waits for before its points are known: only a run weighs lines of several units, conditions and parts together.

use super::layout::At;
use super::plan::{Line, Plan, Row, What};
use crate::rule::excel::any;
use crate::workbook::letters;

/// What a line waits for before its points are known: cells of this workbook that only a run weighs together.
pub struct Waiting {
    /// Rows of this line and of those that it depends on, for the formula; empty where it depends on none.
    depends: Vec<String>,
    /// Whether anything is typed there.
    touched: bool,
    /// Figures of the leaf over all units and what is said of whether it applies, where units are compared.
    compared: Option<(String, bool)>,
    /// Condition that is true where the round says something of parts.
    pub parts: String,
    /// Whether it does.
    said_of_parts: bool,
    /// When corrected figures leave it to a run.
    corrections: Corrections,
}

/// When corrected figures leave the points to a run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Corrections {
    /// The formula follows them.
    Followed,
    /// Beside points: what is left of the maximum may be another.
    BesidePoints,
    /// Always: there is no formula, or an earlier round said which parts apply.
    Waited,
}

impl Waiting {
    /// Lists what a line waits for, of which the rule has a formula or not.
    pub fn of(plan: &Plan<'_>, line: &Line<'_>, row: &Row<'_>, has_formula: bool) -> Self {
        let on = plan.depends_on(line);
        let ranges = |lines: &[usize], columns: [At; 2]| -> Vec<String> {
            let span = |of: &usize| {
                let first = plan.row_of(*of)?;
                let last = u64::from(plan.last_of(*of)) + 1;
                Some(format!("{}:${}${last}", first.cell(columns[0]), letters(columns[1].col().into())))
            };
            lines.iter().filter_map(span).collect()
        };
        let compared = (!line.leaf.rule.takes_claims()).then(|| plan.compared_with(line)).map(|lines| {
            let mut of_lines = lines.iter().filter_map(|of| plan.lines.get(*of));
            let touched = of_lines.any(|line| {
                let misplaced = [At::Corrected, At::Applies].iter().any(|column| line.is_misplaced(Some(*column)));
                line.corrects() || !line.said.is_empty() || line.unclear() || misplaced
            });
            // The lines of a leaf stand in one block. Whoever it does not apply to is compared with nobody.
            let ends = lines.first().and_then(|of| plan.row_of(*of)).zip(lines.last());
            let block = |of: At| {
                let (first, last) = ends?;
                Some(format!("{}:${}${}", first.cell(of), letters(of.col().into()), u64::from(plan.last_of(*last)) + 1))
            };
            (filled(&[At::Corrected, At::Applies].into_iter().filter_map(block).collect::<Vec<_>>()), touched)
        });
        let below = line.leaf.rule.parts().len();
        let last = if let What::Leaf(of, _) = row.what { plan.last_of(of) } else { row.at };
        let parts = if below == 0 || line.excused() {
            "FALSE".to_owned()
        } else {
            let column = letters(At::Applies.col().into());
            format!("COUNTA(${column}${}:${column}${})>0", u64::from(row.at) + 2, u64::from(last) + 1)
        };
        Self {
            touched: on.iter().filter_map(|of| plan.lines.get(*of)).any(Line::is_touched),
            depends: ranges(&on, [At::Corrected, At::Applies]),
            compared,
            parts,
            said_of_parts: says_of_parts(line),
            corrections: if !has_formula || plan.parts_said_before(line) {
                Corrections::Waited
            } else if below > 0 {
                Corrections::BesidePoints
            } else {
                Corrections::Followed
            },
        }
    }

    /// Gives the condition in which a run has to tell.
    pub fn formula(&self, points: &str, corrected: &str) -> String {
        let mut tests = vec![self.parts.clone()];
        if !self.depends.is_empty() {
            tests.push(filled(&self.depends));
        }
        if let Some((cells, _)) = &self.compared {
            tests.push(format!("AND(ISBLANK({points}),{cells})"));
        }
        match self.corrections {
            Corrections::Followed => {}
            Corrections::BesidePoints => tests.push(format!("AND({corrected},NOT(ISBLANK({points})))")),
            Corrections::Waited => tests.push(corrected.to_owned()),
        }
        tests.retain(|test| test != "FALSE");
        any(&tests)
    }

    /// Tells whether a run has to tell, of a line that has points typed or not, and figures corrected or not.
    pub fn holds(&self, has_points: bool, corrects: bool) -> bool {
        let compared = self.compared.as_ref().is_some_and(|(_, touched)| *touched) && !has_points;
        let corrects = match self.corrections {
            Corrections::Followed => false,
            Corrections::BesidePoints => corrects && has_points,
            Corrections::Waited => corrects,
        };
        self.said_of_parts || self.touched || compared || corrects
    }
}

/// Tells whether anything is typed of what parts apply.
pub fn says_of_parts(line: &Line<'_>) -> bool {
    line.said.iter().any(|said| said.part.is_some())
        || line.held.is_some_and(|held| held.unclear_part)
        || (!line.leaf.rule.parts().is_empty() && line.is_misplaced(Some(At::Applies)))
}

/// Gives the condition that is true where one of several ranges holds anything.
fn filled(ranges: &[String]) -> String {
    // A function takes no more arguments.
    let counts: Vec<String> = ranges.chunks(250).map(|some| format!("COUNTA({})", some.join(","))).collect();
    format!("{}>0", counts.join("+"))
}
