//! Number formats, as Excel reads them: section by section, by the value. A sign in quotes, behind `_` or `*` or in another
//! section is none.

use jiff::Span;
use jiff::civil::{Date, date};
use ssfmt::ast::{DatePart, FormatPart, Section};
use ssfmt::{DateSystem, FormatOptions};

use super::cell::{Percent, Value};
use super::printed;
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

/// Format of numbers. One that shows every value as it stands is `None` inside.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberFormat(Option<FormatSections>);

/// Format that shows some values in another way, with what each section makes of them.
#[derive(Clone, Debug)]
struct FormatSections {
    format: ssfmt::NumberFormat,
    sections: Vec<Shows>,
}

/// What a section makes of a number.
#[derive(Clone, Debug)]
enum Shows {
    /// A day.
    Day,
    /// What the format writes: a time, a day without its year or with other words.
    Written,
    /// The number, divided by a thousand so many times.
    Number {
        percent: Percent,
        scale: u32,
        /// Words that stand where the number would.
        instead: bool,
        /// Whether words and signs beside it make it something else where it is above zero, and where it is below.
        changed: [bool; 2],
    },
}

impl NumberFormat {
    /// Reads the code of a format. What no program could have written shows numbers as they stand.
    pub fn parse(code: &str) -> Self {
        if code.len() > LONGEST {
            return Self(None);
        }
        let Some(format) = quietly(|| ssfmt::NumberFormat::parse(code).ok()).flatten() else { return Self(None) };
        let several = format.sections().len() > 1;
        let printed_slash = code.contains("\"/") || code.contains("\\/");
        let sections = format.sections().iter().map(|section| Shows::of(section, several, printed_slash));
        let sections: Vec<Shows> = sections.collect();
        let plain = |shows: &Shows| matches!(shows, Shows::Number { percent: Percent::No, scale: 0, changed: [false, false], .. });
        let words = text_section(&format).is_some_and(|section| section.parts.iter().any(|part| printed(part).is_some()));
        Self((words || !sections.iter().all(plain)).then_some(FormatSections { format, sections }))
    }

    /// Gives a format that has a number instead of a code in every workbook.
    pub fn built_in(id: u32) -> Self {
        match id {
            // Days as they are written in the East of Asia.
            27..=36 | 50..=58 => Self::parse("yyyy/m/d"),
            _ => ssfmt::format_code_from_id(id).map(Self::parse).unwrap_or_default(),
        }
    }

    /// Gives what is shown of a text where that is not the text itself: nothing, as with `;;;`, or more, as with `"chưa "@`.
    pub fn shown_text(&self, text: &str) -> Option<String> {
        let section = text_section(&self.0.as_ref()?.format)?;
        let at = section.parts.iter().position(|part| matches!(part, FormatPart::TextPlaceholder));
        let before: String = section.parts.iter().take(at.unwrap_or(usize::MAX)).filter_map(printed).collect();
        let Some(at) = at else { return Some(if is_blank(&before) { String::new() } else { before }) };
        let behind: String = section.parts.iter().skip(at).filter_map(printed).collect();
        (printed::says_something(&before) || printed::says_something(&behind)).then(|| format!("{before}{text}{behind}"))
    }

    /// Takes a number for what people see of it; `None` for what is none.
    pub fn read(&self, number: f64, epoch: Epoch) -> Option<(Value, Percent)> {
        let points = Points::from_cell(number)?;
        let stands = |points| Some((Value::Number(points), Percent::No));
        let Some(known) = &self.0 else { return stands(points) };
        let Some((section, shows)) = known.of(number) else { return stands(points) };
        let date_system = if epoch == Epoch::Of1904 { DateSystem::Date1904 } else { DateSystem::Date1900 };
        let written = || quietly(|| known.format.format(number, &FormatOptions { date_system, ..FormatOptions::default() }));
        match shows {
            Shows::Day => day(number, epoch).map_or_else(|| stands(points), |day| Some((Value::Date(day), Percent::No))),
            // What people see of 0.0625 is “1:30”, and of a day without its year no day.
            Shows::Written => written().map_or_else(|| stands(points.clone()), |words| Some((Value::Text(words), Percent::No))),
            Shows::Number { percent, scale, instead, changed: [above, below] } => {
                let thousand = Points::from(1_000);
                let seen = (0..*scale).fold(points, |number, _| number.over(&thousand).unwrap_or(number));
                let changed = if number < 0.0 { *below } else { *above };
                let nil = || {
                    let words = words(section.parts.iter());
                    number == 0.0 && (matches!(words.trim(), "" | "-") || *instead && printed::is_nil(&words))
                };
                if changed && !nil() {
                    return Some((Value::Text(shown(section, &seen, *percent)), Percent::No));
                }
                Some((Value::Number(seen), *percent))
            }
        }
    }
}

impl FormatSections {
    /// Gives the section that a number is shown by.
    fn of(&self, number: f64) -> Option<(&Section, &Shows)> {
        let at = section(&self.format, number)?;
        self.format.sections().get(at).zip(self.sections.get(at))
    }
}

impl Shows {
    /// Tells what a section, alone or one of several, makes of numbers. A slash that is only printed makes no fraction.
    fn of(section: &Section, several: bool, printed_slash: bool) -> Self {
        if is_day(section) {
            return if is_whole_day(section) { Self::Day } else { Self::Written };
        }
        if is_time(section) || is_cut(section, printed_slash) {
            return Self::Written;
        }
        let numeric = |part: &FormatPart| is_number(part) || matches!(part, FormatPart::TextPlaceholder);
        let instead = !section.parts.iter().any(numeric);
        let changed = |positive| if section.parts.is_empty() { several } else { instead || changed(section, positive) };
        Self::Number { percent: percent(section), scale: scale(section), instead, changed: [changed(true), changed(false)] }
    }
}

/// Gives the section that shows text.
fn text_section(format: &ssfmt::NumberFormat) -> Option<&Section> {
    let sections = format.sections();
    let of_text = |section: &&Section| section.parts.iter().any(|part| matches!(part, FormatPart::TextPlaceholder));
    sections.get(3).or_else(|| sections.last().filter(of_text))
}

/// Chooses the section that a number is shown by.
fn section(format: &ssfmt::NumberFormat, number: f64) -> Option<usize> {
    let sections = format.sections();
    if format.has_condition() {
        let fits = |section: &&Section| section.condition.is_none_or(|condition| condition.evaluate(number));
        return sections.iter().position(|section| fits(&section)).or(sections.len().checked_sub(1));
    }
    let chosen = match sections.len() {
        2.. if number < 0.0 => 1,
        3.. if number == 0.0 => 2,
        _ => 0,
    };
    Some(chosen)
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
    let Some(last) = section.parts.iter().rposition(is_number) else { return Percent::No };
    let printed: String = section.parts.iter().skip(last + 1).filter_map(printed).collect();
    let printed = printed.trim().trim_matches(['(', ')', ' ']);
    if printed.starts_with(['%', '％']) || printed.ends_with(['%', '％']) { Percent::Printed } else { Percent::No }
}

/// Tells whether a section prints words or signs that make its number something else: `0"‰"`, `"-"0`, `0" (dự kiến)"`.
fn changed(section: &Section, positive: bool) -> bool {
    let numeric = |part: &FormatPart| is_number(part) || matches!(part, FormatPart::TextPlaceholder);
    let Some(first) = section.parts.iter().position(numeric) else { return true };
    let last = section.parts.iter().rposition(numeric).unwrap_or(first);
    let (before, behind) = (words(section.parts.iter().take(first)), words(section.parts.iter().skip(last + 1)));
    printed::changes(&before, &behind, positive)
}

/// Tells whether something is printed between the digits of a number, but for marks before each three of them: `00"/"00`.
fn is_cut(section: &Section, printed_slash: bool) -> bool {
    let parts = &section.parts;
    let (Some(first), Some(last)) = (parts.iter().position(is_number), parts.iter().rposition(is_number)) else { return false };
    if printed_slash && parts.iter().any(|part| matches!(part, FormatPart::Fraction { .. })) {
        return true;
    }
    let mut rest = parts.get(first..=last).unwrap_or_default();
    while let Some(at) = rest.iter().position(|part| printed(part).is_some()) {
        let behind = rest.get(at + 1..).unwrap_or_default();
        let digits = behind.iter().take_while(|part| matches!(part, FormatPart::Digit(_))).count();
        let ends = !behind.get(digits).is_some_and(|part| matches!(part, FormatPart::ThousandsSeparator));
        let blank = rest.get(at).and_then(printed).is_some_and(is_blank);
        let group = rest.get(at).and_then(printed).is_some_and(|mark| matches!(mark.trim(), "" | "."));
        // A blank before a sign at the end: `0 %`.
        if !(blank && digits == 0 || group && digits == 3 && ends) {
            return true;
        }
        rest = behind;
    }
    false
}

/// Counts how often a section divides its number by a thousand: commas with no digit behind them.
fn scale(section: &Section) -> u32 {
    let comma = |part: &&FormatPart| matches!(part, FormatPart::ThousandsSeparator);
    let ends =
        |at: usize| !section.parts.iter().skip(at).find(|part| !comma(part)).is_some_and(|part| matches!(part, FormatPart::Digit(_)));
    let counted = section.parts.iter().enumerate().filter(|(at, part)| comma(part) && ends(*at)).count();
    u32::try_from(counted).unwrap_or(u32::MAX).min(9)
}

/// Tells whether a section shows a day as a whole, with no words but those of days: a month alone is none.
fn is_whole_day(section: &Section) -> bool {
    use DatePart::{
        BuddhistYear2, BuddhistYear2Alt, BuddhistYear4, BuddhistYear4Alt, Day, Day2, Month, Month2, MonthAbbr, MonthFull, Year2, Year3,
        Year4,
    };
    let shows = |parts: &[DatePart]| section.parts.iter().any(|part| matches!(part, FormatPart::DatePart(part) if parts.contains(part)));
    let day = shows(&[Day, Day2]);
    let month = shows(&[Month, Month2, MonthAbbr, MonthFull]);
    let year = shows(&[Year2, Year3, Year4]) && !shows(&[BuddhistYear2, BuddhistYear2Alt, BuddhistYear4, BuddhistYear4Alt]);
    let words: String = section.parts.iter().filter_map(printed).collect::<Vec<_>>().join(" ");
    day && month && year && printed::of_day(&words)
}

/// Tells whether a part shows digits of a number.
const fn is_number(part: &FormatPart) -> bool {
    use FormatPart::{DecimalPoint, Digit, Fraction, GeneralNumber, Percent, Scientific, ThousandsSeparator};
    matches!(part, Digit(_) | DecimalPoint | ThousandsSeparator | Percent | Scientific { .. } | Fraction { .. } | GeneralNumber)
}

/// Gives what people see of a number in a section: its words, and the number as it is written in Vietnamese.
fn shown(section: &Section, number: &Points, percent: Percent) -> String {
    let numeric = |part: &FormatPart| is_number(part) || matches!(part, FormatPart::TextPlaceholder);
    let first = section.parts.iter().position(numeric);
    let before = words(section.parts.iter().take(first.unwrap_or(usize::MAX)));
    let Some(first) = first else { return before };
    let behind = words(section.parts.iter().skip(first + 1));
    let number = match percent {
        Percent::OfHundred => format!("{}%", (number * &Points::hundred()).plain_vi()),
        Percent::Printed | Percent::No => number.plain_vi(),
    };
    format!("{before}{number}{behind}")
}

/// Gives what parts print, with the signs that fill a cell, once, where they are no lines or blanks.
fn words<'a>(parts: impl Iterator<Item = &'a FormatPart>) -> String {
    let mut words = String::new();
    for part in parts {
        match part {
            FormatPart::Fill(sign) if !matches!(sign, ' ' | '-' | '_' | '.' | '*' | '%') => words.push(*sign),
            _ => words.push_str(printed(part).unwrap_or_default()),
        }
    }
    words
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
