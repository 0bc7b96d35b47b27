//! The command line: one file per command.

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program.
pub fn main(_args: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::SUCCESS
}
