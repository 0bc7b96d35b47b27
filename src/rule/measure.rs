//! What steps and ratios look at: one figure, or the rate of two figures in percent.
//!
//! Source: [meanings](crate#meanings) 9 and 13.

use schemars::JsonSchema;
use serde::Deserialize;

use super::excel::{all, quoted, usable};
use super::say::{exact, labels, rate, say};
use super::{Ask, Branch, Case, Cells, Fault, Gives, NOT_APPLICABLE, Outcome, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::{NOTHING, OF_NOTHING, OVER_WHOLE};
use crate::finding::rule::{TWICE, WHEN_NOTHING};
use crate::points::Points;
use crate::text;
use crate::text::Text;

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
}

/// What came of measuring.
pub enum Measured {
    /// A value: points of percent, from 0 to 100, for a rate; the figure itself otherwise.
    Value(Points),
    /// Decided already: blank figures, 0 of 0, something of 0.
    Decided(Box<Outcome>),
}

impl Measure {
    /// Makes a measure of what the YAML of its rule says.
    pub fn new(of: &str, to: Option<String>, when_nothing: Option<WhenNothing>) -> Self {
        Self { of: of.into(), to: to.map(InputId::new), when_nothing }
    }

    /// Lists the inputs, of which a single one may be of these kinds.
    pub fn asks(&self, single: &'static [InputKind]) -> Vec<Ask> {
        let kinds: &[InputKind] = if self.to.is_some() { &[InputKind::Count, InputKind::Points] } else { single };
        let inputs = std::iter::once(&self.of).chain(&self.to);
        inputs.map(|input| Ask { input: input.clone(), kinds, choices: Vec::new() }).collect()
    }

    /// Gives the numerator and its denominator, where there is one.
    pub fn parts(&self) -> Vec<(InputId, InputId)> {
        self.to.iter().map(|to| (self.of.clone(), to.clone())).collect()
    }

    /// Tells whether the value is points of percent.
    pub fn is_rate(&self, leaf: &Terms<'_>) -> bool {
        self.to.is_some() || leaf.kind(&self.of) == Some(InputKind::Percent)
    }

    /// Gives what follows a value in a sentence: ` %`, ` lần`.
    pub fn sign(&self, leaf: &Terms<'_>) -> String {
        if self.is_rate(leaf) { " %".into() } else { leaf.measure(&self.of) }
    }

    /// Gives the branch of 0 of 0, where there can be one.
    pub fn branch(&self) -> Option<Branch> {
        let nothing = self.when_nothing.filter(|_| self.to.is_some())?;
        Some(Branch { id: "nothing".into(), label: wording(nothing) })
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

    /// Measures, and tells how in `outcome`. `bounds` are what the value will be compared with.
    pub fn take(&self, case: &Case<'_>, bounds: &[&Points], outcome: &mut Outcome) -> Measured {
        let blank: Vec<InputId> = std::iter::once(&self.of).chain(&self.to).filter(|id| case.number(id).is_none()).cloned().collect();
        let Some(of) = case.number(&self.of).filter(|_| blank.is_empty()) else {
            let names = labels(case.terms(), &blank);
            let outcome = Outcome::missing(blank);
            return Measured::Decided(Box::new(
                outcome.tell(text!("Chưa điền {names}: chưa tính được điểm.", "{names} left blank: nothing is computed.")),
            ));
        };
        let Some(to) = self.to.as_ref().and_then(|to| case.number(to)) else {
            let label = case.terms().label(&self.of);
            let sign = if self.is_rate(case.terms()) { " %".into() } else { case.terms().measure(&self.of) };
            outcome.trace.push(say!("{label}: {n}{sign}.", "{label}: {n}{sign}.", n = exact(of)));
            return Measured::Value(of.clone());
        };
        let measure = self.to.as_ref().map(|to| case.terms().measure(to)).unwrap_or_default();
        match of.over(to).map(|part| &part * &Points::hundred()) {
            None => Measured::Decided(Box::new(self.of_nothing(case, of))),
            Some(percent) => {
                outcome.trace.push(say!(
                    "{of} / {to}{measure} = {percent} %.",
                    "{of} / {to}{measure} = {percent} %.",
                    of = exact(of),
                    to = exact(to),
                    percent = rate(&percent, bounds, case.terms().rounding)
                ));
                if percent > Points::hundred() {
                    let (part, whole) =
                        (case.terms().label(&self.of), self.to.as_ref().map(|to| case.terms().label(to)).unwrap_or_default());
                    let message = say!(
                        "{part} là “{of}”, lớn hơn {whole} là “{to}”; tỷ lệ chỉ tính 100 %.",
                        "{part} is “{of}”, more than {whole}, “{to}”; the rate counts as 100 %.",
                        of = exact(of),
                        to = exact(to)
                    );
                    outcome.findings.push((Some(self.of.clone()), Finding::new(&OVER_WHOLE, message)));
                    outcome.trace.push(text!("Tỷ lệ trên 100 %, tính 100 %.", "The rate is over 100 % and counts as 100 %."));
                    return Measured::Value(Points::hundred());
                }
                Measured::Value(percent)
            }
        }
    }

    /// Decides what a denominator of 0 gives.
    fn of_nothing(&self, case: &Case<'_>, of: &Points) -> Outcome {
        let (part, whole) = (case.terms().label(&self.of), self.to.as_ref().map(|to| case.terms().label(to)).unwrap_or_default());
        let (code, gives, branch, message) = if of.is_positive() {
            let message =
                say!("{whole} bằng 0 nhưng {part} là “{n}”: được 0 điểm.", "{whole} is 0 but {part} is “{n}”: 0 points.", n = exact(of));
            (&OF_NOTHING, Gives::Points(Points::zero()), None, message)
        } else {
            let (gives, what) = match self.when_nothing {
                Some(WhenNothing::Full) => (Gives::Points(case.terms().max.clone()), Text::new("được điểm tối đa", "the maximum")),
                Some(WhenNothing::NotApplicable) => {
                    (Gives::NotApplicable, Text::new("tiêu chí không áp dụng", "the criterion doesn't apply"))
                }
                Some(WhenNothing::Zero) | None => (Gives::Points(Points::zero()), Text::new("được 0 điểm", "0 points")),
            };
            let message = say!(
                "{whole} bằng 0 (không phát sinh): {what} theo quy định.",
                "{whole} is 0 (nothing to do): {what}, as the rule says.",
                what = what
            );
            (&NOTHING, gives, Some("nothing"), message)
        };
        let finding = Finding::new(code, message.clone());
        Outcome {
            trace: vec![message],
            branches: branch.map(str::to_owned).into_iter().collect(),
            findings: vec![(self.to.clone(), finding)],
            ..Outcome::new(gives)
        }
    }

    /// Gives the Excel formula of a rule on this measure: `body` is given the value, which it must round before it compares.
    pub fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells, body: impl Fn(&str) -> String) -> String {
        let nothing = match self.when_nothing {
            Some(WhenNothing::Full) => cells.max(),
            Some(WhenNothing::NotApplicable) => quoted(NOT_APPLICABLE),
            Some(WhenNothing::Zero) | None => "0".into(),
        };
        self.guarded(leaf, cells, "\"\"", &nothing, body)
    }

    /// Gives a formula that is `blank` where a figure is missing, `nothing` at 0 of 0, 0 at something of 0, else `body`.
    pub fn guarded(&self, leaf: &Terms<'_>, cells: &dyn Cells, blank: &str, nothing: &str, body: impl Fn(&str) -> String) -> String {
        let of = cells.input(&self.of);
        let mut needed = vec![usable(leaf, cells, &self.of)];
        let value = match &self.to {
            None if self.is_rate(leaf) => body(&format!("MIN({of},100)")),
            None => body(&of),
            Some(id) => {
                needed.push(usable(leaf, cells, id));
                let to = cells.input(id);
                format!("IF({to}=0,IF({of}=0,{nothing},0),{})", body(&format!("MIN({of}/{to}*100,100)")))
            }
        };
        format!("IF({},{value},{blank})", all(&needed))
    }

    /// Gives the lines of the form that say what is measured.
    pub fn heading(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let of = leaf.label(&self.of);
        self.to.iter().map(|to| leaf.label(to)).map(|to| text!("Tỷ lệ = {of} / {to} × 100 %", "Rate = {of} / {to} × 100 %")).collect()
    }

    /// Gives the lines of the form that say what 0 of 0 means.
    pub fn footing(&self) -> Vec<Text> {
        self.branch().map(|branch| branch.label).into_iter().collect()
    }
}

/// Says what 0 of 0 means in the words of the form.
fn wording(nothing: WhenNothing) -> Text {
    match nothing {
        WhenNothing::Full => Text::new("Không phát sinh (mẫu số bằng 0): điểm tối đa", "Nothing to do (denominator 0): the maximum"),
        WhenNothing::Zero => Text::new("Không phát sinh (mẫu số bằng 0): 0", "Nothing to do (denominator 0): 0"),
        WhenNothing::NotApplicable => {
            Text::new("Không phát sinh (mẫu số bằng 0): không áp dụng", "Nothing to do (denominator 0): not applicable")
        }
    }
}
