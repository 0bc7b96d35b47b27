//! What a proposal says below its tables: who is taken for in time without a day, and whom it passes over, with the reason.

use super::words::{many, unit_name};
use crate::award::{Condition, Considered, Shortlist};
use crate::figure::UnitId;
use crate::results::Results;
use crate::text::said;

/// Most units beyond the quota that are named: an award without further conditions is within reach of every unit.
const MOST_BEYOND: usize = 10;

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
    let (mut told, mut beyond) = (Vec::new(), Vec::new());
    for (_, one) in passed {
        let Some(name) = with_place(one, results) else { continue };
        match why_not(one, list, results) {
            why if why.is_empty() => beyond.push(name),
            why => told.push(format!("{name}: {}.", why.join("; "))),
        }
    }
    if !beyond.is_empty() {
        let more = beyond.len().saturating_sub(MOST_BEYOND);
        let others = many(more, "other", "others");
        let mut named = beyond.iter().take(MOST_BEYOND).map(String::as_str).collect::<Vec<_>>().join(", ");
        if more > 0 {
            named += &said!(
                results.lang,
                " và {more} đơn vị khác (lý do của từng đơn vị: bảng xét kèm danh sách đề nghị)",
                " and {others} (the reasons for each are in the workbook of proposals)"
            );
        }
        let beyond = named;
        told.push(said!(results.lang, "Đủ điều kiện, vượt chỉ tiêu: {beyond}.", "Meet the conditions, beyond the quota: {beyond}."));
    }
    told
}

/// Names the units that a proposal takes for in time, as nobody says when their forms came; nothing where it does not ask.
pub fn undated(list: &Shortlist, results: &Results<'_>) -> Option<String> {
    let is_undated = |unit: &&UnitId| {
        let is_due = results.unit(unit).is_some_and(|unit| unit.deadlines.form.is_some());
        let is_sent = results.cards.get(*unit).is_some_and(|card| card.content.is_some());
        is_due && is_sent && results.arrivals.get(*unit).is_none_or(|arrivals| arrivals.form().is_none())
    };
    let asks = list.award.conditions.iter().any(|condition| matches!(condition, Condition::InTime));
    let listed = list.chosen.iter().chain(&list.tied_at_edge).filter(|_| asks);
    let names = listed.filter(is_undated).map(|unit| unit_name(results, unit)).collect::<Vec<_>>().join("; ");
    (!names.is_empty()).then(|| {
        said!(
            results.lang,
            "Chưa có ngày nhận báo cáo tự đánh giá, coi như gửi đúng hạn: {names}.",
            "No day of receipt is known, taken as in time: {names}."
        )
    })
}

/// Names a unit with its place; nothing of one without a place, which no award considers.
fn with_place(one: &Considered, results: &Results<'_>) -> Option<String> {
    let (ranking, row) = results.place(&one.unit)?;
    let (place, counted, name) = (row.place?, ranking.counted, unit_name(results, &one.unit));
    Some(said!(results.lang, "{name} (hạng {place}/{counted})", "{name} (place {place} of {counted})"))
}

/// Says what speaks against a unit; nothing where it only stands behind the last of the quota.
fn why_not(one: &Considered, list: &Shortlist, results: &Results<'_>) -> Vec<String> {
    let lang = results.lang;
    let mut why: Vec<String> = Vec::new();
    if results.place(&one.unit).is_some_and(|(_, row)| row.provisional) && !list.award.provisional_allowed {
        let waits = lang.word(
            "chưa xét: kết quả còn tạm tính, chờ số liệu điểm trừ",
            "not considered yet: its result is provisional, with a penalty still open",
        );
        why.push(waits.into());
    }
    let missed = one.conditions.iter().filter(|condition| !condition.met);
    why.extend(missed.map(|condition| small(condition.says.get(lang)).trim_end_matches('.').to_owned()));
    why
}

/// Goes on in a sentence with what begins one.
fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
