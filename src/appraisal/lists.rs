//! The hidden sheet with the lists behind drop-downs, and the names that formulas and limits know them by.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, InputId, InputKind, SetId};
use crate::form::layout::LISTS;
use crate::form::template::lists::{LEAF_NAMES, LEAVES, YES_NO, hide};
use crate::rule::{NO_WORDS, YES_WORDS};
use crate::text::Lang;

/// Lists of a workbook, one below the other.
pub struct Lists {
    cells: Vec<String>,
    /// First and last row of the choices of an input, counted from 1.
    of: BTreeMap<(SetId, CriterionId, InputId), (usize, usize)>,
}

impl Lists {
    /// Begins them with yes and no, as readers of a language say it.
    pub fn new(lang: Lang) -> Self {
        Self { cells: [YES_WORDS, NO_WORDS].map(|words| words.get(lang).to_owned()).into(), of: BTreeMap::new() }
    }

    /// Adds the lists that a leaf needs.
    pub fn add(&mut self, set: &SetId, criterion: &Criterion, leaf: &Leaf) {
        for input in leaf.asked().iter().filter(|input| input.kind == InputKind::Choice) {
            let key = (set.clone(), criterion.id.clone(), input.id.clone());
            let choices = leaf.choices(&input.id);
            if choices.is_empty() || self.of.contains_key(&key) {
                continue;
            }
            let first = self.cells.len() + 1;
            self.cells.extend(choices.into_iter().map(|choice| choice.label));
            self.of.insert(key, (first, self.cells.len()));
        }
    }

    /// Gives the range of an input's choices: `'_danh_muc'!$A$7:$A$9`.
    pub fn range(&self, set: &SetId, leaf: &CriterionId, input: &InputId) -> String {
        let list = self.of.get(&(set.clone(), leaf.clone(), input.clone()));
        list.map_or_else(|| "NA()".into(), |(first, last)| format!("'{LISTS}'!$A${first}:$A${last}"))
    }

    /// Gives the same for a drop-down; `None` where the input has no choices.
    pub fn list(&self, set: &SetId, leaf: &CriterionId, input: &InputId) -> Option<String> {
        Some(self.range(set, leaf, input)).filter(|range| range != "NA()")
    }

    /// Writes the hidden sheet, and names what all inputs share.
    pub fn write(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        self.write_with(book, std::iter::empty())
    }

    /// Does the same with a list of leaves, ids and names, that documents can be given to.
    pub fn write_with<'l>(&self, book: &mut Workbook, leaves: impl Iterator<Item = (&'l str, &'l str)>) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet().set_name(LISTS)?;
        for (row, cell) in (0..).zip(&self.cells) {
            sheet.write_string(row, 0, cell)?;
        }
        let mut count = 0;
        for (id, name) in leaves {
            sheet.write_string(count, 1, id)?.write_string(count, 2, name)?;
            count += 1;
        }
        hide(sheet);
        if count > 0 {
            book.define_name(LEAVES, &format!("='{LISTS}'!$B$1:$B${count}"))?;
            book.define_name(LEAF_NAMES, &format!("='{LISTS}'!$C$1:$C${count}"))?;
        }
        book.define_name(YES_NO, &format!("='{LISTS}'!$A$1:$A$2"))?;
        Ok(())
    }
}
