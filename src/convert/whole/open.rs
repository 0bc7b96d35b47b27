//! What is left open by a table: lines that no rule was made of, and what its reader has to decide.

use std::collections::BTreeMap;

use super::Whole;
use crate::convert::Leftover;
use crate::convert::columns::up_to;
use crate::convert::joined;
use crate::convert::rows::CellWords;
use crate::convert::rule::Recognised;
use crate::convert::tree::{Node, spoken};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::convert::{NO_RULE, NOT_UNDERSTOOD, RULE_UNFIT, SIGN};
use crate::text;

impl Whole<'_> {
    /// Lists what was not understood.
    pub fn unread(&mut self, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) {
        for leaf in leaves {
            let Some(read) = rules.get(&leaf.id).filter(|read| read.rule.is_none()) else { continue };
            let (id, name) = (CriterionId::new(leaf.id.clone()), &leaf.row.name.text);
            if !self.words_apart(leaf).is_empty() {
                continue;
            }
            if leaf.lines.is_empty() {
                let shown = leaf.row.max_cell.1.clone().unwrap_or_default();
                // A line with points of its own is a line on points, which says only how many.
                let message = if up_to(&shown).is_some() {
                    text!(
                        "“{name}”: ô điểm ghi “{shown}”, bảng chưa quy định cách chấm trong khoảng ấy",
                        "“{name}”: the cell of points says “{shown}”, and nothing on how they are given within it"
                    )
                } else if leaf.row.number.is_none() && leaf.row.max.is_some() {
                    text!("“{name}” chỉ có điểm, chưa có cách chấm", "“{name}” has points, and nothing on how they are given")
                } else {
                    text!("“{name}” không có dòng nào về cách tính điểm", "“{name}” has no line on how points are given")
                };
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
            let told = [&RULE_UNFIT, &SIGN];
            let unfit = self.findings.iter().any(|finding| told.contains(&finding.code) && finding.criterion.as_ref() == Some(&id));
            let holds = |said: &&CellWords| read.failed.iter().any(|left| spoken(said).contains(left.as_str()));
            let failed = leaf.lines.iter().find(holds).or_else(|| leaf.lines.first());
            if let Some(said) = failed.filter(|_| !unfit) {
                let left = if read.failed.is_empty() { said.text.clone() } else { read.failed.join("”, “") };
                let message = text!("“{name}”: chưa chắc, còn “{left}” chưa dùng đến", "“{name}”: not sure, “{left}” left over");
                self.findings.push(Finding::new(&NOT_UNDERSTOOD, message).on(&id).at(self.place(&said.cell)));
            }
        }
    }

    /// Sums up for the head of the file what has to be looked at: criteria, and tables.
    pub fn head(&self, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) -> Vec<String> {
        let count_of = |fits: &dyn Fn(&Recognised) -> bool| leaves.iter().filter(|leaf| rules.get(&leaf.id).is_some_and(fits)).count();
        let understood = count_of(&Recognised::is_whole);
        let partly = count_of(&|read| read.rule.is_some() && !read.is_whole());
        let asked = count_of(&|read| read.is_whole() && !read.doubts.is_empty());
        let unread = |leaf: &Node| rules.get(&leaf.id).is_none_or(|read| read.rule.is_none());
        let silent = |leaf: &Node| unread(leaf) && leaf.lines.is_empty() && self.words_apart(leaf).is_empty();
        let (count, silent) = (leaves.len(), leaves.iter().filter(|leaf| silent(leaf)).count());
        let open: Vec<&&Node> =
            leaves.iter().filter(|leaf| rules.get(&leaf.id).is_some_and(|read| read.rule.is_some() && !read.doubts.is_empty())).collect();
        let more = if partly == 0 {
            String::new()
        } else {
            format!("; {partly} có cách tính nhưng còn lời chưa đưa vào hoặc chưa rõ")
        };
        let mut review = vec![format!(
            "{count} tiêu chí chấm điểm: {understood} đã hiểu trọn cách tính ({asked} còn điều phải hỏi){more}; còn lại đơn vị tự nhập điểm ({silent} tiêu chí bảng không nêu cách tính)."
        )];
        let says = |leaf: &Node| !leaf.lines.is_empty() || !self.words_apart(leaf).is_empty();
        for leaf in leaves.iter().filter(|leaf| says(leaf) && rules.get(&leaf.id).is_none_or(|read| read.rule.is_none())) {
            let name = &leaf.row.name;
            review.push(format!("  CHƯA CHẮC: {} (hàng {}) {}", leaf.id, joined::said(leaf.row.row, &name.cell), name.text));
        }
        for leaf in open {
            let name = &leaf.row.name;
            review.push(format!("  CẦN QUYẾT ĐỊNH: {} (hàng {}) {}", leaf.id, joined::said(leaf.row.row, &name.cell), name.text));
        }
        review.extend(self.others().map(|message| format!("  CHƯA CHUYỂN: {}", message.vi)));
        review.extend(self.asked_once().map(|message| format!("  HỎI CHUNG: {}", message.vi)));
        review.extend(self.joined().map(|message| format!("  ĐÃ NỐI: {}", message.vi)));
        review
    }
}
