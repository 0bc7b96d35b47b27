//! The rules of a converted set, worked out for `cases.yaml` and said in words for whoever reviews.

use std::collections::BTreeMap;

use crate::criteria::CriteriaSet;
use crate::figure::{Figure, Figures, InputId};
use crate::points::Points;
use crate::rule::{Case, Gives};
use crate::text::Text;

use super::cases as worked;
use super::draft::Rule;
use super::rule::Recognised;
use super::sign::Sign;
use super::tree::Node;
use super::yaml::Writer;

/// Writes the cases of all rules.
pub fn cases(read: Option<&CriteriaSet>, set: &str, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) -> String {
    let mut out = Writer::default();
    out.comment(
        0,
        "Mỗi câu dưới đây tính sẵn một mức điểm của bảng, bằng số của chính dòng đó. Đọc từng câu: câu nào sai thì cách hiểu dòng đó sai.",
    );
    out.comment(0, &format!("Chạy thử: parindex lint {set}"));
    let one = Points::one();
    let mut any = false;
    // What neither adds nor takes points for sure is no criterion of the set.
    for leaf in leaves.iter().filter(|leaf| leaf.sign != Some(Sign::Both)) {
        let Some((found, rule)) = rules.get(&leaf.id).and_then(|found| Some((found, found.rule.as_ref()?))) else { continue };
        let inputs = &found.inputs.list;
        let label = |id: &str| inputs.iter().find(|input| input.id == id).map_or_else(|| id.to_owned(), |input| input.label.clone());
        let mut list = worked::of_rule(rule, leaf.max.as_ref().unwrap_or(&one), &label);
        if let (Rule::Formula { is, .. }, Some(set)) = (rule, read) {
            for figures in worked::figures(is, inputs) {
                list.extend(value(set, &leaf.id, &figures).map(|points| worked::of_formula(&figures, &label, points)));
            }
        }
        any |= !list.is_empty();
        worked::write(&mut out, &leaf.id, &leaf.row.name.text, &list);
    }
    if !any {
        out.line(0, "[]");
    }
    out.text
}

/// Says the rule of a leaf in words.
pub fn said(set: &CriteriaSet, id: &str) -> Vec<Text> {
    let found = set.leaves().find(|(criterion, _)| criterion.id.as_str() == id);
    found.map(|(criterion, leaf)| leaf.rule.faces().wording(&set.terms(criterion, leaf))).unwrap_or_default()
}

/// Works a formula out; no points where the criterion leaves the maximum.
#[allow(clippy::option_option, reason = "no result, and one of no points, are two answers")]
fn value(set: &CriteriaSet, id: &str, figures: &[(String, String)]) -> Option<Option<Points>> {
    let (criterion, leaf) = set.leaves().find(|(criterion, _)| criterion.id.as_str() == id)?;
    let mut given = Figures::new();
    for (id, value) in figures {
        let figure = match value.as_str() {
            "true" | "false" => Figure::YesNo(value == "true"),
            number => Figure::Number(Points::parse(number)?),
        };
        given.insert(InputId::new(id.as_str()), figure);
    }
    match leaf.rule.score(&Case::new(set.terms(criterion, leaf), &given)).gives {
        Gives::Points(points) => Some(Some(points)),
        Gives::NotApplicable => Some(None),
        _ => None,
    }
}
