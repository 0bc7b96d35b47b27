//! What several lines of a table have in common: criteria that stand for one another (“Hoặc”), lines under one cap.

use crate::finding::Finding;
use crate::finding::convert::ALTERNATIVES;
use crate::points::Points;
use crate::text;

use super::line::{Clause, Limit, clauses};
use super::sign::Sign;
use super::tree::Node;
use super::yaml::{Writer, quoted};

/// Lists the criteria below a node, those that stand for one another together.
pub fn groups(nodes: &[Node]) -> Vec<Vec<&Node>> {
    let mut groups: Vec<Vec<&Node>> = Vec::new();
    for node in nodes {
        match groups.last_mut().filter(|_| node.alternative) {
            Some(group) => group.push(node),
            None => groups.push(vec![node]),
        }
    }
    groups
}

/// Adds up the maxima of the criteria below a node, each with its weight, that of alternatives once.
pub fn sum(nodes: &[Node]) -> Points {
    let weighted = |node: &&Node| node.max.as_ref().map(|max| node.weight.as_ref().map_or_else(|| max.clone(), |weight| max * weight));
    groups(nodes).iter().filter_map(|group| group.iter().filter_map(weighted).max()).sum()
}

/// Tells whether criteria have one maximum.
fn are_alike(group: &[&Node]) -> bool {
    group.windows(2).all(|pair| matches!(pair, [one, other] if one.max == other.max))
}

/// Lists alternatives that a set can say: those with one maximum.
fn alternatives<'n>(nodes: &'n [Node], found: &mut Vec<Vec<&'n Node>>) {
    found.extend(groups(nodes).into_iter().filter(|group| group.len() > 1 && are_alike(group)));
    for node in nodes {
        alternatives(&node.children, found);
    }
}

/// Writes the alternatives of a tree.
pub fn write_alternatives(roots: &[Node], out: &mut Writer) {
    let mut found = Vec::new();
    alternatives(roots, &mut found);
    if found.is_empty() {
        return;
    }
    out.line(0, "alternatives:");
    for (n, group) in found.iter().enumerate() {
        let ids: Vec<String> = group.iter().map(|node| quoted(&node.id)).collect();
        out.comment(2, "CẦN QUYẾT ĐỊNH: bảng ghi “Hoặc” giữa các tiêu chí này; lấy tiêu chí có điểm cao nhất?");
        out.line(2, &format!("- {{ id: hoac-{}, criteria: [{}] }}", n + 1, ids.join(", ")));
    }
}

/// Asks about every “Hoặc” between two criteria; gives what is found, by cell.
pub fn questions(nodes: &[Node], found: &mut Vec<(String, Finding)>) {
    for group in groups(nodes).iter().filter(|group| group.len() > 1) {
        let names = group.iter().map(|node| node.row.name.text.as_str()).collect::<Vec<_>>().join("”, “");
        let message = if are_alike(group) {
            text!("“{names}”: bảng ghi “Hoặc”; lấy tiêu chí cao nhất?", "“{names}”: the table says “or”; does the best count?")
        } else {
            text!(
                "“{names}”: bảng ghi “Hoặc” nhưng điểm tối đa khác nhau, nên chưa ghi vào alternatives",
                "“{names}”: the table says “or”, but their maxima differ, so they are not written as alternatives"
            )
        };
        let cell = group.get(1).map_or_else(String::new, |node| node.row.name.cell.clone());
        found.push((cell, Finding::new(&ALTERNATIVES, message)));
    }
    for node in nodes {
        questions(&node.children, found);
    }
}

/// Reads the cap that a heading or its cell names: `ĐIỂM CỘNG (tối đa 2 điểm)`.
pub fn cap(block: &Node) -> Option<Points> {
    let own = || block.row.max.as_ref().map(Points::abs).filter(Points::is_positive);
    let beside = || block.sign.and_then(|_| block.lines.iter().find_map(|line| only_limit(&line.text)));
    cap_said(&block.row.name.text).or_else(own).or_else(beside)
}

/// Tells whether a line at a block says nothing but its cap, which is written: “ĐIỂM TRỪ | | Trừ tối đa 2 điểm”.
pub fn says_cap(block: &Node, text: &str) -> bool {
    let most = only_limit(text);
    most.is_some() && most == cap(block) && are_of_one_sign(block)
}

/// Reads words that say nothing but how far points go.
fn only_limit(text: &str) -> Option<Points> {
    match clauses(text).as_slice() {
        [said] => most(&said.clause),
        _ => None,
    }
}

/// Gives the most that a clause gives or takes.
fn most(clause: &Clause) -> Option<Points> {
    match clause {
        Clause::Limit(
            Limit::Most(crate::yaml::Amount::Points(points))
            | Limit::MostTaken(crate::yaml::Amount::Points(points))
            | Limit::TotalTaken(crate::yaml::Amount::Points(points)),
        ) => Some(points.clone()),
        _ => None,
    }
}

/// Tells whether all lines of a block have its sign.
fn are_of_one_sign(block: &Node) -> bool {
    let sign = block.sign.filter(|sign| *sign != Sign::Both);
    sign.is_some() && leaves(block).iter().all(|line| line.sign == sign)
}

/// Reads the cap that stands in brackets in a heading.
pub fn cap_said(heading: &str) -> Option<Points> {
    let inside = heading.split_once('(').and_then(|(_, inside)| inside.split(')').next());
    inside.into_iter().flat_map(clauses).find_map(|said| most(&said.clause))
}

/// Writes the caps of blocks of bonus and penalty points.
pub fn write_caps(blocks: &[&Node], out: &mut Writer) {
    let mut caps = Vec::new();
    for block in blocks {
        caps_of(block, &mut caps);
    }
    if caps.is_empty() {
        return;
    }
    out.line(0, "caps:");
    for line in caps {
        out.line(2, &line);
    }
}

/// Lists the caps at a block and below it. A cap that its lines can't reach together says nothing more.
fn caps_of(block: &Node, found: &mut Vec<String>) {
    let lines = leaves(block);
    let alike = are_of_one_sign(block);
    let all: Points = lines.iter().filter_map(|line| line.max.as_ref().map(Points::abs)).sum();
    match cap(block).filter(|_| alike && !block.children.is_empty()) {
        Some(most) if all > most => {
            let ids: Vec<&str> = lines.iter().map(|line| line.id.as_str()).collect();
            found.push(format!("- {{ adjustments: [{}], max: {most} }}", ids.join(", ")));
        }
        Some(_) => {}
        None => block.children.iter().for_each(|child| caps_of(child, found)),
    }
}

/// Lists the lines of a block.
fn leaves(node: &Node) -> Vec<&Node> {
    if node.children.is_empty() { vec![node] } else { node.children.iter().flat_map(leaves).collect() }
}
