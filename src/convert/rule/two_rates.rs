//! Several rates in one criterion, each with its own end: “hồ sơ đúng hạn từ 95%: 1 điểm, dưới 95%: 0 điểm; hồ sơ số hóa từ 80%: 1
//! điểm, dưới 80%: 0 điểm”.

use crate::convert::draft::{Inputs, Part, Rule};
use crate::convert::line::{Case, Clause, Expression, Gives, RateOf, WordedClause, capital, lowered, telling};
use crate::convert::slug::unique;
use crate::figure::InputKind;
use crate::points::Points;
use crate::yaml::Amount;

use super::measure::{Asked, lower_words};
use super::parts::is_done;
use super::pool::Pool;
use super::{Doubt, Words, attempt};

/// Clauses of one part, with the words that name it and the most points that it gives.
struct Group {
    /// Words that name it.
    name: String,
    /// Its clauses.
    said: Vec<WordedClause>,
    /// Most points of it.
    max: Points,
}

/// Makes parts of groups of cases, each of which ends with what gives nothing, where they come to the maximum. Each part is read by
/// itself.
pub fn rates(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let groups = groups(asked).filter(|_| inputs.list.is_empty())?;
    let sum: Points = groups.iter().map(|group| group.max.clone()).sum();
    if groups.len() < 2 || sum != *max || !are_apart(&groups) {
        return None;
    }
    let (mut found, mut open, mut ids, mut parts) = (inputs.clone(), Vec::new(), Vec::new(), Vec::new());
    for Group { name, said, max } in groups {
        let lines: Vec<String> = said.iter().map(|one| one.text.clone()).collect();
        let words = Words { name: &name, max: &max, lines: &lines, figures: &[], ..*asked.words };
        let read = attempt(&words, &said, &found.apart());
        let rule =
            read.rule.filter(|rule| matches!(rule, Rule::Steps { .. } | Rule::Ratio { .. } | Rule::YesNo { .. } | Rule::StepBy(_)))?;
        found.join(read.inputs, &lowered(&name));
        open.extend(read.doubts);
        parts.push(Part { id: unique(&name, "phan", &mut ids), label: name, max, rule });
    }
    pool.cases(|_| true);
    *inputs = found;
    doubts.extend(open);
    Some(Rule::SumOf(parts))
}

/// Makes parts of what is done and of steps on one rate, where these come to the maximum: “tổ chức 02 hội nghị đối thoại: 2; giải quyết
/// 100% kiến nghị: 1; từ 80% đến dưới 100%: 0,5”.
pub fn beside_a_deed(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let plain = |one: &WordedClause| matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note);
    let rate = |case: &Case| case.condition.as_ref().is_some_and(|condition| condition.percent);
    let rated = |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if rate(case));
    let steps: Vec<WordedClause> = asked.said.iter().filter(rated).cloned().collect();
    let first = asked.said.iter().position(|one| rated(&one))?;
    // “Mức độ hoàn thành kế hoạch: 100%: 0,75” names the rate before its steps.
    let heading = first.checked_sub(1).and_then(|at| asked.said.get(at)).filter(|one| one.clause == Clause::Heading);
    let deeds: Vec<&WordedClause> = asked.said.iter().filter(|one| !rated(one) && !plain(one)).collect();
    let [WordedClause { clause: Clause::Case(deed), .. }] = deeds.as_slice() else { return None };
    let points = |case: &Case| case.amount().filter(|(_, penalty)| penalty.is_none()).map(|(amount, _)| amount.of(max));
    let most = cases(&steps).map(points).collect::<Option<Vec<_>>>()?.into_iter().max()?;
    let done = points(deed).filter(|done| done.is_positive() && deed.days.is_none() && is_done(deed))?;
    if steps.len() < 2 || !inputs.list.is_empty() || &done + &most != *max || !most.is_positive() {
        return None;
    }
    let name = before_its_mark(cases(&steps).next()?);
    let name = heading.map_or(name, |one| one.text.trim_end_matches([':', ' ']).to_owned());
    let tail = cases(&steps).filter_map(|case| case.condition.as_ref()).map(|condition| condition.tail.clone()).max_by_key(String::len)?;
    let name = capital(format!("{name} {}", tail.replace(" trở lên", "")).trim());
    if telling(&lower_words(&name)).is_empty() {
        return None;
    }
    let lines: Vec<String> = steps.iter().map(|one| one.text.clone()).collect();
    let words = Words { name: &name, max: &most, lines: &lines, figures: &[], ..*asked.words };
    let read = attempt(&words, &steps, &inputs.apart());
    let rule = read.rule.filter(|rule| matches!(rule, Rule::Steps { .. }))?;
    let mut ids = Vec::new();
    let label = capital(&deed.label);
    inputs.join(read.inputs, &lowered(&name));
    let of = inputs.add(InputKind::YesNo, &label, None);
    let (yes, no) = (Amount::Share(Points::one()), Amount::Points(Points::zero()));
    let parts = vec![
        Part { id: unique(&label, "phan", &mut ids), label, max: done, rule: Rule::YesNo { all: vec![of], yes, no, penalty: None } },
        Part { id: unique(&name, "phan", &mut ids), label: name, max: most, rule },
    ];
    pool.cases(|_| true);
    doubts.extend(read.doubts);
    Some(Rule::SumOf(parts))
}

/// Cuts cases where one that gives nothing is followed by one that gives something; `None` where anything else is said, a group
/// doesn't end with nothing or has no name, or none is a rate.
fn groups(asked: &Asked<'_>) -> Option<Vec<Group>> {
    let mut all: Vec<Vec<WordedClause>> = Vec::new();
    let mut closed = true;
    for one in asked.said {
        match &one.clause {
            Clause::Case(case) => {
                if closed && !case.is_zero() && all.last().is_none_or(|group| cases(group).next().is_some()) {
                    all.push(Vec::new());
                }
                closed = case.is_zero();
                all.last_mut()?.push(one.clone());
                // “Số hóa kết quả: tỷ lệ x 1,5” says all of its part.
                closed |= matches!(case.gives, Gives::Formula(_)) && case.condition.is_none();
            }
            // “Hồ sơ trực tuyến: từ 50%: 1 điểm” names the group behind it.
            Clause::Heading if closed => all.push(vec![one.clone()]),
            Clause::Heading | Clause::Remark | Clause::Note => {}
            _ => return None,
        }
    }
    let rate = |case: &Case| matches!(case.gives, Gives::Formula(_)) || case.condition.as_ref().is_some_and(|condition| condition.percent);
    if !all.iter().any(|group| cases(group).any(rate)) {
        return None;
    }
    all.into_iter().map(|said| group(said, asked.words.max)).collect()
}

/// Lists the cases among clauses.
fn cases(said: &[WordedClause]) -> impl Iterator<Item = &Case> {
    said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None })
}

/// Names a group, and finds its most points; `None` where it has no name, or its last case gives something.
fn group(said: Vec<WordedClause>, all: &Points) -> Option<Group> {
    if let [WordedClause { clause: Clause::Case(case), text }] = said.as_slice()
        && let Gives::Formula(expression) = &case.gives
    {
        return in_proportion(case, expression, text, all);
    }
    let points = |case: &Case| case.amount().filter(|(_, penalty)| penalty.is_none()).map(|(amount, _)| amount.of(all));
    let gives: Vec<Points> = cases(&said).map(points).collect::<Option<_>>()?;
    let max = gives.iter().max()?.clone();
    let head = match said.first()? {
        WordedClause { clause: Clause::Heading, text } => text.trim_end_matches([':', ' ']).to_owned(),
        _ => before_its_mark(cases(&said).next()?),
    };
    let named = !telling(&lower_words(&head)).is_empty() && !is_of_some_units(&head);
    let rate = cases(&said).any(|case| case.condition.as_ref().is_some_and(|condition| condition.percent));
    let called = ["tỷ lệ", "tỉ lệ"].iter().any(|word| head.to_lowercase().starts_with(word));
    let name = if rate && !called { format!("Tỷ lệ {}", lowered(&head)) } else { capital(&head) };
    (named && gives.len() > 1 && gives.last()?.is_zero() && max.is_positive()).then_some(Group { name, said, max })
}

/// Makes a part in proportion to a rate that its own label names: “số hóa kết quả: tỷ lệ x 1,5”.
fn in_proportion(case: &Case, expression: &Expression, text: &str, all: &Points) -> Option<Group> {
    let figures = expression.figures();
    let [Expression::Words(words)] = figures.as_slice() else { return None };
    let bare = ["tỷ lệ", "tỉ lệ", "tỷ lệ đạt được", "tỷ lệ đạt", "tỷ lệ %"].contains(&words.to_lowercase().trim());
    let line = expression.straight(all, RateOf::Words).or_else(|| expression.straight_below(all, RateOf::Words, &Points::hundred()))?;
    let max = &line.slope * &Points::hundred();
    let named = !telling(&lower_words(&case.label)).is_empty() && !is_of_some_units(&case.label);
    let called = ["tỷ lệ", "tỉ lệ"].iter().any(|word| case.label.to_lowercase().starts_with(word));
    let name = if called { capital(&case.label) } else { format!("Tỷ lệ {}", lowered(&case.label)) };
    let said = vec![WordedClause { clause: Clause::Formula((*expression).clone()), text: text.to_owned() }];
    (bare && named && line.at_zero.is_zero() && max.is_positive()).then_some(Group { name, said, max })
}

/// Gives the words of a case that stand before its figures, as they are spelt.
fn before_its_mark(case: &Case) -> String {
    let Some(condition) = &case.condition else { return case.label.clone() };
    let same = |(said, known): &(&str, &String)| said.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase() == **known;
    let words: Vec<&str> = case.label.split(' ').zip(&condition.before).take_while(same).map(|(said, _)| said).collect();
    words.join(" ").trim_end_matches(" đạt").to_owned()
}

/// Tells whether words say for which units something holds, rather than what is measured.
fn is_of_some_units(head: &str) -> bool {
    let plain = head.to_lowercase();
    ["đơn vị", "các đơn vị", "riêng", "đối với", "cơ quan", "địa phương", "các xã", "xã ", "nếu", "trường hợp"]
        .iter()
        .any(|word| plain.starts_with(word))
}

/// Tells whether each group names something that no other names.
fn are_apart(groups: &[Group]) -> bool {
    let words: Vec<Vec<String>> = groups.iter().map(|group| lower_words(&group.name)).collect();
    words.iter().enumerate().all(|(n, mine)| {
        let others = |word: &String| words.iter().enumerate().any(|(m, other)| m != n && other.contains(word));
        mine.iter().any(|word| !others(word))
    })
}
