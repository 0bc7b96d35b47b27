//! Page of the ranking report: which unit names which difficulties, and proposes what.

use super::cell::{centre, count, text};
use super::page::{Page, Table};
use super::words::remarks;
use crate::assessment::{Remarks, Unit};
use crate::results::Results;
use crate::text::says_none;

/// Heads of the table of what units say.
pub const HEAD: [(&str, &str); 4] =
    [("STT", "No."), ("Đơn vị", "Unit"), ("Khó khăn, vướng mắc", "Difficulties"), ("Kiến nghị, đề xuất", "Proposals")];

/// Lists the units that say something, with what they say.
pub fn said<'a>(results: &Results<'a>) -> Vec<(&'a Unit, &'a Remarks)> {
    // “Không” names nothing.
    let says = |words: &Option<String>| words.as_deref().is_some_and(|words| !says_none(words));
    let said = |unit: &Unit| {
        let remarks: &'a Remarks = &results.evidenced.get(&unit.id)?.assessment.remarks;
        (says(&remarks.difficulties) || says(&remarks.proposals)).then_some(remarks)
    };
    results.units.iter().filter_map(|unit| Some((unit, said(unit)?))).collect()
}

/// Makes the page; `None` where no unit says anything.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let units = said(results);
    if units.is_empty() {
        return None;
    }
    let lang = results.lang;
    let mut page = Page::new(lang.word("Kiến nghị, đề xuất", "Proposals"), results.campaign, true, &[6, 30, 56, 56]);
    let title = lang.word("KHÓ KHĂN, VƯỚNG MẮC; KIẾN NGHỊ, ĐỀ XUẤT CỦA CÁC ĐƠN VỊ", "DIFFICULTIES AND PROPOSALS OF THE UNITS");
    page.title(title, results.campaign, remarks(results));
    let mut table = Table::main(lang.each(HEAD).map(centre), 2);
    for (n, (unit, said)) in units.iter().enumerate() {
        let words = |words: &Option<String>| text(words.clone().unwrap_or_default());
        table.row([count(n + 1), text(unit.name.as_str()), words(&said.difficulties), words(&said.proposals)]);
    }
    page.table(table);
    Some(page)
}
