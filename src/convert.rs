//! The criteria table of a decision, as it comes in Excel → `set.yaml` to be reviewed.
//!
//! Every cell of the table ends up in the YAML, as a value or as a comment beside it. What was not understood stays in
//! place with its own words and is listed; figures that don't add up are reported and written as they stand.

pub mod bounds;
pub mod draft;
pub mod heading;
pub mod idiom;
pub mod piece;
pub mod proportion;
pub mod rows;
pub mod sentence;
pub mod slug;
mod whole;
pub mod tree;
pub mod write;
pub mod yaml;

pub use whole::convert;

/// What the user says of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Id of the set; else made of the decision or the name of the file.
    pub id: Option<String>,
    /// Name of the sheet; else the one with most maxima.
    pub sheet: Option<String>,
    /// Whether the table is only a part of the decision: parts may then miss their maximum.
    pub excerpt: bool,
    /// Number and symbol of the decision, where the file doesn't say: `1880/QĐ-UBND`.
    pub document: Option<String>,
}

/// What came of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// Text of `set.yaml`.
    pub yaml: String,
    /// Id of the set, and name of the folder that it belongs into.
    pub id: String,
    /// Criteria that are scored by a rule.
    pub leaves: usize,
    /// Those whose rule was recognised.
    pub understood: usize,
    /// Lines that were not understood, in the order of the table.
    pub leftovers: Vec<Leftover>,
}

/// Line that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Id of the criterion that it stands below.
    pub criterion: String,
    /// Address of the cell: `B12`.
    pub cell: String,
    /// Its words.
    pub text: String,
}
