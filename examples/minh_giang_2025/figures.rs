//! Figures that a unit declares: for every leaf a few that it might, of which it takes those that suit how well it does.

use jiff::ToSpan;
use jiff::civil::Date;
use parindex::criteria::{CriteriaSet, Criterion, Leaf};
use parindex::figure::{Figure, Figures, Input, InputId, InputKind};
use parindex::points::Points;
use parindex::rule::{Case, Gives};

use super::units::Frame;

/// How many sets of figures are tried.
const TRIED: u32 = 9;

/// Gives the figures of a leaf. `wanted` is the share of its maximum, in percent, that they should come to.
pub fn of(set: &CriteriaSet, criterion: &Criterion, leaf: &Leaf, frame: &Frame, first_day: Date, wanted: u32) -> Figures {
    // Tasks are done in time by all.
    let wanted = if of_tasks(leaf).is_empty() { wanted } else { 100 };
    let tried = (0..TRIED).map(|n| {
        let figures = candidate(criterion, leaf, frame, first_day, n);
        let gives = leaf.rule.score(&Case::new(set.terms(criterion, leaf), &figures)).gives;
        let miss = match gives {
            Gives::Points(points) => {
                let share = (&points * &Points::hundred()).over(&criterion.max).unwrap_or_default();
                let less = &share - &Points::from(i64::from(wanted));
                if less.is_positive() { less } else { &Points::default() - &less }
            }
            Gives::NotApplicable | Gives::Waits => Points::default(),
            Gives::Nothing => Points::from(1_000),
        };
        (miss, n, figures)
    });
    let best = tried.min_by(|(one, at, _), (other, of, _)| one.cmp(other).then(at.cmp(of)));
    best.map(|(_, _, figures)| figures).unwrap_or_default()
}

/// Makes one set of figures.
fn candidate(criterion: &Criterion, leaf: &Leaf, frame: &Frame, first_day: Date, n: u32) -> Figures {
    let id = criterion.id.as_str();
    let parts: Vec<(InputId, InputId)> = leaf.rule.faces().parts().into_iter().chain(of_tasks(leaf)).collect();
    let rate = frame.rate(id);
    // Well, a little better and worse, much worse, all of it, hardly any, none.
    let share = match n {
        0 => rate * 10,
        1 => rate * 10 + 35,
        2 => (rate * 10).saturating_sub(35),
        3 => rate * 10 + 90,
        4 => (rate * 10).saturating_sub(120),
        5 => 1_000,
        6 => (100 - rate) / 2,
        7 => 0,
        _ => 500,
    };
    let mut figures = Figures::new();
    for input in leaf.asked() {
        let figure = match input.kind {
            InputKind::Count | InputKind::Points => {
                let number = match parts.iter().find(|(part, _)| *part == input.id) {
                    // What was done late was not done in time: both are parts of one whole.
                    Some((_, whole)) if input.label.contains("quá hạn") => {
                        doubled(frame, whole_named(whole, leaf, frame)).saturating_sub(in_time(&figures, &parts, whole)) * 6 / 10
                    }
                    Some((_, whole)) => doubled(frame, part_of(input, leaf, whole, frame, share)),
                    None if parts.iter().any(|(_, whole)| *whole == input.id) || input.shared => doubled(frame, whole_of(input, frame)),
                    None => u64::from([rate / 22, 0, 1, 2, 3, 4, 5, 6, 8][n as usize % 9]),
                };
                Figure::Number(Points::from(i64::try_from(number).unwrap_or(i64::MAX)))
            }
            InputKind::Percent => {
                // Rates under one per cent would be asked.
                let tenths = Points::from(i64::from(if share < 100 { 120 } else { share.min(1_000) }));
                Figure::Number(tenths.over(&Points::from(10)).unwrap_or_default())
            }
            InputKind::YesNo => Figure::YesNo(!(n % 3 == 2 && frame.noise(input.id.as_str(), 2) == 0 || n == 7)),
            InputKind::Choice => {
                let choices = leaf.choices(&input.id);
                let at = n as usize % choices.len().max(1);
                choices.into_iter().nth(at).map_or(Figure::Blank, |choice| Figure::Choice(choice.id))
            }
            InputKind::Date => {
                let days = [9, 22, 41, 55, 76, 100, 15, 130, 28][n as usize % 9] + frame.noise(id, 6);
                first_day.checked_add(i64::from(days).days()).map_or(Figure::Blank, Figure::Date)
            }
            InputKind::Text => Figure::Blank,
        };
        figures.insert(input.id.clone(), figure);
    }
    figures
}

/// Lists tasks done in time and late, which are parts of those assigned: their formula does not say so.
fn of_tasks(leaf: &Leaf) -> Vec<(InputId, InputId)> {
    let asked = leaf.asked();
    let labelled = |words: &str| asked.iter().find(|one| one.measure.as_deref() == Some("nhiệm vụ") && one.label.contains(words));
    let Some(((assigned, late), in_time)) = labelled("được giao").zip(labelled("quá hạn")).zip(labelled("đúng hạn")) else {
        return Vec::new();
    };
    [in_time, late].map(|part| (part.id.clone(), assigned.id.clone())).into()
}

/// Gives the count of a leaf that others are part of.
fn whole_named(whole: &InputId, leaf: &Leaf, frame: &Frame) -> u64 {
    leaf.asked().iter().find(|one| one.id == *whole).map_or(0, |whole| whole_of(whole, frame))
}

/// Adds up what is declared already as parts of a whole.
fn in_time(figures: &Figures, parts: &[(InputId, InputId)], whole: &InputId) -> u64 {
    let of_whole = parts.iter().filter(|(_, of)| of == whole);
    let declared = of_whole.filter_map(|(part, _)| match figures.get(part)? {
        Figure::Number(number) => number.plain().parse::<u64>().ok(),
        _ => None,
    });
    declared.sum()
}

/// Doubles a count of the twin.
const fn doubled(frame: &Frame, number: u64) -> u64 {
    if frame.doubled { 2 * number } else { number }
}

/// Gives a count that is part of another.
fn part_of(input: &Input, leaf: &Leaf, whole: &InputId, frame: &Frame, share: u32) -> u64 {
    let Some(whole) = leaf.asked().iter().find(|one| one.id == *whole) else { return 0 };
    let all = whole_of(whole, frame);
    if input.label.starts_with("Số vốn đã giải ngân") {
        // Of both plans the later one is the smaller.
        return all * 95 / 100 * u64::from(share.min(1_000)) / 1_000;
    }
    // Dossiers in time are the same everywhere, since those that were late are asked, too.
    if input.label.contains("đúng hạn") && whole.label == "Số hồ sơ đã giải quyết" {
        return all - late(frame);
    }
    (all * u64::from(share.min(1_000)) + 500) / 1_000
}

/// Gives how many dossiers were late.
fn late(frame: &Frame) -> u64 {
    resolved(frame) * u64::from(104 - frame.rate("3.3.1").min(103)) * 12 / 10_000
}

/// Gives how many dossiers were resolved.
fn resolved(frame: &Frame) -> u64 {
    frame.dossiers * 97 / 100
}

/// Gives a count that others are part of: the same label has the same number everywhere.
fn whole_of(input: &Input, frame: &Frame) -> u64 {
    let label = input.label.as_str();
    let some = |from: u32, more: u32| u64::from(from + frame.noise(label, more));
    let staff = if frame.department { 46 + frame.noise("staff", 80) } else { 34 + frame.noise("staff", 26) };
    match input.measure.as_deref().unwrap_or_default() {
        "hồ sơ" if label.contains("trễ hạn") => late(frame),
        "hồ sơ" if label.contains("đã giải quyết") && !label.contains("liên thông") => resolved(frame),
        "hồ sơ" if label.contains("liên thông") => frame.dossiers / 16,
        "hồ sơ" if label.contains("chứng thực") => frame.dossiers / 5,
        "hồ sơ" if label.contains("của các TTHC này") => frame.dossiers * 9 / 10,
        "hồ sơ" if label.contains("phí") => frame.dossiers * 6 / 10,
        "hồ sơ" => frame.dossiers,
        "thủ tục" if frame.department => some(64, 90),
        "thủ tục" => 368,
        "thôn" => u64::from(12 + frame.noise("thon", 20)),
        "người" | "lượt người" if label.contains("chế độ") => some(0, 9),
        "người" | "lượt người" => staff.into(),
        "nhiệm vụ" => some(16, 24),
        "văn bản" if label.contains("phát hành") => some(900, 1_700),
        "báo cáo" if label.contains("CCHC") => {
            if frame.department {
                6
            } else {
                3
            }
        }
        "báo cáo" => some(18, 10),
        "triệu đồng" if label.contains("vốn") => {
            let plan = u64::from(8_000 + frame.noise("capital", 42_000)) / 100 * 100;
            if label.contains("sau điều chỉnh") { plan * 95 / 100 } else { plan }
        }
        "triệu đồng" => some(8_000, 42_000) / 10 * 10,
        "kỳ" => 12,
        "mục" => 14,
        "đơn vị" | "chỉ tiêu" => some(6, 9),
        _ => some(0, 11),
    }
}
