//! Laws of alternatives: criteria that exist, of one parent, with the same maximum, each in one list.

use super::{Laws, at, item};
use crate::criteria::Criterion;
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::criteria::{ALTERNATIVES, DUPLICATE_ID, NO_CRITERION};
use crate::finding::rule::UNREACHABLE_MAX;
use crate::text;
use crate::yaml::nearest;

impl Laws<'_> {
    /// Looks at every list of alternatives.
    pub(super) fn alternatives(&mut self) {
        let set = self.set;
        for (n, alternative) in set.alternatives.iter().enumerate() {
            let path = item(&[], "alternatives", n);
            if set.alternatives.iter().take(n).any(|other| other.id == alternative.id) {
                let id = &alternative.id;
                let message = text!("nhóm tiêu chí thay thế “{id}” khai hai lần", "the alternatives “{id}” are declared twice");
                self.breach(&DUPLICATE_ID, &at(&path, &["id"]), message);
            }
            if alternative.criteria.len() < 2 {
                let message =
                    text!("nhóm tiêu chí thay thế cần ít nhất hai tiêu chí", "there must be two criteria at least to choose from");
                self.breach(&ALTERNATIVES, &at(&path, &["criteria"]), message);
            }
            let earlier = |m: usize| {
                let before = set.alternatives.iter().take(n).flat_map(|other| &other.criteria);
                before.chain(alternative.criteria.iter().take(m)).collect::<Vec<_>>()
            };
            for (m, id) in alternative.criteria.iter().enumerate() {
                let first = alternative.criteria.first().filter(|_| m > 0);
                self.one_of(id, first, earlier(m).contains(&id), &at(&path, &["criteria", &m.to_string()]));
            }
        }
    }

    /// Looks at one criterion of a list; `first` is the one that it is compared with.
    fn one_of(&mut self, id: &CriterionId, first: Option<&CriterionId>, listed: bool, path: &[String]) {
        let known = self.set.walk();
        let Some(found) = known.iter().map(|(_, criterion)| *criterion).find(|criterion| criterion.id == *id) else {
            let ids: Vec<&str> = known.iter().map(|(_, criterion)| criterion.id.as_str()).collect();
            let message = text!("bộ tiêu chí không có tiêu chí “{id}”", "the set has no criterion “{id}”");
            let finding = Finding::new(&NO_CRITERION, message).at(self.document.place(path));
            return self.push(match nearest(id.as_str(), &ids) {
                Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                None => finding,
            });
        };
        if listed {
            let message = text!("“{id}” đã nằm trong một nhóm tiêu chí thay thế", "“{id}” is among alternatives already");
            return self.breach(&ALTERNATIVES, path, message);
        }
        let Some(first) = first.and_then(|first| self.set.find(first)) else { return };
        let (other, siblings) = (&first.id, parent(&self.set.criteria, &first.id) == parent(&self.set.criteria, id));
        if !siblings {
            let message = text!(
                "“{id}” và “{other}” không cùng tiêu chí cấp trên nên không thay cho nhau được",
                "“{id}” and “{other}” have different parents, so one can't stand for the other"
            );
            self.breach(&ALTERNATIVES, path, message);
        } else if found.weighted_max() != first.weighted_max() {
            let (max_vi, most_vi) = (found.weighted_max().plain_vi(), first.weighted_max().plain_vi());
            let (max, most) = (found.weighted_max().plain(), first.weighted_max().plain());
            let message = text!(
                "“{id}” tối đa {max_vi} điểm, “{other}” tối đa {most_vi} điểm: điểm tối đa của nhóm thay thế chỉ tính một lần nên phải bằng nhau",
                "“{id}” has a maximum of {max}, “{other}” of {most}: the maximum of alternatives counts once, so they must be equal"
            );
            self.breach(&ALTERNATIVES, path, message);
        }
    }

    /// Tells whether a leaf may give less than its maximum: another criterion that stands for it, or for one above it, gives it
    /// all (“trường hợp này được ít điểm hơn”).
    pub(super) fn is_worth_less(&self, leaf: &Criterion) -> bool {
        let set = self.set;
        let misses = |leaf: &Criterion| {
            let faults = leaf.leaf().map(|rule| rule.rule.faces().laws(&set.terms(leaf, rule))).unwrap_or_default();
            faults.iter().any(|fault| fault.code == &UNREACHABLE_MAX)
        };
        let gives_all = |other: &Criterion| !other.leaves_below().into_iter().any(misses);
        set.lineage(&leaf.id).into_iter().any(|above| {
            let others = set.alternative_of(&above.id).into_iter().flat_map(|of| &of.criteria).filter(|id| **id != above.id);
            others.filter_map(|id| set.find(id)).any(gives_all)
        })
    }
}

/// Gives the criterion above another; `None` above an area.
fn parent<'c>(criteria: &'c [Criterion], id: &CriterionId) -> Option<&'c CriterionId> {
    criteria.iter().find_map(|criterion| {
        let own = criterion.children().iter().any(|child| child.id == *id).then_some(&criterion.id);
        own.or_else(|| parent(criterion.children(), id))
    })
}
