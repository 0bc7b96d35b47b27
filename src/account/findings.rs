//! Page of what was found at a unit, with its place and its cure.

use std::cmp::Reverse;

use super::cell::{Cell, Tone, centre, count, text};
use super::page::{Page, Table};
use super::standing::is_in_what_it_sent;
use super::words::{capital, counted};
use crate::figure::UnitId;
use crate::finding::campaign::NOT_SUBMITTED;
use crate::finding::{Finding, Place, Severity, told};
use crate::results::Results;
use crate::text;
use crate::text::{Lang, Text, said};

/// Heads of tables of findings.
pub const NUMBER: (&str, &str) = ("STT", "No.");
/// How bad it is.
pub const SEVERITY: (&str, &str) = ("Mức độ", "Severity");
/// Code of the catalogue, in what stays in the house.
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

/// Makes the page of what was found at a unit, the worst first, and of that what most follows from.
pub fn page(title: &str, (unit, findings): (&UnitId, &[&Finding]), remarks: Vec<String>, results: &Results<'_>) -> Page {
    let lang = results.lang;
    let mut page = Page::new(lang.word("Kết quả kiểm tra", "Findings"), results.campaign, true, &[6, 10, id_column(lang), 30, 64, 56]);
    page.title(title, results.campaign, remarks);
    page.paragraph(centre(capital(counted(findings.iter().copied()).get(lang))));
    let head = lang.each([NUMBER, SEVERITY, CRITERION, PLACE, WHAT, CURE]);
    let mut table = Table::main(head.map(centre), 3);
    let mut causes = told(findings.iter().copied());
    causes.sort_by_key(|told| Reverse((told.severity(), told.consequences.len())));
    let files = FilesOfUnit::new(results, unit, findings);
    for (n, told) in causes.iter().enumerate() {
        let more = told.consequences.len();
        let more = (more > 0).then(|| {
            said!(
                lang,
                "\nVà {more} nội dung khác do lỗi này; xem cuối bảng.",
                "\nWhat follows from this: {more} more; see the end of the table."
            )
        });
        table.row(row(n + 1, (told.finding, false), &more.unwrap_or_default(), (&files, lang)));
    }
    // What follows from a cause is counted there and stands below all causes.
    let consequences = causes.iter().enumerate().flat_map(|(n, told)| told.consequences.iter().map(move |finding| (n + 1, *finding)));
    for (n, (cause, finding)) in consequences.enumerate() {
        let because = said!(lang, "\nDo lỗi ở số thứ tự {cause}.", "\nBecause of No. {cause}.");
        table.row(row(causes.len() + n + 1, (finding, true), &because, (&files, lang)));
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

/// Makes the row of a finding, with what is said of its cause or of what follows from it.
fn row(n: usize, (finding, follows): (&Finding, bool), beside: &str, (files, lang): (&FilesOfUnit<'_>, Lang)) -> Vec<Cell> {
    vec![
        count(n),
        severity(finding, follows, lang),
        centre(finding.criterion.as_ref().map_or("", |id| id.as_str())),
        text(files.place(finding, lang)),
        text(format!("{}{beside}", files.message(finding, lang))),
        text(files.cure(finding, lang)),
    ]
}

/// Says where a finding stands, as people look for it.
pub fn place(finding: &Finding, lang: Lang) -> String {
    where_at(&finding.place, lang)
}

/// Says where something stands, a line for the file.
pub fn where_at(place: &Place, lang: Lang) -> String {
    // A line for the file: names of files are long, and are broken anywhere.
    [place.file.clone().unwrap_or_default(), within(place, lang)]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Says where something stands within its file.
fn within(place: &Place, lang: Lang) -> String {
    let said = |words: Text| words.get(lang).to_owned();
    let line = place.line.map(|line| said(text!("dòng {line}", "line {line}")));
    let sheet = place.sheet.as_ref().map(|sheet| said(text!("trang “{sheet}”", "sheet “{sheet}”")));
    let cell = place.cell.as_ref().map(|cell| said(text!("ô {cell}", "cell {cell}")));
    [sheet, cell, line].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What a unit has in its hands: the files that it sent. Folders of the office are nothing to it, nor is what the office wrote
/// to run the exercise.
pub struct FilesOfUnit<'r> {
    /// The run.
    results: &'r Results<'r>,
    /// The unit.
    unit: &'r UnitId,
    /// Its form, where it sent one and no other workbook beside.
    only: Option<String>,
}

impl<'r> FilesOfUnit<'r> {
    /// Looks at what a unit sent, and at where something was found.
    pub fn new(results: &'r Results<'r>, unit: &'r UnitId, findings: &[&Finding]) -> Self {
        let form = results.evidenced.get(unit).map(|sent| sent.assessment.file.clone());
        let mut others =
            findings.iter().filter(|finding| finding.place.file != form && is_in_what_it_sent(results, unit, finding) && named(finding));
        let only = form.clone().filter(|_| others.next().is_none());
        Self { results, unit, only }
    }

    /// Names its form, where it sent several; a unit knows the only one that it sent.
    pub fn form(&self, file: &str) -> Option<String> {
        (self.only.as_deref() != Some(file)).then(|| name_of(file).to_owned())
    }

    /// Tells whether the unit itself can do something about a finding: it is of what the unit sent. What several of its files
    /// are to the exercise, what the council typed and what the campaign says is for the office to settle.
    pub fn is_in_its_hands(&self, finding: &Finding) -> bool {
        ['S', 'E', 'P'].iter().any(|family| finding.code.id.starts_with(*family)) && is_in_what_it_sent(self.results, self.unit, finding)
    }

    /// Says what was found; of tables and settings that the unit never saw, only what kind of thing it is.
    pub fn message<'f>(&self, finding: &'f Finding, lang: Lang) -> &'f str {
        let seen = finding.place.file.is_none() || is_in_what_it_sent(self.results, self.unit, finding);
        if seen { finding.message.get(lang) } else { finding.code.title.get(lang) }
    }

    /// Says what the unit has to do.
    pub fn cure<'f>(&self, finding: &'f Finding, lang: Lang) -> &'f str {
        if *finding.code == NOT_SUBMITTED {
            lang.word("Gửi báo cáo tự đánh giá cho cơ quan tổ chức chấm điểm.", "Send the self-assessment to the office.")
        } else if self.is_in_its_hands(finding) {
            finding.help.get(lang)
        } else {
            lang.word(
                "Cơ quan tổ chức chấm điểm xử lý; đơn vị không phải sửa biểu.",
                "For the office to settle; nothing to correct in the form.",
            )
        }
    }

    /// Says where a finding stands, as the unit looks for it: sheet and cell; the name of the file where that is asked. Nothing
    /// of files that it never saw.
    pub fn place(&self, finding: &Finding, lang: Lang) -> String {
        let Some(file) = finding.place.file.as_deref().filter(|_| is_in_what_it_sent(self.results, self.unit, finding)) else {
            return String::new();
        };
        let name = self.form(file).filter(|_| named(finding)).unwrap_or_default();
        [name, within(&finding.place, lang)].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// Tells whether a finding names a file, not a folder.
fn named(finding: &Finding) -> bool {
    finding.place.file.as_deref().is_some_and(|file| name_of(file).contains('.'))
}

/// Takes the folders off the name of a file.
fn name_of(file: &str) -> &str {
    file.rsplit_once('/').map_or(file, |(_, name)| name)
}
