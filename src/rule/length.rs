//! How long a rule's Excel formula may get.

use super::cells::Longest;
use super::{Faces, Fault, Terms};
use crate::finding::rule::TOO_LONG;
use crate::text;
use crate::text::Lang;

/// Longest formula that a rule may make; Excel takes 8192 characters, and the form wraps more around it.
const LONGEST: usize = 7000;
/// Deepest nesting that a rule's formula may have; Excel takes 64 functions, and the form wraps more around it.
const DEEPEST: usize = 58;

/// Says whether a rule makes a formula that Excel would refuse: too long, or nested too deep.
pub fn too_long(faces: &dyn Faces, leaf: &Terms<'_>, key: &str) -> Option<Fault> {
    // The words of one language are longer here, those of the other there.
    let [formula, other] = [Lang::Vi, Lang::En].map(|lang| faces.formula(leaf, &Longest(lang)));
    let (formula, other) = (formula?, other?);
    let formula = if other.chars().count() > LONGEST { other } else { formula };
    let (mut open, mut depth) = (0_usize, 0);
    for letter in formula.bytes() {
        open = match letter {
            b'(' => open + 1,
            b')' => open.saturating_sub(1),
            _ => open,
        };
        depth = depth.max(open);
    }
    let length = formula.chars().count();
    let message = if length > LONGEST {
        text!("Công thức Excel của quy tắc dài {length} ký tự.", "The rule's Excel formula has {length} characters.")
    } else if depth > DEEPEST {
        text!("Công thức Excel của quy tắc lồng {depth} lớp.", "The rule's Excel formula is nested {depth} deep.")
    } else {
        return None;
    };
    Some(Fault { path: vec![key.to_owned()], code: &TOO_LONG, message })
}
