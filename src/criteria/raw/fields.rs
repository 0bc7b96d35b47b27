//! What single fields must hold, with the words for those that do not.

use validator::ValidationError;

use crate::yaml::{Number, Rate};

/// Makes a fault whose message brings its own words in both languages.
fn fault(code: &'static str, vi: &str, en: &str) -> ValidationError {
    ValidationError::new(code).with_message(format!("{vi} | {en}").into())
}

/// Asks for a number above 0.
pub fn positive(number: &Number) -> Result<(), ValidationError> {
    if number.0.is_positive() {
        return Ok(());
    }
    let (vi, en) = (number.0.plain_vi(), number.0.plain());
    Err(fault("positive", &format!("“{vi}” phải lớn hơn 0"), &format!("“{en}” must be above 0")))
}

/// Asks for a number above 0 of a line that may take points.
pub fn positive_cap(number: &Number) -> Result<(), ValidationError> {
    if !number.0.is_negative() {
        return positive(number);
    }
    let (vi, en) = (number.0.plain_vi(), number.0.plain());
    let (right_vi, right) = (number.0.abs().plain_vi(), number.0.abs().plain());
    Err(fault(
        "positive",
        &format!("“{vi}” phải lớn hơn 0: mức cao nhất luôn viết số dương, “{right_vi}”; trừ hay cộng do “sign” nói"),
        &format!("“{en}” must be above 0: the cap is always positive, “{right}”; “sign” says whether it is taken"),
    ))
}

/// Asks for at most 100 %.
pub fn share(rate: &Rate) -> Result<(), ValidationError> {
    if rate.0 <= crate::points::Points::hundred() {
        return Ok(());
    }
    let (vi, en) = (rate.0.plain_vi(), rate.0.plain());
    Err(fault("share", &format!("“{vi}%” lớn hơn 100%"), &format!("“{en}%” is over 100%")))
}

/// Asks for what may name a folder.
pub fn path_safe(id: &str) -> Result<(), ValidationError> {
    let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    if id.starts_with(|c: char| c.is_ascii_alphanumeric()) && id.chars().all(safe) && id.len() <= 80 && !id.ends_with('.') {
        return Ok(());
    }
    Err(fault(
        "path_safe",
        &format!("“{id}” không dùng được làm tên thư mục: chỉ dùng chữ thường không dấu, chữ số và dấu “-”, tối đa 80 ký tự"),
        &format!("“{id}” can't be the name of a folder: use plain lower-case letters, digits and “-”, at most 80 characters"),
    ))
}

/// Asks for what may be the id of a criterion.
pub fn criterion_id(id: &str) -> Result<(), ValidationError> {
    let fit = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
    if !id.is_empty() && id.chars().all(fit) && id.chars().count() <= 40 {
        return Ok(());
    }
    Err(fault(
        "criterion_id",
        &format!("“{id}” không dùng được làm mã tiêu chí: chỉ dùng chữ, số, dấu “.” và “-”, tối đa 40 ký tự, không có dấu cách"),
        &format!("“{id}” can't be the id of a criterion: use letters, digits, “.” and “-”, at most 40 characters, no blanks"),
    ))
}

/// Asks for what may be the id of an input.
pub fn input_id(id: &str) -> Result<(), ValidationError> {
    let fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(fit) && id.len() <= 60 {
        return Ok(());
    }
    Err(fault(
        "input_id",
        &format!("“{id}” không dùng được làm mã số liệu: bắt đầu bằng chữ thường không dấu, sau đó là chữ thường, số và “_”"),
        &format!("“{id}” can't be the id of an input: start with a plain lower-case letter, then lower-case letters, digits and “_”"),
    ))
}
