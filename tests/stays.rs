//! What stays as it is while a year goes on: claims, earlier stages, units that nobody touched; and what more points may
//! never do. Drawn from fixed seeds, over real workbooks.

use std::collections::BTreeMap;

use parindex::campaign::{NoProgress, WorkedOut};
use parindex::folder::{load_campaign, work_out};
use parindex::points::Points;

use crate::council::{acts, made, put};
use crate::council_live::{LEAVES, campaign, drawn};
use crate::folder::Folder;
use crate::intake::hand::by_hand;

/// Works a campaign out.
fn worked(folder: &Folder) -> WorkedOut {
    let loaded = load_campaign(&folder.path("")).unwrap();
    work_out(&folder.path(""), loaded, &NoProgress).0
}

/// Lists what every unit claims for each leaf and in all, and what is computed and accepted of it.
fn before_appraisal(worked: &WorkedOut) -> BTreeMap<String, String> {
    let of_card = |card: &parindex::scoring::Scorecard| {
        let nodes = card.nodes.iter().filter(|node| node.trace.is_some()).map(|node| (&node.id, &node.stages));
        let lines = card.adjustments.iter().filter(|line| line.trace.is_some()).map(|line| (&line.id, &line.stages));
        let says = |stages: &parindex::scoring::Stages| format!("{:?} {:?} {:?}", stages.claimed, stages.computed, stages.accepted);
        let of_leaves = nodes.chain(lines).map(|(id, stages)| (format!("{}/{id}", card.unit), says(stages)));
        of_leaves.chain([(card.unit.to_string(), says(&card.stages))]).collect::<Vec<_>>()
    };
    worked.cards.values().flat_map(of_card).collect()
}

/// Says what counts: points of every criterion, index, place, grade, and who is proposed for what.
fn counts(worked: &WorkedOut) -> Vec<String> {
    let mut all = Vec::new();
    for card in worked.cards.values() {
        all.extend(card.nodes.iter().map(|node| format!("{} {} {:?} of {:?}", card.unit, node.id, node.official, node.applicable_max)));
        all.extend(card.adjustments.iter().map(|line| format!("{} {} {:?}", card.unit, line.id, line.official)));
        all.push(format!("{} {:?} {:?}", card.unit, card.points, card.index));
    }
    for row in worked.ranking.groups.iter().flat_map(|group| &group.rows) {
        all.push(format!("{} {:?} {:?}", row.unit, row.place, row.grade));
    }
    all.extend(worked.shortlists.iter().map(|list| format!("{} {:?} {:?}", list.award.id, list.chosen, list.tied_at_edge)));
    all
}

/// Adds an award and grades, and makes the first round the official one.
fn with_award(folder: &Folder) {
    folder.edit("campaign.yaml", "official: appraised_2\n", "official: appraised_1\n");
    let award = "awards:\n  - { id: co, name: Cờ thi đua, groups: [so], scope: overall, quota: 1, conditions: [ { what: index, at_least: 30 } ] }\n";
    folder.put("campaign.yaml", folder.text("campaign.yaml") + award);
}

#[test]
fn an_appraisal_changes_no_claim() {
    let folder = campaign();
    let blanks = [1, 2].map(|round| made(&folder, round));
    let claimed = before_appraisal(&worked(&folder));
    assert!(claimed.values().any(|says| says.contains("Some")), "{claimed:?}");
    let mut moved = 0;
    let untouched = counts(&worked(&folder));
    for seed in 1..=6 {
        for (round, blank) in (1..).zip(&blanks) {
            folder.put(&format!("appraisal/lan-{round}.xlsx"), by_hand(blank, &drawn(seed * 7 + round)));
        }
        let worked = worked(&folder);
        assert_eq!(before_appraisal(&worked), claimed, "seed {seed}");
        moved += usize::from(counts(&worked) != untouched);
    }
    assert!(moved > 4, "most of what is typed moves points: {moved}");
}

#[test]
fn later_files_leave_an_earlier_stage_as_it_was() {
    let folder = campaign();
    with_award(&folder);
    let blanks = [1, 2].map(|round| made(&folder, round));
    let mut told = 0;
    for seed in 1..=6 {
        folder.put("appraisal/lan-1.xlsx", by_hand(&blanks[0], &drawn(seed)));
        let before = worked(&folder);
        assert_eq!(before.shortlists.len(), 1);
        folder.put("appraisal/lan-2.xlsx", by_hand(&blanks[1], &drawn(seed + 50)));
        let after = worked(&folder);
        assert_eq!(counts(&after), counts(&before), "seed {seed}");
        told += after.findings.iter().filter(|finding| finding.code.id == "A020").count();
        std::fs::remove_file(folder.path("appraisal/lan-2.xlsx")).unwrap();
    }
    assert!(told >= 6, "what counts nowhere yet is told: {told}");
}

#[test]
fn an_explanation_changes_neither_claim_nor_point() {
    let folder = campaign();
    let blank = made(&folder, 1);
    folder.put("appraisal/lan-1.xlsx", by_hand(&blank, &drawn(4)));
    let before = worked(&folder);
    let unit =
        before.cards.keys().map(ToString::to_string).find(|unit| folder.explained("submissions/giai-trinh.xlsx", unit, &[]).is_some());
    let unit = unit.expect("a unit of which something was changed");
    let made = std::fs::read(folder.path("submissions/giai-trinh.xlsx")).unwrap();
    let keys = crate::form::Opened::new(made.clone()).keys("Giải trình");
    let typed: Vec<String> = keys
        .iter()
        .filter_map(|key| {
            let (column, says) = match key.split_once(':')?.0 {
                "leaf" => ("explained", "text: Đã có báo cáo bổ sung"),
                "input" => ("proposed", "number: \"1\""),
                _ => return None,
            };
            Some(format!("- put: {{ sheet: explanation, at: \"{key} {column}\", {says} }}\n"))
        })
        .collect();
    assert!(typed.len() > 1, "{unit}: {keys:?}");
    folder.put("submissions/giai-trinh.xlsx", by_hand(&made, &acts(&typed.concat())));
    let after = worked(&folder);
    assert!(!after.explanations.is_empty(), "{:?}", after.findings);
    assert_eq!((before_appraisal(&after), counts(&after)), (before_appraisal(&before), counts(&before)));
}

#[test]
fn what_others_send_changes_nothing_of_a_unit() {
    let folder = campaign();
    // What compares units, and what has it in its condition, is another matter.
    let relative = |id: &str| ["1", "1.2", "2", "2.2"].contains(&id);
    let own = |worked: &WorkedOut| {
        let card = worked.cards.values().find(|card| card.unit.as_str() == "so-a").unwrap();
        let nodes = card.nodes.iter().filter(|node| !relative(node.id.as_str()));
        let nodes = nodes.map(|node| format!("{} {:?} {:?} {:?}", node.id, node.stages, node.official, node.applicable_max));
        nodes.chain(card.adjustments.iter().map(|line| format!("{} {:?}", line.id, line.official))).collect::<Vec<_>>()
    };
    let form = |folder: &Folder| {
        let said = folder.run("template . --unit so-a --out bieu -q");
        assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
        let bytes = std::fs::read(folder.path("bieu/so-a.xlsx")).unwrap();
        std::fs::remove_dir_all(folder.path("bieu")).unwrap();
        bytes
    };
    let blank = made(&folder, 1);
    let of_one: Vec<_> = (1..=3)
        .map(|seed| {
            let typed = drawn(seed);
            by_hand(&blank, &typed.into_iter().filter(|act| format!("{act:?}").contains(":so-a/")).collect::<Vec<_>>())
        })
        .collect();
    let both: Vec<_> = (1..=3).map(|seed| by_hand(&blank, &drawn(seed))).collect();
    let before = form(&folder);
    for (n, (of_one, both)) in of_one.iter().zip(&both).enumerate() {
        folder.put("appraisal/lan-1.xlsx", of_one);
        let expected = own(&worked(&folder));
        // The other unit is appraised, sends something else, sends nothing.
        folder.put("appraisal/lan-1.xlsx", both);
        assert_eq!(own(&worked(&folder)), expected, "{n}: the other is appraised");
        let sent = std::fs::read(folder.path("submissions/so-b.xlsx")).unwrap();
        let other = put("leaf:1.1 claimed", "1").replace("sheet: appraisal, ", "")
            + &put("leaf:2.2 claimed", "0.5").replace("sheet: appraisal, ", "");
        folder.put("submissions/so-b.xlsx", by_hand(&sent, &acts(&other)));
        assert_eq!(own(&worked(&folder)), expected, "{n}: the other sends something else");
        std::fs::remove_file(folder.path("submissions/so-b.xlsx")).unwrap();
        assert_eq!(own(&worked(&folder)), expected, "{n}: the other sends nothing");
        if n == 0 {
            assert_eq!(form(&folder), before, "the form of a unit is its own");
        }
        folder.put("submissions/so-b.xlsx", sent);
    }
}

/// Index and applicable maximum of a unit, where a typed value counts.
fn stands(folder: &Folder, unit: &str) -> (Points, Option<Points>) {
    let worked = worked(folder);
    let card = worked.cards.values().find(|card| card.unit.as_str() == unit).unwrap();
    (card.applicable_max.clone(), card.index.clone())
}

#[test]
fn of_two_typed_values_the_higher_never_gives_less() {
    let folder = campaign();
    let blank = made(&folder, 1);
    let (mut held, mut more) = (0, 0);
    for seed in 1..=7_u64 {
        let (leaf, values) = LEAVES[usize::try_from(seed).unwrap() % LEAVES.len()];
        let unit = if seed % 3 == 0 { "so-b" } else { "so-a" };
        // Everything else is drawn; nothing else is said of this leaf.
        let mut steps: Vec<String> = ["0", "0.25", "1"].into_iter().chain(values.iter().copied()).map(str::to_owned).collect();
        steps.sort_by_key(|points| Points::parse(points).unwrap());
        let of_points = |points: &str| {
            let typed = acts(&put(&format!("leaf:{unit}/{leaf} points"), points));
            let mut all = drawn(seed * 11);
            all.retain(|act| !format!("{act:?}").contains(&format!(":{unit}/{leaf}")));
            all.extend(typed);
            folder.put("appraisal/lan-1.xlsx", by_hand(&blank, &all));
            stands(&folder, unit)
        };
        let is_penalty = leaf == "T1";
        let max = ["1.1", "1.2"].contains(&leaf).then_some("4").or(["3.1", "3.2"].contains(&leaf).then_some("6")).unwrap_or("2");
        let in_range = steps.iter().filter(|points| Points::parse(points) <= Points::parse(max));
        let came: Vec<_> = in_range.map(|points| (points, of_points(points))).collect();
        for pair in came.windows(2) {
            let [(low, (one, less)), (high, (other, index))] = pair else { continue };
            if one != other {
                continue;
            }
            held += 1;
            more += usize::from(index != less);
            let right = if is_penalty { index <= less } else { index >= less };
            assert!(right, "seed {seed}, {unit} {leaf}: {low} gives {less:?}, {high} gives {index:?}");
        }
    }
    assert!(held > 12 && more > 7, "{held} pairs, {more} of them apart");
}
