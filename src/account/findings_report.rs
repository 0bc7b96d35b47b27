//! `ket-qua-kiem-tra.xlsx`: everything that a run found, for those who have to see to it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::cell::{Tone, centre, count, text};
use super::findings::{place, severity};
use super::page::{Book, Page, Table};
use super::words::{capital, counted, remarks, unit_name};
use super::{history, reminders};
use crate::figure::GroupId;
use crate::finding::{Finding, Severity, Told, told};
use crate::results::Results;
use crate::text::{Lang, Text};

/// What stands where a finding is of no unit.
const NO_UNIT: &str = "(chung của đợt)";

/// Makes the book: units with what they have to see to, causes with their cure, and what follows from them.
pub fn findings_report(results: &Results<'_>) -> Book {
    let mut book = Book::new(format!("Kết quả kiểm tra số liệu năm {}", results.campaign.year), results.campaign);
    let mut causes = told(results.findings);
    causes.sort_by_key(|told| Reverse((told.severity(), told.consequences.len())));
    book.pages.push(reminders::page(results));
    book.pages.push(by_unit(&causes, results));
    book.pages.push(causes_page(&causes, results));
    if causes.iter().any(|told| !told.consequences.is_empty()) {
        book.pages.push(consequences(&causes, results));
    }
    book.pages.extend(history::page(results));
    book
}

/// Counts causes by unit, those with most errors first.
fn by_unit(causes: &[Told<'_>], results: &Results<'_>) -> Page {
    let mut page = Page::new("Theo đơn vị", results.campaign, false, &[6, 34, 28, 10, 10, 10]);
    page.title("KẾT QUẢ KIỂM TRA THEO ĐƠN VỊ", results.campaign, remarks(results));
    let Text { vi, .. } = counted(causes.iter().map(|told| told.finding));
    let more = results.findings.len().saturating_sub(causes.len());
    let following =
        if more > 0 { format!("; {more} nội dung khác tự hết khi khắc phục xong các lỗi gốc") } else { String::new() };
    page.paragraph(centre(format!("{vi}{following}.")));
    let mut table = Table::main(["STT", "Đơn vị", "Khối", "Lỗi", "Cảnh báo", "Lưu ý"].map(centre), 2);
    let mut numbers: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for told in causes {
        let [errors, warnings, notes] = numbers.entry(unit(results, told.finding)).or_default();
        *match told.finding.severity {
            Severity::Error => errors,
            Severity::Warning => warnings,
            Severity::Note => notes,
        } += 1;
    }
    let mut of = |name: &str| numbers.remove(name).unwrap_or_default();
    let mut lines: Vec<(&str, &str, [usize; 3])> =
        results.units.iter().map(|unit| (unit.name.as_str(), group(results, &unit.group), of(&unit.name))).collect();
    let of_all = lines.len();
    lines.retain(|(.., numbers)| numbers.iter().any(|number| *number > 0));
    let clean = of_all - lines.len();
    // What is of no unit, and what names one that the campaign lacks.
    lines.extend(numbers.into_iter().map(|(name, numbers)| (name, "", numbers)));
    lines.sort_by_key(|(_, _, numbers)| Reverse(*numbers));
    for (n, (name, group, [errors, warnings, notes])) in lines.into_iter().enumerate() {
        let tone = if errors > 0 { Tone::Bad } else { Tone::None };
        table.row([count(n + 1), text(name), text(group), count(errors).tone(tone), count(warnings), count(notes)]);
    }
    let rest = if clean > 0 { format!(" {clean} đơn vị khác không có gì phải xử lý.") } else { String::new() };
    page.paragraph(
        text(format!("Từng dòng và cách khắc phục ở trang “Cần xử lý”; lọc theo đơn vị, mức độ hoặc mã bằng mũi tên ở tiêu đề cột.{rest}"))
            .italic(),
    );
    table.when_empty = Some(centre("Không phát hiện sai sót.").italic());
    page.table(table);
    page
}

/// Lists causes, the worst first, and of those the ones from which most follows.
fn causes_page(causes: &[Told<'_>], results: &Results<'_>) -> Page {
    let mut page = Page::new("Cần xử lý", results.campaign, true, &[6, 22, 10, 8, 9, 30, 52, 46]);
    page.title("KẾT QUẢ KIỂM TRA VÀ CÁCH KHẮC PHỤC", results.campaign, remarks(results));
    let mut table = Table::main(["STT", "Đơn vị", "Mức độ", "Mã", "Tiêu chí", "Vị trí", "Nội dung", "Cách xử lý"].map(centre), 2);
    for (n, told) in causes.iter().enumerate() {
        let finding = told.finding;
        let more = told.counted().map(|more| format!("\n{}; xem trang “Dòng kéo theo”.", capital(&more.vi))).unwrap_or_default();
        table.row([
            count(n + 1),
            text(unit(results, finding)),
            severity(finding, false),
            centre(finding.code.id),
            centre(finding.criterion.as_ref().map_or("", |id| id.as_str())),
            text(place(finding)),
            text(format!("{}{more}", finding.message.vi)),
            text(finding.help.get(Lang::Vi)),
        ]);
    }
    table.when_empty = Some(centre("Không phát hiện sai sót.").italic());
    page.table(table);
    page
}

/// Lists what follows from causes, each with its own: it goes once the cause is cured.
fn consequences(causes: &[Told<'_>], results: &Results<'_>) -> Page {
    let mut page = Page::new("Dòng kéo theo", results.campaign, true, &[6, 22, 10, 8, 9, 30, 62, 18]);
    page.title("CÁC NỘI DUNG TỰ HẾT KHI KHẮC PHỤC XONG LỖI GỐC", results.campaign, remarks(results));
    let mut table = Table::main(["STT", "Đơn vị", "Mức độ", "Mã", "Tiêu chí", "Vị trí", "Nội dung", "Do lỗi số"].map(centre), 2);
    let below =
        causes.iter().enumerate().flat_map(|(n, told)| told.consequences.iter().map(move |finding| (n + 1, told.finding, *finding)));
    for (n, (number, cause, finding)) in below.enumerate() {
        table.row([
            count(n + 1),
            text(unit(results, finding)),
            severity(finding, true),
            centre(finding.code.id),
            centre(finding.criterion.as_ref().map_or("", |id| id.as_str())),
            text(place(finding)),
            text(&finding.message.vi),
            centre(format!("{number} ({})", cause.code.id)),
        ]);
    }
    page.table(table);
    page
}

/// Names the unit of a finding.
fn unit<'a>(results: &'a Results<'_>, finding: &'a Finding) -> &'a str {
    finding.unit.as_ref().map_or(NO_UNIT, |id| unit_name(results, id))
}

/// Names a group.
fn group<'a>(results: &'a Results<'_>, id: &GroupId) -> &'a str {
    results.ranking.groups.iter().find(|ranking| ranking.group.id == *id).map_or("", |ranking| ranking.group.name.as_str())
}
