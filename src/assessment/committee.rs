//! Names of people's committees, whose places stand for them.

use crate::text::fold::fold;

/// Ranks of places that have a people's committee.
pub const RANKS: [&str; 8] = ["xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố"];
/// What people call a people's committee before the rank of its place.
pub const COMMITTEE: [&str; 2] = ["UBND", "ủy ban nhân dân"];

/// Names a unit as letters address it: a place by its people's committee, “UBND xã An Bình”.
pub fn addressed(name: &str) -> String {
    let mut letters = name.chars();
    let lowered: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    if is_place(name) { format!("UBND {lowered}") } else { name.to_owned() }
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
