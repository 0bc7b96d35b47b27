//! Criteria sets as they are written in YAML: the mirror that serde reads, `validator` looks at field by field, and the
//! JSON Schema is derived from. Doc comments are the descriptions that editors show: Vietnamese / English.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use validator::{Validate, ValidationError, ValidationErrors};

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
    #[validate(custom(function = "positive"))]
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

/// Số liệu kê khai: một ô để điền. / Input: a cell to fill in.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawInput {
    /// Mã, chữ thường không dấu. / Id, plain lower-case letters.
    #[validate(custom(function = "input_id"))]
    pub id: String,
    /// Loại số liệu. / Kind.
    pub kind: RawKind,
    /// Nội dung hỏi, đúng lời quyết định. / What it asks, in the words of the decision.
    #[validate(length(min = 1))]
    pub label: String,
    /// Đơn vị tính. / Unit of measure.
    pub measure: Option<String>,
    /// Với loại date: ngày sớm nhất được nhận; mặc định 10 năm trước kỳ đánh giá. / For kind date: first day allowed; default 10 years before the days that are scored.
    pub earliest: Option<Day>,
    /// Với loại date: ngày muộn nhất được nhận; mặc định 2 năm sau kỳ đánh giá. / For kind date: last day allowed; default 2 years after the days that are scored.
    pub latest: Option<Day>,
}

/// Số liệu của tiêu chí: ô riêng, hoặc số liệu dùng chung của bộ. / Input of a criterion: a cell of its own, or a figure of the set.
#[derive(Debug, Clone)]
pub enum RawAsk {
    /// A cell of its own.
    Own(RawInput),
    /// A figure of the set.
    Shared(RawShared),
}

/// Số liệu dùng chung. / Figure of the set.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawShared {
    /// Mã của số liệu trong “figures” của bộ tiêu chí. / Id among the “figures” of the set.
    pub figure: String,
}

impl<'de> Deserialize<'de> for RawAsk {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Asks;
        impl<'de> Visitor<'de> for Asks {
            type Value = RawAsk;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an input, or a figure of the set")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawAsk, A::Error> {
                let first = map.next_key::<String>()?;
                let shared = first.as_deref() == Some("figure");
                let all = MapAccessDeserializer::new(Again { first, map });
                if shared { RawShared::deserialize(all).map(RawAsk::Shared) } else { RawInput::deserialize(all).map(RawAsk::Own) }
            }
        }
        deserializer.deserialize_map(Asks)
    }
}

/// A mapping of which the first key was read already.
struct Again<A> {
    first: Option<String>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Again<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(key) => seed.deserialize(StringDeserializer::<A::Error>::new(key)).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

impl JsonSchema for RawAsk {
    fn schema_name() -> Cow<'static, str> {
        "RawAsk".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (own, shared) = (generator.subschema_for::<RawInput>(), generator.subschema_for::<RawShared>());
        json_schema!({
            "description": "Ô số liệu riêng, hoặc số liệu dùng chung của bộ. / A cell of its own, or a figure of the set.",
            "anyOf": [own, shared]
        })
    }
}

impl Validate for RawAsk {
    fn validate(&self) -> Result<(), ValidationErrors> {
        match self {
            Self::Own(input) => input.validate(),
            Self::Shared(_) => Ok(()),
        }
    }
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

/// Declares a choice between words of the YAML language.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$of])* $variant),*
        }
    };
}

choice!(
    /// Bộ mẫu hay chép từ quyết định. / Model or transcribed.
    RawStatus {
        /// Bộ mẫu, không phải lời của quyết định nào. / Made as a model; no decision's text.
        Model,
        /// Chép lại từ quyết định đã ban hành. / Written off a published decision.
        Transcribed,
    }
);
choice!(
    /// Chỗ làm tròn. / Where it is rounded.
    #[derive(Default)]
    RawRoundAt {
        /// Chỉ khi in. / When printed only.
        #[default]
        Print,
        /// Điểm của từng tiêu chí thành phần. / Each leaf's points.
        Leaf,
    }
);
choice!(
    /// Cách làm tròn một nửa. / What becomes of a half.
    #[derive(Default)]
    RawRoundingMode {
        /// Nửa thì lên. / Halves up.
        #[default]
        HalfUp,
        /// Cắt bỏ. / Dropped.
        Truncate,
    }
);
choice!(
    /// Khi không có điều tra xã hội học. / Without a survey.
    #[derive(Default)]
    RawSurveyMissing {
        /// Chấm nhưng không xếp hạng. / Scored, not ranked.
        #[default]
        Unranked,
        /// Tính 0 điểm. / Counts 0.
        Zero,
        /// Bỏ khỏi điểm tối đa. / Leaves the maximum.
        Rescale,
    }
);
choice!(
    /// Điểm trừ để trống số liệu. / Penalty whose figures are blank.
    RawWhenBlank {
        /// Hỏi lại; kết quả của đơn vị là tạm tính. / Asked; the unit's result is provisional.
        Ask,
        /// Không trừ điểm. / Nothing is taken.
        None,
        /// Trừ cả mức cao nhất. / All of it is taken.
        Full,
    }
);
choice!(
    /// Điểm thưởng hay điểm trừ. / Bonus or penalty.
    RawSign {
        /// Điểm thưởng. / Added.
        Bonus,
        /// Điểm trừ. / Taken.
        Penalty,
    }
);
choice!(
    /// Mức độ của một phát hiện. / Severity of a finding.
    #[derive(Default)]
    RawSeverity {
        /// Lỗi. / Error.
        #[default]
        Error,
        /// Cảnh báo. / Warning.
        Warning,
        /// Lưu ý. / Note.
        Note,
    }
);
choice!(
    /// Loại số liệu. / Kind of input.
    RawKind {
        /// Số đếm. / Whole number.
        Count,
        /// Tỷ lệ phần trăm: 95,73 nghĩa là 95,73 %. / Points of percent.
        Percent,
        /// Số có phần thập phân. / Number with decimals.
        Points,
        /// Ngày. / Date.
        Date,
        /// Có hoặc không. / Yes or no.
        YesNo,
        /// Chọn một mức của quy tắc. / One of the rule's levels.
        Choice,
        /// Chữ. / Words.
        Text,
    }
);

fn first_version() -> String {
    "1".to_owned()
}

/// Makes a fault whose message brings its own words in both languages.
fn fault(code: &'static str, vi: &str, en: &str) -> ValidationError {
    ValidationError::new(code).with_message(format!("{vi} | {en}").into())
}

fn positive(number: &Number) -> Result<(), ValidationError> {
    if number.0.is_positive() {
        return Ok(());
    }
    let (vi, en) = (number.0.plain_vi(), number.0.plain());
    Err(fault("positive", &format!("“{vi}” phải lớn hơn 0"), &format!("“{en}” must be above 0")))
}

fn share(rate: &Rate) -> Result<(), ValidationError> {
    if rate.0 <= crate::points::Points::hundred() {
        return Ok(());
    }
    let (vi, en) = (rate.0.plain_vi(), rate.0.plain());
    Err(fault("share", &format!("“{vi}%” lớn hơn 100%"), &format!("“{en}%” is over 100%")))
}

fn path_safe(id: &str) -> Result<(), ValidationError> {
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

fn criterion_id(id: &str) -> Result<(), ValidationError> {
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

fn input_id(id: &str) -> Result<(), ValidationError> {
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
