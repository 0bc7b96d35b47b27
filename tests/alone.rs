//! Papers of a group of which one unit alone is ranked: nothing is compared with itself. And of criteria that came out alike none is
//! picked by chance.

use crate::appraisal::{campaign_of, result};
use crate::documents::dump;
use crate::folder::Folder;
use crate::form::Opened;

/// Makes a set of two areas, of so many criteria each.
fn set(first: usize, second: usize) -> String {
    let area = |id: usize, name: &str, number: usize| {
        let leaf = |n: usize| format!("      - {{ id: \"{id}.{n}\", name: Việc {id}.{n}, max: 1, rule: {{ given: {{ by: unit }} }} }}\n");
        let leaves: String = (1..=number).map(leaf).collect();
        format!("  - id: \"{id}\"\n    name: {name}\n    max: {number}\n    criteria:\n{leaves}")
    };
    let (one, two, total) = (area(1, "Chỉ đạo, điều hành", first), area(2, "Thể chế", second), first + second);
    format!("set: nho\ntitle: Bộ tiêu chí nhỏ\nstatus: model\ntotal: {total}\ncriteria:\n{one}{two}")
}

/// Fills the form of a unit: full points, but for what is listed.
fn form(unit: &str, first: usize, second: usize, other: &[(&str, &str)]) -> String {
    let leaves = (1..=first).map(|n| format!("1.{n}")).chain((1..=second).map(|n| format!("2.{n}")));
    let answer = |leaf: String| {
        let claimed = other.iter().find(|(id, _)| *id == leaf).map_or("1", |(_, points)| points);
        format!("    \"{leaf}\": {{ claimed: \"{claimed}\" }}\n")
    };
    format!("- file: submissions/{unit}.xlsx\n  unit: {unit}\n  answers:\n{}", leaves.map(answer).collect::<String>())
}

/// Makes a campaign of two departments and, in a group of its own, a third body.
fn with_one_apart() -> Folder {
    let forms = form("so-a", 5, 3, &[("1.1", "0.5")])
        + &form("so-b", 5, 3, &[("2.1", "0.5"), ("1.1", "0.5")])
        + &form("so-c", 5, 3, &[("2.2", "0")]);
    let folder = campaign_of(&set(5, 3), "[]");
    folder.edit("campaign.yaml", "official: appraised_2", "official: claimed\nreports: { published: [scores] }");
    folder.edit("campaign.yaml", "set: nho }", "set: nho }, { id: rieng, name: Đơn vị đặc thù, set: nho }");
    let declared = folder.text("campaign.yaml");
    folder.put("campaign.yaml", declared + "  - { id: so-c, name: Trung tâm C, group: rieng }\n");
    folder.put("forms.yaml", forms);
    folder.fill();
    folder
}

fn document(folder: &Folder, name: &str) -> String {
    dump(&std::fs::read(folder.path(&format!("reports/van-ban/{name}.docx"))).unwrap())
}

fn sheet(folder: &Folder, file: &str, name: &str) -> String {
    Opened::new(std::fs::read(folder.path(&format!("reports/{file}.xlsx"))).unwrap()).texts(name).join("|")
}

/// A unit that is ranked alone has no mean, no place among others and no rise of place; those of other groups keep theirs.
#[test]
fn a_unit_alone_is_compared_with_nobody() {
    let folder = with_one_apart();
    result(&folder);
    folder.put("nam-truoc/result.json", folder.text("reports/result.json").replace("\"year\":2026", "\"year\":2025"));
    folder.edit("campaign.yaml", "official: claimed", "official: claimed\nprevious: nam-truoc");
    result(&folder);
    let letter = document(&folder, "tra-ket-qua/so-c");
    assert!(letter.contains("- Đơn vị duy nhất của khối.") && letter.contains("chỉ số không đổi.\n"), "{letter}");
    let own = sheet(&folder, "don-vi/so-c", "Kết quả");
    assert!(own.contains("Hạng|Đơn vị duy nhất của khối|"), "{own}");
    for words in [&letter, &own] {
        for compared in ["rung bình", "Cao nhất", "1/1", "giữ hạng"] {
            assert!(!words.contains(compared), "{compared} in\n{words}");
        }
    }
    let other = document(&folder, "tra-ket-qua/so-a");
    for compared in ["Xếp thứ 1/2", "Chỉ số trung bình của khối", "Trung bình khối (%)", "giữ hạng"] {
        assert!(other.contains(compared), "{compared} not in\n{other}");
    }
    let decision = document(&folder, "du-thao-quyet-dinh");
    assert_eq!(decision.matches("Giá trị trung bình").count(), 1, "{decision}");
    let report = document(&folder, "bao-cao-ket-qua");
    assert!(report.contains("| Đơn vị đặc thù | 1 | 1 | 1 | – | – | –"), "{report}");
    assert!(report.contains("Chỉ số theo lĩnh vực: Đơn vị đặc thù"), "{report}");
    let glance = sheet(&folder, "bao-cao-xep-hang", "Tóm tắt");
    assert!(glance.contains("Trung tâm C: chỉ số 0,00 điểm phần trăm."), "{glance}");
    for name in ["Xếp hạng – Đơn vị đặc thù", "Công bố điểm – Đơn vị đặc thù"] {
        let words = sheet(&folder, "bao-cao-xep-hang", name);
        assert!(words.contains("Trung tâm C") && !words.contains("Giá trị trung bình"), "{words}");
    }
    assert!(sheet(&folder, "bao-cao-xep-hang", "Công bố điểm – Khối sở").contains("Giá trị trung bình"));
    let names = crate::report::open(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
    let names: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).filter(|name| name.ends_with("Đơn vị đặc thù")).collect();
    assert_eq!(names, ["Xếp hạng – Đơn vị đặc thù", "Công bố điểm – Đơn vị đặc thù"]);
    // One that is ranked beside others that are not is alone, too.
    folder.edit("campaign.yaml", "id: so-b,", "id: so-b, ranked: false,");
    result(&folder);
    let letter = document(&folder, "tra-ket-qua/so-a");
    assert!(letter.contains("- Đơn vị duy nhất được xếp hạng của khối."), "{letter}");
    assert!(!document(&folder, "tra-ket-qua/so-b").contains("rung bình"));
}

/// Of more criteria that came out best alike than a list has room for none is named, but how many there are, and where; those above
/// them are.
#[test]
fn of_criteria_that_came_out_alike_none_is_picked_by_chance() {
    let folder = with_one_apart();
    result(&folder);
    let report = document(&folder, "bao-cao-ket-qua");
    let of = |group: &str| {
        let all = report.split_once(&format!("{group}: các tiêu chí có chỉ số")).unwrap().1;
        let listed = all.lines().skip(1).take_while(|line| line.starts_with("BodyText: - "));
        listed.map(|line| line.trim_start_matches("BodyText: - ").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        of("Khối sở"),
        [
            "6 tiêu chí cùng có chỉ số trung bình 100,00%, thuộc các lĩnh vực: 1. Chỉ đạo, điều hành (4/5 tiêu chí); 2. Thể chế (2/3 tiêu chí)."
        ]
    );
    assert_eq!(
        of("Khối “Đơn vị đặc thù”"),
        ["7 tiêu chí cùng có chỉ số 100,00%, thuộc các lĩnh vực: 1. Chỉ đạo, điều hành (5/5 tiêu chí); 2. Thể chế (2/3 tiêu chí)."]
    );
    // As many as there is room for are named.
    let folder = campaign_of(&set(3, 3), &(form("so-a", 3, 3, &[("1.1", "0.5")]) + &form("so-b", 3, 3, &[("1.1", "0.5")])));
    folder.edit("campaign.yaml", "official: appraised_2", "official: claimed");
    result(&folder);
    let report = document(&folder, "bao-cao-ket-qua");
    assert!(report.contains("Tiêu chí 2.3 “Việc 2.3”: chỉ số trung bình 100,00%; 2/2 đơn vị đạt điểm tối đa."), "{report}");
    assert!(!report.contains("thuộc các lĩnh vực"), "{report}");
    // One above those that are alike is named.
    let lacking: Vec<(String, &str)> = (1..=4).flat_map(|n| [(format!("1.{n}"), "0.5"), (format!("2.{n}"), "0.5")]).skip(1).collect();
    let lacking: Vec<(&str, &str)> = lacking.iter().map(|(id, points)| (id.as_str(), *points)).collect();
    let folder = campaign_of(&set(4, 4), &(form("so-a", 4, 4, &lacking) + &form("so-b", 4, 4, &lacking)));
    folder.edit("campaign.yaml", "official: appraised_2", "official: claimed");
    result(&folder);
    let report = document(&folder, "bao-cao-ket-qua");
    let told = "- Tiêu chí 1.1 “Việc 1.1”: chỉ số trung bình 100,00%; 2/2 đơn vị đạt điểm tối đa.";
    assert!(report.contains(told) && report.contains("- 7 tiêu chí cùng có chỉ số trung bình 50,00%, thuộc các lĩnh vực: "), "{report}");
}
