//! The same in integers, so that a draw costs a multiplication for each leaf of each unit.
//!
//! Amounts become whole numbers of a small unit. Where one is no finite decimal, such as 4/9, or has more decimals than there
//! is room for, it is off by less than that unit; then two indexes that lie nearer to each other than all that together are
//! worked out exactly. So places are always those of exact arithmetic.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::draw::Draw;
use super::makeup::{Field, Makeup};
use super::random::THOUSAND;
use super::swing::Swing;
use crate::points::{Points, RoundingMode};

/// Most decimals that amounts are scaled to.
const MOST_DECIMALS: u8 = 10;
/// Most that all points of a unit may come to, scaled: times two thousand for weights and a thousand for spreads, and once
/// more for what is drawn, it fits in 64 bits.
const ROOM: i64 = 1_000_000_000_000;
/// Most that a spread is drawn as, to each side, in thousandths, and what its base adds.
const FARTHEST: i64 = 8_000;

/// Units of a group in integers.
pub struct Scaled<'a> {
    units: &'a [Makeup<'a>],
    /// Units in integers; `None` where amounts are too large, and everything is worked out exactly.
    integers: Option<Vec<Integers>>,
    /// Maxima of leaves, each row once.
    maxima: Vec<Vec<i64>>,
    /// For a unit of which nothing is uncertain, the first one with the same points and maxima.
    alike: Vec<Option<usize>>,
}

/// Unit in integers.
struct Integers {
    points: Vec<i64>,
    /// Row of its maxima.
    maxima: usize,
    beside: i64,
    beside_max: i64,
    swings: Vec<Scale>,
    /// Whether every amount is exact.
    exact: bool,
}

/// Amount that is drawn, in integers.
struct Scale {
    leaf: Option<usize>,
    official: i64,
    base: i64,
    size: i64,
    least: i64,
    most: i64,
}

/// What became of a group in a draw.
pub struct Drawn {
    /// What was drawn.
    draw: Draw,
    /// What each unit comes to, in the order of the field; nothing where amounts are too large for integers.
    reached: Vec<Reached>,
    /// Place of each unit, in the order of the field.
    pub places: Vec<u32>,
}

/// Points and maximum of a unit in a draw, with how far either may be off.
#[derive(Clone, Copy)]
struct Reached {
    points: i64,
    max: i64,
    off: i64,
}

impl<'a> Scaled<'a> {
    /// Scales the units of a group.
    pub fn of(field: &'a Field<'a>) -> Self {
        let units = &field.units;
        let mut classes: BTreeMap<Vec<&Points>, usize> = BTreeMap::new();
        let class = |(at, unit): (usize, &'a Makeup<'a>)| {
            let key = amounts(unit).collect();
            unit.swings.is_empty().then(|| *classes.entry(key).or_insert(at))
        };
        let alike = units.iter().enumerate().map(class).collect();
        let mut maxima = Vec::new();
        let integers = decimals(units).and_then(|decimals| {
            let mut rows: BTreeMap<&[Points], usize> = BTreeMap::new();
            units.iter().map(|unit| integers(unit, decimals, &mut rows, &mut maxima)).collect()
        });
        Self { units, integers, maxima, alike }
    }

    /// Gives the place of every unit in a draw, in the order of the field.
    pub fn places(&self, draw: Draw) -> Vec<u32> {
        self.work_out(draw).places
    }

    /// Works a draw out.
    pub fn work_out(&self, draw: Draw) -> Drawn {
        let reached = self.reached(&draw);
        let mut drawn = Drawn { draw, reached, places: vec![0; self.units.len()] };
        let mut order: Vec<usize> = (0..self.units.len()).collect();
        let tie_break = |at: usize| self.units.get(at).map(|unit| unit.tie_break);
        let all = |one: usize, other: usize| self.compare(other, one, &drawn).then_with(|| tie_break(one).cmp(&tie_break(other)));
        order.sort_by(|one, other| all(*one, *other));
        let mut places = vec![0; order.len()];
        let mut next = 1;
        for equal in order.chunk_by(|one, other| all(*one, *other).is_eq()) {
            for at in equal {
                if let Some(place) = places.get_mut(*at) {
                    *place = next;
                }
            }
            next += u32::try_from(equal.len()).unwrap_or_default();
        }
        drawn.places = places;
        drawn
    }

    /// Works out points and maximum of every unit; nothing where amounts are too large.
    fn reached(&self, draw: &Draw) -> Vec<Reached> {
        let Some(integers) = &self.integers else { return Vec::new() };
        let weights: i64 = draw.weights.iter().sum();
        let maxima: Vec<i64> = self.maxima.iter().map(|row| dot(row, &draw.weights)).collect();
        let of = |(unit, (integers, at)): (&Makeup<'_>, (&Integers, usize))| {
            let drawn = draw.spreads.get(at).map(Vec::as_slice).unwrap_or_default();
            let swings: i64 = integers.swings.iter().zip(drawn).map(|(swing, drawn)| swing.adds(*drawn, &draw.weights)).sum();
            let max = maxima.get(integers.maxima).copied().unwrap_or_default() + integers.beside_max * THOUSAND;
            let max = max * THOUSAND;
            let points = (dot(&integers.points, &draw.weights) + integers.beside * THOUSAND) * THOUSAND + swings;
            let points = if unit.may_pass_100 { points.max(0) } else { points.clamp(0, max.max(0)) };
            let heaviest = i64::try_from(drawn.len()).unwrap_or_default() * 2 * THOUSAND * FARTHEST * 2;
            // Where every leaf that applies weighs nothing, there is no index: it counts as 0.
            let (points, max) = if max == 0 && integers.exact { (0, 1) } else { (points, max) };
            let off = if integers.exact { 0 } else { (weights + THOUSAND) * THOUSAND + heaviest };
            Reached { points, max, off }
        };
        self.units.iter().zip(integers.iter().zip(0..)).map(of).collect()
    }

    /// Compares the indexes of two units.
    pub fn compare(&self, one: usize, other: usize, drawn: &Drawn) -> Ordering {
        if one == other || matches!((self.alike.get(one), self.alike.get(other)), (Some(Some(one)), Some(Some(other))) if one == other) {
            return Ordering::Equal;
        }
        self.compare_with((one, drawn), self, (other, drawn))
    }

    /// Compares the index of a unit with that of another group's in the same draw.
    pub fn compare_with(&self, (one, drawn): (usize, &Drawn), others: &Scaled<'_>, (other, drawn_others): (usize, &Drawn)) -> Ordering {
        let told = drawn.reached.get(one).zip(drawn_others.reached.get(other)).and_then(|(one, other)| one.compare(other));
        told.or_else(|| {
            let (own, theirs) = (self.units.get(one)?, others.units.get(other)?);
            Some(exact(own, one, &drawn.draw).cmp(&exact(theirs, other, &drawn_others.draw)))
        })
        .unwrap_or(Ordering::Equal)
    }

    /// Gives the index of a unit in a draw, exactly.
    pub fn index(&self, at: usize, drawn: &Drawn) -> Points {
        let whole = |reached: &Reached| Points::from(reached.points).over(&Points::from(reached.max));
        let share = drawn.reached.get(at).filter(|reached| reached.off == 0).and_then(whole);
        let share = share.or_else(|| Some(exact(self.units.get(at)?, at, &drawn.draw))).unwrap_or_default();
        &share * &Points::hundred()
    }
}

impl Reached {
    /// Compares two indexes; nothing where they may be equal and either is not exact.
    fn compare(&self, other: &Self) -> Option<Ordering> {
        let wide = i128::from;
        if self.off == 0 && other.off == 0 {
            return Some((wide(self.points) * wide(other.max)).cmp(&(wide(other.points) * wide(self.max))));
        }
        let past = |one: &Self, other: &Self| {
            let sure = one.points > one.off && other.max > other.off;
            let least = (wide(one.points) - wide(one.off)) * (wide(other.max) - wide(other.off));
            sure && least > (wide(other.points) + wide(other.off)) * (wide(one.max) + wide(one.off))
        };
        match (past(self, other), past(other, self)) {
            (true, _) => Some(Ordering::Greater),
            (_, true) => Some(Ordering::Less),
            _ => None,
        }
    }
}

impl Scale {
    /// Gives what the amount adds to the official points, in thousandths of thousandths.
    fn adds(&self, drawn: i64, weights: &[i64]) -> i64 {
        let value =
            (self.base * THOUSAND + self.size * drawn).clamp(self.least * THOUSAND, (self.most * THOUSAND).max(self.least * THOUSAND));
        let weight = self.leaf.map_or(Some(THOUSAND), |leaf| weights.get(leaf).copied()).unwrap_or(THOUSAND);
        (value - self.official * THOUSAND) * weight
    }
}

/// Adds up amounts times weights. They were scaled so that the sum has room.
fn dot(amounts: &[i64], weights: &[i64]) -> i64 {
    amounts.iter().zip(weights).fold(0, |sum, (amount, weight)| sum.wrapping_add(amount.wrapping_mul(*weight)))
}

/// Gives the index of a unit in a draw, as a share, exactly. `at` is where it stands in the field.
fn exact(unit: &Makeup<'_>, at: usize, draw: &Draw) -> Points {
    let thousand = Points::from(THOUSAND);
    let weigh = |amounts: &[Points]| -> Points {
        amounts
            .iter()
            .zip(&draw.weights)
            .filter(|(amount, _)| !amount.is_zero())
            .map(|(amount, weight)| amount * &Points::from(*weight))
            .sum()
    };
    let drawn = draw.spreads.get(at).map(Vec::as_slice).unwrap_or_default();
    let swings = unit.swings.iter().zip(drawn).map(|(swing, drawn)| {
        let added = (&swing.size * &Points::from(*drawn)).over(&thousand).unwrap_or_default();
        let value = (&swing.base + &added).clamp_to(&swing.least, &swing.most);
        let weight = swing.leaf.and_then(|leaf| draw.weights.get(leaf)).copied().unwrap_or(THOUSAND);
        &(&value - &swing.official) * &Points::from(weight)
    });
    let swings: Points = swings.sum();
    let max = &weigh(&unit.maxima) + &(&unit.beside_max * &thousand);
    let points = &(&weigh(&unit.points) + &(&unit.beside * &thousand)) + &swings;
    let points = points.max(Points::zero());
    let points = if unit.may_pass_100 { points } else { points.min(max.clone()) };
    points.over(&max).unwrap_or_default()
}

/// Lists every amount of a unit.
fn amounts<'m>(unit: &'m Makeup<'_>) -> impl Iterator<Item = &'m Points> {
    let of = |swing: &'m Swing| [&swing.official, &swing.base, &swing.size, &swing.least, &swing.most];
    unit.points.iter().chain(&unit.maxima).chain([&unit.beside, &unit.beside_max]).chain(unit.swings.iter().flat_map(of))
}

/// Gives the decimals to scale to: as many as the amounts have, or where these are too many as there is room for. Nothing
/// where there is no room even for whole numbers.
fn decimals(units: &[Makeup<'_>]) -> Option<u8> {
    let wanted = units.iter().flat_map(amounts).map(|amount| amount.decimals().unwrap_or(MOST_DECIMALS)).max().unwrap_or_default();
    let together = |unit: &Makeup<'_>| amounts(unit).map(Points::abs).sum::<Points>();
    let most = units.iter().map(together).max().unwrap_or_default();
    let fits = |decimals: &u8| most.in_units(*decimals).is_some_and(|scaled| scaled < ROOM);
    (0..=wanted.min(MOST_DECIMALS)).rev().find(fits)
}

/// Scales a unit; its maxima to a row that is there already, if one is like it.
fn integers<'m>(
    unit: &'m Makeup<'_>,
    decimals: u8,
    rows: &mut BTreeMap<&'m [Points], usize>,
    maxima: &mut Vec<Vec<i64>>,
) -> Option<Integers> {
    let scaled = |amount: &Points| amount.in_units(decimals);
    let all = |amounts: &[Points]| amounts.iter().map(scaled).collect::<Option<Vec<i64>>>();
    let row = if let Some(row) = rows.get(unit.maxima.as_slice()) {
        *row
    } else {
        maxima.push(all(&unit.maxima)?);
        *rows.entry(unit.maxima.as_slice()).or_insert(maxima.len() - 1)
    };
    let swing = |swing: &Swing| {
        Some(Scale {
            leaf: swing.leaf,
            official: scaled(&swing.official)?,
            base: scaled(&swing.base)?,
            size: scaled(&swing.size)?,
            least: scaled(&swing.least)?,
            most: scaled(&swing.most)?,
        })
    };
    Some(Integers {
        points: all(&unit.points)?,
        maxima: row,
        beside: scaled(&unit.beside)?,
        beside_max: scaled(&unit.beside_max)?,
        swings: unit.swings.iter().map(swing).collect::<Option<_>>()?,
        exact: amounts(unit).all(|amount| amount.round(decimals, RoundingMode::Truncate) == *amount),
    })
}
