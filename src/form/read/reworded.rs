//! Rows whose words somebody changed: the number, the name, the label, the unit of measure.

use super::excerpt;
use super::leaves::{LeafReader, of};
use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, Input};
use crate::finding::sheet as code;
use crate::finding::{Finding, Part};
use crate::form::layout::{AssessmentAt as At, RowKey};
use crate::form::template::printed::PrintedCell;
use crate::text;
use crate::text::fold::{fold, same_letters};

/// What a row is about: its words in the set, and whether others say the same.
struct Own<'a> {
    words: Option<&'a str>,
    says_the_same: &'a dyn Fn(&str) -> bool,
}

impl LeafReader<'_> {
    /// Tells whether the row of a figure shows the label of another one of its leaf, and says so: a unit fills in what it
    /// sees, and the key says something else.
    pub(super) fn says_another_figure(&mut self, row: u32, input: &Input, leaf: &Leaf, id: &CriterionId) -> bool {
        let Some(column) = self.sheet.column("content") else { return false };
        let Some(shown) = self.sheet.grid.shown(row, column).filter(|shown| *shown != input.label) else { return false };
        let folded = fold(&shown);
        let another = leaf.inputs.iter().any(|other| other.id != input.id && fold(&other.label) == folded);
        if !another || fold(&input.label) == folded {
            return false;
        }
        let label = &input.label;
        let message = text!(
            "Hàng này ghi “{shown}” nhưng là hàng của số liệu “{label}”; không xác định được số liệu đã điền thuộc mục nào nên không được đọc.",
            "The row shows “{shown}” and is that of the figure “{label}”; it is not clear which of them was filled in, so it is not read."
        );
        self.seen.insert((row, column));
        self.findings.push(Finding::new(&code::ROW_MIXED, message).at(self.place(row, column)).on(id));
        true
    }

    /// Tells whether the row of a figure no longer shows its label, or its unit of measure, and says so. What the unit counted
    /// is what it saw.
    pub(super) fn is_reworded(&mut self, row: u32, key: &RowKey, input: &Input, beside: &[Input]) -> bool {
        let judge = self.judge;
        let label = Own { words: Some(&input.label), says_the_same: &|shown| judge.is_label_of(input, beside, shown) };
        let measure = Own { words: input.measure.as_deref(), says_the_same: &|_| false };
        let Some((column, shown, printed)) =
            self.other_words(row, key, At::Content, &label).or_else(|| self.other_words(row, key, At::Measure, &measure))
        else {
            return false;
        };
        let (shown, printed) = (excerpt(&shown), excerpt(&printed));
        let message = text!(
            "Hàng này ghi “{shown}”, trong khi biểu in “{printed}”; không xác định được số liệu đã điền thuộc mục nào nên không được đọc.",
            "The row says “{shown}” where the form prints “{printed}”; it is not clear which figure was filled in, so it is not read."
        );
        self.seen.insert((row, column));
        let finding = Finding::new(&code::ROW_MIXED, message).at(self.place(row, column));
        let leaf = match key {
            RowKey::Input(leaf, _) => Some(leaf),
            _ => None,
        };
        self.findings.push(of(finding, leaf));
        true
    }

    /// Tells whether the row of a leaf no longer shows its name, and says so. What the unit scored is what it saw.
    pub(super) fn is_renamed(&mut self, row: u32, criterion: &Criterion) -> bool {
        let (id, name, judge) = (&criterion.id, &criterion.name, self.judge);
        let key = RowKey::Leaf(id.clone());
        let own = Own { words: Some(name), says_the_same: &|shown| judge.is_name_of(name, shown) };
        let Some((column, shown, printed)) = self.other_words(row, &key, At::Content, &own) else { return false };
        let (shown, printed) = (excerpt(&shown), excerpt(&printed));
        let message = text!(
            "Hàng này ghi “{shown}”, trong khi biểu in “{printed}”; không rõ nội dung điền ở đây là của tiêu chí nào nên không được đọc.",
            "The row says “{shown}” where the form prints “{printed}”; which criterion was filled in can't be told, so nothing of it is read."
        );
        self.seen.insert((row, column));
        self.findings.push(Finding::new(&code::ROW_MIXED, message).at(self.place(row, column)).on(id).hides([Part::Figures]));
        true
    }

    /// Gives what a row shows in a column, with what the form prints there, where the two are not the same words.
    ///
    /// Nearly every row shows its own words, or what was printed: no more is looked at then.
    fn other_words(&self, row: u32, key: &RowKey, at: At, own: &Own<'_>) -> Option<(u32, String, String)> {
        let column = self.sheet.column(at.key())?;
        let shown = self.sheet.grid.shown(row, column).filter(|shown| own.words != Some(shown.as_str()))?;
        let PrintedCell::Words(printed) = self.printed?.has(key, at) else { return None };
        let typed = self.sheet.grid.get(row, column).is_some_and(|cell| !cell.formula);
        let other = typed && !same_letters(&shown, &printed) && !(own.says_the_same)(&shown);
        other.then_some((column, shown, printed))
    }

    /// Compares the number that people see with the row's key: cells may have been pasted to another row.
    pub(super) fn number_beside(&mut self, row: u32, criterion: &Criterion) {
        let (id, name) = (&criterion.id, &criterion.name);
        let Some(column) = self.sheet.column("stt") else { return };
        let Some(shown) = self.sheet.grid.shown(row, column) else { return };
        let other = CriterionId::new(shown.trim_end_matches('.'));
        if &other != id && self.set.find(&other).is_some() {
            let place = self.place(row, column);
            self.seen.insert((row, column));
            self.findings.push(
                Finding::new(
                    &code::ROW_MIXED,
                    text!(
                        "Hàng này ghi số thứ tự “{shown}” nhưng là hàng của tiêu chí {id} “{name}”.",
                        "The row shows the number “{shown}” and is that of criterion {id} “{name}”."
                    ),
                )
                .at(place)
                .on(id),
            );
        }
    }
}
