//! Clauses that are no case: formulas, letters, rates, the maximum once more, headings, remarks.

use super::arithmetic::{Expression, FIGURES, expression};
use super::beside::{binds, tells_the_source, widens};
use super::clause::Clause;
use super::describe::{describes, labels, names, remarks};
use super::gives::{Gives, gives, without_front};
use super::governed::opens_a_list;
use super::ranking::binds_ranking;
use super::scorer::{scorer, supplied};
use super::words::Phrase;
use crate::points::Points;
pub use crate::text::capital;

/// Reads what a letter stands for: `a là tổng số hồ sơ`, `trong đó: b: số hồ sơ đúng hạn`.
pub fn letter(phrase: Phrase<'_>) -> Option<Clause> {
    let rest = phrase.without_front(&["trong đó", "với", "và", "gọi", ":", ",", "-", "+", "(", "•"]);
    let rest = if phrase.sign(0) == Some('(') { rest.without_end(&[")"]) } else { rest };
    let mut letters = rest.word(0)?.chars();
    let letter = letters.next().filter(|letter| letters.as_str().is_empty() && letter.is_ascii_alphabetic())?;
    let width = rest.says_any(1, &["là", ":", "=", "được tính là", "chính là"]);
    if width == 0 {
        return None;
    }
    let label = rest.from(1 + width).trimmed().without_front(&["là"]);
    let label = label.without_end(&[","]);
    // "A là số hồ sơ đúng hạn, B là tổng số hồ sơ" explains two.
    let another = |at: usize| label.word(at).is_some_and(|word| word.chars().count() == 1) && label.says_any(at + 1, &["là", ":", "="]) > 0;
    if (1..label.len()).any(another) {
        return None;
    }
    // “Số văn bản trình chậm dưới 15 ngày” counts by a bound of its own.
    let counts = ["số", "tổng", "tổng số", "kinh phí"].iter().any(|word| label.says(0, word) > 0) && names(label);
    (label.len() >= 2 && (describes(label) || counts) && label.sign(0) != Some('(')).then(|| Clause::Letter(letter, label.shown()))
}

/// Tells whether a phrase says that of several results only the highest counts: “nếu đạt nhiều mức thì chỉ tính mức cao nhất”.
pub fn is_highest_only(phrase: Phrase<'_>) -> bool {
    let rest = phrase.without_front(&["(", "và", "nhưng", ","]).without_end(&[")", "đạt được", "."]);
    let several = rest.has(&["nhiều"]) && rest.says_any(0, &["nếu", "trường hợp", "trong trường hợp", "có", "đạt"]) > 0;
    let rest = match rest.find("thì").or_else(|| rest.find("chỉ")).filter(|_| several) {
        Some(at) => rest.from(at).without_front(&["thì"]),
        None => rest,
    };
    let counts = rest.without_front(&["chỉ"]).without_front(&["được"]);
    let counts = counts.without_front(&["tính điểm", "tính", "lấy", "cộng điểm", "cộng", "chấm", "áp dụng", "ghi nhận"]);
    let thing = counts.without_front(&["cho", "theo", "một", "01"]).without_end(&["cao nhất"]);
    let named = [
        "mức",
        "mức điểm",
        "điểm",
        "kết quả",
        "thành tích",
        "hình thức",
        "danh hiệu",
        "cấp",
        "hình thức khen thưởng",
        "mức độ",
        "giải",
        "giải thưởng",
    ];
    counts.len() < rest.len() && thing.len() < counts.len() && named.iter().any(|word| thing.says(0, word) == thing.len())
}

/// Reads the maximum once more: `Điểm tối đa: 2`, `Thang điểm 3`.
pub fn maximum(phrase: Phrase<'_>) -> Option<Clause> {
    let width = phrase.says_any(
        0,
        &[
            "điểm tối đa của tiêu chí",
            "điểm tối đa là",
            "điểm tối đa",
            "số điểm tối đa",
            "thang điểm",
            "khung điểm",
            "điểm chuẩn",
            "tổng điểm",
            "tổng số điểm",
            "điểm tuyệt đối",
            "bắt đầu từ",
            "điểm ban đầu",
            "điểm xuất phát",
            "điểm khởi điểm",
        ],
    );
    if width == 0 {
        return None;
    }
    let rest = phrase.from(width).without_front(&[":", "=", "là"]);
    let number = rest.number(0)?;
    let unit = rest.says_any(1, &["điểm", "đ"]);
    (rest.len() == 1 + unit).then(|| Clause::Maximum(number.clone()))
}

/// Reads points by arithmetic: `Điểm = (b/a) × 2`, `tỷ lệ × điểm tối đa`, `so với đơn vị cao nhất x 1,5`.
pub fn formula(phrase: Phrase<'_>) -> Option<Clause> {
    let equals = (1..phrase.len()).rev().find(|at| phrase.sign(*at) == Some('='));
    let body = match equals {
        Some(at) => {
            let left = phrase.part(0, at).trimmed();
            let names = left.has(&["điểm", "công thức"])
                && (0..left.len()).all(|at| left.number(at).is_none())
                && left.len() <= 12
                && !left.has(&["trừ", "mỗi", "tối đa", "nếu"]);
            let bare = left.len() == 1 && left.word(0).is_some_and(|word| word.chars().count() == 1);
            if !names && !bare || is_said_of_some(left) {
                return None;
            }
            phrase.from(at + 1)
        }
        None => phrase,
    };
    if body.is_minus(0) || (equals.is_some() && body.sign(0) == Some('-')) {
        return None;
    }
    let body = body.trimmed();
    let (rest, _) = without_front(body);
    // “Điểm trung bình phiếu × 4/10”, “Điểm DTI × 3/100” name what is multiplied.
    if rest.is(0, "điểm")
        && let Some(found) = expression(rest)
    {
        return Some(Clause::Formula(found));
    }
    let rest = rest.without_front(&["điểm đạt được", "điểm đạt được :", "điểm", ":"]);
    if let Some(found) = expression(rest) {
        return Some(Clause::Formula(found));
    }
    let spoken = gives(body, false)?;
    let alone = equals.is_some() || body.len() > 2;
    match spoken {
        Gives::InProportion if alone => Some(Clause::Formula(Expression::Of(
            Box::new(Expression::Words("tỷ lệ".into())),
            super::arithmetic::Operator::Times,
            Box::new(Expression::Max),
        ))),
        Gives::Interpolated => Some(Clause::Between),
        _ => None,
    }
}

/// Tells whether arithmetic is said of some units or of one case only: “không đạt dự toán: điểm = …”, “đơn vị vùng cao: điểm = …”.
fn is_said_of_some(left: Phrase<'_>) -> bool {
    const SOME: [&str; 12] =
        ["không", "chưa", "còn lại", "trường hợp", "nếu", "đơn vị", "các đơn vị", "cơ quan", "địa phương", "riêng", "đối với", "các xã"];
    let short = ["không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành"];
    (1..left.len()).any(|at| left.sign(at) == Some(':')) && (left.says_any(0, &SOME) > 0 || left.has(&short))
}

/// Reads the letters of a rate in a line of its own: `Tỷ lệ hồ sơ trực tuyến (b/a x 100%)`.
pub fn rate_letters(phrase: Phrase<'_>) -> Option<Clause> {
    let open = phrase.find("(")?;
    let (left, inside) = (phrase.part(0, open), phrase.from(open + 1));
    let (part, whole) = (single(inside.word(0)?)?, single(inside.word(2)?)?);
    let hundred = (inside.sign(3) == Some('×') || inside.is(3, "x")) && inside.number(4) == Some(&Points::hundred());
    let end = if hundred { 5 + usize::from(inside.sign(5) == Some('%')) } else { 3 };
    let whole_phrase = inside.sign(1) == Some('/') && inside.sign(end) == Some(')') && inside.len() == end + 1;
    (whole_phrase && left.has(&["tỷ lệ", "tỉ lệ"]) && describes(left.without_end(&["%"]))).then_some(Clause::RateLetters(part, whole))
}

/// Reads `Tính tỷ lệ % số nhiệm vụ hoàn thành so với tổng số nhiệm vụ`.
pub fn rate(phrase: Phrase<'_>) -> Option<Clause> {
    let rest = phrase.without_front(&["tính", "tỷ lệ", "tỉ lệ", "%", "giữa"]);
    if rest.len() == phrase.len() || !phrase.has(&["tỷ lệ", "tỉ lệ"]) {
        return None;
    }
    // “Trên môi trường mạng” is a place: behind it stands a number, or the things that the part is of.
    let of_things = |at: &usize| {
        let whole = rest.from(at + 1);
        let again = whole.word(0).is_some_and(|word| (0..*at).any(|part| rest.is(part, word)));
        rest.says(*at, "trên") > 0 && (whole.says_any(0, &FIGURES) > 0 || again)
    };
    let over = || (1..rest.len()).find(of_things).map(|at| (at, 1));
    let (at, width) = rest.find("so với").map(|at| (at, 2)).or_else(|| rest.find("/ tổng").map(|at| (at, 1))).or_else(over)?;
    let (part, whole) = (rest.part(0, at).trimmed(), rest.from(at + width).trimmed());
    (part.len() >= 2 && whole.len() >= 2 && describes(part) && describes(whole) && !part.is(0, "dưới"))
        .then(|| Clause::Rate(capital(&part.shown()), capital(&whole.shown())))
}

/// Reads `Tỷ lệ giải quyết = số vụ đã giải quyết/tổng số vụ x 100%`.
pub fn equals(phrase: Phrase<'_>) -> Option<Clause> {
    let at = phrase.find("=")?;
    let left = phrase.part(0, at);
    if !left.has(&["tỷ lệ", "tỉ lệ"]) || left.has(&["điểm"]) || !describes(left.without_end(&["%", "( % )"])) {
        return None;
    }
    let right = phrase.from(at + 1).trimmed();
    // “× 100 %” only makes per cent of the share.
    let hundred = (1..right.len())
        .find(|at| (right.sign(*at) == Some('×') || right.is(*at, "x")) && right.number(at + 1) == Some(&Points::hundred()));
    let right = hundred.map_or(right, |at| right.part(0, at)).trimmed();
    let inside = right.sign(0) == Some('(');
    let right = if right.sign(0) == Some('(') && right.sign(right.len() - 1) == Some(')') { right.part(1, right.len() - 1) } else { right };
    // “Tỷ lệ = a/b” names the letters of the rate.
    if let (3, Some('/'), Some(part), Some(whole)) =
        (right.len(), right.sign(1), right.word(0).and_then(single), right.word(2).and_then(single))
    {
        return Some(Clause::RateLetters(part, whole));
    }
    // “(Số A : Tổng số B)” divides, too.
    let divides = |at: &usize| right.sign(*at) == Some('/') || right.is(*at, "chia") || inside && right.sign(*at) == Some(':');
    let over = (1..right.len()).filter(divides).collect::<Vec<_>>();
    let [over] = over.as_slice() else { return None };
    let (part, whole) = (right.part(0, *over).trimmed(), right.from(over + 1).without_front(&["cho"]).trimmed());
    let words = |phrase: Phrase<'_>| phrase.len() >= 2 && describes(phrase);
    (words(part) && words(whole)).then(|| Clause::Rate(capital(&part.shown()), capital(&whole.shown())))
}

/// Reads what stands before a colon as a heading of the clauses behind it.
pub fn heading(phrase: Phrase<'_>) -> Option<Vec<Clause>> {
    let mut found = vec![if limits(phrase) { Clause::Note } else { Clause::Heading }];
    if phrase.has(&["nội suy"]) {
        found = vec![Clause::Between];
    }
    let clear = phrase
        .without_front(&[
            "cách tính điểm",
            "tính điểm theo phương pháp nội suy",
            "tính theo phương pháp nội suy",
            "tính điểm",
            "tính nội suy",
            "nội suy tuyến tính",
            "nội suy",
            "điểm",
            "cách chấm điểm",
            "thang điểm",
            "trong đó",
            "cụ thể",
            "như sau",
            "chấm điểm",
            "mức điểm",
        ])
        .without_end(&["như sau", "thì điểm"]);
    // "Tỷ lệ hồ sơ (b/a)" names the letters of the rate.
    if let Some(open) = clear.find("(")
        && let (Some(part), Some('/'), Some(whole), Some(')')) =
            (clear.word(open + 1), clear.sign(open + 2), clear.word(open + 3), clear.sign(open + 4))
        && let (Some(part), Some(whole)) = (single(part), single(whole))
    {
        found.push(Clause::RateLetters(part, whole));
        return describes(clear.part(0, open)).then_some(found);
    }
    let percent = clear.without_end(&["%", "( % )"]);
    (describes(percent) || names_a_figure(clear)).then_some(found)
}

/// Tells whether a heading is the name of a figure, which may hold a number of things and words of scoring: “Tỷ lệ hồ sơ phải bổ sung
/// quá 01 lần”, “Hệ số thu nhập tăng thêm bình quân”. One with a percentage, or a number of nothing, bounds the figure: “Tỷ lệ đúng hạn
/// dưới 80%”.
fn names_a_figure(phrase: Phrase<'_>) -> bool {
    const FIGURES: [&str; 6] = ["tỷ lệ", "tỉ lệ", "hệ số", "số lượng", "tổng số", "số"];
    let width = phrase.says_any(0, &FIGURES);
    let rest = phrase.from(width);
    let of_things = |at: usize| phrase.word(at + 1).is_some() && phrase.says_any(at + 1, &["trở lên", "trở xuống"]) == 0;
    let bounded = (0..phrase.len()).any(|at| phrase.number(at).is_some() && !of_things(at));
    let named = rest.len() > 1 && rest.word(0).is_some_and(|word| word.chars().all(char::is_alphabetic));
    width > 0 && named && !bounded && labels(rest) && !rest.has(&["không tính", "không xét", "chỉ tính", "chỉ xét"])
}

/// Tells whether words say what counts at all: “chỉ tính khi”, “điều kiện”.
fn limits(phrase: Phrase<'_>) -> bool {
    phrase.says_any(0, &["chỉ", "điều kiện", "với điều kiện", "yêu cầu"]) > 0 || phrase.has(&["chỉ tính", "chỉ xét", "chỉ chấm"])
}

/// Reads how many parts follow: “thực hiện 02 nhiệm vụ”, “gồm 03 nội dung”.
pub fn announced(phrase: Phrase<'_>) -> Option<Clause> {
    const PARTS: [&str; 14] = [
        "nhiệm vụ",
        "nội dung",
        "yêu cầu",
        "hạng mục",
        "công việc",
        "hoạt động",
        "tiêu chí",
        "tiêu chuẩn",
        "điều kiện",
        "sản phẩm",
        "mục",
        "phần",
        "ý",
        "việc",
    ];
    let at = (0..phrase.len()).find(|at| phrase.number(*at).is_some())?;
    let (before, number, behind) = (phrase.part(0, at), phrase.number(at)?, phrase.from(at + 1));
    let parts = behind.says_any(0, &PARTS) > 0 && number.is_whole() && *number > Points::one();
    let before = before.without_front(&["đủ", "gồm", "bao gồm", "có"]);
    (parts && describes(before) && describes(behind)).then(|| Clause::Announced(number.clone()))
}

/// Gives what stands behind “nội suy” at the front.
pub fn interpolated(phrase: Phrase<'_>) -> Option<Phrase<'_>> {
    let rest = phrase.without_front(&["điểm", "tính điểm", "tính", "theo", "phương pháp", "nội suy", "tuyến tính", ":", ","]);
    phrase.part(0, phrase.len() - rest.len()).has(&["nội suy"]).then_some(rest)
}

/// Reads two marks with their points: `nội suy tuyến tính từ 60% (0 điểm) đến 95% (3 điểm)`.
pub fn line(phrase: Phrase<'_>) -> Option<Clause> {
    two_marks(interpolated(phrase)?)
}

/// Reads two marks with their points, one behind the other.
pub fn two_marks(phrase: Phrase<'_>) -> Option<Clause> {
    let rest = phrase.without_front(&["từ mức", "từ", "giữa", "trong khoảng", "khoảng", "mức", "đạt"]);
    let (first, end) = mark(rest)?;
    let joint = rest.says_any(end, &["đến mức", "đến", "tới", "và", ",", "-", ";", "lên"]);
    let behind = rest.from(end + joint).without_front(&["mức", "đạt"]);
    let (second, end) = mark(behind)?;
    (joint > 0 && end == behind.len() && first.0 < second.0).then_some(Clause::Line([first, second]))
}

/// Reads a mark with its points: `60% (0 điểm)`, `95% được 3 điểm`; gives the place behind it.
fn mark(phrase: Phrase<'_>) -> Option<((Points, Points), usize)> {
    let at = phrase.number(0).filter(|_| phrase.sign(1) == Some('%'))?;
    let giving = phrase
        .says_any(2, &["( được", "( ứng với", "( tương ứng", "(", "được", "đạt", "ứng với", "tương ứng với", "tương ứng", "=", ":", "-"]);
    let from = 2 + giving;
    let bracket = phrase.sign(2) == Some('(');
    let points = phrase.number(from)?;
    let unit = phrase.says_any(from + 1, &["điểm", "đ"]);
    let end = from + 1 + unit;
    let closed = !bracket || phrase.sign(end) == Some(')');
    (giving > 0 && unit > 0 && closed).then(|| ((at.clone(), points.clone()), end + usize::from(bracket)))
}

/// Finds the letters of part and whole in `b/a`.
pub fn fraction(words: &str) -> Option<(char, char)> {
    let line = super::words::Line::new(words);
    let phrase = line.phrase();
    (1..phrase.len())
        .filter(|at| phrase.sign(*at) == Some('/'))
        .find_map(|at| Some((single(phrase.word(at - 1)?)?, single(phrase.word(at + 1)?)?)))
}

/// Gives the letter of a word of one letter.
fn single(word: &str) -> Option<char> {
    let mut letters = word.chars();
    letters.next().filter(|letter| letters.as_str().is_empty() && letter.is_ascii_alphabetic())
}

/// Reads what defines a figure before its levels: “Định mức tối thiểu: (1) …”.
pub fn definition(phrase: Phrase<'_>) -> Option<Clause> {
    let defines = phrase.says_any(0, &["định mức", "quy ước", "giải thích", "khái niệm", "định nghĩa"]) > 0;
    let marked = (1..phrase.len()).any(|at| phrase.sign(at) == Some(':') || phrase.is(at, "là"));
    (defines && marked && !phrase.has(&["điểm", "đ", "trừ", "cộng"])).then_some(Clause::Note)
}

/// Reads a heading or a remark.
pub fn plain(phrase: Phrase<'_>) -> Option<Clause> {
    if phrase.says_any(0, &["hoặc"]) == phrase.trimmed().len() {
        return Some(Clause::Or);
    }
    if binds_ranking(phrase) {
        return Some(Clause::Note);
    }
    if opens_a_list(phrase) {
        return None;
    }
    let ends = phrase.sign(phrase.len().wrapping_sub(1)) == Some(':');
    if ends {
        // “Do Sở Nội vụ đánh giá:” above the levels says who picks one.
        let heads = phrase.trimmed();
        let judged = || supplied(heads).filter(|found| matches!(found, Clause::Supplied(true)));
        return scorer(heads).or_else(judged).or_else(|| heading(heads).and_then(|found| found.into_iter().next()));
    }
    // “Tính tỷ lệ % số TTHC có phát sinh hồ sơ” names the rate.
    let rate = phrase.trimmed().without_front(&["tính"]).without_front(&["tỷ lệ", "tỉ lệ"]).without_front(&["%"]);
    if phrase.has(&["tỷ lệ", "tỉ lệ"]) && rate.len() + 2 < phrase.trimmed().len() && rate.len() > 1 && remarks(rate) {
        return Some(Clause::Heading);
    }
    let headings = [
        "cách tính điểm",
        "thang điểm",
        "cách chấm điểm",
        "trong đó",
        "cụ thể",
        "cụ thể như sau",
        "tính điểm theo công thức",
        "tính điểm như sau",
        "hướng dẫn chấm điểm",
        "điểm đánh giá",
        "nội dung đánh giá",
    ];
    if headings.iter().any(|said| phrase.trimmed().says(0, said) == phrase.trimmed().len()) {
        return Some(Clause::Heading);
    }
    if widens(&phrase.shown()) {
        return Some(Clause::Remark);
    }
    if remarks(phrase)
        && let Some(found) = supplied(phrase)
    {
        return Some(found);
    }
    if tells_the_source(phrase) {
        return Some(Clause::Remark);
    }
    // What is counted at all, and until when, is no part of a rule, and may change what it gives.
    let clear = phrase.trimmed().without_front(&["(", "lưu ý", "ghi chú", ":", "-"]);
    let counted = clear.says_any(0, &["mẫu số", "tử số", "số liệu", "thời điểm", "thời gian"]) > 0 || limits(clear);
    if counted && !clear.has(&["không tính điểm", "không chấm", "thì"]) && labels(clear) && gives(clear, false).is_none() && binds(clear)
    {
        return Some(Clause::Note);
    }
    // What letters stand for is no remark, also where it can't be read as a whole.
    let explains = (0..phrase.len())
        .any(|at| phrase.word(at).is_some_and(|word| word.chars().count() == 1) && phrase.says_any(at + 1, &["là", ":", "="]) > 0);
    let remark = if binds(phrase) { Clause::Note } else { Clause::Remark };
    (!explains && remarks(phrase)).then_some(remark)
}

/// Begins words with a small letter, abbreviations left as they are.
pub fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(words.chars().skip(1)).collect()
        }
        _ => words.to_owned(),
    }
}
