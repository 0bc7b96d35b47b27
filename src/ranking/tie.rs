//! What decides between equal indexes, and how a place beside equal ones is explained.
//!
//! Source: [meanings](crate#meanings) 4, 5, 23.

use std::cmp::Ordering;

use super::{Group, GroupRanking, Merit, Merits, Row};
use crate::assessment::Stage;
use crate::criteria::Sign;
use crate::figure::{CriterionId, UnitId};
use crate::points::{Points, Rounding, vietnamese};
use crate::scoring::Scorecard;
use crate::text;
use crate::text::{Text, many};

/// Most units that are named at once.
const NAMED: usize = 4;

/// What decides between equal indexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TieBreak {
    /// Official points of a criterion, an area, or a line outside the tree with its sign.
    Points(CriterionId),
    /// Index of a criterion or an area.
    Index(CriterionId),
    /// Total of a stage.
    Stage(Stage),
    /// Points of the survey.
    Survey,
    /// What speaks for the unit, or against it, beside its points.
    Merit(Merit),
}

impl TieBreak {
    /// Tells whether the unit with less of it stands before the other.
    pub const fn is_better_low(&self) -> bool {
        matches!(self, Self::Merit(merit) if merit.is_better_low())
    }

    /// Gives the criterion that it looks at, where it looks at one.
    pub const fn criterion(&self) -> Option<&CriterionId> {
        if let Self::Points(id) | Self::Index(id) = self { Some(id) } else { None }
    }

    /// Says what it is, as it stands in a sentence.
    pub fn name(&self) -> Text {
        match self {
            Self::Points(id) => text!("điểm tiêu chí {id}", "points of criterion {id}"),
            Self::Index(id) => text!("chỉ số tiêu chí {id}", "index of criterion {id}"),
            Self::Stage(stage) => {
                let Text { vi, en } = stage.words();
                text!("tổng điểm bước “{vi}”", "points at the stage “{en}”")
            }
            Self::Survey => Text::new("điểm điều tra xã hội học", "points of the survey"),
            Self::Merit(merit @ Merit::Progress) => merit.name(),
            Self::Merit(merit) => {
                let Text { vi, en } = merit.name();
                if merit.is_count() {
                    text!("{vi}, ít hơn thì đứng trước", "{en}, fewer come first")
                } else {
                    text!("{vi}, ít hơn thì đứng trước", "{en}, less comes first")
                }
            }
        }
    }

    /// Gives a unit's exact value.
    pub fn value(&self, card: &Scorecard, merits: &Merits) -> Option<Points> {
        match self {
            Self::Points(id) => official(card, id),
            Self::Index(id) => card.nodes.iter().find(|node| &node.id == id).and_then(|node| node.index.clone()),
            Self::Stage(stage) => card.stages.at(*stage).cloned(),
            Self::Survey => card.stages.survey.clone(),
            Self::Merit(merit) => merit.of(merits),
        }
    }

    /// Prints two values so that they can be told apart.
    fn apart(&self, one: Option<&Points>, other: Option<&Points>, rounding: Rounding) -> [Text; 2] {
        let whole = matches!(self, Self::Merit(merit) if merit.is_count());
        let more = match (one, other) {
            (Some(one), Some(other)) => rounding.decimals_apart(one, other),
            _ => rounding.decimals,
        };
        [one, other].map(|value| match value {
            None => Text::new("chưa có", "none"),
            Some(value) if whole => Text::new(value.plain_vi(), value.plain()),
            Some(value) => {
                let printed = value.fixed(more, rounding.mode);
                let sign = if matches!(self, Self::Index(_)) { "%" } else { "" };
                Text::new(format!("{}{sign}", vietnamese(&printed)), format!("{printed}{sign}"))
            }
        })
    }
}

/// Gives the official points of a criterion, or of a line outside the tree with its sign.
pub fn official(card: &Scorecard, id: &CriterionId) -> Option<Points> {
    let node = card.nodes.iter().find(|node| &node.id == id).and_then(|node| node.official.clone());
    node.or_else(|| {
        let line = card.adjustments.iter().find(|line| &line.id == id)?;
        let official = line.official.as_ref()?;
        Some(if line.sign == Sign::Penalty { -official } else { official.clone() })
    })
}

impl GroupRanking {
    /// Lists what was looked at to tell units of an equal index apart, in its order: as far as any two of them needed it.
    pub fn decided_by(&self) -> &[TieBreak] {
        let placed = || self.rows.iter().filter(|row| row.place.is_some());
        let pairs = placed().zip(placed().skip(1)).filter(|(one, other)| one.index == other.index);
        let apart = |(one, other): (&Row, &Row)| one.tie_breaks.iter().zip(&other.tie_breaks).position(|(one, other)| one != other);
        let needed = pairs.filter_map(apart).max().map_or(0, |at| at + 1);
        self.group.tie_breaks.get(..needed).unwrap_or_default()
    }
}

impl Group {
    /// Compares units of an equal index by what the group declares: the better one is less. A unit without a value comes last.
    pub fn break_tie(&self, one: &Row, other: &Row) -> Ordering {
        self.break_tie_by(one, other, &vec![true; self.tie_breaks.len()])
    }

    /// The same with some of its tie-breaks only: those for which `stays` is true.
    pub fn break_tie_by(&self, one: &Row, other: &Row, stays: &[bool]) -> Ordering {
        let pairs = one.tie_breaks.iter().zip(&other.tie_breaks);
        let each = self.tie_breaks.iter().zip(pairs).zip(stays).filter(|(_, stays)| **stays);
        let each = each.map(|((by, (one, other)), _)| match (one, other) {
            (Some(one), Some(other)) if by.is_better_low() => one.cmp(other),
            (one, other) => other.cmp(one),
        });
        each.fold(Ordering::Equal, Ordering::then)
    }
}

/// Says, of each ranked row, with whom it shares its place, and what tells it from the rows beside it that print the same index.
/// Rows come in order; those without a place are passed over.
pub(super) fn explain(group: &Group, rows: &[Row], name: &dyn Fn(&UnitId) -> String) -> Vec<Vec<Text>> {
    let ranked: Vec<&Row> = rows.iter().take_while(|row| row.place.is_some()).collect();
    let mut said = Vec::with_capacity(rows.len());
    let mut before: Option<&Row> = None;
    let mut left = ranked.as_slice();
    for equal in ranked.chunk_by(|one, other| one.place == other.place) {
        left = left.get(equal.len()..).unwrap_or_default();
        for row in equal {
            let shared = (equal.len() > 1).then(|| shared(group, row, equal, name));
            let behind = before.and_then(|other| beside(group, row, other, name));
            let ahead = left.first().and_then(|other| beside(group, row, other, name));
            said.push([shared, behind, ahead].into_iter().flatten().collect());
        }
        before = equal.first().copied();
    }
    said.resize(rows.len(), Vec::new());
    said
}

/// Says with whom a unit shares its place, and that nothing tells them apart; `equal` are all at that place.
fn shared(group: &Group, row: &Row, equal: &[&Row], name: &dyn Fn(&UnitId) -> String) -> Text {
    let others = equal.iter().filter(|other| other.unit != row.unit).take(NAMED);
    let names = others.map(|other| format!("“{}”", name(&other.unit))).collect::<Vec<_>>().join(", ");
    let more = equal.len().saturating_sub(NAMED + 1);
    let further = many(more, "other", "others");
    let more = if more > 0 { text!(" và {more} đơn vị khác", " and {further}") } else { Text::default() };
    let (names_vi, names_en) = (format!("{names}{}", more.vi), format!("{names}{}", more.en));
    let index = row.index.clone().unwrap_or_default();
    let (vi, en) = (group.rounding.vietnamese(&index), group.rounding.machine(&index));
    if group.tie_breaks.is_empty() {
        return text!(
            "Đồng hạng với {names_vi}: chỉ số chưa làm tròn bằng nhau ({vi}%), khối không quy định tiêu chí phụ.",
            "Shares its place with {names_en}: their unrounded indexes are equal ({en}%), and the group has no tie-break."
        );
    }
    let each = group.tie_breaks.iter().zip(&row.tie_breaks).map(|(by, value)| {
        let ([value, _], name) = (by.apart(value.as_ref(), None, group.rounding), by.name());
        let (name_vi, value_vi, name_en, value_en) = (name.vi, value.vi, name.en, value.en);
        text!("{name_vi}: {value_vi}", "{name_en}: {value_en}")
    });
    let breaks = Text::join(&each.collect::<Vec<_>>(), "; ");
    let (breaks_vi, breaks_en) = (breaks.vi, breaks.en);
    text!(
        "Đồng hạng với {names_vi}: chỉ số chưa làm tròn bằng nhau ({vi}%), tiêu chí phụ cũng bằng nhau ({breaks_vi}).",
        "Shares its place with {names_en}: their unrounded indexes are equal ({en}%), and so are the tie-breaks ({breaks_en})."
    )
}

/// Says what tells a unit from one at another place that prints the same index; nothing where another index is printed.
fn beside(group: &Group, row: &Row, other: &Row, name: &dyn Fn(&UnitId) -> String) -> Option<Text> {
    let (rounding, own, theirs) = (group.rounding, row.index.as_ref()?, other.index.as_ref()?);
    if rounding.print(own) != rounding.print(theirs) {
        return None;
    }
    let (name, place) = (name(&other.unit), other.place?);
    let stands = if row.place < other.place {
        text!("Đứng trước “{name}” (hạng {place})", "Ranks above “{name}” (place {place})")
    } else {
        text!("Đứng sau “{name}” (hạng {place})", "Ranks below “{name}” (place {place})")
    };
    let (stands_vi, stands_en) = (stands.vi, stands.en);
    if own != theirs {
        let more = rounding.decimals_apart(own, theirs);
        let (own, theirs) = (own.fixed(more, rounding.mode), theirs.fixed(more, rounding.mode));
        let (own_vi, theirs_vi) = (vietnamese(&own), vietnamese(&theirs));
        return Some(text!(
            "{stands_vi}: chỉ số làm tròn bằng nhau, chỉ số chưa làm tròn là {own_vi}% so với {theirs_vi}%.",
            "{stands_en}: the printed indexes are equal, the unrounded ones are {own}% and {theirs}%."
        ));
    }
    let mut values = group.tie_breaks.iter().zip(row.tie_breaks.iter().zip(&other.tie_breaks));
    let (by, (own, theirs)) = values.find(|(_, (own, theirs))| own != theirs)?;
    let ([own, theirs], by) = (by.apart(own.as_ref(), theirs.as_ref(), rounding), by.name());
    let (by_vi, own_vi, theirs_vi, by_en, own_en, theirs_en) = (by.vi, own.vi, theirs.vi, by.en, own.en, theirs.en);
    Some(text!(
        "{stands_vi}: chỉ số chưa làm tròn bằng nhau, xét {by_vi}: {own_vi} so với {theirs_vi}.",
        "{stands_en}: the unrounded indexes are equal, told apart by {by_en}: {own_en} and {theirs_en}."
    ))
}
