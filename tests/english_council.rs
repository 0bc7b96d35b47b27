//! The council's workbooks and the units' explanations in English: no word of the program's own is Vietnamese, and a workbook of
//! either language is read by a run in either.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::appraisal::{campaign, table};
use crate::council::{acts, put};
use crate::english::{between, foreign_words};
use crate::folder::Folder;
use crate::form::{Opened, recalculated, shown};
use crate::intake::hand::by_hand;
use crate::intake::raw::unzip;

/// Both languages, as the command line has them.
const LANGS: [&str; 2] = ["vi", "en"];

/// What an appraiser types, by the words of a language.
fn typed(lang: &str) -> String {
    let [no, name] = if lang == "en" { ["No", "John Smith, expert"] } else { ["Không", "Nguyễn Văn An"] };
    [
        put("leaf:so-a/1 points", "3"),
        put("leaf:so-a/1 reason", "Báo cáo ghi 60 hồ sơ"),
        put("input:so-b/1/dung_han corrected", "60"),
        put("leaf:so-b/1 reason", "sai sót"),
        put("input:so-a/3/cong_khai corrected", no),
        put("leaf:so-a/3 reason", "chưa công khai"),
        put("leaf:so-b/3 points", "0"),
        put("leaf:so-b/3 reason", "x"),
        put("appraiser+0 content", name),
    ]
    .concat()
}

/// Makes the workbook of the first round in a language.
fn council(folder: &Folder, lang: &str) -> Vec<u8> {
    let out = format!("council-{lang}");
    let said = folder.run(&format!("appraise . --round 1 --out {out} -q --lang {lang}"));
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    fs::read(folder.path(&format!("{out}/tham-dinh-lan-1.xlsx"))).unwrap()
}

/// Makes the explanation of so-a in a language.
fn asked(folder: &Folder, lang: &str) -> Vec<u8> {
    let said = folder.run(&format!("feedback . --unit so-a --out asked -q --lang {lang}"));
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    let bytes = fs::read(folder.path("asked/so-a.giai-trinh-1.xlsx")).unwrap();
    fs::remove_dir_all(folder.path("asked")).unwrap();
    bytes
}

/// Runs the campaign for a reader of a language; gives units and the codes that were found. Sheets are called by their Vietnamese
/// names, so that results can be compared.
fn run(folder: &Folder, lang: &str) -> (Value, Vec<String>) {
    let said = folder.run(&format!("run . -q --lang {lang}"));
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    let json = folder.text("reports/result.json");
    let json = json.replace("\"Appraisal\"", "\"Thẩm định\"").replace("\"Explanation\"", "\"Giải trình\"");
    let result: Value = serde_json::from_str(&json.replace("\"Further documents\"", "\"Tài liệu bổ sung\"")).unwrap();
    let codes = result["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect();
    (result["groups"].clone(), codes)
}

#[test]
fn a_council_workbook_of_either_language_is_read_in_either() {
    let mut all = Vec::new();
    for made in LANGS {
        let folder = campaign();
        let appraiser = typed(made);
        let book = by_hand(&council(&folder, made), &acts(&appraiser.replace("John Smith, expert", "Nguyễn Văn An")));
        folder.put("appraisal/lan-1.xlsx", book);
        all.extend(LANGS.map(|read| run(&folder, read)));
    }
    assert!(all.iter().all(|one| *one == all[0]), "{all:#?}");
    let unit = all[0].0[0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "so-a").unwrap();
    assert_eq!(unit["criteria"][0]["official"], "3.00");
    assert!(!all[0].1.iter().any(|code| code.starts_with('A') && code != "A020"), "{:?}", all[0].1);
}

#[test]
fn an_explanation_of_either_language_is_read_in_either() {
    let mut all = Vec::new();
    for made in LANGS {
        let folder = campaign();
        folder.put("appraisal/lan-1.csv", table("so-a;1;dung_han;60;;1;Báo cáo ghi 60 hồ sơ;;\nso-a;3;cong_khai;Không;;1;Chưa;;\n"));
        let answer = format!(
            r#"
- put: {{ sheet: explanation, at: "leaf:1 explained", text: Báo cáo cũ thiếu quý IV }}
- put: {{ sheet: explanation, at: "input:1/dung_han proposed", number: "78" }}
- put: {{ sheet: explanation, at: "input:3/cong_khai proposed", text: {} }}
- put: {{ sheet: further, at: "evidence#1 number", text: 12/BC-SA }}
- put: {{ sheet: further, at: "evidence#1 date", text: 05/01/2027 }}
"#,
            if made == "en" { "\"Yes\"" } else { "Có" }
        );
        let book = asked(&folder, made);
        assert_eq!(recalculated(book.clone(), &format!("explanation-{made}.xlsx")), [""; 0]);
        folder.put("submissions/so-a.giai-trinh-1.xlsx", by_hand(&book, &acts(&answer)));
        let found = LANGS.map(|read| (run(&folder, read), folder.run("why . so-a 1").out, folder.run("why . so-a 3").out));
        // Made again, it holds what was answered.
        let again = asked(&folder, made);
        let mut opened = Opened::new(again);
        let sheet = if made == "en" { "Explanation" } else { "Giải trình" };
        assert_eq!(shown(&opened.at(sheet, "leaf:1", "state")), if made == "en" { "Explained" } else { "Đã giải trình" });
        assert_eq!(shown(&opened.at(sheet, "input:3/cong_khai", "proposed")), if made == "en" { "Yes" } else { "Có" });
        all.extend(found);
    }
    assert!(all.iter().all(|one| *one == all[0]), "{all:#?}");
    assert!(all[0].1.contains("Báo cáo cũ thiếu quý IV") && all[0].2.contains("đề nghị “"), "{}{}", all[0].1, all[0].2);
}

#[test]
fn the_copy_that_goes_back_is_in_the_language_of_the_reader() {
    for made in LANGS {
        let folder = campaign();
        let wrong = typed(made) + &put("leaf:so-b/2 points", "khoảng 3") + &put("leaf:so-b/2 final", "x");
        folder.put("den/phieu.xlsx", by_hand(&council(&folder, made), &acts(&wrong)));
        for read in LANGS {
            let said = folder.run(&format!("check den/phieu.xlsx --campaign . --out ve-{read} --lang {read}"));
            assert_eq!(said.code, 3, "{}{}", said.out, said.err);
            let copy = fs::read(folder.path(&format!("ve-{read}/phieu.phan-hoi.xlsx"))).unwrap();
            let english = read == "en";
            let [sheet, list] = if english { ["Appraisal", "To be cured"] } else { ["Thẩm định", "Lỗi cần sửa"] };
            let mut opened = Opened::new(copy.clone());
            let mut at = |row: &str, column: &str| shown(&opened.at(sheet, row, column));
            assert_eq!([at("leaf:so-a/1", "points"), at("leaf:so-a/1", "reason")], ["3", "Báo cáo ghi 60 hồ sơ"]);
            assert_eq!(at("input:so-a/3/cong_khai", "corrected"), if english { "No" } else { "Không" });
            assert_eq!(at("leaf:so-b/2", "points"), "khoảng 3");
            assert_eq!(at("leaf:so-a/1", "state"), if english { "Appraised" } else { "Đã thẩm định" });
            let lines = opened.text(list).join("\n");
            assert!(lines.contains("S072"), "{made} read in {read}: {lines}");
            let kept = if english { "KEPT HERE" } else { "KHÔNG MẤT" };
            assert!(!lines.contains(kept), "{made} read in {read}: nothing stands outside the cells: {lines}");
            assert_eq!(recalculated(copy, &format!("copy-{made}-{read}.xlsx")), [""; 0], "{made} read in {read}");
        }
    }
}

#[test]
fn what_is_told_of_a_workbook_names_what_it_shows() {
    for (made, heading) in [("vi", "Số liệu thẩm định"), ("en", "Figure as corrected")] {
        let folder = campaign();
        folder.put("appraisal/lan-1.xlsx", by_hand(&council(&folder, made), &acts(&put("leaf:so-a/2 corrected", "5"))));
        for read in LANGS {
            let said = folder.run(&format!("run . --lang {read}"));
            assert!((said.out.clone() + &said.err).contains(&format!("“{heading}”")), "{made} read in {read}: {}{}", said.out, said.err);
        }
    }
}

/// Lists the Vietnamese words of the program's own in what it makes for the council and for units of a campaign, in English.
fn foreign(sample: &str) -> Vec<String> {
    let out = tempfile::TempDir::new().unwrap();
    for (command, folder) in [("appraise", "council"), ("feedback", "units")] {
        let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_parindex"));
        let made = run.args([command, sample, "-q", "--lang", "en", "--out"]).arg(out.path().join(folder)).output().unwrap();
        assert!(made.status.code().is_some_and(|code| code == 0 || code == 3), "{}", String::from_utf8_lossy(&made.stderr));
    }
    foreign_words(Path::new(sample), out.path(), 2, |_, xml| xml)
}

#[test]
fn no_english_workbook_of_the_council_holds_a_vietnamese_word_of_the_program() {
    let wrong = foreign("samples/long-an-2018");
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

/// Lists the words of headings in a row that are wider than their columns, of the sheet that is the nth of a workbook.
pub fn too_wide(book: &[u8], (sheet, n, row): (&str, u8, u32)) -> Vec<String> {
    let part = format!("xl/worksheets/sheet{n}.xml");
    let xml = unzip(book).into_iter().find(|(name, _)| *name == part).map(|(_, xml)| String::from_utf8(xml).unwrap()).unwrap();
    let mut opened = Opened::new(book.to_vec());
    let mut wide = Vec::new();
    for column in between(&xml, "<col ", "/>").filter(|column| !column.contains("hidden")) {
        // Whole characters of 7 pixels.
        let number = |name: &str| {
            let mark = format!("{name}=\"");
            let (_, behind) = column.split_once(mark.as_str()).unwrap();
            behind.split(['"', '.']).next().unwrap().parse::<u32>().unwrap()
        };
        let room = number("width") * 7 + 2;
        for word in opened.shown_at(sheet, row, number("min")).split([' ', '-']) {
            // Bold letters of 11 points are about a fifteenth wider; 96 pixels are 72 points.
            let pixels = parindex::look::width(word) * 11 * 4 / 3 * 16 / 15 / 1000;
            if pixels > room {
                wide.push(format!("{sheet}: {word}"));
            }
        }
    }
    wide
}

#[test]
fn no_word_of_a_heading_is_wider_than_its_column() {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("so-a;1;dung_han;60;;1;x;;\n"));
    for (lang, names) in [("vi", ["Thẩm định", "Giải trình"]), ("en", ["Appraisal", "Explanation"])] {
        let wide = [too_wide(&council(&folder, lang), (names[0], 2, 8)), too_wide(&asked(&folder, lang), (names[1], 1, 8))].concat();
        assert!(wide.is_empty(), "{wide:?}");
    }
}

#[test]
fn english_workbooks_are_marked_as_english_and_recalculate_the_same() {
    let folder = campaign();
    let book = by_hand(&council(&folder, "en"), &[]);
    assert_eq!(recalculated(book.clone(), "council-en.xlsx"), [""; 0]);
    let parts = unzip(&book);
    let styles = parts.iter().find(|(part, _)| *part == "xl/styles.xml").map(|(_, xml)| String::from_utf8_lossy(xml)).unwrap();
    assert!(styles.contains("[$-409]") && !styles.contains("[$-42A]"), "{styles}");
    let book = parts.iter().find(|(part, _)| *part == "xl/workbook.xml").map(|(_, xml)| String::from_utf8_lossy(xml)).unwrap();
    let sheets: Vec<&str> = between(&book, "<sheet name=\"", "\"").collect();
    assert_eq!(sheets, ["Worklist", "Appraisal", "Documents", "_danh_muc", "_parindex"]);
}
