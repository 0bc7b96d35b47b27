//! What is taken for shares of things that fail in several ways, also beside what is taken for each of others.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Each, Limit, Side};
use crate::figure::InputKind;
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::counted::{counts_of, times};
use super::measure::Asked;
use super::nothing::question;
use super::pool::Pool;
use super::shares::Share;

/// Makes a formula of what is taken for shares of the same things that fail in several ways, also beside what is taken for each of others:
/// “cứ 1% nhiệm vụ hoàn thành quá hạn trừ 0,1; cứ 01 nhiệm vụ quá hạn chưa hoàn thành trừ 0,2”. Whether only full steps count is asked.
pub fn several(asked: &Asked<'_>, pool: &mut Pool<'_>, taken: &[&Each], inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let (in_percent, plain): (Vec<&&Each>, Vec<&&Each>) = taken.iter().partition(|each| each.percent);
    let shares: Vec<Share> = in_percent.into_iter().map(|each| Share::of(each)).collect::<Option<_>>()?;
    let first = shares.first()?;
    let distinct = shares.iter().enumerate().all(|(n, one)| shares.iter().skip(n + 1).all(|other| other.failing != one.failing));
    if !distinct || shares.iter().any(|share| share.things != first.things) {
        return None;
    }
    let whole = |case: &Case| {
        let bounds = case.condition.as_ref().map(|one| (one.percent, one.bounds.as_slice()));
        bounds.is_none_or(|(percent, bounds)| percent && matches!(bounds, [(Side::Exactly | Side::From, at)] if *at == Points::hundred()))
    };
    // “Không có nhiệm vụ quá hạn” is where taking begins.
    let none = |case: &Case| !case.is_negative() || case.begins(&["không có"]) && case.label.to_lowercase().contains(&first.things);
    if pool.cases(|case| case.is_full(max) && case.days.is_none() && none(case) && whole(case)).len() > 1 {
        return None;
    }
    if !pool.limits().iter().all(|limit| matches!(limit, Limit::ToNothing)) {
        return None;
    }
    let hundred = Points::hundred();
    let mut parts = Vec::new();
    let to = inputs.add(InputKind::Count, &format!("Tổng số {}", first.things), Some(first.things.clone()));
    for share in &shares {
        let (step, amount) = &share.step;
        let each = (&amount.of(max) * &hundred).over(step)?;
        let written = each.plain();
        Points::parse(&written).filter(|read| *read == each)?;
        let of = inputs.add(InputKind::Count, &format!("Số {}", share.failing), Some(share.things.clone()));
        parts.push(format!("{written} * {of} / {to}"));
    }
    for each in plain {
        let of = counts_of(each, false, inputs);
        parts.push(times(&each.amount.of(max), &of));
    }
    let name = asked.words.name;
    if asked.may_have_none(&first.things) {
        doubts.push(question(name, false));
    }
    let things = &first.things;
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định các tỷ lệ % tính trên tổng số {things} nào, và phần lẻ chưa đủ một mức có bị trừ không; tạm tính trên “Tổng số {things}”, trừ theo tỷ lệ",
            "“{name}”: the table doesn't say of which total the percentages are (“{things}”), and whether less than a whole step takes points; of “Tổng số {things}” and in proportion for now"
        ),
    ));
    Some(Rule::arithmetic(format!("if({to} = 0, 0, max({max} - {}, 0))", parts.join(" - "))))
}
