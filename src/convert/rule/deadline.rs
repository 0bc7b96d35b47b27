//! Rules of days.

use jiff::civil::Date;

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Gives, Span};
use crate::figure::InputKind;
use crate::finding::convert::{BOUND, GAP};
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::measure::Asked;
use super::pool::Pool;

/// Makes a rule of days; `None` where a case names none, or one without its year.
pub fn deadline(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let zero = || Amount::Points(Points::zero());
    let cases = pool.cases(|case| case.days.as_ref().is_some_and(|days| days.with_years) && matches!(case.gives, Gives::Amount(..)));
    let mut timed: Vec<(&Span, &Case)> = cases.iter().filter_map(|case| Some((case.days.as_ref()?, *case))).collect();
    timed.sort_by_key(|(days, _)| days.last.unwrap_or(Date::MAX));
    if timed.iter().any(|(days, _)| matches!((days.first, days.last), (Some(first), Some(last)) if first > last)) {
        return None;
    }
    let (mut steps, mut later): (Vec<(Date, bool, Amount)>, Option<Amount>) = (Vec::new(), None);
    let mut never: Option<(Amount, Option<Points>)> = None;
    for (days, case) in &timed {
        let (amount, penalty) = case.amount()?;
        if penalty.is_some() && !days.never {
            return None;
        }
        match days.end {
            Some((day, before)) => steps.push((day, before, amount.clone())),
            None if later.is_none() => later = Some(amount.clone()),
            None => return None,
        }
        if days.never {
            never = Some((amount.clone(), penalty.cloned()));
        }
    }
    if steps.is_empty() {
        return None;
    }
    for case in pool.cases(|case| case.days.is_none() && case.condition.is_none() && matches!(case.gives, Gives::Amount(..))) {
        let (amount, penalty) = case.amount()?;
        if case.is_rest() && penalty.is_none() {
            later = Some(later.unwrap_or_else(|| amount.clone()));
            never = Some(never.unwrap_or_else(|| (amount.clone(), None)));
        } else if is_late(case) && later.is_none() && penalty.is_none() {
            later = Some(amount.clone());
            if never.is_none() && case.says(&["hoặc không", "hoặc chưa"]) {
                never = Some((amount.clone(), None));
            }
        } else if case.is_negative() && never.is_none() {
            never = Some((amount.clone(), penalty.cloned()));
        } else {
            return None;
        }
    }
    questions(asked, &cases, doubts);
    unsaid(asked, &steps, later.as_ref(), never.is_some(), doubts);
    let of = inputs.list.iter().find(|input| input.kind == InputKind::Date).map(|input| input.id.clone());
    let of = of.unwrap_or_else(|| inputs.add(InputKind::Date, &format!("Ngày thực hiện: {}", asked.words.name), None));
    Some(Rule::Deadline { of, steps, later: later.unwrap_or_else(zero), never: never.unwrap_or_else(|| (zero(), None)) })
}

/// Tells whether a case says that the last day named has passed: “sau thời hạn trên”.
fn is_late(case: &Case) -> bool {
    let late = ["sau thời hạn", "sau thời gian", "quá thời hạn", "quá thời gian", "quá hạn", "sau hạn", "muộn hơn", "chậm hơn"];
    case.begins(&late) || case.says(&["sau thời hạn trên", "quá thời hạn trên", "sau thời gian trên", "quá thời gian trên"])
}

/// Asks what lateness gives where several days are named and nothing is said of a later one, and what never doing it gives where
/// lateness gives something.
fn unsaid(asked: &Asked<'_>, steps: &[(Date, bool, Amount)], later: Option<&Amount>, never: bool, doubts: &mut Vec<Doubt>) {
    let name = asked.words.name;
    match (later, steps.iter().map(|(day, _, _)| *day).max()) {
        (None, Some(last)) if steps.len() > 1 => {
            let day = last.strftime("%d/%m/%Y").to_string();
            doubts.push((
                &GAP,
                text!(
                    "“{name}”: bảng không nói sau ngày {day} được mấy điểm",
                    "“{name}”: the table doesn't say what a day after {day} gives"
                ),
            ));
        }
        (Some(later), _) if !never && later.of(asked.words.max).is_positive() => doubts.push((
            &GAP,
            text!("“{name}”: bảng không nói không thực hiện được mấy điểm", "“{name}”: the table doesn't say what never doing it gives"),
        )),
        _ => {}
    }
}

/// Asks about days that two cases hold, and days between that none holds.
pub fn questions(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let name = asked.words.name;
    let mut spans: Vec<&Span> = cases.iter().filter_map(|case| case.days.as_ref()).collect();
    if spans.len() < 2 {
        return;
    }
    let years = spans.iter().all(|days| days.with_years);
    let shown = |day: Date| if years { day.strftime("%d/%m/%Y").to_string() } else { day.strftime("%d/%m").to_string() };
    spans.sort_by_key(|days| days.first.or(days.last).unwrap_or(Date::MIN));
    // One that is open in front comes first.
    spans.sort_by_key(|days| days.first.is_some());
    for pair in spans.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(last), Some(first)) = (one.last, other.first) else { continue };
        if first <= last {
            let day = shown(first);
            doubts.push((&BOUND, text!("“{name}”: ngày {day} thuộc cả hai mức của bảng", "“{name}”: two levels of the table hold {day}")));
        } else if let Some(day) = last.tomorrow().ok().filter(|day| *day < first) {
            let day = shown(day);
            doubts.push((&GAP, text!("“{name}”: ngày {day} không thuộc mức nào của bảng", "“{name}”: no level of the table holds {day}")));
        }
    }
}
