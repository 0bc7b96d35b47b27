//! Files, folders and patterns of a command line, as files. Patterns are ours to read: the shells of Windows don't.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::failure::RunError;
use super::link::absolute;
use super::listing::is_litter;
use crate::campaign::order;
use crate::finding::campaign::SKIPPED;
use crate::finding::{Finding, Place, Severity};
use crate::text;

/// Files to check, and why some of what was named gives none.
#[derive(Debug, Default)]
pub struct Expanded {
    /// Files, each once, in the order in which they were named; of a folder or a pattern in the order of their names.
    pub files: Vec<PathBuf>,
    /// Folders without files, patterns that match nothing.
    pub failed: Vec<RunError>,
    /// What is said of folders inside those that were named, which are not read.
    pub findings: Vec<Finding>,
}

/// Finds the files that were named: a file itself, the files right inside a folder, what a pattern of `*` and `?` matches.
///
/// What office programs and systems leave behind, and hidden files, are left out unless they are named as they stand.
pub fn expand(named: &[PathBuf]) -> Expanded {
    let mut expanded = Expanded::default();
    let mut seen = BTreeSet::new();
    for path in named {
        let found = if path.is_dir() {
            expanded.findings.extend(not_read(path, folders_inside(path)));
            inside(path)
        } else if fs::symlink_metadata(path).is_err() && is_pattern(path.as_os_str()) {
            let (files, folders) = matching(path);
            expanded.findings.extend(not_read(path, folders));
            if files.is_empty() { Err(RunError::NoMatch { pattern: path.clone() }) } else { Ok(files) }
        } else {
            Ok(vec![path.clone()])
        };
        match found {
            Ok(files) => expanded.files.extend(files.into_iter().filter(|file| seen.insert(absolute(file)))),
            Err(error) => expanded.failed.push(error),
        }
    }
    expanded
}

/// Lists the files right inside a folder.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, RunError> {
    let names = fs::read_dir(folder).map_err(RunError::read(folder))?.flatten().map(|entry| entry.file_name());
    let files = sorted(names.filter(|name| is_anybodys(name)).map(|name| folder.join(name)).filter(|path| !path.is_dir()).collect());
    if files.is_empty() { Err(RunError::NoFiles { folder: folder.to_owned() }) } else { Ok(files) }
}

/// Most folders that are named in one finding.
const FOLDERS_NAMED: usize = 5;

/// Lists the folders right inside a folder.
fn folders_inside(folder: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.filter(|name| is_anybodys(name)).map(|name| folder.join(name)).filter(|path| path.is_dir()).collect()
}

/// Says which of the folders that stand in what was named have anything in them and are not read, and how to have them checked.
fn not_read(named: &Path, folders: Vec<PathBuf>) -> Option<Finding> {
    let full = |path: &PathBuf| fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some());
    let folders = sorted(folders.into_iter().filter(full).collect());
    let first = folders.first()?.to_string_lossy().replace('\\', "/");
    let count = folders.len();
    let names = folders.iter().take(FOLDERS_NAMED).filter_map(|path| path.file_name());
    let mut list = names.map(|name| format!("“{}”", name.to_string_lossy())).collect::<Vec<_>>().join(", ");
    if count > FOLDERS_NAMED {
        list.push_str(", …");
    }
    let shown = named.to_string_lossy().replace('\\', "/");
    let message = text!(
        "Trong “{shown}” có {count} thư mục con chưa được kiểm tra: {list}.",
        "Folders inside “{shown}” that are not checked: {count} ({list})."
    );
    let help = text!(
        "Muốn kiểm tra cả tệp trong thư mục con, ghi thêm thư mục đó vào lệnh, ví dụ “{first}”.",
        "To have the files in such a folder checked, name it in the command, too, as in “{first}”."
    );
    let finding = Finding::new(&SKIPPED, message).help(help).at(Place::file(shown));
    Some(Finding { severity: Severity::Warning, ..finding })
}

/// Lists the files that a pattern matches, folder by folder, and the folders.
fn matching(pattern: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let mut found = vec![PathBuf::new()];
    for part in pattern.components() {
        let pattern = match part {
            Component::Normal(name) if is_pattern(name) => spelled(name),
            plain => {
                for path in &mut found {
                    path.push(plain);
                }
                continue;
            }
        };
        let fits = |name: &OsStr| is_like(&pattern, &spelled(name)) && (pattern.first() == Some(&'.') || is_anybodys(name));
        let below = |path: &PathBuf| {
            let folder = if path.as_os_str().is_empty() { Path::new(".") } else { path };
            let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
            names.filter(|name| fits(name)).map(|name| path.join(name)).collect::<Vec<_>>()
        };
        found = found.iter().flat_map(below).collect();
    }
    let (folders, files) = found.into_iter().filter(|path| path.exists()).partition(|path| path.is_dir());
    (sorted(files), folders)
}

/// Puts files in the order in which a run reads them.
fn sorted(mut files: Vec<PathBuf>) -> Vec<PathBuf> {
    files.sort_by_cached_key(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        (path.parent().map(Path::to_owned), order(&name))
    });
    files
}

/// Tells whether a name may be that of a form.
fn is_anybodys(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    !is_litter(&name) && !name.starts_with('.') && !name.starts_with("~$")
}

/// Tells whether a name holds marks that stand for others.
fn is_pattern(name: &OsStr) -> bool {
    name.to_string_lossy().contains(['*', '?'])
}

/// Gives the characters of a name as they are compared: in one Unicode form, capitals or not.
fn spelled(name: &OsStr) -> Vec<char> {
    name.to_string_lossy().nfc().flat_map(char::to_lowercase).collect()
}

/// Tells whether a name is like a pattern: `*` is any text, `?` any one character.
fn is_like(pattern: &[char], name: &[char]) -> bool {
    // Positions of the pattern that the name so far may have reached.
    let star = |reached: &mut Vec<bool>| {
        for (at, mark) in pattern.iter().enumerate() {
            if *mark == '*' && reached.get(at) == Some(&true) {
                reached.splice(at + 1..at + 2, [true]);
            }
        }
    };
    let mut reached: Vec<bool> = std::iter::once(true).chain(pattern.iter().map(|_| false)).collect();
    star(&mut reached);
    for c in name {
        let step = |(mark, reached): (&char, &bool)| *reached && (*mark == '?' || *mark == '*' || mark == c);
        let stays = |(mark, reached): (&char, &bool)| *reached && *mark == '*';
        let stepped: Vec<bool> = pattern.iter().zip(&reached).map(step).collect();
        let stayed: Vec<bool> = pattern.iter().zip(&reached).map(stays).chain([false]).collect();
        reached = std::iter::once(false).chain(stepped).zip(stayed).map(|(stepped, stayed)| stepped || stayed).collect();
        star(&mut reached);
    }
    reached.last() == Some(&true)
}
