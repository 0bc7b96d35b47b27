//! Having had nothing to do, where a unit can only say whether all was done.

use crate::convert::draft::Rule;
use crate::convert::line::{Clause, WordedClause};
use crate::finding::convert::NOTHING_TO_DO;
use crate::text;

use super::manner::behind_all;
use super::nature::is_always_there;
use super::nothing::{arises, says};
use super::things::{head, without_number};
use super::who::asks_people_by_name;
use super::{Doubt, Words};

/// Asks what a unit gets that had none of the things of which all are asked, where it can only say whether that is so: “xử lý 100% văn
/// bản được phát hiện: 0,5 điểm” as a part, or “toàn bộ phản ánh được trả lời” as a level.
pub fn asked(words: &Words<'_>, said: &[WordedClause], rule: &Rule, doubts: &[Doubt]) -> Option<Doubt> {
    let answered = |rule: &Rule| matches!(rule, Rule::YesNo { .. } | Rule::Levels { .. } | Rule::Deadline { .. });
    let chosen = match rule {
        Rule::SumOf(parts) => parts.iter().any(|part| answered(&part.rule)),
        rule => answered(rule),
    };
    let told = |one: &WordedClause| {
        one.clause == Clause::Excuse
            || matches!(&one.clause, Clause::Case(case) if case.is_nothing_to_do() || says(case, words.max).is_some())
    };
    let or_none = |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if case.says(&["hoặc không có", "hoặc không phát sinh", "hoặc chưa phát sinh"]));
    let known = doubts.iter().any(|(code, _)| *code == &NOTHING_TO_DO);
    if !chosen || known || words.adds || words.takes || said.iter().any(told) {
        return None;
    }
    let of_all = |one: &WordedClause| {
        let Clause::Case(case) = &one.clause else { return None };
        let behind = behind_all(&case.label).filter(|_| !case.is_zero() && !case.is_rest())?.trim();
        let things = behind.trim_end_matches(['.', ' ']);
        let thing = head(&without_number(things).to_lowercase())?;
        let ends = [" được ", " có ", " và ", ",", " đúng ", " đã "];
        let all = things
            .get(..ends.iter().filter_map(|end| things.get(thing.len()..)?.find(end)).min().map_or(things.len(), |at| at + thing.len()))?;
        // Of what every unit has some, or most have, it is no question.
        (arises(&things.to_lowercase()) && !is_always_there(things) && !asks_people_by_name(words.name)).then(|| all.to_owned())
    };
    let (name, things) = (words.name, said.iter().find_map(of_all).or_else(|| handled(words.name).filter(|_| !said.iter().any(or_none)))?);
    Some((
        &NOTHING_TO_DO,
        text!(
            "“{name}”: bảng chưa quy định trường hợp đơn vị không phát sinh “{things}” thì được bao nhiêu điểm; tạm để đơn vị tự chọn",
            "“{name}”: the table doesn't say what a unit gets that had none of “{things}”; units choose for now"
        ),
    ))
}

/// Gives the things that a criterion has dealt with, where there may be none of them: “Công bố danh mục văn bản hết hiệu lực”, “Xử lý kiến
/// nghị của người dân”.
fn handled(name: &str) -> Option<String> {
    const DEALS: [&str; 9] =
        ["giải quyết ", "xử lý ", "trả lời ", "khắc phục ", "công bố ", "xin lỗi ", "chấn chỉnh ", "thu hồi ", "bố trí, xử lý "];
    const MOST: usize = 16;
    let plain = name.to_lowercase();
    let verb = DEALS.iter().find(|verb| plain.starts_with(*verb))?;
    let things = plain.get(verb.len()..)?;
    let short = things.split(' ').count() <= MOST;
    let said = name.get(verb.len()..)?;
    (short && arises(things) && !is_always_there(things)).then(|| said.trim_end_matches(['.', ':', ' ']).to_owned())
}
