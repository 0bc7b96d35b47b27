//! Forms in English: no word of the program's own is Vietnamese, and a form of either language is read in either as the other is.

use std::fs;
use std::path::Path;
use std::process::Command;

use parindex::assessment::SelfAssessment;
use parindex::criteria::CriteriaSet;
use parindex::finding::Checked;
use parindex::form::layout::{ASSESSMENT, EVIDENCE, GUIDE};
use parindex::form::read::{self, added_sheets};
use parindex::text::Lang;
use parindex::workbook;
use serde_json::Value;

use crate::appraisal::campaign as folder;
use crate::council::acts;
use crate::english::{between, foreign_words};
use crate::english_council::too_wide;
use crate::folder::Folder;
use crate::form::{LANGS, Opened, SET, attributes, campaign, careful, drawn, form_in, recalculated, set_of, shown};
use crate::intake::hand::by_hand;
use crate::intake::raw::unzip;

/// Makes blank forms of some units of a campaign in English, and lists Vietnamese words in them that nobody gave the program.
fn foreign(sample: &str, units: &[&str]) -> Vec<String> {
    let out = tempfile::TempDir::new().unwrap();
    for unit in units {
        let mut run = Command::new(env!("CARGO_BIN_EXE_parindex"));
        let made = run.args(["template", sample, "-q", "--lang", "en", "--unit", unit, "--out"]).arg(out.path()).output().unwrap();
        assert!(made.status.code().is_some_and(|code| code == 0 || code == 3), "{}", String::from_utf8_lossy(&made.stderr));
    }
    foreign_words(Path::new(sample), out.path(), units.len(), without_the_set)
}

/// Leaves out the set's own YAML, which the form carries on its hidden sheet.
fn without_the_set(part: &str, xml: Vec<u8>) -> Vec<u8> {
    if part != "xl/sharedStrings.xml" {
        return xml;
    }
    let words = String::from_utf8(xml).unwrap();
    words.split_inclusive("</si>").filter(|item| item.len() < 8_000).collect::<String>().into_bytes()
}

#[test]
fn no_english_form_holds_a_vietnamese_word_of_the_program() {
    for (sample, units) in [
        ("samples/long-an-2018", ["so-noi-vu", "kien-tuong"].as_slice()),
        ("samples/minh-giang-2025", ["so-noi-vu", "xa-phu-khe"].as_slice()),
    ] {
        let wrong = foreign(sample, units);
        assert!(wrong.is_empty(), "{sample}: {} texts:\n{}", wrong.len(), wrong.join("\n"));
    }
}

/// Reads a form; says where each answer stood by the Vietnamese names of sheets, so that both languages can be compared.
fn read_back(bytes: &[u8], set: &CriteriaSet) -> Checked<Option<SelfAssessment>> {
    let mut read = read::read(&workbook::open(bytes, "form.xlsx").value.unwrap(), set, "form.xlsx");
    if let Some(form) = &mut read.value {
        for answer in form.answers.values_mut().chain([&mut form.shared]) {
            answer.sheet = answer.sheet.as_ref().map(|name| if ASSESSMENT.are(name) { ASSESSMENT.vi } else { EVIDENCE.vi }.into());
            for document in &mut answer.evidence {
                document.place.sheet = Some(EVIDENCE.vi.into());
            }
        }
    }
    read
}

#[test]
fn the_same_answers_are_read_from_a_form_of_either_language() {
    let (campaign, model) = (campaign(), fs::read_to_string("criteria/mau-xa-phuong-2025/set.yaml").unwrap());
    for yaml in [SET, &model] {
        let set = set_of(yaml);
        for filled in (1..=6).map(|seed| drawn(&set, seed)).chain([careful(&set_of(SET))].into_iter().filter(|_| yaml == SET)) {
            let [vi, en] = LANGS.map(|lang| read_back(&form_in(&set, Some(&filled), (&campaign, lang)), &set));
            let codes = |read: &Checked<Option<SelfAssessment>>| {
                read.findings.iter().map(|one| (one.code.id, one.place.cell.clone())).collect::<Vec<_>>()
            };
            assert_eq!(codes(&vi), codes(&en));
            assert_eq!(vi.value, en.value);
        }
        let blank = read_back(&form_in(&set, None, (&campaign, Lang::En)), &set);
        assert_eq!(blank.findings, [], "{}: a blank form holds nothing that is wrong", set.id);
    }
}

#[test]
fn an_english_form_asks_within_the_limits_of_excel_and_cuts_nothing() {
    let campaign = campaign();
    for set in fs::read_dir("criteria").unwrap().map(|entry| entry.unwrap().path().join("set.yaml")).filter(|set| set.is_file()) {
        let set = set_of(&fs::read_to_string(set).unwrap());
        let opened = Opened::new(form_in(&set, None, (&campaign, Lang::En)));
        for sheet in [2, 3] {
            let xml = opened.part(&format!("xl/worksheets/sheet{sheet}.xml"));
            for (name, longest) in [("promptTitle", 32), ("prompt", 255), ("errorTitle", 32), ("error", 255)] {
                let texts = attributes(&xml, name);
                assert!(!texts.is_empty(), "{}, sheet {sheet}: {name}", set.id);
                for text in texts {
                    let cut = text.ends_with('…') && !text.ends_with("https://…");
                    assert!(text.encode_utf16().count() <= longest && !cut, "{}, {name}: {text}", set.id);
                }
            }
        }
    }
}

/// Behind a semicolon a case of a rule goes on in small letters.
#[test]
fn a_case_behind_a_semicolon_has_no_capital() {
    let campaign = campaign();
    let mut behind = std::collections::BTreeSet::new();
    for set in ["mau-so-nganh-2025", "mau-xa-phuong-2025", "mau-khoi-dau"] {
        let set = set_of(&fs::read_to_string(format!("criteria/{set}/set.yaml")).unwrap());
        let mut opened = Opened::new(form_in(&set, None, (&campaign, Lang::En)));
        for text in opened.texts(parindex::form::layout::ASSESSMENT.en) {
            behind.extend(text.split("; ").skip(1).filter_map(|rest| rest.split([' ', ':', ',']).next()).map(str::to_owned));
        }
    }
    assert!(behind.contains("never") && behind.contains("later"), "{behind:?}");
    let begins = ["Never", "Later", "For", "No", "None", "Otherwise", "Under", "From", "At", "Each", "By", "Before", "Where", "All"];
    assert!(begins.iter().all(|word| !behind.contains(*word)), "{behind:?}");
}

#[test]
fn no_word_of_a_heading_of_a_form_is_wider_than_its_column() {
    let (set, campaign) = (set_of(SET), campaign());
    for lang in LANGS {
        let form = form_in(&set, None, (&campaign, lang));
        let wide = [too_wide(&form, (ASSESSMENT.get(lang), 2, 7)), too_wide(&form, (EVIDENCE.get(lang), 3, 7))].concat();
        assert!(wide.is_empty(), "{wide:?}");
    }
}

#[test]
fn english_forms_are_marked_as_english() {
    let (set, campaign) = (set_of(SET), campaign());
    let form = form_in(&set, Some(&careful(&set)), (&campaign, Lang::En));
    let parts = unzip(&form);
    let part = |name: &str| parts.iter().find(|(part, _)| *part == name).map(|(_, xml)| String::from_utf8_lossy(xml)).unwrap();
    let styles = part("xl/styles.xml");
    assert!(styles.contains("[$-409]") && !styles.contains("[$-42A]"), "{styles}");
    let book = part("xl/workbook.xml");
    let sheets: Vec<&str> = between(&book, "<sheet name=\"", "\"").collect();
    assert_eq!(sheets, ["Instructions", "Self-assessment", "Evidence", "_danh_muc", "_parindex"]);
    let mut opened = Opened::new(form);
    let mut at = |row: &str, column: &str| shown(&opened.at("Self-assessment", row, column));
    assert_eq!([at("input:1.10/du", "input"), at("leaf:2.4", "claimed")], ["Yes", "Not applicable"]);
    assert_eq!(at("leaf:1.1", "state"), "Complete, documents: 2");
    assert_eq!(at("leaf:2.4", "state"), "Not applicable");
    assert_eq!(at("total", "state"), "13/13 cells filled in");
}

#[test]
fn a_sheet_that_has_the_name_of_the_other_language_is_the_units_own() {
    let (set, campaign) = (set_of(SET), campaign());
    for (lang, other) in [(Lang::Vi, GUIDE.en), (Lang::En, GUIDE.vi)] {
        let mut book = workbook::open(&form_in(&set, None, (&campaign, lang)), "form.xlsx").value.unwrap();
        assert_eq!(added_sheets(&book).count(), 0, "{other}");
        let mut own = book.sheets.iter().find(|sheet| GUIDE.are(&sheet.name)).unwrap().clone();
        own.name = other.into();
        book.sheets.push(own);
        assert_eq!(added_sheets(&book).map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), [other]);
        let codes: Vec<&str> = read::read(&book, &set, "form.xlsx").findings.iter().map(|one| one.code.id).collect();
        assert_eq!(codes, ["S029"], "{other}");
    }
}

/// Makes the blank form of a unit in a language.
fn blank(folder: &Folder, unit: &str, lang: &str) -> Vec<u8> {
    let said = folder.run(&format!("template . --unit {unit} --out blank-{lang} -q --lang {lang}"));
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    fs::read(folder.path(&format!("blank-{lang}/{unit}.xlsx"))).unwrap()
}

/// What a unit types, by the words of a language: figures, yes and no, a day, an explanation, a document.
fn typed(lang: &str) -> String {
    let yes = if lang == "en" { "\"Yes\"" } else { "Có" };
    [
        "- put: { sheet: assessment, at: \"input:1/dung_han input\", number: \"70\" }\n".to_owned(),
        "- put: { sheet: assessment, at: \"input:1/giai_quyet input\", number: \"100\" }\n".to_owned(),
        format!("- put: {{ sheet: assessment, at: \"input:3/cong_khai input\", text: {yes} }}\n"),
        "- put: { sheet: assessment, at: \"input:2/sang_kien input\", number: \"10\" }\n".to_owned(),
        "- put: { sheet: assessment, at: \"leaf:1 claimed\", number: \"2.5\" }\n".to_owned(),
        "- put: { sheet: assessment, at: \"leaf:1 explanation\", text: Theo báo cáo }\n".to_owned(),
        "- put: { sheet: assessment, at: \"difficulties+0 how\", text: Thiếu người }\n".to_owned(),
    ]
    .concat()
}

/// Runs the campaign for a reader of a language; gives its result with the Vietnamese names of sheets.
fn run(folder: &Folder, lang: &str) -> Value {
    let said = folder.run(&format!("run . -q --lang {lang}"));
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    let mut json = folder.text("reports/result.json");
    for name in [ASSESSMENT, EVIDENCE, GUIDE] {
        json = json.replace(&format!("\"{}\"", name.en), &format!("\"{}\"", name.vi));
    }
    let mut result: Value = serde_json::from_str(&json).unwrap();
    for finding in result["findings"].as_array_mut().unwrap() {
        // What is said quotes the names of sheets.
        finding.as_object_mut().unwrap().retain(|key, _| !["message", "help", "why"].contains(&key.as_str()));
    }
    result
}

#[test]
fn a_form_of_either_language_comes_to_the_same_result() {
    let mut all = Vec::new();
    for made in ["vi", "en"] {
        let folder = folder();
        let filled = by_hand(&blank(&folder, "so-a", made), &acts(&typed(made)));
        assert_eq!(recalculated(by_hand(&blank(&folder, "so-a", made), &[]), &format!("form-{made}.xlsx")), [""; 0]);
        folder.put("submissions/so-a.xlsx", filled);
        all.extend(["vi", "en"].map(|read| run(&folder, read)));
    }
    assert!(all.iter().all(|one| *one == all[0]), "{all:#?}");
    let unit = all[0]["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "so-a").unwrap();
    assert_eq!(unit["criteria"][0]["claimed"], "2.50");
}

#[test]
fn the_copy_of_a_form_is_in_the_language_of_the_reader_and_keeps_every_answer() {
    for made in ["vi", "en"] {
        let folder = folder();
        let wrong = typed(made).replace("\"70\"", "\"170\"");
        folder.put("gui/bieu.xlsx", by_hand(&blank(&folder, "so-a", made), &acts(&wrong)));
        for read in ["vi", "en"] {
            let said = folder.run(&format!("check gui/bieu.xlsx --campaign . --out ve-{read} --lang {read}"));
            assert_eq!(said.code, 0, "{}{}", said.out, said.err);
            let copy = fs::read(folder.path(&format!("ve-{read}/bieu.phan-hoi.xlsx"))).unwrap();
            let english = read == "en";
            let (sheet, list) = if english { (ASSESSMENT.en, "To be cured") } else { (ASSESSMENT.vi, "Lỗi cần sửa") };
            let mut opened = Opened::new(copy.clone());
            let mut at = |row: &str, column: &str| shown(&opened.at(sheet, row, column));
            assert_eq!([at("input:1/dung_han", "input"), at("leaf:1", "explanation")], ["170", "Theo báo cáo"]);
            assert_eq!(at("input:3/cong_khai", "input"), if english { "Yes" } else { "Có" });
            let lines = opened.text(list).join("\n");
            let kept = if english { "KEPT HERE" } else { "KHÔNG MẤT" };
            assert!(!lines.contains(kept), "{made} read in {read}: nothing stands outside the cells: {lines}");
            assert_eq!(recalculated(copy.clone(), &format!("form-copy-{made}-{read}.xlsx")), [""; 0], "{made} read in {read}");
            // The copy comes back as it went: what is found in it is what was found in the form.
            folder.put("lai/bieu.xlsx", copy);
            let again = folder.run(&format!("check lai/bieu.xlsx --campaign . --lang {read} --format json"));
            let codes = |out: &str| {
                let json: Value = serde_json::from_str(out).unwrap();
                json["findings"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect::<Vec<_>>()
            };
            let first = folder.run(&format!("check gui/bieu.xlsx --campaign . --lang {read} --format json"));
            assert_eq!(codes(&again.out), codes(&first.out), "{made} read in {read}");
        }
    }
}

#[test]
fn what_is_typed_over_an_english_form_is_told() {
    let folder = folder();
    let over = "- put: { sheet: assessment, at: \"total+0 content\", text: TỔNG }\n- put: { sheet: assessment, at: \"leaf:1 max\", number: \"9\" }\n";
    folder.put("gui/bieu.xlsx", by_hand(&blank(&folder, "so-a", "en"), &acts(&(typed("en") + over))));
    let said = folder.run("check gui/bieu.xlsx --campaign . --lang en --format json");
    let json: Value = serde_json::from_str(&said.out).unwrap();
    let told: Vec<&str> = json["findings"].as_array().unwrap().iter().filter_map(|one| one["message"].as_str()).collect();
    assert!(told.iter().any(|words| words.contains("“TỔNG” where the form prints “TOTAL”")), "{told:#?}");
    assert!(told.iter().any(|words| words.contains("“9” where the form prints")), "{told:#?}");
}
