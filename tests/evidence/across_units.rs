//! The same document, or the same file, named by several units.

use jiff::civil::date;
use parindex::assessment::{Answer, Evidence, EvidenceDate, Excused, SelfAssessment, SetRef, Unit};
use parindex::criteria::{CriteriaSet, Period};
use parindex::evidence::{Asked, Evidenced, FileFacts, Files, check};
use parindex::evidence::{Party, named_by_several};
use parindex::figure::CriterionId;
use parindex::text::Lang;

use super::{document, set, unit};

/// Unit with its id and name.
fn named(id: &str, name: &str) -> Unit {
    Unit { id: id.into(), name: name.into(), ..unit() }
}

fn evidenced(set: &CriteriaSet, unit: &Unit, evidence: Vec<Evidence>, files: Option<&Files>) -> Evidenced {
    let assessment = SelfAssessment {
        unit: unit.id.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: format!("{}.xlsx", unit.id),
        layout: "parindex/1".into(),
        answers: [(CriterionId::new("2.1"), Answer { evidence, ..Answer::default() })].into(),
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    };
    let period = Period { from: Some(date(2018, 1, 1)), to: Some(date(2018, 12, 31)) };
    check(&Asked { set, unit, period, deadline: None, files }, assessment).value
}

/// Compares what units name with each other; gives what is found, a line each, with its unit.
fn held(parties: &[(Unit, Vec<Evidence>, Option<Files>)]) -> Vec<String> {
    let set = set();
    let judged: Vec<Evidenced> =
        parties.iter().map(|(unit, evidence, files)| evidenced(&set, unit, evidence.clone(), files.as_ref())).collect();
    let parties: Vec<Party<'_>> = parties
        .iter()
        .zip(&judged)
        .map(|((unit, _, files), evidenced)| Party { unit, set: &set, files: files.as_ref(), evidenced })
        .collect();
    let findings = named_by_several(&parties);
    findings.iter().map(|one| format!("{} {} {}", one.unit.as_ref().unwrap(), one.code.id, one.says(Lang::Vi))).collect()
}

/// Two units that name the same document.
fn both(evidence: &Evidence) -> usize {
    held(&[(named("so-a", "Sở A"), vec![evidence.clone()], None), (named("so-b", "Sở B"), vec![evidence.clone()], None)]).len()
}

#[test]
fn a_document_of_two_units_is_told_on_both() {
    let plan = || document("12/KH-SA", (2018, 2, 3));
    let said = held(&[(named("so-a", "Sở A"), vec![plan()], None), (named("so-b", "Sở B"), vec![plan()], None)]);
    assert_eq!(
        said,
        [
            "so-a E042 Văn bản “12/KH-SA” ngày 03/02/2018 cũng do “Sở B” nêu làm tài liệu kiểm chứng.",
            "so-b E042 Văn bản “12/KH-SA” ngày 03/02/2018 cũng do “Sở A” nêu làm tài liệu kiểm chứng."
        ]
    );
    let alone = held(&[(named("so-a", "Sở A"), vec![plan(), plan()], None), (named("so-b", "Sở B"), Vec::new(), None)]);
    assert_eq!(alone, Vec::<String>::new());
}

#[test]
fn many_units_are_named_in_part() {
    let parties: Vec<_> =
        (1..=6).map(|n| (named(&format!("so-{n}"), &format!("Sở {n}")), vec![document("12/KH-SA", (2018, 2, 3))], None)).collect();
    assert!(held(&parties)[0].contains("cũng do “Sở 2”, “Sở 3”, “Sở 4” và 2 đơn vị khác nêu"), "{:?}", held(&parties)[0]);
    assert!(held(&parties[..5])[0].contains("“Sở 4” và 1 đơn vị khác nêu"));
    assert!(held(&parties[..4])[0].contains("cũng do “Sở 2”, “Sở 3”, “Sở 4” nêu"));
}

#[test]
fn documents_of_those_above_are_everybodys() {
    let of = |number: &str, issuer: &str| {
        both(&Evidence { issuer: (!issuer.is_empty()).then(|| issuer.to_owned()), ..document(number, (2018, 2, 3)) })
    };
    // Ministries, the government, the Party and the National Assembly write to all.
    for number in ["383/BNV-CCHC", "01/NQ-CP", "05-NQ/TU", "06/2022/QH15"] {
        assert_eq!(of(number, ""), 0, "{number}");
    }
    // So do the province's own committee and council; those of a commune don't.
    for (number, issuer, told) in [
        ("12/KH-UBND", "", 0),
        ("12/KH-UBND", "UBND tỉnh", 0),
        ("12/KH-UBND", "UBND thành phố Hà Nội", 0),
        ("12/KH-UBND", "UBND TP. Cần Thơ", 0),
        ("12/KH-UBND", "UBND xã Tân An", 2),
        ("12/KH-UBND", "UBND thành phố Tân An", 2),
        ("12/KH-UBND", "UBND huyện Hà Nội", 2),
        ("12/NQ-HĐND", "HĐND tỉnh", 0),
        ("12/NQ-HĐND", "HĐND phường 1", 2),
        ("12/KH-SNV", "", 2),
        ("12/KH-XYZ", "", 2),
    ] {
        assert_eq!(of(number, issuer), told, "{number} of {issuer}");
    }
}

#[test]
fn without_number_or_day_no_document_is_known_again() {
    let plan = document("12/KH-SA", (2018, 2, 3));
    assert_eq!(both(&Evidence { date: EvidenceDate::Blank, ..plan.clone() }), 0);
    assert_eq!(both(&Evidence { number: None, file: Some("a.pdf".into()), ..plan.clone() }), 0);
    let other = held(&[(named("so-a", "A"), vec![plan], None), (named("so-b", "B"), vec![document("12/KH-SA", (2018, 2, 4))], None)]);
    assert_eq!(other, Vec::<String>::new());
}

#[test]
fn what_is_excused_counts_for_nobody() {
    let plan = || document("12/KH-SA", (2018, 2, 3));
    let excused = Unit { not_applicable: Excused::below(&set(), [CriterionId::new("2")]), ..named("so-a", "Sở A") };
    assert_eq!(held(&[(excused, vec![plan()], None), (named("so-b", "Sở B"), vec![plan()], None)]), Vec::<String>::new());
}

#[test]
fn the_same_file_of_two_units_is_told_unless_it_is_empty() {
    let of = |size: u64, first: &str, second: &str| {
        let files = |hash: &str| {
            Files([("a.pdf".to_owned(), FileFacts { size, head: b"%PDF".to_vec(), outside: false, sha256: Some(hash.into()) })].into())
        };
        let named_file = |number: &str| Evidence { file: Some("a.pdf".into()), ..document(number, (2018, 3, 5)) };
        held(&[
            (named("so-a", "Sở A"), vec![named_file("1/BC-SA")], Some(files(first))),
            (named("so-b", "Sở B"), vec![named_file("2/BC-SB")], Some(files(second))),
        ])
    };
    assert_eq!(
        of(4, "x", "x"),
        ["so-a E043 Tệp “a.pdf” giống hệt tệp do “Sở B” gửi.", "so-b E043 Tệp “a.pdf” giống hệt tệp do “Sở A” gửi."]
    );
    assert_eq!((of(1, "x", "x").len(), of(1, "x", "y").len()), (2, 0));
    assert_eq!(of(0, "x", "x"), Vec::<String>::new());
}
