//! Folders of earlier results, as the campaign names them.

use crate::assessment::Round;
use crate::finding::Place;

/// Folder of an earlier result, as the campaign names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierFolder {
    /// Path inside the campaign's folder.
    pub folder: String,
    /// What it is there for.
    pub of: EarlierOf,
    /// Where the campaign says so.
    pub place: Place,
}

/// What an earlier result is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierOf {
    /// A round that is locked.
    Locked(Round),
    /// A year that this one is compared with.
    Year,
}
