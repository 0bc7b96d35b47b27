//! Bounds in words and signs: `> 90 %`, `Từ 70% đến dưới 90%`, `70–90 %`, `4 lần trở lên`.

use super::describe::describes;
use super::words::{Kind, Phrase};
use crate::points::Points;

/// Side of a bound, by its key in YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Over.
    Above,
    /// From.
    From,
    /// Under.
    Below,
    /// Up to.
    UpTo,
    /// Equal.
    Exactly,
}

impl Side {
    /// Gives the key in YAML.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::From => "from",
            Self::Below => "below",
            Self::UpTo => "up_to",
            Self::Exactly => "exactly",
        }
    }

    /// Tells whether values lie above the bound.
    const fn is_low(self) -> bool {
        matches!(self, Self::Above | Self::From)
    }
}

/// Values that a line speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// One or two bounds.
    pub bounds: Vec<(Side, Points)>,
    /// Whether they are percentages.
    pub percent: bool,
    /// Words before the first bound, without those of comparing.
    pub before: Vec<String>,
    /// Words after the last bound: `lần`, `nhiệm vụ`; those between two bounds where none stand there.
    pub after: Vec<String>,
    /// The same as they are spelt.
    pub tail: String,
}

impl Condition {
    /// Gives all words of the description.
    pub fn words(&self) -> Vec<String> {
        self.before.iter().chain(&self.after).cloned().collect()
    }

    /// Takes shares of one for percentages: `b/a < 0,80` is under 80 %.
    pub fn into_percent(mut self) -> Option<Self> {
        if self.percent {
            return Some(self);
        }
        let all = self.bounds.iter().all(|(_, at)| *at <= Points::one());
        for (_, at) in &mut self.bounds {
            *at = &*at * &Points::hundred();
        }
        self.percent = true;
        all.then_some(self)
    }
}

/// Words of comparing, the longest first: what they say of the next number.
const BEFORE: [(&str, Side); 57] = [
    ("đến cận", Side::Below),
    ("cận", Side::Below),
    ("cao hơn hoặc bằng", Side::From),
    ("nhiều hơn hoặc bằng", Side::From),
    ("bằng hoặc cao hơn", Side::From),
    ("bằng hoặc lớn hơn", Side::From),
    ("thấp hơn hoặc bằng", Side::UpTo),
    ("ít hơn hoặc bằng", Side::UpTo),
    ("bằng hoặc thấp hơn", Side::UpTo),
    ("bằng hoặc nhỏ hơn", Side::UpTo),
    ("trong thời hạn", Side::UpTo),
    ("trong vòng", Side::UpTo),
    ("sau", Side::Above),
    ("không nhiều hơn", Side::UpTo),
    ("không cao hơn", Side::UpTo),
    ("không lớn hơn", Side::UpTo),
    ("không hơn", Side::UpTo),
    ("không nhỏ hơn", Side::From),
    ("chưa vượt quá", Side::UpTo),
    ("chưa quá", Side::UpTo),
    ("chưa tới", Side::Below),
    ("nhiều nhất", Side::UpTo),
    ("vượt quá", Side::Above),
    ("quá", Side::Above),
    ("không vượt quá", Side::UpTo),
    ("không vượt", Side::UpTo),
    ("không quá", Side::UpTo),
    ("không dưới", Side::From),
    ("không thấp hơn", Side::From),
    ("không ít hơn", Side::From),
    ("lớn hơn hoặc bằng", Side::From),
    ("nhỏ hơn hoặc bằng", Side::UpTo),
    ("> hoặc =", Side::From),
    ("< hoặc =", Side::UpTo),
    ("trên hoặc bằng", Side::From),
    ("dưới hoặc bằng", Side::UpTo),
    ("lớn hơn", Side::Above),
    ("nhiều hơn", Side::Above),
    ("cao hơn", Side::Above),
    ("nhỏ hơn", Side::Below),
    ("ít hơn", Side::Below),
    ("thấp hơn", Side::Below),
    ("chưa đến", Side::Below),
    ("chưa đạt", Side::Below),
    ("không đạt", Side::Below),
    ("ít nhất", Side::From),
    ("tối thiểu", Side::From),
    ("tối đa", Side::UpTo),
    ("dưới", Side::Below),
    ("trên", Side::Above),
    ("hơn", Side::Above),
    ("từ", Side::From),
    ("đến", Side::UpTo),
    (">", Side::Above),
    ("≥", Side::From),
    ("<", Side::Below),
    ("≤", Side::UpTo),
];

/// Words that compare only where a time follows.
const TIMED: [&str; 3] = ["trong thời hạn", "trong vòng", "sau"];

/// Words between two bounds that say nothing of what is measured.
const IDLE: [&str; 9] = ["trở", "lên", "tỷ", "tỉ", "lệ", "đạt", "x", "b", "a"];

/// Words that join the second bound to the first.
const JOINING: [&str; 6] = ["và", "nhưng", "cho", "mà", "là", "thì"];

/// Words that may stand between words of comparing and their number.
const BETWEEN: [&str; 8] = ["mức", "tỷ lệ", "tỉ lệ", "bằng", "đạt", "mốc", "là", "tổng số"];

/// Reads the values that a phrase speaks of; `None` where it speaks of none, of too many, or says anything else.
pub fn condition(phrase: Phrase<'_>) -> Option<Condition> {
    let percents = (0..phrase.len()).filter(|at| is_percent(phrase, *at)).count();
    let mut reading = Reading {
        phrase,
        percent: percents > 0,
        bounds: Vec::new(),
        before: Vec::new(),
        between: Vec::new(),
        after: Vec::new(),
        tail: 0,
        pending: None,
    };
    let mut at = 0;
    if let Some(end) = quantity(phrase) {
        reading.before = phrase.part(0, end).shown().to_lowercase().split(' ').map(str::to_owned).collect();
        at = end;
    }
    while at < phrase.len() {
        at = reading.step(at)?;
    }
    if reading.pending.is_some() {
        return None;
    }
    let Reading { mut bounds, percent, before, between, mut after, tail, .. } = reading;
    // “Từ 3 cuộc đến 5 cuộc” says the same twice; what else stands between two bounds may be another thing.
    let mut units = between;
    while units.last().is_some_and(|word| JOINING.contains(&word.as_str())) {
        units.pop();
    }
    units.retain(|word| !IDLE.contains(&word.as_str()));
    // “0,5 ≤ A/B < 0,8” names the rate between its bounds.
    if units.iter().all(|word| word == "/") {
        units.clear();
    }
    if !after.is_empty() && !units.iter().all(|word| after.contains(word) || before.contains(word)) {
        return None;
    }
    if after.is_empty() && !units.iter().all(|word| before.contains(word)) {
        after = units;
    }
    // “< 80% và ≥ 60%”.
    if let [(high, _), (low, _)] = bounds.as_slice()
        && low.is_low()
        && matches!(high, Side::Below | Side::UpTo)
    {
        bounds.reverse();
    }
    let fit = match bounds.as_slice() {
        [_] => true,
        [(one, low), (other, high)] => one.is_low() && matches!(other, Side::Below | Side::UpTo) && low < high,
        _ => false,
    };
    let tail = phrase
        .from(tail)
        .trimmed()
        .without_front(&["trở lên", "trở xuống"])
        .without_end(&["trở lên", "trở xuống", "thì", "được"])
        .trimmed()
        .shown();
    fit.then_some(Condition { bounds, percent, before, after, tail })
}

/// Finds where a quantity ends that has a percentage of its own: “số TTHC cắt giảm ít nhất 20% thời gian | đạt từ 50% tổng số TTHC”.
fn quantity(phrase: Phrase<'_>) -> Option<usize> {
    let counts = phrase.says_any(0, &["số", "tổng số", "tỷ lệ số", "tỷ lệ"]) > 0;
    let end = (1..phrase.len()).rfind(|at| phrase.is(*at, "đạt")).filter(|_| counts)?;
    let percent = |from: usize, to: usize| (from..to).filter(|at| is_percent(phrase, *at)).count();
    let plain = (0..end).all(|at| phrase.word(at).is_some() || phrase.number(at).is_some() || phrase.sign(at) == Some('%'));
    (plain && percent(0, end) == 1 && percent(end, phrase.len()) > 0).then_some(end)
}

/// Tells whether a number names a time rather than counts it: “năm 2026”, “quý II/2026”, “6 tháng đầu năm”.
fn names_a_time(phrase: Phrase<'_>, at: usize) -> bool {
    let quarter = at > 2 && phrase.sign(at - 1) == Some('/') && phrase.is(at - 3, "quý");
    let year = at > 0
        && phrase.is(at - 1, "năm")
        && phrase.number(at).is_some_and(|year| *year > Points::from(1990) && *year < Points::from(2100));
    quarter || year || names_a_report(phrase, at) || phrase.says_any(at + 1, &["tháng đầu năm", "tháng cuối năm"]) > 0
}

/// Tells whether a number of months names a report rather than bounds anything: “báo cáo 6 tháng”, “(quý, 6 tháng, năm)”.
fn names_a_report(phrase: Phrase<'_>, at: usize) -> bool {
    let listed = at > 1 && phrase.sign(at - 1) == Some(',');
    let before = phrase.word(at.wrapping_sub(if listed { 2 } else { 1 })).unwrap_or("");
    phrase.is(at + 1, "tháng") && ["cáo", "kết", "kỳ", "quý", "năm", "tháng"].contains(&before)
}

/// Counts the words of another sum of points, which is bounded in points: “Tổng điểm đánh giá đạt từ 90 điểm trở lên”.
fn sum_in_points(phrase: Phrase<'_>, at: usize) -> usize {
    let bounded = (1..phrase.len()).any(|at| phrase.number(at - 1).is_some() && phrase.is(at, "điểm"));
    if at == 0 && bounded {
        phrase.says_any(0, &["tổng số điểm", "tổng điểm", "điểm đánh giá", "điểm tổng kết", "số điểm"])
    } else {
        0
    }
}

/// Tells whether a percentage stands at a place.
fn is_percent(phrase: Phrase<'_>, at: usize) -> bool {
    phrase.number(at).is_some() && phrase.sign(at + 1) == Some('%')
}

/// A phrase while its bounds are read.
struct Reading<'a> {
    phrase: Phrase<'a>,
    percent: bool,
    bounds: Vec<(Side, Points)>,
    before: Vec<String>,
    /// Words between two bounds.
    between: Vec<String>,
    after: Vec<String>,
    /// Place behind the last number.
    tail: usize,
    /// What words of comparing say of the next number.
    pending: Option<Side>,
}

impl Reading<'_> {
    /// Reads what stands at a place; gives the place behind it.
    fn step(&mut self, at: usize) -> Option<usize> {
        let phrase = self.phrase;
        match &phrase.tokens.get(at)?.kind {
            Kind::Number(value) => self.number(at, &value.clone()),
            Kind::Day(_) => None,
            Kind::Sign(_) | Kind::Word(_) => {
                // “Trong khoảng 60% - 100%” is a range, “khoảng 60%” is not.
                let within = phrase.says_any(at, &["trong khoảng từ", "trong khoảng"]);
                if within > 0 && self.is_ranged(at + within) {
                    self.pending = Some(Side::From);
                    return Some(at + within);
                }
                if let Some((side, width)) = self.compares(at) {
                    // "Từ trên 70%": the nearer word counts.
                    self.pending = Some(side);
                    return Some(at + width);
                }
                for (said, up) in [("trở lên", true), ("trở xuống", false)] {
                    let width = phrase.says(at, said);
                    if width > 0 {
                        if self.bounds.is_empty() {
                            // “Trình độ đại học trở lên” bounds no figure.
                            return self.describe(at);
                        }
                        // "04 cuộc trở lên": the unit of measure stands between.
                        let (side, _) = self.bounds.last_mut()?;
                        *side = match (*side, up) {
                            (Side::Exactly | Side::From, true) => Side::From,
                            (Side::Above, true) => Side::Above,
                            (Side::Exactly | Side::UpTo | Side::From, false) => Side::UpTo,
                            (Side::Below, false) => Side::Below,
                            _ => return None,
                        };
                        return Some(at + width);
                    }
                }
                self.describe(at)
            }
        }
    }

    /// Reads words of comparing with the words between them and their number.
    fn compares(&self, at: usize) -> Option<(Side, usize)> {
        let (side, mut width) = BEFORE.iter().map(|(said, side)| (*side, self.phrase.says(at, said))).find(|(_, width)| *width > 0)?;
        loop {
            let here = at + width;
            let more = self.phrase.says_any(here, &BETWEEN);
            if more > 0 {
                width += more;
                continue;
            }
            // “Sau 15 ngày” is more than 15, “sau 2 lần nhắc nhở” is not.
            let ranked = || (0..at).any(|at| self.phrase.says_any(at, &["xếp hạng", "thứ hạng", "xếp thứ", "đứng thứ", "hạng"]) > 0);
            let timed = ["ngày", "giờ", "h", "tháng", "tuần"].iter().any(|unit| self.phrase.is(here + 1, unit));
            if TIMED.iter().any(|said| self.phrase.says(at, said) > 0) && !timed && !ranked() {
                return None;
            }
            let follows = self.phrase.number(here).is_some()
                || BEFORE.iter().any(|(said, _)| self.phrase.says(here, said) > 0 && self.compares(here).is_some());
            return follows.then_some((side, width));
        }
    }

    /// Tells whether a number begins a range: "70–90 %", "từ 70 đến dưới 90%"; it borrows the sign of the second.
    fn is_ranged(&self, at: usize) -> bool {
        let phrase = self.phrase;
        let next = at + 1 + usize::from(phrase.sign(at + 1) == Some('%'));
        let joined = phrase.sign(next) == Some('-') || phrase.says_any(next, &["đến", "tới"]) > 0;
        joined && (next..phrase.len().min(next + 4)).any(|at| is_percent(phrase, at) == self.percent && phrase.number(at).is_some())
    }

    /// Reads a number.
    fn number(&mut self, at: usize, value: &Points) -> Option<usize> {
        let phrase = self.phrase;
        let mut next = at + 1;
        if phrase.sign(next) == Some('%') {
            next += 1;
        }
        let own = phrase.sign(at + 1) == Some('%');
        if names_a_time(phrase, at) && self.pending.is_none() {
            self.put(value.plain());
            return Some(at + 1);
        }
        // “(Quý I, 6 tháng và năm)” names reports.
        let aside = phrase.depths().get(at).is_some_and(|depth| *depth > 0);
        if aside && self.pending.is_none() && !own && describes(phrase.part(at, at + 2)) {
            self.put(value.plain());
            return Some(at + 1);
        }
        let borrowed = self.is_ranged(at);
        if self.percent && !own && !borrowed {
            // A year, a quarter, an article among percentages.
            let named = describes(phrase.part(at.saturating_sub(1), at + 2));
            if !named || self.pending.is_some() {
                return None;
            }
            self.put(value.plain());
            return Some(at + 1);
        }
        // “Khoảng 80%”, “gần 80%”, “cao nhất 3 lần”, “-5%” say something else than the number.
        let nearly = ["khoảng", "gần", "xỉ", "chừng", "cỡ", "nhất", "hơn", "ngoài", "kém", "âm"];
        // “Hợp nhất”, “thống nhất” compare nothing.
        let deed = at > 1 && phrase.is(at - 1, "nhất") && ["hợp", "thống", "đồng"].iter().any(|word| phrase.is(at - 2, word));
        let unclear =
            at > 0 && !deed && (nearly.iter().any(|word| phrase.is(at - 1, word)) || (phrase.is_minus(at - 1) && self.bounds.is_empty()));
        if unclear && self.pending.is_none() {
            return None;
        }
        let side = match (self.pending.take(), phrase.sign(next)) {
            (Some(side), _) => side,
            // 70% ≤ x < 90%.
            (None, Some('≤')) => {
                next += 1;
                Side::From
            }
            (None, Some('<')) => {
                next += 1;
                Side::Above
            }
            (None, Some('≥')) => {
                next += 1;
                Side::UpTo
            }
            (None, Some('>')) => {
                next += 1;
                Side::Below
            }
            (None, _) if borrowed && self.bounds.is_empty() => Side::From,
            (None, _) => Side::Exactly,
        };
        self.bounds.push((side, value.clone()));
        if !self.after.is_empty() {
            self.between = std::mem::take(&mut self.after);
        }
        if borrowed {
            if phrase.sign(next) == Some('-') {
                next += 1;
            }
            // "70% - dưới 90%" says the side itself.
            if phrase.number(next).is_some() {
                self.pending = Some(Side::UpTo);
            }
        }
        self.tail = next;
        Some(next)
    }

    /// Takes a token for a part of the description.
    fn describe(&mut self, at: usize) -> Option<usize> {
        let phrase = self.phrase;
        // "Từ 90% trở lên và báo cáo đúng hạn", "từ 90%, có báo cáo" say a second condition.
        let joins = phrase.is(at, "và") || phrase.sign(at) == Some(',') || phrase.says(at, "đồng thời") > 0;
        if joins && !self.bounds.is_empty() && self.after.is_empty() && self.compares(at + 1).is_none() {
            return None;
        }
        // “Điểm trung bình dưới 50” measures marks.
        let mean = phrase.says_any(at, &["điểm trung bình", "điểm bình quân"]).max(sum_in_points(phrase, at));
        if mean > 0 && self.bounds.is_empty() {
            phrase.part(at, at + mean).words().into_iter().for_each(|word| self.put(word));
            return Some(at + mean);
        }
        // “Từ 80 điểm trở lên” is a mark of another index.
        let bounded = self.bounds.last().is_some_and(|(side, _)| *side != Side::Exactly) || phrase.says(at + 1, "trở lên") > 0;
        let marked = at > 0 && phrase.number(at - 1).is_some() && phrase.is(at, "điểm") && bounded;
        match &phrase.tokens.get(at)?.kind {
            Kind::Word(word) if marked => {
                self.put(word.clone());
                Some(at + 1)
            }
            Kind::Word(word) => {
                // “Giải quyết dứt điểm 100% kiến nghị”: the word before may say what this one is of.
                let alone = [phrase.part(at, at + 1), phrase.part(at.saturating_sub(1), at + 1)].into_iter().any(describes);
                if !describes(phrase.part(at.saturating_sub(1), at + 2)) && !alone {
                    return None;
                }
                self.put(word.clone());
                Some(at + 1)
            }
            Kind::Sign('=') if phrase.number(at + 1).is_some() => Some(at + 1),
            // “02 lần/năm”: the unit ends here.
            Kind::Sign('/') => {
                self.put("/".into());
                Some(at + 1)
            }
            // “Hồ sơ (trước hạn)”, “đạt tỷ lệ %”.
            Kind::Sign('(' | ')' | ',' | '-' | '%') => Some(at + 1),
            _ => None,
        }
    }

    /// Puts a word before the bounds or after them.
    fn put(&mut self, word: String) {
        if self.bounds.is_empty() { &mut self.before } else { &mut self.after }.push(word);
    }
}
