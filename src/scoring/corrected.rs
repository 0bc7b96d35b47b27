//! What the rule of a leaf gives on figures that the council corrected (thẩm định số liệu).
//!
//! A correction stands from its round on, until a later one takes its place. The rule's whole value counts, its penalty
//! included; rules that compare units are computed anew for every unit that has figures, once one of them is corrected.
//! Of a unit whose own figures nobody corrected, what was withheld stays so, and points typed for it stand.
//!
//! Source: [meanings](crate#meanings) 16, 17 and 44.

use std::collections::{BTreeMap, BTreeSet};

use super::Excuse;
use super::corrections::{Correction, corrections, is_brought_back};
use super::council::Applicability;
use super::item::Item;
use super::leaf::LeafScorer;
use crate::assessment::{Claim, Corrected, Entry, Round, Stage};
use crate::criteria::Sign;
use crate::figure::{Figure, InputId};
use crate::finding::Finding;
use crate::finding::appraisal::{ABOVE_CLAIM, FIGURES_INCOMPLETE, NO_REASON, POINTS_AGAINST_FIGURES};
use crate::points::Points;
use crate::rule::{Gives, Outcome};
use crate::text;
use crate::text::Text;

impl LeafScorer<'_> {
    /// Tells what is wrong with corrected figures.
    pub(super) fn tell_of_figures(&mut self, item: Item<'_>, round: Round, outcome: &Outcome) {
        let Some(corrected) = self.entrant.corrected.get(&round).and_then(|of_unit| of_unit.get(&item.criterion.id)) else { return };
        let (id, terms) = (&item.criterion.id, self.terms(item));
        let mut found: Vec<Finding> = Vec::new();
        let mut wrong: BTreeSet<InputId> = BTreeSet::new();
        for (input, finding) in item.leaf.rule.findings(outcome, &terms) {
            wrong.extend(input.clone().filter(|input| corrected.contains_key(input)));
            let place = input.as_ref().and_then(|input| corrected.get(input)).map(|one| one.place.clone());
            found.extend(place.map(|place| finding.on(id).at(place)));
        }
        if let (Gives::Nothing, Some(first)) = (&outcome.gives, corrected.values().next()) {
            // A figure that can't be is not missing, and is told as what it is.
            let missing: Vec<String> =
                outcome.blank.iter().filter(|input| !wrong.contains(*input)).map(|input| terms.label(input)).collect();
            if missing.is_empty() && !wrong.is_empty() {
                return self.extend(found);
            }
            let labels = missing.join(", ");
            let message = text!(
                "Số liệu thẩm định của tiêu chí “{id}” chưa đủ để tính điểm: còn thiếu {labels}.",
                "The corrected figures of criterion “{id}” don't give points yet; still missing: {labels}."
            );
            found.push(Finding::new(&FIGURES_INCOMPLETE, message).on(id).at(first.place.clone()));
        }
        self.extend(found);
    }

    /// Tells whether points typed in a round are other than what its corrected figures give; then neither counts.
    pub(super) fn disagree(&mut self, item: Item<'_>, round: Round, entry: &Entry, outcome: &Outcome) -> bool {
        let (id, typed_vi, typed) = (&item.criterion.id, entry.points.plain_vi(), entry.points.plain());
        if outcome.gives == Gives::NotApplicable {
            if is_brought_back(self.entrant, id, round) {
                return false;
            }
            let message = text!(
                "Tiêu chí “{id}” được thẩm định “{typed_vi}” điểm, nhưng theo số liệu thẩm định thì tiêu chí không áp dụng (không phát sinh); chưa tính số nào.",
                "Criterion “{id}” is given “{typed}” points, but by its corrected figures nothing arose and it does not apply; neither counts yet."
            );
            let cure = Text::new(
                "Xóa điểm nếu không phát sinh; nếu vẫn tính điểm, ghi “Có” ở cột Áp dụng hoặc sửa số liệu.",
                "Delete the points where nothing arose; where they are to count, write “Có” (yes) under Áp dụng, or correct the figures.",
            );
            self.extend([Finding::new(&POINTS_AGAINST_FIGURES, message).help(cure).on(id).at(entry.place.clone())]);
            return true;
        }
        let Gives::Points(given) = &outcome.gives else { return false };
        let given = &self.rounding.leaf(given);
        if self.rounding.print(given) == self.rounding.print(&entry.points) {
            return false;
        }
        let (given_vi, given) = (self.rounding.vietnamese(given), self.rounding.machine(given));
        let message = text!(
            "Tiêu chí “{id}” được thẩm định “{typed_vi}” điểm, nhưng số liệu thẩm định tính ra {given_vi} điểm; chưa tính số nào.",
            "Criterion “{id}” is given “{typed}” points, but its corrected figures come to {given}; neither counts yet."
        );
        self.extend([Finding::new(&POINTS_AGAINST_FIGURES, message).on(id).at(entry.place.clone())]);
        true
    }

    /// Tells that corrected figures give more than the unit claimed, which counts all the same.
    pub(super) fn above_claim(&mut self, item: Item<'_>, round: Round, given: &Points, claimed: Option<&Points>) {
        let corrected = self.entrant.corrected.get(&round).and_then(|of_unit| of_unit.get(&item.criterion.id));
        let (Some(claim), Some(first)) = (claimed, corrected.and_then(|corrected| corrected.values().next())) else { return };
        if !self.is_better(item, given, claim) {
            return;
        }
        let (id, claim_vi, claim_en) = (&item.criterion.id, claim.plain_vi(), claim.plain());
        let (given_vi, given_en) = (self.rounding.vietnamese(given), self.rounding.machine(given));
        let message = if item.leaf.rule.takes_claims() {
            text!(
                "Số liệu thẩm định của tiêu chí “{id}” tính ra {given_vi} điểm, có lợi hơn tự chấm “{claim_vi}”; được tính theo số liệu thẩm định.",
                "The corrected figures of criterion “{id}” come to {given_en} points, better than the claim “{claim_en}”; they count."
            )
        } else {
            text!(
                "Số liệu thẩm định của tiêu chí “{id}” tính ra {given_vi} điểm, có lợi hơn điểm tính theo số liệu kê khai “{claim_vi}”; được tính theo số liệu thẩm định.",
                "The corrected figures of criterion “{id}” come to {given_en} points, better than those declared, “{claim_en}”; they count."
            )
        };
        self.extend([Finding::new(&ABOVE_CLAIM, message).on(id).at(first.place.clone())]);
    }

    /// Tells that points typed are more than the unit itself claimed, which count all the same.
    pub(super) fn points_above_claim(&mut self, item: Item<'_>, entry: &Entry, given: &Points) {
        let id = &item.criterion.id;
        let answer = self.entrant.evidenced.and_then(|sent| sent.assessment.answers.get(id));
        let Some(Claim::Points(claim)) = answer.map(|answer| &answer.claim) else { return };
        if !self.is_better(item, given, claim) || self.rounding.within(claim, &item.criterion.max).is_none() {
            return;
        }
        let (claim_vi, claim_en) = (claim.plain_vi(), claim.plain());
        let (given_vi, given_en) = (self.rounding.vietnamese(given), self.rounding.machine(given));
        let message = text!(
            "Tiêu chí “{id}” được thẩm định {given_vi} điểm, có lợi hơn tự chấm “{claim_vi}”; được tính theo điểm thẩm định.",
            "Criterion “{id}” is appraised at {given_en} points, better than the claim “{claim_en}”; they count."
        );
        self.extend([Finding::new(&ABOVE_CLAIM, message).on(id).at(entry.place.clone())]);
    }

    /// Tells whether points are better for the unit than its claim, as printed.
    fn is_better(&self, item: Item<'_>, given: &Points, claim: &Points) -> bool {
        let (claim, given) = (self.rounding.print(claim), self.rounding.print(given));
        if item.sign == Some(Sign::Penalty) { given < claim } else { given > claim }
    }

    /// Tells of points, or of a corrected figure, that change what stood before without a reason. `was_out` says that the leaf
    /// did not apply before.
    pub(super) fn without_reason(&mut self, item: Item<'_>, round: Round, entry: Option<&Entry>, before: Option<&Points>, was_out: bool) {
        let id = &item.criterion.id;
        if let Some(entry) = entry.filter(|entry| was_out && entry.reason_asked && entry.reason.is_none()) {
            let (typed_vi, typed) = (entry.points.plain_vi(), entry.points.plain());
            let message = text!(
                "Tiêu chí “{id}” trước đó không áp dụng, nay được thẩm định “{typed_vi}” điểm, nhưng chưa ghi lý do.",
                "Criterion “{id}” did not apply before and is appraised at “{typed}” points; no reason is given."
            );
            self.extend([Finding::new(&NO_REASON, message).on(id).at(entry.place.clone())]);
        }
        let before = before.filter(|_| !was_out);
        if let Some(entry) = entry.filter(|entry| entry.reason_asked && entry.reason.is_none())
            && let Some(before) = before.filter(|before| self.rounding.print(before) != self.rounding.print(&entry.points))
        {
            let (typed_vi, typed) = (entry.points.plain_vi(), entry.points.plain());
            let (before_vi, before_en) = (self.rounding.vietnamese(before), self.rounding.machine(before));
            let message = text!(
                "Tiêu chí “{id}” được thẩm định “{typed_vi}” điểm, khác {before_vi} điểm trước đó, nhưng chưa ghi lý do.",
                "Criterion “{id}” is appraised at “{typed}” points, not {before_en} as before; no reason is given."
            );
            self.extend([Finding::new(&NO_REASON, message).on(id).at(entry.place.clone())]);
        }
        let figures = self.entrant.evidenced.and_then(|sent| sent.assessment.answers.get(id)).map(|answer| &answer.figures);
        let corrected = self.entrant.corrected.get(&round).and_then(|of_unit| of_unit.get(id)).into_iter().flatten();
        let terms = self.terms(item);
        let silent = corrected.filter(|(input, one)| {
            one.reason_asked && one.reason.is_none() && figures.and_then(|figures| figures.get(*input)) != Some(&one.figure)
        });
        let told: Vec<Finding> = silent
            .map(|(input, one)| {
                let (label, Text { vi, en }) = (terms.label(input), one.figure.words_of(&item.leaf.choices(input)));
                let message = text!(
                    "{label} (tiêu chí {id}) được thẩm định là “{vi}” nhưng chưa ghi lý do.",
                    "{label} (criterion {id}) is corrected to “{en}”; no reason is given."
                );
                Finding::new(&NO_REASON, message).on(id).at(one.place.clone())
            })
            .collect();
        self.extend(told);
    }

    /// Tells of a word on what applies that changes what stood before without a reason.
    pub(super) fn applies_without_reason(&mut self, item: Item<'_>, said: &Applicability, excused: Option<Excuse>, limit: Stage) {
        let id = &item.criterion.id;
        if excused == Some(Excuse::Campaign) {
            return;
        }
        let mut applied = excused.is_none();
        let mut told: Vec<Finding> = Vec::new();
        let rounds = self.entrant.applies.iter().filter(|(round, _)| said.up_to(limit).any(|one| one.round == **round));
        for one in rounds.flat_map(|(_, of_unit)| of_unit.get(id).into_iter().flatten()) {
            let changes = one.part.is_some() || one.applies != applied;
            applied = if one.part.is_some() { applied } else { one.applies };
            if !changes || !one.reason_asked || one.reason.is_some() {
                continue;
            }
            let part = one.part.as_ref().map(|part| item.leaf.rule.part(part).map_or(part.as_str(), |(label, _)| label));
            let message = match (part, one.applies) {
                (None, true) => text!(
                    "Tiêu chí “{id}” được xác định có áp dụng nhưng chưa ghi lý do.",
                    "Criterion “{id}” is found to apply; no reason is given."
                ),
                (None, false) => text!(
                    "Tiêu chí “{id}” được xác định không áp dụng nhưng chưa ghi lý do.",
                    "Criterion “{id}” is found not to apply; no reason is given."
                ),
                (Some(part), true) => text!(
                    "Phần “{part}” của tiêu chí “{id}” được xác định có áp dụng nhưng chưa ghi lý do.",
                    "The part “{part}” of criterion “{id}” is found to apply; no reason is given."
                ),
                (Some(part), false) => text!(
                    "Phần “{part}” của tiêu chí “{id}” được xác định không áp dụng nhưng chưa ghi lý do.",
                    "The part “{part}” of criterion “{id}” is found not to apply; no reason is given."
                ),
            };
            told.push(Finding::new(&NO_REASON, message).on(id).at(one.place.clone()));
        }
        self.extend(told);
    }

    /// Lists what the council corrected of a figure that the set asks once: by round, for each leaf and line that names it.
    /// What contradicts the points of the same round does not count.
    pub(super) fn corrections_of<'s>(&'s self, figure: &'s InputId) -> Vec<BTreeMap<Round, &'s Corrected>> {
        let Some(last) = self.entrant.corrected.keys().next_back().copied() else { return Vec::new() };
        let of_leaf = self.set.naming(figure).map(|(criterion, leaf)| {
            let said = corrections(self.entrant, &criterion.id, last).filter(|(_, input, _)| *input == figure);
            let said: BTreeMap<Round, &Corrected> = said.map(|(round, _, one)| (round, one)).collect();
            if said.is_empty() {
                return said;
            }
            let disputed = self.disputed(criterion, leaf);
            said.into_iter().filter(|(round, _)| !disputed.contains(round)).collect()
        });
        of_leaf.filter(|of_leaf| !of_leaf.is_empty()).collect()
    }

    /// Lists the corrections of a leaf that count up to a round, for the trace; those of some rounds don't.
    pub(super) fn corrections_up_to(&self, item: Item<'_>, last: Round, without: &BTreeSet<Round>) -> Vec<Correction> {
        let id = &item.criterion.id;
        let declared = self.entrant.evidenced.and_then(|sent| sent.assessment.answers.get(id)).map(|answer| &answer.figures);
        let mut found: BTreeMap<&InputId, Correction> = BTreeMap::new();
        for (round, input, one) in corrections(self.entrant, id, last).filter(|(round, ..)| !without.contains(round)) {
            let before = declared.and_then(|figures| figures.get(input)).cloned().unwrap_or(Figure::Blank);
            let correction =
                Correction { round, input: input.clone(), declared: before, corrected: one.figure.clone(), reason: one.reason.clone() };
            found.insert(input, correction);
        }
        found.into_values().collect()
    }
}
