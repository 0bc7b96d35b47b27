//! The live points of the council's workbook against those of the engine, whatever is typed: for every kind of dependence
//! between lines the cell shows what a run gives, or says that a run has to tell.

use std::collections::BTreeMap;

use parindex::points::{Points, Rounding};
use serde_json::Value;

use crate::appraisal::{campaign_of, result};
use crate::council::made;
use crate::folder::Folder;
use crate::form::{Opened, libre_office, recalculated, rounded, saved_as, shown};
use crate::intake::hand::{Act, by_hand};

const SET: &str = r#"set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 32
alternatives: [ { id: thay-nhau, criteria: ["3.1", "3.2"] } ]
criteria:
  - id: "1"
    name: Hồ sơ
    max: 8
    criteria:
      - id: "1.1"
        name: Hồ sơ đúng hạn
        max: 4
        inputs: [ { id: dung, kind: count, label: Số đúng hạn }, { id: tong, kind: count, label: Tổng số } ]
        rule: { ratio: { of: dung, to: tong, when_nothing: not_applicable } }
      - id: "1.2"
        name: Sáng kiến
        max: 2
        inputs: [ { id: sang_kien, kind: count, label: Số sáng kiến } ]
        rule: { relative: { of: sang_kien } }
      - id: "1.3"
        name: Công khai
        max: 2
        may_not_apply: true
        inputs: [ { id: cong_khai, kind: yes_no, label: Đã công khai } ]
        rule: { yes_no: { all: [cong_khai], met: 2, unmet: 0 } }
  - id: "2"
    name: Tổ chức
    max: 6
    criteria:
      - id: "2.1"
        name: Tự chủ
        max: 2
        inputs:
          - { id: bao_cao, kind: yes_no, label: Có báo cáo }
          - { id: duoc, kind: count, label: Đơn vị được giao }
          - { id: so, kind: count, label: Tổng số đơn vị }
        rule:
          sum_of:
            parts:
              - { id: p1, label: Báo cáo, max: 1, rule: { yes_no: { all: [bao_cao] } } }
              - { id: p2, label: Giao tự chủ, max: 1, rule: { ratio: { of: duoc, to: so, when_nothing: not_applicable } } }
      - id: "2.2"
        name: Đề án
        max: 2
        requires: [ { criterion: "1", index_at_least: 60% } ]
        else: 0
        inputs: [ { id: ty_le, kind: percent, label: Tỷ lệ hoàn thành } ]
        rule: { ratio: { of: ty_le, full_at: 100% } }
      - id: "2.3"
        name: Kiểm tra
        max: 2
        rule: { given: { by: council } }
  - id: "3"
    name: Thay nhau
    max: 6
    criteria:
      - id: "3.1"
        name: Cách một
        max: 6
        inputs: [ { id: muc, kind: choice, label: Mức } ]
        rule: { levels: { of: muc, levels: [ { id: tot, label: Tốt, points: 6 }, { id: kha, label: Khá, points: 3 } ] } }
      - id: "3.2"
        name: Cách hai
        max: 6
        inputs: [ { id: lan, kind: count, label: Số lần } ]
        rule: { count: { of: lan, each: 1.5 } }
  - id: "4"
    name: Các cách tính khác
    max: 12
    criteria:
      - id: "4.1"
        name: Theo bậc
        max: 2
        inputs: [ { id: xong, kind: count, label: Số việc xong }, { id: giao, kind: count, label: Số việc được giao } ]
        rule:
          steps:
            of: xong
            to: giao
            when_nothing: zero
            steps: [ { above: 90%, points: 2 }, { from: 70%, up_to: 90%, points: 1 }, { below: 70%, points: 0 } ]
      - id: "4.2"
        name: Tăng giảm theo bậc
        max: 2
        inputs: [ { id: thu, kind: count, label: Số thu }, { id: du_toan, kind: count, label: Dự toán } ]
        rule:
          step_by:
            of: thu
            to: du_toan
            when_nothing: not_applicable
            at: 100%
            points: 1
            below: { each: 5%, points: 0.25 }
            above: { each: 5%, points: 0.25 }
            floor: 0
            cap: 2
      - id: "4.3"
        name: Nội suy
        max: 2
        inputs: [ { id: nop, kind: count, label: Số hồ sơ trực tuyến }, { id: nhan, kind: count, label: Số hồ sơ tiếp nhận } ]
        rule: { interpolate: { of: nop, to: nhan, zero_at: 20%, full_at: 80%, when_nothing: not_applicable } }
      - id: "4.4"
        name: Thời hạn
        max: 2
        inputs: [ { id: ngay, kind: date, label: Ngày ban hành } ]
        rule: { deadline: { of: ngay, steps: [ { by: 2026-01-31, points: 2 }, { before: 2026-03-01, points: 50% } ], later: 0, never: 0 } }
      - id: "4.5"
        name: Trừ dần
        max: 2
        inputs: [ { id: nhe, kind: count, label: Số vi phạm nhẹ }, { id: nang, kind: count, label: Số vi phạm nặng } ]
        rule: { deductions: { start: 100%, lines: [ { of: nhe, each: 25% }, { of: nang, each: 100% } ], floor: 0 } }
      - id: "4.6"
        name: Công thức
        max: 2
        inputs: [ { id: kip, kind: count, label: Số văn bản kịp hạn }, { id: het, kind: count, label: Tổng số văn bản } ]
        rule: { formula: { is: "min(kip / het / 0.95, 1) * 2", when_nothing: full } }
adjustments:
  - id: T1
    sign: penalty
    name: Văn bản chậm
    max: 2
    inputs: [ { id: cham, kind: count, label: Số văn bản chậm } ]
    rule: { count: { of: cham, each: 0.5 } }
"#;

const FORMS: &str = r#"- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    "1.1": { figures: { dung: "83", tong: "99" }, claimed: "3.5" }
    "1.2": { figures: { sang_kien: "6" } }
    "1.3": { figures: { cong_khai: Có }, claimed: "2" }
    "2.1": { figures: { bao_cao: Có, duoc: "0", so: "0" }, claimed: "1" }
    "2.2": { figures: { ty_le: "90" }, claimed: "1.8" }
    "3.1": { figures: { muc: kha }, claimed: "3" }
    "3.2": { figures: { lan: "1" }, claimed: "1.5" }
    "4.1": { figures: { xong: "19", giao: "20" }, claimed: "2" }
    "4.2": { figures: { thu: "108", du_toan: "100" }, claimed: "1.25" }
    "4.3": { figures: { nop: "50", nhan: "100" }, claimed: "1" }
    "4.4": { figures: { ngay: "2026-02-10" }, claimed: "1" }
    "4.5": { figures: { nhe: "1", nang: "0" }, claimed: "1.5" }
    "4.6": { figures: { kip: "90", het: "100" }, claimed: "1.8" }
    T1: { figures: { cham: "2" }, claimed: "1" }
- file: submissions/so-b.xlsx
  unit: so-b
  answers:
    "1.1": { figures: { dung: "0", tong: "0" } }
    "1.2": { figures: { sang_kien: "4" } }
    "1.3": { claimed: "n/a" }
    "2.1": { figures: { bao_cao: Không, duoc: "1", so: "3" }, claimed: "0.5" }
    "2.2": { figures: { ty_le: "70" }, claimed: "1.4" }
    "3.1": { figures: { muc: tot }, claimed: "6" }
    "4.1": { figures: { xong: "0", giao: "0" }, claimed: "0" }
    "4.2": { figures: { thu: "0", du_toan: "0" } }
    "4.3": { figures: { nop: "0", nhan: "0" } }
    "4.4": { figures: { ngay: không }, claimed: "0" }
    "4.5": { figures: { nhe: "5", nang: "0" }, claimed: "0" }
    "4.6": { figures: { kip: "0", het: "0" }, claimed: "2" }
    T1: { figures: { cham: "0" }, claimed: "0" }
"#;

/// Figures of each leaf with what may be typed for them.
const FIGURES: [(&str, &str, &[&str]); 22] = [
    ("1.1", "dung", &["70", "99", "0"]),
    ("1.1", "tong", &["99", "120", "0"]),
    ("1.2", "sang_kien", &["3", "6", "9"]),
    ("1.3", "cong_khai", &["Có", "Không"]),
    ("2.1", "bao_cao", &["Có", "Không"]),
    ("2.1", "duoc", &["1", "2", "0"]),
    ("2.1", "so", &["3", "0"]),
    ("2.2", "ty_le", &["55.5", "90"]),
    ("3.1", "muc", &["Tốt", "Khá"]),
    ("3.2", "lan", &["2", "4"]),
    ("T1", "cham", &["1", "3"]),
    ("4.1", "xong", &["13", "14", "18"]),
    ("4.1", "giao", &["15", "0"]),
    ("4.2", "thu", &["93", "112", "0"]),
    ("4.2", "du_toan", &["100", "0"]),
    ("4.3", "nop", &["37", "80"]),
    ("4.3", "nhan", &["120", "0"]),
    // Days, as cells have them: the last one of the first step, one behind the second, and a word.
    ("4.4", "ngay", &["46053", "46100", "không"]),
    ("4.5", "nhe", &["0", "3"]),
    ("4.5", "nang", &["1"]),
    ("4.6", "kip", &["33", "95"]),
    ("4.6", "het", &["100", "0"]),
];
pub const LEAVES: [(&str, &[&str]); 15] = [
    ("1.1", &["3", "3.35", "4.5"]),
    ("1.2", &["1", "2"]),
    ("1.3", &["0.75", "2"]),
    ("2.1", &["0.5", "1.5"]),
    ("2.2", &["1.8", "0"]),
    ("2.3", &["1.25", "2"]),
    ("3.1", &["5", "0"]),
    ("3.2", &["3"]),
    ("T1", &["0.5", "1.5"]),
    ("4.1", &["1", "2"]),
    ("4.2", &["0.75", "1.25"]),
    ("4.3", &["0.57", "2"]),
    ("4.4", &["1", "0"]),
    ("4.5", &["1.5", "0.5"]),
    ("4.6", &["0.69", "2"]),
];

/// Draws what an appraiser types, the same for a seed.
pub fn drawn(seed: u64) -> Vec<Act> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % u64::try_from(below).unwrap()).unwrap()
    };
    let mut lines: Vec<String> = Vec::new();
    let mut put = |at: String, typed: &str| {
        let kind = if typed.parse::<f64>().is_ok() { "number" } else { "text" };
        lines.push(format!("- put: {{ sheet: appraisal, at: \"{at}\", {kind}: \"{typed}\" }}\n"));
    };
    for unit in ["so-a", "so-b"] {
        for (leaf, input, values) in FIGURES {
            if draw(5) == 0 {
                put(format!("input:{unit}/{leaf}/{input} corrected"), values[draw(values.len())]);
            }
        }
        for (leaf, values) in LEAVES {
            if draw(5) == 0 {
                put(format!("leaf:{unit}/{leaf} points"), values[draw(values.len())]);
            }
            if draw(8) == 0 {
                put(format!("leaf:{unit}/{leaf} applies"), ["Có", "Không"][draw(2)]);
            }
            if draw(2) == 0 {
                put(format!("leaf:{unit}/{leaf} reason"), "x");
            }
        }
        if draw(6) == 0 {
            put(format!("part:{unit}/2.1/p2 applies"), ["Có", "Không"][draw(2)]);
        }
    }
    let lines = lines.concat();
    serde_saphyr::from_str(if lines.is_empty() { "[]" } else { &lines }).unwrap()
}

/// Makes the campaign.
pub fn campaign() -> Folder {
    campaign_of(SET, FORMS)
}

/// Says what a run gives for every line, as the workbook shows it; with what was found there.
fn run_gives(run: &Value, round: u8) -> BTreeMap<String, (String, Vec<String>)> {
    let mut all = BTreeMap::new();
    for unit in run["groups"][0]["units"].as_array().unwrap() {
        let of_tree = unit["criteria"].as_array().unwrap().iter();
        for leaf in of_tree.chain(unit["adjustments"].as_array().unwrap()) {
            let key = format!("{}/{}", unit["id"].as_str().unwrap(), leaf["id"].as_str().unwrap());
            let points = leaf["official"].as_str().map(|points| rounded(points.parse().unwrap())).unwrap_or_default();
            // Of a line outside the tree nothing else says that it does not apply.
            let shows = if leaf["applicable"] == false || (leaf["sign"].is_string() && points.is_empty()) {
                "Không áp dụng".to_owned()
            } else {
                points
            };
            let file = format!("appraisal/lan-{round}.xlsx");
            let of_leaf = |one: &&Value| one["unit"] == unit["id"] && one["criterion"] == leaf["id"] && one["file"] == file.as_str();
            let codes = run["findings"].as_array().unwrap().iter().filter(of_leaf);
            all.insert(key, (shows, codes.map(|one| one["code"].as_str().unwrap().to_owned()).collect()));
        }
    }
    all
}

/// Gives the result and the state of every line after a recalculation.
fn live(book: &[u8], name: &str) -> BTreeMap<String, (String, String)> {
    let path = saved_as(name, book);
    let mut model: ironcalc::base::Model = ironcalc::import::load_from_xlsx(path.to_str().unwrap(), "en", "UTC", "en").unwrap();
    model.evaluate();
    let mut opened = Opened::new(book.to_vec());
    let keys: Vec<String> = opened.keys("Thẩm định").into_iter().filter(|key| key.starts_with("leaf:")).collect();
    let mut at = |row: &str, column: &str| {
        let (row, column) = opened.place("Thẩm định", row, column);
        match model.get_cell_value_by_index(1, row, column).unwrap() {
            ironcalc::base::cell::CellValue::String(text) => text,
            ironcalc::base::cell::CellValue::Number(number) => rounded(number),
            other => format!("{other:?}"),
        }
    };
    keys.iter().map(|key| (key.trim_start_matches("leaf:").to_owned(), (at(key, "result"), at(key, "state")))).collect()
}

/// What a comparison came to.
#[derive(Default)]
struct Held {
    lines: usize,
    /// Lines that leave it to the run.
    left: usize,
    /// What the workbook says otherwise than the run.
    apart: Vec<String>,
}

impl Held {
    /// Holds what a workbook shows against a run.
    fn hold(&mut self, shown: &BTreeMap<String, (String, String)>, run: &Value, round: u8, what: &str) {
        let gives = run_gives(run, round);
        for (line, (result, state)) in shown {
            self.lines += 1;
            let (points, codes) = &gives[line];
            let result = Points::parse(result)
                .map_or_else(|| result.clone(), |points| rounded(Rounding::default().machine(&points).parse().unwrap()));
            let waits = result == "Tính khi tổng hợp";
            self.left += usize::from(waits);
            // What the workbook calls wrong does not count, and the other way round.
            let wrong = ["A004", "A021", "A047", "A050"].iter().any(|code| codes.contains(&(*code).to_owned()));
            let silent = !wrong && codes.contains(&"A049".to_owned());
            let same = waits || (result == *points && state.starts_with("Sai") == wrong && (state == "Thiếu lý do") == silent);
            if !same {
                self.apart.push(format!("{what}: {line} shows {result} “{state}”; the run {points} {codes:?}"));
            }
        }
    }
}

#[test]
fn whatever_is_typed_live_points_are_those_of_a_run() {
    let folder = campaign();
    let blank = made(&folder, 1);
    let mut held = Held::default();
    let mut moved = Vec::new();
    for seed in 1..=7 {
        let first = by_hand(&blank, &drawn(seed));
        folder.put("appraisal/lan-1.xlsx", &first);
        held.hold(&live(&first, "council-live-1.xlsx"), &result(&folder), 1, &format!("seed {seed}, round 1"));
        // Made again it shows before a recalculation what it shows behind one.
        moved.extend(recalculated(made(&folder, 1), "council-live-again.xlsx"));
        let second = made(&folder, 2);
        moved.extend(recalculated(second.clone(), "council-live-second.xlsx"));
        let second = by_hand(&second, &drawn(seed + 100));
        folder.put("appraisal/lan-2.xlsx", &second);
        held.hold(&live(&second, "council-live-2.xlsx"), &result(&folder), 2, &format!("seed {seed}, round 2"));
        moved.extend(recalculated(made(&folder, 2), "council-live-again.xlsx"));
        std::fs::remove_file(folder.path("appraisal/lan-2.xlsx")).unwrap();
    }
    assert_eq!((held.apart, moved), (Vec::<String>::new(), Vec::new()));
    // Lines that depend on others are left to the run while something is typed there; most are not.
    assert!(held.left * 2 < held.lines, "{} of {}", held.left, held.lines);
}

#[test]
fn libre_office_shows_the_same_as_a_run() {
    let folder = campaign();
    let book = by_hand(&made(&folder, 1), &drawn(3));
    let path = saved_as("office-council-live.xlsx", &book);
    let Some(out) = libre_office(&[path]) else { return };
    let saved = std::fs::read(out.join("office-council-live.xlsx")).unwrap();
    folder.put("appraisal/lan-1.xlsx", &saved);
    let mut opened = Opened::new(saved);
    let keys: Vec<String> = opened.keys("Thẩm định").into_iter().filter(|key| key.starts_with("leaf:")).collect();
    let mut cell = |key: &str, column: &str| shown(&opened.at("Thẩm định", key, column));
    let shows = keys.iter().map(|key| (key.trim_start_matches("leaf:").to_owned(), (cell(key, "result"), cell(key, "state")))).collect();
    let mut held = Held::default();
    held.hold(&shows, &result(&folder), 1, "LibreOffice");
    assert_eq!(held.apart, [""; 0]);
}
