//! Stretch of values between bounds that are open or closed: what a step holds, where steps overlap or leave a gap.

use super::excel::{all, number};
use super::say::{exact, say};
use crate::points::{Points, RoundingMode};
use crate::text::Text;

/// End of a stretch: a value, or the place just below (-1) or just above (1) it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct End {
    /// Value.
    pub value: Points,
    /// -1, 0 or 1.
    pub beside: i8,
}

impl End {
    /// Makes the end that is the value itself.
    pub const fn at(value: Points) -> Self {
        Self { value, beside: 0 }
    }

    /// Makes the end just below a value.
    pub const fn below(value: Points) -> Self {
        Self { value, beside: -1 }
    }

    /// Makes the end just above a value.
    pub const fn above(value: Points) -> Self {
        Self { value, beside: 1 }
    }
}

/// Values from one end to another, both included.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First.
    pub from: End,
    /// Last; `None` for no limit.
    pub to: Option<End>,
}

/// Values that a step may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// From 0 to 100 percent.
    Rate,
    /// Whole numbers from 0.
    Whole,
    /// Numbers from 0.
    Number,
}

impl Domain {
    /// Gives all values.
    pub fn span(self) -> Span {
        let to = (self == Self::Rate).then(|| End::at(Points::hundred()));
        Span { from: End::at(Points::zero()), to }
    }

    /// Gives the place that follows an end with nothing between.
    fn after(self, end: &End) -> End {
        match self {
            Self::Whole => End::at(&end.value + &Points::one()),
            Self::Rate | Self::Number => End { value: end.value.clone(), beside: end.beside + 1 },
        }
    }

    /// Gives the place that an end follows with nothing between.
    fn before(self, end: &End) -> End {
        match self {
            Self::Whole => End::at(&end.value - &Points::one()),
            Self::Rate | Self::Number => End { value: end.value.clone(), beside: end.beside - 1 },
        }
    }

    /// Makes a span of ends as they were written; where values are whole, its ends are values.
    pub fn of(self, from: End, to: Option<End>) -> Span {
        if self != Self::Whole {
            return Span { from, to };
        }
        let floor = |value: &Points| value.round(0, RoundingMode::Truncate);
        let first = match from {
            End { value, beside: 1 } => &floor(&value) + &Points::one(),
            End { value, .. } if value.is_whole() => value,
            End { value, .. } => &floor(&value) + &Points::one(),
        };
        let last = to.map(|end| match end {
            End { value, beside: -1 } if value.is_whole() => &value - &Points::one(),
            End { value, .. } => floor(&value),
        });
        Span { from: End::at(first), to: last.map(End::at) }
    }

    /// Lists the stretches that no span holds. Spans must not overlap.
    pub fn gaps(self, spans: &[Span]) -> Vec<Span> {
        let mut sorted: Vec<&Span> = spans.iter().collect();
        sorted.sort();
        let all = self.span();
        let mut next = Some(all.from);
        let mut gaps = Vec::new();
        for span in sorted {
            let Some(expected) = next else { return gaps };
            if span.from > expected {
                gaps.push(Span { from: expected, to: Some(self.before(&span.from)) });
            }
            next = span.to.as_ref().map(|to| self.after(to));
        }
        if let Some(expected) = next
            && all.to.as_ref().is_none_or(|end| expected <= *end)
        {
            gaps.push(Span { from: expected, to: all.to });
        }
        gaps
    }
}

impl Span {
    /// Tells whether there is nothing between its ends.
    pub fn is_empty(&self) -> bool {
        self.to.as_ref().is_some_and(|to| *to < self.from)
    }

    /// Tells whether a value lies between its ends.
    pub fn holds(&self, value: &Points) -> bool {
        let value = End::at(value.clone());
        self.from <= value && self.to.as_ref().is_none_or(|to| value <= *to)
    }

    /// Tells whether two spans hold a value in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        let ends_before = |one: &Self, another: &Self| one.to.as_ref().is_some_and(|to| *to < another.from);
        !ends_before(self, other) && !ends_before(other, self)
    }

    /// Gives the condition that a cell's value, rounded, lies between the ends; 0 and what is over the domain is known.
    pub fn condition(&self, value: &str) -> String {
        if self.to.as_ref() == Some(&self.from) && self.from.beside == 0 {
            return format!("{value}={}", number(&self.from.value));
        }
        let mut conditions = Vec::new();
        if self.from.beside > 0 || self.from.value.is_positive() {
            let sign = if self.from.beside > 0 { ">" } else { ">=" };
            conditions.push(format!("{value}{sign}{}", number(&self.from.value)));
        }
        if let Some(to) = &self.to {
            let sign = if to.beside < 0 { "<" } else { "<=" };
            conditions.push(format!("{value}{sign}{}", number(&to.value)));
        }
        all(&conditions)
    }

    /// Says the span in the words of a form: `Từ 70 % đến dưới 90 %`, `Trên 90 %`, `4 lần`. `sign` follows every value.
    pub fn wording(&self, domain: Domain, sign: &str) -> Text {
        let whole = domain.span();
        let open_start = self.from == whole.from;
        let open_end = self.to == whole.to;
        let from = exact(&self.from.value);
        let Some(to) = self.to.as_ref().filter(|_| !open_end || (self.from.beside == 0 && !open_start)) else {
            return match (open_start, self.from.beside > 0) {
                (true, _) => Text::new("Mọi giá trị", "Any value"),
                (false, true) => say!("Trên {from}{sign}", "Over {from}{sign}", from = from),
                (false, false) => say!("Từ {from}{sign} trở lên", "{from}{sign} or more", from = from),
            };
        };
        let (until, under) = (exact(&to.value), to.beside < 0);
        if *to == self.from {
            return if domain == Domain::Whole {
                say!("{from}{sign}", "{from}{sign}", from = from)
            } else {
                say!("Đạt {from}{sign}", "{from}{sign}", from = from)
            };
        }
        let start = match (open_start, self.from.beside > 0) {
            (true, _) if under => return say!("Dưới {until}{sign}", "Under {until}{sign}", until = until),
            (true, _) => return say!("Đến {until}{sign}", "Up to {until}{sign}", until = until),
            (false, true) => say!("Trên {from}{sign}", "Over {from}{sign}", from = from),
            (false, false) => say!("Từ {from}{sign}", "From {from}{sign}", from = from),
        };
        if under {
            say!("{start} đến dưới {until}{sign}", "{start} to under {until}{sign}", start = start, until = until)
        } else {
            say!("{start} đến {until}{sign}", "{start} to {until}{sign}", start = start, until = until)
        }
    }
}

/// Gives the share of the way from `zero` to `full`, cut to 0..1; `None` where both are the same.
pub fn share(value: &Points, zero: &Points, full: &Points) -> Option<Points> {
    (value - zero).over(&(full - zero)).map(|share| share.clamp_to(&Points::zero(), &Points::one()))
}
