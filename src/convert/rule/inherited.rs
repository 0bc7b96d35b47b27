//! “Mỗi” at the head of several rates: “mỗi sáng kiến được cấp tỉnh công nhận: 1 điểm; cấp cơ sở công nhận: 0,5 điểm”.

use crate::convert::line::{Case, Clause, Each, Gives, WordedClause, turns};
use crate::yaml::Amount;

use super::counted::SUFFERED;
use crate::convert::line::lowered;

/// Takes a case behind so much for each for so much for each of the same things of another kind, where it says in which way they
/// differ. “Mỗi mô hình có hiệu quả: 0,5 điểm; có kế hoạch: 1 điểm” are two things.
pub fn inherited(said: &mut [WordedClause]) {
    let mut head: Option<Each> = None;
    for one in said {
        match &one.clause {
            Clause::Each(each) => head = Some(each.clone()).filter(|each| !each.single && !each.percent),
            Clause::Case(case) => {
                if let Some(each) = head.as_ref().and_then(|head| of_another_kind(head, case)) {
                    one.clause = Clause::Each(each);
                }
            }
            Clause::Limit(_) | Clause::Heading | Clause::Remark => {}
            _ => head = None,
        }
    }
}

/// Reads a case as so much for each of things of another kind; `None` where it may be anything else.
fn of_another_kind(head: &Each, case: &Case) -> Option<Each> {
    let (amount, takes) = match &case.gives {
        Gives::Amount(amount @ Amount::Points(_), None) | Gives::Added(amount) => (amount, false),
        Gives::Taken(amount) => (amount, true),
        _ => return None,
    };
    let plain = case.condition.is_none() && case.days.is_none() && !case.is_zero() && !case.is_rest() && takes == head.takes;
    let what = spliced(&head.what, &case.label).filter(|_| plain)?;
    Some(Each { what, amount: amount.clone(), ..head.clone() })
}

/// Tells whether words say for which level: “cấp tỉnh”, “cấp bộ công nhận”, not “cấp giấy khen” or “cấp tỉnh tổ chức hội nghị”,
/// where what they say behind it is said of the known things, too.
fn is_of_a_level(own: &[String], known: &[String]) -> bool {
    const LEVELS: [&str; 18] = [
        "quốc gia",
        "nhà nước",
        "trung ương",
        "chính phủ",
        "toàn quốc",
        "bộ",
        "ngành",
        "tỉnh",
        "thành phố",
        "huyện",
        "sở",
        "xã",
        "phường",
        "cơ sở",
        "cơ quan",
        "đơn vị",
        "phòng",
        "thôn",
    ];
    let behind = own.get(1..).unwrap_or_default();
    let joined = format!("{} ", behind.join(" "));
    let level = LEVELS.iter().find(|level| joined.starts_with(&format!("{level} ")));
    level.is_some_and(|level| {
        behind.iter().skip(level.split(' ').count()).all(|word| known.contains(word) || word == "trở" || word == "lên")
    })
}

/// Puts words in place of those that they stand for: “cấp cơ sở công nhận” behind “sáng kiến được cấp tỉnh công nhận”.
fn spliced(what: &str, label: &str) -> Option<String> {
    // Words behind which things of one kind differ.
    const KINDS: [&str; 12] = ["cấp", "bị", "trên", "ở", "tại", "loại", "hạng", "mức", "do", "thuộc", "từ", "trong"];
    let words = |text: &str| -> Vec<String> { text.to_lowercase().split_whitespace().map(str::to_owned).collect() };
    let (known, own) = (words(what), words(label));
    let first = own.first()?;
    if first == "cấp" && !is_of_a_level(&own, &known) || turns(&own) && !turns(&known) {
        return None;
    }
    if let Some(ends) = SUFFERED.iter().find(|ends| what.to_lowercase().ends_with(&format!(" {ends}")))
        && SUFFERED.iter().any(|word| label.to_lowercase().starts_with(word))
    {
        let thing = what.get(..what.len() - ends.len())?;
        return Some(format!("{thing}{}", lowered(label)));
    }
    // “Được UBND tỉnh công nhận; cấp sở công nhận” end alike.
    let end = known.iter().rev().zip(own.iter().rev()).take_while(|(one, other)| one == other).count();
    if end > 1
        && end < own.len()
        && let Some(at) = known.iter().rposition(|word| word == "được").filter(|at| *at > 0 && at + 1 + end < known.len())
    {
        let thing: Vec<&str> = what.split_whitespace().take(at + 1).collect();
        return Some(format!("{} {}", thing.join(" "), lowered(label).trim_start_matches("được ")));
    }
    if let Some(at) = of_another_fault(&known, &own) {
        let thing: Vec<&str> = what.split_whitespace().take(at).collect();
        return Some(format!("{} {}", thing.join(" "), lowered(label)));
    }
    let alike = |at: usize| known.iter().skip(at).zip(&own).take_while(|(one, other)| one == other).count();
    let at = (1..known.len()).find(|at| known.get(*at) == Some(first) && (KINDS.contains(&first.as_str()) || alike(*at) > 1))?;
    let thing: Vec<&str> = what.split_whitespace().take(at).collect();
    Some(format!("{} {}", thing.join(" ").trim_end_matches([':', ',', '-', '(']), lowered(label)))
}

/// Finds where a fault begins that another stands in place of: “không gửi” behind “báo cáo gửi chậm”, “trễ quá 03 ngày” behind “báo cáo
/// trễ hạn dưới 03 ngày”.
fn of_another_fault(known: &[String], own: &[String]) -> Option<usize> {
    const LATE: [&str; 4] = ["trễ", "chậm", "muộn", "quá"];
    let first = own.first()?.as_str();
    let found = |word: &String| known.iter().position(|one| one == word).filter(|at| *at > 0);
    match (first, own.get(1)) {
        ("không" | "chưa", Some(verb)) if turns(known) => found(verb),
        _ if LATE.contains(&first) => known.iter().position(|word| LATE.contains(&word.as_str())).filter(|at| *at > 0),
        _ => None,
    }
}
