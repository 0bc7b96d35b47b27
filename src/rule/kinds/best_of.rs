//! `best_of`: the best of several alternatives ("tính trường hợp có điểm cao nhất").
//!
//! ```yaml
//! rule:
//!   best_of:
//!     rules:
//!       - { ratio: { of: dung_han, to: tong, when_nothing: zero } }
//!       - { levels: { of: muc, levels: [ { id: co, label: Đạt chứng nhận, points: 2 }, { id: khong, label: Chưa đạt, points: 0 } ] } }
//! ```
//!
//! Alternatives left blank are passed over.

use schemars::JsonSchema;
use serde::Deserialize;

use super::within::{asks, laws, not_applicable};
use super::{DecisionWords, Facts, RawRule, Rule, Stated, unsaid};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::finding::rule::{EMPTY, PENALTY, UNREACHABLE_MAX};
use crate::points::Points;
use crate::rule::excel::{any, quoted};
use crate::rule::length::too_long;
use crate::rule::say::{printed, say};
use crate::rule::{Ask, Branch, Case, Cells, Faces, Fault, Gives, NOT_APPLICABLE_WORDS, Scored, Scorer, Scores, Spare, Terms, When};
use crate::text;
use crate::text::{Lang, Text};

/// YAML of [`BestOf`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawBestOf {
    /// Các trường hợp. / Alternatives.
    pub rules: Vec<RawRule>,
}

/// Best of several alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BestOf {
    /// Alternatives, in the order of the decision.
    rules: Vec<Stated>,
}

/// What the alternatives come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternatives {
    /// Each, in order.
    scored: Vec<Scored<Facts>>,
    /// Place of the best.
    best: Option<usize>,
}

impl From<RawBestOf> for BestOf {
    fn from(raw: RawBestOf) -> Self {
        Self { rules: raw.rules.into_iter().map(RawRule::stated).collect() }
    }
}

impl BestOf {
    /// Lists the rules of the alternatives.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().map(|stated| &stated.rule)
    }

    /// Lists what `text` does not say of the alternatives: their last days.
    pub(super) fn unsaid(&self, text: &str, leaf: &Terms<'_>) -> Vec<Text> {
        let of_rule = |(n, rule): (usize, &Rule)| {
            let number = n + 1;
            let name = text!("Trường hợp {number}", "Alternative {number}");
            rule.unsaid(text, leaf).into_iter().map(|line| unsaid::of(&name, line)).collect::<Vec<_>>()
        };
        self.rules().enumerate().flat_map(of_rule).collect()
    }

    /// Lists the words of the decision for the alternatives.
    pub fn beside(&self, leaf: &Terms<'_>) -> Vec<DecisionWords> {
        self.rules.iter().enumerate().flat_map(|(n, stated)| stated.beside(&["rules", &n.to_string()], leaf)).collect()
    }
}

impl Faces for BestOf {
    fn asks(&self) -> Vec<Ask> {
        asks(self.rules())
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        self.rules().flat_map(|rule| rule.faces().parts()).collect()
    }

    fn spares(&self) -> Vec<Spare> {
        let inputs: Vec<Vec<InputId>> = self.rules().map(|rule| rule.faces().asks().into_iter().map(|ask| ask.input).collect()).collect();
        let mut spares = Vec::new();
        for (n, (rule, of)) in self.rules().zip(&inputs).enumerate() {
            let others: Vec<Vec<InputId>> = inputs
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != n)
                .map(|(_, other)| other.clone())
                .filter(|other| !other.is_empty())
                .collect();
            let own: Vec<InputId> = of.iter().filter(|id| !others.iter().any(|other| other.contains(id))).cloned().collect();
            if !others.is_empty() {
                let when = When::Other { own: own.clone(), others };
                spares.extend(own.into_iter().map(|input| Spare { input, when: when.clone() }));
            }
            spares.extend(rule.faces().spares());
        }
        spares
    }

    fn scorer(&self) -> Scorer {
        Scorer::Unit
    }

    fn stands_within(&self) -> bool {
        false
    }

    fn branches(&self, leaf: &Terms<'_>) -> Vec<Branch> {
        let of = |(n, rule): (usize, &Rule)| {
            let n = n + 1;
            let branch = move |branch: Branch| Branch {
                id: format!("{n}/{}", branch.id),
                label: say!("Trường hợp {n}: {label}", "Alternative {n}: {label}", label = branch.label),
            };
            rule.faces().branches(leaf).into_iter().map(branch).collect::<Vec<_>>()
        };
        self.rules().enumerate().flat_map(of).collect()
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        self.rules().map(|rule| rule.faces().most(leaf)).max().unwrap_or_default()
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut reached = false;
        for (n, rule) in self.rules().enumerate() {
            let path = ["rules".to_owned(), n.to_string(), rule.key().to_owned()];
            let earlier: Vec<&Rule> = self.rules().take(n).collect();
            let found = laws(&path, rule, &earlier, leaf);
            reached |= !found.iter().any(|fault| *fault.code == UNREACHABLE_MAX);
            // One alternative that reaches the maximum is enough.
            faults.extend(found.into_iter().filter(|fault| *fault.code != UNREACHABLE_MAX));
            if takes_penalty(rule, leaf) {
                let message = text!("Trong best_of không dùng được điểm trừ kèm theo.", "A penalty can't stand inside best_of.");
                faults.push(Fault { path: path.to_vec(), code: &PENALTY, message });
            }
        }
        if self.rules.len() < 2 {
            let message = text!("Cần ít nhất hai trường hợp.", "At least two alternatives are needed.");
            faults.push(Fault { path: vec!["rules".into()], code: &EMPTY, message });
        } else if !reached {
            let message = text!("Không trường hợp nào đạt điểm tối đa.", "No alternative reaches the maximum.");
            faults.push(Fault { path: vec!["rules".into()], code: &UNREACHABLE_MAX, message });
        }
        faults.extend(too_long(self, leaf, "rules"));
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let values = self.rules().map(|rule| rule.faces().formula(leaf, cells)).collect::<Option<Vec<_>>>()?;
        let numbers: Vec<String> = values.iter().map(|value| format!("ISNUMBER({value})")).collect();
        let counted = values.iter().map(|value| format!("N({value})")).collect::<Vec<_>>().join(",");
        let out = any(&not_applicable(&values, cells.lang()));
        Some(format!("IF({},MAX({counted}),IF({out},{},\"\"))", any(&numbers), quoted(NOT_APPLICABLE_WORDS.get(cells.lang()))))
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = vec![Text::new("Tính trường hợp có điểm cao nhất:", "The best of these counts:")];
        for (n, rule) in self.rules.iter().enumerate() {
            let number = n + 1;
            // The number stands once, before the first line of its alternative.
            let line = |(n, text): (usize, Text)| {
                if n == 0 {
                    say!("({number}) {text}", "({number}) {text}", text = text)
                } else {
                    say!("– {text}", "– {text}", text = text)
                }
            };
            lines.extend(rule.wording(leaf).into_iter().enumerate().map(line));
        }
        lines
    }
}

impl Scores for BestOf {
    type Fact = Alternatives;

    fn score(&self, case: &Case<'_>) -> Scored<Alternatives> {
        let scored: Vec<Scored<Facts>> = self.rules().map(|rule| rule.scored(case)).collect();
        let mut best: Option<(usize, &Points)> = None;
        for (n, one) in scored.iter().enumerate() {
            if let Gives::Points(points) = &one.gives
                && best.is_none_or(|(_, most)| points > most)
            {
                best = Some((n, points));
            }
        }
        let gives = match best {
            Some((_, points)) => Gives::Points(points.clone()),
            None if scored.iter().any(|one| one.gives == Gives::NotApplicable) => Gives::NotApplicable,
            None => Gives::Nothing,
        };
        let mut blank: Vec<InputId> = Vec::new();
        for id in scored.iter().filter(|_| gives == Gives::Nothing).flat_map(|one| &one.blank) {
            if !blank.contains(id) {
                blank.push(id.clone());
            }
        }
        let best = best.map(|(n, _)| n);
        Scored { blank, ..Scored::new(gives, Alternatives { scored, best }) }
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Alternatives) -> Vec<String> {
        let taken = |n: usize, one: &Scored<Facts>| fact.best.map_or(one.gives == Gives::NotApplicable, |best| best == n);
        let of = |(n, (rule, one)): (usize, (&Rule, &Scored<Facts>))| {
            let number = n + 1;
            let branches = if taken(n, one) { rule.branches_of(&one.fact) } else { Vec::new() };
            branches.into_iter().map(move |branch| format!("{number}/{branch}"))
        };
        self.rules().zip(&fact.scored).enumerate().flat_map(of).collect()
    }

    fn explain(&self, fact: &Alternatives, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = Vec::new();
        for (n, (rule, one)) in self.rules().zip(&fact.scored).enumerate() {
            let number = n + 1;
            let trace = Text::join(&rule.sentences_of(&one.fact, leaf), " ");
            lines.push(say!("Trường hợp {number}: {trace}", "Alternative {number}: {trace}", trace = trace));
        }
        if let Some(n) = fact.best
            && let Some(Gives::Points(most)) = fact.scored.get(n).map(|one| &one.gives)
        {
            let number = n + 1;
            lines.push(say!(
                "Cao nhất là trường hợp {number}: {n} điểm.",
                "Alternative {number} is best: {n} points.",
                n = printed(most, leaf.rounding)
            ));
        }
        lines
    }

    fn findings(&self, fact: &Alternatives, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        let given = self.rules().zip(&fact.scored).filter(|(_, one)| one.gives != Gives::Nothing);
        given.flat_map(|(rule, one)| rule.findings_of(&one.fact, leaf)).collect()
    }
}

/// Tells whether a rule takes points beside its leaf.
fn takes_penalty(rule: &Rule, leaf: &Terms<'_>) -> bool {
    struct Anywhere;
    impl Cells for Anywhere {
        fn input(&self, _: &InputId) -> String {
            "A1".into()
        }
        fn choices(&self, _: &InputId) -> String {
            "A1:A9".into()
        }
        fn max(&self) -> String {
            "1".into()
        }
        fn lang(&self) -> Lang {
            Lang::Vi
        }
    }
    rule.faces().penalty(leaf, &Anywhere).is_some()
}
