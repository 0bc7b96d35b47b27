//! Clauses of how far points go: `tối đa 2 điểm`, `trừ đến hết`, `không thấp hơn 0,5 điểm`.

use super::clause::Limit;
use super::describe::describes;
use super::each::TAKING;
use super::gives::amount;
use super::words::Phrase;
use crate::points::Points;
use crate::yaml::Amount;

/// Words that let points be taken until none is left.
const UNTIL_NOTHING_IS_LEFT: [&str; 37] = [
    "tối đa trừ bằng điểm",
    "tối đa trừ bằng số điểm",
    "trừ tối đa bằng điểm",
    "trừ tối đa bằng số điểm",
    "trừ không quá số điểm",
    "trừ không quá điểm",
    "không âm",
    "nhưng không âm",
    "không để âm",
    "điểm không âm",
    "trừ đến hết",
    "trừ cho đến hết",
    "cho đến hết",
    "đến hết",
    "cho đến hết điểm",
    "đến hết điểm",
    "cho đến khi hết điểm",
    "đến khi hết điểm",
    "trừ cho đến khi hết điểm",
    "cho đến khi hết số điểm",
    "trừ cho đến khi hết số điểm",
    "trừ đến hết điểm",
    "trừ cho đến hết điểm",
    "trừ đến hết số điểm",
    "trừ cho đến hết số điểm",
    "trừ đến hết điểm tối đa",
    "trừ đến hết số điểm tối đa",
    "trừ đến hết điểm thì thôi",
    "trừ hết điểm",
    "trừ hết điểm thì thôi",
    "trừ hết số điểm",
    "trừ đến khi hết điểm",
    "trừ đến 0 điểm",
    "trừ tối đa bằng điểm tối đa",
    "trừ không quá điểm tối đa",
    "trừ tối đa bằng số điểm tối đa",
    "trừ không quá số điểm tối đa",
];

/// Words before the least that is left.
const LEAST_LEFT: [&str; 12] = [
    "tối thiểu",
    "ít nhất",
    "không dưới",
    "không thấp hơn",
    "không ít hơn",
    "điểm thấp nhất là",
    "điểm thấp nhất",
    "thấp nhất là",
    "tối thiểu là",
    "điểm tối thiểu là",
    "thấp nhất",
    "điểm tối thiểu",
];

/// Words that name what goes so far, before the words of how far.
const WHAT_GOES: [&str; 34] = [
    "bị trừ",
    "thưởng",
    "cộng thêm",
    "chỉ tính",
    "được tính",
    "tính",
    "của tiêu chí này",
    "của tiêu chí",
    "của mục này",
    "tổng số điểm bị trừ",
    "tổng điểm bị trừ",
    "số điểm bị trừ",
    "điểm bị trừ",
    "tổng số điểm cộng",
    "tổng số điểm trừ",
    "tổng số điểm thưởng",
    "tổng điểm cộng",
    "tổng điểm trừ",
    "tổng điểm thưởng",
    "tổng số điểm",
    "tổng cộng",
    "tổng điểm",
    "tổng",
    "số điểm trừ",
    "số điểm cộng",
    "điểm trừ",
    "điểm cộng",
    "điểm thưởng",
    "mức trừ",
    "mức cộng",
    "trừ",
    "cộng",
    "điểm",
    "nhưng",
];

/// Words before the most that is given or taken.
const AT_MOST: [&str; 17] = [
    "tối đa không vượt quá",
    "tối đa không quá",
    "không vượt quá",
    "không quá",
    "không trừ quá",
    "không cộng quá",
    "tối đa là",
    "tối đa trừ",
    "tối đa cộng",
    "tối đa được cộng",
    "tối đa bị trừ",
    "tối đa được",
    "tối đa :",
    "tối đa",
    "cao nhất là",
    "cao nhất không quá",
    "nhiều nhất",
];

/// Takes “vượt kế hoạch cũng chỉ tính” off the front of a limit: who does more than was planned gets no more.
fn beyond_plan(phrase: Phrase<'_>) -> Phrase<'_> {
    let rest = phrase.without_front(&["nếu", "trường hợp", "đơn vị", "khi", "nhưng", "tỷ lệ", "thực hiện", "số lượng", "hoàn thành"]);
    let passed = rest.says_any(
        0,
        &[
            "vượt kế hoạch",
            "vượt chỉ tiêu",
            "vượt mức kế hoạch",
            "vượt quá kế hoạch",
            "vượt 100%",
            "vượt quá 100%",
            "vượt 100 %",
            "vượt quá 100 %",
            "vượt mức",
            "vượt",
        ],
    );
    if passed == 0 {
        return phrase;
    }
    let behind = rest.from(passed).without_front(&["thì", ",", "cũng", "vẫn", "chỉ", "được", "tính", "chấm", "đạt", "điểm", "là", "bằng"]);
    if behind.says_any(0, &AT_MOST) > 0 { behind } else { phrase }
}

/// Reads “trường hợp vượt chỉ tiêu được tính bằng 3 điểm”: no more than that is given.
fn of_whoever_passes(phrase: Phrase<'_>) -> Option<Amount> {
    let rest = phrase.without_front(&["nếu", "trường hợp", "đơn vị", "khi", "tỷ lệ"]);
    let passed = rest.says_any(0, &["vượt chỉ tiêu", "vượt kế hoạch", "vượt dự toán", "vượt 100 %", "vượt mức"]);
    let behind = rest.from(passed).without_front(&["được", "giao", "thì", ",", ":", "chỉ", "tính", "chấm", "bằng", "là", "điểm"]);
    let (points, end) = amount(behind, true)?;
    // “Vượt chỉ tiêu: 2 điểm” is a level.
    (passed > 0 && end == behind.len() && phrase.has(&["tính bằng", "chỉ tính", "cũng chỉ"])).then_some(points)
}

/// Reads how far points go.
pub fn limit(phrase: Phrase<'_>) -> Option<Limit> {
    if goes_no_further(phrase.trimmed().without_end(&["."])) {
        return Some(Limit::Most(Amount::Share(Points::one())));
    }
    let phrase = beyond_plan(phrase.trimmed());
    let phrase =
        if phrase.sign(0) == Some('(') && phrase.sign(phrase.len() - 1) == Some(')') { phrase.part(1, phrase.len() - 1) } else { phrase };
    let whole = phrase;
    let phrase = phrase.without_end(&["của tiêu chí này", "của tiêu chí", "của nội dung này", "của mục này"]);
    if let Some(points) = of_whoever_passes(phrase) {
        return Some(Limit::Most(points));
    }
    let begun = phrase.without_front(&["nhưng", "và", "song", "tuy nhiên", "tổng số điểm", "tổng điểm", "tổng số", "tổng cộng"]);
    if !begun.is_empty() && UNTIL_NOTHING_IS_LEFT.iter().any(|said| begun.says(0, said) == begun.len()) {
        return Some(Limit::ToNothing);
    }
    let least = begun.without_front(&LEAST_LEFT);
    if least.len() < begun.len() {
        return match amount(least, !begun.part(0, begun.len() - least.len()).has(&["điểm", "là", "thấp nhất"]))? {
            (Amount::Points(points), end) if end == least.len() => Some(Limit::Least(points)),
            _ => None,
        };
    }
    most(phrase, begun, whole)
}

/// Tells whether a phrase says that who does more than was planned gets no more: “vượt kế hoạch chỉ được tính điểm tối đa”.
fn goes_no_further(phrase: Phrase<'_>) -> bool {
    let rest = phrase.without_front(&["nếu", "trường hợp", "đơn vị", "khi", "tỷ lệ", "hoàn thành", "thực hiện"]);
    let passed = rest.says_any(0, &["vượt kế hoạch", "vượt chỉ tiêu", "vượt mức kế hoạch", "vượt dự toán", "vượt 100 %", "vượt mức"]);
    let behind =
        rest.from(passed).without_front(&["được", "giao", "thì", ",", "cũng", "vẫn", "chỉ", "tính", "chấm", "đạt", "bằng", "là", "số"]);
    passed > 0
        && phrase.has(&["chỉ", "cũng", "vẫn"])
        && behind.says_any(0, &["điểm tối đa", "điểm chuẩn", "mức điểm tối đa"]) == behind.len()
        && !behind.is_empty()
}

/// Reads the most that is given or taken; `begun` is the phrase without the words that begin it, `whole` the phrase with “của tiêu chí”.
fn most(phrase: Phrase<'_>, begun: Phrase<'_>, whole: Phrase<'_>) -> Option<Limit> {
    let head = begun.without_front(&WHAT_GOES);
    let most = head.says_any(0, &AT_MOST);
    if most == 0 {
        return None;
    }
    let named = begun.len() - head.len();
    let total =
        (begun.len() < phrase.len() && phrase.has(&["tổng", "tổng số", "tổng cộng"])) || begun.part(0, named).has(&["tổng", "tổng số"]);
    let taken = begun.part(0, named + most).has(&TAKING) || phrase.has(&["điểm trừ", "bị trừ"]);
    let rest = head.from(most).without_front(&["trừ", "cộng", "là", ":"]);
    // “Không vượt quá số điểm của tiêu chí”, whose last words were taken off.
    let of_this = phrase.len() < whole.len() && rest.says_any(0, &["số điểm", "tổng số điểm", "mức điểm"]) == rest.len();
    if (of_this || rest.says_any(0, &["điểm tối đa", "số điểm tối đa", "điểm chuẩn", "số điểm chuẩn"]) == rest.len()) && !rest.is_empty()
    {
        let whole = Amount::Share(Points::one());
        return Some(if taken { Limit::MostTaken(whole) } else { Limit::Most(whole) });
    }
    let (points, end) = amount(rest, false)?;
    let things = rest.from(1).without_end(&["/ năm", "một năm", "trong năm", "mỗi năm"]);
    let counted = rest.number(0).filter(|number| number.is_whole() && !taken && (1..=4).contains(&things.len()));
    if let Some(number) = counted.filter(|_| things.word(0).is_some_and(|word| word != "điểm" && word != "đ") && describes(things)) {
        return Some(Limit::Things(number.clone(), things.shown()));
    }
    let more = rest.from(end).without_front(&["cho", "đối với", "của", "tiêu chí này", "nội dung này", "mục này", "tiêu chí"]);
    if !more.is_empty() {
        return None;
    }
    Some(match (taken, total) {
        (true, true) => Limit::TotalTaken(points),
        (true, false) => Limit::MostTaken(points),
        _ => Limit::Most(points),
    })
}
