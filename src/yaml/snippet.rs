//! A finding as a terminal shows it: code, words, the line itself with a caret, and the cure.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::finding::{Finding, Severity};
use crate::text::{Lang, Words};

/// Word before the cure.
const HELP: Words = Words { vi: "gợi ý", en: "help" };

/// Draws a finding for a terminal: over its line with a caret where it has one, else below the name of its file.
///
/// Ends without a line break. With `color`, ANSI colours are used.
pub fn snippet(finding: &Finding, lang: Lang, color: bool) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let place = &finding.place;
    let file = place.file.as_deref().unwrap_or_default();
    let mut group = level
        .with_name(finding.severity.words().get(lang))
        .primary_title(finding.says(lang))
        .id(finding.code.id)
        .elements(std::iter::empty::<annotate_snippets::Padding>());
    if let (Some(line), Some(column), Some((words, length))) = (place.line, place.column, &place.excerpt) {
        let start = offset(words, column - 1);
        let end = offset(words, column - 1 + length).max(start);
        group =
            group.element(Snippet::source(words.as_str()).path(file).line_start(line).annotation(AnnotationKind::Primary.span(start..end)));
    } else if !file.is_empty() {
        let mut origin = annotate_snippets::Origin::path(file);
        if let (Some(line), Some(column)) = (place.line, place.column) {
            origin = origin.line(line).char_column(column);
        }
        group = group.element(origin);
    }
    let help = finding.help.get(lang);
    if !help.is_empty() {
        group = group.element(Level::HELP.with_name(HELP.get(lang)).message(help));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

/// Gives the byte at which a character starts, or the end.
fn offset(words: &str, characters: usize) -> usize {
    words.char_indices().nth(characters).map_or(words.len(), |(at, _)| at)
}
