//! Tie-breaks of a group: what is written of them, made into what decides.

use super::raw::{RawTieBreak, RawTieBy};
use crate::assessment::Stage;
use crate::figure::CriterionId;
use crate::ranking::{Merit, TieBreak};

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
        RawTieBy::Progress => TieBreak::Merit(Merit::Progress),
        RawTieBy::OverClaimNet => TieBreak::Merit(Merit::OverClaimNet),
        RawTieBy::OverClaimPositive => TieBreak::Merit(Merit::OverClaimPositive),
        RawTieBy::OpenErrors => TieBreak::Merit(Merit::OpenErrors),
        RawTieBy::Findings => TieBreak::Merit(Merit::Findings(order.codes.clone())),
    })
}
