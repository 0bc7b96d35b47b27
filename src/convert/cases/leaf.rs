//! The cases of each kind of rule.

use jiff::civil::Date;

use super::parts::{combined, counted_once};
use super::{Case, Expect, case, number, with_penalty};
use crate::convert::draft::{Level, Measure, Part, Rule, Step, StepBy};
use crate::convert::line::Side;
use crate::convert::rule::Range;
use crate::figure::date_vi;
use crate::points::Points;
use crate::yaml::Amount;

/// What the cases of a leaf are made with, beside its rule.
#[derive(Clone, Copy)]
pub struct Leaf<'a> {
    /// Maximum.
    pub max: &'a Points,
    /// Label of an input.
    pub label: &'a dyn Fn(&str) -> String,
}

impl Leaf<'_> {
    /// Works out the cases of a rule.
    pub fn cases(&self, rule: &Rule) -> Vec<Case> {
        match rule {
            Rule::YesNo { all, yes, no, penalty } => self.yes_no(all, (yes, no), penalty.as_ref()),
            Rule::Levels { of, levels } => self.levels(of, levels),
            Rule::Steps { measure, percent, steps, otherwise } => self.steps(measure, *percent, steps, otherwise.as_ref()),
            Rule::Ratio { measure, full_at, zero_below } => self.ratio(measure, full_at, zero_below.as_ref()),
            Rule::Interpolate { measure, zero_at, full_at } => self.interpolate(measure, zero_at, full_at),
            Rule::Relative { measure } => self.relative(measure),
            Rule::Deductions { lines, floor } => self.deductions(lines, floor.as_ref()),
            Rule::Deadline { of, steps, later, never: (never, penalty) } => {
                let mut cases = self.by_day(of, steps, later);
                let given = vec![(of.clone(), "none".into())];
                cases.push(with_penalty("Không thực hiện".into(), given, never.of(self.max), penalty.as_ref()));
                cases
            }
            Rule::Count { of, each, cap } => self.count(of, each, cap.as_ref()),
            Rule::StepBy(steps) => self.step_by(steps),
            Rule::SumOf(parts) => self.sum_of(parts),
            // Alternatives left blank are passed over.
            Rule::BestOf(rules) => rules.iter().flat_map(|rule| self.cases(rule)).collect(),
            Rule::SurveyPercent(of) => self.survey_percent(of),
            Rule::SurveyMean { of, zero_at, full_at } => self.survey_mean(of, zero_at, full_at),
            Rule::SurveySteps(steps) => self.cases(steps),
            Rule::Formula { .. } | Rule::Given(_) => Vec::new(),
        }
    }

    /// Gives half of the maximum.
    fn half(&self) -> Points {
        self.max.over(&number("2")).unwrap_or_else(Points::zero)
    }

    /// Works out the cases of conditions that must all hold.
    fn yes_no(&self, all: &[String], (yes, no): (&Amount, &Amount), penalty: Option<&Points>) -> Vec<Case> {
        let Self { max, label } = *self;
        let answers = |missing: Option<&String>| -> Vec<(String, String)> {
            all.iter().map(|id| (id.clone(), if Some(id) == missing { "false" } else { "true" }.to_owned())).collect()
        };
        let every = if all.len() > 1 {
            "Đủ các nội dung".into()
        } else {
            format!("Đạt “{}”", all.first().map(|id| label(id)).unwrap_or_default())
        };
        let lacking = |id: &String| with_penalty(format!("Không đạt “{}”", label(id)), answers(Some(id)), no.of(max), penalty);
        let mut cases = vec![case(every, answers(None), yes.of(max))];
        cases.extend(all.iter().map(lacking));
        cases
    }

    /// Works out the cases of levels.
    fn levels(&self, of: &str, levels: &[Level]) -> Vec<Case> {
        let one = |level: &Level| {
            let given = vec![(of.to_owned(), level.id.clone())];
            with_penalty(format!("“{}”", level.label), given, level.points.of(self.max), level.penalty.as_ref())
        };
        levels.iter().map(one).collect()
    }

    /// Works out the cases of steps on a figure or a rate.
    fn steps(&self, measure: &Measure, percent: bool, steps: &[Step], otherwise: Option<&Amount>) -> Vec<Case> {
        let beside = if percent { hundredth() } else { Points::one() };
        let one = |step: &Step| {
            let (name, given) = figure(measure, percent, &sample(step, &beside));
            with_penalty(name, given, step.points.of(self.max), step.penalty.as_ref())
        };
        let mut cases: Vec<Case> = steps.iter().map(one).collect();
        if let (Some(points), Some(at)) = (otherwise, outside(steps, percent)) {
            let (name, given) = figure(measure, percent, &at);
            cases.push(case(name, given, points.of(self.max)));
        }
        cases.extend(nothing(measure, self.max));
        cases
    }

    /// Works out the cases of points in proportion to a rate.
    fn ratio(&self, measure: &Measure, full_at: &Points, zero_below: Option<&Points>) -> Vec<Case> {
        let max = self.max;
        let at = |at: &Points| max.over(full_at).map_or_else(Points::zero, |each| &each * at);
        let floor = zero_below.filter(|floor| floor.is_positive());
        let mut cases = vec![case(reaches(full_at), rate(measure, full_at), max.clone())];
        let part = floor.filter(|floor| *floor < full_at).cloned().or_else(|| full_at.over(&number("2")));
        cases.extend(part.map(|part| case(reaches(&part), rate(measure, &part), at(&part))));
        cases.extend(floor.map(|floor| {
            let below = floor - &hundredth();
            case(reaches(&below), rate(measure, &below), Points::zero())
        }));
        cases.extend(nothing(measure, max));
        cases
    }

    /// Works out the cases of points on a straight line.
    fn interpolate(&self, measure: &Measure, zero_at: &Points, full_at: &Points) -> Vec<Case> {
        let middle = (zero_at + full_at).over(&number("2")).unwrap_or_else(Points::zero);
        let marks = [(full_at.clone(), self.max.clone()), (middle, self.half()), (zero_at.clone(), Points::zero())];
        let mut cases: Vec<Case> = marks.into_iter().map(|(at, points)| case(reaches(&at), rate(measure, &at), points)).collect();
        cases.extend(nothing(measure, self.max));
        cases
    }

    /// Works out the cases of points in proportion to the best of a group.
    fn relative(&self, measure: &Measure) -> Vec<Case> {
        let one = |best: &str, own: &str, points: Points| {
            let mut given = rate(measure, &number(own));
            given.push(("best".into(), best.into()));
            case(format!("Đơn vị cao nhất là {best}, đơn vị này {own}"), given, points)
        };
        let mut cases = vec![one("40", "40", self.max.clone()), one("40", "20", self.half()), one("0", "0", Points::zero())];
        cases.extend(nothing(measure, self.max).map(|mut case| {
            case.given.push(("best".into(), "40".into()));
            case
        }));
        cases
    }

    /// Works out the cases of days: the last that gives each amount, and the first that is too late for all.
    fn by_day(&self, of: &str, steps: &[(Date, bool, Amount)], later: &Amount) -> Vec<Case> {
        let on = |date: Date, points: &Amount| {
            let name = format!("Thực hiện ngày {}", date_vi(date));
            case(name, vec![(of.to_owned(), date.to_string())], points.of(self.max))
        };
        let in_time = |(date, before, points): &(Date, bool, Amount)| {
            let last = if *before { date.yesterday().ok()? } else { *date };
            Some(on(last, points))
        };
        let mut cases: Vec<Case> = steps.iter().filter_map(in_time).collect();
        cases.extend(steps.last().and_then(|(date, before, _)| {
            let first_late = if *before { *date } else { date.tomorrow().ok()? };
            Some(on(first_late, later))
        }));
        cases
    }

    /// Works out the cases of so much for each thing.
    fn count(&self, of: &str, each: &Amount, cap: Option<&Amount>) -> Vec<Case> {
        let Self { max, label } = *self;
        let (each, cap) = (each.of(max), cap.map_or_else(|| max.clone(), |cap| cap.of(max)));
        let enough = times_to(&cap, &each);
        let mut cases = vec![counted(label(of), of, "0", Points::zero())];
        if each < cap {
            cases.push(counted(label(of), of, "1", each));
        }
        cases.push(counted(label(of), of, &enough.plain(), cap));
        cases
    }

    /// Works out the cases of parts that add up; by those of each where a part has more than one figure.
    fn sum_of(&self, parts: &[Part]) -> Vec<Case> {
        let every: Vec<(String, String)> = parts.iter().flat_map(|part| all_or_nothing(&part.rule, true)).collect();
        let none: Vec<(String, String)> = parts.iter().flat_map(|part| all_or_nothing(&part.rule, false)).collect();
        if every.len() != parts.len() {
            let own: Vec<Vec<Case>> = parts.iter().map(|part| Leaf { max: &part.max, label: self.label }.cases(&part.rule)).collect();
            return combined(self.max, parts, &own);
        }
        let mut cases = vec![case("Đủ các nội dung".into(), every.clone(), self.max.clone())];
        for (n, part) in parts.iter().enumerate() {
            let given = none.iter().enumerate().zip(&every).map(|((m, none), all)| if m == n { all.clone() } else { none.clone() });
            cases.push(case(format!("Chỉ “{}”", part.label), given.collect(), part.max.clone()));
        }
        cases.extend(counted_once(parts, &none));
        cases.push(case("Không có nội dung nào".into(), none, Points::zero()));
        cases
    }

    /// Works out the cases of an index of the survey.
    fn survey_percent(&self, of: &str) -> Vec<Case> {
        let part = self.max.over(&number("100")).map_or_else(Points::zero, |each| &each * &number("80"));
        let one = |at: &str, points: Points| case(format!("Chỉ số {at}%"), vec![(of.to_owned(), at.to_owned())], points);
        vec![one("100", self.max.clone()), one("80", part)]
    }

    /// Works out the cases of a mean on a scale.
    fn survey_mean(&self, of: &str, zero_at: &Points, full_at: &Points) -> Vec<Case> {
        let middle = (zero_at + full_at).over(&number("2")).unwrap_or_else(Points::zero);
        let one =
            |at: &Points, points: Points| case(format!("Điểm trung bình {}", at.plain_vi()), vec![(of.to_owned(), at.plain())], points);
        vec![one(full_at, self.max.clone()), one(&middle, self.half()), one(zero_at, Points::zero())]
    }

    /// Works out the cases of what is taken for each violation.
    fn deductions(&self, lines: &[(String, Amount)], floor: Option<&Points>) -> Vec<Case> {
        let Self { max, label } = *self;
        let figures = |which: usize, count: &Points| -> Vec<(String, String)> {
            lines.iter().enumerate().map(|(n, (id, _))| (id.clone(), if n == which { count.plain() } else { "0".into() })).collect()
        };
        let least = floor.cloned().unwrap_or_else(Points::zero);
        let mut cases = vec![case("Không có vi phạm nào".into(), figures(0, &Points::zero()), max.clone())];
        for (n, (id, each)) in lines.iter().enumerate() {
            let left = (max - &each.of(max)).clamp_to(&least, max);
            cases.push(case(format!("{} là 1", label(id)), figures(n, &Points::one()), left));
        }
        if let Some((id, each)) = lines.first() {
            let many = times_to(&(max - &least), &each.of(max));
            cases.push(case(format!("{} là {}", label(id), many.plain()), figures(0, &many), least));
        }
        cases
    }

    /// Works out the cases of steps beside a mark.
    fn step_by(&self, steps: &StepBy) -> Vec<Case> {
        let max = self.max;
        let StepBy { measure, at, points, below, above, cap, floor, zero_below, .. } = steps;
        let held = |value: &Points| zero_below.as_ref().is_none_or(|least| value >= least);
        let cap = cap.as_ref().map_or_else(|| max.clone(), |cap| cap.of(max));
        let points = points.of(max);
        let floor = floor.clone().unwrap_or_else(Points::zero);
        let mut cases = vec![case(reaches(at), rate(measure, at), points.clone())];
        if let Some((each, taken)) = below {
            let one = at - each;
            if held(&one) {
                cases.push(case(reaches(&one), rate(measure, &one), (&points - &taken.of(max)).clamp_to(&floor, &cap)));
            }
            let count = times_to(&points, &taken.of(max));
            let all = at - &(each * &count);
            if !all.is_negative() && held(&all) {
                cases.push(case(reaches(&all), rate(measure, &all), floor.clone()));
            }
        }
        if let Some((each, added)) = above {
            let one = at + each;
            cases.push(case(reaches(&one), rate(measure, &one), (&points + &added.of(max)).clamp_to(&floor, &cap)));
            let many = at + &(each * &times_to(&(&cap - &points), &added.of(max)));
            cases.push(case(reaches(&many), rate(measure, &many), cap));
        }
        if let Some(least) = zero_below {
            let low = least - &Points::one();
            cases.push(case(reaches(&low), rate(measure, &low), Points::zero()));
        }
        cases.extend(nothing(measure, max));
        cases
    }
}

/// Gives the smallest distance of two rates that are told apart.
fn hundredth() -> Points {
    number("0.01")
}

/// Gives the figures of a measure for a rate in points of percent.
fn rate(measure: &Measure, rate: &Points) -> Vec<(String, String)> {
    let Some((to, _)) = &measure.to else { return vec![(measure.of.clone(), rate.plain())] };
    // Counts are whole: 99,99 % is 9999 of 10000.
    let mut scale = Points::one();
    while !(rate * &scale).is_whole() && scale < number("100000") {
        scale = &scale * &number("10");
    }
    vec![(measure.of.clone(), (rate * &scale).plain()), (to.clone(), (&Points::hundred() * &scale).plain())]
}

/// Says a rate: `Đạt 99,99%`.
fn reaches(at: &Points) -> String {
    format!("Đạt {}%", at.plain_vi())
}

/// Makes the case of having nothing to do.
fn nothing(measure: &Measure, max: &Points) -> Option<Case> {
    let (to, meaning) = measure.to.as_ref()?;
    let given = vec![(measure.of.clone(), "0".into()), (to.clone(), "0".into())];
    Some(match *meaning {
        "full" => case("Không phát sinh".into(), given, max.clone()),
        "zero" => case("Không phát sinh".into(), given, Points::zero()),
        _ => Case { name: "Không phát sinh thì không áp dụng".into(), given, expect: Expect::NotApplicable },
    })
}

/// Names a figure, and gives it.
fn figure(measure: &Measure, percent: bool, at: &Points) -> (String, Vec<(String, String)>) {
    if percent {
        (reaches(at), rate(measure, at))
    } else {
        (format!("Số lượng {}", at.plain_vi()), vec![(measure.of.clone(), at.plain())])
    }
}

/// Makes a case of a number of things.
fn counted(mut label: String, of: &str, count: &str, points: Points) -> Case {
    label.push_str(" là ");
    label.push_str(count);
    case(label, vec![(of.to_owned(), count.to_owned())], points)
}

/// Gives the answers of a part of which all is done, or nothing.
fn all_or_nothing(rule: &Rule, done: bool) -> Vec<(String, String)> {
    match rule {
        Rule::YesNo { all, .. } => all.iter().map(|id| (id.clone(), done.to_string())).collect(),
        Rule::Ratio { measure: Measure { of, to: None }, .. } => vec![(of.clone(), if done { "100" } else { "0" }.to_owned())],
        Rule::Count { of, each: Amount::Points(each), cap: Some(Amount::Points(cap)) } => {
            vec![(of.clone(), if done { times_to(cap, each) } else { Points::zero() }.plain())]
        }
        _ => Vec::new(),
    }
}

/// Counts how many times an amount goes into another, begun ones counting.
fn times_to(whole: &Points, each: &Points) -> Points {
    let mut count = Points::zero();
    let mut sum = Points::zero();
    while sum < *whole && count < number("1000") {
        sum = &sum + each;
        count = &count + &Points::one();
    }
    count
}

/// Finds a value that a step holds, on its bound where that belongs to it.
fn sample(step: &Step, beside: &Points) -> Points {
    let closed = step.bounds.iter().find(|(side, _)| matches!(side, Side::From | Side::UpTo | Side::Exactly));
    match (closed, step.bounds.first()) {
        (Some((_, at)), _) => at.clone(),
        (None, Some((Side::Above, at))) => at + beside,
        // “Dưới 0,5” is not less than nothing.
        (None, Some((_, at))) => Some(at - beside).filter(|below| !below.is_negative()).unwrap_or_else(Points::zero),
        (None, None) => Points::zero(),
    }
}

/// Finds a value that no step holds.
fn outside(steps: &[Step], percent: bool) -> Option<Points> {
    let ranges: Vec<Range> = steps.iter().map(|step| Range::of(&step.bounds)).collect();
    let top = if percent { 100 } else { 1_000 };
    (0..=top).map(|value: u32| number(&value.to_string())).find(|value| !ranges.iter().any(|range| range.holds(value)))
}
