//! The terminal: where words, findings and JSON go, in which language and how loud.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};

use anstream::{AutoStream, ColorChoice};
use serde_json::{Value, json};

use super::Exit;
use super::args::{Common, Format};
use crate::finding::{Finding, Severity, Told, told};
use crate::folder::RunError;
use crate::print::styled;
use crate::text;
use crate::text::{Lang, Text, steers, visible, visible_json};
use crate::{record, yaml};

/// What became of the words that were printed.
#[derive(Debug, Default)]
pub struct Printed {
    /// Why the first part of a result that could not be written could not.
    failed: Mutex<Option<io::Error>>,
}

/// What a command knows of whoever called it.
#[derive(Clone, Copy, Debug)]
pub struct Terminal<'p> {
    /// Language of every word.
    pub lang: Lang,
    /// For people, or for machines.
    pub format: Format,
    /// Whether only what is needed is said.
    pub quiet: bool,
    printed: &'p Printed,
}

impl<'p> Terminal<'p> {
    /// Makes the terminal that the command line asks for.
    pub fn new(common: &Common, printed: &'p Printed) -> Self {
        Self { lang: common.lang.into(), format: common.format, quiet: common.quiet, printed }
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
        self.print(&format!("{}\n", words.get(self.lang)));
    }

    /// Prints a line beside the result on stderr, unless asked to be quiet.
    pub fn remark(self, words: &Text) {
        if !self.quiet {
            complain(&format!("{}\n", words.get(self.lang)));
        }
    }

    /// Prints JSON on stdout.
    pub fn give(self, value: &Value) {
        self.give_text(&format!("{value:#}\n"));
    }

    /// Prints a text that is JSON on stdout.
    pub fn give_text(self, json: &str) {
        self.printed.write(&visible_json(json));
    }

    /// Prints words on stdout.
    pub fn print(self, words: &str) {
        self.printed.words(words);
    }

    /// Prints findings on stdout, each as people read it.
    pub fn findings(self, findings: &[Finding]) {
        for told in told(findings) {
            self.printed.write(&shown(&told, self.lang, colored(&io::stdout())));
        }
    }

    /// Prints findings on stderr, beside a result that has stdout for itself.
    pub fn complaints(self, findings: &[Finding]) {
        for told in told(findings) {
            to_stderr(&shown(&told, self.lang, colored(&io::stderr())));
        }
    }

    /// Says why a command could not run: on stderr in words, for machines on stdout as well.
    pub fn failed(self, error: &RunError) -> Exit {
        let found = error.findings();
        if self.json() {
            self.give(&answer(found, std::slice::from_ref(error), self.lang));
        } else {
            self.complaints(found);
        }
        self.error(&error.text());
        Exit::CouldNotRun
    }

    /// Says an error on stderr.
    pub fn error(self, words: &Text) {
        let (vi, en) = (&words.vi, &words.en);
        complain(&format!("{}\n", text!("lỗi: {vi}", "error: {en}").get(self.lang)));
    }
}

impl Printed {
    /// Prints words on stdout.
    pub fn words(&self, words: &str) {
        self.write(&styled(words));
    }

    /// Gives why a part of the result could not be written.
    pub fn failure(self) -> Option<io::Error> {
        self.failed.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes on stdout, as it stands.
    fn write(&self, words: &str) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if failed.is_none() {
            let mut out = AutoStream::auto(io::stdout());
            *failed = out.write_all(words.as_bytes()).and_then(|()| out.flush()).err();
        }
    }
}

/// Draws a finding for people: over its line, or below its file, sheet, cell, unit and criterion. What follows from it is
/// counted.
fn shown(told: &Told<'_>, lang: Lang, color: bool) -> String {
    let mut finding = told.finding.clone();
    let unit = finding.unit.as_ref().map(|unit| text!("đơn vị {unit}", "unit {unit}").get(lang).to_owned());
    let criterion = finding.criterion.as_ref().map(|id| text!("tiêu chí {id}", "criterion {id}").get(lang).to_owned());
    let place = &mut finding.place;
    if place.line.is_none() {
        let parts = [place.file.clone(), place.sheet.clone(), place.cell.clone(), unit, criterion];
        let whole = parts.into_iter().flatten().collect::<Vec<_>>().join(" › ");
        place.file = Some(whole).filter(|whole| !whole.is_empty());
    }
    place.file = place.file.as_deref().map(|file| visible(file).into_owned());
    if let Some((line, _)) = &mut place.excerpt {
        // One character for each, so that the caret stays below what it means.
        *line = line.replace(steers, "\u{FFFD}");
    }
    for words in [&mut finding.message, &mut finding.help] {
        *words = Text::new(visible(&words.vi), visible(&words.en));
    }
    let more = told.counted().map(|words| format!(" = {}\n", words.get(lang))).unwrap_or_default();
    format!("{}\n{more}\n", yaml::snippet(&finding, lang, color))
}

/// Gives the exit code that findings ask for.
pub fn exit<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Exit {
    if findings.into_iter().any(|finding| finding.severity == Severity::Error) { Exit::Errors } else { Exit::Done }
}

/// Makes the answer for machines: what was found, and why a command, or a part of it, could not run.
pub fn answer(findings: &[Finding], failed: &[RunError], lang: Lang) -> Value {
    let mut answer = json!({ "findings": record::recorded(findings, lang) });
    tell_failures(&mut answer, failed, lang);
    answer
}

/// Adds to an answer for machines why a part of what was asked for could not be done.
pub fn tell_failures(answer: &mut Value, failed: &[RunError], lang: Lang) {
    let words: Vec<String> = failed.iter().map(|error| error.text().get(lang).to_owned()).collect();
    if let (false, Some(answer)) = (words.is_empty(), answer.as_object_mut()) {
        answer.insert("failed".into(), words.into());
    }
}

/// Tells whether a stream wants colours: a terminal, and no `NO_COLOR`.
fn colored(stream: &(impl anstream::stream::RawStream + IsTerminal)) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// Prints on stderr.
pub fn complain(words: &str) {
    to_stderr(&styled(words));
}

/// Writes on stderr, as it stands. Nobody can be told where that fails.
fn to_stderr(words: &str) {
    let _ = AutoStream::auto(io::stderr()).write_all(words.as_bytes());
}
