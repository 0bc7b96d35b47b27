//! What a list of levels leaves open is asked in its own words, and what its text answers is not.

use parindex::convert::{Converted, Options};
use parindex::finding::Checked;

use super::converted_with;

/// Lines with all that is asked of what lies between the levels of each.
const BETWEEN: &str = include_str!("between.txt");

/// Reads a line as the only rule of a table.
fn read(line: &str) -> Checked<Option<Converted>> {
    let parts: Vec<&str> = line.splitn(3, '|').map(str::trim).collect();
    let (max, name, method) = (format!("={}", parts[0]), parts[1], parts[2].replace('⏎', "\n"));
    let table: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
        &["I", "Lĩnh vực", &max, ""],
        &["1", name, &max, &method],
    ];
    converted_with(&table, &Options::default())
}

/// Tells what is asked of the levels of a line that is the only rule of a table, without the name of its criterion.
fn told(line: &str) -> Vec<String> {
    let name = line.split('|').nth(1).unwrap().trim();
    let read = read(line);
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

/// Days are written as offices write them in Vietnamese, and as everywhere else in English.
#[test]
fn days_are_asked_in_the_manner_of_each_language() {
    for (line, vi, en) in [
        (
            "1 | Kế hoạch | Trước ngày 05/03/2026: 1⏎Sau ngày 05/03/2026: 0",
            "ngày 05/3/2026 không thuộc mức nào của bảng",
            "no level of the table holds 2026-03-05",
        ),
        (
            "1 | Kế hoạch | Đến ngày 31/3/2026: 1⏎Từ ngày 31/3/2026: 0",
            "ngày 31/3/2026 thuộc cả hai mức của bảng",
            "two levels of the table hold 2026-03-31",
        ),
        (
            "1 | Kế hoạch | Trước ngày 05/3: 1⏎Sau ngày 05/3: 0",
            "ngày 05/3 không thuộc mức nào của bảng",
            "no level of the table holds 5 March",
        ),
        (
            "1 | Kế hoạch | Trước ngày 05/3/2026: 1⏎Từ ngày 05/3/2026 đến ngày 10/4/2026: 0,5",
            "bảng chưa quy định trường hợp thực hiện sau ngày 10/4/2026 thì được bao nhiêu điểm",
            "the table doesn't say what a day after 2026-04-10 gives",
        ),
        (
            "1 | Kế hoạch | Từ ngày 01/03/2026 đến ngày 05/03/2026: 1⏎Sau ngày 05/03/2026: 0",
            "bảng chưa quy định trường hợp thực hiện trước ngày 01/3/2026 thì được bao nhiêu điểm; tạm tính như mức sớm nhất",
            "the table doesn't say what a day before 2026-03-01 gives; as much as the earliest level for now",
        ),
    ] {
        let told: Vec<(String, String)> = read(line).findings.iter().map(|one| (one.message.vi.clone(), one.message.en.clone())).collect();
        assert!(told.contains(&(format!("“Kế hoạch”: {vi}"), format!("“Kế hoạch”: {en}"))), "{line}\n{told:#?}");
    }
    let worked = read("1 | Kế hoạch | Đến ngày 05/03/2026: 1⏎Sau ngày 05/03/2026: 0").value.unwrap();
    assert!(worked.cases.contains("Thực hiện ngày 05/3/2026") && worked.cases.contains("Thực hiện ngày 06/3/2026"), "{}", worked.cases);
}
