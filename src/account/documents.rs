//! The official documents of a run, one file each. What only whoever sends them can know is left open and shows that it is.

mod annexes;
mod award_request;
mod decision;
mod reminder_letter;
mod judged;
mod result_letter;
mod results_report;
mod wording;

pub use annexes::below;
pub use award_request::{award_request, proposes_anybody};
pub use decision::{decision, places, roman};
pub use reminder_letter::{asked_of, is_past_reminding, may_be_past_reminding, reminder_letter};
pub use result_letter::{areas, has_result, is_told, lost, result_letter};
pub use results_report::results_report;
pub use wording::{bases, bases_or_room, closed, council, decides, is_office, notice, office, recipients, title as title_of_head};
