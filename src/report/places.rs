//! `bao-cao-xep-hang.xlsx`: places and analysis.

use super::book::Book;
use super::{ReportError, chart, findings, group, matrix, overview, rules, words};
use crate::results::Results;

/// Makes the workbook.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn bytes(results: &Results<'_>) -> Result<Vec<u8>, ReportError> {
    let year = results.campaign.year;
    let mut book = Book::new(&format!("Báo cáo xếp hạng Chỉ số cải cách hành chính năm {year}"), results.campaign)?;
    overview::add(&mut book, results)?;
    for ranking in &results.ranking.groups {
        group::add(&mut book, ranking, results)?;
    }
    chart::add(&mut book, results)?;
    for ranking in &results.ranking.groups {
        if let Some(set) = results.sets.get(&ranking.group.set) {
            matrix::areas(&mut book, ranking, set, results)?;
            matrix::criteria(&mut book, ranking, set, results)?;
        }
    }
    let all: Vec<_> = results.findings.iter().collect();
    findings::add(&mut book, "PHÁT HIỆN QUA KIỂM TRA VÀ CHẤM ĐIỂM", &all, true, &words::remarks(results), results)?;
    for (n, set) in results.sets.values().enumerate() {
        let name =
            if results.sets.len() > 1 { format!("Phụ lục {} quy tắc chấm", n + 1) } else { "Phụ lục quy tắc chấm".into() };
        rules::add(&mut book, &name, set, results)?;
    }
    book.bytes()
}
