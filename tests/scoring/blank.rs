//! Nothing is worth more to a unit for being left blank, and what can't be read is worth no more than blank: random leaves
//! of every kind, figures, claims and documents.

use std::collections::BTreeMap;

use parindex::assessment::{Claim, Evidence, EvidenceDate, Stage};
use parindex::criteria::Period;
use parindex::evidence::{self, Asked};
use parindex::figure::{Figure, InputKind};
use parindex::points::{Points, Rounding};
use parindex::rule::Kind;
use parindex::scoring::{self, Scorecard};

use super::{Trial, appraised, set};
use crate::rules::Leaf;
use crate::rules::dice::Dice;

/// Makes a set of one leaf that asks for a document, a penalty of the same kind, and a leaf that the unit scores.
fn trial(leaf: &Leaf) -> Trial {
    let inputs: Vec<String> = leaf
        .inputs
        .iter()
        .map(|input| {
            let kind = match input.kind {
                InputKind::Count => "count",
                InputKind::Percent => "percent",
                InputKind::Points => "points",
                InputKind::Date => "date, earliest: 2008-01-01, latest: 2020-12-31",
                InputKind::YesNo => "yes_no",
                InputKind::Choice => "choice",
                InputKind::Text => "text",
            };
            format!("{{ id: \"{0}\", kind: {kind}, label: \"{0}\" }}", input.id)
        })
        .collect();
    let (max, inputs, rule) = (leaf.max.plain(), inputs.join(", "), &leaf.yaml);
    let criteria = format!(
        "criteria:\n  - {{ id: \"1\", name: Một, max: {max}, inputs: [ {inputs} ], rule: {{ {rule} }}, evidence: {{ required: true }} }}\n  - {{ id: \"2\", name: Hai, max: 6, rule: {{ given: {{ by: unit }} }} }}\nadjustments:\n  - {{ id: T, sign: penalty, name: Trừ, max: 2, inputs: [ {{ id: so, kind: count, label: Số }} ], rule: {{ count: {{ of: so, each: 0.5 }} }} }}"
    );
    let total = &leaf.max + &Points::from(6);
    Trial::new(set(&total.plain(), "valid: { from: 2018-01-01, to: 2018-12-31 }", &criteria)).claim("2", "5")
}

/// Scores a trial with the verdict on its evidence.
fn score(trial: &Trial) -> Scorecard {
    let mut trial = trial.clone();
    let form = trial.evidenced.take().unwrap().assessment;
    let asked = Asked { set: &trial.set, unit: &trial.unit, period: Period::default(), deadline: None, files: None };
    trial.evidenced = Some(evidence::check(&asked, form).value);
    trial.score().0
}

/// Tells whether one result is no better than another: it may wait for a penalty instead.
fn no_better(one: &Scorecard, other: &Scorecard) -> bool {
    one.is_provisional() || (one.index <= other.index && (one.points <= other.points || one.applicable_max < other.applicable_max))
}

#[test]
fn blank_is_never_better_and_garbled_never_better_than_blank() {
    let mut changes = 0;
    for seed in 0..260 {
        let mut dice = Dice::new(seed);
        let leaf = dice.leaf();
        let official = [Stage::Claimed, Stage::Computed, Stage::Accepted, appraised(1)][usize::try_from(dice.throw(4)).unwrap()];
        let mut filled = trial(&leaf).official(official).fill("T", &[&dice.throw(5).to_string()]);
        let figures = dice.figures(&leaf);
        let claim = match dice.throw(4) {
            0 => Claim::Points(leaf.max.clone()),
            1 => Claim::Points(&leaf.max * &Points::parse("0.3").unwrap()),
            2 => Claim::Points(&leaf.max + &Points::one()),
            _ => Claim::Blank,
        };
        let document =
            Evidence { number: Some("12/BC-SA".into()), date: EvidenceDate::Day(jiff::civil::date(2018, 5, 3)), ..Evidence::default() };
        let answer = filled.answer("1");
        (answer.figures, answer.claim) = (figures.clone(), claim.clone());
        if !dice.one_in(3) {
            answer.evidence = vec![document];
        }
        let honest = score(&filled);
        let told = || format!("seed {seed}, official {official:?}\n{}\n{figures:?} {claim:?}", leaf.yaml);
        for (id, input) in leaf.inputs.iter().map(|input| ("1", input.id.clone())).chain([("T", "so".into())]) {
            let with = |figure: Figure| {
                let mut changed = filled.clone();
                changed.answer(id).figures.insert(input.clone(), figure);
                score(&changed)
            };
            let blank = with(Figure::Blank);
            assert!(no_better(&blank, &honest), "{} left blank\n{}", input, told());
            for words in ["không rõ", "40/50", "#N/A"] {
                let garbled = with(Figure::Wrong(words.into()));
                assert!(no_better(&garbled, &blank), "{input} garbled\n{}", told());
            }
            changes += 1;
        }
        // A blank claim claims what is computed; one that can't be read is as good as blank.
        let claiming = |claim: Claim| {
            let mut changed = filled.clone();
            changed.answer("1").claim = claim;
            score(&changed)
        };
        let unclaimed = claiming(Claim::Blank);
        for claim in [Claim::Wrong("tối đa".into()), Claim::Points(&leaf.max + &Points::from(3)), Claim::Points(Points::from(-1))] {
            let garbled = claiming(claim);
            assert_eq!((&garbled.points, &garbled.index), (&unclaimed.points, &unclaimed.index), "{}", told());
        }
        // A document that is not named backs nothing.
        let mut without = filled.clone();
        without.answer("1").evidence.clear();
        assert!(no_better(&score(&without), &honest), "no document\n{}", told());
    }
    assert!(changes > 500, "{changes}");
}

#[test]
fn the_order_of_units_changes_nothing() {
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        let leaf = dice.of(Kind::Relative).unwrap();
        let trials: Vec<Trial> = (0..5)
            .map(|n| {
                let mut trial = trial(&leaf).official(Stage::Computed).fill("T", &["1"]);
                trial.unit.id = format!("don-vi-{n}").as_str().into();
                trial.unit.ranked = n != 2;
                trial.answer("1").figures = dice.figures(&leaf);
                trial
            })
            .collect();
        let scored = |order: &[usize]| {
            let entrants: Vec<_> = order.iter().map(|n| trials[*n].entrant()).collect();
            let cards = scoring::score_group(&trials[0].set, Rounding::default(), &entrants, Stage::Computed).value;
            cards.into_iter().map(|card| (card.unit.clone(), card)).collect::<BTreeMap<_, _>>()
        };
        let straight = scored(&[0, 1, 2, 3, 4]);
        for order in [[4, 3, 2, 1, 0], [2, 4, 0, 3, 1], [1, 0, 3, 2, 4]] {
            assert_eq!(scored(&order), straight, "seed {seed}");
        }
    }
}
