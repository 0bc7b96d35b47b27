//! Our forms: one layout table, shared by the writer of blank forms and the reader of filled ones.

pub mod layout;
mod carried;
mod extras;
mod handed;
mod last_year;
mod signing;
pub mod read;
pub mod template;
mod untouched;

pub use carried::{Carried, carried};
pub use extras::{Extras, MOST_ON_SHEETS, MOST_STRAYS, NoteOrLink, Returned, StrayCell, UnplacedDocument};
pub use handed::{Handed, holds};
pub use last_year::LastYear;
pub use signing::{SigningPlace, dated, head, letterhead, place};
pub use untouched::is_untouched;
