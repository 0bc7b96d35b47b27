//! Where answers and documents were typed.

use std::collections::BTreeMap;

use crate::figure::{InputId, SmallMap};
use crate::finding::CellAddress;

/// Cells of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AnswerCells {
    /// The unit's own score.
    pub claimed: Option<CellAddress>,
    /// Its explanation.
    pub explanation: Option<CellAddress>,
    /// Figures, by input.
    pub inputs: SmallMap<InputId, CellAddress>,
}

impl AnswerCells {
    /// Gives the address of each by its name: `claimed`, `explanation`, and every input id.
    pub fn by_name(&self) -> BTreeMap<&str, String> {
        let own = [("claimed", self.claimed), ("explanation", self.explanation)];
        let inputs = self.inputs.iter().map(|(id, cell)| (id.as_str(), Some(*cell)));
        own.into_iter().chain(inputs).filter_map(|(name, cell)| Some((name, cell?.to_string()))).collect()
    }

    /// Gives the cell that stands for the answer: that of the claim, or else the first by its name.
    pub fn first(&self) -> Option<CellAddress> {
        let inputs = self.inputs.iter().map(|(id, cell)| (id.as_str(), *cell));
        let named = self.explanation.map(|cell| ("explanation", cell)).into_iter().chain(inputs);
        self.claimed.or_else(|| named.min_by_key(|(name, _)| *name).map(|(_, cell)| cell))
    }
}

/// Field of a document that has a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceField {
    /// Criterion that it backs.
    Criterion,
    /// Number and symbol.
    Number,
    /// Day.
    Date,
    /// Issuer.
    Issuer,
    /// Title.
    Title,
    /// Section, page.
    Section,
    /// File or address.
    File,
}

impl EvidenceField {
    /// All of them, in the order of their columns.
    pub const ALL: [Self; 7] = [Self::Criterion, Self::Number, Self::Date, Self::Issuer, Self::Title, Self::Section, Self::File];

    /// Gives the key of its column.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Criterion => "criterion",
            Self::Number => "number",
            Self::Date => "date",
            Self::Issuer => "issuer",
            Self::Title => "title",
            Self::Section => "section",
            Self::File => "file",
        }
    }
}

/// Cells of a document, by field.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EvidenceCells([Option<CellAddress>; EvidenceField::ALL.len()]);

impl EvidenceCells {
    /// Gives the cell of a field.
    pub fn get(&self, field: EvidenceField) -> Option<CellAddress> {
        self.0.get(field as usize).copied().flatten()
    }

    /// Says in which cell a field was typed.
    pub fn set(&mut self, field: EvidenceField, cell: CellAddress) {
        if let Some(own) = self.0.get_mut(field as usize) {
            *own = Some(cell);
        }
    }

    /// Says so where nothing is known of it.
    pub fn complete(&mut self, field: EvidenceField, cell: CellAddress) {
        if self.get(field).is_none() {
            self.set(field, cell);
        }
    }

    /// Lists the cells that are known.
    pub fn iter(&self) -> impl Iterator<Item = (EvidenceField, CellAddress)> {
        EvidenceField::ALL.into_iter().zip(self.0).filter_map(|(field, cell)| Some((field, cell?)))
    }
}

impl FromIterator<(EvidenceField, CellAddress)> for EvidenceCells {
    fn from_iter<I: IntoIterator<Item = (EvidenceField, CellAddress)>>(cells: I) -> Self {
        let mut all = Self::default();
        cells.into_iter().for_each(|(field, cell)| all.set(field, cell));
        all
    }
}
