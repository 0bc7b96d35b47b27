//! Laws of tie-breaks: each names what exists, and nothing that it doesn't look at.

use super::super::raw::{RawGroup, RawTieBreak, RawTieBy, RawTieOrder};
use super::Laws;
use crate::assessment::{Round, Stage};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::finding::campaign::{NO_EFFECT, TIE_BREAK, UNKNOWN_CRITERION};
use crate::finding::catalogue;
use crate::text;

impl Laws<'_> {
    /// What decides between equal indexes of a group.
    pub(super) fn tie_breaks(&mut self, n: &str, group: &RawGroup, set: Option<&CriteriaSet>) {
        for (at, by) in group.tie_breaks.iter().enumerate() {
            let t = at.to_string();
            let path = ["groups", n, "tie_breaks", t.as_str()];
            if group.tie_breaks.iter().take(at).any(|before| is_same(before, by)) {
                self.fault(&path, &NO_EFFECT, text!("tiêu chí phụ này đã nêu ở trên", "this tie-break already stands above"));
            }
            match by {
                RawTieBreak::Criterion(id) => self.tied_criterion(&path, id, set),
                RawTieBreak::By(order) => self.tie_break(&path, order, set),
            }
        }
    }

    /// One that says what is looked at.
    fn tie_break(&mut self, path: &[&str], order: &RawTieOrder, set: Option<&CriteriaSet>) {
        let below = |key| path.iter().copied().chain([key]).collect::<Vec<&str>>();
        let of_criterion = matches!(order.by, RawTieBy::CriterionPoints | RawTieBy::CriterionIndex);
        let keys = [
            ("id", order.id.is_some(), of_criterion),
            ("stage", order.stage.is_some(), order.by == RawTieBy::Stage),
            ("codes", !order.codes.is_empty(), order.by == RawTieBy::Findings),
        ];
        for (key, there, asked) in keys {
            if there && !asked {
                self.fault(&below(key), &TIE_BREAK, text!("tiêu chí phụ này không dùng “{key}”", "this tie-break has no “{key}”"));
            } else if asked && !there {
                self.fault(path, &TIE_BREAK, text!("tiêu chí phụ này cần có “{key}”", "this tie-break needs “{key}”"));
            }
        }
        if let Some(id) = order.id.as_deref().filter(|_| of_criterion) {
            self.tied_criterion(&below("id"), id, set);
        }
        if let Some(stage) = order.stage.as_deref().filter(|_| order.by == RawTieBy::Stage) {
            self.tied_stage(&below("stage"), stage);
        }
        if order.by == RawTieBy::Progress {
            self.without_year_before(path);
        }
        for (c, code) in order.codes.iter().enumerate() {
            if !catalogue().any(|known| known.id == code) {
                let (c, message) = (c.to_string(), text!("không có mã kết quả kiểm tra “{code}”", "there is no code “{code}”"));
                let path: Vec<&str> = path.iter().copied().chain(["codes", c.as_str()]).collect();
                self.unknown(&path, &TIE_BREAK, message, code, catalogue().map(|known| known.id));
            }
        }
    }

    /// Says that nothing can be decided by progress where there is no earlier year.
    pub(super) fn without_year_before(&mut self, path: &[&str]) {
        if self.raw.previous.list().is_empty() {
            let message = text!(
                "đợt không khai previous nên không đơn vị nào có mức tăng so với năm trước",
                "the campaign has no previous, so that no unit has progress on an earlier year"
            );
            self.fault(path, &NO_EFFECT, message);
        }
    }

    /// A stage that is named: one that there is, up to the official one or beyond it.
    fn tied_stage(&mut self, path: &[&str], stage: &str) {
        let declared: Vec<u8> = self.raw.rounds.iter().map(|round| round.id).collect();
        let declared_none = declared.is_empty();
        let known = Stage::of_key(stage).is_some_and(|stage| match stage {
            Stage::Appraised(round) => declared.is_empty() || declared.contains(&round.number()),
            _ => true,
        });
        if !known {
            let numbers = if declared.is_empty() { vec![1, 2] } else { declared };
            let rounds: Vec<String> = numbers.into_iter().filter_map(Round::new).map(Round::key).collect();
            let there = ["claimed", "computed", "accepted"].into_iter().chain(rounds.iter().map(String::as_str));
            return self.unknown(path, &TIE_BREAK, text!("không có bước “{stage}”", "there is no stage “{stage}”"), stage, there);
        }
        // Where no rounds are declared, two are usual; a later one is known by being official alone.
        let official = if let Stage::Appraised(round) = self.raw.official.0 { round.number() } else { 0 };
        let usual = official.max(2);
        if let Some(Stage::Appraised(round)) = Stage::of_key(stage)
            && declared_none
            && round.number() > usual
        {
            let number = round.number();
            let message = text!(
                "đợt không khai thẩm định lần {number} ở rounds và không lấy lần này làm chính thức; chưa có điểm thì không phân định được",
                "the campaign neither declares round {number} under rounds nor makes it official; without points of it nothing is decided"
            );
            self.fault(path, &NO_EFFECT, message);
        }
    }

    /// A criterion that is named: the set has it, in its tree or beside it.
    fn tied_criterion(&mut self, path: &[&str], id: &str, set: Option<&CriteriaSet>) {
        let Some(set) = set else { return };
        let criterion = CriterionId::new(id);
        if set.find(&criterion).is_none() && set.line(&criterion).is_none() {
            let name = &set.id;
            let message = text!("bộ tiêu chí “{name}” không có tiêu chí “{id}”", "the set “{name}” has no criterion “{id}”");
            let there: Vec<&str> = set.walk().into_iter().map(|(_, criterion)| criterion.id.as_str()).collect();
            self.unknown(path, &UNKNOWN_CRITERION, message, id, there);
        }
    }
}

/// Tells whether two tie-breaks look at the same thing.
fn is_same(one: &RawTieBreak, other: &RawTieBreak) -> bool {
    let looks_at = |by: &RawTieBreak| match by {
        RawTieBreak::Criterion(id) => (RawTieBy::CriterionPoints, Some(id.clone()), None, Vec::new()),
        RawTieBreak::By(order) => (order.by, order.id.clone(), order.stage.clone(), order.codes.clone()),
    };
    looks_at(one) == looks_at(other)
}
