//! What a set can say beyond single rules: the decision's own words.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use parindex::criteria;
use parindex::form::layout;
use parindex::text::Lang;

use crate::form::{form, set_of};

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
    let range = book.worksheet_range(layout::ASSESSMENT).unwrap();
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
    assert!(form.contains("Tính theo tỷ lệ") && form.contains("Có thì được 1 điểm"));
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
}
