//! `campaign.yaml`, checked: whoever holds a [`Plan`] may rely on every id in it and on every set being there.

mod make;

use std::collections::{BTreeMap, BTreeSet};

use self::make::{make, period};
use super::earlier_folder::{EarlierFolder, EarlierOf};
use super::laws::Laws;
use super::raw::{RawCampaign, RawTotal};
use crate::assessment::{Campaign, Receipts, Round, Unit, office_of};
use crate::award::AwardRule;
use crate::certainty::Assumptions;
use crate::criteria;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{self, CriterionId, GroupId, InputId, InputKind, SetId, UnitId};
use crate::finding::campaign::MIXED_TOTAL;
use crate::finding::criteria::UNUSED_INPUT;
use crate::finding::{Checked, Finding, Place, Severity};
use crate::intake::foreign::Pin;
use crate::ranking::Group;
use crate::results::Total;
use crate::roster::Roster;
use crate::yaml::{self, Document};

/// Name of the file that makes a folder a campaign.
pub const FILE: &str = "campaign.yaml";

/// What is scored, by what, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What all units share.
    pub campaign: Campaign,
    /// Groups, in the order of the file.
    pub groups: Vec<Group>,
    /// Units, in the order of the file.
    pub units: Vec<Unit>,
    /// The units by the names that people call them.
    pub roster: Roster,
    /// Sets of the groups.
    pub sets: BTreeMap<SetId, CriteriaSet>,
    /// Figures of the overview.
    pub totals: Vec<Total>,
    /// Awards, in the order in which they are decided.
    pub awards: Vec<AwardRule>,
    /// What may vary where it is asked how sure the order is; `None` where nobody asks.
    pub certainty: Option<Assumptions>,
    /// Flags that units may have, by their ids.
    pub flags: Vec<String>,
    /// Flags of units that have any.
    pub flagged: BTreeMap<UnitId, Vec<String>>,
    /// Folders of earlier results.
    pub earlier: Vec<EarlierFolder>,
    /// What units were before, where that is not themselves.
    pub predecessors: BTreeMap<UnitId, Vec<UnitId>>,
    /// Where criteria went, by the ids that they had.
    pub criteria_map: BTreeMap<CriterionId, CriterionId>,
    /// Days on which forms came, as far as the campaign's file says.
    pub received: Receipts,
    /// File that counts for a unit, of several that it sent.
    pub submissions: BTreeMap<UnitId, String>,
    /// Severities of finding codes that the campaign sets.
    pub severities: BTreeMap<String, Severity>,
    /// How the province's own form is read.
    pub form: Pin,
    /// How that of a group is read, where it differs.
    pub group_forms: BTreeMap<GroupId, Pin>,
    /// Where each unit stands in the list; the first one of an id.
    unit_at: BTreeMap<UnitId, usize>,
    /// Where each group stands in the list.
    group_at: BTreeMap<GroupId, usize>,
}

/// Set's file as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFile {
    /// Path relative to the campaign folder, with `/` between parts: `../../criteria/mau/set.yaml`.
    pub file: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Whoever finds the set of a name, or says in a finding without a place why there is none.
type FindSet<'f> = &'f mut dyn FnMut(&str) -> Result<SetFile, Box<Finding>>;

impl Plan {
    /// Finds a unit by its id.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.get(*self.unit_at.get(id)?)
    }

    /// Gives the unit that runs the campaign itself, where one of them does: by the office's name, with the place that the authority
    /// says or without.
    pub fn itself(&self) -> Option<&Unit> {
        let named = self.campaign.office.as_ref()?;
        let short = office_of(&self.campaign)?;
        self.roster.unit_of(named.lines().last()?).or_else(|| self.roster.unit_of(&short))
    }

    /// Gives the file that the campaign names for a unit.
    pub fn pinned(&self, unit: &UnitId) -> Option<&str> {
        self.submissions.get(unit).map(String::as_str)
    }

    /// Gives findings the severity that the campaign sets for their code.
    pub fn judge(&self, findings: &mut [Finding]) {
        for finding in findings {
            if let Some(severity) = self.severities.get(finding.code.id) {
                finding.severity = *severity;
            }
        }
    }

    /// Finds the group of a unit.
    pub fn group(&self, unit: &Unit) -> Option<&Group> {
        self.groups.get(*self.group_at.get(&unit.group)?)
    }

    /// Names an award so that it is told from every other.
    pub fn award_called(&self, award: &AwardRule) -> String {
        let group = |id: &GroupId| {
            self.group_at.get(id).and_then(|at| self.groups.get(*at)).map_or_else(|| id.to_string(), |group| group.name.clone())
        };
        award.called(&self.awards, &group)
    }

    /// Lists everything that is pinned of the province's own forms: of the campaign, then of groups.
    pub fn forms(&self) -> impl Iterator<Item = &Pin> {
        std::iter::once(&self.form).chain(self.group_forms.values())
    }

    /// Gives what is pinned of the province's own form for a unit.
    pub fn form(&self, unit: &Unit) -> &Pin {
        self.group_forms.get(&unit.group).unwrap_or(&self.form)
    }

    /// Finds the set that scores a unit.
    pub fn set(&self, unit: &Unit) -> Option<&CriteriaSet> {
        self.sets.get(&self.group(unit)?.set)
    }
}

/// Reads `campaign.yaml` and the sets that it names. There is no plan where an error was found.
pub fn read(bytes: &[u8], find: FindSet<'_>) -> Checked<Option<Plan>> {
    let mut findings = Vec::new();
    let text = yaml::decode(bytes, FILE).collect(&mut findings);
    let mut named: Vec<(String, Place)> = Vec::new();
    let sets_of = |bare: &Document<()>| {
        let at = |n: usize| ["groups".to_owned(), n.to_string(), "set".to_owned()];
        named.extend((0..bare.count(&["groups"])).filter_map(|n| Some((bare.text(&at(n))?.to_owned(), bare.place(&at(n))))));
        Vec::new()
    };
    let document = text.as_ref().and_then(|text| yaml::read_with::<RawCampaign>(text, FILE, sets_of).collect(&mut findings));
    let stand_ins = text.filter(|_| document.is_none()).and_then(|text| yaml::with_stand_ins::<RawCampaign>(&text, FILE));
    if let Some((documents, places)) = stand_ins {
        findings.extend(said_of_both(&documents, &places, find));
    }
    if document.as_ref().is_none_or(Document::is_torn) {
        // What is wrong with the sets is told beside what is wrong with the campaign.
        let mut said = Vec::new();
        read_named(&named, find, &[], &mut said);
        findings.extend(said.into_iter().filter(|finding| finding.severity == Severity::Error));
    }
    let plan = document.filter(|document| !document.is_torn()).map(|document| {
        let days = period(&document.value);
        let sets = read_sets(&document, find, &mut findings);
        let sets = sets.into_iter().map(|(id, set)| (id, set.within(days))).collect();
        let mut plan = make(&document.value, sets);
        plan.earlier = earlier(&document);
        findings.extend(Laws::new(&document, &plan.sets).all(&plan.campaign.agencies));
        drop_mixed_totals(&mut plan, &document, &findings);
        plan
    });
    let broken = findings.iter().any(|finding| finding.severity == Severity::Error && finding.code != &MIXED_TOTAL);
    Checked { value: plan.filter(|_| !broken), findings }
}

/// Gives what the laws say of a file with faults of shape, whatever stands for what can't be read.
fn said_of_both(documents: &[Document<RawCampaign>; 2], places: &[Place], find: FindSet<'_>) -> Vec<Finding> {
    let [one, other] = documents.each_ref().map(|document| {
        // What is wrong with the sets is told by itself.
        let sets = read_sets(document, find, &mut Vec::new());
        let days = period(&document.value);
        let sets = sets.into_iter().map(|(id, set)| (id, set.within(days))).collect();
        let plan = make(&document.value, sets);
        Laws::new(document, &plan.sets).all(&plan.campaign.agencies)
    });
    one.into_iter().filter(|finding| other.contains(finding) && !places.contains(&finding.place)).collect()
}

/// Leaves out the figures of the overview that would add unlike things: they cost their own line, and no unit its result.
fn drop_mixed_totals(plan: &mut Plan, document: &Document<RawCampaign>, findings: &[Finding]) {
    let told = |n: usize| {
        let places = ["of", "to"].map(|key| document.place(&["totals", &n.to_string(), key]));
        findings.iter().any(|finding| finding.code == &MIXED_TOTAL && places.contains(&finding.place))
    };
    let mut n = 0..;
    plan.totals.retain(|_| n.next().is_some_and(|n| !told(n)));
}

/// Reads the sets that groups name, each once.
fn read_sets(document: &Document<RawCampaign>, find: FindSet<'_>, findings: &mut Vec<Finding>) -> BTreeMap<SetId, CriteriaSet> {
    let place = |n: usize| document.place(&["groups", &n.to_string(), "set"]);
    let named: Vec<(String, Place)> = document.value.groups.iter().enumerate().map(|(n, group)| (group.set.clone(), place(n))).collect();
    read_named(&named, find, &document.value.totals, findings)
}

/// Reads sets by their names, each once; with the place where each is named.
fn read_named(
    named: &[(String, Place)],
    find: FindSet<'_>,
    totals: &[RawTotal],
    findings: &mut Vec<Finding>,
) -> BTreeMap<SetId, CriteriaSet> {
    let mut read = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (name, place) in named.iter().filter(|(name, _)| seen.insert(name.as_str())) {
        let found = match find(name) {
            Ok(found) => found,
            Err(finding) => {
                findings.push((*finding).at(place.clone()));
                continue;
            }
        };
        let Checked { value, findings: said } = criteria::read_bytes(&found.bytes, &found.file);
        let told = |finding: &Finding| !value.as_ref().is_some_and(|set| is_for_totals(finding, set, totals));
        findings.extend(said.into_iter().filter(told));
        let Some(set) = value else { continue };
        read.insert(SetId::new(name.as_str()), set);
    }
    read
}

/// Tells whether a finding is that of a figure which no rule reads and which the campaign adds up: it is there for that.
fn is_for_totals(finding: &Finding, set: &CriteriaSet, totals: &[RawTotal]) -> bool {
    let Some(criterion) = &finding.criterion else { return false };
    let of_criterion = |total: &&RawTotal| total.criteria.is_empty() || total.criteria.iter().any(|id| id == criterion.as_str());
    let added = |id: &InputId| {
        let mut totals = totals.iter().filter(of_criterion);
        totals.any(|total| total.of == id.as_str() || total.to.as_deref() == Some(id.as_str()))
    };
    let leaf = set.find(criterion).and_then(Criterion::leaf);
    finding.code == &UNUSED_INPUT
        && leaf.is_some_and(|leaf| {
            let asks = leaf.rule.faces().asks();
            let read = |input: &figure::Input| input.kind == InputKind::Text || asks.iter().any(|ask| ask.input == input.id);
            leaf.inputs.iter().all(|input| added(&input.id) || read(input))
        })
}

/// Lists the folders of earlier results, each with the place that names it.
fn earlier(document: &Document<RawCampaign>) -> Vec<EarlierFolder> {
    let raw = &document.value;
    let locked = raw.rounds.iter().enumerate().filter_map(|(n, round)| {
        let place = document.place(&["rounds", &n.to_string(), "locked"]);
        Some(EarlierFolder { folder: round.locked.clone()?, of: EarlierOf::Locked(Round::new(round.id)?), place })
    });
    let years = raw.previous.list().iter().enumerate().map(|(n, folder)| {
        let place = if raw.previous.is_list() { document.place(&["previous", &n.to_string()]) } else { document.place(&["previous"]) };
        EarlierFolder { folder: folder.clone(), of: EarlierOf::Year, place }
    });
    locked.chain(years).collect()
}
