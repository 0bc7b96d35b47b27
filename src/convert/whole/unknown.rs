//! Columns whose words nobody understood, beside criteria that have no line on how points are given.

use std::collections::BTreeMap;

use super::Whole;
use crate::convert::columns::{is_called, may_say_rules, reads_as_rule, says_anything};
use crate::convert::rows::CellWords;
use crate::convert::rule::Recognised;
use crate::convert::tree::Node;
use crate::finding::convert::UNKNOWN_COLUMN;
use crate::finding::{Finding, Place};
use crate::intake::Role;
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
