//! Tie-breaks of a group: what is written of them, made into what decides.

use super::raw::{RawTieBreak, RawTieBy};
use crate::assessment::Stage;
use crate::figure::CriterionId;
use crate::ranking::TieBreak;

/// Makes a tie-break; `None` for one that lacks what it looks at, which the laws refuse.
pub fn make(raw: &RawTieBreak) -> Option<TieBreak> {
    let order = match raw {
        RawTieBreak::Criterion(id) => return Some(TieBreak::Points(CriterionId::new(id.as_str()))),
        RawTieBreak::By(order) => order,
    };
    let criterion = || order.id.as_deref().map(CriterionId::new);
    Some(match order.by {
        RawTieBy::CriterionPoints => TieBreak::Points(criterion()?),
        RawTieBy::CriterionIndex => TieBreak::Index(criterion()?),
        RawTieBy::Stage => TieBreak::Stage(Stage::of_key(order.stage.as_deref()?)?),
        RawTieBy::Survey => TieBreak::Survey,
        RawTieBy::Progress => TieBreak::Progress,
        RawTieBy::OverClaimNet => TieBreak::OverClaimNet,
        RawTieBy::OverClaimPositive => TieBreak::OverClaimPositive,
        RawTieBy::OpenErrors => TieBreak::OpenErrors,
        RawTieBy::Findings => TieBreak::Findings(order.codes.clone()),
    })
}
