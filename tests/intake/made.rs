//! Files that can't be committed as they are, made from a few lines of YAML: links, huge files, zips.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::raw::{bomb, locked, zip};

/// File to make, by its path in the folder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Made {
    /// Text that stands so many times one after the other.
    Repeated {
        /// Path.
        at: String,
        /// The text.
        text: String,
        /// How often.
        times: usize,
    },
    /// Zip of these parts.
    Zip {
        /// Path.
        at: String,
        /// Content by name.
        parts: BTreeMap<String, String>,
    },
    /// Zip with one part that unfolds to so many megabytes.
    Bomb {
        /// Path.
        at: String,
        /// Name of the part.
        part: String,
        /// How many.
        megabytes: usize,
    },
    /// Workbook behind a password.
    Locked {
        /// Path.
        at: String,
    },
    /// Symbolic link.
    Link {
        /// Path.
        at: String,
        /// Where it leads, as seen from its own folder.
        to: String,
    },
    /// Takes away a file or a folder of the base.
    Gone {
        /// Path.
        at: String,
    },
}

/// Makes files in a folder. Gives `false` where this system can't, which it says aloud.
pub fn make(folder: &Path, recipe: &str) -> bool {
    let files: Vec<Made> = serde_saphyr::from_str(recipe).unwrap();
    files.iter().all(|file| file.make(folder))
}

impl Made {
    fn make(&self, folder: &Path) -> bool {
        let write = |at: &String, bytes: Vec<u8>| {
            fs::create_dir_all(folder.join(at).parent().unwrap()).unwrap();
            fs::write(folder.join(at), bytes).unwrap();
            true
        };
        match self {
            Self::Repeated { at, text, times } => write(at, text.repeat(*times).into_bytes()),
            Self::Zip { at, parts } => {
                let parts: Vec<(&str, Vec<u8>)> = parts.iter().map(|(name, text)| (name.as_str(), text.clone().into_bytes())).collect();
                write(at, zip(&parts))
            }
            Self::Bomb { at, part, megabytes } => write(at, bomb(part, *megabytes)),
            Self::Locked { at } => write(at, locked()),
            Self::Link { at, to } => linked(&folder.join(at), to),
            Self::Gone { at } => {
                let path = folder.join(at);
                if path.is_dir() {
                    fs::remove_dir_all(path).unwrap();
                } else {
                    fs::remove_file(path).unwrap();
                }
                true
            }
        }
    }
}

/// Makes a symbolic link, which on Windows takes rights that tests don't have.
#[cfg(unix)]
fn linked(at: &Path, to: &str) -> bool {
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(to, at).unwrap();
    true
}

#[cfg(not(unix))]
fn linked(at: &Path, _to: &str) -> bool {
    eprintln!("left out: no symbolic links here: {}", at.display());
    false
}
