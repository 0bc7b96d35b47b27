//! Text of a formula → expression, with the column of whatever is wrong.

use super::tree::{Expression, Extreme, Node, Operator, Sign};
use crate::figure::InputId;
use crate::points::Points;
use crate::text;
use crate::text::Text;

/// Longest formula, in characters.
const LONGEST: usize = 600;
/// Deepest nesting.
const DEEPEST: usize = 30;
/// Most parts.
const MOST: usize = 200;

/// What is wrong with a formula, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Column, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: Text,
}

/// Word of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// Number.
    Number(Points),
    /// Name of an input, a function or a connective.
    Name(String),
    /// Sign.
    Mark(&'static str),
}

/// Marks, longer ones first.
const MARKS: [&str; 13] = ["<=", ">=", "<>", "<", ">", "=", "+", "-", "*", "/", "(", ")", ","];

/// Reads a formula.
pub fn parse(text: &str) -> Result<Expression, Wrong> {
    if text.chars().count() > LONGEST {
        let message = text!("công thức dài quá {LONGEST} ký tự", "the formula is longer than {LONGEST} characters");
        return Err(Wrong { column: LONGEST, message });
    }
    let mut reader = FormulaReader { tokens: tokens(text)?, next: 0, end: text.chars().count() + 1, ifs: 0, parts: 0 };
    let expression = reader.any(0)?;
    match reader.tokens.get(reader.next) {
        None => Ok(expression),
        Some((column, token)) => Err(unexpected(*column, Some(token))),
    }
}

/// Cuts a formula into words with their columns.
fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Wrong> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let column = at + 1;
        let rest = letters.get(at..).unwrap_or_default();
        let run = |holds: &dyn Fn(char) -> bool| rest.iter().take_while(|letter| holds(**letter)).collect::<String>();
        if letter.is_whitespace() {
            at += 1;
        } else if letter.is_ascii_digit() {
            let digits = run(&|letter| letter.is_ascii_digit() || letter == '.');
            let Some(number) = Points::parse(&digits) else {
                return Err(Wrong { column, message: text!("“{digits}” không phải là số", "“{digits}” is no number") });
            };
            at += digits.len();
            let decimals: String = letters.iter().skip(at + 1).take_while(|letter| letter.is_ascii_digit()).collect();
            if letters.get(at) == Some(&',') && !decimals.is_empty() {
                return Err(Wrong { column, message: comma(&digits, &decimals) });
            }
            found.push((column, Token::Number(number)));
        } else if letter.is_ascii_alphabetic() || letter == '_' {
            let name = run(&|letter| letter.is_ascii_alphanumeric() || letter == '_');
            at += name.len();
            found.push((column, Token::Name(name)));
        } else if letter == '=' && matches!(rest.get(1), Some('<' | '>')) {
            let message = if rest.get(1) == Some(&'<') {
                text!("viết <= thay cho =<", "write <= for =<")
            } else {
                text!("viết >= thay cho =>", "write >= for =>")
            };
            return Err(Wrong { column, message });
        } else if let Some(mark) = MARKS.into_iter().find(|mark| mark.chars().eq(rest.iter().take(mark.len()).copied())) {
            at += mark.len();
            found.push((column, Token::Mark(mark)));
        } else {
            let message = match letter {
                '%' => text!("công thức không dùng dấu %: viết 0.8 thay cho 80%", "formulas know no % sign: write 0.8 for 80%"),
                '×' => text!("dấu nhân viết là *", "the sign of multiplication is *"),
                '÷' | ':' => text!("dấu chia viết là /", "the sign of division is /"),
                '−' | '–' => text!("dấu trừ viết là -", "the minus sign is -"),
                '≥' => text!("viết >= thay cho ≥", "write >= for ≥"),
                '≤' => text!("viết <= thay cho ≤", "write <= for ≤"),
                ';' => text!("các giá trị cách nhau bằng dấu phẩy", "values are separated by commas"),
                _ => text!("ký tự “{letter}” không dùng được", "the character “{letter}” has no meaning here"),
            };
            return Err(Wrong { column, message });
        }
    }
    Ok(found)
}

/// Tells of two numbers with a comma and no blank between them, which is read as decimals by some and as two values by others.
fn comma(whole: &str, decimals: &str) -> Text {
    text!(
        "“{whole},{decimals}” có dấu phẩy: số thập phân viết {whole}.{decimals}; nếu là hai giá trị thì thêm dấu cách, {whole}, {decimals}",
        "“{whole},{decimals}” has a comma: write {whole}.{decimals} for decimals; for two values put a blank, {whole}, {decimals}"
    )
}

/// Says that a formula is nested too deep.
fn too_deep(column: usize) -> Wrong {
    Wrong { column, message: text!("công thức lồng quá {DEEPEST} lớp", "the formula is nested deeper than {DEEPEST}") }
}

/// Says that a word can't stand where it does.
fn unexpected(column: usize, token: Option<&Token>) -> Wrong {
    let message = match token {
        None => text!("công thức thiếu phần cuối", "the formula breaks off"),
        Some(Token::Number(number)) => text!("số “{number}” đặt không đúng chỗ", "unexpected number “{number}”"),
        Some(Token::Name(name)) => text!("“{name}” đặt không đúng chỗ", "unexpected “{name}”"),
        Some(Token::Mark(mark)) => text!("“{mark}” đặt không đúng chỗ", "unexpected “{mark}”"),
    };
    Wrong { column, message }
}

/// Reads the words of a formula.
struct FormulaReader {
    tokens: Vec<(usize, Token)>,
    next: usize,
    /// Column past the last word.
    end: usize,
    ifs: usize,
    parts: usize,
}

impl FormulaReader {
    /// Gives the column of the next word.
    fn column(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |(column, _)| *column)
    }

    /// Takes the next word if it is this mark or this name.
    fn takes(&mut self, word: &str) -> bool {
        let is = match self.tokens.get(self.next) {
            Some((_, Token::Mark(mark))) => *mark == word,
            Some((_, Token::Name(name))) => name == word,
            _ => false,
        };
        self.next += usize::from(is);
        is
    }

    /// Takes a mark that must be there.
    fn must(&mut self, mark: &'static str) -> Result<(), Wrong> {
        if self.takes(mark) {
            return Ok(());
        }
        let column = self.column();
        Err(Wrong { column, message: text!("thiếu “{mark}”", "“{mark}” is missing") })
    }

    /// Counts a part, which must not be one too many.
    fn made(&mut self, column: usize, node: Node) -> Result<Expression, Wrong> {
        self.parts += 1;
        if self.parts > MOST {
            return Err(Wrong { column, message: text!("công thức có quá {MOST} phần", "the formula has more than {MOST} parts") });
        }
        Ok(Expression { node, column })
    }

    /// Reads operators of one rank, left to right, over parts of the next.
    fn chain(
        &mut self,
        depth: usize,
        operators: &[Operator],
        part: fn(&mut Self, usize) -> Result<Expression, Wrong>,
    ) -> Result<Expression, Wrong> {
        let mut left = part(self, depth)?;
        'more: loop {
            for operator in operators {
                if self.takes(operator.spelling()) {
                    let right = part(self, depth)?;
                    let column = left.column;
                    left = self.made(column, Node::Binary(*operator, Box::new(left), Box::new(right)))?;
                    continue 'more;
                }
            }
            return Ok(left);
        }
    }

    /// Reads any expression.
    fn any(&mut self, depth: usize) -> Result<Expression, Wrong> {
        if depth > DEEPEST {
            let column = self.column();
            return Err(too_deep(column));
        }
        self.chain(depth + 1, &[Operator::Or], |reader, depth| reader.chain(depth, &[Operator::And], Self::negation))
    }

    /// Reads `not`, or a comparison.
    fn negation(&mut self, depth: usize) -> Result<Expression, Wrong> {
        let column = self.column();
        if self.takes("not") {
            if depth > DEEPEST {
                return Err(too_deep(column));
            }
            let of = self.negation(depth + 1)?;
            return self.made(column, Node::Unary(Sign::Not, Box::new(of)));
        }
        let left = self.sum(depth)?;
        let compared = [Operator::AtMost, Operator::AtLeast, Operator::Unequal, Operator::Less, Operator::More, Operator::Equal];
        for operator in compared {
            if self.takes(operator.spelling()) {
                let right = self.sum(depth)?;
                return self.made(column, Node::Binary(operator, Box::new(left), Box::new(right)));
            }
        }
        Ok(left)
    }

    /// Reads a sum.
    fn sum(&mut self, depth: usize) -> Result<Expression, Wrong> {
        self.chain(depth, &[Operator::Plus, Operator::Minus], |reader, depth| {
            reader.chain(depth, &[Operator::Times, Operator::Over], Self::one)
        })
    }

    /// Reads a number, a name, a function or parentheses, with a sign or without.
    fn one(&mut self, depth: usize) -> Result<Expression, Wrong> {
        let column = self.column();
        if self.takes("-") {
            if depth > DEEPEST {
                return Err(too_deep(column));
            }
            let of = self.one(depth + 1)?;
            return self.made(column, Node::Unary(Sign::Minus, Box::new(of)));
        }
        if self.takes("(") {
            let inner = self.any(depth)?;
            self.must(")")?;
            return Ok(inner);
        }
        let token = self.tokens.get(self.next).map(|(_, token)| token.clone());
        match token {
            Some(Token::Number(number)) => {
                self.next += 1;
                self.made(column, Node::Number(number))
            }
            Some(Token::Name(name)) if !["and", "or", "not"].contains(&name.as_str()) => {
                self.next += 1;
                self.named(column, depth, &name)
            }
            other => Err(unexpected(column, other.as_ref())),
        }
    }

    /// Reads a function, or an input.
    fn named(&mut self, column: usize, depth: usize, name: &str) -> Result<Expression, Wrong> {
        if !["min", "max", "if"].contains(&name) {
            if self.takes("(") {
                let message = text!("không có hàm “{name}”: chỉ có min, max, if", "there is no function “{name}”, only min, max and if");
                return Err(Wrong { column, message });
            }
            return self.made(column, Node::Input(InputId::new(name)));
        }
        self.must("(")?;
        let number = self.ifs + 1;
        self.ifs += usize::from(name == "if");
        let mut values = vec![self.any(depth)?];
        while self.takes(",") {
            values.push(self.any(depth)?);
        }
        self.must(")")?;
        let node = match name {
            "min" => Node::Extreme(Extreme::Min, values),
            "max" => Node::Extreme(Extreme::Max, values),
            _ => {
                let Ok(parts) = <[Expression; 3]>::try_from(values) else {
                    let message =
                        text!("if cần ba phần: if(điều kiện, khi đúng, khi sai)", "if takes three parts: if(condition, then, else)");
                    return Err(Wrong { column, message });
                };
                Node::If(number, Box::new(parts))
            }
        };
        self.made(column, node)
    }
}
