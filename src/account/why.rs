//! How a unit came to its score: a page for people, and the same for machines.

mod awards;
mod certain;
mod criterion_page;
mod json;
mod leaf_json;
mod said;
mod stages;
mod terms;
mod unit_page;
mod view;

use serde_json::Value;

use self::view::View;
use super::page::Page;
use super::unit_view::UnitView;
use crate::assessment::Unit;
use crate::criteria::Criterion;
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::results::Results;
use crate::text::Lang;

/// How a unit came to its score, or to that of one criterion.
pub struct Why<'a> {
    view: View<'a>,
    criterion: Option<&'a Criterion>,
    findings: Vec<&'a Finding>,
}

impl<'a> Why<'a> {
    /// Gathers what is known; nothing where the unit, or the criterion, is not scored.
    pub fn new(results: &'a Results<'a>, unit: &'a Unit, criterion: Option<&CriterionId>, lang: Lang) -> Option<Self> {
        let of = UnitView::new(results, unit)?;
        let criterion = match criterion {
            Some(id) => Some(of.set.find(id)?),
            None => None,
        };
        let wanted = |finding: &&Finding| criterion.is_none_or(|criterion| finding.criterion.as_ref() == Some(&criterion.id));
        let findings = results.findings_of(&unit.id).filter(wanted).collect();
        Some(Self { view: View { of, card: of.card?, lang }, criterion, findings })
    }

    /// Gives the page.
    pub fn page(&self) -> Page {
        match self.criterion {
            Some(criterion) => criterion_page::page(&self.view, criterion, &self.findings),
            None => unit_page::page(&self.view, &self.findings),
        }
    }

    /// Gives the same for machines.
    pub fn json(&self) -> Value {
        match self.criterion {
            Some(criterion) => json::criterion(&self.view, criterion, &self.findings),
            None => json::unit(&self.view, &self.findings),
        }
    }

    /// Lists what was found of the unit, or of the criterion.
    pub fn findings(&self) -> &[&'a Finding] {
        &self.findings
    }
}
