//! So much taken for each share of things that fail: “cứ 1% hồ sơ trễ hạn trừ 0,5 điểm”. It is a rate of the things, never a number
//! of times.

use crate::convert::draft::{Inputs, Measure, Rule, StepBy};
use crate::convert::line::{Case, Clause, Each, Limit, PartOfStep, Side, WordedClause, lowered, turns};
use crate::figure::InputKind;
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

use super::Doubt;
use super::measure::Asked;
use super::nothing::question;
use super::pool::Pool;
use super::things::without_number;

/// Words that begin what went wrong with things.
const FAILING: [&str; 21] = [
    "trễ",
    "chậm",
    "quá",
    "muộn",
    "sai",
    "không",
    "chưa",
    "vi phạm",
    "thiếu",
    "bị",
    "tồn đọng",
    "tồn",
    "giải quyết",
    "xử lý",
    "phát hành",
    "hoàn thành",
    "báo cáo",
    "gửi",
    "nộp",
    "thực hiện",
    "có",
];

/// Things of which a share fails, and what each full step of that share takes.
#[derive(Debug)]
pub struct Share {
    /// Those that fail: “hồ sơ trễ hạn”.
    pub failing: String,
    /// All of them: “hồ sơ”.
    pub things: String,
    /// How much a step is, in points of percent, and what it takes.
    pub step: (Points, Amount),
}

impl Share {
    /// Names the things of a share; `None` where the words don't say which of them fail.
    pub fn of(each: &Each) -> Option<Self> {
        let things = things(&each.what)?;
        let failing = without_number(&lowered(&each.what)).to_owned();
        each.per.is_positive().then(|| Self { failing, things: lowered(&things), step: (each.per.clone(), each.amount.clone()) })
    }

    /// Adds the figure that counts some of the things, and the one that counts all.
    fn figures(&self, some: &str, inputs: &mut Inputs) -> (String, String) {
        let mut add = |label: &str| inputs.add(InputKind::Count, label, Some(self.things.clone()));
        (add(&format!("Số {some}")), add(&format!("Tổng số {}", self.things)))
    }

    /// Names the things that don't fail: “hồ sơ không trễ hạn”, “văn bản đã ký số”.
    fn the_others(&self) -> String {
        let Self { failing, things, .. } = self;
        let wrong = failing.get(things.len()..).unwrap_or_default().trim();
        let denied = [["không ", ""], ["chưa được ", "đã được "], ["chưa ", "đã "]];
        let done = denied.iter().find_map(|[word, instead]| Some(format!("{instead}{}", wrong.strip_prefix(*word)?)));
        // “Không hoàn thành quá hạn” may as well not be done at all.
        let deed = ["giải quyết ", "xử lý ", "hoàn thành ", "thực hiện "];
        let said_twice = done.is_none() && deed.iter().any(|word| wrong.starts_with(word));
        if said_twice || done.is_none() && [" không ", " chưa "].iter().any(|word| wrong.contains(word)) {
            return format!("{things} còn lại (trừ {failing})");
        }
        format!("{things} {}", done.unwrap_or_else(|| format!("không {wrong}")))
    }

    /// Asks of which total the share is, and how a part of a step counts.
    fn question(&self, name: &str) -> Doubt {
        let Self { failing, things, step: (step, _) } = self;
        let (step, step_en) = (step.plain_vi(), step.plain());
        (
            &GAP,
            text!(
                "“{name}”: bảng chưa quy định {step}% {failing} tính trên tổng số {things} nào, và phần lẻ dưới {step}% có bị trừ không; tạm tính trên “Tổng số {things}”, chỉ trừ khi đủ {step}%",
                "“{name}”: the table doesn't say of which total {step_en}% “{failing}” are, and whether less than {step_en}% takes points; of “Tổng số {things}” for now, and only full {step_en}% take points"
            ),
        )
    }
}

/// Makes a rule of what is taken from all points for each share of things that fail; what takes is what is missing to 100 % of those
/// that don't.
pub fn taken(asked: &Asked<'_>, pool: &mut Pool<'_>, each: &Each, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let share = Share::of(each)?;
    let nothing = asked.nothing(pool);
    // “Không có hồ sơ trễ hạn: 3 điểm”, “100% đúng hạn: 3 điểm” say what steps of nothing leave.
    let all = |case: &Case| {
        let bounds = case.condition.as_ref().map(|one| (one.percent, one.bounds.as_slice()));
        let whole = |at: &Points| *at == Points::hundred() || at.is_zero();
        bounds.is_none_or(|(percent, bounds)| percent && matches!(bounds, [(Side::Exactly | Side::From, at)] if whole(at)))
    };
    if pool.cases(|case| case.is_full(max) && case.days.is_none() && all(case)).len() > 1 {
        return None;
    }
    // “Dưới 70%: 0 điểm” is said of those that don't fail.
    let below = pool.cases(|case| {
        let condition = case.condition.as_ref().filter(|one| one.percent && !turns(&one.words()));
        case.gives_nothing() && matches!(condition.map(|one| one.bounds.as_slice()), Some([(Side::Below, _)]))
    });
    let zero_below = match below.as_slice() {
        [] => None,
        [case] => Some(case.condition.as_ref()?.bounds.first()?.1.clone()),
        _ => return None,
    };
    let mut floor = None;
    for limit in pool.limits() {
        let least = match limit {
            Limit::ToNothing => continue,
            Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most) => max - &most.of(max),
            Limit::Least(least) => least.clone(),
            Limit::Things(..) => return None,
        };
        if least.is_negative() || floor.replace(least).is_some() {
            return None;
        }
    }
    if nothing.is_none() && asked.may_have_none(&share.things) {
        doubts.push(question(asked.words.name, false));
    }
    doubts.push(share.question(asked.words.name));
    let (of, to) = share.figures(&share.the_others(), inputs);
    let measure = Measure { of, to: Some((to, nothing.unwrap_or("zero"))) };
    let floor = floor.filter(Points::is_positive);
    Some(Rule::StepBy(Box::new(StepBy {
        measure,
        at: Points::hundred(),
        points: Amount::Points(max.clone()),
        below: Some(share.step),
        above: None,
        cap: None,
        floor,
        zero_below,
        part: PartOfStep::Nothing,
    })))
}

/// Makes a rule of penalty points for each share of things that fail.
pub fn penalty(asked: &Asked<'_>, each: &Each, cap: Option<&Amount>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let share = Share::of(each)?;
    doubts.push(share.question(asked.words.name));
    let (of, to) = share.figures(&share.failing, inputs);
    Some(Rule::StepBy(Box::new(StepBy {
        measure: Measure { of, to: Some((to, "zero")) },
        at: Points::zero(),
        points: Amount::Points(Points::zero()),
        below: None,
        above: Some(share.step),
        cap: cap.cloned(),
        floor: None,
        zero_below: None,
        part: PartOfStep::Nothing,
    })))
}

/// Names the things of which some fail: “hồ sơ trễ hạn” are “hồ sơ”.
fn things(what: &str) -> Option<String> {
    let plain = format!("{} ", what.to_lowercase());
    let at = FAILING.iter().filter_map(|word| plain.find(&format!(" {word} "))).min()?;
    let things = what.get(..at)?.trim();
    let things = without_number(things);
    (!things.is_empty() && !things.contains(['%', ':', ';', '('])).then(|| things.to_owned())
}

/// Takes back what may be a target rather than a share of the points: “Chỉ tiêu: 80%” beside cases that give points.
pub fn doubtful_shares(said: &mut [WordedClause]) {
    let amount = |one: &WordedClause| match &one.clause {
        Clause::Case(case) => case.amount().map(|(amount, _)| amount.clone()),
        _ => None,
    };
    let points = said.iter().filter_map(amount).any(|amount| matches!(amount, Amount::Points(points) if !points.is_zero()));
    for one in said.iter_mut().filter(|one| points && one.text.ends_with('%')) {
        if matches!(amount(one), Some(Amount::Share(_))) {
            one.clause = Clause::Unknown;
        }
    }
    // “Gửi chậm thì chỉ được tính 50% số điểm” behind levels in points is said of what these give.
    let of_given = |one: &WordedClause| {
        let plain = one.text.to_lowercase();
        let part = matches!(amount(one), Some(Amount::Share(share)) if share.is_positive() && share < Points::one());
        let fault = matches!(&one.clause, Clause::Case(case) if turns(&case.words));
        part && fault && ["chỉ được", "chỉ tính", "được tính", "tính bằng", "chỉ đạt", "chỉ chấm"].iter().any(|word| plain.contains(word))
    };
    for one in said.iter_mut().filter(|one| points && of_given(one)) {
        one.clause = Clause::Unknown;
    }
}
