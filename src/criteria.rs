//! Criteria sets: what a decision says, checked against its own laws.
//!
//! A [`CriteriaSet`] is only made by [`read`], so whoever holds one may rely on its laws: ids are unique, the
//! weighted maxima of children add to their parent's maximum and those of the areas to the declared total, every rule
//! can reach its leaf's maximum and names only inputs that exist.

mod alternative;
mod bindings;
mod build;
mod criterion;
mod documents;
mod laws;
mod lineage;
mod raw;
mod requirement;
mod review;
mod sums;
mod within;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::figure::{CriterionId, Input, InputId, SetId, date_vi};
use crate::finding::{Checked, Code, Severity};
use crate::points::{Points, Rounding};
use crate::rule::{Condition, Terms};
use crate::text;
use crate::text::{Text, Words, hex};
use crate::yaml;

pub use alternative::Alternative;
pub use bindings::Bindings;
pub use criterion::{Adjustment, Body, Criterion, EvidenceAsk, Leaf, Sign, WhenBlank};
pub use documents::DOCUMENT_TYPES;
pub use requirement::{Otherwise, Requirement, Requires};
use sha2::{Digest, Sha256};
pub use within::LinesOf;

/// Reads a set from the bytes of its `set.yaml`; `file` is the name that findings carry.
///
/// There is no set where a finding is an error: `C001` to `C199`.
pub fn read_bytes(bytes: &[u8], file: &str) -> Checked<Option<CriteriaSet>> {
    decoded(bytes, file, false)
}

/// Reads a set as [`read_bytes`] does, and tells also what is lawful and yet worth a second look before it is published.
pub fn lint(bytes: &[u8], file: &str) -> Checked<Option<CriteriaSet>> {
    decoded(bytes, file, true)
}

/// Reads a set from text that is already decoded and in NFC, as every form carries it; hashes this very text.
pub fn read(text: &str, file: &str) -> Checked<Option<CriteriaSet>> {
    with_hash(text, file, sha256(text.as_bytes()), false)
}

/// Gives the JSON Schema of `set.yaml`, with descriptions in both languages.
pub fn schema() -> serde_json::Value {
    yaml::schema::<raw::RawSet>("set", Words { vi: "Bộ tiêu chí (set.yaml)", en: "Criteria set (set.yaml)" })
}

/// Tells whether a finding with this code withholds all accepted points of its leaf where a set doesn't say otherwise.
pub fn withholds_by_default(code: &Code) -> bool {
    build::WITHHELD.contains(&code.id)
}

/// Decodes and reads a set.
fn decoded(bytes: &[u8], file: &str, review: bool) -> Checked<Option<CriteriaSet>> {
    let text = yaml::decode(bytes, file);
    match text.value {
        Some(decoded) => with_hash(&decoded, file, sha256(bytes), review),
        None => Checked { value: None, findings: text.findings },
    }
}

/// Reads a set whose hash is known.
fn with_hash(text: &str, file: &str, sha256: String, review: bool) -> Checked<Option<CriteriaSet>> {
    let Checked { value, mut findings } = yaml::read_with::<raw::RawSet>(text, file, sums::findings);
    let Some(document) = value else {
        return Checked { value: None, findings };
    };
    let set = build::set(document.value.clone(), text, sha256);
    findings.extend(laws::findings(&set, &document));
    if review && !document.is_torn() {
        findings.extend(review::findings(&set, &document));
    }
    yaml::sort(&mut findings);
    let broken = findings.iter().any(|finding| finding.severity == Severity::Error);
    Checked { value: (!broken).then_some(set), findings }
}

/// Hashes, in hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// What a decision lists: criteria with points and rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriteriaSet {
    /// Id, the name of the set's folder.
    pub id: SetId,
    /// Title, as printed.
    pub title: String,
    /// Version, free text: `1`, `2025-10-31`.
    pub version: String,
    /// SHA-256 of the YAML file's bytes, in hex.
    pub sha256: String,
    /// The YAML itself, in NFC, which every form carries.
    pub yaml: String,
    /// Model or transcribed.
    pub status: Status,
    /// Whether it is only a part of what the decision lists.
    pub excerpt: bool,
    /// Remark printed with the set.
    pub note: Option<String>,
    /// Decision that it comes from.
    pub source: Source,
    /// First and last day on which it is in force.
    pub valid: Period,
    /// Maximum of the whole tree.
    pub total: Points,
    /// Rounding of every figure.
    pub rounding: Rounding,
    /// Figures asked once and named by any number of leaves.
    pub figures: Vec<Input>,
    /// What must hold between them.
    pub checks: Vec<Check>,
    /// Areas (lĩnh vực) and what is below them.
    pub criteria: Vec<Criterion>,
    /// Criteria of which the best counts.
    pub alternatives: Vec<Alternative>,
    /// Lines outside the tree: bonus and penalty points.
    pub adjustments: Vec<Adjustment>,
    /// Caps over several of these lines.
    pub caps: Vec<Cap>,
    /// Whether bonus points may lift the index over 100.
    pub may_pass_100: bool,
    /// What becomes of a unit without a survey.
    pub survey_missing: SurveyMissing,
    /// Findings that withhold accepted points, by code, with the share withheld (0 to 1); replaces the defaults.
    pub withhold: BTreeMap<String, Points>,
    /// Which conditions bind which leaf.
    pub bindings: Bindings,
}

/// What must hold between figures of the set, with the words for where it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The condition.
    pub that: Condition,
    /// What is said where it fails.
    pub text: String,
    /// How much weight that has.
    pub severity: Severity,
}

/// Cap over several bonuses, or over several penalties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Lines that it holds, all of one direction.
    pub adjustments: Vec<CriterionId>,
    /// Most that they count together.
    pub max: Points,
}

impl Cap {
    /// Gives what a sum of its lines is over the cap.
    pub fn over(&self, sum: &Points) -> Option<Points> {
        (*sum > self.max).then(|| sum - &self.max)
    }
}

/// What a set is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Made to show how a set is written; no decision's text.
    Model,
    /// Written off a published decision, which [`CriteriaSet::source`] names.
    Transcribed,
}

/// What happens to a unit for which no survey was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SurveyMissing {
    /// It is scored, and not ranked.
    #[default]
    Unranked,
    /// Its survey leaves count 0.
    Zero,
    /// Its survey leaves leave the applicable maximum.
    Rescale,
}

/// Where a rule is written down (căn cứ). Parts that a criterion leaves out are its parent's.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    /// Number and symbol: `1880/QĐ-UBND`.
    pub document: Option<String>,
    /// Day of the document.
    pub date: Option<Date>,
    /// Issuer: `UBND tỉnh Cà Mau`.
    pub issuer: Option<String>,
    /// Item: `Phụ lục 1`, `3.1`.
    pub item: Option<String>,
}

/// Days from the first to the last, both included; open where `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Period {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Period {
    /// Tells whether a day lies inside.
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Says which days these are, behind a verb: “từ ngày 01/01/2016”; empty where all are.
    pub fn words(&self) -> Text {
        let (from_vi, to_vi) = (self.from.map(date_vi).unwrap_or_default(), self.to.map(date_vi).unwrap_or_default());
        match (self.from, self.to) {
            (Some(from), Some(to)) => text!("từ ngày {from_vi} đến hết ngày {to_vi}", "from {from} to {to}"),
            (Some(from), None) => text!("từ ngày {from_vi}", "from {from} on"),
            (None, Some(to)) => text!("đến hết ngày {to_vi}", "up to {to}"),
            (None, None) => Text::default(),
        }
    }
}

impl CriteriaSet {
    /// Gives the direction of a line outside the tree; nothing for criteria of the tree.
    pub fn sign(&self, id: &CriterionId) -> Option<Sign> {
        self.adjustments.iter().find(|line| line.criterion.id == *id).map(|line| line.sign)
    }

    /// Names a criterion where nothing around it says whether its points are added or taken: “Điểm trừ: …”.
    pub fn named(&self, criterion: &Criterion) -> Text {
        self.sign(&criterion.id).map_or_else(|| Text::same(&criterion.name), |sign| sign.named(&criterion.name))
    }

    /// Sets the days that are scored, around which dates that units declare are allowed.
    #[must_use]
    pub fn within(mut self, period: Period) -> Self {
        fn down(criteria: &mut [Criterion], period: Period) {
            for criterion in criteria {
                match &mut criterion.body {
                    Body::Group(children) => down(children, period),
                    Body::Leaf(leaf) => {
                        for input in &mut leaf.inputs {
                            input.days = input.days.around(period.from, period.to);
                        }
                    }
                }
            }
        }
        for figure in &mut self.figures {
            figure.days = figure.days.around(period.from, period.to);
        }
        down(&mut self.criteria, period);
        self.adjustments.iter_mut().for_each(|line| down(std::slice::from_mut(&mut line.criterion), period));
        self
    }

    /// Lists every criterion of the tree with its depth, parents before children, in the order of the file; areas have depth 1.
    pub fn walk(&self) -> Vec<(usize, &Criterion)> {
        fn down<'a>(depth: usize, criteria: &'a [Criterion], walked: &mut Vec<(usize, &'a Criterion)>) {
            for criterion in criteria {
                walked.push((depth, criterion));
                down(depth + 1, criterion.children(), walked);
            }
        }
        let mut walked = Vec::new();
        down(1, &self.criteria, &mut walked);
        walked
    }

    /// Lists the leaves of the tree, then the adjustments, in the order of the file.
    pub fn leaves(&self) -> impl Iterator<Item = (&Criterion, &Leaf)> {
        let tree = self.walk().into_iter().map(|(_, criterion)| criterion);
        tree.chain(self.adjustments.iter().map(|line| &line.criterion)).filter_map(|criterion| Some((criterion, criterion.leaf()?)))
    }

    /// Finds a criterion of the tree, or an adjustment, by its id.
    pub fn find(&self, id: &CriterionId) -> Option<&Criterion> {
        fn below<'a>(criteria: &'a [Criterion], id: &CriterionId) -> Option<&'a Criterion> {
            criteria.iter().find_map(|criterion| if criterion.id == *id { Some(criterion) } else { below(criterion.children(), id) })
        }
        below(&self.criteria, id).or_else(|| self.adjustments.iter().map(|line| &line.criterion).find(|criterion| criterion.id == *id))
    }

    /// Lists the leaves that name a figure of the set, in the order of the file.
    pub fn naming<'a>(&'a self, figure: &'a InputId) -> impl Iterator<Item = (&'a Criterion, &'a Leaf)> {
        self.leaves().filter(move |(_, leaf)| leaf.inputs.iter().any(|input| input.shared && &input.id == figure))
    }

    /// Gives what a condition may know of the set's figures.
    pub fn figure_terms(&self) -> Terms<'_> {
        Terms { max: &self.total, inputs: &self.figures, rounding: self.rounding }
    }

    /// Gives what a rule may know of a leaf.
    pub fn terms<'a>(&self, criterion: &'a Criterion, leaf: &'a Leaf) -> Terms<'a> {
        Terms { max: &criterion.max, inputs: &leaf.inputs, rounding: self.rounding }
    }
}
