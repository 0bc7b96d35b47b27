//! What conditions make of a leaf in the form: tests over cells, and whether each holds now.

use crate::criteria::{CriteriaSet, Otherwise};
use crate::figure::CriterionId;
use crate::rule::NOT_APPLICABLE_WORDS;
use crate::rule::excel::{any, quoted};
use crate::text::Lang;

/// What a leaf shows by its conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// What its rule gives.
    Same,
    /// 0.
    Zero,
    /// Nothing.
    Blank,
    /// That it does not apply.
    Out,
}

/// A test over cells, and whether it holds now.
pub type Test = (String, bool);

/// What conditions make of a leaf: a test each, and whether it holds now.
#[derive(Default)]
pub struct Conditions {
    /// Tests of which one is enough for 0 points.
    zero: Vec<Test>,
    /// Tests of which one is enough for nothing to be known.
    unknown: Vec<Test>,
    /// Tests of which one is enough for the leaf not to apply.
    out: Vec<Test>,
    /// Tests of which one is enough for a condition to fail by what is claimed, while it holds by what is computed.
    by_claims: Vec<Test>,
}

impl Conditions {
    /// Tells whether a condition may take the leaf out of the maximum.
    pub fn may_take_out(set: &CriteriaSet, leaf: &CriterionId) -> bool {
        set.conditions(leaf).iter().any(|(_, requires)| requires.otherwise == Otherwise::NotApplicable)
    }

    /// Gives what takes the leaf out where nothing else is wrong: the test and whether it holds.
    pub fn out(&self) -> Option<Test> {
        let (out, bad) = (test(&self.out)?, [self.zero.as_slice(), &self.unknown].concat());
        Some(match test(&bad) {
            None => out,
            Some(bad) => (format!("AND({},NOT({}))", out.0, bad.0), out.1 && !bad.1),
        })
    }

    /// Gives what makes the leaf count 0.
    pub fn zero(&self) -> Option<Test> {
        test(&self.zero)
    }

    /// Gives what leaves the leaf without points, since a figure is missing.
    pub fn unknown(&self) -> Option<Test> {
        test(&self.unknown)
    }

    /// Gives what makes a condition fail by what is claimed alone.
    pub fn by_claims(&self) -> Option<Test> {
        test(&self.by_claims)
    }

    /// Adds a test that a condition fails by what is claimed, while it holds by what is computed.
    pub fn add_by_claims(&mut self, fails: Option<Test>) {
        self.by_claims.extend(fails);
    }

    /// Adds a condition: the tests that it fails, and that its figure is missing.
    pub fn add(&mut self, otherwise: Otherwise, fails: Option<Test>, missing: Option<Test>) {
        if otherwise == Otherwise::Zero { &mut self.zero } else { &mut self.out }.extend(fails);
        self.unknown.extend(missing);
    }

    /// Holds the formula of a rule to the conditions. What does not apply by its own figures (`nothing`) stays so.
    pub fn hold(&self, formula: &str, nothing: bool, lang: Lang) -> (String, Shows) {
        let none = quoted(NOT_APPLICABLE_WORDS.get(lang));
        let (mut held, mut shows) = (formula.to_owned(), Shows::Same);
        if let Some((test, holds)) = test(&self.out) {
            held = format!("IF({test},{none},{held})");
            shows = if holds { Shows::Out } else { shows };
        }
        let Some((bad, holds)) = test(&[self.zero.as_slice(), &self.unknown].concat()) else { return (held, shows) };
        let instead = match (self.zero(), self.unknown()) {
            (Some((zero, _)), Some(_)) => format!("IF({zero},0,\"\")"),
            (Some(_), None) => "0".to_owned(),
            (None, _) => "\"\"".to_owned(),
        };
        let instead = if formula.contains(&none) { format!("IF({formula}={none},{none},{instead})") } else { instead };
        shows = match (holds, nothing) {
            (false, _) => shows,
            (true, true) => Shows::Same,
            (true, false) if self.zero().is_some_and(|(_, zero)| zero) => Shows::Zero,
            (true, false) => Shows::Blank,
        };
        (format!("IF({bad},{instead},{held})"), shows)
    }
}

/// Joins tests of which one is enough.
fn test(tests: &[Test]) -> Option<Test> {
    let formulas: Vec<String> = tests.iter().map(|(test, _)| test.clone()).collect();
    (!tests.is_empty()).then(|| (any(&formulas), tests.iter().any(|(_, holds)| *holds)))
}
