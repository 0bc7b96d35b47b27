//! What clauses of so much for each mean beside others.

use crate::convert::line::{Clause, Each, Limit, WordedClause, as_case};

use super::Words;

/// Counts what the name or a line says of things, where the clause only names these: “Tổ đại biểu không tổ chức giám sát: trừ
/// 0,5đ/tổ đại biểu” counts no group that did.
pub fn named_whole(words: &Words<'_>, said: &mut [WordedClause]) {
    const SAYS: [&str; 12] = ["không", "chưa", "được", "đã", "bị", "có", "đạt", "chậm", "trễ", "sai", "thiếu", "vi"];
    let told: Vec<String> = said.iter().filter(|one| one.clause == Clause::Remark).map(|one| one.text.clone()).collect();
    // “Không có văn bản nào bị kết luận trái pháp luật: 2 điểm” says what none of them may be.
    let denied = |one: &WordedClause| match &one.clause {
        Clause::Case(case) if case.is_full(words.max) && case.condition.is_none() && !case.label.contains([',', ';']) => {
            let rest = ["Không có ", "Không phát hiện ", "Không để xảy ra "].iter().find_map(|word| case.label.strip_prefix(word))?;
            Some(rest.replacen(" nào ", " ", 1))
        }
        _ => None,
    };
    let denied: Vec<String> = said.iter().filter_map(denied).collect();
    let told: Vec<&str> = told.iter().chain(&denied).map(String::as_str).chain([words.name]).collect();
    for one in said {
        let Clause::Each(each) = &mut one.clause else { continue };
        let thing = each.what.to_lowercase();
        let says = |text: &str| text.split(' ').any(|word| SAYS.contains(&word));
        let more = |text: &&&str| {
            let plain = text.to_lowercase();
            plain.strip_prefix(&thing).is_some_and(|rest| rest.starts_with(' ') && says(rest) && !rest.contains([':', ';', '(', ',']))
        };
        if let Some(text) = told.iter().find(more).filter(|_| !says(&thing) && !each.percent) {
            (*text).clone_into(&mut each.what);
        }
    }
}

/// Takes “mỗi sáng kiến: 0,5 điểm; 0,5 điểm/sáng kiến” for one thing said twice. With other points which of the two holds is not
/// clear.
pub fn said_twice(said: &mut [WordedClause]) {
    let each = |one: &WordedClause| if let Clause::Each(each) = &one.clause { Some(each.clone()) } else { None };
    for at in 1..said.len() {
        let (before, behind) = said.split_at_mut(at);
        let Some(one) = behind.first_mut() else { continue };
        let Some(own) = each(one) else { continue };
        let thing = |each: &Each| (each.what.to_lowercase(), each.per.clone(), each.percent, each.takes);
        let Some(other) = before.iter().filter_map(each).find(|other| thing(other) == thing(&own)) else { continue };
        one.clause = if other.amount == own.amount { Clause::Heading } else { Clause::Unknown };
    }
}

/// Takes “01 vụ việc: trừ 0,5 điểm” for a step where another follows: “từ 02 vụ việc trở lên: trừ 2 điểm”.
pub fn stepped(said: &mut [WordedClause]) {
    let counted = |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if case.condition.as_ref().is_some_and(|condition| !condition.percent));
    if !said.iter().any(counted) {
        return;
    }
    for one in said.iter_mut().filter(|one| matches!(&one.clause, Clause::Each(each) if each.single)) {
        if let Some(case) = as_case(&one.text) {
            one.clause = Clause::Case(case);
        }
    }
}

/// Takes a limit before clauses of taking for one of what stands before it only.
pub fn limited(said: &mut [WordedClause]) {
    let last = said.iter().rposition(|one| matches!(&one.clause, Clause::Each(each) if each.takes)).unwrap_or(0);
    for one in said.iter_mut().take(last) {
        if let Clause::Limit(limit) = &mut one.clause
            && let Limit::TotalTaken(most) = limit
        {
            *limit = Limit::MostTaken(most.clone());
        }
    }
}
