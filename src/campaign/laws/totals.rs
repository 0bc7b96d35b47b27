//! Figures of the overview: inputs of some set, which mean one thing.

use std::collections::BTreeSet;

use super::Laws;
use crate::campaign::raw::RawTotal;
use crate::criteria::CriteriaSet;
use crate::figure::{Input, InputId, InputKind};
use crate::finding::Finding;
use crate::finding::campaign::{MIXED_TOTAL, UNKNOWN_CRITERION, UNKNOWN_INPUT};
use crate::text;
use crate::text::fold::fold;

/// Most leaves that a message names.
const MOST_NAMED: usize = 6;

/// Tells whether figures of a kind can be added over units.
const fn is_added(kind: InputKind) -> bool {
    match kind {
        InputKind::Count | InputKind::Points => true,
        InputKind::Percent | InputKind::Date | InputKind::YesNo | InputKind::Choice | InputKind::Text => false,
    }
}

/// Input of a leaf.
struct AskedInput<'a> {
    criterion: &'a str,
    input: &'a Input,
}

impl Laws<'_> {
    /// Figures of the overview.
    pub(super) fn totals(&mut self) {
        if self.sets.is_empty() {
            return;
        }
        let sets = self.sets;
        let leaves = sets.values().flat_map(CriteriaSet::leaves);
        let asked: Vec<AskedInput<'_>> = leaves
            .flat_map(|(criterion, leaf)| leaf.inputs.iter().map(|input| AskedInput { criterion: criterion.id.as_str(), input }))
            .collect();
        for (n, total) in self.raw.totals.iter().enumerate() {
            self.total(&n.to_string(), total, &asked);
        }
    }

    /// A figure of the overview: its criteria exist, its inputs are there, and what is added means one thing.
    fn total(&mut self, n: &str, total: &RawTotal, asked: &[AskedInput<'_>]) {
        for (c, id) in total.criteria.iter().enumerate().filter(|(_, id)| !asked.iter().any(|asked| asked.criterion == id.as_str())) {
            let message = text!("không có tiêu chí thành phần “{id}” nào có số liệu", "no sub-criterion “{id}” has inputs");
            let there: BTreeSet<&str> = asked.iter().map(|asked| asked.criterion).collect();
            self.unknown(&["totals", n, "criteria", &c.to_string()], &UNKNOWN_CRITERION, message, id, there);
        }
        for (key, id) in [("of", Some(&total.of)), ("to", total.to.as_ref())] {
            let Some(id) = id else { continue };
            let input = InputId::new(id.as_str());
            let named = |asked: &&AskedInput<'_>| total.criteria.is_empty() || total.criteria.iter().any(|id| id == asked.criterion);
            let added: Vec<&AskedInput<'_>> = asked.iter().filter(named).filter(|asked| asked.input.id == input).collect();
            if added.is_empty() {
                let message = if total.criteria.is_empty() {
                    text!("không bộ tiêu chí nào có số liệu “{id}”", "no set has an input “{id}”")
                } else {
                    text!("các tiêu chí đã nêu không có số liệu “{id}”", "the criteria named have no input “{id}”")
                };
                let there: BTreeSet<&str> = asked.iter().filter(named).map(|asked| asked.input.id.as_str()).collect();
                self.unknown(&["totals", n, key], &UNKNOWN_INPUT, message, id, there);
            } else if let Some(other) = added.iter().find(|asked| !is_added(asked.input.kind)) {
                self.no_sum(n, key, id, other);
            } else {
                self.one_meaning(n, key, id, &added, total.criteria.is_empty());
            }
        }
    }

    /// What is no number of things has no sum over units: rates, days, answers, words.
    fn no_sum(&mut self, n: &str, key: &str, id: &str, asked: &AskedInput<'_>) {
        let (criterion, label, kind) = (asked.criterion, &asked.input.label, asked.input.kind.key());
        let message = text!(
            "số liệu “{id}” của tiêu chí {criterion} (“{label}”) thuộc loại “{kind}”, cộng các đơn vị lại thì không có nghĩa",
            "the input “{id}” of criterion {criterion} (“{label}”) is a {kind}; added over units it means nothing"
        );
        let help = text!(
            "Nêu số liệu là số lượng (count, points); tỷ lệ toàn tỉnh thì nêu tử số ở of, mẫu số ở to.",
            "Name a figure that is a number (count, points); for a rate of the province name its numerator at of and its denominator at to."
        );
        let place = self.document.place(&["totals", n, key]);
        self.findings.push(Finding::new(&MIXED_TOTAL, message).help(help).at(place));
    }

    /// Inputs of one id that differ in label or measure are no one figure; whoever names the criteria has chosen the labels.
    fn one_meaning(&mut self, n: &str, key: &str, id: &str, added: &[&AskedInput<'_>], labels: bool) {
        let meaning = |asked: &AskedInput<'_>| (labels.then(|| fold(&asked.input.label)), asked.input.measure.as_deref().map(fold));
        let meanings: BTreeSet<_> = added.iter().map(|asked| meaning(asked)).collect();
        if meanings.len() < 2 {
            return;
        }
        let mut told = BTreeSet::new();
        let mut named: Vec<String> = Vec::new();
        for asked in added {
            let (criterion, label) = (asked.criterion, &asked.input.label);
            let measure = asked.input.measure.as_ref().map(|measure| format!(" ({measure})")).unwrap_or_default();
            let line = format!("{criterion} “{label}”{measure}");
            if told.insert(line.clone()) {
                named.push(line);
            }
        }
        let more = named.len().saturating_sub(MOST_NAMED);
        let named = named.into_iter().take(MOST_NAMED).collect::<Vec<_>>().join("; ") + if more > 0 { "; …" } else { "" };
        let message = text!(
            "số liệu “{id}” ở các tiêu chí không cùng một nghĩa nên không cộng chung được: {named}",
            "the inputs “{id}” do not mean the same in all criteria, so they can't be added: {named}"
        );
        let example = added.first().map_or("…", |asked| asked.criterion);
        // Where the criteria are named already, two sets mean different things by one id.
        let help = if labels {
            text!(
                "Thêm vào dòng này các tiêu chí được cộng, ví dụ: criteria: [\"{example}\"].",
                "Add to this line the criteria that are meant, for example: criteria: [\"{example}\"]."
            )
        } else {
            text!(
                "Nêu ở criteria các tiêu chí có số liệu cùng một nghĩa; nếu hai bộ tiêu chí dùng một mã cho hai số liệu khác nhau thì đổi mã (id) của số liệu ở một bộ.",
                "Name under criteria those whose figures mean the same; where two sets use one id for two things, give the input of one set another id."
            )
        };
        let place = self.document.place(&["totals", n, key]);
        self.findings.push(Finding::new(&MIXED_TOTAL, message).help(help).at(place));
    }
}
