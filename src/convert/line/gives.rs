//! What a clause gives: points, a share of the maximum, arithmetic; `0 điểm và bị trừ 0,25 điểm`.

use super::arithmetic::{Expression, expression};
use super::words::Phrase;
use crate::points::Points;
use crate::yaml::Amount;

/// What a clause gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gives {
    /// Points, or a share of the maximum; a penalty beside 0 points.
    Amount(Amount, Option<Points>),
    /// Points that are taken: “trừ 1 điểm”.
    Taken(Amount),
    /// Points beside others: “được cộng 0,5 điểm”.
    Added(Amount),
    /// Arithmetic.
    Formula(Expression),
    /// The rate times the maximum: “tính theo tỷ lệ”.
    InProportion,
    /// On a straight line between the clauses beside it: “nội suy”.
    Interpolated,
    /// On a straight line from so many points to so many: “nội suy từ 1 đến 2 điểm”.
    OnLine(Points, Points),
    /// In proportion to the best of the group: “theo tỷ lệ so với đơn vị cao nhất”.
    BesideBest,
    /// The formula that stands elsewhere: “tính theo công thức”.
    ByFormula,
    /// The criterion does not count: “không đánh giá”.
    NotCounted,
    /// Nothing for the part that is missing: “thiếu nội dung nào thì 0 điểm nội dung đó”.
    NothingForPart,
}

/// Words that may stand before what is given; those that say that it is points come with `true`.
const FRONT: [(&str, bool); 38] = [
    ("được tính đủ", false),
    ("tính đủ", false),
    ("hưởng đủ", false),
    ("thì điểm đánh giá được tính theo công thức", true),
    ("điểm đánh giá được tính theo công thức", true),
    ("điểm được tính theo công thức", true),
    ("được tính điểm theo công thức", true),
    ("tính điểm theo công thức", true),
    ("được tính theo công thức", true),
    ("tính theo công thức", true),
    ("theo công thức", true),
    ("công thức", true),
    ("điểm đánh giá là", true),
    ("điểm đánh giá bằng", true),
    ("điểm đánh giá", true),
    ("số điểm đạt được là", true),
    ("số điểm được tính là", true),
    ("số điểm là", true),
    ("điểm số là", true),
    ("điểm số", true),
    ("mức điểm là", true),
    ("mức điểm", true),
    ("điểm là", true),
    ("điểm =", true),
    ("điểm :", true),
    ("thì", false),
    ("được", false),
    ("đạt", false),
    ("tính", false),
    ("chấm", false),
    ("cho", false),
    ("hưởng", false),
    ("là", false),
    ("bằng", false),
    (":", false),
    ("=", false),
    ("→", false),
    ("+", false),
];

/// Takes words of giving off the front; tells whether they said that it is points.
pub fn without_front(phrase: Phrase<'_>) -> (Phrase<'_>, bool) {
    let (mut rest, mut loud) = (phrase, false);
    loop {
        let found = FRONT.iter().map(|(said, says)| (rest.says(0, said), *says)).find(|(count, _)| *count > 0);
        match found {
            Some((count, says)) if count < rest.len() => {
                rest = rest.from(count);
                loud |= says;
            }
            _ => return (rest, loud),
        }
    }
}

/// Reads the whole of a phrase as what is given. `loud`: only where it says that it is points.
pub fn gives(phrase: Phrase<'_>, loud: bool) -> Option<Gives> {
    if let Some(minus) = negative(phrase) {
        return minus;
    }
    let whole = phrase.trimmed();
    let whole = if whole.sign(0) == Some('(') && whole.len() > 2 && closes(whole) { whole.part(1, whole.len() - 1) } else { whole };
    if let Some(minus) = negative(whole) {
        return minus;
    }
    if let Some(found) = in_words(whole).or_else(|| spelt_out(whole)) {
        return Some(found);
    }
    if takes_all(whole) {
        return Some(Gives::Taken(Amount::Share(Points::one())));
    }
    let part = whole.without_end(&["nội dung đó", "phần đó", "mục đó", "ý đó", "nội dung ấy"]).without_end(&["cho", "của", "ở", "đối với"]);
    if part.len() < whole.len() && !part.is_empty() {
        let given = gives(part, loud)?;
        return matches!(&given, Gives::Amount(amount, None) if is_zero(amount)).then_some(Gives::NothingForPart);
    }
    let (rest, said) = without_front(whole);
    if let Some(found) = in_words(rest).or_else(|| spelt_out(rest)) {
        return Some(found);
    }
    let added = rest.without_front(&[
        "được cộng thêm",
        "được cộng",
        "được thưởng thêm",
        "được thưởng",
        "thưởng thêm",
        "thưởng",
        "được thêm",
        "cộng thêm",
        "cộng",
        "thêm",
    ]);
    let taken = added.without_front(&["thì bị trừ", "bị trừ thêm", "bị trừ", "trừ đi", "trừ"]);
    if taken.len() < added.len() {
        let (amount, end) = amount(taken, false)?;
        return (end == taken.len()).then_some(Gives::Taken(amount));
    }
    if let Some((amount, end)) = amount(added, loud && !said) {
        if end == added.len() {
            return Some(if added.len() < rest.len() { Gives::Added(amount) } else { Gives::Amount(amount, None) });
        }
        // “4 × (tỷ lệ - 90%)/(98% - 90%)” begins with a number, too.
        let taken = penalty(added.from(end)).filter(|_| is_zero(&amount)).map(|penalty| Gives::Amount(amount, Some(penalty)));
        return taken.or_else(|| expression(rest).map(Gives::Formula));
    }
    expression(rest).map(Gives::Formula)
}

/// Reads points below nothing: “-1 điểm” is 0 points, and 1 point is taken. What else follows a minus is not understood.
#[allow(clippy::option_option, reason = "no negative number, one that is not understood, and one that is are three answers")]
fn negative(phrase: Phrase<'_>) -> Option<Option<Gives>> {
    const SAID: [&str; 12] = ["thì", "được", "đạt", "tính", "chấm", "cho", "hưởng", "là", "bằng", ":", "=", "→"];
    let rest = phrase.without_end(&[".", ",", ";"]).without_front(&SAID);
    let worded = rest.says_any(0, &["điểm âm", "âm"]);
    if worded == 0 && !(rest.sign(0) == Some('-') && rest.number(1).is_some()) {
        return None;
    }
    let rest = rest.from(worded.max(1));
    let zero = Amount::Points(Points::zero());
    Some(match amount(rest, false) {
        Some((Amount::Points(points), end)) if end == rest.len() => Some(Gives::Amount(zero, Some(points))),
        _ => None,
    })
}

/// Tells whether the bracket that a phrase begins with closes at its end.
fn closes(phrase: Phrase<'_>) -> bool {
    let depths = phrase.depths();
    depths.iter().skip(1).take(phrase.len() - 2).all(|depth| *depth > 0) && phrase.sign(phrase.len() - 1) == Some(')')
}

/// Tells whether an amount is nothing.
pub fn is_zero(amount: &Amount) -> bool {
    matches!(amount, Amount::Points(points) | Amount::Share(points) if points.is_zero())
}

/// Reads what is given in words alone.
pub fn in_words(phrase: Phrase<'_>) -> Option<Gives> {
    let says = |list: &[&str]| list.iter().any(|said| phrase.says(0, said) == phrase.len()) && !phrase.is_empty();
    if says(&ZERO) || says(&["không tính"]) {
        Some(Gives::Amount(Amount::Points(Points::zero()), None))
    } else if says(&MAXIMUM) {
        Some(Gives::Amount(Amount::Share(Points::one()), None))
    } else if says(&IN_PROPORTION) || is_share_of_a_plan(phrase) {
        Some(Gives::InProportion)
    } else if let Some((from, to)) = on_line(phrase) {
        Some(Gives::OnLine(from, to))
    } else if beside_best(phrase) {
        Some(Gives::BesideBest)
    } else if says(&INTERPOLATED) {
        Some(Gives::Interpolated)
    } else if says(&BY_FORMULA) {
        Some(Gives::ByFormula)
    } else if says(&NOT_COUNTED) || is_left_out(phrase) {
        Some(Gives::NotCounted)
    } else {
        None
    }
}

/// Tells whether a phrase says that all other points of the criterion are lost: “0 điểm cho cả tiêu chí”, “mất toàn bộ điểm của tiêu chí”.
fn takes_all(phrase: Phrase<'_>) -> bool {
    const LOST: [&str; 7] = ["bị mất", "mất", "bị trừ", "trừ", "bị hủy", "hủy", "thu hồi"];
    const ALL: [&str; 7] = ["toàn bộ số điểm", "toàn bộ điểm", "tất cả số điểm", "tất cả điểm", "hết số điểm", "hết điểm", "trọn số điểm"];
    let own = phrase.without_end(&["này", "đó", "trên"]);
    let bare = own.without_end(&["tiêu chí", "nội dung", "mục"]);
    let whole = bare.without_end(&["cả", "toàn bộ", "toàn"]);
    let given = whole.without_end(&["cho", "của", "ở", "đối với"]);
    if bare.len() < own.len() && whole.len() < bare.len() {
        let (rest, _) = without_front(given);
        let none = |amount: &Amount, end: usize| is_zero(amount) && end == rest.len();
        return ZERO.iter().any(|said| given.says(0, said) == given.len() || rest.says(0, said) == rest.len())
            || amount(rest, true).is_some_and(|(amount, end)| none(&amount, end));
    }
    let rest = given.without_front(&["thì", "sẽ"]);
    let lost = rest.says_any(0, &LOST);
    lost > 0 && !rest.from(lost).is_empty() && rest.says_any(lost, &ALL) == rest.len() - lost
}

/// Tells whether a phrase says that a criterion is left out, and what becomes of its points: “không đánh giá, loại trừ điểm”, “không tính, quy
/// đổi theo thang điểm còn lại”.
fn is_left_out(phrase: Phrase<'_>) -> bool {
    let refuses =
        phrase.says_any(0, &["không đánh giá", "không tính điểm", "không tính", "không chấm điểm", "không chấm", "không áp dụng"]);
    let rest = phrase.from(refuses).without_front(&["tiêu chí này", "nội dung này", ",", "và", "điểm"]);
    let shared = [
        "loại trừ",
        "quy đổi",
        "được quy đổi",
        "trừ khỏi",
        "loại khỏi",
        "phân bổ",
        "trừ điểm tối đa",
        "trừ số điểm tối đa",
        "giảm trừ điểm tối đa",
        "giảm điểm tối đa",
        "giảm tổng điểm",
        "giảm tương ứng",
        "tổng điểm giảm",
        "tổng điểm được quy đổi",
        "tổng điểm quy đổi",
        "điểm được quy đổi",
        "tổng điểm tối đa giảm",
        "tổng điểm tối đa được giảm",
        "điểm tối đa giảm",
    ];
    // “Quy đổi về thang 100” names no points of its own.
    let scale = |at: usize| at > 0 && rest.is(at - 1, "thang") || at > 1 && rest.says(at - 2, "thang điểm") > 0;
    refuses > 0 && rest.says_any(0, &shared) > 0 && (0..rest.len()).all(|at| rest.number(at).is_none() || scale(at))
}

/// Tells whether a phrase says: in proportion to how much of a plan is done: “tính theo tỷ lệ hoàn thành chỉ tiêu được giao”.
fn is_share_of_a_plan(phrase: Phrase<'_>) -> bool {
    let plan = ["chỉ tiêu được giao", "chỉ tiêu", "mục tiêu", "kế hoạch được giao", "kế hoạch đề ra", "kế hoạch", "nhiệm vụ được giao"];
    let done = phrase.without_end(&plan).without_end(&["so với", "trên", "với"]);
    let says = |said: &str| done.says(0, said) == done.len();
    done.len() < phrase.len()
        && done.has(&["hoàn thành", "thực hiện", "đạt được"])
        && !done.is_empty()
        && IN_PROPORTION.iter().any(|said| says(said))
}

/// Reads a proportion with the arithmetic that it means behind it: “tính theo tỷ lệ thuận (tỷ lệ giảm/5% x 3 điểm)”.
fn spelt_out(phrase: Phrase<'_>) -> Option<Gives> {
    let width = IN_PROPORTION.iter().map(|said| phrase.says(0, said)).max().filter(|width| *width > 0)?;
    let behind = phrase.from(width);
    let marked = matches!(behind.sign(0), Some('(' | ':' | ',')) || behind.says_any(0, &["theo công thức", "bằng", "là"]) > 0;
    let rest = behind.without_front(&[":", ",", "theo công thức", "bằng", "là", "="]).trimmed();
    marked.then(|| expression(rest).map(Gives::Formula))?
}

/// Reads “nội suy tuyến tính từ 1 đến 2 điểm”.
fn on_line(phrase: Phrase<'_>) -> Option<(Points, Points)> {
    let rest =
        phrase.without_front(&["được", "thì", "điểm", "tính điểm", "tính", "theo", "phương pháp", "nội suy", "tuyến tính", "tăng dần"]);
    if !phrase.part(0, phrase.len() - rest.len()).has(&["nội suy"]) {
        return None;
    }
    let rest = rest.without_front(&["từ", "trong khoảng", "khoảng", "giữa"]);
    let (Amount::Points(from), end) = amount(rest, false)? else { return None };
    let joint = rest.says_any(end, &["đến dưới", "đến", "tới", "-", "và", "lên"]);
    let behind = rest.from(end + joint);
    let (Amount::Points(to), end) = amount(behind, false)? else { return None };
    (joint > 0 && end == behind.len()).then_some((from, to))
}

/// Tells whether a phrase says: in proportion to the best unit.
fn beside_best(phrase: Phrase<'_>) -> bool {
    let rest = phrase.without_front(&["được", "thì", "tính điểm", "chấm điểm", "tính", "điểm"]);
    let rest = rest.without_front(&["theo tỷ lệ", "theo tỉ lệ", "tương ứng", "tỷ lệ", "tỉ lệ", "%", "giảm dần"]);
    if rest.len() == phrase.len() {
        return false;
    }
    let rest = rest.without_front(&["so với", "so với tỷ lệ của", "so với kết quả của", "so với mức của", "với"]);
    let rest = rest.without_front(&["đơn vị", "cơ quan", "địa phương", "có", "đạt", "tỷ lệ", "tỉ lệ", "kết quả", "số lượng", "điểm"]);
    let best = ["cao nhất", "dẫn đầu", "đứng đầu", "đứng thứ nhất", "nhiều nhất", "tốt nhất", "cao nhất khối", "cao nhất trong khối"];
    best.iter().any(|said| rest.says(0, said) == rest.len()) && !rest.is_empty()
}

/// Words of the maximum.
const MAXIMUM: [&str; 16] = [
    "điểm chuẩn",
    "số điểm chuẩn",
    "điểm tối đa",
    "tối đa",
    "đủ điểm",
    "trọn điểm",
    "toàn bộ số điểm",
    "điểm tuyệt đối",
    "số điểm tối đa",
    "tối đa số điểm",
    "đạt điểm tối đa",
    "được điểm tối đa",
    "tính điểm tối đa",
    "được tính điểm tối đa",
    "chấm điểm tối đa",
    "tối đa điểm",
];

/// Words of the rate times the maximum.
const IN_PROPORTION: [&str; 40] = [
    "tính theo tỷ lệ thuận",
    "tính điểm theo tỷ lệ thuận",
    "theo tỷ lệ thuận",
    "tính theo tỉ lệ thuận",
    "tính điểm theo tỉ lệ thuận",
    "được tính theo tỷ lệ thuận",
    "tính theo tỷ lệ",
    "tính điểm theo tỷ lệ",
    "theo tỷ lệ",
    "tính theo tỉ lệ",
    "tính điểm theo tỉ lệ",
    "theo tỉ lệ",
    "tính theo tỷ lệ tương ứng",
    "theo tỷ lệ tương ứng",
    "tính điểm theo tỷ lệ tương ứng",
    "tính theo tỷ lệ đạt được",
    "điểm được tính theo tỷ lệ",
    "tính theo tỷ lệ %",
    "tính điểm theo tỷ lệ %",
    "được tính theo tỷ lệ",
    "được tính điểm theo tỷ lệ",
    "tính theo tỷ lệ phần trăm",
    "tính theo tỷ lệ phần trăm đạt được",
    "tính theo tỷ lệ % đạt được",
    "tính điểm theo tỷ lệ phần trăm đạt được",
    "tính điểm theo tỷ lệ đạt được",
    "tính tỷ lệ tương ứng",
    "tính điểm tương ứng với tỷ lệ đạt được",
    "điểm tương ứng với tỷ lệ đạt được",
    "tính tương ứng với tỷ lệ đạt được",
    "tính theo tỷ lệ hoàn thành",
    "tính điểm theo tỷ lệ hoàn thành",
    "theo tỷ lệ hoàn thành",
    "tính theo tỷ lệ thực hiện",
    "tính điểm theo tỷ lệ thực hiện",
    "tính theo tỷ lệ thực tế",
    "tính điểm theo tỷ lệ thực tế",
    "tính theo tỷ lệ % hoàn thành",
    "tính điểm theo tỷ lệ % hoàn thành",
    "tính theo tỷ lệ thực tế đạt được",
];

/// Words of a straight line between the clauses beside it.
const INTERPOLATED: [&str; 11] = [
    "nội suy",
    "nội suy tuyến tính",
    "tính nội suy",
    "tính theo phương pháp nội suy",
    "tính điểm nội suy",
    "tính điểm theo phương pháp nội suy",
    "theo phương pháp nội suy",
    "nội suy điểm",
    "tính nội suy tuyến tính",
    "điểm nội suy",
    "tính theo nội suy",
];

/// Words of the formula that stands elsewhere.
const BY_FORMULA: [&str; 9] = [
    "tính theo công thức",
    "tính điểm theo công thức",
    "được tính theo công thức",
    "điểm đánh giá được tính theo công thức",
    "theo công thức",
    "áp dụng công thức",
    "tính theo công thức trên",
    "tính điểm theo công thức trên",
    "theo công thức trên",
];

/// Words of a criterion that does not count.
const NOT_COUNTED: [&str; 25] = [
    "không đánh giá loại trừ điểm",
    "loại trừ điểm",
    "loại trừ khỏi tổng điểm",
    "không tính tiêu chí",
    "không đánh giá và loại trừ điểm",
    "không tính điểm tiêu chí này",
    "không tính điểm cho tiêu chí này",
    "không tính điểm nội dung này",
    "không tính điểm mục này",
    "không chấm tiêu chí này",
    "không xét tiêu chí này",
    "không áp dụng tiêu chí này",
    "không đánh giá tiêu chí",
    "không đánh giá",
    "không đánh giá tiêu chí này",
    "không xét",
    "không áp dụng",
    "không chấm",
    "không tính tiêu chí này",
    "không đánh giá nội dung này",
    "không chấm điểm tiêu chí này",
    "không thực hiện đánh giá",
    "không tính vào tổng điểm",
    "được loại khỏi tổng điểm",
    "được trừ khỏi tổng điểm tối đa",
];

/// Words of no points.
pub const ZERO: [&str; 20] = [
    "không được cộng điểm",
    "không cộng điểm",
    "bị trừ hết số điểm",
    "bị trừ hết điểm",
    "trừ hết số điểm",
    "trừ hết điểm",
    "không được tính điểm",
    "không tính điểm",
    "không được điểm",
    "không có điểm",
    "không chấm điểm",
    "không được chấm điểm",
    "không điểm",
    "không cho điểm",
    "chưa được tính điểm",
    "không đạt điểm",
    "không được cho điểm",
    "không điểm nào",
    "không ghi điểm",
    "không được hưởng điểm",
];

/// Reads an amount at the front; gives the place behind it. `loud`: only with “điểm”. The lower number of a fraction is none.
pub fn amount(phrase: Phrase<'_>, loud: bool) -> Option<(Amount, usize)> {
    let number = phrase.number(0).filter(|_| !phrase.is_under_a_fraction())?;
    if phrase.sign(1) == Some('/')
        && let Some(under) = phrase.number(2)
    {
        let share = number.over(under)?;
        // “1/2 điểm” is half a point; “1/2 số điểm” is half of all. Thirds can't be written as decimals.
        if phrase.says_any(3, &["điểm", "đ"]) == 1 && phrase.says_any(3, &["điểm tối đa", "điểm chuẩn"]) == 0 {
            return is_decimal(&share).then_some((Amount::Points(share), 4));
        }
        if !is_decimal(&share) {
            return None;
        }
        let of = of_points(phrase, 3 + usize::from(phrase.sign(3) == Some('×') || phrase.is(3, "x")))?;
        return Some((Amount::Share(share), of));
    }
    if phrase.sign(1) == Some('%') {
        let share = number.over(&Points::hundred())?;
        let of = of_points(phrase, 2);
        return match of {
            Some(end) => Some((Amount::Share(share), end)),
            None => (!loud && phrase.len() == 2).then_some((Amount::Share(share), 2)),
        };
    }
    let unit = phrase.says_any(1, &["điểm", "đ"]);
    if unit == 0 && loud {
        return None;
    }
    Some((Amount::Points(number.clone()), 1 + unit))
}

/// Tells whether a number has as many decimals as can be written.
fn is_decimal(number: &Points) -> bool {
    Points::parse(&number.plain()).as_ref() == Some(number)
}

/// Reads “số điểm tối đa” behind a share. A share of the points reached is none of the maximum.
fn of_points(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let of = phrase.says_any(
        at,
        &[
            "tổng số điểm tối đa",
            "số điểm tối đa",
            "tổng số điểm",
            "số điểm chuẩn",
            "điểm tối đa",
            "điểm chuẩn",
            "tổng điểm",
            "quỹ điểm",
            "số điểm",
            "điểm",
        ],
    );
    if of == 0 {
        return None;
    }
    let end = at + of;
    let more = phrase.says_any(end, &["của tiêu chí này", "của tiêu chí thành phần", "của tiêu chí", "của mục này", "của nội dung này"]);
    let end = end + more;
    (phrase.says_any(end, &["đạt", "còn", "của"]) == 0).then_some(end)
}

/// Reads “và bị trừ 0,25 điểm” behind 0 points.
fn penalty(phrase: Phrase<'_>) -> Option<Points> {
    let rest = phrase.trimmed().without_front(&["và", "đồng thời", "còn", "ngoài ra", ",", "bị", "trừ thêm", "trừ"]);
    let said = phrase.has(&["trừ"]);
    // Taken beside the criterion is taken from the sum of all.
    let whole = ["vào tổng điểm chung", "vào tổng điểm của đơn vị", "vào tổng số điểm", "vào tổng điểm"];
    match amount(rest, false)? {
        (Amount::Points(points), end) if said && (end == rest.len() || rest.says_any(end, &whole) == rest.len() - end) => Some(points),
        _ => None,
    }
}
