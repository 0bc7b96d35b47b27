//! No kind of rule is forgotten: whoever adds one is told by name which file still lacks it. `tests/sets.rs` tells the same of
//! the reference and of the model sets.

use std::collections::BTreeMap;
use std::fs;

use parindex::rule::Kind;

use super::dice::Dice;
use super::witness::draw;

/// What `convert` makes of the words of a decision.
#[derive(Debug, PartialEq)]
enum Converted {
    /// It writes the kind.
    Written,
    /// It doesn't: whoever reviews the set writes the kind by hand.
    ByHand,
}

/// Decides what `convert` does with a kind.
const fn converted(kind: Kind) -> Converted {
    match kind {
        Kind::YesNo
        | Kind::Levels
        | Kind::Steps
        | Kind::Ratio
        | Kind::Interpolate
        | Kind::Relative
        | Kind::Count
        | Kind::Deductions
        | Kind::Deadline
        | Kind::Given => Converted::Written,
        Kind::StepBy | Kind::Formula | Kind::BestOf | Kind::SumOf | Kind::Survey => Converted::ByHand,
    }
}

#[test]
fn every_kind_has_its_fate_in_convert() {
    let writer = fs::read_to_string("src/convert/yaml.rs").unwrap();
    for kind in Kind::ALL {
        let written = writer.contains(&format!("{}:", kind.key()));
        let fate = converted(*kind);
        assert_eq!(
            written,
            fate == Converted::Written,
            "tests/rules/kinds.rs says that {} is {fate:?}; src/convert/yaml.rs says otherwise",
            kind.key()
        );
    }
}

#[test]
fn every_kind_that_has_a_formula_is_held_against_the_engine() {
    let mut drawn: BTreeMap<Kind, usize> = BTreeMap::new();
    for (leaf, _) in draw(2018, 150) {
        *drawn.entry(leaf.rule.kind()).or_default() += 1;
    }
    for kind in Kind::ALL {
        let can = (0..8).any(|seed| Dice::new(seed).of(*kind).is_some());
        let count = drawn.get(kind).copied().unwrap_or_default();
        assert_eq!(count > 20, can, "tests/rules/dice.rs draws {} {count} times", kind.key());
    }
}
