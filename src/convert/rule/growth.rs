//! Growth, reduction and changes of place: the figure of this year and that of the year that is named, and what lies between them is
//! reckoned.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Clause, Limit, Side, capital};
use crate::figure::InputKind;
use crate::finding::convert::{GAP, NOTHING_TO_DO, SUPPLIED};
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::measure::Asked;
use super::nature::is_always_there;
use super::pool::Pool;
use super::ranges::{Range, cross, gaps};
use super::written::{Gain, of_changes};

/// Words that say that something became less; “tăng” says that it became more.
const LESS: [&str; 4] = ["giảm", "tinh giản", "cắt giảm", "rút giảm"];

/// Makes a rule of so much growth or reduction in per cent beside another year: “tăng từ 10% trở lên so với năm trước: 3; tăng dưới
/// 10%: 1; không tăng: 0”.
pub fn growth(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let percent = |case: &Case| case.condition.as_ref().is_some_and(|condition| condition.percent);
    let cases = taken(pool, max)?;
    let first = cases.iter().copied().find(|case| percent(case))?;
    let up = goes_up(first)?;
    let (base, things) = (base_year(asked)?, things(asked, &cases)?);
    let (list, rest) = gains(&cases, max, |case| change(case, up, percent(case)))?;
    if !inputs.list.is_empty() || asked.words.takes {
        return None;
    }
    let kind = if is_money(&things) { InputKind::Points } else { InputKind::Count };
    let now = inputs.add(kind, &capital(&format!("{things} năm đánh giá")), None);
    let before = inputs.add(kind, &capital(&format!("{things} {base}")), None);
    // “Tăng từ 10%” is from 110 % of what there was, “giảm từ 10%” up to 90 % of it.
    let share = |(side, at): &(Side, Points)| {
        let hundred = Points::hundred();
        if up { (*side, &hundred + at) } else { (turned(*side), &hundred - at) }
    };
    let shares: Vec<Gain> = list.iter().map(|(bounds, points)| (bounds.iter().map(share).collect(), points.clone())).collect();
    let change = format!("{now} / {before} * 100");
    if !is_always_there(things.trim_start_matches("số ")) {
        doubts.push(of_nothing(asked.words.name, &things, &base));
    }
    doubts.extend(open(asked, &list, rest.as_ref(), (up, false)));
    Some(Rule::arithmetic(format!("if({before} = 0, 0, {})", of_changes(&change, &shares, rest.as_ref()))))
}

/// Makes a rule of places won or lost in a ranking: “tăng từ 3 bậc trở lên: 1; giữ nguyên: 0,5; giảm bậc: 0”.
pub fn places(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let cases = taken(pool, max)?;
    let placed = |case: &Case| case.says(&["bậc", "hạng", "thứ hạng", "thứ bậc"]);
    let counted = |case: &Case| case.condition.as_ref().is_some_and(|condition| !condition.percent);
    // “Giữ được vị trí trong nhóm 05 cơ quan dẫn đầu” says where a unit stands, not how far it moved.
    if cases.iter().any(|case| case.says(&["nhóm", "tốp", "top", "dẫn đầu", "vị trí"])) {
        return None;
    }
    let moves = cases.iter().filter(|case| placed(case) && goes_up(case).is_some()).count();
    // Figures are of places won: how far somebody fell is told in no decision.
    if moves == 0 || cases.iter().any(|case| counted(case) && (goes_up(case) != Some(true) || !placed(case))) {
        return None;
    }
    let base = base_year(asked).unwrap_or_else(|| "năm trước".to_owned());
    // “Từ 1 đến 2 bậc” ends below 3.
    let whole =
        |(side, at): (Side, Points)| if side == Side::UpTo && at.is_positive() { (Side::Below, &at + &Points::one()) } else { (side, at) };
    let bounds = |case: &Case| Some(change(case, true, counted(case))?.into_iter().map(whole).collect());
    let (list, rest) = gains(&cases, max, bounds)?;
    if !inputs.list.is_empty() || asked.words.takes {
        return None;
    }
    let before = inputs.add(InputKind::Count, &format!("Thứ hạng {base}"), None);
    let now = inputs.add(InputKind::Count, "Thứ hạng năm đánh giá", None);
    doubts.extend(open(asked, &list, rest.as_ref(), (true, true)));
    doubts.extend(is_of_this_index(asked).then(|| known_later(asked.words.name)));
    Some(Rule::arithmetic(of_changes(&format!("{before} - {now}"), &list, rest.as_ref())))
}

/// Tells whether a place is that in the very index that is scored: those of other indices are made known by others.
fn is_of_this_index(asked: &Asked<'_>) -> bool {
    const THIS: [&str; 4] = ["cchc", "cải cách hành chính", "par index", "par-index"];
    let told = |text: &str| THIS.iter().any(|word| text.to_lowercase().contains(word));
    told(asked.words.name) || asked.words.lines.iter().any(|line| told(line))
}

/// Asks who states a place that is known only once all units are ranked, and what a unit gets that had none the year before.
fn known_later(name: &str) -> Doubt {
    (
        &SUPPLIED,
        text!(
            "“{name}”: thứ hạng năm đánh giá chỉ biết sau khi công bố, đơn vị mới thành lập chưa có thứ hạng năm trước; tạm để đơn vị nhập cả hai",
            "“{name}”: this year's place is known only once it is made known, and a new unit had none the year before; units type both for now"
        ),
    )
}

/// Takes the cases of a criterion, and a limit that is its maximum.
fn taken<'a>(pool: &mut Pool<'a>, max: &Points) -> Option<Vec<&'a Case>> {
    let cases = pool.cases(|case| case.days.is_none() && case.amount().is_some_and(|(_, penalty)| penalty.is_none()));
    pool.take(|clause| matches!(clause, Clause::Limit(Limit::Most(most)) if most.of(max) == *max).then_some(()));
    (cases.len() > 1).then_some(cases)
}

/// Gives what each case gives for which change, and what all others do; `None` where one says anything else, or two hold the same.
fn gains(cases: &[&Case], max: &Points, bounds: impl Fn(&Case) -> Option<Vec<(Side, Points)>>) -> Option<(Vec<Gain>, Option<Points>)> {
    let (mut list, mut rest) = (Vec::new(), None);
    for case in cases {
        let points = case.amount()?.0.of(max);
        if case.is_rest() && rest.is_none() {
            rest = Some(points);
        } else {
            list.push((bounds(case)?, points));
        }
    }
    let ranges: Vec<Range> = list.iter().map(|(bounds, _)| Range::of(bounds)).collect();
    let apart = ranges.iter().enumerate().all(|(n, one)| ranges.iter().skip(n + 1).all(|other| !cross(one, other)));
    apart.then_some((list, rest))
}

/// Tells whether a case says that something became more, `Some(false)` that it became less.
fn goes_up(case: &Case) -> Option<bool> {
    match (case.says(&["tăng", "tăng trưởng", "thăng"]), case.says(&LESS)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Gives the bounds of the change that a case speaks of; `figured` where it has a figure.
fn change(case: &Case, up: bool, figured: bool) -> Option<Vec<(Side, Points)>> {
    if !figured {
        return worded(case, up);
    }
    let condition = case.condition.as_ref()?;
    let said = goes_up(case);
    // “Giảm dưới 5% hoặc không giảm” holds all that is less.
    let or_not = case.says(&["hoặc không giảm", "hoặc không tăng", "hoặc tăng", "hoặc giảm"]);
    if said.is_some_and(|own| own != up) && !or_not || said.is_none() && !or_not && !condition.before.is_empty() {
        return None;
    }
    let mut bounds = condition.bounds.clone();
    // “Tăng dưới 5%” is an increase.
    if let [(Side::Below | Side::UpTo, _)] = bounds.as_slice()
        && said == Some(up)
        && !or_not
    {
        bounds.insert(0, (Side::Above, Points::zero()));
    }
    // “Giảm 01 bậc” is as much, “giảm 10%” as much and more.
    if let [(side @ Side::Exactly, _)] = bounds.as_mut_slice()
        && condition.percent
    {
        *side = Side::From;
    }
    Some(bounds)
}

/// Gives the bounds of a change that a case says in words alone: “không tăng hoặc giảm”, “giữ nguyên”.
fn worded(case: &Case, up: bool) -> Option<Vec<(Side, Points)>> {
    const LIGHT: [&str; 27] = [
        "so",
        "với",
        "năm",
        "trước",
        "liền",
        "kề",
        "cùng",
        "kỳ",
        "có",
        "mức",
        "tỷ",
        "lệ",
        "bậc",
        "hạng",
        "thứ",
        "và",
        "hoặc",
        "là",
        "nếu",
        "trường",
        "hợp",
        "xếp",
        "số",
        "vẫn",
        "được",
        "thì",
        "bị",
    ];
    let joined = format!(" {} ", case.words.join(" "));
    let mut rest = joined.clone();
    let (mut fell, mut stood, mut rose) = (false, false, false);
    let mut said = |word: &str, state: [bool; 3]| {
        let wanted = format!(" {word} ");
        if rest.contains(&wanted) {
            rest = rest.replace(&wanted, "  ");
            (fell, stood, rose) = (fell || state[0], stood || state[1], rose || state[2]);
        }
    };
    let (grew, shrank) = if up { ([false, false, true], [true, false, false]) } else { ([true, false, false], [false, false, true]) };
    let not = |state: [bool; 3]| state.map(|one| !one);
    // “Không tăng, không giảm” is neither.
    said("không tăng không giảm", [false, true, false]);
    for word in ["không tăng", "chưa tăng"] {
        said(word, not(grew));
    }
    for word in ["không giảm", "chưa giảm"] {
        said(word, not(shrank));
    }
    for word in ["giữ nguyên", "bằng", "không thay đổi", "không đổi", "giữ vững", "ổn định"] {
        said(word, [false, true, false]);
    }
    for word in ["tăng", "thăng"] {
        said(word, grew);
    }
    for word in ["giảm", "tụt"] {
        said(word, shrank);
    }
    let known = |word: &str| LIGHT.contains(&word) || word.chars().all(|c| c.is_ascii_digit());
    if !rest.split_whitespace().all(known) {
        return None;
    }
    let zero = Points::zero();
    match (fell, stood, rose) {
        (true, true, false) => Some(vec![(Side::UpTo, zero)]),
        (true, false, false) => Some(vec![(Side::Below, zero)]),
        (false, true, false) => Some(vec![(Side::Exactly, zero)]),
        (false, true, true) => Some(vec![(Side::From, zero)]),
        (false, false, true) => Some(vec![(Side::Above, zero)]),
        _ => None,
    }
}

/// Gives the year that lines or the name compare with: “năm trước”, “năm 2021”. `None` where none or several are named.
fn base_year(asked: &Asked<'_>) -> Option<String> {
    const YEARS: [&str; 6] = ["năm trước liền kề", "năm liền kề trước", "năm liền trước", "năm trước", "cùng kỳ năm trước", "năm liền kề"];
    let year = |behind: &str| {
        let behind = behind.trim_start_matches("với ").trim_start();
        let named = YEARS.iter().find(|year| behind.starts_with(**year)).map(|year| (*year).to_owned());
        let number: String = behind.strip_prefix("năm ").unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
        named.or_else(|| (number.len() == 4).then(|| format!("năm {number}")))
    };
    let texts = asked.said.iter().map(|one| one.text.as_str()).chain([asked.words.name]);
    let plain: Vec<String> = texts.map(str::to_lowercase).collect();
    let mut found: Vec<Option<String>> =
        plain.iter().flat_map(|text| text.split("so ").skip(1)).filter(|rest| rest.starts_with("với ")).map(year).collect();
    found.dedup();
    match found.as_slice() {
        [Some(year)] => Some(year.clone()),
        _ => None,
    }
}

/// Names the things of which there are more or fewer, with “số” before what is counted: by the words around the percentages, else by
/// the name. `None` of rates and indices, of which “5%” may be points or a share, and where nothing names them.
fn things(asked: &Asked<'_>, cases: &[&Case]) -> Option<String> {
    const RATES: [&str; 9] = ["tỷ lệ", "tỉ lệ", "chỉ số", "mức độ", "điểm", "thứ hạng", "xếp hạng", "năng suất", "thời gian"];
    const CHANGES: [&str; 12] = [
        "mức tăng ",
        "mức giảm ",
        "tỷ lệ tăng ",
        "tỷ lệ giảm ",
        "tốc độ tăng ",
        "tinh giản ",
        "cắt giảm ",
        "giảm ",
        "tăng ",
        "thực hiện ",
        "việc ",
        "kết quả ",
    ];
    const MOST: usize = 8;
    let conditions = || cases.iter().filter_map(|case| case.condition.as_ref()).filter(|condition| condition.percent);
    let verb = |word: &String| ["tăng", "giảm"].contains(&word.as_str());
    let before = conditions().filter_map(|condition| {
        let at = condition.before.iter().position(verb)?;
        Some(condition.before.get(..at)?.join(" ").trim_end_matches(" tinh").trim_end_matches(" cắt").to_owned())
    });
    let behind = conditions().map(|condition| {
        let tail = condition.tail.to_lowercase().replace("trở lên", "").replace("trở xuống", "");
        tail.split("so với").next().unwrap_or_default().split(" hoặc ").next().unwrap_or_default().trim().to_owned()
    });
    let longest = |list: Vec<String>| list.into_iter().filter(|words| !words.is_empty()).max_by_key(String::len);
    let bare = |words: &String| ["tỷ lệ", "tỉ lệ", "có", "mức", "tỷ lệ có"].contains(&words.as_str());
    let (before, behind) = (longest(before.filter(|words| !bare(words)).collect()), longest(behind.collect()));
    let counted = |words: &str| {
        let core = ["tổng số ", "số lượng ", "số "].iter().find_map(|word| words.strip_prefix(word));
        let core = core.filter(|core| !core.starts_with("hóa")).unwrap_or(words).trim();
        let named =
            !core.is_empty() && core.split(' ').count() <= MOST && core.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ','));
        let rate = RATES.iter().any(|rate| words.starts_with(rate));
        (named && !rate).then(|| if is_money(core) { core.to_owned() } else { format!("số {core}") })
    };
    match (before, behind) {
        (Some(words), None) | (None, Some(words)) => counted(&as_named(&words, asked.words.name)),
        (Some(_), Some(_)) => None,
        (None, None) => {
            let name = asked.words.name.split(['(', ';', ':']).next().unwrap_or_default().to_lowercase();
            let mut core = name.trim();
            while let Some(rest) = CHANGES.iter().find_map(|word| core.strip_prefix(word)) {
                core = rest;
            }
            let core = core.split(" so với").next().unwrap_or_default().trim();
            // Only a name that counts, or that says what becomes less, names things.
            let names = core != name.trim() || ["số ", "tổng số "].iter().any(|word| core.starts_with(word)) || is_money(core);
            names.then(|| counted(core))?
        }
    }
}

/// Says which things are meant, where the name goes on to say it: “số đơn vị” below “Sắp xếp đơn vị sự nghiệp công lập”.
fn as_named(words: &str, name: &str) -> String {
    const MOST: usize = 5;
    let (name, core) = (name.to_lowercase(), words.trim_start_matches("tổng ").trim_start_matches("số "));
    let behind = name.find(&format!("{core} ")).and_then(|at| name.get(at + core.len()..)).unwrap_or_default().trim_end();
    let plain = behind.split(' ').count() <= MOST + 1 && behind.chars().all(|c| c.is_alphabetic() || c == ' ');
    if plain && !behind.contains(" so ") && !behind.contains(" năm") { format!("{words}{behind}") } else { words.to_owned() }
}

/// Tells whether words name an amount of money.
fn is_money(words: &str) -> bool {
    const MONEY: [&str; 10] =
        ["thu ngân sách", "vốn", "kinh phí", "kim ngạch", "giá trị", "doanh thu", "tổng thu", "số tiền", "tổng vốn", "tổng chi"];
    MONEY.iter().any(|word| words.starts_with(word))
}

/// Asks what a change gives that no case holds; `whole` where it is counted in places.
fn open(asked: &Asked<'_>, list: &[Gain], rest: Option<&Points>, (up, whole): (bool, bool)) -> Vec<Doubt> {
    let ranges: Vec<Range> = list.iter().map(|(bounds, _)| Range::of(bounds)).collect();
    let name = asked.words.name;
    // Who has no more gets no bonus, and who has less gets no more than what gives nothing.
    let lowest = list.iter().min_by(|one, other| Range::of(&one.0).low.cmp(&Range::of(&other.0).low));
    let ends = lowest.is_some_and(|(bounds, points)| points.is_zero() && Range::of(bounds).low.is_none_or(|(low, _)| !low.is_positive()));
    if rest.is_some() || asked.words.adds || ends && gaps(&ranges, &Points::one(), &Points::hundred()).is_empty() && !falls_only(list) {
        return Vec::new();
    }
    let ((more_vi, more), (less_vi, less)) = (("tăng", "an increase"), ("giảm", "a decrease"));
    let ((gain_vi, gain), (loss_vi, loss)) = if up { ((more_vi, more), (less_vi, less)) } else { ((less_vi, less), (more_vi, more)) };
    let mut asks: Vec<Doubt> = Vec::new();
    let some = |gap: &Range| !whole || (0..=100).any(|number| gap.holds(&Points::from(number)));
    for gap in gaps(&ranges, &Points::zero(), &Points::hundred()).into_iter().filter(some) {
        let ((vi, en), zero) = (gap.said(""), gap.holds(&Points::zero()));
        let message = if zero && gap.high.as_ref().is_some_and(|(high, _)| high.is_zero()) {
            text!(
                "“{name}”: bảng chưa quy định trường hợp giữ nguyên thì được bao nhiêu điểm",
                "“{name}”: the table doesn't say what no change gives"
            )
        } else {
            text!(
                "“{name}”: bảng chưa quy định {gain_vi} {vi} được bao nhiêu điểm",
                "“{name}”: the table doesn't say what {gain} ({en}) gives"
            )
        };
        asks.push((&GAP, message));
    }
    if !ranges.iter().any(|range| range.holds(&Points::from(-1))) {
        asks.push((
            &GAP,
            text!("“{name}”: bảng chưa quy định {loss_vi} được bao nhiêu điểm", "“{name}”: the table doesn't say what {loss} gives"),
        ));
    }
    asks.truncate(1);
    asks
}

/// Tells whether the lowest case speaks of a change the other way, and leaves out what is unchanged.
fn falls_only(list: &[Gain]) -> bool {
    list.iter().any(|(bounds, _)| *bounds == [(Side::Below, Points::zero())])
        && !list.iter().any(|(bounds, _)| Range::of(bounds).holds(&Points::zero()))
}

/// Asks what a change from nothing gives.
fn of_nothing(name: &str, things: &str, base: &str) -> Doubt {
    (
        &NOTHING_TO_DO,
        text!(
            "“{name}”: bảng chưa quy định trường hợp “{things}” {base} bằng 0 thì được bao nhiêu điểm; tạm tính 0 điểm",
            "“{name}”: the table doesn't say what 0 of “{things}” in the year compared with ({base}) gives; 0 points for now"
        ),
    )
}

/// Turns the side of a bound round.
const fn turned(side: Side) -> Side {
    match side {
        Side::Above => Side::Below,
        Side::From => Side::UpTo,
        Side::Below => Side::Above,
        Side::UpTo => Side::From,
        Side::Exactly => Side::Exactly,
    }
}
