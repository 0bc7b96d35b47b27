//! The workbook that goes to a unit after a round: what appraisal changed and why, with cells for its explanation, for
//! figures as it holds them to be, and for further documents; and what comes back.

mod asking;
mod book;
mod documents;
mod layout;
mod read;
mod table;
mod unread;

pub use self::asking::{Asking, file, told_of};
pub use self::book::write;
pub use self::read::{Owner, is_workbook, read};
