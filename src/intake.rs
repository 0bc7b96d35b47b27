//! What is not our form: the province's own forms, lists of evidence beside them, plain tables of points; found by headings.

mod field;
pub mod header;
mod heading;
pub mod stt;
mod ours;
mod owner;
mod standing;
mod whose;
pub mod table;
pub mod foreign;
pub mod reading;

pub use field::Field;
pub use foreign::choice::{Chosen, Why, choose};
pub use heading::{Role, sense};
pub use ours::{read as read_ours, titles as titles_of_ours};
pub use owner::{Naming, OtherUnit, other_units, shown_by_our_form};
pub use standing::{is_appraisal, is_of_others, is_own, is_plan, is_withdrawn};
