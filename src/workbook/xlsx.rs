//! `.xlsx` and `.xlsm`, read from their XML directly: calamine gives up a whole sheet for one odd cell, reads a value that
//! XML writes in pieces by its first piece, and knows neither notes nor struck-out text. Tests compare the cells with it.

mod notes;
mod open;
mod plain_cell;
mod sheet;
mod strings;
mod styles;
mod written;

use self::sheet::{Context, SheetReader};
use super::Read;
use super::cell::{Book, Grid};
use super::guard::Kind;
use super::left_out::LeftOut;
use super::legacy::Fonts;
use super::links::Links;
use super::looks::Looks;
use super::merged::Merges;
use super::number_format::Epoch;
use super::package::{Package, Relation};
use super::refusal::Refusal;
use super::remarks::Remarks;
use super::rich_text::RichText;
use super::saved::saved;
use super::tally::Tally;
use super::xml::Piece;

/// Name of the part that lists the sheets.
const BOOK: &str = "xl/workbook.xml";

/// Reads a workbook that the guard let through.
pub fn read(mut package: Package<'_>) -> Result<Read, Refusal> {
    let (tabs, epoch) = tabs(&mut package)?;
    let relations = package.relations(BOOK);
    let part = |kind: &str, usual: &str| {
        relations.iter().find(|relation| relation.kind == kind).map_or_else(|| usual.to_owned(), |relation| relation.target.clone())
    };
    let strings = strings::read(&mut package, &part("sharedStrings", "xl/sharedStrings.xml"))?;
    let styles = styles::read(&mut package, &part("styles", "xl/styles.xml"))?;
    let shared = Shared { strings: &strings, styles: &styles, epoch };
    let mut book = Book { kind: Kind::Xlsx, saved: saved(&mut package), sheets: Vec::new() };
    let (mut fonts, mut remarks, mut left_out) = (Fonts::new(), Vec::new(), LeftOut::default());
    let mut limits = Limits::default();
    for tab in tabs {
        let relation = relations.iter().find(|relation| relation.id == tab.relation);
        let relation = relation.ok_or_else(|| Refusal::Damaged("sheet not found".into()))?;
        if relation.kind != "worksheet" {
            continue;
        }
        let before = limits.tally;
        let read = grid(&mut package, &tab, relation, &shared, &mut limits);
        if read.is_err() {
            limits.tally = before;
        }
        if let Some((grid, old, told)) = left_out.unless_too_large(read)?.flatten() {
            book.sheets.push(grid);
            fonts.push(old);
            remarks.push(told);
        }
    }
    left_out.finish(book, fonts, remarks)
}

/// Tab of a workbook.
struct Tab {
    name: String,
    hidden: bool,
    /// Name of the relation that leads to its part.
    relation: String,
}

/// What all sheets take from the book.
struct Shared<'a> {
    strings: &'a [RichText],
    styles: &'a Looks,
    epoch: Epoch,
}

/// Limits of the book, used up sheet by sheet.
#[derive(Default)]
struct Limits {
    tally: Tally,
    merges: Merges,
    links: Links,
}

/// Lists the tabs, and the day that serial numbers count from.
fn tabs(package: &mut Package<'_>) -> Result<(Vec<Tab>, Epoch), Refusal> {
    let (mut tabs, mut epoch) = (Vec::new(), Epoch::Of1900);
    let read = package.each(BOOK, |piece| {
        if let Piece::Start(element) = piece {
            match element.local() {
                "sheet" => tabs.push(Tab {
                    name: element.get("name").unwrap_or_default(),
                    hidden: element.get("state").is_some_and(|state| state != "visible"),
                    relation: element.get_local("id").unwrap_or_default(),
                }),
                "workbookPr" if element.get("date1904").is_some_and(|on| on != "0" && on != "false") => epoch = Epoch::Of1904,
                _ => {}
            }
        }
        Ok(())
    });
    read.unwrap_or_else(|| Err(Refusal::Damaged("Workbook".into())))?;
    Ok((tabs, epoch))
}

/// Reads one sheet; `None` for what is listed as one and is none.
fn grid(
    package: &mut Package<'_>,
    tab: &Tab,
    relation: &Relation,
    shared: &Shared<'_>,
    limits: &mut Limits,
) -> Result<Option<(Grid, super::legacy::CellFonts, Remarks)>, Refusal> {
    let context = Context { name: &tab.name, strings: shared.strings, styles: shared.styles, epoch: shared.epoch };
    let mut reader = SheetReader::new(context, &mut limits.tally);
    let read = package.each_to(&relation.target, &mut reader);
    read.unwrap_or_else(|| Err(Refusal::Damaged("sheet not found".into())))?;
    let Some(mut sheet) = reader.finish()? else { return Ok(None) };
    let mut grid = Grid { name: tab.name.clone(), hidden: tab.hidden, cells: sheet.cells, ..Grid::default() };
    for (first, last) in sheet.merged {
        limits.merges.cover(&mut grid, first, last, &mut sheet.remarks);
    }
    let relations = package.relations(&relation.target);
    for (area, id, place) in sheet.links {
        let target = id.and_then(|id| relations.iter().find(|relation| relation.external && relation.id == id));
        if let Some(target) = target {
            let place = place.map(|place| format!("#{place}")).unwrap_or_default();
            limits.links.put(&mut grid, area, &format!("{}{place}", target.target));
        }
    }
    grid.notes = notes::read(package, &relations);
    Ok(Some((grid, sheet.fonts, sheet.remarks)))
}
