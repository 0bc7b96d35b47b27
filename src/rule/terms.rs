//! What a rule may know of its leaf before anything is filled in.

use crate::figure::{Input, InputId, InputKind};
use crate::points::{Points, Rounding};

/// What a rule may know of its leaf before anything is filled in.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// Maximum of the leaf, unweighted.
    pub max: &'a Points,
    /// Inputs of the leaf, in the order of the form.
    pub inputs: &'a [Input],
    /// Rounding of the set.
    pub rounding: Rounding,
}

impl Terms<'_> {
    /// Gives the label of an input in quotes, or its id where the leaf has no such input.
    pub fn label(&self, id: &InputId) -> String {
        let label = self.inputs.iter().find(|input| &input.id == id).map_or(id.as_str(), |input| &input.label);
        format!("“{label}”")
    }

    /// Finds an input.
    pub fn input(&self, id: &InputId) -> Option<&Input> {
        self.inputs.iter().find(|input| &input.id == id)
    }

    /// Tells the kind of an input.
    pub fn kind(&self, id: &InputId) -> Option<InputKind> {
        self.input(id).map(|input| input.kind)
    }

    /// Gives the unit of measure of an input with a blank before it, `" hồ sơ"`; nothing where it has none.
    pub fn measure(&self, id: &InputId) -> String {
        let measure = self.input(id).and_then(|input| input.measure.as_deref());
        measure.map_or_else(String::new, |measure| format!(" {measure}"))
    }
}
