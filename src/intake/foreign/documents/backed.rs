//! What a document of a list backs.

use super::DocumentListReader;
use crate::figure::CriterionId;
use crate::intake::field::Field;
use crate::intake::foreign::matching::Match;
use crate::intake::stt;
use crate::text::fold::fold;
use crate::typed::id::{Named, named, several};
use crate::workbook::Cell;

/// What a document backs.
pub(super) enum Backed {
    /// Leaves that it backs.
    Leaves(Vec<CriterionId>),
    /// A group, as typed.
    Group(String),
    /// One of several, Excel having changed the id.
    Several(String, Vec<CriterionId>),
    /// Nothing that the set has, as typed.
    Unknown(String),
    /// Nothing is said.
    None,
}

impl DocumentListReader<'_> {
    /// Reads a row that names a criterion and no document.
    pub(super) fn criterion_alone(&self, row: u32) -> Option<(CriterionId, String)> {
        let document = [Field::Number, Field::Date, Field::Issuer, Field::File];
        if document.iter().any(|field| self.cell(row, *field).is_some()) {
            return None;
        }
        if self.cell(row, Field::CriterionName).is_some() && self.cell(row, Field::Title).is_some() {
            return None;
        }
        let order = self.cell(row, Field::Order).or_else(|| self.cell(row, Field::Criterion));
        let title = self.cell(row, Field::CriterionName).or_else(|| self.cell(row, Field::Title)).map(Cell::shown);
        let number = order.filter(|cell| stt::of_cell(cell).is_some());
        let words = match (number, order, title) {
            (_, _, Some(title)) => title,
            (None, Some(order), None) => order.shown(),
            // A number alone is no row of its own.
            _ => return None,
        };
        let of_criteria = self.cell(row, Field::Criterion).is_some() && self.cell(row, Field::Title).is_none();
        let heading = self.matcher.heading(number, &words);
        let id = match self.matcher.look(&heading) {
            Match::One(id) => id,
            Match::Renamed(id) if of_criteria => id,
            _ => return None,
        };
        // A title that merely resembles a criterion's is a document's.
        let own = self.set.find(&id).map(|criterion| fold(&criterion.name));
        (of_criteria || own == Some(fold(&heading.name)) || (number.is_none() && heading.code.is_some())).then_some((id, words))
    }

    /// Tells what the documents of a row back: by its own words, else by the row of a criterion above.
    pub(super) fn backed_by(&mut self, row: u32) -> Backed {
        let (cell, name) = (self.cell(row, Field::Criterion), self.cell(row, Field::CriterionName).map(Cell::shown));
        if cell.is_some() || name.is_some() {
            self.current = None;
            return self.named(cell, name.as_deref().unwrap_or_default());
        }
        if let Some((id, words)) = &self.current {
            return self.one(id.clone(), words);
        }
        // Without a column of criteria the number of the row may be that of one.
        let own = [Field::Criterion, Field::CriterionName].iter().all(|field| self.list.heading.column(*field).is_none());
        let order = self.cell(row, Field::Order).filter(|cell| own && cell.shown().contains(['.', ',']));
        order.map_or(Backed::None, |cell| self.named(Some(cell), ""))
    }

    /// Finds what a cell of a criterion, or its name beside it, says.
    fn named(&self, cell: Option<&Cell>, name: &str) -> Backed {
        let typed = cell.map_or_else(|| name.to_owned(), Cell::shown);
        if let Some(ids) = cell.and_then(|cell| several(cell, self.set)) {
            let group = ids.iter().any(|id| !self.is_leaf(id));
            return if group { Backed::Group(typed) } else { Backed::Leaves(ids) };
        }
        match cell.map_or(Named::Unknown, |cell| named(cell, self.set)) {
            Named::One(id) => return self.one(id, &typed),
            Named::Several(ids) => {
                let by_name = ids.iter().find(|id| self.set.find(id).is_some_and(|criterion| fold(&criterion.name) == fold(name)));
                return match by_name {
                    Some(id) => self.one(id.clone(), &typed),
                    None => Backed::Several(typed, ids),
                };
            }
            Named::Unknown => {}
        }
        let number = cell.filter(|cell| stt::of_cell(cell).is_some());
        let found = [(number, name), (None, name), (None, typed.as_str())]
            .into_iter()
            .map(|(number, words)| self.matcher.look(&self.matcher.heading(number, words)))
            .find(|found| *found != Match::None);
        match found {
            Some(Match::One(id) | Match::Renamed(id) | Match::Doubtful(id, _)) => self.one(id, &typed),
            Some(Match::Guessed(_, ids)) => Backed::Several(typed, ids),
            Some(Match::None) | None => Backed::Unknown(typed),
        }
    }

    /// Takes a criterion, which has to be a leaf.
    fn one(&self, id: CriterionId, typed: &str) -> Backed {
        if self.is_leaf(&id) { Backed::Leaves(vec![id]) } else { Backed::Group(typed.to_owned()) }
    }

    /// Tells whether a criterion is a leaf.
    fn is_leaf(&self, id: &CriterionId) -> bool {
        self.set.find(id).is_some_and(|criterion| criterion.leaf().is_some())
    }
}
