//! Rules of points that follow a rate: in proportion, on a straight line, beside the best, or by arithmetic.

use crate::convert::draft::{Inputs, Measure, Rule, kind_of_label};
use crate::convert::line::{Case, Clause, Condition, Expression, Gives, Limit, RateOf, Straight, WordedClause};
use crate::figure::InputKind;
use crate::finding::convert::PROPORTION;
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;

use super::Doubt;
use super::measure::{Asked, RateWords, capital};
use super::pieces::{Piece, Shape, Value, along, at_marks, interpolation, piecewise, proportional, through};
use super::pool::Pool;
use super::ranges::Range;
use super::steps::{ask, one_thing};

/// Makes a rule of “đơn vị có tỷ lệ cao nhất đạt điểm tối đa; các đơn vị khác theo tỷ lệ so với đơn vị cao nhất”.
pub fn beside_best(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let is_best = |case: &Case| {
        case.condition.is_none()
            && case.days.is_none()
            && case.is_full(max)
            && case.says(&["cao nhất", "dẫn đầu", "đứng đầu", "nhiều nhất"])
    };
    let best = pool.cases(is_best);
    let others = pool.cases(|case| {
        let named = case.is_rest()
            || case.begins(&["các đơn vị", "đơn vị khác", "đơn vị còn lại", "những đơn vị", "các sở", "các xã", "các địa phương"]);
        case.condition.is_none() && case.days.is_none() && named && matches!(case.gives, Gives::BesideBest | Gives::InProportion)
    });
    let ([best], [_]) = (best.as_slice(), others.as_slice()) else { return None };
    // “Đơn vị có số mô hình nhiều nhất” counts.
    if !best.says(&["tỷ lệ", "tỉ lệ"]) && best.says(&["số lượng", "nhiều nhất", "số"]) {
        let of = match inputs.only(InputKind::Count).map(|input| input.id.clone()) {
            Some(id) => id,
            None => inputs.add(InputKind::Count, asked.words.name, None),
        };
        return Some(Rule::Relative { measure: Measure { of, to: None } });
    }
    let words = RateWords { label: best_rate(best), said: vec![best.words.clone()], ..RateWords::default() };
    let measure = asked.measure(pool, inputs, &words, doubts)?;
    Some(Rule::Relative { measure })
}

/// Gives the rate in “đơn vị có tỷ lệ hồ sơ đúng hạn cao nhất”.
fn best_rate(best: &Case) -> Option<String> {
    let at = best.words.iter().position(|word| ["tỷ", "tỉ"].contains(&word.as_str()))?;
    let ends = ["cao", "dẫn", "đứng", "nhiều"];
    let rate: Vec<String> = best.words.iter().skip(at).take_while(|word| !ends.contains(&word.as_str())).cloned().collect();
    (rate.len() > 2).then(|| capital(rate.join(" ").trim_end_matches(" đạt")))
}

/// Makes a rule of points that follow a rate.
pub fn rate(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let mut rate = RateWords::default();
    let formulas = pool.take(|clause| if let Clause::Formula(expression) = clause { Some(expression) } else { None });
    if let [expression] = formulas.as_slice()
        && expression.figures().iter().any(|figure| matches!(figure, Expression::Best(_)))
    {
        return relative(asked, expression, pool, inputs, doubts);
    }
    let mut base: Vec<Straight> = formulas.iter().map(|one| straight(one, max, &mut rate, asked.said)).collect::<Option<_>>()?;
    let mut pieces = Vec::new();
    let (mut described, mut before) = (Vec::new(), Vec::new());
    let between = !pool.take(|clause| (*clause == Clause::Between).then_some(())).is_empty();
    let (mut interpolated, mut ends) = (between, None);
    let cases = pool.cases(|case| {
        percentages(case).is_some() && !matches!(case.gives, Gives::NotCounted | Gives::Taken(_) | Gives::Amount(_, Some(_)))
    });
    for case in &cases {
        let condition = percentages(case)?;
        described.push(condition.words());
        before.push(condition.before);
        let value = match &case.gives {
            Gives::Amount(amount, None) => Value::Fixed(amount.of(max)),
            Gives::InProportion => Value::Line(Straight { slope: max.over(&Points::hundred())?, at_zero: Points::zero() }),
            Gives::Formula(expression) => Value::Line(straight(expression, max, &mut rate, asked.said)?),
            Gives::ByFormula => Value::Line(base.first()?.clone()),
            Gives::OnLine(from, to) => Value::Line(along(&condition.bounds, (from, to))?),
            Gives::Interpolated => {
                interpolated = true;
                if let [(_, low), (_, high)] = condition.bounds.as_slice() {
                    ends = Some((low.clone(), high.clone()));
                }
                continue;
            }
            _ => return None,
        };
        pieces.push(Piece { range: Range::of(&condition.bounds), bounds: condition.bounds, value });
    }
    let rest = pool.cases(|case| {
        case.condition.is_none() && matches!(case.gives, Gives::InProportion | Gives::Formula(_) | Gives::Interpolated | Gives::ByFormula)
    });
    for case in &rest {
        match &case.gives {
            Gives::Interpolated if case.says(&["giữa", "còn lại", "trong khoảng", "khoảng giữa"]) => interpolated = true,
            Gives::InProportion if case.begins(&["không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành"]) => {
                // “Đạt chỉ tiêu: 1 điểm; không đạt: tính theo tỷ lệ hoàn thành”.
                let reached = pool.cases(|case| case.condition.is_none() && case.is_full(max) && case.begins(&["đạt", "hoàn thành"]));
                // A target is 100 % only of a rate that says how much of it is reached.
                let target = reached.iter().any(|case| case.says(&["chỉ tiêu", "mục tiêu", "kế hoạch", "mức giao", "yêu cầu"]));
                if target && !says_how_much_is_reached(asked.words.name, asked.said) {
                    return None;
                }
                base.push(Straight { slope: max.over(&Points::hundred())?, at_zero: Points::zero() });
            }
            Gives::InProportion if case.is_rest() || case.label.to_lowercase().contains("tỷ lệ") => {
                base.push(Straight { slope: max.over(&Points::hundred())?, at_zero: Points::zero() });
            }
            Gives::Formula(expression) if case.is_rest() => base.push(straight(expression, max, &mut rate, asked.said)?),
            _ => return None,
        }
    }
    // “Nội suy: 60% được 0 điểm, 95% được 3 điểm” names the ends of straight lines.
    let mut marks: Vec<(Points, Points)> =
        pool.take(|clause| if let Clause::Line(marks) = clause { Some(marks.clone()) } else { None }).into_iter().flatten().collect();
    if marks.is_empty() && interpolated {
        marks = at_marks(&pieces, ends.as_ref(), max);
        if !marks.is_empty() {
            pieces.clear();
        }
    }
    // What is said of the line names the same ends as what is said of its range.
    if let Some((low, high)) = &ends
        && !marks.is_empty()
        && (marks.iter().map(|(at, _)| at).min() != Some(low) || marks.iter().map(|(at, _)| at).max() != Some(high))
    {
        return None;
    }
    if !marks.is_empty() {
        if !base.is_empty() || pieces.iter().any(|piece| matches!(piece.value, Value::Line(_))) {
            return None;
        }
        interpolated = false;
        pieces.extend(through(&mut marks, &pieces, max)?);
    }
    let lines = base.len() + pieces.iter().filter(|piece| matches!(piece.value, Value::Line(_))).count();
    if (lines == 0 && !interpolated) || !one_thing(&described, &before, asked.words.name) {
        return None;
    }
    // "Không thực hiện: 0" is what 0 % gives anyway.
    pool.cases(|case| {
        case.is_zero()
            && case.is_negative()
            && case.condition.is_none()
            && !case.is_rest()
            && !case.is_nothing_to_do()
            && case.amount().is_some_and(|(_, penalty)| penalty.is_none())
    });
    let rest_zero = !pool.cases(|case| case.is_rest() && case.is_zero()).is_empty();
    pool.take(|clause| matches!(clause, Clause::Limit(Limit::Most(most)) if most.of(max) == *max).then_some(()));
    if marks.is_empty() && lines == 0 && !pieces.iter().any(|piece| piece.value == Value::Fixed(max.clone())) {
        return None;
    }
    if rate.label.is_none() {
        rate.label = RateWords::of(&before, &[]).label;
    }
    rate.said.extend(described);
    if interpolated {
        let (low, high) = interpolation(&pieces, max)?;
        if lines > 0 || ends.is_some_and(|ends| ends != (low.clone(), high.clone())) {
            return None;
        }
        let measure = asked.measure(pool, inputs, &rate, doubts)?;
        return Some(Rule::Interpolate { measure, zero_at: low, full_at: high });
    }
    let whole = match base.as_slice() {
        [] => None,
        [first, others @ ..] if others.iter().all(|other| other == first) => Some(first.clone()),
        _ => return None,
    };
    let in_words = cases.iter().chain(&rest).any(|case| case.gives == Gives::InProportion);
    if let Some(mark) = pieces.iter().find_map(|piece| piece.full_from(max)).filter(|mark| in_words && *mark < Points::hundred()) {
        let (name, mark_vi, mark) = (asked.words.name, mark.plain_vi(), mark.plain());
        doubts.push((
            &PROPORTION,
            text!("“{name}”: tính theo tỷ lệ so với 100% hay so với {mark_vi}%?", "“{name}”: in proportion to 100% or to {mark}%?"),
        ));
    }
    let mut open = Vec::new();
    let rule = proportional(&pieces, whole.as_ref(), rest_zero, max, &mut open);
    let measure = asked.measure(pool, inputs, &rate, doubts)?;
    let rule = match rule {
        Some(Shape::Ratio(full_at, zero_below)) => Some(Rule::Ratio { measure, full_at, zero_below }),
        Some(Shape::Interpolate(zero_at, full_at)) => Some(Rule::Interpolate { measure, zero_at, full_at }),
        None => {
            open.clear();
            piecewise(&pieces, whole.as_ref(), rest_zero, &measure, max, &mut open)
        }
    };
    for gap in open {
        ask(asked, &gap, "%", doubts);
    }
    rule
}

/// Tells whether the rate asked says how much of a target is reached: “tỷ lệ hoàn thành”, “so với chỉ tiêu”.
fn says_how_much_is_reached(name: &str, said: &[WordedClause]) -> bool {
    let words = ["hoàn thành", "thực hiện", "chỉ tiêu", "mục tiêu", "kế hoạch", "so với"];
    let proportion = |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if case.gives == Gives::InProportion);
    // What stands before “tính theo” is the case, not the rate.
    let behind = |one: &WordedClause| {
        one.text.to_lowercase().split_once("theo").is_some_and(|(_, rate)| words.iter().any(|word| rate.contains(word)))
    };
    let name = name.to_lowercase();
    words.iter().any(|word| name.contains(word)) || said.iter().filter(proportion).any(behind)
}

/// Gives the percentages of a case; shares of one, as in `b/a < 0,80`, where its words speak of a rate.
fn percentages(case: &Case) -> Option<Condition> {
    let condition = case.condition.clone()?;
    let rate = condition.before.iter().any(|word| ["tỷ", "tỉ", "lệ"].contains(&word.as_str()))
        || condition.before.ends_with(&["b".into(), "/".into(), "a".into()]);
    if condition.percent {
        Some(condition)
    } else if rate {
        condition.into_percent()
    } else {
        None
    }
}

/// Tells whether words name a rate in per cent.
fn is_rate(words: &str) -> bool {
    let plain = bare(words);
    let rates = ["ty le", "ti le", "%", "phan tram", "muc do", "chi so", "sipas", "ket qua", "muc hai long"];
    let things = ["so ", "tong ", "diem "].iter().any(|word| plain.starts_with(word)) || plain.contains("diem trung binh");
    !things && rates.iter().any(|word| plain.contains(word))
}

/// Lists words in small letters.
fn lower_words(words: &str) -> Vec<String> {
    words.to_lowercase().split(' ').map(str::to_owned).collect()
}

/// Takes arithmetic for points that follow one rate.
fn straight(expression: &Expression, max: &Points, rate: &mut RateWords, said: &[WordedClause]) -> Option<Straight> {
    match expression.figures().as_slice() {
        [Expression::Letter(letter)] => {
            let explained = said.iter().find_map(|one| match &one.clause {
                Clause::Letter(other, label) if other == letter => Some(label.as_str()),
                _ => None,
            });
            explained.is_none_or(is_rate).then(|| expression.straight(max, RateOf::Words))?
        }
        // “Số lần họp/12 x 5” counts: it is no percentage.
        [Expression::Words(words)] => {
            if !is_rate(words) {
                return None;
            }
            let plain = words.to_lowercase();
            rate.said.push(lower_words(words));
            if words.split(' ').count() > 3 && (plain.starts_with("tỷ lệ") || plain.starts_with("tỉ lệ")) {
                rate.label = Some(capital(words));
            }
            expression.straight(max, RateOf::Words)
        }
        [one, other] if !matches!((one, other), (Expression::Best(_), _) | (_, Expression::Best(_))) => {
            for (part, whole) in [(one, other), (other, one)] {
                if let Some(found) = expression.straight(max, RateOf::Parts(part, whole)) {
                    rate.parts = Some((part.clone(), whole.clone()));
                    return Some(found);
                }
            }
            None
        }
        _ => None,
    }
}

/// Makes a rule in proportion to the best of the group.
fn relative(asked: &Asked<'_>, expression: &Expression, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let figures = expression.figures();
    let best = figures.iter().find(|figure| matches!(figure, Expression::Best(_)))?;
    let own = figures.iter().find(|figure| *figure != best);
    if figures.len() > 2 {
        return None;
    }
    let at = |own_is: &str, best_is: &str| {
        expression.value(max, crate::convert::line::Sign::Share, &|figure| {
            Points::parse(if figure == best { if own.is_some() { best_is } else { own_is } } else { own_is })
        })
    };
    let fits = if own.is_some() {
        at("30", "30")? == *max && at("20", "40")? == max.over(&Points::parse("2")?)? && at("0", "40")?.is_zero()
    } else {
        // "So với đơn vị cao nhất × 1,5": the words are the share of the best.
        at("1", "")? == *max && at("0", "")?.is_zero()
    };
    if !fits {
        return None;
    }
    // A number of things is no percentage.
    if let Some(Expression::Words(words)) = own
        && inputs.part_of().is_none()
        && matches!(kind_of_label(words), InputKind::Count | InputKind::Points)
    {
        let of = inputs.add(kind_of_label(words), &capital(words), None);
        return Some(Rule::Relative { measure: Measure { of, to: None } });
    }
    let words = match own {
        Some(Expression::Words(words)) => RateWords { said: vec![lower_words(words)], ..RateWords::default() },
        _ => RateWords::default(),
    };
    let measure = asked.measure(pool, inputs, &words, doubts)?;
    Some(Rule::Relative { measure })
}
