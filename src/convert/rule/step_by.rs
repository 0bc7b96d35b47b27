//! Rules of so much for each step of percent beside a mark, or from nothing on.

use crate::convert::draft::{Inputs, Measure, Rule, Step, StepBy};
use crate::convert::line::{Clause, Condition, Gives, Limit, PartOfStep, Side, Slope};
use crate::figure::InputKind;
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::measure::{Asked, RateWords};
use super::pool::Pool;
use super::ranges::Range;
use super::unheld::ask;
use crate::convert::line::lowered;

/// Gives the mark up to which a line counts from nothing.
fn until(asked: &Asked<'_>) -> Option<Points> {
    asked.said.iter().find_map(|one| if let Clause::Slope(slope) = &one.clause { slope.until.clone() } else { None })
}

/// Makes a rule of so much for each step of percent beside a mark.
pub fn step_by(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    if let Some(rule) = above_a_target(asked, pool, inputs, doubts) {
        return Some(rule);
    }
    let mut told = Told::of(asked, pool)?;
    told.limits(pool)?;
    if let Some(mark) = until(asked) {
        told.end_at(&mark, pool)?;
    }
    if told.from_nothing {
        if !comes_to_all(told.above.as_ref(), told.cap.is_some(), told.max) {
            return None;
        }
        told.take_what_steps_come_to(pool);
    }
    let mut zero_below = None;
    match told.nothing_below(pool)? {
        None => {}
        Some((Side::Below, end)) => zero_below = Some(end),
        // “Từ 90% trở xuống: 0 điểm”: the steps are written out.
        Some(closed) => {
            let (each, amount) = told.below.as_ref().filter(|_| told.floor.is_none())?;
            part_of_step(asked, pool, each, doubts).filter(|part| *part == PartOfStep::Nothing)?;
            let steps = written_out(&told.at, &told.points.of(told.max), (each, &amount.of(told.max)), &closed)?;
            let measure = asked.measure(pool, inputs, &told.rate, doubts)?;
            // Steps are of percentages, also of a target.
            for input in
                inputs.list.iter_mut().filter(|input| input.id == measure.of && measure.to.is_none() && input.kind == InputKind::Points)
            {
                input.kind = InputKind::Percent;
            }
            return Some(Rule::Steps { measure, percent: true, steps, otherwise: None });
        }
    }
    if told.below.is_none() && !told.from_nothing {
        // Below the mark `step_by` would leave the points of the mark.
        if told.points.of(told.max) >= told.cap.as_ref().map_or_else(|| told.max.clone(), |cap| cap.of(told.max)) {
            return None;
        }
        if !told.says_that_less_gives_nothing(pool) {
            ask(asked, &Range { low: None, high: Some((told.at.clone(), false)) }, "%", doubts);
        }
        zero_below = Some(told.at.clone()).filter(Points::is_positive);
    }
    let measure = asked.measure(pool, inputs, &told.rate, doubts)?;
    // Steps are of percentages, also of a target.
    for input in inputs.list.iter_mut().filter(|input| input.id == measure.of && measure.to.is_none() && input.kind == InputKind::Points) {
        input.kind = InputKind::Percent;
    }
    let Told { at, points, below, above, cap, floor, .. } = told;
    let step = below.as_ref().or(above.as_ref()).map(|(each, _)| each.clone())?;
    let part = part_of_step(asked, pool, &step, doubts)?;
    Some(Rule::StepBy(Box::new(StepBy { measure, at, points, below, above, cap, floor, zero_below, part })))
}

/// Makes a rule of bonus points for each step above a target: “cứ vượt 5% so với chỉ tiêu được thưởng 0,2 điểm, tối đa 1 điểm”.
fn above_a_target(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    const TARGETS: [&str; 5] = ["so với chỉ tiêu", "so với kế hoạch", "so với dự toán", "so với mục tiêu", "so với mức giao"];
    let mut taken = pool.clone();
    let slopes: Vec<&Slope> = taken.take(|clause| if let Clause::Slope(slope) = clause { Some(slope) } else { None });
    let [slope] = slopes.as_slice() else { return None };
    let text = asked.said.iter().find(|one| matches!(one.clause, Clause::Slope(_)))?.text.to_lowercase();
    let target = TARGETS.iter().find(|target| text.contains(**target))?.strip_prefix("so với ")?;
    let plain = slope.up && slope.from.is_none() && slope.until.is_none() && slope.what.is_empty();
    if !asked.words.adds || !plain || !inputs.list.is_empty() {
        return None;
    }
    let most: Vec<Amount> = taken.take(|clause| if let Clause::Limit(Limit::Most(most)) = clause { Some(most.clone()) } else { None });
    if most.len() > 1 || !taken.is_done() {
        return None;
    }
    let part = part_of_step(asked, &mut taken, &slope.each, doubts)?;
    *pool = taken;
    let label = format!("Tỷ lệ thực hiện so với {target} ({})", lowered(asked.words.name));
    let of = inputs.add(InputKind::Percent, &label, Some("%".into()));
    let cap = most.first().cloned().unwrap_or_else(|| Amount::Points(asked.words.max.clone()));
    Some(Rule::StepBy(Box::new(StepBy {
        measure: Measure { of, to: None },
        at: Points::hundred(),
        points: Amount::Points(Points::zero()),
        below: None,
        above: Some((slope.each.clone(), slope.amount.clone())),
        cap: Some(cap),
        floor: None,
        zero_below: None,
        part,
    })))
}

/// Finds what counts of a step that is not full, and asks where nothing says it. `None` where it is said of another step, or twice.
fn part_of_step(asked: &Asked<'_>, pool: &mut Pool<'_>, step: &Points, doubts: &mut Vec<Doubt>) -> Option<PartOfStep> {
    let said = pool.take(|clause| if let Clause::PartOfStep(part, of) = clause { Some((*part, of.clone())) } else { None });
    match said.as_slice() {
        [] => {
            let (name, step_vi, step) = (asked.words.name, step.plain_vi(), step.plain());
            doubts.push((
                &GAP,
                text!(
                    "“{name}”: bảng chưa quy định phần lẻ chưa đủ {step_vi}% tính thế nào; tạm chỉ tính khi đủ {step_vi}%",
                    "“{name}”: the table doesn't say what less than a full {step}% counts; only full {step}% count for now"
                ),
            ));
            Some(PartOfStep::Nothing)
        }
        [(part, of)] if of.as_ref().is_none_or(|of| of == step) => Some(*part),
        _ => None,
    }
}

/// A step of percent, and what each such step gives or takes.
type OneStep = (Points, Amount);

/// What the clauses of a criterion tell of steps beside a mark.
struct Told<'a> {
    /// Maximum.
    max: &'a Points,
    /// What the lines say of the rate.
    rate: RateWords,
    /// The mark.
    at: Points,
    /// Points at the mark.
    points: Amount,
    /// Step that takes.
    below: Option<OneStep>,
    /// Step that gives.
    above: Option<OneStep>,
    /// Most that steps come to.
    cap: Option<Amount>,
    /// Least that they leave.
    floor: Option<Points>,
    /// Whether the steps begin at 0 %: “cứ 10% đạt được 0,2 điểm”.
    from_nothing: bool,
}

impl<'a> Told<'a> {
    /// Takes the steps, one in each direction at most, and the mark that they stand beside.
    fn of(asked: &Asked<'a>, pool: &mut Pool<'_>) -> Option<Self> {
        let slopes: Vec<&Slope> = pool.take(|clause| if let Clause::Slope(slope) = clause { Some(slope) } else { None });
        let of = |up: bool| slopes.iter().filter(move |slope| slope.up == up);
        if slopes.is_empty() || asked.words.takes || of(false).count() > 1 || of(true).count() > 1 {
            return None;
        }
        let step = |slope: &&Slope| (slope.each.clone(), slope.amount.clone());
        let (below, above) = (of(false).map(step).next(), of(true).map(step).next());
        let from_nothing = matches!(slopes.as_slice(), [slope] if slope.from == Some((true, Points::zero())));
        let (mut words, mut rate) = (Vec::new(), RateWords::default());
        let (points, at) = if from_nothing {
            if let Some(slope) = slopes.iter().find(|slope| !slope.what.is_empty()) {
                words.push(slope.what.to_lowercase().split(' ').map(str::to_owned).collect());
                rate.label = Some(format!("Tỷ lệ {}", lowered(&slope.what)));
            }
            (Amount::Points(Points::zero()), Points::zero())
        } else {
            let (points, at, condition) = mark(pool, above.is_none())?;
            words.push(condition.words());
            rate = RateWords::of(&[condition.before], &[condition.tail]);
            (points, at)
        };
        if slopes.iter().any(|slope| slope.from.as_ref().is_some_and(|(above, mark)| *mark != at || *above != slope.up)) {
            return None;
        }
        Some(Self { max: asked.words.max, rate: rate.with(words), at, points, below, above, cap: None, floor: None, from_nothing })
    }

    /// Takes what is said of how far points go; `None` where steps can't say it.
    fn limits(&mut self, pool: &mut Pool<'_>) -> Option<()> {
        for limit in pool.limits() {
            match limit {
                Limit::ToNothing if self.below.is_some() => {}
                Limit::Least(least) if least.is_zero() => {}
                Limit::Most(most) if self.above.is_some() => self.cap = Some(most.clone()),
                // Beside what is only taken “không quá 1 điểm” is the most of that.
                Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most) => {
                    let (most, start) = (most.of(self.max), self.points.of(self.max));
                    if most != start {
                        self.leave(&start - &most)?;
                    }
                }
                Limit::Least(least) => self.leave(least.clone())?,
                _ => return None,
            }
        }
        Some(())
    }

    /// Takes the least that steps down leave; `None` where there are none, or it is said twice.
    fn leave(&mut self, least: Points) -> Option<()> {
        let fits = self.below.is_some() && self.floor.is_none() && least.is_positive() && least < self.points.of(self.max);
        fits.then(|| self.floor = Some(least))
    }

    /// Takes the case that gives at a mark what steps from nothing come to there: “từ 20% trở lên: 2 điểm; dưới 20% thì mỗi 5%
    /// được 0,5 điểm”. `None` where it gives anything else.
    fn end_at(&mut self, mark: &Points, pool: &mut Pool<'_>) -> Option<()> {
        let (each, amount) = self.above.as_ref()?;
        let comes_to = &mark.over(each)? * &amount.of(self.max);
        let reached = pool.cases(|case| {
            let bounds = case.condition.as_ref().filter(|condition| condition.percent).map(|condition| condition.bounds.as_slice());
            case.is_full(self.max) && matches!(bounds, Some([(Side::From, at)]) if at == mark)
        });
        let [case] = reached.as_slice() else { return None };
        let condition = case.condition.as_ref()?;
        if self.rate.label.is_none() {
            let said = std::mem::take(&mut self.rate.said);
            self.rate = RateWords::of(std::slice::from_ref(&condition.before), std::slice::from_ref(&condition.tail)).with(said);
            self.rate.said.push(condition.words());
        }
        self.cap = Some(Amount::Points(self.max.clone()));
        (comes_to == *self.max).then_some(())
    }

    /// Takes what steps from nothing come to anyway: “Đạt 100%: 2 điểm”, “dưới 10%: 0 điểm”, “không đạt: 0”.
    fn take_what_steps_come_to(&self, pool: &mut Pool<'_>) {
        let each = self.above.as_ref().map(|(each, _)| each.clone()).unwrap_or_default();
        pool.cases(|case| {
            let bounds = case.condition.as_ref().filter(|condition| condition.percent).map(|condition| condition.bounds.as_slice());
            let all = case.is_full(self.max) && matches!(bounds, Some([(Side::Exactly | Side::From, all)]) if *all == Points::hundred());
            let less = matches!(bounds, Some([(Side::Below, less)]) if *less == each) || (case.condition.is_none() && case.is_negative());
            all || (case.is_zero() && case.days.is_none() && less)
        });
    }

    /// Takes the bound below which nothing is given, beside what each step takes: “Dưới 90%: 0 điểm”. `None` where one is said
    /// that steps can't have.
    #[allow(clippy::option_option, reason = "no bound, and one that steps can't have, are two answers")]
    fn nothing_below(&self, pool: &mut Pool<'_>) -> Option<Option<(Side, Points)>> {
        let nothing = pool.cases(|case| {
            let zero = case.is_zero() && case.amount().is_some_and(|(_, penalty)| penalty.is_none());
            let condition = case.condition.as_ref().filter(|condition| condition.percent);
            let ends = |bounds: &[(Side, Points)]| matches!(bounds, [(Side::Below | Side::UpTo, end)] if *end < self.at);
            zero && condition.is_some_and(|condition| ends(&condition.bounds))
        });
        let [case] = nothing.as_slice() else { return Some(None) };
        let bound = case.condition.as_ref()?.bounds.first()?;
        (self.below.is_some() && self.above.is_none()).then(|| Some(bound.clone()))
    }

    /// Takes cases by which what is below the mark gives nothing, and tells whether there are any.
    fn says_that_less_gives_nothing(&self, pool: &mut Pool<'_>) -> bool {
        let missed = pool.cases(|case| {
            let less = [(Side::Below, self.at.clone())];
            let below = case.condition.as_ref().is_some_and(|condition| condition.percent && condition.bounds == less);
            case.is_zero() && (below || (case.condition.is_none() && case.days.is_none() && case.is_negative()))
        });
        !missed.is_empty()
    }
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
fn comes_to_all(above: Option<&OneStep>, capped: bool, max: &Points) -> bool {
    let all = |(each, amount): &OneStep| Some(&Points::hundred().over(each)? * &amount.of(max));
    above.and_then(all).is_some_and(|all| all == *max || (capped && all > *max))
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
