//! Names of people's committees, whose places stand for them.

use crate::text::fold::fold;

/// Ranks of places that have a people's committee.
pub const RANKS: [&str; 8] = ["xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố"];
/// What people call a people's committee before the rank of its place.
pub const COMMITTEE: [&str; 2] = ["UBND", "ủy ban nhân dân"];

/// Names a unit as letters address it: a place by its people's committee, “UBND xã An Bình”.
///
/// The rank of a place has a small letter, but with a number: “UBND Phường 5”. Source: Nghị định 30/2020/NĐ-CP, Phụ lục II.
pub fn addressed(name: &str) -> String {
    if !is_place(name) {
        return name.to_owned();
    }
    let is_numbered = name.split_whitespace().any(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    if is_numbered {
        return format!("UBND {name}");
    }
    let mut letters = name.chars();
    let lowered: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    format!("UBND {lowered}")
}

/// Tells whether a name is that of a people's committee, said or not.
pub fn is_committee(name: &str) -> bool {
    COMMITTEE.iter().any(|words| begins(name, words)) || is_place(name)
}

/// Tells whether a name is that of a place that has a people's committee.
pub fn is_place(name: &str) -> bool {
    RANKS.iter().any(|rank| begins(name, rank))
}

/// Tells whether a name begins with whole words.
pub fn begins(name: &str, words: &str) -> bool {
    fold(name).strip_prefix(&fold(words)).is_some_and(|rest| rest.starts_with(' '))
}
