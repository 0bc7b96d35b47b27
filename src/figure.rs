//! Ids, and the figures that a unit declares: what may be typed into an input, and what was.

mod small_map;

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use jiff::Span;
use jiff::civil::Date;

use crate::points::Points;
use crate::text;
use crate::text::{Lang, Text};

pub use small_map::SmallMap;

/// Declares a text id that sorts by the numbers in it: 1.9 before 1.10.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Makes an id of its text.
            pub fn new(id: impl AsRef<str>) -> Self {
                Self(id.as_ref().into())
            }

            /// Gives the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                by_numbers(&self.0, &other.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }
    };
}

id!(
    /// Id of a criterion at any depth, such as `3.1`.
    CriterionId
);
id!(
    /// Id of a named input of a leaf, such as `dung_han`.
    InputId
);
id!(
    /// Id of a unit, such as `so-tai-chinh`.
    UnitId
);
id!(
    /// Id of a group of units that are ranked together.
    GroupId
);
id!(
    /// Id of a criteria set, the name of its folder.
    SetId
);
id!(
    /// Id of an award.
    AwardId
);
id!(
    /// Id of an agency that appraises: `so-tu-phap`.
    AgencyId
);

/// Orders texts by their parts: runs of digits by their number, the rest by its letters.
fn by_numbers(left: &str, right: &str) -> Ordering {
    // Trees of criteria ask this more often than anything else; nearly always the first byte that differs decides.
    at_first_difference(left.as_bytes(), right.as_bytes()).unwrap_or_else(|| part_by_part(left, right))
}

/// Orders texts as [`part_by_part`] does, by what stands where they first differ; `None` where zeros stand before a number,
/// or it is a very large one.
fn at_first_difference(left: &[u8], right: &[u8]) -> Option<Ordering> {
    let same = left.iter().zip(right).take_while(|(one, other)| one == other).count();
    let (Some(one), Some(other)) = (left.get(same), right.get(same)) else { return Some(left.len().cmp(&right.len())) };
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let before = left.get(..same)?.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    match (one.is_ascii_digit(), other.is_ascii_digit()) {
        (false, false) => Some(one.cmp(other)),
        // A run of letters that ends here stands before one that goes on.
        (true, false) if before == 0 && same > 0 => Some(Ordering::Less),
        (false, true) if before == 0 && same > 0 => Some(Ordering::Greater),
        (true, false) | (false, true) if before == 0 => Some(one.cmp(other)),
        _ => {
            let (one, other) = (left.get(same - before..)?, right.get(same - before..)?);
            let (digits, others) = (digits(one), digits(other));
            let plain = |run: &[u8]| run.first() != Some(&b'0');
            let short = digits.max(others) < 19;
            (short && plain(one) && plain(other)).then(|| digits.cmp(&others).then_with(|| one.cmp(other)))
        }
    }
}

/// Orders texts part by part.
fn part_by_part(left: &str, right: &str) -> Ordering {
    let (mut of_left, mut of_right) = (parts(left), parts(right));
    loop {
        let order = match (of_left.next(), of_right.next()) {
            (None, None) => return left.cmp(right),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(one), Some(other)) => match (one.parse::<u64>(), other.parse::<u64>()) {
                (Ok(number), Ok(another)) => number.cmp(&another),
                _ => one.cmp(other),
            },
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Cuts a text into runs of digits and runs of anything else.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let digits = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

/// Kind of a named input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// Whole number of things, 0 or more.
    Count,
    /// Points of percent: 95,73 means 95,73 %.
    Percent,
    /// Number with decimals.
    Points,
    /// Date, or "không" where the thing was never issued.
    Date,
    /// Có / Không.
    YesNo,
    /// One of the choices that the rule names.
    Choice,
    /// Words, for people; no rule computes with them.
    Text,
}

impl InputKind {
    /// Gives the word of YAML.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Points => "points",
            Self::Date => "date",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
            Self::Text => "text",
        }
    }
}

/// Named input of a leaf: a cell to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Id, unique within the leaf.
    pub id: InputId,
    /// What may be typed.
    pub kind: InputKind,
    /// What it asks, in the words of the decision.
    pub label: String,
    /// Unit of measure: hồ sơ, văn bản, %.
    pub measure: Option<String>,
    /// Days that may be typed, for an input of kind date.
    pub days: Days,
    /// Whether it is one of the set's figures, asked once for all leaves that name it.
    pub shared: bool,
}

/// Years before the days that are scored from which a date may be.
const YEARS_BEFORE: i16 = 10;
/// Years after them up to which it may be.
const YEARS_AFTER: i16 = 2;

/// Days that an input of kind date allows: as the set writes them, else from the days that are scored.
///
/// Source: [meanings](crate#meanings) 28.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Days {
    /// First and last day that the set writes.
    written: (Option<Date>, Option<Date>),
    /// First and last day of what is scored: the campaign's period, or without a campaign the set's validity.
    scored: (Option<Date>, Option<Date>),
}

impl Days {
    /// Takes over what a set writes.
    pub const fn written(earliest: Option<Date>, latest: Option<Date>) -> Self {
        Self { written: (earliest, latest), scored: (None, None) }
    }

    /// Sets the first and the last day of what is scored.
    #[must_use]
    pub const fn around(self, first: Option<Date>, last: Option<Date>) -> Self {
        Self { scored: (first, last), ..self }
    }

    /// Gives the first day that is allowed; `None` where any is.
    pub fn earliest(&self) -> Option<Date> {
        self.written.0.or_else(|| self.scored.0?.checked_sub(Span::new().years(YEARS_BEFORE)).ok())
    }

    /// Gives the last day that is allowed; `None` where any is.
    pub fn latest(&self) -> Option<Date> {
        self.written.1.or_else(|| self.scored.1?.checked_add(Span::new().years(YEARS_AFTER)).ok())
    }

    /// Tells whether a day is allowed.
    pub fn allow(&self, day: Date) -> bool {
        self.earliest().is_none_or(|earliest| earliest <= day) && self.latest().is_none_or(|latest| day <= latest)
    }

    /// Says which days are allowed: “từ 01/01/2016 đến 31/12/2028”; empty where all are.
    pub fn words(&self) -> Text {
        let (earliest, latest) = (self.earliest(), self.latest());
        let (from_vi, to_vi) = (earliest.map(date_vi).unwrap_or_default(), latest.map(date_vi).unwrap_or_default());
        match (earliest, latest) {
            (Some(from), Some(to)) => text!("từ {from_vi} đến {to_vi}", "from {from} to {to}"),
            (Some(from), None) => text!("từ {from_vi} trở đi", "from {from} on"),
            (None, Some(to)) => text!("đến {to_vi}", "up to {to}"),
            (None, None) => Text::default(),
        }
    }
}

/// One of the answers that a choice allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Id, unique within the input: what machines read.
    pub id: String,
    /// Wording of the decision: what people pick from the list.
    pub label: String,
}

/// What a unit typed into one input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Nothing. Not the same as 0.
    Blank,
    /// Count, percent or points.
    Number(Points),
    /// Day without a time.
    Date(Date),
    /// "Không" typed for a date: the thing was never issued.
    NotIssued,
    /// Có (true) or Không (false).
    YesNo(bool),
    /// Id of the choice.
    Choice(String),
    /// Text that no rule counts with.
    Text(String),
    /// What could not be understood, as typed. Scores like a blank; a finding of the reader says why.
    Wrong(String),
}

impl Figure {
    /// Tells whether nothing usable was typed: blank or not understood.
    pub const fn is_blank(&self) -> bool {
        matches!(self, Self::Blank | Self::Wrong(_))
    }

    /// Gives the number, where there is one.
    pub const fn number(&self) -> Option<&Points> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Prints what was typed, for machines: `95.73`, `2018-10-11`, `true`. `None` for blank.
    pub fn machine(&self) -> Option<String> {
        match self {
            Self::Blank => None,
            Self::Number(number) => Some(number.plain()),
            Self::Date(date) => Some(date.to_string()),
            Self::NotIssued => Some("no".into()),
            Self::YesNo(yes) => Some(yes.to_string()),
            Self::Choice(words) | Self::Text(words) | Self::Wrong(words) => Some(words.clone()),
        }
    }

    /// Prints what was typed, for people; of one of these choices, its label.
    pub fn words_of(&self, choices: &[Choice]) -> Text {
        match self {
            Self::Choice(id) => Text::same(choices.iter().find(|choice| choice.id == *id).map_or(id, |choice| &choice.label).clone()),
            _ => self.words(),
        }
    }

    /// Prints what was typed, for people.
    pub fn words(&self) -> Text {
        match self {
            Self::Blank => Text::new("(để trống)", "(blank)"),
            Self::Number(number) => Text::new(number.plain_vi(), number.plain()),
            Self::Date(date) => Text::new(date_vi(*date), date.to_string()),
            Self::NotIssued => Text::new("không ban hành", "not issued"),
            Self::YesNo(true) => Text::new("Có", "Yes"),
            Self::YesNo(false) => Text::new("Không", "No"),
            Self::Choice(words) | Self::Text(words) | Self::Wrong(words) => Text::same(words.clone()),
        }
    }
}

/// Figures of one leaf, by input.
pub type Figures = SmallMap<InputId, Figure>;

/// Prints a date for readers of a language: `05/3/2018`; in English as every sentence of the program, `2018-03-05`.
pub fn date_in(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => date_vi(date),
        Lang::En => date.to_string(),
    }
}

/// Prints a date as Vietnamese offices write it, with a zero before days under 10 and before January and February
/// only: `05/3/2018`, `15/01/2019`. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub fn date_vi(date: Date) -> String {
    let zero = if date.month() < 3 { "0" } else { "" };
    format!("{:02}/{zero}{}/{}", date.day(), date.month(), date.year())
}
