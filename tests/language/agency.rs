//! Who appraises what: a set and its campaign name agencies, and what is said nearest to a criterion holds.

use std::fs;

use parindex::assessment::{Agencies, Agency};
use parindex::criteria::CriteriaSet;
use parindex::workbook;

use crate::folder::Folder;
use crate::form::set_of;

/// Area 1 has an agency, 1.2 another one, area 2 none; the penalty has its own.
const NAMED: &str = r#"set: nho
title: Cơ quan thẩm định
status: model
total: 6
criteria:
  - id: "1"
    name: Thủ tục
    max: 4
    agency: Văn phòng UBND tỉnh
    criteria:
      - { id: "1.1", name: Công khai, max: 2, inputs: [ { id: co, kind: yes_no, label: Có công khai } ], rule: { yes_no: { all: [co] } } }
      - { id: "1.2", name: Thanh toán, max: 2, agency: so-tai-chinh, rule: { given: { by: unit } } }
  - { id: "2", name: Bộ máy, max: 2, rule: { given: { by: council } } }
adjustments:
  - { id: P1, sign: penalty, name: Bị phê bình, max: 1, agency: Thanh tra tỉnh, rule: { given: { by: council } } }
"#;

fn agency(id: &str, name: &str, criteria: &[&str]) -> Agency {
    Agency { id: id.into(), name: name.into(), criteria: criteria.iter().map(|id| (*id).into()).collect() }
}

/// Lists who appraises each leaf and line: id, and name where it is another.
fn appraisers(set: &CriteriaSet, agencies: &Agencies) -> Vec<String> {
    let who = |id: &str| {
        agencies
            .appraising(set, &id.into())
            .map_or("–".into(), |by| if by.id == by.name { by.id.into() } else { format!("{} = {}", by.id, by.name) })
    };
    ["1.1", "1.2", "2", "P1"].map(|id| format!("{id}: {}", who(id))).into()
}

#[test]
fn what_is_said_nearest_to_a_criterion_holds() {
    let set = set_of(NAMED);
    let alone = appraisers(&set, &Agencies::default());
    assert_eq!(alone, ["1.1: Văn phòng UBND tỉnh", "1.2: so-tai-chinh", "2: –", "P1: Thanh tra tỉnh"]);
    // A set names an agency by its id, or by its name however that is spelt.
    let listed =
        [agency("vp", "VĂN PHÒNG  UBND TỈNH", &[]), agency("so-tai-chinh", "Sở Tài chính", &[]), agency("snv", "Sở Nội vụ", &["2"])];
    let known = appraisers(&set, &Agencies::new(listed.to_vec()));
    assert_eq!(known, ["1.1: vp = VĂN PHÒNG  UBND TỈNH", "1.2: so-tai-chinh = Sở Tài chính", "2: snv = Sở Nội vụ", "P1: Thanh tra tỉnh"]);
    // At the same criterion the campaign's word holds; the set's, nearer to 1.2, still stands.
    let over = appraisers(&set, &Agencies::new(vec![agency("snv", "Sở Nội vụ", &["1", "P1"])]));
    assert_eq!(over, ["1.1: snv = Sở Nội vụ", "1.2: so-tai-chinh", "2: –", "P1: snv = Sở Nội vụ"]);
}

/// A campaign with the set above, whose one unit has filled in its form.
fn folder() -> Folder {
    let folder = Folder::base();
    folder.put("criteria/nho/set.yaml", NAMED);
    folder.edit("campaign.yaml", "groups:\n", "agencies:\n  - { id: vp, name: Văn phòng UBND tỉnh }\n  - { id: so-tai-chinh, name: Sở Tài chính }\n  - { id: thanh-tra, name: Thanh tra tỉnh, criteria: [\"2\"] }\ngroups:\n");
    folder.edit("campaign.yaml", "  - { id: so-b, name: Sở B, group: so }\n", "");
    folder.put("forms.yaml", "- file: submissions/so-a.xlsx\n  unit: so-a\n  answers: { \"1.1\": { figures: { co: true }, claimed: \"2\" }, \"1.2\": { claimed: \"1\" } }\n");
    folder.fill();
    folder
}

/// Gives the texts of a workbook.
fn texts(folder: &Folder, book: &str) -> Vec<String> {
    let book = workbook::open(&fs::read(folder.path(book)).unwrap(), "book.xlsx").value.unwrap();
    book.sheets.iter().flat_map(|sheet| sheet.cells.values()).map(workbook::Cell::shown).collect()
}

#[test]
fn forms_reports_and_why_name_the_agency() {
    let folder = folder();
    assert_eq!(folder.run("lint .").out, "");
    // The form carries the names, so that nothing looks typed over where it is checked without its campaign.
    for command in ["check submissions/so-a.xlsx", "check submissions/so-a.xlsx --campaign ."] {
        let said = folder.run(&format!("{command} --format json"));
        let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        let codes: Vec<&str> =
            told["findings"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).filter(|code| *code != "S080").collect();
        assert_eq!(codes, [""; 0], "{command}: {}", said.out);
    }
    let why = |criterion: &str| folder.run(&format!("why . so-a {criterion}")).out;
    assert!(why("1.1").contains("Cơ quan thẩm định\n  Văn phòng UBND tỉnh\n"), "{}", why("1.1"));
    assert!(why("1.2").contains("Cơ quan thẩm định\n  Sở Tài chính\n"));
    assert!(why("2").contains("Cơ quan thẩm định\n  Thanh tra tỉnh\n"));
    assert_eq!(folder.run("run .").err, "");
    let printed = |book: &str, words: &str| texts(&folder, book).iter().filter(|text| text.ends_with(words)).count();
    for book in ["submissions/so-a.xlsx", "reports/bao-cao-xep-hang.xlsx"] {
        let said = ["Văn phòng UBND tỉnh", "Sở Tài chính", "Thanh tra tỉnh"];
        let said = said.map(|name| printed(book, &format!("Cơ quan thẩm định: {name}.")));
        assert_eq!(said, [1, 1, 2], "{book}");
    }
}
