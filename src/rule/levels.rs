//! `levels`: one of several levels, picked from a list.
//!
//! ```yaml
//! rule:
//!   levels:
//!     of: muc
//!     levels:
//!       - { id: kip_thoi, label: Ban hành kịp thời, points: 1 }
//!       - { id: cham, label: Không kịp thời, points: 50% }             # of the maximum
//!       - { id: khong, label: Không ban hành, points: 0, penalty: 0.25 }   # "0 điểm và bị trừ 0,25 điểm"
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{Award, laws, penalty, wording};
use super::excel::{first_of, number};
use super::length::too_long;
use super::say::{points, say};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::{Choice, Figure, InputId, InputKind};
use crate::finding::Finding;
use crate::finding::rule::{EMPTY, TWICE};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::yaml::{Amount, Number};

/// YAML of [`Levels`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLevels {
    /// Ô chọn mức (kind: choice). / Input of kind choice.
    pub of: String,
    /// Các mức, từ tốt nhất. / Levels, from the best down.
    pub levels: Vec<RawLevel>,
}

/// YAML of [`Level`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLevel {
    /// Mã của mức, không dấu. / Id, plain ASCII.
    pub id: String,
    /// Lời của văn bản, hiện trong danh sách chọn. / Words of the decision, as picked from the list.
    pub label: String,
    /// Điểm, hoặc tỷ lệ của điểm tối đa. / Points, or a share of the maximum.
    pub points: Amount,
    /// Điểm bị trừ thêm. / Taken beside the leaf.
    pub penalty: Option<Number>,
}

/// One of several levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// Input that picks the level.
    pub of: InputId,
    /// Levels, in the order of the list.
    pub levels: Vec<Level>,
}

/// Level that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What machines and people read.
    pub choice: Choice,
    /// What it gives.
    pub points: Amount,
    /// What is taken beside the leaf.
    pub penalty: Option<Points>,
}

impl From<RawLevels> for Levels {
    fn from(raw: RawLevels) -> Self {
        let level =
            |raw: RawLevel| Level { choice: Choice { id: raw.id, label: raw.label }, points: raw.points, penalty: penalty(raw.penalty) };
        Self { of: InputId::new(raw.of), levels: raw.levels.into_iter().map(level).collect() }
    }
}

impl Faces for Levels {
    fn asks(&self) -> Vec<Ask> {
        let choices = self.levels.iter().map(|level| level.choice.clone()).collect();
        vec![Ask { choices, ..Ask::of(self.of.clone(), &[InputKind::Choice]) }]
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
        let branch = |level: &Level| Branch { id: format!("level:{}", level.choice.id), label: Text::same(&level.choice.label) };
        self.levels.iter().map(branch).collect()
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        self.levels.iter().map(|level| level.points.of(leaf.max)).max().unwrap_or_default()
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let at = |n: usize, key: &str| vec!["levels".to_owned(), n.to_string(), key.to_owned()];
        let mut awards = Vec::new();
        for (n, level) in self.levels.iter().enumerate() {
            awards.push(Award { path: at(n, "points"), amount: &level.points, penalty: level.penalty.as_ref() });
        }
        let mut faults = laws(leaf, &awards);
        faults.extend(too_long(self, leaf, "levels"));
        if self.levels.is_empty() {
            let message = text!("Không có mức nào.", "There is no level.");
            faults.push(Fault { path: vec!["levels".into()], code: &EMPTY, message });
        }
        for (n, Level { choice, .. }) in self.levels.iter().enumerate() {
            let mut earlier = self.levels.iter().take(n).map(|level| &level.choice);
            let (id, label) = (&choice.id, &choice.label);
            if earlier.clone().any(|other| other.id == *id) {
                let message = text!("Mã mức “{id}” viết hai lần.", "Level id “{id}” is written twice.");
                faults.push(Fault { path: at(n, "id"), code: &TWICE, message });
            }
            if earlier.any(|other| fold(&other.label) == fold(label)) {
                let message = text!("Hai mức cùng tên “{label}”.", "Two levels are called “{label}”.");
                faults.push(Fault { path: at(n, "label"), code: &TWICE, message });
            }
        }
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        Some(self.branched(cells, "\"\"", |level| number(&level.points.of(leaf.max))))
    }

    fn penalty(&self, _: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let value = |level: &Level| level.penalty.as_ref().map_or_else(|| "0".into(), number);
        self.levels.iter().any(|level| level.penalty.is_some()).then(|| self.branched(cells, "0", value))
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let line = |level: &Level| {
            let label = &level.choice.label;
            say!("{label}: {n}", "{label}: {n}", n = wording(leaf, &level.points, level.penalty.as_ref()))
        };
        self.levels.iter().map(line).collect()
    }
}

impl Scores for Levels {
    /// Place of the level picked, in the list; `None` while none is.
    type Fact = Option<usize>;

    fn score(&self, case: &Case<'_>) -> Scored<Option<usize>> {
        let picked = match case.figure(&self.of) {
            Figure::Choice(id) => self.levels.iter().enumerate().find(|(_, level)| level.choice.id == *id),
            _ => None,
        };
        match picked {
            Some((n, level)) => Scored::new(Gives::Points(level.points.of(case.terms().max)), Some(n)).taking(level.penalty.clone()),
            None => Scored::missing(vec![self.of.clone()], None),
        }
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Option<usize>) -> Vec<String> {
        fact.and_then(|n| self.levels.get(n)).map(|level| format!("level:{}", level.choice.id)).into_iter().collect()
    }

    fn explain(&self, fact: &Option<usize>, leaf: &Terms<'_>) -> Vec<Text> {
        let Some(level) = fact.and_then(|n| self.levels.get(n)) else {
            let label = leaf.label(&self.of);
            return vec![text!("Chưa chọn mức ở ô {label}: chưa tính được điểm.", "No level picked for {label}: nothing is computed.")];
        };
        let words = &level.choice.label;
        vec![say!("“{words}”: được {n}.", "“{words}”: {n}.", n = points(&level.points.of(leaf.max)))]
    }

    fn findings(&self, _: &Self::Fact, _: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        Vec::new()
    }
}

impl Levels {
    /// Gives a formula with one value for each level.
    ///
    /// Compares cell by cell: MATCH would take `*`, `?` and `~` in a level's words for wildcards, and fail on long ones.
    fn branched(&self, cells: &dyn Cells, blank: &str, value: impl Fn(&Level) -> String) -> String {
        let (cell, choices) = (cells.input(&self.of), cells.choices(&self.of));
        let branch = |(n, level)| (format!("TRIM({cell})=TRIM(INDEX({choices},{}))", n + 1), value(level));
        let branches: Vec<_> = self.levels.iter().enumerate().map(branch).collect();
        format!("IF(ISERROR({cell}),{blank},IF({cell}=\"\",{blank},{}))", first_of(&branches, blank))
    }
}

/// Folds a label as spreadsheets compare it: without case, without blanks around it.
fn fold(label: &str) -> String {
    label.trim().to_lowercase()
}
