//! What a schema asks of a single value, in plain words; and which word was probably meant.

use serde_json::Value;

use super::scalar::{Amount, Day, Number, Rate};
use crate::finding::Finding;
use crate::finding::criteria::{BAD_DATE, BAD_NUMBER, OUT_OF_RANGE, WRONG_KIND};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;

/// Names the kind of value that a schema asks for.
pub fn kind_of(schema: &Value) -> Text {
    let has = |name: &str| match schema.get("type") {
        Some(Value::Array(several)) => several.iter().any(|one| one == name),
        one => one.is_some_and(|one| one == name),
    };
    match schema.get("format").and_then(Value::as_str) {
        Some("number") => return text!("một số", "a number"),
        Some("rate") => return text!("một tỷ lệ như 80%", "a rate such as 80%"),
        Some("amount") => return text!("số điểm như 1.5 hoặc tỷ lệ như 75%", "points such as 1.5, or a share such as 75%"),
        Some("date") => return text!("một ngày như 2018-12-31", "a date such as 2018-12-31"),
        _ => {}
    }
    if has("array") {
        text!("danh sách (mỗi mục một dòng bắt đầu bằng “-”)", "a list (a line with “-” for every item)")
    } else if has("object") {
        text!("một nhóm khóa", "a mapping of keys")
    } else if has("boolean") {
        text!("true hoặc false", "true or false")
    } else if has("integer") {
        text!("một số nguyên", "a whole number")
    } else {
        text!("chữ", "text")
    }
}

/// Tells what is wrong with a single value that should be a number, a date and so on; texts are never wrong.
pub fn fault_of(text: &str, schema: &Value, key: &str) -> Option<Finding> {
    let is = |name: &str| {
        schema.get("type").is_some_and(|kind| kind == name || kind.as_array().is_some_and(|all| all.iter().any(|one| one == name)))
    };
    let understood = match schema.get("format").and_then(Value::as_str) {
        Some("number") => Number::parse(text).is_some(),
        Some("rate") => Rate::parse(text).is_some(),
        Some("amount") => Amount::parse(text).is_some(),
        Some("date") => return if Day::parse(text).is_some() { None } else { Some(bad_date(text, key)) },
        _ if is("string") => return None,
        _ if is("boolean") => {
            let help = text!("Viết true (có) hoặc false (không).", "Write true or false.");
            let message = text!("“{key}” phải là true hoặc false, không phải “{text}”", "“{key}” must be true or false, not “{text}”");
            return (!matches!(text, "true" | "false")).then(|| Finding::new(&WRONG_KIND, message).help(help));
        }
        _ if is("integer") => return whole(text, schema, key),
        _ => return None,
    };
    if understood { None } else { Some(negative(text, key).unwrap_or_else(|| bad_number(text, &kind_of(schema), key))) }
}

/// Tells of a number below 0 where only 0 and more makes sense: a rate, a limit of a figure.
fn negative(text: &str, key: &str) -> Option<Finding> {
    let number = text.strip_suffix('%').map_or(text, str::trim_end);
    Points::parse(number).filter(Points::is_negative)?;
    let message = text!("“{key}” là {text}, phải từ 0 trở lên", "“{key}” is {text}, it must be 0 or more");
    let help = text!(
        "Tỷ lệ và số liệu không bao giờ âm; “không có trường hợp nào” viết là 0.",
        "Rates and figures are never negative; “none at all” is 0."
    );
    Some(Finding::new(&OUT_OF_RANGE, message).help(help))
}

/// Tells of a number that can't be read, with its right spelling where that is plain.
fn bad_number(text: &str, wanted: &Text, key: &str) -> Finding {
    let (vi, en) = (&wanted.vi, &wanted.en);
    let message = text!("“{key}” phải là {vi}, không phải “{text}”", "“{key}” must be {en}, not “{text}”");
    let finding = Finding::new(&BAD_NUMBER, message);
    match rewritten(text) {
        Some(right) => finding.help(text!("Viết {right}", "Write {right}")),
        None => finding,
    }
}

/// Takes Vietnamese spelling to the machine's: `1,5` to `1.5`, `1.234,5 %` to `1234.5%`.
fn rewritten(text: &str) -> Option<String> {
    let (digits, percent) = text.strip_suffix('%').map_or((text, ""), |rest| (rest.trim_end(), "%"));
    let (whole, fraction) = digits.split_once(',')?;
    let whole = whole.replace(['.', ' ', '\u{a0}'], "");
    let number = format!("{whole}.{fraction}");
    Points::parse(&number).map(|_| format!("{number}{percent}"))
}

/// Tells of a date that can't be read, with its right spelling where it is day/month/year.
fn bad_date(text: &str, key: &str) -> Finding {
    let message =
        text!("“{key}” phải là một ngày như 2018-12-31, không phải “{text}”", "“{key}” must be a date such as 2018-12-31, not “{text}”");
    // An hour behind the day is of no use: the day counts whole.
    let day = text.split([' ', 'T']).next().unwrap_or(text);
    let parts: Vec<&str> = if day.contains(['/', '-', '.']) { day } else { text }.split(['/', '-', '.']).map(str::trim).collect();
    let right = match parts.as_slice() {
        [day, month, year] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        [year, month, day] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        _ => None,
    };
    let finding = Finding::new(&BAD_DATE, message);
    match right.map(|right| (Day::parse(&right).is_some(), right)) {
        Some((true, right)) => finding.help(text!("Viết {right}", "Write {right}")),
        Some((false, _)) => {
            finding.help(text!("Ngày này không có trong lịch; viết năm-tháng-ngày.", "There is no such day; write year-month-day."))
        }
        None => finding,
    }
}

/// Tells of a whole number that can't be read or is out of range.
fn whole(text: &str, schema: &Value, key: &str) -> Option<Finding> {
    let Ok(number) = text.parse::<i64>() else {
        let message = text!("“{key}” phải là một số nguyên, không phải “{text}”", "“{key}” must be a whole number, not “{text}”");
        return Some(Finding::new(&BAD_NUMBER, message).help(text!("Viết số nguyên bằng chữ số.", "Write a whole number in digits.")));
    };
    if number.to_string() != text {
        let message = text!("“{key}” phải là một số nguyên, không phải “{text}”", "“{key}” must be a whole number, not “{text}”");
        return Some(Finding::new(&BAD_NUMBER, message).help(text!("Viết {number}", "Write {number}")));
    }
    let (least, most) = (schema.get("minimum").and_then(Value::as_i64), schema.get("maximum").and_then(Value::as_i64));
    if least.is_none_or(|least| least <= number) && most.is_none_or(|most| number <= most) {
        return None;
    }
    let message = match (least, most) {
        (Some(least), Some(most)) => {
            text!("“{key}” là {number}, phải từ {least} đến {most}", "“{key}” is {number}, it must be from {least} to {most}")
        }
        (Some(least), None) => text!("“{key}” là {number}, phải từ {least} trở lên", "“{key}” is {number}, it must be {least} or more"),
        (None, most) => {
            let most = most.unwrap_or_default();
            text!("“{key}” là {number}, tối đa {most}", "“{key}” is {number}, at most {most}")
        }
    };
    Some(Finding::new(&OUT_OF_RANGE, message))
}

/// Lists words in quotes, for Vietnamese and English.
pub fn alternatives(words: &[&str]) -> (String, String) {
    let list = words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
    (list.clone(), list)
}

/// Finds the word that was probably meant: diacritics, case and `-` for `_` don't count, a slip or two is forgiven.
pub fn nearest<'a>(written: &str, words: &[&'a str]) -> Option<&'a str> {
    let written = plain(written);
    // “1.4” for “1.1” is another criterion, rather than a slip, as “1.22” for “1.2” is.
    let numbered = written.chars().all(|c| c.is_ascii_digit() || c == '.');
    let fits = |word: &&&str| !numbered || plain(word).chars().count() != written.chars().count();
    let scored = words.iter().filter(fits).map(|word| (strsim::damerau_levenshtein(&written, &plain(word)), *word));
    let forgiven = (written.chars().count() / 3).max(1);
    scored.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= forgiven).map(|(_, word)| word)
}

/// Finds the only one of several words that says all that is written, and more: `index_at_least` for `at_least`.
pub fn said_in<'a>(written: &str, words: &[&'a str]) -> Option<&'a str> {
    let parts = |word: &str| plain(word).split('_').map(str::to_owned).collect::<Vec<String>>();
    let own = parts(written);
    let mut found = words.iter().filter(|word| {
        let all = parts(word);
        own.len() > 1 && own.iter().all(|part| all.contains(part))
    });
    found.next().filter(|_| found.next().is_none()).copied()
}

/// Keys as officials name them in Vietnamese, bare, and the keys that may be meant, the likeliest first.
const VIETNAMESE: [(&str, &[&str]); 44] = [
    ("ten", &["name", "title"]),
    ("ten_tieu_chi", &["name"]),
    ("noi_dung", &["name", "text", "title"]),
    ("tieu_de", &["title"]),
    ("ma", &["id", "set"]),
    ("ma_so", &["id"]),
    ("diem", &["max", "points"]),
    ("diem_toi_da", &["max"]),
    ("toi_da", &["max", "cap"]),
    ("diem_chuan", &["max"]),
    ("thang_diem", &["max"]),
    ("so_diem", &["points", "max"]),
    ("tong", &["total"]),
    ("tong_diem", &["total"]),
    ("tieu_chi", &["criteria", "criterion"]),
    ("tieu_chi_thanh_phan", &["criteria"]),
    ("quy_tac", &["rule"]),
    ("cach_tinh", &["rule"]),
    ("cach_cham", &["rule"]),
    ("so_lieu", &["inputs", "figures", "of"]),
    ("loai", &["kind"]),
    ("nhan", &["label"]),
    ("don_vi_tinh", &["measure"]),
    ("don_vi", &["units", "measure"]),
    ("ghi_chu", &["note"]),
    ("can_cu", &["source"]),
    ("nguon", &["source"]),
    ("minh_chung", &["evidence"]),
    ("tai_lieu", &["evidence", "document"]),
    ("tai_lieu_kiem_chung", &["evidence"]),
    ("co_quan", &["agency", "agencies", "office"]),
    ("co_quan_tham_dinh", &["agency", "agencies"]),
    ("han", &["deadline", "by"]),
    ("thoi_han", &["deadline"]),
    ("trong_so", &["weight"]),
    ("he_so", &["weight"]),
    ("khoi", &["groups", "group"]),
    ("nhom", &["groups", "group"]),
    ("nam", &["year"]),
    ("khen_thuong", &["awards"]),
    ("xep_loai", &["grades"]),
    ("dieu_kien", &["requires", "conditions"]),
    ("tu", &["from"]),
    ("den", &["up_to"]),
];

/// Finds the key that a Vietnamese word stands for, among those that may stand there.
pub fn translated<'a>(written: &str, keys: &[&'a str]) -> Option<&'a str> {
    let written = plain(written);
    let meant = VIETNAMESE.iter().find(|(word, _)| *word == written)?.1;
    meant.iter().find_map(|one| keys.iter().find(|key| *key == one)).copied()
}

/// Takes a word to plain letters.
fn plain(word: &str) -> String {
    bare(word).replace(['-', ' '], "_").chars().take(80).collect()
}
