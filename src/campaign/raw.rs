//! `campaign.yaml` as it is written. Nothing here is checked beyond the shape of single fields; [`super::plan`] does that.

mod awards;
mod certainty;
mod grades;
mod late;
mod previous;
mod ties;

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use validator::{Validate, ValidationError};

pub use self::awards::{RawAward, RawCondition, RawFlag, RawOrder, RawOrderBy, RawProvisional, RawRound, RawScope, RawWhat};
pub use self::certainty::RawCertainty;
pub use self::grades::{RawGrade, RawGrades, RawScale};
pub use self::late::{RawEffect, RawExtension, RawLate};
pub use self::previous::RawPrevious;
pub use self::ties::{RawTieBreak, RawTieBy, RawTieOrder};
use crate::assessment::Stage;
use crate::finding::Severity;
use crate::yaml::{Day, Number};

/// Một đợt đánh giá: năm, khối, đơn vị, khen thưởng. / A campaign: year, groups, units, awards.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawCampaign {
    /// Mã của đợt đánh giá. / Id of the campaign.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Tên đợt đánh giá, in trên mọi báo cáo. / Title, printed on every report.
    #[validate(length(min = 1, max = 300))]
    pub title: String,
    /// Cơ quan chủ quản, in trên tên cơ quan và tên đơn vị: UBND tỉnh …. / Authority above the office and the units, printed above their names.
    pub authority: Option<String>,
    /// Cơ quan tổ chức chấm điểm. / Office that runs it.
    pub office: Option<String>,
    /// Địa danh ghi trước ngày tháng. / Place before the date of what is printed.
    pub place: Option<String>,
    /// Người ký văn bản, bảng kết quả xếp hạng và danh sách đề nghị khen thưởng. / Who signs the documents, the ranking and the award proposal.
    pub signatory: Option<RawSignatory>,
    /// Hội đồng hoặc tổ thẩm định cùng ký bảng kết quả xếp hạng; không khai thì chỉ cơ quan ký. / Council that signs the ranking, too; without it the office signs alone.
    #[validate(length(min = 1, max = 150))]
    pub council: Option<String>,
    /// Căn cứ ghi trong văn bản Word và các bảng để ký, mỗi căn cứ một dòng. / What the documents and the lists to be signed are based on, a line each.
    #[serde(default)]
    pub basis: Vec<String>,
    /// Nơi nhận ghi trong báo cáo, tờ trình, dự thảo quyết định và các bảng để ký, mỗi nơi một dòng; công văn gửi từng đơn vị chỉ gửi đơn vị ấy. / Recipients of the report, the submission, the draft decision and the lists to be signed, a line each; letters to a unit go to that unit only.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// Năm được chấm điểm. / Year that is scored.
    #[validate(range(min = 2000, max = 2100))]
    pub year: i16,
    /// Thời gian mà tài liệu kiểm chứng phải thuộc về; mặc định là cả năm. / Days that evidence has to fall into; default: the year.
    pub period: Option<RawPeriod>,
    /// Hạn gửi biểu tự đánh giá. / Last day for sending forms in.
    pub deadline: Option<Day>,
    /// Các lần gia hạn, cho đơn vị hoặc cho tiêu chí. / Extensions, for units or for criteria.
    #[serde(default)]
    #[validate(nested)]
    pub extensions: Vec<RawExtension>,
    /// Gửi muộn thì xử lý thế nào. / What is done about what comes late.
    pub late: Option<RawLate>,
    /// Dòng in trên mọi trang: DỰ THẢO, SỐ LIỆU MINH HỌA. / Line printed on every sheet.
    pub notice: Option<String>,
    /// Bước chấm được coi là điểm chính thức. / Stage whose points are official.
    pub official: RawStage,
    /// Cách đọc biểu riêng của tỉnh, khi không tự nhận ra đúng. / How the province's own form is read, where it isn't recognised rightly.
    #[validate(nested)]
    pub form: Option<RawForm>,
    /// Các bảng xếp loại mà nhiều khối dùng chung. / Scales of grades that groups name.
    #[serde(default)]
    #[validate(nested)]
    pub grades: Vec<RawScale>,
    /// Các lần thẩm định, khi cần đặt tên, thời gian; không khai thì dùng lần nào cũng được. / Rounds of appraisal, with their names and days; without it any round may be used.
    #[serde(default)]
    #[validate(nested)]
    pub rounds: Vec<RawAppraisalRound>,
    /// Thư mục kết quả năm trước để so sánh, bên trong thư mục đợt; nhiều năm thì ghi danh sách. / Result folder of the year before, inside the campaign's, to compare with; a list for several years.
    #[serde(default)]
    pub previous: RawPrevious,
    /// Tiêu chí đổi mã so với năm trước: mã cũ và mã mới. / Criteria whose ids changed: the old id and the new one.
    #[serde(default)]
    pub criteria_map: BTreeMap<String, String>,
    /// Tính thử mức độ chắc chắn của thứ hạng; không khai thì không tính. / How sure the order is; without it nothing is worked out.
    pub certainty: Option<RawCertainty>,
    /// Những bảng in thêm trong báo cáo. / What reports hold beside what they always do.
    #[serde(default)]
    #[validate(nested)]
    pub reports: RawReports,
    /// Các cơ quan thẩm định: ai thẩm định tiêu chí nào. / Agencies that appraise, and what.
    #[serde(default)]
    #[validate(nested)]
    pub agencies: Vec<RawAgency>,
    /// Tiêu chí không áp dụng cho nhiều đơn vị hoặc cả khối, kèm lý do. / Criteria that several units, or whole groups, are excused from, with the reason.
    #[serde(default)]
    #[validate(nested)]
    pub not_applicable: Vec<RawExemption>,
    /// Các khối, nhóm xếp hạng. / Groups that are ranked.
    #[validate(nested)]
    pub groups: Vec<RawGroup>,
    /// Các đơn vị. / Units.
    #[validate(nested)]
    pub units: Vec<RawUnit>,
    /// Số liệu cộng toàn tỉnh. / Figures added up over all units.
    #[serde(default)]
    #[validate(nested)]
    pub totals: Vec<RawTotal>,
    /// Các danh hiệu, hình thức khen thưởng. / Awards.
    #[serde(default)]
    #[validate(nested)]
    pub awards: Vec<RawAward>,
    /// Diện mà điều kiện khen thưởng xét đến: kỷ luật, đang thanh tra. / What conditions of awards may ask of units.
    #[serde(default)]
    #[validate(nested)]
    pub flags: Vec<RawFlag>,
    /// Khi một đơn vị gửi nhiều biểu: tệp nào trong submissions được chấm, theo mã đơn vị. / Where a unit sent several forms: which file in submissions counts, by unit id.
    #[serde(default)]
    pub submissions: BTreeMap<String, String>,
    /// Mức độ của từng mã phát hiện, thay cho mặc định. / Severities of finding codes, instead of the catalogue's.
    #[serde(default)]
    pub severities: Vec<RawSeverity>,
}

/// Người ký. / Who signs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSignatory {
    /// Chức vụ: GIÁM ĐỐC. / Title.
    pub title: String,
    /// Họ và tên. / Name.
    pub name: Option<String>,
}

/// Lần thẩm định. / Round of appraisal.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawAppraisalRound {
    /// Số thứ tự của lần thẩm định: 1, 2, …. / Number of the round: 1, 2, ….
    #[validate(range(min = 1, max = 99))]
    pub id: u8,
    /// Tên, in trên phiếu thẩm định và phiếu giải trình. / Name, printed on the workbooks of appraisal and explanation.
    #[validate(length(min = 1, max = 100))]
    pub name: Option<String>,
    /// Ngày bắt đầu. / First day.
    pub from: Option<Day>,
    /// Ngày kết thúc. / Last day.
    pub to: Option<Day>,
    /// Thư mục giữ kết quả đã khóa của lần này, bên trong thư mục đợt; điểm của lần này ở đó được giữ nguyên. / Folder of the result that locks the round, inside the campaign's; its points of this round stand.
    pub locked: Option<String>,
}

/// Cơ quan thẩm định. / Agency that appraises.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawAgency {
    /// Mã: so-tu-phap. / Id.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Tên, in trên biểu và báo cáo. / Name, as printed.
    #[validate(length(min = 1, max = 200))]
    pub name: String,
    /// Các tiêu chí, lĩnh vực được giao, thay cho `agency` ghi ở chính tiêu chí ấy trong bộ tiêu chí. / Criteria and areas given to it, in place of the `agency` that the set names at the same criterion.
    #[serde(default)]
    pub criteria: Vec<String>,
}

/// Tiêu chí không áp dụng. / Criteria that do not apply.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawExemption {
    /// Các khối được miễn. / Groups that are excused.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Các đơn vị được miễn. / Units that are excused.
    #[serde(default)]
    pub units: Vec<String>,
    /// Các tiêu chí, lĩnh vực, kể cả tiêu chí bên dưới. / Criteria and areas, with all below them.
    #[validate(length(min = 1))]
    pub criteria: Vec<String>,
    /// Lý do, căn cứ: in trong báo cáo. / Reason, as printed.
    #[validate(length(min = 1, max = 500))]
    pub reason: String,
}

/// Những bảng in thêm trong báo cáo. / What reports hold beside what they always do.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawReports {
    /// Liệt kê các đơn vị có chỉ số (đã làm tròn) dưới mức này. / Units whose printed index is under this are listed.
    pub threshold: Option<Number>,
    /// Các bảng theo mẫu công bố. / Tables in the layouts that provinces publish.
    #[serde(default)]
    pub published: Vec<RawPublished>,
    /// Thêm trang “Dữ liệu” vào cuối báo cáo xếp hạng: mỗi đơn vị, tiêu chí một dòng, để lập bảng tổng hợp (pivot table). / Ends the ranking report on a sheet “Data” for pivot tables: a row for each unit and criterion.
    #[serde(default)]
    pub data: bool,
}

/// Mẫu bảng công bố. / Layout of a published table.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawPublished {
    /// Điểm thẩm định, điểm điều tra, tổng điểm, chỉ số; cuối bảng là giá trị trung bình. / Points of appraisal and survey, sum, index, and the mean below.
    Scores,
    /// Thứ tự xếp hạng, tổng điểm, điểm đánh giá trực tiếp, điểm điều tra. / Place, sum and its two parts.
    Places,
    /// Điểm, vị thứ, xếp loại và bảng tổng hợp xếp loại. / Points, place, grade, and how many units have which.
    Grades,
}

/// Mức độ của một mã phát hiện. / Severity of a finding code.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSeverity {
    /// Mã phát hiện: E022. / Code of the finding.
    pub finding: String,
    /// Mức độ. / Severity.
    pub severity: RawLevel,
}

/// Mức độ: lưu ý, cảnh báo, lỗi. / Severity.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawLevel {
    /// Lưu ý. / Note.
    Note,
    /// Cảnh báo. / Warning.
    Warning,
    /// Lỗi. / Error.
    Error,
}

impl From<RawLevel> for Severity {
    fn from(raw: RawLevel) -> Self {
        match raw {
            RawLevel::Note => Self::Note,
            RawLevel::Warning => Self::Warning,
            RawLevel::Error => Self::Error,
        }
    }
}

/// Từ ngày đến ngày. / From a day to a day, both included.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPeriod {
    /// Ngày đầu. / First day.
    pub from: Day,
    /// Ngày cuối. / Last day.
    pub to: Day,
}

/// Biểu riêng của tỉnh: những gì được chỉ định, phần còn lại tự tìm. / Form of the province's own: what is pinned; the rest is found.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawForm {
    /// Tên trang tính. / Name of the sheet.
    #[validate(length(min = 1, max = 60))]
    pub sheet: Option<String>,
    /// Hàng đầu của tiêu đề, tính từ 1. / First row of the header, from 1.
    #[validate(range(min = 1, max = 1000))]
    pub header_row: Option<u32>,
    /// Ô ghi tên đơn vị, trên trang của biểu: C3. / Cell that names the unit, on the form's sheet.
    #[validate(custom(function = "address"))]
    pub unit_cell: Option<String>,
    /// Các cột, ghi bằng chữ cái. / Columns, by their letters.
    #[serde(default)]
    #[validate(nested)]
    pub columns: RawColumns,
    /// Tiêu chí mà biểu của tỉnh không hỏi số liệu; điểm tự đánh giá giữ nguyên đến khi thẩm định. / Criteria whose figures the province's form does not ask for; the claim stands until it is appraised.
    #[serde(default)]
    pub no_figures: Vec<String>,
}

/// Các cột của biểu, ghi bằng chữ cái: F. / Columns of a form, by their letters.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawColumns {
    /// Số thứ tự. / Number of the criterion.
    #[validate(custom(function = "letters"))]
    pub number: Option<String>,
    /// Tiêu chí. / Name of the criterion.
    #[validate(custom(function = "letters"))]
    pub name: Option<String>,
    /// Nội dung: tiêu chí bên dưới, khi có hai cột tên. / What is below a criterion, where names take two columns.
    #[validate(custom(function = "letters"))]
    pub content: Option<String>,
    /// Điểm tối đa. / Maximum.
    #[validate(custom(function = "letters"))]
    pub max: Option<String>,
    /// Số liệu. / Figures.
    #[validate(custom(function = "letters"))]
    pub figures: Option<String>,
    /// Tỷ lệ đạt được, bên cạnh số liệu. / Rate, beside the figures.
    #[validate(custom(function = "letters"))]
    pub rate: Option<String>,
    /// Điểm tự đánh giá. / Claimed score.
    #[validate(custom(function = "letters"))]
    pub claimed: Option<String>,
    /// Tài liệu kiểm chứng. / Evidence.
    #[validate(custom(function = "letters"))]
    pub evidence: Option<String>,
    /// Giải trình. / Explanation.
    #[validate(custom(function = "letters"))]
    pub explanation: Option<String>,
    /// Ghi chú, nhận xét của đơn vị: giải trình và tài liệu. / The unit's remarks: explanation and evidence.
    #[validate(custom(function = "letters"))]
    pub remark: Option<String>,
}

/// Address of a cell, within what a sheet is read to.
fn address(cell: &str) -> Result<(), ValidationError> {
    if crate::workbook::position(cell).is_some() {
        return Ok(());
    }
    Err(ValidationError::new("address")
        .with_message("ô ghi bằng địa chỉ như trong Excel, ví dụ C3 | a cell is written by its address as in Excel, such as C3".into()))
}

/// Column letters, within what a sheet is read to.
fn letters(column: &str) -> Result<(), ValidationError> {
    if crate::workbook::column_of(column).is_some() {
        return Ok(());
    }
    Err(ValidationError::new("letters")
        .with_message("cột ghi bằng chữ cái như trong Excel, ví dụ F | a column is written by its letters as in Excel, such as F".into()))
}

/// Bước chấm. / Stage.
#[derive(Debug, Clone, Copy)]
pub struct RawStage(pub Stage);

/// Stages that most campaigns declare; `appraised_3` and further rounds are read as well.
const STAGES: [&str; 5] = ["claimed", "computed", "accepted", "appraised_1", "appraised_2"];

impl<'de> Deserialize<'de> for RawStage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        Stage::of_key(&key).map(Self).ok_or_else(|| D::Error::unknown_variant(&key, &STAGES))
    }
}

impl JsonSchema for RawStage {
    fn schema_name() -> Cow<'static, str> {
        "RawStage".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Bước chấm. / Stage.",
            "anyOf": [
                { "const": "claimed", "description": "Tự đánh giá. / Self-assessed." },
                { "const": "computed", "description": "Tính từ số liệu kê khai. / Computed from the figures declared." },
                { "const": "accepted", "description": "Được chấp nhận sau khi đối chiếu tài liệu kiểm chứng. / Accepted after evidence was checked." },
                { "const": "appraised_1", "description": "Thẩm định lần 1. / Appraised, round 1." },
                { "const": "appraised_2", "description": "Thẩm định lần 2. / Appraised, round 2." },
                { "pattern": "^appraised_[1-9][0-9]?$", "examples": ["appraised_3"], "description": "Thẩm định lần 3 và các lần sau. / Further rounds of appraisal." }
            ]
        })
    }
}

/// Khối, nhóm xếp hạng. / Group of units that are ranked together.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawGroup {
    /// Mã khối. / Id.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Tên khối. / Name.
    #[validate(length(min = 1, max = 200))]
    pub name: String,
    /// Bộ tiêu chí: tên thư mục trong criteria/. / Criteria set: name of a folder under criteria/.
    #[validate(length(min = 1, max = 100))]
    pub set: String,
    /// Số chữ số thập phân khi in, thay cho bộ tiêu chí. / Decimals printed, instead of the set's.
    #[validate(range(max = 4))]
    pub decimals: Option<u8>,
    /// Cách đọc biểu riêng của khối này, thay cho của cả đợt. / How this group's form is read, instead of the campaign's.
    #[validate(nested)]
    pub form: Option<RawForm>,
    /// Các mức xếp loại, từ cao xuống thấp; hoặc mã của một bảng trong `grades` của đợt. / Grades from the best down; or the id of a scale under `grades` of the campaign.
    #[serde(default)]
    #[validate(nested)]
    pub grades: RawGrades,
    /// Tiêu chí phụ khi bằng chỉ số, theo thứ tự: mã tiêu chí (so điểm), hoặc `{ by: survey }`; không khai thì đồng hạng. / What decides between equal indexes, in order: the id of a criterion (its points), or `{ by: survey }`; without it they share the place.
    #[serde(default)]
    pub tie_breaks: Vec<RawTieBreak>,
}

/// Đơn vị được chấm điểm. / Unit that is scored.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawUnit {
    /// Mã đơn vị, cũng là tên thư mục tài liệu kiểm chứng. / Id, also the name of its evidence folder.
    pub id: String,
    /// Tên chính thức. / Official name.
    #[validate(length(min = 1, max = 200))]
    pub name: String,
    /// Tên khác, tên viết tắt, tên cũ. / Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Cơ quan chủ quản của đơn vị này, thay cho của cả đợt. / Authority above this unit, instead of the campaign's.
    pub authority: Option<String>,
    /// Địa danh ghi trước ngày tháng trong biểu của đơn vị, thay cho của cả đợt; xã, phường thì mặc định là tên xã, phường. / Place before the date on the unit's form, instead of the campaign's; a commune's own name by default.
    pub place: Option<String>,
    /// Người ký biểu của đơn vị: { title: CHÁNH VĂN PHÒNG, name: Nguyễn Văn A }. / Who signs the unit's form.
    pub signatory: Option<RawSignatory>,
    /// Mã khối. / Id of its group.
    pub group: String,
    /// Có xếp hạng hay chỉ chấm điểm; mặc định là có. / Whether it takes a place; default: yes.
    #[serde(default = "yes")]
    pub ranked: bool,
    /// Tiêu chí mà đơn vị không phải chấm. / Criteria that it is excused from.
    #[serde(default)]
    pub not_applicable: Vec<String>,
    /// Các đơn vị trước sắp xếp, theo mã của năm trước; bỏ trống khi đơn vị không đổi. / What it was before, by the ids of earlier years; blank where it is the same.
    #[serde(default)]
    pub predecessors: Vec<String>,
    /// Hạn gửi biểu của riêng đơn vị này, thay cho hạn chung. / Last day for this unit's form, instead of the campaign's.
    pub deadline: Option<Day>,
    /// Ngày cơ quan thường trực nhận được biểu. / Day on which its form came.
    pub received: Option<Day>,
    /// Diện của đơn vị, theo mã ở flags của đợt: kỷ luật, đề nghị riêng. / What it is flagged with, by the campaign's flags.
    #[serde(default)]
    pub flags: Vec<String>,
}

/// Số liệu cộng toàn tỉnh. / Figure added up over all units.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawTotal {
    /// Tên, in trong báo cáo. / Label, as printed.
    #[validate(length(min = 1, max = 200))]
    pub label: String,
    /// Đơn vị tính. / Unit of measure.
    pub measure: Option<String>,
    /// Mã số liệu được cộng. / Id of the inputs that are added.
    pub of: String,
    /// Mã số liệu làm mẫu số, khi in tỷ lệ %. / Id of the inputs that the sum is divided by, for a rate.
    pub to: Option<String>,
    /// Các tiêu chí thành phần được cộng; bắt buộc khi số liệu cùng mã ở các tiêu chí có tên hoặc đơn vị tính khác nhau. / Leaves whose inputs are added; needed where inputs of this id differ in label or measure.
    #[serde(default)]
    pub criteria: Vec<String>,
}

/// Default of switches that are on.
const fn yes() -> bool {
    true
}
