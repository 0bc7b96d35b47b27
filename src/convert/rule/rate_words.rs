//! What lines say of a rate: its part and its whole, what is done with the things of it, and what it is called.

use crate::convert::line::{Expression, lowered};
use crate::text::capital;

use super::candidates::{self, of_name, of_subject};
use super::deeds::{deed, divided, is_only_a_whole, named_parts, parts_of_deed, things_and_how, to_be_done};
use super::manner::{by_name, continued, held, moved, of_both};
use super::things::{due_parts, head, part_and_whole, without_number};

/// What the lines say of a rate.
#[derive(Clone, Debug, Default)]
pub struct RateWords {
    /// Part and whole, where a formula names them.
    pub parts: Option<(Expression, Expression)>,
    /// Words of the cases that name the rate: “tỷ lệ văn bản giấy”.
    pub label: Option<String>,
    /// Words of each case.
    pub said: Vec<Vec<String>>,
    /// What the cases say before the percentages is done with the things that the name says: “hoàn thành đúng hạn từ 95%”.
    pub done: Option<String>,
    /// Part and whole, as the words behind the percentages name them.
    pub named: Option<(String, String)>,
    /// Whether the words before the percentages name the part of it.
    pub whole_line: bool,
    /// Words before the percentages, and those behind them.
    pub sides: (Vec<Vec<String>>, Vec<String>),
    /// Whether part and whole are needed, because a percentage can't say that there was nothing to do.
    pub whole: bool,
    /// Whether it may be over 100 %: more than was planned.
    pub passes: bool,
}

impl RateWords {
    /// Finds words that name the rate among those before the bounds, or behind them.
    pub fn of(before: &[Vec<String>], after: &[String]) -> Self {
        let (before, after) = &moved(before, after);
        let rate = |words: &&Vec<String>| words.len() > 2 && matches!(words.first().map(String::as_str), Some("tỷ" | "tỉ"));
        let named =
            before.iter().filter(rate).max_by_key(|words| words.len()).map(|words| capital(words.join(" ").trim_end_matches(" đạt")));
        // “100% TTHC được công khai” is the rate of what follows, “giảm từ 10% số đơn vị” that of what went.
        let changed = |words: &Vec<String>| words.iter().find(|word| ["giảm", "tăng", "vượt"].contains(&word.as_str())).cloned();
        let change = before.iter().find_map(changed).map_or_else(String::new, |word| format!("{word} "));
        let of = || {
            let tails = after.iter().map(|words| words.replace(" trở lên", "").replace(" trở xuống", ""));
            // “Phiếu hài lòng” says more than a thing.
            let says = |words: &String| {
                words.split(' ').count() > 3
                    || head(words).is_some_and(|thing| thing.split(' ').count() == 1 && words.split(' ').count() == 3)
            };
            let longest = tails.filter(says).max_by_key(String::len)?;
            if let Some(deed) = deed(before).filter(|_| !is_only_a_whole(&longest, before)) {
                return things_and_how(&longest).map(|(things, how)| match to_be_done(things, &deed) {
                    Some(core) => format!("Tỷ lệ {core} đã {deed}{how} trên số {things}"),
                    None => format!("Tỷ lệ {things} đã {deed}{how}"),
                });
            }
            if !is_only_a_whole(&longest, before) {
                return Some(format!("Tỷ lệ {change}{longest}"));
            }
            // “Thời lượng thảo luận ≥ 40% tổng thời gian kỳ họp” is the rate of what stands before it.
            let part = before.iter().map(|words| words.join(" ")).max_by_key(String::len).unwrap_or_default();
            let part = part.trim_start_matches("có ").trim_end_matches(" đạt").trim_end_matches(" chiếm");
            (part.split(' ').count() > 1).then(|| format!("Tỷ lệ {part} trên {longest}"))
        };
        let parts = match deed(before).filter(|_| divided(before).is_none()) {
            Some(deed) => parts_of_deed(&deed, after),
            None => divided(before).or_else(|| named_parts(after)),
        };
        let parts = match parts {
            None if deed(before).is_none() => due_parts(after),
            parts => parts,
        };
        // “Thực hiện liên thông đạt 100% TTHC đủ điều kiện” is done with those that can be.
        let stripped: Vec<Vec<String>> =
            before.iter().map(|words| words.strip_suffix(&["đạt".to_owned()]).map_or_else(|| words.clone(), <[String]>::to_vec)).collect();
        let which = after.iter().any(|tail| candidates::says_which(tail)) && deed(before).is_none();
        let parts = deed(&stripped).filter(|_| which).and_then(|deed| parts_of_deed(&deed, after)).or(parts);
        let of_whom = held(before, after).filter(|_| deed(before).is_none());
        // “Công khai đạt 100%” does it; words behind the percentages say of which things they are.
        let reached = |words: &Vec<String>| words.strip_suffix(&["đạt".to_owned()]).map_or_else(|| words.clone(), <[String]>::to_vec);
        let done = deed(&before.iter().map(reached).collect::<Vec<_>>()).filter(|_| after.iter().all(String::is_empty));
        let done = done.or_else(|| reached_goals(before, after).filter(|_| deed(before).is_none()));
        // “Số DVC đủ điều kiện đã cung cấp đạt 100%” says all of it before the figure.
        let counted = || {
            let first =
                |words: &&Vec<String>| words.first().is_some_and(|word| word == "số") && words.get(1).is_some_and(|word| word != "hóa");
            let subject = before.iter().filter(first).max_by_key(|words| words.len())?.join(" ");
            let things = subject.trim_end_matches(" đạt");
            head(without_number(things)).and_then(|_| part_and_whole(things))
        };
        let parts = parts.or_else(|| counted().filter(|_| after.iter().all(String::is_empty)));
        let sides = (before.clone(), after.clone());
        if let Some((part, whole)) = divided(before).is_none().then(|| of_subject(before, after)).flatten() {
            let label = part.strip_prefix("Số ").map(|part| format!("Tỷ lệ {part} trên {}", lowered(&whole)));
            return Self { label, done, named: Some((part, whole)), whole_line: true, sides, ..Self::default() };
        }
        if let Some((part, whole)) = planned_things(after) {
            return Self { label: None, named: Some((part, whole)), whole_line: true, sides, ..Self::default() };
        }
        if let Some((part, whole)) = of_whom {
            let label = part.strip_prefix("Số ").map(|part| format!("Tỷ lệ {part}"));
            return Self { label, named: Some((part, whole)), whole_line: true, sides, ..Self::default() };
        }
        Self { label: named.or_else(of), done, named: parts, sides, ..Self::default() }
    }

    /// Adds the words of each case.
    pub fn with(self, said: Vec<Vec<String>>) -> Self {
        Self { said, ..self }
    }

    /// Gives all words before and behind the percentages.
    pub fn spoken(&self) -> String {
        let after = self.sides.1.iter().cloned();
        [self.before()].into_iter().chain(after).collect::<Vec<_>>().join(" ")
    }

    /// Gives all words before the percentages, those of several cases once.
    pub fn before(&self) -> String {
        let mut said: Vec<String> = Vec::new();
        for words in self.sides.0.iter().map(|words| words.join(" ")) {
            if !said.contains(&words) {
                said.push(words);
            }
        }
        said.join(" ")
    }

    /// Takes the name for the part where the line names only the whole, or only what is paid.
    pub fn beside(&self, name: &str) -> Self {
        let (before, after) = &self.sides;
        if let Some((part, whole)) = candidates::of_money(name, before, after) {
            return Self { named: Some((capital(&part), whole)), label: None, ..self.clone() };
        }
        if let Some(label) = of_both(name, before, after).filter(|_| !self.whole_line) {
            return Self { named: None, label: Some(label), ..self.clone() };
        }
        if let Some(named) = of_name(name, before, after).filter(|_| !self.whole_line) {
            return Self { named: Some(named), label: None, whole_line: true, ..self.clone() };
        }
        let as_done = |part: String| by_name(&part, name).unwrap_or_else(|| continued(&part, name));
        let named = self.named.clone().map(|(part, whole)| (as_done(part), whole));
        Self { named, label: self.label.as_deref().map(|label| continued(label, name)), ..self.clone() }
    }
}

/// Says how many goals count: “đạt và vượt 100% số chỉ tiêu” those that were reached, not those that were worked on.
fn reached_goals(before: &[Vec<String>], after: &[String]) -> Option<String> {
    let said: Vec<String> = before.iter().map(|words| words.join(" ")).collect();
    let goals = after.iter().any(|tail| ["chỉ tiêu", "mục tiêu"].iter().any(|thing| without_number(tail).starts_with(thing)));
    let passed = said.iter().any(|words| ["đạt và", "đạt hoặc", "đạt và vượt", "đạt hoặc vượt", "đạt, vượt"].contains(&words.as_str()));
    let reached = said.iter().any(|words| words == "đạt" || words == "đạt từ");
    let said = if passed { Some("đạt hoặc vượt") } else { reached.then_some("đạt") };
    said.filter(|_| goals).map(str::to_owned)
}

/// Names what was done and what was planned of things that stand behind the percentages: “từ 70% số lượt người theo kế hoạch trở lên”.
pub fn planned_things(after: &[String]) -> Option<(String, String)> {
    const PLANNED: [&str; 5] = ["theo kế hoạch", "trong kế hoạch", "theo chỉ tiêu", "theo kế hoạch được giao", "theo kế hoạch đề ra"];
    let (things, plan) = after.iter().find_map(|tail| {
        let plain = tail.trim_end_matches(" trở lên").trim_end_matches(" trở xuống").trim();
        let plan = PLANNED.iter().find(|plan| plain.ends_with(*plan))?;
        let things = plain.strip_suffix(plan)?.trim().strip_prefix("số ")?;
        (head(things).is_some() || things.starts_with("lượt")).then_some((things, plan))
    })?;
    Some((format!("Số {things} đã thực hiện"), format!("Số {things} {plan}")))
}
