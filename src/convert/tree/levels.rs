//! Which numbers stand above which, where words before them or headings without a number make levels of their own:
//! “Tiêu chí 1”, “Chỉ tiêu 1”, “1.”.

use crate::convert::over::OVER;
use crate::convert::rows::{Kind, Row};
use crate::intake::stt::{Number, Style};

/// Levels of numbers without parts, the highest first: the word before them, or their style.
#[derive(Debug, Default)]
pub struct Levels(Vec<(Style, &'static str)>);

impl Levels {
    /// Finds the levels of a table; none where its numbers alone say what stands above what.
    pub fn of(rows: &[Row]) -> Self {
        let mut order = Vec::new();
        let mut used: Vec<((Style, &'static str), u32)> = Vec::new();
        let mut needed = false;
        for row in rows.iter().filter(|row| row.kind == Kind::Criterion) {
            let Some(level) = level(row) else { continue };
            if !order.contains(&level) {
                order.push(level);
            }
            needed |= level.1 == OVER;
            let Some(n) = row.number.as_ref().and_then(|number| number.first().first().copied()) else { continue };
            // The same number at two levels of one style: a word tells them apart.
            needed |= used.iter().any(|(other, m)| *m == n && other.0 == level.0 && *other != level);
            used.push((level, n));
        }
        if needed { Self(order) } else { Self::default() }
    }

    /// Gives the level of a row, from the top; `None` where its number says it.
    pub fn rank(&self, row: &Row) -> Option<usize> {
        let level = level(row)?;
        self.0.iter().position(|one| *one == level)
    }

    /// Gives the level of numbers without a word, which `1.1` stands below, too.
    pub fn plain(&self) -> usize {
        self.0.iter().position(|one| *one == (Style::Dotted, "")).unwrap_or(usize::MAX)
    }
}

/// Gives the level of a row: of a number without parts, or of a heading over rows that it is the sum of.
fn level(row: &Row) -> Option<(Style, &'static str)> {
    match &row.number {
        Some(Number { style: Style::Lower, .. }) => None,
        Some(number) if number.first().len() == 1 => Some((number.style, row.word.unwrap_or_default())),
        Some(_) => None,
        None => row.word.filter(|word| *word == OVER).map(|word| (Style::Dotted, word)),
    }
}
