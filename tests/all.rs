//! All tests, in one binary: one module per thing that a user can see.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test that meets the unforeseen must stop, and says aloud what it skips"
)]

mod adds_up;
mod alone;
mod annotated;
mod appraisal;
mod appraisers;
mod architecture;
mod award;
mod award_fair;
mod award_limits;
mod award_reasons;
mod award_told;
mod award_cases;
mod blank_forms;
mod broken;
mod campaign;
mod cases;
mod cause;
mod citations;
mod certainty;
mod check;
mod cli;
mod conditional;
mod convert;
mod council;
mod council_copy;
mod council_keys;
mod council_printed;
mod council_live;
mod criteria;
mod cured;
mod deserving;
mod disk;
mod english;
mod english_council;
mod english_forms;
mod documents;
mod evidence;
mod explain;
mod explanation;
mod figure;
mod file_names;
mod folder;
mod foreign;
mod finding;
mod form;
mod good;
mod guide;
mod hostile;
mod house_style;
mod intake;
mod language;
mod lint;
mod long_names;
mod lateness;
mod locked;
mod meanings;
mod moved;
mod office;
mod owner;
mod papers;
mod penalties;
mod points;
mod progress;
mod ranking;
mod record;
mod refused;
mod report;
mod reports;
mod review_workbook;
mod reworded;
mod roster;
mod rules;
mod samples;
mod schema;
mod sentences;
mod settled;
mod scoring;
mod sets;
mod survey;
mod tables;
mod shortfall;
mod stays;
mod submissions;
mod templates;
mod terminal;
mod text;
mod ties;
mod told;
mod unfinished;
mod walk;
mod why;
mod yaml;
mod years;
