//! No kind of rule is forgotten: whoever adds one is told by name which file still lacks it. `tests/sets.rs` tells the same of
//! the reference and of the model sets.

use std::collections::BTreeMap;
use std::fs;

use parindex::rule::Kind;

use super::dice::Dice;
use super::witness::draw;

#[test]
fn every_kind_is_written_by_convert() {
    let writer = fs::read_to_string("src/convert/yaml.rs").unwrap();
    for kind in Kind::ALL {
        assert!(writer.contains(&format!("{}:", kind.key())), "src/convert/yaml.rs doesn't write {}", kind.key());
    }
}

#[test]
fn every_kind_that_has_a_formula_is_compared_with_the_engine() {
    let mut drawn: BTreeMap<Kind, usize> = BTreeMap::new();
    for (leaf, _) in draw(2018, 150) {
        *drawn.entry(leaf.rule.kind()).or_default() += 1;
    }
    for kind in Kind::ALL {
        let can = (0..8).any(|seed| Dice::new(seed).of(*kind).is_some());
        let count = drawn.get(kind).copied().unwrap_or_default();
        assert_eq!(count > 20, can, "tests/rules/dice.rs draws {} {count} times", kind.key());
        // A kind that nothing is drawn of has no formula either.
        let file = format!("src/rule/{}.rs", kind.key());
        if !can {
            let source = fs::read_to_string(&file).unwrap();
            let formula = source.split("fn formula(").nth(1).and_then(|rest| rest.split_once('{')).map(|(_, body)| body.trim_start());
            assert!(
                formula.is_some_and(|body| body.starts_with("None\n")),
                "{file} has a formula that tests/rules/dice.rs draws nothing of"
            );
        }
    }
}
