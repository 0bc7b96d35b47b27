//! Blocks of a cell: `Giải trình:`, `Tài liệu kiểm chứng:`, and what the province asks for.

use crate::text::fold::{bare, tidy};

/// What a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Nothing says.
    None,
    /// Documents.
    Documents,
    /// Explanation.
    Explanation,
    /// What the province asks for.
    Asked,
}

/// Block of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it holds.
    pub label: Label,
    /// Its words, as typed, without the label.
    pub text: String,
}

/// Labels of blocks, bare.
const LABELS: &[(&str, Label)] = &[
    ("tai lieu kiem chung", Label::Documents),
    ("cac tai lieu kiem chung", Label::Documents),
    ("tai lieu kiem chung kem theo", Label::Documents),
    ("tai lieu kiem chung gom", Label::Documents),
    ("tlkc", Label::Documents),
    ("minh chung", Label::Documents),
    ("tai lieu minh chung", Label::Documents),
    ("ho so minh chung", Label::Documents),
    ("ho so kiem chung", Label::Documents),
    ("van ban kiem chung", Label::Documents),
    ("van ban minh chung", Label::Documents),
    ("tai lieu chung minh", Label::Documents),
    ("tai lieu", Label::Documents),
    ("tai lieu kem theo", Label::Documents),
    ("tai lieu kiem chung/giai trinh", Label::Documents),
    ("giai trinh", Label::Explanation),
    ("giai trinh them", Label::Explanation),
    ("thuyet minh", Label::Explanation),
    ("ly do", Label::Explanation),
    ("yeu cau", Label::Asked),
    ("tai lieu yeu cau", Label::Asked),
    ("cac yeu cau va tai lieu kiem chung", Label::Asked),
];

/// Cuts a text at its labels.
pub fn cut(text: &str) -> Vec<Block> {
    let mut blocks = vec![Block { label: Label::None, text: String::new() }];
    for part in text.split_inclusive(['\n', '.', ';', '(']) {
        let (label, rest) = labelled(part).map_or((None, part), |(label, rest)| (Some(label), rest));
        match (label, blocks.last_mut()) {
            (Some(label), _) => blocks.push(Block { label, text: rest.to_owned() }),
            (None, Some(block)) => block.text.push_str(part),
            (None, None) => {}
        }
    }
    blocks.retain(|block| !tidy(&block.text).is_empty());
    blocks
}

/// Reads the label that a part of a text begins with; behind it stands a colon, or nothing on its line.
fn labelled(part: &str) -> Option<(Label, &str)> {
    let (words, rest) = part.split_once(':').or_else(|| part.ends_with('\n').then_some((part, "")))?;
    if words.len() > 80 {
        return None;
    }
    let plain = bare(words);
    let plain = plain.trim_matches(|c: char| !c.is_alphanumeric());
    // Numbering before it: `1. Giải trình`.
    let plain = plain.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    LABELS.iter().find(|(label, _)| *label == plain).map(|(_, label)| (*label, rest))
}

/// Gives the lines of a text that are not empty, as typed.
pub fn points(text: &str) -> Vec<&str> {
    text.split(['\n', '\r', '\u{B}', '\u{85}', '\u{2028}', '\u{2029}']).filter(|line| !tidy(line).is_empty()).collect()
}

/// Tells whether a line says something by itself, not what follows it.
pub fn is_sentence(line: &str) -> bool {
    let line = tidy(line);
    line.split(' ').count() > 3 && !line.ends_with(':')
}
