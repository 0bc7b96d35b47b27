//! Filled forms checked where they lie, by themselves or as forms of a campaign.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::evidence;
use super::failure::RunError;
use super::load::load;
use crate::campaign::{self, Checking, Opened, Plan};
use crate::figure::UnitId;
use crate::finding::Checked;

/// Campaign that forms are checked by, with its folder.
#[derive(Clone, Copy, Debug)]
pub struct Within<'p> {
    /// Where the campaign lies.
    pub folder: &'p Path,
    /// What it says.
    pub plan: &'p Plan,
}

/// Checks files, each by itself, by the campaign given or by the set that its form carries, and then against the others.
///
/// # Errors
/// [`RunError::Read`] of the first file that can't be read.
pub fn check<'p>(paths: &[PathBuf], within: Option<Within<'p>>) -> Result<Vec<Checking<'p>>, RunError> {
    let opened: Result<Vec<Opened<'p>>, RunError> = paths.par_iter().map(|path| open(path, within)).collect();
    Ok(campaign::finish(opened?, within.map(|within| within.plan)))
}

/// Reads one file.
fn open<'p>(path: &Path, within: Option<Within<'p>>) -> Result<Opened<'p>, RunError> {
    let file = path.to_string_lossy().replace('\\', "/");
    let (bytes, _) = load(path).map_err(RunError::read(path))?;
    Ok(match within {
        Some(Within { folder, plan }) => {
            let evidence = |unit: &UnitId| {
                let Checked { value, findings } = evidence::of_unit(folder, unit);
                Checked { value: value.files, findings }
            };
            campaign::open(&bytes, &file, Some(campaign::Within { plan, evidence: &evidence }))
        }
        None => campaign::open(&bytes, &file, None),
    })
}
