//! How far a page of paper is filled, so that no heading and no head of a table stands alone at its foot.

use super::chart::WIDTH as CHART_WIDTH;
use crate::account::{Block, Page, Table};

/// Shorter and longer side of A4, in points.
const A4: (u32, u32) = (595, 842);
/// Margins left and right together, and above and below together, in points.
const MARGINS: (u32, u32) = (128, 115);
/// Shares of a page that are reckoned with, in hundredths: programs differ in how high they set a row.
const RECKONED: [u32; 3] = [94, 100, 108];

/// Share of a page that is worth leaving, in hundredths: a title alone is not.
const WORTH_LEAVING: u32 = 40;

/// Width of a column that nobody set, in pixels: a chart ends somewhere in one, and it is printed whole.
const COLUMN: u32 = 64;

/// Shares that a page may be set smaller by, in hundredths, to draw in a last page with little on it.
const SMALLER: [u32; 4] = [98, 96, 94, 92];
/// Share of the scale at which columns fit in programs that set them widest, in hundredths.
const WIDEST: u32 = 94;
/// Most pages that are fitted: over more, programs differ by a page in how high they set rows.
const MOST_TO_FIT: u32 = 6;
/// Share of a page that is little, in hundredths.
const LITTLE: u32 = 25;
/// Share of a page of what is signed that is left blank and looks forgotten, in hundredths.
const FORGOTTEN: u32 = 25;

/// What is put on paper, in order, with the row where it stands.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A row so many points high.
    Row(u32),
    /// From here so much stays together.
    Together(u32),
    /// From here so much may not be cut.
    Whole(u32),
    /// From here a head of this height is repeated.
    Repeated(u32),
    /// A new page begins.
    Turned,
}

/// Paper that rows are put on from the top.
#[derive(Debug)]
pub struct Paper {
    /// Points that a page takes, at the scale at which its columns fit the width.
    room: u32,
    /// That scale, in hundredths.
    scale: u32,
    /// Points of the head that is repeated on every page.
    again: u32,
    /// Whether every page ends where it is told to: what is signed must not depend on the program that prints it. Elsewhere
    /// rows may be filtered, and pages end where they are full.
    firm: bool,
    steps: Vec<(u32, Step)>,
}

/// How pages end.
#[derive(Debug)]
pub struct Laid {
    /// Rows that begin a page because they are told to.
    pub breaks: Vec<u32>,
    /// How much smaller it is set than its columns ask for, in hundredths.
    pub share: u32,
    /// Pages, one below the other, that programs fit it to.
    pub fits: Option<u32>,
    /// Pages, one below the other, as each of [`RECKONED`] counts them, with how much of the last is filled.
    pages: [(u32, u32); RECKONED.len()],
    /// Pages that are told to end where [`FORGOTTEN`] of them is left, as most programs count.
    forgotten: u32,
}

/// Page that is being filled.
struct Filled {
    room: u32,
    used: u32,
    pages: u32,
}

impl Paper {
    /// Takes A4 as the page lies, scaled down until the columns that one sheet of it holds fit.
    pub fn of(page: &Page, columns: u16) -> Self {
        let (across, down) = if page.landscape { (A4.1, A4.0) } else { A4 };
        // A character of column width is 7 pixels, with 5 more for each column; 96 pixels are 72 points.
        let of = |widths: &[u32]| widths.iter().map(|width| (width * 7 + 5) * 3 / 4).sum::<u32>();
        let beside = |table: &Table| of(page.widths.get(..table.head.len()).unwrap_or(&page.widths)) + (CHART_WIDTH + COLUMN) * 3 / 4;
        let charts = page.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if table.bars.is_some() || table.drawing.as_ref().is_some_and(|drawing| !drawing.within) => {
                Some(beside(table))
            }
            _ => None,
        });
        let own = of(page.widths.get(..columns.into()).unwrap_or(&page.widths));
        let wide = charts.max().unwrap_or(1).max(own);
        let (across, down) = (across.saturating_sub(MARGINS.0), down.saturating_sub(MARGINS.1));
        let (room, scale) = if wide > across { (down * wide / across.max(1), across * 100 / wide) } else { (down, 100) };
        let firm = page.blocks.iter().any(|block| matches!(block, Block::Signatures(_)));
        Self { room, scale, again: 0, firm, steps: Vec::new() }
    }

    /// Tells whether every page ends where it is told to.
    pub const fn is_firm(&self) -> bool {
        self.firm
    }

    /// Gives the scale at which the columns fit the width, set smaller by a share, in hundredths.
    pub const fn scale(&self, share: u32) -> u32 {
        self.scale * share / 100
    }

    /// Puts the row of a number down, so many points high.
    pub fn put(&mut self, height: u32, row: u32) {
        self.steps.push((row, Step::Row(height)));
    }

    /// Repeats a head of this height on every page from a row on.
    pub fn repeat(&mut self, height: u32, row: u32) {
        self.again = height;
        self.steps.push((row, Step::Repeated(height)));
    }

    /// Tells whether a page takes rows of this height together.
    pub fn takes(&self, together: u32) -> bool {
        self.again + together <= self.least_room()
    }

    /// Begins a new page at a row.
    pub fn turn(&mut self, row: u32) {
        self.steps.push((row, Step::Turned));
    }

    /// Gives the least height that programs leave on a page.
    pub fn left(&self) -> u32 {
        let rooms = self.at(100).pages.into_iter().zip(RECKONED);
        rooms.map(|((_, used), reckoned)| (self.room * reckoned / 100).saturating_sub(used)).min().unwrap_or_default()
    }

    /// Gives the height that every program puts on a page.
    pub const fn least_room(&self) -> u32 {
        self.room * RECKONED[0] / 100
    }

    /// Gives the height that every program puts on a page below what is repeated on it.
    pub const fn fresh(&self) -> u32 {
        self.least_room().saturating_sub(self.again)
    }

    /// Begins a new page at a row where what must stay together does not fit on this one, and would on another.
    pub fn keep(&mut self, together: u32, row: u32) {
        self.steps.push((row, Step::Together(together)));
    }

    /// Begins a new page at a row where a picture that must not be cut does not fit on this one, and would on another.
    pub fn keep_whole(&mut self, together: u32, row: u32) {
        self.steps.push((row, Step::Whole(together)));
    }

    /// Ends the pages; a last one with little on it is drawn in, where that makes the others only a little smaller. Not so
    /// where whoever prints it chooses what.
    pub fn laid(&self, chosen: bool) -> Laid {
        let plain = self.at(100);
        if chosen || plain.pages.iter().any(|(pages, _)| *pages > MOST_TO_FIT) {
            return plain;
        }
        let least = plain.pages[1].0.saturating_sub(1).max(1);
        // Where ends of pages are told, programs choose no scale by themselves: rows must do as they are set highest, and
        // columns as they are set widest.
        let told = !plain.breaks.is_empty();
        let (reckoned, smallest) = if told { (0..1, WIDEST) } else { (1..RECKONED.len(), 100) };
        let smaller = || SMALLER.into_iter().filter(|share| *share <= smallest).map(|share| self.at(share));
        if self.firm && plain.forgotten > 0 {
            let better = |laid: &Laid| laid.forgotten < plain.forgotten && laid.pages[0].0 <= plain.pages[0].0;
            if let Some(laid) = smaller().find(better) {
                return laid;
            }
        }
        for (at, (pages, used)) in plain.pages.iter().enumerate().filter(|(at, _)| reckoned.contains(at)) {
            let is_little = used.saturating_sub(self.again) * 100 <= self.room * LITTLE;
            let fewer = |laid: &Laid| laid.pages.get(at).is_some_and(|(fewer, _)| *fewer < *pages && *fewer >= least);
            if let Some(laid) = smaller().find(fewer).filter(|_| is_little && *pages > 1) {
                return Laid { fits: laid.breaks.is_empty().then(|| pages - 1), ..laid };
            }
        }
        plain
    }

    /// Ends the pages at a share of the scale.
    fn at(&self, share: u32) -> Laid {
        let mut filled = RECKONED.map(|reckoned| Filled { room: self.room * reckoned / share, used: 0, pages: 1 });
        let (mut again, mut breaks, mut forgotten) = (0, Vec::new(), 0);
        for (row, step) in &self.steps {
            let turns = match *step {
                Step::Row(height) => self.firm && filled.iter().any(|page| page.used > again && page.used + height > page.room),
                Step::Together(height) => self.parts(&filled, height, again),
                Step::Whole(height) => cuts(&filled, height, again),
                Step::Turned => true,
                Step::Repeated(height) => {
                    again = height;
                    false
                }
            };
            if turns {
                breaks.push(*row);
                forgotten += u32::from(filled[1].used * 100 <= filled[1].room * (100 - FORGOTTEN));
                for page in &mut filled {
                    page.turn(again);
                }
            }
            if let Step::Row(height) = *step {
                for page in &mut filled {
                    page.put(height, again);
                }
            }
        }
        Laid { breaks, share, fits: None, pages: filled.map(|page| (page.pages, page.used)), forgotten }
    }

    /// Tells whether the end of the page would part what stays together, and another page would not.
    fn parts(&self, filled: &[Filled], together: u32, again: u32) -> bool {
        let worth = |page: &Filled| if self.firm { page.used > again } else { page.used > page.room * WORTH_LEAVING / 100 };
        fit_alone(filled, together, again) && filled.iter().any(|page| worth(page) && page.used + together > page.room)
    }
}

/// Tells whether the end of the page would cut a picture, and another page would not.
fn cuts(filled: &[Filled; RECKONED.len()], together: u32, again: u32) -> bool {
    // A title is not left alone for a hair's breadth.
    let [_, page, _] = filled;
    let fits = page.used <= page.room * WORTH_LEAVING / 100 && page.used + together <= page.room;
    !fits && fit_alone(filled, together, again) && filled.iter().any(|page| page.used + together > page.room)
}

/// Tells whether a new page takes rows of this height.
fn fit_alone(filled: &[Filled], together: u32, again: u32) -> bool {
    filled.iter().all(|page| again + together <= page.room)
}

impl Filled {
    /// Begins a new page, below what is repeated.
    const fn turn(&mut self, again: u32) {
        self.used = again;
        self.pages += 1;
    }

    /// Puts a row down.
    const fn put(&mut self, height: u32, again: u32) {
        if self.used + height > self.room && self.used > again {
            self.turn(again);
        }
        self.used += height;
    }
}
