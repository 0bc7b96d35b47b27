//! `campaign.yaml`, checked: whoever holds a [`Plan`] may rely on every id in it and on every set being there.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::awards;
use super::earlier_folder::{EarlierFolder, EarlierOf};
use super::laws::Laws;
use super::raw::{
    RawAgency, RawAppraisalRound, RawCampaign, RawCertainty, RawEffect, RawForm, RawGroup, RawLate, RawPublished, RawSignatory, RawTotal,
    RawUnit,
};
use super::ties;
use crate::assessment::{
    Agencies, Agency, Campaign, Deadlines, DeclaredRound, Excused, Late, Published, Receipt, Receipts, Reports, Round, Rounds, Signatory,
    Unit,
};
use crate::award::AwardRule;
use crate::certainty::Assumptions;
use crate::criteria;
use crate::criteria::{CriteriaSet, Criterion, Period};
use crate::figure::{self, AgencyId, CriterionId, GroupId, InputId, InputKind, SetId, UnitId};
use crate::finding::campaign::MIXED_TOTAL;
use crate::finding::criteria::UNUSED_INPUT;
use crate::finding::{Checked, Finding, Place, Severity};
use crate::intake::Role;
use crate::intake::foreign::Pin;
use crate::points::Rounding;
use crate::ranking::{Band, Group};
use crate::results::Total;
use crate::roster::Roster;
use crate::workbook::{column_of, position};
use crate::yaml::{self, Amount, Day, Document, Number};

/// Name of the file that makes a folder a campaign.
pub const FILE: &str = "campaign.yaml";

/// Draws where the campaign says nothing of them.
const DRAWS: u32 = 1000;

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

/// Makes the plan of its YAML. Laws are checked elsewhere.
fn make(raw: &RawCampaign, sets: BTreeMap<SetId, CriteriaSet>) -> Plan {
    let campaign = Campaign {
        id: raw.id.clone(),
        title: raw.title.clone(),
        authority: raw.authority.clone(),
        office: raw.office.clone(),
        place: raw.place.clone(),
        signatory: raw.signatory.as_ref().map(signatory),
        year: raw.year,
        period: period(raw),
        deadline: raw.deadline.as_ref().map(|day| day.0),
        late: raw.late.as_ref().map(late),
        notice: raw.notice.clone(),
        official: raw.official.0,
        rounds: Rounds::new(raw.rounds.iter().filter_map(declared).collect()),
        agencies: Agencies::new(raw.agencies.iter().map(agency).collect()),
        reports: Reports {
            threshold: raw.reports.threshold.as_ref().map(|number| number.0.clone()),
            published: raw.reports.published.iter().map(|layout| published(*layout)).collect(),
            data: raw.reports.data,
            council: raw.council.clone(),
            basis: raw.basis.clone(),
            recipients: raw.recipients.clone(),
        },
    };
    let rounding = |group: &RawGroup| sets.get(&SetId::new(group.set.as_str())).map_or_else(Rounding::default, |set| set.rounding);
    let units: Vec<Unit> = raw.units.iter().map(|unit| make_unit(unit, raw, &sets)).collect();
    let groups: Vec<Group> = raw.groups.iter().map(|group| make_group(group, raw, rounding(group))).collect();
    Plan {
        // Of two with one id, which the laws refuse, the first one stands.
        unit_at: units.iter().enumerate().rev().map(|(at, unit)| (unit.id.clone(), at)).collect(),
        group_at: groups.iter().enumerate().rev().map(|(at, group)| (group.id.clone(), at)).collect(),
        campaign,
        groups,
        roster: Roster::new(&units, raw.office.as_deref().into_iter().chain(raw.authority.as_deref())),
        units,
        totals: raw.totals.iter().map(total).collect(),
        awards: awards::make(raw),
        certainty: raw.certainty.as_ref().map(|certainty| assumptions(certainty, raw.year)),
        flags: raw.flags.iter().map(|flag| flag.id.clone()).collect(),
        flagged: raw
            .units
            .iter()
            .filter(|unit| !unit.flags.is_empty())
            .map(|unit| (UnitId::new(unit.id.as_str()), unit.flags.clone()))
            .collect(),
        earlier: Vec::new(),
        predecessors: raw.units.iter().filter_map(predecessors).collect(),
        criteria_map: raw.criteria_map.iter().map(|(old, new)| (CriterionId::new(old.as_str()), CriterionId::new(new.as_str()))).collect(),
        received: raw.units.iter().filter_map(received).collect(),
        submissions: raw.submissions.iter().map(|(unit, file)| (UnitId::new(unit.as_str()), file.clone())).collect(),
        severities: raw.severities.iter().map(|line| (line.finding.clone(), line.severity.into())).collect(),
        form: raw.form.as_ref().map(pin).unwrap_or_default(),
        group_forms: raw.groups.iter().filter_map(|group| Some((GroupId::new(group.id.as_str()), pin(group.form.as_ref()?)))).collect(),
        sets,
    }
}

/// Gives the days of the campaign: as written, or the whole year.
fn period(raw: &RawCampaign) -> Period {
    match &raw.period {
        Some(days) => Period { from: Some(days.from.0), to: Some(days.to.0) },
        None => Period { from: Date::new(raw.year, 1, 1).ok(), to: Date::new(raw.year, 12, 31).ok() },
    }
}

/// Makes what is pinned of a form.
fn pin(raw: &RawForm) -> Pin {
    let columns = &raw.columns;
    let pinned = [
        (Role::Number, &columns.number),
        (Role::Name, &columns.name),
        (Role::Content, &columns.content),
        (Role::Max, &columns.max),
        (Role::Figures, &columns.figures),
        (Role::Rate, &columns.rate),
        (Role::Claim, &columns.claimed),
        (Role::Evidence, &columns.evidence),
        (Role::Explanation, &columns.explanation),
        (Role::Remark, &columns.remark),
    ];
    let columns = pinned.into_iter().filter_map(|(role, letters)| Some((role, column_of(letters.as_deref()?)?)));
    Pin {
        sheet: raw.sheet.clone(),
        header: raw.header_row.map(|row| row.saturating_sub(1)),
        columns: columns.collect(),
        unit: raw.unit_cell.as_deref().and_then(position),
        no_figures: raw.no_figures.iter().map(|id| CriterionId::new(id.as_str())).collect(),
    }
}

/// Makes a group.
fn make_group(raw: &RawGroup, campaign: &RawCampaign, rounding: Rounding) -> Group {
    let grades = raw.grades.bands(&campaign.grades).iter();
    Group {
        id: GroupId::new(raw.id.as_str()),
        name: raw.name.clone(),
        set: SetId::new(raw.set.as_str()),
        grades: grades.map(|grade| Band { name: grade.name.clone(), from: grade.from.0.clone() }).collect(),
        tie_breaks: raw.tie_breaks.iter().filter_map(ties::make).collect(),
        rounding: Rounding { decimals: raw.decimals.unwrap_or(rounding.decimals), ..rounding },
    }
}

/// Makes a round; one whose number is none, which the schema refuses, is left out.
fn declared(raw: &RawAppraisalRound) -> Option<DeclaredRound> {
    let day = |day: &Option<Day>| day.as_ref().map(|day| day.0);
    Some(DeclaredRound {
        round: Round::new(raw.id)?,
        name: raw.name.clone(),
        from: day(&raw.from),
        to: day(&raw.to),
        locked: raw.locked.is_some(),
    })
}

/// Makes an agency.
fn agency(raw: &RawAgency) -> Agency {
    let criteria = raw.criteria.iter().map(|id| CriterionId::new(id.as_str())).collect();
    Agency { id: AgencyId::new(raw.id.as_str()), name: raw.name.clone(), criteria }
}

/// Makes whoever signs.
fn signatory(raw: &RawSignatory) -> Signatory {
    Signatory { title: raw.title.clone(), name: raw.name.clone() }
}

/// Makes a unit, with everything that it is excused from by the set of its group.
fn make_unit(raw: &RawUnit, campaign: &RawCampaign, sets: &BTreeMap<SetId, CriteriaSet>) -> Unit {
    let group = campaign.groups.iter().find(|group| group.id == raw.group);
    let set = group.and_then(|group| sets.get(&SetId::new(group.set.as_str())));
    let exempt = || campaign.not_applicable.iter().filter(|one| one.units.contains(&raw.id) || one.groups.contains(&raw.group));
    let reasons = || exempt().flat_map(|one| one.criteria.iter().map(|id| (CriterionId::new(id.as_str()), one.reason.clone())));
    let own = || raw.not_applicable.iter().map(|id| CriterionId::new(id.as_str()));
    let named = || own().chain(reasons().map(|(id, _)| id));
    Unit {
        id: UnitId::new(raw.id.as_str()),
        name: raw.name.clone(),
        aliases: raw.aliases.clone(),
        authority: raw.authority.clone(),
        place: raw.place.clone(),
        signatory: raw.signatory.as_ref().map(signatory),
        group: GroupId::new(raw.group.as_str()),
        ranked: raw.ranked,
        not_applicable: set.map(|set| Excused::below(set, named()).because(reasons())).unwrap_or_default(),
        deadlines: deadlines(raw, campaign, set),
    }
}

/// Gives the last days of a unit: the latest of everything that puts them off.
fn deadlines(raw: &RawUnit, campaign: &RawCampaign, set: Option<&CriteriaSet>) -> Deadlines {
    let own = raw.deadline.as_ref().or(campaign.deadline.as_ref()).map(|day| day.0);
    let mut deadlines = Deadlines { form: own, ..Deadlines::default() };
    for extension in campaign.extensions.iter().filter(|one| one.units.is_empty() || one.units.contains(&raw.id)) {
        let until = extension.deadline.0;
        if extension.criteria.is_empty() {
            deadlines.form = deadlines.form.max(Some(until));
            continue;
        }
        let named = extension.criteria.iter().map(|id| CriterionId::new(id.as_str()));
        let below = set.map(|set| Excused::below(set, named)).unwrap_or_default();
        for id in below.all() {
            let last = deadlines.criteria.entry(id.clone()).or_insert(until);
            *last = until.max(*last);
        }
    }
    deadlines
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

/// Gives what a unit was before, where the campaign says so.
fn predecessors(raw: &RawUnit) -> Option<(UnitId, Vec<UnitId>)> {
    let named: Vec<UnitId> = raw.predecessors.iter().map(|id| UnitId::new(id.as_str())).collect();
    (!named.is_empty()).then(|| (UnitId::new(raw.id.as_str()), named))
}

/// Gives the day on which a unit's form came, where the campaign says so.
fn received(raw: &RawUnit) -> Option<(UnitId, Receipt)> {
    let day = raw.received.as_ref()?.0;
    Some((UnitId::new(raw.id.as_str()), Receipt { form: Some(day), ..Receipt::default() }))
}

/// Makes the layout of a published table.
const fn published(raw: RawPublished) -> Published {
    match raw {
        RawPublished::Scores => Published::Scores,
        RawPublished::Places => Published::Places,
        RawPublished::Grades => Published::Grades,
    }
}

/// Makes the rule for lateness; what the laws refuse costs nothing.
fn late(raw: &RawLate) -> Late {
    match (raw.effect, &raw.each_day) {
        (RawEffect::None, _) => Late::Nothing,
        (RawEffect::Points, Some(each_day)) => Late::Costs { each_day: each_day.0.clone(), cap: raw.cap.as_ref().map(|cap| cap.0.clone()) },
        (RawEffect::Flag | RawEffect::Points, _) => Late::Flagged,
    }
}

/// Makes what may vary; what the laws refuse is drawn as if it were not written.
fn assumptions(raw: &RawCertainty, year: i16) -> Assumptions {
    let share = match &raw.weights {
        Amount::Share(share) => share.in_units(3).and_then(|share| share.try_into().ok()),
        Amount::Points(_) => None,
    };
    let whole = |number: &Option<Number>| number.as_ref().and_then(|number| number.0.in_units(0));
    Assumptions {
        weights: share.unwrap_or_default(),
        fixed: raw.fixed.iter().map(|id| CriterionId::new(id.as_str())).collect(),
        draws: whole(&raw.draws).and_then(|draws| draws.try_into().ok()).unwrap_or(DRAWS),
        seed: whole(&raw.seed).and_then(|seed| seed.try_into().ok()).unwrap_or(year.unsigned_abs().into()),
    }
}

/// Makes a line of the overview.
fn total(raw: &RawTotal) -> Total {
    Total {
        label: raw.label.clone(),
        measure: raw.measure.clone(),
        of: InputId::new(raw.of.as_str()),
        to: raw.to.as_ref().map(|id| InputId::new(id.as_str())),
        criteria: raw.criteria.iter().map(|id| CriterionId::new(id.as_str())).collect(),
    }
}
