//! A cell → the criterion that it names, whatever Excel made of `1.10`.

use std::collections::BTreeSet;

use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::text::fold::{fold, tidy};
use crate::workbook::{Cell, Value};

/// Most bytes of a cell that names criteria.
const LONGEST: usize = 3_000;

/// Tells whether a cell holds more than any that names criteria.
fn is_long(cell: &Cell) -> bool {
    matches!(&cell.value, Value::Text(words) if words.len() > LONGEST)
}

/// What a cell that names a criterion can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// One criterion of the set.
    One(CriterionId),
    /// More than one criterion fits: Excel made a number or a date of the id, a name is that of several, or number and name
    /// are of two.
    Several(Vec<CriterionId>),
    /// No criterion of the set.
    Unknown,
}

impl Named {
    /// Tells what is named where these fit.
    fn among(mut found: Vec<CriterionId>) -> Self {
        match (found.pop(), found.is_empty()) {
            (None, _) => Self::Unknown,
            (Some(one), true) => Self::One(one),
            (Some(last), false) => {
                found.push(last);
                Self::Several(found)
            }
        }
    }
}

/// Finds the criterion that a cell names, by its id, or where there is none such, by its name.
pub fn named(cell: &Cell, set: &CriteriaSet) -> Named {
    if is_long(cell) {
        return Named::Unknown;
    }
    // Nearly every cell holds an id of the set and nothing else, and digits have no other spelling.
    if let Value::Text(words) = &cell.value
        && words.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.')
        && !words.ends_with('.')
        && let Some(criterion) = set.find(&words.as_str().into())
    {
        return Named::One(criterion.id.clone());
    }
    let known = Ids::of(set);
    match &cell.value {
        Value::Text(words) => known.called(&fold(&dotted(words, set).unwrap_or_else(|| words.clone()))),
        // 1.10 became 1.1; 1.20 became 1.2; 2 may be 2 only.
        Value::Number(number) => {
            let plain = number.plain();
            let mut texts = vec![plain.clone()];
            if plain.contains('.') {
                texts.push(format!("{plain}0"));
            }
            known.numbered(&texts)
        }
        // 1.10 became the first of October, or the tenth of January.
        Value::Date(day) => {
            let (day, month, year) = (day.day(), day.month(), day.year().rem_euclid(100));
            known.numbered(&[
                format!("{day}.{month}"),
                format!("{month}.{day}"),
                format!("{day}.{month}.{year}"),
                format!("{day}.{month}.0{year}"),
            ])
        }
        _ => Named::Unknown,
    }
}

/// Ids and names of all criteria and lines of a set.
struct Ids<'s>(Vec<(&'s CriterionId, &'s str)>);

impl<'s> Ids<'s> {
    /// Lists those of a set.
    fn of(set: &'s CriteriaSet) -> Self {
        let criteria = set.walk().into_iter().map(|(_, criterion)| criterion);
        let all = criteria.chain(set.adjustments.iter().map(|line| &line.criterion));
        Self(all.map(|criterion| (&criterion.id, criterion.name.as_str())).collect())
    }

    /// Finds what has one of these numbers.
    fn numbered(&self, texts: &[String]) -> Named {
        let fits = |(id, _): &&(&CriterionId, &str)| texts.iter().any(|text| is(id, text));
        Named::among(self.0.iter().filter(fits).map(|(id, _)| (*id).clone()).collect())
    }

    /// Finds what has this name, folded.
    fn with_name(&self, name: &str) -> Vec<CriterionId> {
        self.0.iter().filter(|(_, own)| fold(own) == name).map(|(id, _)| (*id).clone()).collect()
    }

    /// Finds what folded words name: a number, a name, or a number and what stands behind it.
    fn called(&self, whole: &str) -> Named {
        let first = code(whole);
        match self.numbered(std::slice::from_ref(&first)) {
            Named::Unknown => Named::among(self.with_name(whole)),
            Named::One(id) => {
                let behind = whole.split_once(first.as_str()).map_or("", |(_, behind)| behind);
                self.with_words_behind(id, &fold(behind.trim_start_matches(|c: char| !c.is_alphanumeric())))
            }
            several @ Named::Several(_) => several,
        }
    }

    /// Holds a number to what stands behind it: "1.1 Kiểm tra", where "Kiểm tra" is another criterion's name, says two things.
    fn with_words_behind(&self, id: CriterionId, behind: &str) -> Named {
        // Most cells hold the number alone, or with the criterion's own name: no other is looked for then.
        let is_own = |name: &str| self.0.iter().any(|(of, own)| **of == id && fold(own) == name);
        if behind.is_empty() || is_own(behind) {
            return Named::One(id);
        }
        // “1.3, 2.3” and “1.3 và 2.3” name two.
        let second = code(behind.trim_start_matches("và ").trim_start_matches(&fold("và")).trim_start());
        if let Named::One(other) = self.numbered(std::slice::from_ref(&second))
            && other != id
            && behind.starts_with(|c: char| c.is_ascii_digit() || c == 'v')
        {
            return Named::Several(vec![id, other]);
        }
        // “1.3; 9.9”: nothing tells what the second one is.
        if is_dotted(&second) {
            return Named::Unknown;
        }
        let others = self.with_name(behind);
        if others.is_empty() { Named::One(id) } else { Named::Several([vec![id], others].concat()) }
    }
}

/// Reads several ids of the set in one cell, each written out: `1.1; 1.2`, `1.1 và 1.2`. Excel makes no such cell of one id.
pub fn several(cell: &Cell, set: &CriteriaSet) -> Option<Vec<CriterionId>> {
    let Value::Text(words) = &cell.value else { return None };
    if is_long(cell) {
        return None;
    }
    if dotted(words, set).is_some() {
        return None;
    }
    let parts = words.split([';', ',', '+', '&', '\n']).flat_map(|part| part.split(" và ")).map(tidy).filter(|part| !part.is_empty());
    let one = |part: String| match named(&Cell::text(part.clone()), set) {
        Named::One(id) if is_code(&part) => Some(id),
        _ => None,
    };
    let ids: BTreeSet<CriterionId> = parts.map(one).collect::<Option<_>>()?;
    (ids.len() > 1).then(|| ids.into_iter().collect())
}

/// Tells whether words are a number of a criterion, with or without the word for it, and nothing else.
fn is_code(words: &str) -> bool {
    let folded = fold(words);
    let rest = ["tiêu chí", "tc"].iter().find_map(|word| folded.strip_prefix(&fold(word))).unwrap_or(&folded);
    let rest = rest.trim().trim_end_matches(['.', ')', ':']);
    !rest.is_empty() && !rest.contains(char::is_whitespace) && rest.contains(|c: char| c.is_ascii_digit())
}

/// Tells whether folded text is an id.
fn is(id: &CriterionId, folded: &str) -> bool {
    let id = id.as_str();
    if id.is_ascii() { id.eq_ignore_ascii_case(folded) } else { fold(id) == folded }
}

/// Tells whether words are numbers with full stops between them, as ids are.
fn is_dotted(words: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    words.contains('.') && words.split('.').all(digits)
}

/// Gives the id that a number with commas between its parts is, `1,1`, where the set has it and its parts are not leaves of
/// their own.
fn dotted(words: &str, set: &CriteriaSet) -> Option<String> {
    let tidied = tidy(words);
    let digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !tidied.contains(',') || !tidied.split(',').all(digits) {
        return None;
    }
    let id = tidied.replace(',', ".");
    let is_leaf = |part: &str| set.find(&part.into()).is_some_and(|criterion| criterion.leaf().is_some());
    (set.find(&id.as_str().into()).is_some() && !tidied.split(',').all(is_leaf)).then_some(id)
}

/// Takes the id out of folded text: `tieu chi 3.1.`, `3.1 - ho so …` and `3.1` are all `3.1`.
fn code(folded: &str) -> String {
    let rest = ["tiêu chí", "tc"].iter().find_map(|word| folded.strip_prefix(&fold(word))).unwrap_or(folded).trim_start();
    let first = rest.split([' ', ':', ';']).next().unwrap_or_default();
    tidy(first).trim_end_matches(['.', ')', '-', ',']).to_owned()
}
