//! The command line: one file per command.
//!
//! Results go to stdout, everything else to stderr; what a command came to is its exit code.

mod appraise;
mod args;
mod check;
mod compared;
mod completions;
mod convert;
mod docs;
mod dropped;
mod feedback;
mod explain;
mod init;
mod lint;
mod run;
mod schema;
mod template;
mod terminal;
mod usage;
mod progress_bar;
mod why;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use args::Command;
use terminal::{Printed, Terminal};
use usage::Parsed;

use crate::folder;
use crate::text;
use crate::text::{Text, Words};

pub use explain::page as explained;

/// What the program came to, as the shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// Done, nothing worse than a warning.
    Done = 0,
    /// Could not run: a folder that can't be read, a campaign that is broken, a disk that is full.
    CouldNotRun = 1,
    /// The command line was not understood.
    BadCommandLine = 2,
    /// Done, everything written, with findings of severity error.
    Errors = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the program on a command line, the program's own name first.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    keep_caught_panics_quiet();
    let args: Vec<OsString> = args.into_iter().collect();
    let dropped = dropped::command(&args);
    // Without a command there is nobody at a terminal.
    let alone = dropped.is_some() || args.len() < 2;
    let args = dropped.unwrap_or(args);
    let lang = usage::lang_of(&args);
    let printed = Printed::default();
    let exit = match usage::parse(&args, lang) {
        Parsed::Command(args) => carry_out(&args.command, Terminal::new(&args.common, &printed)),
        Parsed::Help(help) => {
            printed.words(&help);
            Exit::Done
        }
        Parsed::Bad(complaint) => {
            terminal::complain(&complaint);
            Exit::BadCommandLine
        }
    };
    if alone {
        dropped::wait(lang);
    }
    match printed.failure() {
        // Whoever read the result has gone away, and needs no words.
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::CouldNotRun.into(),
        Some(error) => {
            terminal::complain(&format!("{}\n", unprinted(&error).get(lang)));
            Exit::CouldNotRun.into()
        }
        None => exit.into(),
    }
}

/// Carries out a command.
fn carry_out(command: &Command, terminal: Terminal<'_>) -> Exit {
    if let Err(error) = command.makes().into_iter().try_for_each(folder::must_be_possible) {
        return terminal.failed(&error);
    }
    match command {
        Command::Run(args) => run::run(args, terminal),
        Command::Init(args) => init::run(args, terminal),
        Command::Template(args) => template::run(args, terminal),
        Command::Appraise(args) => appraise::run(args, terminal),
        Command::Feedback(args) => feedback::run(args, terminal),
        Command::Check(args) => check::run(args, terminal),
        Command::Lint(args) => lint::run(args, terminal),
        Command::Convert(args) => convert::run(args, terminal),
        Command::Why(args) => why::run(args, terminal),
        Command::WhatIf(args) => compared::what_if(args, terminal),
        Command::Diff(args) => compared::diff(args, terminal),
        Command::Explain(args) => explain::run(args, terminal),
        Command::Schema(args) => schema::run(args, terminal),
        Command::Docs(args) => docs::run(args, terminal),
        Command::Completions(args) => completions::run(args, terminal),
    }
}

/// Says that the result could not be written where it was to be printed.
fn unprinted(error: &io::Error) -> Text {
    let Words { vi, en } = folder::reason(error);
    text!("lỗi: không in được kết quả: {vi}", "error: the result can't be printed: {en}")
}

/// Keeps a reader's panic over a hostile workbook from the terminal: the file's finding says what is to be said.
fn keep_caught_panics_quiet() {
    let print = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !crate::workbook::is_reading() {
            print(panic);
        }
    }));
}
