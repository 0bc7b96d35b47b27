//! A place for figures that one form lacks while others of the same kind have it: whoever deletes the column gains nothing.
//!
//! One form alone can't tell a deleted column from a province that asks for no figures. The forms of its neighbours can:
//! they have the same headings, and the column. A column that a few units added of their own accord is none of the province's.
//!
//! Source: [meanings](crate#meanings) 26.

use std::collections::{BTreeMap, BTreeSet};

use super::understood::{ColumnRead, Understood};
use crate::assessment::Answer;
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure, SetId, UnitId};
use crate::finding::sheet::COLUMN_MISSING;
use crate::finding::{Finding, Part, Place, Severity};
use crate::rule::Scorer;
use crate::text;
use crate::text::fold::{excerpt, fold};

/// Most headings that a form may have and its neighbour not, for both to be of one kind.
const MOST_OF_ITS_OWN: usize = 1;

/// Units that have a column, at least and in how many of all at least one: so many did not add it of their own accord.
const SEVERAL: (usize, usize) = (2, 10);

/// Headings of a form, and where it takes figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Every heading but those of figures, folded.
    headings: BTreeSet<String>,
    /// Whether there is a place for any figure.
    asks_figures: bool,
    /// Heading of the column of figures, where it has one.
    of_figures: Option<String>,
    sheet: String,
    /// First row of the header, from 1.
    header: u32,
}

impl Layout {
    /// Takes what is compared of a form.
    pub fn of(understood: &Understood) -> Self {
        let all = || std::iter::once(understood).chain(&understood.others).flat_map(|table| &table.columns);
        let of_figures = |column: &&ColumnRead| column.is_of_figures;
        Self {
            headings: all().filter(|column| !of_figures(column)).map(|column| fold(&column.heading)).collect(),
            asks_figures: understood.asks_figures,
            of_figures: all().find(of_figures).map(|column| column.heading.clone()),
            sheet: understood.sheet.clone(),
            header: understood.header.0,
        }
    }

    /// Tells whether another form has what this one has, and perhaps more.
    fn is_part_of(&self, other: &Self) -> bool {
        self.headings.difference(&other.headings).count() <= MOST_OF_ITS_OWN
    }
}

/// Form that is compared with its neighbours.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour<'a> {
    /// Whose it is.
    pub unit: &'a UnitId,
    /// Set that it is read by.
    pub set: &'a SetId,
    /// File.
    pub file: &'a str,
    /// Its headings.
    pub layout: &'a Layout,
}

/// What a form lacks that its neighbours have.
#[derive(Clone, Debug)]
pub struct Lacking {
    /// What is told.
    pub finding: Finding,
    /// Whether its figures are blank.
    pub blank: bool,
}

/// Tells of a form without a place for figures what its neighbours have there; nothing where none of the same kind has one.
pub fn lacking(form: Neighbour<'_>, all: &[Neighbour<'_>]) -> Option<Lacking> {
    if form.layout.asks_figures {
        return None;
    }
    let alike = || all.iter().filter(|other| other.set == form.set);
    let having: Vec<&Neighbour<'_>> = alike().filter(|other| other.layout.asks_figures && form.layout.is_part_of(other.layout)).collect();
    let first = having.iter().min_by_key(|other| other.file)?;
    let with: BTreeSet<&UnitId> = having.iter().map(|other| other.unit).collect();
    let without: BTreeSet<&UnitId> = alike()
        .filter(|other| !other.layout.asks_figures && (form.layout.is_part_of(other.layout) || other.layout.is_part_of(form.layout)))
        .map(|other| other.unit)
        .filter(|unit| !with.contains(unit))
        .collect();
    let blank = with.len() >= without.len();
    let place = Place::cell(form.file, &form.layout.sheet, format!("A{}", form.layout.header));
    let finding = told(first, (with.len(), with.len() + without.len()), blank).of(form.unit).at(place);
    Some(Lacking { finding, blank })
}

/// Says what the neighbours have; an error where most of them do, so that the form lacks it.
fn told(other: &Neighbour<'_>, (with, all): (usize, usize), blank: bool) -> Finding {
    let file = other.file;
    let (place, place_en) = match &other.layout.of_figures {
        Some(heading) => {
            let heading = excerpt(heading);
            (format!("cột số liệu “{heading}”"), format!("the column of figures “{heading}”"))
        }
        None => ("chỗ ghi số liệu".to_owned(), "a place for figures".to_owned()),
    };
    if !blank {
        let message = text!(
            "Biểu không có chỗ ghi số liệu; {with}/{all} đơn vị dùng mẫu này có {place} (tệp “{file}”), nên chưa coi là bị xóa; điểm tự đánh giá vẫn được đọc.",
            "The form has no place for figures; {with} of {all} units with such a form have {place_en} (“{file}”), so it is not taken for deleted; the scores are read."
        );
        let help = text!(
            "Kiểm tra mẫu của tỉnh có {place} không; nếu có, thêm lại và điền số liệu.",
            "See whether the province's form has {place_en}; if so, put it back and fill it in."
        );
        // A few units may have added a column of their own; that many thought of the same one is unlikely.
        let many = with >= SEVERAL.0 && with * SEVERAL.1 >= all;
        let severity = if many { Severity::Error } else { Severity::Warning };
        return Finding { severity, ..Finding::new(&COLUMN_MISSING, message).help(help) };
    }
    let message = text!(
        "Biểu không có {place} như biểu cùng mẫu trong tệp “{file}”; số liệu của các tiêu chí coi như để trống.",
        "The form lacks {place_en}, which “{file}”, a form of the same kind, has; the figures of its criteria count as blank."
    );
    let help = text!(
        "Thêm lại {place} theo mẫu rồi điền số liệu; tiêu chí mà biểu của tỉnh không hỏi số liệu thì khai ở form: no_figures: trong campaign.yaml.",
        "Put {place_en} back as the form has it and fill it in; criteria whose figures the province does not ask for go to form: no_figures: in campaign.yaml."
    );
    Finding::new(&COLUMN_MISSING, message).help(help).hides([Part::Figures])
}

/// Takes all figures of a form for blank, but those of the leaves that the campaign names.
pub fn blank_figures(answers: &mut BTreeMap<CriterionId, Answer>, set: &CriteriaSet, no_figures: &BTreeSet<CriterionId>) {
    for (criterion, leaf) in set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit) {
        let Some(answer) = answers.get_mut(&criterion.id).filter(|_| !no_figures.contains(&criterion.id)) else { continue };
        for input in &leaf.inputs {
            answer.figures.complete(&input.id, Figure::Blank);
        }
    }
}
