//! Documents named in running text, parsed into the same record as those of the evidence sheet.
//!
//! `Kế hoạch số 4851/KH-UBND ngày 11/10/2018 của UBND tỉnh, mục II, trang 3; Báo cáo số 12/BC-SNV …`, with the blocks
//! `Giải trình:` and `Tài liệu kiểm chứng:` or `TLKC:` that forms of provinces put into one cell.
//!
//! A text is cut into tokens, tokens make pieces (a number, a day, a kind of document, a file), and pieces are given to
//! documents from left to right. Each step looks at a bounded stretch of text, so that the whole takes time in proportion to
//! its length.

mod assemble;
mod block;
mod bullet;
mod day;
mod document;
mod file;
mod number;
mod piece;
mod promised;
mod section;
mod token;
mod vocabulary;

use self::block::Label;
use self::document::{Draft, Firmness};
use crate::assessment::Evidence;
use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::fold::tidy;
pub use crate::text::is_promise;
use crate::text::is_web_address;

/// Most documents that are read out of one cell.
pub const MOST: usize = 300;

/// What a cell of evidence and explanation says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Citations {
    /// Explanation, as typed.
    pub explanation: Option<String>,
    /// Documents, in the order of the text, without places.
    pub evidence: Vec<Evidence>,
    /// Documents named by their kind alone, such as `Kế hoạch cải cách hành chính năm 2024`: they name something only in a
    /// cell in which the province printed nothing.
    pub by_kind: Vec<Evidence>,
    /// Documents beyond [`MOST`], which are not read.
    pub left_out: usize,
    /// Parts that promise a document for later, as typed.
    pub promised: Vec<String>,
}

/// Reads a cell that names documents, explains, or does both.
pub fn read(text: &str) -> Citations {
    let blocks = block::cut(text);
    let labelled = blocks.iter().any(|block| block.label != Label::None);
    let documents = blocks.iter().any(|block| block.label == Label::Documents);
    let mut said = Citations { promised: promised::all(text).map(str::to_owned).collect(), ..Citations::default() };
    let mut explained: Vec<String> = Vec::new();
    for block in &blocks {
        let named = Named::read(&block.text, MOST.saturating_sub(said.evidence.len()));
        match block.label {
            Label::Documents => said.take(named),
            Label::Asked => {}
            Label::Explanation => {
                // Where no other block names documents, the points of the explanation that are nothing but citations do.
                if !documents {
                    said.take(named.of_lists());
                }
                explained.push(block.text.clone());
            }
            Label::None => {
                explained.extend(named.rest(&block.text));
                said.take(named);
            }
        }
    }
    let explained = promised::without(&explained.join("\n"));
    let explained = if labelled { explained.trim_matches(|c: char| c.is_whitespace() || c == '-' || c == '+') } else { explained.trim() };
    said.explanation = Some(explained.to_owned()).filter(|words| !tidy(words).is_empty() && !is_promise(words));
    said
}

/// Reads a cell that carries the address of a link, too: it is that of the documents named, or of one by itself.
pub fn read_linked(text: &str, address: Option<&str>) -> Citations {
    let mut said = read(text);
    let Some(address) = address.map(str::trim).filter(|address| !address.is_empty()) else { return said };
    let is_web = ["http://", "https://", "ftp://", "www."].iter().any(|scheme| address.to_lowercase().starts_with(scheme));
    let to = |evidence: &mut Evidence| {
        let field = if is_web { &mut evidence.link } else { &mut evidence.file };
        field.get_or_insert_with(|| address.to_owned());
    };
    if said.evidence.is_empty() && is_web && !is_web_address(address) {
        // What the words say is worth what it is without an address that is none.
        match said.by_kind.last_mut() {
            Some(one) => to(one),
            None => said.evidence.push(Evidence { link: Some(address.to_owned()), ..Evidence::default() }),
        }
    } else if said.evidence.is_empty() {
        let mut one = said.by_kind.pop().unwrap_or_default();
        to(&mut one);
        said.evidence.push(one);
        said.explanation = None;
    } else {
        said.evidence.iter_mut().for_each(to);
    }
    said
}

impl Citations {
    /// Takes the documents of a block.
    fn take(&mut self, named: Named) {
        self.left_out += named.left_out;
        for (draft, records) in named.documents {
            match draft.firmness() {
                Some(Firmness::Named) => self.evidence.extend(records),
                Some(Firmness::Kind) => self.by_kind.extend(records),
                None => {}
            }
        }
        let room = MOST.min(self.evidence.len());
        self.left_out += self.evidence.len() - room;
        self.evidence.truncate(room);
    }
}

/// Tells whether words say where in a document to look: `mục II, trang 3`.
pub fn is_section(words: &str) -> bool {
    let clean = token::clean(words);
    let tokens = token::tokens(&clean);
    let start = bullet::all(&tokens, 0);
    let start = start + vocabulary::noise(&tokens, start).unwrap_or(0);
    section::read(&tokens, start).is_some()
}

/// Finds the documents of a text. One named by its kind alone counts beside another that is named by more.
pub fn documents(text: &str) -> Vec<Evidence> {
    let mut said = Citations::default();
    said.take(Named::read(text, MOST));
    if !said.evidence.is_empty() {
        said.evidence.append(&mut said.by_kind);
    }
    said.evidence
}

/// Tells whether words name no document, though they have the looks of one: all of them are promised for later, or their
/// numbers were never filled in.
pub fn names_none(text: &str) -> bool {
    let none = || Named::read(text, MOST).documents.iter().all(|(draft, _)| draft.firmness().is_none());
    (promised::is_all(text) || unfilled(text)) && none()
}

/// Tells whether the title of a document, or what else is said of it, says that it is a draft, or not there.
pub fn says_gone(words: &str) -> bool {
    promised::says_gone(words)
}

/// Tells whether what stands for the issuer of a document says that it is not there.
pub fn issuer_says_gone(words: &str) -> bool {
    promised::issuer_says_gone(words)
}

/// Tells whether what was typed as the number of a document names it and says that it is a draft, or not there.
pub fn number_says_gone(words: &str) -> bool {
    promised::is_all(words) || promised::says_gone(words)
}

/// Tells whether a number in a text was never filled in.
fn unfilled(text: &str) -> bool {
    let clean = token::clean(text);
    let tokens = token::tokens(&clean);
    piece::pieces(&clean, &tokens).iter().any(|placed| placed.piece == piece::Piece::Unfilled)
}

/// Counts the documents of a text beyond the most that are read.
pub fn left_out(text: &str) -> usize {
    // No text is shorter than its shortest numbers: `1/A-B;`.
    if text.len() < MOST * 4 { 0 } else { Named::read(text, MOST).left_out }
}

/// Says that a cell names more documents than are read.
pub fn too_many(left_out: usize, place: &Place) -> Option<Finding> {
    let read = MOST;
    let message = text!(
        "Ô này nêu quá nhiều tài liệu: đọc {read} tài liệu đầu, {left_out} tài liệu sau không được đọc.",
        "This cell names too many documents: the first {read} are read, {left_out} more are not."
    );
    (left_out > 0).then(|| Finding::new(&code::TOO_MANY_DOCUMENTS, message).at(place.clone()))
}

/// Documents of one block, with what they were read from.
struct Named {
    documents: Vec<(Draft, Vec<Evidence>)>,
    left_out: usize,
    /// Lines that say something of a document.
    used: Vec<usize>,
}

impl Named {
    /// Reads a block.
    fn read(text: &str, most: usize) -> Self {
        let clean = promised::without(&token::clean(text));
        let tokens = token::tokens(&clean);
        let pieces = piece::pieces(&clean, &tokens);
        let drafts = assemble::drafts(&clean, &pieces, most);
        let promised = is_promise(&clean);
        let kept = drafts.list.into_iter().filter(|draft| draft.full || !draft.files.is_empty() || !draft.links.is_empty() || !promised);
        let documents = kept
            .map(|draft| {
                let records = draft.records(&clean);
                (draft, records)
            })
            .collect();
        Self { documents, left_out: drafts.left_out, used: drafts.used }
    }

    /// Keeps the documents that begin a line or a part of one.
    fn of_lists(mut self) -> Self {
        self.documents.retain(|(draft, _)| draft.leads && draft.firmness() == Some(Firmness::Named));
        self
    }

    /// Gives the lines that say nothing of a document, as typed; all of them where there is none.
    fn rest(&self, text: &str) -> Option<String> {
        let named = self.documents.iter().any(|(draft, _)| draft.firmness() == Some(Firmness::Named));
        if !named {
            return Some(text.trim().to_owned());
        }
        let lines = block::points(text);
        let rest = lines.iter().enumerate().filter(|(n, line)| !self.used.contains(n) && block::is_sentence(line));
        let rest: Vec<&str> = rest.map(|(_, line)| line.trim()).collect();
        (!rest.is_empty()).then(|| rest.join("\n"))
    }
}
