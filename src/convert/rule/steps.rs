//! Rules of steps on a figure or a rate.

use crate::convert::draft::{Inputs, Measure, Rule, Step};
use crate::convert::line::{Case, Clause, Condition, Gives, Side, turns};
use crate::figure::InputKind;
use crate::finding::convert::{BOUND, GAP};
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::between;
use super::counted_as::{counted_as, is_mean};
use super::denied::{denies_the_same, is_any_fault};
use super::described::{ask_of_some, one_thing};
use super::measure::{Asked, RateWords};
use super::nothing::{some_for_nothing, with_points_for_nothing};
use super::pool::Pool;
use super::ranges::{Range, gaps};
use super::target;
use super::unheld::{below_all, is_never_done, open_bounds};
use super::written::of_steps;

/// Makes a rule of steps.
pub fn steps(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let stated: Vec<&Condition> =
        pool.all().filter_map(|clause| if let Clause::Case(case) = clause { case.condition.as_ref() } else { None }).collect();
    // “Tỷ lệ từ 0,8 trở lên” is one of 80 %, and so is “từ 0,8 trở lên” of a criterion that is called a rate.
    let name = asked.words.name.to_lowercase();
    let rate = ["tỷ lệ", "tỉ lệ"].iter().any(|word| name.starts_with(word));
    let below_one = || stated.iter().any(|condition| condition.bounds.iter().any(|(_, at)| !at.is_whole()));
    // “A/B ≥ 0,8” is a rate, whatever the letters.
    let letters = |condition: &&Condition| {
        let letter = |word: &String| word.chars().count() == 1 && word.chars().all(|c| c.is_ascii_alphabetic());
        matches!(condition.before.as_slice(), [part, over, whole] if letter(part) && over == "/" && letter(whole))
    };
    let shares = (rate && below_one()
        || stated.iter().any(letters)
        || stated.iter().any(|condition| condition.before.iter().any(|word| ["tỷ", "tỉ"].contains(&word.as_str()))))
        && stated.iter().all(|condition| condition.after.is_empty() && condition.bounds.iter().all(|(_, at)| *at <= Points::one()));
    let percent = shares || stated.iter().any(|condition| condition.percent);
    // “Có từ 01 phản ánh quá hạn” is no share of 100 %.
    let counts = |case: &Case| percent && is_any_fault(case);
    let cases = pool.cases(|case| matches!(case.gives, Gives::Amount(..)) && !counts(case) && conditions(case, percent).is_some());
    // “Vượt từ 10%” beside “đạt 100%” is 110 % of what was planned.
    let planned = cases.iter().any(|case| {
        conditions(case, percent).is_some_and(|condition| {
            condition.percent && !passes(&condition) && condition.bounds.iter().any(|(_, at)| *at == Points::hundred())
        })
    });
    // “Vượt 80%: 2; đạt 80%: 1” speaks of one mark.
    let marks: Vec<Points> = cases
        .iter()
        .filter_map(|case| conditions(case, percent).filter(|condition| !passes(condition)))
        .flat_map(|condition| condition.bounds.into_iter().map(|(_, at)| at))
        .collect();
    let conditions = |case: &Case| {
        let condition = past_a_mark(conditions(case, percent)?, &marks);
        Some(if planned { above_plan(condition) } else { condition })
    };
    let mut list = Vec::new();
    let (mut described, mut before, mut after): (Vec<Vec<String>>, Vec<Vec<String>>, Vec<String>) = (Vec::new(), Vec::new(), Vec::new());
    for case in &cases {
        let condition = conditions(case)?;
        let (points, penalty) = case.amount()?;
        described.push(condition.words());
        before.push(condition.before);
        after.push(condition.tail);
        list.push(Step { bounds: condition.bounds, points: points.clone(), penalty: penalty.cloned() });
    }
    // Two that hold the same and say it of different things are parts of something: “số hóa hồ sơ đạt 100%: 1; số hóa kết quả đạt
    // 100%: 1”.
    let same = |at: usize, step: &Step| list.iter().skip(at + 1).any(|other| other.bounds == step.bounds);
    if list.iter().enumerate().any(|(at, step)| same(at, step)) && before.iter().any(|words| Some(words) != before.first()) {
        return None;
    }
    // “Đúng 5 bước: 2” counts nothing.
    let counted = list.len() > 1 || list.iter().all(|step| matches!(step.bounds.as_slice(), [(Side::From | Side::Above, _)]));
    if list.is_empty() || (!percent && !counted) || !one_thing(&described, &before, asked.words.name) {
        return None;
    }
    let unit = if percent { None } else { Some(unit(&cases)?) };
    let everything: Vec<String> = described.iter().flatten().cloned().collect();
    let for_nothing = if percent { some_for_nothing(asked.words, pool, &everything) } else { None };
    let (mut otherwise, mut denied, mut never) = (None, false, false);
    // “100% PAKN trả lời đúng hạn: 1; có PAKN trả lời quá hạn: 0” says less than all in other words.
    let whole = |step: &Step| step.bounds == [(Side::Exactly, Points::hundred())] && step.points.of(asked.words.max) == *asked.words.max;
    // Where nothing is said before the percentage, these are levels in the words of the decision.
    let all = matches!(list.as_slice(), [step] if whole(step)) && before.iter().any(|words| !words.is_empty());
    let fault = |case: &Case| {
        let some = case.condition.is_none() && case.begins(&["có", "còn", "để xảy ra", "phát sinh"]) && turns(&case.words);
        case.days.is_none() && case.is_zero() && (some || is_any_fault(case)) && names_the_same(&everything, case)
    };
    if percent && all && pool.all().any(|clause| matches!(clause, Clause::Case(case) if fault(case))) {
        otherwise = pool.cases(fault).first().and_then(|case| case.amount()).map(|(points, _)| points.clone());
    }
    for case in pool.cases(|case| {
        case.condition.is_none()
            && case.days.is_none()
            && (case.is_rest() || (case.gives_nothing() && case.is_negative() && !case.is_nothing_to_do() && denies_the_same(asked, case)))
    }) {
        denied |= !case.is_rest();
        never |= is_never_done(case);
        match case.amount()? {
            (points, None) if otherwise.is_none() => otherwise = Some(points.clone()),
            _ => return None,
        }
    }
    // "Tăng dưới 5%: 1; không tăng: 0" are two answers to 0 %.
    let zero_held = list.iter().any(|step| Range::of(&step.bounds).holds(&Points::zero()) && step.points.of(asked.words.max).is_positive());
    if denied && zero_held {
        return None;
    }
    let reaches = list.iter().any(|step| step.points.of(asked.words.max) == *asked.words.max);
    if !reaches && pool.left().any(|one| matches!(&one.clause, Clause::Case(case) if case.is_full(asked.words.max))) {
        // “Không có hồ sơ trễ hạn: 2; dưới 1%: 1” is a level of its own, not a case of nothing to do.
        return None;
    }
    ask_of_some(asked, &described, doubts);
    between::of_steps(asked, &cases, doubts);
    if percent || denied {
        reached(asked, &mut list, otherwise.as_ref(), (&before, percent), doubts);
    }
    nested(&mut list, asked.words.max);
    apart(asked, &mut list, percent, doubts);
    if !percent {
        closed_where_points_fall(&mut list, asked.words.max);
    }
    // Whole numbers of things in a month leave nothing out: their mean has decimals.
    let mean = !percent && is_mean(&cases);
    let between = mean && close_gaps(&mut list, asked.words.max);
    open_bounds(asked, &list, (percent, mean), otherwise.as_ref().map(|_| denied), doubts);
    if never && !asked.words.adds {
        below_all(asked, &list, percent, doubts);
    }
    // “Không thực hiện: 0; dưới 50%: 0” says the lowest step once more.
    let ranges: Vec<Range> = list.iter().map(|step| Range::of(&step.bounds)).collect();
    if percent && gaps(&ranges, &Points::zero(), &Points::hundred()).is_empty() {
        otherwise = None;
    }
    let measure = if let Some(unit) = unit {
        let labels = counted_as(asked, &cases, between, doubts);
        let kind = if mean || has_decimals(&list, &unit, asked.words.name) { InputKind::Points } else { InputKind::Count };
        let unit = labels.unit.unwrap_or(unit);
        let of = asked.counted(kind, Some(unit).filter(|unit| !unit.is_empty()), &described, (inputs, labels.label.as_deref()), doubts)?;
        Measure { of, to: None }
    } else {
        pool.take(|clause| (*clause == Clause::Between).then_some(())).is_empty().then_some(())?;
        // A percentage ends at 100: what goes on above it is a figure.
        let passes = list.iter().any(|step| matches!(step.bounds.first(), Some((Side::Above, at)) if *at >= Points::hundred()));
        let words = RateWords { whole: for_nothing.is_some(), passes, ..RateWords::of(&before, &after).with(described) };
        let target = target::behind_percentages(asked.words.name, &words.sides.0, &words.sides.1).is_some();
        let measure = asked.measure(pool, inputs, &words, doubts)?;
        let typed = inputs.list.iter().any(|input| input.id == measure.of && input.kind == InputKind::Points && measure.to.is_none());
        if target && typed {
            at_least_all(&mut list);
            return Some(Rule::Steps { measure, percent: false, steps: list, otherwise });
        }
        if target::is_of_a_target(asked.said, &measure, inputs)
            && let Some(text) = of_steps(&measure, &from_above(&list), otherwise.as_ref(), asked.words.max)
        {
            return target::written(&measure, asked.words.max, text);
        }
        if passes {
            let input = inputs.list.iter_mut().find(|input| input.id == measure.of && measure.to.is_none())?;
            input.kind = InputKind::Points;
            return Some(Rule::Steps { measure, percent: false, steps: list, otherwise });
        }
        measure
    };
    if let Some(points) = for_nothing {
        return with_points_for_nothing(&measure, &list, otherwise.as_ref(), asked.words.max, &points);
    }
    Some(Rule::Steps { measure, percent, steps: list, otherwise })
}

/// Leaves out upper bounds of steps that come one below the other: whoever is above has the step before.
fn from_above(list: &[Step]) -> Vec<Step> {
    let low = |step: &Step| step.bounds.first().filter(|(side, _)| matches!(side, Side::From | Side::Above | Side::Exactly)).cloned();
    let falls = list.windows(2).all(|pair| match (pair.first().and_then(low), pair.last().map(|step| step.bounds.last().cloned())) {
        (Some((_, above)), Some(Some((Side::Below | Side::UpTo, end)))) => above == end,
        _ => false,
    });
    let open = |step: &Step| match step.bounds.as_slice() {
        [first, _] if falls => Step { bounds: vec![first.clone()], ..step.clone() },
        _ => step.clone(),
    };
    list.iter().map(open).collect()
}

/// Tells whether a case speaks of the things that others do.
fn names_the_same(known: &[String], case: &Case) -> bool {
    const FAULTS: [&str; 12] = ["có", "còn", "quá", "hạn", "trễ", "chậm", "không", "chưa", "từ", "để", "xảy", "ra"];
    let things: Vec<&String> =
        case.words.iter().filter(|word| !FAULTS.contains(&word.as_str()) && word.chars().all(char::is_alphabetic)).collect();
    things.iter().any(|word| known.contains(word))
}

/// Takes “100% kế hoạch” for all of it, and more.
fn at_least_all(list: &mut [Step]) {
    // “Vượt từ 10%: 2; đạt 100%: 1” says what is more than all of it.
    if list.iter().any(|step| {
        step.bounds.first().is_some_and(|(side, at)| *at > Points::hundred() || *side == Side::Above && *at == Points::hundred())
    }) {
        return;
    }
    for step in list.iter_mut() {
        if let [(side @ Side::Exactly, at)] = step.bounds.as_mut_slice()
            && *at == Points::hundred()
        {
            *side = Side::From;
        }
    }
}

/// Ends the highest step of a count where fewer give more: “0 vụ: 2; 1 vụ: 1; còn lại: 0” gives nothing for 5.
fn closed_where_points_fall(list: &mut [Step], max: &Points) {
    let low = |step: &Step| step.bounds.first().map(|(_, at)| at.clone());
    let Some(top) = (0..list.len()).max_by_key(|at| list.get(*at).and_then(low)) else { return };
    let points = list.get(top).map(|step| step.points.of(max));
    let falls = list.iter().any(|step| Some(step.points.of(max)) > points);
    if let Some(step) = list.get_mut(top).filter(|_| falls)
        && let [(Side::Exactly, at)] = step.bounds.as_slice()
    {
        let (at, next) = (at.clone(), at + &Points::one());
        step.bounds = vec![(Side::From, at), (Side::Below, next)];
    }
}

/// Closes what whole numbers leave open between steps: “từ 02 đến 03 tin” reaches up to 4 where 4 give more. What lies between two
/// steps takes the one with fewer points. Tells whether there was anything.
fn close_gaps(list: &mut [Step], max: &Points) -> bool {
    let mut order: Vec<usize> = (0..list.len()).collect();
    let low = |list: &[Step], at: usize| list.get(at).and_then(|step| Range::of(&step.bounds).low);
    order.sort_by_key(|at| low(list, *at).map(|(low, closed)| (low, !closed)));
    let mut any = false;
    for pair in order.windows(2) {
        let [below, above] = pair else { continue };
        let ends = list.get(*below).map(|step| (Range::of(&step.bounds), step.points.of(max)));
        let begins = list.get(*above).map(|step| (Range::of(&step.bounds), step.points.of(max)));
        let (Some((lower, fewer)), Some((upper, more))) = (ends, begins) else { continue };
        let (Some((high, true)), Some((next, true))) = (&lower.high, &upper.low) else { continue };
        if high >= next || (next - high) > Points::one() {
            continue;
        }
        any = true;
        if fewer <= more {
            let bounds =
                [lower.low.map(|(at, closed)| (if closed { Side::From } else { Side::Above }, at)), Some((Side::Below, next.clone()))];
            list.get_mut(*below).into_iter().for_each(|step| step.bounds = bounds.iter().flatten().cloned().collect());
        } else {
            let bounds =
                [Some((Side::Above, high.clone())), upper.high.map(|(at, closed)| (if closed { Side::UpTo } else { Side::Below }, at))];
            list.get_mut(*above).into_iter().for_each(|step| step.bounds = bounds.iter().flatten().cloned().collect());
        }
    }
    any
}

/// Tells whether what is measured may have decimals: money, marks, an index; a number of things has none.
fn has_decimals(list: &[Step], unit: &str, name: &str) -> bool {
    let bounds: Vec<&Points> = list.iter().flat_map(|step| &step.bounds).map(|(_, at)| at).collect();
    let measured = ["đồng", "tỷ", "triệu", "nghìn", "km", "ha", "điểm", "giờ"];
    let spelt = unit.split(' ').any(|word| measured.contains(&word));
    // Marks of 100, of which none says what is counted.
    let marks = unit.is_empty() && bounds.iter().any(|at| **at > Points::from(20)) && !name.to_lowercase().starts_with("số ");
    bounds.iter().any(|at| !at.is_whole()) || spelt || marks
}

/// Tells whether a condition says “vượt” of its figure.
fn passes(condition: &Condition) -> bool {
    condition.before.iter().any(|word| word == "vượt")
}

/// Takes “vượt 80%” for more than 80 % where 80 % is the mark of another step, and “vượt 100%” always.
fn past_a_mark(mut condition: Condition, marks: &[Points]) -> Condition {
    if let [(side @ Side::Exactly, at)] = condition.bounds.as_mut_slice()
        && condition.percent
        && condition.before.last().is_some_and(|word| word == "vượt")
        && (*at >= Points::hundred() || marks.contains(at))
    {
        // “Đạt và vượt 100%” is as much and more.
        let or_reaches = condition.before.iter().any(|word| word == "đạt");
        *side = if or_reaches { Side::From } else { Side::Above };
        condition.before.pop();
    }
    condition
}

/// Adds the plan to what lies above it: “vượt từ 10%” is from 110 %.
fn above_plan(mut condition: Condition) -> Condition {
    if condition.before.last().is_some_and(|word| word == "vượt") && condition.bounds.iter().all(|(_, at)| *at < Points::hundred()) {
        condition.before.pop();
        for (_, at) in &mut condition.bounds {
            *at = &*at + &Points::hundred();
        }
        if let [(Side::Below | Side::UpTo, _)] = condition.bounds.as_slice() {
            condition.bounds.insert(0, (Side::Above, Points::hundred()));
        }
    }
    condition
}

/// Gives the figures of a case, shares of one taken for percentages where the others are percentages.
fn conditions(case: &Case, percent: bool) -> Option<Condition> {
    let condition = case.condition.clone()?;
    // “Trên 60%: 2; từ 45 đến 60: 1,5” leaves the sign out.
    let marks = |at: &Points| *at > Points::one() && *at <= Points::hundred();
    let unsaid = percent && !condition.percent && condition.after.is_empty() && condition.bounds.iter().all(|(_, at)| marks(at));
    if unsaid {
        return Some(Condition { percent: true, ..condition });
    }
    if percent { condition.into_percent() } else { Some(condition) }
}

/// Finds the unit of measure that all cases count in, empty where none is named; `None` where they count different things.
fn unit(cases: &[&Case]) -> Option<String> {
    let names = ["ngày", "tháng", "quý", "năm", "trước", "sau", "loại", "độ", "cấp", "hạng", "thứ", "nhóm", "khoản", "điều", "mức"];
    let mut units: Vec<String> = Vec::new();
    for case in cases {
        let condition = case.condition.as_ref()?;
        if condition.before.last().is_some_and(|word| names.contains(&word.as_str())) {
            return None;
        }
        units.push(condition.after.split(|word| word == "/").next().unwrap_or_default().join(" "));
    }
    let shortest = units.iter().filter(|unit| !unit.is_empty()).min_by_key(|unit| unit.len()).cloned().unwrap_or_default();
    let same = units.iter().all(|unit| unit.is_empty() || unit.starts_with(&shortest) || shortest.starts_with(unit.as_str()));
    // “12 tin, bài/năm”: as it is spelt, with its comma.
    let plain = |tail: &str| tail.split('/').next().unwrap_or_default().trim().to_owned();
    let tails = cases.iter().filter_map(|case| Some(plain(&case.condition.as_ref()?.tail)));
    let spelt = tails.filter(|tail| tail.replace(',', "").to_lowercase() == shortest).find(|tail| tail.contains(','));
    let unit = spelt.unwrap_or(shortest);
    same.then(|| if unit.chars().count() <= 30 { unit } else { String::new() })
}

/// Takes “đạt 80%: 2; không đạt: 0” for 80 % and more, and “có 2 mô hình: 2; không có: 0” for 2 and more, and asks: who has
/// more has no less.
fn reached(
    asked: &Asked<'_>,
    list: &mut [Step],
    otherwise: Option<&Amount>,
    (before, percent): (&[Vec<String>], bool),
    doubts: &mut Vec<Doubt>,
) {
    let (max, name, sign) = (asked.words.max, asked.words.name, if percent { "%" } else { "" });
    let Some(least) = otherwise.map(|amount| amount.of(max)) else { return };
    let lower = turns(&name.to_lowercase().split(' ').map(str::to_owned).collect::<Vec<_>>()) || before.iter().any(|words| turns(words));
    let low = |step: &Step| step.bounds.first().map(|(_, at)| at.clone());
    let top = list.iter().filter_map(low).max();
    let mark = |step: &Step| match step.bounds.as_slice() {
        [(Side::Exactly, at)] if !at.is_zero() && if percent { *at < Points::hundred() } else { Some(at) == top.as_ref() } => {
            Some(at.clone())
        }
        _ => None,
    };
    let rises = list.iter().all(|one| {
        let points = one.points.of(max);
        points >= least && list.iter().all(|other| (low(other) > low(one)) == (other.points.of(max) > points))
    });
    let exact = before.iter().any(|words| words.iter().any(|word| ["bằng", "đúng", "đủ"].contains(&word.as_str())));
    for step in list.iter_mut() {
        let Some(at) = mark(step) else { continue };
        let (at_vi, at_en) = (at.plain_vi(), at.plain());
        if rises && !lower && !exact {
            set_bound(step.bounds.first_mut(), Side::From);
            // “Dưới chỉ tiêu: 0” says of all below the mark what it gives, and so of the mark that it is the least.
            if asked.said.iter().any(|one| matches!(&one.clause, Clause::Case(case) if case.is_below_target())) {
                continue;
            }
            doubts.push((
                &GAP,
                text!(
                    "“{name}”: bảng chỉ ghi mốc {at_vi}{sign}; tạm hiểu là từ {at_vi}{sign} trở lên",
                    "“{name}”: the table names only {at_en}{sign}; read as {at_en}{sign} and more for now"
                ),
            ));
        } else if percent {
            doubts.push((
                &GAP,
                text!(
                    "“{name}”: bảng chỉ ghi đúng mốc {at_vi}%, chưa quy định trên và dưới mốc ấy được bao nhiêu điểm",
                    "“{name}”: the table names exactly {at_en}%, not what lies above and below it"
                ),
            ));
        }
    }
}

/// Parts steps of which one holds all of another: “từ 80% trở lên: 1; từ 90% trở lên: 2”, “dưới 90%: 0,5; dưới 70%: 0”. Beyond
/// the farther bound the step that speaks of it counts.
fn nested(list: &mut [Step], max: &Points) {
    let snapshot = list.to_vec();
    for step in list.iter_mut() {
        let [(side, at)] = step.bounds.as_slice() else { continue };
        let (side, at, points) = (*side, at.clone(), step.points.of(max));
        let inner = snapshot.iter().filter_map(|other| match (side, other.bounds.as_slice()) {
            (Side::From | Side::Above, [(Side::From | Side::Above | Side::Exactly, farther)]) if *farther > at => Some((other, farther)),
            (Side::Below | Side::UpTo, [(Side::Below | Side::UpTo | Side::Exactly, farther)]) if *farther < at => Some((other, farther)),
            _ => None,
        });
        let nearest = match side {
            Side::From | Side::Above => inner.min_by_key(|(_, farther)| (*farther).clone()),
            _ => inner.max_by_key(|(_, farther)| (*farther).clone()),
        };
        let Some((other, _)) = nearest else { continue };
        let (Some((end, farther)), other_points) = (other.bounds.first(), other.points.of(max)) else { continue };
        match (side, end) {
            (Side::From | Side::Above, Side::From) => step.bounds.push((Side::Below, farther.clone())),
            // Exactly so many is the highest step: that many, and more.
            (Side::From | Side::Above, Side::Exactly) if other_points > points => step.bounds.push((Side::Below, farther.clone())),
            (Side::From | Side::Above, Side::Above) => step.bounds.push((Side::UpTo, farther.clone())),
            (Side::Below | Side::UpTo, Side::Below) => step.bounds.insert(0, (Side::From, farther.clone())),
            (Side::Below | Side::UpTo, Side::UpTo) => step.bounds.insert(0, (Side::Above, farther.clone())),
            // “0%: 2; đến 1%: 1,5”.
            (Side::Below | Side::UpTo, Side::Exactly) if farther.is_zero() => step.bounds.insert(0, (Side::Above, farther.clone())),
            _ => {}
        }
    }
}

/// Gives a bound that two steps hold to the one with more points, and asks.
fn apart(asked: &Asked<'_>, list: &mut [Step], percent: bool, doubts: &mut Vec<Doubt>) {
    let snapshot = list.to_vec();
    for (n, step) in snapshot.iter().enumerate() {
        let Some((Side::UpTo, at)) = step.bounds.last() else { continue };
        let holds = |other: &Step| matches!(other.bounds.first(), Some((Side::From | Side::Exactly, low)) if low == at);
        let Some((m, other)) = snapshot.iter().enumerate().find(|(m, other)| *m != n && holds(other)) else { continue };
        let upper_wins = other.points.of(asked.words.max) >= step.points.of(asked.words.max);
        if upper_wins {
            set_bound(list.get_mut(n).and_then(|step| step.bounds.last_mut()), Side::Below);
        } else {
            set_bound(list.get_mut(m).and_then(|step| step.bounds.first_mut()), Side::Above);
        }
        let (name, sign) = (asked.words.name, if percent { "%" } else { "" });
        let (at_vi, at) = (at.plain_vi(), at.plain());
        doubts.push((
            &BOUND,
            text!("“{name}”: mốc {at_vi}{sign} thuộc cả hai mức của bảng", "“{name}”: two steps of the table hold {at}{sign}"),
        ));
    }
}

/// Changes the side of a bound.
fn set_bound(bound: Option<&mut (Side, Points)>, side: Side) {
    if let Some(bound) = bound {
        bound.0 = side;
    }
}
