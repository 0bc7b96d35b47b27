//! What is known of one document while a text is read.

use crate::assessment::{Evidence, EvidenceDate};
use crate::text::is_web_address;

/// How firmly a text names a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Firmness {
    /// By its kind alone: `Kế hoạch cải cách hành chính năm 2024`.
    Kind,
    /// By something that it can be asked for by: its number, day, file, address.
    Named,
}

/// Document, or several that share what is said of them.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub struct Draft {
    /// Kind as it is spelled out, from and to.
    pub kind: Option<(usize, usize)>,
    /// Type code of that kind.
    pub code: &'static str,
    /// Numbers: several where they share one symbol.
    pub numbers: Vec<String>,
    /// Whether they have a symbol.
    pub full: bool,
    /// Whether digits of its number were left open: `…/KH-UBND`.
    pub unfilled: bool,
    /// Documents before this one that share its day, issuer and title: `12/KH-UBND và 13/KH-UBND ngày …`.
    pub shares: bool,
    /// Days.
    pub days: Vec<EvidenceDate>,
    /// Issuer.
    pub issuer: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Whether the title cites another document by its number.
    pub cites: bool,
    /// Places inside it.
    pub sections: Vec<String>,
    /// Files.
    pub files: Vec<String>,
    /// Addresses.
    pub links: Vec<String>,
    /// Whether it is named as the ground of what follows in its sentence.
    pub basis: bool,
    /// Whether it begins a line or a part of one, as items of a list do.
    pub leads: bool,
}

impl Draft {
    /// Tells whether nothing but a number is known yet.
    pub fn is_bare(&self) -> bool {
        self.days.is_empty()
            && self.issuer.is_none()
            && self.title.is_none()
            && self.sections.is_empty()
            && self.files.is_empty()
            && self.links.is_empty()
    }

    /// Tells how firmly it is named; `None` where nothing is.
    pub fn firmness(&self) -> Option<Firmness> {
        // An address that is none names nothing by itself; alone it is told of.
        let reached = !self.files.is_empty() || self.links.iter().any(|link| self.kind.is_none() || is_web_address(link));
        if self.full || reached {
            return Some(Firmness::Named);
        }
        self.kind.filter(|_| !self.unfilled)?;
        let dated = self.days.iter().any(|day| *day != EvidenceDate::Blank);
        if !self.numbers.is_empty() || dated || self.cites {
            return Some(Firmness::Named);
        }
        self.leads.then_some(Firmness::Kind)
    }

    /// Makes the records: one for each number, and one day for each where there are as many.
    pub fn records(&self, text: &str) -> Vec<Evidence> {
        let mut title = self.title.clone();
        if !self.full {
            // Without its symbol nothing else tells what kind of document it is.
            let kind = self.kind.and_then(|(from, to)| text.get(from..to));
            title = match (kind, title) {
                (Some(kind), Some(title)) => Some(format!("{kind} {title}")),
                (Some(kind), None) => Some(kind.to_owned()),
                (None, title) => title,
            };
        }
        let base = Evidence {
            issuer: self.issuer.clone(),
            title: title.map(|title| title.replace('\n', " ")),
            section: (!self.sections.is_empty()).then(|| self.sections.join(", ").replace('\n', " ")),
            file: (!self.files.is_empty()).then(|| self.files.join("\n")),
            link: self.links.first().cloned(),
            ..Evidence::default()
        };
        let count = self.numbers.len().max(1);
        let one_day = |n: usize| match self.days.as_slice() {
            [] => EvidenceDate::Blank,
            [day] => day.clone(),
            days if days.len() == count => days.get(n).cloned().unwrap_or_default(),
            // Which day is whose is not said.
            days => EvidenceDate::Wrong(days.iter().map(shown).collect::<Vec<_>>().join(", ")),
        };
        let mut records: Vec<Evidence> =
            (0..count).map(|n| Evidence { number: self.numbers.get(n).cloned(), date: one_day(n), ..base.clone() }).collect();
        // Further addresses are documents of their own: a record holds one.
        records.extend(self.links.iter().skip(1).map(|link| Evidence { link: Some(link.clone()), ..Evidence::default() }));
        records
    }
}

/// Writes a day as it is written in Vietnamese.
fn shown(day: &EvidenceDate) -> String {
    match day {
        EvidenceDate::Blank => String::new(),
        EvidenceDate::Day(day) => crate::figure::date_vi(*day),
        EvidenceDate::Wrong(typed) => typed.clone(),
    }
}
