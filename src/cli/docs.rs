//! `docs`: the handbook, as a page that opens in a browser without a network.

use std::fs;
use std::io::{self, ErrorKind, IsTerminal};
use std::path::Path;

use serde_json::json;

use super::Exit;
use super::args::Docs;
use super::terminal::Terminal;
use crate::folder::RunError;
use crate::guide;
use crate::text;

/// Name of the page where none is asked for.
const NAME: &str = "so-tay-parindex.html";

/// Writes the handbook: into the file asked for, else on stdout; where a person would see HTML there, into the current folder.
pub fn run(args: &Docs, terminal: Terminal) -> Exit {
    let page = guide::page();
    let by_name = args.out.is_none() && !terminal.json() && io::stdout().is_terminal();
    let Some(path) = args.out.as_deref().or(by_name.then_some(Path::new(NAME))) else {
        if terminal.json() {
            terminal.give(&json!({ "file": null, "html": page }));
        } else {
            terminal.print(&page);
        }
        return Exit::Done;
    };
    if let Err(error) = write(path, &page) {
        return terminal.failed(&error);
    }
    let file = path.display().to_string();
    if terminal.json() {
        terminal.give(&json!({ "file": file }));
    } else if !terminal.quiet {
        terminal.say(&text!(
            "Đã ghi sổ tay: {file} (mở bằng trình duyệt, không cần mạng)",
            "Wrote the handbook: {file} (opens in a browser, without a network)"
        ));
    }
    Exit::Done
}

/// Writes the page. A file that is no handbook is left as it is.
fn write(path: &Path, page: &str) -> Result<(), RunError> {
    match fs::read(path) {
        Ok(there) if !guide::is_page(&there) => Err(RunError::write(path)(io::Error::from(ErrorKind::AlreadyExists))),
        _ => fs::write(path, page).map_err(RunError::write(path)),
    }
}
