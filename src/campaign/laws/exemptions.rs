//! Laws of what the campaign excuses units from: of somebody, who is there, from criteria that their set has.

use super::Laws;
use crate::figure::SetId;
use crate::finding::campaign::{EXEMPTS_NOBODY, UNKNOWN_GROUP, UNKNOWN_UNIT};
use crate::text;

impl Laws<'_> {
    /// Looks at every line of the list.
    pub(super) fn exemptions(&mut self) {
        let raw = self.raw;
        for (n, line) in raw.not_applicable.iter().enumerate() {
            let n = n.to_string();
            if line.units.is_empty() && line.groups.is_empty() {
                let message = text!("chưa nêu đơn vị hay khối nào", "no unit and no group is named");
                self.fault(&["not_applicable", &n, "criteria"], &EXEMPTS_NOBODY, message);
            }
            for (u, unit) in line.units.iter().enumerate().filter(|(_, unit)| !raw.units.iter().any(|other| other.id == **unit)) {
                let message = text!("không có đơn vị “{unit}”", "there is no unit “{unit}”");
                let there = raw.units.iter().map(|unit| unit.id.as_str());
                self.unknown(&["not_applicable", &n, "units", &u.to_string()], &UNKNOWN_UNIT, message, unit, there);
            }
            for (g, group) in line.groups.iter().enumerate().filter(|(_, group)| !raw.groups.iter().any(|other| other.id == **group)) {
                let message = text!("không có khối “{group}”", "there is no group “{group}”");
                let there = raw.groups.iter().map(|group| group.id.as_str());
                self.unknown(&["not_applicable", &n, "groups", &g.to_string()], &UNKNOWN_GROUP, message, group, there);
            }
            let of_unit = |unit: &String| raw.units.iter().find(|other| other.id == *unit).map(|unit| unit.group.as_str());
            let groups = line.groups.iter().map(String::as_str).chain(line.units.iter().filter_map(of_unit));
            let named: Vec<&str> = raw.groups.iter().map(|group| group.id.as_str()).collect();
            let groups: Vec<&str> = groups.filter(|group| named.contains(group)).collect();
            for (c, criterion) in line.criteria.iter().enumerate() {
                let c = c.to_string();
                for group in raw.groups.iter().filter(|group| groups.contains(&group.id.as_str())) {
                    let set = self.sets.get(&SetId::new(group.set.as_str()));
                    self.criterion(&["not_applicable", &n, "criteria", &c], criterion, set);
                }
            }
        }
    }
}
