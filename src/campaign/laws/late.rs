//! Laws of last days: extensions that put something off, days of arrival that can be, a rule for lateness that can be used.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::Laws;
use crate::campaign::raw::{RawEffect, RawLate};
use crate::criteria::Criterion;
use crate::figure::date_vi;
use crate::finding::campaign::{DAYS, DEADLINE_SLIP, LATE_RULE, LATE_WITHOUT_DEADLINE, UNKNOWN_UNIT};
use crate::rule::Scorer;
use crate::text;
use crate::text::Text;
use crate::yaml::Number;

/// Days before the end of the period from which a deadline is hardly meant: forms are due around the end of the year.
const EARLY: i32 = 60;
/// Years behind the days that are scored in which something may still come; anything later is a slip.
const YEARS_AFTER: i64 = 2;

impl Laws<'_> {
    /// Looks at extensions, at the days of units, and at the rule for lateness.
    pub(super) fn late(&mut self) {
        let raw = self.raw;
        for (n, extension) in raw.extensions.iter().enumerate() {
            let n = n.to_string();
            for (u, unit) in extension.units.iter().enumerate().filter(|(_, unit)| !raw.units.iter().any(|other| other.id == **unit)) {
                let message = text!("không có đơn vị “{unit}”", "there is no unit “{unit}”");
                let there = raw.units.iter().map(|unit| unit.id.as_str());
                self.unknown(&["extensions", &n, "units", &u.to_string()], &UNKNOWN_UNIT, message, unit, there);
            }
            for (c, criterion) in extension.criteria.iter().enumerate() {
                self.criterion_of_any_set(&["extensions", &n, "criteria", &c.to_string()], criterion);
            }
            let (deadline, general) = (extension.deadline.0, raw.deadline.as_ref().map(|day| day.0));
            if let Some(general) = general.filter(|general| extension.criteria.is_empty() && deadline < *general) {
                let (vi, general_vi) = (date_vi(deadline), date_vi(general));
                let message = text!(
                    "gia hạn đến {vi}, sớm hơn hạn chung {general_vi}",
                    "the extension ends on {deadline}, before the general deadline {general}"
                );
                self.fault(&["extensions", &n, "deadline"], &DAYS, message);
            }
            self.possible(&["extensions", &n, "deadline"], deadline);
        }
        self.slips();
        for (n, unit) in raw.units.iter().enumerate() {
            let n = n.to_string();
            for (key, day) in [("deadline", &unit.deadline), ("received", &unit.received)] {
                if let Some(day) = day {
                    self.possible(&["units", &n, key], day.0);
                }
            }
        }
        if let Some(late) = &raw.late {
            self.late_rule(late);
            let known = raw.deadline.is_some() || !raw.extensions.is_empty() || raw.units.iter().any(|unit| unit.deadline.is_some());
            if !known && late.effect != RawEffect::None {
                let message = text!(
                    "late nói cách xử lý gửi muộn, nhưng đợt chưa có hạn gửi biểu",
                    "late says what is done about lateness, but nothing has a deadline"
                );
                self.fault(&["late"], &LATE_WITHOUT_DEADLINE, message);
            }
        }
    }

    /// Deadlines that can be, and are hardly what is meant.
    fn slips(&mut self) {
        let raw = self.raw;
        let end = raw.period.as_ref().map(|period| period.to.0).or_else(|| Date::new(raw.year, 12, 31).ok());
        let general = raw.deadline.as_ref().map(|day| day.0);
        let early = |day: Date| end.is_some_and(|end| day.until(end).is_ok_and(|span| span.get_days() > EARLY));
        if let Some(day) = general.filter(|day| early(*day)) {
            let (vi, year) = (date_vi(day), raw.year);
            let message = text!(
                "hạn gửi {vi} trước ngày cuối kỳ đánh giá năm {year} quá {EARLY} ngày, có thể ghi nhầm năm",
                "the deadline {day} is more than {EARLY} days before the period of {year} ends: the year may be a slip"
            );
            self.fault(&["deadline"], &DEADLINE_SLIP, message);
        }
        for (n, unit) in raw.units.iter().enumerate() {
            let (Some(own), Some(general)) = (unit.deadline.as_ref().map(|day| day.0), general) else { continue };
            if own < general {
                let (vi, general_vi, name) = (date_vi(own), date_vi(general), &unit.name);
                let message = text!(
                    "hạn gửi {vi} của “{name}” sớm hơn hạn chung {general_vi}",
                    "the deadline {own} of “{name}” is before the general one, {general}"
                );
                self.fault(&["units", &n.to_string(), "deadline"], &DEADLINE_SLIP, message);
            }
        }
        for (n, extension) in raw.extensions.iter().enumerate() {
            if !extension.criteria.is_empty() && self.names_every_area(&extension.criteria) {
                let message = text!(
                    "gia hạn cho tất cả các lĩnh vực không lùi hạn gửi biểu; biểu gửi sau hạn chung vẫn là gửi muộn",
                    "an extension for every area does not put off the form: one that comes after the general deadline is late"
                );
                self.fault(&["extensions", &n.to_string(), "criteria"], &DEADLINE_SLIP, message);
            }
        }
    }

    /// Tells whether every area of a set that units score in is named.
    fn names_every_area(&self, named: &[String]) -> bool {
        let own = |area: &&Criterion| {
            area.leaves_below().iter().any(|criterion| criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Unit))
        };
        self.sets.values().any(|set| set.criteria.iter().filter(own).all(|area| named.iter().any(|id| id == area.id.as_str())))
    }

    /// Points go with the effect that takes some, and are more than none.
    fn late_rule(&mut self, late: &RawLate) {
        if late.effect == RawEffect::Points && late.each_day.is_none() {
            let message = text!("thiếu each_day: mỗi ngày muộn trừ bao nhiêu điểm", "each_day is missing: how many points a day costs");
            self.fault(&["late", "effect"], &LATE_RULE, message);
        }
        for (key, number) in [("each_day", &late.each_day), ("cap", &late.cap)] {
            let Some(number) = number else { continue };
            if late.effect != RawEffect::Points {
                let message = text!("{key} chỉ dùng với effect: points", "{key} goes with effect: points only");
                self.fault(&["late", key], &LATE_RULE, message);
            } else if !number.0.is_positive() {
                self.fault(&["late", key], &LATE_RULE, not_positive(key, number));
            }
        }
    }

    /// A day on which something of the campaign may be due, or come.
    fn possible(&mut self, path: &[&str], day: Date) {
        let year = self.raw.year;
        let period = self.raw.period.as_ref();
        let from = period.map(|period| period.from.0).or_else(|| Date::new(year, 1, 1).ok());
        let to = period.map(|period| period.to.0).or_else(|| Date::new(year, 12, 31).ok());
        let last = to.and_then(|to| to.checked_add(years_after()).ok());
        if from.is_some_and(|from| day < from) || last.is_some_and(|last| day > last) {
            let vi = date_vi(day);
            let message = text!("ngày {vi} không thể có trong đợt đánh giá năm {year}", "nothing of {year} can be due or come on {day}");
            self.fault(path, &DAYS, message);
        }
    }
}

/// Gives the time behind the days that are scored in which something may still come.
pub fn years_after() -> Span {
    YEARS_AFTER.years()
}

/// Says that a number of points is none.
fn not_positive(key: &str, number: &Number) -> Text {
    let (vi, en) = (number.0.plain_vi(), number.0.plain());
    text!("{key} phải lớn hơn 0, đang ghi {vi}", "{key} has to be more than 0, and is {en}")
}
