//! Which criterion each row of a table is about, looked at together: rows that say so exactly first, the others by what
//! stands between those.
//!
//! Forms count in their own way: 1.1.2, or I, 1 and 1.1 anew below every area. So a number means what it says of the whole
//! set, or of the area that the row stands in; the maximum and the name decide between them. A row that says it exactly is
//! never left for one that is guessed.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::{Heading, Match, Matcher};
use crate::figure::CriterionId;
use crate::points::Points;

/// Row, or half of one where criteria and their contents have columns of their own.
#[derive(Clone, Debug)]
pub struct Row {
    /// Row and column of its name.
    pub at: (u32, u32),
    /// What it says.
    pub heading: Heading,
    /// Its maximum, where it has one.
    pub max: Option<Points>,
    /// Whether it has a maximum or a score: lines that say how points are given have neither.
    pub scored: bool,
}

/// Gives each row its criterion; rows without one are left out.
pub fn assign(matcher: &Matcher<'_>, rows: &[Row]) -> BTreeMap<(u32, u32), Match> {
    let numbered = rows.iter().any(|row| row.heading.code.is_some());
    let rows = rows.iter().map(|row| {
        let mut names = matcher.called(&row.heading);
        // In a form with numbers a row without one may be the label of a figure.
        names.retain(|id| row.heading.code.is_some() || row.scored || !numbered || !matcher.is_leaf(id));
        Named { row, names }
    });
    let mut rows: Vec<Named<'_>> = rows.collect();
    rows.retain(|named| !named.names.is_empty() || (named.row.heading.code.is_some() && named.row.scored) || named.row.heading.names_one());
    let mut work = Assigning { matcher, rows: &rows, found: BTreeMap::new(), used: BTreeSet::new(), anew: false };
    work.exact();
    work.anew = work.counts_anew();
    for at in 0..rows.len() {
        if !work.found.contains_key(&at)
            && let Some(found) = work.between(at)
        {
            work.take(at, found);
        }
    }
    work.again();
    work.found.into_iter().filter_map(|(at, found)| Some((rows.get(at)?.row.at, found))).collect()
}

/// Row with the criteria whose name is exactly its own.
struct Named<'r> {
    row: &'r Row,
    names: Vec<CriterionId>,
}

/// Rows of a table, being assigned.
struct Assigning<'w> {
    matcher: &'w Matcher<'w>,
    rows: &'w [Named<'w>],
    /// What was found, by the place of the row in the list.
    found: BTreeMap<usize, Match>,
    used: BTreeSet<CriterionId>,
    /// Whether the form counts anew below every area.
    anew: bool,
}

impl Assigning<'_> {
    /// Keeps what was found for a row.
    fn take(&mut self, at: usize, found: Match) {
        self.used.extend(found.id().cloned());
        self.found.insert(at, found);
    }

    /// Takes the rows whose name is exactly that of one criterion: with its number first, then numbered ones, then the others.
    fn exact(&mut self) {
        let all = self.rows;
        for (at, Named { row, names }) in all.iter().enumerate() {
            let both = row.heading.coded().iter().find(|id| names.contains(id) && !self.used.contains(*id));
            if let Some(id) = both {
                self.take(at, Match::One(id.clone()));
            }
        }
        for numbered in [true, false] {
            // A name that several criteria and several rows have needs the place of the row.
            let open = |work: &Self, at: &usize, named: &Named<'_>| {
                !work.found.contains_key(at) && named.row.heading.code.is_some() == numbered && !named.names.is_empty()
            };
            let mut rows: BTreeMap<&[CriterionId], usize> = BTreeMap::new();
            for (_, named) in all.iter().enumerate().filter(|(at, named)| open(self, at, named)) {
                *rows.entry(named.names.as_slice()).or_default() += 1;
            }
            for (at, named) in all.iter().enumerate() {
                if !open(self, &at, named) {
                    continue;
                }
                let left: Vec<&CriterionId> = named.names.iter().filter(|id| !self.used.contains(*id)).collect();
                let alone = named.names.len() == 1 || rows.get(named.names.as_slice()) == Some(&1);
                if let ([id], true) = (left.as_slice(), alone) {
                    let found = self.by_name(named.row, (*id).clone());
                    self.take(at, found);
                }
            }
        }
    }

    /// Takes rows that name a criterion of another row once more, exactly.
    fn again(&mut self) {
        let all = self.rows;
        for (at, Named { row, names }) in all.iter().enumerate() {
            let both = row.heading.coded().iter().find(|id| names.contains(id));
            let only = if let [one] = names.as_slice() { Some(one) } else { None };
            if let (false, Some(id)) = (self.found.contains_key(&at), both.or(only)) {
                self.found.insert(at, Match::One(id.clone()));
            }
        }
    }

    /// Tells whether the number of a row that is known by its name contradicts the name.
    fn by_name(&self, row: &Row, id: CriterionId) -> Match {
        let agrees = row.heading.coded().is_empty() || row.heading.counts_below(self.matcher.path(&id));
        match row.heading.coded().first() {
            Some(code) if !agrees && !self.used.contains(code) => Match::Doubtful(id, code.clone()),
            _ => Match::One(id),
        }
    }

    /// Tells whether a row that is known by its name has a number that is right only below its area.
    fn counts_anew(&self) -> bool {
        let mut known = self.found.iter().filter_map(|(at, found)| Some((self.rows.get(*at)?.row, found.id()?)));
        known.any(|(row, id)| {
            let path = self.matcher.path(id);
            path.len() > 1 && !row.heading.coded().contains(id) && row.heading.counts_below(path)
        })
    }

    /// Finds the criterion of a row by its number, its maximum and what stands above and below it.
    fn between(&self, at: usize) -> Option<Match> {
        let Named { row, names } = self.rows.get(at)?;
        if row.heading.code.is_none() {
            // Without a number only an exact name counts, and several criteria may have it.
            let mut open = names.iter().filter(|id| !self.used.contains(*id) && self.fits(at, id));
            return open.next().filter(|_| open.next().is_none()).cloned().map(Match::One);
        }
        let above = self.found.range(..at).next_back().and_then(|(_, found)| found.id());
        let open = |id: &&CriterionId| !self.used.contains(*id);
        let whole: Vec<&CriterionId> = row.heading.coded().iter().filter(open).collect();
        let is_below = |id: &&CriterionId| self.is_below(above, id, &row.heading) && self.fits(at, id) && !whole.contains(id);
        let below: Vec<&CriterionId> = self.matcher.ids().filter(open).filter(is_below).collect();
        let sides = if self.anew { [&below, &whole] } else { [&whole, &below] };
        // Only groups go without maximum and score.
        let may = |id: &CriterionId| row.scored || !self.matcher.is_leaf(id);
        let named = |id: &CriterionId| names.contains(id) || self.matcher.alike(id, &row.heading.name);
        let of_max = |id: &CriterionId| row.max.as_ref().is_some_and(|max| self.matcher.max(id) == Some(max));
        let only = |holds: &dyn Fn(&CriterionId) -> bool| {
            sides.iter().find_map(|side| {
                let mut fitting = side.iter().filter(|id| may(id) && holds(id));
                fitting.next().filter(|_| fitting.next().is_none()).map(|id| (*id).clone())
            })
        };
        if let Some(id) = only(&|id| named(id) && of_max(id)).or_else(|| only(&named)) {
            return Some(Match::One(id));
        }
        if row.heading.coded().len() > 1 {
            // Excel made one number of 1.1 and 1.10.
            return match whole.as_slice() {
                [] => None,
                [one] => Some(Match::One((*one).clone())),
                [first, ..] => Some(Match::Guessed((*first).clone(), row.heading.coded().to_vec())),
            };
        }
        let by_number = |id: &CriterionId| row.max.is_none() && whole.contains(&id);
        only(&of_max).or_else(|| only(&by_number)).map(Match::Renamed)
    }

    /// Tells whether a criterion stands, in the order of the set, between the rows that are known above and below.
    fn fits(&self, at: usize, id: &CriterionId) -> bool {
        let order = |found: Option<(&usize, &Match)>| found.and_then(|(_, found)| self.matcher.order(found.id()?));
        let (above, below) = (order(self.found.range(..at).next_back()), order(self.found.range(at..).next()));
        let own = self.matcher.order(id);
        match (above, below) {
            // Rows in another order than the set's tell nothing.
            (Some(above), Some(below)) if above > below => true,
            _ => above.is_none_or(|above| own > Some(above)) && below.is_none_or(|below| own < Some(below)),
        }
    }

    /// Tells whether a number counts a criterion below one that the row above stands in.
    fn is_below(&self, above: Option<&CriterionId>, id: &CriterionId, heading: &Heading) -> bool {
        let path = self.matcher.path(id);
        let known = above.map(|above| self.matcher.path(above)).unwrap_or_default();
        (0..path.len()).any(|depth| {
            let shared = path.get(..depth).is_some_and(|outer| known.get(..depth) == Some(outer));
            shared && path.get(depth..).is_some_and(|inner| heading.counts(inner))
        })
    }
}
