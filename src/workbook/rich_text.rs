//! Text in runs, each with a look of its own: what of it is struck out, and what is left.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::cell::Struck;
use super::xml::{Element, local};

/// Text of a cell, run by run.
#[derive(Clone, Debug, Default)]
pub(super) struct RichText {
    /// All of it.
    words: String,
    /// Where each run ends in it, and whether it is struck out; `None` looks as the cell does.
    runs: Vec<(usize, Option<bool>)>,
}

/// Text of a cell as it looks there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// What is left of it; all of it where all is struck out.
    pub kept: String,
    /// What is struck out.
    pub struck_words: String,
    /// How much that is.
    pub struck: Struck,
}

impl RichText {
    /// Makes a text without runs, as it stands in the file.
    pub fn plain(written: &str) -> Self {
        Self { words: unescaped(written).into_owned(), runs: Vec::new() }
    }

    /// Adds a run.
    pub fn push(&mut self, words: &str, struck: Option<bool>) {
        if self.runs.is_empty() {
            // Most text has no looks of its own, and then no list of them.
            self.runs.extend((struck.is_some() && !self.words.is_empty()).then_some((self.words.len(), None)));
        }
        self.words.push_str(words);
        match self.runs.last_mut() {
            Some((end, same)) if *same == struck => *end = self.words.len(),
            None if struck.is_none() => {}
            _ => self.runs.push((self.words.len(), struck)),
        }
    }

    /// Gives all of it.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Reads it in a cell that is struck out itself, or not.
    pub fn read(&self, cell_struck: bool) -> Read {
        if self.runs.is_empty() {
            let struck_words = if cell_struck { self.words.clone() } else { String::new() };
            return Read { kept: self.words.clone(), struck_words, struck: if cell_struck { Struck::Whole } else { Struck::No } };
        }
        let (mut kept, mut struck_words) = (String::new(), String::new());
        let mut from = 0;
        for (end, struck) in &self.runs {
            let run = self.words.get(from..*end).unwrap_or_default();
            from = *end;
            if struck.unwrap_or(cell_struck) { struck_words.push_str(run) } else { kept.push_str(run) }
        }
        if struck_words.trim().is_empty() {
            return Read { kept: self.words.clone(), struck_words: String::new(), struck: Struck::No };
        }
        if kept.trim().is_empty() {
            return Read { kept: self.words.clone(), struck_words, struck: Struck::Whole };
        }
        Read { kept, struck_words, struck: Struck::Part }
    }
}

/// Reader of text in runs, as .xlsx writes it: `<t>` alone, or `<r>` with the look of its run. How a word is pronounced
/// (`<rPh>`) is no part of it.
#[derive(Default)]
pub(super) struct RichTextReader {
    text: RichText,
    /// Whether the run is struck out, where it says so.
    struck: Option<bool>,
    /// Whether the run stands above the line, as the mark of a footnote does.
    raised: bool,
    in_look: bool,
    in_text: bool,
    /// Depth inside of what is pronounced.
    aside: usize,
    run: String,
}

impl RichTextReader {
    /// Takes an element that begins.
    pub fn start(&mut self, element: &Element<'_>) {
        match element.local() {
            "rPh" => self.aside += 1,
            _ if self.aside > 0 => {}
            "r" => (self.struck, self.raised) = (None, false),
            "vertAlign" if self.in_look => self.raised = element.get("val").as_deref() == Some("superscript"),
            // A run with a look of its own has all of it.
            "rPr" => (self.in_look, self.struck, self.raised) = (true, Some(false), false),
            "strike" if self.in_look => self.struck = Some(is_on(element)),
            "t" => self.in_text = true,
            _ => {}
        }
    }

    /// Takes an element that ends.
    pub fn end(&mut self, name: &str) {
        match local(name) {
            "rPh" => self.aside = self.aside.saturating_sub(1),
            _ if self.aside > 0 => {}
            "rPr" => self.in_look = false,
            "t" => {
                self.in_text = false;
                let mut run = unescaped(&self.run);
                if self.raised {
                    run = run.chars().map(raised).collect();
                }
                if !run.is_empty() {
                    self.text.push(&run, self.struck);
                }
                self.run.clear();
            }
            "r" => (self.struck, self.raised) = (None, false),
            _ => {}
        }
    }

    /// Takes text.
    pub fn words(&mut self, words: &str) {
        if self.in_text && self.aside == 0 {
            self.run.push_str(words);
        }
    }

    /// Gives what was read.
    pub fn finish(self) -> RichText {
        self.text
    }
}

/// Gives a figure as it looks above the line: 4 with a footnote 1 is not 41.
pub(super) const fn raised(letter: char) -> char {
    match letter {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    }
}

/// Tells whether an element that switches something switches it on.
pub(super) fn is_on(element: &Element<'_>) -> bool {
    element.get("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
}

/// Reads Excel's own escapes of letters that XML does not have: `_x000D_`.
pub(super) fn unescaped(words: &str) -> Cow<'_, str> {
    let bytes = words.as_bytes();
    if !memchr_iter(b'_', bytes).any(|at| bytes.get(at + 1) == Some(&b'x')) {
        return words.into();
    }
    let mut units: Vec<u16> = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some(letter) = rest.chars().next() {
        let code = rest.strip_prefix("_x").and_then(|after| after.get(..4).filter(|_| after.get(4..5) == Some("_")));
        let code =
            code.filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit())).and_then(|code| u16::from_str_radix(code, 16).ok());
        if let Some(code) = code {
            units.push(code);
            rest = rest.get(7..).unwrap_or_default();
        } else {
            units.extend(letter.encode_utf16(&mut [0; 2]).iter());
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    String::from_utf16_lossy(&units).into()
}
