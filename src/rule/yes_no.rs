//! `yes_no`: conditions that must all hold.
//!
//! ```yaml
//! rule: { yes_no: { all: [du_so_luong, dung_han] } }                  # both: the maximum; one missing: 0
//! rule: { yes_no: { all: [ban_hanh], met: 100%, unmet: 0, unmet_penalty: 0.25 } }   # "0 điểm và bị trừ 0,25 điểm"
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{Award, laws, penalty, wording};
use super::excel::{all, any, first_of, number, says};
use super::say::{labels, points, say};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, NO_WORDS, Scorer, Scores, Spare, Terms, YES_WORDS};
use crate::figure::{Figure, InputId, InputKind};
use crate::finding::Finding;
use crate::finding::rule::{EMPTY, TWICE};
use crate::points::Points;
use crate::text;
use crate::text::{Text, Words};
use crate::yaml::{Amount, Number};

/// YAML of [`YesNo`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawYesNo {
    /// Các điều kiện phải cùng đạt, mỗi điều kiện là một ô có/không. / Inputs of kind `yes_no` that must all be yes.
    pub all: Vec<String>,
    /// Điểm khi đạt đủ; mặc định 100%. / Given where all hold; default 100%.
    #[serde(alias = "yes")]
    #[schemars(extend("x-former" = "yes"))]
    pub met: Option<Amount>,
    /// Điểm khi thiếu một điều kiện; mặc định 0. / Given where one fails; default 0.
    #[serde(alias = "no")]
    #[schemars(extend("x-former" = "no"))]
    pub unmet: Option<Amount>,
    /// Điểm bị trừ thêm khi không đạt. / Taken beside the leaf where one fails.
    #[serde(alias = "no_penalty")]
    #[schemars(extend("x-former" = "no_penalty"))]
    pub unmet_penalty: Option<Number>,
}

/// What the conditions came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// All hold.
    Yes,
    /// These fail.
    No(Vec<InputId>),
    /// None fails, and these are blank.
    Blank(Vec<InputId>),
}

/// Conditions that must all hold: one that fails decides, even where another is blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YesNo {
    /// Inputs that must all be yes.
    pub all: Vec<InputId>,
    /// Given where all hold.
    pub met: Amount,
    /// Given where one fails.
    pub unmet: Amount,
    /// Taken beside the leaf where one fails.
    pub unmet_penalty: Option<Points>,
}

impl From<RawYesNo> for YesNo {
    fn from(raw: RawYesNo) -> Self {
        Self {
            all: raw.all.into_iter().map(InputId::new).collect(),
            met: raw.met.unwrap_or_else(|| Amount::Share(Points::one())),
            unmet: raw.unmet.unwrap_or_else(|| Amount::Points(Points::zero())),
            unmet_penalty: penalty(raw.unmet_penalty),
        }
    }
}

impl Faces for YesNo {
    fn asks(&self) -> Vec<Ask> {
        self.all.iter().map(|input| Ask::of(input.clone(), &[InputKind::YesNo])).collect()
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
        let several = self.all.len() > 1;
        let yes = if several { Text::new("Đạt đủ các điều kiện", "All conditions hold") } else { Text::new("Có", "Yes") };
        let no = if several {
            Text::new("Thiếu một trong các điều kiện", "One of the conditions fails")
        } else {
            Text::new("Không", "No")
        };
        vec![Branch { id: "met".into(), label: yes }, Branch { id: "unmet".into(), label: no }]
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        self.met.of(leaf.max).max(self.unmet.of(leaf.max))
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = laws(
            leaf,
            &[
                Award { path: vec!["met".into()], amount: &self.met, penalty: None },
                Award { path: vec!["unmet".into()], amount: &self.unmet, penalty: self.unmet_penalty.as_ref() },
            ],
        );
        if self.all.is_empty() {
            let message = text!("Không có điều kiện nào.", "There is no condition.");
            faults.push(Fault { path: vec!["all".into()], code: &EMPTY, message });
        }
        for (n, id) in self.all.iter().enumerate() {
            if self.all.iter().take(n).any(|earlier| earlier == id) {
                let message = text!("Điều kiện “{id}” viết hai lần.", "Condition “{id}” is written twice.");
                faults.push(Fault { path: vec!["all".into(), n.to_string()], code: &TWICE, message });
            }
        }
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        Some(self.branched(cells, &number(&self.met.of(leaf.max)), &number(&self.unmet.of(leaf.max)), "\"\""))
    }

    fn penalty(&self, _: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        self.unmet_penalty.as_ref().map(|penalty| self.branched(cells, "0", &number(penalty), "0"))
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let yes = wording(leaf, &self.met, None);
        let no = wording(leaf, &self.unmet, self.unmet_penalty.as_ref());
        if self.all.len() > 1 {
            vec![
                say!("Thực hiện đầy đủ các nội dung: {yes}", "All of these hold: {yes}", yes = yes),
                say!("Thiếu một trong các nội dung: {no}", "One of them missing: {no}", no = no),
            ]
        } else {
            vec![say!("Có: {yes}", "Yes: {yes}", yes = yes), say!("Không: {no}", "No: {no}", no = no)]
        }
    }
}

impl Scores for YesNo {
    type Fact = Answered;

    fn score(&self, case: &Case<'_>) -> Scored<Answered> {
        let failing: Vec<InputId> = self.all.iter().filter(|id| case.figure(id) == &Figure::YesNo(false)).cloned().collect();
        if !failing.is_empty() {
            let given = self.unmet.of(case.terms().max);
            return Scored::new(Gives::Points(given), Answered::No(failing)).taking(self.unmet_penalty.clone());
        }
        let blank: Vec<InputId> = self.all.iter().filter(|id| case.figure(id).is_blank()).cloned().collect();
        if !blank.is_empty() {
            return Scored::missing(blank.clone(), Answered::Blank(blank));
        }
        Scored::new(Gives::Points(self.met.of(case.terms().max)), Answered::Yes)
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Answered) -> Vec<String> {
        match fact {
            Answered::Yes => vec!["met".into()],
            Answered::No(_) => vec!["unmet".into()],
            Answered::Blank(_) => Vec::new(),
        }
    }

    fn explain(&self, fact: &Answered, leaf: &Terms<'_>) -> Vec<Text> {
        let (Answered::No(ids) | Answered::Blank(ids)) = fact else {
            let (names, n) = (labels(leaf, &self.all), points(&self.met.of(leaf.max)));
            return vec![say!("{names}: có, được {n}.", "{names}: yes, so {n}.", n = n)];
        };
        let names = labels(leaf, ids);
        if matches!(fact, Answered::Blank(_)) {
            return vec![text!("Chưa điền {names}: chưa tính được điểm.", "{names} left blank: nothing is computed.")];
        }
        vec![say!("{names}: không, được {n}.", "{names}: no, so {n}.", n = points(&self.unmet.of(leaf.max)))]
    }

    fn findings(&self, _: &Self::Fact, _: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        Vec::new()
    }
}

impl YesNo {
    /// Gives a formula with one value for each way out.
    fn branched(&self, cells: &dyn Cells, yes: &str, no: &str, blank: &str) -> String {
        let each = |words: Words| self.all.iter().map(|id| says(&cells.input(id), words.get(cells.lang()))).collect::<Vec<_>>();
        first_of(&[(any(&each(NO_WORDS)), no.into()), (all(&each(YES_WORDS)), yes.into())], blank)
    }
}
