//! Ties broken as `campaign.yaml` says, from the filled forms to the places and the words that explain them.

use std::cell::Cell;
use std::collections::BTreeMap;

use parindex::assessment::Unit;
use parindex::award::{Candidates, choose, shortlist};
use parindex::figure::{GroupId, UnitId};
use parindex::ranking::{Group, Ranking, TieBreak, rank};
use parindex::scoring::Scorecard;
use serde_json::Value;

use crate::award::award;
use crate::folder::Folder;
use crate::ranking::{card, group, points, unit};

/// Two units of equal points: so-a has more of 1.1 and claims too much of 1.3; so-b has more of 1.3 and names no section.
const FORMS: &str = r#"- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    "1.1": { figures: { muc: kip_thoi }, claimed: "2", evidence: [ { number: 12/KH-SA, date: 2026-02-03, title: Kế hoạch năm } ] }
    "1.2": { figures: { dung_han: "90", da_giai_quyet: "100" }, claimed: "1.8", evidence: [ { number: 40/BC-SA, date: 2026-12-05, title: Báo cáo năm, section: Mục II } ] }
    "1.3": { figures: { ty_le: "50" }, claimed: "1.2", evidence: [ { number: 41/BC-SA, date: 2026-12-06, title: Báo cáo đào tạo } ] }
- file: submissions/so-b.xlsx
  unit: so-b
  answers:
    "1.1": { figures: { muc: cham }, claimed: "1", evidence: [ { number: 7/KH-SB, date: 2026-03-03, title: Kế hoạch năm } ] }
    "1.2": { figures: { dung_han: "90", da_giai_quyet: "100" }, claimed: "1.8", evidence: [ { number: 30/BC-SB, date: 2026-12-05, title: Báo cáo năm } ] }
    "1.3": { figures: { ty_le: "100" }, claimed: "2", evidence: [ { number: 31/BC-SB, date: 2026-12-06, title: Báo cáo đào tạo } ] }
"#;

/// Gives the campaign with tie-breaks.
fn campaign(tie_breaks: &str) -> Folder {
    let folder = Folder::base();
    folder.put("forms.yaml", FORMS);
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,1,Đạt\nso-b,2,1,Đạt\n");
    folder.put("survey/dieu-tra.csv", "Đơn vị,Tiêu chí,Điểm\nso-a,3,1.7\nso-b,3,1.7\n");
    let group = "- { id: so, name: Khối sở, set: nho }";
    folder.edit("campaign.yaml", group, &format!("- {{ id: so, name: Khối sở, set: nho, tie_breaks: {tie_breaks} }}"));
    folder
}

#[test]
fn a_tie_is_broken_by_what_the_campaign_declares_and_by_nothing_else() {
    for (tie_breaks, places) in [
        ("[]", "so-a 1, so-b 1"),
        ("[\"1.1\"]", "so-a 1, so-b 2"),
        ("[ { by: criterion_points, id: \"1.1\" } ]", "so-a 1, so-b 2"),
        ("[ { by: criterion_index, id: \"1.3\" } ]", "so-b 1, so-a 2"),
        ("[ { by: stage, stage: claimed } ]", "so-a 1, so-b 2"),
        ("[ { by: over_claim_net } ]", "so-b 1, so-a 2"),
        ("[ { by: over_claim_positive } ]", "so-b 1, so-a 2"),
        ("[ { by: findings, codes: [P009] } ]", "so-b 1, so-a 2"),
        ("[ { by: findings, codes: [E004] } ]", "so-a 1, so-b 2"),
        // The survey says the same of both, nobody has a last year, neither has an error: nothing tells them apart.
        ("[ { by: survey }, { by: progress }, { by: open_errors } ]", "so-a 1, so-b 1"),
        // The first that differs decides.
        ("[ { by: survey }, { by: criterion_index, id: \"1.3\" }, \"1.1\" ]", "so-b 1, so-a 2"),
    ] {
        let folder = campaign(tie_breaks);
        folder.fill();
        assert!([0, 3].contains(&folder.run("run . -q").code), "{tie_breaks}");
        let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
        let units = result["groups"][0]["units"].as_array().unwrap();
        assert_eq!(units[0]["points"], units[1]["points"], "{tie_breaks}");
        let said: Vec<String> = units.iter().map(|unit| format!("{} {}", unit["id"].as_str().unwrap(), unit["place"])).collect();
        assert_eq!(said.join(", "), places, "{tie_breaks}");
        let why = folder.run("why . so-a").out;
        let told = match places {
            "so-a 1, so-b 2" => "Đứng trước “Sở B” (hạng 2)",
            "so-b 1, so-a 2" => "Đứng sau “Sở B” (hạng 1)",
            _ => "Đồng hạng với “Sở B”: chỉ số chưa làm tròn bằng nhau (75,00%)",
        };
        assert!(why.contains(told), "{tie_breaks}: {why}");
        let counted = match places {
            "so-a 1, so-b 2" => {
                "Thứ hạng: 0 + 1 = 1. Đứng trước: 0 đơn vị; cùng hạng: 0; đứng sau: 1; cả khối 0 + 1 + 0 + 1 = 2 đơn vị được xếp hạng."
            }
            "so-b 1, so-a 2" => {
                "Thứ hạng: 1 + 1 = 2. Đứng trước: 1 đơn vị (0 có chỉ số cao hơn, 1 cùng chỉ số nhưng hơn ở tiêu chí phụ); cùng hạng: 0; đứng sau: 0; cả khối 1 + 1 + 0 + 0 = 2 đơn vị được xếp hạng."
            }
            _ => "Thứ hạng: 0 + 1 = 1. Đứng trước: 0 đơn vị; cùng hạng: 1; đứng sau: 0; cả khối 0 + 1 + 1 + 0 = 2 đơn vị được xếp hạng.",
        };
        let flat = why.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(counted), "{tie_breaks}: {why}");
    }
}

#[test]
fn a_unit_with_an_open_error_comes_behind() {
    let folder = campaign("[ { by: open_errors } ]");
    // Nine points of two count for nothing, and are an error.
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,1,Đạt\nso-b,2,1,Đạt\nso-a,1.1,9,Nhầm\n");
    folder.fill();
    assert_eq!(folder.run("run . -q").code, 3);
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let units = result["groups"][0]["units"].as_array().unwrap();
    let said: Vec<String> = units.iter().map(|unit| format!("{} {}", unit["id"].as_str().unwrap(), unit["place"])).collect();
    assert_eq!((said.join(", ").as_str(), &units[0]["points"]), ("so-b 1, so-a 2", &units[1]["points"]));
}

#[test]
fn an_unquoted_decimal_is_no_criterion() {
    let said = campaign("[1.1]").run("lint .");
    assert!(said.code != 0 && said.out.contains("campaign.yaml:"), "{}{}", said.out, said.err);
}

/// So many units of one group that nothing tells apart; counts how often it is asked who stands before whom.
struct Alike {
    count: usize,
    asked: Cell<usize>,
}

impl Candidates for Alike {
    fn count(&self) -> usize {
        self.count
    }

    fn may(&self, _: usize) -> bool {
        true
    }

    fn are_equal(&self, _: usize, _: usize) -> bool {
        true
    }

    fn stands_before(&self, _: usize, _: usize) -> bool {
        self.asked.set(self.asked.get() + 1);
        false
    }

    fn is_of(&self, _: usize, _: &GroupId) -> bool {
        true
    }
}

#[test]
fn a_tie_of_thousands_is_looked_at_once() {
    let alike = Alike { count: 4_000, asked: Cell::new(0) };
    let choice = choose(&alike, 3, &[]);
    assert_eq!((choice.chosen.len(), choice.tied.len()), (0, 4_000));
    assert!(alike.asked.get() < 2 * alike.count, "asked {} times", alike.asked.get());
}

/// Ranks units `u1`, `u2` … of one group, whose tie-break is criterion 1.
fn ranked_by(firsts: &[Option<&str>]) -> Ranking {
    let name = |n: usize| format!("u{}", n + 1);
    let cards = firsts.iter().enumerate().map(|(n, first)| card(&name(n), &points("90"), &points("100"), *first));
    let cards: BTreeMap<UnitId, Scorecard> = cards.map(|card| (card.unit.clone(), card)).collect();
    let units: Vec<Unit> = cards.keys().map(|id| unit(id.as_str(), "A")).collect();
    let group = Group { tie_breaks: vec![TieBreak::Points("1".into())], ..group("A", 2) };
    rank(&[group], &units, &cards, &BTreeMap::new()).value
}

#[test]
fn one_more_at_a_shared_place_is_counted() {
    let said = |count: usize| ranked_by(&vec![Some("1"); count]).groups[0].rows[0].ties[0].vi.clone();
    assert!(said(5).starts_with("Đồng hạng với “Sở u2”, “Sở u3”, “Sở u4”, “Sở u5”: chỉ số"), "{}", said(5));
    assert!(said(6).starts_with("Đồng hạng với “Sở u2”, “Sở u3”, “Sở u4”, “Sở u5” và 1 đơn vị khác: chỉ số"), "{}", said(6));
}

#[test]
fn values_of_a_tie_break_that_print_alike_are_told_apart() {
    let said = |first: Option<&str>, second: Option<&str>| ranked_by(&[first, second]).groups[0].rows[0].ties[0].vi.clone();
    let equal = "Đứng trước “Sở u2” (hạng 2): chỉ số chưa làm tròn bằng nhau, xét điểm tiêu chí 1:";
    assert_eq!(said(Some("1.0042"), Some("1.0041")), format!("{equal} 1,0042 so với 1,0041."));
    assert_eq!(said(Some("1.5"), Some("1")), format!("{equal} 1,50 so với 1,00."));
    assert_eq!(said(Some("1.5"), None), format!("{equal} 1,50 so với chưa có."));
}

#[test]
fn reasons_of_a_shared_place_name_a_few_and_count_the_rest() {
    let cards: Vec<Scorecard> = (1..=8).map(|n| card(&format!("u{n}"), &points("90"), &points("100"), None)).collect();
    let units: Vec<Unit> = cards.iter().map(|card| unit(card.unit.as_str(), "A")).collect();
    let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
    let ranking = rank(&[group("A", 2)], &units, &cards, &BTreeMap::new()).value;
    assert_eq!(
        ranking.groups[0].rows[1].ties.iter().map(|said| said.vi.as_str()).collect::<Vec<_>>(),
        [
            "Đồng hạng với “Sở u1”, “Sở u3”, “Sở u4”, “Sở u5” và 3 đơn vị khác: chỉ số chưa làm tròn bằng nhau (90,00%), khối không quy định tiêu chí phụ."
        ]
    );
    let list = &shortlist(&[award("khen", &["A"], 2)], &ranking, &units, &BTreeMap::new()).value[0];
    assert_eq!(
        list.considered[1].reasons.last().unwrap().vi,
        "Bằng chỉ số, chưa phân định được với “Sở u1”, “Sở u3”, “Sở u4”, “Sở u5” và 3 đơn vị khác ở vị trí cuối của chỉ tiêu: còn 2 chỉ tiêu; Hội đồng xem xét, lựa chọn."
    );
}
