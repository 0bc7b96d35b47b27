//! Clauses of so much for each: `mỗi quy chế 0,5 điểm`, `cứ giảm 1% trừ 0,05`.

use super::bounds::{Side, condition};
use super::clause::{Clause, Each, Limit, Slope};
use super::describe::{describes, names, turns};
use super::gives::amount;
use super::others::lowered;
use super::words::Phrase;
use crate::points::Points;
use crate::yaml::Amount;

/// Words between what is counted and its points.
const GIVING: [&str; 20] = [
    "thì bị trừ",
    "sẽ bị trừ",
    "bị trừ",
    "thì trừ",
    "trừ đi",
    "trừ",
    "được cộng thêm",
    "được cộng",
    "được thưởng thêm",
    "được thưởng",
    "thưởng",
    "cộng thêm",
    "cộng",
    "được tính",
    "được",
    "tính",
    "đạt",
    "thì",
    ":",
    "-",
];

/// Words of taking.
pub const TAKING: [&str; 2] = ["trừ", "giảm trừ"];

/// Reads a phrase as so much for each.
pub fn each(phrase: Phrase<'_>) -> Option<Clause> {
    let phrase = phrase.trimmed();
    // “Mỗi mô hình 1 điểm (1 điểm/mô hình)”.
    let bracketed = phrase.sign(0) == Some('(') && phrase.sign(phrase.len() - 1) == Some(')') && phrase.len() > 2;
    let phrase = if bracketed { phrase.part(1, phrase.len() - 1).trimmed() } else { phrase };
    slope(phrase).map(Clause::Slope).or_else(|| counted(phrase).map(Clause::Each)).or_else(|| for_each(phrase).map(Clause::Each))
}

/// Reads “dưới 10 bài: mỗi bài 0,2 điểm”: so much for each of so many things at most.
pub fn below_a_number(left: Phrase<'_>, right: Phrase<'_>) -> Option<[Clause; 2]> {
    let Clause::Each(each) = each(right)? else { return None };
    let condition = condition(left.trimmed().without_front(&["nếu", "trường hợp", "còn lại"]).without_end(&["thì"]))?;
    let [(Side::Below, at)] = condition.bounds.as_slice() else { return None };
    let thing = condition.tail.to_lowercase();
    let counted = each.what.to_lowercase();
    let same = counted == thing || counted.starts_with(&format!("{thing} ")) || thing.starts_with(&format!("{counted} "));
    let fits = !condition.percent && same && !thing.is_empty() && !each.takes && !each.percent && each.per == Points::one();
    fits.then(|| {
        [Clause::Each(Each { what: condition.tail.clone(), ..each }), Clause::Limit(Limit::Things(at.clone(), condition.tail.clone()))]
    })
}

/// Reads “có 04 báo cáo định kỳ” before “mỗi báo cáo …”: so many of them are expected.
pub fn announced(left: Phrase<'_>, right: Phrase<'_>) -> Option<Clause> {
    let left = left.trimmed().without_front(&["có", "gồm", "trong năm có", "trong năm", "tổng số"]);
    let number = left.number(0).filter(|number| number.is_whole() && left.sign(1) != Some('%'))?;
    let width = right.trimmed().says_any(0, &["cứ mỗi", "mỗi"]);
    let (things, each) = (left.from(1), right.trimmed().from(width));
    let same = things.word(0).is_some() && things.word(0) == each.word(0);
    (width > 0 && same && describes(things)).then(|| Clause::Announced(number.clone()))
}

/// Takes words of giving off the end; “đơn vị không đạt” keeps its “đạt”.
fn without_giving(phrase: Phrase<'_>) -> Phrase<'_> {
    let rest = phrase.without_end(&GIVING);
    let denied = ["không", "chưa", "được", "bị"].iter().any(|word| rest.is(rest.len().wrapping_sub(1), word));
    let verb = phrase.says_any(rest.len(), &["được tính", "đạt", "được", "tính"]);
    if denied && verb > 0 { phrase.part(0, rest.len() + verb) } else { rest }
}

/// Tells whether points are taken: by a word, or by a minus before them.
fn is_taken(phrase: Phrase<'_>, from: usize, at: usize) -> bool {
    phrase.part(from, at).has(&TAKING) || (at > 0 && phrase.is_minus(at - 1))
}

/// Finds where the points begin, with the words of giving before them; gives both places.
fn giving(phrase: Phrase<'_>) -> Option<(usize, usize, Amount)> {
    (1..phrase.len()).find_map(|at| {
        let (points, end) = amount(phrase.from(at), false).filter(|(_, end)| at + end == phrase.len())?;
        let _ = end;
        let before = without_giving(phrase.part(0, at));
        // A number alone is points only behind a word of giving.
        let loud = before.len() < at || phrase.from(at).has(&["điểm", "đ"]);
        loud.then(|| (before.len(), at, points))
    })
}

/// Reads `cứ mỗi sáng kiến được cộng 0,5 điểm`, `thiếu 01 báo cáo trừ 0,5đ`, `bị khiển trách: mỗi người trừ 1 điểm`.
fn counted(phrase: Phrase<'_>) -> Option<Each> {
    let begin = phrase.says_any(0, &["cứ mỗi", "cứ có", "cứ", "mỗi"]);
    let share = share_of(phrase, begin).filter(|_| begin > 0);
    let (head, from, per, tail) = if let Some((per, from)) = share.clone() {
        (None, from, per, None)
    } else if begin > 0 {
        // "Cứ thiếu 01 báo cáo …".
        let fails = phrase.says_any(begin, &["thiếu hoặc chậm", "chậm hoặc thiếu", "thiếu", "chậm", "trễ", "sai"]);
        let (per, from) = number_of(phrase, begin + fails);
        (None, from, per, (fails > 0).then(|| phrase.part(begin, begin + fails)))
    } else {
        // "Hồ sơ trễ hạn: mỗi hồ sơ …", "thiếu 01 báo cáo …", "chậm mỗi ngày …", "01 người vi phạm trừ …".
        let from = phrase.len() - phrase.without_front(&["nếu", "khi", "có"]).len();
        let bare = is_one(phrase, from) && phrase.word(from + 1).is_some();
        let at = bare.then_some(from).or_else(|| {
            // “Nếu có nhiệm vụ quá hạn thì cứ 01 nhiệm vụ trừ …”.
            let every = |at: usize| phrase.is(at, "cứ") && phrase.number(at + 1).is_some() && phrase.sign(at + 2) != Some('%');
            (1..phrase.len()).find(|at| {
                phrase.says_any(*at, &["mỗi", "cứ mỗi"]) > 0 || every(*at) || (is_one(phrase, *at) && fails(phrase.part(0, *at)))
            })
        })?;
        let width = phrase.says_any(at, &["cứ mỗi", "cứ", "mỗi"]);
        let (per, from) = number_of(phrase, at + width);
        let head = phrase.part(0, at).trimmed().without_end(&["thì"]).without_front(&["nếu"]);
        if !describes(head) {
            return None;
        }
        if bare {
            (None, from, per, Some(phrase.part(0, 0)))
        } else if fails(head) {
            (None, from, per, Some(head))
        } else {
            (Some(head), from, per, None)
        }
    };
    let (end, at, points) = giving(phrase)?;
    let what = phrase.part(from, end).trimmed().without_end(&["thì", ",", "là"]);
    if what.is_empty() || !is_thing(what) || at <= from {
        return None;
    }
    // “Mỗi năm có mô hình mới” says when, in the one year that is scored.
    if what.is(0, "năm") && begin > 0 && per == Points::one() {
        return None;
    }
    // “Đối thoại mỗi quý một lần” says how often, too.
    let often = what.number(1).is_some() || what.says_any(1, &["một", "ít nhất", "tối thiểu"]) > 0;
    if often && ["quý", "tháng", "tuần", "năm", "ngày"].iter().any(|unit| what.is(0, unit)) {
        return None;
    }
    let takes = is_taken(phrase, end, at);
    // "Thiếu một trong hai: 0" is a case.
    if tail.is_some() && !takes {
        return None;
    }
    // “Phát hiện 01 thủ tục niêm yết sai”, “không đầy đủ thì mỗi chuyên mục thiếu” say of the thing itself what is wrong.
    let wrong = turns(&what.words());
    let found = |tail: Phrase<'_>| ["phát hiện", "để xảy ra", "có"].iter().any(|word| tail.trimmed().says(0, word) == tail.trimmed().len());
    let unit = what.says_any(0, &["lần", "lượt", "buổi", "cuộc", "giờ", "ngày", "phiên"]);
    let counted = match (head, tail) {
        // “Vắng 01 lần không lý do” are times of absence.
        (None, Some(tail)) if unit > 0 && what.len() > unit && wrong && !turns(&tail.words()) && !tail.is_empty() && !found(tail) => {
            format!("{} {} {}", what.part(0, unit).shown(), lowered(&tail.shown()), what.from(unit).shown())
        }
        (Some(head), _) => format!("{} ({})", what.shown(), head.shown()),
        (_, Some(tail)) if !tail.is_empty() && !wrong && !found(tail) => format!("{} {}", what.shown(), lowered(&tail.shown())),
        _ => what.shown(),
    };
    let single = tail.is_some_and(Phrase::is_empty);
    Some(Each { what: counted, per, percent: share.is_some(), amount: points, takes, single })
}

/// Finds the share from which on a thing is counted: “vượt từ 10%”, “rút ngắn trên 20%”, “từ 20% đến dưới 30%”. Gives where its words
/// begin, and the place behind them.
fn how_far(what: Phrase<'_>) -> Option<(usize, usize)> {
    const UNITS: [&str; 8] = ["người", "học viên", "lượt", "đại biểu", "hộ", "đơn vị", "triệu", "tỷ"];
    // “Mỗi lượt cử từ 05 người trở lên” is one of as many.
    let share = |at: usize| what.number(at).is_some() && (what.sign(at + 1) == Some('%') || UNITS.iter().any(|unit| what.is(at + 1, unit)));
    let bound = |from: usize| {
        let width = what.says_any(from, &["từ", "trên", "quá", "hơn", "ít nhất", "tối thiểu"]);
        (width > 0 && share(from + width)).then_some(from + width + 2)
    };
    let (from, end) = (0..what.len()).find_map(|from| Some((from, bound(from)?)))?;
    let width = what.says_any(end, &["đến dưới", "đến", "tới dưới", "tới", "-"]);
    let end = if width > 0 && share(end + width) { end + width + 2 } else { end };
    (0..what.len()).all(|at| !share(at) || (from..end).contains(&at)).then_some((from, end))
}

/// Tells whether words name a thing that is counted, also with the time from which on it is: “báo cáo chậm quá 05 ngày”. “Báo cáo
/// chậm 05 ngày” may be each report, or every five days of it.
fn is_thing(what: Phrase<'_>) -> bool {
    const TIMES: [&str; 5] = ["ngày", "giờ", "tháng", "tuần", "năm"];
    const LATE: [&str; 6] = ["chậm", "trễ", "trễ hạn", "muộn", "quá hạn", "chậm hạn"];
    let time = |at: usize| what.number(at).is_some() && TIMES.iter().any(|unit| what.is(at + 1, unit));
    let stands = |at: usize, word: &str| at.checked_sub(word.split(' ').count()).is_some_and(|from| what.says(from, word) > 0);
    let goes_up = |at: usize| what.find("trở lên").is_some_and(|end| end > at);
    let from_on = |at: usize| stands(at, "từ") && goes_up(at);
    let bounded = |at: usize| ["quá", "trên", "hơn"].iter().any(|word| stands(at, word)) || from_on(at);
    if (0..what.len()).any(|at| time(at) && LATE.iter().any(|word| stands(at, word))) {
        return false;
    }
    // “Báo cáo chậm từ 01 đến 03 ngày”, “chậm dưới 03 ngày” say how late each is.
    let last = what.without_end(&["làm việc"]).len();
    let end = (0..what.len()).find(|at| time(*at) && at + 2 == last);
    // “Trình chậm đến 15 ngày” is how late each is at most.
    let late_until = |at: usize| at > 1 && stands(at, "đến") && LATE.iter().any(|word| stands(at - 1, word));
    let ranged = |at: usize| {
        stands(at, "dưới")
            || late_until(at)
            || at > 2
                && (stands(at, "đến") || stands(at, "đến dưới"))
                && (0..at).any(|from| what.is(from, "từ") && what.number(from + 1).is_some())
    };
    if let Some(at) = end.filter(|at| ranged(*at)) {
        let begin = (0..at).find(|from| ["từ", "dưới", "đến"].iter().any(|word| what.is(*from, word))).unwrap_or(at);
        return describes(what.part(0, begin)) && begin > 0;
    }
    // “Hồ sơ phải bổ sung quá 01 lần” says how often each was.
    let often = |at: usize| ["lần", "lượt"].iter().any(|unit| what.is(at + 1, unit)) && bounded(at);
    let timed = |at: usize| what.number(at).is_none() || time(at) && bounded(at) || often(at);
    let open = |at: usize| what.says_any(at, &["dưới", "từ", "đến", "tới"]) == 0 || what.is(at, "từ") && time(at + 1) && from_on(at + 1);
    let plain = |part: Phrase<'_>| names(part) && (0..part.len()).all(|at| timed(at) && open(at));
    // “Chỉ tiêu vượt từ 10% trở lên”, “thủ tục rút ngắn từ 20% đến dưới 30%” say how far each goes.
    if let Some((from, end)) = how_far(what) {
        let behind = what.from(end).without_front(&["thời gian", "trở lên"]).without_end(&["trở lên"]);
        return from > 1 && describes(what.part(0, from)) && (behind.is_empty() || describes(behind));
    }
    describes(what) || what.number(0).is_none() && plain(what)
}

/// Tells whether words say that something fails: what they count is taken.
fn fails(phrase: Phrase<'_>) -> bool {
    let words =
        ["vắng", "thiếu", "chậm", "trễ", "quá hạn", "sai", "vi phạm", "muộn", "vượt", "không nộp", "không có", "để xảy ra", "phát hiện"];
    let core = phrase.trimmed().without_front(&["nếu", "trường hợp", "khi"]);
    // “Không hoàn thành 01 nhiệm vụ”, not “không quá 01 nhiệm vụ”.
    let bounds = ["quá", "dưới", "hơn", "vượt", "ít", "nhiều"];
    let denied = ["không", "chưa"].iter().any(|word| core.is(0, word)) && core.len() > 1 && !bounds.iter().any(|word| core.is(1, word));
    (denied || words.iter().any(|said| core.says(0, said) > 0 || core.len() == core.find(said).map_or(0, |at| at + core.says(at, said))))
        && core.len() <= 4
}

/// Tells whether 1 stands at a place.
fn is_one(phrase: Phrase<'_>, at: usize) -> bool {
    phrase.number(at) == Some(&Points::one()) && phrase.sign(at + 1) != Some('%') || phrase.is(at, "một")
}

/// Reads “1% hồ sơ trễ hạn”: how many per cent of the things points are given for, and where the things begin.
fn share_of(phrase: Phrase<'_>, at: usize) -> Option<(Points, usize)> {
    let at = at + phrase.says_any(at, &["có", "phát sinh"]);
    let share = phrase.number(at)?;
    (phrase.sign(at + 1) == Some('%') && phrase.word(at + 2).is_some()).then(|| (share.clone(), at + 2))
}

/// Numbers of things in words.
const NUMERALS: [(&str, i64); 8] = [("hai", 2), ("ba", 3), ("bốn", 4), ("sáu", 6), ("bảy", 7), ("tám", 8), ("chín", 9), ("mười", 10)];

/// Reads the number of things that points are given for; 1 where none is said.
fn number_of(phrase: Phrase<'_>, at: usize) -> (Points, usize) {
    match phrase.number(at) {
        Some(number) if phrase.sign(at + 1) != Some('%') => (number.clone(), at + 1),
        _ if phrase.is(at, "một") => (Points::one(), at + 1),
        // “Mỗi hai mô hình”, not “mỗi năm”.
        _ => NUMERALS
            .iter()
            .find(|(word, _)| phrase.is(at, word) && phrase.word(at + 1).is_some())
            .map_or_else(|| (Points::one(), at), |(_, number)| (Points::from(*number), at + 1)),
    }
}

/// Reads `0,5 điểm/sáng kiến`, `trừ 0,25 điểm cho mỗi văn bản chậm`, `bị khiển trách: trừ 1 điểm/người`.
fn for_each(phrase: Phrase<'_>) -> Option<Each> {
    // “Khiển trách: trừ 0,5/người” says what is taken of each, too.
    let taken = |at: usize| at > 0 && phrase.is(at - 1, "trừ");
    let at = (0..phrase.len())
        .find(|at| amount(phrase.from(*at), false).is_some_and(|(_, end)| (end > 1 || taken(*at)) && cut(phrase, at + end) > 0))?;
    let (points, end) = amount(phrase.from(at), false)?;
    let from = at + end + cut(phrase, at + end);
    let (per, from) = number_of(phrase, from);
    let what = phrase.from(from).trimmed();
    let before = phrase.part(0, at).trimmed();
    let bare = without_giving(before).trimmed();
    let takes = is_taken(phrase, bare.len(), at);
    if what.is_empty() || !is_thing(what) || !(describes(bare) || takes && is_thing(bare)) {
        return None;
    }
    let counted = if bare.without_front(&["có", "được", "đạt"]).is_empty() {
        what.shown()
    } else {
        format!("{} ({})", what.shown(), bare.shown())
    };
    Some(Each { what: counted, per, percent: false, amount: points, takes, single: false })
}

/// Counts the tokens between points and what they are given for.
fn cut(phrase: Phrase<'_>, at: usize) -> usize {
    phrase.says_any(at, &["/ mỗi", "/", "cho mỗi", "đối với mỗi", "với mỗi", "trên mỗi", "mỗi", "cho 1", "cho một"]).max(
        // "cho 01 sáng kiến".
        if phrase.is(at, "cho") && is_one(phrase, at + 1) { 2 } else { 0 },
    )
}

/// Largest step in points of percent that is said without “cứ”: “giảm 5% trừ 0,5 điểm”.
const MOST_UNSAID: i64 = 10;

/// Reads `cứ giảm 1% trừ 0,05 điểm`, `mỗi 1% tăng thêm được cộng 0,1`.
fn slope(phrase: Phrase<'_>) -> Option<Slope> {
    const DOWN: [&str; 8] = ["giảm", "thấp hơn", "thiếu", "hụt", "giảm đi", "giảm xuống", "không đạt", "dưới mức"];
    const UP: [&str; 8] = ["tăng thêm", "tăng", "vượt thêm", "vượt", "cao hơn", "thêm", "vượt mức", "tăng lên"];
    let (phrase, from) = below_its_mark(phrase);
    let sign = (1..phrase.len()).find(|at| phrase.sign(*at) == Some('%'))?;
    // “Mỗi % giảm” is each 1 %.
    let (percent, step) = match phrase.number(sign - 1) {
        Some(step) => (sign - 1, step.clone()),
        None if ["mỗi", "cứ"].iter().any(|word| phrase.is(sign - 1, word)) => (sign, Points::one()),
        None => return None,
    };
    let (end, at, points) = giving(phrase)?;
    if end < sign + 1 {
        return None;
    }
    let (before, after) = (phrase.part(0, percent), phrase.part(sign + 1, end));
    // “Cứ 01 chỉ tiêu vượt từ 10% trở lên” is each of those that do.
    if ["từ", "trên", "quá"].iter().any(|word| before.is(before.len().wrapping_sub(1), word)) {
        return None;
    }
    // "Giảm 1% trừ 0,1 điểm" says the same without "cứ"; "vượt 100%: 2 điểm" gives so much once.
    let changes = phrase.part(end, at).has(&["trừ", "cộng", "cộng thêm"]) && step <= Points::from(MOST_UNSAID);
    let begun = before.has(&["cứ", "mỗi"]) || changes && [DOWN.as_slice(), &UP].iter().any(|words| before.without_front(words).is_empty());
    // “Cứ giảm 1% so với 100% trừ …” names the mark once more.
    let width = after.says_any(0, &["so với mức", "so với mốc", "so với"]);
    let compared = width > 0 && after.len() == width + 2 && after.sign(width + 1) == Some('%');
    let (after, from) = match after.number(width).filter(|_| compared) {
        Some(mark) if from.is_none() => (after.part(0, 0), Some((before.has(&UP), mark.clone()))),
        _ => (after, from),
    };
    // “Cứ 5% nhiệm vụ không hoàn thành trừ …”.
    // “Nhiệm vụ quá hạn chưa hoàn thành” are some of those that were not done.
    let late = after.has(&["quá hạn", "trễ hạn", "chậm", "trễ hẹn"]);
    let failing =
        !late && after.has(&["không hoàn thành", "chưa hoàn thành", "không đạt", "chưa đạt", "chưa thực hiện", "không thực hiện"]);
    // “Thấp hơn” says “hơn”, too.
    let rises = |phrase: Phrase<'_>| phrase.has(&UP) || (phrase.has(&["hơn"]) && !phrase.has(&["thấp hơn"]));
    let starts_up = after.says_any(0, &UP) > 0 || after.says(0, "hơn") > 0;
    let takes = is_taken(phrase, end, at);
    // “Thấp hơn 90% thì cứ 1% trừ 0,1 điểm”: the mark says which way.
    let unsaid = begun && after.is_empty() && before.without_front(&["cứ mỗi", "cứ", "mỗi"]).is_empty();
    let lower = takes && unsaid && from.as_ref().is_some_and(|(above, _)| !above);
    let higher = !takes && unsaid && from.as_ref().is_some_and(|(above, _)| *above);
    let (down, up) = (lower || failing || before.has(&DOWN) || after.says_any(0, &DOWN) > 0, higher || rises(before) || starts_up);
    // “Cứ 10% đạt được 0,2 điểm” counts from nothing.
    let alone = before.without_front(&["cứ mỗi", "cứ", "mỗi"]).without_front(&["đạt", "đạt được", "hoàn thành", "thực hiện"]).is_empty();
    let what = after.without_front(&["đạt được", "đạt", "hoàn thành", "thực hiện", "được"]).without_end(&["thì", "được"]);
    let reached = what.is_empty() || (what.len() > 1 && describes(what) && !what.has(&UP) && !what.has(&DOWN) && !what.has(&["hơn"]));
    let until = from.as_ref().filter(|(above, _)| !above).map(|(_, mark)| mark.clone());
    if before.has(&["cứ", "mỗi"]) && alone && reached && !takes && (from.is_none() || until.is_some()) {
        let from = Some((true, Points::zero()));
        return Some(Slope { up: true, each: step, amount: points, what: what.shown(), from, until });
    }
    if !begun || down == up || down != takes {
        return None;
    }
    let rest = before.without_front(&["cứ mỗi", "cứ", "mỗi"]).without_end(&["mỗi"]).without_front(&["khi", "nếu", "tỷ lệ", "đạt"]);
    (describes(after) && describes(rest) && rest.len() <= 6).then_some(Slope {
        up,
        each: step,
        amount: points,
        what: String::new(),
        from,
        until: None,
    })
}

/// Words of less than a mark.
const BELOW_A_MARK: [&str; 9] = ["dưới mức", "dưới", "chưa đạt", "không đạt", "thấp hơn mức", "thấp hơn", "nhỏ hơn", "chưa đến", "ít hơn"];

/// Takes the mark off the front: “dưới 100% thì cứ giảm 1% …”, “nếu trên 80%, cứ tăng 1% …”.
fn below_its_mark(phrase: Phrase<'_>) -> (Phrase<'_>, Option<(bool, Points)>) {
    let rest = phrase.without_front(&["nếu", "trường hợp", "khi", "đạt", "tỷ lệ", "tỉ lệ"]);
    let (below, above) = (rest.says_any(0, &BELOW_A_MARK), rest.says_any(0, &["trên", "vượt", "cao hơn"]));
    let width = below.max(above);
    let whole = || Some((rest.number(width)?.clone(), rest.sign(width + 1).filter(|sign| *sign == '%')?));
    let Some((mark, _)) = whole().filter(|_| width > 0) else { return (phrase, None) };
    let behind = rest.from(width + 2).without_front(&["thì", ":", ",", "-"]);
    if behind.says_any(0, &["cứ", "mỗi", "giảm", "tăng", "thấp hơn"]) == 0 {
        return (phrase, None);
    }
    (behind, Some((above > 0, mark)))
}
