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

/// Paper that rows are put on from the top.
#[derive(Debug)]
pub struct Paper {
    /// Points that a page takes at least and at most, at the scale at which its columns fit the width, each with how much of
    /// it is filled.
    rooms: [(u32, u32); RECKONED.len()],
    /// Points of the head that is repeated on every page.
    again: u32,
    /// Whether every page ends where it is told to: what is signed must not depend on the program that prints it. Elsewhere
    /// rows may be filtered, and pages end where they are full.
    firm: bool,
    breaks: Vec<u32>,
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
        let scaled = if wide > across { down * wide / across.max(1) } else { down };
        let firm = page.blocks.iter().any(|block| matches!(block, Block::Signatures(_)));
        Self { rooms: RECKONED.map(|share| (scaled * share / 100, 0)), again: 0, firm, breaks: Vec::new() }
    }

    /// Tells whether every page ends where it is told to.
    pub const fn is_firm(&self) -> bool {
        self.firm
    }

    /// Puts the row of a number down, so many points high.
    pub fn put(&mut self, height: u32, row: u32) {
        if self.firm && self.rooms.iter().any(|(room, used)| *used > self.again && used + height > *room) {
            self.turn(row);
        }
        for (room, used) in &mut self.rooms {
            *used = if *used + height > *room { self.again + height } else { *used + height };
        }
    }

    /// Repeats a head of this height on every page from now on.
    pub const fn repeat(&mut self, height: u32) {
        self.again = height;
    }

    /// Tells whether a page takes rows of this height together.
    pub fn takes(&self, together: u32) -> bool {
        self.rooms.iter().all(|(room, _)| self.again + together <= *room)
    }

    /// Begins a new page at a row where what must stay together does not fit on this one, and would on another.
    pub fn keep(&mut self, together: u32, row: u32) {
        let parts = |(room, used): &(u32, u32)| *used > room * WORTH_LEAVING / 100 && used + together > *room;
        if self.takes(together) && self.rooms.iter().any(parts) {
            self.turn(row);
        }
    }

    /// Begins a new page at a row where a picture that must not be cut does not fit on this one, and would on another.
    pub fn keep_whole(&mut self, together: u32, row: u32) {
        // A title is not left alone for a hair's breadth.
        let [_, (room, used), _] = self.rooms;
        let fits = used <= room * WORTH_LEAVING / 100 && used + together <= room;
        if !fits && self.takes(together) && self.rooms.iter().any(|(room, used)| used + together > *room) {
            self.turn(row);
        }
    }

    /// Begins a new page at a row.
    fn turn(&mut self, row: u32) {
        self.breaks.push(row);
        self.rooms.iter_mut().for_each(|(_, used)| *used = self.again);
    }

    /// Gives the rows that begin a page.
    pub fn breaks(&self) -> &[u32] {
        &self.breaks
    }
}
