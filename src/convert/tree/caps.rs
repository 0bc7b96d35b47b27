//! How far the points of a block go, where it stands among or behind its criteria: “Tổng điểm thưởng không quá 5 điểm”.

use super::Node;
use crate::convert::limits::of_signed;
use crate::convert::line::{Clause, clauses, most_given};
use crate::convert::rows::CellWords;
use crate::finding::Finding;
use crate::finding::convert::SHARED;
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;

/// Whose limit a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// That of the criterion above it.
    Criterion,
    /// That of the block.
    Block,
    /// Nothing tells.
    Either,
}

/// Gives limits of a whole block to it, which stand below one of its criteria; where nothing tells whose they are, it is asked.
pub fn settle(block: &mut Node, findings: &mut Vec<(CellWords, Finding)>) {
    let last = block.children.len().saturating_sub(1);
    let mut of_block = Vec::new();
    for (n, child) in block.children.iter_mut().enumerate() {
        settle(child, findings);
        if !child.children.is_empty() {
            continue;
        }
        let row = child.row.row;
        let (limits, others): (Vec<CellWords>, Vec<CellWords>) =
            std::mem::take(&mut child.lines).into_iter().partition(|line| line.row != row && of_signed(&line.text));
        let counts = others.iter().flat_map(|line| clauses(&line.text)).any(|said| matches!(said.clause, Clause::Each(_)));
        child.lines = others;
        for limit in limits {
            let of = whose(child, &limit.text, counts, last > 0 && n == last);
            if of == Of::Either {
                findings.push(asked(child, &block.row.name.text, &limit));
            }
            if of == Of::Block { &mut of_block } else { &mut child.lines }.push(limit);
        }
    }
    block.lines.extend(of_block);
}

/// Says whose limit a line below a criterion is; `counts` tells whether so much for each is said there, `ends` whether the block ends.
fn whose(node: &Node, limit: &str, counts: bool, ends: bool) -> Of {
    let plain = bare(limit);
    let own = ["tieu chi nay", "noi dung nay"].iter().any(|word| plain.contains(word));
    let Some(most) = most_given(limit).filter(|_| !own) else { return Of::Criterion };
    let max = node.row.max.as_ref().map(Points::abs).filter(Points::is_positive);
    match max {
        Some(max) if most > max => Of::Block,
        _ if !ends => Of::Criterion,
        Some(_) if !counts => Of::Block,
        _ => Of::Either,
    }
}

/// Asks whose limit a line is.
fn asked(node: &Node, block: &str, limit: &CellWords) -> (CellWords, Finding) {
    let (name, words) = (&node.row.name.text, &limit.text);
    let message = text!(
        "“{words}”: giới hạn riêng của “{name}” hay của cả “{block}”? Tạm tính riêng",
        "“{words}”: does it limit “{name}” alone, as it does for now, or all of “{block}”?"
    );
    (limit.clone(), Finding::new(&SHARED, message))
}
