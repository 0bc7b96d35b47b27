//! A cell of an .ods: its value, its text run by run, its link and its note.

use super::styles::Styles;
use crate::points::Points;
use crate::text::fold::is_blank;
use crate::workbook::cell::{Cell, Percent, Struck, Value, text_value};
use crate::workbook::links::{of_formula, outside};
use crate::workbook::printed;
use crate::workbook::remarks::Remark;
use crate::workbook::rich_text::{RichText, raised};
use crate::workbook::xml::Element;

/// Cell that is being read.
#[derive(Default)]
pub struct Open {
    kind: String,
    value: String,
    formula: Option<String>,
    error: bool,
    /// Name of its style.
    pub style: Option<String>,
    /// How often it is repeated.
    pub repeats: u32,
    /// Rows that it reaches over.
    pub rows: u32,
    /// Columns that it reaches over.
    pub columns: u32,
    text: RichText,
    paragraphs: usize,
    /// Elements that it stands inside of, each with whether its text is struck out, where it says so, and whether it stands above
    /// the line.
    runs: Vec<(Option<bool>, bool)>,
    /// Depth inside of remarks and drawings, whose text is not the cell's.
    aside: usize,
    link: Option<String>,
    /// Note beside it.
    pub note: Option<Note>,
}

/// Note beside a cell.
#[derive(Default)]
pub struct Note {
    /// What it says.
    pub words: String,
    /// Whether it goes on.
    open: bool,
    /// Whether a paragraph of it does.
    in_words: bool,
}

/// Elements inside a cell whose text is not the cell's.
fn is_aside(name: &str) -> bool {
    name == "office:annotation" || name.starts_with("draw:") || name == "table:table"
}

impl Open {
    /// Begins a cell.
    pub fn new(element: &Element<'_>) -> Self {
        let get = |key: &str| element.get(key);
        let value = ["office:value", "office:date-value", "office:time-value", "office:boolean-value", "office:string-value"];
        Self {
            kind: get("office:value-type").unwrap_or_default(),
            value: value.into_iter().find_map(get).unwrap_or_default(),
            formula: get("table:formula"),
            error: get("calcext:value-type").as_deref() == Some("error"),
            style: get("table:style-name"),
            rows: repeats(get("table:number-rows-spanned")),
            columns: repeats(get("table:number-columns-spanned")),
            repeats: repeats(get("table:number-columns-repeated")),
            ..Self::default()
        }
    }

    /// Tells whether an element that ends is one inside of the cell.
    pub fn is_inside(&self) -> bool {
        self.aside > 0 || !self.runs.is_empty()
    }

    /// Takes an element that begins inside of it.
    pub fn start(&mut self, element: &Element<'_>, styles: &Styles) {
        let name = element.name();
        if is_aside(name) {
            self.aside += 1;
            if name == "office:annotation" && self.aside == 1 {
                self.note = Some(Note { open: true, ..Note::default() });
            }
            return;
        }
        if self.aside > 0 {
            if let Some(note) = self.note.as_mut().filter(|note| note.open) {
                note.start(name);
            }
            return;
        }
        let (struck, raised) = self.runs.last().copied().unwrap_or_default();
        match name {
            "text:p" | "text:h" => {
                if self.paragraphs > 0 {
                    self.text.push("\n", struck);
                }
                self.paragraphs += 1;
            }
            "text:s" => {
                let count = repeats(element.get("text:c")).min(256);
                self.text.push(&" ".repeat(usize::try_from(count).unwrap_or(1)), struck);
            }
            "text:tab" => self.text.push("\t", struck),
            "text:line-break" => self.text.push("\n", struck),
            "text:a" if self.link.is_none() => self.link = element.get("xlink:href").as_deref().and_then(outside),
            _ => {}
        }
        let style = element.get("text:style-name");
        let own = style.as_deref().and_then(|style| styles.strikes(style));
        let above = style.as_deref().and_then(|style| styles.raises(style));
        self.runs.push((own.or(struck), above.unwrap_or(raised)));
    }

    /// Takes an element that ends inside of it.
    pub fn end(&mut self, name: &str) {
        if self.aside == 0 {
            self.runs.pop();
        } else if is_aside(name) {
            self.aside -= 1;
            if name == "office:annotation"
                && let Some(note) = &mut self.note
            {
                note.open = false;
            }
        } else if let Some(note) = self.note.as_mut().filter(|note| note.open) {
            note.in_words &= name != "text:p";
        }
    }

    /// Takes text.
    pub fn words(&mut self, words: &str) {
        if self.aside > 0 {
            if let Some(note) = self.note.as_mut().filter(|note| note.open) {
                note.take(words);
            }
        } else if self.paragraphs > 0 {
            let (struck, above) = self.runs.last().copied().unwrap_or_default();
            if above {
                self.text.push(&words.chars().map(raised).collect::<String>(), struck);
            } else {
                self.text.push(words, struck);
            }
        }
    }

    /// Gives the number of bytes of its text.
    pub fn length(&self) -> usize {
        self.text.words().len()
    }

    /// Makes the cell, and what is to be told of it; `None` where there is nothing in it.
    pub fn cell(&self, struck: bool) -> Option<(Cell, Option<Remark>)> {
        let read = self.text.read(struck);
        let shown = self.text.words();
        // A text beside paragraphs that show nothing of it is the value.
        let words = || {
            if self.paragraphs > 0 && (!is_blank(shown) || is_blank(&self.value)) {
                text_value(read.kept.clone())
            } else {
                text_value(self.value.clone())
            }
        };
        let mut percent = Percent::No;
        let value = if self.error {
            Some(Value::Error(shown.to_owned()))
        } else {
            match self.kind.as_str() {
                "float" | "percentage" | "currency" => {
                    let number = self.value.trim().parse::<f64>().ok().and_then(Points::from_cell);
                    if number.as_ref().is_some_and(|number| !is_blank(shown) && printed::differs(shown, number)) {
                        text_value(shown.to_owned())
                    } else {
                        percent = number.as_ref().map_or(Percent::No, |number| shown_as(number, shown, self.kind == "percentage"));
                        number.map(Value::Number)
                    }
                }
                "date" => match self.value.get(..10).and_then(|day| day.parse().ok()) {
                    Some(day) if printed::hides_day(shown, day) => text_value(shown.to_owned()),
                    Some(day) => Some(Value::Date(day)),
                    None => text_value(shown.to_owned()),
                },
                "boolean" => Some(Value::Bool(self.value == "true")),
                _ => words(),
            }
        };
        // LibreOffice stores a result with every formula; others may not.
        let uncomputed = self.kind.is_empty() && value.is_none();
        // `of:=SUM([.D4:.D9])`: the prefix names the language of formulas.
        let plain = |said: &str| said.split_once(":=").map_or(said, |(_, said)| said).trim_start_matches('=').to_owned();
        let formula = self.formula.as_deref().filter(|_| uncomputed).map(plain);
        let value = formula.map(|formula| Value::Uncomputed(format!("={formula}"))).or(value)?;
        let is_text = matches!(value, Value::Text(_));
        let link = self.link.clone().or_else(|| self.formula.as_deref().and_then(of_formula));
        let struck = match read.struck {
            Struck::Part if !is_text => Struck::No,
            Struck::No if struck => Struck::Whole,
            other => other,
        };
        let mut cell = Cell { value, formula: self.formula.is_some(), percent, link, struck };
        // A paragraph without a word is written where the format shows nothing; a zero that is not shown is a zero.
        let unseen = self.paragraphs > 0 && is_blank(shown) && !cell.is_blank() && cell.value != Value::Number(Points::zero());
        if unseen && matches!(cell.value, Value::Number(_) | Value::Date(_) | Value::Text(_)) {
            let held = cell.shown();
            cell.value = Value::Text(String::new());
            return Some((cell, Some(Remark::Unseen(held))));
        }
        let remark = match struck {
            Struck::Whole if !cell.is_empty() => Some(Remark::Struck(cell.shown())),
            Struck::Part => Some(Remark::PartlyStruck { struck: read.struck_words, kept: read.kept }),
            _ => None,
        };
        Some((cell, remark))
    }
}

impl Note {
    fn start(&mut self, name: &str) {
        if name == "text:p" {
            self.in_words = true;
            if !self.words.is_empty() {
                self.words.push('\n');
            }
        }
    }

    fn take(&mut self, words: &str) {
        if self.in_words {
            self.words.push_str(words);
        }
    }
}

/// Tells how a number is shown as a percentage, by what stands in the cell: its digits are those of the number, or of a
/// hundred of it. Where no text stands there, the kind of the cell decides.
fn shown_as(number: &Points, shown: &str, percentage: bool) -> Percent {
    let shown = shown.trim();
    if shown.is_empty() {
        return if percentage { Percent::OfHundred } else { Percent::No };
    }
    let behind = shown
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .trim_start_matches(|c: char| c.is_ascii_digit() || ".,' \u{a0}".contains(c));
    let behind = behind.trim_matches(['(', ')', ' ']);
    if !behind.starts_with(['%', '％']) && !behind.ends_with(['%', '％']) && !percentage {
        return Percent::No;
    }
    let whole: String = shown.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let near = |number: &Points| {
        let whole = Points::parse(&whole).unwrap_or_default();
        let distance = (&number.abs() - &whole).abs();
        distance <= Points::one()
    };
    match (near(number), near(&(number * &Points::hundred()))) {
        (true, false) => Percent::Printed,
        (false, true) => Percent::OfHundred,
        // 0 % is 0 either way; what is scaled otherwise is what the kind says.
        _ if percentage => Percent::OfHundred,
        _ => Percent::Printed,
    }
}

/// Reads how often something is repeated: once where nothing is said.
pub fn repeats(said: Option<String>) -> u32 {
    said.and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
