//! What the cells of the table let people type, and what they say to them.

use rust_xlsxwriter::{DataValidation, Formula, XlsxError};

use crate::form::template::{ask, lists};
use crate::points::{Points, Rounding};
use crate::rule::excel::within;

/// Limits the cell of points to 0..maximum.
pub fn points(max: &Points, cell: &str, rounding: Rounding) -> Result<DataValidation, XlsxError> {
    let (shown, cell) = (max.plain_vi(), cell.replace('$', ""));
    let check = DataValidation::new().allow_custom(Formula::new(format!("={}", within(&cell, &max.plain(), rounding))));
    let prompt = format!("Nhập điểm từ 0 đến {shown}. Để trống nếu điểm tính theo số liệu thẩm định, hoặc giữ nguyên kết quả trước đó.");
    ask::says(check, "Điểm thẩm định", &prompt, &format!("Điểm phải là số từ 0 đến {shown}."))
}

/// Limits the cell of what applies to yes and no.
pub fn applies() -> Result<DataValidation, XlsxError> {
    let check = DataValidation::new().allow_list_formula(Formula::new(format!("={}", lists::YES_NO)));
    let prompt = "Chỉ ghi khi thẩm định xác định khác: Không: không áp dụng đối với đơn vị; Có: vẫn áp dụng. Thông thường để trống.";
    ask::says(check, "Áp dụng", prompt, "Chỉ nhận Có hoặc Không.")
}
