//! `cases.yaml`: sentences of a decision, worked out, that a set must come to; and which branches of its rules none takes.
//!
//! A case is scored by the same road as a unit's form: figures and documents become a self-assessment, its evidence is
//! checked, it is scored.

mod checks;
mod coverage;
mod given;
mod raw;

use std::collections::BTreeSet;

use crate::assessment::{Deadlines, Excused, Remarks, SelfAssessment, SetRef, Unit};
use crate::criteria::{Check, CriteriaSet, Period};
use crate::evidence::{Asked, check as check_evidence};
use crate::figure::{CriterionId, GroupId, UnitId};
use crate::finding::criteria::{CASE_FAILS, CASE_UNKNOWN, UNCOVERED};
use crate::finding::{Checked, Finding, Place, Severity};
use crate::points::Points;
use crate::rule::{Case, Gives, Outcome as RuleOutcome, Scorer};
use crate::scoring::{Excuse, Scorecard, Stages, Trace, failed_checks, score_alone};
use crate::text::{Text, Words};
use crate::yaml::{Document, Number, nearest};
use crate::{text, yaml};

use coverage::Taken;
use raw::RawCases;

/// Key of the whole set, among the ids of criteria.
const TOTAL: &str = "total";

/// What came of a file of cases.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CasesRun {
    /// Cases in the file.
    pub cases: usize,
    /// Cases that came out as they say.
    pub right: usize,
    /// Branches that the rules, conditions and alternatives of the set have.
    pub branches: usize,
    /// Branches that some case takes.
    pub taken: usize,
}

/// Reads `cases.yaml` and compares a set with it; `file` is the name that findings carry.
pub fn run(bytes: &[u8], file: &str, set: &CriteriaSet) -> Checked<CasesRun> {
    let decoded = yaml::decode(bytes, file);
    let Some(text) = decoded.value else {
        return Checked { value: CasesRun::default(), findings: decoded.findings };
    };
    let Checked { value, mut findings } = yaml::read::<RawCases>(&text, file);
    let broken = findings.iter().any(|finding| finding.severity == Severity::Error);
    let Some(document) = value.filter(|_| !broken) else {
        return Checked { value: CasesRun::default(), findings };
    };
    let mut ran = CasesRun::default();
    let mut taken = BTreeSet::new();
    for n in 0..document.value.count() {
        let found = case(set, &document, &n.to_string(), &mut taken);
        ran.cases += 1;
        ran.right += usize::from(!found.iter().any(|finding| finding.severity == Severity::Error));
        findings.extend(found);
    }
    findings.extend(uncovered(set, file, &taken, &mut ran));
    yaml::sort(&mut findings);
    Checked { value: ran, findings }
}

/// Gives the JSON Schema of `cases.yaml`, with descriptions in both languages.
pub fn schema() -> serde_json::Value {
    yaml::schema::<RawCases>("cases", Words { vi: "Ví dụ của bộ tiêu chí (cases.yaml)", en: "Cases of a criteria set (cases.yaml)" })
}

/// Works one case out and compares it with what it expects.
fn case(set: &CriteriaSet, document: &Document<RawCases>, number: &str, taken: &mut BTreeSet<Taken>) -> Vec<Finding> {
    let Checked { value: given::Given { answers, shared }, mut findings } = given::answers(set, document, number);
    let id = UnitId::from("cases");
    let unit = Unit {
        id: id.clone(),
        name: String::new(),
        aliases: Vec::new(),
        authority: None,
        place: None,
        signatory: None,
        group: GroupId::from(""),
        ranked: true,
        not_applicable: Excused::default(),
        deadlines: Deadlines::default(),
    };
    let of = SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() };
    let filled = answers.iter().filter(|(_, answer)| !answer.is_blank()).map(|(id, _)| id.clone());
    let expected = document.keys(&[number, "expect"]).into_iter().map(CriterionId::new);
    let about: BTreeSet<CriterionId> = filled.chain(expected).collect();
    let mut sent = SelfAssessment {
        unit: id,
        set: of,
        file: document.file().to_owned(),
        layout: "cases".into(),
        answers,
        shared,
        remarks: Remarks::default(),
        holds_unread: false,
    };
    sent.spread(set);
    findings.extend(sent.gather(set).into_iter().map(|finding| finding.at(document.key(&[number, "given"]))));
    let others: Vec<(CriterionId, RuleOutcome)> = set
        .leaves()
        .filter_map(|(criterion, leaf)| {
            let answer = sent.answers.get(&criterion.id)?;
            let best = given::best(document, number, &criterion.id);
            let case = Case::new(set.terms(criterion, leaf), &answer.figures).against(best.as_ref());
            let others = leaf.scorer() == Scorer::Survey || best.is_some();
            others.then(|| (criterion.id.clone(), leaf.rule.score(&case)))
        })
        .collect();
    let failed = failed_checks(set, &sent.shared.figures);
    let asked = Asked { set, unit: &unit, period: Period::default(), deadline: None, files: None };
    let mut said = Vec::new();
    let evidenced = check_evidence(&asked, sent).collect(&mut said);
    let mut card = score_alone(set, set.rounding, &unit, &evidenced).collect(&mut said);
    for (id, outcome) in others {
        beside(set, &mut card, &id, outcome);
    }
    taken.extend(coverage::taken(set, &card, &about));
    taken.extend(failed.iter().map(|check| checks::taken(check)));
    // What a case does not understand is told first: its outcome would only repeat it. Advice on spelling stops nothing.
    if findings.iter().all(|finding| finding.severity != Severity::Error) {
        let outcome = Outcome { set, document, number, card: &card, said: &said, failed: &failed };
        for criterion in document.keys(&[number, "expect"]) {
            findings.extend(outcome.hold(&criterion));
        }
    }
    findings
}

/// Enters what a leaf comes to by figures that no form alone can hold: those of a survey, or the best of the group.
fn beside(set: &CriteriaSet, card: &mut Scorecard, id: &CriterionId, outcome: RuleOutcome) {
    let Some(node) = card.nodes.iter_mut().find(|node| node.id == *id) else { return };
    node.stages.computed = match &outcome.gives {
        Gives::Points(points) => Some(set.rounding.leaf(points)),
        Gives::NotApplicable | Gives::Nothing | Gives::Waits => None,
    };
    if let Some(trace) = &mut node.trace {
        trace.outcome = Some(outcome);
    }
}

/// Tells of branches that no case takes, criterion by criterion.
fn uncovered(set: &CriteriaSet, file: &str, taken: &BTreeSet<Taken>, ran: &mut CasesRun) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (criterion, branches) in coverage::branches(set) {
        let (covered, missed): (Vec<_>, Vec<_>) =
            branches.into_iter().partition(|branch| taken.contains(&(criterion.id.clone(), branch.id.clone())));
        ran.branches += covered.len() + missed.len();
        ran.taken += covered.len();
        if missed.is_empty() {
            continue;
        }
        let labels: Vec<Text> =
            missed.into_iter().map(|branch| Text::new(format!("“{}”", branch.label.vi), format!("“{}”", branch.label.en))).collect();
        let labels = Text::join(&labels, ", ");
        let (id, vi, en) = (&criterion.id, labels.vi, labels.en);
        let message = text!("chưa có ví dụ nào của “{id}” cho: {vi}", "no case of “{id}” for: {en}");
        findings.push(Finding::new(&UNCOVERED, message).on(id).at(Place::file(file)));
    }
    findings.extend(checks::uncovered(set, file, taken, ran));
    findings
}

/// What a case came to, while it is compared with what it expects.
struct Outcome<'a> {
    set: &'a CriteriaSet,
    document: &'a Document<RawCases>,
    number: &'a str,
    card: &'a Scorecard,
    said: &'a [Finding],
    /// Checks of the set that the figures fail.
    failed: &'a [&'a Check],
}

impl Outcome<'_> {
    /// Compares one criterion with what is expected of it.
    fn hold(&self, id: &str) -> Vec<Finding> {
        let path = [self.number, "expect", id];
        let criterion = CriterionId::new(id);
        if id == TOTAL && self.set.find(&criterion).is_none() && self.set.line(&criterion).is_none() {
            return self.total(&path);
        }
        if id == checks::CHECKS && self.set.find(&criterion).is_none() && self.set.line(&criterion).is_none() {
            return self.checks(&path);
        }
        let Some((stages, trace)) = self.card.stages_of(&criterion) else {
            return vec![unknown(self.set, self.document, &path, id)];
        };
        let aspects = self.document.keys(&path);
        if aspects.is_empty() {
            return self.points("computed", id, stages, trace, &path).into_iter().collect();
        }
        let mut findings = Vec::new();
        for aspect in aspects {
            let path = [self.number, "expect", id, &aspect];
            match aspect.as_str() {
                "findings" => findings.extend(self.findings(Some(&criterion), &path)),
                _ => findings.extend(self.points(&aspect, id, stages, trace, &path)),
            }
        }
        findings
    }

    /// Compares what the whole set comes to: its points, what bonuses and penalties add to them, and what is found of no
    /// criterion by itself.
    fn total(&self, path: &[&str; 3]) -> Vec<Finding> {
        let [number, expect, total] = *path;
        let points = |aspect: &str, path: &[&str]| {
            let came = if aspect == "adjustments" { self.card.adjusted.as_ref() } else { Some(&self.card.points) };
            self.compared(total, path, came, false)
        };
        let aspects = self.document.keys(path);
        if aspects.is_empty() {
            return points("points", path).into_iter().collect();
        }
        let hold = |aspect: String| {
            let path = [number, expect, total, &aspect];
            if aspect == "findings" { self.findings(None, &path) } else { points(&aspect, &path) }
        };
        aspects.into_iter().filter_map(hold).collect()
    }

    /// Compares the points of one stage with the number, or the word, that is expected.
    fn points(&self, aspect: &str, id: &str, stages: &Stages, trace: Option<&Trace>, path: &[&str]) -> Option<Finding> {
        let excused =
            trace.is_some_and(|trace| matches!(trace.excused, Some(Excuse::Rule | Excuse::Unit | Excuse::Condition | Excuse::Alternative)));
        let penalty = trace.and_then(|trace| trace.outcome.as_ref()?.penalty.clone());
        let points = match aspect {
            "accepted" => stages.accepted.as_ref(),
            "penalty" => penalty.as_ref(),
            _ => stages.computed.as_ref(),
        };
        self.compared(id, path, points, excused)
    }

    /// Compares points with the number, or the word, that is expected of them.
    fn compared(&self, id: &str, path: &[&str], points: Option<&Points>, excused: bool) -> Option<Finding> {
        let expected = self.document.text(path)?;
        if !matches!(expected, "not_applicable" | "nothing") && Number::parse(expected).is_none() {
            return Some(given::no_number(self.document, path, id, expected));
        }
        let right = match (expected, points) {
            ("not_applicable", _) => excused,
            ("nothing", points) => !excused && points.is_none(),
            (number, Some(points)) => Number::parse(number).is_some_and(|Number(number)| self.equal(points, &number)),
            (_, None) => false,
        };
        if right {
            return None;
        }
        let (came_vi, came_en) = match points {
            _ if excused => ("không áp dụng".to_owned(), "not applicable".to_owned()),
            Some(points) => (self.set.rounding.vietnamese(points), self.set.rounding.machine(points)),
            None => ("không có điểm".to_owned(), "nothing".to_owned()),
        };
        let (wanted_vi, wanted_en) = match (expected, Points::parse(expected)) {
            ("not_applicable", _) => ("không áp dụng".to_owned(), "not applicable".to_owned()),
            ("nothing", _) => ("không có điểm".to_owned(), "nothing".to_owned()),
            (_, Some(points)) => (points.plain_vi(), points.plain()),
            (words, None) => (words.to_owned(), words.to_owned()),
        };
        let name = self.document.text(&[self.number, "name"]).unwrap_or_default();
        let message = text!(
            "“{name}”: “{id}” tính ra {came_vi}, ví dụ ghi {wanted_vi}",
            "“{name}”: “{id}” comes to {came_en}, the case says {wanted_en}"
        );
        let id = (id != TOTAL).then(|| CriterionId::new(id));
        Some(self.with_reasons(Finding::new(&CASE_FAILS, message).at(self.document.place(path)), id.as_ref(), &BTreeSet::new()))
    }

    /// Adds what was found on a criterion, or on none by itself, but for what the case expects: it tells why a case comes to
    /// something else.
    fn with_reasons(&self, finding: Finding, id: Option<&CriterionId>, expected: &BTreeSet<&str>) -> Finding {
        let found = self.said.iter().filter(|one| one.criterion.as_ref() == id && !expected.contains(one.code.id));
        let help = finding.code.cure;
        let finding = id.into_iter().fold(finding, Finding::on);
        let reasons: Vec<Text> = found
            .map(|one| {
                let code = one.code.id;
                let (vi, en) = (&one.message.vi, &one.message.en);
                text!("{code}: {vi}", "{code}: {en}")
            })
            .collect();
        if reasons.is_empty() {
            return finding;
        }
        let (Words { vi: cure_vi, en: cure_en }, Text { vi, en }) = (help, Text::join(&reasons, " "));
        finding.help(if id.is_some() {
            text!("{cure_vi} Kết quả kiểm tra ở tiêu chí này: {vi}", "{cure_en} Found on this criterion: {en}")
        } else {
            text!("{cure_vi} Kết quả kiểm tra chung: {vi}", "{cure_en} Found of the whole set: {en}")
        })
    }

    /// Tells whether points are what is expected: exactly, or as the set prints them.
    fn equal(&self, points: &Points, expected: &Points) -> bool {
        points == expected || self.set.rounding.print(points) == *expected
    }

    /// Compares the codes of what was found of a criterion, or of none by itself, with those expected.
    fn findings(&self, id: Option<&CriterionId>, path: &[&str]) -> Option<Finding> {
        let expected: BTreeSet<&str> = self.document.texts(path).into_iter().map(|(_, code)| code).collect();
        let found: BTreeSet<&str> = self.said.iter().filter(|one| one.criterion.as_ref() == id).map(|one| one.code.id).collect();
        if found == expected {
            return None;
        }
        let list = |codes: &BTreeSet<&str>| codes.iter().copied().collect::<Vec<_>>().join(", ");
        let (came, wanted, about) = (list(&found), list(&expected), id.map_or(TOTAL, CriterionId::as_str));
        let name = self.document.text(&[self.number, "name"]).unwrap_or_default();
        let message = text!(
            "“{name}”: “{about}” có kết quả kiểm tra [{came}], ví dụ ghi [{wanted}]",
            "“{name}”: “{about}” has findings [{came}], the case says [{wanted}]"
        );
        Some(self.with_reasons(Finding::new(&CASE_FAILS, message).at(self.document.key(path)), id, &expected))
    }
}

/// Tells of an id that the set doesn't have.
fn unknown(set: &CriteriaSet, document: &Document<RawCases>, path: &[&str], id: &str) -> Finding {
    let ids: Vec<&str> = set
        .walk()
        .iter()
        .map(|(_, criterion)| criterion.id.as_str())
        .chain(set.adjustments.iter().map(|line| line.criterion.id.as_str()))
        .collect();
    let message = text!("bộ tiêu chí không có “{id}”", "the set has no “{id}”");
    let finding = Finding::new(&CASE_UNKNOWN, message).at(document.key(path));
    match nearest(id, &ids) {
        Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
        None => finding,
    }
}
