//! Points that are given, less what is taken for each: “từ 80% trở lên: 2; dưới 80%: 1; mỗi văn bản chậm trừ 0,25”, “mỗi sáng kiến
//! cộng 0,5; mỗi vi phạm trừ 0,25”.

use crate::convert::draft::{Inputs, Measure, Rule};
use crate::convert::line::{Clause, Each, Limit, Side, WordedClause};
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::counted::{counts_of, each, times};
use super::measure::Asked;
use super::pool::Pool;
use super::rates::rate;
use super::steps::steps;
use super::written::{of_steps, rate_of};

/// Makes a formula of steps on a rate, or of points in proportion to one, less what is taken for each of other things.
pub fn beside_a_rate(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let taken = each(pool, true);
    if taken.is_empty() || asked.words.takes || asked.words.adds {
        return None;
    }
    let takes = |one: &WordedClause| matches!(&one.clause, Clause::Each(each) if each.takes) || matches!(one.clause, Clause::Limit(_));
    let most = most_taken(&pool.limits(), max)?;
    let given: Vec<WordedClause> = asked.said.iter().filter(|one| !takes(one)).cloned().collect();
    let (asked, mut rest) = (Asked { words: asked.words, said: &given }, Pool::new(&given));
    let mut found = None;
    for way in [steps, rate] {
        let (mut own, mut inputs, mut doubts) = (Pool::new(&given), inputs.clone(), Vec::new());
        if let Some(rule) = way(&asked, &mut own, &mut inputs, &mut doubts).filter(|_| own.is_done()) {
            found = Some((rule, inputs, doubts));
            break;
        }
    }
    // What lies between two steps, or below them, may be what is taken: “100%: 2; mỗi đơn vị không đạt trừ 0,25”.
    let (rule, with, asks) = found.filter(|(_, _, asks)| !asks.iter().any(|(code, _)| code.id == GAP.id))?;
    if let Rule::Steps { steps, .. } = &rule
        && !steps.iter().any(|step| matches!(step.bounds.as_slice(), [(Side::From | Side::Above, _)]) || step.bounds.len() > 1)
    {
        return None;
    }
    let (measure, points) = match &rule {
        Rule::Steps { measure, percent: true, steps, otherwise } => (measure, of_steps(measure, steps, otherwise.as_ref(), max)?),
        Rule::Ratio { measure, full_at, zero_below } => (measure, of_ratio(measure, full_at, zero_below.as_ref(), max)?),
        _ => return None,
    };
    let nothing = match &measure.to {
        None => None,
        Some((to, "full")) => Some((to, max.plain())),
        Some((to, "zero")) => Some((to, "0".to_owned())),
        Some(_) => return None,
    };
    let points = match nothing {
        Some((to, given)) => format!("if({to} = 0 and {} = 0, {given}, {points})", measure.of),
        None => points,
    };
    *inputs = with;
    doubts.extend(asks);
    rest.take(|_| Some(()));
    pool.take(|clause| (!matches!(clause, Clause::Each(_) | Clause::Limit(_))).then_some(()));
    let minus = sum(&taken, inputs, max);
    let minus = most.map_or_else(|| minus.clone(), |most| format!("min({minus}, {most})"));
    Some(Rule::arithmetic(format!("max({points} - {}, 0)", bracketed(&minus))))
}

/// Makes a formula of so much for each of some things, less so much for each of others.
pub fn plus_and_minus(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let (added, taken) = (each(pool, false), each(pool, true));
    if added.is_empty() || taken.is_empty() || asked.words.takes || asked.words.adds {
        return None;
    }
    let found = pool.limits();
    let most: Vec<Points> = found
        .iter()
        .filter(|limit| !matches!(limit, Limit::ToNothing))
        .map(|limit| if let Limit::Most(most) = limit { Some(most.of(max)) } else { None })
        .collect::<Option<_>>()?;
    if most.len() > 1 || most.iter().any(|most| most != max) {
        return None;
    }
    let (plus, minus) = (sum(&added, inputs, max), sum(&taken, inputs, max));
    let name = asked.words.name;
    let (vi, en) = (max.plain_vi(), max.plain());
    doubts.push((
        &GAP,
        text!(
            "“{name}”: mức tối đa {vi} điểm tính trước hay sau khi trừ? Tạm tính trước khi trừ",
            "“{name}”: does the most of {en} points hold before or after points are taken? Before, for now"
        ),
    ));
    Some(Rule::arithmetic(format!("max(min({plus}, {max}) - {}, 0)", bracketed(&minus))))
}

/// Writes the points for all that is counted.
fn sum(all: &[&Each], inputs: &mut Inputs, max: &Points) -> String {
    let parts: Vec<String> = all.iter().map(|one| times(&one.amount.of(max), &counts_of(one, false, inputs))).collect();
    parts.join(" + ")
}

/// Puts brackets around a sum.
fn bracketed(sum: &str) -> String {
    if sum.contains(" + ") && !sum.starts_with("min(") { format!("({sum})") } else { sum.to_owned() }
}

/// Gives the most that is taken, where the line says it; `None` where it says another limit.
#[allow(clippy::option_option, reason = "no limit, and one that is not of what is taken, are two answers")]
fn most_taken(limits: &[&Limit], max: &Points) -> Option<Option<Points>> {
    match limits {
        [] | [Limit::ToNothing] => Some(None),
        [Limit::MostTaken(most) | Limit::TotalTaken(most)] => Some(Some(most.of(max))),
        _ => None,
    }
}

/// Writes points in proportion to a rate; `None` where they can't be written as a decimal.
pub fn of_ratio(measure: &Measure, full_at: &Points, zero_below: Option<&Points>, max: &Points) -> Option<String> {
    let each = max.over(full_at)?.plain();
    if Points::parse(&each)? != max.over(full_at)? {
        return None;
    }
    let rate = rate_of(measure);
    let points = format!("min({rate} * {each}, {max})");
    Some(zero_below.map_or_else(|| points.clone(), |least| format!("if({rate} < {}, 0, {points})", least.plain())))
}
