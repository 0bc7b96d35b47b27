//! What a unit said of a leaf when a workbook was made, as a hidden cell keeps it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::{Answer, Claim};
use crate::criteria::Leaf;
use crate::figure::{Figure, Figures, InputKind};
use crate::points::Points;

/// A claim that the leaf does not apply, as the cell has it.
const NOT_APPLICABLE: &str = "n/a";

/// What the cell holds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    /// Claim, as a plain number.
    claim: Option<String>,
    /// Figures that are not blank, as machines read them.
    figures: BTreeMap<String, String>,
}

/// Gives what the cell of a leaf holds.
pub fn written(answer: Option<&Answer>, leaf: &Leaf) -> String {
    let claim = answer.and_then(|answer| match &answer.claim {
        Claim::Points(points) => Some(points.plain()),
        Claim::NotApplicable => Some(NOT_APPLICABLE.to_owned()),
        Claim::Blank | Claim::Wrong(_) => None,
    });
    let figures = answer.map(|answer| figures(answer, leaf)).unwrap_or_default();
    let figures = figures.iter().filter_map(|(id, figure)| Some((id.to_string(), figure.machine()?))).collect();
    serde_json::to_string(&Wire { claim, figures }).unwrap_or_default()
}

/// Lists the figures of a leaf that are not blank.
pub fn figures(answer: &Answer, leaf: &Leaf) -> Figures {
    let mut kept = Figures::default();
    for (id, figure) in answer.figures.iter().filter(|(id, figure)| !figure.is_blank() && leaf.inputs.iter().any(|one| one.id == **id)) {
        kept.insert(id.clone(), figure.clone());
    }
    kept
}

/// Reads the cell of a leaf; nothing where it does not hold what is written there.
pub fn read(cell: &str, leaf: &Leaf) -> Option<(Claim, Figures)> {
    let Wire { claim, figures } = serde_json::from_str(cell).ok()?;
    let claim = match claim.as_deref() {
        None => Claim::Blank,
        Some(NOT_APPLICABLE) => Claim::NotApplicable,
        Some(number) => Claim::Points(Points::parse(number)?),
    };
    let mut kept = Figures::default();
    for (id, said) in figures {
        let input = leaf.inputs.iter().find(|input| input.id.as_str() == id)?;
        kept.insert(input.id.clone(), figure(input.kind, &said)?);
    }
    Some((claim, kept))
}

/// Reads a figure that [`Figure::machine`] printed.
pub fn figure(kind: InputKind, said: &str) -> Option<Figure> {
    Some(match (kind, said) {
        (InputKind::Count | InputKind::Percent | InputKind::Points, number) => Figure::Number(Points::parse(number)?),
        (InputKind::Date, "no") => Figure::NotIssued,
        (InputKind::Date, day) => Figure::Date(day.parse().ok()?),
        (InputKind::YesNo, "true") => Figure::YesNo(true),
        (InputKind::YesNo, "false") => Figure::YesNo(false),
        (InputKind::YesNo, _) => return None,
        (InputKind::Choice, id) => Figure::Choice(id.to_owned()),
        (InputKind::Text, words) => Figure::Text(words.to_owned()),
    })
}
