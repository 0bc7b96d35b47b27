//! Which criterion a row is about: by its number, then by its name.

use std::collections::BTreeSet;

use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::intake::stt::{self, Number, Style};
use crate::text::fold::{bare, fold, tidy};
use crate::typed::id::{Named, named};
use crate::workbook::Cell;

/// What a row says of its criterion.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Heading {
    /// Number, as written.
    pub code: Option<String>,
    /// Name, without its number, on one line.
    pub name: String,
    /// Criteria that the number may mean.
    coded: Vec<CriterionId>,
}

impl Heading {
    /// Tells whether its number names a criterion of the set.
    pub fn names_one(&self) -> bool {
        !self.coded.is_empty()
    }
}

/// What came of matching a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// This criterion.
    One(CriterionId),
    /// This criterion, though number and name say different things; the other one.
    Doubtful(CriterionId, CriterionId),
    /// This criterion by its number, though the set calls it by another name.
    Renamed(CriterionId),
    /// One of several whose numbers Excel made the same; the first one left.
    Guessed(CriterionId, Vec<CriterionId>),
    /// None of the set.
    None,
}

/// Criteria of a set, and which of them rows were found for.
pub struct Matcher<'s> {
    set: &'s CriteriaSet,
    all: Vec<&'s Criterion>,
    /// Their names, folded.
    names: Vec<String>,
    used: BTreeSet<CriterionId>,
}

impl<'s> Matcher<'s> {
    /// Lists the criteria of a set.
    pub fn new(set: &'s CriteriaSet) -> Self {
        let tree = set.walk().into_iter().map(|(_, criterion)| criterion);
        let all: Vec<&Criterion> = tree.chain(set.adjustments.iter().map(|line| &line.criterion)).collect();
        let names = all.iter().map(|criterion| fold(&criterion.name)).collect();
        Self { set, all, names, used: BTreeSet::new() }
    }

    /// Reads the number and the name of a row.
    pub fn heading(&self, number: Option<&Cell>, name: &str) -> Heading {
        let first = tidy(name.split(['\n', '\r']).find(|line| !tidy(line).is_empty()).unwrap_or_default());
        let own = number.filter(|cell| !cell.shown().trim_matches(['-', '+', '*', '•', ' ']).is_empty());
        let (number, written, name) = match own {
            Some(cell) => (stt::of_cell(cell), Some(cell.shown()), first),
            None => match stt::before_name(&first) {
                Some((number, name)) => (Some(number.clone()), Some(number.written), name),
                None => (None, None, first),
            },
        };
        let mut coded = own.map_or_else(Vec::new, |cell| match named(cell, self.set) {
            Named::One(id) => vec![id],
            Named::Several(ids) => ids,
            Named::Unknown => Vec::new(),
        });
        for id in number.iter().flat_map(|number| self.by_number(number)) {
            if !coded.contains(&id) {
                coded.push(id);
            }
        }
        if coded.is_empty()
            && let Some(written) = &written
        {
            let folded = fold(written);
            coded.extend(self.all.iter().map(|criterion| &criterion.id).filter(|id| fold(id.as_str()) == folded).cloned());
        }
        Heading { code: written, name, coded }
    }

    /// Lists the criteria that a number may mean. A letter alone stands below something that the row doesn't name.
    fn by_number(&self, number: &Number) -> Vec<CriterionId> {
        if matches!(number.style, Style::Lower | Style::Upper) {
            return Vec::new();
        }
        let parts = |id: &CriterionId| id.as_str().split('.').map(|part| part.parse::<u32>().ok()).collect::<Option<Vec<_>>>();
        let ids = self.all.iter().map(|criterion| &criterion.id);
        ids.filter(|id| parts(id).is_some_and(|parts| number.choices.contains(&parts))).cloned().collect()
    }

    /// Matches a row, and remembers what was found.
    pub fn find(&mut self, heading: &Heading) -> Match {
        let found = self.look(heading);
        if let Match::One(id) | Match::Doubtful(id, _) | Match::Renamed(id) | Match::Guessed(id, _) = &found {
            self.used.insert(id.clone());
        }
        found
    }

    /// Matches a row, without remembering it.
    pub fn look(&self, heading: &Heading) -> Match {
        let name = fold(&heading.name);
        let left = |id: &&CriterionId| !self.used.contains(*id);
        let names = self.all.iter().zip(&self.names).filter(|(_, own)| **own == name && !name.is_empty());
        let named: Vec<&CriterionId> = names.map(|(criterion, _)| &criterion.id).collect();
        let coded = &heading.coded;
        let both: Vec<&CriterionId> = coded.iter().filter(|id| named.contains(id)).collect();
        if let Some(id) = both.iter().copied().find(left).or(both.first().copied()) {
            return Match::One(id.clone());
        }
        let by_name = match named.iter().copied().filter(left).collect::<Vec<_>>().as_slice() {
            [one] => Some((*one).clone()),
            [] => named.first().filter(|_| named.len() == 1).map(|id| (*id).clone()),
            _ => None,
        };
        match (coded.as_slice(), by_name) {
            ([], Some(id)) => Match::One(id),
            ([], None) => Match::None,
            // A form that counts anew in every area says 1 more than once.
            ([code, ..], Some(id)) if self.used.contains(code) || id.as_str().ends_with(&format!(".{code}")) => Match::One(id),
            ([code, ..], Some(id)) => Match::Doubtful(id, code.clone()),
            ([code], None) if self.alike(code, &heading.name) => Match::One(code.clone()),
            ([code], None) if self.used.contains(code) => Match::None,
            ([code], None) => Match::Renamed(code.clone()),
            (several, None) => {
                let open: Vec<&CriterionId> = several.iter().filter(left).collect();
                let alike: Vec<&CriterionId> = open.iter().copied().filter(|id| self.alike(id, &heading.name)).collect();
                match (open.as_slice(), alike.as_slice()) {
                    ([one], _) | (_, [one]) => Match::One((*one).clone()),
                    ([first, ..], _) => Match::Guessed((*first).clone(), several.to_vec()),
                    _ => Match::None,
                }
            }
        }
    }

    /// Tells whether a criterion's name and a row's share most of their words; a row without a name contradicts nothing.
    fn alike(&self, id: &CriterionId, name: &str) -> bool {
        let words = |text: &str| -> BTreeSet<String> {
            bare(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let (said, own) = (words(name), self.all.iter().find(|criterion| &criterion.id == id).map(|criterion| words(&criterion.name)));
        own.is_none_or(|own| said.is_empty() || own.intersection(&said).count() * 2 > own.len().min(said.len()))
    }
}
