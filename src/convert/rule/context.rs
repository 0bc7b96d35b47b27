//! What clauses mean where they stand: on a line of bonus or penalty points, and beside other clauses.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::convert::line::{Case, Clause, Condition, Each, Gives, Limit, Side, WordedClause, alone, as_case, turns};
use crate::points::Points;
use crate::yaml::Amount;

use super::graded::graded;
use super::lacking::as_what_there_is;
use super::regular::regular;
use super::within::{beyond_it, within};
use super::{Words, in_time, inherited::inherited, monthly, target};

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

/// Reads each clause for what it means on its line.
pub fn by_itself(words: &Words<'_>, said: &mut [WordedClause]) {
    beside_the_tree(words, said);
    said.iter_mut().for_each(not_counted);
}

/// Reads clauses for what they mean beside the others.
pub fn beside_others(words: &Words<'_>, said: &mut Vec<WordedClause>) {
    limited(said);
    as_what_there_is(words.max, said);
    target::reached(words.name, said);
    none_of_it(words.max, said);
    graded(words.max, said);
    never_or_late(said);
    in_the_year_before(said);
    regular(words, said);
    named_whole(words, said);
    said_twice(said);
    inherited(said);
    stepped(said);
    within(said);
    beyond_it(said);
    monthly::as_words(said);
    in_time::mark(words, said);
    taken_from_full(words, said);
    taken_levels(words, said);
    left_out(said);
    doubtful_shares(said);
}

/// Reads the clauses of a line of bonus or penalty points for what they mean there.
fn beside_the_tree(words: &Words<'_>, said: &mut [WordedClause]) {
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

/// Counts what the name or a line says of things, where the clause only names these: “Tổ đại biểu không tổ chức giám sát: trừ
/// 0,5đ/tổ đại biểu” counts no group that did.
fn named_whole(words: &Words<'_>, said: &mut [WordedClause]) {
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
fn said_twice(said: &mut [WordedClause]) {
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
fn stepped(said: &mut [WordedClause]) {
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

/// Takes “không có hồ sơ quá hạn: 2 điểm” for 0 % of them, where the others say how many per cent they are.
fn none_of_it(max: &Points, said: &mut [WordedClause]) {
    const LIGHT: [&str; 6] = ["có", "không", "chiếm", "đạt", "tỷ", "lệ"];
    let things = |words: &[String]| -> Vec<String> { words.iter().filter(|word| !LIGHT.contains(&word.as_str())).cloned().collect() };
    let counted: Vec<Vec<String>> = said
        .iter()
        .filter_map(|one| match &one.clause {
            Clause::Case(case) => case.condition.as_ref().filter(|condition| condition.percent && turns(&condition.before)),
            _ => None,
        })
        .map(|condition| things(&condition.before))
        .collect();
    for one in said {
        let Clause::Case(case) = &mut one.clause else { continue };
        let denies = case.is_full(max) && case.condition.is_none() && case.days.is_none() && case.begins(&["không có", "không để xảy ra"]);
        let of = things(&case.words);
        if denies && counted.len() > 1 && counted.iter().all(|words| *words == of) {
            let zero = vec![(Side::Exactly, Points::zero())];
            case.condition = Some(Condition { bounds: zero, percent: true, before: of, after: Vec::new(), tail: String::new() });
        }
    }
}

/// Parts “chậm quá 05 ngày hoặc không ban hành: 0 điểm” where days of lateness take points: the one is counted, the other was never
/// done.
fn never_or_late(said: &mut Vec<WordedClause>) {
    let by_day =
        |one: &WordedClause| matches!(&one.clause, Clause::Each(each) if each.takes && each.what.to_lowercase().starts_with("ngày"));
    if !said.iter().any(by_day) {
        return;
    }
    let parted = |one: &WordedClause| {
        let Clause::Case(case) = &one.clause else { return None };
        let (late, never) = case.label.split_once(" hoặc ")?;
        let days = case.condition.as_ref().is_some_and(|condition| condition.after.first().is_some_and(|unit| unit == "ngày"));
        let denied = ["không ", "chưa "].iter().any(|word| never.starts_with(word)) && !never.contains(|c: char| c.is_ascii_digit());
        let parts = [late, never].map(|part| as_case(&format!("{part}: 0 điểm")));
        let fits = days && denied && case.is_zero() && !never.contains(" hoặc ");
        let [Some(late), Some(never)] = parts else { return None };
        fits.then(|| [late, never].map(|case| WordedClause { clause: Clause::Case(case), text: one.text.clone() }))
    };
    *said = said.iter().flat_map(|one| parted(one).map_or_else(|| vec![one.clone()], Vec::from)).collect();
}

/// Gives a day the year of the one that another clause ends at, where it goes on there: “trước ngày 15/12/2026: 1; từ ngày 15/12: 0”.
fn in_the_year_before(said: &mut [WordedClause]) {
    let days = |one: &WordedClause| if let Clause::Case(case) = &one.clause { case.days.clone() } else { None };
    let ends: Vec<Date> =
        said.iter().filter_map(days).filter(|days| days.with_years).filter_map(|days| days.end).map(|(day, _)| day).collect();
    for one in said {
        let Clause::Case(Case { days: Some(days), .. }) = &mut one.clause else { continue };
        let (Some(first), None, false) = (days.first, days.last, days.with_years) else { continue };
        let goes_on = |end: &&Date| {
            let same = |day: Date| (day.month(), day.day()) == (first.month(), first.day());
            same(**end) || end.tomorrow().is_ok_and(same)
        };
        if let Some(end) = ends.iter().find(goes_on)
            && let Ok(day) = first.with().year(end.year()).build()
        {
            (days.first, days.with_years) = (Some(if day < *end { end.tomorrow().unwrap_or(day) } else { day }), true);
        }
    }
}

/// Takes “có 01 đơn trừ 50% số điểm” for what is left of the maximum, where the others say what gives all of it and what gives
/// nothing, and each number is said of the same things.
fn taken_from_full(words: &Words<'_>, said: &mut Vec<WordedClause>) {
    let cases = || said.iter().filter(|one| !matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Maximum(_)));
    let counted = |case: &Case| case.condition.as_ref().is_some_and(|condition| !condition.percent) && case.days.is_none();
    let taken = |case: &Case| matches!(case.gives, Gives::Taken(_)) && counted(case);
    let none = |case: &Case| case.is_full(words.max) && case.condition.is_none() && case.begins(&["không có", "không để", "không"]);
    let known =
        |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if taken(case) || none(case) || (case.is_zero() && counted(case)));
    let count = |fits: &dyn Fn(&Case) -> bool| cases().filter(|one| matches!(&one.clause, Clause::Case(case) if fits(case))).count();
    // “Trừ 100% số điểm” leaves nothing.
    let nothing = |case: &Case| case.is_zero() || matches!(&case.gives, Gives::Taken(amount) if amount.of(words.max) == *words.max);
    let first =
        |case: &Case| case.condition.as_ref().is_some_and(|condition| condition.bounds.first() == Some(&(Side::Exactly, Points::one())));
    // Where one of them takes the first points, none of them takes none.
    let unsaid = count(&none) == 0 && count(&first) == 1;
    if words.takes || words.adds || !cases().all(known) || count(&none) != 1 && !unsaid || count(&taken) == 0 || count(&nothing) == 0 {
        return;
    }
    let all = format!("Không có: {} điểm", words.max.plain_vi());
    if unsaid && let Some(case) = as_case(&all) {
        said.insert(0, WordedClause { text: all, clause: Clause::Case(case) });
    }
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && let Gives::Taken(amount) = &case.gives
        {
            case.gives = Gives::Amount(Amount::Points(words.max - &amount.of(words.max)), None);
        }
    }
}

/// Takes “vi phạm nhẹ: trừ 50% số điểm” for a level that gives the rest, where another gives the maximum and none counts anything.
fn taken_levels(words: &Words<'_>, said: &mut [WordedClause]) {
    let plain = |case: &Case| case.condition.is_none() && case.days.is_none();
    let cases = || said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None });
    let others = |one: &WordedClause| !matches!(one.clause, Clause::Case(_) | Clause::Heading | Clause::Remark | Clause::Note);
    // “Công khai chậm: trừ 0,5 điểm” beside “công khai đúng hạn: 1 điểm”.
    let share = |case: &Case| match &case.gives {
        Gives::Taken(Amount::Share(share)) => *share < Points::one(),
        Gives::Taken(Amount::Points(points)) => points <= words.max,
        _ => false,
    };
    let full = cases().any(|case| case.is_full(words.max));
    if words.takes || words.adds || !full || !cases().all(plain) || said.iter().any(others) || !cases().any(share) {
        return;
    }
    for one in said {
        if let Clause::Case(case) = &mut one.clause
            && let Gives::Taken(taken) = &case.gives
        {
            case.gives = match taken {
                Amount::Share(share) => Gives::Amount(Amount::Share(&Points::one() - share), None),
                Amount::Points(points) => Gives::Amount(Amount::Points(words.max - points), None),
            };
        }
    }
}

/// Takes a limit before clauses of taking for one of what stands before it only.
fn limited(said: &mut [WordedClause]) {
    let last = said.iter().rposition(|one| matches!(&one.clause, Clause::Each(each) if each.takes)).unwrap_or(0);
    for one in said.iter_mut().take(last) {
        if let Clause::Limit(limit) = &mut one.clause
            && let Limit::TotalTaken(most) = limit
        {
            *limit = Limit::MostTaken(most.clone());
        }
    }
}

/// “Không áp dụng: không chấm điểm” leaves the criterion out, rather than giving nothing.
fn not_counted(one: &mut WordedClause) {
    let refuses = ["không chấm", "không tính", "không đánh giá", "không xét"];
    let plain = one.text.to_lowercase();
    if let Clause::Case(case) = &mut one.clause
        && case.is_zero()
        && case.begins(&["không áp dụng", "không thuộc", "không có chức năng", "không có nhiệm vụ", "không được giao"])
        && refuses.iter().any(|word| plain.contains(word))
    {
        case.gives = Gives::NotCounted;
    }
}

/// Leaves “không có cán bộ: không chấm điểm” open beside a level that gives nothing: it may leave the criterion out.
fn left_out(said: &mut [WordedClause]) {
    let refuses =
        |one: &WordedClause| ["không chấm", "không đánh giá", "không xét"].iter().any(|word| one.text.to_lowercase().contains(word));
    let zero = |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if case.is_zero());
    let other = said.iter().any(|one| zero(one) && !refuses(one));
    for one in said.iter_mut().filter(|one| other && zero(one) && refuses(one)) {
        if matches!(&one.clause, Clause::Case(case) if case.begins(&["không có"])) {
            one.clause = Clause::Unknown;
        }
    }
}

/// Takes back what may be a target rather than a share of the points: “Chỉ tiêu: 80%” beside cases that give points.
fn doubtful_shares(said: &mut [WordedClause]) {
    let amount = |one: &WordedClause| match &one.clause {
        Clause::Case(case) => case.amount().map(|(amount, _)| amount.clone()),
        _ => None,
    };
    let points = said.iter().filter_map(amount).any(|amount| matches!(amount, Amount::Points(points) if !points.is_zero()));
    for one in said.iter_mut().filter(|one| points && one.text.ends_with('%')) {
        if matches!(amount(one), Some(Amount::Share(_))) {
            one.clause = Clause::Unknown;
        }
    }
    // “Gửi chậm thì chỉ được tính 50% số điểm” behind levels in points is said of what these give.
    let of_given = |one: &WordedClause| {
        let plain = one.text.to_lowercase();
        let part = matches!(amount(one), Some(Amount::Share(share)) if share.is_positive() && share < Points::one());
        let fault = matches!(&one.clause, Clause::Case(case) if turns(&case.words));
        part && fault && ["chỉ được", "chỉ tính", "được tính", "tính bằng", "chỉ đạt", "chỉ chấm"].iter().any(|word| plain.contains(word))
    };
    for one in said.iter_mut().filter(|one| points && of_given(one)) {
        one.clause = Clause::Unknown;
    }
}
