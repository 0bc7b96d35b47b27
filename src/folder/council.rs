//! The council's workbooks on disk: one for each agency, named after round and agency.

use std::fs;
use std::path::{Path, PathBuf};

use super::Loaded;
use rayon::prelude::*;

use super::failure::RunError;
use super::link::evidence_from;
use super::new_file::write_blank;
use super::work_out;
use crate::assessment::{Round, Unit};
use crate::campaign::{self, Appraising, FORMS, Progress, Question, WorkedOut};
use crate::finding::Checked;
use crate::text::Lang;

/// What was written.
#[derive(Debug)]
pub struct Appraised {
    /// The campaign as it stands.
    pub worked: WorkedOut,
    /// Round that the workbooks are for.
    pub round: Round,
    /// Names of the files, each with whoever appraises.
    pub files: Vec<(String, String)>,
    /// How many of them stand in the place of an older workbook that nobody had begun to fill in.
    pub replaced: usize,
}

/// Writes the workbooks of a round, the one that is due where none is named; of one agency, where one is named. One that stands
/// there and that nobody has begun to fill in gives way; where anybody has, nothing is written at all.
///
/// # Errors
/// [`RunError::Unknown`] where the campaign has no such round, or nobody of that name appraises anything, [`RunError::Filled`],
/// [`RunError::Write`], [`RunError::Make`].
pub fn write_workbooks(
    folder: &Path,
    loaded: Checked<Loaded>,
    round: Option<Round>,
    by: Option<&str>,
    (out, lang): (&Path, Lang),
    progress: &dyn Progress,
) -> Result<Appraised, RunError> {
    let (worked, _) = work_out(folder, loaded, progress);
    let round = campaign::round(&worked, round)?;
    let parts = campaign::workbooks(&worked, by)?;
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    let evidence = evidence_from(out, folder);
    let of = Appraising { round, lang, evidence };
    progress.begin(FORMS, parts.len());
    let (mut files, mut workbooks) = (Vec::new(), Vec::new());
    for part in parts {
        let file = part.file(round);
        workbooks.push((out.join(&file), campaign::workbook(&worked, &part, &of)?));
        files.push((file, part.called(lang).to_owned()));
        progress.step();
    }
    Ok(Appraised { worked, round, files, replaced: write_blank(&workbooks)? })
}

/// What was written for units.
#[derive(Debug)]
pub struct Asked {
    /// The campaign as it stands.
    pub worked: WorkedOut,
    /// Round that is told of; nothing where nothing was appraised.
    pub round: Option<Round>,
    /// Names of the files, in the order of the campaign.
    pub files: Vec<String>,
    /// How many of them tell of a round before that one, which said nothing of their unit.
    pub earlier: usize,
    /// How many of them stand in the place of an older workbook that nobody had begun to fill in.
    pub replaced: usize,
}

/// Writes to each unit what the last round changed, or to the one that is called so. A unit of which nothing was changed
/// gets no file. Older workbooks give way as those of [`write_workbooks`] do.
///
/// # Errors
/// [`RunError::Unknown`] where the unit asked for is not in the campaign, [`RunError::Filled`], [`RunError::Write`], [`RunError::Make`].
pub fn write_questions(
    folder: &Path,
    loaded: Checked<Loaded>,
    (only, round): (Option<&str>, Option<Round>),
    (out, lang): (&Path, Lang),
    progress: &dyn Progress,
) -> Result<Asked, RunError> {
    let (worked, _) = work_out(folder, loaded, progress);
    let units: Vec<&Unit> = match only {
        Some(called) => vec![campaign::unit(&worked.plan, called)?],
        None => worked.plan.units.iter().collect(),
    };
    let Some(round) = campaign::told_round(&worked, round) else {
        return Ok(Asked { worked, round: None, files: Vec::new(), earlier: 0, replaced: 0 });
    };
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    progress.begin(FORMS, units.len());
    let make = |unit: &&Unit| {
        let asked = campaign::asking(&worked, unit, round, lang)?;
        progress.step();
        Ok(asked)
    };
    let made: Result<Vec<Option<Question>>, RunError> = units.par_iter().map(make).collect();
    let made: Vec<Question> = made?.into_iter().flatten().collect();
    let earlier = made.iter().filter(|one| one.round < round).count();
    let (files, workbooks): (Vec<String>, Vec<(PathBuf, Vec<u8>)>) =
        made.into_iter().map(|one| (one.file.clone(), (out.join(&one.file), one.bytes))).unzip();
    let replaced = write_blank(&workbooks)?;
    Ok(Asked { worked, round: Some(round), files, earlier, replaced })
}
