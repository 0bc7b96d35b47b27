//! When what units sent came: the campaign's file and the register, held together; what is late is told.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::laws::years_after;
use super::plan::Plan;
use super::suggestion::unit_meant;
use crate::assessment::{Arrival, Arrivals, EvidenceDate, Late, Receipts, Unit};
use crate::award::{AwardRule, Condition};
use crate::figure::{CriterionId, UnitId, date_vi};
use crate::finding::appraisal::{
    CAME_LATE, NOT_KNOWN_WHETHER_LATE, RECEIPT_DAY, RECEIPT_WITHOUT_FORM, RECEIPTS_DIFFER, UNKNOWN_CRITERION, UNKNOWN_UNIT,
};
use crate::finding::{Checked, Finding, Place, Severity};
use crate::intake::table::receipts::{self, Received};
use crate::scoring::Scorecard;
use crate::text;
use crate::typed::id::{Named, named};

/// Names that the register may have in the campaign's folder.
pub const REGISTERS: [&str; 4] = ["tiep-nhan.xlsx", "tiep-nhan.csv", "tiep-nhan.ods", "tiep-nhan.xls"];

/// Days that were given for one thing, each with its place.
type Given = BTreeMap<(UnitId, Option<CriterionId>), Vec<(Date, Place)>>;

/// Reads registers, and holds them together with the days in the campaign's file. Of days that differ none counts.
pub fn receipts(plan: &Plan, registers: &[(String, Vec<u8>)]) -> Checked<Receipts> {
    let mut findings = Vec::new();
    let mut given = Given::new();
    for (unit, receipt) in &plan.received {
        let far = receipt.form.and_then(|day| far_from_deadline(plan, unit, None, day));
        if let Some(far) = &far {
            findings.push(far.clone().at(Place::file(super::FILE)));
        }
        let days = receipt.form.filter(|_| far.is_none()).map(|day| (day, Place::file(super::FILE)));
        given.entry((unit.clone(), None)).or_default().extend(days);
    }
    for (file, bytes) in registers {
        for row in receipts::read(bytes, file).collect(&mut findings) {
            if let Some((of, day)) = understood(plan, &row, &mut findings) {
                given.entry(of).or_default().push((day, row.place));
            }
        }
    }
    let mut read = Receipts::new();
    for ((unit, criterion), days) in given {
        let Some((day, first)) = days.first() else { continue };
        if let Some((_, place)) = days.iter().find(|(other, _)| other != day) {
            findings.push(differ(plan, &unit, criterion.as_ref(), &days).at(place.clone()));
            continue;
        }
        let receipt = read.entry(unit).or_default();
        receipt.places.insert(criterion.clone(), first.clone());
        match criterion {
            None => receipt.form = Some(*day),
            Some(id) => drop(receipt.criteria.insert(id, *day)),
        }
    }
    Checked { value: read, findings }
}

/// Tells what a line of the register is of, and the day; says why where it can't be told.
fn understood(plan: &Plan, row: &Received, findings: &mut Vec<Finding>) -> Option<((UnitId, Option<CriterionId>), Date)> {
    let Some(unit) = plan.roster.called_or_numbered(&row.unit).one().and_then(|unit| plan.unit(&unit.id)) else {
        let name = &row.unit;
        let message = text!(
            "Sổ tiếp nhận ghi “{name}”, không xác định được là đơn vị nào; ngày nhận ở dòng này chưa được dùng.",
            "The register names “{name}”, and it is not clear which unit that is; the day of receipt in this line is not used."
        );
        findings.push(unit_meant(Finding::new(&UNKNOWN_UNIT, message), name, &plan.units).at(row.place.clone()));
        return None;
    };
    let criterion = match &row.criterion {
        None => None,
        Some(cell) => {
            let set = plan.set(unit)?;
            let Named::One(id) = named(cell, set) else {
                let (typed, name) = (cell.shown(), &set.id);
                let message = text!(
                    "Bộ tiêu chí “{name}” không có tiêu chí “{typed}”; ngày nhận ở dòng này chưa được dùng.",
                    "The set “{name}” has no criterion “{typed}”; the day of receipt in this line is not used."
                );
                findings.push(Finding::new(&UNKNOWN_CRITERION, message).of(&unit.id).at(row.place.clone()));
                return None;
            };
            Some(id)
        }
    };
    let day = match &row.day {
        EvidenceDate::Day(day) if possible(plan, *day) => *day,
        EvidenceDate::Day(day) => {
            let vi = date_vi(*day);
            let message = text!(
                "Ngày nhận {vi} không thể có trong đợt đánh giá này; coi như chưa ghi.",
                "Nothing of this campaign can have come on {day}; it counts as not given."
            );
            findings.push(Finding::new(&RECEIPT_DAY, message).of(&unit.id).at(row.place.clone()));
            return None;
        }
        EvidenceDate::Wrong(typed) => {
            let message = text!(
                "Ngày nhận “{typed}” không phải ngày hợp lệ; coi như chưa ghi.",
                "“{typed}” is not a valid day; it counts as not given."
            );
            findings.push(Finding::new(&RECEIPT_DAY, message).of(&unit.id).at(row.place.clone()));
            return None;
        }
        EvidenceDate::Blank => return None,
    };
    if let Some(far) = far_from_deadline(plan, &unit.id, criterion.as_ref(), day) {
        findings.push(far.at(row.place.clone()));
        return None;
    }
    Some(((unit.id.clone(), criterion), day))
}

/// Most days between a day of arrival and the last one; further away the year is a slip, as it often is in January.
const FAR: i32 = 180;

/// Asks for a day of arrival that is far from the last day; nothing where it is near, or nothing is due.
fn far_from_deadline(plan: &Plan, unit: &UnitId, criterion: Option<&CriterionId>, day: Date) -> Option<Finding> {
    let of = plan.unit(unit)?;
    let deadline = match criterion {
        Some(id) => of.deadlines.of(plan.set(of)?, id)?,
        None => of.deadlines.form?,
    };
    let days = deadline.until(day).ok()?.get_days();
    if days.abs() <= FAR {
        return None;
    }
    let (vi, deadline_vi, count) = (date_vi(day), date_vi(deadline), days.abs());
    let message = if days < 0 {
        text!(
            "Ngày nhận {vi} sớm hơn hạn gửi {deadline_vi} đến {count} ngày, có thể ghi nhầm năm; coi như chưa ghi.",
            "{day} is {count} days before the deadline {deadline}: the year may be a slip. It counts as not given."
        )
    } else {
        text!(
            "Ngày nhận {vi} muộn hơn hạn gửi {deadline_vi} đến {count} ngày, có thể ghi nhầm năm; coi như chưa ghi.",
            "{day} is {count} days after the deadline {deadline}: the year may be a slip. It counts as not given."
        )
    };
    Some(Finding::new(&RECEIPT_DAY, message).of(unit))
}

/// Tells whether something of the campaign can have come on a day.
fn possible(plan: &Plan, day: Date) -> bool {
    let period = plan.campaign.period;
    let last = period.to.and_then(|to| to.checked_add(years_after()).ok());
    period.from.is_none_or(|from| day >= from) && last.is_none_or(|last| day <= last)
}

/// Says that one thing came on several days.
fn differ(plan: &Plan, unit: &UnitId, criterion: Option<&CriterionId>, days: &[(Date, Place)]) -> Finding {
    let name = plan.unit(unit).map_or(unit.as_str(), |unit| unit.name.as_str());
    let days: std::collections::BTreeSet<Date> = days.iter().map(|(day, _)| *day).collect();
    let vi = days.iter().copied().map(date_vi).collect::<Vec<_>>().join(", ");
    let en = days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let finding = match criterion {
        None => {
            let message = text!(
                "“{name}” có các ngày nhận biểu khác nhau ({vi}); chưa dùng ngày nào.",
                "The form of “{name}” is said to have come on several days ({en}); none is used."
            );
            Finding::new(&RECEIPTS_DIFFER, message)
        }
        Some(id) => {
            let message = text!(
                "“{name}” có các ngày nhận khác nhau của tiêu chí “{id}” ({vi}); chưa dùng ngày nào.",
                "What “{name}” sent for criterion “{id}” is said to have come on several days ({en}); none is used."
            );
            Finding::new(&RECEIPTS_DIFFER, message).on(id)
        }
    };
    finding.of(unit)
}

/// Compares every receipt with the last days of its unit.
pub fn arrivals(plan: &Plan, receipts: &Receipts) -> BTreeMap<UnitId, Arrivals> {
    let of = |unit: &Unit| {
        let receipt = receipts.get(&unit.id)?;
        Some((unit.id.clone(), Arrivals::of(receipt, &unit.deadlines, plan.set(unit)?, plan.campaign.late.as_ref())))
    };
    plan.units.iter().filter_map(of).collect()
}

/// Tells of forms that are said to have come, and are not there.
pub fn without_form(plan: &Plan, receipts: &Receipts, cards: &BTreeMap<UnitId, Scorecard>) -> Vec<Finding> {
    let is_missing = |unit: &&Unit| cards.get(&unit.id).is_some_and(|card| !card.submitted);
    let told = |unit: &Unit| {
        let receipt = receipts.get(&unit.id)?;
        let day = receipt.form?;
        let (name, day_vi) = (&unit.name, date_vi(day));
        let message = text!(
            "“{name}” có ngày nhận biểu {day_vi} nhưng thư mục biểu gửi về không có biểu đọc được của đơn vị này.",
            "The form of “{name}” is said to have come on {day}, but there is none of it that can be read."
        );
        let place = Place::file(super::submissions::FOLDER);
        Some(Finding::new(&RECEIPT_WITHOUT_FORM, message).of(&unit.id).at(place))
    };
    plan.units.iter().filter(is_missing).filter_map(told).collect()
}

/// Tells what came late, and of whose form nobody knows when it came.
pub fn told(plan: &Plan, arrivals: &BTreeMap<UnitId, Arrivals>, cards: &BTreeMap<UnitId, Scorecard>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in plan.units.iter().filter(|unit| cards.get(&unit.id).is_some_and(|card| card.content.is_some())) {
        let of_unit = arrivals.get(&unit.id);
        if unit.deadlines.form.is_some() && of_unit.and_then(Arrivals::form).is_none() {
            findings.extend(not_known(plan, unit, of_unit.is_some_and(|of_unit| of_unit.days_late() > 0)));
        }
        let Some(late) = &plan.campaign.late else { continue };
        let costs = of_unit.and_then(|of_unit| of_unit.costs.as_ref());
        let late_ones = || of_unit.iter().flat_map(|of_unit| &of_unit.list).filter(|arrival| arrival.days_late() > 0);
        // Several things cost something together, which is told once.
        let several = late_ones().count() > 1;
        let days = of_unit.map_or(0, Arrivals::days_late);
        for (at, arrival) in late_ones().enumerate() {
            let finding = came_late(unit, arrival);
            let costs = costs.filter(|_| at == 0);
            let rounding = plan.group(unit).map(|group| group.rounding).unwrap_or_default();
            let message = match costs {
                Some(points) if several => {
                    let (vi, en) = (rounding.vietnamese(points), rounding.machine(points));
                    let (said_vi, said_en) = (&finding.message.vi, &finding.message.en);
                    text!(
                        "{said_vi} Cùng các nội dung muộn khác, đơn vị có {days} ngày muộn, mỗi ngày chỉ tính một lần: trừ {vi} điểm.",
                        "{said_en} With what else was late days of lateness in all: {days}, each counted once; it costs {en} points."
                    )
                }
                Some(points) => {
                    let (vi, en) = (rounding.vietnamese(points), rounding.machine(points));
                    let (said_vi, said_en) = (&finding.message.vi, &finding.message.en);
                    text!("{said_vi} Trừ {vi} điểm.", "{said_en} It costs {en} points.")
                }
                None => finding.message.clone(),
            };
            let severity = if *late == Late::Nothing { Severity::Note } else { finding.severity };
            findings.push(Finding { severity, message, ..finding });
        }
    }
    findings
}

/// Says that nobody knows when the form of a unit came, where something follows from that. `is_late`: something else of it was
/// late, which is enough for awards.
fn not_known(plan: &Plan, unit: &Unit, is_late: bool) -> Option<Finding> {
    let acts = plan.campaign.late.as_ref().is_some_and(|late| *late != Late::Nothing);
    let asks = |rule: &&AwardRule| rule.groups.contains(&unit.group) && rule.conditions.contains(&Condition::InTime);
    let asking = plan.awards.iter().filter(asks).map(|rule| format!("“{}”", plan.award_called(rule)));
    let asking = asking.filter(|_| !is_late).collect::<Vec<_>>().join(", ");
    let name = &unit.name;
    let message = match (acts, asking.is_empty()) {
        (false, true) => return None,
        (true, true) => text!(
            "Chưa có ngày nhận biểu của “{name}” nên chưa xét được gửi muộn hay không; tính như gửi đúng hạn.",
            "There is no day of receipt for the form of “{name}”, so it is not clear whether it was late; it counts as in time."
        ),
        (_, false) => text!(
            "Chưa có ngày nhận biểu của “{name}” nên chưa xét được gửi muộn hay không; tính như gửi đúng hạn, kể cả khi xét {asking}.",
            "There is no day of receipt for the form of “{name}”, so it is not clear whether it was late; it counts as in time, also for {asking}."
        ),
    };
    Some(Finding::new(&NOT_KNOWN_WHETHER_LATE, message).of(&unit.id).at(Place::file(super::FILE)))
}

/// Says by how many days something was late.
fn came_late(unit: &Unit, arrival: &Arrival) -> Finding {
    let (name, days, received, received_vi) = (&unit.name, arrival.days_late(), arrival.received, date_vi(arrival.received));
    let (deadline, deadline_vi) =
        (arrival.deadline.map(|day| day.to_string()).unwrap_or_default(), arrival.deadline.map(date_vi).unwrap_or_default());
    let finding = match &arrival.criterion {
        None => {
            let message = text!(
                "“{name}” gửi biểu ngày {received_vi}, hạn {deadline_vi}: muộn {days} ngày.",
                "The form of “{name}” came on {received}, and was due on {deadline}: days late: {days}."
            );
            Finding::new(&CAME_LATE, message)
        }
        Some(id) => {
            let message = text!(
                "“{name}” gửi nội dung của tiêu chí “{id}” ngày {received_vi}, hạn {deadline_vi}: muộn {days} ngày.",
                "What “{name}” sent for criterion “{id}” came on {received}, and was due on {deadline}: days late: {days}."
            );
            Finding::new(&CAME_LATE, message).on(id)
        }
    };
    finding.of(&unit.id).at(arrival.place.clone())
}
