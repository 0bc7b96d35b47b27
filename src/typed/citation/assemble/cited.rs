//! Documents cited as the ground of another, which are nobody's evidence: `Báo cáo số 7/BC-UBND … theo Kế hoạch số 3/KH-UBND …`,
//! `Căn cứ Công văn số …, UBND xã ban hành Kế hoạch số …`.

use super::super::document::Firmness;
use super::{CitationReader, Piece, Placed};

/// First words of what leads from a document to the one that it was made on the ground of.
const LEADS: &[&str] = &["theo", "căn", "để", "nhằm", "cụ"];
/// Most words between these and the document.
const MOST_WORDS: usize = 8;

/// Tells whether a word at the start of a line says that the document behind it may be the ground of another.
pub(super) fn is_basis(first: &Placed) -> bool {
    match &first.piece {
        Piece::Noise => matches!(first.word.as_str(), "căn" | "theo"),
        Piece::Verb | Piece::Word => matches!(first.word.as_str(), "thực" | "triển"),
        _ => false,
    }
}

impl CitationReader<'_> {
    /// Gives where the document begins that the open one cites by the words at `at`.
    pub(super) fn cited_from(&self, at: usize) -> Option<usize> {
        let lead = self.pieces.get(at).filter(|lead| LEADS.contains(&lead.word.as_str()))?;
        let open = self.open.as_ref().filter(|open| self.takes() && !open.basis && open.firmness() == Some(Firmness::Named))?;
        // `Kế hoạch … theo Quyết định số …`: what has no number of its own is still without one.
        let numbered = !open.numbers.is_empty() && lead.piece == Piece::Noise;
        // Behind a semicolon a capital begins an item of its own.
        let goes_on = !self.state.parted || !lead.capital;
        let rest = self.pieces.get(at + 1..).unwrap_or_default().iter().take(MOST_WORDS);
        let words = rest.take_while(|placed| matches!(placed.piece, Piece::Noise | Piece::Verb | Piece::Word)).count();
        let cited = at + 1 + words;
        (numbered && goes_on && self.names(cited)).then_some(cited)
    }

    /// Tells whether a document with its number begins at `at`.
    fn names(&self, at: usize) -> bool {
        match self.piece(at) {
            Some(Piece::Kind(_)) => self.is_numbered(at),
            Some(Piece::So) => matches!(self.piece(at + 1), Some(Piece::Numbers { .. })),
            Some(Piece::Numbers { .. }) => true,
            _ => false,
        }
    }

    /// Steps over a cited document with its day, its issuer and the places in it, and over further ones of its kind that `và`
    /// joins to it.
    pub(super) fn step_over_cited(&mut self, from: usize) {
        let code = self.code(from);
        let mut at = from;
        loop {
            while matches!(self.piece(at), Some(Piece::Kind(_) | Piece::So | Piece::Sign(':') | Piece::Numbers { .. } | Piece::Section)) {
                at += 1;
            }
            while matches!(self.piece(at), Some(Piece::Days { .. })) || self.day_in_bracket(at) {
                at += if self.day_in_bracket(at) { 3 } else { 1 };
            }
            if matches!(self.piece(at), Some(Piece::Of)) {
                at = self.issuer_end(at + 1).0.max(at + 1);
            }
            let next = at + 1;
            let joined = matches!(self.piece(at), Some(Piece::And)) && self.names(next);
            if !(joined && (self.code(next) == code || self.code(next).is_empty())) {
                break;
            }
            at = next;
        }
        self.at = at;
        self.skip();
    }

    /// Tells whether a day stands in a bracket at `at`.
    fn day_in_bracket(&self, at: usize) -> bool {
        matches!(self.piece(at), Some(Piece::Sign('(')))
            && matches!(self.piece(at + 1), Some(Piece::Days { .. }))
            && matches!(self.piece(at + 2), Some(Piece::Sign(')')))
    }

    /// Tells whether the document that is about to open is the ground of another; where it is none, and those before it in its
    /// sentence are its grounds, these are dropped.
    pub(super) fn is_basis_of_next(&mut self) -> bool {
        let said = std::mem::take(&mut self.state.basis);
        let before = self.open.as_ref().is_some_and(|open| open.basis) && self.takes() && !self.state.parted;
        if said || !before {
            return said;
        }
        if matches!(self.before(self.at), Some(Piece::Sign(_) | Piece::And)) {
            return true;
        }
        self.open = None;
        let line = self.line.min(self.done.len());
        let grounds = self.done.get(line..).unwrap_or_default().iter().rev().take_while(|draft| draft.basis).count();
        self.done.truncate(self.done.len() - grounds);
        false
    }
}
