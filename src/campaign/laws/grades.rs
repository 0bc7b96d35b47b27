//! Laws of grades: from the best down, within 0 to 100 unless the set lets an index pass that; a scale that groups name is there, and is named.

use super::Laws;
use crate::campaign::raw::{RawGrade, RawGrades, RawGroup};
use crate::criteria::CriteriaSet;
use crate::finding::campaign::{GRADES_ORDER, UNKNOWN_GRADES, UNUSED_GRADES};
use crate::finding::criteria::EMPTY_LIST;
use crate::points::Points;
use crate::text;

impl Laws<'_> {
    /// Scales of the campaign: each with an id of its own, in order, and named by a group.
    pub(super) fn scales(&mut self) {
        let raw = self.raw;
        self.unique("grades", raw.grades.iter().map(|scale| scale.id.as_str()));
        for (n, scale) in raw.grades.iter().enumerate() {
            let (n, id) = (n.to_string(), &scale.id);
            let named = |group: &&RawGroup| matches!(&group.grades, RawGrades::Named(named) if named == id);
            let sets: Vec<&CriteriaSet> = raw.groups.iter().filter(named).filter_map(|group| self.set_of_group(group)).collect();
            self.grades(&["grades", &n, "bands"], &scale.bands, &sets);
            if scale.bands.is_empty() {
                let message = text!("bảng xếp loại “{id}” không có mức nào", "the grades “{id}” are empty");
                self.fault(&["grades", &n, "bands"], &EMPTY_LIST, message);
            }
            if !raw.groups.iter().any(|group| named(&group)) {
                let message = text!("không khối nào dùng bảng xếp loại “{id}”", "no group names the grades “{id}”");
                self.fault(&["grades", &n, "id"], &UNUSED_GRADES, message);
            }
        }
    }

    /// Grades of a group: its own, or a scale that the campaign has.
    pub(super) fn grades_of(&mut self, n: &str, group: &RawGroup) {
        match &group.grades {
            RawGrades::Own(grades) => {
                let set = self.set_of_group(group);
                self.grades(&["groups", n, "grades"], grades, set.as_slice());
            }
            RawGrades::Named(id) => {
                let scales = &self.raw.grades;
                if !scales.iter().any(|scale| scale.id == *id) {
                    let message = text!("grades của đợt không có bảng xếp loại “{id}”", "the campaign has no grades “{id}”");
                    let there = scales.iter().map(|scale| scale.id.as_str());
                    self.unknown(&["groups", n, "grades"], &UNKNOWN_GRADES, message, id, there);
                }
            }
        }
    }

    /// A list of grades, from the best down, of units that these sets score.
    fn grades(&mut self, list: &[&str], grades: &[RawGrade], sets: &[&CriteriaSet]) {
        let mut above: Option<&Points> = None;
        for (g, grade) in grades.iter().enumerate() {
            let (name, from) = (&grade.name, &grade.from.0);
            let (from_vi, from_en) = (from.plain_vi(), from.plain());
            let g = g.to_string();
            let path: Vec<&str> = list.iter().copied().chain([g.as_str(), "from"]).collect();
            if let Some(before) = above.filter(|above| *above <= from) {
                let (before_vi, before_en) = (before.plain_vi(), before.plain());
                let message = text!(
                    "mức “{name}” từ {from_vi}, không thấp hơn mức viết trước ({before_vi})",
                    "grade “{name}” from {from_en} is not below the one before it ({before_en})"
                );
                self.fault(&path, &GRADES_ORDER, message);
            }
            self.bound(&path, from, sets);
            above = Some(from);
        }
    }
}
