//! What a table says of a leaf, and what came of reading its lines.

use crate::convert::draft::{Inputs, Rule};
use crate::finding::Code;
use crate::finding::convert::{BESIDE, MEASURED, SCALE};
use crate::points::Points;
use crate::text::Text;

/// Who answers a leaf, as the table says beside its name and its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answers {
    /// Nothing says that anybody but the unit does.
    #[default]
    OfUnit,
    /// A heading says that people are asked: “KHẢO SÁT NGƯỜI DÂN”.
    OfPeople,
    /// The column of the survey is marked, or the area is the survey's.
    OfSurvey,
}

/// What a table says of a leaf.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Name of the criterion.
    pub name: &'a str,
    /// Maximum.
    pub max: &'a Points,
    /// Lines on how points are given.
    pub lines: &'a [String],
    /// Figures asked, with their unit of measure.
    pub figures: &'a [(String, Option<String>)],
    /// Who answers it, as a column or the headings above it say.
    pub answers: Answers,
    /// Whether its points are taken from the total: a line of penalty points.
    pub takes: bool,
    /// Whether its points are added beside the tree: a line of bonus points.
    pub adds: bool,
}

/// Something that the decision leaves open, or that was decided and should be looked at.
pub type Doubt = (&'static Code, Text);

/// What is said of units alone that have nothing to do, and holds for no other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exempt {
    /// Nothing.
    #[default]
    Nobody,
    /// What they get, or something to be asked.
    Told,
    /// The criterion doesn't count for them, so that a unit may say that it doesn't apply.
    MayNotApply,
}

/// What came of reading the lines.
#[derive(Clone, Debug, Default)]
pub struct Recognised {
    /// Inputs, those of the table first.
    pub inputs: Inputs,
    /// The rule; `None` where the lines say none, or one that isn't understood.
    pub rule: Option<Rule>,
    /// Lines that say nothing of points, for whoever fills in the form.
    pub remarks: Vec<String>,
    /// Words that no rule uses.
    pub failed: Vec<String>,
    /// The rule of all other words, with its inputs, where these make one: whoever reviews it only has to add what is left over.
    pub partly: Option<(Rule, Inputs)>,
    /// Whether the survey gives the points where there is no rule: units never score what people say of them.
    pub by_survey: bool,
    /// What the decision leaves open.
    pub doubts: Vec<Doubt>,
    /// Whether the lines round points to two decimals.
    pub rounded: bool,
    /// The body that the lines name as the one that gives the points.
    pub agency: Option<String>,
    /// What the lines say of units alone that have nothing to do.
    pub exempt: Exempt,
    /// Words of other places that the rule uses, for whoever fills in the form.
    pub from_elsewhere: Vec<String>,
    /// Whether the rule lacks some of what the table says.
    pub lacks: bool,
}

impl Recognised {
    /// Tells whether the rule says all that the table does.
    pub const fn is_whole(&self) -> bool {
        self.rule.is_some() && !self.lacks
    }

    /// Tells whether something was told of words that aren't in the rule, of another figure than the name's, of a scale, or of who
    /// scores.
    pub fn told_of_less(&self) -> bool {
        let told = |code: &Code| [&BESIDE, &MEASURED, &SCALE].contains(&code);
        let given = matches!(self.rule, Some(Rule::Given(_)));
        self.doubts.iter().any(|(code, _)| told(code) || given)
    }
}
