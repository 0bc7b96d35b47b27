//! The catalogue of findings, and the order in which a reader meets them.

use std::collections::BTreeSet;

use parindex::finding::{Place, catalogue};

/// Numbers of codes that are gone, with what they said. They stay free: old reports still name them.
const RETIRED: [(&str, &str); 1] = [("W004", "an award has a quota of 0, which campaign.yaml can't say")];

#[test]
fn numbers_of_codes_that_are_gone_stay_free() {
    for (id, said) in RETIRED {
        assert!(catalogue().all(|code| code.id != id), "{id} said once: {said}");
    }
}

#[test]
fn no_code_is_used_twice_and_each_speaks_both_languages() {
    let mut seen = BTreeSet::new();
    for code in catalogue() {
        assert!(seen.insert(code.id), "{} is used twice", code.id);
        let (family, number) = code.id.split_at(1);
        assert!("CSEPAKW".contains(family) && number.len() == 3 && number.parse::<u16>().is_ok(), "{} is no code", code.id);
        for words in [code.title, code.why, code.cure] {
            assert!(!words.vi.is_empty() && !words.en.is_empty(), "{} is silent in one language", code.id);
            assert_ne!(words.vi, words.en, "{} says the same in both languages", code.id);
        }
        for words in [code.why, code.cure] {
            assert!(words.vi.ends_with('.') && words.en.ends_with('.'), "{}: “{}” is no sentence", code.id, words.vi);
        }
    }
}

#[test]
fn findings_of_a_sheet_stand_row_by_row() {
    let mut cells = ["F101", "AA11", "F11", "G9", "Z11"].map(|cell| Place::cell("a.xlsx", "Tự đánh giá", cell));
    cells.sort();
    let order: Vec<&str> = cells.iter().filter_map(|place| place.cell.as_deref()).collect();
    assert_eq!(order, ["G9", "F11", "Z11", "AA11", "F101"]);
}

/// What an English reader is told to type has the shapes of an English form: 95.73, 2027-01-15, “No.”. A decision's own table keeps
/// its headings, and what stands in quotation marks is what a file holds.
#[test]
fn english_words_give_english_shapes() {
    for code in catalogue().filter(|code| !code.id.starts_with("C3")) {
        for words in [code.title, code.why, code.cure] {
            let bare: String = words.en.split('"').step_by(2).collect();
            let letters: Vec<char> = bare.chars().collect();
            let comma = letters.windows(3).any(|three| three[1] == ',' && [three[0], three[2]].iter().all(char::is_ascii_digit));
            let is_day = |word: &str| {
                let parts: Vec<&str> = word.trim_matches(|c: char| !c.is_ascii_digit()).split('/').collect();
                parts.len() == 3 && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
            };
            let is_vietnamese = comma || bare.split_whitespace().any(is_day) || bare.contains("STT") || bare.contains("day/month");
            assert!(!is_vietnamese, "{}: {}", code.id, words.en);
        }
    }
}
