//! Long formulas cut into cells of their own, on the hidden sheet that says what the form is.

use super::Live;
use crate::form::layout::{ASSESSMENT, META};
use crate::form::template::value::Value;
use crate::points::Points;
use crate::text::Lang;

/// Longest formula that stands where it is used: it may be used several times, and Excel takes 8192 characters.
const LONGEST: usize = 1200;

/// Longest formula of a cell aside, before its cells are named with their sheet.
const WHOLE: usize = 3500;

/// Column of the hidden sheet that holds them.
pub const COLUMN: u16 = 3;

/// Formulas that stand aside, a cell each.
#[derive(Default)]
pub struct Aside {
    /// Language of the form, by which the sheet is called that they look at.
    lang: Lang,
    cells: Vec<Live>,
}

impl Aside {
    /// Makes the list of a form of a language.
    pub const fn new(lang: Lang) -> Self {
        Self { lang, cells: Vec::new() }
    }

    /// Lists them, from the first row of their column on.
    pub fn cells(&self) -> &[Live] {
        &self.cells
    }

    /// Puts a formula of a number aside where it is long.
    pub fn short(&mut self, (formula, value): (String, Points)) -> (String, Points) {
        if formula.len() <= LONGEST { (formula, value) } else { (self.put(&formula, Value::Number(value.clone())), value) }
    }

    /// Puts a test aside where it is long.
    pub fn test(&mut self, test: String, holds: bool) -> String {
        if test.len() <= LONGEST {
            return test;
        }
        let value = if holds { Points::one() } else { Points::zero() };
        format!("({}=1)", self.put(&format!("IF({test},1,0)"), Value::Number(value)))
    }

    /// Adds terms up, aside where that is long.
    pub fn sum(&mut self, terms: Vec<(String, Points)>) -> (String, Points) {
        let total: Points = terms.iter().map(|(_, value)| value).sum();
        let mut pieces: Vec<(String, Points)> = Vec::new();
        for (term, value) in terms {
            match pieces.last_mut() {
                Some((sum, points)) if sum.len() + term.len() < WHOLE => {
                    sum.push('+');
                    sum.push_str(&term);
                    *points += &value;
                }
                _ => pieces.push((term, value)),
            }
        }
        let pieces: Vec<String> = pieces.into_iter().map(|piece| self.short(piece).0).collect();
        self.short((if pieces.is_empty() { "0".to_owned() } else { pieces.join("+") }, total))
    }

    /// Puts a formula aside, once, and gives its cell.
    fn put(&mut self, formula: &str, value: Value) -> String {
        let formula = named(formula, ASSESSMENT.get(self.lang));
        let known = self.cells.iter().position(|live| live.formula == formula);
        let at = known.unwrap_or_else(|| {
            self.cells.push(Live::new(formula, value));
            self.cells.len() - 1
        });
        format!("{META}!$D${}", at + 1)
    }
}

/// Names the sheet of the self-assessment before each of its cells, for where a formula stands on another sheet.
fn named(formula: &str, sheet: &str) -> String {
    let mut named = String::new();
    let mut rest = formula;
    while let Some(at) = rest.find('$') {
        let (before, from) = rest.split_at(at);
        let cell = from.find(|c: char| !(c == '$' || c.is_ascii_uppercase() || c.is_ascii_digit())).unwrap_or(from.len());
        let (cell, behind) = from.split_at(cell);
        named.push_str(before);
        // The end of a range, and a cell of another sheet, are named already.
        if !before.ends_with([':', '!']) {
            named.extend(["'", sheet, "'!"]);
        }
        named.push_str(cell);
        rest = behind;
    }
    named.push_str(rest);
    named
}
