//! How long the shared strings of a book are and where their looks change, told without making them.

use super::records::{double_word, word};

/// What is known of a shared string.
#[derive(Clone, Debug, Default)]
pub(super) struct Shared {
    /// Number of its letters.
    pub length: u16,
    /// Letters, counted from 0, from which on it has another font, and the number of that font.
    pub runs: Vec<(u16, u16)>,
}

/// Looks at every shared string, in the table's record and those that continue it.
///
/// A string is its length, a byte that says whether letters take one byte or two, two counts where it has runs of formats
/// or phonetic signs, its letters, and then those. Letters may go on in the next record, behind such a byte again. Where
/// the table is not as it should be, the rest of it is left out: calamine then reads no further either.
pub(super) fn shared(records: &[&[u8]]) -> Vec<Shared> {
    let mut table = Table { records, at: 8 };
    std::iter::from_fn(|| table.string()).collect()
}

/// Reader of the table of shared strings.
struct Table<'a> {
    records: &'a [&'a [u8]],
    at: usize,
}

impl Table<'_> {
    /// Gives the bytes left in the record, or in the next one where there are none.
    fn here(&mut self) -> Option<&[u8]> {
        while self.records.first()?.len() <= self.at {
            self.records = self.records.get(1..)?;
            self.at = 0;
        }
        self.records.first()?.get(self.at..)
    }

    /// Takes a number of so many bytes.
    fn number(&mut self, bytes: usize) -> Option<usize> {
        let here = self.here()?;
        let number = if bytes == 4 { usize::try_from(double_word(here, 0)?).ok()? } else { usize::from(word(here, 0)?) };
        self.at += bytes;
        Some(number)
    }

    /// Takes the byte that says how letters are written.
    fn flags(&mut self) -> Option<u8> {
        let flags = *self.here()?.first()?;
        self.at += 1;
        Some(flags)
    }

    /// Passes over so many bytes, wherever they stand.
    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let step = self.here()?.len().min(bytes);
            self.at += step;
            bytes -= step;
        }
        Some(())
    }

    /// Takes a number of two bytes, which may stand in two records.
    fn across(&mut self) -> Option<u16> {
        let (low, high) = (self.flags()?, self.flags()?);
        Some(u16::from_le_bytes([low, high]))
    }

    /// Takes a string.
    fn string(&mut self) -> Option<Shared> {
        if self.records.first()?.len() <= self.at {
            self.records = self.records.get(1..)?;
            self.at = 0;
            // Nothing in the next record counts as a string without letters.
            if self.records.first()?.is_empty() {
                return Some(Shared::default());
            }
        }
        let count = self.number(2)?;
        let flags = self.flags()?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? };
        let phonetic = if flags & 4 == 0 { 0 } else { self.number(4)? };
        let (mut left, mut width) = (count, usize::from(flags & 1) + 1);
        while left > 0 {
            let room = self.records.first()?.len().saturating_sub(self.at) / width;
            let taken = room.min(left);
            self.at += taken * width;
            left -= taken;
            if left > 0 {
                self.records = self.records.get(1..)?;
                self.at = 0;
                width = usize::from(self.flags()? & 1) + 1;
            }
        }
        let runs = (0..runs).map(|_| Some((self.across()?, self.across()?))).collect::<Option<Vec<_>>>()?;
        self.skip(phonetic)?;
        Some(Shared { length: u16::try_from(count).ok()?, runs })
    }
}
