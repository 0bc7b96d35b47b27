//! What came of a unit for each award that is open to it.

use serde_json::{Value, json};

use super::view::View;
use crate::account::cell::text;
use crate::account::page::Page;
use crate::award::{Considered, Shortlist};
use crate::text::Words;

/// Lists the awards that look at the unit, with the verdict on it.
fn verdicts<'v>(view: &'v View<'_>) -> impl Iterator<Item = (&'v Shortlist, &'v Considered)> {
    let unit = &view.of.unit.id;
    view.of.results.shortlists.iter().filter_map(|list| Some((list, list.considered.iter().find(|one| one.unit == *unit)?)))
}

/// Adds what came of each award: the verdict, every reason.
pub fn add(page: &mut Page, view: &View<'_>) {
    for (n, (list, considered)) in verdicts(view).enumerate() {
        if n == 0 {
            page.heading(Words { vi: "Khen thưởng", en: "Awards" }.get(view.lang));
        }
        let (name, id) = (&list.award.name, &list.award.id);
        page.paragraph(text(format!("{name} ({id}): {}", verdict(list, considered).get(view.lang))));
        for said in &considered.reasons {
            page.paragraph(text(format!("– {}", said.get(view.lang))));
        }
    }
}

/// Gives the same for machines.
pub fn json(view: &View<'_>) -> Value {
    let told = verdicts(view).map(|(list, considered)| {
        let conditions: Vec<Value> = considered
            .conditions
            .iter()
            .map(|one| {
                json!({
                    "what": one.what,
                    "criterion": one.criterion.as_ref().map(ToString::to_string),
                    "value": one.value,
                    "limit": one.limit,
                    "met": one.met,
                })
            })
            .collect();
        json!({
            "id": list.award.id.as_str(),
            "name": list.award.name,
            "quota": list.quota,
            "eligible": considered.eligible,
            "chosen": considered.chosen,
            "tied_at_edge": list.tied_at_edge.contains(&considered.unit),
            "reasons": considered.reasons.iter().map(|said| said.get(view.lang)).collect::<Vec<_>>(),
            "conditions": conditions,
            "missing": considered.missing.iter().map(|said| said.get(view.lang)).collect::<Vec<_>>(),
        })
    });
    told.collect()
}

/// Says what became of a unit.
fn verdict(list: &Shortlist, considered: &Considered) -> Words {
    match (considered.chosen, list.tied_at_edge.contains(&considered.unit), considered.eligible) {
        (true, ..) => Words { vi: "đề nghị khen thưởng", en: "proposed" },
        (_, true, _) => Words { vi: "chờ Hội đồng xem xét, lựa chọn", en: "left to the council" },
        (.., true) => Words { vi: "đủ điều kiện, vượt chỉ tiêu", en: "meets the conditions, beyond the quota" },
        _ => Words { vi: "không đủ điều kiện", en: "does not meet the conditions" },
    }
}
