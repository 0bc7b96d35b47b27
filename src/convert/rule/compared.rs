//! Clauses that are read beside the others: two letters that are compared, and what a rate is of that has a percentage of its own.

use crate::convert::line::{Clause, WordedClause, as_case, clauses};
use crate::points::Points;

/// Signs of comparing, by how they are spelt, and whether the first is at least the second.
const SIGNS: [(&str, bool); 9] = [
    ("≥", true),
    (">=", true),
    ("=>", true),
    (">", true),
    ("lớn hơn hoặc bằng", true),
    ("<", false),
    ("nhỏ hơn", false),
    ("thấp hơn", false),
    ("dưới", false),
];

/// What a clause says of two letters.
struct Compared<'t> {
    letters: (char, char),
    at_least: bool,
    /// What that gives.
    gives: &'t str,
}

/// Reads “Nếu a ≥ b: 2”.
fn compared(text: &str) -> Option<Compared<'_>> {
    let rest = text.trim_start_matches(['-', '+', ' ']);
    let leads = ["nếu ", "Nếu ", "trường hợp ", "Trường hợp ", "khi ", "Khi "];
    let rest = leads.iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest);
    let letter = |rest: &'_ str| rest.chars().next().filter(char::is_ascii_alphabetic);
    let one = letter(rest)?;
    let behind = rest.get(1..)?.trim_start();
    let (sign, at_least) = SIGNS.iter().find(|(sign, _)| behind.starts_with(sign))?;
    let behind = behind.get(sign.len()..)?.trim_start();
    let other = letter(behind)?;
    let gives = behind.get(1..)?.trim_start();
    let gives = [":", "thì ", "được "].iter().find_map(|joint| gives.strip_prefix(joint))?.trim();
    (one != other).then_some(Compared { letters: (one, other), at_least: *at_least, gives })
}

/// Takes “nếu a ≥ b: 2 điểm; nếu a < b: (a/b) × 2” for the arithmetic, which comes to the maximum where both are alike and ends there.
pub fn two_letters(max: &Points, said: &mut [WordedClause]) {
    let found: Vec<(usize, Compared<'_>)> = said
        .iter()
        .enumerate()
        .filter_map(|(at, one)| Some((at, compared(&one.text).filter(|_| one.clause == Clause::Unknown)?)))
        .collect();
    let [(first, one), (second, other)] = found.as_slice() else { return };
    let ((full, all), (below, share)) = if one.at_least { ((first, one), (second, other)) } else { ((second, other), (first, one)) };
    let gives_all = as_case(&format!("x: {}", all.gives)).is_some_and(|case| case.is_full(max));
    if !all.at_least || share.at_least || all.letters != share.letters || !gives_all || !is_share(share, max) {
        return;
    }
    let arithmetic = clauses(&format!("Điểm = {}", share.gives));
    let [WordedClause { clause: Clause::Formula(formula), .. }] = arithmetic.as_slice() else { return };
    let (full, below, formula) = (*full, *below, formula.clone());
    if let Some(one) = said.get_mut(full) {
        // No target is reached by all.
        one.clause = as_case(&format!("không phát sinh: {}", max.plain_vi())).map_or(Clause::Unknown, Clause::Case);
    }
    if let Some(one) = said.get_mut(below) {
        one.clause = Clause::Formula(formula);
    }
}

/// Tells whether arithmetic is the first letter over the second, times the maximum.
fn is_share(share: &Compared<'_>, max: &Points) -> bool {
    let (one, other) = share.letters;
    let plain: String = share.gives.to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')')).collect();
    let plain = plain.trim_start_matches("điểm=").trim_end_matches("điểm").replace(['×', '*'], "x");
    let most = [max.plain_vi(), max.plain(), "điểmtốiđa".to_owned()];
    most.iter().any(|max| plain == format!("{one}/{other}x{max}") || plain == format!("{max}x{one}/{other}"))
}

/// Takes for a heading what a rate is of, though it has a percentage of its own: “Tỷ lệ TTHC được cắt giảm từ 30% thời gian trở lên:” above
/// “từ 50% số TTHC trở lên: 1 điểm”. The percentages below it have to be of the things that it names.
pub fn rates_with_a_percentage(said: &mut [WordedClause]) {
    const FEWEST: usize = 2;
    let of: Vec<String> = said
        .iter()
        .filter_map(|one| if let Clause::Case(case) = &one.clause { case.condition.as_ref() } else { None })
        .filter(|condition| condition.percent)
        .map(|condition| condition.words().join(" "))
        .collect();
    let named = of.iter().filter(|words| !words.is_empty()).max_by_key(|words| words.len()).cloned();
    let Some(things) = named.as_deref().map(|words| words.strip_prefix("số ").unwrap_or(words)) else { return };
    let all = of.iter().all(|words| words.is_empty() || words.strip_prefix("số ").unwrap_or(words) == things);
    if of.len() < FEWEST || !all {
        return;
    }
    let heads = |text: &str| {
        let plain = text.to_lowercase();
        let rest = ["tỷ lệ ", "tỉ lệ "].iter().find_map(|word| plain.strip_prefix(word))?;
        let rest = rest.strip_prefix("số ").unwrap_or(rest).strip_prefix(things)?;
        let once = rest.matches('%').count() == 1 && !rest.contains([';', '=', '/', '(']) && !rest.contains(" điểm");
        (rest.starts_with(' ') && once).then_some(())
    };
    for one in said.iter_mut().filter(|one| one.clause == Clause::Unknown) {
        if heads(one.text.trim_end_matches([':', ' '])).is_some() {
            one.clause = Clause::Heading;
        }
    }
}
