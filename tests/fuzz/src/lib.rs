//! What the targets share: the set that forms are read by, and the whole way of a workbook through the readers.

use std::sync::LazyLock;

use parindex::criteria::{self, CriteriaSet};
use parindex::figure::UnitId;
use parindex::form::carried;
use parindex::form::read;
use parindex::intake::foreign::{self, Asked, Pin};
use parindex::intake::table;
use parindex::roster::Roster;
use parindex::workbook;

/// Set that every form is read by: that of the good forms.
pub static SET: LazyLock<CriteriaSet> = LazyLock::new(|| {
    let text = include_str!("../../good/campaign/criteria/day-du/set.yaml");
    criteria::read(text, "set.yaml").value.expect("the set is good")
});

/// Lets panics pass that the product itself catches: a reader of others that falls over a file costs that file only.
///
/// The engine's own hook ends the process at every panic; this one asks first.
pub fn let_caught_panics_pass() {
    let end = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !workbook::is_reading() {
            end(panic);
        }
    }));
}

/// Reads bytes in every way that the product reads a workbook.
///
/// # Panics
/// Where a file is refused without a word.
pub fn read_all(bytes: &[u8], name: &str) {
    let opened = workbook::open(bytes, name);
    let Some(book) = opened.value else {
        assert!(!opened.findings.is_empty(), "refused without a word");
        return;
    };
    let _ = carried(&book);
    let said = read::read(&book, &SET, name);
    let _ = read::extras(&book, &SET, name, &said.findings);
    if read::is_ours(&book) {
        return;
    }
    let _ = table::read(bytes, name, &table::Known::default());
    if foreign::is_form(&book, &Pin::default()) {
        let (unit, pin, roster) = (UnitId::new("a"), Pin::default(), Roster::new(&[], []));
        let _ = foreign::read(&book, &Asked { set: &SET, unit: &unit, roster: &roster, year: Some(2026), file: name, pin: &pin });
    }
}
