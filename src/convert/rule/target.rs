//! What is done beside what was asked: a target may be passed, so that it is no whole of which the other is a part.

use crate::convert::draft::{Inputs, Measure, Rule};
use crate::figure::InputKind;
use crate::points::Points;

use super::measure::Asked;

/// Words of targets, and of what another time came to.
const TARGETS: [&str; 10] =
    ["chỉ tiêu", "mục tiêu", "dự toán", "kế hoạch", "định mức", "năm trước", "cùng kỳ", "được giao", "năm liền kề", "kỳ trước"];

/// Tells whether the whole of a measure is a target that the lines say may be passed, or one that by its name may be.
pub fn is_of_a_target(asked: &Asked<'_>, measure: &Measure, inputs: &Inputs) -> bool {
    let Some((to, _)) = &measure.to else { return false };
    let whole = inputs.list.iter().find(|input| input.id == *to).map_or_else(String::new, |input| input.label.to_lowercase());
    let passed = asked.said.iter().any(|one| one.text.to_lowercase().contains("vượt"));
    let named = |list: &[&str]| list.iter().any(|word| whole.contains(word));
    // “Tổng số nhiệm vụ được giao” is all there is to do.
    let counted = whole.starts_with("tổng số ") || whole.starts_with("số nhiệm vụ");
    !counted && (named(&TARGETS[..3]) || passed && named(&TARGETS))
}

/// Writes points in proportion to a target, with rates as percentages and money with decimals.
pub fn beside_a_target(measure: &Measure, max: &Points, inputs: &mut Inputs) -> Rule {
    let (of, nothing) = (&measure.of, measure.to.as_ref().map_or("zero", |(_, nothing)| nothing));
    let to = measure.to.as_ref().map_or(of, |(to, _)| to);
    let both = |fits: &dyn Fn(&str) -> bool| {
        let mut two = inputs.list.iter().filter(|input| input.id == *of || input.id == *to);
        two.all(|input| fits(&input.label.to_lowercase()))
    };
    let rates = both(&|label| label.starts_with("tỷ lệ") || label.starts_with("tỉ lệ"));
    let counts = both(&|label| ["số ", "tổng số "].iter().any(|word| label.starts_with(word)) && !label.contains("thu"));
    for input in inputs.list.iter_mut().filter(|input| input.id == *of || input.id == *to) {
        if rates {
            (input.kind, input.measure) = (InputKind::Percent, Some("%".to_owned()));
        } else if !counts {
            input.kind = InputKind::Points;
        }
    }
    let given = match nothing {
        "full" => max.plain(),
        _ => "0".to_owned(),
    };
    match nothing {
        "not_applicable" => Rule::Formula { is: format!("min({of} / {to} * {max}, {max})"), when_nothing: Some("not_applicable") },
        _ => Rule::arithmetic(format!("if({to} = 0, {given}, min({of} / {to} * {max}, {max}))")),
    }
}
