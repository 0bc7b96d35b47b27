//! Documents as Word files: our own `WordprocessingML`, in the order that its schema asks for.
//!
//! Word silently drops properties that stand out of order, so nobody but [`markup`] puts elements together.
//! Source: ECMA-376 Part 1, 17.3 to 17.6; layout: Nghị định 30/2020/NĐ-CP, Phụ lục I.

mod body;
mod markup;
mod package;
mod styles;

use std::io;

use crate::account::Document;

/// Prints a document: the same bytes for the same document, on every system.
///
/// # Errors
/// Where the file can't be packed.
pub fn document(document: &Document) -> io::Result<Vec<u8>> {
    package::packed(document, &body::body(document))
}
