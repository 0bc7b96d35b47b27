//! Which file of a module uses which other of the same module, and the circles that they make.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Path of names: `crate::campaign::plan` without its `crate`.
type Names = Vec<String>;

/// Files that each file uses, of its own module, as `campaign/plan`.
pub type Arrows = BTreeMap<String, BTreeSet<String>>;

/// A file, as far as its paths go.
struct File {
    /// Its own path.
    at: Names,
    /// Paths of its `use` lines: the name that each brings, the path, and whether it is handed on.
    uses: Vec<(String, Names, bool)>,
    /// Other paths in its code.
    paths: Vec<Names>,
}

/// Most files that hand a name on, one to the next.
const DEEPEST: usize = 8;

/// Lists who uses whom. What a file hands on counts as used from the file that holds it, and from the one that is named; that a
/// file uses those below it is what they are there for, and no arrow.
pub fn arrows() -> Arrows {
    let files: BTreeMap<Names, File> = super::sources(Path::new("src")).iter().map(read).map(|file| (file.at.clone(), file)).collect();
    let mut arrows = Arrows::new();
    for file in files.values().filter(|file| !["lib", "main"].contains(&file.at[0].as_str())) {
        let used = file.uses.iter().filter(|(_, _, handed_on)| !handed_on).map(|(_, path, _)| path).chain(&file.paths);
        let both = used.flat_map(|path| [0, DEEPEST].map(|depth| holder(&files, &file.at, path, depth))).flatten();
        let targets = both.filter(|to| to[0] == file.at[0] && !to.starts_with(&file.at));
        arrows.entry(file.at.join("/")).or_default().extend(targets.map(|to| to.join("/")));
    }
    arrows
}

/// Lists circles: files each of which reaches all others.
pub fn circles(arrows: &Arrows) -> Vec<BTreeSet<&str>> {
    let reached = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = next.pop() {
            next.extend(arrows.get(&file).into_iter().flatten().filter(|to| seen.insert((*to).clone())).cloned());
        }
        seen
    };
    let all: BTreeMap<&str, BTreeSet<String>> = arrows.keys().map(|file| (file.as_str(), reached(file))).collect();
    let circle = |file: &str| -> BTreeSet<&str> {
        all.iter().filter(|(other, back)| all[file].contains(**other) && back.contains(file)).map(|(other, _)| *other).collect()
    };
    let found: BTreeSet<BTreeSet<&str>> = all.keys().map(|file| circle(file)).filter(|circle| !circle.is_empty()).collect();
    found.into_iter().collect()
}

/// Finds the file that holds what a path names, as seen from a file.
fn holder(files: &BTreeMap<Names, File>, from: &Names, path: &Names, depth: usize) -> Option<Names> {
    let whole: Names = match path[0].as_str() {
        "crate" => path[1..].to_vec(),
        "self" => from.iter().chain(&path[1..]).cloned().collect(),
        "super" => {
            let up = path.iter().take_while(|name| *name == "super").count();
            from[..from.len().checked_sub(up)?].iter().chain(&path[up..]).cloned().collect()
        }
        _ => from.iter().chain(path).cloned().collect(),
    };
    let length = (1..=whole.len()).rev().find(|length| files.contains_key(&whole[..*length]))?;
    let file = &files[&whole[..length]];
    // A child is named without `self`; any other first name is a crate, or was brought by `use`.
    if !["crate", "self", "super"].contains(&path[0].as_str()) && length <= from.len() {
        return None;
    }
    let handed = whole.get(length).and_then(|name| file.uses.iter().find(|(brought, ..)| brought == name));
    match handed {
        Some((_, path, _)) if depth < DEEPEST => holder(files, &file.at, path, depth + 1).or_else(|| Some(file.at.clone())),
        _ => Some(file.at.clone()),
    }
}

/// Reads the paths of a file.
fn read(path: &PathBuf) -> File {
    let inside = path.strip_prefix("src").unwrap().with_extension("");
    let at = inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let (mut uses, mut code, mut open) = (Vec::new(), String::new(), None::<String>);
    for line in lines {
        let plain = line.strip_prefix("pub ").or_else(|| line.strip_prefix("pub(super) ")).unwrap_or(line);
        if open.is_none() && plain.starts_with("use ") {
            open = Some(String::new());
        }
        let Some(statement) = &mut open else {
            code.push_str(line);
            code.push('\n');
            continue;
        };
        statement.push_str(line.trim());
        if statement.ends_with(';') {
            let handed_on = statement.starts_with("pub");
            let tree = statement.split_once("use ").unwrap().1.trim_end_matches(';');
            uses.extend(unfolded(tree).into_iter().map(|(brought, path)| (brought, path, handed_on)));
            open = None;
        }
    }
    let word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let paths = code.split(|c| !word(c)).filter(|part| part.contains("::")).map(|part| names(part.trim_matches(':'))).collect();
    File { at, uses, paths }
}

/// Lists the paths of a `use` tree, each with the name that it brings.
fn unfolded(tree: &str) -> Vec<(String, Names)> {
    let Some((head, list)) = tree.split_once('{') else {
        let (path, brought) = tree.split_once(" as ").map_or((tree, None), |(path, brought)| (path, Some(brought)));
        let mut path = names(path.trim());
        if path.len() > 1 && path.last().unwrap() == "self" {
            path.pop();
        }
        return vec![(brought.map_or_else(|| path.last().unwrap().clone(), |name| name.trim().to_owned()), path)];
    };
    let list = list.strip_suffix('}').unwrap();
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for c in list.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth == 0 { parts.push(String::new()) } else { parts.last_mut().unwrap().push(c) }
    }
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).flat_map(|part| unfolded(&format!("{head}{part}"))).collect()
}

/// Parts a path at its colons.
fn names(path: &str) -> Names {
    path.split("::").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}
