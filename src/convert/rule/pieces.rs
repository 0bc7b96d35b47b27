//! Points that follow a rate, piece by piece: in proportion, on a straight line, or written out as a formula.

use crate::convert::draft::{Measure, Rule};
use crate::convert::line::{Side, Straight};
use crate::points::Points;

use super::ranges::{Range, cross, gaps};

/// What a rate gives within a range.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The range.
    pub range: Range,
    /// Its bounds, as the line has them.
    pub bounds: Vec<(Side, Points)>,
    /// What it gives.
    pub value: Value,
}

/// What a piece gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The same points for all of it.
    Fixed(Points),
    /// Points on a straight line.
    Line(Straight),
}

impl Piece {
    /// Gives the mark from which on it gives the maximum.
    pub fn full_from(&self, max: &Points) -> Option<Points> {
        match (&self.value, self.bounds.as_slice()) {
            (Value::Fixed(points), [(Side::From | Side::Above, at)]) if points == max => Some(at.clone()),
            _ => None,
        }
    }
}

/// Finds the marks between which points are on a straight line: where it gives nothing, and where the maximum.
pub fn interpolation(pieces: &[Piece], max: &Points) -> Option<(Points, Points)> {
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

/// Gives the straight line within a range from its lower to its upper end: “từ 50% đến 90%: nội suy từ 1 đến 2 điểm”.
pub fn along(bounds: &[(Side, Points)], (from, to): (&Points, &Points)) -> Option<Straight> {
    let [(Side::From | Side::Above, low), (Side::Below | Side::UpTo, high)] = bounds else { return None };
    let slope = (to - from).over(&(high - low)).filter(Points::is_positive)?;
    Some(Straight { at_zero: from - &(&slope * low), slope })
}

/// Gives the marks of pieces that are single values, each with its points; nothing where another piece is among them.
/// Where only the lower end of the line has points of its own, its upper end gives the maximum.
pub fn at_marks(pieces: &[Piece], ends: Option<&(Points, Points)>, max: &Points) -> Vec<(Points, Points)> {
    let mark = |piece: &Piece| match (&piece.value, piece.bounds.as_slice()) {
        (Value::Fixed(points), [(Side::Exactly, at)]) => Some((at.clone(), points.clone())),
        _ => None,
    };
    let mut marks: Vec<_> = pieces.iter().map(mark).collect::<Option<_>>().unwrap_or_default();
    if let ([(at, points)], Some((low, high))) = (marks.as_slice(), ends)
        && at == low
        && points < max
    {
        marks.push((high.clone(), max.clone()));
    }
    if marks.len() > 1 { marks } else { Vec::new() }
}

/// Joins marks by straight lines. Before a first mark of 0 points there is nothing, behind a last one of the maximum nothing more;
/// what else the line says beside them has to agree. `None` where points don't rise to the maximum.
pub fn through(marks: &mut [(Points, Points)], beside: &[Piece], max: &Points) -> Option<Vec<Piece>> {
    marks.sort();
    let (first, last) = (marks.first()?.clone(), marks.last()?.clone());
    if last.1 != *max || marks.len() < 2 {
        return None;
    }
    let agrees = |piece: &Piece| match (&piece.value, piece.bounds.as_slice()) {
        (Value::Fixed(points), [(Side::Below | Side::UpTo, at)]) => points.is_zero() && *at == first.0,
        (Value::Fixed(points), [(Side::Above | Side::From | Side::Exactly, at)]) => points == max && *at == last.0,
        _ => false,
    };
    if !beside.iter().all(agrees) {
        return None;
    }
    let piece = |bounds: Vec<(Side, Points)>, value: Value| Piece { range: Range::of(&bounds), bounds, value };
    let mut found = Vec::new();
    for pair in marks.windows(2) {
        let [(low, from), (high, to)] = pair else { continue };
        let closed = if *high == last.0 { Side::UpTo } else { Side::Below };
        let bounds = vec![(Side::From, low.clone()), (closed, high.clone())];
        let line = along(&bounds, (from, to))?;
        found.push(piece(bounds, Value::Line(line)));
    }
    let said = |low: bool| beside.iter().any(|piece| piece.range.low.is_none() == low);
    if first.1.is_zero() && !said(true) {
        found.push(piece(vec![(Side::Below, first.0.clone())], Value::Fixed(Points::zero())));
    }
    if last.0 < Points::hundred() && !said(false) {
        found.push(piece(vec![(Side::Above, last.0.clone())], Value::Fixed(max.clone())));
    }
    Some(found)
}

/// Kind of rule that points on a straight line fit.
pub enum Shape {
    /// Rate that gives the maximum, and the one below which it gives nothing.
    Ratio(Points, Option<Points>),
    /// Rate that gives nothing, and the one that gives the maximum.
    Interpolate(Points, Points),
}

/// Makes a rule in proportion where the pieces are nothing else.
pub fn proportional(pieces: &[Piece], whole: Option<&Straight>, rest_zero: bool, max: &Points, open: &mut Vec<Range>) -> Option<Shape> {
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
            (Value::Fixed(points), [(Side::Exactly | Side::From | Side::Above, at)]) if points == max && *at == full_at => {}
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
pub fn piecewise(
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
        // Above a line that has come to the maximum there is no more; nobody takes it away.
        let reached = |piece: &Piece| match (&piece.value, &piece.range.high, &gap.low) {
            (Value::Line(line), Some((end, closed)), Some((low, open))) => end == low && closed != open && line.at(end) == *max,
            _ => false,
        };
        let none = if pieces.iter().any(reached) { max.clone() } else { Points::zero() };
        let value = line.map_or(Value::Fixed(none), |line| Value::Line(line.clone()));
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
            let scaled = exact(&(&line.slope * &Points::hundred()));
            let share = measure.to.as_ref().map_or_else(|| format!("{} / 100", measure.of), |(to, _)| format!("{} / {to}", measure.of));
            if line.at_zero.is_zero() {
                format!("min({share} * {scaled}, {max})")
            } else {
                let sign = if line.at_zero.is_positive() { "+" } else { "-" };
                format!("max(min({share} * {scaled} {sign} {}, {max}), 0)", exact(&line.at_zero.abs()))
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
    Some(Rule::arithmetic(text))
}

/// Writes a number exactly: as a decimal, else as a fraction.
fn exact(number: &Points) -> String {
    let plain = number.plain();
    if Points::parse(&plain).as_ref() == Some(number) { plain } else { number.fraction() }
}

/// Tells whether two ranges share a bound.
fn shared(one: &Range, other: &Range) -> bool {
    [one, other].iter().any(|range| range.low.iter().chain(&range.high).any(|(at, closed)| *closed && one.holds(at) && other.holds(at)))
}
