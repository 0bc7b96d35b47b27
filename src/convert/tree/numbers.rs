//! What numbers mean where they stand, and the ids that criteria get of them.

use super::{Grower, Node, at_number};
use crate::convert::rows::{CellWords, Row};
use crate::finding::Finding;
use crate::finding::convert::{NO_PARENT, NUMBER_GUESSED, NUMBER_MISSING, NUMBER_TWICE};
use crate::intake::stt::{Number, Style, places};
use crate::text;

impl Grower {
    /// Gives the place of a letter among areas: the one behind the area before it, where the letter can mean that.
    fn lettered(&self, number: &Number, depth: usize) -> Option<Vec<u32>> {
        let letter = number.written.chars().find(|c| c.is_alphabetic()).filter(|_| number.style == Style::Upper)?;
        let closed = depth.checked_sub(1).and_then(|n| self.open.get(n)).map_or(&self.tree.roots, |parent| &parent.children);
        let before = self.open.get(depth).or_else(|| closed.last()).filter(|node| node.style == Style::Upper);
        let expected = before.and_then(|node| node.parts.last()).map_or(1, |last| last + 1);
        let may = places(letter);
        may.iter().find(|place| **place == expected).or_else(|| may.first()).map(|place| vec![*place])
    }

    /// Lists what a number may mean, also behind a letter: `Đ.1`.
    fn meanings(number: &Number) -> Vec<Vec<u32>> {
        let front = number.written.split_once('.').and_then(|(front, _)| front.chars().next().filter(|_| front.chars().count() == 1));
        let letter = front.filter(|c| c.is_uppercase() && !matches!(c, 'I' | 'V' | 'X'));
        let (Some(letter), Some((_, rest))) = (letter, number.first().split_first()) else { return number.choices.clone() };
        places(letter).into_iter().map(|place| std::iter::once(place).chain(rest.iter().copied()).collect()).collect()
    }

    /// Says how many open criteria stand above a number, what it means there, and whether its parent is missing.
    pub fn place(&mut self, number: &Number, row: &Row) -> (usize, Vec<u32>, bool) {
        let first = number.first().to_vec();
        let sibling = |open: &[Node]| open.iter().rposition(|node| node.style == number.style && node.parts.len() == 1);
        if number.style == Style::Lower {
            let depth = self.open.iter().rposition(|node| node.style == Style::Lower).unwrap_or(self.open.len());
            return (depth, first, false);
        }
        if let Some(rank) = self.levels.rank(row) {
            let depth = self.below(rank);
            let parts = self.lettered(number, depth).unwrap_or(first);
            return (depth, parts, false);
        }
        if first.len() <= 1 {
            let depth = sibling(&self.open).unwrap_or_else(|| match number.style {
                // 1 below I, I below A; but never A below 1.
                Style::Dotted => self.open.iter().take_while(|node| matches!(node.style, Style::Roman | Style::Upper)).count(),
                Style::Roman => self.open.iter().take_while(|node| node.style == Style::Upper).count(),
                _ => 0,
            });
            let parts = self.lettered(number, depth).unwrap_or(first);
            return (depth, parts, false);
        }
        let choices = Self::meanings(number);
        let above = |parts: &[u32]| {
            let prefix = parts.split_last().map(|(_, prefix)| prefix.to_vec()).unwrap_or_default();
            self.open.iter().rposition(|node| node.parts == prefix && node.style != Style::Lower)
        };
        let next = |parts: &[u32]| {
            above(parts).is_some_and(|n| {
                let count = self.count_below(n);
                parts.last().is_some_and(|last| *last == count + 1)
            })
        };
        let parts = choices
            .iter()
            .find(|parts| next(parts))
            .or_else(|| choices.iter().find(|parts| above(parts).is_some() && !self.used(parts)))
            .or_else(|| choices.iter().find(|parts| above(parts).is_some()))
            .unwrap_or(&first)
            .clone();
        if let Some(n) = above(&parts) {
            return (n + 1, parts, false);
        }
        let depth = self.open.iter().take_while(|node| node.parts.len() < parts.len() && node.style != Style::Lower).count();
        let written = &number.written;
        let message = text!("“{written}” không có dòng cấp trên trong bảng", "“{written}” has no row above it in the table");
        self.found(&NO_PARENT, row, message);
        (depth.min(parts.len() - 1), parts, true)
    }

    /// Says how many open criteria stand above a level.
    pub fn below(&self, rank: usize) -> usize {
        let of = |node: &Node| node.rank.or((node.style == Style::Dotted).then(|| self.levels.plain()));
        let sibling = self.open.iter().rposition(|node| node.rank == Some(rank));
        sibling.unwrap_or_else(|| self.open.iter().take_while(|node| of(node).is_some_and(|one| one < rank)).count())
    }

    /// Gives the last number below an open criterion.
    fn count_below(&self, n: usize) -> u32 {
        let open = self.open.get(n + 1).and_then(|child| child.parts.last().copied());
        let closed = self.open.get(n).and_then(|node| node.children.last()).and_then(|child| child.parts.last().copied());
        open.or(closed).unwrap_or(0)
    }

    /// Tells whether a number is used below its parent.
    fn used(&self, parts: &[u32]) -> bool {
        self.open.iter().any(|node| node.parts == parts || node.children.iter().any(|child| child.parts == parts))
    }

    /// Tells of a number that had to be guessed, that skips others.
    pub fn guessed(&mut self, number: &Number, parts: &[u32], row: &Row) {
        let id = joined(parts);
        let written = number.written.clone();
        let from_date = number.choices.len() > 2;
        let letter = number.written.starts_with(char::is_alphabetic);
        if !letter && (from_date || number.first() != parts) {
            let message = text!("ô STT ghi “{written}”, hiểu là “{id}”", "the cell of the STT says “{written}”, taken for “{id}”");
            self.found(&NUMBER_GUESSED, row, message);
        }
        let siblings = self.open.last().map_or(&self.tree.roots, |parent| &parent.children);
        let (before, last) = (siblings.last().and_then(|node| node.parts.last().copied()), parts.last().copied().unwrap_or(0));
        let same = siblings.last().is_none_or(|node| node.style == number.style && node.parts.len() == parts.len());
        let expected = before.map_or(1, |before| before + 1);
        let counts = parts.len() == 1 && number.style == Style::Dotted;
        let goes_on = counts && self.counted.insert(row.word.unwrap_or_default(), last).unwrap_or(0) + 1 == last;
        if same && last > expected && number.style != Style::Lower && !goes_on {
            let mut missing = parts.to_vec();
            missing.pop();
            missing.push(expected);
            let gap = joined(&missing);
            let message = text!("trước “{written}” thiếu “{gap}”", "“{gap}” is missing before “{written}”");
            self.found(&NUMBER_MISSING, row, message);
        }
    }
}

/// Gives every criterion its id.
pub fn name(nodes: &mut [Node], parent: Option<&str>, taken: &mut Vec<String>, findings: &mut Vec<(CellWords, Finding)>) {
    // Bonus and penalty blocks stand outside of the tree and have ids of their own.
    for node in nodes.iter_mut().filter(|node| parent.is_some() || node.sign.is_none()) {
        let last = node.parts.last().copied().unwrap_or(0);
        let own = match (node.style, char::from_u32(96 + last)) {
            (Style::Lower, Some(letter)) if last <= 26 => letter.to_string(),
            (Style::Lower, _) => "đ".into(),
            _ => last.to_string(),
        };
        // A criterion whose parent is missing keeps the number that the table gives it.
        let stem = match parent {
            Some(parent) if !node.orphan => format!("{parent}.{own}"),
            None if !node.orphan => own,
            _ => joined(&node.parts),
        };
        let lettered = ('b'..='z').map(|letter| format!("{stem}{letter}"));
        let id = std::iter::once(stem.clone()).chain(lettered).find(|id| !taken.contains(id)).unwrap_or_else(|| stem.clone());
        if id != stem {
            let message =
                text!("“{stem}” đã dùng ở trên, dòng này mang mã “{id}”", "“{stem}” is used above, so this row has the id “{id}”");
            findings.push((at_number(&node.row), Finding::new(&NUMBER_TWICE, message)));
        }
        taken.push(id.clone());
        node.id.clone_from(&id);
        name(&mut node.children, Some(&id), taken, findings);
    }
}

/// Writes numbers with points between.
pub fn joined(parts: &[u32]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}
