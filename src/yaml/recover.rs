//! Reading on beside a fault of syntax: the part that has it is left out, the rest is read.
//!
//! What is left out is the smallest block of lines, by indentation, without which the parser gets further. So one broken
//! line hides no other mistake.

use super::blanks;
use super::parse::{Attempt, Broken, attempt};
use super::source::Source;
use super::tree::Node;
use crate::finding::Finding;
use crate::finding::criteria::{ALIAS, TABS, TOO_LARGE};

/// Most faults of syntax that are told of one file.
const MOST_FAULTS: usize = 20;
/// Most blocks that are tried for one fault.
const MOST_BLOCKS: usize = 8;
/// Most bytes that are parsed anew in all.
const MOST_BYTES: usize = 16 << 20;

/// File as far as it could be read.
#[derive(Debug)]
pub struct Parsed {
    /// The tree of what could be read; `None` where nothing could.
    pub root: Option<Node>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// The text that was read: the file's, without what was left out.
    pub source: Source,
    /// Lines left out.
    pub lost: Lost,
}

/// Lines that were left out because of faults of syntax.
#[derive(Clone, Debug, Default)]
pub struct Lost {
    blocks: Vec<Block>,
    /// For every line whether something is read on it.
    filled: Vec<bool>,
}

/// Lines from the first to the last, both included, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    first: usize,
    last: usize,
}

impl Lost {
    /// Tells whether all was read.
    pub const fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Tells whether something was left out between two lines, or right above or below them.
    pub fn touches(&self, first: usize, last: usize) -> bool {
        let empty = |line: &usize| !self.filled.get(line - 1).copied().unwrap_or(true);
        let above = (1..first).rev().take_while(empty).last().unwrap_or(first);
        let below = (last + 1..=self.filled.len()).take_while(empty).last().unwrap_or(last);
        self.blocks.iter().any(|block| block.first <= below && above <= block.last)
    }
}

/// Takes a text apart; beside faults of syntax, what is left when their blocks are left out.
pub fn parse(source: Source) -> Parsed {
    let mut faults = Vec::new();
    let mut blocks = Vec::new();
    let mut read = attempt(&source);
    let mut source = source;
    let misread = || read.broken.is_some() || read.root.as_ref().is_some_and(|root| root.begins(&blanks::begins_odd));
    if let Some((finding, spaced)) = misread().then(|| blanks::odd(&source)).flatten() {
        faults.push(finding);
        read = attempt(&spaced);
        source = spaced;
    }
    let mut left = Left { lines: source.text().lines().map(str::to_owned).collect(), source, read, spent: 0 };
    while let Some(broken) = left.read.broken.take() {
        let Broken { finding, line } = broken;
        let line = line.filter(|_| finding.code != &TOO_LARGE && faults.len() + 1 < MOST_FAULTS);
        let (at, tabs) = (finding.place.line, finding.code == &TABS);
        // `*quan trọng`: the words after what was taken for an alias are no fault of their own.
        let same = |one: &Finding| one.code == &ALIAS && one.place.line == at;
        let aliases: Vec<Finding> = left.read.findings.extract_if(.., |one| same(one)).collect();
        if aliases.is_empty() {
            faults.push(finding);
        }
        faults.extend(aliases);
        let next = line.and_then(|line| {
            let spaced = if tabs { left.spaced(line) } else { None };
            let spaced = spaced.map(|left| (left, None));
            spaced.or_else(|| left.without(at.unwrap_or(line), line).map(|(left, block)| (left, Some(block))))
        });
        let Some((next, block)) = next else {
            faults.append(&mut left.read.findings);
            return Parsed { root: None, findings: faults, source: left.source, lost: Lost::default() };
        };
        blocks.extend(block);
        left = next;
    }
    let Left { mut read, source, lines, .. } = left;
    if !faults.is_empty() {
        // What is said of the file as a whole may come of what was left out.
        read.findings.retain(|finding| finding.place.line.is_some());
    }
    faults.append(&mut read.findings);
    let filled = lines.iter().map(|line| !is_empty(line)).collect();
    Parsed { root: read.root, findings: faults, source, lost: Lost { blocks, filled } }
}

/// Lines that are left of a file, and what reading them came to.
#[derive(Debug)]
struct Left {
    lines: Vec<String>,
    source: Source,
    read: Attempt,
    /// Bytes parsed so far, beside the first time.
    spent: usize,
}

impl Left {
    /// Reads other lines in place of these; `None` where that would take too long.
    fn again(&mut self, lines: Vec<String>) -> Option<Self> {
        let text = lines.join("\n");
        self.spent += text.len();
        if self.spent > MOST_BYTES {
            return None;
        }
        let source = Source::new(&text, self.source.file());
        let read = attempt(&source);
        Some(Self { lines, source, read, spent: self.spent })
    }

    /// Puts blanks for tabs in every indentation, as many as make it readable, or readable beyond the line of the fault.
    fn spaced(&mut self, line: usize) -> Option<Self> {
        let mut best: Option<(usize, Self)> = None;
        for width in [2, 4, 8] {
            let lines = self.lines.iter().map(|line| {
                let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
                let (blank, rest) = line.split_at_checked(blank).unwrap_or(("", line));
                format!("{}{rest}", blank.replace('\t', &" ".repeat(width)))
            });
            let lines = lines.collect();
            let Some(next) = self.again(lines) else { break };
            let Some(broken) = &next.read.broken else { return Some(next) };
            let stopped = broken.line.unwrap_or(usize::MAX);
            let further = stopped > line && broken.finding.code != &TABS;
            if further && best.as_ref().is_none_or(|(furthest, _)| *furthest < stopped) {
                best = Some((stopped, next));
            }
        }
        best.map(|(_, next)| Self { spent: self.spent, ..next })
    }

    /// Leaves out the smallest block that has a fault told of line `at`, at which the parser stopped on `line`.
    fn without(&mut self, at: usize, line: usize) -> Option<(Self, Block)> {
        let mut best: Option<(usize, Self, Block)> = None;
        for block in blocks(&self.lines, at, line) {
            let mut lines = self.lines.clone();
            lines.iter_mut().take(block.last).skip(block.first - 1).for_each(String::clear);
            let Some(next) = self.again(lines) else { break };
            let Some(broken) = &next.read.broken else { return Some((next, block)) };
            let stopped = broken.line.unwrap_or(usize::MAX);
            let further = stopped.min(broken.finding.place.line.unwrap_or(stopped));
            if further > block.last && further > line && best.as_ref().is_none_or(|(furthest, ..)| *furthest < further) {
                best = Some((further, next, block));
            }
        }
        best.map(|(_, next, block)| (Self { spent: self.spent, ..next }, block))
    }
}

/// Lists blocks of lines around a fault, smaller ones first.
fn blocks(lines: &[String], at: usize, line: usize) -> Vec<Block> {
    let before = (1..line).rev().find(|number| lines.get(number - 1).is_some_and(|line| !is_empty(line)));
    let mut found: Vec<Block> = Vec::new();
    let mut add = |block: Block| {
        if !found.contains(&block) {
            found.push(block);
        }
    };
    for first in [Some(at), Some(line), before].into_iter().flatten() {
        if lines.get(first - 1).is_some_and(|line| !is_empty(line)) {
            add(block(lines, first));
        }
    }
    let mut first = at;
    while let Some(above) = parent(lines, first) {
        add(block(lines, above));
        first = above;
    }
    found.truncate(MOST_BLOCKS);
    found.sort_by_key(|block| block.last - block.first);
    found
}

/// Gives the line that what stands on a line hangs on.
fn parent(lines: &[String], line: usize) -> Option<usize> {
    let depth = indent(lines.get(line - 1)?);
    (1..line).rev().find(|number| lines.get(number - 1).is_some_and(|above| !is_empty(above) && indent(above) < depth))
}

/// Gives a line with what hangs on it.
fn block(lines: &[String], first: usize) -> Block {
    let head = lines.get(first - 1).map(String::as_str).unwrap_or_default();
    let (depth, item) = (indent(head), is_item(head));
    let below = lines.iter().enumerate().skip(first).take_while(|(_, line)| {
        // The items of a list may stand right below its key.
        is_empty(line) || indent(line) > depth || (!item && indent(line) == depth && is_item(line))
    });
    let last = below.filter(|(_, line)| !is_empty(line)).last().map_or(first, |(at, _)| at + 1);
    Block { first, last }
}

/// Counts the blanks before the first letter of a line.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Tells whether a line starts an item of a list.
fn is_item(line: &str) -> bool {
    let words = line.trim_start();
    words == "-" || words.starts_with("- ")
}

/// Tells whether nothing but a comment stands on a line.
fn is_empty(line: &str) -> bool {
    let words = line.trim_start();
    words.is_empty() || words.starts_with('#')
}
