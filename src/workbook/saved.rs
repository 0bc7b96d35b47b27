//! When a workbook was saved last, as the workbook itself says: the file's own time changes with every copy.

use jiff::civil::DateTime;

use super::package::Package;
use super::xml::Piece;

/// Gives the time of the last save, in the clock of whoever wrote it: universal time from Excel, local time from
/// LibreOffice's own format.
pub(super) fn saved(package: &mut Package<'_>) -> Option<DateTime> {
    let parts = [("docProps/core.xml", "modified"), ("meta.xml", "date")];
    parts.into_iter().find_map(|(part, element)| text_of(package, part, element)?.trim().get(..19)?.parse().ok())
}

/// Gives the text of the first element of a name.
fn text_of(package: &mut Package<'_>, part: &str, name: &str) -> Option<String> {
    let mut found: Option<String> = None;
    let (mut inside, mut ended) = (false, false);
    let read = package.each(part, |piece| {
        match piece {
            Piece::Start(element) if element.local() == name && !ended => inside = true,
            Piece::Text(words) if inside => found.get_or_insert_default().push_str(words),
            Piece::End(_) if inside => (inside, ended) = (false, true),
            _ => {}
        }
        Ok(())
    });
    read?.ok().and(found)
}
