//! What a list of levels leaves open is asked in its own words, and what its text answers is not.

use parindex::convert::Options;

use super::converted_with;

/// Lines with all that is asked of what lies between the levels of each.
const BETWEEN: &str = include_str!("between.txt");

/// Tells what is asked of the levels of a line that is the only rule of a table, without the name of its criterion.
fn told(line: &str) -> Vec<String> {
    let parts: Vec<&str> = line.splitn(3, '|').map(str::trim).collect();
    let (max, name, method) = (format!("={}", parts[0]), parts[1], parts[2].replace('⏎', "\n"));
    let table: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
        &["I", "Lĩnh vực", &max, ""],
        &["1", name, &max, &method],
    ];
    let read = converted_with(&table, &Options::default());
    assert!(read.value.unwrap().leftovers.is_empty(), "{line}");
    let between = |one: &&String| one.starts_with("C317") || one.contains("chỉ một số mức ghi") || one.contains("nói về thứ khác với");
    let all: Vec<String> = read.findings.iter().map(|one| format!("{} {}", one.code.id, one.message.vi)).collect();
    all.iter().filter(between).map(|one| one.replacen(&format!("“{name}”: "), "", 1)).collect()
}

#[test]
fn what_lies_between_levels_is_asked_and_nothing_else() {
    let mut all: Vec<(&str, Vec<String>)> = Vec::new();
    for text in BETWEEN.lines().filter(|text| !text.trim().is_empty() && !text.starts_with('#')) {
        match text.strip_prefix("  ! ") {
            Some(question) => all.last_mut().unwrap().1.push(question.to_owned()),
            None => all.push((text, Vec::new())),
        }
    }
    let other = |(line, right): &(&str, Vec<String>)| {
        let told = told(line);
        (told != *right).then(|| format!("{line}\n  told: {told:#?}\n  not: {right:#?}"))
    };
    let bad: Vec<String> = all.iter().filter_map(other).collect();
    assert!(bad.is_empty(), "{} of {}:\n{}", bad.len(), all.len(), bad.join("\n\n"));
}
