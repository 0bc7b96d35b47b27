//! A rule as it will be written, with the inputs that it reads.

use jiff::civil::Date;

use crate::figure::InputKind;
use crate::points::Points;
use crate::text::fold::bare;
use crate::yaml::Amount;

use super::line::{PartOfStep, Side};
use super::slug::unique;

/// Guesses the kind of a figure by how the table asks for it.
pub fn kind_of_label(label: &str) -> InputKind {
    // Spelt without marks, “tổng chi” and “tổng chỉ tiêu” are alike.
    let paid = ["tổng chi ", "tổng mức chi ", "mức chi ", "số chi "].iter().any(|word| label.to_lowercase().starts_with(word));
    if paid && !label.to_lowercase().contains("chi nhánh") && !bare(label).contains("(%)") {
        return InputKind::Points;
    }
    let plain = bare(label);
    let has = |list: &[&str]| list.iter().any(|word| plain.starts_with(word));
    if has(&["ty le", "ti le", "phan tram"]) || plain.contains("(%)") {
        InputKind::Percent
    } else if has(&["ngay "]) {
        InputKind::Date
    } else if has(&["kinh phi", "tong kinh phi", "so tien", "gia tri", "so kinh phi", "diem ", "so diem", "so von", "tong von", "so gio"]) {
        InputKind::Points
    } else if has(&["so ", "tong "]) {
        InputKind::Count
    } else {
        InputKind::Text
    }
}

/// Input as it will be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Id, unique within the leaf.
    pub id: String,
    /// Kind.
    pub kind: InputKind,
    /// Words of the table.
    pub label: String,
    /// Unit of measure.
    pub measure: Option<String>,
}

/// Inputs of a leaf, while its rule is being read.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// In the order of the form.
    pub list: Vec<Input>,
    taken: Vec<String>,
}

impl Inputs {
    /// Adds an input, and gives its id.
    pub fn add(&mut self, kind: InputKind, label: &str, measure: Option<String>) -> String {
        let id = unique(label, "so_lieu", &mut self.taken);
        self.list.push(Input { id: id.clone(), kind, label: label.to_owned(), measure });
        id
    }

    /// Begins a list of its own, with no id of this one: the inputs of a part.
    pub fn apart(&self) -> Self {
        Self { list: Vec::new(), taken: self.taken.clone() }
    }

    /// Begins with the figures of another list, and with no id of this one.
    pub fn with(&self, base: &Self) -> Self {
        Self { list: base.list.clone(), taken: self.taken.clone() }
    }

    /// Takes in what another list has besides.
    pub fn take_in(&mut self, other: Self) {
        let new = other.list.into_iter().filter(|input| self.list.iter().all(|own| own.id != input.id)).collect::<Vec<_>>();
        self.list.extend(new);
        self.taken = other.taken;
    }

    /// Takes in the inputs of a part. Two figures that words alone don't tell apart get the name of their part.
    pub fn join(&mut self, part: Self, name: &str) {
        for mut input in part.list {
            if self.list.iter().any(|other| other.label == input.label) {
                input.label = format!("{} ({name})", input.label);
            }
            self.list.push(input);
        }
        self.taken = part.taken;
    }

    /// Finds the only input of a kind.
    pub fn only(&self, kind: InputKind) -> Option<&Input> {
        let mut fitting = self.list.iter().filter(|input| input.kind == kind);
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// Finds the part and the whole among two counts or two amounts: the whole says "tổng".
    pub fn part_of(&self) -> Option<(String, String)> {
        let kinds = [InputKind::Count, InputKind::Points];
        let figures: Vec<&Input> = self.list.iter().filter(|input| kinds.contains(&input.kind)).collect();
        let whole = |input: &Input| bare(&input.label).trim_start_matches(|c: char| !c.is_alphabetic()).starts_with("tong");
        match figures.as_slice() {
            [one, other] if whole(one) && !whole(other) => Some((other.id.clone(), one.id.clone())),
            [one, other] if whole(other) && !whole(one) => Some((one.id.clone(), other.id.clone())),
            _ => None,
        }
    }
}

/// Level as it will be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Id that the form stores.
    pub id: String,
    /// Words of the table.
    pub label: String,
    /// What it gives.
    pub points: Amount,
    /// What is taken beside 0 points.
    pub penalty: Option<Points>,
}

/// Step as it will be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Bounds.
    pub bounds: Vec<(Side, Points)>,
    /// What it gives.
    pub points: Amount,
    /// What is taken beside 0 points.
    pub penalty: Option<Points>,
}

/// What a rule looks at: one figure, or the rate of two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The figure, or the numerator.
    pub of: String,
    /// The denominator, and what 0 of 0 means.
    pub to: Option<(String, &'static str)>,
}

/// Rule as it will be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Conditions that must all hold.
    YesNo {
        /// Inputs.
        all: Vec<String>,
        /// Given where all hold.
        yes: Amount,
        /// Given where one fails.
        no: Amount,
        /// What is taken beside 0 points.
        penalty: Option<Points>,
    },
    /// One of several levels.
    Levels {
        /// Input.
        of: String,
        /// Levels.
        levels: Vec<Level>,
    },
    /// Steps on a figure or a rate.
    Steps {
        /// What is measured.
        measure: Measure,
        /// Whether bounds are percentages.
        percent: bool,
        /// Steps.
        steps: Vec<Step>,
        /// What all other values give.
        otherwise: Option<Amount>,
    },
    /// In proportion to a rate.
    Ratio {
        /// What is measured.
        measure: Measure,
        /// Rate that gives the maximum.
        full_at: Points,
        /// Rate below which it gives 0.
        zero_below: Option<Points>,
    },
    /// On a straight line between a floor and a ceiling.
    Interpolate {
        /// What is measured.
        measure: Measure,
        /// Rate that gives 0.
        zero_at: Points,
        /// Rate that gives the maximum.
        full_at: Points,
    },
    /// In proportion to the best of the group.
    Relative {
        /// What is measured.
        measure: Measure,
    },
    /// So much taken for each violation.
    Deductions {
        /// Inputs, with what each of their things takes.
        lines: Vec<(String, Amount)>,
        /// Least that is left.
        floor: Option<Points>,
    },
    /// By the day on which it was done.
    Deadline {
        /// Input.
        of: String,
        /// Days, whether each itself is too late, and what it gives.
        steps: Vec<(Date, bool, Amount)>,
        /// Given after the last.
        later: Amount,
        /// Given where it was never done, and what is taken beside 0 points.
        never: (Amount, Option<Points>),
    },
    /// So much for each thing.
    Count {
        /// Input.
        of: String,
        /// For each.
        each: Amount,
        /// At most.
        cap: Option<Amount>,
    },
    /// Points at a mark, less or more for each step beside it.
    StepBy(Box<StepBy>),
    /// Arithmetic over the inputs.
    Formula {
        /// The arithmetic.
        is: String,
        /// What 0 of 0 means, where the arithmetic does not say it itself.
        when_nothing: Option<&'static str>,
    },
    /// Parts with a maximum of their own.
    SumOf(Vec<Part>),
    /// The best of several alternatives.
    BestOf(Vec<Rule>),
    /// Index of the survey, in percent.
    SurveyPercent(String),
    /// Mean of what people who were asked say, on a scale.
    SurveyMean {
        /// Input.
        of: String,
        /// Mean that gives nothing.
        zero_at: Points,
        /// Mean that gives the maximum.
        full_at: Points,
    },
    /// Steps on a percentage or a mean of the survey: a rule of steps on one figure.
    SurveySteps(Box<Rule>),
    /// Typed by the scorer named.
    Given(&'static str),
}

/// Points at a mark, less or more for each step beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepBy {
    /// What is measured.
    pub measure: Measure,
    /// The mark, in points of percent.
    pub at: Points,
    /// Points at the mark.
    pub points: Amount,
    /// Step below the mark, in points of percent, and what each takes.
    pub below: Option<(Points, Amount)>,
    /// Step above the mark, in points of percent, and what each adds.
    pub above: Option<(Points, Amount)>,
    /// Most that it gives.
    pub cap: Option<Amount>,
    /// Least that it gives.
    pub floor: Option<Points>,
    /// Below it, in points of percent, there is nothing.
    pub zero_below: Option<Points>,
    /// What counts of a step that is not full.
    pub part: PartOfStep,
}

/// Part of a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Id of the part, unique in its leaf.
    pub id: String,
    /// Words of the table.
    pub label: String,
    /// Maximum.
    pub max: Points,
    /// Rule.
    pub rule: Rule,
}

impl Rule {
    /// Makes a rule of arithmetic that says itself what 0 of 0 means.
    pub const fn arithmetic(is: String) -> Self {
        Self::Formula { is, when_nothing: None }
    }

    /// Tells whether its points come from others than the unit.
    pub const fn is_given(&self) -> bool {
        matches!(self, Self::Given(_)) || self.is_of_survey()
    }

    /// Tells whether the survey finds its figures.
    pub const fn is_of_survey(&self) -> bool {
        matches!(self, Self::SurveyPercent(_) | Self::SurveyMean { .. } | Self::SurveySteps(_))
    }

    /// Tells whether the rule may stand inside of another.
    pub const fn stands_within(&self) -> bool {
        !self.is_given() && !matches!(self, Self::SumOf(_) | Self::BestOf(_) | Self::Relative { .. })
    }
}
