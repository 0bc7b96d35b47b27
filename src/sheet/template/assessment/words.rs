//! Words of the self-assessment sheet: how a leaf is scored, what evidence it asks, what the index is.

use crate::criteria::{Criterion, EvidenceAsk, Leaf};
use crate::figure::{Input, InputKind};
use crate::points::Points;
use crate::sheet::template::plan::{Plan, asks_evidence, enough, shares};

/// Gives the unit of measure that stands beside an input.
pub fn measure(input: &Input) -> &str {
    match (&input.measure, input.kind) {
        (Some(measure), _) => measure,
        (None, InputKind::Percent) => "%",
        (None, InputKind::Date) => "ngày",
        (None, _) => "",
    }
}

/// Adds the remark of a criterion to its name.
pub fn noted(name: &str, criterion: &Criterion) -> String {
    criterion.note.as_ref().map_or_else(|| name.to_owned(), |note| format!("{name}\n({note})"))
}

/// Says what a criterion's points are multiplied by.
pub fn weight(criterion: &Criterion) -> String {
    format!("Hệ số {}", criterion.weight.plain_vi())
}

/// Says how a leaf is scored and what evidence it asks, a paragraph each.
pub fn how(plan: &Plan<'_>, criterion: &Criterion, leaf: &Leaf) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if criterion.weight != Points::one() {
        lines.push(weight(criterion));
    }
    lines.extend(leaf.rule.faces().wording(&plan.form.set.terms(criterion, leaf)).into_iter().map(|line| line.vi));
    if asks_evidence(&leaf.evidence) {
        lines.push(evidence(&leaf.evidence));
    }
    lines
}

/// Says what evidence is asked.
fn evidence(ask: &EvidenceAsk) -> String {
    let mut line = String::from(if ask.required { "TLKC (bắt buộc): " } else { "TLKC: " });
    line.push_str(ask.what.as_deref().unwrap_or("văn bản chứng minh"));
    if !ask.types.is_empty() {
        line = format!("{line}; loại văn bản {}", ask.types.join(", "));
    }
    if enough(ask) > 1 {
        line = format!("{line}; ít nhất {} văn bản", enough(ask));
    }
    if ask.section {
        line.push_str("; ghi rõ mục, trang");
    }
    line
}

/// Says what the index of the form is, and what is not in it yet.
pub fn index_label(plan: &Plan<'_>) -> String {
    let (_, council, survey, _) = shares(plan);
    let mut label = String::from("CHỈ SỐ TỰ ĐÁNH GIÁ (%) = tổng điểm ÷ điểm tối đa áp dụng × 100");
    let others: Vec<&str> = [(council, "hội đồng thẩm định"), (survey, "điều tra xã hội học")]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, who)| who)
        .collect();
    if !others.is_empty() {
        label = format!("{label} (chưa gồm phần do {} chấm)", others.join(" và "));
    }
    label
}
