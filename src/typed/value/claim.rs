//! The score that a unit gives itself.

use super::{DASHES, NOT_APPLICABLE, number};
use crate::assessment::Claim;
use crate::finding::sheet as code;
use crate::finding::{Checked, Code, Finding};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::{bare, fold, tidy};
use crate::workbook::{Cell, Struck, Value};

/// Reads the score that a unit gives itself for a leaf with this maximum.
pub fn claim(cell: Option<&Cell>, max: &Points) -> Checked<Claim> {
    let Some(cell) = cell.filter(|cell| !cell.is_blank()) else { return Checked::clean(Claim::Blank) };
    let typed = cell.shown();
    let wrong =
        |code: &'static Code, message: Text| Checked { value: Claim::Wrong(typed.clone()), findings: vec![Finding::new(code, message)] };
    let unclear = || {
        wrong(
            &code::NOT_A_CLAIM,
            text!(
                "Điểm tự đánh giá ghi “{typed}”, không phải là số điểm.",
                "The claimed score says “{typed}”, which is not a number of points."
            ),
        )
    };
    if cell.struck == Struck::Part {
        return wrong(
            &code::ANSWER_PARTLY_STRUCK,
            text!(
                "Ô điểm tự đánh giá có phần bị gạch bỏ, còn lại “{typed}”.",
                "Part of the cell of the claimed score is struck out, “{typed}” is left."
            ),
        );
    }
    match &cell.value {
        // 75 % of the maximum, or 0,75 points?
        Value::Number(_) if cell.shown_as_percent() => unclear(),
        Value::Number(points) => Checked::clean(Claim::Points(points.clone())),
        Value::Uncomputed(_) => wrong(
            &code::UNCOMPUTED,
            text!(
                "Ô điểm tự đánh giá là công thức “{typed}” chưa có kết quả.",
                "The cell of the claimed score is the formula “{typed}” without a result."
            ),
        ),
        Value::Error(error) => wrong(
            &code::EXCEL_ERROR,
            text!("Ô điểm tự đánh giá báo lỗi “{error}”.", "The cell of the claimed score shows the error “{error}”."),
        ),
        Value::Text(words) if NOT_APPLICABLE.contains(&bare(words).as_str()) => Checked::clean(Claim::NotApplicable),
        Value::Text(words) if DASHES.contains(&fold(words).as_str()) => wrong(
            &code::DASH,
            text!(
                "Điểm tự đánh giá ghi “{typed}”: 0 điểm hay chưa chấm?",
                "The claimed score says “{typed}”: 0 points, or not scored yet?"
            ),
        ),
        Value::Text(words) => {
            let read = number::read(&tidy(words));
            let measure = ["", "d", "diem", "points"].contains(&bare(&read.measure).as_str());
            match read.reading {
                number::Reading::One(points) if measure => Checked::clean(Claim::Points(points)),
                // A claim lies within its maximum: only one reading can.
                number::Reading::Two { decimal, thousands } if measure && (&decimal <= max) != (&thousands <= max) => {
                    Checked::clean(Claim::Points(if &decimal <= max { decimal } else { thousands }))
                }
                number::Reading::Two { decimal, thousands } if measure => {
                    let (small, large) = (decimal.plain_vi(), thousands.plain());
                    wrong(
                        &code::AMBIGUOUS,
                        text!(
                            "Điểm tự đánh giá ghi “{typed}”: {small} hay {large}?",
                            "The claimed score says “{typed}”: {decimal} or {large}?"
                        ),
                    )
                }
                _ => unclear(),
            }
        }
        Value::Bool(_) | Value::Date(_) => unclear(),
    }
}

/// Reads the score of a cell that stands for several criteria: it says of none how much it is.
pub fn of_several(cell: &Cell, count: usize) -> Checked<Claim> {
    let typed = cell.shown();
    let message = text!(
        "Ô điểm “{typed}” gộp qua {count} tiêu chí; không rõ mỗi tiêu chí bao nhiêu điểm nên không được đọc.",
        "The score “{typed}” stands in one cell for {count} criteria; it is not clear how much each has, so it is not read."
    );
    Checked { value: Claim::Wrong(typed), findings: vec![Finding::new(&code::SCORE_OF_SEVERAL, message)] }
}
