//! Ways to say what others say in fewer words: each is spelt as these, and read as they are.

mod demanded;
mod passed;
mod taken;

use super::describe::{describes, names};
use super::worded::{between_two, converted, defined_behind, mean_of_marks, mean_of_rates, narrowed, places_up, rate_by_sign, weighed};
use super::words::{Kind, Line, Phrase};
use crate::points::Points;

/// A way to spell words in others.
type Way = fn(Phrase<'_>) -> Option<String>;

/// Spells a line in words that are read, where its own are not; `None` where it says nothing of the kind.
pub fn respelt(text: &str) -> Option<String> {
    const WAYS: [Way; 9] = [
        points_with_conditions,
        as_much_as,
        of_a_day,
        taken::thing_behind,
        taken::kinds_in_brackets,
        taken::until_nothing,
        taken::going_on,
        taken::condition_behind,
        taken::besides,
    ];
    spelt(text, &WAYS)
}

/// Spells what only seems to say something by itself: a letter that is the maximum, a list that says what has to be so.
pub fn settled(text: &str) -> Option<String> {
    const OTHERS: [Way; 17] = [
        one_or_the_next,
        in_ratio_of_letters,
        demanded::before_a_semicolon,
        each_in_brackets,
        maximum_by_letter,
        listed,
        left_out,
        behind_a_deadline,
        nothing_in_brackets,
        grade_and_better,
        no_denominator,
        exactly,
        passed::by_so_much,
        passed::reached_and_passed,
        letters_called,
        rate_called,
        total_in_brackets,
    ];
    const ARITHMETIC: [Way; 9] =
        [places_up, between_two, rate_by_sign, converted, narrowed, defined_behind, mean_of_rates, weighed, mean_of_marks];
    const TAKEN: [Way; 4] = [taken::same_things, taken::thing_in_brackets, taken::thing_behind_a_comma, taken::thing_behind_a_stroke];
    spelt(text, &[OTHERS.as_slice(), &TAKEN, &ARITHMETIC].concat())
}

/// Spells a line in several ways, one after the other.
fn spelt(text: &str, ways: &[Way]) -> Option<String> {
    let spelt = ways.iter().fold(text.to_owned(), |text, way| way(Line::new(&text).phrase()).unwrap_or(text));
    (spelt != text).then_some(spelt)
}

/// “A/B*C, trong đó: …; C là điểm tối đa của tiêu chí”: the maximum stands in place of its letter.
fn maximum_by_letter(phrase: Phrase<'_>) -> Option<String> {
    const MAXIMUM: [&str; 5] = ["số điểm tối đa", "điểm tối đa", "số điểm chuẩn", "điểm chuẩn", "thang điểm"];
    const OF: [&str; 6] =
        ["của tiêu chí này", "của tiêu chí thành phần", "của tiêu chí tương ứng", "của tiêu chí", "tiêu chí", "của mục này"];
    let letter = |at: usize| phrase.word(at).filter(|word| word.len() == 1 && word.chars().all(|c| c.is_ascii_alphabetic()));
    let (at, end) = (0..phrase.len()).find_map(|at| {
        letter(at)?;
        let means = at + 1 + phrase.says_any(at + 1, &["là", ":", "="]);
        let named = phrase.says_any(means, &MAXIMUM);
        let end = means + named;
        let end = end + phrase.says_any(end, &OF);
        let ends = end == phrase.len() || matches!(phrase.sign(end), Some(',' | ';' | '.' | ')'));
        (means > at + 1 && named > 0 && ends).then_some((at, end))
    })?;
    let own = letter(at)?;
    let calculated = |place: usize| {
        let operator = |beside: usize| matches!(phrase.sign(beside), Some('/' | '×' | '+' | '-' | '*')) || phrase.is(beside, "x");
        letter(place) == Some(own) && (operator(place + 1) || place > 0 && operator(place - 1))
    };
    let mut changes: Vec<(usize, usize, String)> = Vec::new();
    for place in (0..phrase.len()).filter(|place| !(at..end).contains(place) && calculated(*place)) {
        changes.push((place, place + 1, "điểm tối đa".to_owned()));
    }
    if changes.is_empty() {
        return None;
    }
    // The joint before what it stands for goes with it.
    let from = at - usize::from(at > 0 && (matches!(phrase.sign(at - 1), Some(',' | ';')) || phrase.is(at - 1, "và")));
    changes.push((from, end, String::new()));
    changes.sort_by_key(|(from, ..)| *from);
    Some(phrase.with(&changes))
}

/// “Đạt bao nhiêu phần trăm thì được tính bấy nhiêu phần trăm số điểm tối đa” is in proportion.
fn as_much_as(phrase: Phrase<'_>) -> Option<String> {
    const PERCENT: [&str; 2] = ["%", "phần trăm"];
    const GIVING: [&str; 12] = ["thì", ",", "bị trừ", "trừ", "được", "tính", "hưởng", "chấm", "điểm", "sẽ", "đạt", "cho"];
    let share = |at: usize, said: &[&str]| {
        let width = phrase.says_any(at, said);
        let percent = phrase.says_any(at + width, &PERCENT);
        (width > 0 && percent > 0).then_some(width + percent)
    };
    let (at, width) = (0..phrase.len()).find_map(|at| Some((at, share(at, &["bao nhiêu"])?)))?;
    let (other, behind) = (at + width..phrase.len()).find_map(|at| Some((at, share(at, &["bấy nhiêu"])?)))?;
    // Between the two stand words of giving, the things at most, and nothing that changes what is given.
    let between = phrase.part(at + width, other).without_end(&GIVING).trimmed();
    let things = between.shown();
    let between = if !between.is_empty() && describes(between) && between.len() <= 6 { between.part(0, 0) } else { between };
    let rest = other + behind;
    let of = phrase.says_any(rest, &["của", "so với", "trên"]);
    let points = phrase.says_any(
        rest + of,
        &["tổng số điểm tối đa", "số điểm tối đa", "điểm tối đa", "số điểm chuẩn", "điểm chuẩn", "tổng số điểm", "số điểm", "điểm"],
    );
    let end = rest + of + points;
    let end = end + phrase.says_any(end, &["của tiêu chí này", "của tiêu chí", "tiêu chí này", "tiêu chí"]);
    let ends = end == phrase.len() || matches!(phrase.sign(end), Some(',' | ';' | '.' | ')'));
    if !between.is_empty() || points == 0 || !ends {
        return None;
    }
    // “Thiếu bao nhiêu % nhiệm vụ trừ bấy nhiêu % số điểm” leaves as much as was done; what is taken for anything else is not known.
    let takes = phrase.part(at + width, other).has(&["trừ"]);
    let begin = (0..at).rev().find(|place| matches!(phrase.sign(*place), Some(';' | '.' | ':'))).map_or(0, |place| place + 1);
    let named = phrase.part(begin, at).trimmed().without_end(&["đạt được", "đạt", "là", "được", "hoàn thành", "thực hiện"]);
    let lacks = ["thiếu", "còn thiếu", "hụt", "không đạt", "chưa đạt", "chưa hoàn thành", "không hoàn thành"];
    let lacking = lacks.iter().any(|word| named.without_front(&["nếu", "cứ"]).says(0, word) == named.without_front(&["nếu", "cứ"]).len());
    if takes != (lacking && !named.is_empty()) {
        return None;
    }
    let named =
        if lacking { named.part(0, 0) } else { named.without_front(&["nếu", "đạt", "hoàn thành", "thực hiện", "kết quả"]) };
    if !named.is_empty() && !describes(named) {
        return None;
    }
    let said = match (named.is_empty(), things.is_empty()) {
        (true, true) => "tính theo tỷ lệ".to_owned(),
        (true, false) => format!("tỷ lệ {things} hoàn thành × điểm tối đa"),
        (false, true) => format!("{} × điểm tối đa", named.shown()),
        (false, false) => return None,
    };
    Some(phrase.with(&[(begin, end, said)]))
}

/// “Quá thời hạn nêu trên, cứ chậm 01 ngày trừ 0,1 điểm”: days of lateness are counted from the day that was named.
fn behind_a_deadline(phrase: Phrase<'_>) -> Option<String> {
    const BEHIND: [&str; 12] = [
        "quá thời hạn nêu trên",
        "quá thời hạn trên",
        "quá thời hạn này",
        "quá thời hạn quy định",
        "quá thời hạn",
        "quá hạn nêu trên",
        "sau thời hạn nêu trên",
        "sau thời hạn trên",
        "sau thời hạn này",
        "sau thời gian trên",
        "sau thời điểm trên",
        "quá thời gian trên",
    ];
    let starts = |at: usize| at == 0 || matches!(phrase.sign(at - 1), Some(',' | ';' | '.'));
    let (at, end) = (0..phrase.len()).filter(|at| starts(*at)).find_map(|at| {
        let width = phrase.says_any(at, &BEHIND);
        let end = at + width;
        let end = end + phrase.from(end).len() - phrase.from(end).without_front(&["thì", ",", ":"]).len();
        (width > 0 && phrase.says_any(end, &["cứ", "mỗi", "chậm", "trễ"]) > 0).then_some((at, end))
    })?;
    // “Mỗi ngày” behind a deadline is a day of lateness.
    let unit = end + phrase.says_any(end, &["cứ mỗi", "cứ", "mỗi"]);
    let unit = unit + usize::from(phrase.number(unit).is_some());
    let days = phrase.is(unit, "ngày") && !["chậm", "trễ", "muộn"].iter().any(|word| phrase.is(unit + 1, word));
    let late = (unit + 1, unit + 1, "chậm ".to_owned());
    Some(phrase.with(&if days { vec![(at, end, String::new()), late] } else { vec![(at, end, String::new())] }))
}

/// “Đủ cả 03 yêu cầu: đầy đủ, kịp thời, đúng hình thức: 1,5 điểm”: the list says which they are.
fn listed(phrase: Phrase<'_>) -> Option<String> {
    const PARTS: [&str; 7] = ["yêu cầu", "nội dung", "tiêu chí", "điều kiện", "tiêu chuẩn", "yếu tố", "mục"];
    let number = (0..phrase.len()).find(|at| {
        let before = phrase.part(0, *at).trimmed();
        let all = ["đủ", "đủ cả", "đầy đủ", "đầy đủ cả", "cả"];
        phrase.number(*at).is_some() && all.iter().any(|word| before.len() > before.without_end(&[word]).len())
    })?;
    let end = number + 1 + phrase.says_any(number + 1, &PARTS);
    let end = end + phrase.says_any(end, &["sau đây", "sau", "gồm"]);
    if end == number + 1 || phrase.sign(end) != Some(':') {
        return None;
    }
    let mark = (end + 1..phrase.len()).find(|at| matches!(phrase.sign(*at), Some(':' | ';' | '.')))?;
    let list = phrase.part(end + 1, mark);
    let given = phrase.sign(mark) == Some(':') && phrase.number(mark + 1).is_some() && list.sign(0).is_none();
    (given && (0..list.len()).all(|at| list.number(at).is_none()))
        .then(|| phrase.with(&[(end, end + 1, " (".to_owned()), (mark, mark, ")".to_owned())]))
}

/// “100% … đúng hạn (hoặc trong kỳ không tiếp nhận phản ánh nào): 2 điểm”: the brackets say another case.
fn nothing_in_brackets(phrase: Phrase<'_>) -> Option<String> {
    const NOTHING: [&str; 5] = ["không có", "không phát sinh", "không nhận được", "không tiếp nhận", "chưa phát sinh"];
    let open = (0..phrase.len()).find(|at| {
        let inside = phrase.from(at + 1);
        let rest = inside.from(1).without_front(&["trong năm", "trong kỳ", "trong kỳ đánh giá", "trong năm đánh giá", "đơn vị"]);
        phrase.sign(*at) == Some('(') && inside.is(0, "hoặc") && rest.says_any(0, &NOTHING) > 0
    })?;
    let close = (open + 1..phrase.len()).find(|at| phrase.sign(*at) == Some(')'))?;
    Some(phrase.with(&[(open, open + 1, String::new()), (close, close + 1, String::new())]))
}

/// “Gọi a là số hồ sơ, b là tổng số hồ sơ:” explains its letters one after the other.
fn letters_called(phrase: Phrase<'_>) -> Option<String> {
    let letter = |at: usize| phrase.word(at).is_some_and(|word| word.chars().count() == 1);
    let begins = phrase.is(0, "gọi") && letter(1) && phrase.is(2, "là");
    let joint = (3..phrase.len()).find(|at| {
        let width = usize::from(phrase.sign(*at) == Some(',') || phrase.is(*at, "và") || phrase.sign(*at) == Some(';'));
        width > 0 && letter(at + 1) && phrase.is(at + 2, "là")
    })?;
    let end = phrase.len();
    let close = if phrase.sign(end - 1) == Some(':') { end - 1 } else { end };
    begins.then(|| phrase.with(&[(0, 1, String::new()), (joint, joint + 1, ";".to_owned()), (close, end, String::new())]))
}

/// “Gọi T là tỷ lệ hồ sơ nộp trực tuyến trên tổng số hồ sơ:” names the one rate that the lines below it speak of.
fn rate_called(phrase: Phrase<'_>) -> Option<String> {
    let letter = phrase.word(1).is_some_and(|word| word.chars().count() == 1);
    let called = phrase.is(0, "gọi") && letter && phrase.is(2, "là") && phrase.says_any(3, &["tỷ lệ", "tỉ lệ"]) > 0;
    let other = (4..phrase.len()).any(|at| phrase.is(at, "là") && phrase.word(at - 1).is_some_and(|word| word.chars().count() == 1));
    (called && !other).then(|| phrase.from(3).shown())
}

/// “Tỷ lệ hồ sơ trực tuyến (tính trên tổng số hồ sơ tiếp nhận)”: the brackets say of which total.
fn total_in_brackets(phrase: Phrase<'_>) -> Option<String> {
    const OF: [&str; 6] = ["tính trên", "tính so với", "trên", "so với", "tính trong", "trong"];
    let open = (1..phrase.len()).find(|at| {
        let of = phrase.says_any(at + 1, &OF);
        phrase.sign(*at) == Some('(') && of > 0 && phrase.says_any(at + 1 + of, &["tổng số", "tổng"]) > 0
    })?;
    let close = (open + 1..phrase.len()).find(|at| phrase.sign(*at) == Some(')'))?;
    let of = open + 1 + phrase.says_any(open + 1, &OF);
    let rate = phrase.part(0, open).has(&["tỷ lệ", "tỉ lệ"]);
    let plain = (of..close).all(|at| phrase.number(at).is_none() && phrase.sign(at).is_none());
    (rate && plain).then(|| phrase.with(&[(open, of, "trên".to_owned()), (close, close + 1, String::new())]))
}

/// “Đến 31/12/2026 giải ngân từ 95% kế hoạch: 3 điểm; dưới 80%: 0 điểm”: figures are as of the one day that is named, which the form
/// shows with the words of the decision.
fn of_a_day(phrase: Phrase<'_>) -> Option<String> {
    const UNTIL: [&str; 8] =
        ["tính đến hết ngày", "tính đến ngày", "đến hết ngày", "đến thời điểm", "tính đến", "đến ngày", "đến hết", "đến"];
    let days: Vec<usize> =
        (0..phrase.len()).filter(|at| matches!(phrase.tokens.get(*at).map(|token| &token.kind), Some(Kind::Day(_)))).collect();
    let [day] = days.as_slice() else { return None };
    let before = phrase.part(0, *day);
    let (subject, rest) = (before.without_end(&UNTIL), phrase.from(day + 1).without_front(&[","]));
    // What is done is said behind the day, and how much of it in per cent; no other time is.
    let clause = rest.part(0, rest.find(":").unwrap_or(0));
    let percent = (1..clause.len()).any(|at| clause.sign(at) == Some('%') && clause.number(at - 1).is_some());
    let timed = ["sau", "trước", "chậm", "trễ", "ngày", "tháng", "thời hạn"].iter().any(|word| rest.has(&[word]) || subject.has(&[word]));
    let ends = subject.is_empty() || describes(subject.trimmed());
    (subject.len() < before.len() && percent && !timed && ends && rest.word(0).is_some())
        .then(|| format!("{} {}", subject.shown(), rest.shown()).trim().to_owned())
}

/// “Không đánh giá đối với đơn vị không được giao vốn”: whom a criterion leaves out is said before that it does.
fn left_out(phrase: Phrase<'_>) -> Option<String> {
    const REFUSES: [&str; 5] = ["không đánh giá", "không áp dụng", "không tính điểm", "không chấm điểm", "không xét"];
    const THIS: [&str; 4] = ["tiêu chí này", "nội dung này", "mục này", "điểm"];
    let starts = |at: usize| at == 0 || matches!(phrase.sign(at - 1), Some(';' | '.' | '(' | '-' | '+')) || phrase.is(at - 1, "điểm");
    (0..phrase.len()).filter(|at| starts(*at)).find_map(|at| {
        let refuses = at + phrase.says_any(at, &REFUSES);
        let this = refuses + phrase.says_any(refuses, &THIS);
        let whom = this + phrase.says_any(this, &["đối với", "với", "cho"]);
        let behind = phrase.from(whom);
        let end = whom + (0..behind.len()).find(|at| matches!(behind.sign(*at), Some(';' | '.' | ')'))).unwrap_or(behind.len());
        let who = phrase.part(whom, end);
        let denied = who.has(&["không", "chưa"]) && (0..who.len()).all(|at| who.number(at).is_none() && who.sign(at) != Some(':'));
        (refuses > at && whom > this && denied)
            .then(|| phrase.with(&[(at, end, format!("{}: {} tiêu chí này", who.shown(), phrase.part(at, refuses).shown()))]))
    })
}

/// “Dưới 90% công chức hoàn thành tốt nhiệm vụ trở lên”: behind a range that has an end, “trở lên” is said of the grade.
fn grade_and_better(phrase: Phrase<'_>) -> Option<String> {
    const LEAST: usize = 3;
    (0..phrase.len()).rev().filter(|at| phrase.says(*at, "trở lên") > 0).find_map(|at| grade_at(phrase, at, LEAST))
}

/// Puts “trở lên” at a place in brackets, where it is said of a grade.
fn grade_at(phrase: Phrase<'_>, at: usize, least: usize) -> Option<String> {
    let number = (0..at).rfind(|at| phrase.number(*at).is_some())?;
    let ended = number > 0 && (phrase.is(number - 1, "dưới") || phrase.says(number.saturating_sub(2), "đến dưới") > 0);
    let words = (number + 1..at).filter(|at| phrase.word(*at).is_some()).count();
    let apart = (number..at).any(|at| matches!(phrase.sign(at), Some(';' | '.' | ':')));
    // Nothing is more than 100 %: “100% lãnh đạo phòng trở lên được cấp …” speaks of the grade.
    let all = phrase.number(number) == Some(&crate::points::Points::hundred()) && phrase.sign(number + 1) == Some('%');
    let from = number > 0 && phrase.is(number - 1, "từ");
    let goes_on = phrase.says_any(at + 2, &["được", "có", "đã", "phải"]) > 0 && phrase.number(at + 3).is_none();
    let graded = all && !from && goes_on && words > 1;
    (graded && !apart || ended && words >= least && !apart).then(|| phrase.with(&[(at, at + 2, "(trở lên)".to_owned())]))
}

/// “Gửi chậm (mỗi báo cáo): trừ 0,25”: so much for each report that came late.
fn each_in_brackets(phrase: Phrase<'_>) -> Option<String> {
    const MOST: usize = 4;
    let open = (1..phrase.len()).find(|at| phrase.sign(*at) == Some('(') && phrase.says_any(at + 1, &["mỗi", "cứ mỗi"]) > 0)?;
    let close = (open..phrase.len()).find(|at| phrase.sign(*at) == Some(')'))?;
    let begin = (0..open).rfind(|at| matches!(phrase.sign(*at), Some(';' | '.' | ':'))).map_or(0, |at| at + 1);
    let thing = phrase.part(open + 1 + phrase.says_any(open + 1, &["cứ mỗi", "mỗi"]), close);
    let what = phrase.part(begin, open).trimmed();
    let plain = describes(thing) && describes(what) && !what.is_empty() && (1..=MOST).contains(&thing.len());
    let spelt = plain.then(|| {
        let each = format!("mỗi {} {}", thing.shown(), super::others::lowered(&what.shown()));
        phrase.with(&[(begin, close + 1, each)])
    })?;
    // Each of several clauses may say it.
    Some(each_in_brackets(Line::new(&spelt).phrase()).unwrap_or(spelt))
}

/// “Nếu b = 0 thì đạt điểm tối đa”: there was nothing of what the letter stands for.
fn no_denominator(phrase: Phrase<'_>) -> Option<String> {
    let at = (0..phrase.len()).find(|at| {
        let letter = phrase.word(*at).is_some_and(|word| word.len() == 1 && word.chars().all(|c| c.is_ascii_alphabetic()));
        let zero = phrase.number(at + 2).is_some_and(crate::points::Points::is_zero);
        letter && phrase.sign(at + 1) == Some('=') && zero && (*at == 0 || phrase.says_any(at - 1, &["nếu", "hợp", "khi"]) > 0)
    })?;
    let from = at - usize::from(at > 0 && phrase.is(at - 1, "nếu"));
    Some(phrase.with(&[(from, at + 3, "không phát sinh".to_owned())]))
}

/// “Tỷ lệ nhiệm vụ hoàn thành = 100%: 2”: the sign compares.
fn exactly(phrase: Phrase<'_>) -> Option<String> {
    let at = (1..phrase.len()).find(|at| {
        let percent = phrase.number(at + 1).is_some() && phrase.sign(at + 2) == Some('%');
        let ends = at + 3 >= phrase.len() || matches!(phrase.sign(at + 3), Some(':' | ';' | '.'));
        phrase.sign(*at) == Some('=') && percent && ends
    })?;
    let begin = (0..at).rfind(|place| matches!(phrase.sign(*place), Some(';' | '.'))).map_or(0, |place| place + 1);
    let named = phrase.part(begin, at);
    (named.has(&["tỷ lệ", "tỉ lệ"]) && describes(named.trimmed())).then(|| phrase.with(&[(at, at + 1, "đạt".to_owned())]))
}

/// “Chưa hoàn thành thì tính theo tỷ lệ b/a x 1” is a formula.
fn in_ratio_of_letters(phrase: Phrase<'_>) -> Option<String> {
    let letter = |at: usize| phrase.word(at).is_some_and(|word| word.chars().count() == 1);
    (0..phrase.len()).find_map(|at| {
        let width = phrase.says_any(at, &["được tính theo tỷ lệ", "tính theo tỷ lệ", "tính điểm theo tỷ lệ", "theo tỷ lệ"]);
        let from = at + width;
        let bracket = usize::from(phrase.sign(from) == Some('('));
        let from = from + bracket;
        let ratio = width > 0 && letter(from) && phrase.sign(from + 1) == Some('/') && letter(from + 2);
        let behind = from + 3 + bracket;
        let times = phrase.sign(behind) == Some('×') || phrase.is(behind, "x");
        (ratio && times).then(|| phrase.with(&[(at, at + width, "điểm = ".to_owned())]))
    })
}

/// “Có đủ 02 quy chế: 1 điểm nếu đã cập nhật; 0,5 điểm nếu chưa cập nhật” is two levels, each with its condition.
fn points_with_conditions(phrase: Phrase<'_>) -> Option<String> {
    let mark = (1..phrase.len()).find(|at| phrase.sign(*at) == Some(':'))?;
    let head = phrase.part(0, mark).trimmed().without_front(&["-", "+"]);
    let pieces: Vec<(usize, usize)> = {
        let ends = (mark + 1..phrase.len()).filter(|at| phrase.sign(*at) == Some(';')).chain([phrase.len()]);
        let mut from = mark + 1;
        ends.map(|end| (std::mem::replace(&mut from, end + 1), end)).collect()
    };
    let spelt: Option<Vec<String>> = pieces
        .iter()
        .map(|(from, end)| {
            let piece = phrase.part(*from, *end).trimmed().without_end(&["."]);
            let unit = 1 + piece.says_any(1, &["điểm", "đ"]);
            let behind = piece.from(unit + piece.says_any(unit, &["nếu", "khi", "trường hợp"]));
            let fits = piece.number(0).is_some() && unit > 1 && piece.len() > unit && behind.len() < piece.len() - unit;
            (fits && names(behind)).then(|| format!("{}, {}: {}", head.shown(), behind.shown(), piece.part(0, unit).shown()))
        })
        .collect();
    spelt.filter(|all| all.len() > 1 && names(head)).map(|all| all.join("; "))
}

/// “Thiếu 01 hoặc 02 mục” is from one to two.
fn one_or_the_next(phrase: Phrase<'_>) -> Option<String> {
    const NAMED: [&str; 14] = ["mức", "độ", "loại", "hạng", "cấp", "khoản", "điều", "quý", "tháng", "năm", "nhóm", "kỳ", "lần", "ngày"];
    let next = |at: usize| {
        let (one, other) = (phrase.number(at)?, phrase.number(at + 2)?);
        (phrase.is(at + 1, "hoặc") && *other == one + &Points::one() && one.is_whole()).then_some(())
    };
    let free = |at: usize| at.checked_sub(1).is_none_or(|before| !NAMED.iter().any(|word| phrase.is(before, word)));
    let at = (0..phrase.len()).find(|at| next(*at).is_some() && free(*at) && phrase.word(at + 3).is_some())?;
    Some(phrase.with(&[(at, at, "từ ".to_owned()), (at + 1, at + 2, "đến".to_owned())]))
}
