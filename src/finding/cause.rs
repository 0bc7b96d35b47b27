//! Root causes: what could not be read hides behind everything that is missing because of it, unless it is told first.
//!
//! A finding says what it keeps from being read, another what it misses. Where both speak of one form, the second follows
//! from the first. No list of codes says so: whoever makes a finding knows what it hides or misses.

use std::collections::BTreeMap;

use super::{Code, Finding, Place, Severity};
use crate::text;
use crate::text::Text;

/// Part of a form, or of what others type beside the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// All of it.
    Form,
    /// Rows of criteria.
    Rows,
    /// Scores of the unit's own.
    Claims,
    /// Figures.
    Figures,
    /// Documents named.
    Evidence,
    /// Results of the survey.
    Survey,
    /// Points of the council.
    Appraisal,
}

impl Part {
    /// Tells whether a table of all units has it, not each unit's own form.
    const fn is_of_all_units(self) -> bool {
        matches!(self, Self::Survey | Self::Appraisal)
    }
}

/// Finding from which another follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// Its code.
    pub code: &'static Code,
    /// Where it stands.
    pub place: Place,
}

/// Finding as it is told: with those that follow from it.
#[derive(Clone, Debug)]
pub struct Told<'f> {
    /// The cause.
    pub finding: &'f Finding,
    /// What follows from it; empty for most.
    pub consequences: Vec<&'f Finding>,
}

/// Says of each finding from which other it follows, where it follows from one.
pub fn relate(findings: &mut [Finding]) {
    let mut of_unit: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut of_file: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut of_all: Vec<usize> = Vec::new();
    for (n, cause) in findings.iter().enumerate().filter(|(_, finding)| !finding.hides.is_empty()) {
        if let Some(unit) = &cause.unit {
            of_unit.entry(unit.to_string()).or_default().push(n);
        }
        if cause.unit.is_none() && cause.hides.iter().any(|part| part.is_of_all_units()) {
            of_all.push(n);
        }
        if let Some(file) = &cause.place.file {
            of_file.entry(file.clone()).or_default().push(n);
        }
    }
    let near = |finding: &Finding| {
        let unit = finding.unit.as_ref().and_then(|unit| of_unit.get(unit.as_str()));
        let file = finding.place.file.as_ref().and_then(|file| of_file.get(file));
        let all = finding.lacks.filter(|part| part.is_of_all_units()).map(|_| &of_all);
        unit.into_iter().chain(file).chain(all).flatten().copied()
    };
    let above: Vec<Option<usize>> = (0..findings.len())
        .map(|n| {
            // Most findings miss nothing, and a file may have thousands of causes.
            let finding = findings.get(n).filter(|finding| finding.lacks.is_some())?;
            let mut causes =
                near(finding).filter(|cause| *cause != n).filter(|cause| findings.get(*cause).is_some_and(|cause| finding.misses(cause)));
            causes.next()
        })
        .collect();
    let causes: Vec<Option<Cause>> = (0..findings.len())
        .map(|n| {
            let mut root = above.get(n).copied().flatten()?;
            // What hides may itself be missing something. A way back to where it began is no way.
            for _ in 0..findings.len() {
                match above.get(root).copied().flatten() {
                    Some(next) if next != n => root = next,
                    _ => break,
                }
            }
            let root = findings.get(root)?;
            Some(Cause { code: root.code, place: root.place.clone() })
        })
        .collect();
    for (finding, cause) in findings.iter_mut().zip(causes) {
        finding.follows = cause.map(Box::new);
    }
}

impl Finding {
    /// Tells whether this misses what another hides. A cause at one criterion hides what belongs to that criterion only.
    fn misses(&self, cause: &Self) -> bool {
        let within = |part: Part| cause.hides.contains(&part) || (cause.hides.contains(&Part::Form) && !part.is_of_all_units());
        let hidden = self.lacks.is_some_and(within);
        let named = cause.hides_at.is_empty() || self.criterion.as_ref().is_some_and(|id| cause.hides_at.contains(id));
        // That a unit has no results at all follows from each one that is not read.
        let all_of_unit = self.criterion.is_none() && self.lacks.is_some_and(Part::is_of_all_units) && self.unit == cause.unit;
        hidden && named && (cause.criterion.is_none() || cause.criterion == self.criterion || all_of_unit)
    }
}

/// Puts findings below their causes, in the order given. A finding whose cause is not among them stands for itself.
pub fn told<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Told<'f>> {
    let findings: Vec<&Finding> = findings.into_iter().collect();
    let key = |unit: &Finding, code: &Code, place: &Place| (unit.unit.clone(), code.id, place.clone());
    let mut roots: BTreeMap<_, usize> = BTreeMap::new();
    let mut told: Vec<Told<'f>> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.follows.is_none()) {
        roots.entry(key(finding, finding.code, &finding.place)).or_insert(told.len());
        told.push(Told { finding, consequences: Vec::new() });
    }
    for finding in findings {
        let Some(cause) = &finding.follows else { continue };
        let any_unit = || (None, cause.code.id, cause.place.clone());
        let root = roots.get(&key(finding, cause.code, &cause.place)).or_else(|| roots.get(&any_unit())).copied();
        match root.and_then(|root| told.get_mut(root)) {
            Some(root) => root.consequences.push(finding),
            None => told.push(Told { finding, consequences: Vec::new() }),
        }
    }
    told
}

impl Told<'_> {
    /// Gives how bad the worst of it is.
    pub fn severity(&self) -> Severity {
        self.consequences.iter().map(|finding| finding.severity).fold(self.finding.severity, Severity::max)
    }

    /// Counts what follows, by code; nothing where nothing does.
    pub fn counted(&self) -> Option<Text> {
        let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in &self.consequences {
            *codes.entry(finding.code.id).or_default() += 1;
        }
        let (number, codes) = (self.consequences.len(), codes.into_iter().map(|(code, count)| format!("{code}: {count}")));
        let codes = codes.collect::<Vec<_>>().join(", ");
        (number > 0).then(|| text!("và {number} dòng khác do lỗi này ({codes})", "and {number} more because of it ({codes})"))
    }
}
