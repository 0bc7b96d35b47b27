//! Which row of the sheet of evidence holds which document: decided before anything is written, since cells of the
//! self-assessment count them.

use super::page;
use super::plan::{Plan, What, letter, scores_itself};
use super::rule_words::{asks_evidence, enough};
use super::value::Value;
use crate::assessment::{Evidence, EvidenceDate};
use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, date_in};
use crate::form::Extras;
use crate::form::layout::{EVIDENCE, EvidenceAt as At};
use crate::text::Lang;

/// Row of the headings.
pub const HEADING_ROW: u32 = 6;
/// Rows kept free for more documents.
const SPARE: usize = 20;
/// Rows below the table that count too, should somebody go on writing there.
pub const BEYOND: u32 = 200;

/// Rows of the sheet.
pub struct Documents<'a> {
    /// Language of the form.
    lang: Lang,
    /// Rows, from [`HEADING_ROW`] + 1 downwards without a gap.
    pub rows: Vec<Entry<'a>>,
}

/// Row of the sheet.
#[derive(Clone, Copy, Default)]
pub struct Entry<'a> {
    /// Leaf that the row is for.
    pub criterion: Option<&'a Criterion>,
    /// What was typed instead of a leaf.
    pub typed: Option<&'a str>,
    /// Document named.
    pub document: Option<&'a Evidence>,
}

impl<'a> Documents<'a> {
    /// Gives every leaf that asks for documents its rows, filled in where answers are given, and spare ones below; between
    /// them what was named for no leaf.
    pub fn new(plan: &Plan<'a>, extras: Option<&'a Extras>) -> Self {
        let mut rows = Vec::new();
        for row in &plan.rows {
            let What::Leaf { criterion, leaf, excused, .. } = row.what else { continue };
            let of_leaf = Entry { criterion: Some(criterion), ..Entry::default() };
            let named = plan.answer(&criterion.id).map(|answer| answer.evidence.as_slice()).unwrap_or_default();
            rows.extend(named.iter().map(|document| Entry { document: Some(document), ..of_leaf }));
            let open = if asks(leaf, excused) { enough(&leaf.evidence).saturating_sub(named.len()) } else { 0 };
            rows.extend((0..open).map(|_| of_leaf));
        }
        let unplaced = extras.map(|extras| extras.documents.as_slice()).unwrap_or_default();
        rows.extend(unplaced.iter().map(|one| Entry {
            typed: one.criterion.as_deref(),
            document: Some(&one.evidence),
            ..Entry::default()
        }));
        rows.extend((0..SPARE).map(|_| Entry::default()));
        Self { lang: plan.form.lang, rows }
    }

    /// Lists the documents named, with their rows counted from 0.
    pub fn named(&self) -> impl Iterator<Item = (u32, &'a Evidence)> {
        (HEADING_ROW + 1..).zip(&self.rows).filter_map(|(row, entry)| Some((row, entry.document?)))
    }

    /// Finds the first row of a leaf that names a document, or that is still free.
    pub fn first(&self, leaf: &CriterionId, names: bool) -> Option<u32> {
        let of_leaf = |entry: &Entry<'_>| entry.criterion.is_some_and(|criterion| &criterion.id == leaf);
        let found = (HEADING_ROW + 1..).zip(&self.rows).find(|(_, entry)| of_leaf(entry) && entry.document.is_some() == names);
        found.map(|(row, _)| row)
    }

    /// Gives what a cell holds; a day by its number.
    pub fn holds(&self, row: u32, column: u16) -> Value {
        let position = row.checked_sub(HEADING_ROW + 1).and_then(|at| usize::try_from(at).ok());
        let Some(entry) = position.and_then(|at| self.rows.get(at)) else { return Value::Blank };
        let words = |words: &str| if words.is_empty() { Value::Blank } else { Value::Text(words.to_owned()) };
        if column == At::Criterion.col() {
            return entry.id().map_or(Value::Blank, words);
        }
        let Some(document) = entry.document else { return Value::Blank };
        if column == At::Date.col() {
            return match &document.date {
                EvidenceDate::Blank => Value::Blank,
                EvidenceDate::Day(day) => page::serial(*day).map_or_else(|| words(&date_in(*day, self.lang)), Value::Number),
                EvidenceDate::Wrong(typed) => words(typed),
            };
        }
        fields(document).into_iter().find(|(at, _)| at.col() == column).and_then(|(_, value)| value).map_or(Value::Blank, words)
    }

    /// Counts the documents named for a leaf: rows with anything beside the criterion.
    pub fn count(&self, leaf: &CriterionId) -> usize {
        let of_leaf = |criterion: Option<&Criterion>| criterion.is_some_and(|criterion| &criterion.id == leaf);
        self.rows.iter().filter(|entry| of_leaf(entry.criterion) && entry.document.is_some_and(names)).count()
    }

    /// Gives the formula that counts them.
    pub fn formula(&self, id_cell: &str) -> String {
        counted(EVIDENCE.get(self.lang), self.last(), id_cell)
    }

    /// Gives the last row of the table.
    pub fn last(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(HEADING_ROW)
    }
}

/// Gives the formula that counts the documents named for a leaf on a sheet laid out as [`EVIDENCE`] is, down to its last
/// row. `COUNTIF` would take 1.1 and 1.10 for one number.
pub fn counted(sheet: &str, last: u32, id_cell: &str) -> String {
    let last = last + BEYOND + 1;
    let span = |column: At| format!("'{sheet}'!${0}${1}:${0}${last}", letter(column.col()), HEADING_ROW + 2);
    let fields = [At::Number, At::Date, At::Issuer, At::Title, At::Section, At::File].map(span).join("&");
    format!("IFERROR(SUMPRODUCT(({}={id_cell})*({fields}<>\"\")),0)", span(At::Criterion))
}

impl<'a> Entry<'a> {
    /// Gives the id in the column of criteria.
    pub fn id(&self) -> Option<&'a str> {
        self.criterion.map(|criterion| criterion.id.as_str()).or(self.typed)
    }
}

/// Gives the fields of a document that are words, by column.
pub fn fields(document: &Evidence) -> [(At, Option<&str>); 5] {
    let file = document.file.as_deref().or(document.link.as_deref());
    [
        (At::Number, document.number.as_deref()),
        (At::Issuer, document.issuer.as_deref()),
        (At::Title, document.title.as_deref()),
        (At::Section, document.section.as_deref()),
        (At::File, file),
    ]
}

/// Tells whether anything is named.
fn names(document: &Evidence) -> bool {
    let fields = [&document.number, &document.issuer, &document.title, &document.section, &document.file, &document.link];
    document.date != EvidenceDate::Blank || fields.into_iter().any(Option::is_some)
}

/// Tells whether a leaf comes with rows for documents.
fn asks(leaf: &Leaf, excused: bool) -> bool {
    scores_itself(leaf, excused) && asks_evidence(&leaf.evidence)
}
