//! The year before, made up by the same arithmetic as this one: most units did a little worse.

use std::collections::BTreeMap;
use std::error::Error;

use parindex::assessment::{Claim, Unit};
use parindex::campaign::Plan;
use parindex::figure::{CriterionId, Figures};
use parindex::points::Points;

use super::super::earlier_year::{EarlierGroup, EarlierUnit, EarlierYear, tree, write};
use super::frame::Frame;
use super::{answers, council, hundredths_of};

/// Unit that did not exist yet.
const NEW: &str = "trung-tam-phuc-vu-hcc";

/// Gives the result of 2017.
pub fn result(plan: &Plan, dossiers: &BTreeMap<&str, [u64; 3]>) -> Result<String, Box<dyn Error>> {
    let mut groups = Vec::new();
    for group in &plan.groups {
        let members = plan.units.iter().filter(|unit| unit.group == group.id && unit.id.as_str() != NEW);
        let units: Result<Vec<EarlierUnit>, Box<dyn Error>> = members.map(|unit| earlier(plan, unit, dossiers)).collect();
        groups.push(EarlierGroup { id: group.id.as_str(), name: &group.name, set: group.set.as_str(), units: units? });
    }
    Ok(write(&EarlierYear {
        id: "long-an-2017",
        title: "Chỉ số cải cách hành chính năm 2017 (số liệu minh họa)",
        year: 2017,
        notice: "SỐ LIỆU MINH HỌA",
        groups,
    }))
}

/// Gives what a unit came to; nothing for the one that had sent nothing either.
fn earlier(plan: &Plan, unit: &Unit, dossiers: &BTreeMap<&str, [u64; 3]>) -> Result<EarlierUnit, Box<dyn Error>> {
    let (id, name) = (unit.id.to_string(), unit.name.clone());
    let Some(frame) = Frame::of(&id).filter(|frame| frame.quality > 0) else {
        return Ok(EarlierUnit { id, name, nodes: Vec::new(), over_claim: None });
    };
    let frame = Frame { quality: (frame.quality + frame.noise("2017", 9)).saturating_sub(6).min(99), ..*frame };
    let fewer = dossiers.get(id.as_str()).copied().unwrap_or_default().map(|number| number * 93 / 100);
    let set = plan.set(unit).ok_or("a group without set")?;
    let mut leaves: BTreeMap<CriterionId, (Points, Figures)> = BTreeMap::new();
    for (leaf, answer) in answers(plan, unit, &frame, fewer)?.answers {
        if let Claim::Points(points) = answer.claim {
            leaves.insert(leaf, (points, answer.figures));
        }
    }
    let (hundredths, _) = council::cooperation(&frame);
    let others = [("4.3", hundredths)].into_iter().chain(["8.1", "8.2", "8.3"].into_iter().zip(council::survey(&frame)));
    leaves.extend(others.map(|(leaf, hundredths)| (leaf.into(), (hundredths_of(hundredths), Figures::new()))));
    leaves.retain(|leaf, _| !unit.not_applicable.contains(leaf));
    let over_claim = Some(hundredths_of(frame.noise("over-claim", 190)));
    Ok(EarlierUnit { id, name, nodes: tree(set, &leaves), over_claim })
}
