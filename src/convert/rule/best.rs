//! Rules of points in proportion to the best of the group.

use crate::convert::draft::{Inputs, Measure, Rule, kind_of_label};
use crate::convert::line::{Case, Expression, Gives};
use crate::figure::InputKind;
use crate::points::Points;

use super::Doubt;
use super::measure::{Asked, RateWords, capital, lower_words};
use super::pool::Pool;
use super::things::head;

/// Makes a rule of “đơn vị có tỷ lệ cao nhất đạt điểm tối đa; các đơn vị khác theo tỷ lệ so với đơn vị cao nhất”.
pub fn beside_best(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let best = pool.cases(|case| is_of_the_best(case, max));
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

/// Tells whether a case says that the best of the group gets the maximum.
fn is_of_the_best(case: &Case, max: &Points) -> bool {
    let plain = case.condition.is_none() && case.days.is_none() && case.is_full(max);
    plain && case.says(&["cao nhất", "dẫn đầu", "đứng đầu", "nhiều nhất", "tốt nhất"])
}

/// Takes the arithmetic that is said of all other units, behind a case that says what the best of them gets: “đơn vị có tỷ lệ cao
/// nhất được 2 điểm; các đơn vị còn lại tính theo tỷ lệ của đơn vị chia cho tỷ lệ cao nhất nhân với 2”.
pub fn of_the_others<'a>(pool: &mut Pool<'a>, max: &Points) -> Option<&'a Expression> {
    let formula = |case: &&Case| matches!(&case.gives, Gives::Formula(expression) if expression.figures().iter().any(|figure| matches!(figure, Expression::Best(_))));
    let others = |case: &Case| {
        let named = case.is_rest()
            || case.begins(&[
                "các đơn vị",
                "đơn vị khác",
                "đơn vị còn lại",
                "những đơn vị",
                "các cơ quan",
                "các sở",
                "các xã",
                "các địa phương",
            ]);
        named && case.condition.is_none() && case.days.is_none() && case.words.len() <= 5
    };
    let best = pool.clone().cases(|case| is_of_the_best(case, max));
    let said = pool.clone().cases(|case| others(case) && formula(&case));
    let ([_], [case]) = (best.as_slice(), said.as_slice()) else { return None };
    let Gives::Formula(expression) = &case.gives else { return None };
    pool.cases(|case| is_of_the_best(case, max) || (others(case) && formula(&case)));
    Some(expression)
}

/// Takes what the best of the group gets, where the arithmetic says the same.
fn once_more(pool: &mut Pool<'_>, max: &Points) {
    pool.cases(|case| is_of_the_best(case, max));
}

/// Gives the rate in “đơn vị có tỷ lệ hồ sơ đúng hạn cao nhất”.
fn best_rate(best: &Case) -> Option<String> {
    let at = best.words.iter().position(|word| ["tỷ", "tỉ"].contains(&word.as_str()))?;
    let ends = ["cao", "dẫn", "đứng", "nhiều"];
    let rate: Vec<String> = best.words.iter().skip(at).take_while(|word| !ends.contains(&word.as_str())).cloned().collect();
    (rate.len() > 2).then(|| capital(rate.join(" ").trim_end_matches(" đạt")))
}

/// Makes a rule of a formula in which the best of the group stands.
pub fn relative(
    asked: &Asked<'_>,
    expression: &Expression,
    pool: &mut Pool<'_>,
    inputs: &mut Inputs,
    doubts: &mut Vec<Doubt>,
) -> Option<Rule> {
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
    once_more(pool, max);
    // A number of things is no percentage.
    if let Some(Expression::Words(words)) = own
        && inputs.part_of().is_none()
        && matches!(kind_of_label(words), InputKind::Count | InputKind::Points)
    {
        let of = inputs.add(kind_of_label(words), &capital(words), None);
        return Some(Rule::Relative { measure: Measure { of, to: None } });
    }
    let words = match own {
        Some(Expression::Words(words)) => {
            RateWords { label: own_rate(words, asked.words.name), said: vec![lower_words(words)], ..RateWords::default() }
        }
        _ => RateWords::default(),
    };
    let measure = asked.measure(pool, inputs, &words, doubts)?;
    Some(Rule::Relative { measure })
}

/// Gives the rate in “tỷ lệ hồ sơ thanh toán trực tuyến của đơn vị” where it says of which things it is, and the name doesn't.
fn own_rate(words: &str, name: &str) -> Option<String> {
    const OWNERS: [&str; 9] =
        [" của cơ quan", " của đơn vị", " của sở", " của xã", " của địa phương", " đạt được", " đơn vị đạt được", " thực tế", " của ngành"];
    let small = words.to_lowercase();
    let end = OWNERS.iter().filter_map(|owner| small.find(owner)).min().unwrap_or(words.len());
    let rate = words.get(..end)?.trim();
    let thing = ["tỷ lệ ", "tỉ lệ "].iter().find_map(|word| small.strip_prefix(word)).and_then(head)?;
    (!name.to_lowercase().contains(&thing)).then(|| capital(rate))
}
