//! Rules of arithmetic over one figure or several, written as a formula.

use crate::convert::draft::{Inputs, Rule, kind_of_label};
use crate::convert::line::{Case, Clause, Expression, Gives, Limit, Side, Sign};
use crate::figure::InputKind;
use crate::finding::convert::{NOTHING_TO_DO, SCALE, SUPPLIED};
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::index;
use super::measure::{Asked, capital};
use super::pool::Pool;

/// Makes a rule of arithmetic over several figures: `[(b + c × 0,5)/a] × 4`.
pub fn arithmetic(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let formulas = pool.take(|clause| if let Clause::Formula(expression) = clause { Some(expression) } else { None });
    let [expression] = formulas.as_slice() else { return None };
    let figures = expression.figures();
    if figures.iter().any(|figure| matches!(figure, Expression::Best(_))) || expression.divides_by_sums() {
        return None;
    }
    let nothing = asked.nothing(pool);
    let letters = Asked::letters(pool);
    let mut named: Vec<(Expression, String)> = Vec::new();
    let (relative, mut kinds) = (is_relative(expression, &figures, max), Vec::new());
    for figure in figures {
        let label = match &figure {
            Expression::Letter(letter) => letters.iter().find(|(one, _)| one == letter)?.1.clone(),
            Expression::Words(words) => capital(words),
            _ => return None,
        };
        let kind = match kind_of_label(&label) {
            kind @ (InputKind::Points | InputKind::Percent | InputKind::Count) => kind,
            // Where figures are only compared with each other, it doesn't matter what they are.
            _ if relative => InputKind::Count,
            _ => return None,
        };
        kinds.push(kind);
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
    // Nothing is worth the whole maximum by itself, unless a word of each says so.
    if kinds == [InputKind::Count] && expression.value(max, Sign::Share, &|_| Some(Points::one())).is_none_or(|one| one >= *max) {
        return None;
    }
    // A mean of marks by others is no count.
    let bare = |(_, id): &(Expression, String)| ["so_luong", "tong_so", "so"].contains(&id.as_str());
    let single = named.len() == 1 && kinds != [InputKind::Count];
    let known = single && kinds == [InputKind::Points] && index::is_made_known(asked, expression, doubts);
    if (single && !known && !between_its_ends(expression, &kinds, max, pool)) || named.iter().any(bare) {
        return None;
    }
    let rates = if relative { Scale::Typed } else { scale(expression, &named, &kinds, max)? };
    doubts.extend(of_which_scale(asked.words.name, inputs, &named, max));
    let id = |figure: &Expression| {
        let at = named.iter().position(|(one, _)| one == figure)?;
        let (id, percent) = (&named.get(at)?.1, kinds.get(at) == Some(&InputKind::Percent));
        Some(if percent && rates == Scale::Shares { format!("({id} / 100)") } else { id.clone() })
    };
    let written = expression.written(max, &id)?;
    let text = if written.contains(" - ") { format!("max(min({written}, {max}), 0)") } else { format!("min({written}, {max})") };
    let none: Vec<String> = named.iter().map(|(_, id)| format!("{id} = 0")).collect();
    if expression.divisors().is_empty() {
        return nothing.is_none().then(|| Rule::arithmetic(text));
    }
    let given = match nothing {
        Some("full") => max.plain(),
        Some("zero") => "0".into(),
        // Where there is nothing, the arithmetic itself comes to 0 of 0.
        Some(left_out) => return Some(Rule::Formula { is: text, when_nothing: Some(left_out) }),
        None => {
            let name = asked.words.name;
            doubts.push((
                &NOTHING_TO_DO,
                text!("“{name}”: bảng chưa quy định cách tính khi mẫu số bằng 0", "“{name}”: the table doesn't say what 0 of 0 means"),
            ));
            "0".into()
        }
    };
    Some(Rule::arithmetic(format!("if({}, {given}, {text})", none.join(" and "))))
}

/// Makes a rule of “từ 04 cuộc trở lên: điểm tối đa; dưới 04 cuộc: số cuộc họp/4 × điểm tối đa”: so much for each, up to the mark.
pub fn below_a_mark(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let below = pool.cases(|case| matches!(case.gives, Gives::Formula(_)) && below_of(case).is_some());
    let [case] = below.as_slice() else { return None };
    let Gives::Formula(expression) = &case.gives else { return None };
    let (mark, figures, letters) = (below_of(case)?, expression.figures(), Asked::letters(pool));
    let words = match (figures.as_slice(), letters.as_slice()) {
        ([Expression::Words(words)], []) => words,
        // “a = số tập dữ liệu; a ≥ 50: điểm tối đa; a < 50: a/50 × điểm tối đa”.
        ([Expression::Letter(letter)], [(one, label)]) if one == letter => label,
        _ => return None,
    };
    let at = |number: &Points| expression.value(max, Sign::Share, &|_| Some(number.clone()));
    if at(&mark).as_ref() != Some(max)
        || !at(&Points::zero()).is_some_and(|none| none.is_zero())
        || kind_of_label(words) != InputKind::Count
    {
        return None;
    }
    let reached = pool.cases(|case| {
        let condition = case.condition.as_ref().filter(|condition| !condition.percent);
        case.is_full(max) && condition.is_some_and(|condition| condition.bounds == [(Side::From, mark.clone())])
    });
    pool.cases(|case| case.is_zero() && case.is_negative() && case.condition.is_none());
    let of = inputs.add(InputKind::Count, &capital(words), None);
    let written = expression.written(max, &|_| Some(of.clone()))?;
    (reached.len() == 1).then(|| Rule::arithmetic(format!("min({written}, {max})")))
}

/// Gives a leaf to the council where its arithmetic needs what only the whole group knows, the least or the most of all units, and is
/// not in proportion to the best: no unit can reckon it.
pub fn of_the_group(asked: &Asked<'_>, pool: &mut Pool<'_>, _: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let formulas = pool.take(|clause| if let Clause::Formula(expression) = clause { Some(expression) } else { None });
    let of_all = |figure: &Expression| matches!(figure, Expression::Best(_) | Expression::Least(_));
    let needed: Vec<String> =
        formulas.iter().flat_map(|one| one.figures()).filter(of_all).map(|figure| format!("“{}”", figure.name())).collect();
    if needed.is_empty() {
        return None;
    }
    pool.take(|clause| matches!(clause, Clause::Letter(..) | Clause::Rate(..) | Clause::Limit(_)).then_some(()));
    let (name, needed) = (asked.words.name, needed.join(", "));
    doubts.push((
        &SUPPLIED,
        text!(
            "“{name}”: công thức cần {needed} của mọi đơn vị, một đơn vị không tự biết; tạm để hội đồng tính và nhập điểm",
            "“{name}”: the arithmetic needs {needed} of all units, which no unit knows; the council reckons and types the points for now"
        ),
    ));
    Some(Rule::Given("council"))
}

/// Asks on which scale marks are, and who gives them, where several are weighed: “40% điểm dữ liệu cứng + 60% điểm khảo sát”.
fn of_which_scale(name: &str, inputs: &Inputs, named: &[(Expression, String)], max: &Points) -> Option<Doubt> {
    let label = |(_, id): &(Expression, String)| inputs.list.iter().find(|input| input.id == *id).map(|input| input.label.clone());
    let labels: Vec<String> = named.iter().filter_map(label).collect();
    let marks = labels.len() > 1 && labels.iter().all(|label| label.to_lowercase().starts_with("điểm "));
    let (all, max_vi, max) = (labels.join("”, “"), max.plain_vi(), max.plain());
    marks.then(|| {
        let message = text!(
            "“{name}”: bảng chưa quy định “{all}” theo thang bao nhiêu điểm, do ai chấm; tạm coi là thang {max_vi} điểm, để đơn vị nhập",
            "“{name}”: the table doesn't say on which scale “{all}” are, and who gives them; taken to be of {max} points and typed by units for now"
        );
        (&SCALE, message)
    })
}

/// Gives the number of things below which a case speaks.
fn below_of(case: &Case) -> Option<Points> {
    match case.condition.as_ref().filter(|condition| !condition.percent)?.bounds.as_slice() {
        [(Side::Below, at)] => Some(at.clone()),
        _ => None,
    }
}

/// Tells whether arithmetic over one mark names the mark that gives nothing and the one that gives the maximum: “(điểm trung bình -
/// 50)/(100 - 50) × 2”. Takes the cases that say the same of these.
fn between_its_ends(expression: &Expression, kinds: &[InputKind], max: &Points, pool: &mut Pool<'_>) -> bool {
    let gives = |mark: &Points| expression.value(max, Sign::Share, &|_| Some(mark.clone()));
    let numbers = expression.numbers();
    let at = |points: &Points| numbers.iter().find(|mark| gives(mark).as_ref() == Some(points));
    let (Some(low), Some(high)) = (at(&Points::zero()), at(max)) else { return false };
    let ends = |case: &Case| match case.condition.as_ref().filter(|condition| !condition.percent).map(|one| one.bounds.as_slice()) {
        Some([(Side::Below | Side::UpTo, mark)]) => case.is_zero() && mark == low,
        Some([(Side::From | Side::Exactly, mark)]) => case.is_full(max) && mark == high,
        _ => false,
    };
    pool.cases(ends);
    *kinds == [InputKind::Points] && low < high
}

/// How rates enter arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    /// As shares of 1: a rate typed in per cent is divided by 100.
    Shares,
    /// As they are typed.
    Typed,
}

/// Tells whether figures are only compared with each other: twice as much of all comes to the same.
fn is_relative(expression: &Expression, figures: &[Expression], max: &Points) -> bool {
    let at = |factor: i64| {
        expression.value(max, Sign::Share, &|figure| {
            let place = figures.iter().position(|one| one == figure)?;
            Some(Points::from(factor * [7, 11, 13, 17, 19, 23].get(place).copied()?))
        })
    };
    figures.len() > 1 && at(1).is_some() && at(1) == at(3)
}

/// Finds how rates enter arithmetic: so that it comes to the maximum, and no further, where they are 0 % or 100 %. `None` where
/// neither reading does.
fn scale(expression: &Expression, named: &[(Expression, String)], kinds: &[InputKind], max: &Points) -> Option<Scale> {
    const MOST: usize = 6;
    let rates: Vec<&Expression> =
        named.iter().zip(kinds).filter(|(_, kind)| **kind == InputKind::Percent).map(|((figure, _), _)| figure).collect();
    if rates.is_empty() {
        return Some(Scale::Typed);
    }
    if rates.len() > MOST {
        return None;
    }
    let best = |full: &Points| {
        let corner = |corner: usize| {
            expression.value(max, Sign::Share, &|figure| {
                let place = rates.iter().position(|one| *one == figure);
                // Things that are counted are left out: none of them.
                Some(place.filter(|place| corner & (1 << place) != 0).map_or_else(Points::zero, |_| full.clone()))
            })
        };
        (0..1_usize << rates.len()).map(corner).collect::<Option<Vec<_>>>()?.into_iter().max()
    };
    [(Points::one(), Scale::Shares), (Points::hundred(), Scale::Typed)]
        .into_iter()
        .find(|(full, _)| best(full).as_ref() == Some(max))
        .map(|(_, scale)| scale)
}
