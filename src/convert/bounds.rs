//! Bounds in words and signs: `> 90 %`, `Từ 70% đến dưới 90%`, `70–90 %`, `4 lần trở lên`.

use crate::points::Points;
use crate::text::fold::bare;

/// Side of a bound, by its key in YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Over.
    Above,
    /// From.
    From,
    /// Under.
    Below,
    /// Up to.
    UpTo,
    /// Equal.
    Exactly,
}

impl Side {
    /// Gives the key in YAML.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::From => "from",
            Self::Below => "below",
            Self::UpTo => "up_to",
            Self::Exactly => "exactly",
        }
    }
}

/// Values that a line speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// One or two bounds.
    pub bounds: Vec<(Side, Points)>,
    /// Whether they are percentages.
    pub percent: bool,
    /// Folded words before the first bound, without those of comparing.
    pub before: String,
    /// Folded words after the last bound: `lan`, `nhiem vu`.
    pub after: String,
}

/// Part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// Number, and whether a percent sign follows.
    Number(Points, bool),
    /// Word, or sign of comparison.
    Word(String),
}

/// Words of comparing, the longest first: what they say of the next number.
const BEFORE: [(&[&str], Side); 26] = [
    (&["khong", "vuot", "qua"], Side::UpTo),
    (&["khong", "qua"], Side::UpTo),
    (&["khong", "duoi"], Side::From),
    (&["khong", "thap", "hon"], Side::From),
    (&["lon", "hon", "hoac", "bang"], Side::From),
    (&["nho", "hon", "hoac", "bang"], Side::UpTo),
    (&["lon", "hon"], Side::Above),
    (&["nhieu", "hon"], Side::Above),
    (&["cao", "hon"], Side::Above),
    (&["nho", "hon"], Side::Below),
    (&["it", "hon"], Side::Below),
    (&["thap", "hon"], Side::Below),
    (&["chua", "den"], Side::Below),
    (&["it", "nhat"], Side::From),
    (&["toi", "thieu"], Side::From),
    (&["toi", "da"], Side::UpTo),
    (&["den", "duoi"], Side::Below),
    (&["duoi"], Side::Below),
    (&["tren"], Side::Above),
    (&["hon"], Side::Above),
    (&["tu"], Side::From),
    (&["den"], Side::UpTo),
    (&[">"], Side::Above),
    (&[">="], Side::From),
    (&["<"], Side::Below),
    (&["<="], Side::UpTo),
];

/// Reads the values that a line speaks of; `None` where it speaks of none, or of too many.
pub fn condition(label: &str) -> Option<Condition> {
    let tokens = tokens(&bare(label))?;
    let any_percent = tokens.iter().any(|token| matches!(token, Token::Number(_, true)));
    let mut bounds: Vec<(Side, Points)> = Vec::new();
    let (mut before, mut after): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut pending: Option<Side> = None;
    let mut n = 0;
    while let Some(token) = tokens.get(n) {
        let rest = tokens.get(n..).unwrap_or_default();
        n += 1;
        match token {
            Token::Number(value, percent) => {
                let ahead = tokens.get(n..).unwrap_or_default();
                let range = words(ahead, &["-"]) || words(ahead, &["den"]);
                let joined = range && numbers_after(ahead, any_percent);
                if any_percent && !percent && !joined {
                    // A year, a quarter, an article among percentages.
                    before.push(value.plain());
                    pending = None;
                    continue;
                }
                let (side, used) = match (pending, ahead) {
                    (None | Some(Side::From), ahead) if words(ahead, &["tro", "len"]) => (Side::From, 2),
                    (Some(Side::Above), ahead) if words(ahead, &["tro", "len"]) => (Side::Above, 2),
                    (None | Some(Side::UpTo | Side::From), ahead) if words(ahead, &["tro", "xuong"]) => (Side::UpTo, 2),
                    (Some(side), _) => (side, 0),
                    // 70% ≤ x < 90%.
                    (None, [Token::Word(sign), ..]) if sign == "<=" => (Side::From, 1),
                    (None, [Token::Word(sign), ..]) if sign == "<" => (Side::Above, 1),
                    (None, [Token::Word(sign), ..]) if sign == ">=" => (Side::UpTo, 1),
                    (None, [Token::Word(sign), ..]) if sign == ">" => (Side::Below, 1),
                    (None, _) if joined => (Side::From, 0),
                    (None, _) => (Side::Exactly, 0),
                };
                n += used;
                bounds.push((side, value.clone()));
                after.clear();
                pending = None;
                if joined && words(tokens.get(n..).unwrap_or_default(), &["-"]) {
                    n += 1;
                    pending = Some(Side::UpTo);
                }
            }
            Token::Word(word) => {
                if let Some((said, side)) = BEFORE.iter().find(|(said, _)| words(rest, said) && number_follows(rest, said.len())) {
                    n += said.len() - 1;
                    pending = Some(*side);
                } else if word == "=" {
                    pending = None;
                } else if words(rest, &["tro", "len"]) || words(rest, &["tro", "xuong"]) {
                    // "04 cuộc trở lên": the unit of measure stands between.
                    n += 1;
                    let up = words(rest, &["tro", "len"]);
                    if let Some((side @ (Side::Exactly | Side::From), _)) = bounds.last_mut() {
                        *side = if up { Side::From } else { Side::UpTo };
                    }
                } else {
                    if bounds.is_empty() {
                        before.push(word.clone());
                    } else {
                        after.push(word.clone());
                    }
                    if word != "muc" && word != "x" {
                        pending = None;
                    }
                }
            }
        }
    }
    let sides: Vec<Side> = bounds.iter().map(|(side, _)| *side).collect();
    let low = |side: &Side| matches!(side, Side::Above | Side::From);
    let fit = match sides.as_slice() {
        [_] => true,
        [one, other] => {
            low(one)
                && matches!(other, Side::Below | Side::UpTo)
                && bounds.windows(2).all(|pair| matches!(pair, [(_, low), (_, high)] if low < high))
        }
        _ => false,
    };
    fit.then(|| Condition { bounds, percent: any_percent, before: before.join(" "), after: after.join(" ") })
}

/// Tells whether tokens begin with words.
fn words(tokens: &[Token], said: &[&str]) -> bool {
    said.iter().enumerate().all(|(n, word)| matches!(tokens.get(n), Some(Token::Word(here)) if here == word))
}

/// Tells whether a number stands close behind words of comparing.
fn number_follows(tokens: &[Token], after: usize) -> bool {
    let mut ahead = tokens.iter().skip(after);
    match ahead.next() {
        Some(Token::Number(..)) => true,
        // "đến dưới 90", "từ mức 90", "> hoặc = 90".
        Some(Token::Word(word)) if ["duoi", "muc", "tren", "hoac", "ty"].contains(&word.as_str()) => {
            ahead.take(2).any(|token| matches!(token, Token::Number(..)))
        }
        _ => false,
    }
}

/// Tells whether a range goes on with a number, a percentage where the line speaks of percent.
fn numbers_after(tokens: &[Token], percent: bool) -> bool {
    let next = tokens.iter().skip(1).take(2).find_map(|token| match token {
        Token::Number(_, is_percent) => Some(*is_percent),
        Token::Word(_) => None,
    });
    next.is_some_and(|is_percent| is_percent == percent)
}

/// Splits folded words into numbers, words and signs; `None` for numbers too long to read.
fn tokens(plain: &str) -> Option<Vec<Token>> {
    let spaced: String = plain
        .replace(">=", "≥")
        .replace("=>", "≥")
        .replace("<=", "≤")
        .replace("=<", "≤")
        .chars()
        .flat_map(|c| match c {
            '>' | '<' | '≥' | '≤' | '=' | '-' | '(' | ')' | ':' | '%' | '/' => vec![' ', c, ' '],
            _ => vec![c],
        })
        .collect();
    let mut list: Vec<Token> = Vec::new();
    for word in spaced.split_whitespace() {
        let core = word.trim_matches([',', '.', ';', '"', '(', ')', ':']);
        if core.is_empty() {
            continue;
        }
        if core == "%" {
            if let Some(Token::Number(_, percent)) = list.last_mut() {
                *percent = true;
            }
        } else if core.starts_with(|c: char| c.is_ascii_digit()) && core.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.') {
            list.push(Token::Number(number(core)?, false));
        } else {
            let sign = match core {
                "≥" => ">=",
                "≤" => "<=",
                other => other,
            };
            list.push(Token::Word(sign.to_owned()));
        }
    }
    Some(list)
}

/// Reads a number: `90,5`, `1.000`, `04`.
fn number(digits: &str) -> Option<Points> {
    let thousands = digits.split('.').skip(1).count() > 0 && digits.split('.').skip(1).all(|part| part.len() == 3) && !digits.contains(',');
    let machine = if thousands { digits.replace('.', "") } else { digits.replace(',', ".") };
    Points::parse(&machine)
}
