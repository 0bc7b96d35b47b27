//! Our forms: one layout table, shared by the writer of blank forms and the reader of filled ones.

pub mod layout;
pub mod carried;
pub mod extras;
pub mod read;
pub mod template;
