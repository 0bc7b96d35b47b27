//! What a form has in its cells before anybody fills it in: whatever else stands there was typed over it.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use super::assessment::words;
use super::documents::Documents;
use super::evidence;
use super::live::{LiveCells, remark};
use super::plan::{Plan, Row, What, scores_itself, takes_claim};
use super::states::{WAITED, WAITS};
use super::value::Value;
use super::{Form, guide};
use crate::criteria::sha256;
use crate::figure::CriterionId;
use crate::form::layout::{ASSESSMENT, AssessmentAt as At, EVIDENCE, GUIDE, LISTS, RowKey};
use crate::points::Points;
use crate::text::fold::fold;

/// What a form has in a cell of its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintedCell {
    /// Nothing: the cell is to be filled in.
    Open,
    /// Nothing, and nothing is to be filled in.
    Nothing,
    /// Text of a label or a heading.
    Words(String),
    /// A number.
    Number(Points),
    /// A formula, which gives what [`PrintedForm::shows`] says.
    Live,
}

/// What a form prints itself.
pub struct PrintedForm<'a> {
    plan: Plan<'a>,
    rows: BTreeMap<RowKey, usize>,
    /// What stands outside of rows with keys, by the Vietnamese name of its sheet.
    outside: [(&'static str, Said); 4],
}

/// What a sheet says.
#[derive(Default)]
struct Said {
    /// As it is written.
    words: HashSet<String>,
    /// As it is compared where somebody typed it again, once somebody has asked.
    folded: OnceLock<HashSet<String>>,
}

impl<'a> PrintedForm<'a> {
    /// Collects what a form prints.
    pub fn new(form: &'a Form<'a>) -> Self {
        let plan = Plan::new(form);
        let rows = plan.rows.iter().enumerate().filter_map(|(at, row)| Some((row.key()?, at))).collect();
        let set = |words: Vec<String>| Said { words: words.into_iter().filter(|words| !words.is_empty()).collect(), ..Said::default() };
        let outside = [
            (ASSESSMENT.vi, set(words::outside(form))),
            (EVIDENCE.vi, set(evidence::words(form))),
            (GUIDE.vi, set(guide::words(&plan))),
            (LISTS, set(plan.lists.words())),
        ];
        Self { plan, rows, outside }
    }

    /// Hashes all that the form prints: two forms with one hash print the same.
    pub fn hash(&self) -> String {
        let mut all = Vec::new();
        let mut take = |words: &str| {
            all.extend_from_slice(words.as_bytes());
            all.push(0);
        };
        for row in &self.plan.rows {
            take(&row.key().map(|key| key.to_string()).unwrap_or_default());
            take(&words::content(&self.plan, row));
            take(&row.beside);
            take(words::measured(row, self.plan.form.lang));
            take(&words::maximum(&self.plan, row).map(Points::plain).unwrap_or_default());
        }
        for (_, said) in &self.outside {
            let mut said: Vec<&String> = said.words.iter().collect();
            said.sort_unstable();
            for words in said {
                take(words);
            }
        }
        sha256(&all)
    }

    /// Tells whether a unit has nothing to fill in for a leaf: others score it, or it is excused.
    pub fn is_closed(&self, leaf: &CriterionId) -> bool {
        let row = self.row(&RowKey::Leaf(leaf.clone()));
        row.is_some_and(|row| matches!(&row.what, What::Leaf { leaf, excused, .. } if !scores_itself(leaf, *excused)))
    }

    /// Finds a row by its key.
    fn row(&self, key: &RowKey) -> Option<&Row<'a>> {
        self.plan.row(*self.rows.get(key)?)
    }

    /// Gives what the form has in a row of its table; nothing where it has no such row.
    pub fn printed(&self, key: &RowKey) -> Option<PrintedRow<'_>> {
        self.row(key).map(|row| PrintedRow { plan: &self.plan, row })
    }

    /// Tells what the form has in a cell of its table.
    pub fn has(&self, key: &RowKey, column: At) -> PrintedCell {
        self.printed(key).map_or(PrintedCell::Nothing, |row| row.has(key, column))
    }

    /// Lists what forms that were sent out earlier hold where a form of today says or computes something else: leaves that
    /// compare units were not computed at all, or waited in other words.
    pub fn held_before(&self, key: &RowKey, column: At) -> Vec<Value> {
        match (self.row(key).map(|row| &row.what), column) {
            (Some(What::Leaf { leaf, .. }), At::Computed) if !leaf.rule.takes_claims() => {
                [WAITS.get(self.plan.form.lang), WAITED].map(Value::words).to_vec()
            }
            (Some(What::Leaf { criterion, leaf, .. }), At::Applicable) if !leaf.rule.takes_claims() => {
                vec![Value::Number(criterion.max.clone())]
            }
            _ => Vec::new(),
        }
    }

    /// Tells whether a sheet, by its Vietnamese name, says these words outside of its rows with keys.
    pub fn says(&self, sheet: &str, words: &str) -> bool {
        let said = self.outside.iter().find(|(name, _)| *name == sheet).map(|(_, said)| said);
        said.is_some_and(|said| {
            let folded = || said.folded.get_or_init(|| said.words.iter().map(|words| fold(words)).collect());
            said.words.contains(words) || folded().contains(&fold(words))
        })
    }

    /// Works out what the live cells show once the form is filled in.
    pub fn shows<'f>(form: &'f Form<'f>) -> Shown<'f> {
        let own = PrintedForm::new(form);
        let lives = LiveCells::new(&own.plan, &Documents::new(&own.plan, None));
        Shown { own, lives }
    }
}

/// What a form has in a row of its table.
#[derive(Clone, Copy)]
pub struct PrintedRow<'p> {
    plan: &'p Plan<'p>,
    row: &'p Row<'p>,
}

impl PrintedRow<'_> {
    /// Tells what the form has in a column; `key` is that of the row.
    pub fn has(&self, key: &RowKey, column: At) -> PrintedCell {
        let (plan, row) = (self.plan, self.row);
        let printed = |words: &str| if words.is_empty() { PrintedCell::Nothing } else { PrintedCell::Words(words.to_owned()) };
        match (column, &row.what) {
            (At::Keys, _) => PrintedCell::Words(key.to_string()),
            (At::Stt, _) => printed(words::stt(row)),
            (At::Content, _) => printed(&words::content(plan, row)),
            (At::Max, What::Index { .. }) => PrintedCell::Live,
            (At::Max, _) => words::maximum(plan, row).map_or(PrintedCell::Nothing, |max| PrintedCell::Number(max.clone())),
            (At::Computed, _) if plan.last_year(row).is_some() => PrintedCell::Words(plan.last_year(row).unwrap_or_default()),
            (At::Measure, What::Input { .. } | What::Shared { .. } | What::Figure { .. }) => printed(words::measured(row, plan.form.lang)),
            (At::Input | At::Explanation, What::Input { leaf, excused, .. }) | (At::Explanation, What::Leaf { leaf, excused, .. })
                if scores_itself(leaf, *excused) =>
            {
                PrintedCell::Open
            }
            (At::Claimed, What::Leaf { leaf, excused, .. }) if takes_claim(leaf, *excused) => PrintedCell::Open,
            (At::How, What::Total { .. }) => PrintedCell::Live,
            (At::How, What::Remark { .. }) => PrintedCell::Open,
            (At::How, _) => printed(&row.beside),
            (At::Input, What::Figure { open: true, .. }) => PrintedCell::Open,
            (At::Input, What::Shared { .. }) => PrintedCell::Live,
            (At::Input | At::Explanation, _) => PrintedCell::Nothing,
            _ => match remark(plan, row, column) {
                Some(Value::Text(words)) => PrintedCell::Words(words),
                Some(Value::Number(number)) => PrintedCell::Number(number),
                None if is_live(row, column) => PrintedCell::Live,
                Some(Value::Blank) | None => PrintedCell::Nothing,
            },
        }
    }
}

/// Tells whether the form computes a cell.
fn is_live(row: &Row<'_>, column: At) -> bool {
    let sums = [At::Exact, At::Counted, At::Computed, At::Claimed].contains(&column);
    let counts = [At::Applicable, At::Filled, At::ToFill, At::State].contains(&column);
    match &row.what {
        What::Group { .. } | What::Total { .. } => sums || counts,
        What::Index { .. } => sums,
        What::Leaf { leaf, excused, .. } => {
            let of_leaf = [At::Exact, At::Counted, At::Computed, At::Measure, At::Documents].contains(&column);
            scores_itself(leaf, *excused) && (of_leaf || counts)
        }
        What::Input { leaf, excused, .. } => scores_itself(leaf, *excused) && [At::Filled, At::ToFill, At::State].contains(&column),
        What::Figure { open, .. } => *open && [At::Filled, At::ToFill, At::State].contains(&column),
        What::Shared { leaf, excused, .. } => column == At::Input || (scores_itself(leaf, *excused) && column == At::State),
        What::Title(_) | What::Remark { .. } => false,
    }
}

/// What the live cells of a filled form show.
pub struct Shown<'a> {
    own: PrintedForm<'a>,
    lives: LiveCells,
}

impl Shown<'_> {
    /// Gives what a cell of the table shows.
    pub fn value(&self, key: &RowKey, column: At) -> Value {
        let live = self.own.rows.get(key).and_then(|at| self.lives.get(*at, column));
        live.map(|live| live.value.clone()).unwrap_or_default()
    }

    /// Gives the line above the table.
    pub const fn progress(&self) -> &Value {
        &self.lives.progress.value
    }
}
