//! What a level says of each demand of the best one: that it is met, that it is not, or nothing.

use crate::convert::line::Case;
use crate::convert::rule::ranges::{Range, cross};
use crate::points::Points;

use super::acts::acts_in;
use super::demand::{Demand, Joint, Kind, Stretch, stretches, telling, words_of};
use super::often::how_often;
use super::words::{FAILS, IN_TIME, LACKING, LATE, PARTLY};

/// What a level says of a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// That it is met.
    Met,
    /// That it is not.
    Unmet,
    /// Nothing.
    Nothing,
}

/// Another level, with what it says of each demand of the best one.
pub struct Other<'a> {
    /// The level.
    case: &'a Case,
    /// What it says of each.
    pub said: Vec<Said>,
    /// Whether it holds wherever anything is missing, or in words that say nothing of any demand.
    pub closes: bool,
    /// Whether either of what it denies is enough.
    either: bool,
}

impl<'a> Other<'a> {
    /// Reads what a level says of each demand of the best one.
    pub fn read(case: &'a Case, best: &Case, all: &[Demand]) -> Self {
        let parts = stretches(case);
        let mut said: Vec<Said> = all.iter().map(|demand| of_demand(case, best, (demand, all), &parts)).collect();
        not_so(&mut said, all, &parts);
        with_its_head(&mut said, all, &parts);
        let silent = said.iter().all(|one| *one == Said::Nothing);
        let unmet = said.contains(&Said::Unmet);
        let anew = parts.iter().filter(|part| part.anew).count();
        let joined = parts.iter().any(|part| part.joint == Joint::And && part.anew);
        let either = case.says(&["hoặc"]) || !(anew > 1 && joined);
        let silent = silent || is_less_of_all(case, best, all);
        Self { case, closes: silent || closes(case, best, (all, unmet)), said, either }
    }

    /// Tells whether it holds where one demand is not met and all others are.
    pub fn takes(&self, at: usize) -> bool {
        let own = self.said.get(at).copied().unwrap_or(Said::Nothing);
        let others = self.said.iter().enumerate().filter(|(other, _)| *other != at);
        let against = others.filter(|(_, said)| **said == Said::Unmet).count() > 0;
        self.closes || own == Said::Unmet && self.either || own != Said::Met && !against && !self.case.words.is_empty()
    }
}

/// Takes for unmet what is done, but not so as nobody asks for in those words: “họp nhưng không thường xuyên” beside “họp hằng tháng”.
fn not_so(said: &mut [Said], all: &[Demand], parts: &[Stretch]) {
    for pair in parts.windows(2) {
        let [front, behind] = pair else { continue };
        let asked = all.iter().any(|demand| holds(&behind.text, &demand.own));
        let done = all.iter().rposition(|demand| !demand.denied && holds(&front.text, &demand.own));
        if !front.denied
            && behind.denied
            && !asked
            && let Some(one) = done.and_then(|at| said.get_mut(at))
        {
            *one = Said::Unmet;
        }
    }
}

/// Takes for unmet what goes with a thing of which only the head is denied: “không tổ chức hội nghị” beside “hội nghị cán bộ và người lao
/// động”.
fn with_its_head(said: &mut [Said], all: &[Demand], parts: &[Stretch]) {
    const HEAD: usize = 2;
    let denied: Vec<String> = parts.iter().filter(|part| part.denied).flat_map(|part| words_of(&part.text)).collect();
    for at in 1..all.len() {
        let (Some(before), Some(thing)) = (all.get(at - 1), all.get(at)) else { continue };
        let narrower = before.own.len() > HEAD && before.own.iter().skip(HEAD).all(|word| !denied.contains(word));
        let gone = thing.kind == Kind::Thing && said.get(at - 1) == Some(&Said::Unmet) && narrower;
        if let Some(one) = said.get_mut(at).filter(|one| gone && **one == Said::Nothing) {
            *one = Said::Unmet;
        }
    }
}

/// Tells whether a level is a lower share of things of which the best level asks several acts: “100% văn bản được ký số và gửi qua Trục;
/// từ 90% đến dưới 100%”.
fn is_less_of_all(case: &Case, best: &Case, all: &[Demand]) -> bool {
    let of_things = best.words.first().is_some_and(|word| word.chars().any(|c| c.is_ascii_digit()));
    let share = case.condition.as_ref().is_some_and(|condition| condition.percent);
    let acts: Vec<&str> = all.iter().flat_map(|demand| acts_in(&demand.said)).collect();
    of_things && share && !case.says(&acts)
}

/// Tells whether a level holds wherever anything is missing.
fn closes(case: &Case, best: &Case, (all, unmet): (&[Demand], bool)) -> bool {
    const LOT: [&str; 7] = ["nội dung", "yêu cầu", "điều kiện", "tiêu chí", "trường hợp trên", "nêu trên", "nhiệm vụ trên"];
    const ROUGHLY: [&str; 4] = ["cơ bản", "tương đối", "hạn chế", "tồn tại"];
    let lot = LOT.iter().any(|word| case.says(&[word]) && !best.says(&[word]));
    let quality = all.iter().any(|demand| demand.kind == Kind::Quality);
    // “Chưa đạt chuẩn” says what is not met, “một trong các nội dung” doesn't.
    let some = case.says(&["một trong", "một số", "một phần", "nội dung còn lại"]);
    let fails = !unmet && (case.says(&FAILS) || case.says(&PARTLY));
    // “Chỉ phát động hoặc tổng kết” is either of them.
    let either = case.says(&["hoặc"]) && !unmet;
    // “Có văn bản ban hành không đúng” is wrong in whatever way.
    let vague = case.words.len() > 1
        && case.words.get(case.words.len() - 2..).is_some_and(|end| ["không đúng", "chưa đúng"].contains(&end.join(" ").as_str()));
    let wrong = case.says(&["không đúng quy định", "chưa đúng quy định", "sai quy định", "trái quy định"]);
    let vague = vague || wrong && all.iter().any(|demand| demand.kind == Kind::Quality && demand.said.contains("quy định"));
    case.is_rest() || lot || some || fails || either || case.says(&ROUGHLY) || vague || !unmet && !quality && lacks_something(case)
}

/// Tells whether a level says that something is missing or wrong, without a word of what.
fn lacks_something(case: &Case) -> bool {
    const VAGUELY: [&str; 5] = ["không đúng quy định", "chưa đúng quy định", "không đúng", "chưa đúng", "sai"];
    let named = case.begins(&["thiếu"]) && case.words.len() > 1;
    !named && (case.says(&LACKING) || case.says(&VAGUELY))
}

/// Gives what a level says of one demand.
fn of_demand(case: &Case, best: &Case, (demand, all): (&Demand, &[Demand]), parts: &[Stretch]) -> Said {
    let met = |met: bool| if met { Said::Met } else { Said::Unmet };
    let says = |denied: bool| parts.iter().any(|part| part.denied == denied && holds(&part.text, &demand.own));
    match demand.kind {
        Kind::Time => {
            let told = |denied: bool| parts.iter().any(|part| part.denied == denied && says_any(&part.text, &IN_TIME));
            if told(true) || case.says(&LATE) || case.days.is_some() {
                Said::Unmet
            } else if told(false) {
                Said::Met
            } else {
                Said::Nothing
            }
        }
        Kind::Quality => of_quality(case, (demand, all), parts),
        Kind::Figure => {
            let (own, mark) = (case.condition.as_ref(), best.condition.as_ref());
            match own.zip(mark).filter(|(own, mark)| own.percent == mark.percent) {
                Some((own, mark)) => met(cross(&Range::of(&own.bounds), &Range::of(&mark.bounds))),
                None if says(true) || demand.said.to_lowercase().contains("đủ ") && case.says(&LACKING) => Said::Unmet,
                None => Said::Nothing,
            }
        }
        _ if is_rarer(case, best, demand) || is_less_than_all(case, demand) => Said::Unmet,
        _ if says(!demand.denied) => Said::Unmet,
        _ if says(demand.denied) => met(!is_another(demand, best, parts)),
        _ => Said::Nothing,
    }
}

/// Tells whether a level is a share of what a demand asks of all: “từ 80% đến dưới 100% nhiệm vụ” beside “hoàn thành tất cả nhiệm vụ”.
fn is_less_than_all(case: &Case, demand: &Demand) -> bool {
    let share = case.condition.as_ref().filter(|condition| condition.percent);
    let less = share.is_some_and(|condition| !Range::of(&condition.bounds).holds(&Points::hundred()));
    less && ["tất cả ", "toàn bộ "].iter().any(|all| demand.said.to_lowercase().contains(all))
}

/// Tells whether a level says that a thing is done less often than a demand asks: “họp 6 tháng một lần” beside “họp hằng quý”.
fn is_rarer(case: &Case, best: &Case, demand: &Demand) -> bool {
    let demanded = how_often(best).filter(|(_, word)| demand.said.to_lowercase().contains(word));
    demanded.zip(how_often(case)).is_some_and(|((asked, _), (own, _))| own > asked)
}

/// Gives the words of a quality that say what it is of: “thành phần” of “đúng thành phần”.
fn core(demand: &Demand) -> Vec<String> {
    const HOW: [&str; 7] = ["đúng", "đủ", "đầy", "bảo", "đảm", "các", "những"];
    // “Chính xác” says by itself how, whatever it is of.
    const ALONE: [&str; 5] = ["chính", "kịp", "thường", "phù", "rõ"];
    if demand.own.first().is_some_and(|first| ALONE.contains(&first.as_str())) {
        return demand.own.iter().take(2).cloned().collect();
    }
    demand.own.iter().filter(|word| !HOW.contains(&word.as_str())).cloned().collect()
}

/// Gives what a level says of how well a thing has to be done.
fn of_quality(case: &Case, (demand, demands): (&Demand, &[Demand]), parts: &[Stretch]) -> Said {
    let plain = demand.said.to_lowercase();
    let core = core(demand);
    let complete = plain.starts_with("đủ") || plain.starts_with("đầy đủ");
    let of = plain.strip_prefix("đúng ").unwrap_or_default();
    // “Chậm so với lộ trình” is not “đúng lộ trình”.
    let timed = ["lộ trình", "tiến độ", "kế hoạch", "lịch", "thời"].iter().any(|word| of.starts_with(word)) && case.says(&LATE);
    let wrong = !of.is_empty() && case.says(&[&format!("sai {of}")]) || timed;
    // “Không đúng thẩm quyền, trình tự, thủ tục” denies each of them.
    let all = |denied: bool| {
        let words: Vec<String> = parts.iter().filter(|part| part.denied == denied).flat_map(|part| words_of(&part.text)).collect();
        if core.is_empty() { says_any(&words.join(" "), &[plain.as_str()]) } else { core.iter().all(|word| words.contains(word)) }
    };
    let other = |other: &Demand| {
        other.said != demand.said
            && other.kind == Kind::Quality
            && !self::core(other).is_empty()
            && self::core(other).iter().all(|word| case.words.contains(word))
    };
    // “Không gửi đủ” lacks something, too.
    let full = parts.iter().any(|part| part.denied && says_any(&part.text, &["đủ", "đầy đủ"]));
    let named = !core.is_empty() && core.iter().all(|word| case.words.contains(word)) || !demands.iter().any(other);
    let lacks = complete && named && (case.says(&LACKING) || full);
    if all(true) || wrong || lacks {
        Said::Unmet
    } else if all(false) {
        Said::Met
    } else {
        Said::Nothing
    }
}

/// Tells whether a level says something else in the place of a demand: “công chức kiêm nhiệm” for “công chức chuyên trách”.
fn is_another(demand: &Demand, best: &Case, parts: &[Stretch]) -> bool {
    const LIGHT: [&str; 8] = ["văn", "bản", "nội", "dung", "công", "tác", "việc", "đơn"];
    parts.iter().filter(|part| part.denied == demand.denied && holds(&part.text, &demand.own)).all(|part| {
        let told = telling(&part.text);
        let lacks = demand.own.iter().any(|word| !told.contains(word));
        lacks
            && told
                .iter()
                .any(|word| !best.words.contains(word) && !LIGHT.contains(&word.as_str()) && word.chars().all(char::is_alphabetic))
    })
}

/// Tells whether a text says any of several phrases.
fn says_any(text: &str, list: &[&str]) -> bool {
    let joined = format!(" {} ", words_of(text).join(" "));
    list.iter().any(|word| joined.contains(&format!(" {word} ")))
}

/// Tells whether a stretch speaks of a demand: by two of its words, or by the only ones that either has.
fn holds(text: &str, own: &[String]) -> bool {
    let told = telling(text);
    let shared = told.iter().filter(|word| own.contains(word)).count();
    shared > 1 || shared == 1 && (own.len() == 1 || told.len() == 1)
}
