//! Can the document be looked up by its number, and does its issuer fit it?

use super::LeafFindings;
use super::document::{Kind, Number, issuer_kind, named_kind, nearest_type};
use crate::assessment::{Evidence, EvidenceField};
use crate::finding::Finding;
use crate::finding::evidence as code;
use crate::text;

/// Checks one document.
pub fn check(evidence: &Evidence, leaf_findings: &mut LeafFindings<'_>) {
    let Some(typed) = &evidence.number else {
        if evidence.file.is_none() && evidence.link.is_none() {
            let what = super::described(evidence);
            let finding = Finding::new(
                &code::NO_NUMBER,
                text!(
                    "Tài liệu “{what}” không có số, ký hiệu, cũng không có tệp hay đường dẫn.",
                    "The document “{what}” has no number, no file and no link."
                ),
            );
            leaf_findings.at_field(evidence, EvidenceField::Number, finding);
        }
        return;
    };
    let Some(number) = Number::parse(typed) else {
        let finding = Finding::new(
            &code::ODD_NUMBER,
            text!("Số, ký hiệu “{typed}” không đúng dạng.", "The number “{typed}” is not in the usual form."),
        );
        leaf_findings.at_field(evidence, EvidenceField::Number, finding);
        return;
    };
    if let Some(finding) = odd_type(typed, &number) {
        leaf_findings.at_field(evidence, EvidenceField::Number, finding);
    }
    if let Some(finding) = other_issuer(evidence, typed, &number) {
        leaf_findings.at_field(evidence, EvidenceField::Issuer, finding);
    }
}

/// Says what is odd about the type code of a number.
fn odd_type(typed: &str, number: &Number) -> Option<Finding> {
    let canonical = number.canonical();
    match &number.kind {
        Kind::Unknown(kind) => {
            let finding = Finding::new(
                &code::UNKNOWN_TYPE,
                text!(
                    "Ký hiệu loại văn bản “{kind}” trong “{typed}” không có trong danh mục.",
                    "The type code “{kind}” in “{typed}” is not in the list."
                ),
            );
            Some(match nearest_type(kind) {
                Some(near) => finding.help(text!(
                    "Có phải là “{near}”? Nếu đúng, sửa lại; nếu không, đối chiếu với văn bản gốc.",
                    "Did you mean “{near}”? If so, correct it; if not, compare it with the document."
                )),
                None => finding,
            })
        }
        Kind::Sloppy { typed: kind, canonical: right } => {
            let message = text!(
                "Ký hiệu “{kind}” trong “{typed}” theo quy định viết là “{right}”.",
                "The code “{kind}” in “{typed}” is properly written “{right}”."
            );
            Some(Finding::new(&code::SLOPPY_TYPE, message).help(text!("Ghi lại là “{canonical}”.", "Write “{canonical}”.")))
        }
        Kind::LetterWithCode => {
            let message = text!("“{typed}”: công văn không ghi ký hiệu loại văn bản.", "“{typed}”: official letters carry no type code.");
            Some(Finding::new(&code::SLOPPY_TYPE, message).help(text!("Ghi lại là “{canonical}”.", "Write “{canonical}”.")))
        }
        Kind::Known(_) | Kind::Letter => None,
    }
}

/// Says where the issuer named is not of the kind that the number's symbol says.
fn other_issuer(evidence: &Evidence, typed: &str, number: &Number) -> Option<Finding> {
    let (issuer, symbol) = (evidence.issuer.as_ref()?, &number.issuer);
    let (by_symbol, by_name) = (issuer_kind(symbol)?, named_kind(issuer)?);
    let message = text!(
        "Cơ quan ban hành ghi “{issuer}”, không khớp ký hiệu “{symbol}” trong “{typed}”.",
        "The issuer says “{issuer}”, which does not fit the symbol “{symbol}” in “{typed}”."
    );
    (by_symbol != by_name).then(|| Finding::new(&code::OTHER_ISSUER, message))
}
