//! What steps leave open: values between them, below the lowest and above the highest, which nobody may take for nothing.

use crate::convert::draft::Step;
use crate::convert::line::{Case, Side};
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::measure::Asked;
use super::ranges::{Range, gaps};

/// Asks about what no step holds. What is said to give nothing to who didn't do it says nothing of what lies between two steps;
/// nor does “còn lại” mean 99,5 % between “90-99%” and “100%”: who wrote that thought of whole per cent. “Đủ 04 cuộc: 2; đủ 02
/// cuộc: 1; còn lại: 0” does not say that 3 give less than 2.
pub fn open_bounds(asked: &Asked<'_>, list: &[Step], (percent, mean): (bool, bool), otherwise: Option<bool>, doubts: &mut Vec<Doubt>) {
    let rest = otherwise == Some(false);
    if asked.words.adds || asked.words.takes {
        return;
    }
    let ranges: Vec<Range> = list.iter().map(|step| Range::of(&step.bounds)).collect();
    let highest = list.iter().flat_map(|step| &step.bounds).map(|(_, at)| at.clone()).max().unwrap_or_default();
    let open = match (percent, mean) {
        (true, _) => gaps(&ranges, &Points::zero(), &Points::hundred()),
        (false, true) => gaps(&ranges, &Points::zero(), &highest),
        (false, false) => between(&ranges, list),
    };
    let lies_between = |gap: &Range| {
        let above = gap.low.as_ref().is_some_and(|(low, _)| ranges.iter().any(|range| range.low.as_ref().is_none_or(|(at, _)| at < low)));
        let below =
            gap.high.as_ref().is_some_and(|(high, _)| ranges.iter().any(|range| range.high.as_ref().is_none_or(|(at, _)| at >= high)));
        above && below
    };
    let narrow = |gap: &Range| {
        gap.low.as_ref().zip(gap.high.as_ref()).is_some_and(|((low, _), (high, _))| high > low && (high - low) <= Points::one())
    };
    for gap in open.iter().filter(|gap| otherwise.is_none() || lies_between(gap) && (!rest || !percent || narrow(gap))) {
        ask(asked, gap, if percent { "%" } else { "" }, doubts);
    }
}

/// Tells whether a case says that a thing was not done at all: “không tổ chức”, not “không đạt”.
pub fn is_never_done(case: &Case) -> bool {
    const NOT_WELL: [&str; 12] = ["đạt", "đủ", "đầy", "đảm", "bảo", "hoàn", "đáp", "đúng", "kịp", "thuộc", "phải", "quá"];
    let well = ["xong", "hết", "đầy đủ", "đủ", "toàn bộ", "tất cả", "đúng", "kịp thời", "đảm bảo", "bảo đảm", "hoặc"];
    !case.says(&well)
        && matches!(case.words.as_slice(), [denies, next, ..] if ["không", "chưa"].contains(&denies.as_str()) && !NOT_WELL.contains(&next.as_str()))
}

/// Asks about what lies below the lowest step and is more than nothing, where only not doing it at all is said to give nothing: “ít
/// nhất 50 người: 2; không tổ chức: 0”.
pub fn below_all(asked: &Asked<'_>, list: &[Step], percent: bool, doubts: &mut Vec<Doubt>) {
    let one = Points::one();
    let lows: Option<Vec<(Points, bool)>> = list.iter().map(|step| Range::of(&step.bounds).low).collect();
    let Some((low, closed)) = lows.and_then(|lows| lows.into_iter().min_by(|(a, _), (b, _)| a.cmp(b))) else { return };
    let gap = if percent {
        Range { low: Some((Points::zero(), false)), high: Some((low.clone(), !closed)) }
    } else {
        let last = if closed { &low - &one } else { low.clone() };
        Range { low: Some((one.clone(), true)), high: Some((last, true)) }
    };
    let wide = gap.low.as_ref().zip(gap.high.as_ref()).is_some_and(|((from, _), (to, _))| if percent { from < to } else { from <= to });
    if wide {
        ask(asked, &gap, if percent { "%" } else { "" }, doubts);
    }
}

/// Lists whole numbers between steps that none holds, and those above the highest.
fn between(ranges: &[Range], list: &[Step]) -> Vec<Range> {
    let one = Points::one();
    let mut whole: Vec<Range> = ranges.iter().map(Range::whole).collect();
    whole.sort_by(|a, b| a.low.cmp(&b.low));
    let mut found = Vec::new();
    for pair in whole.windows(2) {
        let [below, above] = pair else { continue };
        if let (Some((high, _)), Some((low, _))) = (&below.high, &above.low)
            && &(high + &one) < low
        {
            found.push(Range { low: Some((high + &one, true)), high: Some((low - &one, true)) });
        }
    }
    // Fewer than the lowest step speaks of: none of it is said to give nothing no more than one is.
    if let Some((low, _)) = whole.first().and_then(|first| first.low.clone())
        && low.is_positive()
    {
        let none = || Some((Points::zero(), true));
        let range = if low == one { Range { low: none(), high: none() } } else { Range { low: None, high: Some((low, false)) } };
        found.insert(0, range);
    }
    // "Bằng" on the highest step of a count is so many or more.
    let exact = |step: &Step| matches!(step.bounds.as_slice(), [(Side::Exactly, _)]);
    if let Some((high, _)) = whole.last().and_then(|last| last.high.clone())
        && !list.iter().any(|step| exact(step) && step.bounds.iter().any(|(_, at)| *at == high))
    {
        found.push(Range { low: Some((high, false)), high: None });
    }
    found
}

/// Asks about a range that the table leaves open.
pub fn ask(asked: &Asked<'_>, gap: &Range, unit: &str, doubts: &mut Vec<Doubt>) {
    let name = asked.words.name;
    let (vi, en) = gap.said(unit);
    doubts.push((&GAP, text!("“{name}”: bảng chưa quy định {vi} được bao nhiêu điểm", "“{name}”: the table doesn't say what {en} gives")));
}
