//! Penalty points of which some are taken for each thing, and others once, or from so many on.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Each, Gives, Limit, Side};
use crate::figure::InputKind;
use crate::points::Points;
use crate::yaml::Amount;

use super::Doubt;
use super::counted::{counts_of, each, takes, times};
use super::measure::{Asked, capital, lower_words};
use super::pool::Pool;

/// Writes what is taken for each, with what else is taken beside it: “lộ bí mật: trừ 2 điểm; bị tấn công: trừ 1 điểm mỗi lần” once, and
/// “chậm 01 ngày trừ 0,1 điểm; chậm quá 10 ngày trừ 1 điểm” from so many on. `None` where nothing else is, or it can't be told apart.
pub fn beside_each(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let all: Vec<&Each> = each(pool, true);
    let most = |limit: &Limit| match limit {
        Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most) => most.of(max) == *max,
        Limit::ToNothing | Limit::Least(_) | Limit::Things(..) => false,
    };
    let plain = pool.limits().into_iter().all(most) && all.iter().all(|each| !each.percent && each.per == Points::one());
    let others = pool.cases(|case| takes(case).is_some() && matches!(case.gives, Gives::Taken(_)) && case.days.is_none());
    if !asked.words.takes || others.is_empty() || all.is_empty() || !plain {
        return None;
    }
    if let ([each], [other]) = (all.as_slice(), others.as_slice())
        && let Some(from) = from_so_many(other, each)
    {
        let (own, points) = (each.amount.of(max), takes(other)?.of(max));
        let of = counts_of(each, true, inputs);
        // “Quá 10 ngày trừ 1 điểm” says no more than how far 0,1 a day goes.
        if &own * &from.1 == points && points == *max {
            return Some(Rule::Count { of, each: each.amount.clone(), cap: None });
        }
        let sign = if from.0 { ">" } else { ">=" };
        return Some(Rule::arithmetic(format!("min(if({of} {sign} {}, {points}, {}), {max})", from.1, times(&own, &of))));
    }
    if others.iter().any(|case| case.condition.is_some()) {
        return None;
    }
    let mut parts: Vec<String> = all.iter().map(|each| times(&each.amount.of(max), &counts_of(each, false, inputs))).collect();
    for case in others {
        let label = case.label.trim_start_matches("trường hợp ").trim_start_matches("Trường hợp ");
        let id = inputs.add(InputKind::YesNo, &capital(label), None);
        parts.push(format!("if({id}, {}, 0)", takes(case)?.of(max)));
    }
    Some(Rule::arithmetic(format!("min({}, {max})", parts.join(" + "))))
}

/// Writes what is added for each, with what is added once beside it: “mỗi mô hình cộng 1 điểm; được tặng Bằng khen: cộng 0,5 điểm”.
pub fn bonus_beside_each(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let all: Vec<&Each> = each(pool, false);
    let most = |limit: &Limit| matches!(limit, Limit::Most(most) if most.of(max) == *max);
    let plain = pool.limits().into_iter().all(most) && all.iter().all(|each| !each.percent && each.per == Points::one());
    let once = |case: &Case| {
        let done = matches!(case.gives, Gives::Added(_)) || case.begins(&["được", "có", "đạt", "đã"]) && !case.is_zero();
        done && !case.is_negative() && gives(case).is_some() && case.condition.is_none() && case.days.is_none()
    };
    let others = pool.cases(once);
    if !asked.words.adds || others.is_empty() || all.is_empty() || !plain {
        return None;
    }
    let mut parts: Vec<String> = all.iter().map(|each| times(&each.amount.of(max), &counts_of(each, false, inputs))).collect();
    for case in others {
        let id = inputs.add(InputKind::YesNo, &capital(&case.label), None);
        parts.push(format!("if({id}, {}, 0)", gives(case)?.of(max)));
    }
    Some(Rule::arithmetic(format!("min({}, {max})", parts.join(" + "))))
}

/// Gives what a case adds.
const fn gives(case: &Case) -> Option<&Amount> {
    match &case.gives {
        Gives::Added(amount) | Gives::Amount(amount, None) => Some(amount),
        _ => None,
    }
}

/// Tells from how many of the same things on a case takes its points, and whether only above that.
fn from_so_many(case: &Case, each: &Each) -> Option<(bool, Points)> {
    let condition = case.condition.as_ref().filter(|condition| !condition.percent)?;
    let what = lower_words(&each.what);
    let same = condition.after.first().is_some_and(|unit| what.first() == Some(unit));
    match condition.bounds.as_slice() {
        [(Side::Above, at)] if same => Some((true, at.clone())),
        [(Side::From, at)] if same => Some((false, at.clone())),
        _ => None,
    }
}
