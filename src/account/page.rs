//! Pages as data: what stands on them, in order, whatever they are printed on.

use jiff::civil::Date;

use super::cell::{Cell, Tone, centre, text};
use crate::assessment::{Campaign, authority_of, office_of};
use crate::points::Points;
use crate::results::Results;
use crate::text::{Lang, said};

/// Pages that belong together: a workbook, a document.
#[derive(Clone, Debug)]
pub struct Book {
    /// Title, for the properties of the file.
    pub title: String,
    /// Office that answers for it.
    pub office: Option<String>,
    /// Notice that stands on every page.
    pub notice: Option<String>,
    /// Day that it bears: of the campaign, never of the clock.
    pub day: Option<Date>,
    /// Language that it is written in.
    pub lang: Lang,
    /// Pages.
    pub pages: Vec<Page>,
}

impl Book {
    /// Begins a book of a campaign.
    pub fn new(title: impl Into<String>, results: &Results<'_>) -> Self {
        let campaign = results.campaign;
        Self {
            title: title.into(),
            office: campaign.office.clone(),
            notice: campaign.notice.clone(),
            day: campaign.deadline.or(campaign.period.to),
            lang: results.lang,
            pages: Vec::new(),
        }
    }
}

/// Page: a sheet of a workbook, a chapter of a document.
#[derive(Clone, Debug)]
pub struct Page {
    /// Name; whoever prints it makes it legal and unique where it has to be.
    pub name: String,
    /// Whether it lies on its side.
    pub landscape: bool,
    /// Widths of its columns, in characters.
    pub widths: Vec<u32>,
    /// Notice in the margin.
    pub notice: Option<String>,
    /// Whether it is there to look things up on a screen, and is not printed with the book.
    pub aside: bool,
    /// What stands on it, from the top.
    pub blocks: Vec<Block>,
}

/// What a paper with a letterhead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// It is signed, and has a number of its own.
    Numbered,
    /// It is signed, and goes with a paper that has the number.
    Listed,
    /// It is attached to a paper that is signed.
    Attached,
}

/// Part of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// Office and national heading. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
    Letterhead {
        /// The office above, where there is one.
        superior: Option<String>,
        /// The office.
        office: String,
        /// Room for the number of a paper that is signed by itself.
        number: Option<String>,
        /// Place and day; empty where another paper is dated.
        dated: String,
    },
    /// Title with what stands below it.
    Title {
        /// Title, a line for each of its lines.
        title: String,
        /// Name of the campaign.
        campaign: String,
        /// Notice.
        notice: Option<String>,
        /// Remarks on the sets used.
        remarks: Vec<String>,
    },
    /// What the page is about.
    Subject {
        /// Its name.
        name: String,
        /// What stands beside the name; may be empty.
        beside: String,
        /// What stands below it.
        below: String,
    },
    /// Heading of a section, with room above it.
    Heading(String),
    /// Words over the whole width.
    Paragraph(Cell),
    /// Room.
    Gap,
    /// Table.
    Table(Table),
    /// Room for signatures.
    Signatures(Signatures),
}

/// Table. Rows fill the page's columns; a cell may take several.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Row above the heading.
    pub caption: Vec<Cell>,
    /// Heading.
    pub head: Vec<Cell>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
    /// What is said where there are no rows.
    pub when_empty: Option<Cell>,
    /// Rows below the table that don't belong to its list: a sum, a mean.
    pub foot: Vec<Vec<Cell>>,
    /// How it is read, where it is what the page is there for.
    pub main: Option<Main>,
    /// Colours by value.
    pub shade: Option<Shade>,
    /// The same in bars, beside it.
    pub bars: Option<Bars>,
    /// Other figures of its rows in bars, beside it.
    pub drawing: Option<Drawing>,
}

/// The table that a page is there for: its heading is repeated on every page, and stays in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Main {
    /// Columns that stay in sight; where there are none, the heading does not, either.
    pub fixed: u16,
    /// Whether rows can be picked by their values.
    pub filter: bool,
    /// Pages that it takes in width.
    pub pages: u16,
}

/// Colours by value, from dark to light, in the columns from `first` to the last but `spare`.
#[derive(Clone, Debug)]
pub enum Shade {
    /// From the least to the most of the table.
    Table {
        /// First column that is coloured, from 0.
        first: u16,
        /// Columns at the end that are not.
        spare: u16,
    },
    /// Each row from 0 to a most of its own.
    Rows {
        /// First column that is coloured, from 0.
        first: u16,
        /// The most of each row.
        most: Vec<Points>,
    },
}

/// Bars that show a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// Column of names, from 0.
    pub names: u16,
    /// Names of the bars where they are others than in that column.
    pub labels: Vec<String>,
    /// Column of values in percent, from 0.
    pub values: u16,
    /// Whether a value passes 100.
    pub past_100: bool,
}

/// Picture beside a table: a bar for each row, made of a part for each series.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Column of names, from 0.
    pub names: u16,
    /// Names of the bars where they are others than in that column.
    pub labels: Vec<String>,
    /// Whether the axis counts: whole numbers from 1.
    pub counts: bool,
    /// Whether the parts of a row are bars of their own, one below the other, and not one behind the other.
    pub apart: bool,
    /// Whether the picture keeps to the columns of the page, which then is no wider.
    pub within: bool,
    /// Where the axis begins; `None`: where the figures ask it to.
    pub from: Option<Points>,
    /// Where it ends.
    pub to: Option<Points>,
    /// How far apart its lines are; `None`: as the program that shows it chooses.
    pub step: Option<Points>,
    /// Parts of a bar, in order.
    pub series: Vec<Series>,
}

/// One part of every bar.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it is; empty for what is not drawn.
    pub name: &'static str,
    /// How it is drawn.
    pub ink: Ink,
    /// Its length in each row; `None`: no bar, where there is no value.
    pub values: Vec<Option<Points>>,
}

impl Drawing {
    /// Tells whether any bar has a length.
    pub fn shows_something(&self) -> bool {
        self.series.iter().flat_map(|series| &series.values).flatten().any(|value| !value.is_zero())
    }
}

/// How a part of a bar is drawn, told apart without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Not at all: it moves what is behind it.
    None,
    /// In the colour of headings of tables.
    Solid,
    /// Hatched.
    Hatched,
    /// White, with a line around it.
    Open,
}

/// Room for two signatures.
#[derive(Clone, Debug)]
pub struct Signatures {
    /// Place and day, above the right one; may be empty.
    pub day: String,
    /// Who made it.
    pub left: Signature,
    /// Who answers for it.
    pub right: Signature,
}

/// Room for a signature.
#[derive(Clone, Debug)]
pub struct Signature {
    /// Office of who signs.
    pub title: String,
    /// How it is signed.
    pub how: String,
    /// Name of who signs, below the room.
    pub name: Option<String>,
}

/// Characters that a page on its side takes across where its figures are to be 8 points high in print; each column takes one more.
const ACROSS: u32 = 204;

/// Gives the characters that are left for one more column beside others on a page on its side.
pub fn left_across(widths: &[u32]) -> u32 {
    ACROSS.saturating_sub(widths.iter().map(|width| width + 1).sum::<u32>() + 1)
}

/// Room for a place.
pub const NOWHERE: &str = "…………";

/// Writes a place and a day with room for whoever dates it by hand.
pub fn undated(place: &str, lang: Lang) -> String {
    said!(lang, "{place}, ngày …… tháng …… năm ………", "{place}, date: ……………………")
}

impl Page {
    /// Begins a page with columns so many characters wide.
    pub fn new(name: impl Into<String>, campaign: &Campaign, landscape: bool, widths: &[u32]) -> Self {
        let (notice, blocks) = (campaign.notice.clone(), Vec::new());
        Self { name: name.into(), landscape, widths: widths.to_vec(), notice, aside: false, blocks }
    }

    /// Adds office and national heading, and what belongs below them on such a paper.
    pub fn letterhead(&mut self, of: Paper, results: &Results<'_>) {
        let (campaign, lang) = (results.campaign, results.lang);
        let number = (of == Paper::Numbered).then(|| lang.word("Số: ……/BC-……", "No.: ……/BC-……").to_owned());
        let dated = undated(campaign.place.as_deref().unwrap_or(NOWHERE), lang);
        let dated = if of == Paper::Attached { String::new() } else { dated };
        let (superior, office) = (authority_of(campaign), office_of(campaign).unwrap_or_default());
        self.blocks.push(Block::Letterhead { superior, office, number, dated });
    }

    /// Adds a title, with the campaign's name, the notice and remarks on the sets used below it.
    pub fn title(&mut self, title: impl Into<String>, campaign: &Campaign, remarks: Vec<String>) {
        let (notice, campaign) = (campaign.notice.clone(), campaign.title.clone());
        self.blocks.push(Block::Title { title: title.into(), campaign, notice, remarks });
    }

    /// Adds what the page is about: a name, what stands beside it, and what stands below it.
    pub fn subject(&mut self, name: impl Into<String>, beside: impl Into<String>, below: impl Into<String>) {
        self.blocks.push(Block::Subject { name: name.into(), beside: beside.into(), below: below.into() });
    }

    /// Keeps the page off the paper of its book, and says below its title how it is printed all the same.
    pub fn set_aside(&mut self, lang: Lang) {
        let words = lang.word(
            "Trang để tra cứu trên máy, không in cùng báo cáo. Khi cần in: chọn các ô cần in, rồi chọn “Print Selection” khi in.",
            "For looking things up on the screen; not printed with the report. To print it, select its cells and choose “Print Selection”.",
        );
        let below = self.blocks.iter().position(|block| matches!(block, Block::Title { .. })).map_or(0, |at| at + 1);
        self.blocks.insert(below, Block::Paragraph(centre(words).italic().size(11)));
        self.aside = true;
    }

    /// Adds the heading of a section.
    pub fn heading(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Heading(words.into()));
    }

    /// Adds words over the whole width.
    pub fn paragraph(&mut self, words: Cell) {
        self.blocks.push(Block::Paragraph(words));
    }

    /// Adds room.
    pub fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// Adds lines of a label and what it says; the label takes so many columns.
    pub fn lines<'w>(&mut self, lines: impl IntoIterator<Item = (&'w str, String)>, label: u16) {
        let rest = u16::try_from(self.widths.len()).unwrap_or(u16::MAX).saturating_sub(label);
        let line = |(name, words): (&str, String)| vec![text(name).bold().span(label), text(words).span(rest)];
        self.table(Table { rows: lines.into_iter().map(line).collect(), ..Table::default() });
    }
}

impl Table {
    /// Makes a table with a heading.
    pub fn new(head: impl IntoIterator<Item = Cell>) -> Self {
        Self { head: head.into_iter().collect(), ..Self::default() }
    }

    /// Makes the table that a page is there for; so many columns stay in sight.
    pub fn main(head: impl IntoIterator<Item = Cell>, fixed: u16) -> Self {
        Self { main: Some(Main { fixed, filter: true, pages: 1 }), ..Self::new(head) }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Adds a row below the list, bold.
    pub fn sum(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.foot.push(cells.into_iter().map(|cell| cell.bold().tone(Tone::Area)).collect());
    }
}
