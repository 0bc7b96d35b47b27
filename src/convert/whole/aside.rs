//! Columns beside the criteria that say something of them that a set can hold: weights, deadlines, whom a criterion is for.

use super::Whole;
use crate::convert::beside::unused;
use crate::convert::columns::{is_ditto, points};
use crate::convert::rows::CellWords;
use crate::convert::rule::Doubt;
use crate::convert::tree::{Node, Tree};
use crate::intake::Role;
use crate::points::Points;
use crate::text::fold::bare;
use crate::typed::value::day::{Reading, read};
use crate::workbook::Cell;

/// Headings of weights, bare.
const WEIGHTS: [&str; 4] = ["trong so", "he so", "he so nhan", "trong so (he so)"];
/// What headings of deadlines begin with, bare.
const DEADLINES: [&str; 2] = ["thoi han", "han "];
/// What headings that say whom a criterion is for begin with, bare.
const FOR_WHOM: [&str; 6] = ["doi tuong", "pham vi ap dung", "don vi ap dung", "co quan ap dung", "ap dung", "don vi duoc danh gia"];
/// Cells by which a criterion is for everybody, bare.
const FOR_ALL: [&str; 10] = [
    "tat ca",
    "tat ca cac don vi",
    "cac don vi",
    "toan bo",
    "chung",
    "moi don vi",
    "tat ca don vi",
    "cac so, nganh",
    "tat ca cac so",
    "deu ap dung",
];

/// Tells whether a heading is one of weights.
pub fn is_of_weights(heading: &str) -> bool {
    WEIGHTS.contains(&bare(heading).trim())
}

/// Tells whether a heading is one of days on which criteria are due.
pub fn is_of_deadlines(heading: &str) -> bool {
    DEADLINES.iter().any(|word| bare(heading).starts_with(word))
}

/// Tells whether a heading says whom criteria are for.
pub fn is_of_whom(heading: &str) -> bool {
    FOR_WHOM.iter().any(|word| bare(heading).starts_with(word))
}

/// Gives the words of a row in columns of such a heading that the program takes for nothing else.
fn beside<'n>(node: &'n Node, is: impl Fn(&str) -> bool + 'n) -> impl Iterator<Item = &'n CellWords> + 'n {
    node.row.others.iter().filter(move |said| said.row == node.row.row && said.column.as_deref().is_some_and(&is))
}

/// Reads the weight of a criterion.
fn weight(node: &Node) -> Option<Points> {
    let said = beside(node, is_of_weights).next()?;
    points(&Cell::text(said.text.clone())).filter(Points::is_positive)
}

impl Whole<'_> {
    /// Takes the weights and the deadlines of a tree from their columns: weights where the maxima come to their wholes with them
    /// and not without them.
    pub fn aside(&self, tree: &mut Tree) {
        if self.has_column(is_of_weights) {
            let mut proof = Proof::default();
            tree.roots.iter().for_each(|root| proof.look_at(root));
            let total = tree.total.as_ref().and_then(|row| row.max.clone());
            let areas: Vec<&Node> = tree.roots.iter().filter(|root| root.sign.is_none()).collect();
            proof.compare(&areas, total.as_ref());
            if proof.holds() {
                tree.roots.iter_mut().for_each(weigh);
            }
        }
        if self.has_column(is_of_deadlines) {
            tree.roots.iter_mut().for_each(due);
        }
    }

    /// Tells whether a table has a column of such a heading.
    fn has_column(&self, is: fn(&str) -> bool) -> bool {
        self.tables.iter().flat_map(|table| table.columns.values()).any(|(role, heading)| is_open(*role) && is(heading))
    }
}

/// Tells whether a column may be one of these, as far as its role says.
const fn is_open(role: Role) -> bool {
    matches!(role, Role::Other | Role::Computed)
}

/// Lists what columns say of whom a criterion is for, where it isn't for everybody.
pub fn of_whom(node: &Node) -> impl Iterator<Item = &CellWords> {
    beside(node, is_of_whom).filter(|said| {
        let plain = bare(&said.text);
        let words = plain.chars().filter(|c| c.is_alphabetic()).count() > 1;
        words && !FOR_ALL.contains(&plain.trim_matches(['.', ' '])) && !is_ditto(&said.text)
    })
}

/// Asks of what such columns say of a criterion and no set holds: whom it is for, a time that is no day.
pub fn asked(node: &Node) -> Vec<Doubt> {
    let timed = |said: &&CellWords| {
        let plain = bare(&said.text);
        node.deadline.is_none()
            && (plain.contains(|c: char| c.is_ascii_digit()) || ["quy ", "thang "].iter().any(|word| plain.contains(word)))
    };
    let open = of_whom(node).chain(beside(node, is_of_deadlines).filter(timed));
    let name = &node.row.name.text;
    open.map(|said| unused(name, said)).collect()
}

/// Gives criteria the weights of their column.
fn weigh(node: &mut Node) {
    node.weight = weight(node).filter(|weight| *weight != Points::one());
    node.children.iter_mut().for_each(weigh);
}

/// Gives criteria the days of their column.
fn due(node: &mut Node) {
    let day = beside(node, is_of_deadlines).find_map(|said| day(&said.text));
    node.deadline = day;
    node.children.iter_mut().for_each(due);
}

/// Reads a day up to which something is done: “31/01/2026”, “Chậm nhất ngày 31/01/2026”, not “Trước ngày 31/01/2026”.
fn day(words: &str) -> Option<jiff::civil::Date> {
    let plain = bare(words);
    let begins = ["cham nhat ", "den het ", "den "].iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(&plain);
    let plain = begins.strip_prefix("ngay ").unwrap_or(begins).trim_matches(['.', ' ', ',']);
    match read(plain) {
        Reading::Day(date) => Some(date),
        _ => None,
    }
}

/// What maxima come to with weights, and without them.
#[derive(Default)]
struct Proof {
    with: usize,
    against: usize,
}

impl Proof {
    /// Looks at the parts of a criterion, and of those below it.
    fn look_at(&mut self, node: &Node) {
        let parts: Vec<&Node> = node.children.iter().filter(|child| child.sign.is_none()).collect();
        self.compare(&parts, node.max.as_ref());
        node.children.iter().for_each(|child| self.look_at(child));
    }

    /// Compares parts with their whole, where one of them weighs something else than 1.
    fn compare(&mut self, parts: &[&Node], whole: Option<&Points>) {
        let weights: Vec<Points> = parts.iter().map(|part| weight(part).unwrap_or_else(Points::one)).collect();
        let (Some(whole), false) = (whole, weights.iter().all(|weight| *weight == Points::one())) else { return };
        let maxima: Option<Vec<&Points>> = parts.iter().map(|part| part.max.as_ref()).collect();
        let sum = maxima.map(|maxima| maxima.iter().zip(&weights).map(|(max, weight)| *max * weight).sum::<Points>());
        if sum.as_ref() == Some(whole) {
            self.with += 1;
        } else {
            self.against += 1;
        }
    }

    /// Tells whether the weights are those of the sums.
    const fn holds(&self) -> bool {
        self.with > 0 && self.against == 0
    }
}
