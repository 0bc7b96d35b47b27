//! What a unit declared the year before, as its form shows it beside this year's cells.

use std::collections::BTreeMap;

use crate::criteria::CriteriaSet;
use crate::figure::{Choice, CriterionId, Input, InputId, InputKind, date_in};
use crate::points::Points;
use crate::rule::{NO_WORDS, YES_WORDS};
use crate::text::{Lang, said};

/// Figures of the year before.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LastYear {
    /// Year.
    pub year: i16,
    /// Name of the unit that declared them, where it is another one than the form is of: before a split or a merger.
    pub unit: Option<String>,
    /// Figures by criterion and input, as machines read them: `95.73`, `2018-10-11`, `true`.
    pub figures: BTreeMap<CriterionId, BTreeMap<String, String>>,
}

impl LastYear {
    /// Says what was declared for an input: “năm 2024: 1.190”, with the unit where it was another one; nothing where nothing was,
    /// or where it is no answer to what is asked today.
    pub fn says(&self, criterion: &CriterionId, input: &Input, choices: &[Choice], lang: Lang) -> Option<String> {
        let declared = self.figures.get(criterion)?.get(input.id.as_str())?;
        let words = words(input.kind, declared, choices, lang)?;
        let year = self.year;
        let unit = self.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
        Some(said!(lang, "năm {year}{unit}: {words}", "{year}{unit}: {words}"))
    }

    /// Says the same of a figure that the set asks once: it was declared at any of the leaves that name it.
    pub fn says_once(&self, set: &CriteriaSet, input: &Input, lang: Lang) -> Option<String> {
        set.naming(&input.id).find_map(|(criterion, _)| self.says(&criterion.id, input, &[], lang))
    }

    /// Gives figures one by one: criterion, input, value.
    pub fn each(&self) -> impl Iterator<Item = (&CriterionId, InputId, &str)> {
        self.figures.iter().flat_map(|(criterion, figures)| {
            figures.iter().map(move |(input, value)| (criterion, InputId::new(input.as_str()), value.as_str()))
        })
    }
}

/// Says a figure as a form does; nothing where it does not fit the kind of the input.
fn words(kind: InputKind, declared: &str, choices: &[Choice], lang: Lang) -> Option<String> {
    let no = declared == "no";
    match kind {
        InputKind::Count | InputKind::Points => Some(Points::parse(declared)?.plain_in(lang)),
        InputKind::Percent => Some(format!("{}%", Points::parse(declared)?.plain_in(lang))),
        InputKind::Date if no => Some(lang.word("không ban hành", "not issued").to_owned()),
        InputKind::Date => Some(date_in(declared.parse().ok()?, lang)),
        InputKind::YesNo => Some(if declared.parse().ok()? { YES_WORDS } else { NO_WORDS }.get(lang).to_owned()),
        InputKind::Choice => Some(choices.iter().find(|choice| choice.id == declared)?.label.clone()),
        InputKind::Text => Some(declared.to_owned()),
    }
}
