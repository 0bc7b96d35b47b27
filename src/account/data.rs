//! `Dữ liệu`: one plain table of every unit and leaf, for pivot tables. Its rows are made one by one: there may be very many.

use std::collections::BTreeMap;

use crate::assessment::{Round, Stage};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::points::Points;
use crate::ranking::{GroupRanking, Row};
use crate::results::Results;
use crate::rule::Scorer;
use crate::scoring::Node;

/// Table of data: its head, and its rows as they are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Data<'a>(&'a Results<'a>);

/// What stands in a cell.
#[derive(Clone, Debug)]
pub enum Datum<'a> {
    /// Nothing.
    Nothing,
    /// Text, which nobody counts with.
    Words(&'a str),
    /// A number, rounded as it is printed everywhere.
    Number(Points),
}

/// Leaf of a set, with the area that it stands in.
struct Placed<'a> {
    area: &'a Criterion,
    leaf: &'a Criterion,
    surveyed: bool,
}

/// Columns before those of points.
const ABOUT: [(&str, &str); 12] = [
    ("Mã đơn vị", "Unit id"),
    ("Đơn vị", "Unit"),
    ("Khối", "Group"),
    ("Hạng", "Place"),
    ("Xếp loại", "Grade"),
    ("Mã lĩnh vực", "Area id"),
    ("Lĩnh vực", "Area"),
    ("Mã tiêu chí", "Criterion id"),
    ("Tiêu chí", "Criterion"),
    ("Tiêu chí ĐTXHH", "Surveyed"),
    ("Điểm tối đa", "Maximum"),
    ("Điểm tối đa áp dụng", "Applicable maximum"),
];

/// Stages before the rounds.
const STAGES: [Stage; 3] = [Stage::Claimed, Stage::Computed, Stage::Accepted];

/// Makes the table, where the campaign asks for it.
pub fn data<'a>(results: &'a Results<'a>) -> Option<Data<'a>> {
    Some(Data(results)).filter(|_| results.campaign.reports.data)
}

impl<'a> Data<'a> {
    /// Gives the name of its sheet.
    pub const fn name(self) -> &'static str {
        self.0.lang.word("Dữ liệu", "Data")
    }

    /// Gives the headings.
    pub fn head(self) -> Vec<String> {
        let lang = self.0.lang;
        let stages = STAGES.into_iter().chain(self.rounds().into_iter().map(Stage::Appraised));
        let stages = stages.map(|stage| self.0.campaign.rounds.stage(stage).get(lang).to_owned());
        let last = [("Điểm ĐTXHH", "Survey points"), ("Điểm chính thức", "Official points"), ("Chỉ số (%)", "Index (%)")];
        lang.each(ABOUT).map(str::to_owned).into_iter().chain(stages).chain(lang.each(last).map(str::to_owned)).collect()
    }

    /// Makes the rows: units by place, leaves in the order of their ids.
    pub fn rows(self) -> impl Iterator<Item = Vec<Datum<'a>>> + use<'a> {
        let (results, rounds) = (self.0, self.rounds());
        results.ranking.groups.iter().flat_map(move |ranking| {
            let leaves = results.sets.get(&ranking.group.set).map(placed).unwrap_or_default();
            let rounds = rounds.clone();
            ranking.rows.iter().flat_map(move |row| {
                let nodes = results.cards.get(&row.unit).map(|card| card.nodes.as_slice()).unwrap_or_default();
                let of_unit = nodes.iter().filter_map(|node| Some(cells(results, &rounds, ranking, row, leaves.get(&node.id)?, node)));
                of_unit.collect::<Vec<_>>()
            })
        })
    }

    /// Lists the rounds that reports show.
    fn rounds(self) -> Vec<Round> {
        self.0.rounds().into_iter().collect()
    }
}

/// Finds the leaves of a set, each with its area.
fn placed(set: &CriteriaSet) -> BTreeMap<&CriterionId, Placed<'_>> {
    let of = |leaf| set.criteria.iter().find(|area| area.holds(leaf));
    let leaves = set.leaves().filter_map(|(leaf, rule)| {
        let surveyed = rule.scorer() == Scorer::Survey;
        Some((&leaf.id, Placed { area: of(&leaf.id)?, leaf, surveyed }))
    });
    leaves.collect()
}

/// Makes the cells of a unit and a leaf.
fn cells<'a>(
    results: &'a Results<'a>,
    rounds: &[Round],
    ranking: &'a GroupRanking,
    row: &'a Row,
    of: &Placed<'a>,
    node: &Node,
) -> Vec<Datum<'a>> {
    let rounding = ranking.group.rounding;
    let printed = |points: Option<&Points>| points.map_or(Datum::Nothing, |points| Datum::Number(rounding.print(points)));
    let place = row.place.and_then(|place| i64::try_from(place).ok()).map_or(Datum::Nothing, |place| Datum::Number(place.into()));
    let name = results.unit(&row.unit).map_or(row.unit.as_str(), |unit| unit.name.as_str());
    let mut cells = vec![
        Datum::Words(row.unit.as_str()),
        Datum::Words(name),
        Datum::Words(&ranking.group.name),
        place,
        row.grade.as_deref().map_or(Datum::Nothing, Datum::Words),
        Datum::Words(of.area.id.as_str()),
        Datum::Words(&of.area.name),
        Datum::Words(of.leaf.id.as_str()),
        Datum::Words(&of.leaf.name),
        if of.surveyed { Datum::Words("x") } else { Datum::Nothing },
        Datum::Number(node.max.clone()),
        Datum::Number(node.applicable_max.clone()),
    ];
    cells.extend(STAGES.map(|stage| printed(node.stages.at(stage))));
    cells.extend(rounds.iter().map(|round| printed(node.stages.appraised.get(round))));
    cells.extend([&node.stages.survey, &node.official, &node.index].map(|points| printed(points.as_ref())));
    cells
}
