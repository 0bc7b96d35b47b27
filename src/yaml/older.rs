//! What readers of YAML 1.1 take a text without quotes for: many programs read that version still.
//!
//! Source: <https://yaml.org/type/>, for which `no` is false, `1:30` is ninety and `010` is eight.

use crate::text;
use crate::text::Text;

/// Tells what a text means to a reader of YAML 1.1, where that isn't the text itself.
///
/// A number that reads back as it is written, such as `3.1`, does no harm; `1.10` comes back as 1.1.
pub fn meaning(words: &str) -> Option<Text> {
    match words {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => Some(text!("“đúng” (true)", "true")),
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => Some(text!("“sai” (false)", "false")),
        "~" | "null" | "Null" | "NULL" => Some(text!("để trống (null)", "nothing (null)")),
        "=" | "<<" => Some(text!("ký hiệu riêng của YAML", "a sign of YAML's own")),
        _ if is_day(words) => Some(text!("một ngày", "a day")),
        _ if is_number(words) && !reads_back(words) => Some(text!("một số", "a number")),
        _ => None,
    }
}

/// Tells whether a text is a day, with or without an hour.
fn is_day(words: &str) -> bool {
    let (day, hour) = words.split_once(['T', 't', ' ']).map_or((words, ""), |(day, hour)| (day, hour));
    let parts: Vec<&str> = day.split('-').collect();
    let digits = |part: &&str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let [year, month, of_month] = parts.as_slice() else { return false };
    let hour = hour.is_empty() || hour.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'Z' | b'+' | b'-' | b' '));
    year.len() == 4 && digits(year, 4) && digits(month, 2) && digits(of_month, 2) && hour
}

/// Tells whether a text is a number: whole, in base 2, 8, 16 or 60, or with decimals.
fn is_number(words: &str) -> bool {
    let bare = words.strip_prefix(['+', '-']).unwrap_or(words);
    let all = |digits: &str, of: fn(u8) -> bool| digits.bytes().any(of) && digits.bytes().all(|b| of(b) || b == b'_');
    if let Some(digits) = bare.strip_prefix("0x") {
        return all(digits, |b| b.is_ascii_hexdigit());
    }
    if let Some(digits) = bare.strip_prefix("0b") {
        return all(digits, |b| matches!(b, b'0' | b'1'));
    }
    if let Some(digits) = bare.strip_prefix("0o") {
        return all(digits, |b| matches!(b, b'0'..=b'7'));
    }
    if matches!(bare.to_ascii_lowercase().as_str(), ".inf" | ".nan") {
        return true;
    }
    if !bare.starts_with(|c: char| c.is_ascii_digit() || c == '.') || !bare.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let (mantissa, exponent) = bare.split_once(['e', 'E']).map_or((bare, None), |(number, power)| (number, Some(power)));
    let power = exponent.is_none_or(|power| all(power.strip_prefix(['+', '-']).unwrap_or(power), |b| b.is_ascii_digit()));
    let mut sixties = mantissa.split(':');
    let leading = sixties.next().unwrap_or_default();
    let fine = |b: u8| b.is_ascii_digit() || b == b'_' || b == b'.';
    power
        && leading.bytes().all(fine)
        && mantissa.matches('.').count() <= 1
        && sixties.all(|part| (1..=2).contains(&part.split('.').next().unwrap_or_default().len()) && part.bytes().all(fine))
}

/// Tells whether a number comes back as it is written.
fn reads_back(words: &str) -> bool {
    let bare = words.strip_prefix('-').unwrap_or(words);
    let (whole, fraction) = bare.split_once('.').map_or((bare, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let whole = digits(whole) && (whole == "0" || !whole.starts_with('0'));
    whole && fraction.is_none_or(|fraction| digits(fraction) && !fraction.ends_with('0')) && bare.len() <= 15 && words != "-0"
}
