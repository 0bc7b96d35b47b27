//! Exact fractions: small ones in place, large ones on the heap.
//!
//! Nearly every figure of an administration is a small fraction, and a campaign keeps hundreds of thousands of them.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// Fraction in lowest terms, its denominator positive. Equal fractions have equal forms: what fits is always small.
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

    /// Makes a fraction of its two parts, brought to lowest terms. `below` is not 0.
    ///
    /// Both are products of at most two parts of small fractions, or the sum of two such: nothing is lost.
    fn reduced(above: i128, below: i128) -> Self {
        let common = common_divisor(above.unsigned_abs(), below.unsigned_abs());
        let common = i128::try_from(common).unwrap_or(1).max(1) * below.signum();
        let (above, below) = (above / common, below / common);
        match (i64::try_from(above), u32::try_from(below)) {
            (Ok(above), Ok(below)) => Self::Small { above, below },
            _ => Self::Large(Box::new(BigRational::new_raw(above.into(), below.into()))),
        }
    }

    /// Gives it as a fraction of any size.
    pub fn large(&self) -> BigRational {
        match self {
            Self::Small { above, below } => BigRational::new_raw((*above).into(), (*below).into()),
            Self::Large(fraction) => (**fraction).clone(),
        }
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
