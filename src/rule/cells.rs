//! Where a rule's figures stand in the form, as its Excel formulas need them.

use crate::figure::InputId;
use crate::text::Lang;

/// Addresses in the form, as formulas need them.
pub trait Cells {
    /// Gives the address of an input's cell: `$F$24`.
    fn input(&self, id: &InputId) -> String;

    /// Gives the range that holds the choices of an input, in the order of [`Ask::choices`](super::Ask::choices): `lists!$A$2:$A$4`.
    fn choices(&self, id: &InputId) -> String;

    /// Gives the leaf's maximum, as a literal or an address.
    fn max(&self) -> String;

    /// Gives the language of the form: in its words cells answer yes and no, and formulas say that nothing applies.
    fn lang(&self) -> Lang;
}

/// Cells of a part, whose maximum is its own.
pub struct PartCells<'a> {
    /// Cells of the leaf.
    pub cells: &'a dyn Cells,
    /// Maximum of the part.
    pub max: String,
}

impl Cells for PartCells<'_> {
    fn input(&self, id: &InputId) -> String {
        self.cells.input(id)
    }

    fn choices(&self, id: &InputId) -> String {
        self.cells.choices(id)
    }

    fn max(&self) -> String {
        self.max.clone()
    }

    fn lang(&self) -> Lang {
        self.cells.lang()
    }
}

/// Cells with long addresses in a form of a language, to see how long a formula gets.
pub struct Longest(pub Lang);

impl Cells for Longest {
    fn input(&self, _: &InputId) -> String {
        "$AA$10000".into()
    }

    fn choices(&self, id: &InputId) -> String {
        format!("danh_sach_{id}_10000")
    }

    fn max(&self) -> String {
        "$AA$10000".into()
    }

    fn lang(&self) -> Lang {
        self.0
    }
}
