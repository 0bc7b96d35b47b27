//! What the cells of the table let people type, and what they say to them.

use rust_xlsxwriter::{DataValidation, Formula, XlsxError};

use super::layout::{At, heading};
use crate::form::template::{ask, lists};
use crate::points::{Points, Rounding};
use crate::rule::excel::within;
use crate::text::{Lang, said};

/// Limits the cell of points to 0..maximum.
pub fn points(max: &Points, cell: &str, rounding: Rounding, lang: Lang) -> Result<DataValidation, XlsxError> {
    let (shown, cell) = (max.plain_in(lang), cell.replace('$', ""));
    let check = DataValidation::new().allow_custom(Formula::new(format!("={}", within(&cell, &max.plain(), rounding))));
    let prompt = said!(
        lang,
        "Nhập điểm từ 0 đến {shown}. Để trống nếu điểm tính theo số liệu thẩm định, hoặc giữ nguyên kết quả trước đó.",
        "Points from 0 to {shown}. Leave it blank where corrected figures give them, or where what stands is right."
    );
    let refusal = said!(lang, "Điểm phải là số từ 0 đến {shown}.", "Points are a number from 0 to {shown}.");
    ask::says_to(check, lang, heading(At::Points).get(lang), &prompt, &refusal)
}

/// Limits the cell of what applies to yes and no.
pub fn applies(lang: Lang) -> Result<DataValidation, XlsxError> {
    let check = DataValidation::new().allow_list_formula(Formula::new(format!("={}", lists::YES_NO)));
    let [prompt, refusal] = lang.each([
        (
            "Chỉ ghi khi kết quả thẩm định khác: “Không” là không áp dụng đối với đơn vị, “Có” là vẫn áp dụng. Thông thường để trống.",
            "Only where the appraisal finds otherwise. No: does not apply to the unit; Yes: applies all the same. Usually blank.",
        ),
        ("Chỉ nhận Có hoặc Không.", "Only Yes or No."),
    ]);
    ask::says_to(check, lang, heading(At::Applies).get(lang), prompt, refusal)
}
