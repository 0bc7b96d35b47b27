//! Rows that a workbook of the council had when it went out, and has no more: what was typed there is not known.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::layout::LineKey;
use super::printed::Printed;
use super::refused::Intact;
use crate::figure::{CriterionId, UnitId};
use crate::finding::appraisal::ROWS_GONE;
use crate::finding::{Finding, Place};
use crate::form::read::keyed::Keyed;
use crate::text;

/// Most criteria that one finding names.
const MOST_NAMED: usize = 8;

/// Tells of the rows that are gone, unit by unit. Leaves that are refused were told with their reasons.
pub fn rows(sheet: &Keyed<'_, LineKey>, file: &str, known: &Known<'_>, printed: &Printed, intact: &Intact) -> Vec<Finding> {
    let there: BTreeSet<&LineKey> = sheet.rows.iter().map(|(_, key)| key).collect();
    let unkeyed: BTreeSet<_> = intact.unkeyed.values().collect();
    let mut gone: BTreeMap<UnitId, BTreeSet<CriterionId>> = BTreeMap::new();
    for key in printed.rows().filter_map(LineKey::parse).filter(|key| !there.contains(key)) {
        let Some((unit, leaf)) = key.of() else { continue };
        let line = (unit.clone(), leaf.clone());
        let is_of_campaign = (known.unit)(unit).is_some_and(|(_, set)| set.find(leaf).is_some());
        if is_of_campaign && !intact.refused.contains(&line) && !unkeyed.contains(&line) {
            gone.entry(line.0).or_default().insert(line.1);
        }
    }
    gone.iter().filter_map(|(unit, leaves)| of_unit(sheet, file, known, unit, leaves)).collect()
}

/// Tells of the rows of a unit.
fn of_unit(sheet: &Keyed<'_, LineKey>, file: &str, known: &Known<'_>, unit: &UnitId, leaves: &BTreeSet<CriterionId>) -> Option<Finding> {
    let (whole, _) = (known.unit)(unit)?;
    let (list, name) = (listed(leaves), &whole.name);
    let message = text!(
        "Phiếu không còn dòng của tiêu chí {list}, “{name}”, nên không biết ở đó đã ghi gì; nội dung ấy không được tính.",
        "The lines of criterion {list}, “{name}” are gone, and what stood there is not known; none of it counts."
    );
    let place = Place { sheet: Some(sheet.grid.name.clone()), ..Place::file(file) };
    let only = leaves.first().filter(|_| leaves.len() == 1);
    let finding = Finding::new(&ROWS_GONE, message).of(unit).at(place);
    Some(match only {
        Some(leaf) => finding.on(leaf),
        None => finding,
    })
}

/// Lists criteria, of many the first ones.
pub fn listed(leaves: &BTreeSet<CriterionId>) -> String {
    let mut list = leaves.iter().take(MOST_NAMED).map(CriterionId::to_string).collect::<Vec<_>>().join(", ");
    if leaves.len() > MOST_NAMED {
        list.push_str(", …");
    }
    list
}
