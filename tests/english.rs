//! `run --lang en`: every paper is told in English, down to the names of sheets and the words in charts; only what people
//! gave the campaign in Vietnamese stays as they gave it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use parindex::account::{
    Block, Cell, Part, Table, Value, award_proposal, award_request, decision, findings_report, ranking_report, reminder_letter,
    result_letter, results_report, unit_report,
};
use parindex::assessment::{Answer, Evidence, EvidenceDate};
use parindex::campaign::NoProgress;
use parindex::folder::{load_campaign, work_out};
use parindex::look;
use parindex::text::Lang;
use quick_xml::Reader;
use quick_xml::events::Event;
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization as _;

use crate::folder::golden;
use crate::intake::raw::unzip;
use crate::samples::{files, long_an_reports};

/// Campaign with everything that a paper can tell of: rounds, explanations, survey, earlier years, awards, certainty.
const SAMPLE: &str = "samples/long-an-2018";

/// Vietnamese that stays in English papers whatever the campaign says.
const KEPT: [(&str, &str); 1] = [("qđ-", "the symbol of a decision, which law fixes")];

/// Gives the folder of the reports of Long An in English, made once for all tests.
pub fn reports() -> &'static Path {
    static REPORTS: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, reports) = REPORTS.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        let reports = folder.path().join("reports");
        let mut run = Command::new(env!("CARGO_BIN_EXE_parindex"));
        run.args(["run", SAMPLE, "-q", "--lang", "en", "--out"]).arg(&reports).output().unwrap();
        (folder, reports)
    });
    reports
}

/// Papers made of the province's own templates, which stay in the language of these.
const OWN_TEMPLATES: &str = "van-ban/theo-mau/";

/// Lists the workbooks and documents of a folder that the program words, by their path inside it.
fn papers(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut papers = files(folder);
    papers.retain(|name, path| {
        !name.starts_with(OWN_TEMPLATES) && path.extension().is_some_and(|ending| ending == "xlsx" || ending == "docx")
    });
    papers
}

/// Puts words into the one form in which they are compared.
fn plain(words: &str) -> String {
    words.nfc().collect::<String>().to_lowercase()
}

/// Tells whether words hold a letter that only Vietnamese has.
fn vietnamese(words: &str) -> bool {
    words.chars().any(|letter| ('\u{C0}'..='\u{1EF9}').contains(&letter) && letter.is_alphabetic())
}

/// Gives what stands between two marks, wherever they follow each other.
pub fn between<'w>(words: &'w str, open: &'w str, close: &'w str) -> impl Iterator<Item = &'w str> {
    let mut rest = words;
    std::iter::from_fn(move || {
        let (_, behind) = rest.split_once(open)?;
        let (inside, behind) = behind.split_once(close)?;
        rest = behind;
        Some(inside)
    })
}

/// Gives every text of a part of a file, and every name that it gives something.
fn words_of(xml: &[u8]) -> Vec<String> {
    let mut reader = Reader::from_reader(xml);
    let (mut found, mut text) = (Vec::new(), String::new());
    loop {
        let event = reader.read_event().unwrap();
        if let Event::Text(words) = &event {
            text.push_str(&words.xml10_content());
            continue;
        }
        if let Event::GeneralRef(name) = &event {
            text.extend(["&", &**name, ";"]);
            continue;
        }
        if !text.is_empty() {
            found.push(std::mem::take(&mut text));
        }
        match event {
            Event::Start(start) | Event::Empty(start) => {
                found.extend(start.attributes().map(|one| one.unwrap().value.into_owned()));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// Everything that is printed as the campaign, its sets and its units gave it.
fn given(folder: &Path) -> Vec<String> {
    let mut given = BTreeSet::new();
    let worked = work_out(folder, load_campaign(folder).unwrap(), &NoProgress).0;
    let mut sources = vec![folder.join("campaign.yaml")];
    sources.extend(worked.plan.sets.keys().map(|set| Path::new("criteria").join(set.as_str()).join("set.yaml")));
    for source in sources {
        for line in fs::read_to_string(source).unwrap().lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            given.insert(line.to_owned());
            for mark in ["- ", ": ", ", ", "{ ", " }", "[", "]"] {
                given.extend(line.split(mark).map(str::to_owned));
            }
            given.extend(line.split([',', '[', ']', '{', '}']).map(str::to_owned));
            let values = line.split(['{', '}', '[', ']']).flat_map(|part| part.split(", ")).filter_map(|part| part.split_once(": "));
            given.extend(values.map(|(_, value)| value.to_owned()));
            given.extend(line.split_once(": ").map(|(_, value)| value.to_owned()));
            given.extend(between(line, "\"", "\"").chain(between(line, "“", "”")).map(str::to_owned));
        }
    }
    given.extend(worked.plan.units.iter().filter_map(|unit| parindex::form::place(&worked.plan.campaign, unit)));
    for sent in worked.evidenced.values() {
        let remarks = &sent.assessment.remarks;
        given.insert(sent.assessment.file.clone());
        given.extend(remarks.difficulties.iter().chain(&remarks.proposals).cloned());
        sent.assessment.answers.values().for_each(|answer| typed(answer, &mut given));
    }
    for one in worked.explanations.values().flat_map(BTreeMap::values) {
        one.answers.values().for_each(|answer| typed(answer, &mut given));
    }
    for round in worked.appraisal.all_rounds() {
        for unit in &worked.plan.units {
            for leaf in worked.appraisal.leaves(round, &unit.id) {
                given.extend(worked.appraisal.reasons(round, &unit.id, leaf).into_iter().map(str::to_owned));
                let place = worked.appraisal.typed_at(round, &unit.id, leaf);
                given.extend(place.into_iter().flat_map(|place| place.file.iter().chain(&place.sheet)).map(ToString::to_string));
            }
        }
    }
    for finding in &worked.findings {
        given.extend(finding.place.file.iter().chain(&finding.place.sheet).map(ToString::to_string));
        // What a finding quotes was typed by somebody.
        given.extend(between(&finding.message.en, "“", "”").map(str::to_owned));
    }
    let bare = |words: String| plain(words.trim().trim_matches(['"', '\'', '.', ';', ',']));
    // What is counted is named without its “Số …” in a sentence.
    let counted: Vec<String> = given.iter().flat_map(|words| words.split("Số ").skip(1)).map(str::to_owned).collect();
    given.extend(counted);
    let given: BTreeSet<String> =
        given.into_iter().flat_map(|words| words.lines().map(str::to_owned).collect::<Vec<_>>()).map(bare).collect();
    let mut given: Vec<String> = given.into_iter().filter(|words| vietnamese(words) && words.chars().count() > 1).collect();
    given.sort_by_key(|words| std::cmp::Reverse(words.len()));
    given
}

/// Adds what somebody typed for a criterion.
fn typed(answer: &Answer, given: &mut BTreeSet<String>) {
    given.extend(answer.explanation.iter().cloned());
    given.extend(answer.sheet.iter().map(ToString::to_string));
    for Evidence { number, issuer, title, section, file, link, date, .. } in &answer.evidence {
        given.extend([number, issuer, title, section, file, link].into_iter().flatten().cloned());
        if let EvidenceDate::Wrong(words) = date {
            given.insert(words.clone());
        }
    }
}

/// Takes what was given out of words; what is left is the program's own.
fn own(words: &str, given: &[String]) -> String {
    let mut own = plain(words);
    for words in given.iter().map(String::as_str).chain(KEPT.map(|(kept, _)| kept)) {
        if own.len() >= words.len() && own.contains(words) {
            own = own.replace(words, " ");
            if !vietnamese(&own) {
                break;
            }
        }
    }
    own
}

/// Tells whether a name of a sheet ends in a name that was given, or in its beginning: Excel takes no more of it.
fn ends_in_given(sheet: &str, given: &[String]) -> bool {
    let sheet = plain(sheet);
    let sheet = sheet.split('!').next().unwrap_or_default().trim_matches('\'');
    let named = [" – ", ". "].iter().find_map(|mark| Some(sheet.split_once(mark)?.1));
    // Names that begin alike leave out what they share.
    let left_out = |words: &String, named: &str| {
        named.split_once("… ").is_some_and(|(begins, rest)| words.starts_with(begins) && words.contains(rest))
    };
    named.is_some_and(|named| given.iter().any(|words| words.starts_with(named) || left_out(words, named)))
}

/// Tells whether words are the beginning of a name that was given, cut for the room beside a bar, with a number before it or not.
fn is_cut_short(words: &str, given: &[String]) -> bool {
    let words = plain(words);
    let Some(start) = words.strip_suffix('…') else { return false };
    let start = start.split_once(". ").map_or(start, |(_, start)| start);
    given.iter().any(|given| given.starts_with(start))
}

/// Lists the texts in papers of a campaign, so many at least, that hold Vietnamese which nobody gave the program, with their places.
pub fn foreign_words(campaign: &Path, folder: &Path, least: usize, seen_by_people: fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<String> {
    let given = given(campaign);
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let papers = papers(folder);
    assert!(papers.len() >= least, "{papers:?}");
    for (name, path) in papers {
        for (part, xml) in unzip(&fs::read(path).unwrap()) {
            for words in words_of(&seen_by_people(&part, xml)).into_iter().filter(|words| vietnamese(words)) {
                seen.entry(words).or_insert_with(|| format!("{name}, {part}"));
            }
        }
    }
    let mut wrong = Vec::new();
    for (words, place) in seen {
        let own = own(&words, &given);
        let names_sheet = ["workbook.xml", "app.xml"].iter().any(|part| place.ends_with(part)) || place.contains("charts/");
        if vietnamese(&own) && !is_cut_short(&words, &given) && !(names_sheet && ends_in_given(&words, &given)) {
            wrong.push(format!("{place}: {words} [{}]", own.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    wrong
}

#[test]
fn no_english_paper_holds_a_vietnamese_sentence_of_the_program() {
    let wrong = foreign_words(Path::new(SAMPLE), reports(), 70, |_, xml| xml);
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn english_papers_say_what_stands_in_the_golden_files() {
    for (paper, name) in [
        ("don-vi/so-noi-vu.xlsx", "don-vi-so-noi-vu"),
        ("de-xuat-khen-thuong.xlsx", "de-xuat-khen-thuong"),
        ("van-ban/bao-cao-ket-qua.docx", "bao-cao-ket-qua"),
        ("van-ban/du-thao-quyet-dinh.docx", "du-thao-quyet-dinh"),
    ] {
        let path = reports().join(paper);
        let dumped = if paper.ends_with("docx") { crate::documents::dump(&fs::read(path).unwrap()) } else { crate::samples::dump(&path) };
        golden(&format!("long-an-2018/en/{name}.txt"), &dumped);
    }
}

#[test]
fn the_language_changes_words_alone() {
    let (vietnamese, english) = (files(&long_an_reports()), files(reports()));
    assert_eq!(vietnamese.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "names of files are the same");
    let read = |reports: &BTreeMap<String, PathBuf>, name: &str| fs::read(&reports[name]).unwrap();
    assert_eq!(read(&vietnamese, "result.json"), read(&english, "result.json"), "what machines read is the same");
    let options = |reports: &BTreeMap<String, PathBuf>| {
        let manifest: serde_json::Value = serde_json::from_slice(&read(reports, "manifest.json")).unwrap();
        manifest["options"].to_string()
    };
    assert_eq!((options(&vietnamese).as_str(), options(&english).as_str()), (r#"{"command":"run"}"#, r#"{"command":"run","lang":"en"}"#));
}

/// Lists the words of a table's heads, and of the first cells of its rows, that are wider than their columns, which are so many
/// pixels wide.
fn too_wide(table: &Table, widths: &[u32], of: &str) -> Vec<String> {
    let mut wide = Vec::new();
    let mut measure = |cell: &Cell, bold: bool, room: u32| {
        let Value::Text(words) = &cell.value else { return };
        let size = cell.look.size.unwrap_or(look::SIZE);
        for word in words.split([' ', '\n', '-']).filter(|_| !cell.look.upright) {
            // Bold letters are about a fifteenth wider, a word of them up to two pixels less; 96 pixels are 72 points.
            let pixels = look::width(word) * size * 4 / 3 * if bold { 16 } else { 15 } / 15 / 1000;
            if pixels > room + 2 {
                wide.push(format!("{of}: {word} is {pixels} pixels wide, its column {room}"));
            }
        }
    };
    let mut columns = widths.iter();
    for cell in &table.head {
        measure(cell, true, columns.by_ref().take(cell.span.into()).sum());
    }
    for cell in table.rows.iter().chain(&table.foot).filter_map(|row| row.first()) {
        measure(cell, cell.look.letters.is_bold(), widths.iter().take(cell.span.into()).sum());
    }
    wide
}

#[test]
fn no_word_of_a_head_or_a_first_cell_is_wider_than_its_column() {
    let folder = Path::new(SAMPLE);
    let worked = work_out(folder, load_campaign(folder).unwrap(), &NoProgress).0;
    let mut wide = Vec::new();
    for lang in [Lang::Vi, Lang::En] {
        let results = worked.results().told_in(lang);
        let mut books = vec![ranking_report(&results), findings_report(&results), award_proposal(&results)];
        books.extend(worked.plan.units.iter().map(|unit| unit_report(&results, unit)));
        for page in books.iter().flat_map(|book| &book.pages) {
            let widths: Vec<u32> = page.widths.iter().map(|width| width * 7).collect();
            for block in &page.blocks {
                let Block::Table(table) = block else { continue };
                wide.extend(too_wide(table, &widths, &page.name));
            }
        }
        let letters = worked.plan.units.iter().map(|unit| result_letter(&results, unit));
        let letters = [award_request(&results), reminder_letter(&results)].into_iter().chain(letters).flatten();
        for document in [results_report(&results), decision(&results)].into_iter().chain(letters) {
            for part in &document.parts {
                let Part::Table { widths, table } = part else { continue };
                // The text is 165 mm wide; 3 mm of each cell are kept free.
                let whole: u32 = widths.iter().sum();
                let widths: Vec<u32> = widths.iter().map(|width| (width * 9354 / whole).saturating_sub(170) / 15).collect();
                wide.extend(too_wide(table, &widths, &document.title));
            }
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

#[test]
fn numbers_and_words_are_marked_as_english() {
    for (name, path) in papers(reports()) {
        let parts: BTreeMap<String, String> =
            unzip(&fs::read(path).unwrap()).into_iter().map(|(part, xml)| (part, String::from_utf8_lossy(&xml).into_owned())).collect();
        let (part, english, vietnamese) =
            if name.ends_with("xlsx") { ("xl/styles.xml", "[$-409]", "[$-42A]") } else { ("word/styles.xml", "en-GB", "vi-VN") };
        assert!(parts[part].contains(english) && !parts[part].contains(vietnamese), "{name}: {}", parts[part]);
    }
}

#[test]
fn what_english_papers_point_to_is_there() {
    let mut pointed = 0;
    for (name, path) in papers(reports()).into_iter().filter(|(name, _)| name.ends_with("xlsx")) {
        let parts: Vec<(String, String)> =
            unzip(&fs::read(path).unwrap()).into_iter().map(|(part, xml)| (part, String::from_utf8_lossy(&xml).into_owned())).collect();
        let book = &parts.iter().find(|(part, _)| part == "xl/workbook.xml").unwrap().1;
        let sheets: BTreeSet<&str> = between(book, "<sheet name=\"", "\"").collect();
        for (part, xml) in &parts {
            let own = part == "xl/sharedStrings.xml";
            let words = between(xml, "sheet “", "”").filter(|_| own);
            for to in words.chain(between(xml, "<c:f>", "!").map(|to| to.trim_matches('\''))) {
                // Findings tell of sheets of the workbooks that units sent.
                let sent = own && vietnamese(to);
                assert!(sent || sheets.contains(to), "{name}, {part}: there is no sheet “{to}”, but {sheets:?}");
                pointed += usize::from(!sent);
            }
        }
    }
    assert!(pointed > 100, "{pointed}");
}
