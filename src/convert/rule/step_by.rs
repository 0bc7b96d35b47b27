//! Rules of so much for each step of percent beside a mark, or from nothing on.

use crate::convert::draft::{Inputs, Rule, Step, StepBy};
use crate::convert::line::{Clause, Condition, Gives, Limit, Side, Slope};
use crate::points::Points;
use crate::yaml::Amount;

use super::Doubt;
use super::counted::{limits, lowered};
use super::measure::{Asked, RateWords};
use super::pool::Pool;
use super::ranges::Range;
use super::steps::ask;

/// Makes a rule of so much for each step of percent beside a mark.
pub fn step_by(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let slopes: Vec<&Slope> = pool.take(|clause| if let Clause::Slope(slope) = clause { Some(slope) } else { None });
    if slopes.is_empty() || slopes.len() > 2 || asked.words.takes {
        return None;
    }
    let one = |up: bool| -> Vec<(Points, Amount)> {
        slopes.iter().filter(|slope| slope.up == up).map(|slope| (slope.each.clone(), slope.amount.clone())).collect()
    };
    let (below, above) = (one(false), one(true));
    if below.len() > 1 || above.len() > 1 {
        return None;
    }
    // “Cứ 10% đạt được 0,2 điểm” begins at nothing.
    let zero = || (Amount::Points(Points::zero()), Points::zero());
    let from_nothing = matches!(slopes.as_slice(), [slope] if slope.from == Some((true, Points::zero())));
    let (mut words, mut rate) = (Vec::new(), RateWords::default());
    let (points, at) = if from_nothing {
        if let Some(slope) = slopes.iter().find(|slope| !slope.what.is_empty()) {
            words.push(slope.what.to_lowercase().split(' ').map(str::to_owned).collect());
            rate.label = Some(format!("Tỷ lệ {}", lowered(&slope.what)));
        }
        zero()
    } else {
        let (points, at, condition) = mark(pool, above.is_empty())?;
        words.push(condition.words());
        rate = RateWords::of(&[condition.before], &[condition.tail]);
        (points, at)
    };
    let mut cap = None;
    for limit in limits(pool) {
        match limit {
            Limit::ToNothing if !below.is_empty() => {}
            Limit::Least(least) if least.is_zero() => {}
            Limit::Most(most) if !above.is_empty() => cap = Some(most.clone()),
            Limit::MostTaken(most) | Limit::TotalTaken(most) if most.of(max) == points.of(max) => {}
            _ => return None,
        }
    }
    if slopes.iter().any(|slope| slope.from.as_ref().is_some_and(|(above, mark)| *mark != at || *above != slope.up)) {
        return None;
    }
    if from_nothing {
        if !comes_to_all(&above, cap.is_some(), max) {
            return None;
        }
        // “Đạt 100%: 2 điểm”, “dưới 10%: 0 điểm”, “không đạt: 0” say what the steps come to anyway.
        let each = above.first().map(|(each, _)| each.clone()).unwrap_or_default();
        pool.cases(|case| {
            let bounds = case.condition.as_ref().filter(|condition| condition.percent).map(|condition| condition.bounds.as_slice());
            let all = case.is_full(max) && matches!(bounds, Some([(Side::Exactly | Side::From, all)]) if *all == Points::hundred());
            let less = matches!(bounds, Some([(Side::Below, less)]) if *less == each) || (case.condition.is_none() && case.is_negative());
            all || (case.is_zero() && case.days.is_none() && less)
        });
    }
    // “Dưới 90%: 0 điểm” beside what each step takes.
    let nothing = pool.cases(|case| {
        let zero = case.is_zero() && case.amount().is_some_and(|(_, penalty)| penalty.is_none());
        let condition = case.condition.as_ref().filter(|condition| condition.percent);
        zero && condition.is_some_and(|condition| matches!(condition.bounds.as_slice(), [(Side::Below | Side::UpTo, end)] if *end < at))
    });
    let mut zero_below = None;
    if let [case] = nothing.as_slice() {
        let (end, [(each, amount)], true) = (case.condition.as_ref()?.bounds.first()?, below.as_slice(), above.is_empty()) else {
            return None;
        };
        if let (Side::Below, end) = end {
            zero_below = Some(end.clone());
        } else {
            // “Từ 90% trở xuống: 0 điểm”: the steps are written out.
            let steps = written_out(&at, &points.of(max), (each, &amount.of(max)), end)?;
            let measure = asked.measure(pool, inputs, &rate.with(words), doubts)?;
            return Some(Rule::Steps { measure, percent: true, steps, otherwise: None });
        }
    }
    if below.is_empty() && !from_nothing {
        // Below the mark `step_by` would leave the points of the mark.
        if points.of(max) >= cap.as_ref().map_or_else(|| max.clone(), |cap| cap.of(max)) {
            return None;
        }
        let missed = pool.cases(|case| {
            let below =
                case.condition.as_ref().is_some_and(|condition| condition.percent && condition.bounds == [(Side::Below, at.clone())]);
            case.is_zero() && (below || (case.condition.is_none() && case.days.is_none() && case.is_negative()))
        });
        if missed.is_empty() {
            ask(asked, &Range { low: None, high: Some((at.clone(), false)) }, "%", doubts);
        }
        zero_below = Some(at.clone()).filter(Points::is_positive);
    }
    let measure = asked.measure(pool, inputs, &rate.with(words), doubts)?;
    let (below, above) = (below.first().cloned(), above.first().cloned());
    Some(Rule::StepBy(Box::new(StepBy { measure, at, points, below, above, cap, zero_below })))
}

/// Takes the case that gives the points at the mark: its points, the mark, and what the case says of it.
fn mark(pool: &mut Pool<'_>, only_down: bool) -> Option<(Amount, Points, Condition)> {
    let marks = pool.cases(|case| {
        let at = case.condition.as_ref().filter(|condition| condition.percent).map(|condition| condition.bounds.as_slice());
        let up =
            matches!(at, Some([(Side::From, _)])) || matches!(at, Some([(Side::From, _), (Side::UpTo, end)]) if *end == Points::hundred());
        let side = matches!(at, Some([(Side::Exactly, _)])) || (up && only_down);
        side && matches!(case.gives, Gives::Amount(_, None))
    });
    let [mark] = marks.as_slice() else { return None };
    let ((points, _), condition) = (mark.amount()?, mark.condition.as_ref()?);
    let (_, at) = condition.bounds.first()?;
    Some((points.clone(), at.clone(), condition.clone()))
}

/// Tells whether steps counted from nothing come to the maximum at 100 %, or at least to it where the line caps them.
fn comes_to_all(above: &[(Points, Amount)], capped: bool, max: &Points) -> bool {
    let all = |(each, amount): &(Points, Amount)| Some(&Points::hundred().over(each)? * &amount.of(max));
    above.first().and_then(all).is_some_and(|all| all == *max || (capped && all > *max))
}

/// Most steps that are written out.
const MOST_STEPS: usize = 40;

/// Writes out the steps below a mark, each full one taking points, down to a bound below which there is nothing.
fn written_out(at: &Points, start: &Points, (each, takes): (&Points, &Points), (side, end): &(Side, Points)) -> Option<Vec<Step>> {
    let step = |bounds: Vec<(Side, Points)>, points: Points| Step { bounds, points: Amount::Points(points), penalty: None };
    let (mut steps, mut high, mut points) = (Vec::new(), at.clone(), start.clone());
    if !each.is_positive() {
        return None;
    }
    while steps.len() < MOST_STEPS {
        let low = &high - each;
        let upper = (!steps.is_empty()).then(|| (Side::UpTo, high.clone()));
        if low < *end {
            let from = if *side == Side::Below { Side::From } else { Side::Above };
            if from == Side::From || *end < high {
                let exact = *end == high && !steps.is_empty();
                let bounds =
                    if exact { vec![(Side::Exactly, end.clone())] } else { [(from, end.clone())].into_iter().chain(upper).collect() };
                steps.push(step(bounds, points));
            }
            steps.push(step(vec![(*side, end.clone())], Points::zero()));
            return Some(steps);
        }
        steps.push(step([(Side::Above, low.clone())].into_iter().chain(upper).collect(), points.clone()));
        (high, points) = (low, (&points - takes).max(Points::zero()));
    }
    None
}
