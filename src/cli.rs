//! The command line: one file per command.
//!
//! Results go to stdout, everything else to stderr; what a command came to is its exit code.

pub mod args;
pub mod check;
pub mod check_json;
pub mod completions;
pub mod convert;
pub mod explain;
pub mod init;
pub mod lint;
pub mod run;
pub mod schema;
pub mod template;
pub mod terminal;
pub mod usage;
pub mod watch;
pub mod why;
mod why_json;
mod why_leaf;

use std::ffi::OsString;
use std::process::ExitCode;

use args::Command;
use terminal::Terminal;
use usage::Parsed;

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
    let lang = usage::lang_of(&args);
    let exit = match usage::parse(&args, lang) {
        Parsed::Command(args) => {
            let terminal = Terminal::new(&args.common);
            match args.command {
                Command::Run(args) => run::run(&args, terminal),
                Command::Init(args) => init::run(&args, terminal),
                Command::Template(args) => template::run(&args, terminal),
                Command::Check(args) => check::run(&args, terminal),
                Command::Lint(args) => lint::run(&args, terminal),
                Command::Convert(args) => convert::run(&args, terminal),
                Command::Why(args) => why::run(&args, terminal),
                Command::Explain(args) => explain::run(&args, terminal),
                Command::Schema(args) => schema::run(&args, terminal),
                Command::Completions(args) => completions::run(&args, terminal),
            }
        }
        Parsed::Help(help) => {
            terminal::print(&help);
            Exit::Done
        }
        Parsed::Bad(complaint) => {
            terminal::complain(&complaint);
            Exit::BadCommandLine
        }
    };
    exit.into()
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
