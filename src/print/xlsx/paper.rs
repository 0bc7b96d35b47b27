//! How far a page of paper is filled, so that no heading and no head of a table stands alone at its foot.

use crate::account::Page;

/// Shorter and longer side of A4, in points.
const A4: (u32, u32) = (595, 842);
/// Margins left and right together, and above and below together, in points.
const MARGINS: (u32, u32) = (128, 115);
/// Share of a page that is reckoned with, in hundredths: programs differ in how high they set a row.
const RECKONED: u32 = 94;

/// Share of a page that is worth leaving, in hundredths: a title alone is not.
const WORTH_LEAVING: u32 = 40;

/// Paper that rows are put on from the top.
#[derive(Debug)]
pub struct Paper {
    /// Points that a page takes, at the scale at which its columns fit the width.
    room: u32,
    used: u32,
    breaks: Vec<u32>,
}

impl Paper {
    /// Takes A4 as the page lies, scaled down until its columns fit.
    pub fn of(page: &Page) -> Self {
        let (across, down) = if page.landscape { (A4.1, A4.0) } else { A4 };
        // A character of column width is 7 pixels, with 5 more for each column; 96 pixels are 72 points.
        let wide = page.widths.iter().map(|width| (width * 7 + 5) * 3 / 4).sum::<u32>().max(1);
        let (across, down) = (across.saturating_sub(MARGINS.0), down.saturating_sub(MARGINS.1));
        let scaled = if wide > across { down * wide / across.max(1) } else { down };
        Self { room: scaled * RECKONED / 100, used: 0, breaks: Vec::new() }
    }

    /// Puts a row of a height down.
    pub fn put(&mut self, height: u32) {
        self.used = if self.used + height > self.room { height } else { self.used + height };
    }

    /// Tells whether a page takes rows of this height together.
    pub fn takes(&self, together: u32) -> bool {
        together <= self.room
    }

    /// Begins a new page at a row where what must stay together does not fit on this one, and would on another.
    pub fn keep(&mut self, together: u32, row: u32) {
        let worth = self.used > self.room * WORTH_LEAVING / 100;
        if worth && self.takes(together) && self.used + together > self.room {
            self.breaks.push(row);
            self.used = 0;
        }
    }

    /// Gives the rows that begin a page.
    pub fn breaks(&self) -> &[u32] {
        &self.breaks
    }
}
