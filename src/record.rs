//! `result.json`: what a run came to, for machines and for the years that follow. Written and read by the same types.
//!
//! Every decimal is a string with a point, as printed after the group's rounding; maxima are not rounded; what does not
//! exist is `null`; exact values stand beside as fractions. Words are Vietnamese, with English beside them under `…_en`.
//! Fields may be added; none is renamed or taken away.

mod answer;
mod award;
mod certainty;
mod corrected;
mod figure;
mod finding;
mod make;
mod read;
mod result;
mod unit;
mod write;

pub use answer::{RecordedAnswer, RecordedDocument, RecordedEvidence, RecordedPlace, claimed};
pub use award::{LookedAt, RecordedAward, RecordedCondition, RecordedUnitOfAward};
pub use certainty::{RecordedCertainty, RecordedGroupCertainty, RecordedUncertain, RecordedUnitCertainty, RecordedWithout};
pub use corrected::corrected;
pub use figure::{Fraction, PointsByStage, Printed};
pub use finding::{RecordedCause, RecordedFinding, recorded};
pub use read::{LARGEST_FILE, read};
pub use result::{Record, RecordedCampaign, RecordedGroup, RecordedInput, RecordedSet, SCHEMA};
pub use unit::{
    ExactCriterion, ExactUnit, OverClaim, RecordedApplies, RecordedArrival, RecordedCriterion, RecordedLine, RecordedPrevious,
    RecordedReceipt, RecordedUnit, Sent, UnitStages,
};
pub use write::write;
