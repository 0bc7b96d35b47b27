//! Arithmetic that is a straight line over a rate: points for each point of percent.

use super::{Expression, Operator, Sign};
use crate::points::Points;

/// What arithmetic comes to on a rate: so many points for a point of percent, and so many at 0 %.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Straight {
    /// Points for each point of percent.
    pub slope: Points,
    /// Points at 0 %.
    pub at_zero: Points,
}

impl Straight {
    /// Gives the points at a rate, in points of percent.
    pub fn at(&self, rate: &Points) -> Points {
        &(&self.slope * rate) + &self.at_zero
    }

    /// Gives the rate at which it gives so many points.
    pub fn rate(&self, points: &Points) -> Option<Points> {
        (points - &self.at_zero).over(&self.slope)
    }
}

impl Expression {
    /// Takes arithmetic for points that follow a rate, the rate being what `rate` says of each figure, for a rate of 1;
    /// `None` where the values are not on a straight line, or never reach the maximum between 10 % and 100 %.
    pub fn straight(&self, max: &Points, kind: RateOf<'_>) -> Option<Straight> {
        let (hundred, tenth) = (Points::hundred(), Points::parse("10")?);
        // "(tỷ lệ − 50) × điểm tối đa" names no ceiling.
        let named = |line: &Straight| line.at_zero.is_zero() || self.divides();
        let lines = self.lines(max, kind).into_iter().filter(named);
        let reaches = |line: &Straight| line.rate(max).filter(|at| *at <= hundred && (*at >= tenth || self.divides_by(at)));
        let all: Vec<(Points, Straight)> = lines.filter_map(|line| Some((reaches(&line)?, line))).collect();
        // Where two readings fit, the one that gives the maximum at 100 %.
        let full = all.iter().find(|(reaches, _)| *reaches == hundred).or_else(|| all.first())?;
        Some(full.1.clone())
    }

    /// Takes arithmetic that is said of a range for points that follow the rate there, the maximum being beyond it: “từ 80% đến
    /// dưới 100%: tỷ lệ × 1,5”. Of a rate in per cent and its share one is a hundred times the other, and only one of them gives
    /// points that are worth saying.
    pub fn straight_below(&self, max: &Points, kind: RateOf<'_>, end: &Points) -> Option<Straight> {
        let least = max.over(&Points::from(20))?;
        let fits = |line: &Straight| {
            let points = line.at(end);
            // “Từ 80% đến dưới 95%: 4 - (95 - tỷ lệ) × 0,2” comes to the maximum at its end.
            let named = line.at_zero.is_zero() || self.divides() || points == *max;
            points > least && points <= *max && named
        };
        let mut fitting = self.lines(max, kind).into_iter().filter(fits);
        let first = fitting.next()?;
        fitting.all(|other| other == first).then_some(first)
    }

    /// Tells whether it is divided by a rate.
    fn divides_by(&self, rate: &Points) -> bool {
        let Self::Of(left, operator, right) = self else { return false };
        let by = *operator == Operator::Over && matches!(&**right, Self::Percent(number) | Self::Number(number) if number == rate);
        by || left.divides_by(rate) || right.divides_by(rate)
    }

    /// Lists the straight lines that arithmetic may be on a rate, for each way to read its percent signs.
    fn lines(&self, max: &Points, kind: RateOf<'_>) -> Vec<Straight> {
        let hundred = Points::hundred();
        let ways: &[(bool, Sign)] = match kind {
            RateOf::Words => &[(false, Sign::Share), (true, Sign::Share), (true, Sign::Points)],
            RateOf::Parts(..) => &[(false, Sign::Share)],
        };
        let read = |(in_points, sign): &(bool, Sign)| {
            // Points at a rate given in points of percent.
            let at = |rate: &Points| {
                let rate = if *in_points { rate.clone() } else { rate.over(&hundred)? };
                match kind {
                    RateOf::Words => self.value(max, *sign, &|_| Some(rate.clone())),
                    RateOf::Parts(part, whole) => self.value(max, *sign, &|figure| {
                        let seven = Points::parse("7")?;
                        if figure == part {
                            Some(&rate * &seven)
                        } else if figure == whole {
                            Some(seven)
                        } else {
                            None
                        }
                    }),
                }
            };
            let (zero, forty, full) = (at(&Points::zero())?, at(&Points::parse("40")?)?, at(&hundred)?);
            let slope = (&full - &zero).over(&hundred)?;
            let straight = Straight { slope, at_zero: zero };
            let homogeneous = match kind {
                RateOf::Words => true,
                RateOf::Parts(part, whole) => {
                    let value = |part_is: &str, whole_is: &str| {
                        self.value(max, *sign, &|figure| {
                            if figure == part {
                                Points::parse(part_is)
                            } else if figure == whole {
                                Points::parse(whole_is)
                            } else {
                                None
                            }
                        })
                    };
                    value("3", "12")? == value("5", "20")?
                }
            };
            let fits = straight.slope.is_positive()
                && homogeneous
                && straight.at(&Points::parse("40")?) == forty
                && !straight.at_zero.is_positive();
            fits.then_some(straight)
        };
        ways.iter().filter_map(read).collect()
    }
}

/// What the rate of arithmetic is made of.
#[derive(Clone, Copy, Debug)]
pub enum RateOf<'a> {
    /// One figure in words is the rate.
    Words,
    /// A part and its whole.
    Parts(&'a Expression, &'a Expression),
}
