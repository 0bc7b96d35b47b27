//! Lines of bonus and penalty points: which they are, and their ids.

use crate::finding::Finding;
use crate::finding::convert::SIGN;
use crate::text;

use super::line::{adds, takes};
use super::sign::{self, Sign};
use super::tree::Node;

/// Decides which blocks stand outside of the tree, and whether each of their lines adds or takes points: the block says
/// it, or the line itself; where the two differ, or neither says it, it is asked. Gives what is found, by cell.
pub fn decide(roots: &mut [Node]) -> Vec<(String, Finding)> {
    let mut found = Vec::new();
    for root in roots.iter_mut() {
        let Some(block) = root.sign else { continue };
        sign_of(root, block, &mut found);
    }
    found
}

/// Decides the signs below a node of a block.
fn sign_of(node: &mut Node, above: Sign, found: &mut Vec<(String, Finding)>) {
    // “Điểm thưởng, điểm phạt” says both of what stands below it.
    let both = !node.children.is_empty() && sign::of_heading(&node.row.name.text) == Some(Sign::Both);
    let own = if both { Some(Sign::Both) } else { own_sign(node) };
    let sign = match (own, above) {
        (Some(own), Sign::Both) => own,
        // “Thưởng thành tích …” among lines of both kinds.
        (None, Sign::Both) => sign::of_verb(&node.row.name.text).unwrap_or(Sign::Both),
        (None, above) => above,
        (Some(own), above) if own == above => own,
        _ => Sign::Both,
    };
    // A part of a block may have a heading of its own.
    let sign = if node.children.is_empty() { sign } else { own.unwrap_or(above) };
    node.sign = Some(sign);
    for child in &mut node.children {
        sign_of(child, sign, found);
    }
    if node.children.is_empty() && sign == Sign::Both {
        let name = &node.row.name.text;
        let message = text!("“{name}”: cộng hay trừ điểm?", "“{name}”: does it add or take points?");
        found.push((node.row.name.cell.clone(), Finding::new(&SIGN, message)));
    }
}

/// Gives lines of bonus and penalty blocks ids that no criterion has: `T1`, `P1`.
pub fn number(roots: &mut [Node]) {
    fn below(node: &mut Node, bonus: &mut usize, penalty: &mut usize) {
        if node.children.is_empty() {
            let (letter, count) = if node.sign == Some(Sign::Penalty) { ('P', penalty) } else { ('T', bonus) };
            *count += 1;
            node.id = format!("{letter}{count}");
            return;
        }
        node.children.iter_mut().for_each(|child| below(child, bonus, penalty));
    }
    let (mut bonus, mut penalty) = (0, 0);
    for root in roots.iter_mut().filter(|root| root.sign.is_some()) {
        below(root, &mut bonus, &mut penalty);
    }
}

/// Says what a line of a block says of its own sign: its name, a sign before its points, its words.
fn own_sign(node: &Node) -> Option<Sign> {
    // The heading of a column decides.
    if let Some((sign, _)) = node.row.signed.as_ref().filter(|(sign, _)| *sign != Sign::Both) {
        return Some(*sign);
    }
    let named = sign::of_name(&node.row.name.text).filter(|sign| *sign != Sign::Both);
    let pointed = node.row.sign();
    let texts = || node.lines.iter().map(|said| said.text.as_str()).chain([node.row.name.text.as_str()]);
    let (taking, adding) = (pointed == Some(Sign::Penalty) || texts().any(takes), pointed == Some(Sign::Bonus) || texts().any(adds));
    let said = match (taking, adding) {
        (true, false) => Some(Sign::Penalty),
        (false, true) => Some(Sign::Bonus),
        (true, true) => Some(Sign::Both),
        (false, false) => None,
    };
    match (named, said) {
        (Some(named), Some(said)) if named != said => Some(Sign::Both),
        (named, said) => named.or(said),
    }
}
