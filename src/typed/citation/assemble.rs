//! Which pieces belong to which document: from left to right, each piece once.

use super::document::Draft;
use super::piece::{Piece, Placed};
use super::token::plain_sign;
use crate::assessment::EvidenceDate;

/// Reads the documents out of the pieces of a text, at most `most` of them.
pub fn drafts(text: &str, pieces: &[Placed], most: usize) -> Drafts {
    let mut reader = CitationReader {
        text,
        pieces,
        at: 0,
        open: None,
        done: Vec::new(),
        state: State::default(),
        most,
        left_out: 0,
        used: Vec::new(),
        line: 0,
    };
    while reader.at < pieces.len() {
        let before = reader.at;
        reader.step();
        // Whatever a step makes of a piece, it is taken once.
        reader.at = reader.at.max(before + 1);
    }
    reader.close();
    Drafts { list: reader.done, left_out: reader.left_out, used: reader.used }
}

/// What a text names.
pub struct Drafts {
    /// Documents, in the order of the text.
    pub list: Vec<Draft>,
    /// How many were left out beyond the most that are read.
    pub left_out: usize,
    /// Lines that say something of a document.
    pub used: Vec<usize>,
}

/// Where in a line the reader stands.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
struct State {
    /// Whether a line or a part of it has begun and nothing was read of it.
    started: bool,
    /// Whether a semicolon or full stop stands behind the open document.
    parted: bool,
    /// Whether it is a full stop.
    sentence: bool,
    /// Days of the document that comes next: `Ngày …, UBND tỉnh ban hành Kế hoạch số …`.
    days: Vec<EvidenceDate>,
    /// How many brackets are open.
    depth: usize,
    /// Whether a line ended behind the open document.
    broken: bool,
    /// Whether the words since the last document tell what was done: `đã`.
    told: bool,
    /// Whether the line began with words by which a document is the ground of what follows.
    basis: bool,
    /// Place inside the document that comes next.
    ahead: Option<String>,
    /// Issuer of the document that comes next.
    issuer: Option<String>,
    /// Words before a file or an address, from and to.
    words: Option<(usize, usize)>,
}

/// Reads documents from left to right.
struct CitationReader<'t> {
    text: &'t str,
    pieces: &'t [Placed],
    at: usize,
    open: Option<Draft>,
    done: Vec<Draft>,
    state: State,
    most: usize,
    left_out: usize,
    used: Vec<usize>,
    /// Documents before the line where the reader stands.
    line: usize,
}

impl<'t> CitationReader<'t> {
    /// Gives a piece, counted from where the reader stands.
    fn piece(&self, n: usize) -> Option<&'t Piece> {
        self.pieces.get(n).map(|placed| &placed.piece)
    }

    /// Gives the piece before one.
    fn before(&self, n: usize) -> Option<&'t Piece> {
        n.checked_sub(1).and_then(|n| self.piece(n))
    }

    /// Notes that the line where the reader stands says something of a document.
    fn mark(&mut self) {
        self.used.extend(self.pieces.get(self.at).map(|placed| placed.line));
    }

    /// Gives the words between two offsets, without the signs around them.
    fn words(&self, from: usize, to: usize) -> String {
        let words = self.text.get(from..to).unwrap_or_default().trim();
        let mut words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '+' | '.' | '/'));
        // Quotation marks around all of it, or one that is left alone, are no part of it.
        let quotes = words.chars().filter(|c| plain_sign(*c) == '"').count();
        let outside = words.starts_with(|c| plain_sign(c) == '"') && words.ends_with(|c| plain_sign(c) == '"');
        if quotes == 1 || quotes == 2 && outside {
            words = words.trim_matches(|c| plain_sign(c) == '"');
        }
        let mut words = words.trim();
        for (open, close) in [('(', ')'), ('[', ']')] {
            if words.starts_with(open) && words.ends_with(close) && words.matches(open).count() == 1 {
                words = words.get(1..words.len() - 1).unwrap_or_default().trim();
            }
        }
        words.to_owned()
    }

    /// Tells whether the open document still takes what is said in its own part of the line.
    fn takes(&self) -> bool {
        self.open.is_some() && !self.state.broken
    }

    /// Tells whether the open document lacks its number.
    fn lacks_number(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.numbers.is_empty() && open.kind.is_some())
    }

    /// Takes one piece, or as many as belong to it.
    fn step(&mut self) {
        let at = self.at;
        let Some(placed) = self.pieces.get(at) else { return };
        let started = std::mem::take(&mut self.state.started) || at == 0;
        self.state.basis |= started && cited::is_basis(placed);
        match &placed.piece {
            Piece::Break => {
                self.line = self.done.len() + usize::from(self.open.is_some());
                self.state = State { started: true, broken: true, parted: true, ..State::default() };
            }
            // Inside a bracket a semicolon parts no more than a comma.
            Piece::Sign(sign @ ';') if self.state.depth == 0 => self.part(*sign),
            Piece::Sign(sign @ '.') if self.ends_sentence(at) => self.part(*sign),
            Piece::Sign(':') => self.colon(at),
            Piece::Sign('"') => self.quoted(at),
            Piece::Sign(_) | Piece::And => {
                match placed.piece {
                    Piece::Sign('(' | '[') => self.state.depth += 1,
                    Piece::Sign(')' | ']') => self.state.depth = self.state.depth.saturating_sub(1),
                    _ => {}
                }
                self.state.started = started && !matches!(placed.piece, Piece::And);
                self.at += 1;
            }
            Piece::Kind(_) => self.kind(at, started),
            Piece::So if matches!(self.piece(at + 1), Some(Piece::Unfilled)) => self.at += 1,
            Piece::So if matches!(self.piece(at + 1), Some(Piece::Numbers { .. })) => self.numbers(at, started),
            Piece::Numbers { .. } => self.numbers(at, started),
            Piece::Unfilled => self.unfilled(at),
            Piece::Days { days, shared, .. } => self.days(days, *shared),
            Piece::Section => self.section(at, started),
            Piece::File | Piece::Link => self.name(at),
            Piece::Of => self.of(at),
            Piece::About => {
                let untitled = self.takes() && self.open.as_ref().is_some_and(|open| open.title.is_none());
                self.at += 1;
                if untitled { self.title(true) } else { self.skip() }
            }
            Piece::Authority => self.authority(at, started),
            Piece::Noise => match self.cited_from(at) {
                Some(cited) => self.step_over_cited(cited),
                None => self.skip(),
            },
            Piece::So | Piece::Verb | Piece::Word => self.word(at, started),
        }
    }

    /// Gives days to the open document, or to the one that follows; those that are shared to the documents before it, too.
    fn days(&mut self, days: &[EvidenceDate], shared: bool) {
        let days = match days {
            // `cùng ngày`: that of the document before, where it has one.
            [] => self.done.last().map(|before| before.days.clone()).filter(|days| days.len() == 1).unwrap_or_default(),
            days => days.to_vec(),
        };
        if self.takes()
            && let Some(open) = self.open.as_mut().filter(|open| open.days.is_empty())
        {
            open.days.clone_from(&days);
            if shared {
                let of_line = self.done.get_mut(self.line..).unwrap_or_default();
                of_line.iter_mut().rev().take_while(|before| before.days.is_empty()).for_each(|before| before.days.clone_from(&days));
            }
            self.mark();
        } else if !self.takes() || self.state.parted {
            self.state.days = days;
        }
        self.at += 1;
    }

    /// Ends a part of a line: what follows belongs to the open document only where it says so.
    fn part(&mut self, sign: char) {
        self.state.parted = true;
        self.state.sentence = sign == '.';
        self.state.days.clear();
        self.state.started = true;
        self.state.told = false;
        self.state.words = None;
        self.at += 1;
    }

    /// Tells whether a full stop ends a sentence, not an abbreviation: `TP. Tân An`, `v.v.`.
    fn ends_sentence(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|n| self.pieces.get(n));
        let short = before
            .is_some_and(|before| matches!(before.word.as_str(), "tp" | "p" | "q" | "h" | "tx" | "x" | "tt" | "v" | "vv" | "tr" | "st"));
        let next = self.pieces.get(at + 1);
        !short && next.is_none_or(|next| next.gap || matches!(next.piece, Piece::Break | Piece::Sign('.')))
    }

    /// Steps over words that say nothing of the document, to the next sign or piece of a document.
    fn skip(&mut self) {
        while let Some(placed) = self.pieces.get(self.at) {
            self.tells(placed);
            if !matches!(
                placed.piece,
                Piece::Noise | Piece::Word | Piece::Verb | Piece::Of | Piece::About | Piece::Authority | Piece::Sign('/')
            ) {
                return;
            }
            self.at += 1;
        }
    }

    /// Notes a word that tells what was done: such a sentence names no document by its kind alone.
    fn tells(&mut self, placed: &Placed) {
        if matches!(placed.word.as_str(), "đã" | "sẽ" | "chưa" | "được") && !placed.capital {
            self.state.told |= placed.word == "đã";
            if self.lacks_number()
                && let Some(open) = self.open.as_mut()
            {
                open.leads = false;
            }
        }
    }

    /// Opens a document of a kind, or takes the word for what it is elsewhere: `theo quy định`.
    fn kind(&mut self, at: usize, started: bool) {
        let Some(placed) = self.pieces.get(at) else { return };
        let numbered = self.is_numbered(at);
        let separated = matches!(self.before(at), Some(Piece::Sign(_) | Piece::And));
        let dated = matches!(self.piece(at + 1), Some(Piece::Days { introduced: true, .. }));
        let attaches = self.lacks_number() && self.takes() && numbered && !started && !self.state.parted && !separated;
        if attaches {
            // `Kế hoạch … ban hành kèm theo Quyết định số …`: the number is the decision's, the title stays.
            return self.reopen(at);
        }
        let leads = started || self.state.told && numbered;
        let heads = numbered || dated || started || (separated && (placed.capital || self.open.is_none()) && self.number_comes(at));
        if !heads {
            return self.word(at, started);
        }
        self.open(Draft { kind: Some((placed.from, placed.to)), code: self.code(at), leads, ..Draft::default() });
        self.at = at + 1;
        if numbered {
            self.number();
        }
    }

    /// Gives the type code of the kind at `at`.
    fn code(&self, at: usize) -> &'static str {
        match self.piece(at) {
            Some(Piece::Kind(code)) => code,
            _ => "",
        }
    }

    /// Tells whether a number stands right behind the kind at `at`.
    fn is_numbered(&self, at: usize) -> bool {
        let mut n = at + 1;
        while matches!(self.piece(n), Some(Piece::So | Piece::Sign(':' | '('))) {
            n += 1;
        }
        matches!(self.piece(n), Some(Piece::Numbers { .. } | Piece::Unfilled))
    }

    /// Tells whether a number of its own comes for the kind at `at`, before another kind and in the same part of the line.
    fn number_comes(&self, at: usize) -> bool {
        let rest = self.pieces.get(at + 1..).unwrap_or_default().iter().take(60);
        let mut ahead = rest.take_while(|placed| !matches!(placed.piece, Piece::Break | Piece::Sign(';') | Piece::File | Piece::Link));
        ahead
            .find(|placed| matches!(placed.piece, Piece::Kind(_) | Piece::Numbers { .. }))
            .is_some_and(|placed| matches!(placed.piece, Piece::Numbers { .. }))
    }

    /// Gives the open document, named by its kind alone, the kind and number that follow.
    fn reopen(&mut self, at: usize) {
        let Some(placed) = self.pieces.get(at) else { return };
        let code = self.code(at);
        if let Some(open) = self.open.as_mut() {
            open.kind = Some((placed.from, placed.to));
            open.code = code;
        }
        self.at = at + 1;
        self.number();
    }

    /// Reads the number that stands behind a kind.
    fn number(&mut self) {
        while matches!(self.piece(self.at), Some(Piece::So | Piece::Sign(':' | '('))) {
            self.at += 1;
        }
        if let Some(Piece::Numbers { numbers, full }) = self.piece(self.at)
            && let Some(open) = self.open.as_mut()
        {
            open.numbers.clone_from(numbers);
            open.full = *full;
            self.at += 1;
        } else if matches!(self.piece(self.at), Some(Piece::Unfilled)) {
            self.unfilled(self.at);
        }
    }

    /// Takes a number whose digits were never filled in: it names no document, and what is said of it belongs to no other.
    fn unfilled(&mut self, at: usize) {
        if self.lacks_number() && self.takes() && !self.state.parted {
            if let Some(open) = self.open.as_mut() {
                open.unfilled = true;
            }
        } else {
            self.open(Draft { unfilled: true, ..Draft::default() });
        }
        self.at = at + 1;
    }

    /// Reads a number without a kind right before it.
    fn numbers(&mut self, at: usize, started: bool) {
        let n = if matches!(self.piece(at), Some(Piece::So)) { at + 1 } else { at };
        let Some(Piece::Numbers { numbers, full }) = self.piece(n) else { return self.word(at, started) };
        if self.lacks_number() && self.takes() && !started {
            if let Some(open) = self.open.as_mut() {
                open.numbers.clone_from(numbers);
                open.full = *full;
            }
            self.mark();
            self.at = n + 1;
            return;
        }
        let bare = self.open.as_ref().is_some_and(|open| open.is_bare() && !open.numbers.is_empty());
        let shares = bare && self.takes() && !self.state.parted;
        // `Kế hoạch số 05 ngày …, 06 ngày …`: what has no symbol is of the kind before it.
        let of_kind = self.open.as_ref().is_some_and(|open| !open.full && !open.numbers.is_empty()) && self.takes();
        let (kind, code) = self.open.as_ref().filter(|_| (shares || of_kind) && !full).map_or((None, ""), |open| (open.kind, open.code));
        self.open(Draft { kind, code, numbers: numbers.clone(), full: *full, shares, leads: started, ..Draft::default() });
        self.at = n + 1;
    }

    /// Opens a document and closes the one before it.
    fn open(&mut self, draft: Draft) {
        // `ke-hoach.pdf (Kế hoạch số …)`: the file is that of the document behind it.
        let files = self.file_before().unwrap_or_default();
        let basis = self.is_basis_of_next();
        self.close();
        let ahead = self.state.ahead.take();
        let issuer = self.state.issuer.take();
        let days = if draft.kind.is_some() || draft.full { std::mem::take(&mut self.state.days) } else { Vec::new() };
        self.open = Some(Draft { sections: ahead.into_iter().collect(), issuer, days, files, basis, ..draft });
        self.state = State { depth: self.state.depth, ..State::default() };
        self.mark();
    }

    /// Closes the open document. What is said of the last of several belongs to all.
    fn close(&mut self) {
        let Some(draft) = self.open.take() else { return };
        if draft.firmness().is_none() {
            return;
        }
        if self.done.len() >= self.most {
            self.left_out += draft.numbers.len().max(1);
            return;
        }
        if draft.shares {
            let several = draft.days.len() > 1;
            for before in self.done.iter_mut().rev() {
                if !before.is_bare() {
                    break;
                }
                if !several {
                    before.days.clone_from(&draft.days);
                }
                before.issuer.clone_from(&draft.issuer);
                before.title.clone_from(&draft.title);
                before.sections.clone_from(&draft.sections);
                before.files.clone_from(&draft.files);
                before.links.clone_from(&draft.links);
                if !before.shares {
                    break;
                }
            }
        }
        self.done.push(draft);
    }

    /// Reads a word: the title of the open document, where nothing else can be; else what is said around documents.
    fn word(&mut self, at: usize, started: bool) {
        let Some(placed) = self.pieces.get(at) else { return };
        self.tells(placed);
        let untitled = self.open.as_ref().is_some_and(|open| open.title.is_none());
        if self.takes() && untitled && !self.state.parted && !self.state.told {
            return self.title(false);
        }
        if started {
            self.state.words = None;
        }
        let from = self.state.words.map_or(placed.from, |(from, _)| from);
        self.state.words = Some((from, placed.to));
        self.at = at + 1;
    }
}

mod cited;
mod issuer;
mod quoted;
mod said;
mod title;
