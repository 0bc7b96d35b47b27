//! What lines say of having nothing to do: all points, none, some, or that the criterion doesn't count.

use crate::convert::draft::{Inputs, Measure, Rule, Step};
use crate::convert::line::{Case, Clause, Gives, WordedClause, telling};
use crate::finding::convert::NOTHING_TO_DO;
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::pool::Pool;
use super::written::of_steps;
use super::{Doubt, Words};

/// Tells whether a case speaks of having nothing to do; one that denies anything does only where it gives the maximum.
fn speaks(case: &Case, max: &Points) -> bool {
    let full = case.is_full(max);
    let none = case.begins(&["không có", "không phát hiện", "không phải", "không", "chưa"]) && full;
    case.condition.is_none() && case.days.is_none() && (case.is_nothing_to_do() || none)
}

/// Gives the word of sets for what a case gives, where there is one.
fn word(case: &Case, max: &Points) -> Option<&'static str> {
    match &case.gives {
        Gives::NotCounted => Some("not_applicable"),
        Gives::Amount(_, None) if case.is_full(max) => Some("full"),
        Gives::Amount(Amount::Points(points) | Amount::Share(points), None) if points.is_zero() => Some("zero"),
        _ => None,
    }
}

/// Gives what a case says of having nothing to do.
pub fn says(case: &Case, max: &Points) -> Option<&'static str> {
    // “Có vi phạm thì không chấm điểm tiêu chí này” is no lack of things to do.
    let left_out = |case: &Case| case.begins(&["không có", "chưa có", "không áp dụng", "không thuộc", "không phát hiện"]);
    word(case, max).filter(|word| speaks(case, max) || *word == "not_applicable" && left_out(case))
}

/// Gives the words that say that there is nothing to do, before they are taken.
pub fn denied(max: &Points, pool: &Pool<'_>) -> Option<String> {
    let denies = |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if says(case, max).is_some());
    pool.left().find(denies).map(|one| one.text.clone())
}

/// Takes what the lines say of having nothing to do. Where they say two things of it, neither is taken.
pub fn of_nothing(max: &Points, pool: &mut Pool<'_>) -> Option<&'static str> {
    let says = |case: &Case| says(case, max);
    let found: Vec<&'static str> = pool.clone().cases(|case| says(case).is_some()).into_iter().filter_map(says).collect();
    let first = *found.first().filter(|first| found.iter().all(|word| word == *first))?;
    pool.cases(|case| says(case).is_some());
    Some(first)
}

/// Asks what “không phát sinh thì không tính điểm” means: no points, or a criterion that doesn't count.
pub fn refused(words: &Words<'_>, said: &[WordedClause]) -> Option<Doubt> {
    const REFUSES: [&str; 4] = ["không tính", "không chấm", "không xét", "không đánh giá"];
    let open = |one: &&WordedClause| {
        let plain = one.text.to_lowercase();
        let bare = plain.trim_end_matches(['.', ';', ' ']).ends_with("không tính");
        matches!(&one.clause, Clause::Case(case) if (case.is_nothing_to_do() || bare) && case.is_zero())
            && REFUSES.iter().any(|word| plain.contains(word))
    };
    let (name, text) = (words.name, &said.iter().find(open)?.text);
    Some((
        &NOTHING_TO_DO,
        text!(
            "“{name}”: “{text}” là 0 điểm hay không tính tiêu chí này? Tạm tính 0 điểm",
            "“{name}”: does “{text}” give 0 points, or leave the criterion out? 0 points for now"
        ),
    ))
}

/// Takes the points that having nothing to do gives, where these are neither all nor none: “không nhận được phản ánh nào thì
/// được 1,5 điểm”. What it denies is the whole that the rate is of, never what was done with it.
pub fn some_for_nothing(words: &Words<'_>, pool: &mut Pool<'_>, of: &[String]) -> Option<Points> {
    let max = words.max;
    let name: Vec<String> = words.name.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let known = |word: &&str| {
        ["nào", "phải", "nhận", "phát", "sinh", "hiện", "tiếp", "không", "chưa", "đơn", "vị", "giao", "cần", "năm"].contains(word)
            || of.iter().any(|one| one == word)
            || name.iter().any(|one| one == word)
    };
    let denies = |case: &Case| {
        let arises = case.is_nothing_to_do() || case.begins(&["không phát hiện", "không có"]) && case.says(&["nào", "phải"]);
        let done = ["đúng", "đầy đủ", "kịp thời", "hoàn thành", "xử lý", "giải quyết", "trả lời", "thực hiện", "đạt"];
        arises && !case.says(&done) && telling(&case.words).iter().all(known)
    };
    let some = |case: &Case| {
        let plain = case.condition.is_none() && case.days.is_none() && word(case, max).is_none();
        case.amount().filter(|(_, penalty)| plain && penalty.is_none() && denies(case)).map(|(amount, _)| amount.of(max))
    };
    let found: Vec<Points> = pool.clone().cases(|case| some(case).is_some()).into_iter().filter_map(some).collect();
    let [points] = found.as_slice() else { return None };
    pool.cases(|case| some(case).is_some());
    Some(points.clone())
}

/// Writes steps on a rate as a formula, with points of their own for 0 of 0; `None` where the measure has no whole.
pub fn with_points_for_nothing(
    measure: &Measure,
    steps: &[Step],
    otherwise: Option<&Amount>,
    max: &Points,
    nothing: &Points,
) -> Option<Rule> {
    let (of, (to, _)) = (&measure.of, measure.to.as_ref()?);
    let text = of_steps(measure, steps, otherwise, max)?;
    Some(Rule::arithmetic(format!("if({to} = 0 and {of} = 0, {}, {text})", nothing.plain())))
}

/// Words that narrow a whole to some of its things.
const SOME_OF_THEM: [&str; 12] = [
    "đến hạn",
    "đến thời hạn",
    "phải xử lý",
    "phải giải quyết",
    "phải trả lời",
    "phải thực hiện",
    "đủ điều kiện",
    "có hiệu lực",
    "có nghĩa vụ tài chính",
    "thuộc diện",
    "được phê duyệt",
    "được chấp thuận",
];

/// Asks of words on having nothing to do that say less than the total of the rate: “không có vụ việc thuộc thẩm quyền: 2 điểm” beside “vụ
/// việc đến hạn giải quyết”, or that speak only of units that looked: “qua kiểm tra không phát hiện sai phạm: 2 điểm”.
pub fn of_less(words: &Words<'_>, said: &[WordedClause], rule: &Rule, inputs: &Inputs) -> Vec<Doubt> {
    const LOOKED: [&str; 8] = [
        "qua kiểm tra",
        "qua rà soát",
        "qua tự kiểm tra",
        "qua thanh tra",
        "khi kiểm tra",
        "khi rà soát",
        "kiểm tra không phát hiện",
        "rà soát không phát hiện",
    ];
    let told =
        |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if says(case, words.max) == Some("full") && speaks(case, words.max));
    let Some(case) = said.iter().find(told) else { return Vec::new() };
    let Some((to, _)) = measures(rule).into_iter().find_map(|measure| measure.to.as_ref()) else { return Vec::new() };
    let Some(whole) = inputs.list.iter().find(|input| input.id == *to).map(|input| input.label.to_lowercase()) else { return Vec::new() };
    let (name, text) = (words.name, case.text.trim_end_matches(['.', ';', ' ']));
    let plain = text.to_lowercase();
    let mut doubts = Vec::new();
    let general = ["không phát sinh", "không có phát sinh"].iter().any(|word| plain.contains(word));
    if let Some(narrow) = SOME_OF_THEM.iter().find(|word| whole.contains(*word) && !plain.contains(*word)).filter(|_| !general) {
        doubts.push((
            &NOTHING_TO_DO,
            text!(
                "“{name}”: “{text}”; bảng chưa quy định trường hợp có việc nhưng không có việc nào “{narrow}” (mẫu số bằng 0) thì được bao nhiêu điểm; tạm tính như nhau",
                "“{name}”: “{text}”; the table doesn't say what a unit gets that had some, and none of them “{narrow}” (0 of 0); the same for now"
            ),
        ));
    }
    if LOOKED.iter().any(|word| plain.contains(word)) {
        doubts.push((
            &NOTHING_TO_DO,
            text!(
                "“{name}”: “{text}”; bảng chưa quy định trường hợp đơn vị không kiểm tra, rà soát thì được bao nhiêu điểm; tạm tính như nhau",
                "“{name}”: “{text}”; the table doesn't say what a unit gets that looked at nothing; the same for now"
            ),
        ));
    }
    doubts
}

/// Lists what a rule measures.
fn measures(rule: &Rule) -> Vec<&Measure> {
    match rule {
        Rule::Steps { measure, .. } | Rule::Ratio { measure, .. } | Rule::Interpolate { measure, .. } | Rule::Relative { measure } => {
            vec![measure]
        }
        Rule::StepBy(steps) => vec![&steps.measure],
        Rule::BestOf(rules) => rules.iter().flat_map(measures).collect(),
        _ => Vec::new(),
    }
}

/// Asks what a unit gets that had nothing to do; `typed` where it can't say so, since it types a rate.
pub fn question(name: &str, typed: bool) -> Doubt {
    let message = if typed {
        text!(
            "“{name}”: bảng chưa quy định trường hợp đơn vị không phát sinh (mẫu số bằng 0) thì được bao nhiêu điểm; tạm để đơn vị nhập tỷ lệ",
            "“{name}”: the table doesn't say what a unit gets that had nothing to do (0 of 0); units type a rate for now"
        )
    } else {
        text!(
            "“{name}”: bảng chưa quy định trường hợp đơn vị không phát sinh (mẫu số bằng 0) thì được bao nhiêu điểm; tạm tính 0 điểm",
            "“{name}”: the table doesn't say what a unit gets that had nothing to do (0 of 0); 0 points for now"
        )
    };
    (&NOTHING_TO_DO, message)
}

/// Tells whether words name things that arise or don't: late files, complaints, what a check found.
pub fn arises(plain: &str) -> bool {
    const ARISING: [&str; 22] = [
        "hết hiệu lực",
        "ngưng hiệu lực",
        "dôi dư",
        "trễ hạn",
        "trễ hẹn",
        "quá hạn",
        "chậm hạn",
        "vi phạm",
        "sai phạm",
        "phản ánh",
        "khiếu nại",
        "tố cáo",
        "trái pháp luật",
        "trái luật",
        "phát hiện",
        "bất cập",
        "tồn tại",
        "hạn chế",
        "đơn thư",
        "phát sinh",
        "kiến nghị xử lý",
        "kết luận thanh tra",
    ];
    ARISING.iter().any(|thing| plain.contains(thing))
}

/// “Không áp dụng: không chấm điểm” leaves the criterion out, rather than giving nothing.
pub fn not_counted(one: &mut WordedClause) {
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
pub fn left_out(said: &mut [WordedClause]) {
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
