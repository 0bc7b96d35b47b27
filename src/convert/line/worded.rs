//! Arithmetic in words, or with what explains it in other places than most decisions put it: spelt as the arithmetic that is read.

use super::arithmetic::FIGURES;
use super::spelt::narrows;
use super::words::{Line, Phrase};
use crate::points::Points;

/// Words that begin a figure which arithmetic may be made of.
const RATES: [&str; 4] = ["tỷ lệ", "tỉ lệ", "chỉ số", "mức độ"];

/// “% doanh nghiệp đồng ý … x 5”: a percent sign that no number stands before names a rate.
pub fn rate_by_sign(phrase: Phrase<'_>) -> Option<String> {
    let begins = |at: usize| at == 0 || matches!(phrase.sign(at - 1), Some('=' | '(' | '+' | ':' | ';' | '-'));
    let at = (0..phrase.len()).find(|at| phrase.sign(*at) == Some('%') && begins(*at) && phrase.word(at + 1).is_some())?;
    let times = |at: usize| phrase.sign(at) == Some('×') || phrase.is(at, "x") || phrase.says(at, "nhân với") > 0;
    (at + 1..phrase.len()).any(times).then(|| phrase.with(&[(at, at + 1, "Tỷ lệ".to_owned())]))
}

/// “Quy đổi: 100% hài lòng = 5 điểm” and “quy đổi theo tỷ lệ tương ứng” are in proportion; “quy đổi theo công thức:” only leads to it.
pub fn converted(phrase: Phrase<'_>) -> Option<String> {
    let at = (0..phrase.len()).find(|at| phrase.says(*at, "quy đổi") > 0)?;
    let at = if at > 0 && phrase.is(at - 1, "được") { at - 1 } else { at };
    let said = at + usize::from(phrase.is(at, "được")) + 2;
    let said = said + phrase.says_any(said, &["ra điểm", "thành điểm", "điểm"]);
    let formula = phrase.says_any(said, &["theo công thức sau", "theo công thức", "như sau"]);
    if formula > 0 && phrase.sign(said + formula) == Some(':') {
        return Some(phrase.with(&[(at, said + formula + 1, String::new())]));
    }
    let proportion = phrase.says_any(said, &["theo tỷ lệ tương ứng", "theo tỉ lệ tương ứng", "theo tỷ lệ", "tương ứng với tỷ lệ"]);
    let ends = |end: usize| end == phrase.len() || matches!(phrase.sign(end), Some(';' | '.' | ')'));
    if proportion > 0 && ends(said + proportion) {
        let begin = (0..at).rfind(|at| matches!(phrase.sign(*at), Some(';' | '.' | ':'))).map_or(0, |place| place + 1);
        // “Chỉ số hài lòng quy đổi theo tỷ lệ” names what it is in proportion to.
        let index = phrase.says_any(begin, &RATES) > 0 && begin < at;
        let spelt = if index { "× điểm tối đa" } else { "tính theo tỷ lệ" };
        return Some(phrase.with(&[(at, said + proportion, spelt.to_owned())]));
    }
    let all = said + phrase.says_any(said, &[":", "theo tỷ lệ :", "cứ"]);
    let percent = phrase.number(all) == Some(&Points::hundred()) && phrase.sign(all + 1) == Some('%');
    let equals =
        (all + 2..phrase.len()).find(|at| phrase.sign(*at) == Some('=') || phrase.says_any(*at, &["tương ứng với", "bằng"]) > 0)?;
    let given = equals + phrase.says_any(equals, &["=", "tương ứng với", "bằng"]);
    let end = given + 1 + phrase.says_any(given + 1, &["điểm", "đ"]);
    let things = phrase.part(all + 2, equals);
    let plain = (0..things.len()).all(|at| things.word(at).is_some());
    (percent && plain && phrase.number(given).is_some() && ends(end)).then(|| {
        let points = phrase.part(given, given + 1).shown();
        phrase.with(&[(at, end, format!("Tỷ lệ {} x {points}", things.shown()).replace("  ", " "))])
    })
}

/// “Điểm = Tỷ lệ x điểm tối đa (Tỷ lệ = A/B)”: what the rate is stands before what it gives.
pub fn defined_behind(phrase: Phrase<'_>) -> Option<String> {
    let open = (1..phrase.len()).find(|at| {
        let rate = phrase.says_any(at + 1, &["trong đó tỷ lệ", "với tỷ lệ", "tỷ lệ", "tỉ lệ"]);
        let named = (at + 1 + rate..phrase.len()).find(|at| phrase.sign(*at) == Some('='));
        phrase.sign(*at) == Some('(') && rate > 0 && named.is_some_and(|equals| equals <= at + rate + 4)
    })?;
    let depths = phrase.depths();
    let close = (open + 1..phrase.len()).find(|at| phrase.sign(*at) == Some(')') && depths.get(*at) == depths.get(open))?;
    let formula = phrase.part(0, open);
    let ends = phrase.from(close + 1).trimmed().is_empty();
    (ends && formula.has(&["tỷ lệ", "tỉ lệ"])).then(|| {
        let inside = phrase.part(open + 1, close).without_front(&["trong đó", "với"]);
        format!("{}; {}", inside.shown(), formula.shown())
    })
}

/// “Tỷ lệ giữa số A và tổng số B”: the one over the other.
pub fn between_two(phrase: Phrase<'_>) -> Option<String> {
    let at = (1..phrase.len()).find(|at| {
        let rate = phrase.is(at - 1, "lệ") || phrase.sign(at - 1) == Some('%');
        phrase.is(*at, "giữa") && rate && phrase.says_any(at + 1, &FIGURES) > 0
    })?;
    let and = (at + 1..phrase.len()).find(|at| phrase.is(*at, "và") && phrase.says_any(at + 1, &["tổng số", "tổng"]) > 0)?;
    let whole = (at + 1..and).all(|at| phrase.word(at).is_some());
    let part = at + 1 + phrase.says_any(at + 1, &["số lượng", "số"]);
    whole.then(|| phrase.with(&[(at, part, String::new()), (and, and + 1, "trên".to_owned())]).replace("  ", " "))
}

/// “A/tổng số B, trừ hồ sơ mật”: which of the things count stands in brackets.
pub fn narrowed(phrase: Phrase<'_>) -> Option<String> {
    let over = (0..phrase.len()).any(|at| phrase.sign(at) == Some('/') && phrase.says_any(at + 1, &FIGURES) > 0);
    let at =
        (1..phrase.len()).find(|at| phrase.sign(*at) == Some(',') && phrase.says_any(at + 1, &["trừ", "không kể", "không gồm"]) > 0)?;
    let end = (at + 1..phrase.len()).find(|at| phrase.word(*at).is_none()).unwrap_or(phrase.len());
    let inside = phrase.part(at + 1, end).shown();
    (over && narrows(&inside)).then(|| phrase.with(&[(at, end, format!(" ({inside})"))]))
}

/// “Trung bình cộng của tỷ lệ A và tỷ lệ B x 2”: the sum of the rates, divided by how many there are.
pub fn mean_of_rates(phrase: Phrase<'_>) -> Option<String> {
    let said =
        ["trung bình cộng của các", "trung bình cộng của", "trung bình cộng", "bình quân của các", "bình quân của", "trung bình của"];
    let (at, width) = (0..phrase.len()).map(|at| (at, phrase.says_any(at, &said))).find(|(_, width)| *width > 0)?;
    let from = at + width;
    let from = from + phrase.says_any(from, &["hai", "ba", "02", "03"]);
    let times = |at: usize| phrase.sign(at) == Some('×') || phrase.says_any(at, &["x", "nhân với", "nhân"]) > 0;
    let ends = |at: usize| times(at) || matches!(phrase.sign(at), Some(';' | '.' | ')' | '/'));
    let end = (from..phrase.len()).find(|at| ends(*at)).unwrap_or(phrase.len());
    let joint = |at: usize| (phrase.is(at, "và") || phrase.sign(at) == Some(',')) && phrase.says_any(at + 1, &RATES) > 0;
    let cuts: Vec<usize> = (from..end).filter(|at| joint(*at)).collect();
    let begins: Vec<usize> = std::iter::once(from).chain(cuts.iter().map(|at| at + 1)).collect();
    let parts: Vec<Phrase<'_>> =
        begins.iter().zip(cuts.iter().copied().chain([end])).map(|(from, to)| phrase.part(*from, to).trimmed()).collect();
    let named = |part: &Phrase<'_>| part.says_any(0, &RATES) > 0 && part.len() > 2;
    (parts.len() > 1 && parts.iter().all(named) && end < phrase.len() && times(end)).then(|| {
        let sum: Vec<String> = parts.iter().map(|part| part.shown()).collect();
        phrase.with(&[(at, end, format!("({})/{}", sum.join(" + "), parts.len()))])
    })
}

/// “40% điểm A + 60% điểm B”: shares that come to 100 % weigh what stands behind them.
pub fn weighed(phrase: Phrase<'_>) -> Option<String> {
    let share = |at: usize| phrase.number(at).is_some() && phrase.sign(at + 1) == Some('%');
    let begins = |at: usize| at == 0 || matches!(phrase.sign(at - 1), Some('+' | '=' | '('));
    let weights: Vec<usize> = (0..phrase.len()).filter(|at| share(*at) && begins(*at) && phrase.word(at + 2).is_some()).collect();
    let joined = weights.iter().skip(1).all(|at| phrase.sign(at - 1) == Some('+'));
    let sum: Points = weights.iter().filter_map(|at| phrase.number(*at)).sum();
    let figure = |at: usize| phrase.says_any(at + 2, &["điểm", "tỷ lệ", "tỉ lệ", "kết quả", "chỉ số"]) > 0;
    let open = weights.iter().all(|at| figure(*at) && !phrase.is(at + 2, "x"));
    (weights.len() > 1 && joined && open && sum == Points::hundred()).then(|| {
        let times: Vec<(usize, usize, String)> = weights.iter().map(|at| (at + 2, at + 2, "× ".to_owned())).collect();
        phrase.with(&times)
    })
}

/// “Điểm do các sở chấm; lấy điểm bình quân”: how the marks of several become one is said of who gives them.
pub fn mean_of_marks(phrase: Phrase<'_>) -> Option<String> {
    const MEANS: [&str; 6] =
        ["lấy điểm bình quân", "lấy điểm trung bình", "tính điểm bình quân", "tính điểm trung bình", "lấy trung bình", "lấy bình quân"];
    let mark = |at: usize| matches!(phrase.sign(at), Some(';' | '.' | ','));
    let (at, end) = (1..phrase.len()).filter(|at| mark(at - 1)).find_map(|at| {
        let width = phrase.says_any(at, &MEANS);
        let end = at + width;
        let end = end + phrase.says_any(end, &["cộng", "chung"]);
        (width > 0 && (end == phrase.len() || matches!(phrase.sign(end), Some(';' | '.')))).then_some((at, end))
    })?;
    let before = phrase.part(0, at - 1);
    (before.says(0, "điểm") > 0 && before.has(&["do"]) && before.has(&["chấm", "cho điểm", "đánh giá"]))
        .then(|| phrase.with(&[(0, 1, "Điểm bình quân".to_owned()), (at - 1, end, String::new())]))
}

/// “Cứ tăng 05 bậc được cộng 0,25 điểm” is said of every five places up.
pub fn places_up(phrase: Phrase<'_>) -> Option<String> {
    const MOVES: [&str; 3] = ["tăng", "thăng", "giảm"];
    const GIVING: [&str; 9] = ["thì được", "được cộng", "được thưởng", "được", "cộng", "thưởng", "trừ", "bị trừ", "thì"];
    let capped = phrase.has(&["tối đa", "không quá", "tổng điểm"]);
    let at = (0..phrase.len()).find(|at| {
        let each = *at > 0 && ["cứ", "mỗi"].iter().any(|word| phrase.is(at - 1, word));
        let number = phrase.number(at + 1);
        let one = number == Some(&Points::one()) && capped;
        let given = phrase.says_any(at + 3, &GIVING) > 0;
        phrase.says_any(*at, &MOVES) == 1 && number.is_some() && phrase.is(at + 2, "bậc") && given && (each || one)
    })?;
    let verb = phrase.part(at, at + 1).shown().to_lowercase();
    let cuts = [(at, at + 1, String::new()), (at + 3, at + 3, format!("{verb} "))];
    Some(phrase.with(&cuts).replace("  ", " ").trim().to_owned())
}

/// Spells how a line explains letters that arithmetic of the criterion uses: “A - số hồ sơ …”, “(B) tổng số …”, “C) …” are “A là số
/// hồ sơ …”. `None` where it explains none.
pub fn letters_explained(text: &str, lines: &[String]) -> Option<String> {
    let all: Vec<Line> = lines.iter().map(|line| Line::new(line)).collect();
    let used: Vec<String> = all.iter().flat_map(|line| operands(line.phrase())).collect();
    let line = Line::new(text);
    let phrase = line.phrase();
    let named = |at: usize| phrase.says_any(at, &FIGURES) > 0 || phrase.says_any(at, &RATES) > 0;
    let one = |at: usize| phrase.word(at).is_some_and(|word| used.iter().any(|letter| letter == word));
    let begins = |at: usize| at == 0 || matches!(phrase.sign(at - 1), Some(',' | ';' | '.' | ':' | '-' | '+')) || phrase.is(at - 1, "và");
    let mut changes: Vec<(usize, usize, String)> = Vec::new();
    for at in 0..phrase.len() {
        let letter = || phrase.part(at, at + 1).shown();
        let marked = matches!(phrase.sign(at + 1), Some('-' | ')')) && named(at + 2);
        if one(at) && begins(at) && marked {
            changes.push((at, at + 2, format!("{} là", letter())));
        }
        let inside = phrase.sign(at) == Some('(') && one(at + 1) && phrase.sign(at + 2) == Some(')');
        let behind = at + 3 + phrase.says_any(at + 3, &["là", ":", "-", "="]);
        if inside && begins(at) && named(behind) {
            changes.push((at, behind, format!("{} là", phrase.part(at + 1, at + 2).shown())));
        }
    }
    (!changes.is_empty()).then(|| phrase.with(&changes))
}

/// Lists the letters that arithmetic is made of.
fn operands(phrase: Phrase<'_>) -> Vec<String> {
    let operator = |at: usize| matches!(phrase.sign(at), Some('/' | '×' | '+' | ':')) || phrase.is(at, "x");
    let letter =
        |at: usize| phrase.word(at).filter(|word| word.len() == 1 && *word != "x" && word.chars().all(|c| c.is_ascii_alphabetic()));
    (0..phrase.len())
        .filter_map(|at| {
            let beside = operator(at + 1) && phrase.sign(at + 1) != Some(':') || at > 0 && operator(at - 1);
            letter(at).filter(|_| beside).map(str::to_owned)
        })
        .collect()
}
