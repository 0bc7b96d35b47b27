//! Pieces of citations: each recognised by itself, with its place, before anything is said of what belongs together.

use super::file::{self, Named};
use super::token::{Kind, Token};
use super::{bullet, day, number, section, vocabulary};
use crate::assessment::EvidenceDate;

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// New line, or new point of a list.
    Break,
    /// `,` `;` `.` `:` `-` and the like.
    Sign(char),
    /// `và`, `cùng với`.
    And,
    /// Kind of document, with its type code.
    Kind(&'static str),
    /// `số`, before a number.
    So,
    /// Numbers of documents.
    Numbers {
        /// Each, with its symbol where it has one.
        numbers: Vec<String>,
        /// Whether they have a symbol.
        full: bool,
    },
    /// Number of which the digits were never filled in.
    Unfilled,
    /// Days.
    Days {
        /// Each; none where it is that of the document before.
        days: Vec<EvidenceDate>,
        /// Whether the documents before it have it, too.
        shared: bool,
        /// Whether `ngày` stands before them.
        introduced: bool,
    },
    /// Where in a document to look.
    Section,
    /// Name of a file.
    File,
    /// Web address.
    Link,
    /// `của`, `do`, before an issuer.
    Of,
    /// `về việc`, `v/v`, `trích yếu:`, before a title.
    About,
    /// First word of an authority's name.
    Authority,
    /// Words that say nothing of a document: `kèm theo`.
    Noise,
    /// What a decision does: `ban hành`, `phê duyệt`.
    Verb,
    /// Any other word.
    Word,
}

/// Longest name of an issuer that is looked over, in words.
const LONGEST_ISSUER: usize = 14;

/// Piece with its place.
#[derive(Clone, Debug)]
pub struct Placed {
    /// What it is.
    pub piece: Piece,
    /// Offset of its first sign.
    pub from: usize,
    /// Offset behind its last sign.
    pub to: usize,
    /// First word, without case.
    pub word: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether a blank stands before it.
    pub gap: bool,
    /// Line that it stands in, counted from 0.
    pub line: usize,
}

/// Reads the pieces of a clean text.
pub fn pieces(text: &str, tokens: &[Token<'_>]) -> Vec<Placed> {
    let names = file::names(text, tokens);
    let mut names = names.into_iter().peekable();
    let mut pieces: Vec<Placed> = Vec::new();
    let mut at = behind_bullets(tokens, 0, names.peek());
    let mut line = 0;
    while let Some(token) = tokens.get(at) {
        while names.next_if(|name| name.next <= at).is_some() {}
        if let Some(name) = names.next_if(|name| name.from <= at) {
            let from = tokens.get(name.from.max(at)).map_or(token.from, |first| first.from);
            let piece = if name.named == Named::File { Piece::File } else { Piece::Link };
            pieces.push(Placed { piece, from, to: name.to, word: String::new(), capital: false, gap: token.gap, line });
            at = name.next;
            continue;
        }
        if token.kind == Kind::Break {
            let next = behind_bullets(tokens, at + 1, names.peek());
            let list = next > at + 1;
            // A name, also one in brackets before its document: `[ke-hoach.pdf] Kế hoạch số …`.
            let named = names.peek().is_some_and(|name| {
                let before_kind = name.from == next + 1 && vocabulary::kind(tokens, name.next + 1).is_some();
                name.from == next || name.from == at + 1 || before_kind
            });
            if list || named || !goes_on(text, tokens, at, &pieces) {
                pieces.push(placed(token, token.to, Piece::Break, line));
            }
            line += 1;
            at = next;
            continue;
        }
        let limit = names.peek().map_or(usize::MAX, |name| name.from);
        let before_name = tokens.get(..limit.min(tokens.len())).unwrap_or(tokens);
        if let Some(next) = point(before_name, at, &pieces) {
            pieces.push(placed(token, token.to, Piece::Sign(';'), line));
            at = next;
            continue;
        }
        let (piece, next) = one(text, before_name, at, &pieces).unwrap_or((Piece::Word, at + 1));
        let to = next.checked_sub(1).and_then(|last| tokens.get(last)).map_or(token.to, |last| last.to);
        pieces.push(placed(token, to, piece, line));
        at = next;
    }
    pieces
}

/// Steps over the bullets at the start of a line, up to the name that begins there.
fn behind_bullets(tokens: &[Token<'_>], at: usize, name: Option<&file::Name>) -> usize {
    let next = bullet::all(tokens, at);
    name.map(|name| name.from).filter(|from| (at..next).contains(from)).unwrap_or(next)
}

/// Makes a piece that begins with a token.
fn placed(token: &Token<'_>, to: usize, piece: Piece, line: usize) -> Placed {
    Placed { piece, from: token.from, to, word: token.word.clone(), capital: token.is_capital(), gap: token.gap, line }
}

/// Reads the piece that begins at `at`, and gives the token behind it.
fn one(text: &str, tokens: &[Token<'_>], at: usize, before: &[Placed]) -> Option<(Piece, usize)> {
    let token = tokens.get(at)?;
    if let Some(next) = number::unfilled(tokens, at) {
        return Some((Piece::Unfilled, next));
    }
    match token.kind {
        Kind::Sign(sign) => return Some((Piece::Sign(sign), at + 1)),
        Kind::Break => return None,
        Kind::Digits | Kind::Word => {}
    }
    let here = Here { text, tokens, at, token, before, last: before.last().map(|last| &last.piece) };
    let marked = here.numbers().or_else(|| here.days());
    if let Some(found) = marked.or_else(|| section::read(tokens, at).map(|next| (Piece::Section, next))) {
        return Some(found);
    }
    if token.kind == Kind::Digits || vocabulary::glued_kind(token.text).is_some() { here.digits() } else { here.words() }
}

/// A token that a piece begins with, and what stands around it.
#[derive(Clone, Copy)]
struct Here<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    at: usize,
    token: &'t Token<'t>,
    /// Pieces before it.
    before: &'t [Placed],
    /// The last of them.
    last: Option<&'t Piece>,
}

impl Here<'_> {
    /// Gives the piece before the last.
    fn before_last(&self) -> Option<&Piece> {
        self.before.len().checked_sub(2).and_then(|two| self.before.get(two)).map(|two| &two.piece)
    }

    /// Reads the words of a phrase, and gives the token behind it.
    fn says(&self, phrase: &str) -> Option<usize> {
        vocabulary::says(self.tokens, self.at, phrase).map(|count| self.at + count)
    }

    /// Reads numbers of documents that have symbols, their own or shared ones.
    fn numbers(&self) -> Option<(Piece, usize)> {
        let Self { text, tokens, at, token, before, last } = *self;
        // A number of a form is no number of a document: `mẫu số 02/BM`.
        let of_form = before.split_last().is_some_and(|(_, rest)| {
            rest.last().is_some_and(|form| form.word == "mẫu" && last == Some(&Piece::So) && (!form.capital || is_first(rest)))
        });
        if of_form {
            return None;
        }
        // Bare digits before a comma are the first of several numbers only where a number is to be expected.
        let expected = matches!(last, None | Some(Piece::Break | Piece::Kind(_) | Piece::Sign(';' | ':'))) && token.gap && !token.is_year();
        // `05, 06/KH-UBND và 10, 11/BC-UBND`: behind numbers another list of them may follow.
        let follows = matches!(last, Some(Piece::And | Piece::Sign(','))) && is_behind_number(before);
        let listed = expected || last == Some(&Piece::So) || follows && !token.is_year();
        if let Some(read) = number::full(tokens, at, listed) {
            return Some((Piece::Numbers { numbers: read.numbers, full: true }, read.next));
        }
        let several = of_several(before);
        if token.kind != Kind::Digits || !(listed || several.is_some()) {
            return None;
        }
        if let Some(read) = number::borrowed(text, tokens, at) {
            return Some((Piece::Numbers { numbers: read.numbers, full: true }, read.next));
        }
        let (number, full) = several?;
        let read = if full { number::sharing(text, tokens, at, number) } else { number::dated(text, tokens, at) };
        read.map(|read| (Piece::Numbers { numbers: read.numbers, full }, read.next))
    }

    /// Reads days.
    fn days(&self) -> Option<(Piece, usize)> {
        let Self { text, tokens, at, last, .. } = *self;
        let bracketed = last == Some(&Piece::Sign('(')) && matches!(self.before_last(), Some(Piece::Numbers { .. }));
        let read = day::in_bracket(text, tokens, at).filter(|_| bracketed).or_else(|| day::read(text, tokens, at))?;
        Some((Piece::Days { days: read.list, shared: read.shared, introduced: read.introduced }, read.next))
    }

    /// Reads a number without a symbol, where its kind or `số` stands before it.
    fn digits(&self) -> Option<(Piece, usize)> {
        let Self { text, tokens, at, token, before, last } = *self;
        let after_so = last == Some(&Piece::So) && matches!(self.before_last(), Some(Piece::Kind(_)));
        let of_kind = matches!(last, Some(Piece::Kind(_)));
        if !after_so && !of_kind {
            return None;
        }
        let read = number::digits(tokens, at)?;
        let dated = of_kind
            && tokens.get(read.next).is_some_and(|next| next.plain == "ngay" || next.is('(') || next.is(','))
            && day::read(text, tokens, read.next + usize::from(tokens.get(read.next).is_some_and(|next| next.kind != Kind::Word)))
                .is_some();
        // `Nghị quyết 12 của HĐND xã`, `Kế hoạch 07`: a kind that begins its part, and a number that nothing goes on with.
        let named = of_kind && begins_part(before) && read.numbers.len() == 1 && !token.is_year() && ends_part(tokens, read.next);
        (after_so || dated || named).then_some((Piece::Numbers { numbers: read.numbers, full: false }, read.next))
    }

    /// Reads words that say what stands around documents.
    fn words(&self) -> Option<(Piece, usize)> {
        let Self { tokens, at, token, .. } = *self;
        if let Some(next) = number_follows(tokens, at) {
            return Some((Piece::So, next));
        }
        if let Some((count, code)) = vocabulary::kind(tokens, at) {
            return Some((Piece::Kind(code), at + count));
        }
        if let Some(next) = self.about() {
            return Some((Piece::About, next));
        }
        if let Some(next) = self.issuer_follows() {
            return Some((Piece::Of, next));
        }
        let joins = ["cung voi", "va", "cung nhu"].iter().filter_map(|phrase| self.says(phrase)).max();
        if let Some(next) = joins.filter(|_| token.plain != "va" || token.text.to_lowercase() == "và") {
            return Some((Piece::And, next));
        }
        if vocabulary::is_authority(tokens, at) {
            return Some((Piece::Authority, at + 1));
        }
        if let Some(count) = vocabulary::verb(tokens, at) {
            return Some((Piece::Verb, at + count));
        }
        vocabulary::noise(tokens, at).map(|count| (Piece::Noise, at + count))
    }

    /// Reads words before what a document is about: `v/v`, `về việc`, `trích yếu:`.
    fn about(&self) -> Option<usize> {
        let about = ["ve viec", "trich yeu", "noi dung", "ve", "vv", "v v ve"];
        let next = about_sign(self.tokens, self.at).or_else(|| about.iter().filter_map(|phrase| self.says(phrase)).max())?;
        let colon = usize::from(self.tokens.get(next).is_some_and(|sign| sign.is(':')));
        let needs = matches!(self.token.plain.as_str(), "trich" | "noi");
        (!needs || colon > 0).then_some(next + colon)
    }

    /// Reads words before who issues a document: `của`, `cơ quan ban hành:`, `do … ban hành`.
    fn issuer_follows(&self) -> Option<usize> {
        let Self { tokens, at, token, .. } = *self;
        // Typed without diacritics, too.
        if token.word == "của" || token.word == "cua" {
            return Some(at + 1);
        }
        let issuers = ["co quan ban hanh", "don vi ban hanh", "noi ban hanh", "cap ban hanh"];
        let named = issuers.iter().find_map(|phrase| self.says(phrase)).filter(|next| tokens.get(*next).is_some_and(|sign| sign.is(':')));
        if let Some(next) = named {
            return Some(next + 1);
        }
        let issues = |next: &usize| vocabulary::is_authority(tokens, *next) || is_issuer_of(tokens, *next);
        ["do", "boi"].iter().find_map(|phrase| self.says(phrase)).filter(issues)
    }
}

/// Tells whether a name begins at `at`, with a capital, and `ban hành` follows it: `do Kiểm toán nhà nước ban hành`.
fn is_issuer_of(tokens: &[Token<'_>], at: usize) -> bool {
    let name = tokens.get(at..).unwrap_or_default().iter().take(LONGEST_ISSUER).take_while(|token| token.kind == Kind::Word);
    let length = name.count();
    tokens.get(at).is_some_and(Token::is_capital) && (at + 1..at + length).any(|n| vocabulary::says(tokens, n, "ban hanh").is_some())
}

/// Tells whether a number, or a day of one, stands before the sign or `và` that comes last.
fn is_behind_number(pieces: &[Placed]) -> bool {
    let before = pieces.split_last().map_or(&[][..], |(_, rest)| rest);
    let closed = usize::from(before.last().is_some_and(|close| close.piece == Piece::Sign(')')));
    before
        .len()
        .checked_sub(1 + closed)
        .and_then(|n| before.get(n))
        .is_some_and(|placed| matches!(placed.piece, Piece::Numbers { .. } | Piece::Days { .. }))
}

/// Gives the number before a sign, with nothing but its day behind it: a further one may share its symbol. Tells whether it
/// has one.
fn of_several(pieces: &[Placed]) -> Option<(&str, bool)> {
    let (last, mut rest) = pieces.split_last()?;
    let sign = if last.piece == Piece::So {
        let (sign, before) = rest.split_last()?;
        rest = before;
        sign
    } else {
        last
    };
    if !matches!(sign.piece, Piece::Sign(',' | ';') | Piece::And) {
        return None;
    }
    let mut behind =
        rest.iter().rev().take(4).skip_while(|placed| matches!(placed.piece, Piece::Days { .. } | Piece::Sign('(' | ')' | ',')));
    match behind.next().map(|placed| &placed.piece) {
        Some(Piece::Numbers { numbers, full }) => numbers.last().map(|number| (number.as_str(), *full)),
        _ => None,
    }
}

/// Tells whether the kind that comes last begins a line or a part of one.
fn begins_part(pieces: &[Placed]) -> bool {
    let Some((kind, rest)) = pieces.split_last() else { return false };
    match rest.last().map(|before| &before.piece) {
        None | Some(Piece::Break | Piece::Sign(';' | '.' | ':')) => true,
        Some(Piece::Sign(',') | Piece::And) => kind.capital && is_behind_number(rest),
        _ => false,
    }
}

/// Tells whether a number that ends before `at` is followed by nothing that could be counted by it.
fn ends_part(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_none_or(|next| match next.kind {
        Kind::Break => true,
        Kind::Sign(sign) => matches!(sign, ',' | ';' | '.' | ')' | '('),
        Kind::Word => matches!(next.word.as_str(), "của" | "về" | "và" | "ngày"),
        Kind::Digits => false,
    })
}

/// Tells whether the last of some pieces begins a line or a part of one.
fn is_first(pieces: &[Placed]) -> bool {
    let before = pieces.split_last().and_then(|(_, rest)| rest.last());
    before.is_none_or(|before| matches!(before.piece, Piece::Break | Piece::Sign(_)))
}

/// Reads `v/v`, `V/v:`.
fn about_sign(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let [first, slash, second] = tokens.get(at..at + 3)? else { return None };
    let said = first.plain == "v" && slash.is('/') && !slash.gap && second.plain == "v" && !second.gap;
    said.then(|| at + 3 + vocabulary::says(tokens, at + 3, "viec").unwrap_or(0))
}

/// Reads `số`, `số:`, `số hiệu`, `số ký hiệu`, where digits follow.
fn number_follows(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let ranged = matches!(token.text.to_lowercase().as_str(), "từ" | "các") && tokens.get(at + 1).is_some_and(|next| next.plain == "so");
    if !ranged && !matches!(token.text.to_lowercase().as_str(), "số" | "so") {
        return None;
    }
    let mut n = at + 1 + usize::from(ranged);
    n += ["hieu", "ky hieu", "van ban"].iter().filter_map(|phrase| vocabulary::says(tokens, n, phrase)).max().unwrap_or(0);
    while tokens.get(n).is_some_and(|sign| sign.is(':') || sign.is('.')) {
        n += 1;
    }
    let unfilled = at + 1 + usize::from(ranged) + usize::from(tokens.get(at + 1).is_some_and(|sign| sign.is(':')));
    if number::unfilled(tokens, unfilled).is_some() {
        return Some(unfilled);
    }
    tokens.get(n).filter(|next| next.kind == Kind::Digits || next.text.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(n)
}

/// Steps over the numbering of a list within a line: `… 2) Báo cáo số …`.
fn point(tokens: &[Token<'_>], at: usize, before: &[Placed]) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.gap && !(matches!(token.kind, Kind::Sign(sign) if sign != '(')))?;
    let ends = matches!(
        before.last()?.piece,
        Piece::Days { .. } | Piece::Numbers { .. } | Piece::Section | Piece::File | Piece::Link | Piece::Sign(_)
    );
    let next = bullet::one(tokens, at);
    let begins = vocabulary::kind(tokens, next).is_some() || number::full(tokens, next, false).is_some();
    (next > at && begins && (ends || token.is('('))).then_some(next)
}

/// Tells whether the line behind a break at `at` goes on with what the line before it began.
fn goes_on(text: &str, tokens: &[Token<'_>], at: usize, before: &[Placed]) -> bool {
    let Some(last) = before.last() else { return false };
    if matches!(last.piece, Piece::Break | Piece::File | Piece::Link | Piece::Sign(';' | ':' | '.')) {
        return false;
    }
    if matches!(last.piece, Piece::So | Piece::Of | Piece::About | Piece::And) {
        return true;
    }
    let Some(next) = tokens.get(at + 1) else { return false };
    let numbered = number::full(tokens, at + 1, false).is_some() || number_follows(tokens, at + 1).is_some();
    if numbered {
        return matches!(last.piece, Piece::Kind(_));
    }
    // `Ngày …, UBND tỉnh ban hành Kế hoạch số …` begins anew.
    let dated = day::read(text, tokens, at + 1)
        .is_some_and(|days| !(tokens.get(days.next).is_some_and(|sign| sign.is(',')) && vocabulary::is_authority(tokens, days.next + 1)));
    // Words of place may belong to the document that they stand before: `mục II của Báo cáo số …`.
    let place = section::read(tokens, at + 1).is_some_and(|end| {
        let of = end + usize::from(tokens.get(end).is_some_and(|of| of.word == "của"));
        vocabulary::kind(tokens, of).is_none() && number::full(tokens, of, false).is_none()
    });
    let part = next.is('(') || next.is('[') || dated || place;
    let small = next.kind == Kind::Word && !next.is_capital() && vocabulary::kind(tokens, at + 1).is_none();
    part || small && section::read(tokens, at + 1).is_none()
}
