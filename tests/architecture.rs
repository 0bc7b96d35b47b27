//! The structure that `src/ARCHITECTURE.md` promises.

mod inside;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Arrows that the table "Who may use whom" allows.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string("src/ARCHITECTURE.md").unwrap();
    let table = text.split("## Who may use whom").nth(1).expect("the table stands under its heading");
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
    table
        .lines()
        .take_while(|line| !line.starts_with("## "))
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            (names(cells[0]).pop_first().unwrap(), names(cells[1]))
        })
        .collect()
}

/// Rust files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Arrows that the code has: module → module, with the file that draws each.
fn drawn() -> BTreeMap<(String, String), PathBuf> {
    let mut arrows = BTreeMap::new();
    for path in sources(Path::new("src")) {
        let inside = path.strip_prefix("src").unwrap().to_str().unwrap().replace('\\', "/");
        let module = inside.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        if module == "lib" || module == "main" {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for part in code.split("crate::").skip(1) {
            let inner = part.strip_prefix('{').map_or(part, |list| list.split('}').next().unwrap());
            let heads = if part.starts_with('{') { inner.split(',').collect() } else { vec![inner] };
            for head in heads {
                let name: String = head.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if !name.is_empty() && name != module {
                    arrows.entry((module.clone(), name)).or_insert_with(|| path.clone());
                }
            }
        }
    }
    arrows
}

#[test]
fn every_arrow_between_modules_is_in_the_table() {
    let allowed = allowed();
    let new: Vec<String> = drawn()
        .iter()
        .filter(|((from, to), _)| to != "text" && !allowed.get(from).is_some_and(|uses| uses.contains(to)))
        .map(|((from, to), file)| format!("{from} → {to} ({})", file.display()))
        .collect();
    assert!(new.is_empty(), "arrows that src/ARCHITECTURE.md does not allow:\n{}", new.join("\n"));
}

#[test]
fn the_table_follows_the_order_of_the_flow() {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let order: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let rank = |name: &str| order.iter().position(|m| *m == name).unwrap_or_else(|| panic!("{name} is not in lib.rs"));
    for (from, uses) in allowed() {
        for to in uses {
            assert!(rank(&to) < rank(&from), "{from} uses {to}, which stands below it in the flow");
        }
    }
}

/// Insides of modules that others reach past the root: families of codes, each by its file; of the rest the list may only shrink.
const INSIDES: &[(&str, &[&str])] = &[
    (
        "finding",
        &["appraisal", "award", "campaign", "convert", "criteria", "evidence", "placeholder", "points", "ranking", "rule", "sheet"],
    ),
    ("form", &["layout", "read", "template"]),
    ("intake", &["header", "stt", "table", "foreign", "reading"]),
    ("text", &["fold", "legacy"]),
    ("typed", &["citation", "id", "value"]),
];

#[test]
fn files_of_a_module_make_no_circles() {
    let arrows = inside::arrows();
    let names = |circle: &BTreeSet<&str>| circle.iter().copied().collect::<Vec<_>>().join(" ");
    let new: Vec<String> = inside::circles(&arrows).iter().map(names).collect();
    assert!(new.is_empty(), "files that use one another in a circle:\n{}", new.join("\n"));
}

#[test]
fn a_module_is_used_by_its_root() {
    let mut new = Vec::new();
    for path in fs::read_dir("src").unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = if module == "lib" { String::new() } else { fs::read_to_string(&path).unwrap() };
        let known = INSIDES.iter().find(|(known, _)| *known == module).map_or(&[][..], |(_, insides)| insides);
        let open = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
        new.extend(open.filter(|inside| !known.contains(inside)).map(|inside| format!("{module}::{inside}")));
    }
    assert!(new.is_empty(), "insides that others can reach; re-export what they use at the module's root:\n{}", new.join("\n"));
    for (module, insides) in INSIDES {
        let root = fs::read_to_string(format!("src/{module}.rs")).unwrap();
        for inside in *insides {
            assert!(root.contains(&format!("pub mod {inside};")), "{module}::{inside} is closed by now: take it out of the list");
        }
    }
}

#[test]
fn sources_are_tidy() {
    let roots = ["src", "tests", "benches", "examples"];
    for path in roots.iter().map(Path::new).filter(|root| root.exists()).flat_map(sources) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!") || text.starts_with("#![doc"), "{} does not say what it is for", path.display());
        for (n, line) in text.lines().enumerate() {
            assert!(line.trim_end() == line, "{}:{} ends in a blank", path.display(), n + 1);
            let seeded = !line.trim_start().starts_with("#![proptest_config") || line.contains("rng_seed: RngSeed::Fixed(");
            assert!(seeded, "{}:{}: a random test without a fixed seed", path.display(), n + 1);
        }
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(!["mod.rs", "utils.rs", "helpers.rs", "common.rs"].contains(&name), "{} says nothing by its name", path.display());
    }
}
