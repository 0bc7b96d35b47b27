//! Days as people type them: `05/3/2020`, `5.3.2020`, `05-03-2020`, `2020-03-05`, `ngày 05 tháng 3 năm 2020`.

use jiff::civil::Date;

use crate::text::fold::bare;

/// What a typed day means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A day.
    Day(Date),
    /// A day whose year was typed with two digits, taken for 20xx.
    ShortYear(Date),
    /// No day: 31/02/2020, `tháng 3/2020`.
    None,
}

/// Reads a day out of text that holds nothing else, but for a time of day.
pub fn read(text: &str) -> Reading {
    let folded = bare(text);
    let folded = folded.strip_prefix("ngay").unwrap_or(&folded).trim();
    let folded = without_hour(folded.trim_end_matches(['.', ',', ';']));
    let worded = folded.replace("thang", "/").replace("nam", "/");
    let Some(numbers) = numbers(&worded) else { return Reading::None };
    match numbers.as_slice() {
        [year, month, day] if year.len() == 4 && worded == folded => date(year, month, day).map_or(Reading::None, Reading::Day),
        [day, month, year] if year.len() == 4 => date(year, month, day).map_or(Reading::None, Reading::Day),
        [day, month, year] if year.len() == 2 => date(&format!("20{year}"), month, day).map_or(Reading::None, Reading::ShortYear),
        _ => Reading::None,
    }
}

/// Drops a time of day behind a day: `14:30`, `14:30:00`, `14h30`.
fn without_hour(folded: &str) -> &str {
    let Some((day, hour)) = folded.rsplit_once(' ') else { return folded };
    let parts: Vec<&str> = hour.split([':', 'h']).collect();
    let numbers = parts.iter().all(|part| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    let is_hour = parts.len() > 1 && numbers && parts.first().is_some_and(|hour| hour.parse().is_ok_and(|hour: u8| hour < 24));
    if is_hour { day.trim_end() } else { folded }
}

/// Takes a day out of a spreadsheet's serial number, for the years 2000 to 2100; `None` for any other number.
pub fn from_serial(serial: i64) -> Option<Date> {
    let day = (36_526..=73_415).contains(&serial).then_some(serial)?;
    jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(day)).ok()
}

/// Splits three numbers that one kind of mark, or blanks, stand between.
fn numbers(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let all_digits = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(all_digits)).then_some(parts)
}

/// Makes a day; `None` for 31/02.
fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    (month.len() <= 2 && day.len() <= 2).then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())?
}
