//! What a person typed into a cell, taken for what it says: a figure, a claim, a day, a criterion, documents.

pub mod citation;
pub mod id;
pub mod value;
