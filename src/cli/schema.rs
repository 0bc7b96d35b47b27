//! `schema`: the JSON Schemas by which editors complete and check YAML files, offline.

use super::Exit;
use super::args::{Kind, Schema};
use super::terminal::Terminal;
use crate::{award_cases, campaign, cases, criteria};

/// Prints the schema of one kind of file.
pub fn run(args: &Schema, terminal: Terminal) -> Exit {
    terminal.give(&match args.kind {
        Kind::Set => criteria::schema(),
        Kind::Campaign => campaign::schema(),
        Kind::Cases => cases::schema(),
        Kind::AwardCases => award_cases::schema(),
        Kind::Changes => campaign::changes_schema(),
    });
    Exit::Done
}
