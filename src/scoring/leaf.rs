//! What a leaf gets by what its unit declared: claimed, computed and accepted points.
//!
//! Source: [meanings](crate#meanings) 6–9, 13, 15, 20, 29–31, 33 and 34.

use std::collections::{BTreeMap, BTreeSet};

use super::best::Best;
use super::claim::{ClaimCounts, Row};
use super::item::{Item, carries_figures};
use super::required::{OfLeaf, Verdict, When};
use super::{Entrant, Excuse};
use crate::assessment::{Answer, Claim};
use crate::criteria::{CriteriaSet, Leaf, Sign, WhenBlank};
use crate::evidence::Withheld;
use crate::figure::{CriterionId, Figure, InputKind};
use crate::finding::points::{BLANK, PENALTY_BLANK, PENALTY_BY_SET, UNUSED_BLANK};
use crate::finding::{Finding, Part};
use crate::points::{Points, Rounding};
use crate::rule::{Case, Gives, Outcome, Scorer, Terms};
use crate::text;
use crate::text::Text;

/// What a leaf got by what its unit declared.
#[derive(Default)]
pub struct Declared {
    /// Claim as typed; what is computed, where it was left blank.
    pub claimed: Option<Points>,
    /// Claim as it counts in sums of claims.
    pub counted: Option<Points>,
    /// Claim as over-claims are measured: what is computed, where that is printed alike; `None` where the rule takes no claim.
    pub measured: Option<Points>,
    /// What the rule gives.
    pub computed: Option<Points>,
    /// The lower of the two, less what is withheld.
    pub accepted: Option<Points>,
    /// The same without conditions of the set.
    pub free: Free,
    /// Whether the rule computes of figures that the form carries.
    pub computes: bool,
    /// What the rule gave, with its trace.
    pub outcome: Option<Outcome>,
    /// What was withheld.
    pub withheld: Vec<Withheld>,
    /// What the rule gives on what the survey found.
    pub surveyed: Option<Points>,
    /// Why the leaf does not apply.
    pub excused: Option<Excuse>,
    /// What leaves the leaf's maximum because parts of it do not apply.
    pub lowered: Points,
    /// Whether figures that were asked are missing, so that nothing can be computed.
    pub blank: bool,
    /// Whether the unit's result has to wait for this penalty.
    pub waits: bool,
}

impl Declared {
    /// Gives the share of points that is left of what is withheld.
    pub fn kept(&self) -> Points {
        let withheld: Points = self.withheld.iter().map(|one| &one.share).sum();
        (&Points::one() - &withheld).clamp_to(&Points::zero(), &Points::one())
    }
}

/// Points without conditions of the set.
#[derive(Default)]
pub struct Free {
    /// Claim as it counts.
    pub counted: Option<Points>,
    /// What the rule gives.
    pub computed: Option<Points>,
    /// The lower of the two, less what is withheld.
    pub accepted: Option<Points>,
}

/// Scores the leaves of one unit.
pub struct LeafScorer<'a> {
    /// Set.
    pub set: &'a CriteriaSet,
    /// Rounding of the group.
    pub rounding: Rounding,
    /// Unit, and what was typed for it.
    pub entrant: &'a Entrant<'a>,
    /// Leaves of alternatives that the unit left alone.
    pub unused: BTreeSet<CriterionId>,
    /// Best values of the group; `None` where a form is scored alone.
    pub best: Option<&'a Best>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Says how a blank input is filled in, where that is not by a number.
fn how_to_fill(kind: InputKind) -> Option<Text> {
    match kind {
        InputKind::Count | InputKind::Percent | InputKind::Points | InputKind::Text => None,
        InputKind::Date => {
            Some(text!("Điền ngày; nếu không ban hành thì ghi “không”.", "Type the date; where nothing was issued, answer no."))
        }
        InputKind::YesNo => Some(text!("Chọn “Có” hoặc “Không” trong danh sách.", "Pick yes or no from the list.")),
        InputKind::Choice => Some(text!("Chọn một mức trong danh sách.", "Pick a level from the list.")),
    }
}

impl LeafScorer<'_> {
    /// Scores a leaf by what the unit declared, or by what the survey found. `told` says which parts of it the council takes out or
    /// gives back: points stay without that, and only what is found on its figures heeds it.
    pub fn declared(&mut self, item: Item<'_>, told: &BTreeMap<String, bool>, conditions: &OfLeaf<'_>) -> Declared {
        let excused = self.entrant.unit.not_applicable.contains(&item.criterion.id);
        let declared = self.by_unit(item, excused, told, conditions);
        if excused || item.leaf.scorer() != Scorer::Survey {
            return declared;
        }
        let Some(found) = self.entrant.surveyed.and_then(|surveyed| surveyed.get(&item.criterion.id)) else { return declared };
        let terms = self.terms(item);
        let outcome = item.leaf.rule.score(&Case::new(terms, &found.figures));
        for (input, finding) in item.leaf.rule.findings(&outcome, &terms) {
            let place = input.and_then(|input| found.places.get(&input)).cloned().unwrap_or_default();
            self.findings.push(finding.of(&self.entrant.unit.id).on(&item.criterion.id).at(place));
        }
        let surveyed = match &outcome.gives {
            Gives::Points(points) => Some(self.rounding.leaf(points)),
            Gives::NotApplicable | Gives::Nothing | Gives::Waits => None,
        };
        Declared { surveyed, outcome: Some(outcome), ..declared }
    }

    /// Scores a leaf by what the unit declared.
    fn by_unit(&mut self, item: Item<'_>, excused: bool, told: &BTreeMap<String, bool>, conditions: &OfLeaf<'_>) -> Declared {
        // What only the council's points take out was claimed, and computed, all the same.
        let out = [When::Accepted, When::Official].into_iter().all(|when| conditions.verdict(when) == Verdict::Out);
        let excused = excused.then_some(Excuse::Campaign).or(out.then_some(Excuse::Condition));
        let evidenced = self.entrant.evidenced;
        let Some((evidenced, answer)) = evidenced.and_then(|sent| Some((sent, sent.assessment.answers.get(&item.criterion.id)?))) else {
            return Declared { excused, ..Declared::default() };
        };
        let row = Row { item, answer, file: &evidenced.assessment.file, rounding: self.rounding };
        let typed = match &answer.claim {
            Claim::Points(points) => Some(points.clone()),
            Claim::Blank | Claim::NotApplicable | Claim::Wrong(_) => None,
        };
        if excused.is_some() {
            self.extend(typed.as_ref().map(|points| row.not_applicable(points)));
            return Declared { claimed: typed, excused, ..Declared::default() };
        }
        if item.leaf.scorer() != Scorer::Unit {
            self.extend(typed.as_ref().map(|points| row.not_asked(points)));
            return Declared { claimed: typed, ..Declared::default() };
        }
        if answer.claim == Claim::NotApplicable {
            if item.leaf.may_not_apply {
                return Declared { excused: Some(Excuse::Unit), ..Declared::default() };
            }
            self.extend([row.excuses_itself()]);
        }
        let left_alone = item.sign == Some(Sign::Bonus) && not_claimed(item.leaf, answer);
        if left_alone || self.unused.contains(&item.criterion.id) {
            return Declared::default();
        }
        let mut declared = self.computed(item, answer, told);
        if declared.excused.is_some() {
            self.extend(typed.as_ref().map(|points| row.not_applicable(points)));
            return Declared { claimed: typed, ..declared };
        }
        declared.free.computed.clone_from(&declared.computed);
        if declared.computes {
            // Nothing is worth more than 0 that a condition takes, not even figures left blank.
            declared.computed = match conditions.verdict(When::Computed) {
                Verdict::Counts => declared.computed,
                Verdict::Zero => Some(Points::zero()),
                Verdict::Unknown | Verdict::Out => None,
            };
        }
        let counts = row.claim(typed.as_ref(), &declared.lowered);
        let taken = match &counts {
            ClaimCounts::Typed(points) => Some(points.clone()),
            ClaimCounts::Blank | ClaimCounts::Refused(_) => None,
        };
        if let ClaimCounts::Refused(finding) = counts {
            self.extend([*finding]);
        }
        if item.sign == Some(Sign::Penalty) {
            self.penalty(item, &row, &mut declared, taken.is_some());
        } else {
            self.penalty_beside(item, &row, &mut declared);
        }
        if item.sign.is_some() {
            // Lines outside the tree carry no conditions.
            declared.free.computed.clone_from(&declared.computed);
        }
        declared.free.counted = taken.clone().or_else(|| declared.free.computed.clone());
        // Nobody claims what follows from the figures of others.
        let claims = item.leaf.rule.takes_claims() || taken.is_some();
        declared.counted = taken.or_else(|| declared.computed.clone());
        declared.measured = declared.counted.clone().filter(|_| claims);
        declared.claimed = typed.or_else(|| declared.computed.clone());
        declared.withheld = evidenced.withheld.get(&item.criterion.id).cloned().unwrap_or_default();
        if declared.blank
            && let Some(share) = self.set.withhold.get(BLANK.id)
        {
            declared.withheld.push(Withheld { code: &BLANK, share: share.clone() });
        }
        self.accept(&mut declared, &row, conditions);
        declared
    }

    /// Computes a leaf by its rule, and comments its figures, those of parts that the council takes out left alone.
    fn computed(&mut self, item: Item<'_>, answer: &Answer, told: &BTreeMap<String, bool>) -> Declared {
        let Item { criterion, leaf, .. } = item;
        let file = self.entrant.evidenced.map_or("", |sent| &sent.assessment.file);
        let row = Row { item, answer, file, rounding: self.rounding };
        let asks = leaf.rule.faces().asks();
        for input in &leaf.inputs {
            let used = asks.iter().any(|ask| ask.input == input.id);
            if !used && input.kind != InputKind::Text && answer.figures.get(&input.id) == Some(&Figure::Blank) {
                let label = &input.label;
                let message = text!("“{label}” để trống.", "“{label}” is blank.");
                self.extend([row.finding(&UNUSED_BLANK, message, Some(&input.id))]);
            }
        }
        if !asks.is_empty() && !carries_figures(leaf, answer) {
            return Declared::default();
        }
        let terms = self.terms(item);
        let best = self.best.and_then(|best| best.get(&criterion.id));
        let outcome = leaf.rule.score(&Case::new(terms, &answer.figures).against(best));
        let blank = outcome.gives == Gives::Nothing;
        let heeding = (!told.is_empty()).then(|| leaf.rule.score(&Case::new(terms, &answer.figures).against(best).said(told)));
        let heeding = heeding.as_ref().unwrap_or(&outcome);
        for (input, finding) in leaf.rule.findings(heeding, &terms) {
            self.extend([row.at(finding, input.as_ref())]);
        }
        // What a blank penalty does is told of the line.
        let told = item.sign != Some(Sign::Penalty) && heeding.gives == Gives::Nothing;
        for input in heeding.blank.iter().filter(|_| told) {
            if answer.figures.get(input) == Some(&Figure::Blank) {
                let label = terms.label(input);
                let message = text!("{label} để trống, nên tiêu chí chưa tính được điểm.", "{label} is blank, so nothing can be computed.");
                let mut finding = row.finding(&BLANK, message, Some(input)).lacks(Part::Figures);
                if let Some(help) = terms.kind(input).and_then(how_to_fill) {
                    finding.help = help;
                }
                self.extend([finding]);
            }
        }
        let computed = match &outcome.gives {
            Gives::Points(points) => Some(self.rounding.leaf(points)),
            Gives::NotApplicable | Gives::Nothing | Gives::Waits => None,
        };
        let excused = (outcome.gives == Gives::NotApplicable).then_some(Excuse::Rule);
        let lowered = outcome.lowered.clone().unwrap_or_default();
        let computes = !asks.is_empty() && outcome.gives != Gives::Waits;
        Declared { computed, excused, lowered, blank, computes, outcome: Some(outcome), ..Declared::default() }
    }

    /// Decides what a penalty of which a figure is missing takes. Points that a line asks of the unit are its figure.
    fn penalty(&mut self, item: Item<'_>, row: &Row<'_>, declared: &mut Declared, claimed: bool) {
        let asks = item.leaf.rule.faces().asks();
        let missing = if asks.is_empty() {
            !claimed
        } else {
            carries_figures(item.leaf, row.answer) && declared.outcome.as_ref().is_some_and(|outcome| !outcome.blank.is_empty())
        };
        if !missing {
            return;
        }
        let (id, name) = (&item.criterion.id, &item.criterion.name);
        let blank = declared.outcome.as_ref().map(|outcome| outcome.blank.clone()).unwrap_or_default();
        let labels = blank.iter().map(|input| self.terms(item).label(input)).collect::<Vec<_>>().join(", ");
        let cell = blank.first();
        match item.when_blank {
            WhenBlank::Ask => {
                declared.waits = true;
                let message = if blank.is_empty() {
                    text!(
                        "Điểm trừ {id} “{name}” để trống: kết quả của đơn vị là tạm tính.",
                        "The penalty {id} “{name}” is left blank: the unit's result is provisional."
                    )
                } else {
                    text!(
                        "Điểm trừ {id} “{name}” chưa có số liệu dùng được ở {labels}: kết quả của đơn vị là tạm tính.",
                        "The penalty {id} “{name}” has no figure that can be used for {labels}: the unit's result is provisional."
                    )
                };
                self.extend([row.finding(&PENALTY_BLANK, message, cell)]);
            }
            WhenBlank::None => {
                declared.computed.get_or_insert_with(Points::zero);
                declared.blank = false;
                let message = text!(
                    "Điểm trừ {id} “{name}” để trống: không trừ điểm, theo bộ tiêu chí.",
                    "The penalty {id} “{name}” is left blank: nothing is taken, as the set says."
                );
                self.extend([row.finding(&PENALTY_BY_SET, message, cell)]);
            }
            WhenBlank::Full => {
                declared.computed = Some(item.criterion.max.clone());
                declared.blank = false;
                let (vi, en) = (item.criterion.max.plain_vi(), item.criterion.max.plain());
                let message = text!(
                    "Điểm trừ {id} “{name}” để trống: trừ cả {vi} điểm, theo bộ tiêu chí.",
                    "The penalty {id} “{name}” is left blank: the full {en} points are taken, as the set says."
                );
                self.extend([row.finding(&PENALTY_BY_SET, message, cell)]);
            }
        }
    }

    /// Lets the result wait for a leaf that may take points beside it, and of which a figure is missing: a blank does not
    /// take that penalty away either.
    fn penalty_beside(&mut self, item: Item<'_>, row: &Row<'_>, declared: &mut Declared) {
        let Some(outcome) = &declared.outcome else { return };
        let terms = self.terms(item);
        if outcome.blank.is_empty() || outcome.penalty.as_ref().is_some_and(Points::is_positive) || !item.leaf.rule.may_take(&terms) {
            return;
        }
        declared.waits = true;
        let (id, name) = (&item.criterion.id, &item.criterion.name);
        let labels = outcome.blank.iter().map(|input| terms.label(input)).collect::<Vec<_>>().join(", ");
        let message = text!(
            "Tiêu chí {id} “{name}” có thể bị trừ điểm nhưng chưa có số liệu dùng được ở {labels}: kết quả của đơn vị là tạm tính.",
            "The criterion {id} “{name}” may cost points, and has no figure that can be used for {labels}: the unit's result is provisional."
        );
        let cell = outcome.blank.first();
        self.extend([row.finding(&PENALTY_BLANK, message, cell)]);
    }

    /// Takes the lower of the claim and what is computed, and takes off what is withheld.
    ///
    /// Equal as printed is equal. A penalty that a unit declares is accepted where it is the higher, and nothing is
    /// withheld from it: missing evidence must not lower a penalty.
    fn accept(&mut self, declared: &mut Declared, row: &Row<'_>, conditions: &OfLeaf<'_>) {
        let penalty = row.item.sign == Some(Sign::Penalty);
        let equal = |claim: &Points, computed: &Points| self.rounding.print(claim) == self.rounding.print(computed);
        let base = self.lower(row.item, declared.counted.as_ref(), declared.computed.as_ref());
        let free = self.lower(row.item, declared.free.counted.as_ref(), declared.free.computed.as_ref());
        if let (Some(claim), Some(computed)) = (&declared.counted, &declared.computed) {
            if equal(claim, computed) && declared.measured.is_some() {
                declared.measured = Some(computed.clone());
            }
            self.extend(row.differs(claim, computed));
        }
        if penalty {
            declared.withheld.clear();
        }
        let kept = declared.kept();
        let nothing = (!declared.withheld.is_empty()).then(Points::zero);
        let less = |base: Option<Points>| base.map(|base| self.rounding.leaf(&(&base * &kept))).or_else(|| nothing.clone());
        declared.free.accepted = less(free);
        declared.accepted = match conditions.verdict(When::Accepted) {
            Verdict::Counts => less(base),
            Verdict::Zero | Verdict::Unknown => declared.free.accepted.as_ref().map(|_| Points::zero()),
            Verdict::Out => None,
        };
    }

    /// Gives the lower of a claim and of what is computed: what is computed, where both are printed alike; of a penalty the
    /// higher.
    pub(super) fn lower(&self, item: Item<'_>, claim: Option<&Points>, computed: Option<&Points>) -> Option<Points> {
        let (Some(claim), Some(computed)) = (claim, computed) else { return computed.or(claim).cloned() };
        Some(match item.sign {
            _ if self.rounding.print(claim) == self.rounding.print(computed) => computed.clone(),
            Some(Sign::Penalty) => claim.max(computed).clone(),
            Some(Sign::Bonus) | None => claim.min(computed).clone(),
        })
    }

    /// Gives what a rule may know of its leaf.
    pub(super) fn terms<'i>(&self, item: Item<'i>) -> Terms<'i> {
        Terms { max: &item.criterion.max, inputs: &item.leaf.inputs, rounding: self.rounding }
    }

    /// Collects findings on the unit.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        let unit = &self.entrant.unit.id;
        self.findings.extend(findings.into_iter().map(|finding| finding.of(unit)));
    }
}

/// Tells whether a bonus is left alone: nobody has to say that there is nothing to reward.
fn not_claimed(leaf: &Leaf, answer: &Answer) -> bool {
    answer.claim == Claim::Blank && answer.has_no_own_figure(leaf)
}
