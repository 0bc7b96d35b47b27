//! Number formats, as Excel reads them: section by section, by the value. A sign in quotes, behind `_` or `*` or in another
//! section is none.

use jiff::Span;
use jiff::civil::{Date, date};
use ssfmt::FormatOptions;
use ssfmt::ast::{DatePart, FormatPart, Section};

use super::cell::{Percent, Value};
use super::quiet::quietly;
use crate::points::Points;
use crate::text::fold::is_blank;

/// Longest code that is read: Excel itself takes 255 letters.
const LONGEST: usize = 1_000;

/// Day that serial numbers count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    /// That of nearly all workbooks.
    #[default]
    Of1900,
    /// That of old ones from a Mac.
    Of1904,
}

/// Format of numbers. One that shows every number as it stands is `None` inside.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberFormat(Option<ssfmt::NumberFormat>);

impl NumberFormat {
    /// Reads the code of a format. What no program could have written shows numbers as they stand.
    pub fn parse(code: &str) -> Self {
        if code.len() > LONGEST {
            return Self(None);
        }
        let format = quietly(|| ssfmt::NumberFormat::parse(code).ok()).flatten();
        Self(format.filter(|format| {
            format
                .sections()
                .iter()
                .any(|section| is_day(section) || is_time(section) || percent(section) != Percent::No || says_more(section, format, true))
        }))
    }

    /// Gives a format that has a number instead of a code in every workbook.
    pub fn built_in(id: u32) -> Self {
        match id {
            // Days as they are written in the East of Asia.
            27..=36 | 50..=58 => Self::parse("yyyy/m/d"),
            _ => ssfmt::format_code_from_id(id).map(Self::parse).unwrap_or_default(),
        }
    }

    /// Tells whether text shows nothing in a cell of this format, as with `;;;`.
    pub fn hides_text(&self) -> bool {
        let Some(format) = &self.0 else { return false };
        let shows = |part: &FormatPart| matches!(part, FormatPart::TextPlaceholder) || printed(part).is_some_and(|words| !is_blank(words));
        format.sections().get(3).is_some_and(|section| !section.parts.iter().any(shows))
    }

    /// Takes a number for what people see of it; `None` for what is none.
    pub fn read(&self, number: f64, epoch: Epoch) -> Option<(Value, Percent)> {
        let points = Points::from_cell(number)?;
        let Some(section) = self.0.as_ref().and_then(|format| section(format, number)) else {
            return Some((Value::Number(points), Percent::No));
        };
        if is_day(section)
            && let Some(day) = day(number, epoch)
        {
            return Some((Value::Date(day), Percent::No));
        }
        // A time of day is no number: what people see of 0.0625 is “1:30”.
        if is_time(section)
            && let Some(time) = self.0.as_ref().and_then(|format| quietly(|| format.format(number, &FormatOptions::default())))
        {
            return Some((Value::Text(time), Percent::No));
        }
        let percent = percent(section);
        if number != 0.0 && self.0.as_ref().is_some_and(|format| says_more(section, format, number > 0.0)) {
            return Some((Value::Text(shown(section, &points, percent)), Percent::No));
        }
        Some((Value::Number(points), percent))
    }
}

/// Chooses the section that a number is shown by.
fn section(format: &ssfmt::NumberFormat, number: f64) -> Option<&Section> {
    let sections = format.sections();
    if format.has_condition() {
        let fits = |section: &&Section| section.condition.is_none_or(|condition| condition.evaluate(number));
        return sections.iter().find(fits).or(sections.last());
    }
    let chosen = match sections.len() {
        2.. if number < 0.0 => 1,
        3.. if number == 0.0 => 2,
        _ => 0,
    };
    sections.get(chosen)
}

/// Tells whether a section shows a time of day, or a span of time, and no day.
fn is_time(section: &Section) -> bool {
    let timed = |part: &FormatPart| matches!(part, FormatPart::DatePart(_) | FormatPart::Elapsed(_));
    section.parts.iter().any(timed) && !is_day(section)
}

/// Tells whether a section shows a day; a time of day alone is none.
fn is_day(section: &Section) -> bool {
    let of_day = |part: &FormatPart| match part {
        FormatPart::DatePart(part) => !matches!(
            part,
            DatePart::Hour
                | DatePart::Hour2
                | DatePart::Minute
                | DatePart::Minute2
                | DatePart::Second
                | DatePart::Second2
                | DatePart::SubSecond(_)
        ),
        _ => false,
    };
    section.parts.iter().any(of_day)
}

/// Tells how a section shows a percentage: by Excel's sign, or by one printed right behind the number or at the end.
fn percent(section: &Section) -> Percent {
    if section.has_percent() {
        return Percent::OfHundred;
    }
    let is_number = |part: &FormatPart| part.is_numeric_part() || matches!(part, FormatPart::GeneralNumber);
    let Some(last) = section.parts.iter().rposition(is_number) else { return Percent::No };
    let printed: String = section.parts.iter().skip(last + 1).filter_map(printed).collect();
    let printed = printed.trim().trim_matches(['(', ')', ' ']);
    if printed.starts_with(['%', '％']) || printed.ends_with(['%', '％']) { Percent::Printed } else { Percent::No }
}

/// Tells whether a section prints words or signs that make its number something else, or no number at all: `0"‰"`, `"không"`,
/// `"-"0`, `0"% (năm 2025)"`, nothing.
fn says_more(section: &Section, format: &ssfmt::NumberFormat, positive: bool) -> bool {
    // `General` alone has no parts, as have the sections of `;;;`, which show nothing.
    if section.parts.is_empty() {
        return format.sections().len() > 1;
    }
    let numeric = |part: &FormatPart| {
        part.is_numeric_part() || part.is_date_part() || matches!(part, FormatPart::GeneralNumber | FormatPart::TextPlaceholder)
    };
    let Some(first) = section.parts.iter().position(numeric) else { return true };
    let before: String = section.parts.iter().take(first).filter_map(printed).collect();
    let behind: String = section.parts.iter().skip(first).filter_map(printed).collect();
    // What stands behind a number names its unit of measure, but for digits and another unit than per cent.
    let other = |c: char| c.is_ascii_digit() || c == '‰';
    before.contains(|c: char| c.is_alphanumeric() || (positive && matches!(c, '-' | '−'))) || behind.contains(other)
}

/// Gives what people see of a number in a section: its words, and the number as it is written in Vietnamese.
fn shown(section: &Section, number: &Points, percent: Percent) -> String {
    let is_number = |part: &FormatPart| part.is_numeric_part() || matches!(part, FormatPart::GeneralNumber);
    let first = section.parts.iter().position(is_number);
    let before: String = section.parts.iter().take(first.unwrap_or(usize::MAX)).filter_map(printed).collect();
    let Some(first) = first else { return before };
    let behind: String = section.parts.iter().skip(first + 1).filter_map(printed).collect();
    let number = match percent {
        Percent::OfHundred => format!("{}%", (number * &Points::hundred()).plain_vi()),
        Percent::Printed | Percent::No => number.plain_vi(),
    };
    format!("{before}{number}{behind}")
}

/// Gives what a part prints as it stands.
fn printed(part: &FormatPart) -> Option<&str> {
    match part {
        FormatPart::Literal(words) | FormatPart::EscapedLiteral(words) => Some(words),
        FormatPart::Locale(locale) => locale.currency.as_deref(),
        _ => None,
    }
}

/// Gives the day of a serial number. Excel's 29/02/1900 and day 0 are none.
fn day(serial: f64, epoch: Epoch) -> Option<Date> {
    let whole: i64 = format!("{:.0}", serial.floor()).parse().ok()?;
    let from = match (epoch, whole) {
        (Epoch::Of1904, 0..) => date(1904, 1, 1),
        (Epoch::Of1900, 1..=59) => date(1899, 12, 31),
        (Epoch::Of1900, 61..) => date(1899, 12, 30),
        _ => return None,
    };
    let last = date(9999, 12, 31);
    (whole < 3_000_000).then(|| from.checked_add(Span::new().days(whole)).ok()).flatten().filter(|day| *day <= last)
}
