//! Exact numbers, and the one place where a number is rounded and printed.
//!
//! Source: [meanings](crate#meanings) 1–5.

mod exact;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Pow, Signed, ToPrimitive, Zero};

use self::exact::Exact;
use crate::text::Lang;

pub use exact::RoundingMode;

/// Exact number: points, a maximum, a weight, or a figure that points are computed from.
///
/// A fraction without bounds, so that `5/600 × 3` and `4/9 + 4/9 + 1/9` are what they are on paper.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(Exact);

/// Longest number that is read; what is longer is no figure of an administration.
const LONGEST: u8 = 40;

/// Longest numerator or denominator that is read, in digits: sums of a hundred rates of eight digits each have 800.
pub const LONGEST_PART: usize = 10_000;

impl Points {
    /// Gives zero.
    pub fn zero() -> Self {
        Self(Exact::ZERO)
    }

    /// Gives one.
    pub fn one() -> Self {
        Self::from(1)
    }

    /// Gives one hundred, the scale of an index and of percent.
    pub fn hundred() -> Self {
        Self::from(100)
    }

    /// Reads a machine decimal: digits, at most one point, an optional sign. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if digits.len() > usize::from(LONGEST) || whole.is_empty() || digits.ends_with('.') || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let value = Exact::decimal(whole, fraction).map_or_else(
            || format!("{whole}{fraction}").parse().ok().map(|units: BigInt| Exact::of(BigRational::new(units, ten_to(fraction.len())))),
            Some,
        )?;
        Some(Self(if negative { value.negated() } else { value }))
    }

    /// Takes a number out of a spreadsheet cell, through its shortest decimal text of at most 15 significant digits.
    ///
    /// `None` for infinities and what is not a number. 7.249999999999999 is 7.25, 0.1 + 0.2 is 0.3, as Excel shows them.
    pub fn from_cell(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        // Whole numbers are what most cells hold, and are exact as they stand.
        if value.fract() == 0.0 && value.abs() < 1e15 {
            return value.to_i64().map(Self::from);
        }
        let text = format!("{value:.14e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let mantissa = Self::parse(mantissa)?;
        let power = exponent.unsigned_abs();
        let small = 10_i64.checked_pow(power).map(Exact::whole);
        let scale = small.unwrap_or_else(|| Exact::of(BigRational::from_integer(ten_to(power as usize))));
        if exponent < 0 { mantissa.0.over(&scale).map(Self) } else { Some(Self(mantissa.0.times(&scale))) }
    }

    /// Gives the nearest binary number, for a spreadsheet cell.
    pub fn to_cell(&self) -> f64 {
        self.0.nearest().or_else(|| self.0.large().to_f64()).unwrap_or(0.0)
    }

    /// Divides exactly. `None` where `by` is zero.
    pub fn over(&self, by: &Self) -> Option<Self> {
        self.0.over(&by.0).map(Self)
    }

    /// Tells whether this is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Tells whether this is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Tells whether this is above zero.
    pub fn is_positive(&self) -> bool {
        !self.0.is_negative() && !self.0.is_zero()
    }

    /// Tells whether this is a whole number.
    pub fn is_whole(&self) -> bool {
        self.0.is_whole()
    }

    /// Cuts to `least..=most`.
    pub fn clamp_to(&self, least: &Self, most: &Self) -> Self {
        self.max(least).min(most).clone()
    }

    /// Gives the distance from zero.
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// Counts the decimals of a finite decimal: 2 for 0,25, 0 for 3. `None` for 1/3.
    pub fn decimals(&self) -> Option<u8> {
        self.0.decimals().and_then(|decimals| u8::try_from(decimals).ok())
    }

    /// Rounds to a number of decimals.
    pub fn round(&self, decimals: u8, mode: RoundingMode) -> Self {
        if let Some(scaled) = self.0.scaled(decimals, mode) {
            return Self(Exact::reduced(scaled, 10_i128.pow(decimals.into())));
        }
        Self(Exact::of(BigRational::new(self.scaled(decimals, mode), ten_to(decimals.into()))))
    }

    /// Gives the whole number that is left of so many decimals once the point is taken out: 8458 of 84,58.
    /// [`Exact::scaled`] does the same of small ones.
    fn scaled(&self, decimals: u8, mode: RoundingMode) -> BigInt {
        let (numerator, denominator) = self.0.parts();
        let scaled = numerator * ten_to(decimals.into());
        let (whole, rest) = (&scaled / &denominator, &scaled % &denominator);
        match mode {
            // Halves go away from zero.
            RoundingMode::HalfUp if rest.magnitude() * 2_u8 >= *denominator.magnitude() => whole + rest.signum(),
            RoundingMode::HalfUp | RoundingMode::Truncate => whole,
        }
    }

    /// Gives the whole number that is left of so many decimals once the point is taken out: 8458 of 84,58; what is past the
    /// last decimal is dropped. `None` where it is too large.
    pub fn in_units(&self, decimals: u8) -> Option<i64> {
        let small = self.0.scaled(decimals, RoundingMode::Truncate);
        small.map_or_else(|| self.scaled(decimals, RoundingMode::Truncate).to_i64(), |scaled| scaled.to_i64())
    }

    /// Writes the exact number as a fraction in lowest terms: `355/113`; a whole number without `/`.
    pub fn fraction(&self) -> String {
        self.0.to_string()
    }

    /// Reads what [`fraction`](Self::fraction) writes. `None` for anything else, and for numbers of more than
    /// [`LONGEST_PART`] digits.
    pub fn parse_fraction(text: &str) -> Option<Self> {
        let (above, below) = fraction_parts(text)?;
        let (numerator, denominator): (BigInt, BigInt) = (above.parse().ok()?, below.parse().ok()?);
        (!denominator.is_zero()).then(|| Self(Exact::of(BigRational::new(numerator, denominator))))
    }

    /// Tells whether a text has the form of a fraction, without working it out.
    pub fn is_fraction(text: &str) -> bool {
        fraction_parts(text).is_some_and(|(_, below)| below.bytes().any(|digit| digit != b'0'))
    }

    /// Prints exactly where the number is a finite decimal, else with 10 decimals, with a point: `0.25`.
    ///
    /// For formulas, for JSON inputs, for maxima: never for a score, which is printed by its [`Rounding`].
    pub fn plain(&self) -> String {
        let decimals = self.decimals().unwrap_or(10);
        self.fixed(decimals, RoundingMode::HalfUp)
    }

    /// Prints as [`plain`](Self::plain), in Vietnamese: `703.938`, `0,25`.
    pub fn plain_vi(&self) -> String {
        vietnamese(&self.plain())
    }

    /// Prints as [`plain`](Self::plain), for readers of a language: `703.938`, `703,938`.
    pub fn plain_in(&self, lang: Lang) -> String {
        spelled(&self.plain(), lang)
    }

    /// Prints with exactly so many decimals, with a point: `84.58`. Minus zero is zero.
    pub fn fixed(&self, decimals: u8, mode: RoundingMode) -> String {
        let decimals_wide = usize::from(decimals);
        let (negative, digits) = if let Some(scaled) = self.0.scaled(decimals, mode) {
            (scaled < 0, scaled.unsigned_abs().to_string())
        } else {
            let scaled = self.scaled(decimals, mode);
            (scaled.is_negative(), scaled.magnitude().to_string())
        };
        let mut printed = String::with_capacity(digits.len() + decimals_wide + 3);
        if negative {
            printed.push('-');
        }
        // Fewer digits than decimals: zeros stand before them.
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(decimals_wide));
        printed.push_str(if whole.is_empty() { "0" } else { whole });
        if decimals_wide > 0 {
            printed.push('.');
            printed.extend(std::iter::repeat_n('0', decimals_wide - fraction.len()));
            printed.push_str(fraction);
        }
        printed
    }
}

/// Takes a fraction apart; a whole number is over 1.
fn fraction_parts(text: &str) -> Option<(&str, &str)> {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    let digits = above.strip_prefix('-').unwrap_or(above);
    let number = |digits: &str| (1..=LONGEST_PART).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    (number(digits) && number(below)).then_some((above, below))
}

/// Gives a power of ten.
fn ten_to(exponent: usize) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// Turns a machine decimal into Vietnamese spelling: a comma, and dots between thousands.
pub fn vietnamese(machine: &str) -> String {
    grouped(machine, '.', ',')
}

/// Spells a machine decimal for readers of a language: `1.084,58`, `1,084.58`.
pub fn spelled(machine: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => vietnamese(machine),
        Lang::En => grouped(machine, ',', '.'),
    }
}

/// Spells a machine decimal with one mark between thousands and one before the fraction.
fn grouped(machine: &str, thousands: char, point: char) -> String {
    let (sign, digits) = machine.strip_prefix('-').map_or(("", machine), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut printed = String::from(sign);
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            printed.push(thousands);
        }
        printed.push(digit);
    }
    if !fraction.is_empty() {
        printed.push(point);
        printed.push_str(fraction);
    }
    printed
}

/// Where a set rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RoundAt {
    /// Every figure once, when it is shown; no rounded figure feeds another.
    #[default]
    Print,
    /// Every leaf's points; sums and places use the rounded ones.
    Leaf,
}

/// Most decimals with which two figures are told apart.
const MOST_DECIMALS: u8 = 12;

/// Rounding that a criteria set declares. Default: at print, 2 decimals, half up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    /// Which figures are rounded.
    pub at: RoundAt,
    /// Decimals printed, 0 to 4.
    pub decimals: u8,
    /// What happens to a half.
    pub mode: RoundingMode,
}

impl Default for Rounding {
    fn default() -> Self {
        Self { at: RoundAt::Print, decimals: 2, mode: RoundingMode::HalfUp }
    }
}

impl Rounding {
    /// Gives the smallest step that is printed.
    pub fn step(&self) -> Points {
        let below = 10_i64.checked_pow(self.decimals.into()).unwrap_or(1);
        Points::one().over(&Points::from(below)).unwrap_or_else(Points::one)
    }

    /// Rounds a figure as it is printed.
    pub fn print(&self, points: &Points) -> Points {
        points.round(self.decimals, self.mode)
    }

    /// Gives the decimals with which two figures are told apart: at least those that are printed, at most 12.
    pub fn decimals_apart(&self, one: &Points, other: &Points) -> u8 {
        let apart = |n: &u8| one.round(*n, self.mode) != other.round(*n, self.mode);
        (self.decimals..=MOST_DECIMALS).find(apart).unwrap_or(self.decimals)
    }

    /// Rounds a leaf's points where the set rounds at the leaf; elsewhere gives them as they are.
    pub fn leaf(&self, points: &Points) -> Points {
        match self.at {
            RoundAt::Leaf => self.print(points),
            RoundAt::Print => points.clone(),
        }
    }

    /// Gives points that somebody typed as they count: from 0 to `max`, or what the maximum itself is printed as, which
    /// may be more than it where it has more decimals. `None` for anything else.
    pub fn within(&self, typed: &Points, max: &Points) -> Option<Points> {
        if typed.is_negative() {
            None
        } else if typed <= max {
            Some(typed.clone())
        } else {
            (self.print(max) == *typed).then(|| max.clone())
        }
    }

    /// Prints for machines: `84.58`.
    pub fn machine(&self, points: &Points) -> String {
        points.fixed(self.decimals, self.mode)
    }

    /// Prints for people in Vietnamese: `84,58`, `1.084,58`.
    pub fn vietnamese(&self, points: &Points) -> String {
        vietnamese(&self.machine(points))
    }

    /// Prints for readers of a language: `84,58`, `84.58`.
    pub fn spelled(&self, points: &Points, lang: Lang) -> String {
        spelled(&self.machine(points), lang)
    }

    /// Prints a maximum: with the set's decimals, or with more where it has more, never rounded.
    pub fn maximum(&self, max: &Points) -> String {
        let decimals = max.decimals().unwrap_or(0).max(self.decimals);
        max.fixed(decimals, self.mode)
    }
}

impl From<i64> for Points {
    fn from(whole: i64) -> Self {
        Self(Exact::whole(whole))
    }
}

impl Add for &Points {
    type Output = Points;
    fn add(self, other: Self) -> Points {
        Points(self.0.plus(&other.0))
    }
}

impl Sub for &Points {
    type Output = Points;
    fn sub(self, other: Self) -> Points {
        Points(self.0.plus(&other.0.negated()))
    }
}

impl Mul for &Points {
    type Output = Points;
    fn mul(self, other: Self) -> Points {
        Points(self.0.times(&other.0))
    }
}

impl Neg for &Points {
    type Output = Points;
    fn neg(self) -> Points {
        Points(self.0.negated())
    }
}

impl AddAssign<&Points> for Points {
    fn add_assign(&mut self, other: &Points) {
        self.0 = self.0.plus(&other.0);
    }
}

impl<'a> Sum<&'a Points> for Points {
    fn sum<I: Iterator<Item = &'a Points>>(items: I) -> Self {
        items.fold(Self::zero(), |total, item| &total + item)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(items: I) -> Self {
        items.fold(Self::zero(), |total, item| &total + &item)
    }
}

/// Prints as [`Points::plain`].
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}
