//! The year before: departments before they were merged, districts, communes before they were merged.

use std::collections::BTreeMap;
use std::error::Error;

use parindex::assessment::Claim;
use parindex::campaign::Plan;
use parindex::criteria::CriteriaSet;
use parindex::figure::{CriterionId, Figures, UnitId};
use parindex::points::Points;
use parindex::rule::Scorer;

use super::super::earlier_year::{EarlierGroup, EarlierNode, EarlierUnit, EarlierYear, tree, write};
use super::units::{DISTRICTS, Frame, Old, noise, old_communes, old_departments, units};
use super::{answers, council};

/// Gives the result of 2024.
pub fn result(plan: &Plan) -> Result<String, Box<dyn Error>> {
    let of_group = |id: &str| plan.groups.iter().find(|group| group.id.as_str() == id).ok_or("a group that the campaign lacks");
    let set = |id: &str| Ok::<_, Box<dyn Error>>(plan.sets.get(&of_group(id)?.set).ok_or("a group without set")?);
    let (departments, communes) = (set("so-nganh")?, set("xa-phuong")?);
    let areas = |old: &Old| EarlierUnit { nodes: areas(communes, old), ..unit(old) };
    let districts: Vec<Old> =
        DISTRICTS.iter().map(|(id, name, quality)| Old { id: (*id).to_owned(), name: (*name).to_owned(), quality: *quality }).collect();
    let today = units(0);
    let department = |old: &Old| match today.iter().find(|frame| frame.id == old.id && frame.predecessors.is_empty()) {
        Some(frame) => EarlierUnit { nodes: leaves(plan, departments, frame, old), ..unit(old) },
        None => EarlierUnit { nodes: self::areas(departments, old), ..unit(old) },
    };
    Ok(write(&EarlierYear {
        id: "minh-giang-2024",
        title: "Chỉ số cải cách hành chính năm 2024 của tỉnh Minh Giang (tỉnh giả định, số liệu minh họa)",
        year: 2024,
        notice: "TỈNH GIẢ ĐỊNH - SỐ LIỆU MINH HỌA",
        groups: vec![
            EarlierGroup {
                id: "so-nganh",
                name: "Sở, ban, ngành tỉnh",
                set: departments.id.as_str(),
                units: old_departments().iter().map(department).collect(),
            },
            EarlierGroup {
                id: "huyen", name: "UBND cấp huyện", set: communes.id.as_str(), units: districts.iter().map(areas).collect()
            },
            EarlierGroup {
                id: "xa-phuong",
                name: "UBND xã, phường, thị trấn",
                set: communes.id.as_str(),
                units: old_communes().iter().map(areas).collect(),
            },
        ],
    }))
}

/// Begins a unit.
fn unit(old: &Old) -> EarlierUnit {
    let over_claim = Points::from(i64::from(noise(&old.id, "over-claim", 240))).over(&Points::hundred());
    EarlierUnit { id: old.id.clone(), name: old.name.clone(), nodes: Vec::new(), over_claim }
}

/// Gives areas alone: what is left of years before mergers.
fn areas(set: &CriteriaSet, old: &Old) -> Vec<EarlierNode> {
    let area = |area: &parindex::criteria::Criterion| {
        let rate = (old.quality + noise(&old.id, area.id.as_str(), 15)).saturating_sub(7).min(99);
        let points = &area.max * &Points::from(i64::from(rate)).over(&Points::hundred()).unwrap_or_default();
        EarlierNode {
            id: area.id.to_string(),
            depth: 1,
            max: area.max.clone(),
            applicable: area.max.clone(),
            points: Some(set.rounding.print(&points)),
            figures: Figures::new(),
        }
    };
    set.criteria.iter().map(area).collect()
}

/// Gives every leaf with its figures, for a department that stayed what it was.
fn leaves(plan: &Plan, set: &CriteriaSet, frame: &Frame, old: &Old) -> Vec<EarlierNode> {
    let Some(unit) = plan.unit(&UnitId::new(&frame.id)) else { return Vec::new() };
    let frame = Frame { quality: old.quality, dossiers: frame.dossiers * 91 / 100, ..frame.clone() };
    let filled = answers(set, unit, &frame);
    let mut leaves: BTreeMap<CriterionId, (Points, Figures)> = BTreeMap::new();
    for (criterion, leaf) in set.leaves().filter(|(criterion, _)| criterion.id.as_str() != "5.4.3") {
        let id = criterion.id.as_str();
        let rest = || council::surveyed(&frame, leaf, id, &criterion.max);
        let points = match (leaf.scorer(), filled.answers.get(&criterion.id)) {
            (Scorer::Unit, Some(answer)) => match &answer.claim {
                Claim::Points(points) => Some((points.clone(), answer.figures.clone())),
                Claim::Blank if !answer.figures.is_empty() => {
                    Some((&criterion.max * &Points::parse("0.8").unwrap_or_default(), answer.figures.clone()))
                }
                _ => None,
            },
            (Scorer::Unit, None) => None,
            (Scorer::Council, _) => Some((&criterion.max * &Points::parse("0.75").unwrap_or_default(), Figures::new())),
            (Scorer::Survey, _) => rest().map(|points| (points, Figures::new())),
        };
        leaves.extend(points.map(|points| (criterion.id.clone(), points)));
    }
    tree(set, &leaves)
}
