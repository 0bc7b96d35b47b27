//! A day of each month: “trước ngày 15 của tháng sau”, “trước ngày 20 hằng tháng”. It is no day of a calendar, and counts nothing.

use crate::convert::line::{Case, Clause, Condition, WordedClause};
use crate::finding::convert::GAP;
use crate::text;

use super::{Doubt, Words};

/// Words that say that a day is one of each month.
const OF_EACH_MONTH: [&str; 6] = ["tháng sau", "hằng tháng", "hàng tháng", "mỗi tháng", "tháng kế tiếp", "tháng tiếp theo"];

/// Tells whether a figure is the number of a day.
fn is_of_a_day(condition: &Condition) -> bool {
    !condition.percent && condition.bounds.len() == 1 && condition.before.last().is_some_and(|word| word == "ngày")
}

/// Tells whether a case names a day of each month.
fn is_monthly(case: &Case) -> bool {
    case.says(&OF_EACH_MONTH)
        && case.words.windows(2).any(|pair| matches!(pair, [day, number] if day == "ngày" && number.chars().all(|c| c.is_ascii_digit())))
}

/// Takes the numbers of days for words, where one of the cases names a day of each month.
pub fn as_words(said: &mut [WordedClause]) {
    let monthly = |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if is_monthly(case));
    if !said.iter().any(monthly) {
        return;
    }
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && case.condition.as_ref().is_some_and(is_of_a_day)
        {
            case.condition = None;
        }
    }
}

/// Asks about the day itself where one level is before it and another after it: “trước ngày 05 hằng tháng: 1; sau ngày 05: 0”.
pub fn day_itself(words: &Words<'_>, said: &[WordedClause]) -> Option<Doubt> {
    let cases = || said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None });
    let days = |side: &str| -> Vec<String> {
        let of = |case: &Case| {
            let found = case.words.windows(3).find(|three| matches!(three, [first, day, _] if first == side && day == "ngày"))?;
            found.last().filter(|number| number.chars().all(|c| c.is_ascii_digit())).cloned()
        };
        cases().filter_map(of).collect()
    };
    let (before, after) = (days("trước"), days("sau"));
    let day = before.iter().find(|day| after.contains(day)).filter(|_| cases().any(is_monthly))?;
    let (name, day) = (words.name, format!("{day:0>2}"));
    Some((&GAP, text!("“{name}”: ngày {day} không thuộc mức nào của bảng", "“{name}”: no level of the table holds day {day}")))
}

/// Asks what a unit gets that is in time in some months only, where nothing is taken for each that is late.
pub fn question(words: &Words<'_>, said: &[WordedClause]) -> Option<Doubt> {
    let each = |one: &WordedClause| matches!(one.clause, Clause::Each(_));
    let case =
        said.iter().find_map(|one| if let Clause::Case(case) = &one.clause { Some(case).filter(|case| is_monthly(case)) } else { None })?;
    let (name, label) = (words.name, &case.label);
    (!said.iter().any(each)).then(|| {
        (
            &GAP,
            text!(
                "“{name}”: “{label}” là hạn của từng tháng; bảng chưa quy định trường hợp có tháng chậm thì được bao nhiêu điểm",
                "“{name}”: “{label}” is a day of each month; the table doesn't say what being late in some gives"
            ),
        )
    })
}
