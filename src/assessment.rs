//! What is claimed, and by whom: self-assessments with their evidence, appraisals, surveys.

mod agencies;
mod cells;
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::criteria::{CriteriaSet, Period};
use crate::figure::{CriterionId, Figure, Figures, GroupId, InputId, SetId, UnitId};
use crate::finding::{CellAddress, CellPlace, Place};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::says_nothing;

pub use agencies::{Agencies, Agency, Appraiser};
pub use cells::{AnswerCells, EvidenceCells, EvidenceField};

/// Department, district or commune that is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Id, also the name of its evidence folder and of its report.
    pub id: UnitId,
    /// Official name.
    pub name: String,
    /// Other names that it goes by: abbreviations, former names.
    pub aliases: Vec<String>,
    /// Authority above it, where that is not the campaign's.
    pub authority: Option<String>,
    /// Group that it is ranked in.
    pub group: GroupId,
    /// Whether it takes a place; a unit of a special nature is scored and listed only.
    pub ranked: bool,
    /// Criteria that the campaign excuses it from.
    pub not_applicable: Excused,
}

/// Criteria that a campaign excuses a unit from, with everything below them: decided once, when the unit is made.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Excused {
    /// Those that the campaign names.
    named: BTreeSet<CriterionId>,
    /// Those and everything below them.
    all: BTreeSet<CriterionId>,
}

impl Excused {
    /// Takes the criteria that are named, at any depth, and those below them in the unit's set.
    pub fn below(set: &CriteriaSet, named: impl IntoIterator<Item = CriterionId>) -> Self {
        let named: BTreeSet<CriterionId> = named.into_iter().collect();
        let mut all = named.clone();
        // Parents come before their children.
        for (_, criterion) in set.walk() {
            if all.contains(&criterion.id) {
                all.extend(criterion.children().iter().map(|child| child.id.clone()));
            }
        }
        Self { named, all }
    }

    /// Tells whether a criterion or a line is excused.
    pub fn contains(&self, id: &CriterionId) -> bool {
        self.all.contains(id)
    }

    /// Lists those that the campaign names, in the order of ids.
    pub fn named(&self) -> impl Iterator<Item = &CriterionId> {
        self.named.iter()
    }
}

/// What a unit sent: its form, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfAssessment {
    /// Whose, as the form says.
    pub unit: UnitId,
    /// Set that the form was made for.
    pub set: SetRef,
    /// File that it was read from, as findings name it.
    pub file: String,
    /// Layout that was recognised: `parindex/1`, `A`, `B` ….
    pub layout: String,
    /// Answers by leaf; a leaf that the form does not have is missing. Figures of the set stand in the answer of every leaf
    /// that names them, so that nobody else has to know where they were typed.
    pub answers: BTreeMap<CriterionId, Answer>,
    /// What was typed for the figures of the set.
    pub shared: Answer,
    /// What the unit says of its work beside its points.
    pub remarks: Remarks,
}

/// What a unit says of its work beside its points. Nothing of it is scored.
///
/// Source: Công văn 383/BNV-CCHC ngày 28/01/2021: a self-assessment names difficulties and proposals.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Remarks {
    /// Difficulties (khó khăn, vướng mắc).
    pub difficulties: Option<String>,
    /// Proposals (kiến nghị, đề xuất).
    pub proposals: Option<String>,
}

impl SelfAssessment {
    /// Tells whether it was filled in on a form of this program, not on one of a province's own.
    pub fn is_ours(&self) -> bool {
        self.layout.starts_with("parindex/")
    }

    /// Tells whether nobody filled in anything: no claim, figure, explanation or document.
    pub fn is_blank(&self) -> bool {
        self.answers.values().all(Answer::is_blank) && self.shared.is_blank()
    }

    /// Cuts every text to what a cell holds. `cut` gives a shorter text where one is too long.
    pub fn shorten(&mut self, cut: impl Fn(&str) -> Option<String>) {
        let shorten = |text: &mut String| {
            if let Some(shorter) = cut(text) {
                *text = shorter;
            }
        };
        for answer in self.answers.values_mut() {
            if let Claim::Wrong(typed) = &mut answer.claim {
                shorten(typed);
            }
            answer.explanation.iter_mut().for_each(shorten);
            for figure in answer.figures.values_mut() {
                if let Figure::Text(typed) | Figure::Wrong(typed) = figure {
                    shorten(typed);
                }
            }
            for Evidence { number, date, issuer, title, section, file, link, .. } in &mut answer.evidence {
                [number, issuer, title, section, file, link].into_iter().flatten().for_each(shorten);
                if let EvidenceDate::Wrong(typed) = date {
                    shorten(typed);
                }
            }
        }
    }

    /// Gives back the room that reading took in advance: a campaign keeps thousands of these. Says the same.
    #[must_use]
    pub fn compact(mut self) -> Self {
        let (mut sheet, mut place) = (None, CellPlace::default());
        for answer in self.answers.values_mut() {
            if answer.sheet == sheet {
                answer.sheet.clone_from(&sheet);
            }
            sheet.clone_from(&answer.sheet);
            answer.evidence.shrink_to_fit();
            for evidence in &mut answer.evidence {
                evidence.place.share(&place);
                place = evidence.place.clone();
            }
        }
        // A tree that grew in order is half empty; one built of all its entries is full.
        self.answers = self.answers.into_iter().collect();
        self
    }

    /// Tells how much of it is filled in. A form of which no criterion was recognised could not be read.
    pub fn content(&self) -> Content {
        if self.answers.values().any(Answer::is_read) || self.shared.is_read() {
            Content::Read
        } else if self.is_blank() && !self.answers.is_empty() {
            Content::Blank
        } else {
            Content::Unread
        }
    }
}

/// How much of a form a unit filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing: no figure, claim, explanation or document.
    Blank,
    /// Something, of which nothing could be read.
    Unread,
    /// Something that was read.
    Read,
}

/// Which set, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetRef {
    /// Id.
    pub id: SetId,
    /// Version.
    pub version: String,
    /// Hash of its YAML.
    pub sha256: String,
}

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
        self.explanation.as_deref().is_some_and(|words| !says_nothing(words))
    }

    /// Tells whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        let typed = self.claim != Claim::Blank || self.explanation.is_some() || !self.evidence.is_empty();
        !typed && self.figures.values().all(|figure| *figure == Figure::Blank)
    }

    /// Tells whether anything typed was understood.
    pub fn is_read(&self) -> bool {
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

/// Day of a document, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum EvidenceDate {
    /// Nothing typed.
    #[default]
    Blank,
    /// A day.
    Day(Date),
    /// What is no day, as typed.
    Wrong(String),
}

/// Points that somebody other than the unit typed for a leaf, or for an area, of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Points as typed.
    pub points: Points,
    /// Reason given.
    pub reason: Option<String>,
    /// Whether the table has a column for reasons.
    pub reason_asked: bool,
    /// Where it was typed.
    pub place: Place,
}

/// Figure of a unit as the council corrected it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// What it is found to be.
    pub figure: Figure,
    /// Reason given.
    pub reason: Option<String>,
    /// Whether the table has a column for reasons.
    pub reason_asked: bool,
    /// Where it was typed.
    pub place: Place,
}

/// Figures of one unit that were corrected in a round, by leaf.
pub type Corrections = BTreeMap<CriterionId, BTreeMap<InputId, Corrected>>;

/// Points by unit and leaf: one round of appraisal, or the survey.
pub type Entries = BTreeMap<UnitId, BTreeMap<CriterionId, Entry>>;

/// What the council says of whether a leaf, or a part of one, applies to a unit (áp dụng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applies {
    /// Part of the leaf; `None` for the leaf itself.
    pub part: Option<String>,
    /// Whether it applies.
    pub applies: bool,
    /// Reason given.
    pub reason: Option<String>,
    /// Where it was typed.
    pub place: Place,
}

/// What the council and the survey add to the self-assessments.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Appraisal {
    /// Rounds of appraisal (các lần thẩm định) in which something was typed.
    pub rounds: BTreeMap<Round, Entries>,
    /// Figures that the council corrected, by round and unit.
    pub corrected: BTreeMap<Round, BTreeMap<UnitId, Corrections>>,
    /// What the council says of what applies, by round, unit and leaf.
    pub applies: BTreeMap<Round, BTreeMap<UnitId, BTreeMap<CriterionId, Vec<Applies>>>>,
    /// Survey (điều tra xã hội học).
    pub survey: Entries,
    /// What the survey found, by unit and leaf, where its rule computes points of it.
    pub surveyed: BTreeMap<UnitId, BTreeMap<CriterionId, Surveyed>>,
    /// How many answered the survey, by unit and leaf, each with the group of respondents where one is named.
    pub samples: BTreeMap<UnitId, BTreeMap<CriterionId, BTreeMap<Option<String>, Points>>>,
}

/// What the survey found for a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Surveyed {
    /// Figures, by input.
    pub figures: Figures,
    /// Where each was typed.
    pub places: BTreeMap<InputId, Place>,
}

impl Appraisal {
    /// Lists the rounds that reports print: the first two, those with points, and the official one.
    pub fn printed_rounds(&self, official: Stage) -> BTreeSet<Round> {
        let official = match official {
            Stage::Appraised(round) => Some(round),
            Stage::Claimed | Stage::Computed | Stage::Accepted => None,
        };
        [Round::FIRST, Round::SECOND]
            .into_iter()
            .chain(self.rounds.keys().copied())
            .chain(self.applies.keys().copied())
            .chain(self.corrected.keys().copied())
            .chain(official)
            .collect()
    }

    /// Finds what was typed for a leaf of a unit in a round.
    pub fn entry(&self, round: Round, unit: &UnitId, leaf: &CriterionId) -> Option<&Entry> {
        self.rounds.get(&round)?.get(unit)?.get(leaf)
    }
}

/// Round of appraisal (lần thẩm định), counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Round(u8);

impl Round {
    /// The first (thẩm định lần 1).
    pub const FIRST: Self = Self(1);
    /// The second (thẩm định lần 2), after explanations.
    pub const SECOND: Self = Self(2);
    /// The last that can be named.
    pub const LAST: Self = Self(99);

    /// Takes a number from 1 to 99.
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= Self::LAST.0 { Some(Self(number)) } else { None }
    }

    /// Gives the number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Gives the key of YAML and JSON: `appraised_1`.
    pub fn key(self) -> String {
        format!("appraised_{}", self.0)
    }

    /// Reads the key of YAML and JSON.
    pub fn of_key(key: &str) -> Option<Self> {
        let number = key.strip_prefix("appraised_")?;
        let plain = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
        number.parse().ok().filter(|_| plain).and_then(Self::new)
    }

    /// Gives the words of reports: `Thẩm định lần 1`.
    pub fn words(self) -> Text {
        let number = self.0;
        text!("Thẩm định lần {number}", "Appraised, round {number}")
    }
}

/// Stage whose points are official, in the order in which scores pass through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Tự đánh giá.
    Claimed,
    /// Computed from the figures declared.
    Computed,
    /// Computed or claimed, less what lacks evidence.
    Accepted,
    /// Thẩm định, one stage for each round.
    Appraised(Round),
}

impl Stage {
    /// Gives the key of YAML and JSON.
    pub fn key(self) -> String {
        match self {
            Self::Claimed => "claimed".into(),
            Self::Computed => "computed".into(),
            Self::Accepted => "accepted".into(),
            Self::Appraised(round) => round.key(),
        }
    }

    /// Reads the key of YAML and JSON.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "claimed" => Some(Self::Claimed),
            "computed" => Some(Self::Computed),
            "accepted" => Some(Self::Accepted),
            _ => Round::of_key(key).map(Self::Appraised),
        }
    }

    /// Gives the words of reports.
    pub fn words(self) -> Text {
        match self {
            Self::Claimed => Text::new("Tự đánh giá", "Self-assessed"),
            Self::Computed => Text::new("Tính từ số liệu kê khai", "Computed from declared figures"),
            Self::Accepted => Text::new("Được công nhận", "Accepted"),
            Self::Appraised(round) => round.words(),
        }
    }
}

/// Who signs a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// Title: `GIÁM ĐỐC`.
    pub title: String,
    /// Name.
    pub name: Option<String>,
}

/// What all units of an exercise share, as every sheet's heading states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// Id.
    pub id: String,
    /// Title, as printed.
    pub title: String,
    /// Authority above that office and, unless they name their own, above the units: `UBND TỈNH …`.
    pub authority: Option<String>,
    /// Who runs it, as printed above the title: `SỞ NỘI VỤ`.
    pub office: Option<String>,
    /// Where letters are dated.
    pub place: Option<String>,
    /// Who signs what the office sends out.
    pub signatory: Option<Signatory>,
    /// Year that is scored.
    pub year: i16,
    /// Days that evidence has to fall into.
    pub period: Period,
    /// Last day for sending forms in.
    pub deadline: Option<Date>,
    /// Printed on every sheet: DỰ THẢO, SỐ LIỆU MINH HỌA.
    pub notice: Option<String>,
    /// Stage whose points are official.
    pub official: Stage,
    /// Who appraises what.
    pub agencies: Agencies,
}
