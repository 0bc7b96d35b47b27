//! What `campaign.yaml` must obey beyond the shape of its fields, each with the place where it doesn't.

mod agencies;
mod awards;
mod certainty;
mod conditions;
mod earlier;
mod exemptions;
mod grades;
mod late;
mod limits;
mod rounds;
mod ties;
mod totals;

use std::collections::{BTreeMap, BTreeSet};

use super::raw::{RawCampaign, RawGroup, RawUnit};
use super::suggestion::did_you_mean;
use crate::assessment::Agencies;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, SetId, date_vi};
use crate::finding::campaign::{
    DAY_BEFORE_PERIOD, DAYS, EMPTY_GROUP, GROUP_LEAF_ROUNDING, GROUP_PRINT_ROUNDING, ID_NO_FILE_NAME, IDS_DIFFER_BY_CASE, INDEX_BOUND,
    NOTHING_TO_SCORE, REPEATED_ID, REPEATED_NAME, REPEATED_UNIT_NAME, SET_NOT_VALID, UNKNOWN_CRITERION, UNKNOWN_FINDING, UNKNOWN_GROUP,
    UNKNOWN_UNIT,
};
use crate::finding::{Code, Finding, catalogue};
use crate::points::{Points, RoundAt};
use crate::roster;
use crate::text;
use crate::text::{Text, refused};
use crate::yaml::Document;

pub use late::years_after;

/// Campaign being checked.
#[derive(Debug)]
pub struct Laws<'a> {
    document: &'a Document<RawCampaign>,
    raw: &'a RawCampaign,
    sets: &'a BTreeMap<SetId, CriteriaSet>,
    findings: Vec<Finding>,
}

impl<'a> Laws<'a> {
    /// Begins with nothing found.
    pub fn new(document: &'a Document<RawCampaign>, sets: &'a BTreeMap<SetId, CriteriaSet>) -> Self {
        Self { document, raw: &document.value, sets, findings: Vec::new() }
    }

    /// Checks the campaign by every law.
    pub fn all(mut self, agencies: &Agencies) -> Vec<Finding> {
        let raw = self.raw;
        self.days();
        self.rounds();
        self.official();
        self.late();
        self.earlier();
        self.exemptions();
        self.certainty();
        if let Some(threshold) = &raw.reports.threshold {
            let sets: Vec<&CriteriaSet> = self.sets.values().collect();
            self.bound(&["reports", "threshold"], &threshold.0, &sets);
        }
        if raw.groups.is_empty() || raw.units.is_empty() {
            let message = text!("cần có ít nhất một khối và một đơn vị", "at least one group and one unit are needed");
            let list = if raw.groups.is_empty() { "groups" } else { "units" };
            self.fault(&[list], &NOTHING_TO_SCORE, message);
        }
        self.file_names();
        self.unique("groups", raw.groups.iter().map(|group| group.id.as_str()));
        self.unique("units", raw.units.iter().map(|unit| unit.id.as_str()));
        self.unique("awards", raw.awards.iter().map(|award| award.id.as_str()));
        self.scales();
        self.agencies(agencies);
        for (n, group) in raw.groups.iter().enumerate() {
            self.group(&n.to_string(), group);
        }
        for (n, unit) in raw.units.iter().enumerate() {
            self.unit(&n.to_string(), unit);
        }
        for (c, criterion) in raw.form.iter().flat_map(|form| &form.no_figures).enumerate() {
            let id = CriterionId::new(criterion.as_str());
            let set = self.sets.values().find(|set| set.find(&id).is_some()).or_else(|| self.sets.values().next());
            self.criterion(&["form", "no_figures", &c.to_string()], criterion, set);
        }
        self.names();
        self.totals();
        self.flags();
        for (n, award) in raw.awards.iter().enumerate() {
            self.award(n, award);
        }
        self.severities();
        self.submissions();
        self.findings
    }

    /// Ids that become names of files and folders: of the campaign, its agencies and its sets.
    fn file_names(&mut self) {
        let raw = self.raw;
        self.file_name(&["id"], &raw.id);
        for (n, agency) in raw.agencies.iter().enumerate() {
            self.file_name(&["agencies", &n.to_string(), "id"], &agency.id);
        }
        for (n, group) in raw.groups.iter().enumerate() {
            self.file_name(&["groups", &n.to_string(), "set"], &group.set);
        }
    }

    /// An id that becomes the name of a file or of a folder.
    fn file_name(&mut self, path: &[&str], id: &str) {
        if let Some(Text { vi, en }) = refused(id) {
            let message = text!("“{id}” không dùng làm tên tệp, thư mục được: {vi}", "“{id}” can't be the name of a file or folder: {en}");
            self.fault(path, &ID_NO_FILE_NAME, message);
        }
    }

    /// Files of units: of units that exist.
    fn submissions(&mut self) {
        let raw = self.raw;
        for unit in raw.submissions.keys().filter(|unit| !raw.units.iter().any(|other| other.id == **unit)) {
            let message = text!("không có đơn vị “{unit}”", "there is no unit “{unit}”");
            let there = raw.units.iter().map(|unit| unit.id.as_str());
            self.unknown(&["submissions", unit], &UNKNOWN_UNIT, message, unit, there);
        }
    }

    /// Severities: of codes that exist, each once.
    fn severities(&mut self) {
        let lines = &self.raw.severities;
        let codes: Vec<&str> = catalogue().map(|code| code.id).collect();
        for (n, line) in lines.iter().enumerate() {
            let (n_words, id) = (n.to_string(), &line.finding);
            let path = ["severities", n_words.as_str(), "finding"];
            if !codes.contains(&id.as_str()) {
                let message = text!("không có mã kết quả kiểm tra “{id}”", "there is no finding “{id}”");
                self.unknown(&path, &UNKNOWN_FINDING, message, id, codes.iter().copied());
            } else if lines.iter().take(n).any(|other| &other.finding == id) {
                self.fault(&path, &REPEATED_NAME, text!("“{id}” được nêu hai lần", "“{id}” is named twice"));
            }
        }
    }

    /// Adds a finding at a path.
    fn fault(&mut self, path: &[&str], code: &'static Code, message: Text) {
        self.findings.push(Finding::new(code, message).at(self.document.place(path)));
    }

    /// Adds a finding about a name that is not among those that exist.
    fn unknown<'n>(&mut self, path: &[&str], code: &'static Code, message: Text, name: &str, there: impl IntoIterator<Item = &'n str>) {
        let finding = did_you_mean(Finding::new(code, message), name, there);
        self.findings.push(finding.at(self.document.place(path)));
    }

    /// Days: the period the right way round and touching the year, the deadline not before it begins.
    fn days(&mut self) {
        let year = self.raw.year;
        if let Some(period) = &self.raw.period {
            let (from, to) = (period.from.0, period.to.0);
            let (from_vi, to_vi) = (date_vi(from), date_vi(to));
            if from > to {
                let message = text!("ngày đầu {from_vi} sau ngày cuối {to_vi}", "the first day {from} is after the last day {to}");
                self.fault(&["period", "from"], &DAYS, message);
            } else if from.year() > year || to.year() < year {
                let message = text!(
                    "kỳ đánh giá {from_vi}–{to_vi} không có ngày nào thuộc năm {year}",
                    "the period {from} to {to} has no day of the year {year}"
                );
                self.fault(&["period", "from"], &DAYS, message);
            }
        }
        if let Some(deadline) = &self.raw.deadline {
            let deadline = deadline.0;
            let from = self.raw.period.as_ref().map(|period| period.from.0);
            if from.map_or(deadline.year() < year, |from| deadline < from) {
                let deadline_vi = date_vi(deadline);
                let message =
                    text!("hạn gửi {deadline_vi} trước khi kỳ đánh giá bắt đầu", "the deadline {deadline} is before the period begins");
                self.fault(&["deadline"], &DAYS, message);
            }
        }
    }

    /// Ids of one list, each once.
    fn unique<'n>(&mut self, list: &str, ids: impl Iterator<Item = &'n str>) {
        let mut seen = BTreeMap::new();
        for (n, id) in ids.enumerate() {
            let place = self.document.place(&[list, &n.to_string(), "id"]);
            if let Some(line) = seen.get(id).copied().flatten() {
                let line: usize = line;
                let message = text!("mã “{id}” đã dùng ở dòng {line}", "the id “{id}” is already used on line {line}");
                self.findings.push(Finding::new(&REPEATED_ID, message).at(place));
            } else {
                seen.insert(id, place.line);
            }
        }
    }

    /// A group: its grades, its tie-breaks, its set against the year.
    fn group(&mut self, n: &str, group: &RawGroup) {
        let id = &group.id;
        self.grades_of(n, group);
        let set = self.sets.get(&SetId::new(group.set.as_str()));
        for (c, criterion) in group.form.iter().flat_map(|form| &form.no_figures).enumerate() {
            self.criterion(&["groups", n, "form", "no_figures", &c.to_string()], criterion, set);
        }
        self.tie_breaks(n, group, set);
        if let (Some(set), Some(decimals)) = (set, group.decimals) {
            self.decimals(n, group, set, decimals);
        }
        let first_day = jiff::civil::Date::new(self.raw.year, 1, 1).ok();
        let last_day = jiff::civil::Date::new(self.raw.year, 12, 31).ok();
        if let (Some(set), Some(first), Some(last)) = (set, first_day, last_day) {
            let outside = set.valid.from.is_some_and(|from| from > last) || set.valid.to.is_some_and(|to| to < first);
            if outside {
                let (name, year) = (&group.set, self.raw.year);
                let Text { vi, en } = set.valid.words();
                let message = text!(
                    "bộ tiêu chí “{name}” có hiệu lực {vi}, không có ngày nào trong năm {year}",
                    "the set “{name}” is in force {en}, on no day of {year}"
                );
                self.fault(&["groups", n, "set"], &SET_NOT_VALID, message);
            }
        }
        if let Some(set) = set {
            self.old_days(n, set);
        }
        if !self.raw.units.is_empty() && !self.raw.units.iter().any(|unit| &unit.group == id) {
            self.fault(&["groups", n, "id"], &EMPTY_GROUP, text!("khối “{id}” không có đơn vị nào", "group “{id}” has no units"));
        }
    }

    /// Days of a set's rules: none before the days that are scored.
    fn old_days(&mut self, n: &str, set: &CriteriaSet) {
        let first = self.raw.period.as_ref().map(|period| period.from.0).or_else(|| jiff::civil::Date::new(self.raw.year, 1, 1).ok());
        let Some(first) = first else { return };
        for (criterion, leaf) in set.leaves() {
            let Some(day) = leaf.rule.days().into_iter().chain(leaf.deadline).filter(|day| *day < first).min() else { continue };
            let (id, name) = (&criterion.id, &set.id);
            let (day_vi, first_vi) = (date_vi(day), date_vi(first));
            let message = text!(
                "tiêu chí “{id}” của bộ “{name}” có hạn {day_vi}, trước khi kỳ đánh giá bắt đầu ({first_vi})",
                "criterion “{id}” of the set “{name}” has the deadline {day}, before the period begins ({first})"
            );
            let finding = Finding::new(&DAY_BEFORE_PERIOD, message).on(id);
            self.findings.push(finding.at(self.document.place(&["groups", n, "set"])));
        }
    }

    /// Decimals of a group: enough for every maximum of its set.
    fn decimals(&mut self, n: &str, group: &RawGroup, set: &CriteriaSet, decimals: u8) {
        let more = |max: &Points| max.decimals().is_none_or(|has| has > decimals);
        let finer: Vec<&Criterion> = set.leaves().map(|(criterion, _)| criterion).filter(|criterion| more(&criterion.max)).collect();
        // What the set's own decimals are too few for is told of the set.
        let Some(first) = finer.first().filter(|_| decimals < set.rounding.decimals) else { return };
        let (id, leaf, number, max_vi, max) = (&group.id, &first.id, finer.len(), first.max.plain_vi(), &first.max);
        let path = ["groups", n, "decimals"];
        match set.rounding.at {
            RoundAt::Leaf => {
                let message = text!(
                    "khối “{id}” làm tròn đến {decimals} chữ số thập phân, ít hơn điểm tối đa {max_vi} của tiêu chí “{leaf}” (tất cả {number} tiêu chí)",
                    "group “{id}” rounds to {decimals} decimals, fewer than the maximum {max} of “{leaf}” has ({number} criteria in all)"
                );
                self.fault(&path, &GROUP_LEAF_ROUNDING, message);
            }
            RoundAt::Print => {
                let message = text!(
                    "khối “{id}” in {decimals} chữ số thập phân, ít hơn điểm tối đa {max_vi} của tiêu chí “{leaf}” (tất cả {number} tiêu chí)",
                    "group “{id}” prints {decimals} decimals, fewer than the maximum {max} of “{leaf}” has ({number} criteria in all)"
                );
                self.fault(&path, &GROUP_PRINT_ROUNDING, message);
            }
        }
    }

    /// A unit: its id as a file name, its group, what it is excused from.
    fn unit(&mut self, n: &str, unit: &RawUnit) {
        let (id, group) = (&unit.id, &unit.group);
        if !is_file_name(id) {
            let (why_vi, why_en) = refused(id).map(|Text { vi, en }| (format!(": {vi}"), format!(": {en}"))).unwrap_or_default();
            let message =
                text!("mã đơn vị “{id}” không dùng làm tên tệp được{why_vi}", "the unit id “{id}” can't be the name of a file{why_en}");
            self.fault(&["units", n, "id"], &ID_NO_FILE_NAME, message);
        }
        let raw = self.raw;
        if !raw.groups.iter().any(|other| &other.id == group) {
            let message = text!(
                "đơn vị “{id}” thuộc khối “{group}” không có trong groups",
                "unit “{id}” is in group “{group}”, which is not under groups"
            );
            self.unknown(&["units", n, "group"], &UNKNOWN_GROUP, message, group, raw.groups.iter().map(|group| group.id.as_str()));
        }
        let set = raw.groups.iter().find(|other| &other.id == group).and_then(|group| self.sets.get(&SetId::new(group.set.as_str())));
        for (c, criterion) in unit.not_applicable.iter().enumerate() {
            self.criterion(&["units", n, "not_applicable", &c.to_string()], criterion, set);
        }
    }

    /// Units that Windows, or a reader, can't tell apart.
    fn names(&mut self) {
        let (mut ids, mut names) = (BTreeMap::new(), BTreeMap::new());
        for (n, unit) in self.raw.units.iter().enumerate() {
            let n = n.to_string();
            let id = &unit.id;
            match ids.insert(id.to_lowercase(), id) {
                Some(other) if other != id => {
                    let message = text!(
                        "mã “{id}” và “{other}” chỉ khác nhau chữ hoa, chữ thường",
                        "the ids “{id}” and “{other}” differ only by capitals"
                    );
                    self.fault(&["units", &n, "id"], &IDS_DIFFER_BY_CASE, message);
                }
                _ => {}
            }
            let own: BTreeSet<&String> = std::iter::once(&unit.name).chain(&unit.aliases).collect();
            for name in own {
                if let Some(other) = names.insert(roster::in_one_spelling(name), id).filter(|other| *other != id) {
                    let message = text!("“{id}” và “{other}” cùng tên “{name}”", "“{id}” and “{other}” are both named “{name}”");
                    self.fault(&["units", &n, "name"], &REPEATED_UNIT_NAME, message);
                }
            }
        }
    }

    /// A criterion that a set must have.
    fn criterion(&mut self, path: &[&str], id: &str, set: Option<&CriteriaSet>) {
        let Some(set) = set else { return };
        if set.find(&CriterionId::new(id)).is_none() {
            let name = &set.id;
            let message = text!("bộ tiêu chí “{name}” không có tiêu chí “{id}”", "the set “{name}” has no criterion “{id}”");
            let there: Vec<&str> = set.walk().into_iter().map(|(_, criterion)| criterion.id.as_str()).collect();
            self.unknown(path, &UNKNOWN_CRITERION, message, id, there);
        }
    }

    /// Names of one list, each once.
    fn once(&mut self, path: &[&str], names: &[String]) {
        let mut seen = BTreeSet::new();
        for (n, name) in names.iter().enumerate() {
            if !seen.insert(name) {
                let n = n.to_string();
                let path: Vec<&str> = path.iter().copied().chain([n.as_str()]).collect();
                self.fault(&path, &REPEATED_NAME, text!("“{name}” được nêu hai lần", "“{name}” is named twice"));
            }
        }
    }

    /// Gives the set that scores a group.
    fn set_of_group(&self, group: &RawGroup) -> Option<&'a CriteriaSet> {
        self.sets.get(&SetId::new(group.set.as_str()))
    }

    /// A bound of an index, of units that these sets score.
    fn bound(&mut self, path: &[&str], bound: &Points, sets: &[&CriteriaSet]) {
        let (vi, en) = (bound.plain_vi(), bound.plain());
        if sets.iter().any(|set| set.may_pass_100) {
            if bound.is_negative() {
                self.fault(path, &INDEX_BOUND, text!("ngưỡng chỉ số {vi} dưới 0", "the bound {en} is under 0"));
            }
        } else if bound.is_negative() || *bound > Points::hundred() {
            self.fault(path, &INDEX_BOUND, text!("ngưỡng chỉ số {vi} ngoài khoảng 0–100", "the bound {en} is outside 0–100"));
        }
    }
}

/// Tells whether an id can name a file everywhere.
fn is_file_name(id: &str) -> bool {
    (1..=60).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        && id.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
        && refused(id).is_none()
}
