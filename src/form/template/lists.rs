//! The hidden sheet with the lists behind drop-downs, and the names that formulas and limits know them by.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, InputId, InputKind};
use crate::form::layout::LISTS;
use crate::rule::{NO_WORDS, NOT_APPLICABLE_WORDS, YES_WORDS};
use crate::text::Lang;

/// Name of the list of yes and no.
pub const YES_NO: &str = "DM_CO_KHONG";
/// Name of the list that says "not applicable" alone.
pub const NONE: &str = "DM_KHONG_AP_DUNG";
/// Name of the list of leaves' ids.
pub const LEAVES: &str = "DM_TIEU_CHI";
/// Name of the list of leaves' names, in the same order.
pub const LEAF_NAMES: &str = "DM_TEN_TIEU_CHI";

/// Name of the ids beside the rows of the self-assessment.
pub const ROWS: &str = "TDG_MA";
/// Name of the points that count of each row, in the same order.
pub const COUNTED: &str = "TDG_DIEM";
/// Name of the maximum that applies in each row.
pub const APPLICABLE: &str = "TDG_AP_DUNG";

/// Lists of a set, each in its rows of the hidden sheet.
pub struct Lists {
    /// Rows: name of the list, what a cell holds, what stands beside it.
    rows: Vec<[String; 3]>,
    /// Name and rows (first, last, counted from 0) of every list.
    named: Vec<(String, u32, u32)>,
    /// Which list belongs to an input of kind choice.
    of: BTreeMap<(CriterionId, InputId), usize>,
}

impl Lists {
    /// Collects the lists that a set needs, in a form of a language.
    pub fn new(set: &CriteriaSet, lang: Lang) -> Self {
        let mut lists = Self { rows: Vec::new(), named: Vec::new(), of: BTreeMap::new() };
        lists.add(YES_NO.into(), [YES_WORDS, NO_WORDS].map(|words| (words.get(lang).to_owned(), String::new())));
        lists.add(NONE.into(), [(NOT_APPLICABLE_WORDS.get(lang).to_owned(), String::new())]);
        lists.add(LEAVES.into(), set.leaves().map(|(criterion, _)| (criterion.id.to_string(), criterion.name.clone())));
        for (criterion, leaf) in set.leaves() {
            for input in leaf.asked().iter().filter(|input| input.kind == InputKind::Choice) {
                let choices = leaf.choices(&input.id);
                if !choices.is_empty() {
                    // The number keeps apart what is the same once only letters and digits are left.
                    let name = format!("DM_{}_{}_{}", lists.named.len(), plain(criterion.id.as_str()), plain(input.id.as_str()));
                    lists.of.insert((criterion.id.clone(), input.id.clone()), lists.named.len());
                    lists.add(name, choices.into_iter().map(|choice| (choice.label, choice.id)));
                }
            }
        }
        lists
    }

    /// Adds a list below the others.
    fn add(&mut self, name: String, entries: impl IntoIterator<Item = (String, String)>) {
        let row = |rows: &Vec<[String; 3]>| u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let first = row(&self.rows);
        self.rows.extend(entries.into_iter().map(|(entry, beside)| [name.clone(), entry, beside]));
        let last = row(&self.rows).saturating_sub(1).max(first);
        self.named.push((name, first, last));
    }

    /// Gives the range of an input's choices: `'_danh_muc'!$B$7:$B$9`.
    pub fn range(&self, leaf: &CriterionId, input: &InputId) -> String {
        let list = self.of.get(&(leaf.clone(), input.clone())).and_then(|at| self.named.get(*at));
        list.map_or_else(|| "NA()".into(), |(_, first, last)| rows_of('B', *first, *last))
    }

    /// Gives the name of the list of an input's choices.
    pub fn name(&self, leaf: &CriterionId, input: &InputId) -> Option<&str> {
        let at = self.of.get(&(leaf.clone(), input.clone()))?;
        self.named.get(*at).map(|(name, _, _)| name.as_str())
    }

    /// Lists all that the hidden sheet says, cell by cell.
    pub fn words(&self) -> Vec<String> {
        self.rows.iter().flatten().cloned().collect()
    }

    /// Writes the hidden sheet, and names the lists.
    pub fn write(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet().set_name(LISTS)?;
        for (row, cells) in (0..).zip(&self.rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell)?;
            }
        }
        hide(sheet);
        for (name, first, last) in &self.named {
            book.define_name(name, &format!("={}", rows_of('B', *first, *last)))?;
            if name == LEAVES {
                book.define_name(LEAF_NAMES, &format!("={}", rows_of('C', *first, *last)))?;
            }
        }
        Ok(())
    }
}

/// Gives the address of some rows of the hidden sheet.
fn rows_of(column: char, first: u32, last: u32) -> String {
    format!("'{LISTS}'!${column}${}:${column}${}", u64::from(first) + 1, u64::from(last) + 1)
}

/// Leaves what Excel allows in a name.
fn plain(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// Hides a sheet and keeps it from being changed by accident.
pub fn hide(sheet: &mut Worksheet) {
    sheet.set_hidden(true).protect();
}
