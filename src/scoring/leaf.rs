//! What a leaf gets by what its unit declared: claimed, computed and accepted points.
//!
//! Source: [meanings](crate#meanings) 6–9, 13, 15 and 20.

use super::best::Best;
use super::{Entrant, Excuse};
use crate::assessment::{Answer, Claim};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign};
use crate::evidence::Withheld;
use crate::figure::{Figure, InputId, InputKind};
use crate::finding::points::{
    BLANK, CLAIM_NOT_APPLICABLE, CLAIM_NOT_ASKED, CLAIM_OUTSIDE, OVER_CLAIM, SELF_EXCUSED, UNDER_CLAIM, UNUSED_BLANK,
};
use crate::finding::{Code, Finding, Part, Place};
use crate::points::{Points, Rounding};
use crate::rule::{Case, Gives, Outcome, Scorer, Terms};
use crate::text;
use crate::text::Text;

/// What a leaf got by what its unit declared.
#[derive(Default)]
pub struct Own {
    /// Claim as typed; what is computed, where it was left blank.
    pub claimed: Option<Points>,
    /// Claim as it counts: cut to 0..maximum.
    pub counted: Option<Points>,
    /// What the rule gives.
    pub computed: Option<Points>,
    /// The lower of the two, less what is withheld.
    pub accepted: Option<Points>,
    /// What the rule gave, with its trace.
    pub outcome: Option<Outcome>,
    /// What was withheld.
    pub withheld: Vec<Withheld>,
    /// What the rule gives on what the survey found.
    pub surveyed: Option<Points>,
    /// Why the leaf does not apply.
    pub excused: Option<Excuse>,
    /// Whether figures that were asked are missing, so that nothing can be computed.
    pub blank: bool,
}

/// Desk at which the leaves of one unit are scored.
pub struct Desk<'a> {
    /// Set.
    pub set: &'a CriteriaSet,
    /// Rounding of the group.
    pub rounding: Rounding,
    /// Unit, and what was typed for it.
    pub entrant: &'a Entrant<'a>,
    /// Best values of the group.
    pub best: Option<&'a Best>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Tells whether the form has a cell for every figure that the rule asks for; where it hasn't, the claim stands.
pub fn carries_figures(leaf: &Leaf, answer: &Answer) -> bool {
    let asks = leaf.rule.faces().asks();
    !asks.is_empty() && asks.iter().all(|ask| answer.has_cell(&ask.input))
}

/// Says how a blank input is filled in, where that is not by a number.
fn how_to_fill(kind: InputKind) -> Option<Text> {
    match kind {
        InputKind::Count | InputKind::Percent | InputKind::Points | InputKind::Text => None,
        InputKind::Date => {
            Some(text!("Điền ngày; nếu không ban hành thì ghi “không”.", "Type the date; where nothing was issued, type “không” (no)."))
        }
        InputKind::YesNo => Some(text!("Chọn “Có” hoặc “Không” trong danh sách.", "Pick “Có” (yes) or “Không” (no) from the list.")),
        InputKind::Choice => Some(text!("Chọn một mức trong danh sách.", "Pick a level from the list.")),
    }
}

impl Desk<'_> {
    /// Scores a leaf by what the unit declared, or by what the survey found. `sign` is that of an adjustment.
    pub fn own(&mut self, criterion: &Criterion, leaf: &Leaf, sign: Option<Sign>) -> Own {
        let excused = self.entrant.unit.not_applicable.contains(&criterion.id);
        let own = self.declared(criterion, leaf, excused, sign);
        if excused || leaf.scorer() != Scorer::Survey {
            return own;
        }
        let Some(figures) = self.entrant.surveyed.and_then(|surveyed| surveyed.get(&criterion.id)) else { return own };
        let terms = Terms { max: &criterion.max, inputs: &leaf.inputs, rounding: self.rounding };
        let outcome = leaf.rule.score(&Case::new(terms, figures));
        for (_, finding) in leaf.rule.findings(&outcome, &terms) {
            self.findings.push(finding.of(&self.entrant.unit.id).on(&criterion.id));
        }
        let surveyed = match &outcome.gives {
            Gives::Points(points) => Some(self.rounding.leaf(points)),
            Gives::NotApplicable | Gives::Nothing | Gives::Waits => None,
        };
        Own { surveyed, outcome: Some(outcome), ..own }
    }

    /// Scores a leaf by what the unit declared.
    fn declared(&mut self, criterion: &Criterion, leaf: &Leaf, excused: bool, sign: Option<Sign>) -> Own {
        let Some(evidenced) = self.entrant.evidenced else {
            return Own { excused: excused.then_some(Excuse::Campaign), ..Own::default() };
        };
        let Some(answer) = evidenced.assessment.answers.get(&criterion.id) else {
            return Own { excused: excused.then_some(Excuse::Campaign), ..Own::default() };
        };
        let typed = match &answer.claim {
            Claim::Points(points) => Some(points.clone()),
            Claim::Blank | Claim::NotApplicable | Claim::Wrong(_) => None,
        };
        if excused {
            self.not_applicable(criterion, answer, typed.as_ref());
            return Own { claimed: typed, excused: Some(Excuse::Campaign), ..Own::default() };
        }
        if leaf.scorer() != Scorer::Unit {
            if let Some(points) = &typed {
                let (vi, en) = (points.plain_vi(), points.plain());
                let message = text!(
                    "Tự chấm “{vi}” ở tiêu chí không do đơn vị chấm.",
                    "“{en}” is claimed for a criterion that the unit doesn't score."
                );
                self.find(&CLAIM_NOT_ASKED, message, criterion, answer, "claimed");
            }
            return Own { claimed: typed, ..Own::default() };
        }
        if answer.claim == Claim::NotApplicable {
            if leaf.may_not_apply {
                return Own { excused: Some(Excuse::Unit), ..Own::default() };
            }
            let message = text!(
                "Đơn vị khai “Không áp dụng”, nhưng tiêu chí này không cho phép tự khai.",
                "The unit declares “Không áp dụng”, which this criterion doesn't allow."
            );
            self.find(&SELF_EXCUSED, message, criterion, answer, "claimed");
        }
        if sign == Some(Sign::Bonus) && not_claimed(leaf, answer) {
            return Own::default();
        }
        let mut own = self.computed(criterion, leaf, answer);
        if own.excused.is_some() {
            self.not_applicable(criterion, answer, typed.as_ref());
            return Own { claimed: typed, ..own };
        }
        if let Some(points) = &typed {
            self.outside(points, criterion, answer);
        }
        own.counted = typed.as_ref().map(|points| points.clamp_to(&Points::zero(), &criterion.max)).or_else(|| own.computed.clone());
        own.claimed = typed.or_else(|| own.computed.clone());
        own.withheld = evidenced.withheld.get(&criterion.id).cloned().unwrap_or_default();
        if own.blank
            && let Some(share) = self.set.withhold.get(BLANK.id)
        {
            own.withheld.push(Withheld { code: &BLANK, share: share.clone() });
        }
        self.accept(&mut own, criterion, answer, sign);
        own
    }

    /// Computes a leaf by its rule, and comments its figures.
    fn computed(&mut self, criterion: &Criterion, leaf: &Leaf, answer: &Answer) -> Own {
        let asks = leaf.rule.faces().asks();
        for input in &leaf.inputs {
            let used = asks.iter().any(|ask| ask.input == input.id);
            if !used && input.kind != InputKind::Text && answer.figures.get(&input.id) == Some(&Figure::Blank) {
                let label = &input.label;
                let message = text!("“{label}” để trống.", "“{label}” is blank.");
                self.find(&UNUSED_BLANK, message, criterion, answer, input.id.as_str());
            }
        }
        if !asks.is_empty() && !carries_figures(leaf, answer) {
            return Own::default();
        }
        let terms = Terms { max: &criterion.max, inputs: &leaf.inputs, rounding: self.rounding };
        let best = self.best.and_then(|best| best.get(&criterion.id));
        let outcome = leaf.rule.score(&Case::new(terms, &answer.figures).against(best));
        for (input, finding) in leaf.rule.findings(&outcome, &terms) {
            let place = place(self.file(), answer, input.as_ref().map_or("claimed", InputId::as_str));
            self.findings.push(finding.of(&self.entrant.unit.id).on(&criterion.id).at(place));
        }
        let blank = outcome.gives == Gives::Nothing;
        for input in outcome.blank.iter().filter(|_| blank) {
            if answer.figures.get(input) == Some(&Figure::Blank) {
                let label = terms.label(input);
                let message = text!("{label} để trống, nên tiêu chí chưa tính được điểm.", "{label} is blank, so nothing can be computed.");
                self.find(&BLANK, message, criterion, answer, input.as_str());
                if let Some(finding) = self.findings.last_mut() {
                    finding.lacks = Some(Part::Figures);
                    finding.help = terms.kind(input).and_then(how_to_fill).unwrap_or_else(|| finding.help.clone());
                }
            }
        }
        let computed = match &outcome.gives {
            Gives::Points(points) => Some(self.rounding.leaf(points)),
            Gives::NotApplicable | Gives::Nothing | Gives::Waits => None,
        };
        let excused = (outcome.gives == Gives::NotApplicable).then_some(Excuse::Rule);
        Own { computed, excused, blank, outcome: Some(outcome), ..Own::default() }
    }

    /// Holds the claim against what is computed, and takes off what is withheld.
    ///
    /// Equal as printed is equal. A penalty that a unit declares is accepted where it is the higher, and nothing is
    /// withheld from it: missing evidence must not lower a penalty.
    fn accept(&mut self, own: &mut Own, criterion: &Criterion, answer: &Answer, sign: Option<Sign>) {
        let penalty = sign == Some(Sign::Penalty);
        let base = match (&own.counted, &own.computed) {
            (Some(claim), Some(computed)) => {
                let (claimed, given) = (self.rounding.print(claim), self.rounding.print(computed));
                let (better, worse) = if penalty { (&given, &claimed) } else { (&claimed, &given) };
                let typed = own.claimed.as_ref().unwrap_or(claim);
                if better > worse {
                    self.differs(&OVER_CLAIM, typed, computed, criterion, answer);
                } else if better < worse {
                    self.differs(&UNDER_CLAIM, typed, computed, criterion, answer);
                }
                if claimed == given {
                    own.counted = Some(computed.clone());
                    Some(computed.clone())
                } else if penalty {
                    Some(claim.max(computed).clone())
                } else {
                    Some(claim.min(computed).clone())
                }
            }
            (claim, computed) => computed.as_ref().or(claim.as_ref()).cloned(),
        };
        if penalty {
            own.withheld.clear();
        }
        let withheld: Points = own.withheld.iter().map(|one| &one.share).sum();
        let kept = (&Points::one() - &withheld).clamp_to(&Points::zero(), &Points::one());
        own.accepted = match base {
            Some(base) => Some(self.rounding.leaf(&(&base * &kept))),
            None => (!own.withheld.is_empty()).then(Points::zero),
        };
    }

    /// Tells that a claim prints otherwise than what is computed.
    fn differs(&mut self, code: &'static Code, claim: &Points, computed: &Points, criterion: &Criterion, answer: &Answer) {
        let rounding = self.rounding;
        let (claim_vi, claim_en) = (claim.plain_vi(), claim.plain());
        let (given_vi, given_en) = (rounding.vietnamese(computed), rounding.machine(computed));
        let message = text!(
            "Tự chấm “{claim_vi}”, nhưng số liệu kê khai chỉ cho “{given_vi}”.",
            "“{claim_en}” is claimed, but the figures give “{given_en}”."
        );
        let message = if code == &UNDER_CLAIM {
            text!("Tự chấm “{claim_vi}”, số liệu kê khai cho “{given_vi}”.", "“{claim_en}” is claimed; the figures give “{given_en}”.")
        } else {
            message
        };
        self.find(code, message, criterion, answer, "claimed");
    }

    /// Tells that a claim lies outside 0..maximum.
    fn outside(&mut self, claim: &Points, criterion: &Criterion, answer: &Answer) {
        if claim.is_negative() || *claim > criterion.max {
            let (vi, en) = (claim.plain_vi(), claim.plain());
            let (max_vi, max_en) = (criterion.max.plain_vi(), criterion.max.plain());
            let message = text!("Tự chấm “{vi}”, ngoài khoảng từ 0 đến “{max_vi}”.", "“{en}” is claimed, outside 0 to “{max_en}”.");
            self.find(&CLAIM_OUTSIDE, message, criterion, answer, "claimed");
        }
    }

    /// Tells that points were claimed where the leaf does not apply.
    fn not_applicable(&mut self, criterion: &Criterion, answer: &Answer, typed: Option<&Points>) {
        if let Some(points) = typed {
            let (vi, en) = (points.plain_vi(), points.plain());
            let message = text!("Tự chấm “{vi}” ở tiêu chí không áp dụng.", "“{en}” is claimed for a criterion that doesn't apply.");
            self.find(&CLAIM_NOT_APPLICABLE, message, criterion, answer, "claimed");
        }
    }

    /// Collects a finding at a cell of the leaf's row.
    fn find(&mut self, code: &'static Code, message: Text, criterion: &Criterion, answer: &Answer, cell: &str) {
        let place = place(self.file(), answer, cell);
        self.findings.push(Finding::new(code, message).of(&self.entrant.unit.id).on(&criterion.id).at(place));
    }

    /// Names the file of the unit's form.
    fn file(&self) -> &str {
        self.entrant.evidenced.map_or("", |evidenced| &evidenced.assessment.file)
    }
}

/// Gives the place of a cell in a leaf's row.
fn place(file: &str, answer: &Answer, cell: &str) -> Place {
    let file = (!file.is_empty()).then(|| file.to_owned());
    Place { file, sheet: answer.sheet.clone(), cell: answer.cells.get(cell).cloned(), ..Place::default() }
}

/// Tells whether a bonus is left alone: nobody has to say that there is nothing to reward.
fn not_claimed(leaf: &Leaf, answer: &Answer) -> bool {
    let blank = |input: &InputId| answer.figures.get(input).is_none_or(|figure| *figure == Figure::Blank);
    answer.claim == Claim::Blank && leaf.inputs.iter().all(|input| blank(&input.id))
}
