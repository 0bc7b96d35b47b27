//! Rules of every kind, filled in at random: what each says of a score comes to the score, in both languages.

use std::collections::BTreeMap;

use parindex::figure::{Figure, InputKind};
use parindex::points::{Points, RoundAt, Rounding, RoundingMode};
use parindex::rule::{Case, Gives, Kind, Terms};
use parindex::text::Lang;

use super::equation;
use crate::rules::dice::Dice;
use crate::rules::leaf;

/// Throws leaves of a kind, with figures on, beside and between their bounds.
fn thrown(dice: &mut Dice, kind: Kind) -> crate::rules::Leaf {
    let (zero, max) = (dice.pick(&["1", "0"]), dice.pick(&["1", "2.25", "10", "16.5"]));
    match kind {
        Kind::Survey => match dice.throw(5) {
            0 => leaf(max, &["p:percent"], "survey: { percent: p }"),
            1 => leaf(
                max,
                &["a:count", "b:count", "c:count"],
                "survey: { options: [ { of: a, weight: 100% }, { of: b, weight: 55% }, { of: c, weight: 12.5% } ] }",
            ),
            2 => leaf(
                max,
                &["a:percent", "b:percent", "c:percent"],
                "survey: { groups: [ { name: A, weight: 60%, percent: a }, { name: B, weight: 25%, percent: b }, { name: C, weight: 12.5%, percent: c } ] }",
            ),
            3 => leaf(
                max,
                &["a:count", "b:count", "c:count", "d:count", "p:percent"],
                "survey: { groups: [ { name: A, weight: 33%, options: [ { of: a, weight: 100% }, { of: b, weight: 55% } ] }, { name: B, weight: 47%, options: [ { of: c, weight: 100% }, { of: d, weight: 12.5% } ] }, { name: C, weight: 20%, percent: p } ] }",
            ),
            _ => leaf(
                max,
                &["a:points", "b:points"],
                &format!(
                    "survey: {{ mean: {{ groups: [ {{ of: a, weight: 70% }}, {{ of: b, weight: 20% }} ], zero_at: {zero}, full_at: 5 }} }}"
                ),
            ),
        },
        Kind::Given => leaf(max, &["p:percent"], "given: { by: council }"),
        kind => dice.of(kind).unwrap(),
    }
}

#[test]
fn what_every_kind_of_rule_says_comes_to_its_points() {
    let mut dice = Dice::new(2018);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for kind in Kind::ALL {
        let count = counts.entry(format!("{kind:?}")).or_default();
        for _ in 0..60 {
            let leaf = thrown(&mut dice, *kind);
            let mode = if dice.one_in(4) { RoundingMode::Truncate } else { RoundingMode::HalfUp };
            let rounding = Rounding { at: RoundAt::Print, decimals: u8::try_from(dice.throw(4)).unwrap(), mode };
            let terms = Terms { rounding, ..leaf.terms() };
            for _ in 0..6 {
                let mut figures = dice.figures(&leaf);
                if *kind == Kind::Survey {
                    let means = leaf.inputs.iter().filter(|input| input.kind == InputKind::Points);
                    figures.extend(means.map(|input| (input.id.clone(), Figure::Number(mean(&mut dice)))));
                }
                let best = (*kind == Kind::Relative).then(|| Points::from(i64::try_from(1 + dice.throw(300)).unwrap()));
                let best = best.and_then(|best| best.over(&Points::from(3)));
                let outcome = leaf.rule.score(&Case::new(terms, &figures).against(best.as_ref()));
                let said = leaf.rule.explain(&outcome, &terms);
                for lang in [Lang::Vi, Lang::En] {
                    let lines: Vec<String> = said.iter().map(|text| text.get(lang).to_owned()).collect();
                    let told = format!("{}\nof {}, {rounding:?}\n{lines:#?}", leaf.yaml, leaf.max.plain());
                    let held = equation::held(&lines, rounding, lang);
                    assert!(held.wrong.is_empty(), "{told}\n{:#?}", held.wrong);
                    *count += held.count;
                    if let (Gives::Points(points), Some(last)) = (&outcome.gives, equation::last(&lines, lang)) {
                        assert_eq!(rounding.machine(&last), rounding.machine(points), "{told}");
                    }
                }
            }
        }
    }
    let without: Vec<&str> = counts.iter().filter(|(_, count)| **count < 100).map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(without, ["Deadline", "Given", "Levels", "YesNo"], "{counts:?}");
}

/// Throws a mean, on a scale or beside it.
fn mean(dice: &mut Dice) -> Points {
    &Points::from(i64::try_from(dice.throw(620)).unwrap()) * &Points::parse("0.01").unwrap()
}
