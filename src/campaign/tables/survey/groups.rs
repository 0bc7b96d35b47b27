//! Results of groups of respondents, each with its own percentage or its own ballots.

use super::super::names::by_answer;
use super::measures::taken_of;
use super::{At, Results};
use crate::intake::table::{Measure, RowGives};
use crate::rule::{Answers, Respondents};
use crate::text::fold::bare;

impl<'p> Results<'p> {
    /// Enters a row of a criterion that takes results by group. Tells whether it was taken.
    pub(super) fn of_groups(&mut self, at: At<'_, 'p>, groups: &[Respondents], gives: RowGives) -> bool {
        if let Some(named) = at.row.input.as_deref() {
            return self.named_of_groups(at, groups, named);
        }
        let Some(group) = self.respondents(at, groups) else { return false };
        let input = match (&group.answers, gives) {
            (Answers::Percent(id), RowGives::Value(Measure::Percent)) => at.leaf.input(id),
            (Answers::Options(options), RowGives::Value(Measure::Votes)) => {
                self.answer(at, options, Some(&group.name), at.row.answer.as_deref())
            }
            (answers, _) => {
                self.other_measure(at, taken_of(answers));
                None
            }
        };
        let Some(input) = input else { return false };
        self.hold_weight(at, &group.weight);
        self.put(at, input)
    }

    /// Finds the group that a row names.
    pub(super) fn respondents<'g>(&mut self, at: At<'_, 'p>, groups: &'g [Respondents]) -> Option<&'g Respondents> {
        let found = match (at.row.respondents.as_deref(), groups) {
            (None, [only]) => Some(only),
            (None, _) => None,
            (Some(_), _) => {
                let name = at.group_key(at.found());
                groups.iter().find(|group| Some(&group.name) == name.as_ref())
            }
        };
        if found.is_none() {
            self.no_such_group(at, groups.iter().map(|group| group.name.as_str()));
        }
        found
    }

    /// Enters a figure that a row names: of its group where it says one, else the only one of this name. Answers may be called
    /// the same in every group.
    fn named_of_groups(&mut self, at: At<'_, 'p>, groups: &[Respondents], named: &str) -> bool {
        if at.row.respondents.is_some() {
            let Some(group) = self.respondents(at, groups) else { return false };
            let Some(input) = by_answer(at.leaf, group.answers.inputs(), Some(&group.name), named) else { return self.unknown_figure(at) };
            self.hold_weight(at, &group.weight);
            return self.named_figure(at, input);
        }
        let ids = groups.iter().flat_map(|group| group.answers.inputs());
        let mut inputs = ids.filter_map(|id| at.leaf.input(id));
        if let Some(input) = inputs.find(|input| bare(input.id.as_str()) == bare(named)) {
            return self.named_figure(at, input);
        }
        let found = groups.iter().filter_map(|group| by_answer(at.leaf, group.answers.inputs(), Some(&group.name), named));
        match found.collect::<Vec<_>>().as_slice() {
            [] => self.unknown_figure(at),
            [only] => self.named_figure(at, only),
            _ => {
                self.no_such_group(at, groups.iter().map(|group| group.name.as_str()));
                false
            }
        }
    }
}
