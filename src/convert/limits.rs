//! Rows that begin as the row of the total does and only say how far points go: “Tổng điểm trừ không quá 5 điểm”.

use crate::text::fold::bare;

use super::columns;
use super::row::{Kind, Row};
use super::sign;

/// Takes for a line what has no sum of its own and says how far points go: “Tổng điểm của tiêu chí này không quá 2 điểm”. “Tổng điểm
/// tối đa: 100” behind the last criterion is the total, as it stands; “Tổng điểm trừ tối đa” never is.
pub fn settle(rows: &mut [Row]) {
    let last = rows.iter().rposition(|row| row.kind == Kind::Criterion).unwrap_or(0);
    for (n, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.kind == Kind::Total) {
        let words = words(row);
        let plain = bare(&words);
        // “Tổng điểm đánh giá đạt từ 90 điểm trở lên | 1” says how much of some other sum gives points.
        if is_bounded(&plain) && (n < last || row.max.is_some()) {
            row.kind = Kind::Line;
            continue;
        }
        let says = |list: &[&str]| list.iter().any(|word| plain.contains(word));
        let strict = says(&["khong qua", "khong vuot", "khong duoc qua", "khong duoc vuot", "cao nhat la"]);
        let of_block = of_signed(&words);
        let most = strict || (n < last || of_block) && says(&["toi da", "cao nhat", "nhieu nhat"]);
        let beside = row.max.is_some();
        if !most || beside && !of_block {
            continue;
        }
        row.kind = Kind::Line;
        if let Some(points) = row.max.take() {
            row.name.text = columns::beside(&words, &format!("{} điểm", points.abs().plain_vi()));
            row.max_cell.1 = None;
        }
    }
}

/// Tells whether a row that begins as a total does says within which bounds some other sum lies.
pub fn bounds_a_sum(row: &Row) -> bool {
    is_bounded(&bare(&words(row)))
}

/// Tells whether bare words say between which bounds a sum has to be: “tong diem tu 80 den duoi 90 diem”.
fn is_bounded(plain: &str) -> bool {
    const BOUNDS: [&str; 6] = ["tu", "duoi", "tren", "hon", "du", "nhat"];
    let words: Vec<&str> = plain.split_whitespace().collect();
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let bound = words.windows(2).position(|pair| matches!(pair, [word, next] if BOUNDS.contains(word) && number(next)));
    let measured = |at: usize| words.iter().skip(at + 1).any(|word| word.starts_with("diem") || word.ends_with('%'));
    bound.is_some_and(measured) || plain.contains(['≥', '≤', '<', '>'])
}

/// Tells whether words speak of all points that are taken, or added: “Tổng số điểm trừ”, “Tổng cộng điểm thưởng”.
pub fn of_signed(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let Some(rest) = ["tổng cộng ", "tổng số ", "tổng ", "cộng "].iter().find_map(|word| lower.strip_prefix(word)) else {
        return false;
    };
    let passive = ["điểm bị trừ", "điểm được cộng", "điểm được thưởng"].iter().any(|said| rest.starts_with(said));
    passive || sign::of_name(rest).is_some()
}

/// Gives the words of a row that begins as a total does: its name, or what stands in another column of a row without one.
fn words(row: &Row) -> String {
    let first = || row.lines.iter().chain(&row.others).next().map(|said| said.text.clone());
    Some(row.name.text.clone()).filter(|name| !name.is_empty()).or_else(first).unwrap_or_default()
}
