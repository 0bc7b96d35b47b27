//! Links of cells: the address that a click opens. A link to another cell is none, nor is one that
//! writes a mail, dials or runs something.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::address::Area;
use super::cell::Grid;
use super::limits::MOST_CELLS;
use crate::text::{leads_nowhere, scheme};

/// Puts links into the cells of an area, within a limit for the whole book: an area takes a few bytes.
#[derive(Default)]
pub(super) struct Links {
    steps: usize,
}

impl Links {
    /// Takes a link of an area of a sheet whose cells are known.
    pub fn put(&mut self, grid: &mut Grid, (first, last): Area, target: &str) {
        let Some(link) = outside(target) else { return };
        for ((_, column), cell) in grid.cells.range_mut((first.0, first.1)..=(last.0, last.1)) {
            self.steps += 1;
            if self.steps > MOST_CELLS {
                return;
            }
            if (first.1..=last.1).contains(column) && cell.link.is_none() {
                cell.link = Some(link.clone());
            }
        }
    }
}

/// Gives the address of a link that leads out of the workbook. Writers put `%20` for blanks in names of files.
pub(super) fn outside(target: &str) -> Option<String> {
    let target = target.trim();
    if target.is_empty() || target.starts_with('#') {
        return None;
    }
    if leads_nowhere(target) {
        return None;
    }
    let is_web = scheme(target).is_some_and(|scheme| !scheme.eq_ignore_ascii_case("file"));
    Some(if is_web { target.to_owned() } else { decoded(target).replace('\\', "/") })
}

/// Reads the address out of a formula that is nothing but a link with fixed words: `HYPERLINK("https://…","xem")`.
pub(super) fn of_formula(formula: &str) -> Option<String> {
    let rest = behind_name(formula)?.trim_start().strip_prefix('(')?;
    let (target, rest) = quoted(rest.trim_start())?;
    // Without another word the address is what is shown; behind `&` it goes on.
    let rest = rest.trim();
    let whole = rest == ")" || ((rest.starts_with(',') || rest.starts_with(';')) && rest.ends_with(')'));
    outside(&target).filter(|_| whole)
}

/// Tells whether a formula begins as a link does.
pub(super) fn is_formula(formula: &str) -> bool {
    behind_name(formula).is_some()
}

/// Gives what stands in a formula behind the name of links.
fn behind_name(formula: &str) -> Option<&str> {
    let formula = formula.trim().trim_start_matches("of:").trim_start_matches('=').trim();
    let (name, rest) = formula.split_at_checked(9)?;
    name.eq_ignore_ascii_case("hyperlink").then_some(rest)
}

/// Reads text in quotes, in which a quote is written twice; gives it and what follows.
fn quoted(formula: &str) -> Option<(String, &str)> {
    let mut rest = formula.strip_prefix('"')?;
    let mut words = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        words.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                words.push('"');
                rest = more;
            }
            None => return Some((words, after)),
        }
    }
}

/// Reads `%20` and the like; what is none stays as it is.
fn decoded(target: &str) -> String {
    percent_decode_str(target).decode_utf8().map_or_else(|_| target.to_owned(), Cow::into_owned)
}
