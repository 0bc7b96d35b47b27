//! A book → a set: the table is found, its rows become a tree, leaves get their rules, and the whole is checked by the
//! laws of sets before it is given away.

mod alike;
mod aside;
mod columns;
mod content;
mod elsewhere;
mod exempt;
mod maxima;
mod misplaced;
mod narrowed;
mod noted;
mod notes;
mod open;
mod outside;
mod scored;
mod shared;
mod signed;
mod systems;
mod totals;
mod unknown;
mod unused;
mod within;
mod years;

use std::collections::BTreeMap;

use crate::criteria::{self};
use crate::figure::CriterionId;
use crate::finding::convert::{GROUP_LINE, JOINED, NO_MAX, OTHER_TABLE, ROUNDING, RULE_UNFIT};
use crate::finding::{Checked, Finding, Place, Severity};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;
use crate::workbook::{Book, address};

use self::columns::with_maxima;
use self::elsewhere::said_at_group;
use self::misplaced::is_misplaced;
use self::signed::{known_to_others, name_counted, taken_out, uncapped};
use super::beside;
use super::columns::{maxima, methods, numbers, points_of_lines};
use super::draft::Rule;
use super::examples::{cases, said};
use super::joined;
use super::line::limits;
use super::parted;
use super::report;
use super::review::Review;
use super::rows::CellWords;
use super::rule::{Answers, Recognised, Words, is_heading_of_answers};
use super::sign::Sign;
use super::together;
use super::tree::{Node, alone_between, spoken};
use super::{Converted, Leftover, Options};
use crate::intake::Role;
use crate::intake::foreign::choose_columns;
use crate::intake::header::{Table, tables};

/// Converts the criteria table of a book into the text of a `set.yaml`; `file` is the name that findings carry.
///
/// There is nothing where no table is found (`C300`). The text lints without errors unless findings of severity error
/// say why it can't: sums that don't agree are written as they stand.
pub fn convert(book: &Book, file: &str, options: &Options) -> Checked<Option<Converted>> {
    let found = match with_maxima(book, file, options) {
        Ok(found) => found,
        Err(finding) => return Checked { value: None, findings: vec![*finding] },
    };
    let Some((table, others)) = found.split_first() else { return Checked { value: None, findings: Vec::new() } };
    // Tables in the order of the file, where they are one.
    let order = |table: &Table<'_>| book.sheets.iter().position(|sheet| sheet.name == table.grid.name);
    let mut all = found.clone();
    all.sort_by_key(order);
    let all_are_one = joined::are_one(&all);
    let parted = if all_are_one { None } else { parted::parts(book, table) };
    let (mut tables, others) = match parted.as_ref().and_then(areas) {
        Some(areas) => (areas, others),
        None if all_are_one => (all, &[][..]),
        None => (vec![table.clone()], others),
    };
    let findings = match decide_columns(&mut tables, file, options) {
        Ok(findings) => findings,
        Err(finding) => return Checked { value: None, findings: vec![*finding] },
    };
    let Some(table) = tables.first() else { return Checked { value: None, findings } };
    let mut whole = Whole { file, table, tables: &tables, options, findings, leftovers: Vec::new() };
    if all_are_one || tables.len() > 1 {
        whole.tell_of_joining();
    }
    for other in others {
        let (name, taken) = (&other.grid.name, &table.grid.name);
        let message =
            text!("trang “{name}” cũng có bảng; đã chuyển trang “{taken}”", "sheet “{name}” has a table too; “{taken}” was converted");
        whole.findings.push(Finding::new(&OTHER_TABLE, message).at(Place { sheet: Some(name.clone()), ..Place::file(file) }));
    }
    let converted = whole.convert();
    Checked { value: converted, findings: whole.findings }
}

/// Gives the tables of areas that stand below one another on one sheet, where they are one.
fn areas(parted: &Book) -> Option<Vec<Table<'_>>> {
    let mut areas = tables(parted, None);
    areas.retain(|area| area.column(Role::Max).is_some());
    areas.sort_by_key(|area| area.top);
    (parted.sheets.len() == areas.len() && joined::are_one(&areas)).then_some(areas)
}

/// Decides which column of each table holds what, and tells of columns that were chosen among several.
///
/// # Errors
/// Nothing is converted where it can't be told which column holds the maxima.
fn decide_columns(tables: &mut [Table<'_>], file: &str, options: &Options) -> Result<Vec<Finding>, Box<Finding>> {
    let mut chosen = Vec::new();
    for table in tables {
        *table = maxima(table, file, options)?;
        points_of_lines(table);
        chosen.extend(choose_columns(table, file));
        numbers(table);
        methods(table, options);
    }
    Ok(chosen)
}

/// A table while it is converted.
struct Whole<'a> {
    file: &'a str,
    table: &'a Table<'a>,
    /// All tables that are one with it, itself the first.
    tables: &'a [Table<'a>],
    options: &'a Options,
    findings: Vec<Finding>,
    leftovers: Vec<Leftover>,
}

/// What stands above a criterion says of it.
#[derive(Clone, Copy, Default)]
struct Within<'n> {
    /// It stands below the heading of bonus or penalty points within an area.
    misplaced: bool,
    /// It stands in an area that the survey scores.
    survey: bool,
    /// It stands below a heading that has people asked.
    people: bool,
    /// What a group above it says of a council or an office that scores.
    judged: Option<&'n str>,
}

impl<'n> Within<'n> {
    /// Adds what a criterion says of those below it.
    fn below(self, node: &'n Node) -> Self {
        let heading = &node.row.name.text;
        Self {
            misplaced: self.misplaced || is_misplaced(node),
            survey: self.survey || scored::by_survey(node),
            people: self.people || is_heading_of_answers(heading),
            judged: scored::by_others(node).or(self.judged),
        }
    }
}

impl Within<'_> {
    /// Tells who answers a criterion.
    const fn answers(self, node: &Node) -> Answers {
        match (self.survey || node.row.survey.is_some(), self.people) {
            (true, _) => Answers::OfSurvey,
            (false, true) => Answers::OfPeople,
            (false, false) => Answers::OfUnit,
        }
    }
}

impl Whole<'_> {
    /// Converts; `None` where the table has no criterion.
    fn convert(&mut self) -> Option<Converted> {
        let content = self.content()?;
        let roots = &content.tree.roots;
        let leaves = leaves(roots);
        let mut rules = BTreeMap::new();
        for root in roots {
            self.rules(root, Within::default(), &mut rules);
        }
        self.shared(&leaves, &mut rules);
        let rounded = self.rounding(&leaves, &rules);
        // A rule that breaks a law of sets is taken back, with what it asks, which can't break another.
        for _ in 0..=leaves.len() {
            let yaml = content.draft(&rules, rounded, &[]).write();
            if !self.take_back(&yaml, &leaves, &mut rules) {
                break;
            }
        }
        self.alike(&leaves);
        self.systems(&leaves, &rules);
        self.totals(&leaves, &mut rules);
        let review = self.head(&leaves, &rules);
        let yaml = content.draft(&rules, rounded, &review).write();
        self.notes(&leaves);
        self.unread(&leaves, &rules);
        self.unknown_columns(&leaves, &rules);
        self.sort();
        let read = criteria::read(&yaml, "set.yaml").value;
        let wording = |leaf: &Node| match &read {
            Some(set) => said(set, &leaf.id),
            None => content.alone(leaf, &rules, rounded).map(|set| said(&set, &leaf.id)).unwrap_or_default(),
        };
        let review = Review {
            roots,
            outside: &content.outside,
            rules: &rules,
            findings: &self.findings,
            sheet: &self.table.grid.name,
            yaml: &yaml,
            wording: &wording,
            apart: &|leaf| self.words_apart(leaf),
        }
        .rows();
        Some(Converted {
            cases: cases(read.as_ref(), &content.id, &leaves, &rules),
            review: self
                .others()
                .map(report::not_converted)
                .chain(self.joined().map(report::of_all))
                .chain(self.asked_once().map(report::of_all))
                .chain(review)
                .collect(),
            leaves: leaves.len(),
            understood: rules.values().filter(|read| read.is_whole()).count(),
            open: rules.values().filter(|read| read.is_whole() && !read.doubts.is_empty()).count(),
            partly: rules.values().filter(|read| read.rule.is_some() && !read.is_whole()).count(),
            leftovers: std::mem::take(&mut self.leftovers),
            id: content.id,
            yaml,
        })
    }

    /// Takes findings, each with its cell.
    fn tell(&mut self, findings: impl IntoIterator<Item = (String, Finding)>) {
        for (cell, finding) in findings {
            self.findings.push(finding.at(self.place(&cell)));
        }
    }

    /// Tells that tables were joined.
    fn tell_of_joining(&mut self) {
        let (count, names) = (self.tables.len(), self.names());
        let message = text!(
            "{count} bảng được nối thành một bộ, theo thứ tự: “{names}”",
            "{count} tables were joined into one set, in this order: “{names}”"
        );
        let place = Place { sheet: Some(self.table.grid.name.clone()), ..Place::file(self.file) };
        self.findings.push(Finding::new(&JOINED, message).at(place));
    }

    /// Lists the tables of the file that were not converted, in words.
    fn others(&self) -> impl Iterator<Item = &Text> {
        self.findings.iter().filter(|finding| finding.code == &OTHER_TABLE).map(|finding| &finding.message)
    }

    /// Tells of tables that were joined, in words.
    fn joined(&self) -> impl Iterator<Item = &Text> {
        self.findings.iter().filter(|finding| finding.code == &JOINED).map(|finding| &finding.message)
    }

    /// Lists the words above the table, and its headings.
    fn above(&self) -> Vec<CellWords> {
        let grid = self.table.grid;
        let cells = grid.cells.range(..(self.table.data, 0)).filter(|(_, cell)| !cell.is_blank());
        cells
            .map(|((row, column), cell)| CellWords {
                row: *row,
                cell: address(*row, *column),
                column: None,
                text: cell.shown(),
                points: None,
            })
            .collect()
    }

    /// Gives the place of a cell.
    fn place(&self, cell: &str) -> Place {
        let (sheet, cell) = joined::parted(cell);
        Place::cell(self.file, sheet.map_or_else(|| self.table.grid.name.clone(), str::to_owned), cell)
    }

    /// Lists the names of the tables.
    fn names(&self) -> String {
        let mut names: Vec<&str> = self.tables.iter().map(|table| table.grid.name.as_str()).collect();
        names.dedup();
        names.join("”, “")
    }

    /// Reads the rules of all leaves.
    fn rules<'n>(&mut self, node: &'n Node, within: Within<'n>, rules: &mut BTreeMap<String, Recognised>) {
        if !node.children.is_empty() {
            let scores = |text: &str| text.contains(|c: char| c.is_ascii_digit()) || bare(text).contains("diem") || limits(text);
            for said in node.lines.iter().filter(|said| scores(&said.text) && !together::says_cap(node, &said.text)) {
                let (id, words) = (&node.id, &said.text);
                let message = text!("“{words}” đứng ở “{id}” là tiêu chí có thành phần", "“{words}” stands at “{id}”, which has parts");
                self.findings.push(Finding::new(&GROUP_LINE, message).on(&CriterionId::new(id.clone())).at(self.place(&said.cell)));
            }
            for (words, cell) in said_at_group(node) {
                let id = &node.id;
                let message = text!("“{words}” đứng ở “{id}” là tiêu chí có thành phần", "“{words}” stands at “{id}”, which has parts");
                self.findings.push(Finding::new(&GROUP_LINE, message).on(&CriterionId::new(id.clone())).at(self.place(&cell)));
            }
            let below = within.below(node);
            node.children.iter().for_each(|child| self.rules(child, below, rules));
            return;
        }
        if within.below(node).misplaced {
            self.ask_where(node, rules);
            return;
        }
        let one = Points::one();
        let above = within.judged.map(str::to_owned);
        let lines: Vec<String> = node.lines.iter().map(spoken).chain(above).collect();
        let figures: Vec<(String, Option<String>)> =
            node.figures.iter().map(|said| (said.text.clone(), self.measure(node, said))).collect();
        let words = Words {
            name: &node.row.name.text,
            max: node.max.as_ref().unwrap_or(&one),
            lines: &lines,
            figures: &figures,
            answers: within.answers(node),
            takes: node.sign == Some(Sign::Penalty),
            adds: node.sign == Some(Sign::Bonus),
        };
        let (mut read, scored) = self.recognised(node, &words);
        if let Some(silent) = alone_between(&node.lines).filter(|_| read.rule.as_ref().is_some_and(|rule| !rule.is_given())) {
            read.inputs.list.truncate(node.figures.len());
            read = Recognised { inputs: read.inputs, failed: vec![silent.text.clone()], ..Recognised::default() };
        }
        self.elsewhere(node, &words, scored, &mut read);
        self.asked_beside(node, scored, &mut read);
        read.remarks.extend(self.guidance(node, scored));
        narrowed::narrow(&node.row.name.text, &mut read);
        self.years(node, &mut read);
        name_counted(node, &mut read);
        scored::settled_by_column(node, &mut read);
        read.doubts.extend(unused::unused(&node.row.name.text, &read).into_iter().chain(known_to_others(node, &read)).collect::<Vec<_>>());
        read.doubts.extend(taken_out(node).into_iter().chain(uncapped(node)).chain(aside::asked(node)).chain(within::asked(node)));
        // What is asked of documents is no part of the rule.
        read.lacks = read.told_of_less();
        let answered = read.rule.as_ref().is_some_and(|rule| *rule == Rule::Given("survey") || rule.is_of_survey());
        read.doubts.extend(beside::doubts(node).into_iter().filter(|_| !answered));
        for (code, message) in &read.doubts {
            let cell = node.lines.first().map_or(&node.row.name.cell, |said| &said.cell);
            self.findings.push(Finding::new(code, message.clone()).on(&CriterionId::new(node.id.clone())).at(self.place(cell)));
        }
        // Told where the maximum was looked for.
        read.doubts.extend(node.uncapped.clone().filter(|_| read.rule.is_some()).map(|message| (&NO_MAX, message)));
        rules.insert(node.id.clone(), read);
    }

    /// Tells whether lines round points to two decimals, which a set does for all criteria or none, and asks.
    fn rounding(&mut self, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) -> bool {
        let said: Vec<&Node> = leaves.iter().copied().filter(|leaf| rules.get(&leaf.id).is_some_and(|read| read.rounded)).collect();
        let Some(first) = said.first() else { return false };
        let (count, all) = (said.len(), leaves.len());
        let message = text!(
            "{count}/{all} tiêu chí ghi làm tròn điểm 2 chữ số; đã ghi rounding ở từng tiêu chí (at: leaf) cho cả bộ",
            "{count} of {all} criteria round their points to 2 decimals; rounding at each criterion (at: leaf) was written for the whole set"
        );
        let cell = first.lines.first().map_or(&first.row.name.cell, |said| &said.cell);
        self.findings.push(Finding::new(&ROUNDING, message).at(self.place(cell)));
        true
    }

    /// Finds the unit of measure that stands beside a figure.
    fn measure(&self, node: &Node, figure: &CellWords) -> Option<String> {
        let (table, row) = joined::spot(figure.row);
        let column = self.tables.get(table)?.column(Role::Figures)?;
        let at = address(row - 1, column);
        let beside = node.row.others.iter().find(|said| said.row == figure.row && joined::parted(&said.cell).1 == at)?;
        let short = beside.text.chars().count() <= 20 && beside.text.chars().next().is_some_and(|c| c.is_alphabetic() || c == '%');
        short.then(|| beside.text.clone())
    }

    /// Takes back rules that break a law of sets. Tells whether there were any.
    fn take_back(&mut self, yaml: &str, leaves: &[&Node], rules: &mut BTreeMap<String, Recognised>) -> bool {
        let mut any = false;
        for broken in criteria::read(yaml, "set.yaml").findings.iter().filter(|finding| finding.severity == Severity::Error) {
            let Some(id) = broken.criterion.as_ref().map(CriterionId::as_str) else { continue };
            let Some(leaf) = leaves.iter().find(|leaf| leaf.id == id) else { continue };
            let Some(read) = rules.get_mut(id).filter(|read| read.rule.is_some()) else { continue };
            any = true;
            let figures = leaf.figures.len();
            read.inputs.list.truncate(figures);
            let asked = std::mem::take(&mut read.doubts);
            let of_rule = |finding: &Finding| asked.iter().any(|(code, message)| finding.code == *code && finding.message == *message);
            self.findings.retain(|finding| finding.criterion.as_ref().is_none_or(|one| one.as_str() != id) || !of_rule(finding));
            *read = Recognised {
                inputs: read.inputs.clone(),
                failed: leaf.lines.iter().map(|said| said.text.clone()).collect(),
                ..Recognised::default()
            };
            let (vi, en) = (&broken.message.vi, &broken.message.en);
            let name = &leaf.row.name.text;
            let message = text!("“{name}”: {vi}", "“{name}”: {en}");
            let cell = leaf.lines.first().map_or(&leaf.row.name.cell, |said| &said.cell);
            self.findings.push(Finding::new(&RULE_UNFIT, message).on(&CriterionId::new(id)).at(self.place(cell)));
        }
        any
    }

    /// Puts findings in the order of the table.
    fn sort(&mut self) {
        let order: Vec<&str> = self.tables.iter().map(|table| table.grid.name.as_str()).collect();
        let place = |finding: &Finding| {
            let sheet = finding.place.sheet.as_deref().and_then(|sheet| order.iter().position(|name| *name == sheet)).unwrap_or(0);
            let cell = finding.place.cell.clone().unwrap_or_default();
            let row: u32 = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().unwrap_or(0);
            (sheet, row, cell, finding.code.id)
        };
        self.findings.sort_by_key(place);
    }
}

/// Lists the leaves of a tree.
fn leaves(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().flat_map(|node| if node.children.is_empty() { vec![node] } else { leaves(&node.children) }).collect()
}
