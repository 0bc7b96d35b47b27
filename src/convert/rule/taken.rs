//! Rules of what is taken from the maximum for each violation.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Clause, Each, Limit, Side, telling};
use crate::points::Points;
use crate::yaml::Amount;

use super::Doubt;
use super::counted::{counts, counts_of, each, limits, lowered, singles, times};
use super::measure::Asked;
use super::pool::Pool;

/// Makes a rule of what is taken for each violation.
pub fn deductions(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let taken = each(pool, true);
    if taken.is_empty() || asked.words.takes {
        return None;
    }
    if let Some(capped) = capped(asked, pool, &taken, inputs) {
        return Some(capped);
    }
    // "Không vi phạm: điểm tối đa" says where it starts; "buộc thôi việc: 0 điểm" takes all.
    let complete = |case: &Case| {
        let Some(condition) = &case.condition else { return false };
        let all = condition.percent && condition.bounds == [(Side::Exactly, Points::hundred())];
        all || condition.before.last().is_some_and(|word| ["đủ", "đúng"].contains(&word.as_str()))
    };
    let stated = |case: &Case| (case.condition.is_some() && !complete(case)) || case.days.is_some();
    // “Đủ 12 cuộc: 1 điểm; thiếu 01 cuộc trừ 0,1 điểm” counts what is missing of the same thing.
    let counted_down = |case: &Case| {
        let Some(condition) = case.condition.as_ref().filter(|condition| !condition.percent) else { return false };
        let one = matches!(condition.bounds.as_slice(), [(Side::Exactly | Side::From, _)]);
        let same = |each: &&Each| {
            let what = each.what.to_lowercase();
            let missing = ["thiếu", "chưa", "không"].iter().any(|word| what.split(' ').any(|one| one == *word));
            missing && condition.after.first().is_some_and(|unit| what.starts_with(unit.as_str()))
        };
        one && case.days.is_none() && taken.len() == 1 && taken.iter().all(same)
    };
    let starts = pool.cases(|case| case.is_full(max) && (!stated(case) || counted_down(case)));
    // “Trong năm không có văn bản phải xây dựng: điểm tối đa” is what no violation gives anyway.
    if starts.iter().filter(|case| !case.begins(&["không có", "không phát sinh", "chưa phát sinh", "không phải"])).count() > 1 {
        return None;
    }
    let fatal = pool
        .cases(|case| case.is_zero() && !stated(case) && !case.is_rest() && case.amount().is_some_and(|(_, penalty)| penalty.is_none()));
    // “Không có đơn vị nào đạt: 0 điểm” counts nothing that happens.
    if fatal.iter().any(|case| case.begins(&["không có", "chưa có"]) && case.says(&["nào"])) {
        return None;
    }
    // “Sai từ 5 văn bản trở lên: 0 điểm” beside what each takes.
    let stops = pool.cases(|case| case.is_zero() && case.days.is_none() && matches!(taken.as_slice(), [one] if counts_the_same(case, one)));
    if let [stop, more @ ..] = stops.as_slice() {
        let ([one], true, true) = (taken.as_slice(), more.is_empty(), fatal.is_empty()) else { return None };
        let (side, at) = stop.condition.as_ref()?.bounds.first()?;
        pool.take(|clause| matches!(clause, Clause::Limit(Limit::ToNothing)).then_some(()));
        let of = counts_of(one, true, inputs);
        let (sign, takes) = (if *side == Side::Above { ">" } else { ">=" }, times(&one.amount.of(max), &of));
        return Some(Rule::arithmetic(format!("if({of} {sign} {at}, 0, max({max} - {takes}, 0))")));
    }
    let mut floor = None;
    let all = limits(pool);
    let limited = !all.is_empty();
    for limit in all {
        match limit {
            Limit::ToNothing => {}
            Limit::Least(least) if least.is_zero() => {}
            Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most) => {
                let (most, total) = (most.of(max), matches!(limit, Limit::TotalTaken(_)));
                if most == *max {
                    continue;
                }
                // "tối đa trừ 1 điểm" of one violation among several is no floor of the whole.
                floor = Some(max - &most).filter(|floor| (total || taken.len() == 1) && fatal.is_empty() && floor.is_positive());
                floor.as_ref()?;
            }
            Limit::Least(_) | Limit::Things(..) => return None,
        }
    }
    singles(asked, &taken, limited, doubts);
    let alone = taken.len() == 1 && fatal.is_empty();
    let mut lines: Vec<(String, Amount)> = taken.iter().map(|one| (counts_of(one, alone, inputs), one.amount.clone())).collect();
    for case in fatal {
        let label = lowered(&case.label);
        let what = label.trim_start_matches("có ").trim_start_matches("trường hợp ");
        lines.push((counts(&format!("trường hợp {what}"), false, inputs), Amount::Share(Points::one())));
    }
    Some(Rule::Deductions { lines, floor })
}

/// Makes a rule of what is taken for each, where one that others follow takes so much at most: “mỗi nhiệm vụ chậm trừ 0,25 điểm,
/// nhưng không trừ quá 1,5 điểm; mỗi nhiệm vụ không hoàn thành trừ 0,5 điểm”.
fn capped(asked: &Asked<'_>, pool: &mut Pool<'_>, taken: &[&Each], inputs: &mut Inputs) -> Option<Rule> {
    let max = asked.words.max;
    let mut parts: Vec<(&Each, Option<Points>)> = Vec::new();
    for one in asked.said {
        match &one.clause {
            Clause::Each(each) if each.takes => parts.push((each, None)),
            // A sentence of its own may be said of all.
            Clause::Limit(Limit::MostTaken(most)) if parts.len() < taken.len() && !one.text.starts_with(char::is_uppercase) => {
                let (_, cap) = parts.last_mut().filter(|(_, cap)| cap.is_none())?;
                *cap = Some(most.of(max));
            }
            Clause::Limit(Limit::ToNothing) | Clause::Heading | Clause::Remark => {}
            Clause::Case(case) if case.is_full(max) && case.condition.is_none() && case.days.is_none() => {}
            _ => return None,
        }
    }
    if parts.len() != taken.len() || parts.iter().all(|(_, cap)| cap.is_none()) {
        return None;
    }
    pool.take(|clause| matches!(clause, Clause::Limit(_)).then_some(()));
    if pool.cases(|case| case.is_full(max)).len() > 1 {
        return None;
    }
    let written: Vec<String> = parts
        .iter()
        .map(|(each, cap)| {
            let takes = times(&each.amount.of(max), &counts_of(each, false, inputs));
            cap.as_ref().map_or_else(|| takes.clone(), |cap| format!("min({takes}, {cap})"))
        })
        .collect();
    Some(Rule::arithmetic(format!("max({max} - {}, 0)", written.join(" - "))))
}

/// Tells whether a case names how many of the things there are that each take points: “thiếu từ 3 báo cáo”.
fn counts_the_same(case: &Case, each: &Each) -> bool {
    let Some(condition) = case.condition.as_ref().filter(|condition| !condition.percent) else { return false };
    let what: Vec<String> = each.what.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let words = condition.words();
    let same = telling(&words).iter().all(|word| what.iter().any(|one| one == word));
    let many = matches!(condition.bounds.as_slice(), [(Side::From | Side::Above, at)] if at.is_positive());
    many && same && !condition.after.is_empty() && each.per == Points::one() && !each.percent
}
