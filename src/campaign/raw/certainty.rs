//! What may vary where it is asked how sure an order is, as it is written.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::yaml::{Amount, Number};

/// Mức độ chắc chắn của thứ hạng. / How sure the order is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCertainty {
    /// Trọng số mỗi tiêu chí thành phần được thay đổi ngẫu nhiên nhiều nhất bao nhiêu phần trăm về mỗi phía; 0% là giữ nguyên. / How far the weight of each leaf may lie from the set's, to each side; 0% leaves it.
    pub weights: Amount,
    /// Các tiêu chí, lĩnh vực giữ nguyên trọng số, kể cả tiêu chí bên dưới. / Criteria and areas whose weights stay, with all below them.
    #[serde(default)]
    pub fixed: Vec<String>,
    /// Số lần tính thử; mặc định là 1000. / Number of draws; default: 1000.
    pub draws: Option<Number>,
    /// Số khởi đầu của dãy số ngẫu nhiên: cùng số thì cùng kết quả; mặc định là năm đánh giá. / Where the random numbers begin: the same seed gives the same result; default: the year.
    pub seed: Option<Number>,
}
