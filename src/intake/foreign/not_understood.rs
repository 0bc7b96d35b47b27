//! Columns that are filled in and not read: which of them hold figures of the unit's, what that costs, and how bad it is.
//!
//! Renaming a column never pays off: what reads as the figure of a leaf in a column that is not read makes that leaf's figures
//! blank. Points, texts of rules and units of measure are no figures.
//!
//! Source: [meanings](crate#meanings) 6 and 26.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use super::joined::Read;
use super::rows::{Filled, is_told, says_share};
use crate::assessment::{Answer, Claim};
use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, Figure, Input, InputKind};
use crate::finding::sheet as code;
use crate::finding::{Finding, Part, Place, Severity};
use crate::intake::heading::{Mark, Role, names_office, sense, spaced};
use crate::rule::Scorer;
use crate::text;
use crate::text::fold::{bare, fold, tidy};
use crate::typed::{citation, value};
use crate::workbook::{Cell, Value, address};

/// Most criteria that a finding names.
const MOST_NAMED: usize = 5;

/// Answers by leaf.
pub type Answers = BTreeMap<CriterionId, Answer>;

/// Takes figures for blank where a form without a known place for them has, in the row of a leaf, a figure of that kind in a
/// column that is not read: what isn't understood is not worth the whole claim.
pub fn blank(read: &Read<'_>, asked: &Asked<'_>, answers: &mut Answers) {
    if read.taken.asks_figures {
        return;
    }
    for id in leaves(read, asked).into_iter().filter(|id| !asked.pin.no_figures.contains(id)) {
        let Some((leaf, answer)) = asked.set.find(&id).and_then(Criterion::leaf).zip(answers.get_mut(&id)) else { continue };
        for input in &leaf.inputs {
            answer.figures.complete(&input.id, Figure::Blank);
        }
    }
}

/// Lists the leaves of which a column that is not read holds figures.
pub fn leaves(read: &Read<'_>, asked: &Asked<'_>) -> BTreeSet<CriterionId> {
    let taken = &read.taken;
    let unknown = taken.unknown.iter().flat_map(|(column, rows)| of_unknown(read, asked, *column, rows));
    let known = taken.passed.iter().flat_map(|(column, rows)| of_known(read, asked, *column, rows));
    let told = taken.homeless.iter().chain(&taken.rates).filter_map(|finding| finding.criterion.clone());
    unknown.chain(known).map(|(_, id)| id).collect::<BTreeSet<_>>().union(&told.collect()).cloned().collect()
}

/// Names columns that are filled in and not read; an error where a leaf lacks what stands there, or might stand there.
pub fn findings(read: &Read<'_>, asked: &Asked<'_>, answers: &Answers) -> Vec<Finding> {
    let unknown = read.taken.unknown.iter().filter_map(|(column, rows)| unknown(read, asked, answers, (*column, rows)));
    let known = read.taken.passed.iter().filter_map(|(column, rows)| known(read, asked, answers, (*column, rows)));
    unknown.chain(known).collect()
}

/// Leaf of a filled cell that the unit scores and that asks for figures.
fn asks<'a>(asked: &Asked<'a>, id: Option<&CriterionId>) -> Option<&'a Leaf> {
    let leaf = asked.set.find(id?)?.leaf()?;
    let figures = leaf.inputs.iter().any(|input| input.kind != InputKind::Text);
    (leaf.scorer() == Scorer::Unit && figures).then_some(leaf)
}

/// Tells whether a heading is one of points: “Căn cứ chấm điểm” above it is not.
fn of_points(heading: &str) -> bool {
    let own = bare(heading.rsplit(" / ").next().unwrap_or(heading));
    own.contains("diem") && !spaced(&own).contains("can cu cham diem")
}

/// Lists the rows with a figure of their leaf in a column without a known heading. Where most of its cells hold one, all do.
fn of_unknown(read: &Read<'_>, asked: &Asked<'_>, column: u32, rows: &Filled) -> Vec<(u32, CriterionId)> {
    let holds = |cell: &Cell, leaf: &Leaf| fits(cell, leaf, true) || speaks_of_figure(cell, leaf);
    if of_points(&read.part.table.heading(column)) { Vec::new() } else { with_figures(read, asked, (column, rows), holds) }
}

/// Lists the rows with a figure of their leaf in a column that its heading says is something else. Points are none, and what
/// the office says of the unit, “Có”, “Đạt”, is none either.
fn of_known(read: &Read<'_>, asked: &Asked<'_>, column: u32, rows: &Filled) -> Vec<(u32, CriterionId)> {
    if of_points(&read.part.table.heading(column)) || read.taken.points_again.contains(&column) {
        return Vec::new();
    }
    if is_of_words(read, column) {
        return among_words(read, asked, (column, rows));
    }
    let max = |id: &CriterionId| asked.set.find(id).map(|criterion| criterion.max.clone());
    let table = &read.part.table;
    let points = |row: &u32, id: &Option<CriterionId>| {
        id.as_ref()
            .and_then(max)
            .is_some_and(|max| matches!(value::claim(table.grid.get(*row, column), &max).value, Claim::Points(points) if points <= max))
    };
    let others: Filled = rows.iter().filter(|(row, id)| !points(row, id)).cloned().collect();
    let found = with_figures(read, asked, (column, &others), |cell, leaf| fits(cell, leaf, false));
    // Among figures that are no points, small ones are figures, too.
    if found.len() > others.len() / 2 { with_figures(read, asked, (column, rows), |cell, leaf| fits(cell, leaf, false)) } else { found }
}

/// Tells whether a column is one of documents or explanations, which are words, read or not.
fn is_of_words(read: &Read<'_>, column: u32) -> bool {
    let role = read.part.table.columns.get(&column).map(|(role, _)| *role);
    let of_words = matches!(role, Some(Role::Evidence | Role::Explanation | Role::Document(_)));
    of_words || role == Some(Role::Remark) && read.taken.remarks || read.columns.leaves_words(column)
}

/// Lists the rows with a figure of their leaf in a column of documents or explanations, where most of what stands there is a
/// figure alone: “10/50” names no document and explains nothing. A day alone may be a document's, and numbers that count up
/// those of a list.
fn among_words(read: &Read<'_>, asked: &Asked<'_>, (column, rows): (u32, &Filled)) -> Vec<(u32, CriterionId)> {
    let grid = read.part.table.grid;
    let day = |cell: &Cell| {
        if cell.is_long() {
            return false;
        }
        let leaf = asked.set.leaves().flat_map(|(_, leaf)| &leaf.inputs).find(|input| input.kind == InputKind::Date);
        leaf.is_some_and(|input| !value::figure(Some(cell), input, &[]).value.is_blank())
    };
    let others: Filled = rows.iter().filter(|(row, _)| grid.get(*row, column).is_some_and(|cell| !day(cell))).cloned().collect();
    let counted: Vec<Option<u32>> =
        others.iter().map(|(row, _)| grid.shown(*row, column).and_then(|words| words.trim().parse().ok())).collect();
    let counts_up = counted.iter().all(Option::is_some) && counted.is_sorted_by(|one, next| one < next) && counted.len() > 1;
    let figure = |(row, id): &&(u32, Option<CriterionId>)| {
        asks(asked, id.as_ref()).zip(grid.get(*row, column)).is_some_and(|(leaf, cell)| fits(cell, leaf, false))
    };
    if counts_up || 2 * others.iter().filter(figure).count() <= others.len() {
        return Vec::new();
    }
    with_figures(read, asked, (column, rows), |cell, leaf| fits(cell, leaf, false))
}

/// Lists the rows whose cell holds a figure of their leaf; where most do, all that are filled in.
fn with_figures(
    read: &Read<'_>,
    asked: &Asked<'_>,
    (column, rows): (u32, &Filled),
    holds: impl Fn(&Cell, &Leaf) -> bool,
) -> Vec<(u32, CriterionId)> {
    let table = &read.part.table;
    let filled: Vec<(u32, &CriterionId, bool)> = rows
        .iter()
        .filter_map(|(row, id)| {
            let (leaf, cell) = (asks(asked, id.as_ref())?, table.grid.get(*row, column)?);
            Some((*row, id.as_ref()?, holds(cell, leaf)))
        })
        .collect();
    let most = 2 * filled.iter().filter(|(_, _, holds)| *holds).count() > filled.len();
    filled.into_iter().filter(|(_, _, holds)| *holds || most).map(|(row, id, _)| (row, id.clone())).collect()
}

/// Tells whether a cell says a figure of a leaf, or a part and its whole, and nothing else; `yes_no` whether a bare “Có” is one.
fn fits(cell: &Cell, leaf: &Leaf, yes_no: bool) -> bool {
    if cell.is_long() {
        return false;
    }
    let cell = match &cell.value {
        Value::Text(words) => match words.trim().strip_prefix("Đạt ").or_else(|| words.trim().strip_prefix("đạt ")) {
            Some(rest) => &Cell::text(rest.to_owned()),
            None => cell,
        },
        _ => cell,
    };
    let fits = |input: &Input| {
        let asked = input.kind != InputKind::Text && (yes_no || input.kind != InputKind::YesNo);
        asked && !value::figure(Some(cell), input, &leaf.choices(&input.id)).value.is_blank()
    };
    says_share(leaf, cell) || leaf.inputs.iter().any(fits)
}

/// Words by which a number is a bound or points, bare.
const OF_RULES: [&str; 9] = ["diem", "tu", "tren", "duoi", "tro", "truoc", "den", "toi", "it"];

/// Tells whether words speak of one rate, of a part of a whole, or of how many there are, and of no bound: “đạt 80%”.
fn speaks_of_figure(cell: &Cell, leaf: &Leaf) -> bool {
    let Value::Text(words) = &cell.value else { return false };
    let number = |input: &&Input| matches!(input.kind, InputKind::Count | InputKind::Percent);
    let (plain, said) = (tidy(words), spaced(&bare(words)));
    let bound = plain.contains(['<', '>', '≥', '≤']) || said.split(' ').any(|word| OF_RULES.contains(&word));
    if bound || !leaf.inputs.iter().any(|input| number(&input)) {
        return false;
    }
    let tokens: Vec<&str> = plain.split(' ').filter(|token| token.starts_with(|c: char| c.is_ascii_digit())).collect();
    let [token] = tokens.as_slice() else { return false };
    let behind = plain.split_once(token).map_or("", |(_, rest)| rest.trim_start());
    let measured = |input: &Input| input.measure.as_ref().is_some_and(|measure| fold(behind).starts_with(&fold(measure)));
    token.contains('%')
        || behind.starts_with('%')
        || token.split('/').count() == 2 && token.split('/').all(|side| side.starts_with(|c: char| c.is_ascii_digit()))
        || leaf.inputs.iter().filter(number).any(measured)
}

/// Finds a leaf and its answer.
fn leaf_of<'a>(asked: &Asked<'a>, answers: &'a Answers, id: &CriterionId) -> Option<(&'a Criterion, &'a Leaf, &'a Answer)> {
    let criterion = asked.set.find(id)?;
    Some((criterion, criterion.leaf()?, answers.get(id)?))
}

/// Names a column without a known heading; an error where a leaf lacks what might stand there. Of one that says itself that
/// it is of an earlier year, and that nothing hangs on, nothing is said.
fn unknown(read: &Read<'_>, asked: &Asked<'_>, answers: &Answers, (column, rows): (u32, &Filled)) -> Option<Finding> {
    let table = &read.part.table;
    let lacks = |id: &CriterionId| {
        leaf_of(asked, answers, id).is_some_and(|(_, leaf, answer)| {
            let figure = |input: &Input| answer.figures.get(&input.id).is_some_and(|figure| *figure == Figure::Blank);
            let backed = !leaf.evidence.required || !answer.evidence.is_empty() || answer.explanation.is_some();
            leaf.scorer() == Scorer::Unit && (answer.claim == Claim::Blank || leaf.inputs.iter().any(figure) || !backed)
        })
    };
    let (heading, count) = (table.heading(column), rows.len());
    let hangs = rows.iter().find(|(_, leaf)| leaf.as_ref().is_some_and(lacks));
    if hangs.is_none() && (is_of_earlier_year(&heading, asked.year) || names_office(&heading)) {
        return None;
    }
    let message = text!(
        "Cột “{heading}” đã điền (số ô: {count}) nhưng không rõ dùng để làm gì nên không được đọc.",
        "The column “{heading}” is filled in (cells: {count}); it is not clear what it is for, and it is not read."
    );
    let row = hangs.or(rows.first()).map_or(0, |(row, _)| *row);
    let severity = if hangs.is_some() { Severity::Error } else { Severity::Note };
    let place = Place::cell(asked.file, &table.grid.name, address(row, column));
    let finding = Finding::new(&code::COLUMN_NOT_READ, message).at(place).hides(without_column(read));
    Some(Finding { severity, ..finding })
}

/// Tells whether a heading says that its column is of an earlier year: “Điểm năm 2025”.
fn is_of_earlier_year(heading: &str, year: Option<i16>) -> bool {
    let told = sense(heading);
    told.says(Mark::Earlier) || !told.years.is_empty() && told.years.iter().all(|named| year.is_some_and(|year| *named < year))
}

/// Names a column that its heading says is no part of the self-assessment; an error where it holds figures that leaves lack
/// and there is no column for them.
fn known(read: &Read<'_>, asked: &Asked<'_>, answers: &Answers, (column, rows): (u32, &Filled)) -> Option<Finding> {
    let table = &read.part.table;
    let (heading, count) = (table.heading(column), rows.len());
    let place = |row: u32| Place::cell(asked.file, &table.grid.name, address(row, column));
    let lacks = |id: &CriterionId| {
        leaf_of(asked, answers, id).is_some_and(|(_, leaf, answer)| {
            leaf.inputs.iter().any(|input| answer.figures.get(&input.id).is_some_and(|figure| *figure == Figure::Blank))
        })
    };
    let figures = of_known(read, asked, column, rows);
    let lacking = figures.iter().find(|(_, id)| lacks(id)).filter(|_| table.column(Role::Figures).is_none());
    if let Some((row, _)) = lacking {
        let cells = figures.len();
        let message = text!(
            "Cột “{heading}” ghi số liệu của tiêu chí (số ô: {cells}) nhưng tên cột không phải tên của cột số liệu nên không được đọc.",
            "The column “{heading}” holds figures of criteria (cells: {cells}), but its heading is not that of figures, so it is not read."
        );
        let finding = Finding::new(&code::COLUMN_NOT_READ, message).at(place(*row)).hides([Part::Figures]);
        return Some(Finding { severity: Severity::Error, ..finding });
    }
    let follows = read.taken.points_again.contains(&column) && table.columns.get(&column).is_some_and(|(role, _)| *role == Role::Computed);
    if !is_told(table, column) || is_of_words(read, column) || follows || names_office(&heading) {
        return None;
    }
    if let Some(finding) = backing(read, asked, answers, (column, rows)) {
        return Some(finding);
    }
    let message = text!(
        "Cột “{heading}” đã điền (số ô: {count}) nhưng không thuộc phần tự đánh giá nên không được đọc.",
        "The column “{heading}” is filled in (cells: {count}), is not part of the self-assessment, and is not read."
    );
    Some(Finding::new(&code::COLUMN_NOT_READ, message).at(place(rows.first().map_or(0, |(row, _)| *row))))
}

/// Names a column that its heading says is no part of the self-assessment, where it says of leaves what their points lack: a
/// document, or in a column of remarks and reasons an explanation.
fn backing(read: &Read<'_>, asked: &Asked<'_>, answers: &Answers, (column, rows): (u32, &Filled)) -> Option<Finding> {
    let table = &read.part.table;
    let (role, heading) = table.columns.get(&column).map(|(role, heading)| (*role, heading))?;
    let begins = bare(heading.rsplit(" / ").next().unwrap_or(heading));
    let explains = role == Role::Remark || ["ly do", "can cu"].iter().any(|word| begins.starts_with(word));
    let lacks = |id: &CriterionId| {
        leaf_of(asked, answers, id).is_some_and(|(_, leaf, answer)| {
            let claimed = !matches!(answer.claim, Claim::NotApplicable);
            leaf.scorer() == Scorer::Unit && leaf.evidence.required && claimed && answer.evidence.is_empty() && !answer.explains()
        })
    };
    let backs = |cell: &Cell| {
        let words = cell.shown();
        let named = || citation::documents(&words).iter().any(|one| one.number.is_some() || one.file.is_some());
        let explained = || words.contains(char::is_alphabetic) && !text::explains_nothing(&words) && !text::is_promise(&words);
        matches!(cell.value, Value::Text(_)) && (named() || explains && explained())
    };
    let holding = rows.iter().filter_map(|(row, id)| Some((*row, id.as_ref()?)));
    let holding: Vec<(u32, &CriterionId)> =
        holding.filter(|(row, id)| lacks(id) && table.grid.get(*row, column).is_some_and(backs)).collect();
    let (first, _) = holding.first()?;
    let ids: Vec<String> = holding.iter().take(MOST_NAMED).map(|(_, id)| id.to_string()).collect();
    let ids = format!("{}{}", ids.join(", "), if holding.len() > MOST_NAMED { ", …" } else { "" });
    let message = text!(
        "Cột “{heading}” ghi nội dung của tiêu chí chưa có tài liệu kiểm chứng, giải trình ({ids}) nhưng tên cột không phải tên của cột tài liệu, giải trình nên không được đọc.",
        "The column “{heading}” speaks of criteria without evidence or explanation ({ids}), but its heading is that of neither, so it is not read."
    );
    let help = text!(
        "Đặt tên cột là “Tài liệu kiểm chứng” hoặc “Giải trình”, chuyển nội dung sang cột có tên đó, hoặc khai cột ở form: columns: trong campaign.yaml.",
        "Call the column “Tài liệu kiểm chứng” or “Giải trình”, move its words to the column of that name, or name it under form: columns: in campaign.yaml."
    );
    let finding = Finding::new(&code::COLUMN_NOT_READ, message).help(help);
    let finding = finding.at(Place::cell(asked.file, &table.grid.name, address(*first, column)));
    Some(Finding { severity: Severity::Error, ..finding.hides_at(holding.iter().map(|(_, id)| (*id).clone())).hides([Part::Evidence]) })
}

/// Lists what a table has no column for: a column that nobody understands may hold it.
fn without_column(read: &Read<'_>) -> Vec<Part> {
    let there = |roles: &[Role]| roles.iter().any(|role| read.part.table.column(*role).is_some());
    let parts = [
        (Part::Claims, there(&[Role::Claim])),
        (Part::Figures, there(&[Role::Figures, Role::Rate])),
        (Part::Evidence, read.part.table.has_evidence()),
    ];
    parts.into_iter().filter(|(_, there)| !there).map(|(part, _)| part).collect()
}
