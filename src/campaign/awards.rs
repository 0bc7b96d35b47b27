//! Awards of a campaign: what is written of them, made into rules.

use super::raw::{RawAward, RawCampaign, RawCondition, RawProvisional, RawRound, RawScope, RawWhat};
use crate::award::{AwardRule, Condition, Measure, Quota};
use crate::figure::{AwardId, CriterionId, GroupId, UnitId};
use crate::points::Points;
use crate::ranking::Merit;
use crate::yaml::Amount;

/// Makes the awards; one that names no groups is open to all.
pub fn make(raw: &RawCampaign) -> Vec<AwardRule> {
    raw.awards.iter().map(|award| one(award, raw)).collect()
}

/// Makes an award.
fn one(award: &RawAward, raw: &RawCampaign) -> AwardRule {
    let named =
        if award.groups.is_empty() { raw.groups.iter().map(|group| &group.id).collect() } else { award.groups.iter().collect::<Vec<_>>() };
    let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let old = [
        award.least_index.as_ref().map(|least| within(Measure::Index, Some(least.0.clone()), None)),
        award.last_place.map(|last| within(Measure::Place, None, Some(Points::from(i64::from(last))))),
        (!award.not_with.is_empty()).then(|| Condition::NotProposed(award.not_with.iter().map(|id| AwardId::new(id.as_str())).collect())),
    ];
    let mut groups: Vec<GroupId> = Vec::new();
    for id in named.into_iter().map(|id| GroupId::new(id.as_str())) {
        // One that is named twice is still one group.
        if !groups.contains(&id) {
            groups.push(id);
        }
    }
    AwardRule {
        id: AwardId::new(award.id.as_str()),
        name: award.name.clone(),
        groups,
        quota: match &award.quota {
            Amount::Points(number) => Quota::Number(number.plain().parse().unwrap_or(0)),
            Amount::Share(share) => Quota::Share { share: share.clone(), up: matches!(award.round, Some(RawRound::Up)) },
        },
        per_group: matches!(award.scope, Some(RawScope::PerGroup)),
        reserved: award.reserved.iter().map(|kept| (GroupId::new(kept.group.as_str()), whole(kept.places))).collect(),
        conditions: old.into_iter().flatten().chain(award.conditions.iter().filter_map(|one| condition(one, raw))).collect(),
        order: award.order.iter().filter_map(|order| measure(order.by.what(), order.id.as_deref(), &[])).collect(),
        excluded: award.excluded.iter().map(|line| (UnitId::new(line.unit.as_str()), line.reason.clone())).collect(),
        provisional_allowed: matches!(award.provisional, Some(RawProvisional::Allowed)),
    }
}

/// Makes a condition on a number.
const fn within(of: Measure, at_least: Option<Points>, at_most: Option<Points>) -> Condition {
    Condition::Within { of, at_least, at_most }
}

/// Makes a condition; `None` for one that lacks what it looks at, which the laws refuse.
fn condition(raw: &RawCondition, campaign: &RawCampaign) -> Option<Condition> {
    let ids = |list: &[String]| list.iter().map(|id| CriterionId::new(id.as_str())).collect::<Vec<_>>();
    let flags = |list: &[String]| {
        let name = |id: &String| campaign.flags.iter().find(|flag| flag.id == *id).map_or_else(|| id.clone(), |flag| flag.name.clone());
        list.iter().map(|id| (id.clone(), name(id))).collect::<Vec<_>>()
    };
    Some(match raw.what {
        RawWhat::Grade => Condition::Grade(raw.among.clone()),
        RawWhat::NotZero => Condition::NotZero(ids(&raw.ids)),
        RawWhat::Flag => Condition::Flag { none_of: flags(&raw.none_of), any_of: flags(&raw.any_of) },
        RawWhat::InTime => Condition::InTime,
        RawWhat::AppraisalFinal => Condition::AppraisalFinal,
        RawWhat::Award => Condition::NotProposed(raw.none_of.iter().map(|id| AwardId::new(id.as_str())).collect()),
        what => {
            let measure = measure(what, raw.id.as_deref(), &raw.codes)?;
            // “No such findings” needs no limit.
            let none = matches!(measure, Measure::Merit(Merit::Findings(_))) && raw.at_least.is_none() && raw.at_most.is_none();
            let at_most = raw.at_most.as_ref().map(|most| most.0.clone()).or_else(|| none.then(Points::zero));
            within(measure, raw.at_least.as_ref().map(|least| least.0.clone()), at_most)
        }
    })
}

/// Gives the number that a condition looks at, or an award is ordered by; `None` for what is no number, and for a criterion that
/// is not named.
fn measure(what: RawWhat, id: Option<&str>, codes: &[String]) -> Option<Measure> {
    Some(match what {
        RawWhat::Index => Measure::Index,
        RawWhat::Points => Measure::Points,
        RawWhat::Place => Measure::Place,
        RawWhat::CriterionIndex => Measure::CriterionIndex(CriterionId::new(id?)),
        RawWhat::CriterionPoints => Measure::CriterionPoints(CriterionId::new(id?)),
        RawWhat::Progress => Measure::Merit(Merit::Progress),
        RawWhat::OverClaimNet => Measure::Merit(Merit::OverClaimNet),
        RawWhat::OverClaimPositive => Measure::Merit(Merit::OverClaimPositive),
        RawWhat::OpenErrors => Measure::Merit(Merit::OpenErrors),
        RawWhat::Findings => Measure::Merit(Merit::Findings(codes.to_vec())),
        RawWhat::Grade | RawWhat::NotZero | RawWhat::Flag | RawWhat::InTime | RawWhat::AppraisalFinal | RawWhat::Award => return None,
    })
}
