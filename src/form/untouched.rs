//! Forms that nobody has begun to fill in.

use super::read;
use super::{Extras, carried};
use crate::assessment::{Content, Remarks};
use crate::criteria;
use crate::workbook::Book;

/// Tells whether a workbook is a form of ours as it was made, whoever saved it since: nothing is typed anywhere in it, no sheet, note
/// or link was added and it is no copy that went back. Of a form that can't be read nothing is believed.
pub fn is_untouched(book: &Book) -> bool {
    const FILE: &str = "";
    let Some(set) = carried(book).and_then(|carried| criteria::read(carried.yaml.as_deref()?, FILE).value) else { return false };
    let read = read::read(book, &set, FILE);
    let Some(form) = read.value.filter(|_| read.findings.is_empty()) else { return false };
    form.content() == Content::Blank
        && form.remarks == Remarks::default()
        && read::extras(book, &set, FILE, &read.findings) == Extras::default()
}
