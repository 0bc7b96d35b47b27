//! A book → a set: the table is found, its rows become a tree, leaves get their rules, and the whole is checked by the
//! laws of sets before it is given away.

use std::collections::BTreeMap;

use crate::criteria;
use crate::figure::CriterionId;
use crate::finding::convert::{
    GROUP_LINE, JOINED, NO_DECISION, NO_MAX, NO_RULE, NO_TABLE, NOT_UNDERSTOOD, OTHER_TABLE, PARTS, ROUNDING, RULE_UNFIT, TOTAL,
};
use crate::finding::{Checked, Finding, Place, Severity};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;
use crate::workbook::{Book, address};

use super::adjustments;
use super::columns::{maxima, methods};
use super::examples::{cases, said};
use super::heading::Heading;
use super::joined;
use super::line::{most_given, points_given};
use super::parted;
use super::report;
use super::review::Review;
use super::rows::{CellWords, Row};
use super::rule::{Recognised, Words, recognise};
use super::sign::{self, Sign};
use super::together;
use super::tree::{Node, Tree, grow, spoken};
use super::write::Draft;
use super::{Converted, Leftover, Options};
use crate::intake::Role;
use crate::intake::foreign::choose_columns;
use crate::intake::header::{Table, tables};

/// Converts the criteria table of a book into the text of a `set.yaml`; `file` is the name that findings carry.
///
/// There is nothing where no table is found (`C300`). The text lints without errors unless findings of severity error
/// say why it can't: sums that don't agree are written as they stand.
pub fn convert(book: &Book, file: &str, options: &Options) -> Checked<Option<Converted>> {
    let mut found = tables(book, options.sheet.as_deref());
    found.retain(|table| table.column(Role::Max).is_some());
    let Some((table, others)) = found.split_first() else {
        let message = text!(
            "tệp “{file}” không có bảng nào có cột tiêu chí và cột điểm tối đa",
            "“{file}” has no table with a column of criteria and one of maxima"
        );
        return Checked { value: None, findings: vec![Finding::new(&NO_TABLE, message).at(Place::file(file))] };
    };
    // Tables in the order of the file, where they are one.
    let order = |table: &Table<'_>| book.sheets.iter().position(|sheet| sheet.name == table.grid.name);
    let mut tables = found.clone();
    tables.sort_by_key(order);
    let mut one = joined::are_one(&tables);
    // Areas below one another on one sheet.
    let parts = if one { None } else { parted::parts(book, table) };
    let mut pieces: Vec<Table<'_>> = parts.iter().flat_map(|parts| crate::intake::header::tables(parts, None)).collect();
    pieces.retain(|piece| piece.column(Role::Max).is_some());
    pieces.sort_by_key(|piece| piece.top);
    let whole = parts.as_ref().is_some_and(|parts| parts.sheets.len() == pieces.len()) && joined::are_one(&pieces);
    let (mut tables, others) = if whole {
        one = true;
        (pieces, others)
    } else if one {
        (tables, &[][..])
    } else {
        (vec![table.clone()], others)
    };
    let mut chosen = Vec::new();
    for table in &mut tables {
        *table = match maxima(table, file, options) {
            Ok(table) => table,
            Err(finding) => return Checked { value: None, findings: vec![*finding] },
        };
        chosen.extend(choose_columns(table, file));
        methods(table);
    }
    let Some(table) = tables.first() else { return Checked { value: None, findings: chosen } };
    let mut whole = Whole { file, table, tables: &tables, options, findings: chosen, leftovers: Vec::new() };
    if one {
        let (count, names) = (tables.len(), whole.names());
        let message = text!(
            "{count} bảng được nối thành một bộ, theo thứ tự: “{names}”",
            "{count} tables were joined into one set, in this order: “{names}”"
        );
        let place = Place { sheet: Some(table.grid.name.clone()), ..Place::file(file) };
        whole.findings.push(Finding::new(&JOINED, message).at(place));
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

impl Whole<'_> {
    /// Converts; `None` where the table has no criterion.
    fn convert(&mut self) -> Option<Converted> {
        let (above, names) = (self.above(), self.names());
        let beside = joined::beside(self.tables);
        let mut heading = Heading::of(&above.iter().filter(|said| said.row < self.table.top).cloned().collect::<Vec<_>>());
        if let Some(document) = &self.options.document {
            heading.document = Some(document.clone());
        }
        let mut tree = grow(joined::all_rows(self.tables));
        for (said, finding) in std::mem::take(&mut tree.findings) {
            self.findings.push(finding.at(self.place(&said.cell)));
        }
        if tree.roots.iter().all(|root| sign::of_name(&root.row.name.text).is_some()) {
            let sheet = &self.table.grid.name;
            let message = text!(
                "bảng ở trang “{sheet}” không có tiêu chí nào có STT hoặc điểm",
                "the table on sheet “{sheet}” has no criterion with a number or points"
            );
            self.findings = vec![Finding::new(&NO_TABLE, message).at(Place { sheet: Some(sheet.clone()), ..Place::file(self.file) })];
            return None;
        }
        for (cell, finding) in adjustments::decide(&mut tree.roots) {
            self.findings.push(finding.at(self.place(&cell)));
        }
        adjustments::number(&mut tree.roots);
        for root in &mut tree.roots {
            let cap = together::cap(root).filter(|_| root.sign.is_some());
            self.maximum(root, cap);
        }
        let mut asked = Vec::new();
        together::questions(&tree.roots, &mut asked);
        for (cell, finding) in asked {
            self.findings.push(finding.at(self.place(&cell)));
        }
        let total = self.total(&mut tree);
        let mut rules = BTreeMap::new();
        for root in &tree.roots {
            self.rules(root, &mut rules);
        }
        let rounded = self.rounding(&leaves(&tree.roots), &rules);
        let id = self.options.id.clone().unwrap_or_else(|| heading.id(self.file));
        let title = heading.title.clone().unwrap_or_else(|| format!("Bộ tiêu chí chuyển từ {}", self.file));
        if heading.document.is_none() {
            let file = self.file;
            let message =
                text!("tệp “{file}” không nêu số quyết định; source ghi tạm", "“{file}” names no decision; source holds a placeholder");
            self.findings.push(Finding::new(&NO_DECISION, message).at(Place::file(file)));
        }
        let outside: Vec<Row> = tree.total.iter().cloned().chain(tree.outside.iter().cloned()).collect();
        let leaves = leaves(&tree.roots);
        let mut yaml = String::new();
        // A rule that breaks a law of sets is taken back, which can't break another.
        for _ in 0..=leaves.len() {
            let mut review = Self::review(&leaves, &rules);
            review.extend(self.others().map(|message| format!("  CHƯA CHUYỂN: {}", message.vi)));
            review.extend(self.joined().map(|message| format!("  ĐÃ NỐI: {}", message.vi)));
            let draft = Draft {
                id: &id,
                title: &title,
                from: (self.file, &names),
                excerpt: self.options.excerpt,
                heading: &heading,
                total: &total,
                roots: &tree.roots,
                rules: &rules,
                above: &above,
                beside: &beside,
                top: self.table.top,
                outside: &outside,
                review: &review,
                rounded,
            };
            yaml = draft.write();
            if !self.take_back(&yaml, &leaves, &mut rules) {
                break;
            }
        }
        self.unread(&leaves, &rules);
        let understood = leaves.iter().filter(|leaf| rules.get(&leaf.id).is_some_and(|read| read.rule.is_some())).count();
        self.sort();
        let open = rules.values().filter(|read| read.rule.is_some() && !read.doubts.is_empty()).count();
        let read = criteria::read(&yaml, "set.yaml").value;
        let cases = cases(read.as_ref(), &id, &leaves, &rules);
        // A set that has faults elsewhere still has leaves that can be said in words.
        let alone = |leaf: &Node| {
            let max = leaf.max.clone().unwrap_or_else(Points::one);
            let mut only = leaf.clone();
            only.sign = None;
            let roots = [only];
            let draft = Draft {
                id: &id,
                title: &title,
                from: (self.file, &names),
                excerpt: true,
                heading: &heading,
                total: &max,
                roots: &roots,
                rules: &rules,
                above: &[],
                beside: &[],
                top: 0,
                outside: &[],
                review: &[],
                rounded,
            };
            criteria::read(&draft.write(), "set.yaml").value
        };
        let wording = |leaf: &Node| match &read {
            Some(set) => said(set, &leaf.id),
            None => alone(leaf).map(|set| said(&set, &leaf.id)).unwrap_or_default(),
        };
        let review = Review {
            roots: &tree.roots,
            outside: &outside,
            rules: &rules,
            findings: &self.findings,
            sheet: &self.table.grid.name,
            yaml: &yaml,
            wording: &wording,
        }
        .rows();
        let review = self.others().map(report::not_converted).chain(self.joined().map(report::joined)).chain(review).collect();
        Some(Converted { yaml, cases, review, id, leaves: leaves.len(), understood, open, leftovers: std::mem::take(&mut self.leftovers) })
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

    /// Fills in maxima that the table doesn't have, and compares parts with their whole.
    fn maximum(&mut self, node: &mut Node, left: Option<Points>) {
        node.max = node.max.take().map(|max| max.abs()).filter(|max| !max.is_zero());
        let known: Points = node.children.iter().filter_map(|child| child.max.clone()).sum();
        let unknown = node.children.iter().filter(|child| child.max.is_none()).count();
        let rest = node.max.as_ref().map(|max| max - &known).filter(|rest| unknown == 1 && rest.is_positive());
        // Lines under one cap give no more than it.
        let rest = rest.or_else(|| node.sign.and_then(|_| together::cap(node)).or_else(|| left.clone().filter(|_| node.sign.is_some())));
        for child in &mut node.children {
            self.maximum(child, rest.clone());
        }
        let sum = together::sum(&node.children);
        if node.max.is_none() {
            let most = node.lines.iter().filter_map(|said| most_given(&said.text)).find(Points::is_positive);
            let best = most.or_else(|| node.lines.iter().flat_map(|said| points_given(&said.text)).filter(Points::is_positive).max());
            let inferred = if node.children.is_empty() { best.or(left) } else { Some(sum.clone()).filter(Points::is_positive) };
            let max = inferred.clone().unwrap_or_else(Points::one);
            node.max = Some(max.clone());
            if node.sign.is_some() && !node.children.is_empty() {
                // A block of bonus or penalty points needs none.
                return;
            }
            let (name, vi) = (node.row.name.text.clone(), max.plain_vi());
            // The heading above a table has no cell of a maximum that could have been left blank.
            if node.row.max_cell.0 == node.row.name.cell && !node.children.is_empty() {
                node.marks.push(format!("bảng không có điểm tối đa, suy ra {vi}"));
                return;
            }
            let shown = node.row.max_cell.1.clone().unwrap_or_default();
            let message = text!(
                "“{name}”: ô điểm tối đa ghi “{shown}”; suy ra {vi}",
                "“{name}”: the cell of the maximum says “{shown}”; {max} was inferred"
            );
            self.findings.push(Finding::new(&NO_MAX, message).at(self.place(&node.row.max_cell.0)));
            node.marks.push(format!("bảng không có điểm tối đa, suy ra {vi}"));
        }
        let Some(max) = node.max.clone() else { return };
        if node.children.is_empty() || sum == max || (self.options.excerpt && sum < max) || node.sign.is_some() {
            return;
        }
        let (id, sum_vi, max_vi) = (&node.id, sum.plain_vi(), max.plain_vi());
        let message = text!(
            "các thành phần của “{id}” cộng lại được {sum_vi}, bảng ghi điểm tối đa {max_vi}",
            "the parts of “{id}” add to {sum}, the table says {max}"
        );
        let finding = Finding::new(&PARTS, message).on(&CriterionId::new(id.clone())).at(self.place(&node.row.max_cell.0));
        self.findings.push(finding);
        node.marks.push(format!("các thành phần cộng lại được {sum_vi}, bảng ghi {max_vi}"));
    }

    /// Gives the maximum of the tree: the total of the table, else the sum of the areas.
    fn total(&mut self, tree: &mut Tree) -> Points {
        let inside: Vec<Node> = tree.roots.iter().filter(|root| root.sign.is_none()).cloned().collect();
        let areas = together::sum(&inside);
        let Some(row) = &tree.total else { return areas };
        let Some(total) = row.max.clone().filter(Points::is_positive) else { return areas };
        if total != areas && !(self.options.excerpt && areas < total) {
            let (sum_vi, total_vi) = (areas.plain_vi(), total.plain_vi());
            let message = text!(
                "các lĩnh vực cộng lại được {sum_vi}, hàng tổng ghi {total_vi}",
                "the areas add to {areas}, the row of the total says {total}"
            );
            self.findings.push(Finding::new(&TOTAL, message).at(self.place(&row.max_cell.0)));
        }
        total
    }

    /// Reads the rules of all leaves.
    fn rules(&mut self, node: &Node, rules: &mut BTreeMap<String, Recognised>) {
        if !node.children.is_empty() {
            for said in
                node.lines.iter().filter(|said| said.text.contains(|c: char| c.is_ascii_digit()) || bare(&said.text).contains("diem"))
            {
                let (id, words) = (&node.id, &said.text);
                let message = text!("“{words}” đứng ở “{id}” là tiêu chí có thành phần", "“{words}” stands at “{id}”, which has parts");
                self.findings.push(Finding::new(&GROUP_LINE, message).on(&CriterionId::new(id.clone())).at(self.place(&said.cell)));
            }
            node.children.iter().for_each(|child| self.rules(child, rules));
            return;
        }
        let one = Points::one();
        let lines: Vec<String> = node.lines.iter().map(spoken).collect();
        let figures: Vec<(String, Option<String>)> =
            node.figures.iter().map(|said| (said.text.clone(), self.measure(node, said))).collect();
        let words = Words {
            name: &node.row.name.text,
            max: node.max.as_ref().unwrap_or(&one),
            lines: &lines,
            figures: &figures,
            survey: node.row.survey.is_some(),
            takes: node.sign == Some(Sign::Penalty),
            adds: node.sign == Some(Sign::Bonus),
        };
        let read = recognise(&words);
        for (code, message) in &read.doubts {
            let cell = node.lines.first().map_or(&node.row.name.cell, |said| &said.cell);
            self.findings.push(Finding::new(code, message.clone()).on(&CriterionId::new(node.id.clone())).at(self.place(cell)));
        }
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

    /// Lists what was not understood.
    fn unread(&mut self, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) {
        for leaf in leaves {
            let Some(read) = rules.get(&leaf.id).filter(|read| read.rule.is_none()) else { continue };
            let (id, name) = (CriterionId::new(leaf.id.clone()), &leaf.row.name.text);
            if leaf.lines.is_empty() {
                let message = text!("“{name}” không có dòng nào về cách tính điểm", "“{name}” has no line on how points are given");
                self.findings.push(Finding::new(&NO_RULE, message).on(&id).at(self.place(&leaf.row.name.cell)));
                continue;
            }
            for said in &leaf.lines {
                self.leftovers.push(Leftover {
                    criterion: leaf.id.clone(),
                    cell: said.cell.clone(),
                    text: said.text.clone(),
                    unused: read.failed.clone(),
                });
            }
            let unfit = self.findings.iter().any(|finding| finding.code == &RULE_UNFIT && finding.criterion.as_ref() == Some(&id));
            let holds = |said: &&CellWords| read.failed.iter().any(|left| spoken(said).contains(left.as_str()));
            let failed = leaf.lines.iter().find(holds).or_else(|| leaf.lines.first());
            if let Some(said) = failed.filter(|_| !unfit) {
                let left = if read.failed.is_empty() { said.text.clone() } else { read.failed.join("”, “") };
                let message = text!("“{name}”: chưa chắc, còn “{left}” chưa dùng đến", "“{name}”: not sure, “{left}” left over");
                self.findings.push(Finding::new(&NOT_UNDERSTOOD, message).on(&id).at(self.place(&said.cell)));
            }
        }
    }

    /// Sums up for the head of the file what has to be looked at.
    fn review(leaves: &[&Node], rules: &BTreeMap<String, Recognised>) -> Vec<String> {
        let understood = leaves.iter().filter(|leaf| rules.get(&leaf.id).is_some_and(|read| read.rule.is_some())).count();
        let (count, silent) = (leaves.len(), leaves.iter().filter(|leaf| leaf.lines.is_empty()).count());
        let open: Vec<&&Node> =
            leaves.iter().filter(|leaf| rules.get(&leaf.id).is_some_and(|read| read.rule.is_some() && !read.doubts.is_empty())).collect();
        let asked = open.len();
        let mut review = vec![format!(
            "{count} tiêu chí chấm điểm: {understood} đã hiểu trọn cách tính ({asked} còn điều phải hỏi); còn lại đơn vị tự nhập điểm ({silent} tiêu chí bảng không nêu cách tính)."
        )];
        for leaf in leaves.iter().filter(|leaf| !leaf.lines.is_empty() && rules.get(&leaf.id).is_none_or(|read| read.rule.is_none())) {
            let name = &leaf.row.name;
            review.push(format!("  CHƯA CHẮC: {} (hàng {}) {}", leaf.id, joined::said(leaf.row.row, &name.cell), name.text));
        }
        for leaf in open {
            let name = &leaf.row.name;
            review.push(format!("  CẦN QUYẾT ĐỊNH: {} (hàng {}) {}", leaf.id, joined::said(leaf.row.row, &name.cell), name.text));
        }
        review
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
