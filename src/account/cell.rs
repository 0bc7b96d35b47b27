//! A cell of a table, or a paragraph: a value, how it looks, how many columns it takes.

use crate::points::{Points, RoundingMode, spelled};
use crate::text::Lang;

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of a cell, and any may go with any other")]
pub struct Look {
    /// Letters.
    pub letters: Letters,
    /// Whether the text stands upright.
    pub upright: bool,
    /// Whether lines stand around it.
    pub boxed: bool,
    /// Steps that the text is moved in.
    pub indent: u8,
    /// What its colour says.
    pub tone: Tone,
    /// Where the text stands.
    pub align: Align,
    /// Size of the font in points, where it isn't that of all text.
    pub size: Option<u32>,
    /// Decimals of a number.
    pub decimals: Option<u8>,
    /// Whether a number is followed by ` %`.
    pub percent: bool,
    /// Whether a number above 0 has its sign, too.
    pub signed: bool,
    /// How a number stands to the one before it.
    pub trend: Trend,
}

/// How a number stands to the one before it: an arrow says so where colours can't be told from each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trend {
    /// As before, or with none before it.
    None,
    /// Above it.
    Up,
    /// Below it.
    Down,
}

impl Trend {
    /// Gives the arrow that stands before the number.
    pub const fn arrow(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Up => "▲ ",
            Self::Down => "▼ ",
        }
    }
}

/// Letters of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letters {
    /// Plain.
    Plain,
    /// Bold.
    Bold,
    /// Slanted.
    Italic,
    /// Bold and slanted.
    BoldItalic,
}

impl Letters {
    /// Tells whether they are bold.
    pub const fn is_bold(self) -> bool {
        matches!(self, Self::Bold | Self::BoldItalic)
    }

    /// Tells whether they are slanted.
    pub const fn is_italic(self) -> bool {
        matches!(self, Self::Italic | Self::BoldItalic)
    }
}

/// What the colour of a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Paper.
    None,
    /// Heading of a table.
    Heading,
    /// Area, sum, mean.
    Area,
    /// Criterion with children.
    Group,
    /// Error.
    Bad,
    /// Warning, or a thing for the council to decide.
    Odd,
    /// As it should be; chosen.
    Good,
    /// Does not count.
    Out,
    /// Paper, with the ink of an alarm.
    Alarm,
}

/// Where a text stands in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// Left.
    Left,
    /// In the middle.
    Centre,
}

/// Cell of a row: a value, how it looks, and how many columns it takes.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// How it looks.
    pub look: Look,
    /// How many columns it takes.
    pub span: u16,
}

/// What a cell holds.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing.
    Blank,
    /// Text, shown as it is.
    Text(String),
    /// A number, rounded already.
    Number(Points),
}

/// Look of running text.
const PLAIN: Look = Look {
    letters: Letters::Plain,
    upright: false,
    boxed: true,
    indent: 1,
    tone: Tone::None,
    align: Align::Left,
    size: None,
    decimals: None,
    percent: false,
    signed: false,
    trend: Trend::None,
};

/// Makes a cell of text, which stays text whatever it begins with.
pub fn text(text: impl Into<String>) -> Cell {
    Cell { value: Value::Text(text.into()), look: PLAIN, span: 1 }
}

/// Makes a cell of text in the middle.
pub fn centre(words: impl Into<String>) -> Cell {
    text(words).align(Align::Centre)
}

/// Makes an empty cell.
pub fn blank() -> Cell {
    Cell { value: Value::Blank, look: PLAIN, span: 1 }
}

/// Makes a cell of a number that was rounded already, shown with so many decimals, in the middle.
pub fn number(value: &Points, decimals: u8) -> Cell {
    Cell { value: Value::Number(value.clone()), look: Look { decimals: Some(decimals), align: Align::Centre, ..PLAIN }, span: 1 }
}

/// Makes a cell of a whole number, in the middle.
pub fn count(number_of: usize) -> Cell {
    let value = i64::try_from(number_of).map(Points::from).unwrap_or_default();
    number(&value, 0)
}

impl Cell {
    /// Gives what stands in it, as it is read.
    pub fn words(&self, lang: Lang) -> String {
        match &self.value {
            Value::Blank => String::new(),
            Value::Text(words) => words.clone(),
            Value::Number(number) => {
                let sign = if self.look.signed && number.is_positive() { "+" } else { "" };
                let percent = if self.look.percent { "%" } else { "" };
                // A number of a cell is rounded already, to the decimals that it is shown with.
                let arrow = self.look.trend.arrow();
                format!(
                    "{arrow}{sign}{}{percent}",
                    spelled(&number.fixed(self.look.decimals.unwrap_or_default(), RoundingMode::HalfUp), lang)
                )
            }
        }
    }

    /// Makes it bold.
    pub const fn bold(mut self) -> Self {
        self.look.letters = Letters::Bold;
        self
    }

    /// Makes it slanted.
    pub const fn italic(mut self) -> Self {
        self.look.letters = if self.look.letters.is_bold() { Letters::BoldItalic } else { Letters::Italic };
        self
    }

    /// Turns the text upwards.
    pub const fn upright(mut self) -> Self {
        self.look.upright = true;
        self
    }

    /// Moves it in by so many steps.
    pub const fn indent(mut self, steps: u8) -> Self {
        self.look.indent = steps;
        self
    }

    /// Takes the lines around it away.
    pub const fn open(mut self) -> Self {
        self.look.boxed = false;
        self.look.indent = 0;
        self
    }

    /// Says something by its colour.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.look.tone = tone;
        self
    }

    /// Sets where the text stands.
    pub const fn align(mut self, align: Align) -> Self {
        self.look.align = align;
        self
    }

    /// Sets the size of the font in points.
    pub const fn size(mut self, size: u32) -> Self {
        self.look.size = Some(size);
        self
    }

    /// Writes ` %` behind its number.
    pub const fn percent(mut self) -> Self {
        self.look.percent = true;
        self
    }

    /// Writes a sign before a number above 0, too.
    pub const fn signed(mut self) -> Self {
        self.look.signed = true;
        self
    }

    /// Says by an arrow how its number stands to the one before it.
    pub const fn trend(mut self, trend: Trend) -> Self {
        self.look.trend = trend;
        self
    }

    /// Lets it take so many columns.
    pub const fn span(mut self, span: u16) -> Self {
        self.span = span;
        self
    }
}
