//! The laws of a criterion that a rule scores: its rule, its inputs, what is asked for and of whom.

use super::{Laws, Path, at, has_more_decimals, item};
use crate::criteria::{Adjustment, Criterion, Leaf, Sign, documents};
use crate::figure::{Input, InputId, InputKind, date_vi};
use crate::finding::criteria::{
    DUPLICATE_ID, INPUT_DAYS, INPUT_KIND, LEAF_ROUNDING, NO_CHOICES, NO_INPUT, SURVEY_ASKS, UNUSED_INPUT, WHEN_BLANK,
};
use crate::finding::rule::{PENALTY, TWICE, UNREACHABLE_MAX};
use crate::finding::{Finding, Severity};
use crate::points::RoundAt;
use crate::rule::{Rule, Scorer};
use crate::text;
use crate::yaml::nearest;

impl Laws<'_> {
    /// Looks at a leaf: its inputs against its rule, and the laws of the rule's kind.
    pub(super) fn leaf(&mut self, criterion: &Criterion, leaf: &Leaf, path: &[String]) {
        if !self.document.is_whole(path) {
            return;
        }
        let start = self.findings.len();
        let decimals = self.set.rounding.decimals;
        if self.set.rounding.at == RoundAt::Leaf && has_more_decimals(&criterion.max, decimals) {
            let (max_vi, max) = (criterion.max.plain_vi(), &criterion.max);
            let message = text!(
                "điểm tối đa {max_vi} có nhiều hơn {decimals} chữ số thập phân, mà bộ tiêu chí làm tròn từng tiêu chí",
                "maximum {max} has more than {decimals} decimals, and the set rounds every sub-criterion"
            );
            self.breach(&LEAF_ROUNDING, &at(path, &["max"]), message);
        }
        self.length(criterion, leaf, path);
        self.inputs(leaf, path);
        self.asks(leaf, path);
        self.words_written_once(criterion, leaf, path);
        for (n, typed) in leaf.evidence.types.iter().enumerate() {
            let place = self.document.place(&at(path, &["evidence", "types", &n.to_string()]));
            self.findings.extend(documents::fault(typed).map(|finding| finding.at(place)));
        }
        if leaf.scorer() == Scorer::Survey {
            // A rule on what the survey found reads inputs; points that it gives as such need none.
            let keys: &[&str] = if leaf.rule.faces().asks().is_empty() { &["inputs", "evidence"] } else { &["evidence"] };
            for &key in keys {
                if self.document.has(&at(path, &[key])) {
                    let message = text!(
                        "tiêu chí lấy điểm điều tra xã hội học nên không dùng “{key}”",
                        "the survey gives the points, so “{key}” means nothing here"
                    );
                    self.push(Finding::new(&SURVEY_ASKS, message).at(self.document.key(&at(path, &[key]))));
                }
            }
        }
        // A maximum that is none is told by itself.
        let faults = Some(leaf.rule.faces().laws(&self.set.terms(criterion, leaf))).filter(|_| criterion.max.is_positive());
        let spared = faults.iter().flatten().any(|fault| fault.code == &UNREACHABLE_MAX) && self.is_worth_less(criterion);
        for fault in faults.into_iter().flatten().filter(|fault| !spared || fault.code != &UNREACHABLE_MAX) {
            let path: Path = self.rule(path).into_iter().chain(fault.path).collect();
            self.push(Finding::new(fault.code, fault.message).at(self.document.place(&path)));
        }
        for finding in self.findings.iter_mut().skip(start) {
            finding.criterion = Some(criterion.id.clone());
        }
    }

    /// Looks at what a line says of blank figures: only a penalty that the unit is asked for can have any.
    pub(super) fn when_blank(&mut self, line: &Adjustment, path: &[String]) {
        let asks_unit = line.criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Unit);
        let key = at(path, &["when_blank"]);
        if !self.document.has(&key) || (line.sign == Sign::Penalty && asks_unit) {
            return;
        }
        let id = &line.criterion.id;
        let message = if line.sign == Sign::Bonus {
            text!("“{id}” là điểm thưởng nên không dùng “when_blank”", "“{id}” is a bonus, so “when_blank” means nothing here")
        } else {
            text!(
                "“{id}” không hỏi đơn vị số liệu nào nên không dùng “when_blank”",
                "“{id}” asks the unit for no figure, so “when_blank” means nothing here"
            )
        };
        self.push(Finding::new(&WHEN_BLANK, message).on(id).at(self.document.key(&key)));
    }

    /// Looks at penalties beside the points of a bonus or penalty line: it stands outside of the tree, so nothing takes them.
    pub(super) fn penalty_beside(&mut self, line: &Adjustment, path: &[String]) {
        let id = &line.criterion.id;
        let written = self.document.texts(&at(path, &["rule"]));
        let keys: Vec<Path> =
            written.into_iter().map(|(key, _)| key).filter(|key| key.last().is_some_and(|key| key.ends_with("penalty"))).collect();
        for key in keys {
            let name = key.last().cloned().unwrap_or_default();
            let message = match line.sign {
                Sign::Bonus => {
                    text!("“{id}” là điểm thưởng nên “{name}” không trừ được điểm nào", "“{id}” is a bonus, so “{name}” takes nothing")
                }
                Sign::Penalty => text!(
                    "“{id}” đã là điểm trừ nên “{name}” không trừ thêm được",
                    "“{id}” is a penalty itself, so “{name}” takes nothing more"
                ),
            };
            self.push(Finding::new(&PENALTY, message).on(id).at(self.document.key(&key)));
        }
    }

    /// Gives the path of the mapping that the rule's kind names.
    fn rule(&self, path: &[String]) -> Path {
        let rule = at(path, &["rule"]);
        let kind = self.document.keys(&rule).into_iter().find(|key| key != "text");
        kind.map_or_else(|| rule.clone(), |kind| at(&rule, &[&kind]))
    }

    /// Tells of words of the decision that are written twice for one rule: beside its kind, and among the kind's own keys.
    fn words_written_once(&mut self, criterion: &Criterion, leaf: &Leaf, path: &[String]) {
        let rules = leaf.rule.beside(leaf.text.as_deref(), &self.set.terms(criterion, leaf));
        let places: Vec<Path> = rules.into_iter().map(|words| [at(path, &["rule"]), words.path].concat()).collect();
        for place in places {
            let kind = self.document.keys(&place).into_iter().find(|key| key != "text");
            let within = kind.map(|kind| at(&place, &[&kind, "text"])).filter(|within| self.document.has(within));
            if let Some(within) = within.filter(|_| self.document.has(&at(&place, &["text"]))) {
                let message = text!("Lời quyết định viết hai lần cho một quy tắc.", "The decision's words are written twice for one rule.");
                let help = text!("Giữ một “text”.", "Keep one “text”.");
                self.push(Finding::new(&TWICE, message).help(help).at(self.document.key(&within)));
            }
        }
    }

    /// Looks at the inputs by themselves: unique, used, with something to choose from.
    fn inputs(&mut self, leaf: &Leaf, path: &[String]) {
        let asks = leaf.rule.faces().asks();
        let mut seen: Vec<&InputId> = Vec::new();
        // What a formula that can't be read reads isn't known, nor what a survey takes that leaves it open.
        let unread = asks.is_empty() && leaf.rule.key() == "formula" || is_open(leaf);
        for (n, input) in leaf.inputs.iter().enumerate() {
            let (id, path) = (&input.id, item(path, "inputs", n));
            let asked = asks.iter().find(|ask| ask.input == *id);
            // A day is compared with the deadline, also where no rule reads it.
            let held = input.kind == InputKind::Date && leaf.deadline.is_some() || input.shared && self.set.is_required(id);
            if input.shared {
                let known = self.shared(leaf, input, &path);
                if !known {
                    continue;
                }
            } else {
                self.days(input, &path);
            }
            let own = !input.shared && self.set.figures.iter().any(|figure| figure.id == *id);
            if own {
                let message = text!(
                    "“{id}” là mã của một số liệu dùng chung: viết “figure: {id}”, hoặc đặt mã khác",
                    "“{id}” is the id of a figure of the set: write “figure: {id}”, or give it another id"
                );
                self.breach(&DUPLICATE_ID, &at(&path, &["id"]), message);
            } else if seen.contains(&id) {
                self.breach(&DUPLICATE_ID, &at(&path, &["id"]), text!("số liệu “{id}” khai hai lần", "input “{id}” is declared twice"));
            } else if input.kind == InputKind::Choice && asked.is_none_or(|ask| ask.choices.is_empty()) {
                let message = text!("quy tắc không nêu mức nào để chọn cho “{id}”", "the rule names nothing to choose from for “{id}”");
                self.breach(&NO_CHOICES, &at(&path, &["kind"]), message);
            } else if asked.is_none() && input.kind != InputKind::Text && leaf.scorer() == Scorer::Unit && !unread && !held {
                let message = text!("số liệu “{id}” không dùng để tính điểm", "input “{id}” is not used for the score");
                self.breach(&UNUSED_INPUT, &at(&path, &["id"]), message);
            } else if asked.is_none() && leaf.scorer() == Scorer::Survey && !asks.is_empty() && !unread {
                let message = text!(
                    "quy tắc không có nhóm hay phương án nào lấy số liệu “{id}”: kết quả ghi trong bảng điều tra sẽ không được tính",
                    "no group and no answer of the rule takes “{id}”: what tables of the survey say of it will not count"
                );
                let help = text!("Thêm vào quy tắc, hoặc bỏ số liệu này.", "Add it to the rule, or drop the input.");
                let finding = Finding::new(&UNUSED_INPUT, message).help(help).at(self.document.place(&at(&path, &["id"])));
                self.push(Finding { severity: Severity::Warning, ..finding });
            }
            seen.push(id);
        }
    }

    /// Looks at the days that an input allows: for a date, and the right way round.
    pub(super) fn days(&mut self, input: &Input, path: &[String]) {
        let id = &input.id;
        let keys = ["earliest", "latest"].into_iter().filter(|key| self.document.has(&at(path, &[key]))).collect::<Vec<_>>();
        if input.kind != InputKind::Date {
            for key in keys {
                let kind = input.kind.key();
                let message = text!(
                    "“{key}” chỉ dùng cho số liệu loại “date”; “{id}” thuộc loại “{kind}”",
                    "“{key}” is for inputs of kind “date”; “{id}” is of kind “{kind}”"
                );
                let help = text!("Bỏ “{key}”, hoặc sửa kind.", "Drop “{key}”, or correct the kind.");
                self.push(Finding::new(&INPUT_DAYS, message).help(help).at(self.document.key(&at(path, &[key]))));
            }
        } else if let (Some(earliest), Some(latest)) = (input.days.earliest(), input.days.latest())
            && latest < earliest
        {
            let (from, to) = (date_vi(earliest), date_vi(latest));
            let message = text!(
                "“{id}” nhận ngày từ {from} đến {to}: ngày đầu sau ngày cuối",
                "“{id}” allows days from {earliest} to {latest}, which is the wrong way round"
            );
            let key = keys.last().copied().unwrap_or("kind");
            self.breach(&INPUT_DAYS, &at(path, &[key]), message);
        }
    }

    /// Compares what the rule reads with the inputs.
    fn asks(&mut self, leaf: &Leaf, path: &[String]) {
        // Of a survey that leaves open what it takes, that alone is told.
        for ask in leaf.rule.faces().asks().into_iter().filter(|_| !is_open(leaf)) {
            let id = &ask.input;
            match leaf.inputs.iter().position(|input| input.id == *id) {
                None => {
                    // Where an input names a figure that there isn't, the name in the rule may be the right one.
                    let unknown = |input: &Input| input.shared && self.set.figures.iter().all(|figure| figure.id != input.id);
                    if self.set.figures.iter().any(|figure| figure.id == *id) && leaf.inputs.iter().any(unknown) {
                        continue;
                    }
                    let known: Vec<&str> = leaf.inputs.iter().map(|input| input.id.as_str()).collect();
                    let place = self.document.find(&self.rule(path), id.as_str());
                    let message =
                        text!("quy tắc dùng số liệu “{id}” không có trong inputs", "the rule reads “{id}”, which is not among the inputs");
                    let finding = Finding::new(&NO_INPUT, message).at(place);
                    self.push(match nearest(id.as_str(), &known) {
                        Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                        None => finding,
                    });
                }
                Some(n) => {
                    let known = |input: &&Input| !input.shared || self.set.figures.iter().any(|figure| figure.id == input.id);
                    let Some(input) = leaf.inputs.get(n).filter(|input| !ask.kinds.contains(&input.kind)).filter(known) else {
                        continue;
                    };
                    let (kind, allowed) =
                        (input.kind.key(), ask.kinds.iter().map(|kind| format!("“{}”", kind.key())).collect::<Vec<_>>().join(", "));
                    let message =
                        text!("quy tắc không tính được với “{id}” loại “{kind}”", "the rule can't compute with “{id}” of kind “{kind}”");
                    let help = text!("Loại dùng được: {allowed}.", "Kinds that it can use: {allowed}.");
                    let place = self.document.place(&at(&item(path, "inputs", n), &["kind"]));
                    self.push(Finding::new(&INPUT_KIND, message).help(help).at(place));
                }
            }
        }
    }
}

/// Tells whether a rule is a survey that leaves open what it takes.
fn is_open(leaf: &Leaf) -> bool {
    matches!(&leaf.rule, Rule::Survey(rule) if rule.is_open())
}
