//! Exact fractions: small ones in place, large ones on the heap.
//!
//! Nearly every figure of an administration is a small fraction, and a campaign keeps hundreds of thousands of them.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Pow, Signed, ToPrimitive, Zero};

/// Most digits of a decimal, and most decimals, that 128 bits are enough for.
const MOST_DIGITS: usize = 18;
/// Most decimals that are looked for in a large fraction.
const MOST_DECIMALS: usize = 40;

/// How a half, or what is past the last decimal, is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RoundingMode {
    /// Halves go away from zero.
    #[default]
    HalfUp,
    /// What is past the last decimal is dropped, towards zero.
    Truncate,
}

/// Fraction in lowest terms, its denominator positive. Equal fractions have equal forms: what fits is always small.
///
/// The fractions of other crates are two big integers each, three times the room of this even where they keep small ones in
/// place, or stand on a library in C.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Exact {
    /// One that fits.
    Small {
        /// Numerator.
        above: i64,
        /// Denominator.
        below: u32,
    },
    /// One that doesn't.
    Large(Box<BigRational>),
}

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);

    /// Makes a whole number.
    pub const fn whole(number: i64) -> Self {
        Self::Small { above: number, below: 1 }
    }

    /// Makes a fraction of any size.
    pub fn of(fraction: BigRational) -> Self {
        match (fraction.numer().to_i64(), fraction.denom().to_u32()) {
            (Some(above), Some(below)) => Self::Small { above, below },
            _ => Self::Large(Box::new(fraction)),
        }
    }

    /// Makes a fraction of the digits before and behind a point; `None` where there are too many.
    pub fn decimal(whole: &str, fraction: &str) -> Option<Self> {
        let digits = whole.bytes().chain(fraction.bytes());
        let above = digits.take(MOST_DIGITS + 1).fold(0_i128, |above, digit| above * 10 + i128::from(digit.saturating_sub(b'0')));
        (whole.len() + fraction.len() <= MOST_DIGITS).then(|| Self::reduced(above, ten_to(fraction.len())))
    }

    /// Makes a fraction of its two parts, brought to lowest terms. `below` is not 0.
    ///
    /// Both are products of at most two parts of small fractions, or the sum of two such: nothing is lost.
    pub fn reduced(above: i128, below: i128) -> Self {
        let common = common_divisor(above.unsigned_abs(), below.unsigned_abs());
        let common = i128::try_from(common).unwrap_or(1).max(1) * below.signum();
        let (above, below) = (above / common, below / common);
        match (i64::try_from(above), u32::try_from(below)) {
            (Ok(above), Ok(below)) => Self::Small { above, below },
            _ => Self::Large(Box::new(BigRational::new_raw(above.into(), below.into()))),
        }
    }

    /// Gives the nearest binary number of one whose two parts are binary numbers themselves; `None` for any other.
    #[expect(clippy::float_arithmetic, reason = "the quotient of two exact numbers is the nearest to it, by IEEE 754")]
    pub fn nearest(&self) -> Option<f64> {
        let Self::Small { above, below } = self else { return None };
        let exact = above.unsigned_abs() < 1 << f64::MANTISSA_DIGITS;
        exact.then(|| above.to_f64()).flatten().map(|above| above / f64::from(*below))
    }

    /// Gives it as a fraction of any size.
    pub fn large(&self) -> BigRational {
        match self {
            Self::Small { above, below } => BigRational::new_raw((*above).into(), (*below).into()),
            Self::Large(fraction) => (**fraction).clone(),
        }
    }

    /// Counts the decimals of a finite decimal. `None` for 1/3.
    pub fn decimals(&self) -> Option<usize> {
        match self {
            Self::Small { below, .. } => {
                let (rest, twos) = without(*below, 2);
                let (rest, fives) = without(rest, 5);
                (rest == 1).then(|| twos.max(fives))
            }
            Self::Large(fraction) => (0..=MOST_DECIMALS).find(|n| (BigInt::from(10).pow(*n) % fraction.denom()).is_zero()),
        }
    }

    /// Gives the whole number that is left of so many decimals once the point is taken out; `None` for a large fraction, or
    /// where there are too many.
    pub fn scaled(&self, decimals: u8, mode: RoundingMode) -> Option<i128> {
        let Self::Small { above, below } = self else { return None };
        let decimals = Some(usize::from(decimals)).filter(|decimals| *decimals <= MOST_DIGITS)?;
        let (scaled, below) = (i128::from(*above) * ten_to(decimals), i128::from(*below));
        let (whole, rest) = (scaled / below, scaled % below);
        let up = mode == RoundingMode::HalfUp && rest.abs() * 2 >= below;
        // Halves go away from zero.
        Some(if up { whole + rest.signum() } else { whole })
    }

    /// Gives numerator and denominator.
    pub fn parts(&self) -> (BigInt, BigInt) {
        match self {
            Self::Small { above, below } => ((*above).into(), (*below).into()),
            Self::Large(fraction) => (fraction.numer().clone(), fraction.denom().clone()),
        }
    }

    /// Adds.
    pub fn plus(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Small { above: 0, .. }, _) => other.clone(),
            (_, Self::Small { above: 0, .. }) => self.clone(),
            (Self::Small { above: a, below: b }, Self::Small { above: c, below: d }) => {
                let [a, b, c, d] = [i128::from(*a), i128::from(*b), i128::from(*c), i128::from(*d)];
                if b == d { Self::reduced(a + c, b) } else { Self::reduced(a * d + c * b, b * d) }
            }
            _ => Self::of(self.large() + other.large()),
        }
    }

    /// Gives it with the other sign.
    pub fn negated(&self) -> Self {
        match self {
            Self::Small { above, below } => Self::reduced(-i128::from(*above), i128::from(*below)),
            Self::Large(fraction) => Self::of(-(**fraction).clone()),
        }
    }

    /// Multiplies.
    pub fn times(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Small { above: 1, below: 1 }, _) => other.clone(),
            (_, Self::Small { above: 1, below: 1 }) => self.clone(),
            (Self::Small { above: a, below: b }, Self::Small { above: c, below: d }) => {
                Self::reduced(i128::from(*a) * i128::from(*c), i128::from(*b) * i128::from(*d))
            }
            _ => Self::of(self.large() * other.large()),
        }
    }

    /// Divides. `None` where `by` is zero.
    pub fn over(&self, by: &Self) -> Option<Self> {
        if by.is_zero() {
            return None;
        }
        Some(match (self, by) {
            (Self::Small { above: a, below: b }, Self::Small { above: c, below: d }) => {
                Self::reduced(i128::from(*a) * i128::from(*d), i128::from(*b) * i128::from(*c))
            }
            _ => Self::of(self.large() / by.large()),
        })
    }

    /// Tells whether it is zero.
    pub fn is_zero(&self) -> bool {
        match self {
            Self::Small { above, .. } => *above == 0,
            Self::Large(fraction) => fraction.is_zero(),
        }
    }

    /// Tells whether it is below zero.
    pub fn is_negative(&self) -> bool {
        match self {
            Self::Small { above, .. } => above.is_negative(),
            Self::Large(fraction) => fraction.is_negative(),
        }
    }

    /// Tells whether it is a whole number.
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Small { below, .. } => *below == 1,
            Self::Large(fraction) => fraction.is_integer(),
        }
    }
}

/// In lowest terms: `355/113`; a whole number without `/`.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Small { above, below: 1 } => write!(f, "{above}"),
            Self::Small { above, below } => write!(f, "{above}/{below}"),
            Self::Large(fraction) => write!(f, "{fraction}"),
        }
    }
}

impl Default for Exact {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small { above: a, below: b }, Self::Small { above: c, below: d }) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.large().cmp(&other.large()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Divides a number by a factor as often as it can be; gives what is left, and how often that was.
const fn without(number: u32, factor: u32) -> (u32, usize) {
    let (mut rest, mut times) = (number, 0);
    while rest.is_multiple_of(factor) {
        (rest, times) = (rest / factor, times + 1);
    }
    (rest, times)
}

/// Gives a power of ten, of at most [`MOST_DIGITS`].
fn ten_to(exponent: usize) -> i128 {
    u32::try_from(exponent).ok().and_then(|exponent| 10_i128.checked_pow(exponent)).unwrap_or(1)
}

/// Gives the greatest common divisor.
fn common_divisor(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        // Division of 128 bits is slow, and seldom needed.
        if let (Ok(small), Ok(smaller)) = (u64::try_from(one), u64::try_from(other)) {
            return small_common_divisor(small, smaller).into();
        }
        (one, other) = (other, one % other);
    }
    one
}

/// Gives the greatest common divisor of numbers of 64 bits.
fn small_common_divisor(one: u64, other: u64) -> u64 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
