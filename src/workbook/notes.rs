//! Whose note it is: people's are told and kept, the program's own are neither, but for what they carry on of people's.
//!
//! The author does not tell: LibreOffice drops it. The program's notes are known by how they begin.

use crate::finding::Severity;
use crate::text::{Lang, Words};

/// Stands, on a line of its own, before what a note of the program carries on of somebody else's.
pub const CARRIED: Words = Words { vi: "Ghi chú có sẵn trong tệp:", en: "Note that was in the file:" };

/// The same in copies of earlier versions, which people still have.
const CARRIED_BEFORE: Words = Words { vi: "Ghi chú của đơn vị:", en: "The unit's own note:" };

/// Gives what people wrote in a note; `None` where that is nothing.
pub(super) fn of_people(words: &str) -> Option<String> {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    let words = words.trim();
    let marks = [CARRIED, CARRIED_BEFORE].iter().flat_map(|words| [words.vi, words.en]).map(|mark| format!("{mark}\n"));
    let marks: Vec<String> = marks.collect();
    let carried = marks.iter().find_map(|mark| words.split_once(mark.as_str())).filter(|(before, _)| before.is_empty() || is_own(before));
    match carried {
        Some((_, said)) => Some(said.trim().to_owned()),
        None => (!is_own(words)).then(|| words.to_owned()),
    }
}

/// Tells whether a note begins as those of the program do: `LỖI S040: …`.
fn is_own(words: &str) -> bool {
    let heads = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .flat_map(|severity| [Lang::Vi, Lang::En].map(|lang| severity.words().get(lang).to_uppercase()));
    let is_code = |rest: &str| {
        let code = rest.split_once(':').map_or("", |(code, _)| code);
        code.len() == 4 && code.starts_with(|c: char| c.is_ascii_uppercase()) && code.bytes().skip(1).all(|digit| digit.is_ascii_digit())
    };
    heads.into_iter().any(|head| words.strip_prefix(head.as_str()).and_then(|rest| rest.strip_prefix(' ')).is_some_and(is_code))
}
