//! What a table without a score says, added to the answers of a form: it says more of them, and contradicts none.

use std::collections::BTreeMap;

use crate::assessment::Answer;
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure};
use crate::finding::{Code, Finding, Part, Place};
use crate::intake::foreign::documents::{add_document, explain};
use crate::text;
use crate::text::Text;

/// What came of adding.
#[derive(Clone, Debug, Default)]
pub struct Added {
    /// Whether there were figures.
    pub with_figures: bool,
    /// Figures that are said twice and differ.
    pub differing: Vec<Differing>,
}

/// Figure that the form and what stands beside it say differently.
#[derive(Clone, Debug)]
pub struct Differing {
    criterion: CriterionId,
    label: String,
    there: (Place, Text),
    here: (Place, Text),
}

/// Adds what tables say to the answers of a form, each in its file: figures where the form leaves them blank, documents that
/// are not named there, explanations. Of figures that differ none is taken.
pub fn add(
    answers: &mut BTreeMap<CriterionId, Answer>,
    more: BTreeMap<CriterionId, Answer>,
    set: &CriteriaSet,
    (file, of_more): (&str, &str),
) -> Added {
    let mut added = Added::default();
    for (id, mut more) in more {
        added.with_figures |= !more.figures.is_empty();
        if file != of_more {
            more.file.get_or_insert_with(|| of_more.into());
        }
        match answers.get_mut(&id) {
            None => {
                answers.insert(id, more);
            }
            Some(answer) => {
                added.differing.extend(add_figures((&id, answer), &more, set, (file, of_more)));
                add_words(answer, &more);
            }
        }
    }
    added
}

/// Adds the figures that the form leaves blank; gives those that both say and that differ, of which neither counts.
fn add_figures(
    (id, answer): (&CriterionId, &mut Answer),
    more: &Answer,
    set: &CriteriaSet,
    (file, of_more): (&str, &str),
) -> Vec<Differing> {
    let mut differing = Vec::new();
    let leaf = set.find(id).and_then(|criterion| criterion.leaf());
    for (input, figure) in more.figures.iter().filter(|(_, figure)| **figure != Figure::Blank) {
        let there = answer.figures.get(input).filter(|there| **there != Figure::Blank);
        if there == Some(figure) {
            continue;
        }
        let cell = answer.cells.inputs.remove(input);
        let Some(there) = there else {
            answer.figures.insert(input.clone(), figure.clone());
            continue;
        };
        let choices = leaf.map(|leaf| leaf.choices(input)).unwrap_or_default();
        let label = leaf.and_then(|leaf| leaf.input(input)).map(|one| one.label.clone());
        differing.push(Differing {
            criterion: id.clone(),
            label: label.unwrap_or_default(),
            there: (answer.place(file, cell), there.words_of(&choices)),
            here: (more.place(of_more, more.cells.inputs.get(input).copied()), figure.words_of(&choices)),
        });
        answer.cells.inputs.extend(cell.map(|cell| (input.clone(), cell)));
        answer.figures.insert(input.clone(), Figure::Blank);
    }
    differing
}

/// Adds documents and what is explained.
fn add_words(answer: &mut Answer, more: &Answer) {
    let mut named = (0..answer.evidence.len()).collect();
    for document in &more.evidence {
        add_document(&mut answer.evidence, &mut named, document);
    }
    if let Some(words) = &more.explanation {
        let here = answer.file == more.file && answer.sheet == more.sheet;
        explain(answer, words, more.cells.explanation.filter(|_| here));
    }
}

impl Differing {
    /// Tells it, with both places.
    pub fn told(&self, code: &'static Code) -> Finding {
        let (id, label) = (&self.criterion, &self.label);
        let ((there, one), (here, other)) = (&self.there, &self.here);
        let apart = there.file != here.file;
        let (one_at, other_at) = (spot(there, apart), spot(here, apart));
        let (one_vi, one_en, other_vi, other_en) = (&one.vi, &one.en, &other.vi, &other.en);
        let message = text!(
            "Số liệu “{label}” của tiêu chí {id} ghi khác nhau: {one_at} ghi “{one_vi}”, {other_at} ghi “{other_vi}”; không rõ số nào đúng nên không đọc số nào.",
            "The figure “{label}” of criterion {id} differs: {one_at} says “{one_en}”, {other_at} says “{other_en}”; it is not clear which is right, so neither is read."
        );
        let help = text!(
            "Sửa cho hai nơi ghi cùng một số, hoặc chỉ ghi ở một nơi.",
            "Write the same in both places, or write it in one of them alone."
        );
        Finding::new(code, message).help(help).at(here.clone()).hides_at([id.clone()]).hides([Part::Figures])
    }
}

/// Names a place in a sentence, with its file where the other one is in another.
fn spot(place: &Place, with_file: bool) -> String {
    let file = place.file.as_deref().map(|file| file.split_once('/').map_or(file, |(_, below)| below)).filter(|_| with_file);
    let cell = place.sheet.as_ref().map(|sheet| format!("“{sheet}”!{}", place.cell.as_deref().unwrap_or("–")));
    let file = file.map(|file| format!("“{file}”"));
    [file, cell].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
