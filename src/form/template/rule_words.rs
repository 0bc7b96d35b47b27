//! What stands beside a criterion in the self-assessment: its weight, how it is scored, what evidence it asks.

use super::Form;
use crate::criteria::{Criterion, EvidenceAsk, Leaf};
use crate::points::Points;
use crate::text::{Lang, Text, said};

/// Says what a criterion's points are multiplied by, where that is not 1.
pub fn weight(criterion: &Criterion, lang: Lang) -> Option<String> {
    let weight = criterion.weight.plain_in(lang);
    (criterion.weight != Points::one()).then(|| said!(lang, "Hệ số {weight}", "Weight {weight}"))
}

/// Says what stands beside a criterion with children: its weight, and when it counts.
pub fn beside_group(form: &Form<'_>, criterion: &Criterion) -> String {
    let said = |words: Text| words.get(form.lang).to_owned();
    let requires = criterion.requires.as_ref().map(|requires| said(requires.words(form.set)));
    let best = form.set.alternative_of(&criterion.id).map(|of| said(of.words()));
    let deadline = criterion.deadline_words().map(said);
    weight(criterion, form.lang)
        .into_iter()
        .chain(best)
        .chain(requires)
        .chain(deadline)
        .chain(appraiser(form, criterion))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Says how a leaf is scored and what evidence it asks, in paragraphs. It stands whole in one cell, which reaches over
/// the leaf and its inputs. The decision's own words keep their lines.
pub fn beside_leaf(form: &Form<'_>, criterion: &Criterion, leaf: &Leaf) -> String {
    let mut lines: Vec<String> = Vec::new();
    let said = |words: Text| words.get(form.lang).to_owned();
    lines.extend(weight(criterion, form.lang));
    lines.extend(form.set.alternative_of(&criterion.id).map(|of| said(of.words())));
    lines.extend(leaf.paragraphs(&form.set.terms(criterion, leaf), form.lang));
    lines.extend(form.set.line_words(&criterion.id).into_iter().map(said));
    lines.extend(criterion.condition_words(form.set).map(said));
    lines.extend(criterion.deadline_words().map(said));
    lines.extend(appraiser(form, criterion));
    if asks_evidence(&leaf.evidence) {
        lines.push(evidence(&leaf.evidence, form.lang));
    }
    lines.join("\n")
}

/// Says who appraises a criterion, where that is named at it.
fn appraiser(form: &Form<'_>, criterion: &Criterion) -> Option<String> {
    form.campaign.agencies.named_at(criterion).map(|by| {
        let name = by.name;
        said!(form.lang, "Cơ quan thẩm định: {name}.", "Appraised by: {name}.")
    })
}

/// Says what evidence is asked.
fn evidence(ask: &EvidenceAsk, lang: Lang) -> String {
    let head = if ask.required { lang.word("TLKC (bắt buộc): ", "Evidence (required): ") } else { lang.word("TLKC: ", "Evidence: ") };
    let mut line = String::from(head);
    line.push_str(ask.what.as_deref().unwrap_or_else(|| lang.word("văn bản chứng minh", "documents that prove it")));
    if !ask.types.is_empty() {
        let types = ask.types.join(", ");
        line.push_str(&said!(lang, "; loại văn bản {types}", "; kinds {types}"));
    }
    if let least @ 2.. = enough(ask) {
        line.push_str(&said!(lang, "; ít nhất {least} văn bản", "; at least {least} documents"));
    }
    if ask.section {
        line.push_str(lang.word("; ghi rõ mục, trang", "; name section and page"));
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
