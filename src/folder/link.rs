//! Paths as files are known by them, and as links from one folder to another say them.

use std::path::{Component, Path, PathBuf};

/// Name of the folder of evidence inside a campaign.
const EVIDENCE: &str = "evidence";

/// Gives the path of a campaign's folder of evidence as a link from a folder says it.
pub fn evidence_from(out: &Path, folder: &Path) -> String {
    link(&absolute(out), &absolute(folder).join(EVIDENCE))
}

/// Gives the one path that a file is known by.
pub fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// Gives the path that a file is known by where capitals tell no files apart, as on Windows.
pub fn known_as(path: &Path) -> PathBuf {
    PathBuf::from(absolute(path).to_string_lossy().to_lowercase())
}

/// Gives the path from one folder to another as a link says it, with `/` between its parts; the whole path where the two
/// have nothing in common.
fn link(from: &Path, to: &Path) -> String {
    let parts = |path: &Path| path.components().map(|part| part.as_os_str().to_owned()).collect::<Vec<_>>();
    let (own, other) = (parts(from), parts(to));
    let common = own.iter().zip(&other).take_while(|(one, another)| one == another).count();
    let shown = |path: &Path| {
        let parts = path.components().filter(|part| !matches!(part, Component::RootDir));
        parts.map(|part| part.as_os_str().to_string_lossy().replace('\\', "/")).collect::<Vec<_>>().join("/")
    };
    if common < 2 {
        return if to.has_root() { format!("/{}", shown(to)) } else { shown(to) };
    }
    let up = own.iter().skip(common).map(|_| "..".to_owned());
    let down: PathBuf = other.iter().skip(common).collect();
    up.chain([shown(&down)]).collect::<Vec<_>>().join("/")
}
