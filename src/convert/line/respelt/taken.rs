//! Ways to say what is taken for each of several things.

use super::super::describe::describes;
use super::super::words::Phrase;
use crate::points::Points;

/// Words of taking.
const TAKES: [&str; 4] = ["thì bị trừ", "thì trừ", "bị trừ", "trừ"];

/// Spells each clause of a line in another way, where that fits.
fn in_clauses(phrase: Phrase<'_>, way: impl Fn(Phrase<'_>) -> Option<String>) -> Option<String> {
    let depths = phrase.depths();
    let ends = |at: usize| phrase.sign(at) == Some(';') || phrase.sign(at) == Some('.') && phrase.ends_word(at);
    let mut changes = Vec::new();
    let mut from = 0;
    for at in 0..=phrase.len() {
        if at == phrase.len() || ends(at) && depths.get(at) == Some(&0) {
            let own = phrase.part(from, at);
            let begin = from + own.len() - own.without_front(&["-", "+"]).len();
            changes.extend(way(phrase.part(begin, at)).map(|said| (begin, at, format!(" {said}"))));
            from = at + 1;
        }
    }
    (!changes.is_empty()).then(|| phrase.with(&changes).trim().to_owned())
}

/// Tells whether a word of taking stands at a place, behind a mark or not; gives the place of the word.
fn taking(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(matches!(phrase.sign(at), Some(':' | ',' | '-')));
    (phrase.says_any(at, &TAKES) > 0).then_some(at)
}

/// “Cử không đúng thành phần 01 lần: trừ 0,25 điểm”: what is counted stands behind what is wrong with it.
pub fn thing_behind(phrase: Phrase<'_>) -> Option<String> {
    in_clauses(phrase, |own| counted_behind(own, false))
}

/// “Công khai không đúng quy định, 01 TTHC: trừ 0,1 điểm”: so it does behind a comma.
pub fn thing_behind_a_comma(phrase: Phrase<'_>) -> Option<String> {
    in_clauses(phrase, |own| counted_behind(own, true))
}

/// Spells a clause with what is counted before what is wrong with it.
fn counted_behind(own: Phrase<'_>, comma: bool) -> Option<String> {
    const FEW: usize = 2;
    let one = |at: usize| own.number(at) == Some(&Points::one()) || own.is(at, "một");
    let apart = |at: usize| own.sign(at - 1) == Some(',') || !comma;
    let at = (2..own.len()).find(|at| one(*at) && own.word(at + 1).is_some() && apart(*at))?;
    let takes = (at + 2..own.len().min(at + FEW + 3)).find_map(|end| taking(own, end).map(|takes| (end, takes)))?;
    let (end, takes) = takes;
    let head = own.part(0, at).trimmed().without_end(&[","]);
    let thing = own.part(at + 1, end);
    let each = own.says_any(0, &["mỗi", "cứ", "nếu", "từ"]) > 0;
    // “Thiếu 01 báo cáo” counts reports that lack.
    let counts = head.len() < 2 || !describes(head) || !describes(thing) || each;
    (!counts && thing.len() <= FEW).then(|| format!("mỗi {} {} {}", thing.shown(), lower(&head.shown()), own.from(takes).shown()))
}

/// “Gửi chậm (mỗi báo cáo): trừ 0,25 điểm”: what is counted stands in brackets.
pub fn thing_in_brackets(phrase: Phrase<'_>) -> Option<String> {
    in_clauses(phrase, |own| {
        let open = (1..own.len()).find(|at| own.sign(*at) == Some('(') && own.is(at + 1, "mỗi"))?;
        let close = (open + 2..own.len()).find(|at| own.sign(*at) == Some(')'))?;
        let (head, thing) = (own.part(0, open).trimmed(), own.part(open + 2, close));
        let takes = taking(own, close + 1)?;
        let plain = describes(head) && describes(thing) && !thing.is_empty();
        plain.then(|| format!("mỗi {} {} {}", thing.shown(), lower(&head.shown()), own.from(takes).shown()))
    })
}

/// “Mỗi công chức bị xử lý kỷ luật (khiển trách: trừ 0,25 điểm; cảnh cáo: trừ 0,5 điểm)”: the brackets say what each of them suffered.
pub fn kinds_in_brackets(phrase: Phrase<'_>) -> Option<String> {
    let each = phrase.says_any(0, &["mỗi", "cứ mỗi"]);
    let open = (1..phrase.len()).find(|at| phrase.sign(*at) == Some('('))?;
    let close = (open + 1..phrase.len()).rfind(|at| phrase.sign(*at) == Some(')'))?;
    let suffers = (each..open).find(|at| phrase.is(*at, "bị"))?;
    if each == 0 || !phrase.from(close + 1).trimmed().without_end(&["."]).is_empty() || !describes(phrase.part(each, open)) {
        return None;
    }
    let who = phrase.part(0, suffers + 1).shown();
    let inside = phrase.part(open + 1, close).shown();
    let kinds: Option<Vec<String>> = inside
        .split(';')
        .map(|kind| {
            let (what, taken) = kind.split_once(':')?;
            taken.trim().starts_with("trừ").then(|| format!("{who} {} {}", lower(what.trim()), taken.trim()))
        })
        .collect();
    kinds.filter(|kinds| kinds.len() > 1).map(|kinds| kinds.join("; "))
}

/// “Trừ 0,2 điểm cho đến hết số điểm”: where taking ends is a clause of its own.
pub fn until_nothing(phrase: Phrase<'_>) -> Option<String> {
    const UNTIL: [&str; 4] = ["cho đến khi hết", "cho đến hết", "đến khi hết", "đến hết"];
    let at = (1..phrase.len()).find(|at| {
        let given = phrase.is(at - 1, "điểm") || phrase.number(at - 1).is_some();
        let width = phrase.says_any(*at, &UNTIL);
        given && width > 0 && phrase.says_any(at + width, &["số điểm", "điểm"]) > 0
    })?;
    Some(phrase.with(&[(at, at, ", trừ ".to_owned())]))
}

/// “Mỗi báo cáo chậm trừ 0,2; không gửi trừ 0,5”: a mark behind what goes on with the same things.
pub fn going_on(phrase: Phrase<'_>) -> Option<String> {
    const FEW: usize = 5;
    let begins = phrase.trimmed().without_front(&["-", "+"]).says_any(0, &["mỗi", "cứ mỗi", "cứ"]) > 0;
    let spelt = in_clauses(phrase, |own| {
        let own = own.trimmed();
        let takes = (1..own.len()).find(|at| own.says_any(*at, &TAKES) > 0)?;
        let head = own.part(0, takes);
        let plain = head.len() <= FEW && head.says_any(0, &["không", "chưa", "trễ", "chậm", "quá"]) > 0 && describes(head);
        plain.then(|| format!("{}: {}", head.shown(), own.from(takes).shown()))
    });
    spelt.filter(|_| begins)
}

/// “Trừ 0,5 điểm nếu ban hành chậm”: what is the case stands behind what is taken, or added, for it.
pub fn condition_behind(phrase: Phrase<'_>) -> Option<String> {
    const IF: [&str; 6] = ["nếu để xảy ra", "nếu", "khi", "đối với trường hợp", "trong trường hợp", "với trường hợp"];
    in_clauses(phrase, |own| {
        let given = own.says_any(0, &["bị trừ", "trừ", "được cộng", "cộng"]);
        let behind = given + 1 + own.says_any(given + 1, &["điểm", "đ"]);
        let condition = behind + own.says_any(behind, &IF);
        let case = own.from(condition).trimmed();
        let each = case.says_any(0, &["mỗi", "cứ", "từng"]) > 0;
        let fits = given > 0 && own.number(given).is_some() && condition > behind && !each && describes(case);
        fits.then(|| format!("{}: {}", case.shown(), lower(&own.part(0, behind).shown())))
    })
}

/// “Có giải pháp mới: 0,5/giải pháp” gives points for each.
pub fn thing_behind_a_stroke(phrase: Phrase<'_>) -> Option<String> {
    const MOST: usize = 3;
    let begins = |at: usize| {
        at == 0
            || matches!(phrase.sign(at - 1), Some(':' | ';' | ','))
            || ["cộng", "trừ", "được", "thưởng"].iter().any(|word| phrase.is(at - 1, word))
    };
    let at = (0..phrase.len()).find(|at| phrase.number(*at).is_some() && phrase.sign(at + 1) == Some('/') && begins(*at))?;
    let end = (at + 2..phrase.len()).find(|end| phrase.sign(*end).is_some()).unwrap_or(phrase.len());
    let thing = phrase.part(at + 2, end);
    // A number behind the stroke makes a share, and capital letters a document.
    let time = thing.says_any(0, &["năm", "tháng", "quý", "tuần", "kỳ", "ngày", "lần"]) > 0;
    let named = describes(thing) && !time && thing.len() <= MOST && thing.shown().chars().next().is_some_and(char::is_lowercase);
    named.then(|| phrase.with(&[(at + 1, at + 1, " điểm".to_owned())]))
}

/// “Trừ thêm 0,2 điểm” takes as “trừ 0,2 điểm” does.
pub fn besides(phrase: Phrase<'_>) -> Option<String> {
    let taken = |at: &usize| {
        ["trừ", "cộng"].iter().any(|word| phrase.is(*at, word)) && phrase.is(at + 1, "thêm") && phrase.number(at + 2).is_some()
    };
    let changes: Vec<_> = (0..phrase.len()).filter(taken).map(|at| (at + 1, at + 2, String::new())).collect();
    (!changes.is_empty()).then(|| phrase.with(&changes))
}

/// Writes words with a small first letter, but for an abbreviation.
fn lower(words: &str) -> String {
    super::super::others::lowered(words)
}

/// “Mỗi quyết định trình chậm đến 15 ngày trừ 0,25 điểm, trình chậm trên 15 ngày trừ 0,5 điểm” counts the same things twice.
pub fn same_things(phrase: Phrase<'_>) -> Option<String> {
    in_clauses(phrase, |own| {
        let own = own.trimmed();
        let each = own.says_any(0, &["cứ mỗi", "mỗi"]);
        let comma = (1..own.len()).find(|at| own.sign(*at) == Some(',') && taken_before(own, *at))?;
        let verb = own.word(comma + 1)?;
        let same = (each + 1..comma).find(|at| own.is(*at, verb))?;
        let behind = own.from(comma + 1);
        let takes = (1..behind.len()).any(|at| behind.says_any(at, &TAKES) > 0);
        (each > 0 && takes && describes(own.part(each, same)))
            .then(|| format!("{}; {} {}", own.part(0, comma).shown(), own.part(0, same).shown(), behind.shown()))
    })
}

/// Tells whether points are taken right before a place: “trừ 0,25 điểm”.
fn taken_before(own: Phrase<'_>, at: usize) -> bool {
    let unit = usize::from(own.is(at - 1, "điểm") || own.is(at - 1, "đ"));
    let number = at.checked_sub(1 + unit).filter(|place| own.number(*place).is_some());
    number.is_some_and(|place| (0..place).any(|from| from + own.says_any(from, &TAKES) == place && own.says_any(from, &TAKES) > 0))
}
