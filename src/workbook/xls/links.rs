//! Links of cells in an old workbook.
//!
//! Source: [MS-XLS] 2.4.140 `HLink`; [MS-OSHARED] 2.3.7 for the object in it.

use super::records::{double_word, letters, word};
use crate::workbook::address::Area;

/// Moniker of an address.
const URL: [u8; 16] = [0xE0, 0xC9, 0xEA, 0x79, 0xF9, 0xBA, 0xCE, 0x11, 0x8C, 0x82, 0x00, 0xAA, 0x00, 0x4B, 0xA9, 0x0B];
/// Moniker of a file.
const FILE: [u8; 16] = [0x03, 0x03, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];

/// Reads the record of a link: its area, and where it leads out of the workbook.
pub fn read(data: &[u8]) -> Option<(Area, String)> {
    let corner = |row: usize, column: usize| Some((u32::from(word(data, row)?), u32::from(word(data, column)?)));
    let area = (corner(0, 4)?, corner(2, 6)?);
    let flags = double_word(data, 28)?;
    let mut rest = data.get(32..)?;
    // What is shown, and the window that it opens in.
    for flag in [0x10, 0x80] {
        if flags & flag != 0 {
            string(&mut rest)?;
        }
    }
    let target = if flags & 1 == 0 {
        return None;
    } else if flags & 0x100 != 0 {
        string(&mut rest)?
    } else {
        moniker(&mut rest)?
    };
    let place = (flags & 8 != 0).then(|| string(&mut rest)).flatten();
    Some((area, place.map_or(target.clone(), |place| format!("{target}#{place}"))))
}

/// Takes so many bytes.
fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

/// Takes a number of four bytes.
fn number(rest: &mut &[u8]) -> Option<usize> {
    usize::try_from(double_word(take(rest, 4)?, 0)?).ok()
}

/// Takes text: the number of its letters, then the letters, of two bytes each, the last of them nothing.
fn string(rest: &mut &[u8]) -> Option<String> {
    let count = number(rest)?;
    Some(ended(&letters(take(rest, count.checked_mul(2)?)?, count, true)))
}

/// Takes the object that says where a link leads.
fn moniker(rest: &mut &[u8]) -> Option<String> {
    let kind = take(rest, 16)?;
    if kind == URL {
        let bytes = number(rest)?;
        return Some(ended(&letters(take(rest, bytes)?, bytes / 2, true)));
    }
    if kind != FILE {
        return None;
    }
    let up = usize::from(word(take(rest, 2)?, 0)?);
    let plain = number(rest)?;
    let plain = ended(&letters(take(rest, plain)?, plain, false));
    take(rest, 24)?;
    let wide = number(rest)?;
    let path = if wide == 0 {
        plain
    } else {
        let mut wide = take(rest, wide)?;
        let bytes = number(&mut wide)?;
        take(&mut wide, 2)?;
        ended(&letters(take(&mut wide, bytes)?, bytes / 2, true))
    };
    Some(format!("{}{path}", "../".repeat(up.min(16))))
}

/// Cuts text off at the letter that is nothing.
fn ended(text: &str) -> String {
    text.split('\0').next().unwrap_or_default().to_owned()
}
