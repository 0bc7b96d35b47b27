//! Names of criteria that the rules of ranking and of awards call by their numbers.

use crate::figure::CriterionId;
use crate::ranking::Group;
use crate::results::Results;
use crate::text::said;

/// Says what criteria are called, each once, for readers who don't know them by heart: “Tiêu chí 1: “Công tác chỉ đạo””. Sets of several
/// groups may call the same number otherwise, and then each group is named. Empty where there are none.
pub fn spelled<'i>(ids: impl IntoIterator<Item = &'i CriterionId>, groups: &[&Group], results: &Results<'_>) -> String {
    let mut seen: Vec<&CriterionId> = Vec::new();
    for id in ids {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen.into_iter().filter_map(|id| one(id, groups, results)).collect::<Vec<_>>().join("; ")
}

/// Says what one criterion is called in each group.
fn one(id: &CriterionId, groups: &[&Group], results: &Results<'_>) -> Option<String> {
    let mut called: Vec<(&str, Vec<&str>)> = Vec::new();
    for group in groups {
        let Some(name) = results.sets.get(&group.set).and_then(|set| set.find(id)).map(|criterion| criterion.name.as_str()) else {
            continue;
        };
        match called.iter_mut().find(|(other, _)| *other == name) {
            Some((_, of)) => of.push(&group.name),
            None => called.push((name, vec![&group.name])),
        }
    }
    let lang = results.lang;
    let names = match called.as_slice() {
        [] => return None,
        [(name, _)] => format!("“{name}”"),
        several => several.iter().map(|(name, of)| format!("“{name}” ({})", of.join(", "))).collect::<Vec<_>>().join(", "),
    };
    Some(said!(lang, "tiêu chí {id} là {names}", "criterion {id} is {names}"))
}
