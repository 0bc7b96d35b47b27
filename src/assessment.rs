//! What is claimed, and by whom: self-assessments with their evidence, appraisals, surveys.

mod agencies;
mod answer;
mod appraisal;
mod campaign;
mod cells;
mod committee;
mod explanation;
mod form;
mod letterhead;
mod locked;
mod receipt;
mod reports;
mod rounds;
mod sent;
mod shared;
mod stage;
mod unit;

pub use agencies::{Agencies, Agency, Appraiser};
pub use answer::{Answer, Claim, Evidence, EvidenceDate};
pub use appraisal::{Applies, Appraisal, Corrected, Corrections, Entries, Entry, Seen, Surveyed, Unsettled};
pub use campaign::{Campaign, NATIONAL_HEADING, Signatory};
pub use cells::{AnswerCells, EvidenceCells, EvidenceField};
pub use committee::{COMMITTEE, RANKS, addressed, begins, is_committee, is_place};
pub use explanation::{Explanation, Explanations};
pub use form::{Content, FormLayout, Remarks, SelfAssessment, SetRef};
pub use letterhead::{authority_of, office_of};
pub use locked::{LockedLeaf, LockedRound};
pub use receipt::{Arrival, Arrivals, Deadlines, Late, Receipt, Receipts};
pub use reports::{Published, Reports};
pub use rounds::{DeclaredRound, Rounds};
pub use sent::is_sent;
pub use stage::{Round, Stage};
pub use unit::{Excused, Unit};
