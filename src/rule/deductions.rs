//! `deductions`: points taken for each violation, down to a floor.
//!
//! ```yaml
//! rule:
//!   deductions:
//!     start: 100%              # default: the maximum
//!     lines: [ { of: tre_han, each: 25% }, { of: vi_pham_nang, each: 100% } ]
//!     floor: 0                 # default
//! ```
//!
//! Shares are of the maximum, and add: two violations of 25 % take 50 %.

use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{Award, laws};
use super::excel::{all, number, usable};
use super::say::{exact, labels, say};
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Outcome, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::rule::{EMPTY, TWICE, UNREACHABLE};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::yaml::Amount;

/// YAML of [`Deductions`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDeductions {
    /// Điểm khi không vi phạm; mặc định 100%. / Given without violations; default 100%.
    pub start: Option<Amount>,
    /// Các loại vi phạm. / Kinds of violations.
    pub lines: Vec<RawLine>,
    /// Điểm thấp nhất; mặc định 0. / Least that is left; default 0.
    pub floor: Option<Amount>,
}

/// YAML of a kind of violation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLine {
    /// Ô số lần (kind: count). / Input of kind count.
    pub of: String,
    /// Điểm trừ mỗi lần, hoặc tỷ lệ của điểm tối đa. / Taken for each, or a share of the maximum.
    pub each: Amount,
}

/// Points taken for each violation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deductions {
    /// Given without violations.
    start: Amount,
    /// Counts, with what each takes.
    lines: Vec<(InputId, Amount)>,
    /// Least that is left.
    floor: Amount,
}

impl From<RawDeductions> for Deductions {
    fn from(raw: RawDeductions) -> Self {
        Self {
            start: raw.start.unwrap_or_else(|| Amount::Share(Points::one())),
            lines: raw.lines.into_iter().map(|line| (InputId::new(line.of), line.each)).collect(),
            floor: raw.floor.unwrap_or_else(|| Amount::Points(Points::zero())),
        }
    }
}

impl Faces for Deductions {
    fn asks(&self) -> Vec<Ask> {
        self.lines.iter().map(|(input, _)| Ask { input: input.clone(), kinds: &[InputKind::Count], choices: Vec::new() }).collect()
    }

    fn branches(&self) -> Vec<Branch> {
        vec![
            Branch { id: "none".into(), label: Text::new("Không vi phạm", "No violation") },
            Branch { id: "some".into(), label: Text::new("Bị trừ điểm", "Points are taken") },
            Branch { id: "floor".into(), label: Text::new("Bị trừ đến mức thấp nhất", "Down to the floor") },
        ]
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let award = |key: &str, amount| Award { path: vec![key.to_owned()], amount, penalty: None };
        let mut faults = laws(leaf, &[award("start", &self.start), award("floor", &self.floor)]);
        if self.floor.of(leaf.max) >= self.start.of(leaf.max) {
            let message = text!("Mức thấp nhất không thấp hơn điểm ban đầu.", "The floor isn't below the start.");
            faults.push(Fault { path: vec!["floor".into()], code: &UNREACHABLE, message });
        }
        if self.lines.is_empty() {
            let message = text!("Không có loại vi phạm nào.", "There is no violation to count.");
            faults.push(Fault { path: vec!["lines".into()], code: &EMPTY, message });
        }
        for (n, (id, each)) in self.lines.iter().enumerate() {
            let path = |key: &str| vec!["lines".to_owned(), n.to_string(), key.to_owned()];
            if self.lines.iter().take(n).any(|(earlier, _)| earlier == id) {
                let message = text!("“{id}” viết hai lần.", "“{id}” is written twice.");
                faults.push(Fault { path: path("of"), code: &TWICE, message });
            }
            if !each.of(leaf.max).is_positive() {
                let message = text!("Điểm trừ mỗi lần phải lớn hơn 0.", "What each takes must be above 0.");
                faults.push(Fault { path: path("each"), code: &UNREACHABLE, message });
            }
        }
        faults
    }

    fn score(&self, case: &Case<'_>) -> Outcome {
        let blank: Vec<InputId> = self.lines.iter().map(|(id, _)| id).filter(|id| case.number(id).is_none()).cloned().collect();
        if !blank.is_empty() {
            let names = labels(case.terms(), &blank);
            return Outcome::missing(blank)
                .tell(text!("Chưa điền {names}: chưa tính được điểm.", "{names} left blank: nothing is computed."));
        }
        let (start, floor) = (self.start.of(case.terms().max), self.floor.of(case.terms().max));
        let mut outcome = Outcome::new(Gives::Nothing);
        let mut left = start.clone();
        for (id, each) in &self.lines {
            let Some(count) = case.number(id).filter(|count| !count.is_zero()) else { continue };
            let each = each.of(case.terms().max);
            let taken = count * &each;
            let label = case.terms().label(id);
            outcome = outcome.tell(say!(
                "{label}: {n} × {each} = trừ {taken} điểm.",
                "{label}: {n} × {each} = {taken} points taken.",
                n = exact(count),
                each = exact(&each),
                taken = exact(&taken)
            ));
            left = &left - &taken;
        }
        let branch = if left == start {
            "none"
        } else if left <= floor {
            "floor"
        } else {
            "some"
        };
        let given = left.max(floor);
        let sentence = if branch == "none" {
            say!("Không vi phạm: {n} điểm.", "No violation: {n} points.", n = exact(&given))
        } else {
            say!("{start} − các khoản trừ = {n} điểm.", "{start} less all that = {n} points.", start = exact(&start), n = exact(&given))
        };
        outcome.gives = Gives::Points(given);
        outcome.by(branch).tell(sentence)
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let needed: Vec<String> = self.lines.iter().map(|(id, _)| usable(leaf, cells, id)).collect();
        let taken = |(id, each): &(InputId, Amount)| format!("{}*{}", cells.input(id), number(&each.of(leaf.max)));
        let taken = self.lines.iter().map(taken).collect::<Vec<_>>().join("-");
        let (start, floor) = (number(&self.start.of(leaf.max)), number(&self.floor.of(leaf.max)));
        Some(format!("IF({},MAX({floor},{start}-{taken}),\"\")", all(&needed)))
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let start = exact(&self.start.of(leaf.max));
        let mut lines = vec![say!("Không vi phạm: {start}", "No violation: {start}", start = start)];
        for (id, each) in &self.lines {
            let (label, points) = (leaf.label(id), exact(&each.of(leaf.max)));
            // What is counted has a name of its own: a day late, a document, a percentage point.
            let one = match leaf.input(id).and_then(|input| input.measure.as_deref()) {
                None => Text::new("mỗi lần", "each"),
                Some("%") => Text::new("mỗi điểm phần trăm", "each percentage point"),
                Some(measure) => text!("mỗi {measure}", "each {measure}"),
            };
            lines.push(match each {
                Amount::Share(share) => say!(
                    "{label}: {one} trừ {percent} % điểm tối đa ({points})",
                    "{label}: {one} takes {percent} % of the maximum ({points})",
                    one = one,
                    percent = exact(&(share * &Points::hundred())),
                    points = points
                ),
                Amount::Points(_) => say!("{label}: {one} trừ {points}", "{label}: {one} takes {points}", one = one, points = points),
            });
        }
        let floor = exact(&self.floor.of(leaf.max));
        lines.push(say!("Thấp nhất: {floor}", "At least: {floor}", floor = floor));
        lines
    }
}
