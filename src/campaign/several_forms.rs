//! Several files of one unit: which of them count, and why.
//!
//! Copies count once, files that answer different criteria are joined, of others one counts for a reason that can be told:
//! the campaign names it, or its name or title says so. "The first one" is no reason: without one, none is read.
//!
//! Source: [meanings](crate#meanings) 27.

mod joined;
mod lists;
mod told;

use jiff::civil::DateTime;

use super::content::is_unread;
use crate::assessment::{Answer, AnswerCells, Claim, Content, EvidenceCells, SelfAssessment, Unit};
use crate::finding::{CellPlace, Finding};
use crate::form::Handed;
use crate::intake::{Chosen, Why, choose, is_appraisal, is_of_others, is_own, is_plan, is_withdrawn, sense};
use crate::text::fold::bare;

pub use joined::join;
pub use lists::{add_list, drop_no_place, list_of};
pub use told::sent;

/// Words of names and titles that say nothing of which file counts: what is told of is often the doing of a plan.
const IDLE: [&str; 4] = ["ke hoach", "dang ky", "muc tieu", "phan dau"];

/// One of the files of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// What it says.
    pub form: &'a SelfAssessment,
    /// When it was saved last, where it says so.
    pub saved: Option<DateTime>,
    /// What the form says above its table.
    pub title: &'a str,
    /// What a form of ours holds, and held as a copy.
    pub handed: &'a Handed,
}

/// What came of the files of a unit.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// Which count, by their place in the list: none, one, or several that are joined.
    pub counting: Vec<usize>,
    /// What is to be told.
    pub findings: Vec<Finding>,
}

/// Says which of a unit's files count. `pinned` is the file that the campaign names.
pub fn settle(versions: &[Version<'_>], unit: &Unit, pinned: Option<&str>, year: Option<i16>) -> Settled {
    let mut settled = Settled::default();
    let pinned = match pinned {
        None => None,
        Some(file) => {
            let found = versions.iter().position(|version| is_named(&version.form.file, file));
            if found.is_none() {
                settled.findings.push(told::pin_not_there(file, unit));
                return settled;
            }
            found
        }
    };
    let open = settled.without_untouched(versions, pinned, unit);
    let open = settled.without_copies(&open, versions, pinned, unit);
    let open = settled.without_repeated(&open, versions, pinned, unit);
    let open = if pinned.is_some() { open } else { settled.without_former(&open, versions, unit, year) };
    let at = |places: &[usize]| -> Vec<Version<'_>> { places.iter().filter_map(|n| versions.get(*n)).copied().collect() };
    let all = at(&open);
    if let Some(n) = pinned {
        let left: Vec<_> = open.iter().filter(|other| **other != n).map(|other| (*other, None)).collect();
        if let Some(counts) = versions.get(n).filter(|_| !left.is_empty()) {
            settled.findings.push(told::chosen(counts, told::Reason::Pinned, &told::left(&left, versions), &all, unit));
        }
        settled.counting = vec![n];
    } else if all.len() < 2 {
        settled.counting = open;
    } else {
        let filled = |n: usize| versions.get(n).is_some_and(|version| version.form.content() != Content::Blank);
        let sense_of = |n: &usize| Some((*n, sense(&said(versions.get(*n)?, unit))));
        let (aside, named): (Vec<usize>, Vec<usize>) =
            open.iter().partition(|n| versions.get(**n).is_some_and(|one| why_aside(one, year).is_some()));
        let Chosen { taken, mut left } = choose(&named.iter().filter_map(sense_of).collect::<Vec<_>>(), year, filled);
        left.extend(aside.iter().map(|n| (*n, versions.get(*n).and_then(|one| why_aside(one, year)))));
        // A file of another year, of a plan, or of the council, is no part of this year's form, whatever it answers.
        let none_of_now = |why: &Option<Why>| {
            matches!(why, Some(Why::OtherYear | Why::Planned | Why::Superseded | Why::Partial | Why::Appraisal | Why::OfAnother))
        };
        let of_now: Vec<usize> = open.iter().copied().filter(|n| !left.iter().any(|(other, why)| other == n && none_of_now(why))).collect();
        if of_now.len() > 1 && joined::apart(&at(&of_now)) {
            settled.findings.push(told::joined(&at(&of_now), unit));
            let gone: Vec<_> = left.into_iter().filter(|(_, why)| none_of_now(why)).collect();
            if let Some(counts) = of_now.first().and_then(|n| versions.get(*n)).filter(|_| !gone.is_empty()) {
                settled.findings.push(told::chosen(counts, told::Reason::Says(Why::Rest), &told::left(&gone, versions), &all, unit));
            }
            settled.counting = of_now;
            return settled;
        }
        match taken.and_then(|(n, why)| Some((n, versions.get(n)?, why))) {
            Some((n, counts, why)) if is_unread(counts.form) => {
                settled.findings.push(told::chosen_unread(counts, why, &all, unit));
                settled.counting = vec![n];
            }
            Some((n, counts, why)) => {
                settled.findings.push(told::chosen(counts, told::Reason::Says(why), &told::left(&left, versions), &all, unit));
                settled.counting = vec![n];
            }
            None => settled.findings.push(told::disputed(&all, unit)),
        }
    }
    settled
}

impl Settled {
    /// Leaves out the copies that went back and on which nobody typed anything since, where another form says something, and
    /// tells of them. A file that the campaign names stays.
    fn without_untouched(&mut self, versions: &[Version<'_>], pinned: Option<usize>, unit: &Unit) -> Vec<usize> {
        let another = versions.iter().any(|one| !one.handed.is_untouched() && one.form.content() != Content::Blank);
        let mut open = Vec::new();
        for (n, one) in versions.iter().enumerate() {
            if another && pinned != Some(n) && one.handed.is_untouched() {
                self.findings.push(told::untouched(one, unit));
            } else {
                open.push(n);
            }
        }
        open
    }

    /// Leaves out the forms of which a copy went back and was filled on, and tells of them. A form whose own name or title says
    /// that it counts is no former one.
    fn without_former(&mut self, open: &[usize], versions: &[Version<'_>], unit: &Unit, year: Option<i16>) -> Vec<usize> {
        let counts = |one: &Version<'_>| why_aside(one, year).is_none() && one.form.content() != Content::Blank && !is_unread(one.form);
        let sense_of = |n: usize| Some((n, sense(&said(versions.get(n)?, unit))));
        let mut kept = open.to_vec();
        for (n, former) in open.iter().filter_map(|n| Some((*n, versions.get(*n)?))) {
            let later = open.iter().filter_map(|other| Some((*other, versions.get(*other)?)));
            let mut later = later.filter(|(other, one)| *other != n && one.handed.goes_on(former.handed) && counts(one));
            let Some((other, one)) = later.next() else { continue };
            let said_by_words = choose(&[n, other].into_iter().filter_map(sense_of).collect::<Vec<_>>(), year, |_| true).taken;
            if said_by_words.is_some_and(|(taken, _)| taken == n) {
                continue;
            }
            self.findings.push(told::chosen(one, told::Reason::FilledOn, &[(*former, None)], &[*former, *one], unit));
            kept.retain(|place| *place != n);
        }
        kept
    }

    /// Lists the files that say different things, and tells of copies. A file that the campaign names is nobody's copy.
    fn without_copies(&mut self, there: &[usize], versions: &[Version<'_>], pinned: Option<usize>, unit: &Unit) -> Vec<usize> {
        let said: Vec<SelfAssessment> = versions.iter().map(|version| form_without_places(version.form)).collect();
        let order = pinned.into_iter().chain(there.iter().copied().filter(|n| pinned != Some(*n)));
        let mut open: Vec<usize> = Vec::new();
        for n in order {
            match open.iter().find(|other| said.get(**other) == said.get(n)).and_then(|other| versions.get(*other)).zip(versions.get(n)) {
                Some((original, copy)) => self.findings.push(told::copy(original, copy, unit)),
                None => open.push(n),
            }
        }
        open.sort_unstable();
        open
    }

    /// Leaves out the forms that are not understood and say no more than others do, and tells of them.
    fn without_repeated(&mut self, open: &[usize], versions: &[Version<'_>], pinned: Option<usize>, unit: &Unit) -> Vec<usize> {
        let mut kept = open.to_vec();
        for (n, one) in open.iter().filter_map(|n| Some((*n, versions.get(*n)?))) {
            let others = open.iter().filter_map(|other| versions.get(*other));
            if let Some(other) = others.into_iter().find(|other| pinned != Some(n) && repeats(one.form, other.form)) {
                self.findings.push(told::repeated(other, one, unit));
                kept.retain(|other| *other != n);
            }
        }
        kept
    }
}

/// Tells whether every score of a form that is not understood stands in another one, too.
fn repeats(unread: &SelfAssessment, other: &SelfAssessment) -> bool {
    let same = |id, claim: &Claim| other.answers.get(id).is_some_and(|answer| answer.claim == *claim);
    is_unread(unread) && !is_unread(other) && unread.answers.iter().all(|(id, answer)| same(id, &answer.claim))
}

/// Tells whether a file is the one that a campaign names, with its folder or without.
pub fn is_named(file: &str, named: &str) -> bool {
    let named = named.trim_start_matches("./");
    file == named || file.strip_suffix(named).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
}

/// Tells why a file is no self-assessment of this year: by its name, and by its title where that does not say that the unit
/// scored.
fn why_aside(version: &Version<'_>, year: Option<i16>) -> Option<Why> {
    let stem = told::stem(&version.form.file);
    let titles: Vec<&str> = if is_own(version.title) { Vec::new() } else { version.title.split(" / ").collect() };
    let any = |says: fn(&str) -> bool| std::iter::once(stem).chain(titles.iter().copied()).any(says);
    // A form may be a copy with the title of this year; a name with a later one may tell the day on which it was sent.
    let years = sense(stem).years;
    if year.is_some_and(|year| !years.is_empty() && years.iter().all(|named| *named < year)) {
        return Some(Why::OtherYear);
    }
    if any(is_plan) || is_withdrawn(stem) {
        return Some(Why::Planned);
    }
    if any(is_of_others) {
        return Some(Why::OfAnother);
    }
    any(is_appraisal).then_some(Why::Appraisal)
}

/// Gives what a file's name and the form's title say, bare and without the unit's names: a plan is in some of them.
fn said(version: &Version<'_>, unit: &Unit) -> String {
    // Each by itself: a decision that the name cites says nothing of the title behind it.
    let parts = std::iter::once(told::stem(&version.form.file)).chain(version.title.split(" / "));
    let mut said = parts.map(plain).collect::<Vec<_>>().join(" / ");
    let mut names: Vec<String> = std::iter::once(&unit.name).chain(&unit.aliases).map(|name| plain(name)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.extend(IDLE.map(|words| format!(" {words} ")));
    for name in names.iter().filter(|name| !name.trim().is_empty()) {
        said = said.replace(name.as_str(), " ");
    }
    said
}

/// Makes words bare, with one blank around each.
fn plain(words: &str) -> String {
    let bare = bare(words);
    let words = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// Gives what an answer says, without where it says it.
fn without_places(answer: &Answer) -> Answer {
    let mut answer = Answer { file: None, sheet: None, cells: AnswerCells::default(), ..answer.clone() };
    for evidence in &mut answer.evidence {
        evidence.place = CellPlace::default();
        evidence.cells = EvidenceCells::default();
    }
    answer
}

/// Gives what a form says, without where it says it.
fn form_without_places(form: &SelfAssessment) -> SelfAssessment {
    let mut form = SelfAssessment { file: String::new(), ..form.clone() };
    for answer in form.answers.values_mut() {
        *answer = without_places(answer);
    }
    form
}
