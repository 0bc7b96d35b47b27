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
/// Most findings of one code in a table, which has rows of every unit and every criterion.
const MOST_OF_TABLE: usize = 10_000;
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
    let mut kept = Bounded::new(MOST_AT_CRITERION, MOST_OF_CODE);
    for finding in findings {
        kept.push(finding);
    }
    kept.finish()
}

/// Findings of a file, taken one by one, so that those that are only counted need no room.
pub struct Bounded {
    /// Most of one code at one criterion, and of one code, beside the one that says how many more there are.
    most: (usize, usize),
    at_criterion: BTreeMap<(&'static str, CriterionId), usize>,
    of_code: BTreeMap<&'static str, usize>,
    more: BTreeMap<(&'static str, Option<String>), (&'static Code, More)>,
    kept: Vec<Finding>,
}

impl Bounded {
    /// Begins with none.
    const fn new(at_criterion: usize, of_code: usize) -> Self {
        Self {
            most: (at_criterion, of_code),
            at_criterion: BTreeMap::new(),
            of_code: BTreeMap::new(),
            more: BTreeMap::new(),
            kept: Vec::new(),
        }
    }

    /// Begins with none of a table: every unit has its own.
    pub const fn of_table() -> Self {
        Self::new(MOST_OF_TABLE, MOST_OF_TABLE)
    }

    /// Takes a finding.
    pub fn push(&mut self, finding: Finding) {
        let at_criterion = &mut self.at_criterion;
        let here = finding.criterion.as_ref().map_or(0, |id| count(at_criterion.entry((finding.code.id, id.clone())).or_default()));
        // One more than are listed: the one that says how many there are, where that was counted already.
        if here <= self.most.0 + 1 && count(self.of_code.entry(finding.code.id).or_default()) <= self.most.1 + 1 {
            self.kept.push(finding);
            return;
        }
        let none = || More { count: 0, worst: finding.severity, unit: finding.unit.clone() };
        let (_, more) = self.more.entry((finding.code.id, finding.place.file.clone())).or_insert_with(|| (finding.code, none()));
        more.count += 1;
        more.worst = more.worst.max(finding.severity);
    }

    /// Gives those that are listed, and says of each code how many more there are.
    pub fn finish(self) -> Vec<Finding> {
        let mut kept = self.kept;
        kept.extend(self.more.into_iter().map(|((_, file), (code, more))| {
            let place = Place { file, ..Place::default() };
            Finding { unit: more.unit, severity: more.worst, ..not_listed(code, more.count).at(place) }
        }));
        kept
    }
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
