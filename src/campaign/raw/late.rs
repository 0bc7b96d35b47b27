//! Last days and lateness, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;
use validator::Validate;

use crate::yaml::{Day, Number};

/// Gia hạn. / Extension.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawExtension {
    /// Các đơn vị được gia hạn; mặc định là mọi đơn vị. / Units that it is for; default: all.
    #[serde(default)]
    pub units: Vec<String>,
    /// Các tiêu chí, lĩnh vực được gia hạn, kể cả tiêu chí bên dưới; mặc định là cả biểu. / Criteria that it is for, with all below them; default: the whole form.
    #[serde(default)]
    pub criteria: Vec<String>,
    /// Hạn mới. / New last day.
    pub deadline: Day,
    /// Lý do: văn bản cho phép gia hạn. / Reason: the letter that allows it.
    #[validate(length(min = 1, max = 500))]
    pub reason: Option<String>,
}

/// Xử lý gửi muộn. / What is done about what comes late.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLate {
    /// Hình thức xử lý. / Effect.
    pub effect: RawEffect,
    /// Số điểm trừ cho mỗi ngày muộn (ngày theo lịch). / Points for each calendar day.
    pub each_day: Option<Number>,
    /// Số điểm trừ nhiều nhất. / The most that it costs.
    pub cap: Option<Number>,
}

/// Hình thức xử lý gửi muộn. / Effect of lateness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawEffect {
    /// Không xử lý, chỉ in số ngày muộn. / None: the days are printed.
    None,
    /// Nêu cảnh báo, không trừ điểm. / A warning, and no points.
    Flag,
    /// Trừ điểm. / It costs points.
    Points,
}
