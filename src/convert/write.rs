//! The tree of a table → `set.yaml`, each criterion under the rows that it comes from.

use std::collections::BTreeMap;

use crate::figure::InputKind;
use crate::points::Points;

use super::beside::{self, agency};
use super::draft::{Input, Rule};
use super::fallback::scorer;
use super::heading::Heading;
use super::joined;
use super::line::lowered;
use super::rows::{CellWords, Row, undashed};
use super::rule::{Exempt, Recognised, spelt, unit_of};
use super::sign::Sign;
use super::together;
use super::tree::{Node, spoken};
use super::yaml::{Writer, quoted, scalar};

/// Everything that a set is written of.
#[derive(Debug)]
pub struct Draft<'a> {
    /// Id of the set.
    pub id: &'a str,
    /// Title.
    pub title: &'a str,
    /// File and sheet that it comes from.
    pub from: (&'a str, &'a str),
    /// Whether the table is only a part of the decision.
    pub excerpt: bool,
    /// What stands above the table says.
    pub heading: &'a Heading,
    /// Maximum of the whole tree.
    pub total: &'a Points,
    /// Areas, and blocks of bonus and penalty points.
    pub roots: &'a [Node],
    /// Rule of every leaf, by id.
    pub rules: &'a BTreeMap<String, Recognised>,
    /// Words above the table, and its headings.
    pub above: &'a [CellWords],
    /// Words above further tables that are one with the first.
    pub beside: &'a [CellWords],
    /// First row of the headings.
    pub top: u32,
    /// Rows that are no criteria.
    pub outside: &'a [Row],
    /// What has to be looked at, a line each.
    pub review: &'a [String],
    /// Whether points are rounded to two decimals at each criterion.
    pub rounded: bool,
}

/// Placeholder for a decision that the file doesn't name.
pub const NO_DECISION: &str = "(chưa ghi quyết định)";

impl Draft<'_> {
    /// Writes the set.
    pub fn write(&self) -> String {
        let mut out = Writer::default();
        let (file, sheet) = self.from;
        out.comment(
            0,
            &format!("CẦN RÀ SOÁT: chuyển tự động từ “{file}”, trang “{sheet}”. Đối chiếu từng dòng với quyết định trước khi dùng."),
        );
        for line in self.review {
            out.comment(0, line);
        }
        for said in self.above.iter().filter(|said| said.row < self.top) {
            out.comment(0, &format!("Trên bảng, ô {}: {}", said.cell, said.text));
        }
        for said in self.beside {
            out.comment(0, &format!("Trên bảng, ô {}: {}", said.cell, said.text));
        }
        let headings: Vec<&str> = self.above.iter().filter(|said| said.row >= self.top).map(|said| said.text.as_str()).collect();
        out.comment(0, &format!("Tiêu đề bảng, hàng {}: {}", self.top + 1, headings.join(" | ")));
        out.line(0, &format!("set: {}", self.id));
        out.line(0, &format!("title: {}", scalar(self.title)));
        out.line(0, "status: transcribed");
        if self.excerpt {
            out.line(0, "excerpt: true");
        }
        out.line(
            0,
            &format!(
                "note: {}",
                scalar(&format!("Chuyển tự động từ tệp {file}, chưa rà soát; xóa ghi chú này sau khi đối chiếu với quyết định."))
            ),
        );
        out.line(0, &self.source());
        out.line(0, &format!("total: {}", self.total));
        if self.rounded {
            out.line(0, "rounding: { at: leaf, decimals: 2, mode: half_up }");
        }
        together::write_alternatives(self.roots, &mut out);
        out.line(0, "");
        out.line(0, "criteria:");
        for root in self.roots.iter().filter(|root| root.sign.is_none()) {
            self.criterion(&mut out, root, 2);
        }
        let blocks: Vec<&Node> = self.roots.iter().filter(|root| root.sign.is_some()).collect();
        if !blocks.is_empty() {
            out.line(0, "");
            if blocks.iter().any(|block| is_decided(block)) {
                out.line(0, "adjustments:");
            }
            for block in &blocks {
                self.block(&mut out, block);
            }
            together::write_caps(&blocks, &mut out);
        }
        if !self.outside.is_empty() {
            out.line(0, "");
        }
        for row in self.outside {
            for said in everything(row) {
                out.comment(0, &format!("Ngoài cây tiêu chí, ô {}: {}", said.cell, said.text));
            }
        }
        out.text
    }

    /// Writes the decision.
    fn source(&self) -> String {
        let Heading { document, date, issuer, .. } = self.heading;
        let mut parts = vec![format!("document: {}", super::yaml::flow(document.as_deref().unwrap_or(NO_DECISION)))];
        parts.extend(date.map(|date| format!("date: {date}")));
        parts.extend(issuer.as_ref().map(|issuer| format!("issuer: {}", super::yaml::flow(issuer))));
        let review = if document.is_none() { "   # CẦN RÀ SOÁT: ghi số, ký hiệu, ngày, cơ quan ban hành" } else { "" };
        format!("source: {{ {} }}{review}", parts.join(", "))
    }

    /// Writes a criterion and what is below it.
    fn criterion(&self, out: &mut Writer, node: &Node, indent: usize) {
        self.begin(out, node, indent, None);
        let inner = indent + 2;
        if node.children.is_empty() {
            self.leaf(out, node, inner);
            return;
        }
        for said in node.lines.iter().chain(&node.figures) {
            out.comment(inner, &placed(said));
        }
        Self::evidence_comments(out, node, inner);
        out.line(inner, "criteria:");
        for child in &node.children {
            self.criterion(out, child, inner + 2);
        }
    }

    /// Writes id, name and maximum under the row that they come from.
    fn begin(&self, out: &mut Writer, node: &Node, indent: usize, adjusts: Option<&str>) {
        let row = joined::said(node.row.row, &node.row.name.cell);
        // Units of measure are said with their inputs.
        let inputs = self.rules.get(&node.id).map(|read| read.inputs.list.as_slice()).unwrap_or_default();
        let measures: Vec<&str> = inputs.iter().filter_map(|input| input.measure.as_deref()).collect();
        let stt = node.row.stt.as_ref().map(|(shown, _)| shown.clone()).or_else(|| node.written.clone());
        let stt = stt.filter(|stt| stt.replace(',', ".") != node.id).map_or_else(String::new, |stt| format!(", STT trong bảng: {stt}"));
        out.comment(indent, &format!("Hàng {row}{stt}"));
        for mark in &node.marks {
            out.comment(indent, &format!("CẦN RÀ SOÁT: {mark}"));
        }
        for said in node.row.others.iter().chain(&node.row.survey) {
            if measures.contains(&said.text.as_str()) && said.row != node.row.row
                || Some(said) == agency(node)
                || node.row.noted.contains(said)
            {
                continue;
            }
            out.comment(indent, &placed(said));
        }
        out.line(indent, &format!("- id: {}", quoted(&node.id)));
        let inner = indent + 2;
        if let Some(adjusts) = adjusts {
            out.line(inner, &format!("sign: {adjusts}"));
        }
        if let Some(within) = &node.within {
            out.line(inner, &format!("criterion: {}", quoted(within)));
        }
        out.line(inner, &format!("name: {}", scalar(&node.row.name.text)));
        let max = node.max.as_ref().map_or_else(|| "1".into(), |max| max.abs().plain());
        let shown = node
            .row
            .max_cell
            .1
            .as_ref()
            .filter(|shown| shown.replace(',', ".") != max)
            .map_or_else(String::new, |shown| format!("   # trong bảng: {shown}"));
        out.line(inner, &format!("max: {max}{shown}"));
        if let Some(weight) = &node.weight {
            out.line(inner, &format!("weight: {}", weight.plain()));
        }
        if let Some(deadline) = node.deadline {
            out.line(inner, &format!("deadline: {deadline}"));
        }
        let named = || self.rules.get(&node.id).and_then(|read| read.agency.as_deref());
        if let Some(agency) = agency(node).map(|said| said.text.as_str()).or_else(named) {
            out.line(inner, &format!("agency: {}", scalar(agency)));
        }
        if let Some(written) = &node.written {
            let item = written.trim_end_matches(['.', ')', ' ', ':']);
            out.line(inner, &format!("source: {{ item: {} }}", quoted(item)));
        }
    }

    /// Writes what a leaf asks for, and its rule under the words of the table.
    fn leaf(&self, out: &mut Writer, node: &Node, indent: usize) {
        let given = Recognised::default();
        let read = self.rules.get(&node.id).unwrap_or(&given);
        // Whoever scores a criterion reads all that the table says of it.
        let said = node.lines.iter().map(|said| flattened(&spoken(said)));
        let by_council = read.rule == Some(Rule::Given("council"));
        let said = said.filter(|line| !line.is_empty() && (by_council || !read.remarks.contains(line)));
        let text: Vec<String> = said.chain(read.from_elsewhere.iter().cloned()).collect();
        let stands = |remark: &str| by_council && text.iter().any(|line| line.contains(remark));
        let notes: Vec<String> = read.remarks.iter().map(|remark| flattened(remark)).filter(|remark| !stands(remark)).collect();
        if !notes.is_empty() {
            out.line(indent, &format!("note: {}", scalar(&notes.join(" "))));
        }
        let unknown = read.rule.is_none() && !node.lines.is_empty();
        let mut lines: Vec<&CellWords> = node.lines.iter().chain(&node.figures).collect();
        lines.sort_by_key(|said| said.row);
        for said in lines {
            let mark = if unknown && !node.figures.contains(said) { "CHƯA CHẮC. " } else { "" };
            out.comment(indent, &format!("{mark}{}", placed(said)));
        }
        if unknown && !read.failed.is_empty() {
            out.comment(indent, &format!("CHƯA DÙNG: {}", read.failed.join(" | ")));
        }
        if let Some((rule, inputs)) = read.partly.as_ref().filter(|_| unknown) {
            out.comment(
                indent,
                "ĐÃ HIỂU PHẦN CÒN LẠI: nếu lời chưa dùng không đổi cách tính, hoặc sau khi thêm nó, bỏ dấu # ở các dòng dưới và xóa rule đứng sau.",
            );
            let mut rest = Writer::default();
            let more = with_units(&inputs.list);
            rest.inputs(0, &more);
            rest.rule(0, rule);
            rest.text.lines().for_each(|line| out.comment(indent, line));
        }
        for (_, question) in &read.doubts {
            out.comment(indent, &format!("CẦN QUYẾT ĐỊNH: {}", question.vi));
        }
        out.inputs(indent, &with_units(&read.inputs.list));
        let rule = read.rule.clone().unwrap_or(Rule::Given(scorer(node, read)));
        out.stated(indent, &rule, &text);
        if rule == Rule::Given("survey") || rule.is_of_survey() {
            Self::evidence_comments(out, node, indent);
            return;
        }
        if read.exempt == Exempt::MayNotApply {
            out.line(indent, "may_not_apply: true");
        }
        let asked = beside::asked(node);
        if node.row.evidence.is_empty() && !node.row.noted.is_empty() {
            let what = node.row.noted.iter().map(|said| undashed(&said.text)).collect::<Vec<_>>().join("; ");
            out.line(indent, &format!("evidence: {{ required: false, what: {} }}", super::yaml::flow(&what)));
        }
        for said in asked.empty.iter().chain(&asked.unclear) {
            out.comment(indent, &placed(said));
        }
        if !asked.what.is_empty() {
            let what = asked.what.iter().map(|said| undashed(&said.text)).collect::<Vec<_>>().join("; ");
            out.line(indent, &format!("evidence: {{ required: {}, what: {} }}", asked.required, super::yaml::flow(&what)));
        }
    }

    /// Keeps the evidence of what can't ask for any as comments.
    fn evidence_comments(out: &mut Writer, node: &Node, indent: usize) {
        for said in &node.row.evidence {
            out.comment(indent, &placed(said));
        }
    }

    /// Writes the lines of a block of bonus or penalty points.
    fn block(&self, out: &mut Writer, block: &Node) {
        let name = &block.row.name;
        out.comment(2, &format!("Hàng {}: {}", joined::said(block.row.row, &name.cell), name.text));
        if block.children.is_empty() {
            self.adjustment(out, block);
            return;
        }
        for said in
            everything(&block.row).into_iter().filter(|said| said.cell != name.cell).chain(block.lines.clone()).chain(block.figures.clone())
        {
            out.comment(2, &placed(&said));
        }
        let mut below: Vec<&Node> = block.children.iter().rev().collect();
        while let Some(node) = below.pop() {
            if node.children.is_empty() {
                self.adjustment(out, node);
            } else {
                for said in everything(&node.row).into_iter().chain(node.lines.clone()) {
                    out.comment(2, &placed(&said));
                }
                below.extend(node.children.iter().rev());
            }
        }
    }

    /// Writes a line of bonus or penalty points; as a comment where nothing says which it is.
    fn adjustment(&self, out: &mut Writer, node: &Node) {
        if let Some(adjusts) = node.sign.and_then(Sign::key) {
            self.begin(out, node, 2, Some(adjusts));
            self.leaf(out, node, 4);
            return;
        }
        out.comment(2, "CẦN QUYẾT ĐỊNH: bảng không ghi dòng này cộng hay trừ điểm, nên chưa ghi vào bộ tiêu chí.");
        for said in everything(&node.row).into_iter().chain(node.lines.clone()).chain(node.figures.clone()) {
            out.comment(2, &placed(&said));
        }
    }
}

/// Puts words on one line.
fn flattened(words: &str) -> String {
    words.replace(char::is_control, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells whether any line of a block is known to add or to take points.
fn is_decided(node: &Node) -> bool {
    if node.children.is_empty() { node.sign.and_then(Sign::key).is_some() } else { node.children.iter().any(is_decided) }
}

/// Says where words stand: `Hàng 13: Ban hành kịp thời: 1`.
fn placed(said: &CellWords) -> String {
    let row = joined::said(said.row, &said.cell);
    let points = said.points.as_ref().map_or_else(String::new, |points| format!(" | {}", points.plain_vi()));
    match said.column.as_deref() {
        None => format!("Hàng {row}: {}{points}", said.text),
        Some("") => format!("Hàng {row}, ô {}: {}", said.cell, said.text),
        Some(column) => format!("Hàng {row}, cột “{column}”: {}", said.text),
    }
}

/// Lists everything that stands in a row.
fn everything(row: &Row) -> Vec<CellWords> {
    let said =
        |cell: &str, text: String| CellWords { row: row.row, cell: cell.to_owned(), column: Some(String::new()), text, points: None };
    let mut all = Vec::new();
    all.extend(row.stt.as_ref().map(|(shown, cell)| said(cell, shown.clone())));
    if !row.name.text.is_empty() {
        let number = row.number.as_ref().filter(|_| row.stt.is_none()).map_or_else(String::new, |number| format!("{} ", number.written));
        all.push(said(&row.name.cell, format!("{number}{}", row.name.text)));
    }
    all.extend(row.max_cell.1.as_ref().map(|shown| said(&row.max_cell.0, shown.clone())));
    all.extend(row.lines.iter().chain(&row.figures).chain(&row.evidence).chain(&row.survey).chain(&row.others).cloned());
    all
}

/// Gives counts the unit that their own labels name, where the table names none, and says in a label that names no number what is
/// counted: “Họp giao ban: số cuộc”, “Số sáng kiến CCHC”.
fn with_units(inputs: &[Input]) -> Vec<Input> {
    let numbers = |plain: &str| ["số ", "mức ", "tỷ lệ", "tỉ lệ", "tổng"].iter().any(|word| plain.contains(word));
    let labelled = |input: &Input| {
        let plain = input.label.to_lowercase();
        let unit = input.measure.as_ref().filter(|unit| !unit.contains(['/', '%', '(']));
        let Some(unit) = unit.filter(|_| input.kind == InputKind::Count && !numbers(&plain)).map(|unit| unit.to_lowercase()) else {
            return input.label.clone();
        };
        if plain == unit || plain.starts_with(&format!("{unit} ")) {
            return format!("Số {}", lowered(&input.label));
        }
        if plain.contains(&unit) {
            input.label.clone()
        } else {
            format!("{}: số {}", input.label, input.measure.as_deref().map_or_else(|| spelt(&unit), |unit| spelt(&lowered(unit))))
        }
    };
    let unit = |input: &Input| {
        let own = input.measure.as_ref().map(|unit| spelt(unit));
        own.or_else(|| unit_of(&input.label).filter(|_| input.kind == InputKind::Count))
    };
    inputs.iter().map(|input| Input { measure: unit(input), label: labelled(input), ..input.clone() }).collect()
}
