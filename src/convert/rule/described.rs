//! Whether several cases speak of one thing, by the words beside their figures.

use crate::convert::line::{telling, turns};
use crate::finding::convert::MEASURED;
use crate::text;

use super::Doubt;
use super::measure::Asked;

/// Tells whether all descriptions speak of one thing, and not of its opposite.
pub fn one_thing(described: &[Vec<String>], before: &[Vec<String>], name: &str) -> bool {
    let Some(longest) = described.iter().max_by_key(|words| words.len()) else { return true };
    let name: Vec<String> = name.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    if described.iter().zip(before).any(|(words, before)| adds_another(words, before, described, &name)) {
        return false;
    }
    // "Có quyết định giao và kinh phí từ 50 triệu đồng" says a second condition.
    let joined = |words: &Vec<String>| {
        let and = words.iter().position(|word| word == "và");
        and.is_some_and(|at| at > 0 && !telling(words).iter().all(|word| name.iter().any(|one| one == word)))
    };
    if before.iter().any(joined) {
        return false;
    }
    let known = |word: &&str| longest.iter().any(|one| one == word) || name.iter().any(|one| one == word);
    let same = described.iter().all(|words| telling(words).iter().all(known));
    // "Dưới 5% hồ sơ quá hạn" under a name that does not say so would be asked the wrong way round.
    same && described
        .iter()
        .all(|words| !turns(words) || turns(&name) || described.iter().all(|other| turns(other)) && shares(longest, &name))
}

/// Tells whether a description says another thing beside its figure that does not stand in every other, too: “đạt chuẩn hoặc hoàn
/// thành 100%”, “100% hoặc vượt kế hoạch”, “100% kế hoạch và có báo cáo”.
fn adds_another(words: &[String], before: &[String], described: &[Vec<String>], name: &[String]) -> bool {
    let joins = ["hoặc", "hay", "và", "nhưng", "đồng", "kèm"];
    let tail = words.get(before.len()..).unwrap_or_default();
    let known = |part: &[String]| telling(part).iter().all(|word| name.iter().any(|one| one == word));
    let all_say = |part: &[String]| {
        described.len() > 1 && described.iter().all(|other| telling(part).iter().all(|word| other.iter().any(|one| one == word)))
    };
    // “Thành lập và hoạt động” is one thing, “hoàn thành và có báo cáo” are two.
    let verbs = ["có", "không", "chưa", "được", "đạt", "đúng", "đảm", "bảo", "gửi", "ban", "báo", "kịp", "đầy", "đủ"];
    let adds = |part: &[String], at: usize| {
        let next = part.get(at + 1).map_or("", String::as_str);
        // “Tổ cộng đồng” joins nothing, “đồng thời” does.
        let joint = |word: &str| word != "đồng" || next == "thời";
        part.get(at).is_some_and(|word| joins.contains(&word.as_str()) && joint(word) && (word != "và" || verbs.contains(&next)))
    };
    [before, tail].into_iter().any(|part| {
        let joined = (0..part.len()).find(|at| adds(part, *at));
        // “… hoặc” before a figure, or right behind it, is a case of its own.
        let bare = joined.is_some_and(|at| at == 0 && matches!(part.first().map(String::as_str), Some("hoặc" | "hay")));
        let of_one = joined.is_some_and(|at| names_one_thing(part, at));
        joined.is_some() && !known(part) && (bare || !all_say(part)) && !of_one
    })
}

/// Tells whether “hoặc” joins two ways to do the same thing: “đã được xử lý hoặc kiến nghị xử lý”.
fn names_one_thing(part: &[String], at: usize) -> bool {
    let (before, after) = (part.get(..at).unwrap_or_default(), part.get(at + 1..).unwrap_or_default());
    let verb = |word: &&str| telling(before).contains(word);
    part.get(at).is_some_and(|word| word == "hoặc")
        && telling(after).iter().any(verb)
        && !after.iter().any(|word| ["không", "chưa"].contains(&word.as_str()))
}

/// Asks about “hoặc kiến nghị xử lý” that only some of the cases say.
pub fn ask_of_some(asked: &Asked<'_>, described: &[Vec<String>], doubts: &mut Vec<Doubt>) {
    let joined = |words: &Vec<String>| words.iter().position(|word| word == "hoặc").filter(|at| names_one_thing(words, *at));
    let Some((words, at)) = described.iter().find_map(|words| Some((words, joined(words)?))) else { return };
    // “Dưới 70% số vấn đề” leaves out what is done with them; “được xử lý” says half of it.
    let verbs = telling(words.get(..at).unwrap_or_default());
    let shared: Vec<&str> = telling(words.get(at..).unwrap_or_default()).into_iter().filter(|word| verbs.contains(word)).collect();
    let says_half = |words: &&Vec<String>| shared.iter().any(|verb| words.iter().any(|word| word == verb)) && joined(words).is_none();
    if described.iter().any(|words| says_half(&words)) {
        let (name, part) = (asked.words.name, words.get(at..).unwrap_or_default().join(" "));
        doubts.push((
            &MEASURED,
            text!(
                "“{name}”: chỉ một số mức ghi “{part}”; tạm tính cùng một tỷ lệ ở mọi mức",
                "“{name}”: only some of the levels say “{part}”; the same rate counts for all of them for now"
            ),
        ));
    }
}

/// Tells whether a description has words of the name.
fn shares(words: &[String], name: &[String]) -> bool {
    telling(words).iter().filter(|word| name.iter().any(|one| one == **word)).count() >= 2
}
