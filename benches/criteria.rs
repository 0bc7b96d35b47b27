//! How long it takes to be told what is wrong with a set: large, hostile, or both.
//!
//! The bare parser reads the same bytes in the same run, so that the figures say what our own checks cost.

use std::fmt::Write as _;

use granit_parser::Parser;
use parindex::criteria;

fn main() {
    divan::main();
}

/// Set of 10,000 lines, lawful to the last.
fn large() -> String {
    let mut set = String::from(
        "set: lon\ntitle: Bộ tiêu chí dài\nstatus: model\nvalid: { from: 2025-01-01, to: 2025-12-31 }\ntotal: 4000\ncriteria:\n  \
         - id: \"1\"\n    name: Lĩnh vực\n    max: 4000\n    criteria:\n",
    );
    for n in 1..=2500 {
        let _ = writeln!(
            set,
            "      - id: \"1.{n}\"\n        name: Tiêu chí số {n}\n        max: 1.6\n        rule: {{ given: {{ by: unit }} }}"
        );
    }
    set
}

/// Anchors that stand for a billion values.
fn alias_bomb() -> String {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for n in 1..9 {
        let all = vec![format!("*a{}", n - 1); 10].join(", ");
        let _ = writeln!(bomb, "a{n}: &a{n} [{all}]");
    }
    bomb
}

#[divan::bench(args = ["10,000 lines", "alias bomb"])]
fn lint(bencher: divan::Bencher<'_, '_>, what: &str) {
    let text = if what == "alias bomb" { alias_bomb() } else { large() };
    bencher.bench(|| criteria::lint(text.as_bytes(), "set.yaml"));
}

#[divan::bench(args = ["10,000 lines", "alias bomb"])]
fn bare_parser(bencher: divan::Bencher<'_, '_>, what: &str) {
    let text = if what == "alias bomb" { alias_bomb() } else { large() };
    bencher.bench(|| Parser::new_from_str(&text).count());
}
