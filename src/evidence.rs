//! Is each claim backed? The documents that a unit names, compared with what the set asks and what lies in its folder.

mod across_units;
mod backed;
mod day;
mod document;
mod file;
mod kind;
mod number;
mod repeated;

use std::collections::BTreeMap;

use crate::assessment::{Answer, Evidence, EvidenceField, SelfAssessment, Unit};
use crate::criteria::{CriteriaSet, Period};
use crate::figure::{CriterionId, InputId};
use crate::finding::{Checked, Code, Finding, MOST_AT_CRITERION, Place, bounded, not_listed};
use crate::points::Points;

pub use across_units::{Party, named_by_several};
pub use document::{Authority, Kind, Number, issuer_kind, named_kind, nearest_type};

/// Self-assessment with the verdict on its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidenced {
    /// As it was read: nothing in it is changed.
    pub assessment: SelfAssessment,
    /// Findings that withhold points, by leaf.
    pub withheld: BTreeMap<CriterionId, Vec<Withheld>>,
}

impl Evidenced {
    /// Withholds what a set says for a finding on one of its leaves, once for each code.
    pub fn withhold(&mut self, set: &CriteriaSet, finding: &Finding) {
        if let Some(criterion) = &finding.criterion {
            withhold(set, criterion, finding.code, &mut self.withheld);
        }
    }
}

/// Share of a leaf's accepted points that a finding withholds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The finding's code.
    pub code: &'static Code,
    /// Share withheld, from 0 to 1; shares of one leaf add, up to 1.
    pub share: Points,
}

/// What lies in a unit's evidence folder, by path below it with `/` between parts, as the caller found it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Files(pub BTreeMap<String, FileFacts>);

/// What is known of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Size in bytes.
    pub size: u64,
    /// First bytes, at most 512, by which its kind is told.
    pub head: Vec<u8>,
    /// Whether it is a link that leads out of the folder.
    pub outside: bool,
    /// SHA-256 of the whole file, where the caller read it through: by it the same file is known under any name.
    pub sha256: Option<String>,
}

/// What evidence is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What each leaf asks, and which findings withhold points.
    pub set: &'a CriteriaSet,
    /// Whose evidence.
    pub unit: &'a Unit,
    /// Days that documents have to fall into.
    pub period: Period,
    /// Last day for sending forms in.
    pub deadline: Option<jiff::civil::Date>,
    /// What lies in the unit's folder; `None` where nobody looked, as when a form is checked alone.
    pub files: Option<&'a Files>,
}

/// Checks the evidence of one unit's self-assessment, leaf by leaf.
pub fn check(asked: &Asked<'_>, assessment: SelfAssessment) -> Checked<Evidenced> {
    let excused = &asked.unit.not_applicable;
    let mut findings = Vec::new();
    let index = asked.files.map(file::Index::new);
    let mut withheld: BTreeMap<CriterionId, Vec<Withheld>> = BTreeMap::new();
    for (criterion, leaf) in asked.set.leaves().filter(|(criterion, _)| !excused.contains(&criterion.id)) {
        let Some(answer) = assessment.answers.get(&criterion.id) else { continue };
        let mut leaf_findings = LeafFindings {
            asked,
            file: answer.file.as_deref().unwrap_or(&assessment.file),
            ours: assessment.is_ours(),
            criterion: &criterion.id,
            files: index.as_ref(),
            sent: &assessment,
            findings: Vec::new(),
            counts: BTreeMap::new(),
        };
        backed::check(asked, criterion, leaf, answer, &mut leaf_findings);
        for evidence in &answer.evidence {
            number::check(evidence, &mut leaf_findings);
            day::check(leaf, evidence, &mut leaf_findings);
            file::check(asked, evidence, &mut leaf_findings);
        }
        day::in_time(leaf, answer, &mut leaf_findings);
        day::declared(leaf, answer, &mut leaf_findings);
        repeated::within(answer, &mut leaf_findings);
        for finding in &leaf_findings.findings {
            withhold(asked.set, &criterion.id, finding.code, &mut withheld);
        }
        leaf_findings.rest();
        findings.append(&mut leaf_findings.findings);
    }
    findings.extend(repeated::across_criteria(asked, &assessment));
    findings.extend(repeated::two_names(asked, index.as_ref(), &assessment));
    Checked { value: Evidenced { assessment, withheld }, findings: bounded(findings) }
}

/// Withholds at a leaf what the set says for a finding, once for each code.
fn withhold(set: &CriteriaSet, id: &CriterionId, code: &'static Code, withheld: &mut BTreeMap<CriterionId, Vec<Withheld>>) {
    let Some(share) = set.withhold.get(code.id) else { return };
    let listed = withheld.entry(id.clone()).or_default();
    if !listed.iter().any(|one| one.code == code) {
        listed.push(Withheld { code, share: share.clone() });
    }
}

/// Where the findings of one leaf are gathered, each with its place.
struct LeafFindings<'a> {
    asked: &'a Asked<'a>,
    file: &'a str,
    /// Whether the form is one of ours.
    ours: bool,
    criterion: &'a CriterionId,
    /// The unit's files, found by their names.
    files: Option<&'a file::Index<'a>>,
    /// All that the unit sent.
    sent: &'a SelfAssessment,
    findings: Vec<Finding>,
    /// How many there are of each code, listed or not.
    counts: BTreeMap<&'static str, (&'static Code, usize)>,
}

impl LeafFindings<'_> {
    /// Keeps a finding on the leaf: its place is the cell of the claim.
    fn at_leaf(&mut self, answer: &Answer, finding: Finding) {
        self.keep(finding, answer.place(self.file, answer.cells.first()));
    }

    /// Keeps a finding on a figure of the leaf.
    fn at_figure(&mut self, answer: &Answer, input: &InputId, finding: Finding) {
        self.keep(finding, answer.place(self.file, answer.cells.inputs.get(input).copied().or(answer.cells.claimed)));
    }

    /// Keeps a finding on a field of a document.
    fn at_field(&mut self, evidence: &Evidence, field: EvidenceField, finding: Finding) {
        self.keep(finding, evidence.place.place(evidence.cells.get(field)));
    }

    /// Keeps a finding, of a kind as many as anybody reads.
    fn keep(&mut self, finding: Finding, place: Place) {
        let (_, count) = self.counts.entry(finding.code.id).or_insert((finding.code, 0));
        *count += 1;
        if *count <= MOST_AT_CRITERION {
            self.findings.push(finding.at(place).of(&self.asked.unit.id).on(self.criterion));
        }
    }

    /// Tells whether as many findings of a code are kept as are listed.
    fn is_full_of(&self, code: &Code) -> bool {
        self.counts.get(code.id).is_some_and(|(_, count)| *count >= MOST_AT_CRITERION)
    }

    /// Says of which codes there are more findings than are listed.
    fn rest(&mut self) {
        let more = self.counts.values().filter(|(_, count)| *count > MOST_AT_CRITERION);
        let told = more.map(|(code, count)| not_listed(code, count.saturating_sub(MOST_AT_CRITERION)));
        self.findings.extend(told.map(|finding| finding.at(Place::file(self.file)).of(&self.asked.unit.id).on(self.criterion)));
    }
}

/// Names a document by what is known of it.
fn described(evidence: &Evidence) -> &str {
    [&evidence.number, &evidence.title, &evidence.file, &evidence.link, &evidence.issuer, &evidence.section]
        .into_iter()
        .flatten()
        .next()
        .map_or("", String::as_str)
}
