//! Sentences with figures that are spelt differently in each language.

use super::Terms;
use crate::points::{Points, Rounding};
use crate::text::Text;

/// Makes a [`Text`] like [`text!`](crate::text!), in which the values named after the sentences are texts of two languages.
macro_rules! say {
    ($vi:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $crate::text::Text::from($value);)*
        $crate::text::Text::new(
            { $(let $name = &$name.vi;)* format!($vi) },
            { $(let $name = &$name.en;)* format!($en) },
        )
    }};
}
pub(super) use say;

/// Spells an exact figure: `703.938` and `703938`.
pub fn exact(points: &Points) -> Text {
    Text::new(points.plain_vi(), points.plain())
}

/// Spells a figure as it is printed.
pub fn printed(points: &Points, rounding: Rounding) -> Text {
    Text::new(rounding.vietnamese(points), rounding.machine(points))
}

/// Spells a rate as it is printed, with as many more decimals as it takes to tell it from the bounds that it misses.
pub fn rate(rate: &Points, bounds: &[&Points], rounding: Rounding) -> Text {
    let misleads = |decimals: u8| bounds.iter().any(|bound| *bound != rate && rate.round(decimals, rounding.mode) == **bound);
    let least = if rate.is_whole() { 0 } else { rounding.decimals.max(2) };
    let decimals = (least..12).find(|decimals| !misleads(*decimals)).unwrap_or(12);
    printed(rate, Rounding { decimals, ..rounding })
}

/// Spells points given by a branch within a sentence: `0,75 điểm`.
pub fn points(points: &Points) -> Text {
    say!("{n} điểm", "{n} points", n = exact(points))
}

/// Lists labels of inputs: `“A”, “B”`.
pub fn labels<'a>(terms: &Terms<'_>, ids: impl IntoIterator<Item = &'a crate::figure::InputId>) -> String {
    ids.into_iter().map(|id| terms.label(id)).collect::<Vec<_>>().join(", ")
}
