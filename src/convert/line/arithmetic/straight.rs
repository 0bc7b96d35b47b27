//! Arithmetic that is a straight line over a rate: points for each point of percent.

use super::{Expression, Sign};
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
        let hundred = Points::hundred();
        let ways: &[(bool, Sign)] = match kind {
            RateOf::Words => &[(false, Sign::Share), (true, Sign::Share), (true, Sign::Points)],
            RateOf::Parts(..) => &[(false, Sign::Share)],
        };
        let mut fitting = ways.iter().filter_map(|(in_points, sign)| {
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
            let reaches = straight.rate(max)?;
            let fits = straight.slope.is_positive()
                && homogeneous
                && straight.at(&Points::parse("40")?) == forty
                && reaches <= hundred
                && reaches >= Points::parse("10")?
                && !straight.at_zero.is_positive()
                // "(tỷ lệ − 50) × điểm tối đa" names no ceiling.
                && (straight.at_zero.is_zero() || self.divides());
            fits.then_some((reaches, straight))
        });
        let first = fitting.next()?;
        let all: Vec<_> = std::iter::once(first).chain(fitting).collect();
        // Where two readings fit, the one that gives the maximum at 100 %.
        let full = all.iter().find(|(reaches, _)| *reaches == hundred).or_else(|| all.first())?;
        Some(full.1.clone())
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
