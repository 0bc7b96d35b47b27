//! How sure an order is: known answers, bounds of what is uncertain, the same on any number of threads.

use std::collections::{BTreeMap, BTreeSet};

use parindex::assessment::{Answer, Appraisal, Claim, Entry, Explanation, Explanations, Round, Stage, Unit};
use parindex::award::{AwardRule, Condition, Facts, Measure, Quota, shortlist};
use parindex::certainty::{Assumptions, Cause, Certainty, Known, simulate};
use parindex::criteria::{self, CriteriaSet};
use parindex::figure::{AwardId, UnitId};
use parindex::finding::{Finding, Place, points::BLANK};
use parindex::points::Points;
use parindex::ranking::{Band, Group, Merit, Merits, Ranking, TieBreak, rank};
use parindex::scoring::{Node, Scorecard, Stages, Trace};
use parindex::text::Text;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::award::{at_least, award};
use crate::folder::Folder;
use crate::form::Opened;
use crate::ranking::{card, group, points, unit};
use crate::rules::dice::Dice;

/// A group of units on leaves of 10 points each, the last so many scored by a survey.
struct Case {
    set: CriteriaSet,
    cards: BTreeMap<UnitId, Scorecard>,
    units: Vec<Unit>,
    ranking: Ranking,
    appraisal: Appraisal,
    explanations: Explanations,
    findings: Vec<Finding>,
    awards: Vec<AwardRule>,
}

/// Makes the trace of a leaf that stands at a stage.
fn trace(reached: Option<Stage>) -> Box<Trace> {
    let (withheld, applies, corrections, required) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Box::new(Trace {
        outcome: None,
        withheld,
        excused: None,
        applies,
        corrections,
        required,
        reached,
        over_claim: None,
        refused: BTreeSet::new(),
        declared_out: false,
        turns: parindex::figure::SmallMap::new(),
        conditioned: parindex::figure::SmallMap::new(),
    })
}

impl Case {
    /// Makes it of the points of each unit, as fractions, `-` where a leaf does not apply.
    fn new(units: &[(&str, &[&str])], surveyed: usize) -> Self {
        let leaves = units[0].1.len();
        let leaf = |n: usize| {
            let by = if n + surveyed >= leaves { "survey" } else { "unit" };
            format!("  - {{ id: \"{}\", name: Tiêu chí, max: 10, rule: {{ given: {{ by: {by} }} }} }}\n", n + 1)
        };
        let yaml: String = (0..leaves).map(leaf).collect();
        let yaml = format!("set: mau\ntitle: Bộ tiêu chí\nstatus: model\ntotal: {}\ncriteria:\n{yaml}", leaves * 10);
        let set = criteria::read(&yaml, "set.yaml").value.unwrap();
        let cards: BTreeMap<UnitId, Scorecard> = units.iter().map(|(id, of)| ((*id).into(), scored(id, of))).collect();
        let units: Vec<Unit> = units.iter().map(|(id, _)| unit(id, "A")).collect();
        let ranking = rank(&[group("A", 2)], &units, &cards, &BTreeMap::new()).value;
        let (appraisal, explanations) = (Appraisal::default(), Explanations::new());
        Self { set, cards, units, ranking, appraisal, explanations, findings: Vec::new(), awards: Vec::new() }
    }

    /// Ranks anew, by tie-breaks.
    fn tie_breaks(mut self, ids: &[&str]) -> Self {
        let mut group = group("A", 2);
        group.tie_breaks = ids.iter().map(|id| TieBreak::Points((*id).into())).collect();
        self.ranking = rank(&[group], &self.units, &self.cards, &BTreeMap::new()).value;
        self
    }

    /// Works it out with weights that vary by so many thousandths.
    fn simulate(&self, weights: u16, fixed: &[&str], draws: u32) -> Certainty {
        let sets = [("mau".into(), self.set.clone())].into();
        let known = Known {
            ranking: &self.ranking,
            sets: &sets,
            cards: &self.cards,
            appraisal: &self.appraisal,
            explanations: &self.explanations,
            findings: &self.findings,
            awards: &self.awards,
            facts: &BTreeMap::new(),
        };
        let fixed: BTreeSet<_> = fixed.iter().map(|id| (*id).into()).collect();
        simulate(&Assumptions { weights, fixed, draws, seed: 2018 }, &known)
    }

    /// Gives a node of a unit.
    fn node(&mut self, unit: &str, leaf: usize) -> &mut Node {
        &mut self.cards.get_mut(&UnitId::from(unit)).unwrap().nodes[leaf]
    }
}

/// Makes the card of a unit of its points.
fn scored(id: &str, of: &[&str]) -> Scorecard {
    let fraction = |text: &str| Points::parse_fraction(text).unwrap_or_else(|| points(text));
    let ten = points("10");
    let node = |(n, text): (usize, &&str)| Node {
        id: (n + 1).to_string().as_str().into(),
        depth: 1,
        max: ten.clone(),
        weight: Points::one(),
        applicable: *text != "-",
        applicable_max: if *text == "-" { Points::zero() } else { ten.clone() },
        stages: Stages::default(),
        official: (*text != "-").then(|| fraction(text)),
        index: None,
        trace: Some(trace(Some(Stage::Accepted))),
    };
    let nodes: Vec<Node> = of.iter().enumerate().map(node).collect();
    let earned: Points = nodes.iter().filter_map(|node| node.official.as_ref()).sum();
    let max: Points = nodes.iter().map(|node| &node.applicable_max).sum();
    Scorecard { nodes, ..card(id, &earned, &max, None) }
}

/// Prints places: `unit low-high first-draws`.
fn said(certainty: &Certainty) -> Vec<String> {
    let units = certainty.groups[0].units.iter();
    units.map(|unit| format!("{} {}-{} {}", unit.unit, unit.low, unit.high, unit.among_first(1))).collect()
}

/// Prints the pairs that can't be told apart.
fn pairs(certainty: &Certainty) -> Vec<String> {
    certainty.groups[0].inseparable.iter().map(|(one, other)| format!("{one}={other}")).collect()
}

#[test]
fn nothing_uncertain_gives_intervals_of_one_place() {
    let case = Case::new(&[("a", &["7", "5"]), ("b", &["4", "8"]), ("c", &["3", "1/3"])], 0);
    let certain = case.simulate(0, &[], 100);
    assert_eq!(said(&certain), ["a 1-1 100", "b 1-1 100", "c 3-3 0"]);
    assert_eq!(pairs(&certain), ["a=b"]);
}

#[test]
fn what_is_fixed_has_no_effect() {
    let case = Case::new(&[("a", &["9", "3"]), ("b", &["4", "7.9"])], 0);
    assert_eq!(said(&case.simulate(500, &["1", "2"], 200)), ["a 1-1 200", "b 2-2 0"]);
    // Where both have the same share of a leaf, its weight changes no order.
    let case = Case::new(&[("a", &["5", "5.1"]), ("b", &["5", "5"])], 0);
    assert_eq!(said(&case.simulate(900, &["2"], 200)), ["a 1-1 200", "b 2-2 0"]);
}

#[test]
fn fixing_a_criterion_changes_the_numbers_of_no_other() {
    // The third leaf decides nothing: with or without it, the first two are drawn alike.
    let case = Case::new(&[("a", &["5", "5", "0"]), ("b", &["4", "6.05", "0"])], 0);
    assert_eq!(said(&case.simulate(250, &["3"], 500)), said(&case.simulate(250, &[], 500)));
}

#[test]
fn two_units_that_are_alike_can_not_be_told_apart() {
    let case = Case::new(&[("a", &["7/3", "5"]), ("b", &["7/3", "5"]), ("c", &["2", "5"])], 0);
    let certain = case.simulate(250, &[], 300);
    assert_eq!(said(&certain), ["a 1-1 300", "b 1-1 300", "c 3-3 0"]);
    assert_eq!(pairs(&certain), ["a=b"]);
}

#[test]
fn a_single_weight_gives_the_share_that_is_worked_out_by_hand() {
    // The weight w of criterion 1 is one of 750 to 1250; criterion 2 stays at 1000. Unit A is ahead where
    // 5w + 5000 > 4w + 6050, so where w > 1050: in 200 of 501 cases; at 1050 both are first.
    let case = Case::new(&[("b", &["4", "6.05"]), ("a", &["5", "5"])], 0);
    let certain = case.simulate(250, &["2"], 50_100);
    let first = |id: &str| certain.unit(&id.into()).unwrap().1.among_first(1);
    let (a, b) = (first("a"), first("b"));
    assert!(a.abs_diff(20_100) < 400, "{a}");
    assert!(b.abs_diff(30_100) < 400, "{b}");
    assert!((a + b - 50_100).abs_diff(100) < 40, "{}", a + b);
    // In thousandths: 0.1% leaves 999, 1000 and 1001.
    let case = Case::new(&[("a", &["5", "5"]), ("b", &["4", "6"])], 0);
    let certain = case.simulate(1, &["2"], 30_000);
    let first = |id: &str| certain.unit(&id.into()).unwrap().1.among_first(1);
    assert!(first("a").abs_diff(20_000) < 400 && first("b").abs_diff(20_000) < 400, "{:?}", said(&certain));
}

#[test]
fn five_in_a_hundred_are_left_out_at_each_end() {
    let case = Case::new(&[("b", &["4", "6.05"]), ("a", &["5", "5"])], 0);
    for (draws, share) in [(1000, 240), (20, 250), (99, 250)] {
        let certain = case.simulate(share, &["2"], draws);
        for unit in &certain.groups[0].units {
            let mut all: Vec<usize> = unit.places.iter().flat_map(|(place, n)| vec![*place; *n as usize]).collect();
            all.sort_unstable();
            let out = draws as usize * 5 / 100;
            assert_eq!((unit.low, unit.high), (all[out], all[all.len() - 1 - out]));
        }
    }
}

#[test]
fn threads_do_not_matter_and_seeds_do() {
    let texts: Vec<Vec<String>> = (0..12).map(|u| (0..9).map(|l| format!("{}/7", (u * 5 + l * 11) % 70)).collect()).collect();
    let rows: Vec<Vec<&str>> = texts.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let names: Vec<String> = (0..12).map(|n| format!("u{n}")).collect();
    let units: Vec<(&str, &[&str])> = names.iter().zip(&rows).map(|(name, row)| (name.as_str(), row.as_slice())).collect();
    let mut case = Case::new(&units, 1);
    let samples = names.iter().map(|name| (name.as_str().into(), [("9".into(), [(None, points("80"))].into())].into())).collect();
    case.appraisal.samples = samples;
    case.awards = vec![
        AwardRule { conditions: vec![at_least(Measure::Index, "45")], ..award("a", &["A"], 3) },
        AwardRule { conditions: vec![Condition::NotProposed(vec![AwardId::new("a")])], ..award("b", &["A"], 2) },
    ];
    let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| case.simulate(250, &[], 300));
    let one = on(1);
    let proposed = one.groups[0].units.iter().flat_map(|unit| &unit.awards);
    assert!(proposed.clone().any(|award| (1..300).contains(&award.chosen)), "something hangs on the draw");
    assert_eq!(proposed.map(|award| award.chosen + award.at_edge).sum::<u32>() / 300, 5);
    assert_eq!(one, on(2));
    assert_eq!(one, on(4));
    assert_eq!(one, on(7));
    let units: Vec<(&str, &[&str])> = units.into_iter().rev().collect();
    let mut other_way = Case::new(&units, 1);
    other_way.appraisal.samples = case.appraisal.samples.clone();
    other_way.awards = case.awards.clone();
    assert_eq!(one, other_way.simulate(250, &[], 300), "the order of units in the campaign");
}

#[test]
fn broken_ties_stay_broken_and_shared_places_are_shared() {
    let case = Case::new(&[("a", &["7", "5"]), ("b", &["5", "7"])], 0).tie_breaks(&["2"]);
    assert_eq!(said(&case.simulate(0, &[], 100)), ["b 1-1 100", "a 2-2 0"]);
}

#[test]
fn an_index_is_of_what_applies() {
    // B is scored on the second leaf alone, whose weight then changes nothing.
    let case = Case::new(&[("a", &["6", "4"]), ("b", &["-", "4.5"])], 0);
    let certain = case.simulate(1000, &["1"], 400);
    let (_, a) = certain.unit(&"a".into()).unwrap();
    // A is ahead where (6000 + 4w) / (1000 + w) > 4.5, that is w < 3000: always.
    assert_eq!(a.among_first(1), 400);
}

#[test]
fn a_survey_is_off_by_what_its_sample_allows() {
    let mut case = Case::new(&[("a", &["5.5"]), ("b", &["5"])], 1);
    let sample = |n: &str| -> BTreeMap<_, _> { [("1".into(), [(None, points(n))].into())].into() };
    case.appraisal.samples = [("a".into(), sample("100")), ("b".into(), sample("100"))].into();
    let certain = case.simulate(0, &[], 10_000);
    // √(5.5 × 4.5 / 100) = 0.497 and √(5 × 5 / 100) = 0.5: their difference of 0.5 is 0.709 times its error, 0.705: in about 76 of 100
    // draws A is ahead.
    let (_, a) = certain.unit(&"a".into()).unwrap();
    assert!(a.among_first(1).abs_diff(7_609) < 150, "{}", a.among_first(1));
    let [uncertain] = a.uncertain.as_slice() else { panic!("{a:?}") };
    assert_eq!((&uncertain.cause, uncertain.least.plain().as_str()), (&Cause::Survey(points("100")), "4.505014"));
    // Nobody is off who has all points, or of whom nobody says how many answered.
    let mut case = Case::new(&[("a", &["10"]), ("b", &["5"])], 1);
    case.appraisal.samples = [("a".into(), sample("3"))].into();
    assert_eq!(said(&case.simulate(250, &[], 100)), ["a 1-1 100", "b 2-2 0"]);
}

#[test]
fn an_open_error_leaves_points_open_until_the_council_decides() {
    let mut case = Case::new(&[("a", &["6", "6"]), ("b", &["5", "6"])], 0);
    let node = case.node("a", 0);
    node.stages.claimed = Some(points("8"));
    node.stages.computed = Some(points("6"));
    case.findings.push(Finding::new(&BLANK, Text::new("Thiếu", "Missing")).of(&"a".into()).on(&"1".into()));
    let certain = case.simulate(0, &[], 10_000);
    let (_, a) = certain.unit(&"a".into()).unwrap();
    // From 0 to 6 in thousandths of 6: at 5 or more, where A is first, are the last 167 of 1001.
    assert!(a.among_first(1).abs_diff(1_668) < 120, "{}", a.among_first(1));
    assert_eq!((a.uncertain[0].least.plain().as_str(), a.uncertain[0].most.plain().as_str()), ("0", "6"));
    // Warnings leave nothing open, and the council settles it.
    case.findings[0].severity = parindex::finding::Severity::Warning;
    assert_eq!(said(&case.simulate(0, &[], 100)), ["a 1-1 100", "b 2-2 0"]);
    case.findings[0].severity = parindex::finding::Severity::Error;
    case.node("a", 0).trace = Some(trace(Some(Stage::Appraised(Round::FIRST))));
    assert_eq!(said(&case.simulate(0, &[], 100)), ["a 1-1 100", "b 2-2 0"]);
}

#[test]
fn what_a_unit_explains_is_open_until_the_next_round() {
    let mut case = Case::new(&[("a", &["6", "6"]), ("b", &["5", "6"])], 0);
    let node = case.node("b", 0);
    node.stages.claimed = Some(points("9"));
    node.trace = Some(trace(Some(Stage::Appraised(Round::FIRST))));
    assert_eq!(said(&case.simulate(0, &[], 100)), ["a 1-1 100", "b 2-2 0"], "a claim above the council's points alone is settled");
    let answer = Answer { explanation: Some("Đã ban hành đúng hạn".into()), claim: Claim::Blank, ..Answer::default() };
    let (round, file) = (Round::FIRST, "gt.xlsx".to_owned());
    let explanation = Explanation { unit: "b".into(), round, file, joined: Vec::new(), answers: [("1".into(), answer)].into() };
    case.explanations = [("b".into(), [(round, explanation)].into())].into();
    let certain = case.simulate(0, &[], 10_000);
    let (_, b) = certain.unit(&"b".into()).unwrap();
    assert_eq!((&b.uncertain[0].cause, b.uncertain[0].most.plain()), (&Cause::Disputed(Round::FIRST), "9".into()));
    // From 5 to 9: at 6 or more are 751 of 1001.
    assert!(b.among_first(1).abs_diff(7_502) < 150, "{}", b.among_first(1));
    let entry = Entry { points: points("6"), reason: None, reason_asked: false, place: Place::default() };
    case.appraisal.rounds = [(Round::SECOND, [("b".into(), [("2".into(), entry)].into())].into())].into();
    assert_eq!(said(&case.simulate(0, &[], 100)), ["a 1-1 100", "b 2-2 0"], "the round behind it said nothing of the leaf");
}

#[test]
fn without_a_criterion_the_places_are_those_of_the_rest() {
    let case = Case::new(&[("a", &["9", "2", "5"]), ("b", &["3", "6", "5"]), ("c", &["1", "1", "9"])], 0);
    let certain = case.simulate(250, &[], 10);
    let told: Vec<String> = certain.groups[0]
        .without
        .iter()
        .map(|one| {
            let farthest = one.farthest.as_ref().map_or("–".into(), |(unit, place)| format!("{unit} {place}"));
            format!("{}: {} {farthest} {}", one.criterion, one.moved, one.first.iter().map(UnitId::as_str).collect::<String>())
        })
        .collect();
    assert_eq!(told, ["1: 3 a 3 b", "2: 2 b 3 a", "3: 0 – a"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, rng_seed: RngSeed::Fixed(2018), ..ProptestConfig::default() })]

    /// Places in integers are those of exact fractions, also where indexes are equal or nearly so.
    #[test]
    fn places_are_exact(rows in proptest::collection::vec(proptest::collection::vec((0_i64..40, 1_i64..9), 3), 2..6)) {
        let texts: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|(n, d)| format!("{}/{d}", n.min(&(10 * d)))).collect()).collect();
        let of: Vec<Vec<&str>> = texts.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let names: Vec<String> = (0..of.len()).map(|n| format!("u{n}")).collect();
        let units: Vec<(&str, &[&str])> = names.iter().zip(&of).map(|(name, row)| (name.as_str(), row.as_slice())).collect();
        let case = Case::new(&units, 0);
        let certain = case.simulate(0, &[], 2);
        for unit in &certain.groups[0].units {
            prop_assert_eq!((unit.low, unit.high), (unit.place, unit.place));
        }
        for (leaf, without) in certain.groups[0].without.iter().enumerate() {
            let left = |card: &Scorecard| -> Points {
                card.nodes.iter().enumerate().filter(|(n, _)| *n != leaf).filter_map(|(_, node)| node.official.clone()).sum()
            };
            let best = case.cards.values().map(left).max().unwrap();
            let first: BTreeSet<&UnitId> = case.cards.values().filter(|card| left(card) == best).map(|card| &card.unit).collect();
            prop_assert_eq!(without.first.iter().collect::<BTreeSet<_>>(), first);
        }
    }
}

#[test]
fn nothing_is_drawn_unless_the_campaign_asks() {
    let folder = Folder::base();
    assert!(crate::appraisal::result(&folder)["certainty"].is_null());
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\ncertainty: { weights: 25%, draws: 200, fixed: [\"2\"] }");
    let result = crate::appraisal::result(&folder);
    let certainty = &result["certainty"];
    assert_eq!((certainty["seed"].as_i64(), certainty["draws"].as_i64()), (Some(2026), Some(200)));
    let group = &certainty["groups"][0];
    assert_eq!(group["id"], "so");
    let unit = &group["units"][0];
    assert!(unit["place_low"].is_u64() && unit["place_high"].is_u64() && unit["first"].is_string(), "{unit}");
    assert_eq!(group["without"].as_array().unwrap().len(), 6);
    // It is advice: without it everything else is the same.
    let mut without = result.clone();
    without.as_object_mut().unwrap().remove("certainty");
    folder.edit("campaign.yaml", "\ncertainty: { weights: 25%, draws: 200, fixed: [\"2\"] }", "");
    assert_eq!(without, crate::appraisal::result(&folder));
}

#[test]
fn a_council_reads_it_beside_the_official_places() {
    let folder = Folder::base();
    let more = "official: accepted\ncertainty: { weights: 25%, draws: 200, fixed: [\"2\"] }\nawards: [ { id: co, name: Cờ thi đua, quota: 1 }, { id: tien-bo, name: Tiến bộ, quota: 1, conditions: [ { what: progress, at_least: 1 } ] }, { id: tien-bo-2, name: Tiến bộ, quota: 1 } ]";
    folder.edit("campaign.yaml", "official: accepted", more);
    assert!([0, 3].contains(&folder.run("run . -q").code));
    let bytes = std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap();
    let mut opened = Opened::new(bytes);
    let page = opened.texts("Độ chắc chắn – Khối sở").join("\n");
    for words in [
        "MỨC ĐỘ CHẮC CHẮN CỦA THỨ HẠNG NĂM 2026: KHỐI SỞ",
        "không thay thế và không làm thay đổi thứ hạng",
        "không phải xác suất đơn vị này tốt hơn đơn vị kia",
        "xếp hạng lại 200 lần",
        "từ 75% đến 125% trọng số của bộ tiêu chí, như nhau cho mọi đơn vị; giữ nguyên tiêu chí 2",
        "Thứ hạng khi bỏ từng tiêu chí",
        "Đề nghị khen thưởng khi tính thử",
        "Không có lần tính nào đề nghị đơn vị của khối này.",
        "Tiến bộ (Khối sở; 2)",
        "Tiến bộ (Khối sở; 3)",
        "không phải xác suất đơn vị xứng đáng hơn",
        // No quota lies between the first and all of the group.
        "Trong 3 hạng đầu (%)",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let why = folder.run("why . so-a").out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(why.contains("Tham khảo, không thay thứ hạng chính thức: xếp hạng thử 200 lần"), "{why}");
    assert!(!why.contains("“Tiến bộ”: được đề nghị") && why.contains("“Tiến bộ (Khối sở; 3)”: được đề nghị"), "{why}");
    let why = folder.run("why . so-a --lang en").out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(why.contains("That is no probability that a unit is better than another."), "{why}");
    let why: serde_json::Value = serde_json::from_str(&folder.run("why . so-a --format json").out).unwrap();
    assert_eq!(why["certainty"]["draws"], 200);
    let (chosen, last) = (&why["certainty"]["awards"]["co"], &why["certainty"]["awards"]["tien-bo"]);
    assert_eq!(last, "0.0000");
    let share: f64 = chosen.as_str().unwrap().parse().unwrap();
    let words = format!("“Cờ thi đua”: được đề nghị trong {}% số lần tính thử.", format!("{:.1}", share * 100.0).replace('.', ","));
    let said = folder.run("why . so-a").out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(said.contains(&words), share > 0.0, "{said}");
    let result = crate::appraisal::result(&folder);
    let unit = result["certainty"]["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["unit"] == "so-a").unwrap().clone();
    assert_eq!(unit["awards"], why["certainty"]["awards"]);
}

/// Gives in how many draws a unit was proposed for an award, and was equal at the edge.
fn proposed(certain: &Certainty, unit: &str, award: &str) -> (u32, u32) {
    let (_, unit) = certain.unit(&unit.into()).unwrap();
    let award = unit.awards.iter().find(|one| one.award.as_str() == award).unwrap();
    (award.chosen, award.at_edge)
}

#[test]
fn shares_of_awards_are_those_that_are_worked_out_by_hand() {
    // In thousandths, 0.1% leaves 999, 1000 and 1001: A is ahead at the last, B at the first, and both are equal between.
    let mut case = Case::new(&[("a", &["5", "5"]), ("b", &["4", "6"])], 0);
    case.awards = vec![
        award("co", &["A"], 1),
        AwardRule { conditions: vec![Condition::NotProposed(vec![AwardId::new("co")])], ..award("khen", &["A"], 1) },
    ];
    let certain = case.simulate(1, &["2"], 30_000);
    let [(a, edge), (b, same)] = ["a", "b"].map(|unit| proposed(&certain, unit, "co"));
    assert!(a.abs_diff(10_000) < 400 && b.abs_diff(10_000) < 400, "{a} {b}");
    assert_eq!((edge, a + b + edge), (same, 30_000), "a tie at the edge proposes nobody");
    let first = |id: &str| certain.unit(&id.into()).unwrap().1.among_first(1);
    assert_eq!((a + edge, b + edge), (first("a"), first("b")));
    // Whoever is not proposed for the first award is for the second; of equals neither was, and both stand at its edge, too.
    assert_eq!(proposed(&certain, "a", "khen"), (b, edge));
    // (10w + 5000) / (10w + 10000) prints 75.00% or more from w = 1000: 251 of 501 weights.
    let mut case = Case::new(&[("a", &["10", "5"])], 0);
    case.awards = vec![AwardRule { conditions: vec![at_least(Measure::Index, "75")], ..award("co", &["A"], 1) }];
    let (a, _) = proposed(&case.simulate(250, &["2"], 50_100), "a", "co");
    assert!(a.abs_diff(25_100) < 450, "{a}");
    // Points are those of the maximum that applies: 15 of 20 at 75%, and 15.00 is printed from one weight earlier, 999.
    case.awards[0].conditions = vec![at_least(Measure::Points, "15")];
    let (with_points, _) = proposed(&case.simulate(250, &["2"], 50_100), "a", "co");
    assert!((with_points - a).abs_diff(100) < 40, "{with_points} {a}");
}

/// Puts together an award at random.
fn any_award(dice: &mut Dice, n: u32) -> AwardRule {
    let mut rule = award(&format!("w{n}"), &["A", "B"], 1 + usize::try_from(dice.throw(4)).unwrap());
    if dice.throw(3) == 0 {
        rule.groups.truncate(1);
    }
    if dice.throw(4) == 0 {
        rule.quota = Quota::Share { share: points("1").over(&points("3")).unwrap(), up: dice.throw(2) == 0 };
    }
    rule.per_group = dice.throw(3) == 0;
    if !rule.per_group && dice.throw(3) == 0 {
        rule.reserved = vec![("A".into(), 1)];
    }
    let measures = [
        Measure::Index,
        Measure::Points,
        Measure::Place,
        Measure::CriterionPoints("1".into()),
        Measure::Merit(Merit::Progress),
        Measure::Merit(Merit::OpenErrors),
    ];
    let limits = ["45", "9", "1", "4", "0", "0"];
    for (measure, limit) in measures.iter().zip(limits) {
        if dice.throw(5) == 0 {
            let limit = Some(points(limit));
            let (at_least, at_most) = if dice.throw(2) == 0 { (limit, None) } else { (None, limit) };
            rule.conditions.push(Condition::Within { of: measure.clone(), at_least, at_most });
        }
        if dice.throw(5) == 0 {
            rule.order.push(measure.clone());
        }
    }
    match dice.throw(6) {
        0 => rule.conditions.push(Condition::Grade(vec!["Tốt".into()])),
        1 => rule.conditions.push(Condition::Flag { none_of: vec![("x".into(), "X".into())], any_of: Vec::new() }),
        2 if n > 0 => rule.conditions.push(Condition::NotProposed(vec![AwardId::new("w0")])),
        3 => rule.excluded = vec![("u1".into(), "Không xét".into())],
        4 => rule.conditions.push(Condition::InTime),
        _ => {}
    }
    rule.provisional_allowed = dice.throw(2) == 0;
    rule
}

/// Where nothing is uncertain, every draw proposes exactly whom the campaign proposes, also where indexes have no finite
/// decimals, are equal, or lie in two groups.
#[test]
fn where_nothing_is_uncertain_every_draw_proposes_the_official_list() {
    let mut dice = Dice::new(2018);
    let (mut chosen, mut tied) = (0, 0);
    for _ in 0..300 {
        let leaves = 2;
        let value = |dice: &mut Dice| if dice.throw(3) == 0 { format!("{}/7", dice.throw(70)) } else { dice.throw(11).to_string() };
        let rows: Vec<Vec<String>> = (0..8).map(|_| (0..leaves).map(|_| value(&mut dice)).collect()).collect();
        let names: Vec<String> = (0..8).map(|n| format!("u{n}")).collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let table: Vec<(&str, &[&str])> = names.iter().zip(&rows).map(|(name, row)| (name.as_str(), row.as_slice())).collect();
        let mut case = Case::new(&table, 0);
        let both = |id: &str| Group {
            grades: vec![Band { name: "Tốt".into(), from: points("50") }],
            tie_breaks: if id == "A" { vec![TieBreak::Points("1".into())] } else { Vec::new() },
            ..group(id, 2)
        };
        case.units = names.iter().enumerate().map(|(n, name)| unit(name, if n < 4 { "A" } else { "B" })).collect();
        if dice.throw(2) == 0 {
            case.cards.get_mut(&UnitId::from("u2")).unwrap().waits_for = vec!["9".into()];
        }
        case.ranking = rank(&[both("A"), both("B")], &case.units, &case.cards, &BTreeMap::new()).value;
        let fact = |card: &Scorecard, dice: &mut Dice| Facts {
            criteria: [("1".into(), (card.nodes[0].official.clone(), None))].into(),
            merits: Merits {
                progress: (dice.throw(3) > 0).then(|| points(&dice.throw(5).to_string())),
                errors: if dice.throw(3) == 0 { vec!["E001"] } else { Vec::new() },
                ..Merits::default()
            },
            flags: if dice.throw(3) == 0 { vec!["x".into()] } else { Vec::new() },
            in_time: Some(dice.throw(4) > 0),
            undated: false,
            appraisal_final: true,
        };
        let facts: BTreeMap<UnitId, Facts> = case.cards.iter().map(|(id, card)| (id.clone(), fact(card, &mut dice))).collect();
        let rules: Vec<AwardRule> = (0..3).map(|n| any_award(&mut dice, n)).collect();
        let official = shortlist(&rules, &case.ranking, &case.units, &facts).value;
        let known = Known {
            ranking: &case.ranking,
            sets: &[("mau".into(), case.set.clone())].into(),
            cards: &case.cards,
            appraisal: &case.appraisal,
            explanations: &case.explanations,
            findings: &[],
            awards: &rules,
            facts: &facts,
        };
        let certain = simulate(&Assumptions { weights: 0, fixed: BTreeSet::new(), draws: 2, seed: 1 }, &known);
        for unit in certain.groups.iter().flat_map(|group| &group.units) {
            let open: Vec<&AwardRule> = rules
                .iter()
                .filter(|rule| rule.groups.contains(&case.units.iter().find(|one| one.id == unit.unit).unwrap().group))
                .collect();
            assert_eq!(unit.awards.len(), open.len());
            for award in &unit.awards {
                let list = official.iter().find(|list| list.award.id == award.award).unwrap();
                let expected = [&list.chosen, &list.tied_at_edge].map(|units| 2 * u32::from(units.contains(&unit.unit)));
                assert_eq!([award.chosen, award.at_edge], expected, "{} {:#?}", unit.unit, list);
                chosen += award.chosen;
                tied += award.at_edge;
            }
        }
    }
    assert!(chosen > 500 && tied > 100, "{chosen} {tied}");
}

/// What goes with a criterion goes when it is left out: a penalty beside it, and a tie that it breaks. `what-if` says the same.
#[test]
fn what_hangs_on_a_criterion_goes_with_it() {
    let folder = Folder::base();
    let set = folder.text("criteria/nho/set.yaml");
    let levels = "{ levels: { of: muc, levels: [ { id: kip_thoi, label: Kịp thời, points: 2 }, { id: cham, label: Chậm, points: 1 } ] } }";
    let set = set.replace("kind: choice, label: Thời điểm ban hành", "kind: yes_no, label: Đã ban hành");
    folder.put("criteria/nho/set.yaml", set.replace(levels, "{ yes_no: { all: [muc], unmet_penalty: 0.5 } }"));
    folder.edit("forms.yaml", "muc: kip_thoi", "muc: Có").edit(
        "forms.yaml",
        "{ muc: cham }, claimed: \"1\"",
        "{ muc: Không }, claimed: \"0\"",
    );
    // Without 1.1 both have as much: B's penalty stands beside 1.1, and its tie-break is by 1.1.
    folder.edit("forms.yaml", "dung_han: \"90\"", "dung_han: \"80\"").edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"1.6\"");
    folder.edit("forms.yaml", "ty_le: \"70\" }, claimed: \"1.4\"", "ty_le: \"80\" }, claimed: \"1.6\"");
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,1,Đạt\nso-b,2,1,Đạt\n");
    folder.put("survey/dieu-tra.csv", "Đơn vị,Tiêu chí,Điểm\nso-a,3,1.7\nso-b,3,1.7\n");
    folder.edit("campaign.yaml", "set: nho }", "set: nho, tie_breaks: [ \"1.1\" ] }");
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\ncertainty: { weights: 0%, draws: 10 }");
    folder.fill();
    let result = crate::appraisal::result(&folder);
    assert_eq!(result["groups"][0]["units"][1]["points"], "5.40", "{}", result["groups"][0]["units"][1]);
    let without = |id: &str| {
        let all = result["certainty"]["groups"][0]["without"].as_array().unwrap().clone();
        all.into_iter().find(|one| one["id"] == id).unwrap()
    };
    let ids = |one: &serde_json::Value| one["first"].as_array().unwrap().len();
    assert_eq!((without("1.1")["moved"].clone(), ids(&without("1.1"))), (1.into(), 2), "{}", without("1.1"));
    assert_eq!((without("1.2")["moved"].clone(), ids(&without("1.2"))), (0.into(), 1), "{}", without("1.2"));
    folder.put("thu.yaml", "sets: { nho: { criteria: { \"1.1\": { excluded: true } } } }");
    let said = folder.run("what-if . thu.yaml").out;
    assert!(said.contains("Sở B (so-b)") && said.contains("hạng: 2 → 1 (đồng hạng)"), "{said}");
}
