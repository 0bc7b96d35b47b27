//! `completions`: a script that lets a shell complete commands and options.

use super::Exit;
use super::args::Completions;
use super::terminal::Terminal;
use super::usage;

/// Prints the script for a shell.
pub fn run(args: &Completions, terminal: Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut usage::command(terminal.lang), "parindex", &mut script);
    terminal.print(&String::from_utf8_lossy(&script));
    Exit::Done
}
