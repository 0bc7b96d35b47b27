//! What the decision's own words leave unsaid of a rule, and whoever fills in a form has to know: last days, and which part
//! applies to whom.

use jiff::civil::Date;

use super::Rule;
use crate::rule::Terms;
use crate::rule::say::say;
use crate::text::Text;

impl Rule {
    /// Lists what `text` does not say of the rule, a line each.
    pub(super) fn unsaid(&self, text: &str, leaf: &Terms<'_>) -> Vec<Text> {
        match self {
            Self::Deadline(_) => {
                let lines = self.faces().wording(leaf).into_iter();
                lines.filter(|line| day_of(&line.vi).is_some_and(|day| !says_day(text, day))).collect()
            }
            Self::SumOf(rule) => rule.unsaid(text, leaf),
            Self::BestOf(rule) => rule.unsaid(text, leaf),
            _ => Vec::new(),
        }
    }
}

/// Puts what a line is of before it.
pub fn of(what: &Text, line: Text) -> Text {
    say!("{what}: {line}", "{what}: {line}", what = what.clone(), line = line)
}

/// Gives the day that a line made of a rule says.
fn day_of(line: &str) -> Option<Date> {
    let numbers = numbers(line);
    numbers.windows(3).find_map(|parts| {
        let [(day, "/"), (month, "/"), (year, _)] = parts else { return None };
        Date::new(i16::try_from(*year).ok()?, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?).ok()
    })
}

/// Tells whether a text says a day: `31/01/2026`, `31-1`, `ngày 31 tháng 01 năm 2026`. A year that it leaves out is that of
/// the decision.
fn says_day(text: &str, day: Date) -> bool {
    let numbers = numbers(text);
    numbers.windows(2).enumerate().any(|(n, pair)| {
        let [(first, beside), (second, behind)] = pair else { return false };
        let year = numbers.get(n + 2).filter(|_| is_between(behind)).map(|(year, _)| *year).filter(|year| *year > 31);
        i64::from(day.day()) == *first
            && i64::from(day.month()) == *second
            && is_between(beside)
            && year.is_none_or(|year| year == i64::from(day.year()))
    })
}

/// Tells whether words stand between the parts of one day.
fn is_between(words: &str) -> bool {
    matches!(words.trim(), "/" | "-" | "." | "tháng" | "năm")
}

/// Lists the numbers of a text, each with what stands between it and the next.
fn numbers(text: &str) -> Vec<(i64, &str)> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (_, from) = rest.split_at(start);
        let (digits, behind) = from.split_at(from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len()));
        let between = behind.split_at(behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len())).0;
        numbers.extend(digits.parse().ok().map(|number| (number, between)));
        rest = behind;
    }
    numbers
}
