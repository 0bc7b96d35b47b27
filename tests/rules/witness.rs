//! Three witnesses: the engine, the formula computed in the test process, and LibreOffice where there is one.

use ironcalc::base::cell::CellValue;
use parindex::figure::Figures;
use parindex::points::{Points, Rounding};
use parindex::rule::{Gives, NOT_APPLICABLE_WORDS};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::dice::Dice;
use super::sheet::{Seen, compute, libre_office};
use super::{Leaf, number};

/// Tells whether points lie so near to a half of the last decimal, without being one, that binary can't tell.
fn too_near(points: &Points, rounding: Rounding) -> bool {
    let half = &number("0.5") * &number("0.01");
    let rest = points - &points.round(rounding.decimals, parindex::points::RoundingMode::Truncate);
    let distance = (&rest - &half).abs();
    distance.is_positive() && distance < number("0.00000001")
}

/// Compares the formula's value with what the engine gives. Gives whether they could be compared.
fn agree(leaf: &Leaf, typed: &Figures, seen: &Seen) -> Result<bool, TestCaseError> {
    let rounding = leaf.terms().rounding;
    let outcome = leaf.score(typed, None);
    let told = format!("{}\n{typed:?}\n={}\nengine {:?}\nformula {seen:?}", leaf.yaml, seen.formula, outcome.gives);
    match &outcome.gives {
        Gives::Points(points) if too_near(points, rounding) => return Ok(false),
        Gives::Points(points) => match &seen.printed {
            CellValue::Number(cell) => {
                let printed = Points::from_cell(*cell).unwrap();
                prop_assert_eq!(rounding.machine(&printed), rounding.machine(points), "{}", told);
            }
            _ => prop_assert!(false, "{}", told),
        },
        Gives::NotApplicable => prop_assert_eq!(&seen.value, &CellValue::String(NOT_APPLICABLE_WORDS.get(seen.lang).into()), "{}", told),
        Gives::Nothing => prop_assert_eq!(&seen.value, &CellValue::String(String::new()), "{}", told),
        // Of what needs the whole group a form computes what 0 of 0 gives, and nothing else.
        Gives::Waits => prop_assert_eq!(&seen.value, &CellValue::String(String::new()), "{}", told),
    }
    // A leaf that does not apply has left the maximum whole.
    let lowered = outcome.lowered.filter(|_| outcome.gives != Gives::NotApplicable);
    let seen_lowered = if outcome.gives == Gives::NotApplicable { &CellValue::None } else { &seen.lowered };
    for (points, cell) in [(&outcome.penalty, &seen.penalty), (&lowered, seen_lowered)] {
        match cell {
            CellValue::Number(cell) => prop_assert_eq!(Points::from_cell(*cell), Some(points.clone().unwrap_or_default()), "{}", told),
            CellValue::None => prop_assert!(points.is_none(), "{}", told),
            _ => prop_assert!(false, "{}", told),
        }
    }
    Ok(true)
}

/// Draws leaves of every kind, each filled in several times.
pub fn draw(seed: u64, leaves: usize) -> Vec<(Leaf, Figures)> {
    let mut dice = Dice::new(seed);
    let mut cases = Vec::new();
    for _ in 0..leaves {
        let leaf = dice.leaf();
        for _ in 0..6 {
            cases.push((leaf.clone(), dice.figures(&leaf)));
        }
    }
    cases
}

#[test]
fn libre_office_agrees() {
    let cases = draw(2018, 150);
    let Some(seen) = libre_office(&cases) else { return };
    for ((leaf, typed), seen) in cases.iter().zip(seen) {
        if let Some(seen) = seen {
            agree(leaf, typed, &seen).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, rng_seed: RngSeed::Fixed(2018), ..ProptestConfig::default() })]

    #[test]
    fn the_formula_means_what_the_engine_means(seed: u64) {
        let cases = draw(seed, 40);
        let mut left_out = 0;
        for ((leaf, typed), seen) in cases.iter().zip(compute(&cases)) {
            let seen = seen.ok_or_else(|| TestCaseError::fail(format!("{} has no formula", leaf.yaml)))?;
            left_out += usize::from(!agree(leaf, typed, &seen)?);
        }
        prop_assert!(left_out * 20 < cases.len(), "{} of {} values left out", left_out, cases.len());
    }
}
