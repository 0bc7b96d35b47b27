//! How far a page of paper is filled, so that no heading and no head of a table stands alone at its foot.

use super::chart::WIDTH as CHART_WIDTH;
use crate::account::{Block, Page, Table};

/// Shorter and longer side of A4, in points.
const A4: (u32, u32) = (595, 842);
/// Margins left and right together, and above and below together, in points.
const MARGINS: (u32, u32) = (128, 115);
/// Share of a page that is reckoned with, in hundredths: programs differ in how high they set a row.
const RECKONED: u32 = 94;

/// Share of a page that is worth leaving, in hundredths: a title alone is not.
const WORTH_LEAVING: u32 = 40;

/// Width of a column that nobody set, in pixels: a chart ends somewhere in one, and it is printed whole.
const COLUMN: u32 = 64;

/// Paper that rows are put on from the top.
#[derive(Debug)]
pub struct Paper {
    /// Points that a page takes at least and at most, at the scale at which its columns fit the width, each with how much of
    /// it is filled.
    rooms: [(u32, u32); 2],
    breaks: Vec<u32>,
}

impl Paper {
    /// Takes A4 as the page lies, scaled down until its columns fit.
    pub fn of(page: &Page) -> Self {
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
        let wide = charts.max().unwrap_or(1).max(of(&page.widths));
        let (across, down) = (across.saturating_sub(MARGINS.0), down.saturating_sub(MARGINS.1));
        let scaled = if wide > across { down * wide / across.max(1) } else { down };
        Self { rooms: [(scaled * RECKONED / 100, 0), (scaled, 0)], breaks: Vec::new() }
    }

    /// Puts a row of a height down.
    pub fn put(&mut self, height: u32) {
        for (room, used) in &mut self.rooms {
            *used = if *used + height > *room { height } else { *used + height };
        }
    }

    /// Tells whether a page takes rows of this height together.
    pub fn takes(&self, together: u32) -> bool {
        self.rooms.iter().all(|(room, _)| together <= *room)
    }

    /// Begins a new page at a row where what must stay together does not fit on this one, and would on another.
    pub fn keep(&mut self, together: u32, row: u32) {
        let parts = |(room, used): &(u32, u32)| *used > room * WORTH_LEAVING / 100 && used + together > *room;
        if self.takes(together) && self.rooms.iter().any(parts) {
            self.breaks.push(row);
            self.rooms.iter_mut().for_each(|(_, used)| *used = 0);
        }
    }

    /// Begins a new page at a row where a picture that must not be cut does not fit on this one, and would on another.
    pub fn keep_whole(&mut self, together: u32, row: u32) {
        if self.takes(together) && self.rooms.iter().any(|(room, used)| used + together > *room) {
            self.breaks.push(row);
            self.rooms.iter_mut().for_each(|(_, used)| *used = 0);
        }
    }

    /// Gives the rows that begin a page.
    pub fn breaks(&self) -> &[u32] {
        &self.breaks
    }
}
