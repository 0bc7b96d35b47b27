//! The form: one layout table, shared by the writer of blank forms and the reader of filled ones.

pub mod layout;
pub mod guard;
pub mod book;
pub mod value;
pub mod id;
pub mod carried;
pub mod read;
pub mod saved;
pub mod style;
pub mod template;
pub mod table;
pub mod stt;
pub mod header;
pub mod citation;
pub mod foreign;
