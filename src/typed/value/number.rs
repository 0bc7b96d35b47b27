//! Numbers as people type them: decimal comma and point, thousands dots, blanks between digits, a sign, `%`.

use crate::points::Points;

/// What a typed number can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// One meaning.
    One(Points),
    /// A single separator before three digits: with decimals, or in thousands.
    Two {
        /// Read with decimals: 1.149 is a little over 1.
        decimal: Points,
        /// Read in thousands: 1.149 is over a thousand.
        thousands: Points,
    },
    /// No number.
    None,
}

/// Number with what stood behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What it can mean.
    pub reading: Reading,
    /// What follows the digits, tidied: `%`, `hồ sơ`, nothing.
    pub measure: String,
}

/// Reads a number that stands in one line of tidied text.
pub fn read(text: &str) -> Typed {
    let (sign, rest) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))).unwrap_or(rest.len());
    let (digits, measure) = rest.split_at(end);
    let reading = match separated(digits.trim()) {
        Some((decimal, None)) => Points::parse(&format!("{sign}{decimal}")).map_or(Reading::None, Reading::One),
        Some((decimal, Some(thousands))) => {
            match (Points::parse(&format!("{sign}{decimal}")), Points::parse(&format!("{sign}{thousands}"))) {
                (Some(decimal), Some(thousands)) => Reading::Two { decimal, thousands },
                _ => Reading::None,
            }
        }
        None => Reading::None,
    };
    Typed { reading, measure: measure.trim().to_owned() }
}

/// Turns digits with separators into machine decimals: the reading, and the one in thousands where both are possible.
fn separated(digits: &str) -> Option<(String, Option<String>)> {
    let blank_free = if digits.contains(' ') { ungroup(digits, ' ')? } else { digits.to_owned() };
    let digits = blank_free.as_str();
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    match (points, commas) {
        (0, 0) => Some((digits.to_owned(), None)),
        (1, 0) => one(digits, '.'),
        (0, 1) => one(digits, ','),
        (_, 0) => ungroup(digits, '.').map(|whole| (whole, None)),
        (0, _) => ungroup(digits, ',').map(|whole| (whole, None)),
        (_, 1) if digits.rfind(',') > digits.rfind('.') => both(digits, '.', ','),
        (1, _) if digits.rfind('.') > digits.rfind(',') => both(digits, ',', '.'),
        _ => None,
    }
}

/// Reads a single separator: before three digits, and behind one to three that don't begin with 0, it has two meanings.
fn one(digits: &str, mark: char) -> Option<(String, Option<String>)> {
    let (whole, fraction) = digits.split_once(mark)?;
    if whole.is_empty() || fraction.is_empty() {
        return None;
    }
    let thousands = fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
    Some((format!("{whole}.{fraction}"), thousands.then(|| format!("{whole}{fraction}"))))
}

/// Reads `1.234,5` and `1,234.5`: the last separator stands before decimals.
fn both(digits: &str, group: char, mark: char) -> Option<(String, Option<String>)> {
    let (whole, fraction) = digits.split_once(mark)?;
    let whole = ungroup(whole, group)?;
    (!fraction.is_empty()).then(|| (format!("{whole}.{fraction}"), None))
}

/// Drops separators between groups of three digits; `None` where the groups are not of three. What stands behind
/// another separator is left alone.
fn ungroup(digits: &str, mark: char) -> Option<String> {
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != mark).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    (grouped && !rest.contains(mark)).then(|| format!("{}{rest}", whole.replace(mark, "")))
}
