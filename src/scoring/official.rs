//! What a leaf gets by what the council and the survey typed, and which stage is official for it.
//!
//! Source: [meanings](crate#meanings) 9, 13, 16, 18 and 20.

use std::collections::BTreeMap;

use super::leaf::Own;
use super::{Entrant, Excuse, Stages, Trace, Typed};
use crate::assessment::{Round, Stage};
use crate::criteria::{Criterion, SurveyMissing};
use crate::points::{Points, Rounding};
use crate::rule::Scorer;

/// Leaf with every stage that it has reached.
pub struct Settled {
    /// Points by stage, as typed.
    pub stages: Stages,
    /// Whether it applies.
    pub applies: bool,
    /// Maximum of what applies of it.
    pub max: Points,
    /// Claim as it counts.
    pub claimed: Option<Points>,
    /// Rounds of appraisal in which something was typed, as they count.
    pub rounds: BTreeMap<Round, Points>,
    /// Survey, as it counts.
    pub survey: Option<Points>,
    /// Points of the official stage, or of the last one reached before it.
    pub official: Option<Points>,
    /// Penalty that stands beside the leaf.
    pub penalty: Option<Penalty>,
    /// How it came to its points.
    pub trace: Trace,
}

/// Penalty beside a leaf.
pub struct Penalty {
    /// Points, positive.
    pub points: Points,
    /// Whether the council has scored the leaf, so that the penalty no longer counts.
    pub lapsed: bool,
}

/// Settles a leaf. `no_survey` is what the set says where no survey was held for the unit, `None` where one was.
pub fn settle(
    criterion: &Criterion,
    scorer: Scorer,
    own: Own,
    entrant: &Entrant<'_>,
    official: Stage,
    rounding: Rounding,
    no_survey: Option<SurveyMissing>,
) -> Settled {
    let typed = |table: &Typed| Some(rounding.leaf(&table.get(&criterion.id)?.points));
    let by_survey = scorer == Scorer::Survey;
    let rounds = entrant.rounds.iter().filter(|_| !by_survey);
    let appraised: BTreeMap<Round, Points> = rounds.filter_map(|(round, table)| Some((*round, typed(table)?))).collect();
    // Points typed stand above points computed of what the survey found.
    let survey = entrant.survey.filter(|_| by_survey).and_then(typed).or(own.surveyed);
    let cut = |points: &Points| points.clamp_to(&Points::zero(), &criterion.max);

    // What only the council scores has no stage before the first round.
    let limit = if scorer == Scorer::Council { official.max(Stage::Appraised(Round::FIRST)) } else { official };
    let by_council = appraised.keys().any(|round| Stage::Appraised(*round) <= limit);
    let excused = match own.excused {
        Some(Excuse::Campaign) => Some(Excuse::Campaign),
        Some(_) if by_council => None,
        other => other,
    }
    .or((by_survey && no_survey == Some(SurveyMissing::Rescale)).then_some(Excuse::NoSurvey));

    let rounds: BTreeMap<Round, Points> = appraised.iter().map(|(round, points)| (*round, cut(points))).collect();
    let surveyed = survey.as_ref().map(cut);
    // Figures left blank don't make a claim official.
    let claimed = own.counted.clone();
    let before = [
        (Stage::Claimed, claimed.as_ref().filter(|_| !own.blank || official == Stage::Claimed)),
        (Stage::Computed, own.computed.as_ref()),
        (Stage::Accepted, own.accepted.as_ref()),
    ];
    let ladder = before.into_iter().chain(rounds.iter().map(|(round, points)| (Stage::Appraised(*round), Some(points))));
    let reached = ladder.filter(|(stage, _)| *stage <= limit).filter_map(|(stage, points)| Some((stage, points?))).next_back();
    let (stage, points) = match (excused, scorer) {
        (Some(_), _) => (None, None),
        (None, Scorer::Survey) => (None, surveyed.clone().or_else(|| (no_survey == Some(SurveyMissing::Zero)).then(Points::zero))),
        (None, _) => (reached.map(|(stage, _)| stage), reached.map(|(_, points)| rounding.leaf(points))),
    };
    // Parts that do not apply lower the maximum, unless the council gives more than is left of it.
    let lowered = own.outcome.as_ref().and_then(|outcome| outcome.lowered.as_ref());
    let left = lowered.map_or_else(|| criterion.max.clone(), |lowered| &criterion.max - lowered);
    let overruled = by_council && points.as_ref().is_some_and(|points| *points > left);
    let max = if overruled { criterion.max.clone() } else { left };
    let points = points.map(|points| points.min(max.clone()));
    let penalty = own.outcome.as_ref().filter(|_| excused.is_none() && limit >= Stage::Computed);
    let penalty = penalty.and_then(|outcome| outcome.penalty.as_ref());
    let penalty = penalty.map(|points| Penalty { points: rounding.leaf(points), lapsed: by_council });
    Settled {
        applies: excused.is_none(),
        max,
        official: points,
        penalty,
        claimed,
        rounds,
        survey: surveyed,
        stages: Stages { claimed: own.claimed, computed: own.computed, accepted: own.accepted, appraised, survey },
        trace: Trace { outcome: own.outcome, withheld: own.withheld, excused, reached: stage, over_claim: None },
    }
}
