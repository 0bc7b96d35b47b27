//! So much for each thing by how well it was done: “mỗi báo cáo gửi đúng hạn: 0,5 điểm; gửi chậm: 0,25 điểm; không gửi: 0 điểm”.

use crate::convert::line::{Case, Clause, Each, Gives, WordedClause, lowered, turns};
use crate::points::Points;
use crate::yaml::Amount;

/// Takes cases behind so much for each for so much for each of the things that were done less well. Not doing it gives nothing.
pub fn graded(max: &Points, said: &mut Vec<WordedClause>) {
    let given = |one: &WordedClause| match &one.clause {
        Clause::Each(each) if !each.takes && !each.percent && !each.single && each.per == Points::one() => Some(each.clone()),
        _ => None,
    };
    let Some(at) = said.iter().position(|one| given(one).is_some()) else { return };
    let Some(head) = said.get(at).and_then(given) else { return };
    announced(max, &head, said);
    let Some(at) = said.iter().position(|one| given(one).is_some()) else { return };
    let behind = said.get(at + 1..).unwrap_or_default();
    let cases: Vec<&Case> = behind.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None }).collect();
    // All that follows is of these things, the last case but one at the most gives nothing.
    let (none, lesser): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| case.is_zero());
    let fits = behind.iter().all(|one| matches!(one.clause, Clause::Case(_) | Clause::Limit(_) | Clause::Heading));
    let each: Option<Vec<Each>> = lesser.iter().map(|case| lesser_of(&head, max, case)).collect();
    let Some(each) = each.filter(|each| fits && !each.is_empty() && none.len() <= 1 && none.iter().all(|case| is_of(&head, case))) else {
        return;
    };
    said.retain(|one| !matches!(&one.clause, Clause::Case(case) if case.is_zero()));
    let mut each = each.into_iter();
    for one in said.iter_mut().skip(at + 1) {
        if matches!(one.clause, Clause::Case(_)) {
            one.clause = each.next().map_or(Clause::Unknown, Clause::Each);
        }
    }
}

/// Passes over “có 04 báo cáo” in front where so many come to the maximum: no more than that is given.
fn announced(max: &Points, head: &Each, said: &mut Vec<WordedClause>) {
    said.retain(|one| !matches!(&one.clause, Clause::Announced(number) if number * &head.amount.of(max) == *max));
}

/// Gives the verb of a case: its first word, or the one behind “không”.
fn verb(case: &Case) -> Option<&str> {
    let mut words = case.words.iter().map(String::as_str).skip_while(|word| ["không", "chưa", "nếu", "hoặc"].contains(word));
    words.next()
}

/// Tells whether a case speaks of the same things: its verb stands in what is counted, behind the thing.
fn is_of(head: &Each, case: &Case) -> bool {
    let what: Vec<String> = head.what.to_lowercase().split(' ').map(str::to_owned).collect();
    verb(case).is_some_and(|verb| what.iter().skip(1).any(|word| word == verb))
}

/// Reads a case as so much for each of the things that were done less well.
fn lesser_of(head: &Each, max: &Points, case: &Case) -> Option<Each> {
    let Gives::Amount(amount @ Amount::Points(_), None) = &case.gives else { return None };
    let bounded =
        case.condition.as_ref().is_none_or(|condition| !condition.percent && condition.after.first().is_some_and(|unit| unit == "ngày"));
    // The head says that it was done well, and the case that it was not: “gửi đúng hạn”, “gửi chậm”.
    let well =
        ["đúng", "đủ", "đầy", "kịp", "đạt", "trước", "sớm"].iter().any(|word| head.what.to_lowercase().split(' ').any(|one| one == *word));
    let bounded = bounded && well && turns(&case.words);
    let words: Vec<&str> = head.what.split(' ').collect();
    let at = words.iter().skip(1).position(|word| Some(word.to_lowercase().as_str()) == verb(case))? + 1;
    let fits = bounded && case.days.is_none() && amount.of(max) < head.amount.of(max) && !case.begins(&["không", "chưa"]);
    let thing = words.get(..at)?.join(" ");
    fits.then(|| Each { what: format!("{thing} {}", lowered(&case.label)), amount: amount.clone(), ..head.clone() })
}
