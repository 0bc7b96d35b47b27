//! `deadline`: points by the day on which a thing was done, by one or several dates.
//!
//! ```yaml
//! rule:
//!   deadline:
//!     of: ngay_ban_hanh
//!     steps: [ { by: 2018-01-31, points: 1 }, { before: 2018-03-01, points: 50% } ]
//!     later: 0                 # default
//!     never: 0                 # "không ban hành"; default
//! ```
//!
//! `by` counts the day itself as in time, `before` doesn't.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{self, Award, laws, penalty};
use super::excel::{allowed, first_of, number, says};
use super::say::{points, say};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, NO_WORDS, Scorer, Scores, Spare, Terms};
use crate::figure::{Figure, InputId, InputKind, date_vi};
use crate::finding::Finding;
use crate::finding::rule::{EMPTY, TWICE, UNREACHABLE};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::yaml::{Amount, Day, Number};

/// YAML of [`Deadline`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDeadline {
    /// Ô ngày (kind: date). / Input of kind date.
    pub of: String,
    /// Các mốc, từ sớm nhất. / Dates, from the earliest.
    pub steps: Vec<RawDate>,
    /// Điểm khi muộn hơn mọi mốc; mặc định 0. / Given after the last date; default 0.
    pub later: Option<Amount>,
    /// Điểm khi không làm; mặc định 0. / Given where it was never done; default 0.
    pub never: Option<Amount>,
    /// Điểm bị trừ thêm khi không làm. / Taken beside the leaf where it was never done.
    pub never_penalty: Option<Number>,
}

/// YAML of a date.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDate {
    /// Đến hết ngày này. / On this day at the latest.
    pub by: Option<Day>,
    /// Trước ngày này. / Before this day.
    pub before: Option<Day>,
    /// Điểm, hoặc tỷ lệ của điểm tối đa. / Points, or a share of the maximum.
    pub points: Amount,
}

/// Points by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Input that holds the day.
    of: InputId,
    /// Dates, from the earliest.
    steps: Vec<Step>,
    /// Given after the last.
    later: Amount,
    /// Given where it was never done.
    never: Amount,
    /// Taken beside the leaf where it was never done.
    never_penalty: Option<Points>,
}

/// When it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Not said.
    Blank,
    /// Never.
    Never,
    /// On a day.
    On {
        /// Day.
        day: Date,
        /// Place of the date that it keeps; `None` for later.
        step: Option<usize>,
    },
}

/// Date with what it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    /// Last day in time.
    by: Option<Date>,
    /// First day too late.
    before: Option<Date>,
    /// What it gives.
    points: Amount,
}

impl From<RawDeadline> for Deadline {
    fn from(raw: RawDeadline) -> Self {
        let nothing = || Amount::Points(Points::zero());
        let step = |raw: RawDate| Step { by: raw.by.map(|day| day.0), before: raw.before.map(|day| day.0), points: raw.points };
        Self {
            of: InputId::new(raw.of),
            steps: raw.steps.into_iter().map(step).collect(),
            later: raw.later.unwrap_or_else(nothing),
            never: raw.never.unwrap_or_else(nothing),
            never_penalty: penalty(raw.never_penalty),
        }
    }
}

impl Deadline {
    /// Gives the last day in time for the date that a declared day keeps, or for the last date where no day is declared;
    /// `None` where the day declared is late itself, or says that the thing was never done.
    pub fn last_day(&self, declared: Option<&Figure>) -> Option<Date> {
        match declared {
            Some(Figure::Date(day)) => self.steps.iter().find(|step| step.holds(*day))?.last(),
            None | Some(Figure::Blank) => self.steps.last()?.last(),
            Some(_) => None,
        }
    }

    /// Lists the last days in time.
    pub fn days(&self) -> Vec<Date> {
        self.steps.iter().filter_map(Step::last).collect()
    }

    /// Gives what a day is worth that keeps this date, or none.
    fn amount(&self, step: Option<usize>) -> &Amount {
        step.and_then(|n| self.steps.get(n)).map_or(&self.later, |step| &step.points)
    }

    /// Gives the input that holds the day.
    pub const fn of(&self) -> &InputId {
        &self.of
    }
}

impl Step {
    /// Tells whether a day is in time.
    fn holds(&self, day: Date) -> bool {
        self.by.is_none_or(|by| day <= by) && self.before.is_none_or(|before| day < before)
    }

    /// Gives the last day in time.
    fn last(&self) -> Option<Date> {
        self.by.or_else(|| self.before?.yesterday().ok())
    }

    /// Says the date in the words of a form.
    fn wording(&self) -> Text {
        match (self.by, self.before) {
            (Some(by), _) => say!("Chậm nhất ngày {day}", "By {day}", day = Text::new(date_vi(by), by.to_string())),
            (None, Some(before)) => say!("Trước ngày {day}", "Before {day}", day = Text::new(date_vi(before), before.to_string())),
            (None, None) => Text::default(),
        }
    }

    /// Gives the condition that a cell's day is in time. A time of day doesn't count.
    fn condition(&self, cell: &str) -> String {
        let date = |day: Date| format!("DATE({},{},{})", day.year(), day.month(), day.day());
        match (self.by, self.before) {
            (Some(by), _) => format!("INT({cell})<={}", date(by)),
            (None, Some(before)) => format!("INT({cell})<{}", date(before)),
            (None, None) => "FALSE".into(),
        }
    }
}

impl Faces for Deadline {
    fn asks(&self) -> Vec<Ask> {
        vec![Ask::of(self.of.clone(), &[InputKind::Date])]
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
        let step = |(n, step): (usize, &Step)| Branch { id: format!("step:{}", n + 1), label: step.wording() };
        let mut branches: Vec<Branch> = self.steps.iter().enumerate().map(step).collect();
        branches.push(Branch { id: "later".into(), label: Text::new("Muộn hơn", "Later") });
        branches.push(Branch { id: "never".into(), label: Text::new("Không ban hành", "Never") });
        branches
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        let amounts = self.steps.iter().map(|step| &step.points).chain([&self.later, &self.never]);
        amounts.map(|amount| amount.of(leaf.max)).max().unwrap_or_default()
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let path = |n: usize, key: &str| vec!["steps".to_owned(), n.to_string(), key.to_owned()];
        let mut awards: Vec<Award<'_>> = Vec::new();
        for (n, step) in self.steps.iter().enumerate() {
            awards.push(Award { path: path(n, "points"), amount: &step.points, penalty: None });
        }
        awards.push(Award { path: vec!["later".into()], amount: &self.later, penalty: None });
        awards.push(Award { path: vec!["never".into()], amount: &self.never, penalty: self.never_penalty.as_ref() });
        let mut faults = laws(leaf, &awards);
        if self.steps.is_empty() {
            let message = text!("Không có mốc thời gian nào.", "There is no date.");
            faults.push(Fault { path: vec!["steps".into()], code: &EMPTY, message });
        }
        for (n, step) in self.steps.iter().enumerate() {
            if step.by.is_some() == step.before.is_some() {
                let message = text!(
                    "Mỗi mốc cần đúng một trong hai: by (đến hết ngày) hoặc before (trước ngày).",
                    "Every date is either by or before."
                );
                faults.push(Fault { path: path(n, "points"), code: &TWICE, message });
            } else if let Some(earlier) = n.checked_sub(1).and_then(|before| self.steps.get(before))
                && step.last() <= earlier.last()
            {
                let (one, other) = (earlier.wording(), step.wording());
                let message = say!(
                    "Mốc “{other}” không muộn hơn mốc “{one}” viết trước nó.",
                    "“{other}” isn't later than “{one}”, which stands before it.",
                    one = one,
                    other = other
                );
                faults.push(Fault { path: path(n, "points"), code: &UNREACHABLE, message });
            }
        }
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let cell = cells.input(&self.of);
        let give = |amount: &Amount| number(&amount.of(leaf.max));
        let steps: Vec<_> = self.steps.iter().map(|step| (step.condition(&cell), give(&step.points))).collect();
        let day = first_of(&steps, &give(&self.later));
        let allowed = allowed(&cell, &leaf.input(&self.of).map(|input| input.days).unwrap_or_default());
        Some(format!("IF({allowed},{day},IF({},{},\"\"))", says(&cell, NO_WORDS.get(cells.lang())), give(&self.never)))
    }

    fn penalty(&self, _: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let cell = cells.input(&self.of);
        self.never_penalty.as_ref().map(|penalty| format!("IF({},{},0)", says(&cell, NO_WORDS.get(cells.lang())), number(penalty)))
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let line = |words: Text, amount: &Amount, penalty: Option<&Points>| {
            say!("{words}: {n}", "{words}: {n}", words = words, n = amount::wording(leaf, amount, penalty))
        };
        let mut lines: Vec<Text> = self.steps.iter().map(|step| line(step.wording(), &step.points, None)).collect();
        lines.push(line(Text::new("Sau thời hạn trên", "Later"), &self.later, None));
        lines.push(line(Text::new("Không thực hiện", "Never"), &self.never, self.never_penalty.as_ref()));
        lines
    }
}

impl Scores for Deadline {
    type Fact = Done;

    fn score(&self, case: &Case<'_>) -> Scored<Done> {
        let max = case.terms().max;
        match case.figure(&self.of) {
            Figure::NotIssued => Scored::new(Gives::Points(self.never.of(max)), Done::Never).taking(self.never_penalty.clone()),
            Figure::Date(day) => {
                let step = self.steps.iter().position(|step| step.holds(*day));
                Scored::new(Gives::Points(self.amount(step).of(max)), Done::On { day: *day, step })
            }
            _ => Scored::missing(vec![self.of.clone()], Done::Blank),
        }
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Done) -> Vec<String> {
        match fact {
            Done::Blank => Vec::new(),
            Done::Never => vec!["never".into()],
            Done::On { step: Some(n), .. } => vec![format!("step:{}", n + 1)],
            Done::On { step: None, .. } => vec!["later".into()],
        }
    }

    fn explain(&self, fact: &Done, leaf: &Terms<'_>) -> Vec<Text> {
        let label = leaf.label(&self.of);
        vec![match fact {
            Done::Blank => text!("Chưa điền {label}: chưa tính được điểm.", "{label} left blank: nothing is computed."),
            Done::Never => say!("{label}: không thực hiện, {n}.", "{label}: not done, {n}.", n = points(&self.never.of(leaf.max))),
            Done::On { day, step } => {
                let held = step.and_then(|n| self.steps.get(n));
                say!(
                    "{label}: {shown}, “{words}”: {n}.",
                    "{label}: {shown}, “{words}”: {n}.",
                    shown = Text::new(date_vi(*day), day.to_string()),
                    words = held.map_or_else(|| Text::new("Sau thời hạn trên", "Later than all dates"), Step::wording),
                    n = points(&self.amount(*step).of(leaf.max))
                )
            }
        }]
    }

    fn findings(&self, _: &Self::Fact, _: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        Vec::new()
    }
}
