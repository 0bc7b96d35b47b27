//! What never doing it at all gives, beside what is taken for each of several things: “mỗi báo cáo chậm trừ 0,2 điểm; không báo cáo: 0
//! điểm” is a yes or no, and a part of the reports is something else.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Each};
use crate::figure::InputKind;
use crate::finding::convert::GAP;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::counted::times;
use super::measure::{Asked, capital, lower_words};
use super::unheld::is_never_done;

/// Tells whether a case says that none of several things was done that others count: “không báo cáo”, not “không có đơn vị nào đạt”, nor
/// “không ban hành” beside days of lateness, of which there is one thing alone.
pub fn is_none_done(case: &Case, taken: &[&Each]) -> bool {
    const FEW: usize = 4;
    const ONE: [&str; 6] = ["ngày", "tuần", "tháng", "quý", "giờ", "lần"];
    let of_things = |each: &&Each| lower_words(&each.what).first().is_some_and(|word| !ONE.contains(&word.as_str()));
    let plain = case.words.len() <= FEW && !case.begins(&["không có", "chưa có", "không bảo", "không đảm"]);
    plain && is_never_done(case) && taken.iter().all(of_things)
}

/// Writes what is taken, with nothing left where none of it was done; asks what some of it that was not done takes, where no clause
/// says that.
pub fn written(
    asked: &Asked<'_>,
    (lines, never): (&[(String, Amount)], &[&Case]),
    taken: &[&Each],
    inputs: &mut Inputs,
    doubts: &mut Vec<Doubt>,
) -> Rule {
    const NOT_DONE: [&str; 4] = ["thiếu", "không", "chưa", "bỏ"];
    let max = asked.words.max;
    let none: Vec<String> = never.iter().map(|case| inputs.add(InputKind::YesNo, &capital(&case.label), None)).collect();
    let takes: Vec<String> = lines.iter().map(|(of, amount)| times(&amount.of(max), of)).collect();
    if !taken.iter().any(|each| lower_words(&each.what).iter().any(|word| NOT_DONE.contains(&word.as_str()))) {
        let (name, label) = (asked.words.name, never.first().map_or("", |case| case.label.as_str()));
        doubts.push((
            &GAP,
            text!(
                "“{name}”: bảng chưa quy định trường hợp mới thực hiện một phần, chưa đến mức “{label}”, thì bị trừ bao nhiêu điểm; tạm không trừ",
                "“{name}”: the table doesn't say what is taken where only a part was done, short of “{label}”; nothing for now"
            ),
        ));
    }
    Rule::arithmetic(format!("if({}, 0, max({max} - {}, 0))", none.join(" or "), takes.join(" - ")))
}
