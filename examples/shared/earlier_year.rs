//! What an earlier year came to, as `result.json` keeps it: made up, for campaigns that compare with it.

#![allow(clippy::indexing_slicing, reason = "a node that was pushed is there")]

use std::collections::BTreeMap;

use parindex::criteria::{CriteriaSet, Criterion};
use parindex::figure::{CriterionId, Figures};
use parindex::points::{Points, Rounding};
use serde_json::{Value, json};

/// An earlier year.
pub struct EarlierYear<'a> {
    /// Id of its campaign.
    pub id: &'a str,
    /// Title of its campaign.
    pub title: &'a str,
    /// Year that was scored.
    pub year: i16,
    /// Line on every sheet.
    pub notice: &'a str,
    /// Groups.
    pub groups: Vec<EarlierGroup<'a>>,
}

/// Group of an earlier year.
pub struct EarlierGroup<'a> {
    /// Id.
    pub id: &'a str,
    /// Name.
    pub name: &'a str,
    /// Set that scored it.
    pub set: &'a str,
    /// Units, in any order.
    pub units: Vec<EarlierUnit>,
}

/// Unit of an earlier year.
pub struct EarlierUnit {
    /// Id that it had.
    pub id: String,
    /// Name that it had.
    pub name: String,
    /// What it came to; nothing where it sent nothing.
    pub nodes: Vec<EarlierNode>,
    /// What it claimed above what came of it.
    pub over_claim: Option<Points>,
}

/// Criterion of a unit of an earlier year.
pub struct EarlierNode {
    /// Id.
    pub id: String,
    /// 1 for an area.
    pub depth: usize,
    /// Maximum.
    pub max: Points,
    /// Maximum of what applied.
    pub applicable: Points,
    /// Official points; nothing where it did not apply.
    pub points: Option<Points>,
    /// Figures that the unit declared.
    pub figures: Figures,
}

/// Adds up the tree of a set from points of its leaves; a leaf without points did not apply.
pub fn tree(set: &CriteriaSet, leaves: &BTreeMap<CriterionId, (Points, Figures)>) -> Vec<EarlierNode> {
    let mut nodes = Vec::new();
    for area in &set.criteria {
        node(area, 1, leaves, &mut nodes);
    }
    nodes
}

/// Adds a criterion with all below it; gives its applicable maximum and its points.
fn node(
    criterion: &Criterion,
    depth: usize,
    leaves: &BTreeMap<CriterionId, (Points, Figures)>,
    nodes: &mut Vec<EarlierNode>,
) -> (Points, Option<Points>) {
    let at = nodes.len();
    let empty = EarlierNode {
        id: criterion.id.to_string(),
        depth,
        max: criterion.max.clone(),
        applicable: Points::default(),
        points: None,
        figures: Figures::new(),
    };
    nodes.push(empty);
    if criterion.leaf().is_some() {
        if let Some((points, figures)) = leaves.get(&criterion.id) {
            nodes[at].applicable = criterion.max.clone();
            nodes[at].points = Some(points.clone());
            nodes[at].figures = figures.clone();
        }
    } else {
        let (mut applicable, mut sum) = (Points::default(), None);
        for child in criterion.children() {
            let (max, points) = node(child, depth + 1, leaves, nodes);
            applicable += &max;
            if let Some(points) = points {
                let so_far: Points = sum.unwrap_or_default();
                sum = Some(&so_far + &points);
            }
        }
        nodes[at].applicable = applicable;
        nodes[at].points = sum;
    }
    (nodes[at].applicable.clone(), nodes[at].points.clone())
}

/// Writes the year: a unit a line, so that changes can be read.
pub fn write(year: &EarlierYear<'_>) -> String {
    let groups: Vec<String> = year.groups.iter().map(group).collect();
    let campaign = json!({ "id": year.id, "title": year.title, "year": year.year, "notice": year.notice });
    format!(
        "{{\"schema\":\"parindex/result/1\",\"campaign\":{campaign},\"groups\":[\n{}\n],\"awards\":[],\"findings\":[]}}\n",
        groups.join(",\n")
    )
}

/// Writes a group, its units in order of their places.
fn group(group: &EarlierGroup<'_>) -> String {
    let mut units: Vec<(Option<Points>, &EarlierUnit)> = group.units.iter().map(|unit| (unit.index(), unit)).collect();
    units.sort_by(|(one, of_one), (other, of_other)| other.cmp(one).then_with(|| of_one.id.cmp(&of_other.id)));
    let ranked: Vec<&Points> = units.iter().filter_map(|(index, _)| index.as_ref()).collect();
    let mean = ranked.iter().copied().sum::<Points>().over(&Points::from(i64::try_from(ranked.len()).unwrap_or(1)));
    let place = |index: &Option<Points>| index.as_ref().map(|index| 1 + ranked.iter().filter(|other| **other > index).count());
    let tied = |index: &Option<Points>| index.as_ref().is_some_and(|index| ranked.iter().filter(|other| **other == index).count() > 1);
    let lines: Vec<String> = units.iter().map(|(index, unit)| unit.line(place(index), tied(index)).to_string()).collect();
    let set = json!({ "id": group.set, "version": null, "sha256": null });
    let (id, name, mean) = (json!(group.id), json!(group.name), json!(printed(mean.as_ref())));
    let (count, lines) = (ranked.len(), lines.join(",\n"));
    format!("{{\"id\":{id},\"name\":{name},\"set\":{set},\"mean_index\":{mean},\"ranked_units\":{count},\"units\":[\n{lines}\n]}}")
}

impl EarlierUnit {
    /// Gives its points and its applicable maximum.
    fn sums(&self) -> Option<(Points, Points)> {
        let areas = || self.nodes.iter().filter(|node| node.depth == 1);
        let points = areas().filter_map(|area| area.points.as_ref()).sum();
        (!self.nodes.is_empty()).then(|| (points, areas().map(|area| &area.applicable).sum()))
    }

    /// Gives its index.
    fn index(&self) -> Option<Points> {
        let (points, max) = self.sums()?;
        index(&points, &max)
    }

    /// Writes it.
    fn line(&self, place: Option<usize>, tied: bool) -> Value {
        let sums = self.sums();
        let (points, max) = sums.as_ref().map(|(points, max)| (points, max)).unzip();
        let index = self.index();
        let over_claim = printed(self.over_claim.as_ref());
        json!({
            "id": self.id, "name": self.name,
            "over_claim": over_claim.as_ref().map(|over| json!({ "net": over, "positive": over })),
            "status": if place.is_some() { "ranked" } else { "not_submitted" },
            "place": place, "tied": tied,
            "points": printed(points), "applicable_max": printed(Some(max.unwrap_or(&Points::hundred()))), "index": printed(index.as_ref()),
            "exact": { "points": points.map(Points::fraction), "index": index.as_ref().map(Points::fraction) },
            "grade": null, "stages": {},
            "criteria": self.nodes.iter().map(EarlierNode::line).collect::<Vec<_>>(),
        })
    }
}

impl EarlierNode {
    /// Writes it.
    fn line(&self) -> Value {
        let index = self.points.as_ref().and_then(|points| index(points, &self.applicable));
        let mut line = json!({
            "id": self.id, "depth": self.depth,
            "max": printed(Some(&self.max)), "applicable": self.points.is_some(), "applicable_max": printed(Some(&self.applicable)),
            "official": printed(self.points.as_ref()), "index": printed(index.as_ref()),
            "exact": { "official": self.points.as_ref().map(Points::fraction), "index": index.as_ref().map(Points::fraction) },
        });
        let figures: BTreeMap<String, String> =
            self.figures.iter().filter_map(|(input, figure)| Some((input.to_string(), figure.machine()?))).collect();
        if !figures.is_empty() {
            line["figures"] = json!(figures);
        }
        line
    }
}

/// Gives points as a share of a maximum, in percent.
fn index(points: &Points, max: &Points) -> Option<Points> {
    (points * &Points::hundred()).over(max)
}

/// Prints points as a result does.
fn printed(points: Option<&Points>) -> Option<String> {
    points.map(|points| Rounding::default().machine(points))
}
