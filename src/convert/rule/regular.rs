//! “Ít nhất mỗi quý 1 lần: 1 điểm”: how often something has to be done says what gives all points, and no price of each time.

use crate::convert::line::{Clause, WordedClause, as_case};
use crate::yaml::Amount;

use super::Words;
use crate::convert::columns::points_alone;

/// Words that say that so many are enough.
const ENOUGH: [&str; 9] = ["ít nhất", "tối thiểu", "đủ", "đầy đủ", "bảo đảm", "đảm bảo", "duy trì", "đều đặn", "thường xuyên"];

/// Words of the times in which it is done.
const TIMES: [&str; 8] = ["tháng", "quý", "tuần", "năm", "kỳ", "ngày", "đợt", "nửa năm"];

/// Words that say that it is done in every such time.
const EVERY: [&str; 5] = ["mỗi", "hằng", "hàng", "/", "từng"];

/// Words of times and occasions by which what is missing is counted.
const COUNTED: [&str; 14] = ["tháng", "quý", "tuần", "năm", "kỳ", "ngày", "lần", "cuộc", "buổi", "phiên", "tin", "bài", "lượt", "đợt"];

/// Words of what is missing.
const MISSING: [&str; 6] = ["thiếu", "không", "chưa", "bỏ", "vắng", "chậm"];

/// Takes clauses that say how often something has to be done, and give all points for it, for the full mark: where what is missing
/// of the same takes some, it is the one that these begin from, else a level.
pub fn regular(words: &Words<'_>, said: &mut [WordedClause]) {
    if words.takes || words.adds {
        return;
    }
    let taken: Vec<Vec<String>> = said
        .iter()
        .filter_map(|one| if let Clause::Each(each) = &one.clause { Some(each).filter(|each| each.takes) } else { None })
        .map(|each| plain(&each.what))
        .collect();
    let full = |amount: &Amount| amount.of(words.max) == *words.max;
    for one in said.iter_mut() {
        let told = plain(&one.text);
        let begins = is_regular(&told);
        let missing = |what: &Vec<String>| {
            let holds = |list: &[&str]| list.iter().any(|word| what.iter().any(|one| one == word));
            holds(&MISSING) && COUNTED.iter().any(|word| what.iter().chain(&told).filter(|one| one == word).count() > 1 && holds(&[word]))
        };
        let counted_down = !taken.is_empty() && taken.iter().all(missing);
        match &one.clause {
            Clause::Each(each) if !each.takes && !each.percent && full(&each.amount) && begins => {
                if counted_down {
                    one.clause = Clause::Maximum(words.max.clone());
                } else if says(&told, &ENOUGH)
                    && let Some(case) = as_case(&one.text)
                {
                    one.clause = Clause::Case(case);
                }
            }
            Clause::Case(case) if counted_down && begins && case.is_full(words.max) && case.days.is_none() => {
                one.clause = Clause::Maximum(words.max.clone());
            }
            // “Mỗi quý họp 1 lần: 1 điểm” is no price of a thing that is counted.
            Clause::Unknown if counted_down && begins && ends_with_all(words, &one.text) => {
                one.clause = Clause::Maximum(words.max.clone());
            }
            _ => {}
        }
    }
}

/// Tells whether words end with all points behind a colon.
fn ends_with_all(words: &Words<'_>, text: &str) -> bool {
    text.rsplit_once(':').and_then(|(_, given)| points_alone(given)).is_some_and(|given| given == *words.max)
}

/// Tells whether words say that something is done so often in every time: “mỗi quý 1 lần”, “01 tin/tháng”.
fn is_regular(told: &[String]) -> bool {
    told.windows(2).any(|pair| {
        matches!(pair, [every, time] if EVERY.contains(&every.as_str()) && TIMES.contains(&time.as_str()))
            || matches!(pair, [first, second] if ["định", "kỳ"] == [first.as_str(), second.as_str()])
    }) && told.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()) || ["một", "hai"].contains(&word.as_str()))
}

/// Tells whether any of several phrases stands among words.
fn says(told: &[String], list: &[&str]) -> bool {
    let joined = format!(" {} ", told.join(" "));
    list.iter().any(|phrase| joined.contains(&format!(" {phrase} ")))
}

/// Lists the words of a text in small letters, a slash as a word of its own.
fn plain(text: &str) -> Vec<String> {
    let parted = text.to_lowercase().replace('/', " / ");
    parted.split(|c: char| !c.is_alphanumeric() && c != '/').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
