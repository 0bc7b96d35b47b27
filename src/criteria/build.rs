//! From the raw mirror of the YAML to the model, part by part; [`laws`](super::laws) says whether it may be used.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::bindings::Bindings;
use super::raw::{
    RawAdjustment, RawAlternative, RawAsk, RawCap, RawCheck, RawCriterion, RawElse, RawEvidence, RawInput, RawKind, RawPeriod,
    RawRequirement, RawRoundAt, RawRounding, RawRoundingMode, RawSet, RawSeverity, RawShared, RawSign, RawSource, RawStatus,
    RawSurveyMissing, RawWhenBlank,
};
use super::{
    Adjustment, Alternative, Body, Cap, Check, CriteriaSet, Criterion, EvidenceAsk, Leaf, Otherwise, Period, Requirement, Requires, Sign,
    Source, Status, SurveyMissing, WhenBlank,
};
use crate::figure::{CriterionId, Days, Input, InputId, InputKind, SetId};
use crate::finding::Severity;
use crate::points::{Points, RoundAt, Rounding, RoundingMode};
use crate::rule::{Condition, RawRule, Stated};
use crate::yaml::Number;

/// Findings that withhold all accepted points of a leaf unless the set says otherwise: evidence asked, none named and
/// no explanation; figures asked and left blank.
pub const WITHHELD: [&str; 2] = ["E001", "P001"];

/// Makes the model. Nothing is judged here.
pub fn set(raw: RawSet, yaml: &str, sha256: String) -> CriteriaSet {
    let source = Source::from(raw.source);
    let withhold = match raw.withhold {
        None => WITHHELD.iter().map(|code| ((*code).to_owned(), Points::one())).collect(),
        Some(list) => {
            list.into_iter().filter_map(|one| Some((one.finding, one.share.0.over(&Points::hundred())?))).collect::<BTreeMap<_, _>>()
        }
    };
    let valid = Period::from(raw.valid);
    let figures: Vec<Input> = raw.figures.into_iter().map(|figure| Input { shared: true, ..Input::from(figure) }).collect();
    let above = Above { source: &source, figures: &figures, deadline: None };
    let criteria: Vec<Criterion> = raw.criteria.into_iter().map(|one| criterion(one, above)).collect();
    let set = CriteriaSet {
        bindings: Bindings::of(&criteria),
        id: SetId::new(raw.set),
        title: raw.title,
        version: raw.version,
        sha256,
        yaml: yaml.to_owned(),
        status: match raw.status {
            RawStatus::Model => Status::Model,
            RawStatus::Transcribed => Status::Transcribed,
        },
        excerpt: raw.excerpt,
        note: raw.note,
        valid,
        total: raw.total.0,
        rounding: raw.rounding.into(),
        criteria,
        alternatives: raw.alternatives.into_iter().map(Alternative::from).collect(),
        adjustments: raw.adjustments.into_iter().map(|one| adjustment(one, above)).collect(),
        checks: raw.checks.into_iter().map(Check::from).collect(),
        caps: raw.caps.into_iter().map(Cap::from).collect(),
        may_pass_100: raw.may_pass_100,
        survey_missing: match raw.survey_missing {
            RawSurveyMissing::Unranked => SurveyMissing::Unranked,
            RawSurveyMissing::Zero => SurveyMissing::Zero,
            RawSurveyMissing::Rescale => SurveyMissing::Rescale,
        },
        withhold,
        figures: figures.clone(),
        source: source.clone(),
    };
    set.within(valid)
}

/// Makes a criterion and what is below it; parts of the source that it leaves out are its parent's.
fn criterion(raw: RawCriterion, above: Above<'_>) -> Criterion {
    let source = Source::from(raw.source).or(above.source);
    let deadline = raw.deadline.map(|day| day.0);
    let above = Above { source: &source, deadline: deadline.or(above.deadline), ..above };
    let body = match (raw.criteria, raw.rule) {
        (None, Some(rule)) => Body::Leaf(leaf(raw.inputs, rule, raw.evidence, raw.may_not_apply, above)),
        (children, _) => Body::Group(children.unwrap_or_default().into_iter().map(|child| criterion(child, above)).collect()),
    };
    Criterion {
        id: CriterionId::new(raw.id),
        name: raw.name,
        max: raw.max.0,
        weight: raw.weight.map_or_else(Points::one, |Number(weight)| weight),
        source: source.clone(),
        note: raw.note,
        requires: raw.requires.map(|all| requires(all, raw.otherwise)),
        agency: raw.agency,
        deadline,
        body,
    }
}

/// Makes a line outside the tree.
fn adjustment(raw: RawAdjustment, above: Above<'_>) -> Adjustment {
    let deadline = raw.deadline.map(|day| day.0);
    let above = Above { deadline, ..above };
    Adjustment {
        sign: match raw.sign {
            RawSign::Bonus => Sign::Bonus,
            RawSign::Penalty => Sign::Penalty,
        },
        when_blank: match raw.when_blank {
            None | Some(RawWhenBlank::Ask) => WhenBlank::Ask,
            Some(RawWhenBlank::None) => WhenBlank::None,
            Some(RawWhenBlank::Full) => WhenBlank::Full,
        },
        within: raw.criterion.map(CriterionId::new),
        criterion: Criterion {
            id: CriterionId::new(raw.id),
            name: raw.name,
            max: raw.max.0,
            weight: Points::one(),
            source: Source::from(raw.source).or(above.source),
            note: raw.note,
            requires: None,
            agency: raw.agency,
            deadline,
            body: Body::Leaf(leaf(raw.inputs, raw.rule, raw.evidence, raw.may_not_apply, above)),
        },
    }
}

/// What reaches down to criteria from above.
#[derive(Clone, Copy)]
struct Above<'a> {
    /// Where the criterion above is written down.
    source: &'a Source,
    /// Figures of the set.
    figures: &'a [Input],
    /// Deadline of the criterion above.
    deadline: Option<Date>,
}

/// Makes an input; one that names no figure of the set stands in as text, and the laws tell of it.
fn input(ask: RawAsk, figures: &[Input]) -> Input {
    match ask {
        RawAsk::Own(input) => input.into(),
        RawAsk::Shared(RawShared { figure }) => {
            figures.iter().find(|known| known.id.as_str() == figure).cloned().unwrap_or_else(|| Input {
                label: figure.clone(),
                id: InputId::new(figure),
                kind: InputKind::Text,
                measure: None,
                days: Days::default(),
                shared: true,
            })
        }
    }
}

/// Makes the conditions of a criterion; one that is not written as the laws ask is left out, and the laws tell of it.
fn requires(all: Vec<RawRequirement>, otherwise: Option<RawElse>) -> Requires {
    let one = |raw: RawRequirement| match (raw.criterion, raw.index_at_least, raw.figure, raw.at_most) {
        (Some(criterion), Some(at_least), None, None) => {
            Some(Requirement::Index { criterion: CriterionId::new(criterion), at_least: at_least.0 })
        }
        (None, None, Some(figure), Some(at_most)) => Some(Requirement::Figure { figure: InputId::new(figure), at_most: at_most.value }),
        _ => None,
    };
    Requires {
        all: all.into_iter().filter_map(one).collect(),
        otherwise: match otherwise {
            None | Some(RawElse::Zero) => Otherwise::Zero,
            Some(RawElse::NotApplicable) => Otherwise::NotApplicable,
        },
    }
}

impl From<RawAlternative> for Alternative {
    fn from(raw: RawAlternative) -> Self {
        Self { id: raw.id, criteria: raw.criteria.into_iter().map(CriterionId::new).collect() }
    }
}

impl From<RawCap> for Cap {
    fn from(raw: RawCap) -> Self {
        Self { adjustments: raw.adjustments.into_iter().map(CriterionId::new).collect(), max: raw.max.0 }
    }
}

impl From<RawCheck> for Check {
    fn from(raw: RawCheck) -> Self {
        Self {
            that: Condition::new(&raw.that),
            text: raw.text.trim().to_owned(),
            severity: match raw.severity {
                RawSeverity::Error => Severity::Error,
                RawSeverity::Warning => Severity::Warning,
                RawSeverity::Note => Severity::Note,
            },
        }
    }
}

/// Makes a leaf.
fn leaf(inputs: Option<Vec<RawAsk>>, rule: RawRule, evidence: Option<RawEvidence>, may_not_apply: Option<bool>, above: Above<'_>) -> Leaf {
    let Stated { rule, text } = rule.stated();
    Leaf {
        inputs: inputs.unwrap_or_default().into_iter().map(|ask| input(ask, above.figures)).collect(),
        rule,
        text,
        evidence: evidence.map(EvidenceAsk::from).unwrap_or_default(),
        may_not_apply: may_not_apply.unwrap_or_default(),
        deadline: above.deadline,
    }
}

impl Source {
    /// Fills in the parts left out.
    fn or(self, above: &Self) -> Self {
        // The item of a document belongs to that document: it is not inherited by what names another one.
        let same = self.document.is_none() || self.document == above.document;
        let inherited = |own: Option<String>, from: &Option<String>| own.or_else(|| from.clone().filter(|_| same));
        Self {
            date: self.date.or(above.date.filter(|_| same)),
            issuer: inherited(self.issuer, &above.issuer),
            item: inherited(self.item, &above.item),
            document: self.document.or_else(|| above.document.clone()),
        }
    }
}

impl From<RawSource> for Source {
    fn from(raw: RawSource) -> Self {
        Self { document: raw.document, date: raw.date.map(|day| day.0), issuer: raw.issuer, item: raw.item }
    }
}

impl From<RawPeriod> for Period {
    fn from(raw: RawPeriod) -> Self {
        Self { from: raw.from.map(|day| day.0), to: raw.to.map(|day| day.0) }
    }
}

impl From<RawRounding> for Rounding {
    fn from(raw: RawRounding) -> Self {
        Self {
            at: match raw.at {
                RawRoundAt::Print => RoundAt::Print,
                RawRoundAt::Leaf => RoundAt::Leaf,
            },
            decimals: raw.decimals.unwrap_or(Self::default().decimals),
            mode: match raw.mode {
                RawRoundingMode::HalfUp => RoundingMode::HalfUp,
                RawRoundingMode::Truncate => RoundingMode::Truncate,
            },
        }
    }
}

impl From<RawInput> for Input {
    fn from(raw: RawInput) -> Self {
        let kind = match raw.kind {
            RawKind::Count => InputKind::Count,
            RawKind::Percent => InputKind::Percent,
            RawKind::Points => InputKind::Points,
            RawKind::Date => InputKind::Date,
            RawKind::YesNo => InputKind::YesNo,
            RawKind::Choice => InputKind::Choice,
            RawKind::Text => InputKind::Text,
        };
        let days = Days::written(raw.earliest.map(|day| day.0), raw.latest.map(|day| day.0));
        Self { id: InputId::new(raw.id), kind, label: raw.label, measure: raw.measure, days, shared: false }
    }
}

impl From<RawEvidence> for EvidenceAsk {
    fn from(raw: RawEvidence) -> Self {
        Self {
            required: raw.required,
            types: raw.types,
            least: usize::from(raw.least.unwrap_or_default()),
            section: raw.section,
            what: raw.what,
        }
    }
}
