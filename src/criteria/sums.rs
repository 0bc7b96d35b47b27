//! Ids and sums: the laws that can be compared with the bare file, so that they are told beside faults of its shape and of
//! its syntax.

use std::collections::BTreeMap;

use super::laws::{at, item};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::criteria::{DUPLICATE_ID, EMPTY_LIST, SUM, TOTAL};
use crate::points::Points;
use crate::text;
use crate::yaml::{Document, Number};

/// Tells of ids used twice, of sums that miss, and of lists without items.
pub fn findings(document: &Document<()>) -> Vec<Finding> {
    let excerpt = document.text(&["excerpt"]) == Some("true");
    let mut sums = Sums { document, excerpt, lines: BTreeMap::new(), findings: Vec::new() };
    sums.group(&[]);
    for n in 0..document.count(&["adjustments"]) {
        sums.id(&item(&[], "adjustments", n));
    }
    sums.findings
}

/// A file while its ids and sums are looked at.
struct Sums<'a> {
    document: &'a Document<()>,
    /// Whether parts may add to less than the whole.
    excerpt: bool,
    /// Line on which each id was used first.
    lines: BTreeMap<String, usize>,
    findings: Vec<Finding>,
}

impl Sums<'_> {
    /// Reads a number; `None` where there is none that can be read.
    fn number(&self, path: &[String], key: &str) -> Option<Points> {
        // `{ max: 3,5 }` reads as a maximum of 3 and a key 5.
        if self.document.keys(path).iter().any(|key| key.bytes().all(|b| b.is_ascii_digit())) {
            return None;
        }
        self.document.text(&at(path, &[key])).and_then(Number::parse).map(|Number(number)| number)
    }

    /// Finds the alternatives that name a criterion.
    fn alternative(&self, id: &str) -> Option<usize> {
        (0..self.document.count(&["alternatives"])).find(|n| {
            let list = at(&item(&[], "alternatives", *n), &["criteria"]);
            (0..self.document.count(&list)).any(|m| self.document.text(&at(&list, &[&m.to_string()])) == Some(id))
        })
    }

    /// Tells whether one of the children stands for another that is none of them: that is told by itself, and until it is put right
    /// nobody knows whose maximum counts once.
    fn is_apart(&self, children: &[Vec<String>]) -> bool {
        let ids: Vec<&str> = children.iter().filter_map(|child| self.document.text(&at(child, &["id"]))).collect();
        ids.iter().filter_map(|id| self.alternative(id)).any(|n| {
            let list = at(&item(&[], "alternatives", n), &["criteria"]);
            let members = (0..self.document.count(&list)).filter_map(|m| self.document.text(&at(&list, &[&m.to_string()])));
            members.into_iter().any(|member| !ids.contains(&member))
        })
    }

    /// Tells of an id that was used before.
    fn id(&mut self, path: &[String]) {
        let path = at(path, &["id"]);
        let Some(id) = self.document.text(&path) else { return };
        let place = self.document.place(&path);
        if let Some(first) = self.lines.get(id) {
            let message = text!("mã “{id}” đã dùng ở dòng {first}", "id “{id}” is already used on line {first}");
            self.findings.push(Finding::new(&DUPLICATE_ID, message).on(&CriterionId::from(id)).at(place));
        } else {
            self.lines.insert(id.to_owned(), place.line.unwrap_or_default());
        }
    }

    /// Looks at the criteria that stand right below a path, and at all below them.
    fn group(&mut self, path: &[String]) {
        let list = at(path, &["criteria"]);
        if !self.document.has(&list) {
            return;
        }
        let children: Vec<Vec<String>> = (0..self.document.count(&list)).map(|n| item(path, "criteria", n)).collect();
        if children.is_empty() && self.document.is_list(&list) && self.document.is_whole(path) {
            let message = match self.document.text(&at(path, &["id"])) {
                Some(id) => text!("danh sách criteria của “{id}” trống", "“criteria” of “{id}” is empty"),
                None => text!("danh sách criteria trống", "“criteria” is empty"),
            };
            self.findings.push(Finding::new(&EMPTY_LIST, message).at(self.document.place(&list)));
        }
        // What a fault of syntax took may be one of the parts.
        if self.document.is_whole(path) {
            self.sum(path, &children);
        }
        for child in &children {
            self.id(child);
            self.group(child);
        }
    }

    /// Compares the sum of children with their parent's maximum, or of areas with the total; where one of the
    /// numbers can't be read, that is told already.
    fn sum(&mut self, path: &[String], children: &[Vec<String>]) {
        let mut weighted = false;
        let mut counted = Vec::new();
        let parts: Option<Vec<Points>> = children
            .iter()
            .filter(|child| {
                // The maximum of alternatives counts once.
                let of = self.document.text(&at(child, &["id"])).and_then(|id| self.alternative(id));
                let again = of.is_some_and(|of| counted.contains(&of));
                counted.extend(of);
                !again
            })
            .map(|child| {
                let max = self.number(child, "max")?;
                if !self.document.has(&at(child, &["weight"])) {
                    return Some(max);
                }
                weighted = true;
                Some(&max * &self.number(child, "weight")?)
            })
            .collect();
        let key = if path.is_empty() { "total" } else { "max" };
        let (Some(parts), Some(max)) = (parts.filter(|parts| !parts.is_empty()), self.number(path, key)) else { return };
        let sum: Points = parts.into_iter().sum();
        if sum == max || (self.excerpt && sum < max) || (sum > max && self.is_apart(children)) {
            return;
        }
        let (with_vi, with_en) = if weighted { (" (đã nhân hệ số)", " (weighted)") } else { ("", "") };
        let apart = &max - &sum;
        let (word_vi, word) = if apart.is_positive() { ("thiếu", "short") } else { ("thừa", "over") };
        let (sum_vi, max_vi, off_vi, off) = (sum.plain_vi(), max.plain_vi(), apart.abs().plain_vi(), apart.abs());
        let id = self.document.text(&at(path, &["id"])).unwrap_or_default();
        let (code, message) = if path.is_empty() {
            let message = text!(
                "các lĩnh vực cộng lại được {sum_vi}{with_vi}, total ghi {max_vi}: {word_vi} {off_vi}",
                "the areas add to {sum}{with_en}, the total says {max}: {word} by {off}"
            );
            (&TOTAL, message)
        } else {
            let message = text!(
                "các tiêu chí thành phần của “{id}” cộng lại được {sum_vi}{with_vi}, điểm tối đa ghi {max_vi}: {word_vi} {off_vi}",
                "the sub-criteria of “{id}” add to {sum}{with_en}, its maximum says {max}: {word} by {off}"
            );
            (&SUM, message)
        };
        let finding = Finding::new(code, message).at(self.document.place(&at(path, &[key])));
        self.findings.push(if path.is_empty() { finding } else { finding.on(&CriterionId::from(id)) });
    }
}
