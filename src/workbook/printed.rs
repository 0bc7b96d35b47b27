//! What a number format prints beside a number: its unit of measure, or words and signs that make it something else.

use jiff::civil::Date;

use crate::points::Points;
use crate::text::fold::{bare, fold, is_blank};

/// Words behind a number that change what it says, however it is measured.
const CHANGES: [&str; 52] = [
    "dự kiến",
    "du kien",
    "ước",
    "uoc tinh",
    "ước tính",
    "khoảng",
    "xấp xỉ",
    "gần",
    "hơn",
    "dưới",
    "trên",
    "chưa",
    "chua",
    "không",
    "khong",
    "tạm",
    "tạm tính",
    "nghìn",
    "nghin",
    "ngàn",
    "trăm",
    "chục",
    "triệu",
    "trieu",
    "tỷ",
    "tỉ",
    "tr",
    "k",
    "x",
    "kh",
    "năm trước",
    "nam truoc",
    "năm ngoái",
    "kỳ trước",
    "cùng kỳ",
    "cũ",
    "mục tiêu",
    "được giao",
    "giao",
    "phấn đấu",
    "trở lên",
    "trở xuống",
    "tối đa",
    "tối thiểu",
    "nếu",
    "hoặc",
    "thiếu",
    "sai",
    "hủy",
    "dự thảo",
    "tăng",
    "giảm",
];
/// Words that show a zero as what it is.
const NIL: [&str; 5] = ["khong", "khong co", "khong phat sinh", "no", "0"];
/// Names of money before a number, bare; `₫` and its kind are signs.
const MONEY: [&str; 3] = ["d", "vnd", "usd"];
/// Words beside the numbers of a day, bare.
const OF_DAYS: [&str; 10] = ["ngay", "thang", "nam", "thg", "thu", "luc", "hoi", "h", "gio", "t"];

/// Tells whether words and signs before and behind a number make it something else, or none: `≈80`, `80?`, `80 (dự kiến)`.
pub fn changes(before: &str, behind: &str, positive: bool) -> bool {
    changes_before(before, positive) || changes_behind(behind)
}

/// Tells whether words that are shown in place of zero say no more than zero.
pub fn is_nil(words: &str) -> bool {
    !words.contains(char::is_alphanumeric) || NIL.contains(&bare(words).as_str())
}

/// Tells whether words before or behind what a cell says are more than punctuation.
pub fn says_something(words: &str) -> bool {
    !is_blank(words) && words.contains(|c: char| !c.is_whitespace() && !matches!(c, '.' | ',' | ';' | ':' | '-' | '•' | '"' | '\''))
}

/// Tells whether words between the numbers of a day are those of days: no other words, no digits, no signs of doubt.
pub fn of_day(words: &str) -> bool {
    let plain = bare(words);
    let known = plain.split(|c: char| !c.is_alphanumeric()).all(|word| word.is_empty() || OF_DAYS.contains(&word));
    known && !plain.contains(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '/' | '-' | '.' | ',' | ':' | ';'))
}

/// Tells whether a cell that shows `shown` for a number says more than the number: other words and signs, or other digits than
/// its own, those of a hundred of it, or those of either as rounded.
pub fn differs(shown: &str, number: &Points) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (shown.find(is_digit), shown.rfind(is_digit)) else {
        return !number.is_zero() || !is_nil(shown);
    };
    let (before, behind) = (shown.get(..first).unwrap_or_default(), shown.get(last + 1..).unwrap_or_default());
    if changes(before, behind, number.is_positive()) {
        return true;
    }
    let middle = shown.get(first..=last).unwrap_or_default();
    // A fraction, a power of ten, a time of day.
    if middle.contains(|c: char| !is_digit(c) && !matches!(c, '.' | ',' | '\'' | ' ' | '\u{A0}' | '\u{202F}')) {
        return middle.contains(|c: char| !is_digit(c) && !c.is_whitespace() && !matches!(c, '.' | ',' | '/' | 'E' | '+' | '-'));
    }
    let digits: String = middle.chars().filter(|c| is_digit(*c)).collect();
    let decimals = middle.rfind(['.', ',']).map_or(0, |at| middle.len() - at - 1);
    let near = |number: &Points, decimals: usize| {
        let unit = Points::parse(&format!("1{}", "0".repeat(decimals))).unwrap_or_default();
        let shown = Points::parse(&digits).unwrap_or_default();
        (&(&number.abs() * &unit) - &shown).abs() <= Points::one()
    };
    let hundred = number * &Points::hundred();
    ![0, decimals].iter().any(|decimals| *decimals < 30 && (near(number, *decimals) || near(&hundred, *decimals)))
}

/// Tells whether a cell that shows `shown` for a day shows no more than a part of it, another year, or a doubt.
pub fn hides_day(shown: &str, day: Date) -> bool {
    if is_blank(shown) {
        return false;
    }
    let numbers: Vec<u32> = shown.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
    let year = u16::try_from(day.year()).unwrap_or_default();
    let has = |number: u16| numbers.contains(&number.into());
    let signs = shown.contains(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '/' | '-' | '.' | ',' | ':' | ';'));
    signs
        || !has(day.day().unsigned_abs().into())
        || !(has(year) || has(year % 100))
        || CHANGES.iter().any(|change| has_words(&fold(shown), change))
}

/// Tells it of what stands before a number.
fn changes_before(words: &str, positive: bool) -> bool {
    let plain = bare(words);
    let named = plain.trim_matches(|c: char| !c.is_alphanumeric());
    let allowed =
        |c: char| c.is_whitespace() || is_money(c) || matches!(c, '(' | '[' | '+' | '"' | '\'' | ':' | '.') || (c == '-' && !positive);
    !MONEY.contains(&named) && plain.contains(|c: char| !allowed(c))
        || MONEY.contains(&named) && !plain.replace(named, "").chars().all(allowed)
}

/// Tells it of what stands behind a number: letters name a unit of measure, but for those that change what is said.
fn changes_behind(words: &str) -> bool {
    let folded = fold(words);
    let inside = |words: &str| {
        let words = words.trim();
        words
            .strip_prefix('(')
            .and_then(|words| words.strip_suffix(')'))
            .is_some_and(|words| ["%", "diem", "d"].contains(&bare(words).trim()))
    };
    if inside(&folded) {
        return false;
    }
    let mut worded = false;
    for c in folded.trim().trim_end_matches(')').chars() {
        let measure = c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c);
        worded |= measure;
        if !(measure
            || c.is_whitespace()
            || is_money(c)
            || matches!(c, '%' | '％' | '.' | ',' | ';' | ']' | '"' | '\'')
            || (c == '/' && worded))
        {
            return true;
        }
    }
    CHANGES.iter().any(|change| has_words(&folded, change))
}

/// Tells whether words stand in folded text, as whole words.
fn has_words(folded: &str, words: &str) -> bool {
    let said: Vec<&str> = folded.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation()).filter(|word| !word.is_empty()).collect();
    let looked: Vec<String> = fold(words).split(' ').map(str::to_owned).collect();
    said.windows(looked.len()).any(|some| some.iter().eq(looked.iter()))
}

/// Tells whether a sign is that of a currency.
const fn is_money(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{20A0}'..='\u{20CF}')
}
