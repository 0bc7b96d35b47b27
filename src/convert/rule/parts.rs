//! Rules of parts that add to the maximum: “Phân cấp: 2 điểm; cấp phó: 2 điểm” of 4.

use crate::convert::draft::{Inputs, Measure, Part, Rule};
use crate::convert::line::{Case, Clause, Condition, Gives, Limit, Side, WordedClause, telling};
use crate::convert::slug::unique;
use crate::figure::InputKind;
use crate::points::Points;
use crate::text::fold::bare;
use crate::yaml::Amount;

use super::Doubt;
use super::denied::denies_the_same;
use super::levels::is_all;
use super::measure::{Asked, capital};
use super::nothing::arises;
use super::pairs;
use super::pool::Pool;
use super::scale;
use super::states::says_state;
use super::who::does_something;
use crate::convert::line::lowered;

/// Makes parts that add to the maximum of cases that name figures or days, too: “ban hành kế hoạch trước 31/01: 0,5 điểm; hoàn
/// thành 100% kế hoạch: 0,5 điểm”, or of what stands behind “trong đó”. The unit answers yes or no to the decision's words.
pub fn named_parts(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let behind = !pool.take(|clause| (*clause == Clause::Parts).then_some(())).is_empty();
    // “Tối đa 2 điểm, trong đó …”.
    pool.take(|clause| (behind && matches!(clause, Clause::Limit(Limit::Most(most)) if most.of(max) == *max)).then_some(()));
    let all: Vec<&Clause> = pool.all().collect();
    let from = all.iter().position(|clause| **clause == Clause::Parts).map_or(0, |at| at + 1);
    if all.iter().filter(|clause| ***clause == Clause::Parts).count() > 1 {
        return None;
    }
    // Before “trong đó” stands the whole once more, at most.
    let before: Vec<&Case> =
        all.iter().take(from).filter_map(|clause| if let Clause::Case(case) = clause { Some(case) } else { None }).collect();
    if before.len() > 1 || before.iter().any(|case| !case.is_full(max) || case.condition.is_some()) {
        return None;
    }
    let whole = |case: &Case| before.contains(&case);
    pool.cases(|case| whole(case));
    if pairs::of_parts(asked, max) {
        pool.cases(Case::is_zero);
    }
    let in_proportion = !pool.cases(falls_short).is_empty();
    let mut cases = pool.cases(|case| matches!(case.gives, Gives::Amount(_, None)) && is_done(case));
    let met = met_by_itself(pool, &cases, max);
    cases.extend(met);
    let points: Vec<Points> = cases.iter().filter_map(|case| case.amount()).map(|(amount, _)| amount.of(max)).collect();
    let sum: Points = points.iter().sum();
    if !behind && !shares_are_of_deeds(asked, &cases) || exclude_one_another(&cases) {
        return None;
    }
    if cases.len() < 2
        || sum != *max
        || points.iter().any(|one| !one.is_positive())
        || !are_different_things(&cases)
        || scale::are_ordered(&cases)
    {
        return None;
    }
    pool.take_announced(cases.len());
    if in_proportion {
        return cases.iter().all(|case| is_all(case)).then(|| rates_of(&cases, points, inputs));
    }
    Some(sum_of(asked, &cases, points, inputs))
}

/// Words that don't tell one thing from another.
const LIGHT: [&str; 8] = ["không", "năm", "trong", "đơn", "vị", "thông", "tin", "để"];

/// Tells whether a case gives a share of the points where not all is done: “không đạt 100% thì tính theo tỷ lệ”.
fn falls_short(case: &Case) -> bool {
    let below =
        case.condition.as_ref().is_some_and(|condition| condition.percent && condition.bounds == [(Side::Below, Points::hundred())]);
    case.gives == Gives::InProportion && below
}

/// Makes a rule that adds up shares: for each case a part in proportion to its rate.
fn rates_of(cases: &[&Case], points: Vec<Points>, inputs: &mut Inputs) -> Rule {
    let mut taken = Vec::new();
    let parts = cases.iter().zip(points).map(|(case, max)| {
        let words: Vec<String> = case.condition.iter().flat_map(Condition::words).collect();
        let label = capital(words.join(" ").trim_end_matches(" đạt"));
        let of = inputs.add(InputKind::Percent, &format!("Tỷ lệ {}", lowered(&label)), Some("%".into()));
        let rule = Rule::Ratio { measure: Measure { of, to: None }, full_at: Points::hundred(), zero_below: None };
        Part { id: unique(&label, "phan", &mut taken), label, max, rule }
    });
    Rule::SumOf(parts.collect())
}

/// Tells whether one case says that it was done in time and another that it was late: these are levels, of which a unit has one.
fn exclude_one_another(cases: &[&Case]) -> bool {
    const IN_TIME: [&str; 7] = ["đúng hạn", "kịp thời", "đúng thời hạn", "đúng thời gian", "đúng tiến độ", "trong thời hạn", "trước hạn"];
    const LATE: [&str; 6] = ["chậm", "trễ", "muộn", "quá hạn", "quá thời hạn", "trễ hạn"];
    cases.iter().any(|case| case.says(&IN_TIME)) && cases.iter().any(|case| case.says(&LATE) && !case.says(&["không", "chưa"]))
}

/// Tells whether a case says that something was done, or that there was nothing to do.
pub fn is_done(case: &Case) -> bool {
    let or_nothing = case.says(&["hoặc không có", "hoặc không phát sinh"]) && !case.begins(&["không", "chưa"]);
    !case.is_negative() || or_nothing
}

/// Makes a rule that adds up what is done: for each case a part that gives its points.
fn sum_of(asked: &Asked<'_>, cases: &[&Case], points: Vec<Points>, inputs: &mut Inputs) -> Rule {
    let name = asked.words.name;
    let mut taken = Vec::new();
    let parts = cases.iter().zip(points).map(|(case, max)| {
        // “Có: 0,5” says of what its criterion names.
        let label = if bare(&case.label) == "co" { format!("Có {}", lowered(name)) } else { told_by_heading(asked, case) };
        let of = inputs.add(InputKind::YesNo, &label, None);
        let rule = Rule::YesNo { all: vec![of], yes: Amount::Share(Points::one()), no: Amount::Points(Points::zero()), penalty: None };
        Part { id: unique(&label, "phan", &mut taken), label, max, rule }
    });
    Rule::SumOf(parts.collect())
}

/// Gives the label of a part, with what the heading before it names where it only says what is done: “Quy chế chi tiêu nội bộ: ban hành
/// 0,5 điểm”.
fn told_by_heading(asked: &Asked<'_>, case: &Case) -> String {
    const DONE: [&str; 8] =
        ["ban hanh", "da ban hanh", "co ban hanh", "thuc hien", "da thuc hien", "xay dung", "da xay dung", "co thuc hien"];
    let label = capital(&case.label);
    if !DONE.contains(&bare(&case.label).as_str()) {
        return label;
    }
    let own = |one: &WordedClause| matches!(&one.clause, Clause::Case(other) if std::ptr::eq(other, case));
    let at = asked.said.iter().position(own).unwrap_or_default();
    let heading =
        asked.said.iter().take(at).rfind(|one| matches!(one.clause, Clause::Heading)).map(|one| one.text.trim().trim_end_matches(':'));
    heading.map_or(label.clone(), |heading| format!("{label} {}", heading.trim_start_matches(['-', '+', ' '])))
}

/// Tells whether shares of the points, if there are any, are of what a unit does, and how: “đúng hạn: 50% số điểm; đầy đủ: 50% số
/// điểm”. “Người dân: 60% số điểm; doanh nghiệp: 40% số điểm” weighs what others say: it is no question to the unit.
fn shares_are_of_deeds(asked: &Asked<'_>, cases: &[&Case]) -> bool {
    const HOW: [&str; 8] = ["đầy đủ", "đủ", "đúng", "kịp thời", "chính xác", "bảo đảm", "đảm bảo", "rõ"];
    const OTHERS: [&str; 8] = ["người dân", "doanh nghiệp", "tổ chức, cá nhân", "hài lòng", "đánh giá", "ý kiến", "chấm", "lãnh đạo"];
    let share = |case: &&&Case| matches!(case.gives, Gives::Amount(Amount::Share(_), _));
    let worded = |case: &Case| {
        let own = |one: &&WordedClause| matches!(&one.clause, Clause::Case(other) if other == case);
        asked.said.iter().find(own).is_some_and(|one| one.text.to_lowercase().contains("điểm"))
    };
    cases.iter().filter(share).all(|case| {
        let plain = format!("{} ", case.label.to_lowercase());
        let done = case.says(&HOW) || says_state(&plain) || does_something(&plain);
        worded(case) && done && !OTHERS.iter().any(|word| plain.contains(word))
    })
}

/// Tells whether no two cases that name figures may be steps of one thing: each says something that no other says.
fn are_different_things(cases: &[&Case]) -> bool {
    let words = |case: &Case| -> Vec<String> {
        let all: Vec<String> = case.words.iter().filter(|word| word.chars().all(char::is_alphabetic)).cloned().collect();
        telling(&all).into_iter().map(str::to_owned).collect()
    };
    let own: Vec<Vec<String>> = cases.iter().map(|case| words(case)).collect();
    own.iter().enumerate().all(|(n, mine)| {
        let others: Vec<&String> = own.iter().enumerate().filter(|(m, _)| *m != n).flat_map(|(_, words)| words).collect();
        mine.iter().any(|word| !others.contains(&word))
    })
}

/// Makes a rule of parts that add to the maximum: `Phân cấp: 2 điểm; cấp phó: 2 điểm` of 4.
pub fn parts(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    // “Đủ nội dung: 0,5; không đủ nội dung: 0” says of each part what lacking it gives.
    if pairs::of_parts(asked, max) {
        pool.cases(Case::is_zero);
    }
    // “Số hóa kết quả đạt 100%: 1 điểm” beside another such line is done or not.
    let all = |case: &Case| {
        let whole = |one: &Condition| one.percent && one.bounds == [(Side::Exactly, Points::hundred())] && one.before.len() > 2;
        case.condition.as_ref().is_none_or(whole) && !case.is_full(max)
    };
    let plain = |case: &Case| case.days.is_none() && matches!(case.gives, Gives::Amount(_, None));
    let mut cases = pool.cases(|case| (case.condition.is_none() || all(case)) && plain(case) && is_done(case));
    if cases.iter().any(|case| case.condition.is_some()) && !cases.iter().all(|case| case.condition.is_some()) {
        return None;
    }
    let met = met_by_itself(pool, &cases, max);
    cases.extend(met);
    pool.cases(|case| case.gives == Gives::NothingForPart && case.is_negative());
    let counted = pool.take(|clause| if let Clause::Each(each) = clause { Some(each) } else { None });
    if !shares_are_of_deeds(asked, &cases) || exclude_one_another(&cases) {
        return None;
    }
    if cases.len() < 2 || !counted.is_empty() {
        return None;
    }
    let points: Vec<Points> = cases.iter().filter_map(|case| case.amount()).map(|(amount, _)| amount.of(max)).collect();
    let sum: Points = points.iter().sum();
    if sum != *max || points.iter().any(|one| !one.is_positive()) || scale::are_ordered(&cases) {
        return None;
    }
    // “Không thực hiện: 0 điểm” is what none of them gives.
    pool.cases(|case| gives_none(asked, case));
    pool.take_announced(cases.len());
    Some(sum_of(asked, &cases, points, inputs))
}

/// Takes cases that are met by themselves, where nothing else speaks of it: “không để xảy ra sự cố: 0,5 điểm”.
fn met_by_itself<'a>(pool: &mut Pool<'a>, cases: &[&Case], max: &Points) -> Vec<&'a Case> {
    const DENIED: [&str; 7] = ["không để", "không xảy ra", "không có", "không vi phạm", "không bị", "không còn", "không phát sinh"];
    let apart = |case: &Case| {
        let own = telling(&case.words);
        let shares = |other: &Case| telling(&other.words).iter().any(|word| !LIGHT.contains(word) && own.contains(word));
        let says_it = |other: &Case| own.iter().all(|word| *word == "không" || other.words.iter().any(|one| one == word));
        // A fault that no other says is none of what they are about: “không có công chức bị phản ánh” beside “cử công chức đúng số lượng”.
        cases.iter().all(|other| !shares(other) || denies_a_fault(case) && !says_it(other))
    };
    let some = |case: &Case| case.amount().is_some_and(|(amount, _)| amount.of(max).is_positive()) && !case.is_full(max);
    pool.cases(|case| {
        let plain = case.condition.is_none() && case.days.is_none() && matches!(case.gives, Gives::Amount(_, None));
        plain && case.begins(&DENIED) && some(case) && apart(case)
    })
}

/// Tells whether a case denies something that must not be: “không có công chức bị phản ánh”, “không để người dân phàn nàn”.
fn denies_a_fault(case: &Case) -> bool {
    let faults = ["bị", "phàn nàn", "sự cố", "sai sót", "tiêu cực", "nhũng nhiễu", "chậm", "trễ", "sai", "thiếu", "vượt cấp"];
    case.begins(&["không để", "không xảy ra", "không vi phạm", "không bị", "không còn"])
        || case.says(&faults)
        || arises(&case.words.join(" "))
}

/// Tells whether a case says only that none of the parts is there, which gives nothing anyway: “không công khai: 0 điểm”.
fn gives_none(asked: &Asked<'_>, case: &Case) -> bool {
    let how = ["đúng", "đủ", "đầy đủ", "đạt", "kịp thời", "bảo đảm", "đảm bảo", "phát sinh"];
    let told = |no: &str| how.iter().any(|word| case.says(&[&format!("{no} {word}")]));
    let plain = case.condition.is_none() && case.days.is_none() && case.is_zero() && !case.is_nothing_to_do();
    plain
        && case.begins(&["không", "chưa"])
        && !told("không")
        && !told("chưa")
        && !case.says(&["một trong"])
        && denies_the_same(asked, case)
}
