//! Page of what was found at a unit, with its place and its cure.

use std::cmp::Reverse;

use super::cell::{Cell, Tone, centre, count, text};
use super::page::{Page, Table};
use super::words::{capital, counted};
use crate::finding::{Finding, Place, Severity, told};
use crate::results::Results;
use crate::text;
use crate::text::{Lang, Text, said};

/// Heads of tables of findings.
pub const NUMBER: (&str, &str) = ("STT", "No.");
/// How bad it is.
pub const SEVERITY: (&str, &str) = ("Mức độ", "Severity");
/// Code of the catalogue.
pub const CODE: (&str, &str) = ("Mã", "Code");
/// Which criterion it is of.
pub const CRITERION: (&str, &str) = ("Tiêu chí", "Criterion");
/// Where it stands.
pub const PLACE: (&str, &str) = ("Vị trí", "Where");
/// What was found.
pub const WHAT: (&str, &str) = ("Nội dung", "What was found");
/// What to do about it.
pub const CURE: (&str, &str) = ("Cách xử lý", "What to do");

/// Gives the width of the column of criteria, which its head settles.
pub const fn id_column(lang: Lang) -> u32 {
    match lang {
        Lang::Vi => 9,
        Lang::En => 11,
    }
}

/// Makes the page of the findings given, the worst first, and of those the ones from which most follows.
pub fn page(title: &str, findings: &[&Finding], remarks: Vec<String>, results: &Results<'_>) -> Page {
    let lang = results.lang;
    let mut page = Page::new(lang.word("Kết quả kiểm tra", "Findings"), results.campaign, true, &[6, 10, 8, id_column(lang), 32, 58, 52]);
    page.title(title, results.campaign, remarks);
    page.paragraph(centre(capital(counted(findings.iter().copied()).get(lang))));
    let head = lang.each([NUMBER, SEVERITY, CODE, CRITERION, PLACE, WHAT, CURE]);
    let mut table = Table::main(head.map(centre), 3);
    let mut causes = told(findings.iter().copied());
    causes.sort_by_key(|told| Reverse((told.severity(), told.consequences.len())));
    // What follows from a cause is counted there and stands below all causes.
    let consequences = causes.iter().flat_map(|told| &told.consequences).map(|finding| (*finding, None, true));
    let causes = causes.iter().map(|told| (told.finding, told.counted(), false));
    for (n, (finding, counted, follows)) in causes.chain(consequences).enumerate() {
        table.row(row(n + 1, finding, counted.as_ref(), (follows, lang)));
    }
    table.when_empty = Some(centre(lang.word("Không phát hiện sai sót.", "Nothing was found wrong.")).italic());
    page.table(table);
    page
}

/// Makes the cell of a severity; what follows from something else is quiet.
pub fn severity(finding: &Finding, follows: bool, lang: Lang) -> Cell {
    let tone = match finding.severity {
        _ if follows => Tone::Out,
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Odd,
        Severity::Note => Tone::None,
    };
    centre(capital(finding.severity.words().get(lang))).tone(tone)
}

/// Makes the row of a finding.
fn row(n: usize, finding: &Finding, counted: Option<&Text>, (follows, lang): (bool, Lang)) -> Vec<Cell> {
    let mut cells = vec![count(n), severity(finding, follows, lang), centre(finding.code.id)];
    let counted = counted.map(|counted| capital(counted.get(lang)));
    let counted = counted.map(|counted| said!(lang, "\n{counted}; xem cuối bảng.", "\n{counted}; see the end of the table."));
    let cause = finding.follows.as_ref().filter(|_| follows).map(|cause| cause.code.id);
    let cause = cause.map(|code| said!(lang, "\nDo lỗi {code}.", "\nBecause of {code}.")).unwrap_or_default();
    let counted = counted.unwrap_or_default();
    cells.extend([
        centre(finding.criterion.as_ref().map_or("", |id| id.as_str())),
        text(place(finding, lang)),
        text(format!("{}{counted}{cause}", finding.message.get(lang))),
        text(finding.help.get(lang)),
    ]);
    cells
}

/// Says where a finding stands, as people look for it.
pub fn place(finding: &Finding, lang: Lang) -> String {
    where_at(&finding.place, lang)
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
