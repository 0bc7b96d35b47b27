//! How points are given on one line with the name of the criterion: “Giao ban: mỗi tháng ít nhất 01 lần: 2đ; mỗi quý: 1đ”.

use super::Node;
use crate::convert::columns::{points_alone, reads_as_rule};
use crate::convert::line::{gives_something, points_given};
use crate::convert::rows::CellWords;
use crate::convert::sign;
use crate::points::Points;

/// Fewest words of a name.
const FEWEST: usize = 2;

/// Parts the words behind a name that say points from it, where the criterion has no other line: they are one.
pub fn parted(node: &mut Node) {
    if !node.lines.is_empty() || !node.children.is_empty() {
        return;
    }
    let words = node.row.name.text.clone();
    let Some(at) = ends(&words).into_iter().find(|at| parts(node, &words, *at)) else {
        // “Cập nhật ≥ 10 tin/tháng: 3đ; 5 - 9 tin/tháng: 2đ”: nobody knows where the name ends, and all of it is the line.
        if says_levels(&words) && sign::of_name(&words).is_none() {
            node.lines.push(CellWords { points: None, column: None, ..node.row.name.clone() });
        }
        return;
    };
    let (name, rest) = words.split_at(at);
    let rest = rest.trim_start_matches([':', '.', ' ', '-', '–']).to_owned();
    node.lines.push(CellWords { text: rest, points: None, column: None, ..node.row.name.clone() });
    name.trim_end().clone_into(&mut node.row.name.text);
}

/// Lists the places outside of brackets where a name may end: before a colon, at the end of a sentence.
fn ends(words: &str) -> Vec<usize> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for (at, c) in words.char_indices() {
        let behind = words.get(at + c.len_utf8()..).unwrap_or_default();
        let sentence = || c == '.' && behind.starts_with(' ') && behind.trim_start().starts_with(char::is_uppercase);
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && (c == ':' || sentence()) => found.push(at),
            _ => {}
        }
    }
    found
}

/// Tells whether a name may end at a place: it is none of points itself, and what stands behind it says on what they are given.
fn parts(node: &Node, words: &str, at: usize) -> bool {
    let (name, rest) = words.split_at(at);
    let rest = rest.trim_start_matches([':', '.', ' ']);
    let named = name.split_whitespace().count() >= FEWEST && !gives_something(name) && points_given(name).is_empty();
    named && sign::of_name(name).is_none() && says_points(rest) && !points_first(rest) && !is_maximum(node, rest)
}

/// Tells whether words begin with points, so that what they are given for stands before them: “3đ; 5 - 9 tin: 2đ”, “2 điểm”.
fn points_first(rest: &str) -> bool {
    let first = rest.split([';', ',', '.']).next().unwrap_or(rest).trim();
    points_alone(first).is_some()
}

/// Tells whether words say points, understood or not.
fn says_points(words: &str) -> bool {
    has_points(words) || reads_as_rule(words) && (gives_something(words) || !points_given(words).is_empty())
}

/// Tells whether words have a number with “đ” or “điểm” behind it.
fn has_points(words: &str) -> bool {
    let plain = words.to_lowercase();
    let list: Vec<&str> =
        plain.split(|c: char| c.is_whitespace() || matches!(c, ';' | '(' | ')')).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| Points::parse(&word.replace(',', ".")).is_some();
    let joined = |word: &&str| word.trim_end_matches(['.', ',']).strip_suffix('đ').is_some_and(number);
    list.iter().any(joined) || list.windows(2).any(|pair| matches!(pair, [one, next] if number(one) && next.starts_with("điểm")))
}

/// Tells whether words say at least two amounts of points.
fn says_levels(words: &str) -> bool {
    const FEWEST: usize = 2;
    words.split([';', '\n']).filter(|part| has_points(part)).count() >= FEWEST
}

/// Tells whether words say no more than the maximum of the criterion: “tối đa 2 điểm”.
fn is_maximum(node: &Node, rest: &str) -> bool {
    let plain = crate::text::fold::bare(rest);
    let core = plain.trim_end_matches(['.', ' ']).trim_start_matches("diem ").trim_start_matches("toi da ");
    points_alone(core).is_some_and(|points| node.max.is_none() || node.max.as_ref() == Some(&points))
}
