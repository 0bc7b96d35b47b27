//! Is each claim backed? Every check, with its exact words.

mod below;
mod named;
mod across_units;
mod asked;

use std::collections::BTreeMap;

use jiff::civil::date;
use parindex::assessment::{Answer, AnswerCells, Claim, Evidence, EvidenceDate, EvidenceField, Excused, SelfAssessment, SetRef, Unit};
use parindex::criteria::{self, CriteriaSet, Period};
use parindex::evidence::{Asked, Evidenced, FileFacts, Files, check};
use parindex::evidence::{Kind, Number};
use parindex::figure::{CriterionId, Figure};
use parindex::finding::{CellAddress, CellPlace, Checked, Place, Severity};
use parindex::points::Points;
use parindex::text::Lang;

const SET: &str = r#"
set: thu
title: Bộ tiêu chí thử
status: model
total: 10
criteria:
  - id: "1"
    name: Kế hoạch
    max: 6
    criteria:
      - id: "1.1"
        name: Ban hành kế hoạch
        max: 2
        inputs: [ { id: du, kind: yes_no, label: Đã ban hành } ]
        rule: { yes_no: { all: [du] } }
        evidence: { required: true }
      - id: "1.2"
        name: Báo cáo
        max: 4
        inputs: [ { id: so, kind: count, label: Số báo cáo, measure: báo cáo } ]
        rule: { count: { of: so, each: 1 } }
        evidence: { required: true, types: [BC], least: 2, section: true }
  - id: "2"
    name: Khác
    max: 4
    criteria:
      - id: "2.1"
        name: Không đòi tài liệu
        max: 4
        inputs: [ { id: so, kind: count, label: Số việc, measure: việc } ]
        rule: { count: { of: so, each: 1 } }
"#;

fn set() -> CriteriaSet {
    let read = criteria::read(SET, "set.yaml");
    read.value.unwrap_or_else(|| panic!("{:?}", read.findings))
}

fn unit() -> Unit {
    let not_applicable = Excused::default();
    Unit {
        deadlines: parindex::assessment::Deadlines::default(),
        id: "so-a".into(),
        name: "Sở A".into(),
        aliases: Vec::new(),
        authority: None,
        place: None,
        signatory: None,
        group: "so".into(),
        ranked: true,
        not_applicable,
    }
}

fn files() -> Files {
    let file = |head: &[u8]| FileFacts { size: head.len() as u64, head: head.to_vec(), outside: false, sha256: None };
    let list = [
        ("bao-cao.pdf", file(b"%PDF-1.7")),
        ("anh.jpg", file(b"\xFF\xD8\xFF\xE0")),
        ("gia.pdf", file(b"PK\x03\x04....")),
        ("khac.pdf", file(b"\n\n%PDF-1.4")),
        ("khac.docx", file(b"\n\n%PDF-1.4")),
        ("rong.docx", file(b"")),
        ("quy-2/Báo cáo quý.xlsx", file(b"PK\x03\x04")),
        ("ngoai.pdf", FileFacts { outside: true, ..file(b"") }),
    ];
    Files(list.into_iter().map(|(name, facts)| (name.to_owned(), facts)).collect())
}

/// Compares answers with the set, the year 2018 and the folder.
fn judged(set: &CriteriaSet, answers: &[(&str, Answer)]) -> Checked<Evidenced> {
    let (unit, files) = (unit(), files());
    let asked = Asked {
        set,
        unit: &unit,
        period: Period { from: Some(date(2018, 1, 1)), to: Some(date(2018, 12, 31)) },
        deadline: Some(date(2019, 1, 15)),
        files: Some(&files),
    };
    let assessment = SelfAssessment {
        unit: unit.id.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: "bieu.xlsx".into(),
        layout: "parindex/1".into(),
        answers: answers.iter().map(|(id, answer)| (CriterionId::new(*id), answer.clone())).collect(),
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    };
    check(&asked, assessment)
}

/// Gives what is found, a line each.
fn told(checked: &Checked<Evidenced>) -> String {
    checked.findings.iter().map(|finding| format!("{} {}", finding.code.id, finding.says(Lang::Vi))).collect::<Vec<_>>().join("\n")
}

/// Gives what is found on one document of a leaf that asks for nothing.
fn found(evidence: Evidence) -> String {
    let answer = Answer { evidence: vec![evidence], ..Answer::default() };
    told(&judged(&set(), &[("2.1", answer)]))
}

/// Makes a document with a number and a day.
fn document(number: &str, day: (i16, i8, i8)) -> Evidence {
    let cells = [(EvidenceField::Number, 3), (EvidenceField::Date, 4), (EvidenceField::File, 8), (EvidenceField::Section, 7)];
    Evidence {
        number: Some(number.into()),
        date: EvidenceDate::Day(date(day.0, day.1, day.2)),
        place: CellPlace {
            file: Some("bieu.xlsx".into()), sheet: Some("Tài liệu kiểm chứng".into()), cell: Some(CellAddress::new(8, 3))
        },
        cells: cells.into_iter().map(|(field, column)| (field, CellAddress::new(8, column))).collect(),
        ..Evidence::default()
    }
}

fn claimed(points: i64) -> Answer {
    let cells = AnswerCells { claimed: Some(CellAddress::new(9, 8)), ..AnswerCells::default() };
    Answer { claim: Claim::Points(Points::from(points)), sheet: Some("Tự đánh giá".into()), cells, ..Answer::default() }
}

#[test]
fn points_without_evidence_or_explanation_are_withheld() {
    let set = set();
    let checked = judged(&set, &[("1.1", claimed(2))]);
    assert_eq!(
        told(&checked),
        "E001 Tiêu chí 1.1 “Ban hành kế hoạch” tự đánh giá 2,00 điểm nhưng biểu chưa nêu tài liệu kiểm chứng và chưa giải trình."
    );
    let finding = &checked.findings[0];
    assert_eq!(
        finding.says(Lang::En),
        "Criterion 1.1 “Ban hành kế hoạch” claims 2.00 points; the form names no evidence for it and explains nothing."
    );
    assert_eq!(finding.place, Place::cell("bieu.xlsx", "Tự đánh giá", "I10"));
    assert_eq!((finding.unit.clone(), finding.criterion.clone()), (Some("so-a".into()), Some("1.1".into())));
    let withheld = &checked.value.withheld[&CriterionId::new("1.1")];
    assert_eq!((withheld.len(), withheld[0].code.id, &withheld[0].share), (1, "E001", &Points::one()));
}

#[test]
fn what_is_not_claimed_needs_no_evidence() {
    let set = set();
    let explained = Answer { explanation: Some("Văn bản mật".into()), ..claimed(2) };
    let blank = Answer { figures: [("du".into(), Figure::Blank)].into(), ..Answer::default() };
    let no = Answer { figures: [("du".into(), Figure::YesNo(false))].into(), ..Answer::default() };
    for answer in [explained, claimed(0), blank, no, Answer { evidence: vec![document("1/KH-STC", (2018, 3, 5))], ..claimed(2) }] {
        let checked = judged(&set, &[("1.1", answer)]);
        assert_eq!(told(&checked), "");
        assert!(checked.value.withheld.is_empty());
    }
    // A blank claim claims what is computed.
    let yes = Answer { figures: [("du".into(), Figure::YesNo(true))].into(), ..Answer::default() };
    assert!(told(&judged(&set, &[("1.1", yes.clone())])).starts_with("E001"));
    // "Không áp dụng" excuses nothing where the set does not permit it.
    let excused = Answer { claim: Claim::NotApplicable, ..yes };
    assert!(told(&judged(&set, &[("1.1", excused)])).starts_with("E001"));
    assert_eq!(told(&judged(&set, &[("2.1", claimed(4))])), "", "a leaf that asks for no evidence");
}

#[test]
fn the_set_says_what_withholds() {
    let nothing = CriteriaSet { withhold: BTreeMap::new(), ..set() };
    let checked = judged(&nothing, &[("1.1", claimed(2))]);
    assert!(told(&checked).starts_with("E001"), "it is said all the same");
    assert!(checked.value.withheld.is_empty());
    let half = Points::parse("0.5").unwrap();
    let dates = CriteriaSet { withhold: [("E022".to_owned(), half.clone())].into(), ..set() };
    let old = Answer { evidence: vec![document("1/KH-STC", (2017, 3, 5)), document("2/KH-STC", (2017, 3, 5))], ..claimed(2) };
    let checked = judged(&dates, &[("1.1", old)]);
    let withheld = &checked.value.withheld[&CriterionId::new("1.1")];
    assert_eq!((withheld.len(), &withheld[0].share), (1, &half), "a code withholds once");
}

#[test]
fn enough_of_the_right_type_with_its_section() {
    let plan = Answer { evidence: vec![document("12/KH-STC", (2018, 3, 5))], ..claimed(2) };
    assert_eq!(
        told(&judged(&set(), &[("1.2", plan)])),
        "E002 Tiêu chí 1.2 yêu cầu ít nhất 2 tài liệu, mới nêu 1.\n\
         E003 Tiêu chí 1.2 yêu cầu văn bản loại BC, không tài liệu nào thuộc loại đó.\n\
         E004 Tài liệu “12/KH-STC” chưa chỉ rõ mục, trang."
    );
    let section = Some("trang 2".to_owned());
    let reports = ["12/BC-STC", "13/bc-STC"].map(|number| Evidence { section: section.clone(), ..document(number, (2018, 3, 5)) });
    let answer = Answer { evidence: reports.to_vec(), ..claimed(2) };
    assert_eq!(told(&judged(&set(), &[("1.2", answer)])), "E013 Ký hiệu “bc” trong “13/bc-STC” theo quy định viết là “BC”.");
}

#[test]
fn real_numbers_parse() {
    for (number, code, year, issuer) in [
        ("1149/QĐ-BNV", Some("QĐ"), None, "BNV"),
        ("4851/KH-UBND", Some("KH"), None, "UBND"),
        ("30/2018/QĐ-UBND", Some("QĐ"), Some(2018), "UBND"),
        ("12/2019/TT-BNV", Some("TT"), Some(2019), "BNV"),
        ("123456/KH-UBND", Some("KH"), None, "UBND"),
        ("12/ABC-XYZ", None, None, "ABC-XYZ"),
        ("12/SNV-UBND", None, None, "SNV-UBND"),
        ("02/2010/TTLT-BTP-BNV", Some("TTLT"), Some(2010), "BTP-BNV"),
        ("383/BNV-CCHC", None, None, "BNV-CCHC"),
        ("2231/SNV-CCHC&PC", None, None, "SNV-CCHC&PC"),
        ("2237/UBND-KT", None, None, "UBND-KT"),
        ("05-NQ/TU", Some("NQ"), None, "TU"),
        ("124-QĐ/TW", Some("QĐ"), None, "TW"),
        ("16 - HD/BTCTW", Some("HD"), None, "BTCTW"),
        ("30c/NQ-CP", Some("NQ"), None, "CP"),
        ("390/NQ-HĐND", Some("NQ"), None, "HĐND"),
        ("141/KH-BCĐTKNQ18", Some("KH"), None, "BCĐTKNQ18"),
        ("18/BCTĐ-STP", Some("BCTĐ"), None, "STP"),
        ("06/2022/QH15", None, Some(2022), "QH15"),
        ("01-NQ/CP", Some("NQ"), None, "CP"),
        ("Số: 12/BC–STC", Some("BC"), None, "STC"),
        ("Số 12 / BC - STC", Some("BC"), None, "STC"),
    ] {
        let parsed = Number::parse(number).unwrap_or_else(|| panic!("{number} does not parse"));
        assert_eq!((parsed.code(), parsed.year, parsed.issuer.as_str()), (code, year, issuer), "{number}");
        assert!(matches!(parsed.kind, Kind::Known(_) | Kind::Letter), "{number}: {:?}", parsed.kind);
    }
    for none in [
        "Báo cáo năm",
        "12",
        "12/",
        "/BC-STC",
        "1234567/BC-STC",
        "12ab/BC-STC",
        "x12/BC-STC",
        "12/BC STC ngày",
        "12/BC-S TC",
        "http://a.vn",
        "12/34",
        "",
    ] {
        assert_eq!(Number::parse(none), None, "{none}");
    }
    // A symbol has forty letters at most.
    let symbol = |letters: usize| Number::parse(&format!("12/BC-{}", "S".repeat(letters - 3)));
    assert!(symbol(40).is_some());
    assert_eq!((symbol(41), symbol(50)), (None, None));
    assert_eq!(Number::parse("0012/bc-STC").unwrap().key(), Number::parse("12/BC-STC").unwrap().key());
}

#[test]
fn numbers_that_need_a_second_look() {
    let day = (2018, 3, 5);
    assert_eq!(found(document("12/BC-STC", day)), "");
    assert_eq!(found(document("Báo cáo", day)), "E011 Số, ký hiệu “Báo cáo” không đúng dạng.");
    assert_eq!(found(document("12/QYĐ-STC", day)), "E013 Ký hiệu “QYĐ” trong “12/QYĐ-STC” theo quy định viết là “QyĐ”.");
    assert_eq!(found(document("12/QD-UBND", day)), "E013 Ký hiệu “QD” trong “12/QD-UBND” theo quy định viết là “QĐ”.");
    assert_eq!(found(document("12/bc", day)), "E013 Ký hiệu “bc” trong “12/bc” theo quy định viết là “BC”.");
    assert_eq!(found(document("12/CV-STC", day)), "E013 “12/CV-STC”: công văn không ghi ký hiệu loại văn bản.");
    assert_eq!(found(document("12/BCC-STC", day)), "E012 Ký hiệu loại văn bản “BCC” trong “12/BCC-STC” không có trong danh mục.");
    let checked = judged(&set(), &[("2.1", Answer { evidence: vec![document("12/BCC-STC", day)], ..Answer::default() })]);
    assert_eq!(checked.findings[0].help.vi, "Có phải là “BC”? Nếu đúng, sửa lại; nếu không, đối chiếu với văn bản gốc.");
    assert_eq!(checked.findings[0].severity, Severity::Warning);
    let nameless = Evidence { number: None, title: Some("Biên bản họp".into()), ..document("", day) };
    assert_eq!(found(nameless), "E010 Tài liệu “Biên bản họp” không có số, ký hiệu, cũng không có tệp hay đường dẫn.");
}

#[test]
fn an_issuer_that_does_not_fit_the_symbol() {
    let of = |number: &str, issuer: &str| found(Evidence { issuer: Some(issuer.into()), ..document(number, (2018, 3, 5)) });
    assert_eq!(of("4851/KH-UBND", "Sở Nội vụ"), "E014 Cơ quan ban hành ghi “Sở Nội vụ”, không khớp ký hiệu “UBND” trong “4851/KH-UBND”.");
    assert_eq!(of("390/NQ-HĐND", "UBND tỉnh"), "E014 Cơ quan ban hành ghi “UBND tỉnh”, không khớp ký hiệu “HĐND” trong “390/NQ-HĐND”.");
    for (number, issuer) in [
        ("4851/KH-UBND", "UBND tỉnh"),
        ("4851/KH-UBND", "Ủy ban nhân dân tỉnh"),
        ("4851/KH-UBND", "Uỷ ban nhân dân tỉnh"),
        ("12/BC-SNV", "Sở Nội vụ"),
        ("383/BNV-CCHC", "Bộ Nội vụ"),
        ("30c/NQ-CP", "Chính phủ"),
        ("12/BC-TTPVHCC", "Trung tâm Phục vụ hành chính công"),
        ("390/NQ-HĐND", "Hội đồng nhân dân tỉnh"),
    ] {
        assert_eq!(of(number, issuer), "", "{number} of {issuer}");
    }
}

#[test]
fn days_of_documents() {
    assert_eq!(found(document("12/BC-STC", (2018, 1, 1))), "");
    assert_eq!(found(document("12/BC-STC", (2018, 12, 31))), "");
    assert_eq!(
        found(document("12/BC-STC", (2019, 1, 15))),
        "E022 Văn bản “12/BC-STC” ghi ngày 15/01/2019, ngoài kỳ đánh giá 01/01/2018–31/12/2018."
    );
    assert_eq!(found(document("12/BC-STC", (2019, 1, 16))), "E023 Văn bản “12/BC-STC” ghi ngày 16/01/2019, sau hạn gửi biểu 15/01/2019.");
    assert_eq!(
        found(document("30/2017/QĐ-UBND", (2018, 3, 5))),
        "E024 Số “30/2017/QĐ-UBND” mang năm 2017 nhưng ngày ban hành ghi 05/3/2018."
    );
    let blank = Evidence { date: EvidenceDate::Blank, ..document("12/BC-STC", (2018, 1, 1)) };
    assert_eq!(found(blank), "E020 Văn bản “12/BC-STC” chưa ghi ngày ban hành.");
    // Two years after the period are the last in which a document may be dated, 1945 is the first year.
    for (day, shown) in [((1944, 12, 31), "31/12/1944"), ((2021, 1, 1), "01/01/2021"), ((18, 3, 5), "05/3/18")] {
        let said = found(document("12/BC-STC", day));
        assert_eq!(
            said,
            format!(
                "E020 Ngày ban hành “{shown}” của tài liệu “12/BC-STC” không thể có trong đợt đánh giá này, nên coi như chưa ghi ngày."
            )
        );
    }
    assert!(found(document("12/BC-STC", (1945, 1, 1))).starts_with("E022"));
    assert!(found(document("12/BC-STC", (2020, 12, 31))).starts_with("E023"));
    let wrong = Evidence { date: EvidenceDate::Wrong("31/02/2018".into()), ..document("12/BC-STC", (2018, 1, 1)) };
    assert_eq!(found(wrong), "E021 Ngày ban hành “31/02/2018” của tài liệu “12/BC-STC” không phải ngày hợp lệ.");
}

#[test]
fn files_in_the_folder() {
    let of = |file: &str| found(Evidence { file: Some(file.into()), ..document("12/BC-STC", (2018, 3, 5)) });
    for file in [
        "bao-cao.pdf",
        "khac.pdf",
        "BAO-CAO.PDF",
        "./bao-cao.pdf",
        "evidence/so-a/bao-cao.pdf",
        "evidence\\so-a\\bao-cao.pdf",
        "anh.jpg; bao-cao.pdf",
        "anh.jpg\nbao-cao.pdf",
        "quy-2/Báo cáo quý.xlsx",
        "Ba\u{301}o ca\u{301}o quy\u{301}.xlsx",
        // The number of a list, and words before a comma or a dash, are part of a name only where such a file is there.
        "1. bao-cao.pdf",
        "2) bao-cao.pdf\n3) khac.pdf",
        "Danh sách, bao-cao.pdf",
        "Danh sách - bao-cao.pdf",
        "\"bao-cao.pdf\"",
        "“bao-cao.pdf”; “khac.pdf”",
    ] {
        assert_eq!(of(file), "", "{file}");
    }
    assert_eq!(of("bao-cao2.pdf"), "E030 Không tìm thấy tệp “bao-cao2.pdf” trong thư mục tài liệu kiểm chứng của đơn vị.");
    assert_eq!(of("1. bao-cao2.pdf"), "E030 Không tìm thấy tệp “1. bao-cao2.pdf” trong thư mục tài liệu kiểm chứng của đơn vị.");
    assert_eq!(of("rong.docx"), "E031 Tệp “rong.docx” rỗng.");
    assert_eq!(of("ngoai.pdf"), "E033 Tệp “ngoai.pdf” là liên kết dẫn ra ngoài thư mục.");
    assert_eq!(of("gia.pdf"), "E034 Tệp “gia.pdf” có nội dung là tệp Office mới hoặc tệp nén ZIP, không đúng với đuôi tệp.");
    assert_eq!(of("khac.docx"), "E034 Tệp “khac.docx” có nội dung là dữ liệu loại khác, không đúng với đuôi tệp.");
    let missing = |file: &str| {
        let evidence = vec![Evidence { file: Some(file.into()), ..document("1/BC-STC", (2018, 3, 5)) }];
        judged(&set(), &[("2.1", Answer { evidence, ..Answer::default() })]).findings
    };
    let near = missing("bao-cao2.pdf; bao-cao3.pdf");
    let helps: Vec<&str> = near.iter().map(|finding| finding.help.vi.as_str()).collect();
    assert_eq!(helps, ["Có phải là tệp “bao-cao.pdf”?"; 2]);
    assert_eq!(near[0].place.cell.as_deref(), Some("I9"));
    // A file that another document names is not what this one means.
    let evidence = ["bao-cao2.pdf", "bao-cao.pdf"].map(|file| Evidence { file: Some(file.into()), ..document("1/BC-STC", (2018, 3, 5)) });
    let taken = judged(&set(), &[("2.1", Answer { evidence: evidence.into(), ..Answer::default() })]).findings;
    let missing_one = taken.iter().find(|finding| finding.code.id == "E030").unwrap();
    assert!(!missing_one.help.vi.contains("Có phải là tệp"), "{}", missing_one.help.vi);
    // A name is near whose letters are the same but for fewer than three in ten.
    assert_eq!(missing("xxac.docx1")[0].help.vi, "Chép tệp vào thư mục, hoặc sửa tên tệp trong biểu cho đúng.");
}

#[test]
fn as_many_as_are_listed_leave_none_to_be_counted() {
    let of = |count: usize| {
        let evidence = (0..count).map(|n| document(&format!("Báo cáo thứ {n}"), (2018, 3, 5))).collect();
        judged(&set(), &[("2.1", Answer { evidence, ..Answer::default() })]).findings.len()
    };
    assert_eq!((of(50), of(51), of(90)), (50, 51, 51));
}

#[test]
fn no_path_leaves_the_folder() {
    for path in [
        "../so-b/bao-cao.pdf",
        "a/../../so-b/x.pdf",
        "..\\so-b\\x.pdf",
        "/etc/passwd",
        "\\\\server\\chung\\x.pdf",
        "C:\\Tai lieu\\x.pdf",
        "c:x.pdf",
        "file:///C:/x.pdf",
        "%2e%2e/so-b/x.pdf",
        "%252e%252e%252fso-b/x.pdf",
        "~/x.pdf",
        ".. /x.pdf",
    ] {
        let said = found(Evidence { file: Some(path.into()), ..document("12/BC-STC", (2018, 3, 5)) });
        assert_eq!(said, format!("E032 Đường dẫn “{path}” ra ngoài thư mục tài liệu kiểm chứng."));
    }
}

#[test]
fn web_addresses() {
    let of = |link: &str| found(Evidence { link: Some(link.into()), ..document("12/BC-STC", (2018, 3, 5)) });
    assert_eq!(of("https://longan.gov.vn/tin/1?x=1#a"), "");
    for link in ["www.longan.gov.vn", "drive.google.com/file/d/1A", "http://longan.gov.vn:8080/a", "ftp://a.vn"] {
        assert_eq!(of(link), "", "{link}");
    }
    for link in ["https://", "http://longan", "https://long an.gov.vn", "https://longan..vn", "http:/longan.gov.vn"] {
        assert_eq!(of(link), format!("E035 “{link}” không phải địa chỉ trang web hợp lệ."));
    }
}

#[test]
fn the_same_document_again() {
    let set = set();
    let plan = || document("12/BC-STC", (2018, 3, 5));
    let again = Evidence { number: Some("012/bc-stc".into()), ..plan() };
    let twice = Answer { evidence: vec![plan(), again], ..Answer::default() };
    assert!(told(&judged(&set, &[("2.1", twice)])).ends_with("E040 Tài liệu “012/bc-stc” ghi hai lần ở tiêu chí 2.1."));
    let other_year = Answer { evidence: vec![plan(), document("12/BC-STC", (2018, 3, 6))], ..Answer::default() };
    assert_eq!(told(&judged(&set, &[("2.1", other_year)])), "", "numbers alone don't tell documents apart");
    let one = || Answer { evidence: vec![plan()], ..Answer::default() };
    assert_eq!(
        told(&judged(&set, &[("1.1", one()), ("2.1", one())])),
        "E041 Tài liệu “12/BC-STC” dùng cho các tiêu chí 1.1, 2.1 mà chưa chỉ rõ mục, trang."
    );
    let placed = |page: &str| Answer { evidence: vec![Evidence { section: Some(page.into()), ..plan() }], ..Answer::default() };
    assert_eq!(told(&judged(&set, &[("1.1", placed("trang 1")), ("2.1", placed("trang 2"))])), "");
}

#[test]
fn a_document_is_of_the_type_that_names_it() {
    let named = |number: &str, title: &str, file: &str| {
        let typed = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        Evidence { number: typed(number), title: typed(title), file: typed(file), ..Evidence::default() }
    };
    let cases = [
        ("12/BC-STC", "", "", true),
        ("12/KH-STC", "Báo cáo năm", "", false),
        ("12/BCC-STC", "Báo cáo năm", "", true),
        // Without a symbol the kind that is named says it.
        ("12", "Báo cáo", "", true),
        ("12", "Báo cáo kết quả năm 2018", "", true),
        ("12", "báo cáo", "", true),
        ("12", "BC", "", true),
        ("BC 12", "", "", true),
        ("", "Ba\u{301}o ca\u{301}o", "", true),
        ("12", "Kế hoạch báo cáo", "", false),
        ("12", "Công văn", "", false),
        // A letter is of no type, whatever it is about.
        ("12/STC-VP", "Báo cáo năm", "", false),
        ("12/CV-STC", "Báo cáo năm", "", false),
        // A file tells where nothing else does.
        ("", "", "1.2_12-BC-STC.pdf", true),
        ("", "", "LV1/Báo cáo quý I.docx", true),
        ("", "", "02 Bao_cao-quy.pdf", true),
        ("", "", "ABC.pdf", false),
        ("", "Kế hoạch", "12-BC-STC.pdf", false),
    ];
    for (number, title, file, fits) in cases {
        let answer = Answer { evidence: vec![named(number, title, file)], ..claimed(2) };
        let told = told(&judged(&set(), &[("1.2", answer)]));
        assert_eq!(!told.contains("E003"), fits, "{number} {title} {file}: {told}");
    }
}
