//! Filled forms checked by themselves or as forms of a campaign, and against one another.

mod opening;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};
use rayon::prelude::*;

use self::opening::{by_campaign, by_itself};
use super::WorkedOut;
use super::consequences::drop_consequences;
use super::content::is_without_score;
use super::plan::Plan;
use super::several_forms::{Settled, Version, add_list, drop_no_place, is_named, settle};
use super::submissions::{self, Read};
use crate::assessment::{Content, SelfAssessment, Unit};
use crate::criteria::{CriteriaSet, Period};
use crate::evidence::{self, Asked, Evidenced, Files, Party, named_by_several};
use crate::figure::{CriterionId, GroupId, SetId, UnitId};
use crate::finding::{self, Checked, Finding, Place};
use crate::form::Handed;
use crate::intake::foreign::{self, Lacking, Layout, Neighbour, Understood, blank_figures, lacking};
use crate::points::Rounding;
use crate::scoring::{self, Scorecard};
use crate::text::Text;
use crate::{text, yaml};

/// What came of a file.
#[derive(Debug)]
pub struct Checking<'p> {
    /// File, as it was named.
    pub file: String,
    /// What was read, where it could be.
    pub form: Option<Form<'p>>,
    /// What it is, where it is one of our workbooks, but no form.
    pub other: Option<OtherKind>,
    /// Everything found in it.
    pub findings: Vec<Finding>,
}

/// Workbook of ours that is no form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherKind {
    /// What the council fills in.
    Appraisal,
    /// What a unit explains.
    Explanation,
}

/// What was read from a form.
#[derive(Debug)]
pub struct Form<'p> {
    /// Answers, with the verdict on their evidence.
    pub evidenced: Evidenced,
    /// Scores of the stages that a form can reach by itself.
    pub card: Scorecard,
    /// Whose it is.
    pub unit: Cow<'p, Unit>,
    /// Set that it was read by.
    pub set: Cow<'p, CriteriaSet>,
    /// Rounding of points.
    pub rounding: Rounding,
    /// How a form of the province's own was understood.
    pub understood: Option<Understood>,
}

/// Campaign that forms are checked by, with what lies in a unit's folder of evidence.
#[derive(Clone, Copy)]
pub struct Within<'p, 'e> {
    /// What the campaign says.
    pub plan: &'p Plan,
    /// Lists the evidence of a unit; nothing where that can't be known.
    pub evidence: &'e (dyn Fn(&UnitId) -> Checked<Option<Files>> + Sync),
}

/// A file while it is checked.
pub struct Opened<'p> {
    file: String,
    findings: Vec<Finding>,
    form: Option<(Evidenced, Context<'p>)>,
    /// What the evidence of the form was found to lack.
    of_evidence: Vec<Finding>,
    /// What belongs to the form of a unit, where the file holds no form.
    list: Option<SelfAssessment>,
    /// A form of which no score is read.
    unread: Option<Unread<'p>>,
    other: Option<OtherKind>,
}

/// Form of which no score is read: it is compared with the others of its unit, and not scored.
struct Unread<'p> {
    assessment: SelfAssessment,
    unit: &'p Unit,
    saved: Option<DateTime>,
    title: String,
    handed: Handed,
}

/// What a file is that is no form to be scored.
#[derive(Default)]
struct Aside<'p> {
    other: Option<OtherKind>,
    list: Option<SelfAssessment>,
    unread: Option<Unread<'p>>,
}

/// Reads a file and compares its evidence with what is asked: by the campaign given, or by the set that the form carries.
pub fn open<'p>(bytes: &[u8], file: &str, within: Option<Within<'p, '_>>) -> Opened<'p> {
    let (mut findings, mut of_evidence, mut aside) = (Vec::new(), Vec::new(), Aside::default());
    let read = match within {
        Some(within) => by_campaign(bytes, file, within, &mut findings, &mut aside),
        None => by_itself(bytes, file, &mut findings),
    };
    let form = read.map(|(assessment, context)| (evidence::check(&context.asked(), assessment).collect(&mut of_evidence), context));
    let Aside { other, list, unread } = aside;
    Opened { file: file.to_owned(), findings: finding::bounded(findings), form, of_evidence, list, unread, other }
}

/// Joins what was sent beside a form to it, and says of every form what its evidence lacks.
fn join_lists(opened: &mut [Opened<'_>], within: Option<&Plan>) {
    let lists: Vec<SelfAssessment> = opened.iter_mut().filter_map(|one| one.list.take()).collect();
    for one in opened {
        let of_unit = |list: &&SelfAssessment| one.form.as_ref().is_some_and(|(_, context)| context.unit.id == list.unit);
        let own: Vec<SelfAssessment> = lists.iter().filter(of_unit).cloned().collect();
        if let (Some((evidenced, context)), Some(plan), false) = (one.form.as_mut(), within, own.is_empty()) {
            let mut form = evidenced.assessment.clone();
            for list in own {
                drop_no_place(&mut one.findings, &list);
                one.findings.extend(add_list(&mut form, list, &context.unit, &context.set, &plan.form(&context.unit).no_figures));
            }
            one.of_evidence.clear();
            *evidenced = evidence::check(&context.asked(), form).collect(&mut one.of_evidence);
        }
        one.findings.extend(finding::bounded(std::mem::take(&mut one.of_evidence)));
    }
}

impl Opened<'_> {
    /// Gives the headings of a form of the province's own.
    fn headings(&self) -> Option<Headings> {
        let (evidenced, context) = self.form.as_ref()?;
        let SelfAssessment { unit, set, .. } = &evidenced.assessment;
        let layout = Layout::of(context.understood.as_ref()?);
        Some(Headings { unit: unit.clone(), set: set.id.clone(), file: self.file.clone(), layout })
    }

    /// Tells whether it is a form of the province's own without any place for figures: only its neighbours tell whether it
    /// should have one.
    pub fn asks_no_figures(&self) -> bool {
        let understood = self.form.as_ref().and_then(|(_, context)| context.understood.as_ref());
        understood.is_some_and(|understood| !understood.asks_figures)
    }

    /// Gives the unit whose form it is, whether its scores are read or not.
    fn unit(&self) -> Option<&Unit> {
        let read = self.form.as_ref().map(|(_, context)| &*context.unit);
        read.or_else(|| self.unread.as_ref().map(|unread| unread.unit))
    }

    /// Gives what is compared with other files of its unit.
    fn version(&self) -> Option<Version<'_>> {
        let read =
            self.form.as_ref().map(|(evidenced, context)| (&evidenced.assessment, context.saved, context.title.as_str(), &context.handed));
        let unread = || self.unread.as_ref().map(|unread| (&unread.assessment, unread.saved, unread.title.as_str(), &unread.handed));
        read.or_else(unread).map(|(form, saved, title, handed)| Version { form, saved, title, handed })
    }

    /// Gives what it is, where it is a workbook of ours, but no form: only the whole campaign can judge it.
    pub const fn other(&self) -> Option<OtherKind> {
        self.other
    }
}

/// Gives everything that a campaign found in a file: what it says, compared with what units sent and other files say.
pub fn found_in(worked: &WorkedOut, file: &str) -> Vec<Finding> {
    worked.findings.iter().filter(|finding| finding.place.file.as_deref() == Some(file)).cloned().collect()
}

/// Compares files with one another (two forms of one unit, the same document of two units), then scores each.
///
/// `others` are the headings of forms that lie in the campaign and are not checked themselves.
pub fn finish<'p>(mut opened: Vec<Opened<'p>>, within: Option<&Plan>, others: &[Headings]) -> Vec<Checking<'p>> {
    join_lists(&mut opened, within);
    if let Some(plan) = within {
        blank_where_deleted(&mut opened, others, plan);
    }
    compare(&mut opened, within);
    propose(&mut opened);
    opened.into_par_iter().map(|one| score(one, within)).collect()
}

/// Headings of a form of the province's own that was sent in.
#[derive(Clone, Debug)]
pub struct Headings {
    unit: UnitId,
    set: SetId,
    file: String,
    layout: Layout,
}

impl Headings {
    /// Reads them from a file; nothing where it is no such form of the campaign.
    pub fn read(bytes: &[u8], file: &str, plan: &Plan) -> Option<Self> {
        let Some(Read::Form(form)) = submissions::of_bytes(bytes, file, plan).value else { return None };
        if is_without_score(&form.assessment) {
            return None;
        }
        let SelfAssessment { unit, set, .. } = form.assessment;
        Some(Self { unit, set: set.id, file: file.to_owned(), layout: Layout::of(form.understood.as_ref()?) })
    }

    /// Gives what is compared.
    const fn neighbour(&self) -> Neighbour<'_> {
        Neighbour { unit: &self.unit, set: &self.set, file: self.file.as_str(), layout: &self.layout }
    }
}

/// Takes the figures for blank of every form that lacks a place for them which its neighbours have, and says so.
fn blank_where_deleted(opened: &mut [Opened<'_>], others: &[Headings], plan: &Plan) {
    let own: Vec<Option<Headings>> = opened.iter().map(Opened::headings).collect();
    let all: Vec<Neighbour<'_>> = own.iter().flatten().chain(others).map(Headings::neighbour).collect();
    for (one, own) in opened.iter_mut().zip(&own) {
        let Some(Lacking { finding, blank }) = own.as_ref().and_then(|own| lacking(own.neighbour(), &all)) else { continue };
        if let Some((evidenced, context)) = one.form.as_mut().filter(|_| blank) {
            blank_figures(&mut evidenced.assessment.answers, &context.set, &plan.form(&context.unit).no_figures);
        }
        one.findings.push(finding);
    }
}

/// Says of every group which figures none of its forms has.
fn propose(opened: &mut [Opened<'_>]) {
    let mut groups: BTreeMap<GroupId, Vec<&mut Opened<'_>>> = BTreeMap::new();
    for one in opened {
        if let Some((_, context)) = one.form.as_ref().filter(|(_, context)| context.understood.is_some()) {
            groups.entry(context.unit.group.clone()).or_default().push(one);
        }
    }
    for forms in groups.into_values() {
        let understood: Vec<&Understood> = forms.iter().filter_map(|one| one.form.as_ref()?.1.understood.as_ref()).collect();
        let Some(finding) = foreign::propose(&understood) else { continue };
        for one in forms {
            let unit = one.form.as_ref().map(|(_, context)| context.unit.id.clone());
            one.findings.push(Finding { unit, ..finding.clone().at(Place::file(&one.file)) });
        }
    }
}

/// What a form is compared with, and what is known of it beside its answers.
struct Context<'p> {
    unit: Cow<'p, Unit>,
    set: Cow<'p, CriteriaSet>,
    rounding: Rounding,
    period: Period,
    deadline: Option<Date>,
    files: Option<Files>,
    understood: Option<Understood>,
    saved: Option<DateTime>,
    title: String,
    handed: Handed,
}

impl Context<'_> {
    /// Gives what evidence is checked by.
    fn asked(&self) -> Asked<'_> {
        Asked { set: &self.set, unit: &self.unit, period: self.period, deadline: self.deadline, files: self.files.as_ref() }
    }
}

/// Compares forms with one another. Of several of a unit those count that count in a run.
fn compare(opened: &mut [Opened<'_>], within: Option<&Plan>) {
    let mut order: Vec<&mut Opened<'_>> = opened.iter_mut().filter(|one| one.unit().is_some()).collect();
    order.sort_by_cached_key(|one| submissions::order(one.file.rsplit('/').next().unwrap_or_default()));
    let mut by_unit: BTreeMap<UnitId, Vec<&mut Opened<'_>>> = BTreeMap::new();
    for one in order {
        let Some(unit) = one.unit().map(|unit| unit.id.clone()) else { continue };
        by_unit.entry(unit).or_default().push(one);
    }
    let mut counting: BTreeMap<UnitId, &mut Opened<'_>> = BTreeMap::new();
    for (id, mut files) in by_unit {
        let which = if files.len() > 1 { settled(&mut files, within) } else { Some(0) };
        counting.extend(which.and_then(|n| files.into_iter().nth(n)).map(|one| (id, one)));
    }
    let parties = counting.values().filter_map(|one| {
        let (evidenced, context) = one.form.as_ref()?;
        Some(Party { unit: &context.unit, set: &context.set, files: context.files.as_ref(), evidenced })
    });
    for finding in named_by_several(&parties.collect::<Vec<_>>()) {
        let Some(one) = finding.unit.as_ref().and_then(|unit| counting.get_mut(unit)) else { continue };
        if let Some((evidenced, context)) = &mut one.form {
            evidenced.withhold(&context.set, &finding);
        }
        one.findings.push(finding);
    }
}

/// Says which of a unit's files count, each where it stands. Gives the first of them.
fn settled(files: &mut [&mut Opened<'_>], within: Option<&Plan>) -> Option<usize> {
    let versions: Vec<Version<'_>> = files.iter().filter_map(|one| one.version()).collect();
    let unit = files.first().and_then(|one| one.unit())?;
    // A file that is named alone may be another than the one that the campaign names.
    let there = |file: &&str| versions.iter().any(|version| is_named(&version.form.file, file));
    let pinned = within.and_then(|plan| plan.pinned(&unit.id)).filter(there);
    let Settled { counting, findings } = settle(&versions, unit, pinned, within.map(|plan| plan.campaign.year));
    for finding in findings {
        let place = files.iter_mut().find(|one| Some(&one.file) == finding.place.file.as_ref());
        if let Some(one) = place {
            one.findings.push(finding);
        }
    }
    without_rows_of_others(files, &counting);
    counting.first().copied()
}

/// Drops what says that a file lacks rows which another one of the same form has.
fn without_rows_of_others(files: &mut [&mut Opened<'_>], counting: &[usize]) {
    if counting.len() < 2 {
        return;
    }
    let forms = counting.iter().filter_map(|n| files.get(*n)?.form.as_ref());
    let there: BTreeSet<CriterionId> = forms.flat_map(|(evidenced, _)| evidenced.assessment.answers.keys().cloned()).collect();
    for n in counting {
        if let Some(one) = files.get_mut(*n) {
            one.findings.retain(|finding| {
                !(submissions::says_row_missing(finding) && finding.criterion.as_ref().is_some_and(|id| there.contains(id)))
            });
        }
    }
}

/// Scores what a form alone can tell, and puts what was found in order.
fn score<'p>(one: Opened<'p>, within: Option<&Plan>) -> Checking<'p> {
    let Opened { file, mut findings, form, other, .. } = one;
    let form = form.map(|(evidenced, context)| {
        let Context { unit, set, rounding, understood, .. } = context;
        let card = scoring::score_alone(&set, rounding, &unit, &evidenced).collect(&mut findings);
        Form { evidenced, card, unit, set, rounding, understood }
    });
    if let Some(plan) = within {
        drop_consequences(&mut findings);
        plan.judge(&mut findings);
    }
    yaml::sort(&mut findings);
    finding::relate(&mut findings);
    Checking { file, form, other, findings }
}

/// Says in a few words what was read: whose form it is, and whether anything is in it.
pub fn said_of(checking: &Checking<'_>) -> Text {
    let Some(form) = &checking.form else {
        return match checking.other {
            Some(OtherKind::Appraisal) => Text::new("phiếu thẩm định", "appraisal workbook"),
            Some(OtherKind::Explanation) => Text::new("phiếu giải trình", "explanation"),
            None => Text::new("không đọc được", "not read"),
        };
    };
    let name = &form.unit.name;
    match form.evidenced.assessment.content() {
        Content::Blank => text!("{name} (biểu chưa điền)", "{name} (not filled in)"),
        Content::Unread => text!("{name} (đã gửi, chưa đọc được)", "{name} (sent, not readable yet)"),
        Content::Read => Text::same(name.as_str()),
    }
}
