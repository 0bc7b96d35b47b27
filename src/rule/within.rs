//! Rules inside a rule: what best-of and sum-of share.

use super::excel::quoted;
use super::{Ask, Cells, Faces, Fault, NOT_APPLICABLE, Rule, Terms};
use crate::figure::InputId;
use crate::finding::rule::{NESTED, TOO_LONG, TWICE};
use crate::text;

/// Longest formula that a rule may make; Excel takes 8192 characters, and the form wraps more around it.
const LONGEST: usize = 7000;
/// Deepest nesting that a rule's formula may have; Excel takes 64 functions, and the form wraps more around it.
const DEEPEST: usize = 58;

/// Cells of a part, whose maximum is its own.
pub struct Within<'a> {
    /// Cells of the leaf.
    pub cells: &'a dyn Cells,
    /// Maximum of the part.
    pub max: String,
}

impl Cells for Within<'_> {
    fn input(&self, id: &InputId) -> String {
        self.cells.input(id)
    }

    fn choices(&self, id: &InputId) -> String {
        self.cells.choices(id)
    }

    fn max(&self) -> String {
        self.max.clone()
    }
}

/// Cells with long addresses, to see how long a formula gets.
pub struct Longest;

impl Cells for Longest {
    fn input(&self, _: &InputId) -> String {
        "$AA$10000".into()
    }

    fn choices(&self, id: &InputId) -> String {
        format!("danh_sach_{id}_10000")
    }

    fn max(&self) -> String {
        "$AA$10000".into()
    }
}

/// Gathers what several rules ask, each input once.
pub fn asks<'a>(rules: impl Iterator<Item = &'a Rule>) -> Vec<Ask> {
    once(rules.flat_map(|rule| rule.faces().asks()))
}

/// Keeps each input once; it may be over 100 where one rule takes it so.
pub fn once(asks: impl Iterator<Item = Ask>) -> Vec<Ask> {
    let mut kept: Vec<Ask> = Vec::new();
    for ask in asks {
        match kept.iter_mut().find(|known| known.input == ask.input) {
            Some(known) => known.over_100 |= ask.over_100,
            None => kept.push(ask),
        }
    }
    kept
}

/// Says what is wrong with a rule inside a rule: one that waits for others, another of the same making, choices that differ.
pub fn laws(path: &[String], rule: &Rule, earlier: &[&Rule], leaf: &Terms<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !rule.faces().stands_within() {
        let kind = rule.key();
        let message = text!("Quy tắc “{kind}” không đặt được bên trong quy tắc khác.", "A rule “{kind}” can't stand inside another.");
        faults.push(Fault { path: path.to_vec(), code: &NESTED, message });
    }
    let known = asks(earlier.iter().copied());
    for ask in rule.faces().asks() {
        if known.iter().any(|other| other.input == ask.input && other.choices != ask.choices) {
            let label = leaf.label(&ask.input);
            let message = text!("Ô {label} có hai danh sách mức khác nhau.", "{label} has two different lists of levels.");
            faults.push(Fault { path: path.to_vec(), code: &TWICE, message });
        }
    }
    let below = rule.faces().laws(leaf).into_iter();
    faults.extend(below.map(|fault| Fault { path: path.iter().cloned().chain(fault.path).collect(), ..fault }));
    faults
}

/// Says whether a rule makes a formula that Excel would refuse: too long, or nested too deep.
pub fn too_long(faces: &dyn Faces, leaf: &Terms<'_>, key: &str) -> Option<Fault> {
    let formula = faces.formula(leaf, &Longest)?;
    let (mut open, mut depth) = (0_usize, 0);
    for letter in formula.bytes() {
        open = match letter {
            b'(' => open + 1,
            b')' => open.saturating_sub(1),
            _ => open,
        };
        depth = depth.max(open);
    }
    let length = formula.chars().count();
    let message = if length > LONGEST {
        text!("Công thức Excel của quy tắc dài {length} ký tự.", "The rule's Excel formula has {length} characters.")
    } else if depth > DEEPEST {
        text!("Công thức Excel của quy tắc lồng {depth} lớp.", "The rule's Excel formula is nested {depth} deep.")
    } else {
        return None;
    };
    Some(Fault { path: vec![key.to_owned()], code: &TOO_LONG, message })
}

/// Tells in Excel whether one of several values is “not applicable”, or each of them is.
pub fn not_applicable(values: &[String]) -> Vec<String> {
    values.iter().map(|value| format!("{value}={}", quoted(NOT_APPLICABLE))).collect()
}
