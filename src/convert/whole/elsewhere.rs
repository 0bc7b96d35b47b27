//! Words on how a criterion is scored that stand neither in its lines nor in the column of rules: in another column, or in
//! brackets in its name. No rule uses them, so they are asked.

use std::mem::discriminant;

use super::{Whole, exempt};
use crate::convert::beside::{agencies, agency, is_oneself, unused};
use crate::convert::columns::{may_say_rules, reads_as_rule};
use crate::convert::draft::Rule;
use crate::convert::line::{Clause, Limit, clauses, in_brackets, is_of_some_units, limits, narrows, only_points_at};
use crate::convert::rows::CellWords;
use crate::convert::rule::{Exempt, Recognised, Words, lacks_something, recognise};
use crate::convert::together::cap_said;
use crate::convert::tree::Node;
use crate::finding::Code;
use crate::finding::convert::{BESIDE, NOTHING_TO_DO};
use crate::intake::Role;
use crate::points::Points;
use crate::text;
use crate::text::fold::fold;

impl Whole<'_> {
    /// Uses such words beside a rule that was made of the lines alone, or asks of them; `scored` is the cell that said who scores.
    pub fn elsewhere(&self, node: &Node, words: &Words<'_>, scored: Option<&CellWords>, read: &mut Recognised) {
        let name = &node.row.name.text;
        if agency(node).is_none() {
            for said in
                agencies(node).into_iter().filter(|said| said.row == node.row.row && is_body_among(&said.text) && !is_oneself(&said.text))
            {
                let (column, text) = (said.column.as_deref().unwrap_or_default(), &said.text);
                let message = text!(
                    "“{name}”: cột “{column}” ghi “{text}”, không rõ một cơ quan nào nên chưa ghi vào agency",
                    "“{name}”: the column “{column}” says “{text}”, which is not one body, so no agency was written"
                );
                read.doubts.push((&BESIDE, message));
            }
        }
        // Of a rule that was not understood the words are asked, too: whoever writes it needs them.
        if read.rule.as_ref().is_some_and(Rule::is_given) || read.rule.is_none() && node.lines.is_empty() {
            return;
        }
        let mut used = Vec::new();
        let (mut printed, mut kept) = (Vec::new(), Vec::new());
        for said in
            node.row.others.iter().filter(|said| Some(*said) != scored && self.is_open_column(said) && may_change_points(&said.text))
        {
            let text = &said.text;
            // Points that a line was read with stand in it.
            if node.lines.iter().any(|line| line.text.ends_with(&format!(": {text}"))) {
                continue;
            }
            let exempt = exempt::as_line(text);
            // Which things count is said to whoever counts them.
            if narrows(text) && exempt.is_none() && !is_of_some_units(text) && read.rule.is_some() {
                kept.push(text.clone());
                continue;
            }
            let before = read.remarks.clone();
            if use_too(words, &mut used, text, read) || exempt.as_ref().is_some_and(|line| use_too(words, &mut used, line, read)) {
                // What holds for some units alone stands in a note, in the words of the table.
                if read.remarks.len() > before.len() {
                    read.remarks = before.into_iter().chain([text.clone()]).collect();
                    continue;
                }
                printed.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
                continue;
            }
            // “Trừ tối đa 2 điểm” beside 2 points says what the rule does.
            if read.rule.as_ref().is_some_and(|rule| says_its_limit(rule, words.max, text)) {
                printed.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
                continue;
            }
            // The table does tell for whom the criterion doesn't count, if not in words that this rule can use.
            if exempt.is_some() {
                read.doubts.retain(|(code, _)| *code != &NOTHING_TO_DO);
            }
            read.doubts.push(unused(name, said));
            kept.push(text.clone());
        }
        let open = |inside: &&str| is_of_some_units(inside) && !counts_units(name) || may_change_points(inside) && !narrows(inside);
        for inside in brackets(name).into_iter().filter(open) {
            if !use_too(words, &mut used, inside, read) {
                let message = text!(
                    "“{name}”: phần “({inside})” trong tên chưa có trong cách tính",
                    "“{name}”: “({inside})” in the name is not part of the rule"
                );
                read.doubts.push((&BESIDE, message));
            }
        }
        read.from_elsewhere = printed;
        if read.rule.is_some() {
            read.remarks.extend(kept);
        }
    }

    /// Tells whether words stand in a column that may say how points are given, and that was taken for something else.
    pub fn is_open_column(&self, said: &CellWords) -> bool {
        let open = matches!(self.role(said), Some(Role::Other | Role::Remark | Role::Computed | Role::Content));
        open && said.column.as_deref().is_some_and(may_say_rules)
    }

    /// Gives the role of the column that words stand in.
    pub fn role(&self, said: &CellWords) -> Option<Role> {
        let heading = said.column.as_deref().filter(|heading| !heading.is_empty())?;
        self.tables.iter().flat_map(|table| table.columns.values()).find(|(_, words)| words == heading).map(|(role, _)| *role)
    }
}

/// Tells whether a name counts units, of which brackets leave some out: “Số đơn vị được kiểm tra (trừ các trường học)”.
fn counts_units(name: &str) -> bool {
    let plain = name.to_lowercase();
    let units = ["đơn vị", "cơ quan", "xã", "phường", "địa phương"];
    ["số ", "tỷ lệ ", "tỉ lệ "].iter().filter_map(|word| plain.strip_prefix(word)).any(|of| units.iter().any(|unit| of.starts_with(unit)))
}

/// Tells whether a cell says anything: “-” does not.
fn is_body_among(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

/// Makes the rule anew with further words as a line of their own, behind those `used` before, where it uses them whole and asks
/// nothing that it did not ask before. Tells whether it did.
fn use_too(words: &Words<'_>, used: &mut Vec<String>, more: &str, read: &mut Recognised) -> bool {
    let lines: Vec<String> = words.lines.iter().chain(&*used).cloned().chain([more.to_owned()]).collect();
    let again = recognise(&Words { lines: &lines, ..*words });
    let Some((rule, before)) = again.rule.as_ref().zip(read.rule.as_ref()) else { return false };
    let asked = |read: &Recognised, code: &Code| read.doubts.iter().any(|(asked, _)| *asked == code);
    let settled = asked(read, &NOTHING_TO_DO) && !asked(&again, &NOTHING_TO_DO);
    // A rule of another kind was made of other words than these alone.
    let same = discriminant(rule) == discriminant(before)
        || adds_a_case(before, rule) && denies_its_own(words, more)
        || matches!((before, rule), (Rule::Steps { .. }, Rule::Formula { .. })) && lacks_something(more);
    let alike = same && (settled || rule != before) && !names_twice(rule);
    let nothing_new = again.doubts.iter().all(|(code, _)| asked(read, code));
    let whole = again.remarks == read.remarks && nothing_new;
    // What it says of units that have nothing to do stands beside the same rule.
    let excuses = again.exempt != Exempt::Nobody
        && read.exempt == Exempt::Nobody
        && stands_in(before, rule)
        && nothing_new
        && !words.name.contains(more);
    if alike && whole || excuses {
        used.push(more.to_owned());
        *read = again;
        return true;
    }
    // The table does tell what nothing to do gives, if not in words that this rule can use.
    if settled {
        read.doubts.retain(|(code, _)| *code != &NOTHING_TO_DO);
    }
    false
}

/// Tells whether a rule is another one, or that one with a level or an alternative more.
fn stands_in(before: &Rule, rule: &Rule) -> bool {
    match (before, rule) {
        (one, Rule::BestOf(rules)) => rules.first() == Some(one),
        (Rule::Levels { levels, .. }, Rule::Levels { levels: more, .. }) => more.starts_with(levels) && !names_twice(rule),
        (one, other) => one == other,
    }
}

/// Tells whether words only say how far points go, and the rule goes as far and no farther.
fn says_its_limit(rule: &Rule, max: &Points, text: &str) -> bool {
    let most = match rule {
        Rule::Count { cap: Some(cap), .. } => cap.of(max),
        Rule::Deductions { floor: Some(floor), .. } => max - floor,
        Rule::StepBy(step) => step.floor.as_ref().map_or_else(|| max.clone(), |floor| max - floor),
        _ => max.clone(),
    };
    let limit = |clause: &Clause| match clause {
        Clause::Limit(Limit::Most(limit) | Limit::MostTaken(limit) | Limit::TotalTaken(limit)) => Some(limit.of(max)),
        _ => None,
    };
    let said: Option<Vec<Points>> = clauses(text).iter().map(|one| limit(&one.clause)).collect();
    said.is_some_and(|said| !said.is_empty() && said.iter().all(|limit| *limit == most))
}

/// Tells whether a rule has one more case than a yes or no, which a denial makes: “không có vấn đề phải xử lý: 0,5đ”.
fn adds_a_case(before: &Rule, rule: &Rule) -> bool {
    const CASES: usize = 3;
    matches!((before, rule), (Rule::YesNo { .. }, Rule::Levels { levels, .. }) if levels.len() == CASES)
}

/// Tells whether a remark denies what its criterion is about, or says for which units it does: “không có vấn đề phải xử lý” beside “xử
/// lý kết quả theo dõi”.
fn denies_its_own(words: &Words<'_>, more: &str) -> bool {
    let plain = more.to_lowercase();
    let Some((_, denied)) = plain.split_once("không ") else { return false };
    let about = words.lines.iter().map(String::as_str).chain([words.name]).collect::<Vec<_>>().join(" ").to_lowercase();
    let denied: Vec<&str> = denied.split(':').next().unwrap_or(denied).split_whitespace().collect();
    let shared = denied.windows(2).any(|pair| about.contains(&pair.join(" ")));
    // Brackets in a name share every word with it.
    !words.name.contains(more) && (shared || plain.starts_with("đối với "))
}

/// Tells whether two levels of a rule have one name: what was said of it twice contradicts itself.
fn names_twice(rule: &Rule) -> bool {
    let Rule::Levels { levels, .. } = rule else { return false };
    levels.iter().enumerate().any(|(n, level)| levels.iter().skip(n + 1).any(|other| fold(&other.label) == fold(&level.label)))
}

/// Fewest words that say for whom or when something holds: “Tiêu chí mới” says neither.
const FEWEST: usize = 4;

/// Tells whether words may change the points of a criterion: they give or take some, say who scores, for whom or when it holds.
pub fn may_change_points(words: &str) -> bool {
    let limiting = words.split_whitespace().count() >= FEWEST && limits(words);
    let understood = |clause: &Clause| !matches!(clause, Clause::Remark | Clause::Note | Clause::Heading | Clause::Unknown);
    !only_points_at(words)
        && (reads_as_rule(words) || limiting || changes_figures(words) || clauses(words).iter().any(|one| understood(&one.clause)))
}

/// Tells whether words say that things count for less or more than they are: “quá hạn tính bằng 50%”, “hoàn thành chậm tính 1/2”.
fn changes_figures(words: &str) -> bool {
    const BETWEEN: [&str; 6] = ["bằng", "là", "như", "thành", "tối", "đa"];
    let plain = words.to_lowercase();
    let said: Vec<&str> = plain.split_whitespace().collect();
    // “Tính 31/12/2026” is a day.
    let number = |word: &&&str| word.starts_with(|c: char| c.is_ascii_digit()) && word.matches('/').count() < 2;
    let behind = |at: usize| said.iter().skip(at + 1).find(|word| !BETWEEN.contains(word)).is_some_and(|word| number(&word));
    said.iter().enumerate().any(|(at, word)| *word == "tính" && behind(at)) || plain.contains("hệ số")
}

/// Lists what is said at a criterion with parts that may change their points: in brackets in its name, and in a column on whom it is
/// for. “(tối đa 20 điểm)” says its maximum.
pub fn said_at_group(node: &Node) -> Vec<(String, String)> {
    let only_most = |inside: &str| {
        let short = inside.split_whitespace().count() <= LONGEST_MAXIMUM;
        short && inside.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count() <= 2
    };
    let name = &node.row.name;
    let caps = node.sign.is_some() && cap_said(&name.text).is_some();
    let inside = brackets(&name.text).into_iter().filter(|inside| !caps && !only_most(inside) && may_change_points(inside));
    let found = inside.map(|inside| (format!("({inside})"), name.cell.clone()));
    found
        .chain(
            super::aside::of_whom(node)
                .map(|said| (format!("{}: {}", said.column.clone().unwrap_or_default(), said.text), said.cell.clone())),
        )
        .collect()
}

/// Most words in brackets that say the maximum of a criterion: “tổng điểm tối đa là 20 điểm”.
const LONGEST_MAXIMUM: usize = 7;

/// Lists what stands in brackets in a name, with more than one word.
pub fn brackets(name: &str) -> Vec<&str> {
    in_brackets(name).map(str::trim).filter(|inside| inside.contains(' ')).collect()
}
