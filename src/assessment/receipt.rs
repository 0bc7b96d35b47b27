//! When what a unit sends is due, when it came, and what it costs to be late.
//!
//! Source: [meanings](crate#meanings) 45.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, UnitId};
use crate::finding::Place;
use crate::points::Points;

/// What a campaign does about what comes late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Late {
    /// Nothing: the days are shown.
    Nothing,
    /// It is found and marked, and costs no points.
    Flagged,
    /// It costs points.
    Costs {
        /// Points for each calendar day.
        each_day: Points,
        /// The most that it costs.
        cap: Option<Points>,
    },
}

impl Late {
    /// Gives the points that so many days cost; nothing where they cost none.
    pub fn points(&self, days: u32) -> Option<Points> {
        let Self::Costs { each_day, cap } = self else { return None };
        let all = each_day * &Points::from(i64::from(days));
        (days > 0).then(|| cap.as_ref().map_or_else(|| all.clone(), |cap| all.clone().min(cap.clone())))
    }
}

/// Last days of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Deadlines {
    /// For its form: its own or the campaign's, with every extension.
    pub form: Option<Date>,
    /// For criteria that were put off, with all below them.
    pub criteria: BTreeMap<CriterionId, Date>,
}

impl Deadlines {
    /// Gives the last day for a criterion: as it was put off, as the set says, else that of the form.
    pub fn of(&self, set: &CriteriaSet, id: &CriterionId) -> Option<Date> {
        let own = set.find(id).and_then(|criterion| criterion.leaf().map_or(criterion.deadline, |leaf| leaf.deadline));
        self.criteria.get(id).copied().or(own).or(self.form)
    }
}

/// Days on which what a unit sent came.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Receipt {
    /// Its form.
    pub form: Option<Date>,
    /// What belongs to single criteria, where that came by itself.
    pub criteria: BTreeMap<CriterionId, Date>,
    /// Where each of these days is written.
    pub places: BTreeMap<Option<CriterionId>, Place>,
}

/// Receipts by unit.
pub type Receipts = BTreeMap<UnitId, Receipt>;

/// Something that came, compared with its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Criterion that it belongs to; `None` for the form.
    pub criterion: Option<CriterionId>,
    /// When it came.
    pub received: Date,
    /// Last day; `None` where there is none.
    pub deadline: Option<Date>,
    /// Where the day is written on which it came.
    pub place: Place,
}

impl Arrival {
    /// Counts the calendar days behind the last one.
    pub fn days_late(&self) -> u32 {
        self.deadline.map_or(0, |deadline| days_behind(deadline, self.received))
    }
}

/// What came of a unit, the form first, and what its lateness costs.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Arrivals {
    /// Everything whose day is known.
    pub list: Vec<Arrival>,
    /// Points that lateness costs; `None` where it costs none.
    pub costs: Option<Points>,
}

impl Arrivals {
    /// Compares a receipt with the last days. Days on which several things were late count once.
    pub fn of(receipt: &Receipt, deadlines: &Deadlines, set: &CriteriaSet, late: Option<&Late>) -> Self {
        let place = |of: Option<&CriterionId>| receipt.places.get(&of.cloned()).cloned().unwrap_or_default();
        let form = receipt.form.map(|received| Arrival { criterion: None, received, deadline: deadlines.form, place: place(None) });
        let criteria = receipt.criteria.iter().map(|(id, received)| Arrival {
            criterion: Some(id.clone()),
            received: *received,
            deadline: deadlines.of(set, id),
            place: place(Some(id)),
        });
        let list: Vec<Arrival> = form.into_iter().chain(criteria).collect();
        let costs = late.and_then(|late| late.points(late_days(&list)));
        Self { list, costs }
    }

    /// Gives when the form came.
    pub fn form(&self) -> Option<&Arrival> {
        self.list.iter().find(|arrival| arrival.criterion.is_none())
    }

    /// Counts the calendar days on which anything was late.
    pub fn days_late(&self) -> u32 {
        late_days(&self.list)
    }
}

/// Counts the calendar days on which anything was late, each once: behind a last day, up to the day on which it came.
fn late_days(list: &[Arrival]) -> u32 {
    let late = list.iter().filter(|arrival| arrival.days_late() > 0);
    let mut spans: Vec<(Date, Date)> = late.filter_map(|arrival| Some((arrival.deadline?, arrival.received))).collect();
    spans.sort_unstable();
    let mut days = 0;
    let mut counted: Option<Date> = None;
    for (deadline, received) in spans {
        let from = counted.map_or(deadline, |counted| counted.max(deadline));
        days += days_behind(from, received);
        counted = Some(counted.map_or(received, |counted| counted.max(received)));
    }
    days
}

/// Counts the calendar days behind a last day.
fn days_behind(deadline: Date, received: Date) -> u32 {
    u32::try_from(deadline.until(received).map_or(0, |span| span.get_days())).unwrap_or(0)
}
