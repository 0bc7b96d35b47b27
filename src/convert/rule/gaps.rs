//! What levels in words leave out: numbers between two of them, shares of the contents.

use std::collections::BTreeSet;

use crate::convert::line::{Case, Condition, Side};
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::measure::Asked;
use super::ranges::Range;
use super::unheld::ask;

/// Words that tell on which side of a day or a number something lies.
const WAYS: [&str; 11] = ["sớm", "trước", "chậm", "trễ", "muộn", "quá", "sau", "vượt", "thiếu", "thừa", "giảm"];

/// Asks about numbers between levels that none of them names, of each thing that is counted: “chậm 1–2 ngày … chậm từ 5 ngày”,
/// “sớm từ 5 ngày” beside “đúng hạn”, “01 người” beside “từ 03 người”.
pub fn open_between(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    if cases.iter().any(|case| case.is_rest()) {
        return;
    }
    let counted: Vec<&Condition> = cases
        .iter()
        .filter_map(|case| case.condition.as_ref())
        .filter(|condition| !condition.percent && !condition.after.is_empty())
        .collect();
    let way = |condition: &Condition| condition.before.iter().find(|word| WAYS.contains(&word.as_str())).cloned().unwrap_or_default();
    // “Chậm từ 1 đến 3 ngày; từ 4 đến 7 ngày” says once which way.
    let unit = |condition: &Condition| condition.after.first().cloned().unwrap_or_default();
    let key = |condition: &Condition| {
        let unit = unit(condition);
        let ways: BTreeSet<String> = counted
            .iter()
            .filter(|other| other.after.first() == condition.after.first())
            .map(|other| way(other))
            .filter(|way| !way.is_empty())
            .collect();
        (if ways.len() == 1 { ways.into_iter().next().unwrap_or_default() } else { way(condition) }, unit)
    };
    // “Từ 02 lớp trở lên hoặc từ 100 người” is no figure of one thing, and speaks of more of it all the same.
    let told = |unit: &str| {
        let more = ["từ", "trên", "trở", "hơn", "vượt"];
        let says = |case: &&Case, word: &str| case.words.iter().any(|one| one == word);
        let number = |case: &&Case| case.words.iter().any(|word| word.chars().all(|c| c.is_ascii_digit()));
        cases.iter().any(|case| case.condition.is_none() && number(case) && says(case, unit) && more.iter().any(|word| says(case, word)))
    };
    // “Dưới 10 ngày; trên 10 ngày”: the mark itself is asked by itself.
    let marked = |at: &Points| counted.iter().any(|condition| condition.bounds.contains(&(Side::Below, at.clone())));
    let mut seen = Vec::new();
    for (way, unit) in counted.iter().map(|condition| key(condition)) {
        if seen.contains(&(way.clone(), unit.clone())) {
            continue;
        }
        if told(&unit) {
            continue;
        }
        let same: Vec<&&Condition> = counted.iter().filter(|condition| key(condition) == (way.clone(), unit.clone())).collect();
        let thing = same.iter().map(|condition| thing(condition)).min_by_key(String::len).unwrap_or_default();
        let mut ranges: Vec<Range> = same.iter().map(|condition| Range::of(&condition.bounds).whole()).collect();
        ranges.sort_by(|one, other| one.low.cmp(&other.low));
        let one = Points::one();
        let open = |low: Points, high: Points| Range { low: Some((low, true)), high: Some((high, true)) };
        let mut gaps = Vec::new();
        // Fewer than the lowest, where something else is said of none.
        let others = cases.iter().any(|case| case.condition.is_none() && case.days.is_none());
        if let Some((low, _)) = ranges.first().and_then(|range| range.low.clone())
            && low > one
            && (others || ranges.len() > 1)
            // A line of penalty points takes nothing of fewer.
            && !asked.words.takes
            && (!way.is_empty() || ranges.len() > 1)
        {
            gaps.push(open(one.clone(), &low - &one));
        }
        for pair in ranges.windows(2) {
            if let [Range { high: Some((high, _)), .. }, Range { low: Some((low, _)), .. }] = pair
                && &(high + &one) < low
            {
                gaps.push(open(high + &one, low - &one));
            }
        }
        // “Có 01 người bị khiển trách” alone says nothing of two, unless “nhiều hơn” does.
        if !cases.iter().any(|case| case.is_more() || is_unnamed_and_more(case))
            && let ([condition], [Range { high: Some((high, _)), .. }]) = (same.as_slice(), ranges.as_slice())
            && counted.len() == 1
            && matches!(condition.bounds.as_slice(), [(Side::Exactly, _)])
            && condition.before.iter().all(|word| ["có", "để"].contains(&word.as_str()) || WAYS.contains(&word.as_str()))
        {
            gaps.push(Range { low: Some((high.clone(), false)), high: None });
        }
        let alone = |gap: &Range| matches!((&gap.low, &gap.high), (Some((low, _)), Some((high, _))) if low == high && marked(low));
        // “Thiếu một trong các yêu cầu” says what lacking one gives.
        let one_lacks = way == "thiếu" && cases.iter().any(|case| case.condition.is_none() && case.says(&["thiếu một trong", "thiếu một"]));
        // “Thiếu 01 báo cáo hoặc gửi chậm” is no figure alone, and says it all the same.
        let beside = |gap: &Range| {
            let number = |word: &String| Points::parse(word).is_some_and(|number| gap.low == gap.high && gap.holds(&number));
            let lacks = |case: &Case| way.is_empty() || case.says(&[way.as_str()]);
            let counts = |case: &Case| case.words.windows(2).any(|pair| matches!(pair, [count, of] if number(count) && *of == unit));
            cases.iter().any(|case| case.condition.is_none() && case.says(&["hoặc"]) && lacks(case) && counts(case))
        };
        let said = |gap: &Range| one_lacks && matches!(&gap.high, Some((high, _)) if *high == one) || beside(gap);
        for gap in gaps.into_iter().filter(|gap| !alone(gap) && !said(gap)) {
            ask_of_things(asked, &gap, (&way, &thing), doubts);
        }
        seen.push((way, unit));
    }
}

/// Tells whether a case goes on without an end and names nothing that it counts: “từ 02 trở lên” behind “có 01 nghị quyết”.
fn is_unnamed_and_more(case: &Case) -> bool {
    case.condition.as_ref().is_some_and(|condition| {
        let endless = matches!(condition.bounds.as_slice(), [(Side::From | Side::Above, _)]);
        endless && !condition.percent && condition.after.is_empty()
    })
}

/// Names what a condition counts: “trường hợp”, not “trường”.
fn thing(condition: &Condition) -> String {
    const WHOLE: [&str; 24] = [
        "ngày",
        "giờ",
        "tháng",
        "năm",
        "tuần",
        "lần",
        "người",
        "cuộc",
        "lớp",
        "xã",
        "phường",
        "tin",
        "bài",
        "buổi",
        "kỳ",
        "quý",
        "vụ",
        "đơn",
        "hội",
        "tổ",
        "thôn",
        "đồng",
        "tỷ",
        "triệu",
    ];
    let mut words = condition.after.iter();
    let first = words.next().cloned().unwrap_or_default();
    match words.next().filter(|next| !WHOLE.contains(&first.as_str()) && next.chars().all(char::is_alphabetic)) {
        Some(next) => format!("{first} {next}"),
        None => first,
    }
}

/// Asks about a range of what a condition counts: “chậm 1 tháng”, “trên 90%”.
pub fn ask_beside(asked: &Asked<'_>, gap: &Range, condition: &Condition, doubts: &mut Vec<Doubt>) {
    if condition.percent || condition.after.is_empty() {
        return ask(asked, gap, if condition.percent { "%" } else { "" }, doubts);
    }
    let way = condition.before.iter().find(|word| WAYS.contains(&word.as_str())).map_or("", String::as_str);
    ask_of_things(asked, gap, (way, &thing(condition)), doubts);
}

/// Asks about a range of things that are counted: “chậm từ 3 đến 4 ngày”.
fn ask_of_things(asked: &Asked<'_>, gap: &Range, (way, thing): (&str, &str), doubts: &mut Vec<Doubt>) {
    let name = asked.words.name;
    let (vi, en) = gap.said("");
    let beside = if way.is_empty() { String::new() } else { format!("{way} ") };
    let (vi, en) = (format!("{beside}{vi}"), format!("{beside}{en}"));
    doubts.push((
        &GAP,
        text!("“{name}”: bảng chưa quy định {vi} {thing} được bao nhiêu điểm", "“{name}”: the table doesn't say what {en} {thing} gives"),
    ));
}

/// Asks about shares of the contents that no level names: “đạt 3/3 nội dung: 2; đạt 1/3 nội dung: 0,5”.
pub fn open_parts(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let share = |word: &String| {
        let (part, whole) = word.split_once('/')?;
        Some((part.parse::<u8>().ok()?, whole.parse::<u8>().ok()?))
    };
    let named: Vec<(u8, u8)> = cases.iter().flat_map(|case| case.words.iter().filter_map(share)).collect();
    let bounded = cases.iter().any(|case| case.is_rest() || case.says(&["trở lên", "trở xuống", "dưới", "trên", "từ", "ít nhất", "hơn"]));
    let Some((_, whole)) =
        named.first().copied().filter(|_| !bounded && named.iter().all(|(_, whole)| Some(whole) == named.first().map(|(_, whole)| whole)))
    else {
        return;
    };
    let name = asked.words.name;
    // Where no level says that all is there, the highest share does.
    let complete =
        named.iter().any(|(part, _)| *part == whole) || cases.iter().any(|case| case.says(&["đủ", "đầy đủ", "toàn bộ", "tất cả"]));
    let missing = (1..whole).filter(|part| !named.contains(&(*part, whole))).map(|part| format!("{part}/{whole}"));
    let missing: Vec<String> = missing.chain((!complete).then(|| format!("{whole}/{whole}"))).collect();
    if !missing.is_empty() {
        let list = missing.join(", ");
        doubts.push((
            &GAP,
            text!("“{name}”: bảng chưa quy định đạt {list} được bao nhiêu điểm", "“{name}”: the table doesn't say what {list} gives"),
        ));
    }
}
