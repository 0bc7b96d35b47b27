//! What stands above the tables of a workbook: whom labels, letterheads and titles name.

use std::collections::BTreeSet;

use super::line::{self, Line};
use crate::assessment::Unit;
use crate::figure::UnitId;
use crate::finding::Place;
use crate::form::layout::KEYS;
use crate::intake::heading::{Role, role};
use crate::roster::{Named, Roster, are_of_one_rank, begins_as_office};
use crate::text::fold::{bare, start, tidy};
use crate::workbook::{Book, Cell, Grid, Value, address};

/// Rows that are searched in a sheet without a table.
pub const HEAD: u32 = 15;
/// Most lines of a letterhead that one name is spread over.
const LINES: usize = 3;
/// Most bytes of a cell that are looked at: titles and letterheads are short.
const LONGEST_CELL: usize = 8_000;
/// Most bytes of lines that are looked at together as one name.
const LONGEST_RUN: usize = 600;
/// Most bytes of a label.
const LONGEST_LABEL: usize = 400;
/// Most bytes above the tables of a workbook that are looked at: whoever writes more says nothing there.
pub const MOST_ABOVE: usize = 300_000;
/// Most words of a line that is an office's name.
const LONGEST_NAME: usize = 12;
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
/// Words before the unit's code, bare. A code that the campaign does not know is the province's own.
const CODES: [&str; 4] = ["ma don vi", "ma so don vi", "ma co quan", "ma xa phuong"];
/// Sheet, and how many of its first rows stand above the table.
pub type Above<'b> = (&'b Grid, u32);

/// Who is named above the tables of a workbook.
#[derive(Debug, Default)]
pub struct Heads<'u> {
    /// Behind a label.
    labelled: Vec<Mention<'u>>,
    /// In letterheads.
    letterheads: Vec<Mention<'u>>,
    /// In titles and other sentences, line by line.
    titles: Vec<Title<'u>>,
    /// In letterheads, by the name of the office that runs the campaign.
    offices: Vec<Mention<'u>>,
    /// Names behind a label that are no unit's.
    unknown: Vec<(String, Spot)>,
    /// Lowest lines of letterheads that are offices' names and no unit's.
    strangers: Vec<(String, Spot)>,
    /// Units of which a line speaks beside the one that it names: in brackets, or in another role.
    beside: Vec<Mention<'u>>,
    /// Units whose report the form says that it goes with.
    reports: Vec<Mention<'u>>,
    /// Bytes looked at so far.
    looked: usize,
    /// Where there was too much to look at, so that what follows is not known.
    unread: Option<Spot>,
}

/// Units that a title names.
#[derive(Debug)]
struct Title<'u> {
    mentions: Vec<Mention<'u>>,
    /// Whether it is the title of the form itself.
    of_form: bool,
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
    /// Takes a cell of a sheet.
    pub fn of(grid: &Grid, (row, column): (u32, u32)) -> Self {
        Self { sheet: grid.name.clone(), cell: address(row, column) }
    }

    /// Gives the address of the cell.
    pub fn cell(&self) -> &str {
        &self.cell
    }

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
            heads.beside.extend(mentions(&roster.called(&grid.name), &Spot::of(grid, (0, 0))));
            heads.sheet(grid, above, roster);
        }
        heads
    }

    /// Lists the units named, by what counts most, each with its place. A title of the form that names another unit than
    /// the letterhead contradicts it.
    pub fn named(&self) -> Vec<Mention<'u>> {
        let mut named = self.labelled.iter().chain(&self.letterheads).cloned().collect::<Vec<_>>();
        let sure: BTreeSet<UnitId> = named.iter().map(|(unit, _)| unit.id.clone()).collect();
        let of_sure = |title: &Title<'u>| title.mentions.iter().any(|(unit, _)| sure.contains(&unit.id));
        let counts = |title: &&Title<'u>| sure.is_empty() || title.of_form && !of_sure(title);
        named.extend(self.titles.iter().filter(counts).flat_map(|title| title.mentions.iter().cloned()));
        distinct(named)
    }

    /// Gives a unit of which the head speaks without naming it as the one whose form it is.
    pub fn beside(&self, owner: &Unit) -> Option<&Mention<'u>> {
        let rivals = self.reports.iter().filter(|(unit, _)| are_of_one_rank(&unit.name, &owner.name));
        self.beside.iter().chain(rivals).find(|(unit, _)| unit.id != owner.id)
    }

    /// Tells whether a unit is named that may also be the office that runs the campaign.
    pub fn shows(&self, unit: &Unit) -> bool {
        self.labelled.iter().chain(&self.letterheads).chain(&self.offices).any(|(named, _)| named.id == unit.id)
    }

    /// Gives the cell from which on nothing was looked at, because so much stands above the tables.
    pub const fn unread(&self) -> Option<&Spot> {
        self.unread.as_ref()
    }

    /// Counts words before they are looked at; tells whether there is room for them.
    fn has_room(&mut self, words: &str, spot: impl FnOnce() -> Spot) -> bool {
        self.looked = self.looked.saturating_add(words.len());
        if self.looked > MOST_ABOVE && self.unread.is_none() {
            self.unread = Some(spot());
        }
        self.unread.is_none()
    }

    /// Gives a name behind a label that is no unit's.
    pub fn unknown(&self) -> Option<&(String, Spot)> {
        self.unknown.first()
    }

    /// Gives a name behind a label or in a letterhead that is no unit's.
    pub fn stranger(&self) -> Option<&(String, Spot)> {
        self.unknown.first().or_else(|| self.strangers.first())
    }

    /// Takes the name in a cell that the campaign says is the unit's. What else the cell may say is no name.
    pub fn pinned(words: &str, spot: &Spot, roster: &'u Roster) -> Self {
        let mut heads = Self::default();
        heads.behind_label(words, spot, roster);
        heads.unknown.clear();
        heads
    }

    /// Reads one sheet.
    fn sheet(&mut self, grid: &Grid, above: u32, roster: &'u Roster) {
        // Where a label stands that introduces a name.
        let mut introduced: Option<(u32, u32)> = None;
        // Row in which the name of another one than the unit follows its label.
        let mut of_other = None;
        let mut used: BTreeSet<(u32, u32)> = BTreeSet::new();
        for ((row, column), cell) in grid.cells.range(..(above, 0)).filter(|(_, cell)| !cell.is_blank()) {
            let words = start_of(cell);
            let spot = Spot::of(grid, (*row, *column));
            if !self.has_room(&words, || spot.clone()) {
                return;
            }
            if let Some(unit) = coded(grid, (*row, *column), &words, roster) {
                self.labelled.push((unit, spot));
                used.insert((*row, *column));
                continue;
            }
            let behind = words.split_once(':').filter(|(label, _)| is_label(label)).map(|(_, name)| tidy(name));
            let labelled = behind.as_ref().is_some_and(|name| line::says_something(name));
            let follows_other = of_other.take() == Some(*row) && !labelled;
            if follows_other || !labelled && line::is_of_other(&words) {
                introduced = None;
                used.insert((*row, *column));
                let alone = words.split_once(':').is_none_or(|(_, name)| !line::says_something(name));
                of_other = (!follows_other && alone).then_some(*row);
                continue;
            }
            let label = introduced.take().filter(|label| labelled || names_somebody(*label, (*row, *column), &words, roster));
            if label.is_some() || labelled {
                used.insert((*row, *column));
                self.behind_label(&behind.unwrap_or(words), &spot, roster);
                continue;
            }
            introduced = (words.len() <= LONGEST_LABEL && is_label(bare(&words).trim_end_matches([':', ' ']))).then_some((*row, *column));
            introduced = introduced.filter(|label| words.contains(':') || !begins_table(grid, *label, roster));
            if introduced.is_some() {
                used.insert((*row, *column));
            }
        }
        self.letterhead(grid, above, &used, roster);
    }

    /// Takes what a label introduces.
    fn behind_label(&mut self, name: &str, spot: &Spot, roster: &'u Roster) {
        let whole = roster.called(name);
        if !whole.all().is_empty() {
            self.labelled.extend(mentions(&whole, spot));
            return;
        }
        let line = Line::behind_label(name);
        // Words in brackets alone say what is to be written: “(ghi tên đơn vị)”.
        let asks = !line::says_something(&line.main) && name.trim_start().starts_with(['(', '[']);
        let main = if line::says_something(&line.main) { line.main.as_str() } else { name };
        let named = match roster.called(main) {
            Named::Nobody => roster.mentioned(main),
            named => named,
        };
        if named.all().is_empty() && line::says_something(main) && !asks {
            self.unknown.push((tidy(main), spot.clone()));
            return;
        }
        self.labelled.extend(mentions(&named, spot));
        let besides = self.besides(&line, spot, roster);
        self.labelled.extend(besides);
    }

    /// Notes of whom a line speaks beside the unit that it names; gives the units that it names there without any other word,
    /// so that nothing tells which of them is meant.
    fn besides(&mut self, line: &Line, spot: &Spot, roster: &'u Roster) -> Vec<Mention<'u>> {
        let mut bare_names = Vec::new();
        for words in &line.beside {
            let called = roster.called(words);
            bare_names.extend(mentions(&called, spot));
            if called.all().is_empty() {
                let spoken: Vec<Mention<'u>> = mentions(&roster.spoken_of(words), spot).collect();
                if line::goes_with_report(words) {
                    self.reports.extend(spoken);
                } else if !line::names_document(words) {
                    self.beside.extend(spoken);
                }
            }
        }
        bare_names
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
                if !self.has_room(&start_of(cell), || Spot::of(grid, (*row, column))) {
                    return;
                }
                lines.extend(lines_of(cell).into_iter().filter(|line| line::says_something(line)).map(|line| (*row, line)));
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
        // The place of another body, whose own line stands above it: “HỘI ĐỒNG NHÂN DÂN”, “XÃ TÂN AN”.
        if let ([(row, _), ..], Some((above, body))) = (rest, at.checked_sub(1).and_then(|above| lines.get(above)))
            && row - above <= 1
            && line::is_body(body)
        {
            return 1;
        }
        // The longest run of lines that is a name: "SỞ GIÁO DỤC" above "VÀ ĐÀO TẠO".
        for taken in (1..=LINES.min(rest.len())).rev() {
            let run = rest.get(..taken).unwrap_or_default();
            if run.windows(2).any(|pair| matches!(pair, [(one, _), (next, _)] if next - one > 1)) {
                continue;
            }
            if taken > 1 && run.iter().map(|(_, line)| line.len()).sum::<usize>() > LONGEST_RUN {
                continue;
            }
            let name = run.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join(" ");
            let whole = roster.called(&name);
            let line = Line::read(&name);
            // The name alone: what stands beside it in brackets says something else.
            let named = if whole.all().is_empty() && line.main != name { roster.called(&line.main) } else { whole.clone() };
            if named.all().is_empty() && !roster.is_office(&name) {
                continue;
            }
            let last = run.last().map_or(0, |(row, _)| *row);
            let below = rest.get(taken).filter(|(row, line)| row - last <= 1 && begins_as_office(line));
            // Of two communes neither is above the other: it is not clear which of them is meant.
            let beside = |line: &str| roster.called(line).one().is_some() && named.one().is_some() && are_of_one_rank(&name, line);
            let superior = below.is_some_and(|(_, line)| !beside(line));
            let spot = Spot::of(grid, (last, column));
            if roster.is_office(&name) {
                self.offices.extend(mentions(&named, &spot));
            } else if !superior {
                self.letterheads.extend(mentions(&named, &spot));
                if whole.all().is_empty() {
                    let besides = self.besides(&line, &spot, roster);
                    self.letterheads.extend(besides);
                }
            }
            return taken;
        }
        if let Some((row, line)) = rest.first() {
            let lower = rest.get(1).is_some_and(|(next, line)| next - row <= 1 && begins_as_office(line));
            if !(lower && begins_as_office(line)) {
                self.title(line, &Spot::of(grid, (*row, column)), roster);
            }
        }
        1
    }

    /// Takes a line that is no unit's name: a title that names one, or the name of another office.
    fn title(&mut self, words: &str, spot: &Spot, roster: &'u Roster) {
        let line = Line::read(words);
        let is_office = begins_as_office(words);
        if is_office && words.split_whitespace().count() <= LONGEST_NAME && !words.contains([':', '.', ';']) {
            self.strangers.push((tidy(words), spot.clone()));
        }
        // The report that the form goes with is the unit's: “(Kèm theo Báo cáo số … của UBND xã …)”.
        if line::goes_with_report(words) {
            self.reports.extend(mentions(&roster.spoken_of(words), spot));
        }
        let own = |named: Named<'u>| mentions(&named, spot).filter(|(unit, _)| !roster.is_office(&unit.name)).collect::<Vec<_>>();
        let mut named = own(roster.mentioned(&line.main));
        if !named.is_empty() {
            let besides = self.besides(&line, spot, roster);
            named.extend(besides.into_iter().filter(|(unit, _)| !roster.is_office(&unit.name)));
        } else if !is_office {
            // Words in brackets name the unit where nothing else does, and where they don't say that they speak of another.
            let beside = line.beside.iter().filter(|words| !line::is_former(words));
            named = beside.flat_map(|words| own(roster.mentioned(words))).collect();
        }
        if !named.is_empty() {
            self.titles.push(Title { mentions: named, of_form: line::is_title(words) });
        }
    }
}

/// Names that a form of ours shows: behind its labels, in its letterheads, and in the title above its table; other titles speak
/// of others, too.
///
/// The rows above the row of keys are read, and of a sheet without one the first rows.
pub fn shown_by_our_form<'u>(book: &Book, roster: &'u Roster) -> Heads<'u> {
    let keys = |cell: &Cell| matches!(&cell.value, Value::Text(words) if words == KEYS);
    let keyed = |grid: &Grid| grid.cells.iter().find(|(_, cell)| keys(cell)).map(|((row, _), _)| *row);
    let above = book.sheets.iter().filter(|grid| !grid.hidden).map(|grid| (grid, keyed(grid).unwrap_or(HEAD)));
    let mut heads = Heads::read(above, roster);
    // The guide prints other names of offices, too, such as that of the unit's group.
    let with_table: BTreeSet<&str> = book.sheets.iter().filter(|grid| keyed(grid).is_some()).map(|grid| grid.name.as_str()).collect();
    let above_table = |spot: &Spot| with_table.contains(spot.sheet.as_str());
    heads.strangers.retain(|(_, spot)| above_table(spot));
    heads.titles.retain(|title| title.of_form && title.mentions.iter().all(|(_, spot)| above_table(spot)));
    heads
}

/// Gives the lines of a cell, as typed.
fn lines_of(cell: &Cell) -> Vec<String> {
    match &cell.value {
        Value::Text(words) => start(words, LONGEST_CELL).lines().map(tidy).collect(),
        _ => vec![cell.shown()],
    }
}

/// Gives what a cell shows, of a long text its beginning.
fn start_of(cell: &Cell) -> String {
    match &cell.value {
        Value::Text(words) => tidy(start(words, LONGEST_CELL)),
        _ => cell.shown(),
    }
}

/// Tells whether words are a label of the unit's name.
fn is_label(words: &str) -> bool {
    if words.len() > LONGEST_LABEL {
        return false;
    }
    // “Cơ quan/đơn vị”, “Phòng/Ban”: marks between the words don't count.
    let letters: String = bare(words).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    LABELS.contains(&letters.split_whitespace().collect::<Vec<_>>().join(" ").as_str())
}

/// Tells whether what follows a label is the name that it introduces: in its own row whatever it says, and below it only the
/// name of an office or a unit, for a label may be left empty.
fn names_somebody(label: (u32, u32), at: (u32, u32), words: &str, roster: &Roster) -> bool {
    let below = at.1 == label.1 && at.0 == label.0 + 1;
    at.0 == label.0 || below && (!roster.called(words).all().is_empty() || begins_as_office(words))
}

/// Tells whether a label is the heading of a column: other words stand beside it, none of them a unit's name, and a row of as many
/// cells below them.
fn begins_table(grid: &Grid, (row, column): (u32, u32), roster: &Roster) -> bool {
    let beside: Vec<(u32, String)> = grid.row(row).filter(|(at, _)| *at != column).map(|(at, cell)| (at, cell.shown())).collect();
    let next = beside.iter().find(|(at, _)| *at > column);
    let named = next.is_some_and(|(_, words)| !roster.called(words).all().is_empty() || begins_as_office(words));
    let below = grid.row(row + 1).filter(|(at, _)| *at == column || beside.iter().any(|(other, _)| other == at)).count();
    !named && !beside.is_empty() && beside.iter().all(|(_, words)| !words.contains(':')) && below > beside.len().min(1)
}

/// Gives how many of the first rows of a sheet stand above a table: rows that name others than the unit begin with it.
pub fn above_table(grid: &Grid, roster: &Roster) -> u32 {
    let begins = |row: u32| {
        grid.row(row).any(|(column, cell)| {
            let words = start_of(cell);
            let label = !words.contains(':') && is_label(&words) && begins_table(grid, (row, column), roster);
            label || role(&words) == Some(Role::Number)
        })
    };
    (0..HEAD).find(|row| begins(*row)).unwrap_or(HEAD)
}

/// Gives units named, with the place where they are.
fn mentions<'u>(named: &Named<'u>, spot: &Spot) -> impl Iterator<Item = Mention<'u>> {
    named.all().to_vec().into_iter().map(|unit| (unit, spot.clone()))
}

/// Keeps the first place of every unit.
fn distinct(mentions: Vec<Mention<'_>>) -> Vec<Mention<'_>> {
    let mut seen = BTreeSet::new();
    mentions.into_iter().filter(|(unit, _)| seen.insert(unit.id.clone())).collect()
}

/// Finds the unit whose code stands behind its label, in the same cell or in the next one.
fn coded<'u>(grid: &Grid, (row, column): (u32, u32), words: &str, roster: &'u Roster) -> Option<&'u Unit> {
    let (label, behind) = words.split_once(':').unwrap_or((words, ""));
    let label = bare(start(label, LONGEST_LABEL));
    CODES.contains(&label.trim()).then_some(())?;
    let code = if behind.trim().is_empty() {
        grid.row(row).find(|(at, _)| *at > column).map(|(_, cell)| cell.shown())?
    } else {
        behind.to_owned()
    };
    roster.called_or_numbered(code.trim()).one()
}
