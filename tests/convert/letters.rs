//! Letters before areas: which of them are Roman numerals.

use super::{brief, linted, shape};

/// Gives the rows of an area, or of a criterion with its rule.
fn line(number: &str, name: &str, max: &str) -> Vec<String> {
    let row = format!("{number} | {name} | ={max}");
    if name == "Lĩnh vực" { vec![row] } else { vec![row, "| Có: 2; không: 0".to_owned()] }
}

/// Converts areas with the numbers given, each with one criterion; gives the ids of the tree, and the findings.
fn ids(rows: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let rows: Vec<String> = rows.iter().flat_map(|(number, name)| line(number, name, "2")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (set, findings) = brief(&rows);
    (shape(&linted(&set.yaml)).into_iter().map(|(id, _)| id).collect(), findings)
}

#[test]
fn a_letter_that_goes_on_a_series_of_letters_is_no_roman_numeral() {
    let area = |letter: &'static str, number: &'static str| [(letter, "Lĩnh vực"), (number, "Kế hoạch")];
    let all = |letters: &[&'static str]| letters.iter().flat_map(|letter| area(letter, "1")).collect::<Vec<_>>();
    let expected = |n: usize| (1..=n).flat_map(|n| [n.to_string(), format!("{n}.1")]).collect::<Vec<_>>();
    assert_eq!(ids(&all(&["A", "B", "C", "D", "E", "G", "H", "I", "K"])), (expected(9), vec![]));
    assert_eq!(ids(&all(&["A", "B", "C", "D", "Đ", "E", "G", "H", "I"])), (expected(9), vec![]));
    assert_eq!(ids(&all(&["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"])), (expected(10), vec![]));
    // With numbers that name their area.
    let named =
        [("A", "A.1"), ("B", "B.1"), ("C", "C.1"), ("D", "D.1"), ("E", "E.1"), ("G", "G.1"), ("H", "H.1"), ("I", "I.1"), ("K", "K.1")];
    assert_eq!(ids(&named.iter().flat_map(|(letter, number)| area(letter, number)).collect::<Vec<_>>()), (expected(9), vec![]));
}

#[test]
fn a_roman_numeral_below_a_letter_stays_one() {
    let letters = ["A", "B", "C", "D", "E", "G"].into_iter().flat_map(|letter| [(letter, "Lĩnh vực"), ("1", "Kế hoạch")]);
    let before: Vec<(&str, &str)> = letters.collect();
    // Right below its letter, which would else have nothing in it.
    let mut rows = before.clone();
    rows.extend([("H", "Lĩnh vực"), ("I", "Lĩnh vực"), ("1", "Báo cáo")]);
    let (read, findings) = ids(&rows);
    assert_eq!((&read[12..], findings), (&["7".to_owned(), "7.1".into(), "7.1.1".into()][..], vec![]));
    // Where the next one goes on from it, it is a number.
    let mut rows: Vec<String> = before.iter().flat_map(|(number, name)| line(number, name, "2")).collect();
    rows.extend([line("H", "Lĩnh vực", "6"), line("1", "Báo cáo", "2"), line("I", "Lĩnh vực", "2"), line("1", "Báo cáo", "2")].concat());
    rows.extend([line("II", "Lĩnh vực", "2"), line("1", "Báo cáo", "2")].concat());
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (set, _) = brief(&rows);
    assert!(!set.yaml.contains("id: \"8\"") && set.yaml.contains("\n  - id: \"7\""), "{}", set.yaml);
}
