//! What the council says of what applies (áp dụng), as far as it counts: from its round on.
//!
//! Source: [meanings](crate#meanings) 31.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entrant, InForce};
use crate::assessment::{Applies, Round, Stage};
use crate::criteria::{Criterion, Leaf};
use crate::finding::Finding;
use crate::finding::appraisal::{APPLIES_AGAINST, EXCUSED_APPLIES};
use crate::text;

/// Whether one leaf and its parts apply, as the council says round by round.
#[derive(Default)]
pub struct Applicability {
    /// All that counts, earlier rounds first.
    said: Vec<InForce>,
    /// Rounds whose points and figures don't count, since the same round says that the leaf does not apply.
    pub contradicted: BTreeSet<Round>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

impl Applicability {
    /// Gathers what counts of a leaf.
    pub fn of(entrant: &Entrant<'_>, criterion: &Criterion, leaf: &Leaf) -> Self {
        let mut said = Self::default();
        for (round, of_unit) in &entrant.applies {
            for one in of_unit.get(&criterion.id).into_iter().flatten() {
                said.take(*round, one, entrant, criterion, leaf);
            }
        }
        said
    }

    /// Lists what was said up to a stage.
    pub fn up_to(&self, last: Stage) -> impl Iterator<Item = &InForce> {
        self.said.iter().filter(move |one| Stage::Appraised(one.round) <= last)
    }

    /// Lists the words on the leaf itself: rounds, and whether it applies.
    pub fn words(&self) -> Vec<(Round, bool)> {
        self.said.iter().filter(|one| one.part.is_none()).map(|one| (one.round, one.applies)).collect()
    }

    /// Gives the last word on the leaf itself up to a round.
    pub fn whole(&self, last: Round) -> Option<(Round, bool)> {
        let words = self.up_to(Stage::Appraised(last)).filter(|one| one.part.is_none());
        words.last().map(|one| (one.round, one.applies))
    }

    /// Gives the last words on parts up to a stage.
    pub fn parts(&self, last: Stage) -> BTreeMap<String, bool> {
        self.up_to(last).filter_map(|one| Some((one.part.clone()?, one.applies))).collect()
    }

    /// Lists the rounds in which something was said.
    pub fn rounds(&self) -> impl Iterator<Item = Round> {
        self.said.iter().map(|one| one.round)
    }

    /// Takes one line, or says why it does not count.
    fn take(&mut self, round: Round, one: &Applies, entrant: &Entrant<'_>, criterion: &Criterion, leaf: &Leaf) {
        let (unit, id) = (entrant.unit, &criterion.id);
        let mut refuse = |finding: Finding| self.findings.push(finding.of(&unit.id).on(id).at(one.place.clone()));
        if one.applies && unit.not_applicable.contains(id) {
            let message = text!(
                "Kết quả thẩm định ghi tiêu chí “{id}” có áp dụng, nhưng đợt đánh giá đã miễn tiêu chí này cho đơn vị; dòng này không được tính.",
                "The council writes that criterion “{id}” applies, but the campaign excuses the unit from it; the line does not count."
            );
            return refuse(Finding::new(&EXCUSED_APPLIES, message));
        }
        let typed = entrant.rounds.get(&round).and_then(|typed| typed.get(id));
        let corrects = entrant.corrected.get(&round).is_some_and(|of_unit| of_unit.contains_key(id));
        if one.part.is_none() && !one.applies && (typed.is_some() || corrects) {
            let message = match typed.map(|entry| (entry.points.plain_vi(), entry.points.plain())) {
                Some((vi, en)) => text!(
                    "Tiêu chí “{id}” vừa ghi không áp dụng vừa có điểm “{vi}” trong cùng một lần thẩm định; cả hai chưa được tính.",
                    "One round says that criterion “{id}” does not apply and gives it the points “{en}”; neither counts yet."
                ),
                None => text!(
                    "Tiêu chí “{id}” vừa ghi không áp dụng vừa có số liệu thẩm định trong cùng một lần thẩm định; cả hai chưa được tính.",
                    "One round says that criterion “{id}” does not apply and corrects its figures; neither counts yet."
                ),
            };
            refuse(Finding::new(&APPLIES_AGAINST, message));
            self.contradicted.insert(round);
            return;
        }
        let label = one.part.as_ref().and_then(|part| leaf.rule.part(part)).map(|(label, _)| label.to_owned());
        if one.part.is_some() == label.is_some() {
            self.said.push(InForce { round, part: one.part.clone(), label, applies: one.applies });
        }
    }
}
