//! The official documents of a run, one file each. What only whoever sends them can know is left open and shows that it is.

mod results_report;
mod wording;

pub use results_report::results_report;
