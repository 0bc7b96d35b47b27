//! Rules of days.

use jiff::civil::Date;

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Clause, Gives, Span};
use crate::figure::{InputKind, date_vi};
use crate::finding::convert::{BOUND, GAP, NO_YEAR};
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::late::is_late;
use super::measure::Asked;
use super::pool::Pool;
use crate::convert::line::lowered;

/// What cases say of the day on which a thing is done.
#[derive(Default)]
struct Told {
    /// Days, whether each itself is too late, and what it gives.
    steps: Vec<(Date, bool, Amount)>,
    /// What a later day gives.
    later: Option<Amount>,
    /// What never doing it gives, and takes besides.
    never: Option<(Amount, Option<Points>)>,
}

/// Makes a rule of days; `None` where a case names none, or one without its year.
pub fn deadline(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let zero = || Amount::Points(Points::zero());
    let cases = pool.cases(|case| case.days.as_ref().is_some_and(|days| days.with_years) && matches!(case.gives, Gives::Amount(..)));
    // Days of several things, of which each gives its part: “ban hành trước …: 1 điểm; báo cáo trước …: 1 điểm”.
    let max = asked.words.max;
    let sum: Points = cases.iter().filter_map(|case| case.amount()).map(|(amount, _)| amount.of(max)).sum();
    if cases.len() > 1 && sum == *max && !cases.iter().any(|case| case.is_full(max)) {
        return None;
    }
    let mut timed: Vec<(&Span, &Case)> = cases.iter().filter_map(|case| Some((case.days.as_ref()?, *case))).collect();
    timed.sort_by_key(|(days, _)| days.last.unwrap_or(Date::MAX));
    if timed.iter().any(|(days, _)| matches!((days.first, days.last), (Some(first), Some(last)) if first > last)) {
        return None;
    }
    if cases.iter().any(|case| asks_more(case, asked.words.name)) {
        return None;
    }
    let mut told = Told::default();
    let known = known_words(asked.words.name, &cases);
    if timed.iter().any(|(days, case)| days.never && !denied_parts(case).all(|part| is_never(&part, &known))) {
        return None;
    }
    timed.iter().try_for_each(|(days, case)| told.named(days, case))?;
    if told.steps.is_empty() {
        return None;
    }
    let others = pool.cases(|case| case.days.is_none() && case.condition.is_none() && matches!(case.gives, Gives::Amount(..)));
    others.iter().try_for_each(|case| told.unnamed(case, &known))?;
    questions(asked, &cases, true, doubts);
    unsaid(asked, &told.steps, told.later.as_ref(), told.never.is_some(), doubts);
    let of = inputs.list.iter().find(|input| input.kind == InputKind::Date).map(|input| input.id.clone());
    let of = of.unwrap_or_else(|| inputs.add(InputKind::Date, &day_of(asked.words.name, &cases), None));
    let Told { steps, later, never } = told;
    Some(Rule::Deadline { of, steps, later: later.unwrap_or_else(zero), never: never.unwrap_or_else(|| (zero(), None)) })
}

/// Tells whether a case asks more than a day, which its name doesn't say: “trước ngày 15/01/2026 và có phụ lục phân công”.
fn asks_more(case: &Case, name: &str) -> bool {
    const DONE: [&str; 11] = ["ban", "gửi", "nộp", "trình", "triển", "phê", "tổ", "hoàn", "báo", "thực", "công"];
    const ENDS: [&str; 10] = ["trước", "chậm", "muộn", "trong", "đến", "từ", "sau", "ngày", "hết", "xong"];
    const MORE: [&str; 15] = ["bằng", "qua", "mẫu", "và", "nhưng", "kèm", "đồng", "có", "đủ", "đầy", "đảm", "bảo", "được", "đạt", "phải"];
    let name: Vec<String> = name.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    // “Hoặc không ban hành” is told apart, and “có ban hành” says no more than “ban hành”.
    let said = case.words.split(|word| word == "hoặc").find(|part| part.first().is_none_or(|word| word != "không"));
    let said = said.unwrap_or_default();
    let said = said.strip_prefix(&["có".to_owned()]).unwrap_or(said);
    // “Xây dựng và ban hành” is one thing.
    let ends = |at: usize| said.get(at + 1).is_none_or(|word| ENDS.contains(&word.as_str()) || name.contains(word));
    let next = |at: usize| said.get(at + 1).is_some_and(|word| DONE.contains(&word.as_str())) && (ends(at + 1) || ends(at + 2));
    // “Tổ cộng đồng” joins nothing, “đồng thời” does.
    let alone = |at: usize, word: &str| word == "đồng" && said.get(at + 1).is_none_or(|next| next != "thời");
    let joined = |at: usize| {
        let light = |word: &String| name.contains(word) || alone(at, word) || word == "và" && next(at);
        let more = |word: &String| MORE.contains(&word.as_str()) && !light(word);
        said.get(at).is_some_and(more)
    };
    (0..said.len()).any(|at| joined(at) && said.iter().skip(at + 1).any(|word| !name.contains(word)))
}

/// Names the day on which a thing is done: “Thời gian ban hành kế hoạch” asks for “Ngày ban hành kế hoạch”, and so does “Kế hoạch: ban
/// hành trước ngày …”.
fn day_of(name: &str, cases: &[&Case]) -> String {
    const TIMES: [&str; 5] = ["thời gian ", "thời điểm ", "thời hạn ", "tiến độ ", "ngày "];
    const DONE: [&str; 11] = [
        "ban hành ",
        "xây dựng ",
        "gửi ",
        "nộp ",
        "trình ",
        "hoàn thành ",
        "phê duyệt ",
        "công bố ",
        "tổ chức ",
        "thực hiện ",
        "triển khai ",
    ];
    let plain = name.to_lowercase();
    let done = TIMES.iter().find_map(|time| plain.strip_prefix(time).map(|done| (time.chars().count(), done)));
    let (cut, done) = done.unwrap_or((0, &plain));
    // Of “xây dựng, ban hành” the day is that of the last.
    let joined =
        DONE.iter().find_map(|verb| [", ", " và "].iter().find_map(|joint| done.strip_prefix(&format!("{}{joint}", verb.trim_end()))));
    let (cut, done) = match joined.filter(|rest| DONE.iter().any(|verb| rest.starts_with(verb))) {
        Some(rest) => (cut + done.chars().count() - rest.chars().count(), rest),
        None => (cut, done),
    };
    if DONE.iter().any(|verb| done == verb.trim_end()) {
        return format!("Ngày {done}");
    }
    if !DONE.iter().any(|verb| done.starts_with(verb)) {
        let spoken = DONE.iter().find(|verb| cases.iter().any(|case| case.begins(&[verb.trim_end()]) && !case.is_negative()));
        let thing = ["kế hoạch", "báo cáo", "văn bản", "quyết định", "chương trình", "quy chế", "danh mục", "đề án", "hồ sơ"];
        if let Some(verb) = spoken.filter(|_| cut == 0 && thing.iter().any(|word| done.starts_with(word))) {
            return format!("Ngày {verb}{}", lowered(name));
        }
        // What the line says of it is more than that it is done.
        let spoken = spoken.filter(|verb| !["thực hiện ", "triển khai "].contains(verb) && cut == 0);
        return spoken.map_or_else(|| format!("Ngày thực hiện: {name}"), |verb| format!("Ngày {}: {name}", verb.trim_end()));
    }
    format!("Ngày {}", lowered(&name.chars().skip(cut).collect::<String>()))
}

impl Told {
    /// Takes a case that names days.
    fn named(&mut self, days: &Span, case: &Case) -> Option<()> {
        let (amount, penalty) = case.amount()?;
        if penalty.is_some() && !days.never {
            return None;
        }
        match days.end {
            Some((day, before)) => self.steps.push((day, before, amount.clone())),
            None if self.later.is_none() => self.later = Some(amount.clone()),
            None => return None,
        }
        if days.never {
            self.never = Some((amount.clone(), penalty.cloned()));
        }
        Some(())
    }

    /// Takes a case that names none; `None` where it says anything else than lateness, never doing it, or everything else.
    fn unnamed(&mut self, case: &Case, known: &[String]) -> Option<()> {
        let (amount, penalty) = case.amount()?;
        if case.is_rest() && penalty.is_none() {
            self.later.get_or_insert_with(|| amount.clone());
            self.never.get_or_insert_with(|| (amount.clone(), None));
            return Some(());
        }
        for one in unnamed(case, known)? {
            match one {
                Unnamed::Late if self.later.is_none() && penalty.is_none() => self.later = Some(amount.clone()),
                Unnamed::Never if self.never.is_none() => self.never = Some((amount.clone(), penalty.cloned())),
                _ => return None,
            }
        }
        Some(())
    }
}

/// What a case says of days that it doesn't name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unnamed {
    /// The last of them has passed: “sau thời hạn trên”.
    Late,
    /// It was never done.
    Never,
}

/// Reads what a case says of days that it doesn't name, part by part: “không ban hành hoặc ban hành sau thời hạn trên”. `None`
/// where any part says anything else.
fn unnamed(case: &Case, known: &[String]) -> Option<Vec<Unnamed>> {
    let parts = case.words.split(|word| word == "hoặc").map(|part| format!("{} ", part.join(" ")));
    parts.map(|part| if is_late(&part) { Some(Unnamed::Late) } else { is_never(&part, known).then_some(Unnamed::Never) }).collect()
}

/// Lists the parts of a case that deny something: “sau ngày 31/01 hoặc không ban hành”.
fn denied_parts(case: &Case) -> impl Iterator<Item = String> {
    let parts = case.words.split(|word| word == "hoặc").map(|part| format!("{} ", part.join(" ")));
    parts.filter(|part| ["không ", "chưa "].iter().any(|word| part.starts_with(word)))
}

/// Lists the words of what is done by a day: those of the name and of the cases that name days.
fn known_words(name: &str, cases: &[&Case]) -> Vec<String> {
    let named = name.to_lowercase();
    let mut known: Vec<String> = named.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    known.extend(cases.iter().flat_map(|case| case.words.iter().cloned()));
    known
}

/// Tells whether words say that the thing was never done, and nothing else: “không ban hành”, not “không đủ nội dung”.
fn is_never(part: &str, known: &[String]) -> bool {
    const DENIES: [&str; 4] = ["không ", "chưa ", "khong ", "chua "];
    const DONE: [&str; 40] = [
        "ban", "hành", "gửi", "nộp", "trình", "thực", "hiện", "hoàn", "thành", "có", "triển", "khai", "xây", "dựng", "tổ", "chức", "phê",
        "duyệt", "báo", "cáo", "làm", "được", "kế", "hoạch", "văn", "bản", "này", "nội", "dung", "việc", "nhiệm", "vụ", "đơn", "vị", "rà",
        "soát", "xong", "lập", "đăng", "ký",
    ];
    const WELL: [&str; 8] = ["đủ", "đầy", "đạt", "đúng", "đảm", "bảo", "kịp", "tốt"];
    let Some(rest) = DENIES.iter().find_map(|denies| part.strip_prefix(denies)) else { return false };
    let mut words = rest.split_whitespace();
    words.all(|word| !WELL.contains(&word) && (DONE.contains(&word) || known.iter().any(|one| one == word)))
}

/// Asks what lateness gives where several days are named and nothing is said of a later one, and what never doing it gives where
/// only lateness is said to give something, or nothing.
fn unsaid(asked: &Asked<'_>, steps: &[(Date, bool, Amount)], later: Option<&Amount>, never: bool, doubts: &mut Vec<Doubt>) {
    let name = asked.words.name;
    match (later, steps.iter().map(|(day, _, _)| *day).max()) {
        (None, Some(last)) if steps.len() > 1 || never => {
            let (day_vi, day) = shown(last, true);
            doubts.push((
                &GAP,
                text!(
                    "“{name}”: bảng chưa quy định trường hợp thực hiện sau ngày {day_vi} thì được bao nhiêu điểm",
                    "“{name}”: the table doesn't say what a day after {day} gives"
                ),
            ));
        }
        // Who is late gets nothing, and so does who never did it.
        (Some(later), _) if !never && !asked.words.adds && later.of(asked.words.max).is_positive() => doubts.push((
            &GAP,
            text!(
                "“{name}”: bảng chưa quy định trường hợp không thực hiện thì được bao nhiêu điểm",
                "“{name}”: the table doesn't say what never doing it gives"
            ),
        )),
        _ => {}
    }
}

/// Asks of which year the days, months or quarters are that levels go by: without it the unit's word is all there is.
fn years(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let timed: Vec<&&Case> =
        cases.iter().filter(|case| case.days.as_ref().is_some_and(|days| !days.with_years) || names_a_month(case)).collect();
    // Beside a day with its year one without is of any.
    let known = cases.iter().any(|case| case.days.as_ref().is_some_and(|days| days.with_years));
    let Some(first) = timed.first().filter(|_| timed.len() > 1 || known) else { return };
    let (name, label) = (asked.words.name, &first.label);
    doubts.push((
        &NO_YEAR,
        text!(
            "“{name}”: mốc “{label}” của năm nào? Tạm để đơn vị tự chọn mức",
            "“{name}”: of which year is “{label}”? Units pick a level for now"
        ),
    ));
}

/// Asks what is given to who is done before the first day that any level names, which a rule of days can't tell apart: “trong tháng
/// 01/2026: 2 điểm” says nothing of December, “từ 01/12 đến 10/12: 2 điểm; còn lại: 0 điểm” says it of all other days; “chậm nhất ngày
/// 31/01/2026” holds earlier, too. A unit that picks a level tells it itself where one is said of all other days.
fn earlier(asked: &Asked<'_>, cases: &[&Case], by_days: bool, doubts: &mut Vec<Doubt>) {
    let spans: Vec<&Span> = cases.iter().filter_map(|case| case.days.as_ref()).collect();
    // “Kịp thời (trong tháng 01/2026)” holds earlier, too.
    let in_time = |case: &Case| case.says(&["kịp thời", "đúng hạn", "đúng thời hạn", "trước hạn"]) && !case.is_negative();
    let told_in_time = || cases.iter().any(|case| case.days.is_some() && in_time(case));
    let bounded = || spans.iter().filter(|span| span.end.is_some());
    // A level that is open in front leaves no such day.
    if bounded().any(|span| span.first.is_none()) {
        return;
    }
    let Some(first) = bounded().filter_map(|span| span.first).min() else { return };
    let (name, (day_vi, day)) = (asked.words.name, shown(first, spans.iter().all(|span| span.with_years)));
    let outside = |case: &&Case| {
        case.days.is_none() && (case.is_rest() || case.says(&["ngoài", "không đúng", "chưa đúng", "không trong"]) || is_late_in_words(case))
    };
    let said = asked.said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None });
    let message = match said.into_iter().find(outside) {
        Some(rest) if !rest.is_rest() && !rest.says(&["ngoài"]) && told_in_time() => return,
        Some(rest) if by_days => {
            let label = &rest.label;
            text!(
                "“{name}”: trước ngày {day_vi} cũng là “{label}” hay được tính như trong hạn? Tạm tính như trong hạn",
                "“{name}”: is a day before {day} “{label}”, too, or in time? In time for now"
            )
        }
        Some(_) => return,
        None if told_in_time() => return,
        None => text!(
            "“{name}”: bảng chưa quy định trường hợp thực hiện trước ngày {day_vi} thì được bao nhiêu điểm; tạm tính như mức sớm nhất",
            "“{name}”: the table doesn't say what a day before {day} gives; as much as the earliest level for now"
        ),
    };
    doubts.push((&GAP, message));
}

/// Prints a day in Vietnamese and in English, with its year where levels name theirs: `05/3/2026` and `2026-03-05`, `05/3` and
/// `5 March`.
fn shown(day: Date, with_year: bool) -> (String, String) {
    let vi = date_vi(day);
    match vi.rsplit_once('/').filter(|_| !with_year) {
        Some((vi, _)) => (vi.to_owned(), day.strftime("%-d %B").to_string()),
        None => (vi, day.to_string()),
    }
}

/// Tells whether a case says that a thing was not done in the time that is named: “không ban hành đúng thời hạn”.
fn is_late_in_words(case: &Case) -> bool {
    case.begins(&["không", "chưa"]) && is_late(&format!("{} ", case.words.join(" ")))
}

/// Asks what is given to who is in time and lacks what a level asks beside it.
fn in_time_without(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let name = asked.words.name;
    let Some(case) = cases.iter().find(|case| case.days.is_some() && asks_more(case, name)) else { return };
    let lacks =
        ["thiếu", "không đủ", "chưa đủ", "không đầy đủ", "chưa đầy đủ", "không có", "chưa có", "không đảm bảo", "nhưng", "một trong"];
    let answers = |case: &Case| case.is_rest() || case.says(&lacks);
    if asked.said.iter().any(|one| matches!(&one.clause, Clause::Case(case) if answers(case))) {
        return;
    }
    let label = &case.label;
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp đúng thời hạn nhưng không đủ điều kiện kèm theo (“{label}”) thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what being in time without the rest of “{label}” gives"
        ),
    ));
}

/// Tells whether a case goes by a month or a quarter without its year: “trong tháng 01”, “quý II”, “tháng 12 năm trước”.
fn names_a_month(case: &Case) -> bool {
    const NUMERALS: [&str; 4] = ["i", "ii", "iii", "iv"];
    if case.days.is_some() {
        return false;
    }
    let words: Vec<&str> = case.words.iter().map(String::as_str).collect();
    let number = |at: usize| words.get(at).is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()));
    let named = |(at, word): (usize, &&str)| match *word {
        "tháng" => number(at + 1) && !(at > 0 && number(at - 1)),
        "quý" => number(at + 1) || words.get(at + 1).is_some_and(|word| NUMERALS.contains(word)),
        _ => false,
    };
    let year = |word: &&str| word.len() == 4 && word.starts_with("20") && word.chars().all(|c| c.is_ascii_digit());
    words.iter().enumerate().any(named) && !words.iter().any(year)
}

/// Asks about days that two cases hold, days between and before that none holds, and days without their year; `by_days` where the
/// rule goes by the day, and no unit picks a level.
pub fn questions(asked: &Asked<'_>, cases: &[&Case], by_days: bool, doubts: &mut Vec<Doubt>) {
    years(asked, cases, doubts);
    in_time_without(asked, cases, doubts);
    earlier(asked, cases, by_days, doubts);
    let name = asked.words.name;
    let mut spans: Vec<&Span> = cases.iter().filter_map(|case| case.days.as_ref()).collect();
    if spans.len() < 2 {
        return;
    }
    let years = spans.iter().all(|days| days.with_years);
    // A day without its year may be of any.
    if !years && spans.iter().any(|days| days.with_years) {
        return;
    }
    spans.sort_by_key(|days| days.first.or(days.last).unwrap_or(Date::MIN));
    // One that is open in front comes first.
    spans.sort_by_key(|days| days.first.is_some());
    for pair in spans.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(last), Some(first)) = (one.last, other.first) else { continue };
        if first <= last {
            let (day_vi, day) = shown(first, years);
            doubts
                .push((&BOUND, text!("“{name}”: ngày {day_vi} thuộc cả hai mức của bảng", "“{name}”: two levels of the table hold {day}")));
        } else if let Some(day) = last.tomorrow().ok().filter(|day| *day < first) {
            let (day_vi, day) = shown(day, years);
            doubts
                .push((&GAP, text!("“{name}”: ngày {day_vi} không thuộc mức nào của bảng", "“{name}”: no level of the table holds {day}")));
        }
    }
}
