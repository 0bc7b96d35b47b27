//! Whose column it is: the body that a heading names, “của huyện”, “do Sở cung cấp”, against the unit's own kind.

use crate::text::fold::fold;

/// Level of a body, by the word of rank in its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Province,
    District,
    Commune,
    /// Department of the province.
    Department,
    /// Division of a district or of a department.
    Division,
}

/// Words of rank, longer ones before those that they hold.
const RANKS: [(&str, Level); 16] = [
    ("thị trấn", Level::Commune),
    ("đặc khu", Level::Commune),
    ("phường", Level::Commune),
    ("thị xã", Level::District),
    ("thành phố", Level::District),
    ("huyện", Level::District),
    ("quận", Level::District),
    ("xã", Level::Commune),
    ("tỉnh", Level::Province),
    ("trung ương", Level::Province),
    ("văn phòng", Level::Department),
    ("thanh tra", Level::Department),
    ("sở", Level::Department),
    ("ban", Level::Department),
    ("ngành", Level::Department),
    ("phòng", Level::Division),
];
/// Words behind which a heading names whose something is.
const BEFORE: [&str; 3] = ["của", "do", "bên"];
/// Words that such a name may stand right behind, at the beginning of a heading.
const SUBJECTS: [&str; 5] = ["điểm", "số liệu", "thông tin", "kết quả", "tỷ lệ"];
/// Words between those and the word of rank.
const BETWEEN: [&str; 7] = ["ubnd", "ủy ban nhân dân", "cấp", "các", "từng", "cơ quan", "lãnh đạo"];
/// Words behind which a body is named as the one that asked, not as the one that answers.
const SOURCES: [&str; 4] = ["theo", "mẫu", "hướng dẫn", "gửi"];

/// Tells whether the heading of a column says that it is of a body of another kind than the unit: “Điểm tự chấm của huyện” in
/// the form of a commune. Names of units are for the roster to tell.
pub fn is_of_another(heading: &str, unit: &str) -> bool {
    let Some(own) = level(unit) else { return false };
    let pieces = heading.split(['(', ')', '[', ']', '/', '\n']);
    let named: Vec<Vec<Level>> = pieces.filter_map(|piece| named(&words(piece))).collect();
    !named.is_empty() && !named.iter().any(|levels| levels.contains(&own))
}

/// Tells the level of a unit by the first words of its name.
fn level(unit: &str) -> Option<Level> {
    let words = words(unit);
    let name = after(&words, &BETWEEN);
    RANKS.iter().find(|(rank, _)| begins(name, rank)).map(|(_, level)| *level)
}

/// Lists the levels of the body, or of the bodies in a row, that a piece of a heading names; `None` where it names none.
fn named(piece: &[String]) -> Option<Vec<Level>> {
    let subject = after(piece, &SUBJECTS);
    let behind = (0..piece.len()).filter_map(|at| {
        let (before, rest) = piece.split_at(at);
        let asked =
            SOURCES.iter().any(|source| (0..before.len()).any(|from| before.get(from..).is_some_and(|words| begins(words, source))));
        let word = BEFORE.iter().find(|word| begins(rest, word))?;
        (!asked).then(|| rest.get(count(word)..)).flatten()
    });
    // What a heading begins with, and what stands behind “của”.
    std::iter::once(subject).chain(behind).find_map(|rest| {
        let levels = levels(after(rest, &BETWEEN));
        (!levels.is_empty()).then_some(levels)
    })
}

/// Lists the levels that words begin with: “sở, ban, ngành”, “xã, phường, thị trấn”.
fn levels(mut words: &[String]) -> Vec<Level> {
    let mut levels = Vec::new();
    while let Some((rank, level)) = RANKS.iter().find(|(rank, _)| begins(words, rank)) {
        words = words.get(count(rank)..).unwrap_or_default();
        // “xã hội” is no commune.
        if *rank == "xã" && begins(words, "hội") {
            break;
        }
        levels.push(*level);
        words = after(words, &["và", "hoặc", "cấp"]);
    }
    levels
}

/// Drops phrases from the beginning of words, as many as there are.
fn after<'w>(mut words: &'w [String], phrases: &[&str]) -> &'w [String] {
    while let Some(phrase) = phrases.iter().find(|phrase| begins(words, phrase)) {
        words = words.get(count(phrase)..).unwrap_or_default();
    }
    words
}

/// Tells whether words begin with a phrase, accents and all: “sở” is no “số”.
fn begins(words: &[String], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').all(|said| words.next().is_some_and(|word| *word == fold(said)))
}

/// Counts the words of a phrase.
fn count(phrase: &str) -> usize {
    phrase.split(' ').count()
}

/// Takes a text apart into its words, folded.
fn words(text: &str) -> Vec<String> {
    // Marks of accents are letters of the word before them.
    let plain = fold(text);
    let parts = plain.split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c));
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
