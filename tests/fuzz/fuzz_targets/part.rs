//! A good workbook with a few splices in one of its parts: the checksums of a zip would stop most changes at its door.
//!
//! The input is two bytes for the workbook and its part, then splices, each up to the byte 0xFF: where (two bytes, as a
//! share of the part), how many bytes go (one), and what comes in their place.

#![no_main]

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Parts of a workbook, by name.
type Parts = Vec<(String, Vec<u8>)>;

/// Good workbooks: our form in both formats, three forms of provinces.
static GOOD: LazyLock<[(&str, Parts); 5]> = LazyLock::new(|| {
    [
        ("bieu.xlsx", unzip(include_bytes!("../../good/forms/openpyxl.xlsx"))),
        ("bieu.ods", unzip(include_bytes!("../../good/forms/libreoffice.ods"))),
        ("A.xlsx", unzip(include_bytes!("../../fixtures/foreign/A.xlsx"))),
        ("D.xlsx", unzip(include_bytes!("../../fixtures/foreign/D.xlsx"))),
        ("E.xlsx", unzip(include_bytes!("../../fixtures/foreign/E.xlsx"))),
    ]
});

fuzz_target!(init: parindex_fuzz::let_caught_panics_pass(), |input: &[u8]| {
    let [book, part, splices @ ..] = input else { return };
    let (name, parts) = &GOOD[usize::from(*book) % GOOD.len()];
    let chosen = usize::from(*part) % parts.len();
    let spliced = splices.split(|byte| *byte == 0xFF).fold(parts[chosen].1.clone(), splice);
    let parts = parts.iter().enumerate().map(|(n, (name, bytes))| (name.as_str(), if n == chosen { &spliced } else { bytes }));
    parindex_fuzz::read_all(&zip(parts), name);
});

/// Puts one splice into a part.
fn splice(mut part: Vec<u8>, splice: &[u8]) -> Vec<u8> {
    if let [high, low, gone, new @ ..] = splice {
        let share = usize::from(u16::from_be_bytes([*high, *low]));
        let start = part.len() * share / 0x10000;
        let end = (start + usize::from(*gone)).min(part.len());
        part.splice(start..end, new.iter().copied());
    }
    part
}

/// Takes a zip apart.
fn unzip(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a good workbook");
    let count = archive.len();
    let part = |n| {
        let mut entry = archive.by_index(n).expect("an entry");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("its bytes");
        (entry.name().expect("its name").into_owned(), content)
    };
    (0..count).map(part).collect()
}

/// Packs parts without compressing them.
fn zip<'a>(parts: impl Iterator<Item = (&'a str, &'a Vec<u8>)>) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, options).expect("memory takes a part");
        writer.write_all(bytes).expect("memory takes its bytes");
    }
    writer.finish().expect("memory takes the end").into_inner()
}
