//! Rates of which the table doesn't say what they are taken of: whoever fills in would choose. It is asked once.

use std::collections::BTreeMap;

use super::Whole;
use crate::convert::draft::{Input, Measure, Rule};
use crate::convert::rule::{Kind, Recognised, names_a_rate, names_no_total, states, typed_without_total};
use crate::convert::tree::Node;
use crate::figure::{CriterionId, InputKind};
use crate::finding::convert::LETTERS;
use crate::finding::{Finding, Place};
use crate::text;

/// Words of a total that no word of the table names.
const OPEN: [&str; 2] = ["thuộc phạm vi đánh giá", "mẫu số của tỷ lệ"];

impl Whole<'_> {
    /// Asks of which total rates are taken where the table leaves it open: of one criterion at it, of several once for the set.
    pub fn totals(&mut self, leaves: &[&Node], rules: &mut BTreeMap<String, Recognised>) {
        let open: Vec<&Node> =
            leaves.iter().copied().filter(|leaf| rules.get(&leaf.id).is_some_and(|read| leaves_total_open(leaf, read))).collect();
        // Files may be received, resolved or due; of other things nobody knows.
        let of_files = |leaf: &&&Node| {
            let mut labels = rules.get(&leaf.id).into_iter().flat_map(|read| &read.inputs.list).map(|input| input.label.to_lowercase());
            labels.any(|label| label.contains("hồ sơ"))
        };
        let files = open.iter().filter(of_files).count();
        let (some, some_en) = match files {
            0 => ("", ""),
            _ if files == open.len() => (" (đã tiếp nhận, đã giải quyết, đến hạn hay tổng khác)", " (received, resolved, due or another)"),
            _ => (" (với hồ sơ: đã tiếp nhận, đã giải quyết, đến hạn hay tổng khác)", " (of files: received, resolved, due or another)"),
        };
        let ask = |vi: &str, en: &str| {
            text!(
                "{vi}: bảng chưa quy định tỷ lệ tính trên tổng số nào{some}; tạm để đơn vị nhập theo tên ô nhập, sửa label khi đã rõ",
                "{en}: the table doesn't say of which total the rate is taken{some_en}; units type what the input names for now, correct its label once it is clear"
            )
        };
        let (message, finding) = match open.as_slice() {
            [] => return,
            [leaf] => {
                let name = format!("“{}”", leaf.row.name.text);
                let message = ask(&name, &name);
                let cell = leaf.lines.first().map_or(&leaf.row.name.cell, |said| &said.cell);
                let finding = Finding::new(&LETTERS, message.clone()).on(&CriterionId::new(leaf.id.clone())).at(self.place(cell));
                (message, finding)
            }
            _ => {
                let (count, list) = (open.len(), open.iter().map(|leaf| leaf.id.as_str()).collect::<Vec<_>>().join(", "));
                let message = ask(&format!("{count} tiêu chí {list}"), &format!("{count} criteria {list}"));
                let place = Place { sheet: Some(self.table.grid.name.clone()), ..Place::file(self.file) };
                let finding = Finding::new(&LETTERS, message.clone()).at(place);
                (message, finding)
            }
        };
        self.findings.push(finding);
        for leaf in open {
            if let Some(read) = rules.get_mut(&leaf.id) {
                read.doubts.push((&LETTERS, message.clone()));
            }
        }
    }
}

/// Tells whether the denominator of a rule is one that no word of the table names, or counts what is not due yet: “hồ sơ tiếp nhận”
/// below those that were in time, “hồ sơ” alone where the table doesn't write “tổng số hồ sơ”.
fn leaves_total_open(leaf: &Node, read: &Recognised) -> bool {
    let unnamed = |input: &Input| OPEN.iter().any(|word| input.label.to_lowercase().contains(word));
    // A rate that is typed for arithmetic is of what its own words say.
    let in_per_cent = |input: &Input| input.kind == InputKind::Percent || input.measure.as_deref() == Some("%");
    // What is paid out is so of the capital that was planned.
    let paid = |input: &Input| input.label.to_lowercase().contains("giải ngân");
    let typed = |input: &Input| in_per_cent(input) && names_a_rate(&input.label) && typed_without_total(&input.label) && !paid(input);
    let in_formula = matches!(read.rule, Some(Rule::Formula { .. }));
    let computed = in_formula && read.inputs.list.iter().any(|input| unnamed(input) || typed(input));
    // “Từ 95% đến dưới 98%: tỷ lệ × 4” is of the same total as the steps beside it.
    let pair = read.inputs.part_of().filter(|_| matches!(read.rule, Some(Rule::Formula { .. })) && read.inputs.list.len() == 2);
    let pair = pair.map(|(of, to)| Measure { of, to: Some((to, "zero")) });
    computed
        || pair.is_some_and(|measure| is_open(leaf, read, &measure))
        || read.rule.as_ref().is_some_and(|rule| measures(rule).into_iter().any(|measure| is_open(leaf, read, measure)))
}

/// Tells it of one rate of a rule.
fn is_open(leaf: &Node, read: &Recognised, Measure { of, to }: &Measure) -> bool {
    // Words that say which of all things there are.
    const WHICH: [&str; 14] =
        ["đã", "được", "phải", "cần", "đến", "tiếp nhận", "phát sinh", "giao", "thụ lý", "nộp", "có", "trong", "theo", "thuộc"];
    let label =
        |id: &str| read.inputs.list.iter().find(|input| input.id == id).map_or_else(String::new, |input| input.label.to_lowercase());
    let Some((to, _)) = to else {
        let typed = |input: &&Input| input.id == *of && input.kind == InputKind::Percent;
        return read.inputs.list.iter().find(typed).is_some_and(|input| names_no_total(&input.label));
    };
    let (part, whole) = (label(of), label(to));
    let in_time = |label: &str| states(label).any(|(_, kind)| kind == Kind::Time);
    let timely = in_time(&part);
    let written = || {
        let texts = leaf.lines.iter().chain(&leaf.figures).map(|said| said.text.as_str()).chain([leaf.row.name.text.as_str()]);
        texts.map(str::to_lowercase).any(|text| text.contains(whole.as_str()))
    };
    // A share of what fails asks for its total itself.
    let is_share = || matches!(read.rule, Some(Rule::StepBy(_)));
    let bare = || {
        whole.contains("hồ sơ")
            && !in_time(&whole)
            && !is_share()
            && !WHICH.iter().any(|word| format!(" {whole} ").contains(&format!(" {word} ")))
            && !written()
    };
    // Of “TTHC có quy trình được phê duyệt” all TTHC may be meant, or those that have one.
    let held = || {
        let had = whole.split_once(" có ").map(|(_, had)| format!(" có {had} "));
        let name = format!(" {} ", leaf.row.name.text.to_lowercase());
        had.is_some_and(|had| format!("{part} ").contains(&format!("{had}được ")) && !name.contains(&had)) && !written()
    };
    OPEN.iter().any(|word| whole.contains(word))
        || held()
        || timely && (whole.contains("tiếp nhận") && part.contains("tiếp nhận") || bare())
}

/// Lists the rates that a rule measures.
fn measures(rule: &Rule) -> Vec<&Measure> {
    match rule {
        Rule::Steps { measure, .. } | Rule::Ratio { measure, .. } | Rule::Interpolate { measure, .. } | Rule::Relative { measure } => {
            vec![measure]
        }
        Rule::StepBy(step) => vec![&step.measure],
        Rule::SumOf(parts) => parts.iter().flat_map(|part| measures(&part.rule)).collect(),
        _ => Vec::new(),
    }
}
