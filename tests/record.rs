//! `result.json` read back: the same values, to the last digit, and a plain word where it can't be read.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};

use parindex::assessment::Round;
use parindex::finding::Finding;
use parindex::points::{Points, Rounding, RoundingMode};
use parindex::record::{Fraction, LARGEST_FILE, Printed, Record, read, write};
use parindex::results::Results;
use parindex::text::Lang;
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::report::{Exercise, exercise};
use crate::rules::dice::Dice;

/// Writes a record.
fn written(results: &Results<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(results, &mut bytes).unwrap();
    bytes
}

/// Reads a record in which nothing is to be found.
#[track_caller]
fn clean(bytes: &[u8]) -> Record {
    let read = read(bytes, "result.json");
    assert_eq!(read.findings, Vec::new());
    read.value.unwrap()
}

/// Gives code and words of the only thing found in a file that is no record.
#[track_caller]
fn refused(bytes: &[u8]) -> String {
    let read = read(bytes, "kq/result.json");
    assert!(read.value.is_none());
    let [finding]: [Finding; 1] = read.findings.try_into().unwrap();
    let line = finding.place.line.map(|line| format!(" line {line}")).unwrap_or_default();
    format!("{}{line}: {} / {}", finding.code.id, finding.says(Lang::Vi), finding.says(Lang::En))
}

/// Draws a value: whole, decimal, or a fraction that no decimal gives.
fn drawn(dice: &mut Dice) -> Points {
    let whole = |dice: &mut Dice, sides| i64::try_from(dice.throw(sides)).unwrap();
    let above = Points::from(whole(dice, 2_000_000) - 1_000_000);
    match dice.throw(4) {
        0 => above,
        1 => above.over(&Points::from(100)).unwrap(),
        _ => above.over(&Points::from(whole(dice, 700_000) + 1)).unwrap(),
    }
}

/// Changes every figure of an exercise.
fn shuffle(exercise: &mut Exercise, dice: &mut Dice) {
    let maybe = |dice: &mut Dice| (!dice.one_in(4)).then(|| drawn(dice));
    let modes = [RoundingMode::HalfUp, RoundingMode::Truncate];
    for ranking in &mut exercise.ranking.groups {
        let decimals = u8::try_from(dice.throw(5)).unwrap();
        let mode = modes[usize::try_from(dice.throw(2)).unwrap()];
        ranking.group.rounding = Rounding { decimals, mode, ..Rounding::default() };
        ranking.mean_index = maybe(dice);
        for row in &mut ranking.rows {
            (row.points, row.index, row.tied) = (maybe(dice), maybe(dice), dice.one_in(2));
            row.place = (!dice.one_in(3)).then(|| usize::try_from(dice.throw(500)).unwrap());
        }
    }
    for card in exercise.cards.values_mut() {
        card.adjusted = maybe(dice);
        for node in &mut card.nodes {
            (node.official, node.index, node.applicable) = (maybe(dice), maybe(dice), dice.one_in(2));
            let stages = &mut node.stages;
            (stages.claimed, stages.computed, stages.survey) = (maybe(dice), maybe(dice), maybe(dice));
        }
    }
}

#[test]
fn random_results_read_back_to_the_last_digit() {
    let mut dice = Dice::new(2018);
    for _ in 0..12 {
        let mut exercise = exercise();
        shuffle(&mut exercise, &mut dice);
        let bytes = written(&exercise.results());
        let record = clean(&bytes);
        let again: Value = serde_json::to_value(&record).unwrap();
        assert_eq!(again, serde_json::from_slice::<Value>(&bytes).unwrap(), "what is read says what was written");
        let rows = exercise.ranking.groups.iter().flat_map(|ranking| &ranking.rows);
        for row in rows {
            let (_, unit) = record.unit(row.unit.as_str()).unwrap();
            let exact = |fraction: &Option<Fraction>| fraction.as_ref().map(Fraction::points);
            assert_eq!((exact(&unit.exact.points), exact(&unit.exact.index)), (row.points.clone(), row.index.clone()));
            assert_eq!((unit.status, unit.place, unit.tied), (row.status, row.place, row.tied));
            let rounding = exercise.ranking.groups[0].group.rounding;
            let nodes = &exercise.cards[&row.unit].nodes;
            assert_eq!(unit.criteria.len(), nodes.len());
            for (criterion, node) in unit.criteria.iter().zip(nodes) {
                assert_eq!((exact(&criterion.exact.official), exact(&criterion.exact.index)), (node.official.clone(), node.index.clone()));
                assert_eq!(criterion.applicable, node.applicable);
                let printed = |points: &Option<Points>| points.as_ref().map(|points| rounding.machine(points));
                let told = |printed: &Option<Printed>| printed.as_ref().map(|printed| printed.as_str().to_owned());
                assert_eq!(told(&criterion.stages.survey), printed(&node.stages.survey));
                assert_eq!(told(&criterion.stages.rounds[&Round::FIRST]), printed(&node.stages.appraised.get(&Round::FIRST).cloned()));
            }
        }
    }
}

#[test]
fn a_record_takes_a_line_for_each_unit_and_finding() {
    let exercise = exercise();
    let text = String::from_utf8(written(&exercise.results())).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let units = lines.iter().filter(|line| line.starts_with("{\"id\":\"don-vi-")).count();
    let findings = lines.iter().filter(|line| line.starts_with("{\"code\":")).count();
    assert_eq!((units, findings), (exercise.units.len(), exercise.findings.len()));
    assert!(text.ends_with("}\n") && !text.contains("  "), "compact, and ending in a line feed");
}

#[test]
fn exact_values_are_fractions_in_lowest_terms() {
    let json: Value = serde_json::from_slice(&written(&exercise().results())).unwrap();
    let unit = json["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "don-vi-7").unwrap();
    assert_eq!(unit["exact"], json!({ "points": "80", "index": "3200/39" }));
    let leaf = unit["criteria"].as_array().unwrap().iter().find(|node| node["id"] == "4.2").unwrap();
    assert_eq!(leaf["exact"], json!({ "official": null, "index": null }));
    assert_eq!(unit["provisional"], false);
}

#[test]
fn what_a_run_writes_is_read_back_whole() {
    let folder = Folder::base();
    assert_eq!(folder.run("run .").code, 0);
    let bytes = fs::read(folder.path("reports/result.json")).unwrap();
    let record = clean(&bytes);
    assert_eq!(serde_json::to_value(&record).unwrap(), serde_json::from_slice::<Value>(&bytes).unwrap());
    let (group, unit) = record.unit("so-a").unwrap();
    assert_eq!((group.id.as_str(), unit.file.as_deref()), ("so", Some("submissions/so-a.xlsx")));
}

#[test]
fn further_rounds_and_fields_to_come_are_read() {
    let mut json: Value = serde_json::from_slice(&written(&exercise().results())).unwrap();
    let unit = &mut json["groups"][0]["units"][0];
    unit["stages"]["appraised_3"] = json!("81.25");
    unit["criteria"][1]["appraised_4"] = json!("1.50");
    unit["to_come"] = json!([{ "deep": true }]);
    unit["criteria"][1]["to_come"] = json!({ "appraised_9": "x" });
    json["awards"][0]["considered"][0]["conditions"] = json!([{ "what": "index", "value": "85.00", "limit": "75", "met": true }]);
    let record = clean(json.to_string().as_bytes());
    let unit = &record.groups[0].units[0];
    let rounds = |rounds: &BTreeMap<Round, Option<Printed>>| -> Vec<(u8, String)> {
        let text = |round: &Option<Printed>| round.as_ref().map_or("", Printed::as_str).to_owned();
        rounds.iter().skip(1).map(|(round, points)| (round.number(), text(points))).collect()
    };
    assert_eq!(rounds(&unit.stages.tree.rounds), [(2, String::new()), (3, "81.25".into())]);
    assert_eq!(rounds(&unit.criteria[1].stages.rounds), [(2, String::new()), (4, "1.50".into())]);
    let condition = &record.awards[0].considered[0].conditions.as_ref().unwrap()[0];
    assert_eq!((condition.what.as_str(), condition.met), ("index", true));
    let again = serde_json::to_value(&record).unwrap();
    assert_eq!(again["groups"][0]["units"][0]["stages"]["appraised_3"], "81.25");
}

#[test]
fn an_older_file_is_read_from_its_printed_decimals() {
    let mut json: Value = serde_json::from_slice(&written(&exercise().results())).unwrap();
    for unit in json["groups"][0]["units"].as_array_mut().unwrap() {
        unit.as_object_mut().unwrap().remove("exact");
        unit.as_object_mut().unwrap().remove("provisional");
        for criterion in unit["criteria"].as_array_mut().unwrap() {
            criterion.as_object_mut().unwrap().remove("exact");
        }
    }
    // An editor of Windows may have put a mark before it.
    let bytes = [b"\xEF\xBB\xBF".as_slice(), json.to_string().as_bytes()].concat();
    let read = read(&bytes, "result.json");
    assert_eq!(read.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["C251"], "told once for the file");
    let record = read.value.unwrap();
    let (_, unit) = record.unit("don-vi-7").unwrap();
    assert_eq!(unit.exact.index.as_ref().map(Fraction::as_str), Some("1641/20"), "82.05");
    let leaf = unit.criteria.iter().find(|criterion| criterion.id == "4.2").unwrap();
    assert_eq!(leaf.exact.official, None);
}

#[test]
fn files_that_are_no_record_are_told_with_their_line() {
    let whole = written(&exercise().results());
    let text = String::from_utf8(whole.clone()).unwrap();
    let vi = "C250: Không dùng được tệp kết quả “kq/result.json”: ";
    for (bytes, expected) in [
        (b"".to_vec(), "tệp bị cắt giữa chừng"),
        (b"{}".to_vec(), "tệp không phải kết quả của parindex"),
        (b"[1, 2]".to_vec(), "nội dung không đúng cấu trúc"),
        (b"PK\x03\x04".to_vec(), "nội dung không phải JSON"),
        (text.replace("result/1", "result/2").into_bytes(), "định dạng “parindex/result/2”, chương trình này đọc “parindex/result/1”"),
        (whole[..whole.len() / 2].to_vec(), "tệp bị cắt giữa chừng"),
        (text.replacen("\"place\":1,", "\"place\":-1,", 1).into_bytes(), "nội dung không đúng cấu trúc"),
        (text.replacen("\"85.00\"", "\"85,00\"", 1).into_bytes(), "nội dung không đúng cấu trúc"),
        (text.replacen("\"ranked\"", "\"first\"", 1).into_bytes(), "nội dung không đúng cấu trúc"),
        (text.replacen("\"points\":\"85\"", "\"points\":\"85/0\"", 1).into_bytes(), "nội dung không đúng cấu trúc"),
        ("[".repeat(100_000).into_bytes(), "nội dung không đúng cấu trúc"),
        (vec![b' '; LARGEST_FILE + 1], "tệp lớn hơn 256 MB"),
    ] {
        let said = refused(&bytes);
        let message = said.split_once(": ").unwrap().1;
        let expected = format!("{vi}{expected}");
        assert!(message.starts_with(expected.split_once(": ").unwrap().1), "{said}\nexpected {expected}");
    }
    let cut = text.lines().take(3).collect::<Vec<_>>().join("\n");
    assert!(refused(cut.as_bytes()).starts_with("C250 line 3: "), "{}", refused(cut.as_bytes()));
}

#[test]
fn a_file_cut_anywhere_is_an_answer_and_no_panic() {
    let whole = written(&exercise().results());
    for end in (0..whole.len() - 2).step_by(997) {
        assert!(read(&whole[..end], "result.json").value.is_none(), "{end}");
    }
}

#[test]
fn numbers_of_any_length_are_told_apart_from_figures() {
    let long = "9".repeat(9_000);
    assert!(Points::parse_fraction(&format!("{long}/{long}")).is_some_and(|one| one == Points::one()));
    for wrong in ["", "-", "1/", "/2", "1/0", "1/00", "1/-2", "+1", "1.5", "1/2/3", "0x1", " 1", &"9".repeat(10_001)] {
        assert_eq!((Points::parse_fraction(wrong), Points::is_fraction(wrong)), (None, false), "{wrong}");
    }
    for (text, printed) in [("-7/4", "-1.75"), ("0", "0"), ("6/4", "1.5")] {
        assert_eq!(Points::parse_fraction(text).unwrap().plain(), printed);
    }
    assert_eq!(Points::parse_fraction("6/4").unwrap().fraction(), "3/2");
    assert_eq!(Printed::new("1,5"), None);
    assert_eq!(Printed::new("9".repeat(201)), None);
}

#[test]
fn a_record_is_written_as_it_is_made() {
    /// Takes so many bytes and no more.
    struct Full(usize);
    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let error = write(&exercise().results(), Full(1_000)).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
}
