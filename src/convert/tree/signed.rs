//! What stands outside of the tree: blocks of bonus and penalty points, known by their heading or by the signs of their points, and
//! criteria with such a sign within an area.

use super::Node;
use crate::convert::sign::{self, Sign};
use crate::points::Points;

/// Marks the areas that are blocks of bonus or penalty points.
pub fn mark(roots: &mut [Node]) {
    for root in roots.iter_mut().filter(|root| root.sign.is_none()) {
        root.sign = of_block(root);
    }
}

/// Says the sign of a block: its heading says it, or its points do, or all of what stands below it has one.
fn of_block(node: &Node) -> Option<Sign> {
    let name = &node.row.name.text;
    let named = if node.children.is_empty() { sign::of_name(name) } else { sign::of_heading(name) };
    let own = match (named, node.row.sign()) {
        (Some(Sign::Both), Some(pointed)) => Some(pointed),
        (Some(named), Some(pointed)) if named != pointed => Some(Sign::Both),
        (named, pointed) => named.or(pointed),
    };
    // Points of its own without a sign are those of an area.
    let counts = node.row.max.as_ref().is_some_and(Points::is_positive);
    if own.is_some() || node.children.is_empty() || counts {
        return own;
    }
    let below: Vec<Option<Sign>> = node.children.iter().map(of_block).collect();
    let first = below.first().copied().flatten()?;
    // Names alone don't make a block of an area: each of its lines must have a sign before its points.
    let pointed = node.children.iter().all(has_sign);
    let alike = below.iter().all(|sign| *sign == Some(first));
    pointed.then_some(if alike { first } else { Sign::Both })
}

/// Tells whether a sign stands before the points of a criterion, or of all those below it.
fn has_sign(node: &Node) -> bool {
    node.row.sign().is_some() || !node.children.is_empty() && node.children.iter().all(has_sign)
}

/// Takes criteria with a number of their own and a sign before their points out of the areas that they stand in, each behind its
/// area. A line without a number may be a level of the criterion above it, and stays to be asked.
pub fn take_out(roots: &mut Vec<Node>) {
    let mut at = 0;
    while at < roots.len() {
        let mut found = Vec::new();
        if let Some(area) = roots.get_mut(at).filter(|root| root.sign.is_none()) {
            let name = area.row.name.text.clone();
            from(area, &name, &mut found);
        }
        let count = found.len();
        at += 1;
        let behind = roots.split_off(at);
        roots.extend(found);
        roots.extend(behind);
        at += count;
    }
}

/// Takes such criteria out of a node and those below it.
fn from(node: &mut Node, area: &str, found: &mut Vec<Node>) {
    let (out, mut left): (Vec<Node>, Vec<Node>) =
        std::mem::take(&mut node.children).into_iter().partition(|child| has_sign(child) && child.row.number.is_some());
    for mut child in out {
        child.sign = of_block(&child);
        child.out_of = Some(area.to_owned());
        found.push(child);
    }
    for child in &mut left {
        from(child, area, found);
    }
    node.children = left;
}
