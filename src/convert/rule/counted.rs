//! Rules of so much for each thing, given or taken.

use crate::convert::draft::{Inputs, Level, Rule};
use crate::convert::line::{Case, Clause, Each, Gives, Limit, Side, telling, turns};
use crate::convert::slug::unique;
use crate::figure::InputKind;
use crate::finding::convert::{GAP, SEVERAL};
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::denied::denies_the_same;
use super::gaps::open_between;
use super::measure::{Asked, capital};
use super::pool::Pool;
use super::shares;
use super::things::head;
use crate::convert::line::lowered;

/// Takes the clauses of so much for each.
pub fn each<'a>(pool: &mut Pool<'a>, takes: bool) -> Vec<&'a Each> {
    pool.take(|clause| match clause {
        Clause::Each(each) if each.takes == takes && each.per.is_positive() => Some(each),
        _ => None,
    })
}

/// Adds an input that counts, or finds the only one that the table has.
pub fn counts(what: &str, alone: bool, inputs: &mut Inputs) -> String {
    let single = inputs.only(InputKind::Count).filter(|_| alone && inputs.list.len() == 1).map(|input| input.id.clone());
    single.unwrap_or_else(|| {
        // “Tăng 01 bậc” counts places.
        let turned = ["tăng ", "giảm "].iter().find_map(|way| Some(format!("{} {}", what.to_lowercase().strip_prefix(way)?, way.trim())));
        let what = turned.as_deref().filter(|_| what.split(' ').count() == 2).unwrap_or(what);
        let plain = what.to_lowercase();
        // “Tin, bài: trên báo tỉnh” are “tin, bài trên báo tỉnh”.
        let of = told_of(what).replace(": ", " ");
        let label = if plain.starts_with("số ") { capital(&of) } else { format!("Số {}", lowered(&of)) };
        // “Báo cáo thiếu” are counted in “báo cáo”, and a long description measures nothing.
        let often = OFTEN.iter().copied().find(|unit| plain.starts_with(&format!("{unit} ")) || plain == **unit).map(str::to_owned);
        let short = || what.split(" (").next().filter(|unit| unit.split(' ').count() <= 3).map(str::to_owned);
        let unit = often.or_else(|| head(what)).or_else(short);
        inputs.add(InputKind::Count, &label, unit)
    })
}

/// Units of what happens, by the words that a description begins with.
const OFTEN: [&str; 16] = [
    "trường hợp",
    "ngày",
    "lần",
    "lượt",
    "buổi",
    "cuộc",
    "giờ",
    "phiên",
    "đợt",
    "kỳ",
    "tuần",
    "tháng",
    "yêu cầu",
    "nội dung",
    "tiêu chí",
    "lỗi",
];

/// What is done to people who break rules.
pub const SUFFERED: [&str; 9] =
    ["khiển trách", "cảnh cáo", "cách chức", "hạ bậc lương", "giáng chức", "buộc thôi việc", "kỷ luật", "phê bình", "nhắc nhở"];

/// Says of a thing what stands in brackets behind it: “trường hợp (Có vi phạm: khiển trách)” are “trường hợp khiển trách”.
fn told_of(what: &str) -> String {
    const FEW: usize = 8;
    const LONG: usize = 18;
    const LEADS: [&str; 10] = [
        "qua kiểm tra phát hiện ",
        "khi kiểm tra phát hiện ",
        "kiểm tra phát hiện ",
        "nếu có ",
        "trường hợp có ",
        "để xảy ra ",
        "phát hiện ",
        "có ",
        "nếu ",
        "số ",
    ];
    let Some((thing, told)) = what.split_once(" (").and_then(|(thing, told)| Some((thing, told.strip_suffix(')')?))) else {
        return what.to_owned();
    };
    let told = told.rsplit([':', ';']).next().unwrap_or(told).trim();
    // “Báo cáo (không gửi báo cáo)” are those that were not sent.
    let small = told.to_lowercase();
    let undone =
        small.strip_suffix(&format!(" {}", thing.to_lowercase())).filter(|rest| rest.starts_with("không ") || rest.starts_with("chưa "));
    if let Some(undone) = undone.filter(|undone| !undone.ends_with(" có")) {
        return format!("{thing} {undone}");
    }
    let listed = ["cán bộ, công chức", "công chức, viên chức", "khiếu nại, tố cáo", "phản ánh, kiến nghị"];
    let alone = listed.iter().fold(told.to_lowercase(), |told, list| told.replace(list, "")).replace(", viên chức", "");
    let short = (1..=FEW + 4).contains(&told.split(' ').count()) && !alone.contains(['(', ',']) && alone.split(' ').count() <= FEW;
    // “Người (có người bị khiển trách)” are “người bị khiển trách”.
    let told =
        LEADS.iter().find_map(|lead| Some(told.get(lead.len()..)?).filter(|_| told.to_lowercase().starts_with(lead))).unwrap_or(told);
    let person = ["cán bộ", "công chức", "viên chức", "người", "lãnh đạo"].iter().any(|who| told.to_lowercase().starts_with(who));
    // “Vụ (để xảy ra vụ việc tham nhũng, tiêu cực có kết luận …)” are “vụ việc tham nhũng, …”, “người (bị cách chức, buộc thôi việc)” are
    // “người bị cách chức, …”.
    let plain = told.to_lowercase();
    if plain.starts_with(&format!("{} ", thing.to_lowercase())) && told.split(' ').count() <= LONG && !told.contains('(') {
        return told.to_owned();
    }
    if thing == "người" && plain.starts_with("bị ") && !told.contains('(') {
        return format!("{thing} {}", lowered(told));
    }
    if thing == "người" && SUFFERED.iter().any(|word| plain.starts_with(word)) && !told.contains('(') {
        return format!("{thing} bị {}", lowered(told));
    }
    if short && (told.to_lowercase().starts_with(&format!("{} ", thing.to_lowercase())) || thing == "người" && person) {
        return told.to_owned();
    }
    // “Vụ việc (bị báo chí phản ánh đúng sự thật về tiêu cực)” are those to which that happened.
    let inside = what.split_once(" (").and_then(|(_, inside)| inside.strip_suffix(')')).unwrap_or_default();
    let happened = ["có ", "bị ", "được ", "không ", "chưa "].iter().any(|word| inside.to_lowercase().starts_with(word));
    if happened
        && !short
        && !inside.contains(['(', ';', ':'])
        && inside.split(' ').count() <= LONG
        && !plain.contains(&thing.to_lowercase())
    {
        return format!("{thing} {}", lowered(inside));
    }
    // “Sáng kiến (có sáng kiến)” says the thing once more.
    if !short || told.to_lowercase().contains(&thing.to_lowercase()) {
        return what.to_owned();
    }
    let told = lowered(told);
    let by = if SUFFERED.iter().any(|word| told.starts_with(word)) { "bị " } else { "" };
    format!("{thing} {by}{told}")
}

/// Adds the input of a clause. What is given for several things at once counts how often there are so many: no figure of
/// the table does.
pub fn counts_of(each: &Each, alone: bool, inputs: &mut Inputs) -> String {
    if each.per == Points::one() && !each.percent {
        return counts(&each.what, alone, inputs);
    }
    inputs.add(
        InputKind::Count,
        &format!("Số lần đủ {}{} {}", each.per.plain_vi(), if each.percent { "%" } else { "" }, lowered(&each.what)),
        Some("lần".to_owned()),
    )
}

/// Makes a rule of penalty points: so much for each, up to the cap of the line.
pub fn penalty(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    if !asked.words.takes {
        return None;
    }
    let max = asked.words.max;
    let mut all = each(pool, true);
    all.extend(each(pool, false));
    let most: Vec<Amount> = pool
        .limits()
        .into_iter()
        .map(|limit| match limit {
            Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most) => Some(most.clone()),
            Limit::ToNothing | Limit::Least(_) | Limit::Things(..) => None,
        })
        .collect::<Option<_>>()?;
    if most.len() > 1 || most.iter().any(|most| most.of(max) > *max) {
        return None;
    }
    let zero = pool.cases(|case| case.is_zero() && case.is_negative());
    singles(asked, &all, !most.is_empty(), doubts);
    match all.as_slice() {
        [one] if one.percent => shares::penalty(asked, one, most.first(), inputs, doubts),
        several if several.iter().any(|one| one.percent) => None,
        [one] => {
            never_asked(asked, one, doubts);
            Some(Rule::Count { of: counts_of(one, true, inputs), each: one.amount.clone(), cap: most.first().cloned() })
        }
        [] => {
            let taken = pool.cases(|case| takes(case).is_some());
            if taken.len() > 1 {
                pool.take(|clause| (*clause == Clause::HighestOnly).then_some(()));
            }
            let [case] = taken.as_slice() else { return levels_taken(asked, &taken, &zero, inputs, doubts) };
            // "Bị phê bình: trừ 1 điểm" once.
            if pool.left().next().is_some() || takes(case)?.of(max) != *max {
                return None;
            }
            let of = inputs.add(InputKind::YesNo, &capital(&case.label), None);
            Some(Rule::YesNo { all: vec![of], yes: Amount::Share(Points::one()), no: Amount::Points(Points::zero()), penalty: None })
        }
        several => Some(sum(several, &most.first().map_or_else(|| max.clone(), |most| most.of(max)), max, inputs)),
    }
}

/// Asks what never doing it takes, where the name speaks of it beside lateness and only days of lateness take points: “Không gửi hoặc
/// gửi chậm báo cáo | gửi chậm mỗi ngày trừ 0,1 điểm”.
fn never_asked(asked: &Asked<'_>, each: &Each, doubts: &mut Vec<Doubt>) {
    let (name, what) = (asked.words.name, each.what.to_lowercase());
    let plain = name.to_lowercase();
    let never = ["không ", "chưa "].iter().any(|word| plain.starts_with(word)) && plain.contains(" hoặc ");
    if never && ["ngày", "tuần", "giờ"].iter().any(|unit| what.starts_with(unit)) {
        doubts.push((
            &GAP,
            text!(
                "“{name}”: bảng chưa quy định trường hợp không thực hiện thì bị trừ bao nhiêu điểm",
                "“{name}”: the table doesn't say what never doing it takes"
            ),
        ));
    }
}

/// Gives the points that a case of a penalty line takes.
pub fn takes(case: &Case) -> Option<&Amount> {
    match &case.gives {
        Gives::Taken(amount) | Gives::Amount(amount, None) if !case.is_zero() => Some(amount),
        _ => None,
    }
}

/// Makes levels of what is taken: “chậm từ 01 đến 05 ngày: trừ 0,5 điểm; chậm trên 05 ngày: trừ 1 điểm”. A unit that did nothing
/// of it says so.
fn levels_taken(asked: &Asked<'_>, taken: &[&Case], zero: &[&Case], inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let points: Vec<Points> = taken.iter().filter_map(|case| takes(case)).map(|amount| amount.of(max)).collect();
    // They are levels of one thing only where they differ, and none is more than the line takes.
    let distinct = points.iter().enumerate().all(|(n, one)| !points.iter().skip(n + 1).any(|other| other == one));
    // “Trên 5%: trừ 1; trên 10%: trừ 2” holds twice above 10 %: a unit could pick the better one.
    let open = |case: &&&Case| {
        case.condition.as_ref().is_some_and(|condition| matches!(condition.bounds.as_slice(), [(Side::Above | Side::From, _)]))
    };
    if taken.iter().filter(open).count() > 1 {
        return None;
    }
    if taken.len() < 2 || zero.len() > 1 || !distinct || points.iter().max() != Some(max) || !exclude_each_other(taken) {
        return None;
    }
    open_between(asked, taken, doubts);
    if are_grades(taken) {
        let name = asked.words.name;
        doubts.push((
            &SEVERAL,
            text!(
                "“{name}”: nhiều người bị xử lý thì trừ từng người hay chỉ lấy mức cao nhất? Tạm lấy mức cao nhất",
                "“{name}”: does each of several people take points, or only the highest? The highest for now"
            ),
        ));
    }
    let mut ids = Vec::new();
    let mut level = |label: &str, points: Amount| {
        let label = capital(label);
        Level { id: unique(&label, "muc", &mut ids), label, points, penalty: None }
    };
    let none = zero.first().map_or("Không phát sinh", |case| case.label.as_str());
    let mut levels = vec![level(none, Amount::Points(Points::zero()))];
    levels.extend(taken.iter().filter_map(|case| Some(level(&case.label, takes(case)?.clone()))));
    Some(Rule::Levels { of: inputs.add(InputKind::Choice, asked.words.name, None), levels })
}

/// Tells whether two cases are grades of what people suffer: “khiển trách, cảnh cáo”, “cách chức, buộc thôi việc”.
fn are_grades(cases: &[&Case]) -> bool {
    let grade = |case: &&Case| case.condition.is_none() && (case.begins(&SUFFERED) || case.begins(&["bị"]) && case.says(&SUFFERED));
    cases.len() == 2 && cases.iter().all(grade)
}

/// Tells whether only one of several cases can hold: figures of one thing, and at most one that says that none of it was done,
/// “gửi chậm … không gửi …”.
fn exclude_each_other(cases: &[&Case]) -> bool {
    let denied = |case: &Case| match case.words.as_slice() {
        [word, verb, ..] if ["không", "chưa"].contains(&word.as_str()) => Some(verb.clone()),
        _ => None,
    };
    let (never, done): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| denied(case).is_some());
    // Who was dismissed is no longer only reproved: of two grades of what people suffer the higher counts.
    if are_grades(cases) {
        return true;
    }
    match (never.as_slice(), done.as_slice()) {
        ([], _) => one_measure(cases),
        ([never], done) => {
            let verb = denied(never).unwrap_or_default();
            let of_verb = |case: &&Case| case.words.len() > 1 && case.words.contains(&verb);
            !done.is_empty() && done.iter().all(of_verb) && (done.len() == 1 || one_measure(done))
        }
        _ => false,
    }
}

/// Tells whether cases speak of figures of one thing, so that only one of them can hold.
fn one_measure(cases: &[&Case]) -> bool {
    let words: Option<Vec<Vec<String>>> = cases.iter().map(|case| Some(case.condition.as_ref()?.words())).collect();
    words.is_some_and(|words| {
        let longest = words.iter().max_by_key(|one| one.len()).cloned().unwrap_or_default();
        words.iter().all(|one| telling(one).iter().all(|word| longest.iter().any(|other| other == word)))
    })
}

/// Makes a formula of several things counted, up to a cap.
fn sum(several: &[&Each], cap: &Points, max: &Points, inputs: &mut Inputs) -> Rule {
    let parts: Vec<String> = several.iter().map(|one| times(&one.amount.of(max), &counts_of(one, false, inputs))).collect();
    Rule::arithmetic(format!("min({}, {cap})", parts.join(" + ")))
}

/// Writes a product.
pub fn times(points: &Points, id: &str) -> String {
    if *points == Points::one() { id.to_owned() } else { format!("{points} * {id}") }
}

/// Makes a rule of so much for each thing.
pub fn count(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    if asked.words.takes {
        return None;
    }
    let all = each(pool, false);
    // Nobody has the number of times that 10 % of things are reached.
    if all.iter().any(|one| one.percent) {
        return None;
    }
    // "Mỗi vi phạm 0,5 điểm" gives nothing to those who break rules.
    let wrong = |one: &&Each| turns(&one.what.to_lowercase().split(' ').map(str::to_owned).collect::<Vec<_>>());
    // Of things that are done well or less well, those give less.
    let lesser =
        |one: &&&Each| all.iter().any(|other| !wrong(other) && other.amount.of(max) > one.amount.of(max) && same_thing(one, other));
    if all.iter().filter(|one| wrong(one)).any(|one| !lesser(&one)) {
        return None;
    }
    let most: Vec<Amount> = pool
        .limits()
        .into_iter()
        .map(|limit| match (limit, all.as_slice()) {
            (Limit::Most(most), _) => Some(most.clone()),
            (Limit::Things(number, what), [one]) => of_things(number, what, one, max).map(Amount::Points),
            _ => None,
        })
        .collect::<Option<_>>()?;
    if most.len() > 1 || most.iter().any(|most| most.of(max) > *max) {
        return None;
    }
    pool.cases(|case| case.is_zero() && case.is_negative() && case.condition.is_none() && denies_the_same(asked, case));
    // “Báo cáo gửi chậm: 0 điểm” beside “mỗi báo cáo gửi đúng hạn: 0,25 điểm” is none that counts.
    let badly = |case: &Case| turns(&case.words) || case.begins(&["không", "chưa"]);
    let of_them = |case: &Case| {
        let begins = |each: &&Each| {
            let words: Vec<String> = each.what.to_lowercase().split(' ').map(str::to_owned).collect();
            let first = case.words.first();
            first == words.first() || first.is_some_and(|first| words.get(1..).is_some_and(|rest| rest.contains(first)))
        };
        all.iter().any(begins)
    };
    pool.cases(|case| case.is_zero() && case.condition.is_none() && case.days.is_none() && badly(case) && of_them(case));
    // “Từ 10 bài trở lên: 2 điểm; dưới 10 bài: mỗi bài 0,2 điểm” comes to the same at 10.
    if let ([one], [most]) = (all.as_slice(), most.as_slice())
        && most.of(max) == *max
    {
        let reaches = |case: &Case| {
            let condition = case.condition.as_ref().filter(|condition| !condition.percent);
            let enough = |at: &Points| at * &one.amount.of(max) == *max;
            condition.is_some_and(|condition| matches!(condition.bounds.as_slice(), [(Side::From, at)] if enough(at))) && case.is_full(max)
        };
        // “Từ 05 thủ tục liên thông” says more of them than “mỗi thủ tục”.
        let mut tails = pool.cases(reaches).into_iter().filter_map(|case| Some(case.condition.as_ref()?.tail.replace(" trở lên", "")));
        let longer = tails.find(|tail| tail.to_lowercase().starts_with(&format!("{} ", one.what.to_lowercase())));
        if let Some(what) = longer {
            let of = counts_of(&Each { what, ..(*one).clone() }, true, inputs);
            return Some(Rule::Count { of, each: one.amount.clone(), cap: Some((*most).clone()) });
        }
    }
    if all.is_empty() {
        // "01 mô hình được 1 điểm, tối đa 2 điểm".
        let ones = pool.cases(|case| {
            let one =
                case.condition.as_ref().is_some_and(|condition| condition.bounds == [(Side::Exactly, Points::one())] && !condition.percent);
            one && matches!(case.gives, Gives::Amount(_, None))
        });
        if ones.len() != 1 && !most.is_empty() {
            return several_ones(&ones, pool, &most.first()?.of(max), max, inputs);
        }
        let ([case], false) = (ones.as_slice(), most.is_empty()) else { return None };
        let (condition, (each, _)) = (case.condition.as_ref()?, case.amount()?);
        let what = condition.words().join(" ");
        return Some(Rule::Count { of: counts(&what, true, inputs), each: each.clone(), cap: most.first().cloned() });
    }
    match all.as_slice() {
        [one] => Some(Rule::Count { of: counts_of(one, true, inputs), each: one.amount.clone(), cap: most.first().cloned() }),
        several => Some(sum(several, &most.first().map_or_else(|| max.clone(), |most| most.of(max)), max, inputs)),
    }
}

/// Tells whether two count the same things, each in its own state: “báo cáo gửi chậm”, “báo cáo gửi đúng hạn”.
fn same_thing(one: &Each, other: &Each) -> bool {
    let first = |each: &Each| each.what.to_lowercase().split(' ').take(2).map(str::to_owned).collect::<Vec<_>>();
    first(one) == first(other)
}

/// Gives the points of as many things as are counted at most: “0,5 điểm/hình thức, nhưng không quá 02 hình thức”.
pub fn of_things(number: &Points, what: &str, each: &Each, max: &Points) -> Option<Points> {
    let (counted, limited) = (each.what.to_lowercase(), what.to_lowercase());
    // “Cuộc kiểm tra có kết luận” are so many “cuộc”.
    let same = counted.split(" (").next() == Some(limited.as_str()) || counted.starts_with(&format!("{limited} "));
    (same && each.per == Points::one() && !each.percent).then(|| number * &each.amount.of(max))
}

/// Makes levels of “sáng kiến cấp tỉnh cộng 1 điểm, cấp trung ương cộng 2 điểm, tối đa cộng 2 điểm”, and asks whether several count;
/// where the cap can't be reached otherwise, each counts.
pub fn by_level(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let added = |case: &Case| if let Gives::Added(Amount::Points(points)) = &case.gives { Some(points.clone()) } else { None };
    let cases = pool.cases(|case| case.condition.is_none() && case.days.is_none() && added(case).is_some() && !case.is_negative());
    let points: Vec<Points> = cases.iter().filter_map(|case| added(case)).collect();
    let most = pool.limits();
    let cap = match most.as_slice() {
        [] => max.clone(),
        [Limit::Most(most)] => most.of(max),
        _ => return None,
    };
    pool.cases(|case| case.is_zero() && case.is_negative() && case.condition.is_none() && denies_the_same(asked, case));
    if cases.len() < 2 || asked.words.takes || cap != *max {
        return None;
    }
    let thing = cases.first().and_then(|case| case.label.split_once(" cấp ")).map(|(thing, _)| thing.to_owned());
    let label = |case: &Case| match &thing {
        Some(thing) if case.begins(&["cấp"]) => format!("{thing} {}", lowered(&case.label)),
        _ => capital(&case.label),
    };
    let sum: Points = points.iter().sum();
    if cap > sum && !most.is_empty() {
        let all: Vec<Each> = cases
            .iter()
            .zip(&points)
            .map(|(case, points)| Each {
                what: label(case),
                per: Points::one(),
                percent: false,
                amount: Amount::Points(points.clone()),
                takes: false,
                single: false,
            })
            .collect();
        return Some(self::sum(&all.iter().collect::<Vec<_>>(), &cap, max, inputs));
    }
    if points.iter().max() != Some(&cap) {
        return None;
    }
    let name = asked.words.name;
    let settled = !pool.take(|clause| (*clause == Clause::HighestOnly).then_some(())).is_empty();
    doubts.extend((!settled).then(|| {
        (
            &SEVERAL,
            text!(
                "“{name}”: nhiều kết quả thì cộng từng kết quả hay chỉ lấy mức cao nhất? Tạm lấy mức cao nhất",
                "“{name}”: does each of several results add, or only the highest? The highest for now"
            ),
        )
    }));
    let mut ids = Vec::new();
    let mut level =
        |label: String, points: Points| Level { id: unique(&label, "muc", &mut ids), label, points: Amount::Points(points), penalty: None };
    let mut levels: Vec<Level> = cases.iter().zip(points).map(|(case, points)| level(label(case), points)).collect();
    levels.push(level("Không có".to_owned(), Points::zero()));
    Some(Rule::Levels { of: inputs.add(InputKind::Choice, name, None), levels })
}

/// Makes a rule of “01 sáng kiến cấp tỉnh cộng 1 điểm; 01 sáng kiến cấp cơ sở cộng 0,5 điểm; không quá 2 điểm”, also without
/// “cộng”.
fn several_ones(given: &[&Case], pool: &mut Pool<'_>, cap: &Points, max: &Points, inputs: &mut Inputs) -> Option<Rule> {
    let one = |case: &Case| {
        let condition = case.condition.as_ref()?;
        let (Gives::Added(amount) | Gives::Amount(amount, None)) = &case.gives else { return None };
        let single = condition.bounds == [(Side::Exactly, Points::one())] && !condition.percent && !condition.after.is_empty();
        single.then(|| Each {
            what: condition.tail.clone(),
            per: Points::one(),
            percent: false,
            amount: amount.clone(),
            takes: false,
            single: false,
        })
    };
    let all: Vec<Each> = if given.is_empty() {
        pool.take(|clause| if let Clause::Case(case) = clause { one(case) } else { None })
    } else {
        given.iter().map(|case| one(case)).collect::<Option<_>>()?
    };
    let all: Vec<&Each> = all.iter().collect();
    match all.as_slice() {
        [] => None,
        [one] => Some(Rule::Count { of: counts_of(one, true, inputs), each: one.amount.clone(), cap: Some(Amount::Points(cap.clone())) }),
        several => Some(sum(several, cap, max, inputs)),
    }
}

/// Asks whether “01 người vi phạm trừ 0,5 điểm” is said of each, where no limit shows that more than one is meant.
pub fn singles(asked: &Asked<'_>, taken: &[&Each], limited: bool, doubts: &mut Vec<Doubt>) {
    for one in taken.iter().filter(|one| one.single && !limited) {
        let (name, what) = (asked.words.name, &one.what);
        doubts.push((
            &GAP,
            text!(
                "“{name}”: bảng chỉ ghi 01 {what} trừ bao nhiêu điểm; tạm hiểu là mỗi {what} đều trừ",
                "“{name}”: the table says what one takes (“{what}”); each takes as much for now"
            ),
        ));
    }
}
