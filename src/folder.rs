//! A campaign's folder on disk: what lies there, and what is written there.
//!
//! [`run`] does the main job. What anything means is [`crate::campaign`]'s.

mod blank_forms;
mod council;
mod check;
mod compared;
mod converted;
mod earlier;
mod evidence;
mod expand;
mod failure;
mod feedback;
mod fresh;
mod link;
mod lint;
mod listing;
mod load;
mod lock;
mod manifest;
mod new_file;
mod new_name;
mod one_unit;
mod output;
mod plan;
mod receive;
mod runner;
mod sets;

use std::path::Path;

use rayon::prelude::*;
use serde_json::json;

use crate::campaign::{self, Progress, Unmade, WRITING, WorkedOut};
use crate::finding::Checked;
use crate::placeholder::Template;
use crate::print::{Report, ReportError};
use crate::results::Results;
use crate::text::Lang;

pub use blank_forms::{read_last_year, write_blank_forms};
pub use check::{Batch, Within, check};
pub use compared::{Compared, diff, what_if};
pub use converted::{must_be_new, read_table, write_new, write_set};
pub use council::{Appraised, Asked, write_questions, write_workbooks};
pub use failure::{RunError, reason};
pub use feedback::{Council, write_feedback};
pub use fresh::{Made, make as make_campaign};
pub use link::{absolute, known_as};
pub use lint::{Linted, lint};
pub use manifest::{Input, Stamp};
pub use new_name::must_be_possible;
pub use one_unit::{REPORTS, work_out_unit};
pub use output::Finished;
use output::Output;
pub use plan::{Loaded, load_campaign, read as read_campaign};

/// What a run came to.
#[derive(Debug)]
pub struct FinishedRun {
    /// The campaign, scored and ranked.
    pub worked: WorkedOut,
    /// What became of the old reports folder.
    pub finished: Finished,
}

/// Does the main job: reads a campaign folder, scores, ranks, proposes awards, writes the reports into `out`, for readers of a
/// language.
///
/// # Errors
/// Where the run can't go on: the campaign is broken, or something can't be read or written. Everything else is a finding.
pub fn run(folder: &Path, out: &Path, lang: Lang, progress: &dyn Progress) -> Result<FinishedRun, RunError> {
    let loaded = load_campaign(folder)?;
    let output = Output::begin(out)?;
    let (worked, inputs) = work_out(folder, loaded, progress);
    write_reports(&worked.results().told_in(lang), &worked.templates, &output, progress)?;
    let options = match lang {
        Lang::Vi => json!({ "command": "run" }),
        Lang::En => json!({ "command": "run", "lang": "en" }),
    };
    let finished = output.finish(&inputs, &options)?;
    Ok(FinishedRun { worked, finished })
}

/// Reads, scores and ranks everything that was sent in, and writes nothing. Gives also what was read, for the manifest.
pub fn work_out(folder: &Path, loaded: Checked<Loaded>, progress: &dyn Progress) -> (WorkedOut, Vec<Input>) {
    let Checked { value: Loaded { plan, mut inputs }, findings } = loaded;
    let (received, more) = receive::receive(folder, &plan, progress);
    inputs.extend(more);
    (campaign::work_out(Checked { value: plan, findings }, received), inputs)
}

/// Writes every report, on all cores.
fn write_reports(results: &Results<'_>, templates: &[Template], output: &Output, progress: &dyn Progress) -> Result<(), RunError> {
    let list = Report::list(results, templates);
    progress.begin(WRITING, list.len());
    let write = |report: &Report<'_>| {
        let name = report.path();
        let mut file = output.create(&name)?;
        match report.write(results, &mut file) {
            Ok(()) => file.finish()?,
            Err(ReportError::Write(error)) => return Err(file.failed(error)),
            Err(ReportError::Workbook(error)) => return Err(Unmade { file: name, why: error.to_string() }.into()),
        }
        progress.step();
        Ok(())
    };
    list.par_iter().try_for_each(write)
}
