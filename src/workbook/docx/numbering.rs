//! Numbers that Word counts by itself: they stand in no text, and a table of criteria may have all its STT from them.

use std::collections::BTreeMap;

use crate::workbook::package::Package;
use crate::workbook::xml::Piece;

/// Part that says how lists are numbered.
const PART: &str = "word/numbering.xml";
/// Most levels of a list.
const LEVELS: usize = 9;

/// Level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    /// `decimal`, `upperRoman`, `bullet` …
    format: String,
    /// `%1.%2.`: a number of each level above stands in it.
    text: String,
}

/// Lists of a document, and how far each is counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    /// What each list is numbered by.
    lists: BTreeMap<String, String>,
    levels: BTreeMap<(String, usize), Level>,
    counts: BTreeMap<String, [u32; LEVELS]>,
}

impl Numbering {
    /// Reads how the lists of a document are numbered; none where it doesn't say, or where that is damaged.
    pub fn read(package: &mut Package<'_>) -> Self {
        let mut found = Self::default();
        let (mut scheme, mut list, mut level) = (String::new(), String::new(), 0_usize);
        let read = package.each(PART, |piece| {
            if let Piece::Start(element) = piece {
                let value = || element.get_local("val").unwrap_or_default();
                let key = (scheme.clone(), level);
                match element.local() {
                    "abstractNum" => scheme = element.get_local("abstractNumId").unwrap_or_default(),
                    "num" => list = element.get_local("numId").unwrap_or_default(),
                    "abstractNumId" => drop(found.lists.insert(list.clone(), value())),
                    "lvl" => {
                        level = element.get_local("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
                        if level < LEVELS && list.is_empty() {
                            let blank = Level { start: 1, format: "decimal".into(), text: format!("%{}.", level + 1) };
                            found.levels.insert((scheme.clone(), level), blank);
                        }
                    }
                    "start" | "numFmt" | "lvlText" => {
                        if let Some(known) = found.levels.get_mut(&key).filter(|_| list.is_empty()) {
                            match element.local() {
                                "start" => known.start = value().parse().unwrap_or(1),
                                "numFmt" => known.format = value(),
                                _ => known.text = value(),
                            }
                        }
                    }
                    _ => {}
                }
            }
            Ok(())
        });
        if matches!(read, Some(Ok(()))) { found } else { Self::default() }
    }

    /// Counts the next paragraph of a list, and gives its number as Word shows it.
    pub fn next(&mut self, list: &str, level: usize) -> String {
        let Some(scheme) = self.lists.get(list).cloned() else { return String::new() };
        let level = level.min(LEVELS - 1);
        let start = |level: usize, all: &BTreeMap<(String, usize), Level>| all.get(&(scheme.clone(), level)).map_or(1, |level| level.start);
        // Lists of one scheme go on from one another.
        let counts = self.counts.entry(scheme.clone()).or_insert([0; LEVELS]);
        for (n, count) in counts.iter_mut().enumerate() {
            if n < level && *count == 0 {
                *count = start(n, &self.levels);
            } else if n == level {
                *count = if *count == 0 { start(n, &self.levels) } else { count.saturating_add(1) };
            } else if n > level {
                *count = 0;
            }
        }
        let counts = *counts;
        let Some(own) = self.levels.get(&(scheme.clone(), level)) else { return String::new() };
        if own.format == "bullet" {
            return "-".into();
        }
        let mut text = own.text.clone();
        for (n, count) in counts.iter().enumerate() {
            let format = self.levels.get(&(scheme.clone(), n)).map_or("decimal", |level| level.format.as_str());
            text = text.replace(&format!("%{}", n + 1), &written(*count, format));
        }
        text
    }
}

/// Writes a number in a format of Word.
fn written(number: u32, format: &str) -> String {
    let letter = |first: u8| char::from_u32(u32::from(first) + number.saturating_sub(1) % 26).map_or_else(String::new, String::from);
    match format {
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// Writes a Roman number.
fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number.min(3999);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}
