//! Parts that add to the maximum, of which some have levels of their own: “niêm yết danh mục: 0,5 điểm; giải quyết đúng hạn 100% hồ sơ: 1
//! điểm; có hồ sơ trễ hạn: 0,5 điểm” of 1,5.

use crate::convert::draft::{Inputs, Part, Rule};
use crate::convert::line::{Case, Clause, Gives, WordedClause, telling};
use crate::convert::slug::unique;
use crate::points::Points;

use super::Doubt;
use super::measure::{Asked, capital};
use super::pool::Pool;
use super::{Words, levels, steps};

/// Most cases that are looked at: each may begin a part.
const MOST: usize = 10;

/// Makes parts of cases of which some are levels of the one before them, where there is one way to take them so.
pub fn parts(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let cases: Vec<(&WordedClause, &Case, Points)> = asked.said.iter().filter_map(|one| case(one, max)).collect();
    if asked.words.takes || asked.words.adds || !(3..=MOST).contains(&cases.len()) || cases.iter().any(|(_, case, _)| case.is_full(max)) {
        return None;
    }
    let mut own: Vec<Vec<String>> = cases.iter().map(|(_, case, _)| telling_words(asked, case)).collect();
    // What all of them say tells none from another.
    let shared: Vec<String> =
        own.first().into_iter().flatten().filter(|word| own.iter().all(|words| words.contains(word))).cloned().collect();
    for words in &mut own {
        words.retain(|word| !shared.contains(word));
    }
    let ways: Vec<Vec<usize>> = (0..1_u32 << (cases.len() - 1))
        .map(|mask| (0..cases.len()).filter(|at| *at == 0 || mask & (1 << (at - 1)) != 0).collect::<Vec<usize>>())
        .filter(|starts| fits(starts, &cases, &own, max))
        .collect();
    let [starts] = ways.as_slice() else { return None };
    let mut ids = Vec::new();
    let mut parts = Vec::new();
    let mut asks = Vec::new();
    for (n, from) in starts.iter().enumerate() {
        let to = starts.get(n + 1).copied().unwrap_or(cases.len());
        let group = cases.get(*from..to)?;
        let (_, first, points) = group.first()?;
        let label = capital(&first.label);
        let said: Vec<WordedClause> = group.iter().map(|(one, ..)| (*one).clone()).collect();
        let words = Words { name: &label, max: points, ..*asked.words };
        let (rule, with) = of_group(&Asked { words: &words, said: &said }, inputs, &mut asks)?;
        inputs.join(with, &label);
        parts.push(Part { id: unique(&label, "phan", &mut ids), label, max: points.clone(), rule });
    }
    pool.cases(|case| matches!(case.gives, Gives::Amount(_, None)));
    doubts.extend(asks);
    Some(Rule::SumOf(parts))
}

/// Makes the rule of one part of its cases, with the figures that it needs.
fn of_group(asked: &Asked<'_>, inputs: &Inputs, doubts: &mut Vec<Doubt>) -> Option<(Rule, Inputs)> {
    [steps::steps, levels::levels, levels::with_figures].iter().find_map(|way| {
        let (mut pool, mut with, mut asks) = (Pool::new(asked.said), inputs.apart(), Vec::new());
        let rule = way(asked, &mut pool, &mut with, &mut asks).filter(|rule| pool.is_done() && rule.stands_within())?;
        doubts.extend(asks);
        Some((rule, with))
    })
}

/// Gives a case with its points, where these are plain.
fn case<'a>(one: &'a WordedClause, max: &Points) -> Option<(&'a WordedClause, &'a Case, Points)> {
    match &one.clause {
        Clause::Case(case) if matches!(case.gives, Gives::Amount(_, None)) => Some((one, case, case.amount()?.0.of(max))),
        _ => None,
    }
}

/// Lists the words of a case that tell what it is about, without those of its criterion.
fn telling_words(asked: &Asked<'_>, case: &Case) -> Vec<String> {
    const LIGHT: [&str; 16] =
        ["không", "chưa", "có", "đạt", "trong", "năm", "được", "theo", "quy", "định", "đúng", "đủ", "từ", "đến", "dưới", "trên"];
    let known: Vec<String> = asked.words.name.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let tells = |word: &&str| word.chars().all(char::is_alphabetic) && !LIGHT.contains(word) && !known.iter().any(|one| one == word);
    telling(&case.words).into_iter().filter(tells).map(str::to_owned).collect()
}

/// Tells whether cases are parts that begin at some of them: what these give adds to the maximum, no two of them are about one thing, and
/// every other is a lower level of the one that begins its part.
fn fits(starts: &[usize], cases: &[(&WordedClause, &Case, Points)], own: &[Vec<String>], max: &Points) -> bool {
    let points = |at: usize| cases.get(at).map(|(_, _, points)| points);
    let sum: Points = starts.iter().filter_map(|at| points(*at)).sum();
    let alike = |one: usize, other: usize| {
        let (one, other) = (own.get(one).map_or(&[][..], Vec::as_slice), own.get(other).map_or(&[][..], Vec::as_slice));
        one.iter().any(|word| other.contains(word))
    };
    let begins = |at: usize| starts.contains(&at);
    let first = |at: usize| starts.iter().copied().filter(|start| *start <= at).max().unwrap_or(0);
    let levels = (0..cases.len()).filter(|at| !begins(*at)).all(|at| {
        let others = starts.iter().copied().filter(|start| *start != first(at)).any(|start| alike(start, at));
        alike(first(at), at) && !others && points(at) < points(at - 1)
    });
    let apart = starts.iter().all(|one| starts.iter().all(|other| one == other || !alike(*one, *other)));
    let heads = starts.iter().filter_map(|at| cases.get(*at)).all(|(_, case, points)| points.is_positive() && !case.is_negative());
    starts.len() > 1 && starts.len() < cases.len() && sum == *max && levels && apart && heads
}
