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
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::Finding;
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

/// What was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Violations {
    /// These are blank.
    Blank(Vec<InputId>),
    /// So many of each kind, in the order of the lines.
    Counted(Vec<Points>, Reach),
}

/// How far deductions reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nothing is taken.
    None,
    /// Something is left above the floor.
    Some,
    /// Down to the floor.
    Floor,
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
        self.lines.iter().map(|(input, _)| Ask::of(input.clone(), &[InputKind::Count])).collect()
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
                let message = text!("Điểm trừ mỗi lần phải lớn hơn 0.", "What each costs must be above 0.");
                faults.push(Fault { path: path("each"), code: &UNREACHABLE, message });
            }
        }
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let needed: Vec<String> = self.lines.iter().map(|(id, _)| usable(leaf, cells, id)).collect();
        let taken = |(id, each): &(InputId, Amount)| format!("{}*{}", cells.input(id), number(&each.of(leaf.max)));
        let taken = self.lines.iter().map(taken).collect::<Vec<_>>().join("-");
        let (start, floor) = (number(&self.start.of(leaf.max)), number(&self.floor.of(leaf.max)));
        Some(format!("IF({},MAX({floor},{start}-{taken}),\"\")", all(&needed)))
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let start = exact(&self.start.of(leaf.max));
        let mut lines = vec![say!("Không vi phạm: {start} điểm", "No violation: {start} points", start = start)];
        for (id, each) in &self.lines {
            let points = exact(&each.of(leaf.max));
            // “Mỗi hồ sơ trễ hạn trừ 0,1 điểm”, as a decision says it.
            if let (Some(what), Amount::Points(_)) = (leaf.counted(id), each) {
                lines.push(say!("Mỗi {what} trừ {points} điểm", "Each {what} costs {points} points", points = points));
                continue;
            }
            let label = leaf.label(id);
            // What is counted has a name of its own: a day late, a document, a percentage point.
            let one = match leaf.input(id).and_then(|input| input.measure.as_deref()) {
                None => Text::new("mỗi lần", "each"),
                Some("%") => Text::new("mỗi điểm phần trăm", "each percentage point"),
                Some(measure) => text!("mỗi {measure}", "each {measure}"),
            };
            lines.push(match each {
                Amount::Share(share) => say!(
                    "{label}: {one} trừ {percent}% điểm tối đa ({points} điểm)",
                    "{label}: {one} costs {percent}% of the maximum ({points} points)",
                    one = one,
                    percent = exact(&(share * &Points::hundred())),
                    points = points
                ),
                Amount::Points(_) => {
                    say!("{label}: {one} trừ {points} điểm", "{label}: {one} costs {points} points", one = one, points = points)
                }
            });
        }
        let floor = exact(&self.floor.of(leaf.max));
        lines.push(say!("Thấp nhất: {floor} điểm", "At least: {floor} points", floor = floor));
        lines
    }
}

impl Scores for Deductions {
    type Fact = Violations;

    fn score(&self, case: &Case<'_>) -> Scored<Violations> {
        let blank: Vec<InputId> = self.lines.iter().map(|(id, _)| id).filter(|id| case.number(id).is_none()).cloned().collect();
        if !blank.is_empty() {
            return Scored::missing(blank.clone(), Violations::Blank(blank));
        }
        let counts: Vec<Points> = self.lines.iter().filter_map(|(id, _)| case.number(id).cloned()).collect();
        let max = case.terms().max;
        let (start, floor) = (self.start.of(max), self.floor.of(max));
        let taken: Points = self.lines.iter().zip(&counts).map(|((_, each), count)| count * &each.of(max)).sum();
        let left = &start - &taken;
        let reach = if left == start {
            Reach::None
        } else if left <= floor {
            Reach::Floor
        } else {
            Reach::Some
        };
        Scored::new(Gives::Points(left.max(floor)), Violations::Counted(counts, reach))
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Violations) -> Vec<String> {
        match fact {
            Violations::Blank(_) => Vec::new(),
            Violations::Counted(_, Reach::None) => vec!["none".into()],
            Violations::Counted(_, Reach::Some) => vec!["some".into()],
            Violations::Counted(_, Reach::Floor) => vec!["floor".into()],
        }
    }

    fn explain(&self, fact: &Violations, leaf: &Terms<'_>) -> Vec<Text> {
        let (counts, reach) = match fact {
            Violations::Counted(counts, reach) => (counts, *reach),
            Violations::Blank(blank) => {
                let names = labels(leaf, blank);
                return vec![text!("Chưa điền {names}: chưa tính được điểm.", "{names} left blank: nothing is computed.")];
            }
        };
        let (start, mut left) = (self.start.of(leaf.max), self.start.of(leaf.max));
        let mut lines = Vec::new();
        for ((id, each), count) in self.lines.iter().zip(counts).filter(|(_, count)| !count.is_zero()) {
            let each = each.of(leaf.max);
            let taken = count * &each;
            let label = leaf.label(id);
            lines.push(say!(
                "{label}: {n} × {each} = trừ {taken} điểm.",
                "{label}: {n} × {each} = {taken} points taken.",
                n = exact(count),
                each = exact(&each),
                taken = exact(&taken)
            ));
            left = &left - &taken;
        }
        let (floor, left, start) = (self.floor.of(leaf.max), exact(&left), exact(&start));
        lines.push(match reach {
            Reach::None => say!("Không vi phạm: {n} điểm.", "No violation: {n} points.", n = left),
            Reach::Some => say!("{start} − các khoản trừ = {n} điểm.", "{start} less all that = {n} points.", start = start, n = left),
            Reach::Floor => say!(
                "{start} − các khoản trừ = {n} điểm; thấp nhất {floor} điểm.",
                "{start} less all that = {n} points; at least {floor} points.",
                start = start,
                n = left,
                floor = exact(&floor)
            ),
        });
        lines
    }

    fn findings(&self, _: &Self::Fact, _: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        Vec::new()
    }
}
