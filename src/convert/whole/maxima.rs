//! Maxima that a table doesn't have, and sums that don't come to what it says.

use super::Whole;
use crate::convert::line::{Clause, clauses, most_given, points_given};
use crate::convert::rows::{Kind, Row};
use crate::convert::together;
use crate::convert::tree::{Node, Tree, spoken};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::convert::{NO_MAX, PARTS, TOTAL};
use crate::points::Points;
use crate::text;

impl Whole<'_> {
    /// Fills in maxima that the table doesn't have, and compares parts with their whole.
    pub fn maximum(&mut self, node: &mut Node, left: Option<Points>) {
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
            let endless = counts_without_end(node);
            let best = most.or_else(|| {
                let beside = node.lines.iter().filter_map(|said| said.points.as_ref().map(Points::abs));
                let said = node.lines.iter().flat_map(|said| points_given(&said.text));
                said.chain(beside).filter(Points::is_positive).max().filter(|_| !endless)
            });
            // “Cộng 1 điểm”, “tối đa 1 điểm” on a line of bonus or penalty points say it beside a blank cell.
            let blank = node.row.max_cell.1.as_deref().is_none_or(|shown| shown.trim().is_empty());
            let said = node.children.is_empty() && node.sign.is_some() && blank && best.is_some();
            let inferred = if node.children.is_empty() { best.or(left) } else { Some(sum.clone()).filter(Points::is_positive) };
            let max = inferred.clone().unwrap_or_else(Points::one);
            node.max = Some(max.clone());
            if node.sign.is_some() && !node.children.is_empty() {
                // A block of bonus or penalty points needs none.
                return;
            }
            if said {
                return;
            }
            let (name, vi) = (node.row.name.text.clone(), max.plain_vi());
            // The heading above a table has no cell of a maximum that could have been left blank.
            if node.row.max_cell.0 == node.row.name.cell && !node.children.is_empty() {
                node.marks.push(format!("bảng không có điểm tối đa, suy ra {vi}"));
                return;
            }
            let shown = node.row.max_cell.1.clone().unwrap_or_default();
            let message = if inferred.is_none() && (endless || takes_a_share(node)) {
                let message = text!(
                    "“{name}”: quyết định không ghi mức tối đa; tạm ghi {vi}",
                    "“{name}”: the decision doesn't say the most; {max} for now"
                );
                node.uncapped = Some(message.clone());
                message
            } else if shown.trim().is_empty() {
                text!("“{name}”: ô điểm tối đa để trống; suy ra {vi}", "“{name}”: the cell of the maximum is empty; {max} was inferred")
            } else {
                text!(
                    "“{name}”: ô điểm tối đa ghi “{shown}”; suy ra {vi}",
                    "“{name}”: the cell of the maximum says “{shown}”; {max} was inferred"
                )
            };
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
    pub fn total(&mut self, tree: &mut Tree) -> Points {
        let inside: Vec<Node> = tree.roots.iter().filter(|root| root.sign.is_none()).cloned().collect();
        let areas = together::sum(&inside);
        choose_total(tree, &areas);
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
}

/// Tells whether the lines of a criterion give or take so much for each: no figure in them is a most.
fn counts_without_end(node: &Node) -> bool {
    let counts = |clause: &Clause| matches!(clause, Clause::Each(each) if !each.takes || node.sign.is_some());
    node.children.is_empty() && node.lines.iter().flat_map(|said| clauses(&spoken(said))).any(|one| counts(&one.clause))
}

/// Tells whether the lines of a criterion give or take a share, of nobody knows what.
fn takes_a_share(node: &Node) -> bool {
    node.children.is_empty() && node.lines.iter().any(|said| said.text.contains('%'))
}

/// Leaves the row of the total, where the sums of areas have rows of their own: the one that the areas come to, else the last
/// that is no sum of the area above it.
fn choose_total(tree: &mut Tree, areas: &Points) {
    let is_sum = |row: &Row| row.kind == Kind::Total && row.max.is_some();
    let above = |row: &Row| tree.roots.iter().rfind(|root| root.row.row < row.row).and_then(|root| root.max.clone());
    let mut sums: Vec<&Row> = tree.total.iter().chain(&tree.outside).filter(|row| is_sum(row)).collect();
    sums.sort_by_key(|row| row.row);
    if sums.len() < 2 {
        return;
    }
    let all = sums.iter().rfind(|row| row.max.as_ref() == Some(areas));
    let Some(chosen) = all.or_else(|| sums.iter().rfind(|row| row.max != above(row))).map(|row| row.row) else { return };
    if tree.total.as_ref().is_some_and(|row| row.row == chosen) {
        return;
    }
    let Some(at) = tree.outside.iter().position(|row| row.row == chosen) else { return };
    let total = tree.outside.remove(at);
    tree.outside.extend(tree.total.replace(total));
    tree.outside.sort_by_key(|row| row.row);
}
