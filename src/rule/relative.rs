//! `relative`: in proportion to the best unit of the group, which needs the whole group first.
//!
//! ```yaml
//! rule: { relative: { of: ho_so_truc_tuyen, to: ho_so, when_nothing: zero } }
//! rule: { relative: { of: so_sang_kien } }
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::measure::{Measure, Measured, NUMBERS, WhenNothing};
use super::say::{exact, printed, say};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::points::Points;
use crate::text;
use crate::text::Text;

/// YAML of [`Relative`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRelative {
    /// Số liệu, hoặc tử số. / The figure, or the numerator.
    pub of: String,
    /// Mẫu số: khi có, so sánh theo tỷ lệ phần trăm. / Denominator: with it, rates are compared.
    pub to: Option<String>,
    /// Khi mẫu số bằng 0. / What 0 of 0 means.
    pub when_nothing: Option<WhenNothing>,
}

/// Points in proportion to the best among the ranked units of the group that submitted; all 0 where the best is 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// What is measured.
    measure: Measure,
}

impl From<RawRelative> for Relative {
    fn from(raw: RawRelative) -> Self {
        Self { measure: Measure::new(&raw.of, raw.to, raw.when_nothing) }
    }
}

impl Faces for Relative {
    fn asks(&self) -> Vec<Ask> {
        self.measure.asks(NUMBERS)
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        self.measure.parts()
    }

    fn spares(&self) -> Vec<Spare> {
        Vec::new()
    }

    fn scorer(&self) -> Scorer {
        Scorer::Unit
    }

    fn stands_within(&self) -> bool {
        false
    }

    fn branches(&self, _: &Terms<'_>) -> Vec<Branch> {
        let mut branches = vec![
            Branch { id: "best".into(), label: Text::new("Bằng đơn vị cao nhất", "Equal to the best") },
            Branch { id: "part".into(), label: Text::new("Thấp hơn đơn vị cao nhất", "Below the best") },
            Branch { id: "zero".into(), label: Text::new("Đơn vị cao nhất bằng 0", "The best is 0") },
        ];
        branches.extend(self.measure.branch());
        branches
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        self.measure.laws(leaf)
    }

    /// The best of the group is never known in the form: only what 0 of 0 gives is.
    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        self.measure.to.as_ref().map(|_| self.measure.formula(leaf, cells, |_| "\"\"".into()))
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = self.measure.heading(leaf);
        let max = exact(leaf.max);
        lines.push(if self.measure.to.is_some() {
            say!("Tỷ lệ của đơn vị / tỷ lệ cao nhất của khối × {max}", "Rate of the unit / highest rate of the group × {max}", max = max)
        } else {
            let of = leaf.label(&self.measure.of);
            say!("{of} của đơn vị / cao nhất của khối × {max}", "{of} of the unit / highest of the group × {max}", max = max)
        });
        lines.extend(self.measure.footing());
        lines
    }
}

impl Scores for Relative {
    /// Best of the group; `None` while it isn't known.
    type Fact = Measured<Option<Points>>;

    fn score(&self, case: &Case<'_>) -> Scored<Measured<Option<Points>>> {
        self.measure.score(case, |value| {
            let gives = match case.best().map(|best| value.over(best)) {
                None => Gives::Waits,
                Some(None) => Gives::Points(Points::zero()),
                Some(Some(share)) => Gives::Points(&share.min(Points::one()) * case.terms().max),
            };
            Scored::new(gives, case.best().cloned())
        })
    }

    fn compared(&self, case: &Case<'_>) -> Option<Points> {
        self.measure.value(&self.measure.read(case))
    }

    fn taken(&self, fact: &Measured<Option<Points>>) -> Vec<String> {
        fact.taken(|best| {
            let (value, best) = (self.measure.value(&fact.reading)?, best.as_ref()?);
            Some(if best.is_zero() {
                "zero".into()
            } else if value < *best {
                "part".into()
            } else {
                "best".into()
            })
        })
    }

    fn explain(&self, fact: &Measured<Option<Points>>, leaf: &Terms<'_>) -> Vec<Text> {
        let points = |value: &Points, best: &Points| value.over(best).map(|share| &share.min(Points::one()) * leaf.max);
        let comes_to = |value: &Points, best: &Points| (value.cmp(best), points(value, best).map(|points| leaf.rounding.print(&points)));
        let against = fact.then.as_ref().and_then(Option::as_ref);
        self.measure.explain(
            fact,
            leaf,
            |value| against.map(|best| comes_to(value, best)),
            |value, said, best| {
                let Some(best) = best else {
                    return text!("Chờ số liệu của cả khối để so sánh.", "Waits for the figures of the whole group.");
                };
                let Some(points) = points(value, best) else {
                    return text!("Đơn vị cao nhất của khối bằng 0: 0 điểm.", "The best of the group is 0: 0 points.");
                };
                let sign = self.measure.sign(leaf);
                let best_said = self.measure.spelt(best, leaf, |best| comes_to(&said.value, best)).words;
                if value > best {
                    // A unit without a place may be better than the best of those that have one.
                    return say!(
                        "{value}{sign} cao hơn mức cao nhất của khối {best}{sign}: được điểm tối đa {max}.",
                        "{value}{sign} is above the best of the group, {best}{sign}: the maximum, {max}.",
                        value = said.words,
                        best = best_said,
                        max = exact(leaf.max)
                    );
                }
                say!(
                    "{value}{sign} / {best}{sign} (cao nhất của khối) × {max} = {given} điểm.",
                    "{value}{sign} / {best}{sign} (the best of the group) × {max} = {given} points.",
                    value = said.words,
                    best = best_said,
                    max = exact(leaf.max),
                    given = printed(&points, leaf.rounding)
                )
            },
        )
    }

    fn findings(&self, fact: &Measured<Option<Points>>, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        self.measure.findings(fact, leaf)
    }
}
