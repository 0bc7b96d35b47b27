//! What is told to people, as data: books of pages made of titles, paragraphs, tables, charts and room for signatures.
//!
//! Nothing here knows what it is printed on.

mod against_last_year;
mod appraised;
mod attached;
mod award_proposal;
mod cell;
mod certain_awards;
mod certainty;
mod chart;
mod comparison;
mod data;
mod detail;
mod digest;
mod document;
mod documents;
mod exchange;
mod fields;
mod findings;
mod findings_report;
mod group;
mod group_moved;
mod history;
mod matrix;
mod not_applicable;
mod outside;
mod over_claim;
mod overview;
mod page;
mod passed_over;
mod pictures;
mod profile;
mod proposals;
mod proposed;
mod published;
mod ranking_report;
mod reason;
mod reminders;
mod rules;
mod shortfall;
mod signed_ranking;
mod signing;
mod spelled;
mod standing;
mod strengths;
mod survey;
mod totals;
mod unit_report;
mod unit_view;
mod unproposed;
mod unscored;
mod why;
mod words;

pub use crate::assessment::NATIONAL_HEADING;
pub use award_proposal::award_proposal;
pub use cell::{Align, Cell, Letters, Look, Tone, Value, centre, text};
pub use data::{Data, Datum, data};
pub use document::{Document, Head, OPEN, Part};
pub use documents::{
    award_request, decision, has_result, is_office, is_past_reminding, is_told, may_be_past_reminding, proposes_anybody, reminder_letter,
    result_letter, results_report,
};
pub use fields::{Field, FieldOf, PARTS as FIELD_PARTS, Values, fields, fields_document, values};
pub use findings_report::findings_report;
pub use page::{Bars, Block, Book, Drawing, Ink, Main, Page, Series, Shade, Signature, Signatures, Table};
pub use ranking_report::ranking_report;
pub use standing::summary;
pub use unit_report::unit_report;
pub use unscored::is_provisional;
pub use why::Why;
pub use words::counted;
