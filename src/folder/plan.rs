//! `campaign.yaml` in its folder, with the sets that it names.

use std::fs;
use std::path::Path;

use super::failure::RunError;
use super::load::load_yaml;
use super::manifest::{Input, Stamp};
use super::sets;
use crate::campaign::{self, FILE, Plan};
use crate::finding::campaign::NO_CAMPAIGN;
use crate::finding::{Checked, Finding, Place};
use crate::text;
use crate::yaml;

/// Campaign as its folder has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// What it says.
    pub plan: Plan,
    /// What was read to know it.
    pub inputs: Vec<Input>,
}

/// Reads `campaign.yaml` and the sets that it names. There is no plan where an error was found.
///
/// # Errors
/// [`RunError::Read`] where the folder can't be read.
pub fn read(folder: &Path) -> Result<Checked<Option<Loaded>>, RunError> {
    fs::metadata(folder).map_err(RunError::read(folder))?;
    let path = folder.join(FILE);
    if !path.is_file() {
        let shown = folder.display();
        let message = if fs::symlink_metadata(&path).is_ok() {
            text!(
                "“campaign.yaml” trong thư mục “{shown}” không phải là một tệp đọc được (là thư mục, liên kết hỏng hoặc thiết bị).",
                "“campaign.yaml” in the folder “{shown}” is not a file that can be read (a folder, a broken link or a device)."
            )
        } else {
            text!("Thư mục “{shown}” không có tệp campaign.yaml.", "The folder “{shown}” has no campaign.yaml.")
        };
        return Ok(Checked { value: None, findings: vec![Finding::new(&NO_CAMPAIGN, message).at(Place::file(FILE))] });
    }
    let bytes = load_yaml(&path).map_err(RunError::read(&path))?;
    let mut inputs = vec![Input { file: FILE.into(), stamp: Stamp::of(&bytes) }];
    let mut find = |name: &str| {
        let found = sets::find(folder, name)?;
        inputs.push(Input { file: found.file.clone(), stamp: Stamp::of(&found.bytes) });
        Ok(found)
    };
    let Checked { value, findings } = campaign::read(&bytes, &mut find);
    Ok(Checked { value: value.map(|plan| Loaded { plan, inputs }), findings })
}

/// Reads the campaign where a broken one stops the work.
///
/// # Errors
/// [`RunError::Campaign`] with every finding where one is an error, [`RunError::Read`].
pub fn load_campaign(folder: &Path) -> Result<Checked<Loaded>, RunError> {
    let Checked { value, mut findings } = read(folder)?;
    yaml::sort(&mut findings);
    match value {
        Some(loaded) => Ok(Checked { value: loaded, findings }),
        None => Err(RunError::Campaign(findings)),
    }
}
