//! The copy of a workbook of the council that goes back to whoever filled it in: everything typed is kept, every finding
//! marked at its cell.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::annotated::{jumps, part};
use crate::appraisal::{campaign, result, stands};
use crate::council::{acts, made, put};
use crate::council_live;
use crate::folder::Folder;
use crate::form::{Opened, recalculated, shown};
use crate::intake::hand::{Act, by_hand};

const SHEET: &str = "Thẩm định";
const LIST: &str = "Lỗi cần sửa";

/// Checks a workbook of the council beside its campaign, and gives what was said, and the copy.
fn sent_back(folder: &Folder, book: &[u8]) -> (Value, Vec<u8>) {
    folder.put("den/phieu.xlsx", book);
    let said = folder.run("check den/phieu.xlsx --campaign . --out ve --format json");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    let copy = std::fs::read(folder.path("ve/phieu.phan-hoi.xlsx")).unwrap();
    (serde_json::from_str(&said.out).unwrap(), copy)
}

/// Lists what was found: code, unit, criterion, words.
fn found(said: &Value) -> Vec<[String; 4]> {
    let text = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let all = said["findings"].as_array().unwrap().iter();
    let mut all: Vec<_> = all.map(|one| ["code", "unit", "criterion", "message"].map(|key| text(one, key))).collect();
    all.sort();
    all
}

/// What a hurried appraiser types.
fn hurried() -> Vec<Act> {
    let note = "- note: { sheet: appraisal, at: \"leaf:so-a/1 reason\", text: Đã hỏi chị Lan }\n";
    acts(
        &[
            &put("leaf:so-a/1 points", "3"),
            &put("leaf:so-b/1 points", "khoảng 3"),
            &put("leaf:so-b/1 reason", "thiếu báo cáo"),
            &put("leaf:so-a/2 corrected", "5"),
            &put("leaf:so-a/2 reason", "trùng lặp"),
            &put("input:so-b/2/sang_kien corrected", "năm"),
            &put("leaf:so-a/3 points", "7"),
            &put("leaf:so-a/3 reason", "vượt yêu cầu"),
            &put("leaf:so-b/3 applies", "chưa rõ"),
            &put("leaf:so-b/3 final", "x"),
            &put("appraiser+0 content", "Nguyễn Văn An"),
            note,
            &put("AB14", "chờ Thanh tra"),
            "- add_sheet: { name: Riêng, text: Nhờ rà lại }\n",
        ]
        .concat(),
    )
}

#[test]
fn every_mistake_is_marked_at_its_cell() {
    let folder = campaign();
    let book = by_hand(&made(&folder, 1), &hurried());
    let (said, copy) = sent_back(&folder, &book);
    let codes: Vec<String> =
        found(&said).into_iter().map(|[code, unit, leaf, _]| format!("{code} {unit} {leaf}").trim_end().to_owned()).collect();
    assert_eq!(codes, ["A004 so-a 3", "A023 so-b 3", "A049 so-a 1", "A066 so-a 2", "A067", "A067", "S040 so-b 2", "S072 so-b 1", "S101"]);
    let mut opened = Opened::new(copy.clone());
    // What was typed stands where it was typed, also in the wrong cell; what the program computes is computed.
    for (row, column, holds) in [
        ("leaf:so-a/1", "points", "3"),
        ("leaf:so-b/1", "points", "khoảng 3"),
        ("leaf:so-b/1", "reason", "thiếu báo cáo"),
        ("leaf:so-a/2", "corrected", "5"),
        ("input:so-b/2/sang_kien", "corrected", "năm"),
        ("leaf:so-a/3", "points", "7"),
        ("leaf:so-a/3", "state", "Sai: điểm ngoài khoảng 0–2"),
        ("leaf:so-b/1", "state", "Sai: điểm ngoài khoảng 0–4"),
        ("leaf:so-b/3", "applies", "chưa rõ"),
        ("leaf:so-b/3", "state", "Xem lại: Áp dụng ghi Có hoặc Không"),
        ("leaf:so-b/3", "final", "x"),
        ("appraiser", "content", "Nguyễn Văn An"),
    ] {
        assert_eq!(shown(&opened.at(SHEET, row, column)), holds, "{row} {column}");
    }
    assert_eq!(recalculated(copy.clone(), "council-copy.xlsx"), [""; 0]);

    // The list jumps to each cell, the cell has its note.
    let jumps = jumps(&copy);
    let notes = part(&copy, "xl/comments1.xml");
    for (row, column, code) in [
        ("leaf:so-a/1", "reason", "A049"),
        ("leaf:so-b/1", "points", "S072"),
        ("leaf:so-a/2", "corrected", "A066"),
        ("input:so-b/2/sang_kien", "corrected", "S040"),
        ("leaf:so-a/3", "points", "A004"),
        ("leaf:so-b/3", "applies", "A023"),
    ] {
        let (line, at) = opened.place(SHEET, row, column);
        let cell = format!("{}{line}", char::from(b'A' + u8::try_from(at - 1).unwrap()));
        assert!(jumps.contains(&format!("{SHEET}!{cell}")), "{code} {cell}: {jumps:?}");
        let note = notes.split(&format!("ref=\"{cell}\"")).nth(1).unwrap_or_else(|| panic!("{code}: no note at {cell}"));
        assert!(note.split("</comment>").next().unwrap().contains(&format!(" {code}: ")), "{code}: {note}");
    }
    assert!(notes.contains("Đã hỏi chị Lan"), "the appraiser's own note is kept");
    // Whose each line is stands in the list, and below it what has no cell.
    let list = opened.text(LIST);
    assert!(list.iter().any(|line| line.starts_with("Còn phải sửa: 5 lỗi, 1 cảnh báo; 0 lưu ý")), "{list:#?}");
    assert!(list.iter().any(|line| line.contains("| A049 | 1 | ") && line.contains("| Sở A | ")), "{list:#?}");
    for words in ["chờ Thanh tra", "Nhờ rà lại"] {
        assert!(list.iter().any(|line| line.contains(&format!(" | {words} | parindex:stray:"))), "{words}: {list:#?}");
    }
}

#[test]
fn the_copy_says_what_the_workbook_said() {
    let folder = campaign();
    let (said, copy) = sent_back(&folder, &by_hand(&made(&folder, 1), &hurried()));
    let (again, second) = sent_back(&folder, &copy);
    // What stands beside the cells is listed, and not found again; the note is still there.
    let kept: Vec<_> = found(&said).into_iter().filter(|[code, ..]| code != "A067").collect();
    let place = |one: &[String; 4]| one.clone().map(|words| words.replace("P8", "P9"));
    assert_eq!(found(&again).iter().map(place).collect::<Vec<_>>(), kept.iter().map(place).collect::<Vec<_>>());
    let (mut one, mut other) = (Opened::new(copy), Opened::new(second));
    assert_eq!(one.text(SHEET), other.text(SHEET));
}

#[test]
fn a_finding_goes_once_it_is_cured() {
    let folder = campaign();
    let (_, copy) = sent_back(&folder, &by_hand(&made(&folder, 1), &hurried()));
    let path = crate::form::saved_as("council-cured.xlsx", &copy);
    let mut model: ironcalc::base::Model = ironcalc::import::load_from_xlsx(path.to_str().unwrap(), "en", "UTC", "en").unwrap();
    model.evaluate();
    let text = |model: &ironcalc::base::Model, row: i32, column: i32| match model.get_cell_value_by_index(0, row, column).unwrap() {
        ironcalc::base::cell::CellValue::String(text) => text,
        other => format!("{other:?}"),
    };
    let mut opened = Opened::new(copy);
    let mut cure = |code: &str, row: &str, column: &str, value: &str| {
        let line = (6..20).find(|line| text(&model, *line, 3) == code).unwrap_or_else(|| panic!("no line of {code}"));
        assert_eq!(text(&model, line, 10), "Chưa khắc phục", "{code}");
        let (row, column) = opened.place(SHEET, row, column);
        model.set_user_input(2, row, column, value.to_owned()).unwrap();
        model.evaluate();
        assert_eq!(text(&model, line, 10), "Đã khắc phục", "{code}");
    };
    cure("A049", "leaf:so-a/1", "reason", "Báo cáo ghi 75 hồ sơ");
    cure("A004", "leaf:so-a/3", "points", "1");
    cure("S072", "leaf:so-b/1", "points", "3");
    cure("S040", "input:so-b/2/sang_kien", "corrected", "5");
    cure("A066", "leaf:so-a/2", "corrected", "");
    cure("A023", "leaf:so-b/3", "applies", "Không");
    assert!(text(&model, 4, 1).starts_with("Còn phải sửa: 0 lỗi, 0 cảnh báo"), "{}", text(&model, 4, 1));
}

#[test]
fn whatever_is_typed_the_copy_counts_the_same() {
    let folder = council_live::campaign();
    let blank = made(&folder, 1);
    for seed in 1..=3 {
        let mut typed = council_live::drawn(seed);
        let wrong = [
            put("leaf:so-a/1.1 points", ["9", "hai rưỡi", "-1"][usize::try_from(seed % 3).unwrap()]),
            put("input:so-b/2.2/ty_le corrected", "gần hết"),
            put("input:so-a/3.2/lan points", "1"),
            put("leaf:so-b/2.3 applies", "?"),
        ];
        typed.extend(acts(&wrong.concat()));
        let book = by_hand(&blank, &typed);
        let (said, copy) = sent_back(&folder, &book);
        let (again, _) = sent_back(&folder, &copy);
        assert_eq!(found(&again), found(&said), "seed {seed}");
        let counts = |book: &[u8]| {
            folder.put("appraisal/phieu.xlsx", book);
            let stands = stands(&result(&folder));
            std::fs::remove_file(folder.path("appraisal/phieu.xlsx")).unwrap();
            stands
        };
        assert_eq!(counts(&copy), counts(&book), "seed {seed}");
        assert_eq!(recalculated(copy, "council-copy-drawn.xlsx"), [""; 0], "seed {seed}");
    }
}

#[test]
fn what_may_belong_to_another_line_is_kept_as_words() {
    let folder = campaign();
    let typed = [put("leaf:so-a/1 points", "3"), put("leaf:so-a/1 reason", "sai số"), put("leaf:so-b/1 points", "2,5")];
    let filled = by_hand(&made(&folder, 1), &acts(&typed.concat()));
    for (damage, code) in [
        (put("leaf:so-a/1 parindex:keys", ""), "A054"),
        (put("leaf:so-a/1 unit", "Sở B"), "A055"),
        (put("leaf:so-a/1 max", "5"), "A056"),
        ("- delete_row: { sheet: appraisal, at: \"input:so-a/1/dung_han\" }\n".to_owned(), "A055"),
        ("- delete_column: { sheet: appraisal, at: \"leaf:so-a/1 corrected\" }\n".to_owned(), "A054"),
        (put("parindex:keys+1 points", "Điểm năm 2024"), "A077"),
    ] {
        let (said, copy) = sent_back(&folder, &by_hand(&filled, &acts(&damage)));
        assert!(found(&said).iter().any(|[found, ..]| found == code), "{code}: {said:#}");
        let mut opened = Opened::new(copy.clone());
        assert_eq!(shown(&opened.at(SHEET, "leaf:so-a/1", "points")), "", "{code}");
        let list = opened.text(LIST);
        let line = list.iter().find(|line| line.contains(&format!("| {code} |"))).unwrap_or_else(|| panic!("{code}: {list:#?}"));
        assert!(line.ends_with("Cần đối chiếu"), "{line}");
        let kept: Vec<&String> = list.iter().filter(|line| line.starts_with(&format!("{code}: "))).collect();
        assert!(
            kept.iter().any(|line| line.contains(" | 3 | parindex:stray:"))
                && kept.iter().any(|line| line.contains(" | sai số | parindex:stray:")),
            "{code}: {list:#?}"
        );
        let (again, _) = sent_back(&folder, &copy);
        let codes: BTreeSet<String> = found(&again).into_iter().map(|[code, ..]| code).collect();
        assert!(!codes.contains(code), "{code}: {codes:?}");
    }
}

#[test]
fn what_units_and_others_say_is_weighed_and_an_earlier_version_is_not() {
    let folder = campaign();
    let blank = made(&folder, 1);
    let typed = |points: &str, by: &str| {
        by_hand(
            &blank,
            &acts(&[put("leaf:so-a/1 points", points), put("leaf:so-a/1 reason", "x"), put("appraiser+0 content", by)].concat()),
        )
    };
    folder.put("appraisal/khac.xlsx", typed("2", "Bình"));
    // The same file as it was before stands back; another appraiser's does not.
    folder.put("appraisal/phieu.xlsx", typed("1", "An"));
    let (said, _) = sent_back(&folder, &typed("3", "An"));
    assert_eq!(found(&said).iter().map(|[code, ..]| code.as_str()).collect::<Vec<_>>(), ["A003"], "{said:#}");
    std::fs::remove_file(folder.path("appraisal/khac.xlsx")).unwrap();
    let (said, _) = sent_back(&folder, &typed("3", "An"));
    assert_eq!(found(&said), [[""; 4]; 0]);
}

#[test]
fn a_workbook_of_another_campaign_comes_back_as_a_list() {
    let folder = campaign();
    let book = by_hand(&made(&folder, 1), &acts(&put("leaf:so-a/1 points", "3")));
    folder.edit("campaign.yaml", "id: x\n", "id: y\n");
    let (said, copy) = sent_back(&folder, &book);
    assert_eq!(found(&said).iter().map(|[code, ..]| code.as_str()).collect::<Vec<_>>(), ["A051"]);
    let mut opened = Opened::new(copy);
    assert!(!opened.has(SHEET));
    assert!(opened.text(LIST).iter().any(|line| line.contains("| A051 |")));
}
