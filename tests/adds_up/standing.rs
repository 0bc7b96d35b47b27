//! Where a unit stands: its place counted anew, and the number that an award gives it.

use std::collections::BTreeMap;

use parindex::figure::UnitId;
use parindex::points::Points;
use parindex::ranking::GroupRanking;
use parindex::results::Results;
use serde_json::Value;

use super::{lines, number, sentence};

/// Holds the place of a unit: so many stand before it, beside it and behind it, and together they are the group. Who has a higher
/// index is counted anew.
pub fn place(text: &str, group: &GroupRanking, unit: &UnitId) -> Result<bool, String> {
    let said = sentence(&lines(text), "Thứ hạng: ");
    let ranked = || group.rows.iter().filter(|row| row.place.is_some());
    let (said, row) = match (said, ranked().find(|row| row.unit == *unit)) {
        (Some(said), Some(row)) => (said, row),
        (None, None) => return Ok(false),
        (said, _) => return Err(format!("{said:?}: of a place that isn't there, or nothing of one that is")),
    };
    let numbers: Vec<usize> = said.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let higher = ranked().filter(|other| other.index > row.index).count();
    let equal = ranked().filter(|other| other.index == row.index).count();
    let [before, one, place, again, rest @ ..] = numbers.as_slice() else { return Err(said) };
    let (broken, rest) = match rest {
        [by_index, by_tie_break, rest @ ..] if rest.len() == 6 && *by_index == higher => (*by_tie_break, rest),
        rest => (0, rest),
    };
    let [beside, behind, sum @ ..] = rest else { return Err(said) };
    let terms = [*before, 1, *beside, *behind];
    let right = (*one, again) == (1, before)
        && (*before + 1, Some(*place)) == (*place, row.place)
        && *before == higher + broken
        && broken + beside < equal
        && row.tied == (*beside > 0)
        && sum == [terms.as_slice(), &[terms.iter().sum()]].concat()
        && terms.iter().sum::<usize>() == group.counted;
    if right { Ok(true) } else { Err(format!("{said}: {higher} have a higher index, {equal} this one")) }
}

/// Holds what an award says of a unit against its place and its index, which the page prints: each limit that is met or missed, and
/// the number at which it stands among those that meet the conditions. Gives that number.
fn decision(award: &Value, told: &Value) -> Result<Option<(usize, bool)>, String> {
    let reasons: Vec<&str> = award["reasons"].as_array().unwrap().iter().map(|reason| reason.as_str().unwrap()).collect();
    let unit = &told["unit"];
    let (place, index) = (unit["place"].as_u64(), unit["index"].as_str().and_then(Points::parse));
    let digits = |words: &str| words.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u64>().ok();
    let mut number_of = None;
    for reason in &reasons {
        let wrong = || Err(format!("{reason} of place {place:?}, index {}", unit["index"]));
        if let Some(rest) = reason.strip_prefix("Xếp hạng ") {
            let shown = rest.split_once("chỉ số ").map(|(_, index)| number(index.trim_end_matches("%.")));
            if digits(rest) != place || shown != index {
                return wrong();
            }
        }
        let (met, asked) = match (reason.strip_prefix("Đạt điều kiện "), reason.strip_prefix("Không đạt điều kiện ")) {
            (Some(asked), _) => (true, asked),
            (_, Some(asked)) => (false, asked),
            _ => (true, ""),
        };
        let holds = if let Some(least) = asked.strip_prefix("chỉ số từ ") {
            index.as_ref().map(|index| *index >= number(least.split('%').next().unwrap()))
        } else if asked.starts_with("dẫn đầu khối") {
            place.map(|place| place == 1)
        } else {
            None
        };
        if holds.is_some_and(|holds| holds != met) {
            return wrong();
        }
        for (before, is_chosen) in [("Đề nghị khen thưởng: thứ ", true), ("Đủ điều kiện, đứng thứ ", false)] {
            let Some(at) = reason.strip_prefix(before).and_then(digits) else { continue };
            // Where each group has a quota for itself, the sentence says which.
            let quota = reason.split_once(" chỉ tiêu").and_then(|(before, _)| before.rsplit_once(' ')?.1.parse::<u64>().ok());
            if quota.is_none_or(|quota| is_chosen != (at <= quota)) || award["chosen"] != is_chosen {
                return wrong();
            }
            number_of = Some((usize::try_from(at).unwrap(), is_chosen));
        }
    }
    Ok(number_of)
}

/// Number that an award gives to a unit, with its index.
type Numbered = (usize, Points, String);

/// Holds the numbers that an award gives to units: 1, 2, 3 … in the order of their indexes, without a gap; gives how many.
pub fn numbered(results: &Results<'_>, units: &[(UnitId, Value)]) -> usize {
    let mut lists: BTreeMap<(String, String), Vec<Numbered>> = BTreeMap::new();
    for (id, told) in units {
        for award in told["awards"].as_array().unwrap() {
            let at = decision(award, told).unwrap_or_else(|wrong| panic!("{id}: {wrong}"));
            let (Some((at, _)), Some(row)) = (at, results.ranking.groups.iter().flat_map(|group| &group.rows).find(|row| row.unit == *id))
            else {
                continue;
            };
            let award =
                results.shortlists.iter().map(|list| &list.award).find(|rule| rule.id.as_str() == award["id"].as_str().unwrap()).unwrap();
            let group = if award.per_group { told["unit"]["group"].to_string() } else { String::new() };
            let list = lists.entry((award.id.to_string(), group)).or_default();
            list.push((at, row.index.clone().unwrap(), id.to_string()));
        }
    }
    for (award, list) in &mut lists {
        list.sort();
        let right = list.iter().zip(1..).all(|((at, ..), n)| *at == n) && list.windows(2).all(|pair| pair[0].1 >= pair[1].1);
        assert!(right, "{award:?}: {:?}", list.iter().map(|(at, _, id)| (at, id)).collect::<Vec<_>>());
    }
    lists.values().map(Vec::len).sum()
}
