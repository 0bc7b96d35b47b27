//! What a leaf gets by what the council and the survey typed, and which stage is official for it.
//!
//! Source: [meanings](crate#meanings) 9, 13, 16, 18 and 20.

use super::leaf::Own;
use super::{Entrant, Excuse, Stages, Trace, Typed};
use crate::assessment::Stage;
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
    /// First round, as it counts.
    pub round_1: Option<Points>,
    /// Second round, as it counts.
    pub round_2: Option<Points>,
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
    let typed = |table: Option<&Typed>, asked: bool| {
        let entry = table.filter(|_| asked)?.get(&criterion.id)?;
        Some(rounding.leaf(&entry.points))
    };
    let by_survey = scorer == Scorer::Survey;
    let appraised_1 = typed(entrant.round_1, !by_survey);
    let appraised_2 = typed(entrant.round_2, !by_survey);
    // Points typed stand above points computed of what the survey found.
    let survey = typed(entrant.survey, by_survey).or(own.surveyed);
    let cut = |points: &Option<Points>| points.as_ref().map(|points| points.clamp_to(&Points::zero(), &criterion.max));

    // What only the council scores has no stage before the first round.
    let limit = if scorer == Scorer::Council { official.max(Stage::Appraised1) } else { official };
    let by_council = (appraised_1.is_some() && limit >= Stage::Appraised1) || (appraised_2.is_some() && limit >= Stage::Appraised2);
    let excused = match own.excused {
        Some(Excuse::Campaign) => Some(Excuse::Campaign),
        Some(_) if by_council => None,
        other => other,
    }
    .or((by_survey && no_survey == Some(SurveyMissing::Rescale)).then_some(Excuse::NoSurvey));

    let (round_1, round_2, surveyed) = (cut(&appraised_1), cut(&appraised_2), cut(&survey));
    // Figures left blank don't make a claim official.
    let claimed = own.counted.clone();
    let ladder = [
        (Stage::Claimed, claimed.as_ref().filter(|_| !own.blank || official == Stage::Claimed)),
        (Stage::Computed, own.computed.as_ref()),
        (Stage::Accepted, own.accepted.as_ref()),
        (Stage::Appraised1, round_1.as_ref()),
        (Stage::Appraised2, round_2.as_ref()),
    ];
    let reached = ladder.into_iter().rev().filter(|(stage, _)| *stage <= limit).find_map(|(stage, points)| Some((stage, points?)));
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
        round_1,
        round_2,
        survey: surveyed,
        stages: Stages { claimed: own.claimed, computed: own.computed, accepted: own.accepted, appraised_1, appraised_2, survey },
        trace: Trace { outcome: own.outcome, withheld: own.withheld, excused, reached: stage, over_claim: None },
    }
}
