//! The units of a campaign by the names that people call them: in letterheads, tables and file names.
//!
//! A name is compared by its words: `UBND` and `Ủy ban nhân dân` are one, as are `P.` and `phường`, `&` and `và`;
//! punctuation and line breaks don't count. Words of rank may be missing, and a district or province may stand behind the
//! name, where exactly one unit fits. A name that is merely a part of a longer one names nobody.
//!
//! Source: [meanings](crate#meanings) 37.

mod name;
mod remembered;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::name::{Fit, Name, Spelling};
use self::remembered::Remembered;
use crate::assessment::Unit;
use crate::text::fold::{bare, fold, start};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    units: Vec<Unit>,
    exact: Index,
    bare: Index,
    /// Unit of every id, folded.
    ids: BTreeMap<String, usize>,
    /// The words of every id with its unit, each under the first of them: names of files are full of words.
    id_words: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    nobody: Vec<Name>,
    /// What lines were taken for, each as a whole name.
    called: Remembered,
    /// What lines were taken for, as sentences.
    mentioned: Remembered,
    /// Which lines were taken for an office that is nobody's.
    offices: Remembered,
}

/// Names in one spelling, each under the first word of the name proper.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Index {
    spelling: Spelling,
    by_first_word: BTreeMap<String, Vec<(Name, usize)>>,
}

impl Roster {
    /// Takes the names of units, and of offices that are not units here.
    pub fn new<'o>(units: &[Unit], offices: impl IntoIterator<Item = &'o str>) -> Self {
        let ids = units.iter().enumerate().map(|(n, unit)| (fold(unit.id.as_str()), n)).collect();
        let mut id_words: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (n, unit) in units.iter().enumerate() {
            let words = name::plain_words(unit.id.as_str());
            if let Some(first) = words.first().cloned() {
                id_words.entry(first).or_default().push((words, n));
            }
        }
        let nobody = offices.into_iter().map(|name| Name::new(name, Spelling::Exact)).filter(|name| !name.is_empty()).collect();
        let (exact, bare) = (Index::new(units, Spelling::Exact), Index::new(units, Spelling::Bare));
        Self {
            units: units.to_vec(),
            exact,
            bare,
            ids,
            id_words,
            nobody,
            called: Remembered::default(),
            mentioned: Remembered::default(),
            offices: Remembered::default(),
        }
    }

    /// Most bytes of words that are looked at as a whole name: longer ones are nobody's.
    const LONGEST_NAME: usize = 1_000;
    /// Most bytes of running words in which names are looked for.
    const LONGEST_LINE: usize = 4_000;

    /// Tells whether words are the whole name of the office that runs the campaign, or of its superior.
    pub fn is_office(&self, words: &str) -> bool {
        if words.len() > Self::LONGEST_NAME {
            return false;
        }
        let found = || {
            let called = Name::new(words, Spelling::Exact);
            let fits = |name: &Name| name.fit(&called).is_some_and(|fit| fit <= Fit::WithPlace);
            self.nobody.iter().position(fits).into_iter().collect()
        };
        !self.offices.or_find(words, found).is_empty()
    }

    /// Finds the unit whose whole name the words are; diacritics may be left out where one unit alone is meant then.
    pub fn called(&self, words: &str) -> Named<'_> {
        if words.len() > Self::LONGEST_NAME {
            return Named::Nobody;
        }
        let found = |words: &str| {
            let exact = self.exact.called(words, Fit::WithoutRank);
            if exact.is_empty() { self.bare.called(words, Fit::WithoutRank) } else { exact }
        };
        let units = self.called.or_find(words, || {
            let units = found(words);
            if units.is_empty() { name::as_office(words).map(|words| found(&words)).unwrap_or_default() } else { units }
        });
        self.named(units)
    }

    /// Gives the unit that an office is, by its whole name, with the place behind it or without; `None` where it is none of them, or may
    /// be several.
    pub fn unit_of(&self, office: &str) -> Option<&Unit> {
        let units = self.exact.called(office, Fit::WithPlace);
        self.named(units).one()
    }

    /// Finds the unit that a cell of a table names: by its id, else by its whole name.
    pub fn called_or_numbered(&self, words: &str) -> Named<'_> {
        match self.ids.get(&fold(start(words, Self::LONGEST_NAME))) {
            Some(unit) => self.named(vec![*unit]),
            None => match self.called(words) {
                Named::Nobody => self.called(without_number(words)),
                found => found,
            },
        }
    }

    /// Tells whether words are the name of an office that is none of the unit's names, nor like one of them.
    pub fn is_another_office(&self, words: &str, unit: &str) -> bool {
        let Some(unit) = self.ids.get(&fold(unit)).and_then(|unit| self.units.get(*unit)) else { return false };
        let words = start(words, Self::LONGEST_NAME);
        let called = Name::new(words, Spelling::Bare);
        let like = |name: &String| Name::new(name, Spelling::Bare).resembles(&called);
        begins_as_office(words) && !std::iter::once(&unit.name).chain(&unit.aliases).any(like)
    }

    /// Finds the units whose names stand in a sentence or title, each as a whole: not as a part of a longer name.
    pub fn mentioned(&self, words: &str) -> Named<'_> {
        let words = start(words, Self::LONGEST_LINE);
        self.named(self.mentioned.or_find(words, || self.exact.within(name::marked_words(words, Spelling::Exact))))
    }

    /// Finds the units of which words speak in any way, also as a part of a longer name.
    pub fn spoken_of(&self, words: &str) -> Named<'_> {
        let words = start(words, Self::LONGEST_LINE);
        self.named(self.exact.spoken_of(&name::words(words, Spelling::Exact)))
    }

    /// Finds the unit that a file's name names, by its id or its whole name, diacritics or not.
    ///
    /// Of a file that one hands in for another it can't be told whose it is.
    pub fn in_file_name(&self, file: &str) -> Named<'_> {
        match self.said_in_file_name(file) {
            Named::One(_) if is_for_another(file) => Named::Nobody,
            named => named,
        }
    }

    /// Finds them, whatever else the name says.
    fn said_in_file_name(&self, file: &str) -> Named<'_> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let plain = name::plain_words(stem);
        let ids = plain.iter().filter_map(|word| self.id_words.get(word)).flatten();
        let by_id: Vec<(usize, usize)> = ids.filter(|(id, _)| name::stands_alone(&plain, id)).map(|(id, unit)| (id.len(), *unit)).collect();
        if let Some(longest) = by_id.iter().map(|(length, _)| *length).max() {
            return self.named(by_id.into_iter().filter(|(length, _)| *length == longest).map(|(_, unit)| unit).collect());
        }
        let words = stem.replace(['_', '-', '.'], " ");
        match self.called(&words) {
            Named::Nobody => self.named(self.bare.within(name::marked_words(&words, Spelling::Bare))),
            named => named,
        }
    }

    /// Gives the units of a list, each once.
    fn named(&self, mut found: Vec<usize>) -> Named<'_> {
        let mut seen = BTreeSet::new();
        found.retain(|unit| seen.insert(*unit));
        let units: Vec<&Unit> = found.into_iter().filter_map(|unit| self.units.get(unit)).collect();
        match units.as_slice() {
            [] => Named::Nobody,
            [one] => Named::One(one),
            _ => Named::Several(units),
        }
    }
}

/// Words of a file that one hands in for another, bare.
const FOR_ANOTHER: [&str; 5] = ["nop thay", "gui thay", "lam thay", "ke khai thay", "cham thay"];
/// The same, which are other words without their marks: `hộ`, `hồ`.
const ON_BEHALF: [&str; 3] = ["nộp hộ", "gửi hộ", "làm hộ"];

/// Tells whether the name of a file says that it is handed in for another unit.
fn is_for_another(file: &str) -> bool {
    let words =
        |text: &str| format!(" {} ", text.replace(['_', '-', '.', ',', '(', ')'], " ").split_whitespace().collect::<Vec<_>>().join(" "));
    let (plain, marked) = (words(&bare(file)), words(&fold(file)));
    let says = |text: &str, said: &str| text.contains(&format!(" {said} "));
    FOR_ANOTHER.iter().any(|said| says(&plain, said)) || ON_BEHALF.iter().any(|said| says(&marked, &fold(said)))
}

impl Index {
    /// Takes the names of units.
    fn new(units: &[Unit], spelling: Spelling) -> Self {
        let mut by_first_word: BTreeMap<String, Vec<(Name, usize)>> = BTreeMap::new();
        for (n, unit) in units.iter().enumerate() {
            for name in std::iter::once(&unit.name).chain(&unit.aliases) {
                let name = Name::new(name, spelling);
                if let Some(first) = name.first().cloned() {
                    by_first_word.entry(first).or_default().push((name, n));
                }
            }
        }
        Self { spelling, by_first_word }
    }

    /// Lists the units whose whole name the words are, those that fit best and at least so well.
    fn called(&self, words: &str, least: Fit) -> Vec<usize> {
        let called = Name::new(words, self.spelling);
        let known = called.first().and_then(|first| self.by_first_word.get(first)).map_or(&[][..], Vec::as_slice);
        let fits = known.iter().filter_map(|(name, unit)| Some((name.fit(&called)?, *unit)));
        let fits: Vec<(Fit, usize)> = fits.filter(|(fit, _)| *fit <= least).collect();
        let best = fits.iter().map(|(fit, _)| *fit).min();
        fits.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, unit)| unit).collect()
    }

    /// Finds names in running words, also where longer names go on around them.
    fn spoken_of(&self, text: &[String]) -> Vec<usize> {
        let known = |at: usize, word: &String| {
            let names = self.by_first_word.get(word).into_iter().flatten();
            names.filter(move |(name, _)| name.stands_at(text, at, self.spelling).is_some()).map(|(_, unit)| *unit)
        };
        text.iter().enumerate().flat_map(|(at, word)| known(at, word)).collect()
    }

    /// Finds whole names in running words; of names that overlap the longest counts.
    fn within(&self, text: Vec<name::Word>) -> Vec<usize> {
        let (text, marked): (Vec<String>, Vec<Option<String>>) = text.into_iter().unzip();
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        for (at, word) in text.iter().enumerate() {
            for (name, unit) in self.by_first_word.get(word).into_iter().flatten() {
                let place = name.place(&text, at, self.spelling);
                let place = place.filter(|place| marked.get(at..place.end).is_some_and(|marked| name.may_be(marked)));
                found.extend(place.map(|place| (place, *unit)));
            }
        }
        let inside = |place: &Range<usize>| {
            found.iter().any(|(other, _)| other.len() > place.len() && other.start <= place.start && place.end <= other.end)
        };
        found.iter().filter(|(place, _)| !inside(place)).map(|(_, unit)| *unit).collect()
    }
}

/// Puts a name into one spelling: two names of one spelling can't be told apart.
pub fn in_one_spelling(name: &str) -> String {
    name::words(name, Spelling::Exact).join(" ")
}

/// Tells whether a line begins as names of offices do: with a word of rank, or of a kind of office.
pub fn begins_as_office(line: &str) -> bool {
    name::begins_as_office(line)
}

/// Tells whether two names are of offices of one rank: two communes, two districts.
pub fn are_of_one_rank(one: &str, other: &str) -> bool {
    name::are_of_one_rank(one, other)
}

/// Drops the number that a list puts before a name: `1. UBND xã Tân An`.
fn without_number(words: &str) -> &str {
    let rest = words.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < words.trim_start().len();
    rest.strip_prefix(['.', ')']).filter(|_| numbered).map_or(words, str::trim_start)
}
