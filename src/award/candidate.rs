//! A unit that an award looks at: where it stands, every condition compared with it, what its reasons are so far.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::choose::places_kept;
use super::condition::{Asked, Condition, Weighed};
use super::measure::{Facts, Measure, Seen};
use super::{AwardRule, Shortlist};
use crate::figure::AwardId;
use crate::finding::in_words;
use crate::points::Points;
use crate::ranking::{GroupRanking, Row, Status, group_in_sentence};
use crate::text;
use crate::text::Text;

/// Unit that an award looks at.
pub struct Candidate<'a> {
    /// Its group.
    pub group: &'a GroupRanking,
    /// Its line of the ranking.
    pub row: &'a Row,
    /// Values by which the award is ordered, turned so that more is better.
    pub keys: Vec<Option<Points>>,
    /// Whether it can't be chosen.
    pub barred: bool,
    /// Why, so far.
    pub reasons: Vec<Text>,
    /// Those of its reasons that the council has to see beside its name.
    pub notes: Vec<Text>,
    /// Every condition, compared with it.
    pub conditions: Vec<Weighed>,
    /// What it lacks beside conditions.
    pub lacking: Option<Text>,
}

/// Awards that are decided before.
pub struct Before<'d> {
    /// What came of them.
    pub lists: &'d [Shortlist],
    /// What they are called.
    pub called: &'d dyn Fn(&AwardId) -> String,
}

/// Orders candidates: by the award's order, by place within one group; who has no place comes after.
pub fn standing(one: &Candidate<'_>, other: &Candidate<'_>) -> Ordering {
    let by_status = || one.row.status.cmp(&other.row.status);
    let by_group = || one.group.group.id.cmp(&other.group.group.id);
    let by_place = || one.row.place.cmp(&other.row.place);
    other.keys.cmp(&one.keys).then_with(by_status).then_with(by_group).then_with(by_place)
}

/// Gives the values by which an award orders a unit, turned so that more is better; none for a unit without a place.
fn keys(rule: &AwardRule, seen: &Seen<'_>, facts: &Facts) -> Vec<Option<Points>> {
    let value = |measure: &Measure| seen.place.and(measure.turned(seen, facts));
    if rule.order.is_empty() { vec![value(&Measure::Index)] } else { rule.order.iter().map(value).collect() }
}

/// Compares a unit with every condition, and says how each came out.
pub fn weigh<'a>(rule: &AwardRule, (group, row): (&'a GroupRanking, &'a Row), before: &Before<'_>, facts: &Facts) -> Candidate<'a> {
    let seen = Seen::of(row, facts);
    let keys = keys(rule, &seen, facts);
    let (reasons, notes, conditions) = (Vec::new(), Vec::new(), Vec::new());
    let mut candidate = Candidate { group, row, keys, barred: false, reasons, notes, conditions, lacking: None };
    let name = &group.group.name;
    let named = group_in_sentence(name);
    match (row.status, row.place) {
        (Status::Ranked, Some(place)) => {
            let (counted, index) = (group.counted, candidate.index());
            let (vi, en) = (index.vi, index.en);
            let shared = if row.tied { Text::new(" (đồng hạng)", " (shared)") } else { Text::default() };
            let (shared_vi, shared_en) = (shared.vi, shared.en);
            candidate.reasons.push(text!(
                "Xếp hạng {place}/{counted}{shared_vi} {named}, chỉ số {vi}%.",
                "Place {place} of {counted}{shared_en} in group “{name}”, index {en}%."
            ));
        }
        (Status::NotSubmitted, _) => candidate.bar(Text::new("Chưa gửi báo cáo tự đánh giá.", "Sent no self-assessment.")),
        _ => candidate.bar(text!("Không xếp hạng trong {named}.", "Not ranked in group “{name}”.")),
    }
    for (_, reason) in rule.excluded.iter().filter(|(unit, _)| unit == &row.unit) {
        candidate.bar(text!("Không xét: “{reason}”.", "Excluded: “{reason}”."));
    }
    if row.place.is_some() {
        let chosen = before.lists.iter().filter(|other| other.chosen.contains(&row.unit));
        let proposed: Vec<(AwardId, String)> = chosen.map(|other| (other.award.id.clone(), (before.called)(&other.award.id))).collect();
        let asked = Asked { seen: &seen, rounding: group.group.rounding, facts, proposed: &proposed };
        for condition in &rule.conditions {
            let weighed = condition.weigh(&asked, before.called);
            candidate.barred |= !weighed.met;
            // That a unit has no other award goes without saying.
            if !weighed.met || !matches!(condition, Condition::NotProposed(_)) {
                candidate.reasons.push(weighed.says.clone());
            }
            candidate.conditions.push(weighed);
        }
    }
    if let (Some(_), false) = (row.place, rule.order.is_empty()) {
        let each = rule.order.iter().map(|by| {
            let (name, value) = (by.name(), by.shown(by.exact(&seen, facts).as_ref(), group.group.rounding));
            let (name_vi, value_vi, name_en, value_en) = (name.vi, value.vi, name.en, value.en);
            text!("{name_vi}: {value_vi}", "{name_en}: {value_en}")
        });
        let order = Text::join(&each.collect::<Vec<_>>(), "; ");
        let (order_vi, order_en) = (order.vi, order.en);
        candidate.reasons.push(text!("Xét thứ tự theo {order_vi}.", "Put in order by {order_en}."));
    }
    let places = places_kept(&rule.reserved, &group.group.id);
    if places > 0 && row.place.is_some() {
        let Text { vi, en } = filled_by(&rule.order);
        candidate.reasons.push(text!(
            "Khối “{name}” có {places} chỉ tiêu dành riêng, xét theo {vi}.",
            "Places kept for group “{name}”: {places}, filled by {en}."
        ));
    }
    if row.provisional && row.place.is_some() {
        if rule.provisional_allowed {
            candidate.note(Text::new(
                "Kết quả tạm tính: chưa có số liệu để tính điểm trừ; theo quy định của đợt vẫn được xét khen thưởng.",
                "Its result is provisional, with a penalty still open; the unit is considered all the same.",
            ));
        } else {
            candidate.lacking = Some(Text::new("số liệu điểm trừ còn chờ", "figures of a penalty that is still open"));
            candidate.bar(Text::new(
                "Kết quả tạm tính: còn chờ số liệu điểm trừ, chưa được xét.",
                "Its result is provisional, with a penalty still open; it can't be chosen yet.",
            ));
        }
    }
    // Nobody is proposed without a word on what is open.
    let (open, withheld) = (facts.merits.open(), &facts.merits.withheld);
    let is_alone = open.is_empty();
    if !open.is_empty() && row.place.is_some() {
        let (count, Text { vi, en }) = (open.len(), in_words(open));
        candidate.note(text!(
            "Còn {count} lỗi chưa khắc phục, Hội đồng lưu ý: {vi}.",
            "Errors still open, for the council to note: {count} ({en})."
        ));
    }
    if !withheld.is_empty() && row.place.is_some() {
        let at = withheld.iter().map(|(_, criterion)| criterion.as_str()).collect::<BTreeSet<_>>();
        let at = at.into_iter().collect::<Vec<_>>().join(", ");
        let (count, Text { vi, en }) = (withheld.len(), in_words(withheld.iter().map(|(code, _)| *code)));
        // Conditions count both kinds.
        let (other, other_en) = if is_alone { ("", "") } else { (" khác", "further ") };
        candidate.note(text!(
            "{count} lỗi chưa khắc phục{other} đã bị trừ điểm trong kết quả, ở tiêu chí {at}: {vi}.",
            "Errors {other_en}still open for which points are taken off the result already: {count}, at {at} ({en})."
        ));
    }
    candidate
}

/// Says by what the places are filled that are kept for a group.
fn filled_by(order: &[Measure]) -> Text {
    let by_place = Text::new("thứ hạng trong khối", "its places");
    if order.is_empty() {
        return by_place;
    }
    let Text { vi, en } = Measure::names(order);
    if order.contains(&Measure::Place) {
        Text { vi, en }
    } else {
        text!("{vi}, rồi theo thứ hạng trong khối", "{en}, then by its places")
    }
}

impl Candidate<'_> {
    /// Takes the unit out, with the reason.
    fn bar(&mut self, reason: Text) {
        self.barred = true;
        self.reasons.push(reason);
    }

    /// Adds a reason that the council has to see beside the unit's name.
    fn note(&mut self, reason: Text) {
        self.notes.push(reason.clone());
        self.reasons.push(reason);
    }

    /// Prints its index as its group does.
    pub fn index(&self) -> Text {
        let rounding = self.group.group.rounding;
        self.row.index.as_ref().map(|index| Text::new(rounding.vietnamese(index), rounding.machine(index))).unwrap_or_default()
    }

    /// Says what a near miss lacked: the one condition that it misses, or what else keeps it out where it misses none.
    pub fn lacks(&self) -> Vec<Text> {
        if self.row.place.is_some() && self.conditions.iter().all(|one| one.met) {
            return self.lacking.iter().cloned().collect();
        }
        let mut missed = self.conditions.iter().filter(|one| !one.met);
        let alone = self.row.place.is_some() && self.conditions.iter().filter(|one| one.met).count() + 1 == self.conditions.len();
        let missed = missed.next().filter(|_| alone).and_then(|one| one.lacks.clone());
        missed.into_iter().flat_map(|one| std::iter::once(one).chain(self.lacking.clone())).collect()
    }
}
