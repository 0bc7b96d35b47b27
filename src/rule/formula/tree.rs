//! Expression of a formula: what it computes, exactly, and how it is spelt for Excel and for people.

use std::collections::BTreeMap;

use crate::figure::InputId;
use crate::points::Points;
use crate::rule::excel;

/// Expression with the column that it starts in, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// What it is.
    pub node: Node,
    /// Column in the formula's text.
    pub column: usize,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Literal.
    Number(Points),
    /// Named input.
    Input(InputId),
    /// Change of sign, or of truth.
    Unary(Sign, Box<Expression>),
    /// Two sides.
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// Least or greatest of several.
    Extreme(Extreme, Vec<Expression>),
    /// One of two, by a condition; numbered from 1 in the order of the text.
    If(usize, Box<[Expression; 3]>),
}

/// Sign before an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Minus.
    Minus,
    /// Not.
    Not,
}

/// Operator between two expressions.
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
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
    /// `<>`
    Unequal,
    /// Both.
    And,
    /// One of both.
    Or,
}

/// Function of several numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extreme {
    /// Least.
    Min,
    /// Greatest.
    Max,
}

/// Whether an expression is a number or a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Number.
    Number,
    /// Condition.
    Truth,
}

impl Operator {
    /// Gives the types of its sides and of its value.
    pub const fn types(self) -> (Type, Type) {
        match self {
            Self::Plus | Self::Minus | Self::Times | Self::Over => (Type::Number, Type::Number),
            Self::Less | Self::AtMost | Self::More | Self::AtLeast | Self::Equal | Self::Unequal => (Type::Number, Type::Truth),
            Self::And | Self::Or => (Type::Truth, Type::Truth),
        }
    }

    /// Gives its spelling, which formulas and Excel share but for `and` and `or`.
    pub const fn spelling(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Over => "/",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "=",
            Self::Unequal => "<>",
            Self::And => "and",
            Self::Or => "or",
        }
    }
}

/// Value of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Number.
    Number(Points),
    /// Condition.
    Truth(bool),
}

/// Why an expression has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Division by 0.
    Division,
    /// A condition where a number belongs, or the other way round; laws of the set forbid it.
    Mixed,
}

/// Values of inputs, the branches of `if` that were taken, and the divisions by 0 that were met.
pub struct Run<'a> {
    /// Values by input.
    pub inputs: &'a BTreeMap<InputId, Value>,
    /// Branches taken, by the number of their `if`.
    pub taken: Vec<(usize, bool)>,
    /// Divisions of 0 by 0.
    pub nothing: Vec<&'a Expression>,
    /// Whether something else than 0 was divided by 0.
    pub something: bool,
}

impl<'a> Run<'a> {
    /// Starts with the values of inputs.
    pub const fn new(inputs: &'a BTreeMap<InputId, Value>) -> Self {
        Self { inputs, taken: Vec::new(), nothing: Vec::new(), something: false }
    }

    /// Computes a number.
    pub fn number(&mut self, expression: &'a Expression) -> Result<Points, Failure> {
        match self.value(expression)? {
            Value::Number(number) => Ok(number),
            Value::Truth(_) => Err(Failure::Mixed),
        }
    }

    /// Computes a condition.
    pub fn truth(&mut self, expression: &'a Expression) -> Result<bool, Failure> {
        match self.value(expression)? {
            Value::Truth(truth) => Ok(truth),
            Value::Number(_) => Err(Failure::Mixed),
        }
    }

    /// Computes an expression: of an `if` only the branch taken, of everything else all parts, also beside a division by
    /// 0, so that each of them is met.
    fn value(&mut self, expression: &'a Expression) -> Result<Value, Failure> {
        Ok(match &expression.node {
            Node::Number(number) => Value::Number(number.clone()),
            Node::Input(id) => self.inputs.get(id).cloned().ok_or(Failure::Mixed)?,
            Node::Unary(Sign::Minus, of) => Value::Number(-&self.number(of)?),
            Node::Unary(Sign::Not, of) => Value::Truth(!self.truth(of)?),
            Node::Binary(operator @ (Operator::And | Operator::Or), left, right) => {
                let (left, right) = (self.truth(left), self.truth(right));
                let (left, right) = (left?, right?);
                Value::Truth(if *operator == Operator::And { left && right } else { left || right })
            }
            Node::Binary(operator, left, right) => {
                let (left, right) = (self.number(left), self.number(right));
                let (left, right) = (left?, right?);
                match operator {
                    Operator::Plus => Value::Number(&left + &right),
                    Operator::Minus => Value::Number(&left - &right),
                    Operator::Times => Value::Number(&left * &right),
                    Operator::Over => Value::Number(left.over(&right).ok_or_else(|| self.by_zero(expression, &left))?),
                    Operator::Less => Value::Truth(left < right),
                    Operator::AtMost => Value::Truth(left <= right),
                    Operator::More => Value::Truth(left > right),
                    Operator::AtLeast => Value::Truth(left >= right),
                    Operator::Equal => Value::Truth(left == right),
                    Operator::Unequal => Value::Truth(left != right),
                    Operator::And | Operator::Or => return Err(Failure::Mixed),
                }
            }
            Node::Extreme(which, of) => {
                let values: Vec<Result<Points, Failure>> = of.iter().map(|one| self.number(one)).collect();
                let values = values.into_iter().collect::<Result<Vec<_>, _>>()?;
                let found = if *which == Extreme::Min { values.into_iter().min() } else { values.into_iter().max() };
                Value::Number(found.ok_or(Failure::Mixed)?)
            }
            Node::If(n, parts) => {
                let [condition, yes, no] = parts.as_ref();
                let holds = self.truth(condition)?;
                self.taken.push((*n, holds));
                self.value(if holds { yes } else { no })?
            }
        })
    }

    /// Notes a division by 0.
    fn by_zero(&mut self, division: &'a Expression, numerator: &Points) -> Failure {
        if numerator.is_zero() {
            self.nothing.push(division);
        } else {
            self.something = true;
        }
        Failure::Division
    }
}

/// Spells an expression for Excel; `input` gives the spelling of an input. Compared numbers are rounded to 9 decimals.
pub fn for_excel(expression: &Expression, input: &dyn Fn(&InputId) -> String) -> String {
    let spelt = |one: &Expression| for_excel(one, input);
    match &expression.node {
        Node::Number(number) => excel::number(number),
        Node::Input(id) => input(id),
        Node::Unary(Sign::Minus, of) => format!("(-{})", spelt(of)),
        Node::Unary(Sign::Not, of) => format!("NOT({})", spelt(of)),
        Node::Binary(Operator::And, left, right) => format!("AND({},{})", spelt(left), spelt(right)),
        Node::Binary(Operator::Or, left, right) => format!("OR({},{})", spelt(left), spelt(right)),
        Node::Binary(operator, left, right) if operator.types().1 == Type::Truth => {
            format!("(ROUND({},9){}ROUND({},9))", spelt(left), operator.spelling(), spelt(right))
        }
        Node::Binary(operator, left, right) => format!("({}{}{})", spelt(left), operator.spelling(), spelt(right)),
        Node::Extreme(which, of) => {
            let name = if *which == Extreme::Min { "MIN" } else { "MAX" };
            format!("{name}({})", of.iter().map(spelt).collect::<Vec<_>>().join(","))
        }
        Node::If(_, parts) => format!("IF({})", parts.iter().map(spelt).collect::<Vec<_>>().join(",")),
    }
}

/// Gives Excel tests that hold where a division is reached: of 0 by 0, and of something by 0. Never an error. `may` tells
/// whether an expression can be 0.
pub fn by_zero(
    expression: &Expression,
    input: &dyn Fn(&InputId) -> String,
    may: &dyn Fn(&Expression) -> bool,
) -> (Vec<String>, Vec<String>) {
    let (mut nothing, mut something) = (Vec::new(), Vec::new());
    let mut add = |of: &Expression, within: &dyn Fn(String) -> String| {
        let (zero, other) = by_zero(of, input, may);
        nothing.extend(zero.into_iter().map(within));
        something.extend(other.into_iter().map(within));
    };
    if let Node::If(_, branches) = &expression.node {
        let [condition, yes, no] = branches.as_ref();
        let holds = for_excel(condition, input);
        add(condition, &|test| test);
        add(yes, &|test| format!("IFERROR(IF({holds},{test},FALSE),FALSE)"));
        add(no, &|test| format!("IFERROR(IF({holds},FALSE,{test}),FALSE)"));
        return (nothing, something);
    }
    for part in parts(expression) {
        add(part, &|test| test);
    }
    if let Node::Binary(Operator::Over, left, right) = &expression.node
        && may(right)
    {
        let [left, right] = [left, right].map(|side| format!("ROUND({},9)", for_excel(side, input)));
        nothing.push(format!("IFERROR(AND({right}=0,{left}=0),FALSE)"));
        something.push(format!("IFERROR(AND({right}=0,{left}<>0),FALSE)"));
    }
    (nothing, something)
}

/// Tells whether a division may be by 0 outside of every `if`, which might keep it from being reached.
pub fn may_divide_by_zero(expression: &Expression, may: &dyn Fn(&Expression) -> bool) -> bool {
    match &expression.node {
        Node::If(_, branches) => {
            let [condition, ..] = branches.as_ref();
            may_divide_by_zero(condition, may)
        }
        Node::Binary(Operator::Over, _, right) if may(right) => true,
        _ => parts(expression).any(|part| may_divide_by_zero(part, may)),
    }
}

/// Tells whether it divides anywhere by what may be 0.
pub fn divides(expression: &Expression, may: &dyn Fn(&Expression) -> bool) -> bool {
    matches!(&expression.node, Node::Binary(Operator::Over, _, right) if may(right)) || parts(expression).any(|part| divides(part, may))
}

/// Lists the inputs of an expression in the order of the text, each once.
pub fn inputs(expression: &Expression) -> Vec<InputId> {
    fn down(expression: &Expression, found: &mut Vec<InputId>) {
        if let Node::Input(id) = &expression.node
            && !found.contains(id)
        {
            found.push(id.clone());
        }
        for part in parts(expression) {
            down(part, found);
        }
    }
    let mut found = Vec::new();
    down(expression, &mut found);
    found
}

/// Gives what is left of an expression once every `if` is decided, by its number.
pub fn decided(expression: &Expression, taken: &[(usize, bool)]) -> Expression {
    let below = |of: &Expression| decided(of, taken);
    let node = match &expression.node {
        Node::If(n, parts) if taken.iter().any(|(number, _)| number == n) => {
            let [_, yes, no] = parts.as_ref();
            return below(if taken.contains(&(*n, true)) { yes } else { no });
        }
        Node::Unary(sign, of) => Node::Unary(*sign, Box::new(below(of))),
        Node::Binary(operator, left, right) => Node::Binary(*operator, Box::new(below(left)), Box::new(below(right))),
        Node::Extreme(extreme, of) => Node::Extreme(*extreme, of.iter().map(below).collect()),
        node => node.clone(),
    };
    Expression { node, column: expression.column }
}

/// Counts the `if`s of an expression.
pub fn ifs(expression: &Expression) -> usize {
    usize::from(matches!(expression.node, Node::If(..))) + parts(expression).map(ifs).sum::<usize>()
}

/// Lists the parts of an expression.
pub fn parts(expression: &Expression) -> impl Iterator<Item = &Expression> {
    let (pair, list): (Vec<&Expression>, &[Expression]) = match &expression.node {
        Node::Number(_) | Node::Input(_) => (Vec::new(), &[]),
        Node::Unary(_, of) => (vec![of.as_ref()], &[]),
        Node::Binary(_, left, right) => (vec![left.as_ref(), right.as_ref()], &[]),
        Node::Extreme(_, of) => (Vec::new(), of),
        Node::If(_, parts) => (Vec::new(), parts.as_slice()),
    };
    pair.into_iter().chain(list)
}
