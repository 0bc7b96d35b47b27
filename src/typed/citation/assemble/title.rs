//! What a document is about: words up to the next thing that is said of it, with the documents cited among them.

use std::ops::Range;

use super::{CitationReader, Piece, Placed};
use crate::assessment::EvidenceDate;

/// Words before `của` that name what somebody has, so that no issuer follows: `chức năng, nhiệm vụ của Sở`.
const HAD: &[&str] = &[
    "năng",
    "vụ",
    "hạn",
    "quyền",
    "lý",
    "vực",
    "chức",
    "động",
    "vi",
    "mục",
    "bộ",
    "máy",
    "tác",
    "chế",
    "sách",
    "việc",
    "phần",
    "hiệu",
    "lực",
    "lượng",
    "số",
    "làm",
    "định",
    "sở",
    "công",
    "đường",
    "kiến",
    "dân",
    "viên",
    "lòng",
    "quy",
    "nghị",
    "đạo",
    "thuộc",
    "vị",
];
/// Words before a day that is not the day of issue.
const OTHER_DAY: &[&str] = &["trước", "sau", "từ", "đến", "trong", "tính", "hết", "vào", "niệm", "lễ", "nhân", "hạn", "qua", "mừng"];
/// Words before a place that is spoken of and not looked up.
const SPOKEN_OF: &[&str] = &["đổi", "sung", "theo", "định", "bỏ", "thế", "của", "hiện", "hành", "ở", "gồm", "về"];
/// Most pieces of one title.
const LONGEST: usize = 160;

/// What a title has read so far.
struct Read {
    /// First piece.
    start: usize,
    /// Offset behind its last word.
    to: usize,
    /// Whether the pieces just read cite another document: what follows may be said of that one.
    citing: bool,
    /// Whether it tells what was done.
    told: bool,
    /// Whether it says how something stands, as titles seldom do.
    idle: bool,
}

impl CitationReader<'_> {
    /// Reads the title that begins where the reader stands.
    pub(super) fn title(&mut self, led: bool) {
        let start = self.at;
        let Some(first) = self.pieces.get(start) else { return };
        let mut read = Read { start, to: first.from, citing: false, told: false, idle: false };
        let mut cites = false;
        let quotes = matches!(first.piece, Piece::Sign('"')).then(|| self.closing_quote(start)).flatten();
        let quotes = quotes.filter(|_| !self.names_file(start + 1));
        if let Some(end) = quotes {
            // Words in quotation marks are the title, whatever they name.
            let to = self.pieces.get(end).map_or(first.to, |quote| quote.from);
            return self.keep_title(first.to, to, start..end + 1, false);
        }
        while let Some(placed) = self.pieces.get(self.at).filter(|_| self.at - start < LONGEST) {
            if self.stops(&read, placed) {
                break;
            }
            let next = self.over(&mut read, placed);
            cites |= read.citing;
            self.at = next;
        }
        let end = self.at;
        let nameless = self.lacks_number();
        if read.told && !led && !nameless {
            // A sentence that goes on behind a document is no title: `…, Sở đã ban hành`.
            self.at = end.max(start);
        } else {
            self.keep_title(first.from, read.to, start..end.max(start), cites);
        }
        if (read.told || read.idle)
            && nameless
            && let Some(open) = self.open.as_mut()
        {
            // A sentence about a document names none by its kind alone.
            open.leads = false;
        }
        self.state.told |= read.told;
    }

    /// Keeps the words of a title, from and to, with the pieces that it takes.
    fn keep_title(&mut self, from: usize, to: usize, taken: Range<usize>, cites: bool) {
        let title = self.words(from, to);
        if let Some(open) = self.open.as_mut() {
            open.title = Some(title).filter(|title| !title.is_empty());
            open.cites |= cites;
        }
        self.used.extend(self.pieces.get(taken.clone()).unwrap_or_default().iter().map(|placed| placed.line));
        self.at = taken.end;
    }

    /// Takes a piece, or what belongs together, into the title; gives the piece behind it.
    fn over(&self, read: &mut Read, placed: &Placed) -> usize {
        let at = self.at;
        let citing = std::mem::take(&mut read.citing);
        read.told |= matches!(placed.word.as_str(), "đã" | "sẽ" | "chưa") && !placed.capital;
        read.idle |= matches!(placed.word.as_str(), "đang" | "đầy" | "đúng") && !placed.capital;
        // `Báo cáo được gửi …` tells what was done; further on it is said of something else.
        read.idle |= placed.word == "được" && at < read.start + 2;
        match &placed.piece {
            Piece::Sign('(' | '[') => {
                if let Some(end) = self.closing(at) {
                    read.to = self.pieces.get(end).map_or(read.to, |close| close.to);
                    return end + 1;
                }
            }
            Piece::Sign('"') => {
                if let Some(end) = self.closing_quote(at) {
                    read.to = self.pieces.get(end).map_or(read.to, |close| close.to);
                    return end + 1;
                }
            }
            Piece::Sign(sign) => {
                // Signs at the end are no part of it; those inside are.
                read.citing = citing && *sign == ',';
                if matches!(sign, '%' | ')' | ']') {
                    read.to = placed.to;
                }
                return at + 1;
            }
            Piece::And => {
                read.citing = citing;
                return at + 1;
            }
            Piece::Numbers { full, .. } => read.citing = *full,
            Piece::Days { .. } | Piece::Of => read.citing = citing,
            // At the end of a title these belong to what follows: `ban hành kèm theo Quyết định số …`.
            Piece::Noise => {
                read.citing = citing;
                return at + 1;
            }
            Piece::Verb if matches!(self.piece(at + 1), Some(Piece::Noise)) => return at + 1,
            Piece::Authority | Piece::Word if citing && self.issuer_of_cited(at) => read.citing = true,
            _ => {}
        }
        read.to = placed.to;
        at + 1
    }

    /// Tells whether a word belongs to the issuer of a document just cited.
    fn issuer_of_cited(&self, at: usize) -> bool {
        matches!(self.before(at), Some(Piece::Of | Piece::Authority | Piece::Word))
    }

    /// Finds the bracket that closes the one at `at`, near and in the same line.
    fn closing(&self, at: usize) -> Option<usize> {
        let mut depth = 0_u32;
        for (n, placed) in self.pieces.iter().enumerate().skip(at).take(60) {
            match placed.piece {
                Piece::Sign('(' | '[') => depth += 1,
                Piece::Sign(')' | ']') => depth = depth.saturating_sub(1),
                Piece::Break | Piece::File | Piece::Link => return None,
                _ => {}
            }
            if depth == 0 {
                return Some(n);
            }
        }
        None
    }

    /// Tells whether a title ends before a piece.
    fn stops(&self, read: &Read, placed: &Placed) -> bool {
        let at = self.at;
        match &placed.piece {
            Piece::Break | Piece::File | Piece::Link | Piece::Unfilled | Piece::Sign(';') => true,
            Piece::Sign('.') => self.ends_sentence(at),
            Piece::Sign(')' | ']') => true,
            Piece::Sign('(' | '[') => self.says_more(at),
            Piece::Sign(',' | '-' | '+' | '/') | Piece::And => self.stops_behind(read, at),
            Piece::Sign(':') => {
                let quote = usize::from(matches!(self.piece(at + 1), Some(Piece::Sign('"'))));
                self.names_file(at + 1 + quote)
            }
            Piece::Sign('"') => self.names_file(at + 1),
            Piece::Section => self.is_place(at),
            Piece::Days { introduced, .. } => *introduced && !read.citing && self.is_day_of_issue(at),
            Piece::Kind(_) => self.is_numbered(at) && self.is_next_document(read, at),
            Piece::So => {
                matches!(self.piece(at + 1), Some(Piece::Numbers { .. }))
                    && !matches!(self.before(at), Some(Piece::Kind(_)))
                    && self.is_own_number(read, at)
            }
            Piece::Numbers { .. } => !matches!(self.before(at), Some(Piece::Kind(_) | Piece::So)) && self.is_own_number(read, at),
            Piece::Of => !read.citing && self.is_issuer(read, at),
            Piece::Noise => matches!(placed.word.as_str(), "kèm" | "đính" | "gửi") && self.nothing_else(at),
            _ => false,
        }
    }

    /// Tells whether what stands in a bracket is said of the document, not part of its title.
    fn says_more(&self, at: usize) -> bool {
        let mut n = at + 1;
        while matches!(self.piece(n), Some(Piece::Noise | Piece::Sign(':'))) {
            n += 1;
        }
        match self.piece(n) {
            Some(Piece::Section) => self.is_place(n),
            Some(Piece::Days { .. } | Piece::File | Piece::Link) => true,
            Some(Piece::Kind(_)) => self.lacks_number() && self.is_numbered(n),
            Some(Piece::Numbers { .. } | Piece::So) => self.lacks_number(),
            Some(Piece::Authority) => self.open.as_ref().is_some_and(|open| open.issuer.is_none()) && self.days_follow(n),
            // Only noise stands in it: `(đính kèm)`.
            Some(Piece::Sign(')' | ']')) => n > at + 1,
            _ => self.closing(at).is_none(),
        }
    }

    /// Tells whether a day follows an authority inside a bracket.
    fn days_follow(&self, at: usize) -> bool {
        let (end, _) = self.issuer_end(at);
        matches!(self.piece(end), Some(Piece::Sign(')' | ']' | ',')))
    }

    /// Tells whether a title ends before a sign because of what stands behind it.
    fn stops_behind(&self, read: &Read, at: usize) -> bool {
        let mut n = at + 1;
        while matches!(self.piece(n), Some(Piece::Noise | Piece::Sign('-' | ':' | ',') | Piece::And)) && n < at + 4 {
            n += 1;
        }
        match self.piece(n) {
            None | Some(Piece::Break | Piece::File | Piece::Link) => true,
            Some(Piece::Sign('"')) => self.names_file(n + 1),
            Some(Piece::Section) => self.is_place(n),
            Some(Piece::Days { .. }) => !read.citing && self.is_day_of_issue(n),
            Some(Piece::Kind(_)) if self.is_numbered(n) => self.is_next_document(read, n),
            Some(Piece::Kind(_)) => self.pieces.get(n).is_some_and(|kind| kind.capital) && self.number_comes(n) && !self.lacks_number(),
            Some(Piece::So) => matches!(self.piece(n + 1), Some(Piece::Numbers { .. })) && self.is_own_number(read, n),
            Some(Piece::Numbers { .. }) => self.is_own_number(read, n),
            Some(Piece::Authority) => {
                self.open.as_ref().is_some_and(|open| open.issuer.is_none())
                    && n == at + 1
                    && self.is_all_issuer(n)
                    && !matches!(self.piece(at), Some(Piece::And))
            }
            _ => false,
        }
    }

    /// Tells whether the name of an authority reaches the end of its part of the line, or a day.
    fn is_all_issuer(&self, at: usize) -> bool {
        let (end, _) = self.issuer_end(at);
        match self.piece(end) {
            None | Some(Piece::Break | Piece::Sign(';' | '(' | '[') | Piece::Days { .. }) => true,
            Some(Piece::Sign(',')) => matches!(self.piece(end + 1), Some(Piece::Days { .. } | Piece::Section | Piece::File | Piece::Link)),
            Some(Piece::Sign('.')) => self.ends_sentence(end),
            _ => false,
        }
    }

    /// Tells whether a number without a kind right before it is that of this document or of the next, not of one cited.
    fn is_own_number(&self, read: &Read, at: usize) -> bool {
        let separated = matches!(self.before(at), Some(Piece::Sign(',' | '-' | '+' | '(' | '/' | ';' | ':') | Piece::And | Piece::Noise));
        if self.lacks_number() {
            // Words that cite, such as `thực hiện`, stand before numbers of other documents.
            let led = matches!(self.piece(at), Some(Piece::So));
            return led || separated && !read.citing;
        }
        separated && !read.citing
    }

    /// Tells whether a kind with its number begins the next document, and is not cited in the title.
    fn is_next_document(&self, read: &Read, at: usize) -> bool {
        let Some(before) = self.before(at) else { return true };
        // `Căn cứ Kế hoạch số …, UBND xã ban hành Kế hoạch số …`: what was made on that ground.
        let made = matches!(before, Piece::Verb) && self.open.as_ref().is_some_and(|open| open.basis);
        if read.told || made {
            return true;
        }
        match before {
            Piece::And => {
                let same = self.code(at) == self.cited_code(at);
                let joined = matches!(at.checked_sub(2).and_then(|n| self.piece(n)), Some(Piece::Kind(_)));
                !(joined || read.citing && same)
            }
            Piece::Sign('(' | '[') => self.lacks_number(),
            Piece::Sign(_) => true,
            // `ban hành kèm theo Quyết định số …`: there the number is that of the document.
            Piece::Noise => {
                let word = at.checked_sub(1).and_then(|n| self.pieces.get(n)).map(|noise| noise.word.as_str());
                self.lacks_number() && matches!(word, Some("kèm" | "tại" | "có" | "gửi"))
            }
            Piece::Days { .. } | Piece::Section | Piece::File | Piece::Link => true,
            _ => self.lacks_number() && self.is_of_first_kind(at),
        }
    }

    /// Tells whether a number has the type code of the kind that the open document began with, and not that of the kind it
    /// stands behind.
    fn is_of_first_kind(&self, at: usize) -> bool {
        let Some(first) = self.open.as_ref().map(|open| open.code).filter(|code| !code.is_empty()) else { return false };
        let mut n = at + 1;
        while matches!(self.piece(n), Some(Piece::So | Piece::Sign(':' | '('))) {
            n += 1;
        }
        let Some(Piece::Numbers { numbers, full: true }) = self.piece(n) else { return false };
        let code = |code: &str| numbers.first().is_some_and(|number| number.split(['/', '-']).any(|part| part == code));
        code(first) && self.code(at) != first && !code(self.code(at))
    }

    /// Gives the type code of the kind that was cited last before `at`.
    fn cited_code(&self, at: usize) -> &'static str {
        let near = at.saturating_sub(20)..at;
        let mut kinds = self.pieces.get(near).unwrap_or_default().iter().rev();
        kinds.find_map(|placed| if let Piece::Kind(code) = placed.piece { Some(code) } else { None }).unwrap_or("")
    }

    /// Tells whether words of place in a title say where to look, not what is amended.
    fn is_place(&self, at: usize) -> bool {
        let ends = matches!(
            self.piece(at + 1),
            None | Some(
                Piece::Break | Piece::Sign(_) | Piece::File | Piece::Link | Piece::Kind(_) | Piece::And | Piece::Noise | Piece::Days { .. }
            )
        );
        let before = at.checked_sub(1).and_then(|n| self.pieces.get(n));
        let before_that = at.checked_sub(2).and_then(|n| self.pieces.get(n));
        let parted = before.is_some_and(|before| matches!(before.piece, Piece::Sign(',' | '(' | '[' | '-' | ';')));
        if parted {
            return ends || !matches!(self.piece(at + 1), Some(Piece::Of | Piece::About));
        }
        let tai =
            before.is_some_and(|before| before.word == "tại") && !before_that.is_some_and(|two| two.word == "định" || two.word == "quy");
        ends && (tai || !before.is_some_and(|before| SPOKEN_OF.contains(&before.word.as_str())))
    }

    /// Tells whether a day behind a title is that of the document.
    fn is_day_of_issue(&self, at: usize) -> bool {
        if self.open.as_ref().is_some_and(|open| open.days.iter().any(|day| *day != EvidenceDate::Blank)) {
            return false;
        }
        let before = at.checked_sub(1).and_then(|n| self.pieces.get(n));
        let other = before.is_some_and(|before| OTHER_DAY.contains(&before.word.as_str()));
        let ends = !matches!(self.piece(at + 1), Some(Piece::Word | Piece::Verb | Piece::Kind(_) | Piece::Authority));
        !other && ends
    }

    /// Tells whether `của` in a title names the issuer of the document, not whose task the title speaks of.
    fn is_issuer(&self, read: &Read, at: usize) -> bool {
        let open = self.open.as_ref();
        if open.is_none_or(|open| open.issuer.is_some()) || !matches!(self.piece(at + 1), Some(Piece::Authority)) || at == read.start {
            return false;
        }
        let (end, _) = self.issuer_end(at + 1);
        let dated = matches!(self.piece(end), Some(Piece::Days { .. } | Piece::So | Piece::Numbers { .. }));
        let before = at.checked_sub(1).and_then(|n| self.pieces.get(n));
        let year = before.is_some_and(|before| {
            self.text.get(before.from..before.to).is_some_and(|word| word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V')))
        });
        let had = before.is_some_and(|before| HAD.contains(&before.word.as_str()));
        (dated || year || !had) && (dated || self.is_all_issuer(at + 1))
    }

    /// Tells whether only words that say nothing stand up to the end of the part of the line.
    fn nothing_else(&self, at: usize) -> bool {
        let rest = self.pieces.get(at..).unwrap_or_default().iter().take(12);
        let mut after = rest.skip_while(|placed| matches!(placed.piece, Piece::Noise));
        after.next().is_none_or(|placed| matches!(placed.piece, Piece::Break | Piece::Sign(_) | Piece::File | Piece::Link))
    }
}
