//! What is left of the maximum, where clauses say what is taken of it and others that all or nothing is given.

use crate::convert::line::{Case, Clause, Gives, Side, WordedClause, as_case};
use crate::points::Points;
use crate::yaml::Amount;

use super::Words;

/// Takes “có 01 đơn trừ 50% số điểm” for what is left of the maximum, where the others say what gives all of it and what gives
/// nothing, and each number is said of the same things.
pub fn taken_from_full(words: &Words<'_>, said: &mut Vec<WordedClause>) {
    let cases = || said.iter().filter(|one| !matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Maximum(_)));
    let counted = |case: &Case| case.condition.as_ref().is_some_and(|condition| !condition.percent) && case.days.is_none();
    let taken = |case: &Case| matches!(case.gives, Gives::Taken(_)) && counted(case);
    let none = |case: &Case| case.is_full(words.max) && case.condition.is_none() && case.begins(&["không có", "không để", "không"]);
    let known =
        |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if taken(case) || none(case) || (case.is_zero() && counted(case)));
    let count = |fits: &dyn Fn(&Case) -> bool| cases().filter(|one| matches!(&one.clause, Clause::Case(case) if fits(case))).count();
    // “Trừ 100% số điểm” leaves nothing.
    let nothing = |case: &Case| case.is_zero() || matches!(&case.gives, Gives::Taken(amount) if amount.of(words.max) == *words.max);
    let first =
        |case: &Case| case.condition.as_ref().is_some_and(|condition| condition.bounds.first() == Some(&(Side::Exactly, Points::one())));
    // Where one of them takes the first points, none of them takes none.
    let unsaid = count(&none) == 0 && count(&first) == 1;
    if words.takes || words.adds || !cases().all(known) || count(&none) != 1 && !unsaid || count(&taken) == 0 || count(&nothing) == 0 {
        return;
    }
    let all = format!("Không có: {} điểm", words.max.plain_vi());
    if unsaid && let Some(case) = as_case(&all) {
        said.insert(0, WordedClause { text: all, clause: Clause::Case(case) });
    }
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && let Gives::Taken(amount) = &case.gives
        {
            case.gives = Gives::Amount(Amount::Points(words.max - &amount.of(words.max)), None);
        }
    }
}

/// Takes “vi phạm nhẹ: trừ 50% số điểm” for a level that gives the rest, where another gives the maximum and none counts anything.
pub fn taken_levels(words: &Words<'_>, said: &mut [WordedClause]) {
    let plain = |case: &Case| case.condition.is_none() && case.days.is_none();
    let cases = || said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None });
    let others = |one: &WordedClause| !matches!(one.clause, Clause::Case(_) | Clause::Heading | Clause::Remark | Clause::Note);
    // “Công khai chậm: trừ 0,5 điểm” beside “công khai đúng hạn: 1 điểm”.
    let share = |case: &Case| match &case.gives {
        Gives::Taken(Amount::Share(share)) => *share < Points::one(),
        Gives::Taken(Amount::Points(points)) => points <= words.max,
        _ => false,
    };
    let full = cases().any(|case| case.is_full(words.max));
    if words.takes || words.adds || !full || !cases().all(plain) || said.iter().any(others) || !cases().any(share) {
        return;
    }
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && let Gives::Taken(taken) = &case.gives
        {
            case.gives = match taken {
                Amount::Share(share) => Gives::Amount(Amount::Share(&Points::one() - share), None),
                Amount::Points(points) => Gives::Amount(Amount::Points(words.max - points), None),
            };
        }
    }
}
