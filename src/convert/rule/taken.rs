//! Rules of what is taken from the maximum for each violation.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Clause, Condition, Each, Limit, Side, WordedClause, telling, turns};
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::between::unpunished;
use super::counted::{counts, counts_of, each, singles, times};
use super::measure::{Asked, lower_words};
use super::never::{self, is_none_done};
use super::pool::Pool;
use super::start::is_start;
use super::{several_shares, shares};
use crate::convert::line::lowered;

/// Units of lateness, of which all but days may be there in part.
const TIMES: [&str; 3] = ["ngày", "tuần", "tháng"];

/// Makes a rule of what is taken for each violation.
pub fn deductions(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let taken = each(pool, true);
    if taken.is_empty() || asked.words.takes {
        return None;
    }
    if taken.iter().any(|each| each.percent) {
        let [each] = taken.as_slice() else { return several_shares::several(asked, pool, &taken, inputs, doubts) };
        return shares::taken(asked, pool, each, inputs, doubts);
    }
    let begins = |case: &Case| is_start(asked, case, &taken);
    if let Some(capped) = capped(asked, pool, &taken, inputs) {
        return Some(capped);
    }
    // "Không vi phạm: điểm tối đa" says where it starts; "buộc thôi việc: 0 điểm" takes all.
    let complete = |case: &Case| {
        let Some(condition) = &case.condition else { return false };
        let all = condition.percent && condition.bounds == [(Side::Exactly, Points::hundred())];
        all || condition.before.last().is_some_and(|word| ["đủ", "đúng"].contains(&word.as_str()))
    };
    let stated = |case: &Case| (case.condition.is_some() && !complete(case)) || case.days.is_some();
    // “Đủ 12 cuộc: 1 điểm; thiếu 01 cuộc trừ 0,1 điểm” counts what is missing of the same thing.
    let counted_down = |case: &Case| {
        let Some(condition) = case.condition.as_ref().filter(|condition| !condition.percent) else { return false };
        let one = matches!(condition.bounds.as_slice(), [(Side::Exactly | Side::From, _)]);
        let same = |each: &&Each| {
            let what = each.what.to_lowercase();
            let missing = ["thiếu", "chưa", "không"].iter().any(|word| what.split(' ').any(|one| one == *word));
            missing && condition.after.first().is_some_and(|unit| what.starts_with(unit.as_str()))
        };
        one && case.days.is_none() && taken.len() == 1 && taken.iter().all(same)
    };
    // “Nộp trước ngày 15/12/2025: 2 điểm; chậm 01 ngày trừ 0,1 điểm” counts the days behind it.
    let by_day = taken.len() == 1 && taken.iter().all(|each| is_lateness(&each.what.to_lowercase()));
    let dated = |case: &Case| by_day && case.condition.is_none() && case.days.as_ref().is_some_and(|days| days.end.is_some());
    // “Không có hồ sơ phải bổ sung quá 01 lần” denies just what is counted, with its number.
    let itself = |case: &Case| {
        let own: Vec<&String> = case.words.iter().filter(|word| !["không", "có", "nào"].contains(&word.as_str())).collect();
        let what =
            |each: &&Each| lower_words(&each.what).into_iter().filter(|word| word.chars().any(char::is_alphabetic)).collect::<Vec<_>>();
        let said: Vec<&String> = own.into_iter().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        case.begins(&["không có"]) && case.days.is_none() && taken.iter().any(|each| what(each).iter().eq(said.iter().copied()))
    };
    let starts =
        pool.cases(|case| case.is_full(max) && (!stated(case) && begins(case) || itself(case) || counted_down(case) || dated(case)));
    let late = by_day && taken.iter().all(|each| ["chậm", "trễ", "muộn", "quá"].iter().any(|word| each.what.to_lowercase().contains(word)));
    // “Gửi đủ báo cáo: 2; mỗi báo cáo gửi chậm trừ 0,5” takes nothing for one that was never sent.
    let all = |case: &&Case| !case.begins(&["không", "chưa"]) && case.says(&["đủ", "đầy đủ", "100", "tất cả", "toàn bộ"]);
    let done_late = starts.iter().any(all) && taken.iter().all(|each| is_done_late(&each.what));
    never_done(asked, late || done_late, doubts);
    part_of_a_time(asked, (by_day && late).then_some(taken.as_slice()), doubts);
    unpunished(asked, &starts, &taken, doubts);
    // “Trong năm không có văn bản phải xây dựng: điểm tối đa” is what no violation gives anyway.
    let none = |case: &&&Case| case.is_nothing_to_do() || case.begins(&["không có"]);
    if starts.iter().filter(|case| !none(case)).count() > 1 {
        return None;
    }
    let fatal = pool
        .cases(|case| case.is_zero() && !stated(case) && !case.is_rest() && case.amount().is_some_and(|(_, penalty)| penalty.is_none()));
    // “Không có đơn vị nào đạt: 0 điểm” counts nothing that happens.
    if fatal.iter().any(|case| case.begins(&["không có", "chưa có"]) && case.says(&["nào"])) {
        return None;
    }
    let stops = pool.cases(|case| stops_at(case, &taken).is_some());
    if let [stop] = stops.as_slice()
        && let Some((least, what)) = stops_at(stop, &taken)
        && !(what.is_none() && least == Points::one())
    {
        if what.is_none() {
            fewer(asked.words.name, &named(stop.condition.as_ref()?), &least, doubts);
        }
        return stopped(asked, pool, &taken, (&least, what, stop), &fatal, inputs);
    }
    if stops.len() > 1 {
        return None;
    }
    let mut floor = None;
    let all = pool.limits();
    let limited = !all.is_empty();
    for limit in all {
        match limit {
            Limit::ToNothing => {}
            Limit::Least(least) if least.is_zero() => {}
            Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most) => {
                let (most, total) = (most.of(max), matches!(limit, Limit::TotalTaken(_)));
                if most == *max {
                    continue;
                }
                // "tối đa trừ 1 điểm" of one violation among several is no floor of the whole.
                floor = Some(max - &most).filter(|floor| (total || taken.len() == 1) && fatal.is_empty() && floor.is_positive());
                floor.as_ref()?;
            }
            Limit::Least(least) => {
                floor = Some(least.clone()).filter(|least| least < max && fatal.is_empty() && stops.is_empty() && floor.is_none());
                floor.as_ref()?;
            }
            Limit::Things(..) => return None,
        }
    }
    singles(asked, &taken, limited, doubts);
    let (none_done, fatal): (Vec<&Case>, Vec<&Case>) = fatal.into_iter().partition(|case| stops.is_empty() && is_none_done(case, &taken));
    let alone = taken.len() == 1 && fatal.is_empty() && stops.is_empty() && none_done.is_empty();
    let mut lines: Vec<(String, Amount)> = taken.iter().map(|one| (counts_of(one, alone, inputs), one.amount.clone())).collect();
    for case in fatal {
        lines.push((counts(&case_of(case), false, inputs), Amount::Share(Points::one())));
    }
    // “Có từ 01 phản ánh không trả lời: 0 điểm”.
    for stop in stops {
        lines.push((counts(&named(stop.condition.as_ref()?), false, inputs), Amount::Share(Points::one())));
    }
    if none_done.is_empty() {
        return Some(Rule::Deductions { lines, floor });
    }
    Some(never::written(asked, (&lines, &none_done), &taken, inputs, doubts))
}

/// Names what is counted by a case that takes all: “trường hợp không ban hành”.
fn case_of(case: &Case) -> String {
    let label = lowered(&case.label);
    format!("trường hợp {}", label.trim_start_matches("có ").trim_start_matches("trường hợp "))
}

/// Tells whether what is counted was done, and late: “báo cáo gửi chậm”, not “hồ sơ trễ hạn”, of which some may never have been done.
fn is_done_late(what: &str) -> bool {
    let words: Vec<String> = lower_words(what).iter().map(|word| word.trim_matches(['(', ')', ',']).to_owned()).collect();
    let late = |(at, word): (usize, &String)| {
        let overdue = words.get(at + 1).is_some_and(|next| ["hạn", "hẹn", "tiến", "giải"].contains(&next.as_str()));
        ["chậm", "muộn", "trễ"].contains(&word.as_str()) && !overdue
    };
    let undone = ["không", "chưa", "thiếu", "hoặc"];
    words.iter().enumerate().any(late) && !words.iter().any(|word| undone.contains(&word.as_str()))
}

/// Asks what never doing it gives, where only lateness takes points.
fn never_done(asked: &Asked<'_>, late: bool, doubts: &mut Vec<Doubt>) {
    let says = |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if case.is_rest() || case.begins(&["không", "chưa", "thiếu"]));
    if !late || asked.said.iter().any(says) {
        return;
    }
    let name = asked.words.name;
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp không thực hiện thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what never doing it gives"
        ),
    ));
}

/// Tells whether what is counted is a time of lateness: days, also “tuần chậm”. “Tháng gửi chậm” is a month in which something was.
fn is_lateness(what: &str) -> bool {
    let late = |rest: &str| ["chậm", "trễ", "muộn", "quá hạn", "trễ hạn"].contains(&rest.trim());
    TIMES.iter().enumerate().any(|(at, unit)| what.strip_prefix(unit).is_some_and(|rest| at == 0 || late(rest)))
}

/// Asks what a part of a week or a month of lateness takes, where no clause says that a begun one counts.
fn part_of_a_time(asked: &Asked<'_>, late: Option<&[&Each]>, doubts: &mut Vec<Doubt>) {
    let unit = late.and_then(|taken| {
        let what = taken.first()?.what.to_lowercase();
        TIMES.iter().skip(1).find(|unit| what.starts_with(**unit))
    });
    let Some(unit) = unit else { return };
    let name = asked.words.name;
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp chậm chưa đủ một {unit} có bị trừ không; tạm chỉ trừ khi đủ",
            "“{name}”: the table doesn't say whether lateness of less than a whole “{unit}” takes points; only whole ones for now"
        ),
    ));
}

/// Makes a rule of what is taken for each, where one that others follow takes so much at most: “mỗi nhiệm vụ chậm trừ 0,25 điểm,
/// nhưng không trừ quá 1,5 điểm; mỗi nhiệm vụ không hoàn thành trừ 0,5 điểm”.
fn capped(asked: &Asked<'_>, pool: &mut Pool<'_>, taken: &[&Each], inputs: &mut Inputs) -> Option<Rule> {
    let max = asked.words.max;
    let mut parts: Vec<(&Each, Option<Points>)> = Vec::new();
    for one in asked.said {
        match &one.clause {
            Clause::Each(each) if each.takes => parts.push((each, None)),
            // A sentence of its own may be said of all.
            Clause::Limit(Limit::MostTaken(most)) if parts.len() < taken.len() && !one.text.starts_with(char::is_uppercase) => {
                let (_, cap) = parts.last_mut().filter(|(_, cap)| cap.is_none())?;
                *cap = Some(most.of(max));
            }
            Clause::Limit(Limit::ToNothing) | Clause::Heading | Clause::Remark | Clause::Note => {}
            Clause::Case(case) if case.is_full(max) && case.condition.is_none() && case.days.is_none() && is_start(asked, case, taken) => {}
            _ => return None,
        }
    }
    if parts.len() != taken.len() || parts.iter().all(|(_, cap)| cap.is_none()) {
        return None;
    }
    pool.take(|clause| matches!(clause, Clause::Limit(_)).then_some(()));
    if pool.cases(|case| case.is_full(max)).len() > 1 {
        return None;
    }
    let written: Vec<String> = parts
        .iter()
        .map(|(each, cap)| {
            let takes = times(&each.amount.of(max), &counts_of(each, false, inputs));
            cap.as_ref().map_or_else(|| takes.clone(), |cap| format!("min({takes}, {cap})"))
        })
        .collect();
    Some(Rule::arithmetic(format!("max({max} - {}, 0)", written.join(" - "))))
}

/// Tells at how many things nothing is left: “sai từ 5 văn bản trở lên: 0 điểm” beside what each takes. The number comes with the
/// one of the clauses that count these things, where any does; what is said of another thing has to say that it is wrong.
fn stops_at<'e>(case: &Case, taken: &[&'e Each]) -> Option<(Points, Option<&'e Each>)> {
    let condition = case.condition.as_ref().filter(|condition| !condition.percent && !condition.after.is_empty())?;
    let least = match condition.bounds.as_slice() {
        [(Side::From, at)] if at.is_positive() => at.clone(),
        [(Side::Above, at)] if at.is_whole() => at + &Points::one(),
        _ => return None,
    };
    let words = condition.words();
    let counted = |each: &&&Each| {
        let what: Vec<String> = each.what.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        telling(&words).iter().all(|word| what.iter().any(|one| one == word)) && each.per == Points::one() && !each.percent
    };
    // “Thiếu từ 02 báo cáo” is none of “báo cáo gửi chậm hoặc thiếu nội dung”: where both say what is wrong, it has to be the same.
    let wrong = |each: &Each| -> Vec<String> {
        let what: Vec<String> = lower_words(&each.what);
        telling(&what).into_iter().filter(|word| !words.iter().any(|one| one == word)).map(str::to_owned).collect()
    };
    let fits = |each: &&&Each| counted(each) && (!turns(&words) || wrong(each).is_empty());
    let same: Vec<&&Each> = taken.iter().filter(fits).collect();
    let of = match same.as_slice() {
        [] if turns(&words) && describes_a_thing(&named(condition)) => None,
        [one] if taken.len() == 1 || turns(&words) == turns(&lower_words(&one.what)) => Some(**one),
        _ => return None,
    };
    (case.is_zero() && case.days.is_none()).then_some((least, of))
}

/// Names what a condition counts, with what is wrong with it: “thiếu từ 02 báo cáo” counts “báo cáo thiếu”.
fn named(condition: &Condition) -> String {
    let tail = condition.tail.replace(" trở lên", "");
    let wrong = condition.before.join(" ");
    let said = lower_words(&tail);
    if turns(&condition.before) && !condition.before.iter().all(|word| said.contains(word)) {
        return format!("{tail} {}", wrong.trim_start_matches("có "));
    }
    tail
}

/// Asks what fewer than so many take, of things that no other clause speaks of.
fn fewer(name: &str, thing: &str, least: &Points, doubts: &mut Vec<Doubt>) {
    let (vi, en) = (least.plain_vi(), least.plain());
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định dưới {vi} {thing} bị trừ bao nhiêu điểm; tạm không trừ",
            "“{name}”: the table doesn't say what fewer than {en} take (“{thing}”); nothing for now"
        ),
    ));
}

/// Tells whether words are short enough to name what is counted.
fn describes_a_thing(words: &str) -> bool {
    const FEW: usize = 10;
    (2..=FEW).contains(&words.split(' ').count())
}

/// Writes what is taken for each, with nothing left from so many things on.
fn stopped(
    asked: &Asked<'_>,
    pool: &mut Pool<'_>,
    taken: &[&Each],
    (least, what, stop): (&Points, Option<&Each>, &Case),
    fatal: &[&Case],
    inputs: &mut Inputs,
) -> Option<Rule> {
    let max = asked.words.max;
    pool.take(|clause| matches!(clause, Clause::Limit(Limit::ToNothing)).then_some(()));
    let alone = taken.len() == 1 && what.is_some() && fatal.is_empty();
    let mut counted = None;
    let mut takes = Vec::new();
    for one in taken {
        let of = counts_of(one, alone, inputs);
        takes.push(times(&one.amount.of(max), &of));
        counted = counted.or_else(|| what.filter(|what| what == one).map(|_| of));
    }
    let of = match counted {
        Some(of) => of,
        None => counts(&named(stop.condition.as_ref()?), false, inputs),
    };
    let takes = takes.join(" - ");
    let others = fatal.iter().map(|case| format!(" or {} >= 1", counts(&case_of(case), false, inputs)));
    let none: String = std::iter::once(format!("{of} >= {least}")).chain(others).collect();
    Some(Rule::arithmetic(format!("if({none}, 0, max({max} - {takes}, 0))")))
}
