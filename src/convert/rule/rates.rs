//! Rules of points that follow a rate: in proportion, on a straight line, beside the best, or by arithmetic.

use crate::convert::draft::{Inputs, Measure, Rule, kind_of_label};
use crate::convert::line::{Case, Clause, Condition, Expression, Gives, Limit, RateOf, Side, Straight};
use crate::figure::InputKind;
use crate::finding::convert::{NOTHING_TO_DO, PROPORTION};
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::measure::{Asked, RateWords, capital};
use super::pool::Pool;
use super::ranges::{Range, cross, gaps};
use super::steps::{ask, one_thing};

/// What a rate gives within a range.
#[derive(Clone, Debug)]
struct Piece {
    range: Range,
    bounds: Vec<(Side, Points)>,
    value: Value,
}

/// What a piece gives.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    /// The same points for all of it.
    Fixed(Points),
    /// Points on a straight line.
    Line(Straight),
}

impl Piece {
    /// Gives the mark from which on it gives the maximum.
    fn full_from(&self, max: &Points) -> Option<Points> {
        match (&self.value, self.bounds.as_slice()) {
            (Value::Fixed(points), [(Side::From | Side::Above, at)]) if points == max => Some(at.clone()),
            _ => None,
        }
    }
}

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
    let measure = asked.measure(pool, inputs, &RateWords::default(), doubts);
    Some(Rule::Relative { measure })
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
    let mut base: Vec<Straight> = formulas.iter().map(|one| straight(one, max, &mut rate)).collect::<Option<_>>()?;
    let mut pieces = Vec::new();
    let (mut described, mut before) = (Vec::new(), Vec::new());
    let between = !pool.take(|clause| (*clause == Clause::Between).then_some(())).is_empty();
    let mut interpolated = between;
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
            Gives::Formula(expression) => Value::Line(straight(expression, max, &mut rate)?),
            Gives::ByFormula => Value::Line(base.first()?.clone()),
            Gives::Interpolated => {
                interpolated = true;
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
                pool.cases(|case| case.condition.is_none() && case.is_full(max) && case.begins(&["đạt", "hoàn thành"]));
                base.push(Straight { slope: max.over(&Points::hundred())?, at_zero: Points::zero() });
            }
            Gives::InProportion if case.is_rest() || case.label.to_lowercase().contains("tỷ lệ") => {
                base.push(Straight { slope: max.over(&Points::hundred())?, at_zero: Points::zero() });
            }
            Gives::Formula(expression) if case.is_rest() => base.push(straight(expression, max, &mut rate)?),
            _ => return None,
        }
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
    if lines == 0 && !pieces.iter().any(|piece| piece.value == Value::Fixed(max.clone())) {
        return None;
    }
    if interpolated {
        let (low, high) = interpolation(&pieces, max)?;
        if lines > 0 {
            return None;
        }
        let measure = asked.measure(pool, inputs, &rate, doubts);
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
    let measure = asked.measure(pool, inputs, &rate, doubts);
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

/// Takes arithmetic for points that follow one rate.
fn straight(expression: &Expression, max: &Points, rate: &mut RateWords) -> Option<Straight> {
    match expression.figures().as_slice() {
        [Expression::Letter(_)] => expression.straight(max, RateOf::Words),
        [Expression::Words(words)] => {
            let plain = words.to_lowercase();
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
    let measure = asked.measure(pool, inputs, &RateWords::default(), doubts);
    Some(Rule::Relative { measure })
}

/// Finds the marks between which points are on a straight line: where it gives nothing, and where the maximum.
fn interpolation(pieces: &[Piece], max: &Points) -> Option<(Points, Points)> {
    let (mut low, mut high) = (None, None);
    for piece in pieces {
        match (&piece.value, piece.bounds.as_slice()) {
            (Value::Fixed(points), [(Side::From | Side::Exactly | Side::Above, at)]) if points == max && high.is_none() => {
                high = Some(at.clone());
            }
            (Value::Fixed(points), [(Side::Below | Side::UpTo, at)]) if points.is_zero() && low.is_none() => low = Some(at.clone()),
            _ => return None,
        }
    }
    low.zip(high).filter(|(low, high)| low < high)
}

/// Kind of rule that points on a straight line fit.
enum Shape {
    /// Rate that gives the maximum, and the one below which it gives nothing.
    Ratio(Points, Option<Points>),
    /// Rate that gives nothing, and the one that gives the maximum.
    Interpolate(Points, Points),
}

/// Makes a rule in proportion where the pieces are nothing else.
fn proportional(pieces: &[Piece], whole: Option<&Straight>, rest_zero: bool, max: &Points, open: &mut Vec<Range>) -> Option<Shape> {
    let mut lines =
        whole.into_iter().chain(pieces.iter().filter_map(|piece| if let Value::Line(line) = &piece.value { Some(line) } else { None }));
    let line = lines.next()?.clone();
    if !lines.all(|other| *other == line) {
        return None;
    }
    let full_at = line.rate(max)?;
    let (mut begins, mut zero_below) = (None, None);
    for piece in pieces {
        match (&piece.value, piece.bounds.as_slice()) {
            (Value::Line(_), bounds) => match bounds {
                [(Side::From, from)] => begins = Some(from.clone()),
                [(Side::From, from), (Side::Below | Side::UpTo, to)] if *to == full_at => begins = Some(from.clone()),
                [(Side::Below | Side::UpTo, to)] if *to == full_at => {}
                _ => return None,
            },
            (Value::Fixed(points), [(Side::Exactly | Side::From, at)]) if points == max && *at == full_at => {}
            (Value::Fixed(points), [(Side::UpTo, at)]) if points.is_zero() && line.at(at).is_zero() && !line.at_zero.is_zero() => {}
            (Value::Fixed(points), [(Side::Below, at)]) if points.is_zero() && zero_below.is_none() => zero_below = Some(at.clone()),
            _ => return None,
        }
    }
    if !line.at_zero.is_zero() {
        let zero_at = line.rate(&Points::zero())?;
        let fits = begins.as_ref().is_none_or(|at| *at == zero_at) && zero_below.as_ref().is_none_or(|at| *at <= zero_at);
        return fits.then_some(Shape::Interpolate(zero_at, full_at));
    }
    if let (Some(begins), None, None, false) = (&begins, &zero_below, whole, rest_zero) {
        open.push(Range { low: None, high: Some((begins.clone(), false)) });
    }
    let agree = match (&begins, &zero_below) {
        (Some(begins), Some(zero)) => begins == zero,
        _ => true,
    };
    // Without a range of its own the line holds for what is left.
    (agree && !(rest_zero && begins.is_none())).then_some(Shape::Ratio(full_at, zero_below.or(begins)))
}

/// Writes pieces as a formula, with what none of them holds as 0.
fn piecewise(
    pieces: &[Piece],
    whole: Option<&Straight>,
    rest_zero: bool,
    measure: &Measure,
    max: &Points,
    open: &mut Vec<Range>,
) -> Option<Rule> {
    let ranges: Vec<Range> = pieces.iter().map(|piece| piece.range.clone()).collect();
    let crossing = ranges.iter().enumerate().any(|(n, one)| ranges.iter().skip(n + 1).any(|other| cross(one, other) || shared(one, other)));
    if pieces.is_empty() || crossing {
        return None;
    }
    let mut all = pieces.to_vec();
    for gap in gaps(&ranges, &Points::zero(), &Points::hundred()) {
        // “… đến dưới 100%: theo tỷ lệ” comes to the maximum at 100 %.
        let end = |piece: &&Piece| piece.range.high == gap.low.clone().map(|(at, _)| (at, false)) && gap.low == gap.high;
        let below = pieces.iter().filter(end).find_map(|piece| if let Value::Line(line) = &piece.value { Some(line) } else { None });
        let line = whole.or(below);
        let value = line.map_or_else(|| Value::Fixed(Points::zero()), |line| Value::Line(line.clone()));
        if line.is_none() && !rest_zero {
            open.push(gap.clone());
        }
        all.push(Piece { range: gap, bounds: Vec::new(), value });
    }
    all.sort_by(|one, other| {
        other.range.low.as_ref().map(|(at, closed)| (at, !closed)).cmp(&one.range.low.as_ref().map(|(at, closed)| (at, !closed)))
    });
    let rate = match &measure.to {
        Some((to, _)) => format!("{} / {to} * 100", measure.of),
        None => measure.of.clone(),
    };
    let written = |value: &Value| match value {
        Value::Fixed(points) => points.plain(),
        Value::Line(line) => {
            let scaled = (&line.slope * &Points::hundred()).plain();
            let share = measure.to.as_ref().map_or_else(|| format!("{} / 100", measure.of), |(to, _)| format!("{} / {to}", measure.of));
            if line.at_zero.is_zero() {
                format!("min({share} * {scaled}, {max})")
            } else {
                format!("max(min({share} * {scaled} - {}, {max}), 0)", line.at_zero.abs())
            }
        }
    };
    let (last, upper) = all.split_last()?;
    let mut text = written(&last.value);
    for piece in upper.iter().rev() {
        let (at, closed) = piece.range.low.clone()?;
        let sign = if closed { ">=" } else { ">" };
        text = format!("if({rate} {sign} {at}, {}, {text})", written(&piece.value));
    }
    if let Some((to, nothing)) = &measure.to {
        let given = match *nothing {
            "full" => max.plain(),
            "zero" => "0".into(),
            _ => return None,
        };
        text = format!("if({to} = 0 and {} = 0, {given}, {text})", measure.of);
    }
    Some(Rule::Formula(text))
}

/// Tells whether two ranges share a bound.
fn shared(one: &Range, other: &Range) -> bool {
    [one, other].iter().any(|range| range.low.iter().chain(&range.high).any(|(at, closed)| *closed && one.holds(at) && other.holds(at)))
}

/// Makes a rule of arithmetic over several figures: `[(b + c × 0,5)/a] × 4`.
pub fn arithmetic(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let formulas = pool.take(|clause| if let Clause::Formula(expression) = clause { Some(expression) } else { None });
    let [expression] = formulas.as_slice() else { return None };
    let figures = expression.figures();
    if figures.len() < 2 || figures.iter().any(|figure| matches!(figure, Expression::Best(_))) || expression.divides_by_sums() {
        return None;
    }
    let nothing = asked.nothing(pool);
    let letters = Asked::letters(pool);
    let mut named: Vec<(Expression, String)> = Vec::new();
    for figure in figures {
        let label = match &figure {
            Expression::Letter(letter) => letters.iter().find(|(one, _)| one == letter)?.1.clone(),
            Expression::Words(words) => capital(words),
            _ => return None,
        };
        let kind = match kind_of_label(&label) {
            kind @ (InputKind::Points | InputKind::Percent) => kind,
            _ => InputKind::Count,
        };
        let known = inputs
            .list
            .iter()
            .find(|input| crate::text::fold::bare(&input.label) == crate::text::fold::bare(&label))
            .map(|input| input.id.clone());
        named.push((figure, known.unwrap_or_else(|| inputs.add(kind, &label, None))));
    }
    if letters.iter().any(|(letter, _)| !named.iter().any(|(figure, _)| *figure == Expression::Letter(*letter))) {
        return None;
    }
    pool.take(|clause| matches!(clause, Clause::Limit(Limit::Most(most)) if most.of(max) == *max).then_some(()));
    let id = |figure: &Expression| named.iter().find(|(one, _)| one == figure).map(|(_, id)| id.clone());
    let written = expression.written(max, &id)?;
    let text = if written.contains(" - ") { format!("max(min({written}, {max}), 0)") } else { format!("min({written}, {max})") };
    let none: Vec<String> = named.iter().map(|(_, id)| format!("{id} = 0")).collect();
    if expression.divisors().is_empty() {
        return Some(Rule::Formula(text));
    }
    let given = match nothing {
        Some("full") => max.plain(),
        Some("zero") => "0".into(),
        Some(_) => return None,
        None => {
            let name = asked.words.name;
            doubts.push((
                &NOTHING_TO_DO,
                text!("“{name}”: bảng không nói tính thế nào khi mẫu số bằng 0", "“{name}”: the table doesn't say what 0 of 0 means"),
            ));
            "0".into()
        }
    };
    Some(Rule::Formula(format!("if({}, {given}, {text})", none.join(" and "))))
}
