//! Who gives the points of a criterion whose lines no rule was made of.

use crate::text::fold::bare;

use super::rule::Recognised;
use super::sign::Sign;
use super::tree::Node;

/// Gives the scorer for now: the survey where people are asked, the council where a unit would judge itself: what takes points,
/// and what an office makes known.
pub fn scorer(node: &Node, read: &Recognised) -> &'static str {
    if read.by_survey {
        "survey"
    } else if node.sign == Some(Sign::Penalty) || node.lines.iter().any(|said| is_made_known(&said.text)) {
        "council"
    } else {
        "unit"
    }
}

/// Tells whether words name a result that an office makes known: “theo kết quả do Bộ Nội vụ công bố”, not “công bố TTHC kịp thời”.
pub fn is_made_known(words: &str) -> bool {
    let plain = bare(words).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let plain = format!(" {plain} ");
    let Some((before, _)) = plain.split_once(" cong bo ") else { return false };
    let result = ["ket qua", "chi so", "xep hang", "thu hang", "xep loai"].iter().any(|word| before.contains(word));
    let behind = plain.split_once(" cong bo ").map_or("", |(_, behind)| behind);
    // “Kết quả công bố của Liên đoàn …” names whoever made it known.
    let of_others = result && behind.strip_prefix("cua ").is_some_and(|who| !who.starts_with("don vi"));
    if of_others {
        return true;
    }
    let by = [" do ", " duoc "].iter().any(|word| before.contains(word));
    let office = ["bo ", "ubnd ", "uy ban ", "so ", "tinh ", "chinh phu", "hoi dong ", "co quan "]
        .iter()
        .any(|word| before.contains(&format!(" {word}")));
    result && by && office
}
