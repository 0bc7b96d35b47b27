//! Rates of which some things count for less than others: “hoàn thành quá hạn chỉ được tính bằng 1/2 nhiệm vụ”.

use crate::convert::draft::{Inputs, Measure, Rule};
use crate::convert::line::{Clause, WordedClause, lowered};
use crate::figure::InputKind;
use crate::points::Points;

use super::reduced::of_ratio;
use super::things::unit_of;
use super::written::of_steps;
use super::{Attempt, Words, attempt};

/// Words of what is done in time.
const IN_TIME: [&str; 6] = ["đúng hạn", "trước hạn", "đúng thời hạn", "đúng tiến độ", "kịp thời", "trong thời hạn"];

/// Words of what is done late.
const LATE: [&str; 8] = ["quá hạn", "quá thời hạn", "chậm", "trễ", "muộn", "sau thời hạn", "sau hạn", "không đúng hạn"];

/// Tells whether words say any of several others.
fn says(words: &str, list: &[&str]) -> bool {
    let plain = format!(" {} ", words.to_lowercase());
    list.iter().any(|said| plain.contains(&format!(" {said} ")))
}

/// Makes the rule of the other clauses, and takes from its part what such things count for less. `None` where the rate is typed as a
/// percentage, or is of other things.
pub fn beside_such(words: &Words<'_>, said: &[WordedClause], inputs: &Inputs) -> Option<Attempt> {
    let mut less = said.iter().filter_map(|one| if let Clause::CountsFor(what, share) = &one.clause { Some((what, share)) } else { None });
    let (what, share) = less.next().filter(|_| less.next().is_none())?;
    let rest: Vec<WordedClause> = said.iter().filter(|one| !matches!(one.clause, Clause::CountsFor(..))).cloned().collect();
    let found = attempt(words, &rest, inputs);
    let max = words.max;
    let measure = match found.rule.as_ref()? {
        Rule::Steps { measure, percent: true, .. } | Rule::Ratio { measure, .. } => measure.clone(),
        _ => return None,
    };
    let (to, nothing) = measure.to.clone()?;
    let part = found.inputs.list.iter().find(|input| input.id == measure.of)?;
    let unit = part.measure.clone().or_else(|| unit_of(&part.label))?;
    if !what.to_lowercase().starts_with(&unit.to_lowercase()) {
        return None;
    }
    let apart = says(&part.label, &IN_TIME) && says(what, &LATE);
    let mut with = found.inputs.clone();
    let label = if apart { format!("Số {}", lowered(what)) } else { format!("Trong đó số {}", lowered(what)) };
    let of = with.add(InputKind::Count, &label, Some(unit));
    // Those that are late are some of all that are done, and none of those that are done in time.
    let both = if apart {
        format!("({} + {} * {of})", measure.of, share.plain())
    } else {
        format!("({} - {} * {of})", measure.of, (&Points::one() - share).plain())
    };
    let measure = Measure { of: both, to: Some((to.clone(), nothing)) };
    let points = match found.rule.as_ref()? {
        Rule::Steps { steps, otherwise, .. } => of_steps(&measure, steps, otherwise.as_ref(), max)?,
        Rule::Ratio { full_at, zero_below, .. } => of_ratio(&measure, full_at, zero_below.as_ref(), max)?,
        _ => return None,
    };
    let given = match nothing {
        "full" => max.plain(),
        "zero" => "0".to_owned(),
        _ => return None,
    };
    let rule = Rule::arithmetic(format!("if({to} = 0, {given}, {points})"));
    Some(Attempt { rule: Some(rule), inputs: with, ..found })
}
