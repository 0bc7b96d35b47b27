//! Numbers of a text table that the comma of a decimal has parted into two fields.

use super::Heading;
use crate::intake::table::across::Read;
use crate::intake::table::column::{PER_MILLE, speaks_of_numbers, speaks_of_points};
use crate::intake::table::naming::Names;
use crate::intake::table::round::spaced;
use crate::text::fold::bare;

impl Heading {
    /// Finds points that the comma of a decimal may have parted: whole points, and behind them digits where none belong.
    ///
    /// Digits alone, or with the unit of measure behind them, are no reason and no name. In a column of figures they are
    /// suspected where the row is one field short or long, or its reason is digits alone; in one that is only counted in, such
    /// as “Số văn bản”, also where no other row shows how the file writes decimals.
    pub fn cut_number<'f>(&self, fields: &'f [String], decimals: bool) -> Option<(&'f str, &'f str)> {
        let field = |column: u32| fields.get(usize::try_from(column).ok()?).map(|field| field.trim());
        let digits = |field: &&str| !field.is_empty() && field.chars().all(|c| c.is_ascii_digit());
        let width = self.words.keys().last().map_or(0, |last| usize::try_from(*last).unwrap_or(usize::MAX).saturating_add(1));
        let uneven = fields.len() != width;
        self.values.iter().find_map(|Read { column, .. }| {
            let points = field(*column).filter(digits)?;
            let behind = field(column + 1).filter(|field| is_rest_of_number(field))?;
            let counts = self.counts(column + 1);
            let counted = !decimals && self.only_counts(column + 1);
            let shifted = uneven || counted || self.reason(*column).and_then(field).is_some_and(|reason| digits(&reason));
            (!counts || shifted).then_some((points, behind))
        })
    }

    /// Tells whether a column only counts something that is not asked for: “Số văn bản”.
    fn only_counts(&self, column: u32) -> bool {
        let words = self.words_of(column);
        let of_points = speaks_of_points(words) || words.contains(['%', PER_MILLE]);
        let asked = self.ballot == Some(column) || self.values.iter().any(|value| value.column == column) || self.is_named(column);
        spaced(words).starts_with("so ") && !of_points && !asked
    }

    /// Tells whether a column holds rounds, weights or samples.
    fn is_named(&self, column: u32) -> bool {
        [Names::Round, Names::Weight, Names::Sample].iter().any(|names| self.columns(*names).contains(&column))
    }

    /// Tells whether points of a row have decimals, so that it can be seen how the file writes them.
    pub fn shows_decimals(&self, fields: &[String]) -> bool {
        let decimal = |field: &String| {
            field.trim().split_once(['.', ',']).is_some_and(|(whole, behind)| {
                let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
                digits(whole) && digits(behind)
            })
        };
        self.values.iter().any(|Read { column, .. }| usize::try_from(*column).ok().and_then(|at| fields.get(at)).is_some_and(decimal))
    }

    /// Tells whether a column holds numbers.
    fn counts(&self, column: u32) -> bool {
        let known = self.aside.contains(&column) || speaks_of_numbers(self.words_of(column));
        known || self.is_named(column) || self.ballot == Some(column) || self.values.iter().any(|value| value.column == column)
    }
}

/// Tells whether words may be what stands behind the comma of a number: digits alone, or with a unit of measure or a remark
/// in brackets behind them.
fn is_rest_of_number(words: &str) -> bool {
    let behind = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let plain = bare(behind.trim_start());
    behind.len() < words.len() && (plain.is_empty() || plain.starts_with(['(', '%']) || ["d", "diem", "points"].contains(&plain.as_str()))
}
