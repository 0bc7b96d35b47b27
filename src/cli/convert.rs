//! `convert`: the criteria table of a decision, as it comes in Excel or Word → `set.yaml` to be reviewed.

use std::path::Path;

use serde_json::json;

use super::Exit;
use super::args::Convert;
use super::terminal::{self, Terminal};
use crate::convert::{Converted, Options, convert_file};
use crate::finding::Checked;
use crate::folder::{self, RunError};
use crate::record::recorded;
use crate::text;
use crate::text::{Lang, Text};

/// Converts a table: onto stdout, or into the folder of a new set.
pub fn run(args: &Convert, terminal: Terminal) -> Exit {
    let bytes = match folder::read_table(&args.table) {
        Ok(bytes) => bytes,
        Err(error) => return terminal.failed(&error),
    };
    let file = args.table.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let options = Options {
        id: args.out.as_deref().and_then(id_of),
        sheet: args.sheet.clone(),
        excerpt: args.excerpt,
        document: args.document.clone(),
        max: args.max.clone(),
        rules: args.rules.clone(),
    };
    let Checked { value, findings } = convert_file(&bytes, &file, &options);
    // Nothing is written where the review can't be.
    if let Some(path) = args.report.as_deref().filter(|_| value.is_some())
        && let Err(error) = folder::must_be_new(path, args.out.as_deref())
    {
        return terminal.failed(&error);
    }
    let mut written = None;
    if let (Some(set), Some(out)) = (&value, &args.out) {
        match folder::write_set(out, &set.yaml, &set.cases) {
            Ok(paths) => written = Some(paths),
            Err(error) => return terminal.failed(&error),
        }
    }
    if let (Some(set), Some(path)) = (&value, &args.report)
        && let Err(error) = write_review(path, set, &file, terminal.lang)
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
            "partly": value.as_ref().map(|set| set.partly),
            "leftovers": value.as_ref().map(leftovers),
            "findings": recorded(&findings, terminal.lang),
        }));
        return terminal::exit(&findings);
    }
    terminal.complaints(&findings);
    if let Some(set) = &value {
        let Converted { leaves, understood, open, .. } = set;
        let Text { vi: more, en: more_en } = set.of_those_with_less();
        terminal.remark(&text!(
            "{leaves} tiêu chí chấm điểm, {understood} đã hiểu trọn cách tính, trong đó {open} còn điều phải hỏi{more}. Cần rà soát từng dòng trước khi dùng.",
            "Criteria that are scored: {leaves}; rules fully understood: {understood}, of which {open} leave a question open{more_en}. Review every line before use."
        ));
        match written {
            Some([path, cases]) => {
                terminal.say(&text!("Đã ghi “{path}” và “{cases}”.", "Written: “{path}” and “{cases}”."));
                let id = &set.id;
                terminal.remark(&text!(
                    "Tiếp theo: đối chiếu từng dòng với quyết định rồi xóa “note”; trong campaign.yaml ghi “set: {id}” ở khối dùng bộ này, sửa hoặc xóa “totals” của bộ cũ; rồi chạy “parindex lint”.",
                    "Next: compare each line with the decision, then delete “note”; in campaign.yaml write “set: {id}” at the group that uses it, and correct or delete the “totals” of the old set; then run “parindex lint”."
                ));
            }
            None => terminal.print(&set.yaml),
        }
    }
    terminal::exit(&findings)
}

/// Writes the workbook of whoever reviews.
fn write_review(path: &Path, set: &Converted, file: &str, lang: Lang) -> Result<(), RunError> {
    let bytes = set.review_workbook(file, lang).map_err(|error| RunError::write(path)(std::io::Error::other(error)))?;
    folder::write_new(path, &bytes)
}

/// Gives the name of a folder, where it can be the id of a set.
fn id_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    (name.len() <= 80 && name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(fit)).then(|| name.to_owned())
}
