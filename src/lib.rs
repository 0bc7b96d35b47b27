#![doc = include_str!("ARCHITECTURE.md")]

// In the order of the flow: a module uses only modules above it.
pub mod text;
pub mod points;
pub mod figure;
pub mod finding;
pub mod yaml;
pub mod rule;
pub mod criteria;
pub mod assessment;
pub mod workbook;
pub mod look;
pub mod typed;
pub mod form;
pub mod intake;
pub mod convert;
pub mod evidence;
pub mod scoring;
pub mod cases;
pub mod ranking;
pub mod award;
pub mod results;
pub mod record;
pub mod report;
pub mod campaign;
pub mod folder;
pub mod cli;
