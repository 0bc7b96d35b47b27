//! Leaves that others than the unit score, and what others do for the figures of a leaf.

use super::measure::Asked;
use super::pool::Pool;
use super::questions::scale;
use super::{Attempt, Doubt, Recognised, Words, beside, is_made_known, who};
use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Clause, Gives, Limit, Scorer, WordedClause};

/// Makes the rule of a leaf that others score.
pub fn given(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let scorers = pool.take(|clause| if let Clause::Scorer(by) = clause { Some(*by) } else { None });
    if scorers.contains(&Scorer::SurveyScale) {
        let text = asked.said.iter().find(|one| one.clause == Clause::Scorer(Scorer::SurveyScale)).map_or("", |one| &one.text);
        doubts.push(scale(asked.words.name, text));
    }
    if !scorers.is_empty() {
        pool.take(|clause| {
            matches!(clause, Clause::Limit(Limit::Most(most)) if most.of(asked.words.max) == *asked.words.max).then_some(())
        });
    }
    let survey = scorers.iter().any(|by| matches!(by, Scorer::Survey | Scorer::SurveyScale));
    // “Hội đồng chấm: tốt: 2; khá: 1”: the words are for whoever scores. “Không gửi báo cáo: 0 điểm” alone is a rule beside it.
    let scale = asked.said.iter().any(|one| matches!(&one.clause, Clause::Case(case) if case.is_full(asked.words.max)));
    if scorers == [Scorer::Council] && scale {
        pool.cases(|case| matches!(case.gives, Gives::Amount(_, None)));
    }
    // “Đơn vị không có nội dung phối hợp: lấy 1,5 điểm” is for whoever scores, too.
    if scorers == [Scorer::Council] {
        let nothing = |case: &Case| case.condition.is_none() && case.days.is_none() && case.says(&["không có", "không phát sinh"]);
        pool.cases(|case| nothing(case) && matches!(&case.gives, Gives::Amount(amount, None) if amount.of(asked.words.max).is_positive()));
    }
    let council = scorers.contains(&Scorer::Council);
    match (survey, council) {
        (true, false) => {
            *inputs = Inputs::default();
            Some(Rule::Given("survey"))
        }
        (false, true) => Some(Rule::Given("council")),
        // "Điểm điều tra xã hội học do Sở Nội vụ chấm": the survey.
        _ => None,
    }
}

/// Asks who does what the lines say others do; gives the whole rule where these pick a level: “Tốt: 2; khá: 1 (do Sở Nội vụ
/// đánh giá)” is no question to the unit.
pub fn supplied(words: &Words<'_>, said: &[WordedClause], found: &mut Attempt) -> Option<Recognised> {
    let supplied =
        said.iter().find_map(|one| if let Clause::Supplied(judges) = one.clause { Some((judges, one.text.as_str())) } else { None });
    let (judges, text) = supplied?;
    // “Theo kết quả công bố của Sở Nội vụ” alone is what others find.
    let known = || {
        is_made_known(text)
            && said.iter().all(|one| matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Supplied(_)))
    };
    let judges = judges || known();
    let picked = matches!(found.rule, Some(Rule::Levels { .. } | Rule::YesNo { .. }))
        || said.iter().all(|one| matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Supplied(_)));
    if judges && picked {
        let asked = [who::done_by(words.name, text, true)].into_iter().chain(beside::levels_of_others(words, said));
        return Some(Recognised {
            rule: Some(Rule::Given("council")),
            remarks: words.lines.to_vec(),
            doubts: asked.collect(),
            ..Recognised::default()
        });
    }
    // What the survey finds no unit types.
    if found.rule.as_ref().is_some_and(|rule| !rule.is_given()) {
        found.doubts.push(who::done_by(words.name, text, false));
    }
    None
}
