//! Levels of which the best names two places: whoever did all at one of them only has a level just for that one, if at all.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::GAP;
use crate::text;

use super::words::{BUTS, DENIALS, IN_TIME, LACKING, LATE, WELL};

/// Words that stand before a place.
const BEFORE: [&str; 3] = ["tại", "trên", "ở"];

/// Asks what a unit gets that did all at one of two places only, where no level speaks of that one, and what it gets that did all at
/// neither: “công khai đủ tại A và trên B: 2; đủ tại A nhưng chưa đủ trên B: 1; không công khai: 0”.
pub fn open_at_one_place(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let plain = |case: &&&Case| case.condition.is_none() && case.days.is_none();
    let closed = |case: &Case| case.is_rest() || case.says(&["hoặc", "một trong", "1 trong", "01 trong", "một nơi", "cả hai"]);
    let (Some(best), true) = (cases.iter().find(|case| case.is_full(asked.words.max)), cases.iter().all(|case| plain(&case))) else {
        return;
    };
    let others: Vec<&&Case> = cases.iter().filter(|case| *case != best).collect();
    let places = places(best);
    let [first, second] = places.as_slice() else { return };
    if closed(best) || best.is_negative() || others.iter().any(|case| closed(case)) {
        return;
    }
    // “Công khai chưa đầy đủ” holds wherever that is.
    let anywhere = |case: &Case| !names(case, &first.key) && !names(case, &second.key);
    if others.iter().any(|case| anywhere(case) && (case.says(&LACKING) || case.says(&LATE) || case.says(&["không đúng"]))) {
        return;
    }
    let only = |place: &Place, other: &Place| others.iter().any(|case| is_only_at(case, &place.key, &other.key));
    let (at_first, at_second) = (only(first, second), only(second, first));
    let well = best.says(&WELL) || best.says(&IN_TIME) || best.says(&["đúng", "thường xuyên"]);
    let never = others.iter().any(|case| anywhere(case) && case.begins(&DENIALS));
    let one = |place: &Place| (format!("chỉ đạt “{}”", place.said), format!("that did it only “{}”", place.said));
    let both = ("không đạt ở cả hai nơi".to_owned(), "that did it fully at neither place".to_owned());
    let mut open = Vec::new();
    match (at_first, at_second) {
        (true, false) => open.push(one(second)),
        (false, true) => open.push(one(first)),
        (false, false) => return,
        (true, true) => {}
    }
    if well && never {
        open.push(both);
    }
    let (vi, en): (Vec<String>, Vec<String>) = open.into_iter().unzip();
    if vi.is_empty() {
        return;
    }
    let (name, vi, en) = (asked.words.name, vi.join(" hoặc "), en.join(" or "));
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp {vi} thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what a unit gets {en}"
        ),
    ));
}

/// A place that a level names.
struct Place {
    /// With the word before it: “tại trụ sở”.
    said: String,
    /// Its first words, by which other levels name it.
    key: String,
}

/// Lists the places that stand side by side in the words of a level: “tại trụ sở và trên Trang thông tin điện tử”.
fn places(best: &Case) -> Vec<Place> {
    const NOUNS: [&str; 12] = ["trang", "cổng", "trụ", "trung", "bộ", "hệ", "nơi", "phương", "mạng", "bảng", "nhà", "môi"];
    const KEY: usize = 2;
    let words: Vec<&str> = best.label.split_whitespace().collect();
    let begins = |word: &str, list: &[&str]| list.contains(&word.to_lowercase().as_str());
    let Some(at) = words.iter().position(|word| begins(word, &BEFORE)) else { return Vec::new() };
    let listed = words.get(at..).unwrap_or_default().join(" ").replace(" và ", ", ");
    let place = |member: &str| -> Option<Place> {
        let mut own: Vec<&str> = member.split_whitespace().collect();
        let first = *own.first()?;
        if begins(first, &BEFORE) {
            own.remove(0);
        } else if !begins(first, &NOUNS) {
            return None;
        }
        let key = own.iter().take(KEY).map(|word| word.to_lowercase()).collect::<Vec<_>>().join(" ");
        Some(Place { said: member.trim().to_owned(), key })
    };
    let all: Option<Vec<Place>> = listed.split(", ").map(place).collect();
    all.filter(|all| matches!(all.as_slice(), [one, other] if one.key != other.key)).unwrap_or_default()
}

/// Tells whether a level names a place.
fn names(case: &Case, place: &str) -> bool {
    format!(" {} ", case.words.join(" ")).contains(&format!(" {place} "))
}

/// Tells whether a level is of whoever did all at one place and less at the other: “chỉ niêm yết tại trụ sở”, “đủ tại A nhưng chưa đủ
/// trên B”.
fn is_only_at(case: &Case, place: &str, other: &str) -> bool {
    let joined = format!(" {} ", case.words.join(" "));
    let denied = |text: &str| [" không ", " chưa ", " thiếu "].iter().any(|word| text.contains(word));
    let parted = BUTS
        .iter()
        .find_map(|but| joined.split_once(&format!(" {but} ")))
        .map(|(front, behind)| (format!("{front} "), format!(" {behind}")));
    match (names(case, place), names(case, other)) {
        (true, false) => !denied(&joined),
        (false, true) => denied(&joined),
        (true, true) => {
            parted.is_some_and(|(front, behind)| front.contains(place) && !denied(&front) && behind.contains(other) && denied(&behind))
        }
        (false, false) => false,
    }
}
