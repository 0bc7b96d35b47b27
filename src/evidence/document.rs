//! Numbers of documents (số, ký hiệu), read into their parts.
//!
//! Source: Nghị định 30/2020/NĐ-CP, Phụ lục III (type codes); Công văn and thư công carry none. Party documents write
//! `05-NQ/TU`, legal documents carry their year, `30/2018/QĐ-UBND`, laws name only the National Assembly, `06/2022/QH15`.

use crate::criteria::DOCUMENT_TYPES;
use crate::text::fold::{bare, fold, tidy};

/// Number of a document, in its parts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// Serial as typed, without blanks: `4851`, `30c`.
    pub serial: String,
    /// Year, in the number of a legal document.
    pub year: Option<i16>,
    /// Type code.
    pub kind: Kind,
    /// Issuer and department, as typed: `UBND`, `BNV-CCHC`.
    pub issuer: String,
    /// Whether it is written as Party documents are: `05-NQ/TU`.
    party: bool,
}

/// Type code of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One of the list, in its canonical spelling.
    Known(&'static str),
    /// One of the list, in another spelling.
    Sloppy {
        /// As typed.
        typed: String,
        /// Canonical spelling.
        canonical: &'static str,
    },
    /// None: an official letter (công văn) or a law.
    Letter,
    /// `CV`, which the decree does not know: official letters carry no code.
    LetterWithCode,
    /// Not in the list, as typed.
    Unknown(String),
}

impl Number {
    /// Reads a number; `None` for what has not the form of one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = signs(text);
        let end = text.find(['/', '-'])?;
        let (serial, rest) = text.split_at_checked(end)?;
        let digits = serial.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.is_empty() || digits.len() > 6 || serial.len() > digits.len() + 1 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let party = rest.starts_with('-');
        let rest = rest.get(1..)?;
        let year_end = rest.find('/').filter(|end| *end == 4);
        let year = year_end.and_then(|end| rest.get(..end)?.parse::<i16>().ok()).filter(|year| (1945..=2100).contains(year));
        let rest = if year.is_some() { rest.get(5..)? } else { rest };
        let mut segments = rest.split(['-', '/']);
        let first = segments.next()?;
        let others: Vec<&str> = segments.collect();
        let word = |segment: &&str| {
            !segment.is_empty() && segment.chars().all(|c| c.is_alphanumeric() || matches!(c, '&' | '.' | ',' | '(' | ')'))
        };
        let lettered = first.chars().next().is_some_and(char::is_alphabetic);
        if !lettered || !word(&first) || !others.iter().all(word) || rest.chars().count() > 40 {
            return None;
        }
        let after = rest.get(first.len() + 1..).unwrap_or_default().to_owned();
        let number = |kind, issuer| Some(Self { serial: serial.to_owned(), year, kind, issuer, party });
        match kind(first, &others) {
            // A letter, or a law: all of it names the issuer.
            Kind::Letter => number(Kind::Letter, rest.to_owned()),
            kind => number(kind, after),
        }
    }

    /// Gives the canonical type code, where it has one.
    pub const fn code(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Known(code) | Kind::Sloppy { canonical: code, .. } => Some(code),
            _ => None,
        }
    }

    /// Writes the number in its canonical form.
    pub fn canonical(&self) -> String {
        let year = self.year.map(|year| format!("/{year}")).unwrap_or_default();
        let (serial, issuer) = (&self.serial, &self.issuer);
        let (first, second) = if self.party { ('-', '/') } else { ('/', '-') };
        let code = match &self.kind {
            Kind::Known(code) | Kind::Sloppy { canonical: code, .. } => (*code).to_owned(),
            Kind::Unknown(typed) => typed.clone(),
            Kind::Letter | Kind::LetterWithCode => return format!("{serial}{year}{first}{issuer}"),
        };
        if issuer.is_empty() { format!("{serial}{year}{first}{code}") } else { format!("{serial}{year}{first}{code}{second}{issuer}") }
    }

    /// Gives what tells documents apart, together with the day: the number without leading zeros, folded.
    pub fn key(&self) -> String {
        let bare_serial = self.serial.trim_start_matches('0');
        fold(&Self { serial: bare_serial.to_owned(), ..self.clone() }.canonical())
    }
}

/// Puts a number on one line: one kind of dash, no blanks around marks, no `số` before it.
fn signs(text: &str) -> String {
    // Most numbers are typed like that.
    let plain = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'/' | b'-');
    if text.bytes().all(plain) && text.starts_with(|first: char| first.is_ascii_digit()) {
        return text.to_owned();
    }
    let line = tidy(text)
        .replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}', '_'], "-")
        .replace('\\', "/");
    let line = line.replace('\u{D0}', "Đ");
    let lower = bare(&line);
    let start = if lower.starts_with("so") { line.find(|c: char| c.is_ascii_digit()).unwrap_or(0) } else { 0 };
    let line = line.get(start..).unwrap_or_default();
    line.split(['/']).map(str::trim).collect::<Vec<_>>().join("/").split('-').map(str::trim).collect::<Vec<_>>().join("-")
}

/// Tells the type code by the first part of the symbol and what follows it.
fn kind(first: &str, others: &[&str]) -> Kind {
    let codes = || DOCUMENT_TYPES.iter().map(|(code, _)| *code);
    if let Some(known) = codes().find(|code| *code == first) {
        return Kind::Known(known);
    }
    let (folded, plain) = (fold(first), bare(first));
    let sloppy = codes().find(|code| fold(code) == folded).or_else(|| codes().find(|code| bare(code) == plain));
    match (sloppy, others.first()) {
        (Some(canonical), _) => Kind::Sloppy { typed: first.to_owned(), canonical },
        (None, Some(_)) if plain == "cv" => Kind::LetterWithCode,
        (None, Some(next)) if issuer_kind(first).is_none() && issuer_kind(next).is_some() => Kind::Unknown(first.to_owned()),
        // Alone it is an issuer: 06/2022/QH15.
        _ => Kind::Letter,
    }
}

/// Gives the type code nearest to one that is not in the list.
pub fn nearest_type(typed: &str) -> Option<&'static str> {
    let distance = |code: &&str| strsim::damerau_levenshtein(&fold(code), &fold(typed));
    let codes = DOCUMENT_TYPES.iter().map(|(code, _)| *code);
    codes.min_by_key(distance).filter(|code| distance(code) == 1)
}

/// Kind of authority that an issuer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// Ủy ban nhân dân.
    Committee,
    /// Hội đồng nhân dân.
    Council,
    /// Sở.
    Department,
    /// Bộ.
    Ministry,
    /// Chính phủ, Thủ tướng.
    Government,
    /// Đảng.
    Party,
    /// Quốc hội.
    Assembly,
}

/// Tells the kind of authority by a symbol, such as `UBND`; `None` where it can't be told.
pub fn issuer_kind(symbol: &str) -> Option<Authority> {
    let own = symbol.split(['-', '/', '&', '.', ',']).next().unwrap_or_default();
    let upper = own.to_uppercase();
    let (len, begins) = (upper.chars().count(), |start: &str| upper.starts_with(start));
    match upper.as_str() {
        "CP" | "TTG" | "VPCP" => Some(Authority::Government),
        "TU" | "TW" | "HU" | "ĐU" | "BTCTW" | "BTGTW" | "VPTW" | "UBKTTW" => Some(Authority::Party),
        _ if begins("UBND") => Some(Authority::Committee),
        _ if begins("HĐND") => Some(Authority::Council),
        _ if begins("QH") || begins("UBTVQH") => Some(Authority::Assembly),
        "BNV" | "BTC" | "BTP" | "BXD" | "BCT" | "BYT" | "BCA" | "BQP" | "BNG" | "BKHĐT" | "BKHCN" | "BTTTT" | "BGDĐT" | "BGTVT"
        | "BTNMT" | "BNNPTNT" | "BNNMT" | "BVHTTDL" | "BLĐTBXH" | "BDTTG" => Some(Authority::Ministry),
        _ if begins("S") && (3..=9).contains(&len) => Some(Authority::Department),
        _ => None,
    }
}

/// Tells the kind of authority by the name of an issuer; `None` where it can't be told.
pub fn named_kind(name: &str) -> Option<Authority> {
    let folded = bare(name);
    let begins = |starts: &[&str]| starts.iter().any(|start| folded == *start || folded.starts_with(&format!("{start} ")));
    if begins(&["ubnd", "uy ban nhan dan"]) {
        Some(Authority::Committee)
    } else if begins(&["hdnd", "hoi dong nhan dan"]) {
        Some(Authority::Council)
    } else if begins(&["so"]) {
        Some(Authority::Department)
    } else if begins(&["bo"]) {
        Some(Authority::Ministry)
    } else if begins(&["chinh phu", "thu tuong", "thu tuong chinh phu"]) {
        Some(Authority::Government)
    } else if begins(&["quoc hoi"]) {
        Some(Authority::Assembly)
    } else {
        None
    }
}
