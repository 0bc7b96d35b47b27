//! Rules of steps on a figure or a rate.

use crate::convert::draft::{Inputs, Measure, Rule, Step};
use crate::convert::line::{Case, Clause, Condition, Gives, Side, telling, turns};
use crate::figure::InputKind;
use crate::finding::convert::{BOUND, GAP, MEASURED};
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::counted_as::counted_as;
use super::denied::denies_the_same;
use super::measure::{Asked, RateWords};
use super::nothing::{some_for_nothing, with_points_for_nothing};
use super::pool::Pool;
use super::ranges::{Range, gaps};

/// Makes a rule of steps.
pub fn steps(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let stated: Vec<&Condition> =
        pool.all().filter_map(|clause| if let Clause::Case(case) = clause { case.condition.as_ref() } else { None }).collect();
    // “Tỷ lệ từ 0,8 trở lên” is one of 80 %, and so is “từ 0,8 trở lên” of a criterion that is called a rate.
    let name = asked.words.name.to_lowercase();
    let rate = ["tỷ lệ", "tỉ lệ"].iter().any(|word| name.starts_with(word));
    let below_one = || stated.iter().any(|condition| condition.bounds.iter().any(|(_, at)| !at.is_whole()));
    let shares = (rate && below_one()
        || stated.iter().any(|condition| condition.before.iter().any(|word| ["tỷ", "tỉ"].contains(&word.as_str()))))
        && stated.iter().all(|condition| condition.after.is_empty() && condition.bounds.iter().all(|(_, at)| *at <= Points::one()));
    let percent = shares || stated.iter().any(|condition| condition.percent);
    let cases = pool.cases(|case| matches!(case.gives, Gives::Amount(..)) && conditions(case, percent).is_some());
    // “Vượt từ 10%” beside “đạt 100%” is 110 % of what was planned.
    let planned = cases.iter().any(|case| {
        conditions(case, percent).is_some_and(|condition| {
            condition.percent
                && !condition.before.iter().any(|word| word == "vượt")
                && condition.bounds.iter().any(|(_, at)| *at == Points::hundred())
        })
    });
    let conditions = |case: &Case| conditions(case, percent).map(|condition| if planned { above_plan(condition) } else { condition });
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
    // “Đúng 5 bước: 2” counts nothing.
    let counted = list.len() > 1 || list.iter().all(|step| matches!(step.bounds.as_slice(), [(Side::From | Side::Above, _)]));
    if list.is_empty() || (!percent && !counted) || !one_thing(&described, &before, asked.words.name) {
        return None;
    }
    let unit = if percent { None } else { Some(unit(&cases)?) };
    let everything: Vec<String> = described.iter().flatten().cloned().collect();
    let for_nothing = if percent { some_for_nothing(asked.words, pool, &everything) } else { None };
    let (mut otherwise, mut denied, mut never) = (None, false, false);
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
    if percent || denied {
        reached(asked, &mut list, otherwise.as_ref(), (&before, percent), doubts);
    }
    nested(&mut list, asked.words.max);
    apart(asked, &mut list, percent, doubts);
    if !percent {
        closed_where_points_fall(&mut list, asked.words.max);
    }
    open_bounds(asked, &list, percent, otherwise.as_ref().map(|_| denied), doubts);
    if never && !asked.words.adds {
        below_all(asked, &list, percent, doubts);
    }
    // “Không thực hiện: 0; dưới 50%: 0” says the lowest step once more.
    let ranges: Vec<Range> = list.iter().map(|step| Range::of(&step.bounds)).collect();
    if percent && gaps(&ranges, &Points::zero(), &Points::hundred()).is_empty() {
        otherwise = None;
    }
    let measure = if let Some(unit) = unit {
        let labels = counted_as(asked, &cases, doubts);
        // A mean has decimals.
        let mean = labels.unit.is_some();
        let kind = if mean || has_decimals(&list, &unit, asked.words.name) { InputKind::Points } else { InputKind::Count };
        let unit = labels.unit.unwrap_or(unit);
        let of = asked.counted(kind, Some(unit).filter(|unit| !unit.is_empty()), &described, (inputs, labels.label.as_deref()), doubts)?;
        Measure { of, to: None }
    } else {
        pool.take(|clause| (*clause == Clause::Between).then_some(())).is_empty().then_some(())?;
        let words = RateWords { whole: for_nothing.is_some(), ..RateWords::of(&before, &after).with(described) };
        asked.measure(pool, inputs, &words, doubts)?
    };
    if let Some(points) = for_nothing {
        return with_points_for_nothing(&measure, &list, otherwise.as_ref(), asked.words.max, &points);
    }
    Some(Rule::Steps { measure, percent, steps: list, otherwise })
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

/// Tells whether what is measured may have decimals: money, marks, an index; a number of things has none.
fn has_decimals(list: &[Step], unit: &str, name: &str) -> bool {
    let bounds: Vec<&Points> = list.iter().flat_map(|step| &step.bounds).map(|(_, at)| at).collect();
    let measured = ["đồng", "tỷ", "triệu", "nghìn", "km", "ha", "điểm", "giờ"];
    let spelt = unit.split(' ').any(|word| measured.contains(&word));
    // Marks of 100, of which none says what is counted.
    let marks = unit.is_empty() && bounds.iter().any(|at| **at > Points::from(20)) && !name.to_lowercase().starts_with("số ");
    bounds.iter().any(|at| !at.is_whole()) || spelt || marks
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
    if percent { condition.into_percent() } else { Some(condition) }
}

/// Tells whether all descriptions speak of one thing, and not of its opposite.
pub fn one_thing(described: &[Vec<String>], before: &[Vec<String>], name: &str) -> bool {
    let Some(longest) = described.iter().max_by_key(|words| words.len()) else { return true };
    let name: Vec<String> = name.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    if described.iter().zip(before).any(|(words, before)| adds_another(words, before, described, &name)) {
        return false;
    }
    // "Có quyết định giao và kinh phí từ 50 triệu đồng" says a second condition.
    let joined = |words: &Vec<String>| {
        let and = words.iter().position(|word| word == "và");
        and.is_some_and(|at| at > 0 && !telling(words).iter().all(|word| name.iter().any(|one| one == word)))
    };
    if before.iter().any(joined) {
        return false;
    }
    let known = |word: &&str| longest.iter().any(|one| one == word) || name.iter().any(|one| one == word);
    let same = described.iter().all(|words| telling(words).iter().all(known));
    // "Dưới 5% hồ sơ quá hạn" under a name that does not say so would be asked the wrong way round.
    same && described
        .iter()
        .all(|words| !turns(words) || turns(&name) || described.iter().all(|other| turns(other)) && shares(longest, &name))
}

/// Tells whether a description says another thing beside its figure that does not stand in every other, too: “đạt chuẩn hoặc hoàn
/// thành 100%”, “100% hoặc vượt kế hoạch”, “100% kế hoạch và có báo cáo”.
fn adds_another(words: &[String], before: &[String], described: &[Vec<String>], name: &[String]) -> bool {
    let joins = ["hoặc", "hay", "và", "nhưng", "đồng", "kèm"];
    let tail = words.get(before.len()..).unwrap_or_default();
    let known = |part: &[String]| telling(part).iter().all(|word| name.iter().any(|one| one == word));
    let all_say = |part: &[String]| {
        described.len() > 1 && described.iter().all(|other| telling(part).iter().all(|word| other.iter().any(|one| one == word)))
    };
    // “Thành lập và hoạt động” is one thing, “hoàn thành và có báo cáo” are two.
    let verbs = ["có", "không", "chưa", "được", "đạt", "đúng", "đảm", "bảo", "gửi", "ban", "báo", "kịp", "đầy", "đủ"];
    let adds = |part: &[String], at: usize| {
        let next = part.get(at + 1).map_or("", String::as_str);
        part.get(at).is_some_and(|word| joins.contains(&word.as_str()) && (word != "và" || verbs.contains(&next)))
    };
    [before, tail].into_iter().any(|part| {
        let joined = (0..part.len()).find(|at| adds(part, *at));
        // “… hoặc” before a figure, or right behind it, is a case of its own.
        let bare = joined.is_some_and(|at| at == 0 && matches!(part.first().map(String::as_str), Some("hoặc" | "hay")));
        let of_one = joined.is_some_and(|at| names_one_thing(part, at));
        joined.is_some() && !known(part) && (bare || !all_say(part)) && !of_one
    })
}

/// Tells whether “hoặc” joins two ways to do the same thing: “đã được xử lý hoặc kiến nghị xử lý”.
fn names_one_thing(part: &[String], at: usize) -> bool {
    let (before, after) = (part.get(..at).unwrap_or_default(), part.get(at + 1..).unwrap_or_default());
    let verb = |word: &&str| telling(before).contains(word);
    part.get(at).is_some_and(|word| word == "hoặc")
        && telling(after).iter().any(verb)
        && !after.iter().any(|word| ["không", "chưa"].contains(&word.as_str()))
}

/// Asks about “hoặc kiến nghị xử lý” that only some of the cases say.
pub fn ask_of_some(asked: &Asked<'_>, described: &[Vec<String>], doubts: &mut Vec<Doubt>) {
    let joined = |words: &Vec<String>| words.iter().position(|word| word == "hoặc").filter(|at| names_one_thing(words, *at));
    let Some((words, at)) = described.iter().find_map(|words| Some((words, joined(words)?))) else { return };
    // “Dưới 70% số vấn đề” leaves out what is done with them; “được xử lý” says half of it.
    let verbs = telling(words.get(..at).unwrap_or_default());
    let shared: Vec<&str> = telling(words.get(at..).unwrap_or_default()).into_iter().filter(|word| verbs.contains(word)).collect();
    let says_half = |words: &&Vec<String>| shared.iter().any(|verb| words.iter().any(|word| word == verb)) && joined(words).is_none();
    if described.iter().any(|words| says_half(&words)) {
        let (name, part) = (asked.words.name, words.get(at..).unwrap_or_default().join(" "));
        doubts.push((
            &MEASURED,
            text!(
                "“{name}”: chỉ một số mức ghi “{part}”; tạm tính cùng một tỷ lệ ở mọi mức",
                "“{name}”: only some of the levels say “{part}”; the same rate counts for all of them for now"
            ),
        ));
    }
}

/// Tells whether a description has words of the name.
fn shares(words: &[String], name: &[String]) -> bool {
    telling(words).iter().filter(|word| name.iter().any(|one| one == **word)).count() >= 2
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
        points > least && list.iter().all(|other| (low(other) > low(one)) == (other.points.of(max) > points))
    });
    let exact = before.iter().any(|words| words.iter().any(|word| ["bằng", "đúng", "đủ"].contains(&word.as_str())));
    for step in list.iter_mut() {
        let Some(at) = mark(step) else { continue };
        let (at_vi, at_en) = (at.plain_vi(), at.plain());
        if rises && !lower && !exact {
            set_bound(step.bounds.first_mut(), Side::From);
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
                    "“{name}”: bảng ghi đúng mốc {at_vi}%, không nói trên và dưới mốc ấy được mấy điểm",
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
            (Side::Below | Side::UpTo, [(Side::Below | Side::UpTo, farther)]) if *farther < at => Some((other, farther)),
            _ => None,
        });
        let nearest = match side {
            Side::From | Side::Above => inner.min_by_key(|(_, farther)| (*farther).clone()),
            _ => inner.max_by_key(|(_, farther)| (*farther).clone()),
        };
        let Some((other, _)) = nearest else { continue };
        let (Some((end, farther)), other_points) = (other.bounds.first(), other.points.of(max)) else { continue };
        match (side, end) {
            (Side::From | Side::Above, Side::From) if other_points > points => step.bounds.push((Side::Below, farther.clone())),
            // Exactly so many is the highest step: that many, and more.
            (Side::From | Side::Above, Side::Exactly) if other_points > points => step.bounds.push((Side::Below, farther.clone())),
            (Side::From | Side::Above, Side::Above) if other_points > points => step.bounds.push((Side::UpTo, farther.clone())),
            (Side::Below | Side::UpTo, Side::Below) if other_points < points => step.bounds.insert(0, (Side::From, farther.clone())),
            (Side::Below | Side::UpTo, Side::UpTo) if other_points < points => step.bounds.insert(0, (Side::Above, farther.clone())),
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

/// Asks about what no step holds. What is said to give nothing to who didn't do it says nothing of what lies between two steps;
/// nor does “còn lại” mean 99,5 % between “90-99%” and “100%”: who wrote that thought of whole per cent. “Đủ 04 cuộc: 2; đủ 02
/// cuộc: 1; còn lại: 0” does not say that 3 give less than 2.
fn open_bounds(asked: &Asked<'_>, list: &[Step], percent: bool, otherwise: Option<bool>, doubts: &mut Vec<Doubt>) {
    let rest = otherwise == Some(false);
    if asked.words.adds || asked.words.takes {
        return;
    }
    let ranges: Vec<Range> = list.iter().map(|step| Range::of(&step.bounds)).collect();
    let open = if percent { gaps(&ranges, &Points::zero(), &Points::hundred()) } else { between(&ranges, list) };
    let lies_between = |gap: &Range| {
        let above = gap.low.as_ref().is_some_and(|(low, _)| ranges.iter().any(|range| range.low.as_ref().is_none_or(|(at, _)| at < low)));
        let below =
            gap.high.as_ref().is_some_and(|(high, _)| ranges.iter().any(|range| range.high.as_ref().is_none_or(|(at, _)| at >= high)));
        above && below
    };
    let narrow = |gap: &Range| {
        gap.low.as_ref().zip(gap.high.as_ref()).is_some_and(|((low, _), (high, _))| high > low && (high - low) <= Points::one())
    };
    for gap in open.iter().filter(|gap| otherwise.is_none() || lies_between(gap) && (!rest || !percent || narrow(gap))) {
        ask(asked, gap, if percent { "%" } else { "" }, doubts);
    }
}

/// Tells whether a case says that a thing was not done at all: “không tổ chức”, not “không đạt”.
fn is_never_done(case: &Case) -> bool {
    const NOT_WELL: [&str; 12] = ["đạt", "đủ", "đầy", "đảm", "bảo", "hoàn", "đáp", "đúng", "kịp", "thuộc", "phải", "quá"];
    let well = ["xong", "hết", "đầy đủ", "đủ", "toàn bộ", "tất cả", "đúng", "kịp thời", "đảm bảo", "bảo đảm", "hoặc"];
    !case.says(&well)
        && matches!(case.words.as_slice(), [denies, next, ..] if ["không", "chưa"].contains(&denies.as_str()) && !NOT_WELL.contains(&next.as_str()))
}

/// Asks about what lies below the lowest step and is more than nothing, where only not doing it at all is said to give nothing: “ít
/// nhất 50 người: 2; không tổ chức: 0”.
fn below_all(asked: &Asked<'_>, list: &[Step], percent: bool, doubts: &mut Vec<Doubt>) {
    let one = Points::one();
    let lows: Option<Vec<(Points, bool)>> = list.iter().map(|step| Range::of(&step.bounds).low).collect();
    let Some((low, closed)) = lows.and_then(|lows| lows.into_iter().min_by(|(a, _), (b, _)| a.cmp(b))) else { return };
    let gap = if percent {
        Range { low: Some((Points::zero(), false)), high: Some((low.clone(), !closed)) }
    } else {
        let last = if closed { &low - &one } else { low.clone() };
        Range { low: Some((one.clone(), true)), high: Some((last, true)) }
    };
    let wide = gap.low.as_ref().zip(gap.high.as_ref()).is_some_and(|((from, _), (to, _))| if percent { from < to } else { from <= to });
    if wide {
        ask(asked, &gap, if percent { "%" } else { "" }, doubts);
    }
}

/// Lists whole numbers between steps that none holds, and those above the highest.
fn between(ranges: &[Range], list: &[Step]) -> Vec<Range> {
    let one = Points::one();
    let mut whole: Vec<Range> = ranges.iter().map(Range::whole).collect();
    whole.sort_by(|a, b| a.low.cmp(&b.low));
    let mut found = Vec::new();
    for pair in whole.windows(2) {
        let [below, above] = pair else { continue };
        if let (Some((high, _)), Some((low, _))) = (&below.high, &above.low)
            && &(high + &one) < low
        {
            found.push(Range { low: Some((high + &one, true)), high: Some((low - &one, true)) });
        }
    }
    // Fewer than the lowest step speaks of: none of it is said to give nothing no more than one is.
    if let Some((low, _)) = whole.first().and_then(|first| first.low.clone())
        && low.is_positive()
    {
        let none = || Some((Points::zero(), true));
        let range = if low == one { Range { low: none(), high: none() } } else { Range { low: None, high: Some((low, false)) } };
        found.insert(0, range);
    }
    // "Bằng" on the highest step of a count is so many or more.
    let exact = |step: &Step| matches!(step.bounds.as_slice(), [(Side::Exactly, _)]);
    if let Some((high, _)) = whole.last().and_then(|last| last.high.clone())
        && !list.iter().any(|step| exact(step) && step.bounds.iter().any(|(_, at)| *at == high))
    {
        found.push(Range { low: Some((high, false)), high: None });
    }
    found
}

/// Asks about a range that the table leaves open.
pub fn ask(asked: &Asked<'_>, gap: &Range, unit: &str, doubts: &mut Vec<Doubt>) {
    let name = asked.words.name;
    let (vi, en) = gap.said(unit);
    doubts.push((&GAP, text!("“{name}”: bảng không nói {vi} được mấy điểm", "“{name}”: the table doesn't say what {en} gives")));
}
