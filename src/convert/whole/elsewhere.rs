//! Words on how a criterion is scored that stand neither in its lines nor in the column of rules: in another column, or in
//! brackets in its name. No rule uses them, so they are asked.

use super::Whole;
use crate::convert::columns::{may_say_rules, reads_as_rule};
use crate::convert::draft::Rule;
use crate::convert::line::{Clause, clauses, limits, only_points_at};
use crate::convert::rows::CellWords;
use crate::convert::rule::{Doubt, Recognised};
use crate::convert::tree::Node;
use crate::finding::convert::BESIDE;
use crate::intake::Role;
use crate::text;

impl Whole<'_> {
    /// Asks of such words beside a rule that was made of the lines alone.
    pub fn elsewhere(&self, node: &Node, read: &Recognised) -> Vec<Doubt> {
        let name = &node.row.name.text;
        if read.rule.as_ref().is_none_or(Rule::is_given) {
            return Vec::new();
        }
        let in_columns = node.row.others.iter().filter(|said| self.is_open_column(said) && may_change_points(&said.text)).map(|said| {
            let (column, text) = (said.column.as_deref().unwrap_or_default(), &said.text);
            text!(
                "“{name}”: cột “{column}” ghi “{text}”, chưa có trong cách tính",
                "“{name}”: the column “{column}” says “{text}”, which is not part of the rule"
            )
        });
        let in_name = brackets(name).into_iter().filter(|inside| may_change_points(inside)).map(|inside| {
            text!(
                "“{name}”: phần “({inside})” trong tên chưa có trong cách tính",
                "“{name}”: “({inside})” in the name is not part of the rule"
            )
        });
        in_columns.chain(in_name).map(|message| (&BESIDE, message)).collect()
    }

    /// Tells whether words stand in a column that may say how points are given, and that was taken for something else.
    fn is_open_column(&self, said: &CellWords) -> bool {
        let Some(heading) = said.column.as_deref().filter(|heading| !heading.is_empty()) else { return false };
        let role = self.tables.iter().flat_map(|table| table.columns.values()).find(|(_, words)| words == heading).map(|(role, _)| *role);
        matches!(role, Some(Role::Other | Role::Remark | Role::Computed | Role::Content)) && may_say_rules(heading)
    }
}

/// Fewest words that say for whom or when something holds: “Tiêu chí mới” says neither.
const FEWEST: usize = 4;

/// Tells whether words may change the points of a criterion: they give or take some, say who scores, for whom or when it holds.
fn may_change_points(words: &str) -> bool {
    let limiting = words.split_whitespace().count() >= FEWEST && limits(words);
    let understood = |clause: &Clause| !matches!(clause, Clause::Remark | Clause::Note | Clause::Heading | Clause::Unknown);
    !only_points_at(words) && (reads_as_rule(words) || limiting || clauses(words).iter().any(|one| understood(&one.clause)))
}

/// Lists what stands in brackets in a name, with more than one word.
fn brackets(name: &str) -> Vec<&str> {
    let inside = name.split('(').skip(1).filter_map(|behind| behind.split_once(')')).map(|(inside, _)| inside.trim());
    inside.filter(|inside| inside.contains(' ')).collect()
}
