//! The outer file of an old workbook: streams in a tree of names. Writers get the order of that tree wrong, and the case of
//! names, which Excel and calamine don't mind.
//!
//! Source: [MS-CFB].

use std::collections::BTreeSet;

use super::records::{double_word, letters, word};
use crate::workbook::refusal::Refusal;

/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// Numbers from here on are no sectors, but marks.
const MARKS: u32 = 0xFFFF_FFFA;
/// Number of an entry that is none.
const NOBODY: u32 = 0xFFFF_FFFF;

/// Gives the first stream of these names that stands in the root.
pub fn stream(bytes: &[u8], names: &[&str]) -> Result<Vec<u8>, Refusal> {
    let file = CompoundFile::open(bytes).ok_or_else(|| Refusal::Damaged("OLE".into()))?;
    let entry = names.iter().find_map(|name| file.root.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)));
    let entry = entry.ok_or_else(|| Refusal::Damaged("Workbook".into()))?;
    file.content(entry).ok_or_else(|| Refusal::Damaged("OLE sector".into()))
}

/// Outer file.
struct CompoundFile<'a> {
    bytes: &'a [u8],
    /// Bytes of a sector, as a power of two.
    shift: u32,
    /// Sector that follows each.
    fat: Vec<u32>,
    /// Streams below this size stand in a stream of their own, in small sectors.
    small: u64,
    /// Small sector that follows each.
    small_fat: Vec<u32>,
    /// Where the stream of small ones begins.
    small_start: u32,
    /// Streams of the root.
    root: Vec<Entry>,
}

/// Entry of the directory.
struct Entry {
    name: String,
    start: u32,
    size: u64,
}

impl<'a> CompoundFile<'a> {
    /// Reads the tables.
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u32::from(word(bytes, 30)?);
        if !(9..=12).contains(&shift) {
            return None;
        }
        let mut file = Self { bytes, shift, fat: Vec::new(), small: 4096, small_fat: Vec::new(), small_start: MARKS, root: Vec::new() };
        file.fat = file.table(&file.fat_sectors()?)?;
        file.small = u64::from(double_word(bytes, 56)?);
        file.small_fat = file.table(&file.chain(double_word(bytes, 60)?)?)?;
        let directory = file.joined(&file.chain(double_word(bytes, 48)?)?)?;
        file.small_start = double_word(&directory, 116)?;
        file.root = children(&directory);
        Some(file)
    }

    /// Lists the sectors of the table of sectors: the first 109 stand in the header, the rest in sectors of their own.
    fn fat_sectors(&self) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = (0..109).filter_map(|n| double_word(self.bytes, 76 + n * 4)).collect();
        let per_sector = (1_usize << self.shift) / 4;
        let mut next = double_word(self.bytes, 68)?;
        let most = self.bytes.len() >> self.shift;
        for _ in 0..most {
            if next >= MARKS {
                break;
            }
            let sector = self.sector(next)?;
            sectors.extend((0..per_sector - 1).filter_map(|n| double_word(sector, n * 4)));
            next = double_word(sector, (per_sector - 1) * 4)?;
        }
        sectors.retain(|sector| *sector < MARKS);
        (sectors.len() <= most).then_some(sectors)
    }

    /// Gives a sector; the last one of a file may be cut off.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let size = 1_usize << self.shift;
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(size)?;
        let rest = self.bytes.get(start..)?;
        rest.get(..size).or(Some(rest)).filter(|sector| !sector.is_empty())
    }

    /// Lists the sectors that follow one another; `None` where they go in a ring.
    fn chain(&self, start: u32) -> Option<Vec<u32>> {
        follow(&self.fat, start)
    }

    /// Joins sectors.
    fn joined(&self, sectors: &[u32]) -> Option<Vec<u8>> {
        let sectors: Option<Vec<&[u8]>> = sectors.iter().map(|sector| self.sector(*sector)).collect();
        Some(sectors?.concat())
    }

    /// Reads sectors as a table of numbers.
    fn table(&self, sectors: &[u32]) -> Option<Vec<u32>> {
        let joined = self.joined(sectors)?;
        Some((0..joined.len() / 4).filter_map(|n| double_word(&joined, n * 4)).collect())
    }

    /// Gives the content of a stream.
    fn content(&self, entry: &Entry) -> Option<Vec<u8>> {
        let size = usize::try_from(entry.size).ok()?;
        let mut content = if entry.size < self.small {
            let small = self.joined(&self.chain(self.small_start)?)?;
            let sectors = follow(&self.small_fat, entry.start)?;
            let sector = |number: &u32| {
                let start = usize::try_from(*number).ok()?.checked_mul(64)?;
                small.get(start..)?.get(..64).or(small.get(start..))
            };
            sectors.iter().map(sector).collect::<Option<Vec<_>>>()?.concat()
        } else {
            self.joined(&self.chain(entry.start)?)?
        };
        // A stream that ends before it should is cut off.
        (content.len() >= size).then(|| {
            content.truncate(size);
            content
        })
    }
}

/// Lists what follows one another in a table; `None` where it goes in a ring or leads out of the table.
fn follow(table: &[u32], start: u32) -> Option<Vec<u32>> {
    let mut chain = Vec::new();
    let mut next = start;
    while next < MARKS {
        if chain.len() > table.len() {
            return None;
        }
        chain.push(next);
        next = *table.get(usize::try_from(next).ok()?)?;
    }
    Some(chain)
}

/// Lists the streams that stand in the root, in whatever order the tree has them.
fn children(directory: &[u8]) -> Vec<Entry> {
    let mut found = Vec::new();
    let (mut seen, mut left) = (BTreeSet::new(), vec![double_word(directory, 76).unwrap_or(NOBODY)]);
    while let Some(number) = left.pop() {
        let at = usize::try_from(number).ok().and_then(|number| number.checked_mul(ENTRY));
        let entry = at.and_then(|at| directory.get(at..)?.get(..ENTRY));
        let Some(entry) = entry.filter(|_| seen.insert(number)) else { continue };
        left.extend([68, 72].into_iter().filter_map(|side| double_word(entry, side)));
        let count = usize::from(word(entry, 64).unwrap_or(0)).min(64) / 2;
        let is_stream = entry.get(66) == Some(&2);
        found.extend(is_stream.then(|| Entry {
            name: letters(entry, count.saturating_sub(1), true),
            start: double_word(entry, 116).unwrap_or(NOBODY),
            size: u64::from(double_word(entry, 120).unwrap_or(0)),
        }));
    }
    found
}
