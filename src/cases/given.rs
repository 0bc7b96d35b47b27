//! What a case gives, as the answers of a form.

use std::collections::BTreeMap;

use super::raw::RawCases;
use super::unknown;
use crate::assessment::{Answer, Claim, Evidence, EvidenceDate};
use crate::criteria::{CriteriaSet, Leaf};
use crate::figure::{CriterionId, Figure, Input, InputKind};
use crate::finding::criteria::{CASE_UNKNOWN, CASE_VALUE, FORMER_WORD};
use crate::finding::{Checked, Finding};
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;
use crate::yaml::{Day, Document, Number, Rate, nearest};

/// What one case gives.
pub struct Given {
    /// Answers by leaf.
    pub answers: BTreeMap<CriterionId, Answer>,
    /// Figures of the set, given once.
    pub shared: Answer,
}

/// Key of the figures of the set, among the ids of criteria.
const FIGURES: &str = "figures";

/// Keys beside the inputs.
const OTHERS: [&str; 5] = ["claimed", "evidence", "explanation", "not_applicable", "best"];

/// Reads the answers of one case.
pub fn answers(set: &CriteriaSet, document: &Document<RawCases>, number: &str) -> Checked<Given> {
    let mut findings = Vec::new();
    let (mut answers, mut shared) = (BTreeMap::new(), Answer::default());
    for id in document.keys(&[number, "given"]) {
        let path = [number, "given", &id];
        let criterion = CriterionId::new(id.as_str());
        if id == FIGURES && set.find(&criterion).is_none() {
            shared = figures(set, document, number).collect(&mut findings);
            continue;
        }
        match set.find(&criterion).and_then(|found| found.leaf()) {
            Some(leaf) => {
                let answer = answer(leaf, document, &path).collect(&mut findings);
                answers.insert(criterion, answer);
            }
            None => findings.push(unknown(set, document, &path, &id)),
        }
    }
    // A leaf that nothing else is given for is answered by the figures of the set that it names.
    for figure in shared.figures.keys() {
        for (criterion, leaf) in set.naming(figure) {
            answers.entry(criterion.id.clone()).or_insert_with(|| unanswered(leaf));
        }
    }
    Checked { value: Given { answers, shared }, findings }
}

/// Makes the answer of a leaf that nothing is given for: all its figures are blank.
fn unanswered(leaf: &Leaf) -> Answer {
    Answer { figures: leaf.inputs.iter().map(|input| (input.id.clone(), Figure::Blank)).collect(), ..Answer::default() }
}

/// Reads the figures of the set; one that is not given here may be given at a leaf.
fn figures(set: &CriteriaSet, document: &Document<RawCases>, number: &str) -> Checked<Answer> {
    let mut findings = Vec::new();
    let mut shared = Answer::default();
    for key in document.keys(&[number, "given", FIGURES]) {
        let path = [number, "given", FIGURES, &key];
        let typed = document.text(&path).unwrap_or_default();
        let Some(figure) = set.figures.iter().find(|figure| figure.id.as_str() == key) else {
            let known: Vec<&str> = set.figures.iter().map(|figure| figure.id.as_str()).collect();
            let message = text!("bộ tiêu chí không có số liệu dùng chung “{key}”", "the set has no figure “{key}”");
            let finding = Finding::new(&CASE_UNKNOWN, message).at(document.key(&path));
            findings.push(match nearest(&key, &known) {
                Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                None => finding,
            });
            continue;
        };
        findings.extend(former(document, &path, figure, typed));
        match self::figure(None, figure, typed) {
            Some(read) => drop(shared.figures.insert(figure.id.clone(), read)),
            None => findings.push(wrong(document, &path, figure)),
        }
    }
    Checked { value: shared, findings }
}

/// Reads one answer.
fn answer(leaf: &Leaf, document: &Document<RawCases>, path: &[&str; 3]) -> Checked<Answer> {
    let [number, given, id] = *path;
    let mut findings = Vec::new();
    let mut answer = unanswered(leaf);
    for key in document.keys(path) {
        let path = [number, given, id, &key];
        let typed = document.text(&path);
        if let Some(input) = leaf.inputs.iter().find(|input| input.id.as_str() == key) {
            findings.extend(former(document, &path, input, typed.unwrap_or_default()));
            match figure(Some(leaf), input, typed.unwrap_or_default()) {
                Some(figure) => drop(answer.figures.insert(input.id.clone(), figure)),
                None => findings.push(wrong(document, &path, input)),
            }
            continue;
        }
        match key.as_str() {
            "claimed" => match typed.map(|typed| (typed, Number::parse(typed))) {
                Some((_, Some(Number(points)))) => answer.claim = Claim::Points(points),
                Some((typed, None)) => findings.push(no_number(document, &path, "claimed", typed)),
                None => {}
            },
            "not_applicable" if typed == Some("true") => answer.claim = Claim::NotApplicable,
            // The best of the group is no part of an answer: see `best`.
            "not_applicable" | "best" => {}
            "explanation" => answer.explanation = typed.map(str::to_owned),
            "evidence" => answer.evidence = document.texts(&path).into_iter().map(|(_, words)| evidence(words)).collect(),
            _ => {
                let known: Vec<&str> = leaf.inputs.iter().map(|input| input.id.as_str()).chain(OTHERS).collect();
                let message = text!("“{id}” không có số liệu “{key}”", "“{id}” has no input “{key}”");
                let finding = Finding::new(&CASE_UNKNOWN, message).at(document.key(&path));
                findings.push(match nearest(&key, &known) {
                    Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                    None => finding,
                });
            }
        }
    }
    Checked { value: answer, findings }
}

/// Reads the best value of the group that a case gives for a leaf: points of percent for a rate.
pub fn best(document: &Document<RawCases>, number: &str, id: &CriterionId) -> Option<Points> {
    document.text(&[number, "given", id.as_str(), "best"]).and_then(Rate::parse).map(|Rate(best)| best)
}

/// Reads a figure by the kind of its input; nothing written is blank.
fn figure(leaf: Option<&Leaf>, input: &Input, typed: &str) -> Option<Figure> {
    if typed.is_empty() {
        return Some(Figure::Blank);
    }
    let said = bare(typed);
    match input.kind {
        InputKind::Count | InputKind::Points => Number::parse(typed).map(|Number(number)| Figure::Number(number)),
        InputKind::Percent => Rate::parse(typed).map(|Rate(rate)| Figure::Number(rate)),
        InputKind::Date if matches!(said.as_str(), "none" | "khong" | "no") => Some(Figure::NotIssued),
        InputKind::Date => Day::parse(typed).map(|Day(day)| Figure::Date(day)),
        InputKind::YesNo => match said.as_str() {
            "true" | "co" | "yes" => Some(Figure::YesNo(true)),
            "false" | "khong" | "no" => Some(Figure::YesNo(false)),
            _ => None,
        },
        InputKind::Choice => {
            let choices = leaf.map(|leaf| leaf.choices(&input.id)).unwrap_or_default();
            choices.into_iter().find(|choice| choice.id == typed || choice.label == typed).map(|choice| Figure::Choice(choice.id))
        }
        InputKind::Text => Some(Figure::Text(typed.to_owned())),
    }
}

/// Tells of a figure in its old spelling, and how its line is written now; of words that YAML 1.1 takes for something else.
fn former(document: &Document<RawCases>, path: &[&str; 4], input: &Input, typed: &str) -> Option<Finding> {
    let new = match (input.kind, bare(typed).as_str()) {
        (InputKind::Date, "no" | "khong") => "none",
        (InputKind::YesNo, "yes") => "true",
        (InputKind::YesNo, "no") => "false",
        (InputKind::Choice | InputKind::Text, _) => return document.misread(path),
        _ => return None,
    };
    let (id, line) = (&input.id, document.line_with(path, new));
    let message = text!("“{id}: {typed}” là cách viết cũ, nay viết “{new}”", "“{id}: {typed}” is the old spelling, now “{new}”");
    let help = text!("Viết: {line}", "Write: {line}");
    Some(Finding::new(&FORMER_WORD, message).help(help).at(document.place(path)))
}

/// Tells of a figure that its input can't hold.
fn wrong(document: &Document<RawCases>, path: &[&str; 4], input: &Input) -> Finding {
    let typed = document.text(path).unwrap_or_default();
    let id = &input.id;
    let (vi, en) = match input.kind {
        InputKind::Count | InputKind::Points => return no_number(document, path, id.as_str(), typed),
        InputKind::Percent => ("một tỷ lệ như 95.73", "a rate such as 95.73"),
        InputKind::Date => {
            ("một ngày như 2018-12-31, hoặc none khi không ban hành", "a date such as 2018-12-31, or none where it was never issued")
        }
        InputKind::YesNo => ("true hoặc false", "true or false"),
        InputKind::Choice => ("một trong các mức của quy tắc", "one of the rule's levels"),
        InputKind::Text => ("chữ", "text"),
    };
    let message = text!("“{id}” phải là {vi}, không phải “{typed}”", "“{id}” must be {en}, not “{typed}”");
    Finding::new(&CASE_VALUE, message).at(document.place(path))
}

/// Tells of points that are no number.
pub fn no_number(document: &Document<RawCases>, path: &[&str], what: &str, typed: &str) -> Finding {
    let message = text!("“{what}” phải là một số như 12.5, không phải “{typed}”", "“{what}” must be a number such as 12.5, not “{typed}”");
    let finding = Finding::new(&CASE_VALUE, message).at(document.place(path));
    let point = typed.replacen(',', ".", 1);
    match Number::parse(&point) {
        Some(_) => finding.help(text!("Số thập phân viết với dấu chấm: {point}", "Decimals are written with a point: {point}")),
        None => finding,
    }
}

/// Reads a document named in one line: `12/BC-STC ngày 05/01/2019, mục II, trang 3`.
fn evidence(words: &str) -> Evidence {
    let (named, section) = words.split_once(", ").map_or((words, None), |(named, section)| (named, Some(section.to_owned())));
    let (number, date) = named.split_once(" ngày ").map_or((named, None), |(number, date)| (number, Some(date.trim())));
    let day = |date: &str| {
        let mut parts = date.split('/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        Day::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
    };
    let date = date.map_or(EvidenceDate::Blank, |date| {
        day(date).map_or_else(|| EvidenceDate::Wrong(date.to_owned()), |Day(day)| EvidenceDate::Day(day))
    });
    Evidence { number: Some(number.trim().to_owned()), date, section, ..Evidence::default() }
}
