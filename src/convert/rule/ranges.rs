//! Ranges of figures: what two of them share, and what none of them holds.

use crate::convert::line::Side;
use crate::points::Points;

/// From one bound to another; open where `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// Lower bound, and whether it belongs to the range.
    pub low: Option<(Points, bool)>,
    /// Upper bound, and whether it belongs to the range.
    pub high: Option<(Points, bool)>,
}

impl Range {
    /// Makes a range of bounds.
    pub fn of(bounds: &[(Side, Points)]) -> Self {
        let mut range = Self { low: None, high: None };
        for (side, at) in bounds {
            match side {
                Side::Above => range.low = Some((at.clone(), false)),
                Side::From => range.low = Some((at.clone(), true)),
                Side::Below => range.high = Some((at.clone(), false)),
                Side::UpTo => range.high = Some((at.clone(), true)),
                Side::Exactly => {
                    range.low = Some((at.clone(), true));
                    range.high = Some((at.clone(), true));
                }
            }
        }
        range
    }

    /// Tells whether a value lies in it.
    pub fn holds(&self, value: &Points) -> bool {
        let low = self.low.as_ref().is_none_or(|(at, closed)| value > at || (*closed && value == at));
        let high = self.high.as_ref().is_none_or(|(at, closed)| value < at || (*closed && value == at));
        low && high
    }

    /// Makes a range of whole numbers: `trên 3` is from 4.
    pub fn whole(&self) -> Self {
        let one = Points::one();
        let low = self.low.as_ref().map(|(at, closed)| (if *closed { at.clone() } else { at + &one }, true));
        let high = self.high.as_ref().map(|(at, closed)| (if *closed { at.clone() } else { at - &one }, true));
        Self { low, high }
    }

    /// Says it in words: `từ 70% đến dưới 90%`.
    pub fn said(&self, unit: &str) -> (String, String) {
        let vi = |at: &Points| format!("{}{unit}", at.plain_vi());
        let en = |at: &Points| format!("{}{unit}", at.plain());
        match (&self.low, &self.high) {
            (Some((low, true)), Some((high, true))) if low == high => (vi(low), en(low)),
            (Some((low, from)), Some((high, to))) => (
                format!("{} {} {} {}", if *from { "từ" } else { "trên" }, vi(low), if *to { "đến" } else { "đến dưới" }, vi(high)),
                format!("{} {} {} {}", if *from { "from" } else { "above" }, en(low), if *to { "up to" } else { "to below" }, en(high)),
            ),
            (Some((low, from)), None) => {
                let (words, english) = if *from { ("từ", "from") } else { ("trên", "above") };
                (format!("{words} {}", vi(low)), format!("{english} {}", en(low)))
            }
            (None, Some((high, to))) => {
                let (words, english) = if *to { ("đến", "up to") } else { ("dưới", "below") };
                (format!("{words} {}", vi(high)), format!("{english} {}", en(high)))
            }
            (None, None) => ("mọi giá trị".into(), "every value".into()),
        }
    }
}

/// Lists what none of the ranges holds between two values, both belonging to what must be held.
pub fn gaps(ranges: &[Range], from: &Points, to: &Points) -> Vec<Range> {
    let mut sorted: Vec<&Range> = ranges.iter().collect();
    sorted.sort_by(|one, other| {
        one.low.as_ref().map(|(at, closed)| (at, !closed)).cmp(&other.low.as_ref().map(|(at, closed)| (at, !closed)))
    });
    let mut found = Vec::new();
    // First value that is not held yet, and whether it itself is open.
    let mut next = Some((from.clone(), true));
    for range in sorted {
        let Some((at, open)) = next.clone() else { break };
        let begins = range.low.clone().unwrap_or_else(|| (from.clone(), true));
        let apart = begins.0 > at || (begins.0 == at && open && !begins.1);
        if apart && begins.0 <= *to {
            found.push(Range { low: Some((at.clone(), open)), high: Some((begins.0.clone(), !begins.1)) });
        }
        next = match &range.high {
            None => None,
            Some((high, closed)) if *high > at || (*high == at && *closed) => Some((high.clone(), !closed)),
            Some(_) => Some((at, open)),
        };
    }
    if let Some((at, open)) = next
        && (at < *to || (at == *to && open))
    {
        found.push(Range { low: Some((at, open)), high: Some((to.clone(), true)) });
    }
    found
}

/// Tells whether two ranges share more than one value.
pub fn cross(one: &Range, other: &Range) -> bool {
    let low = match (&one.low, &other.low) {
        (Some(a), Some(b)) => Some(if a.0 >= b.0 { &a.0 } else { &b.0 }),
        (low, None) | (None, low) => low.as_ref().map(|(at, _)| at),
    };
    let high = match (&one.high, &other.high) {
        (Some(a), Some(b)) => Some(if a.0 <= b.0 { &a.0 } else { &b.0 }),
        (high, None) | (None, high) => high.as_ref().map(|(at, _)| at),
    };
    match (low, high) {
        (Some(low), Some(high)) => low < high,
        _ => true,
    }
}
