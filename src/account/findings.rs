//! Page of what was found at a unit, with its place and its cure.

use std::cmp::Reverse;

use super::cell::{Cell, Tone, centre, count, text};
use super::page::{Page, Table};
use super::words::capital;
use crate::finding::{Finding, Place, Severity, told};
use crate::results::Results;
use crate::text;
use crate::text::{Lang, Text};

/// Makes the page of the findings given, the worst first, and of those the ones from which most follows.
pub fn page(title: &str, findings: &[&Finding], remarks: Vec<String>, results: &Results<'_>) -> Page {
    let mut page = Page::new("Kết quả kiểm tra", results.campaign, true, &[6, 10, 8, 9, 32, 58, 52]);
    page.title(title, results.campaign, remarks);
    let number = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, notes) = (number(Severity::Error), number(Severity::Warning), number(Severity::Note));
    page.paragraph(centre(format!("{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý")));
    let head = ["STT", "Mức độ", "Mã", "Tiêu chí", "Vị trí", "Nội dung", "Cách xử lý"];
    let mut table = Table::main(head.map(centre), 3);
    let mut causes = told(findings.iter().copied());
    causes.sort_by_key(|told| Reverse((told.severity(), told.consequences.len())));
    // What follows from a cause is counted there and stands below all causes.
    let consequences = causes.iter().flat_map(|told| &told.consequences).map(|finding| (*finding, None, true));
    let causes = causes.iter().map(|told| (told.finding, told.counted(), false));
    for (n, (finding, counted, follows)) in causes.chain(consequences).enumerate() {
        table.row(row(n + 1, finding, counted.as_ref(), follows));
    }
    table.when_empty = Some(centre("Không phát hiện sai sót.").italic());
    page.table(table);
    page
}

/// Makes the cell of a severity; what follows from something else is quiet.
pub fn severity(finding: &Finding, follows: bool) -> Cell {
    let tone = match finding.severity {
        _ if follows => Tone::Out,
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Odd,
        Severity::Note => Tone::None,
    };
    centre(capital(finding.severity.words().vi)).tone(tone)
}

/// Makes the row of a finding.
fn row(n: usize, finding: &Finding, counted: Option<&Text>, follows: bool) -> Vec<Cell> {
    let mut cells = vec![count(n), severity(finding, follows), centre(finding.code.id)];
    let counted = counted.map(|counted| format!("\n{}; xem cuối bảng.", capital(&counted.vi))).unwrap_or_default();
    let cause = finding.follows.as_ref().filter(|_| follows).map(|cause| format!("\nDo lỗi {}.", cause.code.id)).unwrap_or_default();
    cells.extend([
        centre(finding.criterion.as_ref().map_or("", |id| id.as_str())),
        text(place(finding)),
        text(format!("{}{counted}{cause}", finding.message.vi)),
        text(finding.help.get(Lang::Vi)),
    ]);
    cells
}

/// Says where a finding stands, as people look for it.
pub fn place(finding: &Finding) -> String {
    where_at(&finding.place, Lang::Vi)
}

/// Says where something stands, a line for the file.
pub fn where_at(place: &Place, lang: Lang) -> String {
    let said = |words: Text| words.get(lang).to_owned();
    let line = place.line.map(|line| said(text!("dòng {line}", "line {line}")));
    let sheet = place.sheet.as_ref().map(|sheet| said(text!("trang “{sheet}”", "sheet “{sheet}”")));
    let cell = place.cell.as_ref().map(|cell| said(text!("ô {cell}", "cell {cell}")));
    let within = [sheet, cell, line].into_iter().flatten().collect::<Vec<_>>().join(", ");
    // A line for the file: names of files are long, and are broken anywhere.
    [place.file.clone().unwrap_or_default(), within].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
}
