//! What a case expects, compared with what came out.

use std::collections::BTreeSet;

use super::At;
use super::raw::{RawAwardCase, RawAwardExpect};
use crate::assessment::Unit;
use crate::award::{AwardRule, Considered, Shortlist};
use crate::campaign::Plan;
use crate::figure::{CriterionId, GroupId, UnitId};
use crate::finding::Finding;
use crate::finding::campaign::{AWARD_CASE_FAILS, AWARD_CASE_VALUE};
use crate::ranking::{Ranking, Row, Status};
use crate::text;
use crate::text::{Text, Words};

/// Most units whose reasons a finding repeats.
const EXPLAINED: usize = 3;
/// What stands against a unit beside conditions.
const OTHERS: [&str; 6] = ["excluded", "provisional", "unranked", "not_submitted", "quota", "edge"];

/// Tells of everything that a case expects of what is not there.
pub fn unknown(plan: &Plan, raw: &RawAwardCase, units: &[Unit], at: &At<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let expect = &raw.expect;
    let asks = |of: &RawAwardExpect| of.chosen.is_some() || of.tied_at_edge.is_some() || !of.missed.is_empty();
    if expect.places.is_empty()
        && expect.grades.is_empty()
        && expect.tied.is_none()
        && expect.unplaced.is_none()
        && !expect.awards.values().any(asks)
    {
        let message = text!(
            "“expect” không nêu kết quả nào, nên ví dụ không kiểm tra được gì",
            "“expect” names no result, so that the case checks nothing"
        );
        found.push(Finding::new(&AWARD_CASE_VALUE, message).at(at.key(&["expect"])));
    }
    let there = || raw.units.iter().map(|unit| unit.id.as_str());
    let mut unit = |path: &[&str], name: &str, is_key: bool| {
        if !there().any(|id| id == name) {
            let place = if is_key { at.key(path) } else { at.value(path) };
            let message = text!("ví dụ không có đơn vị “{name}”", "the case has no unit “{name}”");
            found.push(At::unknown(place, message, name, there()));
        }
    };
    for (key, ids) in [("places", expect.places.keys().collect::<Vec<_>>()), ("grades", expect.grades.keys().collect())] {
        for id in ids {
            unit(&["expect", key, id], id, true);
        }
    }
    for (key, ids) in [("tied", &expect.tied), ("unplaced", &expect.unplaced)] {
        for (n, id) in ids.iter().flatten().enumerate() {
            unit(&["expect", key, &n.to_string()], id, false);
        }
    }
    for (award, of) in &expect.awards {
        for (key, ids) in [("chosen", &of.chosen), ("tied_at_edge", &of.tied_at_edge)] {
            for (n, id) in ids.iter().flatten().enumerate() {
                unit(&["expect", "awards", award, key, &n.to_string()], id, false);
            }
        }
        for id in of.missed.keys() {
            unit(&["expect", "awards", award, "missed", id], id, true);
        }
    }
    for (id, grade) in &expect.grades {
        let group = units.iter().find(|unit| unit.id.as_str() == id).and_then(|unit| plan.group(unit));
        if let Some(group) = group.filter(|group| group.grades.iter().all(|band| band.name != *grade)) {
            let name = &group.name;
            let message = text!("khối “{name}” không có mức xếp loại “{grade}”", "group “{name}” has no grade “{grade}”");
            found.push(At::unknown(
                at.value(&["expect", "grades", id]),
                message,
                grade,
                group.grades.iter().map(|band| band.name.as_str()),
            ));
        }
    }
    for (id, of) in &expect.awards {
        if let Some(award) = plan.awards.iter().find(|award| award.id.as_str() == id) {
            found.extend(unknown_of(award, of, units, at));
        } else {
            let message = text!("đợt không có hình thức khen thưởng “{id}”", "the campaign has no award “{id}”");
            let place = at.key(&["expect", "awards", id]);
            found.push(At::unknown(place, message, id, plan.awards.iter().map(|award| award.id.as_str())));
        }
    }
    found
}

/// Tells of units that an award is not open to, and of what can't stand against a unit.
fn unknown_of(award: &AwardRule, of: &RawAwardExpect, units: &[Unit], at: &At<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let id = award.id.as_str();
    let conditions: BTreeSet<String> = award.conditions.iter().map(|one| worded(one.key(), one.criterion())).collect();
    let words: Vec<&str> = conditions.iter().map(String::as_str).chain(OTHERS).collect();
    for (unit, missed) in &of.missed {
        let group = units.iter().find(|one| one.id.as_str() == unit).map(|one| &one.group);
        if let Some(group) = group.filter(|group| !award.groups.contains(group)) {
            let message = text!("khối “{group}” không được xét “{id}”", "the award “{id}” is not open to group “{group}”");
            let place = at.key(&["expect", "awards", id, "missed", unit]);
            found.push(At::unknown(place, message, group.as_str(), award.groups.iter().map(GroupId::as_str)));
        }
        for (n, word) in missed.iter().enumerate().filter(|(_, word)| !words.contains(&word.as_str())) {
            let place = at.value(&["expect", "awards", id, "missed", unit, &n.to_string()]);
            let message = text!("“{id}” không có điều kiện “{word}”", "“{id}” has no condition “{word}”");
            found.push(At::unknown(place, message, word, words.iter().copied()));
        }
    }
    found
}

/// Names a condition: what it looks at, with the criterion where it is of one.
fn worded(what: &str, criterion: Option<&CriterionId>) -> String {
    criterion.map_or_else(|| what.to_owned(), |id| format!("{what} {id}"))
}

/// What a case came to, while it is compared with what it expects.
pub struct Outcome<'a> {
    /// The case.
    pub raw: &'a RawAwardCase,
    /// Where it stands.
    pub at: &'a At<'a>,
    /// Places that came out.
    pub ranking: &'a Ranking,
    /// Awards.
    pub shortlists: &'a [Shortlist],
}

impl Outcome<'_> {
    /// Compares everything.
    pub fn hold(&self) -> Vec<Finding> {
        let expect = &self.raw.expect;
        let mut found = Vec::new();
        for (id, wanted) in &expect.places {
            let came = self.row(id).and_then(|row| row.place);
            if came != usize::try_from(*wanted).ok() {
                let (vi, en) = came.map_or_else(
                    || ("không có hạng".to_owned(), "has no place".to_owned()),
                    |place| (format!("xếp hạng {place}"), format!("takes place {place}")),
                );
                let message = self.says(&text!("“{id}” {vi}, ví dụ ghi {wanted}", "“{id}” {en}, the case says {wanted}"));
                found.push(self.fails(message, &["expect", "places", id], &self.placed(id)));
            }
        }
        let set = |is: &dyn Fn(&Row) -> bool| self.rows().filter(|row| is(row)).map(|row| row.unit.as_str()).collect::<BTreeSet<_>>();
        let lists = [
            ("tied", &expect.tied, set(&|row| row.tied), Words { vi: "đồng hạng", en: "tied" }),
            ("unplaced", &expect.unplaced, set(&|row| row.place.is_none()), Words { vi: "không có hạng", en: "without a place" }),
        ];
        for (key, wanted, came, words) in lists {
            let Some(wanted) = wanted else { continue };
            let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
            if wanted != came {
                let differ: Vec<Text> = wanted.symmetric_difference(&came).take(EXPLAINED).flat_map(|id| self.placed(id)).collect();
                found.push(self.fails(self.lists(words, &came, &wanted), &["expect", key], &differ));
            }
        }
        for (id, wanted) in &expect.grades {
            let came = self.row(id).and_then(|row| row.grade.as_deref());
            if came != Some(wanted) {
                let (vi, en) = (came.unwrap_or("không có"), came.unwrap_or("none"));
                let message = self
                    .says(&text!("“{id}” xếp loại “{vi}”, ví dụ ghi “{wanted}”", "“{id}” has the grade “{en}”, the case says “{wanted}”"));
                found.push(self.fails(message, &["expect", "grades", id], &self.placed(id)));
            }
        }
        for (id, wanted) in &expect.awards {
            if let Some(list) = self.shortlists.iter().find(|list| list.award.id.as_str() == id) {
                found.extend(self.award(id, list, wanted));
            }
        }
        found
    }

    /// Compares one award.
    fn award(&self, id: &str, list: &Shortlist, wanted: &RawAwardExpect) -> Vec<Finding> {
        let mut found = Vec::new();
        let none = Vec::new();
        let edge = wanted.tied_at_edge.as_ref().or_else(|| wanted.chosen.as_ref().map(|_| &none));
        let lists = [
            ("chosen", wanted.chosen.as_ref(), &list.chosen, Words { vi: "đề nghị", en: "proposed" }),
            (
                "tied_at_edge",
                edge,
                &list.tied_at_edge,
                Words { vi: "bằng nhau ở vị trí cuối của chỉ tiêu", en: "equal at the edge of the quota" },
            ),
        ];
        for (key, wanted, came, words) in lists {
            let Some(wanted) = wanted else { continue };
            let mut wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
            let mut came: Vec<&str> = came.iter().map(UnitId::as_str).collect();
            if key == "tied_at_edge" {
                // Equals have no order.
                wanted.sort_unstable();
                came.sort_unstable();
            }
            if wanted != came {
                let differ = wanted.iter().filter(|id| !came.contains(id)).chain(came.iter().filter(|id| !wanted.contains(id)));
                let reasons: Vec<Text> = differ.take(EXPLAINED).flat_map(|unit| reasons(list, unit)).collect();
                let (vi, en) = (words.vi, words.en);
                let words = Text::new(format!("“{id}” {vi}"), format!("“{id}”, {en}"));
                found.push(self.fails(self.lists(words, &came, &wanted), &["expect", "awards", id, key], &reasons));
            }
        }
        for (unit, wanted) in &wanted.missed {
            let Some(considered) = list.considered.iter().find(|one| one.unit.as_str() == unit) else { continue };
            let came = self.against(list, considered);
            let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
            let came: BTreeSet<&str> = came.iter().map(String::as_str).collect();
            if wanted != came {
                let words = text!("“{id}” không đề nghị “{unit}” vì", "“{id}” does not propose “{unit}” because of");
                let message = if came.is_empty() {
                    let listed = wanted.iter().copied().collect::<Vec<_>>().join(", ");
                    self.says(&text!(
                        "“{id}” đề nghị “{unit}”, ví dụ ghi không đề nghị vì [{listed}]",
                        "“{id}” proposes “{unit}”, the case says that it does not, because of [{listed}]"
                    ))
                } else {
                    self.lists(words, &came, &wanted)
                };
                found.push(self.fails(message, &["expect", "awards", id, "missed", unit], &reasons(list, unit)));
            }
        }
        found
    }

    /// Lists what stands against a unit that is not chosen.
    fn against(&self, list: &Shortlist, considered: &Considered) -> Vec<String> {
        if considered.chosen {
            return Vec::new();
        }
        let missed = considered.conditions.iter().filter(|one| !one.met);
        let mut against: Vec<String> = missed.map(|one| worded(one.what, one.criterion.as_ref())).collect();
        let row = self.row(considered.unit.as_str());
        let others = [
            list.award.excluded.iter().any(|(unit, _)| *unit == considered.unit),
            row.is_some_and(|row| row.provisional && row.place.is_some()) && !list.award.provisional_allowed,
            row.is_some_and(|row| row.status == Status::Unranked),
            row.is_some_and(|row| row.status == Status::NotSubmitted),
            considered.eligible && !list.tied_at_edge.contains(&considered.unit),
            considered.eligible && list.tied_at_edge.contains(&considered.unit),
        ];
        against.extend(OTHERS.iter().zip(others).filter(|(_, is)| *is).map(|(word, _)| (*word).to_owned()));
        against
    }

    /// Lists the rows of all groups.
    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.ranking.groups.iter().flat_map(|group| &group.rows)
    }

    /// Finds the row of a unit.
    fn row(&self, id: &str) -> Option<&Row> {
        self.rows().find(|row| row.unit.as_str() == id)
    }

    /// Says what stands behind the place of a unit: its index and its tie.
    fn placed(&self, id: &str) -> Vec<Text> {
        let found = self.ranking.groups.iter().find_map(|group| Some((group, group.rows.iter().find(|row| row.unit.as_str() == id)?)));
        let Some((group, row)) = found else { return Vec::new() };
        let rounding = group.group.rounding;
        let index = row.index.as_ref().map(|index| {
            let (vi, en) = (rounding.vietnamese(index), rounding.machine(index));
            text!("“{id}” có chỉ số {vi}%.", "“{id}” has an index of {en}%.")
        });
        index.into_iter().chain(row.ties.iter().cloned()).collect()
    }

    /// Puts the sentence of the case before what came of it.
    fn says(&self, came: &Text) -> Text {
        let (text, vi, en) = (&self.raw.text, &came.vi, &came.en);
        Text::new(format!("“{text}”: {vi}"), format!("“{text}”: {en}"))
    }

    /// Says which units came out, and which the case says.
    fn lists<'n>(
        &self,
        words: impl Into<Text>,
        came: impl IntoIterator<Item = &'n &'n str>,
        wanted: impl IntoIterator<Item = &'n &'n str>,
    ) -> Text {
        let Text { vi, en } = words.into();
        let listed = |ids: Vec<&str>| ids.join(", ");
        let (came, wanted) = (listed(came.into_iter().copied().collect()), listed(wanted.into_iter().copied().collect()));
        self.says(&text!("{vi} [{came}], ví dụ ghi [{wanted}]", "{en} [{came}], the case says [{wanted}]"))
    }

    /// Makes the finding, with the reasons that the run gives.
    fn fails(&self, message: Text, below: &[&str], reasons: &[Text]) -> Finding {
        let finding = Finding::new(&AWARD_CASE_FAILS, message).at(self.at.value(below));
        if reasons.is_empty() {
            return finding;
        }
        let (Words { vi: cure_vi, en: cure_en }, Text { vi, en }) = (AWARD_CASE_FAILS.cure, Text::join(reasons, " "));
        finding.help(text!("{cure_vi} Chương trình xét: {vi}", "{cure_en} What was found: {en}"))
    }
}

/// Gives the reasons of a unit, each with its id.
fn reasons(list: &Shortlist, unit: &str) -> Vec<Text> {
    let considered = list.considered.iter().find(|one| one.unit.as_str() == unit);
    let each = considered.map(|considered| Text::join(&considered.reasons, " "));
    each.map(|Text { vi, en }| Text::new(format!("“{unit}”: {vi}"), format!("“{unit}”: {en}"))).into_iter().collect()
}
