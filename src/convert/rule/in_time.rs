//! So many things in a time, said before their number or in the name: “bình quân hằng tháng có trên 5 tin”, “Số tin bình quân mỗi
//! tháng”. They are a mean, as “5 tin/tháng” is, and no count of the year.

use crate::convert::line::{Case, Clause, Condition, Side, WordedClause, lowered};

use super::Words;
use super::things::without_number;

/// Times that things are counted in.
const TIMES: [&str; 3] = ["tháng", "quý", "tuần"];

/// Words that make a time one of several.
const EACH: [&str; 8] = ["mỗi", "hằng", "hàng", "từng", "một", "1", "01", "/"];

/// Words between “trong tháng” and a number.
const HAVING: [&str; 9] = ["có", "đạt", "đăng", "thực", "tổ", "phát", "họp", "phải", "được"];

/// A time among words: where its words begin and end, and which it is.
struct Said {
    from: usize,
    to: usize,
    time: &'static str,
    /// Whether the words say that it is a mean.
    mean: bool,
    /// Whether each such time is meant, not one of a kind: “mỗi tháng”.
    each: bool,
    /// Whether one time is meant that a number may name: “trong tháng”.
    within: bool,
}

impl Said {
    /// Finds a time among words in small letters.
    fn among(words: &[String]) -> Option<Self> {
        let word = |at: usize| words.get(at).map_or("", String::as_str);
        (0..words.len()).find_map(|at| {
            let time = TIMES.iter().copied().find(|time| *time == word(at))?;
            // “Tháng 01”, “quý I” are one of them.
            let dated = word(at + 1).chars().all(|c| c.is_ascii_digit() || "ivx".contains(c)) && !word(at + 1).is_empty();
            if dated {
                return None;
            }
            let before = |back: usize| at.checked_sub(back).map_or("", word);
            let each = EACH.contains(&before(1));
            let from = at - usize::from(each);
            let mean_at = |end: usize| {
                let pair = [end.checked_sub(2).map_or("", word), end.checked_sub(1).map_or("", word)];
                [["bình", "quân"], ["trung", "bình"]].contains(&pair)
            };
            let mean = mean_at(from);
            let within = !each && before(1) == "trong" && (HAVING.contains(&word(at + 1)) || word(at + 1).is_empty());
            let from = if mean { from - 2 } else { from - usize::from(within) };
            (mean || each && !["một", "1", "01"].contains(&before(1)) || within).then(|| Self {
                from,
                to: at + 1,
                time,
                mean,
                each: ["mỗi", "từng", "/"].contains(&before(1)),
                within,
            })
        })
    }

    /// Takes its words out of others.
    fn cut(&self, words: &mut Vec<String>) {
        words.drain(self.from..self.to);
    }
}

/// Marks the numbers of cases as so many in a time, where the name or one of them says so.
pub fn mark(words: &Words<'_>, said: &mut [WordedClause]) {
    let name = plain(words.name);
    let named = Said::among(&name).filter(|said| said.mean);
    let of_case = |one: &WordedClause| {
        let Clause::Case(Case { condition: Some(condition), .. }) = &one.clause else { return None };
        counts(condition).then(|| told(condition)).flatten()
    };
    // “04 lần/năm” says another time.
    let other = |one: &WordedClause| matches!(&one.clause, Clause::Case(Case { condition: Some(one), .. }) if one.tail.contains("/năm"));
    if said.iter().any(other) {
        return;
    }
    let Some(time) = named.as_ref().map(|said| said.time).or_else(|| said.iter().find_map(of_case)) else { return };
    let mut thing = name.clone();
    if let Some(said) = &named {
        said.cut(&mut thing);
    }
    let thing = lowered(without_number(thing.join(" ").trim()));
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && let Some(condition) = case.condition.as_mut().filter(|condition| counts(condition))
        {
            for list in [&mut condition.before, &mut condition.after, &mut case.words] {
                if let Some(said) = Said::among(list) {
                    said.cut(list);
                }
            }
            condition.tail = in_a_time(&condition.tail, &thing, time);
        }
    }
}

/// Tells whether a condition bounds a number of things that no time stands behind yet.
fn counts(condition: &Condition) -> bool {
    let of_a_day = condition.before.last().is_some_and(|word| word == "ngày");
    !condition.percent && !condition.bounds.is_empty() && !condition.tail.contains('/') && !of_a_day
}

/// Gives the time that a condition says: at its front, as a mean, or behind its things for each.
fn told(condition: &Condition) -> Option<&'static str> {
    // “Trong tháng 12” is one month.
    let dated =
        |said: &Said| said.within && said.to == condition.before.len() && matches!(condition.bounds.as_slice(), [(Side::Exactly, _)]);
    let before = Said::among(&condition.before).filter(|said| !dated(said) && (said.mean || said.from == 0));
    before.or_else(|| Said::among(&condition.after).filter(|said| said.mean || said.each)).map(|said| said.time)
}

/// Writes what is counted with its time: “tin, bài/tháng”.
fn in_a_time(tail: &str, thing: &str, time: &str) -> String {
    let plain = tail.replace(" trở lên", "").replace(" trở xuống", "");
    let words: Vec<String> = plain.to_lowercase().split(' ').map(str::to_owned).collect();
    let own: Vec<&str> = plain.split(' ').take(Said::among(&words).map_or(words.len(), |said| said.from)).collect();
    let own = own.join(" ");
    let own = own.trim_matches([' ', ',']);
    format!("{}/{time}", if own.is_empty() || own.starts_with("trở") { thing } else { own })
}

/// Lists the words of a text in small letters, with strokes between them.
fn plain(text: &str) -> Vec<String> {
    let spaced = text.to_lowercase().replace('/', " / ").replace(['(', ')'], " ");
    spaced.split_whitespace().map(str::to_owned).collect()
}
