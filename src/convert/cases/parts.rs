//! The cases of parts that add up: each case of a part beside the others, of which nothing is done.

use super::{Case, Expect, case};
use crate::convert::draft::{Part, Rule};
use crate::points::Points;
use crate::yaml::Amount;

/// Works out the cases of parts by those of each; those of a part beside the least of each other. None where a part has no case of all of it, or shares a figure.
pub fn combined(max: &Points, parts: &[Part], own: &[Vec<Case>]) -> Vec<Case> {
    let of = |cases: &[Case], wanted: &Points| -> Option<Vec<(String, String)>> {
        cases.iter().find(|case| case.expect == Expect::Points(wanted.clone())).map(|case| case.given.clone())
    };
    let all: Option<Vec<_>> = own.iter().zip(parts).map(|(cases, part)| of(cases, &part.max)).collect();
    // “100%: 0,75; dưới 100%: 0,25” gives something in any case.
    let points = |case: &Case| if let Expect::Points(points) = &case.expect { Some(points.clone()) } else { None };
    let lowest = |cases: &Vec<Case>| {
        cases.iter().filter_map(|case| Some((points(case)?, case.given.clone()))).min_by(|one, other| one.0.cmp(&other.0))
    };
    let least: Option<Vec<_>> = own.iter().map(lowest).collect();
    let (Some(all), Some(least)) = (all, least) else { return Vec::new() };
    let (lowest, none): (Vec<Points>, Vec<Vec<(String, String)>>) = least.into_iter().unzip();
    let mut ids: Vec<&String> = none.iter().flatten().map(|(id, _)| id).collect();
    ids.sort();
    if ids.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
        return Vec::new();
    }
    let mut found = vec![case("Đủ các phần".into(), all.concat(), max.clone())];
    for (n, (cases, part)) in own.iter().zip(parts).enumerate() {
        for one in cases {
            let Expect::Points(points) = &one.expect else { continue };
            let given = none.iter().enumerate().flat_map(|(m, none)| if m == n { one.given.clone() } else { none.clone() });
            let name = one.name.rsplit_once(": ").map_or(one.name.as_str(), |(name, _)| name);
            let others: Points = lowest.iter().enumerate().filter(|(m, _)| *m != n).map(|(_, points)| points.clone()).sum();
            found.push(case(format!("Chỉ “{}”: {name}", part.label), given.collect(), points + &others));
        }
    }
    found
}

/// Works out the cases of parts that are counted: one of the things, and nothing of the others.
pub fn counted_once(parts: &[Part], none: &[(String, String)]) -> Vec<Case> {
    let once = |(n, part): (usize, &Part)| {
        let Rule::Count { of, each: Amount::Points(each), .. } = &part.rule else { return None };
        let given = none.iter().enumerate().map(|(m, none)| if m == n { (of.clone(), "1".to_owned()) } else { none.clone() });
        (*each < part.max).then(|| case(format!("Chỉ 1 “{}”", part.label), given.collect(), each.clone()))
    };
    parts.iter().enumerate().filter_map(once).collect()
}
