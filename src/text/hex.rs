//! Bytes as hex digits.

/// Writes bytes as hex digits, as `sha256sum` and `certutil` print hashes.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}
