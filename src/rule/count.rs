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
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::Finding;
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

/// How many, and whether that reaches the cap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How many.
    number: Points,
    /// Whether the cap is reached.
    at_cap: bool,
}

impl From<RawCount> for Count {
    fn from(raw: RawCount) -> Self {
        Self { of: InputId::new(raw.of), each: raw.each, cap: raw.cap.unwrap_or_else(|| Amount::Share(Points::one())) }
    }
}

impl Faces for Count {
    fn asks(&self) -> Vec<Ask> {
        vec![Ask::of(self.of.clone(), &[InputKind::Count])]
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        Vec::new()
    }

    fn spares(&self) -> Vec<Spare> {
        Vec::new()
    }

    fn scorer(&self) -> Scorer {
        Scorer::Unit
    }

    fn stands_within(&self) -> bool {
        true
    }

    fn branches(&self, _: &Terms<'_>) -> Vec<Branch> {
        // Where one comes to the cap, nothing lies under it.
        let some = match (&self.each, &self.cap) {
            (Amount::Points(each), Amount::Points(cap)) | (Amount::Share(each), Amount::Share(cap)) => each < cap,
            _ => true,
        };
        let under = some.then(|| Branch { id: "some".into(), label: Text::new("Dưới mức trần", "Under the cap") });
        let none = Branch { id: "none".into(), label: Text::new("Không có", "None") };
        let cap = Branch { id: "cap".into(), label: Text::new("Đạt mức trần", "At the cap") };
        std::iter::once(none).chain(under).chain([cap]).collect()
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        self.cap.of(leaf.max)
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = laws(leaf, &[Award { path: vec!["cap".into()], amount: &self.cap, penalty: None }]);
        if !self.each.of(leaf.max).is_positive() {
            let message = text!("Điểm cho mỗi đơn vị đếm phải lớn hơn 0.", "Points for each must be above 0.");
            faults.push(Fault { path: vec!["each".into()], code: &UNREACHABLE_MAX, message });
        }
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let (cell, each, cap) = (cells.input(&self.of), number(&self.each.of(leaf.max)), number(&self.cap.of(leaf.max)));
        Some(format!("IF({},MIN({cell}*{each},{cap}),\"\")", usable(leaf, cells, &self.of)))
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let measure = leaf.input(&self.of).and_then(|input| input.measure.clone());
        let what = measure.or_else(|| leaf.counted(&self.of)).unwrap_or_else(|| leaf.label(&self.of));
        let (each, cap) = (exact(&self.each.of(leaf.max)), exact(&self.cap.of(leaf.max)));
        vec![say!("Mỗi {what}: {each} điểm, tối đa {cap} điểm", "Each {what}: {each} points, at most {cap} points", each = each, cap = cap)]
    }
}

impl Scores for Count {
    /// `None` while it is blank.
    type Fact = Option<Counted>;

    fn score(&self, case: &Case<'_>) -> Scored<Option<Counted>> {
        let Some(number) = case.number(&self.of) else { return Scored::missing(vec![self.of.clone()], None) };
        let (product, cap) = (number * &self.each.of(case.terms().max), self.cap.of(case.terms().max));
        let fact = Counted { number: number.clone(), at_cap: product >= cap };
        Scored::new(Gives::Points(product.min(cap)), Some(fact))
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Option<Counted>) -> Vec<String> {
        let branch = |counted: &Counted| match counted {
            counted if counted.number.is_zero() => "none".into(),
            Counted { at_cap: true, .. } => "cap".into(),
            Counted { at_cap: false, .. } => "some".into(),
        };
        fact.iter().map(branch).collect()
    }

    fn explain(&self, fact: &Option<Counted>, leaf: &Terms<'_>) -> Vec<Text> {
        let Some(Counted { number, .. }) = fact else {
            let label = leaf.label(&self.of);
            return vec![text!("Chưa điền {label}: chưa tính được điểm.", "{label} left blank: nothing is computed.")];
        };
        let (each, cap) = (self.each.of(leaf.max), self.cap.of(leaf.max));
        let (product, measure) = (number * &each, leaf.measure(&self.of));
        let mut lines = vec![say!(
            "{n}{measure} × {each} = {worth} điểm.",
            "{n}{measure} × {each} = {worth} points.",
            n = exact(number),
            each = exact(&each),
            worth = exact(&product)
        )];
        if product > cap {
            lines.push(say!("Tối đa {cap} điểm.", "At most {cap} points.", cap = exact(&cap)));
        }
        lines
    }

    fn findings(&self, _: &Self::Fact, _: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        Vec::new()
    }
}
