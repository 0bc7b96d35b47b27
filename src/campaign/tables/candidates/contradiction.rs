//! Two verdicts on a leaf that can't both hold, though no line of one is about the same thing as a line of the other: a part
//! that does not apply to one, and has a figure, or counts in the points, of the other.

use std::collections::BTreeMap;

use super::super::super::plan::Plan;
use super::{About, Candidate, Given, choices, label, who};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figures, UnitId};
use crate::finding::Finding;
use crate::finding::appraisal::REPEATED;
use crate::rule::{Case, Gives, Rule, Terms};
use crate::text;
use crate::text::Text;

/// What is said of one leaf of a unit, with the leaf.
struct Leaf<'c> {
    rule: &'c Rule,
    terms: Terms<'c>,
    lines: Vec<(&'c About, &'c Candidate)>,
}

/// Line on what applies, and a line of another verdict that can't hold beside it.
type Pair<'c> = ((&'c About, &'c Candidate), (&'c About, &'c Candidate));

/// Finds two lines that can't both hold, and says so.
pub fn find(plan: &Plan, (unit, id): (&UnitId, &CriterionId), of_leaf: &BTreeMap<About, Vec<Candidate>>) -> Option<Finding> {
    let whole = plan.unit(unit)?;
    let set: &CriteriaSet = plan.set(whole)?;
    let criterion = set.find(id)?;
    let leaf = criterion.leaf()?;
    let lines = of_leaf.iter().flat_map(|(about, lines)| lines.iter().map(move |line| (about, line))).collect();
    let of = Leaf { rule: &leaf.rule, terms: set.terms(criterion, leaf), lines };
    let (said, other) = of.pair()?;
    let (first, second) = (quoted(plan, (unit, id), said, of.rule), quoted(plan, (unit, id), other, of.rule));
    let name = &whole.name;
    let (first_vi, second_vi, first, second) = (first.vi, second.vi, first.en, second.en);
    let message = text!(
        "Tiêu chí “{id}” của “{name}” có kết quả thẩm định mâu thuẫn: {first_vi}, trong khi {second_vi}; chưa tính kết quả nào.",
        "Criterion “{id}” of “{name}” is appraised in ways that can't both hold: {first}, while {second}; none counts yet."
    );
    Some(Finding::new(&REPEATED, message).of(unit).on(id).at(other.1.given.place().clone()))
}

impl<'c> Leaf<'c> {
    /// Gives the first two lines that can't both hold.
    fn pair(&self) -> Option<Pair<'c>> {
        self.lines.iter().find_map(|said| Some((*said, self.against(*said)?)))
    }

    /// Gives the first line of another verdict that can't hold beside what a line says of what applies.
    fn against(&self, (about, said): (&'c About, &'c Candidate)) -> Option<(&'c About, &'c Candidate)> {
        let (About::Applies(part), Given::Applies(says)) = (about, &said.given) else { return None };
        let others = || self.lines.iter().copied().filter(|(_, line)| line.verdict() != said.verdict());
        others().find(|(about, line)| match (about, part, says.applies) {
            // Who leaves out the same part gives points for what is left.
            (About::Points, Some(part), false) => !self.leaves_out(line, part),
            (About::Figure(input), Some(part), false) => {
                self.rule.is_of_part(part, input) && !self.rule.is_part_out(part, &self.case(&self.figures(line)))
            }
            (About::Figure(input), Some(part), true) => {
                self.rule.is_of_part(part, input) && self.rule.is_part_out(part, &self.case(&self.figures(line)))
            }
            (About::Figure(_), None, true) => self.rule.score(&self.case(&self.figures(line))).gives == Gives::NotApplicable,
            (About::Applies(None), Some(_), true) => matches!(&line.given, Given::Applies(whole) if !whole.applies),
            _ => false,
        })
    }

    /// Tells whether the verdict of a line says that a part does not apply.
    fn leaves_out(&self, of: &Candidate, part: &str) -> bool {
        let own = self.lines.iter().filter(|(_, line)| line.verdict() == of.verdict());
        own.into_iter().any(|(about, line)| {
            matches!((about, &line.given), (About::Applies(Some(one)), Given::Applies(says)) if one == part && !says.applies)
        })
    }

    /// Gives the figures of the verdict of a line.
    fn figures(&self, of: &Candidate) -> Figures {
        let mut figures = Figures::default();
        for (about, line) in self.lines.iter().filter(|(_, line)| line.verdict() == of.verdict()) {
            if let (About::Figure(input), Given::Figure(corrected)) = (about, &line.given) {
                figures.insert(input.clone(), corrected.figure.clone());
            }
        }
        figures
    }

    /// Makes figures what the rule scores.
    fn case<'f>(&self, figures: &'f Figures) -> Case<'f>
    where
        'c: 'f,
    {
        Case::new(self.terms, figures)
    }
}

/// Says what a line gives, and who says so.
fn quoted(plan: &Plan, (unit, id): (&UnitId, &CriterionId), (about, line): (&About, &Candidate), rule: &Rule) -> Text {
    let Text { vi: who_vi, en: who_en } = who(line, false);
    let applies = matches!(&line.given, Given::Applies(says) if says.applies);
    let what = match about {
        About::Points => {
            let Text { vi, en } = line.given.words(&[]);
            text!("điểm là “{vi}”", "the points are “{en}”")
        }
        About::Figure(input) => {
            let (label, Text { vi, en }) = (label(plan, unit, id, input), line.given.words(&choices(plan, unit, id, input)));
            text!("số liệu {label} là “{vi}”", "the figure {label} is “{en}”")
        }
        About::Applies(None) if applies => text!("tiêu chí có áp dụng", "the criterion applies"),
        About::Applies(None) => text!("tiêu chí không áp dụng", "the criterion does not apply"),
        About::Applies(Some(part)) => {
            let label = rule.part(part).map_or(part.as_str(), |(label, _)| label);
            if applies {
                text!("phần “{label}” có áp dụng", "the part “{label}” applies")
            } else {
                text!("phần “{label}” không áp dụng", "the part “{label}” does not apply")
            }
        }
    };
    let (vi, en) = (what.vi, what.en);
    text!("{vi} ({who_vi})", "{en} ({who_en})")
}
