//! `count`: so much for each thing, up to a cap.
//!
//! ```yaml
//! rule: { count: { of: so_quy_che, each: 0.5, cap: 2 } }     # "mỗi quy chế 0,5 điểm, tối đa 2"
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{Award, laws};
use super::excel::{number, usable};
use super::say::{exact, say};
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Outcome, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::rule::UNREACHABLE_MAX;
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::yaml::Amount;

/// YAML of [`Count`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCount {
    /// Ô số lượng (kind: count). / Input of kind count.
    pub of: String,
    /// Điểm cho mỗi đơn vị đếm. / Points for each.
    pub each: Amount,
    /// Điểm trần; mặc định là điểm tối đa. / Cap; default the maximum.
    pub cap: Option<Amount>,
}

/// So much for each thing, up to a cap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Input that counts.
    pub of: InputId,
    /// Points for each.
    pub each: Amount,
    /// Most that it gives.
    pub cap: Amount,
}

impl From<RawCount> for Count {
    fn from(raw: RawCount) -> Self {
        Self { of: InputId::new(raw.of), each: raw.each, cap: raw.cap.unwrap_or_else(|| Amount::Share(Points::one())) }
    }
}

impl Faces for Count {
    fn asks(&self) -> Vec<Ask> {
        vec![Ask { input: self.of.clone(), kinds: &[InputKind::Count], choices: Vec::new() }]
    }

    fn branches(&self) -> Vec<Branch> {
        vec![
            Branch { id: "none".into(), label: Text::new("Không có", "None") },
            Branch { id: "some".into(), label: Text::new("Dưới mức trần", "Under the cap") },
            Branch { id: "cap".into(), label: Text::new("Đạt mức trần", "At the cap") },
        ]
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = laws(leaf, &[Award { path: vec!["cap".into()], amount: &self.cap, penalty: None }]);
        if !self.each.of(leaf.max).is_positive() {
            let message = text!("Điểm cho mỗi đơn vị đếm phải lớn hơn 0.", "Points for each must be above 0.");
            faults.push(Fault { path: vec!["each".into()], code: &UNREACHABLE_MAX, message });
        }
        faults
    }

    fn score(&self, case: &Case<'_>) -> Outcome {
        let label = case.terms().label(&self.of);
        let Some(number) = case.number(&self.of) else {
            let outcome = Outcome::missing(vec![self.of.clone()]);
            return outcome.tell(text!("Chưa điền {label}: chưa tính được điểm.", "{label} left blank: nothing is computed."));
        };
        let (each, cap) = (self.each.of(case.terms().max), self.cap.of(case.terms().max));
        let product = number * &each;
        let measure = case.terms().measure(&self.of);
        let (n, each, worth) = (exact(number), exact(&each), exact(&product));
        let sum =
            say!("{n}{measure} × {each} = {worth} điểm.", "{n}{measure} × {each} = {worth} points.", n = n, each = each, worth = worth);
        let branch = if number.is_zero() {
            "none"
        } else if product < cap {
            "some"
        } else {
            "cap"
        };
        let outcome = Outcome::new(Gives::Points(product.clone().min(cap.clone()))).by(branch).tell(sum);
        if product > cap {
            return outcome.tell(say!("Tối đa {cap} điểm.", "At most {cap} points.", cap = exact(&cap)));
        }
        outcome
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let (cell, each, cap) = (cells.input(&self.of), number(&self.each.of(leaf.max)), number(&self.cap.of(leaf.max)));
        Some(format!("IF({},MIN({cell}*{each},{cap}),\"\")", usable(leaf, cells, &self.of)))
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let what = leaf.input(&self.of).and_then(|input| input.measure.clone()).unwrap_or_else(|| leaf.label(&self.of));
        let (each, cap) = (exact(&self.each.of(leaf.max)), exact(&self.cap.of(leaf.max)));
        vec![say!("Mỗi {what}: {each}, tối đa {cap}", "Each {what}: {each}, at most {cap}", each = each, cap = cap)]
    }
}
