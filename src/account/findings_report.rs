//! `ket-qua-kiem-tra.xlsx`: everything that a run found, for those who have to see to it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Tone, centre, count, text};
use super::findings::{CODE, CRITERION, CURE, NUMBER, PLACE, SEVERITY, WHAT, id_column, place, severity};
use super::page::{Book, Page, Table};
use super::words::{capital, counted, many, remarks, unit_name};
use super::{history, reminders};
use crate::figure::GroupId;
use crate::finding::{Finding, Severity, Told, told};
use crate::results::Results;
use crate::text::{Lang, Text, Words, said};

/// What stands where a finding is of no unit.
const NO_UNIT: Words = Words { vi: "(chung của đợt)", en: "(of the whole campaign)" };

/// What is said where nothing was found.
const NOTHING: Words = Words { vi: "Không phát hiện sai sót.", en: "Nothing was found wrong." };

/// Head of the column of units.
const UNIT: (&str, &str) = ("Đơn vị", "Unit");

/// Makes the book: units with what they have to see to, causes with their cure, and what follows from them.
pub fn findings_report(results: &Results<'_>) -> Book {
    let year = results.campaign.year;
    let mut book = Book::new(said!(results.lang, "Kết quả kiểm tra số liệu năm {year}", "What was found in the data of {year}"), results);
    let mut causes = told(results.findings);
    causes.sort_by_key(|told| Reverse((told.severity(), told.consequences.len())));
    book.pages.push(reminders::page(results));
    book.pages.push(by_unit(&causes, results));
    let lines = common(causes);
    book.pages.push(causes_page(&lines, results));
    if lines.iter().any(|line| !line.below.is_empty()) {
        book.pages.push(consequences(&lines, results));
    }
    book.pages.extend(history::page(results));
    book
}

/// Line of the page of causes: a cause with what follows from it, or what many units share.
struct Line<'f> {
    /// The cause; of what is shared, that of the first unit.
    cause: &'f Finding,
    /// How much follows from it, by code.
    counted: Option<Text>,
    /// Units that share it; one for most.
    units: usize,
    /// Whether it stands for what several units have.
    shared: bool,
    /// What stands below it on a page of its own.
    below: Vec<&'f Finding>,
}

/// Fewest units at which the same thing has one cause, which is none of theirs.
const COMMON: usize = 3;

/// Puts what stands at no place of anybody's file, and is the same at several units, on one line: it has one cause.
fn common(causes: Vec<Told<'_>>) -> Vec<Line<'_>> {
    let key = |finding: &Finding| (finding.code.id, finding.severity);
    let alone = |told: &Told<'_>| told.finding.place.file.is_none() && told.finding.unit.is_some() && told.consequences.is_empty();
    let mut shared: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    for told in causes.iter().filter(|told| alone(told)) {
        shared.entry(key(told.finding)).or_default().push(told.finding);
    }
    shared.retain(|_, of_units| of_units.iter().map(|finding| &finding.unit).collect::<BTreeSet<_>>().len() >= COMMON);
    let mut lines = Vec::new();
    for told in causes {
        let of_units = alone(&told).then(|| shared.get_mut(&key(told.finding))).flatten();
        match of_units.map(std::mem::take) {
            Some(of_units) if of_units.is_empty() => {}
            Some(below) => {
                let units = below.iter().map(|finding| &finding.unit).collect::<BTreeSet<_>>().len();
                lines.push(Line { cause: told.finding, counted: None, units, shared: true, below });
            }
            None => lines.push(Line { cause: told.finding, counted: told.counted(), units: 1, shared: false, below: told.consequences }),
        }
    }
    lines
}

/// Counts causes by unit, those with most errors first.
fn by_unit(causes: &[Told<'_>], results: &Results<'_>) -> Page {
    let lang = results.lang;
    let mut page = Page::new(lang.word("Theo đơn vị", "By unit"), results.campaign, false, &[6, 34, 28, 10, 10, 10]);
    page.title(lang.word("KẾT QUẢ KIỂM TRA THEO ĐƠN VỊ", "FINDINGS BY UNIT"), results.campaign, remarks(results));
    let sum = counted(causes.iter().map(|told| told.finding));
    let more = results.findings.len().saturating_sub(causes.len());
    let following = if more > 0 {
        said!(lang, "; {more} nội dung khác tự hết khi khắc phục xong các lỗi gốc", "; {more} more go when these are corrected")
    } else {
        String::new()
    };
    page.paragraph(centre(format!("{}{following}.", capital(sum.get(lang)))));
    let heads = [NUMBER, UNIT, ("Khối", "Group"), ("Lỗi", "Errors"), ("Cảnh báo", "Warnings"), ("Lưu ý", "Notes")];
    let mut table = Table::main(lang.each(heads).map(centre), 2);
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
    let others = many(clean, "other unit has", "other units have");
    let rest = if clean > 0 {
        said!(lang, " {clean} đơn vị khác không có gì phải xử lý.", " {others} nothing to see to.")
    } else {
        String::new()
    };
    page.paragraph(
        text(said!(
            lang,
            "Từng dòng và cách khắc phục ở trang “Cần xử lý”; lọc theo đơn vị, mức độ hoặc mã bằng mũi tên ở tiêu đề cột.{rest}",
            "Each finding, and how to correct it, is on the sheet “To do”; the arrows in its heads pick units, severities or codes.{rest}"
        ))
        .italic(),
    );
    table.when_empty = Some(centre(NOTHING.get(lang)).italic());
    page.table(table);
    page
}

/// Lists causes, the worst first, and of those the ones from which most follows.
fn causes_page(lines: &[Line<'_>], results: &Results<'_>) -> Page {
    let lang = results.lang;
    let mut page = Page::new(lang.word("Cần xử lý", "To do"), results.campaign, true, &[6, 22, 10, 8, id_column(lang), 30, 52, 46]);
    let title = lang.word("KẾT QUẢ KIỂM TRA VÀ CÁCH KHẮC PHỤC", "FINDINGS AND HOW TO CORRECT THEM");
    page.title(title, results.campaign, remarks(results));
    let mut table = Table::main(lang.each([NUMBER, UNIT, SEVERITY, CODE, CRITERION, PLACE, WHAT, CURE]).map(centre), 2);
    for (n, line) in lines.iter().enumerate() {
        let (finding, shared) = (line.cause, line.shared);
        let units = if shared { of_units(line.units, lang) } else { unit(results, finding).to_owned() };
        let criterion = finding.criterion.as_ref().filter(|_| !shared).map_or("", |id| id.as_str());
        table.row([
            count(n + 1),
            text(units),
            severity(finding, false, lang),
            centre(finding.code.id),
            centre(criterion),
            text(place(finding, lang)),
            text(says(line, lang)),
            text(finding.help.get(lang)),
        ]);
    }
    table.when_empty = Some(centre(NOTHING.get(lang)).italic());
    page.table(table);
    page
}

/// Counts the units that share a cause.
fn of_units(units: usize, lang: Lang) -> String {
    said!(lang, "{units} đơn vị", "{units} units")
}

/// Says what a line is about, and where the rest of it stands.
fn says(line: &Line<'_>, lang: Lang) -> String {
    if line.shared {
        let (title, units, times) = (line.cause.code.title.get(lang), of_units(line.units, lang), line.below.len());
        if times > line.units {
            return said!(
                lang,
                "{title}: {times} nội dung của {units}; xem trang “Nội dung lặp lại, kéo theo”.",
                "{title}: {times} times at {units}; see the sheet “What follows”."
            );
        }
        return said!(lang, "{title}: {units}; xem trang “Nội dung lặp lại, kéo theo”.", "{title}: {units}; see the sheet “What follows”.");
    }
    let more = line.counted.as_ref().map(|more| capital(more.get(lang)));
    let more = more.map(|more| said!(lang, "\n{more}; xem trang “Nội dung lặp lại, kéo theo”.", "\n{more}; see the sheet “What follows”."));
    format!("{}{}", line.cause.message.get(lang), more.unwrap_or_default())
}

/// Lists what follows from causes, each with its own: it goes once the cause is cured.
fn consequences(lines: &[Line<'_>], results: &Results<'_>) -> Page {
    let lang = results.lang;
    let mut page = Page::new(
        lang.word("Nội dung lặp lại, kéo theo", "What follows"),
        results.campaign,
        true,
        &[6, 22, 10, 8, id_column(lang), 30, 62, 18],
    );
    let title = lang.word("CÁC NỘI DUNG TỰ HẾT KHI KHẮC PHỤC XONG LỖI GỐC", "WHAT GOES ONCE ITS CAUSE IS CORRECTED");
    page.title(title, results.campaign, remarks(results));
    let cause = ("Do lỗi số", "Because of");
    let mut table = Table::main(lang.each([NUMBER, UNIT, SEVERITY, CODE, CRITERION, PLACE, WHAT, cause]).map(centre), 2);
    let below = lines.iter().enumerate().flat_map(|(n, line)| line.below.iter().map(move |finding| (n + 1, line.cause, *finding)));
    for (n, (number, cause, finding)) in below.enumerate() {
        table.row([
            count(n + 1),
            text(unit(results, finding)),
            severity(finding, true, lang),
            centre(finding.code.id),
            centre(finding.criterion.as_ref().map_or("", |id| id.as_str())),
            text(place(finding, lang)),
            text(finding.message.get(lang)),
            centre(format!("{number} ({})", cause.code.id)),
        ]);
    }
    page.table(table);
    page
}

/// Names the unit of a finding.
fn unit<'a>(results: &'a Results<'_>, finding: &'a Finding) -> &'a str {
    finding.unit.as_ref().map_or(NO_UNIT.get(results.lang), |id| unit_name(results, id))
}

/// Names a group.
fn group<'a>(results: &'a Results<'_>, id: &GroupId) -> &'a str {
    results.ranking.groups.iter().find(|ranking| ranking.group.id == *id).map_or("", |ranking| ranking.group.name.as_str())
}
