//! Parts that add to the maximum, of which some are counted and others only done: “mỗi chuyên mục 0,5 điểm, tối đa 2 điểm; có
//! chuyên trang: 1 điểm”, “có phương án: 2 điểm; cắt giảm từ 30% thời gian: thêm 1 điểm”.

use crate::convert::draft::{Inputs, Part, Rule};
use crate::convert::line::{Case, Clause, Each, Gives, Limit, telling, turns};
use crate::convert::slug::unique;
use crate::figure::InputKind;
use crate::points::Points;
use crate::yaml::Amount;

use super::Doubt;
use super::counted::{counts, of_things};
use super::measure::{Asked, capital, lower_words};
use super::parts::is_done;
use super::pool::Pool;

/// A part, as the clauses say it.
enum Said<'a> {
    /// So much for each, up to so many points.
    Counted(&'a Each, Option<Points>),
    /// Done or not.
    Done(&'a Case, Points),
}

impl Said<'_> {
    /// Gives the most points of it; `None` where nothing says how far it goes.
    const fn most(&self) -> Option<&Points> {
        match self {
            Self::Counted(_, most) => most.as_ref(),
            Self::Done(_, points) => Some(points),
        }
    }
}

/// Makes a rule of parts of which at least one is counted, or is added to another.
pub fn parts(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    if asked.words.takes || asked.words.adds {
        return None;
    }
    let said = said(asked)?;
    let most: Vec<&Points> = said.iter().map(Said::most).collect::<Option<_>>()?;
    let mixed = said.iter().any(|one| match one {
        Said::Counted(..) => true,
        Said::Done(case, _) => matches!(case.gives, Gives::Added(_)),
    });
    let sum: Points = most.iter().copied().sum();
    if said.len() < 2 || !mixed || sum != *max {
        return None;
    }
    pool.take(|clause| match clause {
        Clause::Each(_) | Clause::Limit(Limit::Most(_) | Limit::Things(..)) => Some(()),
        Clause::Case(case) => {
            (points(case, max).is_some() || denies_a_part(case, &said) || case.gives == Gives::NothingForPart).then_some(())
        }
        _ => None,
    });
    let mut ids = Vec::new();
    let parts = said.iter().zip(most).map(|(one, most)| {
        let (label, rule) = match one {
            Said::Counted(each, _) => {
                let of = counts(&each.what, false, inputs);
                let each_gives = Amount::Points(each.amount.of(max));
                (capital(&each.what), Rule::Count { of, each: each_gives, cap: Some(Amount::Points(most.clone())) })
            }
            Said::Done(case, _) => {
                let label = capital(&case.label);
                let of = inputs.add(InputKind::YesNo, &label, None);
                let (yes, no) = (Amount::Share(Points::one()), Amount::Points(Points::zero()));
                (label, Rule::YesNo { all: vec![of], yes, no, penalty: None })
            }
        };
        Part { id: unique(&label, "phan", &mut ids), label, max: most.clone(), rule }
    });
    Some(Rule::SumOf(parts.collect()))
}

/// Lists the parts in the order of the clauses; a limit is of the part right before it. `None` where one stands elsewhere.
fn said<'a>(asked: &Asked<'a>) -> Option<Vec<Said<'a>>> {
    let max = asked.words.max;
    let mut all: Vec<Said<'a>> = Vec::new();
    for one in asked.said {
        match &one.clause {
            Clause::Each(each) if !each.takes && each.per == Points::one() && !each.percent && !turns(&lower_words(&each.what)) => {
                all.push(Said::Counted(each, None));
            }
            Clause::Limit(limit) => {
                let Some(Said::Counted(each, most)) = all.last_mut() else { return None };
                let said = match limit {
                    Limit::Most(amount) => Some(amount.of(max)),
                    Limit::Things(number, what) => of_things(number, what, each, max),
                    _ => None,
                };
                *most = Some(said.filter(|_| most.is_none())?);
            }
            Clause::Case(case) => all.extend(points(case, max).map(|points| Said::Done(case, points))),
            _ => {}
        }
    }
    Some(all)
}

/// Gives the points of a case that says that something was done.
fn points(case: &Case, max: &Points) -> Option<Points> {
    let given = match &case.gives {
        Gives::Amount(Amount::Points(points), None) | Gives::Added(Amount::Points(points)) => points.clone(),
        _ => return None,
    };
    (given.is_positive() && given < *max && case.days.is_none() && is_done(case)).then_some(given)
}

/// Tells whether a case says what not doing a part gives anyway: “không có phương án: 0 điểm”.
fn denies_a_part(case: &Case, said: &[Said<'_>]) -> bool {
    let core: Vec<String> = case.words.iter().filter(|word| !["không", "chưa"].contains(&word.as_str())).cloned().collect();
    let of = |one: &Said<'_>| {
        let words = match one {
            Said::Counted(each, _) => lower_words(&each.what),
            Said::Done(case, _) => case.words.clone(),
        };
        telling(&core).iter().all(|word| words.iter().any(|other| other == word))
    };
    let plain = case.condition.is_none() && case.days.is_none() && case.begins(&["không", "chưa"]);
    case.is_zero() && plain && !telling(&core).is_empty() && said.iter().any(of)
}
