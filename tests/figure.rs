//! Ids, as they are put in order.

use std::cmp::Ordering;

use parindex::figure::CriterionId;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Orders texts by their parts, as plainly as can be said: runs of digits by their number, the rest by its letters.
fn plainly(left: &str, right: &str) -> Ordering {
    let parts = |text: &str| {
        let mut parts: Vec<String> = Vec::new();
        for letter in text.chars() {
            match parts.last_mut() {
                Some(part) if part.ends_with(|last: char| last.is_ascii_digit()) == letter.is_ascii_digit() => part.push(letter),
                _ => parts.push(letter.to_string()),
            }
        }
        parts
    };
    let (of_left, of_right) = (parts(left), parts(right));
    let pairs = of_left.iter().zip(&of_right).map(|(one, other)| match (one.parse::<u64>(), other.parse::<u64>()) {
        (Ok(number), Ok(another)) => number.cmp(&another),
        _ => one.cmp(other),
    });
    pairs.fold(Ordering::Equal, Ordering::then).then(of_left.len().cmp(&of_right.len())).then(left.cmp(right))
}

#[test]
fn ids_sort_by_the_numbers_in_them() {
    let mut ids: Vec<CriterionId> =
        ["2", "1.10", "1.9", "10", "1.9.1", "1.a", "1.1", "1.01", "1", "1a", "x2", "x10"].map(CriterionId::from).into();
    ids.sort();
    let sorted: Vec<&str> = ids.iter().map(CriterionId::as_str).collect();
    assert_eq!(sorted, ["1", "1.01", "1.1", "1.9", "1.9.1", "1.10", "1.a", "1a", "2", "10", "x2", "x10"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: RngSeed::Fixed(2018), ..ProptestConfig::default() })]

    #[test]
    fn ids_sort_the_same_however_that_is_found_out(left in "[0-2.ađ-]{0,6}|[019]{0,24}", right in "[0-2.ađ-]{0,6}|[019]{0,24}") {
        let (one, other) = (CriterionId::from(left.as_str()), CriterionId::from(right.as_str()));
        prop_assert_eq!(one.cmp(&other), plainly(&left, &right), "{} and {}", left, right);
    }
}
