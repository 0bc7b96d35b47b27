//! How much a book may hold before it is refused: derived from what forms and tables hold, with much room to spare.

/// Most rows of a sheet.
pub const MOST_ROWS: u32 = 20_000;
/// Most columns of a sheet.
pub(super) const MOST_COLUMNS: u32 = 256;
/// Most cells with content in a book.
pub(super) const MOST_CELLS: usize = 500_000;
/// Most bytes of text in a book, counting text that cells share as often as it is shared.
pub(super) const MOST_TEXT: usize = 32 << 20;
/// Most sheets of a book that may be left out because they hold too much: each of them was read up to a limit.
pub(super) const MOST_LEFT_OUT: usize = 4;
/// Most bytes of XML that are read of a book.
pub(super) const MOST_XML: u64 = 256 << 20;
/// Most cells without content that are passed over in a book.
pub(super) const MOST_EMPTY: usize = 5_000_000;
