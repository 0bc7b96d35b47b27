//! Rules of conditions in words: all must hold, one of several levels, or parts that add.

use crate::convert::draft::{Inputs, Level, Rule};
use crate::convert::line::{Case, Clause, Condition, Gives, Side, telling, turns};
use crate::convert::slug::unique;
use crate::figure::InputKind;
use crate::finding::convert::{ALTERNATIVES, BOUND, GAP, MEASURED};
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::between;
use super::conditions::conditions;
use super::deadline;
use super::denied::{denies_the_same, is_any_fault};
use super::gaps::{ask_beside, open_between, open_parts};
use super::measure::{Asked, capital};
use super::pairs;
use super::pool::Pool;
use super::ranges::Range;

/// Makes a rule of conditions or levels.
pub fn levels(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let cases = pool.cases(|case| matches!(case.gives, Gives::Amount(..)));
    if cases.len() > 1 {
        pool.take(|clause| (*clause == Clause::HighestOnly).then_some(()));
    }
    if let [yes, rest @ ..] = cases.as_slice()
        && rest.len() <= 1
        && yes.is_full(max)
        && (figures(yes).is_none() || rest.iter().any(|no| yes.says(&["và"]) && no.says(&["một trong"])))
        && (yes.marked || !rest.is_empty())
        && rest.iter().all(|no| no.gives_nothing() && (no.is_negative() || is_any_fault(no)))
    {
        let no = rest.first();
        if no.is_none() && yes.is_negative() {
            return None;
        }
        deadline::questions(asked, &cases, false, doubts);
        open_parts(asked, &cases, doubts);
        between::of_two(asked, &cases, doubts);
        let labels = conditions(asked.words.name, &yes.label, no.map(|no| no.label.as_str()));
        let all = labels.iter().map(|label| inputs.add(InputKind::YesNo, label, None)).collect();
        let (no, penalty) =
            no.and_then(|no| no.amount()).map_or((Amount::Points(Points::zero()), None), |(no, penalty)| (no.clone(), penalty.cloned()));
        return Some(Rule::YesNo { all, yes: yes.amount()?.0.clone(), no, penalty });
    }
    // The highest level gives the maximum; "còn lại" can be picked like any other.
    let sum: Points = cases.iter().filter_map(|case| case.amount()).map(|(amount, _)| amount.of(max)).sum();
    let full = cases.iter().any(|case| case.is_full(max));
    // Without one that gives the maximum they may be parts; else the laws of sets say what is wrong.
    if cases.len() < 2 || (!full && sum == *max) || cases.iter().any(|case| figures(case).is_some()) || speaks_of_more(&cases, max) {
        return None;
    }
    deadline::questions(asked, &cases, false, doubts);
    open_parts(asked, &cases, doubts);
    between::of_levels(asked, &cases, doubts);
    joined_by_or(asked, &cases, doubts);
    let mut taken = Vec::new();
    let levels = cases.iter().map(|case| {
        let (points, penalty) = case.amount()?;
        let label = capital(&case.label);
        Some(Level { id: unique(&label, "muc", &mut taken), label, points: points.clone(), penalty: penalty.cloned() })
    });
    let mut levels = levels.collect::<Option<Vec<_>>>()?;
    levels.extend(none_of_them(asked, &cases, &mut taken, doubts));
    let of = inputs.add(InputKind::Choice, asked.words.name, None);
    Some(Rule::Levels { of, levels })
}

/// Makes the level of a unit that none of the levels fits, and asks what it gives. A line of bonus points gives nothing there.
fn none_of_them(asked: &Asked<'_>, cases: &[&Case], taken: &mut Vec<String>, doubts: &mut Vec<Doubt>) -> Option<Level> {
    // The lowest of a scale leaves nothing out.
    let lowest =
        ["yếu", "kém", "không hoàn thành", "chưa hoàn thành", "không đạt", "chưa đạt", "còn lại", "trở xuống", "thấp nhất", "thấp hơn"];
    let bound = |case: &Case, wanted: Side| {
        let bounds = case.condition.as_ref().map(|condition| condition.bounds.as_slice());
        matches!(bounds, Some([(side, _)]) if *side == wanted).then(|| bounds.and_then(<[_]>::first).map(|(_, at)| at.clone()))
    };
    let parted = cases
        .iter()
        .filter_map(|case| bound(case, Side::Below))
        .any(|at| cases.iter().any(|case| bound(case, Side::From) == Some(at.clone())));
    // “Kịp thời: 2; không kịp thời: 1” leaves nothing out; “đủ cả hai: 2; thiếu một: 1” leaves out who lacks both. What must not
    // be is there or not: “100% phòng đúng quy định: 2; có phòng vượt: 1”.
    let all = cases.iter().any(|case| is_all(case));
    let some = ["một trong", "thiếu một", "thiếu 1", "thiếu 01", "một phần", "một số"];
    // “Thiếu nội dung” is no opposite of “ban hành đúng hạn”.
    let opposed = |best: &Case, case: &Case| {
        best.says(&["đủ", "đầy đủ", "đúng quy định", "đảm bảo", "bảo đảm"])
            || telling(&case.words).iter().any(|word| best.words.iter().any(|one| one == word))
    };
    let lacks = |case: &Case| {
        let best = || cases.iter().filter(|best| best.is_full(asked.words.max));
        case.begins(&["thiếu", "sai"]) && !best().any(|best| opposed(best, case))
    };
    let opposite = |case: &&Case| {
        cases.len() == 2
            && !case.says(&some)
            && (case.is_negative() && !lacks(case) || all && !is_all(case) && case.begins(&["có", "còn", "để"]))
    };
    let closed = |case: &&Case| case.gives_nothing() || case.is_rest() || opposite(case) || case.says(&lowest);
    if parted || cases.iter().any(closed) || !cases.iter().any(|case| case.is_full(asked.words.max)) {
        return None;
    }
    let name = asked.words.name;
    if !asked.words.adds {
        doubts.push((
            &GAP,
            text!(
                "“{name}”: bảng chưa quy định trường hợp không thuộc mức nào thì được bao nhiêu điểm",
                "“{name}”: the table doesn't say what a unit gets that no level fits"
            ),
        ));
    }
    let label = "Không thuộc các mức trên".to_owned();
    Some(Level { id: unique(&label, "muc", taken), label, points: Amount::Points(Points::zero()), penalty: None })
}

/// Makes levels of cases of which some name figures that are no steps of one thing: “hoàn thành 100% đúng hạn”, “hoàn thành
/// 100% nhưng có nhiệm vụ quá hạn”, “chưa hoàn thành”. The unit picks the level in the decision's own words.
pub fn with_figures(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let cases = pool.cases(|case| matches!(case.gives, Gives::Amount(..)));
    // “Không ban hành văn bản nào: 2” denies what the others speak of: there was nothing to do.
    let none_of_it = |case: &Case| case.begins(&["không có", "chưa có"]) || case.begins(&["không", "chưa"]) && denies_the_same(asked, case);
    let full = cases.iter().filter(|case| case.is_full(max) && !case.is_nothing_to_do() && !none_of_it(case)).count();
    // “100% phòng đúng quy định: 1; có phòng vượt: 0”: two answers, of which one says that nothing is missing.
    let whole = |case: &&&Case| case.is_full(max) && is_all(case);
    let other = |case: &&&Case| !case.is_full(max) && case.condition.is_none() && case.days.is_none() && !case.is_nothing_to_do();
    let two_answers = cases.len() == 2 && cases.iter().filter(whole).count() == 1 && cases.iter().filter(other).count() == 1;
    let two_answers = two_answers || none_or_many(asked, &cases, doubts);
    // One level gives everything and one nothing: these are no parts that add.
    if (cases.len() < 3 && !two_answers)
        || full > 1
        || !cases.iter().any(|case| case.is_full(max))
        || !(two_answers || cases.iter().any(|case| case.gives_nothing()))
    {
        return None;
    }
    // “Không niêm yết: 0 điểm” beside steps of a rate may hold together with any of them.
    let partial = |case: &Case| case.is_negative() || !case.gives_nothing();
    let apart =
        |case: &&&Case| !case.is_full(max) && partial(case) && !case.is_rest() && case.condition.is_none() && !denies_the_same(asked, case);
    let ranges = cases.iter().filter(|case| case.condition.as_ref().is_some_and(|one| one.percent && one.words().len() < 3)).count();
    let stepped = cases.iter().filter(|case| !(case.is_full(max) && case.condition.is_none() && none_of_it(case))).count();
    if speaks_of_more(&cases, max) || ranges + 1 == stepped && cases.iter().any(|case| apart(&case)) {
        return None;
    }
    pool.take(|clause| (*clause == Clause::HighestOnly).then_some(()));
    deadline::questions(asked, &cases, false, doubts);
    joined_by_or(asked, &cases, doubts);
    // Levels that all say 100 % differ in words.
    let percentage = |case: &&Case| case.condition.as_ref().filter(|one| one.percent).map(|one| one.bounds.clone());
    // One of them may say it in words: “không tăng: 0”, “hoàn thành đầy đủ: 1”.
    let marked: Vec<_> = cases.iter().filter_map(percentage).collect();
    let marks = Some(marked).filter(|marked| marked.len() > 1 && marked.len() + 2 > cases.len());
    let at = |bounds: &Vec<(Side, Points)>| bounds.first().map(|(_, at)| at.clone());
    if marks.is_some_and(|marks| marks.iter().any(|one| at(one) != marks.first().and_then(at))) {
        let name = asked.words.name;
        doubts.push((
            &MEASURED,
            text!(
                "“{name}”: mức nào cũng ghi tỷ lệ phần trăm, chưa rõ tính từ số liệu nào; tạm để đơn vị tự chọn mức",
                "“{name}”: every level names a percentage, and of which figures is not clear; units pick the level for now"
            ),
        ));
    }
    between::of_figures(asked, &cases, doubts);
    open_marks(asked, &cases, doubts);
    open_top(asked, &cases, doubts);
    open_between(asked, &cases, doubts);
    open_parts(asked, &cases, doubts);
    let mut taken = Vec::new();
    let levels = cases.iter().map(|case| {
        let (points, penalty) = case.amount()?;
        let label = capital(&case.label);
        Some(Level { id: unique(&label, "muc", &mut taken), label, points: points.clone(), penalty: penalty.cloned() })
    });
    let mut levels = levels.collect::<Option<Vec<_>>>()?;
    levels.extend(none_of_them(asked, &cases, &mut taken, doubts));
    let of = inputs.add(InputKind::Choice, asked.words.name, None);
    Some(Rule::Levels { of, levels })
}

/// Tells whether one of two levels is of none and the other of so many and more, and asks what lies between: “không có công chức bị kỷ
/// luật: 2; có từ 02 công chức trở lên: 0”.
fn none_or_many(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) -> bool {
    let (max, [one, other]) = (asked.words.max, cases) else { return false };
    let (none, many) = if one.condition.is_none() { (one, other) } else { (other, one) };
    let from = many.condition.as_ref().filter(|condition| !condition.percent).map(|condition| condition.bounds.as_slice());
    let counted = |word: &&String| none.words.contains(word);
    let same = many.words.iter().filter(|word| word.chars().all(char::is_alphabetic)).filter(counted).count() > 1;
    let denies = none.condition.is_none() && none.days.is_none() && none.begins(&["không có", "không để", "không phát sinh"]);
    let ends = |case: &Case, full: bool| if full { case.is_full(max) } else { case.is_zero() };
    let opposite = ends(none, true) && ends(many, false) || ends(none, false) && ends(many, true);
    match from {
        Some([(Side::From, at)]) if denies && same && opposite && many.days.is_none() => {
            if *at > Points::one() {
                let range = Range { low: Some((Points::one(), true)), high: Some((at - &Points::one(), true)) };
                many.condition.iter().for_each(|condition| ask_beside(asked, &range, condition, doubts));
            }
            true
        }
        _ => false,
    }
}

/// Asks of levels that join two conditions by “hoặc”, of which one is a figure: “từ 02 lớp trở lên hoặc từ 100 người tham gia”.
/// Either of two faults is one.
fn joined_by_or(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    const VERBS: [&str; 12] = ["có", "được", "đạt", "hoàn", "thuộc", "đứng", "tổ", "ban", "là", "trong", "nằm", "bảo"];
    let number = |word: &String| word.chars().any(|c| c.is_ascii_digit());
    // “2 sáng kiến hoặc giải pháp” is one condition, and so is “100% hoặc vượt kế hoạch”.
    let joins = |case: &Case| {
        let at = case.words.iter().position(|word| word == "hoặc").unwrap_or(0);
        let (before, behind) = (case.words.get(..at).unwrap_or_default(), case.words.get(at + 1..).unwrap_or_default());
        let closed = before.last().is_some_and(|word| ["lên", "xuống"].contains(&word.as_str()));
        let first = behind.first().map_or("", String::as_str);
        at > 0 && case.words.iter().any(number) && (closed || VERBS.contains(&first) || behind.iter().any(number)) && first != "vượt"
    };
    for case in cases.iter().filter(|case| !case.gives_nothing() && case.days.is_none() && joins(case) && !turns(&case.words)) {
        let (name, label) = (asked.words.name, &case.label);
        doubts.push((
            &ALTERNATIVES,
            text!(
                "“{name}”: mức “{label}” ghi “hoặc”; tạm hiểu là đạt một trong hai thì được chọn mức này",
                "“{name}”: the level “{label}” says “or”; either of the two is enough for now"
            ),
        ));
    }
}

/// Tells whether a case of no points is a condition beside the levels, rather than one of them: “… dưới 80%: 0. Có nhiệm vụ bị
/// phê bình: 0”. A unit could pick the better one of two that hold.
fn speaks_of_more(cases: &[&Case], max: &Points) -> bool {
    const FEW: usize = 2;
    if makes_exceptions(cases, max) {
        return true;
    }
    // “Đủ: 2; thiếu: 0; đúng hạn: 2; chậm: 0”: a unit could pick the better of the two.
    if pairs::several(cases) {
        return true;
    }
    let zero: Vec<&&Case> = cases.iter().filter(|case| case.gives_nothing()).collect();
    let own = |case: &Case| -> Vec<String> { telling(&case.words).into_iter().map(str::to_owned).collect() };
    let apart = |case: &Case| {
        let others: Vec<String> = cases.iter().filter(|other| **other != case).flat_map(|other| own(other)).collect();
        let mine: Vec<String> = own(case).into_iter().filter(|word| word.chars().all(char::is_alphabetic)).collect();
        mine.len() > FEW && mine.iter().all(|word| !others.contains(word))
    };
    zero.len() > 1 && cases.last().is_some_and(|last| last.is_zero() && !last.is_negative() && !last.is_rest() && apart(last))
}

/// Tells whether a case behind the first is said of some units only, or of something else beside steps that leave no rate out:
/// “đạt 100%: 2; dưới 100%: 0. Đơn vị có từ 10 hồ sơ trở xuống được tính 1 điểm”. Such a unit could pick the better one of two.
fn makes_exceptions(cases: &[&Case], max: &Points) -> bool {
    const UNITS: [&str; 9] =
        ["đơn vị", "các đơn vị", "những đơn vị", "riêng", "cơ quan", "các cơ quan", "địa phương", "các địa phương", "các xã"];
    // “Các đơn vị đều giữ nguyên mức tự chủ” is said of all that a unit has.
    let of_units = |case: &Case| case.begins(&UNITS) && !case.is_rest() && !case.says(&["khác", "còn lại", "đều", "cùng"]);
    let some = cases.first().is_some_and(|first| !of_units(first)) && cases.iter().any(|case| of_units(case));
    let rates: Vec<Range> = cases
        .iter()
        .filter_map(|case| case.condition.as_ref().filter(|condition| condition.percent))
        .map(|condition| Range::of(&condition.bounds))
        .collect();
    let marks = || rates.iter().flat_map(|range| [&range.low, &range.high]).flatten().map(|(at, _)| at.clone());
    let half = Points::parse("0.001").unwrap_or_else(Points::one);
    let near: Vec<Points> = marks()
        .flat_map(|at| [&at - &half, at.clone(), &at + &half])
        .chain([Points::zero(), Points::hundred()])
        .filter(|at| !at.is_negative() && *at <= Points::hundred())
        .collect();
    let all = !rates.is_empty() && near.iter().all(|at| rates.iter().any(|range| range.holds(at)));
    let none_done = |case: &Case| {
        let denies = case.condition.is_none() && case.days.is_none() && case.begins(&["không", "chưa"]);
        denies && !case.is_rest() && !case.gives_nothing() && !case.is_full(max)
    };
    let counted = |case: &Case| case.condition.as_ref().is_some_and(|condition| !condition.percent) && !case.is_nothing_to_do();
    let beside = |case: &&&Case| counted(case) || none_done(case);
    some || (all && cases.iter().any(|case| beside(&case)))
}

/// Asks about more than the highest number that levels speak of: “vượt 1 người: 1; vượt 2 người: 0”. Where more gives more, who
/// has more than the highest has no less; and “mỗi quý họp 01 lần: 2; 03 lần/năm: 1,5” names a level that lies above.
fn open_top(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let max = asked.words.max;
    let by_time = |condition: &Condition| condition.before.iter().any(|word| ["mỗi", "hằng", "hàng"].contains(&word.as_str()));
    let counted: Vec<(&Condition, Points)> = cases
        .iter()
        .filter_map(|case| Some((case.condition.as_ref()?, case.amount()?.0.of(max))))
        .filter(|(condition, _)| !condition.percent && !by_time(condition))
        .collect();
    let marks: Vec<(&Points, &Points)> =
        counted.iter().filter_map(|(condition, gives)| Some((&condition.bounds.last()?.1, gives))).collect();
    let rises = marks.iter().all(|(at, gives)| marks.iter().all(|(other, less)| other >= at || less <= gives));
    let best = marks.iter().max().is_some_and(|(_, gives)| **gives == *max);
    let above = cases.iter().any(|case| case.is_full(max) && !case.is_negative() && case.condition.as_ref().is_none_or(by_time));
    let marked = counted.iter().flat_map(|(condition, _)| condition.bounds.iter().map(move |(_, at)| (at, condition)));
    let top = marked.max_by(|(one, _), (other, _)| one.cmp(other));
    let endless = counted.iter().any(|(condition, _)| matches!(condition.bounds.as_slice(), [(Side::Above | Side::From, _)]));
    if let Some((top, condition)) = top.filter(|_| {
        let settled = endless || rises && (best || above);
        let told = |case: &&Case| case.is_rest() || case.is_more() || case.says(&["trở xuống", "trở lên"]);
        !settled && counted.len() > 1 && !cases.iter().any(told)
    }) {
        ask_beside(asked, &Range { low: Some((top.clone(), false)), high: None }, condition, doubts);
    }
}

/// Asks about marks that two levels hold, or that none holds: “dưới 10 ngày”, “trên 10 ngày”.
fn open_marks(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let all: Vec<(&Condition, Side, &Points)> = cases
        .iter()
        .filter_map(|case| case.condition.as_ref())
        .flat_map(|condition| condition.bounds.iter().map(move |(side, at)| (condition, *side, at)))
        .collect();
    for (condition, side, at) in &all {
        let opposite =
            |wanted: Side| all.iter().any(|(other, side, mark)| *side == wanted && mark == at && other.percent == condition.percent);
        let (name, sign) = (asked.words.name, if condition.percent { "%" } else { "" });
        let (at_vi, at_en) = (at.plain_vi(), at.plain());
        if *side == Side::Below && opposite(Side::Above) && !opposite(Side::Exactly) {
            let range = Range { low: Some(((*at).clone(), true)), high: Some(((*at).clone(), true)) };
            ask_beside(asked, &range, condition, doubts);
        } else if *side == Side::UpTo && opposite(Side::From) {
            doubts.push((
                &BOUND,
                text!("“{name}”: mốc {at_vi}{sign} thuộc cả hai mức của bảng", "“{name}”: two steps of the table hold {at_en}{sign}"),
            ));
        }
    }
}

/// Tells whether a case speaks of all of something: “đạt 100%”, “100% công chức hoàn thành tốt nhiệm vụ trở lên”.
pub fn is_all(case: &Case) -> bool {
    let all = |bounds: &[(Side, Points)]| matches!(bounds, [(Side::Exactly | Side::From, at)] if *at == Points::hundred());
    case.condition.as_ref().is_some_and(|condition| condition.percent && all(&condition.bounds))
}

/// Gives the figures that a case speaks of, unless they only name it: `mức độ 4`, `đúng 5 bước`.
fn figures(case: &Case) -> Option<()> {
    let condition = case.condition.as_ref()?;
    let names = ["độ", "loại", "cấp", "hạng", "thứ", "nhóm", "khoản", "điều", "quý", "tháng", "năm", "đúng", "đủ", "mức"];
    let named = condition.before.last().is_some_and(|word| names.contains(&word.as_str()));
    (condition.percent || !named).then_some(())
}
