//! What is said of a document beside its number: places inside it, files, addresses, the authority that issued it.

use super::super::document::Draft;
use super::super::vocabulary;
use super::{CitationReader, Piece};

impl CitationReader<'_> {
    /// Takes the files of an open document that is nothing else, where the document here stands in a bracket or behind a
    /// colon or dash.
    pub(super) fn file_before(&mut self) -> Option<Vec<String>> {
        let joined = matches!(self.before(self.at), Some(Piece::Sign('(' | '[' | ']' | ':' | '-')));
        let takes = self.takes() && !self.state.parted && joined;
        let open = self.open.as_mut().filter(|open| takes && open.kind.is_none() && open.numbers.is_empty() && open.links.is_empty())?;
        Some(std::mem::take(&mut open.files))
    }

    /// Gives words of place to the open document, or to the one that follows: `Mục II Báo cáo số …`.
    pub(super) fn section(&mut self, at: usize, started: bool) {
        let Some(placed) = self.pieces.get(at) else { return };
        let words = self.words(placed.from, placed.to);
        let mut n = at + 1;
        while matches!(self.piece(n), Some(Piece::Of | Piece::Noise | Piece::Verb)) {
            n += 1;
        }
        let led = started || matches!(self.before(at), Some(Piece::Noise));
        let ahead = matches!(self.piece(n), Some(Piece::Kind(_) | Piece::Numbers { .. } | Piece::So));
        if ahead && (led || !self.takes()) {
            self.state.ahead = Some(words);
            self.at = n;
            return;
        }
        if let Some(open) = self.open.as_mut() {
            open.sections.push(words);
            self.mark();
        }
        self.at = at + 1;
    }

    /// Gives a file or an address to the open document; by itself it is one.
    pub(super) fn name(&mut self, at: usize) {
        let Some(placed) = self.pieces.get(at) else { return };
        let is_file = placed.piece == Piece::File;
        let words = self.text.get(placed.from..placed.to).unwrap_or_default().to_owned();
        let quote = at - usize::from(matches!(self.before(at), Some(Piece::Sign('"'))));
        let label = quote - usize::from(matches!(self.before(quote), Some(Piece::Sign(':'))));
        let label = label.checked_sub(1).and_then(|n| self.pieces.get(n)).filter(|label| label.piece == Piece::Noise);
        let labelled = label.is_some_and(|label| vocabulary::is_attached(&label.word));
        let nameless = self.open.as_ref().is_some_and(|open| open.kind.is_none() && open.numbers.is_empty());
        let has_none = self.open.as_ref().is_some_and(|open| if is_file { open.files.is_empty() } else { open.links.is_empty() });
        // `…; trang 5 (ke-hoach.pdf)`: the place is that of the open document, and so is the file in the bracket behind it.
        let bracketed = matches!(self.before(at), Some(Piece::Sign('(' | '['))) && at > 1 && self.before(at - 1) == Some(&Piece::Section);
        let follows = !self.state.parted || labelled || self.state.sentence && has_none || bracketed;
        let joins = self.open.is_some() && !nameless && self.takes() && follows;
        let is_labelled_line = self.open.is_some() && !nameless && labelled && self.state.broken;
        if !(joins || is_labelled_line) {
            let title = self.state.words.take().map(|(from, to)| self.words(from, to)).filter(|title| !title.is_empty());
            self.open(Draft { title, leads: true, ..Draft::default() });
        }
        if let Some(open) = self.open.as_mut() {
            if is_file { open.files.push(words) } else { open.links.push(words) }
        }
        self.mark();
        self.at = at + 1;
    }

    /// Reads the issuer behind `của`.
    pub(super) fn of(&mut self, at: usize) {
        self.at += 1;
        let takes = self.takes() && self.open.as_ref().is_some_and(|open| open.issuer.is_none());
        if takes && matches!(self.piece(at + 1), Some(Piece::Word | Piece::Authority | Piece::Noise | Piece::Kind(_) | Piece::Verb)) {
            self.issuer();
        }
    }

    /// Reads the name of an authority: an issuer, where a sign or bracket parts it from what stands before.
    pub(super) fn authority(&mut self, at: usize, started: bool) {
        let parted = matches!(self.before(at), Some(Piece::Sign(_) | Piece::Days { .. } | Piece::Numbers { .. } | Piece::Kind(_)));
        if self.takes()
            && parted
            && !self.state.parted
            && self.open.as_ref().is_some_and(|open| open.issuer.is_none() && open.title.is_none())
        {
            return self.issuer();
        }
        if !self.takes() || self.state.parted {
            let (end, to) = self.issuer_end(at);
            let mut next = end;
            while self.pieces.get(next).is_some_and(|placed| matches!(placed.word.as_str(), "đã" | "ban")) {
                next += 1;
            }
            let issued = next > end && matches!(self.piece(next), Some(Piece::Kind(_))) && self.is_numbered(next);
            if issued {
                let from = self.pieces.get(at).map_or(0, |first| first.from);
                self.state.issuer = Some(self.words(from, to));
                self.at = next;
                return;
            }
            if started
                && matches!(self.piece(end), Some(Piece::Sign(':')))
                && matches!(self.piece(end + 1), Some(Piece::Kind(_) | Piece::Numbers { .. } | Piece::So))
            {
                let from = self.pieces.get(at).map_or(0, |first| first.from);
                self.state.issuer = Some(self.words(from, to));
                self.state.started = true;
                self.at = end + 1;
                return;
            }
        }
        self.word(at, started);
    }
}
