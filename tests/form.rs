//! The form that goes out: what stands in it, what it computes, and that it opens everywhere.

mod claims;
pub mod paper;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use jiff::civil::date;
use parindex::assessment::{
    Agencies, Answer, Campaign, Claim, Evidence, EvidenceDate, Excused, Round, SelfAssessment, SetRef, Stage, Unit,
};
use parindex::criteria::{self, CriteriaSet, Period};
use parindex::evidence::Evidenced;
use parindex::figure::{CriterionId, Figure, Figures, InputKind};
use parindex::finding::Finding;
use parindex::form::layout;
use parindex::form::read;
use parindex::form::template::printed::{PrintedCell, PrintedForm};
use parindex::form::template::{Form, write};
use parindex::points::Points;
use parindex::scoring;
use parindex::text::Lang;
use parindex::workbook;

/// A set with every kind of rule and input, ids that a number would spoil, weights, an adjustment of either sign.
pub const SET: &str = r#"
set: bien-the
title: Bộ tiêu chí thử
status: model
source: { document: 1880/QĐ-UBND, date: 2017-12-01, issuer: UBND tỉnh }
valid: { from: 2018-01-01, to: 2018-12-31 }
total: 24
criteria:
  - id: "1"
    name: Chỉ đạo, điều hành
    max: 12
    criteria:
      - id: "1.1"
        name: Ban hành kế hoạch
        max: 1
        inputs: [ { id: muc, kind: choice, label: Mức độ ban hành } ]
        rule:
          levels:
            of: muc
            levels:
              - { id: kip_thoi, label: "Ban hành kịp thời, đủ nội dung", points: 1 }
              - { id: cham, label: "= Không kịp thời", points: 0.5 }
              - { id: khong, label: Không ban hành, points: 0 }
        evidence: { required: true, types: [KH], least: 2, section: true, what: Kế hoạch năm }
      - id: "1.10"
        name: "=Báo cáo định kỳ"
        max: 3
        inputs:
          - { id: du, kind: yes_no, label: Đủ số lượng }
          - { id: dung, kind: yes_no, label: Đúng thời gian }
        rule: { yes_no: { all: [du, dung], met: 100%, unmet: 0 } }
        evidence: { required: true, types: [BC] }
      - id: "1.2"
        name: Thực hiện kế hoạch
        max: 2
        weight: 4
        may_not_apply: true
        inputs:
          - { id: xong, kind: count, label: Số nhiệm vụ hoàn thành, measure: nhiệm vụ }
          - { id: giao, kind: count, label: Số nhiệm vụ được giao, measure: nhiệm vụ }
        rule:
          steps:
            of: xong
            to: giao
            when_nothing: zero
            steps: [ { above: 90%, points: 2 }, { from: 70%, up_to: 90%, points: 1 }, { below: 70%, points: 0 } ]
  - id: "2"
    name: Thủ tục hành chính
    max: 12
    criteria:
      - id: "2.1"
        name: Hồ sơ đúng hạn
        max: 3
        inputs:
          - { id: dung_han, kind: count, label: Số hồ sơ đúng hạn, measure: hồ sơ }
          - { id: giai_quyet, kind: count, label: Số hồ sơ đã giải quyết, measure: hồ sơ }
        rule: { ratio: { of: dung_han, to: giai_quyet, full_at: 100%, zero_below: 80%, when_nothing: not_applicable } }
        evidence: { required: true, types: [BC] }
      - id: "2.2"
        name: Tỷ lệ rà soát
        max: 1.5
        inputs: [ { id: ty_le, kind: percent, label: Tỷ lệ rà soát } ]
        rule: { ratio: { of: ty_le, full_at: 95% } }
      - id: "2.3"
        name: Sáng kiến
        max: 1.5
        inputs:
          - { id: so, kind: count, label: Số sáng kiến, measure: sáng kiến }
          - { id: kinh_phi, kind: points, label: Kinh phí, measure: triệu đồng }
          - { id: ngay, kind: date, label: Ngày công nhận }
          - { id: ten, kind: text, label: Tên sáng kiến }
        rule: { count: { of: so, each: 0.5 } }
        evidence: { required: false, what: Quyết định công nhận }
      - id: "2.4"
        name: Đơn vị tự cho điểm
        max: 2
        may_not_apply: true
        rule: { given: { by: unit } }
      - { id: "2.5", name: Hội đồng chấm, max: 1, rule: { given: { by: council } } }
      - { id: "2.6", name: Khảo sát, max: 1, rule: { given: { by: survey } } }
      - id: "2.7"
        name: Không thuộc đơn vị
        max: 2
        inputs: [ { id: x, kind: count, label: Số liệu } ]
        rule: { count: { of: x, each: 1, cap: 2 } }
adjustments:
  - id: T1
    sign: bonus
    name: Sáng kiến cấp tỉnh
    max: 1
    inputs: [ { id: so, kind: count, label: Số sáng kiến cấp tỉnh } ]
    rule: { count: { of: so, each: 0.5 } }
  - id: T2
    sign: penalty
    name: Chậm báo cáo
    max: 2
    inputs: [ { id: so, kind: count, label: Số lần chậm } ]
    rule: { count: { of: so, each: 0.25 } }
"#;

pub fn tmp(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("form");
    fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

pub fn set_of(yaml: &str) -> CriteriaSet {
    let read = criteria::read(yaml, "set.yaml");
    read.value.unwrap_or_else(|| {
        panic!("{:?}", read.findings.iter().map(|finding| (finding.code.id, finding.says(Lang::En))).collect::<Vec<_>>())
    })
}

fn model_set() -> CriteriaSet {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria/long-an-so-nganh-2018/set.yaml");
    criteria::read_bytes(&fs::read(path).unwrap(), "set.yaml").value.unwrap()
}

pub fn campaign() -> Campaign {
    Campaign {
        id: "thu-2018".into(),
        title: "Đánh giá, xếp hạng cải cách hành chính năm 2018".into(),
        authority: None,
        office: Some("UBND tỉnh".into()),
        place: None,
        signatory: None,
        year: 2018,
        period: Period { from: Some(date(2018, 1, 1)), to: Some(date(2018, 12, 31)) },
        deadline: Some(date(2019, 1, 15)),
        late: None,
        notice: Some("SỐ LIỆU MINH HỌA".into()),
        official: Stage::Appraised(Round::FIRST),
        rounds: parindex::assessment::Rounds::default(),
        agencies: Agencies::default(),
        reports: parindex::assessment::Reports::default(),
    }
}

pub fn unit() -> Unit {
    Unit {
        id: "so-tai-chinh".into(),
        name: "Sở Tài chính".into(),
        aliases: Vec::new(),
        authority: None,
        place: None,
        signatory: None,
        group: "so-nganh".into(),
        ranked: true,
        not_applicable: Excused::below(&set_of(SET), ["2.7".into()]),
        deadlines: parindex::assessment::Deadlines::default(),
    }
}

/// Writes the form of the unit, blank or filled.
pub fn form(set: &CriteriaSet, filled: Option<&SelfAssessment>) -> Vec<u8> {
    form_as(set, filled, &campaign())
}

fn form_as(set: &CriteriaSet, filled: Option<&SelfAssessment>, campaign: &Campaign) -> Vec<u8> {
    form_in(set, filled, (campaign, Lang::Vi))
}

/// Writes the form of the unit in a language.
pub fn form_in(set: &CriteriaSet, filled: Option<&SelfAssessment>, (campaign, lang): (&Campaign, Lang)) -> Vec<u8> {
    let unit = unit();
    write(&Form { set, unit: &unit, campaign, group: "Sở, ban, ngành", rounding: set.rounding, last_year: None, lang, filled }).unwrap()
}

/// The languages of forms.
pub const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

/// Where a form holds words or a number, it knows them beforehand: only a formula is worked out, and only where somebody
/// typed over it. So reading an untouched form never works a form out anew.
#[test]
fn what_a_form_computes_is_what_holds_a_formula() {
    let mut sets: Vec<PathBuf> = fs::read_dir("criteria").unwrap().map(|entry| entry.unwrap().path().join("set.yaml")).collect();
    sets.retain(|set| set.is_file());
    assert!(sets.len() >= 6);
    let shipped = sets.iter().map(|set| criteria::read_bytes(&fs::read(set).unwrap(), "set.yaml").value.unwrap());
    for (n, set) in shipped.chain([set_of(SET), set_of(SET)]).enumerate() {
        let (unit, campaign, drawn, lang) = (unit(), campaign(), drawn(&set, 7), LANGS[n % 2]);
        let blank = Form {
            set: &set,
            unit: &unit,
            campaign: &campaign,
            group: "Sở, ban, ngành",
            rounding: set.rounding,
            last_year: None,
            lang,
            filled: None,
        };
        let own = PrintedForm::new(&blank);
        for filled in [None, Some(&drawn)] {
            let book = workbook::open(&write(&Form { filled, ..blank }).unwrap(), "form.xlsx").value.unwrap();
            let grid = book.sheets.iter().find(|sheet| sheet.name == layout::ASSESSMENT.get(lang)).unwrap();
            let keys = *grid.cells.iter().find(|(_, cell)| cell.shown() == layout::KEYS).unwrap().0;
            let mut seen = 0;
            for ((row, column), cell) in grid.cells.iter().filter(|((row, _), cell)| *row > keys.0 && !cell.is_blank()) {
                let key = grid.shown(*row, keys.1).and_then(|key| layout::RowKey::parse(&key));
                let of = grid.shown(keys.0, *column).and_then(|key| layout::AssessmentAt::of(&key));
                let Some((key, of)) = key.zip(of) else { continue };
                seen += 1;
                assert_eq!(own.has(&key, of) == PrintedCell::Live, cell.formula, "{} {key} {of:?}: “{}”", set.id, cell.shown());
            }
            assert!(seen > 100, "{}", set.id);
            for ((_, _), cell) in grid.cells.iter().filter(|((row, _), cell)| *row < keys.0 && !cell.is_blank() && !cell.formula) {
                assert!(own.says(layout::ASSESSMENT.vi, &cell.shown()), "{} “{}”", set.id, cell.shown());
            }
        }
    }
}

fn assessment(set: &CriteriaSet, answers: BTreeMap<CriterionId, Answer>) -> SelfAssessment {
    SelfAssessment {
        unit: "so-tai-chinh".into(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: "form.xlsx".into(),
        layout: layout::LAYOUT.into(),
        answers,
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    }
}

pub fn points(text: &str) -> Points {
    Points::parse(text).unwrap()
}

pub fn figures<const N: usize>(typed: [(&str, Figure); N]) -> Figures {
    typed.into_iter().map(|(id, figure)| (id.into(), figure)).collect()
}

pub fn number(text: &str) -> Figure {
    Figure::Number(points(text))
}

pub fn document(number: &str) -> Evidence {
    Evidence {
        number: Some(number.into()),
        date: EvidenceDate::Day(date(2018, 3, 5)),
        issuer: Some("Sở Tài chính".into()),
        title: Some("=HYPERLINK(\"http://x\")".into()),
        section: Some("Mục II, trang 3".into()),
        file: Some("12-BC-STC.pdf".into()),
        ..Evidence::default()
    }
}

/// Answers as a careful unit would give them.
pub fn careful(set: &CriteriaSet) -> SelfAssessment {
    let mut answers = BTreeMap::new();
    let mut answer = |id: &str, typed: Figures, claim: Claim, evidence: Vec<Evidence>| {
        answers.insert(CriterionId::from(id), Answer { claim, figures: typed, evidence, ..Answer::default() });
    };
    answer(
        "1.1",
        figures([("muc", Figure::Choice("cham".into()))]),
        Claim::Points(points("0.5")),
        vec![document("12/KH-STC"), document("13/KH-STC")],
    );
    answer("1.10", figures([("du", Figure::YesNo(true)), ("dung", Figure::YesNo(true))]), Claim::Blank, vec![document("1/BC-STC")]);
    answer("1.2", figures([("xong", number("9")), ("giao", number("10"))]), Claim::Points(points("1")), vec![]);
    answer("2.1", figures([("dung_han", number("599")), ("giai_quyet", number("600"))]), Claim::Blank, vec![document("2/BC-STC")]);
    answer("2.2", figures([("ty_le", number("95.73"))]), Claim::Points(points("1.5")), vec![]);
    answer(
        "2.3",
        figures([
            ("so", number("7")),
            ("kinh_phi", number("12.5")),
            ("ngay", Figure::Date(date(2018, 10, 11))),
            ("ten", Figure::Text("=Một cửa điện tử".into())),
        ]),
        Claim::Points(points("1.5")),
        vec![],
    );
    answer("2.4", figures([]), Claim::NotApplicable, vec![]);
    answer("T1", figures([("so", number("1"))]), Claim::Blank, vec![]);
    answer("T2", figures([("so", number("3"))]), Claim::Blank, vec![]);
    assessment(set, answers)
}

/// Answers of every sort, good and bad, drawn from a seed.
pub fn drawn(set: &CriteriaSet, seed: u64) -> SelfAssessment {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut answers = BTreeMap::new();
    for (criterion, leaf) in set.leaves() {
        let mut typed = Figures::new();
        for input in &leaf.inputs {
            let choices = leaf.choices(&input.id);
            let figure = match (draw(12), input.kind) {
                (0, _) => Figure::Blank,
                (1, InputKind::Count | InputKind::Percent | InputKind::Points) => number("-3"),
                (2, kind) if kind != InputKind::Text => Figure::Wrong("=không rõ".into()),
                (3, InputKind::Percent) => number("130.5"),
                (4 | 5, InputKind::Count) => number("0"),
                (_, InputKind::Count) => number(&draw(30).to_string()),
                (_, InputKind::Percent | InputKind::Points) => number(&format!("{}.{:02}", draw(100), draw(100))),
                (4, InputKind::Date) => Figure::NotIssued,
                (_, InputKind::Date) => Figure::Date(date(2018, 10, 11)),
                (n, InputKind::YesNo) => Figure::YesNo(n % 3 != 0),
                (n, InputKind::Choice) => Figure::Choice(choices[usize::try_from(n).unwrap() % choices.len()].id.clone()),
                (_, InputKind::Text) => Figure::Text("=chữ".into()),
            };
            typed.insert(input.id.clone(), figure);
        }
        let claim = match draw(9) {
            0 => Claim::Points(points("-1")),
            1 => Claim::Points(&criterion.max + &points("0.01")),
            2 => Claim::NotApplicable,
            3 => Claim::Wrong("+1đ".into()),
            4 => Claim::Points(points("0.37")),
            5 => Claim::Points(criterion.max.clone()),
            _ => Claim::Blank,
        };
        let evidence = (0..draw(3)).map(|n| document(&format!("{n}/BC-STC"))).collect();
        let explanation = (draw(3) == 0).then(|| "- Do chưa có số liệu".to_owned());
        answers.insert(criterion.id.clone(), Answer { claim, figures: typed, evidence, explanation, ..Answer::default() });
    }
    let mut drawn = assessment(set, answers);
    for figure in &set.figures {
        let first = set.naming(&figure.id).find_map(|(criterion, _)| drawn.answers[&criterion.id].figures.get(&figure.id)).cloned();
        drawn.shared.figures.insert(figure.id.clone(), first.unwrap_or(Figure::Blank));
    }
    drawn.spread(set);
    drawn
}

/// A written form, opened.
pub struct Opened {
    pub book: Xlsx<Cursor<Vec<u8>>>,
    bytes: Vec<u8>,
}

impl Opened {
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { book: Xlsx::new(Cursor::new(bytes.clone())).unwrap(), bytes }
    }

    /// Finds a column by its key and a row by its key, as a reader does.
    pub fn at(&mut self, sheet: &str, row_key: &str, column_key: &str) -> Data {
        let (row, column) = self.place(sheet, row_key, column_key);
        let range = self.book.worksheet_range(sheet).unwrap();
        range.get_value((row.cast_unsigned() - 1, column.cast_unsigned() - 1)).cloned().unwrap_or(Data::Empty)
    }

    /// Gives row and column of a cell by their keys, counted from 1.
    pub fn place(&mut self, sheet: &str, row_key: &str, column_key: &str) -> (i32, i32) {
        let range = self.book.worksheet_range(sheet).unwrap();
        let start = range.start().unwrap();
        let cells: Vec<(usize, usize, String)> = range.used_cells().map(|(row, column, cell)| (row, column, cell.to_string())).collect();
        let (keys_row, keys_column, _) = cells.iter().find(|(.., cell)| cell == layout::KEYS).unwrap();
        let (_, column, _) = cells.iter().find(|(row, _, cell)| row == keys_row && cell == column_key).unwrap();
        let (row, ..) = cells.iter().find(|(_, column, cell)| column == keys_column && cell == row_key).unwrap();
        let place = |first: u32, at: usize| first.cast_signed() + i32::try_from(at).unwrap() + 1;
        (place(start.0, *row), place(start.1, *column))
    }

    /// Gives what a cell shows, row and column counted from 1.
    pub fn shown_at(&mut self, sheet: &str, row: u32, column: u32) -> String {
        self.book.worksheet_range(sheet).unwrap().get_value((row - 1, column - 1)).map(shown).unwrap_or_default()
    }

    /// Lists the words and numbers of a sheet, as they are shown.
    pub fn texts(&mut self, sheet: &str) -> Vec<String> {
        self.book.worksheet_range(sheet).unwrap().used_cells().map(|(.., cell)| shown(cell)).collect()
    }

    /// Tells whether the workbook has a sheet.
    pub fn has(&self, sheet: &str) -> bool {
        self.book.sheet_names().iter().any(|name| name == sheet)
    }

    /// Lists the keys of a sheet's rows, from the top.
    pub fn keys(&mut self, sheet: &str) -> Vec<String> {
        let range = self.book.worksheet_range(sheet).unwrap();
        let cells: Vec<(usize, usize, String)> = range.used_cells().map(|(row, column, cell)| (row, column, cell.to_string())).collect();
        let (_, keys, _) = cells.iter().find(|(.., cell)| cell == layout::KEYS).unwrap();
        cells.iter().filter(|(_, column, _)| column == keys).map(|(.., cell)| cell.clone()).collect()
    }

    /// Gives the rows of a sheet as lines.
    pub fn text(&mut self, sheet: &str) -> Vec<String> {
        let range = self.book.worksheet_range(sheet).unwrap();
        range.rows().map(|row| row.iter().map(shown).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ")).collect()
    }

    /// Gives the rows of all sheets as text.
    pub fn all_text(&mut self) -> Vec<String> {
        let names = self.book.sheet_names();
        names.iter().flat_map(|name| self.text(name)).collect()
    }

    pub fn assessed(&mut self, row_key: &str, column_key: &str) -> Data {
        self.at(layout::ASSESSMENT.vi, row_key, column_key)
    }

    /// Gives every cell with a formula and what it shows, by sheet and 1-based row and column.
    pub fn formulas(&mut self) -> Vec<(String, u32, u32, String)> {
        let mut all = Vec::new();
        for name in self.book.sheet_names() {
            let (formulas, values) = (self.book.worksheet_formula(&name).unwrap(), self.book.worksheet_range(&name).unwrap());
            let start = formulas.start().unwrap_or_default();
            for (row, column, _) in formulas.used_cells().filter(|(.., formula)| !formula.is_empty()) {
                let (row, column) = (start.0 + u32::try_from(row).unwrap(), start.1 + u32::try_from(column).unwrap());
                let shown = values.get_value((row, column)).map(shown).unwrap_or_default();
                all.push((name.clone(), row + 1, column + 1, shown));
            }
        }
        all
    }

    /// Lists the formulas of a sheet, as they are written.
    pub fn formulas_of(&mut self, sheet: &str) -> Vec<String> {
        let formulas = self.book.worksheet_formula(sheet).unwrap();
        formulas.used_cells().map(|(.., formula)| formula.clone()).filter(|formula| !formula.is_empty()).collect()
    }

    /// Gives the XML of a part of the file.
    pub fn part(&self, name: &str) -> String {
        let mut zip = zip::ZipArchive::new(Cursor::new(&self.bytes)).unwrap();
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }
}

/// Prints a cell so that equal numbers print equal.
pub fn shown(cell: &Data) -> String {
    match cell {
        Data::Float(number) => rounded(*number),
        Data::Int(number) => number.to_string(),
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}

pub fn rounded(number: f64) -> String {
    let text = format!("{number:.9}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

/// Recalculates a file with the formula engine, and says where what it shows differs from what was written.
pub fn recalculated(bytes: Vec<u8>, name: &str) -> Vec<String> {
    let path = tmp(name);
    fs::write(&path, &bytes).unwrap();
    let mut model: Model = ironcalc::import::load_from_xlsx(path.to_str().unwrap(), "en", "UTC", "en").unwrap();
    model.evaluate();
    let mut opened = Opened::new(bytes);
    let names = opened.book.sheet_names();
    let mut differ = Vec::new();
    for (sheet, row, column, written) in opened.formulas() {
        let index = names.iter().zip(0..).find(|(name, _)| **name == sheet).unwrap().1;
        let value = match model.get_cell_value_by_index(index, row.cast_signed(), column.cast_signed()).unwrap() {
            CellValue::None => String::new(),
            CellValue::String(text) => text,
            CellValue::Number(number) => rounded(number),
            CellValue::Boolean(truth) => truth.to_string(),
        };
        if value != written {
            differ.push(format!("{sheet} R{row}C{column}: written “{written}”, recalculated “{value}”"));
        }
    }
    differ
}

#[test]
fn a_filled_form_shows_the_scores_of_the_engine() {
    let set = set_of(SET);
    let filled = careful(&set);
    let mut opened = Opened::new(form(&set, Some(&filled)));
    let computed = |opened: &mut Opened, id: &str| shown(&opened.assessed(&format!("leaf:{id}"), "computed"));
    assert_eq!(computed(&mut opened, "1.1"), "0.5");
    assert_eq!(computed(&mut opened, "1.2"), "1", "90% itself is in the middle step");
    assert_eq!(computed(&mut opened, "2.1"), "3", "599/600 × 3 = 2.995, printed half up");
    assert_eq!(computed(&mut opened, "2.2"), "1.5");
    // 0.5 + 3 + 1 × 4 + 2.995 + 1.5 + 1.5 + 0.5 − 0.75 = 13.245; of 1 + 3 + 8 + 3 + 1.5 + 1.5 = 18 that apply and are its own.
    assert_eq!(shown(&opened.assessed("total", "exact")), "13.245");
    assert_eq!(shown(&opened.assessed("total", "computed")), "13.25");
    assert_eq!(shown(&opened.assessed("index", "max")), "18");
    assert_eq!(shown(&opened.assessed("index", "computed")), "73.58");
    assert_eq!(shown(&opened.assessed("leaf:1.1", "state")), "Đủ: 2 tài liệu");
    assert_eq!(shown(&opened.assessed("leaf:2.4", "state")), "Không áp dụng");
    assert_eq!(shown(&opened.assessed("total", "state")), "13/13 ô đã điền");
}

#[test]
fn what_is_written_is_what_a_recalculation_gives() {
    for (name, yaml) in [
        ("plain", SET.to_owned()),
        ("leaf", SET.replace("total: 24", "total: 24\nrounding: { at: leaf, decimals: 1, mode: half_up }")),
        ("truncate", SET.replace("total: 24", "total: 24\nmay_pass_100: true\nrounding: { at: print, decimals: 2, mode: truncate }")),
    ] {
        let set = set_of(&yaml);
        assert_eq!(recalculated(form(&set, None), &format!("{name}-blank.xlsx")), [""; 0], "{name}, blank");
        assert_eq!(recalculated(form(&set, Some(&careful(&set))), &format!("{name}-careful.xlsx")), [""; 0], "{name}, careful");
        let english = |filled: Option<&SelfAssessment>| form_in(&set, filled, (&campaign(), Lang::En));
        assert_eq!(recalculated(english(None), &format!("{name}-en-blank.xlsx")), [""; 0], "{name}, blank");
        assert_eq!(recalculated(english(Some(&careful(&set))), &format!("{name}-en-careful.xlsx")), [""; 0], "{name}, careful");
        for seed in 1..=12 {
            let form = form_in(&set, Some(&drawn(&set, seed)), (&campaign(), LANGS[usize::try_from(seed % 2).unwrap()]));
            let differ = recalculated(form, &format!("{name}-drawn.xlsx"));
            assert_eq!(differ, [""; 0], "{name}, drawn from {seed}");
        }
    }
    let set = model_set();
    assert_eq!(recalculated(form(&set, None), "so-tai-chinh.xlsx"), [""; 0]);
    assert_eq!(recalculated(form(&set, Some(&drawn(&set, 5))), "so-tai-chinh-drawn.xlsx"), [""; 0]);
}

/// Every kind of rule that a unit can compute alone, with a penalty beside a leaf and parts that may not apply.
const KINDS: &str = r#"set: moi-loai
title: Bộ đủ các loại quy tắc
status: model
total: 14
criteria:
  - { id: "1", name: Kế hoạch, max: 1, inputs: [ { id: co, kind: yes_no, label: Có ban hành } ], rule: { yes_no: { all: [co], unmet_penalty: 0.25 } } }
  - { id: "2", name: Thời hạn, max: 2, inputs: [ { id: ngay, kind: date, label: Ngày ban hành } ], rule: { deadline: { of: ngay, steps: [ { by: 2018-01-31, points: 2 }, { before: 2018-03-01, points: 50% } ], never_penalty: 0.5 } } }
  - { id: "3", name: Vi phạm, max: 2, inputs: [ { id: nhe, kind: count, label: Vi phạm nhẹ }, { id: nang, kind: count, label: Vi phạm nặng } ], rule: { deductions: { lines: [ { of: nhe, each: 25% }, { of: nang, each: 100% } ] } } }
  - { id: "4", name: Nội suy, max: 2, inputs: [ { id: p, kind: percent, label: Tỷ lệ } ], rule: { interpolate: { of: p, zero_at: 80%, full_at: 98% } } }
  - { id: "5", name: Công thức, max: 2, inputs: [ { id: a, kind: count, label: Xong }, { id: b, kind: count, label: Tổng } ], rule: { formula: { is: "if(b = 0, 2, min(a / b / 0.95, 1) * 2)" } } }
  - id: "6"
    name: Hai phần
    max: 3
    weight: 1
    inputs: [ { id: co, kind: yes_no, label: Có hướng dẫn }, { id: a, kind: count, label: Xử lý }, { id: b, kind: count, label: Tiếp nhận }, { id: mot_cua, kind: yes_no, label: Có bộ phận một cửa } ]
    rule: { sum_of: { parts: [ { id: mot, label: Hướng dẫn, max: 1, rule: { yes_no: { all: [co], unmet_penalty: 0.1 } } }, { id: hai, label: Xử lý, max: 2, rule: { ratio: { of: a, to: b, when_nothing: not_applicable } }, applies: mot_cua } ] } }
  - id: "7"
    name: Trường hợp tốt nhất
    max: 2
    inputs: [ { id: p, kind: percent, label: Tỷ lệ }, { id: m, kind: choice, label: Chứng nhận } ]
    rule: { best_of: { rules: [ { ratio: { of: p } }, { levels: { of: m, levels: [ { id: co, label: Có, points: 1.5 }, { id: khong, label: Chưa, points: 0 } ] } } ] } }
"#;

#[test]
fn every_kind_of_rule_is_live_and_adds_up_as_the_engine_does() {
    let set = set_of(KINDS);
    assert_eq!(recalculated(form(&set, None), "moi-loai-blank.xlsx"), [""; 0]);
    for seed in 1..=12 {
        let mut filled = drawn(&set, seed);
        for (n, answer) in filled.answers.values_mut().enumerate() {
            // What is computed, without claims, is what the form's total must show.
            answer.claim = Claim::Blank;
            if seed % 3 == 0 && n == 5 {
                let mot_cua = ("mot_cua", Figure::YesNo(seed % 2 == 1));
                answer.figures = figures([("co", Figure::YesNo(seed % 2 == 0)), ("a", number("0")), ("b", number("0")), mot_cua]);
            }
        }
        let bytes = form(&set, Some(&filled));
        assert_eq!(recalculated(bytes.clone(), "moi-loai-drawn.xlsx"), [""; 0], "drawn from {seed}");
        let mut opened = Opened::new(bytes);
        let evidenced = Evidenced { assessment: filled, withheld: BTreeMap::new() };
        let card = scoring::score_alone(&set, set.rounding, &unit(), &evidenced).value;
        let penalties: Points = card.adjustments.iter().filter_map(|line| line.official.as_ref()).sum();
        let tree = card.stages.computed.clone().unwrap_or_default();
        let total = (&tree - &penalties).max(Points::zero());
        if card.stages.computed.is_some() {
            assert_eq!(shown(&opened.assessed("total", "exact")), rounded(total.to_cell()), "drawn from {seed}");
        }
        assert_eq!(shown(&opened.assessed("index", "max")), rounded(card.applicable_max.to_cell()), "drawn from {seed}");
    }
}

#[test]
fn what_other_answers_leave_without_meaning_need_not_be_filled_in() {
    let set = set_of(KINDS);
    let states = |p: Figure, m: Figure, mot_cua: Figure| {
        let mut answers = BTreeMap::new();
        let answer = |typed: Figures| Answer { figures: typed, ..Answer::default() };
        answers.insert(CriterionId::from("7"), answer(figures([("p", p), ("m", m)])));
        answers.insert(CriterionId::from("6"), answer(figures([("co", Figure::YesNo(true)), ("mot_cua", mot_cua)])));
        let bytes = form(&set, Some(&assessment(&set, answers)));
        assert_eq!(recalculated(bytes.clone(), "spared.xlsx"), [""; 0]);
        let mut opened = Opened::new(bytes);
        let rows = ["input:7/p", "input:7/m", "leaf:7", "input:6/a", "input:6/b", "leaf:6"];
        rows.map(|row| shown(&opened.assessed(row, "state")))
    };
    let ask = "Cần điền";
    let (no, yes) = (Figure::YesNo(false), Figure::YesNo(true));
    let certified = Figure::Choice("co".into());
    assert_eq!(states(Figure::Blank, Figure::Blank, Figure::Blank), [ask, ask, "Còn 2 ô cần điền", ask, ask, "Còn 3 ô cần điền"]);
    assert_eq!(states(number("80"), Figure::Blank, yes), ["", "", "Đã điền", ask, ask, "Còn 2 ô cần điền"], "one alternative is enough");
    assert_eq!(states(Figure::Blank, certified, no), ["", "", "Đã điền", "", "", "Đã điền"], "a part that does not apply asks nothing");
}

#[test]
fn a_form_reads_back_as_it_was_filled() {
    let set = set_of(SET);
    let filled = careful(&set);
    let bytes = form(&set, Some(&filled));
    let opened = workbook::open(&bytes, "form.xlsx");
    let back = read::read(&opened.value.unwrap(), &set, "form.xlsx");
    assert_eq!(back.findings, [], "a careful form is clean");
    let back = back.value.unwrap();
    assert_eq!(back.set, filled.set);
    for (id, answer) in &filled.answers {
        let read = &back.answers[id];
        assert_eq!((&read.claim, &read.figures, &read.explanation), (&answer.claim, &answer.figures, &answer.explanation), "{id}");
        let words = |evidence: &[Evidence]| -> Vec<_> {
            evidence
                .iter()
                .map(|one| {
                    (one.number.clone(), one.date.clone(), one.issuer.clone(), one.title.clone(), one.section.clone(), one.file.clone())
                })
                .collect()
        };
        assert_eq!(words(&read.evidence), words(&answer.evidence), "{id}");
    }
    let blank = read::read(&workbook::open(&form(&set, None), "form.xlsx").value.unwrap(), &set, "form.xlsx");
    assert_eq!(blank.findings, [], "a blank form holds nothing that is wrong");
    assert!(blank.value.unwrap().answers.values().all(|answer| answer.claim == Claim::Blank && answer.evidence.is_empty()));
}

/// Lateness was the unit's to declare in version 2 of the model sets; since then the council scores it.
#[test]
fn a_form_sent_for_the_version_before_is_still_read() {
    for name in ["mau-so-nganh-2025", "mau-xa-phuong-2025"] {
        let now = fs::read_to_string(format!("tests/fixtures/former/{name}-3.yaml")).unwrap();
        let (head, rest) = now.split_once("  - id: P1\n").unwrap();
        let (line, tail) = rest.split_once("rule: { given: { by: council } }\n").unwrap();
        let declared = "inputs: [ { id: so_ngay, kind: count, label: Số ngày làm việc gửi chậm, measure: ngày } ]\n    rule: { count: { of: so_ngay, each: 0.25, cap: 1 } }\n";
        let head = head.replacen("version: \"3\"", "version: \"2\"", 1);
        let before = set_of(&format!("{head}  - id: P1\n{line}{declared}{tail}"));
        let now = set_of(&now);
        let mut filled = drawn(&before, 3);
        filled.answers.get_mut(&"P1".into()).unwrap().claim = Claim::Points(points("0.5"));
        filled.answers.get_mut(&"P1".into()).unwrap().figures = figures([("so_ngay", number("2"))]);
        let book = workbook::open(&form(&before, Some(&filled)), "form.xlsx").value.unwrap();
        let (old, new) = (read::read(&book, &before, "form.xlsx"), read::read(&book, &now, "form.xlsx"));
        let codes = |findings: &[Finding]| -> Vec<&str> { findings.iter().map(|finding| finding.code.id).collect() };
        let told: Vec<&str> = codes(&new.findings).into_iter().filter(|code| !codes(&old.findings).contains(code)).collect();
        // The version, and the figure of which the set no longer knows.
        assert_eq!(told, ["S022", "S026"], "{name}");
        let (old, new) = (old.value.unwrap(), new.value.unwrap());
        for (id, answer) in old.answers.iter().filter(|(id, _)| id.as_str() != "P1") {
            assert_eq!(new.answers.get(id), Some(answer), "{name} {id}");
        }
        let evidenced = Evidenced { assessment: new, withheld: BTreeMap::new() };
        let card = scoring::score_alone(&now, now.rounding, &unit(), &evidenced);
        let late = card.value.adjustments.iter().find(|line| line.id.as_str() == "P1" && line.trace.is_some()).unwrap();
        assert_eq!((&late.stages.claimed, &late.official), (&Some(points("0.5")), &None), "{name}: the claim is shown, and takes nothing");
    }
}

/// Version 4 of the model sets shares figures that version 3 asked at every leaf: a form sent for version 3 is read all the
/// same, and a figure that it gives twice has to be one.
#[test]
fn a_form_that_asks_a_shared_figure_at_each_leaf_is_still_read() {
    for (name, shared) in [("mau-so-nganh-2025", "da_tiep_nhan"), ("mau-xa-phuong-2025", "da_tiep_nhan")] {
        let before = set_of(&fs::read_to_string(format!("tests/fixtures/former/{name}-3.yaml")).unwrap());
        let now = set_of(&fs::read_to_string(format!("criteria/{name}/set.yaml")).unwrap());
        assert_ne!(before.version, now.version);
        let at: Vec<CriterionId> = now.naming(&shared.into()).map(|(criterion, _)| criterion.id.clone()).collect();
        assert_eq!(at.len(), 2, "{name}");
        let mut filled = drawn(&before, 5);
        let mut read_with = |figures: [&str; 2]| {
            for (leaf, figure) in at.iter().zip(figures) {
                filled.answers.get_mut(leaf).unwrap().figures.insert(shared.into(), number(figure));
            }
            for (criterion, leaf) in before.leaves() {
                for other in
                    now.figures.iter().filter(|other| other.id.as_str() != shared && leaf.inputs.iter().any(|input| input.id == other.id))
                {
                    filled.answers.get_mut(&criterion.id).unwrap().figures.insert(other.id.clone(), number("40"));
                }
            }
            let book = workbook::open(&form(&before, Some(&filled)), "form.xlsx").value.unwrap();
            let (old, new) = (read::read(&book, &before, "form.xlsx"), read::read(&book, &now, "form.xlsx"));
            let codes = |findings: &[Finding]| -> Vec<&str> { findings.iter().map(|finding| finding.code.id).collect() };
            let told: Vec<String> =
                codes(&new.findings).into_iter().filter(|code| !codes(&old.findings).contains(code)).map(str::to_owned).collect();
            (told, old.value.unwrap(), new.value.unwrap())
        };
        let (told, old, new) = read_with(["120", "120"]);
        assert_eq!(told, ["S022"], "{name}");
        for (id, answer) in &old.answers {
            let now = &new.answers[id];
            assert_eq!((&now.figures, &now.claim, &now.evidence), (&answer.figures, &answer.claim, &answer.evidence), "{name} {id}");
        }
        assert_eq!(new.shared.figures.get(&shared.into()), Some(&number("120")));
        let (told, _, new) = read_with(["120", "121"]);
        assert_eq!(told, ["S022", "P050"], "{name}");
        assert!(at.iter().all(|leaf| new.answers[leaf].figures.get(&shared.into()) == Some(&Figure::Blank)), "{name}");
    }
}

/// Version 5 of the model sets has an alternative to a criterion, and a bonus of another: a form sent for version 4 has
/// neither, which is told only where the criterion that the alternative stands for was left blank.
#[test]
fn what_a_later_version_added_is_not_missing_where_nobody_has_to_fill_it_in() {
    for name in ["mau-so-nganh-2025", "mau-xa-phuong-2025"] {
        let before = set_of(&fs::read_to_string(format!("tests/fixtures/former/{name}-4.yaml")).unwrap());
        let now = set_of(&fs::read_to_string(format!("criteria/{name}/set.yaml")).unwrap());
        assert_ne!(before.version, now.version);
        let added: Vec<&str> = now.leaves().map(|(leaf, _)| leaf.id.as_str()).filter(|id| before.find(&(*id).into()).is_none()).collect();
        assert_eq!(added, ["5.4.3", "T3"], "{name}");
        let told = |filled: &SelfAssessment| -> Vec<&str> {
            let book = workbook::open(&form(&before, Some(filled)), "form.xlsx").value.unwrap();
            let [old, new] = [&before, &now].map(|set| read::read(&book, set, "form.xlsx").findings);
            let known: Vec<&str> = old.iter().map(|finding| finding.code.id).collect();
            new.iter().map(|finding| finding.code.id).filter(|code| !known.contains(code)).collect()
        };
        let mut filled = drawn(&before, 5);
        filled.answers.get_mut(&"5.4.2".into()).unwrap().claim = Claim::Points(points("1"));
        assert_eq!(told(&filled), ["S022"], "{name}");
        filled.answers.insert("5.4.2".into(), Answer::default());
        // The row of the criterion, and those of its figures.
        assert!(told(&filled).iter().skip(1).all(|code| *code == "S024") && told(&filled).len() > 1, "{name}");
    }
}

#[test]
fn the_same_form_is_the_same_bytes() {
    let set = set_of(SET);
    let filled = drawn(&set, 3);
    assert_eq!(form(&set, Some(&filled)), form(&set, Some(&filled)));
}

#[test]
fn ids_and_words_are_text_even_where_they_look_like_something_else() {
    let set = set_of(SET);
    let mut answers = careful(&set);
    answers.answers.get_mut(&"1.1".into()).unwrap().explanation = Some("=1+1".into());
    let mut opened = Opened::new(form(&set, Some(&answers)));
    assert_eq!(opened.assessed("leaf:1.10", "stt"), Data::String("1.10".into()));
    assert_eq!(opened.assessed("leaf:1.10", "content"), Data::String("=Báo cáo định kỳ".into()));
    assert_eq!(opened.assessed("leaf:1.1", "explanation"), Data::String("=1+1".into()));
    assert_eq!(opened.assessed("input:1.1/muc", "input"), Data::String("= Không kịp thời".into()));
    let documents = opened.book.worksheet_range(layout::EVIDENCE.vi).unwrap();
    let cells: BTreeSet<String> =
        documents.used_cells().filter(|(.., cell)| matches!(cell, Data::String(_))).map(|(.., cell)| cell.to_string()).collect();
    assert!(cells.contains("1.10") && cells.contains("=HYPERLINK(\"http://x\")"), "{cells:?}");
}

#[test]
fn the_form_carries_its_set_and_hides_its_machinery() {
    let set = set_of(SET);
    let mut opened = Opened::new(form(&set, None));
    let sheets: Vec<(String, SheetVisible)> =
        opened.book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    let expected = [
        (layout::GUIDE.vi, SheetVisible::Visible),
        (layout::ASSESSMENT.vi, SheetVisible::Visible),
        (layout::EVIDENCE.vi, SheetVisible::Visible),
        (layout::LISTS, SheetVisible::Hidden),
        (layout::META, SheetVisible::Hidden),
    ];
    assert_eq!(sheets, expected.map(|(name, visible)| (name.to_owned(), visible)));
    let meta = opened.book.worksheet_range(layout::META).unwrap();
    let value = |key: &str| meta.rows().find(|row| row[0] == key).map(|row| row[1].to_string()).unwrap();
    assert_eq!([value("layout"), value("unit"), value("year"), value("set")], ["parindex/1", "so-tai-chinh", "2018", "bien-the"]);
    assert_eq!(value("yaml:1"), set.yaml);
}

#[test]
fn a_long_set_is_carried_in_pieces() {
    let yaml = format!("# {}\r\n{SET}", "ghi chú ".repeat(9000));
    let pieces = layout::pieces(&yaml);
    assert!(pieces.len() > 2 && pieces.iter().all(|piece| piece.encode_utf16().count() <= 32767));
    assert_eq!(pieces.concat(), yaml.replace("\r\n", "\n"));
}

#[test]
fn sheets_are_locked_but_for_what_is_filled_in() {
    let set = set_of(SET);
    let opened = Opened::new(form(&set, None));
    for sheet in 1..=5 {
        assert!(opened.part(&format!("xl/worksheets/sheet{sheet}.xml")).contains("<sheetProtection sheet=\"1\""), "sheet {sheet}");
    }
    let assessment = opened.part("xl/worksheets/sheet2.xml");
    for allowed in ["formatColumns=\"0\"", "formatRows=\"0\"", "autoFilter=\"0\""] {
        assert!(assessment.contains(allowed), "{allowed}");
    }
    assert!(!assessment.contains("password"), "locked against accidents, not against people");
    assert!(opened.part("xl/worksheets/sheet3.xml").contains("sort=\"0\""));
    assert!(opened.part("xl/styles.xml").contains("<protection locked=\"0\"/>"));
    for (sheet, paper) in [(2, "orientation=\"landscape\""), (3, "orientation=\"landscape\""), (1, "orientation=\"portrait\"")] {
        let xml = opened.part(&format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(xml.contains("paperSize=\"9\"") && xml.contains(paper) && xml.contains("fitToHeight=\"0\""), "sheet {sheet}");
        assert!(xml.contains("SỐ LIỆU MINH HỌA"), "the notice is on every printed page");
    }
    assert!(opened.part("xl/workbook.xml").contains("_xlnm.Print_Titles"));
}

#[test]
fn no_page_ends_between_a_leaf_and_its_figures_or_below_a_heading() {
    let set = model_set();
    let mut opened = Opened::new(form(&set, None));
    let xml = opened.part("xl/worksheets/sheet2.xml");
    let breaks = xml.split("<rowBreaks").nth(1).unwrap().split("</rowBreaks>").next().unwrap();
    let breaks: Vec<u32> = breaks.split("<brk id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    assert!(breaks.len() >= 5, "{breaks:?}");
    let keys = opened.book.worksheet_range(layout::ASSESSMENT.vi).unwrap();
    // A break stands below the row of its number.
    let key = |row: u32| keys.get_value((row, 0)).map(ToString::to_string).unwrap_or_default();
    for at in breaks {
        let (above, below) = (key(at - 1), key(at));
        assert!(!below.starts_with("input:"), "a page begins with {below}, whose leaf is on the page before");
        assert!(!above.starts_with("group:"), "{above} heads nothing on its page");
        assert!(below != "index", "the index is parted from the total");
    }
}

/// A form with little on its last page is set smaller where that saves a page; another keeps the width of the paper.
#[test]
fn a_last_page_with_little_on_it_is_drawn_in() {
    for (name, drawn) in [("mau-so-nganh-2025", true), ("mau-xa-phuong-2025", false)] {
        let set = criteria::read_bytes(&fs::read(format!("criteria/{name}/set.yaml")).unwrap(), "set.yaml").value.unwrap();
        let xml = Opened::new(form(&set, None)).part("xl/worksheets/sheet2.xml");
        assert_eq!(xml.contains(" scale=\""), drawn, "{name}");
        assert_eq!(xml.contains("fitToHeight=\"0\""), !drawn, "{name}");
    }
}

/// Remarks, the total and the signatures are on no page alone: the last leaf stands with them.
#[test]
fn no_last_page_holds_remarks_and_signatures_alone() {
    for entry in fs::read_dir("criteria").unwrap() {
        let path = entry.unwrap().path().join("set.yaml");
        let Some(set) = fs::read(&path).ok().and_then(|bytes| criteria::read_bytes(&bytes, "set.yaml").value) else { continue };
        let mut opened = Opened::new(form(&set, None));
        let xml = opened.part("xl/worksheets/sheet2.xml");
        let breaks: Vec<u32> = xml.split("<brk id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
        let Some(last) = breaks.last() else { continue };
        let keys = opened.book.worksheet_range(layout::ASSESSMENT.vi).unwrap();
        let key = |row: u32| keys.get_value((row, 0)).map(ToString::to_string).unwrap_or_default();
        let leaves = (*last..u32::try_from(keys.height()).unwrap()).filter(|row| key(*row).starts_with("leaf:")).count();
        assert!(leaves > 0, "{}: the last page begins with {}", path.display(), key(*last));
    }
}

#[test]
fn a_rule_stands_whole_beside_its_criterion() {
    let set = model_set();
    let mut opened = Opened::new(form(&set, None));
    let cells = opened.book.worksheet_range(layout::ASSESSMENT.vi).unwrap();
    let word = |row: u32, column: u32| cells.get_value((row, column)).map(ToString::to_string).unwrap_or_default();
    let merged = opened.part("xl/worksheets/sheet2.xml");
    let mut leaves = 0;
    for (at, key) in (0..cells.height()).map(|row| (u32::try_from(row).unwrap(), word(u32::try_from(row).unwrap(), 0))) {
        if let Some(id) = key.strip_prefix("leaf:") {
            let (criterion, leaf) = set.leaves().find(|(criterion, _)| criterion.id.as_str() == id).unwrap();
            let words = word(at, 4);
            for line in leaf.wording(&set.terms(criterion, leaf)) {
                let said = line.vi.trim_start_matches("– ").to_lowercase();
                assert!(words.to_lowercase().contains(&said), "{id}: {} is not in {words:?}", line.vi);
            }
            let below = u32::try_from(leaf.asked().len()).unwrap();
            if below > 0 {
                let reach = format!("<mergeCell ref=\"E{}:E{}\"/>", at + 1, at + 1 + below);
                assert!(merged.contains(&reach), "{id}: {reach}");
            }
            leaves += 1;
        } else if key.starts_with("input:") {
            assert_eq!(word(at, 4), "", "{key}");
        }
    }
    assert!(leaves > 20, "{leaves}");
    // Columns are counted in digits of the plain style: it has the font of the rest, so that every program agrees.
    let styles = opened.part("xl/styles.xml");
    let first = styles.split("<font>").nth(1).unwrap().split("</font>").next().unwrap();
    assert!(first.contains("val=\"Times New Roman\"") && first.contains("<sz val=\"11\"/>"), "{first}");
}

/// Gives the attribute of every validation in a sheet.
pub fn attributes(xml: &str, name: &str) -> Vec<String> {
    xml.split("<dataValidation ")
        .skip(1)
        .filter_map(|rest| rest.split_once('>')?.0.split_once(&format!(" {name}=\""))?.1.split_once('"').map(|(value, _)| value.to_owned()))
        .collect()
}

#[test]
fn cells_say_in_vietnamese_what_they_take() {
    // A label longer than a prompt may be.
    let set = set_of(&SET.replace("Số hồ sơ đúng hạn", &"Số hồ sơ đúng hạn và trước hạn ".repeat(20)));
    let opened = Opened::new(form(&set, None));
    for sheet in [2, 3] {
        let xml = opened.part(&format!("xl/worksheets/sheet{sheet}.xml"));
        for (name, longest) in [("promptTitle", 32), ("prompt", 255), ("errorTitle", 32), ("error", 255)] {
            let texts = attributes(&xml, name);
            assert!(!texts.is_empty(), "sheet {sheet}: {name}");
            assert!(texts.iter().all(|text| text.encode_utf16().count() <= longest), "sheet {sheet}: {name}");
        }
    }
    let xml = opened.part("xl/worksheets/sheet2.xml");
    assert!(xml.contains("Nhập số nguyên từ 0 trở lên"));
    assert!(xml.contains("<formula1>DM_CO_KHONG</formula1>"));
    for kind in ["type=\"whole\"", "type=\"decimal\"", "type=\"list\"", "type=\"custom\""] {
        assert!(xml.contains(kind), "{kind}");
    }
    assert!(xml.contains("type=\"expression\""), "colours follow the figures");
}

#[test]
fn a_choice_longer_than_excel_lists_allow_comes_through_a_name() {
    let levels: Vec<String> = (0..40)
        .map(|n| {
            format!(
                "              - {{ id: m{n}, label: \"Mức {n}: {}\", points: {} }}\n",
                "rất dài ".repeat(5),
                if n == 0 { "1" } else { "0.5" }
            )
        })
        .collect();
    let (before, rest) = SET.split_once("              - { id: kip_thoi").unwrap();
    let (_, after) = rest.split_once("points: 0 }\n").unwrap();
    let set = set_of(&format!("{before}{}{after}", levels.concat()));
    let opened = Opened::new(form(&set, None));
    let names = opened.part("xl/workbook.xml");
    assert!(names.contains("DM_3_1_1_muc") && names.contains("_danh_muc"), "{names}");
    assert!(opened.part("xl/worksheets/sheet2.xml").contains("<formula1>DM_3_1_1_muc</formula1>"));
    assert_eq!(recalculated(form(&set, Some(&drawn(&set, 2))), "long.xlsx"), [""; 0]);
}

#[test]
fn mistakes_are_named_beside_the_figure() {
    let set = set_of(SET);
    let mut wrong = careful(&set);
    let mut set_answer = |id: &str, typed: Figures, claim: Claim| {
        let answer = wrong.answers.get_mut(&id.into()).unwrap();
        answer.figures = typed;
        answer.claim = claim;
        answer.evidence.clear();
    };
    set_answer("2.1", figures([("dung_han", number("700")), ("giai_quyet", number("600"))]), Claim::Blank);
    set_answer("2.2", figures([("ty_le", number("110"))]), Claim::Blank);
    set_answer("2.3", figures([("so", number("1")), ("kinh_phi", number("1")), ("ngay", Figure::NotIssued)]), Claim::Points(points("1.5")));
    set_answer("1.1", figures([("muc", Figure::Choice("cham".into()))]), Claim::Points(points("7")));
    set_answer("1.10", figures([("du", Figure::YesNo(true)), ("dung", Figure::YesNo(true))]), Claim::Points(points("3")));
    set_answer("1.2", figures([("xong", number("-1")), ("giao", Figure::Blank)]), Claim::Blank);
    let mut opened = Opened::new(form(&set, Some(&wrong)));
    let mut state = |key: &str| shown(&opened.assessed(key, "state"));
    assert!(state("input:2.1/dung_han").starts_with("Sai: lớn hơn ô F"));
    assert_eq!(state("input:2.2/ty_le"), "Sai: trên 100%");
    assert_eq!(state("leaf:2.2"), "Sai: số liệu kê khai");
    assert_eq!(state("leaf:2.3"), "Sai: cao hơn điểm tính");
    assert_eq!(state("leaf:1.1"), "Sai: điểm ngoài khoảng 0–1");
    assert_eq!(state("leaf:1.10"), "Thiếu tài liệu (0/1)");
    assert_eq!(state("input:1.2/xong"), "Sai: số âm");
    assert_eq!(state("input:1.2/giao"), "Cần điền");
    assert_eq!(recalculated(form(&set, Some(&wrong)), "wrong.xlsx"), [""; 0]);
}

/// Writes a file where recalculations look for it.
pub fn saved_as(name: &str, bytes: &[u8]) -> PathBuf {
    let path = tmp(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Recalculates files with LibreOffice, the second witness; `None` where it is not installed.
#[expect(clippy::print_stderr, reason = "a test that is skipped must say so")]
pub fn libre_office(files: &[PathBuf]) -> Option<PathBuf> {
    // One process at a time may use a profile.
    let first = files[0].file_stem().unwrap().to_str().unwrap();
    let profile = tmp(&format!("profile-{first}"));
    fs::create_dir_all(profile.join("user")).unwrap();
    let setting = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"#;
    fs::write(profile.join("user/registrymodifications.xcu"), setting).unwrap();
    let out = tmp("recalculated");
    let run = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&out)
        .args(files)
        .output();
    match run {
        Ok(run) => {
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
            Some(out)
        }
        Err(problem) if std::env::var_os("CI").is_some() => panic!("LibreOffice is missing, and CI must not do without it: {problem}"),
        Err(problem) => {
            eprintln!("skipped, soffice does not run: {problem}");
            None
        }
    }
}

#[test]
fn libre_office_gives_the_same_values() {
    let set = set_of(SET);
    let model = model_set();
    let kinds = set_of(KINDS);
    let forms = [
        ("office-kinds.xlsx", form(&kinds, None)),
        ("office-en-kinds-3.xlsx", form_in(&kinds, Some(&drawn(&kinds, 3)), (&campaign(), Lang::En))),
        ("office-en-drawn.xlsx", form_in(&set, Some(&drawn(&set, 7)), (&campaign(), Lang::En))),
        ("office-en-model.xlsx", form_in(&model, Some(&drawn(&model, 11)), (&campaign(), Lang::En))),
        ("office-kinds-3.xlsx", form(&kinds, Some(&drawn(&kinds, 3)))),
        ("office-kinds-8.xlsx", form(&kinds, Some(&drawn(&kinds, 8)))),
        ("office-blank.xlsx", form(&set, None)),
        ("office-careful.xlsx", form(&set, Some(&careful(&set)))),
        ("office-drawn.xlsx", form(&set, Some(&drawn(&set, 7)))),
        ("office-model.xlsx", form(&model, None)),
        ("office-model-drawn.xlsx", form(&model, Some(&drawn(&model, 11)))),
    ];
    same_in_office(&forms.map(|(name, bytes)| (name.to_owned(), bytes)));
}

/// Holds what forms show to what LibreOffice makes of them.
pub fn same_in_office(forms: &[(String, Vec<u8>)]) {
    let files: Vec<PathBuf> = forms.iter().map(|(name, bytes)| saved_as(name, bytes)).collect();
    let Some(out) = libre_office(&files) else { return };
    for (name, bytes) in forms {
        let mut again: Xlsx<_> = Xlsx::new(Cursor::new(fs::read(out.join(name)).unwrap())).unwrap();
        let values: BTreeMap<String, _> = again.worksheets().into_iter().collect();
        for (sheet, row, column, written) in Opened::new(bytes.clone()).formulas() {
            let value = values[&sheet].get_value((row - 1, column - 1)).map(shown).unwrap_or_default();
            assert_eq!(value, written, "{name}, {sheet} R{row}C{column}");
        }
    }
}

#[test]
fn without_office_period_deadline_or_notice_there_is_still_a_form() {
    let set = set_of(SET);
    let bare = Campaign { office: None, period: Period::default(), deadline: None, notice: None, ..campaign() };
    let bytes = form_as(&set, None, &bare);
    let mut opened = Opened::new(bytes.clone());
    let guide = opened.book.worksheet_range(layout::GUIDE.vi).unwrap();
    assert!(!guide.used_cells().any(|(.., cell)| cell.to_string().contains("Hạn gửi")));
    assert_eq!(recalculated(bytes, "bare.xlsx"), [""; 0]);
}
