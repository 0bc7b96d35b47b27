//! A part of a sum: a rule with a maximum of its own, which may not apply.

use crate::figure::{Figure, InputId};
use crate::points::Points;
use crate::rule::cells::PartCells;
use crate::rule::excel::{first_of, number, quoted, says};
use crate::rule::kinds::{Facts, Stated};
use crate::rule::{Case, Cells, Gives, NO_WORDS, NOT_APPLICABLE_WORDS, Scored, Terms, YES_WORDS};
use crate::text;
use crate::text::Text;

/// Part of a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Id of the part, unique in its leaf.
    pub id: String,
    /// Name, as the decision calls it.
    pub label: String,
    /// Maximum.
    pub max: Points,
    /// How it is scored.
    pub stated: Stated,
    /// Whether it applies, by this input.
    pub applies: Option<InputId>,
}

/// What a part came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartFact {
    /// It does not apply.
    Out,
    /// The council says that it does not apply.
    TakenAway,
    /// It does not apply by its own figures, and the council says that it does.
    GivenBack,
    /// Whether it applies is left blank.
    Unanswered,
    /// Its rule scored it.
    Ruled(Box<Facts>),
}

impl Part {
    /// Gives the leaf as the part's rule sees it.
    pub fn terms<'a>(&'a self, leaf: &Terms<'a>) -> Terms<'a> {
        Terms { max: &self.max, ..*leaf }
    }

    /// Scores the part.
    pub fn score(&self, case: &Case<'_>) -> Scored<PartFact> {
        let ruled = || self.stated.rule.scored(&case.part(&self.max)).map(|facts| PartFact::Ruled(Box::new(facts)));
        match case.council_says(&self.id) {
            Some(false) => return Scored::new(Gives::NotApplicable, PartFact::TakenAway),
            Some(true) => {
                let scored = ruled();
                let out = scored.gives == Gives::NotApplicable;
                return if out { Scored::new(Gives::Points(Points::zero()), PartFact::GivenBack) } else { scored };
            }
            None => {}
        }
        match self.applies.as_ref().map(|id| (id, case.figure(id))) {
            Some((_, Figure::YesNo(false))) => Scored::new(Gives::NotApplicable, PartFact::Out),
            Some((id, figure)) if figure.is_blank() => Scored::missing(vec![id.clone()], PartFact::Unanswered),
            _ => ruled(),
        }
    }

    /// Explains the part's score.
    pub fn explain(&self, fact: &PartFact, leaf: &Terms<'_>) -> Text {
        match fact {
            PartFact::Out => text!("không áp dụng.", "does not apply."),
            PartFact::TakenAway => {
                text!("không áp dụng, theo kết quả thẩm định.", "does not apply, as the council says.")
            }
            PartFact::GivenBack => text!(
                "có áp dụng, theo kết quả thẩm định; số liệu kê khai cho 0 điểm.",
                "applies, as the council says; the declared figures give 0 points."
            ),
            PartFact::Unanswered => {
                let label = self.applies.as_ref().map(|id| leaf.label(id)).unwrap_or_default();
                text!("Chưa điền {label}.", "{label} left blank.")
            }
            PartFact::Ruled(facts) => Text::join(&self.stated.rule.sentences_of(facts, &self.terms(leaf)), " "),
        }
    }

    /// Gives the formula of the part.
    pub fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let within = PartCells { cells, max: number(&self.max) };
        let value = self.stated.rule.faces().formula(&self.terms(leaf), &within)?;
        Some(match &self.applies {
            Some(id) => {
                let cell = cells.input(id);
                let [no, yes] = [NO_WORDS, YES_WORDS].map(|words| says(&cell, words.get(cells.lang())));
                first_of(&[(no, quoted(NOT_APPLICABLE_WORDS.get(cells.lang()))), (yes, value)], "\"\"")
            }
            None => value,
        })
    }
}
