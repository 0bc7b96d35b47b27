//! Page of findings: everything found, with its place and its cure.

use super::cell::{Tone, centre, count, text};
use super::page::{Page, Table};
use super::words::{capital, unit_name};
use crate::finding::{Finding, Severity};
use crate::results::Results;
use crate::text::Lang;

/// Makes the page of the findings given, the worst first; a unit's own report leaves the unit's column out.
pub fn page(title: &str, findings: &[&Finding], with_unit: bool, remarks: Vec<String>, results: &Results<'_>) -> Page {
    let widths: &[u32] = if with_unit { &[6, 10, 8, 22, 9, 30, 52, 46] } else { &[6, 10, 8, 9, 32, 58, 52] };
    let mut page = Page::new("Phát hiện", results.campaign, true, widths);
    page.title(title, results.campaign, remarks);
    let number = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, notes) = (number(Severity::Error), number(Severity::Warning), number(Severity::Note));
    page.paragraph(centre(format!("{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý")));
    let mut head = vec!["STT", "Mức độ", "Mã", "Đơn vị", "Tiêu chí", "Nơi phát hiện", "Nội dung", "Cách xử lý"];
    if !with_unit {
        head.remove(3);
    }
    let mut table = Table::main(head.into_iter().map(centre), 3);
    let mut worst_first: Vec<&Finding> = findings.to_vec();
    worst_first.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    for (n, finding) in worst_first.into_iter().enumerate() {
        let fill = match finding.severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Odd,
            Severity::Note => Tone::None,
        };
        let mut cells = vec![count(n + 1), centre(capital(finding.severity.words().vi)).tone(fill), centre(finding.code.id)];
        if with_unit {
            cells.push(text(finding.unit.as_ref().map_or("", |id| unit_name(results, id))));
        }
        cells.extend([
            centre(finding.criterion.as_ref().map_or("", |id| id.as_str())),
            text(place(finding)),
            text(finding.message.get(Lang::Vi)),
            text(finding.help.get(Lang::Vi)),
        ]);
        table.row(cells);
    }
    table.when_empty = Some(centre("Không có phát hiện nào.").italic());
    page.table(table);
    page
}

/// Says where a finding stands, as people look for it.
pub fn place(finding: &Finding) -> String {
    let place = &finding.place;
    let line = place.line.map(|line| format!("dòng {line}"));
    let sheet = place.sheet.as_ref().map(|sheet| format!("trang “{sheet}”"));
    let cell = place.cell.as_ref().map(|cell| format!("ô {cell}"));
    [place.file.clone(), sheet, cell, line].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
