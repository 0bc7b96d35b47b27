//! Columns whose words nobody understood, beside criteria that have no line on how points are given.

use std::collections::BTreeMap;

use super::Whole;
use super::aside::{is_of_deadlines, is_of_weights, is_of_whom};
use super::elsewhere::may_change_points;
use crate::convert::columns::{is_called, is_neutral, levels, may_say_rules, of_lines, reads_as_rule, says_anything};
use crate::convert::rows::CellWords;
use crate::convert::rule::Recognised;
use crate::convert::tree::Node;
use crate::finding::convert::UNKNOWN_COLUMN;
use crate::finding::{Finding, Place};
use crate::intake::Role;
use crate::intake::header::Table;
use crate::text;
use crate::workbook::{address, letters};

impl Whole<'_> {
    /// Lists the words beside a criterion without a line that may say how its points are given, in columns that nobody
    /// understood.
    pub fn words_apart<'n>(&self, node: &'n Node) -> Vec<&'n CellWords> {
        let apart = |said: &&CellWords| {
            let heading = said.column.as_deref().unwrap_or_default();
            let role = self.table.columns.values().find(|(_, words)| words == heading).map(|(role, _)| *role);
            match role {
                Some(Role::Other) => may_say_rules(heading) && says_anything(&said.text),
                Some(Role::Remark | Role::Computed | Role::Content) => reads_as_rule(&said.text),
                _ => false,
            }
        };
        node.row.others.iter().filter(|_| node.lines.is_empty()).filter(apart).collect()
    }

    /// Tells of each such column, and of a column that the user names and the table doesn't have.
    pub fn unknown_columns(&mut self, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) {
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for leaf in leaves.iter().filter(|leaf| rules.get(&leaf.id).is_none_or(|read| read.rule.is_none())) {
            let mut headings: Vec<&String> = self.words_apart(leaf).into_iter().filter_map(|said| said.column.as_ref()).collect();
            headings.dedup();
            for heading in headings {
                *found.entry(heading.clone()).or_default() += 1;
            }
        }
        let beside = self.unread_columns(leaves, rules);
        let others: Vec<Finding> = beside
            .iter()
            .filter(|(heading, _)| !found.contains_key(*heading))
            .map(|(heading, count)| self.unread_column(heading, *count))
            .collect();
        self.findings.extend(others);
        let told: Vec<Finding> = found.iter().map(|(heading, count)| self.unknown_column(heading, *count)).collect();
        self.findings.extend(told);
        let named = self.options.rules.as_deref();
        let has = |name: &str| self.tables.iter().any(|table| table.columns.keys().any(|column| is_called(table, *column, name)));
        if let Some(name) = named.filter(|name| !has(name)) {
            let message = text!("bảng không có cột nào là “{name}”", "the table has no column “{name}”");
            let place = Place { sheet: Some(self.table.grid.name.clone()), ..Place::file(self.file) };
            self.findings.push(Finding::new(&UNKNOWN_COLUMN, message).at(place));
        }
    }

    /// Counts the criteria beside which a column says something that nothing uses and nothing asks, by its heading. What a heading
    /// is known to hold that changes no points is left out.
    fn unread_columns(&self, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) -> BTreeMap<String, usize> {
        let weighted = leaves.iter().any(|leaf| leaf.weight.is_some());
        // Points beside lines are read with them.
        let beside_lines =
            |table: &Table<'_>| levels(table).map(|(_, points)| points).or_else(|| of_lines(table)).map(|at| table.heading(at));
        let points: Vec<String> = self.tables.iter().filter_map(beside_lines).collect();
        let open = |heading: &str| {
            let role =
                self.tables.iter().flat_map(|table| table.columns.values()).find(|(_, words)| words == heading).map(|(role, _)| *role);
            let told_apart = is_of_whom(heading) || is_of_deadlines(heading) || weighted && is_of_weights(heading);
            role == Some(Role::Other) && !told_apart && !is_neutral(heading) && points.iter().all(|points| points != heading)
        };
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for leaf in leaves {
            let read = rules.get(&leaf.id);
            let asked = read.is_some_and(|read| read.rule.as_ref().is_some_and(|rule| !rule.is_given()));
            let mut headings: Vec<&str> = Vec::new();
            for said in leaf.row.others.iter().filter(|said| !(asked && may_change_points(&said.text))) {
                let Some(heading) = said.column.as_deref().filter(|heading| !heading.is_empty() && open(heading)) else { continue };
                if says_something(&said.text) && !headings.contains(&heading) {
                    headings.push(heading);
                }
            }
            for heading in headings {
                *found.entry(heading.to_owned()).or_default() += 1;
            }
        }
        // Weights of 1 alone change nothing.
        found.retain(|heading, _| !is_of_weights(heading) || leaves.iter().any(|leaf| weighs(leaf, heading)));
        found
    }

    /// Tells of a column beside the rules that was not understood.
    fn unread_column(&self, heading: &str, count: usize) -> Finding {
        let at = self.table.columns.iter().find(|(_, (_, words))| words == heading).map_or(0, |(column, _)| *column);
        let letter = letters(at);
        let message = text!(
            "cột {letter} “{heading}” không rõ để làm gì; {count} tiêu chí có ghi ở cột này, chưa dùng vào cách tính điểm",
            "column {letter} “{heading}” was not understood; criteria that have something in it, which no rule uses: {count}"
        );
        Finding::new(&UNKNOWN_COLUMN, message).at(Place::cell(self.file, self.table.grid.name.clone(), address(self.table.top, at)))
    }

    /// Tells of a column that was not understood.
    fn unknown_column(&self, heading: &str, count: usize) -> Finding {
        let at = self.table.columns.iter().find(|(_, (_, words))| words == heading).map_or(0, |(column, _)| *column);
        let letter = letters(at);
        let message = text!(
            "cột {letter} “{heading}” không được hiểu là cột cách tính điểm; {count} tiêu chí không có cách tính có lời ở cột này",
            "column {letter} “{heading}” was not taken for the one on how points are given; criteria without a rule that have words in it: {count}"
        );
        Finding::new(&UNKNOWN_COLUMN, message).at(Place::cell(self.file, self.table.grid.name.clone(), address(self.table.top, at)))
    }
}

/// Tells whether a cell says anything: “-”, “0” and nothing don't.
fn says_something(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric) && !matches!(words.trim(), "0" | "0,0" | "0.0")
}

/// Tells whether the cell of a weight says something else than 1.
fn weighs(leaf: &Node, heading: &str) -> bool {
    let mut said = leaf.row.others.iter().filter(|said| said.column.as_deref() == Some(heading));
    said.any(|said| says_something(&said.text) && said.text.trim() != "1")
}
