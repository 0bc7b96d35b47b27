//! Rates that a unit types, wherever a rule names them: what they are called, and what is open of each. Nobody sees of what a
//! percentage is when it was typed.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Clause, WordedClause};
use crate::figure::InputKind;
use crate::finding::convert::NOTHING_TO_DO;
use crate::text::capital;

use super::measure::Asked;
use super::nothing::question;
use super::things::names_a_rate;
use super::{Doubt, Words};

/// What a line calls the rate of its criterion where it has said its name already.
const BARE: [&str; 12] = [
    "đạt được",
    "đạt",
    "thực tế",
    "thực tế đạt được",
    "đạt được thực tế",
    "thực hiện",
    "thực hiện được",
    "hoàn thành",
    "của đơn vị",
    "của cơ quan",
    "đạt được của đơn vị",
    "đạt được trong năm",
];

/// Calls a rate as its criterion or another line does, where its own line only says “tỷ lệ đạt được”.
pub fn call(words: &Words<'_>, said: &[WordedClause], inputs: &mut Inputs) {
    let bare = |label: &str| {
        let plain = label.to_lowercase();
        ["tỷ lệ", "tỉ lệ", "tỷ lệ %", "tỉ lệ %"].contains(&plain.as_str())
            || ["tỷ lệ % ", "tỷ lệ ", "tỉ lệ "].iter().find_map(|rate| plain.strip_prefix(rate)).is_some_and(|rest| BARE.contains(&rest))
    };
    let Some(name) = name(words, said) else { return };
    let mut called = false;
    for input in inputs.list.iter_mut().filter(|input| bare(&input.label)) {
        input.label.clone_from(&name);
        input.measure.get_or_insert_with(|| "%".into());
        called = true;
    }
    // The target of a rate is one.
    let target = |label: &str| ["Chỉ tiêu", "Mục tiêu"].iter().any(|word| label.starts_with(word));
    for input in inputs.list.iter_mut().filter(|input| called && target(&input.label)) {
        input.measure.get_or_insert_with(|| "%".into());
    }
}

/// Gives the name of the rate that the criterion, a heading or a level speaks of: “Tỷ lệ hồ sơ qua bưu chính công ích đạt chỉ tiêu”.
fn name(words: &Words<'_>, said: &[WordedClause]) -> Option<String> {
    const ENDS: [&str; 7] = [" đạt ", " từ ", " dưới ", " trên ", " bằng ", " so với ", " vượt "];
    // What is reached is never a rate of what wasn't done.
    const FAILING: [&str; 8] = ["chưa", "không", "trễ", "chậm", "muộn", "quá hạn", "vi phạm", "sai"];
    const LEAST: usize = 4;
    let texts = [words.name].into_iter().chain(said.iter().filter_map(|one| match &one.clause {
        Clause::Heading => Some(one.text.as_str()),
        Clause::Case(case) => Some(case.label.as_str()),
        _ => None,
    }));
    let named = texts.filter_map(|text| {
        let (small, plain) = (format!("{} ", text.to_lowercase()), text.trim());
        let rate = Some(plain).filter(|plain| names_a_rate(plain) || plain.to_lowercase().starts_with("mức độ "))?;
        let end = ENDS.iter().filter_map(|word| small.find(word)).chain(small.find([':', ';', '(', '%', '='])).min();
        let end = end.filter(|end| rate.is_char_boundary(*end)).unwrap_or(rate.len());
        let rate = rate.get(..end).unwrap_or(rate).trim().trim_end_matches([':', '.', ',', ' ']);
        let fails = FAILING.iter().any(|word| format!(" {} ", rate.to_lowercase()).contains(&format!(" {word} ")));
        (rate.split_whitespace().count() >= LEAST && !fails).then(|| capital(rate))
    });
    named.into_iter().next()
}

/// Asks what a unit gets that had nothing of which a rate in arithmetic is taken.
pub fn lacking(asked: &Asked<'_>, rule: &Rule, inputs: &Inputs, doubts: &[Doubt]) -> Option<Doubt> {
    let Rule::Formula { is, when_nothing: None } = rule else { return None };
    let typed = |kind: InputKind, measure: Option<&str>| kind == InputKind::Percent || measure == Some("%");
    let mut rates = inputs.list.iter().filter(|input| typed(input.kind, input.measure.as_deref()) && is.contains(input.id.as_str()));
    let known = doubts.iter().any(|(code, _)| *code == &NOTHING_TO_DO) || asked.said.iter().any(|one| tells(asked.words, one));
    let open = rates.any(|input| asked.may_have_none(&input.label));
    (open && !known).then(|| question(asked.words.name, true))
}

/// Tells whether a clause says what having nothing to do gives.
fn tells(words: &Words<'_>, one: &WordedClause) -> bool {
    matches!(&one.clause, Clause::Case(case) if case.is_nothing_to_do() || super::nothing::says(case, words.max).is_some())
}
