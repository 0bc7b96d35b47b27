//! When a workbook was saved last, as the workbook itself says: the file's own time changes with every copy.

use std::io::{Cursor, Read};

use jiff::civil::DateTime;
use zip::ZipArchive;

/// Most bytes of properties that are read.
const MOST: u64 = 1 << 20;

/// Gives the time of the last save, in the clock of whoever wrote it: universal time from Excel, local time from
/// LibreOffice's own format. Only bytes that the guard let through may be given.
pub fn saved(bytes: &[u8]) -> Option<DateTime> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    [("docProps/core.xml", "dcterms:modified"), ("meta.xml", "dc:date")].into_iter().find_map(|(part, element)| {
        let mut xml = String::new();
        archive.by_name(part).ok()?.take(MOST).read_to_string(&mut xml).ok()?;
        let (_, after) = xml.split_once(&format!("<{element}"))?;
        let (_, content) = after.split_once('>')?;
        content.trim_start().get(..19)?.parse().ok()
    })
}
