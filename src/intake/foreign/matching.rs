//! Which criterion a row is about: by its number, then by its name.

use std::collections::{BTreeMap, BTreeSet};

use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::intake::heading::{Mark, sense};
use crate::intake::stt::{self, Number, Style};
use crate::points::Points;
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
    /// Number, read.
    number: Option<Number>,
    /// Criteria that the number may mean.
    coded: Vec<CriterionId>,
}

impl Heading {
    /// Tells whether its number names a criterion of the set.
    pub fn names_one(&self) -> bool {
        !self.coded.is_empty()
    }

    /// Criteria that the number may mean, counted over the whole set.
    pub fn coded(&self) -> &[CriterionId] {
        &self.coded
    }

    /// Tells whether the number is this path: the places among their siblings that a criterion and some above it have.
    pub fn counts(&self, path: &[u32]) -> bool {
        self.number.as_ref().is_some_and(|number| number.choices.iter().any(|choice| choice == path))
    }

    /// Tells whether the number is the end of a path.
    pub fn counts_below(&self, path: &[u32]) -> bool {
        self.number.as_ref().is_some_and(|number| number.choices.iter().any(|choice| path.ends_with(choice)))
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

impl Match {
    /// Gives the criterion.
    pub const fn id(&self) -> Option<&CriterionId> {
        match self {
            Self::One(id) | Self::Doubtful(id, _) | Self::Renamed(id) | Self::Guessed(id, _) => Some(id),
            Self::None => None,
        }
    }
}

/// Criteria of a set, to be found by number and name.
pub struct Matcher<'s> {
    set: &'s CriteriaSet,
    all: Vec<&'s Criterion>,
    /// Their names, folded.
    names: Vec<String>,
    /// Where each stands in that list.
    places: BTreeMap<CriterionId, usize>,
    /// Places among their siblings, from the area down.
    paths: Vec<Vec<u32>>,
}

impl<'s> Matcher<'s> {
    /// Lists the criteria of a set.
    pub fn new(set: &'s CriteriaSet) -> Self {
        let tree = set.walk().into_iter().map(|(_, criterion)| criterion);
        let all: Vec<&Criterion> = tree.chain(set.adjustments.iter().map(|line| &line.criterion)).collect();
        let names = all.iter().map(|criterion| fold(&criterion.name)).collect();
        let paths = paths(set);
        let paths = all.iter().map(|criterion| paths.get(&criterion.id).cloned().unwrap_or_default()).collect();
        let places = all.iter().enumerate().map(|(at, criterion)| (criterion.id.clone(), at)).collect();
        Self { set, all, names, places, paths }
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
        Heading { code: written, name, number, coded }
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

    /// Lists the criteria, in the order of the set.
    pub fn ids(&self) -> impl Iterator<Item = &CriterionId> {
        self.all.iter().map(|criterion| &criterion.id)
    }

    /// Gives the place of a criterion in the order of the set.
    pub fn order(&self, id: &CriterionId) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Tells whether a criterion is a leaf.
    pub fn is_leaf(&self, id: &CriterionId) -> bool {
        self.order(id).and_then(|at| self.all.get(at)).is_some_and(|criterion| criterion.leaf().is_some())
    }

    /// Gives the places among their siblings of a criterion and those above it, from the area down.
    pub fn path(&self, id: &CriterionId) -> &[u32] {
        self.order(id).and_then(|at| self.paths.get(at)).map_or(&[], Vec::as_slice)
    }

    /// Gives the maximum of a criterion.
    pub fn max(&self, id: &CriterionId) -> Option<&'s Points> {
        self.order(id).and_then(|at| self.all.get(at)).map(|criterion| &criterion.max)
    }

    /// Lists the criteria whose name is exactly that of a row.
    pub fn called(&self, heading: &Heading) -> Vec<CriterionId> {
        let name = fold(&heading.name);
        let names = self.all.iter().zip(&self.names).filter(|(_, own)| **own == name && !name.is_empty());
        names.map(|(criterion, _)| criterion.id.clone()).collect()
    }

    /// Tells whether a criterion is called exactly as a row is.
    pub fn is_called(&self, heading: &Heading) -> bool {
        !self.called(heading).is_empty()
    }

    /// Matches words that stand by themselves, as in a list of documents.
    pub fn look(&self, heading: &Heading) -> Match {
        let named = self.called(heading);
        let coded = &heading.coded;
        if let Some(id) = coded.iter().find(|id| named.contains(id)) {
            return Match::One(id.clone());
        }
        match (coded.as_slice(), named.as_slice()) {
            ([], [id]) => Match::One(id.clone()),
            // A form that counts anew in every area says 1 more than once.
            ([_, ..], [id]) if heading.counts_below(self.path(id)) => Match::One(id.clone()),
            ([code, ..], [id]) => Match::Doubtful(id.clone(), code.clone()),
            ([code], _) if self.alike(code, &heading.name) => Match::One(code.clone()),
            ([code], _) => Match::Renamed(code.clone()),
            ([], _) => Match::None,
            (several, _) => match several.iter().filter(|id| self.alike(id, &heading.name)).collect::<Vec<_>>().as_slice() {
                [one] => Match::One((*one).clone()),
                _ => several.first().map_or(Match::None, |first| Match::Guessed(first.clone(), several.to_vec())),
            },
        }
    }

    /// Tells whether a criterion's name and a row's share most of their words; a row without a name contradicts nothing.
    pub fn alike(&self, id: &CriterionId, name: &str) -> bool {
        let words = |text: &str| -> BTreeSet<String> {
            bare(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let (said, own) = (words(name), self.all.iter().find(|criterion| &criterion.id == id).map(|criterion| words(&criterion.name)));
        own.is_none_or(|own| said.is_empty() || own.intersection(&said).count() * 2 > own.len().min(said.len()))
    }
}

/// Words that turn what stands behind them, or before them in brackets, into something else, bare.
const TURNED: [&str; 12] =
    ["khong", "chua", "vi pham", "cham tre", "tre han", "qua han", "thieu", "da huy", "bai bo", "ban cu", "tru", "not"];
/// Most words in brackets that say of the whole row that it is another: longer ones tell how it is scored.
const SHORT: usize = 4;

/// Tells whether bare words turn what they stand beside into something else.
pub fn turns(bare: &str) -> bool {
    let words: Vec<&str> = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    TURNED.iter().any(|said| spaced.contains(&format!(" {said} ")))
}

/// Tells whether a row's name is a criterion's, turned into something else: “Vi phạm …”, “… (không áp dụng)”, “… (năm 2025)”.
pub fn is_turned(own: &str, name: &str, year: Option<i16>) -> bool {
    let (own, name) = (bare(own), bare(name));
    let Some((before, behind)) = name.split_once(own.as_str()).filter(|_| !own.is_empty()) else { return false };
    let inside = behind.trim_start().strip_prefix(['(', '[']).and_then(|rest| rest.split([')', ']']).next());
    let inside = inside.filter(|inside| inside.split_whitespace().count() <= SHORT).unwrap_or_default();
    let says = sense(inside);
    let other_year = year.is_some_and(|year| says.years.iter().any(|said| *said != year));
    let not_yet = [Mark::Planned, Mark::Partial, Mark::Superseded, Mark::Earlier].into_iter().any(|mark| says.says(mark));
    turns(before) || turns(inside) || other_year || not_yet
}

/// Gives every criterion the places of itself and of those above it among their siblings: what ids say where they end in
/// numbers, else by counting.
fn paths(set: &CriteriaSet) -> BTreeMap<CriterionId, Vec<u32>> {
    fn below<'c>(siblings: impl Iterator<Item = &'c Criterion>, above: &[u32], paths: &mut BTreeMap<CriterionId, Vec<u32>>) {
        for (place, criterion) in (1_u32..).zip(siblings) {
            let last = criterion.id.as_str().rsplit('.').next().and_then(|part| part.parse().ok());
            let path: Vec<u32> = above.iter().copied().chain([last.unwrap_or(place)]).collect();
            below(criterion.children().iter(), &path, paths);
            paths.insert(criterion.id.clone(), path);
        }
    }
    let mut paths = BTreeMap::new();
    below(set.criteria.iter(), &[], &mut paths);
    // Lines outside the tree are an area of their own behind the others.
    let behind = u32::try_from(set.criteria.len()).unwrap_or(u32::MAX).saturating_add(1);
    below(set.adjustments.iter().map(|line| &line.criterion), &[behind], &mut paths);
    paths
}
