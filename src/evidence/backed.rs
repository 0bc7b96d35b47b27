//! Is a claim backed at all, and by what the criterion asks: evidence or an explanation, enough of it, of the right
//! type, with its section named.

use super::{Asked, LeafFindings, kind};
use crate::assessment::{Answer, Claim, Evidence, EvidenceField};
use crate::criteria::{Criterion, Leaf};
use crate::finding::evidence as code;
use crate::finding::{Finding, Part};
use crate::points::Points;
use crate::rule::{Case, Gives, Scorer};
use crate::text;
use crate::text::Words;

/// Checks one leaf.
pub fn check(asked: &Asked<'_>, criterion: &Criterion, leaf: &Leaf, answer: &Answer, leaf_findings: &mut LeafFindings<'_>) {
    let ask = &leaf.evidence;
    let Some(points) = points(asked, criterion, leaf, answer).filter(Points::is_positive) else { return };
    let id = &criterion.id;
    let count = answer.evidence.iter().filter(|evidence| !evidence.is_dead_address()).count();
    if count == 0 {
        if ask.required && !answer.explains() {
            let (rounding, name) = (asked.set.rounding, &criterion.name);
            let (vi, en) = (rounding.vietnamese(&points), rounding.machine(&points));
            let finding = Finding::new(
                &code::UNBACKED,
                text!(
                    "Tiêu chí {id} “{name}” tự đánh giá {vi} điểm nhưng biểu chưa nêu tài liệu kiểm chứng và chưa giải trình.",
                    "Criterion {id} “{name}” claims {en} points; the form names no evidence for it and explains nothing."
                ),
            )
            .lacks(Part::Evidence);
            leaf_findings.at_leaf(answer, finding.help(cure(leaf_findings.ours).into()));
        }
        return;
    }
    let least = ask.least;
    if count < least {
        let finding = Finding::new(
            &code::TOO_FEW,
            text!(
                "Tiêu chí {id} yêu cầu ít nhất {least} tài liệu, mới nêu {count}.",
                "Criterion {id} asks for at least {least} documents; named: {count}."
            ),
        )
        .lacks(Part::Evidence);
        leaf_findings.at_leaf(answer, finding);
    }
    let fits = |evidence: &Evidence| ask.types.iter().any(|asked| kind::is_of(evidence, asked));
    if !ask.types.is_empty() && !answer.evidence.iter().any(fits) {
        let list = ask.types.join(", ");
        let finding = Finding::new(
            &code::OTHER_TYPE,
            text!(
                "Tiêu chí {id} yêu cầu văn bản loại {list}, không tài liệu nào thuộc loại đó.",
                "Criterion {id} asks for documents of type {list}; none of those named is."
            ),
        );
        leaf_findings.at_leaf(answer, finding);
    }
    if ask.section {
        for evidence in answer.evidence.iter().filter(|evidence| evidence.section.is_none()) {
            let what = super::described(evidence);
            let finding = Finding::new(
                &code::NO_SECTION,
                text!("Tài liệu “{what}” chưa chỉ rõ mục, trang.", "The document “{what}” names no section and page."),
            );
            leaf_findings.at_field(evidence, EvidenceField::Section, finding);
        }
    }
}

/// Says where to name a document: forms of a province's own have other places for it than ours.
const fn cure(ours: bool) -> Words {
    if ours {
        Words {
            vi: "Ghi tài liệu ở trang “Tài liệu kiểm chứng” với đúng mã tiêu chí, hoặc viết giải trình ở cột “Giải trình”; danh mục đã có ở tệp khác thì gửi và kiểm tra cùng lúc với biểu.",
            en: "Name a document on the sheet of evidence with the criterion's id, or explain in the column of explanations; a list in another file is sent and checked together with the form.",
        }
    } else {
        Words {
            vi: "Ghi số, ký hiệu tài liệu hoặc lời giải trình ở hàng của tiêu chí (cột tài liệu kiểm chứng, giải trình hoặc ghi chú), hoặc thêm một trang danh mục có cột “Mã tiêu chí” và “Số, ký hiệu”; danh mục đã có ở tệp khác thì gửi và kiểm tra cùng lúc với biểu.",
            en: "Name a document or explain in the criterion's row (the column of evidence, explanation or remarks), or add a sheet that lists documents, with the columns “Mã tiêu chí” and “Số, ký hiệu”; a list in another file is sent and checked together with the form.",
        }
    }
}

/// Gives the points that a unit asks for: its claim, or where it left that blank, what is computed. `None` where the leaf
/// is not the unit's to score, does not apply, or has nothing to score.
fn points(asked: &Asked<'_>, criterion: &Criterion, leaf: &Leaf, answer: &Answer) -> Option<Points> {
    if leaf.scorer() != Scorer::Unit {
        return None;
    }
    match &answer.claim {
        Claim::Points(points) if !points.is_negative() => return Some(points.clone()),
        Claim::NotApplicable if leaf.may_not_apply => return None,
        // Where the set does not permit it, the mark excuses nothing.
        // A claim below 0 counts as blank, and so claims what is computed.
        Claim::NotApplicable | Claim::Blank | Claim::Wrong(_) | Claim::Points(_) => {}
    }
    match leaf.rule.score(&Case::new(asked.set.terms(criterion, leaf), &answer.figures)).gives {
        Gives::Points(points) => Some(points),
        // The figure is there, and the whole group is needed first: whoever declares one asks for points.
        Gives::Waits => Some(criterion.max.clone()),
        Gives::Nothing | Gives::NotApplicable => None,
    }
}
