//! Sentences with figures that are spelt differently in each language.

use super::Terms;
use crate::points::{Points, Rounding, RoundingMode};
use crate::text::{Lang, Text};

/// Makes a [`Text`] like [`text!`](crate::text!), in which the values named after the sentences are texts of two languages.
macro_rules! say {
    ($vi:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $crate::text::Text::from($value);)*
        $crate::text::Text::new(
            { $(let $name = &$name.vi;)* format!($vi) },
            { $(let $name = &$name.en;)* $crate::text::one_point(format!($en)) },
        )
    }};
}
pub(super) use say;

/// Spells an exact figure: `703.938` and `703,938`.
pub fn exact(points: &Points) -> Text {
    Text::new(points.plain_vi(), points.plain_in(Lang::En))
}

/// Spells a figure as it is printed.
pub fn printed(points: &Points, rounding: Rounding) -> Text {
    Text::new(rounding.vietnamese(points), rounding.spelled(points, Lang::En))
}

/// Figure as it is spelt.
#[derive(Clone, Debug, Default)]
pub struct Spelt {
    /// Its digits.
    pub words: Text,
    /// What a reader works on with.
    pub value: Points,
}

/// Spells a figure exactly, as [`exact`] does.
pub fn whole(points: &Points) -> Spelt {
    Spelt { words: exact(points), value: points.clone() }
}

/// Spells a rate as it is printed, with as many more decimals as it takes to come, from what is spelt, to what the reader is
/// told: 22,448% of 10 are 2,24, where 22,45% would be 2,25. `comes_to` gives what a value comes to.
///
/// Where no end of decimals is enough, since what is told is half a digit itself, the decimals go on: `0,8333…%` of 3.
pub fn rate<T: PartialEq>(rate: &Points, rounding: Rounding, comes_to: impl Fn(&Points) -> T) -> Spelt {
    let told = comes_to(rate);
    let least = if rate.is_whole() { 0 } else { rounding.decimals.max(2) };
    let same = |decimals: &u8| comes_to(&rate.round(*decimals, rounding.mode)) == told;
    if let Some(decimals) = (least..12).find(same) {
        return Spelt { words: printed(rate, Rounding { decimals, ..rounding }), value: rate.round(decimals, rounding.mode) };
    }
    let begun = printed(rate, Rounding { decimals: least + 2, mode: RoundingMode::Truncate, ..rounding });
    Spelt { words: say!("{begun}…", "{begun}…", begun = begun), value: rate.clone() }
}

/// Spells points given by a branch within a sentence: `0,75 điểm`.
pub fn points(points: &Points) -> Text {
    say!("{n} điểm", "{n} points", n = exact(points))
}

/// Lists labels of inputs: `“A”, “B”`.
pub fn labels<'a>(terms: &Terms<'_>, ids: impl IntoIterator<Item = &'a crate::figure::InputId>) -> String {
    ids.into_iter().map(|id| terms.label(id)).collect::<Vec<_>>().join(", ")
}
