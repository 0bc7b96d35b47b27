//! The stream of records that an old workbook is.

/// Record of the stream.
pub struct Record<'a> {
    /// What it is.
    pub kind: u16,
    /// What it says.
    pub data: &'a [u8],
}

/// Lists the records from a position.
pub fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(from..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (word(rest, 0)?, usize::from(word(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = rest.get(4 + length..).unwrap_or_default();
        Some(Record { kind, data })
    })
}

/// Reads two bytes.
pub fn word(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Reads four bytes.
pub fn double_word(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Reads letters of one byte or two, as many as there are up to a count.
pub fn letters(data: &[u8], count: usize, wide: bool) -> String {
    if wide {
        let units = data.chunks_exact(2).take(count).map(|two| word(two, 0).unwrap_or_default());
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    } else {
        data.iter().take(count).map(|byte| char::from(*byte)).collect()
    }
}
