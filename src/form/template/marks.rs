//! Marks in a copy that goes back: which cell of the new workbook each finding is about, its colour and its note.
//!
//! Findings name cells of the workbook that was sent. Rows may have moved since: whoever writes a kind of workbook finds a
//! cell again by what it holds ([`Finds`]), never by its old address. Units' forms and the council's workbooks share this.

mod cured_when;
mod list;
mod listed;
mod moved;
mod stray_keys;
mod target;
mod words;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, ConditionalFormatFormula, Format, Note, ObjectMovement, Worksheet, XlsxError};

pub use self::cured_when::{CuredWhen, unchanged};
pub use self::list::{Says, original, write, write_plain};
pub use self::listed::listed;
use self::moved::Moved;
pub use self::stray_keys::is_key;
pub use self::target::Target;
pub use self::words::severity;
use super::value::Value;
use crate::finding::{Finding, Severity, Told, told};
use crate::form::Extras;
use crate::form::layout::EVIDENCE;
use crate::look;
use crate::points::Points;
use crate::text;
use crate::text::{Lang, Text};
use crate::workbook::CARRIED;

/// What a copy that goes back says beside the answers.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'a> {
    /// What was found, with places in the workbook that was sent.
    pub findings: &'a [Finding],
    /// What that workbook held beside its answers.
    pub extras: &'a Extras,
    /// Its name, as printed.
    pub file: &'a str,
    /// Language of notes and of the list.
    pub lang: Lang,
}

/// One finding, and where it is in the new workbook.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its cell.
    pub target: Option<Target>,
    /// What stands in the cell.
    pub holds: Value,
    /// Whether that is a day.
    pub day: bool,
    /// How the workbook tells that it is done.
    pub cured_when: CuredWhen,
    /// Name of the unit that it is about, where the list names units.
    pub whose: Option<String>,
    /// What follows from it, counted; or from what it follows.
    pub related: Option<Text>,
}

/// Findings by cell of the new workbook.
pub struct Marked<'a> {
    /// What was asked for.
    pub marks: Marks<'a>,
    /// Findings: errors first, each severity in the order of the form.
    pub lines: Vec<Line<'a>>,
    /// How many findings more there are.
    pub more: usize,
    /// What the list says of this kind of workbook.
    pub says: &'static Says,
    /// Notes and links of the form that was sent.
    moved: Moved,
    /// The worst that was found in each cell.
    worst: BTreeMap<Target, Severity>,
}

/// Most findings that are listed and marked; nobody cures more by hand.
pub const MOST: usize = 2_000;

/// Where a kind of workbook has what findings speak of.
pub trait Finds {
    /// Finds the cell of a finding.
    fn target(&self, finding: &Finding) -> Option<Target>;

    /// Finds the cell where something goes that came from an address of the workbook that was sent.
    fn at(&self, sheet: &str, cell: &str) -> Option<Target>;

    /// Gives what a cell of the new workbook holds.
    fn holds(&self, target: Target) -> Value;

    /// Tells whether a cell holds a day.
    fn is_day(&self, target: Target) -> bool;

    /// Chooses how the workbook tells that a finding is cured.
    fn cured_when(&self, finding: &Finding, target: Option<Target>) -> CuredWhen;

    /// Gives the name of the unit that a finding is about, where a workbook is of several.
    fn whose(&self, _: &Finding) -> Option<String> {
        None
    }

    /// Tells whether a cell of a new workbook keeps an address that a click on it opens.
    fn takes_link(&self, target: Target) -> bool;

    /// Gives what the list says of this kind of workbook.
    fn says(&self) -> &'static Says;
}

/// Makes the lines of findings, the worst first, in the order of the form; what follows from another stands right below it.
pub fn grouped<'a>(findings: &'a [Finding], line: impl Fn(&'a Finding) -> Line<'a>) -> Vec<Line<'a>> {
    let place = |line: &Line<'_>| (Reverse(line.finding.severity), line.target.map_or((2, 0, 0), order));
    let group = |told: Told<'a>| {
        let cause = Line { related: told.counted(), ..line(told.finding) };
        let mut consequences: Vec<Line<'a>> = told.consequences.iter().map(|finding| line(finding)).collect();
        consequences.sort_by_key(place);
        let code = told.finding.code.id;
        let follows = consequences.into_iter().map(|line| Line { related: Some(text!("do lỗi {code}", "because of {code}")), ..line });
        (told.severity(), std::iter::once(cause).chain(follows).collect::<Vec<_>>())
    };
    let mut groups: Vec<(Severity, Vec<Line<'a>>)> = told(findings).into_iter().map(group).collect();
    groups.sort_by_key(|(severity, lines)| (Reverse(*severity), lines.first().and_then(|line| line.target).map_or((2, 0, 0), order)));
    groups.into_iter().flat_map(|(_, lines)| lines).collect()
}

impl<'a> Marked<'a> {
    /// Finds the cell of every finding.
    pub fn new(marks: Marks<'a>, places: &dyn Finds) -> Self {
        let line = |finding: &'a Finding| {
            let target = places.target(finding);
            let holds = target.map(|target| places.holds(target)).unwrap_or_default();
            let cured_when = places.cured_when(finding, target);
            Line {
                finding,
                target,
                holds,
                day: target.is_some_and(|target| places.is_day(target)),
                cured_when,
                whose: places.whose(finding),
                related: None,
            }
        };
        let mut lines = grouped(marks.findings, line);
        let more = lines.len().saturating_sub(MOST);
        lines.truncate(MOST);
        let mut worst = BTreeMap::new();
        for line in lines.iter().filter(|line| line.cured_when != CuredWhen::Settled) {
            if let Some(target) = line.target {
                let most: &mut Severity = worst.entry(target).or_insert(line.finding.severity);
                *most = line.finding.severity.max(*most);
            }
        }
        let moved = Moved::new(&marks.extras.attached, marks.file, places);
        Self { marks, lines, more, says: places.says(), moved, worst }
    }

    /// Colours a cell by the worst that was found in it.
    pub fn dress(&self, sheet: &'static str, row: u32, column: u16, format: &Format) -> Format {
        let worst = self.worst.get(&Target { sheet, row, column });
        worst.map_or_else(|| format.clone(), |severity| format.clone().set_background_color(colour(*severity)))
    }

    /// Gives the address that a click on a cell opened in the form that was sent, and the words that stood there.
    pub fn link(&self, sheet: &'static str, row: u32, column: u16) -> Option<(&str, &str)> {
        self.moved.links.get(&Target { sheet, row, column }).map(|(address, words)| (address.as_str(), words.as_str()))
    }

    /// Says that marked cells keep their colour until they are cured. To be called before a sheet's own colours.
    pub fn keep(&self, sheet: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
        for line in self.lines.iter().filter(|line| line.cured_when != CuredWhen::Settled) {
            let Some(target) = line.target.filter(|target| target.sheet == name) else { continue };
            let open = match &line.cured_when {
                CuredWhen::Formula(open) => open.clone(),
                _ => unchanged(&target.absolute(), &line.holds),
            };
            shade(sheet, target, &open, colour(line.finding.severity))?;
        }
        Ok(())
    }

    /// Says that marked cells turn green once they are cured, and writes the notes. To be called after a sheet's own colours.
    pub fn finish(&self, sheet: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
        let mut notes: BTreeMap<Target, Vec<&Line<'_>>> = BTreeMap::new();
        for line in self.lines.iter().filter(|line| line.cured_when != CuredWhen::Settled) {
            if let Some(target) = line.target.filter(|target| target.sheet == name) {
                notes.entry(target).or_default().push(line);
            }
        }
        for target in notes.keys() {
            shade(sheet, *target, "TRUE", look::DONE)?;
        }
        for target in self.moved.notes.keys().filter(|target| target.sheet == name) {
            notes.entry(*target).or_default();
        }
        for (target, lines) in notes {
            let text = lines.iter().map(|line| words::note(line.finding, self.marks.lang)).collect::<Vec<_>>().join("\n\n");
            let mut text = look::shortened(&text, 8_000).into_owned();
            if let Some(note) = self.moved.notes.get(&target) {
                let mark = CARRIED.get(self.marks.lang);
                let apart = if text.is_empty() { "" } else { "\n\n" };
                text = format!("{text}{apart}{mark}\n{}", look::shortened(note, 8_000));
            }
            let height = 16 * look::lines(&text, 50, 10) + 14;
            let note = Note::new(text)
                .add_author_prefix(false)
                .set_author("parindex")
                .set_width(370)
                .set_height(height.min(640))
                .set_font_name(look::FONT)
                .set_font_size(11)
                .set_object_movement(ObjectMovement::DontMoveOrSizeWithCells);
            sheet.insert_note(target.row, target.column, &note)?;
        }
        Ok(())
    }
}

/// Orders cells as people go through the form.
fn order(target: Target) -> (u8, u32, u16) {
    (u8::from(EVIDENCE.are(target.sheet)), target.row, target.column)
}

/// Colours a cell while a formula is true.
fn shade(sheet: &mut Worksheet, target: Target, formula: &str, fill: Color) -> Result<(), XlsxError> {
    let rule = format!("={formula}");
    let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(Format::new().set_background_color(fill));
    sheet.add_conditional_format(target.row, target.column, target.row, target.column, &rule)?;
    Ok(())
}

/// Gives the colour of a severity.
pub const fn colour(severity: Severity) -> Color {
    match severity {
        Severity::Error => look::WRONG,
        Severity::Warning => look::MISSING,
        Severity::Note => look::GROUP,
    }
}

/// Counts the lines of a severity.
pub fn count(lines: &[&Line<'_>], severity: Severity) -> Points {
    Points::from(i64::try_from(lines.iter().filter(|line| line.finding.severity == severity).count()).unwrap_or(i64::MAX))
}
