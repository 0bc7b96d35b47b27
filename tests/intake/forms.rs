//! Our own form, written, filled in, handled and read back.

use std::collections::BTreeMap;

use jiff::civil::date;
use parindex::assessment::{
    Agencies, Answer, Campaign, Claim, Evidence, EvidenceCells, EvidenceDate, EvidenceField, Excused, SelfAssessment, SetRef, Stage, Unit,
};
use parindex::criteria::{self, CriteriaSet, Period};
use parindex::figure::{CriterionId, Figure, Figures, UnitId};
use parindex::finding::{CellPlace, Checked};
use parindex::form::carried;
use parindex::form::read::read;
use parindex::form::template::{Form, write};
use parindex::points::Points;
use parindex::text::Lang;
use parindex::workbook;

use super::raw::{edited, told, unzip};

/// Set with one leaf of each kind of input, one of the council, one that may be declared not to apply.
const SET: &str = r#"
set: thu
title: Bộ tiêu chí thử
status: model
total: 10
criteria:
  - id: "1"
    name: Chỉ đạo, điều hành
    max: 6
    criteria:
      - id: "1.1"
        name: Ban hành kế hoạch
        max: 2
        inputs:
          - { id: muc, kind: choice, label: Mức độ ban hành }
        rule: { levels: { of: muc, levels: [ { id: kip_thoi, label: Ban hành kịp thời, points: 2 }, { id: cham, label: Không kịp thời, points: 1 } ] } }
        evidence: { required: true, types: [KH] }
      - id: "1.10"
        name: Báo cáo đầy đủ
        max: 2
        may_not_apply: true
        inputs:
          - { id: du, kind: yes_no, label: Đủ số lượng }
        rule: { yes_no: { all: [du] } }
      - id: "1.2"
        name: Sáng kiến
        max: 2
        inputs:
          - { id: so, kind: count, label: Số sáng kiến, measure: sáng kiến }
        rule: { count: { of: so, each: 0.5 } }
  - id: "2"
    name: Thủ tục hành chính
    max: 4
    criteria:
      - id: "2.1"
        name: Hồ sơ đúng hạn
        max: 2
        inputs:
          - { id: dung_han, kind: count, label: Số hồ sơ đúng hạn, measure: hồ sơ }
          - { id: da_giai_quyet, kind: count, label: Số hồ sơ đã giải quyết, measure: hồ sơ }
        rule: { ratio: { of: dung_han, to: da_giai_quyet, full_at: 100%, zero_below: 80%, when_nothing: full } }
      - id: "2.2"
        name: Hội đồng đánh giá
        max: 2
        rule: { given: { by: council } }
"#;

fn set() -> CriteriaSet {
    let read = criteria::read(SET, "set.yaml");
    read.value.unwrap_or_else(|| panic!("{}", told(&read.findings)))
}

fn unit() -> Unit {
    Unit {
        id: "so-noi-vu".into(),
        name: "Sở Nội vụ".into(),
        aliases: Vec::new(),
        authority: None,
        place: None,
        signatory: None,
        group: "so".into(),
        ranked: true,
        not_applicable: Excused::below(&set(), ["1.2".into()]),
        deadlines: parindex::assessment::Deadlines::default(),
    }
}

fn campaign() -> Campaign {
    Campaign {
        id: "thu-2018".into(),
        title: "Đánh giá năm 2018".into(),
        authority: None,
        office: None,
        place: None,
        signatory: None,
        year: 2018,
        period: Period { from: Some(date(2018, 1, 1)), to: Some(date(2018, 12, 31)) },
        deadline: Some(date(2019, 1, 15)),
        late: None,
        notice: None,
        official: Stage::Accepted,
        rounds: parindex::assessment::Rounds::default(),
        agencies: Agencies::default(),
        reports: parindex::assessment::Reports::default(),
    }
}

fn number(number: i64) -> Figure {
    Figure::Number(Points::from(number))
}

/// What the unit says: a claim, figures, an explanation and evidence of each kind.
fn filled(set: &CriteriaSet) -> SelfAssessment {
    let figures = |figures: &[(&str, Figure)]| -> Figures { figures.iter().map(|(id, figure)| ((*id).into(), figure.clone())).collect() };
    let answer = |claim, figures, explanation: Option<&str>| Answer {
        claim,
        figures,
        explanation: explanation.map(Into::into),
        ..Answer::default()
    };
    let mut answers: BTreeMap<CriterionId, Answer> = BTreeMap::new();
    let plan = Evidence {
        number: Some("4851/KH-UBND".into()),
        date: EvidenceDate::Day(date(2018, 10, 11)),
        issuer: Some("UBND tỉnh".into()),
        title: Some("Kế hoạch CCHC".into()),
        section: Some("mục II, trang 3".into()),
        file: Some("ke-hoach.pdf".into()),
        ..Evidence::default()
    };
    let web = Evidence { link: Some("https://longan.gov.vn/kh".into()), title: Some("Bài đăng".into()), ..Evidence::default() };
    let first = answer(Claim::Points(Points::parse("1.5").unwrap()), figures(&[("muc", Figure::Choice("cham".into()))]), None);
    answers.insert("1.1".into(), Answer { evidence: vec![plan, web], ..first });
    answers.insert(
        "1.10".into(),
        answer(Claim::NotApplicable, figures(&[("du", Figure::YesNo(false))]), Some("Chưa có quy định.\nĐã hỏi Sở.")),
    );
    let rate = figures(&[("dung_han", number(654_074)), ("da_giai_quyet", number(683_241))]);
    answers.insert("2.1".into(), answer(Claim::Blank, rate, Some("=HYPERLINK(1)")));
    SelfAssessment {
        unit: "so-noi-vu".into(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: "bieu.xlsx".into(),
        layout: "parindex/1".into(),
        answers,
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    }
}

/// Writes a form, filled in or blank.
fn form(set: &CriteriaSet, filled: Option<&SelfAssessment>) -> Vec<u8> {
    let (unit, campaign) = (unit(), campaign());
    write(&Form {
        set,
        unit: &unit,
        campaign: &campaign,
        group: "Sở, ban, ngành",
        rounding: set.rounding,
        last_year: None,
        lang: Lang::Vi,
        filled,
    })
    .unwrap()
}

/// Reads a form back.
fn back(set: &CriteriaSet, bytes: &[u8]) -> Checked<SelfAssessment> {
    let book = workbook::open(bytes, "bieu.xlsx");
    let book = book.value.unwrap_or_else(|| panic!("{}", told(&book.findings)));
    let read = read(&book, set, "bieu.xlsx");
    Checked { value: read.value.unwrap_or_else(|| panic!("{}", told(&read.findings))), findings: read.findings }
}

/// Gives what was said without where it was said.
fn said(assessment: &SelfAssessment) -> BTreeMap<String, (Claim, Figures, Option<String>, Vec<Evidence>)> {
    let bare = |evidence: &Evidence| Evidence { place: CellPlace::default(), cells: EvidenceCells::default(), ..evidence.clone() };
    assessment
        .answers
        .iter()
        .map(|(id, answer)| {
            let evidence = answer.evidence.iter().map(bare).collect();
            (id.to_string(), (answer.claim.clone(), answer.figures.clone(), answer.explanation.clone(), evidence))
        })
        .collect()
}

/// Finds the part of a sheet, by a text that stands in it or that its strings hold.
fn part_with(bytes: &[u8], key: &str) -> String {
    let files = unzip(bytes);
    let strings =
        files.iter().find(|(name, _)| name == "xl/sharedStrings.xml").map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap()).unwrap();
    let at = strings.split("<si>").skip(1).position(|string| string.contains(&format!(">{key}<"))).unwrap();
    let cell = format!("t=\"s\"><v>{at}</v>");
    let (name, _) =
        files.iter().find(|(name, bytes)| name.contains("worksheets/sheet") && String::from_utf8_lossy(bytes).contains(&cell)).unwrap();
    name.clone()
}

#[test]
fn a_form_fresh_from_the_writer_has_nothing_wrong() {
    let set = set();
    let read = back(&set, &form(&set, None));
    assert_eq!(told(&read.findings), "");
    assert_eq!(read.value.unit, UnitId::new("so-noi-vu"));
    let blank = |id: &str| read.value.answers[&CriterionId::new(id)].clone();
    assert_eq!(blank("1.1").claim, Claim::Blank);
    assert_eq!(blank("1.1").figures.values().collect::<Vec<_>>(), [&Figure::Blank], "blank, with a cell for it");
    assert_eq!(blank("2.1").figures.len(), 2);
}

#[test]
fn what_is_typed_comes_back_as_typed() {
    let set = set();
    let sent = filled(&set);
    let read = back(&set, &form(&set, Some(&sent)));
    assert_eq!(told(&read.findings), "");
    let (sent, mut got) = (said(&sent), said(&read.value));
    // The campaign excuses the unit from 1.2, and 2.2 is the council's.
    got.retain(|id, _| sent.contains_key(id));
    assert_eq!(got, sent);
    let first = &read.value.answers[&CriterionId::new("1.1")];
    assert_eq!(first.sheet.as_deref(), Some("Tự đánh giá"));
    let cells = first.cells.by_name();
    assert!(cells.contains_key("claimed") && cells.contains_key("explanation") && cells.contains_key("muc"));
    assert_eq!(first.evidence[0].place.sheet.as_deref(), Some("Tài liệu kiểm chứng"));
    assert_eq!(first.evidence[0].place.cell, first.evidence[0].cells.get(EvidenceField::Number));
}

#[test]
fn a_form_says_what_it_is() {
    let set = set();
    let book = workbook::open(&form(&set, None), "bieu.xlsx").value.unwrap();
    let carried = carried(&book).unwrap();
    assert_eq!(carried.unit, Some("so-noi-vu".into()));
    assert_eq!((carried.year, carried.campaign.as_deref()), (Some(2018), Some("thu-2018")));
    assert_eq!(carried.yaml.as_deref(), Some(set.yaml.as_str()));
    assert_eq!(carried.set.unwrap().sha256, set.sha256);
}

/// Swaps the content of rows: the rows of a sheet's XML are renumbered into another order.
pub fn reordered(xml: &str, order: impl Fn(u32) -> u32) -> String {
    let (head, rest) = xml.split_once("<sheetData>").unwrap();
    let (rows, tail) = rest.split_once("</sheetData>").unwrap();
    let mut moved: BTreeMap<u32, String> = BTreeMap::new();
    for row in rows.split_inclusive("</row>").filter(|row| row.contains("<row ")) {
        let from: u32 = row.split("r=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        let to = order(from);
        let mut row = row.replacen(&format!("<row r=\"{from}\""), &format!("<row r=\"{to}\""), 1);
        for column in b'A'..=b'Z' {
            let column = char::from(column);
            row = row.replace(&format!("r=\"{column}{from}\""), &format!("r=\"{column}{to}\""));
        }
        moved.insert(to, row);
    }
    let rows: String = moved.into_values().collect();
    // What refers to rows by number would no longer fit; a reader must not need it.
    let tail = tail.split_once("<mergeCells").map_or(tail, |(before, rest)| {
        if before.len() < 400 { rest.split_once("</mergeCells>").map_or(tail, |(_, after)| after) } else { tail }
    });
    format!("{head}<sheetData>{rows}</sheetData>{tail}")
}

#[test]
fn rows_may_be_sorted_and_inserted() {
    let set = set();
    let sent = filled(&set);
    let bytes = form(&set, Some(&sent));
    let part = part_with(&bytes, "leaf:1.1");
    let straight = said(&back(&set, &bytes).value);
    // The table stands in rows 8 to 18: turned upside down, and spread by inserted rows.
    for order in [|row: u32| if (8..=18).contains(&row) { 26 - row } else { row }, |row: u32| if row >= 8 { row + (row - 8) } else { row }]
    {
        let read = back(&set, &edited(&bytes, &part, |xml| reordered(&xml, order)));
        assert_eq!(told(&read.findings), "");
        assert_eq!(said(&read.value), straight);
    }
}

#[test]
fn a_renamed_sheet_is_found_by_its_keys() {
    let set = set();
    let bytes = form(&set, Some(&filled(&set)));
    let straight = said(&back(&set, &bytes).value);
    let renamed = edited(&bytes, "xl/workbook.xml", |xml| xml.replace("name=\"Tự đánh giá\"", "name=\"Sheet1\""));
    let read = back(&set, &renamed);
    assert_eq!(told(&read.findings), "");
    assert_eq!(said(&read.value), straight);
}

#[test]
fn a_deleted_row_counts_as_blank_and_is_said() {
    let set = set();
    let bytes = form(&set, Some(&filled(&set)));
    let part = part_with(&bytes, "leaf:1.1");
    let strings = unzip(&bytes).into_iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap().1;
    let strings = String::from_utf8(strings).unwrap();
    let at = strings.split("<si>").skip(1).position(|string| string.contains(">input:2.1/dung_han<")).unwrap();
    let cut = edited(&bytes, &part, |xml| {
        let (head, rest) = xml.split_once("<sheetData>").unwrap();
        let (rows, tail) = rest.split_once("</sheetData>").unwrap();
        let kept: String = rows.split_inclusive("</row>").filter(|row| !row.contains(&format!("t=\"s\"><v>{at}</v>"))).collect();
        format!("{head}<sheetData>{kept}</sheetData>{tail}")
    });
    let read = back(&set, &cut);
    assert_eq!(told(&read.findings), "S024 Biểu thiếu hàng số liệu “Số hồ sơ đúng hạn” của tiêu chí 2.1.");
    assert_eq!(read.value.answers[&CriterionId::new("2.1")].figures.get(&"dung_han".into()), Some(&Figure::Blank));
}

#[test]
fn another_set_another_version_and_lost_keys_are_said() {
    let set = set();
    let bytes = form(&set, Some(&filled(&set)));
    let other = CriteriaSet { id: "khac".into(), ..set.clone() };
    assert_eq!(told(&back(&other, &bytes).findings), "S021 Biểu lập cho bộ tiêu chí “thu”, trong khi đơn vị được chấm theo “khac”.");
    let newer = CriteriaSet { version: "2".into(), ..set.clone() };
    assert_eq!(told(&back(&newer, &bytes).findings), "S022 Biểu lập theo phiên bản “1” của bộ tiêu chí “thu”, hiện dùng phiên bản “2”.");
    let changed = CriteriaSet { sha256: "00".into(), ..set.clone() };
    assert_eq!(
        told(&back(&changed, &bytes).findings),
        "S022 Nội dung bộ tiêu chí “thu” đã thay đổi sau khi lập biểu, dù vẫn ghi phiên bản “1”."
    );
    let keyless = edited(&bytes, "xl/sharedStrings.xml", |xml| xml.replace("parindex:keys", "x"));
    let book = workbook::open(&keyless, "bieu.xlsx").value.unwrap();
    assert_eq!(told(&read(&book, &set, "bieu.xlsx").findings), "S020 Không nhận ra biểu tự đánh giá trong tệp “bieu.xlsx”.");
}

#[test]
fn words_typed_over_figures_are_kept_and_said_at_their_cell() {
    let set = set();
    let mut sent = filled(&set);
    let answer = sent.answers.get_mut(&CriterionId::new("2.1")).unwrap();
    answer.figures.insert("dung_han".into(), Figure::Wrong("chưa thống kê".into()));
    answer.claim = Claim::Wrong("đạt".into());
    let read = back(&set, &form(&set, Some(&sent)));
    assert_eq!(
        told(&read.findings),
        "S050 Điểm tự đánh giá ghi “đạt”, không phải là số điểm.\nS040 Ô “Số hồ sơ đúng hạn” ghi “chưa thống kê”, không phải là số."
    );
    let cells = read.value.answers[&CriterionId::new("2.1")].cells.by_name();
    let places: Vec<&str> = read.findings.iter().map(|finding| finding.place.cell.as_deref().unwrap()).collect();
    assert_eq!(places, [&cells["claimed"], &cells["dung_han"]]);
    assert!(read.findings.iter().all(|finding| finding.unit == Some("so-noi-vu".into()) && finding.criterion == Some("2.1".into())));
}

#[test]
fn citations_typed_as_numbers_are_taken_apart() {
    let set = set();
    let mut sent = filled(&set);
    let whole = "Kế hoạch số 12/KH-SNV ngày 05/3/2018 của Sở Nội vụ, trang 2; Báo cáo 13/BC-SNV ngày 6/3/2018";
    let row = Evidence { number: Some(whole.into()), file: Some("a.pdf".into()), ..Evidence::default() };
    sent.answers.get_mut(&CriterionId::new("2.1")).unwrap().evidence = vec![row];
    let read = back(&set, &form(&set, Some(&sent)));
    assert_eq!(told(&read.findings), "");
    let documents = &said(&read.value)["2.1"].3;
    let plan = Evidence {
        number: Some("12/KH-SNV".into()),
        date: EvidenceDate::Day(date(2018, 3, 5)),
        issuer: Some("Sở Nội vụ".into()),
        section: Some("trang 2".into()),
        file: Some("a.pdf".into()),
        ..Evidence::default()
    };
    assert_eq!(documents[0], plan);
    assert_eq!((documents.len(), documents[1].number.as_deref()), (2, Some("13/BC-SNV")));
}

#[test]
fn a_form_in_an_old_format_is_survived_however_it_is_damaged() {
    for name in ["libreoffice.ods", "libreoffice.xls"] {
        let whole = std::fs::read(format!("tests/good/forms/{name}")).unwrap();
        for n in 0..120 {
            let mut bytes = whole.clone();
            // Spread over the file without chance, so that a failure comes back.
            let at = (n * 7919 * 13) % bytes.len();
            bytes[at] ^= 0xFF;
            let opened = workbook::open(&bytes, name);
            assert_eq!(opened.value.is_none(), !opened.findings.is_empty(), "{name} byte {at}");
            let cut = &whole[..whole.len() - 1 - at.min(whole.len() - 2)];
            assert!(workbook::open(cut, name).findings.len() <= 1);
        }
    }
}
