//! `cases.yaml`: a case for each branch of a rule, worked out from the numbers of the line itself, apart from the engine.

use jiff::civil::Date;

use crate::figure::InputKind;
use crate::points::{Points, RoundingMode};
use crate::yaml::Amount;

use super::draft::{Input, Level, Measure, Rule, Step, StepBy};
use super::line::Side;
use super::rule::Range;
use super::yaml::{Writer, quoted, scalar};

/// Sentence, worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What it says.
    name: String,
    /// Inputs with their values.
    given: Vec<(String, String)>,
    /// What it comes to.
    expect: Expect,
}

/// What a case comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Expect {
    /// Points that the line gives.
    Points(Points),
    /// Points, and what is taken beside them.
    Penalty(Points, Points),
    /// The criterion leaves the maximum.
    NotApplicable,
}

/// Writes the cases of a criterion.
pub fn write(out: &mut Writer, id: &str, name: &str, cases: &[Case]) {
    for case in cases {
        out.line(0, &format!("- name: {}", scalar(&format!("{id} {name}: {}", case.name))));
        let given: Vec<String> = case.given.iter().map(|(input, value)| format!("{input}: {value}")).collect();
        out.line(2, &format!("given: {{ {}: {{ {} }} }}", quoted(id), given.join(", ")));
        let expect = match &case.expect {
            Expect::Points(points) => printed(points).plain(),
            Expect::Penalty(points, penalty) => format!("{{ computed: {}, penalty: {penalty} }}", printed(points)),
            Expect::NotApplicable => "not_applicable".into(),
        };
        out.line(2, &format!("expect: {{ {}: {expect} }}", quoted(id)));
    }
}

/// Rounds points as a set prints them that says nothing of it.
fn printed(points: &Points) -> Points {
    points.round(2, RoundingMode::HalfUp)
}

/// Says points: `1,5 điểm`.
fn said(points: &Points) -> String {
    format!("{} điểm", printed(points).plain_vi())
}

/// Makes a case of a formula that was worked out.
pub fn of_formula(given: &[(String, String)], label: &dyn Fn(&str) -> String, points: Points) -> Case {
    let figures: Vec<String> = given.iter().map(|(id, value)| format!("{} là {}", label(id), value.replace('.', ","))).collect();
    case(figures.join("; "), given.to_vec(), points)
}

/// Proposes figures for a formula: nothing at all, a usual year, and more than enough.
pub fn figures(formula: &str, inputs: &[Input]) -> Vec<Vec<(String, String)>> {
    let all = |value: &dyn Fn(usize, &Input) -> u32| -> Vec<(String, String)> {
        inputs.iter().enumerate().map(|(n, input)| (input.id.clone(), value(n, input).to_string())).collect()
    };
    if let [Input { kind: InputKind::Percent, id, .. }] = inputs {
        return ["100", "85", "40", "0"].iter().map(|rate| vec![(id.clone(), (*rate).to_owned())]).collect();
    }
    let divides = |input: &Input| formula.contains(&format!("/ {}", input.id));
    if !inputs.iter().any(divides) {
        let mut found: Vec<_> = (0..inputs.len()).map(|one| all(&|n, _| u32::from(n == one))).collect();
        found.push(all(&|_, _| 100));
        return found;
    }
    vec![
        all(&|_, _| 0),
        all(&|_, input| if divides(input) { 10 } else { 0 }),
        all(&|n, input| {
            if divides(input) {
                10
            } else if n == 0 {
                6
            } else {
                2
            }
        }),
        all(&|n, input| if divides(input) || n == 0 { 10 } else { 0 }),
    ]
}

/// Makes a case of points.
fn case(mut name: String, given: Vec<(String, String)>, points: Points) -> Case {
    name.push_str(": ");
    name.push_str(&said(&points));
    Case { name, given, expect: Expect::Points(points) }
}

/// Makes a case of points, and of what is taken beside them.
fn with_penalty(name: String, given: Vec<(String, String)>, points: Points, penalty: Option<&Points>) -> Case {
    match penalty {
        Some(penalty) => Case {
            name: format!("{name}: {} và bị trừ {}", said(&points), said(penalty)),
            given,
            expect: Expect::Penalty(points, penalty.clone()),
        },
        None => case(name, given, points),
    }
}

/// Makes a number of a word of this file.
fn number(word: &str) -> Points {
    Points::parse(word).unwrap_or_else(Points::zero)
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

/// Works out the cases of a rule; none for a rule that others score, and for arithmetic.
pub fn of_rule(rule: &Rule, max: &Points, label: &dyn Fn(&str) -> String) -> Vec<Case> {
    let hundredth = number("0.01");
    match rule {
        Rule::YesNo { all, yes, no, penalty } => {
            let answers = |missing: Option<&String>| -> Vec<(String, String)> {
                all.iter().map(|id| (id.clone(), if Some(id) == missing { "false" } else { "true" }.to_owned())).collect()
            };
            let mut cases = vec![case(
                if all.len() > 1 {
                    "Đủ các nội dung".into()
                } else {
                    format!("Đạt “{}”", all.first().map(|id| label(id)).unwrap_or_default())
                },
                answers(None),
                yes.of(max),
            )];
            cases.extend(
                all.iter().map(|id| with_penalty(format!("Không đạt “{}”", label(id)), answers(Some(id)), no.of(max), penalty.as_ref())),
            );
            cases
        }
        Rule::Levels { of, levels } => {
            let one = |level: &Level| {
                with_penalty(
                    format!("“{}”", level.label),
                    vec![(of.clone(), level.id.clone())],
                    level.points.of(max),
                    level.penalty.as_ref(),
                )
            };
            levels.iter().map(one).collect()
        }
        Rule::Steps { measure, percent, steps, otherwise } => {
            let mut cases: Vec<Case> = steps
                .iter()
                .map(|step| {
                    let at = sample(step, &if *percent { hundredth.clone() } else { Points::one() });
                    let (name, given) = figure(measure, *percent, &at);
                    with_penalty(name, given, step.points.of(max), step.penalty.as_ref())
                })
                .collect();
            if let (Some(points), Some(at)) = (otherwise, outside(steps, *percent)) {
                let (name, given) = figure(measure, *percent, &at);
                cases.push(case(name, given, points.of(max)));
            }
            cases.extend(nothing(measure, max));
            cases
        }
        Rule::Ratio { measure, full_at, zero_below } => {
            let at = |at: &Points| max.over(full_at).map_or_else(Points::zero, |each| &each * at);
            let mut cases = vec![case(reaches(full_at), rate(measure, full_at), max.clone())];
            let part = zero_below.clone().filter(|floor| floor < full_at && floor.is_positive()).or_else(|| full_at.over(&number("2")));
            cases.extend(part.map(|part| case(reaches(&part), rate(measure, &part), at(&part))));
            cases.extend(zero_below.as_ref().filter(|floor| floor.is_positive()).map(|floor| {
                let below = floor - &hundredth;
                case(reaches(&below), rate(measure, &below), Points::zero())
            }));
            cases.extend(nothing(measure, max));
            cases
        }
        Rule::Interpolate { measure, zero_at, full_at } => {
            let middle = (zero_at + full_at).over(&number("2")).unwrap_or_else(Points::zero);
            let half = max.over(&number("2")).unwrap_or_else(Points::zero);
            let mut cases: Vec<Case> = [(full_at.clone(), max.clone()), (middle, half), (zero_at.clone(), Points::zero())]
                .into_iter()
                .map(|(at, points)| case(reaches(&at), rate(measure, &at), points))
                .collect();
            cases.extend(nothing(measure, max));
            cases
        }
        Rule::Relative { measure } => {
            let one = |own: &str, points: Points| {
                let mut given = rate(measure, &number(own));
                given.push(("best".into(), "40".into()));
                case(format!("Đơn vị cao nhất là 40, đơn vị này {own}"), given, points)
            };
            vec![one("40", max.clone()), one("20", max.over(&number("2")).unwrap_or_else(Points::zero))]
        }
        Rule::Deductions { lines, floor } => deductions(lines, floor.as_ref(), max, label),
        Rule::Deadline { of, steps, later, never: (never, penalty) } => {
            let day = |date: Date| date.strftime("%d/%m/%Y").to_string();
            let on =
                |date: Date, points: Points| case(format!("Thực hiện ngày {}", day(date)), vec![(of.clone(), date.to_string())], points);
            let mut cases: Vec<Case> = steps
                .iter()
                .filter_map(|(date, before, points)| Some(on(if *before { date.yesterday().ok()? } else { *date }, points.of(max))))
                .collect();
            cases.extend(steps.last().and_then(|(date, before, _)| {
                let first_late = if *before { *date } else { date.tomorrow().ok()? };
                Some(on(first_late, later.of(max)))
            }));
            cases.push(with_penalty("Không thực hiện".into(), vec![(of.clone(), "none".into())], never.of(max), penalty.as_ref()));
            cases
        }
        Rule::Count { of, each, cap } => {
            let (each, cap) = (each.of(max), cap.as_ref().map_or_else(|| max.clone(), |cap| cap.of(max)));
            let enough = times_to(&cap, &each);
            let mut cases = vec![counted(label(of), of, "0", Points::zero())];
            if each < cap {
                cases.push(counted(label(of), of, "1", each));
            }
            cases.push(counted(label(of), of, &enough.plain(), cap));
            cases
        }
        Rule::StepBy(steps) => step_by(steps, max),
        Rule::SumOf(parts) => {
            let every: Vec<(String, String)> = parts.iter().flat_map(|part| all_or_nothing(&part.rule, true)).collect();
            let none: Vec<(String, String)> = parts.iter().flat_map(|part| all_or_nothing(&part.rule, false)).collect();
            if every.len() != parts.len() {
                return Vec::new();
            }
            let mut cases = vec![case("Đủ các nội dung".into(), every.clone(), max.clone())];
            for (n, part) in parts.iter().enumerate() {
                let given =
                    none.iter().enumerate().zip(&every).map(|((m, none), all)| if m == n { all.clone() } else { none.clone() }).collect();
                cases.push(case(format!("Chỉ “{}”", part.label), given, part.max.clone()));
            }
            cases.push(case("Không có nội dung nào".into(), none, Points::zero()));
            cases
        }
        // Alternatives left blank are passed over.
        Rule::BestOf(rules) => rules.iter().flat_map(|rule| of_rule(rule, max, label)).collect(),
        Rule::SurveyPercent(of) => {
            let part = max.over(&number("100")).map_or_else(Points::zero, |each| &each * &number("80"));
            let one = |at: &str, points: Points| case(format!("Chỉ số {at}%"), vec![(of.clone(), at.to_owned())], points);
            vec![one("100", max.clone()), one("80", part)]
        }
        Rule::Formula(_) | Rule::Given(_) => Vec::new(),
    }
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

/// Works out the cases of what is taken for each violation.
fn deductions(lines: &[(String, Amount)], floor: Option<&Points>, max: &Points, label: &dyn Fn(&str) -> String) -> Vec<Case> {
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
fn step_by(steps: &StepBy, max: &Points) -> Vec<Case> {
    let StepBy { measure, at, points, below, above, cap, zero_below } = steps;
    let held = |value: &Points| zero_below.as_ref().is_none_or(|least| value >= least);
    let cap = cap.as_ref().map_or_else(|| max.clone(), |cap| cap.of(max));
    let points = points.of(max);
    let mut cases = vec![case(reaches(at), rate(measure, at), points.clone())];
    if let Some((each, taken)) = below {
        let one = at - each;
        if held(&one) {
            cases.push(case(reaches(&one), rate(measure, &one), (&points - &taken.of(max)).clamp_to(&Points::zero(), &cap)));
        }
        let count = times_to(&points, &taken.of(max));
        let all = at - &(each * &count);
        if !all.is_negative() && held(&all) {
            cases.push(case(reaches(&all), rate(measure, &all), Points::zero()));
        }
    }
    if let Some((each, added)) = above {
        let one = at + each;
        cases.push(case(reaches(&one), rate(measure, &one), (&points + &added.of(max)).clamp_to(&Points::zero(), &cap)));
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
