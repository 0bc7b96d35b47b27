//! Rates of which some things count for less than others, and deductions that are less for some: “hoàn thành quá hạn chỉ được tính bằng 1/2
//! nhiệm vụ”, “vụ việc do sở tự phát hiện thì chỉ trừ 50% mức nêu trên”.

use crate::convert::draft::{Inputs, Measure, Rule};
use crate::convert::line::{Clause, WordedClause, lowered};
use crate::figure::InputKind;
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;

use super::counted::times;
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
        format!("({} - {} * min({of}, {}))", measure.of, (&Points::one() - share).plain(), measure.of)
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

/// Makes deductions of the other clauses, of which only a part is taken for some of the things, and asks of what takes all.
pub fn less_taken(words: &Words<'_>, said: &[WordedClause], inputs: &Inputs) -> Option<Attempt> {
    let mut less =
        said.iter().filter_map(|one| if let Clause::LessTaken(whose, share) = &one.clause { Some((whose, share)) } else { None });
    let (whose, share) = less.next().filter(|_| less.next().is_none())?;
    let rest: Vec<WordedClause> = said.iter().filter(|one| !matches!(one.clause, Clause::LessTaken(..))).cloned().collect();
    let found = attempt(words, &rest, inputs);
    let Some(Rule::Deductions { lines, floor: None }) = &found.rule else { return None };
    let max = words.max;
    let (mut with, mut doubts) = (found.inputs.clone(), found.doubts.clone());
    let (mut taken, mut fatal) = (Vec::new(), Vec::new());
    for (of, amount) in lines {
        let input = found.inputs.list.iter().find(|input| input.id == *of)?.clone();
        let points = amount.of(max);
        if points >= *max {
            fatal.push(format!("{of} > 0"));
            let (name, label) = (words.name, &input.label);
            let percent = (share * &Points::hundred()).plain();
            doubts.push((
                &GAP,
                text!(
                    "“{name}”: mức trừ {percent}% ({whose}) có áp dụng cho “{label}” không? Tạm không áp dụng",
                    "“{name}”: does the part of {percent}% (“{whose}”) hold for “{label}”, too? Not for now"
                ),
            ));
            continue;
        }
        let some = with.add(InputKind::Count, &format!("Trong đó {} {whose}", lowered(&input.label)), input.measure.clone());
        let less = &points * &(&Points::one() - share);
        // Who types more of them than there are is given nothing for it.
        taken.push(format!("{} - {} * min({some}, {of})", times(&points, of), less.plain()));
    }
    let points = format!("max({max} - ({}), 0)", taken.join(" + "));
    let is = if fatal.is_empty() { points } else { format!("if({}, 0, {points})", fatal.join(" or ")) };
    (!taken.is_empty()).then(|| Attempt { rule: Some(Rule::arithmetic(is)), inputs: with, doubts, ..found })
}
