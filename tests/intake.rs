//! Taking in what people send: files of any kind, values in any spelling, forms after any handling.

mod citations;
mod files;
mod forms;
mod legacy;
pub mod raw;
mod tables;
mod values;
