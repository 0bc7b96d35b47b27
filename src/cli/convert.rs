//! `convert`: the criteria table of a decision, as it comes in Excel → `set.yaml` to be reviewed.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use serde_json::json;

use super::Exit;
use super::args::Convert;
use super::terminal::{self, Terminal};
use crate::convert::{Converted, Options, convert};
use crate::finding::Checked;
use crate::folder::RunError;
use crate::record::recorded;
use crate::text;
use crate::workbook;

/// Name of the file that a set is written to.
const SET: &str = "set.yaml";

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
    let opened = workbook::open(&bytes, &file);
    let Checked { value, mut findings } = match &opened.value {
        Some(book) => convert(book, &file, &options),
        None => Checked::clean(None),
    };
    findings.splice(0..0, opened.findings);
    let mut written = None;
    if let (Some(set), Some(out)) = (&value, &args.out) {
        match write(out, &set.yaml) {
            Ok(path) => written = Some(path),
            Err(error) => return terminal.failed(&error),
        }
    }
    if terminal.json() {
        let leftovers = |set: &Converted| {
            let one = |line: &crate::convert::Leftover| json!({ "criterion": line.criterion, "cell": line.cell, "text": line.text, "unused": line.unused });
            set.leftovers.iter().map(one).collect::<Vec<_>>()
        };
        terminal.give(&json!({
            "set": value.as_ref().map(|set| &set.id),
            "file": written,
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
            Some(path) => terminal.say(&text!("Đã ghi “{path}”.", "Written: “{path}”.")),
            None => terminal.print(&set.yaml),
        }
    }
    terminal::exit(&findings)
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
fn write(folder: &Path, yaml: &str) -> Result<String, RunError> {
    let path = folder.join(SET);
    let failed = |source| RunError::Write { path: path.clone(), source };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = fs::File::create_new(&path).map_err(failed)?;
    file.write_all(yaml.as_bytes()).map_err(failed)?;
    Ok(path.to_string_lossy().replace('\\', "/"))
}
