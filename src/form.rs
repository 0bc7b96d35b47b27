//! Our forms: one layout table, shared by the writer of blank forms and the reader of filled ones.

pub mod layout;
mod carried;
mod extras;
pub mod read;
pub mod signing;
pub mod template;

pub use carried::{Carried, carried};
pub use extras::{Extras, MOST_STRAYS, NoteOrLink, StrayCell, UnplacedDocument};
