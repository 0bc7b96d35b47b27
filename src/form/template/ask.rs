//! What a cell lets people type, and what it says to them: drop-downs, limits, prompts.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, XlsxError};

use crate::criteria::Period;
use crate::figure::{Input, InputKind, date_in};
use crate::points::{Points, Rounding};
use crate::rule::excel::{allowed, says as says_in, within};
use crate::rule::{NO_WORDS, NOT_APPLICABLE_WORDS};
use crate::text::{Lang, Words, said};

use super::lists;
use super::states::NO_CLAIM;

/// Longest title of a prompt or an error in Excel, in UTF-16 units.
const TITLE: usize = 32;
/// Longest text of a prompt or an error in Excel, in UTF-16 units.
const MESSAGE: usize = 255;

/// Words of a kind of input: what it is called, what may be typed, what is said to what may not.
pub struct Wording {
    /// What the kind is called.
    pub name: Words,
    /// What may be typed.
    pub prompt: Words,
    /// What is said where something else was typed.
    pub refusal: Words,
}

/// Gives the words of a kind of input, for prompts and for the instructions alike.
pub const fn wording(kind: InputKind) -> Wording {
    match kind {
        InputKind::Count => Wording {
            name: Words { vi: "Số lượng", en: "Count" },
            prompt: Words {
                vi: "Nhập số nguyên từ 0 trở lên. Không có thì nhập 0; không để trống.",
                en: "A whole number from 0. Type 0 where there is none; don't leave it blank.",
            },
            refusal: Words {
                vi: "Chỉ nhận số nguyên từ 0 trở lên, ví dụ 1250.", en: "Only whole numbers from 0, such as 1250."
            },
        },
        InputKind::Percent => Wording {
            name: Words { vi: "Tỷ lệ phần trăm", en: "Percentage" },
            prompt: Words {
                vi: "Nhập số từ 0 đến 100, không gõ dấu %: 95,73 nghĩa là 95,73%.",
                en: "A number from 0 to 100 without the % sign: 95.73 means 95.73%.",
            },
            refusal: Words {
                vi: "Chỉ nhận số từ 0 đến 100, không gõ dấu %. Ví dụ: 95,73.",
                en: "Only numbers from 0 to 100, without the % sign, such as 95.73.",
            },
        },
        InputKind::Points => Wording {
            name: Words { vi: "Số", en: "Number" },
            prompt: Words {
                vi: "Nhập số từ 0 trở lên, có thể có phần thập phân.", en: "A number from 0; decimals are allowed."
            },
            refusal: Words { vi: "Chỉ nhận số từ 0 trở lên.", en: "Only numbers from 0." },
        },
        InputKind::Date => Wording {
            name: Words { vi: "Ngày", en: "Date" },
            prompt: Words {
                vi: "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/03/2018. Nếu không ban hành thì nhập: Không.",
                en: "A date, such as 2018-03-05. Type “No” where nothing was issued.",
            },
            refusal: Words {
                vi: "Chỉ nhận một ngày (ví dụ 05/03/2018) hoặc chữ: Không.",
                en: "Only a date (such as 2018-03-05) or the word “No”.",
            },
        },
        InputKind::YesNo => Wording {
            name: Words { vi: "Có hoặc Không", en: "Yes or no" },
            prompt: Words { vi: "Chọn Có hoặc Không trong danh sách.", en: "Pick Yes or No from the list." },
            refusal: Words {
                vi: "Chỉ nhận Có hoặc Không: hãy chọn trong danh sách.", en: "Only Yes or No: pick from the list."
            },
        },
        InputKind::Choice => Wording {
            name: Words { vi: "Chọn một mức", en: "One of the levels" },
            prompt: Words { vi: "Chọn một mức trong danh sách.", en: "Pick a level from the list." },
            refusal: Words {
                vi: "Chỉ nhận một mức có trong danh sách thả xuống.", en: "Only a level of the drop-down list."
            },
        },
        InputKind::Text => Wording {
            name: Words { vi: "Nội dung", en: "Words" },
            prompt: Words {
                vi: "Ghi ngắn gọn; ô này không dùng để tính điểm.", en: "Keep it short; no points are computed from it."
            },
            refusal: Words { vi: "Nội dung quá dài.", en: "Too long." },
        },
    }
}

/// What the cell of a percentage that may be over 100 asks for.
const OVER_100: Wording = Wording {
    name: Words { vi: "Tỷ lệ phần trăm", en: "Percentage" },
    prompt: Words {
        vi: "Nhập số từ 0, có thể trên 100, không gõ dấu %: 102,5 nghĩa là 102,5%.",
        en: "A number from 0, which may be over 100, without the % sign: 102.5 means 102.5%.",
    },
    refusal: Words {
        vi: "Chỉ nhận số từ 0 trở lên, không gõ dấu %. Ví dụ: 102,5.",
        en: "Only numbers from 0, without the % sign, such as 102.5.",
    },
};

/// Limits an input's cell to its kind, in the words of a language.
pub fn figure(input: &Input, over_100: bool, cell: &str, list: Option<&str>, lang: Lang) -> Result<DataValidation, XlsxError> {
    let words = if over_100 && input.kind == InputKind::Percent { OVER_100 } else { wording(input.kind) };
    let cell = cell.replace('$', "");
    let check = DataValidation::new();
    let check = match input.kind {
        InputKind::Count => check.allow_whole_number(DataValidationRule::Between(0, i32::MAX)),
        InputKind::Percent if !over_100 => check.allow_decimal_number(DataValidationRule::Between(0.0, 100.0)),
        InputKind::Percent => check.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
        InputKind::Points => check.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
        InputKind::Date => {
            check.allow_custom(Formula::new(format!("=OR({},{})", allowed(&cell, &input.days), says_in(&cell, NO_WORDS.get(lang)))))
        }
        InputKind::YesNo => check.allow_list_formula(Formula::new(format!("={}", lists::YES_NO))),
        InputKind::Choice => match list {
            Some(list) => check.allow_list_formula(Formula::new(format!("={list}"))),
            None => check.allow_any_value(),
        },
        InputKind::Text => check.allow_any_value(),
    };
    let prompt = format!("{}\n{}", clip(&input.label, 120), words.prompt.get(lang));
    let days = input.days.words();
    let days = days.get(lang);
    let refusal = if input.kind == InputKind::Date && !days.is_empty() {
        said!(lang, "Chỉ nhận một ngày {days}, hoặc chữ: Không.", "Only a date {days}, or the word “No”.")
    } else {
        words.refusal.get(lang).to_owned()
    };
    says_to(check, lang, words.name.get(lang), &prompt, &refusal)
}

/// Lets a claim say nothing but that the leaf does not apply.
pub fn applies(lang: Lang) -> Result<DataValidation, XlsxError> {
    let check = DataValidation::new().allow_list_formula(Formula::new(format!("={}", lists::NONE)));
    let out = NOT_APPLICABLE_WORDS.get(lang);
    let prompt = said!(
        lang,
        "Tiêu chí này so với các đơn vị trong khối nên không tự chấm. Chỉ chọn “{out}” nếu không thuộc chức năng, nhiệm vụ của đơn vị.",
        "This criterion compares the units of a group, so that nobody claims points. Pick “{out}” only where it is outside the unit's tasks."
    );
    let refusal = said!(lang, "Chỉ nhận “{out}”, hoặc để trống.", "Only “{out}”, or blank.");
    says_to(check, lang, NO_CLAIM.get(lang), &prompt, &refusal)
}

/// Limits the cell of a claim to 0..maximum, or to "not applicable" where the set permits that (`may_not_apply`); of a leaf
/// without figures (`own`) a blank cell claims nothing.
pub fn claim(
    max: &Points,
    cell: &str,
    (may_not_apply, own): (bool, bool),
    rounding: Rounding,
    lang: Lang,
) -> Result<DataValidation, XlsxError> {
    let (shown, out) = (max.plain_in(lang), NOT_APPLICABLE_WORDS.get(lang));
    let blank = if own {
        ""
    } else {
        lang.word(" Để trống nghĩa là tự chấm bằng điểm tính từ số liệu.", " Blank claims what is computed from the figures.")
    };
    let name = lang.word("Điểm tự đánh giá", "Points claimed");
    let check = DataValidation::new();
    if may_not_apply {
        // A list that takes other entries too: points are typed, the words are picked. The colours tell what is wrong.
        let check = check.allow_list_formula(Formula::new(format!("={}", lists::NONE))).show_error_message(false);
        let prompt = said!(
            lang,
            "Nhập điểm từ 0 đến {shown}, hoặc chọn “{out}” nếu không thuộc chức năng, nhiệm vụ của đơn vị.{blank}",
            "Points from 0 to {shown}, or “{out}” where the criterion is outside the unit's tasks.{blank}"
        );
        return says_to(check, lang, name, &prompt, "");
    }
    let cell = cell.replace('$', "");
    let check = check.allow_custom(Formula::new(format!("={}", within(&cell, &max.plain(), rounding))));
    let prompt = said!(lang, "Nhập điểm từ 0 đến {shown}.{blank}", "Points from 0 to {shown}.{blank}");
    let refusal = said!(lang, "Điểm phải là số từ 0 đến {shown}.", "Only a number from 0 to {shown}.");
    says_to(check, lang, name, &prompt, &refusal)
}

/// Asks for the explanation.
pub fn explanation(lang: Lang) -> Result<DataValidation, XlsxError> {
    let [name, prompt] = lang.each([
        ("Giải trình", "Explanation"),
        (
            "Ghi lý do nếu chưa đủ tài liệu kiểm chứng, hoặc nếu điểm tự đánh giá khác điểm tính từ số liệu.",
            "Say why, where documents are lacking or where the points claimed differ from those computed.",
        ),
    ]);
    says_to(DataValidation::new().allow_any_value(), lang, name, prompt, "")
}

/// Limits the cell of a document's criterion to the set's leaves.
pub fn leaf(lang: Lang) -> Result<DataValidation, XlsxError> {
    let check = DataValidation::new().allow_list_formula(Formula::new(format!("={}", lists::LEAVES)));
    let [name, prompt, refusal] = lang.each([
        ("Mã tiêu chí", "Criterion"),
        (
            "Chọn mã của tiêu chí mà tài liệu này chứng minh; tên tiêu chí tự hiện.",
            "Pick the criterion that this document proves; its name shows by itself.",
        ),
        ("Hãy chọn mã tiêu chí có trong danh sách.", "Pick a criterion of the list."),
    ]);
    says_to(check, lang, name, prompt, refusal)
}

/// Asks for a document's day: one outside the period can be typed, after a warning.
pub fn day(period: Period, first: ExcelDateTime, last: ExcelDateTime, lang: Lang) -> Result<DataValidation, XlsxError> {
    let [from, to] = [period.from, period.to].map(|day| day.map(|day| date_in(day, lang)));
    let within = match (from, to) {
        (Some(from), Some(to)) => {
            said!(lang, " trong kỳ đánh giá, từ ngày {from} đến ngày {to}", " in the period, {from} to {to}")
        }
        (Some(from), None) => said!(lang, " từ ngày {from}", " from {from}"),
        (None, Some(to)) => said!(lang, " đến hết ngày {to}", " up to {to}"),
        (None, None) => String::new(),
    };
    let check =
        DataValidation::new().allow_date(DataValidationRule::Between(first, last)).set_error_style(DataValidationErrorStyle::Warning);
    let prompt = said!(
        lang,
        "Nhập ngày ban hành của văn bản{within}, theo dạng ngày/tháng/năm.",
        "The document's date of issue{within}, as year-month-day."
    );
    let refusal = said!(lang, "Không phải là ngày{within}. Vẫn giữ nội dung này?", "This is no date{within}. Keep it all the same?");
    says_to(check, lang, lang.word("Ngày ban hành", "Date"), &prompt, &refusal)
}

/// Asks for a field of a document.
pub fn field(name: &str, prompt: &str, lang: Lang) -> Result<DataValidation, XlsxError> {
    says_to(DataValidation::new().allow_any_value(), lang, name, prompt, "")
}

/// Puts the words to a check, within Excel's limits.
pub fn says_to(check: DataValidation, lang: Lang, name: &str, prompt: &str, refusal: &str) -> Result<DataValidation, XlsxError> {
    let check = check.ignore_blank(true).set_input_title(clip(name, TITLE))?.set_input_message(clip(prompt, MESSAGE))?;
    if refusal.is_empty() {
        return Ok(check);
    }
    check.set_error_title(clip(&said!(lang, "Chưa đúng: {name}", "Not right: {name}"), TITLE))?.set_error_message(clip(refusal, MESSAGE))
}

/// Cuts a text to a length that Excel allows, with a sign that it was cut.
fn clip(text: &str, longest: usize) -> String {
    if text.encode_utf16().count() <= longest {
        return text.to_owned();
    }
    let mut room = longest.saturating_sub(1);
    let kept: String = text
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    format!("{}…", kept.trim_end())
}
