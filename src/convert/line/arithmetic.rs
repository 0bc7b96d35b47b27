//! Arithmetic of a decision: `(b + c × 0,5)/a × 4`, `Tỷ lệ % × 2,00/100`. It is evaluated, never matched by its looks.

mod figure;
mod straight;

pub use self::figure::SYSTEMS;
use self::figure::{
    ends_a_scale, holds_an_operator, is_kind_of_mark, is_least, is_made_of_others, is_mark_of_another, names_a_set, words_describe,
};
pub use self::straight::{RateOf, Straight};
use std::collections::BTreeSet;

use super::describe::describes;
use super::words::Phrase;
use crate::points::Points;

/// Arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Number.
    Number(Points),
    /// Number with a percent sign.
    Percent(Points),
    /// Letter that the line explains elsewhere.
    Letter(char),
    /// “Điểm tối đa”.
    Max,
    /// Figure in words, as spelt.
    Words(String),
    /// The best figure of the group, as spelt.
    Best(String),
    /// The least figure of the group, as spelt, which no unit knows by itself.
    Least(String),
    /// Sum, difference, product, quotient.
    Of(Box<Expression>, Operator, Box<Expression>),
}

/// Operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// Sum.
    Plus,
    /// Difference.
    Minus,
    /// Product.
    Times,
    /// Quotient.
    Over,
    /// The smaller of two: `min(a/b; 1)`.
    Smaller,
    /// The greater of two.
    Greater,
}

/// What a percent sign behind a number means: decisions write `/100` beside `tỷ lệ %`, and `100%`, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// 80% is 0,8.
    Share,
    /// 80% is 80, as the rate beside it.
    Points,
}

/// Words that begin the number of some things, or an amount.
pub const FIGURES: [&str; 7] = ["tổng số", "tổng", "số lượng", "số", "kinh phí", "số tiền", "giá trị"];

/// Deepest arithmetic that is read.
const DEEPEST: usize = 12;

/// Reads arithmetic; `None` for other words, and where anything is left over.
pub fn expression(phrase: Phrase<'_>) -> Option<Expression> {
    let mut reader = ArithmeticReader { phrase, at: 0, depth: 0 };
    let read = reader.sum()?;
    (reader.at == phrase.len() && read.has_operator() && !read.figures().is_empty()).then_some(read)
}

/// Reads arithmetic from left to right.
struct ArithmeticReader<'a> {
    phrase: Phrase<'a>,
    at: usize,
    depth: usize,
}

impl ArithmeticReader<'_> {
    /// Reads sums and differences.
    fn sum(&mut self) -> Option<Expression> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut left = self.product()?;
        while let Some(operator) = match self.phrase.sign(self.at) {
            Some('+') => Some(Operator::Plus),
            Some('-') => Some(Operator::Minus),
            _ => None,
        } {
            self.at += 1;
            left = Expression::Of(Box::new(left), operator, Box::new(self.product()?));
        }
        self.depth -= 1;
        Some(left)
    }

    /// Reads products and quotients.
    fn product(&mut self) -> Option<Expression> {
        let mut left = self.atom()?;
        while let Some((operator, width)) = self.times() {
            self.at += width;
            left = Expression::Of(Box::new(left), operator, Box::new(self.atom()?));
        }
        Some(left)
    }

    /// Reads a sign or words of multiplying and dividing.
    fn times(&self) -> Option<(Operator, usize)> {
        match self.phrase.sign(self.at) {
            Some('×') => return Some((Operator::Times, 1)),
            // “Quý IV/2025” names a time.
            Some('/') if self.at > 1 && self.phrase.is(self.at - 2, "quý") => return None,
            Some('/') => return Some((Operator::Over, 1)),
            // "(b : a) × 2"; outside of brackets a colon parts what is said from what it gives.
            Some(':') if self.depth > 1 => return Some((Operator::Over, 1)),
            // "b/a . 2"
            Some('.') if self.at + 1 < self.phrase.len() => return Some((Operator::Times, 1)),
            _ => {}
        }
        if self.phrase.is(self.at, "x") {
            return Some((Operator::Times, 1));
        }
        // “Nhân với 3, chia 100”.
        let joint = usize::from(self.phrase.sign(self.at) == Some(',') && self.phrase.says_any(self.at + 1, &["chia", "nhân"]) > 0);
        if let Some(over) = self.over_in_words() {
            return Some(over);
        }
        let worded = [("nhân với", Operator::Times), ("nhân", Operator::Times), ("chia cho", Operator::Over), ("chia", Operator::Over)];
        let (said, operator, width) = worded
            .into_iter()
            .map(|(said, operator)| (said, operator, self.phrase.says(self.at + joint, said)))
            .find(|(.., width)| *width > 0)?;
        // "Cá nhân", "nhân dân", "chia sẻ".
        let next = self.at + joint + width;
        let figure = self.phrase.says_any(next, &FIGURES).max(self.phrase.says_any(next, &["tỷ lệ", "tỉ lệ"]));
        let counted = operator == Operator::Over && figure > 0;
        let clear = said.contains(' ') || counted || self.phrase.number(next).is_some() || self.phrase.says(next, "điểm") > 0;
        clear.then_some((operator, joint + width))
    }

    /// Reads “trên tổng số”, “so với số” behind the number of some things, where the whole is multiplied: “số hồ sơ đúng hạn trên
    /// tổng số hồ sơ nhân 3”. Behind “tỷ lệ” it only says what the rate is of.
    fn over_in_words(&self) -> Option<(Operator, usize)> {
        let width = self.phrase.says_any(self.at, &["trên", "so với", "trong"]);
        let (before, next) = (self.phrase.part(0, self.at), self.at + width);
        let number = |at: usize| self.phrase.number(at).is_some();
        let times = |at: usize| {
            self.phrase.sign(at) == Some('×')
                || (self.phrase.is(at, "x") || self.phrase.is(at, "nhân")) && (number(at + 1) || at > 0 && number(at - 1))
                || self.phrase.says(at, "nhân với") > 0
        };
        let whole = width > 0 && self.phrase.says_any(next, &FIGURES) > 0 && before.has(&FIGURES);
        (whole && !before.has(&["tỷ lệ", "tỉ lệ"]) && (0..self.phrase.len()).any(times)).then_some((Operator::Over, width))
    }

    /// Reads a number, a letter, words, or what stands in brackets.
    fn atom(&mut self) -> Option<Expression> {
        let phrase = self.phrase;
        if phrase.sign(self.at) == Some('(') {
            return self.bracket();
        }
        if (phrase.is(self.at, "min") || phrase.is(self.at, "max")) && phrase.sign(self.at + 1) == Some('(') {
            return self.compared();
        }
        if let Some(number) = phrase.number(self.at) {
            self.at += 1;
            if phrase.sign(self.at) == Some('%') {
                self.at += 1;
                return Some(Expression::Percent(number.clone()));
            }
            self.at += phrase.says_any(self.at, &["điểm", "đ"]);
            return Some(Expression::Number(number.clone()));
        }
        let max = phrase.says_any(
            self.at,
            &[
                "số điểm tối đa của tiêu chí",
                "điểm tối đa của tiêu chí",
                "số điểm tối đa",
                "điểm tối đa",
                "điểm chuẩn",
                "thang điểm",
                "điểm tuyệt đối",
            ],
        );
        if max > 0 {
            self.at += max;
            return Some(Expression::Max);
        }
        self.words()
    }

    /// Reads the smaller or the greater of two: `Min(a/b*1,25; 1)`.
    fn compared(&mut self) -> Option<Expression> {
        let operator = if self.phrase.is(self.at, "min") { Operator::Smaller } else { Operator::Greater };
        self.at += 2;
        let left = self.sum()?;
        matches!(self.phrase.sign(self.at), Some(';' | ',')).then_some(())?;
        self.at += 1;
        let right = self.sum()?;
        (self.phrase.sign(self.at) == Some(')')).then_some(())?;
        self.at += 1;
        Some(Expression::Of(Box::new(left), operator, Box::new(right)))
    }

    /// Reads what stands in brackets.
    fn bracket(&mut self) -> Option<Expression> {
        self.at += 1;
        let inner = self.sum()?;
        (self.phrase.sign(self.at) == Some(')')).then_some(())?;
        self.at += 1;
        // "[(b + c)/a] %"
        if self.phrase.sign(self.at) == Some('%') {
            self.at += 1;
        }
        Some(inner)
    }

    /// Reads a letter, or a figure in words with what explains it in brackets: `Tỷ lệ đúng hạn (b/a)`.
    fn words(&mut self) -> Option<Expression> {
        let phrase = self.phrase;
        let begin = self.at;
        while self.at < phrase.len() {
            let word = phrase.word(self.at).is_some() && (self.at == begin || self.times().is_none());
            let unit = phrase.sign(self.at) == Some('%') && self.at > begin;
            let slash = phrase.sign(self.at) == Some(',') && phrase.word(self.at + 1).is_some() && self.times().is_none();
            let named = phrase.number(self.at).is_some() && describes(phrase.part(self.at.saturating_sub(1), self.at + 2));
            let named = named || ends_a_scale(phrase, self.at) || names_a_set(phrase, self.at);
            if !(word || unit || slash || named) {
                break;
            }
            self.at += 1;
        }
        let said = phrase.part(begin, self.at);
        if let (1, Some(word)) = (said.len(), said.word(0)) {
            let mut letters = word.chars();
            if let (Some(letter), None) = (letters.next(), letters.next())
                && letter.is_ascii_alphabetic()
            {
                return Some(Expression::Letter(letter));
            }
        }
        // “(x - min)/(max - min)”.
        if said.len() == 1 && said.has(&["min", "max"]) {
            return Some(if said.is(0, "min") { Expression::Least(said.shown()) } else { Expression::Best(said.shown()) });
        }
        if said.len() < 2 && !said.has(&["sipas", "kq", "tỷ", "par"]) {
            return None;
        }
        let front = said.without_front(&["theo", "bằng", "là", "lấy", "tính theo"]);
        let clear = front.without_end(&["%", "rồi", "sau đó", "đem", "được bao nhiêu"]);
        let over = |at: usize| phrase.sign(at) == Some('/') && phrase.number(at + 1).is_some();
        let times = matches!(self.times(), Some((Operator::Times, 1))) && phrase.number(self.at + 1).is_some();
        // “Điểm … × 4/100”, “(điểm … × 3)/100”.
        let divided = over(self.at) || times && (over(self.at + 2) || phrase.sign(self.at + 2) == Some(')') && over(self.at + 3));
        let weighed = begin > 1 && phrase.sign(begin - 1) == Some('×') && phrase.sign(begin - 2) == Some('%');
        let marked = divided && is_mark_of_another(clear) || weighed && is_kind_of_mark(clear);
        if clear.is_empty() || !(words_describe(clear) || marked) || is_made_of_others(clear) || holds_an_operator(clear) {
            return None;
        }
        // A description followed by its letters is what the letters say.
        if phrase.sign(self.at) == Some('(') {
            let (before, depth) = (self.at, self.depth);
            if let Some(inner) = self.bracket()
                && inner.has_operator()
            {
                return Some(inner);
            }
            (self.at, self.depth) = (before, depth);
            let close = (before..phrase.len()).find(|at| phrase.sign(*at) == Some(')'))?;
            let inside = phrase.part(before + 1, close).without_end(&["%"]);
            self.at = close + 1;
            // “Điểm trung bình phiếu (thang 5)”.
            if inside.len() > 1 && ends_a_scale(inside, inside.len() - 1) {
                return Some(Expression::Words(phrase.part(begin + said.len() - front.len(), self.at).shown()));
            }
            if !words_describe(inside) {
                return None;
            }
        }
        if is_least(clear) {
            return Some(Expression::Least(clear.shown()));
        }
        let best = clear.has(&["cao nhất", "lớn nhất", "dẫn đầu", "tốt nhất"]);
        Some(if best { Expression::Best(clear.shown()) } else { Expression::Words(clear.shown()) })
    }
}

impl Expression {
    /// Tells whether it is more than one figure.
    fn has_operator(&self) -> bool {
        matches!(self, Self::Of(..))
    }

    /// Lists the figures in it, numbers and the maximum left out, in their order.
    pub fn figures(&self) -> Vec<Self> {
        match self {
            Self::Number(_) | Self::Percent(_) | Self::Max => Vec::new(),
            Self::Letter(_) | Self::Words(_) | Self::Best(_) | Self::Least(_) => vec![self.clone()],
            Self::Of(left, _, right) => {
                let mut all = left.figures();
                for one in right.figures() {
                    if !all.contains(&one) {
                        all.push(one);
                    }
                }
                all
            }
        }
    }

    /// Lists the numbers in it.
    pub fn numbers(&self) -> Vec<Points> {
        match self {
            Self::Number(number) | Self::Percent(number) => vec![number.clone()],
            Self::Of(left, _, right) => left.numbers().into_iter().chain(right.numbers()).collect(),
            _ => Vec::new(),
        }
    }

    /// Lists the figures that something is divided by.
    pub fn divisors(&self) -> BTreeSet<String> {
        match self {
            Self::Of(left, operator, right) => {
                let mut all = left.divisors();
                all.extend(right.divisors());
                if *operator == Operator::Over {
                    all.extend(right.figures().iter().map(Self::name));
                }
                all
            }
            _ => BTreeSet::new(),
        }
    }

    /// Tells whether anything is divided.
    fn divides(&self) -> bool {
        matches!(self, Self::Of(left, operator, right) if *operator == Operator::Over || left.divides() || right.divides())
    }

    /// Tells whether something is divided by more than one figure or number.
    pub fn divides_by_sums(&self) -> bool {
        match self {
            Self::Of(left, operator, right) => {
                let sum = *operator == Operator::Over && right.has_operator() && !right.figures().is_empty();
                sum || left.divides_by_sums() || right.divides_by_sums()
            }
            _ => false,
        }
    }

    /// Names a figure.
    pub fn name(&self) -> String {
        match self {
            Self::Letter(letter) => letter.to_string(),
            Self::Words(words) | Self::Best(words) | Self::Least(words) => words.clone(),
            _ => String::new(),
        }
    }

    /// Evaluates it; `None` after a division by 0.
    pub fn value(&self, max: &Points, sign: Sign, figure: &dyn Fn(&Self) -> Option<Points>) -> Option<Points> {
        Some(match self {
            Self::Number(number) => number.clone(),
            Self::Percent(number) if sign == Sign::Share => number.over(&Points::hundred())?,
            Self::Percent(number) => number.clone(),
            Self::Max => max.clone(),
            Self::Letter(_) | Self::Words(_) | Self::Best(_) | Self::Least(_) => figure(self)?,
            Self::Of(left, operator, right) => {
                let (left, right) = (left.value(max, sign, figure)?, right.value(max, sign, figure)?);
                match operator {
                    Operator::Plus => &left + &right,
                    Operator::Minus => &left - &right,
                    Operator::Times => &left * &right,
                    Operator::Over => left.over(&right)?,
                    Operator::Smaller => left.min(right),
                    Operator::Greater => left.max(right),
                }
            }
        })
    }

    /// Writes it in the language of formulas, figures by the ids of their inputs.
    pub fn written(&self, max: &Points, id: &dyn Fn(&Self) -> Option<String>) -> Option<String> {
        Some(match self {
            Self::Number(number) => number.plain(),
            Self::Percent(number) => number.over(&Points::hundred())?.plain(),
            Self::Max => max.plain(),
            Self::Letter(_) | Self::Words(_) | Self::Best(_) | Self::Least(_) => id(self)?,
            Self::Of(left, operator @ (Operator::Smaller | Operator::Greater), right) => {
                let name = if *operator == Operator::Smaller { "min" } else { "max" };
                format!("{name}({}, {})", left.written(max, id)?, right.written(max, id)?)
            }
            Self::Of(left, operator, right) => {
                let sign = match operator {
                    Operator::Plus => "+",
                    Operator::Minus => "-",
                    Operator::Times => "*",
                    _ => "/",
                };
                let loose = |inner: &Self| match inner {
                    Self::Of(_, below, _) => {
                        matches!(operator, Operator::Times | Operator::Over) && matches!(below, Operator::Plus | Operator::Minus)
                    }
                    _ => false,
                };
                let wrap = |inner: &Self, always: bool| {
                    let text = inner.written(max, id)?;
                    let called = matches!(inner, Self::Of(_, Operator::Smaller | Operator::Greater, _));
                    Some(if loose(inner) || (always && inner.has_operator() && !called) { format!("({text})") } else { text })
                };
                let right_always = matches!(operator, Operator::Minus | Operator::Over);
                format!("{} {sign} {}", wrap(left, false)?, wrap(right, right_always)?)
            }
        })
    }
}
