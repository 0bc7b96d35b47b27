//! Points outside the tree that only the council gives or takes: before its first word there are none, so that whatever it
//! types changes what stood, and wants a reason.

use crate::assessment::{Appraisal, Entry, Round};
use crate::criteria::Sign;
use crate::figure::{CriterionId, UnitId};
use crate::finding::Finding;
use crate::finding::appraisal::NO_REASON;
use crate::rule::Scorer;
use crate::text;

use super::super::super::earlier_folder::EarlierOf;
use super::super::super::plan::Plan;

/// Tells of such points without a reason, of the first round in which any are typed; later ones are compared with those.
pub fn find(plan: &Plan, appraisal: &Appraisal, (round, unit, id): (Round, &UnitId, &CriterionId), entry: &Entry) -> Option<Finding> {
    let set = plan.set(plan.unit(unit)?)?;
    let line = set.adjustments.iter().find(|line| line.criterion.id == *id)?;
    let by_council = line.criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Council);
    let was_locked = plan.earlier.iter().any(|folder| matches!(folder.of, EarlierOf::Locked(locked) if locked < round));
    let was_typed = appraisal.rounds.range(..round).any(|(_, of)| of.get(unit).is_some_and(|typed| typed.contains_key(id)));
    if !by_council || was_locked || was_typed || !entry.reason_asked || entry.reason.is_some() || entry.points.is_zero() {
        return None;
    }
    let (typed_vi, typed) = (entry.points.plain_vi(), entry.points.plain());
    let message = match line.sign {
        Sign::Penalty => text!(
            "Điểm trừ “{id}” được thẩm định “{typed_vi}” điểm nhưng chưa ghi lý do.",
            "The penalty “{id}” is appraised at “{typed}” points; no reason is given."
        ),
        Sign::Bonus => text!(
            "Điểm thưởng “{id}” được thẩm định “{typed_vi}” điểm nhưng chưa ghi lý do.",
            "The bonus “{id}” is appraised at “{typed}” points; no reason is given."
        ),
    };
    Some(Finding::new(&NO_REASON, message).of(unit).on(id).at(entry.place.clone()))
}
