//! Whose form it is: by what its sheets say above the table, else by the file's name.
//!
//! A line that a label introduces ("Đơn vị: …") names the unit, or the lowest line of a letterhead; a title only where
//! neither does. What contradicts one another is asked.
//!
//! Source: [meanings](crate#meanings) 37.

use std::collections::BTreeSet;

use crate::assessment::Unit;
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Place};
use crate::form::layout::KEYS;
use crate::roster::{Named, Roster, begins_as_office};
use crate::text;
use crate::text::fold::{bare, tidy};
use crate::workbook::{Book, Cell, Grid, Value, address};

/// Rows that are searched in a sheet without a table.
pub const HEAD: u32 = 15;
/// Most lines of a letterhead that one name is spread over.
const LINES: usize = 3;
/// Words before the name of the unit that settle it, bare.
const LABELS: [&str; 20] = [
    "don vi",
    "ten don vi",
    "don vi duoc danh gia",
    "don vi duoc cham",
    "co quan",
    "ten co quan",
    "don vi tu danh gia",
    "don vi tu cham",
    "don vi bao cao",
    "don vi gui bao cao",
    "co quan don vi",
    "ten co quan don vi",
    "don vi tu cham diem",
    "phong ban",
    "ten phong ban",
    "phong ban don vi",
    "xa phuong",
    "ten xa phuong",
    "so ban nganh",
    "dia phuong",
];
/// Words before a name that is somebody else's, bare.
const OTHERS: [&str; 6] = ["kinh gui", "noi nhan", "co quan chu tri", "co quan chu quan", "don vi chu tri", "don vi tham dinh"];

/// Sheet, and how many of its first rows stand above the table.
pub type Above<'b> = (&'b Grid, u32);

/// Who is named above the tables of a workbook.
#[derive(Debug, Default)]
pub struct Heads<'u> {
    /// Behind a label.
    labelled: Vec<Mention<'u>>,
    /// In letterheads.
    letterheads: Vec<Mention<'u>>,
    /// In titles and other sentences.
    titles: Vec<Mention<'u>>,
    /// In letterheads, by the name of the office that runs the campaign.
    offices: Vec<Mention<'u>>,
    /// Names behind a label that are no unit's.
    unknown: Vec<(String, Spot)>,
}

/// Unit, and where it is named.
type Mention<'u> = (&'u Unit, Spot);

/// Sheet and cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    sheet: String,
    cell: String,
}

impl Spot {
    /// Gives the place in a file.
    pub fn in_file(&self, file: &str) -> Place {
        Place::cell(file, &self.sheet, self.cell.clone())
    }
}

impl<'u> Heads<'u> {
    /// Reads what stands above the tables; the first sheet is the one with the table.
    pub fn read<'b>(sheets: impl IntoIterator<Item = Above<'b>>, roster: &'u Roster) -> Self {
        let mut heads = Self::default();
        for (grid, above) in sheets {
            heads.sheet(grid, above, roster);
        }
        heads
    }

    /// Lists the units named, by what counts most, each with its place.
    pub fn named(&self) -> Vec<Mention<'u>> {
        let sure = self.labelled.iter().chain(&self.letterheads).cloned().collect::<Vec<_>>();
        distinct(if sure.is_empty() { self.titles.clone() } else { sure })
    }

    /// Tells whether a unit is named that may also be the office that runs the campaign.
    pub fn shows(&self, unit: &Unit) -> bool {
        self.labelled.iter().chain(&self.letterheads).chain(&self.offices).any(|(named, _)| named.id == unit.id)
    }

    /// Gives a name behind a label that is no unit's.
    pub fn unknown(&self) -> Option<&(String, Spot)> {
        self.unknown.first()
    }

    /// Reads one sheet.
    fn sheet(&mut self, grid: &Grid, above: u32, roster: &'u Roster) {
        let mut introduced = false;
        let mut used: BTreeSet<(u32, u32)> = BTreeSet::new();
        for ((row, column), cell) in grid.cells.range(..(above, 0)).filter(|(_, cell)| !cell.is_blank()) {
            let words = cell.shown();
            let spot = || Spot { sheet: grid.name.clone(), cell: address(*row, *column) };
            let plain = bare(&words);
            if OTHERS.iter().any(|other| plain.starts_with(other)) {
                introduced = false;
                used.insert((*row, *column));
                continue;
            }
            let behind = words.split_once(':').filter(|(label, _)| is_label(label)).map(|(_, name)| tidy(name));
            if introduced || behind.as_ref().is_some_and(|name| says_something(name)) {
                introduced = false;
                used.insert((*row, *column));
                self.behind_label(&behind.unwrap_or(words), spot(), roster);
                continue;
            }
            introduced = is_label(plain.trim_end_matches([':', ' ']));
            if introduced {
                used.insert((*row, *column));
            }
        }
        self.letterhead(grid, above, &used, roster);
    }

    /// Takes what a label introduces.
    fn behind_label(&mut self, name: &str, spot: Spot, roster: &'u Roster) {
        let named = match roster.called(name) {
            Named::Nobody => roster.mentioned(name),
            named => named,
        };
        if named.all().is_empty() && says_something(name) {
            self.unknown.push((tidy(name), spot));
            return;
        }
        self.labelled.extend(named.all().iter().map(|unit| (*unit, spot.clone())));
    }

    /// Takes the lines that stand one below the other: the lowest line of a letterhead names the unit, the lines above it the
    /// superior authority.
    fn letterhead(&mut self, grid: &Grid, above: u32, used: &BTreeSet<(u32, u32)>, roster: &'u Roster) {
        let mut columns: BTreeSet<u32> = BTreeSet::new();
        let cells = || grid.cells.range(..(above, 0)).filter(|(at, cell)| !cell.is_blank() && !used.contains(at));
        columns.extend(cells().map(|((_, column), _)| *column));
        for column in columns {
            let mut lines: Vec<(u32, String)> = Vec::new();
            for ((row, _), cell) in cells().filter(|((_, at), _)| *at == column) {
                lines.extend(lines_of(cell).into_iter().filter(|line| says_something(line)).map(|line| (*row, line)));
            }
            let mut at = 0;
            while at < lines.len() {
                at += self.line(&lines, at, grid, column, roster);
            }
        }
    }

    /// Takes the name that begins in a line; gives how many lines it takes.
    fn line(&mut self, lines: &[(u32, String)], at: usize, grid: &Grid, column: u32, roster: &'u Roster) -> usize {
        let rest = lines.get(at..).unwrap_or_default();
        // The longest run of lines that is a name: "SỞ GIÁO DỤC" above "VÀ ĐÀO TẠO".
        for taken in (1..=LINES.min(rest.len())).rev() {
            let run = rest.get(..taken).unwrap_or_default();
            if run.windows(2).any(|pair| matches!(pair, [(one, _), (next, _)] if next - one > 1)) {
                continue;
            }
            let name = run.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join(" ");
            let named = roster.called(&name);
            if named.all().is_empty() && !roster.is_office(&name) {
                continue;
            }
            let last = run.last().map_or(0, |(row, _)| *row);
            let superior = rest.get(taken).is_some_and(|(row, line)| row - last <= 1 && begins_as_office(line));
            let spot = Spot { sheet: grid.name.clone(), cell: address(last, column) };
            let mentions = named.all().iter().map(|unit| (*unit, spot.clone()));
            if roster.is_office(&name) {
                self.offices.extend(mentions);
            } else if !superior {
                self.letterheads.extend(mentions);
            }
            return taken;
        }
        if let Some((row, line)) = rest.first() {
            let lower = rest.get(1).is_some_and(|(next, line)| next - row <= 1 && begins_as_office(line));
            if !(lower && begins_as_office(line)) {
                let spot = Spot { sheet: grid.name.clone(), cell: address(*row, column) };
                self.titles.extend(
                    roster.mentioned(line).all().iter().filter(|unit| !roster.is_office(&unit.name)).map(|unit| (*unit, spot.clone())),
                );
            }
        }
        1
    }
}

/// Names that a form of ours shows: behind its labels and in its letterheads; titles speak of others, too.
///
/// The rows above the row of keys are read, and of a sheet without one the first rows.
pub fn shown_by_our_form<'u>(book: &Book, roster: &'u Roster) -> Heads<'u> {
    let keys = |cell: &Cell| matches!(&cell.value, Value::Text(words) if words == KEYS);
    let keyed = |grid: &Grid| grid.cells.iter().find(|(_, cell)| keys(cell)).map(|((row, _), _)| *row);
    let above = book.sheets.iter().filter(|grid| !grid.hidden).map(|grid| (grid, keyed(grid).unwrap_or(HEAD)));
    Heads { titles: Vec::new(), ..Heads::read(above, roster) }
}

/// Gives the lines of a cell, as typed.
fn lines_of(cell: &Cell) -> Vec<String> {
    match &cell.value {
        Value::Text(words) => words.lines().map(tidy).collect(),
        _ => vec![cell.shown()],
    }
}

/// Tells whether words are a label of the unit's name.
fn is_label(words: &str) -> bool {
    // “Cơ quan/đơn vị”, “Phòng/Ban”: marks between the words don't count.
    let letters: String = bare(words).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    LABELS.contains(&letters.split_whitespace().collect::<Vec<_>>().join(" ").as_str())
}

/// Tells whether a line says anything but dots, dashes and blanks.
fn says_something(line: &str) -> bool {
    line.chars().any(char::is_alphanumeric)
}

/// Keeps the first place of every unit.
fn distinct(mentions: Vec<Mention<'_>>) -> Vec<Mention<'_>> {
    let mut seen = BTreeSet::new();
    mentions.into_iter().filter(|(unit, _)| seen.insert(unit.id.clone())).collect()
}

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
            let mut heads = Heads::default();
            let spot = Spot { sheet: grid.name.clone(), cell: address(row, column) };
            heads.behind_label(&grid.shown(row, column).unwrap_or_default(), spot, roster);
            // What else the cell may say is the campaign's choice of cell, not a name.
            heads.unknown.clear();
            heads
        }
        _ => Heads::read(sheets.iter().copied().chain(others(book, sheets)), roster),
    };
    let named = heads.named();
    let by_file = roster.in_file_name(file);
    let place = |spot: Option<&Spot>| spot.map_or_else(|| Place::file(file), |spot| spot.in_file(file));
    let refuse = |message, spot: Option<&Spot>| Checked {
        value: None,
        findings: vec![Finding::new(&code::UNIT_NOT_NAMED, message).at(place(spot))],
    };
    match (named.as_slice(), heads.unknown()) {
        ([], Some((words, spot))) => refuse(
            text!(
                "Biểu ghi đơn vị “{words}”, đợt này không có đơn vị nào tên như vậy.",
                "The form names the unit “{words}”, which this campaign doesn't have."
            ),
            Some(spot),
        ),
        ([], None) => {
            let pinned =
                pinned.zip(sheets.first()).map(|((row, column), (grid, _))| Spot { sheet: grid.name.clone(), cell: address(row, column) });
            unnamed(&by_file, file, place(pinned.as_ref()))
        }
        ([(unit, spot)], None) => {
            let (name, Some(other)) = (&unit.name, by_file.one().filter(|other| other.id != unit.id)) else {
                return Checked::clean(Some(unit));
            };
            let other = &other.name;
            let message = text!(
                "Biểu ghi đơn vị “{name}”, tên tệp là của “{other}”; biểu được tính cho “{name}”.",
                "The form says “{name}”, the file's name “{other}”; it is taken as that of “{name}”."
            );
            Checked { value: Some(*unit), findings: vec![Finding::new(&code::UNIT_BY_FILE, message).of(&unit.id).at(place(Some(spot)))] }
        }
        (several, unknown) => {
            let mut names: Vec<String> = several.iter().map(|(unit, spot)| format!("“{}” ({})", unit.name, spot.cell)).collect();
            names.extend(unknown.map(|(words, spot)| format!("“{words}” ({})", spot.cell)));
            let names = names.join(", ");
            refuse(
                text!("Không rõ biểu của đơn vị nào: biểu ghi {names}.", "It can't be told whose form it is: it says {names}."),
                several.first().map(|(_, spot)| spot),
            )
        }
    }
}

/// Lists the sheets that people see, beside those with a table.
fn others<'b>(book: &'b Book, sheets: &[Above<'b>]) -> Vec<Above<'b>> {
    let known: BTreeSet<&str> = sheets.iter().map(|(grid, _)| grid.name.as_str()).collect();
    book.sheets.iter().filter(|grid| !grid.hidden && !known.contains(grid.name.as_str())).map(|grid| (grid, HEAD)).collect()
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
                text!("Không rõ biểu của đơn vị nào: có thể là {names}.", "It can't be told whose form it is: it may be that of {names}.");
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
