//! Scores: every stage of every leaf, summed by walking the tree, with the trace that explains each.
//!
//! Source: [meanings](crate#meanings) 3–22.

mod best;
mod capped;
mod checks;
mod claim;
mod corrected;
mod corrections;
mod council;
mod item;
mod leaf;
mod looked_at;
mod official;
mod open;
mod required;
mod rounds;
mod settled;
mod spoken;
mod told;
mod tree;
mod unit;
mod unscored;
mod within;

use std::collections::{BTreeMap, BTreeSet};

pub use capped::Capped;
pub use checks::failed as failed_checks;
pub use corrections::Correction;
pub use looked_at::Source;
pub use settled::{Settled, appraised, corrections, settled, shared_figure, shared_figures};
pub use within::Within;

use crate::assessment::{Applies, Content, Corrections, Entry, Round, Rounds, Stage, Surveyed, Unit};
use crate::criteria::{CriteriaSet, Otherwise, Requirement, Sign};
use crate::evidence::{Evidenced, Withheld};
use crate::figure::{CriterionId, SmallMap, UnitId};
use crate::finding::Checked;
use crate::points::{Points, Rounding};
use crate::rule::Outcome;
use crate::text;
use crate::text::Text;

/// Points that somebody other than the unit typed, by leaf.
pub type Typed = BTreeMap<CriterionId, Entry>;

/// Unit of a group, with everything that was typed for it.
#[derive(Clone, Debug)]
pub struct Entrant<'a> {
    /// Unit that is scored.
    pub unit: &'a Unit,
    /// What it sent, with the verdict on its evidence; `None` where nothing was read from it.
    pub evidenced: Option<&'a Evidenced>,
    /// Rounds of appraisal in which something was typed for it.
    pub rounds: BTreeMap<Round, &'a Typed>,
    /// What the council says of what applies, by round.
    pub applies: BTreeMap<Round, &'a BTreeMap<CriterionId, Vec<Applies>>>,
    /// Figures that the council corrected, by round.
    pub corrected: BTreeMap<Round, &'a Corrections>,
    /// Survey.
    pub survey: Option<&'a Typed>,
    /// What the survey found, by leaf, where its rule computes points of it.
    pub surveyed: Option<&'a BTreeMap<CriterionId, Surveyed>>,
    /// Points that it costs the unit to have sent late; `None` where it costs none.
    pub lateness: Option<Points>,
    /// What the campaign calls its rounds.
    pub named: Option<&'a Rounds>,
}

impl<'a> Entrant<'a> {
    /// Gives what a stage is called.
    fn stage(&self, stage: Stage) -> Text {
        self.named.map_or_else(|| stage.words(), |rounds| rounds.stage(stage))
    }

    /// Makes an entrant for whom nobody else typed anything.
    pub const fn new(unit: &'a Unit, evidenced: Option<&'a Evidenced>) -> Self {
        Self {
            unit,
            evidenced,
            rounds: BTreeMap::new(),
            applies: BTreeMap::new(),
            corrected: BTreeMap::new(),
            survey: None,
            surveyed: None,
            lateness: None,
            named: None,
        }
    }
}

/// Scores the units of a group by one set; cards stand in the order of the entrants.
///
/// Goes over the figures twice: first for the best values of rules that compare units, then unit by unit.
/// `rounding` is that of the group: the set's, or with the decimals that the campaign says. Of what stands in tables of
/// appraisal and survey only what needs the score is commented here: points out of range, contradictions, rounds beyond
/// the official stage. Whoever reads the tables comments the rest.
pub fn score_group(set: &CriteriaSet, rounding: Rounding, entrants: &[Entrant<'_>], official: Stage) -> Checked<Vec<Scorecard>> {
    let best = best::of_group(set, rounding, entrants);
    let mut findings = best::nothing_to_compare(set, entrants, &best);
    let score = |entrant: &Entrant<'_>| unit::score(set, rounding, entrant, official, Some(&best)).collect(&mut findings);
    let cards = entrants.iter().map(score).collect();
    Checked { value: cards, findings }
}

/// Scores what a form alone can tell: claimed, computed and accepted points, with findings on nothing else.
pub fn score_alone(set: &CriteriaSet, rounding: Rounding, unit: &Unit, evidenced: &Evidenced) -> Checked<Scorecard> {
    unit::score(set, rounding, &Entrant::new(unit, Some(evidenced)), Stage::Accepted, None)
}

/// Everything scored of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// Unit that was scored.
    pub unit: UnitId,
    /// Whether anything was read from it, or nothing is asked of it.
    pub submitted: bool,
    /// What is in the form that it sent; `None` where it sent none.
    pub content: Option<Content>,
    /// Whether the campaign lets it take a place and nothing (no survey, applicable maximum 0) keeps it from one.
    pub ranked: bool,
    /// Every node of the tree, in the order of ids.
    pub nodes: Vec<Node>,
    /// Lines outside the tree, in the order of ids, and penalties beside leaves after them.
    pub adjustments: Vec<AdjustmentScore>,
    /// Stages of the whole tree: `adjustments` are not in them.
    pub stages: Stages,
    /// Points that lateness costs, which are in `adjusted`; `None` where it costs none.
    pub lateness: Option<Points>,
    /// Sum of adjustments and lateness with their sign, `None` where there is none.
    pub adjusted: Option<Points>,
    /// Official points: tree, survey and adjustments, never under 0; exact.
    pub points: Points,
    /// Maximum of the leaves that apply, weighted.
    pub applicable_max: Points,
    /// Points / applicable maximum × 100, exact; `None` where the maximum is 0.
    pub index: Option<Points>,
    /// Penalties of which a figure is missing: until it is there, or the council's points are, the result is provisional.
    pub waits_for: Vec<CriterionId>,
    /// Where points outside the tree were cut; `None` where they count whole.
    pub cut: Option<Cut>,
}

/// End of the scale at which points outside the tree were cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Bonus points would take the index above 100.
    At100,
    /// Penalties take more than the unit has, so that its points count as 0.
    At0,
}

impl Scorecard {
    /// Finds the stages of a criterion or of a line outside the tree, and how it came to its points.
    pub fn stages_of(&self, id: &CriterionId) -> Option<(&Stages, Option<&Trace>)> {
        if let Some(node) = self.nodes.iter().find(|node| node.id == *id) {
            return Some((&node.stages, node.trace.as_deref()));
        }
        // A penalty beside a leaf has no trace of its own.
        let line = self.adjustments.iter().find(|line| line.id == *id && line.trace.is_some())?;
        Some((&line.stages, line.trace.as_deref()))
    }

    /// Tells whether the result has to wait for a penalty.
    pub const fn is_provisional(&self) -> bool {
        !self.waits_for.is_empty()
    }

    /// Gives what was claimed above what came of it, leaf by leaf, less what was claimed below.
    ///
    /// Over leaves of the tree, weighted. What came of a claim is its official points, or what was accepted where the
    /// official stage lies before.
    pub fn over_claim_net(&self) -> Points {
        self.over_claims().sum()
    }

    /// Gives what was claimed above what came of it, leaves claimed too low left out.
    pub fn over_claim_positive(&self) -> Points {
        self.over_claims().filter(|over| over.is_positive()).sum()
    }

    /// Tells whether any leaf was claimed too high as far as print shows: what the council typed may differ from what is computed
    /// by less than a printed step.
    pub fn claims_too_much(&self, rounding: Rounding) -> bool {
        self.over_claims().any(|over| rounding.print(over).is_positive())
    }

    /// Lists the over-claims of leaves.
    fn over_claims(&self) -> impl Iterator<Item = &Points> {
        self.nodes.iter().filter_map(|node| node.trace.as_ref()?.over_claim.as_ref())
    }
}

/// Score of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Criterion that is scored.
    pub id: CriterionId,
    /// 1 for an area.
    pub depth: usize,
    /// Maximum, unweighted.
    pub max: Points,
    /// What it counts in its parent.
    pub weight: Points,
    /// Whether anything below it applies.
    pub applicable: bool,
    /// Maximum of what applies below it, unweighted at this node.
    pub applicable_max: Points,
    /// Points by stage, unweighted at this node.
    pub stages: Stages,
    /// Points of the official stage, or of the last stage reached before it.
    pub official: Option<Points>,
    /// Official / applicable maximum × 100.
    pub index: Option<Points>,
    /// How a leaf came to its points; `None` for a group.
    pub trace: Option<Box<Trace>>,
}

/// Points by stage. `None`: the stage was not reached, or nothing was typed in it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stages {
    /// Tự đánh giá, as typed.
    pub claimed: Option<Points>,
    /// What the rule gives on the declared figures.
    pub computed: Option<Points>,
    /// Computed or claimed, less what is withheld.
    pub accepted: Option<Points>,
    /// Thẩm định, by round; in a sum, leaves without it count the round before, or what is accepted.
    pub appraised: SmallMap<Round, Points>,
    /// Điều tra xã hội học.
    pub survey: Option<Points>,
}

impl Stages {
    /// Gives the points of a stage.
    pub fn at(&self, stage: Stage) -> Option<&Points> {
        match stage {
            Stage::Claimed => self.claimed.as_ref(),
            Stage::Computed => self.computed.as_ref(),
            Stage::Accepted => self.accepted.as_ref(),
            Stage::Appraised(round) => self.appraised.get(&round),
        }
    }
}

/// How a leaf came to its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// What its rule gave on the figures declared, or on those that the council corrected where these count; `None` where
    /// there was nothing to compute.
    pub outcome: Option<Outcome>,
    /// What was withheld from the accepted points.
    pub withheld: Vec<Withheld>,
    /// Why it does not apply, where it doesn't.
    pub excused: Option<Excuse>,
    /// What the council says of what applies, as far as it counts.
    pub applies: Vec<InForce>,
    /// Rounds whose points are kept as typed and count as not typed: outside the maximum, against the figures or the word of
    /// the same round, of what the campaign excuses.
    pub refused: BTreeSet<Round>,
    /// Whether it did not apply by what the unit declared, before the council said anything.
    pub declared_out: bool,
    /// Rounds from which on it no longer applies (`true`), or applies again.
    pub turns: SmallMap<Round, bool>,
    /// Figures that count as the council corrected them.
    pub corrections: Vec<Correction>,
    /// Conditions on it and on what it stands in, with what was found for the official points.
    pub required: Vec<Required>,
    /// What it counts from a stage on, where the set has conditions on it: as accepted, and after rounds in which something was
    /// typed for it, or in which a condition fell or was met.
    pub conditioned: SmallMap<Stage, Conditioned>,
    /// Stage that the official points come from; `None` for survey points and where there are none.
    pub reached: Option<Stage>,
    /// Claim less what came of it, as both count at the top of the tree: positive where too much was claimed.
    /// `None` where nothing was claimed that counts.
    pub over_claim: Option<Points>,
}

/// What a leaf with conditions counts from a stage on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditioned {
    /// Points; `None` where it does not apply.
    pub counts: Option<Points>,
    /// Whether a condition fell or was met at this stage, so that it counts otherwise than before.
    pub turned: bool,
    /// Conditions that fell or were met at this stage; else those by which it still does not count.
    pub found: Vec<Required>,
}

/// Word of the council on whether a leaf, or a part of one, applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// Round that it was said in.
    pub round: Round,
    /// Id of the part; `None` for the leaf itself.
    pub part: Option<String>,
    /// Name of the part.
    pub label: Option<String>,
    /// Whether it applies.
    pub applies: bool,
}

impl Trace {
    /// Tells whether the leaf did not apply after a round, by what the unit declared, the council found until then or a
    /// condition says.
    pub fn is_out_after(&self, round: Round) -> bool {
        if let Some(conditioned) = self.conditioned.up_to(&Stage::Appraised(round)) {
            return conditioned.counts.is_none();
        }
        self.turns.up_to(&round).copied().unwrap_or(self.declared_out)
    }

    /// Tells whether the leaf did not apply before the rounds, by what the unit declared or a condition says.
    pub fn is_out_before_rounds(&self) -> bool {
        self.declared_out || self.conditioned.get(&Stage::Accepted).is_some_and(|conditioned| conditioned.counts.is_none())
    }
}

impl InForce {
    /// Says it. `rounds` are those of the campaign.
    pub fn words(&self, rounds: &Rounds) -> Text {
        let Text { vi, en } = rounds.name(self.round);
        match (&self.label, self.applies) {
            (None, true) => text!("{vi}: xác định tiêu chí có áp dụng.", "{en}: the criterion applies."),
            (None, false) => text!("{vi}: xác định tiêu chí không áp dụng.", "{en}: the criterion does not apply."),
            (Some(part), true) => text!("{vi}: xác định phần “{part}” có áp dụng.", "{en}: the part “{part}” applies."),
            (Some(part), false) => text!("{vi}: xác định phần “{part}” không áp dụng.", "{en}: the part “{part}” does not apply."),
        }
    }
}

/// Condition of a criterion, with what was found for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Required {
    /// Criterion that carries it: the leaf, or one above it.
    pub of: CriterionId,
    /// What has to hold.
    pub requirement: Requirement,
    /// What becomes of the criterion where it does not.
    pub otherwise: Otherwise,
    /// Index or figure that it looks at; `None` where there is none.
    pub value: Option<Points>,
    /// Index that the other criterion may still come to, where it isn't known whether the condition holds.
    pub most: Option<Points>,
    /// Whether only points of the council or the survey are missing.
    pub waits_for_others: bool,
    /// Whether it holds; `None` while its figure or points of the other criterion are missing. What is not asked holds.
    pub holds: Option<bool>,
    /// Who says the figure that it looks at; `None` of an index.
    pub source: Option<Source>,
    /// Whether the council says that the leaf applies all the same.
    pub overruled: bool,
}

/// Why a leaf does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excuse {
    /// The campaign excuses the unit.
    Campaign,
    /// The set lets the unit declare it, and it did.
    Unit,
    /// The rule says so on the declared figures: a denominator of 0.
    Rule,
    /// The council says so.
    Council,
    /// A condition of the set does not hold.
    Condition,
    /// Another of the criteria that stand for one another counts.
    Alternative,
    /// No survey was held for the unit, and the set rescales.
    NoSurvey,
}

/// Points outside the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdjustmentScore {
    /// Line of the set, or the leaf that a penalty stands beside.
    pub id: CriterionId,
    /// Direction.
    pub sign: Sign,
    /// Points by stage, without sign.
    pub stages: Stages,
    /// Official points, without sign.
    pub official: Option<Points>,
    /// How it came to its points; `None` for a penalty beside a leaf.
    pub trace: Option<Box<Trace>>,
}
