//! `award-cases.yaml` as it is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use validator::{Validate, ValidationErrors};

use crate::yaml::Number;

/// Các ví dụ. / Cases.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RawAwardCases(pub Vec<RawAwardCase>);

/// Nothing can be said of single fields without the campaign.
impl Validate for RawAwardCases {
    fn validate(&self) -> Result<(), ValidationErrors> {
        Ok(())
    }
}

/// Một câu của quy chế, tính sẵn. / A sentence of the rules, worked out.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAwardCase {
    /// Câu nói rõ ví dụ này. / What the case says, as a sentence.
    pub text: String,
    /// Bảng các đơn vị của ví dụ: chỉ những đơn vị này được xếp hạng và xét khen thưởng. / The units of the case: only these are ranked and looked at.
    pub units: Vec<RawCaseUnit>,
    /// Kết quả phải có. / What must come out.
    pub expect: RawExpect,
}

/// Một đơn vị của ví dụ. / A unit of a case.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCaseUnit {
    /// Mã: tự đặt, hoặc mã đơn vị của đợt. / Id: of your own, or of a unit of the campaign.
    pub id: String,
    /// Khối; bỏ qua được khi đợt chỉ có một khối, hoặc id là đơn vị của đợt. / Group; may be left out where the campaign has only one, or where the id is one of its units.
    pub group: Option<String>,
    /// Chỉ số, chưa làm tròn. / Index, unrounded.
    pub index: Option<Number>,
    /// Tổng điểm, thay cho index. / Points, in place of the index.
    pub points: Option<Number>,
    /// Điểm tối đa áp dụng cho đơn vị; mặc định là tổng điểm của bộ tiêu chí. / Maximum that applies to the unit; default: the total of the set.
    pub max: Option<Number>,
    /// Điểm chính thức theo mã tiêu chí, lĩnh vực, dòng điểm thưởng, điểm trừ (điểm trừ ghi số dương). / Official points by criterion, area, bonus or penalty (of a penalty a positive number).
    #[serde(default)]
    pub criteria: BTreeMap<String, Number>,
    /// Tổng điểm theo bước: `claimed`, `computed`, `accepted`, `appraised_1`, …. / Total by stage.
    #[serde(default)]
    pub stages: BTreeMap<String, Number>,
    /// Điểm điều tra xã hội học. / Points of the survey.
    pub survey: Option<Number>,
    /// Mức tăng chỉ số so với năm trước; không ghi là không có để so. / Rise of the index on last year; where it is left out there is nothing to compare.
    pub progress: Option<Number>,
    /// Tự chấm vượt, có bù trừ; mặc định 0. / Over-claim, net; default 0.
    pub over_claim_net: Option<Number>,
    /// Tự chấm vượt, chỉ phần cao hơn; mặc định 0. / Over-claim, its positive part; default 0.
    pub over_claim_positive: Option<Number>,
    /// Mã các phát hiện của đơn vị, mỗi phát hiện một mã; mã có mức độ lỗi là lỗi chưa khắc phục. / Codes of what was found at the unit, one for each; those that are errors are open errors.
    #[serde(default)]
    pub findings: Vec<String>,
    /// Diện của đơn vị; mặc định như đơn vị của đợt có cùng mã. / Flags of the unit; default: those of the unit of the campaign with this id.
    pub flags: Option<Vec<String>>,
    /// Số ngày gửi muộn; mặc định 0. / Days late; default 0.
    pub days_late: Option<u32>,
    /// Mọi tiêu chí đã thẩm định xong; mặc định true. / Whether appraisal of every criterion is done; default true.
    pub appraisal_final: Option<bool>,
    /// Kết quả còn tạm tính; mặc định false. / Whether its result is provisional; default false.
    pub provisional: Option<bool>,
    /// Được xếp hạng; mặc định true. / Whether it takes a place; default true.
    pub ranked: Option<bool>,
    /// Đã gửi báo cáo tự đánh giá; mặc định true. / Whether it sent its form; default true.
    pub submitted: Option<bool>,
}

/// Kết quả phải có; điều nào không ghi thì không đối chiếu. / What must come out; what is left out is not compared.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawExpect {
    /// Hạng trong khối, theo mã đơn vị. / Place within the group, by unit.
    #[serde(default)]
    pub places: BTreeMap<String, u32>,
    /// Những đơn vị đồng hạng, đúng và đủ. / The units that share their place, all of them.
    pub tied: Option<Vec<String>>,
    /// Những đơn vị không có hạng, đúng và đủ. / The units without a place, all of them.
    pub unplaced: Option<Vec<String>>,
    /// Xếp loại, theo mã đơn vị. / Grade, by unit.
    #[serde(default)]
    pub grades: BTreeMap<String, String>,
    /// Theo mã khen thưởng. / By award.
    #[serde(default)]
    pub awards: BTreeMap<String, RawAwardExpect>,
}

/// Kết quả phải có của một khen thưởng. / What must come out of an award.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAwardExpect {
    /// Những đơn vị được đề nghị, đúng thứ tự. / The units proposed, in order.
    pub chosen: Option<Vec<String>>,
    /// Những đơn vị bằng nhau ở vị trí cuối của chỉ tiêu; có chosen mà không ghi khóa này là không có đơn vị nào. / The units equal at the edge of the quota; none where this is left out beside chosen.
    pub tied_at_edge: Option<Vec<String>>,
    /// Vì sao không được đề nghị, theo mã đơn vị: điều kiện không đạt (`index`, `grade`, `flag`, …, `criterion_points 3`), `excluded`, `provisional`, `unranked`, `not_submitted`, `quota` (hết chỉ tiêu), `edge` (bằng nhau ở ranh giới). / Why a unit is not proposed: conditions that it misses, or what else stands against it.
    #[serde(default)]
    pub missed: BTreeMap<String, Vec<String>>,
}
