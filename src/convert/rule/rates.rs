//! Rules of points that follow a rate: in proportion, on a straight line, or by arithmetic.

use crate::convert::draft::{Inputs, Measure, Rule};
use crate::convert::line::{Case, Clause, Condition, Expression, Gives, Limit, RateOf, Side, Straight, WordedClause, telling, turns};
use crate::figure::InputKind;
use crate::finding::convert::{LETTERS, PROPORTION};
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;

use super::Doubt;
use super::best;
use super::denied::denies_the_same;
use super::described::{ask_of_some, one_thing};
use super::edges;
use super::measure::{Asked, RateWords, capital, does_something, lower_words, named_parts};
use super::pieces::{Piece, Shape, Value, along, at_marks, interpolation, piecewise, proportional, through};
use super::pool::Pool;
use super::ranges::Range;
use super::rate_words::planned_things;
use super::target;
use super::unheld::ask;

/// Words of who doesn't reach a target.
const FALLS_SHORT: [&str; 6] = ["không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành", "không vượt", "chưa vượt"];

/// Makes a rule of points that follow a rate.
pub fn rate(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let formulas = pool.take(|clause| if let Clause::Formula(expression) = clause { Some(expression) } else { None });
    if let [expression] = formulas.as_slice()
        && expression.figures().iter().any(|figure| matches!(figure, Expression::Best(_)))
    {
        return best::relative(asked, expression, pool, inputs, doubts);
    }
    if formulas.iter().any(|one| one.figures().iter().any(|figure| matches!(figure, Expression::Least(_)))) {
        return None;
    }
    if formulas.is_empty()
        && let Some(expression) = best::of_the_others(pool, max)
    {
        return best::relative(asked, expression, pool, inputs, doubts);
    }
    let mut told = Told::of_formulas(*asked, &formulas)?;
    told.interpolated = !pool.take(|clause| (*clause == Clause::Between).then_some(())).is_empty();
    told.ranges(pool)?;
    told.reached();
    edges::settle(asked, &mut told.pieces, doubts);
    told.rest(pool)?;
    let marked = told.marks(pool)?;
    let lines = told.lines();
    if (lines == 0 && !told.interpolated) || !one_thing(&told.described, &told.before, asked.words.name) {
        return None;
    }
    pool.cases(|case| gives_nothing_for_nothing(case) && denies_the_same(asked, case));
    let rest_zero = !pool.cases(|case| case.is_rest() && case.is_zero()).is_empty();
    pool.take(|clause| matches!(clause, Clause::Limit(Limit::Most(most)) if most.of(max) == *max).then_some(()));
    if !marked && lines == 0 && !told.pieces.iter().any(|piece| piece.value == Value::Fixed(max.clone())) {
        return None;
    }
    ask_of_some(asked, &told.described, doubts);
    let nameless = told.pieces.is_empty() && inputs.list.is_empty();
    let words = told.rate_words();
    if told.interpolated {
        let (zero_at, full_at) = told.interpolated_between()?;
        let measure = asked.measure(pool, inputs, &words, doubts)?;
        return Some(Rule::Interpolate { measure, zero_at, full_at });
    }
    let least = told.least(pool)?;
    let whole = told.line_of_the_rest()?;
    doubts.extend(told.asks_of_proportion());
    doubts.extend(of_nothing(asked, &formulas).filter(|_| nameless));
    let mut open = Vec::new();
    let shape = proportional(&told.pieces, whole, rest_zero, max, &mut open);
    let measure = asked.measure(pool, inputs, &words, doubts)?;
    let typed = inputs.list.iter_mut().find(|input| input.id == measure.of && measure.to.is_none() && input.kind == InputKind::Points);
    if typed.is_some() && target::behind_percentages(asked.words.name, &words.sides.0, &words.sides.1).is_some() {
        // More than the whole target may be reached, which no percentage is.
        return piecewise(&told.pieces, whole, rest_zero, &measure, max, &mut open);
    }
    let rule = match shape {
        Some(Shape::Ratio(full_at, None)) if least.is_some() => Some(at_least(&measure, &full_at, max, &least.unwrap_or_default())?),
        _ if least.is_some() => None,
        Some(Shape::Ratio(full_at, None)) if full_at == Points::hundred() && target::is_of_a_target(asked.said, &measure, inputs) => {
            Some(target::beside_a_target(&measure, max, inputs))
        }
        Some(Shape::Ratio(full_at, zero_below)) => Some(Rule::Ratio { measure, full_at, zero_below }),
        Some(Shape::Interpolate(zero_at, full_at)) => Some(Rule::Interpolate { measure, zero_at, full_at }),
        None => {
            open.clear();
            piecewise(&told.pieces, whole, rest_zero, &measure, max, &mut open)
        }
    };
    for gap in open {
        ask(asked, &gap, "%", doubts);
    }
    rule
}

/// Tells whether a case says only what a rate of 0 % gives anyway: “Không thực hiện: 0”.
fn gives_nothing_for_nothing(case: &Case) -> bool {
    case.is_zero()
        && case.is_negative()
        && case.condition.is_none()
        && !case.is_rest()
        && !case.is_nothing_to_do()
        && case.amount().is_some_and(|(_, penalty)| penalty.is_none())
}

/// What the clauses of a criterion tell of points that follow one rate.
struct Told<'a> {
    /// The criterion.
    asked: Asked<'a>,
    /// Words that name the rate.
    rate: RateWords,
    /// Straight lines that hold wherever no range says otherwise.
    base: Vec<Straight>,
    /// What ranges of the rate give.
    pieces: Vec<Piece>,
    /// Words of each range.
    described: Vec<Vec<String>>,
    /// Words before the bounds of each range.
    before: Vec<Vec<String>>,
    /// Words behind the bounds of each range.
    tails: Vec<String>,
    /// Whether points between two ranges are on the line from one to the other.
    interpolated: bool,
    /// Ends of the range that is said to be on such a line.
    ends: Option<(Points, Points)>,
    /// Whether a case says “theo tỷ lệ”.
    in_proportion: bool,
}

impl<'a> Told<'a> {
    /// Begins with the formulas that stand by themselves.
    fn of_formulas(asked: Asked<'a>, formulas: &[&Expression]) -> Option<Self> {
        let mut rate = RateWords::default();
        let base = formulas.iter().map(|one| straight(one, asked.words.max, &mut rate, asked.said, None)).collect::<Option<_>>()?;
        let (pieces, described, before, tails) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Some(Self { asked, rate, base, pieces, described, before, tails, interpolated: false, ends: None, in_proportion: false })
    }

    /// Gives the line from nothing at 0 % to the maximum at 100 %.
    fn proportion(&self) -> Option<Straight> {
        Some(Straight { slope: self.asked.words.max.over(&Points::hundred())?, at_zero: Points::zero() })
    }

    /// Takes what ranges of the rate give.
    fn ranges(&mut self, pool: &mut Pool<'_>) -> Option<()> {
        let (max, said) = (self.asked.words.max, self.asked.said);
        let cases = pool.cases(|case| {
            percentages(case).is_some() && !matches!(case.gives, Gives::NotCounted | Gives::Taken(_) | Gives::Amount(_, Some(_)))
        });
        for case in cases {
            let condition = percentages(case)?;
            self.described.push(condition.words());
            self.before.push(condition.before);
            self.tails.push(condition.tail.clone());
            self.in_proportion |= case.gives == Gives::InProportion;
            let value = match &case.gives {
                Gives::Amount(amount, None) => Value::Fixed(amount.of(max)),
                Gives::InProportion => Value::Line(self.proportion()?),
                Gives::Formula(expression) => Value::Line(straight(expression, max, &mut self.rate, said, upper(&condition.bounds))?),
                Gives::ByFormula => Value::Line(self.base.first()?.clone()),
                Gives::OnLine(from, to) => Value::Line(along(&condition.bounds, (from, to))?),
                Gives::Interpolated => {
                    self.interpolated = true;
                    if let [(_, low), (_, high)] = condition.bounds.as_slice() {
                        self.ends = Some((low.clone(), high.clone()));
                    }
                    continue;
                }
                _ => return None,
            };
            self.pieces.push(Piece { range: Range::of(&condition.bounds), bounds: condition.bounds, value });
        }
        Some(())
    }

    /// Takes the mark of a target for as much and more, where another case speaks of who falls short of it: “đạt chỉ tiêu (65%): 2;
    /// dưới chỉ tiêu: tỷ lệ/65% × 2”.
    fn reached(&mut self) {
        let Asked { words, said } = self.asked;
        let short = |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if case.condition.is_none() && (case.says(&FALLS_SHORT) || case.is_below_target()));
        if !said.iter().any(short) || turns(&lower_words(words.name)) {
            return;
        }
        let mut marks: Vec<&mut Piece> = self.pieces.iter_mut().filter(|piece| piece.value == Value::Fixed(words.max.clone())).collect();
        if let [piece] = marks.as_mut_slice()
            && let [(side @ Side::Exactly, at)] = piece.bounds.as_mut_slice()
            && *at < Points::hundred()
        {
            *side = Side::From;
            piece.range = Range::of(&piece.bounds);
        }
    }

    /// Takes what is given wherever no range says otherwise.
    fn rest(&mut self, pool: &mut Pool<'_>) -> Option<()> {
        let Asked { words, said } = self.asked;
        let rest = pool.cases(|case| {
            case.condition.is_none()
                && matches!(case.gives, Gives::InProportion | Gives::Formula(_) | Gives::Interpolated | Gives::ByFormula)
        });
        for case in rest {
            self.in_proportion |= case.gives == Gives::InProportion;
            match &case.gives {
                Gives::Interpolated if case.says(&["giữa", "còn lại", "trong khoảng", "khoảng giữa"]) => {
                    self.interpolated = true;
                }
                Gives::InProportion if case.begins(&FALLS_SHORT) || case.is_below_target() => {
                    // “Đạt chỉ tiêu: 1 điểm; không đạt: tính theo tỷ lệ hoàn thành”.
                    let reached =
                        pool.cases(|case| case.condition.is_none() && case.is_full(words.max) && case.begins(&["đạt", "hoàn thành"]));
                    // A target is 100 % only of a rate that says how much of it is reached.
                    let target = reached.iter().any(|case| case.says(&["chỉ tiêu", "mục tiêu", "kế hoạch", "mức giao", "yêu cầu"]));
                    if target && !says_how_much_is_reached(words.name, said) {
                        return None;
                    }
                    self.base.push(self.proportion()?);
                }
                Gives::InProportion if case.is_rest() || case.label.to_lowercase().contains("tỷ lệ") => {
                    self.base.push(self.proportion()?);
                }
                // “Đạt hoặc vượt dự toán: 2; không đạt: điểm = tỷ lệ thực hiện/dự toán x 2”.
                Gives::Formula(expression) if case.says(&FALLS_SHORT) || case.is_below_target() => {
                    let reached = pool.cases(|case| case.condition.is_none() && case.is_full(words.max) && reaches_a_target(case));
                    let line = straight(expression, words.max, &mut self.rate, said, None)?;
                    // The target is 100 %, or the mark that the other case names: “đạt chỉ tiêu (≥ 70%)”.
                    let full = line.rate(words.max).filter(|_| line.at_zero.is_zero());
                    let marked = self.pieces.iter().any(|piece| full.is_some() && piece.full_from(words.max) == full);
                    let whole = marked || reached.len() == 1 && full == Some(Points::hundred());
                    let known: Vec<&str> =
                        [words.name, &case.label].into_iter().chain(reached.iter().map(|case| case.label.as_str())).collect();
                    if !whole || speaks_of_before(&case.label, expression) || speaks_of_another(expression, &known) {
                        return None;
                    }
                    self.base.push(line);
                }
                Gives::Formula(expression) if case.is_rest() => {
                    self.base.push(straight(expression, words.max, &mut self.rate, said, None)?);
                }
                _ => return None,
            }
        }
        Some(())
    }

    /// Takes the ends of straight lines: “Nội suy: 60% được 0 điểm, 95% được 3 điểm”. Tells whether any are named.
    fn marks(&mut self, pool: &mut Pool<'_>) -> Option<bool> {
        let max = self.asked.words.max;
        let named = pool.take(|clause| if let Clause::Line(marks) = clause { Some(marks.clone()) } else { None });
        let mut marks: Vec<(Points, Points)> = named.into_iter().flatten().collect();
        if marks.is_empty() && self.interpolated {
            marks = at_marks(&self.pieces, self.ends.as_ref(), max);
            if !marks.is_empty() {
                self.pieces.clear();
            }
        }
        if marks.is_empty() {
            return Some(false);
        }
        // What is said of the line names the same ends as what is said of its range.
        if let Some((low, high)) = &self.ends
            && (marks.iter().map(|(at, _)| at).min() != Some(low) || marks.iter().map(|(at, _)| at).max() != Some(high))
        {
            return None;
        }
        if self.lines() > 0 {
            return None;
        }
        self.interpolated = false;
        self.pieces.extend(through(&mut marks, &self.pieces, max)?);
        Some(true)
    }

    /// Takes the least that is given, where points are on one line for every rate: “tỷ lệ × 3, nhưng thấp nhất là 0,5 điểm”. `None`
    /// where it is said twice.
    #[allow(clippy::option_option, reason = "no least, and one that is said twice, are two answers")]
    fn least(&self, pool: &mut Pool<'_>) -> Option<Option<Points>> {
        let max = self.asked.words.max;
        let found = pool.take(|clause| match clause {
            Clause::Limit(Limit::Least(least)) if least.is_positive() && least < max => Some(least.clone()),
            _ => None,
        });
        match found.as_slice() {
            [] => Some(None),
            [least] if self.pieces.is_empty() => Some(Some(least.clone())),
            _ => None,
        }
    }

    /// Counts what gives points on a straight line.
    fn lines(&self) -> usize {
        self.base.len() + self.pieces.iter().filter(|piece| matches!(piece.value, Value::Line(_))).count()
    }

    /// Gives all words that name the rate.
    fn rate_words(&mut self) -> RateWords {
        let mut rate = std::mem::take(&mut self.rate);
        // “Xử lý xong 100% văn bản” says more than either alone.
        let tails = if does_something(&self.before) { self.tails.as_slice() } else { &[] };
        let words = RateWords::of(&self.before, tails);
        if rate.label.is_none() {
            rate.label = words.label;
        }
        let planned = planned_things(&self.tails);
        rate.whole_line |= planned.is_some();
        rate.named = words.named.or(planned).or_else(|| named_parts(&self.tails));
        rate.said.append(&mut self.described);
        rate.sides = (self.before.clone(), self.tails.clone());
        rate
    }

    /// Gives the marks between which points are interpolated, where nothing else is said of the rate.
    fn interpolated_between(&self) -> Option<(Points, Points)> {
        let between = interpolation(&self.pieces, self.asked.words.max)?;
        let same = self.ends.as_ref().is_none_or(|ends| *ends == between);
        (self.lines() == 0 && same).then_some(between)
    }

    /// Gives the one line that holds wherever no range says otherwise, if any does; `None` where there are several.
    #[allow(clippy::option_option, reason = "no line, and several of which none is the one, are two answers")]
    fn line_of_the_rest(&self) -> Option<Option<&Straight>> {
        match self.base.as_slice() {
            [] => Some(None),
            [first, others @ ..] if others.iter().all(|other| other == first) => Some(Some(first)),
            _ => None,
        }
    }

    /// Asks what points are in proportion to, where the maximum is given from a lower mark on.
    fn asks_of_proportion(&self) -> Option<Doubt> {
        let Asked { words, .. } = self.asked;
        let mark = self
            .pieces
            .iter()
            .find_map(|piece| piece.full_from(words.max))
            .filter(|mark| self.in_proportion && *mark < Points::hundred())?;
        let (name, mark_vi, mark) = (words.name, mark.plain_vi(), mark.plain());
        Some((
            &PROPORTION,
            text!("“{name}”: tính theo tỷ lệ so với 100% hay so với {mark_vi}%?", "“{name}”: in proportion to 100% or to {mark}%?"),
        ))
    }
}

/// Tells whether a case says that a target is reached: “thu ngân sách đạt hoặc vượt dự toán giao”.
fn reaches_a_target(case: &Case) -> bool {
    !case.is_negative() && case.days.is_none() && case.says(&["đạt", "hoàn thành", "vượt"])
}

/// Tells whether a case or its arithmetic speaks of an earlier time, which says nothing of a target of this one.
fn speaks_of_before(label: &str, expression: &Expression) -> bool {
    let earlier = |text: &str| ["trước", "cùng kỳ", "kỳ gốc"].iter().any(|word| text.to_lowercase().contains(word));
    earlier(label) || expression.figures().iter().any(|figure| matches!(figure, Expression::Words(words) if earlier(words)))
}

/// Tells whether arithmetic names a figure that neither the name nor the target speaks of: “không đạt dự toán: tỷ lệ hộ nghèo x 2”.
fn speaks_of_another(expression: &Expression, known: &[&str]) -> bool {
    const REACHED: [&str; 14] = ["giao", "chỉ", "tiêu", "mục", "kế", "hoạch", "dự", "toán", "tế", "yêu", "cầu", "nhiệm", "vụ", "đề"];
    let known: Vec<String> = known.iter().flat_map(|words| lower_words(words)).collect();
    let named = |word: &&str| REACHED.contains(word) || known.iter().any(|one| one == word);
    let figures = expression.figures();
    let other = |figure: &Expression| matches!(figure, Expression::Words(words) if !telling(&lower_words(words)).iter().all(named));
    figures.iter().any(other)
}

/// Asks what a rate is of, where “tính theo tỷ lệ” stands alone and the name of the criterion is no rate.
fn of_nothing(asked: &Asked<'_>, formulas: &[&Expression]) -> Option<Doubt> {
    let name = asked.words.name;
    let bare_rate = |figure: &Expression| matches!(figure, Expression::Words(words) if telling(&lower_words(words)).is_empty());
    let named = |one: &WordedClause| matches!(one.clause, Clause::Rate(..) | Clause::RateLetters(..) | Clause::Letter(..));
    let reached = |one: &WordedClause| ["hoàn thành", "thực hiện"].iter().any(|word| one.text.to_lowercase().contains(word));
    // “Tỷ lệ đạt được/chỉ tiêu được giao” names both.
    let alone = formulas.iter().any(|one| matches!(one.figures().as_slice(), [figure] if bare_rate(figure))) && !is_rate(name);
    (alone && !asked.said.iter().any(|one| named(one) || reached(one))).then(|| {
        let message =
            text!("“{name}”: bảng chưa quy định tỷ lệ tính từ số liệu nào", "“{name}”: the table doesn't say what the rate is of");
        (&LETTERS, message)
    })
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

/// Writes points in proportion, but at least so many, as a formula.
fn at_least(measure: &Measure, full_at: &Points, max: &Points, least: &Points) -> Option<Rule> {
    let scaled = (max * &Points::hundred()).over(full_at)?.plain();
    let share = measure.to.as_ref().map_or_else(|| format!("{} / 100", measure.of), |(to, _)| format!("{} / {to}", measure.of));
    let text = format!("max(min({share} * {scaled}, {max}), {least})");
    Some(Rule::arithmetic(match &measure.to {
        None => text,
        Some((to, "full")) => format!("if({to} = 0 and {} = 0, {max}, {text})", measure.of),
        Some((to, "zero")) => format!("if({to} = 0 and {} = 0, 0, {text})", measure.of),
        Some(_) => return None,
    }))
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

/// Gives the upper end of a range.
fn upper(bounds: &[(Side, Points)]) -> Option<&Points> {
    bounds.iter().find(|(side, _)| matches!(side, Side::Below | Side::UpTo)).map(|(_, at)| at)
}

/// Takes arithmetic for points that follow one rate; `end` is the upper end of the range that it is said of.
fn straight(expression: &Expression, max: &Points, rate: &mut RateWords, said: &[WordedClause], end: Option<&Points>) -> Option<Straight> {
    let line = |kind: RateOf<'_>| expression.straight(max, kind).or_else(|| end.and_then(|end| expression.straight_below(max, kind, end)));
    match expression.figures().as_slice() {
        [Expression::Letter(letter)] => {
            let explained = said.iter().find_map(|one| match &one.clause {
                Clause::Letter(other, label) if other == letter => Some(label.as_str()),
                _ => None,
            });
            explained.is_none_or(is_rate).then(|| line(RateOf::Words))?
        }
        // “Số lần họp/12 x 5” counts: it is no percentage.
        [Expression::Words(words)] => {
            if !is_rate(words) {
                return None;
            }
            let plain = words.to_lowercase();
            rate.said.push(lower_words(words));
            let told = plain.starts_with("tỷ lệ") || plain.starts_with("tỉ lệ") || plain.contains("bộ chỉ số");
            if words.split(' ').count() > 3 && told {
                rate.label = Some(capital(words));
            }
            line(RateOf::Words)
        }
        [one, other] if !matches!((one, other), (Expression::Best(_), _) | (_, Expression::Best(_))) => {
            for (part, whole) in [(one, other), (other, one)] {
                if let Some(found) = line(RateOf::Parts(part, whole)) {
                    rate.parts = Some((part.clone(), whole.clone()));
                    return Some(found);
                }
            }
            None
        }
        _ => None,
    }
}
