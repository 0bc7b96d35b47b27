//! `docs`: the handbook, as a page that opens in a browser without a network; `docs fields`: the names for templates of documents.

use std::fs;
use std::io::{self, ErrorKind, IsTerminal};
use std::path::Path;

use comfy_table::{ContentArrangement, Table};
use serde_json::{Value, json};

use super::Exit;
use super::args::{Docs, DocsOf};
use super::terminal::Terminal;
use crate::account::{FIELD_PARTS, Field, FieldOf, fields, fields_document};
use crate::folder::{RunError, write_new};
use crate::guide;
use crate::print::{LISTED, document};
use crate::text;
use crate::text::{Lang, Words};

/// Name of the page where none is asked for.
const NAME: &str = "so-tay-parindex.html";

/// Writes the handbook: into the file asked for, else on stdout; where a person would see HTML there, into the current folder.
pub fn run(args: &Docs, terminal: Terminal) -> Exit {
    if args.what == Some(DocsOf::Fields) {
        return names(args.out.as_deref(), terminal);
    }
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

/// Lists the names for templates of documents: on the terminal, for machines, or in a Word document.
fn names(out: Option<&Path>, terminal: Terminal) -> Exit {
    let lang = terminal.lang;
    if let Some(path) = out {
        let written = document(&fields_document(lang)).map_err(RunError::write(path)).and_then(|bytes| write_new(path, &bytes));
        if let Err(error) = written {
            return terminal.failed(&error);
        }
        let file = path.display().to_string();
        if terminal.json() {
            terminal.give(&json!({ "file": file }));
        } else if !terminal.quiet {
            terminal.say(&text!("Đã ghi danh sách tên: {file}", "Wrote the list of names: {file}"));
        }
        return Exit::Done;
    }
    if terminal.json() {
        terminal.give(&json!({ "fields": fields().iter().map(|field| of_field(field, lang)).collect::<Vec<_>>() }));
        return Exit::Done;
    }
    let heads = [
        Words { vi: "Tên", en: "Name" },
        Words { vi: "Là gì", en: "What it is" },
        Words { vi: "Ví dụ (minh họa)", en: "Example (invented)" },
    ];
    for (of, heading) in FIELD_PARTS {
        let mut table = Table::new();
        table.load_style(LISTED).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_header(heads.map(|head| head.get(lang)));
        for field in fields().iter().filter(|field| field.of == *of) {
            table.add_row([&format!("{{{{{}}}}}", field.name), field.about.get(lang), field.example]);
        }
        terminal.print(&format!("{}\n{table}\n\n", heading.get(lang)));
    }
    Exit::Done
}

/// Gives a field for machines.
fn of_field(field: &Field, lang: Lang) -> Value {
    let of = match field.of {
        FieldOf::Campaign | FieldOf::CampaignList => "campaign",
        FieldOf::Unit => "unit",
        FieldOf::Result | FieldOf::ResultList => "result",
    };
    let list = field.name.split_once('.').map(|(list, _)| list);
    json!({ "name": field.name, "of": of, "list": list, "about": field.about.get(lang), "example": field.example })
}
