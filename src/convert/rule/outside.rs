//! What clauses mean on a line of bonus or penalty points, outside of the tree.

use std::borrow::Cow;

use crate::convert::line::{Case, Clause, Gives, WordedClause, alone};
use crate::points::Points;
use crate::yaml::Amount;

use super::Words;

/// Gives a line the name that it goes on: “trừ 0,5 điểm” below “Mỗi lần bị nhắc nhở”.
pub fn of_each<'l>(words: &Words<'_>, line: &'l str) -> Cow<'l, str> {
    let (name, plain) = (words.name.to_lowercase(), line.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase());
    if let Some(said) = for_each(words, line) {
        return Cow::Owned(said);
    }
    let each = (words.takes || words.adds) && ["mỗi ", "cứ "].iter().any(|word| name.starts_with(word));
    let gives = ["trừ ", "bị trừ ", "cộng ", "được cộng ", "thưởng "].iter().any(|word| plain.starts_with(word));
    if each && gives { Cow::Owned(format!("{}: {}", words.name, line.trim())) } else { Cow::Borrowed(line) }
}

/// Spells out “0,5/sáng kiến” and “0,5 điểm” below “Mỗi sáng kiến” on a line of bonus or penalty points, where a number can be nothing
/// but points.
fn for_each(words: &Words<'_>, line: &str) -> Option<String> {
    const TIMES: [&str; 8] = ["năm", "tháng", "quý", "tuần", "ngày", "kỳ", "lượt/năm", "giờ"];
    if !words.takes && !words.adds {
        return None;
    }
    let plain = line.trim();
    let end = plain.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(plain.len());
    let (number, behind) = plain.split_at_checked(end).filter(|(number, _)| Points::parse(&number.replace(',', ".")).is_some())?;
    let word = if words.takes { "trừ" } else { "cộng" };
    if let Some(thing) = behind.trim_start().strip_prefix('/').map(|thing| thing.trim().trim_start_matches("mỗi ")) {
        let named = thing.starts_with(char::is_alphabetic) && !TIMES.iter().any(|time| thing.to_lowercase().starts_with(time));
        return named.then(|| format!("{word} {number} điểm/{thing}"));
    }
    let points = ["", "điểm", "đ", "đ."].contains(&behind.trim().trim_end_matches(['.', ';']));
    let each = ["mỗi ", "cứ "].iter().any(|word| words.name.to_lowercase().starts_with(word));
    (points && each).then(|| format!("{}: {word} {number} điểm", words.name))
}

/// Reads the clauses of a line of bonus or penalty points for what they mean there.
pub fn beside_the_tree(words: &Words<'_>, said: &mut [WordedClause]) {
    let added = said.iter().filter(|one| matches!(&one.clause, Clause::Case(Case { gives: Gives::Added(_), condition: None, .. }))).count();
    for one in said {
        // “Trừ 2 điểm” below “Không gửi báo cáo”.
        if (words.takes || words.adds)
            && one.clause == Clause::Unknown
            && let Some(case) = alone(&one.text, words.name).or_else(|| all_of_it(words, &one.text))
        {
            one.clause = Clause::Case(case);
        }
        // On a line of bonus points all points are added.
        if let Clause::Case(case) = &mut one.clause
            && let Gives::Added(amount) = &case.gives
            && words.adds
            && (added < 2 || is_rank(case))
        {
            case.gives = Gives::Amount(amount.clone(), None);
        }
        // On a line of penalty points “-1 điểm” takes 1 point.
        if let Clause::Case(case) = &mut one.clause
            && let Gives::Amount(_, Some(taken)) = &case.gives
            && case.gives_nothing()
            && words.takes
        {
            case.gives = Gives::Taken(Amount::Points(taken.clone()));
        }
    }
}

/// Reads “1 điểm” beside a line of 1 bonus or penalty point: all of it, where what its name says is so.
fn all_of_it(words: &Words<'_>, text: &str) -> Option<Case> {
    let word = if words.takes { "trừ" } else { "cộng" };
    let number = text.trim().trim_end_matches(['.', ';']).trim_end_matches("điểm").trim_end_matches('đ').trim();
    let points = Points::parse(&number.replace(',', "."))?;
    (points == *words.max).then(|| alone(&format!("{word} {number} điểm"), words.name))?
}

/// Tells whether a case is a rank: nobody has two of them.
fn is_rank(case: &Case) -> bool {
    case.says(&["thứ nhất", "thứ nhì", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ tám", "thứ chín", "thứ mười"])
        || case.begins(&["xếp thứ", "xếp hạng", "thứ hạng", "hạng", "top", "đứng thứ", "đứng đầu"])
}
