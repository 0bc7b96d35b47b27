//! What a unit says of one leaf: its claim, its figures, the documents that it names.

use std::sync::Arc;

use jiff::civil::Date;

use super::{AnswerCells, EvidenceCells};
use crate::criteria::Leaf;
use crate::figure::{Figure, Figures, InputId, date_in};
use crate::finding::{CellAddress, CellPlace, Place};
use crate::points::Points;
use crate::text::{Lang, explains_nothing, is_web_address, leads_nowhere, said};

/// What a unit says of one leaf.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answer {
    /// File that its row stands in, where it is not the form's: several files may be one form.
    pub file: Option<Arc<str>>,
    /// Sheet that its row stands in.
    pub sheet: Option<Arc<str>>,
    /// The unit's own score.
    pub claim: Claim,
    /// Figures typed, by input. Without an entry where the form has no cell for the input.
    pub figures: Figures,
    /// Explanation (giải trình).
    pub explanation: Option<String>,
    /// Evidence named.
    pub evidence: Vec<Evidence>,
    /// Where it was typed.
    pub cells: AnswerCells,
}

impl Answer {
    /// Tells whether it explains why evidence is missing; a promise (`sẽ bổ sung`) does not.
    pub fn explains(&self) -> bool {
        self.explanation.as_deref().is_some_and(|words| !explains_nothing(words))
    }

    /// Tells whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        let typed = self.claim != Claim::Blank || self.explanation.is_some() || !self.evidence.is_empty();
        !typed && self.figures.values().all(|figure| *figure == Figure::Blank)
    }

    /// Tells whether nothing was typed for this leaf alone: what the set asks once is there for other leaves, too.
    pub fn is_left_alone(&self, leaf: &Leaf) -> bool {
        let typed = self.claim != Claim::Blank || self.explanation.is_some() || !self.evidence.is_empty();
        !typed && self.has_no_own_figure(leaf)
    }

    /// Tells whether no figure was typed for this leaf alone; where it has only figures that the set asks once, these count.
    pub fn has_no_own_figure(&self, leaf: &Leaf) -> bool {
        let shares_all = leaf.inputs.iter().all(|input| input.shared);
        let own = |id: &InputId| shares_all || !leaf.inputs.iter().any(|input| input.shared && input.id == *id);
        self.figures.iter().all(|(id, figure)| *figure == Figure::Blank || !own(id))
    }

    /// Tells whether anything typed was understood.
    pub(super) fn is_read(&self) -> bool {
        let figure = |figure: &Figure| !matches!(figure, Figure::Blank | Figure::Wrong(_));
        let claimed = matches!(self.claim, Claim::Points(_) | Claim::NotApplicable);
        claimed || self.explanation.is_some() || !self.evidence.is_empty() || self.figures.values().any(figure)
    }

    /// Gives the place of one of its cells, in the file of the form unless its row stands in another.
    pub fn place(&self, file: &str, cell: Option<CellAddress>) -> Place {
        let file = self.file.as_deref().or(Some(file)).filter(|file| !file.is_empty());
        Place {
            file: file.map(str::to_owned),
            sheet: self.sheet.as_deref().map(str::to_owned),
            cell: cell.as_ref().map(CellAddress::to_string),
            ..Place::default()
        }
    }

    /// Tells whether the form has a cell for an input.
    pub fn has_cell(&self, input: &InputId) -> bool {
        self.figures.contains_key(input)
    }
}

/// Score that a unit gives itself.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Claim {
    /// Nothing typed: claims what is computed.
    #[default]
    Blank,
    /// Points as typed, also outside 0..maximum.
    Points(Points),
    /// "Không áp dụng".
    NotApplicable,
    /// What could not be understood, as typed; counts like a blank.
    Wrong(String),
}

/// Document that backs a claim (tài liệu kiểm chứng).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Số, ký hiệu: `4851/KH-UBND`.
    pub number: Option<String>,
    /// Ngày ban hành.
    pub date: EvidenceDate,
    /// Cơ quan ban hành.
    pub issuer: Option<String>,
    /// Trích yếu.
    pub title: Option<String>,
    /// Mục, trang.
    pub section: Option<String>,
    /// File in the unit's evidence folder.
    pub file: Option<String>,
    /// Web address.
    pub link: Option<String>,
    /// Where it is named.
    pub place: CellPlace,
    /// Where its fields were typed.
    pub cells: EvidenceCells,
}

impl Evidence {
    /// Tells whether nothing names it but an address that is none, so that there is no document.
    pub fn is_dead_address(&self) -> bool {
        let dead_file = |file: &String| file.split(['\n', ';']).all(|name| name.trim().is_empty() || leads_nowhere(name));
        let (link, file) = (self.link.as_ref(), self.file.as_ref());
        self.number.is_none()
            && self.title.is_none()
            && (link.is_some() || file.is_some())
            && link.is_none_or(|link| !is_web_address(link))
            && file.is_none_or(dead_file)
    }

    /// Names a document as people cite it: its number, or else its title, file or address, with its day and section.
    pub fn cited(&self, lang: Lang) -> String {
        let day = match &self.date {
            EvidenceDate::Blank => None,
            EvidenceDate::Day(day) => Some(said_day(&date_in(*day, lang), lang)),
            EvidenceDate::Wrong(typed) => Some(said_day(&format!("“{typed}”"), lang)),
        };
        let name = [&self.number, &self.title, &self.file, &self.link].into_iter().flatten().next().cloned();
        [name, day, self.section.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Says of which day a document is.
fn said_day(day: &str, lang: Lang) -> String {
    said!(lang, "ngày {day}", "of {day}")
}

/// Day of a document, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum EvidenceDate {
    /// Nothing typed.
    #[default]
    Blank,
    /// A day.
    Day(Date),
    /// What is not a date, as typed.
    Wrong(String),
}
