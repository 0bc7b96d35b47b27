//! Units that a proposal passes over though they stand before others that it proposes, or meet its conditions, each with the reason.

use super::words::unit_name;
use crate::award::{Considered, Shortlist};
use crate::figure::UnitId;
use crate::results::Results;
use crate::text::said;

/// Says of each of them where it stands and why it is not proposed; who is left out by name is named among the conditions.
pub fn passed_over(list: &Shortlist, results: &Results<'_>) -> Vec<String> {
    let is_listed = |unit: &UnitId| list.chosen.contains(unit) || list.tied_at_edge.contains(unit);
    let group = |unit: &UnitId| results.place(unit).map(|(ranking, _)| &ranking.group.id);
    let stands_before = |at: usize, one: &Considered| {
        let behind = list.considered.iter().skip(at + 1);
        let mut rivals = behind.filter(|other| !list.award.per_group || group(&other.unit) == group(&one.unit));
        rivals.any(|other| is_listed(&other.unit))
    };
    let is_excluded = |unit: &UnitId| list.award.excluded.iter().any(|(excluded, _)| excluded == unit);
    let all = list.considered.iter().enumerate().filter(|(_, one)| !is_listed(&one.unit) && !is_excluded(&one.unit));
    let passed = all.filter(|(at, one)| one.conditions.iter().all(|condition| condition.met) || stands_before(*at, one));
    passed.filter_map(|(_, one)| of_unit(one, list, results)).collect()
}

/// Says where a unit stands and why it is not proposed; nothing of one without a place, which no award considers.
fn of_unit(one: &Considered, list: &Shortlist, results: &Results<'_>) -> Option<String> {
    let lang = results.lang;
    let (ranking, row) = results.place(&one.unit)?;
    let (place, counted, name) = (row.place?, ranking.counted, unit_name(results, &one.unit));
    let mut why: Vec<String> = Vec::new();
    if row.provisional && !list.award.provisional_allowed {
        why.push(
            lang.word(
                "chưa xét: kết quả còn tạm tính, chờ số liệu điểm trừ",
                "not considered yet: its result is provisional, with a penalty still open",
            )
            .into(),
        );
    }
    let missed = one.conditions.iter().filter(|condition| !condition.met);
    why.extend(missed.map(|condition| small(condition.says.get(lang)).trim_end_matches('.').to_owned()));
    if why.is_empty() {
        why.push(lang.word("đủ điều kiện, vượt chỉ tiêu", "meets the conditions, beyond the quota").into());
    }
    let why = why.join("; ");
    Some(said!(lang, "{name} (hạng {place}/{counted}): {why}.", "{name} (place {place} of {counted}): {why}."))
}

/// Goes on in a sentence with what begins one.
fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
