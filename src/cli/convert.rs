//! `convert`: the criteria table of a decision, as it comes in Excel or Word → `set.yaml` to be reviewed.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use serde_json::json;

use super::Exit;
use super::args::Convert;
use super::terminal::{self, Terminal};
use crate::convert::{Converted, Options, changes, convert, report};
use crate::finding::Checked;
use crate::folder::RunError;
use crate::record::recorded;
use crate::text;
use crate::text::Lang;
use crate::workbook;

/// Name of the file that a set is written to.
const SET: &str = "set.yaml";
/// Name of the file that its cases are written to.
const CASES: &str = "cases.yaml";

/// Converts a table: onto stdout, or into the folder of a new set.
pub fn run(args: &Convert, terminal: Terminal) -> Exit {
    let bytes = match read(&args.table) {
        Ok(bytes) => bytes,
        Err(error) => return terminal.failed(&error),
    };
    let file = args.table.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let options = Options {
        id: args.out.as_deref().and_then(folder),
        sheet: args.sheet.clone(),
        excerpt: args.excerpt,
        document: args.document.clone(),
        max: args.max.clone(),
    };
    let opened = workbook::open_table(&bytes, &file);
    let Checked { value, mut findings } = match &opened.value {
        Some(document) => convert(&document.book, &file, &options),
        None => Checked::clean(None),
    };
    let changed = opened.value.iter().flat_map(|document| changes(document, &file));
    findings.splice(0..0, opened.findings.into_iter().chain(changed));
    let mut written = None;
    if let (Some(set), Some(out)) = (&value, &args.out) {
        match write(out, SET, &set.yaml).and_then(|path| write(out, CASES, &set.cases).map(|cases| [path, cases])) {
            Ok(paths) => written = Some(paths),
            Err(error) => return terminal.failed(&error),
        }
    }
    if let (Some(set), Some(path)) = (&value, &args.report)
        && let Err(error) = review(path, set, &file, terminal.lang)
    {
        return terminal.failed(&error);
    }
    if terminal.json() {
        let leftovers = |set: &Converted| {
            let one = |line: &crate::convert::Leftover| json!({ "criterion": line.criterion, "cell": line.cell, "text": line.text, "unused": line.unused });
            set.leftovers.iter().map(one).collect::<Vec<_>>()
        };
        terminal.give(&json!({
            "set": value.as_ref().map(|set| &set.id),
            "file": written.as_ref().map(|[set, _]| set),
            "report": args.report.as_ref().map(|path| path.to_string_lossy()),
            "cases_file": written.as_ref().map(|[_, cases]| cases),
            "cases": value.as_ref().map(|set| &set.cases),
            "yaml": value.as_ref().map(|set| &set.yaml),
            "leaves": value.as_ref().map(|set| set.leaves),
            "understood": value.as_ref().map(|set| set.understood),
            "open": value.as_ref().map(|set| set.open),
            "leftovers": value.as_ref().map(leftovers),
            "findings": recorded(&findings, terminal.lang),
        }));
        return terminal::exit(&findings);
    }
    terminal.complaints(&findings);
    if let Some(set) = &value {
        let Converted { leaves, understood, open, .. } = set;
        terminal.remark(&text!(
            "{leaves} tiêu chí chấm điểm, {understood} đã hiểu trọn cách tính, trong đó {open} còn điều phải hỏi. Cần rà soát từng dòng trước khi dùng.",
            "Criteria that are scored: {leaves}; rules fully understood: {understood}, of which {open} leave a question open. Review every line before use."
        ));
        match written {
            Some([path, cases]) => terminal.say(&text!("Đã ghi “{path}” và “{cases}”.", "Written: “{path}” and “{cases}”.")),
            None => terminal.print(&set.yaml),
        }
    }
    terminal::exit(&findings)
}

/// Writes the workbook of whoever reviews. A review that is there is never written over: it may hold remarks.
fn review(path: &Path, set: &Converted, file: &str, lang: Lang) -> Result<(), RunError> {
    let failed = |source| RunError::Write { path: path.to_path_buf(), source };
    let Converted { leaves, understood, open, id, .. } = set;
    let title = text!("RÀ SOÁT BỘ TIÊU CHÍ “{id}” CHUYỂN TỪ “{file}”", "REVIEW OF THE SET “{id}” MADE FROM “{file}”");
    let counts = text!(
        "{leaves} tiêu chí chấm điểm: {understood} đã hiểu trọn cách tính, trong đó {open} cần quyết định. Đọc từng hàng, đối chiếu với quyết định; sửa trong set.yaml.",
        "{leaves} criteria are scored: {understood} rules fully understood, of which {open} have to be decided. Hold each row against the decision; corrections go into set.yaml."
    );
    let bytes = report(&title, &counts, &set.review, lang).map_err(|error| failed(std::io::Error::other(error)))?;
    fs::File::create_new(path).and_then(|mut made| made.write_all(&bytes)).map_err(failed)
}

/// Reads the workbook; one that is larger than any form is left to the guard to refuse by its size.
fn read(path: &Path) -> Result<Vec<u8>, RunError> {
    let size = fs::metadata(path).map_err(RunError::read(path))?.len();
    if size > workbook::LARGEST_FILE {
        return Err(RunError::read(path)(ErrorKind::FileTooLarge.into()));
    }
    fs::read(path).map_err(RunError::read(path))
}

/// Gives the name of a folder, where it can be the id of a set.
fn folder(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    (name.len() <= 80 && name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(fit)).then(|| name.to_owned())
}

/// Writes the set into its folder. A set that is there is never written over: somebody may have reviewed it.
fn write(folder: &Path, name: &str, yaml: &str) -> Result<String, RunError> {
    let path = folder.join(name);
    let failed = |source| RunError::Write { path: path.clone(), source };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = fs::File::create_new(&path).map_err(failed)?;
    file.write_all(yaml.as_bytes()).map_err(failed)?;
    Ok(path.to_string_lossy().replace('\\', "/"))
}
