//! The clauses of a criterion, of which a rule takes what it uses.

use crate::convert::line::{Case, Clause, Limit, WordedClause};
use crate::points::Points;

/// Clauses, and which of them are used.
#[derive(Clone, Debug)]
pub struct Pool<'a> {
    said: &'a [WordedClause],
    used: Vec<bool>,
}

impl<'a> Pool<'a> {
    /// Begins with clauses of which none is used, but for headings, remarks, notes and who supplies.
    pub fn new(said: &'a [WordedClause]) -> Self {
        let beside = |one: &WordedClause| {
            matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Excuse | Clause::Supplied(_))
        };
        let used = said.iter().map(beside).collect();
        Self { said, used }
    }

    /// Takes the limits.
    pub fn limits(&mut self) -> Vec<&'a Limit> {
        self.take(|clause| if let Clause::Limit(limit) = clause { Some(limit) } else { None })
    }

    /// Takes all unused clauses for which something is found.
    pub fn take<T>(&mut self, pick: impl Fn(&'a Clause) -> Option<T>) -> Vec<T> {
        let mut taken = Vec::new();
        for (one, used) in self.said.iter().zip(&mut self.used) {
            if !*used && let Some(found) = pick(&one.clause) {
                *used = true;
                taken.push(found);
            }
        }
        taken
    }

    /// Takes all unused cases that fit.
    pub fn cases(&mut self, fits: impl Fn(&Case) -> bool) -> Vec<&'a Case> {
        self.take(|clause| match clause {
            Clause::Case(case) if fits(case) => Some(case),
            _ => None,
        })
    }

    /// Takes what announces so many parts, where there are as many.
    pub fn take_announced(&mut self, count: usize) {
        let count = i64::try_from(count).ok().map(Points::from);
        self.take(|clause| matches!(clause, Clause::Announced(number) if count.as_ref() == Some(number)).then_some(()));
    }

    /// Looks at the unused clauses.
    pub fn left(&self) -> impl Iterator<Item = &'a WordedClause> {
        self.said.iter().zip(&self.used).filter(|(_, used)| !**used).map(|(one, _)| one)
    }

    /// Tells whether every clause is used.
    pub fn is_done(&self) -> bool {
        self.used.iter().all(|used| *used)
    }

    /// Looks at all clauses.
    pub fn all(&self) -> impl Iterator<Item = &'a Clause> {
        self.said.iter().map(|one| &one.clause)
    }
}
