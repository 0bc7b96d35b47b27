//! Notes with a mark, below the criteria: “* Chỉ áp dụng đối với …” says something of the criterion whose name ends in “*”.

use super::{Node, Tree};
use crate::convert::line::gives_something;
use crate::convert::rows::{CellWords, Kind, Row};

/// Marks of footnotes, the longer first.
const MARKS: [&str; 9] = ["(***)", "(**)", "(*)", "***", "**", "*", "(1)", "(2)", "(3)"];

/// Takes notes with a mark from the criterion that they happen to stand below to those that bear it. A last line with stars that no
/// criterion bears is left below the table.
pub fn settle(tree: &mut Tree) {
    let mut borne_marks = Vec::new();
    tree.roots.iter().for_each(|root| bearers(root, &mut borne_marks));
    let last = last_line(&tree.roots);
    let mut notes = Vec::new();
    for root in &mut tree.roots {
        take(root, &borne_marks, last, &mut notes);
    }
    for (mark, rest, row) in notes {
        if borne_marks.contains(&mark) {
            let note = CellWords { text: rest, ..row.name };
            tree.roots.iter_mut().for_each(|root| give(root, mark, &note));
        } else {
            tree.outside.push(row);
        }
    }
}

/// Parts the mark that a note begins with from it.
fn marked(words: &str) -> Option<(&'static str, &str)> {
    let (mark, rest) = MARKS.iter().find_map(|mark| Some((*mark, words.trim_start().strip_prefix(mark)?)))?;
    (rest.starts_with([' ', ':']) || rest.starts_with(char::is_alphabetic)).then(|| (mark, rest.trim_start_matches([' ', ':'])))
}

/// Gives the mark that a name ends in.
fn borne(name: &str) -> Option<&'static str> {
    let name = name.trim_end_matches([' ', '.', ':', ';']);
    MARKS.iter().find(|mark| name.strip_suffix(**mark).is_some_and(|rest| !rest.trim().is_empty())).copied()
}

/// Lists the marks that criteria bear.
fn bearers(node: &Node, found: &mut Vec<&'static str>) {
    found.extend(borne(&node.row.name.text));
    node.children.iter().for_each(|child| bearers(child, found));
}

/// Finds the row of the last line of all criteria.
fn last_line(nodes: &[Node]) -> Option<u32> {
    let last = |node: &Node| node.lines.iter().map(|line| line.row).chain([node.row.row]).max().max(last_line(&node.children));
    nodes.iter().filter_map(last).max()
}

/// Takes notes out of the lines of criteria, each with its mark, its words behind it and the row that it makes: those whose mark
/// another criterion bears, and the last line of all where it alone has stars.
fn take(node: &mut Node, borne_marks: &[&'static str], last: Option<u32>, notes: &mut Vec<(&'static str, String, Row)>) {
    let alone = node.lines.iter().filter(|line| marked(&line.text).is_some()).count() == 1;
    let is_note = |line: &CellWords, mark: &&'static str| {
        let stray = alone && Some(line.row) == last && mark.contains('*') && !gives_something(&line.text);
        let below = line.points.is_none() && line.column.is_none() && line.row != node.row.row;
        below && borne(&node.row.name.text) != Some(*mark) && (borne_marks.contains(mark) || stray)
    };
    let (found, left): (Vec<CellWords>, Vec<CellWords>) =
        std::mem::take(&mut node.lines).into_iter().partition(|line| marked(&line.text).is_some_and(|(mark, _)| is_note(line, &mark)));
    node.lines = left;
    for line in found {
        let Some((mark, rest)) = marked(&line.text) else { continue };
        notes.push((mark, rest.to_owned(), below(&node.row, &line)));
    }
    node.children.iter_mut().for_each(|child| take(child, borne_marks, last, notes));
}

/// Makes a row below the table of a line.
fn below(row: &Row, line: &CellWords) -> Row {
    Row {
        kind: Kind::After,
        row: line.row,
        number: None,
        word: None,
        stt: None,
        name: line.clone(),
        inner: false,
        heads: false,
        max: None,
        max_cell: (row.max_cell.0.clone(), None),
        signed: None,
        lines: Vec::new(),
        figures: None,
        evidence: Vec::new(),
        noted: Vec::new(),
        survey: None,
        others: Vec::new(),
    }
}

/// Gives a note to the criteria that bear its mark, whose names then lose it.
fn give(node: &mut Node, mark: &str, note: &CellWords) {
    if borne(&node.row.name.text) == Some(mark) {
        let name = node.row.name.text.trim_end_matches([' ', '.', ':', ';']);
        node.row.name.text = name.strip_suffix(mark).unwrap_or(name).trim_end().to_owned();
        node.lines.push(note.clone());
    }
    node.children.iter_mut().for_each(|child| give(child, mark, note));
}
