//! "Did you mean".

use crate::assessment::Unit;
use crate::finding::Finding;
use crate::text;
use crate::text::fold::bare;
use crate::yaml::nearest;

/// Puts the unit that may be meant into the help of a finding: of a name another name, never an id, and only one that is
/// alike beyond the words of rank that many units share.
pub fn unit_meant(finding: Finding, typed: &str, units: &[Unit]) -> Finding {
    let is_id = typed.is_ascii() && !typed.contains(char::is_whitespace);
    if is_id {
        return did_you_mean(finding, typed, units.iter().map(|unit| unit.id.as_str()));
    }
    let own = bare(typed);
    let names = |unit: &'_ Unit| std::iter::once(&unit.name).chain(&unit.aliases).map(|name| bare(name)).collect::<Vec<_>>();
    let near = units.iter().find(|unit| names(unit).iter().any(|name| is_alike(&own, name)));
    match near {
        Some(unit) => {
            let name = &unit.name;
            finding.help(text!("Có phải là “{name}”?", "Did you mean “{name}”?"))
        }
        None => finding,
    }
}

/// Tells whether two names are alike in what stands behind the words that both begin with.
fn is_alike(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let shared = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let rest = |words: &[String]| words.iter().skip(shared).cloned().collect::<Vec<_>>().join(" ");
    let (one, other) = (rest(&one), rest(&other));
    // Of one or two letters any other is as near.
    one == other || one.chars().count() >= 3 && nearest(&one, &[&other]).is_some()
}

/// Puts the nearest of the names that exist into the help of a finding, where one is near enough.
pub fn did_you_mean<'a>(finding: Finding, name: &str, there: impl IntoIterator<Item = &'a str>) -> Finding {
    match nearest(name, &there.into_iter().collect::<Vec<_>>()) {
        Some(near) => finding.help(text!("Có phải là “{near}”?", "Did you mean “{near}”?")),
        None => finding,
    }
}
