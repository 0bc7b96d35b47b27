//! Rates of which the table doesn't say what they are taken of: whoever fills in would choose. It is asked once for the set.

use std::collections::BTreeMap;

use super::Whole;
use crate::convert::draft::{Input, Measure, Rule};
use crate::convert::rule::{Recognised, names_no_total};
use crate::convert::tree::Node;
use crate::figure::InputKind;
use crate::finding::convert::LETTERS;
use crate::finding::{Finding, Place};
use crate::text;

/// From so many criteria on the question is one of the set.
const MANY: usize = 2;

impl Whole<'_> {
    /// Asks of which total rates are taken, where several criteria leave it open.
    pub fn totals(&mut self, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) {
        let open: Vec<&str> =
            leaves.iter().filter(|leaf| rules.get(&leaf.id).is_some_and(leaves_total_open)).map(|leaf| leaf.id.as_str()).collect();
        if open.len() < MANY {
            return;
        }
        let (count, list) = (open.len(), open.join(", "));
        // Files may be received, resolved or due.
        let files = leaves.iter().filter(|leaf| open.contains(&leaf.id.as_str())).any(|leaf| {
            let labels =
                rules.get(&leaf.id).map(|read| read.inputs.list.iter().map(|input| input.label.to_lowercase()).collect::<Vec<_>>());
            labels.is_some_and(|labels| labels.iter().any(|label| label.contains("hồ sơ")))
        });
        let (some, some_en) = if files {
            (" (đã tiếp nhận, đã giải quyết, đến hạn hay tổng khác)", " (received, resolved, due or another)")
        } else {
            ("", "")
        };
        let message = text!(
            "{count} tiêu chí {list}: bảng không nói tỷ lệ tính trên tổng số nào{some}; tạm để đơn vị nhập theo tên ô nhập, sửa label khi đã rõ",
            "{count} criteria {list}: the table doesn't say of which total the rate is taken{some_en}; units type what the input names for now, correct its label once it is clear"
        );
        let place = Place { sheet: Some(self.table.grid.name.clone()), ..Place::file(self.file) };
        self.findings.push(Finding::new(&LETTERS, message).at(place));
    }
}

/// Tells whether the denominator of a rule is one that no word of the table names, or counts what is not due yet: “hồ sơ tiếp nhận”
/// below those that were in time.
fn leaves_total_open(read: &Recognised) -> bool {
    const OPEN: [&str; 2] = ["thuộc phạm vi đánh giá", "mẫu số của tỷ lệ"];
    let Some(Measure { of, to }) = read.rule.as_ref().and_then(measure) else { return false };
    let label =
        |id: &str| read.inputs.list.iter().find(|input| input.id == id).map_or_else(String::new, |input| input.label.to_lowercase());
    let Some((to, _)) = to else {
        let typed = |input: &&Input| input.id == *of && input.kind == InputKind::Percent;
        return read.inputs.list.iter().find(typed).is_some_and(|input| names_no_total(&input.label));
    };
    let (part, whole) = (label(of), label(to));
    OPEN.iter().any(|word| whole.contains(word)) || whole.contains("tiếp nhận") && part.contains("tiếp nhận") && part.contains(" hạn")
}

/// Gives what a rule measures.
fn measure(rule: &Rule) -> Option<&Measure> {
    match rule {
        Rule::Steps { measure, .. } | Rule::Ratio { measure, .. } | Rule::Interpolate { measure, .. } | Rule::Relative { measure } => {
            Some(measure)
        }
        Rule::StepBy(step) => Some(&step.measure),
        _ => None,
    }
}
