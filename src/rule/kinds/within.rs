//! Rules inside a rule: what best-of and sum-of share.

use super::Rule;
use crate::finding::rule::{NESTED, TWICE};
use crate::rule::excel::quoted;
use crate::rule::faces::once;
use crate::rule::{Ask, Fault, NOT_APPLICABLE_WORDS, Terms};
use crate::text;
use crate::text::Lang;

/// Gathers what several rules ask, each input once.
pub fn asks<'a>(rules: impl Iterator<Item = &'a Rule>) -> Vec<Ask> {
    once(rules.flat_map(|rule| rule.faces().asks()))
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

/// Tells in Excel whether one of several values is “not applicable”, or each of them is.
pub fn not_applicable(values: &[String], lang: Lang) -> Vec<String> {
    values.iter().map(|value| format!("{value}={}", quoted(NOT_APPLICABLE_WORDS.get(lang)))).collect()
}
