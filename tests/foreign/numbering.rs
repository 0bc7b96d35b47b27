//! Numbers that count anew, and rows that are known by their name, their maximum and their place.

use std::fmt::Write as _;

use parindex::criteria::{self, CriteriaSet};
use parindex::intake::foreign::Pin;

use super::{claim, read_bytes};
use crate::folder::drawn;

/// A set with areas, groups and leaves three deep.
const SET: &str = "
set: ba-bac
title: Bộ thử
status: model
total: 14
criteria:
  - id: \"1\"
    name: Chỉ đạo, điều hành
    max: 7
    criteria:
      - id: \"1.1\"
        name: Kế hoạch cải cách hành chính năm
        max: 3
        criteria:
          - { id: \"1.1.1\", name: Ban hành kế hoạch, max: 1, rule: { given: { by: unit } } }
          - { id: \"1.1.2\", name: Mức độ hoàn thành kế hoạch, max: 2, rule: { given: { by: unit } } }
      - { id: \"1.2\", name: Thực hiện chế độ báo cáo cải cách hành chính, max: 2, rule: { given: { by: unit } } }
      - { id: \"1.3\", name: Công tác kiểm tra, max: 2, rule: { given: { by: unit } } }
  - id: \"2\"
    name: Cải cách thể chế
    max: 7
    criteria:
      - { id: \"2.1\", name: Tham mưu xây dựng văn bản, max: 3, rule: { given: { by: unit } } }
      - id: \"2.2\"
        name: Theo dõi thi hành pháp luật
        max: 4
        criteria:
          - { id: \"2.2.1\", name: Ban hành kế hoạch, max: 1, rule: { given: { by: unit } } }
          - { id: \"2.2.2\", name: Xử lý kết quả theo dõi, max: 3, rule: { given: { by: unit } } }
";
/// Its leaves.
const LEAVES: [&str; 7] = ["1.1.1", "1.1.2", "1.2", "1.3", "2.1", "2.2.1", "2.2.2"];
/// Criteria of the form: level, name, maximum, claim.
const ROWS: [(usize, &str, &str, &str); 11] = [
    (0, "Chỉ đạo, điều hành", "7", ""),
    (1, "Kế hoạch cải cách hành chính năm", "3", ""),
    (2, "Ban hành kế hoạch", "1", "0.1"),
    (2, "Mức độ hoàn thành kế hoạch", "2", "0.2"),
    (1, "Thực hiện chế độ báo cáo cải cách hành chính", "2", "0.3"),
    (1, "Công tác kiểm tra", "2", "0.4"),
    (0, "Cải cách thể chế", "7", ""),
    (1, "Tham mưu xây dựng văn bản", "3", "0.5"),
    (1, "Theo dõi thi hành pháp luật", "4", ""),
    (2, "Ban hành kế hoạch", "1", "0.6"),
    (2, "Xử lý kết quả theo dõi", "3", "0.7"),
];

fn set() -> CriteriaSet {
    criteria::read(SET, "set.yaml").value.unwrap()
}

/// Draws the form, numbered by a style of each level, after some rewording.
fn drawing(number: &dyn Fn(&[usize]) -> String, reworded: &[(&str, &str)]) -> String {
    let mut text = "STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | TLKC\n".to_owned();
    let mut counters = [0; 3];
    for (level, name, max, score) in ROWS {
        counters[level] += 1;
        counters[level + 1..].fill(0);
        let name = reworded.iter().find(|(from, _)| *from == name).map_or(name, |(_, to)| to);
        writeln!(text, "'{} | {name} | {max} | {score}", number(&counters[..=level])).unwrap();
    }
    text
}

const ROMAN: [&str; 4] = ["", "I", "II", "III"];

/// Numbers a row by its places among its siblings, from the area down.
type Style = Box<dyn Fn(&[usize]) -> String>;

/// Ways of numbering.
fn styles() -> Vec<(&'static str, Style)> {
    let dotted = |path: &[usize]| path.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
    vec![
        ("1, 1.1, 1.1.1", Box::new(move |path| dotted(path))),
        ("I, 1, 1.1", Box::new(move |path| if path.len() == 1 { ROMAN[path[0]].into() } else { dotted(&path[1..]) })),
        (
            "A, I, 1",
            Box::new(|path| match path {
                [area] => ["", "A", "B"][*area].into(),
                [_, group] => ROMAN[*group].into(),
                [.., leaf] => leaf.to_string(),
                [] => String::new(),
            }),
        ),
        (
            "I, 1, a)",
            Box::new(|path| match path {
                [area] => ROMAN[*area].into(),
                [_, group] => group.to_string(),
                [.., leaf] => format!("{})", ["", "a", "b"][*leaf]),
                [] => String::new(),
            }),
        ),
        (
            "I, I.1, I.1.1",
            Box::new(move |path| {
                [ROMAN[path[0]].to_owned()].into_iter().chain(path[1..].iter().map(ToString::to_string)).collect::<Vec<_>>().join(".")
            }),
        ),
    ]
}

/// Rewordings that people make.
const REWORDED: [&[(&str, &str)]; 5] = [
    &[],
    &[("Thực hiện chế độ báo cáo cải cách hành chính", "Thực hiện chế độ báo cáo")],
    &[("Công tác kiểm tra", "Kiểm tra, giám sát")],
    &[("Kế hoạch cải cách hành chính năm", "Kế hoạch CCHC"), ("Xử lý kết quả theo dõi", "Kết quả xử lý")],
    &[("Tham mưu xây dựng văn bản", "Xây dựng văn bản QPPL"), ("Cải cách thể chế", "Thể chế")],
];

#[test]
fn every_way_of_numbering_gives_the_same_claims() {
    for (style, number) in styles() {
        for reworded in REWORDED {
            let (form, found) = read_bytes(&drawn(&drawing(&number, reworded)), &set(), &Pin::default());
            let claims = LEAVES.map(|id| form.assessment.answers.get(&id.into()).map_or("–".into(), |_| claim(&form, id)));
            assert_eq!(claims, ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"], "{style} {reworded:?} {found:?}");
            assert!(found.iter().all(|one| one.starts_with("S084")), "{style} {reworded:?} {found:?}");
        }
    }
}

#[test]
fn a_number_alone_is_not_believed_against_name_and_maximum() {
    // The row says 2 and means 1.2; area 2 has another name and another maximum.
    let text = "STT | Tiêu chí | Điểm tối đa | Điểm tự chấm
I | Chỉ đạo, điều hành | 7
2 | Thực hiện báo cáo | 2 | 0.3
II | Cải cách thể chế | 7
1 | Tham mưu xây dựng văn bản | 3 | 0.5
7 | Việc khác hẳn | 5 | 5
";
    let (form, found) = read_bytes(&drawn(text), &set(), &Pin::default());
    assert_eq!((claim(&form, "1.2"), claim(&form, "2.1")), ("0.3".into(), "0.5".into()), "{found:?}");
    assert!(found.contains(&"S083 D6".to_owned()), "{found:?}");
    assert!(form.understood.taken.iter().any(|(row, id)| (*row, id.as_str()) == (4, "2")), "{:?}", form.understood.taken);
}

#[test]
fn a_name_that_is_turned_into_something_else_is_told() {
    let told = |name: &str| {
        let text = drawing(&styles().remove(0).1, &[("Thực hiện chế độ báo cáo cải cách hành chính", name)]);
        let (form, found) = read_bytes(&drawn(&text), &set(), &Pin::default());
        assert_eq!(claim(&form, "1.2"), "0.3", "{name} {found:?}");
        found.iter().any(|one| one.starts_with("S084"))
    };
    let own = set().find(&"1.2".into()).unwrap().name.clone();
    let lower = own.to_lowercase();
    for turned in [
        format!("Vi phạm {lower}"),
        format!("Chưa {lower}"),
        format!("{own} (không áp dụng)"),
        format!("{own} (năm 2025)"),
        format!("{own} (dự kiến)"),
        format!("{own} (bản cũ)"),
    ] {
        assert!(told(&turned), "{turned}");
    }
    for same in [
        own.clone(),
        own.to_uppercase(),
        format!("Tiêu chí: {lower}"),
        format!("{own} (2 điểm)"),
        format!("{own} (thực hiện đủ được 2 điểm, không thực hiện 0 điểm)"),
        format!("{own}: không có thì 0 điểm"),
    ] {
        assert!(!told(&same), "{same}");
    }
}
