//! What stands before a list and holds for all of it: “không vi phạm một trong các nội dung: …”, “ít nhất một trong hai: …”. Without
//! it the list says the opposite, or more.

use super::clause::{Case, Clause, WordedClause};
use super::describe::turns;
use super::lead::behind_lead;
use super::words::Phrase;

/// What becomes of the clauses behind such words.
pub enum Governed {
    /// The words only head them, or are said of what is measured: they stand for themselves.
    Heads,
    /// They are one level, whose label begins with these words.
    Level(Box<Case>),
    /// Neither can be said.
    Refused,
}

/// Words of a list of which not everything is meant.
const SOME: [&str; 7] = ["một trong", "ít nhất", "tối thiểu", "bất kỳ", "bất cứ", "không phải tất cả", "một số"];

/// Words that say that the list is one of levels, or of ways to reckon.
const OF_LEVELS: [&str; 6] = ["mức", "các mức", "cách tính", "công thức", "phương án", "thang điểm"];

/// Words that lead to a list.
const LEADS: [&str; 11] = ["các", "những", "sau", "sau đây", "về", "nào", "gồm", "bao gồm", "như", "trong", "cả"];

/// Words that begin what is measured or told about.
const MEASURED: [&str; 10] = ["số", "tỷ lệ", "tỉ lệ", "mức độ", "tổng", "kết quả", "về", "việc", "thời gian", "đối với"];

/// Decides what becomes of clauses behind words before a colon.
pub fn governed(left: Phrase<'_>, rest: &[WordedClause]) -> Governed {
    let strict = denies(left) || counts(left);
    let turned = turns(&left.words()) && left.says_any(0, &MEASURED) == 0;
    if !strict && !turned {
        return Governed::Heads;
    }
    match rest {
        [WordedClause { clause: Clause::Case(case), .. }] if case.condition.is_none() && case.days.is_none() => {
            let label = format!("{}: {}", left.trimmed().shown(), case.label);
            let words = left.words().into_iter().chain(case.words.iter().cloned()).collect();
            Governed::Level(Box::new(Case { label, words, ..case.clone() }))
        }
        [] => Governed::Refused,
        [WordedClause { clause: Clause::Case(_) | Clause::Remark | Clause::Note | Clause::Heading | Clause::Unknown, .. }, ..]
            if strict =>
        {
            Governed::Refused
        }
        _ => Governed::Heads,
    }
}

/// Tells whether a phrase only opens a list that goes on behind it: “không vi phạm một trong các nội dung sau:”, “không có vi phạm
/// về: thể thức”.
pub fn opens_a_list(phrase: Phrase<'_>) -> bool {
    let depths = phrase.depths();
    let Some(at) = (1..phrase.len()).find(|at| phrase.sign(*at) == Some(':') && depths.get(*at) == Some(&0)) else { return false };
    let left = phrase.part(0, at);
    let listed = !phrase.from(at + 1).trimmed().is_empty() || left.has(&LEADS);
    counts(left) || denies(left) && listed
}

/// Tells whether words begin by denying something, but for a lead.
fn denies(left: Phrase<'_>) -> bool {
    let words = left.words();
    let begins = behind_lead(&words).first().is_some_and(|word| ["không", "chưa", "tránh"].contains(&word.as_str()));
    // “Đơn vị không có thủ tục hành chính: …” says for whom it is.
    let lead = words.first().is_some_and(|word| ["không", "chưa", "tránh", "trong", "qua"].contains(&word.as_str()));
    begins && lead
}

/// Tells whether words say that not everything listed is meant: “ít nhất một trong hai”, “2/3 nội dung sau”, “từ 02 nội dung trở lên
/// trong các nội dung”.
fn counts(left: Phrase<'_>) -> bool {
    let of = (0..left.len()).any(|at| left.number(at).is_some() && left.is(at + 1, "trong"));
    let listed = left.has(&["trong các", "trong số", "trong những", "gồm"])
        || left.is(left.trimmed().len().wrapping_sub(1), "sau")
        || left.has(&["sau đây"]);
    let share = |at: usize| left.word(at).is_some_and(is_a_part);
    let from = |at: usize| left.number(at).is_some() && at > 0 && left.is(at - 1, "từ") && !left.has(&["ngày", "giờ", "tháng", "%"]);
    let some = listed && (0..left.len()).any(|at| share(at) || from(at));
    (of || some || left.has(&SOME)) && !left.has(&OF_LEVELS)
}

/// Tells whether a word says how many of how many: “2/3”, not “3/3”.
fn is_a_part(word: &str) -> bool {
    let number = |digits: &str| digits.parse::<u8>().ok();
    word.split_once('/').is_some_and(|(part, whole)| matches!((number(part), number(whole)), (Some(part), Some(whole)) if part < whole))
}
