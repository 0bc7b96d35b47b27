//! The laws that a set must obey, each breach with its place in the file.

mod alternatives;
mod leaf;
mod requires;
mod within;

use super::raw::{RawCriterion, RawSet};
use super::{CriteriaSet, Criterion, Leaf, Status};
use crate::figure::{CriterionId, Input, InputKind, date_vi};
use crate::finding::criteria::{
    CAP, CHECK, DUPLICATE_ID, FIGURE, FOLDER, GROUP_OR_LEAF, NO_DOCUMENT, NO_FIGURE, ONLY_IN_CONDITIONS, OUT_OF_RANGE, PERIOD,
    UNUSED_INPUT, WITHHOLD,
};
use crate::finding::rule::OF_ONE_RULE;
use crate::finding::{Code, Finding, catalogue};
use crate::points::Points;
use crate::rule::Scorer;
use crate::text;
use crate::text::Text;
use crate::yaml::{Document, nearest};

/// Most characters of the words of a rule: they stand in one cell, which holds 32,767 and shows far fewer.
const LONGEST_RULE: usize = 16_000;

/// Keys and list positions from the top of the file.
pub type Path = Vec<String>;

/// Lengthens a path.
pub fn at(path: &[String], more: &[&str]) -> Path {
    path.iter().cloned().chain(more.iter().map(|&part| part.to_owned())).collect()
}

/// Names a place of the list of criteria or adjustments.
pub fn item(path: &[String], list: &str, index: usize) -> Path {
    at(path, &[list, &index.to_string()])
}

/// Tells every law that a set breaks.
pub fn findings(set: &CriteriaSet, document: &Document<RawSet>) -> Vec<Finding> {
    let mut laws = Laws { set, document, circled: Vec::new(), findings: Vec::new() };
    laws.heading();
    laws.figures();
    laws.checks();
    laws.caps();
    laws.within();
    laws.alternatives();
    for (n, (criterion, raw)) in set.criteria.iter().zip(&document.value.criteria).enumerate() {
        laws.criterion(criterion, raw, &item(&[], "criteria", n));
    }
    for (n, line) in set.adjustments.iter().enumerate() {
        let path = item(&[], "adjustments", n);
        line.criterion.leaf().into_iter().for_each(|leaf| laws.leaf(&line.criterion, leaf, &path));
        laws.when_blank(line, &path);
        laws.penalty_beside(line, &path);
    }
    if document.is_torn() {
        // What was lost beside a fault of syntax may be what another part speaks of.
        laws.findings.retain(|finding| finding.code == &PERIOD || OF_ONE_RULE.contains(&finding.code));
    }
    laws.findings
}

/// A set while it is compared with the laws.
struct Laws<'a> {
    set: &'a CriteriaSet,
    document: &'a Document<RawSet>,
    /// Criteria of circles that were told.
    circled: Vec<CriterionId>,
    findings: Vec<Finding>,
}

impl Laws<'_> {
    /// Adds a breach at a value.
    fn breach(&mut self, code: &'static Code, path: &[String], message: Text) {
        self.push(Finding::new(code, message).at(self.document.place(path)));
    }

    /// Adds a finding.
    fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Looks at how long the words of a rule are, which stand in one cell of the form.
    fn length(&mut self, criterion: &Criterion, leaf: &Leaf, path: &[String]) {
        let lines = leaf.rule.faces().wording(&self.set.terms(criterion, leaf));
        let has: usize = lines.iter().map(|line| line.vi.chars().count().max(line.en.chars().count()) + 1).sum();
        if has > LONGEST_RULE {
            let message = text!(
                "cách chấm viết thành lời dài {has} ký tự, tối đa {LONGEST_RULE}",
                "the words of the rule are {has} characters long, at most {LONGEST_RULE}"
            );
            let help = text!("Viết tên các mức, các phần ngắn lại.", "Make the names of its levels and parts shorter.");
            self.push(Finding::new(&OUT_OF_RANGE, message).help(help).at(self.document.place(&at(path, &["rule"]))));
        }
    }

    /// Looks at what the set says of itself.
    fn heading(&mut self) {
        let set = self.set;
        if let (Some(from), Some(to)) = (set.valid.from, set.valid.to)
            && to < from
        {
            let (from_vi, to_vi) = (date_vi(from), date_vi(to));
            let message = text!("ngày đầu hiệu lực {from_vi} sau ngày cuối {to_vi}", "validity from {from} to {to} is the wrong way round");
            self.breach(&PERIOD, &at(&[], &["valid", "to"]), message);
        }
        if set.status == Status::Transcribed && set.source.document.is_none() {
            let message =
                text!("status là transcribed mà source không ghi document", "the status is transcribed, and source names no document");
            let key = if self.document.has(&["source"]) { "source" } else { "status" };
            self.breach(&NO_DOCUMENT, &at(&[], &[key]), message);
        }
        let (id, file) = (set.id.as_str(), self.document.file().replace('\\', "/"));
        if let Some(folder) = file.strip_suffix("/set.yaml").and_then(|folder| folder.rsplit('/').next())
            && folder != id
            && !folder.starts_with('.')
        {
            let message = text!("mã “{id}” khác tên thư mục “{folder}”", "id “{id}” isn't the name of the folder, “{folder}”");
            self.breach(&FOLDER, &at(&[], &["set"]), message);
        }
        self.withhold();
    }

    /// Looks at the figures that are asked once: unique, of a kind that several leaves can share, and used.
    fn figures(&mut self) {
        let set = self.set;
        for (n, figure) in set.figures.iter().enumerate() {
            let (id, path) = (&figure.id, item(&[], "figures", n));
            self.days(figure, &path);
            if set.figures.iter().take(n).any(|other| other.id == *id) {
                let message = text!("số liệu dùng chung “{id}” khai hai lần", "the figure “{id}” is declared twice");
                self.breach(&DUPLICATE_ID, &at(&path, &["id"]), message);
            } else if figure.kind == InputKind::Choice {
                let message = text!(
                    "số liệu dùng chung “{id}” thuộc loại “choice”, mà các mức để chọn là của từng tiêu chí",
                    "the figure “{id}” is of kind “choice”, and the levels to choose from are those of one criterion"
                );
                self.breach(&FIGURE, &at(&path, &["kind"]), message);
            } else if set.naming(id).next().is_none()
                && !set.is_required(id)
                && !set.checks.iter().any(|check| check.that.inputs().contains(id))
            {
                let message = text!("không tiêu chí nào dùng số liệu “{id}”", "no criterion uses the figure “{id}”");
                self.breach(&UNUSED_INPUT, &at(&path, &["id"]), message);
            } else if set.naming(id).next().is_none() && set.is_required(id) {
                let message = text!("số liệu “{id}” chỉ được dùng trong điều kiện", "only conditions use the figure “{id}”");
                self.breach(&ONLY_IN_CONDITIONS, &at(&path, &["id"]), message);
            }
        }
    }

    /// Looks at what must hold between figures.
    fn checks(&mut self) {
        for (n, check) in self.set.checks.iter().enumerate() {
            if let Some(Text { vi, en }) = check.that.fault(&self.set.figure_terms()) {
                let that = &check.that.text;
                let message = text!("không đọc được điều kiện “{that}”: {vi}", "the condition “{that}” can't be read: {en}");
                let finding = Finding::new(&CHECK, message).at(self.document.place(&at(&item(&[], "checks", n), &["that"])));
                let known: Vec<&str> = self.set.figures.iter().map(|figure| figure.id.as_str()).collect();
                let named = check.that.inputs();
                let unknown = named.iter().find(|id| !known.contains(&id.as_str()));
                self.push(match unknown.and_then(|id| nearest(id.as_str(), &known)) {
                    Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                    None => finding,
                });
            }
        }
    }

    /// Looks at the caps over several lines: of lines that exist, of one direction, each under one cap.
    fn caps(&mut self) {
        let set = self.set;
        for (n, cap) in set.caps.iter().enumerate() {
            let mut sign = None;
            for (m, id) in cap.adjustments.iter().enumerate() {
                let path = at(&item(&[], "caps", n), &["adjustments", &m.to_string()]);
                let Some(line) = set.adjustments.iter().find(|line| line.criterion.id == *id) else {
                    let known: Vec<&str> = set.adjustments.iter().map(|line| line.criterion.id.as_str()).collect();
                    let message = text!("không có dòng điểm thưởng, điểm trừ “{id}”", "there is no adjustment “{id}”");
                    let finding = Finding::new(&CAP, message).at(self.document.place(&path));
                    self.push(match nearest(id.as_str(), &known) {
                        Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                        None => finding,
                    });
                    continue;
                };
                let earlier = set.caps.iter().take(n).flat_map(|cap| &cap.adjustments).chain(cap.adjustments.iter().take(m));
                if earlier.into_iter().any(|other| other == id) {
                    let message = text!("“{id}” đã nằm dưới một mức trần", "“{id}” is under a cap already");
                    self.breach(&CAP, &path, message);
                } else if sign.is_some_and(|sign| sign != line.sign) {
                    let message = text!(
                        "“{id}” khác dấu với dòng trước: điểm thưởng và điểm trừ không có mức trần chung",
                        "“{id}” is of the other direction: bonuses and penalties have no cap in common"
                    );
                    self.breach(&CAP, &path, message);
                }
                sign.get_or_insert(line.sign);
            }
        }
    }

    /// Looks at an input that names a figure of the set. Tells whether it does.
    fn shared(&mut self, leaf: &Leaf, input: &Input, path: &[String]) -> bool {
        let (id, place) = (&input.id, at(path, &["figure"]));
        let known: Vec<&str> = self.set.figures.iter().map(|figure| figure.id.as_str()).collect();
        if !known.contains(&id.as_str()) {
            let message = text!("bộ tiêu chí không có số liệu dùng chung “{id}”", "the set has no figure “{id}”");
            let finding = Finding::new(&NO_FIGURE, message).at(self.document.place(&place));
            self.push(match nearest(id.as_str(), &known) {
                Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                None => finding,
            });
            return false;
        }
        if leaf.scorer() == Scorer::Survey {
            let message = text!(
                "số liệu dùng chung “{id}” do đơn vị kê khai, mà tiêu chí này do điều tra xã hội học chấm",
                "units declare the figure “{id}”, and the survey scores this criterion"
            );
            self.breach(&FIGURE, &place, message);
        }
        true
    }

    /// Looks at the findings that withhold points.
    fn withhold(&mut self) {
        let mut seen = Vec::new();
        let codes: Vec<&str> = catalogue().map(|code| code.id).collect();
        for (n, one) in self.document.value.withhold.iter().flatten().enumerate() {
            let id = &one.finding;
            let path = at(&item(&[], "withhold", n), &["finding"]);
            if seen.contains(&id) {
                self.breach(&WITHHOLD, &path, text!("mã “{id}” ghi hai lần", "code “{id}” stands twice"));
            } else if !codes.contains(&id.as_str()) {
                let finding = Finding::new(&WITHHOLD, text!("không có mã kết quả kiểm tra “{id}”", "there is no finding “{id}”"));
                let finding = match nearest(id, &codes) {
                    Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                    None => finding,
                };
                self.push(finding.at(self.document.place(&path)));
            }
            seen.push(id);
        }
    }

    /// Looks at a criterion and what is below it.
    fn criterion(&mut self, criterion: &Criterion, raw: &RawCriterion, path: &[String]) {
        let id = &criterion.id;
        match (&raw.criteria, &raw.rule) {
            (Some(_), Some(_)) => {
                let message = text!("“{id}” vừa có criteria vừa có rule", "“{id}” has both criteria and a rule");
                self.push(Finding::new(&GROUP_OR_LEAF, message).at(self.document.key(&at(path, &["rule"]))));
            }
            (None, None) => {
                let message = text!("“{id}” không có criteria, cũng không có rule", "“{id}” has neither criteria nor a rule");
                self.breach(&GROUP_OR_LEAF, &at(path, &["id"]), message);
            }
            _ => {}
        }
        if let Some(children) = &raw.criteria {
            for key in ["inputs", "evidence", "may_not_apply"] {
                if self.document.has(&at(path, &[key])) {
                    let message = text!("“{id}” có criteria nên không dùng “{key}”", "“{id}” has criteria, so “{key}” means nothing here");
                    let help =
                        text!("Chuyển “{key}” xuống tiêu chí thành phần, hoặc xóa.", "Move “{key}” down to a sub-criterion, or delete it.");
                    self.push(Finding::new(&GROUP_OR_LEAF, message).help(help).at(self.document.key(&at(path, &[key]))));
                }
            }
            for (n, (child, raw)) in criterion.children().iter().zip(children).enumerate() {
                self.criterion(child, raw, &item(path, "criteria", n));
            }
        }
        self.requires(criterion, raw, path);
        if let Some(leaf) = criterion.leaf() {
            self.leaf(criterion, leaf, path);
        }
    }
}

/// Tells whether a maximum has more decimals than figures are rounded to.
pub fn has_more_decimals(max: &Points, decimals: u8) -> bool {
    max.decimals().is_none_or(|has| has > decimals)
}
