//! Who issued a document: the name of an authority, with the commas and dashes in it.

use super::{CitationReader, Piece};

/// Levels at which the name of an authority ends, where no name of a place follows.
const LEVELS: &[&str] = &["tỉnh", "huyện", "xã", "phường", "quận", "phố", "trấn"];
/// First words of authorities whose names are written by rule.
const NAMED: &[&str] = &["ubnd", "hđnd", "ủy", "uỷ", "sở", "bộ", "phòng"];
/// Words in small letters that go on with a name.
const PARTS: &[&str] =
    &["tỉnh", "huyện", "xã", "phường", "quận", "thành", "phố", "thị", "trấn", "nhân", "dân", "các", "cấp", "khu", "vực", "nông", "thôn"];
/// Syllables of one name that a comma stands between.
const PAIRS: &[(&str, &str)] = &[("phòng", "chống"), ("nông", "lâm"), ("lâm", "ngư")];
/// Most pieces of the rest of a name behind a comma.
const LONGEST_REST: usize = 10;
/// Most pieces of a name: one that goes on is none, and looking for its end from each of them would take long.
const LONGEST_NAME: usize = 60;
/// Most pieces that are looked at for the rest of a name.
const LOOKED_AT: usize = 12;

impl CitationReader<'_> {
    /// Reads the issuer that begins where the reader stands.
    pub(super) fn issuer(&mut self) {
        let at = self.at;
        let (end, to) = self.issuer_end(at);
        let from = self.pieces.get(at).map_or(0, |first| first.from);
        let words = self.words(from, to);
        if let Some(open) = self.open.as_mut().filter(|_| !words.is_empty()) {
            open.issuer = Some(words);
        }
        self.mark();
        self.at = end.max(at + 1);
        // `do UBND tỉnh ban hành`: the verb closes the name where nothing follows it.
        if self.closes(self.at) {
            self.at += 1;
        }
    }

    /// Tells whether `ban hành` ends its part of the line.
    fn closes(&self, at: usize) -> bool {
        let said = self.pieces.get(at).is_some_and(|verb| verb.piece == Piece::Verb && verb.word == "ban");
        said && matches!(
            self.piece(at + 1),
            None | Some(Piece::Break | Piece::Sign(_) | Piece::Days { .. } | Piece::Section | Piece::About)
        )
    }

    /// Finds the piece behind an issuer that begins at `at`, and the offset behind its last word.
    pub(super) fn issuer_end(&self, at: usize) -> (usize, usize) {
        let second = self.pieces.get(at + 1).map_or("", |second| second.word.as_str());
        let body = self.pieces.get(at).is_some_and(|first| match first.word.as_str() {
            "ban" => second == "chỉ",
            "hội" => second == "đồng" && self.pieces.get(at + 2).is_none_or(|third| third.word != "nhân"),
            "tổ" | "bcđ" => true,
            _ => false,
        });
        let mut n = at;
        let mut to = self.pieces.get(at).map_or(0, |first| first.from);
        // Whether a comma of the name was passed that small letters follow.
        let mut listed = false;
        while let Some(placed) = self.pieces.get(n).filter(|_| n < at + LONGEST_NAME) {
            if let Some(next) = self.behind_byname(n).filter(|_| n > at && placed.piece == Piece::Sign('(')) {
                to = self.pieces.get(next - 1).map_or(to, |bracket| bracket.to);
                n = next;
                continue;
            }
            let takes = match &placed.piece {
                Piece::Word => n == at || !self.is_beyond(at, n, body),
                Piece::Authority | Piece::Of => true,
                // A steering committee is named after what it steers.
                Piece::Verb => {
                    n == at || body && !self.is_behind_level(at, n) && !self.is_behind_place(at, n) && !self.closes(n) && !self.issues(n)
                }
                Piece::Section => n == at || body,
                Piece::Noise => n == at || placed.capital,
                Piece::Kind(_) => body && n > at || n == at || n == at + 1 && self.is_department(at) && !self.is_numbered(n),
                Piece::So => body && matches!(self.before(n), Some(Piece::Kind(_))),
                Piece::Numbers { .. } => body && self.is_cited(n),
                Piece::And => self.pieces.get(n + 1).is_some_and(|next| {
                    next.capital && !matches!(next.piece, Piece::Kind(_) | Piece::Numbers { .. })
                        || matches!(next.piece, Piece::Word) && (body || listed)
                        || listed && matches!(next.piece, Piece::Kind(_)) && self.ends_listed(n + 1)
                }),
                Piece::Sign('-') => !placed.gap || self.names_on(n + 1),
                Piece::Sign('&' | '.') => self
                    .pieces
                    .get(n + 1)
                    .is_some_and(|next| next.capital && (!next.gap || placed.piece == Piece::Sign('&') || !self.ends_sentence(n))),
                Piece::Sign(',') if self.is_listed(at, n, body) => {
                    listed = true;
                    true
                }
                Piece::Sign(',') => self.names_on(n + 1) && self.and_follows(n + 1),
                _ => false,
            };
            if !takes {
                break;
            }
            if !matches!(placed.piece, Piece::Sign(_) | Piece::And) {
                to = placed.to;
            }
            n += 1;
        }
        (n, to)
    }

    /// Tells whether the name goes on behind a comma with words that nothing else is said in: `Ban Chỉ đạo phòng, chống tham
    /// nhũng`, `Chi cục Văn thư, Lưu trữ`. Of a body that is named after what it does, small letters may go on.
    fn is_listed(&self, at: usize, n: usize, body: bool) -> bool {
        let word = |n: usize| self.pieces.get(n).map_or("", |placed| placed.word.as_str());
        let before = n.checked_sub(1).map_or("", word);
        if PAIRS.contains(&(before, word(n + 1))) {
            return true;
        }
        let Some(next) = self.pieces.get(n + 1).filter(|_| n > at + 2) else { return false };
        let small = body && !next.capital && !self.is_behind_level(at, n) && !self.is_behind_place(at, n);
        let most = match (&next.piece, small) {
            (Piece::Word, true) => LONGEST_REST,
            (Piece::Verb, true) => 3,
            (Piece::Word, false) if next.capital && !NAMED.contains(&word(at)) => 3,
            _ => return false,
        };
        self.ends_listed(n + 1) && self.listed_length(n + 1) <= most
    }

    /// Counts the pieces of the rest of a name, up to the next sign.
    fn listed_length(&self, n: usize) -> usize {
        let rest = self.pieces.get(n..).unwrap_or_default().iter().take(LOOKED_AT + 2);
        rest.take_while(|placed| matches!(placed.piece, Piece::Word | Piece::Verb | Piece::Authority | Piece::And | Piece::Kind(_))).count()
    }

    /// Tells whether the rest of a name, without years, reaches up to the end of its part of the line, or to what says more.
    fn ends_listed(&self, n: usize) -> bool {
        let end = n + self.listed_length(n);
        let years = self.pieces.get(n..end).unwrap_or_default().iter().any(|placed| {
            let said = self.text.get(placed.from..placed.to).unwrap_or_default();
            matches!(placed.word.as_str(), "năm" | "quý" | "tháng") || said.len() > 2 && said.bytes().all(|b| b.is_ascii_digit())
        });
        let ends = matches!(
            self.piece(end),
            None | Some(Piece::Break | Piece::Sign(';' | '.' | '(' | ')') | Piece::About | Piece::Days { .. } | Piece::Section)
        );
        let comma = matches!(self.piece(end), Some(Piece::Sign(',')));
        let says_more = matches!(self.piece(end + 1), Some(Piece::About | Piece::Days { .. } | Piece::Section | Piece::File | Piece::Link));
        !years && (ends || comma && says_more)
    }

    /// Tells whether a number is cited in the name of a body: its kind stands before it.
    fn is_cited(&self, n: usize) -> bool {
        let so = usize::from(matches!(self.before(n), Some(Piece::So)));
        matches!(self.before(n - so), Some(Piece::Kind(_)))
    }

    /// Tells whether the level of an authority stands right before a piece: `UBND tỉnh`.
    fn is_behind_level(&self, at: usize, n: usize) -> bool {
        let before = n.checked_sub(1).and_then(|n| self.pieces.get(n));
        // `bảo hiểm xã hội` names no level.
        let society = self.pieces.get(n).is_some_and(|word| word.word == "hội");
        n > at + 1 && !society && before.is_some_and(|before| LEVELS.contains(&before.word.as_str()) && !before.capital)
    }

    /// Tells whether the name of a place stands right before a piece: `xã Tân An`.
    fn is_behind_place(&self, at: usize, n: usize) -> bool {
        let named = n.checked_sub(1).and_then(|n| self.pieces.get(n)).is_some_and(|before| before.capital);
        let near = n.saturating_sub(5).max(at)..n;
        named && self.pieces.get(near).unwrap_or_default().iter().any(|placed| !placed.capital && LEVELS.contains(&placed.word.as_str()))
    }

    /// Tells whether `ban hành` stands before a document with its number.
    fn issues(&self, n: usize) -> bool {
        self.pieces.get(n).is_some_and(|verb| verb.word == "ban")
            && matches!(self.piece(n + 1), Some(Piece::Kind(_)))
            && self.is_numbered(n + 1)
    }

    /// Tells whether a department's first word stands at `at`: its name may be that of a kind, `Sở Kế hoạch và Đầu tư`.
    fn is_department(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|first| matches!(first.word.as_str(), "sở" | "bộ" | "phòng"))
    }

    /// Tells whether few words and no verb are left up to what ends a name: `Sở Giao thông vận tải, …`. Up to `về`, and where
    /// a capital is among them, there may be more: `Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh`.
    fn is_last_of_name(&self, at: usize) -> bool {
        let rest = self.pieces.get(at..).unwrap_or_default();
        let rest: Vec<_> =
            rest.iter().take(LOOKED_AT).take_while(|placed| matches!(placed.piece, Piece::Word | Piece::Authority)).collect();
        let most = match self.piece(at + rest.len()) {
            Some(Piece::About) => 7,
            _ if self.closes(at + rest.len()) => 7,
            None | Some(Piece::Break | Piece::Sign(_) | Piece::Days { .. } | Piece::Section | Piece::File | Piece::Link) => {
                if rest.iter().any(|placed| placed.capital) { 7 } else { 2 }
            }
            _ => return false,
        };
        rest.len() <= most
    }

    /// Tells whether a figure is the name of a place: `phường 3`.
    fn is_number_of_place(&self, n: usize) -> bool {
        let said = self.pieces.get(n).and_then(|word| self.text.get(word.from..word.to)).unwrap_or_default();
        let figure = !said.is_empty() && said.len() < 3 && said.bytes().all(|b| b.is_ascii_digit());
        let before = n.checked_sub(1).and_then(|n| self.pieces.get(n));
        figure && before.is_some_and(|before| ["phường", "quận", "xã"].contains(&before.word.as_str()))
    }

    /// Gives the piece behind a bracket of a word or two that belongs to a name: `Sở Nội vụ (mẫu)`.
    fn behind_byname(&self, at: usize) -> Option<usize> {
        let rest = self.pieces.get(at + 1..)?;
        let words = rest.iter().take_while(|placed| placed.piece == Piece::Word).count();
        let closed = matches!(self.piece(at + 1 + words), Some(Piece::Sign(')')));
        let ends = !matches!(self.piece(at + 2 + words), Some(Piece::Word | Piece::Authority));
        ((1..=2).contains(&words) && closed && ends).then_some(at + 2 + words)
    }

    /// Tells whether a word in small letters stands behind a name that has ended: `UBND xã Tân An kết quả …`.
    fn is_beyond(&self, at: usize, n: usize, body: bool) -> bool {
        let (Some(first), Some(word)) = (self.pieces.get(at), self.pieces.get(n)) else { return false };
        if word.capital || PARTS.contains(&word.word.as_str()) || self.is_number_of_place(n) || self.is_last_of_name(n) {
            return false;
        }
        if body {
            return self.is_behind_level(at, n);
        }
        // The last authority of several decides: `Giám đốc Sở Nội vụ`, `Văn phòng Ủy ban nhân dân tỉnh`.
        let named = |n: &usize| self.pieces.get(*n).is_some_and(|placed| placed.capital && NAMED.contains(&placed.word.as_str()));
        let at = (at..n).rev().take(8).find(named).unwrap_or(at);
        let first = self.pieces.get(at).unwrap_or(first);
        let before = n.checked_sub(1).and_then(|n| self.pieces.get(n));
        // Names of places and of committees are all capitals; of departments each capital has one small syllable at most.
        let committee = matches!(first.word.as_str(), "ubnd" | "hđnd" | "ủy" | "uỷ" | "chủ");
        let department = matches!(first.word.as_str(), "sở" | "bộ" | "phòng");
        self.is_behind_level(at, n)
            || committee && before.is_some_and(|before| before.capital && n > at + 1)
            || department && before.is_some_and(|before| !before.capital && before.word != "và") && n > at + 2
    }

    /// Tells whether a name goes on at `n`: with a capital that begins no other document.
    fn names_on(&self, n: usize) -> bool {
        self.pieces
            .get(n)
            .is_some_and(|next| next.capital && matches!(next.piece, Piece::Word | Piece::Authority | Piece::Noise | Piece::Verb))
    }

    /// Tells whether `và` and a capital follow, before anything that ends a name: `Thể thao và Du lịch`.
    fn and_follows(&self, n: usize) -> bool {
        let rest = self.pieces.get(n..).unwrap_or_default().iter().take(LOOKED_AT);
        let name = rest.take_while(|placed| {
            matches!(placed.piece, Piece::Word | Piece::Authority | Piece::And | Piece::Noise | Piece::Verb | Piece::Sign(','))
        });
        let name: Vec<_> = name.collect();
        name.iter().enumerate().any(|(n, placed)| placed.piece == Piece::And && name.get(n + 1).is_some_and(|next| next.capital))
    }
}
