//! Levels of less and of more: what a unit gets of which nothing changed.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::GAP;
use crate::text;

/// Asks what a unit gets of which nothing changed, where one level is of less and another of more: “giảm so với năm trước: 1; tăng: 0”,
/// “thấp hơn biên chế giao: 1; vượt biên chế giao: 0”.
pub fn unchanged_is_open(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    const DOWN: [&str; 5] = ["giảm", "thấp hơn", "ít hơn", "tụt", "xuống"];
    const UP: [&str; 5] = ["tăng", "cao hơn", "vượt", "nhiều hơn", "lên hạng"];
    const SAME: [&str; 10] =
        ["bằng", "giữ nguyên", "giữ", "ổn định", "tương đương", "ngang", "duy trì", "không đổi", "không thay đổi", "còn lại"];
    let denied = |word: &str, case: &Case| ["không", "chưa"].iter().any(|no| case.says(&[&format!("{no} {word}")]));
    let moves =
        |case: &&&Case, list: &[&str]| list.iter().any(|word| case.says(&[word]) && !denied(word, case)) && !case.says(&["tăng cường"]);
    let told = |case: &&&Case| {
        let same = case.says(&SAME) || case.is_rest() || DOWN.iter().chain(&UP).any(|word| denied(word, case));
        same || moves(case, &DOWN) && moves(case, &UP)
    };
    let (down, up) = (cases.iter().any(|case| moves(&case, &DOWN)), cases.iter().any(|case| moves(&case, &UP)));
    if !down || !up || cases.iter().any(|case| told(&case)) {
        return;
    }
    let name = asked.words.name;
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp bằng (không tăng, không giảm) thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what a unit gets of which nothing went up or down"
        ),
    ));
}
