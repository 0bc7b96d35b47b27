//! What moves between two results of one campaign, and because of what: points, indexes, places, grades, awards.

mod answers;
mod between;
mod inputs;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::finding::campaign::{OTHER_CAMPAIGN, OTHER_SET, OTHER_YEAR, UNIT_TWICE};
use crate::finding::{Finding, Place};
use crate::points::{Points, Rounding};
use crate::record::Record;
use crate::text;

pub use between::between;
pub use inputs::inputs;

/// What can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Points: of the unit, or of a leaf.
    Points,
    /// Index of the unit.
    Index,
    /// Place in the group.
    Place,
    /// Grade by the printed index.
    Grade,
    /// Proposal for an award: `chosen`, `tied_at_edge`, or nothing.
    Award,
}

/// Something that moved. Values are as `result.json` prints them, as fractions where two values print alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// Id of the unit.
    pub unit: String,
    /// What of it.
    pub what: What,
    /// Leaf or award; `None` where it is the unit's own.
    pub id: Option<String>,
    /// Value in the earlier result; `None` where there was none.
    pub from: Option<String>,
    /// Value in the later result; `None` where there is none.
    pub to: Option<String>,
    /// Whether a place was shared, before and after; only of places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<[bool; 2]>,
    /// Inputs or changes that moved it.
    pub because: Vec<Cause>,
}

/// Input or change that moved something.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Cause {
    /// File that holds it.
    pub file: Option<String>,
    /// Sheet.
    pub sheet: Option<String>,
    /// Cell.
    pub cell: Option<String>,
    /// Line of a text table, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Unit whose input it is; `None` for what is no single unit's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Criterion that it is about.
    pub criterion: Option<String>,
    /// What stood there before; `None` for nothing.
    pub from: Option<String>,
    /// What stands there now; `None` for nothing.
    pub to: Option<String>,
    /// What of it; for people, as machines tell by the cell.
    #[serde(skip)]
    pub input: Input,
}

impl Cause {
    /// Makes a cause whose place is not known.
    fn nowhere(input: Input) -> Self {
        Self { input, ..Self::default() }
    }
}

/// What was typed or changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// The file that the unit sent.
    #[default]
    File,
    /// The day on which it came.
    Received,
    /// The last day for it.
    Deadline,
    /// Its flags, as awards ask for them.
    Flags,
    /// Its result of the last year.
    Previous,
    /// Whether it is ranked.
    Ranked,
    /// The group that it is in.
    Group,
    /// Something that was found of it in one of the two results only: an error, or what an award counts.
    Finding,
    /// The unit itself, which is in one of the two results only.
    Unit,
    /// A figure that the unit declares, by its id.
    Figure(String),
    /// What the unit claims.
    Claim,
    /// A document that the unit names.
    Document,
    /// The explanation of the unit.
    Explanation,
    /// Documents and explanations, by what is accepted, where nothing that was typed of them differs.
    Evidence,
    /// What the council gave in a round, or the survey: by the stage.
    Stage(String),
    /// Whether the criterion applies.
    Applies,
    /// Points of a line outside the tree.
    Line,
    /// A key of the set or of the campaign: `max`, `rule`, `grades`, `tie_breaks`, `official`.
    Key(String),
    /// A key of an award behind its id: `quota`, `conditions`, `excluded`, `order`; `award` where one result lacks it.
    Award(String, String),
}

/// Causes of each unit, by its id.
pub type Causes = BTreeMap<String, Vec<Cause>>;

/// Tells whether a result has a unit twice. Findings: C364.
pub fn units_twice(record: &Record, file: &str) -> Vec<Finding> {
    let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
    let units = record.groups.iter().flat_map(|group| &group.units);
    let twice = units.filter(|unit| !seen.insert(unit.id.as_str()) && told.insert(unit.id.as_str()));
    let finding = |id: &str| {
        let message = text!("Kết quả ghi mã đơn vị “{id}” hai lần.", "The result has the unit “{id}” twice.");
        Finding::new(&UNIT_TWICE, message).at(Place::file(file))
    };
    twice.map(|unit| finding(&unit.id)).collect()
}

/// Tells whether two results may be compared, and what to bear in mind. Findings: C360, C361, C362.
pub fn comparable(before: &Record, after: &Record, file: &str) -> Vec<Finding> {
    let (one, other) = (&before.campaign, &after.campaign);
    if one.year != other.year {
        let (one, other) = (one.year, other.year);
        let message =
            text!("Hai kết quả thuộc hai năm khác nhau: {one} và {other}.", "The two results are of different years: {one} and {other}.");
        return vec![Finding::new(&OTHER_YEAR, message).at(Place::file(file))];
    }
    if one.id != other.id {
        let (one, other) = (&one.id, &other.id);
        let message = text!(
            "Hai kết quả thuộc hai đợt đánh giá khác nhau: “{one}” và “{other}”.",
            "The two results are of different campaigns: “{one}” and “{other}”."
        );
        return vec![Finding::new(&OTHER_CAMPAIGN, message).at(Place::file(file))];
    }
    let pairs = after.groups.iter().filter_map(|group| Some((before.groups.iter().find(|one| one.id == group.id)?, group)));
    let other = pairs.filter(|(one, other)| one.set != other.set);
    let told = other.map(|(one, other)| {
        let (group, one, other) = (&other.name, &one.set.id, &other.set.id);
        let message = if one == other {
            text!(
                "“{group}” được chấm theo hai bản khác nhau của bộ tiêu chí “{one}”; các tiêu chí được so sánh theo mã.",
                "“{group}” was scored by two versions of the set “{one}”; criteria are compared by their ids."
            )
        } else {
            text!(
                "“{group}” được chấm theo hai bộ tiêu chí khác nhau, “{one}” và “{other}”; các tiêu chí được so sánh theo mã.",
                "“{group}” was scored by two sets, “{one}” and “{other}”; criteria are compared by their ids."
            )
        };
        Finding::new(&OTHER_SET, message).at(Place::file(file))
    });
    told.collect()
}

/// Tells whether two printed numbers are the same: with fewer decimals one may be the other, rounded.
fn is_same(one: Option<&String>, other: Option<&String>) -> bool {
    let decimals = |text: &String| text.split_once('.').map_or(0, |(_, behind)| behind.len());
    if let (Some(one), Some(other)) = (one, other)
        && let (Some(first), Some(second)) = (Points::parse(one), Points::parse(other))
        && decimals(one) != decimals(other)
    {
        let step = Rounding { decimals: decimals(one).min(decimals(other)).try_into().unwrap_or(0), ..Rounding::default() }.step();
        let gap = &first - &second;
        return gap < step && -&gap < step;
    }
    let number = |text: Option<&String>| text.map(|text| Points::parse(text).or_else(|| Points::parse_fraction(text)));
    one == other || number(one).flatten().is_some() && number(one) == number(other)
}
