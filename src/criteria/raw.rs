//! Criteria sets as they are written in YAML: the mirror that serde reads, `validator` looks at field by field, and the
//! JSON Schema is derived from. Doc comments are the descriptions that editors show: Vietnamese / English.

mod choices;
mod fields;
mod input;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use validator::Validate;

pub use self::choices::{RawKind, RawRoundAt, RawRoundingMode, RawSeverity, RawSign, RawStatus, RawSurveyMissing, RawWhenBlank};
use self::fields::{criterion_id, path_safe, positive, positive_cap, share};
pub use self::input::{RawAsk, RawInput, RawShared};
use crate::rule::RawRule;
use crate::yaml::{Bound, Day, Number, Rate};

/// Bộ tiêu chí. / Criteria set.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawSet {
    /// Mã bộ tiêu chí, trùng với tên thư mục. / Id, equal to the name of the folder.
    #[validate(custom(function = "path_safe"))]
    pub set: String,
    /// Tên bộ tiêu chí, in trên mọi biểu. / Title, as printed.
    #[validate(length(min = 1))]
    pub title: String,
    /// Phiên bản. / Version, free text.
    #[serde(default = "first_version")]
    #[validate(length(min = 1))]
    pub version: String,
    /// Bộ mẫu, hay chép lại từ quyết định. / A model, or transcribed from a decision.
    pub status: RawStatus,
    /// Chỉ là một phần của những gì quyết định liệt kê. / Only a part of what the decision lists.
    #[serde(default)]
    pub excerpt: bool,
    /// Ghi chú in cùng bộ tiêu chí. / Remark printed with the set.
    pub note: Option<String>,
    /// Căn cứ: quyết định ban hành; bắt buộc khi chép lại. / Decision that it comes from; required where transcribed.
    #[serde(default)]
    pub source: RawSource,
    /// Thời gian hiệu lực. / Days on which it is in force.
    #[serde(default)]
    pub valid: RawPeriod,
    /// Tổng điểm tối đa. / Maximum of the whole tree.
    #[validate(custom(function = "positive"))]
    pub total: Number,
    /// Cách làm tròn. / Rounding.
    #[serde(default)]
    #[validate(nested)]
    pub rounding: RawRounding,
    /// Đơn vị không có điểm điều tra xã hội học thì xử lý thế nào. / What becomes of a unit without a survey.
    #[serde(default)]
    pub survey_missing: RawSurveyMissing,
    /// Điểm thưởng có được đưa chỉ số vượt 100 không. / Whether bonus points may lift the index over 100.
    #[serde(default)]
    pub may_pass_100: bool,
    /// Phát hiện nào làm mất bao nhiêu phần điểm được công nhận; thay cho mặc định. / Which findings withhold what share of accepted points; replaces the defaults.
    #[validate(nested)]
    pub withhold: Option<Vec<RawWithhold>>,
    /// Số liệu dùng chung: hỏi một lần, nhiều tiêu chí dùng. / Figures asked once and used by any number of criteria.
    #[serde(default)]
    #[validate(nested)]
    pub figures: Vec<RawInput>,
    /// Đối chiếu giữa các số liệu dùng chung. / What must hold between these figures.
    #[serde(default)]
    #[validate(nested)]
    pub checks: Vec<RawCheck>,
    /// Các lĩnh vực. / Areas.
    #[validate(nested)]
    pub criteria: Vec<RawCriterion>,
    /// Các tiêu chí thay cho nhau (“Hoặc”): tính tiêu chí có điểm cao nhất. / Criteria of which the best counts.
    #[serde(default)]
    #[validate(nested)]
    pub alternatives: Vec<RawAlternative>,
    /// Điểm thưởng, điểm trừ ngoài cây tiêu chí. / Bonus and penalty points outside the tree.
    #[serde(default)]
    #[validate(nested)]
    pub adjustments: Vec<RawAdjustment>,
    /// Mức trần chung của nhiều điểm thưởng, hoặc của nhiều điểm trừ. / Caps over several bonuses, or several penalties.
    #[serde(default)]
    #[validate(nested)]
    pub caps: Vec<RawCap>,
}

/// Các tiêu chí thay cho nhau. / Criteria of which the best counts.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawAlternative {
    /// Mã. / Id.
    #[validate(length(min = 1))]
    pub id: String,
    /// Mã các tiêu chí cùng cấp trên và cùng điểm tối đa. / Ids of criteria of one parent, with the same maximum.
    pub criteria: Vec<String>,
}

/// Mức trần chung. / Cap over several lines.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawCap {
    /// Mã các dòng điểm thưởng, hoặc các dòng điểm trừ. / Ids of bonuses, or of penalties.
    #[validate(length(min = 1))]
    pub adjustments: Vec<String>,
    /// Tổng cao nhất, viết số dương. / Most that they count together, a positive number.
    #[validate(custom(function = "positive"))]
    pub max: Number,
}

/// Tiêu chí ở bất kỳ cấp nào. / Criterion at any depth.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawCriterion {
    /// Mã tiêu chí, đặt trong nháy: "1.10" khác "1.1". / Id, quoted: "1.10" is not "1.1".
    #[validate(custom(function = "criterion_id"))]
    pub id: String,
    /// Tên tiêu chí, đúng lời quyết định. / Name, in the words of the decision.
    #[validate(length(min = 1))]
    pub name: String,
    /// Điểm tối đa. / Maximum.
    #[validate(custom(function = "positive"))]
    pub max: Number,
    /// Hệ số nhân điểm khi cộng vào cấp trên; mặc định 1. / What its points are multiplied by in its parent; default 1.
    #[validate(custom(function = "positive"))]
    pub weight: Option<Number>,
    /// Căn cứ; phần không ghi lấy theo cấp trên. / Where it is written down; parts left out are the parent's.
    #[serde(default)]
    pub source: RawSource,
    /// Lưu ý cho người điền biểu. / Remark for whoever fills in the form.
    pub note: Option<String>,
    /// Điều kiện để được tính điểm: tiêu chí khác đạt tỷ lệ, hoặc số liệu dùng chung không quá mức. / What has to hold before it counts: another criterion's index, or a figure of the set.
    pub requires: Option<Vec<RawRequirement>>,
    /// Khi điều kiện không đạt: 0 (mặc định) hoặc `not_applicable`. / Where a condition does not hold: 0 (the default) or `not_applicable`.
    #[serde(rename = "else")]
    pub otherwise: Option<RawElse>,
    /// Thời hạn riêng: số liệu và văn bản có ngày sau ngày này là muộn; tiêu chí bên dưới theo, nếu không ghi ngày khác. / Deadline of its own: days declared and documents dated after it are late; holds below it, too, unless another is given there.
    pub deadline: Option<Day>,
    /// Cơ quan thẩm định tiêu chí này và các tiêu chí bên dưới: tên, hoặc mã trong `agencies` của đợt. / Agency that appraises it and what is below it: its name, or its id among the `agencies` of the campaign.
    #[validate(length(min = 1))]
    pub agency: Option<String>,
    /// Các tiêu chí thành phần. / Children.
    #[validate(nested)]
    pub criteria: Option<Vec<RawCriterion>>,
    /// Các số liệu đơn vị kê khai. / Figures that the unit declares.
    #[validate(nested)]
    pub inputs: Option<Vec<RawAsk>>,
    /// Cách tính điểm. / How points are computed.
    pub rule: Option<RawRule>,
    /// Tài liệu kiểm chứng cần có. / Evidence asked.
    #[validate(nested)]
    pub evidence: Option<RawEvidence>,
    /// Đơn vị có được khai "Không áp dụng" không. / Whether a unit may declare "Không áp dụng".
    pub may_not_apply: Option<bool>,
}

/// Điều kiện: `criterion` với `index_at_least`, hoặc `figure` với `at_most`. / Condition: `criterion` with `index_at_least`, or `figure` with `at_most`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRequirement {
    /// Mã tiêu chí khác. / Id of another criterion.
    pub criterion: Option<String>,
    /// Chỉ số ít nhất của tiêu chí đó: điểm đạt trên điểm tối đa áp dụng, ví dụ 80%. / Least index of that criterion, such as 80%.
    pub index_at_least: Option<Rate>,
    /// Mã số liệu dùng chung. / Id of a figure of the set.
    pub figure: Option<String>,
    /// Số liệu đó nhiều nhất là bao nhiêu. / Most that the figure may be.
    pub at_most: Option<Bound>,
}

/// Khi điều kiện không đạt. / Where a condition does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum RawElse {
    /// It counts 0.
    #[serde(rename = "0")]
    Zero,
    /// It does not apply.
    #[serde(rename = "not_applicable")]
    NotApplicable,
}

impl JsonSchema for RawElse {
    fn schema_name() -> Cow<'static, str> {
        "RawElse".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Khi điều kiện không đạt: tính 0 điểm, hoặc không áp dụng. / Where a condition does not hold: it counts 0, or does not apply.",
            "enum": [0, "0", "not_applicable"]
        })
    }
}

/// Dòng điểm thưởng hoặc điểm trừ. / Line of bonus or penalty points.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawAdjustment {
    /// Mã, không trùng với tiêu chí nào. / Id, not that of any criterion.
    #[validate(custom(function = "criterion_id"))]
    pub id: String,
    /// Điểm thưởng hay điểm trừ. / Bonus or penalty.
    pub sign: RawSign,
    /// Nội dung. / What it is for.
    #[validate(length(min = 1))]
    pub name: String,
    /// Mức cao nhất, viết số dương. / Cap, a positive number.
    #[validate(custom(function = "positive_cap"))]
    pub max: Number,
    /// Chỉ cho điểm trừ: khi đơn vị để trống số liệu; mặc định ask. / Penalties alone: where the unit leaves its figures blank; default ask.
    pub when_blank: Option<RawWhenBlank>,
    /// Tiêu chí mà dòng này cộng vào hoặc trừ đi, trong phạm vi điểm tối đa của tiêu chí đó; không ghi thì tính vào tổng điểm. / Criterion that it is added to or taken from, within the maximum of that criterion; without it, it joins the total.
    pub criterion: Option<String>,
    /// Căn cứ. / Where it is written down.
    #[serde(default)]
    pub source: RawSource,
    /// Lưu ý cho người điền biểu. / Remark for whoever fills in the form.
    pub note: Option<String>,
    /// Cơ quan thẩm định: tên, hoặc mã trong `agencies` của đợt. / Agency that appraises it: its name, or its id among the `agencies` of the campaign.
    #[validate(length(min = 1))]
    pub agency: Option<String>,
    /// Thời hạn riêng: số liệu và văn bản có ngày sau ngày này là muộn. / Deadline of its own: days declared and documents dated after it are late.
    pub deadline: Option<Day>,
    /// Các số liệu đơn vị kê khai. / Figures that the unit declares.
    #[validate(nested)]
    pub inputs: Option<Vec<RawAsk>>,
    /// Cách tính điểm. / How points are computed.
    pub rule: RawRule,
    /// Tài liệu kiểm chứng cần có. / Evidence asked.
    #[validate(nested)]
    pub evidence: Option<RawEvidence>,
    /// Đơn vị có được khai "Không áp dụng" không. / Whether a unit may declare "Không áp dụng".
    pub may_not_apply: Option<bool>,
}

/// Điều phải đúng giữa các số liệu dùng chung. / What must hold between figures of the set.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawCheck {
    /// Điều kiện giữa các mã số liệu, ví dụ a <= b. / Condition over the ids of figures, such as a <= b.
    pub that: String,
    /// Lời báo khi không đúng. / What is said where it does not hold.
    #[validate(length(min = 1))]
    pub text: String,
    /// Mức độ: error, warning hoặc note; mặc định error. / Severity; default error.
    #[serde(default)]
    pub severity: RawSeverity,
}

/// Tài liệu kiểm chứng. / Evidence.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawEvidence {
    /// Thiếu tài liệu và không giải trình thì không được tính điểm. / Without evidence or explanation no points are accepted.
    #[serde(default)]
    pub required: bool,
    /// Loại văn bản: KH, BC, QĐ …; bỏ trống là loại nào cũng được. / Type codes of documents; none: any.
    #[serde(default)]
    pub types: Vec<String>,
    /// Số văn bản ít nhất. / Fewest documents that are enough.
    #[validate(range(min = 1, max = 100))]
    pub least: Option<u8>,
    /// Phải ghi rõ mục, trang. / Section and page must be named.
    #[serde(default)]
    pub section: bool,
    /// Yêu cầu, đúng lời quyết định. / What is asked, in the words of the decision.
    pub what: Option<String>,
}

/// Căn cứ. / Source.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    /// Số, ký hiệu văn bản: 1880/QĐ-UBND. / Number and symbol.
    pub document: Option<String>,
    /// Ngày ban hành: 2018-07-27. / Day of the document.
    pub date: Option<Day>,
    /// Cơ quan ban hành. / Issuer.
    pub issuer: Option<String>,
    /// Phụ lục, mục, điểm. / Annex, section, item.
    pub item: Option<String>,
}

/// Khoảng ngày, kể cả hai đầu. / Days from the first to the last.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPeriod {
    /// Ngày đầu. / First day.
    pub from: Option<Day>,
    /// Ngày cuối. / Last day.
    pub to: Option<Day>,
}

/// Cách làm tròn. / Rounding.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawRounding {
    /// Làm tròn khi in, hay làm tròn điểm từng tiêu chí. / At print, or each leaf's points.
    #[serde(default)]
    pub at: RawRoundAt,
    /// Số chữ số thập phân, 0 đến 4; mặc định 2. / Decimals, 0 to 4; default 2.
    #[validate(range(max = 4))]
    pub decimals: Option<u8>,
    /// Nửa thì làm tròn lên, hay cắt bỏ. / Halves up, or truncated.
    #[serde(default)]
    pub mode: RawRoundingMode,
}

/// Phát hiện làm mất điểm. / Finding that withholds points.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawWithhold {
    /// Mã phát hiện: E001. / Code of the finding.
    pub finding: String,
    /// Phần điểm bị mất, 0% đến 100%. / Share withheld.
    #[validate(custom(function = "share"))]
    pub share: Rate,
}

fn first_version() -> String {
    "1".to_owned()
}
