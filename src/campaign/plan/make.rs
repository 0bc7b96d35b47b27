//! The plan of what `campaign.yaml` says: values of their own types, whose laws are checked elsewhere.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::awards;
use super::super::raw::{
    RawAgency, RawAppraisalRound, RawCampaign, RawCertainty, RawEffect, RawForm, RawGroup, RawLate, RawPublished, RawSignatory, RawTotal,
    RawUnit,
};
use super::super::ties;
use super::Plan;
use crate::assessment::{
    Agencies, Agency, Campaign, Deadlines, DeclaredRound, Excused, Late, Published, Receipt, Reports, Round, Rounds, Signatory, Unit,
};
use crate::certainty::Assumptions;
use crate::criteria::{CriteriaSet, Period};
use crate::figure::{AgencyId, CriterionId, GroupId, InputId, SetId, UnitId};
use crate::intake::Role;
use crate::intake::foreign::Pin;
use crate::points::Rounding;
use crate::ranking::{Band, Group};
use crate::results::Total;
use crate::roster::Roster;
use crate::workbook::{column_of, position};
use crate::yaml::{Amount, Day, Number};

/// Draws where the campaign says nothing of them.
const DRAWS: u32 = 1000;

/// Makes the plan of its YAML. Laws are checked elsewhere.
pub fn make(raw: &RawCampaign, sets: BTreeMap<SetId, CriteriaSet>) -> Plan {
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
pub fn period(raw: &RawCampaign) -> Period {
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
