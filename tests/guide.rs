//! The handbook: every key and kind of rule has an entry and an example, every example is right, the page stands alone.

use std::collections::BTreeSet;
use std::path::Path;

use parindex::cases;
use parindex::criteria::{self, CriteriaSet};
use parindex::finding::{Finding, Severity};
use parindex::guide;
use parindex::rule::Kind;
use serde_json::{Value, json};

use crate::folder::{Folder, run};

/// An example of the handbook.
struct Example {
    kind: &'static str,
    text: &'static str,
}

/// Lists the blocks of the handbook that stand in fences, with what each is.
fn blocks() -> Vec<Example> {
    let fences = guide::PARTS.iter().flat_map(|part| part.split("\n```").skip(1).step_by(2));
    fences.map(|block| block.split_once('\n').unwrap()).map(|(kind, text)| Example { kind, text }).collect()
}

fn schema(kind: &str) -> Value {
    serde_json::from_str(&run(Path::new("."), &format!("schema {kind}")).out).unwrap()
}

fn worse_than_a_note(findings: Vec<Finding>) -> Vec<String> {
    let worse = findings.into_iter().filter(|finding| finding.severity != Severity::Note);
    worse.map(|finding| format!("{} {}", finding.code.id, finding.message.vi)).collect()
}

/// Puts a leaf into a set of its own.
fn around(leaf: &str) -> String {
    let max = leaf.lines().find_map(|line| line.strip_prefix("  max: ")).unwrap();
    let leaf = leaf.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n");
    format!("set: vi-du\ntitle: Ví dụ\nstatus: model\ntotal: {max}\ncriteria:\n{leaf}")
}

#[track_caller]
fn clean_set(text: &str) -> CriteriaSet {
    let read = criteria::lint(text.as_bytes(), "set.yaml");
    let findings: Vec<Finding> = read.findings.into_iter().filter(|finding| finding.code.id != "C046").collect();
    assert_eq!(worse_than_a_note(findings), Vec::<String>::new(), "{text}");
    read.value.unwrap()
}

#[test]
fn every_set_comes_out_as_its_cases_say() {
    let mut shown = BTreeSet::new();
    let mut set = None;
    for Example { kind, text } in blocks() {
        match kind {
            "yaml set" => set = Some(clean_set(text)),
            "yaml leaf" => set = Some(clean_set(&around(text))),
            "yaml cases" => {
                let set: CriteriaSet = set.take().expect("cases stand behind their set");
                let ran = cases::run(text.as_bytes(), "cases.yaml", &set);
                let wrong: Vec<Finding> = ran.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
                assert_eq!(worse_than_a_note(wrong), Vec::<String>::new(), "{text}");
                assert!(ran.value.cases > 0 && ran.value.right == ran.value.cases, "{text}");
                shown.extend(set.leaves().map(|(_, leaf)| leaf.rule.key()));
            }
            _ => assert!(set.is_none() || kind == "keys", "every set and leaf has its cases, before {kind}: {text}"),
        }
    }
    assert_eq!(shown, Kind::ALL.iter().map(|kind| kind.key()).collect(), "every kind of rule has a worked example");
}

/// Takes the remark on last year's result for a line, as one does who has it.
fn with_last_year(whole: &str) -> String {
    let compared = whole.replace("\n# previous: ", "\nprevious: ");
    assert_ne!(compared, whole);
    compared
}

/// Replaces keys at the top of a campaign by those of a part of one.
fn with_part(whole: &str, part: &str) -> String {
    let top =
        |line: &str| line.split_once(':').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())).map(|(key, _)| key.to_owned());
    let given: BTreeSet<String> = part.lines().filter_map(top).collect();
    let mut kept = true;
    let mut text = String::new();
    for line in whole.lines() {
        kept = top(line).map_or(kept, |key| !given.contains(&key));
        if kept {
            text.push_str(line);
            text.push('\n');
        }
    }
    text + part
}

/// Makes the result of a year, as the examples name it.
pub fn kept(year: i16) -> String {
    let criterion = |id: &str, depth: usize| json!({ "id": id, "depth": depth, "max": "2", "applicable": true, "applicable_max": "2", "appraised_1": "1.00", "official": null, "index": null });
    let unit = |(id, name): (&str, &str)| {
        json!({ "id": id, "name": name, "status": "unranked", "place": null, "tied": false, "points": null, "applicable_max": "10",
            "index": null, "grade": null, "stages": {}, "criteria": [criterion("7", 1), criterion("7.1", 2)] })
    };
    let units = [("so-xay-dung", "Sở Xây dựng"), ("so-giao-thong-van-tai", "Sở Giao thông vận tải")].map(unit);
    json!({ "schema": "parindex/result/1", "campaign": { "id": "cchc-2026", "title": "Đợt", "year": year },
        "groups": [{ "id": "so-nganh", "name": "Khối sở", "set": { "id": "mau-khoi-dau", "version": null, "sha256": null },
            "mean_index": null, "units": units }],
        "awards": [], "findings": [] })
    .to_string()
}

#[test]
fn every_campaign_is_clean() {
    let blocks = blocks();
    let whole = blocks.iter().find(|block| block.kind == "yaml campaign").unwrap().text;
    let compared = with_last_year(whole);
    let parts = blocks.iter().filter(|block| block.kind == "yaml campaign-part").map(|part| with_part(&compared, part.text));
    for text in parts.chain([compared.clone()]) {
        let folder = Folder::empty();
        assert_eq!(folder.run("init dot").code, 0);
        for (name, year) in [("khoa/lan-1", 2026), ("nam-truoc/2025", 2025), ("nam-truoc/2024", 2024)] {
            folder.put(&format!("dot/{name}/result.json"), kept(year));
        }
        folder.put("dot/campaign.yaml", &text).put("dot/submissions/STC chinh thuc.xlsx", "");
        let said = folder.run("lint dot");
        assert_eq!((said.code, said.out.as_str()), (0, ""), "{text}");
    }
}

#[test]
fn every_example_of_ranking_and_awards_holds() {
    let blocks = blocks();
    let text = |kind: &str| blocks.iter().filter(|block| block.kind == kind).map(|block| block.text).collect::<Vec<_>>();
    let cases = text("yaml award-cases");
    assert!(!cases.is_empty());
    for cases in cases {
        let folder = Folder::empty();
        assert_eq!(folder.run("init dot").code, 0);
        folder.put("dot/campaign.yaml", with_last_year(text("yaml campaign")[0])).put("dot/award-cases.yaml", cases);
        folder.put("dot/nam-truoc/2025/result.json", kept(2025));
        let said = folder.run("lint dot");
        assert_eq!((said.code, said.out.as_str()), (0, ""));
    }
}

/// Notes every key that an example holds, by the part of the schema that it belongs to.
fn note(root: &Value, at: &Value, name: &str, value: &Value, seen: &mut BTreeSet<(String, String)>) {
    if let Some(part) = at.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix("#/definitions/")) {
        note(root, &root["definitions"][part], part, value, seen);
    }
    for shapes in ["allOf", "anyOf", "oneOf"] {
        for shape in at.get(shapes).and_then(Value::as_array).into_iter().flatten() {
            note(root, shape, name, value, seen);
        }
    }
    match value {
        Value::Array(items) => {
            if let Some(each) = at.get("items") {
                for item in items {
                    note(root, each, name, item, seen);
                }
            }
        }
        Value::Object(keys) => {
            for (key, value) in keys {
                if let Some(below) = at.get("properties").and_then(|below| below.get(key)) {
                    seen.insert((name.to_owned(), key.clone()));
                    note(root, below, name, value, seen);
                } else if let Some(each) = at.get("additionalProperties") {
                    note(root, each, name, value, seen);
                }
            }
        }
        _ => {}
    }
}

/// Notes every key that a schema allows.
fn allowed(at: &Value, name: &str, all: &mut BTreeSet<(String, String)>) {
    match at {
        Value::Object(keys) => {
            for (key, below) in keys {
                match key.as_str() {
                    "definitions" => {
                        for (part, below) in below.as_object().unwrap() {
                            allowed(below, part, all);
                        }
                    }
                    "properties" => {
                        for (key, below) in below.as_object().unwrap() {
                            all.insert((name.to_owned(), key.clone()));
                            allowed(below, name, all);
                        }
                    }
                    _ => allowed(below, name, all),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                allowed(item, name, all);
            }
        }
        _ => {}
    }
}

#[test]
fn every_key_stands_in_an_example_and_in_a_table() {
    let blocks = blocks();
    for (file, kinds) in [
        ("set", &["yaml set", "yaml leaf"][..]),
        ("cases", &["yaml cases"]),
        ("campaign", &["yaml campaign", "yaml campaign-part"]),
        ("award-cases", &["yaml award-cases"]),
    ] {
        let schema = schema(file);
        let (mut all, mut seen) = (BTreeSet::new(), BTreeSet::new());
        allowed(&schema, "", &mut all);
        for block in blocks.iter().filter(|block| kinds.contains(&block.kind)) {
            let text = if block.kind == "yaml leaf" { around(block.text) } else { block.text.to_owned() };
            note(&schema, &schema, "", &serde_saphyr::from_str(&text).unwrap(), &mut seen);
        }
        // One key that every kind of rule takes in the same sense is shown beside the kind.
        // Keys that something else took the place of are told in words.
        let old = |key: &str| ["least_index", "last_place"].contains(&key);
        let unseen: Vec<_> = all
            .iter()
            .filter(|(part, key)| !seen.contains(&(part.clone(), key.clone())) && (key != "text" || part == "Rule") && !old(key))
            .collect();
        assert!(unseen.is_empty(), "{file}: keys that no example of src/guide shows: {unseen:?}");
        let tables: BTreeSet<&str> = blocks
            .iter()
            .filter(|block| block.kind == "keys")
            .filter_map(|block| block.text.trim().split_once(' ').or(Some((block.text.trim(), ""))))
            .filter(|(of, _)| *of == file)
            .map(|(_, part)| part)
            .collect();
        // A list has no keys at the top.
        let unlisted: BTreeSet<&str> = all.iter().map(|(part, _)| part.as_str()).filter(|part| !tables.contains(part)).collect();
        assert!(unlisted.is_empty(), "{file}: parts of the schema whose keys src/guide does not list: {unlisted:?}");
    }
}

/// The whole campaign can be pasted into a folder that `init` has just made: all that is said is that there is no last year yet.
#[test]
fn the_whole_campaign_can_be_pasted_as_it_is() {
    let whole = blocks().into_iter().find(|block| block.kind == "yaml campaign").unwrap().text;
    let cases = blocks().into_iter().find(|block| block.kind == "yaml award-cases").unwrap().text;
    let folder = Folder::empty();
    assert_eq!(folder.run("init dot").code, 0);
    folder.put("dot/campaign.yaml", whole).put("dot/award-cases.yaml", cases);
    let said = folder.run("lint dot");
    let told: Vec<&str> = said.out.lines().filter(|line| line.contains("]: ")).collect();
    assert_eq!((said.code, told.len()), (0, 2), "{}", said.out);
    assert!(told.iter().all(|line| line.starts_with("cảnh báo[C299]: đợt không khai previous")), "{told:?}");
}

/// No key of a table is without a word on what it may hold.
#[test]
fn every_key_says_what_it_may_hold() {
    let page = guide::page();
    let rows = page.split("<tr><td><code>").skip(1).map(|row| row.split("</tr>").next().unwrap());
    let empty: Vec<&str> = rows
        .filter(|row| {
            let value = row.rsplit("<td>").next().unwrap().trim_end_matches("</td>");
            value.split(',').any(|part| part.trim().is_empty())
        })
        .collect();
    assert!(empty.is_empty(), "{empty:#?}");
    let official = page.split("<td><code>official</code>").nth(1).unwrap().split("</tr>").next().unwrap();
    for word in ["claimed", "computed", "accepted", "appraised_1", "appraised_2", "appraised_3"] {
        assert!(official.contains(&format!("<code>{word}</code>")), "{word}: {official}");
    }
}

#[test]
fn the_page_stands_alone_and_its_links_lead_somewhere() {
    let page = guide::page();
    for outside in ["http:", "https:", "src=", "<script", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let unique: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "every anchor is there once: {ids:?}");
    for link in page.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(link.strip_prefix('#').is_some_and(|id| ids.contains(&id)), "{link}");
    }
    for (kind, word) in Kind::ALL.iter().map(|kind| (kind.key(), format!("<code>{}</code>", kind.key()))) {
        let heading = page.split("<h3 ").any(|rest| rest.split("</h3>").next().unwrap().contains(&word));
        assert!(heading, "{kind} has a section of its own");
    }
    let outside_code: String = page.split("<code>").map(|part| part.rsplit("</code>").next().unwrap()).collect();
    assert!(!outside_code.contains(" / ") && !page.contains("```"), "both languages are told apart, and no block is torn");
}

#[test]
fn docs_prints_or_writes_the_page_and_spares_files_of_others() {
    let folder = Folder::empty();
    let printed = folder.run("docs");
    assert_eq!((printed.code, printed.out == guide::page()), (0, true), "where nobody watches it goes to stdout");
    let written = folder.run("docs --out trang.html");
    assert_eq!((written.code, written.out.as_str()), (0, "Đã ghi sổ tay: trang.html (mở bằng trình duyệt, không cần mạng)\n"));
    assert_eq!(folder.text("trang.html"), guide::page());
    assert_eq!(folder.run("docs --out trang.html -q").code, 0, "the page is written anew");
    folder.put("khac.html", "<p>của người khác</p>");
    assert_eq!(folder.run("docs --out khac.html").code, 1);
    assert_eq!(folder.text("khac.html"), "<p>của người khác</p>");
    let json: Value = serde_json::from_str(&folder.run("docs --format json --out trang.html").out).unwrap();
    assert_eq!(json["file"], "trang.html");
}

/// Vietnamese first, English second, and so marked that a reader can leave it out: every heading of the page has both, and every
/// paragraph in English stands in the part for it.
#[test]
fn every_part_of_the_page_is_told_in_vietnamese_and_then_in_english() {
    let page = guide::page();
    let english = "<span class=\"en\" lang=\"en\">";
    let mut headings = 0;
    for level in ["h2", "h3"] {
        for rest in page.split(&format!("<{level} id=")).skip(1) {
            let heading = rest.split_once('>').unwrap().1.split(&format!("</{level}>")).next().unwrap();
            let (vi, en) = heading.split_once(english).unwrap_or_else(|| panic!("{heading} has no English"));
            assert!(!vi.trim().is_empty() && !en.trim_end_matches("</span>").trim().is_empty(), "{heading}");
            headings += 1;
        }
    }
    assert!(headings > 60, "{headings}");
    let (mut parts, mut paragraphs) = (page.split("<div class=\"en\" lang=\"en\">"), 0);
    let marked = |words: &str| words.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic());
    let mut vietnamese = parts.next().unwrap().to_owned();
    for part in parts {
        let (told, behind) = part.split_once("</div>").unwrap();
        assert!(told.matches("<p>").count() + told.matches("<li>").count() + told.matches("<t").count() > 0, "{told}");
        vietnamese += behind;
    }
    for paragraph in vietnamese.split("<p>").skip(1).map(|rest| rest.split("</p>").next().unwrap()) {
        assert!(marked(paragraph), "English where Vietnamese is read: {paragraph}");
        paragraphs += 1;
    }
    assert!(paragraphs > 80, "{paragraphs}");
}
