//! `given`: points typed by the scorer named: the unit, the council, or the survey.
//!
//! ```yaml
//! rule: { given: { by: council } }
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::points::Points;
use crate::text;
use crate::text::Text;

/// YAML of [`Given`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGiven {
    /// Người nhập điểm. / Who types the points.
    pub by: Scorer,
}

/// Points typed by the scorer named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Who types them.
    pub by: Scorer,
}

impl From<RawGiven> for Given {
    fn from(raw: RawGiven) -> Self {
        Self { by: raw.by }
    }
}

impl Faces for Given {
    fn asks(&self) -> Vec<Ask> {
        Vec::new()
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        Vec::new()
    }

    fn spares(&self) -> Vec<Spare> {
        Vec::new()
    }

    fn scorer(&self) -> Scorer {
        self.by
    }

    fn stands_within(&self) -> bool {
        false
    }

    fn branches(&self, _: &Terms<'_>) -> Vec<Branch> {
        Vec::new()
    }

    fn laws(&self, _: &Terms<'_>) -> Vec<Fault> {
        Vec::new()
    }

    fn formula(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let (max_vi, max_en) = (leaf.max.plain_vi(), leaf.max.plain());
        vec![match self.by {
            Scorer::Unit => text!("Điểm do đơn vị chấm, tối đa {max_vi}", "Scored by the unit, at most {max_en}"),
            Scorer::Council => {
                text!("Điểm do hội đồng thẩm định chấm, tối đa {max_vi}", "Scored by the appraisal council, at most {max_en}")
            }
            // A survey scores nobody: the points come of its answers.
            Scorer::Survey => text!("Điểm điều tra xã hội học, tối đa {max_vi}", "Survey points, at most {max_en}"),
        }]
    }
}

impl Scores for Given {
    type Fact = ();

    fn score(&self, _: &Case<'_>) -> Scored<()> {
        Scored::new(Gives::Waits, ())
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, (): &()) -> Vec<String> {
        Vec::new()
    }

    fn explain(&self, (): &(), _: &Terms<'_>) -> Vec<Text> {
        vec![match self.by {
            Scorer::Unit => {
                text!("Điểm do đơn vị tự chấm, không tính từ số liệu.", "Points are scored by the unit, not computed.")
            }
            Scorer::Council => text!(
                "Điểm do hội đồng thẩm định chấm, không tính từ số liệu.",
                "Points are scored by the appraisal council, not computed."
            ),
            Scorer::Survey => text!(
                "Điểm lấy từ kết quả điều tra xã hội học, không tính từ số liệu kê khai.",
                "Points come from the survey, not from figures declared."
            ),
        }]
    }

    fn findings(&self, (): &(), _: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        Vec::new()
    }
}
