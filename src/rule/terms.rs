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

    /// Gives what an input counts, as a decision names one of it: “Số hồ sơ trễ hạn” counts “hồ sơ trễ hạn”. `None` where the label
    /// doesn't say.
    pub fn counted(&self, id: &InputId) -> Option<String> {
        let label = self.input(id)?.label.trim();
        let rest = ["Số lượng ", "Tổng số ", "Số lượt ", "Số "].iter().find_map(|front| {
            // “Số lượt truy cập” counts times, “Số lượng hồ sơ” files.
            label.strip_prefix(front).map(|rest| if *front == "Số lượt " { format!("lượt {rest}") } else { rest.to_owned() })
        })?;
        let plain = rest.split(" (").next().unwrap_or_default();
        let short = !plain.is_empty() && plain.chars().count() <= 80 && !plain.contains([',', ';', ':']);
        short.then_some(rest)
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
