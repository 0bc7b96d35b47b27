//! Rows → the tree of criteria: who stands below whom, with ids that sort and are unique.

mod behind;
mod caps;
mod footnotes;
mod letters;
mod levels;
mod numbers;
mod parts;
mod signed;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::finding::convert::NUMBER_MISSING;
use crate::finding::{Code, Finding};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;

use super::columns::{self, unread_points};
use super::limits::of_signed;
use super::line::gives_something;
use super::rows::{CellWords, Kind, Row};
use super::sign::{self, Sign};
use crate::intake::stt::Style;

use self::levels::Levels;
use self::numbers::{joined, name};
use self::parts::settle;
pub use self::parts::{alone_between, spoken};

/// Criterion of the table.
#[derive(Clone, Debug)]
pub struct Node {
    /// Id of the criterion.
    pub id: String,
    /// STT as the table shows it.
    pub written: Option<String>,
    /// Row that it stands in.
    pub row: Row,
    /// Maximum, once it is known.
    pub max: Option<Points>,
    /// Lines below it, and in its other columns.
    pub lines: Vec<CellWords>,
    /// Figures asked.
    pub figures: Vec<CellWords>,
    /// Criteria below.
    pub children: Vec<Node>,
    /// Remarks for whoever reviews the set.
    pub marks: Vec<String>,
    /// Question how far its points go, where so much for each is said and no most.
    pub uncapped: Option<Text>,
    /// Whether it adds or takes points outside of the tree.
    pub sign: Option<Sign>,
    /// Area that it stands in with a sign of its own, though it counts outside of the tree.
    pub out_of: Option<String>,
    /// Criterion whose points it adds to or takes from, for a line that stood among those of a criterion.
    pub within: Option<String>,
    /// Weight in its parent, from a column of its own.
    pub weight: Option<Points>,
    /// Last day on which it can be done, from a column of its own.
    pub deadline: Option<Date>,
    /// Whether “Hoặc” stands between it and the criterion before it.
    pub alternative: bool,
    /// Meaning of its number among its siblings.
    style: Style,
    /// Level of its number, where words before numbers make levels.
    rank: Option<usize>,
    /// Numbers as the table counts: `1.2` is `[1, 2]`.
    parts: Vec<u32>,
    /// Whether the row above that its number asks for is missing.
    orphan: bool,
}

/// The criteria of a table, and what else stood among them.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Areas.
    pub roots: Vec<Node>,
    /// Row of the total.
    pub total: Option<Row>,
    /// Rows outside: repeated headings, signatures.
    pub outside: Vec<Row>,
    /// What was found.
    pub findings: Vec<(CellWords, Finding)>,
}

/// Grows the tree.
pub fn grow(mut rows: Vec<Row>) -> Tree {
    letters::settle(&mut rows);
    let mut grower = Grower { levels: Levels::of(&rows), ..Grower::default() };
    for row in rows {
        match row.kind {
            // “Tổng điểm trừ | 5” in a block of points that are taken is its sum, and ends nothing.
            Kind::Total if of_signed(&row.name.text) && grower.in_signed() => {
                grower.alone();
                grower.tree.outside.push(row);
            }
            Kind::Total => {
                grower.alone();
                grower.fold_to(0);
                match grower.tree.total {
                    None => grower.tree.total = Some(row),
                    Some(_) => grower.tree.outside.push(row),
                }
            }
            Kind::Heading | Kind::After => grower.tree.outside.push(row),
            Kind::Line if says_or(&row) => {
                grower.alone();
                grower.or = Some(row);
            }
            Kind::Line => {
                grower.alone();
                grower.line(row);
            }
            Kind::Criterion => grower.criterion(row),
        }
    }
    grower.alone();
    grower.fold_to(0);
    let mut tree = grower.tree;
    signed::mark(&mut tree.roots);
    unwrap(&mut tree);
    signed::mark(&mut tree.roots);
    let mut findings = std::mem::take(&mut tree.findings);
    for root in &mut tree.roots {
        settle(root, &mut findings);
    }
    tree.roots.iter_mut().filter(|root| root.sign.is_some()).for_each(|root| caps::settle(root, &mut findings));
    signed::take_out(&mut tree.roots);
    footnotes::settle(&mut tree);
    let mut taken = Vec::new();
    name(&mut tree.roots, None, &mut taken, &mut findings);
    tree.findings = findings;
    tree
}

/// Tree while it grows: the open criteria from the area down.
#[derive(Default)]
struct Grower {
    tree: Tree,
    levels: Levels,
    open: Vec<Node>,
    /// Last number without parts, by the word before it, for tables that go on counting from one area to the next.
    counted: BTreeMap<&'static str, u32>,
    /// Row “Hoặc” right before what is read.
    or: Option<Row>,
}

impl Grower {
    /// Closes open criteria until so many are left.
    fn fold_to(&mut self, left: usize) {
        while self.open.len() > left {
            let Some(done) = self.open.pop() else { return };
            match self.open.last_mut() {
                Some(parent) => parent.children.push(done),
                None => self.tree.roots.push(done),
            }
        }
    }

    /// Tells whether what is open stands in a block of bonus or penalty points.
    fn in_signed(&self) -> bool {
        self.open.first().is_some_and(|block| sign::of_heading(&block.row.name.text).is_some())
    }

    /// Adds a line to the criterion that it stands below.
    fn line(&mut self, row: Row) {
        let Some(node) = self.open.last_mut() else {
            self.tree.outside.push(row);
            return;
        };
        let Row { mut name, max, max_cell, signed, lines, figures, evidence, survey, others, stt, .. } = row;
        // What all lines of a criterion without a maximum take, it takes.
        if let Some((sign, heading)) = signed.filter(|_| node.row.max.is_none() && !node.row.has_maximum()) {
            let both = node.row.signed.as_ref().is_some_and(|(one, _)| *one != sign);
            node.row.signed = Some((if both { Sign::Both } else { sign }, heading));
        }
        if name.text.is_empty() {
            node.row.others.extend(max_cell.1.map(|text| CellWords {
                text,
                cell: max_cell.0,
                column: Some(String::new()),
                ..name.clone()
            }));
        } else {
            name.points.clone_from(&max);
            let beside = max_cell.1.as_deref().and_then(unread_points).filter(|_| max.is_none() && !is_figure(&name.text));
            if let Some(words) = beside {
                name.text = columns::beside(&name.text, words);
            } else if max.is_none() {
                node.row.others.extend(max_cell.1.map(|text| CellWords {
                    text,
                    cell: max_cell.0,
                    column: Some(String::new()),
                    ..name.clone()
                }));
            }
            if max.is_none() && (figures.is_some() && lines.is_empty() || is_figure(&name.text)) {
                node.figures.push(name.clone());
            } else {
                node.lines.push(name.clone());
            }
        }
        // The figure column of such a row holds the unit of measure, or an example.
        node.row.others.extend(figures);
        node.lines.extend(lines);
        node.row.evidence.extend(evidence);
        node.row.others.extend(others);
        if node.row.survey.is_none() {
            node.row.survey = survey;
        } else {
            node.row.others.extend(survey);
        }
        node.row.others.extend(stt.map(|(text, cell)| CellWords { text, cell, column: Some("STT".into()), points: None, row: name.row }));
    }

    /// Takes “Hoặc” that no criterion follows for a line of the one before it.
    fn alone(&mut self) {
        if let Some(or) = self.or.take() {
            self.line(or);
        }
    }

    /// Tells whether the criterion that is added next has one before it under the same parent.
    fn follows(&self) -> bool {
        self.open.last().map_or(!self.tree.roots.is_empty(), |parent| !parent.children.is_empty())
    }

    /// Adds a criterion where its number puts it; behind “Hoặc” it is an alternative to the one before it.
    fn criterion(&mut self, mut row: Row) {
        let or = self.or.take();
        if let Some(or) = &or {
            row.others.push(CellWords { column: Some(String::new()), ..or.name.clone() });
        }
        self.place_criterion(row);
        let Some(mut last) = self.open.pop() else { return };
        last.alternative = or.is_some() && self.follows();
        self.open.push(last);
    }

    /// Adds a criterion where its number puts it.
    fn place_criterion(&mut self, row: Row) {
        let Some(number) = row.number.clone() else {
            // An area without a number, or a part in a column of its own.
            let depth = usize::from(row.inner).min(self.open.len());
            let depth = if row.inner { self.open.iter().position(|node| !node.row.inner).map_or(depth, |n| n + 1) } else { 0 };
            let rank = self.levels.rank(&row);
            let depth = rank.map_or(depth, |rank| self.below(rank));
            self.fold_to(depth);
            let count = self.open.last().map_or(self.tree.roots.len(), |parent| parent.children.len());
            let next = u32::try_from(count + 1).unwrap_or(u32::MAX);
            let parts = self.open.last().map(|parent| parent.parts.clone()).unwrap_or_default().into_iter().chain([next]).collect();
            let style = self.style_of(&row);
            self.unread(&row);
            self.open.push(Node { rank, ..node(row, None, style, parts) });
            return;
        };
        let (depth, parts, orphan) = self.place(&number, &row);
        self.fold_to(depth);
        self.guessed(&number, &parts, &row);
        // What Excel made of a number is none of the decision's words.
        let written = if number.choices.len() > 1 { joined(&parts) } else { number.written };
        let written = Some(written).filter(|written| !written.is_empty());
        let rank = self.levels.rank(&row);
        self.open.push(Node { rank, orphan, ..node(row, written, number.style, parts) });
    }

    /// Gives a heading without a number that can be read the style of the areas before it, so that what follows stands below it.
    fn style_of(&self, row: &Row) -> Style {
        let before = self.tree.roots.last().map(|root| root.style).filter(|style| matches!(style, Style::Roman | Style::Upper));
        before.filter(|_| row.heads).unwrap_or(Style::Dotted)
    }

    /// Tells of a heading whose number can't be read.
    fn unread(&mut self, row: &Row) {
        let Some((written, _)) = row.stt.clone().filter(|(stt, _)| row.heads && stt.contains(char::is_alphanumeric)) else { return };
        let name = &row.name.text;
        let message = text!(
            "STT “{written}” không đọc được; “{name}” được coi là một lĩnh vực",
            "the number “{written}” can't be read; “{name}” was taken for an area"
        );
        self.found(&NUMBER_MISSING, row, message);
    }

    /// Adds a finding at the number of a row.
    fn found(&mut self, code: &'static Code, row: &Row, message: Text) {
        self.tree.findings.push((at_number(row), Finding::new(code, message)));
    }
}

/// Tells whether a row says “Hoặc” and nothing else.
fn says_or(row: &Row) -> bool {
    let said = bare(&row.name.text);
    said.trim_matches(|c: char| !c.is_alphanumeric()) == "hoac" && row.max.is_none() && row.lines.is_empty()
}

/// Gives the place of a row's number.
fn at_number(row: &Row) -> CellWords {
    let cell = row.stt.as_ref().map_or_else(|| row.name.cell.clone(), |(_, cell)| cell.clone());
    CellWords { cell, ..row.name.clone() }
}

/// Makes a criterion of its row.
fn node(mut row: Row, written: Option<String>, style: Style, parts: Vec<u32>) -> Node {
    let (lines, max) = (std::mem::take(&mut row.lines), row.max.clone());
    row.others.extend(row.figures.take());
    Node {
        id: String::new(),
        written,
        max,
        lines,
        figures: Vec::new(),
        children: Vec::new(),
        marks: Vec::new(),
        uncapped: None,
        sign: None,
        out_of: None,
        within: None,
        weight: None,
        deadline: None,
        alternative: false,
        style,
        rank: None,
        parts,
        orphan: false,
        row,
    }
}

/// Tells whether a line asks for a figure: `Tổng số hồ sơ đã giải quyết`.
fn is_figure(words: &str) -> bool {
    let plain = bare(words);
    let plain = plain.trim_start_matches(['-', '+', '*', '•', ' ']);
    let begins = ["so ", "tong so ", "so luong ", "ty le ", "tong kinh phi ", "kinh phi "].iter().any(|word| plain.starts_with(word));
    let says = plain.contains([':', '×', '*', ';', '=', '<', '>', '≥', '≤']) && !plain.trim_end().ends_with(':');
    let gives = ["diem", " tru ", " x ", "tro len", " duoi ", "toi da"].iter().any(|word| plain.contains(word));
    // “Sở Ngoại vụ” is a body.
    let body = words.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase().starts_with("sở ");
    let times = |rest: &str| rest.trim_start_matches("voi ").starts_with(|c: char| c.is_ascii_digit());
    let multiplied = plain.split(" nhan ").skip(1).any(times);
    // “Tỷ lệ văn bản trình đúng tiến độ đạt:” goes on in the rows below it.
    let leads = plain.trim_end().ends_with(" dat:");
    // Two figures, one over the other, are those of a rate.
    begins && !leads && !body && !says && !gives && !multiplied && !gives_something(words)
}

/// Takes away a wrapping `A. Tiêu chí` whose only siblings are bonus and penalty blocks: areas stand at depth 1.
fn unwrap(tree: &mut Tree) {
    let inner = |node: &Node| !node.children.is_empty() && node.style == Style::Upper && node.sign.is_none();
    if tree.roots.iter().filter(|node| node.sign.is_none()).count() != 1 {
        return;
    }
    let Some(n) = tree.roots.iter().position(inner) else { return };
    let mut wrap = tree.roots.remove(n);
    let children = std::mem::take(&mut wrap.children);
    let loose = std::mem::take(&mut wrap.lines);
    tree.outside.push(Row { lines: loose, ..wrap.row });
    for (k, child) in children.into_iter().enumerate() {
        tree.roots.insert(n + k, child);
    }
}
