//! What stands beside a criterion in the self-assessment: its weight, how it is scored, what evidence it asks.

use super::Form;
use crate::criteria::{Criterion, EvidenceAsk, Leaf};
use crate::points::Points;
use crate::text::Lang;

/// Says what a criterion's points are multiplied by.
fn weight(criterion: &Criterion) -> String {
    format!("Hệ số {}", criterion.weight.plain_vi())
}

/// Says what stands beside a criterion with children: its weight, and when it counts.
pub fn beside_group(form: &Form<'_>, criterion: &Criterion) -> String {
    let weight = (criterion.weight != Points::one()).then(|| weight(criterion));
    let requires = criterion.requires.as_ref().map(|requires| requires.words(form.set).vi);
    let best = form.set.alternative_of(&criterion.id).map(|of| of.words().vi);
    let deadline = criterion.deadline_words().map(|words| words.vi);
    weight.into_iter().chain(best).chain(requires).chain(deadline).chain(appraiser(form, criterion)).collect::<Vec<_>>().join("\n")
}

/// Says how a leaf is scored and what evidence it asks, in paragraphs. It stands whole in one cell, which reaches over
/// the leaf and its inputs. The decision's own words keep their lines.
pub fn beside_leaf(form: &Form<'_>, criterion: &Criterion, leaf: &Leaf) -> String {
    let mut lines: Vec<String> = Vec::new();
    if criterion.weight != Points::one() {
        lines.push(weight(criterion));
    }
    lines.extend(form.set.alternative_of(&criterion.id).map(|of| of.words().vi));
    lines.extend(leaf.paragraphs(&form.set.terms(criterion, leaf), Lang::Vi));
    lines.extend(form.set.line_words(&criterion.id).into_iter().map(|words| words.vi));
    lines.extend(criterion.condition_words(form.set).map(|words| words.vi));
    lines.extend(criterion.deadline_words().map(|words| words.vi));
    lines.extend(appraiser(form, criterion));
    if asks_evidence(&leaf.evidence) {
        lines.push(evidence(&leaf.evidence));
    }
    lines.join("\n")
}

/// Says who appraises a criterion, where that is named at it.
fn appraiser(form: &Form<'_>, criterion: &Criterion) -> Option<String> {
    form.campaign.agencies.named_at(criterion).map(|by| format!("Cơ quan thẩm định: {}.", by.name))
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

/// Tells whether a leaf asks for documents at all.
pub fn asks_evidence(ask: &EvidenceAsk) -> bool {
    ask.required || ask.least > 0 || ask.what.is_some() || !ask.types.is_empty()
}

/// Tells how many documents are enough.
pub fn enough(ask: &EvidenceAsk) -> usize {
    ask.least.max(1)
}
