//! What every kind of rule must be able to do. No face has a default: each kind decides each of them.

use super::excel::{any, says};
use super::{Case, Cells, NO_WORDS, Scored, Scorer, Terms};
use crate::figure::{Choice, Figure, Figures, InputId, InputKind};
use crate::finding::{Code, Finding};
use crate::points::Points;
use crate::text::Text;

/// What a kind says of itself, whatever a unit declares.
pub trait Faces {
    /// Lists the inputs that the rule reads, with the kinds that it can compute with, in the order of the form.
    fn asks(&self) -> Vec<Ask>;

    /// Lists pairs of inputs whose first can't be more than the second, a part and its whole: the form marks them live.
    fn parts(&self) -> Vec<(InputId, InputId)>;

    /// Lists inputs that may stay blank, and when: those of an alternative while another is given, those of a part that does
    /// not apply.
    fn spares(&self) -> Vec<Spare>;

    /// Tells who scores a leaf with this rule first.
    fn scorer(&self) -> Scorer;

    /// Tells whether the rule may stand inside another: it needs one unit's figures alone, and holds no rules itself.
    fn stands_within(&self) -> bool;

    /// Names the branches of the rule, so that `cases.yaml` can be compared with them: stable within a set.
    fn branches(&self, leaf: &Terms<'_>) -> Vec<Branch>;

    /// Gives the most points that the rule can come to: the leaf's maximum, unless the decision gives less, as it may for a
    /// criterion that stands for another.
    fn most(&self, leaf: &Terms<'_>) -> Points {
        leaf.max.clone()
    }

    /// Says what breaks the laws of this kind: unreachable maximum, overlap, bounds the wrong way round.
    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault>;

    /// Gives the Excel formula of the same meaning, without `=`.
    ///
    /// Its value is a number, `""` where nothing can be computed, or [`NOT_APPLICABLE_WORDS`](super::NOT_APPLICABLE_WORDS) of the form's language; `None`
    /// where one unit alone can't compute it. Plain functions that Excel 2010, LibreOffice and WPS know; compared values
    /// are rounded to 9 decimals first.
    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String>;

    /// Gives the Excel formula of the penalty that stands beside the leaf's points: a number, 0 where there is none.
    /// `None` for rules that take nothing beside.
    fn penalty(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String>;

    /// Gives the Excel formula of what leaves the leaf's maximum because parts of it do not apply: a number. `None` for
    /// rules without parts.
    fn lowered(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String>;

    /// Says the rule in the words of a form: a line per branch, such as `Ban hành kịp thời: 1`.
    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text>;
}

/// How a kind scores. Only [`Rule`](super::Rule) asks for it.
pub trait Scores {
    /// What it comes to its points by: figures, bound, branch; no sentence.
    type Fact;

    /// Scores, exactly.
    fn score(&self, case: &Case<'_>) -> Scored<Self::Fact>;

    /// Gives the value that units of a group are compared by; `None` for rules that look at one unit alone, and where
    /// figures are missing.
    fn compared(&self, case: &Case<'_>) -> Option<Points>;

    /// Names the branches taken, by their ids in [`Faces::branches`].
    fn taken(&self, fact: &Self::Fact) -> Vec<String>;

    /// Says the arithmetic, a sentence a step, with the unit's own figures.
    fn explain(&self, fact: &Self::Fact, leaf: &Terms<'_>) -> Vec<Text>;

    /// Gives what is found on the figures, with the input that it concerns; nothing is spelt where nothing is wrong.
    fn findings(&self, fact: &Self::Fact, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)>;
}

/// Input that a rule reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Input that the form asks for.
    pub input: InputId,
    /// Kinds that the rule can compute with.
    pub kinds: &'static [InputKind],
    /// Choices that the rule names, for an input of kind choice.
    pub choices: Vec<Choice>,
    /// Whether a percentage may be over 100, and part more than its whole.
    pub over_100: bool,
}

impl Ask {
    /// Makes an ask of an input that may be of these kinds.
    pub const fn of(input: InputId, kinds: &'static [InputKind]) -> Self {
        Self { input, kinds, choices: Vec::new(), over_100: false }
    }
}

/// Keeps each input once; it may be over 100 where one rule takes it so.
pub fn once(asks: impl Iterator<Item = Ask>) -> Vec<Ask> {
    let mut kept: Vec<Ask> = Vec::new();
    for ask in asks {
        match kept.iter_mut().find(|known| known.input == ask.input) {
            Some(known) => known.over_100 |= ask.over_100,
            None => kept.push(ask),
        }
    }
    kept
}

/// Input that may stay blank, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spare {
    /// Input that may stay blank.
    pub input: InputId,
    /// What it depends on.
    pub when: When,
}

/// When an input may stay blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Once this input is answered no.
    No(InputId),
    /// Once all inputs of one of `others` are given, while none of `own` is.
    Other {
        /// Inputs of the alternative alone.
        own: Vec<InputId>,
        /// Inputs of each other alternative.
        others: Vec<Vec<InputId>>,
    },
}

impl When {
    /// Tells whether it is so.
    pub fn holds(&self, figures: &Figures) -> bool {
        let figure = |id: &InputId| figures.get(id).unwrap_or(&Figure::Blank);
        // As a form counts what is filled in, right or wrong.
        let given = |id: &InputId| *figure(id) != Figure::Blank;
        match self {
            Self::No(id) => *figure(id) == Figure::YesNo(false),
            Self::Other { own, others } => !own.iter().any(given) && others.iter().any(|other| other.iter().all(given)),
        }
    }

    /// Gives the Excel formula that tells it.
    pub fn formula(&self, cells: &dyn Cells) -> String {
        let count = |ids: &[InputId]| format!("COUNTA({})", ids.iter().map(|id| cells.input(id)).collect::<Vec<_>>().join(","));
        match self {
            Self::No(id) => says(&cells.input(id), NO_WORDS.get(cells.lang())),
            Self::Other { own, others } => {
                let others: Vec<String> = others.iter().map(|other| format!("{}={}", count(other), other.len())).collect();
                format!("AND({}=0,{})", count(own), any(&others))
            }
        }
    }
}

/// Branch of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Stable name within the rule: `full`, `level:kip_thoi`, `step:2`.
    pub id: String,
    /// What it is, in the words of the form.
    pub label: Text,
}

/// Breach of a law, with its place inside the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Keys and list positions from the rule's own mapping downwards: `["levels", "2", "points"]`.
    pub path: Vec<String>,
    /// Entry of the catalogue.
    pub code: &'static Code,
    /// What is wrong.
    pub message: Text,
}
