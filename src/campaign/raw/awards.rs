//! Awards as they are written.

use schemars::JsonSchema;
use serde::Deserialize;
use validator::Validate;

use crate::yaml::{Amount, Number};

/// Danh hiệu, hình thức khen thưởng. / Award.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawAward {
    /// Mã. / Id.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Tên: Cờ thi đua của UBND tỉnh. / Name.
    #[validate(length(min = 1, max = 200))]
    pub name: String,
    /// Các khối được xét; mặc định là mọi khối. / Groups that it is open to; default: all.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Số lượng, hoặc tỷ lệ trong số đơn vị được xếp hạng: 20%. / How many may get it, or a share of the ranked units: 20%.
    pub quota: Amount,
    /// Làm tròn tỷ lệ; mặc định làm tròn xuống. / How a share is rounded; default: down.
    pub round: Option<RawRound>,
    /// Chỉ tiêu chung cho các khối, hoặc riêng từng khối; mặc định chung. / One quota for all groups, or one for each; default: overall.
    pub scope: Option<RawScope>,
    /// Số chỉ tiêu dành riêng cho khối, xét trước. / Places of the quota kept for groups, filled first.
    #[serde(default)]
    #[validate(nested)]
    pub reserved: Vec<RawReserved>,
    /// Điều kiện, phải đạt tất cả. / Conditions, all of which must hold.
    #[serde(default)]
    #[validate(nested)]
    pub conditions: Vec<RawCondition>,
    /// Thứ tự xét; mặc định theo chỉ số chưa làm tròn. / Order of preference; default: the exact index.
    #[serde(default)]
    #[validate(nested)]
    pub order: Vec<RawOrder>,
    /// Khóa cũ, nay viết ở conditions: chỉ số (đã làm tròn) thấp nhất. / Old key, now a condition: least printed index.
    pub least_index: Option<Number>,
    /// Khóa cũ, nay viết ở conditions: hạng thấp nhất trong khối. / Old key, now a condition: lowest place within the group.
    #[validate(range(min = 1))]
    pub last_place: Option<u32>,
    /// Đơn vị không xét, kèm lý do. / Units left out, with the reason.
    #[serde(default)]
    #[validate(nested)]
    pub excluded: Vec<RawExcluded>,
    /// Đơn vị có kết quả tạm tính: mặc định không được xét. / Units whose result is provisional: not chosen by default.
    pub provisional: Option<RawProvisional>,
    /// Viết gọn của điều kiện award: khen thưởng xét trước mà đơn vị đã được thì thôi khen thưởng này. / Short for the condition award: awards, decided before it, that exclude from this one.
    #[serde(default)]
    pub not_with: Vec<String>,
}

/// Cách làm tròn. / How a part of a place is rounded.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawRound {
    /// Làm tròn xuống. / Down.
    Down,
    /// Làm tròn lên. / Up.
    Up,
}

/// Phạm vi của chỉ tiêu. / What a quota is for.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawScope {
    /// Chung cho các khối. / All groups together.
    Overall,
    /// Riêng từng khối. / Each group.
    PerGroup,
}

/// Chỉ tiêu dành riêng. / Places kept for a group.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawReserved {
    /// Khối. / Group.
    pub group: String,
    /// Số chỉ tiêu. / How many.
    #[validate(range(min = 1))]
    pub places: u32,
}

/// Đơn vị có kết quả tạm tính. / Units whose result is provisional.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawProvisional {
    /// Vẫn được xét. / May be chosen.
    Allowed,
}

/// Đơn vị không xét khen thưởng. / Unit left out of an award.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawExcluded {
    /// Mã đơn vị. / Id of the unit.
    pub unit: String,
    /// Lý do. / Reason.
    #[validate(length(min = 1, max = 500))]
    pub reason: String,
}

/// Diện của đơn vị. / What units may be flagged with.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawFlag {
    /// Mã. / Id.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Tên in trong báo cáo: có cán bộ bị kỷ luật. / Name, as printed.
    #[validate(length(min = 1, max = 200))]
    pub name: String,
}

/// Điều kiện khen thưởng. / Condition of an award.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawCondition {
    /// Xét gì. / What is looked at.
    pub what: RawWhat,
    /// Tiêu chí, khi xét `criterion_index`, `criterion_points`. / Criterion of `criterion_index`, `criterion_points`.
    pub id: Option<String>,
    /// Các tiêu chí, khi xét `not_zero`. / Criteria of `not_zero`.
    #[serde(default)]
    pub ids: Vec<String>,
    /// Từ mức này trở lên. / Least value.
    pub at_least: Option<Number>,
    /// Không quá mức này. / Most.
    pub at_most: Option<Number>,
    /// Các mức xếp loại được chấp nhận, khi xét grade. / Grades allowed, for grade.
    #[serde(default, rename = "in")]
    pub among: Vec<String>,
    /// Không thuộc mã nào trong số này, khi xét flag, award. / None of these, for flag and award.
    #[serde(default)]
    pub none_of: Vec<String>,
    /// Thuộc ít nhất một mã trong số này, khi xét flag. / At least one of these, for flag.
    #[serde(default)]
    pub any_of: Vec<String>,
    /// Mã phát hiện, khi xét findings. / Codes of findings.
    #[serde(default)]
    pub codes: Vec<String>,
}

/// Điều xét của một điều kiện. / What a condition looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawWhat {
    /// Chỉ số đã làm tròn. / Printed index.
    Index,
    /// Tổng điểm đã làm tròn. / Printed points.
    Points,
    /// Hạng trong khối. / Place within the group.
    Place,
    /// Chỉ số của một tiêu chí. / Index of a criterion.
    CriterionIndex,
    /// Điểm của một tiêu chí. / Points of a criterion.
    CriterionPoints,
    /// Mức tăng chỉ số so với năm trước, theo điểm phần trăm. / Rise of the index on last year, in points of percent.
    Progress,
    /// Tự chấm vượt, có bù trừ. / Over-claim, net.
    OverClaimNet,
    /// Tự chấm vượt, chỉ phần cao hơn. / Over-claim, its positive part.
    OverClaimPositive,
    /// Số lỗi chưa khắc phục. / Open errors.
    OpenErrors,
    /// Số phát hiện có mã nêu ở codes. / Findings of the codes named.
    Findings,
    /// Xếp loại. / Grade.
    Grade,
    /// Không bị 0 điểm ở tiêu chí nào nêu ở ids. / No 0 at any of the ids.
    NotZero,
    /// Diện của đơn vị. / Flags.
    Flag,
    /// Gửi đúng hạn. / In time.
    InTime,
    /// Đã thẩm định xong. / Appraisal done.
    AppraisalFinal,
    /// Khen thưởng đã được đề nghị. / Awards proposed.
    Award,
}

/// Thứ tự xét. / Order of preference.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawOrder {
    /// Theo gì; cao hơn đứng trước, riêng hạng, tự chấm vượt và lỗi thì thấp hơn đứng trước. / By what: more comes first, but of places, over-claims and errors less.
    pub by: RawOrderBy,
    /// Tiêu chí, khi theo `criterion_index`, `criterion_points`. / Criterion of `criterion_index`, `criterion_points`.
    pub id: Option<String>,
}

/// Điều để xếp thứ tự. / What units are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawOrderBy {
    /// Chỉ số. / Index.
    Index,
    /// Tổng điểm. / Points.
    Points,
    /// Hạng trong khối. / Place within the group.
    Place,
    /// Chỉ số của một tiêu chí. / Index of a criterion.
    CriterionIndex,
    /// Điểm của một tiêu chí. / Points of a criterion.
    CriterionPoints,
    /// Mức tăng chỉ số so với năm trước. / Rise of the index on last year.
    Progress,
    /// Tự chấm vượt, có bù trừ. / Over-claim, net.
    OverClaimNet,
    /// Tự chấm vượt, chỉ phần cao hơn. / Over-claim, its positive part.
    OverClaimPositive,
    /// Số lỗi chưa khắc phục. / Open errors.
    OpenErrors,
}

impl RawOrderBy {
    /// Gives the same as a condition looks at it.
    pub const fn what(self) -> RawWhat {
        match self {
            Self::Index => RawWhat::Index,
            Self::Points => RawWhat::Points,
            Self::Place => RawWhat::Place,
            Self::CriterionIndex => RawWhat::CriterionIndex,
            Self::CriterionPoints => RawWhat::CriterionPoints,
            Self::Progress => RawWhat::Progress,
            Self::OverClaimNet => RawWhat::OverClaimNet,
            Self::OverClaimPositive => RawWhat::OverClaimPositive,
            Self::OpenErrors => RawWhat::OpenErrors,
        }
    }
}
