//! Where sets are found: in folders named `criteria`, inside the campaign, beside it or above it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::load::load_yaml;
use crate::campaign::{SetFile, did_you_mean};
use crate::finding::Finding;
use crate::finding::campaign::{NO_SET, SET_NAME, UNREADABLE};
use crate::text;
use crate::text::Text;

/// Finds the set of a name; the nearest folder wins.
///
/// # Errors
/// The finding that says why there is none, without a place.
pub fn find(campaign: &Path, name: &str) -> Result<SetFile, Box<Finding>> {
    if name.contains(['/', '\\', ':']) || name.starts_with('.') {
        let message = text!("“{name}” không phải tên một thư mục", "“{name}” is not the name of a folder");
        return Err(Box::new(Finding::new(&SET_NAME, message)));
    }
    let mut there = BTreeSet::new();
    let mut looked = Vec::new();
    for (shown, folder) in places(campaign) {
        let path = folder.join(name).join("set.yaml");
        if path.is_file() {
            let file = format!("{shown}/{name}/set.yaml");
            return load_yaml(&path)
                .map(|bytes| SetFile { file: file.clone(), bytes })
                .map_err(|_| Box::new(Finding::new(&UNREADABLE, text!("không đọc được “{file}”", "“{file}” can't be read"))));
        }
        if folder.is_dir() {
            looked.push(shown);
            there.extend(names(&folder));
        }
    }
    Err(Box::new(missing(name, &looked, &there)))
}

/// Lists the folders that may hold sets, the nearest first, as messages name them.
fn places(campaign: &Path) -> Vec<(String, PathBuf)> {
    let campaign = fs::canonicalize(campaign).unwrap_or_else(|_| campaign.to_owned());
    campaign.ancestors().enumerate().map(|(up, folder)| (format!("{}criteria", "../".repeat(up)), folder.join("criteria"))).collect()
}

/// Lists the sets in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.path().join("set.yaml").is_file()).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// Says that a set is nowhere: where it was looked for, and what is there.
fn missing(name: &str, looked: &[String], there: &BTreeSet<String>) -> Finding {
    let places = if looked.is_empty() { "criteria".to_owned() } else { looked.join(", ") };
    let list = there.iter().map(|set| format!("“{set}”")).collect::<Vec<_>>().join(", ");
    let sets = if list.is_empty() {
        Text::new("ở đó chưa có bộ tiêu chí nào", "there are no sets there")
    } else {
        text!("ở đó có: {list}", "there are: {list}")
    };
    let (vi, en) = (sets.vi, sets.en);
    let message = text!(
        "không tìm thấy bộ tiêu chí “{name}”; đã tìm trong {places}; {vi}",
        "the set “{name}” is not found; looked in {places}; {en}"
    );
    did_you_mean(Finding::new(&NO_SET, message), name, there.iter().map(String::as_str))
}
