//! Whose form it is: by what its sheets say above the table, else by the file's name.
//!
//! A line that a label introduces ("Đơn vị: …") names the unit, or the lowest line of a letterhead; a title only where
//! neither does. What contradicts one another is asked.
//!
//! Source: [meanings](crate#meanings) 37.

use std::collections::BTreeSet;

mod heads;
mod line;
mod signed;

use self::heads::Spot;
use self::heads::above_table;
pub use self::heads::{Above, HEAD, Heads, shown_by_our_form};
pub use self::signed::{Naming, OtherUnit, other_units};
use crate::assessment::Unit;
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Place};
use crate::roster::{Named, Roster};
use crate::text;
use crate::workbook::{Book, Grid};

/// Finds the unit that a form is about, by what its sheets say or by the cell that the campaign pins, else by its file's name.
///
/// Nothing where none, or more than one, is named. The first sheet is the one with the table.
pub fn owner<'u>(
    book: &Book,
    sheets: &[Above<'_>],
    pinned: Option<(u32, u32)>,
    roster: &'u Roster,
    file: &str,
) -> Checked<Option<&'u Unit>> {
    let heads = match (pinned, sheets.first()) {
        (Some((row, column)), Some((grid, _))) => {
            Heads::pinned(&grid.shown(row, column).unwrap_or_default(), &Spot::of(grid, (row, column)), roster)
        }
        _ => Heads::read(sheets.iter().copied().chain(others(book, sheets, roster)), roster),
    };
    let named = heads.named();
    let by_file = roster.in_file_name(file);
    let place = |spot: Option<&Spot>| spot.map_or_else(|| Place::file(file), |spot| spot.in_file(file));
    let refuse = |message, spot: Option<&Spot>| Checked {
        value: None,
        findings: vec![Finding::new(&code::UNIT_NOT_NAMED, message).at(place(spot))],
    };
    if let Some(spot) = heads.unread() {
        return refuse(
            text!(
                "Phía trên bảng có quá nhiều chữ nên không xét hết để biết biểu của đơn vị nào; xóa phần chữ thừa rồi gửi lại.",
                "So much text stands above the table that not all of it is looked at, and it is not clear whose form it is; delete what does not belong there and send the form again."
            ),
            Some(spot),
        );
    }
    match (named.as_slice(), heads.unknown()) {
        ([], Some((words, spot))) => refuse(
            text!(
                "Biểu ghi đơn vị “{words}”, đợt này không có đơn vị nào tên như vậy.",
                "The form names the unit “{words}”, which this campaign doesn't have."
            ),
            Some(spot),
        ),
        ([], None) => {
            let pinned = pinned.zip(sheets.first()).map(|(at, (grid, _))| Spot::of(grid, at));
            unnamed(&by_file, file, place(pinned.as_ref()))
        }
        ([(unit, spot)], None) => {
            let name = &unit.name;
            let by_name = by_file.one().filter(|other| other.id != unit.id).map(|other| {
                let other = &other.name;
                let message = text!(
                    "Biểu ghi đơn vị “{name}”, tên tệp là của “{other}”; biểu được tính cho “{name}”.",
                    "The form says “{name}”, the file's name “{other}”; it is taken as that of “{name}”."
                );
                Finding::new(&code::UNIT_BY_FILE, message).of(&unit.id).at(place(Some(spot)))
            });
            let beside = heads.beside(unit).map(|(other, spot)| {
                let other = &other.name;
                let message = text!(
                    "Biểu còn nhắc đến “{other}” (tên trang, trong ngoặc hoặc ở vai trò khác); biểu được tính cho “{name}”.",
                    "The form also speaks of “{other}” (its sheet's name, in brackets or in another role); it is taken as that of “{name}”."
                );
                Finding::new(&code::OTHER_UNIT_BESIDE, message).of(&unit.id).at(spot.in_file(file))
            });
            Checked { value: Some(*unit), findings: by_name.into_iter().chain(beside).collect() }
        }
        (several, unknown) => {
            let mut names: Vec<String> = several.iter().map(|(unit, spot)| format!("“{}” ({})", unit.name, spot.cell())).collect();
            names.extend(unknown.map(|(words, spot)| format!("“{words}” ({})", spot.cell())));
            let names = names.join(", ");
            refuse(
                text!("Không rõ biểu của đơn vị nào: biểu ghi {names}.", "It is not clear whose form it is: it says {names}."),
                several.first().map(|(_, spot)| spot),
            )
        }
    }
}

/// Finds another unit of the same kind as which a form is signed; `typed` are the cells below its tables.
pub fn signed_as_another<'u>(book: &Book, typed: &[(&Grid, (u32, u32), &str)], own: &Unit, roster: &'u Roster) -> Option<OtherUnit<'u>> {
    other_units(book, typed, own, roster).into_iter().find(|other| other.how == Naming::Signs)
}

/// Says that a form names one unit above its table and is signed as another.
pub fn signed_otherwise(own: &Unit, other: &OtherUnit<'_>, file: &str) -> Finding {
    let (name, theirs, cell) = (&own.name, &other.unit.name, other.spot.cell());
    let message = text!(
        "Không rõ biểu của đơn vị nào: biểu ghi “{name}”, nhưng “{theirs}” ký ({cell}).",
        "It is not clear whose form it is: it says “{name}”, but “{theirs}” signs it ({cell})."
    );
    Finding::new(&code::UNIT_NOT_NAMED, message).at(other.spot.in_file(file))
}

/// Lists the sheets that people see, beside those with a table.
fn others<'b>(book: &'b Book, sheets: &[Above<'b>], roster: &Roster) -> Vec<Above<'b>> {
    let known: BTreeSet<&str> = sheets.iter().map(|(grid, _)| grid.name.as_str()).collect();
    book.sheets
        .iter()
        .filter(|grid| !grid.hidden && !known.contains(grid.name.as_str()))
        .map(|grid| (grid, above_table(grid, roster)))
        .collect()
}

/// Decides by the file's name, where the form names nobody.
fn unnamed<'u>(by_file: &Named<'u>, file: &str, place: Place) -> Checked<Option<&'u Unit>> {
    match by_file {
        Named::One(unit) => {
            let name = &unit.name;
            let message = text!(
                "Biểu không ghi tên đơn vị; tính cho “{name}” theo tên tệp “{file}”.",
                "The form names no unit; it is taken as that of “{name}” by the file's name “{file}”."
            );
            Checked { value: Some(unit), findings: vec![Finding::new(&code::UNIT_BY_FILE, message).of(&unit.id).at(place)] }
        }
        Named::Several(units) => {
            let names = units.iter().map(|unit| format!("“{}”", unit.name)).collect::<Vec<_>>().join(", ");
            let message =
                text!("Không rõ biểu của đơn vị nào: có thể là {names}.", "It is not clear whose form it is: it may be that of {names}.");
            Checked { value: None, findings: vec![Finding::new(&code::UNIT_NOT_NAMED, message).at(place)] }
        }
        Named::Nobody => {
            let message = text!(
                "Biểu trong tệp “{file}” không ghi tên đơn vị nào của đợt này.",
                "The form in “{file}” names no unit of this campaign."
            );
            Checked { value: None, findings: vec![Finding::new(&code::UNIT_NOT_NAMED, message).at(place)] }
        }
    }
}
