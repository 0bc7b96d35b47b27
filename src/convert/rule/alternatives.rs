//! “Hoặc” between rules of one criterion, in a row of its own or at the head of a row: the best counts. Between steps of one rate it only
//! joins them.

use crate::convert::draft::{Input, Inputs, Rule};
use crate::convert::line::{Case, Clause, WordedClause};
use crate::finding::convert::ALTERNATIVES;
use crate::points::Points;
use crate::text;

use super::measure::Asked;
use super::pool::Pool;
use super::ranges::{Range, cross};
use super::{Doubt, attempt};

/// Finds what “hoặc” at the head of a row means: an alternative where what stands before it and what stands behind it each come to the
/// maximum, else one more level.
pub fn at_the_head(max: &Points, said: &mut Vec<WordedClause>) {
    let begins = |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if case.words.first().is_some_and(|word| word == "hoặc"));
    let full = |some: &[WordedClause]| {
        some.iter().any(|one| match &one.clause {
            Clause::Case(case) => case.is_full(max),
            Clause::Each(each) => !each.takes,
            Clause::Formula(_) => true,
            _ => false,
        })
    };
    let mut at = 1;
    while at < said.len() {
        let joined = said.get(at).is_some_and(begins);
        if let Some(one) = said.get_mut(at).filter(|_| joined) {
            without_or(one);
        }
        let (before, behind) = said.split_at(at);
        let behind = behind.split(|one| one.clause == Clause::Or || begins(one)).next().unwrap_or_default();
        if joined && full(before) && full(behind) {
            let text = "Hoặc".to_owned();
            said.insert(at, WordedClause { clause: Clause::Or, text });
            at += 1;
        }
        at += 1;
    }
    between_steps(said);
}

/// Takes “hoặc” off the front of a case.
fn without_or(one: &mut WordedClause) {
    let Clause::Case(case) = &mut one.clause else { return };
    let rest = case.label.char_indices().nth("hoặc".chars().count()).map_or("", |(at, _)| case.label.get(at..).unwrap_or_default());
    case.label = crate::text::capital(rest.trim_start_matches([' ', ':', ',']));
    case.words.remove(0);
    if let Some(condition) = &mut case.condition
        && condition.before.first().is_some_and(|word| word == "hoặc")
    {
        condition.before.remove(0);
    }
}

/// Takes away “hoặc” between two ranges of a rate of which no value holds both: nobody has to choose.
fn between_steps(said: &mut Vec<WordedClause>) {
    let range = |one: Option<&WordedClause>| match &one?.clause {
        Clause::Case(Case { condition: Some(condition), .. }) if condition.percent => Some(Range::of(&condition.bounds)),
        _ => None,
    };
    let apart = |at: usize| {
        let ranges = range(at.checked_sub(1).and_then(|before| said.get(before))).zip(range(said.get(at + 1)));
        said.get(at).is_some_and(|one| one.clause == Clause::Or) && ranges.is_some_and(|(one, other)| !cross(&one, &other))
    };
    let joints: Vec<usize> = (0..said.len()).filter(|at| apart(*at)).collect();
    for at in joints.into_iter().rev() {
        said.remove(at);
    }
}

/// Makes a rule of alternatives: each is made a rule of its own, and the best counts.
pub fn alternatives(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    if !asked.said.iter().any(|one| one.clause == Clause::Or) {
        return None;
    }
    let (mut rules, base) = (Vec::new(), inputs.clone());
    for group in asked.said.split(|one| one.clause == Clause::Or) {
        // What another alternative counts is none of the table's own figures.
        let found = attempt(asked.words, group, &inputs.with(&base));
        let known = |input: &Input| inputs.list.iter().any(|other| other.label == input.label && other.id != input.id);
        let found = if found.inputs.list.iter().any(known) { attempt(asked.words, group, inputs) } else { found };
        rules.push(found.rule?);
        inputs.take_in(found.inputs);
        doubts.extend(found.doubts);
    }
    if rules.len() < 2 || !rules.iter().all(Rule::stands_within) {
        return None;
    }
    pool.take(|_| Some(()));
    let name = asked.words.name;
    doubts.push((
        &ALTERNATIVES,
        text!("“{name}”: bảng ghi “hoặc”; lấy kết quả cao nhất?", "“{name}”: the table says “or”; does the best alternative count?"),
    ));
    Some(Rule::BestOf(rules))
}
