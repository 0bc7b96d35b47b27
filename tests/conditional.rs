//! Criteria that wait for another one, over the rounds of appraisal: what falls or comes back is told on every paper, though
//! nobody typed anything there.

use crate::appraisal::{result, table};
use crate::council::acts;
use crate::folder::Folder;
use crate::form::Opened;

const SET: &str = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 12
criteria:
  - { id: \"1\", name: Kế hoạch, max: 4, rule: { given: { by: unit } } }
  - { id: \"2\", name: Sáng kiến, max: 4, requires: [ { criterion: \"1\", index_at_least: 50% } ], rule: { given: { by: unit } } }
  - id: \"3\"
    name: Nhân rộng
    max: 4
    requires: [ { criterion: \"1\", index_at_least: 25% } ]
    else: not_applicable
    rule: { given: { by: unit } }
";

const CAMPAIGN: &str = "id: thu-2026
title: Đợt thử năm 2026
year: 2026
office: Sở Nội vụ
official: appraised_2
groups: [ { id: xa, name: Khối xã, set: nho } ]
units:
  - { id: xa-a, name: UBND xã A, group: xa }
  - { id: xa-b, name: UBND xã B, group: xa }
";

const FORMS: &str = "- file: submissions/xa-a.xlsx
  unit: xa-a
  answers:
    \"1\": { claimed: \"4\" }
    \"2\": { claimed: \"3\" }
    \"3\": { claimed: \"2\" }
- file: submissions/xa-b.xlsx
  unit: xa-b
  answers:
    \"1\": { claimed: \"1\" }
    \"2\": { claimed: \"3\" }
    \"3\": { claimed: \"2\" }
";

/// Unit A is lowered to 0,5 in round 1 and comes back to 4 in round 2; B claims too little from the start, and stays below.
fn campaign(rounds: &[&str]) -> Folder {
    let folder = Folder::empty();
    folder.put("criteria/nho/set.yaml", SET);
    folder.put("campaign.yaml", CAMPAIGN);
    folder.put("forms.yaml", FORMS);
    folder.fill();
    folder.put("appraisal/cham.csv", table(&rounds.concat()));
    folder
}

const LOWERED: &str = "xa-a;1;;;0,5;1;Thiếu kế hoạch;;\nxa-b;2;;;2;1;Chấm lại;;\n";
const RAISED: &str = "xa-a;1;;;4;2;Đã có kế hoạch;;\n";

fn sheet(folder: &Folder, file: &str, name: &str) -> Vec<String> {
    Opened::new(std::fs::read(folder.path(&format!("reports/{file}"))).unwrap()).text(name)
}

#[test]
fn history_tells_of_what_a_condition_takes_and_gives_back() {
    let folder = campaign(&[LOWERED, RAISED]);
    result(&folder);
    let history = sheet(&folder, "ket-qua-kiem-tra.xlsx", "Lịch sử điểm");
    let lines: Vec<String> = history.iter().filter(|line| line.contains(" | UBND xã ")).map(|line| line.replace('\n', ", ")).collect();
    let (file, half, quarter) = ("appraisal/cham.csv", "tiêu chí 1 đạt từ 50% số điểm trở lên", "tiêu chí 1 đạt từ 25% số điểm trở lên");
    assert_eq!(
        lines,
        [
            format!("1 | UBND xã A | 1 | Kế hoạch | Thẩm định lần 1 | 4 | 0.5 | -3.5 | Thiếu kế hoạch | {file}, dòng 2"),
            format!("2 | UBND xã A | 1 | Kế hoạch | Thẩm định lần 2 | 0.5 | 4 | 3.5 | Đã có kế hoạch | {file}, dòng 4"),
            format!(
                "3 | UBND xã A | 2 | Sáng kiến | Thẩm định lần 1 | 3 | 0 | -3 | Điều kiện của tiêu chí 2: {half}; đạt 12,50%: không đạt, tính 0 điểm. | {file}, dòng 2"
            ),
            format!(
                "4 | UBND xã A | 2 | Sáng kiến | Thẩm định lần 2 | 0 | 3 | 3 | Điều kiện của tiêu chí 2: {half}; đạt 100,00%: đạt. | {file}, dòng 4"
            ),
            format!(
                "5 | UBND xã A | 3 | Nhân rộng | Thẩm định lần 1 | 2 | Không áp dụng | – | Điều kiện của tiêu chí 3: {quarter}; đạt 12,50%: không đạt, không áp dụng. | {file}, dòng 2"
            ),
            format!(
                "6 | UBND xã A | 3 | Nhân rộng | Thẩm định lần 2 | Không áp dụng | 2 | – | Điều kiện của tiêu chí 3: {quarter}; đạt 100,00%: đạt. | {file}, dòng 4"
            ),
            // What the council types for B's criterion 2 does not count, and changes nothing.
            format!(
                "7 | UBND xã B | 2 | Sáng kiến | Được công nhận | 3 | 0 | -3 | Điều kiện của tiêu chí 2: {half}; đạt 25,00%: không đạt, tính 0 điểm. | submissions/xa-b.xlsx, trang “Tự đánh giá”, ô I9"
            ),
        ]
    );
}

/// A unit that loses points by a condition alone is asked for its explanation, and told by which; points that were typed and do
/// not count are told as what they are.
#[test]
fn units_are_told_which_condition_took_their_points() {
    let folder = campaign(&[LOWERED]);
    folder.run("feedback . --out phieu -q");
    let asked = |unit: &str| -> Vec<String> {
        let mut book = Opened::new(std::fs::read(folder.path(&format!("phieu/{unit}.giai-trinh-1.xlsx"))).unwrap());
        book.text("Giải trình").into_iter().filter(|line| line.starts_with("leaf:")).collect()
    };
    let fell = "đạt 12,50%: không đạt";
    assert_eq!(
        asked("xa-a"),
        [
            "leaf:1 | 1 | Kế hoạch | 4 | 4 | 0.5 | Thiếu kế hoạch | Chưa giải trình".to_owned(),
            format!(
                "leaf:2 | 2 | Sáng kiến | 4 | 3 | 0 | Điều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; {fell}, tính 0 điểm. | Chưa giải trình"
            ),
            format!(
                "leaf:3 | 3 | Nhân rộng | 4 | 2 | Không áp dụng | Điều kiện của tiêu chí 3: tiêu chí 1 đạt từ 25% số điểm trở lên; {fell}, không áp dụng. | Chưa giải trình"
            ),
        ]
    );
    let typed = "Chấm lại\nĐiều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; đạt 25,00%: không đạt, tính 0 điểm.";
    assert_eq!(asked("xa-b"), [format!("leaf:2 | 2 | Sáng kiến | 4 | 3 | 0 | {typed} | Chưa giải trình")]);
}

/// What comes back by a condition is what came of an explanation.
#[test]
fn an_explanation_is_answered_by_a_condition_that_is_met() {
    let folder = campaign(&[LOWERED]);
    let hand = "- put: { sheet: explanation, at: \"leaf:2 explained\", text: Kế hoạch đã ban hành }\n";
    folder.explained("submissions/xa-a.giai-trinh-1.xlsx", "xa-a", &acts(hand)).unwrap();
    let last = |folder: &Folder| {
        result(folder);
        sheet(folder, "bao-cao-xep-hang.xlsx", "Giải trình").pop().unwrap()
    };
    assert!(last(&folder).ends_with(" | 0 | Điều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; đạt 12,50%: không đạt, tính 0 điểm. | Kế hoạch đã ban hành | Chờ xem xét"), "{}", last(&folder));
    folder.put("appraisal/lan-2.csv", table(RAISED));
    let came =
        "Kế hoạch đã ban hành | 3 | Được nâng điểm: Điều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; đạt 100,00%: đạt.";
    assert!(last(&folder).ends_with(came), "{}", last(&folder));
}

/// `why` shows what a round left of a criterion of which nothing was typed.
#[test]
fn why_shows_the_round_in_which_a_condition_fell() {
    let folder = campaign(&[LOWERED, RAISED]);
    let said = |arguments: &str| folder.run(arguments).out.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = said("why . xa-a 2");
    for words in [
        "Thẩm định lần 1 0,00 Điều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; đạt 12,50%: không đạt, tính 0 điểm.",
        "Thẩm định lần 2 3,00 Điều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; đạt 100,00%: đạt.",
        "Thẩm định lần 1: 3,00 → 0,00 (Điều kiện",
        "Thẩm định lần 2: 0,00 → 3,00 (Điều kiện",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // Points that were typed are shown as typed, whatever becomes of them.
    let page = said("why . xa-b 2");
    assert!(page.contains("Thẩm định lần 1 2,00 “Chấm lại” · appraisal/cham.csv › dòng 3"), "{page}");
    assert!(
        page.contains("Được công nhận: 3,00 → 0,00 (Điều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; đạt 25,00%"),
        "{page}"
    );
}

/// The council's word that a criterion is scored all the same is its own doing, with its own reason.
#[test]
fn what_the_council_overrules_has_the_councils_reason() {
    let folder = campaign(&[LOWERED]);
    folder.put(
        "appraisal/ap-dung.csv",
        "Đơn vị;Tiêu chí;Điểm thẩm định;Lần;Lý do;Áp dụng\nxa-a;2;;2;Vẫn chấm;có\nxa-b;2;;1;Sáng kiến có thật;có\n",
    );
    result(&folder);
    let history = sheet(&folder, "ket-qua-kiem-tra.xlsx", "Lịch sử điểm");
    let of = |unit: &str| -> Vec<String> {
        let lines = history.iter().filter(|line| line.contains(&format!(" | {unit} | 2 | Sáng kiến | Thẩm định")));
        lines.map(|line| line.split(" | ").skip(4).take(5).collect::<Vec<_>>().join(" | ")).collect()
    };
    let fell = "Điều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; đạt 12,50%: không đạt, tính 0 điểm.";
    assert_eq!(of("UBND xã A"), [format!("Thẩm định lần 1 | 3 | 0 | -3 | {fell}"), "Thẩm định lần 2 | 0 | 3 | 3 | Vẫn chấm".to_owned()]);
    assert_eq!(of("UBND xã B"), ["Thẩm định lần 1 | 0 | 2 | 2 | Chấm lại; Sáng kiến có thật"]);
}

/// The unit's report says of lost points that a condition took them; what did not apply from the start was not taken by a round.
#[test]
fn reports_tell_conditions_from_rounds() {
    let folder = campaign(&["xa-b;1;;;0,5;1;Thiếu kế hoạch;;\n"]);
    // 12,5 % of criterion 1 from the start: criterion 2 counts 0, and 3 does not apply.
    folder.edit("forms.yaml", "\"1\": { claimed: \"1\" }", "\"1\": { claimed: \"0.6\" }").fill();
    result(&folder);
    let report = Opened::new(std::fs::read(folder.path("reports/don-vi/xa-b.xlsx")).unwrap()).all_text();
    let lost = report
        .iter()
        .skip_while(|line| !line.contains("Các tiêu chí chưa đạt điểm tối đa"))
        .find(|line| line.starts_with("2 | Sáng kiến | "))
        .unwrap();
    assert!(lost.contains("Điều kiện của tiêu chí 2: tiêu chí 1 đạt từ 50% số điểm trở lên; đạt 12,50%: không đạt"), "{lost}");
    folder.run("feedback . --out phieu -q");
    let mut book = Opened::new(std::fs::read(folder.path("phieu/xa-b.giai-trinh-1.xlsx")).unwrap());
    // Criterion 2 counted nothing before any round: no round has anything to be explained there.
    assert_eq!(book.keys("Giải trình")[1..], ["leaf:1"]);
}
