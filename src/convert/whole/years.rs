//! The year that days without one are of: the heading of the table says which it is.

use super::Whole;
use crate::convert::rule::Recognised;
use crate::convert::tree::Node;
use crate::finding::convert::NO_YEAR;

impl Whole<'_> {
    /// Takes back the question of the year of days where the heading of the table, or the name of the criterion, names one.
    pub fn years(&self, node: &Node, read: &mut Recognised) {
        let named = || {
            let above = self.above();
            let texts = above.iter().filter(|said| said.row < self.table.top).map(|said| said.text.as_str());
            let mut found: Vec<String> = texts.chain([node.row.name.text.as_str()]).flat_map(years_in).collect();
            found.sort_unstable();
            found.dedup();
            found.len() == 1
        };
        if read.doubts.iter().any(|(code, _)| *code == &NO_YEAR) && named() {
            read.doubts.retain(|(code, _)| *code != &NO_YEAR);
        }
    }
}

/// Lists the years that words name: “NĂM 2026”, not “ngày 20 tháng 11 năm 2025”.
fn years_in(text: &str) -> Vec<String> {
    let plain = text.to_lowercase();
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let year = |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|digit| digit.is_ascii_digit());
    let of_a_day = |at: usize| at >= 2 && words.get(at - 2) == Some(&"tháng");
    let found = words.windows(2).enumerate().filter(|(at, pair)| matches!(pair, ["năm", word] if year(word)) && !of_a_day(*at));
    found.filter_map(|(_, pair)| pair.last().map(|word| (*word).to_owned())).collect()
}
