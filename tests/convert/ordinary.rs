//! Ordinary rule lines with the points that an official takes them to give, written down before the converter read them.

use parindex::cases;
use parindex::convert::{Converted, Options, convert};
use parindex::criteria::{CriteriaSet, Criterion, Leaf};
use parindex::figure::{Figure, Figures, Input, InputKind};
use parindex::finding::{Finding, Severity};
use parindex::points::Points;
use parindex::rule::{Case, Gives, Scorer};
use parindex::workbook;

use super::{linted, workbook as made};

/// The table.
const ORDINARY: &str = include_str!("ordinary.txt");

/// Lines that were read wrongly before.
const AUDITED: &str = include_str!("audited.txt");

/// Clauses beside one another, with relatives and near misses.
const CLAUSES: &str = include_str!("clauses.txt");

/// Words that hold for more than what stands right behind them, with relatives and near misses.
const KEPT: &str = include_str!("kept.txt");

/// What was believed of a line without a reason, with relatives and near misses.
const RELATIVES: &str = include_str!("relatives.txt");

/// What was silent or asked without need.
const ASKED: &str = include_str!("asked.txt");

/// What words were taken for without a reason, with relatives and near misses.
const MISTAKEN: &str = include_str!("mistaken.txt");

/// What a second count found, with relatives and near misses.
const RECOUNT: &str = include_str!("recount.txt");

/// What was told or silently wrong, with relatives and near misses.
const TOLD: &str = include_str!("told.txt");

/// Lines of tables that were written after the converter.
const UNFAMILIAR: &str = include_str!("unfamiliar.txt");

/// What is demanded, what is taken, and what stands beside it.
const TAKEN: &str = include_str!("taken.txt");

/// What is counted, out of how many, and what it is called.
const NOUNS: &str = include_str!("nouns.txt");

/// Whether there is always something of what a rate is of.
const ALWAYS: &str = include_str!("always.txt");

/// Of which total a rate is, and what its figures are called.
const TOTALS: &str = include_str!("totals.txt");

/// Line of the table with what is right.
#[derive(Debug, Default)]
struct Line {
    /// Maximum, name, and the lines of the criterion.
    asked: String,
    /// Figures, and the points that they give.
    points: Vec<(String, String)>,
    /// Codes of questions.
    open: Vec<String>,
    /// Whether nobody recognises it yet.
    unsure: bool,
    /// Who gives the points until then, where that is said.
    given_by: String,
    /// Whether a person must decide, so that no rule may be made of it.
    undecided: bool,
}

/// Reads a table.
fn lines(table: &str) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::new();
    for text in table.lines().filter(|text| !text.trim().is_empty() && !text.starts_with('#')) {
        let Some(said) = text.strip_prefix("  ") else {
            all.push(Line { asked: text.to_owned(), ..Line::default() });
            continue;
        };
        let line = all.last_mut().unwrap();
        match said.split_at(1) {
            ("@", case) => {
                let (figures, points) = case.split_once("->").unwrap();
                line.points.push((figures.trim().to_owned(), points.trim().to_owned()));
            }
            ("!", code) => line.open.push(code.trim().to_owned()),
            ("?", by) => (line.unsure, line.given_by) = (true, by.trim().to_owned()),
            ("x", _) => line.undecided = true,
            (":", _) => {}
            _ => panic!("{text}"),
        }
    }
    all
}

/// Converts a table that has the line as its only rule, or below a heading of bonus or penalty points.
fn converted(asked: &str) -> (Converted, Vec<Finding>) {
    let parts: Vec<&str> = asked.splitn(3, '|').map(str::trim).collect();
    let (max, name, method) = (parts[0], parts[1], parts[2].replace('⏎', "\n"));
    let block = match max.chars().next() {
        Some('+') => Some("ĐIỂM THƯỞNG"),
        Some('-') => Some("ĐIỂM TRỪ"),
        _ => None,
    };
    let max = format!("={}", max.trim_start_matches('+'));
    let mut rows: Vec<Vec<&str>> =
        vec![vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"], vec!["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"]];
    if let Some(block) = block {
        rows.extend([vec!["1", "Việc", "=1", "Có: 1; không: 0"], vec!["II", block, "", ""], vec!["1", name, &max, &method]]);
    } else {
        rows.extend([vec!["I", "Lĩnh vực", &max, ""], vec!["1", name, &max, &method]]);
    }
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let book = workbook::open(&made(&rows), "bang.xlsx").value.unwrap();
    let read = convert(&book, "bang.xlsx", &Options::default());
    (read.value.unwrap(), read.findings)
}

/// Gives the figure that words stand for at an input.
fn figure(input: &Input, leaf: &Leaf, words: &str) -> Option<Figure> {
    if words == "none" {
        return Some(Figure::NotIssued);
    }
    match input.kind {
        InputKind::YesNo => ["không", "có"].iter().position(|one| *one == words).map(|at| Figure::YesNo(at == 1)),
        InputKind::Date => words.parse().ok().map(Figure::Date),
        InputKind::Choice => {
            let choices = leaf.choices(&input.id);
            let fits = |at: &dyn Fn(&str) -> bool| choices.iter().find(|choice| at(&choice.label.to_lowercase()));
            let words = words.to_lowercase();
            let found = fits(&|label| label.starts_with(&words)).or_else(|| fits(&|label| label.contains(&words)))?;
            Some(Figure::Choice(found.id.clone()))
        }
        _ => Points::parse(words).map(Figure::Number),
    }
}

/// Says a rate as the part and the whole that a leaf asks for: 80 % are 80,000 of 100,000.
fn in_parts(leaf: &Leaf, said: Vec<(String, String)>) -> Vec<(String, String)> {
    let whole = |input: &Input| ["Tổng ", "Mẫu số"].iter().any(|word| input.label.starts_with(word));
    let part = |input: &Input| input.label.starts_with("Số ") && matches!(input.kind, InputKind::Count | InputKind::Points);
    // Both are of the same things.
    let thing = |input: &Input| input.label.split_once("ố ").and_then(|(_, things)| Some(things.split(' ').next()?.to_owned()));
    let same = |pair: &[Input]| {
        thing(&pair[0]) == thing(&pair[1]) || pair.iter().all(|one| one.kind == InputKind::Points) || pair[1].label.contains("(mẫu số")
    };
    let Some(at) = leaf.inputs.windows(2).position(|pair| part(&pair[0]) && whole(&pair[1]) && same(pair)) else { return said };
    let (part, whole) = (leaf.inputs[at].label.to_lowercase(), leaf.inputs[at + 1].label.to_lowercase());
    let named = |words: &str| match words {
        "tử số" | "số đạt" => part.clone(),
        "mẫu số" | "tổng số" => whole.clone(),
        _ => words.to_owned(),
    };
    let said: Vec<(String, String)> = said.into_iter().map(|(words, value)| (named(&words), value)).collect();
    let rate = said.iter().position(|(words, _)| words.is_empty() || words == "tỷ lệ" || part.contains(words.as_str()));
    match rate.and_then(|at| Some((at, Points::parse(&said[at].1)?))).filter(|_| said.len() + 1 == leaf.inputs.len()) {
        None => said,
        Some((at, rate)) => {
            let parts = [(part, (&rate * &Points::from(1000)).plain()), (whole, "100000".to_owned())];
            said[..at].iter().cloned().chain(parts).chain(said[at + 1..].iter().cloned()).collect()
        }
    }
}

/// Takes figures to the inputs that they are for; `None` where an input is none of theirs.
fn figures(leaf: &Leaf, said: &str) -> Option<Figures> {
    let said: Vec<(&str, &str)> = said.split(';').map(|one| one.split_once(": ").unwrap_or(("", one))).collect();
    let said: Vec<(String, String)> =
        said.into_iter().map(|(words, value)| (words.trim().to_lowercase(), value.trim().to_owned())).collect();
    let said = in_parts(leaf, said);
    if leaf.inputs.len() != said.len() {
        return None;
    }
    let mut taken = Figures::new();
    for (words, value) in said {
        let fits = |input: &&Input| input.label.to_lowercase().contains(&words);
        let input = leaf.inputs.iter().filter(|input| !taken.contains_key(&input.id)).find(fits)?;
        taken.insert(input.id.clone(), figure(input, leaf, &value)?);
    }
    Some(taken)
}

/// Gives the points of a leaf, less what is taken beside it; `survey 90` where the survey has to find the figure, `council` alone
/// where the council gives any points.
fn points(set: &CriteriaSet, criterion: &Criterion, leaf: &Leaf, said: &str) -> String {
    let (by, said) = match said.split_once(' ').unwrap_or((said, "")) {
        ("survey", said) => (Some(Scorer::Survey), said),
        ("council", said) => (Some(Scorer::Council), said),
        _ => (None, said),
    };
    match by {
        Some(by) if leaf.rule.scorer() != by => return format!("not by the {by:?}"),
        // Who is asked for no figure may give any points.
        Some(_) if said.is_empty() && leaf.inputs.is_empty() => return "any".into(),
        None if matches!(leaf.rule.scorer(), Scorer::Survey | Scorer::Council) => return format!("by the {:?}", leaf.rule.scorer()),
        _ => {}
    }
    let Some(figures) = figures(leaf, said) else {
        let labels: Vec<String> = leaf.inputs.iter().map(|input| format!("{:?} {}", input.kind, input.label)).collect();
        return format!("asks {}", labels.join(" + "));
    };
    let outcome = leaf.rule.score(&Case::new(set.terms(criterion, leaf), &figures));
    let Gives::Points(points) = outcome.gives else { return format!("{:?}", outcome.gives) };
    (&points - &outcome.penalty.unwrap_or_else(Points::zero)).plain()
}

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Became {
    /// A rule that is right, and all questions are asked.
    Right,
    /// No rule, and told.
    Unsure,
    /// A rule that is not right, or a question that nobody asks.
    Wrong,
}

/// Reads a line; says what became of it, and how.
fn read(line: &Line) -> (Became, String) {
    let (converted, findings) = converted(&line.asked);
    if !converted.leftovers.is_empty() {
        let left: Vec<String> = converted.leftovers.iter().flat_map(|left| left.unused.clone()).collect();
        if !converted.yaml.trim_end().contains(&format!("given: {{ by: {}", line.given_by)) {
            return (Became::Wrong, format!("not given by {}\n{}", line.given_by, converted.yaml));
        }
        return (Became::Unsure, left.join(" | "));
    }
    let set = linted(&converted.yaml);
    let (criterion, leaf) = set.leaves().last().unwrap();
    let mut wrong: Vec<String> = Vec::new();
    for (figures, right) in &line.points {
        let got = points(&set, criterion, leaf, figures);
        if &got != right {
            wrong.push(format!("{figures} -> {got}, not {right}"));
        }
    }
    let open: Vec<String> = findings.iter().map(|finding| finding.code.id.to_owned()).collect();
    if open != line.open {
        wrong.push(format!("asked {open:?}, not {:?}", line.open));
    }
    if line.undecided {
        wrong.push("a rule of nothing".into());
    }
    let became = if wrong.is_empty() { Became::Right } else { Became::Wrong };
    let rule = converted.yaml.lines().skip_while(|text| !text.contains("criteria:")).collect::<Vec<_>>().join("\n");
    (became, if became == Became::Right { String::new() } else { format!("{}\n{rule}", wrong.join("; ")) })
}

/// Reads all lines of a table; counts what became of them, and lists those of which it is not what is right.
pub fn outcomes(table: &str) -> ([usize; 3], Vec<String>) {
    let mut bad = Vec::new();
    let mut counts = [0; 3];
    for line in lines(table) {
        let (became, how) = read(&line);
        counts[became as usize] += 1;
        let right = if line.unsure || line.undecided { Became::Unsure } else { Became::Right };
        if became != right {
            bad.push(format!("{became:?}: {}\n{how}", line.asked));
        }
    }
    (counts, bad)
}

#[test]
fn ordinary_lines_give_the_points_that_an_official_reads_in_them() {
    let (counts, bad) = outcomes(ORDINARY);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
    assert!(counts[0] >= 78, "right, unsure, wrong: {counts:?}");
}

#[test]
fn lines_that_were_read_wrongly_are_read_rightly_or_asked() {
    let (counts, bad) = outcomes(AUDITED);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn every_clause_of_a_line_is_used_or_told() {
    let (counts, bad) = outcomes(CLAUSES);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn what_holds_for_more_than_the_next_words_is_kept() {
    let (counts, bad) = outcomes(KEPT);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

/// Lists the branches of lines that no case takes, and what is wrong in their cases.
fn untaken(table: &str) -> Vec<String> {
    let mut bad = Vec::new();
    for line in lines(table) {
        let (converted, _) = converted(&line.asked);
        if converted.leftovers.is_empty() {
            let ran = cases::run(converted.cases.as_bytes(), "cases.yaml", &linted(&converted.yaml));
            let told = |finding: &&Finding| finding.code.id == "C073" || finding.severity == Severity::Error;
            bad.extend(ran.findings.iter().filter(told).map(|finding| format!("{}\n{}", line.asked, finding.message.vi)));
        }
    }
    bad
}

#[test]
fn every_branch_that_is_recognised_has_a_case_of_the_numbers_of_its_line() {
    let bad: Vec<String> = [ORDINARY, AUDITED, CLAUSES, RELATIVES, KEPT, RECOUNT, TOLD, UNFAMILIAR, TAKEN, NOUNS, ALWAYS, TOTALS]
        .into_iter()
        .flat_map(untaken)
        .collect();
    assert!(bad.is_empty(), "{} branches:\n{}", bad.len(), bad.join("\n\n"));
}

#[test]
fn relatives_of_a_line_are_read_and_near_misses_are_not() {
    let (counts, bad) = outcomes(RELATIVES);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn what_a_line_leaves_open_is_asked_and_nothing_else() {
    let (counts, bad) = outcomes(ASKED);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
    assert!(counts[0] >= 55, "right, unsure, wrong: {counts:?}");
}

#[test]
fn nothing_is_taken_for_more_than_its_words_say() {
    let (counts, bad) = outcomes(MISTAKEN);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn what_a_second_count_found_is_read_rightly_or_asked() {
    let (counts, bad) = outcomes(RECOUNT);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn what_was_told_or_silent_is_read_rightly_or_asked() {
    let (counts, bad) = outcomes(TOLD);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn lines_of_tables_written_later_are_read_rightly_or_asked() {
    let (counts, bad) = outcomes(UNFAMILIAR);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn what_is_demanded_and_what_is_taken_is_read_rightly_or_asked() {
    let (counts, bad) = outcomes(TAKEN);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn the_right_things_are_counted_and_called_so() {
    let (counts, bad) = outcomes(NOUNS);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn having_had_nothing_to_do_is_asked_where_it_can_be() {
    let (counts, bad) = outcomes(ALWAYS);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn the_total_of_a_rate_is_that_of_the_line_or_the_name_or_asked() {
    let (counts, bad) = outcomes(TOTALS);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

/// Lists all lines of the tables: maximum, name and lines.
pub fn everything() -> Vec<String> {
    let tables = [ORDINARY, AUDITED, CLAUSES, KEPT, RELATIVES, ASKED, MISTAKEN, RECOUNT, TOLD, UNFAMILIAR, TAKEN, NOUNS, ALWAYS, TOTALS];
    tables.into_iter().flat_map(lines).map(|line| line.asked).collect()
}
