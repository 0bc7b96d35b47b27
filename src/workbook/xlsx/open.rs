//! A cell of a sheet while it is read: what it says of itself, and the text of its parts.

use std::borrow::Cow;

use super::written::letters;
use crate::workbook::links;
use crate::workbook::rich_text::RichTextReader;
use crate::workbook::xml::Element;

/// Cell that is being read.
#[derive(Default)]
pub struct Open<'x> {
    /// Address as written, where it is none.
    pub nowhere: Option<String>,
    /// Row and column, from 0.
    pub at: (u32, u32),
    /// Number of its look.
    pub style: usize,
    /// What its value is.
    pub kind: Kind,
    /// Text of `<v>`.
    pub value: Option<Cow<'x, str>>,
    /// Text of `<f>`.
    pub formula: Option<Formula<'x>>,
    /// Text of `<is>`.
    pub inline: Option<RichTextReader>,
    /// Whether a part that a cell has once stands in it again.
    pub repeated: bool,
    part: Part,
}

/// What the value of a cell is, as the cell says.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    #[default]
    Number,
    /// The number of a shared text.
    Shared,
    /// Text that a formula gave.
    Given,
    /// Text in the cell itself.
    Inline,
    /// TRUE or FALSE.
    Bool,
    /// An error of Excel's own.
    Error,
    /// A day.
    Day,
    /// Nothing that is known.
    Unknown,
}

impl Kind {
    /// Reads the attribute of a cell.
    pub fn named(name: &str) -> Self {
        match name {
            "" | "n" => Self::Number,
            "s" => Self::Shared,
            "str" => Self::Given,
            "inlineStr" | "is" => Self::Inline,
            "b" => Self::Bool,
            "e" => Self::Error,
            "d" => Self::Day,
            _ => Self::Unknown,
        }
    }
}

/// Text of a formula. Hardly any is looked at.
pub enum Formula<'x> {
    /// As it stands in the XML, with references for letters.
    Written(&'x str),
    /// As people read it.
    Read(String),
}

impl Formula<'_> {
    /// Gives it as people read it.
    pub fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Written(written) => letters(written),
            Self::Read(read) => read.into(),
        }
    }

    /// Gives the address of a formula that is nothing but a link.
    pub fn link(&self) -> Option<String> {
        // No reference stands for a letter of its name.
        let read = match self {
            Self::Written(written) => *written,
            Self::Read(read) => read,
        };
        links::is_formula(read).then(|| links::of_formula(&self.words())).flatten()
    }
}

/// Part of a cell that is being read.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    #[default]
    None,
    Value,
    Formula,
    Inline,
}

impl Open<'_> {
    /// Begins a cell at a place, from 0.
    pub fn standing(row: u32, column: u32) -> Self {
        Self { at: (row, column), ..Self::default() }
    }
}

impl Open<'static> {
    /// Takes an element in it that begins.
    pub fn start(&mut self, name: &str, element: &Element<'_>) {
        match (name, self.part) {
            (_, Part::Inline) => {
                if let Some(text) = &mut self.inline {
                    text.start(element);
                }
            }
            ("v", Part::None) => {
                self.repeated |= self.value.is_some();
                self.part = Part::Value;
                self.value.get_or_insert_default();
            }
            ("f", Part::None) => {
                self.part = Part::Formula;
                self.formula.get_or_insert_with(|| Formula::Read(String::new()));
            }
            ("is", Part::None) => {
                self.repeated |= self.inline.is_some();
                self.part = Part::Inline;
                self.inline = Some(RichTextReader::default());
            }
            _ => {}
        }
    }

    /// Takes an element in it that ends.
    pub fn end(&mut self, name: &str) {
        match (name, self.part) {
            ("v", Part::Value) | ("f", Part::Formula) | ("is", Part::Inline) => self.part = Part::None,
            (_, Part::Inline) => {
                if let Some(text) = &mut self.inline {
                    text.end(name);
                }
            }
            _ => {}
        }
    }

    /// Takes text.
    pub fn words(&mut self, words: &str) {
        match self.part {
            Part::Value => self.value.get_or_insert_default().to_mut().push_str(words),
            Part::Formula => {
                if let Some(Formula::Read(read)) = &mut self.formula {
                    read.push_str(words);
                }
            }
            Part::Inline => {
                if let Some(text) = &mut self.inline {
                    text.words(words);
                }
            }
            Part::None => {}
        }
    }
}
