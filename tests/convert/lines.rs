//! Rule lines in the style of decisions, each with the rule that is right: what is recognised, what is asked, what is not sure.

use parindex::convert::{Answers, Words, Writer, recognise};
use parindex::points::Points;

/// Line of the table with what is right.
#[derive(Debug, Default)]
struct Line {
    /// Maximum, name, and the lines of the criterion.
    asked: String,
    /// Inputs and rule.
    rule: Option<String>,
    /// Codes of questions.
    open: Vec<String>,
    /// Words left over.
    left: Option<String>,
    /// Rule that would be right, where none is found.
    missed: Option<String>,
    /// What the line means, written down before the converter read it.
    meaning: Option<String>,
}

/// Reads the table.
fn lines(table: &str) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::new();
    for text in table.lines().filter(|text| !text.trim().is_empty() && !text.starts_with('#')) {
        let Some(said) = text.strip_prefix("  ") else {
            all.push(Line { asked: text.to_owned(), ..Line::default() });
            continue;
        };
        let line = all.last_mut().unwrap();
        match said.split_at(2) {
            ("= ", rule) => line.rule = Some(rule.to_owned()),
            ("! ", code) => line.open.push(code.to_owned()),
            ("? ", left) => line.left = Some(left.to_owned()),
            ("~ ", right) => line.missed = Some(right.to_owned()),
            (": ", meaning) => line.meaning = Some(meaning.to_owned()),
            _ => panic!("{text}"),
        }
    }
    all
}

/// Lists the lines that are understood: maximum, name, lines.
pub fn understood() -> Vec<(String, String, Vec<String>)> {
    let parts = |line: &Line| {
        let parts: Vec<&str> = line.asked.splitn(3, '|').map(str::trim).collect();
        (parts[0].to_owned(), parts[1].to_owned(), parts[2].split('⏎').map(|line| line.trim().to_owned()).collect())
    };
    let tables = [LINES, LATER, PROVINCES, COMMUNES, DEPARTMENTS, OFFICES, DISTRICTS, BELIEFS];
    tables.iter().flat_map(|table| lines(table)).filter(|line| line.rule.is_some()).map(|line| parts(&line)).collect()
}

/// Reads a line as the converter does: its rule with inputs, or the words left over; and the codes of questions.
fn read(asked: &str) -> (Result<String, String>, Vec<String>) {
    let parts: Vec<&str> = asked.splitn(3, '|').map(str::trim).collect();
    let max = Points::parse(parts[0]).unwrap();
    let lines: Vec<String> = parts[2].split('⏎').map(|line| line.trim().to_owned()).collect();
    let (takes, max) = (max.is_negative(), max.abs());
    let found = recognise(&Words { name: parts[1], max: &max, lines: &lines, figures: &[], answers: Answers::OfUnit, takes, adds: false });
    let codes = found.doubts.iter().map(|(code, _)| code.id.to_owned()).collect();
    let Some(rule) = &found.rule else { return (Err(found.failed.join(" | ")), codes) };
    let mut out = Writer::default();
    out.inputs(0, &found.inputs.list);
    out.rule(0, rule);
    (Ok(out.text.lines().map(str::trim).collect::<Vec<_>>().join(" ")), codes)
}

/// Lines that the converter was built with.
const LINES: &str = include_str!("lines.txt");
/// Lines that it met when it was built.
const LATER: &str = include_str!("decisions.txt");
/// Lines whose meaning was written down before the converter read them.
const PROVINCES: &str = include_str!("provinces.txt");

/// Lines of communes and departments after the districts went; their meaning stands beside each, and was written first.
const COMMUNES: &str = include_str!("communes.txt");
/// A second batch, written after the converter had been changed for the first, and read once before any further change.
const DEPARTMENTS: &str = include_str!("departments.txt");

/// A third batch, made in the same way after the second.
const OFFICES: &str = include_str!("offices.txt");

/// A fourth batch, made in the same way after the third.
const DISTRICTS: &str = include_str!("districts.txt");

/// What a reader could believe of a line without a reason, with lines beside it that have the reason.
const BELIEFS: &str = include_str!("beliefs.txt");

/// Writes a table with what the converter makes of it today, where results are recorded; meanings and headings are kept.
fn record(name: &str, table: &str) {
    if std::env::var_os("PARINDEX_RECORD").is_none() {
        return;
    }
    let mut out: Vec<String> = Vec::new();
    let mut known = lines(table).into_iter();
    for text in table.lines().filter(|text| !text.starts_with("  ")) {
        out.push(text.to_owned());
        if text.trim().is_empty() || text.starts_with('#') {
            continue;
        }
        let line = known.next().unwrap();
        let (got, open) = read(&line.asked);
        let said = |sign: &str, words: &str| format!("  {sign} {words}");
        out.extend(line.meaning.map(|meaning| said(":", &meaning)));
        out.push(match got {
            Ok(rule) => said("=", &rule),
            Err(left) => line.missed.or(line.rule).map_or_else(|| said("?", &left), |right| said("~", &right)),
        });
        out.extend(open.iter().map(|code| said("!", code)));
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/convert").join(name);
    std::fs::write(path, out.join("\n") + "\n").unwrap();
}

/// Holds the converter to a table; gives how many lines there are, how many have a rule, and how many of these are right.
fn held(table: &str) -> (usize, usize, usize) {
    let all = lines(table);
    let mut wrong = Vec::new();
    let (mut rules, mut right) = (0, 0);
    for line in &all {
        let (got, open) = read(&line.asked);
        rules += usize::from(line.rule.is_some() || line.missed.is_some());
        let fits = match (&line.rule, &line.left, &got) {
            (Some(rule), None, Ok(got)) if rule == got && line.open == open => {
                right += 1;
                true
            }
            (None, Some(left), Err(got)) => left == got,
            (None, None, Err(_)) => line.missed.is_some(),
            _ => false,
        };
        if !fits {
            wrong.push(format!("{}\n  {line:?}\n  got {got:?} {open:?}", line.asked));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    (all.len(), rules, right)
}

#[test]
fn lines_of_decisions_become_the_right_rules_or_none() {
    record("lines.txt", LINES);
    let (all, rules, right) = held(LINES);
    assert!(all >= 150 && rules >= 130, "{all} lines, {rules} with a rule");
    assert!(right * 100 >= rules * 90, "{right} of {rules} right");
}

#[test]
fn lines_met_later_become_the_right_rules_or_none() {
    record("decisions.txt", LATER);
    let (all, rules, right) = held(LATER);
    assert!(all >= 40 && right * 100 >= rules * 80, "{right} of {rules} right, {all} lines");
}

#[test]
fn lines_in_the_idioms_of_provinces_become_the_right_rules_or_none() {
    record("provinces.txt", PROVINCES);
    let (all, rules, right) = held(PROVINCES);
    assert!(all >= 175 && right * 100 >= rules * 88, "{right} of {rules} right, {all} lines");
}

#[test]
fn lines_whose_meaning_was_written_first_become_the_right_rules_or_none() {
    let tables = [("communes.txt", COMMUNES), ("departments.txt", DEPARTMENTS), ("offices.txt", OFFICES), ("districts.txt", DISTRICTS)];
    for (name, table) in tables {
        record(name, table);
    }
    for (name, table) in tables {
        let (all, rules, right) = held(table);
        assert!(all >= 40 && right * 100 >= rules * 90, "{name}: {right} of {rules} right, {all} lines");
    }
}

#[test]
fn nothing_is_believed_of_a_line_that_it_does_not_say() {
    record("beliefs.txt", BELIEFS);
    let (all, rules, right) = held(BELIEFS);
    assert!(all >= 65 && rules == right, "{right} of {rules} right, {all} lines");
}

#[test]
fn a_clause_more_is_never_passed_over() {
    // Behind each line that is understood, something is said that changes its points.
    let more = [
        "Riêng đơn vị vùng cao được nhân hệ số 1,2",
        "Trường hợp nộp chậm thì trừ 10% số điểm đạt được",
        "Không chấm điểm nếu không có tài liệu kiểm chứng",
        "Điểm thưởng thêm 0,3 điểm cho đơn vị làm điểm",
        "Nếu bị phê bình thì hạ một bậc",
    ];
    let mut passed = Vec::new();
    for line in lines(LINES).iter().filter(|line| line.rule.is_some()) {
        for clause in more {
            for joint in ["⏎", "; ", ". "] {
                let asked = format!("{}{joint}{clause}", line.asked.trim_end_matches(['.', ';']));
                if let (Ok(rule), _) = read(&asked) {
                    passed.push(format!("{asked}\n  {rule}"));
                }
            }
        }
    }
    assert!(passed.is_empty(), "{} lines:\n{}", passed.len(), passed[..passed.len().min(12)].join("\n"));
}
