//! What a set can say beyond single rules: the decision's own words, figures asked once.

mod agency;
mod alternatives;
mod deadline;
mod many;
mod requires;
mod within;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use jiff::civil::date;
use parindex::assessment::{Answer, Claim, Excused, SelfAssessment, SetRef, Unit};
use parindex::criteria::{self, CriteriaSet, Period};
use parindex::evidence::{Asked, check as check_evidence};
use parindex::figure::{CriterionId, Figure, Figures, InputKind};
use parindex::finding::{CellAddress, Finding, Severity};
use parindex::form::layout;
use parindex::form::read::read;
use parindex::scoring::{Scorecard, score_alone};
use parindex::text::Lang;
use parindex::workbook;

use crate::form::{Opened, form, points, recalculated, set_of, shown};
use crate::rules::dice::Dice;

/// A set in which a rule of a leaf and one of a part say the decision's own words.
const OWN_WORDS: &str = r#"set: loi-quyet-dinh
title: Lời của quyết định
status: model
total: 6
criteria:
  - id: "1"
    name: Đúng hạn
    max: 2
    inputs: [ { id: a, kind: count, label: Đúng hạn }, { id: b, kind: count, label: Tổng } ]
    rule:
      text: |
        Từ 95% trở lên được 2 điểm;
        dưới 95% tính theo tỷ lệ.
      ratio: { of: a, to: b, full_at: 95%, when_nothing: zero }
  - id: "2"
    name: Lời trong khóa của loại
    max: 2
    inputs: [ { id: a, kind: count, label: Đúng hạn }, { id: b, kind: count, label: Tổng } ]
    rule: { ratio: { of: a, text: Tính theo tỷ lệ, to: b, when_nothing: zero } }
  - id: "3"
    name: Hai phần
    max: 2
    inputs: [ { id: a, kind: yes_no, label: A }, { id: b, kind: yes_no, label: B } ]
    rule: { sum_of: { parts: [ { id: p, label: Phần một, max: 1, rule: { text: Có thì được 1 điểm, yes_no: { all: [a] } } }, { id: q, label: Phần hai, max: 1, rule: { yes_no: { all: [b] } } } ] } }
"#;

/// Gives every text of the sheet of self-assessment.
fn printed(bytes: Vec<u8>) -> Vec<String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(layout::ASSESSMENT.vi).unwrap();
    range.used_cells().map(|(.., cell)| cell.to_string()).collect()
}

#[test]
fn the_decisions_own_words_are_printed_instead_of_made_ones() {
    let set = set_of(OWN_WORDS);
    let words = |id: &str| {
        let criterion = set.find(&id.into()).unwrap();
        let leaf = criterion.leaf().unwrap();
        leaf.wording(&set.terms(criterion, leaf)).into_iter().map(|line| line.vi).collect::<Vec<_>>()
    };
    assert_eq!(words("1"), ["Từ 95% trở lên được 2 điểm;", "dưới 95% tính theo tỷ lệ."]);
    assert_eq!(words("2"), ["Tính theo tỷ lệ"]);
    assert_eq!(words("3")[1], "– Có thì được 1 điểm");
    assert_eq!(words("3").len(), 5);
    let form = printed(form(&set, None)).join("\n");
    assert!(form.contains("Từ 95% trở lên được 2 điểm;") && form.contains("dưới 95% tính theo tỷ lệ."));
    // Words of the decision keep their lines and their letters.
    assert!(form.contains("Tính theo tỷ lệ") && form.contains("– Có thì được 1 điểm"));
    assert!(!form.contains("100%") && !form.contains("× 100%"), "no made sentence beside the decision's own");
}

#[test]
fn lint_sets_own_words_beside_what_is_computed() {
    let found = criteria::lint(OWN_WORDS.as_bytes(), "set.yaml").findings;
    let said: Vec<String> = found.iter().map(|one| format!("{}:{}", one.place.line.unwrap(), one.says(Lang::Vi))).collect();
    let set = set_of(OWN_WORDS);
    let made = |id: &str| {
        let criterion = set.find(&id.into()).unwrap();
        let lines = criterion.leaf().unwrap().rule.faces().wording(&set.terms(criterion, criterion.leaf().unwrap()));
        lines.into_iter().map(|line| line.vi).collect::<Vec<_>>().join("; ")
    };
    let beside =
        |line: usize, id: &str, own: &str, made: &str| format!("{line}:“{id}” ghi lời quyết định: “{own}”; quy tắc được tính là: “{made}”");
    assert!(made("1").contains("“Đúng hạn” / “Tổng”"));
    assert_eq!(said[0], beside(11, "1", "Từ 95% trở lên được 2 điểm; dưới 95% tính theo tỷ lệ.", &made("1")));
    assert_eq!(said[1], beside(19, "2", "Tính theo tỷ lệ", &made("2")));
    assert!(said[2].starts_with("24:“3” ghi lời quyết định: “Có thì được 1 điểm”; quy tắc được tính là: “Có"), "{}", said[2]);
    assert_eq!(said.len(), 3);
    let line = OWN_WORDS.lines().nth(23).unwrap();
    assert_eq!(found[2].place.column, line.find("text: Có").map(|before| line[..before].chars().count() + 1), "the words themselves");
}

/// Words beside a rule don't stand for the rule, and don't make it of two kinds.
#[test]
fn a_rule_is_still_of_one_kind() {
    let change = |from: &str, to: &str| {
        assert!(OWN_WORDS.contains(from));
        let found = criteria::read(&OWN_WORDS.replace(from, to), "set.yaml").findings;
        found.iter().map(|one| format!("{} {}", one.code.id, one.says(Lang::Vi))).collect::<Vec<_>>()
    };
    let none = "rule: { text: Tính theo tỷ lệ }";
    let whole = "rule: { ratio: { of: a, text: Tính theo tỷ lệ, to: b, when_nothing: zero } }";
    assert_eq!(change(whole, none), ["C005 “rule” phải là một khóa cho biết loại, không phải một nhóm khóa"]);
    let two = "rule: { text: Lời, ratio: { of: a, to: b, when_nothing: zero }, relative: { of: a } }";
    assert_eq!(change(whole, two), ["C005 “rule” có nhiều loại cùng lúc: “ratio”, “relative”"]);
    assert_eq!(change("text: Tính", "txt: Tính"), ["C003 “ratio” không có khóa “txt”"]);
    assert_eq!(change(whole, "rule: { ratio: { of: a, to: b, when_nothing: zero }, text: }"), [""; 0]);
    assert_eq!(
        change(whole, "rule: { ratio: { of: a, to: b, when_nothing: zero }, text: [a, b] }"),
        ["C005 “text” phải là chữ, không phải danh sách"]
    );
    // Words twice for one rule are none that is chosen from.
    assert_eq!(
        change(whole, "rule: { text: Lời, ratio: { of: a, text: Lời khác, to: b, when_nothing: zero } }"),
        ["C105 Lời quyết định viết hai lần cho một quy tắc."]
    );
}

/// What is nearly a name of the set, or a part of a key, is told with what was probably meant.
#[test]
fn what_is_nearly_right_is_told_with_what_was_meant() {
    let told = |from: &str, to: &str| {
        assert!(requires::WAITING.contains(from));
        let set = requires::WAITING.replace(from, to);
        let found = criteria::read(&set, "set.yaml").findings.into_iter().filter(|one| one.severity == Severity::Error);
        found.map(|one| format!("{} {}", one.code.id, one.help.vi)).collect::<Vec<_>>()
    };
    let checks = |that: &str| format!("checks: [ {{ that: {that}, text: Phải có hồ sơ }} ]\ncriteria:\n  - id: \"1\"");
    assert_eq!(told("criteria:\n  - id: \"1\"", &checks("qua_hn <= tong")), ["C049 Có phải là “qua_han”?"]);
    let far = "C049 Viết một phép so sánh giữa các mã số liệu, ví dụ dung_han <= da_giai_quyet.";
    assert_eq!(told("criteria:\n  - id: \"1\"", &checks("khac <= tong")), [far]);
    assert_eq!(told("criteria:\n  - id: \"1\"", &checks("qua_han <= tong")), [""; 0]);
    let found = told("criterion: \"1\", index_at_least: 80%", "criterion: \"1\", at_least: 80%");
    assert!(found.contains(&"C003 Có phải là “index_at_least”?".to_owned()), "{found:?}");
}

/// A set with figures that several leaves name: one a rate of two of them, one with a figure of its own beside, one that may
/// not apply, one outside the tree; `tiep_nhan` is there for a check, `khong_ai_dung` for nobody.
pub const SHARED: &str = r#"set: dung-chung
title: Số liệu dùng chung
status: model
total: 9
figures:
  - { id: tiep_nhan, kind: count, label: Số hồ sơ tiếp nhận, measure: hồ sơ }
  - { id: giai_quyet, kind: count, label: Số hồ sơ đã giải quyết, measure: hồ sơ }
  - { id: dung_han, kind: count, label: Số hồ sơ giải quyết đúng hạn, measure: hồ sơ }
  - { id: hai_long, kind: percent, label: Tỷ lệ hài lòng }
  - { id: co_mot_cua, kind: yes_no, label: Có bộ phận một cửa }
  - { id: ngay, kind: date, label: Ngày công bố }
checks:
  - { that: dung_han <= giai_quyet <= tiep_nhan, text: Số đúng hạn không quá số đã giải quyết và số tiếp nhận }
  - { that: "hai_long <= 95 or co_mot_cua", text: Hài lòng trên 95% mà không có bộ phận một cửa, severity: warning }
criteria:
  - id: "1"
    name: Giải quyết hồ sơ
    max: 6
    criteria:
      - id: "1.1"
        name: Đúng hạn
        max: 2
        inputs: [ { figure: dung_han }, { figure: giai_quyet } ]
        rule: { ratio: { of: dung_han, to: giai_quyet, full_at: 98%, zero_below: 50%, when_nothing: not_applicable } }
      - id: "1.2"
        name: Trực tuyến
        max: 2
        may_not_apply: true
        inputs: [ { id: truc_tuyen, kind: count, label: Số hồ sơ trực tuyến }, { figure: giai_quyet } ]
        rule: { ratio: { of: truc_tuyen, to: giai_quyet, when_nothing: zero } }
      - id: "1.3"
        name: Hài lòng hoặc một cửa
        max: 2
        inputs: [ { figure: hai_long }, { figure: co_mot_cua } ]
        rule: { best_of: { rules: [ { ratio: { of: hai_long } }, { yes_no: { all: [co_mot_cua], met: 1.5 } } ] } }
  - id: "2"
    name: Công bố
    max: 3
    criteria:
      - id: "2.1"
        name: Kịp thời
        max: 2
        inputs: [ { figure: ngay } ]
        rule: { deadline: { of: ngay, steps: [ { by: 2018-03-01, points: 2 }, { by: 2018-06-01, points: 1 } ] } }
      - { id: "2.2", name: Thực hiện, max: 1, rule: { given: { by: unit } } }
adjustments:
  - id: T1
    sign: penalty
    name: Trễ hạn
    max: 2
    inputs: [ { figure: dung_han }, { figure: giai_quyet } ]
    rule: { formula: { is: "min((giai_quyet - dung_han) * 0.1, 2)" } }
"#;

/// The same set with each figure asked at every leaf that uses it.
fn asked_everywhere() -> CriteriaSet {
    let mut plain = SHARED.replace("checks:\n", "").replace("figures:\n", "");
    plain = plain
        .lines()
        .filter(|line| !line.starts_with("  - { that") && !line.starts_with("  - { id: "))
        .fold(String::new(), |all, line| all + line + "\n");
    for figure in set_of(SHARED).figures {
        let kind = match figure.kind {
            InputKind::Percent => "percent",
            InputKind::YesNo => "yes_no",
            InputKind::Date => "date",
            _ => "count",
        };
        let own = format!("{{ id: {}, kind: {kind}, label: {} }}", figure.id, figure.label);
        plain = plain.replace(&format!("{{ figure: {} }}", figure.id), &own);
    }
    set_of(&plain)
}

/// Draws what is typed for the figures of the set: blanks, wrong and odd values among them.
fn typed(set: &CriteriaSet, seed: u64) -> SelfAssessment {
    let mut dice = Dice::new(seed);
    let mut shared = Answer::default();
    for figure in &set.figures {
        let number = |n: u64| Figure::Number(points(&n.to_string()));
        let drawn = match (dice.throw(12), figure.kind) {
            (0, _) => Figure::Blank,
            (1, InputKind::Count | InputKind::Percent) => Figure::Number(points("-3")),
            (2, InputKind::Count) => Figure::Number(points("2.5")),
            (3, InputKind::Count) => number(0),
            (1, InputKind::Date) => Figure::NotIssued,
            (_, InputKind::Count) => number(dice.throw(120)),
            (_, InputKind::Percent) => number(40 + dice.throw(90)),
            (_, InputKind::YesNo) => Figure::YesNo(dice.throw(2) == 0),
            _ => Figure::Date(date(2018, 1 + i8::try_from(dice.throw(8)).unwrap(), 1)),
        };
        shared.figures.insert(figure.id.clone(), drawn);
    }
    let mut answers: BTreeMap<CriterionId, Answer> = set.leaves().map(|(criterion, _)| (criterion.id.clone(), Answer::default())).collect();
    let own = if dice.throw(5) > 0 { Figure::Number(points("40")) } else { Figure::Blank };
    let online = answers.get_mut(&"1.2".into()).unwrap();
    online.figures.insert("truc_tuyen".into(), own);
    if dice.throw(5) == 0 {
        online.claim = Claim::NotApplicable;
    }
    answers.get_mut(&"2.2".into()).unwrap().claim = Claim::Points(points("0.5"));
    let of = SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() };
    let mut sent = SelfAssessment {
        unit: "so-tai-chinh".into(),
        set: of,
        file: "form.xlsx".into(),
        layout: layout::LAYOUT.into(),
        answers,
        shared,
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    };
    sent.spread(set);
    sent
}

fn unit() -> Unit {
    Unit { not_applicable: Excused::default(), ..crate::form::unit() }
}

fn scored(set: &CriteriaSet, sent: SelfAssessment) -> (Scorecard, Vec<Finding>) {
    let asked = Asked { set, unit: &unit(), period: Period::default(), deadline: None, files: None };
    let mut found = Vec::new();
    let evidenced = check_evidence(&asked, sent).collect(&mut found);
    let card = score_alone(set, set.rounding, &unit(), &evidenced).collect(&mut found);
    (card, found)
}

#[test]
fn a_figure_asked_once_scores_as_one_asked_at_every_leaf() {
    let (once, everywhere) = (set_of(SHARED), asked_everywhere());
    assert!(everywhere.figures.is_empty() && everywhere.leaves().count() == once.leaves().count());
    for seed in 0..200 {
        let sent = typed(&once, seed);
        let same = SelfAssessment { shared: Answer::default(), ..sent.clone() };
        let ((one, told), (other, told_too)) = (scored(&once, sent), scored(&everywhere, same));
        assert_eq!((&one.nodes, &one.adjustments, &one.index), (&other.nodes, &other.adjustments, &other.index), "{seed}");
        let codes = |found: &[Finding]| {
            found.iter().filter(|one| one.criterion.is_some()).map(|one| (one.code.id, one.criterion.clone())).collect::<Vec<_>>()
        };
        assert_eq!(codes(&told).len(), codes(&told_too).len(), "{seed}");
    }
}

#[test]
fn the_block_of_figures_is_live() {
    let set = set_of(SHARED);
    assert_eq!(recalculated(form(&set, None), "dung-chung-blank.xlsx"), [""; 0]);
    for seed in 0..25 {
        assert_eq!(recalculated(form(&set, Some(&typed(&set, seed))), "dung-chung.xlsx"), [""; 0], "{seed}");
    }
}

#[test]
fn a_rate_over_100_counts_as_100_in_the_formula_of_a_check() {
    let set = set_of(&SHARED.replace("hai_long <= 95 or co_mot_cua", "hai_long <= 100 or co_mot_cua"));
    let mut sent = typed(&set, 1);
    for (id, figure) in [("hai_long", Figure::Number(points("120"))), ("co_mot_cua", Figure::YesNo(false))] {
        sent.shared.figures.insert(id.into(), figure);
    }
    sent.spread(&set);
    assert_eq!(recalculated(form(&set, Some(&sent)), "dung-chung-120.xlsx"), [""; 0]);
}

/// A filled form reads back as it was typed: once in the block, and at every leaf with the cell of the block.
#[test]
fn a_form_with_figures_reads_back() {
    let set = set_of(SHARED);
    for seed in 0..12 {
        let mut sent = typed(&set, seed);
        // Half a dossier is asked by the reader already.
        for figure in sent.shared.figures.values_mut().filter(|figure| **figure == Figure::Number(points("2.5"))) {
            *figure = Figure::Blank;
        }
        sent.spread(&set);
        sent.answers.get_mut(&"1.2".into()).unwrap().claim = Claim::Blank;
        let book = workbook::open(&form(&set, Some(&sent)), "form.xlsx").value.unwrap();
        let back = read(&book, &set, "form.xlsx").value.unwrap();
        assert_eq!(back.shared.figures, sent.shared.figures, "{seed}");
        for (id, answer) in &sent.answers {
            assert_eq!(back.answers[id].figures, answer.figures, "{seed}: {id}");
        }
        let cell = |id: &str, input: &str| back.answers[&CriterionId::from(id)].cells.inputs.get(&input.into()).copied();
        assert_eq!(cell("1.1", "giai_quyet"), cell("1.2", "giai_quyet"));
        assert_eq!(cell("1.1", "giai_quyet"), back.shared.cells.inputs.get(&"giai_quyet".into()).copied());
        assert_ne!(cell("1.1", "giai_quyet"), cell("1.1", "dung_han"));
    }
}

#[test]
fn checks_say_their_own_words_at_the_first_figure() {
    let set = set_of(SHARED);
    let mut sent = typed(&set, 1);
    let numbers = [("tiep_nhan", "100"), ("giai_quyet", "120"), ("dung_han", "90"), ("hai_long", "96")];
    for (id, number) in numbers {
        sent.shared.figures.insert(id.into(), Figure::Number(points(number)));
    }
    sent.shared.figures.insert("co_mot_cua".into(), Figure::YesNo(false));
    sent.shared.cells.inputs.insert("dung_han".into(), CellAddress::new(11, 5));
    sent.spread(&set);
    let told = |sent: &SelfAssessment| {
        let (_, found) = scored(&set, sent.clone());
        let of = found.into_iter().filter(|one| one.code.id == "P051");
        of.map(|one| format!("{:?} {} {}", one.severity, one.place.cell.clone().unwrap_or_default(), one.says(Lang::Vi)))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(&sent),
        [
            "Error F12 Số đúng hạn không quá số đã giải quyết và số tiếp nhận: “Số hồ sơ giải quyết đúng hạn” = 90; “Số hồ sơ đã giải quyết” = 120; “Số hồ sơ tiếp nhận” = 100.",
            "Warning  Hài lòng trên 95% mà không có bộ phận một cửa: “Tỷ lệ hài lòng” = 96; “Có bộ phận một cửa” = Không.",
        ]
    );
    sent.shared.figures.insert("giai_quyet".into(), Figure::Blank);
    assert_eq!(told(&sent).len(), 1, "a blank figure is no contradiction");
    sent.shared.figures.insert("giai_quyet".into(), Figure::Number(points("100")));
    assert_eq!(told(&sent).len(), 1, "equal is not more");
    // What is wrong with a figure that no leaf names is told beside the leaves, of it alone.
    let negative = |id: &str| {
        let mut sent = sent.clone();
        sent.shared.figures.insert(id.into(), Figure::Number(points("-1")));
        sent.spread(&set);
        scored(&set, sent).1.iter().filter(|one| one.criterion.is_none() && one.code.id == "P002").count()
    };
    assert_eq!((negative("tiep_nhan"), negative("giai_quyet")), (1, 0));
}

/// A province's own form asks the figures at each criterion: one value is the figure's, two are asked.
#[test]
fn figures_typed_leaf_by_leaf_are_gathered() {
    let set = set_of(SHARED);
    let mut sent = typed(&set, 3);
    sent.shared = Answer::default();
    for answer in sent.answers.values_mut() {
        answer.figures = Figures::default();
    }
    let put = |sent: &mut SelfAssessment, id: &str, input: &str, number: &str| {
        let answer = sent.answers.get_mut(&id.into()).unwrap();
        let figure = if number.is_empty() { Figure::Blank } else { Figure::Number(points(number)) };
        answer.figures.insert(input.into(), figure);
    };
    put(&mut sent, "1.1", "dung_han", "90");
    put(&mut sent, "1.1", "giai_quyet", "100");
    put(&mut sent, "1.2", "truc_tuyen", "50");
    put(&mut sent, "1.2", "giai_quyet", "");
    let mut once = sent.clone();
    assert!(once.gather(&set).is_empty());
    assert_eq!(once.answers[&"1.2".into()].figures.get(&"giai_quyet".into()), Some(&Figure::Number(points("100"))));
    assert_eq!(once.answers[&"T1".into()].figures.get(&"dung_han".into()), Some(&Figure::Number(points("90"))));
    put(&mut sent, "1.2", "giai_quyet", "110");
    let told = sent.gather(&set);
    let says: Vec<_> = told.iter().map(|one| format!("{} {}", one.code.id, one.says(Lang::Vi))).collect();
    assert_eq!(
        says,
        [
            "P050 “Số hồ sơ đã giải quyết” ghi “100” ở tiêu chí 1.1 nhưng “110” ở tiêu chí 1.2: một số liệu chỉ có một giá trị, nên coi như để trống."
        ]
    );
    assert!(sent.answers.values().all(|answer| answer.figures.get(&"giai_quyet".into()).is_none_or(|figure| *figure == Figure::Blank)));
}

#[test]
fn laws_of_shared_figures() {
    let change = |from: &str, to: &str| {
        assert!(SHARED.contains(from), "{from}");
        let found = criteria::read(&SHARED.replacen(from, to, 1), "set.yaml").findings;
        found
            .iter()
            .filter(|one| one.code.id != "C111")
            .map(|one| format!("{}:{} {}", one.place.line.unwrap(), one.code.id, one.says(Lang::Vi)))
            .collect::<Vec<_>>()
    };
    assert_eq!(change("x", "x"), [""; 0]);
    assert_eq!(
        change("[ { figure: ngay } ]", "[ { figure: ngya } ]"),
        ["11:C026 không tiêu chí nào dùng số liệu “ngay”", "43:C047 bộ tiêu chí không có số liệu dùng chung “ngya”"]
    );
    assert_eq!(
        change("kind: date", "kind: choice"),
        [
            "11:C048 số liệu dùng chung “ngay” thuộc loại “choice”, mà các mức để chọn là của từng tiêu chí",
            "43:C025 quy tắc không tính được với “ngay” loại “choice”",
            "43:C027 quy tắc không nêu mức nào để chọn cho “ngay”"
        ]
    );
    assert_eq!(change("id: hai_long", "id: dung_han").first().unwrap(), "9:C020 số liệu dùng chung “dung_han” khai hai lần");
    assert_eq!(
        change("<= tiep_nhan", "<= tiep_nha"),
        [
            "6:C026 không tiêu chí nào dùng số liệu “tiep_nhan”",
            "13:C049 không đọc được điều kiện “dung_han <= giai_quyet <= tiep_nha”: không có số liệu “tiep_nha”"
        ]
    );
    assert_eq!(
        change("<= tiep_nhan", "<= ngay").last().unwrap(),
        "13:C049 không đọc được điều kiện “dung_han <= giai_quyet <= ngay”: “ngay” không phải là số, tỷ lệ hay có/không"
    );
    assert_eq!(
        change("id: truc_tuyen", "id: tiep_nhan").first().unwrap(),
        "29:C020 “tiep_nhan” là mã của một số liệu dùng chung: viết “figure: tiep_nhan”, hoặc đặt mã khác"
    );
    assert_eq!(change("{ figure: dung_han }", "{ figure: dung_han, label: Khác }"), ["23:C003 “inputs” không có khóa “label”"]);
}

/// A set with bonuses under one cap, penalties under another, and a line under none.
const CAPPED: &str = r#"set: muc-tran
title: Mức trần chung
status: model
total: 10
may_pass_100: true
criteria:
  - { id: "1", name: Thực hiện, max: 10, inputs: [ { id: p, kind: percent, label: Tỷ lệ } ], rule: { ratio: { of: p } } }
adjustments:
  - { id: T1, sign: bonus, name: Sáng kiến, max: 2, inputs: [ { id: so, kind: count, label: Số sáng kiến } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: T2, sign: bonus, name: Mô hình, max: 2, inputs: [ { id: so, kind: count, label: Số mô hình } ], rule: { count: { of: so, each: 1 } } }
  - { id: T3, sign: bonus, name: Giải thưởng, max: 1, inputs: [ { id: so, kind: count, label: Số giải } ], rule: { count: { of: so, each: 1 } } }
  - { id: P1, sign: penalty, name: Trễ, max: 2, inputs: [ { id: so, kind: count, label: Số lần trễ } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: P2, sign: penalty, name: Sai, max: 2, inputs: [ { id: so, kind: count, label: Số lần sai } ], rule: { count: { of: so, each: 0.5 } } }
caps:
  - { adjustments: [T1, T2], max: 3 }
  - { adjustments: [P1, P2], max: 1.5 }
"#;

fn capped(p: &str, bonus: [&str; 3], penalty: [&str; 2]) -> (String, Vec<String>) {
    let set = set_of(CAPPED);
    let sent = sent(&set, p, bonus, penalty);
    assert_eq!(recalculated(form(&set, Some(&sent)), "muc-tran.xlsx"), [""; 0]);
    let (card, found) = scored(&set, sent);
    let told = found.iter().filter(|one| one.code.id == "P052").map(|one| one.says(Lang::Vi).to_owned());
    (card.points.plain(), told.collect())
}

/// A form of the set, filled in.
fn sent(set: &criteria::CriteriaSet, p: &str, bonus: [&str; 3], penalty: [&str; 2]) -> SelfAssessment {
    let of = SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() };
    let answers = set.leaves().map(|(criterion, _)| (criterion.id.clone(), Answer::default())).collect();
    let mut sent = SelfAssessment {
        unit: "so-tai-chinh".into(),
        set: of,
        file: "form.xlsx".into(),
        layout: layout::LAYOUT.into(),
        answers,
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    };
    let mut put = |id: &str, input: &str, number: &str| {
        sent.answers.entry(id.into()).or_default().figures.insert(input.into(), Figure::Number(points(number)));
    };
    put("1", "p", p);
    for (id, number) in ["T1", "T2", "T3"].into_iter().zip(bonus).chain(["P1", "P2"].into_iter().zip(penalty)) {
        put(id, "so", number);
    }
    sent
}

#[test]
fn several_lines_count_up_to_their_cap() {
    assert_eq!(capped("50", ["2", "1", "0"], ["1", "1"]), ("6".into(), vec![]));
    assert_eq!(capped("50", ["4", "1", "0"], ["0", "3"]), ("6.5".into(), vec![]), "on the caps");
    let over = "Điểm thưởng T1, T2 cộng lại là 4,00 điểm, chỉ tính 3,00 điểm theo mức trần chung.";
    assert_eq!(capped("50", ["4", "2", "1"], ["0", "0"]), ("9".into(), vec![over.into()]), "a line under no cap is added whole");
    let under = "Điểm trừ P1, P2 cộng lại là 4,00 điểm, chỉ trừ 1,50 điểm theo mức trần chung.";
    assert_eq!(capped("50", ["4", "2", "0"], ["9", "9"]), ("6.5".into(), vec![over.into(), under.into()]));
}

#[test]
fn lines_that_share_a_cap_say_when_it_is_passed() {
    let set = set_of(CAPPED);
    let states = |bonus: [&str; 3], penalty: [&str; 2]| {
        let mut opened = Opened::new(form(&set, Some(&sent(&set, "50", bonus, penalty))));
        ["T1", "T2", "T3", "P1", "P2"].map(|line| shown(&opened.assessed(&format!("leaf:{line}"), "state")))
    };
    assert_eq!(states(["4", "1", "1"], ["1", "2"]), ["Đã điền"; 5], "on the caps");
    let done = |more: &str| format!("Đã điền{more}");
    assert_eq!(
        states(["4", "2", "1"], ["4", "0"]),
        [done("; cùng T2 chỉ tính 3 điểm"), done("; cùng T1 chỉ tính 3 điểm"), done(""), done("; cùng P2 chỉ trừ 1,5 điểm"), done("")]
    );
}

/// A condition that the decision's own words say is not printed a second time; one that they lack is.
#[test]
fn a_condition_that_the_decisions_words_say_is_printed_once() {
    let set = |text: &str, requires: &str| {
        let yaml = format!(
            "set: dieu-kien\ntitle: Điều kiện\nstatus: model\ntotal: 4\nfigures: [ {{ id: qua_han, kind: count, label: Số hồ sơ quá hạn }} ]\ncriteria:\n  - {{ id: \"1\", name: Một, max: 2, rule: {{ given: {{ by: unit }} }} }}\n  - id: \"2\"\n    name: Hai\n    max: 2\n    requires: [ {requires} ]\n    inputs: [ {{ id: so, kind: count, label: Số mục }}, {{ figure: qua_han }} ]\n    rule: {{ text: \"{text}\", count: {{ of: so, each: 0.5 }} }}\n"
        );
        criteria::lint(yaml.as_bytes(), "set.yaml")
    };
    let printed = |text: &str, requires: &str| how(&mut Opened::new(form(&set(text, requires).value.unwrap(), None)), "2");
    let index = "{ criterion: \"1\", index_at_least: 80% }";
    let figure = "{ figure: qua_han, at_most: 0 }";
    let made = "Chỉ tính điểm khi tiêu chí 1 đạt từ 80% số điểm trở lên; nếu không thì tính 0 điểm.";
    for said in
        ["Mỗi mục 0,5 điểm; chỉ tính khi tiêu chí 1 đạt từ 80% điểm tối đa", "Mỗi mục 0,5 điểm (tiêu chí 1 dưới 80 % thì không tính điểm)"]
    {
        assert_eq!(printed(said, index), said);
        let beside = set(said, index).findings.into_iter().find(|one| one.code.id == "C046").unwrap();
        assert!(beside.says(Lang::Vi).ends_with(&format!("; {made}”")), "lint sets it beside: {}", beside.says(Lang::Vi));
    }
    for silent in [
        "Mỗi mục 0,5 điểm",
        "Mỗi mục 0,5 điểm; chỉ tính khi tiêu chí 1.1 đạt từ 80%",
        "Mỗi mục của tiêu chí 1 được 0,5 điểm; chỉ tính từ 90%",
    ] {
        assert_eq!(printed(silent, index), format!("{silent}\n{made}"));
    }
    let late = "Mỗi mục 0,5 điểm; số hồ sơ quá hạn khác 0 thì không tính điểm";
    assert_eq!(printed(late, figure), late);
    assert_eq!(printed(late, &format!("{figure}, {index}")).lines().count(), 2, "one of two is missing");
}

/// Gives how a leaf is scored, as its form prints it.
fn how(opened: &mut Opened, line: &str) -> String {
    shown(&opened.assessed(&format!("leaf:{line}"), "how"))
}

/// Every line says the cap that it shares in the words beside it, in a form as in the workbook of the council.
#[test]
fn the_form_says_the_cap_beside_every_line_under_it() {
    let mut opened = Opened::new(form(&set_of(CAPPED), None));
    for (line, words) in [
        ("T1", "Tổng điểm thưởng của T1, T2 không quá 3 điểm."),
        ("T2", "Tổng điểm thưởng của T1, T2 không quá 3 điểm."),
        ("P1", "Tổng điểm trừ của P1, P2 không quá 1,5 điểm."),
        ("P2", "Tổng điểm trừ của P1, P2 không quá 1,5 điểm."),
    ] {
        let printed = how(&mut opened, line);
        assert!(printed.lines().any(|said| said == words), "{line}: {printed}");
    }
    assert!(!how(&mut opened, "T3").contains("Tổng điểm thưởng"));
    for model in ["mau-so-nganh-2025", "mau-xa-phuong-2025"] {
        let set = set_of(&std::fs::read_to_string(format!("criteria/{model}/set.yaml")).unwrap());
        let mut opened = Opened::new(form(&set, None));
        for line in ["T1", "T2"] {
            let printed = how(&mut opened, line);
            assert!(printed.contains("Tổng điểm thưởng của T1, T2 không quá 2,5 điểm."), "{model} {line}: {printed}");
        }
    }
}

#[test]
fn a_cap_is_over_lines_of_one_direction() {
    let told = |to: &str| {
        let found = criteria::read(&CAPPED.replace("[T1, T2]", to), "set.yaml").findings;
        found.iter().map(|one| format!("{} {}", one.code.id, one.says(Lang::Vi))).collect::<Vec<_>>()
    };
    assert_eq!(told("[T1, T2]"), [""; 0]);
    assert_eq!(told("[T1, T9]"), ["C050 không có dòng điểm thưởng, điểm trừ “T9”"]);
    assert_eq!(told("[T1, T1]"), ["C050 “T1” đã nằm dưới một mức trần"]);
    let other = "C050 “P1” khác dấu với dòng trước: điểm thưởng và điểm trừ không có mức trần chung";
    assert_eq!(told("[T1, P1]")[0], other);
}
