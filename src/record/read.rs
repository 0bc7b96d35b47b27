//! `result.json` read back, also where an older version wrote it or somebody cut it off.

use serde::Deserialize;

use super::figure::Printed;
use super::result::{Record, SCHEMA};
use crate::finding::campaign::{NO_RECORD, RECORD_WITHOUT_EXACT};
use crate::finding::{Checked, Finding, Place};
use crate::text;
use crate::text::Text;

/// Largest file that is read, in bytes: four thousand units with a hundred criteria take half of it.
pub const LARGEST_FILE: usize = 256 << 20;

/// Reads a record. `file` is its name in findings.
///
/// Exact values that an older version did not write are those of the printed decimals. Findings: C250, C251.
pub fn read(bytes: &[u8], file: &str) -> Checked<Option<Record>> {
    match parse(bytes) {
        Err(why) => {
            let Unread { line, why: Text { vi, en } } = why;
            let message = text!("Không dùng được tệp kết quả “{file}”: {vi}.", "The result file “{file}” can't be used: {en}.");
            let place = Place { line, ..Place::file(file) };
            Checked { value: None, findings: vec![Finding::new(&NO_RECORD, message).at(place)] }
        }
        Ok(mut record) => {
            let findings = if complete(&mut record) { Vec::new() } else { vec![inexact(file)] };
            Checked { value: Some(record), findings }
        }
    }
}

/// Why a file is no record.
struct Unread {
    line: Option<usize>,
    why: Text,
}

/// Header by which a record is known.
#[derive(Deserialize)]
struct Header {
    #[serde(default)]
    schema: Option<String>,
}

/// Parses a record.
fn parse(bytes: &[u8]) -> Result<Record, Unread> {
    let refuse = |why: Text| Unread { line: None, why };
    if bytes.len() > LARGEST_FILE {
        let most = LARGEST_FILE >> 20;
        return Err(refuse(text!("tệp lớn hơn {most} MB", "it is larger than {most} MB")));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let header: Header = serde_json::from_slice(bytes).map_err(|error| broken(&error))?;
    match header.schema {
        None => Err(refuse(Text::new("tệp không phải kết quả của parindex", "it is not a result of parindex"))),
        Some(schema) if schema != SCHEMA => {
            let schema: String = schema.chars().take(60).collect();
            Err(refuse(text!(
                "định dạng “{schema}”, chương trình này đọc “{SCHEMA}”",
                "its format is “{schema}”, this program reads “{SCHEMA}”"
            )))
        }
        Some(_) => serde_json::from_slice(bytes).map_err(|error| broken(&error)),
    }
}

/// Says where and why JSON was not understood.
fn broken(error: &serde_json::Error) -> Unread {
    let why = if error.is_eof() {
        Text::new("tệp bị cắt giữa chừng", "it is cut off")
    } else if error.is_syntax() {
        Text::new("nội dung không phải JSON", "it is not JSON")
    } else {
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default();
        text!("nội dung không đúng cấu trúc của tệp kết quả", "it does not have the structure of a result ({said})")
    };
    Unread { line: (error.line() > 0).then_some(error.line()), why }
}

/// Fills in exact values that are missing, from what was printed; tells whether there was nothing to fill in.
fn complete(record: &mut Record) -> bool {
    let mut whole = true;
    let mut fill = |exact: &mut Option<super::Fraction>, printed: Option<&Printed>| {
        if exact.is_none() && printed.is_some() {
            whole = false;
            *exact = printed.and_then(Printed::as_fraction);
        }
    };
    for unit in record.groups.iter_mut().flat_map(|group| &mut group.units) {
        fill(&mut unit.exact.points, unit.points.as_ref());
        fill(&mut unit.exact.index, unit.index.as_ref());
        for criterion in &mut unit.criteria {
            fill(&mut criterion.exact.official, criterion.official.as_ref());
            fill(&mut criterion.exact.index, criterion.index.as_ref());
        }
    }
    whole
}

/// Says that exact values are missing.
fn inexact(file: &str) -> Finding {
    let message = text!(
        "Tệp kết quả “{file}” do phiên bản cũ ghi, không có giá trị chính xác; dùng số đã làm tròn như đã in.",
        "The result file “{file}” was written by an older version, without exact values; the rounded ones that it prints are used."
    );
    Finding::new(&RECORD_WITHOUT_EXACT, message).at(Place::file(file))
}
