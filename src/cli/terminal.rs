//! The terminal: where words, findings and JSON go, in which language and how loud.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::Style;
use comfy_table::{LineStyle, TableStyle};
use serde_json::{Value, json};

use super::Exit;
use super::args::{Common, Format};
use crate::finding::{Finding, Severity};
use crate::folder::RunError;
use crate::text;
use crate::text::{Lang, Text};
use crate::{record, yaml};

/// Longest line of words that reads well.
const WIDEST: usize = 100;

/// Tables of many lines: a rule below the heads, none between lines.
pub const LISTED: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// What a command knows of whoever called it.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Language of every word.
    pub lang: Lang,
    /// For people, or for machines.
    pub format: Format,
    /// Whether only what is needed is said.
    pub quiet: bool,
}

impl Terminal {
    /// Makes the terminal that the command line asks for.
    pub fn new(common: &Common) -> Self {
        Self { lang: common.lang.into(), format: common.format, quiet: common.quiet }
    }

    /// Tells whether results are wanted for machines.
    pub fn json(self) -> bool {
        self.format == Format::Json
    }

    /// Tells whether somebody watches and wants to see that work goes on.
    pub fn watched(self) -> bool {
        !self.quiet && !self.json() && io::stderr().is_terminal()
    }

    /// Prints a line of a result on stdout.
    pub fn say(self, words: &Text) {
        print(&format!("{}\n", words.get(self.lang)));
    }

    /// Prints a line beside the result on stderr, unless asked to be quiet.
    pub fn remark(self, words: &Text) {
        if !self.quiet {
            complain(&format!("{}\n", words.get(self.lang)));
        }
    }

    /// Prints JSON on stdout.
    pub fn give(self, value: &Value) {
        print(&format!("{value:#}\n"));
    }

    /// Prints findings on stdout, each as people read it.
    pub fn findings(self, findings: &[Finding]) {
        for finding in findings {
            print(&shown(finding, self.lang, colored(&io::stdout())));
        }
    }

    /// Prints findings on stderr, beside a result that has stdout for itself.
    pub fn complaints(self, findings: &[Finding]) {
        for finding in findings {
            complain(&shown(finding, self.lang, colored(&io::stderr())));
        }
    }

    /// Says why a command could not run: on stderr in words, for machines as findings on stdout where there are any.
    pub fn failed(self, error: &RunError) -> Exit {
        let found = error.findings();
        if self.json() && !found.is_empty() {
            self.give(&json!({ "findings": record::recorded(found, self.lang) }));
        } else {
            for finding in found {
                complain(&shown(finding, self.lang, colored(&io::stderr())));
            }
        }
        let (vi, en) = (error.text().vi, error.text().en);
        complain(&format!("{}\n", text!("lỗi: {vi}", "error: {en}").get(self.lang)));
        Exit::CouldNotRun
    }
}

/// Draws a finding for people: over its line, or below its file, sheet, cell, unit and criterion.
fn shown(finding: &Finding, lang: Lang, color: bool) -> String {
    let mut finding = finding.clone();
    let unit = finding.unit.as_ref().map(|unit| text!("đơn vị {unit}", "unit {unit}").get(lang).to_owned());
    let criterion = finding.criterion.as_ref().map(|id| text!("tiêu chí {id}", "criterion {id}").get(lang).to_owned());
    let place = &finding.place;
    if place.line.is_none() {
        let parts = [place.file.clone(), place.sheet.clone(), place.cell.clone(), unit, criterion];
        let whole = parts.into_iter().flatten().collect::<Vec<_>>().join(" › ");
        finding.place.file = Some(whole).filter(|whole| !whole.is_empty());
    }
    format!("{}\n\n", yaml::snippet(&finding, lang, color))
}

/// Gives the exit code that findings ask for.
pub fn exit(findings: &[Finding]) -> Exit {
    if findings.iter().any(|finding| finding.severity == Severity::Error) { Exit::Errors } else { Exit::Done }
}

/// Counts findings in words: `3 lỗi, 1 cảnh báo, 0 lưu ý`.
pub fn counted(findings: &[Finding]) -> Text {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    text!("{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý", "errors: {errors}, warnings: {warnings}, notes: {notes}")
}

/// Tells whether a stream wants colours: a terminal, and no `NO_COLOR`.
fn colored(stream: &(impl anstream::stream::RawStream + IsTerminal)) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// Marks a heading; the streams drop the mark where nobody sees it.
pub fn bold(words: &str) -> String {
    let style = Style::new().bold();
    format!("{style}{words}{style:#}")
}

/// Breaks a line between words so that it stays readable, every line moved in by so many blanks.
pub fn wrapped(words: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let held = lines.last().map_or(0, |line| line.chars().count());
        match lines.last_mut() {
            Some(line) if held == 0 => line.push_str(word),
            Some(line) if indent + held + 1 + word.chars().count() <= WIDEST => line.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| format!("{margin}{line}")).collect::<Vec<_>>().join("\n")
}

/// Prints on stdout. A reader that has gone away is no error of ours.
pub fn print(words: &str) {
    let _ = AutoStream::auto(io::stdout()).write_all(words.as_bytes());
}

/// Prints on stderr.
pub fn complain(words: &str) {
    let _ = AutoStream::auto(io::stderr()).write_all(words.as_bytes());
}
