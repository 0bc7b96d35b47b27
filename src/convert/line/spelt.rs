//! How numbers, days, documents and what stands in brackets are spelt.

use jiff::civil::Date;

use crate::points::Points;
use crate::text::fold::tidy;

/// Tells whether words in brackets only say which of the things before them count: “trừ văn bản mật”, “không tính hồ sơ chứng thực”.
pub fn narrows(inside: &str) -> bool {
    const NARROWING: [&str; 17] = [
        "trừ ",
        "ngoại trừ ",
        "loại trừ ",
        "đã trừ ",
        "không bao gồm ",
        "không gồm ",
        "không kể ",
        "không tính ",
        "không tính đến ",
        "chưa bao gồm ",
        "chưa kể ",
        "bao gồm cả ",
        "gồm cả ",
        "kể cả ",
        "tính cả ",
        "bao gồm ",
        "thuộc ",
    ];
    let plain = tidy(inside).to_lowercase();
    let said = |words: &[&str]| plain.split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word));
    // “Không tính điểm”, “trừ 0,5 điểm” say what is given.
    let gives = said(&["điểm", "đ", "thì", "nếu", "khi", "được", "bị"]);
    let plain_words = plain.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '-' | '/'));
    // “Hoàn thành tốt nhiệm vụ (trở lên)” is of grades.
    plain == "trở lên" || NARROWING.iter().any(|word| plain.starts_with(word)) && plain_words && !gives
}

/// Tells whether brackets hold what the words before them are called for short: “SIPAS”, “TTHC”.
pub fn is_short_for_something(inside: &str) -> bool {
    const SHORTEST: usize = 3;
    let name = inside.trim();
    name.chars().filter(|c| c.is_uppercase()).count() >= SHORTEST && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-' | '&'))
}

/// Reads `31/01/2025`, `31.01.2025`, `31-1-2025`.
pub fn with_year(core: &str) -> Option<Date> {
    let parts: Vec<&str> = core.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    (year.len() == 4).then(|| date(year.parse().ok()?, month, day))?
}

/// Makes a day; `None` for 31/02.
pub fn date(year: i16, month: &str, day: &str) -> Option<Date> {
    let fits = |digits: &str| (1..=2).contains(&digits.len());
    (fits(month) && fits(day)).then(|| Date::new(year, month.parse().ok()?, day.parse().ok()?).ok())?
}

/// Parts the digits that a text begins with from its rest.
pub fn leading_digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(digits, _)| !digits.is_empty())
}

/// Tells whether `01/2026` is a month with its year.
pub fn is_month(core: &str) -> bool {
    let digits = |part: &str, count: usize| part.len() <= count && !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    core.split_once('/').is_some_and(|(month, year)| digits(month, 2) && year.len() == 4 && digits(year, 4))
}

/// Tells whether `2/3` stands before what there are three of.
pub fn of_contents(core: &str, behind: &str) -> bool {
    const THINGS: [&str; 22] = [
        "nội dung",
        "yêu cầu",
        "tiêu chí",
        "nhiệm vụ",
        "chỉ tiêu",
        "mục",
        "báo cáo",
        "quý",
        "điều kiện",
        "văn bản",
        "hạng mục",
        "thành phần",
        "tiêu chuẩn",
        "bước",
        "loại",
        "lĩnh vực",
        "cơ quan",
        "đơn vị",
        "cuộc",
        "nhóm",
        "phần",
        "kỳ",
    ];
    let small = |digits: &str| (1..=2).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    let number = |digits: &str| digits.parse::<u8>().unwrap_or(0);
    let behind = behind.trim_start().to_lowercase();
    let behind = behind.strip_prefix("số ").unwrap_or(&behind);
    core.split_once('/').is_some_and(|(part, whole)| small(part) && small(whole) && number(part) < number(whole))
        && THINGS.iter().any(|thing| behind.starts_with(thing))
}

/// Tells whether a word is the number of a document or a standard: `30/2020/NĐ-CP`, `18-NQ/TW`, `9001:2015`.
pub fn is_document(core: &str) -> bool {
    let capitals = core.split(['/', '-']).skip(1).any(|part| part.chars().count() >= 2 && part.chars().all(char::is_uppercase));
    capitals || core.split_once(':').is_some_and(|(left, right)| left.len() >= 4 && right.len() == 4)
}

/// Reads a number: `90,5`, `1.000`, `04`.
pub fn number(digits: &str) -> Option<Points> {
    let thousands = digits.contains('.') && !digits.contains(',') && digits.split('.').skip(1).all(|part| part.len() == 3);
    let machine = if thousands { digits.replace('.', "") } else { digits.replace(',', ".") };
    Points::parse(&machine)
}
