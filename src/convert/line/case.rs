//! A clause that is a case: `Không kịp thời: 0,5`, `Từ 80% thì được 1 điểm`, `1 điểm nếu ban hành chậm`.

use super::bounds::condition;
use super::clause::Case;
use super::days::span;
use super::describe::{changes, labels, speaks_of_others};
use super::gives::{Gives, ZERO, amount, gives, in_words};
use super::others::interpolated;
use super::words::{Kind, Phrase};
use crate::points::Points;
use crate::yaml::Amount;

/// Words that may stand before a label.
const LABEL_FRONT: [&str; 19] = [
    "nhưng",
    "nếu",
    "trong năm",
    "trong kỳ",
    "trong năm đánh giá",
    "trường hợp",
    "trong trường hợp",
    "đối với trường hợp",
    "các trường hợp",
    "-",
    "+",
    ",",
    ".",
    "và",
    "khi",
    "riêng",
    "còn nếu",
    "nhưng nếu",
    "ngược lại nếu",
];

/// Words that may stand behind a label.
const LABEL_END: [&str; 35] = [
    "thì tiêu chí này",
    "thì nội dung này",
    "thì mục này",
    "thì điểm đạt được",
    "thì điểm đạt",
    "điểm đạt được",
    "điểm đạt",
    "thì điểm đánh giá được tính theo công thức",
    "thì điểm được tính theo công thức",
    "thì điểm đánh giá tính theo công thức",
    "điểm đánh giá được tính theo công thức",
    "điểm được tính theo công thức",
    "được tính điểm theo công thức",
    "tính điểm theo công thức",
    "được tính theo công thức",
    "tính theo công thức",
    "tính điểm theo công thức sau",
    "theo công thức sau",
    "theo công thức",
    "thì điểm đánh giá là",
    "thì điểm đánh giá",
    "thì điểm là",
    "thì điểm",
    "điểm đánh giá",
    "thì được",
    "thì tính",
    "thì",
    "được tính",
    "được",
    "được chấm",
    "chấm điểm",
    "tính điểm",
    ":",
    "-",
    ",",
];

/// Reads a phrase as a case.
pub fn case(phrase: Phrase<'_>) -> Option<Case> {
    let phrase = without_own(phrase.without_end(&[".", ";", ","]));
    if gives_a_range(phrase) {
        return None;
    }
    let depths = phrase.depths();
    let outside = |at: usize| depths.get(at).copied().unwrap_or(0) == 0;
    // The last mark between what is said and what it gives.
    for at in (1..phrase.len()).rev().filter(|at| outside(*at) && matches!(phrase.sign(*at), Some(':' | '=' | '→'))) {
        let right = phrase.from(at + 1);
        if let Some(given) = gives(right, false)
            && let Some(case) = made(phrase.part(0, at), given, true)
        {
            return Some(case);
        }
        // "2 điểm (có kiểm tra và xử lý)" explains the label.
        if let Some((given, more)) = explained(right)
            && let Some(mut case) = made(phrase.part(0, at), given, true)
        {
            case.label = format!("{} {more}", case.label);
            return Some(case);
        }
    }
    // In brackets at the end: Kịp thời (1 điểm).
    if phrase.sign(phrase.len().wrapping_sub(1)) == Some(')')
        && let Some(open) = (0..phrase.len()).rev().find(|at| phrase.sign(*at) == Some('(') && outside(*at))
        && let Some(given) = gives(phrase.part(open + 1, phrase.len() - 1), false)
        && !matches!(given, Gives::Formula(_))
    {
        return made(phrase.part(0, open), given, true);
    }
    if let Some(zero) = ZERO.iter().map(|said| said.split(' ').count()).zip(ZERO).find_map(|(count, said)| {
        let at = phrase.len().checked_sub(count)?;
        (phrase.says(at, said) == count).then_some(at)
    }) {
        return made(phrase.part(0, zero), gives(phrase.from(zero), false)?, false);
    }
    // Behind a word, and then only with "điểm" said out loud.
    for at in (1..phrase.len()).rev().filter(|at| outside(*at)) {
        let width = phrase.says_any(
            at,
            &[
                "thì",
                "được",
                "đạt",
                "tính",
                "chấm",
                "hưởng",
                "là",
                "được cộng thêm",
                "được cộng",
                "cộng thêm",
                "cộng",
                "được thưởng",
                "thưởng",
                "lấy",
                "theo tỷ lệ",
                "theo tỉ lệ",
                "nội suy",
                "không đánh giá",
                "không áp dụng",
                "trừ",
                "-",
            ],
        );
        // “Kịp thời - 1 điểm” has a dash, “phê bình -1 điểm” may have a minus.
        if phrase.is_minus(at) {
            return None;
        }
        if width > 0
            && let Some(given) = gives(phrase.from(at + usize::from(phrase.sign(at) == Some('-'))), true)
        {
            let label = phrase.part(0, at);
            // “Thiết bị” keeps its “bị”.
            let label = if phrase.is(at, "trừ") { label.without_end(&["thì bị", "sẽ bị", "bị"]) } else { label };
            let label =
                if phrase.is(at, "theo") { label.without_end(&["thì tính", "được tính", "tính điểm", "tính"]) } else { label };
            return made(label, given, false);
        }
    }
    // At the end without any mark: Ban hành kịp thời 1 điểm.
    for at in (1..phrase.len()).rev().filter(|at| outside(*at) && phrase.number(*at).is_some()) {
        if let Some(given) = gives(phrase.from(at), true).filter(|given| matches!(given, Gives::Amount(..))) {
            return made(phrase.part(0, at), given, false);
        }
    }
    turned(phrase)
}

/// Takes “của tiêu chí này” off points: they are given for the criterion that they stand at.
fn without_own(phrase: Phrase<'_>) -> Phrase<'_> {
    let rest = phrase.without_end(&["của tiêu chí này", "của tiêu chí", "của nội dung này", "của mục này"]);
    if rest.is(rest.len().wrapping_sub(1), "điểm") { rest } else { phrase }
}

/// Tells whether a phrase ends in a range of points, of which somebody has to choose: “khá: 1 - 1,5 điểm”.
fn gives_a_range(phrase: Phrase<'_>) -> bool {
    let unit = |at: usize| phrase.says_any(at, &["điểm", "đ"]);
    let begins = |at: usize| phrase.number(at).is_some() && (at == 0 || phrase.sign(at - 1) == Some(':'));
    (0..phrase.len()).filter(|at| begins(*at)).any(|at| {
        let joint = at + 1 + unit(at + 1);
        let width = phrase.says_any(joint, &["-", "đến dưới", "đến", "tới"]);
        let last = joint + width;
        width > 0 && phrase.number(last).is_some() && unit(last + 1) > 0 && last + 1 + unit(last + 1) == phrase.len()
    })
}

/// Reads a case the other way round: `1 điểm: ban hành kịp thời`, `0,5 điểm nếu chậm`.
fn turned(phrase: Phrase<'_>) -> Option<Case> {
    const WHEN: [&str; 4] = ["nếu", "khi", "đối với trường hợp", "trong trường hợp"];
    // “Nội suy trong khoảng 70% - 100%”.
    if let Some(range) = interpolated(phrase)
        && condition(range.trimmed()).is_some_and(|condition| condition.percent && condition.bounds.len() == 2)
    {
        return made(range, Gives::Interpolated, true);
    }
    // “Đạt điểm tối đa nếu không có đơn thư vượt cấp”.
    if let Some(at) = (1..phrase.len()).find(|at| phrase.says_any(*at, &WHEN) > 0)
        && let Some(given) =
            in_words(phrase.part(0, at).trimmed()).filter(|given| *given == Gives::Amount(Amount::Share(Points::one()), None))
    {
        return made(phrase.from(at + phrase.says_any(at, &WHEN)), given, true);
    }
    let (amount, end) = amount(phrase.without_front(&["được", "đạt", "cho", "tính", "chấm"]), true)?;
    let rest = phrase.without_front(&["được", "đạt", "cho", "tính", "chấm"]).from(end);
    let marked = rest.sign(0) == Some(':');
    let width = rest.says_any(0, &[":", "nếu", "khi", "đối với trường hợp", "đối với", "cho trường hợp", "cho", "trong trường hợp"]);
    if width == 0 {
        return None;
    }
    made(rest.from(width), Gives::Amount(amount, None), marked)
}

/// Reads what is given, with an explanation of the label in brackets behind it.
fn explained(phrase: Phrase<'_>) -> Option<(Gives, String)> {
    let open = (1..phrase.len()).find(|at| phrase.sign(*at) == Some('('))?;
    let more = phrase.from(open);
    let given = gives(phrase.part(0, open), false)?;
    let figure = |at: usize| matches!(more.tokens.get(at).map(|token| &token.kind), Some(Kind::Number(_) | Kind::Day(_)));
    let plain = matches!(given, Gives::Amount(..)) && labels(more) && !changes(more) && (0..more.len()).all(|at| !figure(at));
    plain.then(|| (given, more.shown()))
}

/// Tells whether a label says how often its points are given, rather than when: “cứ 10% đạt được”, “mỗi 5%”.
fn is_for_each(label: Phrase<'_>) -> bool {
    let named = |at: usize| at > 0 && label.is(at, "cứ") && ["căn", "chứng"].iter().any(|word| label.is(at - 1, word));
    let counted = |at: usize| label.is(at, "mỗi") && label.number(at + 1).is_some();
    (0..label.len()).any(|at| counted(at) || (label.is(at, "cứ") && !named(at)))
}

/// Tells whether a mark stands in a label, outside of brackets.
fn has_mark(label: Phrase<'_>) -> bool {
    let depths = label.depths();
    (0..label.len()).any(|at| label.sign(at) == Some(':') && depths.get(at) == Some(&0))
}

/// Tells whether a phrase may stand as the words of a level: “100%” beside other words says that nothing is missing, any other
/// percentage is a bound that was not understood.
fn labels_of_all(said: Phrase<'_>) -> bool {
    let all = |at: &usize| said.number(*at) == Some(&Points::hundred()) && said.sign(at + 1) == Some('%');
    let Some(at) = (0..said.len()).find(all) else { return labels(said) };
    let (before, behind) = (said.part(0, at), said.from(at + 2));
    let bounded = ["dưới", "trên", "quá", "đến", "từ", "hơn", "vượt", "gần", "khoảng"].iter().any(|word| at > 0 && said.is(at - 1, word));
    let arithmetic = matches!(behind.sign(0), Some('×' | '/' | '+' | '-')) || behind.is(0, "x");
    !bounded && !arithmetic && (before.is_empty() || labels(before)) && (behind.is_empty() || labels_of_all(behind))
}

/// Takes off the brackets behind a number that only say it once more, for a shorter time: “họp 4 lần/năm (trung bình mỗi quý 1
/// lần)”.
fn explained_by_rate(said: Phrase<'_>) -> Option<Phrase<'_>> {
    let open = (1..said.len()).find(|at| said.sign(*at) == Some('(')).filter(|_| said.sign(said.len() - 1) == Some(')'))?;
    let inside = said.part(open + 1, said.len() - 1).without_front(&["trung bình", "bình quân", "tức là", "tức", "tương đương", "ít nhất"]);
    let time = ["mỗi quý", "mỗi tháng", "mỗi tuần", "mỗi năm", "01 quý", "1 quý", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng"];
    (inside.says_any(0, &time) > 0).then(|| said.part(0, open))
}

/// Makes a case of its label and what it gives.
fn made(label: Phrase<'_>, given: Gives, marked: bool) -> Option<Case> {
    let whole = label.trimmed();
    let said = whole.without_front(&LABEL_FRONT).without_end(&LABEL_END).trimmed();
    // “Chấp nhận được: 1” keeps its “được”.
    let kept = whole.without_end(&[":", "-", ","]);
    let ends = marked && kept.is(kept.len().wrapping_sub(1), "được") && !kept.is(kept.len().wrapping_sub(2), "thì");
    let said = if ends { kept.without_front(&LABEL_FRONT).trimmed() } else { said };
    // “Các trường hợp khác” says what else there is.
    let rest = ["khác", "còn lại"].iter().any(|word| said.says(0, word) == said.len() && !said.is_empty());
    let said = if rest { whole.without_front(&["-", "+", ",", "."]).without_end(&LABEL_END).trimmed() } else { said };
    // "từ 0 đến 2 điểm", "bị trừ 0,5 điểm" say something else.
    let open = [
        "từ", "đến", "tới", "trừ", "giảm", "mỗi", "khoảng", "qua", "đa", "thiểu", "cộng", "quá", "cứ", "hoặc", "và", "mất", "âm", "dưới",
        "trên", "hơn",
    ];
    if !marked && open.iter().any(|word| label.is(label.len().wrapping_sub(1), word)) {
        return None;
    }
    // “Hội đồng chấm: tốt: 2” says who scores before what is the case; “cả tiêu chí 2: 0” is none of this leaf's levels.
    // “Xếp thứ nhất: thưởng 2 điểm”: a verb of giving is nothing that may be the case.
    let verbs = ["thưởng", "được thưởng", "cộng", "được cộng", "trừ", "bị trừ", "phạt", "ghi", "hưởng", "nhận"];
    if verbs.iter().any(|verb| said.says(0, verb) == said.len() && !said.is_empty()) {
        return None;
    }
    if said.is_empty() || has_mark(said) || speaks_of_others(said) || is_for_each(said) {
        return None;
    }
    let (figures, days) = (condition(said).or_else(|| condition(explained_by_rate(said)?)), span(said));
    let stated = figures.is_some() || days.is_some();
    if !stated && !labels_of_all(said) {
        return None;
    }
    let words = said.tokens.iter().filter_map(|token| match &token.kind {
        Kind::Word(word) => Some(word.clone()),
        Kind::Number(number) => Some(number.plain()),
        _ => None,
    });
    Some(Case { label: said.shown(), words: words.collect(), condition: figures, days, gives: given, marked })
}
