//! What is typed over the cells that a workbook of the council, or an explanation, prints or computes itself: told with its
//! place, and never told of what nobody touched.

use crate::appraisal::{campaign, campaign_of, result, stands, table};
use crate::council::{acts, made, put};
use crate::council_keys::told;
use crate::folder::Folder;
use crate::intake::hand::by_hand;

/// What stands while nothing is appraised.
const NOTHING: &str = "3.20 4.00 2.00 = 9.20 | 3.60 2.00 0.00 = 5.10";

/// Does things to an empty workbook of the first round. Gives what stands, and what was found.
fn touched(hand: &str) -> (String, Vec<String>) {
    let folder = campaign();
    folder.appraised("appraisal/phieu.xlsx", 1, &acts(hand));
    told(&folder)
}

#[test]
fn whatever_is_typed_over_a_printed_cell_is_told() {
    for (column, heading) in [
        ("max", "Điểm tối đa"),
        ("claimed", "Tự đánh giá"),
        ("computed", "Tính theo số liệu"),
        ("accepted", "Được công nhận"),
        ("looked", "Tài liệu và kết quả kiểm tra"),
        ("explained", "Giải trình của đơn vị"),
        ("state", "Tình trạng"),
    ] {
        let typed = put(&format!("leaf:so-a/1 {column}"), if column == "state" { "Đạt" } else { "1" });
        let (stands, found) = touched(&typed);
        assert_eq!((stands.as_str(), found.len()), (NOTHING, 1), "{column}: {found:#?}");
        let said = found[0].as_str();
        assert!(said.starts_with("A091 ") && said.contains(&format!(" so-a 1: Cột “{heading}” ở dòng “Hồ sơ đúng hạn”")), "{said}");
    }
    // Figures that the unit declared, cells of a figure where nothing is printed, a formula over a number, the head of a block.
    assert_eq!(
        touched(&put("input:so-a/1/dung_han declared", "81")).1,
        [
            "A091 L11 so-a 1: Cột “Số liệu kê khai” ở dòng “Số hồ sơ đúng hạn” của tiêu chí 1, “Sở A” nay ghi “81”, không phải nội dung phiếu đã in hoặc tự tính; không được đọc."
        ]
    );
    assert!(touched(&put("input:so-a/1/dung_han max", "81")).1[0].starts_with("A091 E11 so-a 1: "));
    assert_eq!(
        touched(&put("F9", "Xem lại")).1,
        ["A067 F9 – –: Ô này ghi “Xem lại” nhưng không phải ô để ghi của phiếu, nên không được đọc; số ô như vậy: 1."]
    );
    // Sheets that are only to be looked at.
    let listed = "- put: { sheet: worklist, at: G60, text: Đã xem }\n";
    let said = touched(listed).1;
    assert_eq!(said, ["A067 G60 – –: Trang “Việc cần làm” chỉ để xem nên không được đọc; số ô ghi thêm hoặc sửa: 1, ô đầu ghi “Đã xem”."]);
}

#[test]
fn cells_that_are_computed_are_the_workbooks_own_whatever_they_give() {
    // Nothing stands there before the council has said a word: a formula that gives nothing is no cell.
    let folder = council_alone();
    let book = made(&folder, 1);
    let live =
        |formula: &str| format!("- put: {{ sheet: appraisal, at: \"leaf:so-a/2.3 result\", formula: \"{formula}\", result: \"1\" }}\n");
    let typed = put("leaf:so-a/2.3 points", "1") + &put("leaf:so-a/2.3 reason", "x") + &live("N1");
    folder.put("appraisal/phieu.xlsx", by_hand(&book, &acts(&typed)));
    assert_eq!(told(&folder).1, [""; 0]);
    // Words are none.
    folder.put("appraisal/phieu.xlsx", by_hand(&book, &acts(&put("leaf:so-a/2.3 result", "Đạt"))));
    let found = told(&folder).1;
    assert!(found.len() == 1 && found[0].starts_with("A091 "), "{found:#?}");
}

/// A campaign with a criterion that only the council scores.
fn council_alone() -> Folder {
    let set = "set: nho\ntitle: Bộ\nstatus: model\ntotal: 4\ncriteria:\n  - { id: \"1\", name: Tự chấm, max: 2, rule: { given: { by: unit } } }\n  - { id: \"2.3\", name: Kiểm tra, max: 2, rule: { given: { by: council } } }\n";
    let form = |unit: &str| format!("- file: submissions/{unit}.xlsx\n  unit: {unit}\n  answers: {{ \"1\": {{ claimed: \"2\" }} }}\n");
    campaign_of(set, &(form("so-a") + &form("so-b")))
}

#[test]
fn a_row_that_is_gone_is_told() {
    let whole =
        "- delete_row: { sheet: appraisal, at: \"input:so-b/3/cong_khai\" }\n- delete_row: { sheet: appraisal, at: \"leaf:so-b/3\" }\n";
    let gone = |list: &str, leaf: &str, name: &str, unit: &str| {
        format!(
            "A092 – {unit} {leaf}: Phiếu không còn dòng của tiêu chí {list}, “{name}”, nên không biết ở đó đã ghi gì; nội dung ấy không được tính."
        )
    };
    assert_eq!(touched(whole), (NOTHING.to_owned(), vec![gone("3", "3", "Sở B", "so-b")]));
    let figure = "- delete_row: { sheet: appraisal, at: \"input:so-a/1/dung_han\" }\n";
    assert_eq!(touched(figure).1, [gone("1", "1", "Sở A", "so-a")]);
    let two = format!("{whole}- delete_row: {{ sheet: appraisal, at: \"leaf:so-b/1\" }}\n");
    assert_eq!(touched(&two).1, [gone("1, 3", "–", "Sở B", "so-b")]);
    // A row whose key is gone is still there.
    assert_eq!(touched("- put: { sheet: appraisal, at: \"leaf:so-b/3\", text: \"\" }\n").1, [""; 0]);
}

#[test]
fn what_nobody_touched_is_never_told_whatever_came_since() {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("so-a;1;dung_han;60;;1;Ghi 60;;\nso-a;3;;;1;1;Thiếu;;\n"));
    let [first, second] = [1, 2].map(|round| made(&folder, round));
    std::fs::remove_file(folder.path("appraisal/lan-1.csv")).unwrap();
    // Forms, sets and names of agencies change after the workbooks went out.
    folder.edit(
        "forms.yaml",
        "dung_han: \"80\", giai_quyet: \"100\" }, claimed: \"3.2\"",
        "dung_han: \"70\", giai_quyet: \"90\" }, claimed: \"3\"",
    );
    folder.fill();
    folder.edit("campaign.yaml", "title: Đợt thử", "title: Đợt thử\noffice: Sở Nội vụ");
    for book in [&first, &second] {
        folder.put("appraisal/phieu.xlsx", book);
        let found = told(&folder).1;
        assert!(found.iter().all(|one| one.starts_with("A069")), "{found:#?}");
    }
    // Printed words typed again as they stood, and a program that keeps no formulas.
    let again = put("leaf:so-a/1 claimed", "3.2") + &put("leaf:so-a/3 content", "CÔNG KHAI");
    folder.put("appraisal/phieu.xlsx", by_hand(&first, &acts(&again)));
    let found = told(&folder).1;
    assert!(found.iter().all(|one| one.starts_with("A069")), "{found:#?}");
}

/// A campaign whose first round took points from so-a at 1 and 3.
fn appraised() -> Folder {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("so-a;1;dung_han;60;;1;Báo cáo ghi 60 hồ sơ;;\nso-a;3;;;1;1;Chưa công khai đủ;;\n"));
    folder
}

#[test]
fn the_same_is_told_of_an_explanation() {
    let folder = appraised();
    let answer = "- put: { sheet: explanation, at: \"leaf:1 explained\", text: Báo cáo cũ thiếu quý IV }\n";
    let found = |hand: &str| {
        folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(&format!("{answer}{hand}"))).unwrap();
        let run = result(&folder);
        std::fs::remove_file(folder.path("submissions/so-a.giai-trinh-1.xlsx")).unwrap();
        assert_eq!(stands(&run).split(" A0").next().unwrap(), "2.40 4.00 1.00 = 7.40 | 3.60 2.00 0.00 = 5.10");
        let found =
            run["findings"].as_array().unwrap().iter().filter(|one| one["file"].as_str().is_some_and(|file| file.contains("giai-trinh")));
        found
            .map(|one| {
                format!("{} {}: {}", one["code"].as_str().unwrap(), one["cell"].as_str().unwrap_or("–"), one["message"].as_str().unwrap())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(found(""), [""; 0]);
    for (at, typed, heading) in [
        ("leaf:3 why", "Không đồng ý", "Lý do của thẩm định"),
        ("leaf:3 came", "2", "Điểm thẩm định"),
        ("leaf:3 claimed", "1", "Tự đánh giá"),
        ("leaf:3 state", "Đã gửi", "Tình trạng"),
        ("input:1/dung_han declared", "78", "Số liệu kê khai"),
        ("input:1/giai_quyet found", "78", "Số liệu thẩm định"),
    ] {
        let said = found(&format!("- put: {{ sheet: explanation, at: \"{at}\", text: \"{typed}\" }}\n"));
        assert!(said.len() == 1 && said[0].starts_with("A091 ") && said[0].contains(&format!("Cột “{heading}”")), "{at}: {said:#?}");
    }
    assert_eq!(
        found("- delete_row: { sheet: explanation, at: \"input:3/cong_khai\" }\n- delete_row: { sheet: explanation, at: \"leaf:3\" }\n"),
        ["A092 –: Phiếu không còn dòng của tiêu chí 3, nên không biết ở đó đã ghi gì; nội dung ấy không được tính."]
    );
    // A row without its key is still seen, and what stands in it is told as before.
    assert_eq!(found("- put: { sheet: explanation, at: \"leaf:3\", text: \"\" }\n"), [""; 0]);
}
