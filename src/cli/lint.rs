//! `lint`: sets and campaigns against their laws, and against the sentences of their `cases.yaml` and `award-cases.yaml`.

use super::Exit;
use super::args::Lint;
use super::terminal::{self, Terminal};
use crate::account::counted;
use crate::folder::Linted;
use crate::text::Text;
use crate::{folder, text};

/// Checks every path, and prints what was found.
pub fn run(args: &Lint, terminal: Terminal) -> Exit {
    let Linted { checked, cases, right, findings, failed } = folder::lint(&args.paths);
    if terminal.json() {
        terminal.give(&terminal::answer(&findings, &failed, terminal.lang));
    } else {
        terminal.findings(&findings);
        if checked > 0 || failed.is_empty() {
            let (vi, en) = (counted(&findings).vi, counted(&findings).en);
            let held = match cases {
                0 => Text::default(),
                _ => text!("; ví dụ đúng: {right}/{cases}", "; cases that held: {right} of {cases}"),
            };
            let (held_vi, held_en) = (held.vi, held.en);
            terminal.remark(&text!("Đã kiểm tra {checked} tệp: {vi}{held_vi}", "Files checked: {checked}; {en}{held_en}"));
        }
    }
    for error in &failed {
        terminal.error(&error.text());
    }
    if failed.is_empty() { terminal::exit(&findings) } else { Exit::CouldNotRun }
}
