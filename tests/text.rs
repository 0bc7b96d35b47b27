//! Text in one form for matching.

use parindex::text::fold::{bare, fold, tidy};

#[test]
fn a_letter_is_folded_the_same_beside_any_other() {
    // Beside a letter that no Vietnamese text has, the tables of Unicode are asked for every letter.
    const RARE: char = '一';
    for letter in ('\0'..'\u{2FF}').chain('\u{1E9F}'..='\u{1F00}').chain('\u{2000}'..='\u{2040}') {
        let (alone, beside) = (format!("a{letter}b"), format!("a{letter}b {RARE}"));
        for read in [fold, bare, tidy] {
            assert_eq!(format!("{} {RARE}", read(&alone)), read(&beside), "{letter:?}");
        }
    }
    assert_eq!((fold("  HÒA\u{300} "), bare("ĐƯỢC  Ầ")), (fold("hoà"), "duoc a".to_owned()));
}
