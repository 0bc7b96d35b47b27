//! Equations as pages print them, `51.535 / 53.427 hồ sơ = 96,46%`, read and worked out again from the figures that they print.

use std::iter::Peekable;
use std::slice::Iter;

use parindex::points::{Points, Rounding};
use parindex::text::Lang;

/// Piece of an equation.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// Figure: percent are hundredths. Where its decimals go on, what it is at least and less than.
    Number(Points, Points),
    /// One of `+ − × / ( ) ;`.
    Sign(char),
    /// `số nhỏ nhất của`, `số lớn nhất của`.
    Least,
    Most,
    /// Words, and whatever else ends an equation.
    Words,
}

/// What the lines of a leaf come to.
pub struct Held {
    /// How many equations there were.
    pub count: usize,
    /// What is wrong with them.
    pub wrong: Vec<String>,
}

/// Holds every equation of a leaf's arithmetic, line by line.
pub fn held(lines: &[String], rounding: Rounding, lang: Lang) -> Held {
    let (mut held, mut taken) = (Held { count: 0, wrong: Vec::new() }, Points::zero());
    for line in lines {
        let machine = machine(line, lang);
        let parts: Vec<&str> = machine.split(" = ").collect();
        for pair in parts.windows(2) {
            let (right, takes) = (pair[1].trim_start_matches("trừ "), pair[1].starts_with("trừ ") || pair[1].contains(" points taken."));
            let Some((shown, decimals, behind)) = figure(right) else {
                held.wrong.push(format!("{line}: “{right}” is no result"));
                continue;
            };
            let left = pair[0].replace("− các khoản trừ", &format!("− {}", taken.plain()));
            let left = left.replace("less all that", &format!("− {}", taken.plain()));
            let Some((least, most)) = worked(&left) else {
                held.wrong.push(format!("{line}: “{left}” is not understood"));
                continue;
            };
            held.count += 1;
            let scale = if behind.trim_start_matches('…').starts_with('%') { Points::hundred() } else { Points::one() };
            let (least, most) = (&least * &scale, &most * &scale);
            // Of decimals that go on, what is printed has to lie among what they may come to.
            let right = if let Some(open) = behind.strip_prefix('…').map(|_| last_digit(decimals)) {
                shown <= most && least < &shown + &open
            } else {
                least.round(decimals, rounding.mode) <= shown && shown <= most.round(decimals, rounding.mode)
            };
            if !right {
                held.wrong.push(format!("{line}: it comes to {}", least.fixed(6, rounding.mode)));
            }
            taken += &if takes { shown } else { Points::zero() };
        }
    }
    held
}

/// Gives the points that the last of some lines ends with: the last figure that points stand behind, or the maximum before.
pub fn last(lines: &[String], lang: Lang) -> Option<Points> {
    let line = machine(lines.last()?, lang).replace(['“', '”'], "");
    // What is left of a maximum, and a remark in parentheses, are no points.
    let line = ["; điểm tối đa còn", "; the maximum is", " (các số", " (the printed"]
        .iter()
        .fold(line.as_str(), |line, end| line.split(end).next().unwrap());
    let (behind, before): (&[&str], &[&str]) = match lang {
        Lang::Vi => (&[" điểm"], &["điểm tối đa "]),
        Lang::En => (&[" point"], &["the maximum, ", "count as "]),
    };
    let ends = |(at, _): (usize, &str)| {
        line[..at]
            .rfind(|c: char| !c.is_ascii_digit() && c != '.' && c != '-')
            .map_or(0, |n| n + line[n..].chars().next().unwrap().len_utf8())
    };
    let starts = behind.iter().flat_map(|word| line.match_indices(word)).map(ends);
    let starts = starts.chain(before.iter().flat_map(|word| line.match_indices(word)).map(|(at, word)| at + word.len()));
    let mut starts: Vec<usize> = starts.collect();
    starts.sort_unstable();
    starts.into_iter().rev().find_map(|at| figure(&line[at..])).map(|(points, ..)| points)
}

/// Spells the numbers of a line as machines do.
fn machine(line: &str, lang: Lang) -> String {
    let (thousands, point) = if lang == Lang::Vi { ('.', ',') } else { (',', '.') };
    let chars: Vec<char> = line.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let spelt = |(n, c): (usize, &char)| match (*c, digit(n.checked_sub(1)) && digit(Some(n + 1))) {
        (c, true) if c == thousands => None,
        (c, true) if c == point => Some('.'),
        (c, _) => Some(c),
    };
    chars.iter().enumerate().filter_map(spelt).collect()
}

/// Gives the place of the last of so many decimals: 0.01 of two.
fn last_digit(decimals: u8) -> Points {
    Points::parse("0.1").map_or_else(Points::zero, |tenth| (0..decimals).fold(Points::one(), |all, _| &all * &tenth))
}

/// Reads the figure that words begin with: with its decimals, and what stands behind it.
fn figure(words: &str) -> Option<(Points, u8, &str)> {
    let sign = usize::from(words.starts_with('-'));
    let end = words[sign..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(words.len(), |end| end + sign);
    let digits = words[..end].trim_end_matches('.');
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some((Points::parse(digits)?, u8::try_from(decimals).ok()?, &words[digits.len()..]))
}

/// Works out what stands before an equals sign, from the last words before it on: the least and the most that it may be.
fn worked(left: &str) -> Option<(Points, Points)> {
    let tokens = tokens(left);
    let from = tokens.iter().rposition(|token| *token == Token::Words).map_or(0, |at| at + 1);
    let of = |high: bool| {
        let mut rest = tokens[from..].iter().peekable();
        let sum = sum(&mut rest, high)?;
        rest.next().is_none().then_some(sum)
    };
    of(false).zip(of(true))
}

/// Cuts words into pieces; what is counted, and what stands in brackets as a remark, is passed over.
fn tokens(left: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = left.trim();
    let mut spaced = true;
    while let Some(first) = rest.chars().next() {
        let named = [
            ("số nhỏ nhất của ", Token::Least),
            ("least of ", Token::Least),
            ("số lớn nhất của ", Token::Most),
            ("greatest of ", Token::Most),
        ];
        if let Some((number, decimals, behind)) = figure(rest) {
            let open = behind.strip_prefix('…');
            let most = if open.is_some() { &number + &last_digit(decimals) } else { number.clone() };
            let behind = open.unwrap_or(behind);
            let percent = behind.strip_prefix('%');
            let part = |number: Points| if percent.is_some() { number.over(&Points::hundred()).unwrap() } else { number };
            tokens.push(Token::Number(part(number), part(most)));
            rest = percent.unwrap_or(behind);
        } else if let Some((behind, token)) = named.iter().find_map(|(words, token)| Some((rest.strip_prefix(words)?, token))) {
            tokens.push(token.clone());
            rest = behind;
        } else if first == '(' && rest[1..].starts_with(char::is_alphabetic) && !named.iter().any(|(words, _)| rest[1..].starts_with(words))
        {
            rest = rest.split_once(')').map_or("", |(_, behind)| behind);
        } else if "+−×/();".contains(first) || (first == ':' && spaced) {
            tokens.push(Token::Sign(if first == ':' { '/' } else { first }));
            rest = &rest[first.len_utf8()..];
        } else if first.is_alphabetic() {
            // What is counted stands behind a figure, before a sign.
            let end = rest.find(|c: char| !c.is_alphabetic() && c != ' ').unwrap_or(rest.len());
            let unit = matches!(tokens.last(), Some(Token::Number(..))) && (end == rest.len() || rest[..end].ends_with(' '));
            if !unit {
                tokens.push(Token::Words);
            }
            let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            rest = &rest[if unit { end } else { word }..];
        } else if !first.is_whitespace() {
            tokens.push(Token::Words);
            rest = &rest[first.len_utf8()..];
        }
        spaced = rest.starts_with(' ');
        rest = rest.trim_start();
    }
    tokens
}

/// Works out a sum; `high` takes the most that open figures may be.
fn sum(rest: &mut Peekable<Iter<'_, Token>>, high: bool) -> Option<Points> {
    let mut sum = product(rest, high)?;
    while let Some(Token::Sign(sign @ ('+' | '−'))) = rest.peek() {
        rest.next();
        let term = product(rest, high)?;
        sum = if *sign == '+' { &sum + &term } else { &sum - &term };
    }
    Some(sum)
}

/// Works out a product.
fn product(rest: &mut Peekable<Iter<'_, Token>>, high: bool) -> Option<Points> {
    let mut product = single(rest, high)?;
    while let Some(Token::Sign(sign @ ('×' | '/'))) = rest.peek() {
        rest.next();
        let factor = single(rest, high)?;
        product = if *sign == '×' { &product * &factor } else { product.over(&factor)? };
    }
    Some(product)
}

/// Works out a figure, or what stands in brackets.
fn single(rest: &mut Peekable<Iter<'_, Token>>, high: bool) -> Option<Points> {
    match rest.next()? {
        Token::Number(least, most) => Some(if high { most.clone() } else { least.clone() }),
        Token::Sign('(') => {
            let inside = sum(rest, high)?;
            (*rest.next()? == Token::Sign(')')).then_some(inside)
        }
        Token::Sign('−') => Some(-&single(rest, high)?),
        kind @ (Token::Least | Token::Most) => {
            let mut all = Vec::new();
            if *rest.next()? != Token::Sign('(') {
                return None;
            }
            loop {
                all.push(sum(rest, high)?);
                match rest.next()? {
                    Token::Sign(';') => {}
                    Token::Sign(')') => break,
                    _ => return None,
                }
            }
            if *kind == Token::Least { all.into_iter().min() } else { all.into_iter().max() }
        }
        Token::Sign(_) | Token::Words => None,
    }
}
