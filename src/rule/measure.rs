//! What steps and ratios look at: one figure, or the rate of two figures in percent.
//!
//! Source: [meanings](crate#meanings) 9 and 13.

use schemars::JsonSchema;
use serde::Deserialize;

use super::excel::{all, quoted, usable};
use super::say::{Spelt, exact, labels, rate, say, whole};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Fault, Gives, NOT_APPLICABLE_WORDS, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::{NOTHING, OF_NOTHING, OVER_WHOLE};
use crate::finding::rule::{PERCENT, TWICE, WHEN_NOTHING};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::yaml::Bound;

/// What 0 of 0 means.
#[derive(Deserialize, JsonSchema, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum WhenNothing {
    /// Được điểm tối đa. / The maximum.
    Full,
    /// Được 0 điểm. / Nothing.
    Zero,
    /// Không áp dụng tiêu chí. / The leaf does not apply.
    NotApplicable,
}

/// Kinds of a single input that any number will do for.
pub const NUMBERS: &[InputKind] = &[InputKind::Percent, InputKind::Count, InputKind::Points];

/// One figure, or the rate of two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The figure, or the numerator.
    pub of: InputId,
    /// The denominator.
    pub to: Option<InputId>,
    /// What 0 of 0 means.
    pub when_nothing: Option<WhenNothing>,
    /// Whether a rate may be over 100 %: else it is found, and cut.
    open: bool,
}

/// What the figures of a measure are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// These are blank.
    Blank(Vec<InputId>),
    /// One figure.
    Figure(Points),
    /// Rate of two figures, in points of percent: it may be over 100.
    Rate {
        /// Numerator.
        of: Points,
        /// Denominator, over 0.
        to: Points,
        /// Numerator / denominator × 100.
        percent: Points,
    },
    /// So many of 0.
    OfNothing(Points),
}

/// What a measure is, and what its rule made of it; `None` where the measure alone decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured<T> {
    /// What the figures are.
    pub reading: Reading,
    /// What the rule made of the value.
    pub then: Option<T>,
}

impl<T> Measured<T> {
    /// Names the branches taken; `then` names that of the rule.
    pub fn taken(&self, then: impl FnOnce(&T) -> Option<String>) -> Vec<String> {
        match (&self.reading, &self.then) {
            (Reading::OfNothing(of), _) if !of.is_positive() => vec!["nothing".into()],
            (_, Some(made)) => then(made).into_iter().collect(),
            (_, None) => Vec::new(),
        }
    }
}

impl Measure {
    /// Makes a measure of what the YAML of its rule says.
    pub fn new(of: &str, to: Option<String>, when_nothing: Option<WhenNothing>) -> Self {
        Self { of: of.into(), to: to.map(InputId::new), when_nothing, open: false }
    }

    /// Lets a rate be over 100 %.
    pub fn open(self) -> Self {
        Self { open: true, ..self }
    }

    /// Gives the number of an input, cut at 100 where it is a percentage and may not be over it.
    fn number<'c>(&self, case: &'c Case<'_>, id: &InputId) -> Option<&'c Points> {
        if self.open { case.uncut(id) } else { case.number(id) }
    }

    /// Lists the inputs, of which a single one may be of these kinds.
    pub fn asks(&self, single: &'static [InputKind]) -> Vec<Ask> {
        let kinds: &[InputKind] = if self.to.is_some() { &[InputKind::Count, InputKind::Points] } else { single };
        let inputs = std::iter::once(&self.of).chain(&self.to);
        inputs.map(|input| Ask { over_100: self.open, ..Ask::of(input.clone(), kinds) }).collect()
    }

    /// Gives the numerator and its denominator, where there is one.
    pub fn parts(&self) -> Vec<(InputId, InputId)> {
        self.to.iter().filter(|_| !self.open).map(|to| (self.of.clone(), to.clone())).collect()
    }

    /// Tells whether the value is points of percent.
    pub fn is_rate(&self, leaf: &Terms<'_>) -> bool {
        self.to.is_some() || leaf.kind(&self.of) == Some(InputKind::Percent)
    }

    /// Gives what follows a value in a sentence: ` %`, ` lần`.
    pub fn sign(&self, leaf: &Terms<'_>) -> String {
        if self.is_rate(leaf) { "%".into() } else { leaf.measure(&self.of) }
    }

    /// Spells a value of this measure: a [`rate`], or a figure as it is.
    pub fn spelt<C: PartialEq>(&self, value: &Points, leaf: &Terms<'_>, comes_to: impl Fn(&Points) -> C) -> Spelt {
        if self.is_rate(leaf) { rate(value, leaf.rounding, comes_to) } else { whole(value) }
    }

    /// Gives the branch of 0 of 0, where there can be one.
    pub fn branch(&self) -> Option<Branch> {
        let nothing = self.when_nothing.filter(|_| self.to.is_some())?;
        Some(Branch { id: "nothing".into(), label: of_nothing(nothing) })
    }

    /// Says what is wrong with the measure itself.
    pub fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.to.is_some() != self.when_nothing.is_some() {
            let of = leaf.label(&self.of);
            let message = match &self.to {
                Some(to) => {
                    let to = leaf.label(to);
                    text!("Chưa nói tính thế nào khi {to} bằng 0.", "What {to} = 0 means isn't said.")
                }
                None => text!("{of} không có mẫu số, nên when_nothing thừa.", "{of} has no denominator, so when_nothing says nothing."),
            };
            faults.push(Fault { path: vec!["when_nothing".into()], code: &WHEN_NOTHING, message });
        }
        if self.to.as_ref() == Some(&self.of) {
            let of = leaf.label(&self.of);
            let message = text!("Tử số và mẫu số cùng là {of}.", "Numerator and denominator are both {of}.");
            faults.push(Fault { path: vec!["to".into()], code: &TWICE, message });
        }
        faults
    }

    /// Says what is wrong with a bound by what it bounds: a percent sign without a rate, a rate over 100.
    pub fn bound_law(&self, leaf: &Terms<'_>, key: &str, bound: &Bound) -> Option<Fault> {
        let rate = self.is_rate(leaf);
        let shown = exact(&bound.value);
        let message = if rate && bound.value > Points::hundred() {
            say!("Cận “{shown}%” vượt 100%.", "The bound “{shown}%” is over 100%.", shown = shown)
        } else if bound.percent && !rate {
            let of = leaf.label(&self.of);
            say!(
                "Cận “{shown}%” là phần trăm, nhưng {of} không phải tỷ lệ.",
                "The bound “{shown}%” is a percentage, but {of} is no rate.",
                shown = shown
            )
        } else {
            return None;
        };
        Some(Fault { path: vec![key.to_owned()], code: &PERCENT, message })
    }

    /// Reads the figures.
    pub fn read(&self, case: &Case<'_>) -> Reading {
        let blank: Vec<InputId> = std::iter::once(&self.of).chain(&self.to).filter(|id| self.number(case, id).is_none()).cloned().collect();
        let Some(of) = self.number(case, &self.of).filter(|_| blank.is_empty()) else { return Reading::Blank(blank) };
        let Some(to) = self.to.as_ref().and_then(|to| self.number(case, to)) else { return Reading::Figure(of.clone()) };
        match of.over(to) {
            None => Reading::OfNothing(of.clone()),
            Some(part) => Reading::Rate { of: of.clone(), to: to.clone(), percent: &part * &Points::hundred() },
        }
    }

    /// Gives the value that counts: the figure, or the rate, up to 100 unless it may be over.
    pub fn value(&self, reading: &Reading) -> Option<Points> {
        match reading {
            Reading::Figure(figure) => Some(figure.clone()),
            Reading::Rate { percent, .. } if self.over_whole(reading) => Some(percent.clone().min(Points::hundred())),
            Reading::Rate { percent, .. } => Some(percent.clone()),
            Reading::Blank(_) | Reading::OfNothing(_) => None,
        }
    }

    /// Tells whether a part is more than its whole, and may not be.
    fn over_whole(&self, reading: &Reading) -> bool {
        matches!(reading, Reading::Rate { percent, .. } if !self.open && *percent > Points::hundred())
    }

    /// Scores a rule on this measure: `then` is given the value, unless the measure alone decides.
    pub fn score<T>(&self, case: &Case<'_>, then: impl FnOnce(&Points) -> Scored<T>) -> Scored<Measured<T>> {
        let reading = self.read(case);
        if let Some(value) = self.value(&reading) {
            return then(&value).map(|then| Measured { reading, then: Some(then) });
        }
        let gives = match &reading {
            Reading::OfNothing(of) if of.is_positive() => Gives::Points(Points::zero()),
            Reading::OfNothing(_) => match self.when_nothing {
                Some(WhenNothing::Full) => Gives::Points(case.terms().max.clone()),
                Some(WhenNothing::NotApplicable) => Gives::NotApplicable,
                Some(WhenNothing::Zero) | None => Gives::Points(Points::zero()),
            },
            Reading::Blank(_) | Reading::Figure(_) | Reading::Rate { .. } => Gives::Nothing,
        };
        let blank = if let Reading::Blank(blank) = &reading { blank.clone() } else { Vec::new() };
        Scored { blank, ..Scored::new(gives, Measured { reading, then: None }) }
    }

    /// Explains a score; `comes_to` gives what the reader is told that a value comes to, `then` says it, of the value and as it
    /// is spelt.
    pub fn explain<T, C: PartialEq>(
        &self,
        fact: &Measured<T>,
        leaf: &Terms<'_>,
        comes_to: impl Fn(&Points) -> C,
        then: impl FnOnce(&Points, Spelt, &T) -> Text,
    ) -> Vec<Text> {
        let most = if self.open { None } else { Some(Points::hundred()) };
        let counts = |percent: &Points| match &most {
            Some(most) if percent > most => None,
            _ => Some(comes_to(percent)),
        };
        let mut lines = match &fact.reading {
            Reading::Blank(blank) => {
                let names = labels(leaf, blank);
                vec![text!("Chưa điền {names}: chưa tính được điểm.", "{names} left blank: nothing is computed.")]
            }
            Reading::Figure(figure) => {
                let (label, sign) = (leaf.label(&self.of), self.sign(leaf));
                vec![say!("{label}: {n}{sign}.", "{label}: {n}{sign}.", n = exact(figure))]
            }
            Reading::Rate { of, to, percent } => {
                let measure = self.to.as_ref().map(|to| leaf.measure(to)).unwrap_or_default();
                vec![say!(
                    "{of} / {to}{measure} = {percent}%.",
                    "{of} / {to}{measure} = {percent}%.",
                    of = exact(of),
                    to = exact(to),
                    percent = rate(percent, leaf.rounding, counts).words
                )]
            }
            Reading::OfNothing(of) => vec![self.of_nothing(of, leaf)],
        };
        if self.over_whole(&fact.reading) {
            lines.push(text!("Tỷ lệ trên 100%, tính 100%.", "The rate is over 100% and counts as 100%."));
        }
        let made = self.value(&fact.reading).zip(fact.then.as_ref());
        lines.extend(made.map(|(value, made)| then(&value, self.spelt(&value, leaf, &comes_to), made)));
        lines
    }

    /// Gives what is found on the figures of a measure.
    pub fn findings<T>(&self, fact: &Measured<T>, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        match &fact.reading {
            Reading::OfNothing(of) => {
                let code = if of.is_positive() { &OF_NOTHING } else { &NOTHING };
                vec![(self.to.clone(), Finding::new(code, self.of_nothing(of, leaf)))]
            }
            Reading::Rate { of, to, .. } if self.over_whole(&fact.reading) => {
                let (part, whole) = (leaf.label(&self.of), self.to.as_ref().map(|to| leaf.label(to)).unwrap_or_default());
                let message = say!(
                    "{part} là “{of}”, lớn hơn {whole} là “{to}”; tỷ lệ chỉ tính 100%.",
                    "{part} is “{of}”, more than {whole}, “{to}”; the rate counts as 100%.",
                    of = exact(of),
                    to = exact(to)
                );
                vec![(Some(self.of.clone()), Finding::new(&OVER_WHOLE, message))]
            }
            Reading::Blank(_) | Reading::Figure(_) | Reading::Rate { .. } => Vec::new(),
        }
    }

    /// Says what a denominator of 0 gives.
    fn of_nothing(&self, of: &Points, leaf: &Terms<'_>) -> Text {
        let (part, whole) = (leaf.label(&self.of), self.to.as_ref().map(|to| leaf.label(to)).unwrap_or_default());
        if of.is_positive() {
            return say!(
                "{whole} bằng 0 nhưng {part} là “{n}”: được 0 điểm.",
                "{whole} is 0 but {part} is “{n}”: 0 points.",
                n = exact(of)
            );
        }
        let what = match self.when_nothing {
            Some(WhenNothing::Full) => Text::new("được điểm tối đa", "the maximum"),
            Some(WhenNothing::NotApplicable) => Text::new("tiêu chí không áp dụng", "the criterion doesn't apply"),
            Some(WhenNothing::Zero) | None => Text::new("được 0 điểm", "0 points"),
        };
        say!(
            "{whole} bằng 0 (không phát sinh): {what} theo quy định.",
            "{whole} is 0 (nothing arose): {what}, as the rule says.",
            what = what
        )
    }

    /// Gives the Excel formula of a rule on this measure: `body` is given the value, which it must round before it compares.
    pub fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells, body: impl Fn(&str) -> String) -> String {
        let nothing = match self.when_nothing {
            Some(WhenNothing::Full) => cells.max(),
            Some(WhenNothing::NotApplicable) => quoted(NOT_APPLICABLE_WORDS.get(cells.lang())),
            Some(WhenNothing::Zero) | None => "0".into(),
        };
        self.guarded(leaf, cells, "\"\"", &nothing, body)
    }

    /// Gives a formula that is `blank` where a figure is missing, `nothing` at 0 of 0, 0 at something of 0, else `body`.
    pub fn guarded(&self, leaf: &Terms<'_>, cells: &dyn Cells, blank: &str, nothing: &str, body: impl Fn(&str) -> String) -> String {
        let of = cells.input(&self.of);
        let mut needed = vec![usable(leaf, cells, &self.of)];
        let value = match &self.to {
            None if self.is_rate(leaf) && !self.open => body(&format!("MIN({of},100)")),
            None => body(&of),
            Some(id) => {
                needed.push(usable(leaf, cells, id));
                let to = cells.input(id);
                let rate = if self.open { format!("({of}/{to}*100)") } else { format!("MIN({of}/{to}*100,100)") };
                format!("IF({to}=0,IF({of}=0,{nothing},0),{})", body(&rate))
            }
        };
        format!("IF({},{value},{blank})", all(&needed))
    }

    /// Gives the lines of the form that say what is measured.
    pub fn heading(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let of = leaf.label(&self.of);
        self.to.iter().map(|to| leaf.label(to)).map(|to| text!("Tỷ lệ = {of} / {to} × 100%", "Rate = {of} / {to} × 100%")).collect()
    }

    /// Gives the lines of the form that say what 0 of 0 means.
    pub fn footing(&self) -> Vec<Text> {
        self.branch().map(|branch| branch.label).into_iter().collect()
    }
}

/// Says what 0 of 0 means in the words of the form.
pub fn of_nothing(nothing: WhenNothing) -> Text {
    match nothing {
        WhenNothing::Full => Text::new("Trường hợp không phát sinh: tính điểm tối đa", "Nothing arose (denominator 0): the maximum"),
        WhenNothing::Zero => Text::new("Trường hợp không phát sinh: 0 điểm", "Nothing arose (denominator 0): 0 points"),
        WhenNothing::NotApplicable => {
            Text::new("Trường hợp không phát sinh: không áp dụng", "Nothing arose (denominator 0): not applicable")
        }
    }
}
