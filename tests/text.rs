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

#[test]
fn english_counts_one_point_in_the_singular() {
    for (any, said) in [
        ("At most 1 points.", "At most 1 point."),
        ("1 points are taken, 11 points, 0.1 points and 1,1 points stay", "1 point is taken, 11 points, 0.1 points and 1,1 points stay"),
        ("(1 points); 1 points", "(1 point); 1 point"),
        ("1 pointless", "1 pointless"),
        ("You typed “1 points”: 1 points", "You typed “1 points”: 1 point"),
        ("2 of 1 points are 1 points", "2 of 1 point is 1 point"),
    ] {
        assert_eq!(parindex::text::one_point(any.to_owned()), said);
    }
}
