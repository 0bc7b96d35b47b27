//! Two things said in one case, and what is said behind one: “từ 90% trở lên hoặc không có kiến nghị: 1 điểm”, “dưới 90%: 0 điểm và phê
//! bình”.

use super::bounds::condition;
use super::case::case;
use super::clause::{Clause, WordedClause};
use super::describe::labels;
use super::gives::{Gives, gives, is_zero};
use super::words::Phrase;

/// Words of having nothing to do, behind “hoặc”.
const NOTHING: [&str; 6] =
    ["không có", "không phát sinh", "không nhận được", "không tiếp nhận", "chưa phát sinh", "trong năm không phát sinh"];

/// Words of the time that is scored.
const TIMES: [&str; 4] = ["trong năm đánh giá", "trong kỳ đánh giá", "trong năm", "trong kỳ"];

/// Reads a case of a rate that holds for having nothing to do, too, as two cases that give the same.
pub fn or_nothing(phrase: Phrase<'_>) -> Option<Vec<WordedClause>> {
    let depths = phrase.depths();
    let mark = (1..phrase.len()).find(|at| phrase.sign(*at) == Some(':') && depths.get(*at) == Some(&0))?;
    let label = phrase.part(0, mark);
    // What gives nothing either way is two things, whatever is denied: “dưới 50% kế hoạch hoặc không ban hành kế hoạch: 0”.
    let zero = gives(phrase.from(mark + 1), false).is_some_and(|given| matches!(&given, Gives::Amount(amount, None) if is_zero(amount)));
    let begins = |at: usize| {
        let rest = phrase.from(at + 1).without_front(&TIMES);
        rest.says_any(0, &NOTHING) > 0 || zero && rest.says_any(0, &["không", "chưa"]) > 0
    };
    let outside = |at: usize| depths.get(at) == Some(&0) && phrase.is(at, "hoặc");
    // “Không phát sinh hoặc giải quyết 100% đúng hạn” says it first.
    let first = label.without_front(&TIMES).says_any(0, &NOTHING) > 0;
    let or = (1..mark).find(|at| outside(*at) && (first || begins(*at)))?;
    let (rate, none) = if first { (label.from(or + 1), label.part(0, or)) } else { (label.part(0, or), label.from(or + 1)) };
    let whole = phrase.from(mark);
    // The label of each is as it stands, and what follows the mark is said of both.
    let Clause::Case(both) = case(phrase).map(Clause::Case)? else { return None };
    let percent = condition(rate).filter(|condition| condition.percent)?;
    let plain = labels(none) && (0..none.len()).all(|at| none.number(at).is_none() && !none.is(at, "hoặc"));
    if !plain || whole.len() < 2 {
        return None;
    }
    let words = |part: Phrase<'_>| part.words();
    let first =
        super::clause::Case { label: rate.trimmed().shown(), words: words(rate), condition: Some(percent), days: None, ..both.clone() };
    let second = super::clause::Case { label: none.trimmed().shown(), words: words(none), condition: None, days: None, ..both };
    let text = phrase.shown();
    Some([first, second].map(|case| WordedClause { clause: Clause::Case(case), text: text.clone() }).into())
}

/// Tells whether words say what becomes of whoever gets no points, or whom that leaves out, and give no points themselves: “và không xét
/// thi đua”, “trừ trường hợp bất khả kháng”.
pub fn is_consequence(phrase: Phrase<'_>) -> bool {
    const BEGINS: [&str; 18] = [
        "không xét",
        "không được xét",
        "không xem xét",
        "không đề nghị",
        "không xếp loại",
        "không xếp hạng",
        "phê bình",
        "bị phê bình",
        "kiểm điểm",
        "nhắc nhở",
        "xem xét trách nhiệm",
        "xử lý trách nhiệm",
        "báo cáo giải trình",
        "giải trình",
        "trừ trường hợp",
        "trừ các trường hợp",
        "ngoại trừ trường hợp",
        "ngoại trừ các trường hợp",
    ];
    let clear = phrase.trimmed().without_front(&[",", "(", "đồng thời", "và"]).without_end(&[")", "."]);
    let width = clear.says_any(0, &BEGINS);
    let rest = clear.from(width);
    width > 0
        && (rest.is_empty() || labels(rest))
        && (0..rest.len()).all(|at| rest.number(at).is_none())
        && rest.find(":").is_none()
        && !rest.has(&["này", "tiêu chí"])
}
