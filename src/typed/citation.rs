//! Documents named in running text, parsed into the same record as those of the evidence sheet.
//!
//! `Kế hoạch số 4851/KH-UBND ngày 11/10/2018 của UBND tỉnh, mục II, trang 3; Báo cáo số 12/BC-SNV …`, with the blocks
//! `Giải trình:` and `Tài liệu kiểm chứng:` or `TLKC:` that forms of provinces put into one cell.

use crate::assessment::{Evidence, EvidenceDate};
use crate::text::fold::{bare, tidy};
use crate::typed::value::day;

/// What a cell of evidence and explanation says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Said {
    /// Explanation, as typed.
    pub explanation: Option<String>,
    /// Documents, in the order of the text, without places.
    pub evidence: Vec<Evidence>,
}

/// Labels of the block of documents, bare.
const DOCUMENTS: [&str; 5] = ["tai lieu kiem chung", "tlkc", "minh chung", "tai lieu minh chung", "van ban kiem chung"];
/// Labels of the block of explanations, bare.
const EXPLANATION: [&str; 2] = ["giai trinh", "giai trinh them"];
/// Words that begin the place inside a document, bare.
const SECTION: [&str; 9] = ["muc", "trang", "tr.", "phu luc", "chuong", "khoan", "dieu", "bieu", "phan"];
/// Endings of files that offices send.
const ENDINGS: [&str; 13] = [".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".jpg", ".jpeg", ".png", ".rar", ".zip", ".7z"];

/// Reads a cell that names documents, explains, or does both.
pub fn read(text: &str) -> Said {
    let mut said = Said::default();
    let mut explained = String::new();
    let mut labelled = false;
    for (label, block) in blocks(text) {
        match label {
            Some(true) => {
                labelled = true;
                said.evidence.extend(documents(&block));
            }
            Some(false) => {
                labelled = true;
                explained.push_str(&block);
            }
            None => {
                let found = documents(&block);
                if found.is_empty() {
                    explained.push_str(&block);
                }
                said.evidence.extend(found);
            }
        }
    }
    let explained = if labelled { explained.trim_matches(|c: char| c.is_whitespace() || c == '-' || c == '+') } else { explained.trim() };
    said.explanation = (!tidy(explained).is_empty()).then(|| explained.trim().to_owned());
    said
}

/// Cuts a text at its labels: `Some(true)` for documents, `Some(false)` for explanations.
fn blocks(text: &str) -> Vec<(Option<bool>, String)> {
    let mut blocks: Vec<(Option<bool>, String)> = vec![(None, String::new())];
    for line in text.split_inclusive(['\n', '.', ';']) {
        let named = line.split_once(':').and_then(|(label, rest)| Some((labels(label)?, rest)));
        match (named, blocks.last_mut()) {
            (Some((kind, rest)), _) => blocks.push((Some(kind), rest.to_owned())),
            (None, Some((_, block))) => block.push_str(line),
            (None, None) => {}
        }
    }
    blocks.retain(|(_, block)| !tidy(block).is_empty());
    blocks
}

/// Tells which block a label begins.
fn labels(label: &str) -> Option<bool> {
    let label = bare(label);
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    if DOCUMENTS.contains(&label) {
        Some(true)
    } else if EXPLANATION.contains(&label) {
        Some(false)
    } else {
        None
    }
}

/// Tells whether words say where in a document to look: `mục II, trang 3`.
pub fn is_section(words: &str) -> bool {
    let plain = bare(words);
    SECTION.iter().any(|start| plain.split([' ', '.']).next() == Some(start.trim_end_matches('.')))
}

/// Finds the documents of a text.
pub fn documents(text: &str) -> Vec<Evidence> {
    text.split(['\n', ';']).flat_map(piece).collect()
}

/// Finds the documents of one piece of text, between semicolons.
fn piece(text: &str) -> Vec<Evidence> {
    let line = tidy(text);
    let numbers = numbers(&line);
    if numbers.is_empty() {
        return file_or_link(&line).into_iter().collect();
    }
    let mut before = line.get(..numbers.first().map_or(0, |(start, _)| *start)).unwrap_or_default();
    let mut found = Vec::new();
    for (n, (start, end)) in numbers.iter().enumerate() {
        let next = numbers.get(n + 1).map_or(line.len(), |(start, _)| *start);
        let number = line.get(*start..*end).unwrap_or_default();
        let between = line.get(*end..next).unwrap_or_default();
        let last = n + 1 == numbers.len();
        // What introduces the next number stands behind the last comma, or behind "và".
        let cut = [",", ".", " và "].iter().filter_map(|mark| between.rfind(mark).map(|at| (at, mark.len()))).max().filter(|_| !last);
        let (after, introduced) = match cut {
            Some((at, length)) => (between.get(..at).unwrap_or_default(), between.get(at + length..).unwrap_or_default()),
            None => (between, ""),
        };
        found.push(document(before, number, after));
        before = introduced;
    }
    found
}

/// Makes a record of a number with what stands around it.
fn document(before: &str, number: &str, after: &str) -> Evidence {
    let kind = trimmed(before).trim_start_matches(['-', '+', '*', '•']).trim();
    let kind = kind.strip_suffix("số").or_else(|| kind.strip_suffix("Số")).unwrap_or(kind).trim().trim_end_matches(':').trim();
    let (date, rest) = dated(after);
    let mut parts = rest.split(',').map(str::trim).filter(|part| !part.is_empty()).peekable();
    let mut evidence = Evidence { number: Some(number.to_owned()), date, ..Evidence::default() };
    let mut words: Vec<&str> = Vec::new();
    let mut section: Vec<&str> = Vec::new();
    for part in parts.by_ref() {
        let begins = |starts: &[&str]| {
            starts.iter().any(|start| {
                bare(part).split([' ', '.']).next() == Some(start.trim_end_matches('.')) || bare(part).starts_with(&format!("{start} "))
            })
        };
        if begins(&SECTION) || !section.is_empty() {
            section.push(part);
        } else if let Some(issuer) = part.strip_prefix("của ").filter(|_| evidence.issuer.is_none()) {
            let (issuer, title) = about(issuer);
            evidence.issuer = Some(issuer.to_owned());
            words.extend(title);
        } else {
            words.push(part);
        }
    }
    let title = words.join(", ");
    let title = trimmed(title.strip_prefix("về việc ").or_else(|| title.strip_prefix("về ")).unwrap_or(&title)).to_owned();
    evidence.title = Some(if title.is_empty() { kind.to_owned() } else { title }).filter(|title| !title.is_empty());
    evidence.section = (!section.is_empty()).then(|| trimmed(&section.join(", ")).to_owned());
    evidence
}

/// Cuts an issuer before `về việc …`.
fn about(issuer: &str) -> (&str, Option<&str>) {
    let cut = [" về việc ", " về ", " v/v "].iter().filter_map(|mark| issuer.find(mark).map(|at| (at, mark.len()))).min();
    match cut {
        Some((at, length)) => (trimmed(issuer.get(..at).unwrap_or(issuer)), issuer.get(at + length..)),
        None => (trimmed(issuer), None),
    }
}

/// Drops blanks, brackets and full stops around words.
fn trimmed(words: &str) -> &str {
    words.trim().trim_matches(['(', ')', '.', ',']).trim()
}

/// Takes the day out of what follows a number: the first `ngày …`, or a day that stands alone.
fn dated(after: &str) -> (EvidenceDate, String) {
    let words: Vec<&str> = after.split(' ').collect();
    let clean = |word: &str| word.trim_matches(['(', ')', ',', '.', ';']).to_owned();
    for start in 0..words.len() {
        for length in [6, 5, 1] {
            let Some(taken) = words.get(start..start + length) else { continue };
            let joined = clean(&taken.join(" "));
            if !joined.chars().any(|c| c.is_ascii_digit()) || (length > 1 && !bare(&joined).contains("thang")) {
                continue;
            }
            if let day::Reading::Day(day) | day::Reading::ShortYear(day) = day::read(&joined) {
                let mut rest: Vec<&str> = words.get(..start).unwrap_or_default().to_vec();
                if rest.last().is_some_and(|word| bare(word).trim_start_matches('(') == "ngay") {
                    rest.pop();
                }
                let ends = taken.last().is_some_and(|word| word.ends_with(','));
                rest.extend(ends.then_some(","));
                rest.extend(words.get(start + length..).unwrap_or_default());
                return (EvidenceDate::Day(day), rest.join(" "));
            }
        }
    }
    (EvidenceDate::Blank, after.to_owned())
}

/// Finds numbers of documents: digits, a mark, and a symbol that begins with a capital letter or a year.
fn numbers(line: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let letters: Vec<(usize, char)> = line.char_indices().collect();
    let at = |n: usize| letters.get(n).map(|(_, c)| *c);
    let mut n = 0;
    while n < letters.len() {
        let fresh = n == 0 || at(n - 1).is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '/' | '-' | '.'));
        if !(fresh && at(n).is_some_and(|c| c.is_ascii_digit())) {
            n += 1;
            continue;
        }
        let mut end = n;
        while at(end).is_some_and(|c| c.is_ascii_digit()) {
            end += 1;
        }
        if at(end).is_some_and(|c| c.is_ascii_lowercase()) {
            end += 1;
        }
        match symbol(&letters, end) {
            Some(stop) => {
                let offset = |n: usize| letters.get(n).map_or(line.len(), |(offset, _)| *offset);
                found.push((offset(n), offset(stop)));
                n = stop;
            }
            None => n = end.max(n + 1),
        }
    }
    found
}

/// Gives where the symbol of a number ends whose digits end at `from`; `None` where no symbol follows.
fn symbol(letters: &[(usize, char)], from: usize) -> Option<usize> {
    let at = |n: usize| letters.get(n).map(|(_, c)| *c);
    let mark = |n: usize| {
        let open = if at(n) == Some(' ') { n + 1 } else { n };
        at(open).filter(|c| matches!(c, '/' | '-' | '–')).map(|_| if at(open + 1) == Some(' ') { open + 2 } else { open + 1 })
    };
    let mut n = mark(from)?;
    // A year, and its own mark.
    if (n..n + 4).all(|n| at(n).is_some_and(|c| c.is_ascii_digit())) && at(n + 4) == Some('/') {
        n += 5;
    }
    at(n).filter(|c| c.is_uppercase())?;
    loop {
        while at(n).is_some_and(|c| c.is_alphanumeric() || c == '&') {
            n += 1;
        }
        match mark(n) {
            Some(next) if at(next).is_some_and(char::is_uppercase) => n = next,
            _ => return Some(n),
        }
    }
}

/// Makes a record of a piece that names a file or a web address.
fn file_or_link(line: &str) -> Option<Evidence> {
    let words = line.trim_start_matches(['-', '+', '*', '•', ' ']).trim_end_matches(['.', ',', ' ']);
    if let Some(start) = ["https://", "http://", "www."].iter().filter_map(|scheme| words.find(scheme)).min() {
        let link = words.get(start..)?.split(' ').next()?.trim_end_matches([')', ',', '.']);
        let title = Some(trimmed(words.get(..start)?).trim_end_matches(':').to_owned()).filter(|title| !title.is_empty());
        return Some(Evidence { link: Some(link.to_owned()), title, ..Evidence::default() });
    }
    let lower = words.to_lowercase();
    ENDINGS.iter().any(|ending| lower.ends_with(ending)).then(|| Evidence { file: Some(words.to_owned()), ..Evidence::default() })
}
