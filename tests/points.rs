//! Numbers: exact, rounded once, printed for people and for machines.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use parindex::points::{Points, RoundAt, Rounding, RoundingMode, vietnamese};

fn number(text: &str) -> Points {
    Points::parse(text).unwrap()
}

fn rounding(decimals: u8, mode: RoundingMode) -> Rounding {
    Rounding { decimals, mode, at: RoundAt::Print }
}

/// Checks what a figure prints as, in Vietnamese.
#[track_caller]
fn check(points: &Points, decimals: u8, mode: RoundingMode, printed: &str) {
    assert_eq!(rounding(decimals, mode).vietnamese(points), printed);
}

#[test]
fn halves_go_away_from_zero() {
    for (typed, printed) in
        [("2.675", "2,68"), ("1.005", "1,01"), ("0.125", "0,13"), ("-2.675", "-2,68"), ("2.665", "2,67"), ("8.345", "8,35")]
    {
        check(&number(typed), 2, RoundingMode::HalfUp, printed);
    }
    let thirtieth = &number("5").over(&number("600")).unwrap() * &number("3");
    check(&thirtieth, 2, RoundingMode::HalfUp, "0,03");
}

#[test]
fn truncation_goes_towards_zero() {
    // Quảng Hòa 2021 prints 2/19 as 10,52 % and 15/19 as 78,94 %.
    let share = |part: i64| &Points::from(part).over(&Points::from(19)).unwrap() * &Points::hundred();
    check(&share(2), 2, RoundingMode::Truncate, "10,52");
    check(&share(15), 2, RoundingMode::Truncate, "78,94");
    check(&number("-0.259"), 2, RoundingMode::Truncate, "-0,25");
    check(&number("-0.001"), 2, RoundingMode::Truncate, "0,00");
    check(&number("-0.001"), 2, RoundingMode::HalfUp, "0,00");
}

#[test]
fn ninths_add_to_one() {
    let ninths = |n: i64| Points::from(n).over(&Points::from(9)).unwrap();
    assert_eq!([ninths(4), ninths(4), ninths(1)].into_iter().sum::<Points>(), Points::one());
}

#[test]
fn vietnamese_and_machine_spelling() {
    assert_eq!(vietnamese("703938"), "703.938");
    assert_eq!(vietnamese("-1234567.50"), "-1.234.567,50");
    assert_eq!(number("0.250").plain_vi(), "0,25");
    assert_eq!(Rounding::default().machine(&number("84.58")), "84.58");
    assert_eq!(rounding(0, RoundingMode::HalfUp).vietnamese(&number("84.5")), "85");
}

#[test]
fn maxima_are_never_rounded() {
    let whole = rounding(0, RoundingMode::HalfUp);
    assert_eq!(whole.maximum(&number("0.25")), "0.25");
    assert_eq!(whole.maximum(&number("2")), "2");
    assert_eq!(Rounding::default().maximum(&number("2")), "2.00");
}

#[test]
fn cells_are_read_as_they_are_shown() {
    for (cell, shown) in [
        (0.1 + 0.2, "0.3"),
        (7.249_999_999_999_999, "7.25"),
        (7.7 * 3.0, "23.1"),
        (703_938.0, "703938"),
        (-0.5, "-0.5"),
        (1e-7, "0.0000001"),
        (999_999_999_999_999.0, "999999999999999"),
        // Sixteen digits and more are shown with fifteen.
        (1_234_567_890_123_456.0, "1234567890123460"),
        (-1e20, "-100000000000000000000"),
    ] {
        assert_eq!(Points::from_cell(cell), Some(number(shown)), "{cell}");
    }
    assert_eq!(Points::from_cell(f64::NAN), None);
    assert_eq!(Points::from_cell(f64::INFINITY), None);
}

#[test]
fn only_machine_decimals_parse() {
    for typed in ["", "-", ".5", "5.", "1,5", "1e5", "0x1", "1 000", "٣", &"9".repeat(41)] {
        assert_eq!(Points::parse(typed), None, "{typed}");
    }
    assert_eq!(number("+1.50"), number("1.5"));
    assert!(Points::parse(&"9".repeat(40)).is_some());
}

#[test]
fn a_set_may_round_at_its_leaves() {
    let at_leaf = Rounding { at: RoundAt::Leaf, decimals: 1, mode: RoundingMode::HalfUp };
    assert_eq!(at_leaf.leaf(&number("0.25")), number("0.3"));
    assert_eq!(Rounding::default().leaf(&number("0.255")), number("0.255"));
}

/// Fractions around every size at which a number may be kept in another form, also between two whole numbers of 64 bits.
fn of_every_size() -> Vec<BigRational> {
    let edges = [0_i128, 7, 600, i128::from(u32::MAX), i128::from(i64::MAX), i128::from(u64::MAX)];
    let around: Vec<BigInt> =
        edges.iter().flat_map(|edge| [edge - 1, *edge, edge + 1]).flat_map(|edge| [edge, -edge]).map(BigInt::from).collect();
    let below = around.iter().filter(|below| below.is_positive());
    below.flat_map(|below| around.iter().map(|above| BigRational::new(above.clone(), below.clone()))).collect()
}

#[test]
fn numbers_of_every_size_are_reckoned_exactly() {
    let exact = |fraction: &BigRational| Points::parse_fraction(&fraction.to_string()).unwrap();
    let numbers = of_every_size();
    for one in &numbers {
        let points = exact(one);
        assert_eq!(points.fraction(), one.to_string());
        assert_eq!((-&points).fraction(), (-one).to_string());
        assert_eq!(points.abs().fraction(), one.abs().to_string());
        let kind = (points.is_zero(), points.is_negative(), points.is_positive(), points.is_whole());
        assert_eq!(kind, (one.is_zero(), one.is_negative(), one.is_positive(), one.is_integer()));
        for other in numbers.iter().step_by(61) {
            let another = exact(other);
            assert_eq!((&points + &another).fraction(), (one + other).to_string(), "{one} + {other}");
            assert_eq!((&points - &another).fraction(), (one - other).to_string(), "{one} - {other}");
            assert_eq!((&points * &another).fraction(), (one * other).to_string(), "{one} × {other}");
            let share = (!other.is_zero()).then(|| (one / other).to_string());
            assert_eq!(points.over(&another).as_ref().map(Points::fraction), share, "{one} : {other}");
            assert_eq!((points.cmp(&another), points == another), (one.cmp(other), one == other), "{one} and {other}");
        }
    }
}

#[test]
fn numbers_of_every_size_are_rounded_and_have_decimals() {
    let power = |n: u32| BigRational::from_integer(BigInt::from(10).pow(n));
    for one in &of_every_size() {
        let points = Points::parse_fraction(&one.to_string()).unwrap();
        let hundredths = one * power(2);
        let (half_up, cut) = (hundredths.round() / power(2), hundredths.trunc() / power(2));
        assert_eq!(points.round(2, RoundingMode::HalfUp).fraction(), half_up.to_string(), "{one}");
        assert_eq!(points.round(2, RoundingMode::Truncate).fraction(), cut.to_string(), "{one}");
        let decimals = (0..=40_u32).find(|n| (one * power(*n)).is_integer()).map(|n| u8::try_from(n).unwrap());
        assert_eq!(points.decimals(), decimals, "{one}");
    }
}

#[test]
fn a_number_takes_little_room_also_where_it_may_be_missing() {
    assert_eq!((size_of::<Points>(), size_of::<Option<Points>>()), (16, 16));
}
