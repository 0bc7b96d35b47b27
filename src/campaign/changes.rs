//! Changes to be tried out: a file that says what of the sets, the official stage and the awards is to be otherwise.
//!
//! A change is made in the text of `set.yaml` and `campaign.yaml`, which are then read as ever: by the same laws, with
//! the same words for what breaks them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use validator::Validate;

use super::plan::{Plan, SetFile, read};
use super::raw::{RawCondition, RawStage};
use super::suggestion::did_you_mean;
use crate::assessment::Unit;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, SetId};
use crate::finding::campaign::UNKNOWN_CHANGE;
use crate::finding::{Checked, Finding, Place, Severity};
use crate::rule::RawRule;
use crate::text;
use crate::text::Words;
use crate::yaml::{self, Amount, Document, Number};

/// Những thay đổi muốn thử. / Changes to be tried out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawChanges {
    /// Thay đổi trong các bộ tiêu chí, theo mã bộ. / Changes of sets, by their ids.
    #[serde(default)]
    pub sets: BTreeMap<String, RawSetChanges>,
    /// Bước chấm được coi là điểm chính thức. / Stage whose points are official.
    #[expect(dead_code, reason = "the shape is compared with it; the value goes into the file as it is written")]
    pub official: Option<RawStage>,
    /// Thay đổi trong các khen thưởng, theo mã. / Changes of awards, by their ids.
    #[serde(default)]
    pub awards: BTreeMap<String, RawAwardChanges>,
}

/// Thay đổi trong một bộ tiêu chí. / Changes of a set.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSetChanges {
    /// Tổng điểm tối đa mới. / New maximum of the whole tree.
    #[expect(dead_code, reason = "the shape is compared with it; the value goes into the file as it is written")]
    pub total: Option<Number>,
    /// Thay đổi của các tiêu chí, theo mã đặt trong nháy. / Changes of criteria, by their ids, quoted.
    #[serde(default)]
    pub criteria: BTreeMap<String, RawCriterionChanges>,
}

/// Thay đổi của một tiêu chí. / Changes of a criterion.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCriterionChanges {
    /// Điểm tối đa mới. / New maximum.
    #[expect(dead_code, reason = "the shape is compared with it; the value goes into the file as it is written")]
    pub max: Option<Number>,
    /// Hệ số mới. / New weight.
    #[expect(dead_code, reason = "the shape is compared with it; the value goes into the file as it is written")]
    pub weight: Option<Number>,
    /// Cách tính điểm mới. / New rule.
    #[expect(dead_code, reason = "the shape is compared with it; the value goes into the file as it is written")]
    pub rule: Option<RawRule>,
    /// Bỏ tiêu chí và các tiêu chí bên dưới khỏi điểm tối đa của mọi đơn vị. / Whether it leaves the maximum of every unit, with what is below it.
    pub excluded: Option<bool>,
}

/// Thay đổi của một khen thưởng. / Changes of an award.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAwardChanges {
    /// Chỉ tiêu mới: số lượng, hoặc tỷ lệ như 20%. / New quota: a number, or a share such as 20%.
    #[expect(dead_code, reason = "the shape is compared with it; the value goes into the file as it is written")]
    pub quota: Option<Amount>,
    /// Điều kiện mới, thay cho mọi điều kiện cũ. / New conditions, in place of all old ones.
    #[expect(dead_code, reason = "the shape is compared with it; the value goes into the file as it is written")]
    pub conditions: Option<Vec<RawCondition>>,
}

/// One change: where it stands, and what it makes of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Set that it is of; `None` for changes of the campaign.
    pub set: Option<SetId>,
    /// Award that it is of.
    pub award: Option<String>,
    /// Criterion that it is of.
    pub criterion: Option<CriterionId>,
    /// Key that it changes: `max`, `rule`, `excluded`, `quota`.
    pub key: String,
    /// What it was, as the file said; `None` where nothing stood there.
    pub from: Option<String>,
    /// What it becomes.
    pub to: Option<String>,
    /// Where the change file says so.
    pub place: Place,
}

/// The campaign with the changes, and each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The campaign as changed.
    pub plan: Plan,
    /// The changes, in the order of ids.
    pub changes: Vec<Change>,
}

/// Values to be put into a file: where, and as YAML.
type Puts = Vec<(Vec<String>, String)>;

/// Gives the JSON Schema of a change file, with descriptions in both languages.
pub fn changes_schema() -> serde_json::Value {
    yaml::schema::<RawChanges>("changes", Words { vi: "Thay đổi muốn thử (what-if)", en: "Changes to be tried out (what-if)" })
}

/// Reads a campaign as a change file would have it. `plan` is the campaign as it is, with what was `known` to be wrong with it, and
/// `campaign` its file's bytes.
///
/// There is nothing where a change is not understood or breaks a law; findings then stand in the change file.
pub fn changed(
    (bytes, file): (&[u8], &str),
    (plan, known): (&Plan, &[Finding]),
    campaign: &[u8],
    find: &mut dyn FnMut(&str) -> Result<SetFile, Box<Finding>>,
) -> Checked<Option<Changed>> {
    let mut findings = Vec::new();
    let text = yaml::decode(bytes, file).collect(&mut findings);
    let document = text.and_then(|text| yaml::read::<RawChanges>(&text, file).collect(&mut findings));
    let campaign = yaml::bare(&String::from_utf8_lossy(campaign), super::plan::FILE);
    let broken = |findings: &[Finding]| findings.iter().any(|finding| finding.severity == Severity::Error);
    let (Some(document), Some(campaign)) = (document, campaign) else {
        return Checked { value: None, findings };
    };
    let edits = Edits { document: &document, plan, campaign: &campaign };
    findings.extend(edits.unknown());
    if broken(&findings) {
        return Checked { value: None, findings };
    }
    let mut changes = Vec::new();
    let text = campaign.rewritten(&edits.of_campaign(&mut changes));
    let mut find = |name: &str| {
        let found = find(name)?;
        let Some(text) = yaml::decode(&found.bytes, &found.file).value else { return Ok(found) };
        let set = yaml::bare(&text, &found.file).filter(|_| document.value.sets.contains_key(name));
        let Some(set) = set else { return Ok(found) };
        let puts = edits.of_set(name, &set, &mut changes);
        Ok(SetFile { bytes: set.rewritten(&puts).into_bytes(), file: found.file })
    };
    let Checked { value, findings: said } = read(text.as_bytes(), &mut find);
    let is_new = |finding: &Finding| !known.iter().any(|one| one.code == finding.code && one.message == finding.message);
    let told =
        said.into_iter().filter(|finding| finding.severity == Severity::Error || finding.severity == Severity::Warning && is_new(finding));
    let tried = yaml::bare(&text, super::plan::FILE);
    findings.extend(told.map(|finding| edits.placed(finding, tried.as_ref())));
    let value = value.filter(|_| !broken(&findings)).map(|mut changed| {
        for (id, set) in &mut changed.sets {
            // Forms belong to the set as it is: whoever asks for its version is told that one.
            if let Some(was) = plan.sets.get(id) {
                (set.sha256, set.yaml) = (was.sha256.clone(), was.yaml.clone());
            }
        }
        changes.retain(|change| change.from != change.to);
        Changed { plan: changed, changes }
    });
    yaml::sort(&mut findings);
    Checked { value, findings }
}

/// Makes the changes of a file in the files of a campaign.
struct Edits<'c> {
    document: &'c Document<RawChanges>,
    plan: &'c Plan,
    campaign: &'c Document<()>,
}

impl Edits<'_> {
    /// Tells of sets, criteria and awards that are not there.
    fn unknown(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let tell = |findings: &mut Vec<Finding>, path: &[&str], message: text::Text, name: &str, there: Vec<&str>| {
            let finding = Finding::new(&UNKNOWN_CHANGE, message).at(self.document.key(path));
            findings.push(did_you_mean(finding, name, there));
        };
        for (id, changes) in &self.document.value.sets {
            let Some(set) = self.plan.sets.get(&SetId::new(id.as_str())) else {
                let message = text!("Đợt đánh giá không dùng bộ tiêu chí “{id}”.", "The campaign does not use the set “{id}”.");
                tell(&mut findings, &["sets", id], message, id, self.plan.sets.keys().map(SetId::as_str).collect());
                continue;
            };
            for criterion in changes.criteria.keys().filter(|one| set.find(&CriterionId::new(one.as_str())).is_none()) {
                let message =
                    text!("Bộ tiêu chí “{id}” không có tiêu chí “{criterion}”.", "The set “{id}” has no criterion “{criterion}”.");
                let there = set.walk().into_iter().map(|(_, one)| one.id.as_str()).collect();
                tell(&mut findings, &["sets", id, "criteria", criterion], message, criterion, there);
            }
            for (criterion, _) in changes.criteria.iter().filter(|(_, change)| change.excluded == Some(false)) {
                findings.extend(self.is_excused(id, criterion));
            }
        }
        for id in self.document.value.awards.keys().filter(|id| self.plan.awards.iter().all(|award| award.id.as_str() != id.as_str())) {
            let message = text!("Đợt đánh giá không có hình thức khen thưởng “{id}”.", "The campaign has no award “{id}”.");
            tell(&mut findings, &["awards", id], message, id, self.plan.awards.iter().map(|award| award.id.as_str()).collect());
        }
        findings
    }

    /// Tells where a criterion that is to be taken in again is excused by the campaign, which no change takes back.
    fn is_excused(&self, set: &str, criterion: &str) -> Option<Finding> {
        let (id, changed) = (SetId::new(set), CriterionId::new(criterion));
        let found = self.plan.sets.get(&id)?.find(&changed)?;
        let leaves = found.leaves_below();
        let of_set = |unit: &&Unit| self.plan.group(unit).is_some_and(|group| group.set == id);
        let excused = |unit: &&Unit| leaves.iter().any(|leaf| unit.not_applicable.contains(&leaf.id));
        let units = self.plan.units.iter().filter(of_set).filter(excused).count();
        let message = text!(
            "“excluded: false” không đưa tiêu chí “{criterion}” trở lại: khóa not_applicable của campaign.yaml miễn tiêu chí này cho {units} đơn vị. Muốn thử thì sửa ở đó.",
            "“excluded: false” does not take criterion “{criterion}” in again: not_applicable of campaign.yaml excuses units from it ({units}). To try it, edit it there."
        );
        let place = self.document.key(&["sets", set, "criteria", criterion, "excluded"]);
        (units > 0).then(|| Finding::new(&UNKNOWN_CHANGE, message).at(place))
    }

    /// Makes a change, and what puts it into the file.
    fn put(
        &self,
        (file, at): (&Document<()>, Vec<String>),
        said: &[&str],
        of: Change,
        changes: &mut Vec<Change>,
    ) -> Option<(Vec<String>, String)> {
        let value = self.document.line(said)?;
        let key = said.last().copied().unwrap_or_default().to_owned();
        changes.push(Change { key, from: file.line(&at), to: Some(value.clone()), place: self.document.key(said), ..of });
        Some((at, value))
    }

    /// Lists what is put into `campaign.yaml`.
    fn of_campaign(&self, changes: &mut Vec<Change>) -> Puts {
        let raw = &self.document.value;
        let own = || Change { set: None, award: None, criterion: None, key: String::new(), from: None, to: None, place: Place::default() };
        let mut puts: Puts = self.put((self.campaign, vec!["official".into()]), &["official"], own(), changes).into_iter().collect();
        for id in raw.awards.keys() {
            let at = (0..self.campaign.count(&["awards"])).map(|n| n.to_string());
            for n in at.filter(|n| self.campaign.text(&["awards", n, "id"]) == Some(id)) {
                for key in self.document.keys(&["awards", id]) {
                    let of = Change { award: Some(id.clone()), ..own() };
                    let at = ["awards", &n, &key].map(str::to_owned).to_vec();
                    puts.extend(self.put((self.campaign, at), &["awards", id, &key], of, changes));
                }
            }
        }
        puts.extend(self.excluded(changes));
        puts
    }

    /// Excuses every unit from what is excluded.
    fn excluded(&self, changes: &mut Vec<Change>) -> Option<(Vec<String>, String)> {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let at = |n: usize| ["not_applicable".to_owned(), n.to_string()];
        let mut items: Vec<String> = (0..self.campaign.count(&["not_applicable"])).filter_map(|n| self.campaign.line(&at(n))).collect();
        let there = items.len();
        for (id, set) in &self.document.value.sets {
            let criteria: Vec<&String> =
                set.criteria.iter().filter(|(_, change)| change.excluded == Some(true)).map(|(id, _)| id).collect();
            if criteria.is_empty() {
                continue;
            }
            for criterion in &criteria {
                changes.push(Change {
                    set: Some(SetId::new(id.as_str())),
                    award: None,
                    criterion: Some(CriterionId::new(criterion.as_str())),
                    key: "excluded".into(),
                    from: None,
                    to: Some("excluded".into()),
                    place: self.document.key(&["sets", id, "criteria", criterion, "excluded"]),
                });
            }
            let groups = self.plan.groups.iter().filter(|group| group.set.as_str() == id).map(|group| quoted(group.id.as_str()));
            let groups = groups.collect::<Vec<_>>().join(", ");
            let criteria = criteria.into_iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", ");
            items.push(format!("{{groups: [{groups}], criteria: [{criteria}], reason: \"what-if\"}}"));
        }
        (items.len() > there).then(|| (vec!["not_applicable".into()], format!("[{}]", items.join(", "))))
    }

    /// Lists what is put into a set.
    fn of_set(&self, id: &str, file: &Document<()>, changes: &mut Vec<Change>) -> Puts {
        let of = |criterion: Option<&str>| Change {
            set: Some(SetId::new(id)),
            award: None,
            criterion: criterion.map(CriterionId::new),
            key: String::new(),
            from: None,
            to: None,
            place: Place::default(),
        };
        let mut puts: Puts = self.put((file, vec!["total".into()]), &["sets", id, "total"], of(None), changes).into_iter().collect();
        for criterion in self.document.keys(&["sets", id, "criteria"]) {
            let Some(at) = path_of(file, &criterion) else { continue };
            for key in ["max", "weight", "rule"] {
                let at = at.iter().cloned().chain([key.to_owned()]).collect();
                puts.extend(self.put((file, at), &["sets", id, "criteria", &criterion, key], of(Some(&criterion)), changes));
            }
        }
        puts
    }

    /// Puts the finding of a law to the change that broke it. `tried` is the campaign with the changes.
    fn placed(&self, finding: Finding, tried: Option<&Document<()>>) -> Finding {
        let changed: Vec<(&String, &String)> =
            self.document.value.sets.iter().flat_map(|(set, changes)| changes.criteria.keys().map(move |id| (set, id))).collect();
        let named = finding.criterion.as_ref().and_then(|id| {
            let inside = |one: &&(&String, &String)| self.set(one.0).is_some_and(|set| is_below(set, id, one.1));
            changed.iter().find(|one| one.1 == id.as_str()).or_else(|| changed.iter().find(inside))
        });
        let place = match (named.or(changed.first()), finding.place.file.as_deref()) {
            (_, Some(super::plan::FILE)) if self.document.has(&["awards"]) || self.document.has(&["official"]) => {
                tried.and_then(|tried| self.in_campaign(&finding.place, tried)).unwrap_or_else(|| self.document.key(&["awards"]))
            }
            (Some((set, id)), _) => self.document.key(&["sets", set, "criteria", id]),
            (None, _) => Place::file(self.document.file()),
        };
        finding.at(place)
    }

    /// Finds the change of the campaign at or before a place of the campaign with the changes, which is written in one line.
    fn in_campaign(&self, place: &Place, tried: &Document<()>) -> Option<Place> {
        let column = |path: &[&str]| tried.key(path).column;
        let mut changes = vec![(column(&["official"]), vec!["official".to_owned()])];
        for n in (0..tried.count(&["awards"])).map(|n| n.to_string()) {
            let Some(id) = tried.text(&["awards", &n, "id"]).filter(|id| self.document.has(&["awards", id])) else {
                // What is found in an award that nothing changes is no fault of the change before it.
                changes.push((tried.place(&["awards", &n]).column, Vec::new()));
                continue;
            };
            changes.push((tried.place(&["awards", &n]).column, vec!["awards".into(), id.into()]));
            for key in self.document.keys(&["awards", id]) {
                let said = vec!["awards".to_owned(), id.to_owned(), key.clone()];
                changes.push((column(&["awards", &n, &key]), said.clone()));
                for item in (0..self.document.count(&said)).map(|item| item.to_string()) {
                    let at = tried.place(&["awards", &n, &key, &item]).column;
                    changes.push((at, said.iter().cloned().chain([item]).collect()));
                }
            }
        }
        let before = changes.into_iter().filter(|(at, said)| *at <= place.column && (said.is_empty() || self.document.has(said)));
        let (_, said) = before.max_by_key(|(at, _)| *at)?;
        (!said.is_empty()).then(|| self.document.key(&said))
    }

    /// Finds a set.
    fn set(&self, id: &str) -> Option<&CriteriaSet> {
        self.plan.sets.get(&SetId::new(id))
    }
}

/// Tells whether a criterion stands below another.
fn is_below(set: &CriteriaSet, above: &CriterionId, id: &str) -> bool {
    fn holds(criterion: &Criterion, id: &str) -> bool {
        criterion.children().iter().any(|child| child.id.as_str() == id || holds(child, id))
    }
    set.find(above).is_some_and(|criterion| holds(criterion, id))
}

/// Finds where a criterion or a line stands in the file of its set.
fn path_of(file: &Document<()>, id: &str) -> Option<Vec<String>> {
    fn below(file: &Document<()>, list: &[String], id: &str) -> Option<Vec<String>> {
        (0..file.count(list)).find_map(|n| {
            let at: Vec<String> = list.iter().cloned().chain([n.to_string()]).collect();
            let inside = |key: &str| at.iter().cloned().chain([key.to_owned()]).collect::<Vec<_>>();
            if file.text(&inside("id")) == Some(id) { Some(at.clone()) } else { below(file, &inside("criteria"), id) }
        })
    }
    ["criteria", "adjustments"].iter().find_map(|list| below(file, &[(*list).to_owned()], id))
}
