//! Official documents as data: what stands in them, in order, whatever they are printed on.
//!
//! Source: Nghị định 30/2020/NĐ-CP, Phụ lục I and III.

use jiff::civil::Date;

use super::page::Table;
use crate::results::Results;
use crate::text::Lang;
use crate::text::fold::bare;

/// What stands where whoever sends a document still has to write something.
pub const OPEN: &str = "……";

/// Official document: a report, a proposal, a decision, a letter.
#[derive(Clone, Debug)]
pub struct Document {
    /// Title, for the properties of the file.
    pub title: String,
    /// Office that sends it.
    pub office: Option<String>,
    /// Notice that stands on every page.
    pub notice: Option<String>,
    /// Day that the file bears: of the campaign, never of the clock.
    pub day: Option<Date>,
    /// Language that it is written in.
    pub lang: Lang,
    /// What stands in it, from the top.
    pub parts: Vec<Part>,
}

/// Part of a document.
#[derive(Clone, Debug)]
pub enum Part {
    /// Who sends it, the national heading, number, place and day.
    Head(Head),
    /// Kind of document, and what it is about.
    Title {
        /// Kind: `BÁO CÁO`.
        kind: String,
        /// What it is about.
        about: String,
    },
    /// To whom it goes.
    To(Vec<String>),
    /// Who decides: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …`.
    DecidedBy(String),
    /// What it is based on, a paragraph.
    Basis(String),
    /// `QUYẾT ĐỊNH:`
    Decides(String),
    /// Heading of a part.
    Heading(String),
    /// Heading within a part.
    Subheading(String),
    /// Paragraph.
    Paragraph {
        /// Words in front of it, bold; may be empty.
        lead: String,
        /// What it says.
        words: String,
    },
    /// Line of a list.
    Item(String),
    /// Remark, slanted.
    Remark(String),
    /// What the table below it holds.
    Caption(String),
    /// Table.
    Table {
        /// Widths of its columns, in parts of the whole.
        widths: Vec<u32>,
        /// What stands in it.
        table: Box<Table>,
    },
    /// Recipients and signature.
    Close {
        /// Recipients, a line each.
        recipients: Vec<String>,
        /// Who signs, a line each.
        signed: Vec<String>,
        /// Name of who signs.
        name: String,
    },
    /// Begins an annex on a new page.
    Annex {
        /// Its number: `PHỤ LỤC I`.
        number: String,
        /// What it is about.
        about: String,
        /// What it goes with.
        of: String,
    },
}

/// Head of a document.
#[derive(Clone, Debug)]
pub struct Head {
    /// Authority above the office, where it is known.
    pub superior: Option<String>,
    /// Office, a line for each of its lines.
    pub office: String,
    /// Number and symbol, with room for what is open.
    pub number: String,
    /// What a letter is about, where it has no title.
    pub about: Option<String>,
    /// Place and day, with room for what is open.
    pub dated: String,
}

impl Document {
    /// Lists those that it is addressed to, in bare letters.
    pub fn addressed(&self) -> Vec<String> {
        let lines = self.parts.iter().filter_map(|part| if let Part::To(lines) = part { Some(lines) } else { None });
        lines.flatten().map(|line| bare(line)).collect()
    }

    /// Begins a document of a campaign.
    pub fn new(title: impl Into<String>, results: &Results<'_>) -> Self {
        let campaign = results.campaign;
        Self {
            title: title.into(),
            office: campaign.office.clone(),
            notice: campaign.notice.clone(),
            day: campaign.deadline.or(campaign.period.to),
            lang: results.lang,
            parts: Vec::new(),
        }
    }

    /// Adds a part.
    pub fn add(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// Adds the heading of a part.
    pub fn heading(&mut self, words: impl Into<String>) {
        self.add(Part::Heading(words.into()));
    }

    /// Adds a heading within a part.
    pub fn subheading(&mut self, words: impl Into<String>) {
        self.add(Part::Subheading(words.into()));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, words: impl Into<String>) {
        self.add(Part::Paragraph { lead: String::new(), words: words.into() });
    }

    /// Adds a paragraph with bold words in front.
    pub fn led(&mut self, lead: impl Into<String>, words: impl Into<String>) {
        self.add(Part::Paragraph { lead: lead.into(), words: words.into() });
    }

    /// Adds a line of a list.
    pub fn item(&mut self, words: impl Into<String>) {
        self.add(Part::Item(words.into()));
    }

    /// Adds a remark.
    pub fn remark(&mut self, words: impl Into<String>) {
        self.add(Part::Remark(words.into()));
    }

    /// Adds a table below what it holds.
    pub fn table(&mut self, caption: impl Into<String>, widths: &[u32], table: Table) {
        let caption = caption.into();
        if !caption.is_empty() {
            self.add(Part::Caption(caption));
        }
        self.add(Part::Table { widths: widths.to_vec(), table: Box::new(table) });
    }
}
