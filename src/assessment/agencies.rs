//! Who appraises what: agencies of the campaign, and what a set says of its criteria.

use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{AgencyId, CriterionId};
use crate::text::fold::fold;

/// Agency that appraises (cơ quan thẩm định), as the campaign lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Id, by which sets and commands name it.
    pub id: AgencyId,
    /// Name, as printed.
    pub name: String,
    /// Criteria that the campaign gives to it, with all below them.
    pub criteria: Vec<CriterionId>,
}

/// Who appraises a criterion. Of an agency that the campaign does not list, the set's own words are id and name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Appraiser<'a> {
    /// Id by which the campaign and its sets name it.
    pub id: &'a str,
    /// Name, as printed.
    pub name: &'a str,
}

/// Agencies of a campaign.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Agencies(Vec<Agency>);

impl Agencies {
    /// Takes over what a campaign lists.
    pub const fn new(agencies: Vec<Agency>) -> Self {
        Self(agencies)
    }

    /// Lists them, in the order of the campaign.
    pub fn list(&self) -> &[Agency] {
        &self.0
    }

    /// Finds the agency that a set names, by id or by name.
    pub fn find(&self, named: &str) -> Option<&Agency> {
        let by_name = || self.0.iter().find(|agency| fold(&agency.name) == fold(named));
        self.0.iter().find(|agency| agency.id.as_str() == named).or_else(by_name)
    }

    /// Tells who is named at a criterion itself: by the campaign, else by the set.
    pub fn named_at<'a>(&'a self, criterion: &'a Criterion) -> Option<Appraiser<'a>> {
        let given = self.0.iter().find(|agency| agency.criteria.contains(&criterion.id));
        let listed = given.or_else(|| self.find(criterion.agency.as_deref()?));
        let listed = listed.map(|agency| Appraiser { id: agency.id.as_str(), name: &agency.name });
        listed.or_else(|| criterion.agency.as_deref().map(|words| Appraiser { id: words, name: words }))
    }

    /// Tells who appraises a criterion: whoever is named at it, else at the nearest criterion above it.
    pub fn appraising<'a>(&'a self, set: &'a CriteriaSet, id: &CriterionId) -> Option<Appraiser<'a>> {
        set.lineage(id).into_iter().rev().find_map(|criterion| self.named_at(criterion))
    }
}
