//! Places, ties, grades: who stands where within a group.

mod merit;
mod places;
mod tie;

pub use merit::{Merit, Merits};
pub use places::rank;
pub use tie::{TieBreak, official};

use crate::figure::{CriterionId, GroupId, SetId, UnitId};
use crate::points::{Points, Rounding};
use crate::text::{Text, Words};

/// Group of units that are ranked together (khối, nhóm xếp hạng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Id of the group.
    pub id: GroupId,
    /// Name, as printed.
    pub name: String,
    /// Set that scores it.
    pub set: SetId,
    /// Grades from the best down; empty where none are given.
    pub grades: Vec<Band>,
    /// What decides between equal indexes, in order; empty: ties stand.
    pub tie_breaks: Vec<TieBreak>,
    /// Rounding of the group: the set's, or with the decimals that the campaign says.
    pub rounding: Rounding,
}

/// Grade (xếp loại): from a printed index up to the next better grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Name: Tốt.
    pub name: String,
    /// Least printed index, included.
    pub from: Points,
}

/// Names a group within a Vietnamese sentence: a name that says itself what it is, such as `Khối sở, ban, ngành`, is not said to be
/// one once more.
pub fn group_in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if name.to_lowercase().starts_with("khối ") => first.to_lowercase().chain(letters).collect(),
        _ => format!("khối “{name}”"),
    }
}

/// Places of all groups, in the order of the campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Groups, in the order of the campaign.
    pub groups: Vec<GroupRanking>,
}

/// Places of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRanking {
    /// Group that is ranked.
    pub group: Group,
    /// Mean of the exact indexes of ranked units; `None` where there are none.
    pub mean_index: Option<Points>,
    /// Number of ranked units.
    pub counted: usize,
    /// Means of the exact indexes of areas over the ranked units that they apply to, in the order of ids.
    pub area_means: Vec<(CriterionId, Points)>,
    /// Highest exact index of areas among the same units, in the same order.
    pub area_bests: Vec<(CriterionId, Points)>,
    /// Rows: by place, then id; then unranked; then not submitted.
    pub rows: Vec<Row>,
    /// What a reader of the places would wonder at: who shares one, who was told apart by what, whose indexes only print alike.
    pub remarks: Vec<Text>,
}

/// Unit's line in a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Id of the unit.
    pub unit: UnitId,
    /// Standing.
    pub status: Status,
    /// Place 1-2-2-4; `None` unless ranked.
    pub place: Option<usize>,
    /// Whether it shares its final place, after tie-breaks.
    pub tied: bool,
    /// Whether its result still waits for a penalty.
    pub provisional: bool,
    /// Official points, exact; `None` for a unit that sent nothing.
    pub points: Option<Points>,
    /// Applicable maximum.
    pub applicable_max: Points,
    /// Index, exact; `None` for a unit that sent nothing, or to which nothing applies.
    pub index: Option<Points>,
    /// Grade by the printed index; `None` unless ranked.
    pub grade: Option<String>,
    /// The group's tie-breaks, exact, in their order; none unless ranked.
    pub tie_breaks: Vec<Option<Points>>,
    /// With whom it shares its place, and what tells it from those beside it that are printed with the same index.
    pub ties: Vec<Text>,
}

/// Standing of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Takes a place.
    Ranked,
    /// Scored and listed only.
    Unranked,
    /// Sent nothing.
    NotSubmitted,
}

impl Group {
    /// Gives the grade of an exact index, by the index as it is printed. `None` below the last band.
    pub fn grade(&self, index: &Points) -> Option<&Band> {
        let printed = self.rounding.print(index);
        self.grades.iter().filter(|band| band.from <= printed).max_by(|one, other| one.from.cmp(&other.from))
    }
}

impl Ranking {
    /// Tells whether anybody has a place.
    pub fn ranks_anybody(&self) -> bool {
        self.groups.iter().any(|ranking| ranking.counted > 0)
    }
}

impl GroupRanking {
    /// Lists the units that have a place, in their order.
    pub fn ranked(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.status == Status::Ranked)
    }

    /// Tells whether several units are ranked, so that one can be compared with the others: of one alone mean, highest and lowest are
    /// its own figures again.
    pub const fn compares(&self) -> bool {
        self.counted > 1
    }

    /// Counts the units that sent something that could be scored.
    pub fn submitted(&self) -> usize {
        self.rows.iter().filter(|row| row.status != Status::NotSubmitted).count()
    }

    /// Gives the highest index of a ranked unit, exact.
    pub fn highest(&self) -> Option<&Points> {
        self.ranked().filter_map(|row| row.index.as_ref()).max()
    }

    /// Gives the lowest index of a ranked unit, exact.
    pub fn lowest(&self) -> Option<&Points> {
        self.ranked().filter_map(|row| row.index.as_ref()).min()
    }

    /// Gives the mean index of an area; `None` where it applies to no ranked unit.
    pub fn area_mean(&self, area: &CriterionId) -> Option<&Points> {
        self.area_means.iter().find(|(id, _)| id == area).map(|(_, mean)| mean)
    }

    /// Gives the highest index of an area; `None` where it applies to no ranked unit.
    pub fn area_best(&self, area: &CriterionId) -> Option<&Points> {
        self.area_bests.iter().find(|(id, _)| id == area).map(|(_, best)| best)
    }
}

impl Status {
    /// Gives the key of JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ranked => "ranked",
            Self::Unranked => "unranked",
            Self::NotSubmitted => "not_submitted",
        }
    }

    /// Gives the words of reports.
    pub const fn words(self) -> Words {
        match self {
            Self::Ranked => Words { vi: "Xếp hạng", en: "Ranked" },
            Self::Unranked => Words { vi: "Không xếp hạng", en: "Not ranked" },
            Self::NotSubmitted => Words { vi: "Chưa gửi", en: "Nothing submitted" },
        }
    }
}
