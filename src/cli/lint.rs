//! `lint`: sets and campaigns against their laws, and sets against the sentences of their `cases.yaml`.

use serde_json::json;

use super::Exit;
use super::args::Lint;
use super::terminal::{self, Terminal};
use crate::account::counted;
use crate::finding::Checked;
use crate::record::recorded;
use crate::{folder, text};

/// Checks every path, and prints what was found.
pub fn run(args: &Lint, terminal: Terminal) -> Exit {
    let Checked { value: checked, findings } = match folder::lint(&args.paths) {
        Ok(linted) => linted,
        Err(error) => return terminal.failed(&error),
    };
    if terminal.json() {
        terminal.give(&json!({ "findings": recorded(&findings, terminal.lang) }));
    } else {
        terminal.findings(&findings);
        let (vi, en) = (counted(&findings).vi, counted(&findings).en);
        terminal.remark(&text!("Đã kiểm tra {checked} tệp: {vi}", "Files checked: {checked}; {en}"));
    }
    terminal::exit(&findings)
}
