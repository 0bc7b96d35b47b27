//! The units of a campaign by the names that people call them: in letterheads, tables and file names.
//!
//! A name is compared by its words: `UBND` and `Ủy ban nhân dân` are one, as are `P.` and `phường`, `&` and `và`;
//! punctuation and line breaks don't count. Words of rank may be missing, and a district or province may stand behind the
//! name, where exactly one unit fits. A name that is merely a part of a longer one names nobody.
//!
//! Source: [meanings](crate#meanings) 37.

mod name;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::name::{Fit, Name, Spelling};
use crate::assessment::Unit;
use crate::text::fold::fold;

/// Who is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named<'u> {
    /// No unit.
    Nobody,
    /// Exactly one unit.
    One(&'u Unit),
    /// Several units fit equally well.
    Several(Vec<&'u Unit>),
}

impl<'u> Named<'u> {
    /// Makes what a list of units comes to.
    fn of(mut units: Vec<&'u Unit>) -> Self {
        let mut seen = BTreeSet::new();
        units.retain(|unit| seen.insert(unit.id.clone()));
        match units.as_slice() {
            [] => Self::Nobody,
            [one] => Self::One(one),
            _ => Self::Several(units),
        }
    }

    /// Gives the unit, where it is exactly one.
    pub fn one(&self) -> Option<&'u Unit> {
        match self {
            Self::One(unit) => Some(unit),
            Self::Nobody | Self::Several(_) => None,
        }
    }

    /// Lists every unit that is meant or may be meant.
    pub fn all(&self) -> &[&'u Unit] {
        match self {
            Self::Nobody => &[],
            Self::One(unit) => std::slice::from_ref(unit),
            Self::Several(units) => units,
        }
    }
}

/// Every name of every unit, and the names that are nobody's: the office that runs the campaign and its superior.
#[derive(Clone, Debug)]
pub struct Roster<'u> {
    exact: Index<'u>,
    bare: Index<'u>,
    ids: BTreeMap<String, &'u Unit>,
    nobody: Vec<Name>,
}

/// Names in one spelling, each under the first word of the name proper.
#[derive(Clone, Debug)]
struct Index<'u> {
    spelling: Spelling,
    by_first_word: BTreeMap<String, Vec<(Name, &'u Unit)>>,
}

impl<'u> Roster<'u> {
    /// Takes the names of units, and of offices that are not units here.
    pub fn new<'o>(units: &'u [Unit], offices: impl IntoIterator<Item = &'o str>) -> Self {
        let ids = units.iter().map(|unit| (fold(unit.id.as_str()), unit)).collect();
        let nobody = offices.into_iter().map(|name| Name::new(name, Spelling::Exact)).filter(|name| !name.is_empty()).collect();
        Self { exact: Index::new(units, Spelling::Exact), bare: Index::new(units, Spelling::Bare), ids, nobody }
    }

    /// Tells whether words are the whole name of the office that runs the campaign, or of its superior.
    pub fn is_office(&self, words: &str) -> bool {
        let called = Name::new(words, Spelling::Exact);
        self.nobody.iter().any(|name| name.fit(&called).is_some_and(|fit| fit <= Fit::WithPlace))
    }

    /// Finds the unit whose whole name the words are; diacritics may be left out where one unit alone is meant then.
    pub fn called(&self, words: &str) -> Named<'u> {
        match self.exact.called(words) {
            Named::Nobody => self.bare.called(words),
            named => named,
        }
    }

    /// Finds the unit that a cell of a table names: by its id, else by its whole name.
    pub fn called_or_numbered(&self, words: &str) -> Named<'u> {
        match self.ids.get(&fold(words)) {
            Some(unit) => Named::One(unit),
            None => self.called(words),
        }
    }

    /// Finds the units whose names stand in a sentence or title, each as a whole: not as a part of a longer name.
    pub fn mentioned(&self, words: &str) -> Named<'u> {
        self.exact.within(&name::words(words, Spelling::Exact))
    }

    /// Finds the unit that a file's name names, by its id or its whole name, diacritics or not.
    pub fn in_file_name(&self, file: &str) -> Named<'u> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let plain = name::plain_words(stem);
        let ids = self.ids.values().map(|unit| (name::plain_words(unit.id.as_str()), *unit));
        let by_id: Vec<(usize, &Unit)> =
            ids.filter(|(id, _)| name::stands_alone(&plain, id)).map(|(id, unit)| (id.len(), unit)).collect();
        if let Some(longest) = by_id.iter().map(|(length, _)| *length).max() {
            return Named::of(by_id.into_iter().filter(|(length, _)| *length == longest).map(|(_, unit)| unit).collect());
        }
        let words = stem.replace(['_', '-', '.'], " ");
        match self.called(&words) {
            Named::Nobody => self.bare.within(&name::words(&words, Spelling::Bare)),
            named => named,
        }
    }
}

impl<'u> Index<'u> {
    /// Takes the names of units.
    fn new(units: &'u [Unit], spelling: Spelling) -> Self {
        let mut by_first_word: BTreeMap<String, Vec<(Name, &Unit)>> = BTreeMap::new();
        for unit in units {
            for name in std::iter::once(&unit.name).chain(&unit.aliases) {
                let name = Name::new(name, spelling);
                if let Some(first) = name.first().cloned() {
                    by_first_word.entry(first).or_default().push((name, unit));
                }
            }
        }
        Self { spelling, by_first_word }
    }

    /// Finds the unit whose whole name the words are.
    fn called(&self, words: &str) -> Named<'u> {
        let called = Name::new(words, self.spelling);
        let known = called.first().and_then(|first| self.by_first_word.get(first)).map_or(&[][..], Vec::as_slice);
        let fits: Vec<(Fit, &Unit)> = known.iter().filter_map(|(name, unit)| Some((name.fit(&called)?, *unit))).collect();
        let best = fits.iter().map(|(fit, _)| *fit).min();
        Named::of(fits.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, unit)| unit).collect())
    }

    /// Finds whole names in running words; of names that overlap the longest counts.
    fn within(&self, text: &[String]) -> Named<'u> {
        let mut found: Vec<(Range<usize>, &Unit)> = Vec::new();
        for (at, word) in text.iter().enumerate() {
            for (name, unit) in self.by_first_word.get(word).into_iter().flatten() {
                found.extend(name.place(text, at, self.spelling).map(|place| (place, *unit)));
            }
        }
        let inside = |place: &Range<usize>| {
            found.iter().any(|(other, _)| other.len() > place.len() && other.start <= place.start && place.end <= other.end)
        };
        Named::of(found.iter().filter(|(place, _)| !inside(place)).map(|(_, unit)| *unit).collect())
    }
}

/// Tells whether a line begins as names of offices do: with a word of rank, or of a kind of office.
pub fn begins_as_office(line: &str) -> bool {
    name::begins_as_office(line)
}
