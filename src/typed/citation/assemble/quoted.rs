//! What a colon introduces and what stands in quotation marks.

use super::{CitationReader, Piece};

impl CitationReader<'_> {
    /// Reads what a colon introduces: the title of the open document, or what words before it were about.
    pub(super) fn colon(&mut self, at: usize) {
        self.at += 1;
        let words = matches!(self.piece(at + 1), Some(Piece::Word | Piece::Verb | Piece::Sign('"')));
        let untitled = self.open.as_ref().is_some_and(|open| open.title.is_none() && !open.numbers.is_empty());
        if words && untitled && self.takes() && !self.state.parted {
            self.title(true);
        } else if !self.takes() {
            self.state.started = true;
        }
    }

    /// Reads words in quotation marks: a title, or nothing.
    pub(super) fn quoted(&mut self, at: usize) {
        // The name of a file in quotation marks is no title: `tên tệp: "KH 12.pdf"`.
        let end = self.closing_quote(at).filter(|_| !self.names_file(at + 1));
        let untitled = self.takes() && !self.state.parted && self.open.as_ref().is_some_and(|open| open.title.is_none());
        self.state.started |= self.state.parted || self.open.is_none();
        let Some(end) = end.filter(|_| untitled) else {
            self.at += 1;
            return;
        };
        let (from, to) = (self.pieces.get(at).map_or(0, |quote| quote.to), self.pieces.get(end).map_or(0, |quote| quote.from));
        let title = self.words(from, to);
        if let Some(open) = self.open.as_mut() {
            open.title = Some(title).filter(|title| !title.is_empty());
        }
        self.mark();
        self.at = end + 1;
    }

    /// Tells whether a file or an address stands at `at`.
    pub(super) fn names_file(&self, at: usize) -> bool {
        matches!(self.piece(at), Some(Piece::File | Piece::Link))
    }

    /// Finds the quotation mark that closes the one at `at`, in the same line.
    pub(super) fn closing_quote(&self, at: usize) -> Option<usize> {
        let rest = self.pieces.get(at + 1..)?.iter().take(120);
        let inside = rest.take_while(|placed| placed.piece != Piece::Break).enumerate();
        // Marks that open and close differ on paper: one pair may stand inside another.
        let mut depth = 0_u32;
        for (n, _) in inside.filter(|(_, placed)| placed.piece == Piece::Sign('"')) {
            let opens = self
                .pieces
                .get(at + 1 + n)
                .and_then(|mark| self.text.get(mark.from..mark.to))
                .is_some_and(|mark| matches!(mark, "“" | "«"));
            match (opens, depth) {
                (true, _) => depth += 1,
                (false, 0) => return Some(at + 1 + n),
                (false, _) => depth -= 1,
            }
        }
        None
    }
}
