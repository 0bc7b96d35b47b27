//! A criterion: its words and points, and what stands below it, other criteria or a rule.

use jiff::civil::Date;

use super::{CriteriaSet, Requires, Source};
use crate::figure::{Choice, CriterionId, Input, InputId, date_vi};
use crate::points::Points;
use crate::rule::{self, Rule, Scorer, Terms};
use crate::text;
use crate::text::{Lang, Text, run_on};

/// Criterion at any depth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Id: `3.1`.
    pub id: CriterionId,
    /// Name, in the words of the decision.
    pub name: String,
    /// Maximum, unweighted.
    pub max: Points,
    /// What its points and maximum are multiplied by in its parent.
    pub weight: Points,
    /// Where it is written down, with the parts inherited from above filled in.
    pub source: Source,
    /// Remark for whoever fills in the form.
    pub note: Option<String>,
    /// What has to hold before it counts.
    pub requires: Option<Requires>,
    /// Who appraises it and what is below it, as the set names them; what is below may name another.
    pub agency: Option<String>,
    /// Deadline that it sets, for itself and for what is below it.
    pub deadline: Option<Date>,
    /// Children, or a rule.
    pub body: Body,
}

/// What stands below a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "most criteria of a set are leaves")]
pub enum Body {
    /// Criteria, in the order of the decision.
    Group(Vec<Criterion>),
    /// A rule and what it needs.
    Leaf(Leaf),
}

/// Criterion that is scored by a rule (tiêu chí thành phần).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Cells to fill in, in the order of the form.
    pub inputs: Vec<Input>,
    /// How they become points.
    pub rule: Rule,
    /// The decision's own words for it, printed in place of those made of the rule.
    pub text: Option<String>,
    /// What evidence is asked.
    pub evidence: EvidenceAsk,
    /// Whether a unit may declare that the leaf does not apply to it.
    pub may_not_apply: bool,
    /// Last day on which it can be done: its own, or that of a criterion above it.
    pub deadline: Option<Date>,
}

impl Leaf {
    /// Finds an input.
    pub fn input(&self, id: &InputId) -> Option<&Input> {
        self.inputs.iter().find(|input| input.id == *id)
    }

    /// Says how it is scored, a line each: in the decision's own words where the set gives them.
    pub fn wording(&self, terms: &Terms<'_>) -> Vec<Text> {
        rule::wording(&self.rule, self.text.as_deref(), terms)
    }

    /// Says the same in paragraphs, for where a line for each case takes too much room; words of the decision, also of a
    /// part of the rule, keep their lines.
    pub fn paragraphs(&self, terms: &Terms<'_>, lang: Lang) -> Vec<String> {
        let lines = self.wording(terms).into_iter().map(|line| line.get(lang).to_owned());
        if self.rule.beside(self.text.as_deref(), terms).is_empty() { run_on(lines) } else { lines.collect() }
    }

    /// Tells who scores it first.
    pub fn scorer(&self) -> Scorer {
        self.rule.scorer()
    }

    /// Gives the inputs that the form asks of the unit: none where the survey finds the figures.
    pub fn asked(&self) -> &[Input] {
        match self.scorer() {
            Scorer::Survey => &[],
            Scorer::Unit | Scorer::Council => &self.inputs,
        }
    }

    /// Tells whether a percentage of this input may be over 100.
    pub fn may_pass_100(&self, input: &InputId) -> bool {
        self.rule.faces().asks().iter().any(|ask| &ask.input == input && ask.over_100)
    }

    /// Gives the choices of an input of kind choice; none for other kinds.
    pub fn choices(&self, input: &InputId) -> Vec<Choice> {
        self.rule.faces().asks().into_iter().find(|ask| &ask.input == input).map(|ask| ask.choices).unwrap_or_default()
    }
}

/// Evidence that a leaf asks for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EvidenceAsk {
    /// Whether points claimed without evidence or explanation are withheld.
    pub required: bool,
    /// Type codes of documents asked: `KH`, `BC`. Empty: any.
    pub types: Vec<String>,
    /// Fewest documents that are enough.
    pub least: usize,
    /// Whether section and page must be named.
    pub section: bool,
    /// What is asked, in the words of the decision.
    pub what: Option<String>,
}

/// Line outside the tree (điểm thưởng, điểm trừ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// Whether its points are added or taken.
    pub sign: Sign,
    /// Id, name, cap (its maximum), rule; always a leaf, weight 1.
    pub criterion: Criterion,
    /// What it takes where a unit leaves its figures blank; says something of penalties alone.
    pub when_blank: WhenBlank,
    /// Criterion of the tree within whose maximum it counts; `None` where it joins the unit's points.
    pub within: Option<CriterionId>,
}

impl Sign {
    /// Names a line of this direction, as forms and papers do.
    pub fn named(self, name: &str) -> Text {
        match self {
            Self::Bonus => text!("Điểm thưởng: {name}", "Bonus: {name}"),
            Self::Penalty => text!("Điểm trừ: {name}", "Penalty: {name}"),
        }
    }
}

/// What a penalty takes where a unit leaves its figures blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum WhenBlank {
    /// Nothing yet: the unit's result is provisional until the figure or the council's points are there.
    #[default]
    Ask,
    /// Nothing.
    None,
    /// All of it.
    Full,
}

/// Direction of an adjustment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Điểm thưởng.
    Bonus,
    /// Điểm trừ.
    Penalty,
}

impl Criterion {
    /// Says what has to hold before it counts, unless the decision's own words of its rule say so already.
    pub fn condition_words(&self, set: &CriteriaSet) -> Option<Text> {
        let said =
            |requires: &&Requires| self.leaf().and_then(|leaf| leaf.text.as_deref()).is_some_and(|text| requires.is_said_in(text, set));
        self.requires.as_ref().filter(|requires| !said(requires)).map(|requires| requires.words(set))
    }

    /// Gives the leaf, where this is one.
    pub const fn leaf(&self) -> Option<&Leaf> {
        match &self.body {
            Body::Leaf(leaf) => Some(leaf),
            Body::Group(_) => None,
        }
    }

    /// Gives the children; none for a leaf.
    pub fn children(&self) -> &[Criterion] {
        match &self.body {
            Body::Group(children) => children,
            Body::Leaf(_) => &[],
        }
    }

    /// Says the deadline that it sets.
    pub fn deadline_words(&self) -> Option<Text> {
        let day = self.deadline?;
        let vi = date_vi(day);
        Some(text!("Thời hạn: chậm nhất ngày {vi}.", "Deadline: {day} at the latest."))
    }

    /// Gives the maximum as it counts in the parent.
    pub fn weighted_max(&self) -> Points {
        &self.max * &self.weight
    }
}
