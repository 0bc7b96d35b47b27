//! Taking in what people send: files of any kind, values in any spelling, forms after any handling.

mod copies;
mod citations;
mod files;
pub mod forms;
pub mod hand;
mod layouts;
mod legacy;
pub mod made;
mod over;
pub mod raw;
mod seen;
mod written;
mod tables;
mod values;
