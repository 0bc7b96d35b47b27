//! What whoever reviews a converted table reads: each criterion with its rows, what was understood, what is open.

use std::collections::BTreeMap;

use crate::figure::InputKind;
use crate::finding::convert::{LETTERS, NOTHING_TO_DO};
use crate::finding::{Code, Finding};
use crate::text;
use crate::text::Text;

use super::beside::unclear;
use super::draft::{Input, Rule};
use super::joined::{parted, spot};
use super::report::{Row, Status};
use super::rows::{self, CellWords};
use super::rule::Recognised;
use super::sign::Sign;
use super::tree::Node;

/// Everything that a review is made of.
pub struct Review<'a> {
    /// Areas, and blocks of bonus and penalty points.
    pub roots: &'a [Node],
    /// Rows that are no criteria.
    pub outside: &'a [rows::Row],
    /// Rule of every leaf, by id.
    pub rules: &'a BTreeMap<String, Recognised>,
    /// Name of the first table.
    pub sheet: &'a str,
    /// What was found, some of it at criteria.
    pub findings: &'a [Finding],
    /// Text of the set.
    pub yaml: &'a str,
    /// Says the rule of a leaf in words.
    pub wording: &'a dyn Fn(&Node) -> Vec<Text>,
    /// Gives the words beside a criterion that nobody understood, in a column of their own.
    pub apart: &'a dyn for<'n> Fn(&'n Node) -> Vec<&'n CellWords>,
}

impl Review<'_> {
    /// Lists the rows of the review in the order of the table.
    pub fn rows(&self) -> Vec<Row> {
        let blocks = blocks(self.yaml);
        let mut found = Vec::new();
        for root in self.roots {
            self.node(root, &blocks, &mut found);
        }
        for row in self.outside.iter().filter(|row| !row.name.text.is_empty()) {
            let words = [Some(row.name.text.clone()), row.max_cell.1.clone()].into_iter().flatten().collect::<Vec<_>>().join(" | ");
            let note = Text::new("Ngoài cây tiêu chí, giữ trong chú thích.", "Outside of the tree, kept as a comment.");
            let told = self.findings.iter().filter(|finding| self.stands_at(&row.name.cell, row.row, finding));
            let open = told.map(|finding| finding.message.clone()).collect();
            found.push((row.row, Row { understood: vec![note], open, ..blank(row.row, &row.name.cell, words) }));
        }
        found.sort_by_key(|(row, _)| *row);
        found.into_iter().map(|(_, row)| row).collect()
    }

    /// Adds the row of a criterion, and those below it.
    fn node(&self, node: &Node, blocks: &BTreeMap<String, String>, found: &mut Vec<(u32, Row)>) {
        let said: Vec<&CellWords> = node.lines.iter().chain(&node.figures).chain(&node.row.evidence).collect();
        let mut words = vec![node.row.name.text.clone()];
        words.extend(said.iter().map(|said| said.text.clone()));
        // “Ghi chú: …”, “Cơ quan thẩm định: …”: what no rule uses is seen here, too.
        let beside =
            node.row.others.iter().filter_map(|said| Some((said.column.as_deref().filter(|column| !column.is_empty())?, &said.text)));
        words.extend(beside.filter(|(_, text)| text.chars().any(char::is_alphabetic)).map(|(column, text)| format!("{column}: {text}")));
        let first = node.row.row;
        let last = said.iter().map(|said| said.row).max().unwrap_or(first).max(first);
        let (cell, from, to) = (&node.row.name.cell, spot(first).1, spot(last).1);
        let rows = if first == last { from.to_string() } else { format!("{from}–{to}") };
        let rows = parted(cell).0.map_or(rows.clone(), |sheet| format!("{sheet}: {rows}"));
        let leaf = node.children.is_empty();
        let decided = node.sign.is_none_or(|sign| sign.key().is_some());
        let known = self.rules.get(&node.id).filter(|_| leaf);
        let (status, understood) = match known {
            None => (Status::Group, Vec::new()),
            Some(_) if !decided => (Status::Unsure, Vec::new()),
            Some(read) if read.rule.is_none() => {
                let silent = node.lines.is_empty() && (self.apart)(node).is_empty();
                (if silent { Status::Silent } else { Status::Unsure }, partly(read))
            }
            Some(read) => (if read.doubts.is_empty() { Status::Understood } else { Status::Open }, (self.wording)(node)),
        };
        let mut understood = understood;
        if let Some(read) = known.filter(|read| decided && read.rule.is_some()) {
            understood.splice(0..0, asked(read));
        }
        understood.extend(node.sign.filter(|_| leaf).and_then(|sign| match sign {
            Sign::Bonus => Some(Text::new("Điểm thưởng, ngoài cây tiêu chí.", "Bonus points, outside of the tree.")),
            Sign::Penalty => Some(Text::new("Điểm trừ, ngoài cây tiêu chí.", "Penalty points, outside of the tree.")),
            Sign::Both => None,
        }));
        let row = Row {
            id: if leaf || node.sign.is_none() { node.id.clone() } else { String::new() },
            max: node.max.as_ref().map_or_else(String::new, |max| max.abs().plain_vi()),
            status,
            understood,
            open: self.open(node, known),
            yaml: blocks.get(&node.id).cloned().unwrap_or_default(),
            ..blank(first, cell, words.join("\n"))
        };
        found.push((first, Row { rows, ..row }));
        node.children.iter().for_each(|child| self.node(child, blocks, found));
    }

    /// Lists what is open at a criterion, and what is left over.
    fn open(&self, node: &Node, read: Option<&Recognised>) -> Vec<Text> {
        let mut open: Vec<Text> = Vec::new();
        for left in read.filter(|read| read.rule.is_none()).iter().flat_map(|read| &read.failed) {
            open.push(text!("Chưa dùng đến: “{left}”", "Left over: “{left}”"));
        }
        open.extend((self.apart)(node).into_iter().filter(|_| read.is_some_and(|read| read.rule.is_none())).map(|said| {
            let (heading, words) = (said.column.clone().unwrap_or_default(), &said.text);
            text!("Cột “{heading}” chưa hiểu: “{words}”", "Column “{heading}” was not understood: “{words}”")
        }));
        let name = format!("“{}”: ", node.row.name.text);
        let short = |text: &Text| {
            let cut = |words: &str| words.strip_prefix(&name).unwrap_or(words).to_owned();
            Text::new(cut(&text.vi), cut(&text.en))
        };
        let mine = |finding: &&Finding| finding.criterion.as_ref().is_some_and(|id| id.as_str() == node.id) || self.at(node, finding);
        let told = self.findings.iter().filter(mine).filter(|finding| finding.code.id != "C309").map(|finding| short(&finding.message));
        open.extend(told);
        // What several criteria leave open is asked once, above them all.
        let asks = |code: &Code| read.is_some_and(|read| read.rule.is_some() && read.doubts.iter().any(|(other, _)| *other == code));
        let asked = |code: &Code| self.findings.iter().any(|finding| finding.code == code && mine(&finding));
        let once = |code: &Code| asks(code) && !asked(code);
        if once(&NOTHING_TO_DO) {
            open.push(Text::new(
                "Đơn vị không phát sinh: xem câu hỏi chung ở đầu bảng.",
                "Units that had nothing to do: see the question at the top.",
            ));
        }
        if once(&LETTERS) {
            open.push(Text::new(
                "Tỷ lệ tính trên tổng số nào: xem câu hỏi chung ở đầu bảng.",
                "Of which total: see the question at the top.",
            ));
        }
        // What has to be sent may be asked above them all, too.
        let sent = |read: &Recognised| unclear(node).iter().any(|doubt| read.doubts.contains(doubt));
        let apart = |text: &Text| self.findings.iter().any(|finding| finding.message == *text);
        if read.is_some_and(sent) && !unclear(node).iter().any(|(_, message)| apart(message)) {
            open.push(Text::new("Tài liệu kiểm chứng: xem câu hỏi chung ở đầu bảng.", "Evidence: see the question at the top."));
        }
        open.dedup();
        open
    }

    /// Tells whether a finding stands in the row of a criterion.
    fn at(&self, node: &Node, finding: &Finding) -> bool {
        self.stands_at(&node.row.name.cell, node.row.row, finding)
    }

    /// Tells whether a finding of no criterion stands in a row; `name` is the cell of its name.
    fn stands_at(&self, name: &str, row_of: u32, finding: &Finding) -> bool {
        let sheet = parted(name).0.unwrap_or(self.sheet);
        if finding.place.sheet.as_deref() != Some(sheet) {
            return false;
        }
        let cell = finding.place.cell.as_deref().unwrap_or_default();
        let row = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        finding.criterion.is_none() && !row.is_empty() && row == spot(row_of).1.to_string()
    }
}

/// Says what was understood of words of which some are left over.
fn partly(read: &Recognised) -> Vec<Text> {
    let Some((rule, inputs)) = &read.partly else { return Vec::new() };
    let rest = Recognised { rule: Some(rule.clone()), inputs: inputs.clone(), ..Recognised::default() };
    let note = Text::new(
        "Phần còn lại đã hiểu, chưa áp dụng: xem các dòng # trong set.yaml.",
        "The rest was understood and is not in force: see the lines with # in set.yaml.",
    );
    [note].into_iter().chain(asked(&rest)).collect()
}

/// Says what the unit is asked for, or who gives the points.
fn asked(read: &Recognised) -> Vec<Text> {
    match &read.rule {
        Some(Rule::Given("survey")) => return vec![Text::new("Ai chấm: điều tra xã hội học.", "Who scores: the survey.")],
        Some(Rule::Given("council")) => return vec![Text::new("Ai chấm: hội đồng thẩm định.", "Who scores: the council.")],
        Some(Rule::Given(_)) => return vec![Text::new("Ai chấm: đơn vị tự nhập điểm.", "Who scores: units type the points.")],
        _ => {}
    }
    let one = |input: &Input| match (input.kind, &input.measure) {
        (InputKind::YesNo, _) => (format!("{} (có/không)", input.label), format!("{} (yes/no)", input.label)),
        (InputKind::Choice, _) => (format!("{} (chọn một mức)", input.label), format!("{} (one level)", input.label)),
        (_, Some(measure)) => (format!("{} ({measure})", input.label), format!("{} ({measure})", input.label)),
        _ => (input.label.clone(), input.label.clone()),
    };
    let (vi, en): (Vec<String>, Vec<String>) = read.inputs.list.iter().map(one).unzip();
    let (vi, en) = (vi.join("; "), en.join("; "));
    if vi.is_empty() {
        return Vec::new();
    }
    vec![if read.rule.as_ref().is_some_and(Rule::is_of_survey) {
        text!("Số liệu của điều tra: {vi}", "Figures of the survey: {en}")
    } else {
        text!("Số liệu hỏi đơn vị: {vi}", "Asked of the unit: {en}")
    }]
}

/// Gives a row with words and nothing else.
fn blank(row: u32, cell: &str, words: String) -> Row {
    let at = spot(row).1;
    Row {
        rows: parted(cell).0.map_or_else(|| at.to_string(), |sheet| format!("{sheet}: {at}")),
        id: String::new(),
        words,
        max: String::new(),
        status: Status::Group,
        understood: Vec::new(),
        open: Vec::new(),
        yaml: String::new(),
    }
}

/// Takes the lines of each criterion out of a set, by its id, comments left out.
fn blocks(yaml: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Option<(String, usize)> = None;
    for line in yaml.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let indent = line.len() - line.trim_start().len();
        if let Some(id) = line.trim_start().strip_prefix("- id: \"").and_then(|rest| rest.strip_suffix('"')) {
            open = Some((id.to_owned(), indent));
        } else if line.trim() == "criteria:" || line.trim() == "adjustments:" || line.is_empty() {
            open = None;
        }
        if let Some((id, indent)) = &open {
            let block = found.entry(id.clone()).or_default();
            if !block.is_empty() {
                block.push('\n');
            }
            block.push_str(line.get(*indent..).unwrap_or(line));
        }
    }
    found
}
