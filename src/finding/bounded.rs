//! Findings as many as anybody reads: what one file brings is counted beyond that, not listed.

use std::collections::BTreeMap;

use super::{Code, Finding, Place, Severity};
use crate::figure::{CriterionId, UnitId};
use crate::text;
use crate::text::Text;

/// Most findings of one code at one criterion of a file.
pub const MOST_AT_CRITERION: usize = 50;
/// Most findings of one code in a file.
pub const MOST_OF_CODE: usize = 1_000;
/// Most bytes of a message; a longer one loses its middle.
const LONGEST: usize = 4_000;
/// Letters that are left of its beginning, and of its end.
const HEAD: usize = 800;
const TAIL: usize = 400;

/// Findings of one code that are not listed.
struct More {
    count: usize,
    worst: Severity,
    unit: Option<UnitId>,
}

/// Keeps what is listed of a file's findings, in their order, and says of each code how many more there are.
pub fn bounded(findings: Vec<Finding>) -> Vec<Finding> {
    let mut at_criterion: BTreeMap<(&'static str, CriterionId), usize> = BTreeMap::new();
    let mut of_code: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut more: BTreeMap<(&'static str, Option<String>), (&'static Code, More)> = BTreeMap::new();
    let mut kept = Vec::new();
    for finding in findings {
        let here = finding.criterion.as_ref().map_or(0, |id| count(at_criterion.entry((finding.code.id, id.clone())).or_default()));
        // One more than are listed: the one that says how many there are, where that was counted already.
        if here <= MOST_AT_CRITERION + 1 && count(of_code.entry(finding.code.id).or_default()) <= MOST_OF_CODE + 1 {
            kept.push(finding);
            continue;
        }
        let none = || More { count: 0, worst: finding.severity, unit: finding.unit.clone() };
        let (_, more) = more.entry((finding.code.id, finding.place.file.clone())).or_insert_with(|| (finding.code, none()));
        more.count += 1;
        more.worst = more.worst.max(finding.severity);
    }
    kept.extend(more.into_iter().map(|((_, file), (code, more))| {
        let place = Place { file, ..Place::default() };
        Finding { unit: more.unit, severity: more.worst, ..not_listed(code, more.count).at(place) }
    }));
    kept
}

/// Says that there are more findings of a code than are listed.
pub fn not_listed(code: &'static Code, count: usize) -> Finding {
    let message = text!(
        "Còn {count} trường hợp như vậy nữa, không liệt kê từng trường hợp.",
        "There are more such cases than are listed one by one: {count}."
    );
    Finding::new(code, message)
}

/// Counts one more.
fn count(counter: &mut usize) -> usize {
    *counter += 1;
    *counter
}

/// Takes the middle out of a message that quotes more than anybody reads.
pub(super) fn readable(message: Text) -> Text {
    let cut = |words: String| {
        if words.len() <= LONGEST {
            return words;
        }
        let head: String = words.chars().take(HEAD).collect();
        let tail: Vec<char> = words.chars().rev().take(TAIL).collect();
        format!("{head} … {}", tail.into_iter().rev().collect::<String>())
    };
    Text { vi: cut(message.vi), en: cut(message.en) }
}
