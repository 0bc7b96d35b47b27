//! What a level denies: all that the others say, or only a part of it.

use crate::convert::line::{Case, Clause, Side, telling, turns};
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::conditions::{DONE, listed};
use super::measure::Asked;

/// Words of doing and having that any denial may say.
const GENERIC: [&str; 35] = [
    "thiếu", "không", "chưa", "triển", "khai", "yêu", "cầu", "trên", "nào", "được", "tiêu", "chí", "quy", "định", "đáp", "ứng", "tổ",
    "chức", "một", "hoặc", "năm", "kỳ", "ban", "hành", "gửi", "nộp", "xây", "dựng", "đơn", "vị", "nội", "dung", "việc", "phát", "sinh",
];

/// Tells whether a case denies only what the criterion or its other clauses speak of: “không có mô hình” beside “mỗi mô hình”, not
/// “không niêm yết trên Cổng” beside a rate of files.
pub fn denies_the_same(asked: &Asked<'_>, case: &Case) -> bool {
    let plain = |text: &str| -> Vec<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let mut known = plain(asked.words.name);
    let own = |clause: &Clause| matches!(clause, Clause::Case(other) if other == case);
    known.extend(asked.said.iter().filter(|one| !own(&one.clause)).flat_map(|one| plain(&one.text)));
    // “Dưới chỉ tiêu” says of the target only that it was not reached.
    let below = |word: &str| case.is_below_target() && ["dưới", "thấp", "nhỏ", "hơn", "tới"].contains(&word);
    telling(&case.words).iter().all(|word| GENERIC.contains(word) || below(word) || known.iter().any(|one| one == word))
}

/// Asks what lateness gives where all levels that give points are in time and the others only deny that anything was done: “gửi
/// đúng hạn: 2 điểm; không gửi: 0 điểm”.
pub fn late_is_open(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    const IN_TIME: [&str; 6] = ["đúng hạn", "kịp thời", "đúng thời hạn", "đúng thời gian", "đúng tiến độ", "trong thời hạn"];
    const LATE: [&str; 9] = ["chậm", "trễ", "muộn", "quá hạn", "quá thời hạn", "không đúng", "chưa đúng", "không kịp thời", "sau"];
    let timed = |case: &&&Case| case.days.is_some() || case.condition.is_some();
    // “Nhưng chưa sửa đổi kịp thời” denies it, too.
    let not_yet = |case: &Case| {
        let words = &case.words;
        let denied = |at: usize| {
            (1..=4).any(|back| {
                at.checked_sub(back).and_then(|at| words.get(at)).is_some_and(|word| ["chưa", "không"].contains(&word.as_str()))
            })
        };
        case.says(&["nhưng", "song"])
            && (0..words.len())
                .any(|at| denied(at) && IN_TIME.iter().any(|time| words.get(at..).unwrap_or_default().join(" ").starts_with(time)))
    };
    let late =
        |case: &&&Case| case.is_rest() || not_yet(case) || case.says(&LATE) || case.says(&["một trong", "chưa kịp thời", "không đảm bảo"]);
    // “Không: 0” denies all that is said of the other level.
    let never = |case: &&&Case| case.gives_nothing() && turns(&case.words) && case.words.len() > 1 && !case.says(&IN_TIME);
    let (none, some): (Vec<&&Case>, Vec<&&Case>) = cases.iter().partition(|case| case.gives_nothing());
    let in_time = !some.is_empty() && some.iter().all(|case| case.says(&IN_TIME) && !case.is_negative());
    half_done_is_open(asked, (&some, &none), cases, doubts);
    if !in_time || none.is_empty() || !none.iter().all(never) || cases.iter().any(|case| timed(&case) || late(&case)) {
        return;
    }
    let name = asked.words.name;
    doubts.push((
        &GAP,
        text!("“{name}”: bảng không nói thực hiện chậm được mấy điểm", "“{name}”: the table doesn't say what doing it late gives"),
    ));
}

/// Asks what a unit gets of which nothing changed, where one level is of less and another of more: “giảm so với năm trước: 1; tăng: 0”,
/// “thấp hơn biên chế giao: 1; vượt biên chế giao: 0”.
pub fn unchanged_is_open(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    const DOWN: [&str; 5] = ["giảm", "thấp hơn", "ít hơn", "tụt", "xuống"];
    const UP: [&str; 5] = ["tăng", "cao hơn", "vượt", "nhiều hơn", "lên hạng"];
    const SAME: [&str; 10] =
        ["bằng", "giữ nguyên", "giữ", "ổn định", "tương đương", "ngang", "duy trì", "không đổi", "không thay đổi", "còn lại"];
    let denied = |word: &str, case: &Case| ["không", "chưa"].iter().any(|no| case.says(&[&format!("{no} {word}")]));
    let moves =
        |case: &&&Case, list: &[&str]| list.iter().any(|word| case.says(&[word]) && !denied(word, case)) && !case.says(&["tăng cường"]);
    let told = |case: &&&Case| {
        let same = case.says(&SAME) || case.is_rest() || DOWN.iter().chain(&UP).any(|word| denied(word, case));
        same || moves(case, &DOWN) && moves(case, &UP)
    };
    let (down, up) = (cases.iter().any(|case| moves(&case, &DOWN)), cases.iter().any(|case| moves(&case, &UP)));
    if !down || !up || cases.iter().any(|case| told(&case)) {
        return;
    }
    let name = asked.words.name;
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng không nói trường hợp bằng (không tăng, không giảm) được mấy điểm",
            "“{name}”: the table doesn't say what a unit gets of which nothing went up or down"
        ),
    ));
}

/// Asks what doing it badly gives, where one level says how well it has to be done and the other only that it was not done: “công
/// khai đầy đủ: 2 điểm; không công khai: 0 điểm”.
fn half_done_is_open(asked: &Asked<'_>, (some, none): (&[&&Case], &[&&Case]), cases: &[&Case], doubts: &mut Vec<Doubt>) {
    const WELL: [&str; 6] = ["đầy đủ", "đủ", "đúng quy định", "đảm bảo", "bảo đảm", "đạt yêu cầu"];
    let ([yes], [no], 2) = (some, none, cases.len()) else { return };
    let name = asked.words.name;
    // “Có đầy đủ phiếu xin lỗi hoặc không có hồ sơ trễ hạn” says two things, of which the first may be done in part.
    let first = yes.words.windows(2).position(|pair| matches!(pair, [or, no] if or == "hoặc" && (no == "không" || no == "chưa")));
    let positive = match first {
        Some(at) => !["không", "chưa"].iter().any(|no| yes.words.iter().take(at).any(|word| word == no)),
        None => !yes.is_negative(),
    };
    let denies = no.words.len() > 1
        && no.says(&["không", "chưa"])
        && !no.says(&WELL)
        && !no.is_rest()
        && !no.says(&["một trong", "hoặc"])
        && !no.begins(&["thiếu"]);
    let never = denies && no.words.iter().skip(1).all(|word| yes.words.contains(word) || ["nhưng", "mà"].contains(&word.as_str()));
    let how = WELL.iter().find(|how| yes.says(&[how])).map(|how| (*how).to_owned()).or_else(|| further_act(yes, no));
    let Some(how) = how.filter(|_| never && positive) else { return };
    if yes.condition.is_some() || yes.days.is_some() || no.condition.is_some() {
        return;
    }
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng không nói thực hiện nhưng không “{how}” được mấy điểm",
            "“{name}”: the table doesn't say what doing it gives, but not “{how}”"
        ),
    ));
}

/// Gives what a level asks for besides what the other one denies: “duy trì”, “công bố” of “áp dụng, duy trì và công bố” beside “không
/// áp dụng”.
fn further_act(yes: &Case, no: &Case) -> Option<String> {
    let label = yes.label.to_lowercase();
    let acts = listed(&label);
    let denied = |act: &str| act.split_whitespace().any(|word| no.words.iter().skip(1).any(|one| one == word));
    let is_act = |act: &str| DONE.iter().any(|verb| act.strip_prefix(verb).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    let (first, rest) = acts.split_first()?;
    let open: Vec<&str> = rest.iter().copied().filter(|act| is_act(act) && !denied(act)).collect();
    (denied(first) && !open.is_empty() && !yes.says(&["hoặc"])).then(|| open.join("”, “"))
}

/// Tells whether a case is any fault at all, one or more: “có ít nhất 01 đơn vị vượt”, “từ 01 văn bản trở lên trái pháp luật”.
pub fn is_any_fault(case: &Case) -> bool {
    const FAULTS: [&str; 8] = ["vượt", "trái", "sai", "vi phạm", "chậm", "trễ", "quá hạn", "không đúng"];
    let Some(condition) = case.condition.as_ref().filter(|condition| !condition.percent) else { return false };
    let any = match condition.bounds.as_slice() {
        [(Side::From, at)] => *at == Points::one(),
        [(Side::Above, at)] => at.is_zero(),
        _ => false,
    };
    any && case.says(&FAULTS)
}
